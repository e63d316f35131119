//! Statistics: how many to ask, who is who in two phases, and every method by one door.

use qoldau_core::survey::answers::PersonCode;
use qoldau_core::survey::stats::{CodeLinks, SampleSize};
use qoldau_core::value::Amount;
use qoldau_core::whole::survey;
use qoldau_wasm_boundary::{give, give_text, give_typed, json_of, take, take_or_default, thrown, typed};
use tsify::Ts;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// How many must answer, and be asked, for a share to be known within ± `margin`, both from 0 to 1: of a population without end, and of
/// those of known size. `designEffect` is by how much whole classes or villages, drawn together, vary more than people drawn one by one (1
/// when left out), `responseRate` the share of those asked who will answer (all when left out).
///
/// Throws `SVY001` for a level that is none, `SVY003` for a share or a response rate that is not from 0 to 1, `SVY004` for a margin, a
/// population, a design effect or a response rate that is not above 0, `SVY007` for a number that does not fit.
#[wasm_bindgen(js_name = sampleSize)]
pub fn sample_size(
    margin: &Ts<Amount>,
    share: &Ts<Amount>,
    level: &Ts<Amount>,
    #[wasm_bindgen(unchecked_optional_param_type = "number[] | null")] populations: &JsValue,
    #[wasm_bindgen(js_name = designEffect, unchecked_optional_param_type = "DecimalString | null")]
    design_effect: &JsValue,
    #[wasm_bindgen(js_name = responseRate, unchecked_optional_param_type = "DecimalString | null")]
    response_rate: &JsValue,
) -> Result<Ts<SampleSize>, JsValue> {
    let (margin, share) = (typed("margin", margin)?, typed("share", share)?);
    let (level, populations): (_, Vec<u32>) =
        (typed("level", level)?, take_or_default("populations", populations)?);
    let effect = take_or_default("designEffect", design_effect)?;
    let answering = take_or_default("responseRate", response_rate)?;
    give_typed(&survey::sample_size(margin, share, level, &populations, effect, answering).map_err(thrown)?)
}

/// How far a share of those who answered may be off, from 0: what {@link sampleSize} plans for, asked the other way round, for the number that
/// answered, or that can be asked at all. Of a `population` of known size nothing is uncertain once everybody answered.
///
/// Throws `SVY001` for a level that is none, `SVY002` for more answers than people, `SVY003` for a share that is not from 0 to 1, `SVY004` where
/// nobody answered, or for a design effect that is not above 0.
#[wasm_bindgen(js_name = sampleMargin)]
pub fn sample_margin(
    #[wasm_bindgen(unchecked_param_type = "number")] answered: &JsValue,
    share: &Ts<Amount>,
    level: &Ts<Amount>,
    #[wasm_bindgen(unchecked_optional_param_type = "number | null")] population: &JsValue,
    #[wasm_bindgen(js_name = designEffect, unchecked_optional_param_type = "DecimalString | null")]
    design_effect: &JsValue,
) -> Result<f64, JsValue> {
    let answered = take("answered", answered)?;
    let (share, level) = (typed("share", share)?, typed("level", level)?);
    let population = take_or_default("population", population)?;
    let effect = take_or_default("designEffect", design_effect)?;
    survey::sample_margin(answered, share, level, population, effect).map_err(thrown)
}

/// Pairs people of two phases by their self-made codes, as {@link comparePhases} does: spaces, case, and a letter of another script that slipped
/// in among the letters of a word are of no account. Rows are counted from 0.
///
/// Throws `SVY056` for more than two differences, or too many codes to compare.
#[wasm_bindgen(js_name = linkCodes)]
pub fn link_codes(
    #[wasm_bindgen(unchecked_param_type = "PersonCode[]")] first: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "PersonCode[]")] second: &JsValue,
    #[wasm_bindgen(js_name = mostDifferences, unchecked_optional_param_type = "number | null")]
    most_differences: &JsValue,
) -> Result<Ts<CodeLinks>, JsValue> {
    let (first, second): (Vec<PersonCode>, Vec<PersonCode>) =
        (take("first", first)?, take("second", second)?);
    let most: u32 = take_or_default("mostDifferences", most_differences)?;
    give_typed(&survey::link_codes(&first, &second, most).map_err(thrown)?)
}

/// Any statistic of surveys: intervals, tests, reliability, agreement, weights, suppression, response rates.
///
/// Throws `VEC001` to `VEC004` for a request that cannot be carried out, and what the statistic itself refuses (`SVY…`).
#[wasm_bindgen(unchecked_return_type = "StatisticAnswer")]
pub fn statistic(
    #[wasm_bindgen(unchecked_param_type = "StatisticRequest")] request: &JsValue,
) -> Result<JsValue, JsValue> {
    let request = json_of("request", request)?;
    Ok(give_text(&survey::statistic(request.as_bytes()).map_err(thrown)?))
}

/// The names of the methods of {@link statistic}, in the order of letters.
#[wasm_bindgen(js_name = statisticMethods, unchecked_return_type = "string[]")]
pub fn statistic_methods() -> Result<JsValue, JsValue> {
    give(&survey::statistic_methods())
}
