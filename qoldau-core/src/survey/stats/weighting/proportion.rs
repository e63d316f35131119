//! A share of weighted answers.

use serde::Serialize;

use super::check_weights;
use super::kish::effect;
use crate::survey::stats::exact::{Sum, double};
use crate::survey::stats::intervals::wilson_interval;
use crate::survey::stats::{Level, ScoringError};

/// A share of weighted answers with its error.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WeightedProportion {
    /// Rows that count: with an answer and a positive weight.
    pub rows: u32,
    /// Rows without an answer or a weight.
    pub missing: u32,
    /// Rows of weight zero, which are out.
    pub zero_weights: u32,
    /// The rows' unweighted share: to be shown beside the weighted one. Undefined without rows.
    pub unweighted: Option<f64>,
    /// Σwy/Σw, 0 to 1. Undefined without rows.
    pub proportion: Option<f64>,
    /// √(n/(n−1)·Σ(w(y−p))²)/Σw, linearised, as if drawn with replacement. Undefined for fewer than two rows.
    pub standard_error: Option<f64>,
    /// Kish's effective number of rows.
    pub effective_n: Option<f64>,
    /// Kish's design effect.
    pub design_effect: Option<f64>,
    /// Wilson's interval of the proportion in the effective number of rows.
    pub wilson: Option<[f64; 2]>,
}

/// The weighted share of answers that are 1 (`true`), with the linearised standard error of a sample drawn with replacement (as
/// `svymean` of R's survey) and Wilson's interval in Kish's effective sample size.
///
/// # Errors
/// `SVY050` lists of different length, `SVY059` a weight that is negative or not finite.
pub fn weighted_proportion(
    answers: &[Option<bool>],
    weights: &[Option<f64>],
    level: Level,
) -> Result<WeightedProportion, ScoringError> {
    if answers.len() != weights.len() {
        let row = answers.len().min(weights.len());
        return Err(ScoringError::RowLength { row: u32::try_from(row).unwrap_or(u32::MAX) });
    }
    check_weights(weights.iter().map(|weight| weight.unwrap_or(0.0)))?;
    let both: Vec<(f64, f64)> = answers
        .iter()
        .zip(weights)
        .filter_map(|(answer, weight)| Some((f64::from(u8::from((*answer)?)), (*weight)?)))
        .collect();
    let missing = u32::try_from(answers.len() - both.len()).unwrap_or(u32::MAX);
    let kish = effect(both.iter().map(|(_, weight)| *weight));
    let counted: Vec<(f64, f64)> = both.into_iter().filter(|(_, weight)| *weight > 0.0).collect();
    let n = double(kish.rows.into());
    let total = counted.iter().map(|(_, weight)| *weight).collect::<Sum>().value();
    let yes = counted.iter().map(|(answer, weight)| answer * weight).collect::<Sum>().value();
    let proportion = (kish.rows > 0).then(|| yes / total);
    let standard_error = proportion.filter(|_| kish.rows > 1).map(|p| {
        let squares = counted.iter().map(|(answer, weight)| (weight / total * (answer - p)).powi(2));
        (n / (n - 1.0) * squares.collect::<Sum>().value()).sqrt()
    });
    let wilson = proportion.zip(kish.effective_n).and_then(|(p, n)| wilson_interval(p * n, n, level));
    Ok(WeightedProportion {
        rows: kish.rows,
        missing,
        zero_weights: kish.zero_weights,
        unweighted: proportion.map(|_| counted.iter().map(|(answer, _)| answer).sum::<f64>() / n),
        proportion,
        standard_error,
        effective_n: kish.effective_n,
        design_effect: kish.design_effect,
        wilson,
    })
}
