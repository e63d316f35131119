//! The wire form of entries: what is written reads back the same, and equal entries give equal lines.

#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a helper of a test may fail loudly"
)]

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use qoldau_core::facts::{
    Acceptance, Acknowledgement, AmendedFact, Approval, Attachment, AttendanceBy, AttendanceRecord, Capture,
    CaptureSource, Entry, EntryReview, EntryState, Erasure, Event, EventIds, EventStatus, Evidence,
    EvidenceFile, EvidenceKind, Fact, FactsError, FactsLimits, HeadcountBasis, HeadcountGroup,
    HeadcountRecord, LineMove, LinkCheck, LinkStatus, PeopleCount, PersonDecision, PersonVerdict,
    PlanAdoption, PlanAmendment, RawBody, ReachDimension, ReachEstimate, ReachMethod, Reading, ReadingMode,
    ReadingValue, Remark, Reply, Resolution, ReviewState, ReviewStep, Submission, VoidReason, observe,
    read_facts, write_entry,
};
use qoldau_core::plan::{Approver, Contract, PlanReading, Question, ReadingSource};
use qoldau_core::value::{Amount, Id, IsoDate};
use serde_json::Value;

fn id() -> impl Strategy<Value = Id> {
    "[a-zа-яәқ0-9 \"\\\\-]{1,12}".prop_map(|text| text.parse().unwrap())
}

fn ids() -> impl Strategy<Value = Vec<Id>> {
    vec(id(), 0..3)
}

fn text() -> impl Strategy<Value = Box<str>> {
    "\\PC{0,12}|[\u{0}-\u{1f}\u{7f}\u{2028}\u{10ffff}]{1,3}".prop_map(Into::into)
}

fn date() -> impl Strategy<Value = IsoDate> {
    (1..=9999_i32, 1..=12_u32, 1..=28_u32)
        .prop_map(|(year, month, day)| IsoDate::new(year, month, day).unwrap())
}

fn amount() -> impl Strategy<Value = Amount> {
    "-?[0-9]{1,20}(\\.[0-9]{1,7})?".prop_map(|text| text.parse().unwrap())
}

fn event() -> impl Strategy<Value = Fact> {
    use EventStatus::{Cancelled, Held, Planned, Postponed};
    let status = select(vec![Planned, Held, Postponed, Cancelled]);
    let words = (option::of(text()), option::of(text()), option::of(text()));
    (id(), status, ids(), date(), option::of(date()), words, option::of(any::<u32>())).prop_map(
        |(event, status, activities, start, end, (name, place, part), headcount)| Fact::Event {
            body: Event { event, status, activities, start, end, name, place, part, headcount },
        },
    )
}

fn reading() -> impl Strategy<Value = Fact> {
    let value = prop_oneof![
        amount().prop_map(|amount| ReadingValue::Amount { amount }),
        (amount(), amount())
            .prop_map(|(numerator, denominator)| ReadingValue::Share { numerator, denominator }),
        Just(ReadingValue::NotApplicable {}),
    ];
    let mode = select(vec![ReadingMode::Add, ReadingMode::Total]);
    (id(), option::of(id()), option::of(id()), mode, value).prop_map(|(line, target, event, mode, value)| {
        Fact::Reading { body: Reading { line, target, event, mode, value } }
    })
}

fn evidence() -> impl Strategy<Value = Fact> {
    use EvidenceKind as E;
    let kind = select(vec![
        E::Document,
        E::List,
        E::Letter,
        E::Act,
        E::Post,
        E::Photo,
        E::LiveStream,
        E::Story,
        E::Other,
    ]);
    let sources = vec![CaptureSource::Camera, CaptureSource::FileName, CaptureSource::Stated];
    let captured = (date(), select(sources)).prop_map(|(on, source)| Capture { on, source });
    let known = (option::of(0..=9_007_199_254_740_991_u64), option::of(captured), option::of(text()));
    let file = (text(), option::of(any::<u32>()), option::of(text()), known).prop_map(
        |(name, pages, sha256, (bytes, captured, perceptual_hash))| EvidenceFile {
            name,
            pages,
            sha256,
            bytes,
            captured,
            perceptual_hash,
        },
    );
    let refs = (ids(), ids(), ids(), vec(file, 0..3));
    let words = (option::of(text()), option::of(text()), option::of(text()), option::of(text()));
    let counts = (option::of(any::<u32>()), option::of(any::<u32>()), option::of(any::<u32>()));
    (id(), kind, refs, option::of(date()), words, counts, option::of(any::<bool>()), option::of(date()))
        .prop_map(|(item, kind, (lines, targets, events, files), date, words, counts, signed, screenshot)| {
            let (title, number, outlet, link) = words;
            let (addressees, rows, copies) = counts;
            let body = Evidence {
                item,
                kind,
                lines,
                targets,
                events,
                date,
                title,
                files,
                number,
                addressees,
                rows,
                signed,
                outlet,
                link,
                screenshot,
                copies,
            };
            Fact::Evidence { body: Box::new(body) }
        })
}

fn office() -> impl Strategy<Value = Fact> {
    let by = select(vec![Approver::Leader, Approver::LocalExecutiveBody]);
    let approval = (ids(), by, option::of(text()), option::of(date()), option::of(id())).prop_map(
        |(lines, by, number, date, evidence)| Fact::Approval {
            body: Approval { lines, by, number, date, evidence },
        },
    );
    let plan_reading =
        (id(), text(), option::of(text()), option::of(date())).prop_map(|(line, answer, with, date)| {
            let body = PlanReading {
                line,
                question: Question::PlannedEvents,
                answer: answer.into(),
                source: ReadingSource::Agreed,
                agreed_with: with.map(Into::into),
                date,
                document: None,
            };
            Fact::PlanReading { body }
        });
    let noted = (text(), ids(), option::of(text())).prop_map(|(code, lines, note)| Fact::Acknowledgement {
        body: Acknowledgement { code, lines, note },
    });
    let state = select(vec![LinkStatus::Alive, LinkStatus::Gone, LinkStatus::Private]);
    let link =
        (id(), state).prop_map(|(evidence, state)| Fact::LinkState { body: LinkCheck { evidence, state } });
    let same = ids().prop_map(|events| Fact::SameEvent { body: EventIds { events } });
    let split = ids().prop_map(|events| Fact::SplitEvent { body: EventIds { events } });
    let state = select(vec![ReviewState::Draft, ReviewState::Accepted]);
    let review = (id(), option::of(id()), state, option::of(amount()), option::of(text())).prop_map(
        |(line, target, state, accepted, remark)| Fact::Review {
            body: ReviewStep { line, target, state, accepted, remark },
        },
    );
    let void = text().prop_map(|reason| Fact::Void { body: VoidReason { reason } });
    let bodies = vec!["{}", "[1.50, \"\\u0041\"]", "{ \"b\":1,\t\"a\":{} }", "-0.0e-7"];
    let other = ("[a-z]{0,2}Other", select(bodies))
        .prop_map(|(name, body)| Fact::Other { name: name.into(), body: RawBody::new(body) });
    prop_oneof![approval, plan_reading, noted, link, same, split, review, void, other]
}

/// Entries about entries, about the plan and about submissions.
fn ledger() -> impl Strategy<Value = Fact> {
    let amended = prop_oneof![event(), reading(), evidence()];
    let amend = (amended, option::of(text()))
        .prop_map(|(fact, reason)| Fact::Amend { body: Box::new(AmendedFact { fact, reason }) });
    let file = || text().prop_map(|name| EvidenceFile::named(&name));
    let change = (id(), ids(), ids(), vec(file(), 0..2))
        .prop_map(|(evidence, lines, events, files)| Attachment { evidence, lines, events, files });
    let change = (change, any::<bool>()).prop_map(|(body, adds)| {
        if adds { Fact::AttachEvidence { body } } else { Fact::DetachEvidence { body } }
    });
    let erase = (ids(), option::of(text()))
        .prop_map(|(entries, reason)| Fact::Erase { body: Erasure { entries, reason } });
    let adopted = (any::<u32>(), text(), date()).prop_map(|(edition, digest, effective_from)| {
        Fact::PlanAdopted { body: PlanAdoption { edition, digest, effective_from } }
    });
    let moves = vec((id(), option::of(id())).prop_map(|(from, to)| LineMove { from, to }), 0..3);
    let amended = (any::<u32>(), option::of(date()), text(), date(), moves).prop_map(
        |(edition, date, digest, effective_from, map)| {
            let agreement = Contract { number: Some("1".into()), date };
            Fact::PlanAmended { body: PlanAmendment { edition, agreement, digest, effective_from, map } }
        },
    );
    let state = select(vec![EntryState::Submitted, EntryState::Returned, EntryState::Approved]);
    let step = (ids(), state, option::of(text())).prop_map(|(entries, state, remark)| Fact::EntryReview {
        body: EntryReview { entries, state, remark },
    });
    let sent = (id(), option::of(text()), date(), date(), text()).prop_map(
        |(submission, number, date, as_of, digest)| Fact::Submission {
            body: Submission { submission, number, date, as_of, digest },
        },
    );
    let remark = (id(), id(), option::of(id()), text(), option::of(date())).prop_map(
        |(remark, submission, line, text, answer_by)| Fact::Remark {
            body: Remark { remark, submission, line, text, answer_by },
        },
    );
    let reply = (id(), text(), ids())
        .prop_map(|(remark, text, evidence)| Fact::Reply { body: Reply { remark, text, evidence } });
    let resolved = id().prop_map(|remark| Fact::RemarkResolved { body: Resolution { remark } });
    let accepted = (id(), ids())
        .prop_map(|(submission, lines)| Fact::Acceptance { body: Acceptance { submission, lines } });
    let erased = select(vec!["event", "newKind"]).prop_map(|name| Fact::Erased { name: name.into() });
    // Boxed, for the frames of nested strategies fill the stack of a test.
    let entries = prop_oneof![amend, change, erase, adopted, amended, step].boxed();
    prop_oneof![entries, sent, remark, reply, resolved, accepted, of_people(), erased]
}

/// People by pseudonymous ids, heads, decisions and estimates.
fn of_people() -> BoxedStrategy<Fact> {
    let by = select(vec![AttendanceBy::List, AttendanceBy::ScannedCode]);
    let there = (option::of(id()), option::of(id()), ids(), by).prop_map(|(event, line, persons, by)| {
        Fact::Attendance { body: AttendanceRecord { event, line, persons, by } }
    });
    let by = select(vec![ReachDimension::Sex, ReachDimension::Category]);
    let group = (by, text(), any::<u32>()).prop_map(|(by, value, count)| HeadcountGroup { by, value, count });
    let basis = select(vec![HeadcountBasis::Heads, HeadcountBasis::ScannedList, HeadcountBasis::Certificate]);
    let heads = (id(), any::<u32>(), basis, vec(group, 0..3)).prop_map(|(event, total, basis, groups)| {
        Fact::Headcount { body: HeadcountRecord { event, total, basis, groups } }
    });
    let verdict = select(vec![PersonVerdict::Same, PersonVerdict::NotSame, PersonVerdict::Unsure]);
    let decided = (id(), id(), verdict).prop_map(|(one, other, verdict)| Fact::PersonDecision {
        body: PersonDecision { one, other, verdict },
    });
    let counted = (id(), any::<u32>(), any::<u32>()).prop_map(|(line, at_least, at_most)| {
        Fact::PeopleCount { body: PeopleCount { line, at_least, at_most } }
    });
    let method = select(vec![ReachMethod::Views, ReachMethod::Households]);
    let estimate = (id(), amount(), method, text()).prop_map(|(line, amount, method, source)| {
        Fact::ReachEstimate { body: ReachEstimate { line, amount, method, source } }
    });
    prop_oneof![there, heads, decided, counted, estimate].boxed()
}

fn entry() -> impl Strategy<Value = Entry> {
    let fact = prop_oneof![
        event().boxed(),
        reading().boxed(),
        evidence().boxed(),
        office().boxed(),
        ledger().boxed()
    ];
    let marks = (
        option::of(text()),
        option::of(text()),
        option::of(any::<u32>()),
        option::of(text()),
        option::of(text()),
        option::of(text()),
    );
    (id(), date(), text(), fact, ids(), marks).prop_map(
        |(id, on, author, fact, replaces, (salt, device, seq, clock, prev, seal))| Entry {
            // A salt lies in the body, and there is none in a body that is not known or gone.
            salt: salt.filter(|_| !matches!(fact, Fact::Other { .. } | Fact::Erased { .. })),
            id,
            on,
            author,
            fact,
            replaces,
            device,
            seq,
            clock,
            prev,
            seal,
        },
    )
}

/// The fields of an entry's line, each as its own JSON.
fn fields(line: &str) -> Vec<(String, String)> {
    let fields: BTreeMap<String, Box<serde_json::value::RawValue>> = serde_json::from_str(line).unwrap();
    fields.into_iter().map(|(name, value)| (name, value.get().to_owned())).collect()
}

proptest! {
    #[test]
    fn what_is_written_reads_back(entry in entry()) {
        let line = write_entry(&entry).unwrap();
        prop_assert!(!line.contains('\n'));
        let back: Entry = serde_json::from_str(&line).unwrap();
        prop_assert_eq!(&back, &entry);
        let loose: Entry = serde_json::from_str(&serde_json::to_string_pretty(&entry).unwrap()).unwrap();
        prop_assert_eq!(&loose, &entry);
        let by_way_of_value: Value = serde_json::to_value(&entry).unwrap();
        if !matches!(entry.fact, Fact::Other { .. }) {
            prop_assert_eq!(serde_json::from_value::<Entry>(by_way_of_value).unwrap(), entry);
            // Canonical: names in order, no spaces; so a sorted map writes the very same text.
            let sorted: Value = serde_json::from_str(&line).unwrap();
            prop_assert_eq!(serde_json::to_string(&sorted).unwrap(), line);
        }
    }

    #[test]
    fn the_order_of_the_fields_does_not_matter(
        (entry, order) in entry().prop_flat_map(|entry| {
            let fields = fields(&write_entry(&entry).unwrap());
            (Just(entry), Just(fields).prop_shuffle())
        }),
    ) {
        let fields: Vec<String> = order.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        let back: Entry = serde_json::from_str(&format!("{{{}}}", fields.join(","))).unwrap();
        prop_assert_eq!(back, entry);
    }

    #[test]
    fn absent_optionals_may_be_missing(entry in entry()) {
        let fields = fields(&write_entry(&entry).unwrap());
        let there: Vec<String> = fields
            .iter()
            .filter(|(name, value)| name == "body" || (value != "null" && value != "[]"))
            .map(|(name, value)| format!("\"{name}\":{value}"))
            .collect();
        let back: Entry = serde_json::from_str(&format!("{{{}}}", there.join(","))).unwrap();
        prop_assert_eq!(back, entry);
    }

    #[test]
    fn doubles_are_found_as_by_comparing_all_with_all(entries in vec((0..12_u8, 0..3_u8), 0..40)) {
        let line = |(id, content): &(u8, u8)| {
            format!("{{\"id\":\"{id}\",\"on\":\"2024-06-14\",\"author\":\"a\",\"kind\":\"n\",\"body\":{content}}}")
        };
        let header = "{\"format\":\"qoldau-journal/1.0\"}".to_owned();
        let lines: Vec<String> = std::iter::once(header).chain(entries.iter().map(line)).collect();
        let read = read_facts(lines.join("\n").as_bytes(), &FactsLimits::default()).unwrap();
        let mut counted = Vec::new();
        let (mut again, mut differing) = (0, 0);
        for (at, entry) in entries.iter().enumerate() {
            let others: Vec<_> = entries.iter().filter(|other| other.0 == entry.0).collect();
            if others.iter().any(|other| *other != entry) {
                differing += 1;
            } else if entries[..at].contains(entry) {
                again += 1;
            } else {
                counted.push((u32::try_from(at).unwrap() + 2, entry.0.to_string()));
            }
        }
        let ids = read.entries.iter().map(|entry| entry.id.to_string());
        prop_assert_eq!(read.lines.iter().copied().zip(ids).collect::<Vec<_>>(), counted);
        let told = |code: &str| read.findings.iter().filter(|finding| finding.code == code).count();
        prop_assert_eq!((told("FCT120"), told("FCT121")), (again, differing));
    }

    #[test]
    fn any_bytes_are_read_without_harm(bytes in vec(any::<u8>(), 0..200)) {
        if let Ok(read) = read_facts(&bytes, &FactsLimits::default()) {
            let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
            prop_assert!(read.entries.len() + read.findings.len() <= lines + 1);
        }
    }

    #[test]
    fn a_changed_byte_harms_one_line_at_most(
        entries in vec(entry(), 1..4),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>().prop_filter("one line stays one", |byte| *byte != b'\n'),
    ) {
        let lines: Vec<String> = entries.iter().map(|entry| write_entry(entry).unwrap()).collect();
        let whole = read_facts(lines.join("\n").as_bytes(), &FactsLimits::default()).unwrap();
        let mut bytes = lines[0].clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        for line in &lines[1..] {
            bytes.push(b'\n');
            bytes.extend_from_slice(line.as_bytes());
        }
        if let Ok(read) = read_facts(&bytes, &FactsLimits::default()) {
            let spared = |line: &u32| *line > 1;
            let (left, all) = (read.lines.iter().filter(|l| spared(l)), whole.lines.iter().filter(|l| spared(l)));
            prop_assert!(left.count() + 1 >= all.count(), "the changed line may have taken another's id");
        }
    }
}

#[test]
fn a_body_that_is_no_json_is_not_written() {
    let fact = Fact::Other { name: "person".into(), body: RawBody::new("{") };
    let mut entry: Entry = serde_json::from_str(&minimal("void", "{\"reason\":\"r\"}")).unwrap();
    entry.fact = fact;
    assert_eq!(write_entry(&entry), Err(FactsError::BodyNotJson));
    assert!(serde_json::to_string(&entry).is_err());
    entry.fact = Fact::Other { name: "person".into(), body: RawBody::new("[1,\r\n2]") };
    assert!(write_entry(&entry).unwrap().contains("[1,\r 2]"), "a line feed would end the line");
}

fn minimal(kind: &str, body: &str) -> String {
    format!("{{\"id\":\"e1\",\"on\":\"2024-06-14\",\"author\":\"p\",\"kind\":\"{kind}\",\"body\":{body}}}")
}

/// Every kind with nothing but what it must have, and the entry as it is written.
#[test]
fn every_kind_is_written_with_nulls_for_what_is_absent() {
    let kinds = [
        ("event", r#"{"event":"cup","status":"held","activities":["t2-a1"],"start":"2024-06-14"}"#),
        ("reading", r#"{"line":"t3-2","mode":"add","value":{"kind":"amount","amount":"25.0"}}"#),
        (
            "reading",
            r#"{"line":"t4-9","mode":"total","value":{"kind":"share","numerator":"42","denominator":"50"}}"#,
        ),
        ("reading", r#"{"line":"t4-9","mode":"total","value":{"kind":"notApplicable"}}"#),
        ("evidence", r#"{"item":"list-1","kind":"list","lines":["t3-3"],"files":[{"name":"list-1.pdf"}]}"#),
        ("approval", r#"{"lines":["t2-1"],"by":"localExecutiveBody"}"#),
        ("planReading", r#"{"line":"t3-a1","question":"plannedEvents","answer":"40","source":"agreed"}"#),
        ("acknowledgement", r#"{"code":"PLAN003"}"#),
        ("linkState", r#"{"evidence":"post-1","state":"private"}"#),
        ("sameEvent", r#"{"events":["cup","cup-2"]}"#),
        ("splitEvent", r#"{"events":["cup","cup-2"]}"#),
        ("review", r#"{"line":"t2-1","state":"returned"}"#),
        ("void", r#"{"reason":"қате жазылған"}"#),
        ("registration", r#"{"any": [1.50]}"#),
    ];
    let lines = kinds.map(|(kind, body)| {
        let entry: Entry = serde_json::from_str(&minimal(kind, body)).unwrap();
        assert_eq!(entry.fact.kind(), kind);
        write_entry(&entry).unwrap()
    });
    insta::assert_snapshot!(lines.join("\n"));
}

/// One entry with everything it may have, in the order of the design.
#[test]
fn an_entry_with_all_its_fields() {
    let json = r#"{
      "id": "c-7", "on": "2024-06-14", "author": "coordinator", "kind": "evidence",
      "body": {
        "item": "post-7", "kind": "post", "lines": ["t2-4", "t9-1"], "targets": ["t9-1.1"], "events": ["cup"],
        "date": "2024-06-15", "title": "Жарыс туралы", "files": [{"name": "1.png", "pages": 1, "sha256": "ab"}],
        "number": "14", "addressees": 7, "rows": 120, "signed": true, "outlet": "Instagram",
        "link": "https://example.org/p/7", "screenshot": "2024-06-16", "copies": 50
      },
      "replaces": ["c-6"], "device": "phone-1", "seq": 7, "clock": "2024-06-15T09:30:00Z",
      "prev": "00ff", "seal": "ff00"
    }"#;
    let entry: Entry = serde_json::from_str(json).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&entry).unwrap());
}

/// Ids of the entries that observations come from.
fn observed(lines: &[String]) -> Vec<String> {
    let entries = lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    observe(entries)
        .all
        .iter()
        .filter(|seen| seen.until.is_none())
        .map(|seen| seen.entry.to_string())
        .collect()
}

fn replacing(id: &str, kind: &str, replaces: &[&str]) -> String {
    let body = if kind == "void" { "{\"reason\":\"r\"}" } else { "{\"evidence\":\"x\",\"state\":\"gone\"}" };
    minimal(kind, body)
        .replace("\"e1\"", &format!("\"{id}\""))
        .replace("\"body\"", &format!("\"replaces\":{},\"body\"", serde_json::to_string(replaces).unwrap()))
}

#[test]
fn replaced_and_voided_entries_are_not_observed() {
    let a = replacing("a", "linkState", &[]);
    let b = replacing("b", "linkState", &["a"]);
    let void = replacing("v", "void", &["b"]);
    assert_eq!(observed(&[a.clone(), b.clone()]), ["b"]);
    assert_eq!(observed(&[b.clone(), a.clone()]), ["b"], "whatever the order");
    assert!(observed(&[a.clone(), b.clone(), void.clone()]).is_empty(), "voiding b does not bring a back");
    let revoked = replacing("w", "void", &["v"]);
    assert!(observed(&[a.clone(), b.clone(), void, revoked]).is_empty(), "nor does voiding the void");
    let two = replacing("c", "linkState", &["a", "missing"]);
    assert_eq!(
        observed(&[a.clone(), b.clone(), two]),
        ["c"],
        "of two that do not know each other the last holds"
    );
    let newer = replacing("n", "registration", &["a"]);
    assert!(observed(&[a.clone(), newer]).is_empty(), "a kind of a newer version replaces too");
    let circle = replacing("a", "linkState", &["b"]);
    assert!(observed(&[circle, b]).is_empty());
}
