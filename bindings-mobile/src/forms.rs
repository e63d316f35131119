//! Types whose form in other languages differs from the core's.

use qoldau_core::facts::FactsLimits;
use qoldau_core::finding::Finding;
use qoldau_core::plan::{self, Plan, Policy};
use qoldau_core::review::AuthorRole;
use qoldau_core::section::ReportSection;
#[cfg(feature = "survey")]
use qoldau_core::survey::score;
#[cfg(feature = "survey")]
use qoldau_core::value::Amount;
use qoldau_core::value::DateRange;
use qoldau_core::whole;
use serde::{Deserialize, Serialize};

/// How a plan and its facts are held together. Whatever is left out is the product's default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, uniffi::Record)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct HoldOptions {
    /// Thresholds and severities.
    #[uniffi(default = None)]
    pub policy: Option<Policy>,
    /// A reporting period, whose figures then stand beside the cumulative ones.
    #[uniffi(default = None)]
    pub period: Option<DateRange>,
    /// Limits on the journal.
    #[uniffi(default = None)]
    pub limits: Option<FactsLimits>,
    /// What reading the annex gave reason to say, so that one cause is told once.
    #[uniffi(default = [])]
    pub read_findings: Vec<Finding>,
    /// The other editions of the plan, in any order: every day is judged by the one that was in force.
    #[uniffi(default = [])]
    pub editions: Vec<Plan>,
    /// Who is what in the review; without a row of their own nobody takes a step of it.
    #[uniffi(default = [])]
    pub roles: Vec<AuthorRole>,
    /// Parts that a report shows beside its own, said in its language, such as a survey's; no figure depends on them.
    #[uniffi(default = [])]
    pub sections: Vec<ReportSection>,
    /// SHA-256 hashes of the files of the evidence that are in hand: recorded files that are not among them are told of, and
    /// shown in the register. Nothing is said of any file without it; an empty list is no file at all.
    #[uniffi(default = None)]
    pub present: Option<Vec<String>>,
}

impl From<HoldOptions> for whole::HoldOptions {
    fn from(options: HoldOptions) -> Self {
        let HoldOptions { policy, period, limits, read_findings, editions, roles, sections, present } =
            options;
        let (policy, limits) = (policy.unwrap_or_default(), limits.unwrap_or_default());
        Self { policy, period, limits, read_findings, editions, roles, sections, present }
    }
}

/// How answers are scored and shown. Whatever is left out is the product's default.
#[cfg(feature = "survey")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, uniffi::Record)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ScoreOptions {
    /// Confidence level of intervals and bounds, above 0 and below 1; 0.95.
    #[uniffi(default = None)]
    pub level: Option<Amount>,
    /// The smallest number of people of whom anything is shown: 5 for what is published, 1 to hide nothing; 5.
    #[uniffi(default = None)]
    pub smallest: Option<u32>,
    /// In how many characters the codes of one person may differ: 0 to 2. More than 0 pairs wrong people sooner; 0.
    #[uniffi(default = None)]
    pub most_differences: Option<u32>,
}

#[cfg(feature = "survey")]
impl From<ScoreOptions> for score::ScoreOptions {
    fn from(options: ScoreOptions) -> Self {
        let ScoreOptions { level, smallest, most_differences } = options;
        let default = Self::default();
        Self {
            level: level.unwrap_or(default.level),
            smallest: smallest.unwrap_or(default.smallest),
            most_differences: most_differences.unwrap_or(default.most_differences),
        }
    }
}

/// What the answers to a question look like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, uniffi::Enum)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum AnswerForm {
    /// One of certain words of the wire form.
    OneOf {
        /// Which.
        answers: Vec<String>,
    },
    /// Any words; certain ones have a meaning of their own.
    Words {
        /// Which.
        known: Vec<String>,
    },
    /// The code of a unit.
    #[serde(rename = "unit")]
    UnitCode,
    /// A whole number from 1 on.
    Count,
    /// A number above 0.
    Number,
    /// An ISO date, or two joined by `..`, the earlier first; of a deadline that recurs also `eachTime`.
    Days,
    /// Ids of indicator lines, parted by spaces, commas or semicolons.
    Lines,
}

impl From<plan::AnswerForm> for AnswerForm {
    fn from(form: plan::AnswerForm) -> Self {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        match form {
            plan::AnswerForm::OneOf { answers } => Self::OneOf { answers: owned(answers) },
            plan::AnswerForm::Words { known } => Self::Words { known: owned(known) },
            plan::AnswerForm::Unit => Self::UnitCode,
            plan::AnswerForm::Count => Self::Count,
            plan::AnswerForm::Number => Self::Number,
            plan::AnswerForm::Days => Self::Days,
            plan::AnswerForm::Lines => Self::Lines,
        }
    }
}
