//! The state that is kept entry by entry says what a recomputation of everything says.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic; that is how it fails"
)]

mod changed;
mod equal;
mod histories;
mod stories;
#[path = "../assess/world.rs"]
#[expect(dead_code, reason = "the tests of assess use all of it")]
mod world;
