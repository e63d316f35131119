//! What holds for any lists and any decisions.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use qoldau_core::people::duplicates::{
    DuplicateOptions, Duplicates, ListedPerson, PairVerdict, find_duplicates,
};

use super::world::{decided, row};

fn people() -> impl Strategy<Value = Vec<ListedPerson>> {
    let name = prop::sample::select(vec![
        "Ахметова Айгерім",
        "Ахметова А.",
        "Айгерим Ахметова",
        "Ахметов Серік",
        "Оспанов Серік Маратұлы",
        "Оспанов Серик",
        "",
        "Айгерім",
    ]);
    let phone = prop::sample::select(vec!["", "87000000001", "87000000002", "нет"]);
    let birth = prop::sample::select(vec!["", "14.06.2008", "2008", "06.14.2008", "15.06.2008"]);
    prop::collection::vec((name, phone, birth), 0..12).prop_map(|rows| {
        rows.into_iter()
            .enumerate()
            .map(|(number, (name, phone, birth))| row(&number.to_string(), name, phone, birth, "Ақтау"))
            .collect()
    })
}

fn verdicts() -> impl Strategy<Value = Vec<(usize, usize, PairVerdict)>> {
    let verdict = prop::sample::select(vec![PairVerdict::Same, PairVerdict::NotSame, PairVerdict::Unsure]);
    prop::collection::vec((0..12_usize, 0..12_usize, verdict), 0..8)
}

/// The group of every row, by a naive closure of the pairs told as one person.
fn groups(found: &Duplicates, rows: usize) -> Vec<usize> {
    let mut group: Vec<usize> = (0..rows).collect();
    for pair in found.pairs.iter().filter(|pair| pair.verdict == PairVerdict::Same) {
        let (one, other): (usize, usize) =
            (pair.one.as_str().parse().unwrap(), pair.other.as_str().parse().unwrap());
        let (from, to) = (group[other], group[one]);
        group.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
    }
    group
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_told_hangs_together(people in people(), verdicts in verdicts()) {
        let decisions: Vec<_> =
            verdicts.iter().map(|(one, other, verdict)| decided(&one.to_string(), &other.to_string(), *verdict)).collect();
        let options = DuplicateOptions { decisions, ..DuplicateOptions::default() };
        let found = find_duplicates(&people, &options).unwrap();
        let groups = groups(&found, people.len());

        let persons: BTreeSet<usize> = groups.iter().copied().collect();
        prop_assert_eq!(usize::try_from(found.persons).unwrap(), persons.len());
        prop_assert!(found.persons_at_least <= found.persons && found.persons <= found.persons_at_most);
        let same = found.pairs.iter().filter(|pair| pair.verdict == PairVerdict::Same).count();
        let closed = (0..people.len()).flat_map(|one| (0..one).map(move |other| (one, other))).filter(|(one, other)| groups[*one] == groups[*other]).count();
        prop_assert_eq!(same, closed, "every two rows of a person are a pair");
        let unsure: u32 = found.unsure.iter().map(|count| count.pairs).sum();
        prop_assert_eq!(found.pairs.len(), same + usize::try_from(unsure).unwrap());

        // The last word on a pair holds: what is not one person, or cannot be told, is never joined.
        let mut last = BTreeMap::new();
        for (one, other, verdict) in &verdicts {
            if one != other && *one < people.len() && *other < people.len() {
                last.insert((*one.min(other), *one.max(other)), *verdict);
            }
        }
        for ((one, other), verdict) in &last {
            if *verdict != PairVerdict::Same {
                prop_assert_ne!(groups[*one], groups[*other]);
            }
        }
        let contradicted = found.findings.iter().any(|finding| finding.code == "PPL003");
        let all_hold = last.iter().filter(|(_, verdict)| **verdict == PairVerdict::Same).all(|((one, other), _)| groups[*one] == groups[*other]);
        prop_assert!(all_hold || contradicted, "what was called one person is joined, or it is said why not");
    }

    #[test]
    fn the_same_rows_give_the_same_answer(people in people()) {
        let options = DuplicateOptions { evidence: true, ..DuplicateOptions::default() };
        prop_assert_eq!(find_duplicates(&people, &options).unwrap(), find_duplicates(&people, &options).unwrap());
    }

    #[test]
    fn any_words_are_taken(words in prop::collection::vec(".{0,40}", 1..8), digits in "[0-9+() -]{0,30}") {
        let rows: Vec<ListedPerson> =
            words.iter().enumerate().map(|(number, word)| row(&number.to_string(), word, &digits, word, word)).collect();
        let found = find_duplicates(&rows, &DuplicateOptions::default()).unwrap();
        prop_assert_eq!(usize::try_from(found.rows).unwrap(), rows.len());
    }
}
