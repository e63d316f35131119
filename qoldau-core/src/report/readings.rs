//! Sources of readings and the settings of the policy, in words.

use crate::language::{Language, Saying, word};
use crate::plan::{ReadingSource, Source};

/// One saying in the three languages.
const fn say(kk: &'static str, ru: &'static str, en: &'static str) -> Saying {
    Saying { kk, ru, en }
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
pub(super) const COUNTS_FROM: Saying = say(
    "Ішкі тексерудің қай күйінен бастап жазба есептеледі",
    "С какого состояния внутренней проверки запись считается",
    "From which state of the internal review on a record counts",
);
pub(super) const OWN_APPROVAL: Saying = say(
    "Басшы өз жазбасын бекіте алады",
    "Руководитель может утвердить свою запись",
    "A leader may approve their own record",
);
pub(super) const SEVERITY_OF: Saying =
    say("Тексеру ережесінің маңызы: {code}", "Важность правила: {code}", "Severity of the rule {code}");
