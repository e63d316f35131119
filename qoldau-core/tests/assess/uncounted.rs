//! Evidence without a recorded number, and limits of which nobody recorded anything.

use qoldau_core::assess::{Figure, Headline, Progress, Proof, ReasonCode, TargetStanding, Timing};
use qoldau_core::facts::{Entry, EvidenceKind};
use qoldau_core::finding::ParamValue;
use qoldau_core::plan::{
    Accumulation, Anchor, Bound, DayCount, Due, DueSide, ImpactKind, ImpactLine, IndicatorKind, Plan,
    Question, Target, TargetRule, read_targets,
};
use qoldau_core::value::Amount;

use crate::world::*;

fn one_line(kind: IndicatorKind, target: Target) -> Plan {
    plan(vec![line("t2-1", kind, &[target])])
}

fn standing(plan: &Plan, facts: &[Entry], on: &str) -> TargetStanding {
    target_of(&assessed(plan, facts, on), "t2-1").clone()
}

fn codes(target: &TargetStanding) -> Vec<ReasonCode> {
    target.reasons.iter().map(|reason| reason.code).collect()
}

fn amount(figure: Option<Figure>) -> Option<u32> {
    match figure? {
        Figure::Amount { amount } => amount.to_u32(),
        Figure::Share { .. } => None,
    }
}

fn figures(target: &TargetStanding) -> (Option<u32>, Option<u32>) {
    (amount(target.claimed), amount(target.proven))
}

/// The number of a reason.
fn count(target: &TargetStanding, code: ReasonCode) -> Option<u32> {
    let reason = target.reasons.iter().find(|reason| reason.code == code)?;
    reason.params.iter().find_map(|param| match param.value {
        ParamValue::Amount { amount } => amount.to_u32(),
        _ => None,
    })
}

fn photos_and_act() -> Vec<Entry> {
    vec![
        item("photos", EvidenceKind::Photo, "t2-1", "2024-07-05", 3),
        item("act", EvidenceKind::Act, "t2-1", "2024-07-05", 1),
    ]
}

#[test]
fn one_thing_is_shown_by_its_photos_and_its_act_and_is_one() {
    for kind in [IndicatorKind::Asset, IndicatorKind::Other] {
        for target in [plain(1), at_least(1), Target { rule: TargetRule::Done {}, ..plain(1) }] {
            let target = standing(&one_line(kind, target), &photos_and_act(), "2024-10-05");
            assert_eq!(figures(&target), (Some(1), Some(1)));
            assert_eq!((target.progress, target.headline), (Progress::Met, Headline::Proven));
            assert_eq!(target.timing, Timing::InTime);
            assert_eq!(codes(&target), []);
        }
    }
}

#[test]
fn a_recorded_number_goes_before_what_is_shown() {
    let plan = one_line(IndicatorKind::Asset, plain(1));
    let none = [photos_and_act(), vec![counted("r", "t2-1", "2024-07-06", 0)]].concat();
    assert_eq!(figures(&standing(&plan, &none, "2024-10-05")), (Some(0), Some(0)));
}

#[test]
fn a_letter_about_a_thing_does_not_show_it() {
    let plan = one_line(IndicatorKind::Asset, plain(1));
    let letter = [item("letter", EvidenceKind::Letter, "t2-1", "2024-07-05", 1)];
    let target = standing(&plan, &letter, "2024-10-05");
    assert_eq!((figures(&target), target.progress), ((None, Some(0)), Progress::Overdue));
    assert_eq!(codes(&target), [ReasonCode::Missing, ReasonCode::EvidenceUncounted]);
}

#[test]
fn of_several_things_evidence_says_no_number_and_it_is_told() {
    let plan = one_line(IndicatorKind::Asset, plain(2));
    let target = standing(&plan, &photos_and_act(), "2024-10-05");
    assert_eq!((figures(&target), target.proof), ((None, Some(0)), Proof::None));
    assert_eq!(count(&target, ReasonCode::EvidenceUncounted), Some(2));
    let counted = [photos_and_act(), vec![counted("r", "t2-1", "2024-07-05", 2)]].concat();
    assert_eq!(standing(&plan, &counted, "2024-10-05").progress, Progress::Met);
}

#[test]
fn one_thing_of_each_event_and_of_every_month() {
    let digest = one_line(IndicatorKind::Other, every_month(plain(1)));
    let made = |name: &str, on: &str| item(name, EvidenceKind::Document, "t2-1", on, 1);
    let months = ["2024-06-05", "2024-06-20", "2024-07-03", "2024-08-03", "2024-09-03"];
    let facts: Vec<Entry> = months.iter().map(|on| made(on, on)).collect();
    let target = standing(&digest, &facts, "2024-10-05");
    assert_eq!(
        (figures(&target).0, target.progress, target.proof),
        (Some(4), Progress::Met, Proof::Complete)
    );
    let target = standing(&digest, &facts[..2], "2024-10-05");
    assert_eq!((figures(&target).0, target.missing), (Some(1), Some(3.into())));

    let each = one_line(IndicatorKind::Other, each_event(plain(1)));
    let mut facts = vec![held("e1", "2024-06-05"), held("e2", "2024-07-05")];
    facts.extend(["a", "b"].map(|name| of_event(made(name, "2024-06-05"), "e1")));
    let target = standing(&each, &facts, "2024-10-05");
    assert_eq!((figures(&target).0, target.missing), (Some(1), Some(1.into())));
    // Nobody says which photo of an item is of which event: it shows the first.
    let photos = of_event(of_event(item("p", EvidenceKind::Photo, "t2-1", "2024-07-05", 2), "e1"), "e2");
    let target = standing(&each, &[held("e1", "2024-06-05"), held("e2", "2024-07-05"), photos], "2024-10-05");
    assert_eq!((figures(&target).0, target.missing), (Some(1), Some(1.into())));
}

#[test]
fn people_of_lists_and_headcounts_wait_for_a_number() {
    let people = line("t2-1", IndicatorKind::Participants, &[plain(3000)]);
    let lists = line("t2-2", IndicatorKind::List, &[each_event(plain(1))]);
    let plan = plan(vec![people, lists]);
    let list = with(of_event(item("l", EvidenceKind::List, "t2-2", "2024-07-05", 1), "e1"), |list| {
        (list.rows, list.signed) = (Some(75), Some(true));
    });
    let heads =
        |name: &str, on: &str, heads| with_event(held(name, on), |event| event.headcount = Some(heads));
    let facts = vec![heads("e1", "2024-07-05", 80), heads("e2", "2024-07-09", 20), list];
    let target = standing(&plan, &facts, "2024-10-05");
    assert_eq!(figures(&target), (None, Some(0)));
    assert_eq!(count(&target, ReasonCode::PeopleUncounted), Some(100));
    let of_one = [facts.clone(), vec![counted_at("r", "t2-1", "e1", "2024-07-05", 75)]].concat();
    let target = standing(&plan, &of_one, "2024-10-05");
    assert_eq!(
        (figures(&target), count(&target, ReasonCode::PeopleUncounted)),
        ((Some(75), Some(75)), Some(20))
    );
    let of_all = [facts, vec![counted("r", "t2-1", "2024-07-09", 100)]].concat();
    assert_eq!(count(&standing(&plan, &of_all, "2024-10-05"), ReasonCode::PeopleUncounted), None);
}

#[test]
fn support_without_a_number_is_told_of() {
    let plan = one_line(IndicatorKind::Support, plain(100));
    let target = standing(&plan, &photos_and_act(), "2024-10-05");
    assert_eq!(figures(&target), (None, Some(0)));
    assert_eq!(codes(&target), [ReasonCode::Missing, ReasonCode::EvidenceUncounted]);
}

fn limit(bound: Bound, most: u32) -> Target {
    number(bound, most)
}

#[test]
fn of_what_nobody_recorded_no_limit_holds() {
    let percent = Target {
        rule: TargetRule::Percent { bound: Bound::AtMost, amount: 20.into(), up_to: None },
        ..plain(20)
    };
    let plans = [
        one_line(IndicatorKind::Other, limit(Bound::AtMost, 3)),
        one_line(IndicatorKind::Support, limit(Bound::LessThan, 5)),
        one_line(IndicatorKind::Post, limit(Bound::AtMost, 3)),
        one_line(IndicatorKind::Other, every_month(limit(Bound::AtMost, 3))),
        plan(vec![ratio(line("t2-1", IndicatorKind::Other, &[percent]))]),
    ];
    for (at, plan) in plans.iter().enumerate() {
        let early = standing(plan, &[], "2024-07-05");
        assert!(
            matches!(early.progress, Progress::NotStarted | Progress::OnTrack),
            "{at} {:?}",
            early.progress
        );
        let late = standing(plan, &[], "2024-10-05");
        assert_eq!((late.progress, codes(&late)), (Progress::Overdue, vec![ReasonCode::NoData]), "{at}");
    }
    let counted = [counted("r", "t2-1", "2024-07-05", 0)];
    assert_eq!(standing(&plans[0], &counted, "2024-10-05").progress, Progress::Met);
}

#[test]
fn of_events_the_journal_itself_is_the_count() {
    let target = standing(&one_line(IndicatorKind::Event, limit(Bound::AtMost, 3)), &[], "2024-10-05");
    assert_eq!((target.progress, target.headline), (Progress::Met, Headline::Proven));
}

#[test]
fn a_limit_of_each_event_holds_of_none_that_nobody_counted() {
    let plan = one_line(IndicatorKind::Participants, each_event(limit(Bound::AtMost, 20)));
    let facts =
        [held("e1", "2024-07-05"), held("e2", "2024-07-09"), counted_at("r", "t2-1", "e1", "2024-07-05", 15)];
    let target = standing(&plan, &facts, "2024-10-05");
    assert_eq!((target.progress, codes(&target)[0]), (Progress::Overdue, ReasonCode::NoData));
    let both = [&facts[..], &[counted_at("s", "t2-1", "e2", "2024-07-09", 20)]].concat();
    assert_eq!(standing(&plan, &both, "2024-10-05").progress, Progress::Met);
}

#[test]
fn a_figure_of_the_block_without_data_is_judged_alike() {
    let mut plan = one_line(IndicatorKind::Post, plain(1));
    plan.impact.push(ImpactLine {
        id: id("i1"),
        number: "1".into(),
        kind: ImpactKind::IndirectBeneficiaries,
        name: "Жанама".into(),
        unit: None,
        targets: vec![limit(Bound::AtMost, 3)],
        sources: None,
        source: None,
    });
    for (on, progress) in [("2024-07-05", Progress::NotStarted), ("2024-11-05", Progress::Overdue)] {
        let standing = &assessed(&plan, &[], on).impact[0];
        assert_eq!((standing.progress, standing.reasons[0].code), (progress, ReasonCode::NoData));
    }
}

/// Within five working days after each event; the project ends on 31 October.
fn five_days_after(kind: IndicatorKind) -> Plan {
    let mut plan = one_line(kind, each_event(plain(1)));
    plan.tasks[0].activities[0].due = Some(Due::Relative {
        anchor: Anchor::Event,
        offset: 5,
        days: DayCount::Working,
        side: DueSide::By,
        text: "в течение 5 рабочих дней после каждого мероприятия".into(),
    });
    plan
}

#[test]
fn what_an_event_owes_within_days_after_it_is_awaited_until_then() {
    let plan = five_days_after(IndicatorKind::Report);
    let facts = [held("e1", "2024-08-30")];
    let at = |on| standing(&plan, &facts, on).progress;
    assert_eq!(
        (at("2024-08-31"), at("2024-09-06"), at("2024-09-07")),
        (Progress::Open, Progress::Open, Progress::Behind)
    );
    // An event that is due is behind whatever is still awaited of another.
    let both = [held("e0", "2024-08-01"), held("e1", "2024-08-30")];
    assert_eq!(standing(&plan, &both, "2024-08-31").progress, Progress::Behind);
    // An answer takes the place of the words.
    let answered =
        [held("e1", "2024-08-30"), read_as("q", "t2-a1", Question::Due, "2024-09-30", "2024-06-01")];
    assert_eq!(standing(&plan, &answered, "2024-08-31").progress, Progress::Behind);
}

#[test]
fn what_the_last_event_owes_may_be_due_after_the_project() {
    let plan = five_days_after(IndicatorKind::Report);
    let facts = [held("e1", "2024-10-31")];
    let at = |on| standing(&plan, &facts, on).progress;
    assert_eq!(
        (at("2024-11-01"), at("2024-11-07"), at("2024-11-08")),
        (Progress::Open, Progress::Open, Progress::Overdue)
    );
}

#[test]
fn what_was_met_within_the_project_is_not_outside_it_for_what_came_before() {
    let mut plan = one_line(IndicatorKind::Letter, at_least(3));
    plan.tasks[0].activities[0].due = Some(Due::Range {
        start: None,
        end: Some(day("2024-05-10")),
        end_time: None,
        inherited: false,
        text: String::new(),
    });
    let letters = |last: &str| -> Vec<Entry> {
        ["2024-04-20", "2024-05-06", last]
            .iter()
            .map(|on| item(on, EvidenceKind::Letter, "t2-1", on, 1))
            .collect()
    };
    assert_eq!(standing(&plan, &letters("2024-05-08"), "2024-06-30").timing, Timing::InTime);
    let late = standing(&plan, &letters("2024-06-20"), "2024-06-30");
    assert_eq!((late.timing, codes(&late)), (Timing::Late, vec![ReasonCode::Late]));
    let before = [item("l", EvidenceKind::Letter, "t2-1", "2024-04-20", 1)];
    assert_eq!(standing(&plan, &before, "2024-06-30").timing, Timing::OutsideProject);
}

#[test]
fn a_month_and_an_event_above_their_limit_are_named() {
    let plan = one_line(IndicatorKind::Post, every_month(limit(Bound::AtMost, 4)));
    let posts: Vec<Entry> =
        (0..5).map(|at| item(&format!("p{at}"), EvidenceKind::Post, "t2-1", "2024-07-05", 1)).collect();
    let target = standing(&plan, &posts, "2024-10-05");
    assert_eq!(codes(&target), [ReasonCode::PeriodAbove]);
    let five = ParamValue::Quantity { amount: Amount::from(5_u32), unit: "post".into() };
    assert!(target.reasons[0].params.iter().any(|param| param.value == five));

    let plan = one_line(IndicatorKind::Participants, each_event(limit(Bound::AtMost, 4)));
    let facts = [held("e1", "2024-07-05"), counted_at("r", "t2-1", "e1", "2024-07-05", 5)];
    assert_eq!(codes(&standing(&plan, &facts, "2024-10-05"))[0], ReasonCode::EventAbove);
}

#[test]
fn what_is_to_come_down_is_not_called_missing() {
    let target = || read_targets("снижение с 50 до 40", &id("x"), None).remove(0);
    let plan = one_line(IndicatorKind::Other, target());
    let facts = [counted("r", "t2-1", "2024-07-05", 45)];
    let target = standing(&plan, &facts, "2024-10-05");
    assert_eq!((codes(&target)[0], target.missing), (ReasonCode::StillAbove, None));
}

/// By how much a target is still above, with its unit.
fn still_above(target: &TargetStanding) -> Option<(String, String)> {
    let reason = target.reasons.iter().find(|reason| reason.code == ReasonCode::StillAbove)?;
    reason.params.iter().find_map(|param| match &param.value {
        ParamValue::Quantity { amount, unit } => Some((amount.to_string(), unit.clone())),
        _ => None,
    })
}

#[test]
fn a_percent_that_is_to_come_down_is_above_by_so_many_points() {
    for words in ["снизить с 40% до 20%", "40%-дан 20%-ға азайту", "снизить до 20%", "20%-ға дейін төмендету"]
    {
        let target = read_targets(words, &id("x"), None).remove(0);
        let plan = one_line(IndicatorKind::Other, target);
        let first = shared("a", "t2-1", "2024-06-20", 35, 100);
        let fallen = shared("b", "t2-1", "2024-09-20", 18, 90);
        let evidence = item("e", EvidenceKind::Document, "t2-1", "2024-09-21", 1);
        let at = |facts: &[Entry], on| standing(&plan, facts, on);
        let open = at(std::slice::from_ref(&first), "2024-07-05");
        assert_eq!((open.progress, open.missing), (Progress::Open, None), "{words}");
        assert_eq!(still_above(&open), Some(("15".into(), "percentagePoint".into())), "{words}");
        assert!(
            !codes(&open).contains(&ReasonCode::Missing) && !codes(&open).contains(&ReasonCode::AboveLimit)
        );
        assert_eq!(at(std::slice::from_ref(&first), "2024-11-05").progress, Progress::Overdue, "{words}");
        let done = at(&[first, fallen, evidence], "2024-11-05");
        assert_eq!((done.progress, done.headline), (Progress::Met, Headline::Proven), "{words}");
        assert_eq!(
            (still_above(&done), at(&[], "2024-11-05").progress),
            (None, Progress::Overdue),
            "{words}"
        );
    }
    // What is above by less than a tenth is not above by nothing.
    let target = read_targets("снизить с 40% до 20%", &id("x"), None).remove(0);
    let plan = one_line(IndicatorKind::Other, target);
    let hardly = standing(&plan, &[shared("a", "t2-1", "2024-06-20", 2001, 10_000)], "2024-07-05");
    assert_eq!(still_above(&hardly).unwrap().0, "0.1");
}

#[test]
fn a_percent_that_comes_down_every_month_names_the_months() {
    let target = read_targets("снизить с 40% до 20%", &id("x"), None).remove(0);
    let plan = one_line(IndicatorKind::Other, every_month(target));
    let facts = [shared("a", "t2-1", "2024-06-20", 35, 100), shared("b", "t2-1", "2024-07-20", 20, 100)];
    let target = standing(&plan, &facts, "2024-08-05");
    assert!(target.per_period.iter().all(|month| month.missing.is_zero()));
    let above: Vec<_> =
        target.reasons.iter().filter(|reason| reason.code == ReasonCode::PeriodAbove).collect();
    let [above] = above.as_slice() else { panic!("{:?}", target.reasons) };
    assert!(above.params.iter().any(|param| matches!(&param.value, ParamValue::Share { share }
        if share.numerator == 35.into())));
    assert!(!codes(&target).contains(&ReasonCode::PeriodShort));
    assert_eq!(target.progress, Progress::Behind);
}

#[test]
fn what_is_measured_counts_as_it_was_last_measured_and_one_item_shows_all_of_it() {
    let mut plan = one_line(IndicatorKind::Other, at_least(1000));
    plan.tasks[0].activities[0].indicators[0].accumulation = Accumulation::Level;
    let facts = [
        counted("a", "t2-1", "2024-06-30", 400),
        counted("c", "t2-1", "2024-08-31", 700),
        counted("b", "t2-1", "2024-07-31", 900),
        item("e", EvidenceKind::Other, "t2-1", "2024-08-31", 1),
    ];
    let target = standing(&plan, &facts, "2024-09-05");
    assert_eq!((figures(&target), target.progress), ((Some(700), Some(700)), Progress::Open));
}
