//! Which cell of a row belongs to which column, when the row has more or fewer cells than its heading.
//!
//! A cell that Word split in two, a deadline cell that is not there, rows that only blank lines divide: all are
//! settled by one measure, how badly the words of a cell fit a column.

use super::columns::Column;
use super::model::filled_lines;
use crate::plan::{Due, DueContext, read_due};
use crate::value::text::{fold_words, is_word_character};
use crate::value::{DateRange, IsoDate};

/// The cost of leaving a column without a cell.
const MISSING: u32 = 6;
/// No way.
const NEVER: u32 = u32::MAX;

/// How badly words fit a column: 0 well, more worse.
pub(super) fn misfit(text: &str, column: Column) -> u32 {
    Look::of(text).misfit(column)
}

/// How badly words fit each of the columns.
pub(super) fn misfits(text: &str, columns: &[Column]) -> Vec<u32> {
    let look = Look::of(text);
    columns.iter().map(|column| look.misfit(*column)).collect()
}

/// The cost of a second cell with words in a column: long lists are split over cells, a venue or a deadline is not.
fn second(column: Column) -> u32 {
    match column {
        Column::Names | Column::Values => 1,
        Column::Activity => 2,
        _ => 4,
    }
}

/// What the words of a cell look like.
struct Look {
    lines: usize,
    letters: usize,
    is_number: bool,
    is_due: bool,
    /// Most lines are short and hold a digit.
    is_planned: bool,
}

impl Look {
    fn of(text: &str) -> Self {
        let mut lines = 0_usize;
        let mut planned = 0_usize;
        for line in filled_lines(text) {
            lines = lines.saturating_add(1);
            let words = line.split(' ').count();
            let digits = line.chars().any(|c| c.is_ascii_digit());
            if line.starts_with('(') || (digits && words <= 8) {
                planned = planned.saturating_add(1);
            }
        }
        let letters = text.chars().filter(|c| is_word_character(*c)).count();
        let is_number = lines == 1 && letters <= 3 && text.chars().any(|c| c.is_ascii_digit());
        let short = (1..=60).contains(&letters) && lines <= 3;
        // Digits alone are an amount, though there be a year of that number.
        let worded = || text.chars().any(|c| c == '.' || c.is_alphabetic());
        let is_due = short && !is_number && worded() && is_due(text);
        Self { lines, letters, is_number, is_due, is_planned: planned.saturating_mul(2) > lines && !is_due }
    }

    fn misfit(&self, column: Column) -> u32 {
        if self.lines == 0 {
            return match column {
                Column::Number => 0,
                Column::Due
                | Column::Start
                | Column::End
                | Column::Venue
                | Column::Channels
                | Column::Month
                | Column::Unknown => 1,
                _ => 2,
            };
        }
        match column {
            Column::Number if !self.is_number => 6,
            Column::Values if !self.is_planned => 5,
            Column::Names | Column::Activity if self.is_due || self.is_planned || self.is_number => 4,
            Column::Due | Column::Start | Column::End if self.is_due => 0,
            Column::Due | Column::Start | Column::End if self.letters <= 60 => 3,
            Column::Due | Column::Start | Column::End => 6,
            Column::Venue | Column::Channels if self.is_number || self.is_due => 4,
            Column::Venue | Column::Channels if self.lines > 3 => 3,
            _ => 0,
        }
    }
}

/// Whether words can be read as a deadline.
fn is_due(text: &str) -> bool {
    // A month alone is a deadline whichever year it is of.
    let year = IsoDate::new(2024, 1, 1).zip(IsoDate::new(2024, 12, 31));
    let period = year.map(|(start, end)| DateRange { start, end });
    let context = DueContext { period, contract: None };
    !matches!(read_due(&fold_words(text), &context), Due::Unread { .. })
}

/// Deals cells out to columns from left to right, one cell after another.
#[derive(Debug, Clone)]
pub(super) struct Deal<'c> {
    columns: &'c [Column],
    /// For each column the least cost with the last cell in it.
    costs: Vec<u32>,
    /// For each cell and column, the column of the cell before it.
    ways: Vec<Vec<usize>>,
}

impl<'c> Deal<'c> {
    /// Before the first cell.
    pub(super) fn new(columns: &'c [Column]) -> Self {
        Self { columns, costs: vec![NEVER; columns.len()], ways: Vec::new() }
    }

    /// Deals the next cell, given how badly it fits each column and whether it is blank.
    pub(super) fn push(&mut self, misfits: &[u32], blank: bool) {
        let first = self.ways.is_empty();
        let mut costs = Vec::with_capacity(self.costs.len());
        let mut ways = Vec::with_capacity(self.costs.len());
        // The best column for the cell before, left of the present one, each column between counted as missing.
        let mut best = if first { (0, 0) } else { (NEVER, 0) };
        for (column, ((same, misfit), kind)) in self.costs.iter().zip(misfits).zip(self.columns).enumerate() {
            let stay = same.saturating_add(if blank { 0 } else { second(*kind) });
            let (cost, way) = if stay <= best.0 { (stay, column) } else { best };
            costs.push(cost.saturating_add(*misfit));
            ways.push(way);
            best.0 = best.0.saturating_add(MISSING);
            if *same < best.0 {
                best = (*same, column);
            }
        }
        self.costs = costs;
        self.ways.push(ways);
    }

    /// The cost of the cells so far as a whole row.
    pub(super) fn cost(&self) -> u32 {
        self.best().map_or(NEVER, |(_, cost)| cost)
    }

    /// The best column of the last cell, and the cost of the row.
    fn best(&self) -> Option<(usize, u32)> {
        let missing_after = (0..self.costs.len()).rev();
        self.costs
            .iter()
            .zip(missing_after)
            .map(|(cost, after)| cost.saturating_add(missing(after)))
            .enumerate()
            .min_by_key(|(_, cost)| *cost)
    }

    /// The column of each cell.
    pub(super) fn columns(&self) -> Vec<usize> {
        let mut columns = Vec::with_capacity(self.ways.len());
        let mut column = self.best().map_or(0, |(column, _)| column);
        for ways in self.ways.iter().rev() {
            columns.push(column);
            column = ways.get(column).copied().unwrap_or(0);
        }
        columns.reverse();
        columns
    }
}

/// The cost of so many columns without a cell.
fn missing(columns: usize) -> u32 {
    u32::try_from(columns).unwrap_or(NEVER).saturating_mul(MISSING)
}

/// The column of each cell of a row.
pub(super) fn deal(cells: &[&str], columns: &[Column]) -> Vec<usize> {
    let mut deal = Deal::new(columns);
    for cell in cells {
        deal.push(&misfits(cell, columns), filled_lines(cell).next().is_none());
    }
    deal.columns()
}
