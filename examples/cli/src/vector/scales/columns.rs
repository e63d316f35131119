//! Rows of a request: given in it, or columns of a table beside it.

use std::borrow::Cow;
use std::path::Path;

use qoldau_core::survey::stats::{Keying, ScaleAnswers, ScaleRange};
use qoldau_core::table::Table;
use serde_json::Value;

use super::fields::{Fields, Refused};

/// A table of a request, its rows those that the request's filter keeps.
pub(super) struct Rows {
    header: Vec<String>,
    /// Row by row, `None` for an empty field.
    cells: Vec<Vec<Option<String>>>,
}

impl Rows {
    /// Reads the table that a field of the input names.
    pub(super) fn read(input: &Fields<'_>, field: &str, base: &Path) -> Result<Self, Refused> {
        let path = base.join(input.text(field)?);
        let bytes = std::fs::read(&path).map_err(|_| Refused::new(format!("cannot read `{}`", path.display())))?;
        let table = Table::read(&bytes, None).map_err(|fault| Refused::coded(fault.code(), &fault))?;
        let width = table.header().len();
        let given = |cell: Cow<'_, str>| Some(cell.trim().to_owned()).filter(|text| !text.is_empty());
        let cells = (0..table.rows())
            .map(|row| (0..width).map(|column| table.cell(row, column).and_then(given)).collect())
            .collect();
        let mut rows = Self { header: table.header().iter().map(|name| name.trim().to_owned()).collect(), cells };
        rows.filter(input)?;
        Ok(rows)
    }

    /// Keeps the rows whose columns have the values of the field `filter`, one or any of a list.
    fn filter(&mut self, input: &Fields<'_>) -> Result<(), Refused> {
        let Some(Value::Object(filter)) = input.optional("filter") else { return Ok(()) };
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

    /// The place of a column.
    pub(super) fn column(&self, name: &str) -> Result<usize, Refused> {
        let found = self.header.iter().position(|known| known == name.trim());
        found.ok_or_else(|| Refused::new(format!("the table has no column `{name}`")))
    }

    pub(super) fn count(&self) -> usize {
        self.cells.len()
    }

    /// The cells of a column, from the first row down.
    pub(super) fn texts(&self, name: &str) -> Result<Vec<Option<String>>, Refused> {
        let column = self.column(name)?;
        Ok(self.cells.iter().map(|row| row.get(column).cloned().flatten()).collect())
    }

    /// The cells of a column as numbers. What is no number is no answer.
    pub(super) fn numbers(&self, name: &str) -> Result<Vec<Option<f64>>, Refused> {
        Ok(self.texts(name)?.into_iter().map(|text| text.and_then(|text| number(&text))).collect())
    }

    /// Several columns as numbers, row by row.
    pub(super) fn table_of_numbers(&self, names: &[String]) -> Result<Vec<Vec<Option<f64>>>, Refused> {
        let columns = names.iter().map(|name| self.column(name)).collect::<Result<Vec<_>, _>>()?;
        let row = |row: &Vec<Option<String>>| {
            let cell = |column: &usize| row.get(*column).and_then(Option::as_deref).and_then(number);
            columns.iter().map(cell).collect()
        };
        Ok(self.cells.iter().map(row).collect())
    }

    /// Only the rows whose column has a text.
    pub(super) fn with(&self, name: &str, wanted: &str) -> Result<Self, Refused> {
        let column = self.column(name)?;
        let kept = self.cells.iter().filter(|row| is_text(row.get(column).and_then(Option::as_deref), wanted));
        Ok(Self { header: self.header.clone(), cells: kept.cloned().collect() })
    }
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Whether a cell is a value of the request.
fn is(cell: Option<&str>, value: &Value) -> bool {
    match value {
        Value::Null => cell.is_none(),
        Value::String(text) => is_text(cell, text.trim()),
        value => is_text(cell, &value.to_string()),
    }
}

/// Whether a cell is a text, or a number written otherwise.
fn is_text(cell: Option<&str>, wanted: &str) -> bool {
    let same = |cell: &str| number(cell).zip(number(wanted)).is_some_and(|(left, right)| left.total_cmp(&right).is_eq());
    cell.is_some_and(|cell| cell == wanted || same(cell))
}

/// The items of a scale in a request, with their raw answers.
pub(super) struct Items {
    pub(super) names: Vec<String>,
    pub(super) rows: Vec<Vec<Option<f64>>>,
    pub(super) keying: Keying,
}

impl Items {
    /// Reads `items`, `reverse`, `scale`, and `rows` or `csv`.
    pub(super) fn read(input: &Fields<'_>, base: &Path) -> Result<Self, Refused> {
        let names = input.texts("items")?;
        let rows = match input.optional("rows") {
            Some(rows) => super::fields::table_of_numbers(rows, "rows")?,
            None => Rows::read(input, "csv", base)?.table_of_numbers(&names)?,
        };
        Self::of(names, rows, input)
    }

    /// Takes rows that were read already, with the keying of the input.
    pub(super) fn of(
        names: Vec<String>,
        rows: Vec<Vec<Option<f64>>>,
        input: &Fields<'_>,
    ) -> Result<Self, Refused> {
        let place = |item: &String| {
            let found = names.iter().position(|name| name == item);
            found.and_then(|at| u32::try_from(at).ok()).ok_or_else(|| Refused::new(format!("no item `{item}`")))
        };
        let reversed = input.optional_texts("reverse")?.iter().map(place).collect::<Result<_, _>>()?;
        let range = match input.optional_numbers("scale")?.as_deref() {
            None => None,
            Some([low, high]) => Some(ScaleRange { low: *low, high: *high }),
            Some(_) => return Err(Refused::new("`scale` is not a lowest and a highest answer".into())),
        };
        Ok(Self { names, rows, keying: Keying { range, reversed } })
    }

    pub(super) fn answers(&self) -> Result<ScaleAnswers, Refused> {
        let count = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        Ok(ScaleAnswers::new(count, &self.rows, &self.keying)?)
    }
}
