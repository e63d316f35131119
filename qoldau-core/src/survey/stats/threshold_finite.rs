//! Whether a share reaches a threshold in a population that is small and known.

use serde::Serialize;

use super::distribution::hypergeometric_at_least;
use super::numeric::{Double, quotient};
use super::threshold::{MOST_PRECISE, Outside, Probability, Threshold, Verdict};
use super::{Level, StatsError};
use crate::value::Amount;

/// Whether a share reaches a threshold in a population of N of whom n answered, x of them satisfied, and what those who did
/// not answer could change.
///
/// Without answers what is said of the sample is undefined. Of a census the point decides.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FiniteThresholdDecision {
    /// x/n.
    pub estimate: Option<f64>,
    /// Whether x/n ≥ threshold, compared as fractions.
    pub point_met: Option<bool>,
    /// The least number K of satisfied in the population with P(X ≥ x | K) above what is outside of the level (Buonaccorsi 1987).
    pub k_lower: u32,
    /// The greatest K with P(X ≤ x | K) above what is outside of the level.
    pub k_upper: u32,
    /// `k_lower/N`; undefined of nobody.
    pub lower: Option<f64>,
    /// `k_upper/N`.
    pub upper: Option<f64>,
    /// The verdict with these bounds.
    pub verdict: Option<Verdict>,
    /// The share if nobody is satisfied of those who did not answer: x/N (Manski 1989).
    pub worst_case_nonresponse: Option<f64>,
    /// The share if all of those who did not answer are: (x + N − n)/N.
    pub best_case_nonresponse: Option<f64>,
}

/// Whether x of n reach a threshold in a population of so many, with one-sided bounds of a level.
///
/// # Errors
/// `SVY002` when x is above n, or n above the population; `SVY003` when the threshold is not from 0 to 1.
pub fn threshold_decision_finite(
    x: u32,
    n: u32,
    population: u32,
    threshold: Amount,
    level: Level,
) -> Result<FiniteThresholdDecision, StatsError> {
    let others = n.checked_sub(x).ok_or(StatsError::MoreThanAll { part: "x", whole: "n" })?;
    let silent = population.checked_sub(n).ok_or(StatsError::MoreThanAll { part: "n", whole: "N" })?;
    let threshold = Threshold::new(threshold)?;
    let outside = Outside::of(level);
    let draw = Draw { n, population };
    // As many as are seen, and at most those besides who did not answer.
    let k_lower = draw.least(x, silent, outside);
    // Whoever is not satisfied is seen from the other side.
    let k_upper = population.saturating_sub(draw.least(others, silent, outside));
    let share = |k: u32| quotient(i128::from(k), i128::from(population));
    let reaches = |k: u32| threshold.is_reached(k, population);
    let point_met = (n > 0).then(|| threshold.is_reached(x, n));
    Ok(FiniteThresholdDecision {
        estimate: quotient(i128::from(x), i128::from(n)),
        point_met,
        k_lower,
        k_upper,
        lower: share(k_lower),
        upper: share(k_upper),
        verdict: point_met.map(|point| Verdict::of(point, reaches(k_lower), reaches(k_upper))),
        worst_case_nonresponse: share(x),
        best_case_nonresponse: share(x.saturating_add(silent)),
    })
}

/// n drawn from a population without putting back.
#[derive(Debug, Clone, Copy)]
struct Draw {
    n: u32,
    population: u32,
}

impl Draw {
    /// The least number of marked with which x marked or more among the drawn are more probable than what is outside.
    fn least(self, x: u32, silent: u32, outside: Outside) -> u32 {
        let (mut low, mut high) = (x, x.saturating_add(silent));
        while low < high {
            let middle = low.midpoint(high);
            if outside.is_below(&self.at_least(x, middle)) {
                high = middle;
            } else {
                low = middle.saturating_add(1);
            }
        }
        low
    }

    /// P(X ≥ x) with so many marked.
    fn at_least(self, x: u32, marked: u32) -> Probability<impl Fn() -> Option<Double>> {
        let unmarked = self.population.saturating_sub(marked);
        let value = hypergeometric_at_least(x, self.n, marked, unmarked);
        Probability { value, precise: move || self.precisely_at_least(x, marked, unmarked) }
    }

    /// The same of up to a hundred draws with 30 digits.
    fn precisely_at_least(self, x: u32, marked: u32, unmarked: u32) -> Option<Double> {
        if self.n > MOST_PRECISE {
            return None;
        }
        (x..=self.n.min(marked)).map(|k| self.precisely(k, marked, unmarked)).sum()
    }

    /// P(X = k): the ways to order the marked, times the draws one by one.
    fn precisely(self, k: u32, marked: u32, unmarked: u32) -> Option<Double> {
        let others = self.n.checked_sub(k)?;
        if others > unmarked {
            return Some(Double::ZERO);
        }
        let quotient = |over: u32, under: u32| Double::from(over) / Double::from(under);
        let left = |drawn: u32| self.population.saturating_sub(drawn);
        let mut product = Double::ONE;
        for drawn in 0..k {
            let ways = quotient(self.n.saturating_sub(drawn), drawn.saturating_add(1));
            product = product * ways * quotient(marked.saturating_sub(drawn), left(drawn));
        }
        for drawn in 0..others {
            product = product * quotient(unmarked.saturating_sub(drawn), left(k.saturating_add(drawn)));
        }
        Some(product)
    }
}
