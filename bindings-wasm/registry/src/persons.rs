//! Who is behind the ids.

use qoldau_core::people::duplicates::PairDecision;
use qoldau_core::people::identity::{EmailAddress, KatoPlace};
use qoldau_core::people::registry::{ErasedPerson, PersonExport, Registry};
use qoldau_core::value::{Id, IsoDate};
use qoldau_core::whole::registry;
use qoldau_wasm_boundary::{
    bytes, give, give_typed, json_of, take, take_by_serde, take_or_default, thrown, typed,
};
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// A registry that was handed over as a value.
fn registry_of(value: &JsValue) -> Result<Registry, JsValue> {
    registry::read_registry(json_of("registry", value)?.as_bytes()).map_err(thrown)
}

/// A date from its text, `2024-06-14`: how the branded type is made.
///
/// Throws `INP001` for what is no date.
#[wasm_bindgen(js_name = isoDate)]
pub fn iso_date(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Ts<IsoDate>, JsValue> {
    give_typed(&take::<IsoDate>("text", text)?)
}

/// An e-mail address from its text: how the branded type is made.
///
/// Throws `INP001` for what has not the form of one. No error quotes it.
#[wasm_bindgen(js_name = emailAddress)]
pub fn email_address(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Ts<EmailAddress>, JsValue> {
    give_typed(&take_by_serde::<EmailAddress>("text", text)?)
}

/// A place from the digits of the classifier KATO, nine or the two of a region: how the branded type is made.
///
/// Throws `INP001` for what is none. No error quotes it.
#[wasm_bindgen(js_name = katoPlace)]
pub fn kato_place(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Ts<KatoPlace>, JsValue> {
    give_typed(&take_by_serde::<KatoPlace>("text", text)?)
}

/// Reads a registry from its JSON (`qoldau-registry/1.0`).
///
/// Throws `REG001` for a newer format, `REG002` for no registry, `REG003` for no JSON, `REG004` for a field that is none. No error quotes anything of it.
#[wasm_bindgen(js_name = readRegistry)]
pub fn read_registry(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] registry: &JsValue,
) -> Result<Ts<Registry>, JsValue> {
    give_typed(&registry::read_registry(&bytes("bytes", registry)?).map_err(thrown)?)
}

/// Writes a registry as canonical JSON (RFC 8785).
///
/// Throws `REG001` to `REG004` for a value that is no registry.
#[wasm_bindgen(js_name = writeRegistry)]
pub fn write_registry(
    #[wasm_bindgen(unchecked_param_type = "Registry")] registry: &JsValue,
) -> Result<String, JsValue> {
    registry::write_registry(&registry_of(registry)?).map_err(thrown)
}

/// Looks through a registry on a day: ids that are there twice, consents that are missing, minors who agreed alone, numbers that nobody needs. The module
/// `qoldau/people` says the findings in words.
///
/// Throws `REG001` to `REG004` for a value that is no registry.
#[wasm_bindgen(js_name = checkRegistry, unchecked_return_type = "Finding[]")]
pub fn check_registry(
    #[wasm_bindgen(unchecked_param_type = "Registry")] registry: &JsValue,
    on: &Ts<IsoDate>,
) -> Result<JsValue, JsValue> {
    give(&registry::check_registry(&registry_of(registry)?, typed("on", on)?))
}

/// What reach is counted by, without names, telephones and numbers. People whom decisions join count as one, under the smallest id.
///
/// Throws `REG001` to `REG004` for a value that is no registry.
#[wasm_bindgen(js_name = registryFacts, unchecked_return_type = "PersonFacts[]")]
pub fn registry_facts(
    #[wasm_bindgen(unchecked_param_type = "Registry")] registry: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "PairDecision[] | null")] decisions: &JsValue,
) -> Result<JsValue, JsValue> {
    let registry = registry_of(registry)?;
    let decisions: Vec<PairDecision> = take_or_default("decisions", decisions)?;
    give(&registry::registry_facts(&registry, &decisions))
}

/// The people of a registry as rows of a list, with their names, telephones and numbers: `pairLists` of `qoldau/people` says by them who of a list is
/// who of the registry.
///
/// Throws `REG001` to `REG004` for a value that is no registry.
#[wasm_bindgen(js_name = registryRows, unchecked_return_type = "ListedPerson[]")]
pub fn registry_rows(
    #[wasm_bindgen(unchecked_param_type = "Registry")] registry: &JsValue,
) -> Result<JsValue, JsValue> {
    give(&registry::registry_rows(&registry_of(registry)?))
}

/// All that a registry and a journal hold of a person, for that person. No bytes are a journal without entries.
///
/// Throws `REG001` to `REG004` for a value that is no registry, `FCT001` to `FCT003` for bytes that are no journal.
#[wasm_bindgen(js_name = exportPerson)]
pub fn export_person(
    #[wasm_bindgen(unchecked_param_type = "Registry")] registry: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    person: &Ts<Id>,
) -> Result<Ts<PersonExport>, JsValue> {
    let (registry, journal, person) =
        (registry_of(registry)?, bytes("journal", journal)?, typed("person", person)?);
    give_typed(&registry::export_person(&registry, &journal, &person).map_err(thrown)?)
}

/// Takes a person out of a registry for good, and names the entries of a journal that still have the id. No bytes are a journal without entries.
///
/// Throws `REG001` to `REG004` for a value that is no registry, `FCT001` to `FCT003` for bytes that are no journal.
#[wasm_bindgen(js_name = erasePerson)]
pub fn erase_person(
    #[wasm_bindgen(unchecked_param_type = "Registry")] registry: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    person: &Ts<Id>,
) -> Result<Ts<ErasedPerson>, JsValue> {
    let (registry, journal, person) =
        (registry_of(registry)?, bytes("journal", journal)?, typed("person", person)?);
    give_typed(&registry::erase_person(&registry, &journal, &person).map_err(thrown)?)
}
