//! Lint: what is wrong with a questionnaire, told before anybody is asked.
//!
//! One cause gives one finding. A question that can never be asked is told once, at the first condition that cannot
//! hold; what depends on it is judged as if it could.

mod domain;
mod expressions;
mod names;
mod pair;
mod reach;
pub(crate) mod rules;
mod scales;
mod scoring;
#[cfg(test)]
mod tests;
mod translations;

use std::collections::BTreeMap;

use super::questionnaire::{Form, Questionnaire};
use crate::finding::{Finding, Place, RuleInfo};
use crate::value::Id;

pub use pair::lint_pair;
pub(crate) use scoring::code_space;

/// Lints a questionnaire: findings in the order of the form, then by code.
///
/// Whether a condition can hold is tried out on every combination of answers it depends on, as far as those are finite
/// and not more than some ten thousands; beyond that nothing is said.
#[must_use]
pub fn lint(questionnaire: &Questionnaire) -> Vec<Finding> {
    let form = Form::of(questionnaire);
    let mut findings = Vec::new();
    names::check(questionnaire, &mut findings);
    names::references(questionnaire, &mut findings);
    expressions::check(&form, &mut findings);
    reach::check(&form, &mut findings);
    scales::check(questionnaire, &mut findings);
    translations::check(questionnaire, &mut findings);
    scoring::check(questionnaire, &mut findings);
    ordered(findings, questionnaire)
}

/// Findings in the order of the form, then by code.
fn ordered(mut findings: Vec<Finding>, questionnaire: &Questionnaire) -> Vec<Finding> {
    let mut ranks: BTreeMap<&str, usize> = BTreeMap::new();
    let lists = questionnaire.lists.iter().map(|list| &list.id);
    let questions = questionnaire.questions.iter().map(|question| &question.id);
    let subscales = questionnaire.subscales.iter().map(|subscale| &subscale.id);
    let phases = questionnaire.phases.iter().map(|phase| &phase.id);
    for (rank, id) in (1_usize..).zip(questions.chain(lists).chain(subscales).chain(phases)) {
        ranks.entry(id.as_str()).or_insert(rank);
    }
    let rank = |finding: &Finding| match &finding.place {
        Place::Question { id: Some(id), .. } => ranks.get(id.as_str()).copied().unwrap_or(usize::MAX),
        _ => 0,
    };
    findings.sort_by(|one, two| (rank(one), &one.code).cmp(&(rank(two), &two.code)));
    findings
}

/// A finding on the questionnaire itself.
fn on_whole(rule: &RuleInfo, field: &str) -> Finding {
    Finding::new(rule, Place::Question { id: None, field: field.into(), character: None })
}

/// A finding on a question, list, subscale or phase.
fn on(rule: &RuleInfo, id: &Id, field: &str) -> Finding {
    Finding::new(rule, Place::Question { id: Some(id.clone()), field: field.into(), character: None })
}
