//! Names and values of a row: two lists in two cells, held together by their order alone.
//!
//! Lines in which something stands are items; a line that begins with a bracket goes on in the one before it. Lists
//! of equal length are paired by order. Where the lengths differ the most plausible alignment is taken, and the
//! caller is told that it is no more than that.

use super::model::Line;
use crate::finding::Place;
use crate::plan::{Bound, IndicatorKind, Target, TargetRule, UnitCode, read_kind, read_scope, read_targets};
use crate::value::{Amount, Id};

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) place: Place,
    pub(super) text: String,
}

/// A name with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) place: Place,
    pub(super) name: String,
    /// Nothing when no value was left for it.
    pub(super) value: Option<String>,
}

/// The items of a cell.
pub(super) fn items(lines: &[Line]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for line in lines {
        match items.last_mut() {
            Some(item) if line.text.starts_with('(') => {
                item.text.push(' ');
                item.text.push_str(&line.text);
            }
            _ => items.push(Item { place: line.place.clone(), text: line.text.clone() }),
        }
    }
    items
}

/// Pairs by order.
pub(super) fn in_order(names: &[Item], values: &[Item]) -> Vec<Pair> {
    let values = values.iter().map(|value| Some(value.text.clone())).chain(std::iter::repeat(None));
    names.iter().zip(values).map(|(name, value)| pair(name, value)).collect()
}

fn pair(name: &Item, value: Option<String>) -> Pair {
    Pair { place: name.place.clone(), name: name.text.clone(), value }
}

/// Whether lists of equal length, paired by order, contradict themselves: a satisfaction level without a percent and
/// a document or photo with one means that a line slipped.
pub(super) fn contradicts(pairs: &[Pair]) -> bool {
    let seen: Vec<Seen> =
        pairs.iter().map(|pair| Seen::of(&pair.name, pair.value.as_deref().unwrap_or_default())).collect();
    let level_without =
        seen.iter().any(|line| line.kind == IndicatorKind::Satisfaction && line.plain_number());
    let percent_astray = seen.iter().any(|line| line.kind.counts_artefacts() && line.is_percent());
    level_without && percent_astray
}

/// The cost of a name without a value, or a value without a name.
const ALONE: u32 = 5;
/// The cost of two lines of one name, where the second looks like the rest of the first.
const BROKEN_NAME: u32 = 2;
/// The cost of two lines of one value, where the second looks like the rest of the first.
const BROKEN_VALUE: u32 = 1;
/// Lists longer than this together are not aligned by plausibility but by order.
const MOST_COMPARED: usize = 250_000;

/// A step of an alignment: how many names and values it takes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Step {
    names: usize,
    values: usize,
}

/// The most plausible pairs of lists of different lengths. Values that fit no name are left out; names that are left
/// have no value.
pub(super) fn most_plausible(names: &[Item], values: &[Item]) -> Vec<Pair> {
    let width = values.len().saturating_add(1);
    if names.len().saturating_mul(values.len()) > MOST_COMPARED {
        return in_order(names, values);
    }
    let table = Table::fill(names, values, width);
    let (mut at_name, mut at_value) = (0_usize, 0_usize);
    let mut pairs = Vec::new();
    while let Some(step) = table.step(at_name, at_value) {
        let taken = names.get(at_name..at_name.saturating_add(step.names)).unwrap_or_default();
        let given = values.get(at_value..at_value.saturating_add(step.values)).unwrap_or_default();
        if let Some(first) = taken.first() {
            let name = together(taken);
            let value = (!given.is_empty()).then(|| together(given));
            pairs.push(Pair { place: first.place.clone(), name, value });
        }
        at_name = at_name.saturating_add(step.names);
        at_value = at_value.saturating_add(step.values);
    }
    pairs
}

/// Items as one.
fn together(items: &[Item]) -> String {
    items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// For every rest of the two lists, the least cost and the first step to it.
struct Table {
    cells: Vec<(u32, Option<Step>)>,
    width: usize,
}

impl Table {
    fn fill(names: &[Item], values: &[Item], width: usize) -> Self {
        let height = names.len().saturating_add(1);
        let mut table = Self { cells: vec![(0, None); width.saturating_mul(height)], width };
        for at_name in (0..height).rev() {
            for at_value in (0..width).rev() {
                let best = STEPS
                    .iter()
                    .filter_map(|step| {
                        let taken = names.get(at_name..at_name.checked_add(step.names)?)?;
                        let given = values.get(at_value..at_value.checked_add(step.values)?)?;
                        let after =
                            table.cost(at_name.checked_add(step.names)?, at_value.checked_add(step.values)?);
                        Some((cost(taken, given)?.saturating_add(after), Some(*step)))
                    })
                    .min_by_key(|(cost, _)| *cost);
                if let (Some(best), Some(cell)) = (best, table.cell_mut(at_name, at_value)) {
                    *cell = best;
                }
            }
        }
        table
    }

    fn index(&self, at_name: usize, at_value: usize) -> usize {
        at_name.saturating_mul(self.width).saturating_add(at_value)
    }

    fn cost(&self, at_name: usize, at_value: usize) -> u32 {
        self.cells.get(self.index(at_name, at_value)).map_or(0, |(cost, _)| *cost)
    }

    fn step(&self, at_name: usize, at_value: usize) -> Option<Step> {
        self.cells.get(self.index(at_name, at_value)).and_then(|(_, step)| *step)
    }

    fn cell_mut(&mut self, at_name: usize, at_value: usize) -> Option<&mut (u32, Option<Step>)> {
        let index = self.index(at_name, at_value);
        self.cells.get_mut(index)
    }
}

/// The steps, the plainest first: of equal costs the first wins.
const STEPS: [Step; 5] = [
    Step { names: 1, values: 1 },
    Step { names: 2, values: 1 },
    Step { names: 1, values: 2 },
    Step { names: 1, values: 0 },
    Step { names: 0, values: 1 },
];

/// The cost of a step; nothing when it cannot be.
fn cost(names: &[Item], values: &[Item]) -> Option<u32> {
    match (names, values) {
        ([name], [value]) => Some(Seen::of(&name.text, &value.text).implausible()),
        ([first, second], [value]) => {
            let goes_on = first.text.ends_with([',', '-', ';', ':']) || starts_small(&second.text);
            let seen = Seen::of(&together(names), &value.text);
            goes_on.then(|| seen.implausible().saturating_add(BROKEN_NAME))
        }
        ([name], [first, second]) => {
            let goes_on = first.text.ends_with([',', ';', '+']) || starts_small(&second.text);
            let seen = Seen::of(&name.text, &together(values));
            goes_on.then(|| seen.implausible().saturating_add(BROKEN_VALUE))
        }
        _ => Some(ALONE),
    }
}

/// Whether a line begins with a small letter and no digit: it looks like the rest of a line.
fn starts_small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase) && !text.chars().any(|c| c.is_ascii_digit())
}

/// What a name and a value say of each other.
struct Seen {
    kind: IndicatorKind,
    name_is_scoped: bool,
    targets: Vec<Target>,
}

impl Seen {
    fn of(name: &str, value: &str) -> Self {
        let scope = read_scope(name);
        let targets = "x".parse::<Id>().map(|id| read_targets(value, &id, None)).unwrap_or_default();
        Self { kind: read_kind(name), name_is_scoped: scope.is_some(), targets }
    }

    fn is_percent(&self) -> bool {
        self.targets.iter().any(|target| matches!(target.rule, TargetRule::Percent { .. }))
    }

    fn plain_number(&self) -> bool {
        self.targets.iter().any(|target| matches!(target.rule, TargetRule::Number { .. }))
    }

    /// How implausible it is that the value belongs to the name: 0 well, more worse.
    fn implausible(&self) -> u32 {
        self.targets
            .iter()
            .map(|target| {
                let units = self.unit(target);
                units.saturating_add(self.size(target)).saturating_add(self.scope(target))
            })
            .fold(0, u32::saturating_add)
    }

    /// A satisfaction level takes a percent, a document never does.
    fn size(&self, target: &Target) -> u32 {
        let small = |amount: &Amount| *amount < Amount::from(20);
        match (&target.rule, self.kind) {
            (TargetRule::Percent { .. }, IndicatorKind::Satisfaction) => 0,
            (TargetRule::Percent { .. }, kind) => {
                if kind.counts_artefacts() {
                    6
                } else {
                    2
                }
            }
            (TargetRule::Number { .. }, IndicatorKind::Satisfaction) => 5,
            (TargetRule::Number { amount, .. }, IndicatorKind::Participants | IndicatorKind::Support) => {
                if small(amount) {
                    3
                } else {
                    0
                }
            }
            (TargetRule::Number { bound, amount, .. }, kind) if kind.is_document() => {
                let open = u32::from(*bound != Bound::Plain);
                open.saturating_add(if small(amount) { 0 } else { 4 })
            }
            (TargetRule::Number { .. }, _) => 0,
            (TargetRule::Unread {}, _) => 3,
            _ => 1,
        }
    }

    /// Photos and lists are taken "of each event", a plan is not.
    fn scope(&self, target: &Target) -> u32 {
        let of_events =
            matches!(self.kind, IndicatorKind::List | IndicatorKind::Photo | IndicatorKind::Video);
        match (&target.each, self.name_is_scoped) {
            (Some(_), true) => 1,
            (Some(_), false) => {
                if of_events {
                    0
                } else {
                    3
                }
            }
            (None, _) => 0,
        }
    }

    /// A unit that is written says what the name must count.
    fn unit(&self, target: &Target) -> u32 {
        let Some(unit) = &target.unit else { return 0 };
        let expected = match unit.code {
            UnitCode::Post => matches!(
                self.kind,
                IndicatorKind::Post | IndicatorKind::Announcement | IndicatorKind::Outreach
            ),
            UnitCode::Letter => matches!(self.kind, IndicatorKind::Letter | IndicatorKind::Outreach),
            UnitCode::Photo => self.kind == IndicatorKind::Photo,
            UnitCode::Video => self.kind == IndicatorKind::Video,
            UnitCode::Event => self.kind == IndicatorKind::Event,
            UnitCode::FocusGroup => self.kind == IndicatorKind::FocusGroup,
            UnitCode::Publication => self.kind == IndicatorKind::Publication,
            UnitCode::Person | UnitCode::Volunteer => matches!(
                self.kind,
                IndicatorKind::Participants | IndicatorKind::Specialist | IndicatorKind::Support
            ),
            _ => true,
        };
        if expected { 0 } else { 3 }
    }
}
