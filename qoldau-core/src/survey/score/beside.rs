//! Means beside steps of which some are hidden. How many answered and a mean are two equations for them, a deviation is a third: together
//! they would tell most of what is hidden.

use super::cases::{ends, steps};
use super::hide::is_few;
use super::phase::{cuts, hidden_steps, promise_gives_away};
use super::say::amount;
use crate::survey::questionnaire::Asked;
use crate::survey::stats::numeric::{decimal, quotient};
use crate::value::Amount;

/// How many hidden steps are tried out for each: those nearest to it.
const TRIED: usize = 8;

/// How many people marked each step of a question, the lowest first, with what is hidden of it.
pub(in crate::survey) struct Marked<'m> {
    asked: &'m Asked<'m>,
    counts: &'m [u32],
    /// How many top steps the satisfaction counts, where it is of this question.
    promised: Option<u32>,
    smallest: u32,
    hide: Vec<bool>,
}

/// People of a question, the sum of their steps after reversing, and that of the squares.
#[derive(Debug, Clone, Copy)]
pub(in crate::survey) struct StepSums {
    pub(in crate::survey) people: u32,
    pub(in crate::survey) sum: i128,
    pub(in crate::survey) squares: i128,
}

impl StepSums {
    /// The mean as so many tenths, half away from zero.
    fn tenths(self) -> Option<i128> {
        let twice = self.sum.unsigned_abs().checked_mul(20)?;
        let people = u128::from(self.people);
        let tenths = i128::try_from(twice.checked_add(people)?.checked_div(people.checked_mul(2)?)?).ok()?;
        tenths.checked_mul(self.sum.signum())
    }

    /// The mean to one decimal.
    pub(in crate::survey) fn rough_mean(self) -> Option<f64> {
        quotient(self.tenths()?, 10)
    }

    pub(super) fn mean(self) -> Option<f64> {
        quotient(self.sum, self.people.into())
    }

    /// The square of the mean's standard error.
    pub(super) fn squared_error(self) -> Option<f64> {
        let people = i128::from(self.people);
        let over = people.checked_mul(self.squares)?.checked_sub(self.sum.checked_mul(self.sum)?)?;
        quotient(over, people.checked_mul(people)?.checked_mul(people.checked_sub(1)?)?)
    }
}

/// A figure to one decimal, or to as few as leave it on its side of 0.
pub(super) fn rough(figure: f64) -> Amount {
    let exact = amount(figure);
    let mut rounded = (1..=6).map(|places| exact.rounded(places));
    rounded.find(|rounded| rounded.cmp(&Amount::ZERO) == exact.cmp(&Amount::ZERO)).unwrap_or(exact)
}

/// A mean of steps as a percent of the possible.
pub(in crate::survey) fn percent_of_range(asked: &Asked<'_>, mean: f64) -> Option<f64> {
    let (lowest, highest) = ends(asked)?;
    let whole = |of: i32| of.to_string().parse::<Amount>().ok();
    let range = whole(highest.checked_sub(lowest)?)?;
    let above = amount(mean).checked_sub(whole(lowest)?)?.checked_mul(Amount::HUNDRED)?;
    Some(decimal(above.checked_div(range)?))
}

impl<'m> Marked<'m> {
    pub(in crate::survey) fn of(
        asked: &'m Asked<'m>,
        counts: &'m [u32],
        promised: Option<u32>,
        smallest: u32,
    ) -> Self {
        let mut marked = Self { asked, counts, promised, smallest, hide: Vec::new() };
        marked.hide = marked.hidden_of(counts);
        marked
    }

    /// Which steps are hidden.
    pub(in crate::survey) fn hide(&self) -> &[bool] {
        &self.hide
    }

    /// Whether any step is hidden.
    pub(in crate::survey) fn hides(&self) -> bool {
        self.hide.contains(&true)
    }

    /// The mean to one decimal, where other counts of every hidden step that is few would be shown alike.
    pub(in crate::survey) fn rough_mean(&self) -> Option<f64> {
        let tenths = self.sums(self.counts).tenths();
        self.leaves_open(&|counts| self.sums(counts).tenths() == tenths)
            .then(|| self.sums(self.counts).rough_mean())
            .flatten()
    }

    /// Whether for every step that is hidden because it is few there are other counts, which would be hidden alike and of which
    /// the same would be shown.
    pub(in crate::survey) fn leaves_open(&self, is_same: &dyn Fn(&[u32]) -> bool) -> bool {
        let blocks = self.blocks();
        let few = (0..).zip(self.counts.iter().zip(&self.hide));
        let mut few = few.filter(|(_, (count, hide))| **hide && is_few(**count, self.smallest));
        few.all(|(at, _)| self.has_other(at, &blocks, is_same))
    }

    /// The sums of so many people on each step.
    pub(in crate::survey) fn sums(&self, counts: &[u32]) -> StepSums {
        let both = ends(self.asked).and_then(|(lowest, highest)| lowest.checked_add(highest));
        let turned = both.filter(|_| self.asked.question.answer.is_reversed());
        let scored = |step: i32| turned.map_or(step, |both| both.saturating_sub(step));
        let none = StepSums { people: 0, sum: 0, squares: 0 };
        steps(self.asked).into_iter().map(scored).zip(counts).fold(none, |of, (step, people)| {
            let sum = i128::from(step).saturating_mul((*people).into());
            StepSums {
                people: of.people.saturating_add(*people),
                sum: of.sum.saturating_add(sum),
                squares: of.squares.saturating_add(sum.saturating_mul(step.into())),
            }
        })
    }

    fn hidden_of(&self, counts: &[u32]) -> Vec<bool> {
        let answered = counts.iter().copied().fold(0, u32::saturating_add);
        hidden_steps(self.asked, counts, answered, self.promised, self.smallest)
    }

    /// The number of the block, whose sum is shown, that every step lies in.
    fn blocks(&self) -> Vec<usize> {
        let gives_away = |boxes: &u32| !promise_gives_away(self.asked, self.counts, *boxes, self.smallest);
        let cuts = cuts(self.asked, self.counts, self.promised.filter(gives_away), self.smallest);
        (0..self.counts.len()).map(|at| cuts.iter().filter(|cut| **cut <= at).count()).collect()
    }

    /// Whether one or two people who marked other steps would make another count of a step.
    fn has_other(&self, at: usize, blocks: &[usize], is_same: &dyn Fn(&[u32]) -> bool) -> bool {
        let mut near: Vec<usize> =
            (0..).zip(&self.hide).filter(|(_, hide)| **hide).map(|(at, _)| at).collect();
        near.sort_by_key(|other| other.abs_diff(at));
        near.truncate(TRIED);
        let of_block = |from: usize, to: usize| from != to && blocks.get(from) == blocks.get(to);
        let moves: Vec<(usize, usize)> = near
            .iter()
            .flat_map(|from| near.iter().map(|to| (*from, *to)))
            .filter(|(from, to)| of_block(*from, *to))
            .collect();
        let own = || moves.iter().filter(|(from, to)| *from == at || *to == at);
        let is_other = |moved: &[(usize, usize)]| {
            self.moved(moved).is_some_and(|counts| {
                counts.get(at) != self.counts.get(at)
                    && is_same(&counts)
                    && self.hidden_of(&counts) == self.hide
            })
        };
        own().any(|one| is_other(&[*one])) || own().any(|one| moves.iter().any(|two| is_other(&[*one, *two])))
    }

    /// The counts when people had marked one step in place of another; nothing where nobody is there to.
    fn moved(&self, moves: &[(usize, usize)]) -> Option<Vec<u32>> {
        let mut counts = self.counts.to_vec();
        for (from, to) in moves {
            let from = counts.get_mut(*from)?;
            *from = from.checked_sub(1)?;
            let to = counts.get_mut(*to)?;
            *to = to.checked_add(1)?;
        }
        Some(counts)
    }
}
