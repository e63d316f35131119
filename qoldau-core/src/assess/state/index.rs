//! The observations by what they are about.

use std::collections::{BTreeMap, BTreeSet};

use super::sums::Readings;
use crate::assess::events::range_of;
use crate::facts::{Event, EventStatus, Fact, LinkStatus, Observation, Running};
use crate::people::observe::is_of_people;
use crate::plan::Question;
use crate::value::{Id, IsoDate};

/// What is known of one line.
#[derive(Debug, Clone, Default)]
pub(super) struct LineFacts {
    pub(super) readings: Readings,
    /// Approvals and steps of review.
    pub(super) office: BTreeSet<usize>,
    /// Items that name it.
    pub(super) items: BTreeSet<usize>,
}

/// What is known of the records that bear the id of one event.
#[derive(Debug, Clone, Default)]
pub(super) struct EventFacts {
    /// Its records, earliest first.
    pub(super) records: Vec<usize>,
    /// Joins and splits that name it.
    pub(super) unions: BTreeSet<usize>,
    /// Items that name it.
    pub(super) items: BTreeSet<usize>,
    /// Lines of which readings or items name it, with how many do.
    pub(super) lines: BTreeMap<Id, usize>,
}

/// What an item names, by any of its records.
#[derive(Debug, Clone, Default)]
pub(super) struct Named {
    pub(super) lines: BTreeSet<Id>,
    pub(super) events: BTreeSet<Id>,
}

/// Looks at the link of one item, and approvals that name no other document.
#[derive(Debug, Clone, Default)]
pub(super) struct Checks {
    pub(super) approvals: BTreeSet<usize>,
    pub(super) all: BTreeSet<usize>,
    /// Those that did not find it alive.
    pub(super) gone: BTreeSet<usize>,
}

/// The entries by the lines, events and items that they are about.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    pub(super) lines: BTreeMap<Id, LineFacts>,
    pub(super) events: BTreeMap<Id, EventFacts>,
    named: BTreeMap<usize, Named>,
    pub(super) checks: BTreeMap<Id, Checks>,
    /// Items whose link was ever not alive.
    pub(super) ever_gone: BTreeSet<Id>,
    /// Readings of the plan, acknowledgements, joins and splits.
    pub(super) of_plan: BTreeSet<usize>,
    /// Answers to which lines a figure of the social-impact block sums.
    pub(super) sources: BTreeSet<usize>,
    /// Lists, headcounts, decisions about people and estimates of reach.
    pub(super) people: BTreeSet<usize>,
    /// Records of events that were held, by first day.
    pub(super) held: BTreeSet<(IsoDate, usize)>,
    /// How many of them begin on a day.
    pub(super) held_by_day: BTreeMap<IsoDate, usize>,
    /// The longest that an event ever lasted, in days after the first.
    pub(super) longest: i32,
}

impl Index {
    /// Takes in what an entry observes.
    pub(super) fn add(&mut self, at: usize, by: &Observation, entries: &Running) {
        match &by.fact {
            Fact::Reading { body } => {
                self.line(&body.line).readings.add(at, by, body);
                if let Some(event) = &body.event {
                    count(&mut self.event(event).lines, &body.line);
                }
            }
            Fact::Event { body } => self.add_event(at, by, body, entries),
            fact if is_of_people(fact) => {
                self.people.insert(at);
                if let Some((event, line)) = list_of(fact) {
                    count(&mut self.event(event).lines, line);
                }
            }
            _ => {
                if let Fact::LinkState { body } = &by.fact
                    && body.state != LinkStatus::Alive
                {
                    self.ever_gone.insert(body.evidence.clone());
                }
                self.sets_of(&by.fact, |set| {
                    set.insert(at);
                });
            }
        }
    }

    /// Lets go of what an entry observed.
    pub(super) fn remove(&mut self, at: usize, by: &Observation) {
        match &by.fact {
            Fact::Reading { body } => {
                self.line(&body.line).readings.remove(at, by, body);
                if let Some(event) = &body.event {
                    uncount(&mut self.event(event).lines, &body.line);
                }
            }
            Fact::Event { body } => {
                self.event(&body.event).records.retain(|record| *record != at);
                if self.held.remove(&(body.start, at)) {
                    uncount(&mut self.held_by_day, &body.start);
                }
            }
            fact if is_of_people(fact) => {
                self.people.remove(&at);
                if let Some((event, line)) = list_of(fact) {
                    uncount(&mut self.event(event).lines, line);
                }
            }
            _ => {
                self.sets_of(&by.fact, |set| {
                    set.remove(&at);
                });
                if let Fact::LinkState { body } = &by.fact
                    && self.checks.get(&body.evidence).is_none_or(|checks| checks.gone.is_empty())
                {
                    self.ever_gone.remove(&body.evidence);
                }
            }
        }
    }

    fn add_event(&mut self, at: usize, by: &Observation, body: &Event, entries: &Running) {
        let records = &mut self.event(&body.event).records;
        let earlier = |other: &usize| entries.get(*other).is_some_and(|other| other.by_time(by).is_lt());
        let place = records.partition_point(earlier);
        records.insert(place, at);
        if body.status == EventStatus::Held {
            self.held.insert((body.start, at));
            count(&mut self.held_by_day, &body.start);
            let range = range_of(body);
            self.longest = self.longest.max(range.start.days_until(range.end));
        }
    }

    /// The sets in which an entry stands that is neither a reading nor an event. Items are named apart.
    fn sets_of(&mut self, fact: &Fact, mut change: impl FnMut(&mut BTreeSet<usize>)) {
        match fact {
            Fact::Approval { body } => {
                body.lines.iter().for_each(|line| change(&mut self.line(line).office));
                if let Some(item) = body.rests_on() {
                    change(&mut self.checks.entry(item.clone()).or_default().approvals);
                }
            }
            Fact::Review { body } => change(&mut self.line(&body.line).office),
            Fact::PeopleCount { body } => change(&mut self.line(&body.line).office),
            Fact::LinkState { body } => {
                let checks = self.checks.entry(body.evidence.clone()).or_default();
                change(&mut checks.all);
                if body.state != LinkStatus::Alive {
                    change(&mut checks.gone);
                }
            }
            Fact::SameEvent { body } | Fact::SplitEvent { body } => {
                change(&mut self.of_plan);
                body.events.iter().for_each(|event| change(&mut self.event(event).unions));
            }
            Fact::PlanReading { body } => {
                change(&mut self.of_plan);
                if body.question == Question::Sources {
                    change(&mut self.sources);
                }
            }
            Fact::Acknowledgement { .. } => change(&mut self.of_plan),
            _ => {}
        }
    }

    /// Whatever may bear on what people come to: beside those of people the records of events, readings, answers, and what is said of lines.
    pub(super) fn beside_people(&self) -> impl Iterator<Item = usize> {
        let records = self.events.values().flat_map(|event| &event.records);
        let of_lines = self.lines.values().flat_map(|line| line.readings.all.iter().chain(&line.office));
        self.people
            .iter()
            .chain(&self.of_plan)
            .chain(records)
            .chain(of_lines)
            .copied()
            .collect::<BTreeSet<_>>()
            .into_iter()
    }

    fn line(&mut self, id: &Id) -> &mut LineFacts {
        self.lines.entry(id.clone()).or_default()
    }

    fn event(&mut self, id: &Id) -> &mut EventFacts {
        self.events.entry(id.clone()).or_default()
    }

    /// What an item names, told from its records.
    pub(super) fn names<'a>(records: impl Iterator<Item = &'a Observation>) -> Named {
        let mut named = Named::default();
        for by in records {
            if let Fact::Evidence { body } = &by.fact {
                named.lines.extend(body.lines.iter().cloned());
                named.events.extend(body.events.iter().cloned());
            }
        }
        named
    }

    /// What an item names as far as the index knows.
    pub(super) fn named(&self, item: usize) -> Option<&Named> {
        self.named.get(&item)
    }

    /// Takes down what an item names now.
    pub(super) fn name(&mut self, item: usize, now: Named) {
        let before = self.named.remove(&item).unwrap_or_default();
        for line in &before.lines {
            self.line(line).items.remove(&item);
        }
        for event in &before.events {
            let facts = self.event(event);
            facts.items.remove(&item);
            before.lines.iter().for_each(|line| uncount(&mut facts.lines, line));
        }
        for line in &now.lines {
            self.line(line).items.insert(item);
        }
        for event in &now.events {
            let facts = self.event(event);
            facts.items.insert(item);
            now.lines.iter().for_each(|line| count(&mut facts.lines, line));
        }
        self.named.insert(item, now);
    }
}

/// The event of a list that names its line, which may be of another activity than the event.
fn list_of(fact: &Fact) -> Option<(&Id, &Id)> {
    match fact {
        Fact::Attendance { body } => body.event.as_ref().zip(body.line.as_ref()),
        _ => None,
    }
}

fn count<K: Ord + Clone>(counts: &mut BTreeMap<K, usize>, key: &K) {
    let count = counts.entry(key.clone()).or_default();
    *count = count.saturating_add(1);
}

fn uncount<K: Ord>(counts: &mut BTreeMap<K, usize>, key: &K) {
    let left = counts.get_mut(key).map(|count| {
        *count = count.saturating_sub(1);
        *count
    });
    if left == Some(0) {
        counts.remove(key);
    }
}
