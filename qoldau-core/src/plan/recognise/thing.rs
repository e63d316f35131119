//! What a thing belongs to: the concert of «Билеты на концерт», «Концерт билеттері» is no head, though no other word is known.

use super::dependent::{Chains, counts, ends, english_under, is_adjective, owner_stands, part};
use super::head::Order;
use crate::plan::IndicatorKind;
use crate::plan::grammar::token::{Kind, Token};
use crate::plan::grammar::vocabulary::is_one_of;

/// Words that say that things are held, made or counted, beside which the things are what the line counts.
const DOING: &str = "количеств*|кол|колво|числ*|численност*|доля|доли|процент*|всего|итого|мин|макс|увелич*|рост|роста|прирост*|повыш*|провед*|провест*|провод*|провел*|прошл*|прошедш*|состоял*|организ*|подготов*|разработ*|созда*|открыт*|закрыт*|заверш*|издан*|выпуск*|выпущ*|выход*|изготов*|печат*|размещ*|размест*|распростран*|рассыл*|раздач*|выдач*|вруч*|показ|показа|показов|показы|съемк*|монтаж*|участ*|реализац*|осуществл*|постановк*|установк*|поставк*|передач*|обеспеч*|предостав*|оказан*|получ*|оформлени*|публик*|ведени*|функционир*|тиражир*|формирован*|написан*|заполн*|сбор|сбора|работа|работу|кампани*|деятельност*|серия|серии|цикл*|ряд|комплекс*|комплект*|набор|набора|наборы|наборов|тираж*|экземпляр*|единиц*|этап*|тур|туры|туров|финал*|награжден*|запуск*|результативн*|саны*|санын*|үлес*|пайыз*|дана|данасы|таралым*|кешені|сериясы|топтамасы|циклі|жиынтығы|жалпы|барлығы|number|count|total|share|percentage|held|conducted|organisation|delivery|conduct|series|session|sessions|course|courses|run|given";

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
        Order::First => at > 0 && russian_thing(list, at, kind),
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
enum Before {
    Nothing,
    /// A comma, a dash or «и»: it is one of several.
    Further,
    Preposition,
    Word,
}

fn before_noun(list: &[Token], at: usize) -> Before {
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
fn does(token: &Token) -> bool {
    const VERBS: [&str; 8] = ["ется", "ются", "ится", "ятся", "ать", "ить", "ять", "уть"];
    is_one_of!(token, DOING) || is_one_of!(token, UNENDING) || ends(token, &VERBS) || is_abbreviation(token)
}

/// «ЗОЖ», «IT»: two or three letters that end in no vowel.
fn is_abbreviation(token: &Token) -> bool {
    let Kind::Word { folded, .. } = &token.kind else { return false };
    let short = folded.chars().nth(3).is_none();
    short && !folded.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я'])
}

/// «Зрители концерта», «Заявки на конкурс», «дети, посетившие концерт»: under a noun that is neither held nor made.
fn russian_thing(list: &[Token], at: usize, kind: IndicatorKind) -> bool {
    const PLURAL: [&str; 8] = ["ов", "ев", "ий", "ам", "ям", "ами", "ах", "ях"];
    let before = || part(list, at);
    // «Семьи, получившие помощь»: so many times it was given.
    if kind == IndicatorKind::Support && before().iter().any(|token| is_one_of!(token, "получ*|получивш*"))
    {
        return false;
    }
    let people = matches!(kind, IndicatorKind::Specialist | IndicatorKind::Organisation);
    let doing = |token: &Token| does(token) || people && counts(token);
    match before_noun(list, at) {
        Before::Nothing => false,
        Before::Further if !list.get(at).is_some_and(|token| ends(token, &PLURAL)) => false,
        _ => owner_stands(before(), doing, Chains::GoOn),
    }
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
    within
        .filter(|token| token.is_word())
        .any(|token| !does(token) && !ends(token, &NO_NOUN) && !is_one_of!(token, BETWEEN))
}

/// "Concert tickets", "applications for the contest".
fn english_event(list: &[Token], at: usize, end: usize) -> bool {
    english_under(list, at, end, |token| does(token) || counts(token))
}

/// Whether a site or portal is where something is published: «на сайте», «порталында».
pub(super) fn is_where(list: &[Token], (at, end): (usize, usize), order: Order) -> bool {
    const WITHIN: [&str; 10] = ["да", "де", "та", "те", "ға", "ге", "қа", "ке", "на", "не"];
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
