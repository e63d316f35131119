//! The table: every line in the annex's order.

use super::lacks::{From, Lack, approvals_in_words, in_one_text, is_open, lacks};
use super::reviewed::approved;
use super::status::{days_left, progress_key, status, window_in_words};
use super::{Context, NOTHING, task_label};
use crate::assess::{
    ActivityStanding, EventShare, Figure, Headline, LineStanding, PeriodFigures, PeriodShare, ReasonCode,
    TargetStanding, TaskStanding,
};
use crate::finding::{Param, ParamValue, fill};
use crate::language::format_amount;
use crate::plan::{Activity, Indicator, Target, TargetRule};
use crate::report::headlines::headline_key;
use crate::report::model::{ActivityTable, Bar, LineRow, TargetRow, TaskTable};
use crate::report::phrases;
use crate::value::{Amount, DateRange, Id, Share};

/// The tasks in the annex's order.
pub(super) fn tasks(context: &Context<'_>) -> Vec<TaskTable> {
    let pairs = context.plan.tasks.iter().filter_map(|task| {
        let standing = context.assessment.tasks.iter().find(|standing| standing.id == task.id)?;
        Some((task, standing))
    });
    pairs
        .map(|(task, standing)| TaskTable {
            id: task.id.clone(),
            kind: task.kind,
            label: task_label(task, context.language).map(|_| context.line_ref(&task.id).number),
            title: task.title.clone(),
            counts: standing.counts,
            activities: activities(context, &task.activities, standing),
        })
        .collect()
}

/// The activities of a task.
fn activities(context: &Context<'_>, plan: &[Activity], task: &TaskStanding) -> Vec<ActivityTable> {
    let standing = |activity: &Activity| task.activities.iter().find(|standing| standing.id == activity.id);
    plan.iter().filter_map(|activity| Some(activity_table(context, activity, standing(activity)?))).collect()
}

fn activity_table(context: &Context<'_>, activity: &Activity, standing: &ActivityStanding) -> ActivityTable {
    let channels = activity.channels.join(", ");
    let unpaired = activity.unpaired.as_ref();
    let window = standing.window;
    let line = |line: &Indicator| {
        let standing = standing.lines.iter().find(|standing| standing.id == line.id)?;
        Some(line_row(context, line, standing, window))
    };
    ActivityTable {
        id: activity.id.clone(),
        number: activity.number.clone(),
        title: activity.title.clone(),
        venue: activity.venue.clone().or_else(|| (!channels.is_empty()).then_some(channels)),
        due: activity.due.as_ref().map(|due| due.text().to_owned()).filter(|text| !text.is_empty()),
        window: window_in_words(context, activity, standing.window),
        days_left: days_left(context, standing),
        events: events(context, standing),
        unpaired_names: unpaired.map(|both| both.names.clone()).unwrap_or_default(),
        unpaired_values: unpaired.map(|both| both.values.clone()).unwrap_or_default(),
        lines: activity.indicators.iter().filter_map(line).collect(),
    }
}

/// How many events were held of how many planned.
fn events(context: &Context<'_>, standing: &ActivityStanding) -> Option<String> {
    let held = Param::count("held", usize::try_from(standing.events_held).unwrap_or(usize::MAX));
    let planned = standing.events_planned.map(|planned| Param::amount("planned", planned.into()));
    let (saying, params) = match planned {
        Some(planned) => (phrases::EVENTS_HELD_OF_PLANNED, vec![held, planned]),
        None if standing.events_held > 0 => (phrases::EVENTS_HELD, vec![held]),
        None => return None,
    };
    Some(fill(saying.get(context.language), &params, context.language))
}

fn line_row(
    context: &Context<'_>,
    line: &Indicator,
    standing: &LineStanding,
    window: Option<DateRange>,
) -> LineRow {
    let targets = line.targets.iter().filter_map(|target| {
        let standing = standing.targets.iter().find(|standing| standing.id == target.id)?;
        Some((target, standing))
    });
    LineRow {
        line: context.line_ref(&line.id),
        headline: standing.headline,
        headline_text: context.word(headline_key(standing.headline)).into(),
        targets: targets
            .clone()
            .map(|(target, of)| TargetRow {
                status: [
                    status(context, standing, of, window),
                    approved(context, line, target, of).into_iter().collect(),
                ]
                .concat(),
                ..target_row(context, line, target, of)
            })
            .collect(),
        notes: notes(context, line, standing, &targets.collect::<Vec<_>>()),
    }
}

/// What is missing, what comes next, then the other reasons, each once.
fn notes(
    context: &Context<'_>,
    line: &Indicator,
    standing: &LineStanding,
    targets: &[(&Target, &TargetStanding)],
) -> Vec<String> {
    let open = targets.iter().filter(|(_, standing)| is_open(standing.headline));
    let lacks = open.flat_map(|(target, standing)| lacks(context, line, target, standing));
    let (next, missing): (Vec<Lack<'_>>, Vec<Lack<'_>>) =
        lacks.partition(|lack| matches!(lack.from, From::Next(_)));
    let mut notes = Vec::new();
    let headings = [context.word("missing"), phrases::NEXT.get(context.language)];
    for (heading, lacks) in headings.into_iter().zip([missing, next]) {
        notes.extend(in_one_text(context, lacks).map(|said| format!("{heading}: {said}")));
    }
    if standing.headline != Headline::NotApplicable {
        notes.extend(approvals_in_words(context, standing));
    }
    for (_, standing) in targets {
        for reason in standing.reasons.iter().filter(|reason| !is_shown_elsewhere(reason.code)) {
            let text = context.reason(reason);
            if !notes.contains(&text) {
                notes.push(text);
            }
        }
    }
    notes
}

/// Reasons that a row shows by its figures, or that [`notes`] says with more detail.
const fn is_shown_elsewhere(code: ReasonCode) -> bool {
    matches!(
        code,
        ReasonCode::Missing
            | ReasonCode::EventShort
            | ReasonCode::PeriodShort
            | ReasonCode::PartShort
            | ReasonCode::ApprovalMissing
            | ReasonCode::ClaimedNotProven
            | ReasonCode::Returned
    )
}

fn target_row(
    context: &Context<'_>,
    line: &Indicator,
    target: &Target,
    standing: &TargetStanding,
) -> TargetRow {
    TargetRow {
        id: target.id.clone(),
        text: target.text.clone(),
        expected: expected(context, line, target, standing),
        claimed: context.figure(standing.claimed),
        proven: context.figure(standing.proven),
        accepted: context.figure(standing.accepted),
        in_period: standing.in_period.map(|figures| in_period(context, figures)),
        bar: bar(context, target, standing),
        progress: standing.progress,
        status: Vec::new(),
    }
}

/// What a promise comes to, where its words alone do not say: it recurs or holds for each of something.
fn expected(
    context: &Context<'_>,
    line: &Indicator,
    target: &Target,
    standing: &TargetStanding,
) -> Option<String> {
    // A percent is no sum: its own words say all of it.
    let once = target.every.is_none() && target.each.is_none() && standing.per_period.is_empty();
    if once || line.asks_for_share(target) {
        return None;
    }
    let say = |saying: crate::language::Saying, name: &str, amount: Amount| {
        fill(saying.get(context.language), &[Param::amount(name, amount)], context.language)
    };
    let total = standing.expected.total.map(|amount| say(phrases::EXPECTED_IN_ALL, "total", amount));
    let by_date = standing.expected.by_date.map(|amount| say(phrases::EXPECTED_BY_DATE, "by", amount));
    let said: Vec<String> = total.into_iter().chain(by_date).collect();
    (!said.is_empty()).then(|| said.join(", "))
}

/// The reporting period's own figures.
fn in_period(context: &Context<'_>, figures: PeriodFigures) -> String {
    let params = [
        Param::text("claimed", &context.figure(figures.claimed)),
        Param::text("proven", &context.figure(figures.proven)),
        Param::amount("count", figures.entered_later.into()),
    ];
    let mut said = fill(phrases::IN_PERIOD.get(context.language), &params, context.language);
    if figures.entered_later > 0 {
        said.push_str("; ");
        said.push_str(&fill(phrases::ENTERED_LATER.get(context.language), &params, context.language));
    }
    said
}

/// How far a target is, as a picture: a share against a hundred, events and periods by how many are complete, a
/// number against what is expected.
fn bar(context: &Context<'_>, target: &Target, standing: &TargetStanding) -> Option<Bar> {
    // Of what nobody recorded there is no picture: 0 of 3 complaints would be one.
    if standing.reasons.iter().any(|reason| reason.code == ReasonCode::NoData) {
        return None;
    }
    if let Some(Figure::Share { share }) = standing.proven.or(standing.claimed) {
        return share_bar(context, share, standing);
    }
    if matches!(target.rule, TargetRule::Percent { .. }) {
        return None;
    }
    let counted = |done: usize, of: usize, saying: crate::language::Saying| {
        let parts = Param::text("count", &format!("{done}/{of}"));
        let whole = Amount::from(u32::try_from(of).ok()?);
        let permille = thousandths(Amount::from(u32::try_from(done).ok()?), whole)?;
        let text = fill(saying.get(context.language), &[parts], context.language);
        Some(Bar { proven: permille, claimed: permille, goal: None, text })
    };
    if !standing.per_event.is_empty() {
        let whole = |share: &&EventShare| share.missing.is_zero() && !is_above(standing, &share.event);
        let done = standing.per_event.iter().filter(whole).count();
        return counted(done, standing.per_event.len(), phrases::COMPLETE_EVENTS);
    }
    if !standing.per_period.is_empty() {
        let whole = |share: &&PeriodShare| share.missing.is_zero() && !is_period_above(standing, share.range);
        let done = standing.per_period.iter().filter(whole).count();
        return counted(done, standing.per_period.len(), phrases::COMPLETE_PERIODS);
    }
    // Of what is to come down the level that is reached is no part of the one that is promised.
    if target.rule.decreases() {
        return None;
    }
    let whole = standing.expected.total.or(standing.expected.by_date)?;
    let amount = |figure: Option<Figure>| match figure {
        Some(Figure::Amount { amount }) => amount,
        _ => Amount::ZERO,
    };
    let (proven, claimed) = (amount(standing.proven), amount(standing.claimed));
    amount_bar(context, proven, claimed, whole, proven)
}

/// Whether an event has more than the limit.
fn is_above(standing: &TargetStanding, event: &Id) -> bool {
    let is_it = |param: &Param| matches!(&param.value, ParamValue::Id { id } if id == event);
    let above = standing.reasons.iter().filter(|reason| reason.code == ReasonCode::EventAbove);
    above.flat_map(|reason| &reason.params).any(is_it)
}

/// Whether a period has more than the limit.
fn is_period_above(standing: &TargetStanding, range: DateRange) -> bool {
    let is_it = |param: &Param| matches!(param.value, ParamValue::Date { date } if date == range.end);
    let above = standing.reasons.iter().filter(|reason| reason.code == ReasonCode::PeriodAbove);
    above.flat_map(|reason| &reason.params).any(is_it)
}

/// Two amounts against a whole, with the one that is judged by in words: "94/100".
pub(super) fn amount_bar(
    context: &Context<'_>,
    proven: Amount,
    claimed: Amount,
    whole: Amount,
    judged: Amount,
) -> Option<Bar> {
    let [judged, of] = [judged, whole].map(|amount| format_amount(amount, context.language));
    Some(Bar {
        proven: thousandths(proven, whole)?,
        claimed: thousandths(claimed.max(proven), whole)?,
        goal: None,
        text: format!("{judged}/{of}"),
    })
}

/// A share as a bar of a hundred percent with its promise marked.
fn share_bar(context: &Context<'_>, share: Share, standing: &TargetStanding) -> Option<Bar> {
    let percent = thousandths(share.percent()?, Amount::HUNDRED)?;
    let goal = standing.expected.total.and_then(|goal| thousandths(goal, Amount::HUNDRED));
    let proven = if standing.proven.is_some() { percent } else { 0 };
    Some(Bar { proven, claimed: percent, goal, text: context.figure(Some(Figure::Share { share })) })
}

/// A part of a whole in thousandths, rounded down so that only the whole is full; at most 1000.
fn thousandths(part: Amount, whole: Amount) -> Option<u32> {
    if whole.is_zero() || whole.is_negative() || part.is_negative() {
        return None;
    }
    if part >= whole {
        return Some(1000);
    }
    let exact = part.checked_mul(1000.into())?.checked_div(whole)?;
    let rounded = exact.rounded(0);
    let floor = if rounded > exact { rounded.checked_sub(Amount::ONE)? } else { rounded };
    floor.to_u32()
}

/// How far an impact line is, in words.
pub(super) fn progress_word(context: &Context<'_>, progress: crate::assess::Progress) -> String {
    let word = context.word(progress_key(progress));
    if word.is_empty() { NOTHING.into() } else { word.into() }
}
