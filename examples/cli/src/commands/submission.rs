//! `qoldau submit`, `compare`: the package that is handed to the operator, and what differs between two of them.

use std::path::Path;

use qoldau_core::assess::edition_in_force;
use qoldau_core::facts::{RawBody, Submission, read_facts};
use qoldau_core::finding::Finding;
use qoldau_core::journal::JournalRead;
use qoldau_core::language::Language;
use qoldau_core::package::{Package, PackageError, diff_packages, digest_of, read_package, say_package_diff};
use qoldau_core::plan::Policy;
use qoldau_core::review::{SubmissionStanding, review};
use qoldau_core::value::IsoDate;
use qoldau_core::whole::{self, FrozenPackage, HoldOptions};

use super::Outcome;
use super::journal::Recording;
use crate::args::{Handing, Remarks, Work};
use crate::held::HeldJournal;
use crate::trouble::Trouble;
use crate::work::PlanRead;
use crate::{input, ledger, output, work};

/// The kind of the entry.
const SUBMISSION: &str = "submission";
/// The longest package that is read, in bytes.
const LONGEST_PACKAGE: u64 = 1 << 30;

/// `qoldau submit PLAN FACTS`: freezes what counts into a package, and records that it was handed in. A step that the rules
/// of review do not allow is not taken: nothing is written then.
pub(super) fn submit(asked: &Work, handing: Handing, language: Language) -> Result<Outcome, Trouble> {
    work::one_stdin(asked)?;
    let Handing { number, date, author, device, package } = handing;
    if asked.on > date {
        return Err(Trouble::after_its_date(asked.on, date));
    }
    if package.exists() {
        return Err(Trouble::in_the_way(&package));
    }
    if !asked.facts.exists() {
        return Err(Trouble::reading(&asked.facts, &std::io::ErrorKind::NotFound.into()));
    }
    let (options, PlanRead { plan, findings: of_plan }) = (work::options(asked)?, work::plan(&asked.plan)?);
    let held = HeldJournal::hold(&asked.facts)?;
    let JournalRead { journal, .. } = held.read(None)?;
    let frozen = whole::freeze_journal(&plan, &held.bytes, asked.on, &options);
    if let Err(PackageError::DoesNotFit { findings }) = &frozen {
        output::complain(&ledger::findings(findings, language));
    }
    let FrozenPackage { json, digest, findings } =
        frozen.map_err(|error| Trouble::package(&asked.facts, &error))?;
    let recording = Recording::begin();
    let submission = Submission {
        submission: recording.id().map_err(|error| Trouble::journal(&asked.facts, &error))?,
        number: number.map(Into::into),
        date,
        as_of: asked.on,
        digest: digest.clone().into(),
    };
    let body = RawBody::new(&output::json(&submission)?);
    let entry = recording
        .record(&journal, SUBMISSION, body, date, (&author, &device), Vec::new())
        .map_err(|error| Trouble::journal(&asked.facts, &error))?;
    let after = held.with(None, &entry);
    let reviews = whole::review_journal(&plan, &after, date, &options)
        .map_err(|error| Trouble::facts(&asked.facts, &error))?;
    if !reviews.submissions.iter().any(|standing| standing.entry == entry.id) {
        output::complain(&ledger::findings(&findings, language));
        let line = u32::try_from(after.split(|byte| *byte == b'\n').skip(1).count()).unwrap_or(u32::MAX);
        let of_step: Vec<_> =
            reviews.findings.into_iter().filter(|finding| ledger::is_of_line(finding, line)).collect();
        output::complain(&ledger::findings(&of_step, language));
        return Err(Trouble::not_submitted(&asked.facts));
    }
    // What a report of that day would say is said before anything is handed in.
    let facts =
        read_facts(&held.bytes, &options.limits).map_err(|error| Trouble::facts(&asked.facts, &error))?;
    let in_force = edition_in_force(&plan, &options.editions, asked.on).clone();
    let options = HoldOptions { read_findings: of_plan, ..options };
    let (reported, _) = whole::hold(&plan, facts, asked.on, options);
    let findings = errors_first(findings, reported.findings);
    super::complain_of(&findings, &in_force, language);
    output::to_file(&json, &package)?;
    if let Err(trouble) = held.append(None, &entry) {
        // A package that nobody handed in must not lie about.
        let _ = std::fs::remove_file(&package);
        return Err(trouble);
    }
    output::print(&format!("{} {digest}\n", entry.id)).map(|()| Outcome::of(&findings))
}

/// What freezing and reporting gave reason to say, each once, the worst first.
fn errors_first(frozen: Vec<Finding>, reported: Vec<Finding>) -> Vec<Finding> {
    let mut all = frozen;
    let new: Vec<Finding> = reported.into_iter().filter(|finding| !all.contains(finding)).collect();
    all.extend(new);
    all.sort_by_key(|finding| finding.severity);
    all
}

/// `qoldau compare BEFORE NOW`: what differs, line by line, with the operator's remarks where a journal is given.
pub(super) fn compare(
    before: &Path,
    now: &Path,
    remarks: &Remarks,
    json: bool,
    language: Language,
) -> Result<Outcome, Trouble> {
    let more = [&remarks.plan, &remarks.facts, &remarks.roles].into_iter().flatten();
    input::one_stdin([before, now].into_iter().chain(more.map(|file| &**file)))?;
    let (older, newer) = (package(before)?, package(now)?);
    let (submission, findings) = submission_of(&older, before, remarks)?.unzip();
    let findings = findings.unwrap_or_default();
    output::complain(&ledger::findings(&findings, language));
    let diff =
        diff_packages(&older, &newer, submission.as_ref()).map_err(|error| Trouble::package(now, &error))?;
    let said = if json { output::json(&diff)? } else { say_package_diff(&diff, language) };
    output::print(&said).map(|()| Outcome::of(&findings))
}

fn package(file: &Path) -> Result<Package, Trouble> {
    read_package(&input::bytes(file, LONGEST_PACKAGE)?).map_err(|error| Trouble::package(file, &error))
}

/// How the journal says that a package stands with the operator, with what of it could not be taken; nothing where no journal is
/// given.
fn submission_of(
    package: &Package,
    file: &Path,
    remarks: &Remarks,
) -> Result<Option<(SubmissionStanding, Vec<Finding>)>, Trouble> {
    let Remarks { plan: Some(plan), facts: Some(facts), on, roles } = remarks else { return Ok(None) };
    let PlanRead { plan, .. } = work::plan(plan)?;
    let (facts, roles) = (work::facts(facts)?, work::roles(roles.as_deref())?);
    let last_day = IsoDate::new(9999, 12, 31).unwrap_or(package.as_of);
    let reviews = review(&plan, &facts, &roles, &Policy::default(), on.unwrap_or(last_day));
    let digest = digest_of(package).map_err(|error| Trouble::package(file, &error))?;
    let standing = reviews.of_package(&digest).ok_or_else(|| Trouble::no_submission(file))?;
    Ok(Some((standing, facts.findings)))
}
