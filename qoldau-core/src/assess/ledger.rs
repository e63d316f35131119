//! The observations sorted to the lines they are about. Every fact is looked at once.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::attached::{Attached, attach};
use super::events::Events;
use super::items::Items;
use crate::facts::{
    Acknowledgement, Approval, Event, Evidence, Fact, LinkStatus, Observation, Observations, Reading,
    ReviewStep,
};
use crate::plan::{Indicator, Plan, PlanReading};
use crate::value::{Id, IsoDate};

/// A fact together with the observation that carries its dates.
#[derive(Debug)]
pub(super) struct Seen<'a, T> {
    /// Where it comes from and when.
    pub(super) by: &'a Observation,
    /// What was observed.
    pub(super) fact: &'a T,
}

impl<T> Clone for Seen<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Seen<'_, T> {}

/// Earlier first: by date, then by clock, then by entry id, so that the order of delivery never matters.
pub(super) fn by_time(a: &Observation, b: &Observation) -> Ordering {
    a.on.cmp(&b.on).then_with(|| a.clock.cmp(&b.clock)).then_with(|| a.entry.cmp(&b.entry))
}

/// What is known of one line.
#[derive(Debug, Default)]
pub(super) struct LineLedger<'a> {
    /// Readings, earliest first.
    pub(super) readings: Vec<Seen<'a, Reading>>,
    /// Evidence items, each once, in no order that means anything.
    pub(super) evidence: Vec<Attached<'a>>,
    /// Approvals by document, earliest first.
    pub(super) approvals: Vec<Seen<'a, Approval>>,
    /// Steps of review, earliest first.
    pub(super) reviews: Vec<Seen<'a, ReviewStep>>,
}

/// All that is known on the assessed day.
#[derive(Debug, Default)]
pub(super) struct Ledger<'a> {
    index: BTreeMap<&'a str, usize>,
    lines: Vec<LineLedger<'a>>,
    /// Records of events, earliest first.
    pub(super) events: Vec<Seen<'a, Event>>,
    /// Joins (`true`) and splits (`false`) of events, earliest first.
    pub(super) unions: Vec<(bool, &'a [Id])>,
    /// Readings of the plan, earliest first.
    pub(super) plan_readings: Vec<Seen<'a, PlanReading>>,
    /// Findings taken note of.
    pub(super) acknowledged: Vec<&'a Acknowledgement>,
    /// Places of the events that any valid evidence names.
    pub(super) evidenced: BTreeSet<usize>,
    /// How many items each pair of lines shares.
    pub(super) shared: BTreeMap<(usize, usize), u32>,
    links: BTreeMap<&'a str, LinkStatus>,
    /// What stands for a line nobody has recorded anything for.
    nothing: LineLedger<'a>,
}

impl<'a> Ledger<'a> {
    /// Sorts what was observed up to `as_of` to the lines of the plan, and brings its events together. Facts about
    /// lines the plan does not have are left out; `check_facts` reports them.
    pub(super) fn gather(
        plan: &'a Plan,
        observations: &'a Observations,
        as_of: IsoDate,
    ) -> (Self, Events<'a>) {
        let mut ledger = Self::default();
        let lines: Vec<Option<&Indicator>> =
            plan.lines().map(|(_, _, line)| Some(line)).chain(plan.impact.iter().map(|_| None)).collect();
        let ids = plan.lines().map(|(_, _, line)| &line.id).chain(plan.impact.iter().map(|line| &line.id));
        ledger.index = ids.enumerate().map(|(at, id)| (id.as_str(), at)).collect();
        ledger.lines.resize_with(lines.len(), LineLedger::default);
        let items = ledger.sort_out(observations, as_of);
        ledger.sort();
        let events = Events::gather(&ledger);
        for by in observations.all.iter().filter(|by| by.on <= as_of) {
            let Fact::Evidence { body } = &by.fact else { continue };
            if !items.is_superseded(by) {
                ledger.attach(Seen { by, fact: body }, &lines, &events);
            }
        }
        (ledger, events)
    }

    /// Takes everything but the evidence; of evidence it finds the latest record of each item.
    fn sort_out(&mut self, observations: &'a Observations, as_of: IsoDate) -> Items<'a> {
        let all = observations.all.as_slice();
        let count = all.iter().filter(|by| matches!(by.fact, Fact::Evidence { .. })).count();
        let mut items = Items::with_room_for(count, all);
        let mut room = vec![0_usize; self.lines.len()];
        let (mut links, mut unions) = (Vec::new(), Vec::new());
        for (place, by) in all.iter().enumerate().filter(|(_, by)| by.on <= as_of) {
            match &by.fact {
                Fact::Event { body } => self.events.push(Seen { by, fact: body }),
                Fact::Reading { body } => {
                    if let Some(line) = self.line_mut(&body.line) {
                        line.readings.push(Seen { by, fact: body });
                    }
                }
                Fact::Evidence { body } => {
                    for at in body.lines.iter().filter_map(|id| self.index.get(id.as_str())) {
                        room.iter_mut().skip(*at).take(1).for_each(|room| *room = room.saturating_add(1));
                    }
                    items.put(place, by, &body.item);
                }
                Fact::Approval { body } => self.approve(Seen { by, fact: body }),
                Fact::PlanReading { body } => self.plan_readings.push(Seen { by, fact: body }),
                Fact::Acknowledgement { body } => self.acknowledged.push(body),
                Fact::LinkState { body } => links.push((by, body.evidence.as_str(), body.state)),
                Fact::SameEvent { body } => unions.push((by, true, body.events.as_slice())),
                Fact::SplitEvent { body } => unions.push((by, false, body.events.as_slice())),
                Fact::Review { body } => {
                    if let Some(line) = self.line_mut(&body.line) {
                        line.reviews.push(Seen { by, fact: body });
                    }
                }
                Fact::Void { .. } | Fact::Other { .. } => {}
            }
        }
        for (line, room) in self.lines.iter_mut().zip(room) {
            line.evidence.reserve_exact(room);
        }
        links.sort_by(|(a, ..), (b, ..)| by_time(a, b));
        self.links.extend(links.into_iter().map(|(_, item, state)| (item, state)));
        unions.sort_by(|(a, ..), (b, ..)| by_time(a, b));
        self.unions.extend(unions.into_iter().map(|(_, join, ids)| (join, ids)));
        items
    }

    fn approve(&mut self, approval: Seen<'a, Approval>) {
        for id in &approval.fact.lines {
            if let Some(line) = self.line_mut(id) {
                line.approvals.push(approval);
            }
        }
    }

    /// Gives an item to the lines it names, once each, and notes what it says of events and of other lines.
    fn attach(&mut self, item: Seen<'a, Evidence>, lines: &[Option<&Indicator>], events: &Events<'a>) {
        let gone = self.links.get(item.fact.item.as_str()).is_some_and(|state| *state != LinkStatus::Alive);
        let mut named: Vec<usize> =
            item.fact.lines.iter().filter_map(|id| self.index.get(id.as_str()).copied()).collect();
        named.sort_unstable();
        named.dedup();
        for (place, at) in named.iter().enumerate() {
            let (Some(line), Some(indicator)) = (self.lines.get_mut(*at), lines.get(*at)) else { continue };
            let attached = attach(&item, *indicator, gone, events);
            if attached.is_valid() {
                self.evidenced.extend(attached.events(events));
            }
            line.evidence.push(attached);
            for other in named.iter().skip(place.saturating_add(1)) {
                let count = self.shared.entry((*at, *other)).or_default();
                *count = count.saturating_add(1);
            }
        }
    }

    fn sort(&mut self) {
        self.events.sort_by(|a, b| by_time(a.by, b.by));
        self.plan_readings.sort_by(|a, b| by_time(a.by, b.by));
        for line in &mut self.lines {
            line.readings.sort_by(|a, b| by_time(a.by, b.by));
            line.approvals.sort_by(|a, b| by_time(a.by, b.by));
            line.reviews.sort_by(|a, b| by_time(a.by, b.by));
        }
    }

    fn line_mut(&mut self, id: &Id) -> Option<&mut LineLedger<'a>> {
        self.lines.get_mut(*self.index.get(id.as_str())?)
    }

    /// What is known of a line.
    pub(super) fn line(&self, id: &Id) -> &LineLedger<'a> {
        self.index.get(id.as_str()).and_then(|at| self.lines.get(*at)).unwrap_or(&self.nothing)
    }
}
