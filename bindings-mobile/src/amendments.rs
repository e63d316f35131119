//! Supplementary agreements.

use qoldau_core::language::Language;
use qoldau_core::plan::Plan;
use qoldau_core::plan::reconcile::{self, Amended, Amendment, PlanDiff, Reconciliation};

use crate::QoldauError;

/// Says which part of a plan each part of a new annex is, as far as that can be said, and what would change. `amended` is
/// the new annex as it was read. What is unsure waits for an answer, given with the amendment.
#[uniffi::export]
pub fn reconcile_plans(
    plan: &Plan,
    amended: &Plan,
    amendment: Amendment,
) -> Result<Reconciliation, QoldauError> {
    Ok(reconcile::reconcile(plan, amended, &amendment))
}

/// What `reconcile_plans` says, as text.
#[uniffi::export]
pub fn render_reconciliation(
    plan: &Plan,
    amended: &Plan,
    amendment: Amendment,
    language: Language,
) -> Result<String, QoldauError> {
    Ok(reconcile::render_reconciliation(&reconcile::reconcile(plan, amended, &amendment), language))
}

/// Makes a new annex the next edition of a plan: what stayed keeps its ids, what is new gets ids that were never given,
/// what is gone is remembered. Errors: `AMD020` while anything is unsure, `AMD021` to `AMD026`.
#[uniffi::export]
pub fn amend_plan(plan: &Plan, amended: &Plan, amendment: Amendment) -> Result<Amended, QoldauError> {
    Ok(reconcile::amend(plan, amended, &amendment)?)
}

/// What differs between an edition of a plan and a later one, by ids.
#[uniffi::export]
pub fn diff_plans(older: &Plan, newer: &Plan) -> Result<PlanDiff, QoldauError> {
    Ok(reconcile::diff(older, newer))
}

/// What `diff_plans` says, as text.
#[uniffi::export]
pub fn render_plan_diff(older: &Plan, newer: &Plan, language: Language) -> Result<String, QoldauError> {
    Ok(reconcile::render_diff(&reconcile::diff(older, newer), language))
}
