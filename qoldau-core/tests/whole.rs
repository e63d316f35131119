//! The whole way in one call gives what its parts give, by whichever door the facts come in.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

use qoldau_core::annex::{AnnexRead, ReadLimits, read_annex};
use qoldau_core::facts::{Entry, FactsLimits, read_facts};
use qoldau_core::language::Language;
use qoldau_core::value::IsoDate;
use qoldau_core::whole::{
    HoldOptions, RegisterForm, ReportForm, assess_entries, assess_journal, evidence_of_journal,
    register_journal, render_register, render_report, report_journal,
};

const ANNEX: &[u8] = include_bytes!("../../examples/data/qoldau-2024.kk.docx");
const SEASON: &[u8] = include_bytes!("../../examples/data/season.jsonl");

fn annex() -> AnnexRead {
    read_annex(ANNEX, &ReadLimits::default()).unwrap()
}

fn day() -> IsoDate {
    "2024-09-15".parse().unwrap()
}

fn entries() -> Vec<Entry> {
    read_facts(SEASON, &FactsLimits::default()).unwrap().entries
}

#[test]
fn both_doors_give_the_same_assessment() {
    let AnnexRead { plan, findings } = annex();
    let options = HoldOptions { read_findings: findings, ..HoldOptions::default() };
    let by_bytes = assess_journal(&plan, SEASON, day(), options.clone()).unwrap();
    let by_values = assess_entries(&plan, entries(), day(), options).unwrap();
    assert_eq!(by_bytes.assessment, by_values.assessment);
    assert_eq!(by_bytes.folded, by_values.folded);
    assert_eq!(by_bytes.assessment.counts.lines, 73);
}

#[test]
fn entries_held_as_values_are_judged_like_lines() {
    let plan = annex().plan;
    let once = assess_entries(&plan, entries(), day(), HoldOptions::default()).unwrap();
    let mut twice = entries();
    twice.extend(entries());
    let doubled = assess_entries(&plan, twice, day(), HoldOptions::default()).unwrap();
    assert_eq!(once.assessment, doubled.assessment, "an entry that comes twice counts once");
    assert!(doubled.findings.len() > once.findings.len(), "and it is said");

    let few = HoldOptions {
        limits: FactsLimits { max_entries: 3, ..FactsLimits::default() },
        ..HoldOptions::default()
    };
    let error = assess_entries(&plan, entries(), day(), few).unwrap_err();
    assert_eq!(error.code(), "FCT002");
}

#[test]
fn renderings_are_those_of_the_models() {
    let AnnexRead { plan, findings } = annex();
    let options = HoldOptions { read_findings: findings, ..HoldOptions::default() };
    let model = report_journal(&plan, SEASON, day(), Language::Kazakh, options.clone()).unwrap();
    let text = render_report(&plan, SEASON, day(), Language::Kazakh, ReportForm::Text, options).unwrap();
    assert_eq!(text, qoldau_core::report::render_text(&model, false));

    let register =
        register_journal(&plan, SEASON, day(), Language::Russian, &[], &HoldOptions::default()).unwrap();
    let csv = render_register(
        &plan,
        SEASON,
        day(),
        Language::Russian,
        RegisterForm::Csv,
        &[],
        &HoldOptions::default(),
    )
    .unwrap();
    assert_eq!(csv, qoldau_core::report::render_register_csv(&register));
    let items: usize =
        evidence_of_journal(&plan, SEASON, day()).unwrap().lines.iter().map(|of| of.items.len()).sum();
    assert_eq!(items, register.lines.iter().map(|line| line.items.len()).sum::<usize>());
}

#[test]
fn a_journal_that_is_none_is_an_error_with_its_code() {
    let plan = annex().plan;
    let error = assess_journal(&plan, b"", day(), HoldOptions::default()).unwrap_err();
    assert_eq!(error.code(), "FCT003");
}

/// Two photos that Aida's phone recorded, of which the first is handed over, and one of which nobody took the hash.
fn photos() -> (String, String) {
    let (first, second) = ("a1".repeat(32), "b2".repeat(32));
    let files = format!(
        r#"[{{"name":"1.jpg","sha256":"{first}"}},{{"name":"2.jpg","sha256":"{second}"}},{{"name":"3.jpg"}}]"#
    );
    let body = format!(r#"{{"item":"x","kind":"photo","lines":["t2-10"],"files":{files}}}"#);
    let entry = format!(
        r#"{{"id":"e1","on":"2024-06-14","author":"a","device":"aida","kind":"evidence","body":{body}}}"#
    );
    (format!("{{\"format\":\"qoldau-journal/1.1\"}}\n{entry}\n"), first)
}

#[test]
fn files_that_are_not_in_hand_are_told_of_only_where_the_host_says_which_are() {
    let plan = annex().plan;
    let (journal, first) = photos();
    let codes = |present: Option<Vec<String>>| {
        let options = HoldOptions { present, ..HoldOptions::default() };
        let held = assess_journal(&plan, journal.as_bytes(), day(), options).unwrap();
        let of_files = held.findings.into_iter().filter(|finding| finding.code == "FCT240");
        let counts = of_files.map(|finding| finding.params[0].value.clone());
        counts.map(|count| format!("{count:?}")).collect::<Vec<_>>()
    };
    assert_eq!(codes(None), [""; 0]);
    assert_eq!(codes(Some(vec![])), ["Count { count: 2 }"]);
    assert_eq!(codes(Some(vec![first.clone()])), ["Count { count: 1 }"]);

    let register = |present: Option<Vec<String>>| {
        let options = HoldOptions { present, ..HoldOptions::default() };
        register_journal(&plan, journal.as_bytes(), day(), Language::English, &[], &options).unwrap()
    };
    let shown = |present: Option<Vec<String>>| {
        let lines = register(present).lines;
        let item = lines.into_iter().flat_map(|line| line.items).next().unwrap();
        (item.files.iter().map(|file| file.in_hand).collect::<Vec<_>>(), item.marks)
    };
    assert_eq!(shown(None), (vec![None; 3], vec![]));
    let mark = "Recorded, but not in hand: 1 of the files (device: aida)";
    assert_eq!(shown(Some(vec![first])), (vec![Some(true), Some(false), None], vec![mark.to_owned()]));
}
