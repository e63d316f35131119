//! "From each event", "every month": what a number holds for, and how often.

use super::comparator;
use super::number::quantity;
use super::token::Token;
use super::vocabulary::{longest, phrase, phrase_at};
use crate::language::pattern::table;
use crate::plan::{EachOf, Frequency};
use crate::value::Amount;

/// What people say each of, in Kazakh.
const KAZAKH_NOUNS: [(&str, EachOf); 5] = [
    (
        "шара+|іс - шара+|семинар+|тренинг+|кездесу+|форум+|фестиваль+|жиын+|дәріс+|акция+|сабақ+|жарыс+|фокус - топ+",
        EachOf::Event,
    ),
    ("жер+|қала+|аудан+|ауыл+|округ+|облыс+|өңір+|аймақ+|аймағ+|елді мекен+|орын+|орн+", EachOf::Place),
    ("адам+|қатысушы+|волонтер+|студент+|оқушы+|маман+|қызметкер+|тұлға+|бала+", EachOf::Person),
    (
        "ұйым+|мекеме+|мектеп+|мектеб+|колледж+|университет+|топ+|тоб+|бірлестік+|бірлестіг+|жоо",
        EachOf::Organisation,
    ),
    ("арна+|желі+|әлеуметтік желі+|парақша+|платформа+", EachOf::Channel),
];

/// The same in Russian; the pattern of an item is for counted things.
const RUSSIAN_NOUNS: [(&str, EachOf); 6] = [
    (
        "мероприяти=|событи=|семинар=|тренинг=|встреч=|форум=|фестивал=|лекци=|акци=|заняти=|соревновани=|фокус - групп=",
        EachOf::Event,
    ),
    ("мест=|город=|район=|сел=|округ=|област=|регион=|населен* пункт=|площадк=", EachOf::Place),
    (
        "человек=|участник=|волонтер=|студент=|школьник=|специалист=|сотрудник=|ребенок|ребенк=",
        EachOf::Person,
    ),
    ("организаци=|учреждени=|школ=|колледж=|вуз=|университет=|групп=|объединени=|нпо", EachOf::Organisation),
    ("канал=|сет=|соцсет=|социальн* сет=|страниц=|платформ=", EachOf::Channel),
    ("единиц=|экземпляр=|пост=|материал=", EachOf::Item),
];

/// The same in English.
const ENGLISH_NOUNS: [(&str, EachOf); 6] = [
    (
        "event|events|seminar|seminars|training|trainings|workshop|workshops|meeting|meetings|focus - group|focus - groups",
        EachOf::Event,
    ),
    (
        "place|places|city|cities|district|districts|village|villages|region|regions|settlement|settlements",
        EachOf::Place,
    ),
    ("person|people|participant|participants|volunteer|volunteers|student|students", EachOf::Person),
    (
        "organisation|organisations|organization|organizations|school|schools|college|colleges|university|universities|group|groups|ngo|ngos",
        EachOf::Organisation,
    ),
    (
        "channel|channels|network|networks|social network|social networks|page|pages|platform|platforms",
        EachOf::Channel,
    ),
    ("item|items|post|posts", EachOf::Item),
];

/// Words that mean "each" with a noun after them.
const KAZAKH_EACH: &str = "әр|әрбір";
const RUSSIAN_EACH: &str = "каждого|каждой|каждое|каждом|каждую|каждый|каждая|каждому";
const ENGLISH_EACH: &str = "each|every|per";
/// Words that say "each", whatever stands after them.
const EACH: &str = "әр|әрбір*|әрқайсы*|кажд*|each|every|per";
/// «Әрбірінде», «әрқайсысынан»: each of what stands before.
const EACH_OF_THEM: [&str; 2] = ["әрбір", "әрқайсы"];
/// Words that may stand between "each" and its noun, or lead to it.
const RUSSIAN_LEADS: &str = "с|со|от|на|в|во|по|для|из|за|к";
const ENGLISH_LEADS: &str = "for|from|of|in|at|to|on";
/// What may follow a Kazakh scope without a meaning of its own: «әр шара бойынша».
const KAZAKH_TAILS: &str = "бойынша|үшін|кезінде|сайын";

const FREQUENCIES: [(&str, Frequency); 6] = [
    (
        "әр күн сайын|күн сайын|күн сайынғы|күніне|күнделікті|күнделік|әр күні|ежедневно|ежедневн*|каждый день|в день|за день|в сутки|daily|every day|each day|per day|a day",
        Frequency::Day,
    ),
    (
        "әр апта сайын|апта сайын|апта сайынғы|аптасына|әр аптада|әр апта|еженедельно|еженедельн*|каждую неделю|в неделю|в нед.|за неделю|weekly|every week|each week|per week|a week",
        Frequency::Week,
    ),
    (
        "әр ай сайын|ай сайын|ай сайынғы|айына|әр айда|әр айдың|әр айға|ежемесячно|ежемесячн*|каждый месяц|каждого месяца|в месяц|в мес.|за месяц|monthly|every month|each month|per month|a month|of every month|of each month|of the month",
        Frequency::Month,
    ),
    (
        "әр тоқсан сайын|тоқсан сайын|тоқсан сайынғы|тоқсанына|әр тоқсанда|ежеквартально|ежеквартальн*|каждый квартал|каждого квартала|в квартал|за квартал|quarterly|every quarter|each quarter|per quarter|a quarter",
        Frequency::Quarter,
    ),
    (
        "әр жарты жыл сайын|жарты жыл сайын|жарты жыл сайынғы|жарты жылда|әр жарты жылда|жарты жылына|әр жартыжылдық сайын|жартыжылдық сайын|жартыжылдықта|әр жартыжылдықта|жартыжылдығына|каждое полугодие|каждые полгода|каждого полугодия|каждые шесть месяцев|каждые 6 месяцев|в полугодие|в полгода|в шесть месяцев|за полугодие|за полгода|half - yearly|every half - year|each half - year|per half - year|every half year|every six months|every 6 months|semi - annually|semiannually",
        Frequency::HalfYear,
    ),
    (
        "әр жыл сайын|жыл сайын|жыл сайынғы|жылына|әр жылы|ежегодно|ежегодн*|каждый год|каждого года|в год|за год|yearly|annually|every year|each year|per year|a year",
        Frequency::Year,
    ),
];

/// Beginnings of the words of which every scope has one.
const SIGNS: [&str; 6] = ["әр", "сайын", "кажд", "each", "every", "per"];

/// Whether a word can belong to a scope: without any such word a name has none, and most names have none.
pub(crate) fn may_say_each(token: &Token) -> bool {
    token.spellings().any(|word| SIGNS.iter().any(|sign| word.starts_with(sign)))
}

/// Kazakh words for a time in which something is done so often; elsewhere they say when («маусым айында»).
const LOCATIVES: [(&str, Frequency); 4] = [
    ("күнде", Frequency::Day),
    ("аптада", Frequency::Week),
    ("айда|айында", Frequency::Month),
    ("жылда", Frequency::Year),
];

/// The frequency that begins at a token, with the token after it.
pub(crate) fn frequency(tokens: &[Token], at: usize) -> Option<(Frequency, usize)> {
    longest!(tokens, at, FREQUENCIES).or_else(|| locative(tokens, at))
}

/// «Аптада 2 пост», «2 рет айда»: nothing stands before that says which week, and a number stands beside.
fn locative(tokens: &[Token], at: usize) -> Option<(Frequency, usize)> {
    let (every, next) = longest!(tokens, at, LOCATIVES)?;
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    if before.is_some_and(|token| token.is("рет")) {
        return tokens.get(next).is_none_or(|token| token.sign().is_some()).then_some((every, next));
    }
    let opens = before.is_none_or(|token| matches!(token.sign(), Some(',' | ';' | ':' | '(' | '•' | '-')))
        || tokens.get(at).is_some_and(|token| token.line);
    let number_at = comparator::before(tokens, next).map_or(next, |(_, next)| next);
    let counts =
        quantity(tokens, number_at).is_some_and(|(number, _)| !number.is_year() && !number.clock_like);
    (opens && counts).then_some((every, next))
}

/// What a noun names that people say each of, with the token after it.
pub(crate) fn noun_at(tokens: &[Token], at: usize) -> Option<(EachOf, usize)> {
    longest!(tokens, at, KAZAKH_NOUNS)
        .or_else(|| longest!(tokens, at, RUSSIAN_NOUNS))
        .or_else(|| longest!(tokens, at, ENGLISH_NOUNS))
}

/// The token after a Kazakh noun that people say each of.
pub(crate) fn kazakh_noun(tokens: &[Token], at: usize) -> Option<usize> {
    longest!(tokens, at, KAZAKH_NOUNS).map(|(_, next)| next)
}

/// The scope that begins at a token, with the token after it.
pub(crate) fn scope(tokens: &[Token], at: usize) -> Option<(EachOf, usize)> {
    kazakh_scope(tokens, at).or_else(|| led_scope(tokens, at))
}

/// «Әр шарадан», «әрбір іс-шара бойынша», «шара сайын», «әрқайсысына».
fn kazakh_scope(tokens: &[Token], at: usize) -> Option<(EachOf, usize)> {
    if let Some(noun) = phrase_at!(tokens, at, KAZAKH_EACH) {
        let (of, next) = longest!(tokens, noun, KAZAKH_NOUNS)?;
        return Some((of, phrase_at!(tokens, next, KAZAKH_TAILS).unwrap_or(next)));
    }
    if of_them(tokens, at) {
        return Some((EachOf::Item, at.saturating_add(1)));
    }
    let (of, next) = longest!(tokens, at, KAZAKH_NOUNS)?;
    phrase(tokens, next, "сайын").map(|next| (of, next))
}

/// Russian and English: a lead or not, "each", and the noun.
fn led_scope(tokens: &[Token], at: usize) -> Option<(EachOf, usize)> {
    let each = phrase_at!(tokens, at, RUSSIAN_LEADS).unwrap_or(at);
    if let Some(noun) = phrase_at!(tokens, each, RUSSIAN_EACH) {
        return longest!(tokens, noun, RUSSIAN_NOUNS);
    }
    let each = phrase_at!(tokens, at, ENGLISH_LEADS).unwrap_or(at);
    let noun = phrase_at!(tokens, each, ENGLISH_EACH)?;
    longest!(tokens, noun, ENGLISH_NOUNS)
}

/// «На одном», «одного», «бір»: the token after a word for one of something, which may be each of them.
pub(crate) fn one_of(tokens: &[Token], at: usize) -> Option<usize> {
    phrase_at!(
        tokens,
        at,
        "на одном|на одно|на одну|на одной|за одно|за одну|одного|одной|бір|at one|per one"
    )
}

/// Whether a word for an event begins at a token.
pub(crate) fn names_event(tokens: &[Token], at: usize) -> bool {
    noun_at(tokens, at).is_some_and(|(of, _)| of == EachOf::Event)
}

fn of_them(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        token.spellings().any(|word| {
            EACH_OF_THEM.iter().any(|stem| word.strip_prefix(stem).is_some_and(|rest| !rest.is_empty()))
        })
    })
}

/// A scope with its number, «с каждого из 7 мероприятий», "for each of 7 events", «7 округтің әрбірінде», with the
/// token after it.
pub(crate) fn counted(tokens: &[Token], at: usize) -> Option<((EachOf, Amount), usize)> {
    let (count, of, next) = if let Some(number_at) = number_of_led(tokens, at) {
        let (count, next) = quantity(tokens, number_at)?;
        let (of, next) =
            longest!(tokens, next, RUSSIAN_NOUNS).or_else(|| longest!(tokens, next, ENGLISH_NOUNS))?;
        (count, of, next)
    } else {
        let (count, next) = quantity(tokens, at)?;
        let (of, next) = owner(tokens, next)?;
        (count, of, next)
    };
    Some(((of, count.value), next))
}

/// Where the number of a Russian or English scope stands: after "each of".
fn number_of_led(tokens: &[Token], at: usize) -> Option<usize> {
    let lead = phrase_at!(tokens, at, RUSSIAN_LEADS).or_else(|| phrase_at!(tokens, at, ENGLISH_LEADS));
    let each = lead.unwrap_or(at);
    let russian = phrase_at!(tokens, each, RUSSIAN_EACH).and_then(|of| phrase(tokens, of, "из"));
    let english = || phrase_at!(tokens, each, ENGLISH_EACH).and_then(|of| phrase(tokens, of, "of"));
    let number = russian.or_else(english)?;
    Some(phrase(tokens, number, "the").unwrap_or(number))
}

/// «Округінің әрбірінде»: a noun in the genitive, and each of them.
fn owner(tokens: &[Token], at: usize) -> Option<(EachOf, usize)> {
    let item = tokens.get(at)?.is("бірлік+").then(|| (EachOf::Item, at.saturating_add(1)));
    let (of, next) = longest!(tokens, at, KAZAKH_NOUNS).or(item)?;
    let owner = tokens.get(next.checked_sub(1)?)?;
    let genitive = owner
        .spellings()
        .any(|word| ["ның", "нің", "дың", "дің", "тың", "тің"].iter().any(|ending| word.ends_with(ending)));
    (genitive && of_them(tokens, next)).then(|| (of, next.saturating_add(1)))
}

/// Whether a word says "each" without a noun that is known: its number must not be taken for a total.
pub(crate) fn says_each(word: &str) -> bool {
    table!(&[(EACH, ())]).phrases().fitting(word).next().is_some()
}
