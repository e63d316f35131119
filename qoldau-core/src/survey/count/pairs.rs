//! What the pairs of two phases come to: sums of whole numbers.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "marks are made for the plan; a score has at most 44 bits, a square 88, and there are at most 2³² pairs"
)]

use super::codes::{Paired, Pairs};
use super::counts::SurveyCounts;
use super::plan::CountPlan;
use crate::survey::stats::{PairSums, PairedTable};

/// The pairs of two phases.
#[derive(Debug, Clone)]
pub(super) struct PairCounts<'t> {
    /// By subscale, what every score is in units of its common denominator, nothing where it is none.
    scores: &'t [Vec<Option<i64>>],
    pub(super) paired: Paired,
    /// By subscale.
    pub(super) sums: Vec<PairSums>,
    /// By followed question: pairs by the marks of the first and the second phase.
    tables: Vec<[[u32; 3]; 3]>,
}

/// By subscale, what every score is in units of its common denominator, nothing where too few items are answered.
pub(super) fn scores(plan: &CountPlan<'_>) -> Vec<Vec<Option<i64>>> {
    let placed = plan.layout.scales.iter().filter(|scale| scale.scores.is_some());
    let of_scale = |(placed, scored): (&super::layout::Scale, &super::plan::Scored<'_>)| {
        let items = placed.slots.len();
        let sums = placed.sums;
        let of = move |answered: usize, sum: usize| {
            let answered_wide = i64::try_from(answered).ok().filter(|_| answered >= scored.least)?;
            i64::try_from(sum).ok()?.checked_mul(scored.common.checked_div(answered_wide)?)
        };
        (0..=items).flat_map(move |answered| (0..sums).map(move |sum| of(answered, sum))).collect()
    };
    placed.zip(&plan.scales).map(of_scale).collect()
}

impl<'t> PairCounts<'t> {
    fn new(plan: &CountPlan<'_>, scores: &'t [Vec<Option<i64>>]) -> Self {
        Self {
            scores,
            paired: Paired::default(),
            sums: vec![PairSums::default(); scores.len()],
            tables: vec![[[0; 3]; 3]; plan.layout.followed.len()],
        }
    }

    /// Pairs the people of every `step`-th heap from `start` on.
    pub(super) fn of(
        plan: &CountPlan<'_>,
        counts: &SurveyCounts,
        scores: &'t [Vec<Option<i64>>],
        start: usize,
        step: usize,
    ) -> Self {
        let mut pairs = Self::new(plan, scores);
        pairs.paired = counts.people.pair(start, step, &mut pairs);
        pairs
    }

    /// Takes the pairs of other heaps.
    #[cfg(feature = "parallel")]
    pub(super) fn merge(&mut self, other: &Self) {
        self.paired.matched += other.paired.matched;
        for (into, from) in self.paired.repeated.iter_mut().zip(other.paired.repeated) {
            *into += from;
        }
        for (into, from) in self.sums.iter_mut().zip(&other.sums) {
            into.merge(from);
        }
        let into = self.tables.iter_mut().flatten().flatten();
        for (into, from) in into.zip(other.tables.iter().flatten().flatten()) {
            *into += from;
        }
    }

    /// Pairs by whether a followed question was answered with one of the top steps; those who left it out in a phase are not among
    /// them.
    pub(super) fn table(&self, followed: usize) -> PairedTable {
        let counts = self.tables.get(followed).copied().unwrap_or_default();
        PairedTable {
            both: counts[2][2],
            first_only: counts[2][1],
            second_only: counts[1][2],
            neither: counts[1][1],
        }
    }
}

impl Pairs for PairCounts<'_> {
    #[inline]
    fn pair(&mut self, first: &[u16], second: &[u16]) {
        let scales = self.scores.len();
        for (at, (sums, scores)) in self.sums.iter_mut().zip(self.scores).enumerate() {
            let [one, other] = [first[at], second[at]].map(|mark| scores[usize::from(mark)]);
            if let (Some(one), Some(other)) = (one, other) {
                sums.add(one, other);
            }
        }
        for (at, table) in (scales..).zip(&mut self.tables) {
            table[usize::from(first[at])][usize::from(second[at])] += 1;
        }
    }
}
