//! Dates and spans of days as the three languages write them (CLDR 48).

use super::Language;
use super::month::{kazakh_locative, month_name, month_of_day};
use super::number::NBSP;
use crate::value::{DateRange, IsoDate};

/// Short month names of one language by number.
type Months = [&'static str; 12];

/// Short names (CLDR), for the marks of a time line.
const KAZAKH_SHORT: Months =
    ["қаң.", "ақп.", "нау.", "сәу.", "мам.", "мау.", "шіл.", "там.", "қыр.", "қаз.", "қар.", "жел."];

/// Short names as they stand alone (CLDR).
const RUSSIAN_SHORT: Months =
    ["янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."];

const ENGLISH_SHORT: Months =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The short name of a date's month out of a table.
fn name_in(months: &Months, date: IsoDate) -> &'static str {
    let index = usize::try_from(date.month()).unwrap_or(0).saturating_sub(1);
    months.get(index).copied().unwrap_or_default()
}

/// The short name of a date's month: `мау.`, `июнь`, `Jun`.
#[must_use]
pub fn month_name_short(date: IsoDate, language: Language) -> &'static str {
    match language {
        Language::Kazakh => name_in(&KAZAKH_SHORT, date),
        Language::Russian => name_in(&RUSSIAN_SHORT, date),
        Language::English => name_in(&ENGLISH_SHORT, date),
    }
}

/// Day and month without a year, as part of a longer date: `30 сәуір`, `30 апреля`, `April 30`.
pub(crate) fn day_and_month(date: IsoDate, language: Language) -> String {
    let (day, month) = (date.day(), month_of_day(date.month(), language));
    match language {
        Language::Kazakh | Language::Russian => format!("{day} {month}"),
        Language::English => format!("{month} {day}"),
    }
}

/// Puts the year where the language has it. `rest` is a day or a month, or a span of them within the year.
fn with_year(rest: &str, year: i32, between: &str, language: Language) -> String {
    match language {
        Language::Kazakh => format!("{year}{NBSP}ж. {rest}"),
        Language::Russian => format!("{rest} {year}{NBSP}г."),
        Language::English => format!("{rest}{between}{year}"),
    }
}

/// A day in full: `2024 ж. 30 сәуір`, `30 апреля 2024 г.`, `April 30, 2024`.
#[must_use]
pub fn format_date(date: IsoDate, language: Language) -> String {
    with_year(&day_and_month(date, language), date.year(), ", ", language)
}

/// A day in short, `15.06`, for lists; the same in the three languages.
#[must_use]
pub fn format_day(date: IsoDate) -> String {
    format!("{:02}.{:02}", date.day(), date.month())
}

/// A day in figures, `15.06.2024`, for tables; the same in the three languages.
#[must_use]
pub fn format_day_year(date: IsoDate) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// The month a day lies in: `2024 ж. маусым`, `июнь 2024 г.`, `June 2024`.
#[must_use]
pub fn format_month(day: IsoDate, language: Language) -> String {
    with_year(month_name(day.month(), language), day.year(), " ", language)
}

/// A day in the Kazakh form that stands before a noun: `2024 жылғы 30 сәуірдегі` (№ 66 шарт).
#[must_use]
pub fn format_kazakh_date_of(date: IsoDate) -> String {
    let month = kazakh_locative(date.month());
    let ending = if month.ends_with('а') { "ғы" } else { "гі" };
    format!("{} жылғы {} {month}{ending}", date.year(), date.day())
}

/// "As of" a day: `2024 жылғы 15 тамыздағы жағдай бойынша`, `По состоянию на 15 августа 2024 г.`,
/// `As of August 15, 2024`.
#[must_use]
pub fn format_as_of(date: IsoDate, language: Language) -> String {
    match language {
        Language::Kazakh => format!("{} жағдай бойынша", format_kazakh_date_of(date)),
        Language::Russian => format!("По состоянию на {}", format_date(date, language)),
        Language::English => format!("As of {}", format_date(date, language)),
    }
}

/// A span of days, as short as it can be said: a day, whole months (`2024 ж. маусым – қыркүйек`), days of one month
/// (`14–16 июня 2024 г.`), days of one year, or two full dates.
#[must_use]
pub fn format_range(range: DateRange, language: Language) -> String {
    let DateRange { start, end } = range;
    let same_year = start.year() == end.year();
    let whole_months = start == start.month_start() && end == end.month_end() && start <= end;
    if start == end {
        return format_date(start, language);
    }
    if whole_months && start.month_start() == end.month_start() {
        return format_month(start, language);
    }
    if whole_months && same_year {
        let months =
            format!("{} – {}", month_name(start.month(), language), month_name(end.month(), language));
        return with_year(&months, end.year(), " ", language);
    }
    if whole_months {
        return format!("{} – {}", format_month(start, language), format_month(end, language));
    }
    if same_year {
        return with_year(&days_of_a_year(range, language), end.year(), ", ", language);
    }
    format!("{} – {}", format_date(start, language), format_date(end, language))
}

/// Two days of one year, without the year.
fn days_of_a_year(range: DateRange, language: Language) -> String {
    let DateRange { start, end } = range;
    let (first, last) = (day_and_month(start, language), day_and_month(end, language));
    match language {
        _ if start.month() != end.month() => format!("{first} – {last}"),
        Language::Kazakh | Language::Russian => format!("{}–{last}", start.day()),
        Language::English => format!("{first}–{}", end.day()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> IsoDate {
        text.parse().unwrap()
    }

    /// With plain spaces, so that what is expected can be read.
    fn plain(text: &str) -> String {
        text.replace(NBSP, " ")
    }

    fn range(start: &str, end: &str) -> [String; 3] {
        let range = DateRange { start: day(start), end: day(end) };
        Language::ALL.map(|language| plain(&format_range(range, language)))
    }

    #[test]
    fn a_day_in_full() {
        assert_eq!(
            Language::ALL.map(|language| plain(&format_date(day("2024-04-30"), language))),
            ["2024 ж. 30 сәуір", "30 апреля 2024 г.", "April 30, 2024"]
        );
        assert_eq!(format_day(day("2024-06-05")), "05.06");
        assert_eq!(format_day_year(day("2024-06-05")), "05.06.2024");
    }

    #[test]
    fn the_year_does_not_break_from_its_mark() {
        assert!(format_date(day("2024-04-30"), Language::Kazakh).starts_with("2024\u{a0}ж. "));
        assert!(format_date(day("2024-04-30"), Language::Russian).ends_with(" 2024\u{a0}г."));
    }

    #[test]
    fn a_month() {
        assert_eq!(
            Language::ALL.map(|language| plain(&format_month(day("2024-06-15"), language))),
            ["2024 ж. маусым", "июнь 2024 г.", "June 2024"]
        );
    }

    #[test]
    fn as_of_a_day() {
        assert_eq!(
            Language::ALL.map(|language| plain(&format_as_of(day("2024-08-15"), language))),
            [
                "2024 жылғы 15 тамыздағы жағдай бойынша",
                "По состоянию на 15 августа 2024 г.",
                "As of August 15, 2024"
            ]
        );
    }

    #[test]
    fn every_kazakh_month_can_stand_before_a_noun() {
        let said = (1..=12).map(|month| format_kazakh_date_of(IsoDate::new(2024, month, 1).unwrap()));
        let forms: Vec<String> = said.map(|text| text.rsplit(' ').next().unwrap().to_owned()).collect();
        assert_eq!(
            forms.join(" "),
            "қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы шілдедегі тамыздағы қыркүйектегі \
             қазандағы қарашадағы желтоқсандағы"
        );
    }

    #[test]
    fn a_span_is_said_as_short_as_it_can_be() {
        for (start, end, want) in [
            ("2024-06-15", "2024-06-15", ["2024 ж. 15 маусым", "15 июня 2024 г.", "June 15, 2024"]),
            ("2024-06-01", "2024-06-30", ["2024 ж. маусым", "июнь 2024 г.", "June 2024"]),
            (
                "2024-06-01",
                "2024-09-30",
                ["2024 ж. маусым – қыркүйек", "июнь – сентябрь 2024 г.", "June – September 2024"],
            ),
            (
                "2024-12-01",
                "2025-01-31",
                [
                    "2024 ж. желтоқсан – 2025 ж. қаңтар",
                    "декабрь 2024 г. – январь 2025 г.",
                    "December 2024 – January 2025",
                ],
            ),
            ("2024-06-14", "2024-06-16", ["2024 ж. 14–16 маусым", "14–16 июня 2024 г.", "June 14–16, 2024"]),
            (
                "2024-04-30",
                "2024-06-16",
                ["2024 ж. 30 сәуір – 16 маусым", "30 апреля – 16 июня 2024 г.", "April 30 – June 16, 2024"],
            ),
            (
                "2024-04-30",
                "2025-01-09",
                [
                    "2024 ж. 30 сәуір – 2025 ж. 9 қаңтар",
                    "30 апреля 2024 г. – 9 января 2025 г.",
                    "April 30, 2024 – January 9, 2025",
                ],
            ),
        ] {
            assert_eq!(range(start, end), want);
        }
    }
}
