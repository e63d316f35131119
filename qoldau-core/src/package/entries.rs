//! What binds the content of an entry that is not in the package itself (`docs/adr/0035-what-a-package-binds.md`).

use super::model::PackageEntry;
use super::wire::PackageError;
use crate::facts::{Entry, Fact, write_entry};
use crate::value::IsoDate;
use crate::value::hex::sha256;

/// The entries dated until the day, each with what binds it, in the order of their ids.
pub(super) fn behind(entries: &[Entry], as_of: IsoDate) -> Result<Vec<PackageEntry>, PackageError> {
    let mut behind = Vec::new();
    for entry in entries.iter().filter(|entry| entry.on <= as_of) {
        let digest = match &entry.seal {
            // The seal outlives an erasure, so that a package can be held against a journal whose bodies are gone.
            Some(seal) => seal.to_string(),
            None if goes_to_the_operator(&entry.fact) => whole(entry)?,
            // A body is short, and whoever has the package could guess it from a hash; salt that lies beside the hash hinders nobody.
            None => bare(entry)?,
        };
        let erased = entry.seal.is_none() && matches!(entry.fact, Fact::Erased { .. });
        behind.push(PackageEntry { entry: entry.id.clone(), digest, erased });
    }
    behind.sort_by(|a, b| a.entry.cmp(&b.entry));
    Ok(behind)
}

/// Whether an entry of its kind goes to the operator as it is, in the file of the submission.
const fn goes_to_the_operator(fact: &Fact) -> bool {
    fact.is_review_step() && !matches!(fact, Fact::EntryReview { .. })
}

/// Whether a digest in a package is that of an entry: by its seal, or of one without as this or an earlier version wrote it.
pub(super) fn binds(digest: &str, entry: &Entry) -> bool {
    match &entry.seal {
        Some(seal) => **seal == *digest,
        None => [whole(entry), bare(entry)].iter().any(|own| own.as_deref() == Ok(digest)),
    }
}

/// The hash of an entry with what it says.
fn whole(entry: &Entry) -> Result<String, PackageError> {
    Ok(sha256(&[&write_entry(entry).map_err(|_| PackageError::Unwritable)?]))
}

/// The hash of an entry without what it says.
fn bare(entry: &Entry) -> Result<String, PackageError> {
    let mut entry = entry.clone();
    entry.erase();
    whole(&entry)
}
