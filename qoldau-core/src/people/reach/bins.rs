//! Attendances and people spread over bins by the hashes of the people's ids.
//!
//! A table of all people misses the nearer memory of a processor at every row. The rows of one bin fit it, with their ids, and all rows of a
//! person are in one bin; so bins are counted one after the other, or by several threads.
#![expect(clippy::indexing_slicing, reason = "bins and numbers given here")]

use super::count::count;
use super::model::{Attendance, PersonFacts, ReachQuestion};
use super::table::MOST_DIMENSIONS;
use crate::facts::ReachDimension;
use crate::people::dictionary::{Dictionary, at, hash_of};
use crate::value::{Id, IsoDate};

/// About how many rows come into a bin.
const OF_BIN: usize = 4096;
/// The most bins, as a power of two.
const MOST_BINS: u32 = 8;

/// Over how many bins rows are spread, as a power of two.
pub(super) fn bins_for(rows: usize) -> u32 {
    let wanted = rows.checked_div(OF_BIN).unwrap_or(0);
    wanted.checked_ilog2().map_or(0, |bits| bits.saturating_add(1)).min(MOST_BINS)
}

/// Rows that are about people of one bin, in their order.
pub(super) struct Bin<T> {
    heads: Vec<Head<T>>,
    /// The ids of the rows, one behind the other.
    ids: String,
}

struct Head<T> {
    hash: u32,
    length: u8,
    about: T,
}

impl<T: Copy> Bin<T> {
    fn many(bits: u32) -> Vec<Self> {
        (0..1_u32 << bits).map(|_| Self { heads: Vec::new(), ids: String::new() }).collect()
    }

    fn push(&mut self, hash: u32, person: &Id, about: T) {
        let id = person.as_str();
        // An id has 128 bytes at most.
        self.heads.push(Head { hash, length: u8::try_from(id.len()).unwrap_or(u8::MAX), about });
        self.ids.push_str(id);
    }

    /// Hash, id and what was said of each row.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, &str, T)> {
        let mut rest = self.ids.as_str();
        self.heads.iter().map(move |head| {
            let (id, others) = rest.split_at_checked(usize::from(head.length)).unwrap_or((rest, ""));
            rest = others;
            (head.hash, id, head.about)
        })
    }
}

/// The bin of a hash: its upper bits, for tables look at the lower ones.
fn bin(hash: u32, bits: u32) -> usize {
    at(hash.checked_shr(u32::BITS.saturating_sub(bits)).unwrap_or(0))
}

/// The events that a question is about.
pub(super) struct Wanted<'a>(Vec<&'a Id>);

impl<'a> Wanted<'a> {
    pub(super) fn of(asked: &'a ReachQuestion) -> Self {
        let mut events: Vec<&Id> = asked.events.iter().collect();
        events.sort_unstable();
        Self(events)
    }

    /// Whether an event is one of them; all are where none is named.
    pub(super) fn has(&self, event: &Id) -> bool {
        self.0.is_empty() || self.0.binary_search(&event).is_ok()
    }
}

/// An attendance that counts.
#[derive(Clone, Copy)]
pub(super) struct Attended {
    /// Its place in what was given.
    pub(super) row: u32,
    /// The number of its event, or [`EARLIER`].
    pub(super) event: u32,
    pub(super) on: IsoDate,
}

/// In place of an event: before the period, whatever the event.
pub(super) const EARLIER: u32 = u32::MAX;

/// Attendances from one place of the list on.
pub(super) struct SpreadAttendances<'a> {
    pub(super) bins: Vec<Bin<Attended>>,
    /// The events of the rows by number.
    pub(super) events: Dictionary<&'a str>,
    /// A row of each event.
    pub(super) firsts: Vec<&'a Id>,
}

impl<'a> SpreadAttendances<'a> {
    /// Spreads those before the period, and those of the period whose event counts.
    pub(super) fn of(attendances: &'a [Attendance], start: usize, asked: &ReachQuestion, bits: u32) -> Self {
        let wanted = Wanted::of(asked);
        let mut spread = Self { bins: Bin::many(bits), events: Dictionary::new(), firsts: Vec::new() };
        let mut counts: Vec<bool> = Vec::new();
        for (row, attendance) in (count(start)..u32::MAX).zip(attendances) {
            let event = if attendance.on < asked.period.start {
                EARLIER
            } else if attendance.on <= asked.period.end {
                let event = attendance.event.as_str();
                let number = spread.events.number(hash_of(event), event, || event);
                if at(number) == counts.len() {
                    counts.push(wanted.has(&attendance.event));
                    spread.firsts.push(&attendance.event);
                }
                if !counts[at(number)] {
                    continue;
                }
                number
            } else {
                continue;
            };
            let hash = hash_of(attendance.person.as_str());
            let about = Attended { row, event, on: attendance.on };
            spread.bins[bin(hash, bits)].push(hash, &attendance.person, about);
        }
        spread
    }
}

/// What people are told apart by, as numbers: 0 for what is not known, and for groups of ages and for who was there before, which depend
/// on when somebody came.
pub(super) type Codes = [u32; MOST_DIMENSIONS];

/// People from one place of the list on.
pub(super) struct SpreadPeople<'a> {
    /// Places in what was given.
    pub(super) bins: Vec<Bin<u32>>,
    /// The values of each of the people.
    pub(super) codes: Vec<Codes>,
    /// The values of each dimension; the first has the code 1.
    pub(super) values: [Dictionary<&'a str>; MOST_DIMENSIONS],
}

impl<'a> SpreadPeople<'a> {
    pub(super) fn of(people: &'a [PersonFacts], start: usize, by: &[ReachDimension], bits: u32) -> Self {
        let mut spread = Self {
            bins: Bin::many(bits),
            codes: Vec::with_capacity(people.len()),
            values: std::array::from_fn(|_| Dictionary::new()),
        };
        for (row, facts) in (count(start)..u32::MAX).zip(people) {
            let hash = hash_of(facts.person.as_str());
            spread.bins[bin(hash, bits)].push(hash, &facts.person, row);
            let mut codes = [0; MOST_DIMENSIONS];
            for ((code, values), by) in codes.iter_mut().zip(&mut spread.values).zip(by) {
                if let Some(value) = said(facts, *by) {
                    *code = values.number(hash_of(value), value, || value).saturating_add(1);
                }
            }
            spread.codes.push(codes);
        }
        spread
    }
}

/// What is said of somebody in so many words.
pub(super) fn said(facts: &PersonFacts, by: ReachDimension) -> Option<&str> {
    match by {
        ReachDimension::Sex => facts.sex.as_deref(),
        ReachDimension::Settlement => facts.settlement.as_deref(),
        ReachDimension::Organisation => facts.organisation.as_deref(),
        ReachDimension::Category => facts.category.as_deref(),
        // They are no facts of the person but of the day, and of the period.
        ReachDimension::Age | ReachDimension::History => None,
    }
}
