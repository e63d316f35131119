//! Files as they come: torn, concatenated, of newer phones, with unknown kinds.

use qoldau_core::facts::{FactsError, FactsLimits, RawBody};
use qoldau_core::journal::{JournalError, merge, read_journal, verify, write_journal};

use super::phones::{Phone, through_a_file};

fn limits() -> FactsLimits {
    FactsLimits::default()
}

#[test]
fn kinds_of_newer_phones_are_passed_on_untouched() {
    let line = r#"{"id":"n","on":"2024-06-14","author":"a","kind":"hologram","body":{"big": 18446744073709551615, "n": 1.50,"salt":"x"},"replaces":[]}"#;
    let text = format!("{{\"format\":\"qoldau-journal/1.1\",\"plan\":\"p\"}}\n{line}\n");
    let read = read_journal(text.as_bytes(), &limits()).unwrap();
    assert_eq!(read.findings, []);
    let body = r#"{"big": 18446744073709551615, "n": 1.50,"salt":"x"}"#;
    assert!(write_journal(&read.journal).contains(body));
    assert_eq!(through_a_file(&read.journal), read.journal);
}

#[test]
fn a_torn_line_is_named_and_the_others_are_kept() {
    let mut aida = Phone::new("aida");
    aida.counts(0, "a", "1");
    aida.counts(1, "b", "2");
    let text = write_journal(&aida.journal);
    let torn = text.get(..text.len() - 20).unwrap();
    let read = read_journal(torn.as_bytes(), &limits()).unwrap();
    assert_eq!(read.journal.entries().len(), 1);
    assert_eq!(read.findings.len(), 1);
    assert_eq!(
        (read.findings[0].code.as_str(), &read.findings[0].place),
        ("FCT103", &qoldau_core::finding::Place::Line { line: 3, entry: None })
    );
}

#[test]
fn files_may_be_concatenated_and_bear_the_first_format() {
    let mut aida = Phone::new("aida");
    aida.counts(0, "a", "1");
    let text = write_journal(&aida.journal);
    let twice = format!("{text}{}", text.replace("1.1", "1.0").replace('\n', "\r\n"));
    assert_eq!(read_journal(twice.as_bytes(), &limits()).unwrap().journal, aida.journal);
}

#[test]
fn what_is_no_journal_is_refused() {
    for (text, code) in [
        ("", "FCT003"),
        ("hello", "FCT003"),
        ("{\"format\":\"qoldau-journal/2.0\"}", "FCT001"),
        ("{\"format\":\"qoldau-plan/1.0\"}", "FCT003"),
        (
            "{\"format\":\"qoldau-journal/1.0\",\"plan\":\"a\"}\n{\"format\":\"qoldau-journal/1.0\",\"plan\":\"b\"}",
            "JRN001",
        ),
    ] {
        assert_eq!(read_journal(text.as_bytes(), &limits()).unwrap_err().code(), code, "{text}");
    }
    let few = FactsLimits { max_entries: 0, ..limits() };
    let mut aida = Phone::new("aida");
    aida.counts(0, "a", "1");
    let error = read_journal(write_journal(&aida.journal).as_bytes(), &few).unwrap_err();
    assert_eq!(error, JournalError::Unreadable(FactsError::TooManyEntries { most: 0 }));
}

#[test]
fn what_could_not_count_is_not_recorded() {
    let mut aida = Phone::new("aida");
    let refused = |phone: &Phone, kind: &str, body: &str| phone.tries(1, "n", kind, body, &[]).unwrap_err();
    let negative = super::phones::count("-1");
    assert_eq!(
        refused(&aida, "reading", &negative),
        JournalError::Refused { code: "FCT114".into(), field: Some("body.value.amount".into()) }
    );
    assert_eq!(refused(&aida, "reading", "[]").code(), "JRN005");
    assert_eq!(refused(&aida, "amend", "{}").code(), "JRN005");
    assert_eq!(
        refused(&aida, "amend", r#"{"kind":"void","body":{"reason":"x"}}"#),
        JournalError::Refused { code: "FCT109".into(), field: Some("body.kind".into()) }
    );
    let inner = r#"{"reason":null,"body":{"line":"t2-1","mode":"add","value":{"kind":"amount","amount":"x"}},"kind":"reading"}"#;
    let error = aida.tries(1, "n", "amend", inner, &["q"]).unwrap_err();
    assert_eq!(
        error,
        JournalError::Refused { code: "FCT112".into(), field: Some("body.body.value.amount".into()) }
    );
    aida.counts(0, "a", "1");
    assert_eq!(aida.tries(1, "a", "reading", &super::phones::count("1"), &[]).unwrap_err().code(), "JRN004");
}

#[test]
fn a_phone_behind_its_time_goes_on_from_what_it_has_seen() {
    let (mut ahead, mut behind) = (Phone::ahead("ahead", 3 * 1440), Phone::ahead("behind", -2 * 1440));
    ahead.counts(0, "a", "1");
    behind.takes(&[&ahead.journal]);
    behind.amends(10, "b", "2", &["a"]);
    let clock = |id: &str| behind.journal.of_id(&id.parse().unwrap())[0].clock.clone().unwrap();
    assert_eq!(&*clock("a"), "2024-06-04T00:00:00.000Z-0000");
    assert_eq!(&*clock("b"), "2024-06-04T00:00:00.000Z-0001");
    assert_eq!(verify(&behind.journal).findings, []);
}

#[test]
fn entries_without_a_chain_are_counted_as_such() {
    let line =
        r#"{"id":"n","on":"2024-06-14","author":"a","kind":"void","body":{"reason":"x"},"replaces":["y"]}"#;
    let journal = read_journal(line.as_bytes(), &limits()).unwrap().journal;
    let verified = verify(&journal);
    assert_eq!((verified.unchained, verified.devices.len()), (1, 0));
    assert_eq!(merge(vec![journal.clone(), journal.clone()]).unwrap().journal, journal);
    assert_eq!(RawBody::new("{}").reveal(), "{}");
}

/// A journal of the first version, an entry of every kind it had, read and written by this one.
#[test]
fn the_first_version_is_brought_to_this_one() {
    let first = include_bytes!("../fixtures/journal-1.0.jsonl");
    let read = read_journal(first, &limits()).unwrap();
    assert_eq!(read.findings, []);
    let now = write_journal(&read.journal);
    insta::assert_snapshot!("journal_of_1_0", now);
    assert_eq!(read_journal(now.as_bytes(), &limits()).unwrap(), read);
    let facts = |bytes: &[u8]| qoldau_core::facts::read_facts(bytes, &limits()).unwrap();
    let mut before = facts(first).entries;
    before.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(facts(now.as_bytes()).entries, before);
}

/// Which of two values of one name is meant nobody can tell: reading facts refuses the line, and so does the journal.
#[test]
fn a_field_that_stands_twice_in_a_body_is_refused_and_never_picked() {
    let body = r#"{"line":"t3-3","line":"t1-5","mode":"add","value":{"kind":"amount","amount":"7"}}"#;
    let line = format!(
        r#"{{"id":"x","on":"2024-06-10","author":"a","kind":"reading","body":{body},"replaces":[]}}"#
    );
    let text = format!("{{\"format\":\"qoldau-journal/1.1\",\"plan\":\"p\"}}\n{line}\n");
    let read = read_journal(text.as_bytes(), &FactsLimits::default()).unwrap();
    let codes: Vec<&str> = read.findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!((read.journal.entries().len(), codes), (0, vec!["FCT107"]));
}
