//! The words of units: how contracts write them, and which of the product's nouns prints them.

mod head;

pub(crate) use self::head::{adjunct, stands_beside};
use super::grammar::token::{Numbers, Token, tokens};
use super::grammar::vocabulary::{all_of, is_one_of};
use super::{UnitCode, UnitWord};
use crate::language::pattern::table;
use crate::language::{Language, Plural, format_amount, plural, unit_after};
use crate::value::Amount;

/// What a Russian noun stands after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Governed {
    /// A bare number: «2 поста».
    Count,
    /// "At least", "about" …: «не менее 2 постов».
    Genitive,
    /// "By": «на 1 публикацию».
    Accusative,
}

/// The printed noun of a unit after an amount; nothing for what has no noun of its own.
pub(crate) fn noun(code: UnitCode, amount: Amount, governed: Governed, language: Language) -> &'static str {
    let of_one = language == Language::Russian && plural(amount, language) == Plural::One;
    let irregular = IRREGULAR.iter().find(|(unit, _)| *unit == code).map(|(_, forms)| *forms);
    match (governed, irregular) {
        (Governed::Genitive, Some([genitive, _])) if of_one => genitive,
        (Governed::Accusative, Some([_, accusative])) if of_one => accusative,
        // «Не менее 1 поста», «не менее 2 постов»: the genitive of one is the form after 2, of more that after 5.
        (Governed::Genitive, None) if of_one => after(code, 2.into(), language),
        (Governed::Genitive, _) if language == Language::Russian && amount.is_whole() => {
            after(code, 5.into(), language)
        }
        _ => after(code, amount, language),
    }
}

fn after(code: UnitCode, amount: Amount, language: Language) -> &'static str {
    unit_after(amount, code.key(), language).unwrap_or_default()
}

/// The noun that stands without a number, as before a colon.
pub(crate) fn lone_noun(code: UnitCode, language: Language) -> &'static str {
    match (code, language) {
        // The sign of the tenge needs its number.
        (UnitCode::Tenge, Language::Kazakh) => "теңге",
        (UnitCode::Tenge, Language::Russian) => "тенге",
        (UnitCode::Tenge, Language::English) => "tenge",
        _ => after(code, Amount::ONE, language),
    }
}

/// Russian forms that do not follow from those after numbers: "of one" where the noun has an adjective, "by one" of
/// feminine nouns.
const IRREGULAR: [(UnitCode, [&str; 2]); 9] = [
    (UnitCode::Organisation, ["организации", "организацию"]),
    (UnitCode::PersonOrOrganisation, ["организации/человека", "организацию/человека"]),
    (UnitCode::FocusGroup, ["фокус-группы", "фокус-группу"]),
    (UnitCode::Publication, ["публикации", "публикацию"]),
    (UnitCode::Nomination, ["номинации", "номинацию"]),
    (UnitCode::Piece, ["штуки", "штуку"]),
    (UnitCode::PrintedSheet, ["печатного листа", "печатный лист"]),
    (UnitCode::WorkingDay, ["рабочего дня", "рабочий день"]),
    (UnitCode::Settlement, ["населённого пункта", "населённый пункт"]),
];

/// The words a unit is written with, in Kazakh, Russian and English; several are joined by `|`.
struct Words {
    code: UnitCode,
    /// Its own nouns: a unit written so is printed in any language.
    nouns: [&'static str; 3],
    /// Narrower words: recognised, and printed as they stand.
    others: [&'static str; 3],
}

const fn words(code: UnitCode, nouns: [&'static str; 3], others: [&'static str; 3]) -> Words {
    Words { code, nouns, others }
}

use UnitCode as U;

const WORDS: [Words; 32] = [
    words(
        U::Person,
        ["адам+", "человек=|чел.", "person|persons|people"],
        [
            "қатысушы+|тұлға+|оқушы+|студент+|тыңдаушы+|тұрғын+|қызметкер+|маман+|жасөспірім+|жастар+|бенефициар+|өкіл+|бала+|балалар+|азамат+",
            "участник=|участниц=|лиц|лица|студент=|школьник=|учащихся|слушател=|жител=|сотрудник=|работник=|специалист=|бенефициар=|представител=|детей|подрост=|граждан=|гражданин=",
            "participant|participants|student|students|pupil|pupils|beneficiary|beneficiaries|specialist|specialists|employee|employees|resident|residents|citizen|citizens",
        ],
    ),
    words(
        U::Volunteer,
        ["волонтер+", "волонтер=", "volunteer|volunteers"],
        ["", "доброволец|доброволец=|добровольц=", ""],
    ),
    words(
        U::Organisation,
        ["ұйым+", "организаци=", "organisation|organisations|organization|organizations"],
        [
            "мекеме+|үеұ|бірлестік+|бірлестіг+",
            "учреждени=|объединени=|нпо",
            "institution|institutions|ngo|ngos",
        ],
    ),
    words(
        U::Event,
        ["шара+|іс - шара+", "мероприяти=|событи=", "event|events"],
        [
            "семинар+|тренинг+|кездесу+|форум+|фестиваль+|жиын+|дәріс+|акция+",
            "семинар=|тренинг=|встреч=|акци=|форум=|фестивал=|лекци=|заняти=",
            "seminar|seminars|training|trainings|meeting|meetings|workshop|workshops|forum|forums|lecture|lectures",
        ],
    ),
    words(
        U::FocusGroup,
        ["фокус - топтық талқылау+|фокус - топ+", "фокус - групп=", "focus - group|focus - groups"],
        ["", "", "focus - group discussion|focus - group discussions"],
    ),
    words(U::Post, ["пост+", "пост=", "post|posts"], ["", "", ""]),
    words(
        U::Publication,
        ["жарияланым+", "публикаци=", "publication|publications"],
        ["мақала+", "статья|стать=|статей", "article|articles"],
    ),
    words(U::Letter, ["хат+", "письм=|писем", "letter|letters"], ["", "", ""]),
    words(U::List, ["тізім+", "список|списк=", "list|lists"], ["", "", ""]),
    words(U::Document, ["құжат+", "документ=", "document|documents"], ["", "", ""]),
    words(U::Act, ["акт+|акті+", "акт=", "act|acts"], ["", "", ""]),
    words(
        U::Photo,
        ["фото+", "фото", "photo|photos"],
        ["фотосурет+|сурет+", "фотографи=|снимок|снимк=", "photograph|photographs|picture|pictures"],
    ),
    words(
        U::Video,
        ["видео+", "видео", "video|videos"],
        ["бейне+|бейнежазба+|бейнеролик+|видеоролик+", "видеоролик=|ролик=", "video clip|video clips"],
    ),
    words(U::Audio, ["аудио+|аудиоролик+", "аудио|аудиоролик=", "audio clip|audio clips"], ["", "", "audio"]),
    words(
        U::Material,
        ["материал+", "материал=", "material|materials"],
        [
            "буклет+|брошюра+|плакат+|баннер+",
            "буклет=|брошюр=|листовк=|листовок|плакат=|баннер=",
            "booklet|booklets|brochure|brochures|leaflet|leaflets|flyer|flyers|handout|handouts",
        ],
    ),
    words(U::Copy, ["дана+", "экземпляр=|экз.", "copy|copies"], ["", "", ""]),
    words(
        U::Piece,
        ["бірлік+|бірліг+", "единиц=|ед.|шт.|штук=", "piece|pieces"],
        ["", "", "pcs.|pc.|unit|units"],
    ),
    words(U::Set, ["жинақ+|жинағ+", "комплект=", "set|sets"], ["жиынтық+|жиынтығ+", "набор=", "kit|kits"]),
    words(
        U::PrintedSheet,
        ["баспа табақ+", "печатн* лист=|п. л.", "printed sheet|printed sheets"],
        ["", "", ""],
    ),
    words(U::Time, ["рет+", "раз|раза|дважды|трижды|однажды", "time|times|once|twice|thrice"], ["", "", ""]),
    words(
        U::WorkingDay,
        ["жұмыс күн+", "рабоч* день|рабоч* дн=|рабоч* дней|раб. дн.", "working day|working days"],
        ["", "", "business day|business days"],
    ),
    words(U::Hour, ["сағат+", "час|часа|часов|ч.", "hour|hours"], ["", "", ""]),
    words(U::Day, ["күн+", "день|дня|дней|дн.", "day|days"], ["", "", ""]),
    words(U::Month, ["ай+", "месяц=|мес.", "month|months"], ["", "", ""]),
    words(
        U::YearOfAge,
        ["жас|жасқа|жастан|жастағы", "лет|год|года", "year of age|years of age"],
        ["", "", "year old|years old|years"],
    ),
    words(
        U::Settlement,
        ["елді мекен+", "населен* пункт=", "settlement|settlements"],
        ["ауыл+", "сел|село|села|поселк=|поселок", "village|villages"],
    ),
    words(U::City, ["қала+", "город=", "city|cities"], ["", "", "town|towns"]),
    words(U::District, ["аудан+", "район=", "district|districts"], ["округ+", "округ=", ""]),
    words(U::Project, ["жоба+", "проект=", "project|projects"], ["", "", ""]),
    words(U::Grant, ["грант+", "грант=", "grant|grants"], ["", "", ""]),
    words(
        U::Nomination,
        ["аталым+", "номинаци=", "nomination|nominations"],
        ["номинация+", "", "category|categories"],
    ),
    words(U::Tenge, ["теңге+|₸", "тенге|тг.", "tenge|kzt"], ["", "", ""]),
];

/// What a word of a unit says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Meaning {
    code: UnitCode,
    /// Its head stands last in a phrase (Kazakh, English) rather than first (Russian).
    head_last: bool,
    /// The word is the unit's own noun.
    own: bool,
}

/// The rows of [`WORDS`] column by column.
#[expect(clippy::indexing_slicing, reason = "taken apart when the crate is built")]
const COLUMNS: [(&str, Meaning); 6 * WORDS.len()] = {
    let meaning = Meaning { code: UnitCode::Other, head_last: false, own: false };
    let (mut columns, mut row) = ([("", meaning); 6 * WORDS.len()], 0);
    while row < WORDS.len() {
        let Words { code, nouns: [kk, ru, en], others: [kk_other, ru_other, en_other] } = WORDS[row];
        let all = [
            (kk, true, true),
            (ru, false, true),
            (en, true, true),
            (kk_other, true, false),
            (ru_other, false, false),
            (en_other, true, false),
        ];
        let mut column = 0;
        while column < all.len() {
            let (patterns, head_last, own) = all[column];
            columns[6 * row + column] = (patterns, Meaning { code, head_last, own });
            column += 1;
        }
        row += 1;
    }
    columns
};

/// The units that the longest unit word that begins at a token can be of, with the token after it.
fn unit_at(list: &[Token], at: usize) -> (Vec<Meaning>, usize) {
    let (mut longest, mut units) = (at, Vec::new());
    let words = table!(&COLUMNS);
    for (place, end) in all_of(list, at, words.phrases()) {
        if end > longest {
            longest = end;
            units.clear();
        }
        if end == longest {
            units.extend(words.meanings.get(place));
        }
    }
    (units, longest)
}

/// The token after the longest unit word that begins at a token.
pub(crate) fn unit_end(list: &[Token], at: usize) -> Option<usize> {
    let (units, end) = unit_at(list, at);
    (!units.is_empty()).then_some(end)
}

/// How often something was seen.
const VIEWS: &str =
    "просмотр=|қаралым+|көрілім+|лайк=|лайк+|репост=|репост+|views|view|impressions|likes|reposts";

/// Words a unit may be drawn out of before it is only text.
const LONGEST_UNIT: usize = 24;

/// Whether a unit in words counts how often something was seen.
pub(crate) fn counts_views(unit: &str) -> bool {
    has_views(&tokens(unit, Numbers::Plain))
}

fn has_views(list: &[Token]) -> bool {
    list.iter().take(LONGEST_UNIT).any(|token| is_one_of!(token, VIEWS))
}

/// Areas, lengths and weights, of which a number says how much there is of a thing.
fn measures(token: &Token) -> bool {
    is_one_of!(
        token,
        "м2|м3|m2|m3|м²|m²|м³|m³|кв|куб|пог|га|кг|км|гектар=|гектар+|тонн=|литр=|шаршы|килограмм=|sqm|hectare|hectares"
    )
}

/// Which unit a phrase is of: its last word by Kazakh and English order, else its first Russian noun. «Сценариев
/// видеороликов» are no videos, and "photos at an event" no events.
pub(crate) fn unit_code(list: &[Token]) -> UnitCode {
    if list.iter().any(|token| token.sign() == Some('/')) {
        // «Фото/видео» is neither the one nor the other.
        return pair(list).unwrap_or(UnitCode::Other);
    }
    // «1000 просмотров постов» are no posts, «100 м2 баннера» no hundred banners.
    if has_views(list) || list.iter().any(measures) {
        return UnitCode::Other;
    }
    let list = list.get(..head::english_end(list)).unwrap_or_default();
    let mut first_russian = None;
    let mut at = 0;
    while at < list.len().min(LONGEST_UNIT) {
        let (units, end) = unit_at(list, at);
        if let Some(last) = units.iter().find(|unit| unit.head_last && ends(list, end)) {
            return last.code;
        }
        if first_russian.is_none()
            && let Some(unit) = units.iter().find(|unit| !unit.head_last)
        {
            let only = units.iter().all(|unit| !unit.head_last);
            first_russian = Some(if head::depends(list, at, only) { UnitCode::Other } else { unit.code });
        }
        at = end.max(at.saturating_add(1));
    }
    first_russian.unwrap_or(UnitCode::Other)
}

/// Whether nothing but a full stop follows.
fn ends(list: &[Token], at: usize) -> bool {
    list.iter().skip(at).all(|token| token.sign() == Some('.'))
}

/// "Organisation/person": people or organisations.
fn pair(list: &[Token]) -> Option<UnitCode> {
    let slash = list.iter().take(LONGEST_UNIT).position(|token| token.sign() == Some('/'))?;
    let (left, right) = (list.get(..slash)?, list.get(slash.saturating_add(1)..)?);
    let single = |side: &[Token]| {
        let (units, end) = unit_at(side, 0);
        units.first().filter(|_| ends(side, end)).map(|unit| unit.code)
    };
    let codes = (single(left)?, single(right)?);
    // «2 семинара/тренинга» are events, whichever they are.
    if codes.0 == codes.1 {
        return Some(codes.0);
    }
    let people = [(U::Organisation, U::Person), (U::Person, U::Organisation)];
    people.contains(&codes).then_some(UnitCode::PersonOrOrganisation)
}

/// Whether a unit's text is its own noun and nothing more, so that it can be said in another language.
pub(crate) fn is_plain(unit: &UnitWord) -> bool {
    let list = tokens(&unit.text, Numbers::Plain);
    if unit.code == UnitCode::PersonOrOrganisation {
        return pair(&list).is_some();
    }
    let (units, end) = unit_at(&list, 0);
    units.iter().any(|found| found.own && found.code == unit.code) && ends(&list, end)
}

/// Reads the words of a unit: «ұйым/адам», «шт.», "posts". What is not known is `other` with its words.
#[must_use]
pub fn read_unit(text: &str) -> UnitWord {
    UnitWord { code: unit_code(&tokens(text, Numbers::Plain)), text: text.trim().into() }
}

/// So much of something, by the code of a unit or by a word of a text: `5 фото`, `5 қарағай`. A word that names no unit is said as it stands.
#[must_use]
pub fn quantity_of(amount: Amount, unit: &str, language: Language) -> String {
    let read = || unit_after(amount, unit_code(&tokens(unit, Numbers::Plain)).key(), language);
    match (unit_after(amount, unit, language).or_else(read), unit.trim()) {
        (None, "") => format_amount(amount, language),
        (noun, word) => format!("{}\u{a0}{}", format_amount(amount, language), noun.unwrap_or(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_said_by_a_code_by_a_word_or_with_the_word_as_it_stands() {
        for (unit, said) in [
            ("photo", "5 фото"),
            ("фото", "5 фото"),
            ("хат", "5 писем"),
            ("іс-шара", "5 событий"),
            ("қарағай", "5 қарағай"),
            ("other", "5 other"),
            (" ", "5"),
        ] {
            assert_eq!(quantity_of(5.into(), unit, Language::Russian).replace('\u{a0}', " "), said, "{unit}");
        }
    }

    const CODES: [UnitCode; 33] = [
        U::Person,
        U::Volunteer,
        U::Organisation,
        U::PersonOrOrganisation,
        U::Event,
        U::FocusGroup,
        U::Post,
        U::Publication,
        U::Letter,
        U::List,
        U::Document,
        U::Act,
        U::Photo,
        U::Video,
        U::Audio,
        U::Material,
        U::Copy,
        U::Piece,
        U::Set,
        U::PrintedSheet,
        U::Time,
        U::Hour,
        U::Day,
        U::WorkingDay,
        U::Month,
        U::YearOfAge,
        U::Settlement,
        U::City,
        U::District,
        U::Project,
        U::Grant,
        U::Nomination,
        U::Tenge,
    ];

    #[test]
    fn every_printed_noun_is_read_as_its_unit() {
        for code in CODES {
            assert_eq!(serde_json::to_value(code).unwrap(), code.key());
            for language in Language::ALL {
                for governed in [Governed::Count, Governed::Genitive, Governed::Accusative] {
                    for amount in ["1", "2", "5", "21", "1.5"] {
                        let noun = noun(code, amount.parse().unwrap(), governed, language);
                        let unit = read_unit(noun);
                        assert_eq!(unit.code, code, "{noun}");
                        assert!(is_plain(&unit), "{noun}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_head_of_a_phrase_decides() {
        for (text, code) in [
            ("шағын грант", U::Grant),
            ("қоғамдық-мәдени іс-шара", U::Event),
            ("участников мероприятий", U::Person),
            ("населенных пунктов", U::Settlement),
            ("раздаточных материалов", U::Material),
            ("іс-шара қатысушысы", U::Person),
            ("волонтерлік ұйым", U::Organisation),
            ("социальных … видеоролика", U::Video),
            ("адам/ұйым", U::PersonOrOrganisation),
            ("ед.", U::Piece),
            ("п.л.", U::PrintedSheet),
            ("жұмыс күні", U::WorkingDay),
            ("фокус-топтық талқылау", U::FocusGroup),
            ("спорттық", U::Other),
            ("волонтерлік", U::Other),
            ("", U::Other),
            ("сертификатов участников", U::Other),
            ("сценариев видеороликов", U::Other),
            ("тем занятий", U::Other),
            ("школ-участников", U::Other),
            ("социально уязвимых жителей", U::Person),
            ("обучающихся студентов", U::Person),
            ("онлайн-семинаров", U::Event),
            ("количество человек", U::Person),
            ("ақпараттық пост", U::Post),
            ("өңірлік семинарға", U::Event),
            ("photos at an event", U::Photo),
            ("lists of participants", U::List),
            ("number of participants", U::Person),
        ] {
            assert_eq!(read_unit(text).code, code, "{text}");
        }
        assert!(!is_plain(&read_unit("шағын грант")));
        assert!(!is_plain(&read_unit("қатысушы")));
    }

    #[test]
    fn russian_nouns_agree_with_their_number() {
        let noun =
            |amount: &str, governed| noun(U::Post, amount.parse().unwrap(), governed, Language::Russian);
        let row = |governed| ["1", "2", "5", "11", "21", "1.5"].map(|amount| noun(amount, governed));
        assert_eq!(row(Governed::Count), ["пост", "поста", "постов", "постов", "пост", "поста"]);
        assert_eq!(row(Governed::Genitive), ["поста", "постов", "постов", "постов", "поста", "поста"]);
    }
}
