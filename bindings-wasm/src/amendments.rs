//! Supplementary agreements: what a new annex changes, the next edition, what differs between two.

use qoldau_core::language::Language;
use qoldau_core::plan::Plan;
use qoldau_core::plan::reconcile::{self, Amended, Amendment, PlanDiff, Reconciliation};
use tsify::Ts;
use wasm_bindgen::prelude::*;

use qoldau_wasm_boundary::{give_typed, thrown, typed};

/// Says which part of a plan each part of a new annex is, as far as that can be said, and what would change. `amended`
/// is the new annex as it was read. What is `unsure` waits for an answer, given with the amendment.
#[wasm_bindgen(js_name = reconcilePlans)]
pub fn reconcile_plans(
    plan: &Ts<Plan>,
    amended: &Ts<Plan>,
    amendment: &Ts<Amendment>,
) -> Result<Ts<Reconciliation>, JsValue> {
    let (plan, amended) = (typed("plan", plan)?, typed("amended", amended)?);
    let amendment: Amendment = typed("amendment", amendment)?;
    give_typed(&reconcile::reconcile(&plan, &amended, &amendment))
}

/// What {@link reconcilePlans} says, as text.
#[wasm_bindgen(js_name = renderReconciliation)]
pub fn render_reconciliation(
    plan: &Ts<Plan>,
    amended: &Ts<Plan>,
    amendment: &Ts<Amendment>,
    language: &Ts<Language>,
) -> Result<String, JsValue> {
    let (plan, amended) = (typed("plan", plan)?, typed("amended", amended)?);
    let (amendment, language) = (typed("amendment", amendment)?, typed("language", language)?);
    Ok(reconcile::render_reconciliation(&reconcile::reconcile(&plan, &amended, &amendment), language))
}

/// Makes a new annex the next edition of a plan: what stayed keeps its ids, what is new gets ids that were never given,
/// what is gone stands in `withdrawn`.
///
/// Throws `AMD020` while anything is unsure, `AMD021` to `AMD026`.
#[wasm_bindgen(js_name = amendPlan)]
pub fn amend_plan(
    plan: &Ts<Plan>,
    amended: &Ts<Plan>,
    amendment: &Ts<Amendment>,
) -> Result<Ts<Amended>, JsValue> {
    let (plan, amended) = (typed("plan", plan)?, typed("amended", amended)?);
    let amendment: Amendment = typed("amendment", amendment)?;
    give_typed(&reconcile::amend(&plan, &amended, &amendment).map_err(thrown)?)
}

/// What differs between an edition of a plan and a later one, by ids.
#[wasm_bindgen(js_name = diffPlans)]
pub fn diff_plans(older: &Ts<Plan>, newer: &Ts<Plan>) -> Result<Ts<PlanDiff>, JsValue> {
    let (older, newer) = (typed("older", older)?, typed("newer", newer)?);
    give_typed(&reconcile::diff(&older, &newer))
}

/// What {@link diffPlans} says, as text.
#[wasm_bindgen(js_name = renderPlanDiff)]
pub fn render_plan_diff(
    older: &Ts<Plan>,
    newer: &Ts<Plan>,
    language: &Ts<Language>,
) -> Result<String, JsValue> {
    let (older, newer) = (typed("older", older)?, typed("newer", newer)?);
    Ok(reconcile::render_diff(&reconcile::diff(&older, &newer), typed("language", language)?))
}
