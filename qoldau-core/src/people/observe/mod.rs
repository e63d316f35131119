//! People as observations of the work: what lists and headcounts of a journal come to, by the one door of `assess`.
//!
//! Everything is counted from pseudonymous ids. Nothing of a name, a telephone or a number of a document is needed here, and nothing of it
//! comes out.

mod decide;
mod fold;
mod line;
mod rules;
mod times;
mod unique;

pub use decide::{SamePersons, join_persons};
pub use fold::{PeopleOfJournal, people_of_journal};
pub(crate) use fold::{is_of_people, verdict};
pub use line::{ReachCheck, ReachMatch};
pub(super) use rules::OBSERVE_RULES;

use crate::assess::{editions_until, restored};
use crate::facts::{Observation, Observations};
use crate::finding::Finding;
use crate::plan::Plan;
use crate::value::IsoDate;

/// What people of a journal come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeopleObserved {
    /// Readings of the lines that count people, and counts of different people for the social-impact block: for `assess`, beside what
    /// was observed otherwise.
    pub observations: Observations,
    /// Lists held against the numbers that were reported, event by event.
    pub checks: Vec<ReachCheck>,
    /// What differs or cannot be told.
    pub findings: Vec<Finding>,
}

/// Counts the people of a journal for the lines of a plan, up to the end of a day.
///
/// A line that counts participants gets a reading for every event of its activity that has a list or a headcount and no number of its own
/// in the journal; where there is a number, it stands, and the difference is a finding. So lists never make a figure count twice. A line of the
/// social-impact block that sums other lines gets the number of different people on their lists, between bounds where some were only
/// counted; a count that the journal states stands too. Estimates of reach become readings of their lines.
///
/// Nothing is observed where the journal holds no lists, headcounts of their own kind, or estimates.
#[must_use]
pub fn observe_people(plan: &Plan, observations: &Observations, as_of: IsoDate) -> PeopleObserved {
    observe_people_editions(plan, &[], observations, as_of)
}

/// The same of a plan with its other editions, in any order: whose the people of an event are says the edition in force on its day. Lines and
/// targets that an agreement took out keep theirs.
#[must_use]
pub fn observe_people_editions(
    plan: &Plan,
    others: &[Plan],
    observations: &Observations,
    as_of: IsoDate,
) -> PeopleObserved {
    let people = fold::People::of(observations, as_of);
    people.map_or_else(PeopleObserved::default, |people| observed(plan, others, as_of, &people))
}

/// The same of observations that hold on the day. Needed are those of people, of events and what joins or splits them, readings, counts of people, and
/// readings of the plan; others may be among them.
pub(crate) fn observe_people_among(
    plan: &Plan,
    others: &[Plan],
    as_of: IsoDate,
    held: Vec<&Observation>,
) -> PeopleObserved {
    let people = fold::People::among(held);
    people.map_or_else(PeopleObserved::default, |people| observed(plan, others, as_of, &people))
}

fn observed(plan: &Plan, others: &[Plan], as_of: IsoDate, journal: &fold::People<'_>) -> PeopleObserved {
    let mut observed = PeopleObserved { findings: journal.findings.clone(), ..PeopleObserved::default() };
    let times = times::Times::new(editions_until(plan, others, as_of));
    let plan = times.in_force().unwrap_or(plan);
    let restored = restored(plan);
    let whole = restored.as_ref().unwrap_or(plan);
    let mut lines = line::observe_lines(whole, plan, &times, journal, &mut observed);
    // What was taken out brings nothing to a figure that sums it.
    lines.retain(|of| line::stands(plan, of.line));
    unique::observe_unique(plan, journal, &lines, &mut observed);
    journal.observe_estimates(plan, &mut observed);
    observed
}
