//! Reading row by row, without a copy of the text.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a scanner: positions lie within the text, which is in memory, and a byte within a table of 256"
)]

use std::borrow::Cow;
use std::fmt;

use super::{BYTE_ORDER_MARK, Delimiter, TableError, declared};

/// Reads a table row by row. The header is its first row.
///
/// Empty lines are skipped: they hold no field. A quotation mark opens a quoted field only as the first byte of a field; within
/// another field it is a letter like any other.
#[derive(Clone)]
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    kinds: Kinds,
    row: u32,
}

/// What every byte is to a reader.
type Kinds = [Kind; 256];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Part of a field.
    Plain,
    /// A quotation mark, which at the beginning of a field opens it.
    Quote,
    /// The end of a field.
    Delimiter,
    /// The end of a row.
    LineEnd,
}

/// The table of bytes that goes with a delimiter.
const fn kinds(delimiter: u8) -> Kinds {
    let mut kinds = [Kind::Plain; 256];
    kinds[b'\n' as usize] = Kind::LineEnd;
    kinds[b'\r' as usize] = Kind::LineEnd;
    kinds[b'"' as usize] = Kind::Quote;
    kinds[delimiter as usize] = Kind::Delimiter;
    kinds
}

/// One row, as places in the text of its reader. Give the same one to every call, so that nothing is allocated for a row.
#[derive(Debug, Clone, Default)]
pub struct Record {
    fields: Vec<Field>,
    torn: bool,
}

/// A field as a place in the text of its reader.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    start: usize,
    end: usize,
    marks: Marks,
}

/// What quotation marks a field holds within its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// None that mean anything.
    None,
    /// Doubled ones, each for one.
    Doubled,
    /// The opening one, doubled ones, the closing one and text behind it.
    Torn,
}

/// What became of reading a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Row {
    /// There is none left.
    None,
    /// It was read.
    Whole {
        /// Whether text follows the closing quotation mark of a field.
        torn: bool,
        /// Whether a line end closes it, and not the end of the text.
        ended: bool,
    },
    /// The text ends within a quoted field; the reader stands before the row.
    Unclosed,
}

/// It prints how far it has read, and nothing of the text.
impl fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").field("at", &self.at).field("row", &self.row).finish_non_exhaustive()
    }
}

impl<'a> Reader<'a> {
    /// A reader of a whole table.
    ///
    /// # Errors
    /// `TBL001` when the bytes are not UTF-8, `TBL008` for a workbook.
    pub fn new(bytes: &'a [u8], delimiter: Delimiter) -> Result<Self, TableError> {
        let body = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let text = utf8(body).map_err(|valid| not_text(bytes, bytes.len() - body.len() + valid))?;
        let at = declared(body).map_or(0, |(_, length)| length);
        Ok(Self { at, ..Self::of_rows(text, delimiter) })
    }

    /// A reader of rows out of the midst of a table, which begin at a row's first byte.
    #[must_use]
    pub const fn of_rows(text: &'a str, delimiter: Delimiter) -> Self {
        Self { text, at: 0, kinds: kinds(delimiter.byte()), row: 0 }
    }

    /// How many bytes of the text are read.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.at
    }

    /// Reads the next row and tells whether there was one.
    ///
    /// # Errors
    /// `TBL002` when a quoted field is not closed.
    pub fn read(&mut self, record: &mut Record) -> Result<bool, TableError> {
        record.fields.clear();
        record.torn = false;
        match self.row(|field| record.fields.push(field)) {
            Row::None => Ok(false),
            Row::Whole { torn, .. } => {
                record.torn = torn;
                Ok(true)
            }
            Row::Unclosed => Err(TableError::UnclosedQuote { row: self.row }),
        }
    }

    /// Reads the next row and tells its fields one by one. The fields of a row that is not whole are told too, as far as they go.
    #[inline]
    #[cfg_attr(qoldau_small, optimize(speed))]
    pub(crate) fn row(&mut self, mut field: impl FnMut(Field)) -> Row {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        while let Some(b'\n' | b'\r') = bytes.get(at) {
            at += 1;
        }
        self.at = at;
        if at >= bytes.len() {
            return Row::None;
        }
        let mut torn = false;
        loop {
            let mut end = at;
            let mut kind = self.kind(bytes, end);
            if kind == Some(Kind::Quote) {
                let Some(quoted) = self.quoted(at) else { return Row::Unclosed };
                torn |= quoted.marks == Marks::Torn;
                end = quoted.end + usize::from(quoted.marks != Marks::Torn);
                kind = self.kind(bytes, end);
                field(quoted);
            } else {
                while let Some(Kind::Plain | Kind::Quote) = kind {
                    end += 1;
                    kind = self.kind(bytes, end);
                }
                field(Field { start: at, end, marks: Marks::None });
            }
            at = end + 1;
            if kind != Some(Kind::Delimiter) {
                self.at = at.min(bytes.len());
                self.row = self.row.saturating_add(1);
                return Row::Whole { torn, ended: kind.is_some() };
            }
        }
    }

    #[inline]
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn kind(&self, bytes: &[u8], at: usize) -> Option<Kind> {
        bytes.get(at).map(|byte| self.kinds[usize::from(*byte)])
    }

    /// The quoted field that begins at a place; nothing where it is never closed.
    #[cold]
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn quoted(&self, open: usize) -> Option<Field> {
        let bytes = self.text.as_bytes();
        let start = open + 1;
        let (mut at, mut marks) = (start, Marks::None);
        let close = loop {
            at += memchr::memchr(b'"', bytes.get(at..)?)?;
            if bytes.get(at + 1) != Some(&b'"') {
                break at;
            }
            marks = Marks::Doubled;
            at += 2;
        };
        let mut end = close + 1;
        while let Some(Kind::Plain | Kind::Quote) = self.kind(bytes, end) {
            end += 1;
        }
        let torn = Field { start: open, end, marks: Marks::Torn };
        Some(if end == close + 1 { Field { start, end: close, marks } } else { torn })
    }

    /// A field of a row read last, or `None` beyond its last.
    #[must_use]
    pub fn field(&self, record: &Record, index: usize) -> Option<Cow<'a, str>> {
        record.fields.get(index).map(|field| field.text(self.text))
    }

    /// The bytes of a field as they stand, without the outer quotation marks, but with inner ones still doubled: for codes and numbers,
    /// which have none.
    #[must_use]
    #[inline]
    pub fn raw(&self, record: &Record, index: usize) -> Option<&'a [u8]> {
        record.fields.get(index).and_then(|field| self.text.as_bytes().get(field.start..field.end))
    }

    pub(crate) const fn text(&self) -> &'a str {
        self.text
    }
}

impl Field {
    /// Its text, out of that of its reader.
    pub(crate) fn text(self, text: &str) -> Cow<'_, str> {
        text_of(text, self.start, self.end, self.marks)
    }

    /// Its bytes, out of the text of its reader, where nothing in them stands for something else.
    #[cfg(feature = "survey")]
    #[inline]
    #[cfg_attr(qoldau_small, optimize(speed))]
    pub(crate) fn plain(self, text: &str) -> Option<&[u8]> {
        if self.marks == Marks::None { text.as_bytes().get(self.start..self.end) } else { None }
    }

    /// Whether it has no text.
    #[cfg(feature = "survey")]
    #[inline]
    pub(crate) const fn is_empty(self) -> bool {
        self.start == self.end
    }
}

impl Record {
    /// How many fields it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.fields.len()
    }

    /// Whether no row was read into it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Whether text follows the closing quotation mark of a field.
    pub(crate) const fn torn(&self) -> bool {
        self.torn
    }

    pub(super) fn places(&self) -> impl Iterator<Item = (usize, usize, Marks)> + '_ {
        self.fields.iter().map(|field| (field.start, field.end, field.marks))
    }
}

/// The bytes as text, or how many from the beginning are.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, usize> {
    // The quick check does not tell where it fails.
    simdutf8::basic::from_utf8(bytes)
        .or_else(|_| std::str::from_utf8(bytes))
        .map_err(|error| error.valid_up_to())
}

pub(super) fn not_utf8(offset: usize) -> TableError {
    TableError::NotUtf8 { offset: u32::try_from(offset).unwrap_or(u32::MAX) }
}

/// Why a file is no text: the archive of a new workbook and the container of an old one are told from text in another table.
pub(super) fn not_text(bytes: &[u8], offset: usize) -> TableError {
    let workbook = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0");
    if workbook { TableError::Workbook } else { not_utf8(offset) }
}

/// The text of a field, without what quotation marks only mean.
pub(super) fn text_of(text: &str, start: usize, end: usize, marks: Marks) -> Cow<'_, str> {
    let field = text.get(start..end).unwrap_or_default();
    match marks {
        Marks::None => Cow::Borrowed(field),
        Marks::Doubled => Cow::Owned(field.replace("\"\"", "\"")),
        Marks::Torn => {
            let inner = field.strip_prefix('"').unwrap_or(field);
            let (quoted, behind) = inner.split_at(closing(inner));
            Cow::Owned(quoted.replace("\"\"", "\"") + behind.strip_prefix('"').unwrap_or(behind))
        }
    }
}

/// Where the quotation mark stands that closes a field, whose opening one is before the text.
fn closing(inner: &str) -> usize {
    let mut marks = inner.bytes().enumerate().filter(|(_, byte)| *byte == b'"').map(|(at, _)| at).peekable();
    while let Some(mark) = marks.next() {
        if marks.next_if_eq(&(mark + 1)).is_none() {
            return mark;
        }
    }
    inner.len()
}
