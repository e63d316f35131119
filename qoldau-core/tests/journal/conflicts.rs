//! What two people wrote without knowing of each other.

use std::fmt::Write as _;

use qoldau_core::journal::{Conflict, ConflictKind, Taken, conflicts, merge};

use qoldau_core::value::Id;

use super::phones::{Phone, through_a_file};

fn told(conflicts: &[Conflict]) -> String {
    let mut text = String::new();
    for conflict in conflicts {
        let entries: Vec<&str> = conflict.entries.iter().map(|entry| entry.id.as_str()).collect();
        let counts = conflict.counts.as_ref().map_or("nothing", Id::as_str);
        writeln!(text, "{:?} {}: {counts} counts of {}", conflict.kind, conflict.about, entries.join(" "))
            .unwrap();
    }
    text
}

#[test]
fn two_corrections_of_one_entry_are_shown_and_one_more_settles_them() {
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    aida.counts(0, "x", "60");
    berik.takes(&[&aida.journal]);
    aida.amends(10, "a", "64", &["x"]);
    berik.amends(20, "b", "70", &["x"]);
    let merged = aida.takes(&[&berik.journal]);
    assert_eq!(told(&merged.conflicts), "SameEntry x: b counts of b a\n");
    assert_eq!(merged.new_entries, [2, 1]);
    aida.amends(30, "s", "66", &["a", "b"]);
    assert_eq!(conflicts(&aida.journal), []);
    // The other phone learns of it by the file alone.
    assert_eq!(berik.takes(&[&through_a_file(&aida.journal)]).conflicts, []);
    assert_eq!(berik.journal, aida.journal);
}

#[test]
fn an_entry_that_stands_against_several_is_shown_with_all_of_them() {
    let (mut aida, mut berik, mut saule) = (Phone::new("aida"), Phone::new("berik"), Phone::new("saule"));
    aida.counts(0, "x", "60");
    aida.counts(1, "y", "60");
    berik.takes(&[&aida.journal]);
    saule.takes(&[&aida.journal]);
    // Berik takes both counts for one; the others correct one each, later.
    berik.amends(10, "b", "60", &["x", "y"]);
    aida.amends(20, "a", "61", &["x"]);
    saule.amends(30, "s", "62", &["y"]);
    let merged = aida.takes(&[&berik.journal, &saule.journal]);
    assert_eq!(told(&merged.conflicts), "SameEntry y: s counts of s a b\n");
    aida.amends(40, "z", "61", &["a", "b", "s"]);
    assert_eq!(conflicts(&aida.journal), []);
}

#[test]
fn what_one_device_did_twice_it_knew_of() {
    let mut aida = Phone::new("aida");
    aida.counts(0, "x", "60");
    aida.amends(10, "a", "64", &["x"]);
    aida.amends(20, "b", "65", &["x"]);
    assert_eq!(conflicts(&aida.journal), []);
}

#[test]
fn one_event_recorded_on_two_phones() {
    let event = |heads: u32, name: &str| {
        format!(
            r#"{{"event":"cup","status":"held","activities":["t2-a1"],"start":"2024-06-14","headcount":{heads},"name":{name}}}"#
        )
    };
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    aida.says(0, "a", "event", &event(64, "null"), &[]);
    berik.says(5, "b", "event", &event(64, "null"), &[]);
    assert_eq!(aida.takes(&[&berik.journal]).conflicts, [], "both say the same");
    berik.says(9, "c", "event", &event(70, "\"Кубок\""), &[]);
    assert_eq!(told(&aida.takes(&[&berik.journal]).conflicts), "SameRecord cup: c counts of c b a\n");
    aida.says(12, "d", "event", &event(70, "\"Кубок\""), &["a", "b", "c"]);
    assert_eq!(conflicts(&aida.journal), []);
}

#[test]
fn a_planned_event_that_another_held_is_no_conflict() {
    let event = |status: &str| {
        format!(r#"{{"event":"cup","status":"{status}","activities":["t2-a1"],"start":"2024-06-14"}}"#)
    };
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    aida.says(0, "a", "event", &event("planned"), &[]);
    berik.says(5, "b", "event", &event("held"), &[]);
    assert_eq!(aida.takes(&[&berik.journal]).conflicts, []);
}

#[test]
fn one_id_with_two_contents_is_an_error_of_that_entry_with_both_shown() {
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    aida.counts(0, "x", "60");
    berik.counts(0, "x", "61");
    let merged = aida.takes(&[&berik.journal]);
    assert_eq!(told(&merged.conflicts), "SameId x: nothing counts of x x\n");
    assert_eq!(merged.conflicts[0].kind, ConflictKind::SameId);
    let bodies: Vec<&str> =
        merged.conflicts[0].entries.iter().map(|entry| entry.body.as_ref().unwrap().reveal()).collect();
    assert!(bodies[0].contains("60") && bodies[1].contains("61"), "{bodies:?}");
    assert_eq!(aida.journal.settled().count(), 0);
    // Both are passed on, and a third phone is told the same.
    let third = merge(vec![through_a_file(&aida.journal)]).unwrap();
    assert_eq!(third.conflicts, merged.conflicts);
    // One entry by one phone settles it.
    let copy = berik.journal.entries()[0].clone();
    assert_eq!(aida.journal.insert(copy), Taken::Known);
    aida.amends(30, "s", "61", &["x"]);
    assert_eq!(conflicts(&aida.journal), []);
}

#[test]
fn journals_of_different_plans_are_not_merged() {
    let mut other = Phone::new("aida");
    other.journal = qoldau_core::journal::Journal::new(Some("q".parse().unwrap()));
    let error = merge(vec![Phone::new("b").journal, other.journal]).unwrap_err();
    assert_eq!((error.file, error.error.code()), (1, "JRN001"));
}
