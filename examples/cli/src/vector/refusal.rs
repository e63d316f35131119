//! Why a request is not answered.

use qoldau_core::survey::stats::{ScoringError, StatsError};
use serde::Serialize;

/// Why a request is not answered: a stable code and English words for whoever wrote the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Refusal {
    code: &'static str,
    detail: String,
}

impl Refusal {
    fn new(code: &'static str, detail: String) -> Self {
        Self { code, detail }
    }

    /// The text is no request.
    pub(crate) fn not_a_request() -> Self {
        Self::new("VEC001", "not a JSON object with `method` and `input`".into())
    }

    /// There is no such method.
    pub(crate) fn unknown_method(name: &str) -> Self {
        let short: String = name.chars().take(40).collect();
        Self::new("VEC002", format!("there is no method `{short}`"))
    }

    /// A field is missing or not what it must be.
    pub(crate) fn field(name: &str, wanted: &str) -> Self {
        Self::new("VEC003", format!("`{name}` must be {wanted}"))
    }

    /// A table cannot be read.
    pub(crate) fn table(reason: &str) -> Self {
        Self::new("VEC004", format!("the table cannot be read: {reason}"))
    }
}

impl From<StatsError> for Refusal {
    fn from(error: StatsError) -> Self {
        Self::new(error.code(), error.to_string())
    }
}

impl From<ScoringError> for Refusal {
    fn from(error: ScoringError) -> Self {
        Self::new(error.code(), error.to_string())
    }
}
