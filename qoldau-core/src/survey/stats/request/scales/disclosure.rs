//! Publishing without telling on anybody.

use crate::survey::stats::{self, Cell};
use serde_json::Value;

use crate::survey::stats::request::StatisticError;
use crate::survey::stats::request::fields::{Fields, answer, not};
use crate::survey::stats::request::tables::Beside;
use crate::survey::stats::request::tables::Rows;

pub(in super::super) fn suppress_table(
    input: Fields<'_>,
    _beside: &Beside<'_>,
) -> Result<Value, StatisticError> {
    let totals = input.optional("margins_published").and_then(Value::as_bool).unwrap_or(true);
    let table = input.table_of_counts("table")?;
    let hidden = stats::suppress_table(&table, threshold(input.text("primary_rule")?)?, totals)?;
    let cells =
        |cells: &[Cell]| cells.iter().map(|cell| Value::from([cell.row, cell.column])).collect::<Vec<_>>();
    let mut suppressed: Vec<Cell> = hidden.primary.iter().chain(&hidden.complementary).copied().collect();
    suppressed.sort_unstable();
    Ok(answer! {
        "suppressed": cells(&suppressed),
        "primary": cells(&hidden.primary),
        "complementary": cells(&hidden.complementary),
        "derivable": cells(&hidden.derivable),
        "fewest": hidden.fewest,
    })
}

/// The threshold of a rule `0 < count < 3`, or `0 < count <= 2`.
fn threshold(rule: &str) -> Result<u32, StatisticError> {
    let wrong = || not("primary_rule", "a rule such as `0 < count < 5`");
    let rule: String = rule.split_whitespace().collect();
    // A rule that hides zeros too, `count < 3`, is another.
    let upper = rule.strip_prefix("0<count<").ok_or_else(wrong)?;
    match upper.strip_prefix('=') {
        Some(last) => last.parse().ok().and_then(|last: u32| last.checked_add(1)),
        None => upper.parse().ok(),
    }
    .ok_or_else(wrong)
}

pub(in super::super) fn k_anonymity(input: Fields<'_>, beside: &Beside<'_>) -> Result<Value, StatisticError> {
    // The one way of judging what is missing.
    input.choice("missing", &["own category"])?;
    let rows = Rows::read(input, "csv", beside)?;
    let identifiers = input.texts("quasi_identifiers")?;
    let columns =
        identifiers.iter().map(|identifier| identifying(&rows, identifier)).collect::<Result<Vec<_>, _>>()?;
    let row = |at: usize| columns.iter().map(|column| column.get(at).cloned().flatten()).collect();
    let all: Vec<Vec<Option<String>>> = (0..rows.count()).map(row).collect();
    let anonymity = stats::k_anonymity(&all, input.count_or("k", 5)?);
    Ok(answer! {
        "rows": anonymity.rows,
        "classes": anonymity.classes,
        "min_class": anonymity.smallest_class,
        "rows_in_classes_below_k": anonymity.rows_below_k,
        "classes_below_k": anonymity.classes_below_k,
        "sample_uniques": anonymity.uniques,
    })
}

/// A column by its name, or in bands by an expression `floor(age/10)*10`.
fn identifying(rows: &Rows, identifier: &str) -> Result<Vec<Option<String>>, StatisticError> {
    let Some((name, width)) = banded(identifier) else { return rows.texts(identifier) };
    let band = |number: f64| ((number / width).floor() * width + 0.0).to_string();
    Ok(rows.numbers(name)?.into_iter().map(|number| number.map(band)).collect())
}

fn banded(identifier: &str) -> Option<(&str, f64)> {
    let (name, rest) = identifier.trim().strip_prefix("floor(")?.split_once('/')?;
    let (width, again) = rest.split_once(')')?;
    let width: f64 = width.trim().parse().ok()?;
    let again: f64 = again.trim().strip_prefix('*')?.trim().parse().ok()?;
    (width > 0.0 && (width - again).abs() <= 0.0).then_some((name.trim(), width))
}
