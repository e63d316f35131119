//! A table held as a whole, by columns' names.

use std::borrow::Cow;
use std::fmt;

use super::reader::{Marks, text_of};
use super::{Delimiter, Reader, Record, RowFault, RowFaultKind, TableError};

/// A table with its header, held beside the bytes it was read from. It takes about 12 bytes a cell that is
/// written there; those that a short row lacks take none. It prints without its text.
#[derive(Clone)]
pub struct Table<'a> {
    text: &'a str,
    header: Vec<Cow<'a, str>>,
    /// The cells row by row, none beyond the header.
    cells: Vec<(u32, u32, Marks)>,
    /// Where the cells of every row end.
    ends: Vec<usize>,
    faults: Vec<RowFault>,
    delimiter: Delimiter,
}

impl fmt::Debug for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("columns", &self.header.len())
            .field("rows", &self.ends.len())
            .field("delimiter", &self.delimiter)
            .field("faults", &self.faults)
            .finish_non_exhaustive()
    }
}

impl<'a> Table<'a> {
    /// Reads a table whose first row names the columns. `None` for the delimiter takes what [`Delimiter::detect`] finds.
    ///
    /// # Errors
    /// `TBL001` bytes that are not UTF-8, `TBL002` a quotation mark that is never closed, `TBL003` no row, `TBL004` more than 4 GiB, `TBL008` a workbook.
    pub fn read(bytes: &'a [u8], delimiter: Option<Delimiter>) -> Result<Self, TableError> {
        if u32::try_from(bytes.len()).is_err() {
            return Err(TableError::TooLarge);
        }
        let delimiter = delimiter.unwrap_or_else(|| Delimiter::detect(bytes));
        let mut reader = Reader::new(bytes, delimiter)?;
        let mut record = Record::default();
        if !reader.read(&mut record)? {
            return Err(TableError::Empty);
        }
        let width = record.len();
        let header = (0..width).filter_map(|index| reader.field(&record, index)).collect();
        let mut table = Self {
            text: reader.text(),
            header,
            cells: Vec::new(),
            ends: Vec::new(),
            faults: Vec::new(),
            delimiter,
        };
        let mut row: u32 = 0;
        while reader.read(&mut record)? {
            table.take(&record, row, width);
            row = row.saturating_add(1);
        }
        Ok(table)
    }

    fn take(&mut self, record: &Record, row: u32, width: usize) {
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let given = record.places().map(|(start, end, marks)| (place(start), place(end), marks));
        self.cells.extend(given.take(width));
        self.ends.push(self.cells.len());
        let count = match record.len().cmp(&width) {
            std::cmp::Ordering::Less => Some(RowFaultKind::Short),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(RowFaultKind::Long),
        };
        let torn = record.torn().then_some(RowFaultKind::TextAfterQuote);
        self.faults.extend(count.into_iter().chain(torn).map(|kind| RowFault { row, kind }));
    }

    /// The names of the columns, as they stand.
    #[must_use]
    pub fn header(&self) -> &[Cow<'a, str>] {
        &self.header
    }

    /// What parts its fields.
    #[must_use]
    pub const fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    /// How many rows it has below the header.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// The cells that a row has, from the first column on: no more than the header, and fewer in a short row.
    fn places(&self, row: usize) -> &[(u32, u32, Marks)] {
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(row).and_then(|end| self.cells.get(start..*end)).unwrap_or_default()
    }

    fn text_at(&self, (start, end, marks): (u32, u32, Marks)) -> Cow<'a, str> {
        let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        text_of(self.text, place(start), place(end), marks)
    }

    /// The text of the cells that a row has, from the first column on; a short row gives fewer than the header has.
    pub fn row(&self, row: usize) -> impl Iterator<Item = Cow<'a, str>> + '_ {
        self.places(row).iter().map(|place| self.text_at(*place))
    }

    /// Rows that do not fit, in their order.
    #[must_use]
    pub fn faults(&self) -> &[RowFault] {
        &self.faults
    }

    /// The place of the column of a name, which is compared without spaces around it.
    ///
    /// # Errors
    /// `TBL005` when none bears it, `TBL006` when more than one does.
    pub fn column(&self, name: &str) -> Result<usize, TableError> {
        let wanted = name.trim();
        let mut found = self.header.iter().enumerate().filter(|(_, known)| known.trim() == wanted);
        let first = found.next().ok_or_else(|| TableError::NoColumn { name: name.into() })?.0;
        match found.next() {
            None => Ok(first),
            Some(_) => Err(TableError::ColumnTwice { name: name.into() }),
        }
    }

    /// The text of a cell; empty where a short row has none, `None` beyond the table.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<Cow<'a, str>> {
        if column >= self.header.len() || row >= self.ends.len() {
            return None;
        }
        Some(self.places(row).get(column).map_or(Cow::Borrowed(""), |place| self.text_at(*place)))
    }

    /// A column's cells from the first row down.
    ///
    /// # Errors
    /// `TBL005` when no column bears the name, `TBL006` when more than one does.
    pub fn cells(&self, name: &str) -> Result<impl Iterator<Item = Cow<'a, str>> + '_, TableError> {
        let column = self.column(name)?;
        Ok((0..self.rows()).filter_map(move |row| self.cell(row, column)))
    }
}
