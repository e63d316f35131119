//! The facts that an assessment of a day asks a state for.

use std::ptr;

use super::State;
use super::index::EventFacts;
use crate::assess::events::Events;
use crate::assess::source::Pick;
use crate::facts::{Fact, Observation, newest_event};
use crate::plan::{Accumulation, Indicator, Plan, counts_events};
use crate::value::{Id, IsoDate};

impl State {
    /// Everything but readings and evidence that may hold on a day, and all records of items whose link was ever gone, or
    /// on which an approval rests.
    /// Where one line is asked for, approvals and reviews of this line alone.
    pub(in crate::assess) fn office(&self, line: Option<&Id>, as_of: IsoDate) -> Vec<Pick<'_>> {
        let mut picks = Picks(Vec::new());
        picks.entries(self, &self.index.of_plan);
        for event in self.index.events.values() {
            picks.0.extend(self.newest(event, as_of));
        }
        match line {
            Some(line) => {
                self.index.lines.get(line).into_iter().for_each(|line| picks.entries(self, &line.office));
            }
            None => self.index.lines.values().for_each(|line| picks.entries(self, &line.office)),
        }
        let approved: Vec<&Id> = picks.0.iter().filter_map(|pick| paper_of(pick.by)).collect();
        let papers = approved.into_iter().filter_map(|item| self.entries.item_place(item));
        picks.0.extend(papers.flat_map(|item| self.entries.item(item)).map(one));
        for item in &self.index.ever_gone {
            self.index.checks.get(item).into_iter().for_each(|checks| picks.entries(self, &checks.all));
            let records = self.entries.item_place(item).into_iter().flat_map(|item| self.entries.item(item));
            picks.0.extend(records.map(one));
        }
        picks.in_order()
    }

    /// The readings and the evidence that may hold on a day: of all lines, or what bears on one of them.
    pub(in crate::assess) fn work(
        &self,
        line: Option<&Id>,
        plan: &Plan,
        events: &Events<'_>,
        as_of: IsoDate,
    ) -> Vec<Pick<'_>> {
        let mut picks = Picks(Vec::new());
        if let Some(line) = line {
            let of_plan = plan.lines().find(|(.., known)| known.id == *line);
            self.readings(line, of_plan.map(|(.., line)| line), as_of, &mut picks);
            let givers = self.reach.givers.get(line).into_iter().flatten();
            for line in givers.chain([line]).filter_map(|id| self.index.lines.get(id)) {
                picks.0.extend(line.items.iter().filter_map(|item| self.newest_of_item(*item, as_of)));
            }
            // Whether an event is proven is told by evidence of whatever line.
            let activity =
                of_plan.filter(|(.., line)| line.kinds().any(counts_events)).map(|(_, activity, _)| activity);
            let groups = activity.into_iter().flat_map(|activity| events.of_activity(&activity.id));
            for event in groups.flat_map(|(_, group)| &group.ids).filter_map(|id| self.index.events.get(*id))
            {
                picks.0.extend(event.items.iter().filter_map(|item| self.newest_of_item(*item, as_of)));
            }
            return picks.in_order();
        }
        let of_plan: std::collections::BTreeMap<&Id, &Indicator> =
            plan.lines().map(|(.., line)| (&line.id, line)).collect();
        for (id, line) in &self.index.lines {
            self.readings(id, of_plan.get(id).copied(), as_of, &mut picks);
            picks.0.extend(line.items.iter().filter_map(|item| self.newest_of_item(*item, as_of)));
        }
        picks.in_order()
    }

    /// The readings of a line: by sums where its figure is a sum, one by one where it depends on which came last.
    fn readings<'a>(&'a self, id: &Id, line: Option<&Indicator>, as_of: IsoDate, picks: &mut Picks<'a>) {
        let Some(facts) = self.index.lines.get(id) else { return };
        // A bare number in the place of a ratio is never summed.
        let of_shares = |line: &Indicator| line.targets.iter().any(|target| line.asks_for_share(target));
        let sums = line
            .filter(|line| {
                !line.kinds().any(|kind| line.accumulation_of(kind) == Accumulation::Level)
                    && !of_shares(line)
            })
            .and_then(|_| facts.readings.sums_until(as_of));
        match sums {
            Some(sums) => {
                picks.0.extend(sums.map(|sum| Pick { by: &sum.by, facts: sum.facts }));
                picks.entries(self, &facts.readings.others);
            }
            None => picks.entries(self, &facts.readings.all),
        }
    }

    /// The record of an event that tells its state on a day.
    fn newest(&self, event: &EventFacts, as_of: IsoDate) -> Option<Pick<'_>> {
        let records = event.records.iter().rev().filter_map(|at| self.entries.get(*at));
        newest_event(&records.filter(|by| by.is_done_on(as_of)).collect::<Vec<_>>()).map(one)
    }

    /// The newest record of an item that holds on a day.
    fn newest_of_item(&self, item: usize, as_of: IsoDate) -> Option<Pick<'_>> {
        let records = self.entries.item(item).filter(|by| by.is_done_on(as_of));
        records.max_by(|a, b| a.by_time(b)).map(one)
    }
}

/// The item that an approval rests on.
fn paper_of(by: &Observation) -> Option<&Id> {
    match &by.fact {
        Fact::Approval { body } => body.rests_on(),
        _ => None,
    }
}

const fn one(by: &Observation) -> Pick<'_> {
    Pick { by, facts: 1 }
}

/// What was picked, in any order and some of it several times.
struct Picks<'a>(Vec<Pick<'a>>);

impl<'a> Picks<'a> {
    fn entries<'i>(&mut self, state: &'a State, places: impl IntoIterator<Item = &'i usize>) {
        self.0.extend(places.into_iter().filter_map(|at| state.entries.get(*at)).map(one));
    }

    /// Each once, in the order of their places in memory.
    fn in_order(mut self) -> Vec<Pick<'a>> {
        self.0.sort_unstable_by_key(|pick| ptr::from_ref(pick.by));
        self.0.dedup_by_key(|pick| ptr::from_ref(pick.by));
        self.0
    }
}
