//! Numbers that are given once.

use std::collections::{BTreeMap, BTreeSet};

use qoldau_derive::Decode;
use serde::Serialize;

use super::Register;
use crate::facts::{Fact, Observations};
use crate::plan::Plan;
use crate::value::Id;

/// A number that a register has given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct IssuedNumber {
    /// Id of the line.
    pub line: Id,
    /// Id of the item.
    pub item: Id,
    /// The running number, from 1.
    pub running: u32,
}

/// The numbers a register has given, to be kept with it and passed to the next.
#[must_use]
pub fn issued(register: &Register) -> Vec<IssuedNumber> {
    let of_line = |line: &super::RegisterLine| {
        let id = line.line.id.clone();
        let number = move |item: &super::RegisterItem| IssuedNumber {
            line: id.clone(),
            item: item.item.clone(),
            running: item.running,
        };
        line.items.iter().map(number).collect::<Vec<_>>()
    };
    register.lines.iter().flat_map(of_line).collect()
}

/// The highest running number that is kept: the next ones have room behind it.
const HIGHEST: u32 = 1_000_000_000;

/// Running numbers by line and item.
pub(super) type Numbers<'a> = BTreeMap<(&'a Id, &'a Id), u32>;

/// Gives every item of every line its running number: those that were issued keep theirs, the others follow in the
/// order of recording.
pub(super) fn numbers<'a>(
    plan: &'a Plan,
    observations: &'a Observations,
    issued: &'a [IssuedNumber],
) -> Numbers<'a> {
    let mut numbers: Numbers<'a> = BTreeMap::new();
    let mut last: BTreeMap<&Id, u32> = BTreeMap::new();
    let mut taken: BTreeSet<(&Id, u32)> = BTreeSet::new();
    // One number that two items are said to have is the first one's, and one without room behind it is nobody's.
    for given in issued {
        if given.running > HIGHEST || !taken.insert((&given.line, given.running)) {
            continue;
        }
        numbers.entry((&given.line, &given.item)).or_insert(given.running);
        let last = last.entry(&given.line).or_insert(0);
        *last = given.running.max(*last);
    }
    let gone = plan.withdrawn.iter().map(|gone| &gone.id);
    let of_impact = plan.impact.iter().map(|line| &line.id);
    let lines: BTreeSet<&Id> =
        plan.lines().map(|(_, _, line)| &line.id).chain(of_impact).chain(gone).collect();
    for (line, item) in in_order_of_recording(observations) {
        if lines.contains(line) && !numbers.contains_key(&(line, item)) {
            let last = last.entry(line).or_insert(0);
            *last = last.saturating_add(1);
            numbers.insert((line, item), *last);
        }
    }
    numbers
}

/// Lines and items in the order in which the items were recorded for them.
fn in_order_of_recording(observations: &Observations) -> impl Iterator<Item = (&Id, &Id)> {
    let mut recorded = Vec::new();
    for observation in &observations.all {
        if let Fact::Evidence { body } = &observation.fact {
            // A clock opens with its date, so that texts of both sorts compare in order of time.
            let when = observation.clock.as_deref().map_or_else(|| observation.on.to_string(), str::to_owned);
            recorded.push((when, &observation.entry, body));
        }
    }
    recorded.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    recorded.into_iter().flat_map(|(_, _, body)| body.lines.iter().map(|line| (line, &body.item)))
}
