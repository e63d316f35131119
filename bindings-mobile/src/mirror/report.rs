//! Mirrors of the types of `qoldau_core::report`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::assess::Counts;
use qoldau_core::assess::Headline;
use qoldau_core::assess::Progress;
use qoldau_core::facts::EventStatus;
use qoldau_core::finding::Severity;
use qoldau_core::language::Language;
use qoldau_core::plan::TaskKind;
use qoldau_core::report::ActivityTable;
use qoldau_core::report::ApprovalWait;
use qoldau_core::report::Bar;
use qoldau_core::report::ExceptionGroup;
use qoldau_core::report::ExceptionItem;
use qoldau_core::report::ExceptionKind;
use qoldau_core::report::FindingRow;
use qoldau_core::report::Head;
use qoldau_core::report::ImpactRow;
use qoldau_core::report::IssuedNumber;
use qoldau_core::report::LineRef;
use qoldau_core::report::LineRow;
use qoldau_core::report::PolicyRow;
use qoldau_core::report::ReadingRow;
use qoldau_core::report::Register;
use qoldau_core::report::RegisterFile;
use qoldau_core::report::RegisterItem;
use qoldau_core::report::RegisterLack;
use qoldau_core::report::RegisterLine;
use qoldau_core::report::RemarkRow;
use qoldau_core::report::Report;
use qoldau_core::report::ReportStyle;
use qoldau_core::report::SourceRow;
use qoldau_core::report::SubmissionRow;
use qoldau_core::report::TargetRow;
use qoldau_core::report::TaskTable;
use qoldau_core::report::Timeline;
use qoldau_core::report::TimelineEvent;
use qoldau_core::report::TimelineRow;
use qoldau_core::report::ToDo;
use qoldau_core::report::ToDoItem;
use qoldau_core::report::ToDoKind;
use qoldau_core::report::WithdrawnRow;
use qoldau_core::review::RemarkState;
use qoldau_core::section::ReportSection;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;

/// Where every promised line stands, ready to be shown.
#[uniffi::remote(Record)]
pub struct Report {
    /// Name and version of this form, `FORMAT`.
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
    #[uniffi(default = None)]
    pub records: Option<String>,
    /// What was handed to the operator, with where it stands.
    pub submissions: Vec<SubmissionRow>,
    /// The operator's view: what a careful reader should look at first.
    pub exceptions: Vec<ExceptionGroup>,
    /// Deadlines and events on the project's time, where it is known.
    #[uniffi(default = None)]
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
#[uniffi::remote(Record)]
pub struct Head {
    /// What the page is.
    pub title: String,
    /// Title of the project, as in the contract.
    #[uniffi(default = None)]
    pub project: Option<String>,
    /// Name of the organisation, as in the contract.
    #[uniffi(default = None)]
    pub grantee: Option<String>,
    /// The contract by number and date.
    #[uniffi(default = None)]
    pub contract: Option<String>,
    /// The project's time.
    #[uniffi(default = None)]
    pub period: Option<String>,
    /// The day the report is true of.
    pub as_of: IsoDate,
    /// The same in words.
    pub as_of_text: String,
    /// The edition of the plan in force that day.
    pub edition: String,
    /// The reporting period whose own figures are shown beside the cumulative ones.
    #[uniffi(default = None)]
    pub reporting_period: Option<String>,
}

/// A line by what identifies it for a reader.
#[uniffi::remote(Record)]
pub struct LineRef {
    /// Id of the line.
    pub id: Id,
    /// Its printed number.
    pub number: String,
    /// Its name, as in the contract.
    pub name: String,
}

/// What is missing at one event, in one period or by one deadline.
#[uniffi::remote(Record)]
pub struct ToDo {
    /// The day it belongs to; nothing when no deadline is known.
    #[uniffi(default = None)]
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
    #[uniffi(default = None)]
    pub label: Option<String>,
    /// What is missing.
    pub items: Vec<ToDoItem>,
}

/// What the day of a `ToDo` is.
#[uniffi::remote(Enum)]
pub enum ToDoKind {
    /// An event was held that day.
    Event,
    /// A period ends that day.
    Period,
    /// Lines are due that day.
    Deadline,
}

/// One missing thing.
#[uniffi::remote(Record)]
pub struct ToDoItem {
    /// What is missing: `2 photos`, or why the line is not done.
    pub what: String,
    /// The lines it is missing from.
    pub lines: Vec<LineRef>,
}

/// A line that waits for somebody's approval.
#[uniffi::remote(Record)]
pub struct ApprovalWait {
    /// The line.
    pub line: LineRef,
    /// Who has to approve or agree.
    pub by: String,
    /// By when, where known.
    #[uniffi(default = None)]
    pub until: Option<String>,
    /// Whether that day is over.
    pub past: bool,
}

/// Exceptions of one sort.
#[uniffi::remote(Record)]
pub struct ExceptionGroup {
    /// Which sort.
    pub kind: ExceptionKind,
    /// The sort in words.
    pub title: String,
    /// The exceptions, in the annex's order.
    pub items: Vec<ExceptionItem>,
}

/// The sorts of exceptions, in the order they are shown.
#[uniffi::remote(Enum)]
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
#[uniffi::remote(Record)]
pub struct ExceptionItem {
    /// The lines it touches.
    pub lines: Vec<LineRef>,
    /// What it is.
    pub text: String,
}

/// The project's time with the deadlines and events in it. Places are thousandths of the time, every month equally
/// long.
#[uniffi::remote(Record)]
pub struct Timeline {
    /// The months (quarters when there are more than twelve months), from left to right, equally wide.
    pub marks: Vec<String>,
    /// Where the report's day is; nothing when it is outside.
    #[uniffi(default = None)]
    pub today: Option<u32>,
    /// Activities in the annex's order.
    pub rows: Vec<TimelineRow>,
}

/// One activity on the timeline.
#[uniffi::remote(Record)]
pub struct TimelineRow {
    /// Number of the activity.
    pub number: String,
    /// Its title, as in the contract.
    pub title: String,
    /// Its window in words.
    pub window_text: String,
    /// First thousandth of the window; nothing when no deadline is known, or the day it is counted from is not.
    #[uniffi(default = None)]
    pub start: Option<u32>,
    /// Thousandth after the window.
    #[uniffi(default = None)]
    pub end: Option<u32>,
    /// Its lines by headline.
    pub counts: Counts,
    /// Its events.
    pub events: Vec<TimelineEvent>,
}

/// One event on the timeline.
#[uniffi::remote(Record)]
pub struct TimelineEvent {
    /// Where its first day is.
    pub at: u32,
    /// Planned, held, postponed or cancelled.
    pub status: EventStatus,
    /// Its day, name and state.
    pub text: String,
}

/// A task with its activities.
#[uniffi::remote(Record)]
pub struct TaskTable {
    /// Id of the task.
    pub id: Id,
    /// Task or section.
    pub kind: TaskKind,
    /// "Task 1"; nothing for a section, which has no printed number.
    #[uniffi(default = None)]
    pub label: Option<String>,
    /// Its heading, as in the contract.
    pub title: String,
    /// Its lines by headline.
    pub counts: Counts,
    /// Its activities.
    pub activities: Vec<ActivityTable>,
}

/// An activity with its lines.
#[uniffi::remote(Record)]
pub struct ActivityTable {
    /// Id of the activity.
    pub id: Id,
    /// Its number.
    pub number: String,
    /// Its title, as in the contract.
    pub title: String,
    /// Where it is held, or through which channels, as in the contract.
    #[uniffi(default = None)]
    pub venue: Option<String>,
    /// Its deadline, as in the contract; nothing when the cell is empty.
    #[uniffi(default = None)]
    pub due: Option<String>,
    /// The days it is to be done in, where known.
    #[uniffi(default = None)]
    pub window: Option<String>,
    /// The days that are left, where there is something to do.
    #[uniffi(default = None)]
    pub days_left: Option<String>,
    /// Events held and planned, where it has any.
    #[uniffi(default = None)]
    pub events: Option<String>,
    /// Names that could not be paired with values, as they stand.
    pub unpaired_names: Vec<String>,
    /// Values that could not be paired with names, as they stand.
    pub unpaired_values: Vec<String>,
    /// Its lines.
    pub lines: Vec<LineRow>,
}

/// An indicator line.
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
pub struct TargetRow {
    /// Id of the target.
    pub id: Id,
    /// What was promised, as in the contract.
    pub text: String,
    /// What that comes to, where it is not plain from the words.
    #[uniffi(default = None)]
    pub expected: Option<String>,
    /// What people said was done; a dash when nobody said anything.
    pub claimed: String,
    /// What valid evidence shows.
    pub proven: String,
    /// What the operator accepted.
    pub accepted: String,
    /// The reporting period's own figures, where there is one.
    #[uniffi(default = None)]
    pub in_period: Option<String>,
    /// How far it is, as a picture; nothing when it cannot be said.
    #[uniffi(default = None)]
    pub bar: Option<Bar>,
    /// How far it is.
    pub progress: Progress,
    /// How far it is, how well proven, in time, in review: in words, as far as they say more than the headline.
    pub status: Vec<String>,
}

/// How far a target is, in thousandths of the whole bar.
#[uniffi::remote(Record)]
pub struct Bar {
    /// Proven.
    pub proven: u32,
    /// Claimed, 0 to 1000; what lies beyond `proven` has no proof.
    pub claimed: u32,
    /// Where the promise stands, when it is not the whole bar.
    #[uniffi(default = None)]
    pub goal: Option<u32>,
    /// The same in figures.
    pub text: String,
}

/// A line of the social-impact block.
#[uniffi::remote(Record)]
pub struct ImpactRow {
    /// Number and name.
    pub line: LineRef,
    /// Its unit, as in the contract.
    #[uniffi(default = None)]
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
    #[uniffi(default = None)]
    pub unique_persons: Option<String>,
    /// How far it is, as a picture.
    #[uniffi(default = None)]
    pub bar: Option<Bar>,
    /// How far it is, in words.
    pub status: String,
    /// What every source brings.
    pub sources: Vec<SourceRow>,
    /// Why it stands as it stands.
    pub notes: Vec<String>,
}

/// A line that a supplementary agreement took out.
#[uniffi::remote(Record)]
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

/// A remark of the operator that is not settled.
#[uniffi::remote(Record)]
pub struct RemarkRow {
    /// Id of the remark.
    pub remark: Id,
    /// The line it is about; nothing for the whole.
    #[uniffi(default = None)]
    pub line: Option<LineRef>,
    /// The submission it is on, by number and date.
    pub submission: String,
    /// What it says.
    pub text: String,
    /// Whether anybody has answered.
    pub state: RemarkState,
    /// Whether the day to answer by is over and nobody has answered.
    pub overdue: bool,
    /// Where it stands, and by when it is to be answered, in words.
    pub status: String,
    /// The answers, earliest first: the day, what it says, and the evidence that was added for it.
    pub replies: Vec<String>,
}

/// A submission with where it stands.
#[uniffi::remote(Record)]
pub struct SubmissionRow {
    /// Id of the submission.
    pub submission: Id,
    /// Its number and date.
    pub title: String,
    /// The day whose state it shows, in words.
    pub as_of: String,
    /// Whether it is accepted as a whole.
    pub accepted: bool,
    /// Where it stands: handed in, how many remarks wait for whom, what is accepted.
    pub status: Vec<String>,
    /// The lines that were accepted by themselves; empty once the whole is.
    pub accepted_lines: Vec<LineRef>,
}

/// What one line brings to an impact figure.
#[uniffi::remote(Record)]
pub struct SourceRow {
    /// The line.
    pub line: LineRef,
    /// What it claims.
    pub claimed: String,
    /// What of it is proven.
    pub proven: String,
}

/// How lines were read.
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
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

/// One setting of the policy.
#[uniffi::remote(Record)]
pub struct PolicyRow {
    /// What it settles.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Who says so, in which edition, and whether that was checked.
    pub source: String,
}

/// The evidence register of a plan on a day.
#[uniffi::remote(Record)]
pub struct Register {
    /// Name and version of this form, `REGISTER_FORMAT`.
    pub format: String,
    /// Language of the register.
    pub language: Language,
    /// Language of the contract, in which its own words stand.
    pub contract_language: Language,
    /// Who, what and when.
    pub head: Head,
    /// The lines in the annex's order; then those that agreements took out and that have evidence, in the order in which they
    /// were taken out.
    pub lines: Vec<RegisterLine>,
    /// What of the journal could not be taken, and may have been evidence, or is doubtful; in the order of the file.
    pub findings: Vec<FindingRow>,
}

/// A line with its evidence.
#[uniffi::remote(Record)]
pub struct RegisterLine {
    /// Number and name.
    pub line: LineRef,
    /// Where an agreement took the line out, that it did, and which: nothing is asked of such a line any more.
    #[uniffi(default = None)]
    pub withdrawn: Option<String>,
    /// Where the line has no evidence of its own and that of other lines proves it, which: `See 1.4`.
    #[uniffi(default = None)]
    pub see: Option<String>,
    /// Name of the folder for its files: letters of ASCII, digits, point, hyphen and underscore.
    pub folder: String,
    /// Its evidence, by number.
    pub items: Vec<RegisterItem>,
    /// What is missing, by date.
    pub missing: Vec<RegisterLack>,
}

/// An item of evidence under its number.
#[uniffi::remote(Record)]
pub struct RegisterItem {
    /// Its number: `2.10-3`.
    pub number: String,
    /// The running number alone, from 1.
    pub running: u32,
    /// Id of the item.
    pub item: Id,
    /// What it is.
    pub kind: String,
    /// The date it bears.
    pub date: IsoDate,
    /// The same in figures.
    pub date_text: String,
    /// The events it is of.
    #[uniffi(default = None)]
    pub event: Option<String>,
    /// Its title, outlet and own number, as recorded.
    #[uniffi(default = None)]
    pub title: Option<String>,
    /// Its files.
    pub files: Vec<RegisterFile>,
    /// Link to it, as recorded.
    #[uniffi(default = None)]
    pub link: Option<String>,
    /// Pages of all its files, where known.
    #[uniffi(default = None)]
    pub pages: Option<u32>,
    /// What there is to note: that it does not count and why, what else it proves, rows, addressees, screenshot.
    pub marks: Vec<String>,
}

/// A file of an item.
#[uniffi::remote(Record)]
pub struct RegisterFile {
    /// Its name as recorded.
    pub original: String,
    /// Its name in the folder: `2.10-3_foto_2024-06-15_01.jpg`, safe on every system.
    pub name: String,
    /// Whether the file is in hand; nothing where nobody said which files are, or where it has no hash.
    #[uniffi(default = None)]
    pub in_hand: Option<bool>,
}

/// Something that is missing.
#[uniffi::remote(Record)]
pub struct RegisterLack {
    /// What is missing: `Missing: 2 photos`.
    pub text: String,
    /// The day of the event or the last day of the period it is missing from.
    #[uniffi(default = None)]
    pub date: Option<IsoDate>,
    /// The same in figures.
    #[uniffi(default = None)]
    pub date_text: Option<String>,
    /// The event or the period.
    #[uniffi(default = None)]
    pub event: Option<String>,
}

/// A number that a register has given.
#[uniffi::remote(Record)]
pub struct IssuedNumber {
    /// Id of the line.
    pub line: Id,
    /// Id of the item.
    pub item: Id,
    /// The running number, from 1.
    pub running: u32,
}

/// The style of every page with what a host's content security policy has to say of it.
#[uniffi::remote(Record)]
pub struct ReportStyle {
    /// The content of its one `<style>`.
    pub style: String,
    /// SHA-256 of the style as a source of a content security policy, in its quotes.
    pub sha256: String,
    /// The content security policy that every page satisfies and states: nothing but its one style.
    pub content_security_policy: String,
}
