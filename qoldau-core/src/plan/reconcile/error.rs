//! Why an amendment could not be carried out.

use crate::value::{Id, IsoDate};

/// Why a plan could not be amended. It is unchanged then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AmendError {
    /// Parts of the new annex wait for an answer.
    #[error("{count} parts of the new annex wait for an answer, the first of them `{first}`")]
    Unsure {
        /// The first of them, by its id in the new annex.
        first: Id,
        /// How many there are.
        count: u32,
    },
    /// An answer is about something the new annex does not have.
    #[error("the new annex has no part `{id}`")]
    NoSuchPart {
        /// The id that the answer names.
        id: Id,
    },
    /// An answer names something the plan in force does not have.
    #[error("the plan in force has no part `{id}` of that kind")]
    NoSuchOldPart {
        /// The id that the answer names.
        id: Id,
    },
    /// Two answers are about one part of the new annex, or name one part of the plan in force.
    #[error("two answers name `{id}`")]
    AnsweredTwice {
        /// The id.
        id: Id,
    },
    /// Two parts of a plan bear one id, so that nothing can be said of either.
    #[error("two parts of a plan have the id `{id}`")]
    DuplicateId {
        /// The id.
        id: Id,
    },
    /// The edition would be in force before the one it follows.
    #[error("the edition before is in force from {before} on, and this one from {from}")]
    BeforeLastEdition {
        /// First day of the edition that was asked for.
        from: IsoDate,
        /// First day of the edition before it.
        before: IsoDate,
    },
    /// No id is left for a new part.
    #[error("no id is left behind `{prefix}`")]
    NoIdLeft {
        /// What the id would begin with.
        prefix: String,
    },
}

impl AmendError {
    /// The error's stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unsure { .. } => "AMD020",
            Self::NoSuchPart { .. } => "AMD021",
            Self::NoSuchOldPart { .. } => "AMD022",
            Self::AnsweredTwice { .. } => "AMD023",
            Self::DuplicateId { .. } => "AMD024",
            Self::BeforeLastEdition { .. } => "AMD025",
            Self::NoIdLeft { .. } => "AMD026",
        }
    }
}
