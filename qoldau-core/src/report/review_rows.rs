//! What the report shows of the review: the operator's remarks, the submissions, the records within the NGO.

use serde::Serialize;

use super::model::LineRef;
use crate::review::RemarkState;
use crate::value::Id;

/// A remark of the operator that is not settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct RemarkRow {
    /// Id of the remark.
    pub remark: Id,
    /// The line it is about; nothing for the whole.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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
