//! The whole way in one call gives what its parts give, by whichever door the facts come in.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

use qoldau_core::annex::{AnnexRead, ReadLimits, read_annex};
use qoldau_core::facts::{Entry, FactsLimits, read_facts};
use qoldau_core::failure::Failure;
use qoldau_core::language::Language;
use qoldau_core::plan::Plan;
use qoldau_core::value::{DateRange, IsoDate};
use qoldau_core::whole::{
    HoldOptions, RegisterForm, ReportForm, assess_entries, assess_journal, evidence_of_journal,
    freeze_journal, hold, register_journal, render_register, render_report, report_journal, review_journal,
    review_packages,
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

/// A period that ends before it begins has no day: everything told of it would be nought, and nobody would see why.
#[test]
fn a_reversed_period_is_refused_at_its_place() {
    let plan = annex().plan;
    let day_of = |text: &str| text.parse().unwrap();
    let with = |start: &str, end: &str| HoldOptions {
        period: Some(DateRange { start: day_of(start), end: day_of(end) }),
        ..HoldOptions::default()
    };
    let calls = |options: &HoldOptions| -> Vec<Option<Failure>> {
        let (kk, owned) = (Language::Kazakh, options.clone());
        vec![
            assess_journal(&plan, SEASON, day(), owned.clone()).err().map(Failure::from),
            assess_entries(&plan, entries(), day(), owned.clone()).err().map(Failure::from),
            report_journal(&plan, SEASON, day(), kk, owned.clone()).err().map(Failure::from),
            render_report(&plan, SEASON, day(), kk, ReportForm::Html, owned).err().map(Failure::from),
            register_journal(&plan, SEASON, day(), kk, &[], options).err().map(Failure::from),
            render_register(&plan, SEASON, day(), kk, RegisterForm::Csv, &[], options)
                .err()
                .map(Failure::from),
            review_journal(&plan, SEASON, day(), options).err().map(Failure::from),
            review_packages(&[], SEASON, day(), options).err(),
            freeze_journal(&plan, SEASON, day(), options).err().map(Failure::from),
        ]
    };
    for (at, failure) in calls(&with("2024-06-30", "2024-06-01")).into_iter().enumerate() {
        let Failure { code, path, detail, .. } = failure.unwrap();
        assert_eq!((&*code, path.as_deref()), ("INP001", Some("/options/period")), "{at}");
        assert_eq!(detail, "the period ends before it begins");
    }
    assert!(calls(&with("2024-06-01", "2024-06-01")).iter().all(Option::is_none), "one day is a period");
    // Whoever calls the parts themselves is told nought, and nothing stops.
    let read = || read_facts(SEASON, &FactsLimits::default()).unwrap();
    let _ = hold(&plan, read(), day(), with("2024-06-30", "2024-06-01"));
    let period = plan.period.map(|DateRange { start, end }| DateRange { start: end, end: start });
    let _ = hold(&Plan { period, active_phase: period, ..plan }, read(), day(), HoldOptions::default());
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
