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

/// Amounts by day.
type Days = BTreeMap<IsoDate, Sum>;

/// How much the figure grew on each day, by the rules of [`super::claims::in_force`] and of events that several people
/// recorded. A total below what was read before it takes back the latest of that: so much was not there on those days.
pub(super) fn steps<'r, 'a: 'r>(
    cx: &Context<'_>,
    of_people: bool,
    readings: impl Iterator<Item = &'r Told<'a>>,
) -> Days {
    let mut readings: Vec<&Told<'_>> = readings.collect();
    readings.sort_by(|a, b| a.by.by_time(b.by));
    let mut running = Running::default();
    let mut days = Days::new();
    for told in readings {
        let event = told.event();
        let named = told.reading.event.as_ref();
        let record = event.filter(|_| of_people).and_then(|at| cx.events.record(at, || named));
        let amount = match told.reading.value {
            ReadingValue::Amount { amount } => amount,
            ReadingValue::NotApplicable {} if named.is_some() => Amount::ZERO,
            _ => continue,
        };
        let key = (event, record, named.map(crate::value::Id::as_str));
        let anew = !told.adds && named.is_none();
        let step = if anew { running.start_anew(key, amount) } else { running.take(key, amount, told.adds) };
        if let Some(step) = step {
            days.entry(told.day).or_default();
            running.grow(key, told.day, step);
        }
    }
    for (day, sum) in running.grown.into_values().flatten() {
        days.entry(day).or_default().add(sum.total);
    }
    days
}

/// What stands of every event and of none.
#[derive(Debug, Default)]
struct Running<'r> {
    sums: BTreeMap<Key<'r>, Amount>,
    /// What each event, and what is of none, grew by on which day: all records of an event together.
    grown: BTreeMap<Key<'r>, Days>,
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
        let mut all = self.grown.remove(&of_all_records(key)).unwrap_or_default();
        for (day, sum) in std::mem::take(&mut self.grown).into_values().flatten() {
            all.entry(day).or_default().add(sum.total);
        }
        self.grown.insert(of_all_records(key), all);
        Some(step)
    }

    /// Notes by how much an event, or what is of none, grew on a day; what it fell by is taken from its latest days.
    fn grow(&mut self, key: Key<'r>, day: IsoDate, step: Amount) {
        let days = self.grown.entry(of_all_records(key)).or_default();
        if !step.is_negative() {
            return days.entry(day).or_default().add(step);
        }
        let mut fell = Amount::ZERO.shortfall(step);
        while let Some((day, sum)) = days.pop_last() {
            let left = sum.total.shortfall(fell);
            fell = fell.shortfall(sum.total);
            if !left.is_zero() {
                days.insert(day, Sum { total: left, ..sum });
                break;
            }
        }
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

/// The key of an event whatever record of it tells.
fn of_all_records(key: Key<'_>) -> Key<'_> {
    if key.1.is_some() { (key.0, None, None) } else { key }
}
