//! Krippendorff's alpha.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::survey::stats::ScoringError;
use crate::survey::stats::exact::{Decimals, Sum, double, least_common_multiple};

/// What the values of coders mean, and so how far two of them are apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MeasurementLevel {
    /// Names: equal or not.
    Nominal,
    /// Ordered grades.
    Ordinal,
    /// Numbers whose differences mean something.
    Interval,
    /// Numbers with a natural zero.
    Ratio,
}

/// Krippendorff's alpha of coders at one level of measurement.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Krippendorff {
    /// How many units at least two coders coded; the others say nothing of agreement.
    pub units: u32,
    /// How many codings of these units.
    pub codings: u32,
    /// 1 for perfect agreement, 0 for chance, below it for systematic disagreement. Undefined where all codings are equal, where nothing was
    /// coded twice, and where the level asks for an order or for numbers that the values do not have.
    pub alpha: Option<f64>,
}

/// What coders gave to units: how often each value stands at each unit that was coded at least twice.
#[derive(Debug, Clone, PartialEq)]
pub struct CodedUnits {
    /// By unit: value by place, and how many coders gave it.
    units: Vec<BTreeMap<usize, i128>>,
    /// By value: how many codings.
    totals: Vec<i128>,
    values: Values,
}

#[derive(Debug, Clone, PartialEq)]
enum Values {
    Numbers { whole: Vec<i64> },
    Ordered,
    Names,
}

impl CodedUnits {
    /// Takes numbers: one row a coder, one column a unit, `None` where a coder did not code it.
    ///
    /// # Errors
    /// `SVY050` coders with different numbers of units, `SVY051` a value that is not a finite number below 2⁵³, `SVY056` more
    /// than 5,000 different values.
    pub fn of_numbers(coders: &[Vec<Option<f64>>]) -> Result<Self, ScoringError> {
        let width = width_of(coders)?;
        let flat: Vec<Option<f64>> = coders.iter().flatten().copied().collect();
        let Decimals { values, .. } = Decimals::new(&flat).ok_or(ScoringError::NotANumber { row: 0 })?;
        let rows: Vec<&[Option<i64>]> = values.chunks(width.max(1)).collect();
        let coded = collect(width, &rows);
        let whole: Vec<i64> = distinct(&coded);
        place(&coded, &whole.clone(), Values::Numbers { whole })
    }

    /// Takes names; `order` lists them from the least to the greatest where they are grades, and is empty where they are not.
    ///
    /// # Errors
    /// `SVY050` coders with different numbers of units, `SVY056` more than 5,000 different values, `SVY058` a value that is not in the
    /// order.
    pub fn of_names(coders: &[Vec<Option<String>>], order: &[String]) -> Result<Self, ScoringError> {
        let width = width_of(coders)?;
        let rows: Vec<&[Option<String>]> = coders.iter().map(Vec::as_slice).collect();
        let coded = collect(width, &rows);
        if order.is_empty() {
            let known = distinct(&coded);
            return place(&coded, &known, Values::Names);
        }
        if let Some(stray) = coded.iter().flatten().find(|value| !order.contains(value)) {
            return Err(ScoringError::UnknownCategory { category: stray.clone() });
        }
        place(&coded, order, Values::Ordered)
    }

    fn distance(&self, level: MeasurementLevel) -> Option<Distance<'_>> {
        match (level, &self.values) {
            (MeasurementLevel::Nominal, _) => Some(Distance::Nominal),
            (MeasurementLevel::Ordinal, Values::Numbers { .. } | Values::Ordered) => {
                let up_to = self.totals.iter().scan(0, |sum, total| {
                    *sum += total;
                    Some(*sum)
                });
                Some(Distance::Ordinal { totals: &self.totals, up_to: up_to.collect() })
            }
            (MeasurementLevel::Interval, Values::Numbers { whole }) => Some(Distance::Interval { whole }),
            (MeasurementLevel::Ratio, Values::Numbers { whole }) => Some(Distance::Ratio { whole }),
            _ => None,
        }
    }
}

/// More values than these are measurements of something else.
const MOST_VALUES: usize = 5_000;

fn width_of<T>(coders: &[Vec<T>]) -> Result<usize, ScoringError> {
    let width = coders.first().map_or(0, Vec::len);
    match (0_u32..).zip(coders).find(|(_, row)| row.len() != width) {
        Some((row, _)) => Err(ScoringError::RowLength { row }),
        None => Ok(width),
    }
}

/// The values of each unit that at least two coders coded.
fn collect<T: Clone>(width: usize, rows: &[&[Option<T>]]) -> Vec<Vec<T>> {
    (0..width)
        .map(|unit| rows.iter().filter_map(|row| row[unit].clone()).collect::<Vec<T>>())
        .filter(|values| values.len() >= 2)
        .collect()
}

fn distinct<T: Ord + Clone>(coded: &[Vec<T>]) -> Vec<T> {
    let mut known: Vec<T> = coded.iter().flatten().cloned().collect();
    known.sort();
    known.dedup();
    known
}

fn place<T: Ord + Clone>(coded: &[Vec<T>], known: &[T], values: Values) -> Result<CodedUnits, ScoringError> {
    if known.len() > MOST_VALUES {
        return Err(ScoringError::TooMany { limit: 5_000 });
    }
    let places: BTreeMap<&T, usize> = known.iter().zip(0..).collect();
    let mut totals = vec![0; known.len()];
    let mut units = Vec::with_capacity(coded.len());
    for unit in coded {
        let mut counts: BTreeMap<usize, i128> = BTreeMap::new();
        for value in unit.iter().filter_map(|value| places.get(value)) {
            *counts.entry(*value).or_default() += 1;
            totals[*value] += 1;
        }
        units.push(counts);
    }
    Ok(CodedUnits { units, totals, values })
}

/// How far apart two values are, squared.
enum Distance<'a> {
    Nominal,
    /// Four times Krippendorff's, so as to be whole.
    Ordinal {
        totals: &'a [i128],
        up_to: Vec<i128>,
    },
    Interval {
        whole: &'a [i64],
    },
    Ratio {
        whole: &'a [i64],
    },
}

impl Distance<'_> {
    /// Of a lower and a higher value. `None` where it is not whole or does not fit.
    fn whole(&self, low: usize, high: usize) -> Option<i128> {
        match self {
            Self::Nominal => Some(1),
            Self::Ordinal { totals, up_to } => {
                // Twice (all from the low to the high one, less half of both).
                (2 * (up_to[high] - up_to[low]) + totals[low] - totals[high]).checked_pow(2)
            }
            Self::Interval { whole } => (i128::from(whole[high]) - i128::from(whole[low])).checked_pow(2),
            Self::Ratio { .. } => None,
        }
    }

    fn real(&self, low: usize, high: usize) -> f64 {
        match self {
            Self::Ratio { whole } => {
                let (low, high) = (i128::from(whole[low]), i128::from(whole[high]));
                (double(high - low) / double(high + low)).powi(2)
            }
            _ => self.whole(low, high).map_or(f64::NAN, double),
        }
    }
}

/// Krippendorff's alpha: 1 − (n−1)·Σ o·δ²/Σ n·n·δ², over the coincidences of values within units.
///
/// Krippendorff 2004, 2011. For names, grades and numbers it is exact up to one division; for ratios it is summed in doubles. Ratios of
/// numbers of different sign mean nothing: where two that cancel are coded, alpha is undefined.
#[must_use]
pub fn krippendorff_alpha(coded: &CodedUnits, level: MeasurementLevel) -> Krippendorff {
    let count = |number: i128| u32::try_from(number).unwrap_or(u32::MAX);
    let codings: i128 = coded.totals.iter().sum();
    let alpha = coded.distance(level).and_then(|distance| {
        let exact = |low, high| distance.whole(low, high);
        match exact_alpha(coded, codings, exact) {
            Some(Exact::Alpha(alpha)) => Some(alpha),
            Some(Exact::Undefined) => None,
            None => real_alpha(coded, codings, &distance),
        }
    });
    Krippendorff {
        units: u32::try_from(coded.units.len()).unwrap_or(u32::MAX),
        codings: count(codings),
        alpha,
    }
}

/// Every two different values that both occur, with the product of their counts.
fn pairs(counts: &[(usize, i128)]) -> impl Iterator<Item = (usize, usize, i128)> + '_ {
    counts.iter().enumerate().flat_map(move |(at, (low, fewer))| {
        counts[at + 1..].iter().map(move |(high, more)| (*low, *high, fewer * more))
    })
}

fn occurring(totals: &[i128]) -> Vec<(usize, i128)> {
    totals.iter().copied().enumerate().filter(|(_, total)| *total > 0).collect()
}

/// An alpha by whole numbers.
enum Exact {
    Alpha(f64),
    Undefined,
}

/// `None` when a sum does not fit.
fn exact_alpha(
    coded: &CodedUnits,
    codings: i128,
    distance: impl Fn(usize, usize) -> Option<i128>,
) -> Option<Exact> {
    let add = |sum: i128, low: usize, high: usize, times: i128| {
        sum.checked_add(distance(low, high)?.checked_mul(times)?)
    };
    let mut expected = 0;
    for (low, high, times) in pairs(&occurring(&coded.totals)) {
        expected = add(expected, low, high, times)?;
    }
    if expected == 0 {
        return Some(Exact::Undefined);
    }
    // Units with m codings weigh 1/(m − 1).
    let mut observed: BTreeMap<i128, i128> = BTreeMap::new();
    for unit in &coded.units {
        let counts: Vec<(usize, i128)> = unit.iter().map(|(value, count)| (*value, *count)).collect();
        let others = unit.values().sum::<i128>() - 1;
        let sum = observed.entry(others).or_default();
        for (low, high, times) in pairs(&counts) {
            *sum = add(*sum, low, high, times)?;
        }
    }
    let common = observed.keys().copied().try_fold(1, least_common_multiple)?;
    let mut disagreement: i128 = 0;
    for (others, sum) in &observed {
        disagreement = disagreement.checked_add(sum.checked_mul(common.checked_div(*others)?)?)?;
    }
    let below = expected.checked_mul(common)?;
    let above = below.checked_sub(disagreement.checked_mul(codings - 1)?)?;
    Some(Exact::Alpha(double(above) / double(below)))
}

fn real_alpha(coded: &CodedUnits, codings: i128, distance: &Distance<'_>) -> Option<f64> {
    let mut expected = Sum::default();
    for (low, high, times) in pairs(&occurring(&coded.totals)) {
        expected.add(distance.real(low, high) * double(times));
    }
    let mut observed = Sum::default();
    for unit in &coded.units {
        let counts: Vec<(usize, i128)> = unit.iter().map(|(value, count)| (*value, *count)).collect();
        let others = double(unit.values().sum::<i128>() - 1);
        for (low, high, times) in pairs(&counts) {
            observed.add(distance.real(low, high) * double(times) / others);
        }
    }
    let expected = expected.value();
    let alpha = 1.0 - double(codings - 1) * observed.value() / expected;
    (expected > 0.0 && alpha.is_finite()).then_some(alpha)
}
