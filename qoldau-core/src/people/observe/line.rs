//! Lines that count participants: lists held against what was reported.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::PeopleObserved;
use super::fold::{Occasion, OccasionKey, People};
use super::rules::{
    LINE_NOT_SAID, LIST_AND_REPORT_DIFFER, LIST_BEYOND_HEADS, LOOSE_READING, TOTAL_BELOW_LISTS,
};
use super::times::Times;
use crate::facts::{Fact, Observation, Origin, Reading, ReadingMode, ReadingValue};
use crate::finding::{Finding, Param, Place};
use crate::plan::{Activity, Indicator, IndicatorKind, Plan, Target};
use crate::value::{Amount, Id, IsoDate};

/// A list or a headcount held against the number that was reported for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReachCheck {
    /// The line.
    pub line: Id,
    /// The event, or the entry that records a service.
    pub occasion: Id,
    /// Its day.
    pub on: IsoDate,
    /// Different people on its lists.
    pub listed: u32,
    /// How many were counted by heads, where they were.
    pub counted: Option<u32>,
    /// The number that the journal reports for it, where it does.
    pub reported: Option<Amount>,
    /// What came of it.
    pub outcome: ReachMatch,
}

/// What came of holding a list against a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ReachMatch {
    /// No number is reported: the list's, or the greater of list and headcount, counts.
    Observed,
    /// The number that is reported is the same.
    Agrees,
    /// The number that is reported is another; it stands, and a finding says so.
    Differs,
    /// The line has a total that takes in the event; whether its people are in it cannot be told event by event.
    WithinTotal,
}

/// What people came to for one line: the people of its lists, event by event, and how many beyond.
pub(super) struct LinePeople<'a> {
    pub(super) line: &'a Id,
    /// The target that they are of, where the line has several.
    target: Option<&'a Id>,
    pub(super) groups: BTreeMap<OccasionKey<'a>, Group<'a>>,
    times: &'a Times<'a>,
}

/// The people of one event for one line.
pub(super) struct Group<'a> {
    pub(super) persons: BTreeSet<&'a Id>,
    pub(super) heads: Option<u32>,
    pub(super) day: IsoDate,
    /// The target that they are of, where the line had several on that day.
    target: Option<&'a Id>,
}

impl Group<'_> {
    /// Participations: those on the list, or the headcount where that is more.
    pub(super) fn participations(&self) -> u32 {
        count(self.persons.len()).max(self.heads.unwrap_or(0))
    }
}

/// What was reported for a line, in numbers.
#[derive(Default)]
pub(super) struct Reported<'a> {
    pub(super) of_events: BTreeMap<&'a Id, Amount>,
    /// The latest total of the line as a whole, with its day.
    pub(super) total: Option<(Amount, IsoDate)>,
    /// What was added without naming an event.
    pub(super) loose: Amount,
}

impl<'a> Reported<'a> {
    /// Reads the readings of a line as `assess` does: a total takes the place of what was read before it, of its event where it names one.
    /// Of an event that several people recorded the largest sum holds.
    pub(super) fn of(people: &People<'a>, of: &LinePeople<'_>) -> Self {
        let mut records: BTreeMap<&Id, Amount> = BTreeMap::new();
        let mut reported = Self::default();
        // What names no target is of the only one that the line had on its day.
        let is_of = |by: &Observation, reading: &Reading| {
            let own =
                |target| reading.target.as_ref().or_else(|| of.times.single(of.line, by.on)) == Some(target);
            reading.line == *of.line && of.target.is_none_or(own)
        };
        for (by, reading) in people.readings.iter().filter(|(by, reading)| is_of(by, reading)) {
            let ReadingValue::Amount { amount } = reading.value else { continue };
            match (&reading.event, reading.mode) {
                (Some(event), ReadingMode::Add) => {
                    let sum = records.entry(event).or_insert(Amount::ZERO);
                    *sum = sum.checked_add(amount).unwrap_or(*sum);
                }
                (Some(event), ReadingMode::Total) => drop(records.insert(event, amount)),
                (None, ReadingMode::Add) => {
                    reported.loose = reported.loose.checked_add(amount).unwrap_or(reported.loose);
                }
                (None, ReadingMode::Total) => {
                    records.clear();
                    (reported.total, reported.loose) = (Some((amount, by.on)), Amount::ZERO);
                }
            }
        }
        for (event, sum) in records {
            let largest = reported.of_events.entry(people.root(event)).or_insert(sum);
            *largest = (*largest).max(sum);
        }
        reported
    }
}

/// Counts the lines of a plan, `whole` with what agreements took out, and holds lists against what was reported.
pub(super) fn observe_lines<'a>(
    whole: &'a Plan,
    plan: &Plan,
    times: &'a Times<'a>,
    people: &People<'a>,
    observed: &mut PeopleObserved,
) -> Vec<LinePeople<'a>> {
    let mut lines = Vec::new();
    for (_, activity) in whole.activities() {
        say_unnamed(people, times, &activity.id, observed);
        for line in &activity.indicators {
            let of_line = LinePeople {
                line: &line.id,
                target: target_of_people(line),
                groups: groups(people, times, activity, line),
                times,
            };
            if counts_people(line) && !of_line.groups.is_empty() {
                let said = observed.findings.len();
                reconcile(people, &of_line, observed);
                // Facts about what was taken out are no findings.
                if !stands(plan, &line.id) {
                    observed.findings.truncate(said);
                }
            }
            lines.push(of_line);
        }
    }
    lines
}

/// Whether a plan has a line.
pub(super) fn stands(plan: &Plan, line: &Id) -> bool {
    plan.lines().any(|(.., standing)| standing.id == *line)
}

/// Whether a line counts participations. Of a service the people on its list are the supports that were given.
fn counts_people(line: &Indicator) -> bool {
    line.kinds().any(|kind| matches!(kind, IndicatorKind::Participants | IndicatorKind::Support))
}

/// The targets of a line that count participants: of «1 форум, 200 участников» the second.
fn targets_of_people(line: &Indicator) -> impl Iterator<Item = &Target> {
    line.targets.iter().filter(|target| line.kind_of(target) == IndicatorKind::Participants)
}

/// The target of a line that the people of its lists are of, where the line has several and one of them alone counts people.
pub(super) fn target_of_people(line: &Indicator) -> Option<&Id> {
    let mut of_people = targets_of_people(line);
    let only = of_people.next().filter(|_| line.targets.len() > 1)?;
    of_people.next().is_none().then_some(&only.id)
}

/// The lines of an activity that an event's list counts for without naming them.
pub(super) fn lines_of_lists(activity: &Activity) -> impl Iterator<Item = &Indicator> {
    activity.indicators.iter().filter(|line| {
        let named = line.targets.is_empty() && line.kind == IndicatorKind::Participants;
        named || targets_of_people(line).next().is_some()
    })
}

/// The one line of an activity that an event's list counts for, where it is clear.
pub(super) fn line_of_lists(activity: &Activity) -> Option<&Indicator> {
    let mut lines = lines_of_lists(activity);
    let only = lines.next()?;
    (lines.next().is_none() && targets_of_people(only).count() < 2).then_some(only)
}

fn groups<'a>(
    people: &People<'a>,
    times: &Times<'a>,
    activity: &Activity,
    line: &'a Indicator,
) -> BTreeMap<OccasionKey<'a>, Group<'a>> {
    let group = |occasion: &Occasion<'a>| {
        let unnamed = occasion.activities.contains(&activity.id)
            && times.takes_all(&activity.id, &line.id, occasion.day);
        let mut persons = occasion.lists.get(&Some(&line.id)).cloned().unwrap_or_default();
        if unnamed {
            persons.extend(occasion.lists.get(&None).into_iter().flatten());
        }
        let heads = occasion.heads.filter(|_| unnamed);
        let day = occasion.day;
        let target = times.target(line, day);
        (!persons.is_empty() || heads.is_some()).then_some(Group { persons, heads, day, target })
    };
    let of_line: Vec<(OccasionKey<'_>, bool, Group<'_>)> = people
        .occasions
        .iter()
        .filter_map(|(key, occasion)| Some((*key, occasion.recorded, group(occasion)?)))
        .collect();
    // What events say of their heads alone makes no line one that is counted by lists: its number is to be recorded.
    if !of_line.iter().any(|(_, recorded, _)| *recorded) {
        return BTreeMap::new();
    }
    of_line.into_iter().map(|(key, _, group)| (key, group)).collect()
}

/// Tells of lists of which cannot be said which line they count for.
fn say_unnamed(people: &People<'_>, times: &Times<'_>, activity: &Id, observed: &mut PeopleObserved) {
    for (key, occasion) in &people.occasions {
        let unnamed = occasion.lists.contains_key(&None) || occasion.heads.is_some();
        if !(unnamed && occasion.recorded && occasion.activities.contains(activity)) {
            continue;
        }
        let stood = times.activity(activity, occasion.day);
        if let Some(activity) = stood.filter(|activity| line_of_lists(activity).is_none()) {
            let finding = Finding::new(&LINE_NOT_SAID, Place::Whole {});
            let lines = lines_of_lists(activity).map(|line| line.id.clone());
            observed.findings.push(finding.lines(lines).param(Param::id("event", key.id())));
        }
    }
}

fn reconcile(people: &People<'_>, of_line: &LinePeople<'_>, observed: &mut PeopleObserved) {
    let line = of_line.line;
    let reported = Reported::of(people, of_line);
    let mut within = Amount::ZERO;
    for (key, group) in &of_line.groups {
        let listed = count(group.persons.len());
        let come = Amount::from(group.participations());
        let own = key.event().and_then(|event| reported.of_events.get(event)).copied();
        let in_total = reported.total.is_some_and(|(_, day)| group.day <= day);
        let outcome = match own {
            Some(number) if number == come => ReachMatch::Agrees,
            Some(_) => ReachMatch::Differs,
            None if in_total => ReachMatch::WithinTotal,
            None => ReachMatch::Observed,
        };
        if let (Some(number), ReachMatch::Differs) = (own, outcome) {
            let finding = Finding::new(&LIST_AND_REPORT_DIFFER, Place::Whole {});
            observed.findings.push(
                finding
                    .lines([line.clone()])
                    .param(Param::id("event", key.id()))
                    .param(Param::amount("reported", number))
                    .param(Param::amount("listed", come)),
            );
        }
        if let Some(heads) = group.heads.filter(|heads| *heads < listed) {
            let finding = Finding::new(&LIST_BEYOND_HEADS, Place::Whole {});
            observed.findings.push(
                finding
                    .lines([line.clone()])
                    .param(Param::id("event", key.id()))
                    .param(Param::amount("counted", heads.into()))
                    .param(Param::amount("listed", listed.into())),
            );
        }
        match outcome {
            ReachMatch::Observed => observed.observations.all.push(reading(of_line, *key, group, come)),
            ReachMatch::WithinTotal => within = within.checked_add(come).unwrap_or(within),
            ReachMatch::Agrees | ReachMatch::Differs => {}
        }
        observed.checks.push(ReachCheck {
            line: line.clone(),
            occasion: key.id().clone(),
            on: group.day,
            listed,
            counted: group.heads,
            reported: own,
            outcome,
        });
    }
    let counted = |check: &ReachCheck| check.line == *line && check.outcome == ReachMatch::Observed;
    if !reported.loose.is_zero() && observed.checks.iter().any(counted) {
        let finding = Finding::new(&LOOSE_READING, Place::Whole {}).lines([line.clone()]);
        observed.findings.push(finding.param(Param::amount("reported", reported.loose)));
    }
    if let Some((total, _)) = reported.total.filter(|(total, _)| *total < within) {
        let finding = Finding::new(&TOTAL_BELOW_LISTS, Place::Whole {}).lines([line.clone()]);
        observed
            .findings
            .push(finding.param(Param::amount("reported", total)).param(Param::amount("listed", within)));
    }
}

/// The people of an event as a reading of the line.
fn reading(of: &LinePeople<'_>, key: OccasionKey<'_>, group: &Group<'_>, come: Amount) -> Observation {
    let LinePeople { line, .. } = *of;
    let event = key.event().cloned();
    let body = Reading {
        line: line.clone(),
        target: group.target.cloned(),
        event,
        mode: ReadingMode::Add,
        value: ReadingValue::Amount { amount: come },
    };
    observation(entry_id("people", line, key.id()), group.day, Fact::Reading { body })
}

/// An observation of people, which nobody recorded by hand.
pub(super) fn observation(entry: Id, on: IsoDate, fact: Fact) -> Observation {
    let origin = Origin::People;
    Observation { entry, on, until: None, author: "people".into(), clock: None, origin, fact }
}

/// The id an observation stands under: the same for the same line and event. Ids too long to be joined give way to the event's own.
pub(super) fn entry_id(what: &str, line: &Id, of: &Id) -> Id {
    format!("{what}:{line}:{of}").parse().unwrap_or_else(|_| of.clone())
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
