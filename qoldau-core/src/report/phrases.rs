//! What the report says beside the words of the glossary, in the three languages.

use crate::language::Saying;

/// One saying in the three languages.
const fn say(kk: &'static str, ru: &'static str, en: &'static str) -> Saying {
    Saying { kk, ru, en }
}

pub(super) const TITLE: Saying =
    say("Жоспардың орындалу барысы", "Ход исполнения плана", "Progress of the plan");
pub(super) const AS_SIGNED: Saying =
    say("қол қойылған шарт", "подписанный договор", "the contract as signed");
pub(super) const CONTENTS: Saying = say("Мазмұны", "Содержание", "Contents");
pub(super) const WHERE_LINES_STAND: Saying =
    say("Жолдардың күйі", "Состояние строк", "Where the lines stand");
pub(super) const IN_ALL: Saying = say("Барлығы", "Всего", "In all");

pub(super) const NOTHING_TO_DO: Saying =
    say("Қазір істейтін іс қалмады.", "Сейчас делать нечего.", "There is nothing to do at the moment.");
pub(super) const DAY_PAST: Saying = say(
    "күні өтті, ал жолдың мерзімі әлі өткен жоқ",
    "день прошёл, а срок строки ещё не истёк",
    "the day is past, and the line is not overdue yet",
);
pub(super) const NEXT: Saying = say("Келесісі", "Далее", "Next");
pub(super) const NOT_LATER_THAN: Saying =
    say("соңғы күні – {date}", "не позднее {date}", "not later than {date}");
pub(super) const REACH: Saying = say("Қамту (бағалау)", "Охват (оценка)", "Reach (estimate)");
pub(super) const AND_MORE: Saying = say("Тағы", "Ещё", "More");
pub(super) const SEE: Saying = say("{lines} жолын қараңыз", "См. {lines}", "See {lines}");
pub(super) const SEVERAL_RECORDS: Saying =
    say("{finding} (жазба саны: {count})", "{finding} (записей: {count})", "{finding} (records: {count})");
pub(super) const NO_DATE: Saying = say("Мерзімі белгісіз", "Срок неизвестен", "No date");
pub(super) const APPROVALS: Saying = say(
    "Басшыға: бекіту мен келісуді күтетін жолдар",
    "Руководителю: что ждёт утверждения и согласования",
    "For the leader: what waits for approval",
);
pub(super) const NO_APPROVALS: Saying =
    say("Бекітуді күтіп тұрған жол жоқ.", "Ничто не ждёт утверждения.", "Nothing waits for approval.");
pub(super) const WAITS_FOR: Saying = say("Кімнен күтілуде", "От кого ожидается", "Waits for");
pub(super) const EXCEPTIONS: Saying = say(
    "Операторға: алдымен назар аударатын жайттар",
    "Оператору: сначала исключения",
    "For the operator: exceptions first",
);
pub(super) const NO_EXCEPTIONS: Saying =
    say("Ерекше жайт жоқ.", "Исключений нет.", "There are no exceptions.");
pub(super) const CLAIMED_NOT_PROVEN: Saying = say(
    "Мәлімделгені расталғанына тең емес",
    "Заявленное не равно подтверждённому",
    "Claimed is not what is proven",
);
pub(super) const LIST_DIFFERS: Saying = say(
    "Тізім мен жазылған сан сәйкес емес",
    "Список не сходится с записанным числом",
    "The list is not the number recorded",
);
pub(super) const SHARED: Saying = say(
    "Бір материал бірнеше жолды растайды",
    "Одно подтверждение на несколько строк",
    "One piece of evidence for several lines",
);
pub(super) const PROOF_LOST: Saying = say(
    "Растауы жоғалған немесе толық емес",
    "Подтверждение утрачено или неполно",
    "Proof lost or incomplete",
);
pub(super) const ACCEPTED_LESS: Saying =
    say("Қабылданғаны расталғанынан аз", "Принято меньше подтверждённого", "Accepted is less than proven");
pub(super) const DOUBLES_TEXT: Saying =
    say("{event}. Жазба саны: {count}", "{event}. Записей: {count}", "{event}. Records: {count}");

pub(super) const REMARKS: Saying =
    say("Оператордың ескертпелері", "Замечания оператора", "The operator's remarks");
pub(super) const ON_THE_WHOLE: Saying = say("Тұтас пакетке", "Ко всему пакету", "On the whole");
pub(super) const SUBMISSIONS: Saying =
    say("Операторға тапсырылғаны", "Сдано оператору", "Handed to the operator");
pub(super) const REMARKS_OPEN: Saying =
    say("жауапсыз ескертпе: {count}", "замечаний без ответа: {count}", "remarks without an answer: {count}");
pub(super) const REMARKS_ANSWERED: Saying = say(
    "жауап берілген ескертпе: {count}",
    "замечаний с ответом: {count}",
    "remarks that were answered: {count}",
);
pub(super) const LINES_ACCEPTED: Saying =
    say("қабылданған жол: {count}", "принято строк: {count}", "lines accepted: {count}");
pub(super) const RECORDS: Saying = say(
    "Жазбалар: бекітілгені {approved}, басшыны күтуде {submitted}, қайтарылғаны {returned}, қаралама {draft}",
    "Записи: утверждено {approved}, ждёт руководителя {submitted}, возвращено {returned}, черновики {draft}",
    "Records: approved {approved}, waiting for the leader {submitted}, returned {returned}, drafts {draft}",
);
pub(super) const APPROVED_OF: Saying =
    say("Бекітілгені: {part} / {whole}", "Утверждено: {part} из {whole}", "Approved: {part} of {whole}");
pub(super) const APPROVED_PART: Saying = say("Бекітілгені: {part}", "Утверждено: {part}", "Approved: {part}");
pub(super) const APPROVED_WHOLLY: Saying =
    say("Толық бекітілген", "Утверждено полностью", "Approved in full");

pub(super) const ALL_LINES: Saying = say(
    "Барлық жолдар қосымшадағы ретімен",
    "Все строки в порядке приложения",
    "All lines in the annex's order",
);
pub(super) const TIMELINE: Saying = say("Мерзімдер кестесі", "Календарь сроков", "Timeline of deadlines");
pub(super) const REPORT_DAY: Saying = say("Есеп күні", "День отчёта", "Day of the report");
pub(super) const STATUS: Saying = say("Күйі", "Состояние", "Status");
pub(super) const EVENTS_HELD_OF_PLANNED: Saying = say(
    "Өткізілген шара: {held}, жоспарланғаны: {planned}",
    "Проведено событий: {held}, запланировано: {planned}",
    "Events held: {held}, planned: {planned}",
);
pub(super) const EVENTS_HELD: Saying =
    say("Өткізілген шара: {held}", "Проведено событий: {held}", "Events held: {held}");
pub(super) const EXPECTED_IN_ALL: Saying = say("барлығы: {total}", "всего: {total}", "in all: {total}");
pub(super) const EXPECTED_BY_DATE: Saying = say("осы күнге: {by}", "на этот день: {by}", "by this day: {by}");
pub(super) const DAYS_LEFT: Saying = say("қалған күн: {days}", "осталось дней: {days}", "days left: {days}");
pub(super) const IN_PERIOD: Saying = say(
    "Есепті кезеңде: мәлімделген {claimed}, расталған {proven}",
    "За отчётный период: заявлено {claimed}, подтверждено {proven}",
    "In the reporting period: claimed {claimed}, proven {proven}",
);
pub(super) const ENTERED_LATER: Saying =
    say("кейін енгізілгені: {count}", "внесено позже: {count}", "entered later: {count}");
pub(super) const COMPLETE_EVENTS: Saying =
    say("Шара толық: {count}", "Событий полностью: {count}", "Events complete: {count}");
pub(super) const COMPLETE_PERIODS: Saying =
    say("Кезең толық: {count}", "Периодов полностью: {count}", "Periods complete: {count}");

pub(super) const IMPACT: Saying =
    say("Жобаның әлеуметтік әсері", "Социальный эффект проекта", "Social impact");
pub(super) const SOURCES: Saying = say("Құрамы", "Из чего складывается", "What it sums");
pub(super) const IMPACT_NOTE: Saying = say(
    "Қатысу саны мен бірегей адам саны — екі бөлек көрсеткіш: бір адам бірнеше рет қатыса алады.",
    "Число участий и число уникальных людей — два разных показателя: один человек может участвовать не раз.",
    "Participations and unique persons are two different figures: one person may take part more than once.",
);
pub(super) const WITHDRAWN: Saying =
    say("Келісім бойынша алынған жолдар", "Исключено по соглашению", "Withdrawn by agreement");
pub(super) const WITHDRAWN_NOTE: Saying = say(
    "Бұл жолдар жоба жолдарының санына кірмейді, бірақ олар бойынша атқарылған жұмыс сақталады.",
    "Эти строки не входят в число строк проекта, но сделанное по ним сохраняется.",
    "These lines are none of the lines of the project; what was done for them is kept.",
);
pub(super) const READINGS: Saying =
    say("Жолдар қалай түсіндірілді", "Как прочитаны строки", "How lines were read");
pub(super) const ERRORS: Saying = say(
    "Қателер, алдымен соларды түзетіңіз",
    "Ошибки, их нужно исправить в первую очередь",
    "Errors, to be mended first",
);
pub(super) const FINDINGS: Saying = say("Тексеру нәтижелері", "Результаты проверки", "Findings");
pub(super) const OF_JOURNAL: Saying = say(
    "Журналдан оқылмағаны немесе күмән тудыратыны",
    "Что в журнале не прочитано или вызывает сомнение",
    "What of the journal could not be read or is doubtful",
);
pub(super) const FOLDED: Saying = say(
    "Шешілген және назарға алынған нәтижелер",
    "Решённые и принятые к сведению результаты",
    "Settled and acknowledged findings",
);
pub(super) const UNREAD: Saying = say(
    "Шарттың оқылмаған сөздері",
    "Непрочитанные слова договора",
    "Words of the contract that were not understood",
);
pub(super) const QUESTION: Saying = say("Сұрақ", "Вопрос", "Question");
pub(super) const ANSWER: Saying = say("Жауап", "Ответ", "Answer");
pub(super) const ANSWERS: Saying = say("Мүмкін жауаптар", "Возможные ответы", "Possible answers");
pub(super) const SOURCE: Saying = say("Негізі", "Основание", "Source");
pub(super) const LINES: Saying = say("Жолдар", "Строки", "Lines");
pub(super) const VALUE: Saying = say("Мәні", "Значение", "Value");
pub(super) const SETTING: Saying = say("Ереже", "Правило", "Rule");
pub(super) const UNPAIRED_NAMES: Saying = say("Көрсеткіштер", "Показатели", "Indicators");
pub(super) const UNPAIRED_VALUES: Saying = say("Жоспарланған мәндер", "Плановые значения", "Targets");

// The evidence register.
pub(super) const REGISTER_NOTE: Saying = say(
    "Нөмір материал алғаш жазылған ретпен беріледі және өзгермейді. Жазбаның мазмұны жойылса, одан кейінгі нөмірлер бұрынғы нөмірлер сақталған болса ғана орнында қалады.",
    "Номер даётся в порядке записи подтверждения и не меняется. Если содержание записи стёрто, номера после неё остаются прежними, только когда сохранены выданные раньше.",
    "A number is given in the order of recording and does not change. Where the content of an entry was erased, the numbers behind it stay only if those given before were kept.",
);
pub(super) const REGISTER_SUMMARY: Saying = say(
    "{items}, {pages}; толық емес: {lines}",
    "{items}, {pages}; неполно: {lines}",
    "{items}, {pages}; incomplete: {lines}",
);
pub(super) const KIND: Saying = say("Түрі", "Вид", "Kind");
pub(super) const DATE: Saying = say("Күні", "Дата", "Date");
pub(super) const TITLE_OF_ITEM: Saying = say("Атауы", "Название", "Title");
pub(super) const COPIES: Saying = say("Дана саны: {count}", "Экземпляров: {count}", "Copies: {count}");
pub(super) const FILE_OR_LINK: Saying = say("Файл немесе сілтеме", "Файл или ссылка", "File or link");
pub(super) const FILE_NAME: Saying = say("Қалтадағы аты", "Имя в папке", "Name in the folder");
pub(super) const PAGES: Saying = say("Бет саны", "Страниц", "Pages");
pub(super) const REMARK: Saying = say("Белгі", "Пометка", "Mark");
pub(super) const ALSO_PROVES: Saying =
    say("Мұны да растайды: {lines}", "Подтверждает также: {lines}", "Also proves: {lines}");
pub(super) const NOT_IN_HAND: Saying = say(
    "Тіркелген, бірақ қолда жоқ файл: {count}[ (құрылғы: {device})]",
    "Записано, но файлов нет на руках: {count}[ (устройство: {device})]",
    "Recorded, but not in hand: {count} of the files[ (device: {device})]",
);
pub(super) const ADDRESSEES: Saying =
    say("Адресат саны: {count}", "Адресатов: {count}", "Addressees: {count}");
pub(super) const ROWS: Saying = say("Тізімдегі жол: {count}", "Строк в списке: {count}", "Rows: {count}");
pub(super) const SCREENSHOT: Saying = say("Скриншот: {date}", "Скриншот: {date}", "Screenshot: {date}");
pub(super) const FOLDER: Saying = say("Қалта", "Папка", "Folder");
