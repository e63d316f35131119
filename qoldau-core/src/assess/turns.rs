//! Targets of each event and targets that recur: judged event by event and period by period, each by the edition of
//! the plan that was in force on its last day.

use super::earlier::Turned;
use super::need::{Meant, Verdict, judge};
use super::outcome::{Blocked, Cell, Outcome, blocked};
use super::periods::periods_of;
use super::standing::{EventShare, PeriodShare};
use super::tally::Sum;
use super::window::day_of_month;
use crate::plan::Frequency;
use crate::value::{Amount, DateRange, IsoDate};

impl Cell<'_, '_> {
    /// A target of each event expands over the events held and is judged event by event.
    pub(super) fn per_event(&self, amount: Amount) -> Outcome {
        let artefacts = self.line.indicator.kind.counts_artefacts();
        let held: Vec<_> =
            self.cx.events.of_activity(&self.line.activity.id).filter(|(_, event)| event.held()).collect();
        let mut outcome = Outcome { started: !held.is_empty() || self.tally.items > 0, ..Outcome::default() };
        let count = |number: usize| Amount::from(u32::try_from(number).unwrap_or(u32::MAX));
        let (mut missing, mut by_date) = (Sum::default(), Sum::default());
        let mut all_hold = true;
        for (at, event) in &held {
            let have =
                if artefacts { self.tally.by_event.get(at) } else { self.tally.claimed_at.get(&Some(*at)) };
            let have = have.copied().unwrap_or_default().total;
            let (meant, amount) = self.of_event(event.range.end, amount);
            let verdict = judge(meant, amount, have);
            let short = if let Verdict::Short(short) = verdict { short } else { Amount::ZERO };
            all_hold &= matches!(verdict, Verdict::Met | Verdict::Exceeded);
            outcome.above |= verdict == Verdict::Above;
            missing.add(short);
            by_date.add(amount);
            outcome.per_event.push(EventShare {
                event: event.event.event.clone(),
                needed: amount,
                proven: have,
                missing: short,
            });
        }
        // "From each of 3 events" asks for no more of a fourth.
        let asked_of = self.target.each.as_ref().and_then(|each| each.count?.to_u32());
        let served = outcome.per_event.iter().filter(|share| share.missing.is_zero()).count();
        if !outcome.above && asked_of.is_some_and(|asked_of| count(served) >= asked_of.into()) {
            (all_hold, missing) = (true, Sum::default());
            outcome.per_event.iter_mut().for_each(|share| share.missing = Amount::ZERO);
        }
        outcome.missing = missing.known();
        outcome.by_date = by_date.known();
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
        outcome.proven_meets = all_hold && artefacts;
        outcome.schedule = Some(all_hold);
        outcome.met_on = held.iter().map(|(_, event)| event.range.end).max();
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
        for (range, (meant, amount), own) in self.periods(window, every, in_period) {
            let mut share = self.period(range, meant, amount);
            if every == Frequency::Month {
                self.watch_day(range, (meant, amount), &mut share, &mut outcome);
            }
            let mut above = judge(meant, amount, share.actual) == Verdict::Above;
            if own {
                let on = self.networks.held(self.tally, (meant, number), Some(range));
                share.missing = share.missing.max(on.missing);
                above |= on.above;
            }
            total.add(amount);
            missing.add(share.missing);
            outcome.above |= above;
            all_hold &= share.missing.is_zero() && !above;
            past_hold &= !above;
            if share.completed {
                by_date.add(amount);
                past_hold &= share.missing.is_zero();
            }
            outcome.per_period.push(share);
        }
        outcome.total = total.known();
        outcome.by_date = by_date.known();
        outcome.missing = missing.known();
        // "At most" can only be said to hold when the time is over, and nothing of a time that holds no period.
        let settled = self.over() || !matches!(self.meant, Meant::AtMost | Meant::LessThan);
        all_hold &= !outcome.per_period.is_empty();
        outcome.met = Some(all_hold && settled);
        outcome.proven_meets = all_hold && self.line.indicator.kind.counts_artefacts();
        outcome.schedule = Some(past_hold);
        outcome.met_on = outcome.per_period.last().map(|share| share.range.end).filter(|_| all_hold);
        outcome
    }

    /// What an event owes: by the edition of its last day.
    fn of_event(&self, end: IsoDate, amount: Amount) -> Turned {
        self.cx.earlier.of_event(&self.target.id, end).unwrap_or((self.meant, amount))
    }

    /// The periods with what each owes: those that ended before the edition in force by the editions before it, the
    /// others by its own window and number. Whether a period is of the edition in force is said with it.
    fn periods(&self, window: DateRange, every: Frequency, amount: Amount) -> Vec<(DateRange, Turned, bool)> {
        let before = self.cx.earlier.periods(&self.target.id).into_iter();
        let own = periods_of(window, every).into_iter();
        let own = own.filter(|period| self.cx.earlier.from().is_none_or(|from| from <= period.end));
        let before = before.map(|(period, turned)| (period, turned, false));
        before.chain(own.map(|period| (period, (self.meant, amount), true))).collect()
    }

    /// Where the deadline is a day of each month, the month is over then, and what came after it came late.
    fn watch_day(
        &self,
        month: DateRange,
        (meant, amount): Turned,
        share: &mut PeriodShare,
        outcome: &mut Outcome,
    ) {
        let Some(day) = day_of_month(self.line.activity.due.as_ref(), month) else { return };
        share.completed = day < self.cx.as_of;
        let mut sum = Sum::default();
        let reached = self.tally.by_day.range(month.start..=month.end).find_map(|(day, added)| {
            sum.add(added.total);
            matches!(judge(meant, amount, sum.total), Verdict::Met | Verdict::Exceeded).then_some(*day)
        });
        outcome.late_on = outcome.late_on.max(reached.filter(|reached| *reached > day));
    }

    fn period(&self, range: DateRange, meant: Meant, amount: Amount) -> PeriodShare {
        let mut actual = Sum::default();
        for (_, added) in self.tally.by_day.range(range.start..=range.end) {
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
