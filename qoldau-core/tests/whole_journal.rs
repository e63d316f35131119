//! The journal and the package as bytes in one call: what the parts of `journal` and `package` give, with files named.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

use qoldau_core::assess::{Changed, State};
use qoldau_core::facts::{FactsLimits, RawBody};
use qoldau_core::failure::Failure;
use qoldau_core::finding::Finding;
use qoldau_core::journal::{Draft, Envelope, Stamp, read_journal, write_compact, write_journal};
use qoldau_core::language::Language;
use qoldau_core::package::{digest_of, read_package};
use qoldau_core::plan::{Plan, Policy, read_plan};
use qoldau_core::value::{Id, IsoDate};
use qoldau_core::whole::{
    HoldOptions, JournalForm, RegisterForm, apply_envelopes, assess_journal, conflicts_of,
    diff_package_files, evidence_of_journal, facts_of, freeze_journal, journal_contents, journal_header,
    merge_journals, next_clock, package_fits, record_entry, register_journal, render_register,
    review_journal, review_packages, verify_file, write_entries, write_entry, write_submission_file,
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

fn day(day: &str) -> IsoDate {
    day.parse().unwrap()
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
    assert_eq!(both.conflicts, conflicts_of(&compact).unwrap().conflicts);
    let mut contents = journal_contents(&compact, &limits()).unwrap();
    contents.entries.reverse();
    let written = write_entries(contents.plan, contents.entries, JournalForm::Compact).unwrap();
    assert_eq!(written, compact);
}

#[test]
fn what_an_erasure_took_is_counted_wherever_it_arrives() {
    let first = record_entry(b"", draft("a", REASON), &stamp("aida", "2024-06-14T09:00:00Z")).unwrap();
    let erase = Draft {
        kind: "erase".into(),
        ..draft("z", r#"{"entries":["a"],"reason":"келісімін қайтарды"}"#)
    };
    let erase =
        record_entry(b"", Draft { replaces: vec![], ..erase }, &stamp("berik", "2024-06-15T09:00:00Z"));
    let files = [first.line.into_bytes(), erase.unwrap().line.into_bytes()];
    let merged = merge_journals(&files, JournalForm::Lines, &limits()).unwrap();
    assert_eq!((merged.erased, merged.files[1].new_entries), (1, 1));
}

#[test]
fn an_entry_that_says_nothing_of_its_kind_is_named_and_changes_nothing() {
    let mut state = State::new(plan_of_the_season(), vec![]);
    let before = state.assess(day("2024-10-31"), &Policy::default(), None);
    let recorded =
        record_entry(b"", draft("a", REASON), &stamp("aida", "2024-06-14T09:00:00Z")).unwrap().entry;
    let wordless = Envelope { kind: "event".into(), body: Some(RawBody::new("{}")), ..recorded.clone() };
    let changed = apply_envelopes(&mut state, &[wordless]);
    assert_eq!((changed.is_nothing(), changed.unread), (true, vec![recorded.id.clone()]));
    let erased = Envelope { body: None, ..recorded };
    assert_eq!(apply_envelopes(&mut state, &[erased]), Changed::default());
    assert_eq!(state.assess(day("2024-10-31"), &Policy::default(), None), before);
}

#[test]
fn a_sealed_entry_that_went_through_typed_values_is_written_as_it_was_sealed() {
    let event =
        r#"{"event":"cup","activities":["t2-a1"],"status":"held","start":"2024-06-14","headcount":9}"#;
    let event = Draft { kind: "event".into(), replaces: vec![], ..draft("a", event) };
    let recorded = record_entry(b"", event, &stamp("aida", "2024-06-14T09:00:00Z")).unwrap();
    let read = facts_of(recorded.line.as_bytes(), &limits()).unwrap();
    let line = write_entry(&read.entries[0]).unwrap();
    assert_eq!(line, recorded.line);
    // A host that writes out what is not there.
    let typed = qoldau_core::facts::write_entry(&read.entries[0]).unwrap();
    assert!(typed.contains("\"place\":null"));
    let entry = journal_contents(typed.as_bytes(), &limits()).unwrap().entries;
    let journal = write_entries(None, entry, JournalForm::Lines).unwrap();
    assert_eq!(verify_file(&journal).unwrap().findings, []);
    // What was altered stays altered.
    let altered = typed.replace("\"headcount\":9", "\"headcount\":90");
    let entry = journal_contents(altered.as_bytes(), &limits()).unwrap().entries;
    let journal = write_entries(None, entry, JournalForm::Lines).unwrap();
    assert_eq!(verify_file(&journal).unwrap().findings[0].code, "JRN101");
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
    let conflicts = conflicts_of(torn.as_bytes()).unwrap();
    assert_eq!((conflicts.conflicts, code(&conflicts.findings)), (vec![], "FCT103".into()));
    let next =
        record_entry(torn.as_bytes(), draft("c", REASON), &stamp("aida", "2024-06-15T09:00:00Z")).unwrap();
    assert_eq!((next.entry.seq, code(&next.findings)), (Some(2), "FCT103".into()));
    let merged = merge_journals(&[torn.into_bytes()], JournalForm::Lines, &limits()).unwrap();
    assert_eq!(code(&merged.files[0].findings), "FCT103");
}

/// A journal of which two thirds say nothing: a line is torn, and an entry cannot count.
fn half_read() -> Vec<u8> {
    let event = r#"{"event":"cup","activities":["t2-a1"],"status":"held","start":"2024-06-14","name":"Кубок","headcount":9}"#;
    let body = RawBody::new(event);
    let event = Draft { kind: "event".into(), replaces: vec![], ..draft("a", "{}") };
    let recorded =
        record_entry(b"", Draft { body, ..event }, &stamp("aida", "2024-06-14T09:00:00Z")).unwrap();
    let wrong = r#"{"id":"w","on":"2024-06-15","author":"aida","kind":"reading","body":{"line":"t2-5","mode":"plus"}}"#;
    format!("{}\n{}\n{wrong}\n{{\"id\":\"b\"", journal_header(None), recorded.line).into_bytes()
}

/// A plan that the journal of the season may be of.
fn plan_of_the_season() -> Plan {
    let plan = read_plan(include_bytes!("facts/plan.json")).unwrap();
    Plan { id: "66-2024-04-30".parse().unwrap(), ..plan }
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| &*finding.code).collect()
}

#[test]
fn what_is_made_of_a_half_read_journal_says_what_it_is_made_without() {
    let plan = read_plan(include_bytes!("facts/plan.json")).unwrap();
    let (journal, day, options) = (half_read(), "2024-06-30".parse().unwrap(), HoldOptions::default());
    let lost = ["FCT109", "FCT103"];
    let held = assess_journal(&plan, &journal, day, options.clone()).unwrap().findings;
    for code in lost {
        assert!(codes(&held).contains(&code), "{code}");
    }
    let evidence = evidence_of_journal(&plan, &journal, day).unwrap();
    assert_eq!(codes(&evidence.findings), lost);
    let frozen = freeze_journal(&plan, &journal, day, &options).unwrap();
    // The activity of its event is none of the plan's either.
    assert_eq!(codes(&frozen.findings), [&lost[..], &["FCT206"]].concat());
    let reviews = review_journal(&plan, &journal, day, &options).unwrap();
    assert_eq!(codes(&reviews.findings), lost);
    let packages = [frozen.json.into_bytes()];
    let reviews = review_packages(&packages, &journal, day, &options).unwrap();
    assert_eq!(codes(&reviews.findings), lost);

    let handed = format!(
        r#"{{"submission":"s","number":null,"date":"2024-06-30","asOf":"2024-06-30","digest":"{}"}}"#,
        frozen.digest
    );
    let draft = Draft { kind: "submission".into(), replaces: vec![], ..draft("s", &handed) };
    let entry = record_entry(b"", draft, &stamp("saule", "2024-06-30T09:00:00Z")).unwrap().line;
    let written =
        write_submission_file(&packages[0], &[&journal, "\n".as_bytes(), entry.as_bytes()].concat());
    // What a body says is no matter of this file: the line that cannot be read is.
    assert_eq!(codes(&written.unwrap().findings), ["FCT103"]);
}

#[test]
fn a_register_of_a_half_read_journal_says_so_in_every_form() {
    let plan = read_plan(include_bytes!("facts/plan.json")).unwrap();
    let (journal, day, options) = (half_read(), "2024-06-30".parse().unwrap(), HoldOptions::default());
    for language in Language::ALL {
        let register = register_journal(&plan, &journal, day, language, &[], &options).unwrap();
        let told: Vec<&str> = register.findings.iter().map(|finding| &*finding.code).collect();
        assert_eq!(told, ["FCT109", "FCT103"]);
        for form in [RegisterForm::Markdown, RegisterForm::Html, RegisterForm::Csv] {
            let text = render_register(&plan, &journal, day, language, form, &[], &options).unwrap();
            for code in told.iter().copied() {
                assert!(text.contains(code), "{code} {form:?} {text}");
            }
        }
        let clean = render_register(
            &plan,
            journal_header(None).as_bytes(),
            day,
            language,
            RegisterForm::Html,
            &[],
            &options,
        );
        assert!(!clean.unwrap().contains("h-findings"));
    }
}

#[test]
fn every_call_takes_a_journal_in_either_form() {
    let plan = plan_of_the_season();
    let (day, options) = ("2024-06-30".parse().unwrap(), HoldOptions::default());
    let (lines, language) =
        (write_journal(&read_journal(SEASON, &limits()).unwrap().journal), Language::English);
    let compact = write_compact(&read_journal(SEASON, &limits()).unwrap().journal);
    let (lines, compact) = (lines.as_bytes(), &compact[..]);
    assert_eq!(facts_of(compact, &limits()), facts_of(lines, &limits()));
    let assessed = |journal| assess_journal(&plan, journal, day, options.clone());
    assert_eq!(assessed(compact), assessed(lines));
    let shown = |journal| evidence_of_journal(&plan, journal, day);
    assert_eq!(shown(compact), shown(lines));
    let frozen = |journal| freeze_journal(&plan, journal, day, &options).unwrap();
    assert_eq!(frozen(compact), frozen(lines));
    let reviewed = |journal| review_journal(&plan, journal, day, &options);
    assert_eq!(reviewed(compact), reviewed(lines));
    let registered = |journal| register_journal(&plan, journal, day, language, &[], &options);
    assert_eq!(registered(compact), registered(lines));
    let packages = [frozen(lines).json.into_bytes()];
    let of_packages = |journal| review_packages(&packages, journal, day, &options);
    assert_eq!(of_packages(compact), of_packages(lines));
    // A block that is damaged is told first.
    let mut damaged = compact.to_vec();
    let at = damaged.len() - 100;
    damaged[at] ^= 1;
    assert_eq!(
        codes(&assessed(&damaged).unwrap().findings).iter().filter(|code| **code == "JRN106").count(),
        1
    );
    assert_eq!(codes(&facts_of(&damaged, &limits()).unwrap().findings), ["JRN106"]);
}

#[test]
fn an_error_says_which_argument_it_is_of() {
    let path = |failure: Failure| (failure.code, failure.path.unwrap());
    let record = |next: Draft, by: &Stamp| {
        let taken =
            record_entry(b"", draft("a", REASON), &stamp("aida", "2024-06-14T12:00:00Z")).unwrap().line;
        Failure::from(record_entry(taken.as_bytes(), next, by).unwrap_err())
    };
    let at = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(
        path(record(draft("a", REASON), &stamp("aida", "2024-06-14T12:00:00Z"))),
        at("JRN004", "/draft/id")
    );
    assert_eq!(path(record(draft("b", REASON), &stamp("aida", "noon"))), at("JRN002", "/stamp/now"));
    let salt = Stamp { salt: "salt".into(), ..stamp("aida", "2024-06-14T12:00:00Z") };
    assert_eq!(path(record(draft("b", REASON), &salt)), at("JRN003", "/stamp/salt"));
    assert_eq!(path(next_clock("noon", None).unwrap_err()), at("JRN002", "/now"));
    let plan = plan_of_the_season();
    let (day, options) = ("2024-06-30".parse().unwrap(), HoldOptions::default());
    let frozen = freeze_journal(&plan, SEASON, day, &options).unwrap().json.into_bytes();
    let packages = [frozen.clone(), b"{}".to_vec()];
    assert_eq!(
        path(review_packages(&packages, SEASON, day, &options).unwrap_err()),
        at("PKG002", "/packages/1")
    );
    assert_eq!(path(diff_package_files(&frozen, b"{}", None).unwrap_err()), at("PKG002", "/now"));
    assert_eq!(path(diff_package_files(b"{", &frozen, None).unwrap_err()), at("PKG003", "/before"));
}

#[cfg(feature = "sign")]
#[test]
fn a_head_of_a_half_read_journal_says_what_it_may_leave_out() {
    let head = qoldau_core::whole::sign_head_of(&half_read(), "aida", &[7; 32]).unwrap();
    assert_eq!((head.head.seq, codes(&head.findings)), (1, vec!["FCT103"]));
}

#[cfg(feature = "people")]
#[test]
fn who_asks_what_is_held_of_a_person_is_told_what_could_not_be_looked_into() {
    use qoldau_core::people::registry::Registry;
    use qoldau_core::whole::registry::{erase_person, export_person};

    let (registry, person) = (Registry::default(), "p-1".parse().unwrap());
    let lost = ["FCT109", "FCT103"];
    assert_eq!(codes(&export_person(&registry, &half_read(), &person).unwrap().findings), lost);
    assert_eq!(codes(&erase_person(&registry, &half_read(), &person).unwrap().findings), lost);
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
