//! How values cross into every module of the package: as JSON on both sides, so that a module holds one reader and one writer of each
//! type.

use std::collections::BTreeMap;

use js_sys::{Array, Uint8Array};
use qoldau_core::failure::{Decode, Failure, UNWRITABLE, from_json, from_json_by_serde};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tsify::{Ts, Tsify};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[wasm_bindgen]
extern "C" {
    /// The value of a JSON text.
    #[wasm_bindgen(js_namespace = JSON)]
    fn parse(text: &str) -> JsValue;
}

// `npm/loader/boundary.js`. What a caller's value throws, a getter or a proxy, never unwinds through the module: it would be broken
// afterwards.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = boundary)]
    fn json(name: &str, value: &JsValue) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, js_namespace = boundary, js_name = bytes)]
    fn array_of_bytes(name: &str, value: &JsValue) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = boundary)]
    fn lists(name: &str, value: &JsValue) -> Result<Array, JsValue>;
}

/// Why a call could not be carried out, as what the loader makes a `QoldauError` of.
#[must_use]
pub fn thrown(failure: impl Into<Failure>) -> JsValue {
    // A failure is texts only, which always can be written.
    JsValue::from_str(&serde_json::to_string(&failure.into()).unwrap_or_default())
}

/// An argument of the declared type.
///
/// # Errors
/// What is thrown: `INP001` with the path.
pub fn take<T: Decode>(name: &str, value: &JsValue) -> Result<T, JsValue> {
    let text = json_of(name, value)?;
    from_json(text.as_bytes()).map_err(|failure| misfit(name, failure))
}

/// An argument of a type that serde reads.
///
/// # Errors
/// What is thrown: `INP001` with the path.
pub fn take_by_serde<T: DeserializeOwned>(name: &str, value: &JsValue) -> Result<T, JsValue> {
    let text = json_of(name, value)?;
    from_json_by_serde(text.as_bytes()).map_err(|failure| misfit(name, failure))
}

/// An argument that may be missing or null.
///
/// # Errors
/// What is thrown: `INP001` with the path.
pub fn take_or_default<T: Decode + Default>(name: &str, value: &JsValue) -> Result<T, JsValue> {
    if value.is_null() || value.is_undefined() { Ok(T::default()) } else { take(name, value) }
}

/// An argument of a type that TypeScript knows.
///
/// # Errors
/// What is thrown: `INP001` with the path.
pub fn typed<T: Tsify + Decode>(name: &str, value: &Ts<T>) -> Result<T, JsValue>
where
    T::JsType: JsCast,
{
    take(name, &value.js_value())
}

/// An argument of a type that TypeScript knows, which may be missing or null.
///
/// # Errors
/// What is thrown: `INP001` with the path.
pub fn typed_or_default<T: Tsify + Decode + Default>(name: &str, value: Option<Ts<T>>) -> Result<T, JsValue>
where
    T::JsType: JsCast,
{
    value.map_or_else(|| Ok(T::default()), |value| typed(name, &value))
}

/// An argument of bytes.
///
/// # Errors
/// What is thrown: `INP001` with the path.
pub fn bytes(name: &str, value: &JsValue) -> Result<Vec<u8>, JsValue> {
    Ok(array_of_bytes(name, value)?.to_vec())
}

/// An argument of several runs of bytes.
///
/// # Errors
/// What is thrown: `INP001` with the path.
pub fn lists_of_bytes(name: &str, value: &JsValue) -> Result<Vec<Vec<u8>>, JsValue> {
    Ok(lists(name, value)?.iter().map(|item| item.unchecked_ref::<Uint8Array>().to_vec()).collect())
}

/// An answer.
///
/// # Errors
/// What is thrown: `OUT001` for an answer that is no JSON.
pub fn give<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let text = serde_json::to_string(value).map_err(|_| unwritable())?;
    Ok(parse(&text))
}

/// An answer of a type that TypeScript knows.
///
/// # Errors
/// What is thrown: `OUT001` for an answer that is no JSON.
pub fn give_typed<T: Serialize + Tsify>(value: &T) -> Result<Ts<T>, JsValue> {
    give(value).map(Ts::new_unchecked)
}

/// An answer that is JSON text already.
#[must_use]
pub fn give_text(json: &str) -> JsValue {
    parse(json)
}

/// The JSON text of an argument of any type.
///
/// # Errors
/// What is thrown: `INP001` with the path where it is missing, or holds what JSON does not know: `NaN`, a function, a `Map`.
pub fn json_of(name: &str, value: &JsValue) -> Result<String, JsValue> {
    json(name, value)
}

/// A failure of one argument: its name comes before the path within it.
#[must_use]
pub fn misfit(name: &str, failure: Failure) -> JsValue {
    let within = failure.path.as_deref().filter(|path| *path != "/").unwrap_or_default();
    let path = Some(format!("/{name}{within}"));
    thrown(Failure { path, detail: format!("{name}: {}", failure.detail), ..failure })
}

/// An answer that is no JSON: a body of an unknown kind in it is none.
fn unwritable() -> JsValue {
    let detail = "a body of an unknown kind in the value is not JSON".into();
    thrown(Failure { code: UNWRITABLE.into(), path: None, params: BTreeMap::new(), detail })
}
