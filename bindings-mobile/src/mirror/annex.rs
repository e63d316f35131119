//! Mirrors of the types of `qoldau_core::annex`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::annex::AnnexRead;
use qoldau_core::annex::PairChoice;
use qoldau_core::annex::ReadLimits;
use qoldau_core::finding::Finding;
use qoldau_core::plan::Plan;

/// Limits on what `read_annex` takes: a document beyond them is refused, never cut.
///
/// The defaults are about fifty times the size of a large annex.
#[uniffi::remote(Record)]
pub struct ReadLimits {
    /// Size of the file, in bytes. Default 16 MiB.
    #[uniffi(default = 16777216)]
    pub max_bytes: u32,
    /// Size of one unpacked part of a .docx, in bytes. Default 32 MiB.
    #[uniffi(default = 33554432)]
    pub max_unpacked: u32,
    /// How many times larger than its packed form a part above 1 MiB may be. Default 200.
    #[uniffi(default = 200)]
    pub max_ratio: u32,
    /// Files within a .docx. Default 4096.
    #[uniffi(default = 4096)]
    pub max_entries: u32,
    /// Depth of nested XML elements. Default 128.
    #[uniffi(default = 128)]
    pub max_depth: u32,
    /// Cells of all tables. Default 100 000.
    #[uniffi(default = 100000)]
    pub max_cells: u32,
    /// Lines in which something stands, in cells and outside. Default 100 000.
    #[uniffi(default = 100000)]
    pub max_lines: u32,
    /// Text of one cell or paragraph, in bytes. Default 262 144.
    #[uniffi(default = 262144)]
    pub max_text: u32,
    /// Findings of one code; the others are counted. Default 1000.
    #[uniffi(default = 1000)]
    pub max_findings: u32,
}

/// What the reading of an annex gives: the plan, and what there is to say about how it was read.
#[uniffi::remote(Record)]
pub struct AnnexRead {
    /// The plan.
    pub plan: Plan,
    /// Findings of the reading, by place.
    pub findings: Vec<Finding>,
}

/// One line as somebody paired it: which of the unpaired names and values, counted from 0, make it up.
#[uniffi::remote(Record)]
pub struct PairChoice {
    /// The names that are this line's name, joined by spaces; none only where the row has no names at all, so that
    /// the activity's title is the name.
    pub names: Vec<u32>,
    /// The values that are this line's value, joined by spaces; none when the line has no value.
    pub values: Vec<u32>,
}
