//! The calls about the registry of people, keys and what is made with them, and workbooks.

use qoldau_core::failure::Failure;
use qoldau_core::people::duplicates::{ListedPerson, PairDecision};
use qoldau_core::people::import::SheetColumns;
use qoldau_core::people::linkage::LinkageKey;
use qoldau_core::people::reach::{Attendance, Headcount, PersonFacts, PersonSketch, ReachPart};
use qoldau_core::people::registry::{Registry, RegistryError};
use qoldau_core::value::Id;
use qoldau_core::whole::{people, registry};
use qoldau_core::workbook::WorkbookError;
use serde_json::Value;

use super::calls::{Arguments, Fault, coded, out};

coded!(RegistryError, WorkbookError);

/// Carries a call out; nothing where there is no such call here.
pub(super) fn call(name: &str, given: &Arguments<'_>) -> Option<Result<Value, Fault>> {
    let carried_out = match name {
        "guessWorkbook" | "importWorkbook" => of_workbook(name, given),
        "readRegistry" | "writeRegistry" | "checkRegistry" | "registryFacts" | "registryRows"
        | "exportPerson" | "erasePerson" => of_registry(name, given),
        "pseudonymsOf" | "rotatePseudonyms" | "linkageKeys" | "matchKeys" => with_keys(name, given),
        "reachPart" | "mergeReachParts" | "reachOfPart" => in_parts(name, given),
        "sketchPersons" | "mergeSketches" | "estimateSketch" => sketched(name, given),
        _ => return None,
    };
    Some(carried_out)
}

fn of_failure(failure: Failure) -> Fault {
    Fault(failure.code)
}

fn of_workbook(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    let bytes = given.bytes("bytes")?;
    if name == "guessWorkbook" {
        return out(people::guess_workbook(&bytes)?);
    }
    let sheets: Vec<SheetColumns> = given.or_default("sheets")?;
    out(people::import_workbook(&bytes, &sheets)?)
}

/// A registry that is handed over as a value is read like one from a file.
fn registry_of(given: &Arguments<'_>) -> Result<Registry, Fault> {
    let value: Value = given.get("registry")?;
    Ok(registry::read_registry(value.to_string().as_bytes())?)
}

fn of_registry(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    if name == "readRegistry" {
        return out(registry::read_registry(&given.bytes("bytes")?)?);
    }
    let known = registry_of(given)?;
    match name {
        "writeRegistry" => out(registry::write_registry(&known)?),
        "checkRegistry" => out(registry::check_registry(&known, given.get("on")?)),
        "registryRows" => out(registry::registry_rows(&known)),
        "registryFacts" => {
            let decisions: Vec<PairDecision> = given.or_default("decisions")?;
            out(registry::registry_facts(&known, &decisions))
        }
        _ => {
            let (journal, person): (Vec<u8>, Id) = (given.bytes("journal")?, given.get("person")?);
            if name == "exportPerson" {
                out(registry::export_person(&known, &journal, &person).map_err(of_failure)?)
            } else {
                out(registry::erase_person(&known, &journal, &person).map_err(of_failure)?)
            }
        }
    }
}

fn with_keys(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    match name {
        "pseudonymsOf" => {
            let persons: Vec<Id> = given.get("persons")?;
            out(registry::pseudonyms_of(&given.get("key")?, &persons).map_err(of_failure)?)
        }
        "rotatePseudonyms" => {
            let persons: Vec<Id> = given.get("persons")?;
            let changes = registry::rotate_pseudonyms(&given.get("old")?, &given.get("new")?, &persons);
            out(changes.map_err(of_failure)?)
        }
        "linkageKeys" => {
            let people: Vec<ListedPerson> = given.get("people")?;
            out(registry::linkage_keys(&people, &given.get("key")?).map_err(of_failure)?)
        }
        _ => {
            let (ours, theirs): (Vec<LinkageKey>, Vec<LinkageKey>) =
                (given.get("ours")?, given.get("theirs")?);
            out(registry::match_keys(&ours, &theirs, given.get("least")?).map_err(of_failure)?)
        }
    }
}

fn in_parts(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    match name {
        "reachPart" => {
            let (known, attendances): (Vec<PersonFacts>, Vec<Attendance>) =
                (given.get("people")?, given.get("attendances")?);
            let (headcounts, key): (Vec<Headcount>, Id) = (given.get("headcounts")?, given.get("key")?);
            let part = registry::reach_part(&key, &known, &attendances, &headcounts, &given.get("question")?);
            out(part.map_err(of_failure)?)
        }
        "mergeReachParts" => {
            let parts: Vec<ReachPart> = given.get("parts")?;
            out(registry::merge_reach_parts(&parts).map_err(of_failure)?)
        }
        _ => out(registry::reach_of_part(&given.get("part")?).map_err(of_failure)?),
    }
}

fn sketched(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    match name {
        "sketchPersons" => {
            let (key, persons): (Id, Vec<Id>) = (given.get("key")?, given.get("persons")?);
            out(registry::sketch_persons(&key, &persons))
        }
        "mergeSketches" => {
            let sketches: Vec<PersonSketch> = given.get("sketches")?;
            out(registry::merge_sketches(&sketches).map_err(of_failure)?)
        }
        _ => out(registry::estimate_sketch(&given.get("sketch")?).map_err(of_failure)?),
    }
}
