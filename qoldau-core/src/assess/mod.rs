//! Floor 4: the plan held against the observations on a day.
//!
//! [`assess`] answers for every target: how far it is, how well it is proven, whether it was in time, where it
//! stands in review. `docs/assess.md` states every rule with its table.

mod accepted;
mod apart;
mod approved;
mod attached;
mod baseline;
mod claims;
mod doubts;
mod earlier;
mod events;
mod evidence;
mod figures;
mod findings;
mod held;
mod ids;
mod impact;
mod items;
mod judge;
mod ledger;
mod need;
mod networks;
mod outcome;
mod periods;
mod ratios;
mod readings;
mod reasons;
mod source;
mod standing;
mod state;
mod steps;
mod tally;
mod turns;
mod window;
mod withdrawn;

use std::collections::BTreeMap;

pub use approved::note_approved;
pub use attached::{evidence_of, evidence_of_impact, evidence_of_withdrawn};
pub use doubts::{DOUBT_RULES, doubts_of_evidence};
pub use findings::ASSESS_RULES;
pub(crate) use items::attendance_lines;
pub use standing::*;
pub use state::{Changed, State};
pub(crate) use window::{after_event, day_of_month};
pub(crate) use withdrawn::restored;

use self::earlier::{Earlier, Editions, Given};
use self::items::ItemsOfLine;
use self::judge::{Frame, approvals_missing, judge_target};
use self::ledger::Ledger;
use self::need::{Asked, Need};
use self::readings::LineOf;
use self::source::Source;
use self::tally::{Context, Tally};
use self::turns::every_of;
use crate::facts::Observations;
use crate::finding::Finding;
use crate::plan::{
    Activity, Bound, GrantTask, Indicator, IndicatorKind, Plan, Policy, Question, Target, TargetRule,
    counts_events,
};
use crate::value::{Amount, DateRange, Id, IsoDate};

/// Name and version of the assessment's wire form.
pub const FORMAT: &str = "qoldau-assessment/1.1";

/// Says where every line of the plan stands at the end of the day `as_of`.
///
/// Facts dated later are not looked at, so an assessment of a past day needs no other data than one of today. The
/// order of the observations does not matter. With a reporting `period` the figures of that period stand beside the
/// cumulative ones. The call always succeeds: what cannot be computed is said to be so.
#[must_use]
pub fn assess(
    plan: &Plan,
    observations: &Observations,
    as_of: IsoDate,
    policy: &Policy,
    period: Option<DateRange>,
) -> Assessment {
    assess_editions(plan, &[], observations, as_of, policy, period)
}

/// Says where every line stands at the end of the day `as_of`, each period by the edition of the plan in force.
///
/// `others` are the other editions of the plan, in any order; what is asked for is what the edition in force on that day
/// asks for. A day before a supplementary agreement gives what the edition before it gives alone. Periods of targets
/// that recur, and events of targets that hold for each event, are judged by the edition in force on their last day.
/// Answers of the journal about a deadline, a number or planned events hold until an agreement changes what they are
/// about. The call always succeeds.
#[must_use]
pub fn assess_editions(
    plan: &Plan,
    others: &[Plan],
    observations: &Observations,
    as_of: IsoDate,
    policy: &Policy,
    period: Option<DateRange>,
) -> Assessment {
    assess_source(plan, others, Source::All(&observations.all), as_of, policy, period)
}

/// Says where every line stands, wherever its facts are found.
fn assess_source(
    plan: &Plan,
    others: &[Plan],
    source: Source<'_>,
    as_of: IsoDate,
    policy: &Policy,
    period: Option<DateRange>,
) -> Assessment {
    let given = Given { plan, others };
    in_context(plan, others, source, as_of, policy, period, |cx| assess_all(cx, given, source, period))
}

/// Gathers the facts of a day and everything that they are judged by.
fn in_context<T>(
    plan: &Plan,
    others: &[Plan],
    source: Source<'_>,
    as_of: IsoDate,
    policy: &Policy,
    period: Option<DateRange>,
    judge: impl FnOnce(&Context<'_>) -> T,
) -> T {
    let given = Given { plan, others };
    let editions = Editions::on(as_of, plan, others);
    let plan = editions.in_force().unwrap_or(plan);
    let (ledger, events) = Ledger::gather(plan, source, as_of, period);
    let readings = editions.readings(plan, &ledger);
    let earlier = Earlier::gather(&editions, &ledger, policy);
    let proven_then = accepted::proven_then(plan, None, given, source, policy, &ledger);
    judge(&Context {
        plan,
        ledger: &ledger,
        events: &events,
        readings: &readings,
        policy,
        proven_then: &proven_then,
        earlier: &earlier,
        as_of,
    })
}

fn assess_all(
    cx: &Context<'_>,
    given: Given<'_>,
    source: Source<'_>,
    period: Option<DateRange>,
) -> Assessment {
    let Context { plan, ledger, events, readings, policy, as_of, .. } = *cx;
    let mut findings = Vec::new();
    let tasks: Vec<TaskStanding> =
        plan.tasks.iter().map(|task| assess_task(cx, task, period, &mut findings)).collect();
    findings::of_events(cx, &mut findings);
    findings::of_project(cx, &tasks, &mut findings);
    let lines: BTreeMap<&Id, &LineStanding> = tasks
        .iter()
        .flat_map(|task| &task.activities)
        .flat_map(|activity| activity.lines.iter().map(|line| (&line.id, line)))
        .collect();
    let impact = plan.impact.iter().map(|line| impact::impact_of(cx, line, &lines)).collect();
    Assessment {
        format: FORMAT.into(),
        plan: plan.id.clone(),
        as_of,
        edition: edition_on(plan, as_of),
        period,
        counts: tasks.iter().fold(Counts::default(), |sum, task| sum.plus(task.counts)),
        impact,
        withdrawn: withdrawn::withdrawn(cx, given, source, &lines),
        events: events.standings(),
        readings: readings.in_order(plan),
        findings: findings::settled(cx, findings, &ledger.acknowledged),
        policy: policy.clone(),
        tasks,
    }
}

/// The edition that a day is judged by: the latest of those in force, or the first where all are to come. `others` are the
/// other editions of the plan, in any order.
#[must_use]
pub fn edition_in_force<'a>(plan: &'a Plan, others: &'a [Plan], day: IsoDate) -> &'a Plan {
    Editions::on(day, plan, others).in_force().unwrap_or(plan)
}

/// The editions that are in force on a day or were before it, the oldest first, each with its first day.
pub(crate) fn editions_until<'a>(
    plan: &'a Plan,
    others: &'a [Plan],
    day: IsoDate,
) -> Vec<(Option<IsoDate>, &'a Plan)> {
    earlier::plans_until(day, plan, others).into_iter().map(|plan| (earlier::since(plan), plan)).collect()
}

/// The number of the latest edition that is in force on a day.
fn edition_on(plan: &Plan, day: IsoDate) -> u32 {
    let in_force =
        plan.editions.iter().filter(|edition| edition.effective_from.is_none_or(|from| from <= day));
    in_force.map(|edition| edition.number).max().unwrap_or(0)
}

fn assess_task(
    cx: &Context<'_>,
    task: &GrantTask,
    period: Option<DateRange>,
    findings: &mut Vec<Finding>,
) -> TaskStanding {
    let activities: Vec<ActivityStanding> = task
        .activities
        .iter()
        .map(|activity| assess_activity(cx, task, activity, period, findings))
        .collect();
    TaskStanding {
        id: task.id.clone(),
        kind: task.kind,
        counts: activities.iter().fold(Counts::default(), |sum, activity| sum.plus(activity.counts)),
        activities,
    }
}

fn assess_activity(
    cx: &Context<'_>,
    task: &GrantTask,
    activity: &Activity,
    period: Option<DateRange>,
    findings: &mut Vec<Finding>,
) -> ActivityStanding {
    let frame = frame_of(cx, task, activity, period);
    let lines: Vec<LineStanding> = activity
        .indicators
        .iter()
        .map(|indicator| assess_line(cx, &LineOf::new(task, activity, indicator), frame, findings))
        .collect();
    let held = cx.events.of_activity(&activity.id).filter(|(_, event)| event.held()).count();
    ActivityStanding {
        id: activity.id.clone(),
        counts: lines.iter().fold(Counts::default(), |sum, line| sum.plus(Counts::of(line.headline))),
        window: frame.window,
        events_held: u32::try_from(held).unwrap_or(u32::MAX),
        events_planned: frame.planned,
        lines,
    }
}

/// What an activity gives all its lines.
fn frame_of(cx: &Context<'_>, task: &GrantTask, activity: &Activity, period: Option<DateRange>) -> Frame {
    let ids = [&activity.id, &task.id];
    let answer = ids.into_iter().find_map(|id| cx.readings.of(id, Question::Due));
    let due = window::window_of(cx.plan, activity.due.as_ref());
    let window = window::answered(cx.plan, due, answer);
    Frame { window, planned: planned_events(cx, task, activity), period }
}

/// How many events an activity plans: what a reading says, else the number of its own line of events.
fn planned_events(cx: &Context<'_>, task: &GrantTask, activity: &Activity) -> Option<u32> {
    let ids = [&activity.id, &task.id];
    let answered = ids.into_iter().find_map(|id| cx.readings.of(id, Question::PlannedEvents));
    answered
        .and_then(|answer| answer.parse::<Amount>().ok()?.to_u32())
        .or_else(|| promised_events(cx, task, activity))
}

/// The activity's own numbers of events, as they are read. A limit is no plan: of "not more than 5" nobody knows how many there are
/// to be.
fn promised_events(cx: &Context<'_>, task: &GrantTask, activity: &Activity) -> Option<u32> {
    let (mut sum, mut any) = (Amount::ZERO, false);
    for indicator in &activity.indicators {
        let whole = LineOf::new(task, activity, indicator);
        let in_all =
            |target: &&Target| target.each.is_none() && every_of(cx.readings, &whole, target).is_none();
        let planned = indicator.targets.iter().filter(|target| plans_events(indicator, target));
        for target in planned.filter(in_all) {
            let TargetRule::Number { bound, .. } = target.rule else { continue };
            match Asked::of_line(&whole.of(target), target, cx.readings, cx.policy).need() {
                Need::Number(meant, amount) if bound != Bound::Between && !meant.is_limit() => {
                    sum = sum.checked_add(amount)?;
                    any = true;
                }
                _ => return None,
            }
        }
    }
    if any { sum.to_u32() } else { None }
}

/// Whether a number of a line of events is of events: of «1 форум, 200 участников» the first alone. Focus groups and presentations are
/// planned apart, but among the numbers of a line of events. What another line says of events tells of the same ones.
fn plans_events(line: &Indicator, target: &Target) -> bool {
    line.kind == IndicatorKind::Event && counts_events(line.kind_of(target))
}

fn assess_line(
    cx: &Context<'_>,
    line: &LineOf<'_>,
    frame: Frame,
    findings: &mut Vec<Finding>,
) -> LineStanding {
    let missing = approvals_missing(cx, line);
    // A reading of the line's own deadline goes before its activity's.
    let own = cx.readings.of(&line.indicator.id, Question::Due);
    let window = window::answered(cx.plan, frame.window, own);
    let frame = Frame { window, ..frame };
    let items = ItemsOfLine::default();
    let (targets, tallies): (Vec<TargetStanding>, Vec<Tally>) = line
        .indicator
        .targets
        .iter()
        .map(|target| judge_target(cx, line, items.of(cx, &line.of(target)), target, frame, &missing))
        .map(|judged| (judged.standing, judged.tally))
        .unzip();
    let standing = LineStanding {
        id: line.indicator.id.clone(),
        headline: targets.iter().map(|target| target.headline).max().unwrap_or(Headline::NeedsAction),
        targets,
        approvals_missing: missing,
    };
    findings::of_line(cx, line.indicator, &standing, &tallies, findings);
    standing
}

impl Counts {
    /// One line with a headline.
    fn of(headline: Headline) -> Self {
        let one = |is: Headline| u32::from(is == headline);
        Self {
            lines: 1,
            proven: one(Headline::Proven),
            needs_action: one(Headline::NeedsAction),
            overdue: one(Headline::Overdue),
            not_due: one(Headline::NotDue),
            not_applicable: one(Headline::NotApplicable),
        }
    }

    /// Both counts together.
    fn plus(self, other: Self) -> Self {
        Self {
            lines: self.lines.saturating_add(other.lines),
            proven: self.proven.saturating_add(other.proven),
            needs_action: self.needs_action.saturating_add(other.needs_action),
            overdue: self.overdue.saturating_add(other.overdue),
            not_due: self.not_due.saturating_add(other.not_due),
            not_applicable: self.not_applicable.saturating_add(other.not_applicable),
        }
    }
}
