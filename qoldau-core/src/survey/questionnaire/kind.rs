//! How a question is answered.

use qoldau_derive::Decode;
use serde::Serialize;

use super::Wording;
use crate::value::{Amount, Id, IsoDate};

/// The kind of a question's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum AnswerKind {
    /// One step of an ordered scale (Likert): every option of the list has a value.
    Scale {
        /// The list of its steps.
        list: Id,
        /// Whether agreement counts the other way round: scored as lowest + highest − value, by the declared ends.
        #[serde(default)]
        reverse: bool,
    },
    /// One option.
    Single {
        /// The list.
        list: Id,
    },
    /// Any number of options.
    Multiple {
        /// The list.
        list: Id,
        /// The fewest options to mark.
        #[serde(default)]
        least: Option<u32>,
        /// The most options to mark.
        #[serde(default)]
        most: Option<u32>,
    },
    /// A whole number between two ends; 0 to 10 is the question of the net promoter score.
    Rating {
        /// The lowest.
        lowest: i32,
        /// The highest.
        highest: i32,
        /// What the lowest means.
        #[serde(default)]
        lowest_label: Wording,
        /// What the highest means.
        #[serde(default)]
        highest_label: Wording,
        /// Whether a high number is the bad one.
        #[serde(default)]
        reverse: bool,
    },
    /// Options put in order, the best first.
    Ranking {
        /// The list.
        list: Id,
        /// How many are to be ranked; nothing means all.
        #[serde(default)]
        most: Option<u32>,
    },
    /// A number.
    Number {
        /// The least.
        #[serde(default)]
        least: Option<Amount>,
        /// The most.
        #[serde(default)]
        most: Option<Amount>,
        /// How many decimals it may have; 0 for whole numbers.
        #[serde(default)]
        places: u32,
    },
    /// Yes or no.
    YesNo {},
    /// A day.
    Date {
        /// The first that can be answered.
        #[serde(default)]
        from: Option<IsoDate>,
        /// The last that can be answered.
        #[serde(default)]
        to: Option<IsoDate>,
    },
    /// Words.
    Text {
        /// The most characters; nothing means 4,000.
        #[serde(default)]
        longest: Option<u32>,
    },
    /// Nothing: words to be read.
    Note {},
}

impl AnswerKind {
    /// The option list it names.
    #[must_use]
    pub const fn list(&self) -> Option<&Id> {
        match self {
            Self::Scale { list, .. }
            | Self::Single { list }
            | Self::Multiple { list, .. }
            | Self::Ranking { list, .. } => Some(list),
            _ => None,
        }
    }

    /// Whether its answers are steps between two declared ends, which scales and top boxes can be made of.
    #[must_use]
    pub const fn is_scored(&self) -> bool {
        matches!(self, Self::Scale { .. } | Self::Rating { .. })
    }

    /// Whether a high value counts as a low one.
    #[must_use]
    pub const fn is_reversed(&self) -> bool {
        matches!(self, Self::Scale { reverse: true, .. } | Self::Rating { reverse: true, .. })
    }
}

/// A list of options that questions share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct OptionList {
    /// Name of the list.
    pub id: Id,
    /// Its options, in the order in which they are shown.
    pub options: Vec<Choice>,
}

/// One option of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Choice {
    /// Its code, without spaces.
    pub code: Id,
    /// What it says.
    pub label: Wording,
    /// Its place on an ordered scale.
    #[serde(default)]
    pub value: Option<i32>,
    /// Whether it stands alone: "none of these" cannot be marked beside others.
    #[serde(default)]
    pub exclusive: bool,
    /// What kind of missing answer it is, where it is none: "don't know" among the options.
    #[serde(default)]
    pub missing: Option<MissingReason>,
}

/// Why a person who was asked gave no answer to score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum MissingReason {
    /// "I don't know", "hard to say".
    DontKnow,
    /// The person did not want to answer.
    Refused,
    /// The question does not apply to the person.
    NotApplicable,
}

impl MissingReason {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::DontKnow, Self::Refused, Self::NotApplicable];
}

impl OptionList {
    /// The option of a code.
    #[must_use]
    pub fn option(&self, code: &str) -> Option<&Choice> {
        self.options.iter().find(|option| option.code.as_str() == code)
    }

    /// The declared ends of the scale: the lowest and the highest value of its options; nothing where none has one.
    #[must_use]
    pub fn ends(&self) -> Option<(i32, i32)> {
        let values = || self.options.iter().filter_map(|option| option.value);
        Some((values().min()?, values().max()?))
    }
}
