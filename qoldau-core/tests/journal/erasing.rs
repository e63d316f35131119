//! Erasing personal data: the content goes, the chain stays.

use qoldau_core::journal::{Journal, Taken, merge, verify, write_journal};

use super::phones::{Phone, through_a_file};

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
    assert_eq!(alone.insert(full.clone()), Taken::New);
    assert!(!write_journal(&alone).contains("Синтетикалық"));
    // An erased copy alone, without the entry that says why, is no conflict with the full one.
    let erased = alone.entries()[0].clone();
    let mut only_copy = Journal::new(None);
    only_copy.insert(erased.clone());
    let mut only_full = Journal::new(None);
    only_full.insert(full.clone());
    for both in [vec![only_copy.clone(), only_full.clone()], vec![only_full.clone(), only_copy]] {
        let merged = merge(both).unwrap();
        assert_eq!(merged.conflicts, []);
        assert_eq!(merged.journal.entries(), std::slice::from_ref(&erased));
    }
    assert_eq!(only_full.insert(erased), Taken::Erased);
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
    let wordless = qoldau_core::journal::Envelope { body: None, ..wish.clone() };
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
