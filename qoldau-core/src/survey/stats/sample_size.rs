//! How many to ask, and how well those who answered let a share be known.

use serde::Serialize;

use super::numeric::{ceiling, decimal, float};
use super::{Level, StatsError};
use crate::value::Amount;

/// How a sample is drawn and answered, as far as it changes how many to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleDesign {
    /// By how much the variance exceeds that of people drawn one by one (Kish's design effect): 1 for those, more where whole classes or
    /// villages are drawn. Above 0.
    pub design_effect: Amount,
    /// The share of those asked who are expected to answer, above 0 and at most 1.
    pub response_rate: Amount,
}

impl Default for SampleDesign {
    /// People are drawn one by one, and all of them answer.
    fn default() -> Self {
        Self { design_effect: Amount::ONE, response_rate: Amount::ONE }
    }
}

/// How many must answer for a proportion to be known within a margin.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SampleSize {
    /// The number for a population without end, z² p q/e² (Cochran 1977), before the design effect and rounding up.
    pub n0: f64,
    /// How many must answer of a population without end: n0 times the design effect, rounded up; null beyond 4 294 967 295.
    pub n: Option<u32>,
    /// How many must be asked for that: the number divided by the response rate, rounded up; null beyond 4 294 967 295.
    pub invited: Option<u32>,
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
    /// n0/(1 + (n0 − 1)/N), before the design effect and rounding up.
    pub n_raw: f64,
    /// The same times the design effect, rounded up, so that the margin is kept, and at most the population. Krejcie & Morgan 1970 round to
    /// the nearest, which may be one short.
    pub n: u32,
    /// How many must be asked for that many to answer; null where asking everybody is not enough.
    pub invited: Option<u32>,
}

/// How many must answer, and be asked, for the proportion p to be known within ± `margin`.
///
/// # Errors
/// `SVY003` when p or the response rate is not from 0 to 1; `SVY004` when the margin, the design effect, the response rate or a population
/// is not above 0; `SVY007` when the number does not fit.
pub fn sample_size(
    margin: Amount,
    p: Amount,
    level: Level,
    populations: &[u32],
    design: SampleDesign,
) -> Result<SampleSize, StatsError> {
    let variance = variance(p)?;
    positive("margin", margin)?;
    positive("designEffect", design.design_effect)?;
    positive("responseRate", design.response_rate)?;
    if design.response_rate > Amount::ONE {
        return Err(StatsError::Proportion { name: "responseRate" });
    }
    let (effect, answering) = (decimal(design.design_effect), decimal(design.response_rate));
    let steps = level.z() / decimal(margin);
    let n0 = steps * steps * variance;
    let of = |population: &u32| {
        if *population == 0 {
            return Err(StatsError::NotPositive { name: "populations" });
        }
        // Where nothing varies nobody need be asked; of one person the formula itself would be 0/0.
        let n_raw = if variance > 0.0 { n0 / (1.0 + (n0 - 1.0) / float(*population)) } else { 0.0 };
        let n = up(n_raw * effect).unwrap_or(u32::MAX).min(*population);
        let invited = up(float(n) / answering).filter(|invited| invited <= population);
        Ok(PopulationSampleSize { population: *population, n_raw, n, invited })
    };
    if !n0.is_finite() {
        return Err(StatsError::TooMany);
    }
    let n = up(n0 * effect);
    let invited = n.and_then(|n| up(float(n) / answering));
    Ok(SampleSize { n0, n, invited, by_population: populations.iter().map(of).collect::<Result<_, _>>()? })
}

/// How far the share p of those who answered may be off: z √(deff · p q/n · (N − n)/(N − 1)), from 0; the last factor is left out where
/// the population is not known or without end, and nothing is uncertain where everybody answered (Cochran 1977, 2.15 and 3.6).
///
/// It is the margin that [`sample_size`] plans for, so one is the other's check. A share that was measured has an interval of its own, which
/// is better near 0 and 1.
///
/// # Errors
/// `SVY002` when more answered than there are; `SVY003` when p is not from 0 to 1; `SVY004` when nobody answered, or the design effect is
/// not above 0.
pub fn sample_margin(
    answered: u32,
    p: Amount,
    level: Level,
    population: Option<u32>,
    design_effect: Amount,
) -> Result<f64, StatsError> {
    let variance = variance(p)?;
    positive("designEffect", design_effect)?;
    if answered == 0 {
        return Err(StatsError::NotPositive { name: "answered" });
    }
    let left = match population {
        Some(population) if answered > population => {
            return Err(StatsError::MoreThanAll { part: "answered", whole: "population" });
        }
        Some(population) if answered == population => 0.0,
        Some(population) => (float(population) - float(answered)) / (float(population) - 1.0),
        None => 1.0,
    };
    Ok(level.z() * (decimal(design_effect) * variance / float(answered) * left).sqrt())
}

/// p q.
fn variance(p: Amount) -> Result<f64, StatsError> {
    let wrong = StatsError::Proportion { name: "p" };
    let q = Amount::ONE.checked_sub(p).filter(|q| !q.is_negative() && !p.is_negative()).ok_or(wrong)?;
    Ok(decimal(p) * decimal(q))
}

fn positive(name: &'static str, value: Amount) -> Result<(), StatsError> {
    if value <= Amount::ZERO { Err(StatsError::NotPositive { name }) } else { Ok(()) }
}

/// Rounded up, but for what is whole save for rounding errors, which is not rounded up by one. Nothing where it does not fit.
fn up(number: f64) -> Option<u32> {
    ceiling((number - 1e-12 * number.max(1.0)).max(0.0))
}
