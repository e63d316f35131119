//! More than a range names: «70-80%», «от 10 до 15».

use qoldau_core::assess::{Headline, Progress, ReasonCode, TargetStanding};
use qoldau_core::facts::{Entry, EvidenceKind};
use qoldau_core::plan::{Bound, IndicatorKind, Plan, Question, Target, TargetRule};

use crate::world::*;

fn range(from: u32, to: u32) -> Target {
    let rule = TargetRule::Number { bound: Bound::Between, amount: from.into(), up_to: Some(to.into()) };
    Target { rule, ..plain(from) }
}

fn percent_range(from: u32, to: u32) -> Target {
    let rule = TargetRule::Percent { bound: Bound::Between, amount: from.into(), up_to: Some(to.into()) };
    Target { rule, ..plain(from) }
}

fn standing(plan: &Plan, facts: &[Entry], on: &str) -> TargetStanding {
    target_of(&assessed(plan, facts, on), "t2-1").clone()
}

fn codes(target: &TargetStanding) -> Vec<ReasonCode> {
    target.reasons.iter().map(|reason| reason.code).collect()
}

/// A plan of one line, facts that over-fulfil it, and what they come to.
fn over_fulfilled() -> Vec<(Plan, Vec<Entry>)> {
    let of = |kind, target| plan(vec![line("t2-1", kind, &[target])]);
    let people = vec![
        counted("r", "t2-1", "2024-07-05", 16),
        with(item("l", EvidenceKind::List, "t2-1", "2024-07-05", 1), |list| list.rows = Some(16)),
    ];
    let satisfied = vec![
        shared("r", "t2-1", "2024-07-05", 15, 16),
        item("a", EvidenceKind::Survey, "t2-1", "2024-07-05", 1),
    ];
    let events = ["07-05", "07-08", "07-12", "07-15"].map(|day| format!("2024-{day}"));
    let trainings = events.iter().enumerate().flat_map(|(at, day)| {
        let name = format!("e{at}");
        let photo = of_event(item(&format!("p{at}"), EvidenceKind::Photo, "t2-1", day, 1), &name);
        [held(&name, day), photo]
    });
    let posts = (0..13).map(|at| item(&format!("p{at}"), EvidenceKind::Post, "t2-1", "2024-07-15", 1));
    vec![
        (of(IndicatorKind::Participants, range(10, 15)), people),
        (plan(vec![ratio(line("t2-1", IndicatorKind::Satisfaction, &[percent_range(70, 80)]))]), satisfied),
        (of(IndicatorKind::Event, range(2, 3)), trainings.collect()),
        (of(IndicatorKind::Post, range(10, 12)), posts.collect()),
    ]
}

#[test]
fn more_than_a_range_is_met_until_somebody_says_that_it_is_a_limit() {
    for (plan, facts) in over_fulfilled() {
        for on in ["2024-07-20", "2024-10-05"] {
            let target = standing(&plan, &facts, on);
            let kind = plan.tasks[0].activities[0].indicators[0].kind;
            assert_eq!((target.progress, target.headline), (Progress::Met, Headline::Proven), "{kind:?}");
            assert_eq!(codes(&target), [ReasonCode::AboveRange], "{kind:?}");
        }
    }
}

#[test]
fn an_agreed_reading_says_what_more_than_a_range_is() {
    let read = |answer: &str| read_as("q", "t2-1", Question::Bound, answer, "2024-07-20");
    for (plan, facts) in over_fulfilled() {
        let at = |answer| standing(&plan, &[facts.clone(), vec![read(answer)]].concat(), "2024-10-05");
        let least = at("atLeast");
        assert!(matches!(least.progress, Progress::Met | Progress::Exceeded));
        assert_eq!((least.headline, codes(&least)), (Headline::Proven, vec![]));
        for limit in ["atMost", "exactly"] {
            assert_eq!(
                (at(limit).progress, codes(&at(limit))),
                (Progress::Overdue, vec![ReasonCode::AboveLimit])
            );
        }
    }
}

#[test]
fn less_than_a_range_is_short_of_its_lower_end() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Participants, &[range(10, 15)])]);
    let target = standing(&plan, &[counted("r", "t2-1", "2024-07-05", 9)], "2024-10-05");
    assert_eq!((target.progress, target.missing), (Progress::Overdue, Some(1.into())));
}

#[test]
fn of_what_nobody_can_name_more_than_a_range_may_be_worse() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Other, &[range(2, 5)])]);
    let complaints = counted("r", "t2-1", "2024-07-05", 6);
    let target = standing(&plan, std::slice::from_ref(&complaints), "2024-10-05");
    assert_eq!((target.progress, codes(&target)[0]), (Progress::Overdue, ReasonCode::AboveRange));
    let agreed = read_as("q", "t2-1", Question::Bound, "atLeast", "2024-07-20");
    assert_eq!(standing(&plan, &[complaints, agreed], "2024-10-05").progress, Progress::Exceeded);
}

#[test]
fn a_range_of_each_event_is_held_event_by_event() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Participants, &[each_event(range(10, 15))])]);
    let at = |count| {
        let facts = [held("e1", "2024-07-05"), counted_at("r", "t2-1", "e1", "2024-07-05", count)];
        standing(&plan, &facts, "2024-10-05")
    };
    assert_eq!(at(16).progress, Progress::Met);
    assert!(codes(&at(16)).contains(&ReasonCode::AboveRange));
    assert_eq!(at(9).progress, Progress::Overdue);
}
