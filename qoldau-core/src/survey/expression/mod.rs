//! The small language of skips and constraints: typed, exact, three-valued.
//!
//! Ranks from the loosest: `or`, `and`, `not`, one comparison (`= != < <= > >=`), `+ -`, `* / %` (also `div`, `mod`),
//! unary `-`; those of one rank are taken from left to right. `${name}` or a bare `name` is the answer of a question,
//! `.` the answer that is being judged. Numbers are exact fractions: `45/56*100` is 1125/14, and `1/3*3 >= 1` holds.
//!
//! A question without an answer has no value, which is neither no nor 0: what is reckoned from it has none either, and
//! `and`/`or` follow Kleene: `false and …` is false, `true or …` is true, else the whole has no value. What cannot be
//! reckoned (a division by 0, a number that does not fit 127 bits) is "not evaluated", which is never a pass.

mod evaluate;
mod parse;
mod rational;
#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "the numbers of the model are small")]
mod tests;
mod token;
mod tree;
mod typing;

use serde::Serialize;

pub(crate) use evaluate::{Outcome, Value, evaluate};
pub(crate) use parse::parse;
pub(crate) use rational::Rational;
pub(crate) use tree::{Function, Node, NodeKind};
pub(crate) use typing::{Kind, Known, Scope, type_of};

/// The most characters an expression may have.
pub(crate) const LONGEST: usize = 4_096;

/// Why an expression could not be read, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[error("{problem} (character {at})")]
pub struct SyntaxError {
    /// Place of the fault: the character, counted from 1.
    pub at: u32,
    /// What is wrong.
    pub problem: SyntaxProblem,
}

/// What is wrong with the words of an expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum SyntaxProblem {
    /// It has more than 4,096 characters.
    #[error("the expression is too long")]
    TooLong {},
    /// Brackets nest more than 32 deep.
    #[error("brackets nest too deeply")]
    TooDeep {},
    /// It ends where something must follow.
    #[error("it ends too early")]
    EndsEarly {},
    /// Something stands where it cannot.
    #[error("this cannot stand here")]
    Unexpected {},
    /// A character that means nothing here.
    #[error("an unknown character")]
    UnknownCharacter {},
    /// A text that is not closed.
    #[error("a text without its closing quote")]
    UnterminatedText {},
    /// A name that is not closed.
    #[error("a name without its closing brace")]
    UnterminatedName {},
    /// Digits that are no number, or more than 28 of them behind the point.
    #[error("not a number")]
    NotANumber {},
    /// The argument of `date` is no day.
    #[error("not a day like `2024-06-14`")]
    NotADate {},
    /// A function nobody knows.
    #[error("unknown function `{name}`")]
    UnknownFunction {
        /// Its name.
        name: String,
    },
    /// Too few or too many arguments.
    #[error("wrong number of arguments")]
    WrongArguments {},
    /// `a < b < c`.
    #[error("a comparison of a comparison")]
    ComparedTwice {},
}

impl SyntaxProblem {
    /// Key of the problem, as on the wire.
    pub(crate) const fn key(&self) -> &'static str {
        match self {
            Self::TooLong {} => "tooLong",
            Self::TooDeep {} => "tooDeep",
            Self::EndsEarly {} => "endsEarly",
            Self::Unexpected {} => "unexpected",
            Self::UnknownCharacter {} => "unknownCharacter",
            Self::UnterminatedText {} => "unterminatedText",
            Self::UnterminatedName {} => "unterminatedName",
            Self::NotANumber {} => "notANumber",
            Self::NotADate {} => "notADate",
            Self::UnknownFunction { .. } => "unknownFunction",
            Self::WrongArguments {} => "wrongArguments",
            Self::ComparedTwice {} => "comparedTwice",
        }
    }
}

/// What the value of an expression is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ValueType {
    /// A number; a step of a scale and a rating are numbers.
    Number,
    /// Words.
    Text,
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
    /// One option of a list.
    Option,
    /// Several options of a list, or a ranking of them.
    Options,
}

/// Where and why an expression does not fit the questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct TypeFault {
    /// Place of the fault: the character, counted from 1.
    pub at: u32,
    /// What is wrong.
    pub problem: TypeProblem,
}

/// What is wrong with the types of an expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum TypeProblem {
    /// The questionnaire has no such question.
    UnknownQuestion {
        /// The name.
        name: String,
    },
    /// The question comes later, or is the question itself.
    LaterQuestion {
        /// The name.
        name: String,
    },
    /// A note has no answer.
    NoAnswer {
        /// The name.
        name: String,
    },
    /// The list has no such option.
    UnknownOption {
        /// The code.
        code: String,
    },
    /// Something else is needed here.
    Mismatch {
        /// What is needed; nothing where several would do.
        expected: Option<ValueType>,
        /// What stands here.
        found: ValueType,
    },
    /// `.` outside of a constraint.
    NoCurrent {},
}
