//! `qoldau amend`: the annex of a supplementary agreement becomes the plan's next edition, and the journal learns of it.

use std::path::Path;

use qoldau_core::facts::{Fact, FactsLimits, LineMove, PlanAmendment, RawBody, check_editions, read_facts};
use qoldau_core::finding::{Finding, Place, Severity};
use qoldau_core::journal::{Envelope, JournalRead};
use qoldau_core::language::Language;
use qoldau_core::plan::reconcile::{
    AmendError, Amendment, AmendmentRow, NodeAnswer, NodeRef, Reconciliation, RowState, amend as carry_out,
    reconcile, render_reconciliation,
};
use qoldau_core::plan::{Contract, Plan, PlanNode, plan_digest, write_plan};
use qoldau_core::value::IsoDate;

use super::Outcome;
use super::journal::Recording;
use crate::args::{Answer, Recorded, To};
use crate::held::HeldJournal;
use crate::trouble::Trouble;
use crate::{input, ledger, output, speech, work};

/// The kind of the entry.
const PLAN_AMENDED: &str = "planAmended";

/// What is asked for.
pub(super) struct Asked<'a> {
    pub(super) plan: &'a Path,
    pub(super) amended: &'a Path,
    pub(super) agreement: String,
    pub(super) date: IsoDate,
    pub(super) from: IsoDate,
    pub(super) answers: &'a [Answer],
}

/// `qoldau amend PLAN AMENDED`: what would change; with `--output` the plan's next edition too, and with `--record` the entry
/// that brings it into force.
pub(super) fn amend(
    asked: Asked<'_>,
    recorded: &Recorded,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    input::one_stdin([asked.plan, asked.amended].into_iter().chain(recorded.journal.as_deref()))?;
    let (old, new) = (work::plan(asked.plan)?, work::plan(asked.amended)?);
    // What could not be read of either annex may stand in the next edition as if it had been agreed.
    let misread: Vec<Finding> = [&old, &new].into_iter().flat_map(|read| read.findings.clone()).collect();
    for read in [&old, &new] {
        super::complain_of(&read.findings, &read.plan, language);
    }
    let (old, new) = (old.plan, new.plan);
    let mut amendment = Amendment {
        agreement: Contract { number: Some(asked.agreement), date: Some(asked.date) },
        effective_from: asked.from,
        answers: Vec::new(),
    };
    // Answers name parts as they are listed without them.
    let listed = reconcile(&old, &new, &amendment);
    amendment.answers =
        asked.answers.iter().map(|answer| resolve(&listed, answer)).collect::<Result<_, _>>()?;
    let found = reconcile(&old, &new, &amendment);
    let said = render_reconciliation(&found, language);
    let Some(file) = &to.output else {
        output::print(&said)?;
        let all: Vec<Finding> = misread.into_iter().chain(found.findings).collect();
        return Ok(Outcome::of(&all));
    };
    if file.as_os_str() == "-" {
        output::complain(&said);
    } else {
        output::print(&said)?;
    }
    let is_error = |finding: &&Finding| finding.severity == Severity::Error;
    let not_paired = found.findings.iter().filter(|finding| finding.code == "AMD012");
    if let Some(error) = misread.iter().filter(is_error).chain(not_paired).next() {
        return Err(Trouble::pairing(speech::MISREAD, "AMD012", &error.code));
    }
    let next = carry_out(&old, &new, &amendment).map_err(|error| refused(&error, &found))?;
    let json = write_plan(&next.plan).map_err(|error| Trouble::plan(asked.plan, &error))?;
    let record = recorded.journal.as_deref().zip(recorded.author.as_deref().zip(recorded.device.as_deref()));
    let entry = record
        .map(|(journal, by)| Amending::prepare(journal, by, [&old, &next.plan], &amendment, language))
        .transpose()?;
    output::write(&format!("{json}\n"), to)?;
    super::complain_of(&next.findings, &next.plan, language);
    let Some(entry) = entry else { return Ok(Outcome::of(&found.findings)) };
    let told = format!("{}\n", entry.entry.id);
    let all: Vec<Finding> = entry.findings.iter().chain(&found.findings).cloned().collect();
    entry.held.append(Some(&old.id), &entry.entry)?;
    if file.as_os_str() == "-" {
        output::complain(&told);
    } else {
        output::print(&told)?;
    }
    Ok(Outcome::of(&all))
}

/// An entry that is about to say that an agreement amended the plan.
struct Amending<'a> {
    held: HeldJournal<'a>,
    entry: Envelope,
    /// What of the journal could not be read.
    findings: Vec<Finding>,
}

impl<'a> Amending<'a> {
    /// Makes the entry behind what the journal holds. It is refused where the journal is another plan's, has adopted another
    /// plan under the number of either edition, or has adopted this one already.
    fn prepare(
        journal: &'a Path,
        by: (&str, &str),
        [old, next]: [&Plan; 2],
        amendment: &Amendment,
        language: Language,
    ) -> Result<Self, Trouble> {
        if !journal.exists() {
            return Err(Trouble::reading(journal, &std::io::ErrorKind::NotFound.into()));
        }
        let held = HeldJournal::hold(journal)?;
        let JournalRead { journal: known, findings } = held.read(Some(old.id.clone()))?;
        output::complain(&ledger::findings(&findings, language));
        let body = PlanAmendment {
            edition: next.edition_number(),
            agreement: amendment.agreement.clone(),
            digest: plan_digest(next).map_err(|error| Trouble::plan(journal, &error))?.into(),
            effective_from: amendment.effective_from,
            map: withdrawn_by(next),
        };
        let edition = body.edition;
        let body = RawBody::new(&output::json(&body)?);
        let entry = Recording::begin()
            .record(&known, PLAN_AMENDED, body, amendment.effective_from, by, Vec::new())
            .map_err(|error| Trouble::journal(journal, &error))?;
        let after = held.with(Some(&old.id), &entry);
        let facts = read_facts(&after, &FactsLimits::default());
        let facts = facts.map_err(|error| Trouble::facts(journal, &error))?;
        let unfit: Vec<Finding> = check_editions(&[old, next], &facts)
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error || is_of(finding, &entry))
            .collect();
        output::complain(&ledger::findings(&unfit, language));
        let is_known = facts.entries.iter().any(|other| {
            let replaced = facts.entries.iter().any(|entry| entry.replaces.contains(&other.id));
            let amends = matches!(&other.fact, Fact::PlanAmended { body } if body.edition == edition);
            amends && !replaced && other.id != entry.id
        });
        if is_known || !unfit.is_empty() {
            return Err(Trouble::not_amended(journal));
        }
        Ok(Self { held, entry, findings })
    }
}

/// Whether a finding is about an entry.
fn is_of(finding: &Finding, entry: &Envelope) -> bool {
    matches!(&finding.place, Place::Line { entry: Some(id), .. } if *id == entry.id)
}

/// The lines that the last edition took out. What stays keeps its id, so that no line stands under another.
fn withdrawn_by(plan: &Plan) -> Vec<LineMove> {
    let gone = plan.withdrawn.iter().filter(|gone| gone.edition == plan.edition_number());
    gone.filter(|gone| matches!(gone.node, PlanNode::Line | PlanNode::Impact))
        .map(|gone| LineMove { from: gone.id.clone(), to: None })
        .collect()
}

/// An answer by ids: parts are named by their ids, or by their numbers where one part that waits has it.
fn resolve(listed: &Reconciliation, answer: &Answer) -> Result<NodeAnswer, Trouble> {
    let unknown = |named: &str| Trouble::pairing(speech::NO_PART, "AMD021", named);
    let row = row_of(listed, &answer.new).ok_or_else(|| unknown(&answer.new))?;
    let amended = row.new.as_ref().ok_or_else(|| unknown(&answer.new))?.id.clone();
    let Some(named) = &answer.old else { return Ok(NodeAnswer { amended, old: None }) };
    let olds: Vec<&NodeRef> = listed
        .rows
        .iter()
        .filter(|other| other.node == row.node)
        .filter_map(|other| other.old.as_ref())
        .collect();
    let by_id = olds.iter().copied().find(|old| old.id.as_str() == named);
    let candidate = || only(row.candidates.iter().filter(|old| old.number == *named));
    let numbered = || only(olds.iter().copied().filter(|old| old.number == *named));
    let old = by_id.or_else(candidate).or_else(numbered).ok_or_else(|| unknown(named))?;
    Ok(NodeAnswer { amended, old: Some(old.id.clone()) })
}

/// The row of a part of the new annex: by its id, else by its number among those that wait for an answer.
fn row_of<'a>(listed: &'a Reconciliation, named: &str) -> Option<&'a AmendmentRow> {
    let is = |row: &&AmendmentRow| row.new.as_ref().is_some_and(|new| new.id.as_str() == named);
    let waits = |row: &&AmendmentRow| {
        row.state == RowState::Unsure && row.new.as_ref().is_some_and(|new| new.number == named)
    };
    listed.rows.iter().find(is).or_else(|| only(listed.rows.iter().filter(waits)))
}

/// The one thing there is.
fn only<T>(mut of: impl Iterator<Item = T>) -> Option<T> {
    let first = of.next();
    if of.next().is_none() { first } else { None }
}

/// Why the plan cannot be amended.
fn refused(error: &AmendError, found: &Reconciliation) -> Trouble {
    let told = |saying, named: &str| Trouble::pairing(saying, error.code(), named);
    match error {
        AmendError::Unsure { .. } => {
            let open = found.rows.iter().filter(|row| row.state == RowState::Unsure);
            let numbers: Vec<&str> =
                open.filter_map(|row| row.new.as_ref()).map(|new| new.number.as_str()).collect();
            told(speech::UNANSWERED, &numbers.join(", "))
        }
        AmendError::NoSuchPart { id } | AmendError::NoSuchOldPart { id } => {
            told(speech::NO_PART, id.as_str())
        }
        AmendError::AnsweredTwice { id } => told(speech::ANSWERED_TWICE, id.as_str()),
        AmendError::DuplicateId { id } => told(speech::DOUBLE_ID, id.as_str()),
        AmendError::BeforeLastEdition { before, .. } => told(speech::TOO_EARLY, &before.to_string()),
        _ => told(speech::CANNOT_AMEND, &error.to_string()),
    }
}
