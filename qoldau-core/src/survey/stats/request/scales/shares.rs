//! Shares of answers, and how carefully they were given.

use std::collections::BTreeMap;

use crate::survey::stats::{self, OptionShare, TopBox};
use serde_json::{Map, Value};

use crate::survey::stats::request::StatisticError;
use crate::survey::stats::request::fields::{Fields, answer, finite, label, not, table_of_numbers};
use crate::survey::stats::request::tables::{Beside, Rows, range};

/// The group of those of whom the group is not known.
const MISSING: &str = "(missing)";

pub(in super::super) fn top_box(input: Fields<'_>, beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let rows = Rows::read(input, "csv", beside)?;
    let level = input.level()?;
    let from = input.number("top_from")?;
    let range = range(input)?;
    // What is out of the declared scale is no answer.
    let answer = |number: f64| match range {
        Some(range) if number < range.low || number > range.high => None,
        _ => Some(i64::from(number >= from)),
    };
    let answers: Vec<Option<i64>> =
        rows.numbers(input.text("column")?)?.into_iter().map(|number| number.and_then(answer)).collect();
    let all = of_top_box(&stats::top_box(&answers, 1, level));
    let Some(by) = input.optional("by") else { return Ok(all) };
    let by = label(by).ok_or_else(|| not("by", "the name of a column"))?;
    let mut groups: BTreeMap<String, Vec<Option<i64>>> = BTreeMap::new();
    for (group, answer) in rows.texts(&by)?.into_iter().zip(answers) {
        groups.entry(group.unwrap_or_else(|| MISSING.into())).or_default().push(answer);
    }
    let by_group: Map<String, Value> = groups
        .iter()
        .map(|(group, answers)| (group.clone(), of_top_box(&stats::top_box(answers, 1, level))))
        .collect();
    let mut answer =
        Map::from_iter([("total".to_owned(), all), ("groups".to_owned(), Value::from(by_group.clone()))]);
    // A group by a name of the answer itself stands among the groups only.
    by_group.into_iter().for_each(|(group, of)| {
        answer.entry(group).or_insert(of);
    });
    Ok(Value::Object(answer))
}

fn of_top_box(top: &TopBox) -> Value {
    answer! { "x": top.top, "n": top.answers, "missing": top.missing, "share": top.share, "wilson": top.wilson }
}

pub(in super::super) fn multi_select(
    input: Fields<'_>,
    beside: &Beside<'_>,
) -> Result<Value, StatisticError> {
    let rows = Rows::read(input, "csv", beside)?;
    let options = input.texts("options")?;
    let columns = options.iter().map(|option| rows.texts(option)).collect::<Result<Vec<_>, _>>()?;
    let row = |at: usize| -> Result<Vec<Option<bool>>, StatisticError> {
        columns.iter().map(|column| mark(column.get(at).and_then(Option::as_deref))).collect()
    };
    let marks = (0..rows.count()).map(row).collect::<Result<Vec<_>, _>>()?;
    let counted = stats::multi_select(u32::try_from(options.len()).unwrap_or(u32::MAX), &marks)?;
    let each = |of: fn(&OptionShare) -> Value| -> Map<String, Value> {
        options.iter().cloned().zip(counted.options.iter().map(of)).collect()
    };
    Ok(answer! {
        "n_rows": counted.asked,
        "n_not_asked": counted.not_asked,
        "n_any_selected": counted.answering,
        "n_none": counted.none,
        "selections": counted.marks,
        "count": each(|option| Value::from(option.count)),
        "pct_of_rows": each(|option| Value::from(option.percent_of_asked)),
        "pct_of_answering": each(|option| Value::from(option.percent_of_answering)),
        "pct_of_selections": each(|option| Value::from(option.percent_of_marks)),
    })
}

/// Whether an option is marked; nothing where the cell is empty. What is no mark that is known is refused: it would be left out of every
/// share unseen.
fn mark(cell: Option<&str>) -> Result<Option<bool>, StatisticError> {
    let Some(cell) = cell else { return Ok(None) };
    Ok(match cell.to_lowercase().as_str() {
        "na" | "nan" => None,
        "true" | "yes" | "да" | "иә" | "x" | "х" | "✓" | "✔" | "+" => Some(true),
        "false" | "no" | "нет" | "жоқ" | "-" => Some(false),
        number => {
            let number = finite(number).filter(|number| *number >= 0.0);
            Some(number.ok_or_else(|| StatisticError::table(&"a field of an option is no mark"))? > 0.0)
        }
    })
}

/// The bounds of the fields `rows_longstring_ge_8` and `irv_below_0_5`.
const LONG: u32 = 8;
const LOW: f64 = 0.5;

pub(in super::super) fn response_quality(
    input: Fields<'_>,
    beside: &Beside<'_>,
) -> Result<Value, StatisticError> {
    let rows = match input.optional("rows") {
        Some(rows) => table_of_numbers(rows, "rows")?,
        None => Rows::read(input, "csv", beside)?.table_of_numbers(&input.texts("items")?)?,
    };
    let broken = input.optional("run_broken_by_missing").map_or(Some(true), Value::as_bool);
    let broken = broken.ok_or_else(|| not("run_broken_by_missing", "true or false"))?;
    let quality = stats::response_quality(&rows, broken, LOW)?;
    let histogram: Map<String, Value> = quality
        .longest_runs
        .iter()
        .enumerate()
        .map(|(length, rows)| (length.to_string(), Value::from(*rows)))
        .collect();
    Ok(answer! {
        "n_rows": quality.persons,
        "n_empty": quality.empty,
        "longstring_histogram": histogram,
        "longstring_max": (quality.persons > 0).then_some(quality.longest_run),
        "rows_longstring_ge_8": quality.runs_of_at_least(LONG),
        "irv_mean": quality.mean_variability,
        "irv_below_0_5": quality.below_bound,
        "rows_in_identical_vectors": quality.in_identical_rows,
        "identical_vector_groups": quality.identical_groups,
    })
}
