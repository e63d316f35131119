//! The intervals that scores and weights are given with.

use super::Level;
use super::distribution::f_quantile;

/// Wilson's interval of x of n, both of which may be fractions where rows are weighted.
pub(crate) fn wilson_interval(x: f64, n: f64, level: Level) -> Option<[f64; 2]> {
    if n <= 0.0 {
        return None;
    }
    let z2 = level.z().powi(2);
    let p = x / n;
    let middle = p + z2 / (2.0 * n);
    let half = (z2 * (p * (1.0 - p) / n + z2 / (4.0 * n * n))).sqrt();
    let below = 1.0 + z2 / n;
    let low = if x <= 0.0 { 0.0 } else { (middle - half) / below };
    let high = if x >= n { 1.0 } else { (middle + half) / below };
    Some([low, high])
}

/// Feldt's interval of alpha for so many persons and items.
pub(crate) fn feldt_interval(alpha: f64, persons: u32, items: usize, level: Level) -> Option<[f64; 2]> {
    let tail = level.each_side();
    let others = f64::from(persons.checked_sub(1).filter(|others| *others > 0)?);
    let freedom = others * f64::from(u32::try_from(items.checked_sub(1)?).ok()?);
    let end = |p: f64| 1.0 - (1.0 - alpha) * f_quantile(p, others, freedom);
    let (low, high) = (end(1.0 - tail), end(tail));
    (low.is_finite() && high.is_finite()).then_some([low, high])
}
