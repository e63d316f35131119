//! Whose or for what a record is: the videos of «Конкурс видеороликов», the letters of «Хат алушылар саны» are no head.
//!
//! Only words that are known to be what counts beside a record take its place: an unknown one may be whom a letter goes to, who makes a
//! report, or what becomes of it.

use super::dependent::{ends, is_adjective};
use super::head::Order;
use super::thing::is_nominative;
use crate::plan::IndicatorKind;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::is_one_of;

/// Russian heads of a record in the genitive, in the cases in which they are heads: «макет отчета», «количество участников программы».
const RUSSIAN: &str = "конкурс|конкурса|конкурсы|конкурсов|выставка|выставки|выставок|фестиваль|фестиваля|фестивали|фестивалей|макет|макета|макеты|макетов|сценарий|сценария|сценарии|сценариев|обложка|обложки|обложек|участник|участника|участники|участников|получатель|получателя|получатели|получателей|адресат|адресата|адресаты|адресатов|зритель|зрителя|зрители|зрителей|автор|автора|авторы|авторов|победитель|победителя|победители|победителей|выпускник|выпускника|выпускники|выпускников|слушатель|слушателя|слушатели|слушателей|подписчик|подписчика|подписчики|подписчиков|координатор|координатора|координаторы|координаторов|организатор|организатора|организаторы|организаторов|разработчик|разработчика|разработчики|разработчиков|читатель|читателя|читатели|читателей|гость|гости|гостей|тренинг|тренинги|стоимость|условия";

/// Kazakh heads behind a record, as the last word of a name or before «саны».
const KAZAKH: &str = "конкурсы|конкурстары|конкурс|байқауы|байқаулары|байқау|көрмесі|көрмелері|көрме|фестивалі|фестиваль|макеті|макеттері|сценарийі|сценарийлері|мұқабасы|алушы|алушысы|алушылар|алушылары|қатысушы|қатысушысы|қатысушылар|қатысушылары|тыңдаушылар|тыңдаушылары|көрермендер|көрермендері|оқырмандар|оқырмандары|авторы|авторлар|авторлары|шаралар|шаралары|ұйымдар|ұйымдары|мекемелер|мекемелері|кездесуі|кездесулері|иесі|иелері|қатысушыларының|қатысушылардың|алушыларының|алушылардың|тыңдаушыларының|тыңдаушылардың|көрермендерінің|көрермендердің|оқырмандарының|жеңімпаздар|жеңімпаздары|иегері|иегерлер|иегерлері|түлектер|түлектері";

/// English heads, behind a record or before "of".
const ENGLISH: &str = "contest|contests|competition|competitions|exhibition|exhibitions|festival|festivals|participant|participants|recipient|recipients|viewer|viewers|reader|readers|author|authors|winner|winners|graduate|graduates|subscriber|subscribers|template|templates|layout|layouts|script|scripts|screenplay|cover|covers|equipment|article|articles";

/// Whether a record at tokens is what something else is of, for or made from. `next` is what the word behind it names, where that is known.
pub(super) fn is_of_another(
    list: &[Token],
    (at, end): (usize, usize),
    next: Option<Next>,
    order: Order,
) -> bool {
    match order {
        Order::First => is_joined(list, at, end, next) || russian(list, (at, end)),
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

/// «Конкурс видеороликов», «Макет итогового отчета»: directly behind its head, adjectives apart.
fn russian(list: &[Token], (at, end): (usize, usize)) -> bool {
    // What is of another stands in the genitive: «Тренинг фотосы», «Конкурс журналы» are Kazakh, and the record is the head.
    const NOMINATIVE: &str = "журналы|отчеты|отчёты|планы|акты|списки|реестры|перечни|протоколы|договоры|приказы|документы|меморандумы|ролики|видеоролики|аудиоролики|письма";
    let word = end.checked_sub(1).and_then(|at| list.get(at));
    if word.is_some_and(|token| ends(token, &["тосы", "деосы", "жазбасы"]) || is_one_of!(token, NOMINATIVE))
    {
        return false;
    }
    let mut before = list.get(..at).unwrap_or_default().iter().rev().filter(|token| !is_adjective(token));
    let mut next = before.next();
    // «Конкурс видеороликов и фотографий».
    if next.is_some_and(|token| is_one_of!(token, "и|или")) {
        next = before.nth(1);
    }
    next.is_some_and(|token| is_one_of!(token, RUSSIAN))
}

/// «Хат алушылар саны», «Бағдарлама қатысушылары», «Есеп макеті»: the last word of the name is the head.
fn kazakh(list: &[Token], end: usize) -> bool {
    let stops = |token: &Token| {
        token.sign().is_some_and(|sign| matches!(sign, ',' | ':' | ';' | '(' | '-'))
            || is_one_of!(token, "және")
    };
    let rest = list.get(end..).unwrap_or_default().iter().take_while(|token| !stops(token));
    let counts = |token: &&Token| is_one_of!(token, "саны|санын|санының");
    rest.filter(|token| token.is_word() && !counts(token))
        .last()
        .is_some_and(|token| is_one_of!(token, KAZAKH))
}

/// "Video contest", "Number of programme participants", "Script of the video".
fn english(list: &[Token], at: usize, end: usize) -> bool {
    if list.get(end).is_some_and(|token| is_one_of!(token, ENGLISH)) {
        return true;
    }
    let before = list.get(..at).unwrap_or_default();
    let between = |token: &&Token| is_one_of!(token, "the|a|an|final|short|monthly|training|information");
    let mut words = before.iter().rev().skip_while(between);
    words.next().is_some_and(|token| is_one_of!(token, "of|for"))
        && words.next().is_some_and(|token| is_one_of!(token, ENGLISH))
}
