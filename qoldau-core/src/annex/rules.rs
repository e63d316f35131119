//! The rules whose findings the reading of an annex gives.

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

/// Version that brought the rules below.
const SINCE: &str = "0.1";

/// Names and values of a row are not equally many.
pub(super) const NEEDS_PAIRING: RuleInfo = RuleInfo {
    code: "ANX101",
    name: "needsPairing",
    severity: Severity::Error,
    since: SINCE,
    message: Saying {
        kk: "Көрсеткіштер мен жоспарланған мәндерді сәйкестендіру қажет: көрсеткіш – {names}, мән – {values}",
        ru: "Нужно сопоставить показатели и плановые значения: показателей – {names}, значений – {values}",
        en: "Indicators and planned values need pairing: {names} indicators, {values} values",
    },
    what: RuleInfo::manual(
        "The indicator cell and the target cell of an activity hold lists of different lengths, or lists that cannot belong together line by line.",
    ),
    why: RuleInfo::manual(
        "The annex joins a name to its value only by order. One value too many or too few moves every promise after it.",
    ),
    example: RuleInfo::manual("Three indicators over the values 1, 80 %"),
    remedy: Saying {
        kk: "Екі тізімді салыстырып, әр көрсеткішке өз мәнін таңдаңыз",
        ru: "Сверьте оба списка и укажите значение для каждого показателя",
        en: "Compare the two lists and choose the value of every indicator",
    },
};

/// An empty deadline cell took the deadline above it.
pub(super) const DEADLINE_INHERITED: RuleInfo = RuleInfo {
    code: "ANX102",
    name: "deadlineInherited",
    severity: Severity::Question,
    since: SINCE,
    message: Saying {
        kk: "Мерзім ұяшығы бос, жоғарғы жолдың мерзімі алынды: {due}",
        ru: "Ячейка срока пуста, взят срок строки выше: {due}",
        en: "The deadline cell is empty; the deadline above was taken: {due}",
    },
    what: RuleInfo::manual(
        "The deadline cell of an activity is empty, and neither a merged cell nor its own words say when it is due.",
    ),
    why: RuleInfo::manual("An empty cell may mean \"as above\" or may have been forgotten."),
    example: RuleInfo::manual("October in the first row, nothing in the second"),
    remedy: Saying {
        kk: "Мерзім дұрыс болса, растаңыз; болмаса, дұрысын көрсетіңіз",
        ru: "Подтвердите срок или укажите верный",
        en: "Confirm the deadline, or enter the right one",
    },
};

/// A planned value was not understood.
pub(super) const UNREAD_TARGET: RuleInfo = RuleInfo {
    code: "ANX103",
    name: "unreadTarget",
    severity: Severity::Warning,
    since: SINCE,
    message: Saying {
        kk: "Жоспарланған мән танылмады: {text}",
        ru: "Плановое значение не распознано: {text}",
        en: "The planned value was not understood: {text}",
    },
    what: RuleInfo::manual(
        "The words of a planned value are not a number, a share, a change or any other known form.",
    ),
    why: RuleInfo::manual("A line without an understood target cannot be assessed."),
    example: RuleInfo::manual("«по отдельному списку»"),
    remedy: Saying {
        kk: "Мәнді санмен жазыңыз, мысалы: кемінде 2",
        ru: "Запишите значение числом, например: не менее 2",
        en: "Write the value as a number, such as: at least 2",
    },
};

/// A deadline was not understood.
pub(super) const UNREAD_DEADLINE: RuleInfo = RuleInfo {
    code: "ANX104",
    name: "unreadDeadline",
    severity: Severity::Question,
    since: SINCE,
    message: Saying {
        kk: "Орындалу мерзімі танылмады: {text}",
        ru: "Срок исполнения не распознан: {text}",
        en: "The deadline was not understood: {text}",
    },
    what: RuleInfo::manual(
        "The words of a deadline name no date, month, period or recurrence that is known.",
    ),
    why: RuleInfo::manual("Without a deadline nothing can be late."),
    example: RuleInfo::manual("«кестеге сәйкес»"),
    remedy: Saying {
        kk: "Мерзімді күнмен немесе аймен жазыңыз, мысалы: маусым – қыркүйек",
        ru: "Запишите срок датой или месяцем, например: июнь – сентябрь",
        en: "Write the deadline as a date or a month, such as: June – September",
    },
};

/// Words of the annex that fit nowhere.
pub(super) const UNREAD_TEXT: RuleInfo = RuleInfo {
    code: "ANX105",
    name: "unreadText",
    severity: Severity::Warning,
    since: SINCE,
    message: Saying {
        kk: "Жоспарға кірмеген мәтін сақталды, жол саны: {count}",
        ru: "Сохранён текст, не вошедший в план, строк: {count}",
        en: "Text that fits nowhere in the plan was kept, lines: {count}",
    },
    what: RuleInfo::manual(
        "Words of the annex stand where no part of a plan was expected: an unknown label, a note, a further column.",
    ),
    why: RuleInfo::manual("No words of a contract are dropped without a word; they may hold a promise."),
    example: RuleInfo::manual("A row «Ескерту» under the impact table"),
    remedy: Saying {
        kk: "Мәтінді оқып, онда уәде бар-жоғын тексеріңіз",
        ru: "Прочитайте текст и проверьте, нет ли в нём обязательств",
        en: "Read the text and see whether it holds a promise",
    },
};

/// The heading row of a table is not clear.
pub(super) const HEADER_UNCLEAR: RuleInfo = RuleInfo {
    code: "ANX106",
    name: "headerUnclear",
    severity: Severity::Warning,
    since: SINCE,
    message: Saying {
        kk: "Кесте бағандарының атауы түсініксіз, бағандар мазмұны бойынша анықталды",
        ru: "Заголовки столбцов таблицы неясны, столбцы определены по содержанию",
        en: "The column headings of the table are unclear; the columns were told by what stands in them",
    },
    what: RuleInfo::manual(
        "A column that the plan needs is named by no heading, or the table has no heading row.",
    ),
    why: RuleInfo::manual("A column taken for another one turns names into values."),
    example: RuleInfo::manual("A heading row without «Жоспарланып отырған индикаторлар»"),
    remedy: Saying {
        kk: "Кестенің дұрыс оқылғанын тексеріңіз немесе баған атауларын түзетіңіз",
        ru: "Проверьте, верно ли прочитана таблица, или исправьте заголовки столбцов",
        en: "See whether the table was read rightly, or mend its column headings",
    },
};

/// A block of the annex is missing.
pub(super) const PART_MISSING: RuleInfo = RuleInfo {
    code: "ANX107",
    name: "partMissing",
    severity: Severity::Warning,
    since: SINCE,
    message: Saying {
        kk: "Құжатта табылмаған блок: {block}",
        ru: "В документе не найден блок: {block}",
        en: "A block of the annex was not found: {block}",
    },
    what: RuleInfo::manual(
        "The document lacks one of the annex's four blocks: I project data, II team, III tasks, IV social impact.",
    ),
    why: RuleInfo::manual("A document that was cut short or pasted in part looks like a whole one."),
    example: RuleInfo::manual("A text that ends after task 5"),
    remedy: Saying {
        kk: "Құжаттың толық екенін тексеріңіз",
        ru: "Проверьте, что документ полный",
        en: "See that the document is whole",
    },
};

/// A field of the project's data was not understood.
pub(super) const UNREAD_FIELD: RuleInfo = RuleInfo {
    code: "ANX108",
    name: "unreadField",
    severity: Severity::Warning,
    since: SINCE,
    message: Saying {
        kk: "Жоба деректеріндегі мән танылмады: {text}",
        ru: "Значение в данных проекта не распознано: {text}",
        en: "A value of the project's data was not understood: {text}",
    },
    what: RuleInfo::manual(
        "The project's period or the working time of a person is not written in a known form.",
    ),
    why: RuleInfo::manual("Months in deadlines take their year from the period."),
    example: RuleInfo::manual("«по договору» for the period"),
    remedy: Saying {
        kk: "Мәнді жоспарда қолмен көрсетіңіз",
        ru: "Укажите значение в плане вручную",
        en: "Enter the value in the plan by hand",
    },
};

/// Indicators without any planned value.
pub(super) const TARGET_MISSING: RuleInfo = RuleInfo {
    code: "ANX109",
    name: "targetMissing",
    severity: Severity::Warning,
    since: SINCE,
    message: Saying {
        kk: "Қасында жоспарланған мәні жоқ көрсеткіш саны: {count}",
        ru: "Рядом с показателем нет планового значения, показателей: {count}",
        en: "No planned value stands beside the indicator, indicators: {count}",
    },
    what: RuleInfo::manual("The target cell beside one or more indicators is empty."),
    why: RuleInfo::manual("A promise without a number cannot be assessed."),
    example: RuleInfo::manual("«Дайжест» with nothing beside it"),
    remedy: Saying {
        kk: "Мәнді қосымша келісіммен толықтырыңыз немесе жоспарда көрсетіңіз",
        ru: "Дополните значение дополнительным соглашением или укажите его в плане",
        en: "Add the value by a supplementary agreement, or enter it in the plan",
    },
};

/// A heading of a task was not recognised by its words.
pub(super) const HEADING_UNCLEAR: RuleInfo = RuleInfo {
    code: "ANX110",
    name: "headingUnclear",
    severity: Severity::Warning,
    since: SINCE,
    message: Saying {
        kk: "Бұл тақырып міндет ретінде қабылданды, нөмірі: {number}",
        ru: "Этот заголовок принят за задачу, номер: {number}",
        en: "This heading was taken for a task, number: {number}",
    },
    what: RuleInfo::manual(
        "A heading above activities is neither a numbered task nor the presentation nor the information work.",
    ),
    why: RuleInfo::manual("Lines are numbered by their task."),
    example: RuleInfo::manual("A row «Қосымша іс-шаралар» above a table of activities"),
    remedy: Saying {
        kk: "Тақырыптың міндет екенін тексеріңіз",
        ru: "Проверьте, что заголовок является задачей",
        en: "See whether the heading is a task",
    },
};

/// The document holds tracked changes.
pub(super) const TRACKED_CHANGES: RuleInfo = RuleInfo {
    code: "ANX111",
    name: "trackedChanges",
    severity: Severity::Warning,
    since: SINCE,
    message: Saying {
        kk: "Құжатта қабылданбаған түзетулер бар: қосылғаны оқылды, жойылғаны оқылмады",
        ru: "В документе есть непринятые исправления: добавленное прочитано, удалённое – нет",
        en: "The document has tracked changes: what was inserted was read, what was deleted was not",
    },
    what: RuleInfo::manual(
        "The document holds insertions or deletions that nobody has accepted or rejected.",
    ),
    why: RuleInfo::manual("The signed contract may be the text before the changes."),
    example: RuleInfo::manual("«5» struck out and «10» inserted"),
    remedy: Saying {
        kk: "Түзетулерді қабылдап немесе қабылдамай, құжатты қайта сақтаңыз",
        ru: "Примите или отклоните исправления и сохраните документ заново",
        en: "Accept or reject the changes and save the document again",
    },
};

/// The text ends without the closing words.
pub(super) const CLOSING_MISSING: RuleInfo = RuleInfo {
    code: "ANX112",
    name: "closingMissing",
    severity: Severity::Info,
    since: SINCE,
    message: Saying {
        kk: "Мәтіннің соңында қол қою бөлігі жоқ: мәтін толық болмауы мүмкін",
        ru: "В конце текста нет части с подписями: текст может быть неполным",
        en: "The text has no closing words with signatures: it may have been cut short",
    },
    what: RuleInfo::manual(
        "The text form of the annex ends without the closing words before the signatures.",
    ),
    why: RuleInfo::manual(
        "A text carries no mark of its end; one that was cut short looks like a whole one.",
    ),
    example: RuleInfo::manual("A text that ends in the impact table"),
    remedy: Saying {
        kk: "Мәтіннің толық көшірілгенін тексеріңіз",
        ru: "Проверьте, что текст скопирован полностью",
        en: "See that the whole text was copied",
    },
};

/// Words of the document are struck out or hidden.
pub(super) const STRUCK_TEXT: RuleInfo = RuleInfo {
    code: "ANX113",
    name: "struckText",
    severity: Severity::Warning,
    since: SINCE,
    message: Saying {
        kk: "Сызып тасталған немесе жасырын мәтін оқылмады, ұяшық саны: {count}",
        ru: "Зачёркнутый или скрытый текст не прочитан, ячеек: {count}",
        en: "Text that is struck out or hidden was not read, cells: {count}",
    },
    what: RuleInfo::manual(
        "Words in cells of a row, or outside tables, are struck out, or hidden so that they are not printed.",
    ),
    why: RuleInfo::manual(
        "A figure that is struck out is no promise, but nobody has signed that it was taken back.",
    ),
    example: RuleInfo::manual("«100» struck out, «150» typed beside it"),
    remedy: Saying {
        kk: "Бұл мәтінді құжаттан жойыңыз немесе сызуды, жасыруды алып тастаңыз",
        ru: "Удалите этот текст из документа или снимите зачёркивание, скрытие",
        en: "Delete the text from the document, or show it plainly",
    },
};

/// Several numbers without units beside one indicator.
pub(super) const SEVERAL_NUMBERS: RuleInfo = RuleInfo {
    code: "ANX114",
    name: "severalNumbers",
    severity: Severity::Question,
    since: SINCE,
    message: Saying {
        kk: "Бір көрсеткіштің қасында бірлігі жазылмаған бірнеше сан тұр: {text}",
        ru: "Рядом с одним показателем несколько чисел без единиц: {text}",
        en: "Several numbers without units stand beside one indicator: {text}",
    },
    what: RuleInfo::manual(
        "The planned value of one line has several numbers, and neither units nor the line's name tell what each counts.",
    ),
    why: RuleInfo::manual("Both numbers would be held against the same count."),
    example: RuleInfo::manual("«Тренинги и участники» with «3; 60» beside it"),
    remedy: Saying {
        kk: "Әр санның қасына бірлігін жазыңыз немесе көрсеткішті екі жолға бөліңіз",
        ru: "Напишите единицу при каждом числе или разделите показатель на две строки",
        en: "Write the unit beside each number, or divide the indicator into two lines",
    },
};

/// Footnotes and endnotes.
pub(super) const UNREAD_NOTES: RuleInfo = RuleInfo {
    code: "ANX115",
    name: "unreadNotes",
    severity: Severity::Warning,
    since: SINCE,
    message: Saying {
        kk: "Бет астындағы ескертпелер оқылмады, орын саны: {count}",
        ru: "Сноски не прочитаны, мест: {count}",
        en: "Footnotes were not read, places: {count}",
    },
    what: RuleInfo::manual("Marks of footnotes or endnotes stand in the document; notes are not read."),
    why: RuleInfo::manual("A note may limit a promise or add to it."),
    example: RuleInfo::manual("«100¹» with «of them 60 from villages» at the foot of the page"),
    remedy: Saying {
        kk: "Ескертпелерді оқып, уәде болса, жоспарға қосыңыз",
        ru: "Прочитайте сноски и, если в них есть обязательства, внесите их в план",
        en: "Read the notes, and enter what they promise in the plan",
    },
};

/// The project's period names no first day but that of the contract.
pub(super) const PERIOD_FROM_CONTRACT: RuleInfo = RuleInfo {
    code: "ANX116",
    name: "periodFromContract",
    severity: Severity::Question,
    since: SINCE,
    message: Saying {
        kk: "Жоба кезеңінің бірінші күні көрсетілмеген, шарт жасалған күн алынды, {date}: {text}",
        ru: "Первый день периода не назван, взят день договора, {date}: {text}",
        en: "The period names no first day; the day of the contract was taken, {date}: {text}",
    },
    what: RuleInfo::manual(
        "The project's period begins with the signing of the contract, or only its last day is written.",
    ),
    why: RuleInfo::manual("What is dated before the first day is outside the project."),
    example: RuleInfo::manual("«с момента подписания договора до 30 ноября 2024 года»"),
    remedy: Saying {
        kk: "Жоба сол күні басталса, растаңыз; болмаса, бірінші күнді жоспарда көрсетіңіз",
        ru: "Подтвердите, что проект начался в этот день, или укажите первый день в плане",
        en: "Confirm that the project began on that day, or enter the first day in the plan",
    },
};

/// Planned values were read out of the names.
pub(super) const VALUES_IN_NAMES: RuleInfo = RuleInfo {
    code: "ANX117",
    name: "valuesInNames",
    severity: Severity::Question,
    since: SINCE,
    message: Saying {
        kk: "Кестеде жоспарланған мән бағаны жоқ, мәндер көрсеткіш атауларынан алынды, саны: {count}",
        ru: "В таблице нет столбца плановых значений, они взяты из названий показателей, число: {count}",
        en: "The table has no column of planned values; they were taken from the names of indicators: {count}",
    },
    what: RuleInfo::manual(
        "A table has no column of planned values, and a number stands behind a dash or a colon in every name of a row.",
    ),
    why: RuleInfo::manual("A number may be part of a name: «Школа – 5»."),
    example: RuleInfo::manual("«Количество тренингов – 5»"),
    remedy: Saying {
        kk: "Көрсеткіштер мен мәндердің дұрыс бөлінгенін тексеріңіз",
        ru: "Проверьте, верно ли отделены значения от названий",
        en: "See whether names and values were divided rightly",
    },
};

/// More findings of one code than are listed.
pub(super) const MORE_OF_THE_SAME: RuleInfo = RuleInfo {
    code: "ANX199",
    name: "moreOfTheSame",
    severity: Severity::Info,
    since: SINCE,
    message: Saying {
        kk: "Осындай тексеру нәтижелері тағы бар, коды {code}, саны: {count}",
        ru: "Есть ещё такие результаты проверки, код {code}, число: {count}",
        en: "There are more findings of this kind, code {code}, count: {count}",
    },
    what: RuleInfo::manual("More findings of one code than the limit; the others are counted only."),
    why: RuleInfo::manual("A thousand findings of one kind have one cause."),
    example: RuleInfo::manual("2000 rows with values that were not understood"),
    remedy: Saying {
        kk: "Алдымен тізімдегі нәтижелерді қараңыз",
        ru: "Сначала разберите перечисленные результаты",
        en: "Look at the listed findings first",
    },
};

/// The rules of reading, by code.
pub const ANNEX_RULES: &[&RuleInfo] = &[
    &NEEDS_PAIRING,
    &DEADLINE_INHERITED,
    &UNREAD_TARGET,
    &UNREAD_DEADLINE,
    &UNREAD_TEXT,
    &HEADER_UNCLEAR,
    &PART_MISSING,
    &UNREAD_FIELD,
    &TARGET_MISSING,
    &HEADING_UNCLEAR,
    &TRACKED_CHANGES,
    &CLOSING_MISSING,
    &STRUCK_TEXT,
    &SEVERAL_NUMBERS,
    &UNREAD_NOTES,
    &PERIOD_FROM_CONTRACT,
    &VALUES_IN_NAMES,
    &MORE_OF_THE_SAME,
];
