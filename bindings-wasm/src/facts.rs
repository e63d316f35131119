//! The journal: reading it and writing an entry.

use qoldau_core::facts::{Entry, FactsLimits, FactsRead};
use qoldau_core::whole;
use tsify::Ts;
use wasm_bindgen::prelude::*;

use qoldau_wasm_boundary::{bytes, give_typed, take, thrown, typed_or_default};

/// Reads a journal: JSON lines (UTF-8 text of one JSON object a line, first a header, then entries) or the compact form. A line that cannot be taken is a
/// finding, and the others still count. To assess a journal hand its bytes to {@link assess}, which is quicker.
///
/// Throws `FCT001` for a newer format, `FCT002` for more entries than the limit, `FCT003` for what is no journal.
#[wasm_bindgen(js_name = readFacts)]
pub fn read_facts(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    limits: Option<Ts<FactsLimits>>,
) -> Result<Ts<FactsRead>, JsValue> {
    let (journal, limits) = (bytes("bytes", journal)?, typed_or_default("limits", limits)?);
    give_typed(&whole::facts_of(&journal, &limits).map_err(thrown)?)
}

/// Writes an entry as one line of canonical JSON (RFC 8785), without the line's end. Equal entries give equal lines,
/// and a sealed one that was read gives the body that its seal binds.
#[wasm_bindgen(js_name = writeEntry)]
pub fn write_entry(
    #[wasm_bindgen(unchecked_param_type = "Entry")] entry: &JsValue,
) -> Result<String, JsValue> {
    whole::write_entry(&take::<Entry>("entry", entry)?).map_err(thrown)
}
