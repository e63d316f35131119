//! What an agreement took out: what was done for it stands, and nothing is asked of it any more.

use std::collections::{BTreeMap, BTreeSet};

use super::earlier::Given;
use super::impact::impact_of;
use super::items::{Items, ItemsOfLine};
use super::judge::{Frame, judge_target};
use super::ledger::Ledger;
use super::readings::{LineOf, Readings};
use super::source::Source;
use super::standing::{Figure, LineStanding, WithdrawnFigures, WithdrawnStanding};
use super::tally::Context;
use crate::facts::ReviewState;
use crate::plan::{Activity, GrantTask, Indicator, Plan, PlanNode, Target, TaskKind, Withdrawn};
use crate::value::Id;

/// The figures of every withdrawn line, target and line of the social-impact block, in the order in which they were
/// withdrawn. `lines` are the standings of the lines that stand.
///
/// They are counted in a plan that has them back, beside whatever proves them, so that they change no figure of the project.
pub(super) fn withdrawn(
    cx: &Context<'_>,
    given: Given<'_>,
    source: Source<'_>,
    lines: &BTreeMap<&Id, &LineStanding>,
) -> Vec<WithdrawnStanding> {
    let mut found: BTreeMap<Id, WithdrawnStanding> = BTreeMap::new();
    of_lines(cx, given, source, &mut found);
    of_impact(cx, source, lines, &mut found);
    cx.plan.withdrawn.iter().filter_map(|gone| found.remove(&gone.id)).collect()
}

/// Withdrawn lines, and targets of lines that stayed.
fn of_lines(
    cx: &Context<'_>,
    given: Given<'_>,
    source: Source<'_>,
    found: &mut BTreeMap<Id, WithdrawnStanding>,
) {
    let Some(whole) = restored(cx.plan) else { return };
    let (ledger, events) = Ledger::gather(&whole, source, cx.as_of, None);
    let readings = Readings::gather(&whole, &ledger, |reading, _| Some(reading.clone()));
    let lost: BTreeSet<&Id> =
        cx.plan.withdrawn.iter().flat_map(Withdrawn::targets).map(|target| &target.id).collect();
    let proven_then = super::accepted::proven_then(&whole, Some(&lost), given, source, cx.policy, &ledger);
    let earlier = cx.earlier.facts_alone();
    let whole_cx = Context {
        plan: &whole,
        ledger: &ledger,
        events: &events,
        readings: &readings,
        proven_then: &proven_then,
        earlier: &earlier,
        ..*cx
    };
    let by_id: BTreeMap<&Id, LineOf<'_>> = whole
        .lines()
        .map(|(task, activity, indicator)| (&indicator.id, LineOf::new(task, activity, indicator)))
        .collect();
    for gone in &cx.plan.withdrawn {
        let Some(line) = line_id(gone).and_then(|id| by_id.get(id)) else { continue };
        let items = ItemsOfLine::default();
        let own: Vec<&Id> = gone.targets().iter().map(|target| &target.id).collect();
        let targets = line.indicator.targets.iter().filter(|target| own.contains(&&target.id));
        let figures =
            targets.map(|target| of_target(&whole_cx, line, items.of(&whole_cx, &line.of(target)), target));
        let figures = figures.collect();
        found.insert(gone.id.clone(), standing(cx.plan, gone, figures));
    }
}

/// Withdrawn lines of the social-impact block, with what the lines that they sum come to today.
fn of_impact(
    cx: &Context<'_>,
    source: Source<'_>,
    lines: &BTreeMap<&Id, &LineStanding>,
    found: &mut BTreeMap<Id, WithdrawnStanding>,
) {
    let Some(apart) = impact_apart(cx.plan) else { return };
    let (ledger, events) = Ledger::gather(&apart, source, cx.as_of, None);
    let readings = Readings::gather(&apart, &ledger, |reading, _| Some(reading.clone()));
    let apart_cx = Context { plan: &apart, ledger: &ledger, events: &events, readings: &readings, ..*cx };
    for gone in cx.plan.withdrawn.iter().filter(|gone| gone.node == PlanNode::Impact) {
        let Some(line) = &gone.impact else { continue };
        let sum = impact_of(&apart_cx, line, lines);
        let amount = |amount| Figure::Amount { amount };
        let figures = WithdrawnFigures {
            id: gone.id.clone(),
            claimed: sum.participations.map(amount),
            proven: sum.proven.map(amount),
            accepted: None,
            review: ReviewState::Draft,
        };
        let standing = standing(cx.plan, gone, vec![figures]);
        found.insert(gone.id.clone(), WithdrawnStanding { unique_persons: sum.unique_persons, ..standing });
    }
}

/// The line that a withdrawn part is, or was a target of, where the plan remembers what it promised.
fn line_id(gone: &Withdrawn) -> Option<&Id> {
    matches!(gone.node, PlanNode::Line | PlanNode::Target).then_some(&gone.line.as_ref()?.id)
}

/// A plan of nothing but the withdrawn lines, and of those that stayed but lost a target; nothing where there are none.
pub(super) fn apart(plan: &Plan) -> Option<Plan> {
    let lines = gone_lines(plan);
    let apart = || Plan {
        tasks: vec![section(&plan.id, lines.clone())],
        impact: Vec::new(),
        withdrawn: beside_lines(plan),
        ..plan.clone()
    };
    (!lines.is_empty()).then(apart)
}

/// The plan with the withdrawn lines and targets back where they stood, among the lines whose evidence proves them; nothing
/// where there are none.
pub(crate) fn restored(plan: &Plan) -> Option<Plan> {
    let lines = gone_lines(plan);
    if lines.is_empty() {
        return None;
    }
    let mut whole = Plan { withdrawn: beside_lines(plan), ..plan.clone() };
    let mut elsewhere = Vec::new();
    for (within, line) in lines {
        match place_in(&mut whole, plan, &within) {
            Some(activity) => put_back(activity, line),
            None => elsewhere.push((within, line)),
        }
    }
    if !elsewhere.is_empty() {
        whole.tasks.push(section(&plan.id, elsewhere));
    }
    Some(whole)
}

/// The activity that a line stood in: one that stands, or one that went, back in its task. Nothing where that went too.
fn place_in<'w>(whole: &'w mut Plan, plan: &Plan, within: &Id) -> Option<&'w mut Activity> {
    let task = plan.task_of(within)?.id.clone();
    let task = whole.tasks.iter_mut().find(|of| of.id == task)?;
    if !task.activities.iter().any(|activity| activity.id == *within) {
        task.activities.push(nameless(within));
    }
    task.activities.iter_mut().find(|activity| activity.id == *within)
}

/// Puts a line back into its activity, in the place of what is left of it.
fn put_back(activity: &mut Activity, line: Indicator) {
    match activity.indicators.iter_mut().find(|own| own.id == line.id) {
        Some(own) => *own = line,
        None => activity.indicators.push(line),
    }
}

/// What agreements took out beside lines and their targets.
fn beside_lines(plan: &Plan) -> Vec<Withdrawn> {
    plan.withdrawn.iter().filter(|gone| line_id(gone).is_none()).cloned().collect()
}

/// The withdrawn lines, and those that stayed but lost a target, each with its activity. Each line is as it stood when it last
/// lost anything, with every target that it ever lost.
fn gone_lines(plan: &Plan) -> Vec<(Id, Indicator)> {
    let mut lines: Vec<(Id, Indicator)> = Vec::new();
    for gone in plan.withdrawn.iter().filter(|gone| line_id(gone).is_some()) {
        let Some(stood) = &gone.line else { continue };
        let at = lines.iter().position(|(_, line)| line.id == stood.id);
        let activity = activity_of(plan, gone);
        let Some((within, line)) = at.and_then(|at| lines.get_mut(at)) else {
            lines.push((activity.clone(), stood.clone()));
            continue;
        };
        let before = std::mem::replace(line, stood.clone());
        *within = activity.clone();
        let lost =
            before.targets.into_iter().filter(|target| !stood.targets.iter().any(|now| now.id == target.id));
        line.targets.extend(lost);
    }
    lines
}

/// The plan with the withdrawn lines of the social-impact block in the place of its own; nothing where there are none.
pub(super) fn impact_apart(plan: &Plan) -> Option<Plan> {
    let gone = plan.withdrawn.iter().filter(|gone| gone.node == PlanNode::Impact);
    let impact: Vec<_> = gone.filter_map(|gone| gone.impact.clone()).collect();
    (!impact.is_empty()).then(|| Plan { impact, ..plan.clone() })
}

/// The activity that a withdrawn line, or the line of a withdrawn target, stood in.
fn activity_of<'a>(plan: &'a Plan, gone: &'a Withdrawn) -> &'a Id {
    if gone.node == PlanNode::Line {
        return gone.within.as_ref().unwrap_or(&gone.id);
    }
    let line = gone.within.as_ref().unwrap_or(&gone.id);
    let stands =
        plan.lines().find(|(.., standing)| standing.id == *line).map(|(_, activity, _)| &activity.id);
    let went = || plan.withdrawn.iter().find(|gone| gone.id == *line)?.within.as_ref();
    stands.or_else(went).unwrap_or(line)
}

/// A section of lines in activities that have the ids of those they stood in: events of that activity are events of the line.
fn section(plan: &Id, lines: Vec<(Id, Indicator)>) -> GrantTask {
    let mut activities: Vec<Activity> = Vec::new();
    for (within, line) in lines {
        match activities.iter_mut().find(|activity| activity.id == within) {
            Some(activity) => activity.indicators.push(line),
            None => activities.push(Activity { indicators: vec![line], ..nameless(&within) }),
        }
    }
    GrantTask {
        id: plan.clone(),
        number: String::new(),
        kind: TaskKind::Task,
        title: String::new(),
        source: None,
        activities,
    }
}

/// An activity of which only the id is known.
fn nameless(id: &Id) -> Activity {
    Activity {
        id: id.clone(),
        number: String::new(),
        title: String::new(),
        description: None,
        venue: None,
        channels: Vec::new(),
        due: None,
        source: None,
        unpaired: None,
        indicators: Vec::new(),
    }
}

/// What was done for a target until it was taken out, and what came later all the same.
fn of_target<'a>(
    cx: &Context<'a>,
    line: &LineOf<'a>,
    items: &Items<'a>,
    target: &'a Target,
) -> WithdrawnFigures {
    let frame = Frame { window: None, planned: None, period: None };
    let judged = judge_target(cx, line, items, target, frame, &[]).standing;
    WithdrawnFigures {
        id: judged.id,
        claimed: judged.claimed,
        proven: judged.proven,
        accepted: judged.accepted,
        review: judged.review,
    }
}

fn standing(plan: &Plan, gone: &Withdrawn, targets: Vec<WithdrawnFigures>) -> WithdrawnStanding {
    let edition = plan.editions.iter().find(|edition| edition.number == gone.edition);
    WithdrawnStanding {
        id: gone.id.clone(),
        edition: gone.edition,
        agreement: edition.and_then(|edition| edition.agreement.clone()),
        targets,
        unique_persons: None,
    }
}
