//! Probabilities of many tests at once.

use qoldau_core::survey::stats::{self, StatsError};
use serde_json::{Value, json};

use super::input::Input;
use super::refusal::Refusal;

type Adjusting = fn(&[Option<f64>]) -> Result<Vec<Option<f64>>, StatsError>;

pub(super) fn holm(input: &Input) -> Result<Value, Refusal> {
    adjusted(input, stats::holm)
}

pub(super) fn benjamini_hochberg(input: &Input) -> Result<Value, Refusal> {
    adjusted(input, stats::benjamini_hochberg)
}

fn adjusted(input: &Input, by: Adjusting) -> Result<Value, Refusal> {
    let wrong = || Refusal::field("p", "a list of probabilities");
    let list = input.get("p").and_then(Value::as_array).ok_or_else(wrong)?;
    let read = |value: &Value| if value.is_null() { Some(None) } else { value.as_f64().map(Some) };
    let p: Option<Vec<Option<f64>>> = list.iter().map(read).collect();
    Ok(json!({ "p_adjusted": by(&p.ok_or_else(wrong)?)? }))
}
