//! The compact form of a journal, for exchange where every kilobyte counts.
//!
//! A file is `QJRN`, the version in two bytes, the plan, blocks, and an end mark. A block holds up to 4096 entries in
//! columns, deflated, behind its length and eight bytes of its SHA-256; a block of length 0 ends the file. Blocks depend
//! on nothing before them, so that they stream and that damage stays where it is.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::columns::Columns;
use super::read::{JournalEnd, Room};
use super::rules::{BLOCK_DAMAGED, CUT_OFF};
use super::{Envelope, Journal, JournalError};
use crate::facts::{FactsError, FactsLimits, Tally};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::value::Id;

const MAGIC: &[u8; 4] = b"QJRN";
/// Major and minor version of the form.
const VERSION: [u8; 2] = [1, 0];
/// Most entries of one block.
pub(super) const BLOCK: usize = 4096;
/// Most bytes that a block may unpack to: 64 MiB.
const MOST_UNPACKED: usize = 1 << 26;
/// Most bytes that the header may have, which names the plan.
const LONGEST_HEADER: usize = 1 << 12;
/// How hard to pack: as `gzip -6`.
const LEVEL: u8 = 6;

/// What stands before the blocks.
#[derive(Serialize, Deserialize)]
struct Header {
    plan: Option<Id>,
}

/// Writes a journal in the compact form: about a tenth of its JSON lines. Equal journals give equal bytes.
#[must_use]
pub fn write_compact(journal: &Journal) -> Vec<u8> {
    let mut out = head(journal.plan());
    let mut rest = journal.entries();
    while !rest.is_empty() {
        let mut filling = Filling::default();
        let count = rest.iter().take_while(|entry| filling.takes(entry)).count();
        let (entries, others) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        out.extend(block(entries));
        rest = others;
    }
    out.extend(length(&[]));
    out
}

/// Writes a journal in the compact form entry by entry, where it is larger than the memory. Entries in the order of their
/// ids give what [`write_compact`] gives.
#[derive(Debug, Default)]
pub struct CompactWriter {
    waiting: Vec<Envelope>,
    filling: Filling,
}

impl CompactWriter {
    /// A writer and the first bytes of the file.
    #[must_use]
    pub fn new(plan: Option<&Id>) -> (Self, Vec<u8>) {
        (Self::default(), head(plan))
    }

    /// Takes the next entry and gives the bytes that are due: mostly none, at times those of a block.
    #[must_use]
    pub fn push(&mut self, entry: Envelope) -> Vec<u8> {
        let mut due = Vec::new();
        if !self.filling.takes(&entry) {
            due = block(&self.waiting);
            self.waiting.clear();
            self.filling = Filling::default();
            self.filling.takes(&entry);
        }
        self.waiting.push(entry);
        due
    }

    /// The last bytes of the file.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        let mut due = if self.waiting.is_empty() { Vec::new() } else { block(&self.waiting) };
        due.extend(length(&[]));
        due
    }
}

/// How full a block is: it stays far below what a block may unpack to.
#[derive(Debug, Default)]
struct Filling {
    entries: usize,
    bytes: usize,
}

impl Filling {
    /// Adds an entry if there is room for it; an empty block has room for any.
    fn takes(&mut self, entry: &Envelope) -> bool {
        let body = entry.body.as_ref().map_or(0, |body| body.reveal().len());
        let bytes = self.bytes.saturating_add(body).saturating_add(entry.replaces.len().saturating_mul(130));
        let room = self.entries == 0 || (self.entries < BLOCK && bytes <= MOST_UNPACKED / 4);
        if room {
            *self = Self { entries: self.entries.saturating_add(1), bytes };
        }
        room
    }
}

/// What stands before the blocks.
fn head(plan: Option<&Id>) -> Vec<u8> {
    let mut out = [&MAGIC[..], &VERSION].concat();
    let header = postcard::to_allocvec(&Header { plan: plan.cloned() }).unwrap_or_default();
    out.extend(length(&header));
    out.extend(header);
    out
}

/// A block of entries.
fn block(entries: &[Envelope]) -> Vec<u8> {
    let columns = postcard::to_allocvec(&Columns::of(entries)).unwrap_or_default();
    let packed = compress_to_vec(&columns, LEVEL);
    let mut out = length(&packed).to_vec();
    out.extend(hash(&packed));
    out.extend(packed);
    out
}

fn length(bytes: &[u8]) -> [u8; 4] {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes()
}

fn hash(bytes: &[u8]) -> [u8; 8] {
    let full = Sha256::digest(bytes);
    let mut short = [0_u8; 8];
    short.iter_mut().zip(full).for_each(|(short, full)| *short = full);
    short
}

/// Whether a file that begins with these bytes claims to be a journal in the compact form.
#[must_use]
pub fn is_compact(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Whether a file that begins with these bytes may still turn out to be one.
pub(super) fn may_be_compact(bytes: &[u8]) -> bool {
    bytes.len() < MAGIC.len() && MAGIC.starts_with(bytes)
}

/// Reads the compact form as it arrives. A damaged block is a finding with its number, and the others are kept.
#[derive(Debug)]
pub(super) struct Reader {
    tally: Tally,
    room: Room,
    stage: Stage,
    /// How many blocks were passed.
    blocks: u32,
    /// What came of the header or block that has not come to its end.
    begun: Vec<u8>,
}

/// How far the reading is.
#[derive(Debug)]
enum Stage {
    Header,
    Blocks { plan: Option<Id> },
    Ended { plan: Option<Id> },
}

impl Reader {
    pub(super) fn new(limits: &FactsLimits) -> Self {
        let tally = Tally::new(limits.max_findings);
        Self { tally, room: Room::of(limits), stage: Stage::Header, blocks: 0, begun: Vec::new() }
    }

    /// Takes the next bytes and gives the entries of the blocks that end in them.
    pub(super) fn push(&mut self, piece: &[u8]) -> Result<Vec<Envelope>, JournalError> {
        let mut entries = Vec::new();
        if self.begun.is_empty() {
            let rest = self.pass(piece, &mut entries)?;
            self.begun = rest.to_vec();
        } else {
            let mut begun = std::mem::take(&mut self.begun);
            begun.extend_from_slice(piece);
            let read = begun.len().saturating_sub(self.pass(&begun, &mut entries)?.len());
            begun.drain(..read);
            self.begun = begun;
        }
        Ok(entries)
    }

    /// Passes what is whole, and gives what is left.
    fn pass<'a>(
        &mut self,
        mut rest: &'a [u8],
        entries: &mut Vec<Envelope>,
    ) -> Result<&'a [u8], JournalError> {
        if matches!(self.stage, Stage::Header) {
            match header(&mut rest)? {
                Some(Header { plan }) => self.stage = Stage::Blocks { plan },
                None => return Ok(rest),
            }
        }
        while let Stage::Blocks { plan } = &mut self.stage {
            match next_block(&mut rest) {
                Next::Block(packed) => {
                    self.blocks = self.blocks.saturating_add(1);
                    match packed.and_then(unpack) {
                        Some(block) => {
                            self.room.take(block.len())?;
                            entries.extend(block);
                        }
                        None => self.tally.push(of_block(&BLOCK_DAMAGED, self.blocks)),
                    }
                }
                Next::End => self.stage = Stage::Ended { plan: plan.take() },
                Next::CutOff => break,
            }
        }
        // What stands behind the end mark is no part of the journal.
        Ok(if matches!(self.stage, Stage::Ended { .. }) { &[] } else { rest })
    }

    /// Ends the reading.
    pub(super) fn finish(mut self) -> Result<JournalEnd, JournalError> {
        let plan = match self.stage {
            Stage::Header => return Err(not_a_journal()),
            Stage::Blocks { plan } => {
                self.tally.push(of_block(&CUT_OFF, self.blocks));
                plan
            }
            Stage::Ended { plan } => plan,
        };
        Ok(JournalEnd { plan, entries: Vec::new(), findings: self.tally.finish() })
    }
}

/// A finding about a block, counted from 1.
fn of_block(rule: &'static RuleInfo, block: u32) -> Finding {
    Finding::new(rule, Place::Whole {}).param(Param::number("block", &block.to_string()))
}

const fn not_a_journal() -> JournalError {
    JournalError::Unreadable(FactsError::NotAJournal { line: 1 })
}

/// What stands before the blocks; nothing while it is not whole.
fn header(bytes: &mut &[u8]) -> Result<Option<Header>, JournalError> {
    let mut rest = *bytes;
    take(&mut rest, MAGIC.len());
    let Some(version) = take(&mut rest, 2) else { return Ok(None) };
    if *version > VERSION[..] {
        let (major, minor) = (version.first().unwrap_or(&0), version.last().unwrap_or(&0));
        let format = format!("qoldau-journal-compact/{major}.{minor}");
        return Err(FactsError::NewerFormat { format, line: 1 }.into());
    }
    let Some(length) = take_length(&mut rest) else { return Ok(None) };
    if length > LONGEST_HEADER {
        return Err(not_a_journal());
    }
    let Some(header) = take(&mut rest, length) else { return Ok(None) };
    let header = postcard::from_bytes(header).map_err(|_| not_a_journal())?;
    *bytes = rest;
    Ok(Some(header))
}

/// What follows in a file.
enum Next<'a> {
    /// A block; nothing where its bytes do not fit their hash.
    Block(Option<&'a [u8]>),
    /// The end mark.
    End,
    /// Neither is whole.
    CutOff,
}

/// The next block, of which nothing is taken where it is not whole.
fn next_block<'a>(bytes: &mut &'a [u8]) -> Next<'a> {
    let mut rest = *bytes;
    let next = match take_length(&mut rest) {
        None => return Next::CutOff,
        Some(0) => Next::End,
        Some(length) => match (take(&mut rest, 8), take(&mut rest, length)) {
            (Some(told), Some(packed)) => Next::Block((hash(packed) == *told).then_some(packed)),
            _ => return Next::CutOff,
        },
    };
    *bytes = rest;
    next
}

fn unpack(packed: &[u8]) -> Option<Vec<Envelope>> {
    let columns = decompress_to_vec_with_limit(packed, MOST_UNPACKED).ok()?;
    postcard::from_bytes::<Columns<'_>>(&columns).ok()?.entries()
}

fn take_length(rest: &mut &[u8]) -> Option<usize> {
    let bytes: [u8; 4] = take(rest, 4)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(bytes)).ok()
}

/// The next bytes, if there are as many.
fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, others) = rest.split_at_checked(count)?;
    *rest = others;
    Some(taken)
}
