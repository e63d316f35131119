//! The registry, story by story.

use serde_json::json;

use super::*;
use crate::facts::{FactsLimits, FactsRead, observe, read_facts};
use crate::people::observe::{SamePersons, join_persons, people_of_journal};
use crate::people::reach::{ReachQuestion, count_reach};
use crate::value::DateRange;

fn registry() -> Registry {
    let agreed = |by: &str, on: &str| json!([{ "to": "processing", "by": by, "on": on }]);
    let json = json!({
        "format": REGISTRY_FORMAT,
        "persons": [
            { "id": "p-1", "name": "Ахметова Айгерім", "sex": "f", "birth": { "kind": "exact", "date": "2010-06-14" },
              "organisation": "o-1", "phone": "+77000000001", "email": "a@example.org", "iin": "000101300009",
              "place": "471010000", "consents": agreed("person", "2024-05-02") },
            { "id": "p-2", "name": "Оспанов Ерлан", "disability": "yes", "organisation": "o-9",
              "consents": [{ "to": "processing", "by": "person", "on": "2024-05-02", "withdrawn": "2024-06-01" }] },
            { "id": "p-3", "birth": { "kind": "yearOnly", "year": 2010 }, "settlement": "Ақтау",
              "consents": agreed("representative", "2024-05-02") },
            { "id": "p-3" }
        ],
        "organisations": [
            { "id": "o-1", "kind": "school", "name": "№ 3 мектеп", "bin": "990140000007" },
            { "id": "o-2", "kind": "initiativeGroup", "name": "Жасыл аула" }
        ]
    });
    read_registry(json.to_string().as_bytes()).unwrap()
}

fn entries() -> Vec<crate::facts::Entry> {
    let entry = |id: &str, kind: &str, body: serde_json::Value| {
        json!({ "id": id, "on": "2024-06-15", "author": "a", "kind": kind, "body": body }).to_string()
    };
    let journal = [
        r#"{"format":"qoldau-journal/1.1","plan":"p"}"#.to_owned(),
        entry(
            "e",
            "event",
            json!({ "event": "cup", "status": "held", "activities": ["t1-a1"], "start": "2024-06-15" }),
        ),
        entry("a", "attendance", json!({ "event": "cup", "persons": ["p-1", "p-2"], "by": "list" })),
        entry("b", "attendance", json!({ "line": "t1-1", "persons": ["p-1"], "by": "scannedCode" })),
        entry("c", "personDecision", json!({ "one": "p-1", "other": "p-3", "verdict": "notSame" })),
    ];
    read_facts(journal.join("\n").as_bytes(), &FactsLimits::default()).unwrap().entries
}

#[test]
fn findings_name_ids_and_nothing_else() {
    let found = check_registry(&registry(), "2024-06-15".parse().unwrap());
    let codes: Vec<&str> = found.iter().map(|finding| finding.code.as_str()).collect();
    // p-3 is there twice; p-1 is 14, agreed alone and has a number; o-9 is not there, and p-2's consent was withdrawn.
    assert_eq!(codes, ["PPL030", "PPL033", "PPL034", "PPL031", "PPL032", "PPL032"]);
    let said = format!("{found:?} {:?}", registry());
    for secret in ["Ахметова", "+7700", "a@example", "000101300009", "2010", "471010000", "990140000007"]
    {
        assert!(!said.contains(secret), "{secret}");
    }
}

#[test]
fn nothing_of_a_minor_has_to_be_there() {
    let bare = json!({ "format": REGISTRY_FORMAT, "persons": [{ "id": "p-1", "birth": { "kind": "yearOnly", "year": 2012 },
        "consents": [{ "to": "processing", "by": "representative", "on": "2024-05-02" }] }] });
    let bare = read_registry(bare.to_string().as_bytes()).unwrap();
    assert_eq!(check_registry(&bare, "2024-06-15".parse().unwrap()), []);
}

#[test]
fn a_registry_is_written_as_it_is_read_and_errors_quote_nothing() {
    let written = write_registry(&registry()).unwrap();
    assert_eq!(read_registry(written.as_bytes()).unwrap(), registry());
    let code = |json: &str| read_registry(json.as_bytes()).unwrap_err().code();
    assert_eq!(code("{}"), "REG002");
    assert_eq!(code(r#"{"format":"qoldau-registry/1.7"}"#), "REG001");
    assert_eq!(code("{"), "REG003");
    let wrong = r#"{"format":"qoldau-registry/1.0","persons":[{"id":"p","phone":"8 700 000 00"}]}"#;
    let error = read_registry(wrong.as_bytes()).unwrap_err();
    assert_eq!(error.code(), "REG004");
    assert!(!format!("{error} {error:?}").contains("700"), "{error}");
}

#[test]
fn all_that_is_held_of_one_person_is_given_and_can_be_taken_out() {
    let (registry, entries) = (registry(), entries());
    let facts = FactsRead { entries: entries.clone(), ..FactsRead::default() };
    let person = "p-1".parse().unwrap();
    let export = export_person(&registry, &facts, &person);
    assert_eq!(export.records.len(), 1);
    let said: Vec<(&str, &str)> =
        export.mentions.iter().map(|mention| (mention.entry.as_str(), mention.kind.as_str())).collect();
    assert_eq!(said, [("a", "attendance"), ("b", "attendance"), ("c", "personDecision")]);
    let json = serde_json::to_string(&export).unwrap();
    assert!(json.contains("Ахметова") && json.contains("+77000000001") && !json.contains("Оспанов"));

    let erased = erase_person(&registry, &facts, &person);
    assert_eq!((erased.records, erased.mentions.len()), (1, 3));
    let left = write_registry(&erased.registry).unwrap();
    for secret in ["Ахметова", "+77000000001", "000101300009", "a@example.org"] {
        assert!(!left.contains(secret), "{secret}");
    }
    assert_eq!(export_person(&erased.registry, &facts, &person).records, []);
    // The figures stay what they were: the journal counts by ids.
    let people = people_of_journal(&observe(entries), "2024-07-01".parse().unwrap());
    let asked = ReachQuestion {
        period: DateRange { start: "2024-05-01".parse().unwrap(), end: "2024-10-31".parse().unwrap() },
        events: Vec::new(),
        ages: Vec::new(),
        by: Vec::new(),
    };
    let reach = |registry: &Registry| {
        count_reach(&registry_facts(registry, &people.same), &people.attendances, &[], &asked)
    };
    assert_eq!(reach(&registry), reach(&erased.registry));
    assert_eq!(reach(&registry).persons_listed, 2);
}

#[test]
fn facts_for_counting_hold_nobody() {
    let facts = registry_facts(&registry(), &SamePersons::default());
    assert_eq!(facts.len(), 3);
    assert_eq!(facts[0].organisation.as_deref(), Some("№ 3 мектеп"));
    assert_eq!(
        (facts[0].settlement.as_deref(), facts[1].category.as_deref()),
        (Some("Маңғыстау облысы"), Some("disability"))
    );
    let same = join_persons(&[crate::people::duplicates::PairDecision {
        one: "p-1".parse().unwrap(),
        other: "p-3".parse().unwrap(),
        verdict: crate::people::duplicates::PairVerdict::Same,
    }]);
    let joined = registry_facts(&registry(), &same);
    assert_eq!(joined.len(), 2);
    assert_eq!(joined[0].settlement.as_deref(), Some("Маңғыстау облысы"), "what the first record knows");
}

#[test]
fn what_decisions_call_one_person_is_given_and_taken_out_with_all_its_ids() {
    let decision = |id: &str, verdict: &str| {
        let body = json!({ "one": "p-1", "other": "p-2", "verdict": verdict });
        json!({ "id": id, "on": "2024-06-15", "author": "a", "kind": "personDecision", "body": body })
            .to_string()
    };
    let with = |verdict: &str| {
        let journal = [r#"{"format":"qoldau-journal/1.1","plan":"p"}"#.to_owned(), decision("d", verdict)];
        let read = read_facts(journal.join("\n").as_bytes(), &FactsLimits::default()).unwrap();
        FactsRead { entries: [entries(), read.entries].concat(), ..FactsRead::default() }
    };
    let (registry, facts) = (registry(), with("same"));
    for id in ["p-1", "p-2"] {
        let id = id.parse().unwrap();
        let ids = |records: &[RegisteredPerson]| {
            records.iter().map(|record| record.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(ids(&export_person(&registry, &facts, &id).records), ["p-1", "p-2"]);
        let erased = erase_person(&registry, &facts, &id);
        assert_eq!((erased.records, ids(&erased.registry.persons)), (2, vec!["p-3".into(), "p-3".into()]));
        assert_eq!(erased.mentions.len(), 4);
    }
    assert_eq!(export_person(&registry, &with("notSame"), &"p-1".parse().unwrap()).records.len(), 1);
}

#[test]
fn the_latest_decision_tells_whose_records_are_erased_in_any_order_of_lines() {
    let decision = |id: &str, on: &str, clock: &str, verdict: &str| {
        let body = json!({ "one": "p-1", "other": "p-2", "verdict": verdict });
        let clock = Some(clock).filter(|clock| !clock.is_empty());
        json!({ "id": id, "on": on, "author": "a", "kind": "personDecision", "body": body, "clock": clock })
            .to_string()
    };
    let (early, late) = ("2024-06-05T10:00:00.000Z-0000-x", "2024-06-05T12:00:00.000Z-0000-x");
    for (first, second) in [("same", "notSame"), ("notSame", "same")] {
        for lines in [
            [decision("d1", "2024-06-01", "", first), decision("d2", "2024-06-05", "", second)],
            [decision("d2", "2024-06-05", early, first), decision("d1", "2024-06-05", late, second)],
        ] {
            let said = |lines: [&String; 2]| {
                let header = r#"{"format":"qoldau-journal/1.1","plan":"p"}"#.to_owned();
                let journal = [&header, lines[0], lines[1]].map(String::as_str).join("\n");
                let facts = read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap();
                let person = "p-1".parse().unwrap();
                (export_person(&registry(), &facts, &person), erase_person(&registry(), &facts, &person))
            };
            let (export, erased) = said([&lines[0], &lines[1]]);
            let want = if second == "same" { 2 } else { 1 };
            assert_eq!((export.records.len(), erased.records), (want, u32::try_from(want).unwrap()));
            assert_eq!(said([&lines[1], &lines[0]]), (export, erased), "the order of lines says nothing");
        }
    }
}

#[test]
fn two_schools_of_one_name_are_told_apart_by_their_settlements() {
    let school =
        |id: &str, place: &str| json!({ "id": id, "kind": "school", "name": "СШ №7", "settlement": place });
    let registry = json!({
        "format": REGISTRY_FORMAT,
        "organisations": [school("o1", "Актау"), school("o2", "Шетпе")],
        "persons": [{ "id": "p-1", "organisation": "o1" }, { "id": "p-2", "organisation": "o2" },
            { "id": "p-3", "settlement": "нет", "category": "-" }]
    });
    let registry = read_registry(registry.to_string().as_bytes()).unwrap();
    let facts = registry_facts(&registry, &SamePersons::default());
    let schools: Vec<Option<&str>> = facts.iter().map(|facts| facts.organisation.as_deref()).collect();
    assert_eq!(schools, [Some("СШ №7 (Актау)"), Some("СШ №7 (Шетпе)"), None]);
    assert_eq!((&facts[2].settlement, &facts[2].category), (&None, &None));
}

#[test]
fn values_that_tell_of_somebody_are_told_and_not_counted_by() {
    let person = json!({ "id": "p-1", "settlement": "с. Шетпе, ул. Абая 5", "category": "опекун 87000000001",
        "consents": [{ "to": "processing", "by": "person", "on": "2024-05-02" }] });
    let registry = json!({ "format": REGISTRY_FORMAT, "persons": [person] });
    let registry = read_registry(registry.to_string().as_bytes()).unwrap();
    let found = check_registry(&registry, "2024-06-15".parse().unwrap());
    assert_eq!(found.iter().map(|finding| finding.code.as_str()).collect::<Vec<_>>(), ["PPL050"]);
    assert!(!format!("{found:?}").contains("Абая"));
    let facts = registry_facts(&registry, &SamePersons::default());
    assert_eq!((&facts[0].settlement, &facts[0].category), (&None, &None));
}
