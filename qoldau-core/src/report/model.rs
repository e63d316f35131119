//! The report as a value: everything that is shown, already said in one language; renderers only lay it out.
//!
//! Words of the contract and of the people who record facts stand as they were written. All other texts are in the
//! report's language.

use serde::Serialize;

use super::review_rows::{RemarkRow, SubmissionRow};
use crate::assess::{Counts, Headline, Progress};
use crate::facts::EventStatus;
use crate::finding::Severity;
use crate::language::Language;
use crate::plan::TaskKind;
use crate::section::ReportSection;
use crate::value::{Id, IsoDate};

/// Name and version of the report's wire form.
pub const FORMAT: &str = "qoldau-report/1.3";

/// Where every promised line stands, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Report {
    /// Name and version of this form, [`FORMAT`].
    pub format: String,
    /// Language of the report.
    pub language: Language,
    /// Language of the contract, in which its own words stand.
    pub contract_language: Language,
    /// Who, what and when.
    pub head: Head,
    /// The operator's remarks that are not settled: open ones first, of those the ones with the earliest day to answer by.
    pub remarks: Vec<RemarkRow>,
    /// All lines by headline; the four numbers add up to the number of lines.
    pub counts: Counts,
    /// What to do next, by date; what has no date comes last.
    pub to_do: Vec<ToDo>,
    /// The leader's view: lines that wait for an approval.
    pub approvals: Vec<ApprovalWait>,
    /// How many records of the work stand where within the NGO, in words; nothing while nobody reviews them.
    pub records: Option<String>,
    /// What was handed to the operator, with where it stands.
    pub submissions: Vec<SubmissionRow>,
    /// The operator's view: what a careful reader should look at first.
    pub exceptions: Vec<ExceptionGroup>,
    /// Deadlines and events on the project's time, where it is known.
    pub timeline: Option<Timeline>,
    /// All lines in the annex's order.
    pub tasks: Vec<TaskTable>,
    /// The social-impact block.
    pub impact: Vec<ImpactRow>,
    /// Lines that supplementary agreements took out, with what was done for them; none of the lines that are counted.
    pub withdrawn: Vec<WithdrawnRow>,
    /// Parts that are made elsewhere in the house, such as a survey; they are shown as they are.
    pub sections: Vec<ReportSection>,
    /// How lines were read.
    pub readings: Vec<ReadingRow>,
    /// What the checks have to say.
    pub findings: Vec<FindingRow>,
    /// Findings that were answered or taken note of.
    pub folded: Vec<FindingRow>,
    /// Words of the contract that nobody has understood yet, as they stand.
    pub unread: Vec<String>,
    /// The policy that was used.
    pub policy: Vec<PolicyRow>,
}

/// Who, what and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Head {
    /// What the page is.
    pub title: String,
    /// Title of the project, as in the contract.
    pub project: Option<String>,
    /// Name of the organisation, as in the contract.
    pub grantee: Option<String>,
    /// The contract by number and date.
    pub contract: Option<String>,
    /// The project's time.
    pub period: Option<String>,
    /// The day the report is true of.
    pub as_of: IsoDate,
    /// The same in words.
    pub as_of_text: String,
    /// The edition of the plan in force that day.
    pub edition: String,
    /// The reporting period whose own figures are shown beside the cumulative ones.
    pub reporting_period: Option<String>,
}

/// A line that a supplementary agreement took out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct WithdrawnRow {
    /// Number and name, as they were.
    pub line: LineRef,
    /// That it was withdrawn, and by which agreement.
    pub by: String,
    /// What was promised, as in the contract.
    pub target: String,
    /// What people said was done, target by target.
    pub claimed: String,
    /// What of it valid evidence shows.
    pub proven: String,
    /// What of it the operator accepted.
    pub accepted: String,
}

/// A line by what identifies it for a reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct LineRef {
    /// Id of the line.
    pub id: Id,
    /// Its printed number.
    pub number: String,
    /// Its name, as in the contract.
    pub name: String,
}

/// What is missing at one event, in one period or by one deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ToDo {
    /// The day it belongs to; nothing when no deadline is known.
    pub date: Option<IsoDate>,
    /// The same in short, `15.06`, with the year when it is not the report's; or that there is none.
    pub date_text: String,
    /// Whether the day is before the report's.
    pub past: bool,
    /// Whether a line it is about is overdue. What a past day lacks is not, while its line still has time.
    pub overdue: bool,
    /// What the day is.
    pub kind: ToDoKind,
    /// The event's name, the period, or what the day is; nothing when there is no day.
    pub label: Option<String>,
    /// What is missing.
    pub items: Vec<ToDoItem>,
}

/// What the day of a [`ToDo`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ToDoKind {
    /// An event was held that day.
    Event,
    /// A period ends that day.
    Period,
    /// Lines are due that day.
    Deadline,
}

/// One missing thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ToDoItem {
    /// What is missing: `2 photos`, or why the line is not done.
    pub what: String,
    /// The lines it is missing from.
    pub lines: Vec<LineRef>,
}

/// A line that waits for somebody's approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ApprovalWait {
    /// The line.
    pub line: LineRef,
    /// Who has to approve or agree.
    pub by: String,
    /// By when, where known.
    pub until: Option<String>,
    /// Whether that day is over.
    pub past: bool,
}

/// Exceptions of one sort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ExceptionGroup {
    /// Which sort.
    pub kind: ExceptionKind,
    /// The sort in words.
    pub title: String,
    /// The exceptions, in the annex's order.
    pub items: Vec<ExceptionItem>,
}

/// The sorts of exceptions, in the order they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ExceptionKind {
    /// The time is over and the promise is not met.
    Overdue,
    /// What was claimed is not what is proven.
    ClaimedNotProven,
    /// Rows of lists and number of participants differ, or a list is not signed.
    ListDiffers,
    /// Something is late or outside the project's time.
    Late,
    /// One piece of evidence serves several lines.
    Shared,
    /// Proof is lost or incomplete.
    ProofLost,
    /// Records that may be of the same event.
    ProbableDouble,
    /// The operator returned the line with a remark.
    Returned,
    /// The operator accepted less than was proven.
    AcceptedLess,
    /// Somebody recorded that the line does not apply.
    NotApplicable,
}

/// One exception.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ExceptionItem {
    /// The lines it touches.
    pub lines: Vec<LineRef>,
    /// What it is.
    pub text: String,
}

/// The project's time with the deadlines and events in it. Places are thousandths of the time, every month equally
/// long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Timeline {
    /// The months (quarters when there are more than twelve months), from left to right, equally wide.
    pub marks: Vec<String>,
    /// Where the report's day is; nothing when it is outside.
    pub today: Option<u32>,
    /// Activities in the annex's order.
    pub rows: Vec<TimelineRow>,
}

/// One activity on the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct TimelineRow {
    /// Number of the activity.
    pub number: String,
    /// Its title, as in the contract.
    pub title: String,
    /// Its window in words.
    pub window_text: String,
    /// First thousandth of the window; nothing when no deadline is known, or the day it is counted from is not.
    pub start: Option<u32>,
    /// Thousandth after the window.
    pub end: Option<u32>,
    /// Its lines by headline.
    pub counts: Counts,
    /// Its events.
    pub events: Vec<TimelineEvent>,
}

/// One event on the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct TimelineEvent {
    /// Where its first day is.
    pub at: u32,
    /// Planned, held, postponed or cancelled.
    pub status: EventStatus,
    /// Its day, name and state.
    pub text: String,
}

/// A task with its activities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct TaskTable {
    /// Id of the task.
    pub id: Id,
    /// Task or section.
    pub kind: TaskKind,
    /// "Task 1"; nothing for a section, which has no printed number.
    pub label: Option<String>,
    /// Its heading, as in the contract.
    pub title: String,
    /// Its lines by headline.
    pub counts: Counts,
    /// Its activities.
    pub activities: Vec<ActivityTable>,
}

/// An activity with its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ActivityTable {
    /// Id of the activity.
    pub id: Id,
    /// Its number.
    pub number: String,
    /// Its title, as in the contract.
    pub title: String,
    /// Where it is held, or through which channels, as in the contract.
    pub venue: Option<String>,
    /// Its deadline, as in the contract; nothing when the cell is empty.
    pub due: Option<String>,
    /// The days it is to be done in, where known.
    pub window: Option<String>,
    /// The days that are left, where there is something to do.
    pub days_left: Option<String>,
    /// Events held and planned, where it has any.
    pub events: Option<String>,
    /// Names that could not be paired with values, as they stand.
    pub unpaired_names: Vec<String>,
    /// Values that could not be paired with names, as they stand.
    pub unpaired_values: Vec<String>,
    /// Its lines.
    pub lines: Vec<LineRow>,
}

/// An indicator line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct LineRow {
    /// Number and name.
    pub line: LineRef,
    /// The headline.
    pub headline: Headline,
    /// The headline in words.
    pub headline_text: String,
    /// Its targets.
    pub targets: Vec<TargetRow>,
    /// What is missing, and why it stands as it stands; most important first.
    pub notes: Vec<String>,
}

/// A target of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct TargetRow {
    /// Id of the target.
    pub id: Id,
    /// What was promised, as in the contract.
    pub text: String,
    /// What that comes to, where it is not plain from the words.
    pub expected: Option<String>,
    /// What people said was done; a dash when nobody said anything.
    pub claimed: String,
    /// What valid evidence shows.
    pub proven: String,
    /// What the operator accepted.
    pub accepted: String,
    /// The reporting period's own figures, where there is one.
    pub in_period: Option<String>,
    /// How far it is, as a picture; nothing when it cannot be said.
    pub bar: Option<Bar>,
    /// How far it is.
    pub progress: Progress,
    /// How far it is, how well proven, in time, in review: in words, as far as they say more than the headline.
    pub status: Vec<String>,
}

/// How far a target is, in thousandths of the whole bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Bar {
    /// Proven.
    pub proven: u32,
    /// Claimed, 0 to 1000; what lies beyond `proven` has no proof.
    pub claimed: u32,
    /// Where the promise stands, when it is not the whole bar.
    pub goal: Option<u32>,
    /// The same in figures.
    pub text: String,
}

/// A line of the social-impact block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ImpactRow {
    /// Number and name.
    pub line: LineRef,
    /// Its unit, as in the contract.
    pub unit: Option<String>,
    /// What was promised, as in the contract.
    pub target: String,
    /// What the figure is called: participations where it sums them, otherwise the actual.
    pub figure_name: String,
    /// The figure.
    pub figure: String,
    /// The part of it that is proven.
    pub proven: String,
    /// The number of unique persons, always apart from participations; nothing for a line that does not count people
    /// reached.
    pub unique_persons: Option<String>,
    /// How far it is, as a picture.
    pub bar: Option<Bar>,
    /// How far it is, in words.
    pub status: String,
    /// What every source brings.
    pub sources: Vec<SourceRow>,
    /// Why it stands as it stands.
    pub notes: Vec<String>,
}

/// What one line brings to an impact figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SourceRow {
    /// The line.
    pub line: LineRef,
    /// What it claims.
    pub claimed: String,
    /// What of it is proven.
    pub proven: String,
}

/// How lines were read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReadingRow {
    /// Printed numbers of the lines.
    pub lines: Vec<String>,
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
    /// Who says so.
    pub source: String,
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct FindingRow {
    /// Code of the rule.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// The same in words.
    pub severity_text: String,
    /// What is wrong or asked.
    pub text: String,
    /// How to put it right.
    pub remedy: String,
    /// Printed numbers of the lines it touches, as far as its text does not name them.
    pub lines: Vec<String>,
    /// Possible answers.
    pub answers: Vec<String>,
}

impl Report {
    /// The errors among the findings: what is wrong with the plan or the facts, from which the figures suffer.
    pub(in crate::report) fn errors(&self) -> impl Iterator<Item = &FindingRow> {
        self.findings.iter().filter(|row| row.severity == Severity::Error)
    }

    /// The other findings. Errors stand first in the report, and are told once.
    pub(in crate::report) fn others(&self) -> Vec<&FindingRow> {
        self.findings.iter().filter(|row| row.severity != Severity::Error).collect()
    }
}

/// One setting of the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PolicyRow {
    /// What it settles.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Who says so, in which edition, and whether that was checked.
    pub source: String,
}
