//! Floor 2: the plan, which is the contract's promise in typed form, and the grammar of its targets and deadlines.

mod activity;
mod answer;
mod counted;
mod due;
pub(crate) mod grammar;
mod implied;
mod json;
mod often;
mod policy;
mod print;
pub(crate) mod promise;
mod reading;
mod reading_words;
mod recognise;
pub mod reconcile;
mod target;
mod team;
mod unit;
mod withdrawn;

pub use activity::{
    Accumulation, Activity, Approver, GrantTask, ImpactKind, ImpactLine, Indicator, IndicatorKind, ListField,
    Requires, TaskKind, Trait, Unpaired,
};
pub use answer::AnswerForm;
pub(crate) use answer::{answered_days, asks_for_number, named_lines};
pub(crate) use counted::{Doubt, counts_events, is_no_person};
pub(crate) use due::EACH_TIME;
pub use due::{Anchor, DayCount, Due, DueSide, Frequency};
pub use grammar::{DueContext, read_due, read_targets};
pub(crate) use grammar::{grows_to, moved_by, needs_period, says_in_all, targets_for};
pub use implied::implied_readings;
pub use json::{PlanError, plan_digest, read_plan, write_plan};
pub(crate) use often::often;
pub use policy::{Policy, Setting, Source};
pub use print::{print_due, print_target, print_targets};
pub use reading::{PlanReading, Question, ReadingSource};
pub use reading_words::{say_answer, say_question};
pub(crate) use recognise::{
    Beside, beside, counts_followers, is_mean, named_networks, often_in_name, read_name, two_kinds,
};
pub use recognise::{accumulation_of, kind_by_unit, read_impact_kind, read_kind, read_requires, read_scope};
pub use target::{Bound, ChangeBy, Each, EachOf, Part, ScopeFrom, Target, TargetRule, UnitCode, UnitWord};
pub use team::{StaffMember, Team};
pub(crate) use unit::{counts_views, is_plain as is_plain_unit, stands_beside};
pub use unit::{quantity_of, read_unit};
pub use withdrawn::{PlanNode, Withdrawn};

use qoldau_derive::Decode;
use serde::Serialize;

use crate::finding::Place;
use crate::language::Language;
use crate::value::{DateRange, Id, IsoDate};

/// Name and version of the plan's wire form.
pub const FORMAT: &str = "qoldau-plan/1.1";

/// The promise of one grant contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Plan {
    /// Name and version of this form, [`FORMAT`].
    pub format: String,
    /// Id of the plan.
    pub id: Id,
    /// Language the contract is written in.
    pub language: Language,
    /// Editions of the plan, the first of number 0; every supplementary agreement adds one.
    pub editions: Vec<Edition>,
    /// The contract the plan is an annex of.
    pub contract: Option<Contract>,
    /// Name of the organisation that holds the grant.
    pub grantee: Option<String>,
    /// Priority of the grant.
    pub priority: Option<String>,
    /// Title of the project.
    pub title: Option<String>,
    /// Goals, as they stand.
    pub goals: Vec<String>,
    /// Territory of the project.
    pub territory: Option<String>,
    /// Target group.
    pub target_group: Option<String>,
    /// First and last day of the project.
    pub period: Option<DateRange>,
    /// First and last day of the active phase, declared by the user.
    pub active_phase: Option<DateRange>,
    /// Expected results, as they stand.
    pub expected_results: Vec<String>,
    /// Partners, as they stand.
    pub partners: Vec<String>,
    /// The people of the project.
    pub team: Team,
    /// Tasks and sections in the contract's order.
    pub tasks: Vec<GrantTask>,
    /// Lines of the social-impact block.
    pub impact: Vec<ImpactLine>,
    /// How lines are read.
    pub readings: Vec<PlanReading>,
    /// Reporting periods, given by the user.
    pub reporting_periods: Vec<ReportingPeriod>,
    /// Words of the contract that were not understood, kept verbatim.
    pub unread: Vec<Unread>,
    /// What supplementary agreements took out of the plan, in the order in which they did. Plans of format 1.0 have none.
    #[serde(default)]
    pub withdrawn: Vec<Withdrawn>,
}

impl Plan {
    /// The edition that the plan's lines are of: the one of the highest number.
    #[must_use]
    pub fn latest_edition(&self) -> Option<&Edition> {
        self.editions.iter().max_by_key(|edition| edition.number)
    }

    /// The number of the edition that the plan's lines are of: 0 for the contract as signed.
    #[must_use]
    pub fn edition_number(&self) -> u32 {
        self.latest_edition().map_or(0, |edition| edition.number)
    }

    /// The activities in the contract's order, each with its task.
    pub fn activities(&self) -> impl Iterator<Item = (&GrantTask, &Activity)> {
        self.tasks.iter().flat_map(|task| task.activities.iter().map(move |activity| (task, activity)))
    }

    /// The indicator lines in the contract's order, each with its task and activity.
    pub fn lines(&self) -> impl Iterator<Item = (&GrantTask, &Activity, &Indicator)> {
        self.activities()
            .flat_map(|(task, activity)| activity.indicators.iter().map(move |line| (task, activity, line)))
    }

    /// The goals and expected results, which have no ids, by the names that readings and findings give them: `goals.3`,
    /// `expectedResults.7`, counted from 1.
    pub fn numbered_texts(&self) -> impl Iterator<Item = (Id, &str)> {
        fn numbered<'a>(field: &'a str, texts: &'a [String]) -> impl Iterator<Item = (Id, &'a str)> {
            texts
                .iter()
                .zip(1_u32..)
                .filter_map(move |(text, n)| Some((format!("{field}.{n}").parse().ok()?, text.as_str())))
        }
        numbered("goals", &self.goals).chain(numbered("expectedResults", &self.expected_results))
    }

    /// Indicator lines, then lines of the social-impact block, each with its targets.
    pub(crate) fn promises(&self) -> impl Iterator<Item = (&Id, &[Target])> {
        let of_tasks = self.lines().map(|(.., line)| (&line.id, &*line.targets));
        of_tasks.chain(self.impact.iter().map(|figure| (&figure.id, &*figure.targets)))
    }

    /// The targets of an indicator line or of a line of the social-impact block.
    pub(crate) fn targets_of(&self, id: &Id) -> Option<&[Target]> {
        self.promises().find(|(line, _)| *line == id).map(|(_, targets)| targets)
    }

    /// The indicator line of an id.
    #[must_use]
    pub fn line(&self, id: &Id) -> Option<&Indicator> {
        self.lines().map(|(_, _, line)| line).find(|line| line.id == *id)
    }
}

/// One edition of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Edition {
    /// 0 for the contract as signed, then 1, 2 …
    pub number: u32,
    /// The supplementary agreement that brought it; nothing for edition 0.
    pub agreement: Option<Contract>,
    /// First day it is in force.
    pub effective_from: Option<IsoDate>,
}

/// A contract or supplementary agreement by its number and date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Contract {
    /// Its number as printed.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<IsoDate>,
}

/// A span of days that is reported on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReportingPeriod {
    /// Id of the period.
    pub id: Id,
    /// What kind of report it asks for.
    pub kind: ReportKind,
    /// First day reported on.
    pub start: IsoDate,
    /// Last day reported on.
    pub end: IsoDate,
    /// Day the report is due.
    pub due: Option<IsoDate>,
}

/// What kind of report a reporting period asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ReportKind {
    /// Of one month.
    Monthly,
    /// Before the end.
    Interim,
    /// Of the whole project.
    Final,
}

/// Words of the contract that were not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Unread {
    /// Where they stand.
    pub place: Place,
    /// The words, verbatim.
    pub text: String,
}

/// A small plan for tests of what surrounds plans.
#[cfg(test)]
pub(crate) fn test_plan() -> Plan {
    let json = r#"{
        "format": "qoldau-plan/1.1", "id": "p", "language": "kk",
        "editions": [{"number": 0}], "goals": [], "expectedResults": [], "partners": [],
        "period": {"start": "2024-05-01", "end": "2024-10-31"},
        "team": {"staff": [], "specialists": []}, "impact": [], "readings": [], "reportingPeriods": [], "unread": [],
        "tasks": [{"id": "t1", "number": "1", "kind": "task", "title": "Task", "activities": [
            {"id": "t1-a1", "number": "1.1", "title": "Activity", "channels": [], "indicators": []}
        ]}]
    }"#;
    serde_json::from_str(json).expect("the test plan is well-formed")
}
