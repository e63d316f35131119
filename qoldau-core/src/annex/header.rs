//! The heading row of a table: what kind of table it is and what its columns hold.

use super::columns::{Column, columns};
use super::fit::{deal, misfit};
use super::model::{Cell, Row};

/// What a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TableKind {
    /// Activities of a task.
    Activities,
    /// The social impact.
    Impact,
    /// The people of the project.
    Team,
}

/// A heading row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// What the table is about.
    pub(super) kind: TableKind,
    /// What each column holds, left to right.
    pub(super) columns: Vec<Column>,
    /// The columns of the grid that each covers: first, and the one after the last.
    spans: Vec<(u32, u32)>,
}

/// The columns of a table of activities, in their usual order.
const USUAL: [Column; 6] =
    [Column::Number, Column::Activity, Column::Venue, Column::Names, Column::Values, Column::Due];

/// Cells longer than this are no headings, in bytes.
const LONGEST_CELL: usize = 400;

impl Header {
    /// The heading row these cells are, if they are one. `block` is the block of the annex they stand in.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a Cell> + Clone, block: u32) -> Option<Self> {
        let fewest = if block >= 3 { 2 } else { 3 };
        if cells.clone().count() < fewest || cells.clone().any(is_data) {
            return None;
        }
        let mut columns = columns(cells.clone().map(|cell| cell.text.as_str()))?;
        let spans = cells.map(|cell| (cell.column, cell.end())).collect();
        second_names_are_values(&mut columns);
        let kind = kind(&columns, block)?;
        Some(Self { kind, columns, spans })
    }

    /// Takes a second heading row: cells that divide the ones above them, beside cells merged downwards. Returns
    /// whether the row is one.
    pub(super) fn refine(&mut self, row: &Row) -> bool {
        if !row.cells.iter().any(|cell| cell.continues)
            || row.filled().any(|cell| cell.text.len() > LONGEST_CELL)
        {
            return false;
        }
        let Some(below) = columns(row.filled().map(|cell| cell.text.as_str())) else { return false };
        if below.contains(&Column::Unknown) {
            return false;
        }
        let mut below = below.into_iter();
        let refined = row.cells.iter().map(|cell| {
            let column = if cell.is_blank() { None } else { below.next() };
            (column.unwrap_or_else(|| self.under(cell)), (cell.column, cell.end()))
        });
        (self.columns, self.spans) = refined.collect();
        second_names_are_values(&mut self.columns);
        true
    }

    /// What to take for the heading row of a table of activities that has none: of the usual columns in their usual
    /// order those that fit its rows best.
    pub(super) fn assumed(row: &Row, rows: &[Row]) -> Self {
        let spans: Vec<(u32, u32)> =
            row.cells.iter().take(USUAL.len()).map(|cell| (cell.column, cell.end())).collect();
        let kind = TableKind::Activities;
        (0..1_u32 << USUAL.len())
            .map(|chosen| {
                (0..).zip(USUAL).filter(|(bit, _)| chosen >> bit & 1 == 1).map(|(_, column)| column).collect()
            })
            .filter(|columns: &Vec<Column>| columns.len() == spans.len())
            .filter(|columns| columns.contains(&Column::Names) && columns.contains(&Column::Values))
            .map(|columns| Self { kind, columns, spans: spans.clone() })
            .min_by_key(|header| header.misfit(rows))
            .unwrap_or(Self { kind, columns: vec![Column::Unknown; spans.len()], spans: spans.clone() })
    }

    /// How badly the rows fit the columns.
    fn misfit(&self, rows: &[Row]) -> u32 {
        let of_column = |(index, column): (usize, &Column)| self.misfits(index, *column, rows);
        self.columns.iter().enumerate().map(of_column).fold(0, u32::saturating_add)
    }

    /// The column of the heading that each cell of a row stands under.
    pub(super) fn columns_of(&self, row: &Row) -> Vec<Column> {
        let same_grid = self.spans.last().is_some_and(|(_, end)| *end == row.end());
        if same_grid {
            return row.cells.iter().map(|cell| self.under(cell)).collect();
        }
        let texts: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        let dealt = deal(&texts, &self.columns);
        dealt.into_iter().map(|index| self.columns.get(index).copied().unwrap_or(Column::Unknown)).collect()
    }

    /// The column whose heading covers most of the cell.
    fn under(&self, cell: &Cell) -> Column {
        let shared = |(start, end): (u32, u32)| end.min(cell.end()).saturating_sub(start.max(cell.column));
        self.spans
            .iter()
            .zip(&self.columns)
            .rev() // of equals, `max_by_key` takes the last: so the leftmost
            .max_by_key(|(span, _)| shared(**span))
            .map_or(Column::Unknown, |(_, column)| *column)
    }

    /// Takes unknown columns for what the table needs and no heading names, by what stands in them. Returns whether
    /// anything was taken so.
    pub(super) fn guess(&mut self, rows: &[Row]) -> bool {
        let needed: &[Column] = match self.kind {
            TableKind::Activities => &[Column::Names, Column::Values, Column::Activity, Column::Due],
            TableKind::Impact => &[Column::Names, Column::Values],
            TableKind::Team => &[Column::Person, Column::Role],
        };
        let mut guessed = false;
        for wanted in
            needed.iter().filter(|wanted| !self.columns.contains(wanted)).copied().collect::<Vec<_>>()
        {
            let best = (0..self.columns.len())
                .filter(|index| self.columns.get(*index) == Some(&Column::Unknown))
                .min_by_key(|index| self.misfits(*index, wanted, rows));
            if let Some(column) = best.and_then(|index| self.columns.get_mut(index)) {
                *column = wanted;
                guessed = true;
            }
        }
        guessed
    }

    /// How badly the cells of a column fit what it is taken for.
    fn misfits(&self, index: usize, wanted: Column, rows: &[Row]) -> u32 {
        const LOOKED_AT: usize = 50;
        let Some((start, end)) = self.spans.get(index).copied() else { return u32::MAX };
        rows.iter()
            .take(LOOKED_AT)
            .flat_map(|row| &row.cells)
            .filter(|cell| cell.column >= start && cell.end() <= end)
            .map(|cell| misfit(&cell.text, wanted))
            .fold(0, u32::saturating_add)
    }
}

/// Whether a cell is of no heading row: it is long, or begins with a digit. Spares the search in most rows of data.
fn is_data(cell: &Cell) -> bool {
    cell.text.len() > LONGEST_CELL || cell.text.starts_with(|c: char| c.is_ascii_digit())
}

/// Annexes head the names with one word for "indicator" and the values with another: the second is the values'.
fn second_names_are_values(columns: &mut [Column]) {
    if columns.contains(&Column::Values) {
        return;
    }
    let second = columns.iter_mut().filter(|column| **column == Column::Names).nth(1);
    if let Some(column) = second {
        *column = Column::Values;
    }
}

/// What a table with these columns is about.
fn kind(columns: &[Column], block: u32) -> Option<TableKind> {
    let has = |column: Column| columns.contains(&column);
    let of_people = [Column::Role, Column::Contact, Column::Duties].into_iter().any(has);
    if has(Column::Person) && of_people {
        return Some(TableKind::Team);
    }
    let lines = has(Column::Names) && has(Column::Values);
    if !has(Column::Activity) && lines && (has(Column::Unit) || block == 4) {
        return Some(TableKind::Impact);
    }
    let known =
        [Column::Activity, Column::Names, Column::Values, Column::Due, Column::Venue, Column::Channels]
            .into_iter()
            .filter(|column| has(*column))
            .count();
    let enough = if block == 3 { 2 } else { 3 };
    let promises = has(Column::Names) || has(Column::Values);
    (promises && known >= enough).then_some(TableKind::Activities)
}
