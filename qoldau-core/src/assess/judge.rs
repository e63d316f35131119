//! The four answers of one target.

use std::collections::BTreeMap;

use super::accepted::last_step;
use super::baseline;
use super::figures::{Figures, figures};
use super::items::Items;
use super::need::{Asked, Need, judge};
use super::outcome::{Outcome, outcome_of};
use super::readings::LineOf;
use super::reasons::reasons_of;
use super::standing::{Expected, Figure, Headline, PeriodFigures, Progress, Proof, TargetStanding, Timing};
use super::tally::{Context, Sum, Tally, tally, tally_of};
use crate::facts::ReviewState;
use crate::plan::{Accumulation, Approver, EachOf, Target};
use crate::value::{Amount, DateRange, IsoDate};

/// What an activity gives all its lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// The days it is to be done in.
    pub(super) window: Option<DateRange>,
    /// How many events it plans in all, where known.
    pub(super) planned: Option<u32>,
    /// The reporting period.
    pub(super) period: Option<DateRange>,
}

/// A target's answers with what the findings need.
#[derive(Debug)]
pub(super) struct Judged {
    /// The answers.
    pub(super) standing: TargetStanding,
    /// The figures behind them.
    pub(super) tally: Tally,
}

/// Answers for one target.
pub(super) fn judge_target<'a>(
    cx: &Context<'a>,
    line: &LineOf<'a>,
    items: &Items<'a>,
    target: &'a Target,
    frame: Frame,
    approvals_missing: &[Approver],
) -> Judged {
    let line = &line.of(target);
    // "From each of 3 events" plans three events.
    let of_events = target.each.as_ref().filter(|each| each.of == EachOf::Event);
    let planned = of_events.and_then(|each| each.count?.to_u32()).or(frame.planned);
    let frame = Frame { planned, ..frame };
    let mut tally = tally(cx, line, items, target, None, frame.window);
    let in_period = frame.period.map(|period| in_period(cx, line, items, target, frame, period, &tally));
    let figures = figures(cx, line, target, &mut tally, None);
    let began = baseline::measured(cx, line, items, target, &tally);
    let asked = Asked::of_line(line, target, cx.readings, cx.policy);
    let need = Asked { baseline: asked.baseline.or(began.map(|began| began.value)), ..asked }.need();
    let mut outcome = outcome_of(cx, line, target, &tally, &figures, need, frame);
    outcome.beyond |= outcome.above && need.is_open_range();
    outcome.hold_back(line, &tally, approvals_missing);
    let progress = progress_of(&outcome, frame.window, cx.as_of);
    let proof = proof_of(&outcome, &tally, &figures, progress);
    let review = review_of(cx, line, target, need, outcome.total);
    let headline = headline_of(progress, proof, &review, frame.window, cx.as_of);
    let mut reasons = reasons_of(cx, line, target, &tally, &figures, &outcome, frame, review);
    reasons.extend(began.map(baseline::Began::reason));
    let timing = timing_of(cx, line, &tally, &outcome, frame.window);
    let standing = TargetStanding {
        id: target.id.clone(),
        progress,
        proof,
        timing,
        review: review.state,
        headline,
        claimed: figures.claimed,
        proven: figures.proven,
        accepted: review.accepted,
        approved: None,
        in_period,
        expected: Expected { total: shown(outcome.total, began.is_some()), by_date: outcome.by_date },
        window: frame.window,
        days_left: frame.window.map(|window| cx.as_of.days_until(window.end)),
        per_event: outcome.per_event,
        per_period: outcome.per_period,
        per_part: outcome.per_part,
        missing: outcome.missing,
        reasons,
    };
    Judged { standing, tally }
}

/// The figure that is expected as it is shown: a measured baseline is cut off where its digits have no end, and what it
/// comes to with it.
fn shown(total: Option<Amount>, measured: bool) -> Option<Amount> {
    if measured { total.map(|total| total.rounded(6)) } else { total }
}

/// How far the target is. Being met comes first, then what the calendar says.
fn progress_of(outcome: &Outcome, window: Option<DateRange>, as_of: IsoDate) -> Progress {
    if outcome.not_applicable {
        return Progress::NotApplicable;
    }
    let before = window.is_some_and(|window| as_of < window.start);
    // What belongs to the last events may be due after the window.
    let after = window.is_some_and(|window| as_of > window.end) && !outcome.waits;
    match (outcome.met, outcome.schedule) {
        (Some(true), _) if outcome.exceeded => Progress::Exceeded,
        (Some(true), _) => Progress::Met,
        _ if before && !outcome.started => Progress::NotDue,
        (None, _) => Progress::NotComputable,
        (Some(false), _) if after => Progress::Overdue,
        (Some(false), Some(false)) => Progress::Behind,
        _ if !outcome.started => Progress::NotStarted,
        (Some(false), Some(true)) => Progress::OnTrack,
        (Some(false), None) => Progress::Open,
    }
}

/// How well the target is proven: complete when the proven figure covers the claimed one or meets the target alone.
fn proof_of(outcome: &Outcome, tally: &Tally, figures: &Figures, progress: Progress) -> Proof {
    if progress == Progress::NotApplicable || outcome.needs_no_proof {
        return Proof::NotRequired;
    }
    let nothing = if tally.lost > 0 { Proof::Lost } else { Proof::None };
    match (figures.claimed, figures.proven) {
        (Some(Figure::Amount { amount: claimed }), Some(Figure::Amount { amount: proven })) => {
            if outcome.proven_meets || (proven >= claimed && !claimed.is_zero()) {
                Proof::Complete
            } else if proven.is_zero() {
                nothing
            } else {
                Proof::Partial
            }
        }
        (Some(Figure::Share { .. }), Some(Figure::Share { .. })) => Proof::Complete,
        _ => nothing,
    }
}

/// The headline: the table of `docs/assess.md`.
fn headline_of(
    progress: Progress,
    proof: Proof,
    review: &Reviewed,
    window: Option<DateRange>,
    as_of: IsoDate,
) -> Headline {
    let returned = review.state == ReviewState::Returned || review.less.is_some();
    let proven = matches!(proof, Proof::Complete | Proof::NotRequired);
    match progress {
        Progress::NotApplicable => Headline::NotApplicable,
        Progress::Met | Progress::Exceeded if proven && !returned => Headline::Proven,
        Progress::NotDue => Headline::NotDue,
        Progress::Overdue => Headline::Overdue,
        Progress::NotComputable if window.is_some_and(|window| as_of > window.end) => Headline::Overdue,
        _ => Headline::NeedsAction,
    }
}

/// Where a target stands in review.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reviewed {
    /// The latest step.
    pub(super) state: ReviewState,
    /// What was accepted: the amount the step names, else what was proven on its day.
    accepted: Option<Figure>,
    /// Where the step names less than was proven on its day and than is needed: both figures.
    pub(super) less: Option<(Amount, Amount)>,
}

/// Where the target stands in review, and what was accepted of it.
fn review_of(
    cx: &Context<'_>,
    line: &LineOf<'_>,
    target: &Target,
    need: Need,
    total: Option<Amount>,
) -> Reviewed {
    let state = |state| Reviewed { state, accepted: None, less: None };
    let Some(last) = last_step(cx.ledger, &line.indicator.id, target) else {
        return state(ReviewState::Draft);
    };
    if last.fact.state != ReviewState::Accepted {
        return state(last.fact.state);
    }
    let proven = cx.proven_then.get(&target.id).copied();
    // An amount that does not say which of several targets it is of is nobody's.
    let own = last.fact.target.is_some() || cx.earlier.owns(line.indicator, target, last.by.on);
    let Some(amount) = last.fact.accepted.filter(|_| own) else {
        return Reviewed { accepted: proven, ..state(ReviewState::Accepted) };
    };
    let enough = match need {
        // What is needed of each month or event is accepted when all of them are: the total counts, where it is known.
        Need::Number(meant, _) => total.is_some_and(|total| judge(meant, total, amount).holds()),
        _ => false,
    };
    let cut = proven.and_then(Figure::amount).filter(|proven| amount < *proven && !enough);
    Reviewed {
        state: ReviewState::Accepted,
        accepted: Some(Figure::Amount { amount }),
        less: cut.map(|proven| (amount, proven)),
    }
}

/// The figures of the reporting period alone: what they come to at its end, less what they came to before it, so that
/// a total counts what it adds. Percents and levels are those of the period's own facts. `whole` is the tally of all
/// time, which is that of every span in which all facts lie.
fn in_period(
    cx: &Context<'_>,
    line: &LineOf<'_>,
    items: &Items<'_>,
    target: &Target,
    frame: Frame,
    period: DateRange,
    whole: &Tally,
) -> PeriodFigures {
    let over = |span: DateRange| {
        let mut tally = if items.lie_within(span) {
            whole.clone()
        } else {
            // Whether the line applies is said of all its time.
            let applies = Some(!whole.claim.not_applicable);
            tally_of(cx, line, items, target, Some(span), frame.window, applies)
        };
        figures(cx, line, target, &mut tally, Some(span))
    };
    let entered_later = cx.ledger.line(&line.indicator.id).entered_later;
    let first = IsoDate::new(1, 1, 1).unwrap_or(period.start);
    let kept = Kept::of(cx, line, target, whole);
    let up_to = |end: IsoDate| {
        let Figures { claimed, proven, .. } = over(DateRange { start: first, end });
        (kept.of_claimed(claimed, end), kept.of_proven(proven, end))
    };
    let before = period.start.add_days(-1).map(up_to).unwrap_or_default();
    let until = up_to(period.end);
    let own = over(period);
    let added = |until: Option<Figure>, before: Option<Figure>, own: Option<Figure>| {
        let before = before.and_then(Figure::amount).unwrap_or(Amount::ZERO);
        match until? {
            Figure::Amount { amount } if line.accumulation() == Accumulation::Flow && own.is_some() => {
                // Less than nothing was not done.
                let amount = amount.checked_sub(before)?.max(Amount::ZERO);
                Some(Figure::Amount { amount })
            }
            _ => own,
        }
    };
    PeriodFigures {
        claimed: added(until.0, before.0, own.claimed),
        proven: added(until.1, before.1, own.proven),
        entered_later,
    }
}

/// What of a figure was kept, where something later took a part of it back: so much was never there, so that periods are
/// together what the line has.
struct Kept {
    /// What the figure grew by day by day, where later totals took something back.
    days: Option<BTreeMap<IsoDate, Sum>>,
    /// The same of typed counts of artefacts, which take the place of the items.
    typed: BTreeMap<IsoDate, Sum>,
    /// What the line has.
    whole: Figures,
}

impl Kept {
    fn of(cx: &Context<'_>, line: &LineOf<'_>, target: &Target, whole: &Tally) -> Self {
        let mut tally = whole.clone();
        let whole = figures(cx, line, target, &mut tally, None);
        Self { days: tally.stepped.then_some(tally.by_day), typed: tally.typed, whole }
    }

    /// What was claimed at the end of a day, without what was taken back later.
    fn of_claimed(&self, figure: Option<Figure>, end: IsoDate) -> Option<Figure> {
        let figure = self.stepped(at_most(figure, self.whole.claimed), end);
        let Some(first) = self.typed.keys().next() else { return figure };
        // Items that were there before anybody typed a count are of that count.
        at_most(figure, Some(Figure::Amount { amount: sum_until(&self.typed, end.max(*first))? }))
    }

    fn of_proven(&self, figure: Option<Figure>, end: IsoDate) -> Option<Figure> {
        self.stepped(at_most(figure, self.whole.proven), end)
    }

    fn stepped(&self, figure: Option<Figure>, end: IsoDate) -> Option<Figure> {
        let kept = self.days.as_ref().and_then(|days| sum_until(days, end));
        at_most(figure, kept.map(|amount| Figure::Amount { amount }))
    }
}

/// A figure, or what there is at most of it.
fn at_most(figure: Option<Figure>, most: Option<Figure>) -> Option<Figure> {
    match (figure, most) {
        (Some(Figure::Amount { amount }), Some(Figure::Amount { amount: most })) => {
            Some(Figure::Amount { amount: amount.min(most) })
        }
        (figure, _) => figure,
    }
}

fn sum_until(days: &BTreeMap<IsoDate, Sum>, end: IsoDate) -> Option<Amount> {
    let mut sum = Sum::default();
    days.range(..=end).for_each(|(_, added)| sum.add(added.total));
    sum.known()
}

/// Whether the target was served in time: a target that is met is judged by the day it was met on, one that is not
/// by its last day.
fn timing_of(
    cx: &Context<'_>,
    line: &LineOf<'_>,
    tally: &Tally,
    outcome: &Outcome,
    window: Option<DateRange>,
) -> Timing {
    let Some(dates) = tally.dates else { return Timing::Unknown };
    let served = outcome.met_on.unwrap_or(dates.end);
    let served = served.max(approvals_until(cx, line).unwrap_or(served));
    let in_window = window.is_some_and(|window| served <= window.end);
    // A deadline may lie after the project: what is due five days after its end and comes then is in time.
    let outside = |period: DateRange| served < period.start || (served > period.end && !in_window);
    match window {
        Some(_) if outcome.late_on.is_some() => Timing::Late,
        _ if cx.plan.period.is_some_and(outside) => Timing::OutsideProject,
        None => Timing::Unknown,
        Some(_) if in_window => Timing::InTime,
        Some(_) => Timing::Late,
    }
}

/// The day the last approval that the line asks for bears.
fn approvals_until(cx: &Context<'_>, line: &LineOf<'_>) -> Option<IsoDate> {
    let given = &cx.ledger.line(&line.indicator.id).approvals;
    let first = |asked: &Approver| {
        given
            .iter()
            .filter(|seen| seen.fact.by == *asked)
            .map(|seen| seen.fact.date.unwrap_or(seen.by.on))
            .min()
    };
    line.indicator.requires.approvals.iter().filter_map(first).max()
}

/// Whose approval of a line is still wanted.
pub(super) fn approvals_missing(cx: &Context<'_>, line: &LineOf<'_>) -> Vec<Approver> {
    let given = &cx.ledger.line(&line.indicator.id).approvals;
    let wanted = line.indicator.requires.approvals.iter().copied();
    wanted.filter(|asked| !given.iter().any(|seen| seen.fact.by == *asked)).collect()
}
