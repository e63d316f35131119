//! A questionnaire kept ready on the module's side.

use qoldau_core::survey::answers::{Response, ResponseCheck, ResponseState};
use qoldau_core::survey::import::ImportOptions;
use qoldau_core::survey::questionnaire::Questionnaire;
use qoldau_core::whole::survey::{self, CheckedAnswers};
use qoldau_wasm_boundary::{bytes, give, give_typed, json_of, misfit, thrown, typed, typed_or_default};
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// A questionnaire kept ready for many answers: it crosses and is read once, and answers that were met before are not read again. What it says
/// is what {@link responseState}, {@link checkResponses} and {@link importAnswers} say.
///
/// It remembers at most 128 answers to each question, and nothing that people wrote in words of their own. It is let go of with the last
/// reference to it, or at once by `free()`. After a failure of the module (`INT001`) its calls throw `INT002`: make it anew.
#[wasm_bindgen]
#[derive(Debug)]
pub struct SurveyForm {
    form: survey::SurveyForm,
}

#[wasm_bindgen]
impl SurveyForm {
    /// Makes a questionnaire ready.
    ///
    /// Throws `INP001` for what is no questionnaire.
    #[wasm_bindgen(constructor)]
    pub fn new(questionnaire: &Ts<Questionnaire>) -> Result<Self, JsValue> {
        let questionnaire: Questionnaire = typed("questionnaire", questionnaire)?;
        Ok(Self { form: survey::SurveyForm::new(questionnaire) })
    }

    /// Where every question stands with the answers of one person: whether it is asked and must be answered, what became of its
    /// answer, what is wrong.
    pub fn state(&mut self, response: &Ts<Response>) -> Result<Ts<ResponseState>, JsValue> {
        let json = json_of("response", &response.js_value())?;
        give_typed(&self.form.state(&json).map_err(|failure| misfit("response", failure))?)
    }

    /// What is wrong with the answers of one person, and whether they can be handed in: what {@link SurveyForm.state} finds, without where every
    /// question stands.
    pub fn check(&mut self, response: &Ts<Response>) -> Result<Ts<ResponseCheck>, JsValue> {
        let json = json_of("response", &response.js_value())?;
        give_typed(&self.form.check(&json).map_err(|failure| misfit("response", failure))?)
    }

    /// What is wrong with many records, each finding at its row, counted from 1 in the order given. Of more than 1,000 findings of one
    /// rule the rest are counted.
    #[wasm_bindgen(js_name = checkAll, unchecked_return_type = "Finding[]")]
    pub fn check_all(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let json = json_of("responses", responses)?;
        give(&self.form.check_all(&json).map_err(|failure| misfit("responses", failure))?)
    }

    /// What is wrong with the answers of a file of any form that {@link importAnswers} takes, without the records. The product's own form is the
    /// quickest.
    ///
    /// Throws what {@link importAnswers} throws.
    #[wasm_bindgen(js_name = checkAnswers)]
    pub fn check_answers(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] answers: &JsValue,
        options: Option<Ts<ImportOptions>>,
    ) -> Result<Ts<CheckedAnswers>, JsValue> {
        let (answers, options) = (bytes("bytes", answers)?, typed_or_default("options", options)?);
        give_typed(&self.form.check_answers(&answers, &options).map_err(thrown)?)
    }
}
