//! From pairs to people: rows are joined while, taken together, more speaks for one person than against it.
#![expect(clippy::indexing_slicing, reason = "places in tables made here")]

use super::once::Once;
use super::prepare::at;

/// No single pair weighs more, for or against: natural logarithm of odds of about 8,000 to 1.
const MOST: f64 = 9.0;
/// Of groups larger than this only so many rows are held against each other.
pub(super) const LOOKED_AT: usize = 24;

/// A pair and the natural logarithm of the odds that it is one person.
#[derive(Clone, Copy)]
pub(super) struct Weighed {
    pub(super) one: u32,
    pub(super) other: u32,
    pub(super) weight: f64,
}

/// What two rows speak for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spoken {
    /// Natural logarithm of the odds that they are one person.
    pub(super) weight: f64,
    /// What their given names say of it.
    pub(super) given: GivenNames,
}

/// What the given names of two rows say of whether they are one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GivenNames {
    /// Both are written out, and may be one name.
    Alike,
    /// Both are written out, and are two names.
    Different,
    /// One is missing or an initial, which fits many names.
    Open,
}

/// Which rows may not come together; nothing where all may.
pub(super) type Never<'a> = Option<&'a dyn Fn(u32, u32) -> bool>;

/// Rows that are being joined to people.
pub(super) struct Groups {
    /// The group of each row: one of its rows.
    group: Vec<u32>,
    members: Vec<Vec<u32>>,
}

impl Groups {
    /// Every row for itself.
    pub(super) fn new(rows: usize) -> Self {
        let group: Vec<u32> = (0_u32..).take(rows).collect();
        let members = group.iter().map(|row| vec![*row]).collect();
        Self { group, members }
    }

    /// The group of a row, as a number that all its rows share.
    pub(super) fn of(&self, row: u32) -> u32 {
        self.group[at(row)]
    }

    /// The rows of a group; none where the number is of no group any more.
    pub(super) fn rows(&self, group: u32) -> &[u32] {
        &self.members[at(group)]
    }

    /// The groups, each with its rows.
    pub(super) fn all(&self) -> impl Iterator<Item = &[u32]> {
        self.members.iter().map(Vec::as_slice).filter(|members| !members.is_empty())
    }

    /// Joins the groups of two rows; whether they are together now.
    pub(super) fn join(&mut self, one: u32, other: u32, never: Never<'_>) -> bool {
        self.join_if(one, other, |ours, theirs| may_come_together(ours, theirs, never))
    }

    /// Joins rows from the surest pair to the least sure, where all pairs that would come together speak for it in sum. Where different given
    /// names would come together, initials and missing names do not count: «А. Е.» fits both sisters, and says nothing of whether they
    /// are one. `weigh` weighs any two rows. What a person has once keeps groups apart, whatever else speaks for them. Equal weights are taken in
    /// the order of the rows.
    pub(super) fn join_weighed(
        &mut self,
        pairs: &[Weighed],
        mut weigh: impl FnMut(u32, u32) -> Spoken,
        never: Never<'_>,
        mut once: Once<'_>,
    ) {
        let mut order: Vec<&Weighed> = pairs.iter().filter(|pair| pair.weight > 0.0).collect();
        order.sort_unstable_by(|one, other| {
            other
                .weight
                .total_cmp(&one.weight)
                .then_with(|| (one.other, one.one).cmp(&(other.other, other.one)))
        });
        for pair in order {
            let groups = [self.of(pair.one), self.of(pair.other)];
            if once.keeps_apart(groups, pair) {
                continue;
            }
            let joined = self.join_if(pair.one, pair.other, |ours, theirs| {
                let (mut all, mut written_out, mut different) = (0.0, 0.0, false);
                for a in ours.iter().take(LOOKED_AT) {
                    for b in theirs.iter().take(LOOKED_AT) {
                        let Spoken { weight, given } = weigh(*a, *b);
                        let weight = weight.clamp(-MOST, MOST);
                        all += weight;
                        written_out += if given == GivenNames::Open { 0.0 } else { weight };
                        different |= given == GivenNames::Different;
                    }
                }
                let sum = if different { written_out } else { all };
                sum > 0.0 && may_come_together(ours, theirs, never)
            });
            if joined {
                once.join(groups, self.of(pair.one));
            }
        }
    }

    fn join_if(&mut self, one: u32, other: u32, may: impl FnOnce(&[u32], &[u32]) -> bool) -> bool {
        let (one, other) = (self.of(one), self.of(other));
        if one == other {
            return true;
        }
        let (low, high) = (one.min(other), one.max(other));
        if !may(&self.members[at(low)], &self.members[at(high)]) {
            return false;
        }
        // The smaller group is written over, so that a row changes its group a few times only.
        let stays = if self.members[at(low)].len() < self.members[at(high)].len() { high } else { low };
        let goes = if stays == low { high } else { low };
        let joined = std::mem::take(&mut self.members[at(goes)]);
        for row in &joined {
            self.group[at(*row)] = stays;
        }
        self.members[at(stays)].extend(joined);
        true
    }
}

fn may_come_together(ours: &[u32], theirs: &[u32], never: Never<'_>) -> bool {
    never.is_none_or(|never| ours.iter().all(|a| theirs.iter().all(|b| !never(*a, *b))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(rows: usize, pairs: &[(u32, u32, f64)], never: &[(u32, u32)]) -> Vec<Vec<u32>> {
        let weighed: Vec<Weighed> = pairs
            .iter()
            .map(|(one, other, weight)| Weighed { one: *one, other: *other, weight: *weight })
            .collect();
        let mut groups = Groups::new(rows);
        let weigh = |a: u32, b: u32| {
            pairs
                .iter()
                .find(|(one, other, _)| (*one, *other) == (a, b) || (*one, *other) == (b, a))
                .map_or(-1.0, |(.., weight)| *weight)
        };
        let weigh = |a: u32, b: u32| Spoken { weight: weigh(a, b), given: GivenNames::Alike };
        let never = |a: u32, b: u32| never.contains(&(a.min(b), a.max(b)));
        groups.join_weighed(&weighed, weigh, Some(&never), Once::of_nothing());
        let mut all: Vec<Vec<u32>> = groups
            .all()
            .map(|group| {
                let mut group = group.to_vec();
                group.sort_unstable();
                group
            })
            .collect();
        all.sort();
        all
    }

    #[test]
    fn a_chain_holds_only_where_its_ends_do_not_speak_against_it() {
        assert_eq!(joined(3, &[(0, 1, 5.0), (1, 2, 3.0)], &[]), [vec![0, 1, 2]]);
        assert_eq!(joined(3, &[(0, 1, 5.0), (1, 2, 3.0), (0, 2, -8.0)], &[]), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn an_open_name_joins_one_of_two_different_names_and_never_both() {
        let mut groups = Groups::new(3);
        let pairs = [(0, 2, 9.0), (1, 2, 8.0)].map(|(one, other, weight)| Weighed { one, other, weight });
        let weigh = |a: u32, b: u32| match (a.min(b), a.max(b)) {
            (0, 1) => Spoken { weight: -0.5, given: GivenNames::Different },
            _ => Spoken { weight: 8.0, given: GivenNames::Open },
        };
        groups.join_weighed(&pairs, weigh, None, Once::of_nothing());
        assert_eq!((groups.of(0), groups.of(1)), (groups.of(2), 1));
    }

    #[test]
    fn rows_that_may_not_come_together_never_do_by_way_of_others() {
        let pairs = [(0, 1, 8.0), (1, 2, 8.0), (2, 3, 8.0), (0, 3, 8.0)];
        for group in joined(4, &pairs, &[(0, 2)]) {
            assert!(!(group.contains(&0) && group.contains(&2)), "{group:?}");
        }
    }

    #[test]
    fn the_order_of_the_pairs_does_not_matter() {
        let mut pairs = vec![(0, 1, 2.0), (2, 3, 2.0), (1, 2, 2.0), (3, 4, 2.0), (0, 4, 2.0)];
        let want = joined(5, &pairs, &[]);
        pairs.reverse();
        assert_eq!(joined(5, &pairs, &[]), want);
    }
}
