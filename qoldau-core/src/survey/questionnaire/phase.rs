//! Whom a survey is about, when it is held, how its phases are paired and what its answers are scored to.

use qoldau_derive::Decode;
use serde::Serialize;

use super::Wording;
use crate::value::{Amount, DateRange, Id};

/// A group of people the survey is about. The youth of a region and the participants of an event are two populations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Population {
    /// Name in references.
    pub id: Id,
    /// What the group is called.
    pub title: Wording,
    /// How many people it has, where that is known.
    #[serde(default)]
    pub size: Option<u32>,
}

/// One phase of the survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Phase {
    /// Name in references, such as `before` and `after`.
    pub id: Id,
    /// What it is called.
    pub title: Wording,
    /// Days in which it is held.
    #[serde(default)]
    pub window: Option<DateRange>,
    /// Whom it asks.
    #[serde(default)]
    pub population: Option<Id>,
    /// How many people were invited, or questionnaires handed out; nothing for an open link, which has no response rate.
    #[serde(default)]
    pub invited: Option<u32>,
}

/// How a person makes an anonymous code that is the same in every phase and known to nobody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct CodeRecipe {
    /// The parts, written one after another.
    pub parts: Vec<CodePart>,
}

/// One part of an anonymous code: "the first two letters of your mother's name".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct CodePart {
    /// What to write.
    pub label: Wording,
    /// Of which characters it is.
    pub characters: CodeCharacters,
    /// How many characters it has: 1 to 8.
    pub length: u32,
    /// How many different values it can take among the people who are asked: 31 for a day of birth. Nothing means as
    /// many as its characters allow.
    #[serde(default)]
    pub values: Option<u32>,
}

/// Characters of a part of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum CodeCharacters {
    /// Letters.
    Letters,
    /// Digits.
    Digits,
    /// Letters or digits.
    Any,
}

/// Items that are scored together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Subscale {
    /// Name in references.
    pub id: Id,
    /// What it measures.
    pub title: Wording,
    /// Its items: questions of kind `scale` or `rating`.
    pub items: Vec<Id>,
    /// How many of them a person has to have answered to get a score; half of them unless said otherwise.
    #[serde(default)]
    pub minimum: MinimumAnswered,
}

/// How many items a person has to have answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum MinimumAnswered {
    /// At least so many.
    Count {
        /// How many.
        count: u32,
    },
    /// At least this part of them: answered × denominator ≥ items × numerator.
    Part {
        /// Upper number of the fraction.
        numerator: u32,
        /// Lower number of the fraction, not 0.
        denominator: u32,
    },
}

impl Default for MinimumAnswered {
    /// Half of the items (Fairclough & Cella 1996).
    fn default() -> Self {
        Self::Part { numerator: 1, denominator: 2 }
    }
}

impl MinimumAnswered {
    /// The least number of answered items of so many, at least 1.
    #[must_use]
    pub fn of(self, items: u32) -> u32 {
        let least = match self {
            Self::Count { count } => count,
            Self::Part { numerator, denominator } => {
                let wanted = u64::from(items).saturating_mul(u64::from(numerator));
                let least = wanted.checked_add(u64::from(denominator).saturating_sub(1));
                let least = least.and_then(|wanted| wanted.checked_div(u64::from(denominator)));
                least.and_then(|least| u32::try_from(least).ok()).unwrap_or(items)
            }
        };
        least.max(1)
    }
}

/// What "satisfied" means and what is promised of it. The contract does not say: the project declares it before it sees
/// the data, and it is printed with the figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Satisfaction {
    /// The definition.
    pub definition: SatisfactionDefinition,
    /// The promised percent, 0 to 100: 80 for "not less than 80 %".
    pub threshold: Amount,
    /// The phase it is measured in; nothing means the last. Satisfaction with an event can only be asked after it.
    #[serde(default)]
    pub phase: Option<Id>,
    /// Whom it is about, where these are others than the phase asks: the participants of an event among the youth of a
    /// region.
    #[serde(default)]
    pub population: Option<Id>,
    /// What becomes of people who were asked and gave no answer to score.
    #[serde(default)]
    pub missing: MissingRule,
}

/// A definition of satisfaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum SatisfactionDefinition {
    /// Share of people who marked one of the top steps of one question.
    TopBox {
        /// The question, of kind `scale` or `rating`.
        question: Id,
        /// How many steps from the top count: 2 of 5 as a rule.
        boxes: u32,
    },
    /// Mean of the persons' scores as a percent of the possible (POMP).
    MeanPomp {
        /// The subscale.
        subscale: Id,
    },
    /// Share of people whose score, as a percent of the possible, is at least so high.
    PersonsAbove {
        /// The subscale.
        subscale: Id,
        /// The percent, 0 to 100.
        percent: Amount,
    },
}

/// What becomes of people who were asked and gave no answer to score.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum MissingRule {
    /// They are left out, and their number is told.
    #[default]
    LeaveOut,
    /// They count as not satisfied.
    NotSatisfied,
}
