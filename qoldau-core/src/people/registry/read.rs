//! The registry's JSON.

use serde_json::error::Category;

use super::model::{REGISTRY_FORMAT, Registry};
use crate::json::{Fault, canonical, fault, text};
use crate::value::format::{FormatFault, Head, Version};

const NAME: &str = "qoldau-registry";
const KNOWN: Version = Version { major: 1, minor: 0 };

/// Why a registry could not be read or written. No error quotes anything of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RegistryError {
    /// It is of a newer format than this version knows.
    #[error("the registry has the newer format `{format}`")]
    NewerFormat {
        /// The format as it stands.
        format: String,
    },
    /// The JSON does not say that it is a registry.
    #[error("the JSON is not a registry: it names no format `qoldau-registry/…` of a known version")]
    NotARegistry,
    /// The text is not JSON.
    #[error("not JSON: {detail} (line {line}, column {column})")]
    NotJson {
        /// Line, from 1.
        line: u32,
        /// Column in bytes, from 1.
        column: u32,
        /// What is wrong.
        detail: String,
    },
    /// A field is unknown, missing or of the wrong kind.
    #[error("malformed registry at `{path}` (line {line}, column {column})")]
    Malformed {
        /// Which field: names and indexes from the registry down.
        path: String,
        /// Line, from 1.
        line: u32,
        /// Column in bytes, from 1.
        column: u32,
    },
    /// It cannot be written as JSON.
    #[error("the registry cannot be written as JSON")]
    Unwritable,
}

impl RegistryError {
    /// A stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NewerFormat { .. } => "REG001",
            Self::NotARegistry => "REG002",
            Self::NotJson { .. } => "REG003",
            Self::Malformed { .. } => "REG004",
            Self::Unwritable => "REG005",
        }
    }
}

/// Reads a registry from its JSON. A byte order mark is tolerated. Ids that are there twice and consents that are missing are no error:
/// [`check_registry`](super::check_registry) tells them.
///
/// # Errors
/// [`RegistryError`]: a newer format is told before anything else.
pub fn read_registry(json: &[u8]) -> Result<Registry, RegistryError> {
    let json = text(json).map_err(malformed)?;
    let head: Head = serde_json::from_str(json).map_err(|error| match error.classify() {
        Category::Data => RegistryError::NotARegistry,
        _ => malformed(fault(json, &error)),
    })?;
    head.accept(NAME, KNOWN).map_err(|fault| match fault {
        FormatFault::Newer(format) => RegistryError::NewerFormat { format },
        FormatFault::Other => RegistryError::NotARegistry,
    })?;
    let read: Registry = serde_json::from_str(json).map_err(|error| malformed(fault(json, &error)))?;
    Ok(Registry { format: REGISTRY_FORMAT.into(), ..read })
}

/// Writes a registry as canonical JSON (RFC 8785).
///
/// # Errors
/// [`RegistryError::Unwritable`].
pub fn write_registry(registry: &Registry) -> Result<String, RegistryError> {
    canonical(registry).map_err(|_| RegistryError::Unwritable)
}

fn malformed(Fault { path, line, column, detail }: Fault) -> RegistryError {
    match path {
        // What is wrong is not said, for the reader's words may repeat a cell.
        Some(path) => RegistryError::Malformed { path, line, column },
        None => RegistryError::NotJson { line, column, detail },
    }
}
