//! How the branded values of arguments are made without the base module.

use qoldau_core::value::{Amount, IsoDate};
use qoldau_wasm_boundary::{give_typed, take};
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// A date from its text, `2024-06-14`: how the branded type is made.
///
/// Throws `INP001` for what is no date.
#[wasm_bindgen(js_name = isoDate)]
pub fn iso_date(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Ts<IsoDate>, JsValue> {
    give_typed(&take::<IsoDate>("text", text)?)
}

/// An exact decimal from its text, `0.95`: how the branded type is made.
///
/// Throws `INP001` for what is no decimal of at most 28 digits.
#[wasm_bindgen]
pub fn decimal(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Ts<Amount>, JsValue> {
    give_typed(&take::<Amount>("text", text)?)
}
