//! Events that may be one on some day: whatever changes for one of them may change for all.

use std::collections::BTreeSet;

use super::index::Index;
use crate::assess::events::{DOUBLE_SEARCH, UNION_LIMIT, probably_one, range_of};
use crate::assess::ledger::Seen;
use crate::facts::{Event, EventStatus, Fact, Observation, Running};
use crate::value::Id;

/// How many records and days may be looked at for one entry that tells of an event.
pub(super) const OF_EVENTS: usize = 2048;
/// How many for one that names events, of which only lines that count events depend.
pub(super) const OF_PROOF: usize = 128;

/// Looks for the events that may be one with others, whatever the day.
///
/// It may find more than there are: records that hold on no common day, events that somebody told apart.
pub(super) struct Near<'s> {
    entries: &'s Running,
    index: &'s Index,
    found: BTreeSet<&'s Id>,
    open: Vec<&'s Id>,
    /// How much may still be looked at.
    left: usize,
}

/// So many events lie so close that it takes too long to look at them all.
#[derive(Debug)]
pub(super) struct TooMany;

impl<'s> Near<'s> {
    pub(super) fn new(entries: &'s Running, index: &'s Index, most: usize) -> Self {
        Self { entries, index, found: BTreeSet::new(), open: Vec::new(), left: most }
    }

    /// Begins with an event.
    pub(super) fn begin_with(&mut self, event: &'s Id) {
        if self.found.insert(event) {
            self.open.push(event);
        }
    }

    /// Begins with the events that a record of one may be one with, though the record is there no longer.
    pub(super) fn begin_with_record(&mut self, record: Seen<'s, Event>) -> Result<(), TooMany> {
        self.begin_with(&record.fact.event);
        self.beside(record)
    }

    /// All events that may be one with those that it began with, and these.
    pub(super) fn finish(mut self) -> Result<BTreeSet<&'s Id>, TooMany> {
        while let Some(event) = self.open.pop() {
            let Some(facts) = self.index.events.get(event) else { continue };
            let seen = |at: &usize| seen(self.entries.get(*at)?);
            let records: Vec<Seen<'s, Event>> = facts.records.iter().filter_map(seen).collect();
            for record in records {
                self.beside(record)?;
            }
            for union in &facts.unions {
                if let Some(Fact::SameEvent { body } | Fact::SplitEvent { body }) =
                    self.entries.get(*union).map(|by| &by.fact)
                {
                    self.spend(body.events.len().min(UNION_LIMIT))?;
                    body.events.iter().take(UNION_LIMIT).for_each(|event| self.begin_with(event));
                }
            }
        }
        Ok(self.found)
    }

    /// Goes on to the events of the same days that a record may be one with.
    fn beside(&mut self, record: Seen<'s, Event>) -> Result<(), TooMany> {
        self.spend(1)?;
        if record.fact.status != EventStatus::Held {
            return Ok(());
        }
        let range = range_of(record.fact);
        let first = range.start.add_days(self.index.longest.saturating_neg()).unwrap_or(range.start);
        for (_, at) in self.index.held.range((first, 0)..=(range.end, usize::MAX)) {
            self.spend(1)?;
            let Some(other) = self.entries.get(*at).and_then(seen) else { continue };
            let same = other.fact.event == record.fact.event;
            if same || range_of(other.fact).end < range.start {
                continue;
            }
            // Where many events lie together only so many are compared, and one more puts another out of the comparison.
            if probably_one(&record, &other) || self.is_crowded(other.fact)? {
                self.begin_with(&other.fact.event);
            }
        }
        Ok(())
    }

    /// Whether more events begin while an event lasts than are compared with it.
    fn is_crowded(&mut self, event: &Event) -> Result<bool, TooMany> {
        let range = range_of(event);
        let mut beside = 0_usize;
        for (_, on_day) in range.within(&self.index.held_by_day) {
            self.spend(1)?;
            beside = beside.saturating_add(*on_day);
        }
        Ok(beside > DOUBLE_SEARCH)
    }

    fn spend(&mut self, work: usize) -> Result<(), TooMany> {
        self.left = self.left.checked_sub(work).ok_or(TooMany)?;
        Ok(())
    }
}

/// The record of an event that an observation is.
pub(super) fn seen(by: &Observation) -> Option<Seen<'_, Event>> {
    match &by.fact {
        Fact::Event { body } => Some(Seen { by, fact: body }),
        _ => None,
    }
}
