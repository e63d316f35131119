//! The difference of two independent proportions.

use serde::Serialize;

use super::distribution::normal_two_sided;
use super::fisher::fisher_two_sided;
use super::proportion::Counts;
use super::score::miettinen_nurminen;
use super::{Interval, Level, StatsError};

/// Two independent proportions x1 of n1 and x2 of n2, their difference first − second, its intervals and tests.
///
/// What needs a group that is empty is undefined.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProportionDifference {
    /// x1 / n1.
    pub p1: Option<f64>,
    /// x2 / n2.
    pub p2: Option<f64>,
    /// p1 − p2.
    pub diff: Option<f64>,
    /// Square-and-add of both Wilson intervals (Newcombe 1998b, method 10).
    pub newcombe: Option<Interval>,
    /// The same with continuity correction (method 11).
    pub newcombe_cc: Option<Interval>,
    /// Wald's interval with one success and one failure added to each group (Agresti & Caffo 2000), cut to \[−1, 1\].
    pub agresti_caffo: Option<Interval>,
    /// The score interval (Miettinen & Nurminen 1985), with N/(N − 1).
    pub miettinen_nurminen: Option<Interval>,
    /// The statistic of the z test with pooled proportion; undefined where that is 0 or 1.
    pub z_pooled: Option<f64>,
    /// Its two-sided probability; 1 where the pooled proportion is 0 or 1.
    pub p_z: Option<f64>,
    /// Fisher's exact two-sided probability: of all tables with these margins, those that are not more probable.
    pub p_fisher: Option<f64>,
}

/// The difference of two independent proportions.
///
/// # Errors
/// `SVY002` when x1 is above n1 or x2 above n2.
pub fn proportion_difference(
    x1: u32,
    n1: u32,
    x2: u32,
    n2: u32,
    level: Level,
) -> Result<ProportionDifference, StatsError> {
    let first = Counts::of(x1, n1).ok_or(StatsError::MoreThanAll { part: "x1", whole: "n1" })?;
    let second = Counts::of(x2, n2).ok_or(StatsError::MoreThanAll { part: "x2", whole: "n2" })?;
    let share = |counts: Counts, n: u32| (n > 0).then(|| counts.p());
    let (p1, p2) = (share(first, n1), share(second, n2));
    let pair = || (p1.is_some() && p2.is_some()).then_some(Groups { first, second });
    let z = level.z();
    let z_pooled = pair().and_then(Groups::z_pooled);
    Ok(ProportionDifference {
        p1,
        p2,
        diff: pair().map(Groups::difference),
        newcombe: pair().map(|groups| groups.square_and_add(first.wilson(z), second.wilson(z))),
        newcombe_cc: pair().map(|groups| groups.square_and_add(first.wilson_cc(z), second.wilson_cc(z))),
        agresti_caffo: pair().map(|groups| groups.agresti_caffo(z)),
        miettinen_nurminen: pair().map(|_| miettinen_nurminen(first, second, z)),
        z_pooled,
        p_z: pair().map(|_| z_pooled.map_or(1.0, normal_two_sided)),
        p_fisher: pair().map(|_| fisher_two_sided(x1, n1, x2, n2)),
    })
}

/// Two groups, neither of them empty.
#[derive(Debug, Clone, Copy)]
struct Groups {
    first: Counts,
    second: Counts,
}

impl Groups {
    fn difference(self) -> f64 {
        // Over one denominator, so that equal shares of different groups differ by exactly 0.
        let Self { first, second } = self;
        (first.x * second.n - second.x * first.n) / (first.n * second.n)
    }

    fn square_and_add(self, one: Interval, two: Interval) -> Interval {
        let (p1, p2, difference) = (self.first.p(), self.second.p(), self.difference());
        let low = difference - libm::hypot(p1 - one.low, two.high - p2);
        let high = difference + libm::hypot(one.high - p1, p2 - two.low);
        Interval { low, high }.within(-1.0, 1.0)
    }

    fn agresti_caffo(self, z: f64) -> Interval {
        let more = |counts: Counts| Counts { x: counts.x + 1.0, rest: counts.rest + 1.0, n: counts.n + 2.0 };
        let groups = Self { first: more(self.first), second: more(self.second) };
        let part = |counts: Counts| counts.p() * counts.q() / counts.n;
        let half = z * (part(groups.first) + part(groups.second)).sqrt();
        Interval::around(groups.difference(), half).within(-1.0, 1.0)
    }

    fn z_pooled(self) -> Option<f64> {
        let Self { first, second } = self;
        let n = first.n + second.n;
        let (p, q) = ((first.x + second.x) / n, (first.rest + second.rest) / n);
        let se = (p * q * (1.0 / first.n + 1.0 / second.n)).sqrt();
        (se > 0.0).then(|| self.difference() / se)
    }
}
