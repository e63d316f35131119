//! Dates in digits, whose order of day, month and year differs from text to text.

use super::number_at;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::sign_at;
use crate::value::IsoDate;

/// The dates that digits with two equal separators can mean, with the token after them: «26.09.2022» one,
/// «2008.10.12» two. Empty when they mean none («31.02.2024»).
pub(super) fn dates_at(list: &[Token], at: usize) -> Option<(Vec<IsoDate>, usize)> {
    let (first, next) = number_at(list, at)?;
    let separator = sign_at(list, next).filter(|sign| matches!(sign, '.' | '/' | '-'))?;
    let (second, next) = tight_number(list, next)?;
    let (third, end) = tight_number(list, next).filter(|_| sign_at(list, next) == Some(separator))?;
    let digits = |place: usize| list.get(place).and_then(Token::digits).map_or(0, |digits| digits.count);
    let orders: Vec<[u32; 3]> = match (digits(at), separator, digits(end.saturating_sub(1))) {
        // ISO 8601.
        (4, '-', 2) => vec![[first, second, third]],
        // Year, month, day and year, day, month are both in use in Kazakhstan.
        (4, _, 1 | 2) => vec![[first, second, third], [first, third, second]],
        // Month, day, year is American.
        (1 | 2, '/', 2 | 4) => vec![[century(third), second, first], [century(third), first, second]],
        (1 | 2, _, 2 | 4) => vec![[century(third), second, first]],
        _ => return None,
    };
    let dates = orders.into_iter().filter_map(|[year, month, day]| date(year, month, day)).collect();
    Some((dates, end))
}

/// The number after a separator, when no space stands between.
fn tight_number(list: &[Token], separator: usize) -> Option<(u32, usize)> {
    let at = separator.saturating_add(1);
    let tight = |place: usize| list.get(place).is_some_and(|token| !token.spaced);
    number_at(list, at).filter(|_| tight(separator) && tight(at))
}

/// A year of two digits is of this century: the law on grants is of 2005.
fn century(year: u32) -> u32 {
    if year < 100 { year.saturating_add(2_000) } else { year }
}

fn date(year: u32, month: u32, day: u32) -> Option<IsoDate> {
    IsoDate::new(i32::try_from(year).ok()?, month, day)
}

/// A clock time, `18:30`, with the token after it. With a full stop only where the text speaks of hours.
pub(super) fn clock_at(list: &[Token], at: usize, dotted: bool) -> Option<(String, usize)> {
    let (hour, separator) = number_at(list, at)?;
    let sign = sign_at(list, separator);
    if sign != Some(':') && !(dotted && sign == Some('.')) {
        return None;
    }
    let (minute, end) = tight_number(list, separator)?;
    let two = list.get(end.checked_sub(1)?)?.digits()?.count == 2;
    (two && hour < 24 && minute < 60).then(|| (format!("{hour:02}:{minute:02}"), end))
}
