//! Lines that supplementary agreements took out.

use super::Context;
use super::impact::persons_in_words;
use crate::assess::{Figure, WithdrawnFigures, WithdrawnStanding};
use crate::plan::reconcile::say_withdrawn_by;
use crate::plan::{PlanNode, Withdrawn};
use crate::report::model::{LineRef, WithdrawnRow};

/// The lines in the order in which they were taken out.
pub(super) fn withdrawn(context: &Context<'_>) -> Vec<WithdrawnRow> {
    let pairs = context.assessment.withdrawn.iter().filter_map(|standing| {
        let gone = context.plan.withdrawn.iter().find(|gone| gone.id == standing.id)?;
        Some((gone, standing))
    });
    pairs.map(|(gone, standing)| row(context, gone, standing)).collect()
}

/// A withdrawn line as a reader knew it; of a target the line it was taken out of.
pub(in crate::report) fn line_ref(gone: &Withdrawn) -> LineRef {
    let number = gone.number.clone().unwrap_or_default();
    let of_target =
        gone.line.as_ref().filter(|_| gone.node == PlanNode::Target).map(|line| line.name.clone());
    LineRef {
        id: gone.id.clone(),
        number: if gone.node == PlanNode::Impact { format!("IV.{number}") } else { number },
        name: of_target.or_else(|| gone.name.clone()).unwrap_or_default(),
    }
}

fn row(context: &Context<'_>, gone: &Withdrawn, standing: &WithdrawnStanding) -> WithdrawnRow {
    let figures = |figure: fn(&WithdrawnFigures) -> Option<Figure>| {
        let said: Vec<String> =
            standing.targets.iter().map(|target| context.figure(figure(target))).collect();
        said.join("; ")
    };
    let targets = gone.targets();
    let words: Vec<&str> = targets.iter().map(|target| target.text.as_str()).collect();
    let persons = standing.unique_persons.map(|persons| {
        format!("{}: {}", context.word("uniquePersons"), persons_in_words(persons, context.language))
    });
    let claimed = figures(|target| target.claimed);
    WithdrawnRow {
        line: line_ref(gone),
        by: say_withdrawn_by(standing.agreement.as_ref(), context.language),
        target: words.join("; "),
        claimed: std::iter::once(claimed).chain(persons).collect::<Vec<_>>().join("; "),
        proven: figures(|target| target.proven),
        accepted: figures(|target| target.accepted),
    }
}
