//! Records of one event or one item of evidence that cannot all be right.

use std::cmp::Ordering;

use super::newest::{Told, newest_of};
use super::{Entry, EventStatus, Fact};
use crate::value::{Id, IsoDate};

/// What one entry says of an event or an item.
#[derive(Debug, Clone, Copy)]
struct Record<'a> {
    about: &'a Id,
    /// The state of an event; that a planned one is held is no contradiction.
    status: Option<EventStatus>,
    at: usize,
    entry: &'a Entry,
}

impl<'a> Record<'a> {
    fn of(at: usize, entry: &'a Entry) -> Option<Self> {
        let (about, status) = match entry.fact.now() {
            Fact::Event { body } => (&body.event, Some(body.status)),
            Fact::Evidence { body } => (&body.item, None),
            _ => return None,
        };
        Some(Self { about, status, at, entry })
    }

    /// Everybody takes the latest for the newest state: by date, then by clock, then by id.
    fn newest_first(&self, other: &Self) -> Ordering {
        fn time<'a>(record: &Record<'a>) -> (IsoDate, Option<&'a str>, &'a Id) {
            (record.entry.on, record.entry.clock.as_deref(), &record.entry.id)
        }
        time(other).cmp(&time(self))
    }

    fn as_event(&self) -> Option<Told<'a>> {
        match self.entry.fact.now() {
            Fact::Event { body } => Some(Told {
                status: body.status,
                start: body.start,
                on: self.entry.on,
                author: &self.entry.author,
            }),
            _ => None,
        }
    }

    fn is_of_another_device(&self, other: &Self) -> bool {
        (&self.entry.device, &self.entry.author) != (&other.entry.device, &other.entry.author)
    }

    /// Whether one says that the event was held, and the other that it was put off or cancelled when by what the first
    /// says it had begun. That an event is held after it was put off is no contradiction.
    fn is_denied_by(&self, off: &Self) -> bool {
        let start = match self.entry.fact.now() {
            Fact::Event { body } => body.start,
            _ => return false,
        };
        start <= off.entry.on && self.is_of_another_device(off)
    }
}

/// Among entries that stand, those of different devices that record one event or item and contradict each other: by
/// place, the newest, which counts, first. With every run stands what it is about.
pub(crate) fn rivals<'a>(standing: impl Iterator<Item = (usize, &'a Entry)>) -> Vec<(&'a Id, Vec<usize>)> {
    let mut records: Vec<Record<'_>> = standing.filter_map(|(at, entry)| Record::of(at, entry)).collect();
    records.sort_unstable_by(|a, b| (a.about, a.status, a.at).cmp(&(b.about, b.status, b.at)));
    let of_one = records.chunk_by(|a, b| a.about == b.about && a.status.is_some() == b.status.is_some());
    let mut found = Vec::new();
    for run in of_one.filter(|run| run.len() > 1) {
        for mut rivals in contradictions(run) {
            rivals.sort_unstable_by(Record::newest_first);
            // What counts stands first.
            let counts = newest_of(rivals.iter().filter_map(Record::as_event));
            if let Some(first) = rivals.get_mut(..=counts) {
                first.rotate_right(1);
            }
            found
                .extend(rivals.first().map(|first| (first.about, rivals.iter().map(|one| one.at).collect())));
        }
    }
    found
}

/// The contradictions in the records of one event or item.
fn contradictions<'a>(run: &[Record<'a>]) -> Vec<Vec<Record<'a>>> {
    // A plan that is newer than whatever says that the event was held speaks against it.
    let held = run.iter().filter(|record| record.status == Some(EventStatus::Held));
    let held = held.min_by(|a, b| a.newest_first(b));
    let newer = |record: &Record<'_>| held.is_some_and(|held| record.newest_first(held).is_lt());
    let is_plan = |record: &&Record<'_>| record.status == Some(EventStatus::Planned) && !newer(record);
    let off: Vec<Record<'_>> = run.iter().filter(|record| puts_off(record, newer)).copied().collect();
    if !contradict(run, off) {
        return run
            .chunk_by(|a, b| a.status == b.status)
            .filter(|of| differ(of))
            .map(<[_]>::to_vec)
            .collect();
    }
    let plans: Vec<Record<'_>> = run.iter().filter(is_plan).copied().collect();
    let others: Vec<Record<'_>> = run.iter().filter(|record| !is_plan(record)).copied().collect();
    let plans = Some(plans).filter(|plans| differ(plans));
    std::iter::once(others).chain(plans).collect()
}

/// Whether records of one state do not say the same as the newest of them, which is of another device.
fn differ(records: &[Record<'_>]) -> bool {
    let newest = records.iter().min_by(|a, b| a.newest_first(b));
    newest.is_some_and(|newest| {
        let differs = |other: &Record<'_>| {
            other.entry.fact.now() != newest.entry.fact.now() && other.is_of_another_device(newest)
        };
        records.iter().any(differs)
    })
}

/// Whether a record says that the event was put off or cancelled, or later than that it was held that it is planned.
fn puts_off(record: &Record<'_>, is_newer: impl Fn(&Record<'_>) -> bool) -> bool {
    match record.status {
        Some(EventStatus::Cancelled | EventStatus::Postponed) => true,
        Some(EventStatus::Planned) => is_newer(record),
        _ => false,
    }
}

/// Whether one device says that an event was held, and another that it was put off.
fn contradict<'a>(run: &[Record<'a>], mut off: Vec<Record<'a>>) -> bool {
    let is_held = |record: &&Record<'_>| record.status == Some(EventStatus::Held);
    let mut held: Vec<Record<'_>> = run.iter().filter(is_held).copied().collect();
    // Of many the first that was held and the last that was put off are enough, and of another device the next such.
    held.sort_by_key(|record| match record.entry.fact.now() {
        Fact::Event { body } => Some(body.start),
        _ => None,
    });
    off.sort_by_key(|record| std::cmp::Reverse(record.entry.on));
    let off = of_two_devices(off);
    of_two_devices(held).iter().any(|held| off.iter().any(|off| held.is_denied_by(off)))
}

/// The first, and the first of another device: one of the two is of another device than any third.
fn of_two_devices(records: Vec<Record<'_>>) -> Vec<Record<'_>> {
    let mut firsts: Vec<Record<'_>> = Vec::new();
    for record in records {
        if firsts.len() < 2 && firsts.iter().all(|first| first.is_of_another_device(&record)) {
            firsts.push(record);
        }
    }
    firsts
}
