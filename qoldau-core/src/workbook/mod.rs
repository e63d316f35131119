//! Floor 0: a workbook (`.xlsx`) as its sheets, rows and cells, with what Excel made of them.
//!
//! Which parts read it, and why no larger crate does: `docs/adr/0032-workbooks.md`.

mod cells;
mod error;
mod limits;
mod numbers;
mod parts;
mod xml;

#[cfg(test)]
mod tests;

pub use error::{NotAWorkbook, WorkbookError};
pub use limits::WorkbookLimits;
pub(crate) use numbers::day_of_serial;

use crate::archive::{Archive, ArchiveLimits, beyond};

/// A workbook: its sheets in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    /// The sheets that hold cells; charts on a sheet of their own are none.
    pub sheets: Vec<Sheet>,
    /// Whether days are counted from 1904, as old Excel for the Mac does.
    pub from_1904: bool,
}

/// A sheet.
#[derive(Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its number among all tabs, from 1.
    pub number: u32,
    /// What its tab says.
    pub name: String,
    /// Whether the tab is hidden.
    pub hidden: bool,
    /// Rows with at least one cell that says something, by their number.
    pub rows: Vec<SheetRow>,
    /// Ranges whose cells are merged to one.
    pub merged: Vec<CellRange>,
    /// Columns that are hidden: the first and the last of each run.
    pub hidden_columns: Vec<(u32, u32)>,
}

impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sheet({}, {} rows, …)", self.number, self.rows.len())
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number, from 1, as Excel shows it.
    pub number: u32,
    /// Whether it is hidden, by hand or by a filter.
    pub hidden: bool,
    /// The cells that say something, by their column.
    pub cells: Vec<SheetCell>,
}

impl SheetRow {
    /// The cell of a column, counted from 1.
    #[must_use]
    pub fn cell(&self, column: u32) -> Option<&SheetCell> {
        let place = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(place)
    }

    /// What a cell of the row says; nothing where it is empty.
    #[must_use]
    pub fn text(&self, column: u32) -> &str {
        self.cell(column).map_or("", |cell| cell.text.as_str())
    }
}

/// A cell. It prints silently, for it may hold anything of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct SheetCell {
    /// Its column, from 1.
    pub column: u32,
    /// What it says: text as it was typed, a number in full digits, a day as `2008-06-14`.
    pub text: String,
    /// What Excel holds it for.
    pub kind: CellKind,
}

impl std::fmt::Debug for SheetCell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SheetCell({}, {:?}, …)", self.column, self.kind)
    }
}

/// What Excel holds a cell for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A number that is shown as a day.
    Day,
    /// `TRUE` or `FALSE`.
    Logical,
    /// An error such as `#N/A`.
    Error,
    /// A formula whose value was not stored.
    Uncomputed,
}

/// A range of cells, both ends in it, rows and columns from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRange {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl CellRange {
    /// Whether a cell is in it.
    #[must_use]
    pub const fn holds(&self, row: u32, column: u32) -> bool {
        self.top <= row && row <= self.bottom && self.left <= column && column <= self.right
    }
}

/// Whether bytes begin as an archive does, which a workbook is and a table of text is not, or as the files in which Office keeps what is protected.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") || bytes.starts_with(error::COMPOUND)
}

/// Reads a workbook: every sheet, whether it is shown or hidden. It is read whole or not at all.
///
/// # Errors
/// [`WorkbookError`].
pub fn read_workbook(bytes: &[u8], limits: &WorkbookLimits) -> Result<Workbook, WorkbookError> {
    if bytes.is_empty() {
        return Err(WorkbookError::Empty);
    }
    if beyond(bytes.len(), limits.max_bytes) {
        return Err(WorkbookError::TooLarge { limit: limits.max_bytes });
    }
    if !bytes.starts_with(b"PK") {
        return Err(error::not_an_archive(bytes));
    }
    let archive = Archive::open(
        bytes,
        ArchiveLimits { unpacked: limits.max_unpacked, ratio: limits.max_ratio, entries: limits.max_entries },
    )?;
    parts::read(&archive, limits)
}
