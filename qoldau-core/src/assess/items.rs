//! Evidence items by id: of several records of one item the latest holds.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hasher};

use super::ledger::by_time;
use crate::facts::{Fact, Observation};
use crate::value::Id;

/// The latest record of every item: an open-addressed table of eight bytes a slot.
pub(super) struct Items<'a> {
    all: &'a [Observation],
    slots: Vec<Slot>,
    /// Entries whose item a later record holds; few, as a rule.
    superseded: BTreeSet<&'a Id>,
}

/// A place among the observations, and enough of the item's hash to pass over others without looking at them.
#[derive(Clone, Copy)]
struct Slot {
    tag: u32,
    /// One more than the place; 0 is an empty slot.
    next: u32,
}

impl<'a> Items<'a> {
    /// A table for up to `count` of these observations.
    pub(super) fn with_room_for(count: usize, all: &'a [Observation]) -> Self {
        let slots = count.saturating_mul(8).div_euclid(7).saturating_add(1).next_power_of_two();
        Self { all, slots: vec![Slot { tag: 0, next: 0 }; slots], superseded: BTreeSet::new() }
    }

    /// Takes the record of an item that stands at a place among the observations.
    pub(super) fn put(&mut self, place: usize, record: &'a Observation, item: &Id) {
        let Some(next) = place.checked_add(1).and_then(|next| u32::try_from(next).ok()) else { return };
        let mask = self.slots.len().saturating_sub(1);
        let (tag, first) = hash(item);
        let mut at = first & mask;
        // There are more slots than items, so the walk ends at an empty one.
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.next == 0 {
                *slot = Slot { tag, next };
                return;
            }
            let place = usize::try_from(slot.next).ok().and_then(|next| next.checked_sub(1));
            let there = place.filter(|_| slot.tag == tag).and_then(|place| self.all.get(place));
            if let Some(there) = there.filter(|there| item_of(there) == Some(item)) {
                let later = by_time(there, record).is_lt();
                self.superseded.insert(if later { &there.entry } else { &record.entry });
                if later {
                    slot.next = next;
                }
                return;
            }
            at = at.wrapping_add(1) & mask;
        }
    }

    /// Whether a later record of the same item holds.
    pub(super) fn is_superseded(&self, record: &Observation) -> bool {
        !self.superseded.is_empty() && self.superseded.contains(&record.entry)
    }
}

fn item_of(record: &Observation) -> Option<&Id> {
    match &record.fact {
        Fact::Evidence { body } => Some(&body.item),
        _ => None,
    }
}

/// Where to look for an item first, and its tag.
fn hash(item: &Id) -> (u32, usize) {
    let mut hasher = DefaultHasher::new();
    hasher.write(item.as_str().as_bytes());
    let hash = hasher.finish();
    let low = u32::try_from(hash & u64::from(u32::MAX)).unwrap_or(0);
    (low, usize::try_from(hash >> 32).unwrap_or(0))
}
