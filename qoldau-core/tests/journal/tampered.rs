//! Copies of a few entries as somebody may have left them: however they are handed over, merged, read as they lie or taken
//! entry by entry, all say the same, and what an erasure names is gone.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::{State, assess};
use qoldau_core::facts::{FactsLimits, observe, read_facts};
use qoldau_core::journal::{Journal, conflicts, read_journal, write_journal};
use qoldau_core::plan::{Plan, Policy};

use super::counting::sum_of;
use super::laws::joined;
use super::phones::count;

static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let annex = include_bytes!("../../../examples/data/qoldau-2024.kk.txt");
    read_annex(annex, &ReadLimits::default()).unwrap().plan
});

const HEADER: &str = "{\"format\":\"qoldau-journal/1.1\",\"plan\":\"qoldau-2024\"}\n";

/// One line: an id, what it says, of which day, and whom it replaces.
fn line() -> impl Strategy<Value = String> {
    let ids = || prop::sample::select(vec!["x", "y", "er"]);
    let says = prop_oneof![
        4 => prop::sample::select(vec!["84", "84.00", "7", "-5"]).prop_map(|amount| ("reading", count(amount))),
        2 => prop::sample::select(vec!["7", "-5"])
            .prop_map(|amount| ("amend", format!(r#"{{"kind":"reading","body":{}}}"#, count(amount)))),
        2 => prop::sample::select(vec!["reading", "erase", "amend"]).prop_map(|kind| (kind, "null".into())),
        2 => ids().prop_map(|id| ("erase", format!(r#"{{"entries":["{id}"]}}"#))),
        1 => Just(("void", r#"{"reason":"x"}"#.to_owned())),
    ];
    let day = prop::sample::select(vec!["2024-06-10", "2024-06-11"]);
    let author = prop::sample::select(vec!["aida", "berik"]);
    (ids(), says, day, author, prop::option::of(ids())).prop_map(|(id, (kind, body), on, author, replaces)| {
        let replaces = replaces.map(|id| format!("{id:?}")).unwrap_or_default();
        format!(
            r#"{{"id":"{id}","on":"{on}","author":"{author}","kind":"{kind}","body":{body},"replaces":[{replaces}]}}"#
        )
    })
}

fn journal(lines: &[String]) -> Journal {
    let text = format!("{HEADER}{}\n", lines.join("\n"));
    read_journal(text.as_bytes(), &FactsLimits::default()).unwrap().journal
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn all_say_the_same(lines in vec(line(), 1..8), cuts in any::<[prop::sample::Index; 2]>()) {
        let mut cuts = cuts.map(|cut| cut.index(lines.len()));
        cuts.sort_unstable();
        let (a, rest) = lines.split_at(cuts[0]);
        let (b, c) = rest.split_at(cuts[1] - cuts[0]);
        let (a, b, c) = (journal(a), journal(b), journal(c));
        let all = journal(&lines);
        prop_assert_eq!(&joined(&[&a, &b, &c]), &all);
        prop_assert_eq!(&joined(&[&c, &joined(&[&b, &a]), &b]), &all);
        let mut one_by_one = Journal::new(all.plan().cloned());
        let entry = |line: &String| serde_json::from_str::<qoldau_core::journal::Envelope>(line).unwrap();
        for line in lines.iter().rev() {
            one_by_one.insert(entry(line));
        }
        prop_assert_eq!(&one_by_one, &all);
        // Read as they lie, merged, and taken by a state.
        let (lying, merged) = (format!("{HEADER}{}\n", lines.join("\n")), write_journal(&all));
        for on in ["2024-06-09", "2024-06-10", "2024-06-11"] {
            let sum = sum_of(&lying, on);
            prop_assert_eq!(&sum, &sum_of(&merged, on), "{} on {}", lying, on);
            let mut state = State::new(PLAN.clone(), Vec::new());
            for line in &lines {
                state.apply(entry(line).entry().unwrap());
            }
            let day = on.parse().unwrap();
            let read = read_facts(lying.as_bytes(), &FactsLimits::default()).unwrap();
            let anew = assess(&PLAN, &observe(read.entries), day, &Policy::default(), None);
            prop_assert_eq!(state.assess(day, &Policy::default(), None), anew);
        }
        // Whatever is told to count counts, and of an id told to stand for nothing nothing does.
        let read = read_facts(lying.as_bytes(), &FactsLimits::default()).unwrap();
        for conflict in conflicts(&all) {
            let there = |id: &qoldau_core::value::Id| read.entries.iter().any(|entry| entry.id == *id);
            match &conflict.counts {
                Some(id) => prop_assert!(there(id), "{}", lying),
                None if conflict.entries.iter().all(|entry| entry.id == conflict.about) => {
                    prop_assert!(!there(&conflict.about), "{}", lying);
                }
                None => {}
            }
        }
    }
}
