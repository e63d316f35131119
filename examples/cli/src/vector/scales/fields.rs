//! The fields of a request's input.

use std::collections::BTreeMap;

use qoldau_core::survey::stats::Level;
use qoldau_core::value::Amount;
use serde_json::Value;

use crate::vector::input::{amount, count};
use crate::vector::refusal::Refusal;

/// The input of a request.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a>(pub(super) &'a Value);

impl<'a> Fields<'a> {
    /// A field, or nothing where it is absent or null.
    pub(super) fn optional(&self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn required(&self, name: &str) -> Result<&'a Value, Refusal> {
        self.optional(name).ok_or_else(|| not(name, "given"))
    }

    pub(super) fn text(&self, name: &str) -> Result<&'a str, Refusal> {
        self.required(name)?.as_str().ok_or_else(|| not(name, "a text"))
    }

    pub(super) fn number(&self, name: &str) -> Result<f64, Refusal> {
        self.required(name)?.as_f64().ok_or_else(|| not(name, "a number"))
    }

    /// A level level; 0.95 where none is given.
    pub(super) fn level(&self) -> Result<Level, Refusal> {
        let usual = || "0.95".parse().ok();
        let level: Option<Amount> = self.optional("conf").map_or_else(usual, amount);
        Ok(Level::new(level.ok_or_else(|| not("conf", "a level level"))?)?)
    }

    /// A whole number, or what stands for it where none is given.
    pub(super) fn count_or(&self, name: &str, usual: u32) -> Result<u32, Refusal> {
        self.optional(name).map_or(Some(usual), count).ok_or_else(|| not(name, "a whole number from 0"))
    }

    pub(super) fn texts(&self, name: &str) -> Result<Vec<String>, Refusal> {
        labels(self.required(name)?, name)
    }

    pub(super) fn optional_texts(&self, name: &str) -> Result<Vec<String>, Refusal> {
        self.optional(name).map_or(Ok(Vec::new()), |value| labels(value, name))
    }

    pub(super) fn optional_numbers(&self, name: &str) -> Result<Option<Vec<f64>>, Refusal> {
        let Some(value) = self.optional(name) else { return Ok(None) };
        let all = numbers(value, name)?.into_iter().collect::<Option<Vec<f64>>>();
        all.map(Some).ok_or_else(|| not(name, "a list of numbers"))
    }

    /// A list of numbers with nulls.
    pub(super) fn numbers(&self, name: &str) -> Result<Vec<Option<f64>>, Refusal> {
        numbers(self.required(name)?, name)
    }

    /// A list of decimals with nulls.
    pub(super) fn amounts(&self, name: &str) -> Result<Vec<Option<Amount>>, Refusal> {
        let read = |value: &Value| match value {
            Value::Null => Ok(None),
            value => amount(value).map(Some).ok_or_else(|| not(name, "a list of decimals")),
        };
        list(self.required(name)?, name)?.iter().map(read).collect()
    }

    pub(super) fn table_of_counts(&self, name: &str) -> Result<Vec<Vec<u32>>, Refusal> {
        let count = |value: &Value| count(value).ok_or_else(|| not(name, "a table of counts"));
        let rows = list(self.required(name)?, name)?.iter();
        rows.map(|row| list(row, name)?.iter().map(count).collect()).collect()
    }
}

/// A field that is not what it must be.
pub(super) fn not(name: &str, what: &str) -> Refusal {
    Refusal::field(name, what)
}

pub(super) fn list<'a>(value: &'a Value, name: &str) -> Result<&'a Vec<Value>, Refusal> {
    value.as_array().ok_or_else(|| not(name, "a list"))
}

fn numbers(value: &Value, name: &str) -> Result<Vec<Option<f64>>, Refusal> {
    let number = |value: &Value| match value {
        Value::Null => Ok(None),
        Value::Bool(yes) => Ok(Some(f64::from(u8::from(*yes)))),
        value => value.as_f64().map(Some).ok_or_else(|| not(name, "a list of numbers")),
    };
    list(value, name)?.iter().map(number).collect()
}

pub(super) fn table_of_numbers(value: &Value, name: &str) -> Result<Vec<Vec<Option<f64>>>, Refusal> {
    list(value, name)?.iter().map(|row| numbers(row, name)).collect()
}

/// A label: a text, or a number or truth value as it is written.
pub(super) fn label(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

pub(super) fn labels(value: &Value, name: &str) -> Result<Vec<String>, Refusal> {
    list(value, name)?.iter().map(|value| label(value).ok_or_else(|| not(name, "a list of labels"))).collect()
}

/// An object of numbers by label.
pub(super) fn numbers_by_label(value: &Value, name: &str) -> Result<BTreeMap<String, f64>, Refusal> {
    let fields = value.as_object().ok_or_else(|| not(name, "an object of numbers"))?;
    let number = |value: &Value| value.as_f64().ok_or_else(|| not(name, "an object of numbers"));
    fields.iter().map(|(label, value)| Ok((label.clone(), number(value)?))).collect()
}
