//! What is wrong with a line: the rule and the field, never the value.

use crate::facts::rules;
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::json::{Misfit, Why};
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
        Self { rule, field: Some(field.into()), column: None }
    }

    /// JSON that ends or breaks at a column.
    pub(super) fn syntax(error: &serde_json::Error) -> Self {
        Self { rule: &rules::NOT_JSON, field: None, column: Some(error.column()) }
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

/// The shape of an entry is stated by its types; what they complain of is told here by rule.
impl From<Misfit> for Fault {
    fn from(misfit: Misfit) -> Self {
        let rule = match misfit.why() {
            Why::Kind => &rules::WRONG_TYPE,
            Why::Range => &rules::OUT_OF_RANGE,
            Why::Word => &rules::UNKNOWN_WORD,
            Why::UnknownField => &rules::UNKNOWN_FIELD,
            Why::MissingField => &rules::MISSING_FIELD,
            Why::RepeatedField => &rules::REPEATED_FIELD,
            Why::Value | Why::Kept => {
                let complaint = misfit.to_string();
                let known = [
                    (DateError.to_string(), &rules::BAD_DATE),
                    (IdError.to_string(), &rules::BAD_ID),
                    (AmountError::Malformed.to_string(), &rules::BAD_AMOUNT),
                    (AmountError::TooLong.to_string(), &rules::BAD_AMOUNT),
                ];
                let rule = known.into_iter().find(|(text, _)| *text == complaint).map(|(_, rule)| rule);
                rule.unwrap_or(&rules::NOT_AN_ENTRY)
            }
        };
        Self { rule, field: misfit.field().map(str::to_owned), column: None }
    }
}
