//! Floor 0: a file that holds others (a .docx, a bundle): its table of contents, and its parts one by one, within limits.

mod fault;
mod reference;
mod write;

use miniz_oxide::inflate::decompress_slice_iter_to_slice;
use rawzip::{CompressionMethod, Error as ZipError, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

pub(crate) use fault::ArchiveFault;
pub use fault::{Damage, Excess};
pub(crate) use reference::{NoLetter, letter};
pub(crate) use write::{NewPart, write_archive};

/// Parts up to this size may grow by any ratio: 1 MiB.
const SMALL_PART: usize = 1 << 20;

/// How much of an archive is unpacked at most.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ArchiveLimits {
    /// Size of one unpacked part, in bytes.
    pub(crate) unpacked: u32,
    /// How many times larger than its packed form a part above 1 MiB may be.
    pub(crate) ratio: u32,
    /// Files in it.
    pub(crate) entries: u32,
}

/// One file of an archive.
pub(crate) struct Part {
    name: Vec<u8>,
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    locked: bool,
    starts: u64,
}

/// An opened archive.
pub(crate) struct Archive<'a> {
    zip: ZipSliceArchive<&'a [u8]>,
    parts: Vec<Part>,
    limits: ArchiveLimits,
}

impl<'a> Archive<'a> {
    /// Reads the table of contents.
    pub(crate) fn open(bytes: &'a [u8], limits: ArchiveLimits) -> Result<Self, ArchiveFault> {
        let zip = ZipArchive::from_slice(bytes).map_err(|_| ArchiveFault::Damaged(Damage::Directory))?;
        let mut parts: Vec<Part> = Vec::with_capacity(usual_entries(zip.entries_hint()));
        for entry in zip.entries() {
            let entry = entry.map_err(directory_fault)?;
            if beyond(parts.len().saturating_add(1), limits.entries) {
                return Err(ArchiveFault::UnpacksTooLarge(Excess::Entries));
            }
            parts.push(Part {
                name: entry.file_path().as_bytes().to_vec(),
                place: entry.wayfinder(),
                method: entry.compression_method(),
                locked: entry.flags().is_encrypted(),
                starts: entry.local_header_offset(),
            });
        }
        Ok(Self { zip, parts, limits })
    }

    /// The part of this name, without regard to case, as the format asks.
    pub(crate) fn part(&self, name: &[u8]) -> Option<&Part> {
        self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name))
    }

    /// Whether the name of any part begins so.
    pub(crate) fn holds(&self, prefix: &[u8]) -> bool {
        self.parts.iter().any(|part| part.name.starts_with(prefix))
    }

    /// The bytes of a part: whole, of the size and checksum stated; or an error.
    pub(crate) fn bytes(&self, part: &Part) -> Result<Vec<u8>, ArchiveFault> {
        if part.locked {
            return Err(ArchiveFault::Protected);
        }
        let entry = self.zip.get_entry(part.place).map_err(directory_fault)?;
        let range = entry.compressed_data_range();
        if self.parts.iter().any(|other| shares_bytes(part, other, range)) {
            return Err(ArchiveFault::Damaged(Damage::Overlap));
        }
        let claim = entry.claim_verifier();
        let size = usize::try_from(claim.uncompressed_size).unwrap_or(usize::MAX);
        self.allow(size, entry.data().len())?;
        let bytes = match part.method {
            CompressionMethod::STORE => entry.data().to_vec(),
            CompressionMethod::DEFLATE => inflate(entry.data(), size)?,
            _ => return Err(ArchiveFault::Damaged(Damage::Method)),
        };
        if bytes.len() != size {
            return Err(ArchiveFault::Damaged(Damage::Size));
        }
        if crc32fast::hash(&bytes) != claim.crc {
            return Err(ArchiveFault::Damaged(Damage::Checksum));
        }
        Ok(bytes)
    }

    /// Refuses a part that is too large, or that grows too much, before anything of it is unpacked.
    fn allow(&self, size: usize, packed: usize) -> Result<(), ArchiveFault> {
        if beyond(size, self.limits.unpacked) {
            return Err(ArchiveFault::UnpacksTooLarge(Excess::Size));
        }
        let ratio = usize::try_from(self.limits.ratio).unwrap_or(usize::MAX);
        if size > SMALL_PART && size > packed.saturating_mul(ratio) {
            return Err(ArchiveFault::UnpacksTooLarge(Excess::Ratio));
        }
        Ok(())
    }
}

/// Room for the files that an archive says it has: a list that grows is moved each time. It may say anything.
fn usual_entries(said: u64) -> usize {
    const USUAL: usize = 64;
    usize::try_from(said).map_or(USUAL, |said| said.min(USUAL))
}

/// Whether another file of the archive begins within the bytes of this part, or has its name.
fn shares_bytes(part: &Part, other: &Part, (start, end): (u64, u64)) -> bool {
    let same = other.starts == part.starts && other.name == part.name;
    let within = (part.starts..end.max(start)).contains(&other.starts);
    let named_alike = other.name.eq_ignore_ascii_case(&part.name);
    if same { false } else { within || named_alike }
}

/// Unpacks deflated bytes into exactly `size` bytes.
fn inflate(packed: &[u8], size: usize) -> Result<Vec<u8>, ArchiveFault> {
    let mut bytes = vec![0; size];
    let written = decompress_slice_iter_to_slice(&mut bytes, std::iter::once(packed), false, true)
        .map_err(|_| ArchiveFault::Damaged(Damage::Packing))?;
    bytes.truncate(written);
    Ok(bytes)
}

/// A fault of the table of contents.
fn directory_fault(_: ZipError) -> ArchiveFault {
    ArchiveFault::Damaged(Damage::Directory)
}

/// Whether a length is beyond a limit.
pub(crate) fn beyond(length: usize, limit: u32) -> bool {
    u32::try_from(length).map_or(true, |length| length > limit)
}
