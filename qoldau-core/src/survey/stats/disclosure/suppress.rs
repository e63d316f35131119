//! Hiding small counts of a table so that they cannot be worked out.

use serde::{Deserialize, Serialize};

use super::audit::Pattern;
use super::search::complement;
use crate::survey::stats::ScoringError;

/// A cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cell {
    /// Its row, from 0.
    pub row: u32,
    /// Its column, from 0.
    pub column: u32,
}

/// Which cells of a table to hide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Suppression {
    /// Cells whose count is too small.
    pub primary: Vec<Cell>,
    /// Cells hidden so that the others cannot be worked out from the totals.
    pub complementary: Vec<Cell>,
    /// Cells that can be worked out all the same, because the table has nothing to hide them behind: publish it coarser.
    pub derivable: Vec<Cell>,
    /// Whether fewer complementary cells are known not to suffice. On large tables the search stops before that is known.
    pub fewest: bool,
}

/// Hides every count from 1 up to `threshold` − 1, and as many other cells as it takes that no hidden count follows from what is
/// published: the other cells and, where `totals` says so, the totals of rows, of columns and of all.
///
/// Zeros are published; one is hidden only where a cell has nothing else to hide behind. The search takes the fewest complementary cells, and among these the smallest
/// counts, as far as it comes within its bounds (tables of a report: always or nearly so; see `fewest`), and is checked at the end by
/// [`derivable_cells`], which is exact (Gusfield 1988; Hundepool et al. 2012). Other tables with the same totals, or of another phase, are not
/// looked at: publish them with the same cells hidden.
///
/// # Errors
/// `SVY050` rows of different length, `SVY056` more than 10,000 cells.
pub fn suppress_table(table: &[Vec<u32>], threshold: u32, totals: bool) -> Result<Suppression, ScoringError> {
    let (rows, columns, counts) = flatten(table)?;
    let primary: Vec<bool> = counts.iter().map(|count| (1..threshold).contains(count)).collect();
    let mut pattern = Pattern { rows, columns, counts: &counts, hidden: primary.clone() };
    let fewest = !totals || complement(&mut pattern);
    let cells = |wanted: &dyn Fn(usize) -> bool| {
        (0..counts.len()).filter(|at| wanted(*at)).map(|at| cell(at, columns)).collect()
    };
    let derivable = if totals { pattern.derivable() } else { Vec::new() };
    Ok(Suppression {
        primary: cells(&|at| primary[at]),
        complementary: cells(&|at| pattern.hidden[at] && !primary[at]),
        derivable: derivable.into_iter().map(|at| cell(at, columns)).collect(),
        fewest,
    })
}

/// Which hidden cells of a table follow from the others and the totals of rows, of columns and of all. Exact: a hidden cell that is not
/// named could be another count. A table of one row or one column is taken as a line with its total. Cells outside of the table are
/// not looked at.
///
/// # Errors
/// `SVY050` rows of different length, `SVY056` more than 10,000 cells.
pub fn derivable_cells(table: &[Vec<u32>], hidden: &[Cell]) -> Result<Vec<Cell>, ScoringError> {
    let (rows, columns, counts) = flatten(table)?;
    let mut pattern = Pattern { rows, columns, counts: &counts, hidden: vec![false; counts.len()] };
    for cell in hidden {
        let place = |index: u32| usize::try_from(index).unwrap_or(usize::MAX);
        let (row, column) = (place(cell.row), place(cell.column));
        if row < rows && column < columns {
            let at = pattern.at(row, column);
            pattern.hidden[at] = true;
        }
    }
    Ok(pattern.derivable().into_iter().map(|at| cell(at, columns)).collect())
}

const MOST_CELLS: usize = 10_000;

fn flatten(table: &[Vec<u32>]) -> Result<(usize, usize, Vec<u32>), ScoringError> {
    let columns = table.first().map_or(0, Vec::len);
    if let Some((row, _)) = (0_u32..).zip(table).find(|(_, row)| row.len() != columns) {
        return Err(ScoringError::RowLength { row });
    }
    let counts: Vec<u32> = table.iter().flatten().copied().collect();
    if counts.len() > MOST_CELLS {
        return Err(ScoringError::TooMany { limit: 10_000 });
    }
    Ok((table.len(), columns, counts))
}

fn cell(at: usize, columns: usize) -> Cell {
    let place = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
    Cell { row: place(at / columns.max(1)), column: place(at % columns.max(1)) }
}
