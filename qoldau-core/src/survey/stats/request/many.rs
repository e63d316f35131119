//! Probabilities of many tests at once.

use crate::survey::stats::{self, StatsError};
use serde_json::Value;

use super::StatisticError;
use super::fields::{Fields, answer, not};
use super::tables::Beside;

type Adjusting = fn(&[Option<f64>]) -> Result<Vec<Option<f64>>, StatsError>;

pub(super) fn holm(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    adjusted(input, stats::holm)
}

pub(super) fn benjamini_hochberg(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    adjusted(input, stats::benjamini_hochberg)
}

fn adjusted(input: Fields<'_>, by: Adjusting) -> Result<Value, StatisticError> {
    let wrong = || not("p", "a list of probabilities");
    let list = input.optional("p").and_then(Value::as_array).ok_or_else(wrong)?;
    let read = |value: &Value| if value.is_null() { Some(None) } else { value.as_f64().map(Some) };
    let p: Option<Vec<Option<f64>>> = list.iter().map(read).collect();
    Ok(answer! { "p_adjusted": by(&p.ok_or_else(wrong)?)? })
}
