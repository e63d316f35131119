//! Whose the people of an event are: by the edition of the plan that was in force on its day.

use super::line::{line_of_lists, lines_of_lists, target_of_people};
use crate::plan::{Activity, Indicator, Plan};
use crate::value::{Id, IsoDate};

/// The editions of a plan up to the one in force, the oldest first, each with its first day.
pub(super) struct Times<'p> {
    editions: Vec<(Option<IsoDate>, &'p Plan)>,
}

impl<'p> Times<'p> {
    pub(super) const fn new(editions: Vec<(Option<IsoDate>, &'p Plan)>) -> Self {
        Self { editions }
    }

    pub(super) fn in_force(&self) -> Option<&'p Plan> {
        self.editions.last().map(|(_, plan)| *plan)
    }

    /// The edition of a day, and those after it.
    fn from(&self, day: IsoDate) -> impl Iterator<Item = &'p Plan> {
        let later = |(from, _): &(Option<IsoDate>, &Plan)| from.is_none_or(|from| from <= day);
        let begun = self.editions.iter().take_while(|edition| later(edition)).count();
        self.editions.iter().skip(begun.saturating_sub(1)).map(|(_, plan)| *plan)
    }

    /// An activity as it stood on a day; where none of its lines took lists then, as it stood when one first did.
    pub(super) fn activity(&self, id: &Id, day: IsoDate) -> Option<&'p Activity> {
        let stood = |plan: &'p Plan| {
            plan.activities().map(|(_, activity)| activity).find(|activity| activity.id == *id)
        };
        self.from(day).filter_map(stood).find(|activity| lines_of_lists(activity).next().is_some())
    }

    /// Whether an event's list counts for a line of an activity without naming it.
    pub(super) fn takes_all(&self, activity: &Id, line: &Id, day: IsoDate) -> bool {
        let activity = self.activity(activity, day);
        activity.and_then(line_of_lists).is_some_and(|only| only.id == *line)
    }

    /// A line as it stood on a day; where it did not stand yet, as it first did.
    fn line(&self, id: &Id, day: IsoDate) -> Option<&'p Indicator> {
        let stood = |plan: &'p Plan| plan.lines().map(|(.., line)| line).find(|line| line.id == *id);
        self.from(day).find_map(stood)
    }

    /// The target that the people of an event are of, where the line had several on its day; `now` is the line as it stands.
    pub(super) fn target(&self, now: &'p Indicator, day: IsoDate) -> Option<&'p Id> {
        target_of_people(self.line(&now.id, day).unwrap_or(now))
    }

    /// The only target that a line had on a day.
    pub(super) fn single(&self, line: &Id, day: IsoDate) -> Option<&'p Id> {
        match self.line(line, day)?.targets.as_slice() {
            [target] => Some(&target.id),
            _ => None,
        }
    }
}
