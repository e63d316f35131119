//! The plans that a journal adopted, held against those that are given.

use super::observe::heads;
use super::read::{FINDINGS_LISTED, FactsRead};
use super::rules;
use super::succession::Succession;
use super::tally::Tally;
use super::{Entry, Fact, LineMove};
use crate::finding::{Finding, Param, Place};
use crate::plan::{Plan, plan_digest};
use crate::value::{Id, IsoDate};

/// Holds the plans that a journal adopted (`planAdopted`, `planAmended`) against the editions that are given: one with another
/// digest (`FCT230`), one that is not given (`FCT231`), and one of which the entry says another agreement, another first day or
/// other lines than the plan (`FCT232`). A journal that adopted none is not held against anything.
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
        let (rule, differs) = match given {
            _ if until.is_some() => continue,
            None => (&rules::EDITION_NOT_GIVEN, None),
            Some(plan) if plan_digest(plan).ok().as_deref() != Some(&**digest) => {
                (&rules::OTHER_EDITION, None)
            }
            Some(plan) => match differs(plans, plan, entry.fact.now()) {
                Some(differs) => (&rules::EDITION_SAID_OTHERWISE, Some(differs)),
                None => continue,
            },
        };
        let place = Place::Line { line: *line, entry: Some(entry.id.clone()) };
        let finding = Finding::new(rule, place).param(Param::number("edition", &edition.to_string()));
        tally.push(differs.into_iter().fold(finding, Finding::param));
    }
    tally.finish()
}

/// In what an entry that adopts a plan says something else than the plan, where it does.
fn differs(plans: &[&Plan], plan: &Plan, fact: &Fact) -> Option<Param> {
    let own = plan.editions.iter().max_by_key(|edition| edition.number)?;
    let other_day =
        |day: IsoDate| own.effective_from.filter(|own| *own != day).map(|own| Param::date("from", own));
    let body = match fact {
        Fact::PlanAdopted { body } => return other_day(body.effective_from),
        Fact::PlanAmended { body } => body,
        _ => return None,
    };
    let agreement = || {
        let own = own.agreement.as_ref()?;
        let number = own.number.as_deref().unwrap_or_default();
        let says = body.agreement.number.as_deref().unwrap_or_default();
        // Blanks in a number tell nothing.
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        let same = squeezed(number) == squeezed(says) && own.date == body.agreement.date;
        (!same).then(|| Param::text("agreement", number))
    };
    let before = plans.iter().find(|before| before.edition_number().checked_add(1) == Some(body.edition));
    let stands = |plan: &Plan, id: &Id| {
        plan.lines().any(|(.., line)| line.id == *id) || plan.impact.iter().any(|line| line.id == *id)
    };
    let is_so = |of: &LineMove| {
        before.is_none_or(|before| stands(before, &of.from))
            && of.to.as_ref().is_none_or(|to| stands(plan, to))
            && (of.to.as_ref() == Some(&of.from) || !stands(plan, &of.from))
    };
    let moved = || body.map.iter().find(|of| !is_so(of)).map(|of| Param::id("line", &of.from));
    other_day(body.effective_from).or_else(agreement).or_else(moved)
}
