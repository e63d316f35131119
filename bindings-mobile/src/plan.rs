//! The plan, the grammar of its targets and deadlines, and what its lines are about.

use qoldau_core::language::Language;
use qoldau_core::plan::{
    self, Due, DueContext, Each, IndicatorKind, Plan, Policy, Question, Requires, Target, UnitWord,
};
use qoldau_core::value::Id;

use crate::{AnswerForm, QoldauError};

/// Reads a plan from its JSON. Errors: `PLN001` for a newer format, `PLN002` for no plan, `PLN003` for no JSON, `PLN004`
/// with the path of a field that is unknown, missing or of the wrong kind.
#[uniffi::export]
pub fn read_plan(bytes: Vec<u8>) -> Result<Plan, QoldauError> {
    Ok(plan::read_plan(&bytes)?)
}

/// Writes a plan as JSON, indented by two spaces, with its fields in the order of the format.
#[uniffi::export]
pub fn write_plan(plan: &Plan) -> Result<String, QoldauError> {
    Ok(plan::write_plan(plan)?)
}

/// Reads the targets of a cell, in order. What is not understood is one `unread` target with its words. Ids are
/// `prefix.1`, `prefix.2` …; `name_scope` is the scope that stands in the line's name.
#[uniffi::export(default(name_scope = None))]
pub fn read_targets(text: &str, prefix: &Id, name_scope: Option<Each>) -> Result<Vec<Target>, QoldauError> {
    Ok(plan::read_targets(text, prefix, name_scope.as_ref()))
}

/// Targets in words. Reading them again gives the same targets.
#[uniffi::export]
pub fn print_targets(targets: Vec<Target>, language: Language) -> Result<String, QoldauError> {
    Ok(plan::print_targets(&targets, language))
}

/// Reads a deadline. What is not understood is `unread` with its words.
#[uniffi::export]
pub fn read_due(text: &str, context: &DueContext) -> Result<Due, QoldauError> {
    Ok(plan::read_due(text, context))
}

/// A deadline in words.
#[uniffi::export]
pub fn print_due(due: &Due, language: Language) -> Result<String, QoldauError> {
    Ok(plan::print_due(due, language))
}

/// What a line counts, by its name.
#[uniffi::export]
pub fn read_kind(text: &str) -> Result<IndicatorKind, QoldauError> {
    Ok(plan::read_kind(text))
}

/// The unit that words mean.
#[uniffi::export]
pub fn read_unit(text: &str) -> Result<UnitWord, QoldauError> {
    Ok(plan::read_unit(text))
}

/// The scope that stands in a line's name, "of each event", if there is one.
#[uniffi::export]
pub fn read_scope(text: &str) -> Result<Option<Each>, QoldauError> {
    Ok(plan::read_scope(text))
}

/// What a line asks of its evidence, by its name.
#[uniffi::export]
pub fn read_requires(text: &str) -> Result<Requires, QoldauError> {
    Ok(plan::read_requires(text))
}

/// A question in words.
#[uniffi::export]
pub fn say_question(question: Question, language: Language) -> Result<String, QoldauError> {
    Ok(plan::say_question(question).get(language).into())
}

/// An answer in words.
#[uniffi::export]
pub fn say_answer(answer: &str, language: Language) -> Result<String, QoldauError> {
    Ok(plan::say_answer(answer, language))
}

/// What the answers to a question look like.
#[uniffi::export]
pub fn answers_to(question: Question) -> Result<AnswerForm, QoldauError> {
    Ok(question.form().into())
}

/// Every threshold and default of the product.
#[uniffi::export]
pub fn default_policy() -> Result<Policy, QoldauError> {
    Ok(Policy::default())
}
