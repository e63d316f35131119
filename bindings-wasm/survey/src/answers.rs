//! Answers: one by one as they come in, in bulk from the exports of other tools, and counted by hand from paper.

use qoldau_core::survey::answers::{Response, ResponseState, Tally};
use qoldau_core::survey::focus::FocusGroup;
use qoldau_core::survey::import::{ImportOptions, Imported};
use qoldau_core::survey::questionnaire::Questionnaire;
use qoldau_core::whole::survey;
use qoldau_wasm_boundary::{bytes, give, give_typed, take, thrown, typed, typed_or_default};
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// Where every question of the form stands with the answers of one person: whether it is asked and must be answered, what became of its
/// answer, what is wrong.
#[wasm_bindgen(js_name = responseState)]
pub fn response_state(
    questionnaire: &Ts<Questionnaire>,
    response: &Ts<Response>,
) -> Result<Ts<ResponseState>, JsValue> {
    let questionnaire = typed("questionnaire", questionnaire)?;
    give_typed(&survey::response_state(&questionnaire, &typed("response", response)?))
}

/// What is wrong with many records, each finding at its row, counted from 1 in the order given. Of more than 1,000 findings of one
/// rule the rest are counted.
#[wasm_bindgen(js_name = checkResponses, unchecked_return_type = "Finding[]")]
pub fn check_responses(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
) -> Result<JsValue, JsValue> {
    let (questionnaire, responses): (_, Vec<Response>) =
        (typed("questionnaire", questionnaire)?, take("responses", responses)?);
    give(&survey::check_responses(&questionnaire, &responses))
}

/// Reads answers in the product's own form, `qoldau-answers/1.0`.
///
/// Throws `SRV001` to `SRV004`.
#[wasm_bindgen(js_name = readResponses, unchecked_return_type = "Response[]")]
pub fn read_responses(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] json: &JsValue,
) -> Result<JsValue, JsValue> {
    give(&survey::read_responses(&bytes("bytes", json)?).map_err(thrown)?)
}

/// Writes answers in the product's own form, indented by two spaces.
#[wasm_bindgen(js_name = writeResponses)]
pub fn write_responses(
    #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
) -> Result<String, JsValue> {
    survey::write_responses(&take::<Vec<Response>>("responses", responses)?).map_err(thrown)
}

/// Imports answers: a CSV table, the JSON of `KoboToolbox` and ODK, or the product's own form, which is told by the bytes. Every row becomes
/// a record or has a finding that says why not; the findings are those of reading and of the answers.
///
/// Throws `SRV001` and `SRV003` to `SRV006` for what cannot be read, `SRV008` for a phase that the questionnaire does not have.
#[wasm_bindgen(js_name = importAnswers)]
pub fn import_answers(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] answers: &JsValue,
    options: Option<Ts<ImportOptions>>,
) -> Result<Ts<Imported>, JsValue> {
    let (questionnaire, answers) = (typed("questionnaire", questionnaire)?, bytes("bytes", answers)?);
    let options = typed_or_default("options", options)?;
    give_typed(&survey::import_answers(&questionnaire, &answers, &options).map_err(thrown)?)
}

/// Reads a tally of paper questionnaires from its JSON, `qoldau-tally/1.0`.
///
/// Throws `SRV001` to `SRV005`.
#[wasm_bindgen(js_name = readTally)]
pub fn read_tally(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] json: &JsValue,
) -> Result<Ts<Tally>, JsValue> {
    give_typed(&survey::read_tally(&bytes("bytes", json)?).map_err(thrown)?)
}

/// What is wrong with a tally: what the questionnaire does not have, and sums that cannot be.
#[wasm_bindgen(js_name = checkTally, unchecked_return_type = "Finding[]")]
pub fn check_tally(questionnaire: &Ts<Questionnaire>, tally: &Ts<Tally>) -> Result<JsValue, JsValue> {
    give(&survey::check_tally(&typed("questionnaire", questionnaire)?, &typed("tally", tally)?))
}

/// What a session of a focus group lacks, in one finding; none where it is whole.
#[wasm_bindgen(js_name = checkFocusGroup, unchecked_return_type = "Finding[]")]
pub fn check_focus_group(session: &Ts<FocusGroup>) -> Result<JsValue, JsValue> {
    give(&survey::check_focus_group(&typed("session", session)?))
}
