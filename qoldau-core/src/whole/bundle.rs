//! Bundles as the bytes of a file, for hosts that keep plans as values and journals as bytes.

use std::collections::BTreeSet;

use serde::Serialize;

use super::JournalForm;
use super::journal::write;
use crate::bundle::{self, BundleError, BundleLimits, BundleManifest, BundleRead};
use crate::facts::FactsLimits;
use crate::finding::Finding;
use crate::journal::{JournalRead, read_journal};
use crate::plan::Plan;
use crate::value::base64;

/// What a bundle holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct BundleContents {
    /// What it says of itself: which editions, how many entries, and the files of evidence that the sender lists.
    pub manifest: BundleManifest,
    /// The editions of the plan, in the order of their numbers.
    pub plans: Vec<Plan>,
    /// The journal, in the form that was asked for. As JSON it is Base64.
    #[serde(serialize_with = "base64::serialize")]
    #[cfg_attr(feature = "tsify", tsify(type = "Uint8Array"))]
    pub journal: Vec<u8>,
    /// What of its journal could not be taken.
    pub findings: Vec<Finding>,
}

/// A new bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct WrittenBundle {
    /// The file. As JSON it is Base64.
    #[serde(serialize_with = "base64::serialize")]
    #[cfg_attr(feature = "tsify", tsify(type = "Uint8Array"))]
    pub bundle: Vec<u8>,
    /// What of the journal could not be taken and is not in the bundle: send the journal's own file, too, where that is
    /// said.
    pub findings: Vec<Finding>,
}

/// Reads a bundle: whole, with every part the one that was put in, or not at all.
///
/// # Errors
/// [`BundleError`], as [`bundle::read_bundle`].
pub fn read_bundle_file(
    bytes: &[u8],
    form: JournalForm,
    limits: &BundleLimits,
) -> Result<BundleContents, BundleError> {
    let BundleRead { manifest, plans, journal, findings } = bundle::read_bundle(bytes, limits)?;
    Ok(BundleContents { manifest, plans, journal: write(&journal, form), findings })
}

/// Makes a bundle of a plan's editions, in any order, and a journal in either form. `present` are the SHA-256 hashes of
/// the files of evidence that the sender has, hexadecimal.
///
/// # Errors
/// [`BundleError`]: a journal that cannot be read, and what [`bundle::write_bundle`] refuses.
pub fn write_bundle_file(
    plans: &[Plan],
    journal: &[u8],
    present: Vec<String>,
    limits: &FactsLimits,
) -> Result<WrittenBundle, BundleError> {
    let JournalRead { journal, findings } = read_journal(journal, limits)?;
    let present: BTreeSet<String> = present.into_iter().collect();
    Ok(WrittenBundle { bundle: bundle::write_bundle(plans, &journal, &present)?, findings })
}
