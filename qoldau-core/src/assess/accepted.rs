//! What was proven on the day the operator accepted a line. It is looked at as it stood that day: what came later, was
//! corrected later or went missing later does not change what was accepted.

use std::collections::{BTreeMap, BTreeSet};

use super::earlier::{Earlier, Editions, Given};
use super::figures::{Figures, figures};
use super::items::ItemsOfLine;
use super::ledger::{Ledger, Seen};
use super::readings::LineOf;
use super::source::Source;
use super::standing::Figure;
use super::tally::{Context, tally};
use crate::facts::{ReviewState, ReviewStep};
use crate::plan::{Plan, Policy, Target, counts_events};
use crate::value::{Id, IsoDate};

/// Proven figures by target.
pub(super) type ProvenThen = BTreeMap<Id, Figure>;

/// The latest step of review of a target.
pub(super) fn last_step<'a>(ledger: &Ledger<'a>, line: &Id, target: &Target) -> Option<Seen<'a, ReviewStep>> {
    let about = |step: &&Seen<'_, ReviewStep>| step.fact.target.as_ref().is_none_or(|id| *id == target.id);
    ledger.line(line).reviews.iter().filter(about).max_by(|a, b| a.by.by_time(b.by)).copied()
}

/// For every target that stands accepted, what was proven of it on that day, by the edition of the plan that was in force
/// then: what an agreement asks for later changes nothing of what was accepted. Each day of acceptance is one more look at
/// the facts.
///
/// `asked` has the targets. What the edition of a day does not have, nothing was proven of; but where only `gone` targets are
/// asked for, which an agreement took out, it is looked for in `asked`.
pub(super) fn proven_then(
    asked: &Plan,
    gone: Option<&BTreeSet<&Id>>,
    given: Given<'_>,
    source: Source<'_>,
    policy: &Policy,
    ledger: &Ledger<'_>,
) -> ProvenThen {
    let mut by_day: BTreeMap<IsoDate, BTreeSet<&Id>> = BTreeMap::new();
    for (.., indicator) in asked.lines() {
        for target in indicator.targets.iter().filter(|of| gone.is_none_or(|gone| gone.contains(&of.id))) {
            let step = last_step(ledger, &indicator.id, target);
            if let Some(step) = step.filter(|step| step.fact.state == ReviewState::Accepted) {
                by_day.entry(step.by.on).or_default().insert(&target.id);
            }
        }
    }
    let mut proven = ProvenThen::new();
    for (day, mut targets) in by_day {
        let editions = Editions::on(day, given.plan, given.others);
        let look = Look { source, policy, day, editions: &editions };
        look.at(editions.in_force().unwrap_or(asked), &mut targets, &mut proven);
        if gone.is_some() && !targets.is_empty() {
            look.at(asked, &mut targets, &mut proven);
        }
    }
    proven
}

/// How the facts of a day are looked at.
struct Look<'l, 'a> {
    source: Source<'a>,
    policy: &'l Policy,
    day: IsoDate,
    editions: &'l Editions<'a>,
}

impl Look<'_, '_> {
    /// Notes what was proven of those of the targets that a plan has, and takes them off the list.
    fn at(&self, plan: &Plan, targets: &mut BTreeSet<&Id>, proven: &mut ProvenThen) {
        let (ledger, events) = Ledger::gather(plan, self.source, self.day, None);
        let readings = self.editions.readings(plan, &ledger);
        let earlier = Earlier::gather(self.editions, &ledger, self.policy);
        let cx = Context {
            plan,
            ledger: &ledger,
            events: &events,
            readings: &readings,
            policy: self.policy,
            proven_then: &ProvenThen::new(),
            earlier: &earlier,
            as_of: self.day,
        };
        for (task, activity, indicator) in plan.lines() {
            let whole = LineOf::new(task, activity, indicator);
            let items = ItemsOfLine::default();
            for target in indicator.targets.iter().filter(|target| targets.remove(&target.id)) {
                let line = whole.of(target);
                let items = items.of(&cx, &line);
                let mut tally = tally(&cx, &line, items, target, None, None);
                let Figures { claimed, proven: shown, .. } = figures(&cx, &line, target, &mut tally, None);
                // That evidence is attached of which nobody recorded a number proves nothing, not 0.
                let counts = line.kind.counts_artefacts() || counts_events(line.kind);
                if let Some(figure) = shown.filter(|_| counts || claimed.is_some()) {
                    proven.insert(target.id.clone(), figure);
                }
            }
        }
    }
}
