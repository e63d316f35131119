//! Targets of each event and targets that recur: judged event by event and period by period, each by the edition of
//! the plan that was in force on its last day.

use super::earlier::{Asks, Turned};
use super::need::{Meant, Verdict, judge};
use super::networks::Outlets;
use super::outcome::{Blocked, Cell, Outcome, Over, blocked};
use super::ratios::{judged, over_days};
use super::readings::{LineOf, Readings};
use super::standing::{EventShare, Figure, PartShare, PeriodShare};
use super::tally::{Context, Sum, Tally};
use super::window::{after_event, day_of_month};
use crate::plan::{Due, EACH_TIME, Frequency, Question, Target};
use crate::value::{Amount, DateRange, IsoDate};

impl Cell<'_, '_> {
    /// A target of each event expands over the events held and is judged event by event.
    pub(super) fn per_event(&self, amount: Amount) -> Outcome {
        let artefacts = self.line.kind.counts_artefacts();
        let held: Vec<_> =
            self.cx.events.of_activity(&self.line.activity.id).filter(|(_, event)| event.held()).collect();
        let mut outcome = Outcome { started: !held.is_empty() || self.tally.items > 0, ..Outcome::default() };
        let count = |number: usize| Amount::from(u32::try_from(number).unwrap_or(u32::MAX));
        let (mut measured, mut owed) = (true, !self.meant.is_limit());
        let mut shares: Vec<(IsoDate, bool, EventShare)> = Vec::new();
        for (at, event) in &held {
            let have =
                if artefacts { self.tally.by_event.get(at) } else { self.tally.claimed_at.get(&Some(*at)) };
            let excused = self.tally.excused.contains(at);
            measured &= artefacts || have.is_some() || excused;
            let have = have.copied().unwrap_or_default().total;
            let asks = self.cx.earlier.of_event(event.range.end, &self.asks).filter(|_| !excused);
            let turned = asks.and_then(Asks::of_event);
            let (meant, amount) = turned.unwrap_or((Meant::AtLeast, Amount::ZERO));
            let verdict = judge(meant, amount, have);
            let lacks = asks.map(|asks| self.lacks_within(asks, &Over::Event(*at))).unwrap_or_default();
            let missing = if let Verdict::Short(short) = verdict { short } else { Amount::ZERO };
            let missing = missing.max(lacks.missing);
            owed |= asks.is_some_and(|asks| !asks.is_limit());
            outcome.above |= verdict == Verdict::Above || lacks.above;
            outcome.beyond |= verdict == Verdict::Beyond;
            let event_id = event.event.event.clone();
            let above = verdict.is_too_much(meant) || lacks.above;
            outcome.above_events.extend(above.then(|| (event_id.clone(), Figure::Amount { amount: have })));
            let share = EventShare { event: event_id, needed: amount, proven: have, missing };
            shares.push((event.range.end, meant.is_limit(), share));
        }
        if let Some(most) = self.target.each.as_ref().and_then(|each| each.count?.to_u32()) {
            fullest(&mut shares, most, |(.., share)| share.missing);
        }
        let (mut missing, mut in_all, mut by_date) = (Sum::default(), Sum::default(), Sum::default());
        for (_, limit, share) in &shares {
            missing.add(share.missing);
            in_all.add(share.needed);
            // What may be there at most is not owed.
            by_date.add(if *limit { Amount::ZERO } else { share.needed });
        }
        outcome.no_data = self.meant.is_limit() && !measured;
        let short = |share: &&(IsoDate, bool, EventShare)| !share.2.missing.is_zero();
        let all_hold = !outcome.above && !outcome.no_data && shares.iter().find(short).is_none();
        let behind = shares.iter().filter(short).any(|(day, ..)| !is_awaited(self.cx, self.line, *day));
        outcome.waits = !all_hold && !outcome.above && !outcome.no_data && !behind;
        outcome.met_on = shares.iter().map(|(day, ..)| *day).max();
        outcome.per_event = shares.into_iter().map(|(.., share)| share).collect();
        outcome.missing = missing.known();
        outcome.by_date = by_date.known().filter(|_| owed);
        let amount = self.asks.of_event().map_or(amount, |(_, amount)| amount);
        outcome.total = self.frame.planned.and_then(|planned| {
            let to_come = Amount::from(planned).shortfall(count(held.len()));
            amount.checked_mul(to_come)?.checked_add(in_all.known()?)
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

    /// A target that recurs is judged period by period, each by what its own edition asks: two in July do not heal June.
    pub(super) fn recurring(&self, every: Frequency) -> Outcome {
        let Some(window) = self.frame.window.or(self.cx.plan.period) else {
            return blocked(Blocked::NoDenominator, self.tally.dates.is_some());
        };
        let own = self.asks.clone().within(every, window);
        let mut outcome = Outcome { started: self.tally.dates.is_some(), ..Outcome::default() };
        let (mut total, mut by_date, mut missing) = (Sum::default(), Sum::default(), Sum::default());
        let (mut all_hold, mut past_hold) = (true, true);
        let mut owed = !self.meant.is_limit();
        for (range, asks, (meant, amount)) in self.cx.earlier.periods(&own) {
            let stands = if asks.of_shares {
                Period::of_ratio(self.cx, self.tally, range, (meant, amount))
            } else {
                Some(self.stands(range, asks, (meant, amount), &mut outcome))
            };
            let Some(Period { share, verdict, actual, above }) = stands else {
                (all_hold, past_hold) = (false, false);
                outcome.unmeasured_periods.push(range);
                continue;
            };
            outcome.beyond |= verdict == Verdict::Beyond;
            missing.add(share.missing);
            outcome.above |= above;
            // A month that has not begun need not have come down.
            let named = above || verdict.is_too_much(meant) && range.start <= self.cx.as_of;
            outcome.above_periods.extend(named.then_some((range, actual)));
            all_hold &= share.missing.is_zero() && !above;
            past_hold &= !above;
            if !asks.of_shares {
                total.add(amount);
            }
            if share.completed {
                past_hold &= share.missing.is_zero();
                // What may be there at most is not owed.
                if !asks.of_shares && !meant.is_limit() {
                    by_date.add(amount);
                    owed = true;
                }
            }
            outcome.per_period.push(share);
        }
        outcome.total = total.known();
        outcome.by_date = by_date.known().filter(|_| owed);
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

    /// How a period stands by the number that is asked of it, by its parts and on each network.
    fn stands(
        &self,
        range: DateRange,
        asks: &Asks<'_>,
        (meant, amount): Turned,
        outcome: &mut Outcome,
    ) -> Period {
        let mut period = Period::of_number(self.cx, self.tally, range, (meant, amount));
        if asks.every() == Some(Frequency::Month) {
            self.watch_day(range, asks.due, (meant, amount), &mut period.share, outcome);
        }
        let lacks = self.lacks_within(asks, &Over::Days(range));
        period.share.missing = period.share.missing.max(lacks.missing);
        period.above |= lacks.above;
        outcome.short_networks.extend(lacks.short.into_iter().map(|network| (range, network)));
        period
    }

    /// What the parts and the networks of what is asked of a period or an event lack, each on its own.
    fn lacks_within(&self, asks: &Asks<'_>, over: &Over) -> Lacks {
        let mut lacks = Lacks::default();
        if asks.networks.matter() {
            let outlets = match over {
                Over::All => Outlets::within(self.tally, None),
                Over::Days(days) => Outlets::within(self.tally, Some(*days)),
                Over::Event(event) => Outlets::of_event(self.tally, *event),
            };
            let on = asks.networks.held(&outlets, asks.number());
            (lacks.missing, lacks.above) = (on.missing, on.above);
            lacks.short.extend(on.shares.into_iter().filter(|network| !network.missing.is_zero()));
        }
        let (meant, _) = asks.number();
        let parts = self.parts(asks.parts(), over, meant);
        let mut missing = Sum::default();
        for mut part in parts.into_iter().filter(|part| !part.missing.is_zero()) {
            missing.add(part.missing);
            let label = asks.parts().iter().find(|of| of.id == part.part).map(|of| of.label.parse());
            if let Some(Ok(label)) = label {
                part.part = label;
            }
            lacks.short.push(part);
        }
        lacks.missing = lacks.missing.max(missing.total);
        lacks
    }

    /// Where the deadline is a day of each month, the month is over then, and what came after it came late.
    fn watch_day(
        &self,
        month: DateRange,
        due: Option<&Due>,
        (meant, amount): Turned,
        share: &mut PeriodShare,
        outcome: &mut Outcome,
    ) {
        // Of a limit nobody can be late.
        if meant.is_limit() {
            return;
        }
        let Some(day) = day_of_month(due, month) else { return };
        share.completed = day < self.cx.as_of;
        let mut sum = Sum::default();
        let reached = month.within(&self.tally.by_day).find_map(|(day, added)| {
            sum.add(added.total);
            judge(meant, amount, sum.total).holds().then_some(*day)
        });
        outcome.late_on = outcome.late_on.max(reached.filter(|reached| *reached > day));
    }
}

/// How one period stands.
pub(super) struct Period {
    pub(super) share: PeriodShare,
    pub(super) verdict: Verdict,
    /// What it has.
    pub(super) actual: Figure,
    /// Whether that is more than may be.
    pub(super) above: bool,
}

impl Period {
    /// By a number.
    pub(super) fn of_number(
        cx: &Context<'_>,
        tally: &Tally,
        range: DateRange,
        (meant, amount): Turned,
    ) -> Self {
        let mut actual = Sum::default();
        for (_, added) in range.within(&tally.by_day) {
            actual.add(added.total);
        }
        // A total that was corrected downwards takes back what stood in an earlier period; less than nothing was not done.
        let actual = actual.total.max(Amount::ZERO);
        let verdict = judge(meant, amount, actual);
        let missing = if let Verdict::Short(missing) = verdict { missing } else { Amount::ZERO };
        let completed = range.end < cx.as_of;
        let share = PeriodShare { range, needed: amount, actual, missing, completed };
        let above = verdict == Verdict::Above;
        Self { share, verdict, actual: Figure::Amount { amount: actual }, above }
    }

    /// By a percent; nothing where nobody recorded a ratio.
    pub(super) fn of_ratio(
        cx: &Context<'_>,
        tally: &Tally,
        range: DateRange,
        turned: Turned,
    ) -> Option<Self> {
        let share = over_days(tally, range)?;
        let judged = judged(turned, share)?;
        let above = judged.verdict == Verdict::Above;
        let completed = range.end < cx.as_of;
        let stands = PeriodShare {
            range,
            needed: judged.needed,
            actual: judged.actual,
            missing: judged.missing,
            completed,
        };
        Some(Self { share: stands, verdict: judged.verdict, actual: Figure::Share { share }, above })
    }
}

/// What single networks and parts lack of what is asked.
#[derive(Default)]
struct Lacks {
    missing: Amount,
    above: bool,
    short: Vec<PartShare>,
}

/// Whether what belongs to an event of a day is still awaited: the deadline is so many days after each event, and they
/// are not over.
pub(super) fn is_awaited(cx: &Context<'_>, line: &LineOf<'_>, event: IsoDate) -> bool {
    let due = line.activity.due.as_ref().filter(|_| !is_answered(cx.readings, line));
    after_event(due, event).is_some_and(|last| cx.as_of <= last)
}

/// Whether somebody said on which days a line is due: an answer takes the place of the words.
pub(super) fn is_answered(readings: &Readings, line: &LineOf<'_>) -> bool {
    let ids = [&line.indicator.id, &line.activity.id, &line.task.id];
    ids.into_iter().filter_map(|id| readings.of(id, Question::Due)).any(|days| days != EACH_TIME)
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
