//! What was counted: whole numbers, which are joined in any order to the same.

use std::collections::BTreeMap;
use std::fmt;

use super::codes::People;
use super::layout::Layout;

/// How many places of one kind of fault are listed; the others are counted.
pub(super) const LISTED: usize = 1_000;
/// The most groups: their counts are held in memory.
pub(super) const MOST_GROUPS: u32 = 4_096;

/// The counts of a table, or of a part of it. They print without the codes of people and the words of groups.
#[derive(Clone)]
pub struct SurveyCounts {
    /// How many rows every part had, those that were not counted too.
    pub(super) parts: BTreeMap<u32, u32>,
    pub(super) groups: BTreeMap<String, usize>,
    /// The numbers of every group in every phase, group after group, each of the layout's stride.
    pub(super) cells: Vec<u32>,
    /// Rows without consent, by phase.
    pub(super) without_consent: Vec<u32>,
    /// People without a code, in the first and the second of the paired phases.
    pub(super) without_code: [u32; 2],
    pub(super) people: People,
    pub(super) faults: BTreeMap<FaultKind, Faults>,
}

/// What is wrong with a row or a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FaultKind {
    Short,
    Long,
    Torn,
    Empty,
    Phase,
    Unread,
    Unclear,
    OutOfRange,
    NoConsent,
}

/// The places of one kind of fault.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Faults {
    pub(super) count: u32,
    /// The first of them.
    pub(super) listed: Vec<Fault>,
}

/// Where a fault is: a part, a row of it from 0, and a column from 1, or 0 for the whole row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fault {
    pub(super) part: u32,
    pub(super) row: u32,
    pub(super) column: u32,
}

impl fmt::Debug for SurveyCounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SurveyCounts")
            .field("rows", &self.rows())
            .field("groups", &self.groups.len())
            .finish_non_exhaustive()
    }
}

impl SurveyCounts {
    pub(super) fn new(layout: &Layout, part: u32) -> Self {
        Self {
            parts: BTreeMap::from([(part, 0)]),
            groups: BTreeMap::new(),
            cells: Vec::new(),
            without_consent: vec![0; layout.phases],
            without_code: [0; 2],
            people: People::new(layout.marks()),
            faults: BTreeMap::new(),
        }
    }

    /// Takes the counts of other parts of the same table, of the same plan. The order in which parts are joined changes nothing.
    pub fn merge(&mut self, other: Self) {
        for (part, rows) in other.parts {
            let of = self.parts.entry(part).or_default();
            *of = of.saturating_add(rows);
        }
        let stride = other.cells.len().checked_div(other.groups.len()).unwrap_or(0);
        for (group, at) in other.groups {
            let place = self.group(group, stride);
            let from = other.cells.get(at.saturating_mul(stride)..).unwrap_or_default();
            let into = self.cells.get_mut(place.saturating_mul(stride)..).unwrap_or_default();
            add(into.iter_mut().take(stride), from);
        }
        add(self.without_consent.iter_mut(), &other.without_consent);
        add(self.without_code.iter_mut(), &other.without_code);
        self.people.merge(other.people);
        for (kind, faults) in other.faults {
            let of = self.faults.entry(kind).or_default();
            of.count = of.count.saturating_add(faults.count);
            of.listed.extend(faults.listed);
            of.listed.sort_unstable();
            of.listed.truncate(LISTED);
        }
    }

    /// The place of a group, a new one where it was not met before. `width` is how many numbers a group has in all phases.
    pub(super) fn group(&mut self, name: String, width: usize) -> usize {
        let next = self.groups.len();
        let place = *self.groups.entry(name).or_insert(next);
        if place == next {
            self.cells.resize(next.saturating_add(1).saturating_mul(width), 0);
        }
        place
    }

    pub(super) fn fault(&mut self, kind: FaultKind, fault: Fault) {
        let of = self.faults.entry(kind).or_default();
        of.count = of.count.saturating_add(1);
        if of.listed.len() < LISTED {
            of.listed.push(fault);
        }
    }

    /// How many rows there were below the header.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.parts.values().fold(0, |all, rows| all.saturating_add(*rows))
    }
}

fn add<'a>(into: impl Iterator<Item = &'a mut u32>, from: &[u32]) {
    into.zip(from).for_each(|(into, from)| *into = into.saturating_add(*from));
}
