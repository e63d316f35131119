//! The table of reach: every combination of values that occurs, and all subtotals.

use std::collections::BTreeMap;

use super::count::{MOST_DIMENSIONS, add, count};
use super::model::{
    AgeGroup, CompletenessState, PersonFacts, ReachCompleteness, ReachQuestion, ReachRow, ReachValue,
};
use crate::facts::ReachDimension;
use crate::value::{Id, IsoDate};

/// Somebody who came.
pub(super) struct Come<'a> {
    pub(super) person: &'a Id,
    /// The day of the first event of the period.
    pub(super) day: IsoDate,
    /// To how many events.
    pub(super) times: u32,
    /// Whether they had been there before.
    pub(super) returning: bool,
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

/// The table with all its subtotals, and of how many people its values are known. A person has one value in each dimension, so that a
/// subtotal is the people of its rows, each once.
pub(super) fn table(
    people: &[PersonFacts],
    come: &[Come<'_>],
    asked: &ReachQuestion,
) -> (Vec<ReachRow>, Vec<ReachCompleteness>) {
    let dimensions = dimensions(asked);
    let facts = facts_of(people, come, &dimensions);
    table_of(come, asked, |place, by| {
        let come = come.get(place)?;
        value(facts.get(place).copied().flatten(), by, come, &asked.ages)
    })
}

/// The table of people whose values are known otherwise, by their place among those who came.
pub(super) fn table_of<'v>(
    come: &[Come<'_>],
    asked: &ReachQuestion,
    value: impl Fn(usize, ReachDimension) -> Option<&'v str>,
) -> (Vec<ReachRow>, Vec<ReachCompleteness>) {
    let dimensions = dimensions(asked);
    let mut finest: BTreeMap<Vec<Option<&str>>, (u32, u32)> = BTreeMap::new();
    let mut own: Vec<Option<&str>> = Vec::new();
    for (place, come) in come.iter().enumerate() {
        own.clear();
        own.extend(dimensions.iter().map(|dimension| match dimension {
            ReachDimension::History => Some(if come.returning { "returning" } else { "new" }),
            _ => value(place, *dimension).map(str::trim).filter(|value| !value.is_empty()),
        }));
        let (participations, persons) = match finest.get_mut(&own) {
            Some(counts) => counts,
            None => finest.entry(own.clone()).or_default(),
        };
        add(participations, come.times);
        add(persons, 1);
    }
    let completeness = dimensions.iter().enumerate().map(|(place, by)| {
        let of = |(values, (_, persons)): (&Vec<Option<&str>>, &(u32, u32))| {
            let known = values.get(place).is_some_and(Option::is_some);
            if known { 0 } else { *persons }
        };
        let unknown = finest.iter().map(of).fold(0_u32, u32::saturating_add);
        completeness(*by, count(come.len()).saturating_sub(unknown), unknown)
    });
    let completeness = completeness.collect();
    (rows(&finest), completeness)
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
fn rows(finest: &BTreeMap<Vec<Option<&str>>, (u32, u32)>) -> Vec<ReachRow> {
    let mut all: BTreeMap<Vec<ReachValue>, (u32, u32)> = BTreeMap::new();
    for (own, (participations, persons)) in finest {
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
        for combination in combinations {
            let sum = all.entry(combination).or_default();
            add(&mut sum.0, *participations);
            add(&mut sum.1, *persons);
        }
    }
    let row = |(values, (participations, persons))| ReachRow { values, participations, persons };
    all.into_iter().map(row).collect()
}

/// What is known of each who came, the last record of a person. Both are brought into the order of their ids, rather than looked up one by one.
pub(super) fn facts_of<'a>(
    people: &'a [PersonFacts],
    come: &[Come<'_>],
    dimensions: &[ReachDimension],
) -> Vec<Option<&'a PersonFacts>> {
    if dimensions.iter().all(|dimension| *dimension == ReachDimension::History) {
        return vec![None; come.len()];
    }
    let ids = come.iter().map(|come| come.person).chain(people.iter().map(|facts| &facts.person));
    let numbers = super::number::Numbers::of(ids);
    let mut known: Vec<Option<&PersonFacts>> = vec![None; numbers.firsts.len()];
    let (of_come, of_people) = numbers.numbers.split_at_checked(come.len()).unwrap_or((&[], &[]));
    for (number, facts) in of_people.iter().zip(people) {
        if let Some(known) = known.get_mut(super::number::at(*number)) {
            *known = Some(facts);
        }
    }
    of_come.iter().map(|number| known.get(super::number::at(*number)).copied().flatten()).collect()
}

/// What is known of somebody who came.
pub(super) fn value<'a>(
    facts: Option<&'a PersonFacts>,
    dimension: ReachDimension,
    come: &Come<'_>,
    ages: &'a [AgeGroup],
) -> Option<&'a str> {
    let facts = facts?;
    match dimension {
        ReachDimension::Sex => facts.sex.as_deref(),
        ReachDimension::Age => age_group(facts, come.day, ages),
        ReachDimension::Settlement => facts.settlement.as_deref(),
        ReachDimension::Organisation => facts.organisation.as_deref(),
        ReachDimension::Category => facts.category.as_deref(),
        // It is not a fact of the person but of the period.
        ReachDimension::History => None,
    }
}

/// The group of ages; nothing where the year of birth alone leaves it open.
fn age_group<'a>(facts: &PersonFacts, day: IsoDate, ages: &'a [AgeGroup]) -> Option<&'a str> {
    let (least, most) = facts.birth?.age_on(day)?;
    let group =
        |age: u32| ages.iter().find(|group| age >= group.from && group.below.is_none_or(|below| age < below));
    let (one, other) = (group(least)?, group(most)?);
    (one == other).then_some(one.name.as_str())
}
