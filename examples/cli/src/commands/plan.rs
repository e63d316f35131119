//! `qoldau read` and `qoldau check`: the plan itself.

use std::io;
use std::path::Path;

use qoldau_core::assess::assess;
use qoldau_core::check::{self, CheckResult, join_reading};
use qoldau_core::facts::{FactsRead, check_facts, observe};
use qoldau_core::language::Language;
use qoldau_core::plan::{Plan, Policy, write_plan};
use qoldau_core::value::IsoDate;
use qoldau_core::whole::check_answered;

use super::{Outcome, complain_of};
use crate::args::{Stage, To};
use crate::trouble::Trouble;
use crate::work::{self, PlanRead};
use crate::{input, output, show, speech};

/// `qoldau read ANNEX`: the plan as JSON.
pub(super) fn read(annex: &Path, to: &To, language: Language) -> Result<Outcome, Trouble> {
    let PlanRead { plan, findings } = work::plan(annex)?;
    let json = write_plan(&plan).map_err(|error| Trouble::plan(annex, &error))?;
    output::write(&format!("{json}\n"), to)?;
    complain_of(&findings, &plan, language);
    Ok(Outcome::of(&findings))
}

/// What `qoldau check` is asked to look at.
pub(super) struct Look<'a> {
    pub(super) file: &'a Path,
    pub(super) stage: Stage,
    /// A journal whose answers and notes are taken into account, up to a day.
    pub(super) facts: Option<&'a Path>,
    pub(super) on: Option<IsoDate>,
    pub(super) policy: Option<&'a Path>,
}

/// `qoldau check FILE`: what reading and checking a plan give reason to say.
pub(super) fn check(look: &Look<'_>, json: bool, language: Language) -> Result<Outcome, Trouble> {
    input::one_stdin([Some(look.file), look.facts, look.policy].into_iter().flatten())?;
    let policy = work::policy(look.policy)?;
    let read = work::plan(look.file)?;
    let stage = match look.stage {
        Stage::Draft => check::Stage::Draft,
        Stage::Signed => check::Stage::Signed,
    };
    let plan = read.plan.clone();
    let checked = match look.facts {
        Some(facts) => with_facts(read, stage, &policy, work::facts(facts)?, look.on),
        None => join_reading(read.findings, check::check(&read.plan, stage, &policy, &[]), &policy),
    };
    let outcome = Outcome::of(&checked.findings);
    let said = if json { output::json(&checked)? } else { in_words(&checked, &plan, language) };
    output::print(&said)?;
    Ok(outcome)
}

/// Checks a plan with the answers of a journal: until a day, or all of them.
fn with_facts(
    read: PlanRead,
    stage: check::Stage,
    policy: &Policy,
    facts: FactsRead,
    on: Option<IsoDate>,
) -> CheckResult {
    let facts = match on {
        Some(day) => facts.until(day),
        None => facts,
    };
    let of_facts = check_facts(&read.plan, &facts);
    let observations = observe(facts.entries);
    let last = observations.all.iter().map(|observation| observation.on).max();
    let checked = match on.or(last) {
        Some(on) => {
            let assessment = assess(&read.plan, &observations, on, policy, None);
            check_answered(&read.plan, stage, &assessment, &observations, read.findings)
        }
        None => join_reading(read.findings, check::check(&read.plan, stage, policy, &[]), policy),
    };
    let findings = checked.findings.into_iter().chain(of_facts).chain(facts.findings).collect();
    CheckResult { findings, folded: checked.folded }
}

/// The findings, and by their codes those that were answered or taken note of.
fn in_words(checked: &CheckResult, plan: &Plan, language: Language) -> String {
    let mut out = if checked.findings.is_empty() {
        format!("{}\n", speech::NOTHING_FOUND.get(language))
    } else {
        show::findings(&checked.findings, plan, language, show::coloured(&io::stdout()))
    };
    if !checked.folded.is_empty() {
        let codes: Vec<&str> = checked.folded.iter().map(|finding| &*finding.code).collect();
        out.push_str(&speech::said(&speech::SETTLED, &[("codes", &codes.join(", "))], language));
        out.push('\n');
    }
    out
}
