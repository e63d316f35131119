//! Totals that follow each other, events beside numbers, and numbers that hold for a part.

use qoldau_core::assess::{Figure, Headline, Progress, Proof, ReasonCode, TargetStanding, Timing, assess};
use qoldau_core::facts::{Entry, EventStatus, EvidenceKind, ReadingMode, ReadingValue, observe};
use qoldau_core::plan::{
    Anchor, DayCount, Due, DueSide, Frequency, IndicatorKind, Plan, Policy, Question, read_targets,
};
use qoldau_core::value::Amount;

use crate::world::*;

fn promised(kind: IndicatorKind, words: &str) -> Plan {
    plan(vec![line("t2-1", kind, &read_targets(words, &id("x"), None))])
}

fn standing(plan: &Plan, facts: &[Entry], on: &str) -> TargetStanding {
    target_of(&assessed(plan, facts, on), "t2-1").clone()
}

fn total(name: &str, on: &str, amount: u32) -> Entry {
    reading(name, "t2-1", on, ReadingMode::Total, ReadingValue::Amount { amount: amount.into() })
}

fn amount(figure: Option<Figure>) -> Option<Amount> {
    match figure? {
        Figure::Amount { amount } => Some(amount),
        Figure::Share { .. } => None,
    }
}

#[test]
fn a_total_of_july_brings_to_july_what_it_adds_to_june() {
    let plan = promised(IndicatorKind::Participants, "10 в месяц");
    let facts = [
        total("6", "2024-06-30", 10),
        total("7", "2024-07-31", 20),
        total("8", "2024-08-31", 30),
        total("9", "2024-09-30", 40),
    ];
    let months = standing(&plan, &facts, "2024-10-01");
    let actual: Vec<_> = months.per_period.iter().map(|month| month.actual.to_u32().unwrap()).collect();
    assert_eq!(actual, [10, 10, 10, 10]);
    assert_eq!(months.progress, Progress::Met);
}

#[test]
fn a_total_of_an_event_stands_for_what_was_read_of_that_event() {
    let plan = promised(IndicatorKind::Participants, "10 в месяц");
    let mut of_event = total("b", "2024-07-02", 12);
    if let qoldau_core::facts::Fact::Reading { body } = &mut of_event.fact {
        body.event = Some(id("cup"));
    }
    let facts = [
        held("cup", "2024-06-15"),
        counted_at("a", "t2-1", "cup", "2024-06-15", 8),
        of_event,
        counted("c", "t2-1", "2024-07-03", 5),
    ];
    let months = standing(&plan, &facts, "2024-08-01");
    let actual: Vec<_> = months.per_period.iter().map(|month| month.actual.to_u32().unwrap()).collect();
    assert_eq!((actual, amount(months.claimed)), (vec![12, 5, 0, 0], Some(17.into())));
}

#[test]
fn what_was_reached_in_time_is_not_late_for_what_came_after() {
    let plan = promised(IndicatorKind::Participants, "не менее 100");
    let facts = [total("a", "2024-06-30", 100), total("b", "2024-11-30", 102)];
    let target = standing(&plan, &facts, "2024-12-01");
    assert_eq!((target.timing, amount(target.claimed)), (Timing::InTime, Some(102.into())));
    assert!(target.reasons.iter().all(|reason| reason.code != ReasonCode::Late));
}

#[test]
fn a_deadline_after_the_project_can_be_kept() {
    let mut plan = promised(IndicatorKind::Report, "1");
    plan.tasks[0].activities[0].due = Some(Due::Relative {
        anchor: Anchor::ProjectEnd,
        offset: 5,
        days: DayCount::Working,
        side: DueSide::By,
        text: String::new(),
    });
    let report = |on: &str| item("r", EvidenceKind::Report, "t2-1", on, 1);
    let at = |on: &str| standing(&plan, &[report(on)], "2024-12-01").timing;
    assert_eq!((at("2024-11-05"), at("2024-11-20")), (Timing::InTime, Timing::OutsideProject));
}

#[test]
fn evidence_that_is_due_days_after_each_event_comes_late_after_them() {
    let mut plan = promised(IndicatorKind::Photo, "5 фото с каждого мероприятия");
    plan.tasks[0].activities[0].due = Some(Due::Relative {
        anchor: Anchor::Event,
        offset: 5,
        days: DayCount::Calendar,
        side: DueSide::By,
        text: String::new(),
    });
    let facts =
        |on: &str| [held("a", "2024-06-10"), of_event(item("p", EvidenceKind::Photo, "t2-1", on, 5), "a")];
    let late = |on: &str| {
        let target = standing(&plan, &facts(on), "2024-10-01");
        target.reasons.iter().any(|reason| reason.code == ReasonCode::EvidenceLate)
    };
    assert!(!late("2024-06-15"));
    assert!(late("2024-06-16"));
}

#[test]
fn a_number_beside_the_events_does_not_make_them_vanish() {
    let plan = promised(IndicatorKind::Event, "3");
    let facts = [
        held("a", "2024-06-10"),
        held("b", "2024-06-11"),
        held("c", "2024-06-12"),
        counted("r", "t2-1", "2024-07-12", 1),
    ];
    let july = days("2024-07-01", "2024-07-31");
    let assessment =
        assess(&plan, &observe(facts.to_vec()), day("2024-10-01"), &Policy::default(), Some(july));
    let target = target_of(&assessment, "t2-1");
    assert_eq!((target.progress, amount(target.claimed)), (Progress::Met, Some(3.into())));
    let in_july = target.in_period.unwrap();
    assert_eq!(amount(in_july.claimed), Some(Amount::ZERO));
    let more = standing(&plan, &[facts[0].clone(), counted("r", "t2-1", "2024-07-12", 5)], "2024-10-01");
    assert_eq!(amount(more.claimed), Some(5.into()));
}

#[test]
fn five_photos_of_each_of_three_events_are_not_fifteen_of_one() {
    let plan = promised(IndicatorKind::Photo, "по 5 фото с каждого из 3 мероприятий");
    let photos =
        |event: &str, files| of_event(item(event, EvidenceKind::Photo, "t2-1", "2024-06-10", files), event);
    let named = |names: &[&str], last: usize| {
        let mut facts: Vec<Entry> =
            names.iter().enumerate().map(|(at, name)| held(name, &format!("2024-06-1{at}"))).collect();
        facts.extend(names.iter().take(last).map(|name| photos(name, 5)));
        facts
    };
    let mut one = named(&["a", "b", "c"], 0);
    one.push(photos("a", 15));
    let short = standing(&plan, &one, "2024-10-01");
    assert_eq!(
        (short.progress, short.missing, short.expected.total),
        (Progress::Overdue, Some(10.into()), Some(15.into()))
    );
    assert_eq!(standing(&plan, &named(&["a", "b", "c"], 3), "2024-07-01").progress, Progress::Met);
    let fourth = standing(&plan, &named(&["a", "b", "c", "d"], 3), "2024-07-01");
    assert_eq!((fourth.progress, fourth.missing), (Progress::Met, Some(Amount::ZERO)));
}

#[test]
fn a_limit_of_events_is_no_plan_of_them() {
    let planned = |words: &str| {
        let mut plan = promised(IndicatorKind::Event, words);
        let photos =
            line("t2-2", IndicatorKind::Photo, &read_targets("5 фото с каждого мероприятия", &id("y"), None));
        plan.tasks[0].activities[0].indicators.push(photos);
        let photos = |event: &str| of_event(item(event, EvidenceKind::Photo, "t2-2", "2024-06-10", 5), event);
        let facts = [held("a", "2024-06-10"), held("b", "2024-06-11"), photos("a"), photos("b")];
        let assessment = assessed(&plan, &facts, "2024-07-01");
        let target = target_of(&assessment, "t2-2").clone();
        (assessment.tasks[0].activities[0].events_planned, target.progress)
    };
    assert_eq!(planned("не более 5"), (None, Progress::OnTrack));
    assert_eq!(planned("от 2 до 4"), (None, Progress::OnTrack));
    assert_eq!(planned("2"), (Some(2), Progress::Met));
}

#[test]
fn more_events_than_planned_do_not_make_less_due() {
    let mut plan = promised(IndicatorKind::Event, "3");
    let photos =
        line("t2-2", IndicatorKind::Photo, &read_targets("5 фото с каждого мероприятия", &id("y"), None));
    plan.tasks[0].activities[0].indicators.push(photos);
    let facts: Vec<Entry> = (0..4).map(|at| held(&format!("e{at}"), &format!("2024-06-1{at}"))).collect();
    let assessment = assessed(&plan, &facts, "2024-07-01");
    let expected = target_of(&assessment, "t2-2").expected;
    assert_eq!((expected.total, expected.by_date), (Some(20.into()), Some(20.into())));
}

#[test]
fn parts_of_a_limit_are_limits() {
    let plan = promised(IndicatorKind::Event, "не более 5 (2 спортивных, 3 культурных мероприятия)");
    let facts = [held("a", "2024-06-10"), held("b", "2024-06-11"), held("c", "2024-06-12")];
    let target = standing(&plan, &facts, "2024-10-01");
    assert_eq!(target.progress, Progress::Met);
    assert!(target.per_part.iter().all(|part| part.missing.is_zero()));
}

#[test]
fn parts_that_no_fact_tells_apart_are_said_to_be_so() {
    let plan = promised(IndicatorKind::Participants, "50 человек, в том числе 20 волонтеров, 30 участников");
    assert_eq!(plan.tasks[0].activities[0].indicators[0].targets[0].parts.len(), 2);
    let standing = standing(&plan, &[counted("r", "t2-1", "2024-07-01", 50)], "2024-10-01");
    assert!(standing.reasons.iter().any(|reason| reason.code == ReasonCode::NotToldApart));
}

#[test]
fn a_monthly_post_is_of_the_month_it_was_made_in_for_the_period_too() {
    let plan = promised(IndicatorKind::Post, "1 в месяц");
    let post = with(of_event(item("p", EvidenceKind::Post, "t2-1", "2024-07-02", 1), "e"), |item| {
        item.link = Some("https://example.kz/p".into());
    });
    let facts = [held("e", "2024-06-30"), post];
    let july = days("2024-07-01", "2024-07-31");
    let assessment =
        assess(&plan, &observe(facts.to_vec()), day("2024-10-01"), &Policy::default(), Some(july));
    let target = target_of(&assessment, "t2-1");
    assert_eq!(target.per_period[1].actual, Amount::ONE);
    assert_eq!(amount(target.in_period.unwrap().proven), Some(Amount::ONE));
}

#[test]
fn an_event_that_is_planned_for_today_is_not_behind() {
    let plan = promised(IndicatorKind::Event, "3");
    let facts = [event("a", EventStatus::Planned, "2024-06-20")];
    let at = |on: &str| standing(&plan, &facts, on).progress;
    assert_ne!(at("2024-06-20"), Progress::Behind);
    assert_eq!(at("2024-06-21"), Progress::Behind);
}

#[test]
fn none_at_all_of_a_limit_leaves_nothing_to_prove() {
    let plan = promised(IndicatorKind::Event, "не более 5");
    let over = standing(&plan, &[], "2024-10-01");
    assert_eq!(
        (over.progress, over.proof, over.headline),
        (Progress::Met, Proof::NotRequired, Headline::Proven)
    );
    let one = standing(&plan, &[held("a", "2024-06-10")], "2024-10-01");
    assert_eq!((one.progress, one.proof), (Progress::Met, Proof::None));
}

#[test]
fn a_day_of_each_month_is_kept_or_missed() {
    let mut plan = promised(IndicatorKind::Report, "1 (ежемесячно)");
    let due =
        |day| Due::Recurring { every: Frequency::Month, month: None, day: Some(day), text: String::new() };
    let reports = |day: &str| -> Vec<Entry> {
        let on = |month| {
            item(&format!("r{month}"), EvidenceKind::Report, "t2-1", &format!("2024-{month}-{day}"), 1)
        };
        ["05", "06", "07", "08", "09", "10"].map(on).to_vec()
    };
    plan.tasks[0].activities[0].due = Some(due(25));
    assert_eq!(standing(&plan, &reports("25"), "2024-11-01").timing, Timing::InTime);
    let late = standing(&plan, &reports("26"), "2024-11-01");
    assert_eq!((late.progress, late.timing), (Progress::Met, Timing::Late));
    assert!(late.reasons.iter().any(|reason| reason.code == ReasonCode::Late));
    assert_eq!(standing(&plan, &[], "2024-05-25").progress, Progress::NotStarted);
    assert_eq!(standing(&plan, &[], "2024-05-26").progress, Progress::Behind);
    // Whether the fifth is of this month or of the one before, nobody says.
    plan.tasks[0].activities[0].due = Some(due(5));
    assert_eq!(standing(&plan, &reports("26"), "2024-11-01").timing, Timing::InTime);
}

#[test]
fn the_events_of_an_activity_are_not_its_focus_groups() {
    let plan = promised(IndicatorKind::FocusGroup, "2");
    let trainings = [held("a", "2024-06-10"), held("b", "2024-06-11"), held("c", "2024-06-12")];
    let with = |more: &[Entry]| standing(&plan, &[&trainings[..], more].concat(), "2024-10-01");
    let one = with(&[counted("r", "t2-1", "2024-07-01", 1)]);
    assert_eq!((amount(one.claimed), one.progress), (Some(Amount::ONE), Progress::Overdue));
    let lists = ["l1", "l2"].map(|name| item(name, EvidenceKind::List, "t2-1", "2024-07-01", 1));
    let two = with(&[&[counted("r", "t2-1", "2024-07-01", 2)], &lists[..]].concat());
    assert_eq!((amount(two.proven), two.progress), (Some(2.into()), Progress::Met));
}

#[test]
fn what_fell_below_again_was_not_reached_then() {
    let plan = promised(IndicatorKind::Support, "не менее 100");
    let at = |last| {
        let facts =
            [total("a", "2024-06-30", 100), total("b", "2024-07-20", 80), total("c", "2024-10-20", last)];
        standing(&plan, &facts, "2024-10-31").timing
    };
    assert_eq!((at(100), at(95)), (Timing::Late, Timing::Late));
}

#[test]
fn of_more_events_than_are_asked_for_those_count_that_lack_least() {
    let plan = promised(IndicatorKind::Photo, "по 2 фото с каждого из 2 мероприятий");
    let photos =
        |event: &str, on: &str, files| of_event(item(event, EvidenceKind::Photo, "t2-1", on, files), event);
    let facts = [
        held("a", "2024-06-10"),
        held("b", "2024-06-11"),
        held("c", "2024-10-12"),
        photos("a", "2024-06-10", 2),
        photos("b", "2024-06-11", 1),
        photos("c", "2024-10-12", 9),
    ];
    let two = standing(&plan, &facts, "2024-10-31");
    assert_eq!((two.expected.total, two.expected.by_date), (Some(4.into()), Some(4.into())));
    let events: Vec<_> = two.per_event.iter().map(|share| share.event.as_str()).collect();
    assert_eq!((two.progress, events), (Progress::Met, vec!["a", "c"]));
    let mut served = facts.to_vec();
    served.push(of_event(item("b2", EvidenceKind::Photo, "t2-1", "2024-06-11", 1), "b"));
    assert_eq!(standing(&plan, &served, "2024-10-31").timing, Timing::InTime);
}

#[test]
fn an_answer_or_a_limit_knows_no_day_of_the_month() {
    let due = Due::Recurring { every: Frequency::Month, month: None, day: Some(25), text: String::new() };
    let of_line = |kind, words: &str| {
        let mut plan = promised(kind, words);
        plan.tasks[0].activities[0].due = Some(due.clone());
        plan
    };
    let made = |kind| {
        ["05", "06", "07", "08", "09", "10"]
            .map(|month| item(month, kind, "t2-1", &format!("2024-{month}-28"), 1))
    };
    let plan = of_line(IndicatorKind::Report, "1 (ежемесячно)");
    let mut facts = made(EvidenceKind::Report).to_vec();
    facts.push(read_as("q", "t2-1", Question::Due, "2024-10-31", "2024-06-01"));
    assert_eq!(standing(&plan, &facts, "2024-11-01").timing, Timing::InTime);
    let limit = of_line(IndicatorKind::Post, "не более 5 в месяц");
    assert_eq!(standing(&limit, &made(EvidenceKind::Post), "2024-11-01").timing, Timing::InTime);
}

#[test]
fn a_broken_limit_of_events_is_behind_at_once() {
    let plan = promised(IndicatorKind::Event, "не более 3");
    let facts: Vec<Entry> = (0..4).map(|at| held(&format!("e{at}"), &format!("2024-06-1{at}"))).collect();
    assert_eq!(standing(&plan, &facts, "2024-07-01").progress, Progress::Behind);
}

#[test]
fn a_period_whose_total_was_corrected_downwards_shows_nothing_and_not_less() {
    let plan = promised(IndicatorKind::Participants, "100");
    let facts = [total("a", "2024-06-30", 50), total("b", "2024-07-31", 40)];
    let july = days("2024-07-01", "2024-07-31");
    let assessment =
        assess(&plan, &observe(facts.to_vec()), day("2024-10-01"), &Policy::default(), Some(july));
    assert_eq!(amount(target_of(&assessment, "t2-1").in_period.unwrap().claimed), Some(Amount::ZERO));
}
