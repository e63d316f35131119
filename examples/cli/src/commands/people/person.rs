//! `qoldau people export` and `erase`: all that is held of one person, and the registry without it.

use std::path::Path;

use qoldau_core::facts::FactsRead;
use qoldau_core::finding::Finding;
use qoldau_core::language::Language;
use qoldau_core::people::registry::{
    ErasedPerson, PersonExport, PersonMention, Registry, erase_person, export_person,
};
use qoldau_core::value::Id;

use super::{Outcome, registry};
use crate::args::{PeopleHow, To};
use crate::trouble::Trouble;
use crate::{ledger, output, speech, work};

/// Whom is asked about, and what may hold something of it.
struct Asked<'a> {
    person: &'a Id,
    registry: Registry,
    facts: FactsRead,
}

impl<'a> Asked<'a> {
    fn of(journal: &Path, how: &'a PeopleHow) -> Result<Self, Trouble> {
        let missing = |option| Trouble::person_missing(option);
        let person = how.one.as_ref().ok_or_else(|| missing("--one"))?;
        let file = how.registry.as_deref().ok_or_else(|| missing("--registry"))?;
        Ok(Self { person, registry: registry(file)?, facts: work::facts(journal)? })
    }
}

/// `qoldau people export JOURNAL --registry REGISTRY --one ID`: all that both hold of a person, as JSON.
pub(super) fn export(
    journal: &Path,
    how: &PeopleHow,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    let asked = Asked::of(journal, how)?;
    let held: PersonExport = export_person(&asked.registry, &asked.facts, asked.person);
    if held.records.is_empty() && held.mentions.is_empty() {
        return Err(Trouble::nobody());
    }
    output::write(&output::json(&held)?, to)?;
    Ok(told(&held.findings, language))
}

/// `qoldau people erase JOURNAL --registry REGISTRY --one ID`: the registry without the person, and which entries of the journal still have an id
/// that stands for nobody any more. The journal stays as it is.
pub(super) fn erase(
    journal: &Path,
    how: &PeopleHow,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    let asked = Asked::of(journal, how)?;
    let erased: ErasedPerson = erase_person(&asked.registry, &asked.facts, asked.person);
    if erased.records == 0 && erased.mentions.is_empty() {
        return Err(Trouble::nobody());
    }
    if how.json {
        output::write(&output::json(&erased)?, to)?;
    } else {
        // The registry takes the place of the one that holds the person.
        let own: Vec<&Path> = how.registry.as_deref().into_iter().collect();
        output::over(output::json(&erased.registry)?.as_bytes(), to, &own)?;
    }
    let (records, entries) = (erased.records.to_string(), listed(&erased.mentions));
    let say = |saying, params: &[(&str, &str)]| {
        output::complain(&(speech::said(&saying, params, language) + "\n"));
    };
    say(speech::ERASED, &[("records", &records)]);
    if !erased.mentions.is_empty() {
        say(speech::STILL_NAMED, &[("entries", &entries)]);
    }
    Ok(told(&erased.findings, language))
}

/// The entries by their ids, as they stand in the journal.
fn listed(mentions: &[PersonMention]) -> String {
    let ids: Vec<&str> = mentions.iter().map(|mention| mention.entry.as_str()).collect();
    ids.join(", ")
}

/// What of the journal could not be taken: it may name the person too.
fn told(findings: &[Finding], language: Language) -> Outcome {
    output::complain(&ledger::findings(findings, language));
    Outcome::of(findings)
}
