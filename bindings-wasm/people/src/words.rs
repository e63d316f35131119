//! Findings and reasons in words.

use qoldau_core::finding::Finding;
use qoldau_core::language::Language;
use qoldau_core::people::duplicates::{Agreement, MatchField, UnsureReason};
use qoldau_core::whole::people;
use qoldau_wasm_boundary::{give, take, typed};
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// Findings about lists and registries of people in words, in their own order. What the lists of a journal come to is said by `sayFindings` of `qoldau`.
#[wasm_bindgen(js_name = sayPeopleFindings, unchecked_return_type = "FindingRow[]")]
pub fn say_people_findings(
    #[wasm_bindgen(unchecked_param_type = "Finding[]")] findings: &JsValue,
    language: &Ts<Language>,
) -> Result<JsValue, JsValue> {
    let findings: Vec<Finding> = take("findings", findings)?;
    give(&people::say_list_findings(&findings, typed("language", language)?))
}

/// A field that rows are compared by, in words.
#[wasm_bindgen(js_name = sayMatchField)]
pub fn say_match_field(field: &Ts<MatchField>, language: &Ts<Language>) -> Result<String, JsValue> {
    Ok(people::say_match_field(typed("field", field)?, typed("language", language)?))
}

/// How far two rows agree in a field, in words.
#[wasm_bindgen(js_name = sayAgreement)]
pub fn say_agreement(agreement: &Ts<Agreement>, language: &Ts<Language>) -> Result<String, JsValue> {
    Ok(people::say_agreement(typed("agreement", agreement)?, typed("language", language)?))
}

/// Why it cannot be told whether two rows are one person, in words.
#[wasm_bindgen(js_name = sayUnsureReason)]
pub fn say_unsure_reason(reason: &Ts<UnsureReason>, language: &Ts<Language>) -> Result<String, JsValue> {
    Ok(people::say_unsure_reason(typed("reason", reason)?, typed("language", language)?))
}
