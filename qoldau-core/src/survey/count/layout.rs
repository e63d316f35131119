//! Where everything stands in the counts: one flat list of whole numbers for every group and phase, so that a row is counted by a few
//! additions and two lists are joined by adding them.

/// What an answer to an item is: one of the kinds of no answer, or the place of its step among the steps.
pub(super) type Class = u8;

pub(super) const NO_ANSWER: Class = 0;
pub(super) const DONT_KNOW: Class = 1;
pub(super) const REFUSED: Class = 2;
pub(super) const NOT_APPLICABLE: Class = 3;
pub(super) const INVALID: Class = 4;
/// The class of the lowest step.
pub(super) const FIRST_STEP: Class = 5;
/// A class that is not known yet.
pub(super) const LOOK: Class = Class::MAX;
/// The most steps of an item: a class fits a byte, and one is left for "not known yet".
pub(super) const MOST_STEPS: usize = 240;

/// Of a packed weight the part that counts answers, above the part that adds up their values.
const ONE_ANSWER: u32 = 1 << 16;

/// What a column of the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// Nothing that is counted.
    Unused,
    /// The code of the person, or a part of it: they are joined in the order of these numbers.
    Code(u32),
    /// The phase.
    Phase,
    /// What rows are grouped by.
    Group,
    /// The consent.
    Consent,
    /// An answer to an item, by its place.
    Item(usize),
}

/// An item where it is counted: beside the other items of its subscale.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    pub(super) item: usize,
    /// Where its counts begin, by class; behind them those of people who answered every item of the subscale.
    pub(super) at: usize,
    /// How many classes it has.
    pub(super) classes: usize,
    /// What every class weighs: nothing, or one answer and how far the scored step lies above the lowest, in the subscale's units.
    pub(super) weights: Vec<u32>,
}

/// Items that are scored together, or one that belongs to no subscale.
#[derive(Debug, Clone)]
pub(super) struct Scale {
    pub(super) slots: Vec<Slot>,
    /// Where the counts of people begin, by how many items they answered and the sum of these; nothing for a lone item.
    pub(super) scores: Option<usize>,
    /// How many sums there can be.
    pub(super) sums: usize,
}

impl Scale {
    /// The place of a score among the scores.
    #[inline]
    pub(super) const fn score(&self, answered: usize, sum: usize) -> usize {
        answered.saturating_mul(self.sums).saturating_add(sum)
    }

    /// How many scores there can be.
    pub(super) const fn size(&self) -> usize {
        self.slots.len().saturating_add(1).saturating_mul(self.sums)
    }
}

/// An answer's class as it is remembered of a pair: whether it is on the top steps.
#[derive(Debug, Clone)]
pub(super) struct Followed {
    pub(super) item: usize,
    /// By class: 0 without an answer, 1 below the top steps, 2 on them.
    pub(super) marks: Vec<u16>,
}

/// Where everything stands.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub(super) columns: Vec<Column>,
    /// How many items there are.
    pub(super) items: usize,
    /// The scales; the counts of a group in a phase begin with how many people it has.
    pub(super) scales: Vec<Scale>,
    /// Items of which it is remembered how pairs answered them.
    pub(super) followed: Vec<Followed>,
    /// How many numbers a group has in a phase.
    pub(super) stride: usize,
    pub(super) phases: usize,
    /// The two phases that are paired by codes, where they are.
    pub(super) paired: Option<[usize; 2]>,
}

/// A subscale or a lone item before it has its place: its items, each with the weights of its classes.
pub(super) struct Unplaced {
    pub(super) items: Vec<(usize, Vec<Option<u32>>)>,
    pub(super) scored: bool,
}

impl Layout {
    /// Gives every scale its place. The weights are by class, nothing for classes that are no answer.
    pub(super) fn place(scales: Vec<Unplaced>) -> (Vec<Scale>, usize) {
        let mut at = 1_usize;
        let placed = scales.into_iter().map(|unplaced| {
            let highest = |weights: &[Option<u32>]| weights.iter().flatten().copied().max().unwrap_or(0);
            let most: u32 = unplaced.items.iter().map(|(_, weights)| highest(weights)).sum();
            let slots: Vec<Slot> = unplaced
                .items
                .into_iter()
                .map(|(item, weights)| {
                    let slot = Slot {
                        item,
                        at,
                        classes: weights.len(),
                        weights: weights
                            .iter()
                            .map(|weight| weight.map_or(0, |weight| ONE_ANSWER.saturating_add(weight)))
                            .collect(),
                    };
                    at = at.saturating_add(weights.len().saturating_mul(2));
                    slot
                })
                .collect();
            let sums = usize::try_from(most).unwrap_or(usize::MAX).saturating_add(1);
            let mut scale = Scale { slots, scores: None, sums };
            if unplaced.scored {
                scale.scores = Some(at);
                at = at.saturating_add(scale.size());
            }
            scale
        });
        (placed.collect(), at)
    }

    /// How many marks are remembered of a person who may have a pair.
    pub(super) fn marks(&self) -> usize {
        let scored = self.scales.iter().filter(|scale| scale.scores.is_some()).count();
        scored.saturating_add(self.followed.len())
    }
}

/// A sum of weights taken apart: how many answers, and what they add up to.
#[inline]
pub(super) fn apart(weight: u32) -> (usize, usize) {
    let whole = |part: u32| usize::try_from(part).unwrap_or(usize::MAX);
    (whole(weight / ONE_ANSWER), whole(weight % ONE_ANSWER))
}
