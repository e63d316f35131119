//! The figures of lines that count what was held: events, focus groups, presentations.

use std::collections::{BTreeMap, BTreeSet};

use super::apart::Apart;
use super::figures::{Figures, asks_for_one, number, one_shown};
use super::readings::LineOf;
use super::tally::{Context, Sum, Tally};
use super::turns::every_of;
use crate::facts::EventStatus;
use crate::plan::{IndicatorKind, Target, counts_events};
use crate::value::{Amount, DateRange, IsoDate};

/// Events held for a line's activity; an event is proven when it has any evidence of what happened.
pub(super) struct Held {
    all: Sum,
    proven: Sum,
    events: Vec<HeldEvent>,
    /// Events of which nobody can tell of which of the line's promises they are.
    unclear: u32,
}

struct HeldEvent {
    at: usize,
    day: IsoDate,
    evidenced: bool,
}

impl Held {
    pub(super) fn of(cx: &Context<'_>, line: &LineOf<'_>, target: &Target, span: Option<DateRange>) -> Self {
        let mut held = Self { all: Sum::default(), proven: Sum::default(), events: Vec::new(), unclear: 0 };
        let apart = Apart::of(line, target);
        let of_activity = cx.events.of_activity(&line.activity.id);
        for (at, event) in of_activity
            .filter(|(_, event)| event.held() && span.is_none_or(|span| span.contains(event.range.end)))
        {
            match apart.as_ref().map_or(Some(true), |apart| apart.has(event)) {
                Some(true) => {}
                Some(false) => continue,
                None => {
                    held.unclear = held.unclear.saturating_add(1);
                    continue;
                }
            }
            let evidenced = cx.ledger.evidenced.get(at) == Some(&true);
            held.all.add(Amount::ONE);
            if evidenced {
                held.proven.add(Amount::ONE);
            }
            held.events.push(HeldEvent { at, day: event.range.end, evidenced });
        }
        held
    }

    /// The figures of the line.
    pub(super) fn figures(
        &self,
        cx: &Context<'_>,
        line: &LineOf<'_>,
        target: &Target,
        tally: &mut Tally,
    ) -> Figures {
        tally.unclear = self.unclear;
        let of_events = line.kind == IndicatorKind::Event;
        match tally.claim.amount {
            None if self.events.is_empty() && !of_events => self.one_by_items(cx, line, target, tally),
            None => self.by_events(tally),
            Some(claim) if of_events => {
                self.beside(claim, every_of(cx.readings, line, target).is_some(), tally)
            }
            Some(_) if !self.events.is_empty() && each_of_its_own(line, tally) => {
                self.event_by_event(cx, tally)
            }
            Some(claim) => {
                let claimed = number(Some(claim));
                Figures { claimed, proven: number(Some(claim.min(shown(cx, tally)))), actual: claimed }
            }
        }
    }

    fn count_days(&self, tally: &mut Tally) {
        for event in &self.events {
            tally.count_on(event.day, Amount::ONE);
        }
    }

    /// The figures by the events alone.
    fn by_events(&self, tally: &mut Tally) -> Figures {
        self.count_days(tally);
        let claimed = number(self.all.known().filter(|count| !count.is_zero()));
        Figures { claimed, proven: number(self.proven.known()), actual: claimed }
    }

    /// The figures of events where a number was recorded beside them: the larger of the two was held, and only events
    /// can be shown.
    fn beside(&self, claim: Amount, recurs: bool, tally: &mut Tally) -> Figures {
        let count = self.all.total;
        if !self.events.is_empty() {
            let read = std::mem::take(&mut tally.by_day);
            tally.dates = None;
            if count >= claim {
                // The events say it day by day.
                self.count_days(tally);
            } else if recurs {
                self.count_days(tally);
                self.count_rest(&read, claim.shortfall(count), tally);
            } else {
                self.count_growth(&read, tally);
            }
        }
        let claimed = number(Some(claim.max(count)));
        Figures { claimed, proven: number(self.proven.known()), actual: claimed }
    }

    /// The days of the events, the earliest first.
    fn days(&self) -> Vec<IsoDate> {
        let mut days: Vec<IsoDate> = self.events.iter().map(|event| event.day).collect();
        days.sort_unstable();
        days
    }

    /// Counts what the numbers have more than the events, on the days of those numbers that say more than was held since
    /// the one before: the latest of them first.
    fn count_rest(&self, read: &BTreeMap<IsoDate, Sum>, rest: Amount, tally: &mut Tally) {
        let days = self.days();
        let mut more: Vec<(IsoDate, Amount)> = Vec::new();
        let mut before = Amount::ZERO;
        for (day, sum) in read {
            let until = held_until(&days, *day);
            more.push((*day, sum.total.shortfall(until.shortfall(before))));
            before = until;
        }
        let mut left = rest;
        for (day, more) in more.into_iter().rev() {
            let taken = more.min(left);
            left = left.shortfall(taken);
            if !taken.is_zero() {
                tally.count_on(day, taken);
            }
        }
    }

    /// Counts by how much the larger of the two grew day by day: what a later event adds to a number that was larger
    /// already is nothing, and what was reached with events is not reached anew by a number.
    fn count_growth(&self, read: &BTreeMap<IsoDate, Sum>, tally: &mut Tally) {
        let held = self.days();
        let days: BTreeSet<IsoDate> = held.iter().chain(read.keys()).copied().collect();
        let (mut sum, mut reached) = (Sum::default(), Amount::ZERO);
        for day in days {
            sum.add(read.get(&day).map_or(Amount::ZERO, |sum| sum.total));
            let there = sum.total.max(held_until(&held, day));
            tally.count_on(day, there.shortfall(reached));
            reached = reached.max(there);
        }
    }

    /// A focus group or a presentation without an event on record: where one is promised, what shows that it took place is
    /// of that one; of several nobody knows whether two papers are of one of them, and where it was put off or cancelled,
    /// not whether it took place at all.
    fn one_by_items(
        &self,
        cx: &Context<'_>,
        line: &LineOf<'_>,
        target: &Target,
        tally: &mut Tally,
    ) -> Figures {
        let fell_through = |status| matches!(status, EventStatus::Cancelled | EventStatus::Postponed);
        let mut of_activity = cx.events.of_activity(&line.activity.id);
        if of_activity.any(|(_, event)| fell_through(event.event.status))
            || !asks_for_one(target)
            || target.each.is_some()
        {
            return self.by_events(tally);
        }
        let one = number(one_shown(cx, line, target, tally));
        Figures { claimed: one, proven: one.or(number(Some(Amount::ZERO))), actual: one }
    }

    /// The figures where numbers name the events that they are of: each says how many there were on that occasion, and of
    /// an event without a number there was one.
    fn event_by_event(&self, cx: &Context<'_>, tally: &mut Tally) -> Figures {
        let (mut claimed, mut proven) = (Sum::default(), Sum::default());
        let mut counts = std::mem::take(&mut tally.claimed_at);
        (tally.by_day, tally.dates) = (BTreeMap::new(), None);
        for event in &self.events {
            let count = counts.remove(&Some(event.at)).map_or(Amount::ONE, |count| count.total);
            let items = tally.shown_at.get(&event.at).map_or(Amount::ZERO, |items| items.total);
            claimed.add(count);
            if event.evidenced {
                proven.add(count.min(items.max(Amount::ONE)));
            }
            tally.count_on(event.day, count);
            tally.claimed_at.insert(Some(event.at), Sum { total: count, overflow: false });
        }
        // Events of another activity.
        for (event, count) in counts {
            claimed.add(count.total);
            if let Some(group) = event.and_then(|at| cx.events.groups.get(at)) {
                tally.count_on(group.range.end, count.total);
            }
            tally.claimed_at.insert(event, count);
        }
        let claimed = number(claimed.known());
        Figures { claimed, proven: number(proven.known()), actual: claimed }
    }
}

/// How many of these sorted days come up to a day.
fn held_until(days: &[IsoDate], day: IsoDate) -> Amount {
    let count = days.partition_point(|held| *held <= day);
    Amount::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Whether every number names its event, and the events of the activity are what the line counts: where another line of
/// the activity counts events too, they need not be its focus groups or presentations, and the number says how many were.
fn each_of_its_own(line: &LineOf<'_>, tally: &Tally) -> bool {
    let counting = line.activity.indicators.iter().filter(|other| other.kinds().any(counts_events));
    counting.count() == 1 && !tally.claimed_at.contains_key(&None)
}

/// How many focus groups or presentations items show: those of one event show one of it.
pub(super) fn shown(cx: &Context<'_>, tally: &Tally) -> Amount {
    let held = |at: &&usize| cx.events.groups.get(**at).is_some_and(super::events::EventGroup::held);
    let events = u32::try_from(tally.shown_at.keys().filter(held).count()).unwrap_or(u32::MAX);
    Amount::from(events.saturating_add(tally.shown_apart))
}
