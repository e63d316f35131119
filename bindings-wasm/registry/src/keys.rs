//! Pseudonyms and linkage keys.

use qoldau_core::people::duplicates::ListedPerson;
use qoldau_core::people::linkage::LinkageKey;
use qoldau_core::value::Id;
use qoldau_core::whole::registry::{self, HostKey};
use qoldau_wasm_boundary::{give, take, take_by_serde, thrown, typed};
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// The pseudonyms of people, in their order: from the ids of the registry to what stands for them outside of it (HMAC-SHA-256).
///
/// Throws `INP001` for a secret that is no hexadecimal digits, `PPE002`, `PPE003`.
#[wasm_bindgen(js_name = pseudonymsOf, unchecked_return_type = "PseudonymChange[]")]
pub fn pseudonyms_of(
    key: &Ts<HostKey>,
    #[wasm_bindgen(unchecked_param_type = "Id[]")] persons: &JsValue,
) -> Result<JsValue, JsValue> {
    let (key, persons): (HostKey, Vec<Id>) = (typed("key", key)?, take("persons", persons)?);
    give(&registry::pseudonyms_of(&key, &persons).map_err(thrown)?)
}

/// From the pseudonyms of an old key to those of a new one, for the people of a registry. After what was written is brought over, the old key and this table
/// are destroyed.
///
/// Throws `INP001` for a secret that is no hexadecimal digits, `PPE002`, `PPE003`.
#[wasm_bindgen(js_name = rotatePseudonyms, unchecked_return_type = "PseudonymChange[]")]
pub fn rotate_pseudonyms(
    old: &Ts<HostKey>,
    new: &Ts<HostKey>,
    #[wasm_bindgen(unchecked_param_type = "Id[]")] persons: &JsValue,
) -> Result<JsValue, JsValue> {
    let (old, new): (HostKey, HostKey) = (typed("old", old)?, typed("new", new)?);
    let persons: Vec<Id> = take("persons", persons)?;
    give(&registry::rotate_pseudonyms(&old, &new, &persons).map_err(thrown)?)
}

/// The linkage keys of rows, in their order: by them two organisations compare lists without showing names. They are personal data: whoever has the
/// secret can try names on them.
///
/// Throws `INP001` for a secret that is no hexadecimal digits, `PPE002`, `PPE003`.
#[wasm_bindgen(js_name = linkageKeys, unchecked_return_type = "LinkageKey[]")]
pub fn linkage_keys(
    #[wasm_bindgen(unchecked_param_type = "ListedPerson[]")] people: &JsValue,
    key: &Ts<HostKey>,
) -> Result<JsValue, JsValue> {
    let people: Vec<ListedPerson> = take("people", people)?;
    give(&registry::linkage_keys(&people, &typed("key", key)?).map_err(thrown)?)
}

/// Pairs of rows whose keys are alike from `least` on, 0 to 1, each row in one pair at most; 0.8 is a beginning.
///
/// Throws `INP001` at `/least` for what is no number from 0 to 1, `PPE004`.
#[wasm_bindgen(js_name = matchKeys, unchecked_return_type = "LinkedPair[]")]
pub fn match_keys(
    #[wasm_bindgen(unchecked_param_type = "LinkageKey[]")] ours: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "LinkageKey[]")] theirs: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] least: &JsValue,
) -> Result<JsValue, JsValue> {
    let ours: Vec<LinkageKey> = take_by_serde("ours", ours)?;
    let theirs: Vec<LinkageKey> = take_by_serde("theirs", theirs)?;
    give(&registry::match_keys(&ours, &theirs, take_by_serde("least", least)?).map_err(thrown)?)
}
