//! What an agreement took out: what was done for it stands, and nothing is asked of it any more.

use std::collections::BTreeMap;

use super::earlier::{Earlier, Given};
use super::impact::impact_of;
use super::items::Items;
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
/// They are counted apart, in plans of nothing else, so that they change no figure of the project.
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
    let Some(apart) = apart(cx.plan) else { return };
    let (ledger, events) = Ledger::gather(&apart, source, cx.as_of, None);
    let readings = Readings::gather(&apart, &ledger, |_, _| true);
    let proven_then = super::accepted::proven_then(&apart, true, given, source, cx.policy, &ledger);
    let earlier = Earlier::default();
    let apart_cx = Context {
        plan: &apart,
        ledger: &ledger,
        events: &events,
        readings: &readings,
        proven_then: &proven_then,
        earlier: &earlier,
        ..*cx
    };
    let by_id: BTreeMap<&Id, LineOf<'_>> = apart
        .lines()
        .map(|(task, activity, indicator)| (&indicator.id, LineOf { task, activity, indicator }))
        .collect();
    for gone in &cx.plan.withdrawn {
        let Some(line) = line_id(gone).and_then(|id| by_id.get(id)) else { continue };
        let items = Items::of(&apart_cx, line);
        let own: Vec<&Id> = gone.targets().iter().map(|target| &target.id).collect();
        let targets = line.indicator.targets.iter().filter(|target| own.contains(&&target.id));
        let figures = targets.map(|target| of_target(&apart_cx, line, &items, target)).collect();
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
    let readings = Readings::gather(&apart, &ledger, |_, _| true);
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

/// A plan of nothing but the withdrawn lines, and of those that stayed but lost a target; nothing where there are none. Each
/// line is as it stood when it last lost anything, with every target that it ever lost.
pub(super) fn apart(plan: &Plan) -> Option<Plan> {
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
    let apart = || Plan { tasks: vec![section(&plan.id, &lines)], impact: Vec::new(), ..plan.clone() };
    (!lines.is_empty()).then(apart)
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

/// A section of lines, each in an activity of its own that has the id of the one it stood in: events of that activity
/// are events of the line.
fn section(plan: &Id, lines: &[(Id, Indicator)]) -> GrantTask {
    let activity = |(within, line): &(Id, Indicator)| Activity {
        id: within.clone(),
        number: String::new(),
        title: String::new(),
        description: None,
        venue: None,
        channels: Vec::new(),
        due: None,
        source: None,
        unpaired: None,
        indicators: vec![line.clone()],
    };
    GrantTask {
        id: plan.clone(),
        number: String::new(),
        kind: TaskKind::Task,
        title: String::new(),
        source: None,
        activities: lines.iter().map(activity).collect(),
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
