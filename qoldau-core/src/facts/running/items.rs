//! Items of evidence with what was added to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Observation, attach};
use crate::value::Id;

/// All items that were ever named.
#[derive(Debug, Clone, Default)]
pub(super) struct Items {
    all: Vec<Item>,
    by_id: BTreeMap<Id, usize>,
    /// The items that were added to or taken from, in the order of their ids.
    changed: BTreeMap<Id, usize>,
    /// What the states of all of those may hold together.
    size: usize,
    /// Whether states of all items did not fit when it was last looked at.
    too_many: bool,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Item {
    /// The entries that record it.
    pub(super) records: BTreeSet<usize>,
    /// The entries that add to it or take from it.
    changes: BTreeSet<usize>,
    /// What stands in the place of the records, where anything was added or taken.
    pub(super) states: Option<Vec<Observation>>,
    /// What its states may hold.
    size: usize,
    /// Whether its states fit beside those of the items before it.
    fits: bool,
}

impl Items {
    pub(super) fn place(&self, item: &Id) -> Option<usize> {
        self.by_id.get(item).copied()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Item> {
        self.all.get(at)
    }

    /// Takes an entry from an item.
    pub(super) fn leave(&mut self, item: &Id, entry: usize) -> Option<usize> {
        let at = self.place(item)?;
        let item = self.all.get_mut(at)?;
        item.records.remove(&entry);
        item.changes.remove(&entry);
        Some(at)
    }

    /// Gives an entry to an item: its record, or what was added or taken.
    pub(super) fn enter(&mut self, id: &Id, entry: usize, is_change: bool) -> usize {
        let at = self.place(id).unwrap_or_else(|| {
            let at = self.all.len();
            self.all.push(Item::default());
            self.by_id.insert(id.clone(), at);
            at
        });
        if let Some(item) = self.all.get_mut(at) {
            if is_change {
                self.changed.insert(id.clone(), at);
                item.changes.insert(entry);
            } else {
                item.records.insert(entry);
            }
        }
        at
    }

    /// Brings the states of items up to date; adds those that fit, or fit no longer, because of others.
    pub(super) fn settle<'a>(
        &mut self,
        touched: &mut BTreeSet<usize>,
        observing: usize,
        by: impl Fn(usize) -> Option<&'a Observation>,
    ) {
        let run = |item: &Item| -> Vec<&'a Observation> {
            if item.changes.is_empty() {
                return Vec::new();
            }
            item.records.iter().chain(&item.changes).filter_map(|at| by(*at)).collect()
        };
        for at in touched.iter() {
            let Some(item) = self.all.get_mut(*at) else { continue };
            let size = attach::size_of(run(item).iter().map(|by| &by.fact));
            self.size = self.size.saturating_sub(item.size).saturating_add(size);
            item.size = size;
            item.fits = true;
        }
        let too_many = self.size > attach::room_for(observing);
        if too_many || self.too_many {
            self.fit(touched, attach::room_for(observing));
        }
        self.too_many = too_many;
        for at in touched.iter() {
            let Some(item) = self.all.get_mut(*at) else { continue };
            let run = run(item);
            item.states = (item.fits && !run.is_empty()).then(|| attach::states(run));
        }
    }

    /// Finds out which items fit, where not all of them do: those of the smallest ids.
    fn fit(&mut self, touched: &mut BTreeSet<usize>, mut room: usize) {
        for at in self.changed.values() {
            let Some(item) = self.all.get_mut(*at).filter(|item| !item.changes.is_empty()) else { continue };
            let left = room.checked_sub(item.size);
            room = left.unwrap_or(room);
            if item.fits != left.is_some() {
                item.fits = left.is_some();
                touched.insert(*at);
            }
        }
    }
}
