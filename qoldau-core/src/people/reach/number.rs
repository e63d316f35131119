//! Ids as numbers.
#![expect(clippy::indexing_slicing, reason = "places in the list of ids that is numbered")]

use crate::value::Id;
use crate::value::fingerprint::fingerprint;

/// Ids numbered in the order of their fingerprints: equal ids have equal numbers.
pub(super) struct Numbers {
    /// The number of each id, in the order in which they came.
    pub(super) numbers: Vec<u32>,
    /// For each number the place where its id stands.
    pub(super) firsts: Vec<u32>,
}

impl Numbers {
    /// Numbers ids: of several lists one after the other, if they are chained. No more than `u32::MAX` are taken.
    pub(super) fn of<'a>(ids: impl Iterator<Item = &'a Id>) -> Self {
        let ids: Vec<&Id> = ids.take(at(u32::MAX)).collect();
        let mut prints: Vec<(u64, u32)> =
            ids.iter().map(|id| fingerprint(id.as_str())).zip(0_u32..).collect();
        prints.sort_unstable();
        let mut numbers = vec![0; ids.len()];
        let mut firsts: Vec<u32> = Vec::new();
        for alike in prints.chunk_by_mut(|a, b| a.0 == b.0) {
            let id = |place: &(u64, u32)| ids[at(place.1)];
            // Nearly always they are one id, whose places stand in their order already.
            let first = id(&alike[0]);
            let one_id = alike.iter().skip(1).all(|place| id(place) == first);
            if !one_id {
                alike.sort_by_key(id);
            }
            let mut last: Option<&Id> = None;
            for place in alike.iter() {
                if last.is_none() || (!one_id && last != Some(id(place))) {
                    firsts.push(place.1);
                    last = Some(id(place));
                }
                numbers[at(place.1)] = u32::try_from(firsts.len()).unwrap_or(u32::MAX).saturating_sub(1);
            }
        }
        Self { numbers, firsts }
    }
}

/// A number as a place.
pub(super) fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
