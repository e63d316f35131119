//! Reviews, and the package of a submission.

use qoldau_core::language::Language;
use qoldau_core::package::{self, OpenedSubmission, Package, PackageDiff};
use qoldau_core::plan::Plan;
use qoldau_core::review::{Reviews, SubmissionStanding};
use qoldau_core::value::IsoDate;
use qoldau_core::whole::{self, FrozenPackage, WrittenSubmission};

use crate::{HoldOptions, QoldauError};

/// Where every record of the work and every submission stands in review at the end of a day, and which steps had no
/// effect; what of the journal could not be taken stands first among the findings. Who is what, and what counts, stands in
/// the options. Errors: `FCT001` to `FCT003`.
#[uniffi::export(default(options = None))]
pub fn review_journal(
    plan: &Plan,
    journal: Vec<u8>,
    as_of: IsoDate,
    options: Option<HoldOptions>,
) -> Result<Reviews, QoldauError> {
    Ok(whole::review_journal(plan, &journal, as_of, &options.unwrap_or_default().into())?)
}

/// Freezes what a journal says of a plan on a day into the package of a submission: what counts by the policy, and the
/// entries behind it. What of the journal could not be taken is told, and is not in the package. Errors: `FCT001` to `FCT003`,
/// and `PKG009` where the plan, its editions and the journal do not belong together.
#[uniffi::export(default(options = None))]
pub fn freeze_package(
    plan: &Plan,
    journal: Vec<u8>,
    as_of: IsoDate,
    options: Option<HoldOptions>,
) -> Result<FrozenPackage, QoldauError> {
    Ok(whole::freeze_journal(plan, &journal, as_of, &options.unwrap_or_default().into())?)
}

/// Reads the file of a package. Errors: `PKG001` for a newer format, `PKG002` for what is no package, `PKG003` for one that
/// is damaged.
#[uniffi::export]
pub fn read_package(bytes: Vec<u8>) -> Result<Package, QoldauError> {
    Ok(package::read_package(&bytes)?)
}

/// The digest of a package in a file, however that is laid out. Errors: `PKG001` to `PKG003`.
#[uniffi::export]
pub fn package_digest(bytes: Vec<u8>) -> Result<String, QoldauError> {
    Ok(whole::package_digest(&bytes)?)
}

/// Whether the package in a file is the one that was handed in under a digest. Errors: `PKG001` to `PKG003`.
#[uniffi::export]
pub fn package_fits(bytes: Vec<u8>, digest: String) -> Result<bool, QoldauError> {
    Ok(whole::package_fits(&bytes, &digest)?)
}

/// What differs between the packages in two files. `submission` is how the first one stands with the operator: its
/// remarks are told beside what became of their lines. Errors: `PKG001` to `PKG003`, and `PKG008` for packages of two
/// plans.
#[uniffi::export(default(submission = None))]
pub fn diff_packages(
    before: Vec<u8>,
    now: Vec<u8>,
    submission: Option<SubmissionStanding>,
) -> Result<PackageDiff, QoldauError> {
    Ok(whole::diff_package_files(&before, &now, submission.as_ref())?)
}

/// What `diff_packages` says, as text. Errors: as of that.
#[uniffi::export]
pub fn say_package_diff(
    before: Vec<u8>,
    now: Vec<u8>,
    submission: Option<SubmissionStanding>,
    language: Language,
) -> Result<String, QoldauError> {
    Ok(whole::say_package_file_diff(&before, &now, submission.as_ref(), language)?)
}

/// Writes the file that goes to the operator: the package in a file, and of the journal the steps of all submissions, so that
/// the operator sees the answers to earlier remarks. What of the journal could not be read is told. Errors: `PKG001` to `PKG003`, `FCT001` to `FCT003`, and `PKG005` while no
/// `submission` entry bears the package's digest.
#[uniffi::export]
pub fn write_submission(frozen: Vec<u8>, journal: Vec<u8>) -> Result<WrittenSubmission, QoldauError> {
    Ok(whole::write_submission_file(&frozen, &journal)?)
}

/// Opens the file that was handed to the operator, or a package alone, and holds everything in it against everything
/// else: the package against the digest of the entry by which it was handed in, every entry against its seal, against the
/// next one of its device, and against what the package says of it. Errors: `PKG001` to `PKG003`; `PKG005` where no entry
/// hands the package in, `PKG006` for another package than the one that was handed in, `PKG007` for an altered entry.
#[uniffi::export]
pub fn open_submission(bytes: Vec<u8>) -> Result<OpenedSubmission, QoldauError> {
    Ok(package::open_submission(&bytes)?)
}

/// Where every submission stands in review by the journal of somebody who has packages and no plan, as the operator does.
/// Who is what stands in the options. What of the journal could not be taken stands first among the findings. Errors: `PKG001`
/// to `PKG003`, `FCT001` to `FCT003`.
#[uniffi::export(default(options = None))]
pub fn review_packages(
    packages: Vec<Vec<u8>>,
    journal: Vec<u8>,
    as_of: IsoDate,
    options: Option<HoldOptions>,
) -> Result<Reviews, QoldauError> {
    Ok(whole::review_packages(&packages, &journal, as_of, &options.unwrap_or_default().into())?)
}
