//! Lists that nobody would keep.

use qoldau_core::people::duplicates::{
    DuplicateOptions, MatchField, MatchRule, PairVerdict, find_duplicates,
};

use super::world::row;

#[test]
fn no_rows_and_one_row_have_an_answer() {
    let none = find_duplicates(&[], &DuplicateOptions::default()).unwrap();
    assert_eq!((none.rows, none.persons, none.persons_at_least, none.persons_at_most), (0, 0, 0, 0));
    let one = find_duplicates(&[row("1", "", "", "", "")], &DuplicateOptions::default()).unwrap();
    assert_eq!((one.rows, one.persons, one.pairs.len()), (1, 1, 0));
}

#[test]
fn one_row_copied_two_thousand_times_does_not_make_millions_of_pairs() {
    let rows: Vec<_> = (0..2000)
        .map(|number| row(&number.to_string(), "Ахметова Айгерім", "87000000001", "14.06.2008", "Ақтау"))
        .collect();
    let found = find_duplicates(&rows, &DuplicateOptions::default()).unwrap();
    assert!(found.pairs.len() < 250_000, "{}", found.pairs.len());
    assert!(found.looked_at < 200_000, "{}", found.looked_at);
    // A rule joins them all; of a person so often on lists only neighbours are listed.
    let rule = MatchRule {
        id: "phone".parse().unwrap(),
        agree: vec![MatchField::Phone],
        differ: Vec::new(),
        verdict: PairVerdict::Same,
    };
    let found =
        find_duplicates(&rows, &DuplicateOptions { rules: vec![rule], ..DuplicateOptions::default() })
            .unwrap();
    assert_eq!((found.persons, found.pairs.len()), (1, 1999));
    assert!(found.findings.iter().any(|finding| finding.code == "PPL010"));
}

#[test]
fn empty_rows_are_people_of_their_own() {
    let rows: Vec<_> = (0..500).map(|number| row(&number.to_string(), "", "", "", "")).collect();
    let found = find_duplicates(&rows, &DuplicateOptions::default()).unwrap();
    assert_eq!((found.persons, found.pairs.len()), (500, 0));
}

#[test]
fn very_long_cells_are_cut_not_walked() {
    let long = "Ә".repeat(1_000_000);
    let rows = vec![
        row("1", &long, &"8".repeat(1_000_000), &"1".repeat(1_000_000), &long),
        row("2", &long, "", "", ""),
    ];
    assert_eq!(find_duplicates(&rows, &DuplicateOptions::default()).unwrap().rows, 2);
}
