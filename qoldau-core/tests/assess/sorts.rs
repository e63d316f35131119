//! Lines that promise events several times: the same events, or events of several sorts.

use qoldau_core::assess::{Assessment, Figure, Headline, Progress, ReasonCode, TargetStanding, assess};
use qoldau_core::facts::{Entry, EventStatus, EvidenceKind, Fact, ReadingMode, observe};
use qoldau_core::plan::{Indicator, IndicatorKind, Plan, Policy, Target, TargetRule, read_targets};

use crate::world::*;

fn cell(text: &str) -> Vec<Target> {
    read_targets(text, &id("x"), None)
}

fn promised(kind: IndicatorKind, text: &str) -> Plan {
    plan(vec![line("t2-1", kind, &cell(text))])
}

fn named(name: &str, on: &str, called: &str) -> Entry {
    with_event(held(name, on), |event| event.name = Some(called.into()))
}

/// One event a month, each with a report.
fn monthly(called: &str) -> Vec<Entry> {
    let months = ["2024-06-15", "2024-07-15", "2024-08-15", "2024-09-15"];
    months.iter().enumerate().flat_map(|(at, on)| one_held(&format!("e{at}"), on, called)).collect()
}

fn one_held(name: &str, on: &str, called: &str) -> [Entry; 2] {
    let report = item(&format!("{name}-r"), EvidenceKind::Report, "t2-1", on, 1);
    [named(name, on, &format!("{called} {name}")), of_event(report, name)]
}

fn both(assessment: &Assessment) -> [&TargetStanding; 2] {
    let targets = &line_of(assessment, "t2-1").targets;
    [&targets[0], &targets[1]]
}

fn amount(figure: Option<Figure>) -> Option<String> {
    match figure? {
        Figure::Amount { amount } => Some(amount.to_string()),
        Figure::Share { .. } => None,
    }
}

fn told_apart(of: &TargetStanding) -> usize {
    of.reasons.iter().filter(|reason| reason.code == ReasonCode::NotToldApart).count()
}

#[test]
fn events_that_are_promised_twice_are_counted_for_both() {
    for (kind, text, called) in [
        (IndicatorKind::Event, "4 мероприятия, ежемесячно 1 мероприятие", "Мероприятие"),
        (IndicatorKind::Event, "Кемінде 4 іс-шара, айына 1 іс-шара", "Кездесу"),
        (IndicatorKind::Event, "4 мероприятия, ежемесячно 1 мероприятие", "Тренинг"),
        (IndicatorKind::Event, "4 тренинга, ежемесячно 1 тренинг", "Тренинг по волонтёрству"),
        (IndicatorKind::FocusGroup, "4 фокус-группы, ежемесячно 1 фокус-группа", "Тренинг"),
        (IndicatorKind::FocusGroup, "4 фокус-группы, ежемесячно 1 фокус-группа", "Фокус-группа"),
    ] {
        let standing = assessed(&promised(kind, text), &monthly(called), "2024-10-05");
        assert_eq!(line_of(&standing, "t2-1").targets.len(), 2, "{text}");
        for target in both(&standing) {
            assert_eq!((target.progress, told_apart(target)), (Progress::Met, 0), "{text}: {called}");
            assert_eq!(target.headline, Headline::Proven, "{text}: {called}");
            assert_eq!(amount(target.proven).as_deref(), Some("4"), "{text}: {called}");
        }
    }
}

#[test]
fn a_limit_beside_a_least_number_of_the_same_events_is_broken_by_them() {
    let plan = promised(IndicatorKind::Event, "не менее 3 мероприятий, не более 5 мероприятий");
    let facts: Vec<Entry> = (10..17)
        .flat_map(|day| one_held(&format!("k{day}"), &format!("2024-06-{day}"), "Мастер-класс"))
        .collect();
    let standing = assessed(&plan, &facts, "2024-10-05");
    let [least, most] = both(&standing);
    assert_eq!((least.progress, least.headline), (Progress::Exceeded, Headline::Proven));
    assert_eq!((most.progress, most.headline), (Progress::Overdue, Headline::Overdue));
    assert!(most.reasons.iter().any(|reason| reason.code == ReasonCode::AboveLimit));
}

#[test]
fn a_limit_is_not_met_while_nobody_can_tell_what_an_event_was() {
    let plan = promised(IndicatorKind::Event, "не менее 3 тренингов, не более 2 вебинаров");
    let mut facts = vec![
        named("a", "2024-06-10", "Тренинг по медиации"),
        named("b", "2024-06-15", "Второй тренинг"),
        named("c", "2024-06-20", "Третий тренинг"),
        named("d", "2024-06-25", "Встреча"),
    ];
    let standing = assessed(&plan, &facts, "2024-10-05");
    let [least, most] = both(&standing);
    assert_eq!((least.progress, amount(least.claimed).as_deref()), (Progress::Met, Some("3")));
    assert_eq!((most.progress, most.headline), (Progress::NotComputable, Headline::Overdue));
    assert_eq!((told_apart(least), told_apart(most)), (1, 1));
    facts.pop();
    let standing = assessed(&plan, &facts, "2024-10-05");
    let most = both(&standing)[1];
    assert_eq!((most.progress, most.headline), (Progress::Met, Headline::Proven));
}

#[test]
fn what_is_no_number_of_events_is_no_second_sort() {
    let rule = |rule: TargetRule| Target { rule, ..plain(1) };
    for other in [
        percent(80),
        rule(TargetRule::All {}),
        rule(TargetRule::Done {}),
        rule(TargetRule::AsNeeded {}),
        rule(TargetRule::Unread {}),
        plain(2),
    ] {
        let plan =
            plan(vec![line("t2-1", IndicatorKind::Event, &[cell("3 мероприятия"), vec![other]].concat())]);
        let facts = [
            named("a", "2024-06-01", "Встреча молодёжи"),
            named("b", "2024-06-05", "Семинар"),
            named("c", "2024-06-10", "Мастер-класс"),
        ];
        let standing = assessed(&plan, &facts, "2024-07-01");
        let [events, other] = both(&standing);
        assert_eq!((events.progress, told_apart(events)), (Progress::Met, 0), "{other:?}");
    }
}

#[test]
fn words_that_begin_alike_are_of_two_sorts() {
    let plan = promised(IndicatorKind::Event, "2 тренинга, 2 тренировки");
    let facts = [named("a", "2024-06-10", "Тренинги"), named("b", "2024-06-15", "Тренировка")];
    let standing = assessed(&plan, &facts, "2024-07-01");
    let claimed = both(&standing).map(|target| amount(target.claimed));
    assert_ne!(claimed, [Some("2".into()), Some("2".into())]);
}

fn beside(text: &str, kind: IndicatorKind, other: &str) -> Vec<Indicator> {
    vec![
        line("t2-1", IndicatorKind::Event, &cell(text)),
        line("t2-2", kind, &cell(other)),
        line("t2-3", IndicatorKind::Photo, &[each_event(plain(5))]),
    ]
}

#[test]
fn events_that_another_line_names_are_not_planned_again() {
    for (kind, other) in [
        (IndicatorKind::Participants, "3 тренинга, 60 участников"),
        (IndicatorKind::Photo, "3 тренинга, 15 фото"),
        (IndicatorKind::Report, "1 отчет, 3 мероприятия"),
    ] {
        let plan = plan(beside("3 тренинга", kind, other));
        let facts: Vec<Entry> = ["a", "b", "c"]
            .into_iter()
            .zip(["2024-06-15", "2024-07-15", "2024-08-15"])
            .flat_map(|(name, on)| {
                let photos = item(&format!("p{name}"), EvidenceKind::Photo, "t2-3", on, 5);
                let photos = of_event(photos, name);
                [named(name, on, "Тренинг"), photos]
            })
            .collect();
        let standing = assessed(&plan, &facts, "2024-09-01");
        assert_eq!(standing.tasks[0].activities[0].events_planned, Some(3), "{other}");
        let photos = target_of(&standing, "t2-3");
        assert_eq!((photos.progress, photos.headline), (Progress::Met, Headline::Proven), "{other}");
        assert_eq!(photos.expected.total, Some(15.into()), "{other}");
    }
}

#[test]
fn only_events_of_its_own_sort_are_the_schedule_of_a_number() {
    let plan = promised(IndicatorKind::Event, "3 тренинга, 2 вебинара");
    let planned = |name: &str, on: &str, called: &str| {
        let planned = Entry { on: day("2024-05-20"), ..event(name, EventStatus::Planned, on) };
        with_event(planned, |event| event.name = Some(called.into()))
    };
    let facts = [
        named("a", "2024-06-01", "Тренинг 1"),
        named("b", "2024-06-05", "Вебинар 1"),
        planned("c", "2024-06-10", "Вебинар 2"),
        planned("d", "2024-07-10", "Вебинар 3"),
    ];
    let progress = |on: &str| both(&assessed(&plan, &facts, on)).map(|target| target.progress);
    assert_eq!(progress("2024-06-08"), [Progress::Open, Progress::OnTrack]);
    assert_eq!(progress("2024-06-15"), [Progress::Open, Progress::Behind]);
}

#[test]
fn focus_groups_at_an_event_of_another_activity_are_of_its_month() {
    let mut plan = plan(vec![line("t2-1", IndicatorKind::FocusGroup, &[plain(5)])]);
    let mut second = plan.tasks[0].activities[0].clone();
    second.id = id("t2-a2");
    second.indicators = vec![line("t2-2", IndicatorKind::Event, &[plain(1)])];
    plan.tasks[0].activities.push(second);
    let total = |name: &str, event: &str, of: u32| {
        let mut entry = counted_at(name, "t2-1", event, "2024-06-06", of);
        if let Fact::Reading { body } = &mut entry.fact {
            body.mode = ReadingMode::Total;
        }
        entry
    };
    let elsewhere = with_event(held("b", "2024-06-05"), |event| event.activities = vec![id("t2-a2")]);
    let facts = [held("a", "2024-06-01"), elsewhere, total("r1", "a", 2), total("r2", "b", 3)];
    let june = Some(days("2024-06-01", "2024-06-30"));
    let standing = assess(&plan, &observe(facts.to_vec()), day("2024-07-01"), &Policy::default(), june);
    let groups = target_of(&standing, "t2-1");
    assert_eq!(amount(groups.claimed).as_deref(), Some("5"));
    assert_eq!(amount(groups.in_period.unwrap().claimed).as_deref(), Some("5"));
}
