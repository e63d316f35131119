//! The binomial and the hypergeometric distribution.

use std::f64::consts::PI;

use super::beta::beta_tails;
use super::gamma::{deviance, stirling_rest};
use crate::survey::stats::numeric::float;

/// P(X = k) of the binomial distribution of n trials with the chance p, and q = 1 − p (Loader 2000).
///
/// k and n need not be whole: then it is Γ(n+1) / (Γ(k+1) Γ(n−k+1)) p^k q^(n−k).
#[must_use]
pub fn binomial_pmf(k: f64, n: f64, p: f64, q: f64) -> f64 {
    if k < 0.0 || k > n {
        return 0.0;
    }
    if p <= 0.0 {
        return if k > 0.0 { 0.0 } else { 1.0 };
    }
    if q <= 0.0 {
        return if k < n { 0.0 } else { 1.0 };
    }
    let rest = n - k;
    if k <= 0.0 {
        return libm::exp(n * if p < 0.1 { libm::log1p(-p) } else { libm::log(q) });
    }
    if rest <= 0.0 {
        return libm::exp(n * if q < 0.1 { libm::log1p(-q) } else { libm::log(p) });
    }
    let difference = libm::fma(k, q, -(rest * p)) - libm::fma(rest, p, -(rest * p));
    let exponent = stirling_rest(n)
        - stirling_rest(k)
        - stirling_rest(rest)
        - deviance(k, n * p, difference)
        - deviance(rest, n * q, -difference);
    libm::exp(exponent) * (n / (2.0 * PI * k * rest)).sqrt()
}

/// P(X ≤ k) of the binomial distribution of n trials with the chance p, and q = 1 − p.
#[must_use]
pub fn binomial_cdf(k: f64, n: f64, p: f64, q: f64) -> f64 {
    if k < 0.0 {
        0.0
    } else if k >= n {
        1.0
    } else {
        beta_tails(n - k, k + 1.0, q, p).lower
    }
}

/// P(X ≥ k) of the binomial distribution: k itself is counted.
#[must_use]
pub fn binomial_sf(k: f64, n: f64, p: f64, q: f64) -> f64 {
    if k <= 0.0 {
        1.0
    } else if k > n {
        0.0
    } else {
        beta_tails(k, n - k + 1.0, p, q).lower
    }
}

/// P(X = k): of `draws` drawn without putting back from a population with so many marked and unmarked, k are marked.
#[must_use]
pub fn hypergeometric_pmf(k: u32, draws: u32, marked: u32, unmarked: u32) -> f64 {
    let Some(others) = draws.checked_sub(k).filter(|others| k <= marked && *others <= unmarked) else {
        return 0.0;
    };
    let population = float(marked) + float(unmarked);
    if draws == 0 {
        return 1.0;
    }
    let p = float(draws) / population;
    let q = (population - float(draws)) / population;
    let of = |k: u32, n: u32| binomial_pmf(float(k), float(n), p, q);
    if q <= 0.0 {
        return 1.0;
    }
    of(k, marked) * of(others, unmarked) / binomial_pmf(float(draws), population, p, q)
}

/// P(X ≤ k) of the hypergeometric distribution.
#[must_use]
pub fn hypergeometric_at_most(k: u32, draws: u32, marked: u32, unmarked: u32) -> f64 {
    let (least, most) = support(draws, marked, unmarked);
    if k < least {
        return 0.0;
    }
    if k >= most {
        return 1.0;
    }
    let mean = float(draws) * (float(marked) / (float(marked) + float(unmarked)));
    if float(k) <= mean {
        sum_down(k, draws, marked, unmarked)
    } else {
        1.0 - hypergeometric_at_least(k.saturating_add(1), draws, marked, unmarked)
    }
}

/// P(X ≥ k) of the hypergeometric distribution: k itself is counted.
#[must_use]
pub fn hypergeometric_at_least(k: u32, draws: u32, marked: u32, unmarked: u32) -> f64 {
    // As many marked among the drawn as there are unmarked are missing.
    match draws.checked_sub(k) {
        Some(others) => hypergeometric_at_most(others, draws, unmarked, marked),
        None => 0.0,
    }
}

/// The least and the greatest number of marked that can be drawn.
#[must_use]
pub(in crate::survey::stats) fn support(draws: u32, marked: u32, unmarked: u32) -> (u32, u32) {
    (draws.saturating_sub(unmarked), draws.min(marked))
}

/// The probability at k and below it, by the ratios of neighbours, until nothing is added any more.
fn sum_down(k: u32, draws: u32, marked: u32, unmarked: u32) -> f64 {
    let (least, _) = support(draws, marked, unmarked);
    let mut sum = 1.0;
    let mut term = 1.0;
    for at in (least..k).rev() {
        term *= ratio(at, draws, marked, unmarked);
        sum += term;
        if term <= f64::EPSILON * 1e-2 * sum {
            break;
        }
    }
    (hypergeometric_pmf(k, draws, marked, unmarked) * sum).min(1.0)
}

/// P(X = k) / P(X = k + 1).
fn ratio(k: u32, draws: u32, marked: u32, unmarked: u32) -> f64 {
    let k = float(k);
    let (draws, marked, unmarked) = (float(draws), float(marked), float(unmarked));
    (k + 1.0) * (unmarked - draws + k + 1.0) / ((marked - k) * (draws - k))
}
