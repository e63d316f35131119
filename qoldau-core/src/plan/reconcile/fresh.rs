//! Ids that were never given: the next free number behind a prefix, counting what was withdrawn too.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use crate::plan::{Plan, Target};
use crate::value::Id;

/// Every id that a plan has given in any of its editions.
pub(crate) fn given_ids(plan: &Plan) -> impl Iterator<Item = &Id> {
    let withdrawn = plan.withdrawn.iter().flat_map(|gone| {
        let line = gone.line.iter().flat_map(|line| of_targets(&line.targets));
        let impact = gone.impact.iter().flat_map(|line| of_targets(&line.targets));
        std::iter::once(&gone.id).chain(line).chain(impact)
    });
    standing_ids(plan).chain(withdrawn)
}

/// Every id of the edition in force.
pub(crate) fn standing_ids(plan: &Plan) -> impl Iterator<Item = &Id> {
    let of_lines =
        plan.lines().flat_map(|(.., line)| std::iter::once(&line.id).chain(of_targets(&line.targets)));
    let of_impact =
        plan.impact.iter().flat_map(|line| std::iter::once(&line.id).chain(of_targets(&line.targets)));
    let tasks = plan.tasks.iter().map(|task| &task.id);
    let activities = plan.activities().map(|(_, activity)| &activity.id);
    let people = plan.team.staff.iter().chain(&plan.team.specialists).map(|person| &person.id);
    let periods = plan.reporting_periods.iter().map(|period| &period.id);
    of_lines.chain(of_impact).chain(tasks).chain(activities).chain(people).chain(periods)
}

fn of_targets(targets: &[Target]) -> impl Iterator<Item = &Id> {
    targets
        .iter()
        .flat_map(|target| std::iter::once(&target.id).chain(target.parts.iter().map(|part| &part.id)))
}

/// Gives ids.
#[derive(Debug)]
pub(crate) struct Fresh {
    used: BTreeSet<Id>,
    /// The last number given behind each prefix.
    last: BTreeMap<String, u32>,
}

impl Fresh {
    /// Gives none of the ids the plan ever gave.
    pub(crate) fn of(plan: &Plan) -> Self {
        Self { used: given_ids(plan).cloned().collect(), last: BTreeMap::new() }
    }

    /// The id of the next number behind a prefix such as `t2-`; nothing when there is none, or none that is short
    /// enough for an id.
    pub(crate) fn next(&mut self, prefix: &str) -> Option<Id> {
        let last = match self.last.get(prefix) {
            Some(last) => *last,
            None => self.highest(prefix),
        };
        let number = last.checked_add(1)?;
        let id: Id = format!("{prefix}{number}").parse().ok()?;
        self.last.insert(prefix.to_owned(), number);
        self.used.insert(id.clone());
        Some(id)
    }

    /// The highest number that stands behind a prefix.
    fn highest(&self, prefix: &str) -> u32 {
        let behind = self
            .used
            .range::<str, _>((Bound::Included(prefix), Bound::Unbounded))
            .map_while(|id| id.as_str().strip_prefix(prefix));
        let plain = behind.filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
        plain.filter_map(|rest| rest.parse().ok()).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{PlanNode, Withdrawn, test_plan};

    fn gone(id: &str) -> Withdrawn {
        Withdrawn {
            node: PlanNode::Line,
            id: id.parse().unwrap(),
            edition: 1,
            within: None,
            number: None,
            name: None,
            line: None,
            impact: None,
        }
    }

    #[test]
    fn numbers_go_on_behind_the_highest_that_was_ever_given() {
        let mut plan = test_plan();
        plan.withdrawn = vec![gone("t1-7"), gone("t1-07x"), gone("t1-10.3"), gone("t1-a2")];
        let mut fresh = Fresh::of(&plan);
        let mut next = |prefix| fresh.next(prefix).map(|id| id.to_string());
        assert_eq!(next("t1-").as_deref(), Some("t1-8"));
        assert_eq!(next("t1-").as_deref(), Some("t1-9"));
        assert_eq!(next("t1-a").as_deref(), Some("t1-a3"));
        assert_eq!(next("t").as_deref(), Some("t2"));
    }

    #[test]
    fn where_no_number_or_no_room_is_left_there_is_no_id() {
        let mut plan = test_plan();
        plan.withdrawn = vec![gone("t1-4294967295")];
        assert_eq!(Fresh::of(&plan).next("t1-"), None);
        assert_eq!(Fresh::of(&plan).next(&"x".repeat(128)), None);
    }
}
