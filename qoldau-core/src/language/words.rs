//! The glossary: the words of the product by stable keys. `docs/glossary.md` lists them; a test holds the two together.

use super::{Language, Saying};

/// The word of a key, as it stands at the start of a phrase; nothing for a key that is not in the glossary.
///
/// Keys are those of the wire forms where there is one: `notStarted`, `overdue`, `localExecutiveBody`.
#[must_use]
pub fn word(key: &str, language: Language) -> Option<&'static str> {
    WORDS.iter().find(|(of, _)| *of == key).map(|(_, saying)| saying.get(language))
}

#[cfg(feature = "people")]
/// Words of lists of people, apart from the others: who needs them alone carries no others.
const OF_PEOPLE: [(&str, Saying); 17] = picked([
    "surname",
    "givenName",
    "patronymic",
    "nameEnding",
    "birthDate",
    "phone",
    "iinOrEmail",
    "placeAndList",
    "iin",
    "email",
    "settlement",
    "organisation",
    "attendanceList",
    "error",
    "warning",
    "question",
    "info",
]);

/// The word of a key that is said of lists of people.
#[cfg(feature = "people")]
pub(crate) fn word_of_people(key: &str, language: Language) -> Option<&'static str> {
    OF_PEOPLE.iter().find(|(of, _)| *of == key).map(|(_, saying)| saying.get(language))
}

#[cfg(feature = "people")]
/// Rows of the glossary, picked by the compiler, which refuses a key that is not there.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "evaluated by the compiler alone"
)]
const fn picked<const N: usize>(keys: [&str; N]) -> [(&'static str, Saying); N] {
    let mut rows = [WORDS[0]; N];
    let mut place = 0;
    while place < N {
        let mut row = 0;
        while !are_same(WORDS[row].0.as_bytes(), keys[place].as_bytes()) {
            row += 1;
        }
        rows[place] = WORDS[row];
        place += 1;
    }
    rows
}

#[cfg(feature = "people")]
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "evaluated by the compiler alone"
)]
const fn are_same(one: &[u8], other: &[u8]) -> bool {
    let mut place = 0;
    while place < one.len() && place < other.len() && one[place] == other[place] {
        place += 1;
    }
    place == one.len() && place == other.len()
}

/// Every key of the glossary, in its order.
pub fn keys() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|(key, _)| *key)
}

/// One row of the table.
const fn row(
    key: &'static str,
    kk: &'static str,
    ru: &'static str,
    en: &'static str,
) -> (&'static str, Saying) {
    (key, Saying { kk, ru, en })
}

/// The glossary, in the order of `docs/glossary.md`.
const WORDS: &[(&str, Saying)] = &[
    row("project", "Жоба", "Проект", "Project"),
    row("grantee", "Грант алушы", "Грантополучатель", "Grantee"),
    row("operator", "Оператор", "Оператор", "Operator"),
    row(
        "localExecutiveBody",
        "Жергілікті атқарушы орган",
        "Местный исполнительный орган",
        "Local executive body",
    ),
    row("annex", "Қосымша", "Приложение", "Annex"),
    row("plan", "Жоспар", "План", "Plan"),
    row("planEdition", "Жоспардың редакциясы", "Редакция плана", "Plan edition"),
    row("supplementaryAgreement", "Қосымша келісім", "Дополнительное соглашение", "Supplementary agreement"),
    row("agreedReading", "Келісілген түсіндірме", "Согласованное толкование", "Agreed reading"),
    row("task", "Міндет", "Задача", "Task"),
    row("goal", "Мақсат", "Цель", "Goal"),
    row("expectedResult", "Күтілетін нәтиже", "Ожидаемый результат", "Expected result"),
    row("activity", "Іс-шара", "Мероприятие плана", "Activity"),
    row("event", "Шара", "Событие", "Event"),
    row("planned", "Жоспарланған", "Запланировано", "Planned"),
    row("held", "Өткізілген", "Проведено", "Held"),
    row("postponed", "Кейінге қалдырылған", "Перенесено", "Postponed"),
    row("cancelled", "Өткізілмейтін болды", "Отменено", "Cancelled"),
    row("indicator", "Көрсеткіш", "Показатель", "Indicator"),
    row("line", "Жол", "Строка", "Line"),
    row("target", "Жоспар", "План", "Target"),
    row("actual", "Нақты мән", "Факт", "Actual"),
    row("atLeast", "Кемінде", "Не менее", "At least"),
    row("atMost", "аспайды", "Не более", "At most"),
    row("perEvent", "Әр шарадан", "С каждого мероприятия", "Per event"),
    row("everyMonth", "Ай сайын", "Ежемесячно", "Every month"),
    row("evidence", "Растайтын материал", "Подтверждение", "Evidence"),
    row("supportingDocument", "Растайтын құжат", "Подтверждающий документ", "Supporting document"),
    row("register", "Растайтын материалдар тізімдемесі", "Опись подтверждений", "Evidence register"),
    row("claimed", "Мәлімделген", "Заявлено", "Claimed"),
    row("proven", "Расталған", "Подтверждено", "Proven"),
    row("unproven", "Расталмаған", "Не подтверждено", "Unproven"),
    row("missing", "Жетіспейді", "Не хватает", "Missing"),
    row("deadline", "Орындалу мерзімі", "Срок исполнения", "Deadline"),
    row("asOf", "Жағдай бойынша", "По состоянию на", "As of"),
    row("reportingPeriod", "Есепті кезең", "Отчётный период", "Reporting period"),
    row("notDue", "Мерзімі келген жоқ", "Срок не наступил", "Not due"),
    row("notStarted", "Басталған жоқ", "Не начато", "Not started"),
    row("open", "Орындалуда", "В работе", "Open"),
    row("onTrack", "Кесте бойынша", "По графику", "On track"),
    row("behind", "Кестеден кешігуде", "Отстаёт от графика", "Behind"),
    row("overdue", "Мерзімі өткен", "Просрочено", "Overdue"),
    row("met", "Орындалды", "Выполнено", "Met"),
    row("metLate", "Кешігіп орындалды", "Выполнено с опозданием", "Met late"),
    row("exceeded", "Асыра орындалды", "Перевыполнено", "Exceeded"),
    row("notComputable", "Есептеу мүмкін емес", "Рассчитать нельзя", "Not computable"),
    row("notApplicable", "Қолданылмайды", "Не применимо", "Not applicable"),
    row("noData", "Дерек жоқ", "Нет данных", "No data"),
    row("unknown", "Белгісіз", "Неизвестно", "Unknown"),
    row("numerator", "Алымы", "Числитель", "Numerator"),
    row("denominator", "Бөлімі", "Знаменатель", "Denominator"),
    row("participants", "Қатысушылар саны", "Число участников", "Participants"),
    row("participations", "Қатысу саны (қайталанумен)", "Участий (с повторами)", "Participations"),
    row(
        "uniquePersons",
        "Бірегей адам саны (қайталанусыз)",
        "Уникальных людей (без повторов)",
        "Unique persons",
    ),
    row("headcount", "Жалпы саны (тізімсіз)", "Численность (без списка)", "Headcount"),
    row("directBeneficiaries", "Тікелей бенефициарлар", "Прямые бенефициары", "Direct beneficiaries"),
    row("indirectBeneficiaries", "Жанама бенефициарлар", "Косвенные бенефициары", "Indirect beneficiaries"),
    row("attendanceList", "Қатысушылар тізімі", "Список участников", "Attendance list"),
    row("signature", "Қолы", "Подпись", "Signature"),
    row("probableDuplicate", "Ықтимал қайталану", "Вероятный дубль", "Probable duplicate"),
    row(
        "personalDataConsent",
        "Дербес деректерді өңдеуге келісім",
        "Согласие на обработку персональных данных",
        "Consent",
    ),
    row("hiddenForPrivacy", "Құпиялық үшін жасырылған", "Скрыто для защиты данных", "Suppressed"),
    row("announcement", "Хабарландыру", "Анонс", "Announcement"),
    row("post", "Пост", "Пост", "Post"),
    row("letter", "Хат", "Письмо", "Letter"),
    row("outgoingNumber", "Шығыс нөмірі", "Исходящий №", "Outgoing no."),
    row("liveStream", "Тікелей эфир", "Прямой эфир", "Live stream"),
    row("story", "Сторис", "Сторис", "Story"),
    row("handOverAct", "Табыстау актісі", "Акт передачи", "Hand-over act"),
    row("finding", "Тексеру нәтижесі", "Результат проверки", "Finding"),
    row("error", "Қате", "Ошибка", "Error"),
    row("warning", "Ескерту", "Предупреждение", "Warning"),
    row("question", "Шешуді қажет ететін сұрақ", "Вопрос для решения", "Question to settle"),
    row("needsPairing", "Сәйкестендіру қажет", "Нужно сопоставить", "Needs pairing"),
    row("acknowledged", "Назарға алынды", "Принято к сведению", "Acknowledged"),
    row("journal", "Жазбалар журналы", "Журнал записей", "Journal"),
    row("entry", "Жазба", "Запись", "Entry"),
    row("amend", "Түзету", "Исправить", "Amend"),
    row("void", "Күшін жою", "Аннулировать", "Void"),
    row("merge", "Біріктіру", "Объединить", "Merge"),
    row("conflict", "Түзетулер қайшылығы", "Конфликт правок", "Conflict"),
    row("draft", "Қаралама", "Черновик", "Draft"),
    row("submitted", "Тапсырылды", "Сдано", "Submitted"),
    row("returned", "Ескертпемен қайтарылды", "Возвращено с замечанием", "Returned with a remark"),
    row("operatorRemark", "Оператордың ескертпесі", "Замечание оператора", "Operator's remark"),
    row("approved", "Бекітілді", "Утверждено", "Approved"),
    row("agreed", "Келісілді", "Согласовано", "Agreed"),
    row("accepted", "Қабылданған", "Принято", "Accepted"),
    row("creativeReport", "Шығармашылық есеп", "Творческий отчёт", "Creative report"),
    row("financialReport", "Қаржылық есеп", "Финансовый отчёт", "Financial report"),
    row("estimate", "Смета", "Смета", "Budget estimate"),
    row("survey", "Сауалнама", "Опрос", "Survey"),
    row("questionnaire", "Сауалнама парағы", "Анкета", "Questionnaire"),
    row("twoPhaseSurvey", "Екі фазалы сауалнама", "Двухфазный опрос", "Two-phase survey"),
    row("surveyPhase", "Сауалнама фазасы", "Фаза опроса", "Survey phase"),
    row("activePhase", "Белсенді кезең", "Активная фаза", "Active phase"),
    row("satisfactionLevel", "Қанағаттану деңгейі", "Уровень удовлетворённости", "Satisfaction level"),
    row("responseRate", "Жауап бергендер үлесі", "Доля ответивших", "Response rate"),
    row("matched", "Жұбы табылған", "Сопоставлено", "Matched"),
    row("unmatched", "Жұбы табылмаған", "Без пары", "Unmatched"),
    row("confidenceInterval", "Сенімділік интервалы", "Доверительный интервал", "Confidence interval"),
    row("metWithConfidence", "Сенімді орындалды", "Выполнено уверенно", "Met with confidence"),
    row("cannotSay", "Қорытынды жасауға дерек жеткіліксіз", "Данных недостаточно для вывода", "Cannot say"),
    row("focusGroup", "Фокус-топтық талқылау", "Фокус-группа", "Focus group"),
    row(
        "finalPublicPresentation",
        "Қорытынды жария презентация",
        "Итоговая публичная презентация",
        "Final public presentation",
    ),
    row("needsAction", "Әрекет қажет", "Требует действий", "Needs action"),
    row("leader", "Ұйым басшысы", "Руководитель организации", "Leader"),
    row("toDoNext", "Алдағы істер", "Что делать дальше", "To do next"),
    row("notCounted", "Есептелмеген", "Не подсчитано", "Not counted"),
    row("info", "Мәлімет", "К сведению", "For information"),
    row("policy", "Есептеу ережелері", "Правила расчёта", "Policy"),
    row("partial", "Ішінара расталған", "Подтверждено частично", "Partly proven"),
    row("lost", "Растауы жоғалған", "Подтверждение утрачено", "Proof lost"),
    row("notRequired", "Растау қажет емес", "Подтверждение не требуется", "No proof needed"),
    row("inTime", "Мерзімінде", "В срок", "In time"),
    row("late", "Мерзімінен кеш", "С опозданием", "Late"),
    row("outsideProject", "Жоба мерзімінен тыс", "Вне срока проекта", "Outside the project's time"),
    row("valid", "Есепке алынды", "Засчитано", "Counted"),
    row("incomplete", "Сілтеме де, скриншот та жоқ", "Нет ссылки или скриншота", "No link or screenshot"),
    row("otherKind", "Басқа түрдегі материал", "Материал другого вида", "Of another kind"),
    row("camera", "камера бойынша", "по данным камеры", "by the camera"),
    row("fileName", "файл атауы бойынша", "по имени файла", "by the name of the file"),
    row("stated", "айтылғаны бойынша", "со слов", "as stated"),
    row(
        "countedForTask",
        "Міндет жолында саналған",
        "Засчитано в строке задачи",
        "Counted in a line of a task",
    ),
    row(
        "countedAlready",
        "Бұл файл не сілтеме осы жолда саналған",
        "Этот файл или ссылка уже засчитаны в строке",
        "Its file or link is counted in the line already",
    ),
    row("eventNotHeld", "Шара өткізілмеген", "Событие не проведено", "Event not held"),
    row("surname", "Тегі", "Фамилия", "Surname"),
    row("givenName", "Аты", "Имя", "Given name"),
    row("patronymic", "Әкесінің аты", "Отчество", "Patronymic"),
    row("nameEnding", "Аты-жөнінің жалғауы", "Окончание имени", "Ending of the name"),
    row("birthDate", "Туған күні", "Дата рождения", "Birth date"),
    row("phone", "Телефоны", "Телефон", "Telephone"),
    row("iin", "ЖСН", "ИИН", "IIN"),
    row("email", "Эл. пошта", "Эл. почта", "E-mail"),
    row("iinOrEmail", "ЖСН немесе эл. пошта", "ИИН или эл. почта", "IIN or e-mail"),
    row("settlement", "Елді мекен", "Населённый пункт", "Settlement"),
    row("organisation", "Ұйым", "Организация", "Organisation"),
    row("placeAndList", "Мекені, ұйымы, тізімі", "Место, организация, список", "Place, organisation, list"),
    row("kazakh", "Қазақ тілі", "Казахский язык", "Kazakh"),
    row("russian", "Орыс тілі", "Русский язык", "Russian"),
    row("english", "Ағылшын тілі", "Английский язык", "English"),
    row("valueNumber", "Сан", "Число", "A number"),
    row("valueText", "Мәтін", "Текст", "A text"),
    row("valueBoolean", "Иә немесе жоқ", "Да или нет", "A yes or no"),
    row("valueDate", "Күн", "Дата", "A day"),
    row("valueOption", "Тізімнің бір нұсқасы", "Один вариант списка", "One option of a list"),
    row(
        "valueOptions",
        "Тізімнің бірнеше нұсқасы",
        "Несколько вариантов списка",
        "Several options of a list",
    ),
    row("tooLong", "Өрнек тым ұзын", "Выражение слишком длинное", "The expression is too long"),
    row("tooDeep", "Жақшалар тым тереңде", "Скобки вложены слишком глубоко", "Brackets nest too deeply"),
    row("endsEarly", "Өрнек аяқталмаған", "Выражение обрывается", "It ends too early"),
    row("unexpected", "Бұл жерде тұра алмайды", "Здесь это стоять не может", "This cannot stand here"),
    row("unknownCharacter", "Белгісіз таңба", "Неизвестный символ", "An unknown character"),
    row("unterminatedText", "Тырнақша жабылмаған", "Кавычка не закрыта", "A quote is not closed"),
    row("unterminatedName", "Жүйелі жақша жабылмаған", "Фигурная скобка не закрыта", "A brace is not closed"),
    row("notANumber", "Бұл сан емес", "Это не число", "This is no number"),
    row(
        "notADate",
        "Бұл 2024-06-14 үлгісіндегі күн емес",
        "Это не дата вида 2024-06-14",
        "This is no day like 2024-06-14",
    ),
    row("unknownFunction", "Белгісіз функция", "Неизвестная функция", "An unknown function"),
    row(
        "wrongArguments",
        "Функцияның аргумент саны дұрыс емес",
        "Неверное число аргументов",
        "A wrong number of arguments",
    ),
    row(
        "comparedTwice",
        "Салыстыру екі рет тізбектелген",
        "Сравнение сравнения",
        "A comparison of a comparison",
    ),
    row("moderator", "Модератор", "Модератор", "Moderator"),
    row("participantsCount", "Қатысушылар саны", "Число участников", "Number of participants"),
    row("minutes", "Хаттама", "Протокол", "Minutes"),
    row("participantsConsent", "Қатысушылардың келісімі", "Согласие участников", "Participants' consent"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tests::glossary_rows;

    #[test]
    fn the_words_are_those_of_the_glossary_and_no_others() {
        let said: Vec<Vec<String>> = WORDS
            .iter()
            .map(|(key, saying)| [key, saying.kk, saying.ru, saying.en].map(String::from).to_vec())
            .collect();
        assert_eq!(
            said,
            glossary_rows(&["## Words", "## Further words of the report", "## Words of surveys"], 4)
        );
    }

    #[test]
    fn keys_are_unique_and_unknown_ones_have_no_word() {
        let mut all: Vec<&str> = keys().collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), keys().count());
        assert_eq!(word("overdue", Language::Kazakh), Some("Мерзімі өткен"));
        assert_eq!(word("no such key", Language::Kazakh), None);
    }
}
