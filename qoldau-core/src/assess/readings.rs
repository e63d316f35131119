//! How lines are read: what people agreed on, what the contract itself says, and what the policy assumes.

use std::collections::BTreeMap;

use super::ledger::Ledger;
use crate::facts::Observation;
use crate::plan::{
    Accumulation, Activity, GrantTask, Indicator, IndicatorKind, Plan, PlanReading, Policy, Question,
    ReadingSource, Target, implied_readings,
};
use crate::value::Id;

/// The answers in force: an agreed one before the contract's own words, a later one before an earlier.
#[derive(Debug)]
pub(super) struct Readings {
    answers: BTreeMap<Id, BTreeMap<Question, PlanReading>>,
}

impl Readings {
    /// Brings together the plan's readings, the journal's, and those the contract's own words imply. An answer that its
    /// question does not take is left out; `check_facts` reports it. `about`: an answer of the journal as it is about this
    /// edition of the plan, where it is.
    pub(super) fn gather(
        plan: &Plan,
        ledger: &Ledger<'_>,
        about: impl Fn(&PlanReading, &Observation) -> Option<PlanReading>,
    ) -> Self {
        let mut answers: BTreeMap<Id, BTreeMap<Question, PlanReading>> = BTreeMap::new();
        let journal = ledger.plan_readings.iter().filter_map(|seen| about(seen.fact, seen.by));
        let all = implied_readings(plan).into_iter().chain(plan.readings.iter().cloned()).chain(journal);
        for reading in all.filter(|reading| reading.is_usable(plan)) {
            let of_line = answers.entry(reading.line.clone()).or_default();
            of_line.insert(reading.question, reading);
        }
        Self { answers }
    }

    /// The answer given for this very id.
    pub(super) fn of(&self, id: &Id, question: Question) -> Option<&str> {
        self.answers.get(id)?.get(&question).map(|reading| reading.answer.as_str())
    }

    /// The answer that somebody agreed on for this very id.
    pub(super) fn agreed(&self, id: &Id, question: Question) -> Option<&str> {
        let reading = self.answers.get(id)?.get(&question)?;
        (reading.source == ReadingSource::Agreed).then_some(reading.answer.as_str())
    }

    /// The answer for a line: its own, its activity's, or its task's.
    pub(super) fn of_line(&self, line: &LineOf<'_>, question: Question) -> Option<&str> {
        self.of(&line.indicator.id, question).or_else(|| self.above_line(line, question))
    }

    /// The answer for what a line stands in: its activity's, or its task's.
    pub(super) fn above_line(&self, line: &LineOf<'_>, question: Question) -> Option<&str> {
        self.of(&line.activity.id, question).or_else(|| self.of(&line.task.id, question))
    }

    /// All answers in force, in the plan's order.
    pub(super) fn in_order(&self, plan: &Plan) -> Vec<PlanReading> {
        let mut places: BTreeMap<&Id, usize> = BTreeMap::new();
        let ids = plan.tasks.iter().flat_map(|task| {
            std::iter::once(&task.id).chain(task.activities.iter().flat_map(|activity| {
                std::iter::once(&activity.id).chain(activity.indicators.iter().flat_map(|line| {
                    std::iter::once(&line.id).chain(line.targets.iter().map(|target| &target.id))
                }))
            }))
        });
        let impact = plan
            .impact
            .iter()
            .flat_map(|line| std::iter::once(&line.id).chain(line.targets.iter().map(|target| &target.id)));
        for (place, id) in ids.chain(impact).enumerate() {
            places.entry(id).or_insert(place);
        }
        let mut all: Vec<PlanReading> = self.answers.values().flat_map(BTreeMap::values).cloned().collect();
        all.sort_by_key(|reading| {
            (places.get(&reading.line).copied().unwrap_or(usize::MAX), reading.question)
        });
        all
    }
}

/// A line with the activity and task it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineOf<'a> {
    /// The task.
    pub(super) task: &'a GrantTask,
    /// The activity.
    pub(super) activity: &'a Activity,
    /// The line.
    pub(super) indicator: &'a Indicator,
    /// What is counted: by the line, or by the one of its targets that is looked at.
    pub(super) kind: IndicatorKind,
}

impl<'a> LineOf<'a> {
    /// A line as a whole.
    pub(super) const fn new(task: &'a GrantTask, activity: &'a Activity, indicator: &'a Indicator) -> Self {
        Self { task, activity, indicator, kind: indicator.kind }
    }

    /// The line as one of its targets counts.
    pub(super) fn of(&self, target: &Target) -> Self {
        Self { kind: self.indicator.kind_of(target), ..*self }
    }

    /// How the readings of what is looked at come together.
    pub(super) fn accumulation(&self) -> Accumulation {
        self.indicator.accumulation_of(self.kind)
    }
}

/// How the bare number of a line is meant by default: the policy's value for its kind.
pub(super) fn default_bound(policy: &Policy, kind: IndicatorKind) -> &str {
    let setting = match kind {
        _ if kind.is_document() => &policy.documents_bound,
        IndicatorKind::Page => &policy.level_bound,
        _ => &policy.counts_bound,
    };
    setting.value.as_deref().unwrap_or("atLeast")
}
