//! Reads a journal of facts: JSON lines in the envelope of the journal.

mod aside;
mod blank;
mod double;
mod fault;
mod header;
mod plausible;

use std::collections::BTreeSet;

use qoldau_derive::Decode;
use serde::Serialize;

use self::aside::Aside;
use self::fault::Fault;
use self::header::Header;
use super::rules;
use super::tally::Tally;
use super::wire::read_entry;
use super::{ERASE, Entry, Fact};
use crate::finding::{Finding, Param, Place};
use crate::json::{At, Decode, Tree};
use crate::value::{Id, IsoDate};

/// What was read from a journal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct FactsRead {
    /// Id of the plan the journal belongs to: the first that a header names.
    pub plan: Option<Id>,
    /// The entries that count, in the order of the file.
    pub entries: Vec<Entry>,
    /// For every entry the line it stands on, counted from 1.
    pub lines: Vec<u32>,
    /// Lines that could not be taken and lines that are doubtful, each with its number and reason.
    pub findings: Vec<Finding>,
}

impl FactsRead {
    /// The journal as it stood at the end of a day: without the entries of facts that are dated later, so that what is
    /// said of a past day is what was to be said on it. What was erased since stays erased, and an entry that is dated
    /// later stays where one of that day takes its place, for it says whose place. What reading gave reason to say is
    /// kept: nobody knows of which day a line is that could not be taken.
    #[must_use]
    pub fn until(mut self, day: IsoDate) -> Self {
        let stands = |entry: &Entry| entry.on <= day || matches!(entry.fact, Fact::Erase { .. });
        if self.entries.iter().all(stands) {
            return self;
        }
        let mut keep: Vec<bool> = self.entries.iter().map(stands).collect();
        let mut later: Vec<(&Id, usize)> =
            self.entries.iter().zip(0..).map(|(entry, at)| (&entry.id, at)).collect();
        later.retain(|(_, at)| keep.get(*at) == Some(&false));
        later.sort_unstable();
        let mut next: Vec<&Id> =
            self.entries.iter().filter(|entry| stands(entry)).flat_map(|entry| &entry.replaces).collect();
        while let Some(id) = next.pop() {
            let Ok(found) = later.binary_search_by_key(&id, |(id, _)| id) else { continue };
            let Some((_, at)) = later.get(found) else { continue };
            if let (Some(keep @ false), Some(entry)) = (keep.get_mut(*at), self.entries.get(*at)) {
                *keep = true;
                next.extend(&entry.replaces);
            }
        }
        let mut kept = keep.iter();
        self.lines =
            self.lines.into_iter().zip(&keep).filter_map(|(line, keep)| keep.then_some(line)).collect();
        self.entries.retain(|_| kept.next() == Some(&true));
        self
    }
}

/// Limits on what [`read_facts`] takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct FactsLimits {
    /// Longest line, in bytes. A longer one is a finding. Default 1 048 576.
    pub max_line_bytes: u32,
    /// Most entries. More are an error. Default 20 000 000.
    pub max_entries: u32,
    /// Most findings of one code that are listed; the others are counted. Default 1000.
    pub max_findings: u32,
}

/// How many findings of one code are listed where nobody asks for another number.
pub(super) const FINDINGS_LISTED: u32 = 1000;

impl Default for FactsLimits {
    fn default() -> Self {
        Self { max_line_bytes: 1 << 20, max_entries: 20_000_000, max_findings: FINDINGS_LISTED }
    }
}

/// Why a journal could not be read, or an entry not written, at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FactsError {
    /// The journal, or a part of it, is of a newer format than this version knows.
    #[error("the journal has the newer format `{format}` on line {line}")]
    NewerFormat {
        /// The format as it stands.
        format: String,
        /// The line that says so, counted from 1.
        line: u32,
    },
    /// The journal holds more entries than the limit.
    #[error("the journal holds more than {most} entries")]
    TooManyEntries {
        /// The limit.
        most: u32,
    },
    /// The file says that it is something else than a journal, or holds neither a header nor anything like an entry.
    #[error("the file is not a journal (line {line})")]
    NotAJournal {
        /// The line that shows it, counted from 1.
        line: u32,
    },
    /// The body of an entry of an unknown kind is not JSON.
    #[error("the body of the entry is not JSON")]
    BodyNotJson,
    /// The reporting period of the options ends before it begins.
    #[error("the period ends before it begins")]
    ReversedPeriod,
}

impl FactsError {
    /// The stable code of the error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NewerFormat { .. } => "FCT001",
            Self::TooManyEntries { .. } => "FCT002",
            Self::NotAJournal { .. } => "FCT003",
            Self::BodyNotJson => "FCT004",
            Self::ReversedPeriod => "INP001",
        }
    }
}

/// Reads a journal: UTF-8 text of one JSON object a line, first a header, then entries.
///
/// Headers may recur, so that files can be concatenated. Byte order marks, Windows line ends, blank lines and a missing
/// last line end are tolerated. A line that cannot be taken is a finding with its number and reason, and the others
/// still count. Entries under a header that names another plan than the first do not count.
///
/// An id that stands twice with the same content counts once; with different content none of its lines counts.
///
/// # Errors
/// A file without a header and without anything like an entry, an empty one too, or a header of something that is no
/// journal ([`FactsError::NotAJournal`], `FCT003`); a header of a newer format ([`FactsError::NewerFormat`], `FCT001`),
/// wherever in the file it stands: what follows it cannot be understood, and
/// half a journal is not given out as a whole one. More entries than the limit ([`FactsError::TooManyEntries`],
/// `FCT002`).
pub fn read_facts(bytes: &[u8], limits: &FactsLimits) -> Result<FactsRead, FactsError> {
    let mut reader = Reader::new(limits);
    // Text as a whole is quicker told to be text; of bytes that are none only their own lines suffer.
    let text = std::str::from_utf8(bytes).ok();
    let mut start = 0;
    for (before, end) in memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]).enumerate() {
        let line = bytes.get(start..end).unwrap_or_default();
        let text = match text {
            Some(text) => text.get(start..end),
            None => std::str::from_utf8(line).ok(),
        };
        reader.take(before, line.len(), text)?;
        start = end.saturating_add(1);
    }
    if reader.like_a_journal { Ok(reader.finish()) } else { Err(FactsError::NotAJournal { line: 1 }) }
}

/// Takes entries that a host holds as values, and judges them like the lines of a journal without a header: an entry's
/// line is its position, counted from 1. Text of the journal is read by [`read_facts`].
///
/// # Errors
/// More entries than the limit ([`FactsError::TooManyEntries`], `FCT002`).
pub fn take_entries(entries: Vec<Entry>, limits: &FactsLimits) -> Result<FactsRead, FactsError> {
    let mut reader = Reader::new(limits);
    reader.opened = true;
    for (entry, line) in entries.into_iter().zip(1..) {
        reader.take_entry(line, entry)?;
    }
    Ok(reader.finish())
}

/// Whether an entry may count at all, judged like the line of a journal; blank fields of it are cleared.
pub(crate) fn takes(entry: &mut Entry) -> bool {
    blank::clear(entry);
    plausible::refuse(entry).is_ok()
}

/// What has been read so far.
struct Reader<'a> {
    limits: &'a FactsLimits,
    read: FactsRead,
    /// Entries that cannot count.
    aside: Vec<Aside>,
    tally: Tally,
    /// Whether a header has been seen or its absence told.
    opened: bool,
    /// Whether any line is a header or meant as an entry.
    like_a_journal: bool,
    /// The other plan that the lines belong to, so that they do not count.
    foreign: Option<Id>,
}

impl<'a> Reader<'a> {
    fn new(limits: &'a FactsLimits) -> Self {
        let tally = Tally::new(limits.max_findings);
        Self {
            limits,
            read: FactsRead::default(),
            aside: Vec::new(),
            tally,
            opened: false,
            like_a_journal: false,
            foreign: None,
        }
    }

    /// Takes the line that stands after so many others and has so many bytes; no text when they are none.
    fn take(&mut self, before: usize, length: usize, text: Option<&str>) -> Result<(), FactsError> {
        let line = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        match text_of_line(line, length, text, self.limits) {
            Ok("") => Ok(()),
            Ok(text) => self.take_text(line, text),
            Err(finding) => {
                self.tally.push(*finding);
                Ok(())
            }
        }
    }

    fn take_text(&mut self, line: u32, text: &str) -> Result<(), FactsError> {
        if let Ok(entry) = read_entry(text) {
            return self.take_entry(line, entry);
        }
        match other_line(line, text)? {
            OtherLine::Header { plan } => self.take_header(line, plan),
            OtherLine::Refused { finding, like_a_journal, opens } => {
                self.like_a_journal |= like_a_journal;
                self.opened |= opens;
                self.tally.push(finding);
                if let Some(aside) = Aside::unread(text, line).filter(|_| self.foreign.is_none()) {
                    self.make_room()?;
                    self.aside.push(aside);
                }
            }
        }
        Ok(())
    }

    fn take_header(&mut self, line: u32, plan: Option<Id>) {
        self.opened = true;
        self.like_a_journal = true;
        match plan {
            Some(plan) if self.read.plan.as_ref().is_none_or(|ours| *ours == plan) => {
                self.read.plan = Some(plan);
                self.foreign = None;
            }
            Some(plan) => self.foreign = Some(plan),
            // A header that names no plan does not say that what follows is of ours.
            None => {}
        }
        if let Some(plan) = &self.foreign {
            let finding = Finding::new(&rules::OTHER_PLAN, Place::Line { line, entry: None });
            self.tally.push(finding.param(Param::id("plan", plan)));
        }
    }

    fn take_entry(&mut self, line: u32, mut entry: Entry) -> Result<(), FactsError> {
        self.like_a_journal = true;
        if !self.opened {
            self.opened = true;
            self.tally.push(Finding::new(&rules::NO_HEADER, Place::Line { line, entry: None }));
        }
        let blanks = blank::clear(&mut entry);
        if let Err(fault) = plausible::refuse(&entry) {
            self.tally.push(fault.finding(Place::Line { line, entry: Some(entry.id.clone()) }));
            if self.foreign.is_none() {
                self.make_room()?;
                self.aside.push(Aside::refused(entry, line));
            }
        } else if self.foreign.is_none() {
            for doubt in blanks.into_iter().chain(plausible::doubts(&entry)) {
                self.tally.push(doubt.finding(Place::Line { line, entry: Some(entry.id.clone()) }));
            }
            self.make_room()?;
            self.read.entries.push(entry);
            self.read.lines.push(line);
        }
        Ok(())
    }

    /// Refuses a further entry when there are as many as may be.
    fn make_room(&self) -> Result<(), FactsError> {
        let count = self.read.entries.len().saturating_add(self.aside.len());
        if u32::try_from(count).is_ok_and(|count| count < self.limits.max_entries) {
            Ok(())
        } else {
            Err(FactsError::TooManyEntries { most: self.limits.max_entries })
        }
    }

    /// Ends the reading: erases what is to be erased, and settles ids that stand twice.
    fn finish(mut self) -> FactsRead {
        self.erase();
        double::settle(&mut self.read, &self.aside, &mut self.tally);
        self.read.findings = self.tally.finish();
        self.read
    }

    /// Removes what the entries say that an erasure names, in whatever state the erasure is: what was to be removed does
    /// not come back because somebody tampered with the wish.
    fn erase(&mut self) {
        let wishes = self.read.entries.iter().filter_map(|entry| match &entry.fact {
            Fact::Erase { body } => Some(&*body.entries),
            _ => None,
        });
        let wishes = wishes.chain(self.aside.iter().map(Aside::erases));
        let erased: BTreeSet<Id> = wishes.flatten().cloned().collect();
        if erased.is_empty() {
            return;
        }
        let named = |entry: &Entry| entry.fact.kind() != ERASE && erased.contains(&entry.id);
        let FactsRead { entries, lines, .. } = &mut self.read;
        for (entry, line) in entries.iter_mut().zip(lines.iter()).filter(|(entry, _)| named(entry)) {
            if !matches!(entry.fact, Fact::Erased { .. }) {
                entry.erase();
                let place = Place::Line { line: *line, entry: Some(entry.id.clone()) };
                self.tally.push(Finding::new(&rules::ERASED, place));
            }
        }
        // What could not count for what it said is an envelope like any other once that is gone.
        let before = entries.len();
        for mut aside in std::mem::take(&mut self.aside) {
            if named(&aside.entry) {
                aside.entry.erase();
                aside.is_read = true;
            }
            if aside.is_read && plausible::refuse(&aside.entry).is_ok() {
                entries.push(aside.entry);
                lines.push(aside.line);
            } else {
                self.aside.push(aside);
            }
        }
        if entries.len() > before {
            let mut by_line: Vec<(u32, Entry)> = lines.drain(..).zip(entries.drain(..)).collect();
            by_line.sort_by_key(|(line, _)| *line);
            (*lines, *entries) = by_line.into_iter().unzip();
        }
    }
}

/// The text of a line of so many bytes without what surrounds it, empty where the line is blank; `text` is nothing when
/// the line's bytes are no text.
///
/// # Errors
/// What is to be said of a line that is too long or is no text.
pub(crate) fn text_of_line<'a>(
    line: u32,
    length: usize,
    text: Option<&'a str>,
    limits: &FactsLimits,
) -> Result<&'a str, Box<Finding>> {
    let refused = |rule| Box::new(Fault::of(rule).finding(Place::Line { line, entry: None }));
    if u32::try_from(length).is_ok_and(|length| length <= limits.max_line_bytes) {
        let text = text.ok_or_else(|| refused(&rules::NOT_UTF8))?;
        Ok(text.strip_prefix('\u{feff}').unwrap_or(text).trim_ascii())
    } else {
        Err(refused(&rules::LINE_TOO_LONG))
    }
}

/// What a line is that could not be read as an entry.
pub(crate) enum OtherLine {
    /// A header.
    Header {
        /// The plan it names.
        plan: Option<Id>,
    },
    /// Nothing that counts.
    Refused {
        /// Why.
        finding: Finding,
        /// Whether it is meant as a part of a journal.
        like_a_journal: bool,
        /// Whether it is meant as a header.
        opens: bool,
    },
}

/// Says what a line is that could not be read as an entry.
///
/// # Errors
/// A header of a newer format, or of something that is no journal.
pub(crate) fn other_line(line: u32, text: &str) -> Result<OtherLine, FactsError> {
    let refused = |fault: Fault, entry: Option<Id>, like_a_journal: bool, opens: bool| {
        let finding = fault.finding(Place::Line { line, entry });
        OtherLine::Refused { finding, like_a_journal, opens }
    };
    Ok(match serde_json::from_str::<Tree>(text) {
        Err(error) => refused(Fault::syntax(&error), None, false, false),
        Ok(tree) if tree.field("format").is_some() => match Header::read(&tree, line)? {
            Ok(header) => OtherLine::Header { plan: header.plan },
            Err(fault) => refused(fault, None, true, true),
        },
        Ok(tree) => {
            let like_a_journal = tree.field("kind").is_some() || tree.field("body").is_some();
            let id = tree.field("id").and_then(|id| Id::decode(&mut At(id)).ok());
            refused(diagnose(tree), id, like_a_journal, false)
        }
    })
}

/// Says why a line that is JSON is no entry.
fn diagnose(mut tree: Tree) -> Fault {
    let Tree::Object(fields) = &mut tree else {
        return Fault::of(&rules::NOT_AN_ENTRY);
    };
    // The kind first, so that a fault of the body is found where it is; an amendment has a kind in its body too.
    fields.sort_by_key(|(name, _)| name != "kind");
    if let Some((_, Tree::Object(body))) = fields.iter_mut().find(|(name, _)| name == "body") {
        body.sort_by_key(|(name, _)| name != "kind");
    }
    match Entry::decode(&mut At(&tree)) {
        Err(misfit) => misfit.into(),
        Ok(_) => Fault::of(&rules::NOT_AN_ENTRY),
    }
}
