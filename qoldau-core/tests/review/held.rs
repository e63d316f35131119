//! The review on the whole way: what counts, how much of a figure is approved, and what is told.

use qoldau_core::assess::{Assessment, Figure, TargetStanding};
use qoldau_core::facts::{FactsLimits, take_entries};
use qoldau_core::language::Language;
use qoldau_core::plan::{IndicatorKind, Plan, Policy, Setting};
use qoldau_core::review::EntryCounts;
use qoldau_core::value::Amount;
use qoldau_core::whole::{Held, HoldOptions, hold, register_journal};

use super::world::{count, day, entry, plan, read, replacing, roles, step};

/// The small plan, whose first line counts support.
fn counting() -> Plan {
    let mut plan = plan();
    plan.tasks[0].activities[0].indicators[0].kind = IndicatorKind::Support;
    plan
}

fn post(id: &str, on: u32, author: &str) -> String {
    let body = format!(
        r#"{{"item":"item-{id}","kind":"post","lines":["t1-2"],"targets":["t1-2.1"],"link":"https://example.org/{id}"}}"#
    );
    entry(id, on, author, "evidence", &body)
}

/// Three counts and two posts; the leader approved one of each, and one count waits for her.
fn season() -> Vec<String> {
    vec![
        count("a", 1, "aida"),
        count("b", 1, "aida"),
        count("c", 1, "aida"),
        post("p", 2, "aida"),
        post("q", 2, "berik"),
        step("s1", 3, "aida", "submitted", &["a", "b", "p"]),
        step("s2", 4, "saule", "approved", &["a", "p"]),
    ]
}

fn from(state: &str) -> HoldOptions {
    let policy = Policy { counts_from: Setting::default_of(state), ..Policy::default() };
    HoldOptions { policy, roles: roles(), ..HoldOptions::default() }
}

fn held(journal: &[String], on: u32, options: HoldOptions) -> Held {
    hold(&counting(), read(journal), day(on), options).0
}

fn target<'a>(assessment: &'a Assessment, id: &str) -> &'a TargetStanding {
    let lines = assessment.tasks.iter().flat_map(|task| &task.activities).flat_map(|of| &of.lines);
    lines.flat_map(|line| &line.targets).find(|target| target.id.as_str() == id).unwrap()
}

fn amount(figure: Option<Figure>) -> Option<String> {
    figure.map(|figure| match figure {
        Figure::Amount { amount } => amount.to_string(),
        Figure::Share { share } => format!("{}/{}", share.numerator, share.denominator),
    })
}

/// Claimed, proven and approved.
fn figures(held: &Held, id: &str) -> [Option<String>; 3] {
    let target = target(&held.assessment, id);
    [target.claimed, target.proven, target.approved].map(amount)
}

fn some(figures: [&str; 3]) -> [Option<String>; 3] {
    figures.map(|figure| (figure != "–").then(|| figure.to_owned()))
}

#[test]
fn what_counts_by_the_policy_makes_the_figures_and_the_approved_part_stands_beside_them() {
    let cases = [
        ("draft", ["15", "–", "5"], ["2", "2", "1"]),
        ("submitted", ["10", "–", "5"], ["1", "1", "1"]),
        ("approved", ["5", "–", "5"], ["1", "1", "1"]),
    ];
    for (state, counts, posts) in cases {
        let held = held(&season(), 9, from(state));
        let [claimed, _, approved] = figures(&held, "t1-1.1");
        assert_eq!([claimed, None, approved], some(counts), "{state}");
        assert_eq!(figures(&held, "t1-2.1"), some(posts), "{state}");
    }
    // The register is of the same facts.
    let journal = format!("{{\"format\":\"qoldau-journal/1.1\",\"plan\":\"p\"}}\n{}", season().join("\n"));
    for (state, items) in [("draft", 2), ("submitted", 1), ("approved", 1)] {
        let register =
            register_journal(&counting(), journal.as_bytes(), day(9), Language::English, &[], &from(state));
        let lines = register.unwrap().lines;
        assert_eq!(lines.iter().map(|line| line.items.len()).sum::<usize>(), items, "{state}");
    }
}

#[test]
fn the_approved_part_of_a_past_day_is_what_was_approved_then() {
    let approved = |on| figures(&held(&season(), on, from("draft")), "t1-1.1")[2].clone();
    assert_eq!([1, 2, 3, 4].map(approved), [None, None, Some("0".into()), Some("5".into())]);
    // An amendment that nobody approved takes the place of what was approved.
    let amended =
        r#"{"kind":"reading","body":{"line":"t1-1","mode":"add","value":{"kind":"amount","amount":"4"}}}"#;
    let journal = [season(), vec![replacing("e", 6, "aida", "amend", amended, &["a"])]].concat();
    assert_eq!(figures(&held(&journal, 9, from("draft")), "t1-1.1")[2], Some("0".into()));
}

#[test]
fn a_ratio_is_approved_as_the_ratio_of_what_was_approved() {
    let asked = |id: &str, yes: u32, of: u32| {
        let body = format!(
            r#"{{"line":"t1-3","mode":"add","value":{{"kind":"share","numerator":"{yes}","denominator":"{of}"}}}}"#
        );
        entry(id, 1, "aida", "reading", &body)
    };
    let journal = [
        asked("a", 40, 50),
        asked("b", 45, 50),
        step("s1", 2, "aida", "submitted", &["a"]),
        step("s2", 3, "saule", "approved", &["a"]),
    ];
    let shares = |on| figures(&held(&journal, on, from("draft")), "t1-3.1");
    assert_eq!(shares(3), [Some("85/100".into()), None, Some("40/50".into())]);
    // Nothing of a ratio has no denominator, and is not nought.
    assert_eq!(shares(2)[2], None);
}

#[test]
fn where_nobody_reviews_nothing_is_said_of_review() {
    let unreviewed: Vec<String> = season().into_iter().take(5).collect();
    let quiet = held(&unreviewed, 9, from("draft"));
    assert_eq!(target(&quiet.assessment, "t1-1.1").approved, None);
    assert_eq!((quiet.review.entries, quiet.review.submissions), (None, vec![]));

    let reviewed = held(&season(), 9, from("draft"));
    let counts = EntryCounts { draft: 2, submitted: 1, returned: 0, approved: 2 };
    assert_eq!(reviewed.review.entries, Some(counts));
    let mut plain = reviewed.assessment;
    let lines = plain.tasks.iter_mut().flat_map(|task| &mut task.activities).flat_map(|of| &mut of.lines);
    lines.flat_map(|line| &mut line.targets).for_each(|target| target.approved = None);
    assert_eq!(plain, quiet.assessment, "with the default policy no figure depends on the review");
    // Where only what is approved counts, nothing does that nobody approved.
    let strict = held(&unreviewed, 9, from("approved"));
    assert_eq!(target(&strict.assessment, "t1-1.1").claimed, None);
}

#[test]
fn steps_without_effect_are_told_among_the_findings() {
    let options = HoldOptions { roles: vec![], ..from("draft") };
    let held = held(&season(), 9, options);
    let told: Vec<&str> = held.findings.iter().map(|finding| &*finding.code).collect();
    assert_eq!(told.iter().filter(|code| **code == "REV001").count(), 2, "{told:?}");
    assert_eq!(held.review.entries, None);
}

#[test]
fn entries_held_as_values_are_reviewed_too() {
    let facts = take_entries(read(&season()).entries, &FactsLimits::default()).unwrap();
    let (held, _) = hold(&counting(), facts, day(9), from("approved"));
    assert_eq!(target(&held.assessment, "t1-1.1").claimed, Some(Figure::Amount { amount: Amount::from(5) }));
}
