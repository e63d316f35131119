//! The journal of facts.

use qoldau_core::facts::{Entry, FactsLimits, FactsRead};
use qoldau_core::whole;

use crate::QoldauError;

/// Reads a journal, JSON lines or the compact form. A line that cannot be taken is a finding, and the others still
/// count. Errors: `FCT001` for a newer format, `FCT002` for too many entries, `FCT003` for no journal.
#[uniffi::export(default(limits = None))]
pub fn read_facts(bytes: Vec<u8>, limits: Option<FactsLimits>) -> Result<FactsRead, QoldauError> {
    Ok(whole::facts_of(&bytes, &limits.unwrap_or_default())?)
}

/// Writes an entry as one line of a journal, without the line's end. Error: `FCT004` when the body of an unknown kind is
/// not JSON.
#[uniffi::export]
pub fn write_entry(entry: &Entry) -> Result<String, QoldauError> {
    Ok(whole::write_entry(entry)?)
}
