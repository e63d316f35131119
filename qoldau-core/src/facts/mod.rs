//! Floor 2: facts, which are what an entry of the journal can say, and [`Observations`], which `assess` reads.

mod amend;
mod attach;
mod check;
mod custody;
mod editions;
mod evidence;
mod kinds;
mod newest;
mod noted;
mod observe;
mod outline;
mod people;
mod read;
mod review;
mod rivals;
mod rules;
mod running;
mod salt;
mod succession;
mod tally;
mod told_once;
mod wire;

pub use amend::{AmendedFact, Attachment, Erasure, LineMove, PlanAdoption, PlanAmendment};
pub(crate) use amend::{ERASE, erased_by};
pub use check::check_facts;
pub use custody::{Custody, check_custody};
pub(crate) use custody::{files_of, items_on};
pub use editions::check_editions;
pub use evidence::{Capture, CaptureSource, Evidence, EvidenceFile, EvidenceKind, LinkStatus};
pub(crate) use newest::newest_event;
pub(crate) use noted::Noted;
pub use observe::{Observation, Observations, Origin, observe, observe_counted};
pub use people::{
    AttendanceBy, AttendanceRecord, HeadcountBasis, HeadcountGroup, HeadcountRecord, PeopleCount,
    PersonDecision, PersonVerdict, ReachDimension, ReachEstimate, ReachMethod,
};
pub use read::{FactsError, FactsLimits, FactsRead, read_facts, take_entries};
pub(crate) use read::{OtherLine, other_line, takes, text_of_line};
pub use review::{Acceptance, EntryReview, EntryState, Remark, Reply, Resolution, Submission};
pub(crate) use rivals::rivals;
pub use rules::FACTS_RULES;
pub(crate) use running::{Delta, Running};
pub(crate) use succession::{Contest, Head, Succession};
pub(crate) use tally::Tally;
pub(crate) use wire::{Canonical, Written};
pub use wire::{RawBody, write_entry};

use qoldau_derive::Decode;
use serde::Serialize;

use crate::json::list_or_null;
use crate::plan::{Approver, PlanReading};
use crate::value::{Amount, Id, IsoDate};

/// Name and version of the journal's wire form.
pub const FORMAT: &str = "qoldau-journal/1.1";

/// One entry of the journal: the envelope with a fact in it.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    pub replaces: Vec<Id>,
    /// Device that recorded it.
    pub device: Option<Box<str>>,
    /// Number of the entry on its device.
    pub seq: Option<u32>,
    /// Time of recording: text that sorts in order of time and opens with an ISO date, `2024-06-14T09:30:00Z…`.
    pub clock: Option<Box<str>>,
    /// Link to the entry before it on its device: the hash of that entry's envelope and seal.
    pub prev: Option<Box<str>>,
    /// Seal of its body: the hash of salt and body.
    pub seal: Option<Box<str>>,
    /// Random text that lies in the body and makes its seal tell nothing about it.
    pub salt: Option<Box<str>>,
}

impl Entry {
    /// Whether another is the same but for what it says: a copy of which one may have been erased.
    fn same_envelope(&self, other: &Self) -> bool {
        let Self { id, on, author, fact, replaces, device, seq, clock, prev, seal, salt: _ } = self;
        (id, on, author, fact.kind(), replaces, device)
            == (&other.id, &other.on, &other.author, other.fact.kind(), &other.replaces, &other.device)
            && (seq, clock, prev, seal) == (&other.seq, &other.clock, &other.prev, &other.seal)
    }

    /// Removes what it says. A wish to remove something holds no personal data and stays known.
    pub(crate) fn erase(&mut self) {
        if self.fact.kind() != ERASE {
            self.fact = Fact::Erased { name: self.fact.kind().into() };
            self.salt = None;
        }
    }
}

/// What an entry says: the `kind` and the `body` of its envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl Fact {
    /// Whether it is a step of review: within the NGO, or of a submission.
    #[must_use]
    pub const fn is_review_step(&self) -> bool {
        matches!(
            self,
            Self::EntryReview { .. }
                | Self::Submission { .. }
                | Self::Remark { .. }
                | Self::Reply { .. }
                | Self::RemarkResolved { .. }
                | Self::Acceptance { .. }
        )
    }
}

/// Something that happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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
    #[serde(default)]
    pub end: Option<IsoDate>,
    /// What it is called.
    #[serde(default)]
    pub name: Option<Box<str>>,
    /// Where it is held.
    #[serde(default)]
    pub place: Option<Box<str>>,
    /// Label of the part of a target it counts for: "спорттық".
    #[serde(default)]
    pub part: Option<Box<str>>,
    /// How many people were there, counted by heads.
    #[serde(default)]
    pub headcount: Option<u32>,
}

/// How an event stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Reading {
    /// Id of the line.
    pub line: Id,
    /// Id of the target it serves, where the line has more than one.
    #[serde(default)]
    pub target: Option<Id>,
    /// Id of the event it was taken at.
    #[serde(default)]
    pub event: Option<Id>,
    /// Added to what is there, or the total so far.
    pub mode: ReadingMode,
    /// The value.
    pub value: ReadingValue,
}

/// Whether a reading adds or states the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ReadingMode {
    /// Adds to what is there.
    Add,
    /// States the total so far; readings before it (by date, then clock) no longer count.
    Total,
}

/// The value of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Approval {
    /// Ids of the lines it is given for.
    pub lines: Vec<Id>,
    /// Who gives it.
    pub by: Approver,
    /// Number of the document.
    #[serde(default)]
    pub number: Option<Box<str>>,
    /// Date of the document; nothing means the entry's date.
    #[serde(default)]
    pub date: Option<IsoDate>,
    /// Id of the evidence item that holds the document.
    #[serde(default)]
    pub evidence: Option<Id>,
}

impl Approval {
    /// Whether it says of any document that it is one: by its number, its date or the item that holds it.
    #[must_use]
    pub const fn names_a_document(&self) -> bool {
        self.number.is_some() || self.date.is_some() || self.evidence.is_some()
    }

    /// The item of evidence, where it alone names the document: an approval stands with that item.
    pub(crate) fn rests_on(&self) -> Option<&Id> {
        self.evidence.as_ref().filter(|_| self.number.is_none() && self.date.is_none())
    }
}

/// A finding was taken note of and folds away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Acknowledgement {
    /// Code of the finding.
    pub code: Box<str>,
    /// Lines it touches; empty means every finding of the code.
    #[serde(default)]
    #[decode(with = list_or_null)]
    pub lines: Vec<Id>,
    /// A remark.
    #[serde(default)]
    pub note: Option<Box<str>>,
}

/// What was seen behind a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct LinkCheck {
    /// Id of the evidence item.
    pub evidence: Id,
    /// What was seen.
    pub state: LinkStatus,
}

/// Ids of events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct EventIds {
    /// Two or more events.
    pub events: Vec<Id>,
}

/// A step of a line's review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReviewStep {
    /// Id of the line.
    pub line: Id,
    /// Id of the target, where only one of several is meant.
    #[serde(default)]
    pub target: Option<Id>,
    /// The state it brings the line to.
    pub state: ReviewState,
    /// How much was accepted, for `accepted`; nothing means what was proven on the entry's date.
    #[serde(default)]
    pub accepted: Option<Amount>,
    /// A remark.
    #[serde(default)]
    pub remark: Option<Box<str>>,
}

/// Where a line stands in review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct VoidReason {
    /// The reason.
    pub reason: Box<str>,
}
