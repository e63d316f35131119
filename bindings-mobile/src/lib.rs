//! QOLDAU for Kotlin, Swift and Python.
//!
//! This crate decides nothing: every call takes values, hands them to `qoldau-core` and gives its answer back. The types
//! are mirrors of the core's (`mirror/`, written by a tool), dates and amounts become those of each language
//! (`values.rs`, `uniffi.toml`), and every call answers what cannot be carried out with the one [`QoldauError`].

#![expect(
    clippy::missing_errors_doc,
    clippy::needless_pass_by_value,
    reason = "the documentation is read in Kotlin, Swift and Python, where it names codes; bytes and lists are owned by \
              the call, because a borrowed one asks a Kotlin caller for a direct buffer"
)]

pub mod amendments;
pub mod annex;
pub mod bundle;
pub mod check;
mod error;
pub mod facts;
mod forms;
#[cfg(feature = "sign")]
pub mod heads;
pub mod hold;
pub mod journal;
pub mod json;
pub mod language;
mod mirror;
#[cfg(feature = "people")]
pub mod people;
pub mod plan;
#[cfg(feature = "people")]
pub mod registry;
pub mod report;
pub mod review;
pub mod state;
#[cfg(feature = "store")]
pub mod store;
#[cfg(feature = "survey")]
pub mod survey;
#[cfg(feature = "survey")]
pub mod survey_form;
mod values;

pub use error::QoldauError;
#[cfg(feature = "survey")]
pub use forms::ScoreOptions;
pub use forms::{AnswerForm, HoldOptions};

uniffi::setup_scaffolding!();
