//! What phones record and hand over, taken by a state in any order.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::{State, assess};
use qoldau_core::facts::{FactsLimits, observe, read_facts};
use qoldau_core::journal::{Envelope, Journal, write_journal};
use qoldau_core::plan::{Plan, Policy};

use super::laws::{joined, season, skews, step};

static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let annex = include_bytes!("../../../examples/data/qoldau-2024.kk.txt");
    read_annex(annex, &ReadLimits::default()).unwrap().plan
});

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn a_state_that_takes_what_phones_hand_over_says_what_the_joined_journal_says(
        skews in skews(),
        steps in vec(step(), 1..24),
        order in vec(any::<u32>(), 256),
        on in prop_oneof!["2024-06-13", "2024-06-14", "2024-10-31"],
    ) {
        let journals = season(&skews, &steps);
        let all = joined(&journals.iter().collect::<Vec<_>>());
        // Every phone's copy of every entry, some of them erased, in no order.
        let mut delivered: Vec<&Envelope> = journals.iter().flat_map(Journal::entries).collect();
        let places: Vec<u32> = order.into_iter().cycle().take(delivered.len()).collect();
        let mut places = places.iter();
        delivered.sort_by_cached_key(|_| places.next().copied());
        let mut state = State::new(PLAN.clone(), Vec::new());
        for entry in delivered {
            state.apply(entry.entry().unwrap());
        }
        let day = on.parse().unwrap();
        let read = read_facts(write_journal(&all).as_bytes(), &FactsLimits::default()).unwrap();
        let anew = assess(&PLAN, &observe(read.entries), day, &Policy::default(), None);
        prop_assert_eq!(state.assess(day, &Policy::default(), None), anew);
    }
}
