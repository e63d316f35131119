//! A list of people from a file: a table of text, or a workbook sheet by sheet.

use std::path::Path;

use qoldau_core::people::import::{
    ColumnChoice, PeopleTable, PersonColumn, SheetColumns, SheetGuess, WorkbookPeople,
};
use qoldau_core::table::TableError;
use qoldau_core::whole::people::{
    ColumnGuess, guess_columns, guess_workbook, import_people, import_workbook,
};
use qoldau_core::workbook::{WorkbookError, is_workbook};

use crate::args::ColumnGiven;
use crate::trouble::Trouble;
use crate::{input, output, refusals, speech};

/// The longest list that is read, in bytes.
const LONGEST_LIST: u64 = 1 << 30;

/// A list that was read.
pub(super) struct List {
    /// Its rows, those of all sheets of a workbook.
    pub(super) table: PeopleTable,
    /// What the sheets of a workbook were taken for.
    pub(super) sheets: Vec<SheetColumns>,
}

impl List {
    /// The whole list as JSON.
    pub(super) fn json(&self) -> Result<String, Trouble> {
        if self.sheets.is_empty() {
            return output::json(&self.table);
        }
        let PeopleTable { people, facts, days, findings, .. } = self.table.clone();
        output::json(&WorkbookPeople { people, facts, days, sheets: self.sheets.clone(), findings })
    }
}

/// Reads the list, its columns guessed and then put right by what was given.
pub(super) fn read(list: &Path, given: &[ColumnGiven]) -> Result<List, Trouble> {
    let bytes = input::bytes(list, LONGEST_LIST)?;
    if is_workbook(&bytes) {
        return workbook(list, &bytes, given);
    }
    let told = |error: TableError| not_a_table(list, &error);
    let ColumnGuess { header, columns } = guess_columns(&bytes).map_err(told)?;
    let headings = (1_u32..).zip(header.iter().map(String::as_str)).collect::<Vec<_>>();
    let (columns, missing) = chosen(&headings, columns, given);
    if let Some(column) = missing.first() {
        return Err(Trouble::no_column(list, column));
    }
    let table = import_people(&bytes, Some(&columns)).map_err(told)?;
    Ok(List { table, sheets: Vec::new() })
}

/// Whether a file is a workbook, and not the archive of a bundle, whose parts have other names.
pub(super) fn is_workbook_file(file: &Path) -> Result<bool, Trouble> {
    let bytes = input::bytes(file, LONGEST_LIST)?;
    Ok(is_workbook(&bytes) && bytes.windows(3).any(|three| three == b"xl/"))
}

/// Reads a workbook. What is given of a column is said of every sheet that has it, and of one at least.
fn workbook(list: &Path, bytes: &[u8], given: &[ColumnGiven]) -> Result<List, Trouble> {
    let told = |error: WorkbookError| refusals::of_workbook(list, error);
    let mut sheets = Vec::new();
    let mut nowhere: Vec<&str> = given.iter().map(|given| given.column.as_str()).collect();
    for SheetGuess { sheet, heading_row, headings, columns, .. } in guess_workbook(bytes).map_err(told)? {
        let headings: Vec<(u32, &str)> =
            headings.iter().map(|heading| (heading.column, heading.text.as_str())).collect();
        let (columns, missing) = chosen(&headings, columns, given);
        nowhere.retain(|column| missing.contains(column));
        sheets.push(SheetColumns { sheet, heading_row, columns });
    }
    if let Some(column) = nowhere.first() {
        return Err(Trouble::no_column(list, column));
    }
    let WorkbookPeople { people, facts, days, sheets, findings } =
        import_workbook(bytes, &sheets).map_err(told)?;
    Ok(List { table: PeopleTable { people, facts, days, columns: Vec::new(), findings }, sheets })
}

fn not_a_table(list: &Path, error: &TableError) -> Trouble {
    match error {
        TableError::NotUtf8 { .. } => Trouble::of_file(speech::LIST_NOT_UTF8, "CLI007", list),
        TableError::UnclosedQuote { row } => Trouble::unclosed_quote(list, *row),
        TableError::RowTooLong => Trouble::of_file(speech::LONG_CELL, error.code(), list),
        _ => Trouble::of_file(speech::EMPTY_LIST, "CLI021", list),
    }
}

/// The guessed columns put right: what is given takes the place of what was guessed. Beside them what was given of a column that is not there.
fn chosen<'a>(
    headings: &[(u32, &str)],
    mut columns: Vec<ColumnChoice>,
    given: &'a [ColumnGiven],
) -> (Vec<ColumnChoice>, Vec<&'a str>) {
    let last = headings.iter().map(|(number, _)| *number).max().unwrap_or(0);
    let last = last.max(columns.iter().map(|choice| choice.column).max().unwrap_or(0));
    let mut missing = Vec::new();
    for ColumnGiven { column, holds } in given {
        let heading = headings.iter().find(|(_, heading)| heading.trim() == column);
        let by_number = || column.parse::<u32>().ok().filter(|number| (1..=last).contains(number));
        let Some(number) = heading.map(|(number, _)| *number).or_else(by_number) else {
            missing.push(column.as_str());
            continue;
        };
        let stays = |holds_own: PersonColumn| Some(holds_own) != *holds || holds_own.is_in_several();
        columns.retain(|choice| choice.column != number && stays(choice.holds));
        columns.extend(holds.map(|holds| ColumnChoice { column: number, holds }));
    }
    columns.sort_by_key(|choice| choice.column);
    (columns, missing)
}
