//! Wilcoxon's signed-rank test.

use serde::Serialize;

use super::StatsError;
use super::distribution::normal_two_sided;
use super::numeric::{Double, length, quotient};
use super::ranks::{MOST_CELLS, Tail, common_divisor, doubled_ranks};
use super::sample::samples;
use crate::value::Amount;

/// Wilcoxon's signed-rank test of the differences first − second, under both rules for differences of 0.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SignedRank {
    /// Wilcoxon's rule: differences of 0 are dropped before ranking.
    pub wilcox: SignedRankTest,
    /// Pratt's rule (1959): differences of 0 are ranked, and their ranks dropped.
    pub pratt: SignedRankTest,
}

/// The test under one rule for differences of 0.
///
/// Where all differences are 0 every probability is 1 and what divides by the ranks is undefined; without pairs the
/// probabilities are undefined too.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SignedRankTest {
    /// Differences that are not 0.
    pub n_used: u32,
    /// Differences of 0.
    pub n_zero: u32,
    /// Sum of the ranks of the positive differences.
    pub w_plus: f64,
    /// Sum of the ranks of the negative differences.
    pub w_minus: f64,
    /// Exact two-sided probability given the ranks, ties included: min(1, twice the smaller side) (Streitberg & Röhmel 1986).
    /// Undefined above the size that can be added up: some 1,000 differences that are not 0.
    pub p_two: Option<f64>,
    /// Exact P(W+ ≥ observed): the first tends to be greater.
    pub p_greater: Option<f64>,
    /// Exact P(W+ ≤ observed).
    pub p_less: Option<f64>,
    /// Normal approximation without continuity correction; its variance Σr²/4 holds the correction for ties and zeros.
    pub z: Option<f64>,
    /// Its two-sided probability.
    pub p_norm: Option<f64>,
    /// The same with continuity correction ½; 0 where W+ is its expectation.
    pub z_cc: Option<f64>,
    /// Its two-sided probability.
    pub p_norm_cc: Option<f64>,
    /// Matched-pairs rank-biserial correlation (W+ − W−)/(W+ + W−), from −1 to 1 (Kerby 2014).
    pub rank_biserial: Option<f64>,
}

/// Wilcoxon's signed-rank test of pairs; equal differences are equal as decimals.
///
/// # Errors
/// `SVY005` when the lists differ in length, `SVY006` when the values span too many digits.
pub fn signed_rank(first: &[Amount], second: &[Amount]) -> Result<SignedRank, StatsError> {
    if first.len() != second.len() {
        return Err(StatsError::Lengths { first: "first", second: "second" });
    }
    let [one, two] = samples([("first", first), ("second", second)])?;
    let differences = one.minus(&two).values;
    let sizes: Vec<i128> = differences.iter().map(|difference| difference.saturating_abs()).collect();
    let zeros = length(&differences.iter().filter(|difference| **difference == 0).collect::<Vec<_>>());
    // The zeros have the lowest ranks; without them every rank is lower by their number.
    let shift = u64::from(zeros).saturating_mul(2);
    let ranked: Vec<(u64, bool)> = doubled_ranks(&sizes)
        .into_iter()
        .zip(&differences)
        .filter(|(_, difference)| **difference != 0)
        .map(|(rank, difference)| (rank, *difference > 0))
        .collect();
    let shifted = ranked.iter().map(|(rank, positive)| (rank.saturating_sub(shift), *positive)).collect();
    Ok(SignedRank { wilcox: test(shifted, zeros), pratt: test(ranked, zeros) })
}

/// The test of doubled ranks with their signs.
fn test(ranked: Vec<(u64, bool)>, n_zero: u32) -> SignedRankTest {
    let of = |sign: bool| {
        ranked.iter().filter(move |(_, positive)| *positive == sign).map(|(rank, _)| i128::from(*rank))
    };
    let (plus, minus): (i128, i128) = (of(true).sum(), of(false).sum());
    let total = plus.saturating_add(minus);
    let n_used = length(&ranked);
    let nothing = (n_used == 0).then_some(if n_zero > 0 { Some(1.0) } else { None });
    let ranks: Vec<u64> = ranked.into_iter().map(|(rank, _)| rank).collect();
    // W+ − ½ Σr over √(Σr²/4), both times four, for the ranks are doubled.
    let squares: Double = ranks.iter().map(|rank| Double::from(i128::from(*rank)).squared()).sum();
    let z = |excess: i128| (total > 0).then(|| (Double::from(excess) / squares.sqrt()).rounded());
    let excess = plus.saturating_sub(minus);
    let corrected = excess.saturating_abs().saturating_sub(2).max(0).saturating_mul(excess.signum());
    let (z, z_cc) = (z(excess), z(corrected));
    let tails = exact(&ranks, plus, minus);
    let probability = |of: Option<f64>| nothing.unwrap_or(of);
    SignedRankTest {
        n_used,
        n_zero,
        w_plus: quotient(plus, 2).unwrap_or_default(),
        w_minus: quotient(minus, 2).unwrap_or_default(),
        p_two: probability(tails.map(|(greater, less)| (2.0 * greater.min(less)).min(1.0))),
        p_greater: probability(tails.map(|(greater, _)| greater)),
        p_less: probability(tails.map(|(_, less)| less)),
        z,
        p_norm: probability(z.map(normal_two_sided)),
        z_cc,
        p_norm_cc: probability(z_cc.map(normal_two_sided)),
        rank_biserial: quotient(excess, total),
    }
}

/// P(W+ ≥ observed) and P(W+ ≤ observed), or nothing where there is too much to add up.
fn exact(ranks: &[u64], plus: i128, minus: i128) -> Option<(f64, f64)> {
    let tail = Tail::of(&sign_flips(ranks, u64::try_from(plus.min(minus)).ok()?)?);
    // The distribution is symmetric: what is on the other side is as probable.
    let other = 1.0 - tail.without;
    Some(if plus <= minus { (other, tail.with) } else { (tail.with, other) })
}

/// The probabilities of the sums 0 … `most` of the ranks of positive differences, in units of their common divisor, where
/// every sign is as probable as the other.
pub(super) fn sign_flips(ranks: &[u64], most: u64) -> Option<Vec<f64>> {
    let unit = common_divisor(ranks.iter().copied()).max(1);
    let most = most.checked_div(unit)?;
    let cells = most.checked_add(1)?;
    if cells.checked_mul(u64::from(length(ranks)))? > MOST_CELLS {
        return None;
    }
    let mut probabilities = vec![0.0; usize::try_from(cells).ok()?];
    *probabilities.first_mut()? = 1.0;
    for rank in ranks {
        let step = usize::try_from(rank.checked_div(unit)?).ok()?;
        let shared = probabilities.len().saturating_sub(step);
        // From above downwards, so that what is read is not yet changed.
        for at in (0..shared).rev() {
            let here = probabilities.get(at).copied().unwrap_or_default();
            if let Some(above) = probabilities.get_mut(at.saturating_add(step)) {
                *above += here;
            }
        }
        for probability in &mut probabilities {
            *probability *= 0.5;
        }
    }
    Some(probabilities)
}
