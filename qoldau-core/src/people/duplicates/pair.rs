//! Two lists paired row by row: who of the one is who of the other, each once.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::evidence::{PairVerdict, ProbablePair};
use super::find::find_duplicates;
use super::options::{DuplicateError, DuplicateOptions, ListedPerson};
use super::rules::{PairDecision, RuleUse};
use crate::finding::Finding;
use crate::people::assign::{Candidate, assign};
use crate::value::Id;

/// Two lists paired one to one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ListPairing {
    /// Rows that are one person, `one` of the first list and `other` of the second; no row is in two pairs. In the order of the first list.
    pub pairs: Vec<ProbablePair>,
    /// Pairs that cannot be told, of rows that have no partner.
    pub unsure: Vec<ProbablePair>,
    /// Rows of the first list without a partner.
    pub only_first: Vec<Id>,
    /// Rows of the second list without a partner.
    pub only_second: Vec<Id>,
    /// What came of each rule.
    pub rules: Vec<RuleUse>,
    /// Rules that cannot fire, decisions that contradict each other.
    pub findings: Vec<Finding>,
}

/// Pairs two lists, of before and after for instance: each row has one partner at most, and the chances of all pairs together are the greatest.
/// What is one person is told as in [`find_duplicates`], by the rows of both lists; somebody who stands twice on one list is paired once. `one` of a
/// decision is a row of the first list and `other` of the second.
///
/// # Errors
/// [`DuplicateError::TooManyRows`].
pub fn pair_lists(
    first: &[ListedPerson],
    second: &[ListedPerson],
    options: &DuplicateOptions,
) -> Result<ListPairing, DuplicateError> {
    let ids = Ids::of(first, second);
    let rows: Vec<ListedPerson> = ids.rows(first, second);
    let decisions = options.decisions.iter().map(|decision| PairDecision {
        one: ids.of_first(&decision.one),
        other: ids.of_second(&decision.other),
        verdict: decision.verdict,
    });
    let options = DuplicateOptions {
        rules: options.rules.clone(),
        decisions: decisions.collect(),
        evidence: options.evidence,
    };
    let found = find_duplicates(&rows, &options)?;
    let across: Vec<(u32, u32, ProbablePair)> =
        found.pairs.into_iter().filter_map(|pair| ids.across(pair)).collect();
    let candidates: Vec<Candidate> = across
        .iter()
        // What cannot be told takes nobody's partner away.
        .filter(|(.., pair)| pair.verdict == PairVerdict::Same)
        .map(|(one, other, pair)| Candidate { one: *one, other: *other, weight: pair.probability.max(0.001) })
        .collect();
    let chosen: BTreeSet<(u32, u32)> = assign(&candidates)
        .into_iter()
        .filter_map(|place| candidates.get(place).map(|pair| (pair.one, pair.other)))
        .collect();
    let ones: BTreeSet<u32> = chosen.iter().map(|(one, _)| *one).collect();
    let others: BTreeSet<u32> = chosen.iter().map(|(_, other)| *other).collect();
    let (mut pairs, mut unsure) = (Vec::new(), Vec::new());
    for (one, other, pair) in across {
        if chosen.contains(&(one, other)) {
            pairs.push((one, other, pair));
        } else if pair.verdict == PairVerdict::Unsure && !ones.contains(&one) && !others.contains(&other) {
            unsure.push((one, other, pair));
        }
    }
    let sorted = |mut pairs: Vec<(u32, u32, ProbablePair)>| {
        pairs.sort_by_key(|(one, other, _)| (*one, *other));
        pairs.into_iter().map(|(.., pair)| pair).collect()
    };
    let alone = |rows: &[ListedPerson], paired: &BTreeSet<u32>| {
        (0_u32..).zip(rows).filter(|(row, _)| !paired.contains(row)).map(|(_, row)| row.id.clone()).collect()
    };
    Ok(ListPairing {
        pairs: sorted(pairs),
        unsure: sorted(unsure),
        only_first: alone(first, &ones),
        only_second: alone(second, &others),
        rules: found.rules,
        findings: found.findings,
    })
}

/// Rows of both lists under ids that no two of them share.
struct Ids<'a> {
    /// The side of a row, its place there and its own id, by the id it has in common.
    own: BTreeMap<Id, (bool, u32, &'a Id)>,
    common: [BTreeMap<&'a Id, Id>; 2],
}

impl<'a> Ids<'a> {
    fn of(first: &'a [ListedPerson], second: &'a [ListedPerson]) -> Self {
        let mut ids = Self { own: BTreeMap::new(), common: [BTreeMap::new(), BTreeMap::new()] };
        let [ones, others] = &mut ids.common;
        for (is_second, rows, common) in [(false, first, ones), (true, second, others)] {
            for (place, row) in (0_u32..).zip(rows) {
                // A digit, a stroke and a number: always an id.
                let Ok(id) = format!("{}/{place}", u8::from(is_second)).parse::<Id>() else { continue };
                common.entry(&row.id).or_insert_with(|| id.clone());
                ids.own.insert(id, (is_second, place, &row.id));
            }
        }
        ids
    }

    fn rows(&self, first: &[ListedPerson], second: &[ListedPerson]) -> Vec<ListedPerson> {
        let by_place: BTreeMap<(bool, u32), &Id> =
            self.own.iter().map(|(id, (is_second, place, _))| ((*is_second, *place), id)).collect();
        let row = |is_second: bool, place: u32, row: &ListedPerson| {
            let list = row.list.clone().unwrap_or_default();
            let id = by_place.get(&(is_second, place)).map_or_else(|| row.id.clone(), |id| (*id).clone());
            // Rows of the two lists are never of one list, whatever the lists call themselves.
            ListedPerson { id, list: Some(format!("{} {list}", u8::from(is_second))), ..row.clone() }
        };
        let ones = (0_u32..).zip(first).map(|(place, of)| row(false, place, of));
        ones.chain((0_u32..).zip(second).map(|(place, of)| row(true, place, of))).collect()
    }

    fn of_first(&self, id: &Id) -> Id {
        self.common.first().and_then(|ids| ids.get(id)).unwrap_or(id).clone()
    }

    fn of_second(&self, id: &Id) -> Id {
        self.common.last().and_then(|ids| ids.get(id)).unwrap_or(id).clone()
    }

    /// A pair of rows of different lists, under their own ids, the first list's first.
    fn across(&self, pair: ProbablePair) -> Option<(u32, u32, ProbablePair)> {
        let (one, other) = (self.own.get(&pair.one)?, self.own.get(&pair.other)?);
        let (one, other) = if one.0 { (other, one) } else { (one, other) };
        (!one.0 && other.0)
            .then(|| (one.1, other.1, ProbablePair { one: one.2.clone(), other: other.2.clone(), ..pair }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{PersonName, Phone};

    fn row(id: &str, name: &str, phone: &str) -> ListedPerson {
        ListedPerson {
            id: id.parse().unwrap(),
            list: None,
            name: PersonName::new(name),
            phone: Some(Phone::new(phone)),
            birth: None,
            iin: None,
            email: None,
            settlement: None,
            organisation: None,
        }
    }

    fn before() -> Vec<ListedPerson> {
        vec![
            row("1", "Ахметова Айгерім Серікқызы", "8 700 000 00 01"),
            row("2", "Оспанов Ерлан", "8 700 000 00 02"),
            row("3", "Ким Дана", "8 700 000 00 03"),
        ]
    }

    fn after() -> Vec<ListedPerson> {
        vec![
            row("1", "Оспанов Ерлан", "8 700 000 00 02"),
            row("2", "Aigerim Akhmetova", "+77000000001"),
            // She wrote herself down twice.
            row("3", "Ахметова Айгерім", "8 700 000 00 01"),
        ]
    }

    fn said(pairs: &[ProbablePair]) -> Vec<String> {
        pairs.iter().map(|pair| format!("{} {}", pair.one, pair.other)).collect()
    }

    #[test]
    fn each_row_has_one_partner_though_both_lists_number_from_one() {
        let paired = pair_lists(&before(), &after(), &DuplicateOptions::default()).unwrap();
        assert_eq!(paired.pairs.len(), 2, "{:?}", said(&paired.pairs));
        assert!(said(&paired.pairs).contains(&"2 1".to_owned()));
        let alone: Vec<&str> = paired.only_first.iter().map(Id::as_str).collect();
        assert_eq!((alone, paired.only_second.len()), (vec!["3"], 1));
    }

    #[test]
    fn what_somebody_decided_holds_and_a_rule_that_cannot_fire_is_told() {
        let decision = PairDecision {
            one: "2".parse().unwrap(),
            other: "1".parse().unwrap(),
            verdict: PairVerdict::NotSame,
        };
        let rules = serde_json::from_str(r#"[{"id":"r","agree":["iin"],"verdict":"same"}]"#).unwrap();
        let options = DuplicateOptions { decisions: vec![decision], rules, evidence: false };
        let paired = pair_lists(&before(), &after(), &options).unwrap();
        assert!(!said(&paired.pairs).contains(&"2 1".to_owned()));
        assert!(paired.findings.iter().any(|finding| finding.code == "PPL001"));
    }
}
