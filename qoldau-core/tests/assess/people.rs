//! Lists of people on the way to `assess`: what they come to, and what differs from what was reported.

use qoldau_core::assess::{ImpactStanding, PersonBounds, Progress, ReasonCode, assess};
use qoldau_core::facts::{
    AttendanceBy, AttendanceRecord, Entry, EventStatus, Fact, HeadcountBasis, HeadcountGroup,
    HeadcountRecord, PeopleCount, PersonDecision, PersonVerdict, ReachDimension, ReachEstimate, ReachMethod,
    ReadingMode, ReadingValue, observe,
};
use qoldau_core::people::observe::{PeopleObserved, ReachMatch, observe_people, people_of_journal};
use qoldau_core::people::reach::{
    Attendance, CountedEvent, Headcount, PersonFacts, ReachPolicy, ReachQuestion, ReachValue, ShownReach,
    count_groups, count_reach, show_reach,
};
use qoldau_core::plan::{ImpactKind, ImpactLine, IndicatorKind, Plan, Policy, Target, read_unit};

use crate::world::*;

fn list(name: &str, event: &str, on: &str, persons: &[&str]) -> Entry {
    let persons = persons.iter().map(|person| id(person)).collect();
    let body = AttendanceRecord { event: Some(id(event)), line: None, persons, by: AttendanceBy::List };
    entry(name, on, Fact::Attendance { body })
}

fn heads(name: &str, event: &str, on: &str, total: u32) -> Entry {
    let body =
        HeadcountRecord { event: id(event), total, basis: HeadcountBasis::ScannedList, groups: Vec::new() };
    entry(name, on, Fact::Headcount { body })
}

fn decided(name: &str, on: &str, one: &str, other: &str, verdict: PersonVerdict) -> Entry {
    entry(name, on, Fact::PersonDecision { body: PersonDecision { one: id(one), other: id(other), verdict } })
}

fn direct(target: Target, sources: &[&str]) -> ImpactLine {
    ImpactLine {
        id: id("i1"),
        number: "1".into(),
        kind: ImpactKind::DirectBeneficiaries,
        name: "Тікелей бенефициарлар".into(),
        unit: None,
        targets: vec![target],
        sources: Some(sources.iter().map(|source| id(source)).collect()),
        source: None,
    }
}

/// One line that counts participants, and the line of the block that sums it.
fn promised(target: Target) -> Plan {
    let mut plan = plan(vec![line("t2-1", IndicatorKind::Participants, &[at_least(5)])]);
    plan.impact = vec![direct(target, &["t2-1"])];
    plan
}

fn held_with_people(plan: &Plan, entries: &[Entry], on: &str) -> (ImpactStanding, PeopleObserved) {
    let mut observations = observe(entries.to_vec());
    let people = observe_people(plan, &observations, day(on));
    observations.all.extend(people.observations.all.clone());
    let assessment = assess(plan, &observations, day(on), &Policy::default(), None);
    (assessment.impact.first().unwrap().clone(), people)
}

fn codes(people: &PeopleObserved) -> Vec<&str> {
    people.findings.iter().map(|finding| finding.code.as_str()).collect()
}

fn bounds(at_least: u32, at_most: u32) -> PersonBounds {
    PersonBounds { at_least, at_most }
}

#[test]
fn lists_are_participations_of_the_line_and_people_of_the_block() {
    let plan = promised(at_least(4));
    let entries = [
        held("cup", "2024-06-15"),
        held("run", "2024-07-01"),
        list("a", "cup", "2024-06-15", &["p1", "p2", "p2"]),
        list("b", "run", "2024-07-01", &["p1", "p3"]),
    ];
    let (block, people) = held_with_people(&plan, &entries, "2024-08-01");
    assert_eq!((block.participations, block.unique_persons), (Some(4.into()), Some(bounds(3, 3))));
    assert_eq!(block.progress, Progress::Met);
    assert!(block.reasons.iter().any(|reason| reason.code == ReasonCode::FewerPersons), "4 promised, 3 came");
    assert!(people.checks.iter().all(|check| check.outcome == ReachMatch::Observed));
    assert_eq!(codes(&people), [""; 0]);
    // Before the second event there was only the first.
    let (block, _) = held_with_people(&plan, &entries, "2024-06-30");
    assert_eq!((block.participations, block.unique_persons), (Some(2.into()), Some(bounds(2, 2))));
}

#[test]
fn a_journal_without_lists_is_assessed_as_before() {
    let plan = promised(at_least(4));
    let entries = [
        with_event(held("cup", "2024-06-15"), |event| event.headcount = Some(40)),
        counted_at("a", "t2-1", "cup", "2024-06-15", 40),
    ];
    let (block, people) = held_with_people(&plan, &entries, "2024-08-01");
    assert_eq!((block.unique_persons, people), (None, PeopleObserved::default()));
}

#[test]
fn where_only_heads_were_counted_people_lie_between_bounds() {
    let plan = promised(at_least(100));
    let entries = [
        held("cup", "2024-06-15"),
        held("run", "2024-07-01"),
        held("talk", "2024-07-08"),
        list("a", "cup", "2024-06-15", &["p1", "p2"]),
        heads("b", "cup", "2024-06-15", 40),
        heads("c", "run", "2024-07-01", 25),
        // Nothing but a number: a headcount as well.
        counted_at("d", "t2-1", "talk", "2024-07-08", 10),
    ];
    let (block, _) = held_with_people(&plan, &entries, "2024-08-01");
    assert_eq!((block.participations, block.unique_persons), (Some(75.into()), Some(bounds(40, 75))));
}

#[test]
fn a_number_that_was_reported_stands_and_its_difference_is_told() {
    let plan = promised(at_least(4));
    let entries = [
        held("cup", "2024-06-15"),
        counted_at("r", "t2-1", "cup", "2024-06-15", 3),
        list("a", "cup", "2024-06-15", &["p1", "p2"]),
    ];
    let (block, people) = held_with_people(&plan, &entries, "2024-08-01");
    assert_eq!(block.participations, Some(3.into()), "never both");
    assert_eq!(block.unique_persons, Some(bounds(3, 3)), "one more was there than the list names");
    assert_eq!(codes(&people), ["PPL011"]);
    let agrees = [entries[0].clone(), counted_at("r", "t2-1", "cup", "2024-06-15", 2), entries[2].clone()];
    let (_, people) = held_with_people(&plan, &agrees, "2024-08-01");
    assert_eq!((people.checks[0].outcome, codes(&people).len()), (ReachMatch::Agrees, 0));
}

#[test]
fn lists_within_a_total_of_the_line_do_not_count_beside_it() {
    let plan = promised(at_least(4));
    let total = |amount: u32| {
        let value = ReadingValue::Amount { amount: amount.into() };
        reading("r", "t2-1", "2024-06-30", ReadingMode::Total, value)
    };
    let entries = |amount| {
        [
            held("cup", "2024-06-15"),
            held("run", "2024-07-01"),
            total(amount),
            list("a", "cup", "2024-06-15", &["p1", "p2"]),
            list("b", "run", "2024-07-01", &["p3"]),
        ]
    };
    let (block, people) = held_with_people(&plan, &entries(10), "2024-08-01");
    assert_eq!((block.participations, block.unique_persons), (Some(11.into()), Some(bounds(3, 11))));
    assert_eq!(codes(&people), [""; 0]);
    let (_, people) = held_with_people(&plan, &entries(1), "2024-08-01");
    assert_eq!(codes(&people), ["PPL014"]);
}

#[test]
fn of_several_lines_that_count_participants_the_list_says_which() {
    let lines = ["t2-1", "t2-2"].map(|name| line(name, IndicatorKind::Participants, &[at_least(5)]));
    let mut plan = plan(lines.to_vec());
    plan.impact = vec![direct(at_least(4), &["t2-1"])];
    let mut named = list("a", "cup", "2024-06-15", &["p1"]);
    let entries = [held("cup", "2024-06-15"), named.clone()];
    let (block, people) = held_with_people(&plan, &entries, "2024-08-01");
    assert_eq!((block.participations, codes(&people)), (None, vec!["PPL013"]));
    if let Fact::Attendance { body } = &mut named.fact {
        body.line = Some(id("t2-1"));
    }
    let (block, people) = held_with_people(&plan, &[held("cup", "2024-06-15"), named], "2024-08-01");
    assert_eq!((block.participations, codes(&people).len()), (Some(1.into()), 0));
}

#[test]
fn a_service_without_an_event_counts_for_its_line() {
    let mut plan = plan(vec![line("t2-1", IndicatorKind::Support, &[at_least(5)])]);
    plan.impact = vec![direct(at_least(4), &["t2-1"])];
    let service = |name: &str, on: &str, persons: &[&str]| {
        let mut entry = list(name, "none", on, persons);
        if let Fact::Attendance { body } = &mut entry.fact {
            (body.event, body.line) = (None, Some(id("t2-1")));
        }
        entry
    };
    let entries = [service("a", "2024-06-15", &["p1", "p2"]), service("b", "2024-07-15", &["p1"])];
    let (block, people) = held_with_people(&plan, &entries, "2024-08-01");
    assert_eq!(block.unique_persons, Some(bounds(2, 2)));
    assert_eq!(people.checks.iter().map(|check| check.listed).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn decisions_about_people_are_entries_and_are_taken_back_by_voiding_them() {
    let plan = promised(at_least(4));
    let entries = [
        held("cup", "2024-06-15"),
        held("run", "2024-07-01"),
        list("a", "cup", "2024-06-15", &["p1", "p2"]),
        list("b", "run", "2024-07-01", &["p3", "p4"]),
        decided("s1", "2024-07-02", "p1", "p3", PersonVerdict::Same),
        decided("s2", "2024-07-03", "p2", "p4", PersonVerdict::Same),
        decided("n1", "2024-07-04", "p2", "p3", PersonVerdict::NotSame),
    ];
    let persons = |entries: &[Entry], on: &str| {
        held_with_people(&plan, entries, on).0.unique_persons.map(|bounds| bounds.at_most)
    };
    assert_eq!(persons(&entries, "2024-07-01"), Some(4));
    assert_eq!(persons(&entries, "2024-07-02"), Some(3));
    assert_eq!(
        persons(&entries, "2024-08-01"),
        Some(2),
        "p1 = p3 and p2 = p4 do not bring p2 and p3 together"
    );
    // p1 = p2 would bring together what somebody kept apart.
    let chain = [&entries[..], &[decided("s3", "2024-07-05", "p1", "p2", PersonVerdict::Same)]].concat();
    assert_eq!(persons(&chain, "2024-08-01"), Some(2));
    let (_, people) = held_with_people(&plan, &chain, "2024-08-01");
    assert_eq!(codes(&people), ["PPL003"]);
    let voided = [&entries[..], &[void("v", "2024-07-10", "s1")]].concat();
    assert_eq!((persons(&voided, "2024-07-09"), persons(&voided, "2024-07-10")), (Some(2), Some(3)));
}

#[test]
fn records_of_one_event_have_one_list() {
    let plan = promised(at_least(4));
    let entries = [
        held("cup", "2024-06-15"),
        by("pr", held("cup-pr", "2024-06-15")),
        same("s", "2024-06-16", &["cup", "cup-pr"]),
        list("a", "cup", "2024-06-15", &["p1", "p2"]),
        list("b", "cup-pr", "2024-06-15", &["p2", "p3"]),
    ];
    let (block, _) = held_with_people(&plan, &entries, "2024-08-01");
    assert_eq!((block.participations, block.unique_persons), (Some(3.into()), Some(bounds(3, 3))));
    let people = people_of_journal(&observe(entries.to_vec()), day("2024-08-01"));
    assert_eq!(people.attendances.len(), 3);
}

#[test]
fn an_event_that_was_not_held_has_no_participants() {
    let plan = promised(at_least(4));
    let entries =
        [event("cup", EventStatus::Cancelled, "2024-06-15"), list("a", "cup", "2024-06-15", &["p1"])];
    let (block, people) = held_with_people(&plan, &entries, "2024-08-01");
    assert_eq!((block.participations, block.unique_persons), (None, None));
    assert_eq!(codes(&people), ["PPL018"]);
}

#[test]
fn a_count_that_somebody_stated_stands_and_is_held_against_the_lists() {
    let plan = promised(at_least(4));
    let stated = |at_least: u32, at_most: u32| {
        let body = PeopleCount { line: id("i1"), at_least, at_most };
        entry("c", "2024-07-10", Fact::PeopleCount { body })
    };
    let lists = [held("cup", "2024-06-15"), list("a", "cup", "2024-06-15", &["p1", "p2"])];
    let with = |count: Entry| held_with_people(&plan, &[&lists[..], &[count]].concat(), "2024-08-01");
    let (block, people) = with(stated(2, 3));
    assert_eq!((block.unique_persons, codes(&people).len()), (Some(bounds(2, 3)), 0));
    let (block, people) = with(stated(90, 90));
    assert_eq!((block.unique_persons, codes(&people)), (Some(bounds(90, 90)), vec!["PPL016"]));
}

#[test]
fn estimates_of_reach_are_readings_of_the_indirect_line_and_of_no_other() {
    let mut plan = promised(at_least(4));
    let indirect = ImpactLine {
        id: id("i2"),
        kind: ImpactKind::IndirectBeneficiaries,
        sources: None,
        ..direct(at_least(1000), &[])
    };
    plan.impact.push(indirect);
    let estimate = |name: &str, amount: u32, source: &str| {
        let body = ReachEstimate {
            line: id("i2"),
            amount: amount.into(),
            method: ReachMethod::Views,
            source: source.into(),
        };
        entry(name, "2024-07-10", Fact::ReachEstimate { body })
    };
    let entries = [estimate("a", 700, "Instagram"), estimate("b", 300, " ")];
    let mut observations = observe(entries.to_vec());
    let people = observe_people(&plan, &observations, day("2024-08-01"));
    observations.all.extend(people.observations.all.clone());
    let assessment = assess(&plan, &observations, day("2024-08-01"), &Policy::default(), None);
    let figures: Vec<_> = assessment.impact.iter().map(|line| line.participations).collect();
    assert_eq!(figures, [None, Some(1000.into())]);
    // Both are of views: one counter read twice, or two posts; nobody but the NGO knows.
    assert_eq!(codes(&people), ["PPL015", "PPL042"]);
}

#[test]
fn nothing_of_this_needs_to_know_who_anybody_is() {
    let plan = promised(at_least(4));
    let entries = [held("cup", "2024-06-15"), list("a", "cup", "2024-06-15", &["p1", "p2"])];
    let (_, people) = held_with_people(&plan, &entries, "2024-08-01");
    let said = format!("{people:?}");
    assert!(!said.contains("p1") && !said.contains("p2"), "not even pseudonyms come out: {said}");
}

#[test]
fn two_headcounts_of_one_event_tell_the_groups_of_the_same_people() {
    let group = |value: &str, count| HeadcountGroup { by: ReachDimension::Sex, value: value.into(), count };
    let counted = |name: &str, on: &str, women, men| {
        let mut entry = heads(name, "cup", on, women + men);
        if let Fact::Headcount { body } = &mut entry.fact {
            body.groups = vec![group("f", women), group("m", men)];
        }
        entry
    };
    let groups = |entries: &[Entry]| {
        let people = people_of_journal(&observe(entries.to_vec()), day("2024-08-01"));
        let event = people.events.first().unwrap().clone();
        (event.total, event.groups.iter().map(|group| group.count).collect::<Vec<_>>())
    };
    let (first, second) = (counted("a", "2024-06-15", 31, 33), counted("b", "2024-06-16", 30, 34));
    assert_eq!(groups(&[held("cup", "2024-06-15"), first.clone(), second]), (64, vec![30, 34]));
    let fewer = counted("b", "2024-06-16", 20, 10);
    assert_eq!(groups(&[held("cup", "2024-06-15"), first.clone(), fewer]), (64, vec![31, 33]));
    let ungrouped = heads("b", "cup", "2024-06-16", 70);
    assert_eq!(groups(&[held("cup", "2024-06-15"), first, ungrouped]), (70, vec![31, 33]));
}

#[test]
fn an_event_over_the_end_of_a_month_counts_on_its_last_day_for_people_too() {
    let cup = with_event(held("cup", "2024-06-30"), |event| event.end = Some(day("2024-07-01")));
    let people =
        people_of_journal(&observe(vec![cup, list("a", "cup", "2024-07-01", &["p1"])]), day("2024-08-01"));
    assert_eq!(people.attendances.first().unwrap().on, day("2024-07-01"));
}

#[test]
fn people_of_an_event_that_two_recorded_are_no_more_than_its_participations() {
    let plan = promised(at_least(100));
    let entries = [
        by("a", held("e1", "2024-06-15")),
        by("b", held("e2", "2024-06-15")),
        by("a", heads("h1", "e1", "2024-06-15", 64)),
        by("b", heads("h2", "e2", "2024-06-15", 64)),
    ];
    let (block, _) = held_with_people(&plan, &entries, "2024-08-01");
    assert_eq!(block.participations, Some(64.into()));
    assert_eq!(block.unique_persons, Some(PersonBounds { at_least: 64, at_most: 64 }));
}

#[test]
fn heads_that_an_event_states_are_people_too() {
    let plan = promised(at_least(100));
    let counted =
        |name: &str, on: &str, heads: u32| with_event(held(name, on), |event| event.headcount = Some(heads));
    let cup = list("a", "cup", "2024-06-15", &["p1", "p2", "p3"]);
    let entries = [counted("run", "2024-07-01", 80), counted("cup", "2024-06-15", 30), cup];
    let (block, people) = held_with_people(&plan, &entries, "2024-08-01");
    assert_eq!((block.participations, block.unique_persons), (Some(110.into()), Some(bounds(80, 110))));
    assert_eq!(codes(&people), [""; 0]);
    // Without a single list the journal still says how many were there.
    let reach =
        |entries: &[Entry]| people_of_journal(&observe(entries.to_vec()), day("2024-08-01")).headcounts;
    let totals: Vec<u32> = reach(&entries[..2]).iter().map(|heads| heads.total).collect();
    assert_eq!(totals, [30, 80]);
    let planned =
        with_event(event("run", EventStatus::Planned, "2024-07-01"), |event| event.headcount = Some(80));
    assert_eq!(reach(std::slice::from_ref(&planned)), []);
    let of_planned = list("b", "run", "2024-07-01", &["p1"]);
    let people = people_of_journal(&observe(vec![planned, of_planned]), day("2024-08-01"));
    assert_eq!(
        people.same.findings.iter().map(|finding| finding.code.as_str()).collect::<Vec<_>>(),
        ["PPL018"]
    );
}

#[test]
fn there_are_no_more_people_than_participations() {
    let plan = promised(at_least(100));
    let reported = |name: &str, event: &str| counted_at(name, "t2-1", event, "2024-06-15", 25);
    let entries = [
        held("cup", "2024-06-15"),
        list("a", "cup", "2024-06-15", &["p1", "p2"]),
        heads("b", "cup", "2024-06-15", 40),
        reported("c", "cup"),
    ];
    let (block, people) = held_with_people(&plan, &entries, "2024-08-01");
    assert_eq!((block.participations, block.unique_persons), (Some(25.into()), Some(bounds(25, 25))));
    assert_eq!(codes(&people), ["PPL011"]);
}

#[test]
fn an_estimate_of_reach_is_never_added_to_people_who_were_there() {
    let plan = promised(at_least(4));
    for (line, method) in
        [("t2-1", ReachMethod::Views), ("t2-1", ReachMethod::Households), ("i1", ReachMethod::Views)]
    {
        let body = ReachEstimate { line: id(line), amount: 5000.into(), method, source: "Instagram".into() };
        let entries = [
            held("cup", "2024-06-15"),
            list("a", "cup", "2024-06-15", &["p1", "p2"]),
            entry("b", "2024-06-16", Fact::ReachEstimate { body }),
        ];
        let (block, people) = held_with_people(&plan, &entries, "2024-08-01");
        assert_eq!((block.participations, block.unique_persons), (Some(2.into()), Some(bounds(2, 2))));
        assert_eq!(codes(&people), ["PPL049"], "{line}");
    }
    // A line whose unit is views takes them.
    let mut views = at_least(1000);
    views.unit = Some(read_unit("просмотров видео"));
    let plan = crate::world::plan(vec![line("t2-1", IndicatorKind::Video, &[views])]);
    let body = ReachEstimate {
        line: id("t2-1"),
        amount: 700.into(),
        method: ReachMethod::Views,
        source: "Instagram".into(),
    };
    let observations = observe(vec![entry("b", "2024-06-16", Fact::ReachEstimate { body })]);
    let people = observe_people(&plan, &observations, day("2024-08-01"));
    assert_eq!((people.observations.all.len(), codes(&people).len()), (1, 0));
}

#[test]
fn what_was_only_planned_says_neither_day_nor_heads_of_an_event_that_was_held() {
    let plan = promised(at_least(4));
    for status in [EventStatus::Planned, EventStatus::Postponed, EventStatus::Cancelled] {
        let planned = with_event(event("cap", status, "2024-07-20"), |event| {
            event.headcount = Some(100);
            event.end = Some(day("2024-07-25"));
        });
        let entries = [
            planned,
            held("cup", "2024-06-15"),
            list("a", "cup", "2024-06-15", &["p1", "p2"]),
            same("s", "2024-06-16", &["cap", "cup"]),
        ];
        let (block, people) = held_with_people(&plan, &entries, "2024-08-01");
        assert_eq!((block.participations, block.unique_persons), (Some(2.into()), Some(bounds(2, 2))));
        assert_eq!((people.checks[0].on, people.checks[0].counted), (day("2024-06-15"), None));
        let people = people_of_journal(&observe(entries.to_vec()), day("2024-08-01"));
        assert_eq!(people.headcounts, []);
        assert!(people.attendances.iter().all(|one| one.on == day("2024-06-15")), "{status:?}");
    }
}

#[test]
fn a_service_whose_entry_is_called_as_an_event_is_another_occasion() {
    let body = AttendanceRecord {
        event: None,
        line: Some(id("t2-1")),
        persons: ["p1", "p2"].map(id).to_vec(),
        by: AttendanceBy::List,
    };
    let entries = [
        held("cup", "2024-06-15"),
        list("a", "cup", "2024-06-15", &["p1", "p2"]),
        entry("cup", "2024-07-20", Fact::Attendance { body }),
    ];
    let people = people_of_journal(&observe(entries.to_vec()), day("2024-08-01"));
    let mut came: Vec<(&str, String)> =
        people.attendances.iter().map(|one| (one.event.as_str(), one.on.to_string())).collect();
    came.dedup();
    assert_eq!(came, [("cup", "2024-06-15".into()), ("service:cup", "2024-07-20".into())]);
    let mut plan = promised(at_least(4));
    plan.tasks[0].activities[0].indicators[0].kind = IndicatorKind::Support;
    let (_, people) = held_with_people(&plan, &entries, "2024-08-01");
    let checked: Vec<(u32, String)> =
        people.checks.iter().map(|check| (check.listed, check.on.to_string())).collect();
    assert_eq!(checked, [(2, "2024-07-20".into())], "of its own day, and the service alone names the line");
}

fn shown_with(table: &[(&str, u32)], groups: &[(&str, u32)], total: u32, by: ReachDimension) -> ShownReach {
    let mut people = Vec::new();
    let mut attendances = Vec::new();
    for (value, count) in table {
        for number in 0..*count {
            let person = id(&format!("{value}-{number}"));
            let sex = Some((*value).to_owned());
            let (settlement, category) = (sex.clone(), sex.clone());
            people.push(PersonFacts {
                person: person.clone(),
                sex,
                birth: None,
                settlement,
                organisation: None,
                category,
            });
            attendances.push(Attendance { event: id("cup"), on: day("2024-06-15"), person });
        }
    }
    let groups = groups
        .iter()
        .map(|(value, count)| HeadcountGroup { by, value: (*value).into(), count: *count })
        .collect();
    let counted = [CountedEvent { event: id("cup"), on: day("2024-06-15"), total, groups }];
    let heads = [Headcount { event: id("cup"), on: day("2024-06-15"), total }];
    let asked = ReachQuestion {
        period: days("2024-05-01", "2024-10-31"),
        events: Vec::new(),
        ages: Vec::new(),
        by: vec![by],
    };
    let reach = count_reach(&people, &attendances, &heads, &asked);
    show_reach(&reach, &count_groups(&counted, &asked), &asked, &ReachPolicy::default())
}

#[test]
fn no_hidden_count_follows_from_groups_beside_the_table() {
    // 9 women on the list and 10 in the group: one is on no list.
    let by = ReachDimension::Sex;
    let shown = shown_with(&[("female", 9), ("male", 9)], &[("female", 10), ("male", 18)], 28, by);
    assert!(shown.groups[0].rows.iter().all(|row| row.participations.is_none()), "{:?}", shown.groups);
    let shown = shown_with(&[("female", 9), ("male", 9)], &[("female", 15), ("male", 18)], 33, by);
    assert!(shown.groups[0].rows.iter().all(|row| row.participations.is_some()), "{:?}", shown.groups);
    // Six groups with a name each, and six people: one in each.
    let six = [("A", 1), ("B", 1), ("C", 1), ("D", 1), ("E", 1), ("F", 1)];
    let shown = shown_with(&[], &six, 6, ReachDimension::Category);
    assert_eq!((shown.participations, shown.groups[0].rows.len()), (Some(6), 1));
}

#[test]
fn groups_of_headcounts_are_named_as_people_of_lists_are() {
    let groups = [("г. Актау", 20), ("Актау", 25), ("нет", 7), ("ул. Абая 5", 8)];
    let shown = shown_with(&[], &groups, 60, ReachDimension::Settlement);
    let rows: Vec<_> = shown.groups[0].rows.iter().map(|row| (&row.values[0], row.participations)).collect();
    let aktau = ReachValue::Is { value: "Актау".into() };
    assert_eq!(
        rows,
        [(&ReachValue::All {}, Some(60)), (&aktau, Some(45)), (&ReachValue::Unknown {}, Some(15))]
    );
}
