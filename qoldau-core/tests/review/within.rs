//! The loop within the NGO.

use qoldau_core::facts::EntryState::{Approved, Draft, Returned, Submitted};
use qoldau_core::facts::{Fact, FactsLimits, observe_counted};
use qoldau_core::plan::{Policy, Setting};
use qoldau_core::review::{AuthorRole, Role, review};
use qoldau_core::value::Id;

use super::world::{count, day, entry, id, plan, read, replacing, reviewed, roles, state, step, told};

#[test]
fn an_entry_goes_from_draft_to_submitted_to_returned_to_approved() {
    let journal = [
        count("a", 1, "aida"),
        step("s1", 2, "aida", "submitted", &["a"]),
        step("s2", 3, "saule", "returned", &["a"]),
        step("s3", 4, "berik", "submitted", &["a"]),
        step("s4", 5, "saule", "approved", &["a"]),
    ];
    let states = [1, 2, 3, 4, 5].map(|on| state(&reviewed(&journal, on), "a"));
    assert_eq!(states, [Draft, Submitted, Returned, Submitted, Approved]);
    let last = reviewed(&journal, 30);
    assert_eq!(told(&last), [""; 0]);
    let standing = last.of_entry(&id("a")).unwrap();
    assert_eq!((standing.by.as_deref(), standing.on), (Some("saule"), Some(day(5))));
    assert_eq!(standing.remark.as_deref(), Some("approved 5"));
}

#[test]
fn a_step_that_a_role_may_not_take_has_no_effect() {
    let handed_in = [count("a", 1, "aida"), step("s1", 2, "aida", "submitted", &["a"])];
    for (author, code) in
        [("aida", "REV002"), ("berik", "REV002"), ("operator", "REV002"), ("guest", "REV001")]
    {
        for to in ["approved", "returned"] {
            let reviews = reviewed(&[&handed_in[..], &[step("s2", 3, author, to, &["a"])]].concat(), 9);
            assert_eq!(
                (state(&reviews, "a"), told(&reviews)),
                (Submitted, vec![code.into()]),
                "{author} {to}"
            );
        }
    }
    // A recorder hands in only what is their own, and the operator nothing.
    for (author, code) in
        [("berik", None), ("saule", None), ("aida", Some("REV002")), ("operator", Some("REV002"))]
    {
        let journal = [count("b", 1, "berik"), step("s1", 2, author, "submitted", &["b"])];
        let reviews = reviewed(&journal, 9);
        assert_eq!(state(&reviews, "b") == Submitted, code.is_none(), "{author}");
        assert_eq!(told(&reviews), code.map(str::to_owned).into_iter().collect::<Vec<_>>(), "{author}");
    }
}

#[test]
fn nobody_approves_their_own_entry_unless_the_policy_says_so() {
    let journal = [
        count("a", 1, "saule"),
        step("s1", 2, "saule", "submitted", &["a"]),
        step("s2", 3, "saule", "approved", &["a"]),
    ];
    let reviews = reviewed(&journal, 9);
    assert_eq!((state(&reviews, "a"), told(&reviews)), (Submitted, vec!["REV003 a".into()]));
    let policy = Policy { own_approval: Setting::default_of("yes"), ..Policy::default() };
    let reviews = review(&plan(), &read(&journal), &roles(), &policy, day(9));
    assert_eq!((state(&reviews, "a"), told(&reviews)), (Approved, Vec::new()));
}

#[test]
fn what_was_not_handed_in_is_not_judged_and_what_is_approved_only_the_leader_opens() {
    let drafts = [
        count("a", 1, "aida"),
        step("s1", 2, "saule", "approved", &["a"]),
        step("s2", 3, "saule", "returned", &["a"]),
    ];
    let reviews = reviewed(&drafts, 9);
    assert_eq!((state(&reviews, "a"), told(&reviews)), (Draft, vec!["REV004 a".into(), "REV004 a".into()]));
    let mut journal = vec![
        count("a", 1, "aida"),
        step("s1", 2, "aida", "submitted", &["a"]),
        step("s2", 3, "saule", "approved", &["a"]),
        step("s3", 4, "aida", "draft", &["a"]),
    ];
    let reviews = reviewed(&journal, 9);
    assert_eq!((state(&reviews, "a"), told(&reviews)), (Approved, vec!["REV004 a".into()]));
    journal.push(step("s4", 5, "saule", "returned", &["a"]));
    assert_eq!(state(&reviewed(&journal, 9), "a"), Returned);
}

#[test]
fn what_is_written_since_is_a_draft_again() {
    let amended =
        r#"{"kind":"reading","body":{"line":"t1-1","mode":"add","value":{"kind":"amount","amount":"4"}}}"#;
    let journal = [
        count("a", 1, "aida"),
        step("s1", 2, "aida", "submitted", &["a"]),
        step("s2", 3, "saule", "approved", &["a"]),
        replacing("b", 5, "aida", "amend", amended, &["a"]),
        // She approves what she saw, and it is not what stands there now.
        step("s3", 5, "saule", "approved", &["a", "z"]),
    ];
    assert_eq!(state(&reviewed(&journal, 4), "a"), Approved);
    let reviews = reviewed(&journal, 9);
    assert_eq!(state(&reviews, "b"), Draft);
    let old = reviews.of_entry(&id("a")).unwrap();
    assert_eq!((old.state, old.until), (Approved, Some(day(5))));
    assert_eq!(told(&reviews), ["REV005 a", "REV005 z"]);
}

#[test]
fn a_step_that_was_voided_by_its_author_was_never_taken() {
    let journal = |author: &str| {
        [
            count("a", 1, "aida"),
            step("s1", 2, "aida", "submitted", &["a"]),
            step("s2", 3, "saule", "approved", &["a"]),
            replacing("v", 4, author, "void", r#"{"reason":"x"}"#, &["s2"]),
        ]
    };
    assert_eq!(state(&reviewed(&journal("saule"), 3), "a"), Approved);
    assert_eq!(state(&reviewed(&journal("saule"), 4), "a"), Submitted);
    // Nobody else takes it back.
    let reviews = reviewed(&journal("berik"), 4);
    assert_eq!((state(&reviews, "a"), told(&reviews)), (Approved, vec!["REV014 s2".into()]));
}

#[test]
fn erased_entries_stand_nowhere() {
    let erase = entry("e", 4, "saule", "erase", r#"{"entries":["a","s2"]}"#);
    let journal = [
        count("a", 1, "aida"),
        count("b", 1, "aida"),
        step("s1", 2, "aida", "submitted", &["b"]),
        step("s2", 3, "saule", "approved", &["b"]),
        erase,
    ];
    let text = format!("{{\"format\":\"qoldau-journal/1.1\"}}\n{}", journal.join("\n"));
    let facts = qoldau_core::facts::read_facts(text.as_bytes(), &FactsLimits::default()).unwrap();
    let reviews = review(&plan(), &facts, &roles(), &Policy::default(), day(9));
    assert_eq!((reviews.of_entry(&id("a")), state(&reviews, "b")), (None, Submitted));
}

#[test]
fn an_author_may_have_several_roles() {
    let mut both = roles();
    both.push(AuthorRole { author: "berik".into(), role: Role::Leader });
    let journal = [
        count("a", 1, "aida"),
        step("s1", 2, "berik", "submitted", &["a"]),
        step("s2", 3, "berik", "approved", &["a"]),
    ];
    let reviews = review(&plan(), &read(&journal), &both, &Policy::default(), day(9));
    assert_eq!((state(&reviews, "a"), told(&reviews)), (Approved, Vec::new()));
}

#[test]
fn the_policy_says_from_which_state_on_records_count() {
    let journal = [
        count("a", 1, "aida"),
        count("b", 1, "aida"),
        count("c", 1, "aida"),
        count("d", 1, "aida"),
        step("s1", 2, "aida", "submitted", &["b", "c", "d"]),
        step("s2", 3, "saule", "returned", &["c"]),
        step("s3", 3, "saule", "approved", &["d"]),
    ];
    let reviews = reviewed(&journal, 9);
    let counted = |from: &str| {
        let policy = Policy { counts_from: Setting::default_of(from), ..Policy::default() };
        ["a", "b", "c", "d", "s1"]
            .into_iter()
            .filter(|of| reviews.counts(&id(of), &policy))
            .collect::<String>()
    };
    assert_eq!([counted("draft"), counted("submitted"), counted("approved")], ["abcds1", "bds1", "ds1"]);
}

#[test]
fn what_does_not_count_is_not_observed_and_brings_nothing_back() {
    let amended =
        r#"{"kind":"reading","body":{"line":"t1-1","mode":"add","value":{"kind":"amount","amount":"4"}}}"#;
    let item = r#"{"item":"photos","kind":"photo","lines":["t1-1"],"files":[{"name":"1.jpg"}]}"#;
    let more = r#"{"evidence":"photos","files":[{"name":"2.jpg"}]}"#;
    let journal = [
        count("a", 1, "aida"),
        entry("p", 1, "aida", "evidence", item),
        entry("q", 1, "berik", "attachEvidence", more),
        count("c", 1, "aida"),
        step("s1", 2, "berik", "submitted", &["a", "p", "c"]),
        step("s2", 3, "saule", "approved", &["a", "p", "c"]),
        // Written since, and nobody has approved it.
        replacing("b", 5, "aida", "amend", amended, &["a"]),
    ];
    let reviews = reviewed(&journal, 9);
    let policy = Policy { counts_from: Setting::default_of("approved"), ..Policy::default() };
    let observed = |counted: &dyn Fn(&Id) -> bool| {
        let observations = observe_counted(read(&journal).entries, counted);
        let holding = observations.holding_on(day(9)).filter(|by| reviews.of_entry(&by.entry).is_some());
        let told = holding.map(|by| match &by.fact {
            Fact::Evidence { body } => format!("{} with {} files", by.entry, body.files.len()),
            _ => by.entry.to_string(),
        });
        let mut told: Vec<String> = told.collect();
        told.sort();
        told
    };
    assert_eq!(observed(&|entry| reviews.counts(entry, &policy)), ["c", "p with 1 files"]);
    let all = observed(&|entry| reviews.counts(entry, &Policy::default()));
    assert_eq!(all, observed(&|_| true));
    assert!(all.contains(&"b".to_owned()) && all.contains(&"q with 2 files".to_owned()), "{all:?}");
}
