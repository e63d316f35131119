//! The registry of people, keys and what is made with them, and lists in workbooks, for JavaScript: exports only, no logic. It is the module
//! `qoldau/registry` of the npm package, with a compiled file of its own; what it gives and takes are plain values.
//!
//! The documentation of an export is what a user reads in `index.d.ts`.
#![expect(clippy::missing_errors_doc, reason = "it is read as JSDoc, where a call says what it throws")]

pub mod keys;
pub mod persons;
pub mod workbooks;
