//! What a supplementary agreement took out of a plan: remembered, so that its facts keep their line and its id is never
//! given again.

use qoldau_derive::Decode;
use serde::Serialize;

use super::{GrantTask, ImpactLine, Indicator, Plan, Target};
use crate::value::Id;

/// A part of a plan that has an id, by its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum PlanNode {
    /// The plan itself.
    Project,
    /// A task or section.
    Task,
    /// An activity.
    Activity,
    /// An indicator line.
    Line,
    /// A target of an indicator line or of a line of the social-impact block.
    Target,
    /// A part of a target.
    Part,
    /// A line of the social-impact block.
    Impact,
    /// A row of a team table.
    Person,
}

/// A part of the plan that a supplementary agreement took out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Withdrawn {
    /// What it is.
    pub node: PlanNode,
    /// Its id, which is never given again.
    pub id: Id,
    /// Number of the edition it is no part of any more: the plan's list of editions says by which agreement.
    pub edition: u32,
    /// Id of what it stood in: the activity of a line, the task of an activity, the line of a target, the target of a part.
    pub within: Option<Id>,
    /// Its printed number, where it had one.
    pub number: Option<String>,
    /// Its name or heading; of a person nothing.
    pub name: Option<String>,
    /// The indicator line as it stood, with its targets; of a target the line that it was taken out of, with all targets that
    /// this had.
    pub line: Option<Indicator>,
    /// The line of the social-impact block as it stood, with its targets; likewise of a target.
    pub impact: Option<ImpactLine>,
}

impl Withdrawn {
    /// The target, where this is one and what it promised is remembered.
    pub(crate) fn target(&self) -> Option<&Target> {
        let targets = self.line.as_ref().map(|line| &line.targets);
        let targets = targets.or_else(|| self.impact.as_ref().map(|line| &line.targets));
        targets?.iter().find(|target| self.node == PlanNode::Target && target.id == self.id)
    }

    /// The targets that went with it: those of a line, or the one target.
    pub(crate) fn targets(&self) -> Vec<&Target> {
        match (&self.line, &self.impact) {
            _ if self.node == PlanNode::Target => self.target().into_iter().collect(),
            (Some(Indicator { targets, .. }), _) | (_, Some(ImpactLine { targets, .. })) => {
                targets.iter().collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Plan {
    /// The indicator lines that agreements took out, as they stood.
    pub(crate) fn withdrawn_lines(&self) -> impl Iterator<Item = (&Withdrawn, &Indicator)> {
        let lines = self.withdrawn.iter().filter(|gone| gone.node == PlanNode::Line);
        lines.filter_map(|gone| Some((gone, gone.line.as_ref()?)))
    }

    /// The task that an activity stands in, or stood in until an agreement took the activity out; nothing where the task went
    /// too.
    pub(crate) fn task_of(&self, activity: &Id) -> Option<&GrantTask> {
        let stands = |task: &&GrantTask| task.activities.iter().any(|own| own.id == *activity);
        self.tasks.iter().find(stands).or_else(|| {
            let is_it = |gone: &&Withdrawn| gone.node == PlanNode::Activity && gone.id == *activity;
            let task = self.withdrawn.iter().find(is_it)?.within.as_ref()?;
            self.tasks.iter().find(|own| own.id == *task)
        })
    }
}
