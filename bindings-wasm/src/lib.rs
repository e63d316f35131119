//! What `qoldau-core` offers, for JavaScript: exports only, no logic. The npm package around it is in `npm/`.
//!
//! Every call is a free function over plain values, but for the state of a project, which is kept up to date entry by entry. The documentation of an export is what
//! a user reads in `index.d.ts`.
#![expect(clippy::missing_errors_doc, reason = "it is read as JSDoc, where a call says what it throws")]

pub mod amendments;
pub mod annex;
pub mod bundle;
pub mod facts;
pub mod journal;
pub mod judging;
pub mod language;
#[cfg(feature = "panic-test")]
pub mod panic_test;
pub mod plan;
pub mod report;
pub mod review;
pub mod state;

use wasm_bindgen::prelude::*;

/// Version of the engine.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}
