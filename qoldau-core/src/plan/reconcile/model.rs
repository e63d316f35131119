//! What crosses: an amendment, what it does to every line, and the answers people give.

use qoldau_derive::Decode;
use serde::Serialize;

use crate::finding::Finding;
use crate::plan::{Contract, Plan, PlanNode};
use crate::value::{Id, IsoDate};

/// A supplementary agreement that gives a plan a new annex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Amendment {
    /// The agreement by its number and date.
    pub agreement: Contract,
    /// First day the new annex is in force.
    pub effective_from: IsoDate,
    /// What people said of rows, which goes before what is proposed; default nothing.
    #[serde(default)]
    pub answers: Vec<NodeAnswer>,
}

/// What somebody said of one part of the new annex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct NodeAnswer {
    /// Its id as the new annex was read.
    pub amended: Id,
    /// Id of the part of the plan in force that it is; nothing where it is new.
    pub old: Option<Id>,
}

/// What a new annex does to a plan, part by part, as far as can be said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Reconciliation {
    /// Id of the plan.
    pub plan: Id,
    /// Number of the edition that the new annex would be.
    pub edition: u32,
    /// The agreement that brings it.
    pub agreement: Contract,
    /// First day it is in force.
    pub effective_from: IsoDate,
    /// Rows by state.
    pub counts: RowCounts,
    /// The plan's own fields, then tasks with their activities and lines, the social-impact block and the team, in the
    /// order of the new annex; what is withdrawn follows what stood beside it.
    pub rows: Vec<AmendmentRow>,
    /// What the amendment gives reason to say.
    pub findings: Vec<Finding>,
}

/// Rows by state. The five numbers add up to all rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct RowCounts {
    /// As they were; the printed number may differ.
    pub kept: u32,
    /// The same, with something changed.
    pub changed: u32,
    /// New.
    pub added: u32,
    /// Taken out.
    pub withdrawn: u32,
    /// Waiting for an answer.
    pub unsure: u32,
}

/// What happens to one part of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct AmendmentRow {
    /// What it is.
    pub node: PlanNode,
    /// What happens to it.
    pub state: RowState,
    /// As it stands in the plan in force; nothing of what is added.
    pub old: Option<NodeRef>,
    /// As it stands in the new annex; nothing of what is withdrawn.
    pub new: Option<NodeRef>,
    /// What differs between the two; of what is added or withdrawn what it promises: a deadline, targets.
    pub changes: Vec<NodeChange>,
    /// Where it is unsure: what it may be, the likeliest first. Parts of the plan in force for a part of the new annex,
    /// and the other way round.
    pub candidates: Vec<NodeRef>,
}

/// What happens to a part of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum RowState {
    /// It stays as it was; its printed number may differ.
    Kept,
    /// It stays, with something changed.
    Changed,
    /// It is new.
    Added,
    /// It is taken out.
    Withdrawn,
    /// Nobody can say before somebody answers.
    Unsure,
}

impl RowState {
    /// The name on the wire, which is its key in the message tables too.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Withdrawn => "withdrawn",
            Self::Unsure => "unsure",
        }
    }
}

/// A part of a plan as people know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct NodeRef {
    /// Its id in its own plan: an id of the new annex says nothing of the plan in force.
    pub id: Id,
    /// Its printed number; of a target that of its line, of a person the row of the table.
    pub number: String,
    /// Its name or heading, of a target its words, of a person the post held.
    pub name: String,
}

/// A field that differs between two editions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct NodeChange {
    /// The field.
    pub field: NodeField,
    /// The words of the old edition; nothing where it has none, and of a person's own data.
    pub before: Option<String>,
    /// The words of the new edition; nothing where it has none, and of a person's own data.
    pub after: Option<String>,
}

/// What can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum NodeField {
    /// The language of the contract.
    Language,
    /// Name of the organisation that holds the grant.
    Grantee,
    /// Priority of the grant.
    Priority,
    /// Title or heading.
    Title,
    /// Goals.
    Goals,
    /// Territory.
    Territory,
    /// Target group.
    TargetGroup,
    /// The project's time.
    Period,
    /// Expected results.
    ExpectedResults,
    /// Partners.
    Partners,
    /// Description of an activity.
    Description,
    /// Venue.
    Venue,
    /// Communication channels.
    Channels,
    /// Deadline.
    Due,
    /// Name of a line or a person.
    Name,
    /// What a line counts.
    Kind,
    /// Targets.
    Targets,
    /// Unit of a line of the social-impact block.
    Unit,
    /// The task an activity stands in.
    InTask,
    /// The activity a line stands in.
    InActivity,
    /// Post held.
    Role,
    /// Telephone number.
    Phone,
    /// Duties.
    Duties,
    /// Share of the working time.
    Workload,
    /// First and last day on the project.
    Days,
    /// Staff or specialist.
    InTeam,
}

/// A plan with one edition more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Amended {
    /// The plan as it stands from the agreement on.
    pub plan: Plan,
    /// The id that every part of the new annex has in the plan, in the order of the new annex.
    pub ids: Vec<IdPair>,
    /// What the amendment gives reason to say; places and lines are those of the new plan.
    pub findings: Vec<Finding>,
}

/// An id of the new annex as it was read, and the id in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct IdPair {
    /// As the new annex was read.
    pub amended: Id,
    /// In the plan.
    pub id: Id,
}

/// What differs between two editions of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PlanDiff {
    /// Id of the plan.
    pub plan: Id,
    /// Number of the older edition.
    pub from_edition: u32,
    /// Number of the newer edition.
    pub to_edition: u32,
    /// The agreement that brought the newer edition.
    pub agreement: Option<Contract>,
    /// First day the newer edition is in force.
    pub effective_from: Option<IsoDate>,
    /// Rows by state.
    pub counts: RowCounts,
    /// The rows, as in a reconciliation; none of them unsure.
    pub rows: Vec<AmendmentRow>,
}
