//! Events: what each of them owes, doubles, parts, cancellations.

use qoldau_core::assess::{Figure, Headline, Progress, Proof, ReasonCode, Timing};
use qoldau_core::facts::{Entry, EventStatus, EvidenceKind};
use qoldau_core::plan::{IndicatorKind, Part, Plan, Question, Target};
use qoldau_core::value::{Amount, Id};

use crate::world::*;

fn photos(name: &str, event: &str, count: usize) -> Entry {
    of_event(item(name, EvidenceKind::Photo, "t2-2", "2024-06-15", count), event)
}

/// Three events, one sports and two cultural; five photos of each.
fn three_events() -> Plan {
    let parts = |id_of: &str, amount: u32, label: &str| Part {
        id: id(id_of),
        amount: amount.into(),
        label: label.into(),
    };
    let target = Target {
        parts: vec![parts("t2-1.1.p1", 1, "спорттық"), parts("t2-1.1.p2", 2, "қоғамдық-мәдени іс-шара")],
        ..plain(3)
    };
    plan(vec![
        line("t2-1", IndicatorKind::Event, &[target]),
        line("t2-2", IndicatorKind::Photo, &[each_event(at_least(5))]),
    ])
}

fn sport(name: &str, on: &str) -> Entry {
    with_event(held(name, on), |event| event.part = Some("Спорттық".into()))
}

fn culture(name: &str, on: &str) -> Entry {
    with_event(held(name, on), |event| event.part = Some("қоғамдық-мәдени".into()))
}

#[test]
fn nothing_can_be_said_of_each_event_before_one_is_held() {
    let plan = three_events();
    let planned = [event("e1", EventStatus::Planned, "2024-06-15")];
    let standing = assessed(&plan, &planned, "2024-06-10");
    let target = target_of(&standing, "t2-2");
    assert_eq!(target.progress, Progress::NotComputable);
    assert_eq!(target.expected.total, Some(15.into()), "three events are planned");
    assert_eq!(target_of(&assessed(&plan, &[], "2024-05-10"), "t2-2").progress, Progress::NotDue);
    assert_eq!(target_of(&assessed(&plan, &[], "2024-10-10"), "t2-2").headline, Headline::Overdue);
}

#[test]
fn each_event_is_judged_by_itself() {
    let plan = three_events();
    let facts =
        [sport("e1", "2024-06-15"), culture("e2", "2024-07-06"), photos("a", "e1", 8), photos("b", "e2", 2)];
    let standing = assessed(&plan, &facts, "2024-07-10");
    let target = target_of(&standing, "t2-2");
    assert_eq!(target.progress, Progress::Behind, "eight photos of one event do not help the other");
    let missing: Vec<(&str, String)> =
        target.per_event.iter().map(|share| (share.event.as_str(), share.missing.to_string())).collect();
    assert_eq!(missing, [("e1", "0".to_owned()), ("e2", "3".to_owned())]);
    assert_eq!((target.expected.by_date, target.missing), (Some(10.into()), Some(3.into())));
}

#[test]
fn each_event_is_met_when_all_planned_events_are_or_the_time_is_over() {
    let plan = three_events();
    let two =
        [sport("e1", "2024-06-15"), culture("e2", "2024-07-06"), photos("a", "e1", 5), photos("b", "e2", 5)];
    assert_eq!(target_of(&assessed(&plan, &two, "2024-07-10"), "t2-2").progress, Progress::OnTrack);
    assert_eq!(target_of(&assessed(&plan, &two, "2024-10-01"), "t2-2").progress, Progress::Met);
    let third = [culture("e3", "2024-08-01"), photos("c", "e3", 6)];
    let all: Vec<_> = two.into_iter().chain(third).collect();
    let standing = assessed(&plan, &all, "2024-08-02");
    assert_eq!(target_of(&standing, "t2-2").progress, Progress::Met);
    assert_eq!(target_of(&standing, "t2-2").headline, Headline::Proven);
    assert_eq!(target_of(&standing, "t2-1").progress, Progress::Met);
}

#[test]
fn three_events_of_the_wrong_parts_are_not_the_three_promised() {
    let plan = three_events();
    let facts = [sport("e1", "2024-06-15"), sport("e2", "2024-07-06"), culture("e3", "2024-08-01")];
    let standing = assessed(&plan, &facts, "2024-08-10");
    let target = target_of(&standing, "t2-1");
    assert_eq!(target.claimed, Some(Figure::Amount { amount: 3.into() }));
    assert_eq!(target.progress, Progress::OnTrack);
    let short = target.reasons.iter().filter(|reason| reason.code == ReasonCode::PartShort).count();
    assert_eq!(short, 1);
}

#[test]
fn two_people_recording_one_match_do_not_make_two() {
    let plan = three_events();
    let first = sport("e1", "2024-06-15");
    let second = by("pr", sport("e2", "2024-06-15"));
    let facts = [first, second, photos("a", "e1", 3), photos("b", "e2", 2)];
    let standing = assessed(&plan, &facts, "2024-06-20");
    let events = target_of(&standing, "t2-1");
    assert_eq!(events.claimed, Some(Figure::Amount { amount: Amount::ONE }));
    assert!(standing.findings.iter().any(|finding| finding.code == "ASM001"));
    assert_eq!(
        target_of(&standing, "t2-2").per_event[0].missing,
        Amount::ZERO,
        "their photos belong together"
    );

    let settled: Vec<_> = facts.iter().cloned().chain([same("s", "2024-06-18", &["e1", "e2"])]).collect();
    let joined = assessed(&plan, &settled, "2024-06-20");
    assert_eq!(joined.events.len(), 1);
    assert_eq!(joined.events[0].joined, [id("e2")]);
    assert!(joined.findings.iter().all(|finding| finding.code != "ASM001"));

    let apart: Vec<_> = settled.iter().cloned().chain([split("t", "2024-06-19", &["e1", "e2"])]).collect();
    let two = assessed(&plan, &apart, "2024-06-20");
    assert_eq!(two.events.len(), 2);
    assert_eq!(target_of(&two, "t2-1").claimed, Some(Figure::Amount { amount: 2.into() }));
    assert!(two.findings.iter().all(|finding| finding.code != "ASM001"), "somebody told them apart");
}

#[test]
fn a_third_record_joins_no_two_that_somebody_split() {
    let plan = three_events();
    let day = "2024-06-15";
    let three = [held("e1", day), by("pr", held("e2", day)), by("leader", held("e3", day))];
    let told = |facts: &[Entry]| {
        let standing = assessed(&plan, facts, "2024-06-20");
        let one = |event: &qoldau_core::assess::EventStanding| {
            let ids: Vec<&str> = [&event.id]
                .into_iter()
                .chain(&event.joined)
                .chain(&event.probable_doubles)
                .map(Id::as_str)
                .collect();
            ids.join(" ")
        };
        standing.events.iter().map(one).collect::<Vec<_>>()
    };
    assert_eq!(told(&three), ["e1 e2 e3"]);
    for (split_ids, events) in
        [(["e1", "e2"], ["e1 e3", "e2"]), (["e1", "e3"], ["e1 e2", "e3"]), (["e2", "e3"], ["e1 e2", "e3"])]
    {
        let apart = [three.as_slice(), &[split("s", "2024-06-18", &split_ids)]].concat();
        assert_eq!(told(&apart), events);
    }
    let fourth = [by("guest", held("e0", day)), split("s", "2024-06-18", &["e1", "e2"])];
    let joined = [same("j", "2024-06-19", &["e3", "e1"])];
    let four = [three.as_slice(), &fourth, &joined].concat();
    assert_eq!(told(&four), ["e0 e1 e3", "e2"], "not by a chain of others either");
}

#[test]
fn what_one_record_leaves_out_tells_no_two_apart() {
    let plan = three_events();
    let cup = |name: &str, called: &str, place: &str, part: &str| {
        with_event(held(name, "2024-06-15"), |event| {
            event.name = Some(called.into());
            event.place = Some(place.into());
            event.part = Some(part.into());
        })
    };
    let count = |first: [&str; 3], second: [&str; 3]| {
        let [a, b] = [cup("e1", first[0], first[1], first[2]), cup("e2", second[0], second[1], second[2])];
        assessed(&plan, &[a, by("pr", b)], "2024-06-20").events.len()
    };
    assert_eq!(count(["Кубок 2024", "Ақтау", "спорттық"], ["Кубок", "Ақтау қаласы", "спорттық іс-шара"]), 1);
    assert_eq!(count(["Кубок 2024", "г. Ақтау", ""], ["Кубок 2024, №5", "Ақтау", "спорттық"]), 1);
    assert_eq!(count(["Кубок 05", "Ақтау", ""], ["Кубок 5", "Ақтау", ""]), 1);
    assert_eq!(count(["№5 мектеп", "Ақтау", ""], ["№7 мектеп", "Ақтау", ""]), 2);
    assert_eq!(count(["Кубок", "№5 мектеп", ""], ["Кубок", "№7 мектеп", ""]), 2);
    assert_eq!(count(["Кубок", "Ақтау", "спорттық"], ["Кубок", "Ақтау", "мәдени"]), 2);
}

#[test]
fn what_tells_two_events_apart_keeps_them_apart() {
    let plan = three_events();
    let named = |name: &str, called: &str| {
        with_event(held(name, "2024-06-15"), |event| event.name = Some(called.into()))
    };
    let schools = [named("e1", "№5 мектеп"), by("pr", named("e2", "№7 мектеп"))];
    assert_eq!(assessed(&plan, &schools, "2024-06-20").events.len(), 2);
    let places = |name: &str, place: &str| {
        with_event(held(name, "2024-06-15"), |event| event.place = Some(place.into()))
    };
    let towns = [places("e1", "Ақтау"), by("pr", places("e2", "Жаңаөзен"))];
    assert_eq!(assessed(&plan, &towns, "2024-06-20").events.len(), 2);
    let parts = [sport("e1", "2024-06-15"), by("pr", culture("e2", "2024-06-15"))];
    assert_eq!(assessed(&plan, &parts, "2024-06-20").events.len(), 2);
    let alone = [held("e1", "2024-06-15"), held("e2", "2024-06-15")];
    assert_eq!(assessed(&plan, &alone, "2024-06-20").events.len(), 2, "one person may hold two on a day");
}

#[test]
fn a_cancelled_event_owes_nothing_and_its_photos_prove_nothing() {
    let plan = three_events();
    let cancelled = event("e1", EventStatus::Cancelled, "2024-06-15");
    let planned = event("e1", EventStatus::Planned, "2024-06-15");
    let planned = Entry { on: day("2024-06-01"), ..planned };
    let facts = [planned, cancelled, photos("a", "e1", 5)];
    let standing = assessed(&plan, &facts, "2024-06-20");
    let target = target_of(&standing, "t2-2");
    assert_eq!(
        (target.progress, target.proven),
        (Progress::NotComputable, Some(Figure::Amount { amount: Amount::ZERO }))
    );
    assert_eq!(standing.events[0].status, EventStatus::Cancelled);
}

#[test]
fn a_planned_event_whose_day_is_over_is_behind_and_asks() {
    let plan = three_events();
    let planned = Entry { on: day("2024-06-01"), ..event("e1", EventStatus::Planned, "2024-06-15") };
    assert_eq!(
        target_of(&assessed(&plan, std::slice::from_ref(&planned), "2024-06-14"), "t2-1").progress,
        Progress::NotStarted
    );
    let standing = assessed(&plan, &[planned], "2024-06-16");
    assert_eq!(target_of(&standing, "t2-1").progress, Progress::Behind);
    assert!(standing.findings.iter().any(|finding| finding.code == "ASM005"));
}

#[test]
fn late_photos_of_an_event_in_time_are_late_evidence_not_a_late_event() {
    let plan = three_events();
    let late = of_event(item("a", EvidenceKind::Photo, "t2-2", "2024-10-05", 5), "e1");
    let standing = assessed(&plan, &[sport("e1", "2024-06-15"), late], "2024-10-10");
    let target = target_of(&standing, "t2-2");
    assert_eq!(target.timing, Timing::InTime);
    assert!(target.reasons.iter().any(|reason| reason.code == ReasonCode::EvidenceLate));
}

#[test]
fn a_number_of_planned_events_may_be_agreed() {
    let plan = plan(vec![line("t2-2", IndicatorKind::Photo, &[each_event(at_least(5))])]);
    let agreed = read_as("r", "t2-a1", Question::PlannedEvents, "40", "2024-06-01");
    let standing = assessed(&plan, &[agreed], "2024-06-20");
    assert_eq!(target_of(&standing, "t2-2").expected.total, Some(200.into()));
    assert_eq!(target_of(&assessed(&plan, &[], "2024-06-20"), "t2-2").expected.total, None);
}

#[test]
fn photos_without_an_event_are_named() {
    let plan = three_events();
    let loose = item("a", EvidenceKind::Photo, "t2-2", "2024-06-15", 5);
    let standing = assessed(&plan, &[sport("e1", "2024-06-15"), loose], "2024-06-20");
    let target = target_of(&standing, "t2-2");
    assert_eq!(target.missing, Some(5.into()));
    assert!(target.reasons.iter().any(|reason| reason.code == ReasonCode::ItemsWithoutEvent));
}

#[test]
fn an_event_is_proven_by_any_evidence_that_names_it() {
    let plan = three_events();
    let facts = [
        sport("e1", "2024-06-15"),
        culture("e2", "2024-07-06"),
        culture("e3", "2024-08-01"),
        photos("a", "e1", 1),
    ];
    let standing = assessed(&plan, &facts, "2024-08-10");
    let target = target_of(&standing, "t2-1");
    assert_eq!((target.progress, target.proof), (Progress::Met, Proof::Partial));
    assert_eq!(target.headline, Headline::NeedsAction);
}

fn counting_plan() -> Plan {
    plan(vec![
        line("t2-1", IndicatorKind::Event, &[plain(3)]),
        line("t2-3", IndicatorKind::Participants, &[at_least(50)]),
        line("t2-2", IndicatorKind::List, &[each_event(plain(1))]),
    ])
}

fn list(name: &str, event: &str, rows: u32) -> Entry {
    let list = of_event(item(name, EvidenceKind::List, "t2-3", "2024-06-15", 1), event);
    with(list, |item| item.rows = Some(rows))
}

fn figures(
    standing: &qoldau_core::assess::Assessment,
    name: &str,
) -> (Option<Figure>, Option<Figure>, Headline) {
    let target = target_of(standing, name);
    (target.claimed, target.proven, target.headline)
}

fn amount(amount: u32) -> Figure {
    Figure::Amount { amount: amount.into() }
}

#[test]
fn what_names_an_event_that_no_record_tells_of_does_not_count() {
    let plan = counting_plan();
    let facts =
        [held("e1", "2024-06-15"), counted_at("r", "t2-3", "e1", "2024-06-15", 3000), list("l", "e1", 3000)];
    let standing = assessed(&plan, &facts, "2024-06-20");
    assert_eq!(figures(&standing, "t2-3"), (Some(amount(3000)), Some(amount(3000)), Headline::Proven));

    let voided: Vec<_> = facts.iter().cloned().chain([void("v", "2024-06-16", "entry-e1-Held")]).collect();
    for facts in [&voided[..], &facts[1..]] {
        let standing = assessed(&plan, facts, "2024-06-20");
        let (claimed, _, headline) = figures(&standing, "t2-3");
        assert_eq!((claimed, headline), (None, Headline::NeedsAction));
        let reasons = &target_of(&standing, "t2-3").reasons;
        let not_held = reasons.iter().find(|reason| reason.code == ReasonCode::EventNotHeld).unwrap();
        assert_eq!(not_held.params, [qoldau_core::finding::Param::amount("count", 2.into())]);
    }
    // The day before the void it counts as it did.
    assert_eq!(figures(&assessed(&plan, &voided, "2024-06-15"), "t2-3").2, Headline::Proven);
}

#[test]
fn facts_of_a_voided_double_stay_with_the_event_that_it_was_joined_with() {
    let plan = counting_plan();
    let facts = [
        held("e1", "2024-06-15"),
        by("berik", held("e2", "2024-06-15")),
        same("s", "2024-06-16", &["e1", "e2"]),
        counted_at("r1", "t2-3", "e1", "2024-06-15", 60),
        counted_at("r2", "t2-3", "e2", "2024-06-15", 64),
        list("l1", "e1", 60),
        list("l2", "e2", 64),
    ];
    assert_eq!(
        figures(&assessed(&plan, &facts, "2024-06-20"), "t2-3"),
        (Some(amount(64)), Some(amount(64)), Headline::Proven)
    );
    for voided in ["entry-e1-Held", "entry-e2-Held"] {
        let facts: Vec<_> = facts.iter().cloned().chain([void("v", "2024-06-17", voided)]).collect();
        let standing = assessed(&plan, &facts, "2024-06-20");
        assert_eq!(
            figures(&standing, "t2-3"),
            (Some(amount(64)), Some(amount(64)), Headline::Proven),
            "{voided}"
        );
        assert_eq!((standing.events.len(), standing.events[0].joined.len()), (1, 1));
        assert_eq!(figures(&standing, "t2-1").0, Some(amount(1)));
        // Told apart again, the event without a record was not held.
        let apart: Vec<_> = facts.iter().cloned().chain([split("t", "2024-06-18", &["e1", "e2"])]).collect();
        let left = if voided == "entry-e1-Held" { 64 } else { 60 };
        assert_eq!(figures(&assessed(&plan, &apart, "2024-06-20"), "t2-3").0, Some(amount(left)));
    }
}

#[test]
fn a_later_plan_of_somebody_else_does_not_take_back_what_was_held() {
    let plan = counting_plan();
    let planned = |name: &str, on: &str| Entry {
        id: id(name),
        on: day(on),
        ..with_event(event("e1", EventStatus::Planned, on), |event| event.start = day("2024-06-25"))
    };
    let facts =
        [held("e1", "2024-06-15"), counted_at("r", "t2-3", "e1", "2024-06-15", 60), list("l", "e1", 60)];
    let with_plan = |entry: Entry| {
        let facts: Vec<_> = facts.iter().cloned().chain([entry]).collect();
        figures(&assessed(&plan, &facts, "2024-06-20"), "t2-3").0
    };
    assert_eq!(with_plan(by("berik", planned("p", "2024-06-16"))), Some(amount(60)));
    assert_eq!(with_plan(planned("p", "2024-06-16")), None, "she takes it back herself");
    let replaced = replacing(by("berik", planned("p", "2024-06-16")), "entry-e1-Held");
    assert_eq!(with_plan(replaced), None, "he corrects her entry");
}

#[test]
fn what_is_joined_though_one_says_it_was_held_and_another_that_it_was_not_is_asked() {
    let plan = three_events();
    let off = |status: EventStatus, on: &str, author: &str| {
        let mut entry = event("e2", status, on);
        entry.author = author.into();
        entry
    };
    let asked = |second: Entry, join: Entry| {
        let standing = assessed(&plan, &[sport("e1", "2024-06-15"), second, join], "2024-07-10");
        let events: Vec<EventStatus> = standing.events.iter().map(|event| event.status).collect();
        let asks = standing.findings.iter().filter(|finding| finding.code == "ASM017").count();
        (events, asks)
    };
    let join = || same("s", "2024-06-18", &["e1", "e2"]);
    let (held, cancelled, postponed) = (EventStatus::Held, EventStatus::Cancelled, EventStatus::Postponed);
    assert_eq!(asked(off(cancelled, "2024-06-16", "berik"), join()), (vec![held], 1));
    assert_eq!(asked(off(postponed, "2024-06-15", "berik"), join()), (vec![held], 1));
    // It was put off first and held then, one person knew of their own, or nobody says that they are one.
    assert_eq!(asked(off(postponed, "2024-06-10", "berik"), join()), (vec![held], 0));
    assert_eq!(asked(off(cancelled, "2024-06-16", "coordinator"), join()), (vec![held], 0));
    let apart = split("s", "2024-06-18", &["e1", "e2"]);
    assert_eq!(asked(off(cancelled, "2024-06-16", "berik"), apart), (vec![held, cancelled], 0));
}

#[test]
fn what_is_one_by_way_of_an_event_stays_one_when_that_is_split_off() {
    let plan = three_events();
    let three = [held("e1", "2024-06-15"), held("e2", "2024-06-16"), held("e3", "2024-06-17")];
    let count = |more: &[Entry]| {
        let facts = [three.as_slice(), more].concat();
        target_of(&assessed(&plan, &facts, "2024-07-01"), "t2-1").claimed
    };
    let figure = |amount: u32| Some(Figure::Amount { amount: amount.into() });
    let at_once = [same("a", "2024-06-20", &["e1", "e2", "e3"])];
    let by_way = [same("a", "2024-06-20", &["e1", "e2"]), same("b", "2024-06-20", &["e2", "e3"])];
    for joins in [at_once.as_slice(), &by_way] {
        assert_eq!(count(joins), figure(1));
        let apart = [joins, &[split("s", "2024-06-21", &["e2", "e9"])]].concat();
        assert_eq!(count(&apart), figure(2));
    }
    // What somebody told apart before is not made one by what goes.
    let told_apart = [&[split("s0", "2024-06-19", &["e1", "e3"])][..], &by_way].concat();
    let apart = [&told_apart[..], &[split("s", "2024-06-21", &["e2", "e9"])]].concat();
    assert_eq!(count(&apart), figure(3));
}
