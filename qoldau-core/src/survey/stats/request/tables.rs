//! Rows of a request: given in it, or columns of a table beside it.

use std::borrow::Cow;

use serde_json::Value;

use super::fields::{Fields, decimal, finite, not};
use super::{StatisticError, TableSource};
use crate::survey::stats::{Keying, ScaleAnswers, ScaleRange};
use crate::table::Table;
use crate::value::Amount;

/// Where the tables of a request are.
pub(super) struct Beside<'a> {
    /// Texts of tables by name, in the request itself.
    pub(super) given: Option<&'a Value>,
    /// Where others come from.
    pub(super) elsewhere: &'a TableSource<'a>,
}

impl Beside<'_> {
    fn bytes(&self, name: &str) -> Result<Cow<'_, [u8]>, StatisticError> {
        match self.given.and_then(|tables| tables.get(name)).and_then(Value::as_str) {
            Some(text) => Ok(Cow::Borrowed(text.as_bytes())),
            None => (self.elsewhere)(name).map(Cow::Owned).map_err(|reason| StatisticError::table(&reason)),
        }
    }
}

/// A table of a request, its rows those that the request's filter keeps.
pub(super) struct Rows {
    header: Vec<String>,
    /// Row by row, `None` for an empty field.
    cells: Vec<Vec<Option<String>>>,
}

impl Rows {
    /// Reads the table that a field of the input names. A row of another length than the header is refused: whatever stands in it, a
    /// decimal comma for one, may have moved to another column.
    pub(super) fn read(input: Fields<'_>, field: &str, beside: &Beside<'_>) -> Result<Self, StatisticError> {
        let bytes = beside.bytes(input.text(field)?)?;
        let table = Table::read(&bytes, None).map_err(|reason| StatisticError::table(&reason))?;
        if table.faults().is_empty() {
            Self::of(&table, input)
        } else {
            Err(StatisticError::table(&"a row has more or fewer fields than the first"))
        }
    }

    fn of(table: &Table<'_>, input: Fields<'_>) -> Result<Self, StatisticError> {
        let width = table.header().len();
        let given = |cell: Cow<'_, str>| Some(cell.trim().to_owned()).filter(|text| !text.is_empty());
        let cells = (0..table.rows())
            .map(|row| (0..width).map(|column| table.cell(row, column).and_then(given)).collect())
            .collect();
        let mut rows =
            Self { header: table.header().iter().map(|name| name.trim().to_owned()).collect(), cells };
        rows.filter(input)?;
        Ok(rows)
    }

    /// Keeps the rows whose columns have the values of the field `filter`, one or any of a list.
    fn filter(&mut self, input: Fields<'_>) -> Result<(), StatisticError> {
        let Some(filter) = input.optional("filter") else { return Ok(()) };
        let filter = filter.as_object().ok_or_else(|| not("filter", "an object of values by column"))?;
        for (name, wanted) in filter {
            let column = self.column(name)?;
            let one_of = match wanted {
                Value::Array(values) => values.iter().collect(),
                value => vec![value],
            };
            self.cells.retain(|row| {
                let cell = row.get(column).and_then(Option::as_deref);
                one_of.iter().any(|value| is(cell, value))
            });
        }
        Ok(())
    }

    /// The place of a column, which must be the only one of its name.
    pub(super) fn column(&self, name: &str) -> Result<usize, StatisticError> {
        let mut found = self.header.iter().enumerate().filter(|(_, known)| *known == name.trim());
        match (found.next(), found.next()) {
            (Some((at, _)), None) => Ok(at),
            (None, _) => Err(StatisticError::table(&format!("it has no column `{name}`"))),
            (_, Some(_)) => Err(StatisticError::table(&format!("it has two columns `{name}`"))),
        }
    }

    pub(super) fn count(&self) -> usize {
        self.cells.len()
    }

    /// The cells of a column, from the first row down.
    pub(super) fn texts(&self, name: &str) -> Result<Vec<Option<String>>, StatisticError> {
        let column = self.column(name)?;
        Ok(self.cells.iter().map(|row| row.get(column).cloned().flatten()).collect())
    }

    /// The cells of a column as numbers. `NA`, as statistics programs write it, is no answer; another text is refused.
    pub(super) fn numbers(&self, name: &str) -> Result<Vec<Option<f64>>, StatisticError> {
        let refused = || StatisticError::table(&format!("a field of `{name}` is no number"));
        let read = |text: Option<String>| match text.as_deref() {
            None | Some("NA" | "NaN" | "nan") => Ok(None),
            Some(text) => finite(text).map(Some).ok_or_else(refused),
        };
        self.texts(name)?.into_iter().map(read).collect()
    }

    /// The same of a column of yes and no, where `True` and `False` are 1 and 0.
    pub(super) fn numbers_or_truths(&self, name: &str) -> Result<Vec<Option<f64>>, StatisticError> {
        let refused =
            || StatisticError::table(&format!("a field of `{name}` is neither a number nor true or false"));
        let read = |text: Option<String>| match text.as_deref() {
            None | Some("NA" | "NaN" | "nan") => Ok(None),
            Some("True" | "TRUE" | "true") => Ok(Some(1.0)),
            Some("False" | "FALSE" | "false") => Ok(Some(0.0)),
            Some(text) => finite(text).map(Some).ok_or_else(refused),
        };
        self.texts(name)?.into_iter().map(read).collect()
    }

    /// The cells of a column as exact decimals, missing and refused as numbers are.
    pub(super) fn amounts(&self, name: &str) -> Result<Vec<Option<Amount>>, StatisticError> {
        let refused = || StatisticError::table(&format!("a field of `{name}` is no number"));
        let read = |text: Option<String>| match text.as_deref() {
            None | Some("NA" | "NaN" | "nan") => Ok(None),
            Some(text) => decimal(text).map(Some).ok_or_else(refused),
        };
        self.texts(name)?.into_iter().map(read).collect()
    }

    /// Several columns as numbers, row by row.
    pub(super) fn table_of_numbers(&self, names: &[String]) -> Result<Vec<Vec<Option<f64>>>, StatisticError> {
        let columns = names.iter().map(|name| self.numbers(name)).collect::<Result<Vec<_>, _>>()?;
        let row = |at: usize| columns.iter().map(|column| column.get(at).copied().flatten()).collect();
        Ok((0..self.count()).map(row).collect())
    }
}

/// Whether a cell is a value of the request.
pub(super) fn is(cell: Option<&str>, value: &Value) -> bool {
    match value {
        Value::Null => cell.is_none(),
        Value::Bool(truth) => cell.is_some_and(|cell| cell.eq_ignore_ascii_case(&truth.to_string())),
        Value::String(text) => is_text(cell, text.trim()),
        value => is_text(cell, &value.to_string()),
    }
}

/// Whether a cell is a text, or a number written otherwise.
fn is_text(cell: Option<&str>, wanted: &str) -> bool {
    let same = |cell: &str| {
        finite(cell).zip(finite(wanted)).is_some_and(|(left, right)| left.total_cmp(&right).is_eq())
    };
    cell.is_some_and(|cell| cell == wanted || same(cell))
}

/// The lowest and the highest answer of the field `scale`.
pub(super) fn range(input: Fields<'_>) -> Result<Option<ScaleRange>, StatisticError> {
    match input.optional_numbers("scale")?.as_deref() {
        None => Ok(None),
        Some([low, high]) if low <= high => Ok(Some(ScaleRange { low: *low, high: *high })),
        Some(_) => Err(not("scale", "a lowest and a highest answer")),
    }
}

/// The items of a scale in a request, with their raw answers.
pub(super) struct Items {
    pub(super) names: Vec<String>,
    pub(super) rows: Vec<Vec<Option<f64>>>,
    pub(super) keying: Keying,
}

impl Items {
    /// Reads `items`, `reverse`, `scale`, and `rows` or `csv`.
    pub(super) fn read(input: Fields<'_>, beside: &Beside<'_>) -> Result<Self, StatisticError> {
        let names = input.texts("items")?;
        let rows = match input.optional("rows") {
            Some(rows) => super::fields::table_of_numbers(rows, "rows")?,
            None => Rows::read(input, "csv", beside)?.table_of_numbers(&names)?,
        };
        Self::of(names, rows, input)
    }

    /// Takes rows that were read already, with the keying of the input.
    pub(super) fn of(
        names: Vec<String>,
        rows: Vec<Vec<Option<f64>>>,
        input: Fields<'_>,
    ) -> Result<Self, StatisticError> {
        let place = |item: &String| {
            let found = names.iter().position(|name| name == item);
            found.and_then(|at| u32::try_from(at).ok()).ok_or_else(|| not("reverse", "a list of items"))
        };
        let reversed = input.optional_texts("reverse")?.iter().map(place).collect::<Result<_, _>>()?;
        Ok(Self { names, rows, keying: Keying { range: range(input)?, reversed } })
    }

    pub(super) fn answers(&self) -> Result<ScaleAnswers, StatisticError> {
        let count = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        Ok(ScaleAnswers::new(count, &self.rows, &self.keying)?)
    }
}
