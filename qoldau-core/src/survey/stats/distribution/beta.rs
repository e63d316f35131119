//! The incomplete beta function and its inverse.

use std::f64::consts::PI;

use super::gamma::{STEPS, deviance, stirling_rest};

/// Both tails of the beta distribution at a point; they sum to 1, and the smaller one has full relative accuracy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BetaTails {
    /// P(X ≤ x): the regularised incomplete beta function `I_x(a, b)`.
    pub lower: f64,
    /// P(X > x): `I_y(b, a)`.
    pub upper: f64,
}

/// The regularised incomplete beta function of the parameters a > 0 and b > 0 at x, where y = 1 − x. Both are arguments,
/// since the one near 1 would not tell the other.
///
/// The continued fraction of Didonato & Morris 1992 (ACM TOMS 708, BFRAC), on the side of the mean where it converges,
/// with the power series where a tail below the mean is small and b is.
#[must_use]
pub fn beta_tails(a: f64, b: f64, x: f64, y: f64) -> BetaTails {
    let positive = |parameter: f64| parameter > 0.0 && parameter.is_finite();
    if !(positive(a) && positive(b)) || x.is_nan() || y.is_nan() {
        return BetaTails { lower: f64::NAN, upper: f64::NAN };
    }
    if x <= 0.0 {
        return BetaTails { lower: 0.0, upper: 1.0 };
    }
    if y <= 0.0 {
        return BetaTails { lower: 1.0, upper: 0.0 };
    }
    if (a + b) * x <= a {
        let lower = small_tail(a, b, x, y);
        if lower <= 0.9 {
            return BetaTails { lower, upper: 1.0 - lower };
        }
        let upper = other_tail(b, a, y, x, 1.0 - lower);
        BetaTails { lower: 1.0 - upper, upper }
    } else {
        let upper = small_tail(b, a, y, x);
        if upper <= 0.9 {
            return BetaTails { lower: 1.0 - upper, upper };
        }
        let lower = other_tail(a, b, x, y, 1.0 - upper);
        BetaTails { lower, upper: 1.0 - lower }
    }
}

/// `x^a y^b / B(a, b)`: the density times x(1 − x), and the scale of both tails (Loader 2000).
#[must_use]
pub fn beta_density_scale(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let n = a + b;
    // a − nx = ay − bx, of which the two products tell more than the difference of rounded ones.
    let difference = libm::fma(a, y, -(b * x)) - libm::fma(b, x, -(b * x));
    let rests = stirling_rest(n) - stirling_rest(a) - stirling_rest(b);
    let exponent = rests - deviance(a, n * x, difference) - deviance(b, n * y, -difference);
    libm::exp(exponent) * (a * (b / n) / (2.0 * PI)).sqrt()
}

/// `I_x(a, b)` for x up to about the mean.
fn small_tail(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if b * x <= 0.7 && x < 0.7 {
        return power_series(a, b, x, y);
    }
    (beta_density_scale(a, b, x, y) / fraction(a, b, x, y)).clamp(0.0, 1.0)
}

/// `I_x(a, b)` beyond the mean, where it is small all the same: a and b differ much. `rest` is what the other tail leaves.
fn other_tail(a: f64, b: f64, x: f64, y: f64, rest: f64) -> f64 {
    if b <= 1.0 && x < 0.99 { power_series(a, b, x, y) } else { rest }
}

/// The power series `I_x(a, b) = x^a / (a B(a, b)) · (1 + a Σ (1−b)(2−b)…(n−b) x^n / (n! (a+n)))`, DLMF 8.17.7.
fn power_series(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let mut sum = 1.0 / a;
    let mut product = 1.0;
    let mut n = 0.0;
    for _ in 0..100_000_u32 {
        n += 1.0;
        product *= (n - b) / n * x;
        let term = product / (a + n);
        sum += term;
        if term.abs() <= f64::EPSILON * 1e-2 * sum.abs() {
            break;
        }
    }
    // The scale has the factor y^b, which the series has not.
    (beta_density_scale(a, b, x, y) * libm::exp(-b * ln_of(y, x)) * sum).clamp(0.0, 1.0)
}

/// ln y, by the complement x of y where that is small.
fn ln_of(y: f64, x: f64) -> f64 {
    if x < 0.5 { libm::log1p(-x) } else { libm::log(y) }
}

/// The continued fraction under the scale, by the modified method of Lentz.
fn fraction(a: f64, b: f64, x: f64, y: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let guarded = |value: f64| if value.abs() < TINY { TINY } else { value };
    let excess = a * y - b * x + 1.0;
    let under = |m: f64| {
        m + m * (b - m) * x / (a + 2.0 * m - 1.0) + (a + m) * (excess + m * (1.0 + y)) / (a + 2.0 * m + 1.0)
    };
    let mut value = guarded(a * excess / (a + 1.0));
    let mut c = value;
    let mut d = 0.0;
    let mut m = 0.0;
    for _ in 0..STEPS {
        m += 1.0;
        let root = a + 2.0 * m - 1.0;
        let over = (a + m - 1.0) * (a + b + m - 1.0) / root * (m * (b - m)) / root * x * x;
        let b_m = under(m);
        d = 1.0 / guarded(b_m + over * d);
        c = guarded(b_m + over / c);
        let change = c * d;
        value *= change;
        if (change - 1.0).abs() <= f64::EPSILON * 0.5 {
            break;
        }
    }
    value
}

/// The point of the beta distribution where P(X ≤ x) = `lower` and P(X > x) = `upper`, as (x, 1 − x).
///
/// The smaller of the two probabilities is the one that is solved for, by Newton's method on its logarithm against the logit
/// of x, within a bracket. Both ends are reached where a probability is 0.
#[must_use]
pub fn beta_quantile(a: f64, b: f64, lower: f64, upper: f64) -> (f64, f64) {
    let positive = |parameter: f64| parameter > 0.0 && parameter.is_finite();
    if !(positive(a) && positive(b) && lower >= 0.0 && upper >= 0.0) {
        return (f64::NAN, f64::NAN);
    }
    if lower <= 0.0 {
        return (0.0, 1.0);
    }
    if upper <= 0.0 {
        return (1.0, 0.0);
    }
    if lower <= upper {
        of_logit(lower_root(a, b, lower))
    } else {
        let (y, x) = of_logit(lower_root(b, a, upper));
        (x, y)
    }
}

/// (x, 1 − x) of a logit.
fn of_logit(u: f64) -> (f64, f64) {
    let small = libm::exp(-u.abs());
    let (greater, smaller) = (1.0 / (1.0 + small), small / (1.0 + small));
    if u < 0.0 { (smaller, greater) } else { (greater, smaller) }
}

/// The logit of the x where `I_x(a, b)` = p, for p up to ½.
fn lower_root(a: f64, b: f64, p: f64) -> f64 {
    logit_root(libm::log(a / b), p, |x, y| (beta_tails(a, b, x, y).lower, beta_density_scale(a, b, x, y)))
}

/// The point (x, 1 − x) where a function that grows from 0 with x reaches p; its slope is given times x(1 − x).
pub(in crate::survey::stats) fn point_where(
    p: f64,
    start: f64,
    of: impl Fn(f64, f64) -> (f64, f64),
) -> (f64, f64) {
    of_logit(logit_root(libm::log(start / (1.0 - start)), p, of))
}

/// The logit where a function that grows from 0 reaches p, by Newton's method on logarithms within a bracket.
fn logit_root(start: f64, p: f64, of: impl Fn(f64, f64) -> (f64, f64)) -> f64 {
    let wanted = libm::log(p);
    let (mut low, mut high) = (-750.0, 750.0);
    let mut u = if start.is_nan() { 0.0 } else { start.clamp(-700.0, 700.0) };
    for _ in 0..400_u32 {
        let (x, y) = of_logit(u);
        let (value, slope) = of(x, y);
        let off = libm::log(value) - wanted;
        if off > 0.0 {
            high = u;
        } else {
            low = u;
        }
        let step = off * value / slope;
        let newton = u - step;
        let next =
            if newton > low && newton < high && step.is_finite() { newton } else { 0.5 * (low + high) };
        if (next - u).abs() <= 4.0 * f64::EPSILON * u.abs().max(1e-3)
            || high - low <= f64::EPSILON * high.abs()
        {
            return next;
        }
        u = next;
    }
    u
}
