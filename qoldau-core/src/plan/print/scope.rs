//! "From each event", "every month" in words.

use super::Voice;
use crate::language::Language;
use crate::plan::{Each, EachOf, Frequency, ScopeFrom};

/// The frequency: «ай сайын», «ежемесячно», "every month".
pub(super) const fn frequency(every: Frequency, language: Language) -> &'static str {
    match (language, every) {
        (Language::Kazakh, Frequency::Day) => "күн сайын",
        (Language::Kazakh, Frequency::Week) => "апта сайын",
        (Language::Kazakh, Frequency::Month) => "ай сайын",
        (Language::Kazakh, Frequency::Quarter) => "тоқсан сайын",
        (Language::Kazakh, Frequency::HalfYear) => "жарты жыл сайын",
        (Language::Kazakh, Frequency::Year) => "жыл сайын",
        (Language::Russian, Frequency::Day) => "ежедневно",
        (Language::Russian, Frequency::Week) => "еженедельно",
        (Language::Russian, Frequency::Month) => "ежемесячно",
        (Language::Russian, Frequency::Quarter) => "ежеквартально",
        (Language::Russian, Frequency::HalfYear) => "каждое полугодие",
        (Language::Russian, Frequency::Year) => "ежегодно",
        (Language::English, Frequency::Day) => "every day",
        (Language::English, Frequency::Week) => "every week",
        (Language::English, Frequency::Month) => "every month",
        (Language::English, Frequency::Quarter) => "every quarter",
        (Language::English, Frequency::HalfYear) => "every half-year",
        (Language::English, Frequency::Year) => "every year",
    }
}

/// The scope, when it stands in the value; one in the line's name is said by the name.
pub(super) fn each(each: Option<&Each>, voice: Voice) -> Option<String> {
    let each = each.filter(|each| each.from == ScopeFrom::Value)?;
    let count = each.count.map(|count| voice.amount(count));
    Some(match voice.language {
        Language::Kazakh => kazakh(each.of, count.as_deref()),
        Language::Russian => russian(each.of, count.as_deref()),
        Language::English => english(each.of, count.as_deref()),
    })
}

fn kazakh(of: EachOf, count: Option<&str>) -> String {
    // Of each, and "of so many, from each of them".
    let (each, genitive, of_them) = match of {
        EachOf::Event => ("әр шарадан", "шараның", "әрқайсысынан"),
        EachOf::Place => ("әр жерде", "жердің", "әрқайсысында"),
        EachOf::Person => ("әр адамға", "адамның", "әрқайсысына"),
        EachOf::Organisation => ("әр ұйымнан", "ұйымның", "әрқайсысынан"),
        EachOf::Channel => ("әр арнада", "арнаның", "әрқайсысында"),
        EachOf::Item => ("әрқайсысына", "бірліктің", "әрқайсысына"),
    };
    count.map_or_else(|| each.into(), |count| format!("{count} {genitive} {of_them}"))
}

fn russian(of: EachOf, count: Option<&str>) -> String {
    let (each, one, many) = match of {
        EachOf::Event => ("с каждого", "мероприятия", "мероприятий"),
        EachOf::Place => ("в каждом", "месте", "мест"),
        EachOf::Person => ("на каждого", "человека", "человек"),
        EachOf::Organisation => ("от каждой", "организации", "организаций"),
        EachOf::Channel => ("в каждом", "канале", "каналов"),
        EachOf::Item => ("на каждую", "единицу", "единиц"),
    };
    count.map_or_else(|| format!("{each} {one}"), |count| format!("{each} из {count} {many}"))
}

fn english(of: EachOf, count: Option<&str>) -> String {
    let (one, many) = match of {
        EachOf::Event => ("event", "events"),
        EachOf::Place => ("place", "places"),
        EachOf::Person => ("person", "people"),
        EachOf::Organisation => ("organisation", "organisations"),
        EachOf::Channel => ("channel", "channels"),
        EachOf::Item => ("item", "items"),
    };
    count.map_or_else(|| format!("per {one}"), |count| format!("for each of {count} {many}"))
}
