//! Which ids people said are one person.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Finding, Param, Place};
use crate::people::duplicates::{PairDecision, PairVerdict};
use crate::people::rules::DECISIONS_CONTRADICT;
use crate::value::Id;

/// Ids that are one person by what people decided. Nothing is merged in the data: taking a decision out undoes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SamePersons {
    /// For every id that is one person with others the smallest of their ids.
    pub first: BTreeMap<Id, Id>,
    /// Decisions "same" that would bring together what another decision keeps apart.
    pub findings: Vec<Finding>,
}

impl SamePersons {
    /// The id under which a person counts.
    #[must_use]
    pub fn of<'a>(&'a self, person: &'a Id) -> &'a Id {
        self.first.get(person).unwrap_or(person)
    }
}

/// Joins ids by decisions, of which the latest about a pair comes last and holds. Two ids that somebody called `notSame` or `unsure` are
/// never joined, by way of others neither: a decision `same` that would do so has no effect, and a finding (`PPL003`) says so. Decisions `same`
/// take effect in the order of their ids, so that the order of delivery never matters.
#[must_use]
pub fn join_persons(decisions: &[PairDecision]) -> SamePersons {
    let (first, findings) =
        join_ids(decisions.iter().map(|decision| (&decision.one, &decision.other, decision.verdict)));
    let first = first.into_iter().map(|(id, first)| (id.clone(), first.clone())).collect();
    SamePersons { first, findings }
}

/// For every id that is one person with others the smallest of their ids; and what contradicts itself.
pub(super) fn join_ids<'a>(
    decisions: impl Iterator<Item = (&'a Id, &'a Id, PairVerdict)>,
) -> (BTreeMap<&'a Id, &'a Id>, Vec<Finding>) {
    let mut holds: BTreeMap<(&Id, &Id), PairVerdict> = BTreeMap::new();
    for (one, other, verdict) in decisions.filter(|(one, other, _)| one != other) {
        holds.insert((one.min(other), one.max(other)), verdict);
    }
    let (same, apart): (Vec<_>, Vec<_>) =
        holds.into_iter().partition(|(_, verdict)| *verdict == PairVerdict::Same);
    let mut joining = Joining::default();
    for ((one, other), _) in apart {
        joining.others.entry(one).or_default().insert(other);
        joining.others.entry(other).or_default().insert(one);
    }
    let mut findings = Vec::new();
    for ((one, other), _) in same {
        if !joining.join(one, other) {
            let finding = Finding::new(&DECISIONS_CONTRADICT, Place::Whole {});
            findings.push(finding.param(Param::id("row", one)).param(Param::id("row", other)));
        }
    }
    (joining.finish(), findings)
}

#[derive(Default)]
struct Joining<'a> {
    group: BTreeMap<&'a Id, &'a Id>,
    /// The ids of a group, by the id that names it; what stands alone has none.
    members: BTreeMap<&'a Id, Vec<&'a Id>>,
    /// What an id may not come together with.
    others: BTreeMap<&'a Id, BTreeSet<&'a Id>>,
}

impl<'a> Joining<'a> {
    /// Brings the groups of two ids together, the smaller into the larger; whether they may.
    fn join(&mut self, one: &'a Id, other: &'a Id) -> bool {
        let group = |id: &'a Id| self.group.get(id).copied().unwrap_or(id);
        let (one, other) = (group(one), group(other));
        if one == other {
            return true;
        }
        let mut members = |id: &'a Id| self.members.remove(id).unwrap_or_else(|| vec![id]);
        let (mut stays, mut goes) = ((one, members(one)), (other, members(other)));
        if stays.1.len() < goes.1.len() {
            std::mem::swap(&mut stays, &mut goes);
        }
        let never = |id: &&Id| {
            self.others.get(*id).is_some_and(|others| {
                others.iter().any(|other| self.group.get(other).copied().unwrap_or(other) == stays.0)
            })
        };
        if goes.1.iter().any(never) {
            self.members.extend([stays, goes]);
            return false;
        }
        for id in &goes.1 {
            self.group.insert(id, stays.0);
        }
        self.group.insert(stays.0, stays.0);
        stays.1.extend(goes.1);
        self.members.insert(stays.0, stays.1);
        true
    }

    fn finish(self) -> BTreeMap<&'a Id, &'a Id> {
        let mut first = BTreeMap::new();
        for members in self.members.values() {
            if let Some(smallest) = members.iter().min() {
                first.extend(members.iter().map(|id| (*id, *smallest)));
            }
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(text: &str) -> Id {
        text.parse().unwrap()
    }

    fn decided(one: &str, other: &str, verdict: PairVerdict) -> PairDecision {
        PairDecision { one: id(one), other: id(other), verdict }
    }

    #[test]
    fn what_is_one_person_counts_under_the_smallest_id() {
        let same = join_persons(&[
            decided("c", "b", PairVerdict::Same),
            decided("b", "a", PairVerdict::Same),
            decided("x", "y", PairVerdict::Unsure),
        ]);
        assert_eq!(
            ["a", "b", "c", "x", "y"].map(|of| same.of(&id(of)).to_string()),
            ["a", "a", "a", "x", "y"]
        );
        assert_eq!(same.findings, []);
    }

    #[test]
    fn a_later_decision_of_the_pair_takes_the_place_of_an_earlier() {
        let same =
            join_persons(&[decided("a", "b", PairVerdict::Same), decided("b", "a", PairVerdict::NotSame)]);
        assert_eq!(same, SamePersons::default());
    }

    proptest! {
        /// Whatever people decide: pairs called not the same are never one person, and the order within different pairs does not matter.
        #[test]
        fn what_somebody_kept_apart_never_comes_together(
            pairs in prop::collection::btree_map((0_u8..8, 0_u8..8), 0_u8..3, 0..24)
        ) {
            let verdict = |code: u8| match code {
                0 => PairVerdict::NotSame,
                _ => PairVerdict::Same,
            };
            let decisions: Vec<PairDecision> = pairs
                .iter()
                .filter(|((a, b), _)| a < b)
                .map(|((a, b), code)| decided(&a.to_string(), &b.to_string(), verdict(*code)))
                .collect();
            let same = join_persons(&decisions);
            for PairDecision { one, other, verdict } in &decisions {
                if *verdict == PairVerdict::NotSame {
                    prop_assert_ne!(same.of(one), same.of(other));
                } else if same.of(one) != same.of(other) {
                    prop_assert!(same.findings.iter().any(|finding| finding.code == "PPL003"));
                }
            }
            let turned: Vec<PairDecision> = decisions.iter().rev().cloned().collect();
            prop_assert_eq!(join_persons(&turned), same);
        }
    }
}
