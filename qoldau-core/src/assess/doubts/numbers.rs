//! One paper, or one issue of a newspaper, that several items may be.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::reuse::Lines;
use super::{Item, Looked, about, rules};
use crate::assess::items::{marks, plain_number, registered, stands_for};
use crate::facts::{Evidence, EvidenceKind, Tally};
use crate::value::text::fold_words;

pub(super) fn ask(looked: &Looked<'_>, tally: &mut Tally) {
    let lines = Lines::of(looked);
    let mut alike: BTreeMap<String, Vec<&Item<'_>>> = BTreeMap::new();
    for item in &looked.items {
        if let Some(number) = registered(item.body).or_else(|| issue(item.body))
            && !lines.counting(item.body).is_empty()
        {
            alike.entry(number).or_default().push(item);
        }
    }
    for items in alike.values().filter(|items| items.len() > 1) {
        let apart = counted_apart(&lines, items);
        if apart.len() > 1 {
            tally.push(about(&rules::SAME_NUMBER, apart.into_iter().take(10)));
        }
    }
}

/// The outlet and the issue of a publication. Two articles of one issue have titles of their own.
fn issue(item: &Evidence) -> Option<String> {
    let number = item.number.as_deref().filter(|_| item.kind == EvidenceKind::Publication)?;
    let title = item.title.as_deref().map(fold_words).unwrap_or_default();
    Some(format!("{}\n{}\n{title}", fold_words(item.outlet.as_deref()?), plain_number(number)))
}

/// Those of the items that count beside each other for a line: neither has a file or link of the other, and none is known
/// by its number alone.
fn counted_apart<'a>(lines: &Lines<'_>, items: &[&Item<'a>]) -> Vec<&'a Evidence> {
    let mut known: BTreeSet<Cow<'_, str>> = BTreeSet::new();
    let mut apart: Vec<&Evidence> = Vec::new();
    // What shows more than its number goes first, as in counting.
    let shows_more = items.iter().filter(|item| !stands_for(item.body, item.body));
    let by_number = items.iter().filter(|item| stands_for(item.body, item.body));
    for item in shows_more.chain(by_number).map(|item| item.body) {
        let is_known = marks(item, None).any(|mark| known.contains(&mark));
        known.extend(marks(item, None));
        let shares_line = |other: &&Evidence| !lines.counting(other).is_disjoint(&lines.counting(item));
        let beside = apart.is_empty() || apart.iter().any(shares_line);
        if beside && !is_known && !apart.iter().any(|first| stands_for(item, first)) {
            apart.push(item);
        }
    }
    apart
}
