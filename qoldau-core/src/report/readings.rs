//! Questions and answers about how lines are read, and the settings of the policy, in words.

use crate::language::{Language, Saying, format_amount, format_date, format_range, unit_name, word};
use crate::plan::{Question, ReadingSource, Source};
use crate::value::{Amount, DateRange, IsoDate};

/// One saying in the three languages.
const fn say(kk: &'static str, ru: &'static str, en: &'static str) -> Saying {
    Saying { kk, ru, en }
}

/// The question in words.
pub(super) const fn question(question: Question) -> Saying {
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
        Question::CarriedBy => {
            say("Уәдені қай жол орындайды", "Какая строка несёт обещание", "Which line carries the promise")
        }
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
    ("yes", say("иә", "да", "yes")),
    ("no", say("жоқ", "нет", "no")),
];

/// An answer in words: a key of the wire form, a unit, a number, a date or a span of dates; other words as they stand.
pub(super) fn answer(answer: &str, language: Language) -> String {
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

/// Where a reading comes from, in words.
pub(super) fn reading_source(source: ReadingSource, language: Language) -> &'static str {
    let saying = match source {
        ReadingSource::Heading => say("міндеттің тақырыбы", "заголовок задачи", "the task's heading"),
        ReadingSource::Activity => {
            say("іс-шараның сипаттамасы", "описание мероприятия", "the activity's text")
        }
        ReadingSource::Policy => say("есептеу ережелері", "правила расчёта", "the policy"),
        ReadingSource::Agreed => return word("agreedReading", language).unwrap_or_default(),
    };
    saying.get(language)
}

/// Where a setting of the policy comes from, in words.
pub(super) const fn setting_source(source: Source) -> Saying {
    match source {
        Source::Default => say("әдепкі мән", "значение по умолчанию", "default"),
        Source::User => say("пайдаланушы", "пользователь", "user"),
        Source::Law => say("заңнама", "законодательство", "law"),
        Source::Contract => say("шарт немесе келісім", "договор или соглашение", "contract or agreement"),
    }
}

pub(super) const NOT_SET: Saying = say("белгіленбеген", "не задано", "not set");
pub(super) const EDITION: Saying = say("редакциясы: {edition}", "редакция: {edition}", "edition: {edition}");
pub(super) const VERIFIED: Saying = say("тексерілген", "сверено", "verified");
pub(super) const DAYS_AFTER_EVENT: Saying = say(
    "Шарадан кейін материал кешікпеген болып саналатын күн саны",
    "Сколько дней после события подтверждение не опоздало",
    "Days after an event within which its evidence is in time",
);
pub(super) const COUNTS_BOUND: Saying = say(
    "Саналатын жолдағы жай сан",
    "Число без оговорки в строке, где считают",
    "A bare number of a line that counts",
);
pub(super) const DOCUMENTS_BOUND: Saying = say(
    "Құжат жолындағы жай сан",
    "Число без оговорки в строке с документом",
    "A bare number of a document line",
);
pub(super) const LEVEL_BOUND: Saying = say(
    "Қызметкер, серіктес және парақша санындағы жай сан",
    "Число без оговорки о сотрудниках, партнёрах, страницах",
    "A bare number of staff, partners and pages",
);
pub(super) const PRO_RATA: Saying = say(
    "Аралық меже өткен күндерге пропорционал",
    "Ждать часть итога по доле прошедших дней",
    "Expect a part in proportion to the days gone",
);
pub(super) const WORKLOAD_LIMIT: Saying = say(
    "Бір адамның жұмыс уақытының шегі, %",
    "Предел рабочего времени одного человека, %",
    "Limit of one person's working time, %",
);
pub(super) const SEVERITY_OF: Saying =
    say("Тексеру ережесінің маңызы: {code}", "Важность правила: {code}", "Severity of the rule {code}");
