//! The door of `assess`: facts as dated observations.

use super::{Entry, Fact};
use crate::value::{Id, IsoDate};

/// One dated observation of the work, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// Id of the entry it comes from.
    pub entry: Id,
    /// Civil date of the fact.
    pub on: IsoDate,
    /// Who recorded it.
    pub author: Box<str>,
    /// Time of recording, where known.
    pub clock: Option<Box<str>>,
    /// Which part of the product observed it.
    pub origin: Origin,
    /// What was observed.
    pub fact: Fact,
}

impl Observation {
    /// The day it was recorded, where its clock says so.
    #[must_use]
    pub fn recorded_on(&self) -> Option<IsoDate> {
        self.clock.as_deref()?.get(..10)?.parse().ok()
    }
}

/// Which part of the product observed something. New sources add a variant and observations, never a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// Recorded by hand in the journal.
    Journal,
}

/// What the work shows, in no particular order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Observations {
    /// All of them. Entries that were replaced or voided are not among them.
    pub all: Vec<Observation>,
}

/// Turns journal entries into observations: replaced and voided entries and unknown kinds fall away.
///
/// An entry may replace another whatever the order in which they come; who replaces a replacer brings nothing back.
#[must_use]
pub fn observe(entries: Vec<Entry>) -> Observations {
    let mut replaced: Vec<Id> = entries.iter().flat_map(|entry| entry.replaces.iter().cloned()).collect();
    replaced.sort_unstable();
    let all = entries
        .into_iter()
        .filter(|entry| replaced.binary_search(&entry.id).is_err())
        .filter(|entry| !matches!(entry.fact, Fact::Void { .. } | Fact::Other { .. }))
        .map(|entry| Observation {
            entry: entry.id,
            on: entry.on,
            author: entry.author,
            clock: entry.clock,
            origin: Origin::Journal,
            fact: entry.fact,
        })
        .collect();
    Observations { all }
}
