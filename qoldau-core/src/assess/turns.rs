//! Targets of each event and targets that recur: judged event by event and period by period, each by the edition of
//! the plan that was in force on its last day.

use super::earlier::Turned;
use super::need::{Meant, Verdict, judge};
use super::outcome::{Blocked, Cell, Outcome, blocked};
use super::readings::{LineOf, Readings};
use super::standing::{EventShare, Figure, PeriodShare};
use super::tally::{Context, Sum};
use super::window::{after_event, day_of_month};
use crate::plan::{EACH_TIME, Frequency, Question, Target};
use crate::value::{Amount, DateRange, IsoDate};

impl Cell<'_, '_> {
    /// A target of each event expands over the events held and is judged event by event.
    pub(super) fn per_event(&self, amount: Amount) -> Outcome {
        let artefacts = self.line.kind.counts_artefacts();
        let held: Vec<_> =
            self.cx.events.of_activity(&self.line.activity.id).filter(|(_, event)| event.held()).collect();
        let mut outcome = Outcome { started: !held.is_empty() || self.tally.items > 0, ..Outcome::default() };
        let count = |number: usize| Amount::from(u32::try_from(number).unwrap_or(u32::MAX));
        let mut measured = true;
        let mut shares: Vec<(IsoDate, EventShare)> = Vec::new();
        for (at, event) in &held {
            let have =
                if artefacts { self.tally.by_event.get(at) } else { self.tally.claimed_at.get(&Some(*at)) };
            let excused = self.tally.excused.contains(at);
            measured &= artefacts || have.is_some() || excused;
            let have = have.copied().unwrap_or_default().total;
            let own = self.of_event(event.range.end, amount);
            let (meant, amount) = if excused { (Meant::AtLeast, Amount::ZERO) } else { own };
            let verdict = judge(meant, amount, have);
            let missing = if let Verdict::Short(short) = verdict { short } else { Amount::ZERO };
            outcome.above |= verdict == Verdict::Above;
            outcome.beyond |= verdict == Verdict::Beyond;
            let event_id = event.event.event.clone();
            let above = verdict.is_too_much(meant);
            outcome.above_events.extend(above.then(|| (event_id.clone(), Figure::Amount { amount: have })));
            let share = EventShare { event: event_id, needed: amount, proven: have, missing };
            shares.push((event.range.end, share));
        }
        if let Some(most) = self.target.each.as_ref().and_then(|each| each.count?.to_u32()) {
            fullest(&mut shares, most, |(_, share)| share.missing);
        }
        let (mut missing, mut by_date) = (Sum::default(), Sum::default());
        for (_, share) in &shares {
            missing.add(share.missing);
            by_date.add(share.needed);
        }
        outcome.no_data = self.meant.is_limit() && !measured;
        let short = |share: &&(IsoDate, EventShare)| !share.1.missing.is_zero();
        let all_hold = !outcome.above && !outcome.no_data && shares.iter().find(short).is_none();
        let behind = shares.iter().filter(short).any(|(day, _)| !is_awaited(self.cx, self.line, *day));
        outcome.waits = !all_hold && !outcome.above && !outcome.no_data && !behind;
        outcome.met_on = shares.iter().map(|(day, _)| *day).max();
        outcome.per_event = shares.into_iter().map(|(_, share)| share).collect();
        outcome.missing = missing.known();
        // What may be there at most is not owed.
        outcome.by_date = by_date.known().filter(|_| !self.meant.is_limit());
        outcome.total = self.frame.planned.and_then(|planned| {
            let to_come = Amount::from(planned).shortfall(count(held.len()));
            amount.checked_mul(to_come)?.checked_add(by_date.known()?)
        });
        if held.is_empty() {
            outcome.blocked = Some(Blocked::NoEvent);
            return outcome;
        }
        let planned = self.frame.planned.map(Amount::from);
        let reached = self.over() || planned.is_some_and(|planned| count(held.len()) >= planned);
        outcome.met = Some(all_hold && reached);
        outcome.proven_meets = all_hold && artefacts && !self.meant.is_limit();
        outcome.schedule = Some(all_hold).filter(|_| !outcome.waits);
        outcome
    }

    /// A target that recurs is judged period by period: two in July do not heal June.
    /// `amount` is the number as it stands, and what it comes to in a period.
    pub(super) fn recurring(&self, amount: (Amount, Amount), every: Frequency) -> Outcome {
        let Some(window) = self.frame.window.or(self.cx.plan.period) else {
            return blocked(Blocked::NoDenominator, self.tally.dates.is_some());
        };
        let mut outcome = Outcome { started: self.tally.dates.is_some(), ..Outcome::default() };
        let (mut total, mut by_date, mut missing) = (Sum::default(), Sum::default(), Sum::default());
        let (mut all_hold, mut past_hold) = (true, true);
        let (number, in_period) = amount;
        let own = (self.meant.scaled(number, in_period), in_period);
        let periods = self.cx.earlier.periods(&self.target.id, (window, every), own, false);
        for (range, (meant, amount), own) in periods {
            let mut share = self.period(range, meant, amount);
            if own && every == Frequency::Month {
                self.watch_day(range, (meant, amount), &mut share, &mut outcome);
            }
            let verdict = judge(meant, amount, share.actual);
            let mut above = verdict == Verdict::Above;
            outcome.beyond |= verdict == Verdict::Beyond;
            if own {
                let on = self.networks.held(self.tally, (self.meant, number), Some(range));
                share.missing = share.missing.max(on.missing);
                above |= on.above;
                let short = on.shares.into_iter().filter(|network| !network.missing.is_zero());
                outcome.short_networks.extend(short.map(|network| (range, network)));
            }
            total.add(amount);
            missing.add(share.missing);
            outcome.above |= above;
            // A month that has not begun need not have come down.
            let named = above || verdict.is_too_much(meant) && range.start <= self.cx.as_of;
            let figure = Figure::Amount { amount: share.actual };
            outcome.above_periods.extend(named.then_some((range, figure)));
            all_hold &= share.missing.is_zero() && !above;
            past_hold &= !above;
            if share.completed {
                by_date.add(amount);
                past_hold &= share.missing.is_zero();
            }
            outcome.per_period.push(share);
        }
        outcome.total = total.known();
        outcome.by_date = by_date.known().filter(|_| !self.meant.is_limit());
        outcome.missing = missing.known();
        // "At most" can only be said to hold when the time is over, and nothing of a time that holds no period.
        let settled = self.over() || !matches!(self.meant, Meant::AtMost | Meant::LessThan);
        all_hold &= !outcome.per_period.is_empty();
        outcome.no_data = self.lacks_data(self.figures.claimed.is_some());
        outcome.met = Some(all_hold && settled && !outcome.no_data);
        let artefacts = self.line.kind.counts_artefacts();
        outcome.proven_meets = all_hold && artefacts && !self.meant.is_limit();
        outcome.schedule = Some(past_hold);
        outcome.met_on = outcome.per_period.last().map(|share| share.range.end).filter(|_| all_hold);
        outcome
    }

    /// What an event owes: by the edition of its last day.
    fn of_event(&self, end: IsoDate, amount: Amount) -> Turned {
        self.cx.earlier.of_event(&self.target.id, end, false).unwrap_or((self.meant, amount))
    }

    /// Where the deadline is a day of each month, the month is over then, and what came after it came late.
    fn watch_day(
        &self,
        month: DateRange,
        (meant, amount): Turned,
        share: &mut PeriodShare,
        outcome: &mut Outcome,
    ) {
        // Of a limit nobody can be late.
        if is_answered(self.cx, self.line) || meant.is_limit() {
            return;
        }
        let Some(day) = day_of_month(self.line.activity.due.as_ref(), month) else { return };
        share.completed = day < self.cx.as_of;
        let mut sum = Sum::default();
        let reached = month.within(&self.tally.by_day).find_map(|(day, added)| {
            sum.add(added.total);
            judge(meant, amount, sum.total).holds().then_some(*day)
        });
        outcome.late_on = outcome.late_on.max(reached.filter(|reached| *reached > day));
    }

    fn period(&self, range: DateRange, meant: Meant, amount: Amount) -> PeriodShare {
        let mut actual = Sum::default();
        for (_, added) in range.within(&self.tally.by_day) {
            actual.add(added.total);
        }
        // A total that was corrected downwards takes back what stood in an earlier period; less than nothing was not done.
        actual.total = actual.total.max(Amount::ZERO);
        let missing = match judge(meant, amount, actual.total) {
            Verdict::Short(missing) => missing,
            _ => Amount::ZERO,
        };
        PeriodShare {
            range,
            needed: amount,
            actual: actual.total,
            missing,
            completed: range.end < self.cx.as_of,
        }
    }
}

/// Whether what belongs to an event of a day is still awaited: the deadline is so many days after each event, and they
/// are not over.
pub(super) fn is_awaited(cx: &Context<'_>, line: &LineOf<'_>, event: IsoDate) -> bool {
    let due = line.activity.due.as_ref().filter(|_| !is_answered(cx, line));
    after_event(due, event).is_some_and(|last| cx.as_of <= last)
}

/// Whether somebody said on which days a line is due: an answer takes the place of the words.
pub(super) fn is_answered(cx: &Context<'_>, line: &LineOf<'_>) -> bool {
    let ids = [&line.indicator.id, &line.activity.id, &line.task.id];
    ids.into_iter().filter_map(|id| cx.readings.of(id, Question::Due)).any(|days| days != EACH_TIME)
}

/// How often a target is asked for: as its words say, or each time its deadline recurs, where somebody said so.
pub(super) fn every_of(readings: &Readings, line: &LineOf<'_>, target: &Target) -> Option<Frequency> {
    target.every.or_else(|| {
        let every = line.activity.due.as_ref()?.recurs_beside(target)?;
        readings.of_line(line, Question::Due).filter(|days| *days == EACH_TIME).map(|_| every)
    })
}

/// "From each of 3 events" asks for nothing of a fourth: the three that lack least are asked, in the order of time.
pub(super) fn fullest<T, K: Ord>(events: &mut Vec<T>, most: u32, lacks: impl Fn(&T) -> K) {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut places: Vec<usize> = (0..events.len()).collect();
    places.sort_by_key(|at| events.get(*at).map(&lacks));
    let mut asked = vec![false; events.len()];
    for at in places.into_iter().take(most) {
        asked.get_mut(at).into_iter().for_each(|asked| *asked = true);
    }
    let mut asked = asked.into_iter();
    events.retain(|_| asked.next() == Some(true));
}
