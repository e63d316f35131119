//! Two lists paired row by row: who of the one is who of the other, each once.
#![expect(clippy::indexing_slicing, reason = "places in tables made here")]

use serde::Serialize;

use super::evidence::{PairVerdict, ProbablePair};
use super::find::find_duplicates;
use super::first::FirstRows;
use super::options::{DuplicateError, DuplicateOptions, ListedPerson};
use super::prepare::at;
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
    let rows: Vec<ListedPerson> = numbered(first, 0).chain(numbered(second, 1)).collect();
    let places = [first, second].map(FirstRows::of);
    let own = |side: usize, id: &Id| {
        let place = places.get(side).and_then(|places| places.get(id));
        place.and_then(|place| own_id(side, place)).unwrap_or_else(|| id.clone())
    };
    let decisions = options.decisions.iter().map(|decision| PairDecision {
        one: own(0, &decision.one),
        other: own(1, &decision.other),
        verdict: decision.verdict,
    });
    let options = DuplicateOptions {
        rules: options.rules.clone(),
        decisions: decisions.collect(),
        evidence: options.evidence,
    };
    let found = find_duplicates(&rows, &options)?;
    let across: Vec<(u32, u32, ProbablePair)> =
        found.pairs.into_iter().filter_map(|pair| across(first, second, pair)).collect();
    // What cannot be told takes nobody's partner away.
    let weight = |pair: &ProbablePair| {
        if pair.verdict == PairVerdict::Same { pair.probability.max(0.001) } else { 0.0 }
    };
    let candidates: Vec<Candidate> = across
        .iter()
        .map(|(one, other, pair)| Candidate { one: *one, other: *other, weight: weight(pair) })
        .collect();
    let mut chosen = vec![false; across.len()];
    let mut paired = [vec![false; first.len()], vec![false; second.len()]];
    for place in assign(&candidates) {
        chosen[place] = true;
        paired[0][at(across[place].0)] = true;
        paired[1][at(across[place].1)] = true;
    }
    let (mut pairs, mut unsure) = (Vec::new(), Vec::new());
    for ((one, other, pair), chosen) in across.into_iter().zip(chosen) {
        if chosen {
            pairs.push((one, other, pair));
        } else if pair.verdict == PairVerdict::Unsure && !paired[0][at(one)] && !paired[1][at(other)] {
            unsure.push((one, other, pair));
        }
    }
    let sorted = |mut pairs: Vec<(u32, u32, ProbablePair)>| {
        pairs.sort_by_key(|(one, other, _)| (*one, *other));
        pairs.into_iter().map(|(.., pair)| pair).collect()
    };
    let alone = |rows: &[ListedPerson], paired: &[bool]| {
        rows.iter().zip(paired).filter(|(_, paired)| !**paired).map(|(row, _)| row.id.clone()).collect()
    };
    Ok(ListPairing {
        pairs: sorted(pairs),
        unsure: sorted(unsure),
        only_first: alone(first, &paired[0]),
        only_second: alone(second, &paired[1]),
        rules: found.rules,
        findings: found.findings,
    })
}

/// The id of a row while the lists are compared, as both may number from one: which list, a stroke and its place, always an id.
fn own_id(side: usize, place: u32) -> Option<Id> {
    format!("{side}/{place}").parse().ok()
}

/// The rows of a list under such ids. Rows of the two lists are never of one list, whatever the lists call themselves.
fn numbered(list: &[ListedPerson], side: usize) -> impl Iterator<Item = ListedPerson> {
    (0_u32..).zip(list).map(move |(place, row)| ListedPerson {
        id: own_id(side, place).unwrap_or_else(|| row.id.clone()),
        list: Some(format!("{side} {}", row.list.as_deref().unwrap_or_default())),
        ..row.clone()
    })
}

/// A pair of rows of both lists with their places and ids there, that of the first list first.
fn across(
    first: &[ListedPerson],
    second: &[ListedPerson],
    pair: ProbablePair,
) -> Option<(u32, u32, ProbablePair)> {
    let place = |id: &Id| id.as_str().split_once('/')?.1.parse::<u32>().ok();
    let (one, other) =
        if pair.one.as_str().starts_with('0') { (&pair.one, &pair.other) } else { (&pair.other, &pair.one) };
    if !(one.as_str().starts_with('0') && other.as_str().starts_with('1')) {
        return None;
    }
    let (one, other) = (place(one)?, place(other)?);
    let (of_first, of_second) = (first.get(at(one))?.id.clone(), second.get(at(other))?.id.clone());
    Some((one, other, ProbablePair { one: of_first, other: of_second, ..pair }))
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
