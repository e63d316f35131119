//! Review: of entries within the NGO, and of submissions by the grant operator.

use qoldau_derive::Decode;
use serde::Serialize;

use crate::json::list_or_null;
use crate::value::{Id, IsoDate};

/// A step of the review within the NGO: of entries, before they count for the outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct EntryReview {
    /// Ids of the entries.
    pub entries: Vec<Id>,
    /// The state it brings them to.
    pub state: EntryState,
    /// A remark.
    #[serde(default)]
    pub remark: Option<Box<str>>,
}

/// Where an entry stands in the review within the NGO.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Submission {
    /// Id of the submission.
    pub submission: Id,
    /// Number of the letter or act it went with.
    #[serde(default)]
    pub number: Option<Box<str>>,
    /// Date of the letter or act.
    pub date: IsoDate,
    /// Day whose state it shows.
    pub as_of: IsoDate,
    /// SHA-256 of the package, lower-case hexadecimal.
    pub digest: Box<str>,
}

/// A remark of the operator on a submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Remark {
    /// Id of the remark.
    pub remark: Id,
    /// Id of the submission.
    pub submission: Id,
    /// Id of the line it is about; nothing for the whole.
    #[serde(default)]
    pub line: Option<Id>,
    /// What it says.
    pub text: Box<str>,
    /// Day by which it is to be answered.
    #[serde(default)]
    pub answer_by: Option<IsoDate>,
}

/// The NGO's answer to a remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Reply {
    /// Id of the remark.
    pub remark: Id,
    /// What it says.
    pub text: Box<str>,
    /// Ids of evidence items that were added for it.
    #[serde(default)]
    #[decode(with = list_or_null)]
    pub evidence: Vec<Id>,
}

/// The operator takes a remark for settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Resolution {
    /// Id of the remark.
    pub remark: Id,
}

/// The operator accepts a submission, by line or as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Acceptance {
    /// Id of the submission.
    pub submission: Id,
    /// Ids of the accepted lines; empty means the whole.
    #[serde(default)]
    #[decode(with = list_or_null)]
    pub lines: Vec<Id>,
}
