//! What differs between two editions of one plan.

use super::mapping::Mapping;
use super::model::PlanDiff;
use super::rows;
use crate::plan::Plan;

/// What differs between two editions of one plan, part by part. Parts of one id are one.
#[must_use]
pub fn diff(old: &Plan, new: &Plan) -> PlanDiff {
    let mapping = Mapping::by_ids(old, new);
    let rows = rows::rows(old, new, &mapping);
    let latest = new.latest_edition();
    PlanDiff {
        plan: new.id.clone(),
        from_edition: old.edition_number(),
        to_edition: new.edition_number(),
        agreement: latest.and_then(|edition| edition.agreement.clone()),
        effective_from: latest.and_then(|edition| edition.effective_from),
        counts: rows::counts(&rows),
        rows,
    }
}
