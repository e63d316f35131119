//! What `assess` says, story by story. Every test is a sentence of `docs/assess.md`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic; that is how it fails"
)]

mod agreements;
mod audit;
mod calendar;
mod covers;
mod doubts;
mod events;
mod impact;
mod networks;
mod once;
mod people;
mod proof;
mod properties;
mod ranges;
mod ratios;
mod schedules;
mod sorts;
mod steps;
mod uncounted;
mod units;
mod world;
