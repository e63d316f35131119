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
    /// First day on which it holds no longer, where another entry replaces or voids it.
    pub until: Option<IsoDate>,
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
    /// Whether it holds at the end of a day: it is not dated later, and nothing had taken its place by then.
    #[must_use]
    pub fn holds_on(&self, day: IsoDate) -> bool {
        self.on <= day && self.until.is_none_or(|until| until > day)
    }

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
    /// All of them, those too that hold no longer or never held; [`Observations::holding_on`] gives those of a day.
    pub all: Vec<Observation>,
}

impl Observations {
    /// Those that hold at the end of a day.
    pub fn holding_on(&self, day: IsoDate) -> impl Iterator<Item = &Observation> {
        self.all.iter().filter(move |observation| observation.holds_on(day))
    }
}

/// Turns journal entries into observations; voids and unknown kinds observe nothing of their own.
///
/// An entry holds until the day of the earliest entry that replaces or voids it, so that what is said of a past day does
/// not change with later corrections. A replacement dated on its own day or before hides it altogether. Who replaces a
/// replacer brings nothing back: where B replaced A and B is voided, A stays replaced, and a new entry says what holds.
/// An entry of an unknown kind replaces too, so that a newer phone's correction is not passed over.
#[must_use]
pub fn observe(entries: Vec<Entry>) -> Observations {
    let ends: Vec<Option<IsoDate>> = {
        let replaced = Replaced::of(&entries);
        entries.iter().map(|entry| replaced.since(&entry.id)).collect()
    };
    let all = entries
        .into_iter()
        .zip(ends)
        .filter(|(entry, _)| !matches!(entry.fact, Fact::Void { .. } | Fact::Other { .. }))
        .map(|(entry, until)| Observation {
            entry: entry.id,
            on: entry.on,
            until,
            author: entry.author,
            clock: entry.clock,
            origin: Origin::Journal,
            fact: entry.fact,
        })
        .collect();
    Observations { all }
}

/// Entries that others replace or void, by fingerprint and id, each with the days on which that was said.
pub(super) struct Replaced<'a> {
    sorted: Vec<(u64, &'a Id, IsoDate)>,
}

impl<'a> Replaced<'a> {
    pub(super) fn of(entries: &'a [Entry]) -> Self {
        let named = entries.iter().flat_map(|entry| entry.replaces.iter().map(move |id| (id, entry.on)));
        let mut sorted: Vec<_> = named.map(|(id, on)| (fingerprint(id.as_str()), id, on)).collect();
        sorted.sort_unstable();
        Self { sorted }
    }

    /// The day from which an entry holds no longer: the earliest of those on which it was replaced.
    pub(super) fn since(&self, id: &Id) -> Option<IsoDate> {
        if self.sorted.is_empty() {
            return None;
        }
        let key = (fingerprint(id.as_str()), id);
        let at = self.sorted.partition_point(|(print, other, _)| (*print, *other) < key);
        self.sorted.get(at).filter(|(print, other, _)| (*print, *other) == key).map(|(.., on)| *on)
    }
}
