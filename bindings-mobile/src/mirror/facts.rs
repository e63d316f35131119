//! Mirrors of the types of `qoldau_core::facts`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::facts::Acceptance;
use qoldau_core::facts::Acknowledgement;
use qoldau_core::facts::AmendedFact;
use qoldau_core::facts::Approval;
use qoldau_core::facts::Attachment;
use qoldau_core::facts::AttendanceRecord;
use qoldau_core::facts::Entry;
use qoldau_core::facts::EntryReview;
use qoldau_core::facts::EntryState;
use qoldau_core::facts::Erasure;
use qoldau_core::facts::Event;
use qoldau_core::facts::EventIds;
use qoldau_core::facts::EventStatus;
use qoldau_core::facts::Evidence;
use qoldau_core::facts::Fact;
use qoldau_core::facts::FactsLimits;
use qoldau_core::facts::FactsRead;
use qoldau_core::facts::HeadcountRecord;
use qoldau_core::facts::LineMove;
use qoldau_core::facts::LinkCheck;
use qoldau_core::facts::PeopleCount;
use qoldau_core::facts::PersonDecision;
use qoldau_core::facts::PlanAdoption;
use qoldau_core::facts::PlanAmendment;
use qoldau_core::facts::RawBody;
use qoldau_core::facts::ReachEstimate;
use qoldau_core::facts::Reading;
use qoldau_core::facts::ReadingMode;
use qoldau_core::facts::ReadingValue;
use qoldau_core::facts::Remark;
use qoldau_core::facts::Reply;
use qoldau_core::facts::Resolution;
use qoldau_core::facts::ReviewState;
use qoldau_core::facts::ReviewStep;
use qoldau_core::facts::Submission;
use qoldau_core::facts::VoidReason;
use qoldau_core::finding::Finding;
use qoldau_core::plan::Approver;
use qoldau_core::plan::Contract;
use qoldau_core::plan::PlanReading;
use qoldau_core::value::Amount;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;

/// One entry of the journal: the envelope with a fact in it.
#[uniffi::remote(Record)]
pub struct Entry {
    /// Id of the entry.
    pub id: Id,
    /// Civil date of the fact.
    pub on: IsoDate,
    /// Who recorded it, as the host names them: an id, not a name.
    pub author: Box<str>,
    /// What it says.
    pub fact: Fact,
    /// Ids of the entries it replaces; they count no longer from its day on.
    #[uniffi(default = [])]
    pub replaces: Vec<Id>,
    /// Device that recorded it.
    #[uniffi(default = None)]
    pub device: Option<Box<str>>,
    /// Number of the entry on its device.
    #[uniffi(default = None)]
    pub seq: Option<u32>,
    /// Time of recording: text that sorts in order of time and opens with an ISO date, `2024-06-14T09:30:00Z…`.
    #[uniffi(default = None)]
    pub clock: Option<Box<str>>,
    /// Link to the entry before it on its device: the hash of that entry's envelope and seal.
    #[uniffi(default = None)]
    pub prev: Option<Box<str>>,
    /// Seal of its body: the hash of salt and body.
    #[uniffi(default = None)]
    pub seal: Option<Box<str>>,
    /// Random text that lies in the body and makes its seal tell nothing about it.
    #[uniffi(default = None)]
    pub salt: Option<Box<str>>,
}

/// What an entry says: the `kind` and the `body` of its envelope.
#[uniffi::remote(Enum)]
pub enum Fact {
    /// Something happens: planned, held, postponed or cancelled.
    Event {
        /// The event.
        body: Event,
    },
    /// A value of a line was measured or counted.
    Reading {
        /// The reading.
        body: Reading,
    },
    /// A document, photo, post … that proves something.
    Evidence {
        /// The evidence.
        body: Box<Evidence>,
    },
    /// Somebody approved or agreed, by a document.
    Approval {
        /// The approval.
        body: Approval,
    },
    /// How a line is to be read.
    PlanReading {
        /// The reading.
        body: PlanReading,
    },
    /// A finding was taken note of.
    Acknowledgement {
        /// The acknowledgement.
        body: Acknowledgement,
    },
    /// A link was looked at.
    LinkState {
        /// What was seen.
        body: LinkCheck,
    },
    /// These records are of one event.
    SameEvent {
        /// Which.
        body: EventIds,
    },
    /// These records are of different events after all.
    SplitEvent {
        /// Which.
        body: EventIds,
    },
    /// Where a line stands in review.
    Review {
        /// The step.
        body: ReviewStep,
    },
    /// The entries named in `replaces` count no longer.
    Void {
        /// Why.
        body: VoidReason,
    },
    /// The facts named in `replaces`, told anew.
    Amend {
        /// The fact as it is now.
        body: Box<AmendedFact>,
    },
    /// Lines, events or files are added to an item of evidence.
    AttachEvidence {
        /// What is added.
        body: Attachment,
    },
    /// Lines, events or files are taken from an item of evidence.
    DetachEvidence {
        /// What is taken.
        body: Attachment,
    },
    /// What entries say is removed for good.
    Erase {
        /// Which.
        body: Erasure,
    },
    /// A plan is adopted.
    PlanAdopted {
        /// Which.
        body: PlanAdoption,
    },
    /// A supplementary agreement brings a new edition of the plan.
    PlanAmended {
        /// Which.
        body: PlanAmendment,
    },
    /// A step of the review within the NGO.
    EntryReview {
        /// The step.
        body: EntryReview,
    },
    /// A package was handed to the operator.
    Submission {
        /// Which.
        body: Submission,
    },
    /// The operator remarks on a submission.
    Remark {
        /// The remark.
        body: Remark,
    },
    /// The NGO answers a remark.
    Reply {
        /// The answer.
        body: Reply,
    },
    /// The operator takes a remark for settled.
    RemarkResolved {
        /// Which.
        body: Resolution,
    },
    /// The operator accepts a submission, by line or as a whole.
    Acceptance {
        /// What is accepted.
        body: Acceptance,
    },
    /// People took part in an event or received a service.
    Attendance {
        /// Who, by pseudonymous ids.
        body: AttendanceRecord,
    },
    /// How many people an event had, without saying who.
    Headcount {
        /// How many.
        body: HeadcountRecord,
    },
    /// Whether two ids are one person.
    PersonDecision {
        /// The decision.
        body: PersonDecision,
    },
    /// How many different people a line reached.
    PeopleCount {
        /// How many, between bounds.
        body: PeopleCount,
    },
    /// How many people were reached without being there, as an estimate.
    ReachEstimate {
        /// The estimate.
        body: ReachEstimate,
    },
    /// What the entry said was removed; only its envelope is left.
    Erased {
        /// The kind as it stands.
        name: Box<str>,
    },
    /// A kind this version does not know; kept and passed on untouched, counted nowhere.
    Other {
        /// The kind as it stands.
        name: Box<str>,
        /// The body as it stands.
        body: RawBody,
    },
}

/// Something that happens.
#[uniffi::remote(Record)]
pub struct Event {
    /// Id of the event; a later entry with the same id tells its newer state.
    pub event: Id,
    /// Planned, held, postponed or cancelled.
    pub status: EventStatus,
    /// Ids of the activities it belongs to: one or more.
    pub activities: Vec<Id>,
    /// First day.
    pub start: IsoDate,
    /// Last day; nothing for an event of one day.
    #[uniffi(default = None)]
    pub end: Option<IsoDate>,
    /// What it is called.
    #[uniffi(default = None)]
    pub name: Option<Box<str>>,
    /// Where it is held.
    #[uniffi(default = None)]
    pub place: Option<Box<str>>,
    /// Label of the part of a target it counts for: "спорттық".
    #[uniffi(default = None)]
    pub part: Option<Box<str>>,
    /// How many people were there, counted by heads.
    #[uniffi(default = None)]
    pub headcount: Option<u32>,
}

/// How an event stands.
#[uniffi::remote(Enum)]
pub enum EventStatus {
    /// It is to be held.
    Planned,
    /// It was held.
    Held,
    /// It was put off; `start` is the new day, if there is one.
    Postponed,
    /// It will not be held.
    Cancelled,
}

/// A value of a line.
#[uniffi::remote(Record)]
pub struct Reading {
    /// Id of the line.
    pub line: Id,
    /// Id of the target it serves, where the line has more than one.
    #[uniffi(default = None)]
    pub target: Option<Id>,
    /// Id of the event it was taken at.
    #[uniffi(default = None)]
    pub event: Option<Id>,
    /// Added to what is there, or the total so far.
    pub mode: ReadingMode,
    /// The value.
    pub value: ReadingValue,
}

/// Whether a reading adds or states the total.
#[uniffi::remote(Enum)]
pub enum ReadingMode {
    /// Adds to what is there.
    Add,
    /// States the total so far; readings before it (by date, then clock) no longer count.
    Total,
}

/// The value of a reading.
#[uniffi::remote(Enum)]
pub enum ReadingValue {
    /// A number in the line's unit: 0 or more.
    Amount {
        /// The number.
        amount: Amount,
    },
    /// A ratio: 120 satisfied of 150 asked.
    Share {
        /// How many.
        numerator: Amount,
        /// Of how many.
        denominator: Amount,
    },
    /// The line does not apply.
    NotApplicable {},
}

/// Somebody approved or agreed, by a document: at least one of its number, its date and its item is named.
#[uniffi::remote(Record)]
pub struct Approval {
    /// Ids of the lines it is given for.
    pub lines: Vec<Id>,
    /// Who gives it.
    pub by: Approver,
    /// Number of the document.
    #[uniffi(default = None)]
    pub number: Option<Box<str>>,
    /// Date of the document; nothing means the entry's date.
    #[uniffi(default = None)]
    pub date: Option<IsoDate>,
    /// Id of the evidence item that holds the document.
    #[uniffi(default = None)]
    pub evidence: Option<Id>,
}

/// A finding was taken note of and folds away.
#[uniffi::remote(Record)]
pub struct Acknowledgement {
    /// Code of the finding.
    pub code: Box<str>,
    /// Lines it touches; empty means every finding of the code.
    #[uniffi(default = [])]
    pub lines: Vec<Id>,
    /// A remark.
    #[uniffi(default = None)]
    pub note: Option<Box<str>>,
}

/// Ids of events.
#[uniffi::remote(Record)]
pub struct EventIds {
    /// Two or more events.
    pub events: Vec<Id>,
}

/// A step of a line's review.
#[uniffi::remote(Record)]
pub struct ReviewStep {
    /// Id of the line.
    pub line: Id,
    /// Id of the target, where only one of several is meant.
    #[uniffi(default = None)]
    pub target: Option<Id>,
    /// The state it brings the line to.
    pub state: ReviewState,
    /// How much was accepted, for `accepted`; nothing means what was proven on the entry's date.
    #[uniffi(default = None)]
    pub accepted: Option<Amount>,
    /// A remark.
    #[uniffi(default = None)]
    pub remark: Option<Box<str>>,
}

/// A fact told anew, in the place of the entries that its envelope replaces.
///
/// It counts from the envelope's date on, as the corrected fact would have counted.
#[uniffi::remote(Record)]
pub struct AmendedFact {
    /// The fact as it is now: an event, a reading, evidence, an approval … and never another amendment.
    pub fact: Fact,
    /// Why it was amended.
    #[uniffi(default = None)]
    pub reason: Option<Box<str>>,
}

/// Removes what entries say, for good: their envelopes and seals stay, their bodies go. It wins over every full copy.
#[uniffi::remote(Record)]
pub struct Erasure {
    /// Ids of the entries.
    pub entries: Vec<Id>,
    /// Why, without a person's name: "withdrew consent".
    #[uniffi(default = None)]
    pub reason: Option<Box<str>>,
}

/// The plan that the journal's facts are held against from a day on.
#[uniffi::remote(Record)]
pub struct PlanAdoption {
    /// Number of the edition: 0 for the contract as signed.
    pub edition: u32,
    /// SHA-256 of the plan's canonical JSON, lower-case hexadecimal.
    pub digest: Box<str>,
    /// First day it is in force.
    pub effective_from: IsoDate,
}

/// A supplementary agreement and the edition of the plan that it brings.
#[uniffi::remote(Record)]
pub struct PlanAmendment {
    /// Number of the edition: 1, 2 …
    pub edition: u32,
    /// The agreement's number and date.
    pub agreement: Contract,
    /// SHA-256 of the plan's canonical JSON, lower-case hexadecimal.
    pub digest: Box<str>,
    /// First day it is in force.
    pub effective_from: IsoDate,
    /// What became of lines: only those that were withdrawn or stand under another number.
    #[uniffi(default = [])]
    pub map: Vec<LineMove>,
}

/// What became of a line in a new edition.
#[uniffi::remote(Record)]
pub struct LineMove {
    /// Id of the line.
    pub from: Id,
    /// Its id in the new edition; nothing when it was withdrawn.
    #[uniffi(default = None)]
    pub to: Option<Id>,
}

/// A step of the review within the NGO: of entries, before they count for the outside.
#[uniffi::remote(Record)]
pub struct EntryReview {
    /// Ids of the entries.
    pub entries: Vec<Id>,
    /// The state it brings them to.
    pub state: EntryState,
    /// A remark.
    #[uniffi(default = None)]
    pub remark: Option<Box<str>>,
}

/// Where an entry stands in the review within the NGO.
#[uniffi::remote(Enum)]
pub enum EntryState {
    /// Recorded, and not handed to anybody.
    Draft,
    /// Handed to the leader.
    Submitted,
    /// Given back with a remark.
    Returned,
    /// Approved by the leader.
    Approved,
}

/// A package that was handed to the operator: frozen, with a number and a date. Later entries never alter it.
#[uniffi::remote(Record)]
pub struct Submission {
    /// Id of the submission.
    pub submission: Id,
    /// Number of the letter or act it went with.
    #[uniffi(default = None)]
    pub number: Option<Box<str>>,
    /// Date of the letter or act.
    pub date: IsoDate,
    /// Day whose state it shows.
    pub as_of: IsoDate,
    /// SHA-256 of the package, lower-case hexadecimal.
    pub digest: Box<str>,
}

/// A remark of the operator on a submission.
#[uniffi::remote(Record)]
pub struct Remark {
    /// Id of the remark.
    pub remark: Id,
    /// Id of the submission.
    pub submission: Id,
    /// Id of the line it is about; nothing for the whole.
    #[uniffi(default = None)]
    pub line: Option<Id>,
    /// What it says.
    pub text: Box<str>,
    /// Day by which it is to be answered.
    #[uniffi(default = None)]
    pub answer_by: Option<IsoDate>,
}

/// The NGO's answer to a remark.
#[uniffi::remote(Record)]
pub struct Reply {
    /// Id of the remark.
    pub remark: Id,
    /// What it says.
    pub text: Box<str>,
    /// Ids of evidence items that were added for it.
    #[uniffi(default = [])]
    pub evidence: Vec<Id>,
}

/// The operator takes a remark for settled.
#[uniffi::remote(Record)]
pub struct Resolution {
    /// Id of the remark.
    pub remark: Id,
}

/// The operator accepts a submission, by line or as a whole.
#[uniffi::remote(Record)]
pub struct Acceptance {
    /// Id of the submission.
    pub submission: Id,
    /// Ids of the accepted lines; empty means the whole.
    #[uniffi(default = [])]
    pub lines: Vec<Id>,
}

/// Where a line stands in review.
#[uniffi::remote(Enum)]
pub enum ReviewState {
    /// Not handed in.
    Draft,
    /// Handed in.
    Submitted,
    /// Returned with a remark.
    Returned,
    /// Accepted by the operator.
    Accepted,
}

/// Why entries count no longer.
#[uniffi::remote(Record)]
pub struct VoidReason {
    /// The reason.
    pub reason: Box<str>,
}

/// Limits on what `read_facts` takes.
#[uniffi::remote(Record)]
pub struct FactsLimits {
    /// Longest line, in bytes. A longer one is a finding. Default 1 048 576.
    #[uniffi(default = 1048576)]
    pub max_line_bytes: u32,
    /// Most entries. More are an error. Default 20 000 000.
    #[uniffi(default = 20000000)]
    pub max_entries: u32,
    /// Most findings of one code that are listed; the others are counted. Default 1000.
    #[uniffi(default = 1000)]
    pub max_findings: u32,
}

/// What was read from a journal.
#[uniffi::remote(Record)]
pub struct FactsRead {
    /// Id of the plan the journal belongs to: the first that a header names.
    #[uniffi(default = None)]
    pub plan: Option<Id>,
    /// The entries that count, in the order of the file.
    pub entries: Vec<Entry>,
    /// For every entry the line it stands on, counted from 1.
    pub lines: Vec<u32>,
    /// Lines that could not be taken and lines that are doubtful, each with its number and reason.
    pub findings: Vec<Finding>,
}
