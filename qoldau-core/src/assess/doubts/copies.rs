//! What a network takes down by itself and nobody has a copy of.

use super::{Item, Looked, about, rules};
use crate::facts::{EvidenceKind, Tally};
use crate::value::link::same_link;

/// Days after which a link that is still alive is a recording that the network keeps.
const KEPT_AFTER: i32 = 2;

pub(super) fn ask(looked: &Looked<'_>, tally: &mut Tally) {
    for item in looked.items.iter().filter(|item| is_short_lived(item) && !item.body.has_copy()) {
        let kept = |day| item.on.days_until(day) >= KEPT_AFTER;
        if item.body.kind == EvidenceKind::LiveStream
            && looked.alive.get(&item.body.item).copied().is_some_and(kept)
        {
            continue;
        }
        tally.push(about(&rules::COPY_WANTED, [item.body]));
    }
}

/// Stories by their kind or their address, and live streams.
fn is_short_lived(item: &Item<'_>) -> bool {
    let story_link = || {
        item.body.web_link().map(same_link).is_some_and(|link| {
            ["instagram.com/stories/", "facebook.com/stories/"].iter().any(|start| link.starts_with(start))
        })
    };
    matches!(item.body.kind, EvidenceKind::Story | EvidenceKind::LiveStream) || story_link()
}
