//! Score intervals of differences: the ends are the differences at which the score statistic is ±z.

use super::Interval;
use super::proportion::Counts;

/// The interval of Miettinen & Nurminen 1985 for p1 − p2 of two groups that are not empty, with the factor N/(N − 1).
///
/// The restricted maximum of the likelihood is found as the root of its slope, which falls; the closed form of the cubic
/// asks for an arc cosine of more than 1 where a cell is 0.
pub(super) fn miettinen_nurminen(first: Counts, second: Counts, z: f64) -> Interval {
    Interval { low: lower_difference(first, second, z), high: -lower_difference(second, first, z) }
}

/// The lower end of p1 − p2.
fn lower_difference(first: Counts, second: Counts, z: f64) -> f64 {
    let estimate = first.p() - second.p();
    let all = first.n + second.n;
    root(-1.0, estimate, |delta| {
        let p2 = restricted(first, second, delta);
        let p1 = (p2 + delta).clamp(0.0, 1.0);
        let variance = p1 * (1.0 - p1) / first.n + p2 * (1.0 - p2) / second.n;
        estimate - delta - z * (variance * all / (all - 1.0)).sqrt()
    })
}

/// The p2 that makes the counts most likely where p1 is p2 + δ.
fn restricted(first: Counts, second: Counts, delta: f64) -> f64 {
    let part = |count: f64, of: f64| if count > 0.0 { count / of } else { 0.0 };
    root((-delta).max(0.0), (1.0 - delta).min(1.0), |p2| {
        let p1 = p2 + delta;
        part(first.x, p1) - part(first.rest, 1.0 - p1) + part(second.x, p2) - part(second.rest, 1.0 - p2)
    })
}

/// The interval of Tango 1998 for the difference of two paired proportions, (b − c)/n; n above 0.
pub(super) fn tango(first_only: f64, second_only: f64, n: f64, z: f64) -> Interval {
    Interval {
        low: lower_paired(first_only, second_only, n, z),
        high: -lower_paired(second_only, first_only, n, z),
    }
}

/// The lower end of (b − c)/n.
fn lower_paired(b: f64, c: f64, n: f64, z: f64) -> f64 {
    root(-1.0, (b - c) / n, |delta| {
        let linear = (2.0 * n - b + c) * delta - b - c;
        let constant = -c * delta * (1.0 - delta);
        let discriminant = (linear * linear - 8.0 * n * constant).max(0.0).sqrt();
        // The restricted share of the second only; without a difference of nearly equal numbers.
        let share = if linear > 0.0 {
            -2.0 * constant / (linear + discriminant)
        } else {
            (discriminant - linear) / (4.0 * n)
        };
        let variance = n * (2.0 * share + delta * (1.0 - delta)).max(0.0);
        b - c - n * delta - z * variance.sqrt()
    })
}

/// Where a function that falls passes 0 between two ends, by halving until floating-point numbers end.
fn root(mut low: f64, mut high: f64, of: impl Fn(f64) -> f64) -> f64 {
    // 53 halvings settle a number of the size of the interval; the rest is for roots near 0.
    for _ in 0..120_u32 {
        let middle = low + 0.5 * (high - low);
        if middle <= low || middle >= high {
            break;
        }
        if of(middle) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    low + 0.5 * (high - low)
}
