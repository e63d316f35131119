//! The words for what differs between two packages.

use super::exceptions::LineException;
use crate::language::Saying;

const fn say(kk: &'static str, ru: &'static str, en: &'static str) -> Saying {
    Saying { kk, ru, en }
}

pub(super) const TITLE: Saying = say(
    "Екі тапсырылған пакеттің айырмашылығы",
    "Чем различаются два сданных пакета",
    "What differs between two submissions",
);
pub(super) const UNCHANGED: Saying = say("Өзгермеген жолдар", "Строк без изменений", "Lines as they were");
pub(super) const NOTHING_DIFFERS: Saying = say("Айырмашылық жоқ", "Различий нет", "Nothing differs");
pub(super) const ADDED: Saying = say("жаңа жол", "новая строка", "new line");
pub(super) const WITHDRAWN: Saying = say("жол алынды", "строка исключена", "line withdrawn");
pub(super) const GONE: Saying = say("алынды", "исключено", "withdrawn");
pub(super) const AS_IT_WAS: Saying = say("өзгеріссіз", "без изменений", "as it was");
pub(super) const STATUS: Saying = say("Күйі", "Состояние", "Status");
pub(super) const CAME: Saying = say("қосылды", "добавлено", "added");
pub(super) const WENT: Saying = say("алынды", "убрано", "taken away");
pub(super) const ALTERED: Saying = say("өзгерді", "изменено", "altered");
pub(super) const OWN_WORDS: Saying = say("өз сөзімен", "своими словами", "in words of their own");
pub(super) const PLAN_ALTERED: Saying = say(
    "Жоспардың редакциясы сол күйінде, бірақ жоспар өзгертілген: мерзімдер, түрлер мен бекітулер басқа болуы мүмкін",
    "Редакция плана та же, но план изменён: сроки, виды и утверждения могут быть другими",
    "The plan was altered though its edition is the same: deadlines, kinds and approvals may be others",
);
pub(super) const PROJECT: Saying = say(
    "Жоба, ұйым немесе шарт басқаша жазылған",
    "Проект, организация или договор названы иначе",
    "The project, the organisation or the contract is named otherwise",
);
pub(super) const UNREAD: Saying = say(
    "Шарттың ешбір жолға жатқызылмаған сөздері",
    "Слова договора, не отнесённые ни к одной строке",
    "Words of the contract under no line",
);
pub(super) const ALTERED_ENTRIES: Saying = say(
    "Бұрынғы пакеттен кейін өзгертілген жазбалар",
    "Записи, изменённые после прежнего пакета",
    "Entries that were altered since the earlier package",
);
pub(super) const MISSING_ENTRIES: Saying = say(
    "Бұрынғы пакетте болған, бірақ мұнда жоқ жазбалар (журналдан алынған, оқылмайды немесе есепке алынбайды)",
    "Записи, которые стояли за прежним пакетом и которых здесь нет (изъяты из журнала, не читаются или больше не учтены)",
    "Entries behind the earlier package that are not behind this one (taken out of the journal, not to be read, or no longer counted)",
);
pub(super) const ACTIVITY: Saying = say("Іс-шара", "Мероприятие", "Activity");
pub(super) const EXCEPTIONS: Saying = say("Назар аударатын жайттар", "Исключения", "Exceptions");

/// What an exception is called.
pub(super) const fn of_exception(exception: LineException) -> Saying {
    use LineException as E;
    match exception {
        E::Overdue => say("мерзімі өткен", "просрочено", "overdue"),
        E::ClaimedNotProven => say(
            "мәлімделгені расталғанына тең емес",
            "заявленное не равно подтверждённому",
            "claimed is not what is proven",
        ),
        E::Unproven => say("расталмаған", "не подтверждено", "not proven"),
        E::ListDiffers => say(
            "тізім мен жазылған сан сәйкес емес",
            "список не сходится с записанным числом",
            "the list is not the number recorded",
        ),
        E::Late => say("мерзімінен кеш", "с опозданием", "late"),
        E::Shared => say(
            "бір материал бірнеше жолды растайды",
            "одно подтверждение на несколько строк",
            "one piece of evidence for several lines",
        ),
        E::ProofLost => say(
            "растауы жоғалған немесе толық емес",
            "подтверждение утрачено или неполно",
            "proof lost or incomplete",
        ),
        E::WaitsForApproval => say(
            "бекітілмеген немесе келісілмеген",
            "нет утверждения или согласования",
            "an approval is missing",
        ),
        E::Returned => say("ескертпемен қайтарылды", "возвращено с замечанием", "returned with a remark"),
        E::AcceptedLess => say(
            "қабылданғаны расталғанынан аз",
            "принято меньше подтверждённого",
            "accepted is less than proven",
        ),
        E::NotApplicable => say("қолданылмайды", "не применимо", "not applicable"),
    }
}
