//! Settling names and values that could not be paired with certainty.

use qoldau_derive::Decode;
use serde::Serialize;

use super::known::Known;
use super::tasks::indicator;
use crate::plan::reconcile::fresh::Fresh;
use crate::plan::{Activity, Indicator, Plan};
use crate::value::Id;

/// One line as somebody paired it: which of the unpaired names and values, counted from 0, make it up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PairChoice {
    /// The names that are this line's name, joined by spaces; none only where the row has no names at all, so that
    /// the activity's title is the name.
    pub names: Vec<u32>,
    /// The values that are this line's value, joined by spaces; none when the line has no value.
    pub values: Vec<u32>,
}

/// Why a pairing could not be settled. The plan is unchanged then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PairError {
    /// The plan has no such activity.
    #[error("the plan has no activity `{activity}`")]
    NoSuchActivity {
        /// The id asked for.
        activity: Id,
    },
    /// The activity has nothing to pair.
    #[error("nothing is unpaired in activity `{activity}`")]
    NothingUnpaired {
        /// The activity.
        activity: Id,
    },
    /// A choice names an item that is not there.
    #[error("there is no item {index} to pair")]
    NoSuchItem {
        /// The index, from 0.
        index: u32,
    },
    /// Two choices take the same item.
    #[error("item {index} is taken twice")]
    TakenTwice {
        /// The index, from 0.
        index: u32,
    },
    /// An item is in no choice: no word of a contract is dropped.
    #[error("item {index} is in no choice")]
    LeftOver {
        /// The index, from 0.
        index: u32,
    },
    /// A choice has no name although the row has names.
    #[error("choice {index} has no name")]
    Nameless {
        /// The choice, from 0.
        index: u32,
    },
    /// The plan cannot number one more line.
    #[error("the plan has too many lines")]
    TooManyLines,
}

impl PairError {
    /// The error's stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoSuchActivity { .. } => "ANX020",
            Self::NothingUnpaired { .. } => "ANX021",
            Self::NoSuchItem { .. } => "ANX022",
            Self::TakenTwice { .. } => "ANX023",
            Self::LeftOver { .. } => "ANX024",
            Self::Nameless { .. } => "ANX025",
            Self::TooManyLines => "ANX026",
        }
    }
}

/// Settles the unpaired names and values of an activity.
///
/// Every name and every value must be taken once. A line that keeps its name keeps its id and number; a line with a
/// name that was not there before gets the next free ones of its task. The choices' order is the lines' order.
///
/// # Errors
/// [`PairError`], codes `ANX020` to `ANX026`.
pub fn pair(mut plan: Plan, activity: &Id, choices: &[PairChoice]) -> Result<Plan, PairError> {
    let missing = || PairError::NoSuchActivity { activity: activity.clone() };
    let mut fresh = Fresh::of(&plan);
    let task = plan
        .tasks
        .iter_mut()
        .find(|task| task.activities.iter().any(|candidate| candidate.id == *activity))
        .ok_or_else(missing)?;
    let mut next = next_line(task.activities.iter().flat_map(|activity| &activity.indicators));
    let (task_id, number) = (task.id.clone(), task.number.clone());
    let open = task.activities.iter_mut().find(|candidate| candidate.id == *activity).ok_or_else(missing)?;
    let unpaired =
        open.unpaired.as_ref().ok_or_else(|| PairError::NothingUnpaired { activity: activity.clone() })?;
    every_item_once(unpaired.names.len(), choices.iter().flat_map(|choice| &choice.names))?;
    every_item_once(unpaired.values.len(), choices.iter().flat_map(|choice| &choice.values))?;
    let mut settled = Vec::new();
    for (choice, index) in choices.iter().zip(0_u32..) {
        if choice.names.is_empty() && !unpaired.names.is_empty() {
            return Err(PairError::Nameless { index });
        }
        let name =
            if choice.names.is_empty() { open.title.clone() } else { words(&unpaired.names, &choice.names) };
        let value = (!choice.values.is_empty()).then(|| words(&unpaired.values, &choice.values));
        let kept = open.indicators.iter().find(|line| line.name == name && !contains(&settled, &line.id));
        let (id, printed, source, baseline) = if let Some(line) = kept {
            (line.id.clone(), line.number.clone(), line.source.clone(), line.baseline)
        } else {
            let id = fresh.next(&format!("{task_id}-")).ok_or(PairError::TooManyLines)?;
            let printed = format!("{number}.{next}");
            next = next.checked_add(1).ok_or(PairError::TooManyLines)?;
            (id, printed, source(open), None)
        };
        settled.push(Indicator {
            baseline,
            ..indicator(id, printed, name, value.as_deref(), source, &mut Known::default())
        });
    }
    open.indicators = settled;
    open.unpaired = None;
    Ok(plan)
}

/// Whether a line of this id is among the lines.
fn contains(lines: &[Indicator], id: &Id) -> bool {
    lines.iter().any(|line| line.id == *id)
}

/// Where the lines of an activity stand.
fn source(activity: &Activity) -> Option<crate::finding::Place> {
    activity.indicators.first().and_then(|line| line.source.clone()).or_else(|| activity.source.clone())
}

/// The first number after all that the lines' ids end in: ids are never used again.
fn next_line<'a>(lines: impl Iterator<Item = &'a Indicator>) -> u32 {
    lines
        .filter_map(|line| line.id.as_str().rsplit('-').next()?.parse::<u32>().ok())
        .max()
        .unwrap_or(0)
        .saturating_add(1)
}

/// Checks that every item from 0 is taken once.
fn every_item_once<'a>(count: usize, taken: impl Iterator<Item = &'a u32>) -> Result<(), PairError> {
    let mut seen = vec![false; count];
    for index in taken.copied() {
        let slot = usize::try_from(index).ok().and_then(|index| seen.get_mut(index));
        match slot {
            None => return Err(PairError::NoSuchItem { index }),
            Some(true) => return Err(PairError::TakenTwice { index }),
            Some(slot) => *slot = true,
        }
    }
    match seen.iter().zip(0_u32..).find(|(taken, _)| !**taken) {
        Some((_, index)) => Err(PairError::LeftOver { index }),
        None => Ok(()),
    }
}

/// The chosen items as one text.
fn words(items: &[String], chosen: &[u32]) -> String {
    chosen
        .iter()
        .filter_map(|index| items.get(usize::try_from(*index).ok()?))
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}
