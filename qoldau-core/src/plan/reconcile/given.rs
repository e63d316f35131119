//! Whether the editions that are given are editions of one plan.

use std::collections::{BTreeMap, BTreeSet};

use super::rules::{EDITION_OF_ANOTHER_PLAN, EDITIONS_DIFFER};
use crate::finding::{Finding, Param, Place};
use crate::plan::{Plan, plan_digest};

/// What of the other editions is none: plans of another id (`AMD010`), which nothing is judged by; and editions of one number
/// whose contents differ (`AMD011`), of which the plan that is given first goes before the others.
#[must_use]
pub fn check_given_editions(plan: &Plan, others: &[Plan]) -> Vec<Finding> {
    let place = || Place::Plan { id: None, field: "editions".into() };
    let foreign: BTreeSet<_> = others.iter().map(|other| &other.id).filter(|id| **id != plan.id).collect();
    let foreign = foreign
        .into_iter()
        .map(|id| Finding::new(&EDITION_OF_ANOTHER_PLAN, place()).param(Param::id("plan", id)));
    let mut by_number: BTreeMap<u32, Vec<&Plan>> = BTreeMap::new();
    for edition in others.iter().filter(|other| other.id == plan.id).chain([plan]) {
        by_number.entry(edition.edition_number()).or_default().push(edition);
    }
    let differ = by_number.into_iter().filter(|(_, plans)| {
        // The digest takes longer than to see that a plan is given twice.
        plans.windows(2).any(|pair| matches!(pair, [a, b] if a != b && plan_digest(a) != plan_digest(b)))
    });
    let differ = differ.map(|(number, _)| {
        Finding::new(&EDITIONS_DIFFER, place()).param(Param::number("edition", &number.to_string()))
    });
    foreign.chain(differ).collect()
}
