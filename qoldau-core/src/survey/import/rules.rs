//! The rules of import: codes `SVY3…`.

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

/// Rules of importing answers.
pub(in crate::survey) const IMPORT_RULES: &[&RuleInfo] = &[
    &COLUMN_UNUSED,
    &COLUMN_UNCLEAR,
    &COLUMN_TWICE,
    &QUESTION_WITHOUT_COLUMN,
    &ROW_EMPTY,
    &RECORD_TWICE,
    &RECORD_DIFFERS,
    &CELL_UNREAD,
    &CELL_UNCLEAR,
    &DAY_UNCLEAR,
    &DAY_UNREAD,
    &MARKS_DIFFER,
    &PHASE_UNREAD,
    &ROW_SHORT,
    &ROW_LONG,
    &ROW_TORN,
    &REPEAT_UNREAD,
    &SAME_ROWS,
    &HEADER_ROW,
    &TOTALS_ROW,
    &CONSENT_UNREAD,
    &OWN_WORDS,
];

pub(in crate::survey) const COLUMN_UNUSED: RuleInfo = RuleInfo {
    code: "SVY301",
    name: "columnNotUsed",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Бағанның сұрағы табылмады, ол оқылған жоқ: {header}",
        ru: "Для столбца не нашлось вопроса, он не прочитан: {header}",
        en: "No question was found for the column, and it was not read: {header}",
    },
    what: RuleInfo::manual(
        "A column whose header is no question's name or words, and none of the usual columns of an export. The header is quoted only where it is the questionnaire's own: in a table without headers it is somebody's answer.",
    ),
    why: RuleInfo::manual("Its answers would otherwise be lost silently."),
    example: RuleInfo::manual("a column \"Сколько Вам лет\" where the question is \"Ваш возраст\""),
    remedy: Saying {
        kk: "Тақырыпты сұрақтың сөзімен немесе атауымен жазыңыз",
        ru: "Назовите столбец словами или именем вопроса",
        en: "Give the column the question's words or name",
    },
};

pub(in crate::survey) const COLUMN_UNCLEAR: RuleInfo = RuleInfo {
    code: "SVY302",
    name: "columnUnclear",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Бағанның тақырыбы бірнеше сұраққа сай келеді: {header}. Сұрақтар: {question}",
        ru: "Заголовок столбца подходит нескольким вопросам: {header}. Вопросы: {question}",
        en: "The column's header fits several questions: {header}. Questions: {question}",
    },
    what: RuleInfo::manual("A header with the words of two questions."),
    why: RuleInfo::manual("A guess would give one question the answers of another."),
    example: RuleInfo::manual("two questions \"Неліктен?\""),
    remedy: Saying {
        kk: "Тақырыпты сұрақтың атауына ауыстырыңыз",
        ru: "Замените заголовок именем вопроса",
        en: "Replace the header by the question's name",
    },
};

pub(in crate::survey) const COLUMN_TWICE: RuleInfo = RuleInfo {
    code: "SVY303",
    name: "columnTwice",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Бұл сұрақтың бағаны екеу, екіншісі оқылған жоқ: {header}",
        ru: "У вопроса два столбца, второй не прочитан: {header}",
        en: "The question has two columns, and the second was not read: {header}",
    },
    what: RuleInfo::manual("A second column for what another column gave already."),
    why: RuleInfo::manual("Which of two different answers is meant nobody knows."),
    example: RuleInfo::manual("`age` and \"Жасыңыз нешеде?\" in one table"),
    remedy: Saying {
        kk: "Артық бағанды алып тастаңыз",
        ru: "Уберите лишний столбец",
        en: "Take one of them out",
    },
};

pub(in crate::survey) const QUESTION_WITHOUT_COLUMN: RuleInfo = RuleInfo {
    code: "SVY304",
    name: "questionWithoutColumn",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Кестеде бұл сұрақтардың бағаны жоқ: {question}",
        ru: "В таблице нет столбцов этих вопросов: {question}",
        en: "The table has no columns for these questions: {question}",
    },
    what: RuleInfo::manual("Questions that the phase asks and no column answers."),
    why: RuleInfo::manual("They would count as left empty by everybody."),
    example: RuleInfo::manual("an export without the question that was added later"),
    remedy: Saying {
        kk: "Сауалнама редакциясын немесе тақырыптарды тексеріңіз",
        ru: "Проверьте редакцию анкеты или заголовки",
        en: "Check the edition of the questionnaire or the headers",
    },
};

pub(in crate::survey) const ROW_EMPTY: RuleInfo = RuleInfo {
    code: "SVY305",
    name: "rowEmpty",
    severity: Severity::Info,
    since: "0.3",
    message: Saying { kk: "Жол бос", ru: "Строка пуста", en: "The row is empty" },
    what: RuleInfo::manual("A row without anything in it."),
    why: RuleInfo::manual("It is no record."),
    example: RuleInfo::manual("a blank line at the end of a table"),
    remedy: Saying {
        kk: "Ештеңе істеудің қажеті жоқ",
        ru: "Ничего делать не нужно",
        en: "Nothing needs to be done",
    },
};

pub(in crate::survey) const RECORD_TWICE: RuleInfo = RuleInfo {
    code: "SVY306",
    name: "recordTwice",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Бұл жазба кестеде бұрын кездесті, екіншісі алынған жоқ: {record}",
        ru: "Эта запись в таблице уже была, вторая не взята: {record}",
        en: "The record was in the table before; the second was not taken: {record}",
    },
    what: RuleInfo::manual("A row with the id and the phase of an earlier row, and with its answers."),
    why: RuleInfo::manual("A person counts once in a phase."),
    example: RuleInfo::manual("an export that was joined with itself"),
    remedy: Saying {
        kk: "Қайсысы дұрыс екенін анықтап, біреуін қалдырыңыз",
        ru: "Выясните, какая верна, и оставьте одну",
        en: "Find out which is right and keep one",
    },
};

pub(in crate::survey) const RECORD_DIFFERS: RuleInfo = RuleInfo {
    code: "SVY322",
    name: "recordDiffers",
    severity: Severity::Error,
    since: "0.4",
    message: Saying {
        kk: "Бұл жазба осы фазада бұрын кездесті, бірақ онда басқаша жазылған; екіншісі алынған жоқ: {record}",
        ru: "Эта запись в той же фазе уже была, но сказано в ней другое; вторая не взята: {record}",
        en: "The record was in the same phase before and said something else; the second was not taken: {record}",
    },
    what: RuleInfo::manual(
        "A row with the id and the phase of an earlier row, of which some cell that is read says something else.",
    ),
    why: RuleInfo::manual(
        "A person counts once in a phase, and which of two answers is theirs nobody knows.",
    ),
    example: RuleInfo::manual("`P1` with \"5\" and again with \"2\""),
    remedy: Saying {
        kk: "Қайсысы дұрыс екенін анықтап, біреуін қалдырыңыз; бұл екі адам болса, әрқайсысына өз нөмірін беріңіз",
        ru: "Выясните, какая верна, и оставьте одну; если это два человека, дайте каждому свой номер",
        en: "Find out which is right and keep one; if these are two people, give each an id of their own",
    },
};

pub(in crate::survey) const CELL_UNREAD: RuleInfo = RuleInfo {
    code: "SVY307",
    name: "cellUnread",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Ұяшықтағы жауап танылмады, жарамсыз деп саналады: {question}",
        ru: "Ответ в ячейке не распознан, он считается недействительным: {question}",
        en: "The answer in the cell is not known and counts as invalid: {question}",
    },
    what: RuleInfo::manual("A cell that is none of the question's possible answers in any language."),
    why: RuleInfo::manual("It was answered: it is neither no answer nor the nearest answer."),
    example: RuleInfo::manual("\"Келісемін шығар\""),
    remedy: Saying {
        kk: "Бастапқы жауапты қарап, тізімдегі нұсқамен жазыңыз",
        ru: "Посмотрите исходный ответ и запишите вариант из списка",
        en: "Look at the original answer and write an option of the list",
    },
};

pub(in crate::survey) const CELL_UNCLEAR: RuleInfo = RuleInfo {
    code: "SVY308",
    name: "cellUnclear",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Ұяшықтағы жауапты бірнеше түрлі түсінуге болады: {question}",
        ru: "Ответ в ячейке можно понять по-разному: {question}",
        en: "The answer in the cell can be understood in several ways: {question}",
    },
    what: RuleInfo::manual(
        "Words that two options share, marks whose labels have commas themselves so that they can be taken apart in two ways, or a whole number with a mark before three digits (\"150,000\").",
    ),
    why: RuleInfo::manual("A guess would change a share."),
    example: RuleInfo::manual(
        "\"Чтение, письмо, чтение\" with the options \"Чтение\", \"Письмо\" and \"Чтение, письмо\"",
    ),
    remedy: Saying {
        kk: "Нұсқаларды нүктелі үтірмен бөліңіз немесе кодпен жазыңыз",
        ru: "Разделите варианты точкой с запятой или запишите коды",
        en: "Part the options by semicolons or write codes",
    },
};

pub(in crate::survey) const DAY_UNCLEAR: RuleInfo = RuleInfo {
    code: "SVY309",
    name: "dayOrderUnclear",
    severity: Severity::Question,
    since: "0.3",
    message: Saying {
        kk: "Бағандағы күннің күні мен айы қайсысы екені белгісіз: {header}",
        ru: "В столбце непонятно, где день, а где месяц: {header}",
        en: "In the column nobody can tell the day from the month: {header}",
    },
    what: RuleInfo::manual(
        "Days such as `6/7/24` or `06-07-2003` in a column in which no day decides which number is the month, or two contradict each other.",
    ),
    why: RuleInfo::manual("Half of the answers could land in the wrong phase."),
    example: RuleInfo::manual("6/7/24 and 5/5/24"),
    remedy: Saying {
        kk: "Күндерді 2024-06-14 үлгісімен экспорттаңыз",
        ru: "Выгрузите дни в виде 2024-06-14",
        en: "Export days like 2024-06-14",
    },
};

pub(in crate::survey) const DAY_UNREAD: RuleInfo = RuleInfo {
    code: "SVY310",
    name: "dayUnread",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Тапсырылған уақыты оқылмады",
        ru: "Время ответа не прочитано",
        en: "The time of the record could not be read",
    },
    what: RuleInfo::manual("A time of beginning or end that is none."),
    why: RuleInfo::manual("The record keeps its answers and has no day."),
    example: RuleInfo::manual("\"кеше\" in the column of time"),
    remedy: Saying {
        kk: "Күнін 2024-06-14 үлгісімен жазыңыз",
        ru: "Запишите день в виде 2024-06-14",
        en: "Write the day like 2024-06-14",
    },
};

pub(in crate::survey) const MARKS_DIFFER: RuleInfo = RuleInfo {
    code: "SVY311",
    name: "marksDiffer",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Белгілер екі жерде әртүрлі, жауап жарамсыз деп саналады: {question}",
        ru: "Отметки в двух местах разные, ответ считается недействительным: {question}",
        en: "The marks differ between two places, and the answer counts as invalid: {question}",
    },
    what: RuleInfo::manual(
        "A multiple choice whose joined column says something else than the columns of its options.",
    ),
    why: RuleInfo::manual("Which of them is right nobody knows."),
    example: RuleInfo::manual("`sport` in the joined column, 1 under `interests/training`"),
    remedy: Saying {
        kk: "Бастапқы жауапты қараңыз",
        ru: "Посмотрите исходный ответ",
        en: "Look at the original answer",
    },
};

pub(in crate::survey) const PHASE_UNREAD: RuleInfo = RuleInfo {
    code: "SVY312",
    name: "phaseUnread",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Жолдың фазасы танылмады",
        ru: "Фаза строки не распознана",
        en: "The row's phase is not known",
    },
    what: RuleInfo::manual("A phase that is neither the name nor the title of one."),
    why: RuleInfo::manual("The record is counted in no phase."),
    example: RuleInfo::manual("\"3\" in the column of the phase"),
    remedy: Saying {
        kk: "Фазаның атауын жазыңыз", ru: "Запишите имя фазы", en: "Write the phase's name"
    },
};

pub(in crate::survey) const ROW_SHORT: RuleInfo = RuleInfo {
    code: "SVY313",
    name: "rowShort",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Жолда өріс жетіспейді, жоқтары бос деп алынды",
        ru: "В строке не хватает полей, недостающие взяты пустыми",
        en: "The row has too few fields; the missing ones were taken for empty",
    },
    what: RuleInfo::manual("A row with fewer fields than the header."),
    why: RuleInfo::manual("It may have been torn, and its answers may stand in wrong columns."),
    example: RuleInfo::manual("a line break inside of an answer without quotation marks"),
    remedy: Saying {
        kk: "Кестені қайта экспорттаңыз",
        ru: "Выгрузите таблицу заново",
        en: "Export the table again",
    },
};

pub(in crate::survey) const ROW_LONG: RuleInfo = RuleInfo {
    code: "SVY314",
    name: "rowLong",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Жолда артық өріс бар, олар оқылған жоқ",
        ru: "В строке лишние поля, они не прочитаны",
        en: "The row has too many fields, which were not read",
    },
    what: RuleInfo::manual("A row with more fields than the header."),
    why: RuleInfo::manual(
        "A comma in an answer without quotation marks moves every answer behind it into a wrong column.",
    ),
    example: RuleInfo::manual("Спорт, туризм without quotation marks"),
    remedy: Saying {
        kk: "Кестені тырнақшамен қайта экспорттаңыз",
        ru: "Выгрузите таблицу заново, с кавычками",
        en: "Export the table again, with quotation marks",
    },
};

pub(in crate::survey) const REPEAT_UNREAD: RuleInfo = RuleInfo {
    code: "SVY316",
    name: "repeatGroupUnread",
    severity: Severity::Warning,
    since: "0.4",
    message: Saying {
        kk: "Жазбаның ішіндегі жазбалар тізімі (қайталанатын топ) оқылған жоқ[. Ондағы сұрақтар: {question}]",
        ru: "Список записей внутри записи (повторяющаяся группа) не прочитан[. Вопросы в нём: {question}]",
        en: "A list of records within the record (a repeat group) was not read[. Questions in it: {question}]",
    },
    what: RuleInfo::manual(
        "A field of a JSON record with a list of records, or of lists, in it: a person has one answer to a question.",
    ),
    why: RuleInfo::manual(
        "Its answers would otherwise be lost silently, and the questions in it count as left empty.",
    ),
    example: RuleInfo::manual("`\"family\": [{\"age\": 7}, {\"age\": 9}]`"),
    remedy: Saying {
        kk: "Сұрақтарды қайталанатын топтан шығарыңыз немесе топты бөлек сауалнама етіп экспорттаңыз",
        ru: "Вынесите вопросы из повторяющейся группы или выгрузите группу как отдельный опрос",
        en: "Take the questions out of the repeat group, or export the group as a survey of its own",
    },
};

pub(in crate::survey) const ROW_TORN: RuleInfo = RuleInfo {
    code: "SVY315",
    name: "textAfterQuote",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Тырнақша жабылғаннан кейін мәтін тұр",
        ru: "После закрывающей кавычки стоит текст",
        en: "Text follows a closing quotation mark",
    },
    what: RuleInfo::manual("A field with text behind its closing quotation mark."),
    why: RuleInfo::manual("Its beginning and end may be of two answers."),
    example: RuleInfo::manual("\"Спорт\"туризм"),
    remedy: Saying {
        kk: "Кестені қайта экспорттаңыз",
        ru: "Выгрузите таблицу заново",
        en: "Export the table again",
    },
};

pub(in crate::survey) const SAME_ROWS: RuleInfo = RuleInfo {
    code: "SVY317",
    name: "rowsIdentical",
    severity: Severity::Warning,
    since: "0.4",
    message: Saying {
        kk: "Кестеде уақыты мен коды да бірдей қайталанған жолдар бар, әрқайсысы бөлек адам болып саналды. Қайталанған жолдар: {count}",
        ru: "В таблице есть строки, которые повторяются до буквы, вместе со временем и кодом; каждая посчитана отдельным человеком. Повторных строк: {count}",
        en: "The table has rows that are repeated to the letter, with their time and code; each was counted as a person. Repeated rows: {count}",
    },
    what: RuleInfo::manual(
        "Rows with a time of day or a code that are equal to an earlier one in every cell.",
    ),
    why: RuleInfo::manual(
        "A row copied twice makes two people of one, and a share may reach its promise so.",
    ),
    example: RuleInfo::manual("six equal rows of 07.10.2024 9:00:00"),
    remedy: Saying {
        kk: "Қайталанған жолдарды өшіріп, қайта оқыңыз",
        ru: "Удалите повторные строки и загрузите снова",
        en: "Remove the repeated rows and read the table again",
    },
};

pub(in crate::survey) const HEADER_ROW: RuleInfo = RuleInfo {
    code: "SVY318",
    name: "headerRepeated",
    severity: Severity::Warning,
    since: "0.4",
    message: Saying {
        kk: "Жолда кестенің тақырыбы қайталанған, ол жауап емес",
        ru: "В строке повторяется заголовок таблицы, это не ответ",
        en: "The row repeats the header of the table and is no answer",
    },
    what: RuleInfo::manual("A row whose cells are those of the header."),
    why: RuleInfo::manual("It would be counted as a person with answers that nobody can read."),
    example: RuleInfo::manual("two exports put under one another with both their headers"),
    remedy: Saying {
        kk: "Жолды өшіріңіз", ru: "Удалите строку", en: "Remove the row"
    },
};

pub(in crate::survey) const TOTALS_ROW: RuleInfo = RuleInfo {
    code: "SVY319",
    name: "rowOfTotals",
    severity: Severity::Warning,
    since: "0.4",
    message: Saying {
        kk: "Бұл жол жиынтыққа ұқсайды (қосынды не орташа), ол жауап ретінде оқылған жоқ",
        ru: "Строка похожа на итог (сумму или среднее), она не прочитана как ответ",
        en: "The row looks like a total or a mean and was not read as an answer",
    },
    what: RuleInfo::manual(
        "A row that begins with a word such as «Итого», «Барлығы», «Среднее» or \"Total\" where no words are asked for.",
    ),
    why: RuleInfo::manual("It would be counted as one more person."),
    example: RuleInfo::manual("«Среднее» and a mean of every column below the answers"),
    remedy: Saying {
        kk: "Жолды өшіріңіз; бұл адамның жауабы болса, бірінші ұяшықты түзетіңіз",
        ru: "Удалите строку; если это ответ человека, исправьте её первую ячейку",
        en: "Remove the row; if it is somebody's answer, put its first cell right",
    },
};

pub(in crate::survey) const CONSENT_UNREAD: RuleInfo = RuleInfo {
    code: "SVY320",
    name: "consentUnread",
    severity: Severity::Warning,
    since: "0.4",
    message: Saying {
        kk: "Келісім берілгені не берілмегені түсініксіз, жауаптар пайдаланылмайды",
        ru: "Непонятно, дано ли согласие; ответы не используются",
        en: "It is not clear whether consent was given; the answers are not used",
    },
    what: RuleInfo::manual(
        "A cell of the consent's column that says neither yes nor no in words that are known.",
    ),
    why: RuleInfo::manual(
        "Answers without consent may not be used, and a refusal that nobody gave would lose a person.",
    ),
    example: RuleInfo::manual("«Согласен, но не на всё»"),
    remedy: Saying {
        kk: "Адамнан нақтылап, ұяшыққа «Иә» не «Жоқ» деп жазыңыз",
        ru: "Уточните у человека и напишите в ячейке «Да» или «Нет»",
        en: "Ask the person, and write yes or no into the cell",
    },
};

pub(in crate::survey) const OWN_WORDS: RuleInfo = RuleInfo {
    code: "SVY321",
    name: "ownWordsLeftOut",
    severity: Severity::Info,
    since: "0.4",
    message: Saying {
        kk: "Белгіленген нұсқалар оқылды, адамның өз сөзімен жазғаны қалдырылды: {question}",
        ru: "Отмеченные варианты прочитаны, а написанное своими словами оставлено: {question}",
        en: "The options that were marked are read, and what the person wrote beside them is left out: {question}",
    },
    what: RuleInfo::manual(
        "A cell of a multiple choice that ends with words which are no option, behind options that are.",
    ),
    why: RuleInfo::manual(
        "Google Forms puts what was typed into \"Other\" behind the marks; without this the whole answer would count as invalid.",
    ),
    example: RuleInfo::manual("«Спорт, туризм, рыбалка»"),
    remedy: Saying {
        kk: "Бұл қате жазылған нұсқа болса, түзетіп, қайта оқыңыз",
        ru: "Если это вариант с опечаткой, исправьте и загрузите снова",
        en: "If it is an option that was misspelt, put it right and read the table again",
    },
};
