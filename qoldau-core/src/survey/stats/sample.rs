//! Samples of exact decimals.
//!
//! Whether two values are equal and whether a difference is 0 is judged on whole numbers: the decimals times one power of ten.
//! 0.3 − 0.1 and 0.4 − 0.2 are the same difference here, and are not as floating-point numbers.

use super::StatsError;
use super::numeric::{Double, length};
use crate::value::Amount;

/// Values as whole numbers, and the power of ten that they are multiplied by.
#[derive(Debug, Clone)]
pub(super) struct Sample {
    pub(super) values: Vec<i128>,
    /// Ten to the power of the places behind the point.
    pub(super) unit: i128,
}

/// Lists on one unit.
pub(super) fn samples<const N: usize>(
    lists: [(&'static str, &[Amount]); N],
) -> Result<[Sample; N], StatsError> {
    let places = |list: &[Amount]| list.iter().map(|value| value.digits().1).max().unwrap_or(0);
    let most = lists.iter().map(|(_, list)| places(list)).max().unwrap_or(0);
    let empty = || Sample { values: Vec::new(), unit: 10_i128.saturating_pow(most) };
    let mut of = std::array::from_fn(|_| empty());
    for (sample, (name, list)) in of.iter_mut().zip(lists) {
        // Sums of all values, and of differences times their number, must fit.
        let limit = i128::MAX.checked_div(i128::from(length(list)).saturating_mul(8).max(8)).unwrap_or(0);
        let scaled = |value: &Amount| {
            let (digits, places) = value.digits();
            let factor = 10_i128.checked_pow(most.saturating_sub(places))?;
            digits.checked_mul(factor).filter(|scaled| scaled.saturating_abs() <= limit)
        };
        let values: Option<Vec<i128>> = list.iter().map(scaled).collect();
        sample.values = values.ok_or(StatsError::Digits { name })?;
    }
    Ok(of)
}

impl Sample {
    /// The differences of two samples on one unit, pair by pair.
    pub(super) fn minus(&self, other: &Self) -> Self {
        let pairs = self.values.iter().zip(&other.values);
        Self { values: pairs.map(|(one, two)| one.saturating_sub(*two)).collect(), unit: self.unit }
    }

    /// How many.
    pub(super) fn n(&self) -> u32 {
        length(&self.values)
    }

    /// A number of units as a value.
    pub(super) fn value(&self, units: Double) -> f64 {
        (units / Double::from(self.unit)).rounded()
    }

    /// The sum, in units.
    pub(super) fn sum(&self) -> i128 {
        self.values.iter().fold(0, |sum, value| sum.saturating_add(*value))
    }

    /// The mean in units; nothing of none.
    pub(super) fn mean(&self) -> Option<Double> {
        (!self.values.is_empty()).then(|| Double::from(self.sum()) / Double::from(self.n()))
    }

    /// Every value's distance from the mean times the number of values: whole numbers, without any rounding.
    pub(super) fn centred(&self) -> impl Iterator<Item = i128> {
        let (n, sum) = (i128::from(self.n()), self.sum());
        self.values.iter().map(move |value| value.saturating_mul(n).saturating_sub(sum))
    }

    /// The sum of the squared distances from the mean, in squared units; 0 exactly where all values are equal.
    pub(super) fn squares(&self) -> Double {
        if self.values.is_empty() {
            return Double::ZERO;
        }
        let squares: Double = self.centred().map(|distance| Double::from(distance).squared()).sum();
        squares / Double::from(self.n()).squared()
    }

    /// The variance with n − 1, in squared units; nothing of fewer than two values.
    pub(super) fn variance(&self) -> Option<Double> {
        let under = self.n().checked_sub(1).filter(|under| *under > 0)?;
        Some(self.squares() / Double::from(under))
    }
}
