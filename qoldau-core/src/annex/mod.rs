//! Floor 3: the contract annex (.docx or text) read into a plan.
//!
//! A document passes three floors of its own: the bytes (a package or UTF-8), the document without its format
//! (paragraphs and tables, the same for both forms), and the annex (blocks, tasks, activities, lines). What is
//! understood, what is not and by which rules is told in `docs/annex.md`.

mod build;
mod columns;
mod days;
mod docx;
mod error;
mod findings;
mod fit;
mod fuzzy;
mod general;
mod header;
mod headings;
mod impact;
mod known;
mod language;
mod leftover;
mod limits;
mod lists;
mod marks;
mod model;
mod package;
mod pairing;
mod phase;
mod read;
mod repeats;
mod rows;
mod rules;
mod scale;
mod settle;
mod signatures;
mod tasks;
mod team;
mod text;

pub use crate::archive::{Damage, Excess};
pub use error::{OtherFormat, ReadError};
pub use limits::ReadLimits;
pub use rules::ANNEX_RULES;
pub use settle::{PairChoice, PairError, pair};

use serde::Serialize;

use crate::finding::{Finding, Place};
use crate::plan::Plan;
use limits::beyond;
use model::{Block, Document, filled_lines};

/// What the reading of an annex gives: the plan, and what there is to say about how it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct AnnexRead {
    /// The plan.
    pub plan: Plan,
    /// Findings of the reading, by place.
    pub findings: Vec<Finding>,
}

/// Reads an annex: a .docx, or UTF-8 text in which a tab opens a cell.
///
/// What is not understood is kept in the plan word for word (`unread`, `unpaired`) and told by a finding.
///
/// # Errors
/// [`ReadError`] when the document cannot be read whole: codes `ANX001` to `ANX014`.
pub fn read_annex(bytes: &[u8], limits: &ReadLimits) -> Result<AnnexRead, ReadError> {
    let (document, form) = document(bytes, limits)?;
    check_lines(&document, limits)?;
    read::plan(&document, limits, form == Form::Text)
}

/// The words at a place of the document, as they stand. Findings and unread parts of a plan carry places; the words
/// are fetched only where somebody asks for them.
///
/// # Errors
/// [`ReadError`] when the document cannot be read whole, `ANX015` when nothing stands at the place.
pub fn excerpt(bytes: &[u8], place: &Place, limits: &ReadLimits) -> Result<String, ReadError> {
    let Place::Cell { table, row, column, paragraph, .. } = place else { return Err(ReadError::NoSuchPlace) };
    let (document, _) = document(bytes, limits)?;
    let at = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let words = match table {
        None => document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Paragraph(text) => Some(text.as_str()),
                Block::Table(_) => None,
            })
            .flat_map(filled_lines)
            .nth(at(*paragraph)),
        Some(table) => document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Table(table) => Some(table),
                Block::Paragraph(_) => None,
            })
            .nth(at(*table))
            .and_then(|table| table.rows.get(at(*row)))
            .and_then(|row| row.cells.iter().find(|cell| (cell.column..cell.end()).contains(column)))
            .and_then(|cell| filled_lines(&cell.text).nth(at(*paragraph))),
    };
    words.map(str::to_owned).ok_or(ReadError::NoSuchPlace)
}

/// Refuses a document of more lines than the limit: everything after this takes time by the line.
fn check_lines(document: &Document, limits: &ReadLimits) -> Result<(), ReadError> {
    // A line has a letter at least: most documents have fewer bytes than the limit has lines.
    let bytes = document.texts().map(str::len).fold(0, usize::saturating_add);
    let lines = || document.texts().map(|text| filled_lines(text).count()).fold(0, usize::saturating_add);
    if beyond(bytes, limits.max_lines) && beyond(lines(), limits.max_lines) {
        Err(ReadError::TooManyLines { limit: limits.max_lines })
    } else {
        Ok(())
    }
}

/// The form of a document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Docx,
    Text,
}

/// The document without its format.
fn document(bytes: &[u8], limits: &ReadLimits) -> Result<(Document, Form), ReadError> {
    if beyond(bytes.len(), limits.max_bytes) {
        return Err(ReadError::TooLarge { limit: limits.max_bytes });
    }
    let words = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if words.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK") {
        let xml = package::main_document(bytes, limits)?;
        return Ok((docx::read(package::utf8(&xml)?, limits)?, Form::Docx));
    }
    if let Some(found) = other_format(bytes) {
        return Err(ReadError::OtherFormat { found });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| ReadError::WrongEncoding {
        offset: u32::try_from(error.valid_up_to()).unwrap_or(u32::MAX),
    })?;
    Ok((text::read(text, limits)?, Form::Text))
}

/// The kind of a file that begins like none that can be read.
fn other_format(bytes: &[u8]) -> Option<OtherFormat> {
    const STARTS: [(&[u8], OtherFormat); 7] = [
        (b"\xd0\xcf\x11\xe0", OtherFormat::OldWord),
        (b"%PDF-", OtherFormat::Pdf),
        (b"{\\rtf", OtherFormat::RichText),
        (b"<!DOCTYPE html", OtherFormat::Html),
        (b"<html", OtherFormat::Html),
        (b"\xff\xfe", OtherFormat::Utf16),
        (b"\xfe\xff", OtherFormat::Utf16),
    ];
    // Some programs put a mark, a space or an empty line before what the form begins with.
    let words = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |of: &[u8], start: &[u8]| {
        of.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
    };
    let known = STARTS.iter().find(|(start, _)| begins(bytes, start) || begins(words, start));
    let binary = || bytes.contains(&0).then_some(OtherFormat::Binary);
    known.map(|(_, found)| *found).or_else(binary)
}
