//! Headcounts in groups: participations of people whom nobody named.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::bins::Wanted;
use super::count::add;
use super::model::{ReachQuestion, ReachRow, ReachValue};
use super::spelling::{names_house, names_somebody};
use crate::facts::{HeadcountGroup, ReachDimension};
use crate::people::duplicates::settlement_form;
use crate::people::import::is_nobody;
use crate::value::{Id, IsoDate};

/// An event whose people were counted by heads, with the groups they were counted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedEvent {
    /// The event.
    pub event: Id,
    /// Its day.
    pub on: IsoDate,
    /// All people who were there.
    pub total: u32,
    /// The groups, as far as they were counted.
    pub groups: Vec<HeadcountGroup>,
}

/// Participations by what people were told apart by when their heads were counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct GroupCount {
    /// What they were told apart by.
    pub by: ReachDimension,
    /// All of them, each group, and those of whom it was not counted. Different people among them are not known: `persons` is participations too.
    pub rows: Vec<ReachRow>,
}

/// Adds up the groups of headcounts within a question's period and events. Of every event those who were in no group are `unknown`. They are
/// participations: who came twice counts twice, and they are never added to people known by name.
#[must_use]
pub fn count_groups(events: &[CountedEvent], asked: &ReachQuestion) -> Vec<GroupCount> {
    let wanted = Wanted::of(asked);
    let counts = |event: &&CountedEvent| asked.period.contains(event.on) && wanted.has(&event.event);
    let mut sums: BTreeMap<ReachDimension, BTreeMap<ReachValue, u32>> = BTreeMap::new();
    for event in events.iter().filter(counts) {
        let kinds: BTreeSet<ReachDimension> = event.groups.iter().map(|group| group.by).collect();
        for by in kinds {
            let of = sums.entry(by).or_default();
            let mut rest = event.total;
            for group in event.groups.iter().filter(|group| group.by == by && group.count > 0) {
                let value = Some(group.value.trim()).filter(|value| is_value(by, value)).unwrap_or("");
                let known = ReachValue::Is { value: value.into() };
                add(
                    of.entry(if value.is_empty() { ReachValue::Unknown {} } else { known }).or_default(),
                    group.count,
                );
                rest = rest.saturating_sub(group.count);
            }
            if rest > 0 {
                add(of.entry(ReachValue::Unknown {}).or_default(), rest);
            }
        }
    }
    if let Some(places) = sums.get_mut(&ReachDimension::Settlement) {
        *places = one_place(std::mem::take(places));
    }
    let row =
        |value: ReachValue, sum: u32| ReachRow { values: vec![value], participations: sum, persons: sum };
    sums.into_iter()
        .map(|(by, values)| {
            let all = values.values().copied().fold(0, u32::saturating_add);
            let parts = values.into_iter().map(|(value, sum)| row(value, sum));
            GroupCount { by, rows: std::iter::once(row(ReachValue::All {}, all)).chain(parts).collect() }
        })
        .collect()
}

/// Whether a group is one that people of the registry could have too.
fn is_value(by: ReachDimension, value: &str) -> bool {
    let is_house = by == ReachDimension::Settlement && names_house(value);
    !is_nobody(value) && !names_somebody(value) && !is_house
}

/// Spellings of one settlement as one, under the one that most were counted under.
fn one_place(places: BTreeMap<ReachValue, u32>) -> BTreeMap<ReachValue, u32> {
    let mut spellings: Vec<(ReachValue, u32)> = places.into_iter().collect();
    spellings.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut of_form: Vec<(String, ReachValue)> = Vec::new();
    let mut out = BTreeMap::new();
    for (place, count) in spellings {
        let shown = match &place {
            ReachValue::Is { value } => {
                let form = settlement_form(value);
                if let Some((_, known)) = of_form.iter().find(|(own, _)| *own == form) {
                    known.clone()
                } else {
                    of_form.push((form, place.clone()));
                    place
                }
            }
            _ => place,
        };
        add(out.entry(shown).or_default(), count);
    }
    out
}
