//! The days an activity is to be done in.

use crate::plan::{Anchor, DayCount, Due, DueSide, Frequency, Plan, answered_days};
use crate::value::{DateRange, IsoDate};

/// The window of a deadline within the project's time; nothing when the words do not say.
///
/// A deadline relative to the end of an active phase nobody has declared, or to an event, is at the latest the
/// project's end.
pub(super) fn window_of(plan: &Plan, due: Option<&Due>) -> Option<DateRange> {
    match due? {
        Due::Range { start, end, .. } => {
            let first = start.or(plan.period.map(|period| period.start)).or(*end)?;
            let last = end.or(plan.period.map(|period| period.end)).or(*start)?;
            // Of a day before the project, or after it, on which something begins or ends only that day is known.
            let day = if start.is_some() { first } else { last };
            let range = if first > last {
                DateRange { start: day, end: day }
            } else {
                DateRange { start: first, end: last }
            };
            Some(without_days_before(plan, range))
        }
        Due::Relative { anchor, offset, days, side, .. } => {
            let range = relative(plan, *anchor, *offset, *days, *side)?;
            Some(without_days_before(plan, range))
        }
        // «До 15 июня ежегодно» is one day of a project that has one such day.
        due @ Due::Recurring { .. } => {
            let last = due.only_day_within(plan.period).or(plan.period.map(|period| period.end));
            plan.period.zip(last).map(|(period, end)| DateRange { start: period.start, end })
        }
        Due::WholePeriod { .. } => plan.period,
        Due::Ambiguous { .. } | Due::Unread { .. } => None,
    }
}

/// A range without its days before the project begins: "November–February" in a project from December asks for nothing
/// in November. A range that ends before the project begins stays as it stands.
fn without_days_before(plan: &Plan, range: DateRange) -> DateRange {
    match plan.period {
        Some(period) if range.end >= period.start => {
            DateRange { start: range.start.max(period.start), end: range.end }
        }
        _ => range,
    }
}

/// The window once an answer to the question of the deadline is applied. A single day is the last one: the window begins
/// where it began, or with the project where it began later than that day or on no day that is known.
pub(super) fn answered(plan: &Plan, window: Option<DateRange>, answer: Option<&str>) -> Option<DateRange> {
    let Some((start, end)) = answer.and_then(answered_days) else { return window };
    let begins = [window, plan.period].into_iter().flatten().map(|range| range.start).find(|day| *day <= end);
    Some(DateRange { start: start.or(begins).unwrap_or(end), end })
}

fn relative(plan: &Plan, anchor: Anchor, offset: i32, days: DayCount, side: DueSide) -> Option<DateRange> {
    let period = plan.period;
    let from = match anchor {
        Anchor::ProjectStart => period.map(|period| period.start),
        Anchor::ProjectEnd => period.map(|period| period.end),
        Anchor::Contract => plan.contract.as_ref().and_then(|contract| contract.date),
        Anchor::ActivePhaseEnd => plan.active_phase.map(|phase| phase.end),
        Anchor::Event => None,
    };
    let Some(from) = from else { return period };
    let day = moved(from, offset, days)?;
    let start = period.map_or(day.min(from), |period| period.start).min(day);
    let end = period.map_or(day, |period| period.end.max(day));
    Some(match side {
        // "Within so many days after …".
        DueSide::By if offset > 0 => DateRange { start: from, end: day },
        // "Before the end of …", "so many days before": any time up to that day.
        DueSide::By => DateRange { start, end: day },
        DueSide::After => DateRange { start: day.add_days(1)?.min(end), end },
        DueSide::Around => DateRange { start, end },
    })
}

/// The last day for what belongs to an event, where the deadline is so many days after each event.
pub(crate) fn after_event(due: Option<&Due>, event: IsoDate) -> Option<IsoDate> {
    match due? {
        Due::Relative { anchor: Anchor::Event, offset, days, side: DueSide::By, .. } if *offset > 0 => {
            moved(event, *offset, *days)
        }
        _ => None,
    }
}

/// The last day of a month for what recurs by a day of it: «до 25 числа каждого месяца». Of a day in the first half
/// nobody can say whether it is of the month it stands in or of the one before.
pub(crate) fn day_of_month(due: Option<&Due>, month: DateRange) -> Option<IsoDate> {
    let Due::Recurring { every: Frequency::Month, day: Some(day), .. } = due? else { return None };
    let last = month.end.month_end().day().min(*day);
    let day = IsoDate::new(month.end.year(), month.end.month(), last)?;
    (last > 15).then_some(day).filter(|day| month.contains(*day))
}

/// A day so many days away. Working days skip Saturdays and Sundays; public holidays are not known here.
fn moved(from: IsoDate, offset: i32, days: DayCount) -> Option<IsoDate> {
    if days == DayCount::Calendar {
        return from.add_days(offset);
    }
    let step = offset.signum();
    // Beyond a few years a working-day deadline is a slip of the pen: the plain count is as good.
    if offset.unsigned_abs() > 3_660 {
        return from.add_days(offset);
    }
    let mut day = from;
    let mut left = offset.unsigned_abs();
    while left > 0 {
        day = day.add_days(step)?;
        if !day.is_weekend() {
            left = left.saturating_sub(1);
        }
    }
    Some(day)
}
