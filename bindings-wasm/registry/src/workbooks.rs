//! Lists of people in workbooks.

use qoldau_core::people::import::{SheetColumns, WorkbookPeople};
use qoldau_core::whole::people;
use qoldau_wasm_boundary::{bytes, give, give_typed, take_or_default, thrown};
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// Guesses where on the sheets of a workbook (.xlsx) people stand, and which column holds what.
///
/// Throws `WBK001` to `WBK011` for bytes that are no workbook, or one that is damaged, protected or too large.
#[wasm_bindgen(js_name = guessWorkbook, unchecked_return_type = "SheetGuess[]")]
pub fn guess_workbook(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] workbook: &JsValue,
) -> Result<JsValue, JsValue> {
    give(&people::guess_workbook(&bytes("bytes", workbook)?).map_err(thrown)?)
}

/// Reads the lists of people of a workbook (.xlsx), sheet by sheet. A sheet of which nothing is said is taken for what is guessed; one that is given
/// without columns is not read. Nothing is dropped: what is hidden is read, a cell that cannot be read is kept as it stands, and each has a finding.
///
/// Throws `WBK001` to `WBK011` for bytes that are no workbook, or one that is damaged, protected or too large.
#[wasm_bindgen(js_name = importWorkbook)]
pub fn import_workbook(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] workbook: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "SheetColumns[] | null")] sheets: &JsValue,
) -> Result<Ts<WorkbookPeople>, JsValue> {
    let workbook = bytes("bytes", workbook)?;
    let sheets: Vec<SheetColumns> = take_or_default("sheets", sheets)?;
    give_typed(&people::import_workbook(&workbook, &sheets).map_err(thrown)?)
}
