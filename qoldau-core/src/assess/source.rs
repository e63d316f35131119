//! Where an assessment finds its facts: in a list of all of them, or in the state that is kept while entries come.

use super::events::Events;
use super::state::State;
use crate::facts::Observation;
use crate::plan::Plan;
use crate::value::{Id, IsoDate};

/// Where the facts of any day are found. Whatever it gives is judged by one and the same code.
#[derive(Debug, Clone, Copy)]
pub(super) enum Source<'a> {
    /// All that was observed, in one list.
    All(&'a [Observation]),
    /// A state: of all lines, or of what bears on one of them; and what the people on lists come to on the day.
    Kept(&'a State, Option<&'a Id>, &'a [Observation]),
}

impl<'a> Source<'a> {
    /// Everything but readings and evidence that may hold on a day: what brings the events together, and what is known
    /// of lines and links. Of items whose link was ever seen gone, or on which an approval rests, their records are among it.
    pub(super) fn office(&self, as_of: IsoDate) -> Facts<'a> {
        match self {
            Self::All(all) => Facts::All(all),
            Self::Kept(state, line, people) => Facts::Picked(with(state.office(*line, as_of), people)),
        }
    }

    /// The readings and the evidence that may hold on a day.
    pub(super) fn work(&self, plan: &Plan, events: &Events<'_>, as_of: IsoDate) -> Facts<'a> {
        match self {
            Self::All(all) => Facts::All(all),
            Self::Kept(state, line, people) => {
                Facts::Picked(with(state.work(*line, plan, events, as_of), people))
            }
        }
    }
}

/// Picked facts, and behind them what the people on lists come to.
fn with<'a>(mut picked: Vec<Pick<'a>>, people: &'a [Observation]) -> Vec<Pick<'a>> {
    picked.extend(people.iter().map(|by| Pick { by, facts: 1 }));
    picked
}

/// Facts in the order of their places in memory, more of them perhaps than are asked for.
#[derive(Debug)]
pub(super) enum Facts<'a> {
    All(&'a [Observation]),
    Picked(Vec<Pick<'a>>),
}

/// An observation, and how many facts it is the sum of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pick<'a> {
    pub(super) by: &'a Observation,
    pub(super) facts: u32,
}

impl<'a> Facts<'a> {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::All(all) => all.len(),
            Self::Picked(picked) => picked.len(),
        }
    }

    pub(super) fn get(&self, at: usize) -> Option<Pick<'a>> {
        match self {
            Self::All(all) => all.get(at).map(|by| Pick { by, facts: 1 }),
            Self::Picked(picked) => picked.get(at).copied(),
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Pick<'a>> {
        (0..self.len()).filter_map(|at| self.get(at))
    }
}
