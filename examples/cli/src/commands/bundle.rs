//! `qoldau bundle`, `unbundle`: everything another phone or an office needs, in one file.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use qoldau_core::bundle::{BundleLimits, BundleRead, read_bundle, write_bundle};
use qoldau_core::journal::{JournalRead, write_journal};
use qoldau_core::language::Language;
use qoldau_core::plan::{Plan, write_plan};
use sha2::{Digest as _, Sha256};

use super::Outcome;
use crate::args::To;
use crate::trouble::Trouble;
use crate::work::PlanRead;
use crate::{contents, input, ledger, output, work};

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
    let mut present = BTreeSet::new();
    if let Some(folder) = files {
        hashes(folder, &mut present).map_err(|(file, error)| Trouble::reading(&file, &error))?;
    }
    let bundle =
        write_bundle(&plans, &entries, &present).map_err(|error| Trouble::bundle(journal, &error))?;
    output::write_bytes(&bundle, to)?;
    Ok(Outcome::of(&findings))
}

/// The hashes of the files in a folder and below it. Links are not followed: what lies elsewhere is not in the folder.
fn hashes(folder: &Path, present: &mut BTreeSet<String>) -> Result<(), (PathBuf, io::Error)> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| (path, error)
    };
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let entry = entry.map_err(at(folder))?;
        let path = entry.path();
        let kind = entry.file_type().map_err(at(&path))?;
        if kind.is_dir() {
            hashes(&path, present)?;
        } else if kind.is_file() {
            present.insert(hash_of(&path).map_err(at(&path))?);
        }
    }
    Ok(())
}

/// The SHA-256 of a file, lower-case hexadecimal, read piece by piece: a video is larger than a phone's memory.
fn hash_of(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut piece)?;
        let Some(bytes) = piece.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hash.update(bytes);
    }
    let mut text = String::new();
    for byte in hash.finalize() {
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
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
