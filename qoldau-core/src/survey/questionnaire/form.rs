//! A questionnaire made ready: its expressions are read and checked once, its names found once.

use std::collections::BTreeMap;

use super::{AnswerKind, OptionList, Questionnaire, SurveyQuestion};
use crate::survey::expression::{
    Kind, Known, Node, Scope, SyntaxError, TypeFault, TypeProblem, ValueType, parse, type_of,
};

/// A questionnaire made ready for answers.
#[derive(Debug)]
pub struct Form<'q> {
    pub(crate) questionnaire: &'q Questionnaire,
    pub(crate) asked: Vec<Asked<'q>>,
    /// The places of the questions of a name: one, unless names are given twice.
    by_name: BTreeMap<&'q str, Vec<usize>>,
}

/// A question with its list and its expressions.
#[derive(Debug)]
pub(crate) struct Asked<'q> {
    pub(crate) question: &'q SurveyQuestion,
    pub(crate) list: Option<&'q OptionList>,
    pub(crate) relevant: Rule,
    pub(crate) constraint: Rule,
}

/// An expression of a question.
#[derive(Debug)]
pub(crate) enum Rule {
    /// There is none.
    None,
    /// It can be evaluated.
    Reads(Node),
    /// It cannot be read.
    Unreadable(SyntaxError),
    /// It does not fit the questionnaire.
    Misfit(Vec<TypeFault>),
}

impl<'q> Form<'q> {
    /// Makes a questionnaire ready. Of questions with one name the first is meant.
    #[must_use]
    pub fn of(questionnaire: &'q Questionnaire) -> Self {
        let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, question) in questionnaire.questions.iter().enumerate() {
            by_name.entry(question.id.as_str()).or_default().push(at);
        }
        let lists: BTreeMap<&str, &OptionList> =
            questionnaire.lists.iter().rev().map(|list| (list.id.as_str(), list)).collect();
        let list_of = |question: &SurveyQuestion| {
            question.answer.list().and_then(|list| lists.get(list.as_str()).copied())
        };
        let kinds: Vec<Option<Kind<'q>>> =
            questionnaire.questions.iter().map(|question| kind(question, list_of(question))).collect();
        let first = |places: &[usize]| places.first().copied().unwrap_or(usize::MAX);
        let asked = questionnaire.questions.iter().enumerate().map(|(at, question)| {
            let known = |name: &str| match by_name.get(name) {
                None => Known::Unknown,
                Some(of) if first(of) >= at => Known::Later,
                Some(of) => kinds.get(first(of)).copied().flatten().map_or(Known::Note, Known::Earlier),
            };
            let current = kinds.get(at).copied().flatten();
            Asked {
                question,
                list: list_of(question),
                relevant: Rule::of(question.relevant.as_deref(), &Scope { known: &known, current: None }),
                constraint: Rule::of(question.constraint.as_deref(), &Scope { known: &known, current }),
            }
        });
        let asked = asked.collect();
        Self { questionnaire, asked, by_name }
    }

    /// The names in their order, with the places of their questions.
    pub(crate) fn by_name(&self) -> impl Iterator<Item = (&'q str, &[usize])> {
        self.by_name.iter().map(|(name, places)| (*name, places.as_slice()))
    }

    /// Place of a question among the questions.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.by_name.get(name)?.first().copied()
    }

    /// The question of a name.
    pub(crate) fn asked(&self, name: &str) -> Option<&Asked<'q>> {
        self.asked.get(self.place(name)?)
    }
}

impl Rule {
    fn of(text: Option<&str>, scope: &Scope<'_, '_>) -> Self {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return Self::None };
        let node = match parse(text) {
            Ok(node) => node,
            Err(error) => return Self::Unreadable(error),
        };
        let mut faults = Vec::new();
        let kind = type_of(&node, scope, &mut faults);
        if let Some(kind) = kind.filter(|kind| kind.value != ValueType::Boolean) {
            let problem = TypeProblem::Mismatch { expected: Some(ValueType::Boolean), found: kind.value };
            faults.push(TypeFault { at: node.at, problem });
        }
        if faults.is_empty() { Self::Reads(node) } else { Self::Misfit(faults) }
    }

    /// The expression, where it can be evaluated.
    pub(crate) const fn node(&self) -> Option<&Node> {
        match self {
            Self::Reads(node) => Some(node),
            _ => None,
        }
    }
}

/// The type of a question's answer in expressions; nothing for a note.
fn kind<'q>(question: &SurveyQuestion, list: Option<&'q OptionList>) -> Option<Kind<'q>> {
    let value = match question.answer {
        AnswerKind::Scale { .. } | AnswerKind::Rating { .. } | AnswerKind::Number { .. } => ValueType::Number,
        AnswerKind::Single { .. } => ValueType::Option,
        AnswerKind::Multiple { .. } | AnswerKind::Ranking { .. } => ValueType::Options,
        AnswerKind::YesNo {} => ValueType::Boolean,
        AnswerKind::Date { .. } => ValueType::Date,
        AnswerKind::Text { .. } => ValueType::Text,
        AnswerKind::Note {} => return None,
    };
    Some(Kind { value, list })
}
