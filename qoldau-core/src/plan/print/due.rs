//! Deadlines in words.

use crate::language::date::day_and_month;
use crate::language::month::{kazakh_ablative, kazakh_dative, month_name};
use crate::language::{Language, NBSP, format_date, format_range};
use crate::plan::unit::{Governed, noun};
use crate::plan::{Anchor, DayCount, Due, DueSide, Frequency, UnitCode};
use crate::value::{Amount, DateRange, IsoDate};

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
        Due::Relative { anchor, offset, days, side, .. } => {
            relative(*anchor, *offset, *days, *side, language)
        }
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
    let early = [start, end].into_iter().flatten().any(|date| date.year() < 1_000);
    Some(match (start, end) {
        // A year of three digits in words would not be read as one.
        (Some(start), Some(end)) if early => format!("{start} – {end}"),
        (Some(start), Some(end)) => format_range(DateRange { start, end }, language),
        (None, Some(end)) => until(end, early, language),
        (Some(start), None) => since(start, early, language),
        (None, None) => return None,
    })
}

/// A day in words, or in figures for an early year.
fn day(date: IsoDate, early: bool, language: Language) -> String {
    if early { date.to_string() } else { format_date(date, language) }
}

fn until(end: IsoDate, early: bool, language: Language) -> String {
    match language {
        Language::Kazakh if early => format!("{end} дейін"),
        Language::Kazakh => {
            format!("{}{NBSP}ж. {} {} дейін", end.year(), end.day(), kazakh_dative(end.month()))
        }
        Language::Russian => format!("до {}", day(end, early, language)),
        Language::English => format!("until {}", day(end, early, language)),
    }
}

fn since(start: IsoDate, early: bool, language: Language) -> String {
    match language {
        Language::Kazakh if early => format!("{start} бастап"),
        Language::Kazakh => {
            format!("{}{NBSP}ж. {} {} бастап", start.year(), start.day(), kazakh_ablative(start.month()))
        }
        Language::Russian => format!("с {}", day(start, early, language)),
        Language::English => format!("from {}", day(start, early, language)),
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

fn relative(anchor: Anchor, offset: i32, days: DayCount, side: DueSide, language: Language) -> String {
    let said = anchor_words(anchor, language);
    match side {
        DueSide::After => return said.after.into(),
        DueSide::Around => return around(&said, language),
        DueSide::By if offset == 0 && days == DayCount::Calendar => return said.on.into(),
        DueSide::By => {}
    }
    let code = match days {
        DayCount::Calendar => UnitCode::Day,
        DayCount::Working => UnitCode::WorkingDay,
    };
    let number = Amount::from(offset.unsigned_abs());
    let before = offset < 0;
    let governed = if before { Governed::Accusative } else { Governed::Genitive };
    let span = format!("{} {}", offset.unsigned_abs(), noun(code, number, governed, language));
    match (language, before) {
        (Language::Kazakh, true) => format!("{} {span} бұрын", said.before),
        (Language::Kazakh, false) => format!("{} {span} ішінде", said.after),
        (Language::Russian, true) => format!("за {span} {}", said.before),
        (Language::Russian, false) => format!("в течение {span} {}", said.after),
        (Language::English, true) => format!("{span} {}", said.before),
        (Language::English, false) => format!("within {span} {}", said.after),
    }
}

/// "Before the end of the active phase and after the end of the active phase".
fn around(said: &AnchorWords, language: Language) -> String {
    let and = match language {
        Language::Kazakh => "және",
        Language::Russian => "и",
        Language::English => "and",
    };
    format!("{} {and} {}", said.before, said.after)
}

fn recurring(every: Frequency, month: Option<u32>, day: Option<u32>, language: Language) -> String {
    let every = super::scope::frequency(every, language);
    // 2024 is a leap year: it has every day that recurs.
    let date = month.and_then(|month| IsoDate::new(2024, month, day.unwrap_or(1)));
    let tail = match (date, day, language) {
        (None, None, _) => return every.into(),
        (None, Some(day), Language::Kazakh) => format!("{day}-күніне дейін"),
        (None, Some(day), Language::Russian) => format!("до {day} числа"),
        (None, Some(day), Language::English) => format!("by day {day}"),
        (Some(date), None, _) => month_name(date.month(), language).into(),
        (Some(date), Some(day), Language::Kazakh) => format!("{day} {} дейін", kazakh_dative(date.month())),
        (Some(date), Some(_), Language::Russian) => format!("до {}", day_and_month(date, language)),
        (Some(date), Some(_), Language::English) => format!("by {}", day_and_month(date, language)),
    };
    format!("{every}, {tail}")
}
