//! The fields of a request's input.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::StatisticError;
use crate::survey::stats::{Interval, Level};
use crate::value::Amount;

/// The input of a request.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a>(pub(super) &'a Value);

impl<'a> Fields<'a> {
    /// A field, or nothing where it is absent or null.
    pub(super) fn optional(self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn required(self, name: &str) -> Result<&'a Value, StatisticError> {
        self.optional(name).ok_or_else(|| not(name, "given"))
    }

    pub(super) fn text(self, name: &str) -> Result<&'a str, StatisticError> {
        self.required(name)?.as_str().ok_or_else(|| not(name, "a text"))
    }

    pub(super) fn number(self, name: &str) -> Result<f64, StatisticError> {
        self.required(name)?.as_f64().ok_or_else(|| not(name, "a number"))
    }

    /// A field that must be there and be of a kind.
    fn wanted<T>(
        self,
        name: &str,
        wanted: &str,
        of: impl Fn(&Value) -> Option<T>,
    ) -> Result<T, StatisticError> {
        self.optional(name).and_then(of).ok_or_else(|| not(name, wanted))
    }

    /// A decimal: a number or the text of one.
    pub(super) fn amount(self, name: &str) -> Result<Amount, StatisticError> {
        self.wanted(name, "a decimal of at most 28 digits", amount)
    }

    /// A whole number from 0 to 4 294 967 295; 20.0 is one.
    pub(super) fn count(self, name: &str) -> Result<u32, StatisticError> {
        self.wanted(name, "a whole number from 0 to 4294967295", count)
    }

    /// Whole numbers.
    pub(super) fn counts(self, name: &str) -> Result<Vec<u32>, StatisticError> {
        self.wanted(name, "a list of whole numbers from 0", |value| {
            value.as_array()?.iter().map(count).collect()
        })
    }

    /// The confidence level of one-sided bounds, which must be given.
    pub(super) fn level_one_sided(self) -> Result<Level, StatisticError> {
        Ok(Level::new(self.amount("conf_one_sided")?)?)
    }

    /// The confidence level; 0.95 where none is given.
    pub(super) fn level(self) -> Result<Level, StatisticError> {
        let usual = || "0.95".parse().ok();
        let level: Option<Amount> = self.optional("conf").map_or_else(usual, amount);
        Ok(Level::new(level.ok_or_else(|| not("conf", "a decimal of at most 28 digits"))?)?)
    }

    /// A whole number, or what stands for it where none is given.
    pub(super) fn count_or(self, name: &str, usual: u32) -> Result<u32, StatisticError> {
        self.optional(name).map_or(Some(usual), count).ok_or_else(|| not(name, "a whole number from 0"))
    }

    /// A choice that the method knows by these words, in any case; nothing where it is not given. Another word is refused: an answer
    /// to another question is worse than none.
    pub(super) fn choice(self, name: &str, known: &[&str]) -> Result<Option<&'a str>, StatisticError> {
        let Some(value) = self.optional(name) else { return Ok(None) };
        let said = value.as_str().map(str::trim).filter(|said| {
            let said = said.to_lowercase();
            known.iter().any(|known| *known == said)
        });
        said.map(Some).ok_or_else(|| not(name, &format!("one of: {}", known.join(", "))))
    }

    pub(super) fn texts(self, name: &str) -> Result<Vec<String>, StatisticError> {
        labels(self.required(name)?, name)
    }

    pub(super) fn optional_texts(self, name: &str) -> Result<Vec<String>, StatisticError> {
        self.optional(name).map_or(Ok(Vec::new()), |value| labels(value, name))
    }

    pub(super) fn optional_numbers(self, name: &str) -> Result<Option<Vec<f64>>, StatisticError> {
        let Some(value) = self.optional(name) else { return Ok(None) };
        let all = numbers(value, name)?.into_iter().collect::<Option<Vec<f64>>>();
        all.map(Some).ok_or_else(|| not(name, "a list of numbers"))
    }

    /// A list of numbers with nulls.
    pub(super) fn numbers(self, name: &str) -> Result<Vec<Option<f64>>, StatisticError> {
        numbers(self.required(name)?, name)
    }

    /// A list of decimals, of which some may be missing (null).
    pub(super) fn amounts(self, name: &str) -> Result<Vec<Option<Amount>>, StatisticError> {
        let read = |value: &Value| match value {
            Value::Null => Ok(None),
            value => {
                amount(value).map(Some).ok_or_else(|| not(name, "a list of decimals of at most 28 digits"))
            }
        };
        list(self.required(name)?, name)?.iter().map(read).collect()
    }

    pub(super) fn table_of_counts(self, name: &str) -> Result<Vec<Vec<u32>>, StatisticError> {
        let count = |value: &Value| count(value).ok_or_else(|| not(name, "a table of counts"));
        let rows = list(self.required(name)?, name)?.iter();
        rows.map(|row| list(row, name)?.iter().map(count).collect()).collect()
    }
}

/// A field that is not what it must be.
pub(super) fn not(name: &str, what: &str) -> StatisticError {
    StatisticError::field(name, what)
}

pub(super) fn list<'a>(value: &'a Value, name: &str) -> Result<&'a Vec<Value>, StatisticError> {
    value.as_array().ok_or_else(|| not(name, "a list"))
}

fn numbers(value: &Value, name: &str) -> Result<Vec<Option<f64>>, StatisticError> {
    let number = |value: &Value| match value {
        Value::Null => Ok(None),
        Value::Bool(yes) => Ok(Some(f64::from(u8::from(*yes)))),
        Value::String(text) => finite(text).map(Some).ok_or_else(|| not(name, "a list of numbers")),
        value => value.as_f64().map(Some).ok_or_else(|| not(name, "a list of numbers")),
    };
    list(value, name)?.iter().map(number).collect()
}

pub(super) fn table_of_numbers(value: &Value, name: &str) -> Result<Vec<Vec<Option<f64>>>, StatisticError> {
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

pub(super) fn labels(value: &Value, name: &str) -> Result<Vec<String>, StatisticError> {
    list(value, name)?.iter().map(|value| label(value).ok_or_else(|| not(name, "a list of labels"))).collect()
}

/// An object of numbers by label.
pub(super) fn numbers_by_label(value: &Value, name: &str) -> Result<BTreeMap<String, f64>, StatisticError> {
    let fields = value.as_object().ok_or_else(|| not(name, "an object of numbers"))?;
    let number = |value: &Value| value.as_f64().ok_or_else(|| not(name, "an object of numbers"));
    fields.iter().map(|(label, value)| Ok((label.clone(), number(value)?))).collect()
}

/// A text as a number, `1e3` too.
pub(super) fn finite(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

/// A text as an exact decimal; one with an exponent is the decimal that it stands for.
pub(super) fn decimal(text: &str) -> Option<Amount> {
    let text = text.trim();
    text.parse().ok().or_else(|| finite(text)?.to_string().parse().ok())
}

/// A decimal of a number or a text. A number is the shortest decimal that means it, which is the one that was written.
pub(super) fn amount(value: &Value) -> Option<Amount> {
    match value {
        Value::String(text) => decimal(text),
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
    interval.map_or(Value::Null, |interval| Value::from([interval.low, interval.high]))
}

/// An object of fields in any order: what [`object`] is written with.
///
/// `json!` would put each field in by instructions of its own, which for some 300 fields is a tenth of the module for browsers.
pub(super) fn object(fields: &mut [(&str, Value)]) -> Value {
    Value::Object(
        fields.iter_mut().map(|(name, value)| ((*name).to_owned(), value.take())).collect::<Map<_, _>>(),
    )
}

/// An object of an answer: `answer! { "n": 5, "share": None::<f64> }`. What is no number, `NaN`, is `null`.
macro_rules! answer {
    ($($name:literal: $value:expr),* $(,)?) => {
        $crate::survey::stats::request::fields::object(&mut [$(($name, ::serde_json::Value::from($value))),*])
    };
}
pub(super) use answer;
