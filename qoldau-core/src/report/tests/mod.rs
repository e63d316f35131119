//! Renderings of a small project on one day, held as files that a coordinator can read.

use super::*;
use crate::assess::{Assessment, assess};
use crate::check::{Stage, check};
use crate::facts::{FactsLimits, Observations, observe, read_facts};
use crate::language::Language;
use crate::plan::{Plan, Policy, read_plan};
use crate::review::ReviewSummary;

mod hostile;
mod html;
mod model;
mod register;
mod reviewed;
mod section;
mod tags;
mod texts;

/// A small plan with one line of most sorts.
pub(super) fn plan() -> Plan {
    read_plan(include_str!("plan.json").as_bytes()).unwrap()
}

/// Three months of its facts.
pub(super) fn observations() -> Observations {
    let read = read_facts(include_str!("facts.jsonl").as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(read.findings, []);
    observe(read.entries)
}

/// Where its lines stand on 15 August 2024.
pub(super) fn assessment(plan: &Plan, observations: &Observations) -> Assessment {
    assess(plan, observations, "2024-08-15".parse().unwrap(), &Policy::default(), None)
}

/// The report of that day.
pub(super) fn report(language: Language) -> Report {
    let (plan, observations) = (plan(), observations());
    let checked = check(&plan, Stage::Signed, &Policy::default(), &[]);
    let assessment = assessment(&plan, &observations);
    build(
        &plan,
        &assessment,
        &checked.findings,
        &checked.folded,
        &ReviewSummary::default(),
        &observations,
        language,
    )
}
