//! The plan: its JSON, the grammar of targets and deadlines, questions and answers.

use qoldau_core::language::Language;
use qoldau_core::plan::{
    self, AnswerForm, Due, DueContext, Each, IndicatorKind, Plan, Question, Requires, Target, UnitWord,
};
use qoldau_core::value::Id;
use tsify::Ts;
use wasm_bindgen::prelude::*;

use qoldau_wasm_boundary::{bytes, give, give_typed, take, take_or_default, thrown, typed, typed_or_default};

/// Reads a plan from its JSON, of every minor version of the format up to this one's.
///
/// Throws `PLN001` for a newer format, `PLN002` for what is no plan, `PLN003` for what is no JSON, `PLN004` for a
/// field that is unknown, missing or of the wrong kind.
#[wasm_bindgen(js_name = readPlan)]
pub fn read_plan(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] json: &JsValue,
) -> Result<Ts<Plan>, JsValue> {
    give_typed(&plan::read_plan(&bytes("bytes", json)?).map_err(thrown)?)
}

/// Writes a plan as JSON, indented by two spaces, with its fields in the order of the format.
#[wasm_bindgen(js_name = writePlan)]
pub fn write_plan(plan: &Ts<Plan>) -> Result<String, JsValue> {
    plan::write_plan(&typed("plan", plan)?).map_err(thrown)
}

/// Reads the targets of a cell, in order. What is not understood is one `unread` target with its words.
///
/// Ids are `prefix.1`, `prefix.2` …; `nameScope` is the scope that stands in the line's name and holds for every target
/// that has none of its own.
#[wasm_bindgen(js_name = readTargets, unchecked_return_type = "Target[]")]
pub fn read_targets(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    prefix: &Ts<Id>,
    #[wasm_bindgen(js_name = nameScope, unchecked_optional_param_type = "Each | null")] name_scope: &JsValue,
) -> Result<JsValue, JsValue> {
    let (text, prefix): (String, Id) = (take("text", text)?, typed("prefix", prefix)?);
    let name_scope: Option<Each> = take_or_default("nameScope", name_scope)?;
    give(&plan::read_targets(&text, &prefix, name_scope.as_ref()))
}

/// Targets in words, as a cell of the annex would state them.
#[wasm_bindgen(js_name = printTargets)]
pub fn print_targets(
    #[wasm_bindgen(unchecked_param_type = "Target[]")] targets: &JsValue,
    language: &Ts<Language>,
) -> Result<String, JsValue> {
    let targets: Vec<Target> = take("targets", targets)?;
    Ok(plan::print_targets(&targets, typed("language", language)?))
}

/// Reads a deadline. What is not understood is `unread` with its words, what can mean several days is `ambiguous`.
#[wasm_bindgen(js_name = readDue)]
pub fn read_due(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    context: Option<Ts<DueContext>>,
) -> Result<Ts<Due>, JsValue> {
    let text: String = take("text", text)?;
    give_typed(&plan::read_due(&text, &typed_or_default("context", context)?))
}

/// A deadline in words.
#[wasm_bindgen(js_name = printDue)]
pub fn print_due(due: &Ts<Due>, language: &Ts<Language>) -> Result<String, JsValue> {
    Ok(plan::print_due(&typed("due", due)?, typed("language", language)?))
}

/// The kind of an indicator by its name: it decides what counts and what proves it.
#[wasm_bindgen(js_name = readKind)]
pub fn read_kind(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Ts<IndicatorKind>, JsValue> {
    give_typed(&plan::read_kind(&take::<String>("text", text)?))
}

/// The unit that a text names.
#[wasm_bindgen(js_name = readUnit)]
pub fn read_unit(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Ts<UnitWord>, JsValue> {
    give_typed(&plan::read_unit(&take::<String>("text", text)?))
}

/// What a line's name counts by: of every event, of every place …; null where it says nothing of the kind.
#[wasm_bindgen(js_name = readScope, unchecked_return_type = "Each | null")]
pub fn read_scope(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<JsValue, JsValue> {
    give(&plan::read_scope(&take::<String>("text", text)?))
}

/// What a line's name asks for: approvals, kinds of evidence, columns of a list, documents, networks.
#[wasm_bindgen(js_name = readRequires)]
pub fn read_requires(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Ts<Requires>, JsValue> {
    give_typed(&plan::read_requires(&take::<String>("text", text)?))
}

/// A question about how a line is to be read, in words.
#[wasm_bindgen(js_name = sayQuestion)]
pub fn say_question(question: &Ts<Question>, language: &Ts<Language>) -> Result<String, JsValue> {
    let question = plan::say_question(typed("question", question)?);
    Ok(question.get(typed("language", language)?).into())
}

/// An answer to such a question, in words.
#[wasm_bindgen(js_name = sayAnswer)]
pub fn say_answer(
    #[wasm_bindgen(unchecked_param_type = "string")] answer: &JsValue,
    language: &Ts<Language>,
) -> Result<String, JsValue> {
    Ok(plan::say_answer(&take::<String>("answer", answer)?, typed("language", language)?))
}

/// What the answers to a question look like.
#[wasm_bindgen(js_name = answersTo)]
pub fn answers_to(question: &Ts<Question>) -> Result<Ts<AnswerForm>, JsValue> {
    give_typed(&typed::<Question>("question", question)?.form())
}
