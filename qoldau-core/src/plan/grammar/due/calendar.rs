//! Points of the calendar in words: «25 сәуір», «маусым айының соңы», «IV тоқсан», «июнь 2024 г.».

use super::{after_suffix, number_at};
use crate::language::kazakh::Case;
use crate::language::month::month_of;
use crate::language::numeral::{NumberWord, spoken};
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::{is_one_of, longest, phrase, phrase_at, sign_at};

/// A stretch of a year, from its first day to its last; the year may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) year: Option<i32>,
    /// Year of its end, where that is another.
    pub(super) end_year: Option<i32>,
    /// First day as month and day.
    pub(super) first: (u32, u32),
    /// Last day as month and day; day 0 is the last of the month.
    pub(super) last: (u32, u32),
    pub(super) shape: Shape,
    /// The Kazakh case it stands in.
    pub(super) case: Case,
}

/// What kind of stretch it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One day.
    Day,
    /// Something with a beginning and an end: "until June" can mean either.
    Long,
    /// The last day of something.
    End,
    /// A day whose month stands with the next: the 10 of «10-15 маусым».
    BareDay,
}

impl Stretch {
    fn long(first: u32, last: u32) -> Self {
        Self {
            year: None,
            end_year: None,
            first: (first, 1),
            last: (last, 0),
            shape: Shape::Long,
            case: Case::Nominative,
        }
    }

    fn day(month: u32, day: u32, case: Case) -> Self {
        Self { year: None, end_year: None, first: (month, day), last: (month, day), shape: Shape::Day, case }
    }
}

/// The stretch that begins at a token, with the token after it. Years stand beside it and are read apart.
pub(super) fn stretch_at(list: &[Token], at: usize) -> Option<(Stretch, usize)> {
    end_of(list, at)
        .or_else(|| half_month(list, at))
        .or_else(|| quarter(list, at))
        .or_else(|| half(list, at))
        .or_else(|| day(list, at))
        .or_else(|| decade(list, at))
        .or_else(|| month(list, at))
        .or_else(|| years(list, at))
}

/// A year with its word, with the token after it: «2024 жылғы», «2024 г.», "2024".
pub(super) fn year_at(list: &[Token], at: usize) -> Option<(i32, usize)> {
    let four = list.get(at)?.digits()?.count == 4;
    let (year, next) = number_at(list, at).filter(|_| four)?;
    Some((i32::try_from(year).ok()?, after_year_word(list, next)))
}

/// The token after the word for "year" that may stand at `at`.
pub(super) fn after_year_word(list: &[Token], at: usize) -> usize {
    phrase_at!(list, at, "жылғы|жыл+|ж.|жж.|год=|годы|годов|гг.|г.").unwrap_or(at)
}

/// «06.2024»: a month in digits with its year; and «01.06», a day without one. Of two such numbers alone nobody knows
/// which they are, so the day is only read where it is an end of a range.
pub(super) fn short_date(list: &[Token], at: usize) -> Option<(Stretch, usize)> {
    let (first, point) = number_at(list, at)?;
    let second_at = point.saturating_add(1);
    let tight = |place: usize| list.get(place).is_some_and(|token| !token.spaced);
    let (second, next) = number_at(list, second_at)
        .filter(|_| sign_at(list, point) == Some('.') && tight(point) && tight(second_at))?;
    let length = |place: usize| list.get(place).and_then(Token::digits).map_or(0, |digits| digits.count);
    let month = |month: u32| (1..=12).contains(&month);
    match (length(at), length(second_at)) {
        (1 | 2, 4) if month(first) => {
            let year = i32::try_from(second).ok()?;
            Some((Stretch { year: Some(year), ..Stretch::long(first, first) }, next))
        }
        (1 | 2, 2) if month(second) && (1..=31).contains(&first) => {
            Some((Stretch::day(second, first, Case::Nominative), next))
        }
        _ => None,
    }
}

/// A month word: its number and case, with the token after it, the «айының» that may follow taken with it.
fn month_word(list: &[Token], at: usize) -> Option<(u32, Case, usize)> {
    let word = list.get(at)?.spellings().find_map(month_of)?;
    let mut next = at.saturating_add(1);
    let mut case = word.case;
    let short = list.get(at)?.spellings().any(|word| word.chars().count() <= 4);
    if short && sign_at(list, next) == Some('.') {
        next = next.saturating_add(1);
    }
    if let Some(of_month) = list.get(next).and_then(|token| token.case_of("ай")) {
        case = of_month;
        next = next.saturating_add(1);
    } else {
        next = phrase_at!(list, next, "месяц=|month").unwrap_or(next);
    }
    Some((word.month, case, next))
}

/// «Маусым», «в июне», "June".
fn month(list: &[Token], at: usize) -> Option<(Stretch, usize)> {
    let (month, case, next) = month_word(list, at)?;
    Some((Stretch { case, ..Stretch::long(month, month) }, next))
}

/// «25 сәуір», «10 июня», "June 10", "10th of June", «10-маусым».
fn day(list: &[Token], at: usize) -> Option<(Stretch, usize)> {
    if let Some((day, next)) = number_at(list, at).filter(|(day, _)| (1..=31).contains(day)) {
        let next = after_suffix(list, next);
        let dash = usize::from(
            sign_at(list, next) == Some('-') && list.get(next).is_some_and(|token| !token.spaced),
        );
        let of = usize::from(phrase(list, next, "of").is_some());
        let (month, case, next) = month_word(list, next.saturating_add(dash).saturating_add(of))?;
        return Some((Stretch::day(month, day, case), next));
    }
    // "June 10", «маусымның 15-іне»: the month stands first in English, and in Kazakh as the owner of the day.
    let english = list.get(at)?.spellings().next().is_some_and(str::is_ascii);
    let (month, case, next) = month_word(list, at)?;
    if case == Case::Genitive {
        return owned_day(list, month, next);
    }
    if !english {
        return None;
    }
    let (day, next) = number_at(list, next).filter(|(day, _)| (1..=31).contains(day))?;
    Some((Stretch::day(month, day, case), after_suffix(list, next)))
}

/// The «15-іне» of «маусымның 15-іне»; not the «3-ші» of its third decade.
fn owned_day(list: &[Token], month: u32, at: usize) -> Option<(Stretch, usize)> {
    let (day, end) = bare_day(list, at)?;
    let suffix = list.get(end.checked_sub(1)?).filter(|token| token.is_word())?;
    let ordinal = is_one_of!(suffix, "ші|шы|інші|ыншы|нші|ншы");
    (!ordinal).then(|| (Stretch::day(month, day.first.1, day.case), end))
}

const ORDINALS: [(&str, u32); 4] = [
    ("бірінші|перв*|first", 1),
    ("екінші|втор*|second", 2),
    ("үшінші|трет*|third", 3),
    ("төртінші|четверт*|fourth", 4),
];

/// The number of a quarter, half or decade: digits, Roman digits, or an ordinal word.
fn ordinal(list: &[Token], at: usize) -> Option<(u32, usize)> {
    if let Some((number, next)) = number_at(list, at) {
        return Some((number, after_suffix(list, next)));
    }
    let token = list.get(at)?;
    let next = at.saturating_add(1);
    let word = longest!(list, at, ORDINALS).map(|(number, _)| number);
    let q = || token.spellings().find_map(|word| word.strip_prefix('q').and_then(|digit| digit.parse().ok()));
    word.or_else(|| token.spellings().find_map(roman)).or_else(q).map(|number| (number, next))
}

/// Roman one to four; Cyrillic letters that look like them are taken too.
fn roman(word: &str) -> Option<u32> {
    if word.chars().nth(3).is_some() {
        return None;
    }
    match word.replace(['і', '1', 'l'], "i").replace('ѵ', "v").as_str() {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" | "ш" => Some(3),
        "iv" => Some(4),
        _ => None,
    }
}

/// «IV тоқсан», «III-IV тоқсан», «3-4 кв.», "Q3", "third quarter".
fn quarter(list: &[Token], at: usize) -> Option<(Stretch, usize)> {
    let word = |at: usize| phrase_at!(list, at, "тоқсан+|квартал=|кв.|quarter|quarters");
    let (from, to, next) = numbered(list, at, word, 4).or_else(|| {
        let (number, next) = ordinal(list, at)?;
        let english = list.get(at)?.spellings().any(|word| word.starts_with('q'));
        (english && (1..=4).contains(&number)).then_some((number, number, next))
    })?;
    Some((parts_of_year(from, to, 3), next))
}

/// «1-жартыжылдық», «II полугодие», "first half of the year".
fn half(list: &[Token], at: usize) -> Option<(Stretch, usize)> {
    let word = |at: usize| phrase_at!(list, at, "жартыжылдық+|жартыжылдығ+|полугоди=|half");
    let (from, to, next) = numbered(list, at, word, 2)?;
    let next = phrase(list, next, "of the year").or_else(|| phrase(list, next, "of")).unwrap_or(next);
    Some((parts_of_year(from, to, 6), next))
}

/// One or two numbers with a dash, and a word after them: from, to, and the token after.
fn numbered(
    list: &[Token],
    at: usize,
    word_at: impl Fn(usize) -> Option<usize>,
    most: u32,
) -> Option<(u32, u32, usize)> {
    let (from, next) = ordinal(list, at)?;
    let dash = usize::from(sign_at(list, next) == Some('-'));
    let after_dash = next.saturating_add(dash);
    let (to, end) = match word_at(after_dash) {
        Some(end) => (from, end),
        None if dash == 1 => ordinal(list, after_dash).and_then(|(to, next)| Some((to, word_at(next)?)))?,
        None => return None,
    };
    (1 <= from && from <= to && to <= most).then_some((from, to, end))
}

/// The months of the n-th to the m-th part of a year, each of so many months.
fn parts_of_year(from: u32, to: u32, months: u32) -> Stretch {
    let begin = from.saturating_sub(1).saturating_mul(months).saturating_add(1);
    Stretch::long(begin, to.saturating_mul(months))
}

/// «Қыркүйек айының екінші онкүндігі», «вторая декада сентября», "second decade of September".
fn decade(list: &[Token], at: usize) -> Option<(Stretch, usize)> {
    let word = |at: usize| phrase_at!(list, at, "онкүндік+|онкүндіг+|декад=|ten - day period of|decade of");
    part_of_month(list, at, word, 3, 10)
}

/// «Маусымның бірінші жартысы», «вторая половина июня», "first half of June".
fn half_month(list: &[Token], at: usize) -> Option<(Stretch, usize)> {
    let word = |at: usize| phrase_at!(list, at, "жартысы+|половин=|half of|half");
    part_of_month(list, at, word, 2, 15)
}

/// The n-th part of a month of so many parts, each of so many days but the last, which ends with the month: behind the
/// month's name or before it.
fn part_of_month(
    list: &[Token],
    at: usize,
    word_at: impl Fn(usize) -> Option<usize>,
    parts: u32,
    days: u32,
) -> Option<(Stretch, usize)> {
    let part = |place: usize| {
        let (number, next) = ordinal(list, place).filter(|(number, _)| (1..=parts).contains(number))?;
        let next = next.saturating_add(usize::from(sign_at(list, next) == Some('-')));
        word_at(next).map(|end| (number, end))
    };
    let (month, number, end) = if let Some((month, _, next)) = month_word(list, at) {
        part(next).map(|(number, end)| (month, number, end))?
    } else {
        let (number, next) = part(at)?;
        let (month, _, end) = month_word(list, next)?;
        (month, number, end)
    };
    let from = number.saturating_sub(1).saturating_mul(days).saturating_add(1);
    let to = if number == parts { 0 } else { number.saturating_mul(days) };
    Some((Stretch { first: (month, from), last: (month, to), ..Stretch::long(month, month) }, end))
}

/// «Мамыр айының соңы», «конец мая», "end of May", «жыл соңы».
fn end_of(list: &[Token], at: usize) -> Option<(Stretch, usize)> {
    let ends = |stretch: Stretch| Stretch { first: stretch.last, shape: Shape::End, ..stretch };
    if let Some(next) = phrase_at!(list, at, "конец|конца|концу|конце|end of|the end of")
    {
        if let Some(next) = phrase_at!(list, next, "года|текущего года|the year|year") {
            return Some((ends(Stretch::long(1, 12)), next));
        }
        if let Some((year, next)) = year_at(list, next) {
            return Some((ends(Stretch { year: Some(year), ..Stretch::long(1, 12) }), next));
        }
        let (stretch, next) =
            quarter(list, next).or_else(|| half(list, next)).or_else(|| month(list, next))?;
        return Some((ends(stretch), next));
    }
    let (stretch, next) = quarter(list, at)
        .or_else(|| half(list, at))
        .or_else(|| month(list, at))
        .or_else(|| phrase(list, at, "жыл+").map(|next| (Stretch::long(1, 12), next)))
        .or_else(|| {
            year_at(list, at).map(|(year, next)| (Stretch { year: Some(year), ..Stretch::long(1, 12) }, next))
        })?;
    let case = list.get(next)?.case_of("соң")?;
    Some((Stretch { case, ..ends(stretch) }, next.saturating_add(1)))
}

/// «2021-2023 жылдарға», «2024 жыл бойы», «2024 год»: whole years.
fn years(list: &[Token], at: usize) -> Option<(Stretch, usize)> {
    let (from, next) = year_at(list, at)?;
    let second = year_at(list, next.saturating_add(1)).filter(|_| sign_at(list, next) == Some('-'));
    let (to, next) = second.unwrap_or((from, next));
    Some((Stretch { year: Some(from), end_year: Some(to), ..Stretch::long(1, 12) }, next))
}

/// A day alone before another: the 10 of «10-15 маусым», «с 10 по 15 июня».
pub(super) fn bare_day(list: &[Token], at: usize) -> Option<(Stretch, usize)> {
    let (day, next) = number_at(list, at).filter(|(day, _)| (1..=31).contains(day))?;
    let suffixed = after_suffix(list, next);
    let case = list.get(suffixed.checked_sub(1)?).map_or(Case::Nominative, |token| {
        let ablative = is_one_of!(token, "інен|ынан|сінен|сынан|ден|дан|тен|тан|нен|нан");
        if ablative { Case::Ablative } else { Case::Nominative }
    });
    Some((Stretch { shape: Shape::BareDay, ..Stretch::day(0, day, case) }, suffixed))
}

/// A number said as an ordinal or plain word is not a day: kept apart so that "бірінші" is never one.
pub(super) fn word_number(token: &Token) -> Option<u32> {
    token.spellings().find_map(spoken).and_then(|word| match word.word {
        NumberWord::Plain(value) => Some(value),
        NumberWord::Hundred => Some(100),
        NumberWord::Magnitude(_) => None,
    })
}
