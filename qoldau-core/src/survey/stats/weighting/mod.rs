//! Weights that make those who answered stand for all.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "statistics over tables of a checked shape; the sums are of doubles"
)]

mod kish;
mod poststratify;
mod proportion;
mod rake;

pub use kish::{KishEffect, kish};
pub use poststratify::{Poststratified, StratumWeight, WeightTotal, poststratify};
pub use proportion::{WeightedProportion, weighted_proportion};
pub use rake::{CellWeight, Margin, MarginTarget, RakeOptions, Raked, rake};

use crate::survey::stats::ScoringError;
use crate::survey::stats::exact::Sum;

/// Refuses a weight that is negative or not finite.
fn check_weights(weights: impl IntoIterator<Item = f64>) -> Result<(), ScoringError> {
    match (0_u32..).zip(weights).find(|(_, weight)| !weight.is_finite() || *weight < 0.0) {
        Some((row, _)) => Err(ScoringError::WrongWeight { row }),
        None => Ok(()),
    }
}

/// Σwy/Σw over the rows that have both and a positive weight.
fn weighted_mean(values: &[Option<f64>], weights: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut above, mut below) = (Sum::default(), Sum::default());
    for (value, weight) in values.iter().zip(weights) {
        if let Some(value) = value {
            above.add(value * weight);
            below.add(weight);
        }
    }
    (below.value() > 0.0).then(|| above.value() / below.value())
}

fn check_values(values: &[Option<f64>], rows: usize) -> Result<(), ScoringError> {
    if !values.is_empty() && values.len() != rows {
        return Err(ScoringError::RowLength {
            row: u32::try_from(values.len().min(rows)).unwrap_or(u32::MAX),
        });
    }
    match (0_u32..).zip(values).find(|(_, value)| value.is_some_and(|value| !value.is_finite())) {
        Some((row, _)) => Err(ScoringError::NotANumber { row }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
