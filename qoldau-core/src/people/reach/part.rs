//! Reach in parts: what each branch or phone counted, put together to the whole.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::count::{Sums, add, count, reach};
use super::gather::{Come, Cut, Occasion, gather};
use super::model::{Attendance, Headcount, PersonFacts, Reach, ReachQuestion};
use super::table::{Finest, dimensions, finest_row, groups_of, table};
use crate::facts::ReachDimension;
use crate::people::dictionary::at;
use crate::value::{Id, IsoDate};

/// What one part of the work says towards a question: people by keyed pseudonyms with the groups they fall in, and headcounts. It holds no
/// name and no day of birth.
///
/// Parts come together in any order, and one that came twice counts once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReachPart {
    /// Id of the key that the pseudonyms were made with; parts of different keys do not come together.
    pub key: Id,
    /// What was asked.
    pub question: ReachQuestion,
    /// Who came in the period, by pseudonym.
    pub persons: Vec<PartPerson>,
    /// Who had come before it, by pseudonym.
    pub earlier: Vec<Id>,
    /// Headcounts of the period, the greatest of each event.
    pub headcounts: Vec<PartHeadcount>,
}

/// Somebody who came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PartPerson {
    /// Pseudonym.
    pub person: Id,
    /// The day of the first event of the period.
    pub first: IsoDate,
    /// The events.
    pub events: Vec<Id>,
    /// The group in each dimension that was asked for; nothing where it is not known.
    pub groups: Vec<Option<String>>,
}

/// How many were at an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PartHeadcount {
    /// The event.
    pub event: Id,
    /// All who were there.
    pub total: u32,
}

/// Why parts do not come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReachPartError {
    /// Their pseudonyms are of different keys, so that one person has two.
    #[error("the pseudonyms of the parts are of different keys")]
    OtherKey,
    /// They answer different questions.
    #[error("the parts answer different questions")]
    OtherQuestion,
}

impl ReachPartError {
    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OtherKey => "PPE005",
            Self::OtherQuestion => "PPE006",
        }
    }
}

/// What one part of the work says towards a question. The ids of people have to be pseudonyms of the named key.
#[must_use]
pub fn reach_part(
    key: &Id,
    people: &[PersonFacts],
    attendances: &[Attendance],
    headcounts: &[Headcount],
    asked: &ReachQuestion,
) -> ReachPart {
    let gathered = gather(people, attendances, headcounts, asked, Cut::of(attendances, 1));
    let by = dimensions(asked);
    let counts: BTreeSet<&Id> = gathered.occasions.iter().map(|(event, ..)| *event).collect();
    let mut events: BTreeMap<&Id, BTreeSet<&Id>> = BTreeMap::new();
    for attendance in attendances
        .iter()
        .filter(|attendance| asked.period.contains(attendance.on) && counts.contains(&attendance.event))
    {
        events.entry(&attendance.person).or_default().insert(&attendance.event);
    }
    let person = |row: u32| attendances.get(at(row)).map(|attendance| &attendance.person);
    let of = |come: &Come| {
        let person = person(come.row)?;
        let facts = come.facts.and_then(|row| people.get(at(row)));
        let groups = groups_of(facts, come.day, &by, &asked.ages);
        Some(PartPerson {
            person: person.clone(),
            first: come.day,
            events: events.get(person).into_iter().flatten().map(|event| (*event).clone()).collect(),
            groups: groups.into_iter().map(|group| group.map(Into::into)).collect(),
        })
    };
    let mut persons: Vec<PartPerson> =
        gathered.shares.iter().flat_map(|share| &share.come).filter_map(of).collect();
    persons.sort_unstable_by(|one, other| one.person.cmp(&other.person));
    let earlier = gathered.shares.iter().flat_map(|share| &share.earlier);
    let mut earlier: Vec<Id> = earlier.filter_map(|row| person(*row).cloned()).collect();
    earlier.sort_unstable();
    let headcount = |(event, _, heads): &(&Id, u32, Option<u32>)| {
        Some(PartHeadcount { event: (*event).clone(), total: (*heads)? })
    };
    let headcounts = gathered.occasions.iter().filter_map(headcount).collect();
    ReachPart { key: key.clone(), question: asked.clone(), persons, earlier, headcounts }
}

/// Puts two parts together: the same whole whichever comes first, however three are put together, and however often one comes.
///
/// Where parts know different groups of one person, a known one goes before none, the age goes with the earlier event, and of two words the
/// later in the order of their letters holds.
///
/// # Errors
/// [`ReachPartError`] where keys or questions differ.
pub fn merge_reach(one: &ReachPart, other: &ReachPart) -> Result<ReachPart, ReachPartError> {
    if one.key != other.key {
        return Err(ReachPartError::OtherKey);
    }
    if one.question != other.question {
        return Err(ReachPartError::OtherQuestion);
    }
    let age = dimensions(&one.question).iter().position(|by| *by == ReachDimension::Age);
    let mut persons: BTreeMap<&Id, PartPerson> = BTreeMap::new();
    for person in one.persons.iter().chain(&other.persons) {
        match persons.get_mut(&person.person) {
            Some(known) => join(known, person, age),
            None => drop(persons.insert(&person.person, sorted(person))),
        }
    }
    let mut heads: BTreeMap<&Id, u32> = BTreeMap::new();
    for PartHeadcount { event, total } in one.headcounts.iter().chain(&other.headcounts) {
        let most = heads.entry(event).or_default();
        *most = (*most).max(*total);
    }
    let earlier: BTreeSet<&Id> = one.earlier.iter().chain(&other.earlier).collect();
    Ok(ReachPart {
        key: one.key.clone(),
        question: one.question.clone(),
        persons: persons.into_values().collect(),
        earlier: earlier.into_iter().cloned().collect(),
        headcounts: heads
            .into_iter()
            .map(|(event, total)| PartHeadcount { event: event.clone(), total })
            .collect(),
    })
}

/// The events of a person each once, in order.
fn sorted(person: &PartPerson) -> PartPerson {
    let events: BTreeSet<&Id> = person.events.iter().collect();
    PartPerson { events: events.into_iter().cloned().collect(), ..person.clone() }
}

fn join(known: &mut PartPerson, more: &PartPerson, age: Option<usize>) {
    let groups = known.groups.len().max(more.groups.len());
    let group = |person: &PartPerson, place: usize| person.groups.get(place).cloned().flatten();
    let joined = |place: usize| {
        let (ours, theirs) = (group(known, place), group(more, place));
        match known.first.cmp(&more.first) {
            std::cmp::Ordering::Less if Some(place) == age => ours,
            std::cmp::Ordering::Greater if Some(place) == age => theirs,
            _ => ours.max(theirs),
        }
    };
    known.groups = (0..groups).map(joined).collect();
    known.first = known.first.min(more.first);
    let events: BTreeSet<&Id> = known.events.iter().chain(&more.events).collect();
    known.events = events.into_iter().cloned().collect();
}

/// The reach of a whole, or of one part.
#[must_use]
pub fn reach_of_part(part: &ReachPart) -> Reach {
    let earlier: BTreeSet<&Id> = part.earlier.iter().collect();
    let mut events: BTreeMap<&Id, (u32, Option<u32>)> = BTreeMap::new();
    for PartHeadcount { event, total } in &part.headcounts {
        let of = &mut events.entry(event).or_default().1;
        *of = (*of).max(Some(*total));
    }
    // What comes from elsewhere may name a person twice.
    let mut persons: BTreeMap<&Id, PartPerson> = BTreeMap::new();
    let by = dimensions(&part.question);
    let age = by.iter().position(|by| *by == ReachDimension::Age);
    for person in &part.persons {
        match persons.get_mut(&person.person) {
            Some(known) => join(known, person, age),
            None => drop(persons.insert(&person.person, sorted(person))),
        }
    }
    let mut sums = Sums::default();
    let mut finest: BTreeMap<Vec<Option<&str>>, (u32, u32)> = BTreeMap::new();
    for person in persons.values() {
        let (times, returning) = (count(person.events.len()), earlier.contains(&person.person));
        sums.take(times, returning);
        let values = finest_row(&by, returning, |place| person.groups.get(place)?.as_deref());
        let sum = finest.entry(values).or_default();
        add(&mut sum.0, times);
        add(&mut sum.1, 1);
    }
    let mut listed: BTreeMap<&Id, u32> = BTreeMap::new();
    for event in persons.values().flat_map(|person| &person.events) {
        let of = listed.entry(event).or_default();
        *of = of.saturating_add(1);
    }
    let mut all: BTreeMap<&Id, (u32, Option<u32>)> = events;
    for (event, of) in listed {
        all.entry(event).or_default().0 = of;
    }
    let occasions: Vec<Occasion<'_>> =
        all.into_iter().map(|(event, (listed, heads))| (event, listed, heads)).collect();
    let finest: Finest<'_> = finest.into_iter().collect();
    reach(&sums, &occasions, table(&finest, &part.question))
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may overflow; that is how it fails")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::people::identity::Birth;
    use crate::people::reach::{AgeGroup, count_reach};
    use crate::value::DateRange;

    fn id(text: &str) -> Id {
        text.parse().unwrap()
    }

    fn question() -> ReachQuestion {
        ReachQuestion {
            period: DateRange { start: "2024-05-01".parse().unwrap(), end: "2024-10-31".parse().unwrap() },
            events: Vec::new(),
            ages: vec![
                AgeGroup { name: "14–34".into(), from: 14, below: Some(35) },
                AgeGroup { name: "other".into(), from: 0, below: None },
            ],
            by: vec![ReachDimension::Sex, ReachDimension::Age, ReachDimension::History],
        }
    }

    fn people() -> Vec<PersonFacts> {
        (0..12_u32)
            .map(|number| PersonFacts {
                person: id(&format!("p{number}")),
                sex: ["f", "m", ""].get(usize::try_from(number % 3).unwrap()).map(|sex| (*sex).into()),
                // Some become 14 within the period.
                birth: Some(Birth::Exact { date: format!("2010-0{}-15", number % 9 + 1).parse().unwrap() }),
                settlement: None,
                organisation: None,
                category: None,
            })
            .collect()
    }

    fn attendance() -> impl Strategy<Value = Attendance> {
        (0_u32..12, 0_u32..5, 3_u32..12).prop_map(|(person, event, month)| Attendance {
            event: id(&format!("e{event}")),
            on: format!("2024-{month:02}-10").parse().unwrap(),
            person: id(&format!("p{person}")),
        })
    }

    fn headcount() -> impl Strategy<Value = Headcount> {
        (0_u32..5, 3_u32..12, 0_u32..30).prop_map(|(event, month, total)| Headcount {
            event: id(&format!("e{event}")),
            on: format!("2024-{month:02}-10").parse().unwrap(),
            total,
        })
    }

    type Share = (Vec<Attendance>, Vec<Headcount>);

    fn share() -> impl Strategy<Value = Share> {
        (prop::collection::vec(attendance(), 0..20), prop::collection::vec(headcount(), 0..4))
    }

    fn part((attendances, headcounts): &Share) -> ReachPart {
        reach_part(&id("k1"), &people(), attendances, headcounts, &question())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn parts_come_to_the_whole_in_any_order_and_however_often(one in share(), two in share(), three in share()) {
            let (a, b, c) = (part(&one), part(&two), part(&three));
            let join = |one: &ReachPart, other: &ReachPart| merge_reach(one, other).unwrap();
            let whole = join(&join(&a, &b), &c);
            prop_assert_eq!(&join(&a, &join(&b, &c)), &whole);
            prop_assert_eq!(&join(&join(&c, &a), &b), &whole);
            prop_assert_eq!(&join(&whole, &b), &whole);
            let attendances: Vec<Attendance> = [&one, &two, &three].into_iter().flat_map(|share| share.0.clone()).collect();
            let headcounts: Vec<Headcount> = [&one, &two, &three].into_iter().flat_map(|share| share.1.clone()).collect();
            let at_once = count_reach(&people(), &attendances, &headcounts, &question());
            prop_assert_eq!(&reach_of_part(&whole), &at_once);
            prop_assert_eq!(part(&(attendances, headcounts)), whole);
        }
    }

    #[test]
    fn parts_of_other_keys_and_questions_do_not_come_together() {
        let one = part(&(Vec::new(), Vec::new()));
        let other = ReachPart { key: id("k2"), ..one.clone() };
        assert_eq!(merge_reach(&one, &other), Err(ReachPartError::OtherKey));
        let mut other = one.clone();
        other.question.events.push(id("e1"));
        assert_eq!(merge_reach(&one, &other), Err(ReachPartError::OtherQuestion));
    }

    #[test]
    fn a_part_holds_neither_births_nor_what_was_not_asked() {
        let attended = Attendance { event: id("e1"), on: "2024-06-01".parse().unwrap(), person: id("p1") };
        let json = serde_json::to_string(&part(&(vec![attended], Vec::new()))).unwrap();
        assert!(!json.contains("birth") && !json.contains("2010"), "{json}");
    }
}
