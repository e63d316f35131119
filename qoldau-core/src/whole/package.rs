//! The package of a submission as the file that is handed over.

use serde::Serialize;

use super::{HoldOptions, assess_counted, review_facts};
use crate::assess;
use crate::facts::{Entry, FactsError, FactsLimits, read_facts};
use crate::journal::{JournalError, read_journal};
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
}

/// Freezes what a journal says of a plan on a day into the package of a submission: what counts by the policy, and the
/// entries behind it.
///
/// # Errors
/// [`PackageError`]: a journal that cannot be read as a whole, or a plan or an entry that cannot be written as JSON.
pub fn freeze_journal(
    plan: &Plan,
    journal: &[u8],
    as_of: IsoDate,
    options: &HoldOptions,
) -> Result<FrozenPackage, PackageError> {
    let facts = read_facts(journal, &options.limits)?;
    let reviews = review_facts(plan, &facts, as_of, options);
    let counts = |entry: &Entry| reviews.counts(&entry.id, &options.policy);
    let counted: Vec<Entry> = facts.entries.iter().filter(|entry| counts(entry)).cloned().collect();
    let (assessment, observations, _) = assess_counted(plan, facts.entries, &reviews, as_of, options);
    let plan = assess::edition_in_force(plan, &options.editions, as_of);
    let package = package::freeze(plan, &assessment, &observations, &counted)?;
    let json = package::write_package(&package)?;
    Ok(FrozenPackage { digest: sha256(&[&json]), json })
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
/// As [`package_digest`], of either file; `PKG008` for packages of two plans.
pub fn diff_package_files(
    before: &[u8],
    now: &[u8],
    submission: Option<&SubmissionStanding>,
) -> Result<PackageDiff, PackageError> {
    let (before, now) = (package::read_package(before)?, package::read_package(now)?);
    package::diff_packages(&before, &now, submission)
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
) -> Result<String, PackageError> {
    Ok(package::say_package_diff(&diff_package_files(before, now, submission)?, language))
}

/// Writes the file that goes to the operator out of a package and the journal that tells it was handed in.
///
/// # Errors
/// [`PackageError`]: what [`package::read_package`] refuses, a journal that cannot be read as a whole, and `PKG005` while no
/// `submission` entry bears the package's digest.
pub fn write_submission_file(package: &[u8], journal: &[u8]) -> Result<String, PackageError> {
    let package = package::read_package(package)?;
    let read = read_journal(journal, &FactsLimits::default()).map_err(|error| match error {
        JournalError::Unreadable(error) => error,
        // Headers of several plans: it is no journal of one.
        _ => FactsError::NotAJournal { line: 1 },
    })?;
    package::write_submission(&package, &read.journal)
}

/// Where every submission stands in review by the journal of somebody who has packages and no plan, as the operator does:
/// a remark may be on any line of theirs. Who is what stands in the options.
///
/// # Errors
/// [`PackageError`]: a file that is no package, or a journal that cannot be read as a whole.
pub fn review_packages(
    packages: &[Vec<u8>],
    journal: &[u8],
    as_of: IsoDate,
    options: &HoldOptions,
) -> Result<Reviews, PackageError> {
    let packages: Vec<Package> =
        packages.iter().map(|package| package::read_package(package)).collect::<Result<_, _>>()?;
    let facts = read_facts(journal, &options.limits)?;
    let lines = packages.iter().flat_map(|package| &package.lines).map(|line| &line.line).collect();
    Ok(review::review_lines(lines, &facts, &options.roles, &options.policy, as_of))
}
