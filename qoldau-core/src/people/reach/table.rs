//! The table of reach: every combination of values that occurs, and all subtotals.

use super::bins::{Codes, said};
use super::count::{add, count};
use super::gather::{Come, Known, Share};
use super::model::{
    AgeGroup, CompletenessState, PersonFacts, ReachCompleteness, ReachQuestion, ReachRow, ReachValue,
};
use crate::facts::ReachDimension;
use crate::people::dictionary::{Dictionary, at, spread};
use crate::people::identity::Birth;
use crate::threads::on_threads;
use crate::value::IsoDate;

/// The most dimensions of a table.
pub const MOST_DIMENSIONS: usize = 3;

/// So many rows and subtotals are put beside each other before they are merged.
const ROOM: usize = 65_536;

/// The table, and of how many people its values are known.
pub(super) struct Table {
    pub(super) rows: Vec<ReachRow>,
    pub(super) completeness: Vec<ReachCompleteness>,
}

/// Participations and people of every combination of values that occurs. A person has one value in each dimension, so that a subtotal is the
/// people of its rows, each once.
pub(super) type Finest<'v> = Vec<(Vec<Option<&'v str>>, (u32, u32))>;

/// The same in the order of the combinations, each once.
pub(super) fn merged<K: Ord>(mut counted: Vec<(K, (u32, u32))>) -> Vec<(K, (u32, u32))> {
    counted.sort_unstable_by(|one, other| one.0.cmp(&other.0));
    counted.dedup_by(|more, kept| {
        let same = more.0 == kept.0;
        if same {
            add(&mut kept.1.0, more.1.0);
            add(&mut kept.1.1, more.1.1);
        }
        same
    });
    counted
}

/// What people are told apart by: each once, no more than three.
pub(super) fn dimensions(asked: &ReachQuestion) -> Vec<ReachDimension> {
    let mut dimensions: Vec<ReachDimension> = Vec::new();
    for dimension in &asked.by {
        if !dimensions.contains(dimension) && dimensions.len() < MOST_DIMENSIONS {
            dimensions.push(*dimension);
        }
    }
    dimensions
}

/// The table of those who came.
pub(super) fn tabulate(
    shares: &[Share],
    known: &Known<'_>,
    people: &[PersonFacts],
    asked: &ReachQuestion,
) -> Table {
    let by = dimensions(asked);
    let counted = on_threads(shares, |share| tally(&share.come, known, people, &by, &asked.ages));
    let mut finest = Finest::new();
    for (combinations, counts) in &counted {
        for (codes, (participations, persons)) in combinations.keys().iter().zip(counts) {
            let values = by.iter().zip(codes).zip(&known.values);
            let values = values.map(|((by, code), values)| word(*by, *code, values.keys(), &asked.ages));
            finest.push((values.collect(), (*participations, *persons)));
        }
    }
    table(&merged(finest), asked)
}

/// The combinations of codes, each with its participations and people.
type Tally = (Dictionary<Codes>, Vec<(u32, u32)>);

fn tally(
    come: &[Come],
    known: &Known<'_>,
    people: &[PersonFacts],
    by: &[ReachDimension],
    ages: &[AgeGroup],
) -> Tally {
    let mut combinations = Dictionary::new();
    let mut counts: Vec<(u32, u32)> = Vec::new();
    for come in come {
        let row = come.facts.map(at);
        let mut codes = row.and_then(|row| known.codes.get(row)).copied().unwrap_or_default();
        for (code, by) in codes.iter_mut().zip(by) {
            match by {
                ReachDimension::History => *code = if come.returning { 2 } else { 1 },
                ReachDimension::Age => {
                    let birth = row.and_then(|row| people.get(row)).and_then(|facts| facts.birth);
                    let group = birth.and_then(|birth| age_group(birth, come.day, ages));
                    *code = group.map_or(0, |place| count(place).saturating_add(1));
                }
                _ => {}
            }
        }
        let hash = codes.iter().fold(0, |hash, code| spread(u64::from(hash) << 32 | u64::from(*code)));
        let number = at(combinations.number(hash, &codes, || codes));
        if number == counts.len() {
            counts.push((0, 0));
        }
        if let Some((participations, persons)) = counts.get_mut(number) {
            add(participations, come.times);
            add(persons, 1);
        }
    }
    (combinations, counts)
}

/// What a code stands for.
fn word<'v>(by: ReachDimension, code: u32, values: &[&'v str], ages: &'v [AgeGroup]) -> Option<&'v str> {
    let place = at(code.checked_sub(1)?);
    match by {
        ReachDimension::History => Some(if place == 0 { "new" } else { "returning" }),
        ReachDimension::Age => ages.get(place).and_then(|group| told(&group.name)),
        _ => values.get(place).and_then(|value| told(value)),
    }
}

/// A value without the space around it, if anything is left.
fn told(value: &str) -> Option<&str> {
    Some(value.trim()).filter(|value| !value.is_empty())
}

/// The value of somebody in each dimension, as [`tabulate`] has it, and nothing for `history`.
pub(super) fn groups_of<'v>(
    facts: Option<&'v PersonFacts>,
    day: IsoDate,
    by: &[ReachDimension],
    ages: &'v [AgeGroup],
) -> Vec<Option<&'v str>> {
    let value = |by: &ReachDimension| {
        let facts = facts?;
        match by {
            ReachDimension::Age => Some(ages.get(age_group(facts.birth?, day, ages)?)?.name.as_str()),
            _ => said(facts, *by),
        }
    };
    by.iter().map(value).collect()
}

/// The row that people with these values are in.
pub(super) fn finest_row<'v>(
    by: &[ReachDimension],
    returning: bool,
    value: impl Fn(usize) -> Option<&'v str>,
) -> Vec<Option<&'v str>> {
    let of = |(place, by): (usize, &ReachDimension)| match by {
        ReachDimension::History => Some(if returning { "returning" } else { "new" }),
        _ => value(place).and_then(told),
    };
    by.iter().enumerate().map(of).collect()
}

/// The table with all its subtotals.
pub(super) fn table(finest: &Finest<'_>, asked: &ReachQuestion) -> Table {
    let named = finest.iter().map(|(_, (_, persons))| *persons).fold(0_u32, u32::saturating_add);
    let completeness = dimensions(asked).into_iter().enumerate().map(|(place, by)| {
        let of = |(values, (_, persons)): &(Vec<Option<&str>>, (u32, u32))| {
            let known = values.get(place).is_some_and(Option::is_some);
            if known { 0 } else { *persons }
        };
        let unknown = finest.iter().map(of).fold(0_u32, u32::saturating_add);
        completeness(by, named.saturating_sub(unknown), unknown)
    });
    Table { completeness: completeness.collect(), rows: rows(finest) }
}

fn completeness(by: ReachDimension, known: u32, unknown: u32) -> ReachCompleteness {
    let state = match (known, unknown) {
        (0, 0) => CompletenessState::Nobody,
        (0, _) => CompletenessState::Nothing,
        (_, 0) => CompletenessState::Complete,
        _ => CompletenessState::Partial,
    };
    ReachCompleteness { by, known, unknown, state }
}

/// All subtotals of the finest rows.
fn rows(finest: &Finest<'_>) -> Vec<ReachRow> {
    let mut all: Vec<(Vec<ReachValue>, (u32, u32))> = Vec::new();
    // Of many rows most share their subtotals: merged now and then, they take about twice the room of the table at most.
    let mut room = ROOM;
    for (own, counts) in finest {
        let mut combinations: Vec<Vec<ReachValue>> = vec![Vec::new()];
        for value in own {
            let value = value.map_or(ReachValue::Unknown {}, |value| ReachValue::Is { value: value.into() });
            combinations = combinations
                .into_iter()
                .flat_map(|row| {
                    [ReachValue::All {}, value.clone()]
                        .map(|value| row.iter().cloned().chain([value]).collect::<Vec<_>>())
                })
                .collect();
        }
        all.extend(combinations.into_iter().map(|combination| (combination, *counts)));
        if all.len() > room {
            all = merged(all);
            room = all.len().saturating_mul(2).max(ROOM);
        }
    }
    let row = |(values, (participations, persons))| ReachRow { values, participations, persons };
    merged(all).into_iter().map(row).collect()
}

/// The place of the group of ages; nothing where the year of birth alone leaves it open.
fn age_group(birth: Birth, day: IsoDate, ages: &[AgeGroup]) -> Option<usize> {
    let (least, most) = birth.age_on(day)?;
    let group = |age: u32| {
        ages.iter().position(|group| age >= group.from && group.below.is_none_or(|below| age < below))
    };
    let (one, other) = (group(least)?, group(most)?);
    (one == other).then_some(one)
}
