//! The order of a plan's parts.

use std::borrow::Cow;

use crate::finding::{Finding, Place};
use crate::plan::Plan;

/// Where a part stands among all parts of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank(usize);

/// Fields of the plan itself, in its order: those before the team and those after the impact block.
const HEAD: [&str; 11] = [
    "id",
    "contract",
    "grantee",
    "priority",
    "title",
    "goals",
    "territory",
    "targetGroup",
    "period",
    "activePhase",
    "expectedResults",
];
const TAIL: [&str; 3] = ["readings", "reportingPeriods", "unread"];

/// The rank of every field and id of a plan, sorted by name.
pub(super) struct Places<'a> {
    ranks: Vec<(Cow<'a, str>, Rank)>,
}

impl<'a> Places<'a> {
    pub(super) fn new(plan: &'a Plan) -> Self {
        let mut names: Vec<Cow<'a, str>> = Vec::new();
        for field in HEAD {
            names.push(field.into());
            let items = match field {
                "goals" => plan.goals.len(),
                "expectedResults" => plan.expected_results.len(),
                _ => 0,
            };
            names.extend((1..=items).map(|number| Cow::from(format!("{field}.{number}"))));
        }
        names.extend(["partners".into(), "team".into()]);
        names.extend(plan.team.staff.iter().chain(&plan.team.specialists).map(|row| row.id.as_str().into()));
        for task in &plan.tasks {
            names.push(task.id.as_str().into());
            for activity in &task.activities {
                names.push(activity.id.as_str().into());
                for line in &activity.indicators {
                    names.push(line.id.as_str().into());
                    names.extend(line.targets.iter().map(|target| Cow::from(target.id.as_str())));
                }
            }
        }
        for line in &plan.impact {
            names.push(line.id.as_str().into());
            names.extend(line.targets.iter().map(|target| Cow::from(target.id.as_str())));
        }
        names.extend(TAIL.map(Cow::from));
        let mut ranks: Vec<(Cow<'a, str>, Rank)> =
            names.into_iter().enumerate().map(|(at, name)| (name, Rank(at))).collect();
        ranks.sort_unstable();
        Self { ranks }
    }

    /// Where a finding stands: at its place, or at the first line it touches; what is nowhere comes last.
    pub(super) fn rank(&self, finding: &Finding) -> Rank {
        let place = match &finding.place {
            Place::Plan { id: Some(id), .. } => self.of(id.as_str()),
            Place::Plan { id: None, field } => self.of(field),
            Place::Whole {} => Some(Rank(0)),
            _ => None,
        };
        place
            .or_else(|| finding.lines.first().and_then(|line| self.of(line.as_str())))
            .unwrap_or(Rank(usize::MAX))
    }

    /// The rank of a name; of a name given twice its first.
    fn of(&self, name: &str) -> Option<Rank> {
        let at = self.ranks.partition_point(|(known, _)| known.as_ref() < name);
        self.ranks.get(at).filter(|(known, _)| known.as_ref() == name).map(|(_, rank)| *rank)
    }
}
