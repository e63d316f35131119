//! Who came in the period of a question, and how many were counted beyond.
#![expect(clippy::indexing_slicing, reason = "bins, rows and numbers given here")]

use super::bins::{Attended, Bin, Codes, EARLIER, SpreadAttendances, SpreadPeople, Wanted, bins_for};
use super::count::{add, count};
use super::model::{Attendance, Headcount, PersonFacts, ReachQuestion};
use super::table::{MOST_DIMENSIONS, dimensions};
use crate::facts::ReachDimension;
use crate::people::dictionary::{Dictionary, at, hash_of};
use crate::threads::on_threads;
use crate::value::{Id, IsoDate};

/// Somebody who came.
pub(super) struct Come {
    /// A row of theirs among the attendances.
    pub(super) row: u32,
    /// The last row of theirs among the people, if there is one and somebody asked.
    pub(super) facts: Option<u32>,
    /// The day of the first event of the period.
    pub(super) day: IsoDate,
    /// To how many events.
    pub(super) times: u32,
    /// Whether they had been there before.
    pub(super) returning: bool,
}

/// An event of the question with the people on its list and its headcount.
pub(super) type Occasion<'a> = (&'a Id, u32, Option<u32>);

/// All who came, and what is known of people.
pub(super) struct Gathered<'a> {
    /// By the thread that counted them.
    pub(super) shares: Vec<Share>,
    pub(super) occasions: Vec<Occasion<'a>>,
    pub(super) known: Known<'a>,
}

/// The values of people, as numbers.
pub(super) struct Known<'a> {
    pub(super) codes: Vec<Codes>,
    /// The words of the codes from 1 on.
    pub(super) values: [Dictionary<&'a str>; MOST_DIMENSIONS],
    bins: Vec<Vec<Bin<u32>>>,
}

/// What one thread counted: the people of some bins.
#[derive(Default)]
pub(super) struct Share {
    pub(super) come: Vec<Come>,
    /// Rows of attendances, one of each who came before the period.
    pub(super) earlier: Vec<u32>,
    /// How many are on the list of each event.
    listed: Vec<u32>,
}

/// How the work is cut; the result is the same however it is.
#[derive(Clone, Copy)]
pub(super) struct Cut {
    /// How many do it.
    pub(super) threads: usize,
    /// Over how many bins, as a power of two.
    pub(super) bits: u32,
}

impl Cut {
    pub(super) fn of(attendances: &[Attendance], threads: usize) -> Self {
        Self { threads: threads.max(1), bits: bins_for(attendances.len()) }
    }

    /// Rows in about equal parts, each with the place where it begins; one part at least.
    fn parts<T>(self, rows: &[T]) -> Vec<(usize, &[T])> {
        let size = rows.len().div_ceil(self.threads).max(1);
        let parts: Vec<(usize, &[T])> = (0..).step_by(size).zip(rows.chunks(size)).collect();
        if parts.is_empty() { vec![(0, rows)] } else { parts }
    }
}

/// Sorts attendances and headcounts to people and events.
pub(super) fn gather<'a>(
    people: &'a [PersonFacts],
    attendances: &'a [Attendance],
    headcounts: &'a [Headcount],
    asked: &ReachQuestion,
    cut: Cut,
) -> Gathered<'a> {
    let spread = on_threads(cut.parts(attendances), |(start, rows)| {
        SpreadAttendances::of(rows, start, asked, cut.bits)
    });
    let known = known(people, asked, cut);
    let (numbers, events) = events(&spread);
    let bins: usize = 1 << cut.bits;
    let shares = on_threads(0..cut.threads.min(bins), |first| {
        let mut counter = Counter::new(events.len());
        for bin in (first..bins).step_by(cut.threads) {
            let attended =
                spread.iter().zip(&numbers).map(|(part, numbers)| (&part.bins[bin], numbers.as_slice()));
            counter.take(attended, known.bins.iter().map(|bins| &bins[bin]));
        }
        counter.share
    });
    let listed = events.iter().enumerate().map(|(number, event)| {
        (*event, shares.iter().map(|share| share.listed[number]).fold(0, u32::saturating_add), None)
    });
    let occasions = occasions(listed.filter(|(_, listed, _)| *listed > 0).collect(), headcounts, asked);
    Gathered { shares, occasions, known }
}

/// For the events of each part their numbers among all events; and those.
fn events<'a>(spread: &[SpreadAttendances<'a>]) -> (Vec<Vec<u32>>, Vec<&'a Id>) {
    let mut events = Dictionary::new();
    let mut ids: Vec<&Id> = Vec::new();
    let mut number = |id: &'a Id| {
        let number = events.number(hash_of(id.as_str()), id.as_str(), || id.as_str());
        if at(number) == ids.len() {
            ids.push(id);
        }
        number
    };
    let numbers = spread.iter().map(|part| part.firsts.iter().map(|id| number(id)).collect()).collect();
    (numbers, ids)
}

/// The values of people, where they are asked for.
fn known<'a>(people: &'a [PersonFacts], asked: &ReachQuestion, cut: Cut) -> Known<'a> {
    let by = dimensions(asked);
    let is_asked = by.iter().any(|by| *by != ReachDimension::History);
    let people = if is_asked { people } else { &[] };
    let parts = on_threads(cut.parts(people), |(start, rows)| SpreadPeople::of(rows, start, &by, cut.bits));
    let mut known =
        Known { codes: Vec::new(), values: std::array::from_fn(|_| Dictionary::new()), bins: Vec::new() };
    for (part, SpreadPeople { bins, codes, values }) in parts.into_iter().enumerate() {
        known.bins.push(bins);
        if part == 0 {
            (known.codes, known.values) = (codes, values);
            continue;
        }
        let mut all = known.values.iter_mut();
        let numbers = values.map(|values| {
            let Some(all) = all.next() else { return Vec::new() };
            let number = |value: &&'a str| all.number(hash_of(value), *value, || *value).saturating_add(1);
            std::iter::once(0).chain(values.keys().iter().map(number)).collect::<Vec<u32>>()
        });
        known.codes.extend(codes.into_iter().map(|codes| {
            let mut numbers = numbers.iter();
            codes.map(|code| numbers.next().map_or(0, |numbers| numbers[at(code)]))
        }));
    }
    known
}

/// Counts bin after bin.
struct Counter<'b> {
    share: Share,
    people: Dictionary<&'b str>,
    come: Vec<Come>,
    /// Person and event of every row.
    visits: Vec<u64>,
}

impl<'b> Counter<'b> {
    fn new(events: usize) -> Self {
        let share = Share { listed: vec![0; events], ..Share::default() };
        Self { share, people: Dictionary::new(), come: Vec::new(), visits: Vec::new() }
    }

    /// Counts a bin of each part of the attendances, whose events are numbered by the list beside it, and of the people.
    fn take<'n>(
        &mut self,
        attended: impl Iterator<Item = (&'b Bin<Attended>, &'n [u32])>,
        known: impl Iterator<Item = &'b Bin<u32>>,
    ) {
        self.people.clear();
        self.come.clear();
        self.visits.clear();
        for (bin, events) in attended {
            for (hash, id, Attended { row, event, on }) in bin.rows() {
                let person = self.people.number(hash, id, || id);
                if at(person) == self.come.len() {
                    self.come.push(Come { row, facts: None, day: on, times: 0, returning: false });
                }
                let come = &mut self.come[at(person)];
                if event == EARLIER {
                    come.returning = true;
                    continue;
                }
                self.visits.push((u64::from(person) << 32) | u64::from(events[at(event)]));
                // A day before the period is none of these.
                if come.times == 0 || on < come.day {
                    (come.day, come.times) = (on, 1);
                }
            }
        }
        for bin in known {
            for (hash, id, row) in bin.rows() {
                if let Some(person) = self.people.find(hash, id) {
                    self.come[at(person)].facts = Some(row);
                }
            }
        }
        // Each person once an event.
        self.visits.sort_unstable();
        self.visits.dedup();
        for of_person in self.visits.chunk_by(|one, other| one >> 32 == other >> 32) {
            for visit in of_person {
                add(&mut self.share.listed[half(*visit)], 1);
            }
            if let Some(visit) = of_person.first() {
                self.come[half(*visit >> 32)].times = count(of_person.len());
            }
        }
        self.share.earlier.extend(self.come.iter().filter(|come| come.returning).map(|come| come.row));
        self.share.come.extend(self.come.drain(..).filter(|come| come.times > 0));
    }
}

/// The lower half of a number.
fn half(number: u64) -> usize {
    at(u32::try_from(number & u64::from(u32::MAX)).unwrap_or(u32::MAX))
}

/// The events with a list, and those of the question whose heads were counted: each once, in their order, with the greatest of its headcounts.
fn occasions<'a>(
    listed: Vec<Occasion<'a>>,
    headcounts: &'a [Headcount],
    asked: &ReachQuestion,
) -> Vec<Occasion<'a>> {
    let wanted = Wanted::of(asked);
    let counts = |headcount: &&Headcount| asked.period.contains(headcount.on) && wanted.has(&headcount.event);
    let mut occasions = listed;
    let heads = headcounts.iter().filter(counts);
    occasions.extend(heads.map(|headcount| (&headcount.event, 0, Some(headcount.total))));
    occasions.sort_unstable();
    occasions.dedup_by(|(event, listed, heads), kept| {
        let same = *event == kept.0;
        if same {
            add(&mut kept.1, *listed);
            kept.2 = kept.2.max(*heads);
        }
        same
    });
    occasions
}
