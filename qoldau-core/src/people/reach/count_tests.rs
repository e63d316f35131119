//! Counting reach, by examples and held against a plain way.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::facts::{HeadcountGroup, ReachDimension};
use crate::people::identity::Birth;
use crate::people::reach::{
    AgeGroup, CompletenessState, CountedEvent, ReachPolicy, ReachValue, count_groups, show_reach,
};
use crate::value::{DateRange, Id, IsoDate};

fn id(text: &str) -> Id {
    text.parse().unwrap()
}

fn attended(event: &str, on: &str, person: &str) -> Attendance {
    Attendance { event: id(event), on: on.parse().unwrap(), person: id(person) }
}

fn heads(event: &str, on: &str, total: u32) -> Headcount {
    Headcount { event: id(event), on: on.parse().unwrap(), total }
}

fn question() -> ReachQuestion {
    let period = DateRange { start: "2024-05-01".parse().unwrap(), end: "2024-10-31".parse().unwrap() };
    ReachQuestion { period, events: Vec::new(), ages: Vec::new(), by: Vec::new() }
}

fn facts(person: &str, sex: &str, birth: Option<Birth>) -> PersonFacts {
    let sex = Some(sex.to_owned()).filter(|sex| !sex.is_empty());
    PersonFacts { person: id(person), sex, birth, settlement: None, organisation: None, category: None }
}

#[test]
fn participations_and_people_are_two_figures() {
    let attendances = [
        attended("e0", "2024-04-01", "a"),
        attended("e1", "2024-06-01", "a"),
        attended("e1", "2024-06-01", "a"),
        attended("e2", "2024-07-01", "a"),
        attended("e2", "2024-07-01", "b"),
        attended("e9", "2024-11-01", "c"),
    ];
    let reach = count_reach(&[], &attendances, &[], &question());
    assert_eq!(
        (reach.participations, reach.persons_listed, reach.persons_at_least, reach.persons_at_most),
        (3, 2, 2, 2)
    );
    assert_eq!((reach.new_persons, reach.returning_persons), (1, 1));
}

#[test]
fn bounds_where_only_heads_were_counted() {
    let only =
        count_reach(&[], &[], &[heads("e1", "2024-06-01", 40), heads("e2", "2024-07-01", 25)], &question());
    assert_eq!((only.persons_listed, only.persons_at_least, only.persons_at_most), (0, 40, 65));
    // Two are known; of the 40 one may be the other event's b.
    let attendances = [attended("e1", "2024-06-01", "a"), attended("e2", "2024-07-01", "b")];
    let both = count_reach(
        &[],
        &attendances,
        &[heads("e1", "2024-06-01", 40), heads("e2", "2024-07-01", 25)],
        &question(),
    );
    assert_eq!((both.persons_at_least, both.persons_at_most, both.participations), (40, 65, 65));
    let short = count_reach(&[], &attendances, &[heads("e1", "2024-06-01", 0)], &question());
    assert_eq!(short.lists_beyond_headcount, [id("e1")]);
}

#[test]
fn ages_are_those_of_the_day_and_unknown_is_a_row_of_its_own() {
    let exact = |date: &str| Some(Birth::Exact { date: date.parse().unwrap() });
    let people = [
        facts("a", "f", exact("2010-06-15")),
        facts("b", "m", exact("1989-06-01")),
        facts("c", "", Some(Birth::YearOnly { year: 2010 })),
    ];
    let attendances = [
        attended("e1", "2024-06-14", "a"),
        attended("e2", "2024-07-01", "a"),
        attended("e1", "2024-06-14", "b"),
        attended("e1", "2024-06-14", "c"),
        attended("e1", "2024-06-14", "nobody knows"),
    ];
    let youth = AgeGroup { name: "youth".into(), from: 14, below: Some(35) };
    let rest = AgeGroup { name: "other".into(), from: 0, below: None };
    let asked = ReachQuestion {
        ages: vec![youth, rest],
        by: vec![ReachDimension::Sex, ReachDimension::Age],
        ..question()
    };
    let said: Vec<String> = count_reach(&people, &attendances, &[], &asked)
        .rows
        .into_iter()
        .map(|row| {
            let values: Vec<String> = row
                .values
                .into_iter()
                .map(|value| match value {
                    ReachValue::All {} => "*".into(),
                    ReachValue::Is { value } => value,
                    ReachValue::Unknown {} => "?".into(),
                })
                .collect();
            format!("{} {} {}", values.join(" "), row.participations, row.persons)
        })
        .collect();
    assert_eq!(
        said,
        [
            "* * 5 4",
            "* other 3 2",
            "* ? 2 2",
            "f * 2 1",
            "f other 2 1",
            "m * 1 1",
            "m other 1 1",
            "? * 2 2",
            "? ? 2 2",
        ]
    );
}

#[test]
fn who_came_for_the_first_time_is_told_in_the_table_and_small_counts_are_not_told() {
    let mut attendances = vec![attended("e0", "2024-04-01", "p0")];
    attendances.extend((0..20).map(|number| attended("e1", "2024-06-01", &format!("p{number}"))));
    let people: Vec<PersonFacts> = (0..18)
        .map(|number| facts(&format!("p{number}"), if number < 9 { "f" } else { "m" }, None))
        .collect();
    let asked = ReachQuestion {
        by: vec![ReachDimension::Sex, ReachDimension::History, ReachDimension::Sex],
        ..question()
    };
    let reach = count_reach(&people, &attendances, &[], &asked);
    assert_eq!((reach.new_persons, reach.returning_persons), (19, 1));
    let [sex, history] = reach.completeness.as_slice() else { panic!("a dimension named twice counts once") };
    assert_eq!((sex.known, sex.unknown, sex.state), (18, 2, CompletenessState::Partial));
    assert_eq!(history.state, CompletenessState::Complete);
    let shown = show_reach(&reach, &[], &asked, &ReachPolicy::default());
    assert_eq!((shown.persons_listed, shown.new_persons, shown.returning_persons), (Some(20), None, None));
    assert_eq!(shown.completeness[0].unknown, None, "two of whom the sex is not known");
    assert!(shown.hidden_rows > 0 && shown.rows.iter().all(|row| row.persons.is_none_or(|count| count >= 5)));
    let open = ReachPolicy { smallest_cell: crate::plan::Setting::default_of("0"), ..ReachPolicy::default() };
    assert_eq!(show_reach(&reach, &[], &asked, &open).hidden_rows, 0);
}

#[test]
fn groups_of_heads_do_not_tell_how_few_are_on_no_list() {
    let attendances: Vec<Attendance> =
        (0..20).map(|number| attended("e1", "2024-06-01", &format!("p{number}"))).collect();
    let group = |value: &str, count| HeadcountGroup { by: ReachDimension::Sex, value: value.into(), count };
    let shown = |total: u32| {
        let asked = question();
        let groups = vec![group("f", 12), group("m", total - 12)];
        let event = attendances[0].event.clone();
        let counted = CountedEvent { event, on: attendances[0].on, total, groups };
        let reach = count_reach(&[], &attendances, &[heads("e1", "2024-06-01", total)], &asked);
        show_reach(&reach, &count_groups(&[counted], &asked), &asked, &ReachPolicy::default())
    };
    let few = shown(22);
    assert_eq!(few.unlisted, None);
    assert!(few.groups.iter().flat_map(|groups| &groups.rows).all(|row| row.participations.is_none()));
    let many = shown(30);
    assert_eq!(many.unlisted, Some(10));
    assert!(many.groups[0].rows.iter().all(|row| row.participations.is_some()));
}

#[test]
fn a_small_number_of_people_on_no_list_does_not_follow_from_what_is_shown() {
    let attendances: Vec<Attendance> =
        (0..20).map(|number| attended("e1", "2024-06-01", &format!("p{number}"))).collect();
    let shown = |total: u32, by: Vec<ReachDimension>, smallest: &str| {
        let asked = ReachQuestion { by, ..question() };
        let reach = count_reach(&[], &attendances, &[heads("e1", "2024-06-01", total)], &asked);
        let smallest_cell = crate::plan::Setting::default_of(smallest);
        let policy = ReachPolicy { smallest_cell, ..ReachPolicy::default() };
        let shown = show_reach(&reach, &[], &asked, &policy);
        assert_eq!(shown.persons_listed, Some(20));
        [shown.participations, shown.unlisted, shown.persons_at_least, shown.persons_at_most]
    };
    for by in [vec![], vec![ReachDimension::Sex]] {
        for total in 21..=24 {
            assert_eq!(shown(total, by.clone(), "5"), [None; 4], "{total}");
        }
        assert_eq!(shown(20, by.clone(), "5"), [20, 0, 20, 20].map(Some));
        assert_eq!(shown(25, by.clone(), "5"), [25, 5, 25, 25].map(Some));
        assert_eq!(shown(22, by, "0"), [22, 2, 22, 22].map(Some));
    }
}

/// Reach by sets and maps, as one would do it by hand: participations, people, returning people, and the table.
type Plain = (u32, u32, u32, BTreeMap<Vec<ReachValue>, (u32, u32)>);

fn plainly(people: &[PersonFacts], attendances: &[Attendance], asked: &ReachQuestion) -> Plain {
    let mut visits: BTreeMap<&Id, BTreeMap<&Id, IsoDate>> = BTreeMap::new();
    let mut earlier: BTreeSet<&Id> = BTreeSet::new();
    for attendance in attendances {
        if attendance.on < asked.period.start {
            earlier.insert(&attendance.person);
        } else if asked.period.contains(attendance.on)
            && (asked.events.is_empty() || asked.events.contains(&attendance.event))
        {
            let day = visits.entry(&attendance.person).or_default().entry(&attendance.event);
            let day = day.or_insert(attendance.on);
            *day = (*day).min(attendance.on);
        }
    }
    let mut rows: BTreeMap<Vec<ReachValue>, (u32, u32)> = BTreeMap::new();
    let mut sums = (0, 0, 0);
    for (person, events) in &visits {
        let returning = earlier.contains(person);
        let times = u32::try_from(events.len()).unwrap();
        sums = (sums.0 + times, sums.1 + 1, sums.2 + u32::from(returning));
        let facts = people.iter().rev().find(|facts| facts.person == **person);
        let day = events.values().min().unwrap();
        let values: Vec<Option<String>> =
            asked.by.iter().map(|by| value_of(facts, *by, *day, returning, &asked.ages)).collect();
        for mask in 0..1_u32 << values.len() {
            let of = |(place, value): (usize, &Option<String>)| match value {
                _ if (mask >> place) & 1 == 0 => ReachValue::All {},
                Some(value) => ReachValue::Is { value: value.clone() },
                None => ReachValue::Unknown {},
            };
            let sum = rows.entry(values.iter().enumerate().map(of).collect()).or_default();
            *sum = (sum.0 + times, sum.1 + 1);
        }
    }
    (sums.0, sums.1, sums.2, rows)
}

fn value_of(
    facts: Option<&PersonFacts>,
    by: ReachDimension,
    day: IsoDate,
    returning: bool,
    ages: &[AgeGroup],
) -> Option<String> {
    let group =
        |age: u32| ages.iter().find(|group| age >= group.from && group.below.is_none_or(|end| age < end));
    let said = match by {
        ReachDimension::History => Some(if returning { "returning" } else { "new" }.to_owned()),
        ReachDimension::Sex => facts?.sex.clone(),
        ReachDimension::Settlement => facts?.settlement.clone(),
        ReachDimension::Organisation => facts?.organisation.clone(),
        ReachDimension::Category => facts?.category.clone(),
        ReachDimension::Age => {
            let (least, most) = facts?.birth?.age_on(day)?;
            group(least).filter(|one| group(most) == Some(one)).map(|group| group.name.clone())
        }
    };
    said.map(|said| said.trim().to_owned()).filter(|said| !said.is_empty())
}

fn some_attendances() -> impl Strategy<Value = Vec<Attendance>> {
    let one = (0_u32..6, 3_u32..12, 0_u32..40, any::<bool>()).prop_map(|(event, month, person, long)| {
        let person = if long { format!("{person:0>100}") } else { format!("p{person}") };
        attended(&format!("e{event}"), &format!("2024-{month:02}-10"), &person)
    });
    prop::collection::vec(one, 0..120)
}

fn some_people() -> impl Strategy<Value = Vec<PersonFacts>> {
    let words = ["", " ", "a", " a", "a ", "b", "all", "unknown"];
    let word = move || prop::option::of(prop::sample::select(words.to_vec()).prop_map(str::to_owned));
    let birth = (2005_u16..2012, 1_u32..10, 0_u32..3).prop_map(|(year, month, kind)| match kind {
        0 => None,
        1 => Some(Birth::YearOnly { year: year.into() }),
        _ => Some(Birth::Exact { date: format!("{year}-{month:02}-09").parse().unwrap() }),
    });
    let one = (0_u32..50, birth, word(), word(), word(), word()).prop_map(
        |(person, birth, sex, settlement, organisation, category)| PersonFacts {
            person: id(&format!("p{person}")),
            sex,
            birth,
            settlement,
            organisation,
            category,
        },
    );
    prop::collection::vec(one, 0..60)
}

fn some_question() -> impl Strategy<Value = ReachQuestion> {
    let dimensions = [
        ReachDimension::Sex,
        ReachDimension::Age,
        ReachDimension::Settlement,
        ReachDimension::Organisation,
        ReachDimension::Category,
        ReachDimension::History,
    ];
    let ages = vec![
        AgeGroup { name: "14–15".into(), from: 14, below: Some(16) },
        AgeGroup { name: " rest ".into(), from: 0, below: None },
    ];
    (prop::sample::subsequence(dimensions.to_vec(), 0..=3), prop::collection::vec(0_u32..6, 0..3)).prop_map(
        move |(by, events)| ReachQuestion {
            by,
            events: events.into_iter().map(|event| id(&format!("e{event}"))).collect(),
            ages: ages.clone(),
            ..question()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// However the work is cut: into bins, and among threads.
    #[test]
    fn reach_is_what_sets_and_maps_come_to(
        people in some_people(),
        attendances in some_attendances(),
        asked in some_question(),
        (threads, bits) in (1_usize..4, 0_u32..4),
    ) {
        let (participations, persons, returning, table) = plainly(&people, &attendances, &asked);
        let reach = count_cut(&people, &attendances, &[], &asked, Cut { threads, bits });
        prop_assert_eq!((reach.participations, reach.persons_listed, reach.returning_persons), (participations, persons, returning));
        let rows: BTreeMap<_, _> = reach.rows.iter().map(|row| (row.values.clone(), (row.participations, row.persons))).collect();
        prop_assert_eq!(reach.rows.len(), rows.len());
        prop_assert_eq!(rows, table);
        let known = |by: &ReachDimension| asked.by.iter().position(|of| of == by).unwrap();
        for counted in &reach.completeness {
            let place = known(&counted.by);
            let unknown = reach.rows.iter().find(|row| row.values.iter().enumerate().all(|(at, value)|
                *value == if at == place { ReachValue::Unknown {} } else { ReachValue::All {} }));
            prop_assert_eq!(counted.unknown, unknown.map_or(0, |row| row.persons));
            prop_assert_eq!(counted.known + counted.unknown, persons);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// All ways to say who the unlisted were, tried out: the bounds are the least and the greatest number of people.
    #[test]
    fn bounds_are_those_of_all_assignments(lists in prop::collection::vec((0_u32..8, 0_u32..3), 1..3)) {
        let names = ["a", "b", "c"];
        let mut attendances = Vec::new();
        let mut headcounts = Vec::new();
        let mut events = Vec::new();
        for (number, (mask, more)) in lists.iter().enumerate() {
            let event = format!("e{number}");
            let on: BTreeSet<usize> = (0..3).filter(|bit| (mask >> bit) & 1 == 1).collect();
            attendances.extend(on.iter().map(|bit| attended(&event, "2024-06-01", names[*bit])));
            headcounts.push(heads(&event, "2024-06-01", u32::try_from(on.len()).unwrap().saturating_add(*more)));
            events.push((on, usize::try_from(*more).unwrap()));
        }
        let named: BTreeSet<usize> = events.iter().flat_map(|(on, _)| on.clone()).collect();
        // Strangers 10 to 13 are enough for four unlisted.
        let pool: Vec<usize> = named.iter().copied().chain(10..14).collect();
        let mut sets: Vec<BTreeSet<usize>> = vec![named.clone()];
        for (on, more) in &events {
            let free: Vec<usize> = pool.iter().copied().filter(|person| !on.contains(person)).collect();
            let chosen = (0_u32..1 << free.len()).filter(|mask| mask.count_ones() == u32::try_from(*more).unwrap());
            let choices: Vec<BTreeSet<usize>> =
                chosen.map(|mask| free.iter().enumerate().filter(|(bit, _)| (mask >> bit) & 1 == 1).map(|(_, person)| *person).collect()).collect();
            sets = sets.iter().flat_map(|set| choices.iter().map(move |choice| set | choice)).collect();
        }
        let sizes: BTreeSet<usize> = sets.iter().map(BTreeSet::len).collect();
        let reach = count_reach(&[], &attendances, &headcounts, &question());
        prop_assert_eq!(usize::try_from(reach.persons_at_least).unwrap(), *sizes.first().unwrap());
        prop_assert_eq!(usize::try_from(reach.persons_at_most).unwrap(), *sizes.last().unwrap());
    }
}
