//! Reading row by row, without a copy of the text.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "a scanner: positions lie within the text, which is in memory"
)]

use std::borrow::Cow;

use super::{BYTE_ORDER_MARK, Delimiter, TableError, declared};

/// Reads a table row by row. The header is its first row.
///
/// Empty lines are skipped: they hold no field. A quotation mark opens a quoted field only as the first byte of a field; within
/// another field it is a letter like any other.
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    delimiter: u8,
    row: u32,
}

/// One row, as places in the text of its reader. Give the same one to every call, so that nothing is allocated for a row.
#[derive(Debug, Clone, Default)]
pub struct Record {
    fields: Vec<Field>,
    torn: bool,
}

#[derive(Debug, Clone, Copy)]
struct Field {
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

impl<'a> Reader<'a> {
    /// A reader of a whole table.
    ///
    /// # Errors
    /// `TBL001` when the bytes are not UTF-8.
    pub fn new(bytes: &'a [u8], delimiter: Delimiter) -> Result<Self, TableError> {
        let body = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let text = std::str::from_utf8(body).map_err(|error| {
            let offset = bytes.len() - body.len() + error.valid_up_to();
            TableError::NotUtf8 { offset: u32::try_from(offset).unwrap_or(u32::MAX) }
        })?;
        let at = declared(body).map_or(0, |(_, length)| length);
        Ok(Self { text, at, delimiter: delimiter.byte(), row: 0 })
    }

    /// A reader of rows out of the midst of a table, which begin at a row's first byte.
    #[must_use]
    pub const fn of_rows(text: &'a str, delimiter: Delimiter) -> Self {
        Self { text, at: 0, delimiter: delimiter.byte(), row: 0 }
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
        let bytes = self.text.as_bytes();
        record.fields.clear();
        record.torn = false;
        let mut at = self.at;
        while let Some(b'\n' | b'\r') = bytes.get(at) {
            at += 1;
        }
        if at >= bytes.len() {
            self.at = at;
            return Ok(false);
        }
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let (field, end) = if rest.first() == Some(&b'"') {
                self.quoted(at, record)?
            } else {
                let end = at + self.plain(rest);
                (Field { start: at, end, marks: Marks::None }, end)
            };
            record.fields.push(field);
            at = end + 1;
            if bytes.get(end) != Some(&self.delimiter) {
                self.at = at.min(bytes.len());
                self.row = self.row.saturating_add(1);
                return Ok(true);
            }
        }
    }

    /// How long a field without quotation marks is.
    #[inline]
    fn plain(&self, rest: &[u8]) -> usize {
        let delimiter = self.delimiter;
        rest.iter()
            .position(|byte| *byte == delimiter || *byte == b'\n' || *byte == b'\r')
            .unwrap_or(rest.len())
    }

    /// The quoted field that begins at a place, and where what ends it stands.
    #[cold]
    fn quoted(&self, open: usize, record: &mut Record) -> Result<(Field, usize), TableError> {
        let bytes = self.text.as_bytes();
        let start = open + 1;
        let (mut at, mut marks) = (start, Marks::None);
        let close = loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let Some(mark) = rest.iter().position(|byte| *byte == b'"') else {
                return Err(TableError::UnclosedQuote { row: self.row });
            };
            at += mark;
            if bytes.get(at + 1) != Some(&b'"') {
                break at;
            }
            marks = Marks::Doubled;
            at += 2;
        };
        let after = bytes.get(close + 1..).unwrap_or_default();
        let tail = self.plain(after);
        if tail == 0 {
            return Ok((Field { start, end: close, marks }, close + 1));
        }
        record.torn = true;
        Ok((Field { start: open, end: close + 1 + tail, marks: Marks::Torn }, close + 1 + tail))
    }

    /// A field of a row read last, or `None` beyond its last.
    #[must_use]
    pub fn field(&self, record: &Record, index: usize) -> Option<Cow<'a, str>> {
        record.fields.get(index).map(|field| text_of(self.text, field.start, field.end, field.marks))
    }

    /// The bytes of a field as they stand, without the outer quotation marks, but with inner ones still doubled: for codes and numbers,
    /// which have none.
    #[must_use]
    #[inline]
    pub fn raw(&self, record: &Record, index: usize) -> Option<&'a [u8]> {
        record.fields.get(index).and_then(|field| self.text.as_bytes().get(field.start..field.end))
    }

    pub(super) const fn text(&self) -> &'a str {
        self.text
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
    pub(super) const fn torn(&self) -> bool {
        self.torn
    }

    pub(super) fn places(&self) -> impl Iterator<Item = (usize, usize, Marks)> + '_ {
        self.fields.iter().map(|field| (field.start, field.end, field.marks))
    }
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
