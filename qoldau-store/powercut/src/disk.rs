//! What a disk holds when the power goes.

use std::collections::BTreeMap;

/// Something that was done to a file, or said by the test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Bytes were written.
    Write {
        /// Name of the file.
        file: String,
        /// Where.
        at: usize,
        /// What.
        bytes: Vec<u8>,
    },
    /// The file was cut or lengthened.
    Truncate {
        /// Name of the file.
        file: String,
        /// Its new length.
        len: usize,
    },
    /// All that was done to the file before is on the disk.
    Sync {
        /// Name of the file.
        file: String,
    },
    /// The file was removed.
    Delete {
        /// Name of the file.
        file: String,
        /// Whether the removal is on the disk.
        durable: bool,
    },
    /// A word of the test: what it was told by now.
    Mark {
        /// The word.
        word: String,
    },
}

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A disk writes so many bytes or none.
const SECTOR: usize = 512;

#[derive(Default)]
struct FileOnDisk {
    durable: Vec<u8>,
    since: Vec<Event>,
    /// Whether SQLite synced it since it was made. With the first sync of a log or a journal goes one of the folder, of
    /// which SQLite tells the file system below and not us.
    was_synced: bool,
    /// Whether the folder on the disk knows its name.
    is_named: bool,
}

/// The files as a disk may hold them after these events, by the random numbers below a bound that `random` gives.
pub(crate) fn after_cut(events: &[Event], random: &mut dyn FnMut(u32) -> u32) -> Files {
    let mut disk: BTreeMap<&str, FileOnDisk> = BTreeMap::new();
    // Files that were removed, though the folder on the disk may still name them.
    let mut removed: Vec<(&str, FileOnDisk)> = Vec::new();
    for event in events {
        match event {
            Event::Write { file, .. } | Event::Truncate { file, .. } => {
                disk.entry(file).or_default().since.push(event.clone());
            }
            Event::Sync { file: name } => {
                let file = disk.entry(name).or_default();
                for event in std::mem::take(&mut file.since) {
                    apply(&mut file.durable, &event, &mut || true);
                }
                let first = !std::mem::replace(&mut file.was_synced, true);
                if first && (name.ends_with("-wal") || name.ends_with("-journal")) {
                    sync_folder(&mut disk, &mut removed);
                }
            }
            Event::Delete { file: name, durable } => {
                removed.extend(disk.remove(&**name).map(|file| (&**name, file)));
                if *durable {
                    sync_folder(&mut disk, &mut removed);
                }
            }
            Event::Mark { .. } => {}
        }
    }
    let mut files = Files::new();
    let removed = removed.into_iter().map(|(name, file)| (name, file, false));
    for (name, file, there) in removed.chain(disk.into_iter().map(|(name, file)| (name, file, true))) {
        // Whether a name is on the disk that was given or taken away since the folder was synced, is chance.
        if (there && file.is_named) || random(2) == 0 {
            files.insert(name.to_owned(), cut(file, random));
        }
    }
    files
}

fn sync_folder(disk: &mut BTreeMap<&str, FileOnDisk>, removed: &mut Vec<(&str, FileOnDisk)>) {
    for file in disk.values_mut() {
        file.is_named = true;
    }
    removed.clear();
}

/// What of a file is there: what was synced, and of the rest nothing, all, or some of its sectors.
fn cut(FileOnDisk { mut durable, since, .. }: FileOnDisk, random: &mut dyn FnMut(u32) -> u32) -> Vec<u8> {
    let kept_of = [(0, 1), (1, 1), (1, 2), (1, 8), (7, 8)];
    let chosen = usize::try_from(random(5)).unwrap_or_default();
    let (kept, of) = kept_of.get(chosen).copied().unwrap_or((1, 1));
    for event in &since {
        apply(&mut durable, event, &mut || random(of) < kept);
    }
    durable
}

/// Does to a file what was done, sector by sector as they are kept.
fn apply(file: &mut Vec<u8>, event: &Event, kept: &mut dyn FnMut() -> bool) {
    match event {
        Event::Truncate { len, .. } if kept() => file.resize(*len, 0),
        Event::Write { at, bytes, .. } => {
            let mut from = *at;
            let mut rest = bytes.as_slice();
            while !rest.is_empty() {
                let room = SECTOR.saturating_sub(from.checked_rem(SECTOR).unwrap_or_default());
                let (sector, others) = rest.split_at(room.min(rest.len()));
                let end = from.saturating_add(sector.len());
                if kept() {
                    if file.len() < end {
                        file.resize(end, 0);
                    }
                    if let Some(place) = file.get_mut(from..end) {
                        place.copy_from_slice(sector);
                    }
                }
                (from, rest) = (end, others);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(at: usize, bytes: &[u8]) -> Event {
        Event::Write { file: "a".to_owned(), at, bytes: bytes.to_vec() }
    }

    fn sync(file: &str) -> Event {
        Event::Sync { file: file.to_owned() }
    }

    #[test]
    fn what_was_synced_is_there_and_the_rest_by_sectors() {
        let events = [write(0, &[1; 600]), sync("a"), write(300, &[2; 1200]), sync("b-wal")];
        let mut seen = std::collections::BTreeSet::new();
        let mut state = 1_u32;
        for _ in 0..300 {
            let mut random = |below: u32| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 16).checked_rem(below).unwrap_or_default()
            };
            let file = after_cut(&events, &mut random).remove("a").unwrap();
            assert_eq!(file[..300], [1; 300]);
            assert!([600, 1024, 1500].contains(&file.len()), "{}", file.len());
            assert!(file[300..512].iter().all(|byte| *byte == file[300]), "half a sector was written");
            seen.insert(file);
        }
        assert_eq!(seen.len(), 8, "three sectors are there or not");
        let all = |_: u32| 0;
        assert_eq!(after_cut(&events[..2], &mut { all })["a"], [1; 600]);
    }

    #[test]
    fn a_name_is_there_or_not_until_the_folder_is_synced() {
        let gone = Event::Delete { file: "a".to_owned(), durable: false };
        let events = [write(0, &[1; 9]), sync("a"), sync("b-wal"), gone, sync("c-wal")];
        let there = |until: usize, number: u32| {
            after_cut(&events[..until], &mut |bound| number.min(bound - 1)).contains_key("a")
        };
        // A name that was given, is known, was taken away, is not known any more.
        for (until, possible) in
            [(2, [true, false]), (3, [true, true]), (4, [true, false]), (5, [false, false])]
        {
            assert_eq!([there(until, 0), there(until, 1)], possible, "after {until}");
        }
    }
}
