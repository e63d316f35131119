//! Reach as it may leave the house: without counts that would tell on somebody.

use serde::Serialize;

use super::count::count;
use super::groups::GroupCount;
use super::model::{CompletenessState, Reach, ReachQuestion, ReachRow, ReachValue};
use super::policy::ReachPolicy;
use super::suppress::hidden;
use super::table::dimensions;
use crate::facts::ReachDimension;
use crate::value::Id;

/// Reach in which small counts are hidden. Nothing in place of a number means that it is hidden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ShownReach {
    /// What the columns of the table are.
    pub by: Vec<ReachDimension>,
    /// The smallest count that is shown.
    pub smallest: u32,
    /// Participations: those on lists and those counted by head.
    pub participations: Option<u32>,
    /// Participations that are on no list.
    pub unlisted: Option<u32>,
    /// Different people known by name.
    pub persons_listed: Option<u32>,
    /// The least number of different people.
    pub persons_at_least: Option<u32>,
    /// The greatest number of different people.
    pub persons_at_most: Option<u32>,
    /// Of those known by name, who came for the first time.
    pub new_persons: Option<u32>,
    /// Of those known by name, who were there before the period.
    pub returning_persons: Option<u32>,
    /// The table.
    pub rows: Vec<ShownRow>,
    /// How many of its rows are hidden.
    pub hidden_rows: u32,
    /// Whether the values asked for are known of everybody.
    pub completeness: Vec<ShownCompleteness>,
    /// Headcounts in groups.
    pub groups: Vec<ShownGroups>,
    /// Events whose list has more people than were counted by head.
    pub lists_beyond_headcount: Vec<Id>,
}

/// A row of the table; both numbers are hidden or neither.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ShownRow {
    /// One value for each column.
    pub values: Vec<ReachValue>,
    /// Participations of people who are known by name.
    pub participations: Option<u32>,
    /// People who are known by name.
    pub persons: Option<u32>,
}

/// Whether a value is known of everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ShownCompleteness {
    /// What people are told apart by.
    pub by: ReachDimension,
    /// Whether it is known of all, some or none.
    pub state: CompletenessState,
    /// People of whom it is not known.
    pub unknown: Option<u32>,
}

/// Participations counted by heads in groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ShownGroups {
    /// What they were told apart by.
    pub by: ReachDimension,
    /// All of them, and each group.
    pub rows: Vec<ShownRow>,
}

/// Hides what is too small to be shown: counts from 1 up to below the policy's smallest cell, and as many others that no hidden one can be worked
/// out from the rest of the table.
///
/// One table is looked at. Several tables of the same people (by sex and settlement, by sex and age; this month and the next) may tell
/// together what none tells alone: publish one, or the same rows of each.
#[must_use]
pub fn show_reach(
    reach: &Reach,
    groups: &[GroupCount],
    asked: &ReachQuestion,
    policy: &ReachPolicy,
) -> ShownReach {
    let smallest = policy.smallest();
    let by = dimensions(asked);
    let hidden_rows = hidden(&reach.rows, smallest);
    let rows = shown(&reach.rows, &hidden_rows);
    let all_but = |place: Option<usize>, value: &ReachValue| {
        let fits = |row: &&ShownRow| {
            row.values.iter().enumerate().all(|(at, own)| {
                if Some(at) == place { own == value } else { matches!(own, ReachValue::All {}) }
            })
        };
        rows.iter().find(fits)
    };
    // Without anybody there is no row, and nothing to hide.
    let is_open = reach.persons_listed == 0
        || all_but(None, &ReachValue::All {})
            .map_or(reach.persons_listed >= smallest, |row| row.persons.is_some());
    let open = |count: u32| is_open.then_some(count);
    // A small number of people on no list is what the figures around it differ by: all participations from those on lists, the bounds from
    // those known by name.
    let beyond_lists = |count: u32| open(count).filter(|_| !(1..smallest).contains(&reach.unlisted));
    let history = by.iter().position(|by| *by == ReachDimension::History);
    let (new_persons, returning_persons) = if let Some(place) = history {
        // In the table and above it the same is hidden.
        let of = |word: &str, own: u32| {
            let value = ReachValue::Is { value: word.into() };
            all_but(Some(place), &value).map_or(open(own), |row| row.persons)
        };
        (of("new", reach.new_persons), of("returning", reach.returning_persons))
    } else {
        let small = |count: u32| (1..smallest).contains(&count);
        let tells = small(reach.new_persons) || small(reach.returning_persons);
        let open = |count| open(count).filter(|_| !tells);
        (open(reach.new_persons), open(reach.returning_persons))
    };
    let completeness = reach.completeness.iter().enumerate().map(|(place, own)| {
        let row = all_but(Some(place), &ReachValue::Unknown {});
        let unknown = row.map_or(open(own.unknown), |row| row.persons);
        ShownCompleteness { by: own.by, state: own.state, unknown }
    });
    // Their totals hold those on lists too, and so would tell how many are on none.
    let all_groups = beyond_lists(reach.unlisted).is_none();
    let groups = groups.iter().map(|group| {
        // Beside the table a group tells how many of its value are on no list, too.
        let place = by.iter().position(|by| *by == group.by);
        let listed = |value: &ReachValue| {
            let of_value = |row: &&ReachRow| {
                let mut values = row.values.iter().enumerate();
                values.all(
                    |(at, own)| if Some(at) == place { own == value } else { *own == ReachValue::All {} },
                )
            };
            place.and_then(|_| reach.rows.iter().find(of_value)).map_or(0, |row| row.participations)
        };
        let few = |row: &ReachRow| {
            let unlisted = row.participations.saturating_sub(listed(&row.values.first().cloned()?));
            Some((1..smallest).contains(&unlisted))
        };
        let tells = place.is_some() && group.rows.iter().any(|row| few(row) == Some(true));
        let hides = all_groups || tells;
        let hidden: Vec<bool> =
            hidden(&group.rows, smallest).into_iter().map(|hidden| hidden || hides).collect();
        let mut rows = shown(&group.rows, &hidden);
        // The figures above may tell what all groups come to, and who counts the names of hidden groups could tell each of them.
        if hidden.first() == Some(&true) {
            rows.truncate(1);
        }
        ShownGroups { by: group.by, rows }
    });
    ShownReach {
        smallest,
        participations: beyond_lists(reach.participations),
        unlisted: beyond_lists(reach.unlisted),
        persons_listed: open(reach.persons_listed),
        persons_at_least: beyond_lists(reach.persons_at_least),
        persons_at_most: beyond_lists(reach.persons_at_most),
        new_persons,
        returning_persons,
        hidden_rows: count(hidden_rows.iter().filter(|hidden| **hidden).count()),
        completeness: completeness.collect(),
        groups: groups.collect(),
        lists_beyond_headcount: reach.lists_beyond_headcount.clone(),
        rows,
        by,
    }
}

fn shown(rows: &[ReachRow], hidden: &[bool]) -> Vec<ShownRow> {
    let row = |(row, hidden): (&ReachRow, &bool)| {
        let open = |count: u32| (!hidden).then_some(count);
        ShownRow {
            values: row.values.clone(),
            participations: open(row.participations),
            persons: open(row.persons),
        }
    };
    rows.iter().zip(hidden).map(row).collect()
}
