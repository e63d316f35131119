//! The words of an amendment in the three languages.

use crate::language::{Language, NBSP, Saying, format_date, format_kazakh_date_of};
use crate::plan::Contract;
use crate::plan::reconcile::{NodeField, RowState};

/// One saying in the three languages.
const fn say(kk: &'static str, ru: &'static str, en: &'static str) -> Saying {
    Saying { kk, ru, en }
}

pub(super) const EDITION: Saying = say("Жоспардың редакциясы", "Редакция плана", "Edition of the plan");
pub(super) const BEFORE: Saying = say("бұрынғысы", "прежняя", "before");
pub(super) const IN_FORCE: Saying = say("күшіне енеді", "действует с", "in force from");
pub(super) const PROJECT: Saying = say("Жоба", "Проект", "The project");
pub(super) const IMPACT: Saying = say("Әлеуметтік әсер", "Социальный эффект", "Social impact");
pub(super) const TEAM: Saying = say("Жоба командасы", "Команда проекта", "The team");
pub(super) const RENUMBERED: Saying = say(
    "Тек нөмірі өзгерген жолдар",
    "Строки, у которых изменился только номер",
    "Lines with another number and nothing else",
);
pub(super) const MAY_BE: Saying = say("мүмкін, бұл", "возможно, это", "may be");
pub(super) const OR_NEW: Saying = say("әлде жаңа", "или новая", "or new");
pub(super) const MAY_HAVE_BECOME: Saying = say("мүмкін, енді бұл", "возможно, теперь это", "may now be");
pub(super) const DIFFERS: Saying = say("өзгерді", "изменено", "changed");
pub(super) const NOTHING: Saying = say("Айырмашылық жоқ", "Различий нет", "Nothing differs");
pub(super) const TO_DECIDE: Saying = say("Назар аударыңыз", "Обратите внимание", "To note");

/// A state as the sum of rows is told.
pub(super) const fn of_state(state: RowState) -> Saying {
    match state {
        RowState::Kept => say("өзгеріссіз", "без изменений", "unchanged"),
        RowState::Changed => say("өзгерді", "изменено", "changed"),
        RowState::Added => say("жаңа", "новых", "new"),
        RowState::Withdrawn => say("алынды", "исключено", "withdrawn"),
        RowState::Unsure => say("шешуді қажет етеді", "нужно решить", "to settle"),
    }
}

/// A field.
pub(super) const fn of_field(field: NodeField) -> Saying {
    match field {
        NodeField::Language => say("Шарттың тілі", "Язык договора", "Language of the contract"),
        NodeField::Grantee => say("Грант алушы", "Грантополучатель", "Grantee"),
        NodeField::Priority => say("Басым бағыт", "Приоритет", "Priority"),
        NodeField::Title => say("Атауы", "Название", "Heading"),
        NodeField::Goals => say("Мақсаттар", "Цели", "Goals"),
        NodeField::Territory => say("Аумағы", "Территория", "Territory"),
        NodeField::TargetGroup => say("Мақсатты топ", "Целевая группа", "Target group"),
        NodeField::Period => say("Жоба мерзімі", "Срок проекта", "The project's time"),
        NodeField::ExpectedResults => say("Күтілетін нәтижелер", "Ожидаемые результаты", "Expected results"),
        NodeField::Partners => say("Әріптестер", "Партнёры", "Partners"),
        NodeField::Description => say("Сипаттамасы", "Описание", "Description"),
        NodeField::Venue => say("Өткізілетін орны", "Место проведения", "Venue"),
        NodeField::Channels => say("Байланыс арналары", "Каналы связи", "Channels"),
        NodeField::Due => say("Орындалу мерзімі", "Срок исполнения", "Deadline"),
        NodeField::Name => say("Атауы", "Название", "Name"),
        NodeField::Kind => say("Нені санайды", "Что считает", "What it counts"),
        NodeField::Targets => say("Жоспар", "План", "Target"),
        NodeField::Unit => say("Өлшем бірлігі", "Единица измерения", "Unit"),
        NodeField::InTask => say("Міндет", "Задача", "Task"),
        NodeField::InActivity => say("Іс-шара", "Мероприятие плана", "Activity"),
        NodeField::Role => say("Лауазымы", "Должность", "Post held"),
        NodeField::Phone => say("Телефоны", "Телефон", "Telephone"),
        NodeField::Duties => say("Міндеттері", "Обязанности", "Duties"),
        NodeField::Workload => {
            say("Жұмыс уақытының үлесі, %", "Доля рабочего времени, %", "Share of working time, %")
        }
        NodeField::Days => say("Жобадағы күндері", "Дни на проекте", "Days on the project"),
        NodeField::InTeam => say("Команда кестесі", "Таблица команды", "Table of the team"),
    }
}

/// What was taken out by an agreement: `2024 жылғы 25 шілдедегі № 2 келісім бойынша алынған`,
/// `Исключено по соглашению № 2 от 25 июля 2024 г.`, `Withdrawn by agreement No. 2 of July 25, 2024`.
#[must_use]
pub fn say_withdrawn_by(agreement: Option<&Contract>, language: Language) -> String {
    let number = agreement.and_then(|agreement| agreement.number.as_deref());
    let date = agreement.and_then(|agreement| agreement.date);
    match language {
        Language::Kazakh => {
            let date = date.map(|date| format!("{} ", format_kazakh_date_of(date))).unwrap_or_default();
            let number = number.map(|number| format!("№{NBSP}{number} ")).unwrap_or_default();
            let said = format!("{date}{number}келісім бойынша алынған");
            if date.is_empty() && number.is_empty() {
                "Келісім бойынша алынған".into()
            } else {
                said
            }
        }
        Language::Russian => {
            let number = number.map(|number| format!(" №{NBSP}{number}")).unwrap_or_default();
            let date = date.map(|date| format!(" от {}", format_date(date, language))).unwrap_or_default();
            format!("Исключено по соглашению{number}{date}")
        }
        Language::English => {
            let number = number.map(|number| format!(" No.{NBSP}{number}")).unwrap_or_default();
            let date = date.map(|date| format!(" of {}", format_date(date, language))).unwrap_or_default();
            format!("Withdrawn by agreement{number}{date}")
        }
    }
}

/// A supplementary agreement by number and date: `2024 жылғы 25 шілдедегі № 2 қосымша келісім`,
/// `Дополнительное соглашение № 2 от 25 июля 2024 г.`, `Supplementary agreement No. 2 of July 25, 2024`.
#[must_use]
pub fn say_agreement(agreement: &Contract, language: Language) -> String {
    let sign = if language == Language::English { "No." } else { "№" };
    let number = agreement.number.as_deref().map(|number| format!("{sign}{NBSP}{number}"));
    let number = number.as_deref();
    match language {
        Language::Kazakh => {
            let date = agreement.date.map(format_kazakh_date_of);
            let parts: Vec<&str> =
                [date.as_deref(), number, Some("қосымша келісім")].into_iter().flatten().collect();
            let said = parts.join(" ");
            if date.is_none() && number.is_none() { "Қосымша келісім".into() } else { said }
        }
        Language::Russian => {
            let date = agreement.date.map(|date| format!("от {}", format_date(date, language)));
            [Some("Дополнительное соглашение"), number, date.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        }
        Language::English => {
            let date = agreement.date.map(|date| format!("of {}", format_date(date, language)));
            [Some("Supplementary agreement"), number, date.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        }
    }
}
