//! The header of a journal, which may recur.

use qoldau_derive::Decode;

use super::FactsError;
use super::fault::Fault;
use crate::json::{At, Decode, Tree};
use crate::value::Id;
use crate::value::format::{FormatFault, Version, accept};

/// Name of the journal's wire form.
const NAME: &str = "qoldau-journal";
/// The newest version this reader knows.
const KNOWN: Version = Version { major: 1, minor: 1 };

/// A header that could be read.
#[derive(Decode)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    /// Its format, which has been judged before.
    #[serde(rename = "format")]
    _format: String,
    /// Id of the plan that the following entries belong to.
    #[serde(default)]
    pub(super) plan: Option<Id>,
}

impl Header {
    /// Reads a header. Its format is judged before anything else: a newer header may have any other fields.
    pub(super) fn read(tree: &Tree, line: u32) -> Result<Result<Self, Fault>, FactsError> {
        let format = match tree.field("format") {
            Some(Tree::Text(format)) => Some(&**format),
            _ => None,
        };
        match accept(format, NAME, KNOWN) {
            Ok(()) => Ok(Self::decode(&mut At(tree)).map_err(Fault::from)),
            Err(FormatFault::Newer(format)) => Err(FactsError::NewerFormat { format, line }),
            Err(FormatFault::Other) => Err(FactsError::NotAJournal { line }),
        }
    }
}
