//! Mid-ranks and exact distributions of sums of them.

use super::numeric::length;

/// The most cells that an exact distribution is added up in; beyond it there is none. Every sample of up to 200 pairs, and
/// two groups of up to 100 each, are below.
pub(super) const MOST_CELLS: u64 = 500_000_000;

/// Twice the mid-rank of every value, so that it is whole: the smallest has 2, equal ones share their mean.
pub(super) fn doubled_ranks(values: &[i128]) -> Vec<u64> {
    let mut order: Vec<(i128, usize)> = values.iter().copied().zip(0..).collect();
    order.sort_unstable();
    let mut ranks = vec![0; values.len()];
    let mut before = 0_u64;
    for tied in order.chunk_by(|one, two| one.0 == two.0) {
        let size = u64::from(length(tied));
        // The mean of before + 1 and before + size, twice.
        let rank = before.saturating_mul(2).saturating_add(size).saturating_add(1);
        for (_, at) in tied {
            if let Some(place) = ranks.get_mut(*at) {
                *place = rank;
            }
        }
        before = before.saturating_add(size);
    }
    ranks
}

/// How many values share each rank.
pub(super) fn ties(values: &[i128]) -> Vec<u64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted.chunk_by(PartialEq::eq).map(|tied| u64::from(length(tied))).collect()
}

/// Probabilities of a sum at a point and beyond it, on the side where it is small.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail {
    /// P(sum ≤ c).
    pub(super) with: f64,
    /// P(sum < c).
    pub(super) without: f64,
}

impl Tail {
    /// The probabilities 0, 1, 2 … of a sum, up to c itself.
    pub(super) fn of(probabilities: &[f64]) -> Self {
        let (last, before) =
            probabilities.split_last().map_or((0.0, [].as_slice()), |(last, before)| (*last, before));
        let without: f64 = before.iter().sum();
        Self { with: (without + last).min(1.0), without }
    }
}

/// The greatest common divisor.
pub(super) fn common_divisor(numbers: impl Iterator<Item = u64>) -> u64 {
    let of_two = |mut a: u64, mut b: u64| {
        while b != 0 {
            (a, b) = (b, a.checked_rem(b).unwrap_or(0));
        }
        a
    };
    numbers.fold(0, of_two)
}
