//! A percent that is promised of each event or of every month: a good month does not heal a bad one.

use super::earlier::{Asks, Turned};
use super::events::EventGroup;
use super::figures::Figures;
use super::judge::Frame;
use super::need::{Meant, Verdict, judge_share};
use super::outcome::{Blocked, Outcome, blocked, since};
use super::readings::LineOf;
use super::standing::{EventShare, Figure};
use super::tally::{Context, Sum, Tally};
use super::turns::{Period, fullest, is_awaited};
use crate::plan::{Frequency, Target, TargetRule};
use crate::value::share::fraction_of;
use crate::value::{Amount, DateRange, Id, IsoDate, Share};

/// One percent of one target with everything it is judged by.
pub(super) struct Ratio<'c, 'a> {
    pub(super) cx: &'c Context<'a>,
    pub(super) line: &'c LineOf<'a>,
    pub(super) target: &'a Target,
    pub(super) tally: &'c Tally,
    pub(super) figures: &'c Figures,
    pub(super) meant: Meant,
    pub(super) percent: Amount,
    pub(super) frame: Frame,
    pub(super) asks: Asks<'a>,
}

/// How one ratio stands, in people of its denominator.
pub(super) struct Judged {
    /// The ratio, where it is more than may be.
    too_much: Option<Share>,
    pub(super) needed: Amount,
    pub(super) actual: Amount,
    pub(super) missing: Amount,
    pub(super) verdict: Verdict,
}

/// What the ratios come to together.
struct All {
    hold: bool,
    missing: Sum,
}

impl Ratio<'_, '_> {
    /// Event by event.
    pub(super) fn per_event(&self) -> Outcome {
        let of_activity = self.cx.events.of_activity(&self.line.activity.id);
        let held: Vec<_> = of_activity.filter(|(_, event)| event.held()).collect();
        let mut outcome =
            Outcome { started: !held.is_empty(), total: Some(self.percent), ..Outcome::default() };
        if held.is_empty() {
            outcome.started = self.figures.claimed.is_some();
            outcome.blocked = Some(Blocked::NoEvent);
            return outcome;
        }
        let judge = |(at, event): &(usize, &EventGroup<'_>)| {
            let asks = self.cx.earlier.of_event(event.range.end, &self.asks);
            let turned = asks.map_or((Meant::AtLeast, Amount::ZERO), Asks::number);
            let share = self.tally.shares_at.get(&Some(*at)).copied().flatten();
            let judged = share.and_then(|share| judged(turned, share));
            // Where the edition of its day asked for nothing, or somebody excused the event, nothing is owed.
            let owes_nothing = turned.1.is_zero() || self.tally.excused.contains(at);
            let judged = judged.or_else(|| owes_nothing.then(Judged::of_nothing));
            (event.range.end, event.event.event.clone(), judged)
        };
        let mut events: Vec<_> = held.iter().map(judge).collect();
        if let Some(most) = self.target.each.as_ref().and_then(|each| each.count?.to_u32()) {
            fullest(&mut events, most, |(.., judged)| {
                judged.as_ref().map_or((true, Amount::ZERO), |judged| (false, judged.missing))
            });
        }
        let mut all = All { hold: true, missing: Sum::default() };
        let last = events.iter().map(|(day, ..)| *day).max();
        for (_, event, judged) in events {
            match judged {
                Some(judged) => {
                    all.take(judged.verdict, judged.missing, &mut outcome);
                    let above = judged.too_much.map(|share| (event.clone(), Figure::Share { share }));
                    outcome.above_events.extend(above);
                    let Judged { needed, actual: proven, missing, .. } = judged;
                    outcome.per_event.push(EventShare { event, needed, proven, missing });
                }
                None => outcome.unmeasured_events.push(event),
            }
        }
        all.hold &= outcome.unmeasured_events.is_empty();
        let planned = self.frame.planned.and_then(|planned| usize::try_from(planned).ok());
        let reached = self.over() || planned.is_some_and(|planned| held.len() >= planned);
        outcome.met_on = last.filter(|_| all.hold);
        let day = |id: &Id| self.cx.events.get(id).map(|(_, event)| event.range.end);
        let short =
            outcome.per_event.iter().filter(|share| !share.missing.is_zero()).map(|share| &share.event);
        let mut short = outcome.unmeasured_events.iter().chain(short);
        let awaited = |id| day(id).is_some_and(|day| is_awaited(self.cx, self.line, day));
        outcome.waits = !all.hold && !outcome.above && short.all(awaited);
        self.settle(&all, reached, &mut outcome);
        if outcome.waits {
            outcome.schedule = None;
        }
        outcome
    }

    /// Period by period.
    pub(super) fn recurring(&self, every: Frequency) -> Outcome {
        let started = self.figures.claimed.is_some();
        let Some(window) = self.frame.window.or(self.cx.plan.period) else {
            return blocked(Blocked::NoDenominator, started);
        };
        let mut outcome = Outcome { started, total: Some(self.percent), ..Outcome::default() };
        let mut all = All { hold: true, missing: Sum::default() };
        let (mut to_come, mut past_holds) = (false, true);
        let own = self.asks.clone().within(every, window);
        for (range, asks, turned) in self.cx.earlier.periods(&own) {
            let completed = range.end < self.cx.as_of;
            let period = if asks.of_shares {
                Period::of_ratio(self.cx, self.tally, range, turned)
            } else {
                Some(Period::of_number(self.cx, self.tally, range, turned))
            };
            match period {
                Some(Period { share, verdict, actual, .. }) => {
                    all.take(verdict, share.missing, &mut outcome);
                    let above = verdict.is_too_much(turned.0).then_some((range, actual));
                    outcome.above_periods.extend(above);
                    past_holds &= share.missing.is_zero() || !completed;
                    outcome.per_period.push(share);
                }
                None if completed => outcome.unmeasured_periods.push(range),
                None => to_come = true,
            }
        }
        let whole = outcome.unmeasured_periods.is_empty() && !outcome.per_period.is_empty();
        outcome.met_on = outcome.per_period.last().map(|share| share.range.end).filter(|_| all.hold && whole);
        outcome.schedule = Some(past_holds && outcome.unmeasured_periods.is_empty() && !outcome.above);
        all.hold &= whole;
        self.settle(&all, !to_come, &mut outcome);
        outcome
    }

    /// The day since which the percent is met: a later measurement may have taken it below it again.
    pub(super) fn met_on(&self) -> Option<IsoDate> {
        let holds = |share: Option<Share>| {
            let verdict = share.and_then(|share| judge_share(self.meant, self.percent, share));
            verdict.is_some_and(Verdict::holds)
        };
        let Tally { shares_on, ratios, .. } = self.tally;
        let changes = matches!(self.target.rule, TargetRule::Change { .. });
        if changes || self.line.indicator.brings_down(self.target) {
            return since(shares_on.iter().map(|(day, share)| (*day, holds(*share))));
        }
        if !ratios.is_empty() {
            return since(ratios.iter().map(|(day, share)| (*day, holds(Some(*share)))));
        }
        let mut sum = Some(Share { numerator: Amount::ZERO, denominator: Amount::ZERO });
        since(shares_on.iter().map(|(day, share)| {
            sum = sum.zip(*share).and_then(|(sum, share)| sum.checked_add(share));
            (*day, holds(sum))
        }))
    }

    fn settle(&self, all: &All, reached: bool, outcome: &mut Outcome) {
        outcome.met = Some(all.hold && reached);
        outcome.missing = all.missing.known();
        outcome.proven_meets = all.hold && self.figures.proven.is_some();
        outcome.schedule = outcome.schedule.or(Some(all.hold));
        outcome.wait_for_the_end(self.meant, self.over());
    }

    fn over(&self) -> bool {
        self.frame.window.is_some_and(|window| self.cx.as_of > window.end)
    }
}

/// The ratio over a span of days; nothing where none was recorded or a sum does not fit.
pub(super) fn over_days(tally: &Tally, range: DateRange) -> Option<Share> {
    let mut days = range.within(&tally.shares_on).map(|(_, share)| *share);
    let first = days.next()??;
    days.try_fold(first, |sum, share| sum.checked_add(share?))
}

impl Judged {
    /// What owes nothing.
    fn of_nothing() -> Self {
        let nothing = Amount::ZERO;
        Self { too_much: None, needed: nothing, actual: nothing, missing: nothing, verdict: Verdict::Met }
    }
}

/// Holds a ratio against a percent; nothing when the denominator is zero or a product does not fit.
pub(super) fn judged((meant, percent): Turned, share: Share) -> Option<Judged> {
    let verdict = judge_share(meant, percent, share)?;
    let (part, whole) = fraction_of(percent);
    let needed = part.checked_mul(share.denominator)?.checked_div(whole)?.whole_up();
    let missing = if let Verdict::Short(missing) = verdict { missing } else { Amount::ZERO };
    let too_much = verdict.is_too_much(meant).then_some(share);
    Some(Judged { too_much, needed, actual: share.numerator, missing, verdict })
}

impl All {
    fn take(&mut self, verdict: Verdict, missing: Amount, outcome: &mut Outcome) {
        self.hold &= verdict.holds();
        self.missing.add(missing);
        outcome.above |= verdict == Verdict::Above;
        outcome.beyond |= verdict == Verdict::Beyond;
    }
}
