//! A table that comes in pieces, cut into whole rows.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "a scanner: positions lie within a piece, which is in memory"
)]

use super::header::{LONGEST_ROW, may_begin_letter};
use super::reader::{not_utf8, utf8};
use super::{Delimiter, TableError};

/// Gives the rows of a table that comes in pieces, each as soon as it is whole. A piece may end anywhere.
#[derive(Clone)]
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
    #[cfg_attr(qoldau_small, optimize(speed))]
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
    #[cfg_attr(qoldau_small, optimize(speed))]
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
