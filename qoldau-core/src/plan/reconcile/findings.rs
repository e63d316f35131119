//! What an amendment gives reason to say.

use std::collections::{BTreeMap, BTreeSet};

use super::mapping::Mapping;
use super::model::{Amendment, AmendmentRow, NodeField, RowState};
use super::rules::{
    ANSWER_OUTDATED, BROUGHT_BACK, COUNTS_OTHERWISE, LINES_WITHDRAWN, NOT_COMPARED, NOT_PAIRED,
    NOTHING_CHANGED, ODD_EFFECTIVE_DATE, OTHER_ANNEX, SOURCE_WITHDRAWN, UNSURE,
};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::plan::{Indicator, Plan, PlanNode, Question, Target, named_lines};
use crate::value::Id;
use crate::value::text::fold_words;

/// What a proposal gives reason to say, by code. Lines are those of the new annex, of withdrawn ones those of the plan.
pub(super) fn of_proposal(
    old: &Plan,
    amended: &Plan,
    amendment: &Amendment,
    mapping: &Mapping<'_>,
    rows: &[AmendmentRow],
) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    out.extend(other_annex(old, amended, rows));
    let unsure = rows.iter().filter(|row| row.state == RowState::Unsure);
    out.extend(on(
        &UNSURE,
        unsure.filter_map(|row| row.new.as_ref()).map(|new| (&new.id, new.number.as_str())),
    ));
    let gone = rows.iter().filter(|row| row.state == RowState::Withdrawn && row.node == PlanNode::Line);
    out.extend(on(
        &LINES_WITHDRAWN,
        gone.filter_map(|row| row.old.as_ref()).map(|old| (&old.id, old.number.as_str())),
    ));
    let before: BTreeMap<&Id, &Indicator> = old.lines().map(|(.., line)| (&line.id, line)).collect();
    let counts = |new: &Indicator| {
        let old = mapping.old_of(&new.id).and_then(|id| before.get(id));
        old.is_some_and(|old| counts_otherwise(old, new))
    };
    let otherwise = amended.lines().map(|(.., line)| line).filter(|line| counts(line));
    out.extend(on(&COUNTS_OTHERWISE, otherwise.map(|line| (&line.id, line.number.as_str()))));
    out.extend(odd_date(old, amended, amendment));
    if rows.iter().all(|row| row.state == RowState::Kept) {
        out.push(Finding::new(&NOTHING_CHANGED, Place::Whole {}));
    }
    if mapping.gave_up {
        out.push(Finding::new(&NOT_COMPARED, Place::Whole {}));
    }
    out.extend(not_paired(amended));
    let new: BTreeSet<&Id> = rows
        .iter()
        .filter(|row| row.state == RowState::Added && row.node == PlanNode::Line)
        .filter_map(|row| row.new.as_ref().map(|new| &new.id))
        .collect();
    out.extend(brought_back(old, amended, |line| new.contains(&line.id)));
    out
}

/// Activities of a new annex of which names and values wait to be paired.
fn not_paired(amended: &Plan) -> Option<Finding> {
    let waiting = amended.activities().map(|(_, activity)| activity).filter(|one| one.unpaired.is_some());
    on(&NOT_PAIRED, waiting.map(|activity| (&activity.id, activity.number.as_str())))
}

/// New lines that bear the name of one that an earlier agreement took out.
fn brought_back(old: &Plan, plan: &Plan, is_new: impl Fn(&Indicator) -> bool) -> Option<Finding> {
    let gone = old.withdrawn.iter().filter(|gone| gone.node == PlanNode::Line);
    let names: BTreeSet<String> = gone.filter_map(|gone| gone.name.as_deref()).map(fold_words).collect();
    let lines = plan.lines().map(|(.., line)| line);
    let back = lines.filter(|line| is_new(line) && names.contains(&fold_words(&line.name)));
    on(&BROUGHT_BACK, back.map(|line| (&line.id, line.number.as_str())))
}

/// What the next edition gives reason to say, by code.
pub(super) fn of_amended(old: &Plan, plan: &Plan, amendment: &Amendment, dropped: &[Id]) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    let standing: BTreeSet<&Id> = plan.lines().map(|(.., line)| &line.id).collect();
    let gone = old.lines().map(|(.., line)| line).filter(|line| !standing.contains(&line.id));
    out.extend(on(&LINES_WITHDRAWN, gone.map(|line| (&line.id, line.number.as_str()))));
    let before: BTreeMap<&Id, &Indicator> = old.lines().map(|(.., line)| (&line.id, line)).collect();
    let otherwise = plan
        .lines()
        .map(|(.., line)| line)
        .filter(|line| before.get(&line.id).is_some_and(|old| counts_otherwise(old, line)));
    out.extend(on(&COUNTS_OTHERWISE, otherwise.map(|line| (&line.id, line.number.as_str()))));
    if let Some(first) = dropped.first() {
        let place = Place::Plan { id: Some(first.clone()), field: "readings".into() };
        let finding = Finding::new(&ANSWER_OUTDATED, place).lines(dropped.iter().cloned());
        out.push(dropped.iter().fold(finding, |finding, id| finding.param(Param::id("id", id))));
    }
    out.extend(source_withdrawn(plan));
    out.extend(odd_date(old, plan, amendment));
    out.extend(not_paired(plan));
    out.extend(brought_back(old, plan, |line| !before.contains_key(&line.id)));
    out
}

/// One finding on several parts, with their printed numbers as the parameter `number`; none without any.
fn on<'a>(rule: &RuleInfo, parts: impl Iterator<Item = (&'a Id, &'a str)>) -> Option<Finding> {
    let mut parts = parts.peekable();
    let (first, _) = parts.peek()?;
    let place = Place::Plan { id: Some((*first).clone()), field: "name".into() };
    Some(parts.fold(Finding::new(rule, place), |finding, (id, number)| {
        finding.lines([id.clone()]).param(Param::number("number", number))
    }))
}

/// Whether the new annex is none of this plan: fewer than a fourth of its lines stand in it, or it names another
/// contract and fewer than half do.
fn other_annex(old: &Plan, amended: &Plan, rows: &[AmendmentRow]) -> Option<Finding> {
    let lines = old.lines().count();
    let found = rows
        .iter()
        .filter(|row| row.node == PlanNode::Line && row.old.is_some() && row.new.is_some())
        .count();
    let number = |plan: &Plan| plan.contract.as_ref().and_then(|contract| contract.number.clone());
    let (was, is) = (number(old), number(amended));
    let other_contract = is.as_ref().filter(|is| was.as_ref().is_some_and(|was| was != *is));
    let least = if other_contract.is_some() { lines.div_ceil(2) } else { lines.div_ceil(4) };
    (found < least).then(|| {
        let finding = Finding::new(&OTHER_ANNEX, Place::Whole {})
            .param(Param::count("count", lines))
            .param(Param::count("found", found));
        match other_contract {
            Some(number) => finding.param(Param::number("contract", number)),
            None => finding,
        }
    })
}

/// Whether a line that stays counts something else than it did.
fn counts_otherwise(old: &Indicator, new: &Indicator) -> bool {
    let changes = super::changes::of_line(old, new, None);
    changes.iter().any(|change| change.field == NodeField::Kind) || units(&old.targets) != units(&new.targets)
}

/// What the numbers of a line are of, where the words say so.
fn units(targets: &[Target]) -> Option<BTreeSet<&'static str>> {
    let units: BTreeSet<&str> =
        targets.iter().filter_map(|target| target.unit.as_ref()).map(|unit| unit.code.key()).collect();
    (!units.is_empty()).then_some(units)
}

/// Figures of the impact block that sum a withdrawn line.
fn source_withdrawn(plan: &Plan) -> Option<Finding> {
    let numbers: BTreeMap<&Id, &str> = plan
        .withdrawn
        .iter()
        .filter(|gone| gone.node == PlanNode::Line)
        .map(|gone| (&gone.id, gone.number.as_deref().unwrap_or_default()))
        .collect();
    let own =
        plan.impact.iter().flat_map(|line| line.sources.iter().flatten().map(|id| (&line.id, id.clone())));
    let answers = plan.readings.iter().filter(|reading| reading.question == Question::Sources);
    let answered = answers.flat_map(|reading| {
        named_lines(&reading.answer).unwrap_or_default().into_iter().map(|id| (&reading.line, id))
    });
    let gone: Vec<(&Id, Id)> = own.chain(answered).filter(|(_, id)| numbers.contains_key(id)).collect();
    let (first, _) = gone.first()?;
    let place = Place::Plan { id: Some((*first).clone()), field: "sources".into() };
    let figures: BTreeSet<&Id> = gone.iter().map(|(figure, _)| *figure).collect();
    let finding = Finding::new(&SOURCE_WITHDRAWN, place).lines(figures.into_iter().cloned());
    let sources: BTreeSet<&Id> = gone.iter().map(|(_, id)| id).collect();
    Some(sources.into_iter().fold(finding, |finding, id| {
        finding.param(Param::number("source", numbers.get(id).copied().unwrap_or_default()))
    }))
}

/// Whether the agreement takes effect before its own day or outside the project's time, the old or the new.
fn odd_date(old: &Plan, new: &Plan, amendment: &Amendment) -> Option<Finding> {
    let from = amendment.effective_from;
    let early = amendment.agreement.date.is_some_and(|date| from < date);
    let periods: Vec<_> = [old.period, new.period].into_iter().flatten().collect();
    let outside = !periods.is_empty() && !periods.iter().any(|days| days.contains(from));
    (early || outside).then(|| {
        let place = Place::Plan { id: None, field: "editions".into() };
        Finding::new(&ODD_EFFECTIVE_DATE, place).param(Param::date("date", from))
    })
}
