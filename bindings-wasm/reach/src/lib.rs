//! How many people were reached, for JavaScript: exports only, no logic. It is the module `qoldau/reach` of the npm package, with a compiled file
//! of its own; what it gives and takes are plain values.
//!
//! The documentation of an export is what a user reads in `index.d.ts`.
#![expect(clippy::missing_errors_doc, reason = "it is read as JSDoc, where a call says what it throws")]

pub mod counts;
pub mod parts;
