//! Reads a journal in either form, whole or piece by piece, and writes it as JSON lines.

use super::{Envelope, Journal, JournalError, compact, lines};
use crate::facts::{FORMAT, FactsError, FactsLimits};
use crate::finding::Finding;
use crate::value::Id;

/// What was read of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JournalRead {
    /// Its entries.
    pub journal: Journal,
    /// Lines that are no entries, each with its number and reason.
    pub findings: Vec<Finding>,
}

/// Reads a journal with its envelopes, the file that phones exchange: JSON lines, or the compact form
/// ([`crate::journal::write_compact`]).
///
/// Every line that is an entry is kept, whatever its body says; [`crate::facts`] judges bodies. A line that is none, as
/// after a loss of power, is a finding with its number, and the others are kept. Headers may recur.
///
/// # Errors
/// What [`crate::facts::read_facts`] refuses: a newer format (`FCT001`), too many entries (`FCT002`), a file that is no
/// journal (`FCT003`). Headers of different plans are [`JournalError::OtherPlan`] (`JRN001`).
pub fn read_journal(bytes: &[u8], limits: &FactsLimits) -> Result<JournalRead, JournalError> {
    let mut reader = JournalReader::new(limits);
    let mut entries = reader.push(bytes)?;
    let end = reader.finish()?;
    entries.extend(end.entries);
    Ok(JournalRead { journal: Journal::of_entries(end.plan, entries), findings: end.findings })
}

/// Reads a journal that arrives in pieces, from a network or from a file that is larger than the memory, in either form.
///
/// What is read does not depend on where the pieces end. The reader keeps no more than the line or block that has not come to
/// its end yet, so that who needs no set of entries, as a store that writes each down, holds no journal in memory.
#[derive(Debug)]
pub struct JournalReader {
    limits: FactsLimits,
    form: Form,
}

/// The form of a journal that is being read.
#[derive(Debug)]
enum Form {
    /// So few bytes came yet that it cannot be told.
    Unknown(Vec<u8>),
    Lines(lines::Reader),
    Compact(compact::Reader),
}

/// What is left when a journal has come to its end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JournalEnd {
    /// Id of the plan the journal belongs to, where it says so.
    pub plan: Option<Id>,
    /// The entries that had not come to their end before: at most one, of a last line without a line end.
    pub entries: Vec<Envelope>,
    /// What is wrong in all of it.
    pub findings: Vec<Finding>,
}

impl JournalReader {
    /// A reader of a journal of which nothing has come yet.
    #[must_use]
    pub const fn new(limits: &FactsLimits) -> Self {
        Self { limits: *limits, form: Form::Unknown(Vec::new()) }
    }

    /// Takes the next bytes, and gives the entries that are whole with them, in the order in which they stand in the file.
    ///
    /// # Errors
    /// As [`read_journal`]. The journal cannot be read further then.
    pub fn push(&mut self, piece: &[u8]) -> Result<Vec<Envelope>, JournalError> {
        match &mut self.form {
            Form::Lines(reader) => reader.push(piece),
            Form::Compact(reader) => reader.push(piece),
            Form::Unknown(before) => {
                before.extend_from_slice(piece);
                if compact::may_be_compact(before) {
                    return Ok(Vec::new());
                }
                let compact = compact::is_compact(before);
                let before = std::mem::take(before);
                self.form = Form::of(compact, &self.limits);
                self.push(&before)
            }
        }
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// As [`read_journal`].
    pub fn finish(mut self) -> Result<JournalEnd, JournalError> {
        if let Form::Unknown(before) = &mut self.form {
            // Less than the compact form begins with.
            let before = std::mem::take(before);
            self.form = Form::of(false, &self.limits);
            self.push(&before)?;
        }
        match self.form {
            Form::Lines(reader) => reader.finish(),
            Form::Compact(reader) => reader.finish(),
            Form::Unknown(_) => Ok(JournalEnd::default()),
        }
    }
}

/// How many more entries are taken.
#[derive(Debug)]
pub(super) struct Room {
    left: usize,
    most: u32,
}

impl Room {
    pub(super) fn of(limits: &FactsLimits) -> Self {
        let most = limits.max_entries;
        Self { left: usize::try_from(most).unwrap_or(usize::MAX), most }
    }

    /// Takes room for entries.
    pub(super) fn take(&mut self, entries: usize) -> Result<(), JournalError> {
        self.left = self.left.checked_sub(entries).ok_or(FactsError::TooManyEntries { most: self.most })?;
        Ok(())
    }
}

impl Form {
    fn of(compact: bool, limits: &FactsLimits) -> Self {
        if compact {
            Self::Compact(compact::Reader::new(limits))
        } else {
            Self::Lines(lines::Reader::new(limits))
        }
    }
}

/// Writes a journal: a header, then every entry as a line of canonical JSON, in the order of their ids. Equal journals
/// give equal bytes.
#[must_use]
pub fn write_journal(journal: &Journal) -> String {
    let header = Header { format: FORMAT, plan: journal.plan() };
    let mut text = serde_json::to_string(&header).unwrap_or_default();
    text.push('\n');
    for entry in journal.entries() {
        text.push_str(&entry.to_line());
        text.push('\n');
    }
    text
}

#[derive(serde::Serialize)]
struct Header<'a> {
    format: &'a str,
    plan: Option<&'a Id>,
}
