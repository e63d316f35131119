//! The estimate of Hodges and Lehmann.

use serde::Serialize;

use super::numeric::{Double, decimal, length};
use super::sample::{Sample, samples};
use super::wilcoxon::sign_flips;
use super::{Interval, Level, StatsError};
use crate::value::Amount;

/// The typical difference first − second (Hodges & Lehmann 1963): the median of all Walsh averages `(d_i + d_j)/2`, i ≤ j,
/// of all differences, also those of 0.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HodgesLehmann {
    /// The median of the Walsh averages; undefined without pairs.
    pub estimate: Option<f64>,
    /// The Walsh averages that the signed-rank test would not reject, by its distribution without ties. All of them where so few
    /// pairs cannot have the level. Undefined above the size whose distribution can be added up: some 1,200 pairs.
    pub ci: Option<Interval>,
    /// The level that the interval has, by that distribution. It is the one asked for or above it, unless the pairs are too few.
    pub achieved_conf: Option<f64>,
}

/// The estimate of Hodges and Lehmann with its interval.
///
/// # Errors
/// `SVY005` when the lists differ in length, `SVY006` when the values span too many digits.
pub fn hodges_lehmann(
    first: &[Amount],
    second: &[Amount],
    level: Level,
) -> Result<HodgesLehmann, StatsError> {
    if first.len() != second.len() {
        return Err(StatsError::Lengths { first: "first", second: "second" });
    }
    let [one, two] = samples([("first", first), ("second", second)])?;
    let averages = Averages::of(one.minus(&two));
    let Some(last) = averages.count().checked_sub(1) else {
        return Ok(HodgesLehmann { estimate: None, ci: None, achieved_conf: None });
    };
    let estimate = averages.middle(last.div_euclid(2), last.saturating_add(1).div_euclid(2));
    let (ci, achieved_conf) = match outermost(averages.sorted.n(), level) {
        Some((drop, achieved)) => {
            let (low, high) = (averages.at(drop), averages.at(last.saturating_sub(drop)));
            (
                Some(Interval { low: averages.value(low, low), high: averages.value(high, high) }),
                Some(achieved),
            )
        }
        None => (None, None),
    };
    Ok(HodgesLehmann { estimate: Some(estimate), ci, achieved_conf })
}

/// How many Walsh averages are outside of the interval on each side, and the level that it then has.
fn outermost(n: u32, level: Level) -> Option<(u64, f64)> {
    let pairs = u64::from(n).checked_mul(u64::from(n).checked_add(1)?)?.checked_div(2)?;
    let ranks: Vec<u64> = (1..=u64::from(n)).collect();
    let probabilities = sign_flips(&ranks, pairs.checked_div(2)?)?;
    // As in R's qsignrank: a sum that reaches what lies outside but for rounding has reached it.
    let outside = 0.5 * decimal(level.outside()) * (1.0 - 10.0 * f64::EPSILON);
    let mut below = 0.0;
    for (drop, probability) in (0_u64..).zip(&probabilities) {
        let with = below + probability;
        if with >= outside {
            // One average is outside for each sum below; at least the outermost is an end.
            let (drop, beyond) = if drop == 0 { (0, with) } else { (drop.saturating_sub(1), below) };
            return Some((drop, (1.0 - 2.0 * beyond).max(0.0)));
        }
        below = with;
    }
    None
}

/// The Walsh averages of differences, by their doubles, which are whole: sums of two differences.
struct Averages {
    sorted: Sample,
}

impl Averages {
    fn of(mut differences: Sample) -> Self {
        differences.values.sort_unstable();
        Self { sorted: differences }
    }

    /// How many there are.
    fn count(&self) -> u64 {
        let n = u64::from(length(&self.sorted.values));
        n.saturating_mul(n.saturating_add(1)).div_euclid(2)
    }

    /// How many are not above a doubled average.
    fn up_to(&self, doubled: i128) -> u64 {
        let values = &self.sorted.values;
        let mut count = 0_u64;
        let mut partners = values.len();
        for (at, value) in values.iter().enumerate() {
            // The greater the one, the fewer partners it has.
            while partners > at
                && values
                    .get(partners.saturating_sub(1))
                    .is_some_and(|two| value.saturating_add(*two) > doubled)
            {
                partners = partners.saturating_sub(1);
            }
            let own = partners.saturating_sub(at);
            if own == 0 {
                break;
            }
            count = count.saturating_add(u64::try_from(own).unwrap_or(u64::MAX));
        }
        count
    }

    /// The doubled average with so many below it in order: by halving the range, never by writing all averages down.
    fn at(&self, place: u64) -> i128 {
        let end = |value: Option<&i128>| value.copied().unwrap_or(0).saturating_mul(2);
        let (mut low, mut high) = (end(self.sorted.values.first()), end(self.sorted.values.last()));
        while low < high {
            // Rounded down also below 0, so that the range always shrinks.
            let middle = low.saturating_add(high.saturating_sub(low).div_euclid(2));
            if self.up_to(middle) > place {
                high = middle;
            } else {
                low = middle.saturating_add(1);
            }
        }
        low
    }

    /// The mean of the averages at two places.
    fn middle(&self, one: u64, two: u64) -> f64 {
        self.value(self.at(one), self.at(two))
    }

    /// The mean of two doubled averages as a value.
    fn value(&self, one: i128, two: i128) -> f64 {
        self.sorted.value((Double::from(one) + Double::from(two)) / Double::from(4_u32))
    }
}
