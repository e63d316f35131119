//! Why a store could not do what was asked.

use qoldau_core::failure::Failure;
use qoldau_core::journal::JournalError;
use qoldau_core::value::Id;
use rusqlite::ErrorCode;

/// Why a store could not do what was asked.
///
/// Nothing of a call that failed is in the store; where the disk itself failed, what the call would have appended may be.
/// No error quotes what an entry says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Another process is writing, and went on for longer than this one was told to wait.
    #[error("another process is writing to the store")]
    Busy,
    /// The file, or the disk it lies on, may not be written to.
    #[error("the store may not be written to")]
    ReadOnly,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The file is something else.
    #[error("the file is no store of a journal")]
    NotAStore,
    /// The store was written by a newer version.
    #[error("the store has the newer format {found}; this version reads up to {known}")]
    NewerFormat {
        /// Its format.
        found: u32,
        /// The newest format this version knows.
        known: u32,
    },
    /// What stands in the file is not what was written to it. [`crate::salvage`] brings out what is whole.
    #[error("the store is damaged: {damage}")]
    Damaged {
        /// What is damaged.
        damage: Damage,
    },
    /// The bodies are sealed, and no key was given.
    #[error("the store is sealed, and opens with its key only")]
    KeyMissing,
    /// The bodies are sealed by another key.
    #[error("the store is sealed by another key")]
    WrongKey,
    /// A key was given for a store whose bodies are not sealed.
    #[error("the store is not sealed, though a key was given")]
    NotSealed,
    /// The journals belong to different plans.
    #[error("the journals belong to different plans: `{ours}` and `{theirs}`")]
    OtherPlan {
        /// The plan of this store.
        ours: Id,
        /// The other plan.
        theirs: Id,
    },
    /// The journal itself refuses; the code is that of the core.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// A file cannot be read or written.
    #[error("a file cannot be read or written: {detail}")]
    File {
        /// What the system says.
        detail: String,
    },
    /// SQLite cannot go on for another reason.
    #[error("the database answers with code {sqlite}")]
    Database {
        /// Extended result code of SQLite.
        sqlite: i32,
    },
    /// More entries than a store holds, 2³² − 1, or an entry of 4 GiB.
    #[error("the store does not hold so much")]
    Full,
    /// The object was closed. In Rust closing takes the store away; the objects of other languages answer this.
    #[error("the store was closed")]
    Closed,
}

/// What is damaged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Damage {
    /// The entry of this number, in the order of arrival, is missing or is not as it was written.
    #[error("entry number {number} is missing or altered")]
    Entry {
        /// The entry's number.
        number: u32,
    },
    /// What the store says of itself and of its devices does not fit its entries.
    #[error("its summary does not fit its entries")]
    Summary,
    /// Pages of the file cannot be read.
    #[error("pages of the file cannot be read")]
    Pages,
    /// Appends that were acknowledged are no longer readable in the log beside the file.
    #[error("its log is broken before its end")]
    Log,
}

impl StoreError {
    /// The stable code of the error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Busy => "STO001",
            Self::ReadOnly => "STO002",
            Self::DiskFull => "STO003",
            Self::NotAStore => "STO004",
            Self::NewerFormat { .. } => "STO005",
            Self::Damaged { .. } => "STO006",
            Self::KeyMissing => "STO007",
            Self::WrongKey => "STO008",
            Self::NotSealed => "STO009",
            Self::OtherPlan { .. } => "STO010",
            Self::File { .. } => "STO011",
            Self::Database { .. } => "STO012",
            Self::Full => "STO013",
            Self::Closed => "STO014",
            Self::Journal(error) => error.code(),
        }
    }

    pub(crate) const fn damaged(damage: Damage) -> Self {
        Self::Damaged { damage }
    }

    pub(crate) const fn damaged_entry(number: u32) -> Self {
        Self::damaged(Damage::Entry { number })
    }
}

/// The form in which every language is told.
impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let (code, detail) = (error.code(), error.to_string());
        let params: Vec<(&str, String)> = match error {
            StoreError::Journal(error) => return error.into(),
            StoreError::NewerFormat { found, known } => {
                vec![("found", found.to_string()), ("known", known.to_string())]
            }
            StoreError::Damaged { damage } => damage.params(),
            StoreError::OtherPlan { ours, theirs } => {
                vec![("ours", ours.to_string()), ("theirs", theirs.to_string())]
            }
            StoreError::File { detail } => vec![("detail", detail)],
            StoreError::Database { sqlite } => vec![("sqlite", sqlite.to_string())],
            StoreError::Busy
            | StoreError::ReadOnly
            | StoreError::DiskFull
            | StoreError::NotAStore
            | StoreError::KeyMissing
            | StoreError::WrongKey
            | StoreError::NotSealed
            | StoreError::Full
            | StoreError::Closed => Vec::new(),
        };
        let params = params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { code: code.to_owned(), path: None, params, detail }
    }
}

impl Damage {
    fn params(&self) -> Vec<(&'static str, String)> {
        let (what, number) = match self {
            Self::Entry { number } => ("entry", Some(number)),
            Self::Summary => ("summary", None),
            Self::Pages => ("pages", None),
            Self::Log => ("log", None),
        };
        let number = number.map(|number| ("number", number.to_string()));
        [("damage", what.to_owned())].into_iter().chain(number).collect()
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error;
        match error {
            Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
                ErrorCode::ReadOnly => Self::ReadOnly,
                ErrorCode::DiskFull => Self::DiskFull,
                ErrorCode::NotADatabase => Self::NotAStore,
                ErrorCode::CannotOpen => Self::File { detail: "it cannot be opened or made".to_owned() },
                ErrorCode::DatabaseCorrupt => Self::damaged(Damage::Pages),
                _ => Self::Database { sqlite: failure.extended_code },
            },
            // A row or a column that must be there, or a value of another type than was written.
            Error::QueryReturnedNoRows
            | Error::FromSqlConversionFailure(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::InvalidColumnType(..)
            | Error::Utf8Error(..) => Self::damaged(Damage::Summary),
            _ => Self::Database { sqlite: rusqlite::ffi::SQLITE_ERROR },
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            // The kind and not the text, which may name a file.
            kind => Self::File { detail: kind.to_string() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_given_once() {
        let id = || "a".parse::<Id>().unwrap();
        let all = [
            StoreError::Busy,
            StoreError::ReadOnly,
            StoreError::DiskFull,
            StoreError::NotAStore,
            StoreError::NewerFormat { found: 2, known: 1 },
            StoreError::damaged(Damage::Pages),
            StoreError::KeyMissing,
            StoreError::WrongKey,
            StoreError::NotSealed,
            StoreError::OtherPlan { ours: id(), theirs: id() },
            StoreError::File { detail: String::new() },
            StoreError::Database { sqlite: 1 },
            StoreError::Full,
            StoreError::Closed,
            StoreError::Journal(JournalError::NotAnInstant),
        ];
        let codes: std::collections::BTreeSet<&str> = all.iter().map(StoreError::code).collect();
        assert_eq!(codes.len(), all.len());
        for error in all {
            let (code, detail) = (error.code(), error.to_string());
            let failure = Failure::from(error);
            assert_eq!((failure.code.as_str(), failure.detail), (code, detail));
        }
    }

    #[test]
    fn a_failure_names_the_damaged_entry() {
        let failure = Failure::from(StoreError::damaged_entry(7));
        let params: Vec<(&str, &str)> =
            failure.params.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(params, [("damage", "entry"), ("number", "7")]);
    }
}
