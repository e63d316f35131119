//! Post-stratification.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::kish::{KishEffect, effect};
use super::{check_values, check_weights, weighted_mean};
use crate::survey::stats::ScoringError;
use crate::survey::stats::exact::{Sum, double};

/// What the weights of all rows add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WeightTotal {
    /// The population: a row's weight is how many people it stands for.
    Population,
    /// The number of rows: the mean weight is 1.
    Rows,
}

/// The weight of one stratum.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StratumWeight {
    /// The stratum.
    pub stratum: String,
    /// Rows of it.
    pub rows: u32,
    /// By what a base weight is multiplied; without base weights, the weight of each row.
    pub weight: f64,
}

/// Rows weighted so that every stratum stands for its population.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Poststratified {
    /// Strata in the order of their names.
    pub strata: Vec<StratumWeight>,
    /// The weight of each row, in order.
    pub weights: Vec<f64>,
    /// Weighted mean of the values given. Undefined without any.
    pub mean: Option<f64>,
    /// What the weights cost in precision.
    pub kish: KishEffect,
}

/// Post-stratification: w = N/n of each stratum (Holt & Smith 1979), or base weights times N/Σb.
///
/// `population` says how many people each stratum has. `base_weights` and `values` may be empty; otherwise they have one entry a row.
///
/// # Errors
/// `SVY060` a stratum that has people but no row with a positive weight (collapse it with another), `SVY061` a row of a stratum without a
/// population, `SVY059` a base weight or population that is negative or not finite, `SVY050` lists of different length, `SVY051` a value
/// that is not finite.
pub fn poststratify(
    strata: &[String],
    population: &BTreeMap<String, f64>,
    base_weights: &[f64],
    total: WeightTotal,
    values: &[Option<f64>],
) -> Result<Poststratified, ScoringError> {
    let base = base_of(base_weights, strata.len())?;
    check_values(values, strata.len())?;
    check_weights(population.values().copied())?;
    let mut sums: BTreeMap<&String, (u32, Sum)> = BTreeMap::new();
    for ((row, stratum), weight) in (0_u32..).zip(strata).zip(&base) {
        if !population.contains_key(stratum) {
            return Err(ScoringError::UnknownStratum { row, stratum: stratum.clone() });
        }
        let (rows, sum) = sums.entry(stratum).or_default();
        *rows = rows.saturating_add(1);
        sum.add(*weight);
    }
    let rows = double(i128::try_from(strata.len()).unwrap_or(i128::MAX));
    let people = population.values().copied().collect::<Sum>().value();
    let scale = match total {
        WeightTotal::Population => 1.0,
        WeightTotal::Rows if people > 0.0 => rows / people,
        WeightTotal::Rows => 0.0,
    };
    let mut weight_of: BTreeMap<&String, f64> = BTreeMap::new();
    let mut weighted = Vec::new();
    for (stratum, people) in population {
        let (rows, sum) = sums.get(stratum).map_or((0, 0.0), |(rows, sum)| (*rows, sum.value()));
        let weight = if *people > 0.0 && sum > 0.0 {
            people / sum * scale
        } else if *people > 0.0 {
            return Err(ScoringError::EmptyStratum { stratum: stratum.clone() });
        } else {
            0.0
        };
        weight_of.insert(stratum, weight);
        if rows > 0 {
            weighted.push(StratumWeight { stratum: stratum.clone(), rows, weight });
        }
    }
    let weights: Vec<f64> = strata
        .iter()
        .zip(&base)
        .map(|(stratum, base)| base * weight_of.get(stratum).copied().unwrap_or(0.0))
        .collect();
    let mean = weighted_mean(values, weights.iter().copied());
    let kish = effect(weights.iter().copied());
    Ok(Poststratified { strata: weighted, weights, mean, kish })
}

/// Base weights, 1 each where none are given.
pub(super) fn base_of(base_weights: &[f64], rows: usize) -> Result<Vec<f64>, ScoringError> {
    if base_weights.is_empty() {
        return Ok(vec![1.0; rows]);
    }
    if base_weights.len() != rows {
        let row = base_weights.len().min(rows);
        return Err(ScoringError::RowLength { row: u32::try_from(row).unwrap_or(u32::MAX) });
    }
    check_weights(base_weights.iter().copied())?;
    Ok(base_weights.to_vec())
}
