//! The .docx as a package: finds the one part that holds the words and unpacks nothing else.

use super::error::{OtherFormat, ReadError};
use super::limits::ReadLimits;
use crate::archive::{Archive, ArchiveLimits, Damage};

/// Part that names the main document.
const RELATIONSHIPS: &[u8] = b"_rels/.rels";
/// Where the main document lies when nothing says otherwise.
const USUAL_DOCUMENT: &str = "word/document.xml";

/// The XML of the main document, as it stands.
pub(super) fn main_document(bytes: &[u8], limits: &ReadLimits) -> Result<Vec<u8>, ReadError> {
    let ReadLimits { max_unpacked, max_ratio, max_entries, .. } = *limits;
    let package = Archive::open(
        bytes,
        ArchiveLimits { unpacked: max_unpacked, ratio: max_ratio, entries: max_entries },
    )?;
    let named = match package.part(RELATIONSHIPS) {
        Some(part) => main_part(utf8(&package.bytes(part)?)?),
        None => None,
    };
    let document = named
        .as_deref()
        .and_then(|name| package.part(name.as_bytes()))
        .or_else(|| package.part(USUAL_DOCUMENT.as_bytes()));
    match document {
        Some(part) => Ok(package.bytes(part)?),
        None => Err(without_document(&package)),
    }
}

/// The name of the main document, as the package's relationships give it.
///
/// `.rels` is a flat list of elements, so its attributes are read without an XML reader.
fn main_part(relationships: &str) -> Option<String> {
    relationships
        .split('<')
        .filter(|element| element.starts_with("Relationship "))
        .find(|element| attribute(element, "Type").is_some_and(|kind| kind.ends_with("/officeDocument")))
        .and_then(|element| attribute(element, "Target"))
        .map(|target| target.trim_start_matches("./").trim_start_matches('/').to_owned())
}

/// The value of an attribute of an element.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    element.split_whitespace().find_map(|word| {
        let value = word.strip_prefix(name)?.strip_prefix('=')?;
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        value.strip_prefix(quote)?.split(quote).next()
    })
}

/// What to say of a package that has no main document.
fn without_document(archive: &Archive<'_>) -> ReadError {
    let holds = |prefix: &[u8]| archive.holds(prefix);
    let found = if holds(b"mimetype") {
        OtherFormat::OpenDocument
    } else if holds(b"xl/") || holds(b"ppt/") {
        OtherFormat::OtherOffice
    } else if holds(b"word/") || holds(b"[Content_Types].xml") {
        return ReadError::NoDocument;
    } else {
        OtherFormat::Archive
    };
    ReadError::OtherFormat { found }
}

/// The bytes as text. XML may be in UTF-16 too, which no word processor writes.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    simdutf8::basic::from_utf8(bytes).map_err(|_| ReadError::Damaged { fault: Damage::Encoding })
}
