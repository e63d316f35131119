//! Confidence levels and intervals.

use serde::{Deserialize, Serialize};

use super::StatsError;
use super::distribution::normal_quantile;
use super::numeric::decimal;
use crate::value::Amount;

/// A confidence level above 0 and below 1, as an exact decimal: 0.95.
///
/// It crosses as text, `"0.95"`, so that what lies outside of it is exactly 0.05.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Amount")]
pub struct Level(Amount);

impl Level {
    /// A level of a decimal.
    ///
    /// # Errors
    /// `SVY001` when it is not above 0 and below 1.
    pub fn new(level: Amount) -> Result<Self, StatsError> {
        if level > Amount::ZERO && level < Amount::ONE { Ok(Self(level)) } else { Err(StatsError::Level) }
    }

    /// The probability that lies outside: 0.05 of 0.95.
    #[must_use]
    pub fn outside(self) -> Amount {
        Amount::ONE.shortfall(self.0)
    }

    /// The same, of which one half lies on each side of a two-sided interval: 0.025.
    pub(super) fn each_side(self) -> f64 {
        0.5 * decimal(self.outside())
    }

    /// The probability beyond a one-sided bound: 0.05.
    pub(super) fn one_side(self) -> f64 {
        decimal(self.outside())
    }

    /// The normal quantile of a two-sided interval: 1.959963… of 0.95.
    pub(super) fn z(self) -> f64 {
        -normal_quantile(self.each_side())
    }

    /// The normal quantile of a one-sided bound: 1.644853… of 0.95.
    pub(super) fn z_one_sided(self) -> f64 {
        -normal_quantile(self.one_side())
    }
}

impl TryFrom<Amount> for Level {
    type Error = StatsError;

    fn try_from(level: Amount) -> Result<Self, StatsError> {
        Self::new(level)
    }
}

/// An interval with both its ends.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// So much to both sides of a middle.
    pub(super) fn around(middle: f64, half: f64) -> Self {
        Self { low: middle - half, high: middle + half }
    }

    /// What of it lies within bounds.
    pub(super) fn within(self, least: f64, most: f64) -> Self {
        Self { low: self.low.clamp(least, most), high: self.high.clamp(least, most) }
    }
}
