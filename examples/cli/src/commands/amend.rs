//! `qoldau amend`: the annex of a supplementary agreement becomes the plan's next edition.

use std::path::Path;

use qoldau_core::finding::{Finding, Severity};
use qoldau_core::language::Language;
use qoldau_core::plan::reconcile::{
    AmendError, Amendment, AmendmentRow, NodeAnswer, NodeRef, Reconciliation, RowState, amend as carry_out,
    reconcile, render_reconciliation,
};
use qoldau_core::plan::{Contract, write_plan};
use qoldau_core::value::IsoDate;

use super::Outcome;
use crate::args::{Answer, To};
use crate::trouble::Trouble;
use crate::{input, output, speech, work};

/// What is asked for.
pub(super) struct Asked<'a> {
    pub(super) plan: &'a Path,
    pub(super) amended: &'a Path,
    pub(super) agreement: String,
    pub(super) date: IsoDate,
    pub(super) from: IsoDate,
    pub(super) answers: &'a [Answer],
}

/// `qoldau amend PLAN AMENDED`: what would change; with `--output` the plan's next edition too.
pub(super) fn amend(asked: Asked<'_>, to: &To, language: Language) -> Result<Outcome, Trouble> {
    input::one_stdin([asked.plan, asked.amended])?;
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
    output::write(&format!("{json}\n"), to)?;
    super::complain_of(&next.findings, &next.plan, language);
    Ok(Outcome::of(&found.findings))
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
