//! Mirrors of the types of `qoldau_core::whole::survey`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::finding::Finding;
use qoldau_core::whole::survey::CheckedAnswers;

/// What is wrong with the answers of a file.
#[uniffi::remote(Record)]
pub struct CheckedAnswers {
    /// How many rows there were, those without a record too; a header is none.
    pub rows: u32,
    /// What is to be looked at, by row (counted from 1; a header is row 1) and column. Of more than 1,000 findings of one rule the rest
    /// are counted.
    pub findings: Vec<Finding>,
}
