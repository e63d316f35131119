//! What a host does with a store.

use std::path::Path;
use std::time::Duration;

use qoldau_core::facts::FactsLimits;
use qoldau_core::finding::Place;
use qoldau_core::journal::{
    Draft, Envelope, Journal, Stamp, Taken, record, verify, write_compact, write_journal,
};
use qoldau_core::whole::JournalForm;
use qoldau_store::{Options, Store, StoreError, StoreKey};

use crate::support::{Random, erasure, season, text_of};

fn options(key: Option<u8>) -> Options {
    Options {
        key: key.map(|byte| StoreKey::new([byte; 32])),
        wait: Duration::from_millis(50),
        ..Options::default()
    }
}

fn draft(id: &str) -> Draft {
    let body = r#"{"line":"t1","mode":"add","value":{"kind":"amount","amount":"64"}}"#;
    serde_json::from_str(&format!(
        r#"{{"id":"{id}","on":"2024-06-14","author":"aigul","kind":"reading","body":{body}}}"#
    ))
    .unwrap()
}

fn stamp(now: &str) -> Stamp {
    Stamp { device: "phone".into(), now: now.into(), salt: "0123456789abcdef".into() }
}

/// Every file of the store, one after the other.
fn bytes_of(path: &Path) -> Vec<u8> {
    let read = |suffix: &str| std::fs::read(format!("{}{suffix}", path.display())).unwrap_or_default();
    [read(""), read("-wal"), read("-journal")].concat()
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn recording_goes_on_where_it_ended_as_it_does_in_the_core() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let mut journal = Journal::new(None);
    for (id, now) in
        [("a", "2024-06-14T09:30:00Z"), ("c", "2024-06-14T08:00:00Z"), ("b", "2024-06-15T00:00:00Z")]
    {
        // Opened anew every time, as after a start of the phone.
        let mut store = Store::open(&path).unwrap();
        let expected = record(&journal, draft(id), &stamp(now)).unwrap();
        assert_eq!(store.record(draft(id), &stamp(now)).unwrap(), expected);
        journal.insert(expected);
        assert_eq!(store.record(draft(id), &stamp(now)).unwrap_err().code(), "JRN004");
        let head = store.head("phone").unwrap().unwrap();
        assert_eq!(journal.last_of("phone"), Some((head.seq, &*head.link)));
        assert_eq!(store.head("another").unwrap(), None);
    }
    let store = Store::open(&path).unwrap();
    assert_eq!(text_of(&store), write_journal(&journal));
    assert_eq!(verify(&store.journal().unwrap()).findings, []);
    assert_eq!(store.status().unwrap().entries, 3);
}

#[test]
fn a_clock_of_a_wrong_year_hides_no_other_from_the_next_entry() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("journal")).unwrap();
    let mut journal = Journal::new(None);
    for (device, clock) in [
        ("near", "2024-06-14T12:00:00.000Z-0000"),
        ("far", "2031-01-05T08:00:00.000Z-0000"),
        ("phone", "2024-06-11T12:00:00.000Z-0000"),
    ] {
        let entry = Envelope { clock: Some(clock.into()), ..season(device, 1, 1, 0).remove(0) };
        store.append(std::slice::from_ref(&entry)).unwrap();
        journal.insert(entry);
    }
    let expected = record(&journal, draft("a"), &stamp("2024-06-12T15:00:00Z")).unwrap();
    assert_eq!(expected.clock.as_deref(), Some("2024-06-14T12:00:00.000Z-0001"));
    assert_eq!(store.record(draft("a"), &stamp("2024-06-12T15:00:00Z")).unwrap(), expected);
}

#[test]
fn whatever_clocks_and_numbers_stand_before_it_the_next_entry_is_that_of_the_core_and_no_forgery() {
    let clocks = [
        Some("2024-06-10T08:00:00.000Z-0000"),
        Some("2024-06-14T12:00:00.000Z-0000"),
        Some("2024-06-14T12:00:00.000Z-0003"),
        Some("2024-07-20T08:00:00.000Z-0000"),
        Some("2031-01-05T08:00:00.000Z-0000"),
        Some("2033-01-05T08:00:00.000Z-0000"),
        Some("2030"),
        None,
    ];
    let times =
        ["2024-06-01T15:00:00Z", "2024-06-12T15:00:00Z", "2024-06-30T15:00:00Z", "2030-12-30T00:00:00Z"];
    for seed in 0..25 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let (mut store, mut journal) = (Store::open(&path).unwrap(), Journal::new(None));
        let mut random = Random(seed);
        let mut pick = |below: usize| usize::try_from(random.below(u32::try_from(below).unwrap())).unwrap();
        for at in 0..12 {
            if pick(3) > 0 {
                // Of the phone itself too, in any order of its numbers.
                let (device, seq) = (["near", "far", "phone"][pick(3)], 1 + pick(5));
                let entry = season(device, u32::try_from(seq).unwrap(), 1, 0).remove(0);
                let id = format!("{at:02}-{device}-{seq}").parse().unwrap();
                let unnumbered = pick(6) == 0;
                let entry = Envelope {
                    id,
                    // Behind what is no clock the phone's own next one sorts before it, and `verify` says so.
                    clock: clocks[pick(clocks.len() - 2 * usize::from(device == "phone"))].map(Into::into),
                    seq: entry.seq.filter(|_| !unnumbered),
                    ..entry
                };
                store.append(std::slice::from_ref(&entry)).unwrap();
                journal.insert(entry);
                continue;
            }
            if pick(2) == 0 {
                store = Store::open(&path).unwrap();
            }
            let (id, now) = (format!("r{at:02}"), stamp(times[pick(times.len())]));
            let expected = record(&journal, draft(&id), &now);
            let recorded = store.record(draft(&id), &now);
            match (expected, recorded) {
                (Ok(expected), Ok(recorded)) => {
                    assert_eq!(recorded.clock, expected.clock, "seed {seed}, entry {at}");
                    assert_eq!(recorded.seq, expected.seq, "seed {seed}, entry {at}");
                    journal.insert(recorded.clone());
                    let of_it = verify(&journal).findings.into_iter().filter(|finding| {
                        let is_it = matches!(&finding.place, Place::Line { entry: Some(id), .. } if *id == recorded.id);
                        is_it && ["JRN101", "JRN102", "JRN105"].contains(&finding.code.as_str())
                    });
                    assert_eq!(of_it.collect::<Vec<_>>(), [], "seed {seed}, entry {at}");
                }
                (Err(expected), Err(recorded)) => assert_eq!(recorded.code(), expected.code()),
                (expected, recorded) => panic!("seed {seed}, entry {at}: {expected:?} and {recorded:?}"),
            }
        }
    }
}

#[test]
fn what_is_erased_is_gone_from_every_file() {
    for (key, body_len) in [(None, 60), (None, 20_000), (Some(1), 60), (Some(1), 20_000)] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let mut store = Store::open_with(&path, &options(key)).unwrap();
        let entries = season("Saule", 1, 40, body_len);
        for batch in entries.chunks(3) {
            store.append(batch).unwrap();
        }
        let ids: Vec<&str> = entries[4..30].iter().map(|entry| entry.id.as_str()).collect();
        let sealed_before = store.status().unwrap();
        if key.is_none() {
            assert!(contains(&bytes_of(&path), "Saule counted 17 "), "the test looks in the wrong place");
        }
        assert_eq!(store.append(&[erasure("z", &ids)]).unwrap(), [Taken::New]);
        assert!(!store.unwiped());
        let bytes = bytes_of(&path);
        for seq in 1..=40 {
            let gone = (5..=30).contains(&seq) || key.is_some();
            assert_eq!(contains(&bytes, &format!("Saule counted {seq} ")), !gone, "entry {seq}, key {key:?}");
        }
        // A full copy that comes later does not bring it back, not even for a moment.
        store.append(&entries).unwrap();
        assert!(!contains(&bytes_of(&path), "Saule counted 17 "));
        let mut journal = Journal::new(None);
        for entry in entries.iter().chain([&erasure("z", &ids)]) {
            journal.insert(entry.clone());
        }
        assert_eq!(text_of(&store), write_journal(&journal));
        assert_eq!(store.status().unwrap().entries, sealed_before.entries + 1);
    }
}

#[test]
fn what_is_erased_while_another_process_reads_is_wiped_later() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let mut store = Store::open_with(&path, &options(None)).unwrap();
    let entries = season("Saule", 1, 5, 60);
    store.append(&entries).unwrap();
    let reader = rusqlite::Connection::open(&path).unwrap();
    reader.execute_batch("BEGIN; SELECT * FROM entry").unwrap();
    store.append(&[erasure("z", &[entries[2].id.as_str()])]).unwrap();
    assert!(store.unwiped());
    assert_eq!(store.wipe(), Err(StoreError::Busy));
    assert!(contains(&bytes_of(&path), "Saule counted 3 "));
    reader.execute_batch("COMMIT").unwrap();
    store.append(&season("Other", 1, 1, 60)).unwrap();
    assert!(!store.unwiped());
    assert!(!contains(&bytes_of(&path), "Saule counted 3 "));
}

#[test]
fn a_sealed_store_tells_nothing_of_bodies_and_opens_by_its_key_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let mut store = Store::open_with(&path, &options(Some(7))).unwrap();
    store.append(&season("Saule", 1, 20, 3_000)).unwrap();
    let text = text_of(&store);
    assert!(contains(text.as_bytes(), "Saule counted 20 "));
    assert!(!contains(&bytes_of(&path), "counted"));
    drop(store);
    let open = |key| Store::open_with(&path, &options(key));
    assert_eq!(open(None).unwrap_err(), StoreError::KeyMissing);
    assert_eq!(open(Some(8)).unwrap_err(), StoreError::WrongKey);
    assert_eq!(text_of(&open(Some(7)).unwrap()), text);
    let plain = folder.path().join("plain");
    drop(Store::open(&plain).unwrap());
    assert_eq!(Store::open_with(&plain, &options(Some(7))).unwrap_err(), StoreError::NotSealed);
}

#[test]
fn who_waits_long_enough_is_served_and_who_does_not_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let mut hasty = Store::open_with(&path, &options(None)).unwrap();
    let mut patient = Store::open(&path).unwrap();
    let entries = season("phone", 1, 2, 60);
    std::thread::scope(|scope| {
        let (begun, has_begun) = std::sync::mpsc::channel();
        let path = &path;
        scope.spawn(move || {
            let mut other = rusqlite::Connection::open(path).unwrap();
            let writing = other.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).unwrap();
            begun.send(()).unwrap();
            std::thread::sleep(Duration::from_millis(600));
            drop(writing);
        });
        has_begun.recv().unwrap();
        assert_eq!(hasty.append(&entries[..1]), Err(StoreError::Busy));
        assert_eq!(hasty.journal().unwrap().entries(), [], "reading waits for nobody");
        assert_eq!(patient.append(&entries[1..]).unwrap(), [Taken::New]);
    });
    assert_eq!(hasty.append(&entries).unwrap(), [Taken::New, Taken::Known]);
}

#[test]
fn what_is_no_store_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let text = write("text", b"{\"format\":\"qoldau-journal/1.1\"}\n".repeat(100).as_slice());
    assert_eq!(Store::open(&text).unwrap_err(), StoreError::NotAStore);
    let other = folder.path().join("other");
    rusqlite::Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    let before = std::fs::read(&other).unwrap();
    assert_eq!(Store::open(&other).unwrap_err(), StoreError::NotAStore);
    assert_eq!(std::fs::read(&other).unwrap(), before);
    let newer = folder.path().join("newer");
    drop(Store::open(&newer).unwrap());
    rusqlite::Connection::open(&newer).unwrap().execute_batch("PRAGMA user_version = 2").unwrap();
    assert_eq!(Store::open(&newer).unwrap_err(), StoreError::NewerFormat { found: 2, known: 1 });
    assert_eq!(Store::open(&write("empty", b"")).unwrap().status().unwrap().entries, 0);
    assert_eq!(Store::open(&folder.path().join("no/folder")).unwrap_err().code(), "STO011");
    // A name that SQLite would take for a URI.
    let odd = folder.path().join("file:a?mode=memory");
    drop(Store::open(&odd).unwrap());
    assert!(odd.exists());
}

#[test]
fn journals_go_out_and_come_in_as_files() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let plan = |id: &str| Options { plan: Some(id.parse().unwrap()), ..Options::default() };
    let mut one = Store::open_with(&file("one"), &plan("grant")).unwrap();
    let mut two = Store::open(&file("two")).unwrap();
    one.append(&season("one", 1, 30, 60)).unwrap();
    two.append(&season("two", 1, 30, 60)).unwrap();
    one.export_file(&file("one.jsonl"), JournalForm::Lines).unwrap();
    assert_eq!(std::fs::read_to_string(file("one.jsonl")).unwrap(), text_of(&one));
    assert_eq!(one.export_file(&file("one.jsonl"), JournalForm::Lines).unwrap_err().code(), "STO011");
    one.export_file(&file("one.qjrn"), JournalForm::Compact).unwrap();
    let compact = std::fs::read(file("one.qjrn")).unwrap();
    assert_eq!(compact, write_compact(&one.journal().unwrap()));
    assert_eq!(two.merge_bytes(&compact, &FactsLimits::default()).unwrap().taken, [Taken::New; 30]);
    let merged = two.merge_file(&file("one.jsonl"), &FactsLimits::default()).unwrap();
    assert_eq!((merged.taken, merged.findings), (vec![Taken::Known; 30], vec![]));
    assert_eq!(two.status().unwrap().plan, Some("grant".parse().unwrap()));
    one.merge(&two.journal().unwrap()).unwrap();
    assert_eq!(text_of(&one), text_of(&two));
    let text = text_of(&one);
    one.close().unwrap();
    assert_eq!(text_of(&Store::open(&file("one")).unwrap()), text);
    let mut other = Store::open_with(&file("other"), &plan("another")).unwrap();
    assert_eq!(other.merge_file(&file("one.jsonl"), &FactsLimits::default()).unwrap_err().code(), "STO010");
    assert_eq!(other.status().unwrap().entries, 0);
    assert_eq!(Store::open_with(&file("one"), &plan("another")).unwrap_err().code(), "STO010");
    std::fs::write(file("no.jsonl"), "no journal").unwrap();
    assert_eq!(two.merge_file(&file("no.jsonl"), &FactsLimits::default()).unwrap_err().code(), "FCT003");
    assert_eq!(two.merge_file(&file("none"), &FactsLimits::default()).unwrap_err().code(), "STO011");
}

#[test]
fn a_copy_is_taken_while_the_store_is_open_and_compacting_gives_room_back() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("journal"), folder.path().join("copy"));
    let mut store = Store::open_with(&path, &options(Some(5))).unwrap();
    let entries = season("phone", 1, 60, 10_000);
    store.append(&entries).unwrap();
    // Somebody is writing meanwhile.
    let mut other = rusqlite::Connection::open(&path).unwrap();
    let writing = other.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).unwrap();
    store.back_up(&copy).unwrap();
    drop(writing);
    drop(other);
    let text = text_of(&store);
    assert_eq!(store.back_up(&copy).unwrap_err().code(), "STO011");
    assert_eq!(Store::open(&copy).unwrap_err(), StoreError::KeyMissing);
    let mut copied = Store::open_with(&copy, &options(Some(5))).unwrap();
    assert_eq!(text_of(&copied), text);
    let ids: Vec<&str> = entries[..50].iter().map(|entry| entry.id.as_str()).collect();
    copied.append(&[erasure("z", &ids)]).unwrap();
    let before = std::fs::metadata(&copy).unwrap().len();
    let text = text_of(&copied);
    copied.compact().unwrap();
    assert!(std::fs::metadata(&copy).unwrap().len() < before / 3);
    assert_eq!(text_of(&copied), text);
    assert_eq!(Store::open_with(&copy, &options(Some(5))).unwrap().status(), copied.status());
}

#[test]
fn nothing_personal_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_with(&folder.path().join("Saule"), &options(Some(5))).unwrap();
    assert_eq!(format!("{store:?}"), "Store { sealed: true, .. }");
}
