//! What binds an item of evidence (`docs/adr/0035-what-a-package-binds.md`).

use std::collections::BTreeMap;

use serde::Serialize;

use super::wire::{PackageError, digest_of_value};
use crate::facts::{Entry, Evidence, EvidenceFile, Fact};
use crate::value::{Id, IsoDate};

/// The shortest salt of an entry that the library recorded.
const SHORTEST: usize = 16;

/// By what the items of a package are bound: each by the salt of the earliest of its sealed records, which stays with the
/// organisation and outlasts every correction.
pub(super) struct Bonds<'a>(BTreeMap<&'a Id, &'a Entry>);

/// An item with what keeps anybody from trying what it says.
#[derive(Serialize)]
struct Salted<'a> {
    salt: &'a str,
    item: &'a Evidence,
}

impl<'a> Bonds<'a> {
    pub(super) fn of(entries: &'a [Entry], as_of: IsoDate) -> Self {
        let mut earliest: BTreeMap<&Id, &Entry> = BTreeMap::new();
        for entry in entries.iter().filter(|entry| entry.on <= as_of && salt_of(entry).is_some()) {
            let Fact::Evidence { body } = entry.fact.now() else { continue };
            let known = earliest.entry(&body.item).or_insert(entry);
            if time(entry) < time(known) {
                *known = entry;
            }
        }
        Self(earliest)
    }

    /// The digest of an item as it was: of all that was known of it where a salt is kept apart, else of what names nobody.
    pub(super) fn digest(&self, item: &Evidence) -> Result<String, PackageError> {
        match self.0.get(&item.item).and_then(|entry| salt_of(entry)) {
            Some(salt) => digest_of_value(&Salted { salt, item }),
            None => digest_of_value(&without_words(item)),
        }
    }
}

fn time(entry: &Entry) -> (IsoDate, Option<&str>, &Id) {
    (entry.on, entry.clock.as_deref(), &entry.id)
}

/// The salt of a sealed entry.
fn salt_of(entry: &Entry) -> Option<&str> {
    entry.salt.as_deref().filter(|salt| entry.seal.is_some() && salt.len() >= SHORTEST)
}

/// An item without title, outlet, names of files, and a link that is no address of the web: without what somebody wrote and
/// another could try.
fn without_words(item: &Evidence) -> Evidence {
    let file = |file: &EvidenceFile| EvidenceFile { name: "".into(), ..file.clone() };
    Evidence {
        title: None,
        outlet: None,
        link: item.web_link().map(Into::into),
        files: item.files.iter().map(file).collect(),
        ..item.clone()
    }
}
