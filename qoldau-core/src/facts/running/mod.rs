//! Observations that are kept while entries come one by one, in any order and as often as they like.
//!
//! What [`observe`](super::observe()) makes of a whole journal at once is kept here entry by entry: who took whose
//! place, what was erased, what was added to items. The rules are not told twice: of the entries and items that a new
//! entry bears on, succession and states are reckoned by the code that reckons those of all.

mod items;
mod slot;

use std::collections::{BTreeMap, BTreeSet};

use self::items::Items;
use self::slot::{Slot, Stored};
use super::observe::observes;
use super::succession::{Head, Succession};
use super::{Entry, Fact, Observation, attach};
use crate::value::{Id, IsoDate};

/// The observations of the entries that have come so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Running {
    slots: Vec<Slot>,
    by_id: BTreeMap<Id, usize>,
    /// For every id that is replaced the entries that do so, as far as they count.
    replaced_by: BTreeMap<Id, BTreeSet<usize>>,
    /// Ids that erasures name. Unlike others they count whatever becomes of the erasure: what was to be removed does not
    /// come back because somebody tampered with the wish.
    erased: BTreeSet<Id>,
    /// Ids of entries of which somebody said that they do not count.
    passed_over: BTreeSet<Id>,
    items: Items,
    /// How many entries observe something.
    observing: usize,
}

/// What one entry changed.
#[derive(Debug, Default)]
pub(crate) struct Delta {
    /// The entries that observe something else than before, with what they observed. What they observe now is told by
    /// [`Running::get`].
    pub(crate) entries: BTreeMap<usize, Option<Observation>>,
    /// The items that are on record otherwise than before.
    pub(crate) items: BTreeSet<usize>,
}

impl Running {
    /// Takes one entry: what could not count is passed over, as reading a journal does.
    ///
    /// It costs as much as looking up a few ids, and what the matter and the item cost that the entry is about.
    pub(crate) fn apply(&mut self, entry: Entry) -> Delta {
        let mut delta = Delta::default();
        let mut erased = Vec::new();
        if let Fact::Erase { body } = &entry.fact {
            erased.extend(body.entries.iter().filter(|id| self.erased.insert((*id).clone())).cloned());
        }
        self.take(entry, &mut delta);
        for id in erased {
            if let Some(at) = self.by_id.get(&id).copied() {
                self.change(at, &mut delta, Slot::erase);
            }
        }
        self.settle_items(&mut delta);
        delta
    }

    /// Says whether an entry counts: of a review, for instance, only what is approved. What it replaced stays replaced.
    /// An entry of which nothing was said counts; it may be said before the entry comes.
    pub(crate) fn count(&mut self, id: &Id, counts: bool) -> Delta {
        let mut delta = Delta::default();
        let at = self.by_id.get(id).copied();
        let old = at.and_then(|at| self.get(at)).cloned();
        if counts {
            self.passed_over.remove(id);
        } else {
            self.passed_over.insert(id.clone());
        }
        let new = at.and_then(|at| self.get(at));
        if let Some(at) = at.filter(|_| old.is_some() != new.is_some()) {
            delta.entries.insert(at, old);
        }
        self.settle_items(&mut delta);
        delta
    }

    /// What an entry observes, if anything.
    pub(crate) fn get(&self, at: usize) -> Option<&Observation> {
        let by = &self.slots.get(at)?.settled()?.by;
        (observes(&by.fact) && !self.passed_over.contains(&by.entry)).then_some(by)
    }

    /// The place of an item, if it was ever named.
    pub(crate) fn item_place(&self, item: &Id) -> Option<usize> {
        self.items.place(item)
    }

    /// The records of an item, with what was added to it and taken from it.
    pub(crate) fn item(&self, at: usize) -> impl Iterator<Item = &Observation> {
        let item = self.items.get(at);
        let states = item.and_then(|item| item.states.as_deref());
        let records = item.filter(|_| states.is_none()).map(|item| &item.records);
        let records = records.into_iter().flatten().filter_map(|at| self.get(*at));
        states.into_iter().flatten().chain(records)
    }

    /// Takes an entry, whether it can count or not: of several that bear one id and differ none counts.
    fn take(&mut self, mut entry: Entry, delta: &mut Delta) {
        if self.erased.contains(&entry.id) {
            entry.erase();
        }
        let stored = Stored::of(entry);
        let Some(at) = self.by_id.get(&stored.by.entry).copied() else {
            let at = self.slots.len();
            self.by_id.insert(stored.by.entry.clone(), at);
            self.slots.push(Slot::new(stored));
            delta.entries.entry(at).or_insert(None);
            self.link(at, true);
            self.resettle(self.matter(at), delta);
            return;
        };
        if self.slots.get(at).is_some_and(|slot| !slot.knows(&stored)) {
            self.change(at, delta, |slot| slot.add(stored));
        }
    }

    /// Changes what stands under an id, and settles its matter anew.
    fn change(&mut self, at: usize, delta: &mut Delta, change: impl FnOnce(&mut Slot)) {
        let old = self.get(at).cloned();
        let mut matter = self.matter(at);
        self.link(at, false);
        if let Some(slot) = self.slots.get_mut(at) {
            change(slot);
        }
        self.link(at, true);
        matter.extend(self.matter(at));
        // What it observed first is what counts.
        delta.entries.entry(at).or_insert(old);
        self.resettle(matter, delta);
    }

    /// Notes whom an entry replaces, or that it does no longer.
    fn link(&mut self, at: usize, on: bool) {
        let stored = self.slots.get(at).and_then(Slot::settled);
        for id in stored.iter().flat_map(|stored| &stored.replaces) {
            if on {
                self.replaced_by.entry(id.clone()).or_default().insert(at);
            } else if let Some(by) = self.replaced_by.get_mut(id) {
                by.remove(&at);
                if by.is_empty() {
                    self.replaced_by.remove(id);
                }
            }
        }
    }

    /// The entries that replace each other, directly or through others, among them this one.
    fn matter(&self, at: usize) -> BTreeSet<usize> {
        let mut matter = BTreeSet::from([at]);
        let mut seen: BTreeSet<&Id> = BTreeSet::new();
        let mut open: Vec<&Id> = self.slots.get(at).map(Slot::id).into_iter().collect();
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            if let Some(at) = self.by_id.get(id) {
                matter.insert(*at);
                let stored = self.slots.get(*at).and_then(Slot::settled);
                open.extend(stored.iter().flat_map(|stored| &stored.replaces));
            }
            let by = self.replaced_by.get(id).into_iter().flatten();
            open.extend(by.filter_map(|at| self.slots.get(*at)).map(Slot::id));
        }
        matter
    }

    /// Settles anew who of these entries holds.
    fn resettle(&mut self, matter: BTreeSet<usize>, delta: &mut Delta) {
        let stored = |at: usize| Some((at, self.slots.get(at)?.settled()?));
        let members: Vec<(usize, &Stored)> = matter.into_iter().filter_map(stored).collect();
        let heads: Vec<Head<'_>> = members.iter().map(|(_, stored)| stored.head()).collect();
        let until = Succession::of(&heads).until;
        let changed: Vec<(usize, Option<IsoDate>)> = members
            .iter()
            .zip(until)
            .filter(|((_, stored), until)| stored.by.until != *until)
            .map(|((at, _), until)| (*at, until))
            .collect();
        for (at, until) in changed {
            let old = self.get(at).cloned();
            delta.entries.entry(at).or_insert(old);
            if let Some(stored) = self.slots.get_mut(at).and_then(Slot::settled_mut) {
                stored.by.until = until;
            }
        }
    }

    /// Brings the items up to date once all entries are, and keeps of the changed entries those that matter.
    fn settle_items(&mut self, delta: &mut Delta) {
        let mut items = std::mem::take(&mut self.items);
        delta.entries.retain(|at, old| old.is_some() || self.get(*at).is_some());
        let mut observing = self.observing;
        for (at, old) in &delta.entries {
            let new = self.get(*at).map(|new| &new.fact);
            let (was, is) = (usize::from(old.is_some()), usize::from(new.is_some()));
            observing = observing.saturating_add(is).saturating_sub(was);
            let item = |fact| attach::item_of(fact);
            if let Some(item) = old.as_ref().and_then(|old| item(&old.fact)) {
                delta.items.extend(items.leave(item, *at));
            }
            if let Some((fact, item)) = new.and_then(|fact| Some((fact, item(fact)?))) {
                delta.items.insert(items.enter(item, *at, attach::is_change(fact)));
            }
        }
        self.observing = observing;
        items.settle(&mut delta.items, observing, |at| self.get(at));
        self.items = items;
    }
}
