//! Checking a plan, and holding it against the facts.

use qoldau_core::check::{self, CheckResult, Stage};
use qoldau_core::facts::{Acknowledgement, Entry};
use qoldau_core::finding::Finding;
use qoldau_core::plan::{Plan, Policy};
use qoldau_core::value::IsoDate;
use qoldau_core::whole::{self, Held, HoldOptions, JournalEvidence};
use tsify::Ts;
use wasm_bindgen::prelude::*;

use qoldau_wasm_boundary::{bytes, give_typed, take, take_or_default, thrown, typed, typed_or_default};

/// Checks a plan. A finding that asks a question offers its possible answers; once every line it touches has a reading,
/// or `acknowledged` takes note of it, it is in `folded`.
#[wasm_bindgen]
pub fn check(
    plan: &Ts<Plan>,
    stage: &Ts<Stage>,
    #[wasm_bindgen(unchecked_optional_param_type = "Policy | null")] policy: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Acknowledgement[] | null")] acknowledged: &JsValue,
) -> Result<Ts<CheckResult>, JsValue> {
    let (plan, stage) = (typed("plan", plan)?, typed("stage", stage)?);
    let policy: Policy = take_or_default("policy", policy)?;
    let acknowledged: Vec<Acknowledgement> = take_or_default("acknowledged", acknowledged)?;
    give_typed(&check::check(&plan, stage, &policy, &acknowledged))
}

/// Joins what reading the annex told with what checking its plan told, so that one cause is told once. The policy's severities
/// hold for the codes of the reading too.
#[wasm_bindgen(js_name = joinReading)]
pub fn join_reading(
    #[wasm_bindgen(unchecked_param_type = "Finding[]")] findings: &JsValue,
    checked: &Ts<CheckResult>,
    #[wasm_bindgen(unchecked_optional_param_type = "Policy | null")] policy: &JsValue,
) -> Result<Ts<CheckResult>, JsValue> {
    let findings: Vec<Finding> = take("findings", findings)?;
    let policy: Policy = take_or_default("policy", policy)?;
    give_typed(&check::join_reading(findings, typed("checked", checked)?, &policy))
}

/// Where every line of the plan stands at the end of a day by a journal, JSON lines or the compact form. Wrong lines of it
/// are findings.
///
/// Throws `FCT001` to `FCT003` when the journal cannot be read as a whole.
#[wasm_bindgen]
pub fn assess(
    plan: &Ts<Plan>,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    #[wasm_bindgen(js_name = asOf)] as_of: &Ts<IsoDate>,
    options: Option<Ts<HoldOptions>>,
) -> Result<Ts<Held>, JsValue> {
    let (plan, journal) = (typed("plan", plan)?, bytes("journal", journal)?);
    let (as_of, options) = (typed("asOf", as_of)?, typed_or_default("options", options)?);
    give_typed(&whole::assess_journal(&plan, &journal, as_of, options).map_err(thrown)?)
}

/// Where every line of the plan stands at the end of a day by entries that are held as values. A finding's line is the
/// entry's position, counted from 1. A journal as bytes is quicker: {@link assess}.
///
/// Throws `FCT002` for more entries than the limit.
#[wasm_bindgen(js_name = assessEntries)]
pub fn assess_entries(
    plan: &Ts<Plan>,
    #[wasm_bindgen(unchecked_param_type = "Entry[]")] entries: &JsValue,
    #[wasm_bindgen(js_name = asOf)] as_of: &Ts<IsoDate>,
    options: Option<Ts<HoldOptions>>,
) -> Result<Ts<Held>, JsValue> {
    let (plan, entries): (Plan, Vec<Entry>) = (typed("plan", plan)?, take("entries", entries)?);
    let (as_of, options) = (typed("asOf", as_of)?, typed_or_default("options", options)?);
    give_typed(&whole::assess_entries(&plan, entries, as_of, options).map_err(thrown)?)
}

/// For every line the evidence that was recorded for it until the end of a day, and how each item counts. What of the
/// journal could not be taken, and may have been evidence, is told in `findings`.
///
/// Throws `FCT001` to `FCT003` when the journal cannot be read as a whole.
#[wasm_bindgen(js_name = evidenceOf)]
pub fn evidence_of(
    plan: &Ts<Plan>,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    #[wasm_bindgen(js_name = asOf)] as_of: &Ts<IsoDate>,
) -> Result<Ts<JournalEvidence>, JsValue> {
    let (plan, journal) = (typed("plan", plan)?, bytes("journal", journal)?);
    give_typed(&whole::evidence_of_journal(&plan, &journal, typed("asOf", as_of)?).map_err(thrown)?)
}

/// The policy of the product: every threshold with its source. Change what differs and hand it back.
#[wasm_bindgen(js_name = defaultPolicy)]
pub fn default_policy() -> Result<Ts<Policy>, JsValue> {
    give_typed(&Policy::default())
}
