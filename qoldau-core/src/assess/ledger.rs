//! The observations sorted to the lines they are about. Every fact is looked at once.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::hash::Hasher;

use crate::facts::{
    Acknowledgement, Approval, Evidence, Fact, LinkStatus, Observation, Observations, Reading,
};
use crate::facts::{Event, ReviewStep};
use crate::plan::{Plan, PlanReading};
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
    /// Evidence items, each once, in no order.
    pub(super) evidence: Vec<Seen<'a, Evidence>>,
    /// Approvals by document.
    pub(super) approvals: Vec<Seen<'a, Approval>>,
    /// Steps of review, earliest first.
    pub(super) reviews: Vec<Seen<'a, ReviewStep>>,
}

/// All that is known on the assessed day.
#[derive(Debug, Default)]
pub(super) struct Ledger<'a> {
    lines: BTreeMap<&'a str, LineLedger<'a>>,
    /// Records of events, earliest first.
    pub(super) events: Vec<Seen<'a, Event>>,
    /// Joins (`true`) and splits (`false`) of events, earliest first.
    pub(super) unions: Vec<(bool, &'a [Id])>,
    /// Readings of the plan, earliest first.
    pub(super) plan_readings: Vec<Seen<'a, PlanReading>>,
    /// Findings taken note of.
    pub(super) acknowledged: Vec<&'a Acknowledgement>,
    links: BTreeMap<&'a str, LinkStatus>,
    /// What stands for a line nobody has recorded anything for.
    nothing: LineLedger<'a>,
}

impl<'a> Ledger<'a> {
    /// Sorts what was observed up to `as_of` to the lines of the plan. Facts about lines the plan does not have are
    /// left out; `check_facts` reports them.
    pub(super) fn gather(plan: &'a Plan, observations: &'a Observations, as_of: IsoDate) -> Self {
        let mut ledger = Self::default();
        let ids = plan
            .lines()
            .map(|(_, _, line)| line.id.as_str())
            .chain(plan.impact.iter().map(|l| l.id.as_str()));
        ledger.lines.extend(ids.map(|id| (id, LineLedger::default())));
        let known = || observations.all.iter().filter(|seen| seen.on <= as_of);
        let mut items =
            Items::with_room_for(known().filter(|seen| matches!(seen.fact, Fact::Evidence { .. })).count());
        let mut links = Vec::new();
        let mut unions = Vec::new();
        for seen in known() {
            match &seen.fact {
                Fact::Event { body } => ledger.events.push(Seen { by: seen, fact: body }),
                Fact::Reading { body } => {
                    if let Some(line) = ledger.lines.get_mut(body.line.as_str()) {
                        line.readings.push(Seen { by: seen, fact: body });
                    }
                }
                Fact::Evidence { .. } => items.put(seen),
                Fact::Approval { body } => ledger.approve(Seen { by: seen, fact: body }),
                Fact::PlanReading { body } => ledger.plan_readings.push(Seen { by: seen, fact: body }),
                Fact::Acknowledgement { body } => ledger.acknowledged.push(body),
                Fact::LinkState { body } => links.push((seen, body.evidence.as_str(), body.state)),
                Fact::SameEvent { body } => unions.push((seen, true, body.events.as_slice())),
                Fact::SplitEvent { body } => unions.push((seen, false, body.events.as_slice())),
                Fact::Review { body } => {
                    if let Some(line) = ledger.lines.get_mut(body.line.as_str()) {
                        line.reviews.push(Seen { by: seen, fact: body });
                    }
                }
                Fact::Void { .. } | Fact::Other { .. } => {}
            }
        }
        ledger.attach(items);
        links.sort_by(|(a, ..), (b, ..)| by_time(a, b));
        ledger.links.extend(links.into_iter().map(|(_, item, state)| (item, state)));
        unions.sort_by(|(a, ..), (b, ..)| by_time(a, b));
        ledger.unions.extend(unions.into_iter().map(|(_, join, ids)| (join, ids)));
        ledger.sort();
        ledger
    }

    fn approve(&mut self, approval: Seen<'a, Approval>) {
        for id in &approval.fact.lines {
            if let Some(line) = self.lines.get_mut(id.as_str()) {
                line.approvals.push(approval);
            }
        }
    }

    /// Gives every item to the lines it names, once each.
    fn attach(&mut self, items: Items<'a>) {
        for item in items.slots.into_iter().flatten().filter_map(evidence) {
            let lines = &item.fact.lines;
            for (at, id) in lines.iter().enumerate() {
                if lines.iter().take(at).any(|earlier| earlier == id) {
                    continue;
                }
                if let Some(line) = self.lines.get_mut(id.as_str()) {
                    line.evidence.push(item);
                }
            }
        }
    }

    fn sort(&mut self) {
        self.events.sort_by(|a, b| by_time(a.by, b.by));
        self.plan_readings.sort_by(|a, b| by_time(a.by, b.by));
        for line in self.lines.values_mut() {
            line.readings.sort_by(|a, b| by_time(a.by, b.by));
            line.evidence.sort_by(|a, b| by_time(a.by, b.by));
            line.approvals.sort_by(|a, b| by_time(a.by, b.by));
            line.reviews.sort_by(|a, b| by_time(a.by, b.by));
        }
    }

    /// What is known of a line.
    pub(super) fn line(&self, id: &Id) -> &LineLedger<'a> {
        self.lines.get(id.as_str()).unwrap_or(&self.nothing)
    }

    /// What was last seen behind an item's link.
    pub(super) fn link(&self, item: &Id) -> Option<LinkStatus> {
        self.links.get(item.as_str()).copied()
    }
}

/// The observation as evidence, if it is one.
fn evidence(by: &Observation) -> Option<Seen<'_, Evidence>> {
    match &by.fact {
        Fact::Evidence { body } => Some(Seen { by, fact: body }),
        _ => None,
    }
}

/// The id of the item an observation records.
fn item_of(by: &Observation) -> &str {
    match &by.fact {
        Fact::Evidence { body } => body.item.as_str(),
        _ => "",
    }
}

/// Evidence items by id, the latest record of each: an open-addressed table of references, eight bytes a slot.
struct Items<'a> {
    slots: Vec<Option<&'a Observation>>,
}

impl<'a> Items<'a> {
    fn with_room_for(count: usize) -> Self {
        let slots = count.saturating_mul(4).div_euclid(3).saturating_add(1).next_power_of_two();
        Self { slots: vec![None; slots] }
    }

    /// Puts an item in its slot; of two records of one item the later stays.
    fn put(&mut self, record: &'a Observation) {
        let item = item_of(record);
        let mask = self.slots.len().saturating_sub(1);
        let mut at = slot_of(item) & mask;
        // There are more slots than items, so the walk ends at an empty one.
        while let Some(slot) = self.slots.get_mut(at) {
            match slot {
                Some(there) if item_of(there) != item => at = at.wrapping_add(1) & mask,
                Some(there) => {
                    if by_time(there, record).is_lt() {
                        *there = record;
                    }
                    return;
                }
                None => {
                    *slot = Some(record);
                    return;
                }
            }
        }
    }
}

/// Where to look for an id first. The order of the slots shows nowhere: every list that comes out is sorted.
fn slot_of(id: &str) -> usize {
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(id.as_bytes());
    usize::try_from(hasher.finish() >> 32).unwrap_or(0)
}
