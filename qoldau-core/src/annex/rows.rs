//! Small questions about rows and cells of a table.

use super::columns::Column;
use super::header::Header;
use super::model::{Cell, Line, Row, Spot, lines};
use crate::finding::Place;
use crate::value::text::is_space;

/// The one cell of a row in which words stand.
pub(super) fn lone(row: &Row) -> Option<&Cell> {
    let mut filled = row.filled();
    filled.next().filter(|_| filled.next().is_none())
}

/// Whether a row of one cell covers less than most of the table: it is a row that lost its cells, not a heading.
pub(super) fn row_is_narrow(row: &Row, header: Option<&Header>) -> bool {
    let wide = header.map_or(2, |header| u32::try_from(header.columns.len()).unwrap_or(u32::MAX));
    row.end() > 1 && row.end().saturating_mul(2) < wide
}

/// Whether a row only numbers the columns: 1, 2, 3 …
pub(super) fn is_column_numbers(row: &Row) -> bool {
    row.cells.len() > 2
        && row
            .cells
            .iter()
            .zip(1_u32..)
            .all(|(cell, number)| cell.text.trim_matches(is_space) == number.to_string())
}

/// Whether a cell holds the number of its row and nothing else.
pub(super) fn is_row_number(text: &str) -> bool {
    let text = text.trim_matches(|c| is_space(c) || matches!(c, '.' | ')' | '№'));
    text.len() <= 3 && text.chars().all(|c| c.is_ascii_digit())
}

/// Whether a cell for the number of a row holds more: a word of five letters at least.
pub(super) fn holds_words(text: &str) -> bool {
    const LONGEST_NUMBER: usize = 4;
    text.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().nth(LONGEST_NUMBER).is_some())
}

/// The cell that stands beside the number of its row alone.
pub(super) fn numbered_title(row: &Row) -> Option<&Cell> {
    let mut filled = row.filled();
    let (number, title) = (filled.next()?, filled.next()?);
    (filled.next().is_none() && is_row_number(&number.text)).then_some(title)
}

/// The lines of a cell, with their places.
pub(super) fn cell_lines(cell: &Cell, spot: Spot) -> impl Iterator<Item = Line> {
    lines(&cell.text, Spot { column: cell.column, ..spot }, 0)
}

/// The place of a line of a cell.
pub(super) fn place_in(cell: &Cell, spot: Spot, line: u32) -> Place {
    Spot { column: cell.column, ..spot }.line(line)
}

/// Writes units beside their values, where a table of activities has a column for them. Units that are not as many as
/// the values are given back.
pub(super) fn join_units(values: &mut [Line], units: Vec<Line>) -> Result<(), Vec<Line>> {
    if units.len() != values.len() {
        return if units.is_empty() { Ok(()) } else { Err(units) };
    }
    for (value, unit) in values.iter_mut().zip(units) {
        if !value.text.chars().any(char::is_alphabetic) {
            value.text.push(' ');
            value.text.push_str(&unit.text);
        }
    }
    Ok(())
}

/// The lines of the cells under a column, in order: a cell split in two is one.
pub(super) fn column_lines(row: &Row, columns: &[Column], spot: Spot, wanted: Column) -> Vec<Line> {
    row.cells
        .iter()
        .zip(columns)
        .filter(|(_, column)| **column == wanted)
        .flat_map(|(cell, _)| cell_lines(cell, spot))
        .collect()
}
