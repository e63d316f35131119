//! The findings that somebody took note of.

use super::Acknowledgement;
use crate::finding::Finding;
use crate::value::Id;

/// What somebody took note of: whole codes, and lines by code.
pub(crate) struct Noted<'a> {
    codes: Vec<&'a str>,
    lines: Vec<(&'a str, &'a Id, &'a Acknowledgement)>,
}

impl<'a> Noted<'a> {
    pub(crate) fn new(acknowledged: impl IntoIterator<Item = &'a Acknowledgement>) -> Self {
        let (whole, of_lines): (Vec<_>, Vec<_>) =
            acknowledged.into_iter().partition(|note| note.lines.is_empty());
        let mut codes: Vec<&str> = whole.into_iter().map(|note| &*note.code).collect();
        codes.sort_unstable();
        let lines = of_lines
            .into_iter()
            .flat_map(|note| note.lines.iter().map(move |line| (&*note.code, line, note)));
        let mut lines: Vec<(&str, &Id, &Acknowledgement)> = lines.collect();
        lines.sort_unstable_by_key(|(code, line, _)| (*code, *line));
        Self { codes, lines }
    }

    /// Whether somebody took note of the finding: of its code, or of every line it touches.
    pub(crate) fn has(&self, finding: &Finding) -> bool {
        if self.codes.binary_search(&finding.code.as_str()).is_ok() {
            return true;
        }
        let subjects = finding.subjects();
        let Some(first) = subjects.first() else { return false };
        let key = (finding.code.as_str(), first);
        let from = self.lines.partition_point(|(code, line, _)| (*code, *line) < key);
        let same = self.lines.iter().skip(from).take_while(|(code, line, _)| (*code, *line) == key);
        same.into_iter().any(|(_, _, note)| subjects.iter().all(|line| note.lines.contains(line)))
    }
}
