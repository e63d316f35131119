//! Counting people and participations.
//!
//! Ids are numbered once, by sorting their fingerprints, and everything after works on numbers that are sorted: a million attendances
//! take no table that could grow slow on ids that somebody chose.
#![expect(clippy::indexing_slicing, reason = "numbers given here")]

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Attendance, Headcount, PersonFacts, Reach, ReachCompleteness, ReachQuestion, ReachRow};
use super::number::{Numbers, at};
use super::table::{Come, table};
use crate::value::{Id, IsoDate};

/// The most dimensions of a table.
pub const MOST_DIMENSIONS: usize = 3;

/// Counts reach. An attendance recorded twice counts once; a person is in the group of ages of the first event of the period they attended.
///
/// Where only headcounts exist, the number of people lies between bounds. With N people known by name, N(e) of them on the list of event e,
/// and u(e) more counted there by head: those u(e) may be people of other lists, so that there are at least N + max(0, u(e) − (N − N(e))) people for
/// the event that asks for most, and at most N and all u(e) together. Both are reached by some assignment: no narrower bounds
/// follow from the figures.
#[must_use]
pub fn count_reach(
    people: &[PersonFacts],
    attendances: &[Attendance],
    headcounts: &[Headcount],
    asked: &ReachQuestion,
) -> Reach {
    let gathered = gather(attendances, headcounts, asked);
    let (rows, completeness) = table(people, &gathered.come, asked);
    gathered.reach(rows, completeness)
}

/// Who came in the period of a question, and how many were counted beyond.
pub(super) struct Gathered<'a> {
    pub(super) come: Vec<Come<'a>>,
    /// The events of the question, each with the people on its list and its headcount.
    pub(super) events: Vec<(&'a Id, u32, Option<u32>)>,
    /// People who came before the period.
    pub(super) earlier: Vec<&'a Id>,
}

impl Gathered<'_> {
    /// The figures, with a table that was made of those who came.
    pub(super) fn reach(&self, rows: Vec<ReachRow>, completeness: Vec<ReachCompleteness>) -> Reach {
        let named = count(self.come.len());
        let returning = count(self.come.iter().filter(|come| come.returning).count());
        let participations = self.come.iter().map(|come| come.times).fold(0, u32::saturating_add);
        let mut lists_beyond_headcount = Vec::new();
        let (mut unlisted, mut beyond) = (0_u32, 0_u32);
        for (event, on_list, heads) in &self.events {
            let Some(total) = heads else { continue };
            if on_list > total {
                lists_beyond_headcount.push((*event).clone());
            }
            let more = total.saturating_sub(*on_list);
            add(&mut unlisted, more);
            beyond = beyond.max(more.saturating_sub(named.saturating_sub(*on_list)));
        }
        lists_beyond_headcount.sort_unstable();
        Reach {
            participations: participations.saturating_add(unlisted),
            unlisted,
            persons_listed: named,
            persons_at_least: named.saturating_add(beyond),
            persons_at_most: named.saturating_add(unlisted),
            new_persons: named.saturating_sub(returning),
            returning_persons: returning,
            rows,
            completeness,
            lists_beyond_headcount,
        }
    }
}

/// Sorts attendances and headcounts to people and events.
pub(super) fn gather<'a>(
    attendances: &'a [Attendance],
    headcounts: &'a [Headcount],
    asked: &ReachQuestion,
) -> Gathered<'a> {
    let wanted: BTreeSet<&Id> = asked.events.iter().collect();
    let counts = |event: &Id| wanted.is_empty() || wanted.contains(event);
    let persons = Numbers::of(attendances.iter().map(|attendance| &attendance.person));
    let numbered = Numbers::of(attendances.iter().map(|attendance| &attendance.event));
    let counted: Vec<bool> = numbered.firsts.iter().map(|row| counts(&attendances[at(*row)].event)).collect();
    let mut before = vec![false; persons.firsts.len()];
    let mut taken: Vec<(u64, IsoDate)> = Vec::with_capacity(attendances.len());
    for ((attendance, person), event) in attendances.iter().zip(&persons.numbers).zip(&numbered.numbers) {
        if attendance.on < asked.period.start {
            before[at(*person)] = true;
        } else if attendance.on <= asked.period.end && counted[at(*event)] {
            taken.push(((u64::from(*person) << 32) | u64::from(*event), attendance.on));
        }
    }
    taken.sort_unstable();
    taken.dedup_by_key(|(pair, _)| *pair);
    let half = |number: u64| at(u32::try_from(number & u64::from(u32::MAX)).unwrap_or(u32::MAX));
    let mut listed = vec![0_u32; numbered.firsts.len()];
    let mut come: Vec<Come<'a>> = Vec::new();
    for of_person in taken.chunk_by(|(a, _), (b, _)| a >> 32 == b >> 32) {
        let Some((pair, day)) = of_person.first() else { continue };
        let number = half(pair >> 32);
        for (pair, _) in of_person {
            add(&mut listed[half(*pair)], 1);
        }
        come.push(Come {
            person: &attendances[at(persons.firsts[number])].person,
            day: of_person.iter().map(|(_, on)| *on).min().unwrap_or(*day),
            times: count(of_person.len()),
            returning: before[number],
        });
    }
    let earlier = persons.firsts.iter().zip(&before).filter(|(_, before)| **before);
    let heads = heads(headcounts, asked, &counts);
    let mut events: BTreeMap<&Id, (u32, Option<u32>)> =
        heads.into_iter().map(|(event, heads)| (event, (0, Some(heads)))).collect();
    for (row, listed) in numbered.firsts.iter().zip(&listed).filter(|(_, listed)| **listed > 0) {
        events.entry(&attendances[at(*row)].event).or_default().0 = *listed;
    }
    Gathered {
        earlier: earlier.map(|(row, _)| &attendances[at(*row)].person).collect(),
        events: events.into_iter().map(|(event, (listed, heads))| (event, listed, heads)).collect(),
        come,
    }
}

pub(super) fn add(sum: &mut u32, more: u32) {
    *sum = sum.saturating_add(more);
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The headcount of each event of the question; of several of one event the greatest.
fn heads<'a>(
    headcounts: &'a [Headcount],
    asked: &ReachQuestion,
    counts: &dyn Fn(&Id) -> bool,
) -> BTreeMap<&'a Id, u32> {
    let mut heads: BTreeMap<&Id, u32> = BTreeMap::new();
    for headcount in
        headcounts.iter().filter(|headcount| asked.period.contains(headcount.on) && counts(&headcount.event))
    {
        let total = heads.entry(&headcount.event).or_default();
        *total = (*total).max(headcount.total);
    }
    heads
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::facts::ReachDimension;
    use crate::people::identity::Birth;
    use crate::people::reach::{AgeGroup, CompletenessState, ReachPolicy, ReachValue, show_reach};
    use crate::value::DateRange;

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
        let only = count_reach(
            &[],
            &[],
            &[heads("e1", "2024-06-01", 40), heads("e2", "2024-07-01", 25)],
            &question(),
        );
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
        let [sex, history] = reach.completeness.as_slice() else {
            panic!("a dimension named twice counts once")
        };
        assert_eq!((sex.known, sex.unknown, sex.state), (18, 2, CompletenessState::Partial));
        assert_eq!(history.state, CompletenessState::Complete);
        let shown = show_reach(&reach, &[], &asked, &ReachPolicy::default());
        assert_eq!(
            (shown.persons_listed, shown.new_persons, shown.returning_persons),
            (Some(20), None, None)
        );
        assert_eq!(shown.completeness[0].unknown, None, "two of whom the sex is not known");
        assert!(
            shown.hidden_rows > 0 && shown.rows.iter().all(|row| row.persons.is_none_or(|count| count >= 5))
        );
        let open =
            ReachPolicy { smallest_cell: crate::plan::Setting::default_of("0"), ..ReachPolicy::default() };
        assert_eq!(show_reach(&reach, &[], &asked, &open).hidden_rows, 0);
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
}
