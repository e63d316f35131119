//! The package as bytes, and whether they are those that were handed in.

use serde::Serialize;

use super::model::Package;
use crate::facts::FactsError;
use crate::finding::Finding;
use crate::json;
use crate::value::Id;
use crate::value::format::{FormatFault, Head, Version};
use crate::value::hex::sha256;

const NAME: &str = "qoldau-package";
const KNOWN: Version = Version { major: 1, minor: 4 };

/// Why a package could not be made or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PackageError {
    /// The journal that it is made of cannot be read.
    #[error(transparent)]
    Journal(#[from] FactsError),
    /// A newer version of the product wrote it.
    #[error("the package is of the newer format `{format}`")]
    NewerFormat {
        /// The format it names.
        format: String,
    },
    /// It is something else.
    #[error("this is no package of a submission")]
    NotAPackage,
    /// It is damaged.
    #[error("line {line}, column {column}: {detail}")]
    Malformed {
        /// Line, from 1.
        line: u32,
        /// Column in bytes, from 1.
        column: u32,
        /// What is wrong.
        detail: String,
    },
    /// The plan or an entry cannot be written as JSON.
    #[error("it cannot be written as JSON")]
    Unwritable,
    /// No entry tells that the package was handed in.
    #[error("no entry tells that the package with the digest `{digest}` was handed in")]
    NotHandedIn {
        /// The digest of the package.
        digest: String,
    },
    /// It is not the package that was handed in.
    #[error("the package is not the one that was handed in: its digest is `{digest}`, not `{told}`")]
    PackageAltered {
        /// The digest of the package.
        digest: String,
        /// The digest that the entry tells.
        told: String,
    },
    /// Two packages are of two plans, so that no line of the one is a line of the other.
    #[error("the packages are of two plans, `{before}` and `{now}`")]
    PackagesOfTwoPlans {
        /// Id of the plan of the earlier package.
        before: Id,
        /// Id of the plan of the later one.
        now: Id,
    },
    /// The plan, its editions and the journal do not belong together.
    #[error("the plan, its editions and the journal do not belong together: {}", codes(findings))]
    DoesNotFit {
        /// What does not fit.
        findings: Vec<Finding>,
    },
    /// An entry beside the package is not what was recorded.
    #[error("entry `{entry}` was altered: its seal does not fit it, or the package bears another one")]
    EntryAltered {
        /// Id of the entry.
        entry: Id,
    },
}

impl PackageError {
    /// The error's stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Journal(error) => error.code(),
            Self::NewerFormat { .. } => "PKG001",
            Self::NotAPackage => "PKG002",
            Self::Malformed { .. } => "PKG003",
            Self::Unwritable => "PKG004",
            Self::NotHandedIn { .. } => "PKG005",
            Self::PackageAltered { .. } => "PKG006",
            Self::EntryAltered { .. } => "PKG007",
            Self::PackagesOfTwoPlans { .. } => "PKG008",
            Self::DoesNotFit { .. } => "PKG009",
        }
    }
}

/// The codes of findings, each once.
pub(crate) fn codes(findings: &[Finding]) -> String {
    let codes: std::collections::BTreeSet<&str> =
        findings.iter().map(|finding| finding.code.as_str()).collect();
    codes.into_iter().collect::<Vec<_>>().join(", ")
}

/// Reads a package from its JSON. A byte order mark is tolerated. A package of an earlier version stays one, and keeps its
/// digest.
///
/// # Errors
/// [`PackageError`]: a newer format (`PKG001`), what is no package (`PKG002`), what is damaged (`PKG003`).
pub fn read_package(bytes: &[u8]) -> Result<Package, PackageError> {
    let head: Head = json::read(bytes).map_err(malformed)?;
    head.accept(NAME, KNOWN).map_err(|fault| match fault {
        FormatFault::Newer(format) => PackageError::NewerFormat { format },
        FormatFault::Other => PackageError::NotAPackage,
    })?;
    json::read(bytes).map_err(malformed)
}

pub(super) fn malformed(json::Fault { line, column, detail, .. }: json::Fault) -> PackageError {
    PackageError::Malformed { line, column, detail }
}

/// Writes a package as canonical JSON (RFC 8785): equal packages give equal bytes.
///
/// # Errors
/// [`PackageError::Unwritable`] (`PKG004`).
pub fn write_package(package: &Package) -> Result<String, PackageError> {
    canonical(package)
}

/// The digest of a package, as its `submission` entry bears it: SHA-256 of its canonical JSON, lower-case hexadecimal.
///
/// # Errors
/// [`PackageError::Unwritable`] (`PKG004`).
pub fn digest_of(package: &Package) -> Result<String, PackageError> {
    digest_of_value(package)
}

/// Whether a package is the one that was handed in under a digest. However it was laid out as JSON, what it says decides.
#[must_use]
pub fn fits(package: &Package, digest: &str) -> bool {
    digest_of(package).is_ok_and(|own| own == digest)
}

/// SHA-256 of the canonical JSON of a value.
pub(super) fn digest_of_value<T: Serialize>(value: &T) -> Result<String, PackageError> {
    Ok(sha256(&[&canonical(value)?]))
}

/// The canonical JSON of a value. By way of its text, for which the module of the browser has a writer anyway.
pub(super) fn canonical<T: Serialize>(value: &T) -> Result<String, PackageError> {
    let text = serde_json::to_string(value).and_then(|text| json::canonical_text(&text));
    text.map_err(|_| PackageError::Unwritable)
}
