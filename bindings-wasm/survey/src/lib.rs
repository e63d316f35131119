//! Surveys for JavaScript: exports only, no logic. It is the module `qoldau/survey` of the npm package, with a compiled file of its own; what it
//! gives and takes are the plain values that the base module knows.
//!
//! The documentation of an export is what a user reads in `index.d.ts`.
#![expect(clippy::missing_errors_doc, reason = "it is read as JSDoc, where a call says what it throws")]

pub mod answers;
pub mod count;
pub mod drafts;
pub mod form;
pub mod questionnaire;
pub mod scores;
pub mod statistics;
pub mod values;
