//! Where entries and submissions stand in review.

use qoldau_derive::Decode;
use serde::Serialize;

use crate::facts::EntryState;
use crate::finding::Finding;
use crate::plan::Policy;
use crate::value::{Id, IsoDate};

/// Where everything stands in review at the end of a day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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

/// How many records of the work stand where within the NGO.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReviewSummary {
    /// How many records of the work stand where; nothing while nobody has taken a step within the NGO.
    pub entries: Option<EntryCounts>,
    /// The submissions, in the order in which they were handed in.
    pub submissions: Vec<SubmissionStanding>,
}

/// Where a record of the work stands within the NGO.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct EntryStanding {
    /// Id of the entry.
    pub entry: Id,
    /// Its state; of an entry that was amended or voided, the last one it had.
    pub state: EntryState,
    /// Who brought it to that state; nothing while nobody has taken a step.
    pub by: Option<Box<str>>,
    /// On which day.
    pub on: Option<IsoDate>,
    /// The remark of that step.
    pub remark: Option<Box<str>>,
    /// First day on which it holds no longer, where that day has come: it was amended or voided.
    pub until: Option<IsoDate>,
}

/// Where a submission stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SubmissionStanding {
    /// Id of the submission.
    pub submission: Id,
    /// Id of the entry that tells of it.
    pub entry: Id,
    /// Number of the letter or act it went with.
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
    pub accepted_on: Option<IsoDate>,
    /// Ids of the lines that were accepted by themselves, in their order.
    pub accepted_lines: Vec<Id>,
    /// The remarks on it: open ones first, of those the ones with the earliest day to answer by.
    pub remarks: Vec<RemarkStanding>,
}

/// Where a remark of the operator stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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
    pub line: Option<Id>,
    /// What it says.
    pub text: Box<str>,
    /// Day by which it is to be answered.
    pub answer_by: Option<IsoDate>,
    /// Where it stands.
    pub state: RemarkState,
    /// Whether the day to answer by is over and nobody has answered.
    pub overdue: bool,
    /// The answers, earliest first.
    pub replies: Vec<ReplyStanding>,
    /// The day the operator took it for settled.
    pub resolved_on: Option<IsoDate>,
}

/// How far a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum RemarkState {
    /// Nobody has answered.
    Open,
    /// It was answered, and the operator has not said that this settles it.
    Answered,
    /// The operator took it for settled.
    Resolved,
}

/// An answer to a remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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

impl Reviews {
    /// How a package stands, whose digest this is: as it was handed in first, with the remarks on every submission of it. The
    /// same package may be handed in several times.
    #[must_use]
    pub fn of_package(&self, digest: &str) -> Option<SubmissionStanding> {
        let mut of = self.submissions.iter().filter(|standing| *standing.digest == *digest);
        let mut first = of.next()?.clone();
        for other in of {
            let known = |remark: &RemarkStanding| first.remarks.iter().any(|own| own.entry == remark.entry);
            let more: Vec<RemarkStanding> =
                other.remarks.iter().filter(|remark| !known(remark)).cloned().collect();
            first.remarks.extend(more);
        }
        Some(first)
    }

    /// Where an entry stands; nothing for what is no record of the work, or is dated later.
    #[must_use]
    pub fn of_entry(&self, entry: &Id) -> Option<&EntryStanding> {
        let at = self.entries.binary_search_by(|standing| standing.entry.cmp(entry)).ok()?;
        self.entries.get(at)
    }

    /// Whether anybody has taken a step about a record of the work.
    #[must_use]
    pub fn has_steps_within(&self) -> bool {
        self.entries.iter().any(|standing| standing.by.is_some())
    }

    /// Whether the leader approved an entry. What is no record of the work needs nobody's approval.
    #[must_use]
    pub fn is_approved(&self, entry: &Id) -> bool {
        self.of_entry(entry).is_none_or(|standing| standing.state == EntryState::Approved)
    }

    /// What is told beside the figures.
    #[must_use]
    pub fn summary(&self) -> ReviewSummary {
        ReviewSummary {
            entries: self.has_steps_within().then_some(self.counts),
            submissions: self.submissions.clone(),
        }
    }

    /// Whether an entry counts by the policy's `countsFrom`. What is no record of the work is not under review and
    /// always counts.
    #[must_use]
    pub fn counts(&self, entry: &Id, policy: &Policy) -> bool {
        self.of_entry(entry).is_none_or(|standing| state_counts(standing.state, policy))
    }
}

/// Whether records count that nobody has handed in.
pub(crate) fn drafts_count(policy: &Policy) -> bool {
    state_counts(EntryState::Draft, policy)
}

/// Whether a state counts by the policy: what was handed in counts from there on, but not while it is returned.
fn state_counts(state: EntryState, policy: &Policy) -> bool {
    if policy.counts_from.is("approved") {
        state == EntryState::Approved
    } else if policy.counts_from.is("submitted") {
        matches!(state, EntryState::Submitted | EntryState::Approved)
    } else {
        true
    }
}
