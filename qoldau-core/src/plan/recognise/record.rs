//! Whose or for what a record is: the videos of «Конкурс видеороликов», the letters of «Хат алушылар саны» are no head.

use super::dependent::{Chains, counts, ends, is_adjective, owner_stands, part};
use super::head::Order;
use super::thing::{Before, before_noun, does, is_nominative};
use crate::language::numeral::spoken;
use crate::plan::IndicatorKind;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::is_one_of;

/// Words that say what is done with a record, or how it is there, beside which it is what the line counts.
const DOING: &str = "утвержд*|согласован*|составлен*|состав|подписан*|заключен*|сдача|сдачи|сдачу|подача|подачи|отправк*|запис*|производств*|демонстрац*|перевод*|адаптац*|актуализац*|доработк*|верстк*|подборк*|галере*|архив*|пакет*|копия|копии|копий|скан*|оригинал*|проект|проекта|проекты|проектов|вариант*|верси*|подписк*|несколько|много|десятк*|сотн*|пара|распечатк*|печать|печати|доставк*|регистрац*|приемк*|проверк*|корректировк*|коррекц*|ротац*|прокат*|загрузк*|выкладк*|вылож*|көшірме*|жоба*|нұсқа*|контент*|материал*|production|creation|publication|preparation|development|approval|submission|distribution|delivery|release|launch|design|writing|signing|implementation|copy|copies|set|sets|package|packages|pieces|draft|drafts|version|versions|exchange|translation|sent|made|written|shown|shot|done|taken|put|built|kept|no|monthly|weekly|daily|quarterly|online|total|facebook|instagram|tiktok|youtube|telegram|whatsapp";

/// English words that only say what sort of picture or video it is: "video lessons".
const SORTS: &str = "clip|clips|material|materials|content|lesson|lessons|message|messages|interview|interviews|appeal|appeals|review|reviews|tutorial|tutorials|story|stories|recording|recordings|file|files|spot|spots|ad|ads|reel|reels|shot|shots|footage|report|reports";

/// Whether a record at tokens is what something else is of, for or made from. `next` is what the word behind it names, where that is known.
pub(super) fn is_of_another(
    list: &[Token],
    (at, end): (usize, usize),
    next: Option<Next>,
    order: Order,
) -> bool {
    match order {
        Order::First => is_joined(list, at, end, next) || russian(list, at, end),
        Order::Last => kazakh(list, end),
        Order::LastBeforePreposition => english(list, at, end),
    }
}

/// The head that stands next behind a record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Next {
    pub(super) kind: IndicatorKind,
    pub(super) at: usize,
    pub(super) end: usize,
}

fn deed(token: &Token) -> bool {
    does(token) || counts(token) || is_one_of!(token, DOING)
}

/// «Видео-конкурс», «Фото выставка»: the event is the head, and what has no ending only says of what sort it is.
fn is_joined(list: &[Token], at: usize, end: usize, next: Option<Next>) -> bool {
    let bare = list.get(at).is_some_and(|token| is_one_of!(token, "фото|видео|аудио|онлайн-видео"));
    let Some(next) = next.filter(|next| bare && next.kind == IndicatorKind::Event) else { return false };
    let hyphen = list.get(end).is_some_and(|token| token.sign() == Some('-'));
    let joined = hyphen && next.at == end.saturating_add(1);
    let feminine =
        || list.get(next.end.saturating_sub(1)).is_some_and(|token| ends(token, &["ка", "ча", "ция"]));
    joined || next.at == end && (is_nominative(list, next.end) || feminine())
}

/// «Конкурс видеороликов», «Макет отчета», «Количество участников программы»: in an oblique case under a noun that neither counts nor
/// makes it.
fn russian(list: &[Token], at: usize, end: usize) -> bool {
    let noun = match list.get(at) {
        Some(first) if is_adjective(first) => list.get(end.saturating_sub(1)),
        first => first,
    };
    // Verbal nouns say what becomes of it: «подписание акта», «обсуждение программы».
    let verbal = |token: &Token| {
        ends(token, &["ние", "ния", "нию", "нием", "нии", "тие", "тия"])
            && !is_one_of!(
                token,
                "мероприяти=|заняти=|событи=|собрани=|соревновани=|заседани=|объединени=|учреждени="
            )
    };
    // «Выпускники программы», «организаторы»: words for people are no deeds, though they begin like them.
    let people = |token: &Token| {
        const PEOPLE: [&str; 16] = [
            "ник",
            "ника",
            "ники",
            "ников",
            "тор",
            "тора",
            "торы",
            "торов",
            "тель",
            "теля",
            "тели",
            "телей",
            "чик",
            "чика",
            "чики",
            "чиков",
        ];
        ends(token, &PEOPLE)
    };
    let counted =
        |token: &Token| token.digits().is_some() || token.spellings().any(|word| spoken(word).is_some());
    let doing = |token: &Token| {
        let done = does(token) && !people(token) && !is_one_of!(token, "курс|курса|курсы|курсов");
        done || is_one_of!(token, DOING) || verbal(token) || counted(token)
    };
    let stands_under = match before_noun(list, at) {
        Before::Word => noun.is_some_and(is_oblique),
        // «Конкурс видеороликов и фотографий», «конкурс видеороликов и фото».
        Before::Further => {
            const PLURAL: [&str; 3] = ["ов", "ев", "ий"];
            let two_before = at.checked_sub(2).and_then(|before| list.get(before));
            [noun, two_before].into_iter().flatten().all(|token| is_oblique(token))
                && [noun, two_before].into_iter().flatten().any(|token| ends(token, &PLURAL))
        }
        Before::Nothing | Before::Preposition => false,
    };
    stands_under && owner_stands(part(list, at), doing, Chains::GoOn)
}

/// Whether the word of a Russian record stands in another case than the nominative, or may.
fn is_oblique(token: &Token) -> bool {
    const OBLIQUE: [&str; 14] =
        ["ов", "ев", "ей", "ий", "а", "я", "ам", "ям", "ами", "ями", "ах", "ом", "ции", "фии"];
    const FEMININE: [&str; 5] = ["программа", "ция", "фия", "пка", "тка"];
    let unending = is_one_of!(token, "фото|видео|аудио|программ|программы|программе|программой|писем|правил");
    unending || ends(token, &OBLIQUE) && !ends(token, &FEMININE)
}

/// «Хат алушылар саны», «Бағдарлама қатысушылары», «Есеп макеті»: a noun behind it that is somebody, or is its.
fn kazakh(list: &[Token], end: usize) -> bool {
    const SOMEBODY: [&str; 12] = [
        "ушы",
        "уші",
        "ушылар",
        "ушілер",
        "ушылары",
        "ушілері",
        "ушыларының",
        "ушілерінің",
        "ушысы",
        "ушісі",
        "иегері",
        "иегерлері",
    ];
    const ITS: [&str; 16] = [
        "сы", "сі", "лары", "лері", "дары", "дері", "тары", "тері", "ының", "інің", "ары", "ері", "ағы",
        "егі", "ты", "ті",
    ];
    const VERBS: [&str; 20] = [
        "у", "ю", "уы", "уі", "уын", "уін", "ған", "ген", "қан", "кен", "да", "де", "та", "те", "ға", "ге",
        "қа", "ке", "лды", "лді",
    ];
    let rest = list.get(end..).unwrap_or_default();
    let stops = |token: &Token| {
        matches!(token.sign(), Some(',' | ':' | ';' | '-' | '/')) || is_one_of!(token, "және|мен|бен|пен|и")
    };
    let words: Vec<&Token> =
        rest.iter().take_while(|token| !stops(token)).filter(|token| token.is_word()).collect();
    let owns = |token: &&Token| {
        let its = || ends(token, &ITS) || is_third_person(token);
        let somebody = ends(token, &SOMEBODY) || is_known(token);
        somebody || its() && !deed(token) && !ends(token, &VERBS)
    };
    // «Жоспар бойынша консультациялар»: what follows is done by it.
    let beside = words
        .first()
        .is_some_and(|word| is_one_of!(word, "бойынша|сәйкес|негізінде|аясында|шеңберінде|туралы"));
    let noun = |token: &&Token| !deed(token) && !ends(token, &VERBS) && !ends(token, &["лау", "леу"]);
    words.iter().any(owns) || beside && words.iter().skip(1).any(noun)
}

/// «Макеті», «сценарийі», «мұқабасы»: what has the ending of the third person behind a consonant.
fn is_third_person(token: &Token) -> bool {
    token.spellings().any(|word| {
        let mut letters = word.chars().rev();
        matches!(letters.next(), Some('ы' | 'і'))
            && letters.next().is_some_and(|before| !"аәеиоөұүыіуэюя".contains(before))
            && word.chars().nth(4).is_some()
    })
}

/// Events, people and their organisations behind a record: «жоспарға сәйкес өткізілген шаралар».
fn is_known(token: &Token) -> bool {
    is_one_of!(
        token,
        "шара+|шаралар+|семинар+|тренинг+|кездесу+|форум+|фестиваль+|байқау+|конкурс+|көрме+|қатысушы+|тыңдаушы+|оқушы+|студент+|волонтер+|адам+|көрермен+|ұйым+|мекеме+|автор+|алушы+|жеңімпаз+"
    )
}

/// "Video contest", "Number of programme participants", "Report template".
fn english(list: &[Token], at: usize, end: usize) -> bool {
    let stops = |token: &Token| {
        is_one_of!(
            token,
            "of|from|for|in|on|with|to|at|by|about|and|or|who|that|is|are|per|each|every|as|before|after|during|through|via|under|within|among|between|than"
        ) || token.sign().is_some_and(|sign| sign != '-')
    };
    let plain = |token: &Token| {
        deed(token) || is_one_of!(token, SORTS) || ends(token, &["ed", "ing"]) || token.digits().is_some()
    };
    let owned = list.get(end..).unwrap_or_default().iter().take_while(|token| !stops(token));
    if owned.clone().any(|token| token.is_word() && !plain(token)) {
        return true;
    }
    let before = part(list, at);
    let of = before.iter().rposition(|token| is_one_of!(token, "of|for|from|about|on"));
    let Some(of) = of else { return false };
    let words = || before.get(..of).unwrap_or_default().iter().take_while(|token| !stops(token));
    words().any(Token::is_word) && !words().any(plain)
}
