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
use super::rules::{BLOCK_DAMAGED, CUT_OFF};
use super::{Envelope, Journal, JournalError, JournalRead};
use crate::facts::{FactsError, FactsLimits, Tally};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::value::Id;

const MAGIC: &[u8; 4] = b"QJRN";
/// Major and minor version of the form.
const VERSION: [u8; 2] = [1, 0];
/// Entries of one block.
const BLOCK: usize = 4096;
/// Most bytes that a block may unpack to: 64 MiB.
const MOST_UNPACKED: usize = 1 << 26;
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
    let mut out = [&MAGIC[..], &VERSION].concat();
    let header = postcard::to_allocvec(&Header { plan: journal.plan().cloned() }).unwrap_or_default();
    out.extend(length(&header));
    out.extend(header);
    for block in blocks(journal.entries()) {
        let columns = Columns::of(block);
        let packed = compress_to_vec(&postcard::to_allocvec(&columns).unwrap_or_default(), LEVEL);
        out.extend(length(&packed));
        out.extend(hash(&packed));
        out.extend(packed);
    }
    out.extend(length(&[]));
    out
}

/// Blocks of entries that stay far below what a block may unpack to.
fn blocks(entries: &[Envelope]) -> impl Iterator<Item = &[Envelope]> {
    let mut rest = entries;
    std::iter::from_fn(move || {
        let mut size = 0_usize;
        let fits = |entry: &&Envelope| {
            let body = entry.body.as_ref().map_or(0, |body| body.reveal().len());
            size = size.saturating_add(body).saturating_add(entry.replaces.len().saturating_mul(130));
            size <= MOST_UNPACKED / 4
        };
        let count = rest.iter().take(BLOCK).take_while(fits).count().max(usize::from(!rest.is_empty()));
        let (block, others) = rest.split_at_checked(count).filter(|(block, _)| !block.is_empty())?;
        rest = others;
        Some(block)
    })
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

/// Whether bytes claim to be a journal in the compact form.
pub(super) fn is_compact(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Reads a journal in the compact form. A damaged block is a finding with its number, and the others are kept.
pub(super) fn read(bytes: &[u8], limits: &FactsLimits) -> Result<JournalRead, JournalError> {
    let not_a_journal = || JournalError::Unreadable(FactsError::NotAJournal { line: 1 });
    let mut rest = bytes.get(MAGIC.len()..).unwrap_or_default();
    let version = take(&mut rest, 2).ok_or_else(not_a_journal)?;
    let (major, minor) = match version {
        [major, minor] => (*major, *minor),
        _ => return Err(not_a_journal()),
    };
    if [major, minor] > VERSION {
        let format = format!("qoldau-journal-compact/{major}.{minor}");
        return Err(FactsError::NewerFormat { format, line: 1 }.into());
    }
    let header = take_length(&mut rest).and_then(|length| take(&mut rest, length));
    let header: Header =
        header.and_then(|header| postcard::from_bytes(header).ok()).ok_or_else(not_a_journal)?;
    let mut tally = Tally::new(limits.max_findings);
    let mut entries: Vec<Envelope> = Vec::new();
    for number in 1_u32.. {
        let say = |rule: &'static RuleInfo, block: u32| {
            Finding::new(rule, Place::Whole {}).param(Param::number("block", &block.to_string()))
        };
        match next_block(&mut rest) {
            Next::Block(packed) => match packed.and_then(unpack) {
                Some(block) => entries.extend(block),
                None => tally.push(say(&BLOCK_DAMAGED, number)),
            },
            Next::End => break,
            Next::CutOff => {
                tally.push(say(&CUT_OFF, number.saturating_sub(1)));
                break;
            }
        }
        if u32::try_from(entries.len()).is_ok_and(|count| count > limits.max_entries) {
            return Err(FactsError::TooManyEntries { most: limits.max_entries }.into());
        }
    }
    Ok(JournalRead { journal: Journal::of_entries(header.plan, entries), findings: tally.finish() })
}

/// What follows in a file.
enum Next<'a> {
    /// A block; nothing where its bytes do not fit their hash.
    Block(Option<&'a [u8]>),
    /// The end mark.
    End,
    /// Neither.
    CutOff,
}

fn next_block<'a>(rest: &mut &'a [u8]) -> Next<'a> {
    match take_length(rest) {
        None => Next::CutOff,
        Some(0) => Next::End,
        Some(length) => match (take(rest, 8), take(rest, length)) {
            (Some(told), Some(packed)) => Next::Block((hash(packed) == *told).then_some(packed)),
            _ => Next::CutOff,
        },
    }
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
