//! A questionnaire made ready: its expressions are read and checked once, its names found once.

use std::sync::Arc;

use super::{AnswerKind, OptionList, Questionnaire, SurveyQuestion};
use crate::survey::expression::{
    Kind, Known, Node, Scope, SyntaxError, TypeFault, TypeProblem, ValueType, parse, type_of,
};

/// A questionnaire made ready for answers.
#[derive(Debug)]
pub struct Form<'q> {
    pub(crate) questionnaire: &'q Questionnaire,
    pub(crate) asked: Vec<Asked<'q>>,
    /// The places of the questions in the order of their names, of those with one name in the order of the form.
    names: Arc<[usize]>,
}

/// A questionnaire that is kept together with what was made ready of it, for whoever judges answers again and again.
///
/// [`PreparedForm::form`] is the same as [`Form::of`], without reading expressions and finding names anew.
#[derive(Debug)]
pub struct PreparedForm {
    questionnaire: Questionnaire,
    parts: Vec<Parts>,
    names: Arc<[usize]>,
}

/// A question with its list and its expressions.
#[derive(Debug)]
pub(crate) struct Asked<'q> {
    pub(crate) question: &'q SurveyQuestion,
    pub(crate) list: Option<&'q OptionList>,
    pub(crate) relevant: Arc<Rule>,
    pub(crate) constraint: Arc<Rule>,
}

/// What was made ready of a question.
#[derive(Debug)]
struct Parts {
    /// The place of its list.
    list: Option<usize>,
    relevant: Arc<Rule>,
    constraint: Arc<Rule>,
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
        let (parts, names) = made_ready(questionnaire);
        Self::with(questionnaire, &parts, names)
    }

    fn with(questionnaire: &'q Questionnaire, parts: &[Parts], names: Arc<[usize]>) -> Self {
        let asked = questionnaire.questions.iter().zip(parts).map(|(question, parts)| Asked {
            question,
            list: parts.list.and_then(|list| questionnaire.lists.get(list)),
            relevant: Arc::clone(&parts.relevant),
            constraint: Arc::clone(&parts.constraint),
        });
        Self { questionnaire, asked: asked.collect(), names }
    }

    /// The names in their order, each with the place of its question; a name that is given twice stands twice.
    pub(crate) fn by_name(&self) -> impl Iterator<Item = (&'q str, usize)> {
        self.names.iter().filter_map(|place| Some((self.asked.get(*place)?.question.id.as_str(), *place)))
    }

    /// Places of the questions of a name: one, unless names are given twice.
    pub(crate) fn places(&self, name: &str) -> &[usize] {
        places(&self.names, &self.questionnaire.questions, name)
    }

    /// Place of a question among the questions.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.places(name).first().copied()
    }

    /// The question of a name.
    pub(crate) fn asked(&self, name: &str) -> Option<&Asked<'q>> {
        self.asked.get(self.place(name)?)
    }
}

impl PreparedForm {
    /// Makes a questionnaire ready once and keeps it.
    #[must_use]
    pub fn new(questionnaire: Questionnaire) -> Self {
        let (parts, names) = made_ready(&questionnaire);
        Self { questionnaire, parts, names }
    }

    /// The questionnaire.
    #[must_use]
    pub const fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// The form, ready.
    #[must_use]
    pub fn form(&self) -> Form<'_> {
        Form::with(&self.questionnaire, &self.parts, Arc::clone(&self.names))
    }
}

/// Among places in the order of their names, those of one name.
#[cfg_attr(qoldau_small, optimize(speed))]
fn places<'n>(names: &'n [usize], questions: &[SurveyQuestion], name: &str) -> &'n [usize] {
    let name_of = |place: &usize| questions.get(*place).map_or("", |question| question.id.as_str());
    let from = names.partition_point(|place| name_of(place) < name);
    let of_name = names.get(from..).unwrap_or_default();
    let count = of_name.iter().take_while(|place| name_of(place) == name).count();
    of_name.get(..count).unwrap_or_default()
}

/// Reads the expressions of a questionnaire and finds its names.
fn made_ready(questionnaire: &Questionnaire) -> (Vec<Parts>, Arc<[usize]>) {
    let questions = &questionnaire.questions;
    let mut names: Vec<usize> = (0..questions.len()).collect();
    names.sort_by_key(|place| questions.get(*place).map(|question| question.id.as_str()));
    let list_of = |question: &SurveyQuestion| {
        let name = question.answer.list()?;
        questionnaire.lists.iter().position(|list| list.id == *name)
    };
    let lists: Vec<Option<usize>> = questions.iter().map(list_of).collect();
    let kinds = questions.iter().zip(&lists);
    let kinds: Vec<Option<Kind<'_>>> = kinds
        .map(|(question, list)| kind(question, list.and_then(|list| questionnaire.lists.get(list))))
        .collect();
    let parts = questions.iter().zip(lists).enumerate().map(|(at, (question, list))| {
        let known = |name: &str| match places(&names, questions, name).first() {
            None => Known::Unknown,
            Some(of) if *of >= at => Known::Later,
            Some(of) => kinds.get(*of).copied().flatten().map_or(Known::Note, Known::Earlier),
        };
        let current = kinds.get(at).copied().flatten();
        let rule = |text: &Option<String>, current| {
            Arc::new(Rule::of(text.as_deref(), &Scope { known: &known, current }))
        };
        Parts {
            list,
            relevant: rule(&question.relevant, None),
            constraint: rule(&question.constraint, current),
        }
    });
    let parts = parts.collect();
    (parts, names.into())
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
