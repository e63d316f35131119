//! Days, weeks, months, quarters and years of a window.

use crate::plan::Frequency;
use crate::value::{DateRange, IsoDate};

/// More periods than any project has: twenty years of days.
const PERIOD_LIMIT: usize = 7_320;

/// The periods of a window, each cut to it: a window from 15 May has a May of 17 days.
pub(super) fn periods_of(window: DateRange, every: Frequency) -> Vec<DateRange> {
    let mut periods = Vec::new();
    let mut start = window.start;
    while start <= window.end && periods.len() < PERIOD_LIMIT {
        let end = last_day(start, every).min(window.end);
        periods.push(DateRange { start, end });
        match end.add_days(1) {
            Some(next) => start = next,
            None => break,
        }
    }
    periods
}

/// The last day of the period a day lies in. Weeks end on Sunday.
fn last_day(day: IsoDate, every: Frequency) -> IsoDate {
    match every {
        Frequency::Day => day,
        Frequency::Week => day.week_start().add_days(6).unwrap_or(day),
        Frequency::Month => day.month_end(),
        Frequency::Quarter => last_of_months(day, 3),
        Frequency::HalfYear => last_of_months(day, 6),
        Frequency::Year => IsoDate::new(day.year(), 12, 31).unwrap_or(day),
    }
}

/// The last day of the part of a year of so many months that a day lies in.
fn last_of_months(day: IsoDate, months: u32) -> IsoDate {
    let gone = day.month().saturating_sub(1).checked_rem(months).unwrap_or(0);
    let to_go = months.saturating_sub(1).saturating_sub(gone);
    day.month_start().add_months(to_go).map_or(day, IsoDate::month_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERY: [Frequency; 6] = [
        Frequency::Day,
        Frequency::Week,
        Frequency::Month,
        Frequency::Quarter,
        Frequency::HalfYear,
        Frequency::Year,
    ];

    fn range(start: &str, end: &str) -> DateRange {
        DateRange { start: start.parse().unwrap(), end: end.parse().unwrap() }
    }

    #[test]
    fn months_and_quarters_are_cut_to_the_window() {
        let window = range("2024-05-15", "2024-10-10");
        let months = periods_of(window, Frequency::Month);
        assert_eq!(months.len(), 6);
        assert_eq!(months.first(), Some(&range("2024-05-15", "2024-05-31")));
        assert_eq!(months.last(), Some(&range("2024-10-01", "2024-10-10")));
        let quarters = periods_of(window, Frequency::Quarter);
        assert_eq!(
            quarters,
            [
                range("2024-05-15", "2024-06-30"),
                range("2024-07-01", "2024-09-30"),
                range("2024-10-01", "2024-10-10")
            ]
        );
        assert_eq!(
            periods_of(window, Frequency::HalfYear),
            [range("2024-05-15", "2024-06-30"), range("2024-07-01", "2024-10-10")]
        );
    }

    #[test]
    fn weeks_end_on_sunday() {
        let weeks = periods_of(range("2024-06-01", "2024-06-10"), Frequency::Week);
        assert_eq!(
            weeks,
            [
                range("2024-06-01", "2024-06-02"),
                range("2024-06-03", "2024-06-09"),
                range("2024-06-10", "2024-06-10")
            ]
        );
    }

    #[test]
    fn periods_tile_any_window_without_gap_or_overlap() {
        for every in EVERY {
            let window = range("2023-11-17", "2025-02-03");
            let periods = periods_of(window, every);
            assert_eq!(periods.first().unwrap().start, window.start);
            assert_eq!(periods.last().unwrap().end, window.end);
            for pair in periods.windows(2) {
                assert_eq!(pair[0].end.add_days(1), Some(pair[1].start));
            }
        }
    }
}
