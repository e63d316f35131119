//! Which of several records of one event tells its state.

use std::collections::BTreeSet;

use super::{EventStatus, Fact, Observation};
use crate::value::IsoDate;

/// What ranking a record of an event asks of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told<'a> {
    pub(crate) status: EventStatus,
    pub(crate) start: IsoDate,
    /// The date of the record.
    pub(crate) on: IsoDate,
    pub(crate) author: &'a str,
}

/// The record of an event that tells its state, by its place in what is given, latest first.
///
/// The newest does, but no plan takes back what somebody else saw held: where it says `planned`, and the event had begun by
/// what another person recorded as held, that record holds. Whoever recorded it may take it back by a plan of a later day,
/// anybody by an entry that replaces it. `journal::conflicts` shows both to people.
pub(crate) fn newest_of<'a>(latest_first: impl IntoIterator<Item = Told<'a>>) -> usize {
    let mut plan: Option<IsoDate> = None;
    let mut took_back: BTreeSet<&str> = BTreeSet::new();
    for (place, told) in latest_first.into_iter().enumerate() {
        match (told.status, plan) {
            (EventStatus::Planned, _) => {
                plan = plan.or(Some(told.on));
                took_back.insert(told.author);
            }
            (EventStatus::Held, Some(said)) if told.start > said || took_back.contains(told.author) => {}
            (EventStatus::Held, Some(_)) => return place,
            _ => return 0,
        }
    }
    0
}

/// The record that tells the state of an event, of records of one event that are given latest first.
pub(crate) fn newest_event<'a>(latest_first: &[&'a Observation]) -> Option<&'a Observation> {
    let told = |by: &&'a Observation| match &by.fact {
        Fact::Event { body } => {
            Some(Told { status: body.status, start: body.start, on: by.on, author: &by.author })
        }
        _ => None,
    };
    latest_first.get(newest_of(latest_first.iter().filter_map(told))).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Records latest first, as `author:status day start`.
    fn newest(records: &str) -> usize {
        let told = |text: &'static str| {
            let mut parts = text.split(' ');
            let (author, status) = parts.next().unwrap().split_once(':').unwrap();
            let mut day = || format!("2024-06-{}", parts.next().unwrap()).parse().unwrap();
            let status = match status {
                "planned" => EventStatus::Planned,
                "held" => EventStatus::Held,
                "postponed" => EventStatus::Postponed,
                _ => EventStatus::Cancelled,
            };
            Told { status, on: day(), start: day(), author }
        };
        newest_of(records.to_owned().leak().split(", ").map(told))
    }

    #[test]
    fn a_plan_takes_back_what_its_own_author_saw_held_and_no_others() {
        assert_eq!(newest("b:planned 11 15, a:held 10 10, b:planned 01 10"), 1);
        assert_eq!(newest("a:planned 11 15, a:held 10 10"), 0);
        assert_eq!(newest("b:planned 12 15, a:planned 11 15, a:held 10 10"), 0);
        assert_eq!(newest("b:planned 12 15, b:held 11 10, a:held 10 10"), 2);
        assert_eq!(newest("b:planned 11 15, a:cancelled 10 10, a:held 09 09"), 0);
        assert_eq!(newest("b:cancelled 11 15, a:held 10 10"), 0);
        assert_eq!(newest("a:held 12 12, b:planned 11 15, a:held 10 10"), 0);
        assert_eq!(newest("b:planned 11 15, a:held 10 12"), 0, "it had not begun");
        assert_eq!(newest("b:planned 11 15, b:planned 10 15"), 0);
    }
}
