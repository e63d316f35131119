//! What a cell says of a person: numbers, telephones, dates of birth.

use qoldau_core::people::identity::Birth;
use qoldau_core::value::IsoDate;
use qoldau_core::whole::people::{self, BinRead, IinRead};
use qoldau_wasm_boundary::{give, give_typed, take, typed};
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

/// Reads an individual identification number: twelve digits, spaces and hyphens between them allowed. "Plausible" is the most that can be
/// said of one, and what its digits encode is a hint.
#[wasm_bindgen(js_name = readIin)]
pub fn read_iin(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Ts<IinRead>, JsValue> {
    give_typed(&people::read_iin(&take::<String>("text", text)?))
}

/// Reads a business identification number.
#[wasm_bindgen(js_name = readBin)]
pub fn read_bin(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Ts<BinRead>, JsValue> {
    give_typed(&people::read_bin(&take::<String>("text", text)?))
}

/// The telephone numbers of a cell, at most four, in the order they stand. A number that lacks or has too many digits is not repaired: it is no
/// number.
#[wasm_bindgen(js_name = readPhones, unchecked_return_type = "PhoneRead[]")]
pub fn read_phones(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<JsValue, JsValue> {
    give(&people::read_phones(&take::<String>("text", text)?))
}

/// Reads a birth date in the forms that lists hold. `latest` is the last year that two digits can mean: 08 is 2008 and 95 is 1995 where it is
/// 2024. Null where the text is no date of the years 1900 to `latest`.
#[wasm_bindgen(js_name = readBirth, unchecked_return_type = "Birth | null")]
pub fn read_birth(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] latest: &JsValue,
) -> Result<JsValue, JsValue> {
    let (text, latest): (String, i32) = (take("text", text)?, take("latest", latest)?);
    give(&people::read_birth(&text, latest))
}

/// Completed years of life on a day, between bounds that are the same where the birthday is known; null before birth.
#[wasm_bindgen(js_name = ageOn, unchecked_return_type = "AgeBounds | null")]
pub fn age_on(birth: &Ts<Birth>, day: &Ts<IsoDate>) -> Result<JsValue, JsValue> {
    give(&people::age_on(typed("birth", birth)?, typed("day", day)?))
}
