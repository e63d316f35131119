//! What a reason of an assessment says.

use crate::assess::ReasonCode;
use crate::language::Saying;
use crate::plan::Approver;

/// One saying in the three languages.
const fn say(kk: &'static str, ru: &'static str, en: &'static str) -> Saying {
    Saying { kk, ru, en }
}

/// The template of a reason; its placeholders are the reason's parameters.
#[must_use]
#[expect(clippy::too_many_lines, reason = "a table, one row for every reason")]
pub(super) const fn saying(code: ReasonCode) -> Saying {
    match code {
        ReasonCode::Missing => say("Жетіспейді: {missing}", "Не хватает: {missing}", "Missing: {missing}"),
        ReasonCode::StillAbove => say(
            "Әлі төмендету керек: {missing}",
            "Ещё нужно снизить на: {missing}",
            "Still to come down by: {missing}",
        ),
        ReasonCode::EventShort => say(
            "{event}, жетіспейді: {missing}",
            "{event}, не хватает: {missing}",
            "{event}, missing: {missing}",
        ),
        ReasonCode::PeriodShort => say(
            "{month}, жетіспейді: {missing}",
            "{month}, не хватает: {missing}",
            "{month}, missing: {missing}",
        ),
        ReasonCode::PartShort => say(
            "{part}[, {month}], жетіспейді: {missing}",
            "{part}[, {month}], не хватает: {missing}",
            "{part}[, {month}], missing: {missing}",
        ),
        ReasonCode::EventUnmeasured => {
            say("{event}: үлесі жазылмаған", "{event}: доля не записана", "{event}: no share is recorded")
        }
        ReasonCode::PeriodUnmeasured => {
            say("{month}: үлесі жазылмаған", "{month}: доля не записана", "{month}: no share is recorded")
        }
        ReasonCode::NotToldApart => say(
            "Әрқайсысы бойынша жеке уәде етілген, ал деректер оларды ажыратпайды",
            "Обещано по каждой части отдельно, а данные их не различают",
            "It is promised of each part, and the facts do not tell the parts apart",
        ),
        ReasonCode::ItemsWithoutEvent => say(
            "Осы іс-шараның ешбір шарасына жатқызылмағаны: {count}",
            "Не отнесено ни к одному событию этого мероприятия: {count}",
            "Of no event of this activity: {count}",
        ),
        ReasonCode::ItemsOfSeveralEvents => say(
            "Бірнеше шараға ортақ фото не видео (біріншісіне саналды): {count}",
            "Фото или видео сразу нескольких событий (засчитаны первому): {count}",
            "Photo or video items of several events (counted for the first): {count}",
        ),
        ReasonCode::EventNotHeld => say(
            "Өткізілмеген шара туралы жазба: {count}",
            "Записей о непроведённом событии: {count}",
            "Entries of an event that was not held: {count}",
        ),
        ReasonCode::ApprovalMissing => {
            say("Құжат күтілуде: {by}", "Ожидается документ: {by}", "Document awaited: {by}")
        }
        ReasonCode::NoEventHeld => say(
            "Әзірге бірде-бір шара өткізілген жоқ",
            "Ни одно событие ещё не проведено",
            "No event has been held yet",
        ),
        ReasonCode::EventsOpen => say(
            "Шара: жоспарланған {planned}, өткізілген {held}",
            "События: запланировано {planned}, проведено {held}",
            "Events: {planned} planned, {held} held",
        ),
        ReasonCode::NoDenominator => say(
            "Пайыздың бөлімі белгісіз немесе нөлге тең",
            "Знаменатель неизвестен или равен нулю",
            "The denominator is missing or zero",
        ),
        ReasonCode::NoBaseline => {
            say("Бастапқы мән белгісіз", "Исходное значение неизвестно", "The baseline is not known")
        }
        ReasonCode::BaselineMeasured => say(
            "Шартта бастапқы мән аталмаған, алғаш өлшенгені алынды: {baseline}, {date}",
            "Исходное значение в договоре не названо, взято измеренное первым: {baseline}, {date}",
            "The contract names no baseline; what was measured first was taken: {baseline}, {date}",
        ),
        ReasonCode::ProofLost => {
            say("Растауы жоғалған: {count}", "Подтверждение утрачено: {count}", "Proof lost: {count}")
        }
        ReasonCode::ProofIncomplete => say(
            "Растауы толық емес (файлы, сілтемесі, скриншоты немесе қолы жоқ): {count}",
            "Подтверждение неполно (нет файла, ссылки, скриншота или подписи): {count}",
            "Proof incomplete (without file, link, screenshot or signature): {count}",
        ),
        ReasonCode::OtherKind => say(
            "Басқа түрдегі материал: {count}",
            "Материалов другого вида: {count}",
            "Of another kind: {count}",
        ),
        ReasonCode::CountedForTask => say(
            "Міндет жолында саналған, мұнда саналмайды: {count}",
            "Засчитано в строке задачи, здесь не считается: {count}",
            "Counted in a line of a task and not here: {count}",
        ),
        ReasonCode::SharedWithTask => say(
            "Расталғандардың ішінде міндет жолымен ортақ: {count}; оларсыз: {alone}",
            "Из подтверждённых общих со строкой задачи: {count}; без них: {alone}",
            "Of what is proven also counted in a line of a task: {count}; without it: {alone}",
        ),
        ReasonCode::ClaimedNotProven => say(
            "Мәлімделген: {claimed}, расталған: {proven}",
            "Заявлено: {claimed}, подтверждено: {proven}",
            "Claimed: {claimed}, proven: {proven}",
        ),
        ReasonCode::RowsDiffer => say(
            "Тізімдердегі жол саны: {rows}, жазылғаны: {count}",
            "Строк в списках: {rows}, записано: {count}",
            "Rows in the lists: {rows}, recorded: {count}",
        ),
        ReasonCode::RowsUnknown => say(
            "Жол саны көрсетілмеген тізім: {count}",
            "Списков без указания числа строк: {count}",
            "Lists that do not state their rows: {count}",
        ),
        ReasonCode::ListUnsigned => {
            say("Тізімге қол қойылмаған", "Список не подписан", "A list is not signed")
        }
        ReasonCode::ProbableDoubles => {
            say("Ықтимал қайталану: {count}", "Вероятных дублей: {count}", "Probable duplicates: {count}")
        }
        ReasonCode::Unread => say(
            "Жоспарланған мән оқылмады",
            "Плановое значение не прочитано",
            "The target was not understood",
        ),
        ReasonCode::NoDeadline => {
            say("Орындалу мерзімі белгісіз", "Срок исполнения неизвестен", "The deadline is not known")
        }
        ReasonCode::Late => say("Мерзімінен кеш: {date}", "С опозданием: {date}", "Late: {date}"),
        ReasonCode::EvidenceLate => say(
            "Растайтын материалы кеш: {date}",
            "Подтверждение с опозданием: {date}",
            "Evidence came late: {date}",
        ),
        ReasonCode::DocumentMissing => {
            say("Жетіспейді: {document}", "Не хватает: {document}", "Missing: {document}")
        }
        ReasonCode::NoNumber => {
            say("Жоспарда сан көрсетілмеген", "Число в плане не указано", "The target has no number")
        }
        ReasonCode::AboveLimit => say("Шектен асып тұр", "Выше предела", "Above the limit"),
        ReasonCode::EventAbove => say(
            "{event}, шектен асып тұр: {actual}",
            "{event}, выше предела: {actual}",
            "{event}, above the limit: {actual}",
        ),
        ReasonCode::PeriodAbove => say(
            "{month}, шектен асып тұр: {actual}",
            "{month}, выше предела: {actual}",
            "{month}, above the limit: {actual}",
        ),
        ReasonCode::AboveRange => say(
            "Уәде етілген екі санның үлкенінен асып тұр; оның шек екені келісілмеген",
            "Больше верхнего из двух обещанных чисел; предел ли оно, не согласовано",
            "More than the upper of the two promised numbers; whether it is a limit is not agreed",
        ),
        ReasonCode::NoData => say("Дерек жоқ", "Нет данных", "No data"),
        ReasonCode::EvidenceUncounted => say(
            "Растайтын материал бар ({count}), ал саны жазылмаған",
            "Подтверждения есть ({count}), а число не записано",
            "There is evidence ({count}), but the number is not recorded",
        ),
        ReasonCode::PeopleUncounted => say(
            "Тізімдерде не шараларда аталған, бірақ бұл жолға жазылмаған адам: {count}",
            "Людей в списках или на событиях, которых в эту строку не записали: {count}",
            "People in lists or at events who are not recorded for this line: {count}",
        ),
        ReasonCode::SupportNotCounted => say(
            "Адам санына қосылмаған қолдау: {line}",
            "Поддержка, не вошедшая в число людей: {line}",
            "Support not counted as persons: {line}",
        ),
        ReasonCode::OwnNotCounted => say(
            "Көрсеткіш аталған жолдардан құралады, сондықтан оның өз саны есепке алынбаған: {count}",
            "Показатель складывается из названных строк, поэтому его собственное число не учтено: {count}",
            "The figure sums the lines it names, so its own number is not counted: {count}",
        ),
        ReasonCode::FewerPersons => say(
            "Қатысу саны жетеді, бірақ бірегей адам саны одан аз: {persons}, күтілгені: {expected}",
            "По участиям достигнуто, но уникальных людей меньше: не более {persons} при ожидаемых {expected}",
            "Reached by participations, but there are fewer unique persons: at most {persons} where {expected} are expected",
        ),
        ReasonCode::NoSources => say(
            "Қай жолдардан құралатыны көрсетілмеген",
            "Не указано, из каких строк складывается",
            "Nobody has said which lines it sums",
        ),
        ReasonCode::SeveralNumbers => say(
            "Бірнеше сан уәде етілген, ал жиынтық біреу: оның қайсысына жеткені белгісіз",
            "Обещано несколько чисел, а сумма одна: неизвестно, какого из них она достигает",
            "Several numbers are promised and there is one sum: which of them it reaches is not known",
        ),
        ReasonCode::NotByPeriods => say(
            "Сан қайталанады, ал көрсеткіш бүкіл жобаға бір: кезеңдер бойынша есептелмейді",
            "Число повторяется, а показатель один на весь проект: по периодам он не считается",
            "The number recurs and the figure is one of the whole project: it is not counted by periods",
        ),
        ReasonCode::Returned => say(
            "Оператор ескертпемен қайтарды",
            "Оператор вернул с замечанием",
            "Returned by the operator with a remark",
        ),
        ReasonCode::AcceptedLess => say(
            "Қабылданғаны: {accepted}, расталғаны: {proven}",
            "Принято: {accepted}, было подтверждено: {proven}",
            "Accepted: {accepted}, proven by then: {proven}",
        ),
        ReasonCode::Overflow => say("Сан тым үлкен", "Число слишком велико", "The number is too large"),
    }
}

/// What is said of a line that waits for an approval.
#[must_use]
pub(super) const fn approval(by: Approver) -> Saying {
    match by {
        Approver::LocalExecutiveBody => say(
            "Келісу құжаты күтілуде: жергілікті атқарушы орган",
            "Ожидается документ о согласовании: местный исполнительный орган",
            "Agreement awaited: local executive body",
        ),
        Approver::Leader => say(
            "Бекіту құжаты күтілуде: ұйым басшысы",
            "Ожидается документ об утверждении: руководитель организации",
            "Approval awaited: leader",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::placeholders;
    use crate::language::Language;

    /// Every reason; [`saying`] does not compile when one is left out.
    const ALL: [ReasonCode; 49] = [
        ReasonCode::Missing,
        ReasonCode::StillAbove,
        ReasonCode::EventShort,
        ReasonCode::PeriodShort,
        ReasonCode::PartShort,
        ReasonCode::EventUnmeasured,
        ReasonCode::PeriodUnmeasured,
        ReasonCode::NotToldApart,
        ReasonCode::ItemsWithoutEvent,
        ReasonCode::ItemsOfSeveralEvents,
        ReasonCode::EventNotHeld,
        ReasonCode::ApprovalMissing,
        ReasonCode::NoEventHeld,
        ReasonCode::EventsOpen,
        ReasonCode::NoDenominator,
        ReasonCode::NoBaseline,
        ReasonCode::BaselineMeasured,
        ReasonCode::ProofLost,
        ReasonCode::ProofIncomplete,
        ReasonCode::OtherKind,
        ReasonCode::CountedForTask,
        ReasonCode::SharedWithTask,
        ReasonCode::ClaimedNotProven,
        ReasonCode::RowsDiffer,
        ReasonCode::RowsUnknown,
        ReasonCode::ListUnsigned,
        ReasonCode::ProbableDoubles,
        ReasonCode::Unread,
        ReasonCode::NoDeadline,
        ReasonCode::Late,
        ReasonCode::EvidenceLate,
        ReasonCode::DocumentMissing,
        ReasonCode::NoNumber,
        ReasonCode::AboveLimit,
        ReasonCode::EventAbove,
        ReasonCode::PeriodAbove,
        ReasonCode::AboveRange,
        ReasonCode::NoData,
        ReasonCode::EvidenceUncounted,
        ReasonCode::PeopleUncounted,
        ReasonCode::SupportNotCounted,
        ReasonCode::OwnNotCounted,
        ReasonCode::FewerPersons,
        ReasonCode::NoSources,
        ReasonCode::SeveralNumbers,
        ReasonCode::NotByPeriods,
        ReasonCode::Returned,
        ReasonCode::AcceptedLess,
        ReasonCode::Overflow,
    ];

    #[test]
    fn what_every_reason_says() {
        let say = |saying: Saying| format!("{} | {} | {}", saying.kk, saying.ru, saying.en);
        let mut page: Vec<String> =
            ALL.iter().map(|code| format!("{code:?}: {}", say(saying(*code)))).collect();
        page.extend(
            [Approver::LocalExecutiveBody, Approver::Leader]
                .map(|by| format!("{by:?}: {}", say(approval(by)))),
        );
        insta::assert_snapshot!(page.join("\n"));
    }

    #[test]
    fn the_three_languages_say_the_same_parameters() {
        for code in ALL {
            let said = Language::ALL.map(|language| {
                let mut names: Vec<String> =
                    placeholders(saying(code).get(language)).map(str::to_owned).collect();
                names.sort_unstable();
                names
            });
            assert_eq!((&said[0], &said[1]), (&said[1], &said[2]), "{code:?}");
        }
    }
}
