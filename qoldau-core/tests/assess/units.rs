//! Lines whose numbers are of different things: each is counted by what its own unit names.

use qoldau_core::assess::{Assessment, Headline, Progress, ReasonCode, TargetStanding, assess};
use qoldau_core::facts::{AttendanceBy, AttendanceRecord, Entry, EventStatus, EvidenceKind, Fact, observe};
use qoldau_core::people::observe::observe_people;
use qoldau_core::plan::{IndicatorKind, Plan, Policy, read_targets};

use crate::world::*;

fn promised(kind: IndicatorKind, cell: &str) -> Plan {
    plan(vec![line("t2-1", kind, &read_targets(cell, &id("x"), None))])
}

fn second(assessment: &Assessment) -> &TargetStanding {
    &line_of(assessment, "t2-1").targets[1]
}

fn figures(of: &TargetStanding) -> String {
    let said = |figure| match figure {
        Some(qoldau_core::assess::Figure::Amount { amount }) => format!("{amount}"),
        _ => "-".to_owned(),
    };
    format!("{} {}", said(of.claimed), said(of.proven))
}

fn codes(of: &TargetStanding) -> Vec<ReasonCode> {
    of.reasons.iter().map(|reason| reason.code).collect()
}

/// A number of one target of the line.
fn counted_of(name: &str, target: &str, event: &str, on: &str, amount: u32) -> Entry {
    let mut entry = counted_at(name, "t2-1", event, on, amount);
    if let Fact::Reading { body } = &mut entry.fact {
        body.target = Some(id(target));
    }
    entry
}

fn rows(name: &str, event: &str, rows: u32) -> Entry {
    let list = of_event(item(name, EvidenceKind::List, "t2-1", "2024-06-15", 1), event);
    with(list, |list| list.rows = Some(rows))
}

#[test]
fn people_in_a_line_of_events_are_counted_by_people() {
    for cell in ["1 форум, 200 участников", "1 форум, 200 адам", "1 forum, 200 participants"]
    {
        let plan = promised(IndicatorKind::Event, cell);
        let forum = with_event(held("forum", "2024-06-15"), |event| event.headcount = Some(180));
        let standing = assessed(&plan, std::slice::from_ref(&forum), "2024-07-01");
        let people = second(&standing);
        assert_eq!(figures(people), "- -", "{cell}");
        assert_eq!(
            (people.progress, codes(people)[1]),
            (Progress::NotStarted, ReasonCode::PeopleUncounted),
            "{cell}"
        );
        let entries =
            [forum, counted_of("n", "t2-1.2", "forum", "2024-06-15", 200), rows("list", "forum", 180)];
        let standing = assessed(&plan, &entries, "2024-07-01");
        assert_eq!(figures(target_of(&standing, "t2-1")), "1 1", "{cell}");
        assert_eq!(figures(second(&standing)), "200 180", "{cell}");
        assert!(codes(second(&standing)).contains(&ReasonCode::RowsDiffer), "{cell}");
        assert_eq!(second(&standing).progress, Progress::Met, "{cell}");
    }
}

#[test]
fn lists_of_people_are_participations_of_the_people_that_a_line_of_events_promises() {
    let plan = promised(IndicatorKind::Event, "1 форум, 3 участника");
    let persons = ["p1", "p2", "p3"].map(id).to_vec();
    let body = AttendanceRecord { event: Some(id("forum")), line: None, persons, by: AttendanceBy::List };
    let mut observations =
        observe(vec![held("forum", "2024-06-15"), entry("a", "2024-06-15", Fact::Attendance { body })]);
    let people = observe_people(&plan, &observations, day("2024-07-01"));
    observations.all.extend(people.observations.all);
    let standing = assess(&plan, &observations, day("2024-07-01"), &Policy::default(), None);
    assert_eq!(figures(second(&standing)), "3 0");
}

#[test]
fn attendance_lists_prove_the_people_of_a_line_of_events() {
    let mut plan = promised(IndicatorKind::Event, "1 форум, 200 участников");
    let lists = line("t2-2", IndicatorKind::List, &[each_event(plain(1))]);
    plan.tasks[0].activities[0].indicators.push(lists);
    let list = of_event(item("list", EvidenceKind::List, "t2-2", "2024-06-15", 1), "forum");
    let list = with(list, |list| list.rows = Some(200));
    let entries = [held("forum", "2024-06-15"), counted_of("n", "t2-1.2", "forum", "2024-06-15", 200), list];
    let standing = assessed(&plan, &entries, "2024-07-01");
    assert_eq!(figures(second(&standing)), "200 200");
    assert_eq!(line_of(&standing, "t2-1").headline, Headline::Proven);
}

#[test]
fn people_of_each_event_of_a_line_of_events_are_judged_event_by_event() {
    let plan = promised(IndicatorKind::Event, "5 тренингов, по 20 участников на каждом тренинге");
    let entries = [
        held("one", "2024-06-15"),
        held("two", "2024-06-20"),
        counted_of("n1", "t2-1.2", "one", "2024-06-15", 25),
        counted_of("n2", "t2-1.2", "two", "2024-06-20", 15),
    ];
    let standing = assessed(&plan, &entries, "2024-07-01");
    let people = second(&standing);
    assert_eq!(people.expected.total, Some(100.into()));
    assert_eq!(people.expected.by_date, Some(40.into()));
    let missing: Vec<_> = people.per_event.iter().map(|event| event.missing.to_string()).collect();
    assert_eq!((missing, people.progress), (vec!["0".to_owned(), "5".to_owned()], Progress::Behind));
}

#[test]
fn people_of_every_month_of_a_line_of_events_are_judged_by_people() {
    let plan = promised(IndicatorKind::Event, "ежемесячно: 1 семинар, 20 участников");
    let entries = [
        held("one", "2024-06-15"),
        held("two", "2024-07-15"),
        counted_of("n1", "t2-1.2", "one", "2024-06-15", 25),
        counted_of("n2", "t2-1.2", "two", "2024-07-15", 15),
    ];
    let standing = assessed(&plan, &entries, "2024-08-01");
    let missing: Vec<_> =
        second(&standing).per_period.iter().map(|period| period.missing.to_string()).take(2).collect();
    assert_eq!(missing, ["0", "5"]);
}

#[test]
fn the_only_number_of_a_line_of_events_may_be_of_people() {
    let plan = promised(IndicatorKind::Event, "200 участников");
    let entries = [held("forum", "2024-06-15"), counted_at("n", "t2-1", "forum", "2024-06-15", 150)];
    let standing = assessed(&plan, &entries, "2024-07-01");
    assert_eq!(figures(target_of(&standing, "t2-1")), "150 0");
}

#[test]
fn artefacts_in_a_line_of_events_are_the_evidence_itself() {
    for (cell, kind) in [
        ("1 форум, 5 фото", EvidenceKind::Photo),
        ("1 event, 5 letters", EvidenceKind::Letter),
        ("1 форум, 5 хат", EvidenceKind::Letter),
        ("1 семинар, 5 сертификатов", EvidenceKind::Material),
    ] {
        let plan = promised(IndicatorKind::Event, cell);
        let one = |at: usize| of_event(item(&format!("i{at}"), kind, "t2-1", "2024-06-15", 1), "forum");
        let mut entries = vec![held("forum", "2024-06-15"), one(1), one(2)];
        let standing = assessed(&plan, &entries, "2024-07-01");
        assert_eq!(figures(second(&standing)), "2 2", "{cell}");
        entries.extend([one(3), one(4), one(5)]);
        let standing = assessed(&plan, &entries, "2024-07-01");
        assert_eq!(
            (figures(second(&standing)).as_str(), second(&standing).headline),
            ("5 5", Headline::Proven),
            "{cell}"
        );
    }
}

#[test]
fn what_no_facts_are_counted_for_waits_for_a_number_of_its_own() {
    let plan = promised(IndicatorKind::Event, "1 семинар, 12 подарочных ваз");
    let mut entries = vec![
        held("seminar", "2024-06-15"),
        of_event(item("photo", EvidenceKind::Photo, "t2-1", "2024-06-15", 12), "seminar"),
    ];
    let standing = assessed(&plan, &entries, "2024-07-01");
    assert_eq!(figures(target_of(&standing, "t2-1")), "1 1");
    assert_eq!(figures(second(&standing)), "- 0");
    assert!(codes(second(&standing)).contains(&ReasonCode::EvidenceUncounted));
    entries.push(counted_of("n", "t2-1.2", "seminar", "2024-06-15", 12));
    let standing = assessed(&plan, &entries, "2024-07-01");
    assert_eq!(
        second(&standing).claimed,
        second(&standing).claimed.filter(|_| second(&standing).progress == Progress::Met)
    );
}

#[test]
fn a_photo_that_is_asked_for_shows_nothing_else_of_its_line() {
    let plan = promised(IndicatorKind::Photo, "5 фото, 1 подарочная ваза");
    let standing =
        assessed(&plan, &[item("photo", EvidenceKind::Photo, "t2-1", "2024-06-15", 5)], "2024-07-01");
    assert_eq!(figures(target_of(&standing, "t2-1")), "5 5");
    assert_eq!(figures(second(&standing)), "- -");
}

#[test]
fn copies_of_a_report_are_reports_and_materials_of_the_press_publications() {
    for (kind, cell, evidence) in [
        (IndicatorKind::Report, "1 экз.", EvidenceKind::Report),
        (IndicatorKind::Publication, "1 материал", EvidenceKind::Publication),
        (IndicatorKind::Post, "1 публикация", EvidenceKind::Post),
        (IndicatorKind::LiveStream, "1 видео", EvidenceKind::LiveStream),
        (IndicatorKind::Event, "1 буклет", EvidenceKind::Material),
    ] {
        let plan = promised(kind, cell);
        let standing = assessed(&plan, &[item("i", evidence, "t2-1", "2024-06-15", 1)], "2024-07-01");
        assert_eq!(figures(target_of(&standing, "t2-1")), "1 1", "{cell}");
    }
}

#[test]
fn people_of_a_line_of_lists_are_counted_by_the_rows_of_lists() {
    let plan = promised(IndicatorKind::List, "150 человек");
    let entries = [
        counted("n", "t2-1", "2024-06-15", 150),
        with(item("list", EvidenceKind::List, "t2-1", "2024-06-15", 1), |list| list.rows = Some(150)),
    ];
    let standing = assessed(&plan, &entries, "2024-07-01");
    assert_eq!(figures(target_of(&standing, "t2-1")), "150 150");
}

#[test]
fn only_the_events_of_a_line_are_planned() {
    let mut plan = promised(IndicatorKind::Event, "2 семинара, 20 сертификатов, 3 тренера");
    let photos = line("t2-2", IndicatorKind::Photo, &[each_event(plain(5))]);
    plan.tasks[0].activities[0].indicators.push(photos);
    let standing = assessed(&plan, &[held("one", "2024-06-15")], "2024-07-01");
    assert_eq!(standing.tasks[0].activities[0].events_planned, Some(2));
    let off = event("two", EventStatus::Cancelled, "2024-06-20");
    let standing = assessed(&plan, &[held("one", "2024-06-15"), off], "2024-07-01");
    assert_eq!(figures(target_of(&standing, "t2-1")), "1 0");
}

#[test]
fn events_of_two_sorts_in_one_line_are_told_apart_by_what_they_are_called() {
    let plan = promised(IndicatorKind::Event, "3 тренинга, 2 вебинара");
    let named = |name: &str, on: &str, called: &str| {
        with_event(held(name, on), |event| event.name = Some(called.into()))
    };
    let mut entries = vec![
        named("a", "2024-06-10", "Тренинг по медиации"),
        named("b", "2024-06-15", "Вебинары для школ"),
        named("c", "2024-06-20", "Второй тренинг"),
    ];
    let standing = assessed(&plan, &entries, "2024-07-01");
    assert_eq!(
        (figures(target_of(&standing, "t2-1")), figures(second(&standing))),
        ("2 0".into(), "1 0".into())
    );
    entries.push(held("d", "2024-06-25"));
    let standing = assessed(&plan, &entries, "2024-07-01");
    assert_eq!(figures(second(&standing)), "1 0");
    assert!(codes(second(&standing)).contains(&ReasonCode::NotToldApart));
    entries.push(with_event(held("e", "2024-06-28"), |event| event.part = Some("вебинар".into())));
    let standing = assessed(&plan, &entries, "2024-07-01");
    assert_eq!((figures(second(&standing)).as_str(), second(&standing).progress), ("2 0", Progress::Met));
}

#[test]
fn of_a_forum_and_further_events_the_forum_is_the_one_that_is_called_so() {
    let plan = promised(IndicatorKind::Event, "1 форум, 3 мероприятия");
    let named = |name: &str, on: &str, called: &str| {
        with_event(held(name, on), |event| event.name = Some(called.into()))
    };
    let entries = [named("a", "2024-06-10", "Форум добра"), named("b", "2024-06-15", "Субботник")];
    let standing = assessed(&plan, &entries, "2024-07-01");
    assert_eq!(
        (figures(target_of(&standing, "t2-1")), figures(second(&standing))),
        ("1 0".into(), "1 0".into())
    );
}

#[test]
fn specialists_in_a_line_of_events_came_and_those_of_their_own_line_are_engaged() {
    let plan = promised(IndicatorKind::Event, "1 семинар, 20 специалистов");
    let entries = [
        held("seminar", "2024-06-15"),
        counted_of("n1", "t2-1.2", "seminar", "2024-06-15", 12),
        counted_of("n2", "t2-1.2", "seminar", "2024-06-16", 8),
    ];
    assert_eq!(figures(second(&assessed(&plan, &entries, "2024-07-01"))), "20 0");
    let plan = promised(IndicatorKind::Specialist, "2 специалиста, 50 участников");
    let latest = |name: &str, on: &str, amount| {
        let mut entry = counted(name, "t2-1", on, amount);
        if let Fact::Reading { body } = &mut entry.fact {
            body.target = Some(id("t2-1.1"));
        }
        entry
    };
    let entries = [latest("n1", "2024-06-15", 1), latest("n2", "2024-06-20", 2)];
    let standing = assessed(&plan, &entries, "2024-07-01");
    assert_eq!(
        (figures(target_of(&standing, "t2-1")), figures(second(&standing))),
        ("2 0".into(), "- -".into())
    );
}
