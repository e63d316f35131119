//! What a thing belongs to: the concert of «Билеты на концерт», «Концерт билеттері» is no head, though no other word is known.

use super::dependent::{Chains, counts, ends, english_under, is_adjective, owner_stands, part};
use super::head::Order;
use crate::plan::IndicatorKind;
use crate::plan::grammar::token::{Kind, Token};
use crate::plan::grammar::vocabulary::is_one_of;
use crate::value::text::is_cyrillic;

/// Words that say that things are held, made or counted, beside which the things are what the line counts.
const DOING: &str = "количеств*|кол|колво|числ*|численност*|доля|доли|процент*|всего|итого|мин|макс|увелич*|рост|роста|прирост*|повыш*|провед*|провест*|провод*|провел*|прошл*|прошедш*|состоял*|организ*|подготов*|разработ*|созда*|открыт*|закрыт*|заверш*|издан*|выпуск*|выпущ*|выход*|изготов*|печат*|размещ*|размест*|распростран*|рассыл*|раздач*|выдач*|вруч*|показ|показа|показов|показы|съемк*|монтаж*|реализац*|осуществл*|постановк*|установк*|поставк*|передач*|обеспеч*|предостав*|оказан*|получ*|оформлени*|публик*|ведени*|функционир*|тиражир*|формирован*|написан*|заполн*|сбор|сбора|работа|работу|кампани*|деятельност*|серия|серии|цикл*|курс|курса|курсы|курсов|ряд|комплекс*|комплект*|набор|набора|наборы|наборов|тираж*|экземпляр*|единиц*|этап*|тур|туры|туров|финал*|награжден*|запуск*|результативн*|саны*|санын*|үлес*|пайыз*|дана|данасы|таралым*|кешені|сериясы|топтамасы|циклі|жиынтығы|жалпы|барлығы|number|count|total|share|percentage|held|conducted|organisation|delivery|conduct|series|session|sessions|course|courses|run|given";

/// Words without endings before a noun: «онлайн встречи» are meetings.
const UNENDING: &str = "онлайн|оффлайн|офлайн|эко|арт|медиа|мини|веб|пресс|бизнес|экспресс|промо|гала|квест|этно|фото|видео|кино|спорт";

/// Whether a thing at tokens `at` to `end` is no more than what something is for, from or about.
pub(super) fn is_beside(
    list: &[Token],
    (at, end): (usize, usize),
    kind: IndicatorKind,
    order: Order,
) -> bool {
    match order {
        Order::Last => end < list.len() && kazakh_thing(list, end, kind),
        Order::First => at > 0 && russian_thing(list, (at, end), kind),
        Order::LastBeforePreposition => kind == IndicatorKind::Event && english_event(list, at, end),
    }
}

/// Whether a record at a token is led by a preposition behind another noun: «Рисунки с фото».
pub(super) fn is_led(list: &[Token], at: usize, order: Order) -> bool {
    order == Order::First
        && matches!(before_noun(list, at), Before::Preposition)
        && owner_stands(part(list, at), does, Chains::GoOn)
}

/// What stands before a noun and its adjectives.
pub(super) enum Before {
    Nothing,
    /// A comma, a dash or «и»: it is one of several.
    Further,
    Preposition,
    Word,
}

pub(super) fn before_noun(list: &[Token], at: usize) -> Before {
    const PARTICLES: &str = "не|менее|более|свыше|около|порядка|минимум|все|всех|их";
    const PREPOSITIONS: &str = "в|во|на|по|с|со|к|ко|из|от|до|для|о|об|у|при|за|среди";
    const ACTIVE: [&str; 4] = ["вших", "вшие", "вшихся", "вшиеся"];
    for token in part(list, at).iter().rev() {
        if token.digits().is_some() || is_one_of!(token, PARTICLES) {
            continue;
        }
        if is_one_of!(token, PREPOSITIONS) || ends(token, &ACTIVE) {
            return Before::Preposition;
        }
        if is_one_of!(token, "и|или|также") || token.sign().is_some() {
            return Before::Further;
        }
        if !is_adjective(token) {
            return Before::Word;
        }
    }
    Before::Nothing
}

/// Whether a word says that things are held, made or counted, or stands before any noun.
pub(super) fn does(token: &Token) -> bool {
    const VERBS: [&str; 8] = ["ется", "ются", "ится", "ятся", "ать", "ить", "ять", "уть"];
    is_one_of!(token, DOING) || ends(token, &VERBS) || is_abbreviation(token) || stands_before_nouns(token)
}

/// Whether a word of a Russian name owns nothing that stands behind it: «онлайн встречи», «социально значимые акции».
pub(crate) fn stands_before_nouns(token: &Token) -> bool {
    let adverb =
        || ends(token, &["но", "чески"]) && !is_one_of!(token, "кино|окно|полотно|казино|домино|звено");
    is_one_of!(token, UNENDING) || adverb()
}

/// Whether a word has letters that are not Cyrillic: «Zoom вебинары».
fn is_foreign(token: &Token) -> bool {
    token.is_word() && token.spellings().next().is_some_and(|word| !word.chars().all(is_cyrillic))
}

/// «ЗОЖ», «IT»: two or three letters that end in no vowel.
fn is_abbreviation(token: &Token) -> bool {
    let Kind::Word { folded, .. } = &token.kind else { return false };
    let short = folded.chars().nth(3).is_none();
    short && !folded.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я'])
}

/// «Зрители концерта», «Заявки на конкурс», «дети, посетившие концерт»: under a noun that is neither held nor made.
fn russian_thing(list: &[Token], (at, end): (usize, usize), kind: IndicatorKind) -> bool {
    const PLURAL: [&str; 8] = ["ов", "ев", "ий", "ам", "ям", "ами", "ах", "ях"];
    let before = || part(list, at);
    // «Семьи, получившие помощь»: so many times it was given.
    if kind == IndicatorKind::Support && before().iter().any(|token| is_one_of!(token, "получ*|получивш*"))
    {
        return false;
    }
    let people = matches!(kind, IndicatorKind::Specialist | IndicatorKind::Organisation);
    let doing = |token: &Token| does(token) || is_foreign(token) || people && counts(token);
    match before_noun(list, at) {
        Before::Nothing => false,
        // «Мини-футбол турнир», «Астана форумы»: what belongs to a noun before it stands in another case.
        Before::Word if is_nominative(list, end) => false,
        Before::Further if !list.get(at).is_some_and(|token| ends(token, &PLURAL)) => false,
        _ => owner_stands(before(), doing, Chains::GoOn),
    }
}

/// Whether the last word of a Russian event is one that only the nominative has: «концерт», «концерты».
pub(super) fn is_nominative(list: &[Token], end: usize) -> bool {
    const ENDINGS: [&str; 20] = [
        "форум",
        "концерт",
        "турнир",
        "семинар",
        "вебинар",
        "тренинг",
        "фестиваль",
        "конкурс",
        "митинг",
        "класс",
        "умы",
        "рты",
        "иры",
        "ары",
        "инги",
        "вали",
        "урсы",
        "ассы",
        "форумы",
        "концерты",
    ];
    end.checked_sub(1).and_then(|last| list.get(last)).is_some_and(|token| ends(token, &ENDINGS))
}

/// «Концерт билеттері», «Байқауға өтінімдер саны»: a noun behind it that is neither held nor made.
fn kazakh_thing(list: &[Token], end: usize, kind: IndicatorKind) -> bool {
    const NO_NOUN: [&str; 18] = [
        "у", "ю", "уы", "уі", "ған", "ген", "қан", "кен", "да", "де", "та", "те", "ға", "ге", "қа", "ке",
        "ына", "іне",
    ];
    const BETWEEN: &str = "бойынша|туралы|үшін|арқылы|жалпы|орташа|жұмысын|жұмысының";
    let rest = list.get(end..).unwrap_or_default();
    if rest.first().is_some_and(|token| is_one_of!(token, "және|мен|бен|пен|и")) {
        return false;
    }
    if kind == IndicatorKind::Support && rest.iter().any(|token| is_one_of!(token, "алған*")) {
        return false;
    }
    let within = rest.iter().take_while(|token| !matches!(token.sign(), Some(',' | ':' | ';' | '-')));
    let words: Vec<&Token> = within.filter(|token| token.is_word()).collect();
    // «Іс-шараларға қатысу саны» counts those who came.
    let to_which =
        || list.get(end.saturating_sub(1)).is_some_and(|token| ends(token, &["ға", "ге", "қа", "ке"]));
    if words.iter().any(|token| is_one_of!(token, "қатысу|қатысуы|қатысуын|қатысулар")) && to_which()
    {
        return true;
    }
    // «Форум ұйымдастыру және өткізу», «Буклеттер басып шығару»: behind the first of the verbs that end a name are no owners.
    let verbs = if words.last().is_some_and(|last| is_verb(last)) {
        words.iter().position(|token| is_verb(token))
    } else {
        None
    };
    words.iter().take(verbs.unwrap_or(words.len())).any(|token| {
        !does(token) && !is_foreign(token) && !ends(token, &NO_NOUN) && !is_one_of!(token, BETWEEN)
    })
}

/// Whether a Kazakh word is a verb by its ending: «өткізу», «өткізуді», «ұйымдастырып», «өткізілді».
fn is_verb(token: &Token) -> bool {
    const ENDINGS: [&str; 14] =
        ["у", "ю", "уды", "уді", "юды", "юді", "ып", "іп", "лды", "лді", "нды", "нді", "тырды", "тірді"];
    const OTHERS: &str = "өтті|жасап|әзірлеп|дайындап|талдап|іріктеп|жинап|тарап|бастап|жоспарлап";
    ends(token, &ENDINGS) || is_one_of!(token, OTHERS)
}

/// "Concert tickets", "applications for the contest".
fn english_event(list: &[Token], at: usize, end: usize) -> bool {
    english_under(list, at, end, |token| does(token) || counts(token))
}

/// Whether a site or portal is where something is published: «на сайте», «порталында».
pub(super) fn is_where(list: &[Token], (at, end): (usize, usize), order: Order) -> bool {
    const WITHIN: [&str; 14] =
        ["да", "де", "та", "те", "ға", "ге", "қа", "ке", "на", "не", "дағы", "дегі", "тағы", "тегі"];
    if !list.get(at).is_some_and(|token| is_one_of!(token, "портал*|сайт*|portal*|website*")) {
        return true;
    }
    match order {
        Order::Last => list.get(end.saturating_sub(1)).is_some_and(|token| ends(token, &WITHIN)),
        Order::First => matches!(before_noun(list, at), Before::Preposition),
        Order::LastBeforePreposition => {
            list.get(..at).unwrap_or_default().iter().any(|token| is_one_of!(token, "on|in|at|to"))
        }
    }
}
