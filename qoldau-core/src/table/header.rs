//! The header of a table, read before the rows below it.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "a scanner: positions lie within the bytes, which are in memory"
)]

use std::fmt;

use super::reader::{not_text, utf8};
use super::{BYTE_ORDER_MARK, Delimiter, Reader, Row, TableError, declared};

/// The longest row that is taken of a table in pieces, in bytes: who holds no table must not be made to hold a row without end.
pub(crate) const LONGEST_ROW: usize = 1 << 20;

/// The first row of a table, which names the columns, and where the rows below it begin.
#[derive(Clone, PartialEq, Eq)]
pub struct Header {
    /// What parts the fields.
    pub delimiter: Delimiter,
    /// The names of the columns, as they stand.
    pub columns: Vec<String>,
    /// How many bytes of the table it takes, with what stands before it.
    pub length: usize,
}

/// It prints without its names: of a table without headers they are somebody's words.
impl fmt::Debug for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Header")
            .field("delimiter", &self.delimiter)
            .field("columns", &self.columns.len())
            .field("length", &self.length)
            .finish()
    }
}

impl Header {
    /// Reads the header from the first bytes of a table, of which `whole` says whether they are all. Nothing where more are needed.
    ///
    /// # Errors
    /// `TBL001` bytes that are not UTF-8, `TBL002` a quotation mark that is never closed, `TBL003` no row, `TBL007` more than a mebibyte, `TBL008` a workbook.
    pub fn read(bytes: &[u8], whole: bool) -> Result<Option<Self>, TableError> {
        let body = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let mark = bytes.len() - body.len();
        let valid = utf8(body).map_or_else(|valid| valid, str::len);
        let (text, rest) = body.split_at_checked(valid).unwrap_or((body, &[]));
        let text = utf8(text).unwrap_or_default();
        // What stands below the header is not looked at here.
        let header = Self::first_row(text, mark, false)?;
        if header.is_some() {
            return Ok(header);
        }
        if !rest.is_empty() && (whole || !may_begin_letter(rest)) {
            return Err(not_text(bytes, mark + valid));
        }
        if whole {
            Self::first_row(text, mark, true)
        } else if bytes.len() > LONGEST_ROW {
            Err(TableError::RowTooLong)
        } else {
            Ok(None)
        }
    }

    /// Reads the header of a whole table.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn of(bytes: &[u8]) -> Result<Self, TableError> {
        Self::read(bytes, true)?.ok_or(TableError::Empty)
    }

    fn first_row(text: &str, mark: usize, whole: bool) -> Result<Option<Self>, TableError> {
        let delimiter = Delimiter::detect(text.as_bytes());
        let declared = declared(text.as_bytes()).map_or(0, |(_, length)| length);
        let mut reader = Reader::of_rows(text.get(declared..).unwrap_or_default(), delimiter);
        let mut fields = Vec::new();
        let text = reader.text();
        match reader.row(|field| fields.push(field)) {
            Row::Whole { ended, .. } if ended || whole => Ok(Some(Self {
                delimiter,
                columns: fields.into_iter().map(|field| field.text(text).into_owned()).collect(),
                length: mark + declared + reader.position(),
            })),
            Row::None if whole => Err(TableError::Empty),
            Row::Unclosed if whole => Err(TableError::UnclosedQuote { row: 0 }),
            _ => Ok(None),
        }
    }
}

/// Whether bytes that are no text may be the beginning of a letter whose other bytes have not come yet.
pub(super) fn may_begin_letter(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes)
        .err()
        .is_some_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
}
