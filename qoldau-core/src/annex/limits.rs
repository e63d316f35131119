//! How much of a document is read at most.

use qoldau_derive::Decode;
use serde::Serialize;

pub(super) use crate::archive::beyond;

/// Limits on what [`read_annex`](super::read_annex) takes: a document beyond them is refused, never cut.
///
/// The defaults are about fifty times the size of a large annex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReadLimits {
    /// Size of the file, in bytes. Default 16 MiB.
    pub max_bytes: u32,
    /// Size of one unpacked part of a .docx, in bytes. Default 32 MiB.
    pub max_unpacked: u32,
    /// How many times larger than its packed form a part above 1 MiB may be. Default 200.
    pub max_ratio: u32,
    /// Files within a .docx. Default 4096.
    pub max_entries: u32,
    /// Depth of nested XML elements. Default 128.
    pub max_depth: u32,
    /// Cells of all tables. Default 100 000.
    pub max_cells: u32,
    /// Lines in which something stands, in cells and outside. Default 100 000.
    pub max_lines: u32,
    /// Text of one cell or paragraph, in bytes. Default 262 144.
    pub max_text: u32,
    /// Findings of one code; the others are counted. Default 1000.
    pub max_findings: u32,
}

impl Default for ReadLimits {
    fn default() -> Self {
        Self {
            max_bytes: 16 << 20,
            max_unpacked: 32 << 20,
            max_ratio: 200,
            max_entries: 4096,
            max_depth: 128,
            max_cells: 100_000,
            max_lines: 100_000,
            max_text: 256 << 10,
            max_findings: 1000,
        }
    }
}
