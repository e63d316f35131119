//! One file for a messenger: the plan with its editions, the journal, the list of its files.

use js_sys::{Reflect, Uint8Array};
use qoldau_core::bundle::BundleLimits;
use qoldau_core::facts::FactsLimits;
use qoldau_core::plan::Plan;
use qoldau_core::whole::{self, BundleContents, JournalForm, WrittenBundle};
use tsify::Ts;
use wasm_bindgen::prelude::*;

use qoldau_wasm_boundary::{bytes, give, take, take_or_default, thrown, typed, typed_or_default};

/// Reads a bundle: whole, with every part the one that was put in, or not at all. Its journal is given in the form that
/// is asked for, as all calls take one.
///
/// Throws `BND001` for a newer format, `BND002` for what is no bundle, `BND003` for one that is damaged, `BND004` beyond the
/// limits, `BND005` for one with a password, `BND006` where a part is missing or another, `BND007` where its plans do not
/// belong together, and what {@link readPlan} and {@link readJournal} throw.
#[wasm_bindgen(js_name = readBundle)]
pub fn read_bundle(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bundle: &JsValue,
    form: &Ts<JournalForm>,
    limits: Option<Ts<BundleLimits>>,
) -> Result<Ts<BundleContents>, JsValue> {
    let (bundle, form) = (bytes("bytes", bundle)?, typed("form", form)?);
    let limits = typed_or_default("limits", limits)?;
    let mut read = whole::read_bundle_file(&bundle, form, &limits).map_err(thrown)?;
    let journal = std::mem::take(&mut read.journal);
    Ok(Ts::new_unchecked(with_bytes(give(&read)?, "journal", &journal)?))
}

/// Makes a bundle of a plan's editions, in any order, and a journal in either form. `present` are the SHA-256 hashes of
/// the files of evidence that the sender has; photographs do not travel in it. Equal contents give equal bytes.
///
/// Throws `BND007` for plans of one edition or of another plan than the journal, `BND008` for what cannot be written, and what
/// {@link readJournal} throws.
#[wasm_bindgen(js_name = writeBundle)]
pub fn write_bundle(
    #[wasm_bindgen(unchecked_param_type = "readonly Plan[]")] plans: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "readonly string[] | null")] present: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "FactsLimits | null")] limits: &JsValue,
) -> Result<Ts<WrittenBundle>, JsValue> {
    let (plans, journal): (Vec<Plan>, Vec<u8>) = (take("plans", plans)?, bytes("journal", journal)?);
    let present: Vec<String> = take_or_default("present", present)?;
    let limits: FactsLimits = take_or_default("limits", limits)?;
    let mut written = whole::write_bundle_file(&plans, &journal, present, &limits).map_err(thrown)?;
    let bundle = std::mem::take(&mut written.bundle);
    Ok(Ts::new_unchecked(with_bytes(give(&written)?, "bundle", &bundle)?))
}

/// The value with bytes in the place of their text.
fn with_bytes(given: JsValue, field: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
    Reflect::set(&given, &field.into(), &Uint8Array::from(bytes))?;
    Ok(given)
}
