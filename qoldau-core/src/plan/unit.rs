//! The words of units: how contracts write them and how the product prints them.

use super::grammar::token::{Numbers, Token, tokens};
use super::grammar::vocabulary::phrase;
use super::{UnitCode, UnitWord};
use crate::language::Language;
use crate::value::Amount;

/// The printed forms of a unit.
struct Forms {
    code: UnitCode,
    /// Kazakh: a noun after a number stays in the singular.
    kk: &'static str,
    /// Russian: with 1, with 2 to 4, with 5 and more, "of one", "by one".
    ru: [&'static str; 5],
    /// English: with 1, with others.
    en: [&'static str; 2],
}

const fn forms(code: UnitCode, kk: &'static str, ru: [&'static str; 3], en: [&'static str; 2]) -> Forms {
    let [one, few, many] = ru;
    Forms { code, kk, ru: [one, few, many, few, one], en }
}

/// A unit whose Russian noun is feminine, so that "by one" has a form of its own.
const fn feminine(
    code: UnitCode,
    kk: &'static str,
    ru: [&'static str; 3],
    by_one: &'static str,
    en: [&'static str; 2],
) -> Forms {
    let [one, few, many] = ru;
    Forms { code, kk, ru: [one, few, many, few, by_one], en }
}

const FORMS: [Forms; 34] = [
    forms(UnitCode::Person, "адам", ["человек", "человека", "человек"], ["person", "people"]),
    forms(
        UnitCode::Volunteer,
        "волонтер",
        ["волонтер", "волонтера", "волонтеров"],
        ["volunteer", "volunteers"],
    ),
    feminine(
        UnitCode::Organisation,
        "ұйым",
        ["организация", "организации", "организаций"],
        "организацию",
        ["organisation", "organisations"],
    ),
    feminine(
        UnitCode::PersonOrOrganisation,
        "ұйым/адам",
        ["организация/человек", "организации/человека", "организаций/человек"],
        "организацию/человека",
        ["organisation/person", "organisations/people"],
    ),
    forms(UnitCode::Event, "шара", ["мероприятие", "мероприятия", "мероприятий"], ["event", "events"]),
    feminine(
        UnitCode::FocusGroup,
        "фокус-топтық талқылау",
        ["фокус-группа", "фокус-группы", "фокус-групп"],
        "фокус-группу",
        ["focus group", "focus groups"],
    ),
    forms(UnitCode::Post, "пост", ["пост", "поста", "постов"], ["post", "posts"]),
    feminine(
        UnitCode::Publication,
        "жарияланым",
        ["публикация", "публикации", "публикаций"],
        "публикацию",
        ["publication", "publications"],
    ),
    forms(UnitCode::Letter, "хат", ["письмо", "письма", "писем"], ["letter", "letters"]),
    forms(UnitCode::List, "тізім", ["список", "списка", "списков"], ["list", "lists"]),
    forms(UnitCode::Document, "құжат", ["документ", "документа", "документов"], ["document", "documents"]),
    forms(UnitCode::Act, "акт", ["акт", "акта", "актов"], ["act", "acts"]),
    forms(UnitCode::Photo, "фото", ["фото", "фото", "фото"], ["photo", "photos"]),
    forms(UnitCode::Video, "видео", ["видео", "видео", "видео"], ["video", "videos"]),
    forms(UnitCode::Audio, "аудио", ["аудио", "аудио", "аудио"], ["audio clip", "audio clips"]),
    forms(UnitCode::Material, "материал", ["материал", "материала", "материалов"], ["material", "materials"]),
    forms(UnitCode::Copy, "дана", ["экземпляр", "экземпляра", "экземпляров"], ["copy", "copies"]),
    feminine(UnitCode::Piece, "бірлік", ["единица", "единицы", "единиц"], "единицу", ["piece", "pieces"]),
    forms(UnitCode::Set, "жиынтық", ["комплект", "комплекта", "комплектов"], ["set", "sets"]),
    Forms {
        code: UnitCode::PrintedSheet,
        kk: "баспа табақ",
        ru: ["печатный лист", "печатных листа", "печатных листов", "печатного листа", "печатный лист"],
        en: ["printed sheet", "printed sheets"],
    },
    forms(UnitCode::Time, "рет", ["раз", "раза", "раз"], ["time", "times"]),
    forms(UnitCode::Hour, "сағат", ["час", "часа", "часов"], ["hour", "hours"]),
    forms(UnitCode::Day, "күн", ["день", "дня", "дней"], ["day", "days"]),
    Forms {
        code: UnitCode::WorkingDay,
        kk: "жұмыс күні",
        ru: ["рабочий день", "рабочих дня", "рабочих дней", "рабочего дня", "рабочий день"],
        en: ["working day", "working days"],
    },
    forms(UnitCode::Month, "ай", ["месяц", "месяца", "месяцев"], ["month", "months"]),
    forms(UnitCode::YearOfAge, "жас", ["год", "года", "лет"], ["year of age", "years of age"]),
    Forms {
        code: UnitCode::Settlement,
        kk: "елді мекен",
        ru: [
            "населенный пункт",
            "населенных пункта",
            "населенных пунктов",
            "населенного пункта",
            "населенный пункт",
        ],
        en: ["settlement", "settlements"],
    },
    forms(UnitCode::City, "қала", ["город", "города", "городов"], ["city", "cities"]),
    forms(UnitCode::District, "аудан", ["район", "района", "районов"], ["district", "districts"]),
    forms(UnitCode::Project, "жоба", ["проект", "проекта", "проектов"], ["project", "projects"]),
    forms(UnitCode::Grant, "грант", ["грант", "гранта", "грантов"], ["grant", "grants"]),
    feminine(
        UnitCode::Nomination,
        "аталым",
        ["номинация", "номинации", "номинаций"],
        "номинацию",
        ["nomination", "nominations"],
    ),
    forms(UnitCode::Tenge, "теңге", ["тенге", "тенге", "тенге"], ["tenge", "tenge"]),
    forms(UnitCode::Other, "", ["", "", ""], ["", ""]),
];

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

/// The printed noun of a unit after an amount.
pub(crate) fn noun(code: UnitCode, amount: Amount, governed: Governed, language: Language) -> &'static str {
    let Some(forms) = FORMS.iter().find(|forms| forms.code == code) else { return "" };
    match language {
        Language::Kazakh => forms.kk,
        Language::Russian => russian(forms.ru, amount, governed),
        Language::English => {
            let [one, other] = forms.en;
            if amount == Amount::ONE { one } else { other }
        }
    }
}

/// The noun that stands without a number, as before a colon.
pub(crate) fn plural_noun(code: UnitCode, language: Language) -> &'static str {
    noun(code, Amount::ONE, Governed::Count, language)
}

/// Russian plural categories by the last two digits; a fraction takes "of one".
fn russian(
    [one, few, many, of_one, by_one]: [&'static str; 5],
    amount: Amount,
    governed: Governed,
) -> &'static str {
    if !amount.is_whole() {
        return of_one;
    }
    let text = amount.to_string();
    let mut digits = text.bytes().rev();
    let (last, tens) = (digits.next().unwrap_or(b'0'), digits.next().unwrap_or(b'0'));
    match (tens, last, governed) {
        (b'1', _, _) => many,
        (_, b'1', Governed::Count) => one,
        (_, b'1', Governed::Genitive) => of_one,
        (_, b'1', Governed::Accusative) => by_one,
        (_, b'2'..=b'4', Governed::Count | Governed::Accusative) => few,
        _ => many,
    }
}

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
            "қатысушы+|тұлға+|оқушы+|студент+|тыңдаушы+|тұрғын+|қызметкер+|маман+|жасөспірім+|жастар+|бенефициар+|өкіл+|бала+|балалар+",
            "участник=|участниц=|лиц|лица|студент=|школьник=|учащихся|слушател=|жител=|сотрудник=|работник=|специалист=|бенефициар=|представител=|детей|подрост=",
            "participant|participants|student|students|pupil|pupils|beneficiary|beneficiaries|specialist|specialists|employee|employees|resident|residents",
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
        ["шара+|іс - шара+", "мероприяти=", "event|events"],
        [
            "семинар+|тренинг+|кездесу+|форум+|фестиваль+|жиын+|дәріс+|акция+",
            "событи=|семинар=|тренинг=|встреч=|акци=|форум=|фестивал=|лекци=|заняти=",
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
    words(U::Audio, ["аудио+", "аудио", "audio clip|audio clips"], ["аудиоролик+", "аудиоролик=", "audio"]),
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
    words(U::Set, ["жиынтық+|жиынтығ+", "комплект=", "set|sets"], ["жинақ+|жинағ+", "набор=", "kit|kits"]),
    words(
        U::PrintedSheet,
        ["баспа табақ+", "печатн* лист=|п. л.", "printed sheet|printed sheets"],
        ["", "", ""],
    ),
    words(U::Time, ["рет+", "раз|раза", "time|times"], ["", "", ""]),
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

/// A unit found in a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Found {
    code: UnitCode,
    /// Token after its last word.
    end: usize,
    /// Its head stands last in a phrase (Kazakh, English) rather than first (Russian).
    head_last: bool,
    /// The word is the unit's own noun.
    own: bool,
}

/// The longest unit word that begins at a token.
fn unit_at(list: &[Token], at: usize) -> Vec<Found> {
    let mut all = Vec::new();
    for row in &WORDS {
        for (own, columns) in [(true, &row.nouns), (false, &row.others)] {
            for (column, patterns) in columns.iter().enumerate() {
                let ends = patterns.split('|').filter(|pattern| !pattern.is_empty());
                for end in ends.filter_map(|pattern| phrase(list, at, pattern)) {
                    all.push(Found { code: row.code, end, head_last: column != 1, own });
                }
            }
        }
    }
    let longest = all.iter().map(|found| found.end).max();
    all.retain(|found| Some(found.end) == longest);
    all
}

/// Words a unit may be drawn out of before it is only text.
const LONGEST_UNIT: usize = 24;

/// Which unit a phrase is of: its last word by Kazakh and English order, else its first Russian noun.
pub(crate) fn unit_code(list: &[Token]) -> UnitCode {
    if let Some(code) = pair(list) {
        return code;
    }
    let mut first_russian = None;
    let mut at = 0;
    while at < list.len().min(LONGEST_UNIT) {
        let found = unit_at(list, at);
        if let Some(last) = found.iter().find(|found| found.head_last && ends(list, found.end)) {
            return last.code;
        }
        if first_russian.is_none() {
            first_russian = found.iter().find(|found| !found.head_last).map(|found| found.code);
        }
        at = found.first().map_or(at, |found| found.end.saturating_sub(1)).saturating_add(1);
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
    let single = |side: &[Token]| unit_at(side, 0).into_iter().find(|found| ends(side, found.end));
    let codes = (single(left)?.code, single(right)?.code);
    let people = [(U::Organisation, U::Person), (U::Person, U::Organisation)];
    people.contains(&codes).then_some(UnitCode::PersonOrOrganisation)
}

/// Whether a unit's text is its own noun and nothing more, so that it can be said in another language.
pub(crate) fn is_plain(unit: &UnitWord) -> bool {
    let list = tokens(&unit.text, Numbers::Plain);
    if unit.code == UnitCode::PersonOrOrganisation {
        return pair(&list).is_some();
    }
    unit_at(&list, 0).iter().any(|found| found.own && found.code == unit.code && ends(&list, found.end))
}

/// Reads the words of a unit: «ұйым/адам», «шт.», "posts". What is not known is `other` with its words.
#[must_use]
pub fn read_unit(text: &str) -> UnitWord {
    UnitWord { code: unit_code(&tokens(text, Numbers::Plain)), text: text.trim().into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_printed_noun_is_read_as_its_unit() {
        for forms in FORMS.iter().filter(|forms| forms.code != UnitCode::Other) {
            for noun in [forms.kk].into_iter().chain(forms.ru).chain(forms.en) {
                let unit = read_unit(noun);
                assert_eq!(unit.code, forms.code, "{noun}");
                assert!(is_plain(&unit), "{noun}");
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
