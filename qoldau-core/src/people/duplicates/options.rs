//! What goes in: rows of lists, rules, decisions.

use std::fmt;

use qoldau_derive::Decode;
use serde::Serialize;

use super::rules::{MatchRule, PairDecision};
use crate::value::{Id, PersonName, Phone};

/// The most rows that are looked at in one call.
pub const MOST_ROWS: usize = 4_000_000;

/// One row of a list of people, as it was written. Nothing of it but its id shows in `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ListedPerson {
    /// Id of the row, of its own.
    pub id: Id,
    /// The list it stands on: most people stand once on one list.
    #[serde(default)]
    pub list: Option<String>,
    /// The whole name.
    pub name: PersonName,
    /// Telephones; [`read_phones`](crate::people::identity::read_phones) says in which forms.
    #[serde(default)]
    pub phone: Option<Phone>,
    /// Birth date or year; [`read_birth`](crate::people::identity::read_birth) says in which forms.
    #[serde(default)]
    pub birth: Option<String>,
    /// Individual identification number; one whose check digit does not fit is passed over.
    #[serde(default)]
    pub iin: Option<String>,
    /// E-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// Settlement.
    #[serde(default)]
    pub settlement: Option<String>,
    /// School or other organisation.
    #[serde(default)]
    pub organisation: Option<String>,
}

impl fmt::Debug for ListedPerson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ListedPerson({:?}, …)", self.id)
    }
}

/// What duplicates are found by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct DuplicateOptions {
    /// Rules that settle pairs; the first of several that hold is told.
    pub rules: Vec<MatchRule>,
    /// What people decided; the last of several about one pair holds.
    pub decisions: Vec<PairDecision>,
    /// Whether the answer says of every pair what each field says.
    pub evidence: bool,
}

/// Why duplicates could not be looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DuplicateError {
    /// More rows than [`MOST_ROWS`].
    #[error("more than 4 000 000 rows")]
    TooManyRows,
}

impl DuplicateError {
    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooManyRows => "PPE001",
        }
    }
}
