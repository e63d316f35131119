//! Why a request for a statistic is not answered.

use crate::survey::stats::{ScoringError, StatsError};

/// Why a request for a statistic is not answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StatisticError {
    /// `VEC001`: the text is no request.
    #[error("not a JSON object with `method` and `input`")]
    NotARequest,
    /// `VEC002`: there is no such method.
    #[error("there is no method `{method}`")]
    UnknownMethod {
        /// The method asked for, at most 40 characters of it.
        method: String,
    },
    /// `VEC003`: a field is missing or not what it must be.
    #[error("`{name}` must be {wanted}")]
    Field {
        /// The field.
        name: String,
        /// What it must be.
        wanted: String,
    },
    /// `VEC004`: a table cannot be read.
    #[error("the table cannot be read: {reason}")]
    Table {
        /// Why.
        reason: String,
    },
    /// The statistic refuses its input.
    #[error(transparent)]
    Stats(StatsError),
    /// The score, agreement or weight refuses its input.
    #[error(transparent)]
    Scoring(ScoringError),
}

impl StatisticError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotARequest => "VEC001",
            Self::UnknownMethod { .. } => "VEC002",
            Self::Field { .. } => "VEC003",
            Self::Table { .. } => "VEC004",
            Self::Stats(error) => error.code(),
            Self::Scoring(error) => error.code(),
        }
    }

    /// A field is missing or not what it must be.
    pub(super) fn field(name: &str, wanted: &str) -> Self {
        Self::Field { name: name.into(), wanted: wanted.into() }
    }

    /// A table cannot be read.
    pub(super) fn table(reason: &impl ToString) -> Self {
        Self::Table { reason: reason.to_string() }
    }
}

impl From<StatsError> for StatisticError {
    fn from(error: StatsError) -> Self {
        Self::Stats(error)
    }
}

impl From<ScoringError> for StatisticError {
    fn from(error: ScoringError) -> Self {
        Self::Scoring(error)
    }
}
