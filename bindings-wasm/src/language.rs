//! Numbers, dates and the order of words in Kazakh, Russian and English.

use qoldau_core::language::{self, Language, collate};
use qoldau_core::plan::quantity_of;
use qoldau_core::value::{Amount, IsoDate};
use tsify::Ts;
use wasm_bindgen::prelude::*;

use qoldau_wasm_boundary::{give_typed, take, typed};

/// A date from its text, `2024-06-14`: how the branded type is made.
///
/// Throws `INP001` for what is no date.
#[wasm_bindgen(js_name = isoDate)]
pub fn iso_date(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Ts<IsoDate>, JsValue> {
    give_typed(&take::<IsoDate>("text", text)?)
}

/// An exact decimal from its text, `12.50`, in its one form, `12.5`: how the branded type is made.
///
/// Throws `INP001` for what is no decimal of at most 28 digits.
#[wasm_bindgen]
pub fn decimal(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Ts<Amount>, JsValue> {
    give_typed(&take::<Amount>("text", text)?)
}

/// An amount as people write it: `12 500,5` in Kazakh and Russian, `12,500.5` in English.
#[wasm_bindgen(js_name = formatAmount)]
pub fn format_amount(amount: &Ts<Amount>, language: &Ts<Language>) -> Result<String, JsValue> {
    Ok(language::format_amount(typed("amount", amount)?, typed("language", language)?))
}

/// A date as people write it.
#[wasm_bindgen(js_name = formatDate)]
pub fn format_date(date: &Ts<IsoDate>, language: &Ts<Language>) -> Result<String, JsValue> {
    Ok(language::format_date(typed("date", date)?, typed("language", language)?))
}

/// An amount with its unit in the form the number asks for: `5 фото`, `1 event`. `unit` is the code of a unit, or a word
/// of a text; one that names no unit is said as it stands.
#[wasm_bindgen]
pub fn quantity(
    amount: &Ts<Amount>,
    #[wasm_bindgen(unchecked_param_type = "string")] unit: &JsValue,
    language: &Ts<Language>,
) -> Result<String, JsValue> {
    let (amount, unit): (Amount, String) = (typed("amount", amount)?, take("unit", unit)?);
    Ok(quantity_of(amount, &unit, typed("language", language)?))
}

/// Which of two texts comes first by the alphabet of the language: -1, 0 or 1.
#[wasm_bindgen(js_name = compareText, unchecked_return_type = "-1 | 0 | 1")]
pub fn compare_text(
    #[wasm_bindgen(unchecked_param_type = "string")] left: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] right: &JsValue,
    language: &Ts<Language>,
) -> Result<i32, JsValue> {
    let (left, right): (String, String) = (take("left", left)?, take("right", right)?);
    Ok(match collate::compare(&left, &right, typed("language", language)?) {
        std::cmp::Ordering::Less => -1,
        std::cmp::Ordering::Equal => 0,
        std::cmp::Ordering::Greater => 1,
    })
}
