//! What every rule uses.

pub(super) use crate::check::Rule;
pub(super) use crate::check::context::{
    Context, Row, at, is_bare, is_missing, is_unread, notes, number, of_plan, total,
};
#[cfg(test)]
pub(super) use crate::check::sample::*;
#[cfg(test)]
pub(super) use crate::finding::Place;
pub(super) use crate::finding::{Finding, Param, RuleInfo, Severity};
pub(super) use crate::language::Saying;
#[cfg(test)]
pub(super) use crate::plan::Part;
pub(super) use crate::plan::{
    Activity, Bound, Doubt, Due, ImpactKind, ImpactLine, Indicator, IndicatorKind, Plan, Question, Target,
    TargetRule, TaskKind, UnitCode,
};
pub(super) use crate::value::{Amount, DateRange, Id, IsoDate};

/// What an answer about the number of a target is about: the target itself, where its line has several; else nothing but what
/// the finding lists.
pub(super) fn one_of(targets: &[Target], target: &Target) -> Option<Id> {
    (targets.len() > 1).then(|| target.id.clone())
}

/// The number of a figure of the impact block as people call it: `IV.1`, which no line of a task is.
pub(super) fn impact_number(figure: &ImpactLine) -> String {
    format!("IV.{}", figure.number)
}

/// A finding on an activity, with its printed number as the parameter `activity`.
pub(super) fn on_activity(rule: &RuleInfo, activity: &Activity, field: &str) -> Finding {
    Finding::new(rule, at(&activity.id, field))
        .lines([activity.id.clone()])
        .param(Param::number("activity", &activity.number))
}

/// One finding on activities, at the first of them, with their printed numbers as the parameter `activity`.
pub(super) fn on_activities<'a>(
    rule: &RuleInfo,
    activities: impl IntoIterator<Item = &'a Activity>,
    field: &str,
) -> Option<Finding> {
    let mut activities = activities.into_iter();
    let first = on_activity(rule, activities.next()?, field);
    Some(activities.fold(first, |finding, activity| {
        finding.lines([activity.id.clone()]).param(Param::number("activity", &activity.number))
    }))
}
