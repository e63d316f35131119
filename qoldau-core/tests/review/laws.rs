//! Whatever the order of delivery, every phone says the same; and every step either has an effect or is told.

use proptest::collection::vec;
use proptest::prelude::*;
use qoldau_core::facts::EntryState;
use qoldau_core::finding::{Finding, Place};
use qoldau_core::review::Reviews;

use super::world::{count, entry, replacing, reviewed, step};

const PEOPLE: [&str; 5] = ["aida", "berik", "saule", "operator", "guest"];
const STATES: [&str; 4] = ["draft", "submitted", "returned", "approved"];

/// The body of a random entry.
#[derive(Debug, Clone)]
enum Says {
    Step { state: usize, of: u8 },
    Void { of: u8 },
    Amend { of: u8 },
    Send { of: u8, package: u8 },
    Remark { of: u8, submission: u8, whole: bool },
    Reply { of: u8 },
    Resolve { of: u8 },
    Accept { submission: u8, whole: bool },
}

fn says() -> impl Strategy<Value = Says> {
    prop_oneof![
        6 => (0..4_usize, 0..4_u8).prop_map(|(state, of)| Says::Step { state, of }),
        1 => (0..24_u8).prop_map(|of| Says::Void { of }),
        1 => (0..4_u8).prop_map(|of| Says::Amend { of }),
        2 => (0..2_u8, 0..2_u8).prop_map(|(of, package)| Says::Send { of, package }),
        3 => (0..4_u8, 0..2_u8, any::<bool>())
            .prop_map(|(of, submission, whole)| Says::Remark { of, submission, whole }),
        2 => (0..4_u8).prop_map(|of| Says::Reply { of }),
        2 => (0..4_u8).prop_map(|of| Says::Resolve { of }),
        2 => (0..2_u8, any::<bool>()).prop_map(|(submission, whole)| Says::Accept { submission, whole }),
    ]
}

fn written(at: usize, on: u32, author: &str, says: &Says) -> String {
    let id = format!("e{at}");
    let line = |whole: bool| if whole { "" } else { r#""t1-1""# };
    match says {
        Says::Step { state, of } => step(&id, on, author, STATES[*state], &[&format!("c{of}")]),
        Says::Void { of } => {
            // One that would void itself is refused on reading.
            let of = if usize::from(*of) == at { "c0".into() } else { format!("e{of}") };
            replacing(&id, on, author, "void", r#"{"reason":"x"}"#, &[&of])
        }
        Says::Amend { of } => {
            let body = r#"{"kind":"reading","body":{"line":"t1-1","mode":"add","value":{"kind":"amount","amount":"4"}}}"#;
            replacing(&id, on, author, "amend", body, &[&format!("c{of}")])
        }
        Says::Send { of, package } => {
            let digest = package.to_string().repeat(64);
            let body = format!(
                r#"{{"submission":"s{of}","date":"2024-06-01","asOf":"2024-05-31","digest":"{digest}"}}"#
            );
            entry(&id, on, author, "submission", &body)
        }
        Says::Remark { of, submission, whole } => {
            let line = if *whole { "null" } else { r#""t1-1""# };
            let body =
                format!(r#"{{"remark":"r{of}","submission":"s{submission}","line":{line},"text":"x"}}"#);
            entry(&id, on, author, "remark", &body)
        }
        Says::Reply { of } => entry(&id, on, author, "reply", &format!(r#"{{"remark":"r{of}","text":"x"}}"#)),
        Says::Resolve { of } => entry(&id, on, author, "remarkResolved", &format!(r#"{{"remark":"r{of}"}}"#)),
        Says::Accept { submission, whole } => {
            let body = format!(r#"{{"submission":"s{submission}","lines":[{}]}}"#, line(*whole));
            entry(&id, on, author, "acceptance", &body)
        }
    }
}

fn season() -> impl Strategy<Value = Vec<String>> {
    vec((1..12_u32, 0..PEOPLE.len(), says()), 1..24).prop_map(|steps| {
        let counts = (0..4).map(|at| count(&format!("c{at}"), 1, PEOPLE[at]));
        let steps = steps.iter().enumerate();
        counts.chain(steps.map(|(at, (on, author, says))| written(at, *on, PEOPLE[*author], says))).collect()
    })
}

/// What is said without the numbers of lines, which depend on the order of the file.
fn said(reviews: Reviews) -> (Vec<Finding>, Reviews) {
    let mut findings = reviews.findings.clone();
    for finding in &mut findings {
        if let Place::Line { line, .. } = &mut finding.place {
            *line = 0;
        }
    }
    findings.sort_by_key(|finding| format!("{finding:?}"));
    (findings, Reviews { findings: Vec::new(), ..reviews })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_entries_does_not_matter(
        (journal, shuffled) in season().prop_flat_map(|journal| (Just(journal.clone()), Just(journal).prop_shuffle())),
        on in 1..14_u32,
    ) {
        prop_assert_eq!(said(reviewed(&journal, on)), said(reviewed(&shuffled, on)));
    }

    #[test]
    fn nothing_is_approved_but_by_a_leader_who_did_not_write_it(journal in season()) {
        for standing in reviewed(&journal, 20).entries {
            if standing.state == EntryState::Approved {
                prop_assert_eq!(standing.by.as_deref(), Some("saule"));
                prop_assert_ne!(standing.entry.as_str(), "c2");
            }
        }
    }

    #[test]
    fn what_is_accepted_has_no_remark_that_waits(journal in season()) {
        for submission in reviewed(&journal, 20).submissions {
            prop_assert!(["berik", "saule"].contains(&&*submission.by));
            for remark in &submission.remarks {
                prop_assert_eq!(&*remark.by, "operator");
                let line = remark.line.as_ref().is_some_and(|line| submission.accepted_lines.contains(line));
                if submission.accepted_on.is_some() || line {
                    prop_assert!(remark.resolved_on.is_some());
                }
            }
        }
    }

    /// Whoever voids what, a remark of the operator's own and of a standing submission is listed with it, unless they
    /// took it back, or it had no effect, which is told.
    #[test]
    fn no_submission_that_the_operator_remarked_on_vanishes(journal in season()) {
        let reviews = reviewed(&journal, 20);
        for sent in &reviews.submissions {
            for remark in &sent.remarks {
                let void = replacing("last", 1, &sent.by, "void", r#"{"reason":"x"}"#, &[sent.entry.as_str()]);
                let after = reviewed(&[&journal[..], &[void]].concat(), 20);
                let still = after.submissions.iter().find(|still| still.entry == sent.entry);
                prop_assert!(still.is_some_and(|still| still.remarks.contains(remark)));
            }
        }
    }

    /// A later entry changes nothing of a past day, unless an entry of that day takes its place.
    #[test]
    fn what_is_said_of_a_day_depends_on_nothing_dated_later(journal in season(), on in 1..12_u32) {
        let dated = |entry: &&String| (1..=on).any(|day| entry.contains(&format!("\"on\":\"2024-06-{day:02}\"")));
        let replaced = |entry: &String| {
            let entry: serde_json::Value = serde_json::from_str(entry).unwrap();
            let replaces = entry["replaces"].as_array().cloned().unwrap_or_default();
            replaces.iter().map(|id| format!("{{\"id\":{id},")).collect::<Vec<_>>()
        };
        let mut until: Vec<String> = journal.iter().filter(dated).cloned().collect();
        let mut open: Vec<String> = until.iter().flat_map(replaced).collect();
        while let Some(id) = open.pop() {
            let named = journal.iter().find(|entry| entry.starts_with(&id)).filter(|entry| !until.contains(entry));
            open.extend(named.into_iter().flat_map(replaced));
            until.extend(named.cloned());
        }
        prop_assert_eq!(said(reviewed(&journal, on)), said(reviewed(&until, on)));
    }
}
