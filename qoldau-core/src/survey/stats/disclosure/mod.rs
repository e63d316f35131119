//! Publishing without telling on anybody.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "searches over tables of a checked size"
)]

mod anonymity;
mod audit;
mod search;
mod suppress;

pub use anonymity::{KAnonymity, k_anonymity};
pub use suppress::{Cell, Suppression, derivable_cells, suppress_table};

#[cfg(test)]
mod tests;
