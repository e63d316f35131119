//! Checking a plan.

use qoldau_core::check::{self, CheckResult, Stage};
use qoldau_core::facts::Acknowledgement;
use qoldau_core::finding::Finding;
use qoldau_core::language::Language;
use qoldau_core::plan::{Plan, Policy};
use qoldau_core::report::{self, FindingRow};

use crate::QoldauError;

/// Checks a plan: everything that needs a decision, a file or a supplementary agreement, in the plan's order.
#[uniffi::export(default(policy = None, acknowledged = []))]
pub fn check(
    plan: &Plan,
    stage: Stage,
    policy: Option<Policy>,
    acknowledged: Vec<Acknowledgement>,
) -> Result<CheckResult, QoldauError> {
    Ok(check::check(plan, stage, &policy.unwrap_or_default(), &acknowledged))
}

/// Joins what reading an annex gave reason to say with what checking its plan did, so that one cause is told once.
/// The policy's severities hold for the codes of the reading too.
#[uniffi::export(default(policy = None))]
pub fn join_reading(
    findings: Vec<Finding>,
    checked: CheckResult,
    policy: Option<Policy>,
) -> Result<CheckResult, QoldauError> {
    Ok(check::join_reading(findings, checked, &policy.unwrap_or_default()))
}

/// Findings in words.
#[uniffi::export]
pub fn say_findings(
    plan: &Plan,
    findings: Vec<Finding>,
    language: Language,
) -> Result<Vec<FindingRow>, QoldauError> {
    Ok(report::say_findings(plan, &findings, language))
}
