//! Deadlines: months, dates and ranges of them, days before and after something, and what recurs.

mod calendar;
mod numeric;
mod recurring;
mod relative;
mod span;
mod year;

use super::DueContext;
use super::token::{Numbers, Token, tokens};
use super::vocabulary::{is_one_of, phrase_at, sign_at};
use crate::plan::Due;
use crate::value::IsoDate;

/// A deadline has at most so many words; a longer text is no deadline.
const LONGEST: usize = 200;

/// All the time of the project.
const WHOLE_PERIOD: &str = "жоба мерзімі ішінде|жоба мерзімінде|жобаның мерзімі ішінде|жоба кезеңінде|жоба барысында|жоба бойы|жобаны іске асыру кезеңінде|жобаны іске асыру мерзімі ішінде|жобаны іске асыру барысында|іске асыру кезеңінде|барлық кезеңде|жыл бойы|тұрақты|тұрақты түрде|үнемі|постоянно|регулярно|на постоянной основе|в течение всего срока|в течение всего срока проекта|в течение всего срока реализации|в течение всего срока реализации проекта|в течение срока проекта|в течение проекта|в течение всего проекта|в течение всего периода|весь период|весь срок|весь период реализации проекта|весь период проекта|весь срок проекта|весь срок реализации проекта|на весь период реализации проекта|на весь срок реализации проекта|за весь период реализации проекта|на протяжении всего проекта|на протяжении всего периода реализации проекта|на протяжении всего срока реализации проекта|в течение всего периода реализации проекта|в течение периода реализации проекта|в течение срока реализации проекта|период реализации проекта|срок реализации проекта|жобаның барлық кезеңінде|жобаның барлық мерзімінде|жобаның бүкіл кезеңінде|жобаның бүкіл мерзімінде|жобаны іске асырудың барлық кезеңінде|жобаны іске асырудың барлық мерзімінде|жобаны іске асырудың бүкіл кезеңінде|в период реализации проекта|в течение года|круглый год|during the whole project|during the project period|throughout the project period|over the project period|throughout the project|during the project|the whole project|whole project|whole period|all year|throughout the year|year round|continuously|constantly|permanently|regularly|ongoing";

/// Reads a deadline; what is not understood keeps its words.
pub(super) fn read(text: &str, context: &DueContext) -> Due {
    let mut list = tokens(text, Numbers::Plain);
    let inherited = take_above(&mut list);
    let list = meaningful(list);
    let found = if list.is_empty() || list.len() > LONGEST {
        None
    } else {
        whole_period(&list, text)
            .or_else(|| recurring::read(&list, text))
            .or_else(|| relative::read(&list, text))
            .or_else(|| span::read(&list, text, context))
    };
    match found {
        Some(Due::Range { start, end, end_time, text, .. }) => {
            Due::Range { start, end, end_time, inherited, text }
        }
        Some(due) if !inherited => due,
        _ => Due::Unread { text: text.into() },
    }
}

/// «(как выше)» at the end, the product's own words for a deadline taken from the cell above.
fn take_above(list: &mut Vec<Token>) -> bool {
    let open = list.iter().rposition(|token| token.sign() == Some('('));
    let Some(open) = open.filter(|open| *open > 0) else { return false };
    let closed = list.last().is_some_and(|token| token.sign() == Some(')'));
    let end = phrase_at!(list, open.saturating_add(1), "жоғарыдағыдай|как выше|as above");
    let above = closed && end.is_some() && end == list.len().checked_sub(1);
    if above {
        list.truncate(open);
    }
    above
}

/// Words without quotation marks («28» апреля), without the brackets of «(включительно)» and the stops that end a text.
fn meaningful(mut list: Vec<Token>) -> Vec<Token> {
    list.retain(|token| !matches!(token.sign(), Some('"' | '•')));
    let confirmed = |open: &usize| {
        let word = phrase_at!(&list, open.saturating_add(1), "включительно|inclusive|қоса алғанда");
        sign_at(&list, *open) == Some('(') && word.is_some_and(|end| sign_at(&list, end) == Some(')'))
    };
    if let Some(open) = (0..list.len()).find(confirmed)
        && let Some(close) = (open..list.len()).find(|at| sign_at(&list, *at) == Some(')'))
    {
        list.remove(close);
        list.remove(open);
    }
    if let Some((open, close)) = holiday(&list) {
        list.drain(open..=close);
    }
    while list.last().is_some_and(|token| matches!(token.sign(), Some('.' | ';' | ','))) && list.len() > 1 {
        // The stop of «г.» and «ж.» is read with the word; one more does no harm.
        list.pop();
    }
    list
}

/// «1 июня (День защиты детей)»: brackets behind a date that name the day.
fn holiday(list: &[Token]) -> Option<(usize, usize)> {
    let open = list.iter().position(|token| token.sign() == Some('(')).filter(|open| *open > 0)?;
    let close = (open..list.len()).find(|at| sign_at(list, *at) == Some(')'))?;
    let name = list.get(open.saturating_add(1)..close)?;
    let words = name.iter().all(|token| token.is_word() || matches!(token.sign(), Some('-' | '.')));
    let day = name.first().is_some_and(|token| is_one_of!(token, "день|праздник"))
        || name.last().is_some_and(|token| is_one_of!(token, "күні|мерекесі|day"));
    (words && day && name.len() > 1).then_some((open, close))
}

fn whole_period(list: &[Token], text: &str) -> Option<Due> {
    let whole = phrase_at!(list, 0, WHOLE_PERIOD) == Some(list.len());
    whole.then(|| Due::WholePeriod { text: text.into() })
}

/// Several dates that the words can mean; one that all of them agree on is no doubt.
fn ambiguous(mut readings: Vec<IsoDate>, text: &str) -> Option<Due> {
    readings.sort_unstable();
    readings.dedup();
    (readings.len() > 1).then(|| Due::Ambiguous { readings, text: text.into() })
}

/// A number of the text, with the token after it.
fn number_at(list: &[Token], at: usize) -> Option<(u32, usize)> {
    let plain = list.get(at)?.digits()?.plain?;
    Some((plain, at.saturating_add(1)))
}

/// Suffixes of days, years and ordinals.
const SUFFIXES: &str = "ая|ую|на|не|і|ы|сі|сы|іне|ына|сіне|сына|інен|ынан|сінен|сынан|інде|ында|сінде|сында|ге|ға|ке|қа|ден|дан|тен|тан|нен|нан|де|да|те|та|го|е|ое|ого|ші|шы|інші|ыншы|нші|ншы|я|й|ой|ом|му|st|nd|rd|th";

/// The token after a Kazakh case suffix that may stand at `at`: «25-іне», «25 -іне».
fn after_suffix(list: &[Token], at: usize) -> usize {
    let dash = usize::from(sign_at(list, at) == Some('-'));
    let word = at.saturating_add(dash);
    let tight = list.get(word).is_some_and(|token| token.is_word() && !token.spaced);
    let known = phrase_at!(list, word, SUFFIXES).is_some();
    if known && (tight || dash == 1) { word.saturating_add(1) } else { at }
}
