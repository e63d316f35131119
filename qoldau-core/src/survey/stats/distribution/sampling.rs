//! Student's t, F and chi-squared: the distributions of statistics.

use super::beta::{BetaTails, beta_quantile, beta_tails};
use super::gamma::gamma_tails;

/// df / (df + t²) and its complement.
fn of_t(t: f64, df: f64) -> (f64, f64) {
    let square = t * t;
    if square.is_infinite() { (0.0, 1.0) } else { (df / (df + square), square / (df + square)) }
}

/// P(|T| ≥ |t|) of Student's distribution with `df` degrees of freedom, df > 0 and not necessarily whole.
#[must_use]
pub fn student_t_two_sided(t: f64, df: f64) -> f64 {
    let (x, y) = of_t(t, df);
    beta_tails(0.5 * df, 0.5, x, y).lower
}

/// P(T > t) of Student's distribution.
#[must_use]
pub fn student_t_sf(t: f64, df: f64) -> f64 {
    let (x, y) = of_t(t, df);
    let BetaTails { lower, upper } = beta_tails(0.5 * df, 0.5, x, y);
    if t >= 0.0 { 0.5 * lower } else { 0.5 + 0.5 * upper }
}

/// P(T ≤ t) of Student's distribution.
#[must_use]
pub fn student_t_cdf(t: f64, df: f64) -> f64 {
    student_t_sf(-t, df)
}

/// The t with P(T > t) = `tail`: positive below ½, +∞ at 0.
#[must_use]
pub fn student_t_upper_quantile(tail: f64, df: f64) -> f64 {
    if !(0.0..=1.0).contains(&tail) {
        return f64::NAN;
    }
    if tail > 0.5 {
        return -student_t_upper_quantile(1.0 - tail, df);
    }
    let (x, y) = beta_quantile(0.5 * df, 0.5, 2.0 * tail, 2.0 * (0.5 - tail));
    (df * (y / x)).sqrt()
}

/// `d1 f / (d1 f + d2)` and its complement.
fn of_f(f: f64, d1: f64, d2: f64) -> (f64, f64) {
    let scaled = d1 * f.max(0.0);
    if scaled.is_infinite() { (1.0, 0.0) } else { (scaled / (scaled + d2), d2 / (scaled + d2)) }
}

/// P(F > f) of Fisher's and Snedecor's distribution with d1 and d2 degrees of freedom.
#[must_use]
pub fn f_sf(f: f64, d1: f64, d2: f64) -> f64 {
    let (x, y) = of_f(f, d1, d2);
    beta_tails(0.5 * d1, 0.5 * d2, x, y).upper
}

/// P(F ≤ f) of Fisher's and Snedecor's distribution.
#[must_use]
pub fn f_cdf(f: f64, d1: f64, d2: f64) -> f64 {
    let (x, y) = of_f(f, d1, d2);
    beta_tails(0.5 * d1, 0.5 * d2, x, y).lower
}

/// The f with P(F ≤ f) = p.
#[must_use]
pub fn f_quantile(p: f64, d1: f64, d2: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    let (x, y) = beta_quantile(0.5 * d1, 0.5 * d2, p, 1.0 - p);
    d2 / d1 * (x / y)
}

/// P(χ² > x) with `df` degrees of freedom.
#[must_use]
pub fn chi_squared_sf(x: f64, df: f64) -> f64 {
    gamma_tails(0.5 * df, 0.5 * x).upper
}

/// P(χ² ≤ x) with `df` degrees of freedom.
#[must_use]
pub fn chi_squared_cdf(x: f64, df: f64) -> f64 {
    gamma_tails(0.5 * df, 0.5 * x).lower
}
