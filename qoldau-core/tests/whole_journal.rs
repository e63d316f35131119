//! The journal and the package as bytes in one call: what the parts of `journal` and `package` give, with files named.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

use qoldau_core::facts::{FactsLimits, RawBody};
use qoldau_core::failure::Failure;
use qoldau_core::journal::{Draft, Stamp, read_journal, write_compact};
use qoldau_core::package::{digest_of, read_package};
use qoldau_core::plan::read_plan;
use qoldau_core::value::Id;
use qoldau_core::whole::{
    HoldOptions, JournalForm, conflicts_of, freeze_journal, journal_contents, journal_header, merge_journals,
    package_fits, record_entry, verify_file, write_entries,
};

const SEASON: &[u8] = include_bytes!("../../examples/data/season.jsonl");

fn limits() -> FactsLimits {
    FactsLimits::default()
}

fn draft(id: &str, body: &str) -> Draft {
    Draft {
        id: id.parse().unwrap(),
        on: "2024-06-14".parse().unwrap(),
        author: "aida".into(),
        kind: "void".into(),
        body: RawBody::new(body),
        replaces: vec!["x".parse().unwrap()],
    }
}

fn stamp(device: &str, now: &str) -> Stamp {
    Stamp { device: device.into(), now: now.into(), salt: "0123456789abcdef".into() }
}

const REASON: &str = r#"{"reason":"қате"}"#;

#[test]
fn the_last_entries_are_enough_to_record_the_next() {
    let plan: Id = "p".parse().unwrap();
    let mut journal = journal_header(Some(&plan)) + "\n";
    assert_eq!(journal, "{\"format\":\"qoldau-journal/1.1\",\"plan\":\"p\"}\n");
    let mut say = |id: &str, device: &str, now: &str| {
        let recorded = record_entry(journal.as_bytes(), draft(id, REASON), &stamp(device, now)).unwrap();
        journal.push_str(&recorded.line);
        journal.push('\n');
        recorded
    };
    let own = say("a", "aida", "2024-06-14T09:00:00Z");
    let newest = say("b", "saule", "2024-06-17T09:00:00Z");
    let next = say("c", "aida", "2024-06-14T09:01:00Z");
    assert_eq!(
        (next.entry.seq, next.entry.clock.as_deref()),
        (Some(2), Some("2024-06-17T09:00:00.000Z-0001"))
    );
    let last = format!("{}\n{}", own.line, newest.line);
    let again =
        record_entry(last.as_bytes(), draft("c", REASON), &stamp("aida", "2024-06-14T09:01:00Z")).unwrap();
    assert_eq!(again, next);
    let first = record_entry(b"", draft("a", REASON), &stamp("aida", "2024-06-14T09:00:00Z")).unwrap();
    assert_eq!(first, own);
    assert_eq!(verify_file(journal.as_bytes()).unwrap().findings, []);
}

#[test]
fn files_in_either_form_are_one_journal() {
    let lines = merge_journals(&[SEASON.to_vec()], JournalForm::Lines, &limits()).unwrap();
    let compact = write_compact(&read_journal(SEASON, &limits()).unwrap().journal);
    let both = merge_journals(&[compact.clone(), SEASON.to_vec()], JournalForm::Lines, &limits()).unwrap();
    assert_eq!(both.journal, lines.journal);
    assert_eq!((both.files[0].new_entries, both.files[1].new_entries), (lines.files[0].new_entries, 0));
    assert_eq!(both.conflicts, conflicts_of(&compact).unwrap());
    let mut contents = journal_contents(&compact, &limits()).unwrap();
    contents.entries.reverse();
    let written = write_entries(contents.plan, contents.entries, JournalForm::Compact).unwrap();
    assert_eq!(written, compact);
}

#[test]
fn a_file_that_cannot_be_joined_is_named() {
    let of = |plan: &str| journal_header(Some(&plan.parse().unwrap())).into_bytes();
    for (files, code, file) in [
        ([of("p"), of("p"), of("q")], "JRN001", "/journals/2"),
        ([of("p"), b"hello".to_vec(), of("q")], "FCT003", "/journals/1"),
    ] {
        let failure = Failure::from(merge_journals(&files, JournalForm::Lines, &limits()).unwrap_err());
        assert_eq!((failure.code.as_str(), failure.path.as_deref()), (code, Some(file)));
    }
    let none = merge_journals(&[], JournalForm::Lines, &limits()).unwrap();
    assert_eq!(
        none.journal,
        journal_header(None).into_bytes().iter().copied().chain(*b"\n").collect::<Vec<_>>()
    );
}

#[test]
fn what_a_file_lost_is_said_wherever_it_is_judged() {
    let recorded = record_entry(b"", draft("a", REASON), &stamp("aida", "2024-06-14T09:00:00Z")).unwrap();
    let torn = format!("{}\n{{\"id\":\"b\"", recorded.line);
    let code = |findings: &[qoldau_core::finding::Finding]| findings[0].code.clone();
    assert_eq!(code(&verify_file(torn.as_bytes()).unwrap().findings), "FCT103");
    assert_eq!(code(&journal_contents(torn.as_bytes(), &limits()).unwrap().findings), "FCT103");
    let merged = merge_journals(&[torn.into_bytes()], JournalForm::Lines, &limits()).unwrap();
    assert_eq!(code(&merged.files[0].findings), "FCT103");
}

#[test]
fn a_body_that_is_no_json_is_refused_and_never_written_as_erased() {
    let recorded = record_entry(b"", draft("a", REASON), &stamp("aida", "2024-06-14T09:00:00Z")).unwrap();
    let mut entry = recorded.entry;
    entry.body = Some(RawBody::new("{ \"salt\":\"0123456789abcdef\", \"reason\":\"қате\" }"));
    let spaced = write_entries(None, vec![entry.clone()], JournalForm::Lines).unwrap();
    assert!(String::from_utf8(spaced).unwrap().contains(&recorded.line), "bodies are written in one form");
    entry.body = Some(RawBody::new("{reason}"));
    let error = write_entries(None, vec![entry], JournalForm::Lines).unwrap_err();
    assert_eq!(error.code(), "FCT004");
    let error =
        record_entry(b"", draft("a", "{reason}"), &stamp("aida", "2024-06-14T09:00:00Z")).unwrap_err();
    let failure = Failure::from(error);
    assert_eq!((failure.code.as_str(), failure.path.as_deref()), ("JRN005", Some("/draft/body")));
    assert_eq!(failure.params.get("finding").map(String::as_str), Some("FCT108"));
}

#[test]
fn a_frozen_package_fits_its_digest() {
    let plan = read_plan(include_bytes!("facts/plan.json")).unwrap();
    let journal = record_entry(b"", draft("a", REASON), &stamp("aida", "2024-06-14T09:00:00Z")).unwrap().line;
    let frozen = |on: &str| {
        freeze_journal(&plan, journal.as_bytes(), on.parse().unwrap(), &HoldOptions::default()).unwrap()
    };
    let package = frozen("2024-06-30");
    assert_eq!(digest_of(&read_package(package.json.as_bytes()).unwrap()).unwrap(), package.digest);
    let spaced = package.json.replace("\":", "\" : ");
    assert!(package_fits(spaced.as_bytes(), &package.digest).unwrap(), "its layout does not count");
    assert!(!package_fits(package.json.as_bytes(), &frozen("2024-06-13").digest).unwrap());
    assert_eq!(package_fits(b"{}", "").unwrap_err().code(), "PKG002");
    let error = freeze_journal(&plan, b"hello", "2024-06-30".parse().unwrap(), &HoldOptions::default());
    assert_eq!(error.unwrap_err().code(), "FCT003");
}
