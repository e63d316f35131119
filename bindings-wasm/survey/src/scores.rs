//! What answers come to: figures, sentences, charts. A phase that is not named is the last one.

use qoldau_core::language::Language;
use qoldau_core::section::ReportSection;
use qoldau_core::survey::answers::{Response, Tally};
use qoldau_core::survey::questionnaire::Questionnaire;
use qoldau_core::survey::score::{Comparison, PhaseScores, ScoreOptions};
use qoldau_core::value::Id;
use qoldau_core::whole::survey;
use qoldau_wasm_boundary::{give, give_typed, take, take_or_default, thrown, typed, typed_or_default};
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// The questionnaire with the answers.
pub(crate) fn answered(
    questionnaire: &Ts<Questionnaire>,
    responses: &JsValue,
) -> Result<(Questionnaire, Vec<Response>), JsValue> {
    Ok((typed("questionnaire", questionnaire)?, take("responses", responses)?))
}

fn phase_of(phase: &JsValue) -> Result<Option<Id>, JsValue> {
    take_or_default("phase", phase)
}

/// What the answers of a phase come to: every question with how many answered and how many are missing and why, and the subscales. Figures of
/// fewer people than `smallest` are hidden.
///
/// Throws `SRV008` for a phase that the questionnaire does not have, `SVY001` for a level that is none.
#[wasm_bindgen(js_name = scorePhase)]
pub fn score_phase(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Id | null | undefined")] phase: &JsValue,
    options: Option<Ts<ScoreOptions>>,
) -> Result<Ts<PhaseScores>, JsValue> {
    let (questionnaire, responses) = answered(questionnaire, responses)?;
    let (phase, options) = (phase_of(phase)?, typed_or_default("options", options)?);
    give_typed(&survey::score_phase(&questionnaire, &responses, phase.as_ref(), &options).map_err(thrown)?)
}

/// The same as text.
///
/// Throws what {@link scorePhase} throws.
#[wasm_bindgen(js_name = sayPhase)]
pub fn say_phase(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Id | null")] phase: &JsValue,
    language: &Ts<Language>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<String, JsValue> {
    let (questionnaire, responses) = answered(questionnaire, responses)?;
    let (phase, language) = (phase_of(phase)?, typed("language", language)?);
    let options = typed_or_default("options", options)?;
    survey::say_phase(&questionnaire, &responses, phase.as_ref(), &options, language).map_err(thrown)
}

/// What a tally of paper questionnaires comes to. Scales need the answers of one person together and are not there.
///
/// Throws `SRV008` for a phase that the questionnaire does not have, `SVY001` for a level that is none.
#[wasm_bindgen(js_name = scoreTally)]
pub fn score_tally(
    questionnaire: &Ts<Questionnaire>,
    tally: &Ts<Tally>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<Ts<PhaseScores>, JsValue> {
    let (questionnaire, tally) = (typed("questionnaire", questionnaire)?, typed("tally", tally)?);
    let options = typed_or_default("options", options)?;
    give_typed(&survey::score_tally(&questionnaire, &tally, &options).map_err(thrown)?)
}

/// The same as text.
///
/// Throws what {@link scoreTally} throws.
#[wasm_bindgen(js_name = sayTally)]
pub fn say_tally(
    questionnaire: &Ts<Questionnaire>,
    tally: &Ts<Tally>,
    language: &Ts<Language>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<String, JsValue> {
    let (questionnaire, tally) = (typed("questionnaire", questionnaire)?, typed("tally", tally)?);
    let (language, options) = (typed("language", language)?, typed_or_default("options", options)?);
    survey::say_tally(&questionnaire, &tally, &options, language).map_err(thrown)
}

/// Two phases held against each other. Every change is second − first; it is reckoned of two independent groups, and beside them of pairs where
/// people left a code in both.
///
/// Throws `SRV008` for a phase that the questionnaire does not have, `SVY001` for a level that is none.
#[wasm_bindgen(js_name = comparePhases)]
pub fn compare_phases(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
    first: &Ts<Id>,
    second: &Ts<Id>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<Ts<Comparison>, JsValue> {
    let (questionnaire, responses) = answered(questionnaire, responses)?;
    let (first, second) = (typed("first", first)?, typed("second", second)?);
    let options = typed_or_default("options", options)?;
    give_typed(
        &survey::compare_phases(&questionnaire, &responses, &first, &second, &options).map_err(thrown)?,
    )
}

/// The same as text.
///
/// Throws what {@link comparePhases} throws.
#[wasm_bindgen(js_name = sayComparison)]
pub fn say_comparison(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
    first: &Ts<Id>,
    second: &Ts<Id>,
    language: &Ts<Language>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<String, JsValue> {
    let (questionnaire, responses) = answered(questionnaire, responses)?;
    let (first, second) = (typed("first", first)?, typed("second", second)?);
    let (language, options) = (typed("language", language)?, typed_or_default("options", options)?);
    survey::say_comparison(&questionnaire, &responses, &first, &second, &options, language).map_err(thrown)
}

/// Whether the promised satisfaction is met, and how surely; null where the questionnaire declares none.
///
/// Throws `SVY001` for a level that is none.
#[wasm_bindgen(unchecked_return_type = "SatisfactionScore | null")]
pub fn satisfaction(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
    options: Option<Ts<ScoreOptions>>,
) -> Result<JsValue, JsValue> {
    let (questionnaire, responses) = answered(questionnaire, responses)?;
    let options = typed_or_default("options", options)?;
    give(&survey::satisfaction(&questionnaire, &responses, &options).map_err(thrown)?)
}

/// The same as text: what "satisfied" means, the figure, the verdict, the bounds with those who did not answer.
///
/// Throws what {@link satisfaction} throws.
#[wasm_bindgen(js_name = saySatisfaction, unchecked_return_type = "string | null")]
pub fn say_satisfaction(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
    language: &Ts<Language>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<JsValue, JsValue> {
    let (questionnaire, responses) = answered(questionnaire, responses)?;
    let (language, options) = (typed("language", language)?, typed_or_default("options", options)?);
    give(&survey::say_satisfaction(&questionnaire, &responses, &options, language).map_err(thrown)?)
}

/// The satisfaction of a tally of paper questionnaires; null where it cannot be counted by hand.
///
/// Throws `SVY001` for a level that is none.
#[wasm_bindgen(js_name = tallySatisfaction, unchecked_return_type = "SatisfactionScore | null")]
pub fn tally_satisfaction(
    questionnaire: &Ts<Questionnaire>,
    tally: &Ts<Tally>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<JsValue, JsValue> {
    let (questionnaire, tally) = (typed("questionnaire", questionnaire)?, typed("tally", tally)?);
    let options = typed_or_default("options", options)?;
    give(&survey::tally_satisfaction(&questionnaire, &tally, &options).map_err(thrown)?)
}

/// The same as text.
///
/// Throws what {@link tallySatisfaction} throws.
#[wasm_bindgen(js_name = sayTallySatisfaction, unchecked_return_type = "string | null")]
pub fn say_tally_satisfaction(
    questionnaire: &Ts<Questionnaire>,
    tally: &Ts<Tally>,
    language: &Ts<Language>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<JsValue, JsValue> {
    let (questionnaire, tally) = (typed("questionnaire", questionnaire)?, typed("tally", tally)?);
    let (language, options) = (typed("language", language)?, typed_or_default("options", options)?);
    give(&survey::say_tally_satisfaction(&questionnaire, &tally, &options, language).map_err(thrown)?)
}

/// The scale questions of a phase that share one list of steps, as diverging stacked bars: inline SVG, readable in grey print and by a screen
/// reader. Null where none of them can be shown.
///
/// Throws what {@link scorePhase} throws, and `SRV009` for a list that the questionnaire does not have.
#[wasm_bindgen(js_name = stackedBars, unchecked_return_type = "string | null")]
pub fn stacked_bars(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Id | null")] phase: &JsValue,
    list: &Ts<Id>,
    language: &Ts<Language>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<JsValue, JsValue> {
    let (questionnaire, responses) = answered(questionnaire, responses)?;
    let (phase, list): (_, Id) = (phase_of(phase)?, typed("list", list)?);
    let (language, options) = (typed("language", language)?, typed_or_default("options", options)?);
    let chart = survey::stacked_bars(&questionnaire, &responses, phase.as_ref(), &list, &options, language);
    give(&chart.map_err(thrown)?)
}

/// The same of a tally.
///
/// Throws what {@link scoreTally} throws, and `SRV009` for a list that the questionnaire does not have.
#[wasm_bindgen(js_name = tallyBars, unchecked_return_type = "string | null")]
pub fn tally_bars(
    questionnaire: &Ts<Questionnaire>,
    tally: &Ts<Tally>,
    list: &Ts<Id>,
    language: &Ts<Language>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<JsValue, JsValue> {
    let (questionnaire, tally) = (typed("questionnaire", questionnaire)?, typed("tally", tally)?);
    let (list, language): (Id, _) = (typed("list", list)?, typed("language", language)?);
    let options = typed_or_default("options", options)?;
    give(&survey::tally_bars(&questionnaire, &tally, &list, &options, language).map_err(thrown)?)
}

/// The changes of the subscales between two phases, before and after on one line each with the interval of the change: inline SVG. Null where
/// none can be shown.
///
/// Throws what {@link comparePhases} throws.
#[wasm_bindgen(unchecked_return_type = "string | null")]
pub fn dumbbells(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
    first: &Ts<Id>,
    second: &Ts<Id>,
    language: &Ts<Language>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<JsValue, JsValue> {
    let (questionnaire, responses) = answered(questionnaire, responses)?;
    let (first, second) = (typed("first", first)?, typed("second", second)?);
    let (language, options) = (typed("language", language)?, typed_or_default("options", options)?);
    let chart = survey::dumbbells(&questionnaire, &responses, &first, &second, &options, language);
    give(&chart.map_err(thrown)?)
}

/// A survey as a section of the report, said in its language: the first phase against the last where both have answers, else the phase that
/// has; with the satisfaction where the questionnaire declares one. The reports of `qoldau` take it in `options.sections`.
///
/// Throws what {@link scorePhase} throws.
#[wasm_bindgen(js_name = surveySection)]
pub fn survey_section(
    questionnaire: &Ts<Questionnaire>,
    #[wasm_bindgen(unchecked_param_type = "Response[]")] responses: &JsValue,
    language: &Ts<Language>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<Ts<ReportSection>, JsValue> {
    let (questionnaire, responses) = answered(questionnaire, responses)?;
    let (language, options) = (typed("language", language)?, typed_or_default("options", options)?);
    give_typed(&survey::survey_section(&questionnaire, &responses, &options, language).map_err(thrown)?)
}

/// The same of a tally of paper questionnaires.
///
/// Throws what {@link scoreTally} throws.
#[wasm_bindgen(js_name = tallySection)]
pub fn tally_section(
    questionnaire: &Ts<Questionnaire>,
    tally: &Ts<Tally>,
    language: &Ts<Language>,
    options: Option<Ts<ScoreOptions>>,
) -> Result<Ts<ReportSection>, JsValue> {
    let (questionnaire, tally) = (typed("questionnaire", questionnaire)?, typed("tally", tally)?);
    let (language, options) = (typed("language", language)?, typed_or_default("options", options)?);
    give_typed(&survey::tally_section(&questionnaire, &tally, &options, language).map_err(thrown)?)
}
