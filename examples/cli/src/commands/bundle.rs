//! `qoldau bundle`, `unbundle`: everything another phone or an office needs, in one file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use qoldau_core::bundle::{BundleLimits, BundleRead, read_bundle, write_bundle};
use qoldau_core::journal::{JournalRead, write_journal};
use qoldau_core::language::Language;
use qoldau_core::plan::{Plan, write_plan};

use super::Outcome;
use crate::args::To;
use crate::trouble::Trouble;
use crate::work::PlanRead;
use crate::{contents, hashes, input, ledger, output, work};

/// `qoldau bundle JOURNAL`: the bundle; what is wrong with the journal goes to standard error.
pub(super) fn bundle(
    journal: &Path,
    plans: &[PathBuf],
    files: Option<&Path>,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    input::one_stdin(plans.iter().map(PathBuf::as_path).chain([journal]))?;
    let JournalRead { journal: entries, findings } = work::journal(journal)?;
    output::complain(&ledger::findings(&findings, language));
    let read = |file: &PathBuf| work::plan(file).map(|PlanRead { plan, .. }| plan);
    let plans: Vec<Plan> = plans.iter().map(read).collect::<Result<_, _>>()?;
    let present = files.map_or_else(|| Ok(BTreeSet::new()), hashes::of_folder)?;
    let bundle =
        write_bundle(&plans, &entries, &present).map_err(|error| Trouble::bundle(journal, &error))?;
    output::write_bytes(&bundle, to)?;
    Ok(Outcome::of(&findings))
}

/// `qoldau unbundle BUNDLE --to FOLDER`: its parts as files of their own, none of which was there before.
pub(super) fn unbundle(file: &Path, folder: &Path, language: Language) -> Result<Outcome, Trouble> {
    let limits = BundleLimits::default();
    let bytes = input::bytes(file, u64::from(limits.max_bytes))?;
    let BundleRead { manifest, plans, journal, findings } =
        read_bundle(&bytes, &limits).map_err(|error| Trouble::bundle(file, &error))?;
    output::complain(&ledger::findings(&findings, language));
    fs::create_dir_all(folder).map_err(|error| Trouble::writing(folder, &error))?;
    let mut parts: Vec<(PathBuf, String)> = Vec::new();
    for plan in &plans {
        let name = folder.join(format!("plan-{}.json", plan.edition_number()));
        let text = write_plan(plan).map_err(|error| Trouble::plan(&name, &error))?;
        parts.push((name, text + "\n"));
    }
    parts.push((folder.join("journal.jsonl"), write_journal(&journal)));
    // Somebody's own journal may lie there: entries are joined by `merge`, and never overwritten.
    if let Some((taken, _)) = parts.iter().find(|(name, _)| name.exists()) {
        return Err(Trouble::in_the_way(taken));
    }
    for (name, text) in &parts {
        output::to_file(text, name)?;
    }
    let names = parts.iter().map(|(name, _)| name.display().to_string());
    output::print(&contents::contents(&manifest, names, language))?;
    Ok(Outcome::of(&findings))
}
