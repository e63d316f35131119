//! The header of a journal, which may recur.

use serde::Deserialize;

use super::FactsError;
use super::fault::Fault;
use super::tree::Tree;
use crate::value::Id;

/// Name of the journal's wire form.
const NAME: &str = "qoldau-journal";
/// The newest version this reader knows.
const KNOWN: Version = Version { major: 1, minor: 0 };

/// A header that could be read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    /// Its format, which has been judged before.
    #[serde(rename = "format")]
    _format: String,
    /// Id of the plan that the following entries belong to.
    #[serde(default)]
    pub(super) plan: Option<Id>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Version {
    major: u32,
    minor: u32,
}

impl Header {
    /// Reads a header. Its format is judged before anything else: a newer header may have any other fields.
    pub(super) fn read(tree: &Tree, line: u32) -> Result<Result<Self, Fault>, FactsError> {
        let version = match tree.field("format") {
            Some(Tree::Text(format)) => version_of(format),
            _ => None,
        };
        match version {
            Some(version) if version > KNOWN => {
                let format = format!("{NAME}/{}.{}", version.major, version.minor);
                Err(FactsError::NewerFormat { format, line })
            }
            Some(version) if version.major == KNOWN.major => Ok(Self::deserialize(tree)),
            _ => Err(FactsError::NotAJournal { line }),
        }
    }
}

/// The version a format names, if it is a journal's.
fn version_of(format: &str) -> Option<Version> {
    let number = |digits: &str| {
        let plain =
            !digits.is_empty() && digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    };
    let (major, minor) = format.strip_prefix(NAME)?.strip_prefix('/')?.split_once('.')?;
    Some(Version { major: number(major)?, minor: number(minor)? })
}
