//! What unequal weights cost in precision.

use serde::Serialize;

use super::check_weights;
use crate::survey::stats::ScoringError;
use crate::survey::stats::exact::{Sum, double};

/// What unequal weights cost, after Kish 1965.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KishEffect {
    /// Rows with a positive weight.
    pub rows: u32,
    /// Rows of weight zero, which are out.
    pub zero_weights: u32,
    /// (Σw)²/Σw²: as many equally weighted rows would be as precise. Undefined without a positive weight.
    pub effective_n: Option<f64>,
    /// rows/effective, at least 1.
    pub design_effect: Option<f64>,
}

/// Kish's effective sample size and design effect of weights.
///
/// # Errors
/// `SVY059` a weight that is negative or not finite.
pub fn kish(weights: &[f64]) -> Result<KishEffect, ScoringError> {
    check_weights(weights.iter().copied())?;
    Ok(effect(weights.iter().copied()))
}

/// Kish's effect of weights that are known to be right.
pub(super) fn effect(weights: impl Iterator<Item = f64> + Clone) -> KishEffect {
    // Weights are taken of the largest one, so that no square leaves the doubles.
    let largest = weights.clone().fold(0.0, f64::max);
    let (mut rows, mut zero_weights) = (0_u32, 0_u32);
    let (mut sum, mut squares) = (Sum::default(), Sum::default());
    for weight in weights {
        if weight > 0.0 {
            rows = rows.saturating_add(1);
            sum.add(weight / largest);
            squares.add((weight / largest).powi(2));
        } else {
            zero_weights = zero_weights.saturating_add(1);
        }
    }
    let effective_n = (rows > 0).then(|| sum.value().powi(2) / squares.value());
    let design_effect = effective_n.map(|effective| double(rows.into()) / effective);
    KishEffect { rows, zero_weights, effective_n, design_effect }
}
