//! Files with flipped bits, lost sectors and cut ends: what is whole comes back, what is not is named, and no call gives
//! a wrong answer.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use qoldau_core::journal::{Envelope, write_journal};
use qoldau_store::{Options, Salvaged, Store, StoreKey, salvage};

use crate::support::{Random, erasure, season};

/// So many files are damaged.
const TRIALS: u32 = 1_040;
const PAGE: usize = 4096;

/// A store before it is damaged.
struct Whole {
    key: Option<StoreKey>,
    /// Its files by what their names end in.
    files: BTreeMap<&'static str, Vec<u8>>,
    /// The journal after every append, as text, the last first.
    states: Vec<String>,
    /// The entries by number.
    entries: BTreeMap<u32, Envelope>,
    last: u32,
}

impl Whole {
    /// A store of entries of all lengths, some of them erased; `live` with what stands in its log only.
    fn new(key: Option<StoreKey>, live: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let options = Options { key: key.clone(), ..Options::default() };
        let mut store = Store::open_with(&path, &options).unwrap();
        let mut states = vec![text_of(&store)];
        let mut append = |store: &mut Store, entries: &[Envelope]| {
            store.append(entries).unwrap();
            states.insert(0, text_of(store));
        };
        for (at, body_len) in [60, 500, 60, 6_000, 60, 3_000].into_iter().enumerate() {
            let entries = season(&format!("phone-{at}"), 1, 12, body_len);
            append(&mut store, &entries);
            let named: Vec<&str> = entries[3..5].iter().map(|entry| entry.id.as_str()).collect();
            append(&mut store, &[erasure(&format!("erasure-{at}"), &named)]);
        }
        if live {
            for entry in season("late", 1, 12, 700) {
                append(&mut store, std::slice::from_ref(&entry));
            }
        }
        let entries = (0..store.status().unwrap().last).filter_map(|before| {
            let arrivals = store.read_since(before, 1).unwrap();
            (arrivals.next == before + 1).then(|| (before + 1, arrivals.entries[0].clone()))
        });
        let (entries, last) = (entries.collect(), store.status().unwrap().last);
        if !live {
            drop(store);
        }
        let read = |suffix: &'static str| {
            let bytes = std::fs::read(format!("{}{suffix}", path.display())).ok()?;
            Some((suffix, bytes))
        };
        let files = ["", "-wal", "-shm"].into_iter().filter_map(read).collect();
        Self { key, files, states, entries, last }
    }

    fn lay_out(&self, folder: &Path, damaged: &BTreeMap<&'static str, Vec<u8>>) -> PathBuf {
        let path = folder.join("journal");
        for (suffix, bytes) in self.files.iter().chain(damaged) {
            std::fs::write(format!("{}{suffix}", path.display()), bytes).unwrap();
        }
        path
    }

    /// Whether the row of an entry lies on one page, all of which is in so many bytes of the file.
    fn lies_before(&self, entry: &Envelope, len: usize) -> bool {
        let id = format!("\"id\":\"{}\"", entry.id);
        let file = &self.files[""][..len / PAGE * PAGE];
        entry.to_line().len() < 3_000 && file.windows(id.len()).any(|window| window == id.as_bytes())
    }
}

fn text_of(store: &Store) -> String {
    write_journal(&store.journal().unwrap())
}

#[derive(Debug, Clone, Copy)]
enum Blow {
    Flip { bits: u32 },
    Sector,
    Cut { len: usize },
}

/// Damages a file, and says how.
fn strike(bytes: &mut Vec<u8>, random: &mut Random) -> Blow {
    let len = u32::try_from(bytes.len()).unwrap();
    match random.below(8) {
        0 => {
            let len = usize::try_from(random.below(len)).unwrap();
            bytes.truncate(len);
            Blow::Cut { len }
        }
        1 => {
            let at = usize::try_from(random.below(len)).unwrap() / 512 * 512;
            let fill = u8::try_from(random.below(256)).unwrap();
            bytes[at..].iter_mut().take(512).for_each(|byte| *byte = fill);
            Blow::Sector
        }
        more => {
            let bits = if more == 2 { 5 } else { 1 };
            for _ in 0..bits {
                bytes[usize::try_from(random.below(len)).unwrap()] ^= 1 << random.below(8);
            }
            Blow::Flip { bits }
        }
    }
}

#[test]
fn what_is_whole_comes_back_and_what_is_not_is_named() {
    let counts: Vec<[u32; 4]> = std::thread::scope(|scope| {
        let lanes: Vec<_> = (0_u32..4)
            .map(|lane| {
                scope.spawn(move || {
                    let key = (lane % 2 == 1).then(|| StoreKey::new([6; 32]));
                    let whole = Whole::new(key, lane / 2 == 1);
                    let mut random = Random(lane.into());
                    let mut counts = [0; 4];
                    (0..TRIALS / 4).for_each(|_| trial(&whole, &mut random, &mut counts));
                    counts
                })
            })
            .collect();
        lanes.into_iter().map(|lane| lane.join().unwrap()).collect()
    });
    let [refused, damaged, named, undetected] =
        [0, 1, 2, 3].map(|at| counts.iter().map(|lane| lane[at]).sum::<u32>());
    // The test would prove little if nothing were hit.
    assert!(refused > TRIALS / 4, "{refused} damaged stores were refused or would not read");
    assert!(damaged > TRIALS / 2 && named * 10 > damaged * 9, "of {damaged} lost entries {named} have ids");
    assert!(undetected < TRIALS / 20, "{undetected} cut logs went unnoticed");
}

fn trial(whole: &Whole, random: &mut Random, counts: &mut [u32; 4]) {
    let has_log = whole.files.get("-wal").is_some_and(|log| !log.is_empty());
    let suffix = if has_log && random.below(2) == 0 { "-wal" } else { "" };
    let mut bytes = whole.files[suffix].clone();
    let blow = strike(&mut bytes, random);
    let mut damaged = BTreeMap::from([(suffix, bytes)]);
    // After a start of the phone the index of the log is not there.
    let restarted = random.below(2) == 0;
    if restarted && whole.files.contains_key("-shm") {
        damaged.insert("-shm", Vec::new());
    }
    let folder = tempfile::tempdir().unwrap();
    let path = whole.lay_out(folder.path(), &damaged);
    let said = format!("{blow:?} of `{suffix}`, restarted {restarted}");
    let salvaged = salvage(&path, whole.key.as_ref()).unwrap_or_else(|error| panic!("{said}: {error}"));
    check_salvaged(whole, &salvaged, blow, suffix, &said);
    let lost = u32::try_from(salvaged.damaged.len()).unwrap();
    counts[1] += lost;
    counts[2] += u32::try_from(salvaged.damaged.iter().filter(|entry| entry.id.is_some()).count()).unwrap();
    // Whoever opens it is refused, or gets what was there.
    let options = Options { key: whole.key.clone(), ..Options::default() };
    let opened = Store::open_with(&path, &options).and_then(|store| Ok((store.journal()?, store)));
    match opened {
        Err(_) => counts[0] += 1,
        Ok((journal, store)) => {
            let text = write_journal(&journal);
            let state = whole.states.iter().position(|state| *state == text);
            let state = state.unwrap_or_else(|| panic!("{said}: a journal that never was"));
            if state > 0 {
                let cut = matches!(blow, Blow::Cut { .. }) && restarted;
                assert!(
                    suffix == "-wal" && (store.torn().is_some() || cut),
                    "{said}: {state} appends are gone"
                );
                // A log that is cut while its index is gone looks like one that was never longer.
                assert!(state <= 2 || cut, "{said}: {state} appends are gone");
                counts[3] += u32::from(store.torn().is_none());
            }
        }
    }
}

fn check_salvaged(whole: &Whole, salvaged: &Salvaged, blow: Blow, suffix: &str, said: &str) {
    let mut missing = 0_usize;
    for (number, entry) in &whole.entries {
        let found = salvaged.journal.of_id(&entry.id).contains(entry);
        let named = salvaged.damaged.iter().find(|damaged| damaged.number == *number);
        let behind = salvaged.open_end && *number > salvaged.last;
        let cut_log = suffix == "-wal" && matches!(blow, Blow::Cut { .. }) && *number > salvaged.last;
        assert!(
            found || named.is_some() || behind || cut_log,
            "{said}: number {number} is neither there nor named"
        );
        assert!(!(found && named.is_some()), "{said}: number {number} is there, and said to be lost");
        if let Some(id) = named.and_then(|named| named.id.as_ref()) {
            assert_eq!(*id, entry.id, "{said}: number {number} has another name");
        }
        if let (Blow::Cut { len }, "") = (blow, suffix) {
            assert!(found || !whole.lies_before(entry, len), "{said}: number {number} was before the cut");
        }
        missing += usize::from(!found);
    }
    // A bit is part of one entry at most, and a sector of three of those that are so long.
    let most = match blow {
        Blow::Flip { bits } => usize::try_from(bits).unwrap(),
        Blow::Sector => 3,
        Blow::Cut { .. } => usize::MAX,
    };
    assert!(missing <= most, "{said}: {missing} are lost");
    // Nothing that never was, and nobody else's number.
    for entry in salvaged.journal.entries() {
        assert!(whole.entries.values().any(|whole| whole == entry), "{said}: {} never was", entry.id);
    }
    assert!(salvaged.last <= whole.last, "{said}");
}

/// The files of a store in whose log two appends stand after the first that was checkpointed.
fn with_two_appends_in_its_log(folder: &Path) -> (PathBuf, Vec<Envelope>, Vec<u8>) {
    let path = folder.join("journal");
    let mut store = Store::open(&path).unwrap();
    let entries = season("phone", 1, 3, 60);
    store.append(&entries[..1]).unwrap();
    store.wipe().unwrap();
    store.append(&entries[1..2]).unwrap();
    store.append(&entries[2..]).unwrap();
    let copy = folder.join("copy");
    std::fs::copy(&path, &copy).unwrap();
    let log = std::fs::read(folder.join("journal-wal")).unwrap();
    (copy, entries, log)
}

#[test]
fn what_was_cut_off_is_handed_out_and_what_was_altered_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (copy, entries, mut log) = with_two_appends_in_its_log(folder.path());
    let of_log = folder.path().join("copy-wal");
    // The last frame ends the last append: without it nothing of that append counts.
    std::fs::write(&of_log, &log[..log.len() - 1]).unwrap();
    let store = Store::open(&copy).unwrap();
    assert_eq!(store.journal().unwrap().entries(), &entries[..2]);
    assert_eq!(store.torn().unwrap().entries, entries[2..]);
    drop(store);
    assert_eq!(Store::open(&copy).unwrap().torn(), None);
    // A bit in the first append of the log is no cut: the second was begun when the first was on the disk.
    let (copy, entries, _) = with_two_appends_in_its_log(&{
        let inner = folder.path().join("inner");
        std::fs::create_dir(&inner).unwrap();
        inner
    });
    log[32 + 24 + 100] ^= 1;
    std::fs::write(copy.with_file_name("copy-wal"), &log).unwrap();
    let error = Store::open(&copy).unwrap_err();
    assert_eq!(error, qoldau_store::StoreError::Damaged { damage: qoldau_store::Damage::Log });
    let salvaged = salvage(&copy, None).unwrap();
    assert_eq!((salvaged.journal.entries(), salvaged.damaged), (&entries[..], vec![]));
}
