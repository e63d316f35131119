//! Why something could not be done with a journal at all.

use crate::facts::FactsError;
use crate::value::Id;

/// Why something could not be done with a journal at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JournalError {
    /// The file cannot be read as a journal.
    #[error(transparent)]
    Unreadable(#[from] FactsError),
    /// Journals of different plans are not merged.
    #[error("the journals belong to different plans: `{ours}` and `{theirs}`")]
    OtherPlan {
        /// The plan of the first journal that names one.
        ours: Id,
        /// Another plan.
        theirs: Id,
    },
    /// The time of recording is not an instant such as `2024-06-14T09:30:00.000Z`.
    #[error("the time of recording is not an instant in UTC such as 2024-06-14T09:30:00.000Z")]
    NotAnInstant,
    /// The salt is shorter than 16 characters or longer than 128, so that the seal would tell about the body, or be a body itself.
    #[error("a salt has 16 to 128 characters without control characters")]
    UnfitSalt,
    /// The new entry's id is in the journal already.
    #[error("the journal holds an entry of the id `{id}` already")]
    IdTaken {
        /// The id.
        id: Id,
    },
    /// The device has no entry in the journal, so that there is nothing to sign.
    #[error("the journal holds no chain of the device `{device}`")]
    NoChain {
        /// The device.
        device: Box<str>,
    },
    /// The last clock that was seen is the last of the year 9999, after which there is none: the device's time is wrong, and
    /// it goes on as another device.
    #[error("no clock is later than the last of the device")]
    NoLaterClock,
    /// The device has given its last number, 4 294 967 295, or somebody has forged that: it goes on as another device.
    #[error("the device `{device}` has no further number")]
    NoFurtherNumber {
        /// The device.
        device: Box<str>,
    },
    /// An entry of the device bears no seal, so that its signature would vouch for what it does not bind.
    #[error("the entry `{id}` of the device `{device}` bears no seal")]
    NotSealed {
        /// The device.
        device: Box<str>,
        /// The first such entry.
        id: Id,
    },
    /// The new entry could not count: reading the journal would refuse it.
    #[error("the entry cannot count: {code}{}", field.as_ref().map(|field| format!(" at `{field}`")).unwrap_or_default())]
    Refused {
        /// The code of the finding that tells why; `docs/rules.md` has its words.
        code: String,
        /// The field at fault, where it is one.
        field: Option<String>,
    },
}

impl JournalError {
    /// The stable code of the error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(error) => error.code(),
            Self::OtherPlan { .. } => "JRN001",
            Self::NotAnInstant => "JRN002",
            Self::UnfitSalt => "JRN003",
            Self::IdTaken { .. } => "JRN004",
            Self::Refused { .. } => "JRN005",
            Self::NoChain { .. } => "JRN006",
            Self::NoLaterClock => "JRN007",
            Self::NoFurtherNumber { .. } => "JRN008",
            Self::NotSealed { .. } => "JRN009",
        }
    }
}
