//! The readings of one line: counts that only add are summed by day, so that a line is told from its days.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Fact, Observation, Reading, ReadingMode, ReadingValue};
use crate::value::{Amount, Id, IsoDate};

/// What the readings have in common that one sum holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    on: IsoDate,
    target: Option<Id>,
    event: Option<Id>,
    /// The day they were recorded, where that is a later one.
    recorded: Option<IsoDate>,
}

/// So many readings as if they were one.
#[derive(Debug, Clone)]
pub(super) struct Sum {
    pub(super) by: Observation,
    pub(super) facts: u32,
}

/// The readings of one line.
#[derive(Debug, Clone, Default)]
pub(super) struct Readings {
    /// All of them.
    pub(super) all: BTreeSet<usize>,
    /// Those that are no plain counts, or hold no longer.
    pub(super) others: BTreeSet<usize>,
    /// Those of the others that wipe what was read before, of which the order matters.
    wiping: BTreeSet<usize>,
    sums: BTreeMap<Key, Sum>,
}

impl Readings {
    pub(super) fn add(&mut self, at: usize, by: &Observation, reading: &Reading) {
        self.all.insert(at);
        let Some((key, amount)) = plain_count(by, reading) else {
            self.others.insert(at);
            if wipes(reading) {
                self.wiping.insert(at);
            }
            return;
        };
        let sum = self.sums.entry(key).or_insert_with(|| Sum { by: nothing_like(by, reading), facts: 0 });
        sum.facts = sum.facts.saturating_add(1);
        sum.change(|total| total.checked_add(amount));
    }

    pub(super) fn remove(&mut self, at: usize, by: &Observation, reading: &Reading) {
        self.all.remove(&at);
        if self.others.remove(&at) {
            self.wiping.remove(&at);
            return;
        }
        let Some((key, amount)) = plain_count(by, reading) else { return };
        if let Some(sum) = self.sums.get_mut(&key) {
            sum.facts = sum.facts.saturating_sub(1);
            sum.change(|total| total.checked_sub(amount));
            if sum.facts == 0 {
                self.sums.remove(&key);
            }
        }
    }

    /// The sums up to a day, unless a reading wipes others, so that the sums would hide which.
    pub(super) fn sums_until(&self, day: IsoDate) -> Option<impl Iterator<Item = &Sum>> {
        let until = move |(key, _): &(&Key, &Sum)| key.on <= day;
        self.wiping.is_empty().then(|| self.sums.iter().take_while(until).map(|(_, sum)| sum))
    }
}

impl Sum {
    fn change(&mut self, change: impl FnOnce(Amount) -> Option<Amount>) {
        if let Fact::Reading { body: Reading { value: ReadingValue::Amount { amount }, .. } } =
            &mut self.by.fact
        {
            *amount = change(*amount).unwrap_or(*amount);
        }
    }
}

fn wipes(reading: &Reading) -> bool {
    reading.mode == ReadingMode::Total || matches!(reading.value, ReadingValue::NotApplicable {})
}

/// Largest amount that is summed, and its most decimal places: sums of as many readings as there can be are exact.
const LARGEST: u32 = u32::MAX;
const PLACES: u32 = 6;

/// What a reading adds to which sum; nothing where it is more than a count that stands.
fn plain_count(by: &Observation, reading: &Reading) -> Option<(Key, Amount)> {
    let ReadingValue::Amount { amount } = reading.value else { return None };
    let fits = !amount.is_negative() && amount <= Amount::from(LARGEST) && amount == amount.rounded(PLACES);
    if wipes(reading) || by.until.is_some() || !fits {
        return None;
    }
    let recorded = by.recorded_on().filter(|day| *day > by.on);
    let key = Key { on: by.on, target: reading.target.clone(), event: reading.event.clone(), recorded };
    Some((key, amount))
}

/// An observation of nothing, which the readings of one sum are added to.
fn nothing_like(by: &Observation, reading: &Reading) -> Observation {
    let value = ReadingValue::Amount { amount: Amount::ZERO };
    Observation { fact: Fact::Reading { body: Reading { value, ..reading.clone() } }, ..by.clone() }
}
