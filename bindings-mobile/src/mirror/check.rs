//! Mirrors of the types of `qoldau_core::check`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::check::CheckResult;
use qoldau_core::check::Stage;
use qoldau_core::finding::Finding;

/// At which stage of its life a plan is checked.
#[uniffi::remote(Enum)]
pub enum Stage {
    /// It is being written: its wording is checked too.
    Draft,
    /// It is signed: only what needs a decision, a file or a supplementary agreement is said.
    Signed,
}

/// What a check found.
#[uniffi::remote(Record)]
pub struct CheckResult {
    /// What is to be looked at, in the plan's order, then by code.
    pub findings: Vec<Finding>,
    /// What was answered or taken note of, in the same order.
    pub folded: Vec<Finding>,
}
