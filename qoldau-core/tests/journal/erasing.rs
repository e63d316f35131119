//! Erasing personal data: the content goes, the chain stays.

use qoldau_core::facts::{Fact, FactsLimits, read_facts};
use qoldau_core::journal::{Envelope, Journal, Taken, merge, read_journal, verify, write_journal};

use super::counting::sum_of;
use super::phones::{Phone, count, through_a_file};

const NAMED: &str = r#"{"item":"list","kind":"list","lines":["t2-6"],"title":"Синтетикалық Есім"}"#;

fn erases(phone: &mut Phone, minute: i64) {
    phone.says(minute, "z", "erase", r#"{"entries":["x"],"reason":"келісімін қайтарды"}"#, &[]);
}

#[test]
fn what_is_erased_is_gone_and_the_chain_is_whole() {
    let mut aida = Phone::new("aida");
    aida.says(0, "x", "evidence", NAMED, &[]);
    aida.counts(1, "y", "5");
    erases(&mut aida, 2);
    let text = write_journal(&aida.journal);
    assert!(!text.contains("Синтетикалық"), "{text}");
    assert!(text.contains(r#""body":null"#), "{text}");
    let verified = verify(&aida.journal);
    assert_eq!(verified.findings, []);
    assert_eq!((verified.devices[0].entries, verified.devices[0].erased), (3, 1));
    assert_eq!(through_a_file(&aida.journal), aida.journal);
}

#[test]
fn it_wins_over_full_copies_whatever_comes_first() {
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    aida.says(0, "x", "evidence", NAMED, &[]);
    berik.takes(&[&aida.journal]);
    let full = aida.journal.entries()[0].clone();
    erases(&mut berik, 5);
    aida.takes(&[&berik.journal]);
    assert_eq!(aida.journal, berik.journal);
    assert!(!write_journal(&aida.journal).contains("Синтетикалық"));
    // A phone that comes back from the field with the full copy brings nothing back.
    assert_eq!(aida.journal.insert(full.clone()), Taken::Known);
    assert!(!write_journal(&aida.journal).contains("Синтетикалық"));
    // The erasure arrives before what it erases.
    let mut alone = Journal::new(Some("p".parse().unwrap()));
    let erasure = berik.journal.entries().iter().find(|entry| &*entry.kind == "erase").unwrap().clone();
    alone.insert(erasure);
    assert_eq!(alone.insert(full.clone()), Taken::Erased);
    assert!(!write_journal(&alone).contains("Синтетикалық"));
    // Who takes an entry that is erased knows it.
    assert_eq!(aida.journal.insert(full), Taken::Known);
}

/// An `erase` entry is what erases: a body that is merely missing wipes out no other copy, and comes back with it.
#[test]
fn a_body_that_no_erasure_names_is_missing_and_not_erased() {
    let mut aida = Phone::new("aida");
    aida.says(0, "x", "evidence", NAMED, &[]);
    let full = aida.journal.entries()[0].clone();
    let bare = Envelope { body: None, ..full.clone() };
    let alone = |entry: &Envelope| {
        let mut journal = Journal::new(None);
        journal.insert(entry.clone());
        journal
    };
    for (both, new) in [([&bare, &full], [1, 1]), ([&full, &bare], [1, 0])] {
        let merged = merge(both.map(alone).to_vec()).unwrap();
        assert_eq!(merged.conflicts, []);
        assert_eq!(merged.journal.entries(), std::slice::from_ref(&full));
        assert_eq!((merged.new_entries, merged.erased), (new.to_vec(), 0));
    }
    assert_eq!(alone(&full).insert(bare.clone()), Taken::Known);
    assert_eq!(alone(&bare).insert(full.clone()), Taken::New);
    // The erasure wins whichever comes first of the three.
    erases(&mut aida, 1);
    let wish = aida.journal.of_id(&"z".parse().unwrap())[0].clone();
    for order in [[&full, &bare, &wish], [&bare, &wish, &full], [&wish, &full, &bare]] {
        let merged = merge(order.map(alone).to_vec()).unwrap();
        assert_eq!((merged.journal.entries(), merged.erased), (aida.journal.entries(), 1));
    }
}

fn said(id: &str, kind: &str, body: &str) -> String {
    format!(
        r#"{{"id":"{id}","on":"2024-06-10","author":"aida","kind":"{kind}","body":{body},"replaces":[]}}"#
    )
}

/// Whatever became of the wish: what it names does not come back, read as facts, merged, or entry by entry.
#[test]
fn a_wish_that_somebody_tampered_with_still_erases() {
    let header = r#"{"format":"qoldau-journal/1.1","plan":"p"}"#;
    let x = said("x", "reading", &count("84"));
    let wish = said("er", "erase", r#"{"entries":["x"]}"#);
    let long = wish.replace("\"aida\"", &format!("{:?}", "a".repeat(200)));
    let tampered = [
        said("er", "erase", "null"),
        said("er", "erase", r#"{"entries":["y"]}"#),
        said("er", "reading", &count("7")),
        said("er", "erase", r#"{"entries":["x"],"because":"of a newer version"}"#),
        long.clone(),
    ];
    for other in &tampered {
        for lines in [[&x, &wish, other], [other, &wish, &x], [&wish, &x, other]] {
            let text = format!("{header}\n{}\n{}\n{}\n", lines[0], lines[1], lines[2]);
            assert_eq!(sum_of(&text, "2024-07-01"), "0", "{text}");
            let journal = read_journal(text.as_bytes(), &FactsLimits::default()).unwrap().journal;
            let merged = write_journal(&journal);
            assert!(!merged.contains("84"), "{merged}");
            assert_eq!(sum_of(&merged, "2024-07-01"), "0", "{text}");
        }
    }
    // A wish that cannot count for another reason is a wish.
    for wish in &tampered[3..] {
        assert_eq!(sum_of(&format!("{header}\n{x}\n{wish}\n"), "2024-07-01"), "0", "{wish}");
    }
    // Of another plan it is none of ours.
    let foreign = format!("{header}\n{x}\n{}\n{wish}\n", header.replace("\"p\"", "\"q\""));
    assert_eq!(sum_of(&foreign, "2024-07-01"), "84");
}

#[test]
fn what_an_erasure_names_is_told_though_its_words_are_in_the_file() {
    let lines = [
        said("bad", "reading", &count("-5")),
        said("x", "reading", &count("84")),
        said("er", "erase", r#"{"entries":["x","bad"]}"#),
    ];
    let read = read_facts(lines.join("\n").as_bytes(), &FactsLimits::default()).unwrap();
    let told: Vec<&str> = read.findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(told, ["FCT122", "FCT114", "FCT128"]);
    assert!(read.entries.iter().take(2).all(|entry| matches!(entry.fact, Fact::Erased { .. })));
    assert_eq!(read.lines, [1, 2, 3]);
}

#[test]
fn the_wish_itself_stays_known() {
    let mut aida = Phone::new("aida");
    aida.says(0, "x", "evidence", NAMED, &[]);
    erases(&mut aida, 1);
    aida.says(2, "w", "erase", r#"{"entries":["z"]}"#, &[]);
    let wish = aida.journal.of_id(&"z".parse().unwrap());
    assert!(wish[0].body.is_some());
}

#[test]
fn a_wish_that_lost_its_words_on_the_way_is_restored_whatever_comes_first() {
    let mut aida = Phone::new("aida");
    aida.says(0, "x", "evidence", NAMED, &[]);
    let full = aida.journal.entries()[0].clone();
    erases(&mut aida, 1);
    let wish = aida.journal.of_id(&"z".parse().unwrap())[0].clone();
    let wordless = Envelope { body: None, ..wish.clone() };
    let mut orders = Vec::new();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut journal = Journal::new(Some("p".parse().unwrap()));
        for at in order {
            journal.insert([&full, &wish, &wordless][at].clone());
        }
        orders.push(write_journal(&journal));
    }
    assert!(orders.iter().all(|text| *text == orders[0] && !text.contains("Синтетикалық")), "{orders:?}");
    assert_eq!(orders[0], write_journal(&aida.journal));
}
