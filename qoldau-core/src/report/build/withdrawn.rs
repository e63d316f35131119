//! Lines that supplementary agreements took out.

use super::Context;
use crate::assess::{Figure, WithdrawnFigures, WithdrawnStanding};
use crate::plan::Withdrawn;
use crate::plan::reconcile::say_withdrawn_by;
use crate::report::model::{LineRef, WithdrawnRow};

/// The lines in the order in which they were taken out.
pub(super) fn withdrawn(context: &Context<'_>) -> Vec<WithdrawnRow> {
    let pairs = context.assessment.withdrawn.iter().filter_map(|standing| {
        let gone = context.plan.withdrawn.iter().find(|gone| gone.id == standing.id)?;
        Some((gone, standing))
    });
    pairs.map(|(gone, standing)| row(context, gone, standing)).collect()
}

/// A withdrawn line as a reader knew it.
pub(in crate::report) fn line_ref(gone: &Withdrawn) -> LineRef {
    LineRef {
        id: gone.id.clone(),
        number: gone.number.clone().unwrap_or_default(),
        name: gone.name.clone().unwrap_or_default(),
    }
}

fn row(context: &Context<'_>, gone: &Withdrawn, standing: &WithdrawnStanding) -> WithdrawnRow {
    let figures = |figure: fn(&WithdrawnFigures) -> Option<Figure>| {
        let said: Vec<String> =
            standing.targets.iter().map(|target| context.figure(figure(target))).collect();
        said.join("; ")
    };
    let words = gone.line.iter().flat_map(|line| &line.targets).map(|target| target.text.as_str());
    WithdrawnRow {
        line: line_ref(gone),
        by: say_withdrawn_by(standing.agreement.as_ref(), context.language),
        target: words.collect::<Vec<_>>().join("; "),
        claimed: figures(|target| target.claimed),
        proven: figures(|target| target.proven),
        accepted: figures(|target| target.accepted),
    }
}
