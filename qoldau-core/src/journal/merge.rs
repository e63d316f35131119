//! Joins journals.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::{Conflict, Envelope, Journal, JournalError, conflicts};
use crate::value::Id;

/// What joining journals gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The joined journal.
    pub journal: Journal,
    /// For every journal in turn, how many of its entries none before it had. A copy that was erased is none, nor is one
    /// that says the same in another spelling; one that has the words of an entry that was there without them is.
    pub new_entries: Vec<u32>,
    /// How many entries of the joined journal say nothing any more, because an erasure in it names them.
    pub erased: u32,
    /// What people have to settle, in the whole joined journal.
    pub conflicts: Vec<Conflict>,
}

/// Which of several journals cannot be joined with those before it, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{error}")]
pub struct MergeError {
    /// The journal, or the file it was to be read from, by its position from 0.
    pub file: u32,
    /// Why.
    pub error: JournalError,
}

/// Joins any number of journals of one plan.
///
/// The joined journal holds every entry of each, once. It does not depend on the order of the journals, nor on which
/// were joined before, nor on how often one is joined: on every phone it has the same bytes in the end.
///
/// # Errors
/// [`JournalError::OtherPlan`] (`JRN001`), with the first that names another plan than one before it.
pub fn merge(journals: Vec<Journal>) -> Result<Merged, MergeError> {
    let mut plan = None;
    let mut entries: Vec<Envelope> = Vec::new();
    let mut new_entries = Vec::with_capacity(journals.len());
    let mut erased: BTreeSet<Id> = BTreeSet::new();
    for (file, journal) in (0_u32..).zip(journals) {
        erased.extend(journal.erased().cloned());
        let (other, theirs) = journal.into_parts();
        plan = one_plan(plan, other).map_err(|error| MergeError { file, error })?;
        new_entries.push(number(count_new(&entries, &theirs, &erased)));
        entries = join(entries, theirs);
    }
    let journal = Journal::of_sorted(plan, entries);
    let conflicts = conflicts(&journal);
    let is_erased = |entry: &&Envelope| entry.body.is_none() && erased.contains(&entry.id);
    let erased = number(journal.entries().iter().filter(is_erased).count());
    Ok(Merged { journal, new_entries, erased, conflicts })
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn one_plan(ours: Option<Id>, theirs: Option<Id>) -> Result<Option<Id>, JournalError> {
    match (ours, theirs) {
        (Some(ours), Some(theirs)) if ours != theirs => Err(JournalError::OtherPlan { ours, theirs }),
        (ours, theirs) => Ok(ours.or(theirs)),
    }
}

/// How many of their entries say what no copy here says.
fn count_new(ours: &[Envelope], theirs: &[Envelope], erased: &BTreeSet<Id>) -> usize {
    let mut rest = ours;
    let is_new = |their: &&Envelope| {
        let before = rest.iter().take_while(|our| our.id < their.id).count();
        rest = rest.get(before..).unwrap_or_default();
        let mut copies = rest.iter().take_while(|our| our.id == their.id);
        !copies.any(|our| {
            our == *their
                || (our.is_copy_of(their)
                    && (their.body.is_none() || erased.contains(&their.id) || our.says_the_same(their)))
        })
    };
    theirs.iter().filter(is_new).count()
}

/// Both lists in one, in order, equal entries once.
fn join(ours: Vec<Envelope>, theirs: Vec<Envelope>) -> Vec<Envelope> {
    if ours.is_empty() {
        return theirs;
    }
    let mut joined = Vec::with_capacity(ours.len().max(theirs.len()));
    let mut ours = ours.into_iter().peekable();
    let mut theirs = theirs.into_iter().peekable();
    loop {
        let next = match (ours.peek(), theirs.peek()) {
            (Some(our), Some(their)) => match our.order(their) {
                Ordering::Less => ours.next(),
                Ordering::Greater => theirs.next(),
                Ordering::Equal => {
                    theirs.next();
                    ours.next()
                }
            },
            (Some(_), None) => ours.next(),
            (None, _) => theirs.next(),
        };
        match next {
            Some(entry) => joined.push(entry),
            None => return joined,
        }
    }
}
