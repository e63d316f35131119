//! The log that SQLite keeps beside the file (`-wal`), read by hand.
//!
//! SQLite takes a log up to the last transaction that came to its end, and drops the rest without a word: after a loss of
//! power that is right, for what was cut off was not acknowledged. It is wrong where a byte in the middle was altered.
//! The difference shows: a transaction begins only when the one before it is on the disk, so whole transactions behind a
//! broken place were acknowledged. The layout is that of <https://www.sqlite.org/fileformat2.html#walformat>.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use qoldau_core::journal::Envelope;

use crate::StoreError;
use crate::error::Damage;
use crate::frame::{Frame, Holds};
use crate::key::Sealing;
use crate::row::{State, read_entry};
use crate::salvage::{PAGE, frames_in};
use crate::summary::Summary;

const HEADER_LEN: usize = 32;
const FRAME_HEADER_LEN: usize = 24;

/// What an append that did not come to its end left of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Torn {
    /// Entries that stand whole in it. They are not in the store: a host may ask the person whether to append them.
    pub entries: Vec<Envelope>,
}

/// What lies behind the last transaction of a log that came to its end.
pub(crate) struct Tail {
    pages: Vec<u8>,
}

impl Tail {
    /// What of it the store does not hold.
    pub(crate) fn beyond(
        &self,
        summary: &Summary,
        sealing: Option<&Sealing>,
    ) -> Result<Option<Torn>, StoreError> {
        let mut entries = Vec::new();
        for at in frames_in(Holds::Entry, &self.pages) {
            let frame = self.pages.get(at..).and_then(|bytes| Frame::read(Holds::Entry, bytes));
            let frame = frame.filter(|frame| frame.number > summary.numbers);
            if let Some(frame) = frame.filter(|frame| State::of(frame.state) != Some(State::Void)) {
                let entry = read_entry(&frame, sealing)?;
                if !entries.contains(&entry) {
                    entries.push(entry);
                }
            }
        }
        Ok(Some(Torn { entries }))
    }
}

/// Looks at the log of a store that is about to be opened: what lies behind its last whole transaction.
///
/// # Errors
/// Whole transactions behind a broken place.
pub(crate) fn look_at(store: &Path) -> Result<Option<Tail>, StoreError> {
    let mut before = None;
    loop {
        let Some(bytes) = read(&beside(store, "-wal"))? else { return Ok(None) };
        let scan = Scan::of(&bytes);
        let known = scan.header.as_ref().and_then(|header| frames_known(store, header.salts));
        let broken = scan.broken_before_its_end() || known.is_some_and(|known| known > scan.whole);
        if !broken && scan.torn == 0 {
            return Ok(None);
        }
        // Another process may be writing just now: what is really broken is broken in the same place when looked at again.
        let now = (scan.whole, scan.commits_behind, bytes.len());
        if before == Some(now) {
            let tail = || Tail { pages: scan.pages_behind(&bytes) };
            return if broken { Err(StoreError::damaged(Damage::Log)) } else { Ok(Some(tail())) };
        }
        before = Some(now);
        std::thread::sleep(Duration::from_millis(3));
    }
}

/// The path of a file that SQLite keeps beside the store.
pub(crate) fn beside(store: &Path, suffix: &str) -> PathBuf {
    let mut path = store.as_os_str().to_owned();
    path.push(suffix);
    path.into()
}

/// The bytes of a file, where it is there and not empty.
pub(crate) fn read(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match std::fs::read(path) {
        Ok(bytes) => Ok((!bytes.is_empty()).then_some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The header of a log.
struct Header {
    big_endian: bool,
    salts: [u8; 8],
    sum: (u32, u32),
}

impl Header {
    fn of(bytes: &[u8]) -> Option<Self> {
        let magic = word(bytes, 0)?;
        let big_endian = match magic {
            0x377f_0682 => false,
            0x377f_0683 => true,
            _ => return None,
        };
        let salts = *bytes.get(16..)?.first_chunk()?;
        let sum = checksum((0, 0), bytes.get(..24)?, big_endian);
        let fits = word(bytes, 24) == Some(sum.0) && word(bytes, 28) == Some(sum.1);
        (fits && word(bytes, 8).map(usize::try_from) == Some(Ok(PAGE))).then_some(Self {
            big_endian,
            salts,
            sum,
        })
    }
}

/// A log as SQLite will take it.
pub(crate) struct Scan {
    header: Option<Header>,
    /// How many frames are whole, to the end of the last whole transaction.
    pub(crate) whole: usize,
    /// Frames of this log behind them.
    torn: usize,
    /// Ends of transactions among those.
    commits_behind: usize,
}

impl Scan {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let header = Header::of(bytes);
        let mut sum = header.as_ref().map(|header| header.sum);
        let mut scan = Self { header, whole: 0, torn: 0, commits_behind: 0 };
        for (at, frame) in frames(bytes).enumerate() {
            sum = sum.and_then(|sum| scan.sum_after(sum, frame));
            let commit = word(frame, 4).is_some_and(|pages| pages != 0);
            let ours = match &scan.header {
                Some(header) => frame.get(8..16) == Some(&header.salts),
                // A header is on the disk before any frame is written, so it is not cut off: it was altered.
                None => word(frame, 0).is_some_and(|page| page != 0),
            };
            if sum.is_some() && commit {
                (scan.whole, scan.torn, scan.commits_behind) = (at.saturating_add(1), 0, 0);
            } else if ours {
                scan.torn = scan.torn.saturating_add(1);
                scan.commits_behind = scan.commits_behind.saturating_add(usize::from(commit));
            }
        }
        scan
    }

    /// The checksum after a frame that continues the one before it.
    fn sum_after(&self, sum: (u32, u32), frame: &[u8]) -> Option<(u32, u32)> {
        let header = self.header.as_ref()?;
        let page = frame.get(FRAME_HEADER_LEN..).filter(|page| page.len() == PAGE)?;
        if frame.get(8..16)? != header.salts {
            return None;
        }
        let sum = checksum(checksum(sum, frame.get(..8)?, header.big_endian), page, header.big_endian);
        (word(frame, 16) == Some(sum.0) && word(frame, 20) == Some(sum.1)).then_some(sum)
    }

    /// One transaction may have been cut off, at its end as well; two were not.
    fn broken_before_its_end(&self) -> bool {
        self.commits_behind > usize::from(self.header.is_some())
    }

    /// The pages behind the last whole transaction, one after the other.
    fn pages_behind(&self, bytes: &[u8]) -> Vec<u8> {
        let behind = frames(bytes).skip(self.whole);
        behind.filter_map(|frame| frame.get(FRAME_HEADER_LEN..)).flatten().copied().collect()
    }
}

/// The frames of a log; the last may be cut off.
fn frames(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.get(HEADER_LEN..).unwrap_or_default().chunks(FRAME_HEADER_LEN.saturating_add(PAGE))
}

/// A page in a log.
pub(crate) struct Logged<'a> {
    /// Its number in the file.
    pub(crate) number: u32,
    /// Whether it is the last of its transaction.
    pub(crate) commits: bool,
    pub(crate) bytes: &'a [u8],
}

/// Every page in a log, in the order in which they were written.
pub(crate) fn pages(bytes: &[u8]) -> impl Iterator<Item = Logged<'_>> {
    frames(bytes).filter_map(|frame| {
        let commits = word(frame, 4)? != 0;
        Some(Logged { number: word(frame, 0)?, commits, bytes: frame.get(FRAME_HEADER_LEN..)? })
    })
}

/// How many frames of the log with these salts the processes of this machine knew to be on the disk, where the file
/// that they share is still there and whole. It is written after the log is.
fn frames_known(store: &Path, salts: [u8; 8]) -> Option<usize> {
    let index = Index::of(store)?;
    (index.salts == salts).then_some(index.frames)
}

/// The header of the index of a log (`-shm`), in the machine's byte order but for the salts.
pub(crate) struct Index {
    salts: [u8; 8],
    pub(crate) frames: usize,
    /// How many of them are in the file itself by now.
    pub(crate) in_the_file: usize,
}

impl Index {
    pub(crate) fn of(store: &Path) -> Option<Self> {
        let mut bytes = Vec::new();
        std::fs::File::open(beside(store, "-shm")).ok()?.take(136).read_to_end(&mut bytes).ok()?;
        let (one, rest) = bytes.split_first_chunk::<48>()?;
        let (two, rest) = rest.split_first_chunk::<48>()?;
        let number = |bytes: &[u8], at: usize| Some(u32::from_ne_bytes(*bytes.get(at..)?.first_chunk()?));
        let same = one == two && number(one, 12).is_some_and(|word| word.to_ne_bytes().first() == Some(&1));
        Some(Self {
            salts: *one.get(32..)?.first_chunk()?,
            frames: usize::try_from(number(one, 16).filter(|_| same)?).ok()?,
            in_the_file: usize::try_from(number(rest, 0)?).ok()?,
        })
    }
}

/// A big-endian word.
fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// SQLite's checksum of a log: Fibonacci-weighted sums of pairs of words.
fn checksum(mut sum: (u32, u32), bytes: &[u8], big_endian: bool) -> (u32, u32) {
    let number =
        |bytes: [u8; 4]| if big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) };
    for pair in bytes.chunks_exact(8) {
        let Some((one, two)) = pair.split_first_chunk() else { break };
        let Some(two) = two.first_chunk() else { break };
        sum.0 = sum.0.wrapping_add(number(*one)).wrapping_add(sum.1);
        sum.1 = sum.1.wrapping_add(number(*two)).wrapping_add(sum.0);
    }
    sum
}
