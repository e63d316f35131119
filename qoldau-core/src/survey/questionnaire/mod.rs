//! The questionnaire: what is asked, of whom, in which phases, and how its answers are scored.
//!
//! It is versioned JSON, `qoldau-survey/1.0`. Names of questions and codes of options are those of an `XLSForm`, and
//! option lists stand apart from the questions that share them, so that a questionnaire can be written as a form.

mod error;
mod form;
mod json;
mod kind;
mod phase;

use qoldau_derive::Decode;
use serde::Serialize;

use crate::language::Language;
use crate::value::{DateRange, Id};

pub use error::SurveyError;
pub(crate) use form::{Asked, Rule};
pub use form::{Form, PreparedForm};
pub(crate) use json::{malformed, read_document};
pub use json::{questionnaire_digest, read_questionnaire, write_questionnaire};
pub use kind::{AnswerKind, Choice, MissingReason, OptionList};
pub use phase::{
    CodeCharacters, CodePart, CodeRecipe, MinimumAnswered, MissingRule, Phase, Population, Satisfaction,
    SatisfactionDefinition, Subscale,
};

/// The format that is written.
pub const FORMAT: &str = "qoldau-survey/1.0";

/// A text in the languages it is there in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Wording {
    /// In Kazakh.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kk: Option<String>,
    /// In Russian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ru: Option<String>,
    /// In English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Wording {
    /// The text in one language; nothing where it is missing or blank.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&str> {
        let text = match language {
            Language::Kazakh => &self.kk,
            Language::Russian => &self.ru,
            Language::English => &self.en,
        };
        text.as_deref().filter(|text| !text.trim().is_empty())
    }

    /// The text in one language, else in the first of Kazakh, Russian and English that it is there in.
    #[must_use]
    pub fn said(&self, language: Language) -> Option<&str> {
        self.get(language).or_else(|| Language::ALL.into_iter().find_map(|other| self.get(other)))
    }

    /// Whether it is there in no language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Language::ALL.into_iter().all(|language| self.get(language).is_none())
    }

    /// The texts that are there.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        Language::ALL.into_iter().filter_map(|language| self.get(language))
    }
}

/// A questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Questionnaire {
    /// The format: `qoldau-survey/1.0`.
    pub format: String,
    /// Id of the questionnaire, the same in all its editions.
    pub id: Id,
    /// Number of the edition, counted from 1: answers name the edition they were given to.
    pub edition: u32,
    /// What it is called.
    pub title: Wording,
    /// Languages in which it is asked: every text must be there in each of them.
    pub languages: Vec<Language>,
    /// What a person agrees to by answering; personal data is not asked for without it.
    #[serde(default)]
    pub consent: Option<Wording>,
    /// How a person makes the anonymous code by which the phases are paired; nothing where they are not paired.
    #[serde(default)]
    pub code: Option<CodeRecipe>,
    /// Lists of options, which questions name.
    #[serde(default)]
    pub lists: Vec<OptionList>,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<SurveyQuestion>,
    /// Scales of several items that are scored together.
    #[serde(default)]
    pub subscales: Vec<Subscale>,
    /// Whom the survey is about.
    #[serde(default)]
    pub populations: Vec<Population>,
    /// The days of the project's active phase: a first phase asks before they end, a last one after they have ended.
    #[serde(default)]
    pub active: Option<DateRange>,
    /// The phases, in order of time; none for a survey that is held once.
    #[serde(default)]
    pub phases: Vec<Phase>,
    /// What "satisfied" means; declared before the data is seen.
    #[serde(default)]
    pub satisfaction: Option<Satisfaction>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SurveyQuestion {
    /// Name of the question: a letter or `_`, then letters, digits, `_`, `-` or `.`. Expressions use it.
    pub id: Id,
    /// What is asked.
    pub label: Wording,
    /// What helps to answer.
    #[serde(default)]
    pub hint: Wording,
    /// How it is answered.
    pub answer: AnswerKind,
    /// Whether a person who is asked must answer; "don't know" and the like are answers where they are offered.
    #[serde(default)]
    pub required: bool,
    /// Expression that says whether the question is asked, over earlier questions; nothing means always.
    #[serde(default)]
    pub relevant: Option<String>,
    /// Expression that an answer has to fulfil; `.` is the answer itself.
    #[serde(default)]
    pub constraint: Option<String>,
    /// What is said to a person whose answer does not fulfil the constraint.
    #[serde(default)]
    pub constraint_message: Wording,
    /// Kinds of missing answers that are offered.
    #[serde(default)]
    pub missing: Vec<MissingReason>,
    /// Phases in which it is asked; empty means all.
    #[serde(default)]
    pub phases: Vec<Id>,
}

impl Questionnaire {
    /// The question of a name.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&SurveyQuestion> {
        self.questions.iter().find(|question| question.id.as_str() == id)
    }

    /// The option list of a name.
    #[must_use]
    pub fn list(&self, id: &str) -> Option<&OptionList> {
        self.lists.iter().find(|list| list.id.as_str() == id)
    }

    /// The subscale of a name.
    #[must_use]
    pub fn subscale(&self, id: &str) -> Option<&Subscale> {
        self.subscales.iter().find(|subscale| subscale.id.as_str() == id)
    }

    /// The phase of a name.
    #[must_use]
    pub fn phase(&self, id: &str) -> Option<&Phase> {
        self.phases.iter().find(|phase| phase.id.as_str() == id)
    }
}

impl SurveyQuestion {
    /// Whether it is asked in a phase; a survey without phases asks everything.
    #[must_use]
    pub fn is_asked_in(&self, phase: Option<&Id>) -> bool {
        self.phases.is_empty() || phase.is_none_or(|phase| self.phases.contains(phase))
    }
}
