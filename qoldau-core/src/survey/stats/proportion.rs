//! One proportion and its intervals.

use serde::Serialize;

use super::distribution::{beta_density_scale, beta_quantile, beta_tails, point_where};
use super::numeric::decimal;
use super::{Interval, Level, StatsError};
use crate::value::Amount;

/// A proportion x of n with its two-sided intervals. All of it is undefined where n = 0.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProportionIntervals {
    /// x / n.
    pub estimate: Option<f64>,
    /// p ± z √(pq/n), cut to \[0, 1\]. It has no width at 0 and n; for comparison only, never for a verdict.
    pub wald: Option<Interval>,
    /// The score interval (Wilson 1927). The one to show.
    pub wilson: Option<Interval>,
    /// The score interval with continuity correction (Newcombe 1998a, method 4). Of a fractional count below ½ the correction is the count itself.
    pub wilson_cc: Option<Interval>,
    /// The exact interval, which never covers less than it says (Clopper & Pearson 1934). The one to prove by.
    pub clopper_pearson: Option<Interval>,
    /// The ends where P(X > x) + P(X = x)/2 is what lies beyond each of them.
    pub mid_p: Option<Interval>,
    /// Wald's interval of n + z² trials and x + z²/2 successes, cut to \[0, 1\] (Agresti & Coull 1998).
    pub agresti_coull: Option<Interval>,
    /// Quantiles of the beta distribution (x + ½, n − x + ½), with the lower end 0 at x = 0 and the upper 1 at x = n
    /// (Brown, Cai & `DasGupta` 2001).
    pub jeffreys: Option<Interval>,
}

/// The intervals of a proportion x of n. Neither needs to be whole: weighted data have fractional counts.
///
/// # Errors
/// `SVY002` when x is below 0 or above n.
pub fn proportion_intervals(x: Amount, n: Amount, level: Level) -> Result<ProportionIntervals, StatsError> {
    let wrong = StatsError::MoreThanAll { part: "x", whole: "n" };
    let Some(rest) = n.checked_sub(x).filter(|rest| !rest.is_negative() && !x.is_negative()) else {
        return Err(wrong);
    };
    let counts = Counts { x: decimal(x), rest: decimal(rest), n: decimal(n) };
    Ok(if n.is_zero() {
        ProportionIntervals {
            estimate: None,
            wald: None,
            wilson: None,
            wilson_cc: None,
            clopper_pearson: None,
            mid_p: None,
            agresti_coull: None,
            jeffreys: None,
        }
    } else {
        let (tail, z) = (level.each_side(), level.z());
        ProportionIntervals {
            estimate: Some(counts.p()),
            wald: Some(counts.wald(z)),
            wilson: Some(counts.wilson(z)),
            wilson_cc: Some(counts.wilson_cc(z)),
            clopper_pearson: Some(counts.clopper_pearson(tail)),
            mid_p: Some(counts.mid_p(tail)),
            agresti_coull: Some(counts.agresti_coull(z)),
            jeffreys: Some(counts.jeffreys(tail)),
        }
    })
}

/// So many of n, n above 0; what is left over is kept beside, since it may be the smaller one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counts {
    pub(super) x: f64,
    pub(super) rest: f64,
    pub(super) n: f64,
}

impl Counts {
    /// So many of n.
    pub(super) fn of(x: u32, n: u32) -> Option<Self> {
        let rest = n.checked_sub(x)?;
        Some(Self { x: f64::from(x), rest: f64::from(rest), n: f64::from(n) })
    }

    /// The share p, of so many that may be fewer than were counted.
    pub(super) fn effective(self, n: f64) -> Self {
        Self { x: self.p() * n, rest: self.q() * n, n }
    }

    /// The others of all.
    fn swapped(self) -> Self {
        Self { x: self.rest, rest: self.x, n: self.n }
    }

    pub(super) fn p(self) -> f64 {
        self.x / self.n
    }

    pub(super) fn q(self) -> f64 {
        self.rest / self.n
    }

    fn wald(self, z: f64) -> Interval {
        Interval::around(self.p(), z * (self.p() * self.q() / self.n).sqrt()).within(0.0, 1.0)
    }

    /// Wilson's interval; of a one-sided level below ½, whose z is below 0, the lower bound is the upper end and the other way.
    pub(super) fn wilson(self, z: f64) -> Interval {
        if z < 0.0 {
            let Interval { low, high } = self.wilson(-z);
            return Interval { low: high, high: low };
        }
        let (p, q, n) = (self.p(), self.q(), self.n);
        let square = z * z;
        let under = 1.0 + square / n;
        let high = (p + square / (2.0 * n) + z * (p * q / n + square / (4.0 * n * n)).sqrt()) / under;
        // The product of both ends is p² / (1 + z²/n): no difference of nearly equal numbers.
        let low = if self.x <= 0.0 { 0.0 } else { p * p / (under * high) };
        Interval { low, high: if self.rest <= 0.0 { 1.0 } else { high } }.within(0.0, 1.0)
    }

    pub(super) fn wilson_cc(self, z: f64) -> Interval {
        Interval { low: self.wilson_cc_low(z), high: 1.0 - self.swapped().wilson_cc_low(z) }.within(0.0, 1.0)
    }

    /// Wilson's lower end of half a person fewer: Newcombe's closed form is the root of |p − θ| − 1/(2n) = z √(θ(1 − θ)/n) below p.
    /// Of less than half a person the correction takes no more than there is, so that the end never crosses p.
    fn wilson_cc_low(self, z: f64) -> f64 {
        let x = (self.x - 0.5).max(0.0);
        Self { x, rest: self.n - x, n: self.n }.wilson(z).low
    }

    fn clopper_pearson(self, tail: f64) -> Interval {
        Interval { low: self.clopper_pearson_low(tail), high: self.clopper_pearson_high(tail) }
    }

    /// The chance at which so many or more have the probability `tail`.
    pub(super) fn clopper_pearson_low(self, tail: f64) -> f64 {
        if self.x <= 0.0 { 0.0 } else { beta_quantile(self.x, self.rest + 1.0, tail, 1.0 - tail).0 }
    }

    /// The chance at which so many or fewer have the probability `tail`.
    pub(super) fn clopper_pearson_high(self, tail: f64) -> f64 {
        if self.rest <= 0.0 { 1.0 } else { beta_quantile(self.x + 1.0, self.rest, 1.0 - tail, tail).0 }
    }

    fn mid_p(self, tail: f64) -> Interval {
        Interval { low: self.mid_p_low(tail).0, high: self.swapped().mid_p_low(tail).1 }
    }

    /// The lower end and 1 − it.
    fn mid_p_low(self, tail: f64) -> (f64, f64) {
        let Self { x, rest, n } = self;
        if x <= 0.0 {
            return (0.0, 1.0);
        }
        point_where(tail, (x / (n + 1.0)).clamp(1e-300, 0.999), |p, q| {
            let with = (beta_tails(x, rest + 1.0, p, q).lower, beta_density_scale(x, rest + 1.0, p, q));
            // Nothing is above x = n.
            let above = if rest > 0.0 {
                (beta_tails(x + 1.0, rest, p, q).lower, beta_density_scale(x + 1.0, rest, p, q))
            } else {
                (0.0, 0.0)
            };
            (0.5 * (with.0 + above.0), 0.5 * (with.1 + above.1))
        })
    }

    fn agresti_coull(self, z: f64) -> Interval {
        let half = z * z / 2.0;
        let more = Self { x: self.x + half, rest: self.rest + half, n: self.n + z * z };
        more.wald(z)
    }

    fn jeffreys(self, tail: f64) -> Interval {
        let (a, b) = (self.x + 0.5, self.rest + 0.5);
        Interval {
            low: if self.x <= 0.0 { 0.0 } else { beta_quantile(a, b, tail, 1.0 - tail).0 },
            high: if self.rest <= 0.0 { 1.0 } else { beta_quantile(a, b, 1.0 - tail, tail).0 },
        }
    }
}
