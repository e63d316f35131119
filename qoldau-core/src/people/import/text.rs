//! A list of people from a table of text: where its headings stand, and its rows as people.

use std::borrow::Cow;

use super::columns::{ColumnChoice, guess_columns};
use super::headings::{
    Candidate, HEADINGS_WITHIN, Likeness, WIDEST, begins_list, heading_row, may_begin_list, unknown_headings,
};
use super::read::{Above, PeopleTable, read_below, uneven_rows};
use crate::table::{Delimiter, Reader, Record, TableError};

/// The longest cell of a list of people, in bytes: twice what a spreadsheet holds. No name is as long, and every word of it
/// would be weighed as one.
const LONGEST_CELL: usize = 1 << 16;

/// How many rows are looked at where headings do not say what a column holds.
const LOOKED_AT: usize = 200;

/// The rows of a table of text, each with the cells it has and no more.
pub(crate) struct TextList<'a> {
    rows: Vec<Vec<Cow<'a, str>>>,
    /// For every row whether text follows the closing quotation mark of a field.
    torn: Vec<bool>,
    headings: Headings,
    /// How many columns there are.
    width: usize,
    /// What parts the cells.
    delimiter: Delimiter,
}

/// Where the headings of a list are.
#[derive(Clone, Copy)]
enum Headings {
    /// In this row: words that are known.
    Known(usize),
    /// In this row, as no person stands there; but none of its words is known.
    Unknown(usize),
    /// There are none.
    Missing,
}

impl<'a> TextList<'a> {
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, TableError> {
        if u32::try_from(bytes.len()).is_err() {
            return Err(TableError::TooLarge);
        }
        let delimiter = delimiter(bytes);
        let mut reader = Reader::new(bytes, delimiter)?;
        let mut record = Record::default();
        let (mut rows, mut torn) = (Vec::new(), Vec::new());
        while reader.read(&mut record)? {
            let row = cells(&reader, &record);
            if row.iter().any(|cell| cell.len() > LONGEST_CELL) {
                return Err(TableError::RowTooLong);
            }
            rows.push(row);
            torn.push(record.torn());
        }
        if rows.is_empty() {
            return Err(TableError::Empty);
        }
        let headings = Headings::of(&rows);
        let width = match headings {
            Headings::Known(row) | Headings::Unknown(row) => rows.get(row).map_or(0, Vec::len),
            Headings::Missing => rows.iter().take(LOOKED_AT).map(Vec::len).max().unwrap_or(0),
        };
        Ok(Self { rows, torn, headings, width, delimiter })
    }

    /// The headings as they stand; empty ones where there are none.
    pub(crate) fn header(&self) -> Vec<&str> {
        match self.headings {
            Headings::Known(row) | Headings::Unknown(row) => as_text(self.rows.get(row)),
            Headings::Missing => vec![""; self.width],
        }
    }

    /// Which column holds what, as far as it can be guessed.
    pub(crate) fn guess(&self) -> Vec<ColumnChoice> {
        let rows: Vec<Vec<&str>> = self.below().take(LOOKED_AT).map(|row| as_text(Some(row))).collect();
        guess_columns(&self.header(), &rows)
    }

    /// The rows as people, by the columns that were chosen.
    pub(crate) fn people(&self, columns: &[ColumnChoice]) -> PeopleTable {
        let rows: Vec<Vec<&str>> = self.below().map(|row| as_text(Some(row))).collect();
        let mut above = match self.headings {
            Headings::Known(row) => Above { headings: self.header(), not_people: row, ..Above::default() },
            // Nobody knows whether these words are headings.
            Headings::Unknown(row) => {
                let not_people = row.saturating_add(1);
                Above { headings: self.header(), not_people, ..Above::default() }
            }
            Headings::Missing => Above { missing: true, ..Above::default() },
        };
        above.further = self.further(&rows);
        let mut table = read_below(&above, &rows, columns);
        table.findings.extend(uneven_rows(self.uneven()));
        table
    }

    /// Headings of lists that stand below the first, with their columns where those are others.
    fn further(&self, rows: &[Vec<&str>]) -> Vec<(usize, Option<Vec<ColumnChoice>>)> {
        if matches!(self.headings, Headings::Missing) {
            return Vec::new();
        }
        let mut guessed: Option<Vec<ColumnChoice>> = None;
        let mut further = Vec::new();
        for (place, row) in rows.iter().enumerate() {
            let below = rows.get(place.saturating_add(1)..).unwrap_or_default();
            let beside = || below.iter().find(|row| row.iter().any(|cell| !cell.trim().is_empty()));
            if !may_begin_list(row) || !begins_list(row, beside().map_or(&[], Vec::as_slice)) {
                continue;
            }
            let own = guess_columns(row, below.get(..LOOKED_AT).unwrap_or(below));
            let above = guessed.get_or_insert_with(|| self.guess());
            let is_known = own.iter().all(|choice| above.contains(choice));
            further.push((place, (!is_known).then(|| own.clone())));
            if !is_known {
                guessed = Some(own);
            }
        }
        further
    }

    /// The number of the first row that may be a person, counted from 0.
    fn first(&self) -> usize {
        match self.headings {
            Headings::Known(row) | Headings::Unknown(row) => row.saturating_add(1),
            Headings::Missing => 0,
        }
    }

    fn below(&self) -> impl Iterator<Item = &Vec<Cow<'a, str>>> {
        self.rows.iter().skip(self.first())
    }

    /// Whether whole rows stand in a cell: a quotation mark was opened in one of them, and the next one closes the cell some rows below.
    fn holds_rows(&self, cell: &str) -> bool {
        let of = |sign: u8| cell.bytes().filter(|byte| *byte == sign).count();
        let lines = of(b'\n').max(of(b'\r'));
        lines > 0
            && self.width > 1
            && of(self.delimiter.byte()) >= lines.saturating_mul(self.width.saturating_sub(1))
    }

    /// Rows with more cells than there are columns, rows with a torn field, and rows in a cell of which others are.
    fn uneven(&self) -> impl Iterator<Item = u32> + '_ {
        let torn = self.torn.iter().skip(self.first());
        (1_u32..).zip(self.below().zip(torn)).flat_map(|(row, (cells, torn))| {
            let long = (cells.len() > self.width).then_some(row);
            let torn = *torn || cells.iter().any(|cell| self.holds_rows(cell));
            long.into_iter().chain(torn.then_some(row))
        })
    }
}

impl Headings {
    fn of(rows: &[Vec<Cow<'_, str>>]) -> Self {
        if let Some((row, _)) = known(rows) {
            return Self::Known(row);
        }
        let first: Vec<Vec<&str>> = rows.iter().take(LOOKED_AT).map(|row| as_text(Some(row))).collect();
        unknown_headings(&first).0.map_or(Self::Missing, Self::Unknown)
    }
}

/// The row of known headings, and how much it is like one.
fn known(rows: &[Vec<Cow<'_, str>>]) -> Option<(usize, Likeness)> {
    let widest = usize::try_from(WIDEST).unwrap_or(usize::MAX);
    let is_blank = |row: &[Cow<'_, str>]| row.iter().all(|cell| cell.trim().is_empty());
    let says: Vec<(u32, Vec<&str>)> = (0_u32..)
        .zip(rows)
        .take(LOOKED_AT)
        .map(|(number, row)| (number, row.get(..widest).unwrap_or(row)))
        .filter(|(_, row)| !is_blank(row))
        .map(|(number, row)| (number, row.iter().map(Cow::as_ref).collect()))
        .collect();
    let within = says
        .iter()
        .enumerate()
        .take_while(|(_, (number, _))| usize::try_from(*number).is_ok_and(|number| number < HEADINGS_WITHIN));
    let candidates = within.map(|(place, (row, cells))| {
        let below = says.get(place.saturating_add(1));
        let beside = below.or_else(|| says.get(place.checked_sub(1)?));
        let beside = beside.map(|(_, cells)| cells.clone()).unwrap_or_default();
        Candidate { row: *row, cells: cells.clone(), beside }
    });
    let (row, likeness) = heading_row(candidates)?;
    Some((usize::try_from(row).ok()?, likeness))
}

/// What parts the fields: what the row of the headings has most of, which need not be the first; titles above it may have none or another.
fn delimiter(bytes: &[u8]) -> Delimiter {
    let detected = Delimiter::detect(bytes);
    if bytes.starts_with(b"sep=") || bytes.starts_with(b"\xEF\xBB\xBFsep=") {
        return detected;
    }
    let mut best: Option<(Delimiter, Likeness)> = None;
    for delimiter in [detected, Delimiter::Tab, Delimiter::Semicolon, Delimiter::Comma] {
        let rows = first_rows(bytes, delimiter);
        let Some((row, likeness)) = known(&rows) else { continue };
        // What does not part the headings is not known by them: «ФИО;» is one heading to a comma.
        let parts = rows.get(row).is_some_and(|row| row.len() > 1);
        if parts && best.is_none_or(|(_, most)| likeness > most) {
            best = Some((delimiter, likeness));
        }
    }
    if let Some((delimiter, _)) = best {
        return delimiter;
    }
    let lines = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.is_empty());
    let of_line = |line: &[u8]| {
        let delimiter = Delimiter::detect(line);
        line.contains(&delimiter.byte()).then_some(delimiter)
    };
    lines.take(HEADINGS_WITHIN).find_map(of_line).unwrap_or(detected)
}

/// The first rows, as far as they can be read.
fn first_rows(bytes: &[u8], delimiter: Delimiter) -> Vec<Vec<Cow<'_, str>>> {
    let mut rows = Vec::new();
    let Ok(mut reader) = Reader::new(bytes, delimiter) else { return rows };
    let mut record = Record::default();
    while rows.len() <= HEADINGS_WITHIN && reader.read(&mut record).unwrap_or(false) {
        rows.push(cells(&reader, &record));
    }
    rows
}

fn cells<'a>(reader: &Reader<'a>, record: &Record) -> Vec<Cow<'a, str>> {
    (0..record.len()).filter_map(|index| reader.field(record, index)).collect()
}

fn as_text<'r>(row: Option<&'r Vec<Cow<'_, str>>>) -> Vec<&'r str> {
    row.map(|row| row.iter().map(Cow::as_ref).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_no_list_has_is_refused() {
        let read = |letters: usize| {
            let list = format!("Аты-жөні,Телефон\n{},87000000001\n", "а".repeat(letters));
            TextList::read(list.as_bytes()).err()
        };
        assert_eq!(read(LONGEST_CELL / 2), None);
        assert_eq!(read(LONGEST_CELL / 2 + 1), Some(TableError::RowTooLong));
    }
}
