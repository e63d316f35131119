//! What every rendering shares: headlines with their signs and words.

use super::model::ActivityTable;
use crate::assess::{Counts, Headline};

/// The headlines with their counts, in the order they are shown: three that matter, then the ones that only make them
/// add up. Lines that do not apply are shown where there are any.
pub(super) fn by_headline(counts: &Counts) -> Vec<(Headline, u32)> {
    let mut shown = vec![
        (Headline::Proven, counts.proven),
        (Headline::NeedsAction, counts.needs_action),
        (Headline::Overdue, counts.overdue),
        (Headline::NotDue, counts.not_due),
    ];
    if counts.not_applicable > 0 {
        shown.push((Headline::NotApplicable, counts.not_applicable));
    }
    shown
}

/// Whether a headline is one of the three that matter.
pub(super) const fn matters(headline: Headline) -> bool {
    matches!(headline, Headline::Proven | Headline::NeedsAction | Headline::Overdue)
}

/// What it comes to: the key of the word.
pub(super) const fn headline_key(headline: Headline) -> &'static str {
    match headline {
        Headline::Proven => "proven",
        Headline::NotDue => "notDue",
        Headline::NotApplicable => "notApplicable",
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
        Headline::NotApplicable => "–",
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
