//! What a new edition has no more.

use std::collections::BTreeSet;

use super::fresh::standing_ids;
use super::mapping::Mapping;
use crate::plan::{Plan, PlanNode, Target, Withdrawn};
use crate::value::Id;

/// What of the plan in force is no part of the next edition, in the order of the plan in force.
pub(super) fn gone(old: &Plan, mapping: &Mapping<'_>, edition: u32, next: &Plan) -> Vec<Withdrawn> {
    let mut gone = Gone { edition, standing: standing_ids(next).collect(), out: Vec::new() };
    for task in &old.tasks {
        if !mapping.is_taken(&task.id) {
            gone.push(PlanNode::Task, &task.id, None, Some(&task.number), Some(&task.title));
        }
        for activity in &task.activities {
            if !mapping.is_taken(&activity.id) {
                let (number, title) = (Some(activity.number.as_str()), Some(activity.title.as_str()));
                gone.push(PlanNode::Activity, &activity.id, Some(&task.id), number, title);
            }
            for line in &activity.indicators {
                if mapping.is_taken(&line.id) {
                    gone.targets(&line.id, &line.number, &line.targets, |one| Withdrawn {
                        line: Some(line.clone()),
                        ..one
                    });
                    continue;
                }
                let (number, name) = (Some(line.number.as_str()), Some(line.name.as_str()));
                let withdrawn = gone.one(PlanNode::Line, &line.id, Some(&activity.id), number, name);
                gone.out.push(Withdrawn { line: Some(line.clone()), ..withdrawn });
            }
        }
    }
    for line in &old.impact {
        if mapping.is_taken(&line.id) {
            gone.targets(&line.id, &line.number, &line.targets, |one| Withdrawn {
                impact: Some(line.clone()),
                ..one
            });
            continue;
        }
        let withdrawn = gone.one(PlanNode::Impact, &line.id, None, Some(&line.number), Some(&line.name));
        gone.out.push(Withdrawn { impact: Some(line.clone()), ..withdrawn });
    }
    for person in old.team.staff.iter().chain(&old.team.specialists) {
        if !mapping.is_taken(&person.id) {
            gone.push(PlanNode::Person, &person.id, None, None, None);
        }
    }
    gone.out
}

struct Gone<'a> {
    edition: u32,
    /// What stands in the next edition.
    standing: BTreeSet<&'a Id>,
    out: Vec<Withdrawn>,
}

impl Gone<'_> {
    fn one(
        &self,
        node: PlanNode,
        id: &Id,
        within: Option<&Id>,
        number: Option<&str>,
        name: Option<&str>,
    ) -> Withdrawn {
        Withdrawn {
            node,
            id: id.clone(),
            edition: self.edition,
            within: within.cloned(),
            number: number.map(str::to_owned),
            name: name.map(str::to_owned),
            line: None,
            impact: None,
        }
    }

    fn push(
        &mut self,
        node: PlanNode,
        id: &Id,
        within: Option<&Id>,
        number: Option<&str>,
        name: Option<&str>,
    ) {
        let one = self.one(node, id, within, number, name);
        self.out.push(one);
    }

    /// Targets and parts that a line which stays has no more. A target goes `with` the line as it stood: its facts are
    /// judged by what the line asked for then.
    fn targets(
        &mut self,
        line: &Id,
        number: &str,
        targets: &[Target],
        with: impl Fn(Withdrawn) -> Withdrawn,
    ) {
        for target in targets {
            if !self.standing.contains(&target.id) {
                let one =
                    self.one(PlanNode::Target, &target.id, Some(line), Some(number), Some(&target.text));
                self.out.push(with(one));
            }
            for part in
                target.parts.iter().filter(|part| !self.standing.contains(&part.id)).collect::<Vec<_>>()
            {
                self.push(PlanNode::Part, &part.id, Some(&target.id), None, Some(&part.label));
            }
        }
    }
}
