//! The fields of a request's input.

use std::collections::BTreeMap;
use std::fmt;

use qoldau_core::survey::stats::ScoringError;
use serde_json::Value;

/// Why a request has no answer.
#[derive(Debug)]
pub(in crate::vector) struct Refused {
    pub(in crate::vector) code: Option<&'static str>,
    pub(in crate::vector) detail: String,
}

impl Refused {
    pub(super) const fn new(detail: String) -> Self {
        Self { code: None, detail }
    }

    pub(super) fn coded(code: &'static str, fault: &impl fmt::Display) -> Self {
        Self { code: Some(code), detail: fault.to_string() }
    }
}

impl From<ScoringError> for Refused {
    fn from(error: ScoringError) -> Self {
        Self::coded(error.code(), &error)
    }
}

/// The input of a request.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a>(pub(super) &'a Value);

impl<'a> Fields<'a> {
    /// A field, or nothing where it is absent or null.
    pub(super) fn optional(&self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn required(&self, name: &str) -> Result<&'a Value, Refused> {
        self.optional(name).ok_or_else(|| Refused::new(format!("the input has no `{name}`")))
    }

    pub(super) fn text(&self, name: &str) -> Result<&'a str, Refused> {
        self.required(name)?.as_str().ok_or_else(|| not(name, "a text"))
    }

    pub(super) fn number(&self, name: &str) -> Result<f64, Refused> {
        self.required(name)?.as_f64().ok_or_else(|| not(name, "a number"))
    }

    /// A confidence level; 0.95 where none is given.
    pub(super) fn confidence(&self) -> Result<f64, Refused> {
        self.optional("conf").map_or(Ok(0.95), |_| self.number("conf"))
    }

    pub(super) fn texts(&self, name: &str) -> Result<Vec<String>, Refused> {
        labels(self.required(name)?, name)
    }

    pub(super) fn optional_texts(&self, name: &str) -> Result<Vec<String>, Refused> {
        self.optional(name).map_or(Ok(Vec::new()), |value| labels(value, name))
    }

    pub(super) fn optional_numbers(&self, name: &str) -> Result<Option<Vec<f64>>, Refused> {
        let Some(value) = self.optional(name) else { return Ok(None) };
        let all = numbers(value, name)?.into_iter().collect::<Option<Vec<f64>>>();
        all.map(Some).ok_or_else(|| not(name, "a list of numbers"))
    }

    /// A list of numbers with nulls.
    pub(super) fn numbers(&self, name: &str) -> Result<Vec<Option<f64>>, Refused> {
        numbers(self.required(name)?, name)
    }

    pub(super) fn table_of_counts(&self, name: &str) -> Result<Vec<Vec<u32>>, Refused> {
        let count = |value: &Value| {
            let whole = value.as_u64().or_else(|| value.as_f64().and_then(whole));
            whole.and_then(|count| u32::try_from(count).ok()).ok_or_else(|| not(name, "a table of counts"))
        };
        let rows = list(self.required(name)?, name)?.iter();
        rows.map(|row| list(row, name)?.iter().map(count).collect()).collect()
    }
}

/// A whole number that is written as a fraction, such as 3.0.
fn whole(number: f64) -> Option<u64> {
    format!("{number}").parse().ok()
}

pub(super) fn not(name: &str, what: &str) -> Refused {
    Refused::new(format!("`{name}` is not {what}"))
}

pub(super) fn list<'a>(value: &'a Value, name: &str) -> Result<&'a Vec<Value>, Refused> {
    value.as_array().ok_or_else(|| not(name, "a list"))
}

fn numbers(value: &Value, name: &str) -> Result<Vec<Option<f64>>, Refused> {
    let number = |value: &Value| match value {
        Value::Null => Ok(None),
        Value::Bool(yes) => Ok(Some(f64::from(u8::from(*yes)))),
        value => value.as_f64().map(Some).ok_or_else(|| not(name, "a list of numbers")),
    };
    list(value, name)?.iter().map(number).collect()
}

pub(super) fn table_of_numbers(value: &Value, name: &str) -> Result<Vec<Vec<Option<f64>>>, Refused> {
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

pub(super) fn labels(value: &Value, name: &str) -> Result<Vec<String>, Refused> {
    list(value, name)?.iter().map(|value| label(value).ok_or_else(|| not(name, "a list of labels"))).collect()
}

/// An object of numbers by label.
pub(super) fn numbers_by_label(value: &Value, name: &str) -> Result<BTreeMap<String, f64>, Refused> {
    let fields = value.as_object().ok_or_else(|| not(name, "an object of numbers"))?;
    let number = |value: &Value| value.as_f64().ok_or_else(|| not(name, "an object of numbers"));
    fields.iter().map(|(label, value)| Ok((label.clone(), number(value)?))).collect()
}
