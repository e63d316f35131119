//! Whether a share reaches a threshold, such as the 80 % of a contract, and how surely.

use serde::Serialize;

use super::distribution::{binomial_cdf, binomial_sf};
use super::numeric::{Double, decimal, float, quotient};
use super::proportion::Counts;
use super::{Level, StatsError};
use crate::value::Amount;

/// The verdict on a threshold, from the point rule and from one-sided bounds. The contract asks for the point rule; the bounds
/// say how surely, and never replace it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Verdict {
    /// The share reaches the threshold, and so does its lower bound.
    MetWithConfidence,
    /// The share reaches the threshold, its lower bound does not.
    MetPointOnly,
    /// The share does not reach the threshold, its upper bound does.
    NotMetInconclusive,
    /// Not even the upper bound reaches the threshold.
    NotMetWithConfidence,
}

impl Verdict {
    /// The verdict of the point rule and of what the bounds reach.
    pub(super) fn of(point: bool, low_reaches: bool, high_reaches: bool) -> Self {
        match (point, low_reaches, high_reaches) {
            (true, true, _) => Self::MetWithConfidence,
            (true, false, _) => Self::MetPointOnly,
            (false, _, true) => Self::NotMetInconclusive,
            (false, _, false) => Self::NotMetWithConfidence,
        }
    }
}

/// Whether x of n reach a threshold, the population being large or unknown.
///
/// Without answers all of it is undefined.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ThresholdDecision {
    /// x/n.
    pub estimate: Option<f64>,
    /// Whether x/n ≥ threshold, compared as fractions.
    pub point_met: Option<bool>,
    /// One-sided lower bound of Wilson 1927.
    pub wilson_lower_1s: Option<f64>,
    /// One-sided upper bound of Wilson.
    pub wilson_upper_1s: Option<f64>,
    /// One-sided lower bound of Clopper & Pearson 1934: too high with no more than the probability it says.
    pub cp_lower_1s: Option<f64>,
    /// One-sided upper bound of Clopper & Pearson.
    pub cp_upper_1s: Option<f64>,
    /// Exact P(X ≥ x) if the true share is the threshold: small speaks for more.
    pub p_greater_exact: Option<f64>,
    /// Exact P(X ≤ x) if the true share is the threshold: small speaks for less.
    pub p_less_exact: Option<f64>,
    /// The verdict with Wilson's bounds.
    pub verdict_wilson: Option<Verdict>,
    /// The verdict with the bounds of Clopper & Pearson.
    pub verdict_cp: Option<Verdict>,
    /// The least x of n that is met with confidence by Clopper & Pearson; undefined where not even all of n are.
    pub min_x_for_cp_confidence: Option<u32>,
}

/// Whether x of n reach a threshold, with one-sided bounds of a level.
///
/// # Errors
/// `SVY002` when x is above n; `SVY003` when the threshold is not from 0 to 1.
#[expect(clippy::many_single_char_names, reason = "the letters are those of the formula")]
pub fn threshold_decision(
    x: u32,
    n: u32,
    threshold: Amount,
    level: Level,
) -> Result<ThresholdDecision, StatsError> {
    let counts = Counts::of(x, n).ok_or(StatsError::MoreThanAll { part: "x", whole: "n" })?;
    let threshold = Threshold::new(threshold)?;
    if n == 0 {
        return Ok(ThresholdDecision {
            estimate: None,
            point_met: None,
            wilson_lower_1s: None,
            wilson_upper_1s: None,
            cp_lower_1s: None,
            cp_upper_1s: None,
            p_greater_exact: None,
            p_less_exact: None,
            verdict_wilson: None,
            verdict_cp: None,
            min_x_for_cp_confidence: None,
        });
    }
    let (p, q) = threshold.as_floats();
    let (tail, z) = (level.one_side(), level.z_one_sided());
    let point = threshold.is_reached(x, n);
    let wilson = counts.wilson(z);
    let outside = Outside::of(level);
    let low_reaches = |x: u32| threshold.is_zero() || outside.is_not_below(&threshold.at_least(x, n));
    let high_reaches = outside.is_not_above(&threshold.at_most(x, n));
    Ok(ThresholdDecision {
        estimate: quotient(i128::from(x), i128::from(n)),
        point_met: Some(point),
        wilson_lower_1s: Some(wilson.low),
        wilson_upper_1s: Some(wilson.high),
        cp_lower_1s: Some(counts.clopper_pearson_low(tail)),
        cp_upper_1s: Some(counts.clopper_pearson_high(tail)),
        p_greater_exact: Some(binomial_sf(float(x), float(n), p, q)),
        p_less_exact: Some(binomial_cdf(float(x), float(n), p, q)),
        verdict_wilson: Some(Verdict::of(point, wilson.low >= p, wilson.high >= p)),
        verdict_cp: Some(Verdict::of(point, low_reaches(x), high_reaches)),
        min_x_for_cp_confidence: least(n, low_reaches),
    })
}

/// The least number from 0 to `most` for which something holds that holds for all greater ones too.
fn least(most: u32, holds: impl Fn(u32) -> bool) -> Option<u32> {
    if !holds(most) {
        return None;
    }
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle.saturating_add(1);
        }
    }
    Some(low)
}

/// A threshold from 0 to 1 as a fraction.
#[derive(Debug, Clone, Copy)]
pub(super) struct Threshold {
    value: Amount,
    rest: Amount,
}

impl Threshold {
    pub(super) fn new(value: Amount) -> Result<Self, StatsError> {
        let wrong = StatsError::Proportion { name: "threshold" };
        let rest = Amount::ONE.checked_sub(value).filter(|rest| !rest.is_negative() && !value.is_negative());
        Ok(Self { value, rest: rest.ok_or(wrong)? })
    }

    /// Whether x of n are not below it: x · denominator ≥ numerator · n.
    pub(super) fn is_reached(self, x: u32, n: u32) -> bool {
        let (digits, places) = self.value.digits();
        let scaled = |count: u32, by: i128| i128::from(count).saturating_mul(by);
        scaled(x, 10_i128.saturating_pow(places)) >= scaled(n, digits)
    }

    fn is_zero(self) -> bool {
        self.value.is_zero()
    }

    fn as_floats(self) -> (f64, f64) {
        (decimal(self.value), decimal(self.rest))
    }

    /// P(X ≥ x) of n trials with this chance.
    fn at_least(self, x: u32, n: u32) -> Probability<impl Fn() -> Option<Double>> {
        let (p, q) = self.as_floats();
        let precise = move || {
            let below = x.checked_sub(1)?;
            Some(Double::ONE - self.precisely_at_most(below, n)?)
        };
        Probability { value: binomial_sf(float(x), float(n), p, q), precise }
    }

    /// P(X ≤ x) of n trials with this chance.
    fn at_most(self, x: u32, n: u32) -> Probability<impl Fn() -> Option<Double>> {
        let (p, q) = self.as_floats();
        let precise = move || self.precisely_at_most(x, n);
        Probability { value: binomial_cdf(float(x), float(n), p, q), precise }
    }

    /// P(X ≤ x) of up to a hundred trials with 30 digits.
    fn precisely_at_most(self, x: u32, n: u32) -> Option<Double> {
        let (p, q) = (precise(self.value), precise(self.rest));
        if n > MOST_PRECISE || q.is_zero() {
            return None;
        }
        let mut term = (0..n).fold(Double::ONE, |product, _| product * q);
        let mut sum = term;
        for k in 1..=x {
            let odds = Double::from(n.saturating_sub(k).saturating_add(1)) / Double::from(k);
            term = term * odds * p / q;
            sum = sum + term;
        }
        Some(sum)
    }
}

/// Up to so many trials a tie of a probability with a level is possible in practice, and is settled with 30 digits.
pub(super) const MOST_PRECISE: u32 = 100;

/// A decimal with 32 digits.
pub(super) fn precise(amount: Amount) -> Double {
    let (digits, places) = amount.digits();
    Double::from(digits) / Double::from(10_i128.saturating_pow(places))
}

/// A probability, and how to reckon it with 30 digits where that matters.
pub(super) struct Probability<F> {
    pub(super) value: f64,
    pub(super) precise: F,
}

/// The probability outside of a level, against which others are held: equal ones are told from unequal ones by 30 digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outside(Amount);

impl Outside {
    pub(super) fn of(level: Level) -> Self {
        Self(level.outside())
    }

    /// What a probability is above this one: 0 where they are equal.
    fn excess<F: Fn() -> Option<Double>>(self, of: &Probability<F>) -> f64 {
        let outside = decimal(self.0);
        let excess = of.value - outside;
        if excess.abs() > 1e-9 * outside {
            return excess;
        }
        let precise = (of.precise)().map(|value| (value - precise(self.0)).rounded());
        precise.map_or(excess, |excess| if excess.abs() <= 1e-24 * outside { 0.0 } else { excess })
    }

    /// Whether a probability is not above this one.
    pub(super) fn is_not_below<F: Fn() -> Option<Double>>(self, of: &Probability<F>) -> bool {
        self.excess(of) <= 0.0
    }

    /// Whether a probability is not below this one.
    pub(super) fn is_not_above<F: Fn() -> Option<Double>>(self, of: &Probability<F>) -> bool {
        self.excess(of) >= 0.0
    }

    /// Whether a probability is above this one.
    pub(super) fn is_below<F: Fn() -> Option<Double>>(self, of: &Probability<F>) -> bool {
        self.excess(of) > 0.0
    }
}
