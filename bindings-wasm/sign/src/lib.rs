//! Signed heads for JavaScript: what a device vouches for, so that entries cut off at the end of its chain show. It is the module
//! `qoldau/sign` of the npm package, with a compiled file of its own, for a page that signs nothing needs none of it.
//!
//! The documentation of an export is what a user reads in `index.d.ts`.
#![expect(clippy::missing_errors_doc, reason = "it is read as JSDoc, where a call says what it throws")]

use qoldau_core::failure::Failure;
use qoldau_core::journal::{self, DeviceKey, SignedHead};
use qoldau_core::whole::{self, WrittenHead};
use qoldau_wasm_boundary::{bytes, give, give_typed, take, thrown};
use tsify::Ts;
use wasm_bindgen::prelude::*;
use zeroize::Zeroizing;

/// The public key that belongs to a secret one: 32 random bytes of `crypto.getRandomValues`, which the host keeps where the system
/// keeps keys. The module forgets the secret when the call ends.
///
/// Throws `INP001` for a secret of another length.
#[wasm_bindgen(js_name = deviceKey)]
pub fn device_key(
    #[wasm_bindgen(unchecked_param_type = "string")] device: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] secret: &JsValue,
) -> Result<Ts<DeviceKey>, JsValue> {
    let (device, secret): (String, _) = (take("device", device)?, secret_of(secret)?);
    give_typed(&journal::key_of(&device, &secret))
}

/// Signs the end of a device's chain with the device's secret key. Of the journal the header and the device's last entry, a line
/// each, are enough. Who keeps the head can show later whether entries up to it were dropped or altered. What of the journal cannot be read
/// is told in `findings`: where that was an entry of the device, the head vouches for those before it alone.
///
/// Throws `INP001` for a secret of another length, `JRN006` where the journal holds no entry of the device, `FCT001` to `FCT003` and
/// `JRN001` for what is no journal.
#[wasm_bindgen(js_name = signHead)]
pub fn sign_head(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] device: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] secret: &JsValue,
) -> Result<Ts<WrittenHead>, JsValue> {
    let (journal, device): (Vec<u8>, String) = (bytes("journal", journal)?, take("device", device)?);
    give_typed(&whole::sign_head_of(&journal, &device, &*secret_of(secret)?).map_err(thrown)?)
}

/// Holds signed heads against a journal and the keys that the host knows of its devices: `JRN108` to `JRN111` are findings for heads
/// that the device did not sign, for entries up to a head that are missing or others, and for devices whose key is not known. A head
/// proves nothing by a key that came along with it. One without a finding vouches for the entry of its number, which the `unvouched` of
/// `verifyJournal` may name.
///
/// Throws `FCT001` to `FCT003` and `JRN001` for what is no journal.
#[wasm_bindgen(js_name = verifyHeads, unchecked_return_type = "Finding[]")]
pub fn verify_heads(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "readonly SignedHead[]")] heads: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "readonly DeviceKey[]")] keys: &JsValue,
) -> Result<JsValue, JsValue> {
    let journal = bytes("journal", journal)?;
    let (heads, keys): (Vec<SignedHead>, Vec<DeviceKey>) = (take("heads", heads)?, take("keys", keys)?);
    give(&whole::verify_heads_of(&journal, &heads, &keys).map_err(thrown)?)
}

/// A secret key of 32 bytes, wiped when it is let go of.
fn secret_of(secret: &JsValue) -> Result<Zeroizing<[u8; 32]>, JsValue> {
    let given = Zeroizing::new(bytes("secret", secret)?);
    let mut key = Zeroizing::new([0; 32]);
    if given.len() != key.len() {
        let detail = "a secret key has 32 bytes";
        return Err(thrown(Failure::of_input(Some("/secret".to_owned()), detail)));
    }
    key.copy_from_slice(&given);
    Ok(key)
}
