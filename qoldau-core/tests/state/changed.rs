//! What an entry says to have changed: never less than what stands otherwise.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use qoldau_core::assess::{Assessment, Changed, State};
use qoldau_core::plan::Policy;
use qoldau_core::value::Id;

use crate::histories::*;
use crate::world::*;

/// Of two lists the ids under which they say different things.
fn differ<T: PartialEq>(
    before: impl Iterator<Item = (Id, T)>,
    after: impl Iterator<Item = (Id, T)>,
) -> BTreeSet<Id> {
    let (before, after): (BTreeMap<Id, T>, BTreeMap<Id, T>) = (before.collect(), after.collect());
    let ids: BTreeSet<&Id> = before.keys().chain(after.keys()).collect();
    ids.into_iter().filter(|id| before.get(*id) != after.get(*id)).cloned().collect()
}

/// Whether everything that differs is named.
fn is_named(changed: &Changed, before: &Assessment, after: &Assessment) -> Result<(), TestCaseError> {
    let lines = |all: &Assessment| {
        let activities = all.tasks.clone().into_iter().flat_map(|task| task.activities);
        activities.flat_map(|activity| activity.lines).map(|line| (line.id.clone(), line))
    };
    let impact = |all: &Assessment| all.impact.clone().into_iter().map(|line| (line.id.clone(), line));
    let withdrawn = |all: &Assessment| all.withdrawn.clone().into_iter().map(|line| (line.id.clone(), line));
    let events = |all: &Assessment| {
        let records = |event: &qoldau_core::assess::EventStanding| {
            [&event.id]
                .into_iter()
                .chain(&event.joined)
                .chain(&event.probable_doubles)
                .cloned()
                .collect::<Vec<_>>()
        };
        let events = all.events.clone().into_iter();
        events.flat_map(move |event| records(&event).into_iter().map(move |id| (id, event.clone())))
    };
    let within = |named: &[Id], differ: BTreeSet<Id>| -> Result<(), TestCaseError> {
        prop_assert!(differ.iter().all(|id| named.contains(id)), "{:?} are not all of {:?}", named, differ);
        Ok(())
    };
    within(&changed.lines, differ(lines(before), lines(after)))?;
    within(&changed.impact, differ(impact(before), impact(after)))?;
    within(&changed.withdrawn, differ(withdrawn(before), withdrawn(after)))?;
    within(&changed.events, differ(events(before), events(after)))?;
    prop_assert!(changed.findings || before.findings == after.findings);
    prop_assert!(changed.readings || before.readings == after.readings);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_otherwise_is_named(entries in history(24), which in any::<u8>()) {
        let (plan, others) = plans();
        let mut state = State::new(plan, others);
        let policy = if which.is_multiple_of(3) { other_policy() } else { Policy::default() };
        let period = (which.is_multiple_of(2)).then(|| days("2024-06-01", "2024-06-30"));
        let on = |state: &State| -> Vec<Assessment> {
            [1, 2, 4].iter().map(|at| state.assess(day(DAYS[*at]), &policy, period)).collect()
        };
        let mut before = on(&state);
        for entry in entries {
            let changed = state.apply(entry);
            let after = on(&state);
            prop_assert!(!changed.everything);
            for (before, after) in before.iter().zip(&after) {
                is_named(&changed, before, after)?;
            }
            before = after;
        }
    }
}
