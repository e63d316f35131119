//! The hybrid logical clock: time of recording that never runs back, though the clocks of phones do.

use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc};

use super::{Journal, JournalError};
use crate::value::IsoDate;

/// How far ahead of a phone's own clock another may be and still be counted from: one that is further ahead is wrong, and
/// whoever counted from it would be as wrong for as long.
const FARTHEST: TimeDelta = TimeDelta::days(31);

/// A time of recording: an instant and a counter of entries within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Clock {
    instant: DateTime<Utc>,
    counter: u16,
}

impl Clock {
    /// Milliseconds since 1970 and the counter of a clock that is written the way [`next_clock`] writes it.
    pub(super) fn packed(text: &str) -> Option<(i64, u16)> {
        let clock = Self::of(text).filter(|clock| *clock.text() == *text)?;
        Some((clock.instant.timestamp_millis(), clock.counter))
    }

    /// A clock from what [`Clock::packed`] gives.
    pub(super) fn unpacked(millis: i64, counter: u16) -> Option<Box<str>> {
        let instant = DateTime::from_timestamp_millis(millis)?;
        (0..=9999).contains(&instant.year()).then(|| Self { instant, counter }.text())
    }

    pub(super) fn of(text: &str) -> Option<Self> {
        let (instant, counter) = match text.split_once("Z-") {
            Some((instant, counter)) if counter.len() == 4 => {
                (instant, u16::from_str_radix(counter, 16).ok()?)
            }
            Some(_) => return None,
            None => (text.strip_suffix('Z')?, 0),
        };
        Some(Self { instant: instant_of(instant)?, counter })
    }

    /// The clock after this one; nothing after the last of the year 9999, which is the last that is written.
    fn after(self) -> Option<Self> {
        if let Some(counter) = self.counter.checked_add(1) {
            return Some(Self { counter, ..self });
        }
        let instant = self.instant.checked_add_signed(TimeDelta::milliseconds(1))?;
        (instant.year() <= 9999).then_some(Self { instant, counter: 0 })
    }

    /// Whether it is so far ahead of a time that nobody counts from it.
    fn is_far_ahead_of(self, now: DateTime<Utc>) -> bool {
        self.instant.signed_duration_since(now) > FARTHEST
    }

    /// Days from a date to the day it shows.
    pub(super) fn days_after(self, day: IsoDate) -> Option<i64> {
        let day = chrono::NaiveDate::from_ymd_opt(day.year(), day.month(), day.day())?;
        Some(self.instant.date_naive().signed_duration_since(day).num_days())
    }

    fn text(self) -> Box<str> {
        let Self { instant, counter } = self;
        let (hour, minute, second) = (instant.hour(), instant.minute(), instant.second());
        let millis = instant.timestamp_subsec_millis();
        let day = format!("{:04}-{:02}-{:02}", instant.year(), instant.month(), instant.day());
        // Always as long, so that text sorts in order of time.
        format!("{day}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z-{counter:04x}").into()
    }
}

/// An instant in UTC without its `Z`: `2024-06-14T09:30:00`, with or without a fraction; cut to milliseconds.
fn instant_of(text: &str) -> Option<DateTime<Utc>> {
    let (day, time) = text.split_once('T')?;
    let day: IsoDate = day.parse().ok()?;
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<u32> = time
        .split(':')
        .filter(|part| part.len() == 2 && digits(part))
        .filter_map(|part| part.parse().ok())
        .collect();
    let ([hour, minute, second], true, 8) = (parts.as_slice(), digits(fraction), time.len()) else {
        return None;
    };
    let millis: u32 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    let day = chrono::NaiveDate::from_ymd_opt(day.year(), day.month(), day.day())?;
    Some(day.and_hms_milli_opt(*hour, *minute, *second, millis)?.and_utc())
}

/// The clock of the next entry: `2024-06-14T09:30:00.000Z-0000`, an instant in UTC and a counter of four hexadecimal digits.
///
/// `now` is the host's time in UTC, `2024-06-14T09:30:00.000Z`; `newest` the greatest clock the phone has seen, its own
/// or another's. The answer is later than both: a phone whose clock runs behind goes on counting from the newest, so
/// that an entry made after another was seen is never dated before it. (Kulkarni and others, "Logical Physical
/// Clocks", 2014.)
///
/// A clock of another form, as other hosts write, sorts as text and cannot be counted on.
///
/// # Errors
/// [`JournalError::NotAnInstant`] (`JRN002`) for a `now` of another form; [`JournalError::NoLaterClock`] (`JRN007`) where
/// `newest` is the last clock there is.
pub fn next_clock(now: &str, newest: Option<&str>) -> Result<Box<str>, JournalError> {
    let now = Clock { instant: now_of(now)?, counter: 0 };
    match newest.and_then(Clock::of) {
        Some(newest) if newest >= now => newest.after().map(Clock::text).ok_or(JournalError::NoLaterClock),
        _ => Ok(now.text()),
    }
}

/// The clock of the next entry of a device, which comes after the device's last and after the greatest of all others that
/// is not far ahead of its time.
pub(super) fn clock_of_next(journal: &Journal, device: &str, now: &str) -> Result<Box<str>, JournalError> {
    let instant = now_of(now)?;
    let is_near = |clock: &&str| Clock::of(clock).is_some_and(|clock| !clock.is_far_ahead_of(instant));
    let newest = journal.newest_clock().filter(is_near);
    // Looked for among all only where somebody's clock is wrong.
    let newest = newest.or_else(|| {
        journal.newest_clock()?;
        journal.entries().iter().filter_map(|entry| entry.clock.as_deref()).filter(is_near).max()
    });
    let own = journal.last_clock_of(device).filter(|clock| is_clock(clock));
    next_clock(now, newest.max(own))
}

/// Whether a text is a clock from which the next can be counted: an instant in UTC, with or without a counter.
#[must_use]
pub fn is_clock(text: &str) -> bool {
    Clock::of(text).is_some()
}

/// Whether the clock of a device is counted from at a time in UTC: it is one, and no more than 31 days ahead.
#[must_use]
pub fn is_believed(clock: &str, now: &str) -> bool {
    Clock::of(clock).zip(now_of(now).ok()).is_some_and(|(clock, now)| !clock.is_far_ahead_of(now))
}

fn now_of(now: &str) -> Result<DateTime<Utc>, JournalError> {
    now.strip_suffix('Z').and_then(instant_of).ok_or(JournalError::NotAnInstant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_goes_on_though_the_phone_s_clock_runs_back() {
        let next = |now, newest| next_clock(now, newest).unwrap();
        assert_eq!(&*next("2024-06-14T09:30:00Z", None), "2024-06-14T09:30:00.000Z-0000");
        assert_eq!(
            &*next("2024-06-14T09:30:00.1239Z", Some("2024-06-14T09:29:00.000Z-00ff")),
            "2024-06-14T09:30:00.123Z-0000"
        );
        assert_eq!(
            &*next("2024-06-11T09:30:00Z", Some("2024-06-14T09:29:00.000Z-00ff")),
            "2024-06-14T09:29:00.000Z-0100"
        );
        assert_eq!(
            &*next("2024-06-14T09:29:00Z", Some("2024-06-14T09:29:00.000Z-ffff")),
            "2024-06-14T09:29:00.001Z-0000"
        );
        assert_eq!(
            &*next("2024-06-14T09:29:00Z", Some("2024-06-14T09:29:00Z")),
            "2024-06-14T09:29:00.000Z-0001"
        );
        assert_eq!(&*next("2024-06-14T09:29:00Z", Some("2030")), "2024-06-14T09:29:00.000Z-0000");
    }

    #[test]
    fn after_the_last_clock_there_is_none() {
        let last = "9999-12-31T23:59:59.999Z-ffff";
        assert_eq!(next_clock("2024-06-14T09:29:00Z", Some(last)), Err(JournalError::NoLaterClock));
        let before = Some("9999-12-31T23:59:59.999Z-fffe");
        assert_eq!(next_clock("2024-06-14T09:29:00Z", before).unwrap().as_ref(), last);
    }

    #[test]
    fn what_is_no_instant_is_refused() {
        for bad in [
            "",
            "2024-06-14",
            "2024-06-14T09:30:00",
            "2024-06-14T09:30:00+05:00",
            "2024-06-31T00:00:00Z",
            "soonZ",
        ] {
            assert_eq!(next_clock(bad, None), Err(JournalError::NotAnInstant), "{bad}");
        }
    }
}
