//! The journal as bytes: what a host that keeps it in a file, or entry by entry in a store of its own, does in one call.

use qoldau_derive::Decode;
use serde::Serialize;

use crate::assess::{Changed, State};
use crate::facts::{self, Entry, FactsError, FactsLimits, FactsRead, read_facts};
use crate::failure::Failure;
use crate::finding::Finding;
use crate::journal::{
    self, Conflict, Draft, Envelope, Journal, JournalError, JournalRead, MergeError, Stamp, Verification,
    is_compact, read_journal, write_compact,
};
use crate::value::{Id, base64};

/// How a journal is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum JournalForm {
    /// UTF-8 text of one JSON object a line, to which entries can be appended.
    Lines,
    /// The compact form for a messenger: a fraction of the size, with a hash for every part.
    Compact,
}

/// A new entry, and the line by which a file of the journal takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Recorded {
    /// The entry.
    pub entry: Envelope,
    /// The same as one line of canonical JSON, without the line's end.
    pub line: String,
    /// What of the journal could not be read: where that was an entry of the device, the new one may bear its number and have its place
    /// in the chain.
    pub findings: Vec<Finding>,
}

/// What a file of a journal holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct JournalContents {
    /// Id of the plan it belongs to, where it says so.
    pub plan: Option<Id>,
    /// The entries in the order of their ids; different entries of one id stand beside each other.
    pub entries: Vec<Envelope>,
    /// What could not be taken, each with its place and reason.
    pub findings: Vec<Finding>,
}

/// What joining files gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct MergedJournals {
    /// The joined journal. As JSON it is Base64.
    #[serde(serialize_with = "base64::serialize")]
    #[cfg_attr(feature = "tsify", tsify(type = "Uint8Array"))]
    pub journal: Vec<u8>,
    /// For every file in turn what came of it.
    pub files: Vec<MergedFile>,
    /// How many entries of the joined journal say nothing any more, because an erasure in it names them.
    pub erased: u32,
    /// What people have to settle, in the whole joined journal.
    pub conflicts: Vec<Conflict>,
}

/// What came of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct MergedFile {
    /// How many of its entries no file before it had.
    pub new_entries: u32,
    /// What of it could not be taken and is not in the joined journal.
    pub findings: Vec<Finding>,
}

/// What people have to settle in a file of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct JournalConflicts {
    /// The conflicts, with the entries as they stand.
    pub conflicts: Vec<Conflict>,
    /// What of the file could not be read, and may be part of a conflict or settle one.
    pub findings: Vec<Finding>,
}

/// The first line of a new journal, without the line's end.
#[must_use]
pub fn journal_header(plan: Option<&Id>) -> String {
    journal::write_journal(&Journal::new(plan.cloned())).trim_end().into()
}

/// Makes the next entry of a device: numbered, timed, sealed and linked to the one before it.
///
/// `journal` need not be the whole one: the last entry of the device and, of all entries whose clock is no more than 31 days
/// ahead of the stamp's `now`, the one of the greatest clock give the same entry as lines, whatever the size of the journal. Whether the id is taken is then for the host to know. No bytes at
/// all stand for a journal without entries.
///
/// # Errors
/// [`JournalError`]: a file that is no journal, an id that is taken, a time that is no instant, an unfit salt, or an entry
/// that could not count.
pub fn record_entry(journal: &[u8], draft: Draft, stamp: &Stamp) -> Result<Recorded, JournalError> {
    let JournalRead { journal, findings } = match journal {
        [] => JournalRead::default(),
        bytes => read_journal(bytes, &FactsLimits::default())?,
    };
    let entry = journal::record(&journal, draft, stamp)?;
    Ok(Recorded { line: entry.to_line(), entry, findings })
}

/// The clock of the next entry, as [`journal::next_clock`] makes it.
///
/// # Errors
/// `JRN002` at `/now` for a time that is no instant.
pub fn next_clock(now: &str, newest: Option<&str>) -> Result<Box<str>, Failure> {
    let at_now = |error: JournalError| Failure { path: Some("/now".into()), ..error.into() };
    journal::next_clock(now, newest).map_err(at_now)
}

/// What a file in either form says, and what of it could not be taken. A compact file is judged as its JSON lines.
///
/// # Errors
/// [`FactsError`] when it cannot be read as a whole.
pub fn facts_of(journal: &[u8], limits: &FactsLimits) -> Result<FactsRead, FactsError> {
    if !is_compact(journal) {
        return read_facts(journal, limits);
    }
    let JournalRead { journal, findings } = read_journal(journal, limits).map_err(as_facts_error)?;
    let read = read_facts(journal::write_journal(&journal).as_bytes(), limits)?;
    Ok(FactsRead { findings: [findings, read.findings].concat(), ..read })
}

/// Headers of several plans: it is no journal of one.
pub(super) fn as_facts_error(error: JournalError) -> FactsError {
    match error {
        JournalError::Unreadable(error) => error,
        _ => FactsError::NotAJournal { line: 1 },
    }
}

/// Takes entries of a journal, as recording and a store give them, into a state, and says what may stand otherwise for all
/// of them. What cannot be taken is named.
pub fn apply_envelopes(state: &mut State, envelopes: &[Envelope]) -> Changed {
    let take = |envelope: &Envelope| match envelope.entry() {
        Some(entry) => state.apply(entry),
        // An erased body is not unread: there is nothing to read.
        None if envelope.body.is_none() => Changed::default(),
        None => Changed { unread: vec![envelope.id.clone()], ..Changed::default() },
    };
    envelopes.iter().map(take).fold(Changed::default(), Changed::and)
}

/// The entries of a file, in either form.
///
/// # Errors
/// [`JournalError`] when it cannot be read as a journal; lines that are no entries are findings.
pub fn journal_contents(journal: &[u8], limits: &FactsLimits) -> Result<JournalContents, JournalError> {
    let JournalRead { journal, findings } = read_journal(journal, limits)?;
    let (plan, entries) = journal.into_parts();
    Ok(JournalContents { plan, entries, findings })
}

/// An entry as one line of canonical JSON (RFC 8785), without the line's end. Equal entries give equal lines, and a sealed one that was
/// read gives the body that its seal binds.
///
/// # Errors
/// [`FactsError::BodyNotJson`] (`FCT004`) when the body of an unknown kind is not JSON.
pub fn write_entry(entry: &Entry) -> Result<String, FactsError> {
    let line = facts::write_entry(entry)?;
    let read = entry.seal.as_ref().and_then(|_| Envelope::from_line(&line).ok()?.as_read());
    Ok(read.map_or(line, |read| read.to_line()))
}

/// Entries in any order as a file. Equal sets of entries give equal bytes; what an erasure among them names loses its body.
///
/// # Errors
/// [`FactsError::BodyNotJson`] (`FCT004`) when a body is not JSON.
pub fn write_entries(
    plan: Option<Id>,
    entries: Vec<Envelope>,
    form: JournalForm,
) -> Result<Vec<u8>, FactsError> {
    let entries: Option<Vec<Envelope>> = entries.into_iter().map(Envelope::as_read).collect();
    let entries = entries.ok_or(FactsError::BodyNotJson)?;
    Ok(write(&Journal::of_entries(plan, entries), form))
}

pub(super) fn write(journal: &Journal, form: JournalForm) -> Vec<u8> {
    match form {
        JournalForm::Lines => journal::write_journal(journal).into_bytes(),
        JournalForm::Compact => write_compact(journal),
    }
}

/// Joins files of one journal, in either form. Whatever their order, the joined journal has the same bytes.
///
/// # Errors
/// [`MergeError`] when a file cannot be read as a journal, or belongs to another plan than one before it.
pub fn merge_journals(
    journals: &[Vec<u8>],
    form: JournalForm,
    limits: &FactsLimits,
) -> Result<MergedJournals, MergeError> {
    let mut read = Vec::with_capacity(journals.len());
    let mut findings = Vec::with_capacity(journals.len());
    for (file, bytes) in (0_u32..).zip(journals) {
        let JournalRead { journal, findings: found } =
            read_journal(bytes, limits).map_err(|error| MergeError { file, error })?;
        read.push(journal);
        findings.push(found);
    }
    let merged = journal::merge(read)?;
    let files = merged.new_entries.into_iter().zip(findings);
    let files = files.map(|(new_entries, findings)| MergedFile { new_entries, findings });
    Ok(MergedJournals {
        journal: write(&merged.journal, form),
        files: files.collect(),
        erased: merged.erased,
        conflicts: merged.conflicts,
    })
}

/// What people have to settle in a file of a journal, in either form.
///
/// # Errors
/// [`JournalError`] when it cannot be read as a journal.
pub fn conflicts_of(journal: &[u8]) -> Result<JournalConflicts, JournalError> {
    let JournalRead { journal, findings } = read_journal(journal, &FactsLimits::default())?;
    Ok(JournalConflicts { conflicts: journal::conflicts(&journal), findings })
}

/// Whether entries of a file, in either form, were altered, dropped or forged; what of it could not be read stands first
/// among the findings.
///
/// # Errors
/// [`JournalError`] when it cannot be read as a journal.
pub fn verify_file(journal: &[u8]) -> Result<Verification, JournalError> {
    let JournalRead { journal, findings } = read_journal(journal, &FactsLimits::default())?;
    let verified = journal::verify(&journal);
    Ok(Verification { findings: [findings, verified.findings].concat(), ..verified })
}
