//! What two people wrote without knowing of each other.

use std::fmt::Write as _;

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::facts::{FactsLimits, RawBody, check_facts, read_facts};
use qoldau_core::finding::{Finding, ParamValue, Place};
use qoldau_core::journal::{
    Conflict, ConflictKind, Envelope, Journal, Taken, conflicts, merge, read_journal, verify, write_journal,
};
use qoldau_core::plan::read_plan;
use qoldau_core::value::Id;

use super::counting::sum_of;
use super::phones::{Phone, count, through_a_file};

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
fn an_event_that_one_held_and_another_plans_later_stays_held_and_is_shown() {
    let event = |status: &str, start: &str| {
        format!(r#"{{"event":"cup","status":"{status}","activities":["t2-a1"],"start":"{start}"}}"#)
    };
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    berik.says(0, "p", "event", &event("planned", "2024-06-14"), &[]);
    aida.takes(&[&berik.journal]);
    aida.says(5, "a", "event", &event("held", "2024-06-14"), &[]);
    berik.says(9, "b", "event", &event("planned", "2024-06-20"), &[]);
    let merged = aida.takes(&[&berik.journal]);
    assert_eq!(told(&merged.conflicts), "SameRecord cup: a counts of a b\n");
    aida.says(12, "d", "event", &event("held", "2024-06-14"), &["a", "b"]);
    assert_eq!(conflicts(&aida.journal), []);

    // Her own plan takes back what she pressed by mistake, and so does whoever replaces her entry.
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    aida.says(0, "a", "event", &event("held", "2024-06-14"), &[]);
    aida.says(1, "b", "event", &event("planned", "2024-06-20"), &[]);
    assert_eq!(conflicts(&aida.journal), []);
    berik.takes(&[&aida.journal]);
    berik.says(9, "c", "event", &event("planned", "2024-06-21"), &["a", "b"]);
    assert_eq!(conflicts(&berik.journal), []);
}

#[test]
fn one_event_that_one_held_and_another_put_off() {
    let event = |status: &str, start: &str| {
        format!(r#"{{"event":"cup","status":"{status}","activities":["t2-a1"],"start":"{start}"}}"#)
    };
    for off in ["cancelled", "postponed"] {
        let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
        aida.says(0, "p", "event", &event("planned", "2024-06-14"), &[]);
        aida.says(1, "a", "event", &event("held", "2024-06-14"), &[]);
        berik.says(5, "b", "event", &event(off, "2024-06-14"), &[]);
        let merged = aida.takes(&[&berik.journal]);
        assert_eq!(told(&merged.conflicts), "SameRecord cup: b counts of b a\n", "{off}");
        aida.says(12, "d", "event", &event("held", "2024-06-14"), &["a", "b"]);
        assert_eq!(conflicts(&aida.journal), []);
        // Held on a later day than that on which it was put off, it is no contradiction.
        let mut saule = Phone::new("saule");
        saule.takes(&[&berik.journal]);
        aida.journal = Phone::new("aida").journal;
        aida.says(20, "e", "event", &event("held", "2024-06-20"), &[]);
        assert_eq!(saule.takes(&[&aida.journal]).conflicts, []);
        // Nor is what one device says in turn.
        berik.says(6, "c", "event", &event("held", "2024-06-14"), &[]);
        assert_eq!(conflicts(&berik.journal), []);
    }
}

#[test]
fn events_that_one_joined_and_another_parted() {
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    let events = |ids: &str| format!(r#"{{"events":[{ids}]}}"#);
    aida.says(0, "a", "sameEvent", &events(r#""cup","cup2","cup3""#), &[]);
    berik.says(5, "b", "splitEvent", &events(r#""cup3","cup2""#), &[]);
    berik.says(6, "c", "splitEvent", &events(r#""cup","final""#), &[]);
    assert_eq!(told(&aida.takes(&[&berik.journal]).conflicts), "SameRecord cup2: b counts of b a\n");
    aida.says(9, "d", "sameEvent", &events(r#""cup","cup2""#), &["a", "b"]);
    assert_eq!(conflicts(&aida.journal), []);
    aida.says(10, "e", "splitEvent", &events(r#""cup","cup2""#), &[]);
    assert_eq!(conflicts(&aida.journal), [], "a device knows of its own");
}

#[test]
fn events_that_are_one_by_way_of_a_third_and_that_another_told_apart() {
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    let events = |one: &str, other: &str| format!(r#"{{"events":["{one}","{other}"]}}"#);
    aida.says(0, "a", "sameEvent", &events("cup", "cup2"), &[]);
    aida.says(1, "b", "sameEvent", &events("cup2", "cup3"), &[]);
    berik.says(5, "c", "splitEvent", &events("cup3", "cup"), &[]);
    assert_eq!(told(&aida.takes(&[&berik.journal]).conflicts), "SameRecord cup: c counts of c b a\n");
    assert_eq!(asked_of(&aida.journal), ["c"]);
    // What no longer stands leads nowhere, and a device knows of its own.
    aida.says(9, "d", "splitEvent", &events("cup2", "cup3"), &["b"]);
    assert_eq!(told(&conflicts(&aida.journal)), "");
    aida.says(10, "e", "sameEvent", &events("cup2", "cup3"), &["d"]);
    aida.says(11, "f", "sameEvent", &events("cup", "cup2"), &["a", "c", "e"]);
    assert_eq!(told(&conflicts(&aida.journal)), "");
}

#[test]
fn who_joins_and_who_parts_is_asked_in_the_report_too() {
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    let two = r#"{"events":["cup","cup2"]}"#;
    aida.says(0, "a", "sameEvent", two, &[]);
    berik.says(5, "b", "splitEvent", two, &[]);
    let merged = aida.takes(&[&berik.journal]);
    assert_eq!(told(&merged.conflicts), "SameRecord cup: b counts of b a\n");
    assert_eq!(asked_of(&aida.journal), ["b"]);
    aida.says(9, "c", "sameEvent", two, &["a", "b"]);
    assert_eq!(asked_of(&aida.journal), [""; 0]);
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

/// One line of a journal that somebody wrote by hand.
fn line(id: &str, kind: &str, body: &str, replaces: &str) -> String {
    format!(
        r#"{{"id":"{id}","on":"2024-06-10","author":"a","kind":"{kind}","body":{body},"replaces":[{replaces}]}}"#
    )
}

/// What merging a file, reading it, and a state say of it: the conflicts, the sum, the codes of the findings.
fn all_say(lines: &[String]) -> (String, String, Vec<String>) {
    let text = format!("{{\"format\":\"qoldau-journal/1.1\",\"plan\":\"p\"}}\n{}\n", lines.join("\n"));
    let journal = read_journal(text.as_bytes(), &FactsLimits::default()).unwrap().journal;
    let sum = sum_of(&text, "2024-07-01");
    assert_eq!(sum, sum_of(&write_journal(&journal), "2024-07-01"), "merging changes nothing");
    let read = read_facts(text.as_bytes(), &FactsLimits::default()).unwrap();
    let codes = read.findings.iter().map(|finding| finding.code.clone()).collect();
    (told(&conflicts(&journal)), sum, codes)
}

#[test]
fn of_one_id_with_two_contents_none_counts_though_one_of_them_alone_could() {
    for other in [count("-5"), r#"{"line":"t2-1","mode":"add"}"#.into(), "{}".into(), "null".into()] {
        let expected = if other == "null" { ("", "84") } else { ("SameId x: nothing counts of x x\n", "0") };
        let (x, other) = (line("x", "reading", &count("84"), ""), line("x", "reading", &other, ""));
        for lines in [[x.clone(), other.clone()], [other.clone(), x.clone()]] {
            let (conflicts, sum, codes) = all_say(&lines);
            assert_eq!((&*conflicts, &*sum), expected, "{other}");
            assert_eq!(codes.contains(&"FCT121".to_owned()), sum == "0", "{codes:?}");
        }
    }
    // Nor does a copy that says nothing of its kind stand for one whose words are gone.
    let lines = [line("x", "reading", "null", ""), line("x", "reading", "{}", "")];
    assert_eq!((all_say(&lines).0, all_say(&lines).1), (String::new(), "0".into()));
}

#[test]
fn what_says_the_same_in_other_spellings_is_the_same() {
    let spelled = [
        count("7"),
        count("7.00"),
        count("7").replace("\"mode\"", "\"event\":null,\"mode\""),
        format!(" {} ", count("07.0").replace("07", "7").replace(':', " : ")),
    ];
    let lines: Vec<String> = spelled.iter().map(|body| line("x", "reading", body, "")).collect();
    assert_eq!(all_say(&lines), (String::new(), "7".into(), vec!["FCT120".to_owned(); 3]));
    let turned: Vec<String> = lines.iter().rev().cloned().collect();
    let header = "{\"format\":\"qoldau-journal/1.1\",\"plan\":\"p\"}\n".to_owned();
    let [one, other] = [&lines, &turned].map(|lines| {
        let text = header.clone() + &lines.join("\n");
        read_journal(text.as_bytes(), &FactsLimits::default()).unwrap().journal
    });
    assert_eq!((one.entries().len(), write_journal(&one)), (1, write_journal(&other)));
    // Of a sealed entry the copy stays that its seal was made of.
    let mut aida = Phone::new("aida");
    aida.counts(0, "x", "7.00");
    let sealed = aida.journal.entries()[0].clone();
    let body = sealed.body.as_ref().unwrap().reveal().replace("7.00", "7");
    let other = Envelope { body: Some(RawBody::new(&body)), ..sealed.clone() };
    assert_eq!(aida.journal.insert(other.clone()), Taken::Known);
    let mut journal = Journal::new(None);
    journal.insert(other);
    assert_eq!(journal.insert(sealed.clone()), Taken::New);
    assert_eq!((journal.entries(), verify(&journal).findings), (&[sealed][..], vec![]));
}

#[test]
fn one_id_with_two_contents_that_was_settled_is_told_so_and_found() {
    let again = format!(r#"{{"kind":"reading","body":{}}}"#, count("85"));
    let lines = [
        line("x", "reading", &count("84"), ""),
        line("x", "reading", &count("85"), ""),
        line("s", "amend", &again, r#""x""#),
    ];
    let (conflicts, sum, codes) = all_say(&lines);
    assert_eq!((conflicts, sum, codes), (String::new(), "85".into(), vec!["FCT131".to_owned(); 2]));
    let annex = include_bytes!("../../../examples/data/qoldau-2024.kk.txt");
    let plan = read_annex(annex, &ReadLimits::default()).unwrap().plan;
    let read = read_facts(lines.join("\n").as_bytes(), &FactsLimits::default()).unwrap();
    let found = check_facts(&plan, &read);
    assert!(!found.iter().any(|finding| finding.code == "FCT211"), "what it replaces is there: {found:?}");
    // One that cannot count settles nothing.
    let bad = again.replace("85", "-85");
    let (conflicts, sum, codes) =
        all_say(&[lines[0].clone(), lines[1].clone(), line("s", "amend", &bad, r#""x""#)]);
    assert_eq!((&*conflicts, &*sum), ("SameId x: nothing counts of x x\n", "0"));
    assert_eq!(codes, ["FCT121", "FCT121", "FCT114"]);
}

#[test]
fn an_amendment_that_cannot_count_holds_nowhere() {
    let again = |amount: &str| format!(r#"{{"kind":"reading","body":{}}}"#, count(amount));
    let lines = [
        line("x", "reading", &count("84"), ""),
        line("y", "amend", &again("-5"), r#""x""#),
        line("z", "amend", &again("70"), r#""x""#),
    ];
    assert_eq!(all_say(&lines), (String::new(), "70".into(), vec!["FCT114".into()]));
    let both = [lines[0].clone(), line("y", "amend", &again("60"), r#""x""#), lines[2].clone()];
    assert_eq!(all_say(&both).0, "SameEntry x: z counts of z y\n");
}

#[test]
fn journals_of_different_plans_are_not_merged() {
    let mut other = Phone::new("aida");
    other.journal = qoldau_core::journal::Journal::new(Some("q".parse().unwrap()));
    let error = merge(vec![Phone::new("b").journal, other.journal]).unwrap_err();
    assert_eq!((error.file, error.error.code()), (1, "JRN001"));
}

#[test]
fn many_events_that_one_joined_and_two_of_them_that_another_told_apart() {
    let many: Vec<String> = (10..30).map(|number| format!("\"e{number}\"")).collect();
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    aida.says(0, "a", "sameEvent", &format!(r#"{{"events":[{}]}}"#, many.join(",")), &[]);
    berik.says(5, "b", "splitEvent", r#"{"events":["e12","e25"]}"#, &[]);
    assert_eq!(told(&aida.takes(&[&berik.journal]).conflicts), "SameRecord e12: b counts of b a\n");
    aida.says(9, "c", "splitEvent", r#"{"events":["e12","e25"]}"#, &["a", "b"]);
    assert_eq!(conflicts(&aida.journal), []);
}

#[test]
fn what_is_in_conflict_is_asked_in_the_report() {
    let event = |status: &str, heads: u32| {
        format!(
            r#"{{"event":"cup","status":"{status}","activities":["t2-a1"],"start":"2024-06-14","headcount":{heads}}}"#
        )
    };
    for (status, heads, asked) in [("held", 60, 0), ("held", 70, 1), ("cancelled", 60, 1), ("planned", 60, 1)]
    {
        let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
        aida.says(0, "a", "event", &event("held", 60), &[]);
        berik.says(5, "b", "event", &event(status, heads), &[]);
        let merged = aida.takes(&[&berik.journal]);
        let told = told(&merged.conflicts);
        assert_eq!(
            asked_of(&aida.journal),
            // A plan takes back nothing that another saw held.
            told.lines().map(|_| if status == "planned" { "a" } else { "b" }).collect::<Vec<_>>(),
            "{told}"
        );
        assert_eq!(told.lines().count(), asked);
        aida.says(9, "d", "event", &event("held", 60), &["a", "b"]);
        assert_eq!(asked_of(&aida.journal), [""; 0]);
    }
}

/// What checking the facts asks of several records: about what, and at which entry.
pub(crate) fn asked_about(journal: &Journal) -> Vec<String> {
    let plan = read_plan(include_bytes!("../facts/plan.json")).unwrap();
    let facts = read_facts(write_journal(journal).as_bytes(), &FactsLimits::default()).unwrap();
    let asked = check_facts(&plan, &facts).into_iter().filter(|finding| finding.code == "FCT225");
    let ids = asked.map(|finding| {
        let ids = finding.params.iter().filter_map(|param| match &param.value {
            ParamValue::Id { id } => Some(id.to_string()),
            _ => None,
        });
        ids.collect::<Vec<_>>().join(" ")
    });
    ids.collect()
}

/// The entries at which checking the facts asks which of several records is right.
fn asked_of(journal: &Journal) -> Vec<String> {
    asked(journal, "FCT225")
}

/// The entries that a question is about.
fn asked(journal: &Journal, code: &str) -> Vec<String> {
    let annex = include_bytes!("../../../examples/data/qoldau-2024.kk.txt");
    let plan = read_annex(annex, &ReadLimits::default()).unwrap().plan;
    let facts = read_facts(write_journal(journal).as_bytes(), &FactsLimits::default()).unwrap();
    let entry = |finding: Finding| match finding.place {
        Place::Line { entry, .. } => entry.map(|id| id.to_string()),
        _ => None,
    };
    let asked = check_facts(&plan, &facts).into_iter().filter(|finding| finding.code == code);
    asked.filter_map(entry).collect()
}

#[test]
fn one_number_that_two_phones_added_for_one_event_is_asked_about_and_both_count() {
    let count = |event: &str, amount: &str, mode: &str| {
        format!(
            r#"{{"line":"t3-3","event":"{event}","mode":"{mode}","value":{{"kind":"amount","amount":"{amount}"}}}}"#
        )
    };
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    aida.says(0, "a", "reading", &count("cup", "64", "add"), &[]);
    // Her own number twice, that of another event, and another number of this one are no question.
    aida.says(1, "a2", "reading", &count("cup", "30", "add"), &[]);
    aida.says(2, "a3", "reading", &count("cup", "30", "add"), &[]);
    berik.says(5, "b", "reading", &count("cup", "64", "add"), &[]);
    berik.says(6, "b2", "reading", &count("run", "64", "add"), &[]);
    berik.says(7, "b3", "reading", &count("cup", "61", "add"), &[]);
    assert_eq!(asked(&berik.journal, "FCT233"), [""; 0]);
    assert_eq!(aida.takes(&[&berik.journal]).conflicts, [], "both may be right");
    assert_eq!(asked(&aida.journal, "FCT233"), ["b"]);
    aida.says(9, "c", "reading", &count("cup", "64", "add"), &["a", "b"]);
    assert_eq!(asked(&aida.journal, "FCT233"), [""; 0]);
}

#[test]
fn what_follows_or_stands_apart_is_no_contradiction() {
    let review = |state: &str| format!(r#"{{"line":"t1-4","state":"{state}"}}"#);
    let minutes = |answer: &str, date: &str| {
        format!(
            r#"{{"line":"t3-a1","question":"plannedEvents","answer":"{answer}","source":"agreed","agreedWith":"op","document":"1","date":"{date}"}}"#
        )
    };
    let other = |answer: &str| {
        format!(
            r#"{{"line":"t3-a1","question":"other","answer":"{answer}","source":"agreed","agreedWith":"op","date":"2024-06-10"}}"#
        )
    };
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    // Handed in, returned, handed in anew and accepted, all on one day.
    aida.says(0, "a1", "review", &review("submitted"), &[]);
    berik.says(0, "b1", "review", &review("returned"), &[]);
    aida.takes(&[&berik.journal]);
    aida.says(0, "a2", "review", &review("submitted"), &[]);
    berik.takes(&[&aida.journal]);
    berik.says(0, "b2", "review", &review("accepted"), &[]);
    // Two minutes with one number, and two remarks.
    aida.says(1, "a3", "planReading", &minutes("40", "2024-06-15"), &[]);
    berik.says(2, "b3", "planReading", &minutes("30", "2024-08-15"), &[]);
    aida.says(3, "a4", "planReading", &other("one thing"), &[]);
    berik.says(3, "b4", "planReading", &other("another thing"), &[]);
    assert_eq!(aida.takes(&[&berik.journal]).conflicts, []);
    assert_eq!(asked_of(&aida.journal), [""; 0]);
}

#[test]
fn what_is_told_once_of_a_line_and_two_phones_tell_differently() {
    let answer = |answer: &str, date: &str| {
        format!(
            r#"{{"line":"t3-a1","question":"plannedEvents","answer":"{answer}","source":"agreed","agreedWith":"op","date":"{date}"}}"#
        )
    };
    let total = |amount: &str| {
        format!(r#"{{"line":"t1-4","mode":"total","value":{{"kind":"amount","amount":"{amount}"}}}}"#)
    };
    let review = |state: &str| format!(r#"{{"line":"t1-4","state":"{state}"}}"#);
    let cases = [
        ("planReading", answer("40", "2024-06-10"), answer("30", "2024-06-10"), "t3-a1"),
        ("reading", total("2"), total("5"), "t1-4"),
        ("review", review("accepted"), review("returned"), "t1-4"),
    ];
    for (kind, one, other, line) in cases {
        let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
        aida.says(0, "a", kind, &one, &[]);
        berik.says(5, "b", kind, &one, &[]);
        assert_eq!(aida.takes(&[&berik.journal]).conflicts, [], "{kind}: both say the same");
        berik.says(6, "c", kind, &other, &["b"]);
        let merged = aida.takes(&[&berik.journal]);
        assert_eq!(told(&merged.conflicts), format!("SameRecord {line}: c counts of c a\n"), "{kind}");
        assert_eq!(asked_of(&aida.journal), ["c"], "{kind}");
        aida.says(9, "d", kind, &other, &["a", "c"]);
        assert_eq!(conflicts(&aida.journal), [], "{kind}");
        aida.says(10, "e", kind, &one, &[]);
        assert_eq!(conflicts(&aida.journal), [], "{kind}: a device knows of its own");
    }
}
