//! Rows of lists that are probably one person, with reasons; and those of which it cannot be told.
//!
//! How it is done, in order:
//!
//! 1. Names are brought to one matching form and taken apart (`people::names`); telephones, dates and places to one form each.
//!    Rows that say all the same, or whose names and number are the same, are one person; beyond the eighth of a kind they make nothing common.
//! 2. Pairs that share a key (a telephone, a birth date, both names …) are compared field by field. Of a large group a row is held against
//!    its neighbours only, so that the work grows as the rows do.
//! 3. Each agreement is weighed by how much likelier it is for one person than for two people of a household and for two strangers
//!    (Fellegi and Sunter 1969, with a third kind). What strangers share is counted in the rows; the rest is learned from them without
//!    labels by expectation maximisation, beginning from stated figures. A rare name weighs more than a common one.
//! 4. Rows are joined to people, the surest pair first, while all pairs that come together speak for it in sum.
//!
//! Human decisions go before match rules, and match rules before what was compared. What somebody called "not same" is never joined,
//! not by way of other rows either.

mod blocks;
mod cluster;
mod evidence;
mod find;
mod first;
mod levels;
mod model;
mod once;
mod options;
mod pair;
mod prepare;
mod rules;
mod settled;
mod tell;
mod told;
mod twins;

pub use evidence::{
    Agreement, FieldEvidence, MatchField, PairVerdict, ProbablePair, UnsureReason, VerdictOrigin,
};
pub use find::find_duplicates;
pub use options::{DuplicateError, DuplicateOptions, ListedPerson, MOST_ROWS};
pub use pair::{ListPairing, pair_lists};
pub(crate) use prepare::settlement_form;
pub use rules::{MatchRule, PairDecision, RuleSilence, RuleUse};
pub use told::{Duplicates, LevelWeight, UnsureCount};
