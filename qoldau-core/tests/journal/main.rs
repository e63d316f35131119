//! The journal that several phones keep: recording, merging, conflicts, erasing, verifying.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a helper of a test may fail loudly"
)]

mod clocks;
mod compact;
mod conflicts;
mod counting;
mod erasing;
mod forging;
#[cfg(feature = "sign")]
mod heads;
mod laws;
mod phones;
mod reading;
mod state;
mod streaming;
mod tampered;
