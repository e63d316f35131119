//! Writes an archive whose bytes depend on nothing but what is in it.

use std::io::Write as _;

use miniz_oxide::deflate::compress_to_vec;
use rawzip::{CompressionMethod, DataDescriptorOutput, Error, ZipArchiveWriter};

/// How hard to pack: as `gzip -6`.
const LEVEL: u8 = 6;

/// A part to be written.
pub(crate) struct NewPart<'a> {
    /// Its name.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: &'a [u8],
    /// Whether packing it would be in vain, because it is packed already.
    pub(crate) packed: bool,
}

/// Writes parts, in their order and without times, so that equal parts give equal bytes.
pub(crate) fn write_archive(parts: &[NewPart<'_>]) -> Result<Vec<u8>, Error> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for NewPart { name, bytes, packed } in parts {
        let deflated = if *packed { None } else { Some(compress_to_vec(bytes, LEVEL)) };
        let method = if *packed { CompressionMethod::STORE } else { CompressionMethod::DEFLATE };
        let (mut entry, _) = archive.new_file(name.as_str()).compression_method(method).start()?;
        entry.write_all(deflated.as_deref().unwrap_or(bytes))?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        entry.finish(DataDescriptorOutput::new(crc32fast::hash(bytes), size))?;
    }
    archive.finish()
}
