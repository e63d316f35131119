//! The review: remarks that wait, submissions, records within the NGO, and how much of a figure is approved.

use super::Context;
use crate::assess::{Figure, TargetStanding};
use crate::finding::{Param, fill};
use crate::language::{format_as_of, format_day_year};
use crate::plan::{Indicator, Target};
use crate::report::model::LineRef;
use crate::report::phrases;
use crate::report::review_rows::{RemarkRow, SubmissionRow};
use crate::review::words::{ANSWER, status_of_remark};
use crate::review::{
    EntryCounts, RemarkStanding, RemarkState, ReplyStanding, ReviewSummary, SubmissionStanding,
};
use crate::value::Id;

/// The remarks that are not settled: open ones first, of those the ones with the earliest day to answer by.
pub(super) fn remarks(context: &Context<'_>, review: &ReviewSummary) -> Vec<RemarkRow> {
    let of_all = review.submissions.iter().flat_map(|of| of.remarks.iter().map(move |remark| (of, remark)));
    let mut waiting: Vec<(&SubmissionStanding, &RemarkStanding)> =
        of_all.filter(|(_, remark)| remark.state != RemarkState::Resolved).collect();
    waiting.sort_by_key(|(_, of)| (of.state, of.answer_by.is_none(), of.answer_by, of.on, &of.remark));
    waiting
        .into_iter()
        .map(|(submission, remark)| RemarkRow {
            remark: remark.remark.clone(),
            line: remark.line.as_ref().map(|line| line_ref(context, line)),
            submission: title(submission),
            text: remark.text.to_string(),
            state: remark.state,
            overdue: remark.overdue,
            status: status_of_remark(remark, context.language),
            replies: remark.replies.iter().map(|reply| answer(context, reply)).collect(),
        })
        .collect()
}

/// "Answer, 09.07.2024: … [photos of the cup]".
fn answer(context: &Context<'_>, reply: &ReplyStanding) -> String {
    let named = |item: &Id| {
        let title = context.evidence(item).and_then(|item| item.title.as_deref());
        title.map_or_else(|| item.to_string(), str::to_owned)
    };
    let items: Vec<String> = reply.evidence.iter().map(named).collect();
    let items = if items.is_empty() { String::new() } else { format!(" [{}]", items.join(", ")) };
    let day = format_day_year(reply.on);
    format!("{}, {day}: {}{items}", ANSWER.get(context.language), reply.text)
}

/// The submissions in the order in which they were handed in.
pub(super) fn submissions(context: &Context<'_>, review: &ReviewSummary) -> Vec<SubmissionRow> {
    let row = |submission: &SubmissionStanding| SubmissionRow {
        submission: submission.submission.clone(),
        title: title(submission),
        as_of: format_as_of(submission.as_of, context.language),
        accepted: submission.accepted_on.is_some(),
        status: status(context, submission),
        accepted_lines: match submission.accepted_on {
            Some(_) => Vec::new(),
            None => submission.accepted_lines.iter().map(|line| line_ref(context, line)).collect(),
        },
    };
    review.submissions.iter().map(row).collect()
}

/// Where a submission stands, in words.
fn status(context: &Context<'_>, submission: &SubmissionStanding) -> Vec<String> {
    if let Some(day) = submission.accepted_on {
        return vec![format!("{}: {}", context.word("accepted"), format_day_year(day))];
    }
    let count = |state: RemarkState| submission.remarks.iter().filter(|remark| remark.state == state).count();
    let counted = [
        (phrases::REMARKS_OPEN, count(RemarkState::Open)),
        (phrases::REMARKS_ANSWERED, count(RemarkState::Answered)),
        (phrases::LINES_ACCEPTED, submission.accepted_lines.len()),
    ];
    let told: Vec<String> = counted
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(saying, count)| {
            fill(saying.get(context.language), &[Param::count("count", count)], context.language)
        })
        .collect();
    if told.is_empty() { vec![context.word("submitted").into()] } else { told }
}

/// "№ 7, 02.07.2024"; without a number the submission's id.
fn title(submission: &SubmissionStanding) -> String {
    let name = submission
        .number
        .as_deref()
        .map_or_else(|| submission.submission.to_string(), |number| format!("№\u{a0}{number}"));
    format!("{name}, {}", format_day_year(submission.date))
}

/// A line as a reader knows it, those too that an agreement took out.
fn line_ref(context: &Context<'_>, id: &Id) -> LineRef {
    match context.plan.withdrawn.iter().find(|gone| gone.id == *id) {
        Some(gone) => LineRef {
            id: id.clone(),
            number: gone.number.clone().unwrap_or_else(|| id.to_string()),
            name: gone.name.clone().unwrap_or_default(),
        },
        None => context.line_ref(id),
    }
}

/// How many records stand where, once anybody has taken a step.
pub(super) fn records(context: &Context<'_>, review: &ReviewSummary) -> Option<String> {
    let EntryCounts { draft, submitted, returned, approved } = review.entries?;
    let params = [("draft", draft), ("submitted", submitted), ("returned", returned), ("approved", approved)]
        .map(|(name, count)| Param::amount(name, count.into()));
    Some(fill(phrases::RECORDS.get(context.language), &params, context.language))
}

/// How much of a target's figure is approved, where anybody reviews and there is a figure.
pub(super) fn approved(
    context: &Context<'_>,
    line: &Indicator,
    target: &Target,
    standing: &TargetStanding,
) -> Option<String> {
    let part = standing.approved?;
    let whole = if line.kind_of(target).counts_artefacts() { standing.proven } else { standing.claimed };
    let is_nothing = |figure: Figure| matches!(figure, Figure::Amount { amount } if amount.is_zero());
    if is_nothing(part) && whole.is_none_or(is_nothing) {
        return None;
    }
    let saying = match whole {
        Some(whole) if whole == part => phrases::APPROVED_WHOLLY,
        Some(Figure::Amount { .. }) => phrases::APPROVED_OF,
        _ => phrases::APPROVED_PART,
    };
    let params =
        [("part", Some(part)), ("whole", whole)].map(|(name, of)| Param::text(name, &context.figure(of)));
    Some(fill(saying.get(context.language), &params, context.language))
}
