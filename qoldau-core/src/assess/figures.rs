//! The figures a target shows side by side: claimed and proven.

use std::collections::{BTreeMap, BTreeSet};

use super::held::Held;
use super::periods::periods_of;
use super::readings::LineOf;
use super::standing::Figure;
use super::tally::{Context, Sum, Tally};
use super::turns::{every_of, is_answered};
use super::window::window_of;
use crate::plan::{Bound, EachOf, IndicatorKind, Target, TargetRule, counts_events};
use crate::value::{Amount, DateRange, Share};

/// The two figures, and the one progress is judged by.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Figures {
    /// What people said was done.
    pub(super) claimed: Option<Figure>,
    /// What valid evidence shows.
    pub(super) proven: Option<Figure>,
    /// What progress is judged by: evidence where the evidence is the actual, else what was counted.
    pub(super) actual: Option<Figure>,
}

impl Figure {
    /// The number, where it is one.
    pub(crate) const fn amount(self) -> Option<Amount> {
        match self {
            Self::Amount { amount } => Some(amount),
            Self::Share { .. } => None,
        }
    }
}

pub(super) fn number(amount: Option<Amount>) -> Option<Figure> {
    amount.map(|amount| Figure::Amount { amount })
}

/// The figures of a target. The tally gains the days of held events where events are what is counted.
pub(super) fn figures(
    cx: &Context<'_>,
    line: &LineOf<'_>,
    target: &Target,
    tally: &mut Tally,
    span: Option<DateRange>,
) -> Figures {
    let kind = line.kind;
    if line.indicator.asks_for_share(target) {
        let changes = matches!(target.rule, TargetRule::Change { .. }) || line.indicator.brings_down(target);
        return shares(tally, if changes { tally.latest_share() } else { tally.claim.share });
    }
    if kind.counts_artefacts() {
        let valid = number(match &target.each {
            Some(each) if each.of == EachOf::Event => of_own_events(cx, line, tally),
            _ => tally.valid.known(),
        });
        let attached = if tally.attached.total.is_zero() { None } else { tally.attached.known() };
        return Figures { claimed: number(tally.claim.amount.or(attached)), proven: valid, actual: valid };
    }
    if counts_events(kind) {
        return Held::of(cx, line, target, span).figures(cx, line, target, tally);
    }
    let claimed = match (kind, tally.claim.amount) {
        (IndicatorKind::Survey, None) if tally.items > 0 => {
            let items = Amount::from(tally.items);
            if let Some(day) = tally.last_item {
                tally.count_on(day, items);
            }
            Some(items)
        }
        (IndicatorKind::Asset | IndicatorKind::Other, None) if asks_for_one(target) => {
            one_shown(cx, line, target, tally)
        }
        (_, amount) => amount,
    };
    let proven = match kind {
        // Evidence of which nobody recorded a number proves none of it.
        _ if claimed.is_none() => (tally.items > 0).then_some(Amount::ZERO),
        IndicatorKind::Participants => participants(tally),
        _ if tally.items > 0 && line.indicator.is_measured(target) => claimed,
        _ => Some(claimed.unwrap_or(Amount::ZERO).min(tally.valid.total)),
    };
    Figures { claimed: number(claimed), proven: number(proven), actual: number(claimed) }
}

/// Whether a target asks for one thing, in all, of each event or of every period: what evidence shows of it is that one,
/// however many photos and papers there are. Of two things nobody can tell whether two papers are of one of them.
pub(super) fn asks_for_one(target: &Target) -> bool {
    let one = match target.rule {
        TargetRule::Done {} => true,
        TargetRule::Number { bound: Bound::Plain | Bound::AtLeast, amount, .. } => amount == Amount::ONE,
        _ => false,
    };
    one && target.parts.is_empty() && target.each.as_ref().is_none_or(|each| each.of == EachOf::Event)
}

/// Whether the number of a target is proven by the rows of lists, so that a list proves none of it that states no rows.
pub(super) fn proven_by_rows(line: &LineOf<'_>, target: &Target) -> bool {
    use IndicatorKind as K;
    match line.kind {
        _ if line.indicator.asks_for_share(target) => false,
        K::Participants | K::Support | K::Specialist | K::Organisation => true,
        K::Other => !asks_for_one(target),
        _ => false,
    }
}

/// The one thing that items without a recorded number show: in all, of every event of its own, or of every period in
/// which there is such an item.
pub(super) fn one_shown(
    cx: &Context<'_>,
    line: &LineOf<'_>,
    target: &Target,
    tally: &mut Tally,
) -> Option<Amount> {
    let mut days = Vec::new();
    if target.each.is_some() {
        for (at, event) in cx.events.of_activity(&line.activity.id) {
            if tally.shown_at.contains_key(&at) {
                tally.claimed_at.entry(Some(at)).or_default().add(Amount::ONE);
                days.push(event.range.end);
            }
        }
    } else if let Some(every) = every_of(cx.readings, line, target) {
        // An answer about the deadline may lie anywhere in the project.
        let due = line.activity.due.as_ref().filter(|_| !is_answered(cx.readings, line));
        let due = window_of(cx.plan, due);
        let periods = due.or(cx.plan.period).map(|window| periods_of(window, every)).unwrap_or_default();
        let periods = cx.earlier.periods_of_one(&target.id, periods);
        let first_within = |period: DateRange| period.within(&tally.shown_on).next();
        days.extend(periods.into_iter().filter_map(|period| Some(*first_within(period)?.0)));
    } else {
        days.extend(tally.shown_on.keys().next());
    }
    for day in &days {
        tally.count_on(*day, Amount::ONE);
    }
    let count = Amount::from(u32::try_from(days.len()).unwrap_or(u32::MAX));
    Some(count).filter(|count| !count.is_zero())
}

/// Valid artefacts that belong to held events of the line's own activity: all that a target of each event can be proven by.
fn of_own_events(cx: &Context<'_>, line: &LineOf<'_>, tally: &Tally) -> Option<Amount> {
    let mut own = Sum::default();
    for (at, _) in cx.events.of_activity(&line.activity.id).filter(|(_, event)| event.held()) {
        if let Some(sum) = tally.by_event.get(&at) {
            own.add(sum.known()?);
        }
    }
    Some(own.known()?.min(tally.valid.known()?))
}

fn shares(tally: &Tally, share: Option<Share>) -> Figures {
    let share = share.map(|share| Figure::Share { share });
    let bare = tally.claim.amount.map(|amount| Figure::Amount { amount });
    let proven = if tally.items > 0 { share } else { None };
    Figures { claimed: share.or(bare), proven, actual: share }
}

/// Participants are proven by the rows of their lists, never beyond what was counted. The lists of an event prove the count
/// of that event, and those of several events the counts of these, in order. What they have more may be of people whose count
/// names no event, and the rows of a list that names none may be of any count.
fn participants(tally: &Tally) -> Option<Amount> {
    let of =
        |sums: &BTreeMap<Option<usize>, Sum>, event| sums.get(&event).copied().unwrap_or_default().known();
    let named = tally.claimed_at.keys().chain(tally.rows_at.keys()).copied().flatten();
    let (mut proven, mut beyond) = (Sum::default(), Sum::default());
    let mut unproven: BTreeMap<usize, Amount> = BTreeMap::new();
    for event in named.collect::<BTreeSet<usize>>() {
        let (claimed, rows) = (of(&tally.claimed_at, Some(event))?, of(&tally.rows_at, Some(event))?);
        proven.add(claimed.min(rows));
        beyond.add(rows.shortfall(claimed.max(Amount::ZERO)));
        unproven.insert(event, claimed.shortfall(rows));
    }
    for (events, rows) in &tally.rows_of_several {
        let mut left = rows.known()?;
        for event in events {
            let Some(lacking) = unproven.get_mut(event) else { continue };
            let given = (*lacking).min(left);
            proven.add(given);
            left = left.shortfall(given);
            *lacking = lacking.shortfall(given);
        }
        beyond.add(left);
    }
    proven.add(of(&tally.claimed_at, None)?.min(beyond.known()?));
    let left = tally.claim.amount?.shortfall(proven.known()?);
    proven.add(of(&tally.rows_at, None)?.min(left));
    proven.known()
}

/// How many people lists and headcounts tell of whose number nobody recorded for a line; nothing where a number that names
/// no event may be theirs.
pub(super) fn people_uncounted(cx: &Context<'_>, line: &LineOf<'_>, tally: &Tally) -> Amount {
    let mut people = Sum::default();
    if tally.claimed_at.contains_key(&None) || tally.claim.not_applicable {
        return Amount::ZERO;
    }
    let rows = |event: Option<usize>| tally.rows_at.get(&event).copied().unwrap_or_default().total;
    let open =
        |event: &usize| !tally.claimed_at.contains_key(&Some(*event)) && !tally.excused.contains(event);
    let mut of_events: BTreeMap<usize, Amount> = BTreeMap::new();
    for (at, event) in cx.events.of_activity(&line.activity.id).filter(|(_, event)| event.held()) {
        let heads = Amount::from(event.event.headcount.unwrap_or(0));
        of_events.insert(at, heads.max(rows(Some(at))));
    }
    of_events.iter().filter(|(at, _)| open(at)).for_each(|(_, count)| people.add(*count));
    for (events, rows) in tally.rows_of_several.iter().filter(|(events, _)| events.iter().all(open)) {
        let mut known = Sum::default();
        events.iter().filter_map(|at| of_events.get(at)).for_each(|count| known.add(*count));
        people.add(rows.total.shortfall(known.total));
    }
    // Lists that name no event may be of the same people, and of those whose numbers are recorded.
    let of_none = if tally.claim.amount.is_none() { rows(None) } else { Amount::ZERO };
    people.known().unwrap_or(Amount::ZERO).max(of_none)
}

/// Rows of lists against the count they prove, where both are known and differ: `(event, rows, count)`. Of a list of
/// several events only the sum over them can be compared, and so it is where only one of both names its events: there the
/// lists may be no more than the count, for some of them may still be missing.
pub(super) fn rows_against_count(tally: &Tally) -> Vec<(Option<usize>, Amount, Amount)> {
    let apart = |of: &BTreeMap<Option<usize>, Sum>| of.contains_key(&None);
    let named = |of: &BTreeMap<Option<usize>, Sum>| of.keys().any(Option::is_some);
    let some_of_events =
        named(&tally.claimed_at) || named(&tally.rows_at) || !tally.rows_of_several.is_empty();
    let in_all = some_of_events && (apart(&tally.claimed_at) || apart(&tally.rows_at));
    let of_several: BTreeSet<usize> =
        tally.rows_of_several.iter().flat_map(|(events, _)| events.iter().copied()).collect();
    let alone =
        tally.claimed_at.iter().filter(|(event, _)| event.map_or(!in_all, |at| !of_several.contains(&at)));
    let alone = alone.filter_map(|(event, claimed)| {
        let rows = tally.rows_at.get(event)?.known()?;
        Some((*event, rows, claimed.known()?))
    });
    let together = tally.rows_of_several.iter().filter_map(|(events, rows)| {
        let (mut all_rows, mut claimed) = (*rows, Sum::default());
        for event in events.iter().map(|event| Some(*event)) {
            all_rows.add(tally.rows_at.get(&event).map_or(Some(Amount::ZERO), |rows| rows.known())?);
            claimed.add(tally.claimed_at.get(&event)?.known()?);
        }
        Some((events.first().copied(), all_rows.known()?, claimed.known()?))
    });
    let all = || {
        let rows = all_rows(tally)?;
        tally.claim.amount.filter(|count| rows > *count).map(|count| (None, rows, count))
    };
    let all = if in_all { all() } else { None };
    alone.chain(together).filter(|(_, rows, count)| rows != count).chain(all).collect()
}

/// The rows of all lists; nothing where a sum does not fit.
fn all_rows(tally: &Tally) -> Option<Amount> {
    let mut rows = Sum::default();
    let of_several = tally.rows_of_several.iter().map(|(_, rows)| rows);
    for stated in tally.rows_at.values().chain(of_several) {
        rows.add(stated.known()?);
    }
    rows.known()
}
