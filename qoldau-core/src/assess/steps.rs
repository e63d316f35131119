//! What readings come to step by step, where a later total takes the place of what was read before: the total of July
//! brings what it adds to the total of June, on its own day.

use std::collections::BTreeMap;

use super::attached::Told;
use super::tally::{Context, Sum};
use crate::facts::ReadingValue;
use crate::value::{Amount, IsoDate};

/// Whether a reading is a number that stands for what was read before it.
pub(super) fn is_total(told: &Told<'_>) -> bool {
    !told.adds && matches!(told.reading.value, ReadingValue::Amount { .. })
}

/// What a number belongs to: an event with one of its records, or none.
type Key<'r> = (Option<usize>, Option<usize>, Option<&'r str>);

/// How much the figure grew (or fell) on each day, by the rules of [`super::claims::in_force`] and of events that
/// several people recorded.
pub(super) fn steps<'r, 'a: 'r>(
    cx: &Context<'_>,
    readings: impl Iterator<Item = &'r Told<'a>>,
) -> BTreeMap<IsoDate, Sum> {
    let mut readings: Vec<&Told<'_>> = readings.collect();
    readings.sort_by(|a, b| a.by.by_time(b.by));
    let mut running = Running::default();
    let mut days: BTreeMap<IsoDate, Sum> = BTreeMap::new();
    for told in readings {
        let event = told.event();
        let named = told.reading.event.as_ref();
        let record = event.and_then(|at| cx.events.record(at, || named));
        let amount = match told.reading.value {
            ReadingValue::Amount { amount } => amount,
            ReadingValue::NotApplicable {} => Amount::ZERO,
            ReadingValue::Share { .. } => continue,
        };
        let wipes_all =
            !told.adds && (named.is_none() || matches!(told.reading.value, ReadingValue::NotApplicable {}));
        let key = (event, record, named.map(crate::value::Id::as_str));
        let step =
            if wipes_all { running.start_anew(key, amount) } else { running.take(key, amount, told.adds) };
        // Of an event that several people recorded it counts on the event's day.
        let of_event = record.and(event).and_then(|at| cx.events.groups.get(at)).map(|event| event.range.end);
        if let Some(step) = step {
            days.entry(of_event.unwrap_or(told.on)).or_default().add(step);
        }
    }
    days
}

/// What stands of every event and of none.
#[derive(Debug, Default)]
struct Running<'r> {
    sums: BTreeMap<Key<'r>, Amount>,
    total: Amount,
}

impl<'r> Running<'r> {
    /// Takes a number that adds to what its event has, or stands for it; answers by how much all of it grew. Nothing
    /// when a figure does not fit.
    fn take(&mut self, key: Key<'r>, amount: Amount, adds: bool) -> Option<Amount> {
        let before = self.of_event(key);
        let held = self.sums.get(&key).copied().unwrap_or(Amount::ZERO);
        self.sums.insert(key, if adds { held.checked_add(amount)? } else { amount });
        let step = self.of_event(key).checked_sub(before)?;
        self.total = self.total.checked_add(step)?;
        Some(step)
    }

    /// Takes a number that stands for everything.
    fn start_anew(&mut self, key: Key<'r>, amount: Amount) -> Option<Amount> {
        let step = amount.checked_sub(self.total)?;
        self.sums.clear();
        self.sums.insert(key, amount);
        self.total = amount;
        Some(step)
    }

    /// What the event of a key comes to: each record is of the same people, so the largest holds.
    fn of_event(&self, key: Key<'r>) -> Amount {
        let own = || self.sums.get(&key).copied().unwrap_or(Amount::ZERO);
        let (Some(event), Some(_)) = (key.0, key.1) else { return own() };
        let records = self.sums.range((Some(event), None, None)..);
        let records = records.take_while(|((at, ..), _)| *at == Some(event)).map(|(_, sum)| *sum);
        records.max().unwrap_or(Amount::ZERO)
    }
}
