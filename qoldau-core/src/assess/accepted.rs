//! What was proven on the day the operator accepted a line. It is looked at as it stood that day: what came later, was
//! corrected later or went missing later does not change what was accepted.

use std::collections::BTreeMap;

use super::earlier::Earlier;
use super::figures::figures;
use super::items::Items;
use super::ledger::{Ledger, Seen};
use super::readings::{LineOf, Readings};
use super::source::Source;
use super::standing::Figure;
use super::tally::{Context, tally};
use crate::facts::{ReviewState, ReviewStep};
use crate::plan::{Plan, Policy, Target};
use crate::value::{Id, IsoDate};

/// Proven figures by target.
pub(super) type ProvenThen = BTreeMap<Id, Figure>;

/// The latest step of review of a target.
pub(super) fn last_step<'a>(ledger: &Ledger<'a>, line: &Id, target: &Target) -> Option<Seen<'a, ReviewStep>> {
    let about = |step: &&Seen<'_, ReviewStep>| step.fact.target.as_ref().is_none_or(|id| *id == target.id);
    ledger.line(line).reviews.iter().filter(about).max_by(|a, b| a.by.by_time(b.by)).copied()
}

/// For every target that stands accepted, what was proven of it on that day. Each day of acceptance is one more look at
/// the facts.
pub(super) fn proven_then(
    plan: &Plan,
    source: Source<'_>,
    policy: &Policy,
    ledger: &Ledger<'_>,
) -> ProvenThen {
    let mut by_day: BTreeMap<IsoDate, Vec<(LineOf<'_>, &Target)>> = BTreeMap::new();
    for (task, activity, indicator) in plan.lines() {
        for target in &indicator.targets {
            let step = last_step(ledger, &indicator.id, target);
            if let Some(step) = step.filter(|step| step.fact.state == ReviewState::Accepted) {
                let of = (LineOf { task, activity, indicator }, target);
                by_day.entry(step.by.on).or_default().push(of);
            }
        }
    }
    let mut proven = ProvenThen::new();
    for (day, targets) in by_day {
        let (ledger, events) = Ledger::gather(plan, source, day, None);
        let readings = Readings::gather(plan, &ledger, |_, _| true);
        let (none, earlier) = (ProvenThen::new(), Earlier::default());
        let cx = Context {
            plan,
            ledger: &ledger,
            events: &events,
            readings: &readings,
            policy,
            proven_then: &none,
            earlier: &earlier,
            as_of: day,
        };
        for (line, target) in targets {
            let items = Items::of(&cx, &line);
            let mut tally = tally(&cx, &line, &items, target, None, None);
            if let Some(figure) = figures(&cx, &line, target, &mut tally, None).proven {
                proven.insert(target.id.clone(), figure);
            }
        }
    }
    proven
}
