//! How often a name says that the number of its line comes.

use crate::plan::Frequency;
use crate::plan::grammar::scope::frequency;
use crate::plan::grammar::token::{Numbers, Token, tokens};
use crate::plan::grammar::vocabulary::{is_one_of, sign_at};

/// Beginnings of the words that say how often: most names have none.
const SIGNS: [&str; 15] = [
    "в месяц",
    "в недел",
    "в квартал",
    "в день",
    "айына",
    "аптасына",
    "тоқсанына",
    "сайын",
    "еже",
    "Еже",
    "month",
    "week",
    "quarter",
    "daily",
    "күнделікті",
];

/// How often a name says that the number of its line comes: a rate («Количество постов в месяц»), or nothing. `Err`: words that leave
/// open whether the number is all there are or comes each time («Ежемесячный отчёт»: 6).
pub(crate) fn often_in_name(name: &str) -> Result<Option<Frequency>, String> {
    let capitals = ["Айына", "Аптасына", "Month", "Week", "Quarter", "Daily", "Күнделікті", "Сайын"];
    if !SIGNS.iter().chain(&capitals).any(|sign| name.contains(sign)) {
        return Ok(None);
    }
    let list = tokens(name, Numbers::Plain);
    let found = (0..list.len()).find_map(|at| frequency(&list, at).map(|(every, next)| (every, at, next)));
    let Some((every, at, next)) = found.filter(|(every, ..)| *every < Frequency::HalfYear) else {
        return Ok(None);
    };
    if is_of_another(&list, at, next) {
        return Ok(None);
    }
    if is_rate(&list, at, next) && only_counts(&list) {
        return Ok(Some(every));
    }
    let words = list.get(at).zip(list.get(next.saturating_sub(1)));
    words
        .and_then(|(first, last)| name.get(first.start..last.end))
        .map_or(Ok(None), |words| Err(words.to_owned()))
}

/// «Ежедневники», «Акции в неделю добра», «до 25 числа каждого месяца», «Балалар айына арналған», "Photo of the month": these say nothing of the number.
fn is_of_another(list: &[Token], at: usize, next: usize) -> bool {
    let first = list.get(at);
    let before = at.checked_sub(1).and_then(|before| list.get(before));
    let dated = before.is_some_and(|word| word.digits().is_some() || is_one_of!(word, "числа|день|күні"));
    let devoted =
        list.get(next).is_some_and(|word| is_one_of!(word, "арналған|орай|байланысты|қатысты|арнап"));
    let owned = first.is_some_and(|word| is_one_of!(word, "айына|аптасына|тоқсанына"))
        && before.is_some_and(|word| word.is_word() && !is_one_of!(word, "саны|санын|пост|бейне|фото"));
    let named = first.is_some_and(leads) && !closes(list, next);
    first.is_some_and(|word| is_one_of!(word, "ежедневник*|of")) || named || dated || devoted || owned
}

/// «В месяц», «айына», "per month" and no other word that belongs to it («в неделю добра»).
fn is_rate(list: &[Token], at: usize, next: usize) -> bool {
    let first = list.get(at);
    let kazakh = first.is_some_and(|word| is_one_of!(word, "айына|аптасына|тоқсанына"));
    kazakh || closes(list, next) && first.is_some_and(leads)
}

/// «Количество постов в месяц», «Айына жарияланатын посттар саны»: a name that only counts. A rhythm with a number of its own («Занятия 2 раза в
/// неделю») is of the activity, and a title may say anything.
fn only_counts(list: &[Token]) -> bool {
    let counts = |word: Option<&Token>| {
        word.is_some_and(|word| is_one_of!(word, "количеств*|число|саны|number|постов|видео|публикаций"))
    };
    let apart = |word: &Token| {
        word.digits().is_some()
            || word.sign().is_some_and(|sign| "«»\"“”".contains(sign))
            || is_one_of!(
                word,
                "раз|раза|рет|times|once|twice|екі|два|две|три|занятий|участников|средн*|average"
            )
    };
    (counts(list.first()) || counts(list.last())) && !list.iter().any(apart)
}

fn leads(word: &Token) -> bool {
    is_one_of!(word, "в|за|per|a")
}

fn closes(list: &[Token], next: usize) -> bool {
    let Some(after) = list.get(next) else { return true };
    sign_at(list, next).is_some() || is_one_of!(after, "в|во|на|по|с|со|для|не|от|in|on|at|for|with|by")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_told_from_words_that_leave_it_open() {
        for (name, every) in [
            ("Количество постов в месяц", Frequency::Month),
            ("Количество постов в неделю", Frequency::Week),
            ("Айына жарияланатын посттар саны", Frequency::Month),
            ("Number of posts per month", Frequency::Month),
        ] {
            assert_eq!(often_in_name(name), Ok(Some(every)), "{name}");
        }
        for (name, words) in [
            ("Ежемесячный отчёт", "Ежемесячный"),
            ("Посты (ежемесячно)", "ежемесячно"),
            ("Ай сайын пост жариялау", "Ай сайын"),
            ("Monthly newsletter", "Monthly"),
            ("Посты (в месяц)", "в месяц"),
            ("Занятия 2 раза в неделю", "в неделю"),
            ("Марафон «Одно доброе дело в день»", "в день"),
        ] {
            assert_eq!(often_in_name(name), Err(words.to_owned()), "{name}");
        }
        for name in [
            "Ежедневники",
            "Ежегодный форум",
            "Акции в неделю добра",
            "Балалар айына арналған шара",
            "Отчёт до 25 числа каждого месяца",
            "Photo of the month",
        ] {
            assert_eq!(often_in_name(name), Ok(None), "{name}");
        }
    }
}
