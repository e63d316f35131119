//! How much of a workbook is read at most.

/// Limits on what [`read_workbook`](super::read_workbook) takes: a workbook beyond them is refused, never cut. The defaults let a list of several hundred
/// thousand people through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkbookLimits {
    /// Size of the file, in bytes. Default 64 MiB.
    pub max_bytes: u32,
    /// Size of one unpacked part, in bytes. Default 256 MiB.
    pub max_unpacked: u32,
    /// How many times larger than its packed form a part above 1 MiB may be. Default 200.
    pub max_ratio: u32,
    /// Files within. Default 4096.
    pub max_entries: u32,
    /// Sheets. Default 256.
    pub max_sheets: u32,
    /// Cells of all sheets that say something. Default 5 000 000.
    pub max_cells: u32,
    /// Text of all cells, in bytes; a text that stands in many cells counts for each. Default 256 MiB.
    pub max_text: u32,
    /// Merged ranges of a sheet. Default 100 000.
    pub max_merged: u32,
}

impl Default for WorkbookLimits {
    fn default() -> Self {
        Self {
            max_bytes: 64 << 20,
            max_unpacked: 256 << 20,
            max_ratio: 200,
            max_entries: 4096,
            max_sheets: 256,
            max_cells: 5_000_000,
            max_text: 256 << 20,
            max_merged: 100_000,
        }
    }
}
