//! Brings out of a damaged file what is whole.
//!
//! Nothing of SQLite is asked: a flipped bit in an inner page would hide thousands of entries. Every entry is a frame
//! with its length and hash, and is looked for in the raw bytes of the file and of the log beside it. What is found has
//! every byte that was written; what is not found is named by its number, and by its id where that can be read.

use std::collections::BTreeMap;
use std::path::Path;

use qoldau_core::journal::{Envelope, Journal};
use qoldau_core::value::Id;

use crate::error::StoreError;
use crate::frame::{Fields, Frame, HEADER_LEN, Holds, MARK};
use crate::key::{Sealing, StoreKey};
use crate::log::{self, Index, Scan};
use crate::row::{State, read_entry};
use crate::summary::Summary;

/// Size of every page of a store. It is given when the file is made, so that it need not be read from a damaged one.
pub(crate) const PAGE: usize = 4096;

/// What was brought out of a damaged store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    /// The entries that are whole. [`Journal::plan`] is nothing where the store's summary is damaged.
    pub journal: Journal,
    /// Entries that were in the store and are damaged.
    pub damaged: Vec<DamagedEntry>,
    /// How many numbers were given, as far as can be seen.
    pub last: u32,
    /// Whether entries may have stood behind the last: the end of the file or of its log was cut off, so that nothing
    /// tells how many there were.
    pub open_end: bool,
}

/// An entry that cannot be brought out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DamagedEntry {
    /// Its number in the order of arrival.
    pub number: u32,
    /// Its id, where it can still be read; not proof against damage.
    pub id: Option<Id>,
}

/// Brings out of a store, damaged or not, every entry that is whole. Nothing is written, and the store may be one that
/// [`crate::Store::open`] refuses. The file is read into memory.
///
/// The answer goes into a new store; what is missing is had from the other phones, which hold the same journal.
///
/// # Errors
/// A file that cannot be read (`STO011`), sealed bodies without their key (`STO007`) or with another (`STO008`).
pub fn salvage(path: &Path, key: Option<&StoreKey>) -> Result<Salvaged, StoreError> {
    let path = std::path::absolute(path)?;
    let file = std::fs::read(&path)?;
    let log = log::read(&log::beside(&path, "-wal"))?.unwrap_or_default();
    let source = Source::of(&file, &log);
    let sealing = key.map(Sealing::new);
    let found = source.entries();
    let summary = source.summary();
    let numbers = summary.as_ref().map_or(0, |summary| summary.numbers);
    let last = found.keys().next_back().copied().unwrap_or_default().max(numbers);
    let mut journal = Journal::new(summary.as_ref().and_then(|summary| summary.plan.clone()));
    let mut damaged = Vec::new();
    let mut entries: Vec<Envelope> = Vec::new();
    let names = source.names();
    for number in 1..=last {
        match found.get(&number) {
            Some(row) if row.state == State::Void => {}
            Some(row) => entries.push(row.entry(number, sealing.as_ref())?),
            None => damaged.push(DamagedEntry { number, id: names.get(&number).cloned() }),
        }
    }
    entries.sort_by(|a, b| a.id.cmp(&b.id));
    for entry in entries {
        journal.insert(entry);
    }
    let cut = Index::of(&path)
        .is_some_and(|index| index.frames > index.in_the_file && index.frames > source.whole_frames);
    Ok(Salvaged { journal, damaged, last, open_end: summary.is_none() || cut })
}

/// A row that is whole.
struct Row {
    /// Whether it stands in the file, or in the part of the log that SQLite takes. Behind it may stand what was never
    /// acknowledged, and whose number another entry was given later.
    sure: bool,
    state: State,
    bytes: Vec<u8>,
}

impl Row {
    fn entry(&self, number: u32, sealing: Option<&Sealing>) -> Result<Envelope, StoreError> {
        let frame = Frame::read(Holds::Entry, &self.bytes).ok_or(StoreError::damaged_entry(number))?;
        read_entry(&frame, sealing)
    }
}

/// The pages of a file and of its log.
struct Source<'a> {
    pages: Vec<Page<'a>>,
    file: &'a [u8],
    /// The pages of the log by number, the last written first, each with its place in the log.
    in_log: BTreeMap<u32, Vec<(usize, &'a [u8])>>,
    whole_frames: usize,
    frames: usize,
}

/// A page of the file or of the log.
struct Page<'a> {
    bytes: &'a [u8],
    /// Whether SQLite would take it.
    sure: bool,
    /// In the log, the end of the transaction that wrote it.
    until: Option<usize>,
}

impl<'a> Source<'a> {
    fn of(file: &'a [u8], log: &'a [u8]) -> Self {
        let whole_frames = Scan::of(log).whole;
        let mut pages: Vec<Page<'_>> =
            file.chunks(PAGE).map(|bytes| Page { bytes, sure: true, until: None }).collect();
        let logged: Vec<log::Logged<'_>> = log::pages(log).collect();
        let mut in_log: BTreeMap<u32, Vec<(usize, &[u8])>> = BTreeMap::new();
        let mut until = logged.len();
        for (at, page) in logged.iter().enumerate().rev() {
            if page.commits {
                until = at.saturating_add(1);
            }
            pages.push(Page { bytes: page.bytes, sure: at < whole_frames, until: Some(until) });
            in_log.entry(page.number).or_default().push((at, page.bytes));
        }
        Self { pages, file, in_log, whole_frames, frames: logged.len() }
    }

    /// Every row that is whole somewhere, the surest and latest state of each number.
    fn entries(&self) -> BTreeMap<u32, Row> {
        let mut found: BTreeMap<u32, Row> = BTreeMap::new();
        for page in &self.pages {
            for at in frames_in(Holds::Entry, page.bytes) {
                let Some((number, state, bytes)) = self.row_at(page, at) else { continue };
                let better = |row: &Row| (row.sure, row.state) < (page.sure, state);
                if found.get(&number).is_none_or(better) {
                    found.insert(number, Row { sure: page.sure, state, bytes });
                }
            }
        }
        found
    }

    /// The row whose frame begins in a page, with what of it lies on other pages.
    fn row_at(&self, page: &Page<'_>, at: usize) -> Option<(u32, State, Vec<u8>)> {
        let bytes = page.bytes.get(at..)?;
        let whole = |bytes: &[u8]| {
            let frame = Frame::read(Holds::Entry, bytes)?;
            let len = Fields::of(Holds::Entry, bytes)?.frame_len()?;
            Some((frame.number, State::of(frame.state)?, bytes.get(..len)?.to_vec()))
        };
        whole(bytes).or_else(|| {
            let len = Fields::of(Holds::Entry, bytes)?.frame_len()?;
            // As SQLite sees the file, as the transaction saw it that wrote the row, as the log would have it, without it.
            let views = [Some(self.whole_frames), page.until, Some(self.frames), Some(0)];
            views.into_iter().flatten().find_map(|until| whole(&self.overflowing(bytes, len, until)?))
        })
    }

    /// A frame whose first part stands here and whose rest lies on pages of its own, each of which names the next.
    fn overflowing(&self, bytes: &[u8], len: usize, until: usize) -> Option<Vec<u8>> {
        let here = bytes_before_overflow(len)?;
        let mut frame = bytes.get(..here)?.to_vec();
        let mut next = u32::from_be_bytes(*bytes.get(here..)?.first_chunk()?);
        while frame.len() < len {
            let (number, rest) = self.page(next, until)?.split_first_chunk()?;
            let missing = len.checked_sub(frame.len())?;
            frame.extend_from_slice(rest.get(..missing.min(rest.len()))?);
            next = u32::from_be_bytes(*number);
        }
        Some(frame)
    }

    /// A whole page by its number, as it was when the log was so long.
    fn page(&self, number: u32, until: usize) -> Option<&'a [u8]> {
        let mut logged = self.in_log.get(&number).into_iter().flatten();
        let in_log = logged.find(|(at, _)| *at < until).map(|(_, page)| *page);
        let start = usize::try_from(number.checked_sub(1)?).ok()?.checked_mul(PAGE)?;
        let in_file = || self.file.get(start..start.checked_add(PAGE)?);
        in_log.or_else(in_file).filter(|page| page.len() == PAGE)
    }

    /// The latest summary that is whole.
    fn summary(&self) -> Option<Summary> {
        let summaries = self.pages.iter().flat_map(|page| {
            let at = frames_in(Holds::Summary, page.bytes);
            at.filter_map(|at| Summary::of_frame(page.bytes.get(at..)?))
        });
        summaries.max_by_key(|summary| summary.numbers)
    }

    /// The ids of numbers, as the rows of the table `name` say without a hash.
    fn names(&self) -> BTreeMap<u32, Id> {
        let cells =
            self.pages.iter().flat_map(|page| (0..page.bytes.len()).filter_map(|at| name_at(page.bytes, at)));
        cells.collect()
    }
}

/// Where frames begin in these bytes, or seem to.
pub(crate) fn frames_in(holds: Holds, bytes: &[u8]) -> impl Iterator<Item = usize> {
    let magic = holds.magic();
    let marks = bytes.iter().enumerate().filter(|(_, byte)| **byte == MARK).map(|(at, _)| at);
    marks.filter(move |at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(magic)))
}

/// How many bytes of a frame lie on the page of its row, where it does not fit there: what SQLite leaves of a record of
/// this length (<https://www.sqlite.org/fileformat2.html#b_tree_pages>, of a table's leaf).
fn bytes_before_overflow(frame_len: usize) -> Option<usize> {
    let kind = frame_len.checked_mul(2)?.checked_add(12)?;
    // Length of the record's header, kind of the number (which lies beside it), and kind of the frame.
    let header = 2_usize.checked_add(varint_len(kind))?;
    let record = header.checked_add(frame_len)?;
    let most = PAGE.checked_sub(35)?;
    let least = PAGE.checked_sub(12)?.checked_mul(32)?.checked_div(255)?.checked_sub(23)?;
    let even = record.checked_sub(least)?.checked_rem(PAGE.checked_sub(4)?)?.checked_add(least)?;
    if record <= most {
        return None;
    }
    if even <= most { even } else { least }.checked_sub(header)
}

fn varint_len(mut number: usize) -> usize {
    let mut len: usize = 1;
    while number > 0x7f {
        number >>= 7;
        len = len.saturating_add(1);
    }
    len
}

/// A row of the table `name` whose record begins here: length of its header, kinds of id, copy and number, values.
fn name_at(page: &[u8], at: usize) -> Option<(u32, Id)> {
    let record = page.get(at..)?;
    let (header_len, rest) = record.split_first()?;
    let (kind_of_id, kinds) = match (header_len, rest) {
        (4, [one @ 0..0x80, kinds @ ..]) => (usize::from(*one), kinds),
        (5, [one @ 0x81..=0xff, two @ 0..0x80, kinds @ ..]) => {
            (usize::from(one & 0x7f).checked_mul(128)?.checked_add(usize::from(*two))?, kinds)
        }
        _ => return None,
    };
    let (kind_of_copy, kinds) = kinds.split_first()?;
    let (kind_of_number, values) = kinds.split_first()?;
    // Text has odd kinds from 13 on; 0 and 1 have kinds without bytes.
    let len = kind_of_id.checked_sub(13).filter(|len| len % 2 == 0)? / 2;
    let (id, values) = values.split_at_checked(len)?;
    let values = values.get(match kind_of_copy {
        8 | 9 => 0..,
        1 => 1..,
        _ => return None,
    })?;
    let number = match (kind_of_number, values) {
        (9, _) => 1,
        (1, [a, ..]) => u32::from(*a),
        (2, [a, b, ..]) => u32::from_be_bytes([0, 0, *a, *b]),
        (3, [a, b, c, ..]) => u32::from_be_bytes([0, *a, *b, *c]),
        (4, [a, b, c, d, ..]) => u32::from_be_bytes([*a, *b, *c, *d]),
        _ => return None,
    };
    let id = std::str::from_utf8(id).ok()?.parse().ok()?;
    (number > 0).then_some((number, id))
}

const _: () = assert!(HEADER_LEN < PAGE, "the fields of a frame are needed to follow it");
