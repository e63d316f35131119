//! What is told once of a line and several devices tell: answers, totals and reviews, of which the latest counts, and one number of
//! one event, which counts as often as it was added.

use std::collections::BTreeMap;

use super::rivals::{are_of_different_devices, newest_first};
use super::{Entry, Fact, PlanReading, ReadingMode, ReadingValue, ReviewState};
use crate::plan::Question;
use crate::value::{Amount, Id, IsoDate};

/// What one entry says of a line, where of several such only the latest counts.
#[derive(Debug)]
pub(super) struct Latest<'a> {
    of: Asked<'a>,
    says: Says<'a>,
    at: usize,
    entry: &'a Entry,
}

/// What is told once of a line.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Asked<'a> {
    /// The answer to a question about how it is read.
    Reading(&'a Id, Question),
    /// Its level on a day.
    Level(&'a Id, Option<&'a Id>, Option<&'a Id>, IsoDate),
    /// What the operator said of it on a day.
    Review(&'a Id, Option<&'a Id>, IsoDate),
}

/// What is told of it.
#[derive(Debug, PartialEq)]
enum Says<'a> {
    Reading(&'a PlanReading),
    Level(ReadingValue),
    Review(ReviewState, Option<Amount>),
}

impl<'a> Latest<'a> {
    pub(super) fn of(at: usize, entry: &'a Entry) -> Option<Self> {
        let (of, says) = match entry.fact.now() {
            // Of two remarks nobody can say that they are about one thing.
            Fact::PlanReading { body } if body.question == Question::Other => return None,
            Fact::PlanReading { body } => (Asked::Reading(&body.line, body.question), Says::Reading(body)),
            Fact::Reading { body } if body.mode == ReadingMode::Total => {
                let (target, event) = (body.target.as_ref(), body.event.as_ref());
                (Asked::Level(&body.line, target, event, entry.on), Says::Level(body.value))
            }
            Fact::Review { body } => {
                let of = Asked::Review(&body.line, body.target.as_ref(), entry.on);
                (of, Says::Review(body.state, body.accepted))
            }
            _ => return None,
        };
        Some(Self { of, says, at, entry })
    }

    fn line(&self) -> &'a Id {
        let (Asked::Reading(line, _) | Asked::Level(line, ..) | Asked::Review(line, ..)) = self.of;
        line
    }

    /// Whether the newest, of another device, does not say the same. An answer of another day, date and document is a later decision.
    fn differs_from(&self, newest: &Self) -> bool {
        let differs = match (&self.says, &newest.says) {
            (Says::Reading(one), Says::Reading(other)) => {
                let one_date = one.date.is_some() && one.date == other.date;
                let dated_apart = one.date.is_some() && other.date.is_some() && one.date != other.date;
                let one_paper = one.document.is_some() && one.document == other.document;
                let at_once = self.entry.on == newest.entry.on || one_date || one_paper;
                at_once && !dated_apart && one.answer != other.answer
            }
            (Says::Review(one, amount), Says::Review(other, other_amount)) => {
                contradict(*one, *other) || one == other && amount != other_amount
            }
            (one, other) => one != other,
        };
        differs && are_of_different_devices(self.entry, newest.entry)
    }
}

/// Whether two outcomes of one day cannot both be. Otherwise one follows the other.
const fn contradict(one: ReviewState, other: ReviewState) -> bool {
    use ReviewState::{Accepted, Returned};
    matches!((one, other), (Returned, Accepted) | (Accepted, Returned))
}

/// What different devices say of one line, and not the same as the newest of them.
pub(super) fn of_latest(mut told: Vec<Latest<'_>>) -> Vec<(&Id, Vec<usize>)> {
    told.sort_by(|a, b| a.of.cmp(&b.of).then_with(|| newest_first(a.entry, b.entry)));
    told.chunk_by(|a, b| a.of == b.of).filter_map(of_one).collect()
}

fn of_one<'a>(run: &[Latest<'a>]) -> Option<(&'a Id, Vec<usize>)> {
    let newest = run.first()?;
    // What was handed in anew is looked at anew.
    let since = run.iter().take_while(|one| !matches!(one.says, Says::Review(ReviewState::Submitted, _)));
    let others = since.filter(|other| other.differs_from(newest)).map(|other| other.at);
    let others: Vec<usize> = others.collect();
    (!others.is_empty()).then(|| (newest.line(), [vec![newest.at], others].concat()))
}

/// The line, event, target and day of a count: of a camp every day has its own.
type CountOf<'a> = (&'a Id, &'a Id, Option<&'a Id>, IsoDate);

/// Among entries that stand, counts of one event for one line that different devices added and that are the same number: by place,
/// the earliest first, with the line. They may be one count.
pub(super) fn counted_twice<'a>(
    standing: impl Iterator<Item = (usize, &'a Entry)>,
) -> Vec<(&'a Id, Vec<usize>)> {
    let mut counts: BTreeMap<CountOf<'_>, Vec<(usize, &Entry, ReadingValue)>> = BTreeMap::new();
    for (at, entry) in standing {
        let Fact::Reading { body } = entry.fact.now() else { continue };
        let Some(event) = body.event.as_ref().filter(|_| body.mode == ReadingMode::Add) else { continue };
        if matches!(body.value, ReadingValue::Amount { amount } if !amount.is_zero()) {
            let of = (&body.line, event, body.target.as_ref(), entry.on);
            counts.entry(of).or_default().push((at, entry, body.value));
        }
    }
    let mut found = Vec::new();
    for ((line, ..), mut counts) in counts.into_iter().filter(|(_, counts)| counts.len() > 1) {
        counts.sort_by(|(_, a, _), (_, b, _)| newest_first(b, a));
        while let Some((first, entry, value)) = counts.first().copied() {
            let same = |(_, other, of): &(usize, &Entry, ReadingValue)| {
                *of == value && are_of_different_devices(entry, other)
            };
            let again: Vec<usize> = counts.iter().filter(|count| same(count)).map(|(at, ..)| *at).collect();
            counts.retain(|(.., of)| *of != value);
            if !again.is_empty() {
                found.push((line, [vec![first], again].concat()));
            }
        }
    }
    found
}
