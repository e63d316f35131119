//! The store beside the journal of the core: the same entries in the same order give the same answers and the same set.

use proptest::prelude::*;
use qoldau_core::facts::RawBody;
use qoldau_core::journal::{Envelope, Journal, Taken, write_compact, write_journal};
use qoldau_core::whole::JournalForm;
use qoldau_store::{Options, Store, StoreKey};

use crate::support;

/// Entries of few ids, devices and bodies, so that copies, forgeries and erasures meet.
fn any_entry() -> impl Strategy<Value = Envelope> {
    let id = |n: u8| format!("id-{n}");
    let body = prop_oneof![
        2 => Just(None),
        6 => (0_u8..3).prop_map(|n| Some(format!(r#"{{"line":"t1","value":"{n}"}}"#))),
    ];
    let erases = proptest::collection::vec(0_u8..6, 1..3).prop_map(move |ids| {
        Some(serde_json::json!({ "entries": ids.into_iter().map(id).collect::<Vec<_>>() }).to_string())
    });
    let says = prop_oneof![
        6 => (Just("reading"), body),
        1 => (Just("erase"), erases),
        1 => (Just("new kind"), Just(Some(r#"{"b":1,"a":[ 2 ]}"#.to_owned()))),
    ];
    (0_u8..6, says, 0_u32..4, 0_u8..2, any::<bool>()).prop_map(
        move |(n, (kind, body), seq, device, chained)| {
            let template = support::season("phone", 1, 1, 0).remove(0);
            Envelope {
                id: id(n).parse().unwrap(),
                kind: kind.into(),
                body: body.map(|body| RawBody::new(&body)),
                device: chained.then(|| format!("phone-{device}").into()),
                seq: chained.then_some(seq),
                clock: chained.then(|| format!("2024-06-14T09:00:{seq:02}.000Z-0000").into()),
                ..template
            }
        },
    )
}

/// Everything a store can be asked, beside the core's journal.
fn same(store: &Store, journal: &Journal) {
    let text = write_journal(journal);
    assert_eq!(support::text_of(store), text);
    let mut exported = Vec::new();
    store.export(&mut exported, JournalForm::Lines).unwrap();
    assert_eq!(String::from_utf8(exported).unwrap(), text);
    let mut compact = Vec::new();
    store.export(&mut compact, JournalForm::Compact).unwrap();
    assert_eq!(compact, write_compact(&store.journal().unwrap()));
    let status = store.status().unwrap();
    assert_eq!(usize::try_from(status.entries).unwrap(), journal.entries().len());
    assert_eq!(status.newest_clock.as_deref(), journal.newest_clock());
    for device in ["phone-0", "phone-1", "phone-2"] {
        let seq = journal.last_of(device).map(|(seq, _)| seq);
        assert_eq!(store.head(device).unwrap().map(|head| head.seq), seq, "{device}");
    }
    for entry in journal.entries() {
        assert_eq!(store.of_id(&entry.id).unwrap(), journal.of_id(&entry.id));
    }
    // Who follows the arrivals, in pages of any size, has the same journal.
    let mut followed = Journal::new(None);
    let mut after = 0;
    loop {
        let arrivals = store.read_since(after, 2).unwrap();
        arrivals.entries.into_iter().for_each(|entry| {
            followed.insert(entry);
        });
        after = arrivals.next;
        if !arrivals.more {
            break;
        }
    }
    assert_eq!(write_journal(&followed), text);
    assert_eq!(after, status.last);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn the_store_is_the_journal_of_the_core(
        batches in proptest::collection::vec(proptest::collection::vec(any_entry(), 1..6), 1..6),
        sealed in any::<bool>(),
        followed_from in 0_usize..6,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let options = || Options { key: sealed.then(|| StoreKey::new([9; 32])), ..Options::default() };
        let mut store = Store::open_with(&path, &options()).unwrap();
        let mut journal = Journal::new(None);
        // Somebody who began to follow half-way.
        let mut follower = (Journal::new(None), 0);
        for (at, batch) in batches.iter().enumerate() {
            let expected: Vec<Taken> = batch.iter().map(|entry| journal.insert(entry.clone())).collect();
            prop_assert_eq!(store.append(batch).unwrap(), expected);
            if at == followed_from {
                follower = (store.journal().unwrap(), store.status().unwrap().last);
            }
        }
        same(&store, &journal);
        for entry in store.read_since(follower.1, u32::MAX).unwrap().entries {
            follower.0.insert(entry);
        }
        prop_assert_eq!(write_journal(&follower.0), write_journal(&journal));
        drop(store);
        let mut store = Store::open_with(&path, &options()).unwrap();
        same(&store, &journal);
        for entry in batches.iter().flatten() {
            journal.insert(entry.clone());
        }
        let all: Vec<Envelope> = batches.concat();
        store.append(&all).unwrap();
        same(&store, &journal);
    }
}
