//! Reads a journal of facts: JSON lines in the envelope of DESIGN.

use super::Entry;
use crate::finding::{Finding, RuleInfo};
use crate::value::Id;

/// What was read from a journal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactsRead {
    /// Id of the plan the journal belongs to, where its first line names one.
    pub plan: Option<Id>,
    /// The entries, in the order of the file.
    pub entries: Vec<Entry>,
    /// Lines that could not be taken, each with its number and reason.
    pub findings: Vec<Finding>,
}

/// Why a journal could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FactsError {
    /// The journal is of a newer format than this version knows.
    #[error("the journal has the newer format `{format}`")]
    NewerFormat {
        /// The format as it stands.
        format: String,
    },
}

/// Rules of the findings that reading facts gives.
pub const FACTS_RULES: &[&RuleInfo] = &[];

/// Reads a journal.
///
/// # Errors
/// [`FactsError::NewerFormat`] (`FCT001`).
pub fn read_facts(_bytes: &[u8]) -> Result<FactsRead, FactsError> {
    Ok(FactsRead::default())
}
