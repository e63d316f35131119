//! Month names and their forms.

use super::Language;
use super::kazakh::{Case, ending};

/// A month as a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthWord {
    /// 1 to 12.
    pub month: u32,
    /// Its Kazakh case; nominative for Russian and English words.
    pub case: Case,
}

const KAZAKH: [&str; 12] = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
];

/// Further stems: қыркүйек softens before a vowel, and keyboards without Kazakh letters.
const KAZAKH_STEMS: [(&str, u32); 9] = [
    ("қыркүйег", 9),
    ("кантар", 1),
    ("акпан", 2),
    ("сауір", 4),
    ("сауир", 4),
    ("шилде", 7),
    ("кыркуйек", 9),
    ("казан", 10),
    ("караша", 11),
];

const KAZAKH_SHORT: [&str; 12] =
    ["қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар", "жел"];

const RUSSIAN: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

const RUSSIAN_GENITIVE: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// Russian stems; the endings of all cases follow.
const RUSSIAN_STEMS: [&str; 12] = [
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
];

const RUSSIAN_ENDINGS: [&str; 9] = ["", "ь", "й", "я", "а", "е", "ю", "у", "ем"];

const RUSSIAN_SHORT: [(&str, u32); 14] = [
    ("янв", 1),
    ("фев", 2),
    ("февр", 2),
    ("мар", 3),
    ("апр", 4),
    ("июн", 6),
    ("июл", 7),
    ("авг", 8),
    ("сен", 9),
    ("сент", 9),
    ("окт", 10),
    ("ноя", 11),
    ("нояб", 11),
    ("дек", 12),
];

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The place of a month's name in a table of twelve, as the month's number.
fn number_of(table: &[&str; 12], fits: impl Fn(&str) -> bool) -> Option<u32> {
    (1_u32..).zip(table).find(|(_, name)| fits(name)).map(|(month, _)| month)
}

/// Reads one word, folded and in lower case, as a month in any form of the three languages.
///
/// Some of the words have other meanings (маусым is a season, қазан a cauldron): ask only where a month can stand.
#[must_use]
pub fn month_of(word: &str) -> Option<MonthWord> {
    // Most words that are asked about begin like no month, and the tables are long.
    if !word.is_ascii() && !begins_like_a_month(word) {
        return None;
    }
    kazakh_month(word).or_else(|| {
        russian_month(word)
            .or_else(|| english_month(word))
            .map(|month| MonthWord { month, case: Case::Nominative })
    })
}

/// Whether the first two letters are those of a Kazakh or Russian month.
fn begins_like_a_month(word: &str) -> bool {
    const TWO_LETTERS: usize = 4;
    matches!(
        word.get(..TWO_LETTERS),
        Some(
            "қа" | "ақ"
                | "на"
                | "сә"
                | "ма"
                | "ші"
                | "та"
                | "қы"
                | "же"
                | "ка"
                | "ак"
                | "са"
                | "ши"
                | "кы"
                | "ян"
                | "фе"
                | "ап"
                | "ию"
                | "ав"
                | "се"
                | "ок"
                | "но"
                | "де"
        )
    )
}

fn kazakh_month(word: &str) -> Option<MonthWord> {
    let stems = (1_u32..).zip(KAZAKH).map(|(month, stem)| (stem, month)).chain(KAZAKH_STEMS);
    let found = stems.into_iter().find_map(|(stem, month)| {
        word.strip_prefix(stem).and_then(ending).map(|case| MonthWord { month, case })
    });
    found.or_else(|| {
        number_of(&KAZAKH_SHORT, |short| short == word)
            .map(|month| MonthWord { month, case: Case::Nominative })
    })
}

fn russian_month(word: &str) -> Option<u32> {
    let full = number_of(&RUSSIAN_STEMS, |stem| {
        let ends = word.strip_prefix(stem).is_some_and(|rest| RUSSIAN_ENDINGS.contains(&rest));
        ends && word.chars().count() > 2
    });
    full.or_else(|| RUSSIAN_SHORT.iter().find(|(short, _)| *short == word).map(|(_, month)| *month))
}

fn english_month(word: &str) -> Option<u32> {
    let is = |name: &str| name.eq_ignore_ascii_case(word);
    number_of(&ENGLISH, |name| is(name) || name.get(..3).is_some_and(is)).or_else(|| is("sept").then_some(9))
}

/// The name of a month as it stands alone: «маусым», «июнь», "June". Empty when there is no such month.
#[must_use]
pub fn month_name(month: u32, language: Language) -> &'static str {
    let table = match language {
        Language::Kazakh => &KAZAKH,
        Language::Russian => &RUSSIAN,
        Language::English => &ENGLISH,
    };
    name_in(table, month)
}

fn name_in(table: &'static [&'static str; 12], month: u32) -> &'static str {
    (1_u32..).zip(table).find(|(number, _)| *number == month).map_or("", |(_, name)| name)
}

/// The name of a month after a day: «10 маусым», «10 июня», "June 10".
#[must_use]
pub fn month_of_day(month: u32, language: Language) -> &'static str {
    match language {
        Language::Russian => name_in(&RUSSIAN_GENITIVE, month),
        _ => month_name(month, language),
    }
}

/// The Kazakh dative of a month: «маусымға», as before «дейін». Empty when there is no such month.
#[must_use]
pub fn kazakh_dative(month: u32) -> String {
    with_ending(month, |month| match month {
        4 | 7 => "ге",
        9 => "ке",
        _ => "ға",
    })
}

/// The Kazakh ablative of a month: «маусымнан», as before «бастап». Empty when there is no such month.
#[must_use]
pub fn kazakh_ablative(month: u32) -> String {
    with_ending(month, |month| match month {
        2 | 6 | 10 | 12 => "нан",
        4 | 7 => "ден",
        9 => "тен",
        _ => "дан",
    })
}

/// The Kazakh locative of a month: «маусымда», "in June". Empty when there is no such month.
#[must_use]
pub fn kazakh_locative(month: u32) -> String {
    with_ending(month, |month| match month {
        4 | 7 => "де",
        9 => "те",
        _ => "да",
    })
}

fn with_ending(month: u32, ending: impl Fn(u32) -> &'static str) -> String {
    let name = month_name(month, Language::Kazakh);
    if name.is_empty() { String::new() } else { format!("{name}{}", ending(month)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of the reference: nominative, genitive, dative, locative, ablative, attributive.
    const TABLE: [[&str; 6]; 12] = [
        ["қаңтар", "қаңтардың", "қаңтарға", "қаңтарда", "қаңтардан", "қаңтардағы"],
        ["ақпан", "ақпанның", "ақпанға", "ақпанда", "ақпаннан", "ақпандағы"],
        ["наурыз", "наурыздың", "наурызға", "наурызда", "наурыздан", "наурыздағы"],
        ["сәуір", "сәуірдің", "сәуірге", "сәуірде", "сәуірден", "сәуірдегі"],
        ["мамыр", "мамырдың", "мамырға", "мамырда", "мамырдан", "мамырдағы"],
        ["маусым", "маусымның", "маусымға", "маусымда", "маусымнан", "маусымдағы"],
        ["шілде", "шілденің", "шілдеге", "шілдеде", "шілдеден", "шілдедегі"],
        ["тамыз", "тамыздың", "тамызға", "тамызда", "тамыздан", "тамыздағы"],
        ["қыркүйек", "қыркүйектің", "қыркүйекке", "қыркүйекте", "қыркүйектен", "қыркүйектегі"],
        ["қазан", "қазанның", "қазанға", "қазанда", "қазаннан", "қазандағы"],
        ["қараша", "қарашаның", "қарашаға", "қарашада", "қарашадан", "қарашадағы"],
        ["желтоқсан", "желтоқсанның", "желтоқсанға", "желтоқсанда", "желтоқсаннан", "желтоқсандағы"],
    ];

    #[test]
    fn every_month_begins_like_one() {
        let stems = KAZAKH_STEMS.iter().chain(&RUSSIAN_SHORT).map(|(stem, _)| *stem);
        let names = [KAZAKH, KAZAKH_SHORT, RUSSIAN, RUSSIAN_GENITIVE, RUSSIAN_STEMS].concat();
        for word in stems.chain(names) {
            assert!(begins_like_a_month(word), "{word}");
        }
    }

    #[test]
    fn kazakh_forms_are_read_and_made() {
        let cases =
            [Case::Nominative, Case::Genitive, Case::Dative, Case::Locative, Case::Ablative, Case::Locative];
        for (month, forms) in (1_u32..).zip(TABLE) {
            for (form, case) in forms.iter().zip(cases) {
                assert_eq!(month_of(form), Some(MonthWord { month, case }), "{form}");
            }
            assert_eq!(kazakh_dative(month), forms[2]);
            assert_eq!(kazakh_locative(month), forms[3]);
            assert_eq!(kazakh_ablative(month), forms[4]);
        }
        for (form, month) in [("шілдесінен", 7), ("тамызына", 8), ("ақпанындағы", 2), ("қыркүйегіне", 9)]
        {
            assert_eq!(month_of(form).map(|word| word.month), Some(month), "{form}");
        }
    }

    #[test]
    fn russian_and_english_forms_are_read() {
        for language in [Language::Russian, Language::English] {
            for month in 1..=12 {
                for name in [month_name(month, language), month_of_day(month, language)] {
                    assert_eq!(month_of(&name.to_lowercase()).map(|word| word.month), Some(month), "{name}");
                }
            }
        }
        for (form, month) in
            [("октябре", 10), ("мае", 5), ("маю", 5), ("сентябрем", 9), ("sept", 9), ("нояб", 11)]
        {
            assert_eq!(month_of(form).map(|word| word.month), Some(month), "{form}");
        }
        for other in ["ма", "марш", "материал", "маусымдық", "казахстан", "июльский", "marathon", ""]
        {
            assert_eq!(month_of(other), None, "{other}");
        }
        assert_eq!(month_name(13, Language::Kazakh), "");
    }
}
