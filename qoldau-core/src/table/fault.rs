//! What is wrong with a table: as a whole, or in one of its rows.

use serde::Serialize;

/// Why bytes are no table. No text of it quotes a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// `TBL001`: not UTF-8, but UTF-16 or one of the old tables of a single byte a letter.
    #[error("not UTF-8 at byte {offset}: save the file as `CSV UTF-8`")]
    NotUtf8 {
        /// Where the first byte stands that is not UTF-8, from 0.
        offset: u32,
    },
    /// `TBL002`: a quotation mark opens a field and none closes it up to the end of the file.
    #[error("the quotation mark opened in row {row} is never closed")]
    UnclosedQuote {
        /// The row of the table that the field begins in; the header is row 0.
        row: u32,
    },
    /// `TBL003`: no row at all, not even names of columns.
    #[error("the table has no row")]
    Empty,
    /// `TBL004`: larger than 4 GiB.
    #[error("the table is larger than 4 GiB")]
    TooLarge,
    /// `TBL005`: no column bears the name.
    #[error("the table has no column `{name}`")]
    NoColumn {
        /// The name asked for.
        name: String,
    },
    /// `TBL006`: more than one column bears the name.
    #[error("the table has more than one column `{name}`")]
    ColumnTwice {
        /// The name asked for.
        name: String,
    },
    /// `TBL007`: a row of more than a mebibyte, in a table that is read in pieces, or a cell of more than 64 KiB in a list of people.
    #[error(
        "a row is longer than a mebibyte, or a cell of a list of people than 64 KiB: a quotation mark is never closed, or the file is no table"
    )]
    RowTooLong,
    /// `TBL008`: a workbook, which is no text.
    #[error(
        "a workbook is no table of text: save its sheet as `CSV UTF-8`; `importWorkbook` reads lists of people in it"
    )]
    Workbook,
}

impl TableError {
    /// The stable code of the error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 { .. } => "TBL001",
            Self::UnclosedQuote { .. } => "TBL002",
            Self::Empty => "TBL003",
            Self::TooLarge => "TBL004",
            Self::NoColumn { .. } => "TBL005",
            Self::ColumnTwice { .. } => "TBL006",
            Self::RowTooLong => "TBL007",
            Self::Workbook => "TBL008",
        }
    }
}

/// A row that does not fit its table. It is kept, not dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RowFault {
    /// The row, from 0 for the first below the header.
    pub row: u32,
    /// What is wrong with it.
    pub kind: RowFaultKind,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum RowFaultKind {
    /// Fewer fields than the header has; the missing ones are taken for empty.
    Short,
    /// More fields than the header has; what is beyond is in no column.
    Long,
    /// Text follows a closing quotation mark; it is taken for part of the field.
    TextAfterQuote,
}
