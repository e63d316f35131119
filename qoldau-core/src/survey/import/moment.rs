//! Days and times as exports write them.

use crate::value::IsoDate;

/// Which of two numbers with strokes or dashes is the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::survey) enum Order {
    /// `14/06/2024`.
    DayFirst,
    /// `6/14/2024`.
    MonthFirst,
    /// Every day of the column could be either: nothing with strokes or dashes is read but what begins with its year.
    Unclear,
}

/// A day with the seconds since its midnight, where they stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) day: IsoDate,
    pub(super) seconds: Option<u32>,
}

/// The numbers of a day, parted by one sign: `2024-06-14`, `14.06.2024`, `6/14/24`.
fn parts(text: &str) -> Option<(char, [&str; 3])> {
    let sign = text.chars().find(|c| !c.is_ascii_digit())?;
    let mut parts = text.split(sign);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    let plain =
        three.iter().all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    (parts.next().is_none() && plain && matches!(sign, '-' | '.' | '/')).then_some((sign, three))
}

/// The day of a text, without what follows it.
fn day_words(text: &str) -> &str {
    let text = text.trim();
    text.split(|c: char| c.is_whitespace() || c == 'T' || c == ',').next().unwrap_or(text)
}

/// What a column's days with strokes or dashes say of their order, by those that can be read in one way only.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Strokes {
    any: bool,
    day_first: bool,
    month_first: bool,
}

impl Strokes {
    /// Takes a cell of the column in.
    pub(super) fn meet(&mut self, cell: &str) {
        if let Some((sign @ ('/' | '-'), [one, two, year])) = parts(day_words(cell))
            && one.len() <= 2
            && year.len() != 1
        {
            let above = |text: &str| text.parse::<u32>().is_ok_and(|number| number > 12);
            self.any = true;
            // A day such as `24-06-03` may begin with its year: nothing in its column is sure.
            let is_open = sign == '-' && year.len() == 2;
            self.day_first |= is_open || above(one);
            self.month_first |= is_open || above(two);
        }
    }

    /// How the column writes them.
    pub(super) const fn order(self) -> Order {
        match (self.day_first, self.month_first) {
            (true, false) => Order::DayFirst,
            (false, true) => Order::MonthFirst,
            _ if self.any => Order::Unclear,
            _ => Order::DayFirst,
        }
    }
}

/// Reads a day: `2024-06-14`, `2024/06/14`, `14.06.2024`, and by the column's order `14/06/2024`, `06-14-2024` or `6/14/24`. Two
/// digits of a year are of this century.
pub(super) fn read_day(text: &str, order: Order) -> Option<IsoDate> {
    let (sign, [one, two, three]) = parts(day_words(text))?;
    let number = |text: &str| text.parse::<u32>().ok();
    let year = |text: &str| {
        let year = text.parse::<i32>().ok()?;
        match text.len() {
            4 => Some(year),
            2 => year.checked_add(2000),
            _ => None,
        }
    };
    if one.len() == 4 {
        return IsoDate::new(year(one)?, number(two)?, number(three)?);
    }
    let (day, month) = match (sign, order) {
        ('.', _) | ('/' | '-', Order::DayFirst) => (one, two),
        ('/' | '-', Order::MonthFirst) => (two, one),
        _ => return None,
    };
    IsoDate::new(year(three)?, number(month)?, number(day)?)
}

/// Reads a day and the time that follows it: `2024-06-14T09:30:05.000+05:00`, `2024/06/14 9:30:05 AM GMT+5`.
pub(super) fn read_moment(text: &str, order: Order) -> Option<Moment> {
    let day = read_day(text, order)?;
    let rest = text.trim().get(day_words(text).len()..).unwrap_or_default();
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == 'T' || c == ',');
    Some(Moment { day, seconds: read_time(rest) })
}

fn read_time(text: &str) -> Option<u32> {
    let clock = text.split(|c: char| !(c.is_ascii_digit() || c == ':')).next()?;
    let mut parts = clock.split(':').map(|part| part.parse::<u32>().ok().filter(|_| part.len() <= 2));
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().flatten().unwrap_or_default();
    let word = text.to_lowercase();
    let says = |words: [&str; 3]| words.into_iter().any(|of| word.contains(of));
    let hour = match hour {
        12 if says(["am", "до полудня", "түске дейін"]) => 0,
        hour if hour < 12 && says(["pm", "после полудня", "түстен кейін"]) => {
            hour.checked_add(12)?
        }
        hour => hour,
    };
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    hour.checked_mul(3_600)?.checked_add(minute.checked_mul(60)?)?.checked_add(second)
}

/// How many seconds lie between two moments; nothing when the second is earlier or a time is missing.
pub(super) fn seconds_between(from: Moment, to: Moment) -> Option<u32> {
    let days = u32::try_from(from.day.days_until(to.day)).ok()?;
    days.checked_mul(86_400)?.checked_add(to.seconds?)?.checked_sub(from.seconds?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str, order: Order) -> String {
        read_day(text, order).map_or_else(|| "none".into(), |day| day.to_string())
    }

    #[test]
    fn days_are_read_as_exports_write_them() {
        for (text, expected) in [
            ("2024-06-14", "2024-06-14"),
            ("2024-06-14T09:30:05.000+05:00", "2024-06-14"),
            ("2024/06/14 9:30:05 AM GMT+5", "2024-06-14"),
            ("14.06.2024 9:30", "2024-06-14"),
            ("14.06.24", "2024-06-14"),
            ("06/07/2024", "2024-07-06"),
            ("31.02.2024", "none"),
            ("14.06.2024.1", "none"),
            ("14 маусым", "none"),
            ("", "none"),
        ] {
            assert_eq!(day(text, Order::DayFirst), expected, "{text}");
        }
        assert_eq!(day("6/14/24", Order::MonthFirst), "2024-06-14");
        assert_eq!(day("6/7/24", Order::Unclear), "none");
        assert_eq!(day("6.7.24", Order::Unclear), "2024-07-06");
        assert_eq!(day("06-07-2003", Order::MonthFirst), "2003-06-07");
        assert_eq!(day("06-07-2003", Order::Unclear), "none");
        assert_eq!(day("2003-06-07", Order::Unclear), "2003-06-07");
    }

    #[test]
    fn the_order_of_day_and_month_is_told_by_the_whole_column() {
        let of = |cells: &[&'static str]| {
            let mut strokes = Strokes::default();
            for cell in cells {
                strokes.meet(cell);
            }
            strokes.order()
        };
        assert_eq!(of(&["6/7/24 9:00", "6/14/24 9:00"]), Order::MonthFirst);
        assert_eq!(of(&["6/7/2024", "14/6/2024"]), Order::DayFirst);
        assert_eq!(of(&["6/7/24", "5/5/24"]), Order::Unclear);
        assert_eq!(of(&["6/14/24", "14/6/24"]), Order::Unclear);
        assert_eq!(of(&["2024/06/14"]), Order::DayFirst);
        assert_eq!(of(&["06-14-2003", "06-07-2003"]), Order::MonthFirst);
        assert_eq!(of(&["14-06-2003", "06-07-2003 9:00"]), Order::DayFirst);
        assert_eq!(of(&["06-07-2003", "2003-06-14"]), Order::Unclear);
        assert_eq!(of(&["06-14-2003", "14/06/2003"]), Order::Unclear);
        assert_eq!(of(&["2003-06-07", "2003-06-14T09:00"]), Order::DayFirst);
        // The year may stand first: 3 June 2024, or 24 June 2003.
        assert_eq!(of(&["24-06-03"]), Order::Unclear);
    }

    #[test]
    fn times_are_counted_in_seconds() {
        let seconds = |text: &str| read_moment(text, Order::DayFirst).and_then(|moment| moment.seconds);
        assert_eq!(seconds("2024-06-14T09:30:05.000+05:00"), Some(34_205));
        assert_eq!(seconds("2024/06/14 12:00:00 AM GMT+5"), Some(0));
        assert_eq!(seconds("14.06.2024 9:30 PM"), Some(77_400));
        assert_eq!(seconds("14.06.2024 9:30:05 после полудня"), Some(77_405));
        assert_eq!(seconds("2024/06/14 12:00:00 түске дейін"), Some(0));
        assert_eq!(seconds("14.06.2024"), None);
        assert_eq!(seconds("14.06.2024 25:00"), None);
        let at = |text| read_moment(text, Order::DayFirst).unwrap();
        let between = seconds_between(at("2024-06-14 23:59:00"), at("2024-06-15 00:01:30"));
        assert_eq!(between, Some(150));
        assert_eq!(seconds_between(at("2024-06-15 00:00"), at("2024-06-14 00:00")), None);
    }
}
