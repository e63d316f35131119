//! The questionnaire: its JSON, and what is wrong with it before anybody is asked.

use qoldau_core::finding::Finding;
use qoldau_core::language::Language;
use qoldau_core::survey::questionnaire::Questionnaire;
use qoldau_core::whole::survey;
use qoldau_wasm_boundary::{bytes, give, give_typed, take, thrown, typed};
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// Reads a questionnaire from its JSON.
///
/// Throws `SRV001` for a newer format, `SRV002` for what is no questionnaire, `SRV003` for what is no JSON, `SRV004` for a
/// field that is unknown, missing or of the wrong kind, `SRV005` for more than the product takes.
#[wasm_bindgen(js_name = readQuestionnaire)]
pub fn read_questionnaire(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] json: &JsValue,
) -> Result<Ts<Questionnaire>, JsValue> {
    give_typed(&survey::read_questionnaire(&bytes("bytes", json)?).map_err(thrown)?)
}

/// Writes a questionnaire as JSON, indented by two spaces, with its fields in the order of the format.
#[wasm_bindgen(js_name = writeQuestionnaire)]
pub fn write_questionnaire(questionnaire: &Ts<Questionnaire>) -> Result<String, JsValue> {
    survey::write_questionnaire(&typed("questionnaire", questionnaire)?).map_err(thrown)
}

/// The digest by which answers can name a questionnaire: SHA-256 of its canonical JSON, lower-case hexadecimal.
#[wasm_bindgen(js_name = questionnaireDigest)]
pub fn questionnaire_digest(questionnaire: &Ts<Questionnaire>) -> Result<String, JsValue> {
    survey::questionnaire_digest(&typed("questionnaire", questionnaire)?).map_err(thrown)
}

/// What is wrong with a questionnaire: names, skips that nobody can reach, scales, translations, scoring.
#[wasm_bindgen(js_name = lintQuestionnaire, unchecked_return_type = "Finding[]")]
pub fn lint_questionnaire(questionnaire: &Ts<Questionnaire>) -> Result<JsValue, JsValue> {
    give(&survey::lint_questionnaire(&typed("questionnaire", questionnaire)?))
}

/// What two questionnaires for two phases ask otherwise, so that the phases cannot be compared.
#[wasm_bindgen(js_name = lintPhases, unchecked_return_type = "Finding[]")]
pub fn lint_phases(first: &Ts<Questionnaire>, second: &Ts<Questionnaire>) -> Result<JsValue, JsValue> {
    give(&survey::lint_phases(&typed("first", first)?, &typed("second", second)?))
}

/// Findings about surveys in words, in their own order.
#[wasm_bindgen(js_name = saySurveyFindings, unchecked_return_type = "FindingRow[]")]
pub fn say_survey_findings(
    #[wasm_bindgen(unchecked_param_type = "Finding[]")] findings: &JsValue,
    language: &Ts<Language>,
) -> Result<JsValue, JsValue> {
    let findings: Vec<Finding> = take("findings", findings)?;
    give(&survey::say_survey_findings(&findings, typed("language", language)?))
}
