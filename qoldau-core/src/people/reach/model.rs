//! What reach is counted from, and what comes out.

use qoldau_derive::Decode;
use serde::Serialize;

use crate::people::identity::Birth;
use crate::value::{DateRange, Id, IsoDate};

/// A person by a pseudonymous id, with what is known of them. No field is required, least of all of minors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PersonFacts {
    /// The person's id: not a name.
    pub person: Id,
    /// Sex as the person gave it, in the host's own words or codes; never taken from a name or an IIN.
    #[serde(default)]
    pub sex: Option<String>,
    /// When the person was born.
    #[serde(default)]
    pub birth: Option<Birth>,
    /// Settlement.
    #[serde(default)]
    pub settlement: Option<String>,
    /// School or other organisation.
    #[serde(default)]
    pub organisation: Option<String>,
    /// A category of the project's own, such as persons with disabilities (self-reported).
    #[serde(default)]
    pub category: Option<String>,
}

/// One person took part in one event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Attendance {
    /// The event.
    pub event: Id,
    /// Its day.
    pub on: IsoDate,
    /// The person.
    pub person: Id,
}

/// How many people an event had beyond those on its list: counted by head, a scan with a stated number of rows, a class list, a
/// school's certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Headcount {
    /// The event.
    pub event: Id,
    /// Its day.
    pub on: IsoDate,
    /// All people who were there, those on the list among them.
    pub total: u32,
}

/// A group of ages, in completed years on the day of the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct AgeGroup {
    /// What it is called.
    pub name: String,
    /// The least age that belongs to it.
    pub from: u32,
    /// The first age that does not belong to it any more; nothing where it has no end.
    #[serde(default)]
    pub below: Option<u32>,
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
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReachQuestion {
    /// The days that count.
    pub period: DateRange,
    /// The events that count; all without any.
    #[serde(default)]
    pub events: Vec<Id>,
    /// Groups of ages; the first that fits counts.
    #[serde(default)]
    pub ages: Vec<AgeGroup>,
    /// What people are told apart by, at most three.
    #[serde(default)]
    pub by: Vec<ReachDimension>,
}

/// A value of a dimension in a row of the table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ReachValue {
    /// All values together.
    All {},
    /// One value.
    Is {
        /// The value.
        value: String,
    },
    /// The value is not known, or the age falls into no group for certain.
    Unknown {},
}

/// One row of the table: people and participations with these values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReachRow {
    /// One value for each dimension asked for, in that order.
    pub values: Vec<ReachValue>,
    /// Participations of people who are known by name.
    pub participations: u32,
    /// People who are known by name.
    pub persons: u32,
}

/// How many people were reached. Participations and people are two figures and are never added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Reach {
    /// Participations: those on lists and those counted by head.
    pub participations: u32,
    /// Participations that are on no list.
    pub unlisted: u32,
    /// Different people known by name.
    pub persons_listed: u32,
    /// The least number of different people that fits lists and headcounts.
    pub persons_at_least: u32,
    /// The greatest number of different people that fits them.
    pub persons_at_most: u32,
    /// Of those known by name, who came for the first time: nothing earlier of them is recorded.
    pub new_persons: u32,
    /// Of those known by name, who were there before the period.
    pub returning_persons: u32,
    /// The table: every combination of values that occurs, and all subtotals.
    pub rows: Vec<ReachRow>,
    /// Events whose list has more people than were counted by head: one of the two is wrong.
    pub lists_beyond_headcount: Vec<Id>,
}
