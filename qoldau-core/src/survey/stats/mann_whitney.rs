//! The test of Wilcoxon, Mann and Whitney, and Cliff's delta.

use serde::Serialize;

use super::StatsError;
use super::distribution::normal_two_sided;
use super::numeric::{Double, length, quotient};
use super::ranks::{MOST_CELLS, Tail, common_divisor, doubled_ranks, ties};
use super::sample::samples;
use crate::value::Amount;

/// The test of Mann and Whitney of two independent samples x and y.
///
/// All of it is undefined where one of them is empty. Where all values are equal z is undefined and every probability is 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MannWhitney {
    /// Pairs in which x is greater, those of equal values by half.
    pub u1: Option<f64>,
    /// Pairs in which y is greater, those of equal values by half.
    pub u2: Option<f64>,
    /// P(x > y) − P(x < y) = 2 U1/(mn) − 1, from −1 to 1: the rank-biserial correlation (Cliff 1993).
    pub cliffs_delta: Option<f64>,
    /// Normal approximation without continuity correction, its variance corrected for ties.
    pub z: Option<f64>,
    /// Its two-sided probability.
    pub p_norm: Option<f64>,
    /// The same with continuity correction ½; 0 where U1 is its expectation.
    pub z_cc: Option<f64>,
    /// Its two-sided probability.
    pub p_norm_cc: Option<f64>,
    /// Exact P(U1 ≥ observed) given all values: x tends to be greater. Undefined above the size that can be added up; up to
    /// mn = 10,000 it always is.
    pub p_greater: Option<f64>,
    /// Exact P(U1 ≤ observed).
    pub p_less: Option<f64>,
    /// Exact two-sided probability as twice the smaller side.
    pub p_two_doubled: Option<f64>,
    /// Exact two-sided probability that U1 is as far from its expectation or farther. With ties the distribution is not
    /// symmetric, and the two differ; this is the one to prefer.
    pub p_two_dist: Option<f64>,
}

/// The test of Mann and Whitney; equal values are equal as decimals.
///
/// # Errors
/// `SVY006` when the values span too many digits.
#[expect(clippy::many_single_char_names, reason = "the letters are those of the formula")]
pub fn mann_whitney(x: &[Amount], y: &[Amount]) -> Result<MannWhitney, StatsError> {
    let [x, y] = samples([("x", x), ("y", y)])?;
    let (m, n) = (x.n(), y.n());
    let all: Vec<i128> = x.values.iter().chain(&y.values).copied().collect();
    let ranks = doubled_ranks(&all);
    let own: i128 = ranks.iter().take(x.values.len()).map(|rank| i128::from(*rank)).sum();
    // All fours: U1 = R1 − m(m+1)/2, and the doubled ranks once more.
    let pairs = i128::from(m).saturating_mul(i128::from(n));
    let least = i128::from(m).saturating_mul(i128::from(m).saturating_add(1));
    let doubled = own.saturating_sub(least);
    let excess = doubled.saturating_sub(pairs);
    let corrected = excess.saturating_abs().saturating_sub(1).max(0).saturating_mul(excess.signum());
    let variance = variance(m, n, &all);
    let z = |excess: i128| {
        let doubled = (variance * Double::from(4_u32)).sqrt();
        (!variance.is_zero()).then(|| (Double::from(excess) / doubled).rounded())
    };
    let (z, z_cc) = (z(excess), z(corrected));
    let some = (pairs > 0).then_some(());
    let normal = |z: Option<f64>| some.map(|()| z.map_or(1.0, normal_two_sided));
    // The smaller sample is the one whose choices are counted.
    let exact = some.and_then(|()| {
        if m <= n {
            exact(&ranks, m, excess)
        } else {
            exact(&ranks, n, excess.saturating_neg()).map(Exact::mirrored)
        }
    });
    Ok(MannWhitney {
        u1: some.and_then(|()| quotient(doubled, 2)),
        u2: some.and_then(|()| quotient(pairs.saturating_mul(2).saturating_sub(doubled), 2)),
        cliffs_delta: quotient(excess, pairs),
        z,
        p_norm: normal(z),
        z_cc,
        p_norm_cc: normal(z_cc),
        p_greater: exact.map(|exact| exact.greater),
        p_less: exact.map(|exact| exact.less),
        p_two_doubled: exact.map(|exact| (2.0 * exact.greater.min(exact.less)).min(1.0)),
        p_two_dist: exact.map(|exact| exact.distance),
    })
}

/// mn/12 · ((N + 1) − Σ(t³ − t)/(N (N − 1))); 0 exactly where all values are equal or a sample is empty.
fn variance(m: u32, n: u32, all: &[i128]) -> Double {
    let count = |number: u64| i128::from(number);
    let cubes: i128 = ties(all)
        .into_iter()
        .map(count)
        .map(|t| t.saturating_mul(t.saturating_mul(t).saturating_sub(1)))
        .fold(0, i128::saturating_add);
    let total = i128::from(length(all));
    let pairs = total.saturating_mul(total.saturating_sub(1));
    // (N³ − N − Σ(t³ − t)) mn / (12 N (N − 1)), in whole numbers up to the one division.
    let spread = total.saturating_mul(total.saturating_mul(total).saturating_sub(1)).saturating_sub(cubes);
    if pairs == 0 || spread == 0 {
        return Double::ZERO;
    }
    let product = Double::from(i128::from(m).saturating_mul(i128::from(n))) * Double::from(spread);
    product / (Double::from(12_u32) * Double::from(pairs))
}

#[derive(Debug, Clone, Copy)]
struct Exact {
    greater: f64,
    less: f64,
    distance: f64,
}

impl Exact {
    /// The same, seen from the other sample.
    fn mirrored(self) -> Self {
        Self { greater: self.less, less: self.greater, distance: self.distance }
    }
}

/// The exact probabilities, where 2 U1 is `excess` above its expectation mn.
fn exact(ranks: &[u64], m: u32, excess: i128) -> Option<Exact> {
    let n = length(ranks);
    // The sum of x's doubled ranks that is as far below the expectation m(N + 1) as the observed one is away from it.
    let middle = i128::from(m).checked_mul(i128::from(n).checked_add(1)?)?;
    let bound = u64::try_from(middle.checked_sub(excess.checked_abs()?)?).ok()?;
    let below = Tail::of(&choices(ranks, m, bound)?);
    // Mirrored: what is above becomes what is below.
    let highest = u64::from(n).checked_mul(2)?.checked_add(2)?;
    let mirrored: Vec<u64> = ranks.iter().map(|rank| highest.saturating_sub(*rank)).collect();
    let above = Tail::of(&choices(&mirrored, m, bound)?);
    let distance = if excess == 0 { 1.0 } else { (below.with + above.with).min(1.0) };
    Some(if excess <= 0 {
        Exact { greater: 1.0 - below.without, less: below.with, distance }
    } else {
        Exact { greater: above.with, less: 1.0 - above.without, distance }
    })
}

/// The probabilities of the sums of m of the ranks up to `most`, each choice being as probable as any other; sums are counted
/// from the least possible one, in units of the common divisor.
fn choices(ranks: &[u64], m: u32, most: u64) -> Option<Vec<f64>> {
    let mut sorted = ranks.to_vec();
    sorted.sort_unstable();
    // Ranks from the lowest one on: fewer sums, and the same differences between them.
    let lowest = *sorted.first()?;
    let unit = common_divisor(sorted.iter().map(|rank| rank.saturating_sub(lowest))).max(1);
    let steps: Vec<u64> =
        sorted.iter().map(|rank| rank.saturating_sub(lowest).checked_div(unit).unwrap_or(0)).collect();
    let Some(most) = most.checked_sub(lowest.checked_mul(u64::from(m))?) else {
        return Some(Vec::new());
    };
    // What is between two sums that occur belongs to neither: the bound is one that occurs on one of the sides only.
    let occurs = most.checked_rem(unit)? == 0;
    let most = most.checked_div(unit)?;
    let width = usize::try_from(most.checked_add(1)?).ok()?;
    let rows = usize::try_from(m).ok()?;
    let cells =
        u64::try_from(width).ok()?.checked_mul(u64::from(m))?.checked_mul(u64::from(length(ranks)))?;
    if cells > MOST_CELLS {
        return None;
    }
    // One row for each number of ranks chosen so far; the choices are counted.
    let mut counts = vec![vec![0.0_f64; width]; rows.checked_add(1)?];
    *counts.first_mut()?.first_mut()? = 1.0;
    for (seen, step) in steps.iter().enumerate() {
        let step = usize::try_from(*step).ok()?;
        for chosen in (0..rows.min(seen.saturating_add(1))).rev() {
            let (before, after) = counts.split_at_mut(chosen.saturating_add(1));
            let (Some(from), Some(to)) = (before.last(), after.first_mut()) else { continue };
            for (count, more) in to.iter_mut().skip(step).zip(from) {
                *count += more;
            }
        }
    }
    let mut counts = counts.pop()?;
    if !occurs {
        counts.push(0.0);
    }
    let all = combinations(length(ranks), m);
    for count in &mut counts {
        *count /= all;
    }
    Some(counts)
}

/// The number of ways to choose m of n.
fn combinations(n: u32, m: u32) -> f64 {
    let least = m.min(n.saturating_sub(m));
    let product = (0..least).fold(Double::ONE, |product, chosen| {
        product * Double::from(n.saturating_sub(chosen)) / Double::from(chosen.saturating_add(1))
    });
    product.rounded()
}
