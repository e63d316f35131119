//! The two loops of review: who may take which step, and what every phone says of them.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod held;
mod laws;
mod submissions;
mod within;
mod world;
