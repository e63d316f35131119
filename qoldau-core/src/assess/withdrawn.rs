//! Lines that an agreement took out: what was done for them stands, and nothing is asked of them any more.

use super::earlier::{Earlier, Given};
use super::items::Items;
use super::judge::{Frame, judge_target};
use super::ledger::Ledger;
use super::readings::{LineOf, Readings};
use super::source::Source;
use super::standing::{WithdrawnFigures, WithdrawnStanding};
use super::tally::Context;
use crate::plan::{Activity, GrantTask, Plan, Policy, TaskKind, Withdrawn};
use crate::value::{Id, IsoDate};

/// The figures of every withdrawn line, in the order in which they were withdrawn.
///
/// They are counted apart, in a plan of nothing else, so that they change no figure of the project.
pub(super) fn withdrawn(
    plan: &Plan,
    given: Given<'_>,
    source: Source<'_>,
    as_of: IsoDate,
    policy: &Policy,
) -> Vec<WithdrawnStanding> {
    let Some(apart) = apart(plan) else { return Vec::new() };
    let (ledger, events) = Ledger::gather(&apart, source, as_of, None);
    let readings = Readings::gather(&apart, &ledger, |_, _| true);
    let proven_then = super::accepted::proven_then(&apart, true, given, source, policy, &ledger);
    let earlier = Earlier::default();
    let cx = Context {
        plan: &apart,
        ledger: &ledger,
        events: &events,
        readings: &readings,
        policy,
        proven_then: &proven_then,
        earlier: &earlier,
        as_of,
    };
    let lines = apart.lines().zip(lines(plan));
    lines
        .map(|((task, activity, indicator), gone)| standing(&cx, &LineOf { task, activity, indicator }, gone))
        .collect()
}

/// The withdrawn lines of which the plan remembers what they promised.
fn lines(plan: &Plan) -> impl Iterator<Item = &Withdrawn> {
    plan.withdrawn.iter().filter(|gone| gone.line.is_some())
}

/// A plan of nothing but the withdrawn lines; nothing where there are none.
pub(super) fn apart(plan: &Plan) -> Option<Plan> {
    let gone: Vec<&Withdrawn> = lines(plan).collect();
    let apart = || Plan { tasks: vec![section(&plan.id, &gone)], impact: Vec::new(), ..plan.clone() };
    (!gone.is_empty()).then(apart)
}

/// A section of the withdrawn lines, each in an activity of its own that has the id of the one it stood in: events of
/// that activity are events of the line.
fn section(plan: &Id, gone: &[&Withdrawn]) -> GrantTask {
    let activity = |gone: &&Withdrawn| Activity {
        id: gone.within.clone().unwrap_or_else(|| gone.id.clone()),
        number: String::new(),
        title: String::new(),
        description: None,
        venue: None,
        channels: Vec::new(),
        due: None,
        source: None,
        unpaired: None,
        indicators: gone.line.iter().cloned().collect(),
    };
    GrantTask {
        id: plan.clone(),
        number: String::new(),
        kind: TaskKind::Task,
        title: String::new(),
        source: None,
        activities: gone.iter().map(activity).collect(),
    }
}

/// What was done for a line until it was taken out, and what came later all the same.
fn standing<'a>(cx: &Context<'a>, line: &LineOf<'a>, gone: &Withdrawn) -> WithdrawnStanding {
    let items = Items::of(cx, line);
    let frame = Frame { window: None, planned: None, period: None };
    let figures = line.indicator.targets.iter().map(|target| {
        let judged = judge_target(cx, line, &items, target, frame, &[]).standing;
        WithdrawnFigures {
            id: judged.id,
            claimed: judged.claimed,
            proven: judged.proven,
            accepted: judged.accepted,
            review: judged.review,
        }
    });
    let edition = cx.plan.editions.iter().find(|edition| edition.number == gone.edition);
    WithdrawnStanding {
        id: gone.id.clone(),
        edition: gone.edition,
        agreement: edition.and_then(|edition| edition.agreement.clone()),
        targets: figures.collect(),
    }
}
