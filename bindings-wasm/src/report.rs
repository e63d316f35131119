//! What people read: the report, the evidence register, findings in words.

use qoldau_core::finding::Finding;
use qoldau_core::language::Language;
use qoldau_core::plan::Plan;
use qoldau_core::report::{self, IssuedNumber, Register, Report, ReportStyle};
use qoldau_core::value::IsoDate;
use qoldau_core::whole::{self, HoldOptions, RegisterForm, ReportForm};
use tsify::Ts;
use wasm_bindgen::prelude::*;

use qoldau_wasm_boundary::{bytes, give, give_typed, take, take_or_default, thrown, typed, typed_or_default};

/// Findings in words.
#[wasm_bindgen(js_name = sayFindings, unchecked_return_type = "FindingRow[]")]
pub fn say_findings(
    plan: &Ts<Plan>,
    #[wasm_bindgen(unchecked_param_type = "Finding[]")] findings: &JsValue,
    language: &Ts<Language>,
) -> Result<JsValue, JsValue> {
    let (plan, findings): (Plan, Vec<Finding>) = (typed("plan", plan)?, take("findings", findings)?);
    give(&report::say_findings(&plan, &findings, typed("language", language)?))
}

/// The report of a day, as a model to lay out.
///
/// Throws `FCT001` to `FCT003` when the journal cannot be read as a whole.
#[wasm_bindgen]
pub fn report(
    plan: &Ts<Plan>,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    #[wasm_bindgen(js_name = asOf)] as_of: &Ts<IsoDate>,
    language: &Ts<Language>,
    options: Option<Ts<HoldOptions>>,
) -> Result<Ts<Report>, JsValue> {
    let (plan, journal) = (typed("plan", plan)?, bytes("journal", journal)?);
    let (as_of, language) = (typed("asOf", as_of)?, typed("language", language)?);
    let options = typed_or_default("options", options)?;
    give_typed(&whole::report_journal(&plan, &journal, as_of, language, options).map_err(thrown)?)
}

/// The report of a day, ready to show, print or send. As HTML it is a whole page without scripts.
///
/// Throws `FCT001` to `FCT003` when the journal cannot be read as a whole.
#[wasm_bindgen(js_name = renderReport)]
pub fn render_report(
    plan: &Ts<Plan>,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    #[wasm_bindgen(js_name = asOf)] as_of: &Ts<IsoDate>,
    language: &Ts<Language>,
    form: &Ts<ReportForm>,
    options: Option<Ts<HoldOptions>>,
) -> Result<String, JsValue> {
    let (plan, journal) = (typed("plan", plan)?, bytes("journal", journal)?);
    let (as_of, language) = (typed("asOf", as_of)?, typed("language", language)?);
    let (form, options) = (typed("form", form)?, typed_or_default("options", options)?);
    whole::render_report(&plan, &journal, as_of, language, form, options).map_err(thrown)
}

/// The evidence register of a day, as a model. Numbers that earlier registers gave are kept when `issued` names them. What of the journal
/// could not be taken stands in its `findings`, and in every rendering.
///
/// Throws `FCT001` to `FCT003` when the journal cannot be read as a whole.
#[wasm_bindgen]
pub fn register(
    plan: &Ts<Plan>,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    #[wasm_bindgen(js_name = asOf)] as_of: &Ts<IsoDate>,
    language: &Ts<Language>,
    #[wasm_bindgen(unchecked_optional_param_type = "IssuedNumber[] | null")] issued: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "HoldOptions | null")] options: &JsValue,
) -> Result<Ts<Register>, JsValue> {
    let (plan, journal) = (typed("plan", plan)?, bytes("journal", journal)?);
    let (as_of, language) = (typed("asOf", as_of)?, typed("language", language)?);
    let issued: Vec<IssuedNumber> = take_or_default("issued", issued)?;
    let options: HoldOptions = take_or_default("options", options)?;
    give_typed(&whole::register_journal(&plan, &journal, as_of, language, &issued, &options).map_err(thrown)?)
}

/// The evidence register of a day, ready to print or to open in a spreadsheet.
///
/// Throws `FCT001` to `FCT003` when the journal cannot be read as a whole.
#[wasm_bindgen(js_name = renderRegister)]
pub fn render_register(
    plan: &Ts<Plan>,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    #[wasm_bindgen(js_name = asOf)] as_of: &Ts<IsoDate>,
    language: &Ts<Language>,
    form: &Ts<RegisterForm>,
    #[wasm_bindgen(unchecked_optional_param_type = "IssuedNumber[] | null")] issued: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "HoldOptions | null")] options: &JsValue,
) -> Result<String, JsValue> {
    let (plan, journal) = (typed("plan", plan)?, bytes("journal", journal)?);
    let (as_of, language) = (typed("asOf", as_of)?, typed("language", language)?);
    let form = typed("form", form)?;
    let issued: Vec<IssuedNumber> = take_or_default("issued", issued)?;
    let options: HoldOptions = take_or_default("options", options)?;
    whole::render_register(&plan, &journal, as_of, language, form, &issued, &options).map_err(thrown)
}

/// The one style of every page, and what a content security policy needs to allow it.
#[wasm_bindgen(js_name = reportStyle)]
pub fn report_style() -> Result<Ts<ReportStyle>, JsValue> {
    give_typed(&report::report_style())
}
