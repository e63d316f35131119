//! The fields of a request's input.

use std::path::PathBuf;

use qoldau_core::survey::stats::{Interval, Level};
use qoldau_core::value::Amount;
use serde_json::{Value, json};

use super::refusal::Refusal;
use super::table::Table;

/// The input of a method: its fields, and the folder that the paths of tables start from.
#[derive(Debug)]
pub(super) struct Input {
    fields: Value,
    base: PathBuf,
}

impl Input {
    pub(super) fn new(fields: Value, base: PathBuf) -> Self {
        Self { fields, base }
    }

    /// A field that is there and not null.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.fields.get(name).filter(|value| !value.is_null())
    }

    /// A field that must be there.
    fn wanted<T>(&self, name: &str, wanted: &str, of: impl Fn(&Value) -> Option<T>) -> Result<T, Refusal> {
        self.get(name).and_then(of).ok_or_else(|| Refusal::field(name, wanted))
    }

    /// A text.
    pub(super) fn text(&self, name: &str) -> Result<&str, Refusal> {
        self.get(name).and_then(Value::as_str).ok_or_else(|| Refusal::field(name, "a text"))
    }

    /// A decimal: a number or the text of one.
    pub(super) fn amount(&self, name: &str) -> Result<Amount, Refusal> {
        self.wanted(name, "a decimal of at most 28 digits", amount)
    }

    /// A whole number from 0 to 4 294 967 295; 20.0 is one.
    pub(super) fn count(&self, name: &str) -> Result<u32, Refusal> {
        self.wanted(name, COUNT, count)
    }

    /// Whole numbers.
    pub(super) fn counts(&self, name: &str) -> Result<Vec<u32>, Refusal> {
        self.wanted(name, "a list of whole numbers from 0", |value| {
            value.as_array()?.iter().map(count).collect()
        })
    }

    /// A confidence level.
    pub(super) fn level(&self, name: &str) -> Result<Level, Refusal> {
        Ok(Level::new(self.amount(name)?)?)
    }

    /// Decimals, of which some may be missing (null).
    pub(super) fn values(&self, name: &str) -> Result<Vec<Option<Amount>>, Refusal> {
        let read = |value: &Value| if value.is_null() { Some(None) } else { amount(value).map(Some) };
        self.wanted(name, "a list of decimals of at most 28 digits", |list| {
            list.as_array()?.iter().map(read).collect()
        })
    }

    /// The table of the field `csv`.
    pub(super) fn table(&self) -> Result<Table, Refusal> {
        self.table_of("csv")
    }

    /// The table of a field.
    pub(super) fn table_of(&self, name: &str) -> Result<Table, Refusal> {
        Table::read(&self.base, self.text(name)?)
    }
}

/// What a count must be.
const COUNT: &str = "a whole number from 0 to 4294967295";

/// A decimal of a number or a text. A number is the shortest decimal that means it, which is the one that was written.
pub(super) fn amount(value: &Value) -> Option<Amount> {
    match value {
        Value::String(text) => text.trim().parse().ok(),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => whole.to_string().parse().ok(),
            (None, Some(float)) => float.to_string().parse().ok(),
            (None, None) => None,
        },
        _ => None,
    }
}

/// A whole number from 0 to 4 294 967 295.
pub(super) fn count(value: &Value) -> Option<u32> {
    if value.is_number() { amount(value)?.to_u32() } else { None }
}

/// An interval as the format has it: a list of two.
pub(super) fn pair(interval: Option<Interval>) -> Value {
    interval.map_or(Value::Null, |interval| json!([interval.low, interval.high]))
}
