//! The store from outside: beside the core's journal, between processes, killed, cut off, damaged.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail"
)]

mod basics;
mod damaged;
mod formats;
mod killed;
mod model;
#[cfg(unix)]
mod read_only;
mod support;
