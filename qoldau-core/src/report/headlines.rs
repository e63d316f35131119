//! What every rendering shares: headlines with their signs and words.

use super::model::ActivityTable;
use crate::assess::{Counts, Headline};

/// The headlines with their counts, in the order they are shown: three that matter, then the one that only makes
/// them add up.
pub(super) const fn by_headline(counts: &Counts) -> [(Headline, u32); 4] {
    [
        (Headline::Proven, counts.proven),
        (Headline::NeedsAction, counts.needs_action),
        (Headline::Overdue, counts.overdue),
        (Headline::NotDue, counts.not_due),
    ]
}

/// What it comes to: the key of the word.
pub(super) const fn headline_key(headline: Headline) -> &'static str {
    match headline {
        Headline::Proven => "proven",
        Headline::NotDue => "notDue",
        Headline::NeedsAction => "needsAction",
        Headline::Overdue => "overdue",
    }
}

/// The sign of a headline where there are no pictures. The word stands beside it.
pub(super) const fn sign(headline: Headline) -> &'static str {
    match headline {
        Headline::Proven => "●",
        Headline::NeedsAction => "◐",
        Headline::Overdue => "▲",
        Headline::NotDue => "○",
    }
}

/// The deadline of an activity: the contract's words, then the days they come to.
pub(super) fn due_in_words(activity: &ActivityTable) -> Option<String> {
    match (&activity.due, &activity.window) {
        (Some(due), Some(window)) => Some(format!("{due} ({window})")),
        (Some(text), None) | (None, Some(text)) => Some(text.clone()),
        (None, None) => None,
    }
}
