//! The registry: who the people and organisations behind the ids are. It lies apart from the journal, and nothing but its ids leaves it.

mod check;
mod export;
mod model;
mod read;
mod rows;
mod rules;

pub use check::check_registry;
pub use export::{ErasedPerson, PersonExport, PersonMention, erase_person, export_person, registry_facts};
pub use model::{
    Consent, ConsentGiver, ConsentUse, OrganisationKind, REGISTRY_FORMAT, RegisteredOrganisation,
    RegisteredPerson, Registry, SelfReport,
};
pub use read::{RegistryError, read_registry, write_registry};
pub use rows::registry_rows;
pub(super) use rules::REGISTRY_RULES;

#[cfg(test)]
mod tests;
