//! The registry of people, keys and what is made with them, and lists in workbooks.

use qoldau_core::finding::Finding;
use qoldau_core::people::duplicates::{ListedPerson, PairDecision};
use qoldau_core::people::import::{SheetColumns, SheetGuess, WorkbookPeople};
use qoldau_core::people::linkage::{LinkageKey, LinkedPair};
use qoldau_core::people::pseudonym::PseudonymChange;
use qoldau_core::people::reach::{
    Attendance, Headcount, PersonFacts, PersonSketch, Reach, ReachPart, ReachQuestion,
};
use qoldau_core::people::registry::{ErasedPerson, PersonExport, Registry};
use qoldau_core::value::{Id, IsoDate};
use qoldau_core::whole::people;
use qoldau_core::whole::registry::{self as whole, HostKey};

use crate::QoldauError;

/// Guesses where on the sheets of a workbook (.xlsx) people stand, and which column holds what. Errors: `WBK001` to `WBK011` for
/// bytes that are no workbook, or one that is damaged, protected or too large.
#[uniffi::export]
pub fn guess_workbook(bytes: Vec<u8>) -> Result<Vec<SheetGuess>, QoldauError> {
    Ok(people::guess_workbook(&bytes)?)
}

/// Reads the lists of people of a workbook (.xlsx), sheet by sheet. A sheet of which nothing is said is taken for what is guessed; one
/// that is given without columns is not read. Nothing is dropped: what is hidden is read, a cell that cannot be read is kept as it
/// stands, and each has a finding. Errors: `WBK001` to `WBK011`.
#[uniffi::export(default(sheets = []))]
pub fn import_workbook(bytes: Vec<u8>, sheets: Vec<SheetColumns>) -> Result<WorkbookPeople, QoldauError> {
    Ok(people::import_workbook(&bytes, &sheets)?)
}

/// Reads a registry from its JSON (`qoldau-registry/1.0`). Errors: `REG001` for a newer format, `REG002` for no registry, `REG003` for no
/// JSON, `REG004` for a field that is none. No error quotes anything of it.
#[uniffi::export]
pub fn read_registry(bytes: Vec<u8>) -> Result<Registry, QoldauError> {
    Ok(whole::read_registry(&bytes)?)
}

/// Writes a registry as canonical JSON (RFC 8785).
#[uniffi::export]
pub fn write_registry(registry: &Registry) -> Result<String, QoldauError> {
    Ok(whole::write_registry(registry)?)
}

/// Looks through a registry on a day: ids that are there twice, consents that are missing, minors who agreed alone, numbers that nobody
/// needs.
#[uniffi::export]
pub fn check_registry(registry: &Registry, on: IsoDate) -> Result<Vec<Finding>, QoldauError> {
    Ok(whole::check_registry(registry, on))
}

/// What reach is counted by, without names, telephones and numbers. People whom decisions join count as one, under the smallest id.
#[uniffi::export(default(decisions = []))]
pub fn registry_facts(
    registry: &Registry,
    decisions: Vec<PairDecision>,
) -> Result<Vec<PersonFacts>, QoldauError> {
    Ok(whole::registry_facts(registry, &decisions))
}

/// The people of a registry as rows of a list, with their names, telephones and numbers: `pair_lists` says by them who of a list is who of the registry.
#[uniffi::export]
pub fn registry_rows(registry: &Registry) -> Result<Vec<ListedPerson>, QoldauError> {
    Ok(whole::registry_rows(registry))
}

/// All that a registry and a journal hold of a person, for that person. No bytes are a journal without entries. Errors: `FCT001` to
/// `FCT003` for bytes that are no journal.
#[uniffi::export]
pub fn export_person(registry: &Registry, journal: Vec<u8>, person: Id) -> Result<PersonExport, QoldauError> {
    Ok(whole::export_person(registry, &journal, &person)?)
}

/// Takes a person out of a registry for good, and names the entries of a journal that still have the id. No bytes are a journal
/// without entries. Errors: `FCT001` to `FCT003` for bytes that are no journal.
#[uniffi::export]
pub fn erase_person(registry: &Registry, journal: Vec<u8>, person: Id) -> Result<ErasedPerson, QoldauError> {
    Ok(whole::erase_person(registry, &journal, &person)?)
}

/// The pseudonyms of people, in their order: from the ids of the registry to what stands for them outside of it (HMAC-SHA-256). Errors:
/// `INP001` for a secret that is no hexadecimal digits, `PPE002`, `PPE003`.
#[uniffi::export]
pub fn pseudonyms_of(key: &HostKey, persons: Vec<Id>) -> Result<Vec<PseudonymChange>, QoldauError> {
    Ok(whole::pseudonyms_of(key, &persons)?)
}

/// From the pseudonyms of an old key to those of a new one, for the people of a registry. After what was written is brought over, the
/// old key and this table are destroyed. Errors: as `pseudonyms_of`.
#[uniffi::export]
pub fn rotate_pseudonyms(
    old: &HostKey,
    new: &HostKey,
    persons: Vec<Id>,
) -> Result<Vec<PseudonymChange>, QoldauError> {
    Ok(whole::rotate_pseudonyms(old, new, &persons)?)
}

/// The linkage keys of rows, in their order: by them two organisations compare lists without showing names. They are personal data:
/// whoever has the secret can try names on them. Errors: as `pseudonyms_of`.
#[uniffi::export]
pub fn linkage_keys(people: Vec<ListedPerson>, key: &HostKey) -> Result<Vec<LinkageKey>, QoldauError> {
    Ok(whole::linkage_keys(&people, key)?)
}

/// Pairs of rows whose keys are alike from `least` on, 0 to 1, each row in one pair at most; 0.8 is a beginning. Errors: `INP001` at
/// `/least` for what is no number from 0 to 1, `PPE004`.
#[uniffi::export]
pub fn match_keys(
    ours: Vec<LinkageKey>,
    theirs: Vec<LinkageKey>,
    least: f64,
) -> Result<Vec<LinkedPair>, QoldauError> {
    Ok(whole::match_keys(&ours, &theirs, least)?)
}

/// What one part of the work says towards a question of reach: people by pseudonyms of the named key, and headcounts. It holds no name
/// and no birth. Error: `INP001` at `/question/by` for more than three dimensions, at `/question/period` for a period that ends before it begins.
#[uniffi::export]
pub fn reach_part(
    key: Id,
    people: Vec<PersonFacts>,
    attendances: Vec<Attendance>,
    headcounts: Vec<Headcount>,
    question: &ReachQuestion,
) -> Result<ReachPart, QoldauError> {
    Ok(whole::reach_part(&key, &people, &attendances, &headcounts, question)?)
}

/// Puts parts together: the same whole in whatever order they come, and however often. Errors: `INP001` at `/parts` for none,
/// `PPE005` and `PPE006` for parts that do not belong together.
#[uniffi::export]
pub fn merge_reach_parts(parts: Vec<ReachPart>) -> Result<ReachPart, QoldauError> {
    Ok(whole::merge_reach_parts(&parts)?)
}

/// The reach of a part, or of parts put together. Error: `INP001` at `/part/question/by` for more than three dimensions, at `/part/question/period` for a period that ends before it begins.
#[uniffi::export]
pub fn reach_of_part(part: &ReachPart) -> Result<Reach, QoldauError> {
    Ok(whole::reach_of_part(part)?)
}

/// The sketch of a set of people by pseudonyms of the named key: four kilobytes, from which their number follows to within 1.6 %.
#[uniffi::export]
pub fn sketch_persons(key: Id, persons: Vec<Id>) -> Result<PersonSketch, QoldauError> {
    Ok(whole::sketch_persons(&key, &persons))
}

/// Puts sketches together: whoever is in any of them, once. Errors: `INP001` at `/sketches` for none, `PPE007`,
/// `PPE008`.
#[uniffi::export]
pub fn merge_sketches(sketches: Vec<PersonSketch>) -> Result<PersonSketch, QoldauError> {
    Ok(whole::merge_sketches(&sketches)?)
}

/// About how many different people are in a sketch. Error: `PPE008`.
#[uniffi::export]
pub fn estimate_sketch(sketch: &PersonSketch) -> Result<u32, QoldauError> {
    Ok(whole::estimate_sketch(sketch)?)
}
