//! How many different people a line of the social-impact block reached.

use std::collections::{BTreeMap, BTreeSet};

use super::PeopleObserved;
use super::fold::{OccasionKey, People};
use super::line::{LinePeople, Reported, count, entry_id, observation};
use super::rules::PEOPLE_COUNT_DIFFERS;
use crate::facts::{Fact, PeopleCount};
use crate::finding::{Finding, Param, Place};
use crate::plan::{ImpactKind, ImpactLine, Plan, named_lines};
use crate::value::{Amount, Id, IsoDate};

/// Counts different people for the lines that sum others.
pub(super) fn observe_unique(
    plan: &Plan,
    people: &People<'_>,
    lines: &[LinePeople<'_>],
    observed: &mut PeopleObserved,
) {
    let by_line: BTreeMap<&Id, &LinePeople<'_>> = lines.iter().map(|line| (line.line, line)).collect();
    for impact in plan.impact.iter().filter(|line| line.kind == ImpactKind::DirectBeneficiaries) {
        let sources = sources(people, impact);
        let mut gathered = Gathered::default();
        for line in sources.iter().filter_map(|id| by_line.get(id)) {
            gathered.take(people, line);
        }
        let Some((day, body)) = gathered.finish(&impact.id) else { continue };
        if let Some((by, stated)) = people.counts.iter().rev().find(|(_, count)| count.line == impact.id) {
            if stated.at_most < body.at_least || stated.at_least > body.at_most {
                let finding = Finding::new(&PEOPLE_COUNT_DIFFERS, Place::Whole {}).lines([impact.id.clone()]);
                observed.findings.push(
                    finding
                        .param(Param::id("entry", &by.entry))
                        .param(Param::amount("reported", stated.at_most.into()))
                        .param(Param::amount("least", body.at_least.into()))
                        .param(Param::amount("most", body.at_most.into())),
                );
            }
            continue;
        }
        let entry = entry_id("people", &impact.id, &impact.id);
        observed.observations.all.push(observation(entry, day, Fact::PeopleCount { body }));
    }
}

/// The lines a figure sums: those an answer names, else the plan's.
fn sources(people: &People<'_>, impact: &ImpactLine) -> BTreeSet<Id> {
    let mut answers = people.sources.iter().rev().filter(|answer| answer.line == impact.id);
    let answered = answers.find_map(|answer| named_lines(&answer.answer));
    answered.or_else(|| impact.sources.clone()).unwrap_or_default().into_iter().collect()
}

/// People on the lists of an event, and how many were there.
type Present<'a> = (BTreeSet<&'a Id>, u32);

/// Lists and headcounts of several lines, each event once.
#[derive(Default)]
struct Gathered<'a> {
    persons: BTreeSet<&'a Id>,
    /// People on the lists of an event, and all who were there. What was only reported for a line is apart, for it may be of others.
    occasions: BTreeMap<(Option<&'a Id>, OccasionKey<'a>), Present<'a>>,
    /// Participations of which no event is known.
    loose: u32,
    last: Option<IsoDate>,
    /// Whether anything comes from lists or headcounts.
    counted: bool,
}

impl<'a> Gathered<'a> {
    fn take(&mut self, people: &People<'a>, line: &LinePeople<'a>) {
        let reported = Reported::of(people, line);
        let mut within = 0_u32;
        for (key, group) in &line.groups {
            self.counted = true;
            self.last = self.last.max(Some(group.day));
            self.persons.extend(&group.persons);
            let own =
                key.event().and_then(|event| reported.of_events.get(event)).and_then(|own| own.to_u32());
            // The number that was reported stands, and there are no more people than participations; but everybody on the list was there.
            let heads = own.map_or_else(|| group.participations(), |own| own.max(count(group.persons.len())));
            if reported.total.is_some_and(|(_, day)| group.day <= day) && own.is_none() {
                within = within.saturating_add(heads);
            }
            let occasion = self.occasions.entry((None, *key)).or_default();
            occasion.0.extend(&group.persons);
            occasion.1 = occasion.1.max(heads);
        }
        // What was only reported is a headcount as well.
        for (event, amount) in &reported.of_events {
            let key = OccasionKey::Event(event);
            if !line.groups.contains_key(&key) {
                let occasion = self.occasions.entry((Some(line.line), key)).or_default();
                occasion.1 = occasion.1.max(whole(*amount));
            }
        }
        let total = reported.total.map_or(0, |(total, _)| whole(total).saturating_sub(within));
        self.loose = self.loose.saturating_add(total).saturating_add(whole(reported.loose));
    }

    /// The bounds, as `count_reach` draws them; of what was reported without an event nobody can say whether it was anybody else.
    fn finish(self, line: &Id) -> Option<(IsoDate, PeopleCount)> {
        let named = count(self.persons.len());
        let (mut beyond, mut unlisted) = (0_u32, self.loose);
        for (persons, heads) in self.occasions.values() {
            let listed = count(persons.len());
            let more = heads.saturating_sub(listed);
            unlisted = unlisted.saturating_add(more);
            beyond = beyond.max(more.saturating_sub(named.saturating_sub(listed)));
        }
        let body = PeopleCount {
            line: line.clone(),
            at_least: named.saturating_add(beyond),
            at_most: named.saturating_add(unlisted),
        };
        self.last.filter(|_| self.counted).map(|day| (day, body))
    }
}

/// A number of people; a part of one is nobody.
fn whole(amount: Amount) -> u32 {
    amount.rounded_down().to_u32().unwrap_or(u32::MAX)
}
