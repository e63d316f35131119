//! The years that are not written: which ones a stretch of the calendar can be of.

use super::calendar::Stretch;
use crate::value::{DateRange, IsoDate};

/// Periods of more years than these lend no year: a grant lasts three at most.
const MOST_YEARS: i32 = 12;

/// What a stretch from one point to another can mean.
pub(super) enum Dated {
    /// These days.
    Days(DateRange),
    /// One of several.
    Several(Vec<DateRange>),
}

/// Dates the days from the beginning of one stretch to the end of another. Nothing when there is no such day, no year
/// to be had, or the end lies before the start.
pub(super) fn date(from: &Stretch, to: &Stretch, period: Option<DateRange>) -> Option<Dated> {
    let (start, end) = (from.first, to.last);
    let wraps = order(start) > order(end);
    let start_year = from.year;
    let end_year = to.end_year.or(to.year);
    let single = |years: (i32, i32)| days(start, end, years).map(Dated::Days);
    match (start_year, end_year) {
        (Some(first), Some(last)) => single((first, last)),
        (Some(first), None) => single((first, first.checked_add(i32::from(wraps))?)),
        (None, Some(last)) => single((last.checked_sub(i32::from(wraps))?, last)),
        (None, None) => of_period(start, end, wraps, period?),
    }
}

/// A day of the year for comparing; day 0 is the last of its month.
fn order((month, day): (u32, u32)) -> (u32, u32) {
    (month, if day == 0 { 31 } else { day })
}

fn days(start: (u32, u32), end: (u32, u32), years: (i32, i32)) -> Option<DateRange> {
    let range = DateRange { start: day(start, years.0)?, end: day(end, years.1)? };
    (range.start <= range.end).then_some(range)
}

fn day((month, day): (u32, u32), year: i32) -> Option<IsoDate> {
    if day == 0 {
        IsoDate::new(year, month, 1).map(IsoDate::month_end)
    } else {
        IsoDate::new(year, month, day)
    }
}

/// The stretch in the project's years: the one that lies within the project, else the one that touches it.
fn of_period(start: (u32, u32), end: (u32, u32), wraps: bool, period: DateRange) -> Option<Dated> {
    let (first, last) = (period.start.year(), period.end.year());
    if last.checked_sub(first)? > MOST_YEARS {
        return None;
    }
    let extra = i32::from(wraps);
    let all: Vec<_> = (first.checked_sub(extra)?..=last)
        .filter_map(|year| days(start, end, (year, year.checked_add(extra)?)))
        .collect();
    let within = |range: &&DateRange| period.contains(range.start) && period.contains(range.end);
    let touching = |range: &&DateRange| range.intersection(period).is_some();
    let inside: Vec<_> = all.iter().filter(within).copied().collect();
    let beside: Vec<_> = all.iter().filter(touching).copied().collect();
    let best = [inside, beside, all].into_iter().find(|ranges| !ranges.is_empty())?;
    match best.as_slice() {
        [one] => Some(Dated::Days(*one)),
        _ => Some(Dated::Several(best)),
    }
}
