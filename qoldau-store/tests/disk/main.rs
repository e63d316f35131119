//! A disk that loses power at any moment, or is full.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail"
)]

use std::collections::BTreeMap;
use std::path::Path;

use qoldau_core::journal::{Envelope, Taken};
use qoldau_powercut::{Event, Files, Watch};
use qoldau_store::{Options, Store, StoreError, StoreKey, salvage};

#[path = "../store/support.rs"]
mod support;

use support::{Random, erasure, season, text_of};

/// The power goes so many times.
const CUTS: u32 = 512;
const KEY: [u8; 32] = [4; 32];

fn open(path: &Path) -> Result<Store, StoreError> {
    Store::open_with(path, &Options { key: Some(StoreKey::new(KEY)), ..Options::default() })
}

/// A day of a store: small and large batches, erasures, opening anew, compacting, emptying the log.
struct Day<'a> {
    path: &'a Path,
    watch: &'a Watch,
    store: Option<Store>,
    /// Every entry that was handed over, acknowledged or not.
    handed: BTreeMap<String, Envelope>,
}

impl Day<'_> {
    fn store(&mut self) -> Result<&mut Store, StoreError> {
        if self.store.is_none() {
            self.store = Some(open(self.path)?);
        }
        Ok(self.store.as_mut().unwrap())
    }

    /// Hands entries over, and marks that they were acknowledged.
    fn append(&mut self, entries: &[Envelope]) -> Result<(), StoreError> {
        for entry in entries {
            self.handed.insert(entry.id.to_string(), entry.clone());
        }
        let taken = self.store()?.append(entries)?;
        assert!(taken.iter().all(|taken| *taken == Taken::New));
        for entry in entries {
            self.watch.mark(entry.id.as_str());
        }
        Ok(())
    }

    /// One thing of many.
    fn step(&mut self, step: u32, random: &mut Random) -> Result<(), StoreError> {
        let count = 1 + random.below(4) * random.below(8);
        let body_len = [60, 500, 5_000][usize::try_from(random.below(3)).unwrap()];
        match random.below(12) {
            0 => self.store = None,
            1 => self.store()?.compact()?,
            2 => self.store()?.wipe()?,
            3 => {
                let some = random.below(u32::try_from(self.handed.len()).unwrap() + 1);
                let named = self.handed.values().nth(usize::try_from(some).unwrap());
                let Some(named) = named.filter(|entry| &*entry.kind != "erase").cloned() else {
                    return Ok(());
                };
                self.append(&[erasure(&format!("erasure-{step}"), &[named.id.as_str()])])?;
                self.watch.mark(&format!("erased {}", named.id));
            }
            _ => self.append(&season(
                "phone",
                step * 100,
                count,
                body_len.min(12_000 / usize::try_from(count).unwrap()),
            ))?,
        }
        Ok(())
    }
}

/// The words that were marked.
fn words(events: &[Event]) -> Vec<&str> {
    events
        .iter()
        .filter_map(|event| if let Event::Mark { word } = event { Some(&**word) } else { None })
        .collect()
}

fn lay_out(files: &Files, folder: &Path) {
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}

/// Everything that was acknowledged is there, nothing that nobody said, and nothing that was erased.
fn check(folder: &Path, events: &[Event], handed: &BTreeMap<String, Envelope>) {
    let path = folder.join("journal");
    let salvaged = salvage(&path, Some(&StoreKey::new(KEY)));
    let mut store = open(&path).unwrap();
    let journal = store.journal().unwrap();
    for word in words(events) {
        let id = word.strip_prefix("erased ").unwrap_or(word).parse().unwrap();
        let [entry] = journal.of_id(&id) else { panic!("{word}: {:?}", journal.of_id(&id)) };
        assert!(entry.body.is_none() || !word.starts_with("erased "), "{word}");
        let found = salvaged.as_ref().unwrap().journal.of_id(&id);
        assert!(
            found.contains(entry) || matches!(found, [only] if only.body.is_none()),
            "{word} is not salvaged"
        );
    }
    for entry in journal.entries() {
        let said = &handed[entry.id.as_str()];
        assert!(entry == said || *entry == Envelope { body: None, ..said.clone() }, "{}", entry.id);
    }
    // And it goes on.
    store.append(&season("after", 1, 3, 60)).unwrap();
    assert_eq!(store.journal().unwrap().entries().len(), journal.entries().len() + 3);
}

#[test]
fn nothing_that_was_acknowledged_is_lost_when_the_power_goes() {
    std::thread::scope(|scope| {
        for lane in 0..4 {
            scope.spawn(move || {
                for day in 0..4 {
                    cut_a_day(lane * 4 + day, CUTS / 16);
                }
            });
        }
    });
}

fn cut_a_day(seed: u32, cuts: u32) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().canonicalize().unwrap();
    let mut random = Random(u64::from(seed));
    let watch = Watch::over(&folder).unwrap();
    let path = folder.join("journal");
    let mut day = Day { path: &path, watch: &watch, store: None, handed: BTreeMap::new() };
    for step in 1..40 {
        day.step(step, &mut random).unwrap();
    }
    let events = watch.events();
    let syncs = events.iter().filter(|event| matches!(event, Event::Sync { .. })).count();
    assert!(syncs > 20 && words(&events).len() > 50, "nothing was noted: {syncs} syncs");
    for _ in 0..cuts {
        let at = usize::try_from(random.below(u32::try_from(events.len()).unwrap() + 1)).unwrap();
        let files = Watch::after_cut(&events[..at], &mut |bound| random.below(bound));
        let after = tempfile::tempdir().unwrap();
        lay_out(&files, after.path());
        check(after.path(), &events[..at], &day.handed);
    }
}

#[test]
fn a_full_disk_is_told_and_costs_nothing_that_was_acknowledged() {
    let mut told = 0;
    for room in 0_u32..40 {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().canonicalize().unwrap();
        let watch = Watch::over(&folder).unwrap();
        let path = folder.join("journal");
        let mut random = Random(u64::from(room));
        let mut day = Day { path: &path, watch: &watch, store: None, handed: BTreeMap::new() };
        watch.set_room(Some(usize::try_from(room * room * 400).unwrap()));
        for step in 1..30 {
            match day.step(step, &mut random) {
                Ok(()) => {}
                Err(StoreError::DiskFull) => told += 1,
                Err(error) => panic!("{error} with room for {}", room * room * 400),
            }
        }
        // What stands in the files now is whole; with room again the same store goes on.
        watch.set_room(None);
        let before = day.store.as_ref().map(text_of);
        if let Some(store) = &mut day.store {
            assert_eq!(store.append(&season("room", 1, 1, 60)), Ok(vec![Taken::New]));
        }
        day.store = None;
        let after = text_of(&open(&path).unwrap());
        if let Some(before) = before {
            assert_eq!(after.lines().filter(|line| !before.contains(line)).count(), 1);
        }
        check(&folder, &watch.events(), &{
            let mut handed = day.handed;
            handed.extend(season("room", 1, 1, 60).into_iter().map(|entry| (entry.id.to_string(), entry)));
            handed
        });
    }
    assert!(told > 60, "the disk was full {told} times only");
}
