//! `qoldau read`: the plan itself.

use std::path::Path;

use qoldau_core::language::Language;
use qoldau_core::plan::write_plan;

use super::{Outcome, complain_of};
use crate::args::To;
use crate::output;
use crate::trouble::Trouble;
use crate::work::{self, PlanRead};

/// `qoldau read ANNEX`: the plan as JSON.
pub(super) fn read(annex: &Path, to: &To, language: Language) -> Result<Outcome, Trouble> {
    let PlanRead { plan, findings } = work::plan(annex)?;
    let json = write_plan(&plan).map_err(|error| Trouble::refused(annex, error.code(), &error))?;
    output::write(&format!("{json}\n"), to)?;
    complain_of(&findings, &plan, language);
    Ok(Outcome::of(&findings))
}
