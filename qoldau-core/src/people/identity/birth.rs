//! Birth dates as lists hold them.

use std::fmt;

use qoldau_derive::Decode;
use serde::Serialize;

use crate::language::month::month_of;
use crate::value::{IsoDate, text};

/// When somebody was born, as well as it is known. Nothing of it shows in `Debug`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Decode)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Birth {
    /// The day is known.
    Exact {
        /// Day of birth.
        date: IsoDate,
    },
    /// A day was put down that is not the day: 1 January where only the year was known.
    Estimated {
        /// The day put down.
        date: IsoDate,
    },
    /// Only the year is known.
    YearOnly {
        /// Year of birth, 1 to 9999.
        year: i32,
    },
}

impl fmt::Debug for Birth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Birth(…)")
    }
}

impl Birth {
    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        match self {
            Self::Exact { date } | Self::Estimated { date } => date.year(),
            Self::YearOnly { year } => year,
        }
    }

    /// Completed years of life on a day: the same number twice where it is certain, else the least and the greatest
    /// that the year allows. Nothing before birth.
    ///
    /// A year is completed on the birthday itself; who was born on 29 February completes it on 1 March of common years.
    #[must_use]
    pub fn age_on(self, day: IsoDate) -> Option<(u32, u32)> {
        let years = day.year().checked_sub(self.year())?;
        let least = match self {
            Self::Exact { date } => {
                let had_birthday = (day.month(), day.day()) >= (date.month(), date.day());
                let age = u32::try_from(if had_birthday { years } else { years.checked_sub(1)? }).ok()?;
                return Some((age, age));
            }
            Self::Estimated { .. } | Self::YearOnly { .. } => years.checked_sub(1)?.max(0),
        };
        Some((u32::try_from(least).ok()?, u32::try_from(years).ok()?))
    }
}

/// Reads a birth date in the forms that lists in Kazakhstan hold: `14.06.2008`, `14.6.08`, `14/06/2008`, `2008-06-14`, `14062008`,
/// «14 июня 2008 г.», «2008 ж. 14 маусым», `14 June 2008`, or the year alone; with a time of day behind it, as spreadsheets write dates
/// (`2008-06-14 00:00:00`), which is passed over. The day stands before the month; only where that is no day it is
/// read the other way round.
///
/// A whole date with a sign or a word for "about" beside it (`~01.01.2008`, «около 14.06.2008», «шамамен») is estimated.
///
/// `latest` is the last year that two digits can mean: 08 is 2008 and 95 is 1995 where it is 2024. Nothing where the text is
/// empty or no date of the years 1900 to `latest`.
#[must_use]
pub fn read_birth(written: &str, latest: i32) -> Option<Birth> {
    match read_date(written, latest)? {
        Birth::Exact { date } if is_about(written) => Some(Birth::Estimated { date }),
        birth => Some(birth),
    }
}

/// Nobody so young is taken from two digits of a year: in completed years.
const YOUNGEST_OF_TWO_DIGITS: u32 = 3;

/// Reads a birth date as it stands on a list of a day: two digits of a year are of the last such year up to that day. Where that would make
/// somebody a child under three, they may as well be the year of the list, or of the century before, and nothing is guessed.
#[must_use]
pub fn read_birth_on(written: &str, day: IsoDate) -> Option<Birth> {
    let birth = read_birth(written, day.year())?;
    let in_full = read_birth(written, 1999).is_none_or(|early| early == birth);
    let is_old_enough = birth.age_on(day).is_some_and(|(least, _)| least >= YOUNGEST_OF_TWO_DIGITS);
    (in_full || is_old_enough).then_some(birth)
}

/// Beginnings of words for "about", folded.
const ABOUT: [&str; 11] =
    ["шама", "бағам", "болжам", "около", "пример", "прибл", "ориент", "approx", "about", "circa", "estim"];

/// Whether it is said that what is written is not the day itself.
fn is_about(written: &str) -> bool {
    written.contains(['~', '≈'])
        || runs(written).any(|run| {
            let word = text::fold(run);
            ABOUT.iter().any(|about| word.starts_with(about))
        })
}

fn read_date(written: &str, latest: i32) -> Option<Birth> {
    if has_letter_for_digit(written) {
        return None;
    }
    let mut numbers = [(0, 0); 4];
    let mut count = 0_usize;
    let mut month = None;
    for run in runs(without_time(written)) {
        if run.starts_with(|c: char| c.is_ascii_digit()) {
            // A fifth number, or one longer than a date, is no part of one.
            let number = numbers.get_mut(count).filter(|_| run.len() <= 8)?;
            *number = (run.parse().ok()?, run.len());
            count = count.saturating_add(1);
        } else if month.is_none() {
            month = month_of(&text::fold(run)).map(|word| word.month);
        }
    }
    let century = |(number, digits): (u32, usize)| {
        let year = i32::try_from(number).ok()?;
        let year = match digits {
            4 => year,
            2 => {
                let base = latest.checked_sub(latest.checked_rem(100)?)?.checked_add(year)?;
                if base > latest { base.checked_sub(100)? } else { base }
            }
            _ => return None,
        };
        (1900..=latest).contains(&year).then_some(year)
    };
    let date =
        |year: i32, month: u32, day: u32| IsoDate::new(year, month, day).map(|date| Birth::Exact { date });
    match (numbers.get(..count)?, month) {
        ([first, second], Some(month)) => {
            let (year, day) = if first.1 == 4 { (first, second) } else { (second, first) };
            date(century(*year)?, month, day.0)
        }
        ([year @ (_, 4)], _) => Some(Birth::YearOnly { year: century(*year)? }),
        ([(all, 8)], None) => packed(*all, latest),
        ([year @ (_, 4), month, day], None) => date(century(*year)?, month.0, day.0),
        ([day, month, year], None) => {
            let year = century(*year)?;
            date(year, month.0, day.0).or_else(|| date(year, day.0, month.0))
        }
        _ => None,
    }
}

/// Whether a letter that looks like a digit stands alone at one: «l4.06.2008» is no fourth of June.
fn has_letter_for_digit(written: &str) -> bool {
    let mut last = (' ', ' ');
    written.chars().chain([' ']).any(|c| {
        let (before, letter) = last;
        last = (letter, c);
        matches!(letter, 'l' | 'I' | 'O' | 'o' | 'О' | 'о' | 'З' | 'з')
            && (before.is_ascii_digit() || c.is_ascii_digit())
            && !text::is_letter(before)
            && !text::is_letter(c)
    })
}

/// A date without the time of day behind it.
fn without_time(written: &str) -> &str {
    let Some((before, after)) = written.split_once(':') else { return written };
    let date = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let hours = before.len().saturating_sub(date.len());
    let is_time = (1..=2).contains(&hours)
        && date.ends_with([' ', 'T'])
        && after.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'Z'));
    if is_time { date.trim_end_matches([' ', 'T']) } else { written }
}

/// Eight digits without signs between: day, month, year, or year, month, day.
fn packed(all: u32, latest: i32) -> Option<Birth> {
    let part = |by: u32, of: u32| all.checked_div(by).and_then(|rest| rest.checked_rem(of));
    let of = |year: Option<u32>, month: Option<u32>, day: Option<u32>| {
        let year = i32::try_from(year?).ok().filter(|year| (1900..=latest).contains(year))?;
        IsoDate::new(year, month?, day?).map(|date| Birth::Exact { date })
    };
    of(part(1, 10_000), part(10_000, 100), part(1_000_000, 100))
        .or_else(|| of(part(10_000, 10_000), part(100, 100), part(1, 100)))
}

/// Runs of digits and runs of letters, one after the other.
fn runs(written: &str) -> impl Iterator<Item = &str> {
    let mut rest = written;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !text::is_letter(c) && !c.is_ascii_digit());
        let first = rest.chars().next()?;
        let digits = first.is_ascii_digit();
        let other = |c: char| if digits { !c.is_ascii_digit() } else { !text::is_letter(c) };
        let (run, after) = rest.split_at_checked(rest.find(other).unwrap_or(rest.len()))?;
        rest = after;
        Some(run)
    })
}

/// The last year that the latest list was made in, for telling the centuries of two digits: nobody on a list is born later. Without it every 60 could
/// be 2060, as the core knows no day.
const LATEST_LIST: i32 = 2039;

/// The last year that two digits can mean where rows are compared, for [`read_birth`]: some years behind the last that a table writes in full, for
/// who is younger than everybody else may be written with two; nothing where no year is written in full. What is later than any list can be is
/// mistyped.
#[must_use]
pub(crate) fn latest_year<'a>(written: impl Iterator<Item = &'a str>) -> Option<i32> {
    written
        .flat_map(|cell| runs(cell).filter(|run| run.len() == 4))
        .filter_map(|run| run.parse().ok())
        .filter(|year| (1900..=LATEST_LIST).contains(year))
        .max()
        .map(|year: i32| year.saturating_add(15).min(LATEST_LIST))
}

/// A birth date of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListedBirth {
    /// It is known.
    Known(Birth),
    /// Two digits of a year that may be of two centuries.
    CenturyUnknown,
    /// It is no date.
    Unread,
}

impl ListedBirth {
    /// When somebody was born, where it is known.
    pub(crate) const fn known(self) -> Option<Birth> {
        match self {
            Self::Known(birth) => Some(birth),
            Self::CenturyUnknown | Self::Unread => None,
        }
    }
}

/// Which century two digits of a year are of on a list whose day is not known.
#[derive(Clone, Copy)]
pub(crate) struct Centuries {
    /// A year in which or after which two people of the list were born, as they are written in full. One alone may be mistyped.
    newest: Option<i32>,
}

impl Centuries {
    /// As the births of a list show it.
    pub(crate) fn of<'a>(written: impl Iterator<Item = &'a str>) -> Self {
        let (mut first, mut second) = (None, None);
        for cell in written {
            let (late, early) = (read_birth(cell, LAST_YEAR), read_birth(cell, 1999));
            let in_full = late.filter(|late| early.is_none_or(|early| early == *late)).map(Birth::year);
            let Some(year) = in_full.filter(|year| *year <= LATEST_LIST) else { continue };
            if first.is_none_or(|first| year > first) {
                second = first.replace(year);
            } else if second.is_none_or(|second| year > second) {
                second = Some(year);
            }
        }
        Self { newest: second }
    }

    /// Reads a cell. Two digits are of this century where two people of the list are as young and the other reading would make somebody a hundred
    /// years old or more, and of the last where this century's year is still to come. Else they may be of either.
    pub(crate) fn read(self, cell: &str) -> ListedBirth {
        let (Some(late), early) = (read_birth(cell, LAST_YEAR), read_birth(cell, 1999)) else {
            return ListedBirth::Unread;
        };
        match early.filter(|early| *early != late) {
            None => ListedBirth::Known(late),
            Some(early) if late.year() > LATEST_LIST => ListedBirth::Known(early),
            Some(_) if self.newest.is_some_and(|newest| late.year() <= newest) => ListedBirth::Known(late),
            Some(_) => ListedBirth::CenturyUnknown,
        }
    }
}

/// In which order the dates of a column that are written with strokes, `05/06/2008`, have day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateOrder {
    /// The day stands first, as far as it can be told.
    DayFirst,
    /// The month does: some of the dates can be read in no other way, and none has to be read otherwise.
    MonthFirst,
    /// Some can only be read the one way and some only the other.
    Both,
}

impl DateOrder {
    /// As the cells of a column show it.
    pub(crate) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let (mut day_first, mut month_first) = (false, false);
        for (first, second, _) in cells.filter_map(with_strokes) {
            day_first |= first > 12 && second <= 12;
            month_first |= first <= 12 && second > 12;
        }
        match (day_first, month_first) {
            (_, false) => Self::DayFirst,
            (false, true) => Self::MonthFirst,
            (true, true) => Self::Both,
        }
    }

    /// The date of a cell of the column with the day before the month; nothing where it stands so already, as far as anybody can tell.
    pub(crate) fn turned(self, cell: &str) -> Option<String> {
        let (month, day, year) = with_strokes(cell).filter(|_| self == Self::MonthFirst)?;
        is_open(month, day).then(|| format!("{day:02}.{month:02}.{year}"))
    }

    /// Whether nobody can tell which of two numbers of a cell is the month.
    pub(crate) fn is_unclear(self, cell: &str) -> bool {
        self == Self::Both && with_strokes(cell).is_some_and(|(first, second, _)| is_open(first, second))
    }
}

/// Whether either of two numbers may be the month, and it makes a difference.
const fn is_open(first: u32, second: u32) -> bool {
    first <= 12 && second <= 12 && first != second
}

/// The numbers of a date that is written with strokes, its year last.
fn with_strokes(cell: &str) -> Option<(u32, u32, &str)> {
    let mut parts = without_time(cell).split('/').map(str::trim);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |text: &str| text.parse::<u32>().ok().filter(|number| (1..=31).contains(number));
    let is_year = matches!(year.len(), 2 | 4) && year.bytes().all(|byte| byte.is_ascii_digit());
    (is_year && parts.next().is_none()).then_some((number(first)?, number(second)?, year))
}

/// The day of an event as a list writes it; nothing for what is no day.
pub(crate) fn read_day(written: &str) -> Option<IsoDate> {
    match read_date(written, LATEST_LIST)? {
        Birth::Exact { date } => Some(date),
        Birth::Estimated { .. } | Birth::YearOnly { .. } => None,
    }
}

/// The last year that a birth date of a list is read with; two digits are of this century with it.
const LAST_YEAR: i32 = 2099;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_forms_of_lists() {
        let day = Some(Birth::Exact { date: "2008-06-14".parse().unwrap() });
        for written in [
            "14.06.2008",
            "14.06.08",
            "14.6.2008",
            "2008-06-14",
            "14/06/2008",
            "14 июня 2008 г.",
            "2008 ж. 14 маусым",
            "14.06.2008 г.",
            "14 маусым 2008",
            "14,06,2008",
            "14 06 2008",
            "14062008",
            "20080614",
            " 14 June 2008",
            "06/14/2008",
            "14июня2008",
            "2008-06-14 00:00:00",
            "2008-06-14T00:00:00.000Z",
            "14.06.2008 0:00",
            "14:06:2008",
        ] {
            assert!(read_birth(written, 2024) == day, "{written}");
        }
        for written in ["2008", "2008 ж.", "2008 г.", "2008г", "июнь 2008"] {
            assert!(read_birth(written, 2024) == Some(Birth::YearOnly { year: 2008 }), "{written}");
        }
        assert!(read_birth("01.02.95", 2024).is_some_and(|birth| birth.year() == 1995));
        for written in [
            "",
            "-",
            "нет",
            "31.02.2008",
            "14.06.2999",
            "12345",
            "14.06",
            "1.2.3.4",
            "99999999999",
            "0",
            "00:00:00",
            "14.06 12:00",
            "٢٠٠٨",
            "14 июня",
            "l4.06.2008",
            "1O.06.2008",
            "маусым 08",
        ] {
            assert!(read_birth(written, 2024).is_none(), "{written}");
        }
    }

    #[test]
    fn the_order_of_a_column_is_that_of_the_dates_that_can_be_read_in_one_way() {
        let order = |cells: &[&'static str]| DateOrder::of(cells.iter().copied());
        assert_eq!(order(&["05/06/2008", "14.06.2008", "06.14.2008"]), DateOrder::DayFirst);
        assert_eq!(order(&["05/06/2008", "14/06/2008"]), DateOrder::DayFirst);
        let american = order(&["05/06/2008", "05/31/2008", "14.06.2008"]);
        assert_eq!(american, DateOrder::MonthFirst);
        assert_eq!(american.turned("5/6/2008 0:00").as_deref(), Some("06.05.2008"));
        assert_eq!(american.turned("05/06/08").as_deref(), Some("06.05.08"));
        for as_it_stands in ["05/31/2008", "05.06.2008", "06/06/2008", "2008/05/06", "5/6", "", "a/b/c"] {
            assert_eq!(american.turned(as_it_stands), None, "{as_it_stands}");
        }
        let both = order(&["05/06/2008", "05/31/2008", "31/05/2008"]);
        assert_eq!((both, both.turned("05/06/2008")), (DateOrder::Both, None));
        assert_eq!(
            ["05/06/2008", "05/31/2008", "06/06/2008"].map(|cell| both.is_unclear(cell)),
            [true, false, false]
        );
    }

    #[test]
    fn two_digits_never_make_a_newborn() {
        let year = |written: &str| read_birth_on(written, "2024-06-15".parse().unwrap()).map(Birth::year);
        for written in ["14.06.24", "14.09.24", "01.02.23", "16.06.21", "1 июня 24", "31.02.20", "24"] {
            assert_eq!(year(written), None, "{written}");
        }
        let read =
            ["15.06.21", "01.02.08", "01.02.25", "01.02.99", "14.06.2024", "2024", "01.02.2023"].map(year);
        assert_eq!(read, [2021, 2008, 1925, 1999, 2024, 2024, 2023].map(Some));
    }

    #[test]
    fn ages_are_completed_years_and_a_range_where_only_the_year_is_known() {
        let exact = |date: &str| Birth::Exact { date: date.parse().unwrap() };
        let on = |birth: Birth, day: &str| birth.age_on(day.parse().unwrap());
        assert_eq!(on(exact("2010-06-14"), "2024-06-13"), Some((13, 13)));
        assert_eq!(on(exact("2010-06-14"), "2024-06-14"), Some((14, 14)));
        assert_eq!(on(exact("2008-02-29"), "2023-02-28"), Some((14, 14)));
        assert_eq!(on(exact("2008-02-29"), "2023-03-01"), Some((15, 15)));
        assert_eq!(on(exact("2025-01-01"), "2024-06-14"), None);
        assert_eq!(on(Birth::YearOnly { year: 2010 }, "2024-06-14"), Some((13, 14)));
        assert_eq!(on(Birth::YearOnly { year: 2024 }, "2024-06-14"), Some((0, 0)));
        assert_eq!(format!("{:?}", exact("2010-06-14")), "Birth(…)");
    }
}
