//! Words of the annex that are no part of the plan: kept, unless they may be personal.

use super::findings::Findings;
use super::model::Line;
use super::rules::UNREAD_TEXT;
use crate::finding::{Finding, Param, Place};
use crate::plan::Unread;

/// Collects what fits nowhere.
#[derive(Debug, Default)]
pub(super) struct Leftover {
    lines: Vec<Unread>,
    /// Runs of lines that stand together, with their length: one finding each.
    runs: Vec<(Place, usize)>,
}

impl Leftover {
    /// Keeps a line: its words, or, where they may be personal, its place only.
    pub(super) fn keep(&mut self, line: Line, personal: bool) {
        let together = self.lines.last().is_some_and(|last| last.place.is_together_with(&line.place));
        match self.runs.last_mut() {
            Some((_, count)) if together => *count = count.saturating_add(1),
            _ => self.runs.push((line.place.clone(), 1)),
        }
        let personal = personal || may_be_personal(&line.text);
        self.lines.push(Unread { place: line.place, text: if personal { String::new() } else { line.text } });
    }

    /// Keeps lines that are not personal by where they stand.
    pub(super) fn keep_all(&mut self, lines: Vec<Line>) {
        for line in lines {
            self.keep(line, false);
        }
    }

    /// Keeps a line of which a finding speaks already.
    pub(super) fn keep_quietly(&mut self, line: Line) {
        let text = if may_be_personal(&line.text) { String::new() } else { line.text };
        self.lines.push(Unread { place: line.place, text });
    }

    /// The words kept, with a finding for each run of them.
    pub(super) fn finish(self, findings: &mut Findings) -> Vec<Unread> {
        for (place, count) in self.runs {
            findings.push(Finding::new(&UNREAD_TEXT, place).param(Param::count("count", count)));
        }
        self.lines
    }
}

/// Whether words look like a signature, a telephone number or an address of mail.
pub(super) fn may_be_personal(text: &str) -> bool {
    const SHORTEST_PHONE: usize = 9;
    let mut digits = 0_usize;
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits = digits.saturating_add(1);
            if digits >= SHORTEST_PHONE {
                return true;
            }
        } else if !matches!(c, ' ' | '\u{a0}' | '-' | '(' | ')' | '+') {
            digits = 0;
        }
    }
    text.contains("___") || text.contains('@')
}
