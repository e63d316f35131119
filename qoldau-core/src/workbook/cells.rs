//! The XML of a sheet → rows, cells, merged ranges.

use super::error::WorkbookError;
use super::limits::WorkbookLimits;
use super::numbers::{day_of_serial, plain};
use super::parts::{Shared, unescaped};
use super::xml::{Element, Mark, Marks};
use super::{CellKind, CellRange, Sheet, SheetCell, SheetRow};
use crate::archive::beyond;

/// The last row and the last column that Excel has.
const LAST_ROW: u32 = 1_048_576;
const LAST_COLUMN: u32 = 16_384;

/// What of the limits is left.
pub(super) struct Room {
    cells: u32,
    text: usize,
    limits: WorkbookLimits,
}

impl Room {
    pub(super) fn of(limits: &WorkbookLimits) -> Self {
        let text = usize::try_from(limits.max_text).unwrap_or(usize::MAX);
        Self { cells: limits.max_cells, text, limits: *limits }
    }

    /// Makes room for so many bytes of text.
    pub(super) fn take_text(&mut self, bytes: usize) -> Result<(), WorkbookError> {
        self.text = self
            .text
            .checked_sub(bytes)
            .ok_or(WorkbookError::TooManyCells { limit: self.limits.max_text })?;
        Ok(())
    }

    fn take_cell(&mut self) -> Result<(), WorkbookError> {
        self.cells =
            self.cells.checked_sub(1).ok_or(WorkbookError::TooManyCells { limit: self.limits.max_cells })?;
        Ok(())
    }
}

/// A cell whose element is open.
struct Open {
    column: u32,
    kind: String,
    format: Option<u32>,
    value: String,
    text: String,
    formula: bool,
}

/// Where in a cell the text that comes belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Into {
    Nothing,
    Value,
    Text,
}

/// Reads the cells of a sheet.
pub(super) fn read_sheet(
    xml: &[u8],
    sheet: Sheet,
    shared: &Shared,
    room: &mut Room,
) -> Result<Sheet, WorkbookError> {
    let mut marks = Marks::of(xml)?;
    let mut reading = Reading {
        sheet,
        shared,
        room,
        row: None,
        last: 0,
        cell: None,
        column: 0,
        into: Into::Nothing,
        aloud: false,
    };
    let mut depth = 0_u32;
    let mut is_sheet = false;
    loop {
        match marks.advance()? {
            Mark::Start(element) => {
                // A part that is empty, or no sheet, is damaged and not a list of nobody.
                if depth == 0 && (is_sheet || element.name() != "worksheet") {
                    return Err(WorkbookError::Malformed);
                }
                is_sheet = true;
                depth = depth.saturating_add(1);
                reading.start(&element)?;
            }
            Mark::Text(text) => reading.text(&text)?,
            Mark::End(name) => {
                depth = depth.saturating_sub(1);
                reading.end(&name)?;
            }
            Mark::Eof if depth == 0 && is_sheet => return reading.finish(),
            Mark::Eof => return Err(WorkbookError::Malformed),
        }
    }
}

struct Reading<'a> {
    sheet: Sheet,
    shared: &'a Shared,
    room: &'a mut Room,
    row: Option<SheetRow>,
    /// Numbers of the row and column that came last.
    last: u32,
    column: u32,
    cell: Option<Open>,
    into: Into,
    /// In the words for reading aloud, which are not what is shown.
    aloud: bool,
}

impl Reading<'_> {
    fn start(&mut self, element: &Element<'_>) -> Result<(), WorkbookError> {
        match element.name() {
            "row" => {
                let next = self.last.saturating_add(1);
                let number = element.number("r")?.unwrap_or(next);
                if !(1..=LAST_ROW).contains(&number) {
                    return Err(WorkbookError::Malformed);
                }
                self.last = number;
                self.column = 0;
                self.row = Some(SheetRow { number, hidden: element.flag("hidden")?, cells: Vec::new() });
            }
            "c" if self.row.is_some() => {
                let column = match element.attribute("r")? {
                    Some(place) => cell_place(&place).ok_or(WorkbookError::Malformed)?.1,
                    None => self.column.saturating_add(1),
                };
                if !(1..=LAST_COLUMN).contains(&column) {
                    return Err(WorkbookError::Malformed);
                }
                self.column = column;
                self.cell = Some(Open {
                    column,
                    kind: element.attribute("t")?.unwrap_or_default(),
                    format: element.number("s")?,
                    value: String::new(),
                    text: String::new(),
                    formula: false,
                });
            }
            "v" => self.into = Into::Value,
            "t" => self.into = Into::Text,
            "rPh" => self.aloud = true,
            "f" => self.cell.iter_mut().for_each(|cell| cell.formula = true),
            "col" if element.flag("hidden")? => {
                let (first, last) = (element.number("min")?, element.number("max")?);
                let (first, last) = (first.unwrap_or(0), last.or(first).unwrap_or(0));
                if self.sheet.hidden_columns.len() < 1000 {
                    self.sheet.hidden_columns.push((first, last));
                }
            }
            "mergeCell" => self.merge(&element.attribute("ref")?.unwrap_or_default())?,
            _ => {}
        }
        Ok(())
    }

    fn merge(&mut self, range: &str) -> Result<(), WorkbookError> {
        let limit = self.room.limits.max_merged;
        if beyond(self.sheet.merged.len().saturating_add(1), limit) {
            return Err(WorkbookError::TooManyParts { limit });
        }
        let (first, last) = range.split_once(':').unwrap_or((range, range));
        let ((top, left), (bottom, right)) =
            cell_place(first).zip(cell_place(last)).ok_or(WorkbookError::Malformed)?;
        if top <= bottom && left <= right && (top, left) != (bottom, right) {
            self.sheet.merged.push(CellRange { top, left, bottom, right });
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), WorkbookError> {
        let Some(cell) = &mut self.cell else { return Ok(()) };
        match self.into {
            Into::Nothing => return Ok(()),
            Into::Value => cell.value.push_str(text),
            Into::Text if self.aloud => return Ok(()),
            Into::Text => cell.text.push_str(text),
        }
        self.room.take_text(text.len())
    }

    fn end(&mut self, name: &str) -> Result<(), WorkbookError> {
        match name {
            "v" | "t" => self.into = Into::Nothing,
            "rPh" => self.aloud = false,
            "c" => {
                if let Some(cell) = self.cell.take() {
                    self.close(cell)?;
                }
            }
            "row" => {
                if let Some(mut row) = self.row.take()
                    && !row.cells.is_empty()
                {
                    row.cells.sort_by_key(|cell| cell.column);
                    // One place holds one cell, or nobody knows which of them is shown.
                    if !row.cells.is_sorted_by(|one, next| one.column < next.column) {
                        return Err(WorkbookError::Malformed);
                    }
                    self.sheet.rows.push(row);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A cell is whole: what it says, and what Excel holds it for.
    fn close(&mut self, cell: Open) -> Result<(), WorkbookError> {
        let Open { column, kind, format, value, text, formula } = cell;
        let (text, kind) = match kind.as_str() {
            "s" if value.is_empty() => return Ok(()),
            "s" => {
                let number: usize = value.trim().parse().map_err(|_| WorkbookError::Malformed)?;
                let text = self.shared.texts.get(number).ok_or(WorkbookError::Malformed)?;
                self.room.take_text(text.len())?;
                (text.clone(), CellKind::Text)
            }
            "inlineStr" => (unescaped(text), CellKind::Text),
            "str" => (unescaped(value), CellKind::Text),
            "b" => ((if value.trim() == "1" { "TRUE" } else { "FALSE" }).into(), CellKind::Logical),
            "e" => (value, CellKind::Error),
            // The day of a moment, `2008-06-14T00:00:00`.
            "d" => (value.split('T').next().unwrap_or_default().to_owned(), CellKind::Day),
            _ => self.number(&value, format),
        };
        if text.trim().is_empty() && !formula {
            return Ok(());
        }
        let kind = if text.is_empty() { CellKind::Uncomputed } else { kind };
        self.room.take_cell()?;
        if let Some(row) = &mut self.row {
            row.cells.push(SheetCell { column, text, kind });
        }
        Ok(())
    }

    /// A number in full digits, or the day it is shown as.
    fn number(&self, stored: &str, format: Option<u32>) -> (String, CellKind) {
        let Some(number) = plain(stored) else { return (stored.trim().to_owned(), CellKind::Number) };
        let place = format.and_then(|format| usize::try_from(format).ok());
        let shown = place.and_then(|place| self.shared.shows_day.get(place)).copied().unwrap_or(false);
        match day_of_serial(&number, self.shared.from_1904).filter(|_| shown) {
            Some(day) => (day.to_string(), CellKind::Day),
            None => (number, CellKind::Number),
        }
    }

    fn finish(mut self) -> Result<Sheet, WorkbookError> {
        self.sheet.rows.sort_by_key(|row| row.number);
        if !self.sheet.rows.is_sorted_by(|one, next| one.number < next.number) {
            return Err(WorkbookError::Malformed);
        }
        self.sheet.merged.sort_unstable();
        Ok(self.sheet)
    }
}

/// Row and column of a cell's name, `AB12`.
fn cell_place(name: &str) -> Option<(u32, u32)> {
    let name = name.trim().replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = name.split_at_checked(digits)?;
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let value = u32::from(letter.to_ascii_uppercase().checked_sub(b'A').filter(|value| *value < 26)?);
        column = column.checked_mul(26)?.checked_add(value)?.checked_add(1)?;
    }
    let row: u32 = digits.parse().ok()?;
    ((1..=LAST_ROW).contains(&row) && (1..=LAST_COLUMN).contains(&column)).then_some((row, column))
}
