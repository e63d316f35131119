//! Headcounts in groups: participations of people whom nobody named.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::bins::Wanted;
use super::count::add;
use super::model::{ReachQuestion, ReachRow, ReachValue};
use crate::facts::{HeadcountGroup, ReachDimension};
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
                let value = group.value.trim();
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
