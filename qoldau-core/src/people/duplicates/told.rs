//! What comes out.

use serde::Serialize;

use super::evidence::{Agreement, MatchField, ProbablePair, UnsureReason};
use super::rules::RuleUse;
use crate::finding::Finding;
use crate::value::Id;

/// How many people the rows are, which rows are one person, and of which it cannot be told.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Duplicates {
    /// How many rows there are.
    pub rows: u32,
    /// How many people they are, as far as can be told.
    pub persons: u32,
    /// How many people they would be if all that cannot be told were one person.
    pub persons_at_least: u32,
    /// How many people they would be if only what is beyond doubt were joined.
    pub persons_at_most: u32,
    /// Rows that are one person, for people who stand more than once; by the first row.
    pub people: Vec<Vec<Id>>,
    /// Every two rows of one person, and every pair that cannot be told; by the first row and then the second. Of a person with more
    /// than a hundred rows (`PPL010`) only each row and the next.
    pub pairs: Vec<ProbablePair>,
    /// How many pairs cannot be told, by reason.
    pub unsure: Vec<UnsureCount>,
    /// What came of each rule.
    pub rules: Vec<RuleUse>,
    /// How many pairs were looked at.
    pub looked_at: u32,
    /// The weights, as they were learned from the rows.
    pub weights: Vec<LevelWeight>,
    /// Rules that cannot fire, decisions that contradict each other.
    pub findings: Vec<Finding>,
}

/// How many pairs cannot be told for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct UnsureCount {
    /// The reason.
    pub reason: UnsureReason,
    /// How many pairs.
    pub pairs: u32,
}

/// How often a field agrees so far.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct LevelWeight {
    /// The field.
    pub field: MatchField,
    /// How far it agrees.
    pub agreement: Agreement,
    /// Chance for two rows of one person, where both have the field; rounded to five digits.
    pub person: f64,
    /// Chance for two people of one household; for the given name, where it is that of strangers, nothing.
    pub household: Option<f64>,
}
