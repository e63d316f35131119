//! Values of the registry of people, of keys and parts, and of workbooks.

use qoldau_core::failure::{from_json, from_json_by_serde, to_canonical_json};
use qoldau_core::people::duplicates::PairDecision;
use qoldau_core::people::import::{SheetColumns, SheetGuess, WorkbookPeople};
use qoldau_core::people::linkage::{LinkageKey, LinkedPair};
use qoldau_core::people::pseudonym::PseudonymChange;
use qoldau_core::people::reach::{PersonFacts, PersonSketch, ReachPart, ReachPolicy, ShownReach};
use qoldau_core::people::registry::{ErasedPerson, PersonExport, Registry};
use qoldau_core::value::Id;
use qoldau_core::whole::registry::{HostKey, read_registry};

use crate::QoldauError;

from_json! {
    host_key_from_json -> HostKey;
    ids_from_json -> Vec<Id>;
    pair_decisions_from_json -> Vec<PairDecision>;
    person_sketch_from_json -> PersonSketch;
    person_sketches_from_json -> Vec<PersonSketch>;
    reach_policy_from_json -> ReachPolicy;
    sheet_columns_from_json -> Vec<SheetColumns>;
}

/// Reads the value from its JSON. Errors: `REG001` to `REG004`, as for the registry's own file.
#[uniffi::export]
pub fn registry_from_json(text: &str) -> Result<Registry, QoldauError> {
    Ok(read_registry(text.as_bytes())?)
}

/// Reads the value from its JSON. Error: `INP001` with the path of the field.
#[uniffi::export]
pub fn linkage_keys_from_json(text: &str) -> Result<Vec<LinkageKey>, QoldauError> {
    Ok(from_json_by_serde(text.as_bytes())?)
}

/// Reads the value from its JSON. Error: `INP001` with the path of the field.
#[uniffi::export]
pub fn reach_part_from_json(text: &str) -> Result<ReachPart, QoldauError> {
    Ok(from_json_by_serde(text.as_bytes())?)
}

/// Reads the value from its JSON. Error: `INP001` with the path of the field.
#[uniffi::export]
pub fn reach_parts_from_json(text: &str) -> Result<Vec<ReachPart>, QoldauError> {
    Ok(from_json_by_serde(text.as_bytes())?)
}

to_json! {
    erased_person_to_json(ErasedPerson);
    linkage_keys_to_json(Vec<LinkageKey>);
    linked_pairs_to_json(Vec<LinkedPair>);
    person_export_to_json(PersonExport);
    person_facts_to_json(Vec<PersonFacts>);
    person_sketch_to_json(PersonSketch);
    pseudonym_changes_to_json(Vec<PseudonymChange>);
    reach_part_to_json(ReachPart);
    registry_to_json(Registry);
    sheet_guesses_to_json(Vec<SheetGuess>);
    shown_reach_to_json(ShownReach);
    workbook_people_to_json(WorkbookPeople);
}
