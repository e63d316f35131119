//! Mirrors of the types of `qoldau_core::review`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::facts::EntryState;
use qoldau_core::finding::Finding;
use qoldau_core::review::AuthorRole;
use qoldau_core::review::EntryCounts;
use qoldau_core::review::EntryStanding;
use qoldau_core::review::RemarkStanding;
use qoldau_core::review::RemarkState;
use qoldau_core::review::ReplyStanding;
use qoldau_core::review::ReviewSummary;
use qoldau_core::review::Reviews;
use qoldau_core::review::Role;
use qoldau_core::review::SubmissionStanding;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;

/// What somebody is in the review. Who that is, only the host knows.
#[uniffi::remote(Enum)]
pub enum Role {
    /// Records the work, and hands in what they recorded.
    Recorder,
    /// Brings the records together and hands them in.
    Coordinator,
    /// Approves or returns them.
    Leader,
    /// Checks submissions for the grant giver.
    Operator,
}

/// The role of an author. An author may have several, each in a row of its own; one without any takes no step.
#[uniffi::remote(Record)]
pub struct AuthorRole {
    /// The author, as entries name them.
    pub author: Box<str>,
    /// What they are.
    pub role: Role,
}

/// Where everything stands in review at the end of a day.
#[uniffi::remote(Record)]
pub struct Reviews {
    /// The records of the work that are dated until that day, in the order of their ids.
    pub entries: Vec<EntryStanding>,
    /// How many of those that hold that day stand where.
    pub counts: EntryCounts,
    /// The submissions, in the order in which they were handed in.
    pub submissions: Vec<SubmissionStanding>,
    /// Steps that had no effect.
    pub findings: Vec<Finding>,
}

/// Where a record of the work stands within the NGO.
#[uniffi::remote(Record)]
pub struct EntryStanding {
    /// Id of the entry.
    pub entry: Id,
    /// Its state; of an entry that was amended or voided, the last one it had.
    pub state: EntryState,
    /// Who brought it to that state; nothing while nobody has taken a step.
    #[uniffi(default = None)]
    pub by: Option<Box<str>>,
    /// On which day.
    #[uniffi(default = None)]
    pub on: Option<IsoDate>,
    /// The remark of that step.
    #[uniffi(default = None)]
    pub remark: Option<Box<str>>,
    /// First day on which it holds no longer, where that day has come: it was amended or voided.
    #[uniffi(default = None)]
    pub until: Option<IsoDate>,
}

/// How many records of the work stand where within the NGO.
#[uniffi::remote(Record)]
pub struct EntryCounts {
    /// Recorded, and not handed to anybody.
    pub draft: u32,
    /// Handed to the leader.
    pub submitted: u32,
    /// Given back with a remark.
    pub returned: u32,
    /// Approved by the leader.
    pub approved: u32,
}

/// What of the review is told beside the figures.
#[uniffi::remote(Record)]
pub struct ReviewSummary {
    /// How many records of the work stand where; nothing while nobody has taken a step within the NGO.
    #[uniffi(default = None)]
    pub entries: Option<EntryCounts>,
    /// The submissions, in the order in which they were handed in.
    pub submissions: Vec<SubmissionStanding>,
}

/// Where a submission stands.
#[uniffi::remote(Record)]
pub struct SubmissionStanding {
    /// Id of the submission.
    pub submission: Id,
    /// Id of the entry that tells of it.
    pub entry: Id,
    /// Number of the letter or act it went with.
    #[uniffi(default = None)]
    pub number: Option<Box<str>>,
    /// Date of the letter or act.
    pub date: IsoDate,
    /// Day whose state it shows.
    pub as_of: IsoDate,
    /// SHA-256 of the package, lower-case hexadecimal.
    pub digest: Box<str>,
    /// Who handed it in.
    pub by: Box<str>,
    /// The day it was accepted as a whole.
    #[uniffi(default = None)]
    pub accepted_on: Option<IsoDate>,
    /// Ids of the lines that were accepted by themselves, in their order.
    pub accepted_lines: Vec<Id>,
    /// The remarks on it: open ones first, of those the ones with the earliest day to answer by.
    pub remarks: Vec<RemarkStanding>,
}

/// Where a remark of the operator stands.
#[uniffi::remote(Record)]
pub struct RemarkStanding {
    /// Id of the remark.
    pub remark: Id,
    /// Id of the entry that tells of it.
    pub entry: Id,
    /// Who made it.
    pub by: Box<str>,
    /// On which day.
    pub on: IsoDate,
    /// Id of the line it is about; nothing for the whole.
    #[uniffi(default = None)]
    pub line: Option<Id>,
    /// What it says.
    pub text: Box<str>,
    /// Day by which it is to be answered.
    #[uniffi(default = None)]
    pub answer_by: Option<IsoDate>,
    /// Where it stands.
    pub state: RemarkState,
    /// Whether the day to answer by is over and nobody has answered.
    pub overdue: bool,
    /// The answers, earliest first.
    pub replies: Vec<ReplyStanding>,
    /// The day the operator took it for settled.
    #[uniffi(default = None)]
    pub resolved_on: Option<IsoDate>,
}

/// How far a remark is.
#[uniffi::remote(Enum)]
pub enum RemarkState {
    /// Nobody has answered.
    Open,
    /// It was answered, and the operator has not said that this settles it.
    Answered,
    /// The operator took it for settled.
    Resolved,
}

/// An answer to a remark.
#[uniffi::remote(Record)]
pub struct ReplyStanding {
    /// Id of the entry that tells of it.
    pub entry: Id,
    /// Who answered.
    pub by: Box<str>,
    /// On which day.
    pub on: IsoDate,
    /// What the answer says.
    pub text: Box<str>,
    /// Ids of evidence items that were added for it.
    pub evidence: Vec<Id>,
}
