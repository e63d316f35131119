//! What proves what: whose people a list covers, whose photos an item brings, what a paper of another day shows.

use std::slice;

use qoldau_core::assess::{Figure, Headline, Progress, Proof, ReasonCode, TargetStanding};
use qoldau_core::facts::{Entry, EventStatus, Evidence, EvidenceKind, Fact, LinkStatus};
use qoldau_core::finding::Param;
use qoldau_core::plan::{Approver, Bound, IndicatorKind, Plan, Target};

use crate::world::*;

fn amount(figure: Option<Figure>) -> Option<u32> {
    match figure? {
        Figure::Amount { amount } => amount.to_u32(),
        Figure::Share { .. } => None,
    }
}

fn one_line(kind: IndicatorKind, target: Target) -> Plan {
    plan(vec![line("t2-1", kind, &[target])])
}

fn standing(plan: &Plan, facts: &[Entry], on: &str) -> TargetStanding {
    target_of(&assessed(plan, facts, on), "t2-1").clone()
}

fn reason(target: &TargetStanding, code: ReasonCode) -> Option<&[Param]> {
    target.reasons.iter().find(|reason| reason.code == code).map(|reason| reason.params.as_slice())
}

/// A list of the people of some events, or of nobody knows which.
fn list(name: &str, events: &[&str], rows: u32) -> Entry {
    with(item(name, EvidenceKind::List, "t2-1", "2024-06-20", 1), |item| {
        item.events = events.iter().map(|event| id(event)).collect();
        item.rows = Some(rows);
    })
}

fn proven_of(facts: &[Entry]) -> (Option<u32>, Proof, Headline) {
    let events = [held("A", "2024-06-15"), held("B", "2024-06-16")];
    let plan = one_line(IndicatorKind::Participants, at_least(50));
    let target = standing(&plan, &[&events, facts].concat(), "2024-07-01");
    (amount(target.proven), target.proof, target.headline)
}

fn ten_and_ninety() -> Vec<Entry> {
    vec![
        counted_at("a", "t2-1", "A", "2024-06-15", 10),
        counted_at("b", "t2-1", "B", "2024-06-16", 90),
        list("la", &["A"], 100),
    ]
}

#[test]
fn a_list_that_names_no_event_proves_its_own_rows_and_makes_no_list_another_events() {
    assert_eq!(proven_of(&ten_and_ninety()), (Some(10), Proof::Partial, Headline::NeedsAction));
    let with_rows = |rows| proven_of(&[ten_and_ninety(), vec![list("l", &[], rows)]].concat());
    assert_eq!(with_rows(1), (Some(11), Proof::Partial, Headline::NeedsAction));
    assert_eq!(with_rows(89).0, Some(99));
    assert_eq!(with_rows(200), (Some(100), Proof::Complete, Headline::Proven));
}

#[test]
fn what_a_list_has_more_than_its_event_proves_only_a_count_that_names_no_event() {
    let of_a = |rows| list("la", &["A"], rows);
    let counts = [
        counted_at("a", "t2-1", "A", "2024-06-15", 40),
        counted_at("b", "t2-1", "B", "2024-06-16", 60),
        counted("c", "t2-1", "2024-06-18", 2),
    ];
    let proven = |lists: &[Entry]| proven_of(&[&counts[..], lists].concat()).0;
    assert_eq!(proven(&[of_a(40)]), Some(40));
    assert_eq!(proven(&[of_a(102)]), Some(42));
    assert_eq!(proven(&[of_a(41), list("l", &[], 5)]), Some(46));
    assert_eq!(proven(&[list("l", &["A", "B"], 101)]), Some(101));
}

#[test]
fn where_only_counts_or_only_lists_name_events_the_totals_are_compared() {
    let named =
        [counted_at("a", "t2-1", "A", "2024-06-15", 40), counted_at("b", "t2-1", "B", "2024-06-16", 60)];
    assert_eq!(proven_of(&[&named[..], &[list("l", &[], 90)]].concat()).0, Some(90));
    let lists = [list("la", &["A"], 30), list("lb", &["B"], 80)];
    assert_eq!(proven_of(&[&lists[..], &[counted("c", "t2-1", "2024-06-18", 100)]].concat()).0, Some(100));
    let none = [counted("c", "t2-1", "2024-06-18", 100), list("l", &[], 90)];
    assert_eq!(proven_of(&none).0, Some(90));
}

/// Photos that name several events.
fn photos_of(events: &[&str]) -> Entry {
    with(item("p", EvidenceKind::Photo, "t2-1", "2024-06-20", 2), |item| {
        item.events = events.iter().map(|event| id(event)).collect();
    })
}

#[test]
fn photos_of_several_events_are_of_the_first_that_was_held() {
    let plan = one_line(IndicatorKind::Photo, each_event(at_least(2)));
    let off = |status| event("A", status, "2024-06-01");
    for status in [EventStatus::Cancelled, EventStatus::Postponed, EventStatus::Planned] {
        let facts = [off(status), held("B", "2024-06-15"), photos_of(&["A", "B"])];
        let target = standing(&plan, &facts, "2024-07-01");
        let missing: Vec<_> = target.per_event.iter().map(|share| share.missing.to_u32().unwrap()).collect();
        assert_eq!((missing, amount(target.proven)), (vec![0], Some(2)), "{status:?}");
        assert_eq!(reason(&target, ReasonCode::ItemsOfSeveralEvents), None, "they can be of one only");
    }
}

#[test]
fn photos_of_several_events_are_of_the_lines_own_activity_before_others() {
    let mut plan = one_line(IndicatorKind::Photo, each_event(at_least(2)));
    let mut other = plan.tasks[0].activities[0].clone();
    other.id = id("t2-a2");
    other.indicators.clear();
    plan.tasks[0].activities.push(other);
    let elsewhere = with_event(held("A", "2024-06-01"), |event| event.activities = vec![id("t2-a2")]);
    let facts = [elsewhere, held("B", "2024-06-15"), photos_of(&["A", "B"])];
    let target = standing(&plan, &facts, "2024-07-01");
    assert_eq!((amount(target.proven), target.missing), (Some(2), Some(0.into())));
    assert!(reason(&target, ReasonCode::ItemsOfSeveralEvents).is_some(), "nobody says of which they are");
}

#[test]
fn a_list_of_an_event_that_was_held_and_one_that_was_not_is_of_the_first() {
    let plan = one_line(IndicatorKind::Participants, at_least(10));
    let again = by("pr", held("B2", "2024-06-15"));
    let facts = [
        event("A", EventStatus::Cancelled, "2024-06-01"),
        held("B", "2024-06-15"),
        again,
        same("s", "2024-06-16", &["B", "B2"]),
        counted_at("r", "t2-1", "B", "2024-06-15", 20),
        list("l", &["A", "B"], 12),
        list("m", &["B2"], 12),
    ];
    let target = standing(&plan, &facts, "2024-07-01");
    assert_eq!((amount(target.claimed), amount(target.proven)), (Some(20), Some(12)));
    assert!(reason(&target, ReasonCode::RowsDiffer).is_some());
}

#[test]
fn a_limit_is_proven_by_all_that_was_counted_and_not_by_a_part() {
    let of = |bound, rows| {
        let plan = one_line(IndicatorKind::Participants, number(bound, 30));
        let target =
            standing(&plan, &[counted("c", "t2-1", "2024-06-15", 25), list("l", &[], rows)], "2024-11-01");
        (target.progress, target.proof, target.headline)
    };
    for bound in [Bound::AtMost, Bound::LessThan] {
        assert_eq!(of(bound, 1), (Progress::Met, Proof::Partial, Headline::NeedsAction), "{bound:?}");
        assert_eq!(of(bound, 25), (Progress::Met, Proof::Complete, Headline::Proven), "{bound:?}");
    }
    let posts = one_line(IndicatorKind::Post, every_month(number(Bound::AtMost, 30)));
    let facts =
        [counted("c", "t2-1", "2024-06-15", 25), item("p", EvidenceKind::Post, "t2-1", "2024-06-15", 1)];
    assert_eq!(standing(&posts, &facts, "2024-11-01").proof, Proof::Partial);
}

#[test]
fn a_paper_of_before_the_event_shows_nothing_of_it_whenever_it_was_recorded() {
    let plan = one_line(IndicatorKind::Event, plain(1));
    let lease = |recorded: &str, of: Option<&str>| {
        let lease = of_event(item("lease", EvidenceKind::Document, "t2-1", recorded, 1), "A");
        with(lease, |item| item.date = of.map(day))
    };
    let proven =
        |lease: Entry| amount(standing(&plan, &[held("A", "2024-06-10"), lease], "2024-07-01").proven);
    assert_eq!(proven(lease("2024-05-20", Some("2024-05-20"))), Some(0));
    assert_eq!(proven(lease("2024-06-12", Some("2024-05-20"))), Some(0), "typed in later");
    assert_eq!(proven(lease("2024-06-12", Some("2024-06-10"))), Some(1));
    assert_eq!(proven(lease("2024-06-12", None)), Some(1), "it bears no date");
    assert_eq!(proven(lease("2024-06-09", None)), Some(0));
}

/// An approval that names nothing but an item, which is a letter under a link.
fn approved_by_letter(change: impl FnOnce(&mut Evidence)) -> [Entry; 3] {
    let letter = with(item("letter", EvidenceKind::Letter, "t2-1", "2024-06-05", 0), |item| {
        item.link = Some("https://example.org/letter".into());
        change(item);
    });
    let mut approval = approved("a", "t2-1", Approver::LocalExecutiveBody, "2024-06-06");
    if let Fact::Approval { body } = &mut approval.fact {
        (body.number, body.evidence) = (None, Some(id("letter")));
    }
    [item("plan", EvidenceKind::Plan, "t2-1", "2024-06-01", 1), letter, approval]
}

#[test]
fn an_approval_rests_on_no_item_whose_proof_is_gone() {
    let mut plan = one_line(IndicatorKind::Plan, plain(1));
    plan.tasks[0].activities[0].indicators[0].requires.approvals = vec![Approver::LocalExecutiveBody];
    let gone = link_seen("g", "letter", LinkStatus::Gone, "2024-06-10");
    let on = |change: fn(&mut Evidence), on: &str| {
        standing(&plan, &[&approved_by_letter(change)[..], slice::from_ref(&gone)].concat(), on).headline
    };
    assert_eq!(on(|_| {}, "2024-06-09"), Headline::Proven);
    assert_eq!(on(|_| {}, "2024-06-10"), Headline::NeedsAction);
    assert_eq!(on(|item| item.screenshot = Some(day("2024-06-07")), "2024-06-10"), Headline::Proven);
    let mut anew = approved_by_letter(|item| item.link = Some("https://example.org/anew".into()));
    (anew[1].id, anew[1].on) = (id("anew"), day("2024-06-12"));
    let facts = [&approved_by_letter(|_| {})[..], &[gone, anew[1].clone()]].concat();
    assert_eq!(standing(&plan, &facts, "2024-06-12").headline, Headline::Proven, "found under another link");
}

#[test]
fn a_count_that_names_no_event_is_said_to_serve_none_of_them() {
    let plan = one_line(IndicatorKind::Participants, each_event(at_least(20)));
    let loose = |entry: Entry| {
        let target = standing(&plan, &[held("A", "2024-06-15"), entry], "2024-07-01");
        reason(&target, ReasonCode::ItemsWithoutEvent).map(<[Param]>::to_vec)
    };
    let said = vec![Param::quantity("count", 25.into(), "participants")];
    assert_eq!(loose(counted("c", "t2-1", "2024-06-15", 25)), Some(said));
    assert_eq!(loose(counted_at("c", "t2-1", "A", "2024-06-15", 25)), None);
}

#[test]
fn a_share_that_names_no_event_is_said_to_serve_none_of_them() {
    let plan = plan(vec![ratio(line("t2-1", IndicatorKind::Satisfaction, &[each_event(percent(80))]))]);
    let target =
        standing(&plan, &[held("A", "2024-06-15"), shared("s", "t2-1", "2024-06-15", 40, 50)], "2024-07-01");
    assert!(reason(&target, ReasonCode::EventUnmeasured).is_some());
    assert!(reason(&target, ReasonCode::ItemsWithoutEvent).is_some());
}
