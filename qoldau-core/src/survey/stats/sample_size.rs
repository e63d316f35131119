//! How many to ask.

use serde::Serialize;

use super::numeric::{ceiling, decimal, float};
use super::{Level, StatsError};
use crate::value::Amount;

/// How many must answer for a proportion to be known within a margin.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SampleSize {
    /// The number for a population without end, z² p q/e² (Cochran 1977), before rounding up.
    pub n0: f64,
    /// The numbers for populations of known size, in the order of the question.
    pub by_population: Vec<PopulationSampleSize>,
}

/// How many must answer of a population of known size.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PopulationSampleSize {
    /// Size of the population.
    pub population: u32,
    /// n0/(1 + (n0 − 1)/N) before rounding up.
    pub n_raw: f64,
    /// The same rounded up, so that the margin is kept. Krejcie & Morgan 1970 round to the nearest, which may be one short.
    pub n: u32,
}

/// How many must answer for the proportion p to be known within ± `margin`.
///
/// # Errors
/// `SVY003` when p is not from 0 to 1; `SVY004` when the margin or a population is not above 0; `SVY007` when the number does not
/// fit.
pub fn sample_size(
    margin: Amount,
    p: Amount,
    level: Level,
    populations: &[u32],
) -> Result<SampleSize, StatsError> {
    let wrong = StatsError::Proportion { name: "p" };
    let q = Amount::ONE.checked_sub(p).filter(|q| !q.is_negative() && !p.is_negative()).ok_or(wrong)?;
    if margin <= Amount::ZERO {
        return Err(StatsError::NotPositive { name: "margin" });
    }
    let steps = level.z() / decimal(margin);
    let n0 = steps * steps * decimal(p) * decimal(q);
    let of = |population: &u32| {
        if *population == 0 {
            return Err(StatsError::NotPositive { name: "populations" });
        }
        let n_raw = n0 / (1.0 + (n0 - 1.0) / float(*population));
        // What is whole but for rounding is not rounded up by one.
        let n = ceiling((n_raw - 1e-12 * n_raw.max(1.0)).max(0.0)).ok_or(StatsError::TooMany)?;
        Ok(PopulationSampleSize { population: *population, n_raw, n })
    };
    if !n0.is_finite() {
        return Err(StatsError::TooMany);
    }
    Ok(SampleSize { n0, by_population: populations.iter().map(of).collect::<Result<_, _>>()? })
}
