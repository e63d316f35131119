//! The order of a plan's parts.

use crate::finding::{Finding, Place};
use crate::plan::Plan;
use crate::value::Id;
use crate::value::text::first_bytes;

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

/// The ranks of the fields and ids that findings name, sorted by name.
pub(super) struct Places(Vec<((u64, String), Option<Rank>)>);

impl Places {
    /// Looks for what findings name among all names of the plan; of a name given twice it is the first.
    pub(super) fn of<'f>(findings: impl Iterator<Item = &'f Finding>, plan: &Plan) -> Self {
        let mut ranks: Vec<_> =
            findings.flat_map(names).map(|name| ((first_bytes(name), name.to_owned()), None)).collect();
        ranks.sort_unstable();
        ranks.dedup();
        let mut places = Self(ranks);
        let mut next = 0_usize;
        all_names(plan, |name| {
            let at = places.position(name);
            if let Some((_, rank @ None)) = at.and_then(|at| places.0.get_mut(at)) {
                *rank = Some(Rank(next));
            }
            next = next.saturating_add(1);
        });
        places
    }

    fn position(&self, name: &str) -> Option<usize> {
        let wanted = (first_bytes(name), name);
        self.0.binary_search_by(|((first, known), _)| (*first, known.as_str()).cmp(&wanted)).ok()
    }

    /// Where a finding stands: at its place, or at the first line it touches; what is nowhere comes last.
    pub(super) fn rank(&self, finding: &Finding) -> Rank {
        let rank_of = |name: &str| self.0.get(self.position(name)?).and_then(|(_, rank)| *rank);
        let whole = (finding.place == Place::Whole {}).then_some(Rank(0));
        whole.or_else(|| names(finding).find_map(rank_of)).unwrap_or(Rank(usize::MAX))
    }
}

/// The names that tell where a finding stands, the best first.
fn names(finding: &Finding) -> impl Iterator<Item = &str> {
    let place = match &finding.place {
        Place::Plan { id: Some(id), .. } => Some(id.as_str()),
        Place::Plan { id: None, field } => Some(field.as_str()),
        _ => None,
    };
    place.into_iter().chain(finding.lines.first().map(Id::as_str))
}

/// Tells every field and id of a plan, in its order.
fn all_names(plan: &Plan, mut tell: impl FnMut(&str)) {
    for field in HEAD {
        tell(field);
        let items = match field {
            "goals" => plan.goals.len(),
            "expectedResults" => plan.expected_results.len(),
            _ => 0,
        };
        (1..=items).for_each(|number| tell(&format!("{field}.{number}")));
    }
    tell("partners");
    tell("team");
    plan.team.staff.iter().chain(&plan.team.specialists).for_each(|row| tell(row.id.as_str()));
    for task in &plan.tasks {
        tell(task.id.as_str());
        for activity in &task.activities {
            tell(activity.id.as_str());
            for line in &activity.indicators {
                tell(line.id.as_str());
                line.targets.iter().for_each(|target| tell(target.id.as_str()));
            }
        }
    }
    for line in &plan.impact {
        tell(line.id.as_str());
        line.targets.iter().for_each(|target| tell(target.id.as_str()));
    }
    TAIL.into_iter().for_each(tell);
}
