//! Stores of every format that was ever written are read.

use std::path::PathBuf;

use qoldau_core::journal::{Envelope, Taken};
use qoldau_store::{Options, Store, StoreKey, salvage};

use crate::support::{erasure, season, text_of};

fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

fn options(sealed: bool) -> Options {
    let key = sealed.then(|| StoreKey::new([42; 32]));
    Options { key, plan: Some("grant-66".parse().unwrap()), ..Options::default() }
}

/// A row of every state: full, over several pages, erased, void, and copies of one id.
fn fill(store: &mut Store) {
    let mut entries = season("phone", 1, 8, 60);
    entries.extend(season("long", 1, 2, 9_000));
    let bare = |at: usize| Envelope { body: None, ..entries[at].clone() };
    let (gone, gives_way) = (bare(5), bare(6));
    let forged = Envelope { author: "somebody".into(), ..entries[4].clone() };
    let erased = entries[2].id.clone();
    entries[5] = gone;
    store.append(&[gives_way]).unwrap();
    store.append(&entries).unwrap();
    store.append(&[erasure("erasure", &[erased.as_str()])]).unwrap();
    assert_eq!(store.append(&[forged, entries[5].clone()]).unwrap(), [Taken::SameId, Taken::Known]);
}

/// The files are written with `UPDATE_GOLDEN=1`, those of the newest format only: older ones cannot be written any more.
#[test]
fn every_format_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("new");
    drop(Store::open(&new).unwrap());
    let sql = "PRAGMA user_version";
    let newest: u32 = rusqlite::Connection::open(&new).unwrap().query_row(sql, [], |row| row.get(0)).unwrap();
    for format in 1..=newest {
        for sealed in [false, true] {
            let name = format!("format-{format}{}", if sealed { "-sealed" } else { "" });
            if format == newest && std::env::var_os("UPDATE_GOLDEN").is_some() {
                let made = folder.path().join(&name);
                let mut store = Store::open_with(&made, &options(sealed)).unwrap();
                fill(&mut store);
                store.back_up(&folder.path().join("copy")).unwrap();
                std::fs::rename(folder.path().join("copy"), golden(&format!("{name}.qoldau"))).unwrap();
                std::fs::write(golden("journal.jsonl"), text_of(&store)).unwrap();
            }
            let path = folder.path().join(format!("{name}.copy"));
            std::fs::copy(golden(&format!("{name}.qoldau")), &path).unwrap();
            let expected = std::fs::read_to_string(golden("journal.jsonl")).unwrap();
            let salvaged = salvage(&path, options(sealed).key.as_ref()).unwrap();
            assert_eq!(qoldau_core::journal::write_journal(&salvaged.journal), expected, "{name}");
            assert!(salvaged.damaged.is_empty() && !salvaged.open_end);
            let mut store = Store::open_with(&path, &options(sealed)).unwrap();
            assert_eq!(text_of(&store), expected, "{name}");
            assert_eq!(store.status().unwrap().entries, 12);
            assert_eq!(store.append(&season("phone", 1, 9, 60)).unwrap()[7..], [Taken::Known, Taken::New]);
        }
    }
}
