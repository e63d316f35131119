//! The .docx as a package: finds the one part that holds the words and unpacks nothing else.

use miniz_oxide::inflate::decompress_slice_iter_to_slice;
use rawzip::{CompressionMethod, Error as ZipError, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::error::{Damage, Excess, OtherFormat, ReadError};
use super::limits::{ReadLimits, beyond};

/// Part that names the main document.
const RELATIONSHIPS: &[u8] = b"_rels/.rels";
/// Where the main document lies when nothing says otherwise.
const USUAL_DOCUMENT: &str = "word/document.xml";
/// Parts up to this size may grow by any ratio: 1 MiB.
const SMALL_PART: usize = 1 << 20;

/// The XML of the main document, as it stands: whether it is UTF-8 is told by reading it.
pub(super) fn main_document(bytes: &[u8], limits: &ReadLimits) -> Result<Vec<u8>, ReadError> {
    let package = Package::open(bytes, limits)?;
    let named = match package.part(RELATIONSHIPS) {
        Some(part) => main_part(utf8(&package.bytes(part)?)?),
        None => None,
    };
    let document = named
        .as_deref()
        .and_then(|name| package.part(name.as_bytes()))
        .or_else(|| package.part(USUAL_DOCUMENT.as_bytes()));
    match document {
        Some(part) => package.bytes(part),
        None => Err(package.without_document()),
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

/// One file of the package.
struct Part {
    name: Vec<u8>,
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    locked: bool,
    starts: u64,
}

/// An opened package.
struct Package<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    parts: Vec<Part>,
    limits: &'a ReadLimits,
}

impl<'a> Package<'a> {
    /// Reads the table of contents.
    fn open(bytes: &'a [u8], limits: &'a ReadLimits) -> Result<Self, ReadError> {
        let archive =
            ZipArchive::from_slice(bytes).map_err(|_| ReadError::Damaged { fault: Damage::Directory })?;
        let mut parts: Vec<Part> = Vec::new();
        for entry in archive.entries() {
            let entry = entry.map_err(directory_fault)?;
            if beyond(parts.len().saturating_add(1), limits.max_entries) {
                return Err(ReadError::UnpacksTooLarge { excess: Excess::Entries });
            }
            parts.push(Part {
                name: entry.file_path().as_bytes().to_vec(),
                place: entry.wayfinder(),
                method: entry.compression_method(),
                locked: entry.flags().is_encrypted(),
                starts: entry.local_header_offset(),
            });
        }
        Ok(Self { archive, parts, limits })
    }

    /// The part of this name, without regard to case, as the format asks.
    fn part(&self, name: &[u8]) -> Option<&Part> {
        self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a part: whole, of the size and checksum stated; or an error.
    fn bytes(&self, part: &Part) -> Result<Vec<u8>, ReadError> {
        if part.locked {
            return Err(ReadError::Protected);
        }
        let entry = self.archive.get_entry(part.place).map_err(directory_fault)?;
        let range = entry.compressed_data_range();
        if self.parts.iter().any(|other| shares_bytes(part, other, range)) {
            return Err(ReadError::Damaged { fault: Damage::Overlap });
        }
        let claim = entry.claim_verifier();
        let size = usize::try_from(claim.uncompressed_size).unwrap_or(usize::MAX);
        self.allow(size, entry.data().len())?;
        let bytes = match part.method {
            CompressionMethod::STORE => entry.data().to_vec(),
            CompressionMethod::DEFLATE => inflate(entry.data(), size)?,
            _ => return Err(ReadError::Damaged { fault: Damage::Method }),
        };
        if bytes.len() != size {
            return Err(ReadError::Damaged { fault: Damage::Size });
        }
        if rawzip::crc32(&bytes) != claim.crc {
            return Err(ReadError::Damaged { fault: Damage::Checksum });
        }
        Ok(bytes)
    }

    /// Refuses a part that is too large, or that grows too much, before anything of it is unpacked.
    fn allow(&self, size: usize, packed: usize) -> Result<(), ReadError> {
        if beyond(size, self.limits.max_unpacked) {
            return Err(ReadError::UnpacksTooLarge { excess: Excess::Size });
        }
        let ratio = usize::try_from(self.limits.max_ratio).unwrap_or(usize::MAX);
        if size > SMALL_PART && size > packed.saturating_mul(ratio) {
            return Err(ReadError::UnpacksTooLarge { excess: Excess::Ratio });
        }
        Ok(())
    }

    /// What to say of a package that has no main document.
    fn without_document(&self) -> ReadError {
        let holds = |prefix: &[u8]| self.parts.iter().any(|part| part.name.starts_with(prefix));
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
}

/// Whether another file of the package begins within the bytes of this part, or has its name.
fn shares_bytes(part: &Part, other: &Part, (start, end): (u64, u64)) -> bool {
    let same = other.starts == part.starts && other.name == part.name;
    let within = (part.starts..end.max(start)).contains(&other.starts);
    let named_alike = other.name.eq_ignore_ascii_case(&part.name);
    if same { false } else { within || named_alike }
}

/// Unpacks deflated bytes into exactly `size` bytes.
fn inflate(packed: &[u8], size: usize) -> Result<Vec<u8>, ReadError> {
    let mut bytes = vec![0; size];
    let written = decompress_slice_iter_to_slice(&mut bytes, std::iter::once(packed), false, true)
        .map_err(|_| ReadError::Damaged { fault: Damage::Packing })?;
    bytes.truncate(written);
    Ok(bytes)
}

/// The bytes as text. XML may be in UTF-16 too, which no word processor writes.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    std::str::from_utf8(bytes).map_err(|_| ReadError::Damaged { fault: Damage::Encoding })
}

/// A fault of the table of contents.
fn directory_fault(_: ZipError) -> ReadError {
    ReadError::Damaged { fault: Damage::Directory }
}
