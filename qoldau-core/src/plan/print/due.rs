//! Deadlines in words.

use crate::language::Language;
use crate::language::month::{kazakh_ablative, kazakh_dative, month_name, month_of_day};
use crate::plan::unit::{Governed, noun};
use crate::plan::{Anchor, DayCount, Due, Frequency, UnitCode};
use crate::value::{Amount, IsoDate};

/// A deadline in its canonical words.
pub(super) fn print(due: &Due, language: Language) -> String {
    match due {
        Due::Range { start, end, end_time, inherited, text } => {
            let Some(mut words) = range(*start, *end, language) else { return text.clone() };
            if let Some(time) = end_time {
                words = format!("{words}, {time}");
            }
            if *inherited { format!("{words} ({})", above(language)) } else { words }
        }
        Due::Relative { anchor, offset, days, .. } => relative(*anchor, *offset, *days, language),
        Due::Recurring { every, month, day, .. } => recurring(*every, *month, *day, language),
        Due::WholePeriod { .. } => match language {
            Language::Kazakh => "жоба мерзімі ішінде".into(),
            Language::Russian => "в течение всего срока".into(),
            Language::English => "during the whole project".into(),
        },
        Due::Ambiguous { readings, .. } => {
            let or = match language {
                Language::Kazakh => " немесе ",
                Language::Russian => " или ",
                Language::English => " or ",
            };
            readings.iter().map(ToString::to_string).collect::<Vec<_>>().join(or)
        }
        Due::Unread { text } => text.clone(),
    }
}

/// What stands after a deadline that was taken from the cell above.
const fn above(language: Language) -> &'static str {
    match language {
        Language::Kazakh => "жоғарыдағыдай",
        Language::Russian => "как выше",
        Language::English => "as above",
    }
}

fn range(start: Option<IsoDate>, end: Option<IsoDate>, language: Language) -> Option<String> {
    Some(match (start, end) {
        (Some(start), Some(end)) if start == end => day(start, language),
        (Some(start), Some(end)) => {
            months(start, end, language).unwrap_or_else(|| days(start, end, language))
        }
        (None, Some(end)) => until(end, language),
        (Some(start), None) => since(start, language),
        (None, None) => return None,
    })
}

/// Years before 1000 are not written in words: their digits would not be read as a year.
fn wordless(date: IsoDate) -> bool {
    date.year() < 1_000
}

/// «2024 ж. 30 сәуір», «30 апреля 2024 г.», "April 30, 2024".
fn day(date: IsoDate, language: Language) -> String {
    if wordless(date) {
        return date.to_string();
    }
    let (year, month) = (date.year(), month_of_day(date.month(), language));
    match language {
        Language::Kazakh => format!("{year} ж. {} {month}", date.day()),
        Language::Russian => format!("{} {month} {year} г.", date.day()),
        Language::English => format!("{month} {}, {year}", date.day()),
    }
}

/// «2024 ж. маусым», «июнь 2024 г.», "June 2024".
fn month(date: IsoDate, language: Language) -> String {
    let (year, month) = (date.year(), month_name(date.month(), language));
    match language {
        Language::Kazakh => format!("{year} ж. {month}"),
        Language::Russian => format!("{month} {year} г."),
        Language::English => format!("{month} {year}"),
    }
}

/// Whole months, when the days are just that: «2024 ж. маусым – қыркүйек».
fn months(start: IsoDate, end: IsoDate, language: Language) -> Option<String> {
    if start != start.month_start() || end != end.month_end() || wordless(start) {
        return None;
    }
    let same_year = start.year() == end.year();
    if same_year && start.month() == end.month() {
        return Some(month(start, language));
    }
    if !same_year {
        return Some(format!("{} – {}", month(start, language), month(end, language)));
    }
    let (first, last) = (month_name(start.month(), language), month_name(end.month(), language));
    let year = start.year();
    Some(match language {
        Language::Kazakh => format!("{year} ж. {first} – {last}"),
        Language::Russian => format!("{first} – {last} {year} г."),
        Language::English => format!("{first} – {last} {year}"),
    })
}

fn days(start: IsoDate, end: IsoDate, language: Language) -> String {
    if start.year() != end.year() || wordless(start) {
        return format!("{} – {}", day(start, language), day(end, language));
    }
    let (first, last) = (month_of_day(start.month(), language), month_of_day(end.month(), language));
    let (from, to, year) = (start.day(), end.day(), start.year());
    match language {
        Language::Kazakh => format!("{year} ж. {from} {first} – {to} {last}"),
        Language::Russian => format!("{from} {first} – {to} {last} {year} г."),
        Language::English => format!("{first} {from} – {last} {to}, {year}"),
    }
}

fn until(end: IsoDate, language: Language) -> String {
    match language {
        Language::Kazakh if wordless(end) => format!("{end} дейін"),
        Language::Kazakh => format!("{} ж. {} {} дейін", end.year(), end.day(), kazakh_dative(end.month())),
        Language::Russian => format!("до {}", day(end, language)),
        Language::English => format!("until {}", day(end, language)),
    }
}

fn since(start: IsoDate, language: Language) -> String {
    match language {
        Language::Kazakh if wordless(start) => format!("{start} бастап"),
        Language::Kazakh => {
            format!("{} ж. {} {} бастап", start.year(), start.day(), kazakh_ablative(start.month()))
        }
        Language::Russian => format!("с {}", day(start, language)),
        Language::English => format!("from {}", day(start, language)),
    }
}

/// The words of an anchor: before it, after it, on its day.
struct AnchorWords {
    before: &'static str,
    after: &'static str,
    on: &'static str,
}

const fn words(before: &'static str, after: &'static str, on: &'static str) -> AnchorWords {
    AnchorWords { before, after, on }
}

const fn anchor_words(anchor: Anchor, language: Language) -> AnchorWords {
    match (language, anchor) {
        (Language::Kazakh, Anchor::ProjectStart) => {
            words("жоба басталғанға дейін", "жоба басталғаннан кейін", "жоба басталған күні")
        }
        (Language::Kazakh, Anchor::ProjectEnd) => {
            words("жоба аяқталғанға дейін", "жоба аяқталғаннан кейін", "жоба аяқталған күні")
        }
        (Language::Kazakh, Anchor::Contract) => {
            words("шарт жасалғанға дейін", "шарт жасалғаннан кейін", "шарт жасалған күні")
        }
        (Language::Kazakh, Anchor::ActivePhaseEnd) => words(
            "белсенді кезең аяқталғанға дейін",
            "белсенді кезең аяқталғаннан кейін",
            "белсенді кезең аяқталған кезде",
        ),
        (Language::Kazakh, Anchor::Event) => {
            words("шара өткізілгенге дейін", "шара өткізілгеннен кейін", "шара өткізілген күні")
        }
        (Language::Russian, Anchor::ProjectStart) => {
            words("до начала проекта", "после начала проекта", "в день начала проекта")
        }
        (Language::Russian, Anchor::ProjectEnd) => {
            words("до окончания проекта", "после окончания проекта", "в день окончания проекта")
        }
        (Language::Russian, Anchor::Contract) => {
            words("до заключения договора", "после заключения договора", "в день заключения договора")
        }
        (Language::Russian, Anchor::ActivePhaseEnd) => {
            words("до окончания активной фазы", "после окончания активной фазы", "к окончанию активной фазы")
        }
        (Language::Russian, Anchor::Event) => words(
            "до проведения мероприятия",
            "после проведения мероприятия",
            "в день проведения мероприятия",
        ),
        (Language::English, Anchor::ProjectStart) => words(
            "before the start of the project",
            "after the start of the project",
            "on the day of the start of the project",
        ),
        (Language::English, Anchor::ProjectEnd) => words(
            "before the end of the project",
            "after the end of the project",
            "on the day of the end of the project",
        ),
        (Language::English, Anchor::Contract) => words(
            "before the signing of the contract",
            "after the signing of the contract",
            "on the day of the signing of the contract",
        ),
        (Language::English, Anchor::ActivePhaseEnd) => words(
            "before the end of the active phase",
            "after the end of the active phase",
            "at the end of the active phase",
        ),
        (Language::English, Anchor::Event) => {
            words("before the event", "after the event", "on the day of the event")
        }
    }
}

fn relative(anchor: Anchor, offset: i32, days: DayCount, language: Language) -> String {
    let said = anchor_words(anchor, language);
    if offset == 0 && days == DayCount::Calendar {
        return said.on.into();
    }
    let code = match days {
        DayCount::Calendar => UnitCode::Day,
        DayCount::Working => UnitCode::WorkingDay,
    };
    let size = Amount::from(offset.unsigned_abs());
    let before = offset < 0;
    let governed = if before { Governed::Accusative } else { Governed::Genitive };
    let span = format!("{} {}", offset.unsigned_abs(), noun(code, size, governed, language));
    match (language, before) {
        (Language::Kazakh, true) => format!("{} {span} бұрын", said.before),
        (Language::Kazakh, false) => format!("{} {span} ішінде", said.after),
        (Language::Russian, true) => format!("за {span} {}", said.before),
        (Language::Russian, false) => format!("в течение {span} {}", said.after),
        (Language::English, true) => format!("{span} {}", said.before),
        (Language::English, false) => format!("within {span} {}", said.after),
    }
}

fn recurring(every: Frequency, month: Option<u32>, day: Option<u32>, language: Language) -> String {
    let every = super::scope::frequency(every, language);
    let tail = match (month, day, language) {
        (None, None, _) => return every.into(),
        (None, Some(day), Language::Kazakh) => format!("{day}-күніне дейін"),
        (None, Some(day), Language::Russian) => format!("до {day} числа"),
        (None, Some(day), Language::English) => format!("by day {day}"),
        (Some(month), None, Language::Kazakh) => month_name(month, language).into(),
        (Some(month), None, _) => format!("{} {}", in_word(language), in_month(month, language)),
        (Some(month), Some(day), Language::Kazakh) => format!("{day} {} дейін", kazakh_dative(month)),
        (Some(month), Some(day), Language::Russian) => format!("до {day} {}", month_of_day(month, language)),
        (Some(month), Some(day), Language::English) => format!("by {} {day}", month_of_day(month, language)),
    };
    format!("{every}, {tail}")
}

const fn in_word(language: Language) -> &'static str {
    match language {
        Language::Kazakh => "",
        Language::Russian => "в",
        Language::English => "in",
    }
}

/// «В октябре», "in October".
fn in_month(month: u32, language: Language) -> String {
    let name = month_name(month, language);
    if language != Language::Russian {
        return name.into();
    }
    let stem = name.trim_end_matches(['ь', 'й']);
    format!("{stem}е")
}
