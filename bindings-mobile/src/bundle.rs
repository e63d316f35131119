//! One file for a messenger: the plan with its editions, the journal, the list of its files.

use qoldau_core::bundle::BundleLimits;
use qoldau_core::facts::FactsLimits;
use qoldau_core::plan::Plan;
use qoldau_core::whole::{self, BundleContents, JournalForm, WrittenBundle};

use crate::QoldauError;

/// Reads a bundle: whole, with every part the one that was put in, or not at all. Its journal is given in the form that is
/// asked for, as all calls take one.
///
/// Errors: `BND001` for a newer format, `BND002` for what is no bundle, `BND003` for one that is damaged, `BND004` beyond the limits,
/// `BND005` for one with a password, `BND006` where a part is missing or another, `BND007` where its plans do not belong together,
/// and those of a plan or a journal in it (`PLN001` to `PLN004`, `FCT001` to `FCT003`, `JRN001`).
#[uniffi::export(default(limits = None))]
pub fn read_bundle(
    bytes: Vec<u8>,
    form: JournalForm,
    limits: Option<BundleLimits>,
) -> Result<BundleContents, QoldauError> {
    Ok(whole::read_bundle_file(&bytes, form, &limits.unwrap_or_default())?)
}

/// Makes a bundle of a plan's editions, in any order, and a journal in either form. `present` are the SHA-256 hashes of the
/// files of evidence that the sender has; photographs do not travel in it. Equal contents give equal bytes.
///
/// Errors: `BND007` for plans of one edition or of another plan than the journal, `BND008` for what cannot be written, `FCT001` to
/// `FCT003` and `JRN001` for what is no journal.
#[uniffi::export(default(present = [], limits = None))]
pub fn write_bundle(
    plans: Vec<Plan>,
    journal: Vec<u8>,
    present: Vec<String>,
    limits: Option<FactsLimits>,
) -> Result<WrittenBundle, QoldauError> {
    Ok(whole::write_bundle_file(&plans, &journal, present, &limits.unwrap_or_default())?)
}
