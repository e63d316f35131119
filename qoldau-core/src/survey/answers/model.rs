//! Answers as they cross, and the state of a form.

use std::collections::BTreeMap;

use qoldau_derive::Decode;
use serde::Serialize;

use crate::finding::Finding;
use crate::language::Language;
use crate::survey::expression::{Outcome, Rational, Value};
use crate::survey::questionnaire::{AnswerKind, Asked, MissingReason, OptionList};
use crate::value::personal::silent_text;
use crate::value::{Amount, Id, IsoDate};

silent_text! {
    /// Words a person wrote. They may speak of anybody and print silently.
    FreeText
}

silent_text! {
    /// A person's self-made code. It is anonymous only as long as nobody prints it beside the answers.
    #[derive(PartialOrd, Ord)]
    PersonCode
}

/// An answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Answer {
    /// One option: of a scale or a single choice.
    Option {
        /// Its code.
        code: Id,
    },
    /// Several options, or none; of a ranking the best first.
    Options {
        /// Their codes.
        codes: Vec<Id>,
    },
    /// A number or a rating.
    Number {
        /// The number.
        value: Amount,
    },
    /// Yes or no.
    YesNo {
        /// Whether it is yes.
        yes: bool,
    },
    /// A day.
    Date {
        /// The day.
        date: IsoDate,
    },
    /// Words.
    Text {
        /// The words.
        text: FreeText,
    },
    /// The person was asked and gave no answer to score.
    Missing {
        /// Why.
        reason: MissingReason,
    },
    /// Something was answered that could not be read: it is counted as invalid, never as no answer.
    Unread {},
}

/// The answers of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Response {
    /// Id of the record.
    pub id: Id,
    /// The phase it was given in.
    #[serde(default)]
    pub phase: Option<Id>,
    /// Day it was given on.
    #[serde(default)]
    pub on: Option<IsoDate>,
    /// How many seconds it took, where that was measured.
    #[serde(default)]
    pub seconds: Option<u32>,
    /// The language it was asked in.
    #[serde(default)]
    pub language: Option<Language>,
    /// Whether the person agreed to the consent text; nothing where they were not asked.
    #[serde(default)]
    pub consent: Option<bool>,
    /// The person's self-made code.
    #[serde(default)]
    pub code: Option<PersonCode>,
    /// The answers by question; a question without one is not there.
    #[serde(default)]
    pub answers: BTreeMap<Id, Answer>,
}

/// Whether a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Relevance {
    /// It is.
    Asked,
    /// Its condition does not hold, or the phase does not ask it.
    NotAsked,
    /// Its condition depends on an answer that is not there: it is not asked until there is one.
    Undecided,
    /// Its condition could not be evaluated: nobody knows whether it should be asked.
    NotEvaluated,
}

/// Where a question stands. The five ways of having no answer are told apart; only `answered` is scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Standing {
    /// It was not asked: the person is not in its denominator.
    NotAsked {},
    /// It was asked and left empty.
    NoAnswer {},
    /// The person said why there is no answer.
    Missing {
        /// Why.
        reason: MissingReason,
    },
    /// The answer is none of those possible.
    Invalid {},
    /// Whether the answer is possible could not be evaluated; it does not pass.
    Unchecked {},
    /// It has an answer.
    Answered {},
}

/// Where one question stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct FieldState {
    /// The question.
    pub question: Id,
    /// Whether it is asked.
    pub relevance: Relevance,
    /// Whether it must be answered as things stand.
    pub required: bool,
    /// Where it stands.
    pub standing: Standing,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

/// Where a form stands with a person's answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ResponseState {
    /// Every question, in the order of the form.
    pub fields: Vec<FieldState>,
    /// What is wrong with the record as a whole.
    pub findings: Vec<Finding>,
    /// Whether it can be handed in: every required question has an answer, and nothing is an error.
    pub complete: bool,
}

/// What is wrong with a person's answers, and whether they can be handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ResponseCheck {
    /// Whether it can be handed in: every required question has an answer, and nothing is an error.
    pub complete: bool,
    /// What is wrong with the record as a whole, then with its answers, in the order of the form.
    pub findings: Vec<Finding>,
}

/// The number an option stands for: its declared place on the scale.
pub(crate) fn option_value(list: Option<&OptionList>, code: &Id) -> Option<i32> {
    list?.option(code.as_str())?.value
}

/// A number as a whole one, where it is.
pub(crate) fn whole(value: Amount) -> Option<i32> {
    match value.digits() {
        (whole, 0) => i32::try_from(whole).ok(),
        _ => None,
    }
}

/// What an answer is in expressions.
pub(super) fn outcome<'a>(asked: &Asked<'_>, answer: &'a Answer) -> Outcome<'a> {
    let number = |number: Option<Rational>| number.map(Value::Number);
    let value = match (&asked.question.answer, answer) {
        (_, Answer::Missing { .. } | Answer::Unread {}) => return Outcome::Absent,
        (AnswerKind::Scale { .. }, Answer::Option { code }) => match option_value(asked.list, code) {
            Some(value) => number(Rational::new(value.into(), 1)),
            None => return Outcome::Absent,
        },
        (_, Answer::Option { code }) => Some(Value::Option(code.as_str())),
        (_, Answer::Options { codes }) => Some(Value::Options(codes.as_slice().into())),
        (_, Answer::Number { value }) => number(Rational::of_amount(*value)),
        (_, Answer::YesNo { yes }) => Some(Value::Boolean(*yes)),
        (_, Answer::Date { date }) => Some(Value::Date(*date)),
        (_, Answer::Text { text }) => Some(Value::Text(text.reveal().into())),
    };
    value.map_or(Outcome::NotEvaluated, Outcome::Is)
}
