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

/// How many must answer for a share to be known within ± `margin`, both from 0 to 1: of a population without end, and of those of known
/// size.
///
/// Throws `SVY001` for a level that is none, `SVY003` for a share that is not from 0 to 1, `SVY004` for a margin or a population that is not
/// above 0.
#[wasm_bindgen(js_name = sampleSize)]
pub fn sample_size(
    margin: &Ts<Amount>,
    share: &Ts<Amount>,
    level: &Ts<Amount>,
    #[wasm_bindgen(unchecked_optional_param_type = "number[] | null")] populations: &JsValue,
) -> Result<Ts<SampleSize>, JsValue> {
    let (margin, share) = (typed("margin", margin)?, typed("share", share)?);
    let (level, populations): (_, Vec<u32>) =
        (typed("level", level)?, take_or_default("populations", populations)?);
    give_typed(&survey::sample_size(margin, share, level, &populations).map_err(thrown)?)
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
