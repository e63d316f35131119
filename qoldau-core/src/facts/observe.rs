//! The door of `assess`: facts as dated observations.

use std::cmp::Ordering;

use super::succession::{Head, Succession};
use super::{Entry, EventStatus, Fact, attach};
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

    /// Whether it holds at the end of a day, and what it says was done was done by then.
    pub(crate) fn is_done_on(&self, day: IsoDate) -> bool {
        let done = match &self.fact {
            Fact::Event { body } if body.status == EventStatus::Held => Some(body.start),
            Fact::Evidence { body } => body.date,
            Fact::Approval { body } => body.date,
            _ => None,
        };
        self.holds_on(day) && done.is_none_or(|done| done <= day)
    }

    /// Earlier first: by date, then by clock, then by entry id, so that the order of delivery never matters.
    pub(crate) fn by_time(&self, other: &Self) -> Ordering {
        self.on
            .cmp(&other.on)
            .then_with(|| self.clock.cmp(&other.clock))
            .then_with(|| self.entry.cmp(&other.entry))
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
    /// Scored from the answers of a survey.
    Survey,
    /// Counted from lists of people.
    People,
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
/// An entry holds until the day of the entry that takes its place, so that what is said of a past day does not change
/// with later corrections. A replacement dated on its own day or before hides it altogether. Who replaces a replacer
/// brings nothing back: where B replaced A and B is voided, A stays replaced, and a new entry says what holds. An entry
/// of an unknown kind replaces too, so that a newer phone's correction is not passed over.
///
/// Entries that replace each other, directly or through others, are one matter, and each takes in its turn the place of
/// what the matter held before: by date, then by clock, then by id. So a fact that was corrected on two phones counts
/// once; `journal::conflicts` shows them to people. What was erased observes nothing, and items of evidence are given
/// with what was attached to them.
#[must_use]
pub fn observe(entries: Vec<Entry>) -> Observations {
    observe_counted(entries, |_| true)
}

/// Turns the entries that count into observations, as [`observe`] does: of a review, for instance, only what is approved.
///
/// What was replaced stays replaced, though the entry that took its place does not count: nobody has approved that it is
/// so again. Nothing of what does not count is attached to an item that does.
#[must_use]
pub fn observe_counted(entries: Vec<Entry>, counts: impl Fn(&Id) -> bool) -> Observations {
    let succession = Succession::of(&heads(&entries));
    let erased = Erased::of(&entries);
    let keeps: Vec<bool> =
        entries.iter().map(|entry| !erased.holds(&entry.id) && counts(&entry.id)).collect();
    let all: Vec<Observation> = entries
        .into_iter()
        .zip(succession.until)
        .zip(keeps)
        .filter(|(_, keeps)| *keeps)
        .filter_map(|((entry, until), _)| {
            Some(Observation {
                entry: entry.id,
                on: entry.on,
                until,
                author: entry.author,
                clock: entry.clock,
                origin: Origin::Journal,
                fact: observed(entry.fact)?,
            })
        })
        .collect();
    Observations { all: attach::fold(all) }
}

/// What an entry says of the work, if anything.
fn observed(fact: Fact) -> Option<Fact> {
    let fact = match fact {
        Fact::Amend { body } => body.fact,
        fact => fact,
    };
    observes(&fact).then_some(fact)
}

/// Whether a fact that is no amendment says anything of the work.
pub(super) fn observes(fact: &Fact) -> bool {
    !matches!(fact, Fact::Void { .. } | Fact::Erase { .. } | Fact::Erased { .. } | Fact::Other { .. })
}

/// What the succession of entries depends on.
pub(super) fn heads<'a>(entries: &'a [Entry]) -> Vec<Head<'a>> {
    let head = |Entry { id, on, clock, device, replaces, .. }: &'a Entry| Head {
        id,
        on: *on,
        clock: clock.as_deref(),
        device: device.as_deref(),
        replaces,
    };
    entries.iter().map(head).collect()
}

/// Ids of entries that others erase.
struct Erased<'a>(Vec<&'a Id>);

impl<'a> Erased<'a> {
    fn of(entries: &'a [Entry]) -> Self {
        let mut ids: Vec<&Id> = entries
            .iter()
            .filter_map(|entry| match &entry.fact {
                Fact::Erase { body } => Some(&body.entries),
                _ => None,
            })
            .flatten()
            .collect();
        ids.sort_unstable();
        Self(ids)
    }

    fn holds(&self, id: &Id) -> bool {
        !self.0.is_empty() && self.0.binary_search(&id).is_ok()
    }
}
