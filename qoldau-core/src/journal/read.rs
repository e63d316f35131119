//! Reads and writes a journal as JSON lines.

use super::{Envelope, Journal, JournalError, compact};
use crate::facts::{FORMAT, FactsError, FactsLimits, OtherLine, Tally, other_line, text_of_line};
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
    if compact::is_compact(bytes) {
        return compact::read(bytes, limits);
    }
    let mut reader = Reader::new(limits);
    for (before, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        reader.take(before, line)?;
    }
    if !reader.like_a_journal {
        return Err(FactsError::NotAJournal { line: 1 }.into());
    }
    let Reader { plan, entries, tally, .. } = reader;
    Ok(JournalRead { journal: Journal::of_entries(plan, entries), findings: tally.finish() })
}

struct Reader<'a> {
    limits: &'a FactsLimits,
    plan: Option<Id>,
    entries: Vec<Envelope>,
    tally: Tally,
    like_a_journal: bool,
}

impl<'a> Reader<'a> {
    fn new(limits: &'a FactsLimits) -> Self {
        let tally = Tally::new(limits.max_findings);
        Self { limits, plan: None, entries: Vec::new(), tally, like_a_journal: false }
    }

    /// Takes the line that stands after so many others.
    fn take(&mut self, before: usize, line: &[u8]) -> Result<(), JournalError> {
        let number = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        match text_of_line(number, std::str::from_utf8(line).ok(), self.limits) {
            Ok("") => Ok(()),
            Ok(text) => match Envelope::from_line(text) {
                Ok(entry) => self.take_entry(entry),
                Err(_) => self.take_other(number, text),
            },
            Err(finding) => {
                self.tally.push(*finding);
                Ok(())
            }
        }
    }

    fn take_entry(&mut self, entry: Envelope) -> Result<(), JournalError> {
        self.like_a_journal = true;
        if u32::try_from(self.entries.len()).is_ok_and(|count| count >= self.limits.max_entries) {
            return Err(FactsError::TooManyEntries { most: self.limits.max_entries }.into());
        }
        self.entries.push(entry);
        Ok(())
    }

    fn take_other(&mut self, line: u32, text: &str) -> Result<(), JournalError> {
        match other_line(line, text)? {
            OtherLine::Header { plan } => {
                self.like_a_journal = true;
                self.plan = match (self.plan.take(), plan) {
                    (Some(ours), Some(theirs)) if ours != theirs => {
                        return Err(JournalError::OtherPlan { ours, theirs });
                    }
                    (ours, theirs) => ours.or(theirs),
                };
            }
            OtherLine::Refused { finding, like_a_journal, .. } => {
                self.like_a_journal |= like_a_journal;
                self.tally.push(finding);
            }
        }
        Ok(())
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
