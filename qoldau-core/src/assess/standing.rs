//! The answer of `assess`: where every line stands.

use qoldau_derive::Decode;
use serde::Serialize;

use crate::facts::{EventStatus, ReviewState};
use crate::finding::{Finding, Param};
use crate::plan::{Approver, Contract, PlanReading, Policy, TaskKind};
use crate::value::{Amount, DateRange, Id, IsoDate, Share};

/// Where every line of a plan stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Assessment {
    /// Name and version of this form.
    pub format: String,
    /// Id of the plan.
    pub plan: Id,
    /// The day it is true of; facts after it are not looked at.
    pub as_of: IsoDate,
    /// Number of the plan's edition in force on that day.
    pub edition: u32,
    /// The reporting period whose figures are shown beside the cumulative ones.
    pub period: Option<DateRange>,
    /// All lines by headline.
    pub counts: Counts,
    /// Tasks in the plan's order.
    pub tasks: Vec<TaskStanding>,
    /// Lines of the social-impact block in the plan's order.
    pub impact: Vec<ImpactStanding>,
    /// Lines that supplementary agreements took out, in the order in which they did. They are none of the lines that are
    /// counted.
    pub withdrawn: Vec<WithdrawnStanding>,
    /// Events by first day, then id.
    pub events: Vec<EventStanding>,
    /// How lines were read, in the plan's order.
    pub readings: Vec<PlanReading>,
    /// What the facts themselves give reason to say, ordered by line, then code.
    pub findings: Vec<Finding>,
    /// The policy that was used.
    pub policy: Policy,
}

/// Lines by headline. The five numbers add up to `lines`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Counts {
    /// All lines.
    pub lines: u32,
    /// Done and proven.
    pub proven: u32,
    /// Something is to be done, and there is time.
    pub needs_action: u32,
    /// The time is over and it is not done.
    pub overdue: u32,
    /// Its time has not come.
    pub not_due: u32,
    /// Somebody recorded that it does not apply.
    pub not_applicable: u32,
}

/// Where a task stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct TaskStanding {
    /// Id of the task.
    pub id: Id,
    /// Task or section.
    pub kind: TaskKind,
    /// Its lines by headline.
    pub counts: Counts,
    /// Its activities.
    pub activities: Vec<ActivityStanding>,
}

/// Where an activity stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ActivityStanding {
    /// Id of the activity.
    pub id: Id,
    /// Its lines by headline.
    pub counts: Counts,
    /// The days it is to be done in, where they are known.
    pub window: Option<DateRange>,
    /// Events held for it.
    pub events_held: u32,
    /// Events planned for it in all, where known.
    pub events_planned: Option<u32>,
    /// Its lines.
    pub lines: Vec<LineStanding>,
}

/// Where a line stands: the worst of its targets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct LineStanding {
    /// Id of the line.
    pub id: Id,
    /// The headline: a line with two targets is one line.
    pub headline: Headline,
    /// Its targets.
    pub targets: Vec<TargetStanding>,
    /// Whose approval is still wanted.
    pub approvals_missing: Vec<Approver>,
}

/// What was done for a line, a target or a line of the social-impact block that a supplementary agreement took out. Nothing is
/// asked of it, so it is neither met nor overdue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct WithdrawnStanding {
    /// Id of the line, or of the target where its line stayed.
    pub id: Id,
    /// Number of the edition that took it out.
    pub edition: u32,
    /// The agreement that brought that edition.
    pub agreement: Option<Contract>,
    /// Its targets; of a target itself, of a line of the social-impact block the one sum.
    pub targets: Vec<WithdrawnFigures>,
    /// How many different people a line of the social-impact block reached, where somebody counted them.
    pub unique_persons: Option<PersonBounds>,
}

/// The figures of one target that was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct WithdrawnFigures {
    /// Id of the target, or of the line of the social-impact block.
    pub id: Id,
    /// What people said was done.
    pub claimed: Option<Figure>,
    /// What valid evidence shows.
    pub proven: Option<Figure>,
    /// What the operator accepted.
    pub accepted: Option<Figure>,
    /// Where it stands in review.
    pub review: ReviewState,
}

/// The evidence of one line, for the register: kept apart from the assessment, whose size does not grow with the
/// number of facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct LineEvidence {
    /// Id of the line.
    pub line: Id,
    /// Its items by date, then id.
    pub items: Vec<EvidenceUse>,
}

/// How an evidence item serves a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct EvidenceUse {
    /// Id of the item.
    pub item: Id,
    /// Id of the entry that recorded it.
    pub entry: Id,
    /// The date it bears.
    pub date: IsoDate,
    /// Whether it counts, and if not, why.
    pub validity: Validity,
    /// Ids of the other lines it also serves, and of those that hold an item of the same file or link, in the plan's
    /// order.
    pub shared_with: Vec<Id>,
}

/// Whether an evidence item counts for a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Validity {
    /// It counts.
    Valid,
    /// Its link is gone and no screenshot shows it.
    Lost,
    /// The line asks for a link or a screenshot, and it has none.
    Incomplete,
    /// It is of a kind the line does not count; it stands beside.
    OtherKind,
    /// It is of an event that was not held.
    EventNotHeld,
    /// It counts for a line of a task and, as the line is read, not here.
    CountedForTask,
    /// An earlier item of the line brought the same files or the same link.
    CountedAlready,
}

/// Where a target stands: four answers that do not depend on each other, and the figures behind them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct TargetStanding {
    /// Id of the target.
    pub id: Id,
    /// How far it is.
    pub progress: Progress,
    /// How well it is proven.
    pub proof: Proof,
    /// Whether it was done in time.
    pub timing: Timing,
    /// Where it stands in review.
    pub review: ReviewState,
    /// What the four come to.
    pub headline: Headline,
    /// What people said was done.
    pub claimed: Option<Figure>,
    /// What valid evidence shows.
    pub proven: Option<Figure>,
    /// What the operator accepted.
    pub accepted: Option<Figure>,
    /// What the records alone come to that the NGO's leader approved; nothing where nobody reviews them.
    pub approved: Option<Figure>,
    /// The figures of the reporting period alone.
    pub in_period: Option<PeriodFigures>,
    /// What is expected.
    pub expected: Expected,
    /// The days it is to be done in, where they are known.
    pub window: Option<DateRange>,
    /// Days from the assessed day to the last day of the window; negative when it is over.
    pub days_left: Option<i32>,
    /// Event by event, for a target of each event.
    pub per_event: Vec<EventShare>,
    /// Period by period, for a target that recurs.
    pub per_period: Vec<PeriodShare>,
    /// Part by part, for a target with parts.
    pub per_part: Vec<PartShare>,
    /// How much is still missing in all; nothing when that cannot be said, as of what is to come down.
    pub missing: Option<Amount>,
    /// Why it stands as it stands, most important first.
    pub reasons: Vec<Reason>,
}

/// A figure: a number or a ratio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Figure {
    /// A number in the target's unit.
    Amount {
        /// The number.
        amount: Amount,
    },
    /// A ratio with both its parts.
    Share {
        /// The ratio.
        share: Share,
    },
}

/// The figures of one reporting period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PeriodFigures {
    /// Claimed within the period.
    pub claimed: Option<Figure>,
    /// Proven within the period.
    pub proven: Option<Figure>,
    /// Facts dated within the period that were entered after its end.
    pub entered_later: u32,
}

/// What is expected of a target.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Expected {
    /// In all; nothing when it depends on events nobody has planned.
    pub total: Option<Amount>,
    /// By the assessed day, from events held or periods completed; nothing when no schedule says.
    pub by_date: Option<Amount>,
}

/// What one event owes a target of each event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct EventShare {
    /// Id of the event.
    pub event: Id,
    /// How much it needs.
    pub needed: Amount,
    /// How much valid evidence it has.
    pub proven: Amount,
    /// How much is missing.
    pub missing: Amount,
}

/// What one month (week, quarter …) owes a target that recurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PeriodShare {
    /// The period, cut to the window.
    pub range: DateRange,
    /// How much it needs.
    pub needed: Amount,
    /// How much it has.
    pub actual: Amount,
    /// How much is missing.
    pub missing: Amount,
    /// Whether the period is over.
    pub completed: bool,
}

/// What one part of a number still owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PartShare {
    /// Id of the part.
    pub part: Id,
    /// How much it needs.
    pub needed: Amount,
    /// How much it has.
    pub actual: Amount,
    /// How much is missing.
    pub missing: Amount,
}

/// Why a target stands as it stands: a stable key of the message table and its parameters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Reason {
    /// The key.
    pub code: ReasonCode,
    /// Its parameters.
    pub params: Vec<Param>,
}

/// The reasons there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ReasonCode {
    /// `{missing}` is missing.
    Missing,
    /// What is promised to come down is still too large by `{missing}`; of a percent by so many percentage points.
    StillAbove,
    /// The event `{event}` lacks `{missing}`.
    EventShort,
    /// The period `{month}` lacks `{missing}`.
    PeriodShort,
    /// The part or network `{part}` lacks `{missing}`, of a target that recurs in `{month}`.
    PartShort,
    /// Nobody recorded the ratio of the event `{event}`, of which it is asked for.
    EventUnmeasured,
    /// Nobody recorded the ratio of the period `{month}`, of which it is asked for.
    PeriodUnmeasured,
    /// It is promised in parts, or for each of several, and the facts do not tell them apart.
    NotToldApart,
    /// `{count}` of artefacts or readings belongs to no event of the activity, though it is asked for of each.
    ItemsWithoutEvent,
    /// `{count}` photo or video items name several events; their files count for the first of them.
    ItemsOfSeveralEvents,
    /// `{count}` items and readings are of an event that was not held, or of which no record stands.
    EventNotHeld,
    /// The approval of `{by}` is missing.
    ApprovalMissing,
    /// No event has been held, so nothing can be computed.
    NoEventHeld,
    /// The planned number of events, `{planned}`, is not reached: `{held}` held.
    EventsOpen,
    /// The denominator is zero or missing.
    NoDenominator,
    /// No baseline is known for a change.
    NoBaseline,
    /// No baseline is named for a change; it is told from what was measured first, `{baseline}` on `{date}`.
    BaselineMeasured,
    /// `{count}` items lost their proof.
    ProofLost,
    /// `{count}` items lack a file, or the link, screenshot or signature the line asks for.
    ProofIncomplete,
    /// `{count}` items are of another kind.
    OtherKind,
    /// `{count}` items count for a line of a task and, as this line is read, not here.
    CountedForTask,
    /// `{count}` of what counts also counts for a line of a task; without it there is `{alone}`.
    SharedWithTask,
    /// The claimed figure `{claimed}` is not the proven one `{proven}`.
    ClaimedNotProven,
    /// The rows of the lists, `{rows}`, are not the number recorded, `{count}`.
    RowsDiffer,
    /// `{count}` lists do not say how many rows they have, so they prove no number.
    RowsUnknown,
    /// A list lacks signatures.
    ListUnsigned,
    /// `{count}` probable doubles are counted as one event.
    ProbableDoubles,
    /// The words of the target were not understood.
    Unread,
    /// The deadline is not known.
    NoDeadline,
    /// A fact lies after the deadline, on `{date}`.
    Late,
    /// Evidence of an in-time event came late, on `{date}`.
    EvidenceLate,
    /// A further document is wanted: `{document}`.
    DocumentMissing,
    /// The target needs no number.
    NoNumber,
    /// The figure is above a limit.
    AboveLimit,
    /// The figure of the event `{event}`, `{actual}`, is above a limit.
    EventAbove,
    /// The figure of the period `{month}`, `{actual}`, is above a limit.
    PeriodAbove,
    /// The figure is above the range that is promised, and nobody has said whether more is too much.
    AboveRange,
    /// Nobody has recorded a figure of which a limit, or that it has come down, could be said.
    NoData,
    /// `{count}` items are attached, but nobody recorded the number they prove.
    EvidenceUncounted,
    /// Lists and events tell of `{count}`, whose number nobody recorded for the line.
    PeopleUncounted,
    /// The support line `{line}` is not counted as persons until a reading says so.
    SupportNotCounted,
    /// The line's own figure of `{count}` is not counted, because the line sums its sources.
    OwnNotCounted,
    /// The target is met by participations, but different people were at most `{persons}` where `{expected}` are expected.
    FewerPersons,
    /// Nobody has said which lines the figure sums.
    NoSources,
    /// One sum stands for several promised numbers; which of them it reaches nobody can say.
    SeveralNumbers,
    /// The number recurs, but the figure is of the whole project.
    NotByPeriods,
    /// The operator returned the line.
    Returned,
    /// The operator accepted `{accepted}` of the `{proven}` that were proven on that day.
    AcceptedLess,
    /// A figure does not fit 28 digits.
    Overflow,
}

/// How far a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Progress {
    /// Its time has not come.
    NotDue,
    /// Its time has come and nothing is there.
    NotStarted,
    /// Something is there, time is left, and no schedule says how much there should be.
    Open,
    /// As much as the schedule asks for.
    OnTrack,
    /// Less than the schedule asks for.
    Behind,
    /// The time is over and it is not met.
    Overdue,
    /// Met.
    Met,
    /// More than promised; never said of documents.
    Exceeded,
    /// It cannot be computed.
    NotComputable,
    /// It does not apply.
    NotApplicable,
}

/// How well a target is proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Proof {
    /// All that is claimed is proven.
    Complete,
    /// Some of it is.
    Partial,
    /// None of it is.
    None,
    /// There was proof, and it is gone.
    Lost,
    /// Nothing needs proof.
    NotRequired,
}

/// Whether a target was served in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Timing {
    /// All of it within the window.
    InTime,
    /// Some of it after the window.
    Late,
    /// Some of it outside the project's time.
    OutsideProject,
    /// Nothing to judge, or no window.
    Unknown,
}

/// What the answers come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Headline {
    /// Somebody recorded that it does not apply.
    NotApplicable,
    /// Done and proven.
    Proven,
    /// Its time has not come.
    NotDue,
    /// Something is to be done, and there is time.
    NeedsAction,
    /// The time is over and it is not done.
    Overdue,
}

/// Where an event stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct EventStanding {
    /// Id of the event; of joined records the smallest.
    pub id: Id,
    /// Ids of the records joined with it.
    pub joined: Vec<Id>,
    /// Ids of records that probably are the same event and wait for a decision.
    pub probable_doubles: Vec<Id>,
    /// Planned, held, postponed or cancelled.
    pub status: EventStatus,
    /// Its days.
    pub range: DateRange,
    /// What it is called.
    pub name: Option<String>,
    /// Where it is.
    pub place: Option<String>,
    /// Label of its part.
    pub part: Option<String>,
    /// Its activities.
    pub activities: Vec<Id>,
    /// How many people were there, counted by heads.
    pub headcount: Option<u32>,
}

/// Where a line of the social-impact block stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ImpactStanding {
    /// Id of the line.
    pub id: Id,
    /// How far it is.
    pub progress: Progress,
    /// Sum of participations over its sources (claimed), or the line's own readings.
    pub participations: Option<Amount>,
    /// The part of it that is proven.
    pub proven: Option<Amount>,
    /// Number of unique persons, between bounds; nothing means "not counted".
    pub unique_persons: Option<PersonBounds>,
    /// What is expected.
    pub expected: Option<Amount>,
    /// What is still missing.
    pub missing: Option<Amount>,
    /// What every source brings.
    pub sources: Vec<SourceFigure>,
    /// Why it stands as it stands.
    pub reasons: Vec<Reason>,
}

/// How many different people there are: a number, or the bounds between which it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PersonBounds {
    /// There are at least so many.
    pub at_least: u32,
    /// There are at most so many; the same number where it is known.
    pub at_most: u32,
}

/// What one source brings to an impact figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SourceFigure {
    /// Id of the indicator line.
    pub line: Id,
    /// What it claims; nothing where nothing is recorded.
    pub claimed: Option<Amount>,
    /// What of it is proven; nothing where nothing is recorded.
    pub proven: Option<Amount>,
}
