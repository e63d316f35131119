//! The plans that a journal adopted, held against those that are given.

use super::observe::heads;
use super::read::{FINDINGS_LISTED, FactsRead};
use super::rules;
use super::succession::Succession;
use super::tally::Tally;
use super::{Entry, Fact};
use crate::finding::{Finding, Param, Place};
use crate::plan::{Plan, plan_digest};

/// Holds the plans that a journal adopted (`planAdopted`, `planAmended`) against the editions that are given: one with another
/// digest (`FCT230`), and one that is not given (`FCT231`). A journal that adopted none is not held against anything.
#[must_use]
pub fn check_editions(plans: &[&Plan], read: &FactsRead) -> Vec<Finding> {
    let adopts =
        |entry: &Entry| matches!(entry.fact.now(), Fact::PlanAdopted { .. } | Fact::PlanAmended { .. });
    if !read.entries.iter().any(adopts) {
        return Vec::new();
    }
    let succession = Succession::of(&heads(&read.entries));
    let mut tally = Tally::new(FINDINGS_LISTED);
    for ((entry, line), until) in read.entries.iter().zip(&read.lines).zip(&succession.until) {
        let (edition, digest) = match entry.fact.now() {
            Fact::PlanAdopted { body } => (body.edition, &body.digest),
            Fact::PlanAmended { body } => (body.edition, &body.digest),
            _ => continue,
        };
        let given = plans.iter().find(|plan| plan.edition_number() == edition);
        let rule = match given {
            _ if until.is_some() => continue,
            None => &rules::EDITION_NOT_GIVEN,
            Some(plan) if plan_digest(plan).ok().as_deref() != Some(&**digest) => &rules::OTHER_EDITION,
            Some(_) => continue,
        };
        let place = Place::Line { line: *line, entry: Some(entry.id.clone()) };
        tally.push(Finding::new(rule, place).param(Param::number("edition", &edition.to_string())));
    }
    tally.finish()
}
