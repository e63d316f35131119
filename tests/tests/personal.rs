//! Where the names, telephones and numbers of the synthetic people lie: in inputs, and in what exists to carry them. Everything that the
//! product or its tests write and that is kept in the repository is looked through, and what is rendered here is too. What the command says while its
//! tests run is looked through there (`examples/cli/tests/it/program.rs`).
#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::language::Language;
use qoldau_core::plan::Plan;
use qoldau_core::whole::{
    HoldOptions, RegisterForm, ReportForm, assess_journal, render_register, render_report,
};
use qoldau_tests::personal::{has_number, names_somebody};

/// Where they may lie, and why.
const ALLOWED: [(&str, &str); 28] = [
    ("examples/data/qoldau-2024.kk.txt", "the sample annex, which is an input"),
    ("qoldau-core/tests/golden/annex-plan.json", "a plan carries the team of its contract"),
    ("qoldau-core/tests/golden/targets_", "cells of contracts, which are inputs"),
    ("qoldau-core/tests/facts/faults.txt", "a journal with faults, which is an input"),
    ("qoldau-core/tests/fixtures/", "a plan and an annex, which are inputs"),
    ("tests/vectors/inputs/", "inputs of the vectors"),
    ("tests/vectors/bundle.json", "vectors whose inputs stand in them"),
    ("tests/vectors/outputs/amendments-the-next-edition.json", "a plan that was made of an annex"),
    ("tests/vectors/outputs/annex-", "plans that were read out of an annex"),
    ("tests/vectors/outputs/bundle-", "a bundle hands the plan over"),
    ("tests/vectors/outputs/plan-", "plans written as JSON"),
    ("tests/vectors/people.json", "vectors whose lists stand in them, with what is read out of a cell"),
    ("tests/vectors/registry.json", "vectors whose registries and lists stand in them"),
    ("tests/vectors/outputs/registry-importWorkbook", "a list that was read out of a workbook"),
    (
        "qoldau-core/tests/people/snapshots/",
        "lists that were read out of workbooks, as a coordinator looks them over",
    ),
    ("tests/vectors/outputs/people-importPeople", "a list that was read out of a table"),
    ("qoldau-core/tests/crashers/xlsx/", "the sheet of a list, which is an input"),
    ("examples/data/people.csv", "the sample list, which is an input"),
    ("bindings-wasm/tests/samples/", "lists that the sample projects hand in"),
    ("qoldau-core/src/whole/people.rs", "the form of a telephone in the documentation of a call"),
    ("bindings-mobile/src/mirror/cells.rs", "the same, in the documentation for other languages"),
    ("bindings-mobile/src/values/people.rs", "the same"),
    ("bindings-mobile/kotlin/src/kz/qoldau/Values.kt", "the same in Kotlin"),
    ("bindings-mobile/python/qoldau/values.py", "the same in Python"),
    ("bindings-mobile/swift/Sources/Qoldau/Values.swift", "the same in Swift"),
    ("docs/rules.md", "the example of a number whose check digit does not fit"),
    ("qoldau-core/src/people/rules/lists.rs", "the same example"),
    ("qoldau-core/src/people/identity/phone.rs", "the form of a telephone in the documentation of its type"),
];

/// Folders that hold nothing of the repository's own.
const PASSED_OVER: [&str; 5] = ["target", "node_modules", ".git", "dist", "pkg"];

/// The part of a source that is no test: what stands there is shipped.
fn shipped<'a>(path: &str, text: &'a str) -> &'a str {
    let is_test = ["/tests/", "/tests.rs", "/test/", "/benches/", "/it/", "/fuzz/"]
        .iter()
        .any(|part| path.contains(part));
    if is_test || path.starts_with("tests/") {
        return "";
    }
    let tests = text.find("#[cfg(test)]").unwrap_or(text.len());
    text.get(..tests).unwrap_or(text)
}

fn is_source(path: &str) -> bool {
    [".rs", ".py", ".kt", ".swift", ".ts", ".tsx", ".mjs"].iter().any(|ending| path.ends_with(ending))
}

fn look(folder: &Path, from_top: &str, found: &mut BTreeSet<String>) {
    let mut items: Vec<_> = fs::read_dir(folder).unwrap().map(|item| item.unwrap().path()).collect();
    items.sort();
    for item in items {
        let name = item.file_name().unwrap().to_str().unwrap();
        let path = if from_top.is_empty() { name.to_owned() } else { format!("{from_top}/{name}") };
        if item.is_dir() {
            if !PASSED_OVER.contains(&name) && !name.starts_with('.') {
                look(&item, &path, found);
            }
        } else if let Ok(text) = fs::read_to_string(&item) {
            let looked_at = if is_source(&path) { shipped(&path, &text) } else { &text };
            if names_somebody(looked_at) {
                found.insert(path);
            }
        }
    }
}

#[test]
fn people_lie_only_where_they_belong() {
    let mut found = BTreeSet::new();
    look(&qoldau_tests::path(""), "", &mut found);
    let stray: Vec<&String> =
        found.iter().filter(|path| !ALLOWED.iter().any(|(place, _)| path.starts_with(place))).collect();
    assert!(stray.is_empty(), "people where nobody should be: {stray:?}");
    let needless: Vec<&str> = ALLOWED
        .iter()
        .map(|(place, _)| *place)
        .filter(|place| !found.iter().any(|path| path.starts_with(place)))
        .collect();
    assert!(needless.is_empty(), "nobody is here any more: {needless:?}");
}

/// The looking itself: it does see people in all the forms in which they stand.
#[test]
fn people_are_seen_in_every_form() {
    for seen in [
        "8 700 000 00 01",
        "+7 (700) 000-00-01",
        "87000000001",
        "tel:+77000000001",
        "ИИН 000101300009",
        "990140000007",
        "Ахметова А.",
    ] {
        assert!(names_somebody(seen), "{seen}");
    }
    for not in ["700 000 теңге", "1 700 000", "2024-06-15T10:00:00Z", "0001013", "бірінші қызметкер"]
    {
        assert!(!names_somebody(not), "{not}");
    }
}

fn sample() -> Plan {
    let annex = qoldau_tests::read("examples/data/qoldau-2024.kk.docx").unwrap();
    read_annex(&annex, &ReadLimits::default()).unwrap().plan
}

/// A season whose lists are of ids: whoever has the journal and the plan makes every page without a registry.
#[test]
fn no_page_shows_a_telephone_and_none_needs_a_name_of_a_participant() {
    let plan = sample();
    assert!(plan.team.staff.iter().any(|person| person.phone.is_some()), "the plan has telephones to show");
    let line = plan
        .lines()
        .find(|(_, _, line)| line.kind == qoldau_core::plan::IndicatorKind::Participants)
        .map(|(_, activity, _)| activity.id.clone())
        .unwrap();
    let journal = format!(
        "{{\"format\":\"qoldau-journal/1.1\",\"plan\":\"{}\"}}\n\
         {{\"id\":\"a\",\"on\":\"2024-06-15\",\"author\":\"c\",\"kind\":\"event\",\"body\":{{\"event\":\"cup\",\"status\":\"held\",\"activities\":[\"{line}\"],\"start\":\"2024-06-15\"}}}}\n\
         {{\"id\":\"b\",\"on\":\"2024-06-15\",\"author\":\"c\",\"kind\":\"attendance\",\"body\":{{\"event\":\"cup\",\"persons\":[\"pseudonym-1\",\"pseudonym-2\"],\"by\":\"list\"}}}}\n",
        plan.id
    );
    let day = "2024-07-01".parse().unwrap();
    let mut pages = Vec::new();
    for language in [Language::Kazakh, Language::Russian, Language::English] {
        for form in [ReportForm::Text, ReportForm::Markdown, ReportForm::Html] {
            pages.push(
                render_report(&plan, journal.as_bytes(), day, language, form, HoldOptions::default())
                    .unwrap(),
            );
        }
        for form in [RegisterForm::Markdown, RegisterForm::Html, RegisterForm::Csv] {
            pages.push(
                render_register(&plan, journal.as_bytes(), day, language, form, &[], &HoldOptions::default())
                    .unwrap(),
            );
        }
    }
    let held = assess_journal(&plan, journal.as_bytes(), day, HoldOptions::default()).unwrap();
    pages.push(format!("{held:?}"));
    pages.push(serde_json::to_string(&held).unwrap());
    for page in &pages {
        assert!(!page.lines().any(has_number), "a telephone or a number");
        assert!(!page.contains("pseudonym-"), "not even pseudonyms of participants");
    }
}
