//! The operator's view: exceptions first.

use std::collections::BTreeSet;

use super::Context;
use super::lacks::{in_one_text, lacks, why_open};
use super::status::timing_key;
use crate::assess::{
    EventStanding, EvidenceUse, Headline, ImpactStanding, LineStanding, Progress, Proof, ReasonCode,
    TargetStanding,
};
use crate::facts::ReviewState;
use crate::finding::{Param, fill, uncapitalised};
use crate::language::unit_name;
use crate::plan::{Indicator, Target};
use crate::report::model::{ExceptionGroup, ExceptionItem, ExceptionKind};
use crate::report::{phrases, reasons};
use crate::value::Id;

/// All exceptions by sort; a sort without any is not shown.
pub(super) fn exceptions(context: &Context<'_>) -> Vec<ExceptionGroup> {
    use ExceptionKind as Kind;
    let phrase = |saying: crate::language::Saying| saying.get(context.language).to_owned();
    let word = |key| context.word(key).to_owned();
    // The lines of the block are none of those that the first screen counts.
    let overdue_block = format!("{} ({})", word("overdue"), uncapitalised(&phrase(phrases::IMPACT)));
    let groups = [
        (Kind::Overdue, word("overdue"), overdue(context)),
        (Kind::Overdue, overdue_block, overdue_of_block(context)),
        (
            Kind::ClaimedNotProven,
            phrase(phrases::CLAIMED_NOT_PROVEN),
            per_target(context, claimed_not_proven),
        ),
        (Kind::ListDiffers, phrase(phrases::LIST_DIFFERS), per_target(context, list_differs)),
        (Kind::Late, word("late"), per_target(context, late)),
        (Kind::Shared, phrase(phrases::SHARED), shared(context)),
        (Kind::ProofLost, phrase(phrases::PROOF_LOST), per_target(context, proof_lost)),
        (Kind::ProbableDouble, word("probableDuplicate"), doubles(context)),
        (Kind::Returned, word("returned"), per_target(context, returned)),
        (Kind::AcceptedLess, phrase(phrases::ACCEPTED_LESS), per_target(context, accepted_less)),
        (Kind::NotApplicable, word("notApplicable"), not_applicable(context)),
    ];
    groups
        .into_iter()
        .filter(|(_, _, items)| !items.is_empty())
        .map(|(kind, title, items)| ExceptionGroup { kind, title, items })
        .collect()
}

/// The lines of an assessment in the annex's order.
fn lines<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a LineStanding> + use<'a> {
    context.assessment.tasks.iter().flat_map(|task| &task.activities).flat_map(|activity| &activity.lines)
}

/// What is said of every target of every line.
fn per_target(
    context: &Context<'_>,
    say: fn(&Context<'_>, &TargetStanding) -> Vec<String>,
) -> Vec<ExceptionItem> {
    let mut items = Vec::new();
    for line in lines(context) {
        let mut texts: Vec<String> = Vec::new();
        for text in line.targets.iter().flat_map(|target| say(context, target)) {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        items.extend(
            texts.into_iter().map(|text| ExceptionItem { lines: vec![context.line_ref(&line.id)], text }),
        );
    }
    items
}

/// Every line whose time is over, with what is still missing.
fn overdue(context: &Context<'_>) -> Vec<ExceptionItem> {
    let mut items = Vec::new();
    for standing in lines(context).filter(|line| line.headline == Headline::Overdue) {
        let Some(line) = context.line(&standing.id) else { continue };
        let missing = standing.targets.iter().filter(|target| target.headline == Headline::Overdue);
        let missing = missing.flat_map(|of| {
            let target = line.targets.iter().find(|target| target.id == of.id);
            target.map(|target| what_is_missing(context, line, target, of)).unwrap_or_default()
        });
        items.push(ExceptionItem {
            lines: vec![context.line_ref(&standing.id)],
            text: missing.collect::<Vec<_>>().join("; "),
        });
    }
    items
}

/// The same of the social-impact block.
fn overdue_of_block(context: &Context<'_>) -> Vec<ExceptionItem> {
    let block = context.assessment.impact.iter().filter(|line| line.progress == Progress::Overdue);
    let item = |line: &ImpactStanding| ExceptionItem {
        lines: vec![context.line_ref(&line.id)],
        text: line.reasons.iter().map(|reason| context.reason(reason)).collect::<Vec<_>>().join("; "),
    };
    block.map(item).collect()
}

/// What a target lacks, else why it is not met.
fn what_is_missing(
    context: &Context<'_>,
    line: &Indicator,
    target: &Target,
    standing: &TargetStanding,
) -> Vec<String> {
    let Some(lacks) = in_one_text(context, lacks(context, line, target, standing)) else {
        if standing.reasons.is_empty() && standing.claimed.is_none() {
            return vec![context.word("noData").into()];
        }
        return why_open(standing).into_iter().map(|reason| context.reason(reason)).collect();
    };
    vec![format!("{}: {lacks}", context.word("missing"))]
}

/// The reasons of some codes, in words.
fn said(context: &Context<'_>, target: &TargetStanding, codes: &[ReasonCode]) -> Vec<String> {
    let reasons = target.reasons.iter().filter(|reason| codes.contains(&reason.code));
    reasons.map(|reason| context.reason(reason)).collect()
}

fn claimed_not_proven(context: &Context<'_>, target: &TargetStanding) -> Vec<String> {
    let Some(claimed) = target.claimed else { return Vec::new() };
    if Some(claimed) == target.proven {
        return Vec::new();
    }
    let (claimed_word, proven_word) = (context.word("claimed"), context.word("proven"));
    let (claimed, proven) = (context.figure(Some(claimed)), context.figure(target.proven));
    vec![format!("{claimed_word}: {claimed}, {}: {proven}", proven_word.to_lowercase())]
}

fn list_differs(context: &Context<'_>, target: &TargetStanding) -> Vec<String> {
    said(context, target, &[ReasonCode::RowsDiffer, ReasonCode::RowsUnknown, ReasonCode::ListUnsigned])
}

fn late(context: &Context<'_>, target: &TargetStanding) -> Vec<String> {
    let reasons = said(context, target, &[ReasonCode::Late, ReasonCode::EvidenceLate]);
    match timing_key(target.timing) {
        Some(key) if reasons.is_empty() => vec![context.word(key).into()],
        _ => reasons,
    }
}

fn proof_lost(context: &Context<'_>, target: &TargetStanding) -> Vec<String> {
    let codes = [
        ReasonCode::ProofLost,
        ReasonCode::ProofIncomplete,
        ReasonCode::EventNotHeld,
        ReasonCode::ItemsOfSeveralEvents,
        ReasonCode::ItemsWithoutEvent,
    ];
    let reasons = said(context, target, &codes);
    if reasons.is_empty() && target.proof == Proof::Lost {
        vec![context.word("lost").into()]
    } else {
        reasons
    }
}

fn returned(context: &Context<'_>, target: &TargetStanding) -> Vec<String> {
    let returned = target.review == ReviewState::Returned;
    returned.then(|| reasons::saying(ReasonCode::Returned).get(context.language).into()).into_iter().collect()
}

fn accepted_less(context: &Context<'_>, target: &TargetStanding) -> Vec<String> {
    said(context, target, &[ReasonCode::AcceptedLess])
}

/// Lines that somebody recorded not to apply: nobody has to prove them, so somebody has to look.
fn not_applicable(context: &Context<'_>) -> Vec<ExceptionItem> {
    let lines = lines(context).filter(|line| line.headline == Headline::NotApplicable);
    let item = |line: &LineStanding| {
        let shown = context.line_ref(&line.id);
        ExceptionItem { text: shown.name.clone(), lines: vec![shown] }
    };
    lines.map(item).collect()
}

/// Every item that serves several lines, once.
fn shared(context: &Context<'_>) -> Vec<ExceptionItem> {
    let mut seen: BTreeSet<&Id> = BTreeSet::new();
    let mut items = Vec::new();
    for line in context.attached() {
        for used in line.items.iter().filter(|used| !used.shared_with.is_empty()) {
            if seen.insert(&used.item) {
                let ids = std::iter::once(&line.line).chain(&used.shared_with);
                items.push(ExceptionItem {
                    lines: ids.map(|id| context.line_ref(id)).collect(),
                    text: what_it_is(context, used),
                });
            }
        }
    }
    items
}

/// An item by its kind, title and date.
fn what_it_is(context: &Context<'_>, used: &EvidenceUse) -> String {
    let item = context.evidence(&used.item);
    let kind = item.and_then(|item| unit_name(item.kind.key(), context.language));
    let title = item.and_then(|item| item.title.as_deref().or(item.outlet.as_deref()));
    let date = context.day(used.date);
    let kind = kind.unwrap_or_else(|| context.word("evidence"));
    match title {
        Some(title) => format!("{kind}, {date}: {title}"),
        None => format!("{kind}, {date}"),
    }
}

/// Events of which several records tell.
fn doubles(context: &Context<'_>) -> Vec<ExceptionItem> {
    let doubled = context.assessment.events.iter().filter(|event| !event.probable_doubles.is_empty());
    let say = |event: &EventStanding| {
        let records = event.probable_doubles.len().saturating_add(1);
        let params = [Param::text("event", &context.event_label(event)), Param::count("count", records)];
        fill(phrases::DOUBLES_TEXT.get(context.language), &params, context.language)
    };
    doubled.map(|event| ExceptionItem { lines: Vec::new(), text: say(event) }).collect()
}
