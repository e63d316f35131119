//! A table that comes in pieces, cut into whole rows.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "a scanner: positions lie within a piece, which is in memory"
)]

use super::reader::{not_utf8, utf8};
use super::{BYTE_ORDER_MARK, Delimiter, Reader, Row, TableError, declared};

/// The longest row that is taken of a table in pieces, in bytes: who holds no table must not be made to hold a row without end.
pub(crate) const LONGEST_ROW: usize = 1 << 20;

/// Gives the rows of a table that comes in pieces, each as soon as it is whole. A piece may end anywhere.
#[derive(Debug, Clone)]
pub(crate) struct Pieces {
    delimiter: u8,
    /// The bytes of a row whose end has not come yet.
    kept: Vec<u8>,
    /// Where they end.
    state: State,
    /// How many bytes came before them.
    before: usize,
}

/// Where in a row a byte stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the beginning of a field.
    Start,
    /// Within a field without quotation marks, or behind the closing one.
    Plain,
    /// Within a quoted field.
    Quoted,
    /// Behind a quotation mark within one: it closes the field, or is the first of two.
    Mark,
}

impl Pieces {
    /// Pieces whose first begins with the first byte of a row.
    pub(crate) const fn new(delimiter: Delimiter) -> Self {
        Self { delimiter: delimiter.byte(), kept: Vec::new(), state: State::Start, before: 0 }
    }

    /// Whether no row is begun.
    pub(crate) const fn is_between_rows(&self) -> bool {
        self.kept.is_empty()
    }

    /// Takes a piece. `take` is given text that begins with a row, and tells how many bytes of it are whole rows.
    pub(crate) fn push<E: From<TableError>>(
        &mut self,
        piece: &[u8],
        mut take: impl FnMut(&str) -> Result<usize, E>,
    ) -> Result<(), E> {
        let mut piece = piece;
        if !self.kept.is_empty() {
            let end = self.row_end(piece);
            let (head, rest) = piece.split_at_checked(end.unwrap_or(piece.len())).unwrap_or((piece, &[]));
            self.kept.extend_from_slice(head);
            if end.is_none() {
                return Ok(self.bounded()?);
            }
            piece = rest;
            let row = std::mem::take(&mut self.kept);
            self.give(&row, &mut take)?;
        }
        self.give(piece, &mut take)
    }

    /// Ends the table: gives the row that has no line end.
    pub(crate) fn finish<E: From<TableError>>(
        &mut self,
        take: impl FnOnce(&str) -> Result<usize, E>,
    ) -> Result<(), E> {
        let row = std::mem::take(&mut self.kept);
        let text = utf8(&row).map_err(|valid| not_utf8(self.before + valid))?;
        if text.is_empty() { Ok(()) } else { take(text).map(|_| ()) }
    }

    /// Gives whole rows and keeps the beginning of the next.
    fn give<E: From<TableError>>(
        &mut self,
        bytes: &[u8],
        take: &mut impl FnMut(&str) -> Result<usize, E>,
    ) -> Result<(), E> {
        let (text, broken) = match utf8(bytes) {
            Ok(text) => (text, None),
            Err(valid) => {
                let (text, rest) = bytes.split_at_checked(valid).unwrap_or((bytes, &[]));
                (utf8(text).unwrap_or_default(), (!may_begin_letter(rest)).then_some(valid))
            }
        };
        let used = take(text)?;
        if let Some(valid) = broken {
            return Err(not_utf8(self.before + valid).into());
        }
        let rest = bytes.get(used..).unwrap_or_default();
        // Line ends before a row are no part of it; the first would end it.
        let line_ends = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let rest = rest.get(line_ends..).unwrap_or_default();
        self.before += used + line_ends;
        self.state = State::Start;
        if !rest.is_empty() {
            self.row_end(rest);
            self.kept.extend_from_slice(rest);
        }
        Ok(self.bounded()?)
    }

    fn bounded(&self) -> Result<(), TableError> {
        if self.kept.len() > LONGEST_ROW { Err(TableError::RowTooLong) } else { Ok(()) }
    }

    /// Where behind its line end the row ends that was begun; nothing where the bytes do not end it.
    fn row_end(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            if self.state == State::Quoted {
                at += memchr::memchr(b'"', bytes.get(at..)?)? + 1;
                self.state = State::Mark;
                continue;
            }
            at += 1;
            self.state = match byte {
                b'"' if self.state == State::Start || self.state == State::Mark => State::Quoted,
                b'\n' | b'\r' => {
                    self.state = State::Start;
                    return Some(at);
                }
                byte if *byte == self.delimiter => State::Start,
                _ => State::Plain,
            };
        }
        None
    }
}

/// Whether bytes that are no text may be the beginning of a letter whose other bytes have not come yet.
fn may_begin_letter(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes)
        .err()
        .is_some_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
}

/// The first row of a table, which names the columns, and where the rows below it begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// What parts the fields.
    pub delimiter: Delimiter,
    /// The names of the columns, as they stand.
    pub columns: Vec<String>,
    /// How many bytes of the table it takes, with what stands before it.
    pub length: usize,
}

impl Header {
    /// Reads the header from the first bytes of a table, of which `whole` says whether they are all. Nothing where more are needed.
    ///
    /// # Errors
    /// `TBL001` bytes that are not UTF-8, `TBL002` a quotation mark that is never closed, `TBL003` no row, `TBL007` more than a mebibyte.
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
            return Err(not_utf8(mark + valid));
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
