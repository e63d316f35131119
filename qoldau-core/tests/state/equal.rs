//! Entry by entry or all at once: the same answer on every day, under every policy.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use qoldau_core::assess::{Assessment, LineStanding, State};
use qoldau_core::plan::Policy;

use crate::histories::*;
use crate::world::*;

fn lines(assessment: &Assessment) -> impl Iterator<Item = &LineStanding> {
    assessment.tasks.iter().flat_map(|task| &task.activities).flat_map(|activity| &activity.lines)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn a_state_says_what_a_recomputation_says(
        entries in history(40),
        again in any::<[Index; 3]>(),
        stops in any::<[Index; 2]>(),
        passed_over in any::<Index>(),
        which in any::<u8>(),
    ) {
        let (plan, others) = plans();
        let mut state = State::new(plan, others);
        let mut delivered = entries.clone();
        delivered.extend(again.iter().map(|again| again.get(&entries).clone()));
        let passed_over: BTreeSet<_> =
            (which.is_multiple_of(4)).then(|| passed_over.get(&entries).id.clone()).into_iter().collect();
        for id in &passed_over {
            state.count(id, false);
        }
        let policy = if which.is_multiple_of(3) { other_policy() } else { Policy::default() };
        let period = (which.is_multiple_of(2)).then(|| days("2024-06-01", "2024-06-30"));
        let stops: BTreeSet<usize> =
            stops.iter().map(|stop| stop.index(delivered.len())).chain([delivered.len() - 1]).collect();
        for (place, entry) in delivered.iter().enumerate() {
            state.apply(entry.clone());
            if !stops.contains(&place) {
                continue;
            }
            let on = day(DAYS[(place + usize::from(which)) % DAYS.len()]);
            let anew = recomputed(&delivered[..=place], &passed_over, on, &policy, period);
            prop_assert_eq!(&state.assess(on, &policy, period), &anew);
            // A report of the day checks the facts too and takes longer; some are enough.
            if passed_over.is_empty() && which.is_multiple_of(7) {
                prop_assert_eq!(&reported(&delivered[..=place], on, &policy, period), &anew);
            }
            for line in lines(&anew) {
                let alone = state.assess_line(&line.id, on, &policy, period);
                prop_assert_eq!(alone.as_ref(), Some(line));
            }
        }
    }
}
