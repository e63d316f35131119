//! The door of `assess`: facts as dated observations.

use super::{Entry, Fact};
use crate::value::fingerprint::fingerprint;
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
/// An entry replaces another whatever the order in which they stand and whatever their dates. Who replaces a replacer
/// brings nothing back: where B replaced A and B is voided, A stays replaced, and a new entry says what holds. An entry
/// of an unknown kind replaces too, so that a newer phone's correction is not passed over.
#[must_use]
pub fn observe(entries: Vec<Entry>) -> Observations {
    let standing = standing(&entries);
    let all = entries
        .into_iter()
        .zip(standing)
        .filter(|(entry, stands)| *stands && !matches!(entry.fact, Fact::Void { .. } | Fact::Other { .. }))
        .map(|(entry, _)| Observation {
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

/// For every entry, whether no other replaces it.
pub(super) fn standing(entries: &[Entry]) -> Vec<bool> {
    let print = |id: &Id| fingerprint(id.as_str());
    let mut replaced: Vec<(u64, &Id)> =
        entries.iter().flat_map(|entry| &entry.replaces).map(|id| (print(id), id)).collect();
    replaced.sort_unstable();
    let stands = |id: &Id| replaced.is_empty() || replaced.binary_search(&(print(id), id)).is_err();
    entries.iter().map(|entry| stands(&entry.id)).collect()
}
