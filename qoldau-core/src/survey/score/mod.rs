//! What answers come to: each phase, the change between two, and whether the promised satisfaction is met.
//!
//! Every figure stands with how many it is of and how many are missing and why. Figures of groups smaller than the
//! policy allows are hidden, and steps so that the hidden ones do not follow from the total. What is undefined is
//! nothing, never 0.

pub(in crate::survey) mod beside;
pub(in crate::survey) mod cases;
mod compare;
pub(in crate::survey) mod hide;
pub(in crate::survey) mod phase;
mod satisfaction;
mod say;
mod section;
#[cfg(test)]
mod tests;
mod text;

use qoldau_derive::Decode;
use serde::Serialize;

use crate::value::Amount;

pub use compare::{Change, Comparison, Design, Pairing, ScoreChange, compare};
pub use phase::{PhaseScores, QuestionScores, StepCount, SubscaleScores, TopBoxes, score_phase, score_tally};
pub use satisfaction::{
    ExactSatisfaction, SatisfactionScore, exact_satisfaction, exact_satisfaction_of_tally, satisfaction,
    satisfaction_of_tally,
};
pub(crate) use say::amount;
pub use say::{say_change, say_definition, say_satisfaction};
pub use section::{section_of_comparison, section_of_phase};
pub use text::{say_comparison, say_phase, say_satisfaction_in_full};

/// How answers are scored and shown. Every field has a default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ScoreOptions {
    /// Confidence level of intervals and bounds, above 0 and below 1: `0.95`.
    pub level: Amount,
    /// The smallest number of people of whom anything is shown: 5 for what is published, 1 to hide nothing.
    pub smallest: u32,
    /// In how many characters the codes of one person may differ: 0 to 2. More than 0 pairs wrong people sooner.
    pub most_differences: u32,
}

impl Default for ScoreOptions {
    /// Level 0.95, groups of 5, codes that are equal.
    fn default() -> Self {
        let level = "0.95".parse().unwrap_or(Amount::ZERO);
        Self { level, smallest: 5, most_differences: 0 }
    }
}
