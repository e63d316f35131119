//! How much of a figure the NGO's leader approved.

use std::collections::BTreeMap;

use super::standing::{Assessment, Figure, TargetStanding};
use crate::plan::{Indicator, IndicatorKind, Plan};
use crate::value::Id;

/// Notes beside every figure what the approved records alone come to.
///
/// `of_approved` is the assessment of the same plan, day and policy in which only approved records count. What it says is
/// the figure that progress is judged by: of artefacts the proven one, of all others the claimed one. It is no part of
/// the whole where a record that nobody approved yet lowers a figure: then more was approved than is there.
pub fn note_approved(plan: &Plan, assessment: &mut Assessment, of_approved: &Assessment) {
    let of_line = |line: &Indicator| {
        let kinds = line.targets.iter().map(|target| (target.id.clone(), line.kind_of(target)));
        kinds.collect::<Vec<_>>()
    };
    let kinds: BTreeMap<Id, IndicatorKind> = plan.lines().flat_map(|(.., line)| of_line(line)).collect();
    let mut approved: BTreeMap<&Id, &TargetStanding> = BTreeMap::new();
    let lines =
        of_approved.tasks.iter().flat_map(|task| &task.activities).flat_map(|activity| &activity.lines);
    approved.extend(lines.flat_map(|line| &line.targets).map(|target| (&target.id, target)));
    let lines = assessment.tasks.iter_mut().flat_map(|task| &mut task.activities);
    for line in lines.flat_map(|activity| &mut activity.lines) {
        for target in &mut line.targets {
            let artefacts = kinds.get(&target.id).is_some_and(|kind| kind.counts_artefacts());
            let figure = |of: &TargetStanding| if artefacts { of.proven } else { of.claimed };
            target.approved =
                approved.get(&target.id).and_then(|of| figure(of)).or_else(|| nothing(figure(target)));
        }
    }
}

/// Nothing of a figure that is there.
fn nothing(of: Option<Figure>) -> Option<Figure> {
    match of? {
        Figure::Amount { .. } => Some(Figure::Amount { amount: crate::value::Amount::ZERO }),
        // Nothing of a share is no share: it has no denominator.
        Figure::Share { .. } => None,
    }
}
