//! What the evidence itself gives reason to ask: pictures of another day, pictures that look alike, one item in two places,
//! stories that nobody kept a copy of.
//!
//! Nothing here changes a figure. Messengers recompress pictures and drop their dates, so a doubt is a question for a
//! human, and what nobody knows is never held against an item.

mod capture;
mod copies;
mod numbers;
mod pictures;
mod reuse;
mod rules;
mod sizes;

use std::collections::BTreeMap;

use crate::facts::{
    Event, EventStatus, Evidence, Fact, LinkCheck, LinkStatus, Observations, Tally, items_on,
};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::plan::Plan;
use crate::value::{Id, IsoDate};

pub use rules::DOUBT_RULES;

/// How many doubts of one code are listed one by one.
const LISTED: u32 = 200;

/// What the evidence gives reason to ask at the end of the day `as_of`: findings `ASM009` to `ASM018`, in the order of
/// their codes. They change no figure. Time grows with the evidence, and with the logarithm of it.
#[must_use]
pub fn doubts_of_evidence(plan: &Plan, observations: &Observations, as_of: IsoDate) -> Vec<Finding> {
    let looked = Looked::at(plan, observations, as_of);
    let mut tally = Tally::new(LISTED);
    copies::ask(&looked, &mut tally);
    capture::ask(&looked, &mut tally);
    pictures::ask(&looked, &mut tally);
    reuse::ask(&looked, &mut tally);
    sizes::ask(&looked, &mut tally);
    numbers::ask(&looked, &mut tally);
    tally.finish()
}

/// What is looked at.
struct Looked<'a> {
    plan: &'a Plan,
    /// The items as they stand on the day, in the order of their ids.
    items: Vec<Item<'a>>,
    /// The records of the events that were held.
    held: BTreeMap<&'a Id, Vec<&'a Event>>,
    /// The latest day on which the link of an item was seen alive.
    alive: BTreeMap<&'a Id, IsoDate>,
}

/// An item, and the day it is of by itself.
#[derive(Debug, Clone, Copy)]
struct Item<'a> {
    body: &'a Evidence,
    on: IsoDate,
}

impl<'a> Looked<'a> {
    fn at(plan: &'a Plan, observations: &'a Observations, as_of: IsoDate) -> Self {
        let mut looked = Self { plan, items: Vec::new(), held: BTreeMap::new(), alive: BTreeMap::new() };
        for (by, body) in items_on(observations, as_of) {
            looked.items.push(Item { body, on: body.date.unwrap_or(by.on) });
        }
        for by in observations.all.iter().filter(|by| by.is_done_on(as_of)) {
            match &by.fact {
                Fact::Event { body } if body.status == EventStatus::Held => {
                    looked.held.entry(&body.event).or_default().push(body);
                }
                Fact::LinkState { body: LinkCheck { evidence, state: LinkStatus::Alive, .. } } => {
                    let seen = looked.alive.entry(evidence).or_insert(by.on);
                    *seen = (*seen).max(by.on);
                }
                _ => {}
            }
        }
        looked
    }

    /// The records of the events of an item that were held.
    fn events_of(&self, item: &'a Evidence) -> impl Iterator<Item = &'a Event> {
        item.events.iter().filter_map(|id| self.held.get(id)).flatten().copied()
    }
}

/// A doubt about items and the lines they name.
fn about<'a>(rule: &RuleInfo, items: impl IntoIterator<Item = &'a Evidence>) -> Finding {
    let mut finding = Finding::new(rule, Place::Whole {});
    let mut lines: Vec<&Id> = Vec::new();
    for item in items {
        lines.extend(&item.lines);
        finding = finding.param(Param::id("item", &item.item));
    }
    lines.sort_unstable();
    lines.dedup();
    finding.lines(lines.into_iter().cloned())
}
