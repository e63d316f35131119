//! The package of a submission as the file that is handed over.

use serde::Serialize;

use super::journal::as_facts_error;
use super::{HoldOptions, assess_counted, facts_of, latest, of_editions, review_facts, with_reading};
use crate::assess;
use crate::facts::{Entry, FactsLimits, FactsRead, check_facts};
use crate::failure::Failure;
use crate::finding::Finding;
use crate::journal::{JournalRead, read_journal};
use crate::language::Language;
use crate::package::{self, Package, PackageDiff, PackageError};
use crate::plan::Plan;
use crate::review::{self, Reviews, SubmissionStanding};
use crate::value::IsoDate;
use crate::value::hex::sha256;

/// A package as it is handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct FrozenPackage {
    /// The package as canonical JSON (RFC 8785): the words of the file.
    pub json: String,
    /// Its SHA-256, lower-case hexadecimal, which the `submission` entry bears.
    pub digest: String,
    /// What of the journal could not be taken and is not in the package, what of it does not fit the plan, and which steps of
    /// review had no effect: look at it before the package is handed in.
    pub findings: Vec<Finding>,
}

/// The file that goes to the operator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct WrittenSubmission {
    /// The file as canonical JSON (RFC 8785).
    pub json: String,
    /// What of the journal could not be read and is not in the file, as a reply to a remark may be.
    pub findings: Vec<Finding>,
}

/// Findings of a plan, its editions and a journal that do not belong together: a package of them would say of one contract
/// what was done for another.
const UNFIT: [&str; 4] = ["FCT201", "FCT230", "AMD010", "AMD011"];

/// Freezes what a journal says of a plan on a day into the package of a submission: what counts by the policy, and the
/// entries behind it.
///
/// # Errors
/// [`PackageError`]: a journal that cannot be read as a whole; a plan or an entry that cannot be written as JSON; and `PKG009` where
/// the journal is another plan's, adopted another edition than the one that is given, or the editions are not of one plan.
pub fn freeze_journal(
    plan: &Plan,
    journal: &[u8],
    as_of: IsoDate,
    options: &HoldOptions,
) -> Result<FrozenPackage, PackageError> {
    options.period_in_order()?;
    let facts = facts_of(journal, &options.limits)?;
    let of_plan = check_facts(latest(plan, &options.editions, as_of), &facts);
    let of_plan = of_plan.into_iter().chain(of_editions(plan, &facts, options));
    let (unfit, of_plan): (Vec<Finding>, Vec<Finding>) =
        of_plan.partition(|finding| UNFIT.contains(&finding.code.as_str()));
    if !unfit.is_empty() {
        return Err(PackageError::DoesNotFit { findings: unfit });
    }
    let reviews = review_facts(plan, &facts, as_of, options);
    let FactsRead { entries, findings, .. } = facts;
    let findings = [findings, of_plan, reviews.findings.clone()].concat();
    let counts = |entry: &Entry| reviews.counts(&entry.id, &options.policy);
    let counted: Vec<Entry> = entries.iter().filter(|entry| counts(entry)).cloned().collect();
    let (assessment, observations, _) = assess_counted(plan, entries, &reviews, as_of, options);
    let plan = assess::edition_in_force(plan, &options.editions, as_of);
    let package = package::freeze(plan, &assessment, &observations, &counted)?;
    let json = package::write_package(&package)?;
    Ok(FrozenPackage { digest: sha256(&[&json]), json, findings })
}

/// The digest of a package from its file, however that is laid out.
///
/// # Errors
/// [`PackageError`] when it is no package, is damaged, or is of a newer format.
pub fn package_digest(package: &[u8]) -> Result<String, PackageError> {
    package::digest_of(&package::read_package(package)?)
}

/// Whether the package in a file is the one that was handed in under a digest.
///
/// # Errors
/// As [`package_digest`].
pub fn package_fits(package: &[u8], digest: &str) -> Result<bool, PackageError> {
    Ok(package::fits(&package::read_package(package)?, digest))
}

/// What differs between the packages in two files, with the remarks on the submission of the first.
///
/// # Errors
/// As [`package_digest`], at `/before` or `/now`; `PKG008` for packages of two plans.
pub fn diff_package_files(
    before: &[u8],
    now: &[u8],
    submission: Option<&SubmissionStanding>,
) -> Result<PackageDiff, Failure> {
    let (before, now) = (read(before, "/before")?, read(now, "/now")?);
    package::diff_packages(&before, &now, submission).map_err(Failure::from)
}

/// One of several packages: what is wrong with it says which.
fn read(package: &[u8], path: &str) -> Result<Package, Failure> {
    package::read_package(package).map_err(|error| Failure { path: Some(path.to_owned()), ..error.into() })
}

/// The same as text in one language.
///
/// # Errors
/// As [`diff_package_files`].
pub fn say_package_file_diff(
    before: &[u8],
    now: &[u8],
    submission: Option<&SubmissionStanding>,
    language: Language,
) -> Result<String, Failure> {
    Ok(package::say_package_diff(&diff_package_files(before, now, submission)?, language))
}

/// Writes the file that goes to the operator out of a package and the journal that tells it was handed in.
///
/// # Errors
/// [`PackageError`]: what [`package::read_package`] refuses, a journal that cannot be read as a whole, and `PKG005` while no
/// `submission` entry bears the package's digest.
pub fn write_submission_file(package: &[u8], journal: &[u8]) -> Result<WrittenSubmission, PackageError> {
    let package = package::read_package(package)?;
    let JournalRead { journal, findings } =
        read_journal(journal, &FactsLimits::default()).map_err(as_facts_error)?;
    Ok(WrittenSubmission { json: package::write_submission(&package, &journal)?, findings })
}

/// Where every submission stands in review by the journal of somebody who has packages and no plan, as the operator does:
/// a remark may be on any line of theirs. Who is what stands in the options. What of the journal could not be taken stands first among the
/// findings.
///
/// # Errors
/// [`PackageError`]: a file that is no package, with the path of that file, `/packages/1`; or a journal that cannot be read as a whole.
pub fn review_packages(
    packages: &[Vec<u8>],
    journal: &[u8],
    as_of: IsoDate,
    options: &HoldOptions,
) -> Result<Reviews, Failure> {
    options.period_in_order()?;
    let read = packages.iter().enumerate().map(|(at, package)| read(package, &format!("/packages/{at}")));
    let packages: Vec<Package> = read.collect::<Result<_, _>>()?;
    let facts = facts_of(journal, &options.limits)?;
    let lines = packages.iter().flat_map(|package| &package.lines).map(|line| &line.line).collect();
    let reviews = review::review_lines(lines, &facts, &options.roles, &options.policy, as_of);
    Ok(with_reading(facts.findings, reviews))
}
