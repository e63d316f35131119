//! Lists as schools and branches keep them in Excel: what is read out of them, row by row, and what is told of it. The workbooks are made by
//! `workbooks/make.py`.

use std::fmt::Write as _;

use qoldau_core::finding::{Finding, Place};
use qoldau_core::language::Language;
use qoldau_core::people::identity::Birth;
use qoldau_core::people::import::{ColumnChoice, PersonColumn, SheetColumns, WorkbookPeople};
use qoldau_core::rule;
use qoldau_core::value::{PersonName, PersonalText, Phone};
use qoldau_core::whole::people::{guess_workbook, import_workbook};

const SCHOOL: &[u8] = include_bytes!("workbooks/school.xlsx");
const BARE: &[u8] = include_bytes!("workbooks/bare.xlsx");
const NEW_YEAR: &[u8] = include_bytes!("workbooks/new-year.xlsx");

const UNKNOWN_WORDS: &[u8] = include_bytes!("workbooks/unknown-words.xlsx");

fn born(birth: Option<Birth>) -> String {
    match birth {
        None => "–".into(),
        Some(Birth::Exact { date }) => date.to_string(),
        Some(Birth::Estimated { date }) => format!("~{date}"),
        Some(Birth::YearOnly { year }) => year.to_string(),
    }
}

/// What was read, as a coordinator would look it over.
fn told(read: &WorkbookPeople) -> String {
    let mut out = String::new();
    for SheetColumns { sheet, heading_row, columns } in &read.sheets {
        let columns: Vec<String> =
            columns.iter().map(|choice| format!("{}={}", choice.column, choice.holds.name())).collect();
        let _ = writeln!(out, "sheet {sheet}, headings in row {heading_row:?}: {}", columns.join(" "));
    }
    for (person, facts) in read.people.iter().zip(&read.facts) {
        let cells = [
            person.id.as_str(),
            person.list.as_deref().unwrap_or("–"),
            PersonName::reveal(&person.name),
            person.phone.as_ref().map_or("–", Phone::reveal),
            person.birth.as_ref().map_or("–", PersonalText::reveal),
            &born(facts.birth),
            person.iin.as_ref().map_or("–", PersonalText::reveal),
            person.email.as_ref().map_or("–", PersonalText::reveal),
            facts.sex.as_deref().unwrap_or("–"),
            facts.organisation.as_deref().unwrap_or("–"),
            facts.settlement.as_deref().unwrap_or("–"),
            facts.category.as_deref().unwrap_or("–"),
        ];
        let _ = writeln!(out, "{}", cells.join(" | "));
    }
    for finding in &read.findings {
        let Place::Sheet { sheet, row, column } = finding.place else { panic!("{finding:?}") };
        let words = rule(&finding.code).unwrap().say(finding, Language::English);
        let _ = writeln!(out, "{} sheet {sheet}, row {row}, column {column}: {words}", finding.code);
    }
    out
}

fn at(read: &WorkbookPeople, code: &str) -> Vec<(u32, u32, u32)> {
    let place = |finding: &Finding| match finding.place {
        Place::Sheet { sheet, row, column } => (sheet, row, column),
        _ => (0, 0, 0),
    };
    read.findings.iter().filter(|finding| finding.code == code).map(place).collect()
}

#[test]
fn a_list_of_a_school_is_read_as_it_is_meant() {
    let read = import_workbook(SCHOOL, &[]).unwrap();
    insta::assert_snapshot!(told(&read));
    // Nothing of a person shows where it should not.
    let debug = format!("{read:?}");
    for secret in ["Ахметова", "7000000", "2008-06-14", "000101", "serik"] {
        assert!(!debug.contains(secret), "{secret}");
    }
}

#[test]
fn a_list_without_headings_from_an_old_mac_is_told_by_what_stands_in_it() {
    insta::assert_snapshot!(told(&import_workbook(BARE, &[]).unwrap()));
}

#[test]
fn headings_of_unknown_words_are_no_person_and_a_list_named_as_a_tab_is_told() {
    insta::assert_snapshot!(told(&import_workbook(UNKNOWN_WORDS, &[]).unwrap()));
}

#[test]
fn many_births_on_new_year_are_estimated() {
    insta::assert_snapshot!(told(&import_workbook(NEW_YEAR, &[]).unwrap()));
}

#[test]
fn every_row_with_something_on_it_is_a_person_or_a_finding() {
    let read = import_workbook(SCHOOL, &[]).unwrap();
    let first = read.people.iter().filter(|person| person.id.as_str().starts_with("1-")).count();
    // Rows 6 to 15 are below the headings: six people, one more row of one of them, two prepared numbers, headings repeated.
    assert_eq!((first, at(&read, "PPL022").len()), (6, 2));
    assert_eq!(at(&read, "PPL023"), [(1, 3, 0), (1, 13, 0), (1, 14, 0), (1, 15, 0)]);
    assert_eq!(at(&read, "PPL024"), [(3, 0, 0)]);
}

#[test]
fn what_somebody_says_of_a_sheet_takes_the_place_of_what_is_guessed() {
    let guessed = guess_workbook(SCHOOL).unwrap();
    assert_eq!(
        guessed.iter().map(|guess| (guess.sheet, guess.hidden, guess.heading_row)).collect::<Vec<_>>(),
        [(1, false, Some(4)), (2, true, Some(1)), (3, false, None)]
    );
    let choice = |column, holds| ColumnChoice { column, holds };
    let of = |sheet, heading_row, columns| SheetColumns { sheet, heading_row, columns };
    let chosen = [
        of(1, None, Vec::new()),
        of(2, None, vec![choice(1, PersonColumn::Name), choice(5, PersonColumn::Organisation)]),
    ];
    let read = import_workbook(SCHOOL, &chosen).unwrap();
    // Without a row of headings the first row is a person too, and of one sheet with people the tab names no list.
    assert_eq!(read.people.len(), 3);
    assert_eq!(read.people[1].organisation.as_deref(), Some("Актау"));
    assert!(read.people.iter().all(|person| person.list.is_none()));
    assert_eq!(at(&read, "PPL024"), [(1, 0, 0), (3, 0, 0)]);
}

#[test]
fn what_is_no_workbook_is_an_error_with_a_code() {
    for (bytes, code) in [
        (&b""[..], "WBK001"),
        (b"name\nAida\n", "WBK003"),
        (include_bytes!("../../../examples/data/qoldau-2024.kk.docx"), "WBK003"),
        (&SCHOOL[..SCHOOL.len() / 2], "WBK004"),
    ] {
        assert_eq!(import_workbook(bytes, &[]).unwrap_err().code(), code);
    }
}
