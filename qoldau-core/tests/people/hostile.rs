//! Lists that nobody would keep.

use qoldau_core::people::duplicates::{
    DuplicateOptions, ListedPerson, MatchField, MatchRule, PairVerdict, find_duplicates,
};
use qoldau_core::value::PersonalText;

use super::world::{decided, found, row};

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

/// Persons, at least and at most, of a background and so many copies of a row.
fn persons_with(copies: u32, copy: &ListedPerson) -> (u32, u32, u32) {
    let rows = (0..copies).map(|number| {
        let list = Some(format!("list {}", number % 40));
        ListedPerson { id: number.to_string().parse().unwrap(), list, ..copy.clone() }
    });
    let found = found(rows.collect(), &DuplicateOptions::default());
    (found.persons, found.persons_at_least, found.persons_at_most)
}

#[test]
fn copies_of_a_row_are_one_person_whatever_their_number() {
    let name = "Құрманғазыева Шырынгүл";
    let copies = [
        row("0", name, "8 700 000 00 01", "14.06.2008", "Ақтау"),
        row("0", name, "8 700 000 00 01", "", ""),
        row("0", name, "", "14.06.2008", ""),
        ListedPerson { iin: Some(PersonalText::new("000101300009")), ..row("0", name, "", "", "") },
        ListedPerson { email: Some(PersonalText::new("a@example.kz")), ..row("0", name, "", "", "") },
    ];
    for (kind, copy) in copies.iter().enumerate() {
        let once = persons_with(1, copy);
        for copies in [2, 9, 40, 500, 5000] {
            assert_eq!(persons_with(copies, copy), once, "{copies} of kind {kind}");
        }
    }
}

#[test]
fn one_number_and_one_name_in_full_are_one_person_whatever_else_stands_there() {
    let rows = (0..3000_u32).map(|number| ListedPerson {
        iin: Some(PersonalText::new("000101300009")),
        ..row(
            &number.to_string(),
            "Ахметов Айдар",
            &format!("8 700 111 {:02} {:02}", number / 100, number % 100),
            "",
            "",
        )
    });
    assert_eq!(
        found(rows.collect(), &DuplicateOptions::default()).persons,
        found(Vec::new(), &DuplicateOptions::default()).persons + 1
    );
}

#[test]
fn copies_are_kept_apart_where_somebody_says_so_and_namesakes_are_no_copies() {
    let copies = |name: &str, phone: &str| -> Vec<ListedPerson> {
        (0..60_u32).map(|number| row(&number.to_string(), name, phone, "", "")).collect()
    };
    let options = DuplicateOptions {
        decisions: vec![decided("3", "50", PairVerdict::NotSame)],
        ..DuplicateOptions::default()
    };
    let parted = found(copies("Ахметов Айдар", "8 700 000 00 01"), &options);
    let group =
        |row: &str| parted.people.iter().position(|person| person.iter().any(|id| id.as_str() == row));
    assert_ne!(group("3"), group("50"));
    // Without telephone, number or day of birth sixty rows of one name may be sixty namesakes: they are not joined for certain.
    let names = found(copies("Ахметов Айдар", ""), &DuplicateOptions::default());
    let alone = found(Vec::new(), &DuplicateOptions::default());
    assert!(names.persons_at_most > alone.persons_at_most + 1, "{}", names.persons_at_most);
}
