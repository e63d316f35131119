//! `qoldau read` and `qoldau check`: the plan itself.

use std::io;
use std::path::Path;

use qoldau_core::check::{self, CheckResult};
use qoldau_core::language::Language;
use qoldau_core::plan::write_plan;

use super::{Outcome, complain_of};
use crate::args::{Stage, To};
use crate::trouble::Trouble;
use crate::work::{self, PlanRead};
use crate::{input, output, show, speech};

/// `qoldau read ANNEX`: the plan as JSON.
pub(super) fn read(annex: &Path, to: &To, language: Language) -> Result<Outcome, Trouble> {
    let PlanRead { plan, findings } = work::plan(annex)?;
    let json = write_plan(&plan).map_err(|error| Trouble::refused(annex, error.code(), &error))?;
    output::write(&format!("{json}\n"), to)?;
    complain_of(&findings, &plan, language);
    Ok(Outcome::of(&findings))
}

/// `qoldau check FILE`: what reading and checking a plan give reason to say.
pub(super) fn check(
    file: &Path,
    stage: Stage,
    policy: Option<&Path>,
    json: bool,
    language: Language,
) -> Result<Outcome, Trouble> {
    input::one_stdin([file].into_iter().chain(policy))?;
    let policy = work::policy(policy)?;
    let PlanRead { plan, mut findings } = work::plan(file)?;
    let stage = match stage {
        Stage::Draft => check::Stage::Draft,
        Stage::Signed => check::Stage::Signed,
    };
    let checked = check::check(&plan, stage, &policy, &[]);
    findings.extend(checked.findings);
    let outcome = Outcome::of(&findings);
    let said = if json {
        output::json(&CheckResult { findings, folded: checked.folded })?
    } else if findings.is_empty() {
        format!("{}\n", speech::NOTHING_FOUND.get(language))
    } else {
        show::findings(&findings, &plan, language, show::coloured(&io::stdout()))
    };
    output::print(&said)?;
    Ok(outcome)
}
