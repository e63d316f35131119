//! Means and proportions of a population that is small and known.

use serde::Serialize;

use super::numeric::{Double, float, quotient};
use super::proportion::Counts;
use super::sample::samples;
use super::{Interval, Level, StatsError};
use crate::value::Amount;

/// A mean of a sample that was drawn from a population of known size.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FiniteMean {
    /// Mean; undefined of none.
    pub mean: Option<f64>,
    /// Standard error as if the population had no end, s/√n; undefined of fewer than two.
    pub se_no_fpc: Option<f64>,
    /// Standard error √((1 − n/N) s²/n) (Cochran 1977): 0 of a census.
    pub se_fpc: Option<f64>,
}

/// A proportion x of n that were drawn from a population of known size N.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FiniteProportion {
    /// x/n; undefined of none.
    pub p: Option<f64>,
    /// Standard error √((1 − n/N) p q/(n − 1)) (Cochran 1977); undefined of fewer than two.
    pub se_p_fpc_unbiased: Option<f64>,
    /// The size n (N − 1)/(N − n) that a sample from an endless population would need to tell as much; undefined of a census,
    /// which tells all.
    pub n_eff_fpc: Option<f64>,
    /// Wilson's interval of the proportion with that size; the proportion itself of a census.
    pub wilson_fpc: Option<Interval>,
}

/// The mean of a sample from a population of so many.
///
/// # Errors
/// `SVY002` when the sample is larger than the population, `SVY006` when the values span too many digits.
pub fn finite_mean(y: &[Amount], population: u32) -> Result<FiniteMean, StatsError> {
    let [sample] = samples([("y", y)])?;
    let n = sample.n();
    let left = population.checked_sub(n).ok_or(StatsError::MoreThanAll { part: "y", whole: "N" })?;
    let square = sample.variance().map(|variance| variance / Double::from(n));
    let share = (population > 0).then(|| Double::from(left) / Double::from(population));
    Ok(FiniteMean {
        mean: sample.mean().map(|mean| sample.value(mean)),
        se_no_fpc: square.map(|square| sample.value(square.sqrt())),
        se_fpc: square.zip(share).map(|(square, share)| sample.value((square * share).sqrt())),
    })
}

/// The proportion x of n from a population of so many.
///
/// # Errors
/// `SVY002` when x is above n, or n above the population.
pub fn finite_proportion(
    x: u32,
    n: u32,
    population: u32,
    level: Level,
) -> Result<FiniteProportion, StatsError> {
    let counts = Counts::of(x, n).ok_or(StatsError::MoreThanAll { part: "x", whole: "n" })?;
    let left = population.checked_sub(n).ok_or(StatsError::MoreThanAll { part: "n", whole: "N" })?;
    let p = quotient(i128::from(x), i128::from(n));
    let n_eff = (n > 0 && left > 0).then(|| float(n) * float(population.saturating_sub(1)) / float(left));
    let se = n.checked_sub(1).filter(|below| *below > 0).map(|below| {
        let share = float(left) / float(population);
        (share * counts.p() * counts.q() / float(below)).sqrt()
    });
    let point = p.map(|p| Interval { low: p, high: p });
    Ok(FiniteProportion {
        p,
        se_p_fpc_unbiased: se,
        n_eff_fpc: n_eff,
        wilson_fpc: n_eff.map_or(point, |n_eff| Some(counts.effective(n_eff).wilson(level.z()))),
    })
}
