//! Counting people and participations.

use super::gather::{Cut, Gathered, Occasion, gather};
use super::model::{Attendance, Headcount, PersonFacts, Reach, ReachQuestion};
use super::table::{Table, tabulate};

/// Counts reach. An attendance recorded twice counts once; a person is in the group of ages of the first event of the period they attended.
///
/// Where only headcounts exist, the number of people lies between bounds. With N people known by name, N(e) of them on the list of event e,
/// and u(e) more counted there by head: those u(e) may be people of other lists, so that there are at least N + max(0, u(e) − (N − N(e))) people for
/// the event that asks for most, and at most N and all u(e) together. Both are reached by some assignment: no narrower bounds
/// follow from the figures.
#[must_use]
pub fn count_reach(
    people: &[PersonFacts],
    attendances: &[Attendance],
    headcounts: &[Headcount],
    asked: &ReachQuestion,
) -> Reach {
    count_cut(people, attendances, headcounts, asked, Cut::of(attendances, 1))
}

/// The same as [`count_reach`] on several threads, 64 at most: the figures do not depend on their number.
#[cfg(feature = "parallel")]
#[must_use]
pub fn count_reach_in_parallel(
    people: &[PersonFacts],
    attendances: &[Attendance],
    headcounts: &[Headcount],
    asked: &ReachQuestion,
    threads: std::num::NonZeroU32,
) -> Reach {
    let threads = usize::try_from(threads.get().min(crate::threads::MOST_THREADS)).unwrap_or(1);
    count_cut(people, attendances, headcounts, asked, Cut::of(attendances, threads))
}

fn count_cut(
    people: &[PersonFacts],
    attendances: &[Attendance],
    headcounts: &[Headcount],
    asked: &ReachQuestion,
    cut: Cut,
) -> Reach {
    let Gathered { shares, occasions, known } = gather(people, attendances, headcounts, asked, cut);
    let mut sums = Sums::default();
    shares.iter().flat_map(|share| &share.come).for_each(|come| sums.take(come.times, come.returning));
    reach(&sums, &occasions, tabulate(&shares, &known, people, asked))
}

/// What comes of those who are known by name.
#[derive(Default)]
pub(super) struct Sums {
    named: u32,
    returning: u32,
    participations: u32,
}

impl Sums {
    /// Takes somebody who came so many times.
    pub(super) fn take(&mut self, times: u32, returning: bool) {
        add(&mut self.named, 1);
        add(&mut self.returning, u32::from(returning));
        add(&mut self.participations, times);
    }
}

/// The figures of those who came, with the table made of them.
pub(super) fn reach(sums: &Sums, occasions: &[Occasion<'_>], table: Table) -> Reach {
    let &Sums { named, returning, participations } = sums;
    let mut lists_beyond_headcount = Vec::new();
    let (mut unlisted, mut beyond) = (0_u32, 0_u32);
    for (event, on_list, heads) in occasions {
        let Some(total) = heads else { continue };
        if on_list > total {
            lists_beyond_headcount.push((*event).clone());
        }
        let more = total.saturating_sub(*on_list);
        add(&mut unlisted, more);
        beyond = beyond.max(more.saturating_sub(named.saturating_sub(*on_list)));
    }
    lists_beyond_headcount.sort_unstable();
    Reach {
        participations: participations.saturating_add(unlisted),
        unlisted,
        persons_listed: named,
        persons_at_least: named.saturating_add(beyond),
        persons_at_most: named.saturating_add(unlisted),
        new_persons: named.saturating_sub(returning),
        returning_persons: returning,
        rows: table.rows,
        completeness: table.completeness,
        lists_beyond_headcount,
    }
}

pub(super) fn add(sum: &mut u32, more: u32) {
    *sum = sum.saturating_add(more);
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may overflow; that is how it fails")]
#[path = "count_tests.rs"]
mod tests;
