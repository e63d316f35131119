//! Whether a target is met, and by how much not: in total, event by event, period by period, part by part.

use super::apart::Apart;
use super::earlier::Asks;
use super::events::EventGroup;
use super::figures::Figures;
use super::judge::Frame;
use super::need::{Meant, Need, Verdict, judge, judge_share};
use super::networks::{Outlets, are_networks, on_network};
use super::ratios::Ratio;
use super::readings::LineOf;
use super::standing::{EventShare, Figure, PartShare, PeriodShare};
use super::tally::{Context, Sum, Tally};
use super::turns::every_of;
use crate::facts::{EventStatus, EvidenceKind};
use crate::plan::{Approver, EachOf, IndicatorKind, Part, Target, counts_events};
use crate::value::{Amount, DateRange, Id, IsoDate, Share};

/// Why nothing can be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blocked {
    /// The words were not understood.
    Unread,
    /// No baseline is known.
    NoBaseline,
    /// No denominator is known, or it is zero.
    NoDenominator,
    /// No event has been held.
    NoEvent,
    /// It holds for each of several that the facts do not tell apart.
    NotToldApart,
    /// A figure does not fit.
    Overflow,
}

/// Whether a target is met, and what is missing.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an answer of its own, read by another of the four answers"
)]
pub(super) struct Outcome {
    /// Whether it is met; nothing when that cannot be computed.
    pub(super) met: Option<bool>,
    /// Whether it is met with more than asked, where that means anything.
    pub(super) exceeded: bool,
    /// Whether the proven figure alone meets it.
    pub(super) proven_meets: bool,
    /// Whether anything is there.
    pub(super) started: bool,
    /// Whether as much is there as a schedule asks for; nothing when no schedule says.
    pub(super) schedule: Option<bool>,
    /// Whether the line does not apply.
    pub(super) not_applicable: bool,
    /// Whether nothing needs proof.
    pub(super) needs_no_proof: bool,
    /// Whether a limit is broken.
    pub(super) above: bool,
    /// Whether there is more than a range names, of which nobody has said that it is a limit.
    pub(super) beyond: bool,
    /// By how much what is to come down is still too large, in the unit of the figure or in percentage points.
    pub(super) still_above: Option<Amount>,
    /// Whether nobody recorded the figure of which a limit could be said.
    pub(super) no_data: bool,
    /// Whether all that is short is of events whose own deadline is still to come.
    pub(super) waits: bool,
    /// Why nothing can be computed.
    pub(super) blocked: Option<Blocked>,
    /// The day it was met on.
    pub(super) met_on: Option<IsoDate>,
    /// The last day on which what is due by a day of each month was there only after it.
    pub(super) late_on: Option<IsoDate>,
    /// Expected in all.
    pub(super) total: Option<Amount>,
    /// Expected by the assessed day.
    pub(super) by_date: Option<Amount>,
    /// Missing in all.
    pub(super) missing: Option<Amount>,
    /// Event by event.
    pub(super) per_event: Vec<EventShare>,
    /// Period by period.
    pub(super) per_period: Vec<PeriodShare>,
    /// Events that were held and of which nobody recorded the ratio that is asked for.
    pub(super) unmeasured_events: Vec<Id>,
    /// Periods that are over and of which nobody recorded the ratio that is asked for.
    pub(super) unmeasured_periods: Vec<DateRange>,
    /// Periods with more than the limit, and what they have.
    pub(super) above_periods: Vec<(DateRange, Figure)>,
    /// Events with more than the limit, and what they have.
    pub(super) above_events: Vec<(Id, Figure)>,
    /// What single networks lack in single periods.
    pub(super) short_networks: Vec<(DateRange, PartShare)>,
    /// Part by part.
    pub(super) per_part: Vec<PartShare>,
    /// Approvals and documents that hold the target back.
    pub(super) approvals: Vec<Approver>,
    /// Further documents that are wanted.
    pub(super) documents: Vec<IndicatorKind>,
}

/// Holds the figures of a target against what it asks for.
pub(super) fn outcome_of<'a>(
    cx: &Context<'a>,
    line: &LineOf<'a>,
    target: &'a Target,
    tally: &Tally,
    figures: &Figures,
    need: Need,
    frame: Frame,
) -> Outcome {
    let mut outcome = held_against(cx, line, target, tally, figures, need, frame);
    if let Need::Percent(Meant::DownTo, _) | Need::Number(Meant::DownTo, _) = need {
        outcome.lacks_nothing(need, figures.actual);
    }
    match need {
        Need::Number(meant, _) if tally.unclear > 0 && meant.may_be_broken() => outcome.or_not_told_apart(),
        _ => outcome,
    }
}

fn held_against<'a>(
    cx: &Context<'a>,
    line: &LineOf<'a>,
    target: &'a Target,
    tally: &Tally,
    figures: &Figures,
    need: Need,
    frame: Frame,
) -> Outcome {
    if tally.claim.not_applicable {
        return Outcome { not_applicable: true, ..Outcome::default() };
    }
    if tally.claim.overflow || tally.valid.overflow || tally.attached.overflow {
        return blocked(Blocked::Overflow, true);
    }
    let started = figures.claimed.is_some() || tally.items > 0;
    match need {
        Need::Unread => blocked(Blocked::Unread, started),
        Need::NoBaseline => blocked(Blocked::NoBaseline, started),
        Need::OfNothing => blocked(Blocked::NoDenominator, started),
        Need::Overflow => blocked(Blocked::Overflow, started),
        Need::AsNeeded => as_needed(cx, frame, started),
        Need::All | Need::Percent(..) => {
            let (meant, percent) = match need {
                Need::Percent(meant, percent) => (meant, percent),
                _ => (Meant::AtLeast, Amount::HUNDRED),
            };
            let Some(asks) = Asks::of(cx.readings, cx.policy, line, target, need) else {
                return blocked(Blocked::Unread, started);
            };
            let ratio = Ratio { cx, line, target, tally, figures, meant, percent, frame, asks };
            match (&target.each, every_of(cx.readings, line, target)) {
                (Some(each), _) if each.of == EachOf::Event => ratio.per_event(),
                (Some(_), _) => blocked(Blocked::NotToldApart, started),
                (None, Some(every)) => ratio.recurring(every),
                (None, None) => {
                    let outcome = share(cx, frame, (meant, percent), figures, started);
                    Outcome { met_on: ratio.met_on(), ..outcome }
                }
            }
        }
        Need::Number(meant, amount) => {
            let Some(asks) = Asks::of(cx.readings, cx.policy, line, target, need) else {
                return blocked(Blocked::Unread, started);
            };
            let cell = Cell { cx, line, target, tally, figures, meant, frame, asks };
            match (&target.each, every_of(cx.readings, line, target)) {
                (Some(each), _) if each.of == EachOf::Event => cell.per_event(amount),
                (_, every) => match (cell.asks.networks.scaled(target, amount), every) {
                    (Some(_), Some(every)) => cell.recurring(every),
                    (Some(total), None) => cell.in_total((amount, total), started),
                    (None, _) => blocked(Blocked::NoDenominator, started),
                },
            }
        }
    }
}

pub(super) fn blocked(why: Blocked, started: bool) -> Outcome {
    Outcome { blocked: Some(why), started, ..Outcome::default() }
}

/// As many as are needed: met by any, and when the time is over by none as well.
fn as_needed(cx: &Context<'_>, frame: Frame, started: bool) -> Outcome {
    let over = frame.window.is_some_and(|window| cx.as_of > window.end);
    Outcome { met: Some(started || over), started, needs_no_proof: true, ..Outcome::default() }
}

/// The first of the days from which on it holds to the end.
pub(super) fn since(days: impl Iterator<Item = (IsoDate, bool)>) -> Option<IsoDate> {
    days.fold(None, |since, (day, holds)| if holds { since.or(Some(day)) } else { None })
}

/// A percent of a whole: the exact ratio against the number.
fn share(
    cx: &Context<'_>,
    frame: Frame,
    (meant, percent): (Meant, Amount),
    figures: &Figures,
    started: bool,
) -> Outcome {
    let ratio = |figure: Option<Figure>| match figure {
        Some(Figure::Share { share }) => Some(share),
        _ => None,
    };
    let judged = |share: Option<Share>| share.and_then(|share| judge_share(meant, percent, share));
    let Some(actual) = ratio(figures.actual) else {
        // A bare percent without its two numbers cannot be checked; evidence without any figure is only a start.
        let bare = figures.claimed.is_some();
        let (met, blocked) = if bare { (None, Some(Blocked::NoDenominator)) } else { (Some(false), None) };
        let no_data = !bare && meant.is_limit();
        return Outcome { met, blocked, no_data, started, total: Some(percent), ..Outcome::default() };
    };
    let Some(verdict) = judged(Some(actual)) else {
        return Outcome { total: Some(percent), ..blocked(Blocked::NoDenominator, started) };
    };
    let mut outcome = Outcome { started, total: Some(percent), ..Outcome::default() };
    outcome.settle(verdict);
    outcome.proven_meets = judged(ratio(figures.proven)).is_some_and(Verdict::holds);
    outcome.wait_for_the_end(meant, frame.window.is_some_and(|window| cx.as_of > window.end));
    outcome
}

impl Outcome {
    /// Takes over a verdict.
    pub(super) fn settle(&mut self, verdict: Verdict) {
        self.met = Some(verdict.holds());
        self.exceeded = verdict == Verdict::Exceeded;
        self.beyond = verdict == Verdict::Beyond;
        self.above = verdict == Verdict::Above;
        self.missing = match verdict {
            Verdict::Short(missing) => Some(missing),
            Verdict::Met | Verdict::Exceeded | Verdict::Beyond => Some(Amount::ZERO),
            Verdict::Above => None,
        };
        if self.above {
            self.schedule = Some(false);
        }
    }

    /// What nobody can tell apart may be more than a limit, so that it is not known to be met.
    fn or_not_told_apart(self) -> Self {
        if self.met != Some(true) {
            return self;
        }
        Self {
            met: None,
            blocked: Some(Blocked::NotToldApart),
            missing: None,
            met_on: None,
            proven_meets: false,
            needs_no_proof: false,
            ..self
        }
    }

    /// What is to come down lacks nothing: it is still above, as a whole or in events and periods that are named.
    fn lacks_nothing(&mut self, need: Need, actual: Option<Figure>) {
        let short = self.missing.take().filter(|missing| !missing.is_zero());
        self.per_event.iter_mut().for_each(|share| share.missing = Amount::ZERO);
        self.per_period.iter_mut().for_each(|share| share.missing = Amount::ZERO);
        self.still_above = match (need, actual) {
            (Need::Percent(_, goal), Some(Figure::Share { share })) => {
                short.and(share.percent()).map(|percent| tenths_up(percent.shortfall(goal)))
            }
            _ => short,
        };
    }

    /// "At most" can only be said to hold when the time is over.
    pub(super) fn wait_for_the_end(&mut self, meant: Meant, over: bool) {
        if matches!(meant, Meant::AtMost | Meant::LessThan) && self.met == Some(true) && !over {
            self.met = Some(false);
        }
    }

    /// A line that must be agreed, approved or accompanied is not met before that document exists.
    pub(super) fn hold_back(&mut self, line: &LineOf<'_>, tally: &Tally, approvals_missing: &[Approver]) {
        self.approvals = approvals_missing.to_vec();
        let wanted = line.indicator.requires.documents.iter().copied();
        self.documents =
            wanted.filter(|kind| !tally.documents.iter().any(|item| is_document(*kind, *item))).collect();
        if self.met == Some(true) && !(self.approvals.is_empty() && self.documents.is_empty()) {
            self.met = Some(false);
            self.exceeded = false;
        }
    }
}

/// Up to the next tenth: what is above its goal by less is not told to be above by nothing.
fn tenths_up(points: Amount) -> Amount {
    let ten = Amount::from(10_u32);
    let tenths = points.checked_mul(ten).map(Amount::whole_up);
    tenths.and_then(|tenths| tenths.checked_div(ten)).unwrap_or(points)
}

/// Whether an item is the further document a line asks for.
fn is_document(wanted: IndicatorKind, item: EvidenceKind) -> bool {
    wanted.key() == item.key()
}

/// One number of one target with everything it is judged by.
pub(super) struct Cell<'c, 'a> {
    pub(super) cx: &'c Context<'a>,
    pub(super) line: &'c LineOf<'a>,
    pub(super) target: &'a Target,
    pub(super) tally: &'c Tally,
    pub(super) figures: &'c Figures,
    pub(super) meant: Meant,
    pub(super) frame: Frame,
    pub(super) asks: Asks<'a>,
}

impl Cell<'_, '_> {
    fn actual(&self) -> Amount {
        self.figures.actual.and_then(Figure::amount).unwrap_or(Amount::ZERO)
    }

    /// Whether a limit is asked of what nobody recorded: what nobody has measured has not come down, and that nobody
    /// wrote a complaint down does not say that there was none. Only of events is the journal itself the count.
    pub(super) fn lacks_data(&self, started: bool) -> bool {
        let recorded = self.figures.actual.is_some() && started;
        self.meant.is_limit() && !recorded && !counts_events(self.line.kind)
    }

    /// The number as it stands, and what it comes to in all.
    fn in_total(&self, (number, amount): (Amount, Amount), started: bool) -> Outcome {
        let mut outcome = Outcome { started, total: Some(amount), ..Outcome::default() };
        if self.lacks_data(started) {
            (outcome.met, outcome.no_data) = (Some(false), true);
            return outcome;
        }
        let meant = self.meant.scaled(number, amount);
        outcome.settle(judge(meant, amount, self.actual()));
        let proven = self.figures.proven.and_then(Figure::amount).unwrap_or(Amount::ZERO);
        // Less always holds a limit, so that a part of what was counted proves nothing of it.
        let alone = judge(meant, amount, proven).holds() && !proven.is_zero();
        outcome.proven_meets = alone && !self.meant.is_limit();
        outcome.met_on = self.met_on(meant, amount);
        // More than one document of a kind is no achievement.
        outcome.exceeded &= !self.line.kind.is_document();
        outcome.wait_for_the_end(self.meant, self.over());
        // Of "not more than five" none at all leaves nothing to prove.
        let limit = matches!(self.meant, Meant::AtMost | Meant::LessThan);
        outcome.needs_no_proof = limit && outcome.met == Some(true) && self.actual().is_zero();
        outcome.per_part = self.parts(&self.target.parts, &Over::All, self.meant);
        if outcome.per_part.iter().any(|part| !part.missing.is_zero()) {
            outcome.met = outcome.met.map(|_| false);
            // More of one part does not make up for another.
            let mut missing = Sum::default();
            outcome.per_part.iter().for_each(|part| missing.add(part.missing));
            outcome.missing = outcome.missing.map(|in_all| in_all.max(missing.total));
        }
        self.hold_networks(number, &mut outcome);
        self.schedule_events(amount, &mut outcome);
        self.pro_rata(amount, &mut outcome);
        outcome
    }

    /// Network by network, where the line owes something on each.
    fn hold_networks(&self, number: Amount, outcome: &mut Outcome) {
        let on = self.asks.networks.held(&Outlets::within(self.tally, None), (self.meant, number));
        outcome.per_part.extend(on.shares);
        if on.above || !on.missing.is_zero() {
            outcome.met = Some(false);
            outcome.exceeded = false;
            outcome.proven_meets = false;
            outcome.met_on = None;
        }
        if on.above {
            outcome.above = true;
            outcome.schedule = Some(false);
        } else if !on.missing.is_zero() {
            outcome.missing = outcome.missing.max(Some(on.missing));
        }
    }

    pub(super) fn over(&self) -> bool {
        self.frame.window.is_some_and(|window| self.cx.as_of > window.end)
    }

    /// The day since which the sum, or what was read of a level, is at the number: a later total or reading may have taken
    /// it below it again.
    fn met_on(&self, meant: Meant, amount: Amount) -> Option<IsoDate> {
        let holds = |actual: Amount| judge(meant, amount, actual).holds();
        if !self.tally.levels.is_empty() {
            return since(self.tally.levels.iter().map(|(day, level)| (*day, holds(*level))));
        }
        let mut sum = Sum::default();
        since(self.tally.by_day.iter().map(|(day, added)| {
            sum.add(added.total);
            (*day, holds(sum.total))
        }))
    }

    /// Parts are told apart by the label of the events that were held, and networks by what stands on them.
    pub(super) fn parts(&self, parts: &[Part], over: &Over, meant: Meant) -> Vec<PartShare> {
        if are_networks(self.line.kind, parts) {
            let outlets = match over {
                Over::All => Outlets::within(self.tally, None),
                Over::Days(span) => Outlets::within(self.tally, Some(*span)),
                Over::Event(event) => Outlets::of_event(self.tally, *event),
            };
            let on = |part: &Part| held_part(part, on_network(&outlets, &part.label), meant);
            return parts.iter().map(on).collect();
        }
        let span = match over {
            Over::All => None,
            Over::Days(span) => Some(*span),
            Over::Event(_) => return Vec::new(),
        };
        if !counts_events(self.line.kind) {
            return Vec::new();
        }
        let held: Vec<&str> = self
            .cx
            .events
            .of_activity(&self.line.activity.id)
            .filter(|(_, event)| event.held() && span.is_none_or(|span| span.contains(event.range.end)))
            .filter_map(|(_, event)| event.event.part.as_deref())
            .collect();
        let share = |part: &Part| {
            let count = held.iter().filter(|label| part.is_called(label)).count();
            held_part(part, Amount::from(u32::try_from(count).unwrap_or(u32::MAX)), meant)
        };
        parts.iter().map(share).collect()
    }

    /// Planned events are a schedule: one whose day is over and that was not held is behind. On its own day it may
    /// still be held. It is served where what was held and what is planned make up the number: of ten events of which one
    /// was held and none is planned nobody knows when they are to be.
    fn schedule_events(&self, amount: Amount, outcome: &mut Outcome) {
        // A limit that is broken is behind, whatever was planned.
        if outcome.above || !counts_events(self.line.kind) {
            return;
        }
        let (mut standing, mut over, mut missed) = (0_u32, false, false);
        let apart = Apart::of(self.line, self.target);
        let is_own =
            |event: &EventGroup<'_>| apart.as_ref().is_none_or(|apart| apart.has(event) == Some(true));
        let of_activity = self.cx.events.of_activity(&self.line.activity.id);
        for (_, event) in of_activity.filter(|(_, event)| event.stands() && is_own(event)) {
            standing = standing.saturating_add(1);
            if event.range.end < self.cx.as_of {
                over = true;
                missed |= event.event.status != EventStatus::Held;
            }
        }
        let planned = self.meant.is_limit() || Amount::from(standing) >= amount;
        if missed || over && planned {
            outcome.schedule = Some(!missed);
        }
    }

    /// Linear expectation, only where the policy asks for it. What may be there at most is not owed, and what is to come
    /// down is not there to begin with.
    fn pro_rata(&self, amount: Amount, outcome: &mut Outcome) {
        if self.meant.is_limit() {
            return;
        }
        let (true, Some(window)) = (self.cx.policy.pro_rata.is("yes"), self.frame.window) else { return };
        let gone = window.start.days_until(self.cx.as_of.min(window.end)).saturating_add(1).max(0);
        let days = window.start.days_until(window.end).saturating_add(1).max(1);
        let count = |days: i32| Amount::from(u32::try_from(days).unwrap_or(0));
        let due = amount.checked_mul(count(gone)).and_then(|sum| sum.checked_div(count(days)));
        outcome.by_date = due.map(Amount::rounded_down);
        let keeps_pace = outcome.by_date.map(|due| self.actual() >= due);
        // Planned events that were held do not make up for what is behind.
        outcome.schedule = match (outcome.schedule, keeps_pace) {
            (Some(served), Some(keeps_pace)) => Some(served && keeps_pace),
            (served, keeps_pace) => served.or(keeps_pace),
        };
    }
}

/// What parts are held against.
pub(super) enum Over {
    /// All there is.
    All,
    /// What is of these days.
    Days(DateRange),
    /// What is of this event.
    Event(usize),
}

/// What a part owes. The parts of a limit are limits: two sports events of "not more than five" need not be held.
fn held_part(part: &Part, actual: Amount, meant: Meant) -> PartShare {
    let missing = match judge(meant, part.amount, actual) {
        Verdict::Short(missing) => missing,
        _ => Amount::ZERO,
    };
    PartShare { part: part.id.clone(), needed: part.amount, actual, missing }
}
