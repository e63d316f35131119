//! Large tables, counted in one pass.

use qoldau_core::survey::count::{CountOptions, Totals};
use qoldau_core::survey::questionnaire::{Questionnaire, SurveyError};
use qoldau_core::whole::survey;
use qoldau_wasm_boundary::{bytes, give_typed, thrown, typed, typed_or_default};
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// Counts a CSV table of answers in one pass: every scale and rating by group and phase, subscales with their reliability, pairs by code. It does
/// not judge skips and constraints: questions with such are named in `notCounted`.
///
/// Throws `SRV005` and `SRV006` for what cannot be counted, `SRV008` for a phase that the questionnaire does not have, `SRV010` for a question to
/// follow that is not counted, `SVY001` for a level that is none.
#[wasm_bindgen(js_name = countAnswers)]
pub fn count_answers(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] answers: &JsValue,
    options: Option<Ts<CountOptions>>,
) -> Result<Ts<Totals>, JsValue> {
    let (questionnaire, answers) = (typed("questionnaire", questionnaire)?, bytes("bytes", answers)?);
    let options = typed_or_default("options", options)?;
    give_typed(&survey::count_answers(&questionnaire, &answers, &options).map_err(thrown)?)
}

/// Counts a CSV table of answers that comes in pieces, as {@link countAnswers} does the whole: of a file of any length a few mebibytes are
/// held. A piece may end anywhere, within a letter too.
///
/// ```js
/// const counter = new AnswerCounter(questionnaire);
/// for await (const piece of file.stream()) counter.push(piece);
/// const totals = counter.finish();
/// ```
#[wasm_bindgen]
#[derive(Debug)]
pub struct AnswerCounter {
    /// Nothing once it is ended.
    counter: Option<survey::AnswerCounter>,
}

#[wasm_bindgen]
impl AnswerCounter {
    /// A count of nothing yet.
    ///
    /// Throws `SRV008` for a phase that the questionnaire does not have, `SVY001` for a level that is none.
    #[wasm_bindgen(constructor)]
    pub fn new(
        questionnaire: &Ts<Questionnaire>,
        options: Option<Ts<CountOptions>>,
    ) -> Result<Self, JsValue> {
        let (questionnaire, options) =
            (typed("questionnaire", questionnaire)?, typed_or_default("options", options)?);
        Ok(Self { counter: Some(survey::AnswerCounter::new(questionnaire, options).map_err(thrown)?) })
    }

    /// Takes the next bytes, the header first.
    ///
    /// Throws what {@link countAnswers} throws, `SRV014` after the end; what was refused once is refused with every further call.
    pub fn push(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] piece: &JsValue,
    ) -> Result<(), JsValue> {
        let piece = bytes("piece", piece)?;
        let counter = self.counter.as_mut().ok_or_else(ended)?;
        counter.push(&piece).map_err(thrown)
    }

    /// Ends the table and says what the counts come to.
    ///
    /// Throws what {@link countAnswers} throws, `SRV014` where it was ended before.
    pub fn finish(&mut self) -> Result<Ts<Totals>, JsValue> {
        let counter = self.counter.take().ok_or_else(ended)?;
        give_typed(&counter.finish().map_err(thrown)?)
    }
}

fn ended() -> JsValue {
    thrown(SurveyError::Ended)
}
