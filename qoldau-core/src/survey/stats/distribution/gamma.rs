//! The gamma function and the incomplete gamma function.

use std::f64::consts::PI;

/// The most steps of a series or a fraction, which converge in about √a steps: a bound of time for absurd parameters.
pub(super) const STEPS: u32 = 10_000_000;

/// ln Γ(x) for x > 0; NaN elsewhere.
#[must_use]
pub fn ln_gamma(x: f64) -> f64 {
    if x > 0.0 { libm::lgamma(x) } else { f64::NAN }
}

/// ln(Γ(x+1)) − ((x + ½) ln x − x + ½ ln 2π): what Stirling's formula leaves over, for x > 0 (Loader 2000).
pub(in crate::survey::stats) fn stirling_rest(x: f64) -> f64 {
    if x < 15.0 {
        return libm::lgamma(x + 1.0) - ((x + 0.5) * libm::log(x) - x + 0.5 * libm::log(2.0 * PI));
    }
    // Bernoulli numbers: B(2k) / (2k (2k − 1) x^(2k−1)).
    let square = x * x;
    let terms = [
        1.0 / 12.0,
        -1.0 / 360.0,
        1.0 / 1260.0,
        -1.0 / 1680.0,
        1.0 / 1188.0,
        -691.0 / 360_360.0,
        1.0 / 156.0,
        -3617.0 / 122_400.0,
    ];
    terms.iter().rev().fold(0.0, |sum, term| sum / square + term) / x
}

/// The deviance x ln(x/m) + m − x for x ≥ 0 and m > 0, without cancellation where x is near m (Loader 2000).
pub(super) fn deviance(x: f64, m: f64, difference: f64) -> f64 {
    if x <= 0.0 {
        return m;
    }
    if difference.abs() < 0.1 * (x + m) {
        let v = difference / (x + m);
        let mut sum = difference * v;
        let mut term = 2.0 * x * v;
        let square = v * v;
        let mut odd = 3.0;
        loop {
            term *= square;
            let next = sum + term / odd;
            // The terms shrink by v² < 1/100 each.
            if (next - sum).abs() <= f64::EPSILON * 1e-3 * next.abs() || term.abs() < f64::MIN_POSITIVE {
                return next;
            }
            sum = next;
            odd += 2.0;
        }
    }
    x * libm::log(x / m) - difference
}

/// Both tails of the gamma distribution of shape `a` and scale 1 at `x`; they sum to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GammaTails {
    /// P(X ≤ x): the regularised incomplete gamma function P(a, x).
    pub lower: f64,
    /// P(X > x): Q(a, x).
    pub upper: f64,
}

/// The regularised incomplete gamma functions P(a, x) and Q(a, x), the smaller one with full relative accuracy.
///
/// The series of DLMF 8.7.1 below the mean and the continued fraction of DLMF 8.9.2 above it.
#[must_use]
pub fn gamma_tails(a: f64, x: f64) -> GammaTails {
    let undefined = GammaTails { lower: f64::NAN, upper: f64::NAN };
    if !(a > 0.0 && a.is_finite()) || x.is_nan() {
        return undefined;
    }
    if x <= 0.0 {
        return GammaTails { lower: 0.0, upper: 1.0 };
    }
    if x.is_infinite() {
        return GammaTails { lower: 1.0, upper: 0.0 };
    }
    // x^a e^−x / Γ(a+1)
    let scale = libm::exp(-stirling_rest(a) - deviance(a, x, a - x)) / (2.0 * PI * a).sqrt();
    if x < a + 1.0 {
        let mut term = 1.0;
        let mut sum = 1.0;
        let mut at = a;
        for _ in 0..STEPS {
            at += 1.0;
            term *= x / at;
            sum += term;
            if term <= f64::EPSILON * 1e-2 * sum {
                break;
            }
        }
        let lower = (scale * sum).min(1.0);
        GammaTails { lower, upper: 1.0 - lower }
    } else {
        let upper = (scale * a * tail_fraction(a, x)).min(1.0);
        GammaTails { lower: 1.0 - upper, upper }
    }
}

/// The continued fraction of Γ(a, x) e^x x^−a, by the modified method of Lentz.
fn tail_fraction(a: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut fraction = d;
    let mut step = 0.0;
    for _ in 0..STEPS {
        step += 1.0;
        let over = -step * (step - a);
        b += 2.0;
        d = over * d + b;
        d = 1.0 / if d.abs() < TINY { TINY } else { d };
        c = b + over / c;
        c = if c.abs() < TINY { TINY } else { c };
        let change = d * c;
        fraction *= change;
        if (change - 1.0).abs() <= f64::EPSILON * 0.5 {
            break;
        }
    }
    fraction
}
