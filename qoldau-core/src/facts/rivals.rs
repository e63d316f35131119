//! Records of one event or one item of evidence that cannot all be right, what says of events that they are one and that
//! they are not, and what is said twice of a line of which only the latest counts.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::newest::{Told, newest_of};
use super::told_once::{Latest, of_latest};
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

    fn newest_first(&self, other: &Self) -> Ordering {
        newest_first(self.entry, other.entry)
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
        are_of_different_devices(self.entry, other.entry)
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

/// Everybody takes the latest for the newest state: by date, then by clock, then by id.
pub(super) fn newest_first(one: &Entry, other: &Entry) -> Ordering {
    fn time(entry: &Entry) -> (IsoDate, Option<&str>, &Id) {
        (entry.on, entry.clock.as_deref(), &entry.id)
    }
    time(other).cmp(&time(one))
}

pub(super) fn are_of_different_devices(one: &Entry, other: &Entry) -> bool {
    (&one.device, &one.author) != (&other.device, &other.author)
}

/// Among entries that stand, those of different devices that record one event or item and contradict each other, of which
/// one says that events are one and another that they are not, or that say different things of one line where the latest counts: by place, the newest, which counts, first. With every run
/// stands what it is about.
pub(crate) fn rivals<'a>(standing: impl Iterator<Item = (usize, &'a Entry)>) -> Vec<(&'a Id, Vec<usize>)> {
    let (mut records, mut joins, mut latest) = (Vec::new(), Vec::new(), Vec::new());
    for (at, entry) in standing {
        records.extend(Record::of(at, entry));
        joins.extend(Join::of(at, entry));
        latest.extend(Latest::of(at, entry));
    }
    let mut found = of_records(records);
    found.extend(of_joins(&joins));
    found.extend(of_latest(latest));
    found
}

/// Records of one event or item that contradict each other.
fn of_records(mut records: Vec<Record<'_>>) -> Vec<(&Id, Vec<usize>)> {
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

/// What says that events are one, or that they are not.
#[derive(Debug)]
struct Join<'a> {
    is_one: bool,
    events: BTreeSet<&'a Id>,
    at: usize,
    entry: &'a Entry,
}

impl<'a> Join<'a> {
    fn of(at: usize, entry: &'a Entry) -> Option<Self> {
        let (is_one, body) = match entry.fact.now() {
            Fact::SameEvent { body } => (true, body),
            Fact::SplitEvent { body } => (false, body),
            _ => return None,
        };
        Some(Self { is_one, events: body.events.iter().take(MOST_JOINED).collect(), at, entry })
    }

    /// Whether it says of events the contrary of what another device says.
    fn is_against(&self, other: &Self) -> bool {
        self.is_one != other.is_one && are_of_different_devices(self.entry, other.entry)
    }
}

/// Most events of an entry of which every pair is put down; of more those that stand beside each other in order, and those
/// that another entry is about.
const MOST_PAIRED: usize = 8;

/// Most events of an entry that join or part: of more, as everywhere, the first count.
const MOST_JOINED: usize = 64;

/// Pairs of events of which one device says that they are one, and another that they are not.
fn of_joins<'a>(joins: &[Join<'a>]) -> Vec<(&'a Id, Vec<usize>)> {
    let mut of_pair: BTreeMap<(&Id, &Id), Vec<&Join<'_>>> = BTreeMap::new();
    for join in joins {
        let all = join.events.len() <= MOST_PAIRED;
        for (one, other, _) in pairs(&join.events).filter(|(.., apart)| all || *apart == 1) {
            of_pair.entry((one, other)).or_default().push(join);
        }
    }
    // Of an entry of many events any pair counts that another entry is about.
    for join in joins.iter().filter(|join| join.events.len() > MOST_PAIRED) {
        for (one, other, _) in pairs(&join.events).filter(|(.., apart)| *apart > 1) {
            if let Some(others) = of_pair.get_mut(&(one, other)) {
                others.push(join);
            }
        }
    }
    let (mut found, mut known) = (Vec::new(), BTreeSet::new());
    let mut tell = |about, mut joins: Vec<&Join<'_>>| {
        joins.sort_by(|a, b| newest_first(a.entry, b.entry));
        let places: Vec<usize> = joins.iter().map(|join| join.at).collect();
        if known.insert(places.clone()) {
            found.push((about, places));
        }
    };
    let (mut steps, mut parted): (Steps<'_, '_>, Vec<_>) = (BTreeMap::new(), Vec::new());
    for ((one, other), joins) in of_pair {
        let Some(newest) = joins.iter().copied().min_by(|a, b| newest_first(a.entry, b.entry)) else {
            continue;
        };
        if newest.is_one {
            steps.entry(one).or_default().push((other, newest));
            steps.entry(other).or_default().push((one, newest));
        } else {
            parted.push((one, other, newest));
        }
        if joins.iter().any(|join| join.is_against(newest)) {
            tell(one, joins);
        }
    }
    // Whoever says that one event is another, and that one a third, says that the first is the third.
    for (one, other, split) in parted {
        let way = way(one, other, &steps);
        if way.iter().any(|join| join.is_against(split)) {
            tell(one, way.into_iter().chain([split]).collect());
        }
    }
    found
}

/// From every event those that it is said to be, each with what says so last.
type Steps<'s, 'a> = BTreeMap<&'a Id, Vec<(&'a Id, &'s Join<'a>)>>;

/// Most events that are looked at for a way from one to another.
const MOST_ON_A_WAY: usize = 256;

/// What says on a shortest way that one event is another, each once; nothing where nothing does.
fn way<'s, 'a>(from: &'a Id, to: &'a Id, steps: &Steps<'s, 'a>) -> Vec<&'s Join<'a>> {
    let mut reached: Vec<(&Id, usize, Option<&'s Join<'a>>)> = vec![(from, 0, None)];
    let mut seen = BTreeSet::from([from]);
    let mut next = 0;
    while let Some((event, ..)) = reached.get(next).copied() {
        if event == to || reached.len() > MOST_ON_A_WAY {
            break;
        }
        for (other, join) in steps.get(event).into_iter().flatten() {
            if seen.insert(*other) {
                reached.push((*other, next, Some(*join)));
            }
        }
        next = next.saturating_add(1);
    }
    let mut way: Vec<&Join<'_>> = Vec::new();
    let mut at = reached.iter().position(|(event, ..)| *event == to);
    while let Some((_, before, Some(join))) = at.and_then(|at| reached.get(at)) {
        if way.iter().all(|known| known.at != join.at) {
            way.push(*join);
        }
        at = Some(*before);
    }
    way
}

/// The pairs of events in order, each with how far apart they stand.
fn pairs<'s, 'a>(events: &'s BTreeSet<&'a Id>) -> impl Iterator<Item = (&'a Id, &'a Id, usize)> + 's {
    let others = |at: usize| events.iter().skip(at.saturating_add(1)).zip(1..);
    events
        .iter()
        .enumerate()
        .flat_map(move |(at, one)| others(at).map(move |(other, apart)| (*one, *other, apart)))
}
