//! The order of a plan's parts.

use crate::finding::{Finding, Place};
use crate::plan::Plan;
use crate::value::Id;
use crate::value::text::{first_bytes, numbered};

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

/// Where each of some findings stands: at its place, or at the first line it touches; what is nowhere comes last. Of a name
/// given twice it is the first.
pub(super) fn ranks<'f>(findings: impl Iterator<Item = &'f Finding> + Clone, plan: &Plan) -> Vec<Rank> {
    let mut named: Vec<Named<'_>> =
        findings.clone().flat_map(names).map(|name| (first_bytes(name), name, None)).collect();
    named.sort_unstable();
    named.dedup();
    // A finding names few of a plan's parts: most are told by a bit to be none of them.
    let likely = named.iter().fold(0, |likely, (first, _, _)| likely | bit_of(*first));
    let mut next = 0_usize;
    all_names(plan, |name| {
        let may_be = likely & bit_of(first_bytes(name)) != 0;
        let at = if may_be { position(&named, name) } else { None };
        if let Some((_, _, rank @ None)) = at.and_then(|at| named.get_mut(at)) {
            *rank = Some(Rank(next));
        }
        next = next.saturating_add(1);
    });
    let rank_of = |name: &str| named.get(position(&named, name)?).and_then(|(_, _, rank)| *rank);
    let rank = |finding: &Finding| {
        let whole = (finding.place == Place::Whole {}).then_some(Rank(0));
        whole.or_else(|| names(finding).find_map(rank_of)).unwrap_or(Rank(usize::MAX))
    };
    findings.map(rank).collect()
}

/// A field or an id that findings name, and where it stands. The first bytes are compared before the name.
type Named<'f> = (u64, &'f str, Option<Rank>);

/// One bit of 64 for the first bytes of a name, by the upper bits of a product with the golden ratio, which all bytes move.
const fn bit_of(first: u64) -> u64 {
    1 << (first.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58 & 63)
}

/// Where a name stands in the sorted list.
fn position(named: &[Named<'_>], name: &str) -> Option<usize> {
    let wanted = (first_bytes(name), name);
    named.binary_search_by(|(first, known, _)| (*first, *known).cmp(&wanted)).ok()
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
        (1_u32..).take(items).for_each(|number| tell(&numbered(field, ".", number)));
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
