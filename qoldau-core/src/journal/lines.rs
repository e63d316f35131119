//! Reads JSON lines as they come in.

use super::read::{JournalEnd, Room};
use super::{Envelope, JournalError};
use crate::facts::{FactsError, FactsLimits, OtherLine, Tally, other_line, text_of_line};
use crate::value::Id;

/// Reads the lines of a journal that arrives in pieces.
#[derive(Debug)]
pub(super) struct Reader {
    limits: FactsLimits,
    plan: Option<Id>,
    tally: Tally,
    room: Room,
    like_a_journal: bool,
    /// How many lines came to their end.
    lines: u32,
    /// What came of the line that has not come to its end: of one that is too long no more than shows that it is.
    begun: Vec<u8>,
}

impl Reader {
    pub(super) fn new(limits: &FactsLimits) -> Self {
        let tally = Tally::new(limits.max_findings);
        let room = Room::of(limits);
        Self { limits: *limits, plan: None, tally, room, like_a_journal: false, lines: 0, begun: Vec::new() }
    }

    /// Takes the next bytes and gives the entries of the lines that end in them.
    pub(super) fn push(&mut self, piece: &[u8]) -> Result<Vec<Envelope>, JournalError> {
        let mut entries = Vec::new();
        let mut lines = piece.split(|byte| *byte == b'\n');
        let Some(rest) = lines.next_back() else { return Ok(entries) };
        for line in lines {
            if self.begun.is_empty() {
                entries.extend(self.take(line)?);
            } else {
                self.begin(line);
                let line = std::mem::take(&mut self.begun);
                entries.extend(self.take(&line)?);
            }
        }
        self.begin(rest);
        Ok(entries)
    }

    /// Keeps bytes of a line that has not come to its end.
    fn begin(&mut self, bytes: &[u8]) {
        let most = usize::try_from(self.limits.max_line_bytes).unwrap_or(usize::MAX).saturating_add(1);
        let room = most.saturating_sub(self.begun.len());
        self.begun.extend(bytes.iter().take(room));
    }

    /// Ends the reading; the last line may lack its line end.
    pub(super) fn finish(mut self) -> Result<JournalEnd, JournalError> {
        let line = std::mem::take(&mut self.begun);
        let entries = self.take(&line)?.into_iter().collect();
        if !self.like_a_journal {
            return Err(FactsError::NotAJournal { line: 1 }.into());
        }
        Ok(JournalEnd { plan: self.plan, entries, findings: self.tally.finish() })
    }

    /// Takes the next line.
    fn take(&mut self, line: &[u8]) -> Result<Option<Envelope>, JournalError> {
        self.lines = self.lines.saturating_add(1);
        match text_of_line(self.lines, line.len(), std::str::from_utf8(line).ok(), &self.limits) {
            Ok("") => Ok(None),
            Ok(text) => match Envelope::from_line(text) {
                Ok(entry) => {
                    self.like_a_journal = true;
                    self.room.take(1)?;
                    Ok(Some(entry))
                }
                Err(_) => self.take_other(text).map(|()| None),
            },
            Err(finding) => {
                self.tally.push(*finding);
                Ok(None)
            }
        }
    }

    fn take_other(&mut self, text: &str) -> Result<(), JournalError> {
        match other_line(self.lines, text)? {
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
