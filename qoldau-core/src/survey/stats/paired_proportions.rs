//! Two proportions of the same people: before and after.

use serde::{Deserialize, Serialize};

use super::distribution::{binomial_cdf, binomial_pmf, normal_two_sided};
use super::numeric::{float, quotient};
use super::proportion::Counts;
use super::score::tango;
use super::{Interval, Level, StatsError};

/// How many of the pairs have the property both times, the first time only, the second time only, and never.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PairedTable {
    /// Both times.
    pub both: u32,
    /// The first time only.
    pub first_only: u32,
    /// The second time only.
    pub second_only: u32,
    /// Neither time.
    pub neither: u32,
}

/// Two paired proportions, their difference first − second, its intervals, and the tests of `McNemar`.
///
/// Without pairs the proportions and the intervals are undefined. Without a pair that changed the statistics are undefined
/// and all probabilities are 1: nothing speaks for a change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PairedProportions {
    /// Number of pairs.
    pub n: u32,
    /// Share with the property the first time.
    pub p_first: Option<f64>,
    /// Share with it the second time.
    pub p_second: Option<f64>,
    /// The first share − the second.
    pub diff_first_minus_second: Option<f64>,
    /// Newcombe 1998c, method 10: square-and-add of both Wilson intervals with their correlation.
    pub newcombe10: Option<Interval>,
    /// The score interval (Tango 1998).
    pub tango: Option<Interval>,
    /// `McNemar`'s statistic (b − c)² / (b + c).
    pub chi2: Option<f64>,
    /// Its probability, one degree of freedom.
    pub p_chi2: f64,
    /// The same with continuity correction: max(|b − c| − 1, 0)² / (b + c).
    pub chi2_cc: Option<f64>,
    /// Its probability.
    pub p_chi2_cc: f64,
    /// Exact two-sided probability: min(1, 2 P(X ≤ min(b, c))), X binomial of b + c with ½.
    pub p_exact: f64,
    /// Mid-p (Fagerland, Lydersen & Laake 2013): 2 P(X ≤ m) − P(X = m), and 1 − P(X = b)/2 where b = c. The one to prefer.
    pub p_mid: f64,
}

/// Two paired proportions.
///
/// # Errors
/// `SVY007` when there are more than 4 294 967 295 pairs.
pub fn paired_proportions(table: PairedTable, level: Level) -> Result<PairedProportions, StatsError> {
    let PairedTable { both, first_only, second_only, neither } = table;
    let sum = |counts: &[u32]| counts.iter().try_fold(0_u32, |sum, count| sum.checked_add(*count));
    let n = sum(&[both, first_only, second_only, neither]).ok_or(StatsError::TooMany)?;
    let changed = first_only.saturating_add(second_only);
    let z = level.z();
    let some = (n > 0).then_some(());
    let difference = i128::from(first_only).saturating_sub(i128::from(second_only));
    let statistic = |excess: i128| quotient(excess.saturating_mul(excess), i128::from(changed));
    let chi2 = statistic(difference);
    let chi2_cc = statistic(difference.saturating_abs().saturating_sub(1).max(0));
    let probability = |chi2: Option<f64>| chi2.map_or(1.0, |chi2| normal_two_sided(chi2.sqrt()));
    let (p_exact, p_mid) = exact(first_only.min(second_only), changed);
    let share = |x: u32| quotient(i128::from(x), i128::from(n));
    Ok(PairedProportions {
        n,
        p_first: share(both.saturating_add(first_only)),
        p_second: share(both.saturating_add(second_only)),
        diff_first_minus_second: quotient(difference, i128::from(n)),
        newcombe10: some.and_then(|()| newcombe10(table, n, z)),
        tango: some.map(|()| tango(float(first_only), float(second_only), float(n), z)),
        chi2,
        p_chi2: probability(chi2),
        chi2_cc,
        p_chi2_cc: probability(chi2_cc),
        p_exact,
        p_mid,
    })
}

/// The exact two-sided probability of `least` of `changed` or what is more extreme, and the mid-p.
fn exact(least: u32, changed: u32) -> (f64, f64) {
    if changed == 0 {
        return (1.0, 1.0);
    }
    let (m, n) = (float(least), float(changed));
    let (tail, here) = (binomial_cdf(m, n, 0.5, 0.5), binomial_pmf(m, n, 0.5, 0.5));
    // Where they differ by one at most, either tail is a half at least.
    let even = least.saturating_mul(2).saturating_add(1) >= changed;
    let mid = if changed.checked_sub(least) == Some(least) { 1.0 - 0.5 * here } else { 2.0 * tail - here };
    (if even { 1.0 } else { (2.0 * tail).min(1.0) }, mid.min(1.0))
}

fn newcombe10(table: PairedTable, n: u32, z: f64) -> Option<Interval> {
    let PairedTable { both, first_only, second_only, neither } = table;
    let first = Counts::of(both.saturating_add(first_only), n)?;
    let second = Counts::of(both.saturating_add(second_only), n)?;
    let (one, two) = (first.wilson(z), second.wilson(z));
    let (e1, e2) = (first.p() - one.low, one.high - first.p());
    let (f1, f2) = (second.p() - two.low, two.high - second.p());
    // Whole numbers of 128 bits: the products of 32-bit counts fit.
    let product = |a: u32, b: u32| i128::from(a).saturating_mul(i128::from(b));
    let cross = product(both, neither).saturating_sub(product(first_only, second_only));
    let margins = (first.x * first.rest) * (second.x * second.rest);
    let corrected = if cross > 0 {
        quotient(cross.saturating_mul(2).saturating_sub(i128::from(n)).max(0), 2)?
    } else {
        quotient(cross, 1)?
    };
    let phi = if margins > 0.0 { corrected / margins.sqrt() } else { 0.0 };
    let half = |e: f64, f: f64| (e * e - 2.0 * phi * e * f + f * f).max(0.0).sqrt();
    let difference = quotient(i128::from(first_only).saturating_sub(i128::from(second_only)), i128::from(n))?;
    Some(Interval { low: difference - half(e1, f2), high: difference + half(e2, f1) })
}
