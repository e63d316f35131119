//! The files that were recorded as evidence.

use std::collections::{BTreeMap, BTreeSet};

use super::model::ListedFile;
use crate::facts::{Custody, Entry, files_of};
use crate::value::Id;

/// The files that entries record as evidence, in the order of items, then of names; each once, though it be recorded
/// again. Files of entries that were replaced are among them: somebody has them, and a correction may be corrected.
///
/// `present` are the SHA-256 hashes of the files that are in hand.
#[must_use]
pub fn evidence_files(entries: &[Entry], present: &BTreeSet<String>) -> Vec<ListedFile> {
    let custody = Custody::of(present, entries);
    let mut files: BTreeMap<(&Id, &str, Option<&str>), bool> = BTreeMap::new();
    for (item, of_entry) in entries.iter().filter_map(files_of) {
        for file in of_entry {
            let held = custody.in_hand(file).unwrap_or(false);
            files.insert((item, &*file.name, file.sha256.as_deref()), held);
        }
    }
    let listed = files.into_iter().map(|((item, name, sha256), present)| ListedFile {
        item: item.clone(),
        name: name.to_owned(),
        sha256: sha256.map(str::to_owned),
        present,
    });
    listed.collect()
}
