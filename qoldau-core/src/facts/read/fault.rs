//! What is wrong with a line: the rule and the field, never the value.

use std::fmt::{self, Display};

use serde::de::{self, Expected, Unexpected};

use crate::facts::rules;
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::value::{AmountError, DateError, IdError};

/// What is wrong with a line, or doubtful about it.
#[derive(Debug)]
pub(in crate::facts) struct Fault {
    rule: &'static RuleInfo,
    /// Names of the fields on the way to the value at fault, joined by points: `body.value`.
    field: Option<String>,
    /// Byte of the line where reading stopped, counted from 1.
    column: Option<usize>,
}

impl Fault {
    /// A fault of the line as a whole.
    pub(super) fn of(rule: &'static RuleInfo) -> Self {
        Self { rule, field: None, column: None }
    }

    /// A fault at a field.
    pub(super) fn at(rule: &'static RuleInfo, field: &str) -> Self {
        Self { rule, field: Some(presentable(field)), column: None }
    }

    /// JSON that ends or breaks at a column.
    pub(super) fn syntax(error: &serde_json::Error) -> Self {
        Self { rule: &rules::NOT_JSON, field: None, column: Some(error.column()) }
    }

    /// The same fault, told from the object that holds the field.
    pub(super) fn within(mut self, field: &str) -> Self {
        self.field = Some(match self.field {
            Some(inner) => format!("{field}.{inner}"),
            None => field.into(),
        });
        self
    }

    /// The finding that tells it.
    pub(super) fn finding(self, place: Place) -> Finding {
        let mut finding = Finding::new(self.rule, place);
        if let Some(field) = self.field {
            finding = finding.param(Param::text("field", &field));
        }
        if let Some(column) = self.column {
            finding = finding.param(Param::count("column", column));
        }
        finding
    }
}

/// The name of a field that people may see. A name that is none of ours may be anybody's words, even a person's name:
/// only what looks like a name in a program is repeated.
fn presentable(field: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if !field.is_empty() && field.len() <= 40 && field.chars().all(plain) {
        field.into()
    } else {
        "…".into()
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.rule.code)
    }
}

impl std::error::Error for Fault {}

/// The shape of an entry is stated by its types; what they complain of is told here by rule.
impl de::Error for Fault {
    fn custom<T: Display>(complaint: T) -> Self {
        let complaint = complaint.to_string();
        let known = [
            (DateError.to_string(), &rules::BAD_DATE),
            (IdError.to_string(), &rules::BAD_ID),
            (AmountError::Malformed.to_string(), &rules::BAD_AMOUNT),
            (AmountError::TooLong.to_string(), &rules::BAD_AMOUNT),
        ];
        let rule = known.into_iter().find(|(text, _)| *text == complaint).map(|(_, rule)| rule);
        Self::of(rule.unwrap_or(&rules::NOT_AN_ENTRY))
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::of(&rules::WRONG_TYPE)
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::of(&rules::OUT_OF_RANGE)
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self::of(&rules::UNKNOWN_WORD)
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self::at(&rules::UNKNOWN_FIELD, field)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::at(&rules::MISSING_FIELD, field)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::at(&rules::REPEATED_FIELD, field)
    }
}
