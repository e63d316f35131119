//! The compact form: the same journal in a fraction of the bytes, and what becomes of it on the way.

use proptest::prelude::*;
use qoldau_core::facts::FactsLimits;
use qoldau_core::journal::{Journal, JournalRead, merge, read_journal, write_compact, write_journal};

use super::phones::Phone;

fn read(bytes: &[u8]) -> JournalRead {
    read_journal(bytes, &FactsLimits::default()).unwrap()
}

/// A journal of so many entries by three phones, with ids and salts as hosts give them.
pub(crate) fn season(entries: u32) -> Journal {
    let mut journal = Journal::new(Some("66-2024-04-30".parse().unwrap()));
    for n in 0..entries {
        let phone = ["aida", "berik", "saule"][usize::try_from(n % 3).unwrap()];
        let random = |seed: u32| {
            let mixed = u64::from(n.wrapping_mul(2_654_435_761).wrapping_add(seed))
                .wrapping_mul(0x9e37_79b9_7f4a_7c15);
            format!("{mixed:016x}")
        };
        let (a, b) = (random(1), random(2));
        let id = format!("018ff{:03x}-{:04x}-7{}-8{}-{}", n >> 16, n & 0xffff, &a[..3], &b[..3], &a[4..16]);
        let draft = qoldau_core::journal::Draft {
            id: id.parse().unwrap(),
            on: "2024-06-14".parse().unwrap(),
            author: phone.into(),
            kind: "reading".into(),
            body: qoldau_core::facts::RawBody::new(&super::phones::count(&(n % 90).to_string())),
            replaces: Vec::new(),
        };
        let stamp = qoldau_core::journal::Stamp {
            device: phone.into(),
            now: super::phones::instant(i64::from(n)),
            salt: format!("{}{}", random(3), random(4)).into(),
        };
        let entry = qoldau_core::journal::record(&journal, draft, &stamp).unwrap();
        journal.insert(entry);
    }
    journal
}

#[test]
fn it_is_the_same_journal_in_a_fraction_of_the_bytes() {
    let journal = season(10_000);
    let (lines, packed) = (write_journal(&journal), write_compact(&journal));
    assert_eq!(read(&packed), JournalRead { journal, findings: vec![] });
    assert!(packed.len() * 8 < lines.len(), "{} of {}", packed.len(), lines.len());
}

#[test]
fn unusual_entries_come_through_as_they_are() {
    let lines = [
        r#"{"id":"n","on":"2024-06-14","author":"a","kind":"hologram","body":{"big": 18446744073709551615,"salt":""},"replaces":["x","018ff000-0000-7000-8000-000000000000"]}"#,
        r#"{"id":"018FF000-0000-7000-8000-000000000000","on":"0001-01-01","author":"","kind":"void","body":{"reason":"\"salt\":\"ab\""},"replaces":["y"],"device":"d","seq":7,"clock":"soon","prev":"AB","seal":"not hex"}"#,
        r#"{"id":"q","on":"9999-12-31","author":"a","kind":"void","body":{"reason":"x","salt":"0aF"},"device":"d","seq":8,"clock":"2024-06-14T09:30:00Z","prev":"","seal":"00"}"#,
        r#"{"id":"r","on":"2024-06-14","author":"a","kind":"event","body":null,"device":"d","seq":4294967295,"clock":"9999-12-31T23:59:59.999Z-ffff"}"#,
    ];
    let journal = read(lines.join("\n").as_bytes()).journal;
    assert_eq!(journal.entries().len(), 4);
    assert_eq!(read(&write_compact(&journal)).journal, journal);
}

#[test]
fn an_empty_journal_is_one_too() {
    let journal = Journal::new(None);
    assert_eq!(read(&write_compact(&journal)), JournalRead { journal, findings: vec![] });
}

#[test]
fn damage_stays_in_its_block_and_is_named() {
    let journal = season(10_000);
    let packed = write_compact(&journal);
    for (place, kept) in [(1, 10_000 - 4096), (packed.len() / 2, 10_000 - 4096), (packed.len() - 100, 8192)] {
        let mut damaged = packed.clone();
        let at = place.max(100);
        damaged[at] ^= 0x10;
        let read = read(&damaged);
        assert_eq!(read.journal.entries().len(), kept);
        assert_eq!(read.findings.len(), 1);
        assert_eq!(read.findings[0].code, "JRN106");
        for entry in read.journal.entries() {
            assert_eq!(journal.of_id(&entry.id), std::slice::from_ref(entry), "never another entry");
        }
    }
    let cut = read(&packed[..packed.len() / 2]);
    assert_eq!((cut.journal.entries().len(), cut.findings[0].code.as_str()), (4096, "JRN107"));
    let without_end = read(&packed[..packed.len() - 4]);
    assert_eq!(
        (without_end.journal.entries().len(), without_end.findings[0].code.as_str()),
        (10_000, "JRN107")
    );
}

/// The plan that a header names is covered by no hash, in neither form (`docs/journal.md`): what is done with the journal shows it.
#[test]
fn a_header_that_names_another_plan_reads_well_and_is_not_joined() {
    let journal = Journal::of_entries(Some("p".parse().unwrap()), season(3).entries().to_vec());
    let (packed, lines) = (write_compact(&journal), write_journal(&journal).into_bytes());
    for (mut other, before) in [(packed, &[1, 1, b'p'][..]), (lines, b":\"p")] {
        let at = other.windows(3).position(|three| three == before).unwrap();
        other[at + 2] = b'q';
        let other = read(&other);
        assert_eq!((other.findings.len(), other.journal.plan().unwrap().as_str()), (0, "q"));
        let error = merge(vec![journal.clone(), other.journal]).unwrap_err();
        assert_eq!(error.error.code(), "JRN001");
    }
}

#[test]
fn a_newer_form_is_refused_whole() {
    let mut packed = write_compact(&Journal::new(None));
    packed[4] = 2;
    assert_eq!(read_journal(&packed, &FactsLimits::default()).unwrap_err().code(), "FCT001");
    assert_eq!(read_journal(b"QJRN", &FactsLimits::default()).unwrap_err().code(), "FCT003");
    let few = FactsLimits { max_entries: 2, ..FactsLimits::default() };
    assert_eq!(read_journal(&write_compact(&season(3)), &few).unwrap_err().code(), "FCT002");
}

/// Written by the first version of the form; every later version reads it.
#[test]
fn the_first_version_is_read() {
    let mut aida = Phone::new("aida");
    aida.counts(0, "a", "60");
    aida.amends(1, "b", "64", &["a"]);
    let first = include_bytes!("../fixtures/journal-compact-1.0.qjrn");
    assert_eq!(read(first), JournalRead { journal: aida.journal.clone(), findings: vec![] });
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_harm(mut bytes in proptest::collection::vec(any::<u8>(), 0..200), flip in any::<prop::sample::Index>()) {
        let mut whole = write_compact(&season(5));
        let at = flip.index(whole.len());
        whole.truncate(at);
        whole.append(&mut bytes);
        let _ = read_journal(&whole, &FactsLimits::default());
        let mut header = b"QJRN\x01\x00".to_vec();
        header.extend(whole);
        let _ = read_journal(&header, &FactsLimits::default());
    }
}
