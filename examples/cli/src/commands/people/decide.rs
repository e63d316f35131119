//! `qoldau people decide`: what a human decided of two ids, as an entry of the journal.

use std::path::Path;

use qoldau_core::facts::{
    Fact, FactsLimits, PersonDecision, PersonVerdict, RawBody, VoidReason, observe, read_facts,
};
use qoldau_core::finding::Finding;
use qoldau_core::journal::{Journal, JournalRead, write_journal};
use qoldau_core::language::Language;
use qoldau_core::value::{Id, IsoDate};

use super::Outcome;
use crate::args::{Decided, PeopleHow};
use crate::commands::journal::Recording;
use crate::held::HeldJournal;
use crate::trouble::Trouble;
use crate::{ledger, output, work};

/// What is asked, with nothing missing.
struct Decision<'a> {
    one: &'a Id,
    other: &'a Id,
    on: IsoDate,
    author: &'a str,
    device: &'a str,
}

/// `qoldau people decide JOURNAL --one A --other B --verdict same …`: appends the decision, durably, and prints the id of its entry. `undo` voids
/// every decision about the two that is in force: they stand again as if nobody had said anything.
pub(super) fn decide(file: &Path, how: &PeopleHow, language: Language) -> Result<Outcome, Trouble> {
    let missing = |option| Trouble::decision_missing(option);
    let decision = Decision {
        one: how.one.as_ref().ok_or_else(|| missing("--one"))?,
        other: how.other.as_ref().ok_or_else(|| missing("--other"))?,
        on: how.on.ok_or_else(|| missing("--on"))?,
        author: how.author.as_deref().ok_or_else(|| missing("--author"))?,
        device: how.device.as_deref().ok_or_else(|| missing("--device"))?,
    };
    let verdict = match how.verdict.ok_or_else(|| missing("--verdict"))? {
        Decided::Same => PersonVerdict::Same,
        Decided::NotSame => PersonVerdict::NotSame,
        Decided::Unsure => PersonVerdict::Unsure,
        Decided::Undo => return undo(file, &decision, how.plan.as_ref(), language),
    };
    let body = PersonDecision { one: decision.one.clone(), other: decision.other.clone(), verdict };
    let body = RawBody::new(&output::json(&body)?);
    let recording = Recording::begin();
    let record = |known: &Journal| {
        let by = (decision.author, decision.device);
        recording
            .record(known, "personDecision", body.clone(), decision.on, by, Vec::new())
            .map_err(|error| Trouble::journal(file, &error))
    };
    // What cannot be recorded leaves no file behind.
    if !file.exists() {
        record(&Journal::new(how.plan.clone()))?;
    }
    let held = HeldJournal::hold(file)?;
    let JournalRead { journal, findings } = held.read(how.plan.clone())?;
    output::complain(&ledger::findings(&findings, language));
    let recorded = record(&journal)?;
    held.append(how.plan.as_ref(), &recorded)?;
    output::print(&format!("{}\n", recorded.id)).map(|()| Outcome::of(&findings))
}

fn undo(
    file: &Path,
    decision: &Decision<'_>,
    plan: Option<&Id>,
    language: Language,
) -> Result<Outcome, Trouble> {
    // A journal that is not there holds no decision, and is not made.
    work::facts(file)?;
    let held = HeldJournal::hold(file)?;
    let JournalRead { journal, findings } = held.read(plan.cloned())?;
    let (replaces, not_taken) = in_force(file, &journal, decision)?;
    // A decision that could not be taken stays in force unseen.
    let findings = [findings, not_taken].concat();
    output::complain(&ledger::findings(&findings, language));
    if replaces.is_empty() {
        return Err(Trouble::nothing_decided(file));
    }
    let body = RawBody::new(&output::json(&VoidReason { reason: "people decide --verdict undo".into() })?);
    let recorded = Recording::begin()
        .record(&journal, "void", body, decision.on, (decision.author, decision.device), replaces)
        .map_err(|error| Trouble::journal(file, &error))?;
    held.append(plan, &recorded)?;
    output::print(&format!("{}\n", recorded.id)).map(|()| Outcome::of(&findings))
}

/// The entries that decide about the two and are in force on the day, and what of the journal could not be taken.
fn in_force(
    file: &Path,
    journal: &Journal,
    asked: &Decision<'_>,
) -> Result<(Vec<Id>, Vec<Finding>), Trouble> {
    let facts = read_facts(write_journal(journal).as_bytes(), &FactsLimits::default())
        .map_err(|error| Trouble::facts(file, &error))?;
    let observed = observe(facts.entries);
    let of_both = |fact: &Fact| match fact {
        Fact::PersonDecision { body } => {
            (&body.one, &body.other) == (asked.one, asked.other)
                || (&body.other, &body.one) == (asked.one, asked.other)
        }
        _ => false,
    };
    let decided = observed.holding_on(asked.on).filter(|by| of_both(&by.fact)).map(|by| by.entry.clone());
    Ok((decided.collect(), facts.findings))
}
