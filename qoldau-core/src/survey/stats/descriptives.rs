//! What describes a sample of numbers.

use serde::Serialize;

use super::StatsError;
use super::numeric::Double;
use super::sample::{Sample, samples};
use crate::value::Amount;

/// The description of a sample of numbers; a missing one is counted and left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Descriptives {
    /// Number of values.
    pub n: u32,
    /// Number of missing ones.
    pub n_missing: u32,
    /// Mean.
    pub mean: Option<f64>,
    /// Standard deviation with n − 1; undefined of fewer than two.
    pub sd: Option<f64>,
    /// Standard error of the mean, sd/√n.
    pub se: Option<f64>,
    /// The least value.
    pub min: Option<f64>,
    /// Lower quartile: type 7 of Hyndman & Fan 1996, as the median and the upper quartile.
    pub q1: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// Upper quartile.
    pub q3: Option<f64>,
    /// The greatest value.
    pub max: Option<f64>,
    /// Skewness G1 (Joanes & Gill 1998); undefined of fewer than three, and where all values are equal.
    pub skew_g1: Option<f64>,
    /// Excess kurtosis G2 (Joanes & Gill 1998); undefined of fewer than four, and where all values are equal.
    pub kurt_g2: Option<f64>,
}

/// Describes a sample. Sums are exact, so that the order of the values changes no bit.
///
/// # Errors
/// `SVY006` when the values span too many digits.
pub fn descriptives(values: &[Option<Amount>]) -> Result<Descriptives, StatsError> {
    let given: Vec<Amount> = values.iter().flatten().copied().collect();
    let [mut sample] = samples([("values", &given)])?;
    sample.values.sort_unstable();
    let n = sample.n();
    let variance = sample.variance();
    let count = Double::from(n);
    let end = |value: Option<&i128>| value.map(|value| sample.value(Double::from(*value)));
    let [m2, m3, m4] = moments(&sample);
    Ok(Descriptives {
        n,
        n_missing: super::numeric::length(values).saturating_sub(n),
        mean: sample.mean().map(|mean| sample.value(mean)),
        sd: variance.map(|variance| sample.value(variance.sqrt())),
        se: variance.map(|variance| sample.value((variance / count).sqrt())),
        min: end(sample.values.first()),
        q1: quartile(&sample, 1),
        median: quartile(&sample, 2),
        q3: quartile(&sample, 3),
        max: end(sample.values.last()),
        skew_g1: skewness(n, m2, m3),
        kurt_g2: kurtosis(n, m2, m4),
    })
}

/// So many quarters of a sorted sample (type 7): between the values around (n − 1) · quarters / 4.
fn quartile(sorted: &Sample, quarters: u32) -> Option<f64> {
    let place = u64::from(sorted.n().checked_sub(1)?).checked_mul(u64::from(quarters))?;
    let at = usize::try_from(place.div_euclid(4)).ok()?;
    let beyond = i128::from(place.rem_euclid(4));
    let below = sorted.values.get(at)?;
    let above = sorted.values.get(at.saturating_add(1)).unwrap_or(below);
    let units = below.checked_mul(4)?.checked_add(above.checked_sub(*below)?.checked_mul(beyond)?)?;
    Some(sorted.value(Double::from(units) / Double::from(4_u32)))
}

/// The sums of the second, third and fourth powers of the distances from the mean, the distances being n times too large.
fn moments(sample: &Sample) -> [Double; 3] {
    let mut sums = [Double::ZERO; 3];
    for distance in sample.centred() {
        let distance = Double::from(distance);
        let mut power = distance;
        for sum in &mut sums {
            power = power * distance;
            *sum = *sum + power;
        }
    }
    sums
}

/// √(n(n − 1))/(n − 2) · m3/m2^(3/2), of mean powers.
fn skewness(n: u32, m2: Double, m3: Double) -> Option<f64> {
    let below = n.checked_sub(2).filter(|below| *below > 0)?;
    let count = Double::from(n);
    if m2.is_zero() {
        return None;
    }
    let g1 = m3 * count.sqrt() / (m2 * m2.sqrt());
    let factor = (count * (count - Double::ONE)).sqrt() / Double::from(below);
    Some((factor * g1).rounded())
}

/// (n − 1)/((n − 2)(n − 3)) · ((n + 1) g2 + 6), g2 = m4/m2² − 3, of mean powers.
fn kurtosis(n: u32, m2: Double, m4: Double) -> Option<f64> {
    let below = n.checked_sub(3).filter(|below| *below > 0)?;
    let count = Double::from(n);
    if m2.is_zero() {
        return None;
    }
    let one = Double::ONE;
    let g2 = m4 * count / m2.squared() - Double::from(3_u32);
    let factor = (count - one) / ((count - one - one) * Double::from(below));
    Some((factor * ((count + one) * g2 + Double::from(6_u32))).rounded())
}
