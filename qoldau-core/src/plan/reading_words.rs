//! Questions about how lines are read, and their answers, in words.

use super::Question;
use crate::language::{Language, Saying, format_amount, format_date, format_range, unit_name};
use crate::value::{Amount, DateRange, IsoDate};

/// One saying in the three languages.
const fn say(kk: &'static str, ru: &'static str, en: &'static str) -> Saying {
    Saying { kk, ru, en }
}

/// A question about how a line is read, in words.
#[must_use]
pub const fn say_question(question: Question) -> Saying {
    match question {
        Question::Bound => {
            say("Жай сан нені білдіреді", "Что значит число без оговорки", "What a bare number means")
        }
        Question::Networks => say(
            "Бірнеше желі аталған жолдың есебі",
            "Как считать строку с несколькими сетями",
            "How a line naming several networks counts",
        ),
        Question::Letters => say("Хат қалай саналады", "Как считаются письма", "How letters count"),
        Question::TaskPosts => say(
            "Міндеттердегі посттар ақпараттық жұмысқа кіре ме",
            "Входят ли посты задач в информационную работу",
            "Whether the tasks' posts count for the information work",
        ),
        Question::MonthlyUnit => {
            say("Ай сайын не саналады", "Что считается каждый месяц", "What is counted every month")
        }
        Question::Denominator => {
            say("Пайыз неден алынады", "От чего берётся процент", "What the percent is a share of")
        }
        Question::Satisfaction => say(
            "Қанағаттану деңгейі қалай саналады",
            "Как считается уровень удовлетворённости",
            "What the satisfaction level means",
        ),
        Question::PlannedEvents => {
            say("Жоспарланған шара саны", "Сколько событий запланировано", "How many events are planned")
        }
        Question::SupportCounts => {
            say("Бір қолдау не болып саналады", "Чем считается поддержка", "What a support counts as")
        }
        Question::Sources => {
            say("Көрсеткіш қай жолдардан құралады", "Из каких строк складывается", "Which lines it sums")
        }
        Question::Who => say("Бұл адамдар кім", "Кто эти люди", "Who these people are"),
        Question::Amount => {
            say("Екі саннан қайсысы дұрыс", "Какое из двух чисел верно", "Which of two numbers holds")
        }
        Question::Due => say("Мерзімі қай күн", "Какой срок имеется в виду", "Which date is meant"),
        Question::CarriedBy => say(
            "Уәдені қай жол орындайды",
            "Какая строка выполняет обещание",
            "Which line carries the promise",
        ),
        Question::Reuse => say(
            "Бір материал екі жолды растай ма",
            "Может ли подтверждение служить двум строкам",
            "Whether evidence may serve two lines",
        ),
        Question::Other => say("Өзге сұрақ", "Другой вопрос", "Another question"),
    }
}

/// Answers that are keys of the wire form.
const ANSWERS: &[(&str, Saying)] = &[
    (
        "exists",
        say("құжаттың болуы жеткілікті", "достаточно, что документ есть", "it is enough that it exists"),
    ),
    ("atLeast", say("кемінде сонша", "не менее", "at least that many")),
    ("atMost", say("одан аспайды", "не более", "at most that many")),
    ("exactly", say("дәл сонша", "ровно столько", "exactly that many")),
    ("level", say("соңғы деңгейі", "уровень на последнюю дату", "the level on the latest date")),
    ("inTotal", say("барлық желіде бірге", "всего по всем сетям", "in all networks together")),
    ("perNetwork", say("әр желіде жеке", "в каждой сети", "in each network")),
    (
        "spread",
        say(
            "барлығы бірге, әр желіде кемінде біреу",
            "всего, но в каждой сети хотя бы одно",
            "in all, at least one in each",
        ),
    ),
    ("eachTime", say("әр мерзімде жеке", "к каждому сроку заново", "each time anew")),
    ("letter", say("бір шығыс хат — бір хат", "одно исходящее письмо — одно", "one outgoing letter is one")),
    ("addressee", say("әр адресат — бір хат", "каждый адресат — одно письмо", "every addressee is one")),
    ("within", say("иә, кіреді", "да, входят", "yes, within")),
    ("beside", say("жоқ, бөлек саналады", "нет, считаются отдельно", "no, beside")),
    ("participants", say("қатысушылардан", "от участников", "of participants")),
    ("respondents", say("жауап бергендерден", "от ответивших", "of respondents")),
    (
        "topTwo",
        say(
            "ең жоғары екі баға бергендердің үлесі",
            "доля поставивших две высшие оценки",
            "the share of the two best marks",
        ),
    ),
    ("mean", say("орташа баға", "средняя оценка", "the mean mark")),
    (
        "aboveScore",
        say("белгілі бағадан жоғары бергендер үлесі", "доля оценок выше порога", "the share above a mark"),
    ),
    ("person", say("адам", "человек", "a person")),
    ("service", say("көрсетілген қызмет", "оказанная услуга", "a service given")),
    ("consultants", say("кеңесші мамандар", "консультанты", "consultants")),
    ("influencers", say("инфлюенсерлер", "инфлюенсеры", "influencers")),
    ("toBeEngaged", say("әлі тартылады", "ещё будут привлечены", "still to be engaged")),
    ("document", say("бөлек құжат", "отдельный документ", "a document of its own")),
    ("agreement", say("қосымша келісім", "дополнительное соглашение", "a supplementary agreement")),
    ("shared", say("иә, ортақ бола алады", "да, может", "yes, shared")),
    ("once", say("жоқ, бір рет қана", "нет, только один раз", "no, only once")),
    ("draft", say("қаралама да есептеледі", "считается всё, и черновики", "everything counts, drafts too")),
    (
        "submitted",
        say("тапсырылғаны мен бекітілгені", "сданное и утверждённое", "what is handed in or approved"),
    ),
    ("approved", say("бекітілгені ғана", "только утверждённое", "only what is approved")),
    ("yes", say("иә", "да", "yes")),
    ("no", say("жоқ", "нет", "no")),
];

/// An answer in words: a key of the wire form, a unit, a number, a date or a span of dates; other words as they stand.
#[must_use]
pub fn say_answer(answer: &str, language: Language) -> String {
    let key =
        ANSWERS.iter().find(|(key, _)| *key == answer).map(|(_, saying)| saying.get(language).to_owned());
    let unit = || unit_name(answer, language).map(str::to_owned);
    let number = || answer.parse::<Amount>().ok().map(|amount| format_amount(amount, language));
    let date = || answer.parse::<IsoDate>().ok().map(|date| format_date(date, language));
    let range = || {
        let (start, end) = answer.split_once("..")?;
        let range = DateRange { start: start.parse().ok()?, end: end.parse().ok()? };
        Some(format_range(range, language))
    };
    key.or_else(unit).or_else(number).or_else(date).or_else(range).unwrap_or_else(|| answer.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_told_apart_in_every_language() {
        for language in Language::ALL {
            let mut said: Vec<&str> =
                Question::ALL.map(|question| say_question(question).get(language)).to_vec();
            said.sort_unstable();
            said.dedup();
            assert_eq!(said.len(), Question::ALL.len());
        }
    }

    #[test]
    fn answers_are_keys_units_numbers_dates_spans_or_words() {
        for (answer, said) in [
            ("perNetwork", "in each network"),
            ("post", "post"),
            ("3400", "3,400"),
            ("2024-06-15", "June 15, 2024"),
            ("2024-06-01..2024-09-30", "June – September 2024"),
            ("ай сайынғы есеп", "ай сайынғы есеп"),
        ] {
            assert_eq!(say_answer(answer, Language::English), said);
        }
    }
}
