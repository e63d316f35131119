//! Probabilities of many tests at once.
//!
//! One in twenty of many true hypotheses has p < 0.05: a table of regions and questions raises false alarms unless its
//! probabilities are adjusted.

use super::StatsError;

/// Adjusted so that the chance of even one false alarm stays below the level (Holm 1979).
///
/// The i-th smallest of m is multiplied by m − i + 1, then raised to the largest before it, and cut at 1. What is undefined stays
/// so and is not counted.
///
/// # Errors
/// `SVY003` when one is not from 0 to 1.
pub fn holm(p: &[Option<f64>]) -> Result<Vec<Option<f64>>, StatsError> {
    let sorted = sorted(p)?;
    let mut left = count(&sorted);
    let mut greatest = 0.0_f64;
    let adjusted = sorted.into_iter().map(|(p, at)| {
        greatest = greatest.max((p * left).min(1.0));
        left -= 1.0;
        (greatest, at)
    });
    Ok(in_place(p.len(), adjusted))
}

/// Adjusted so that the share of false alarms among all alarms stays below the level (Benjamini & Hochberg 1995), for tests that
/// are independent or depend on each other positively.
///
/// The i-th smallest of m is multiplied by m/i, then lowered to the smallest after it. What is undefined stays so and is not counted.
///
/// # Errors
/// `SVY003` when one is not from 0 to 1.
pub fn benjamini_hochberg(p: &[Option<f64>]) -> Result<Vec<Option<f64>>, StatsError> {
    let sorted = sorted(p)?;
    let all = count(&sorted);
    let mut rank = all;
    let mut least = 1.0_f64;
    let adjusted = sorted.into_iter().rev().map(|(p, at)| {
        least = least.min(p * all / rank);
        rank -= 1.0;
        (least, at)
    });
    Ok(in_place(p.len(), adjusted))
}

/// The probabilities from the smallest on, with their places.
fn sorted(p: &[Option<f64>]) -> Result<Vec<(f64, usize)>, StatsError> {
    if p.iter().flatten().any(|p| !(0.0..=1.0).contains(p)) {
        return Err(StatsError::Proportion { name: "p" });
    }
    let mut sorted: Vec<(f64, usize)> = p.iter().zip(0..).filter_map(|(p, at)| Some(((*p)?, at))).collect();
    sorted.sort_by(|one, two| one.0.total_cmp(&two.0));
    Ok(sorted)
}

fn count(sorted: &[(f64, usize)]) -> f64 {
    super::numeric::float(super::numeric::length(sorted))
}

fn in_place(length: usize, adjusted: impl Iterator<Item = (f64, usize)>) -> Vec<Option<f64>> {
    let mut places = vec![None; length];
    for (p, at) in adjusted {
        if let Some(place) = places.get_mut(at) {
            *place = Some(p);
        }
    }
    places
}
