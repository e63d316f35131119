//! A survey's figures as drafts of entries: `recordEntry` of the base module takes them into the journal, where they are sealed, reviewed and
//! assessed as every other fact.

use qoldau_core::survey::answers::Tally;
use qoldau_core::survey::focus::FocusGroup;
use qoldau_core::survey::observe::SurveyLine;
use qoldau_core::survey::questionnaire::Questionnaire;
use qoldau_core::value::Id;
use qoldau_core::whole::survey;
use qoldau_wasm_boundary::{give, take, take_or_default, thrown, typed, typed_or_default};
use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::scores::answered;
use qoldau_core::survey::score::ScoreOptions;

/// The satisfaction as a reading of its line: satisfied of those who count. A later one of the same line takes its place. Null where the
/// questionnaire declares none, or nobody counts: no answer is not a share of 0.
///
/// Throws `SVY001` for a level that is none.
#[wasm_bindgen(js_name = draftSatisfaction, unchecked_return_type = "Draft | null")]
pub fn draft_satisfaction(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
    line: &Ts<SurveyLine>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<JsValue, JsValue> {
    let (questionnaire, responses) = answered(questionnaire, responses)?;
    let (line, options) = (typed("line", line)?, typed_or_default("options", options)?);
    give(&survey::draft_satisfaction(&questionnaire, &responses, &options, &line).map_err(thrown)?)
}

/// The same of a tally of paper questionnaires.
///
/// Throws `SVY001` for a level that is none.
#[wasm_bindgen(js_name = draftTallySatisfaction, unchecked_return_type = "Draft | null")]
pub fn draft_tally_satisfaction(
    questionnaire: &Ts<Questionnaire>,
    tally: &Ts<Tally>,
    line: &Ts<SurveyLine>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<JsValue, JsValue> {
    let (questionnaire, tally) = (typed("questionnaire", questionnaire)?, typed("tally", tally)?);
    let (line, options) = (typed("line", line)?, typed_or_default("options", options)?);
    give(&survey::draft_tally_satisfaction(&questionnaire, &tally, &options, &line).map_err(thrown)?)
}

/// How many people answered a phase, as a reading of a line that counts them.
///
/// Throws `SRV008` for a phase that the questionnaire does not have.
#[wasm_bindgen(js_name = draftPeople, unchecked_return_type = "Draft | null")]
pub fn draft_people(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Id | null")] phase: &JsValue,
    line: &Ts<SurveyLine>,
) -> Result<JsValue, JsValue> {
    let (questionnaire, responses) = answered(questionnaire, responses)?;
    let (phase, line): (Option<Id>, _) = (take_or_default("phase", phase)?, typed("line", line)?);
    give(&survey::draft_people(&questionnaire, &responses, phase.as_ref(), &line).map_err(thrown)?)
}

/// A session of a focus group as an event that was held, its participants counted by heads. Minutes and list prove it as evidence of the
/// journal does; they are recorded there.
///
/// Throws `SRV007` where the draft cannot be written.
#[wasm_bindgen(js_name = draftFocusGroup, unchecked_return_type = "Draft | null")]
pub fn draft_focus_group(
    session: &Ts<FocusGroup>,
    entry: &Ts<Id>,
    activity: &Ts<Id>,
    #[wasm_bindgen(unchecked_param_type = "string")] author: &JsValue,
) -> Result<JsValue, JsValue> {
    let (session, entry) = (typed("session", session)?, typed("entry", entry)?);
    let (activity, author): (_, String) = (typed("activity", activity)?, take("author", author)?);
    give(&survey::draft_focus_group(&session, &entry, &activity, &author).map_err(thrown)?)
}
