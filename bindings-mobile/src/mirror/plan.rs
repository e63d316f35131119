//! Mirrors of the types of `qoldau_core::plan`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use std::collections::BTreeMap;

use qoldau_core::finding::Place;
use qoldau_core::finding::Severity;
use qoldau_core::language::Language;
use qoldau_core::plan::Accumulation;
use qoldau_core::plan::Activity;
use qoldau_core::plan::Approver;
use qoldau_core::plan::Contract;
use qoldau_core::plan::Due;
use qoldau_core::plan::Edition;
use qoldau_core::plan::GrantTask;
use qoldau_core::plan::ImpactKind;
use qoldau_core::plan::ImpactLine;
use qoldau_core::plan::Indicator;
use qoldau_core::plan::IndicatorKind;
use qoldau_core::plan::ListField;
use qoldau_core::plan::Plan;
use qoldau_core::plan::PlanNode;
use qoldau_core::plan::PlanReading;
use qoldau_core::plan::Policy;
use qoldau_core::plan::Question;
use qoldau_core::plan::ReadingSource;
use qoldau_core::plan::ReportKind;
use qoldau_core::plan::ReportingPeriod;
use qoldau_core::plan::Requires;
use qoldau_core::plan::Setting;
use qoldau_core::plan::Source;
use qoldau_core::plan::StaffMember;
use qoldau_core::plan::Target;
use qoldau_core::plan::TaskKind;
use qoldau_core::plan::Team;
use qoldau_core::plan::Trait;
use qoldau_core::plan::Unpaired;
use qoldau_core::plan::Unread;
use qoldau_core::plan::Withdrawn;
use qoldau_core::value::Amount;
use qoldau_core::value::DateRange;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;
use qoldau_core::value::PersonName;
use qoldau_core::value::Phone;

/// The promise of one grant contract.
#[uniffi::remote(Record)]
pub struct Plan {
    /// Name and version of this form, `FORMAT`.
    pub format: String,
    /// Id of the plan.
    pub id: Id,
    /// Language the contract is written in.
    pub language: Language,
    /// Editions of the plan, the first of number 0; every supplementary agreement adds one.
    pub editions: Vec<Edition>,
    /// The contract the plan is an annex of.
    #[uniffi(default = None)]
    pub contract: Option<Contract>,
    /// Name of the organisation that holds the grant.
    #[uniffi(default = None)]
    pub grantee: Option<String>,
    /// Priority of the grant.
    #[uniffi(default = None)]
    pub priority: Option<String>,
    /// Title of the project.
    #[uniffi(default = None)]
    pub title: Option<String>,
    /// Goals, as they stand.
    pub goals: Vec<String>,
    /// Territory of the project.
    #[uniffi(default = None)]
    pub territory: Option<String>,
    /// Target group.
    #[uniffi(default = None)]
    pub target_group: Option<String>,
    /// First and last day of the project.
    #[uniffi(default = None)]
    pub period: Option<DateRange>,
    /// First and last day of the active phase, declared by the user.
    #[uniffi(default = None)]
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
    #[uniffi(default = [])]
    pub withdrawn: Vec<Withdrawn>,
}

/// One edition of a plan.
#[uniffi::remote(Record)]
pub struct Edition {
    /// 0 for the contract as signed, then 1, 2 …
    pub number: u32,
    /// The supplementary agreement that brought it; nothing for edition 0.
    #[uniffi(default = None)]
    pub agreement: Option<Contract>,
    /// First day it is in force.
    #[uniffi(default = None)]
    pub effective_from: Option<IsoDate>,
}

/// A contract or supplementary agreement by its number and date.
#[uniffi::remote(Record)]
pub struct Contract {
    /// Its number as printed.
    #[uniffi(default = None)]
    pub number: Option<String>,
    /// Its date.
    #[uniffi(default = None)]
    pub date: Option<IsoDate>,
}

/// A span of days that is reported on.
#[uniffi::remote(Record)]
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
    #[uniffi(default = None)]
    pub due: Option<IsoDate>,
}

/// What kind of report a reporting period asks for.
#[uniffi::remote(Enum)]
pub enum ReportKind {
    /// Of one month.
    Monthly,
    /// Before the end.
    Interim,
    /// Of the whole project.
    Final,
}

/// Words of the contract that were not understood.
#[uniffi::remote(Record)]
pub struct Unread {
    /// Where they stand.
    pub place: Place,
    /// The words, verbatim.
    pub text: String,
}

/// A part of the plan that a supplementary agreement took out.
#[uniffi::remote(Record)]
pub struct Withdrawn {
    /// What it is.
    pub node: PlanNode,
    /// Its id, which is never given again.
    pub id: Id,
    /// Number of the edition it is no part of any more: the plan's list of editions says by which agreement.
    pub edition: u32,
    /// Id of what it stood in: the activity of a line, the task of an activity, the line of a target, the target of a part.
    #[uniffi(default = None)]
    pub within: Option<Id>,
    /// Its printed number, where it had one.
    #[uniffi(default = None)]
    pub number: Option<String>,
    /// Its name or heading; of a person nothing.
    #[uniffi(default = None)]
    pub name: Option<String>,
    /// The indicator line as it stood, with its targets; of a target the line that it was taken out of, with all targets that
    /// this had.
    #[uniffi(default = None)]
    pub line: Option<Indicator>,
    /// The line of the social-impact block as it stood, with its targets; likewise of a target.
    #[uniffi(default = None)]
    pub impact: Option<ImpactLine>,
}

/// A part of a plan that has an id, by its kind.
#[uniffi::remote(Enum)]
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

/// The people of the project, by the two tables of block II.
#[uniffi::remote(Record)]
pub struct Team {
    /// Staff of the organisation.
    pub staff: Vec<StaffMember>,
    /// Specialists engaged under civil contracts.
    pub specialists: Vec<StaffMember>,
}

/// One row of a team table. Names and phones print silently.
#[uniffi::remote(Record)]
pub struct StaffMember {
    /// Id of the row.
    pub id: Id,
    /// Name of the person.
    pub name: PersonName,
    /// Post held.
    #[uniffi(default = None)]
    pub role: Option<String>,
    /// Telephone number.
    #[uniffi(default = None)]
    pub phone: Option<Phone>,
    /// Duties, as they stand.
    #[uniffi(default = None)]
    pub duties: Option<String>,
    /// Share of the working time, 0 to 100 percent.
    #[uniffi(default = None)]
    pub workload_percent: Option<Amount>,
    /// First day on the project, where not the project's own.
    #[uniffi(default = None)]
    pub from: Option<IsoDate>,
    /// Last day on the project, where not the project's own.
    #[uniffi(default = None)]
    pub to: Option<IsoDate>,
}

/// A task of the contract, or one of its two sections without a number.
#[uniffi::remote(Record)]
pub struct GrantTask {
    /// Id of the task.
    pub id: Id,
    /// Its printed number; sections without one are counted on after the tasks.
    pub number: String,
    /// Task or section.
    pub kind: TaskKind,
    /// Its heading, as it stands, without the number.
    pub title: String,
    /// Where it stands in the annex.
    #[uniffi(default = None)]
    pub source: Option<Place>,
    /// Its activities.
    pub activities: Vec<Activity>,
}

/// What a heading of block III opens.
#[uniffi::remote(Enum)]
pub enum TaskKind {
    /// A numbered task.
    Task,
    /// The final public presentation of the results.
    Presentation,
    /// Information work on the progress.
    Information,
}

/// An activity: one row of a task's table.
#[uniffi::remote(Record)]
pub struct Activity {
    /// Id of the activity.
    pub id: Id,
    /// Its number, `task.row`.
    pub number: String,
    /// The first paragraph of its cell.
    pub title: String,
    /// The other paragraphs of its cell.
    #[uniffi(default = None)]
    pub description: Option<String>,
    /// Where it is held.
    #[uniffi(default = None)]
    pub venue: Option<String>,
    /// Communication channels, where the table has them in place of a venue.
    pub channels: Vec<String>,
    /// Its deadline.
    #[uniffi(default = None)]
    pub due: Option<Due>,
    /// Where it stands in the annex.
    #[uniffi(default = None)]
    pub source: Option<Place>,
    /// Names and values that could not be paired with certainty, verbatim, until someone settles them.
    #[uniffi(default = None)]
    pub unpaired: Option<Unpaired>,
    /// Its indicator lines.
    pub indicators: Vec<Indicator>,
}

/// The two lists of a row whose lengths differ.
#[uniffi::remote(Record)]
pub struct Unpaired {
    /// The indicator cell's items, in order.
    pub names: Vec<String>,
    /// The target cell's items, in order.
    pub values: Vec<String>,
}

/// An indicator line: one promised thing.
#[uniffi::remote(Record)]
pub struct Indicator {
    /// Id of the line.
    pub id: Id,
    /// Its printed number, `task.line`.
    pub number: String,
    /// Its name, as it stands.
    pub name: String,
    /// What it counts, recognised from the name; decides what counts for it and what proves it.
    pub kind: IndicatorKind,
    /// How its readings come together.
    pub accumulation: Accumulation,
    /// The value before the project, where known.
    #[uniffi(default = None)]
    pub baseline: Option<Amount>,
    /// What the name asks for beside the number.
    pub requires: Requires,
    /// Its targets; all must hold.
    pub targets: Vec<Target>,
    /// Where it stands in the annex.
    #[uniffi(default = None)]
    pub source: Option<Place>,
}

/// What an indicator line counts. The list is closed for a format version.
#[uniffi::remote(Enum)]
pub enum IndicatorKind {
    /// A document of no special kind.
    Document,
    /// A list of people, organisations or things.
    List,
    /// A letter sent.
    Letter,
    /// A work plan, content plan or schedule.
    Plan,
    /// A programme.
    Programme,
    /// Rules of an event or a prize.
    Rules,
    /// A journal of consultations or visits.
    Journal,
    /// A written report.
    Report,
    /// An act of handing over.
    Act,
    /// A post in a social network.
    Post,
    /// An announcement in a social network.
    Announcement,
    /// Photographs.
    Photo,
    /// A video.
    Video,
    /// An article in a newspaper or portal, a digest.
    Publication,
    /// A live stream.
    LiveStream,
    /// Teaching or hand-out material, a printed product, a banner.
    Material,
    /// A questionnaire held.
    Survey,
    /// A page or account in a social network.
    Page,
    /// A presentation of results.
    Presentation,
    /// People taking part.
    Participants,
    /// A consultation or other support given.
    Support,
    /// A share of satisfied people.
    Satisfaction,
    /// Events held.
    Event,
    /// Focus groups held.
    FocusGroup,
    /// Specialists, consultants or influencers engaged.
    Specialist,
    /// Organisations or initiative groups.
    Organisation,
    /// A thing set up or bought: a co-working space, a call centre, equipment.
    Asset,
    /// Promotion without a form of its own: its targets' units say what counts.
    Outreach,
    /// Anything else.
    Other,
}

/// How the readings of a line come together.
#[uniffi::remote(Enum)]
pub enum Accumulation {
    /// Readings add up.
    Flow,
    /// The latest reading counts.
    Level,
    /// Numerators and denominators add up.
    Ratio,
}

/// What a line's name asks for beside its number.
#[uniffi::remote(Record)]
pub struct Requires {
    /// Who has to approve or agree before the line is met.
    pub approvals: Vec<Approver>,
    /// What every piece of evidence must carry.
    pub evidence: Vec<Trait>,
    /// Columns a list must have.
    pub list_fields: Vec<ListField>,
    /// Further documents the line asks for, as kinds.
    pub documents: Vec<IndicatorKind>,
    /// Networks the name lists.
    pub channels: Vec<String>,
}

/// Who approves a document.
#[uniffi::remote(Enum)]
pub enum Approver {
    /// Agreed with the local executive body («келісілген», «согласовано»).
    LocalExecutiveBody,
    /// Approved by the organisation's head («бекітілген», «утверждено»).
    Leader,
}

/// What a piece of evidence must carry.
#[uniffi::remote(Enum)]
pub enum Trait {
    /// A link.
    Link,
    /// A dated screenshot.
    Screenshot,
}

/// A column a list must have.
#[uniffi::remote(Enum)]
pub enum ListField {
    /// Full name.
    Name,
    /// Telephone number.
    Number,
    /// Signature.
    Signature,
}

/// A line of the social-impact block.
#[uniffi::remote(Record)]
pub struct ImpactLine {
    /// Id of the line.
    pub id: Id,
    /// Its printed number.
    pub number: String,
    /// What it counts.
    pub kind: ImpactKind,
    /// Its name, as it stands.
    pub name: String,
    /// Its unit, as it stands.
    #[uniffi(default = None)]
    pub unit: Option<String>,
    /// Its targets.
    pub targets: Vec<Target>,
    /// Ids of the indicator lines whose participations it sums; nothing until someone names them.
    #[uniffi(default = None)]
    pub sources: Option<Vec<Id>>,
    /// Where it stands in the annex.
    #[uniffi(default = None)]
    pub source: Option<Place>,
}

/// What a line of the social-impact block counts.
#[uniffi::remote(Enum)]
pub enum ImpactKind {
    /// People who take part or receive a service.
    DirectBeneficiaries,
    /// People reached by the media.
    IndirectBeneficiaries,
    /// Staff under labour contracts.
    Staff,
    /// Specialists engaged under civil contracts.
    Specialists,
    /// Non-governmental organisations reached.
    Organisations,
    /// Partners of the project.
    Partners,
    /// Anything else.
    Other,
}

/// How a line is read. An answered question is no finding any more and is printed in the report.
#[uniffi::remote(Record)]
pub struct PlanReading {
    /// Id of the line, target, activity, task or impact line it is about. A goal or an expected result, which has no id, is
    /// named `goals.3`, `expectedResults.7`, counted from 1.
    pub line: Id,
    /// What was asked.
    pub question: Question,
    /// What was answered; the docs of `Question` list the answers.
    pub answer: String,
    /// Where the answer comes from.
    pub source: ReadingSource,
    /// Whom it was agreed with, for `agreed`: an office, never a person.
    #[uniffi(default = None)]
    pub agreed_with: Option<String>,
    /// When it was agreed.
    #[uniffi(default = None)]
    pub date: Option<IsoDate>,
    /// The document that says so.
    #[uniffi(default = None)]
    pub document: Option<String>,
}

/// What a reading settles.
#[uniffi::remote(Enum)]
pub enum Question {
    /// How a bare number is meant: `exists`, `atLeast`, `atMost`, `exactly` or `level`; of a range whether more than its
    /// upper end is fine (`atLeast` the lower end) or too much (`atMost` the upper end).
    Bound,
    /// How lines naming several networks count: `inTotal` (any of them), `perNetwork` (the number on each of them) or
    /// `spread` (the number in total, at least one on each of them).
    Networks,
    /// What counts for letters: `letter` (one outgoing letter) or `addressee`.
    Letters,
    /// Whether posts of the tasks count towards the information work's posts: `within` or `beside`.
    TaskPosts,
    /// What one unit of a monthly line is: a unit code such as `post`, or `day`.
    MonthlyUnit,
    /// What a percent is a share of: `participants`, `respondents` or words.
    Denominator,
    /// What satisfaction means: `topTwo`, `mean`, `aboveScore` or words.
    Satisfaction,
    /// How many events an activity plans: a whole number from 1 on.
    PlannedEvents,
    /// What a support given counts as: `person` or `service`.
    SupportCounts,
    /// Which lines an impact figure sums: ids of indicator lines, parted by spaces, commas or semicolons.
    Sources,
    /// Who the people planned in an impact line are: `consultants`, `influencers`, `toBeEngaged` or words.
    Who,
    /// Which number holds where two places promise different ones: a number above 0.
    Amount,
    /// Which date an ambiguous or missing deadline means: an ISO date, the last day, or two joined by `..`; of a deadline
    /// that recurs `eachTime`, where the numbers are asked for each time.
    Due,
    /// What carries a promise that no line carries: a line's id, `document` (one of its own), `agreement` (a line that a
    /// supplementary agreement adds) or words.
    CarriedBy,
    /// Whether the same evidence may serve two lines: `shared` or `once`.
    Reuse,
    /// Anything else; the answer says it in words.
    Other,
}

/// Where a reading comes from.
#[uniffi::remote(Enum)]
pub enum ReadingSource {
    /// The task's heading says it.
    Heading,
    /// The activity's text says it.
    Activity,
    /// The policy's default.
    Policy,
    /// People agreed on it.
    Agreed,
}

/// Every threshold and default of the product.
#[uniffi::remote(Record)]
pub struct Policy {
    /// How a bare number of a line that counts is meant: `atLeast`, `exactly`. Default `atLeast`.
    pub counts_bound: Setting,
    /// How a bare number of a document line is meant: `exists`. Default `exists`.
    pub documents_bound: Setting,
    /// How a bare number of staff, partners and pages is meant: `level`. Default `level`.
    pub level_bound: Setting,
    /// What counts for a letter: `letter` or `addressee`. Default `letter`, the more careful one.
    pub letters: Setting,
    /// How lines naming several networks count: `inTotal` or `perNetwork`. Default `inTotal`.
    pub networks: Setting,
    /// Whether posts of the tasks count towards the information work's: `within` or `beside`. Default `beside`.
    pub task_posts: Setting,
    /// Whether a post may serve two sections: `shared` or `once`. Default `shared`, always shown.
    pub reuse: Setting,
    /// What a support counts as in the impact block: `service` or `person`. Default `service`.
    pub support_counts: Setting,
    /// Expect a part of a total by a date in proportion to the days gone: `yes` or `no`. Default `no`.
    pub pro_rata: Setting,
    /// Days after an event within which its evidence is in time. Not set: evidence is never late by itself.
    pub evidence_days: Setting,
    /// Working time of one person over all rows that name them, in percent: more is a finding. Default 100.
    pub workload_limit: Setting,
    /// From which state of the review on records of the work count: `draft` (all of them), `submitted` or `approved`; what is
    /// returned counts only under `draft`. Default `draft`.
    pub counts_from: Setting,
    /// Whether a leader may approve an entry of their own: `yes` or `no`. Default `no`.
    pub own_approval: Setting,
    /// Severities that differ from the rules' own, by code.
    pub severities: BTreeMap<String, Severity>,
}

/// A value of the policy with where it comes from.
#[uniffi::remote(Record)]
pub struct Setting {
    /// The value as text; nothing means not set.
    #[uniffi(default = None)]
    pub value: Option<String>,
    /// Who says so.
    pub source: Source,
    /// Edition of the act or document, where it is one.
    #[uniffi(default = None)]
    pub edition: Option<String>,
    /// Whether somebody checked it against its source.
    pub verified: bool,
}

/// Where a value of the policy comes from.
#[uniffi::remote(Enum)]
pub enum Source {
    /// The product's stated default.
    Default,
    /// The user.
    User,
    /// An act of law.
    Law,
    /// The contract or an agreement.
    Contract,
}
