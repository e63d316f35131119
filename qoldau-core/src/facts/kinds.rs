//! Entries that tell another kind of fact than what they replace.

use std::collections::BTreeMap;

use super::read::FactsRead;
use super::tally::Tally;
use super::{Entry, Fact, rules};
use crate::finding::{Finding, Param, Place};
use crate::value::Id;

/// Tells of entries that stand and say another kind of thing than an entry they replace: an event that was corrected to a
/// count is an event no more, and nobody may have meant that.
pub(super) fn say_changed(read: &FactsRead, standing: &[bool], tally: &mut Tally) {
    let replaces = |entry: &&Entry| !entry.replaces.is_empty() && tells(&entry.fact).is_some();
    let standing = || read.entries.iter().zip(&read.lines).zip(standing).filter(|(_, stands)| **stands);
    let replacing =
        || standing().map(|((entry, line), _)| (entry, *line)).filter(|(entry, _)| replaces(entry));
    let mut kinds: BTreeMap<&Id, Option<&str>> =
        replacing().flat_map(|(entry, _)| &entry.replaces).map(|id| (id, None)).collect();
    if kinds.is_empty() {
        return;
    }
    for entry in &read.entries {
        if let Some(kind) = kinds.get_mut(&entry.id) {
            *kind = tells(&entry.fact);
        }
    }
    for (entry, line) in replacing() {
        let now = tells(&entry.fact);
        let was = |id: &Id| kinds.get(id).copied().flatten();
        for id in entry.replaces.iter().filter(|id| was(id).is_some() && was(id) != now) {
            let place = Place::Line { line, entry: Some(entry.id.clone()) };
            let finding = Finding::new(&rules::KIND_CHANGED, place).param(Param::id("entry", id));
            let finding = finding.param(Param::text("was", was(id).unwrap_or_default()));
            tally.push(finding.param(Param::text("now", now.unwrap_or_default())));
        }
    }
}

/// The kind of fact that an entry tells, of those that can be corrected.
fn tells(fact: &Fact) -> Option<&str> {
    let fact = fact.now();
    let known =
        !matches!(fact, Fact::Erased { .. } | Fact::Other { .. }) && Fact::can_be_amended(fact.kind());
    known.then(|| fact.kind())
}
