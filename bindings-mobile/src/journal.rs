//! The journal that several phones keep: recording, joining, settling, verifying. A journal crosses as bytes, JSON lines
//! or the compact form.

use qoldau_core::facts::FactsLimits;
use qoldau_core::journal::{Draft, Envelope, Stamp, Verification};
use qoldau_core::value::Id;
use qoldau_core::whole::{self, JournalConflicts, JournalContents, JournalForm, MergedJournals, Recorded};

use crate::QoldauError;

/// The first line of a new journal, without the line's end.
#[uniffi::export(default(plan = None))]
pub fn journal_header(plan: Option<Id>) -> Result<String, QoldauError> {
    Ok(whole::journal_header(plan.as_ref()))
}

/// Makes the next entry of a device: numbered, timed, sealed and linked to the one before it. Append the line to the
/// journal, or keep the entry; nothing is kept here.
///
/// The journal need not be the whole one: the last entry of the device and the entry of the greatest clock, a line each,
/// give the same entry however long the journal is. Whether the id is taken is then for the host to know. No bytes stand
/// for a journal without entries. What of it cannot be read is told, and the entry is made all the same.
///
/// Errors: `JRN002` for a time that is no instant, `JRN003` for an unfit salt, `JRN004` for an id that is taken, `JRN005`
/// for an entry that could not count, with the code of the finding that says why.
#[uniffi::export]
pub fn record_entry(journal: Vec<u8>, draft: Draft, stamp: Stamp) -> Result<Recorded, QoldauError> {
    Ok(whole::record_entry(&journal, draft, &stamp)?)
}

/// The clock of the next entry, later than the host's time in UTC and than the greatest clock it has seen. Recording does
/// this by itself. Error: `JRN002`.
#[uniffi::export(default(newest = None))]
pub fn next_clock(now: String, newest: Option<String>) -> Result<String, QoldauError> {
    Ok(whole::next_clock(&now, newest.as_deref())?.into())
}

/// The entries of a journal with their envelopes; bodies stand as they are. Errors: `FCT001` to `FCT003`, `JRN001`.
#[uniffi::export(default(limits = None))]
pub fn read_journal(journal: Vec<u8>, limits: Option<FactsLimits>) -> Result<JournalContents, QoldauError> {
    Ok(whole::journal_contents(&journal, &limits.unwrap_or_default())?)
}

/// Entries in any order as a journal. Equal entries give equal bytes, and what an erasure among them names loses its body.
/// Error: `FCT004` when a body is not JSON.
#[uniffi::export]
pub fn write_journal(
    plan: Option<Id>,
    entries: Vec<Envelope>,
    form: JournalForm,
) -> Result<Vec<u8>, QoldauError> {
    Ok(whole::write_entries(plan, entries, form)?)
}

/// Joins journals of one plan. The joined journal has the same bytes whatever their order, and every entry of each. Lines
/// that could not be taken are told and are not in the joined journal: keep a file of which that is said. Errors: `FCT001`
/// to `FCT003` and `JRN001`, with the path of the journal.
#[uniffi::export(default(limits = None))]
pub fn merge_journals(
    journals: Vec<Vec<u8>>,
    form: JournalForm,
    limits: Option<FactsLimits>,
) -> Result<MergedJournals, QoldauError> {
    Ok(whole::merge_journals(&journals, form, &limits.unwrap_or_default())?)
}

/// What people have to settle in a journal: by one more entry, which replaces all entries of the conflict. What of the journal
/// cannot be read is told. Errors: `FCT001` to `FCT003`, `JRN001`.
#[uniffi::export]
pub fn conflicts_of(journal: Vec<u8>) -> Result<JournalConflicts, QoldauError> {
    Ok(whole::conflicts_of(&journal)?)
}

/// Whether entries of a journal were altered, dropped or forged; what of it cannot be read stands first among the
/// findings. Errors: `FCT001` to `FCT003`, `JRN001`.
#[uniffi::export]
pub fn verify_journal(journal: Vec<u8>) -> Result<Verification, QoldauError> {
    Ok(whole::verify_file(&journal)?)
}
