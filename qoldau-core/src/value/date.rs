//! Civil dates and ranges of dates.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use qoldau_derive::Decode;
use serde::{Serialize, Serializer};

use crate::json::{Decode, Misfit, Source, deserialize_by_decode, parsed};

/// A civil date of the years 0001 to 9999, written `2024-06-14`; no clock and no time zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "tsify",
    derive(tsify::Tsify),
    tsify(type = "string & { readonly __brand: \"IsoDate\" }")
)]
pub struct IsoDate(NaiveDate);

/// Why a text or a triple is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the form 2024-06-14")]
pub struct DateError;

impl IsoDate {
    /// The date of a year (1 to 9999), month (1 to 12) and day, if there is such a day.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Whether the day is a Saturday or a Sunday. Public holidays are not known here.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// The Monday of the week the day lies in, or the first date there is.
    #[must_use]
    pub fn week_start(self) -> Self {
        let back = u64::from(self.0.weekday().num_days_from_monday());
        self.0.checked_sub_days(Days::new(back)).map_or(self, Self)
    }

    /// The date `days` later (earlier when negative); nothing beyond the years 0001 to 9999.
    #[must_use]
    pub fn add_days(self, days: i32) -> Option<Self> {
        let by = Days::new(u64::from(days.unsigned_abs()));
        let moved = if days < 0 { self.0.checked_sub_days(by) } else { self.0.checked_add_days(by) };
        moved.map(Self).filter(|date| (1..=9999).contains(&date.year()))
    }

    /// The same day `months` later; a day the month does not have becomes its last (31 January + 1 = 28 or 29
    /// February). Nothing beyond the year 9999.
    #[must_use]
    pub fn add_months(self, months: u32) -> Option<Self> {
        self.0.checked_add_months(Months::new(months)).map(Self).filter(|date| date.year() <= 9999)
    }

    /// The first day of the month.
    #[must_use]
    pub fn month_start(self) -> Self {
        self.0.with_day(1).map_or(self, Self)
    }

    /// The last day of the month.
    #[must_use]
    pub fn month_end(self) -> Self {
        [31, 30, 29, 28].into_iter().find_map(|day| self.0.with_day(day)).map_or(self, Self)
    }

    /// Days from `self` to `other`; negative when `other` is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i32 {
        // Ten thousand years are fewer than four million days: the conversion cannot fail.
        i32::try_from(other.0.signed_duration_since(self.0).num_days()).unwrap_or(i32::MAX)
    }
}

/// Reads `len` ASCII digits at `at`.
fn digits(bytes: &[u8], at: usize, len: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(len)?)?.iter().try_fold(0_u32, |sum, byte| {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte & 0x0f))?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}

impl FromStr for IsoDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
            return Err(DateError);
        }
        let part = |at, len| digits(bytes, at, len).ok_or(DateError);
        let year = i32::try_from(part(0, 4)?).map_err(|_| DateError)?;
        Self::new(year, part(5, 2)?, part(8, 2)?).ok_or(DateError)
    }
}

impl fmt::Display for IsoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for IsoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for IsoDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Decode for IsoDate {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        parsed(source, "a date such as \"2024-06-14\"")
    }
}

deserialize_by_decode!(IsoDate);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for IsoDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "IsoDate".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date", "description": "A civil date, 0001-01-01 to 9999-12-31." })
    }
}

/// Days from `start` to `end`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct DateRange {
    /// First day.
    pub start: IsoDate,
    /// Last day, included.
    pub end: IsoDate,
}

impl DateRange {
    /// Whether the day lies within the range.
    #[must_use]
    pub fn contains(self, day: IsoDate) -> bool {
        self.start <= day && day <= self.end
    }

    /// Whether it ends before it begins, so that it has no day.
    #[must_use]
    pub fn is_reversed(self) -> bool {
        self.end < self.start
    }

    /// What stands on its days; nothing where it is reversed, of which `BTreeMap::range` would panic.
    pub(crate) fn within<T>(self, days: &BTreeMap<IsoDate, T>) -> impl Iterator<Item = (&IsoDate, &T)> {
        days.range(self.start..).take_while(move |(day, _)| **day <= self.end)
    }

    /// The part both ranges share, if any.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        let common = Self { start: self.start.max(other.start), end: self.end.min(other.end) };
        (common.start <= common.end).then_some(common)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> IsoDate {
        text.parse().unwrap()
    }

    #[test]
    fn only_iso_dates_are_dates() {
        for bad in [
            "",
            "2024-6-1",
            "2024-13-01",
            "2023-02-29",
            "0000-01-01",
            "+2024-01-01",
            "2024-01-01T00:00",
            "２024-01-1",
        ] {
            assert_eq!(bad.parse::<IsoDate>(), Err(DateError), "{bad}");
        }
        assert_eq!(date("0001-01-01").to_string(), "0001-01-01");
        assert_eq!(date("9999-12-31").add_days(1), None);
        assert_eq!(date("0001-01-01").add_days(-1), None);
    }

    #[test]
    fn month_ends_are_right_for_four_hundred_years() {
        for year in 1800..2200 {
            for month in 1..=12 {
                let first = IsoDate::new(year, month, 1).unwrap();
                let end = first.month_end();
                assert_eq!(end.month(), month);
                assert_eq!(end.add_days(1).unwrap().day(), 1);
                let clamped = first.month_end().add_months(1).unwrap();
                assert_eq!(clamped.month(), month % 12 + 1);
            }
        }
    }

    #[test]
    fn of_a_reversed_range_nothing_is_within() {
        let days: BTreeMap<IsoDate, u32> =
            (1..=4).map(|day| (date(&format!("2024-06-0{day}")), day)).collect();
        let within = |start: &str, end: &str| {
            let range = DateRange { start: date(start), end: date(end) };
            (range.is_reversed(), range.within(&days).map(|(_, day)| *day).collect::<Vec<_>>())
        };
        assert_eq!(within("2024-06-02", "2024-06-03"), (false, vec![2, 3]));
        assert_eq!(within("2024-06-02", "2024-06-02"), (false, vec![2]));
        assert_eq!(within("2024-06-03", "2024-06-02"), (true, vec![]));
    }

    #[test]
    fn days_between_count_both_ways() {
        assert_eq!(date("2024-06-01").days_until(date("2024-06-15")), 14);
        assert_eq!(date("2024-06-15").days_until(date("2024-06-01")), -14);
    }
}
