//! People in the journal: who was there by pseudonymous ids, how many were counted by heads, what was decided of two ids, how many
//! different people a line reached, and estimates of reach beyond those who were there.
//!
//! Nothing of a person stands here but an id that the registry gave. Whoever has the journal without the registry can count people and
//! cannot say who they are.

use qoldau_derive::Decode;
use serde::Serialize;

use crate::json::list_or_null;
use crate::value::{Amount, Id};

/// People took part in an event or received a service: an event, a line, or both are named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct AttendanceRecord {
    /// Id of the event; nothing for a service without one, which is of the entry's day.
    #[serde(default)]
    pub event: Option<Id>,
    /// Id of the line it counts for; nothing means the lines of the event's activities that count participants.
    #[serde(default)]
    pub line: Option<Id>,
    /// Pseudonymous ids of the people: never names, telephones or numbers of documents.
    pub persons: Vec<Id>,
    /// How it was recorded.
    pub by: AttendanceBy,
}

/// How it was recorded who was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum AttendanceBy {
    /// By a list that people signed or that was read from a table.
    List,
    /// By a code that was scanned at the door.
    ScannedCode,
}

/// How many people an event had, without saying who: all of them, those on a list among them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct HeadcountRecord {
    /// Id of the event.
    pub event: Id,
    /// All people who were there.
    pub total: u32,
    /// What the number was taken from.
    pub basis: HeadcountBasis,
    /// How many of them were of which group, as far as it was counted.
    #[serde(default)]
    #[decode(with = list_or_null)]
    pub groups: Vec<HeadcountGroup>,
}

/// What a headcount was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum HeadcountBasis {
    /// Heads were counted.
    Heads,
    /// The stated number of rows of a list that exists only as a scan.
    ScannedList,
    /// A class list.
    ClassList,
    /// A certificate of a school or another organisation.
    Certificate,
}

/// So many of those who were counted were of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct HeadcountGroup {
    /// What they were told apart by.
    pub by: ReachDimension,
    /// The group, in the words or codes that people of the registry have there.
    pub value: Box<str>,
    /// How many of them.
    pub count: u32,
}

/// What people are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ReachDimension {
    /// Sex.
    Sex,
    /// Group of ages on the day of the event.
    Age,
    /// Settlement.
    Settlement,
    /// Organisation.
    Organisation,
    /// Category.
    Category,
    /// Whether they came for the first time: `new` or `returning`.
    History,
}

/// What somebody decided of two ids: whether they are one person. Voiding the entry takes the decision back; nothing is merged in the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PersonDecision {
    /// Id of a person or of a row of a list.
    pub one: Id,
    /// Id of another.
    pub other: Id,
    /// What was decided.
    pub verdict: PersonVerdict,
}

/// What somebody decided of two ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum PersonVerdict {
    /// They are one person.
    Same,
    /// They are two.
    NotSame,
    /// Nobody can tell; they are counted as two, and nothing joins them.
    Unsure,
}

/// How many different people a line reached up to the entry's day. A later one of the same line takes its place.
///
/// It is never a sum of participations, and never added to one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PeopleCount {
    /// Id of the line, of the social-impact block as a rule.
    pub line: Id,
    /// There were at least so many.
    pub at_least: u32,
    /// There were at most so many; the same number where it is known.
    pub at_most: u32,
}

/// An estimate of how many people were reached without being there. Never added to those who were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReachEstimate {
    /// Id of the line, of the social-impact block as a rule.
    pub line: Id,
    /// The estimate: 0 or more.
    pub amount: Amount,
    /// How it was made.
    pub method: ReachMethod,
    /// What it was taken from: a statistic of a page, the imprint of a newspaper.
    pub source: Box<str>,
}

/// How an estimate of reach was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ReachMethod {
    /// Views of a post, a video or a page; one person may view twice.
    Views,
    /// Printed copies.
    Circulation,
    /// The audience that a broadcaster or an outlet states.
    Audience,
    /// Members of the households of those who were there.
    Households,
    /// Another way, which the source names.
    Other,
}
