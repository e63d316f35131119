//! Tests of means, paired and independent, with effect sizes.

use serde::Serialize;

use super::distribution::{stirling_rest, student_t_two_sided, student_t_upper_quantile};
use super::numeric::{Double, float};
use super::sample::{Sample, samples};
use super::{Interval, Level, StatsError};
use crate::value::Amount;

/// Student's test of paired differences first − second.
///
/// Without pairs nothing is defined, with one only its difference is. Where all differences are equal t, its probability and
/// what divides by their deviation are undefined: such data never prove anything by themselves.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PairedT {
    /// Number of pairs.
    pub n: u32,
    /// Mean difference.
    pub mean_diff: Option<f64>,
    /// Standard deviation of the differences, with n − 1.
    pub sd_diff: Option<f64>,
    /// `mean_diff / (sd_diff / √n)`.
    pub t: Option<f64>,
    /// Degrees of freedom, n − 1.
    pub df: Option<u32>,
    /// Two-sided probability.
    pub p_two: Option<f64>,
    /// Interval of the mean difference; without width where all differences are equal.
    pub ci: Option<Interval>,
    /// Effect size: mean difference by the standard deviation of the differences.
    pub d_z: Option<f64>,
    /// The same without bias (Hedges 1981): times Γ(df/2)/(√(df/2) Γ((df − 1)/2)), df = n − 1; undefined of two pairs.
    pub g_z: Option<f64>,
    /// Effect size: mean difference by the mean of both standard deviations (Lakens 2013).
    pub d_av: Option<f64>,
    /// Effect size: mean difference by the root of the mean of both variances (Cumming 2012).
    pub d_rms: Option<f64>,
    /// Pearson's correlation of first and second.
    pub r: Option<f64>,
}

/// Student's test of pairs.
///
/// # Errors
/// `SVY005` when the lists differ in length, `SVY006` when the values span too many digits.
pub fn paired_t(first: &[Amount], second: &[Amount], level: Level) -> Result<PairedT, StatsError> {
    if first.len() != second.len() {
        return Err(StatsError::Lengths { first: "first", second: "second" });
    }
    let [one, two] = samples([("first", first), ("second", second)])?;
    let differences = one.minus(&two);
    let moments = Moments {
        n: differences.n(),
        mean: differences.mean(),
        variance: differences.variance(),
        variances: [one.variance(), two.variance()],
        r: correlation(&one, &two),
    };
    Ok(moments.test(|units| differences.value(units), level))
}

/// What Student's test of pairs is reckoned from, in units.
pub(super) struct Moments {
    pub(super) n: u32,
    /// Mean and variance (n − 1) of the differences.
    pub(super) mean: Option<Double>,
    pub(super) variance: Option<Double>,
    /// Variances of the first and the second.
    pub(super) variances: [Option<Double>; 2],
    pub(super) r: Option<f64>,
}

impl Moments {
    /// The test; `value` makes a value of so many units.
    pub(super) fn test(self, value: impl Fn(Double) -> f64, level: Level) -> PairedT {
        let Self { n, mean, variance, variances: [v1, v2], r } = self;
        let df = n.checked_sub(1).filter(|df| *df > 0);
        let by = |deviation: Option<Double>| Some((mean? / deviation.filter(|by| !by.is_zero())?).rounded());
        let se = variance.map(|variance| (variance / Double::from(n)).sqrt());
        let t = by(se);
        let d_z = by(variance.map(Double::sqrt));
        let half = Double::from(2_u32);
        let both = |of: fn(Double) -> Double| Some((of(v1?) + of(v2?)) / half);
        PairedT {
            n,
            mean_diff: mean.map(&value),
            sd_diff: variance.map(|variance| value(variance.sqrt())),
            t,
            df,
            p_two: t.zip(df).map(|(t, df)| student_t_two_sided(t, float(df))),
            ci: mean.zip(se).zip(df).map(|((mean, se), df)| {
                let quantile = student_t_upper_quantile(level.each_side(), float(df));
                Interval::around(value(mean), quantile * value(se))
            }),
            d_z,
            g_z: d_z.zip(df).and_then(|(d, df)| Some(d * unbiased(df)?)),
            d_av: by(both(Double::sqrt)),
            d_rms: by(both(|variance| variance).map(Double::sqrt)),
            r,
        }
    }
}

/// Pearson's correlation; undefined where one of the samples does not vary.
fn correlation(one: &Sample, two: &Sample) -> Option<f64> {
    let squares = (one.squares() * two.squares()).sqrt();
    let n = Double::from(one.n()).squared();
    let product = |(one, two): (i128, i128)| Double::from(one) * Double::from(two);
    let products: Double = one.centred().zip(two.centred()).map(product).sum();
    (!squares.is_zero()).then(|| (products / n / squares).rounded().clamp(-1.0, 1.0))
}

/// What takes the bias out of a standardised difference with so many degrees of freedom (Hedges 1981); undefined for one.
fn unbiased(df: u32) -> Option<f64> {
    let a = 0.5 * float(df);
    let b = a - 0.5;
    // Γ(a)/(√a Γ(b)) by Stirling's formula and what it leaves over: the logarithms themselves would cancel.
    let exponent = (1.0 - a) * libm::log1p(-0.5 / a) - 0.5 + stirling_rest(a) - stirling_rest(b);
    (b > 0.0).then(|| libm::exp(exponent))
}

/// Welch's test of two independent samples, the difference being x − y.
///
/// Undefined where one of them has fewer than two values, and where neither varies.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WelchT {
    /// (mean of x − mean of y) / √(s²x/nx + s²y/ny) (Welch 1947).
    pub t: Option<f64>,
    /// Degrees of freedom by Satterthwaite 1946; not whole.
    pub df: Option<f64>,
    /// Two-sided probability.
    pub p_two: Option<f64>,
    /// Effect size: difference of the means by the pooled standard deviation.
    pub d_s: Option<f64>,
    /// The same without bias (Hedges 1981), with nx + ny − 2 degrees of freedom.
    pub g_s: Option<f64>,
}

/// Welch's test of two independent samples.
///
/// # Errors
/// `SVY006` when the values span too many digits.
pub fn welch_t(x: &[Amount], y: &[Amount]) -> Result<WelchT, StatsError> {
    let [x, y] = samples([("x", x), ("y", y)])?;
    Ok(welch(&x, &y).unwrap_or(WelchT { t: None, df: None, p_two: None, d_s: None, g_s: None }))
}

fn welch(x: &Sample, y: &Sample) -> Option<WelchT> {
    let part = |of: &Sample| Some(of.variance()? / Double::from(of.n()));
    let (one, two) = (part(x)?, part(y)?);
    let whole = one + two;
    if whole.is_zero() {
        return None;
    }
    let below = |of: &Sample| Double::from(of.n().saturating_sub(1));
    let difference = x.mean()? - y.mean()?;
    let t = (difference / whole.sqrt()).rounded();
    // By the shares of the whole, which do not leave the range of floating-point numbers.
    let (one, two) = (one / whole, two / whole);
    let df = (Double::ONE / (one.squared() / below(x) + two.squared() / below(y))).rounded();
    let freedom = x.n().checked_add(y.n())?.checked_sub(2)?;
    let pooled = ((x.squares() + y.squares()) / Double::from(freedom)).sqrt();
    let d_s = (difference / pooled).rounded();
    Some(WelchT {
        t: Some(t),
        df: Some(df),
        p_two: Some(student_t_two_sided(t, df)),
        d_s: Some(d_s),
        g_s: unbiased(freedom).map(|factor| d_s * factor),
    })
}
