//! The rules of what a list says: its headings, rows and cells.

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

pub(crate) const NAME_MISSING: RuleInfo = RuleInfo {
    code: "PPL004",
    name: "nameMissing",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Тізім жолында аты-жөні жоқ",
        ru: "В строке списка нет имени",
        en: "A row of the list has no name",
    },
    what: RuleInfo::manual("A row whose columns of the name hold no letter."),
    why: RuleInfo::manual(
        "The row counts as a participation, but whose it is cannot be told: it stands as a person of its own.",
    ),
    example: RuleInfo::manual("an empty row between two names"),
    remedy: Saying {
        kk: "Аты-жөнін жазыңыз немесе бос жолды алып тастаңыз",
        ru: "Впишите имя или уберите пустую строку",
        en: "Write the name, or take the empty row out",
    },
};

pub(crate) const PHONE_UNREAD: RuleInfo = RuleInfo {
    code: "PPL005",
    name: "phoneUnread",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Телефон нөмірі оқылмады",
        ru: "Номер телефона не читается",
        en: "The telephone number cannot be read",
    },
    what: RuleInfo::manual(
        "A cell of a telephone column that holds no whole number: too few or too many digits, or words. It is kept as it stands.",
    ),
    why: RuleInfo::manual("A number that cannot be read tells nobody apart."),
    example: RuleInfo::manual("a number with ten digits after the 8 of which one is missing"),
    remedy: Saying {
        kk: "Нөмірді тексеріңіз: 8 немесе +7 және он цифр",
        ru: "Проверьте номер: 8 или +7 и десять цифр",
        en: "Check the number: 8 or +7 and ten digits",
    },
};

pub(crate) const BIRTH_UNREAD: RuleInfo = RuleInfo {
    code: "PPL006",
    name: "birthUnread",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Туған күні оқылмады",
        ru: "Дата рождения не читается",
        en: "The birth date cannot be read",
    },
    what: RuleInfo::manual(
        "A cell of the birth column that is no date and no year. It is kept as it stands.",
    ),
    why: RuleInfo::manual("Without it the age at the event is unknown, and the row stands under unknown."),
    example: RuleInfo::manual("31.02.2008"),
    remedy: Saying {
        kk: "Күнді 14.06.2008 түрінде жазыңыз, болмаса жылын ғана",
        ru: "Запишите дату в виде 14.06.2008 или только год",
        en: "Write the date like 14.06.2008, or the year alone",
    },
};

pub(crate) const IIN_IMPLAUSIBLE: RuleInfo = RuleInfo {
    code: "PPL007",
    name: "iinImplausible",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "ЖСН дұрыс емес сияқты: цифр саны немесе бақылау цифры сәйкес келмейді",
        ru: "ИИН неправдоподобен: не то число цифр или не сходится контрольная цифра",
        en: "The IIN is not plausible: its length or its check digit does not fit",
    },
    what: RuleInfo::manual(
        "A cell of the IIN column that is not twelve digits, whose check digit does not fit, or whose date cannot be. A number that passes is plausible, never proven.",
    ),
    why: RuleInfo::manual("A mistyped number may be another person's."),
    example: RuleInfo::manual("000101300008"),
    remedy: Saying {
        kk: "Құжаттан тексеріңіз; кәмелетке толмағандардан ЖСН талап етілмейді",
        ru: "Сверьте с документом; у несовершеннолетних ИИН не требуется",
        en: "Check it against the document; an IIN is not required of minors",
    },
};

pub(crate) const MORE_ROWS: RuleInfo = RuleInfo {
    code: "PPL009",
    name: "moreRows",
    severity: Severity::Info,
    since: "0.2",
    message: Saying {
        kk: "Осындай жолдар тағы бар, ереже: {code}. Саны: {count}",
        ru: "Таких строк больше, правило: {code}. Ещё: {count}",
        en: "There are more such rows, rule: {code}. More: {count}",
    },
    what: RuleInfo::manual("More than a thousand rows of one finding."),
    why: RuleInfo::manual("The first thousand are listed, the others only counted."),
    example: RuleInfo::manual("a column of telephones in an unknown form"),
    remedy: Saying {
        kk: "Алдымен тізімделгендерін түзетіңіз",
        ru: "Сначала исправьте перечисленные",
        en: "Mend the listed ones first",
    },
};

pub(crate) const ROW_UNEVEN: RuleInfo = RuleInfo {
    code: "PPL020",
    name: "rowUneven",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Жолда бағандардан артық ұяшық бар немесе тырнақша дұрыс жабылмаған: артығы оқылмады",
        ru: "В строке больше ячеек, чем столбцов, или неверно закрыты кавычки: лишнее не прочитано",
        en: "The row has more cells than there are columns, or quotation marks that are closed wrongly: what is beyond is not read",
    },
    what: RuleInfo::manual(
        "A row of a list with more cells than its first row, or text after a closing quotation mark.",
    ),
    why: RuleInfo::manual(
        "What stands in no column is read as nothing, and a comma too many may have moved all cells after it.",
    ),
    example: RuleInfo::manual("a name with a comma in it, without quotation marks"),
    remedy: Saying {
        kk: "Жолды кестенің өзінде түзетіп, файлды қайта сақтаңыз",
        ru: "Исправьте строку в самой таблице и сохраните файл заново",
        en: "Mend the row in the table itself and save the file anew",
    },
};

pub(crate) const HIDDEN_READ: RuleInfo = RuleInfo {
    code: "PPL021",
    name: "hiddenRead",
    severity: Severity::Info,
    since: "0.2",
    message: Saying {
        kk: "Жасырылған парақ, жол немесе баған да басқалары сияқты оқылды",
        ru: "Скрытый лист, строка или столбец прочитаны наравне с остальными",
        en: "A hidden sheet, row or column was read like the others",
    },
    what: RuleInfo::manual(
        "A sheet, a row or a column with people that the workbook hides, by hand or by a filter.",
    ),
    why: RuleInfo::manual(
        "What is hidden is easily forgotten, and still counts: people nobody sees on the list may stand on it.",
    ),
    example: RuleInfo::manual("a filter that was left on, with twelve rows below it"),
    remedy: Saying {
        kk: "Жасырылғанды көрсетіп қараңыз; керек болмаса, өшіріңіз",
        ru: "Покажите скрытое и посмотрите; лишнее удалите",
        en: "Show what is hidden and look at it; delete what does not belong",
    },
};

pub(crate) const MERGED_READ: RuleInfo = RuleInfo {
    code: "PPL022",
    name: "mergedRead",
    severity: Severity::Info,
    since: "0.2",
    message: Saying {
        kk: "Біріктірілген ұяшық бірнеше жолға ортақ деп оқылды",
        ru: "Объединённая ячейка прочитана как общая для нескольких строк",
        en: "A merged cell was read as one for several rows",
    },
    what: RuleInfo::manual(
        "A cell of a column with people that is merged over several rows. A place, an organisation and the like hold for each of the rows; a name merged over rows is one person, whose telephones stand in them.",
    ),
    why: RuleInfo::manual(
        "A merged cell holds its value once, and without this the other rows would have none.",
    ),
    example: RuleInfo::manual("the name of the school merged over all its pupils"),
    remedy: Saying {
        kk: "Ұяшықтарды ажыратып, әр жолды толтырыңыз, егер олай болмаса",
        ru: "Если это не так, разделите ячейки и заполните каждую строку",
        en: "Where that is not so, unmerge the cells and fill in every row",
    },
};

pub(crate) const ROWS_NOT_PEOPLE: RuleInfo = RuleInfo {
    code: "PPL023",
    name: "rowsNotPeople",
    severity: Severity::Info,
    since: "0.2",
    message: Saying {
        kk: "Тізімнің адам бағандарында ештеңе жоқ немесе тақырыпты қайталайтын жолдары адам деп саналмады[: {count}]",
        ru: "Строки списка, в которых нет ничего о людях или повторяется заголовок, людьми не посчитаны[: {count}]",
        en: "Rows of the list that say nothing of a person, or repeat the headings, were not counted as people[: {count}]",
    },
    what: RuleInfo::manual(
        "Rows above the headings, rows with nothing in any column of a person (such as numbers prepared in advance), rows that repeat the headings or go on with them, and rows of totals, sections and signatures.",
    ),
    why: RuleInfo::manual(
        "A title is no person, and neither is a prepared number; but whoever expects a person there should know.",
    ),
    example: RuleInfo::manual("the numbers 26 to 40 below the last name of a printed form"),
    remedy: Saying {
        kk: "Бұл жолдарда адам болса, бағандарды қолмен таңдаңыз",
        ru: "Если в этих строках есть люди, выберите столбцы вручную",
        en: "Where people stand in these rows, choose the columns by hand",
    },
};

pub(crate) const SHEET_WITHOUT_PEOPLE: RuleInfo = RuleInfo {
    code: "PPL024",
    name: "sheetWithoutPeople",
    severity: Severity::Info,
    since: "0.2",
    message: Saying {
        kk: "Парақта адам аты-жөнінің бағаны табылмады, ол оқылмады",
        ru: "На листе не найден столбец с именами, лист не прочитан",
        en: "No column with names was found on the sheet, and it was not read",
    },
    what: RuleInfo::manual("A sheet with cells of which no column was taken for names."),
    why: RuleInfo::manual("Where it is a list of people, they are missing from the count."),
    example: RuleInfo::manual("a sheet with the programme of the event"),
    remedy: Saying {
        kk: "Тізім болса, атау бағанын қолмен көрсетіңіз",
        ru: "Если это список, укажите столбец имён вручную",
        en: "Where it is a list, say by hand which column holds the names",
    },
};

pub(crate) const ZEROS_PUT_BACK: RuleInfo = RuleInfo {
    code: "PPL025",
    name: "zerosPutBack",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Excel ЖСН басындағы нөлдерді алып тастаған: олар қайта қойылды, бақылау цифры сәйкес келеді",
        ru: "Excel убрал нули в начале ИИН: они возвращены, контрольная цифра сходится",
        en: "Excel dropped zeros at the front of an IIN: they were put back, and the check digit fits",
    },
    what: RuleInfo::manual(
        "A cell of the IIN column that is a number of fewer than twelve digits, in a workbook or saved from one, and plausible with zeros in front. Without a fitting check digit it is kept as it stands, and PPL007 tells it.",
    ),
    why: RuleInfo::manual(
        "Whoever is born from 2000 to 2009 has an IIN that begins with zeros, and a cell that holds a number does not keep them.",
    ),
    example: RuleInfo::manual("101300009 for 000101300009"),
    remedy: Saying {
        kk: "Бағанды мәтін пішіміне ауыстырып, нөмірді құжаттан тексеріңіз",
        ru: "Переведите столбец в текстовый формат и сверьте номер с документом",
        en: "Make the column text, and check the number against the document",
    },
};

pub(crate) const DAY_FROM_NUMBER: RuleInfo = RuleInfo {
    code: "PPL026",
    name: "dayFromNumber",
    severity: Severity::Info,
    since: "0.2",
    message: Saying {
        kk: "Күн пішімі жоқ сан туған күн деп оқылды",
        ru: "Число без формата даты прочитано как день рождения",
        en: "A number without the format of a date was read as a day of birth",
    },
    what: RuleInfo::manual(
        "A cell of the birth column that is a number of days from 1900, shown as a number and not as a date.",
    ),
    why: RuleInfo::manual(
        "Excel keeps a day as a number; where the format was lost, only the number is left.",
    ),
    example: RuleInfo::manual("39613 for 14.06.2008"),
    remedy: Saying {
        kk: "Бағанға күн пішімін беріп, күнді тексеріңіз",
        ru: "Задайте столбцу формат даты и проверьте день",
        en: "Give the column the format of a date, and check the day",
    },
};

pub(crate) const CELL_WITHOUT_VALUE: RuleInfo = RuleInfo {
    code: "PPL027",
    name: "cellWithoutValue",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Ұяшықта мән орнына қате немесе есептелмеген формула тұр",
        ru: "В ячейке вместо значения ошибка или невычисленная формула",
        en: "A cell holds an error, or a formula that was not computed, in the place of a value",
    },
    what: RuleInfo::manual(
        "A cell of a column with people that holds an error such as #N/A, or a formula whose value the file does not store.",
    ),
    why: RuleInfo::manual("What it should say is nowhere in the file."),
    example: RuleInfo::manual("=VLOOKUP(…) that found nothing"),
    remedy: Saying {
        kk: "Файлды Excel-де ашып, қайта есептетіп сақтаңыз немесе мәнді жазыңыз",
        ru: "Откройте файл в Excel, пересчитайте и сохраните или впишите значение",
        en: "Open the file in Excel, compute it anew and save it, or write the value",
    },
};

pub(crate) const BIRTHS_ON_NEW_YEAR: RuleInfo = RuleInfo {
    code: "PPL028",
    name: "birthsOnNewYear",
    severity: Severity::Info,
    since: "0.2",
    message: Saying {
        kk: "Туған күндердің көбі 1 қаңтар: олар жылы ғана белгілі деп саналды",
        ru: "Многие родились 1 января: эти даты считаются оценкой, известен только год",
        en: "Many were born on 1 January: these dates are taken as estimated, of which only the year is known",
    },
    what: RuleInfo::manual(
        "A list on which three people at least, and one in ten or more of those with a day of birth, were born on 1 January.",
    ),
    why: RuleInfo::manual(
        "Where only the year is known, forms are filled in with 1 January; an age reckoned from it may be wrong by a year.",
    ),
    example: RuleInfo::manual("01.01.2008, 01.01.2009 and 01.01.2010 among twenty dates"),
    remedy: Saying {
        kk: "Күні белгілі болса, дұрыс күнді жазыңыз; болмаса жылын ғана қалдырыңыз",
        ru: "Если день известен, впишите его; если нет, оставьте только год",
        en: "Where the day is known, write it; where not, leave the year alone",
    },
};

pub(crate) const HEADINGS_MISSING: RuleInfo = RuleInfo {
    code: "PPL029",
    name: "headingsMissing",
    severity: Severity::Info,
    since: "0.3",
    message: Saying {
        kk: "Тізімде бағандардың тақырыбы табылмады: бірінші жол да адам деп оқылды",
        ru: "В списке не найдены заголовки столбцов: первая строка тоже прочитана как человек",
        en: "No headings were found on the list: its first row too was read as a person",
    },
    what: RuleInfo::manual(
        "A list among whose first forty rows none has known headings, and whose first row holds a name, a telephone, a number or a date as the rows below it do.",
    ),
    why: RuleInfo::manual("Taken for headings, the first person would be missing from the count."),
    example: RuleInfo::manual("names, telephones and dates from the first row on"),
    remedy: Saying {
        kk: "Бірінші жол тақырып болса, оған аты-жөні, телефон, туған күні деп жазыңыз",
        ru: "Если первая строка всё же заголовок, напишите в ней ФИО, телефон, дата рождения",
        en: "Where the first row is one of headings, write name, telephone, birth date in it",
    },
};

pub(crate) const CENTURY_UNKNOWN: RuleInfo = RuleInfo {
    code: "PPL035",
    name: "centuryUnknown",
    severity: Severity::Info,
    since: "0.3",
    message: Saying {
        kk: "Туған жылы екі цифрмен жазылған, ол екі ғасырдың бірі болуы мүмкін: белгісіз болып саналады[. Жол саны: {count}]",
        ru: "Год рождения записан двумя цифрами и может быть из двух веков: он считается неизвестным[. Строк: {count}]",
        en: "The year of birth has two digits and may be of two centuries: it counts as unknown[. Rows: {count}]",
    },
    what: RuleInfo::manual(
        "Two digits of a year that could be of this century and of the last: no two people of the list who are written in full are as young, and the year of this century is before 2040. With the day of the event they are told only where they would make somebody a child under three.",
    ),
    why: RuleInfo::manual(
        "A wrong century makes a pupil a centenarian, and moves the person to another group of ages.",
    ),
    example: RuleInfo::manual("12.03.08 on a list whose other years have two digits too"),
    remedy: Saying {
        kk: "Жылды төрт цифрмен жазыңыз немесе іс-шараның күнін көрсетіңіз",
        ru: "Запишите год четырьмя цифрами или укажите день мероприятия",
        en: "Write the year with four digits, or name the day of the event",
    },
};

pub(crate) const LIST_NAMED_TWICE: RuleInfo = RuleInfo {
    code: "PPL036",
    name: "listNamedTwice",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Парақтың тізімі басқа парақтағы тізіммен аттас: екеуі бір іс-шара болып саналады",
        ru: "Список на листе назван так же, как список на другом листе: оба считаются одним мероприятием",
        en: "A list on the sheet bears the name of a list on another sheet: both count as one event",
    },
    what: RuleInfo::manual(
        "A sheet whose tab is also the name of a list in a column of another sheet, or of another tab but for spaces around it.",
    ),
    why: RuleInfo::manual(
        "Lists are told apart by their names: of two events of one name, somebody who came to both has one participation.",
    ),
    example: RuleInfo::manual(
        "a tab «Тренинг» beside a sheet with a column «Іс-шара» in which «Тренинг» stands",
    ),
    remedy: Saying {
        kk: "Іс-шаралар бөлек болса, парақтың немесе тізімнің атын өзгертіңіз",
        ru: "Если мероприятия разные, переименуйте лист или список",
        en: "Where they are two events, give the tab or the list another name",
    },
};

pub(crate) const LISTS_SIDE_BY_SIDE: RuleInfo = RuleInfo {
    code: "PPL037",
    name: "listsSideBySide",
    severity: Severity::Info,
    since: "0.3",
    message: Saying {
        kk: "Кестеде бірнеше тізім қатар тұр: бірінен соң бірі оқылды",
        ru: "В таблице рядом стоят несколько списков: они прочитаны один за другим",
        en: "Several lists stand side by side in the table: they were read one after the other",
    },
    what: RuleInfo::manual(
        "A table in which the heading of names stands more than once. Each such heading begins a list; a row has as many people as names.",
    ),
    why: RuleInfo::manual(
        "Read as one list, the people on the right would be missing and their telephones would go to the people on the left. Names of parents beside those of children would count as participants.",
    ),
    example: RuleInfo::manual("№, ФИО, Телефон, №, ФИО, Телефон"),
    remedy: Saying {
        kk: "Оң жақта басқа адамдар (мысалы, ата-аналар) болса, ол бағанды тізімнен алып тастаңыз",
        ru: "Если справа стоят другие люди (например, родители), исключите эти столбцы",
        en: "Where those on the right are others (parents, say), leave their columns out",
    },
};

pub(crate) const ANOTHER_LIST_BELOW: RuleInfo = RuleInfo {
    code: "PPL038",
    name: "anotherListBelow",
    severity: Severity::Info,
    since: "0.3",
    message: Saying {
        kk: "Осы жолдан басқа тақырыптары бар екінші тізім басталады: ол өз бағандарымен оқылды",
        ru: "С этой строки начинается другой список с собственными заголовками: он прочитан по своим столбцам",
        en: "Another list with headings of its own begins at this row: it was read by its own columns",
    },
    what: RuleInfo::manual(
        "A row below the headings in which two headings at least are known, that of names among them, and whose columns are not those of the headings above.",
    ),
    why: RuleInfo::manual(
        "Read by the columns of the first list, names would be telephones and the headings a person. Columns that were chosen by hand hold for the first list alone.",
    ),
    example: RuleInfo::manual("«Телефон, Аты-жөні» in row 19 below a list «Аты-жөні, Телефон»"),
    remedy: Saying {
        kk: "Бағандардың дұрыс танылғанын тексеріңіз немесе тізімдерді бөлек парақтарға көшіріңіз",
        ru: "Проверьте, верно ли поняты столбцы, или перенесите списки на отдельные листы",
        en: "Look whether its columns are understood rightly, or put the lists on sheets of their own",
    },
};

pub(crate) const MAY_BE_NO_PERSON: RuleInfo = RuleInfo {
    code: "PPL039",
    name: "mayBeNoPerson",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Бұл жол адам емес болуы мүмкін, бірақ адам болып саналды",
        ru: "Эта строка, возможно, не участник, но посчитана как человек",
        en: "This row may be no participant, but counts as a person",
    },
    what: RuleInfo::manual(
        "A row that begins as a total or with whoever answers for the list and has a telephone all the same; or one with nothing but a name in which a colon, a number or the word for a group stands.",
    ),
    why: RuleInfo::manual(
        "A footer that counts makes the list longer than it is; a participant left out makes it shorter.",
    ),
    example: RuleInfo::manual("«Руководитель Сейтова А.К.» below the last row, with a telephone"),
    remedy: Saying {
        kk: "Қатысушы болмаса, жолды тізімнен алып тастаңыз",
        ru: "Если это не участник, удалите строку из списка",
        en: "Where it is no participant, take the row out of the list",
    },
};

pub(crate) const SEX_UNCLEAR: RuleInfo = RuleInfo {
    code: "PPL040",
    name: "sexUnclear",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Бұл бағандағы «ж» «женский» де, «жігіт» те болуы мүмкін: жынысы белгісіз болып саналады[. Жол саны: {count}]",
        ru: "«Ж» в этом столбце может значить и женщину, и по-казахски молодого человека: пол считается неизвестным[. Строк: {count}]",
        en: "The Cyrillic letter zh in this column may stand for a woman or for a young man: the sex counts as unknown[. Rows: {count}]",
    },
    what: RuleInfo::manual(
        "«ж» in a column that writes «қ» or «қыз» and also «м», «муж» or «жен». Where only the Kazakh words stand there it is «жігіт», else «женский».",
    ),
    why: RuleInfo::manual("One «қыз» in a Russian list would make every woman of it a man."),
    example: RuleInfo::manual("Ж, Ж, М, жен, қыз"),
    remedy: Saying {
        kk: "Жынысын бір тілде толық жазыңыз",
        ru: "Запишите пол полностью на одном языке",
        en: "Write the sex in full, in one language",
    },
};

pub(crate) const COLUMN_NOT_KEPT: RuleInfo = RuleInfo {
    code: "PPL041",
    name: "columnNotKept",
    severity: Severity::Info,
    since: "0.3",
    message: Saying {
        kk: "Жас немесе мүгедектік бағаны оқылмады",
        ru: "Столбец с возрастом или инвалидностью не прочитан",
        en: "A column of ages or of disability was not read",
    },
    what: RuleInfo::manual(
        "A column headed as one of ages or of disability, which no kind of column is. Ages are reckoned from the birth date on the day of the event; a disability is a category that the person states.",
    ),
    why: RuleInfo::manual(
        "Whoever sees the column on the list would expect groups of ages and persons with disabilities in the figures, where they are unknown.",
    ),
    example: RuleInfo::manual("Возраст, Жасы, Инвалидность"),
    remedy: Saying {
        kk: "Жастың орнына туған жылын жазыңыз; мүгедектікті санат бағанында көрсетіңіз",
        ru: "Вместо возраста впишите год рождения; инвалидность укажите в столбце категории",
        en: "Write the year of birth in place of the age; state a disability in a column of categories",
    },
};

pub(crate) const MONTH_FIRST: RuleInfo = RuleInfo {
    code: "PPL044",
    name: "monthFirst",
    severity: Severity::Info,
    since: "0.3",
    message: Saying {
        kk: "Бағандағы қиғаш сызықты күндерде ай күннен бұрын тұр: бәрі солай оқылды",
        ru: "В датах этого столбца через косую черту месяц стоит перед днём: все прочитаны так",
        en: "In the dates of this column that are written with strokes the month stands before the day: all were read so",
    },
    what: RuleInfo::manual(
        "A column some of whose dates with strokes can only be read with the month first, and none only with the day first. A date that could be read either way is read as those are, and handed on with the day first.",
    ),
    why: RuleInfo::manual("05/06/2008 is 6 May where 05/31/2008 stands beside it, and 5 June elsewhere."),
    example: RuleInfo::manual("05/31/2008 and 05/06/2008 in one column"),
    remedy: Saying {
        kk: "Олай болмаса, күндерді 31.05.2008 түрінде жазыңыз",
        ru: "Если это не так, запишите даты в виде 31.05.2008",
        en: "Where that is not so, write the dates as 31.05.2008",
    },
};

pub(crate) const DATE_ORDER_UNCLEAR: RuleInfo = RuleInfo {
    code: "PPL045",
    name: "dateOrderUnclear",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Күннің қайсысы ай екені белгісіз: бағанда екі тәртіп те бар, тек жылы алынды",
        ru: "Нельзя сказать, где в дате месяц: в столбце встречаются оба порядка, взят только год",
        en: "It cannot be told which number of the date is the month: the column has both orders, and only the year is taken",
    },
    what: RuleInfo::manual(
        "A date with strokes whose first two numbers may both be the month, in a column where some dates can only be read with the day first and some only with the month first. Of a birth the year is kept; a day of an event is taken as not said.",
    ),
    why: RuleInfo::manual(
        "A wrong day of birth makes one person two, or moves somebody to another group of ages.",
    ),
    example: RuleInfo::manual("05/06/2008 in a column with 31/05/2008 and 05/31/2008"),
    remedy: Saying {
        kk: "Күнді 31.05.2008 түрінде жазыңыз",
        ru: "Запишите дату в виде 31.05.2008",
        en: "Write the date as 31.05.2008",
    },
};

pub(crate) const SEVERAL_IN_CELL: RuleInfo = RuleInfo {
    code: "PPL046",
    name: "severalPeopleInCell",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Бір ұяшықта бірнеше адамның аты тұрған сияқты: жол бір адам болып саналады[. Жол саны: {count}]",
        ru: "В одной ячейке, похоже, имена нескольких людей: строка считается за одного[. Строк: {count}]",
        en: "The names of several people seem to stand in one cell: the row counts as one person[. Rows: {count}]",
    },
    what: RuleInfo::manual(
        "A cell of the column of names in which two names in full or with initials stand, between commas, line ends, strokes or the word for and; one name in two scripts is one.",
    ),
    why: RuleInfo::manual(
        "Read as one person, the others are missing from the count, and the telephone of one seems to be that of all.",
    ),
    example: RuleInfo::manual("«Асанов А., Беков Б.»"),
    remedy: Saying {
        kk: "Әр адамға бөлек жол беріңіз",
        ru: "Запишите каждого в отдельной строке",
        en: "Give each of them a row",
    },
};

pub(crate) const DAY_UNREAD: RuleInfo = RuleInfo {
    code: "PPL047",
    name: "dayUnread",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Қатысқан күні жоқ немесе оқылмады: жол кез келген кезеңде саналады",
        ru: "День участия не указан или не прочитан: строка считается в любом периоде",
        en: "The day of attendance is missing or cannot be read: the row counts in every period",
    },
    what: RuleInfo::manual(
        "A cell of the column of days that is empty or no day. Its row has no day of its own, and counts on the day of the list.",
    ),
    why: RuleInfo::manual("Whether the row belongs to the period that is asked for is not known."),
    example: RuleInfo::manual("«12–14.06» in the column «Дата»"),
    remedy: Saying {
        kk: "Күнді 14.06.2024 түрінде жазыңыз",
        ru: "Запишите день в виде 14.06.2024",
        en: "Write the day as 14.06.2024",
    },
};

pub(crate) const VALUE_OF_SOMEBODY: RuleInfo = RuleInfo {
    code: "PPL050",
    name: "valueOfSomebody",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Ұяшықта телефон, пошта, нөмір немесе үйдің мекенжайы тұр: мән белгісіз болып саналады[: {person}][. Жол саны: {count}]",
        ru: "В ячейке телефон, почта, номер или адрес с домом: значение считается неизвестным[: {person}][. Строк: {count}]",
        en: "A telephone, an e-mail address, a number or the address of a house stands in the cell: the value counts as unknown[: {person}][. Rows: {count}]",
    },
    what: RuleInfo::manual(
        "A sex, settlement, organisation or category in which a telephone, an e-mail address or an identification number stands, a settlement with the number of a house, a sex or category that is a word of the name beside it, or an organisation that is that name.",
    ),
    why: RuleInfo::manual(
        "Such values would be printed as rows of the table that leaves the house, and tell where somebody lives or how they are called up.",
    ),
    example: RuleInfo::manual("«с. Шетпе, ул. Абая 5» in the column of settlements"),
    remedy: Saying {
        kk: "Бағанда елді мекеннің, мектептің немесе санаттың атауын ғана қалдырыңыз",
        ru: "Оставьте в столбце только название населённого пункта, школы или категории",
        en: "Leave the name of the settlement, the school or the category alone in the column",
    },
};

pub(crate) const HEADINGS_EXCHANGED: RuleInfo = RuleInfo {
    code: "PPL051",
    name: "headingsExchanged",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Аты-жөні бағаны мен басқа бағанның тақырыптары ауысып кеткен: бағандар ұяшықтарына қарай оқылды",
        ru: "Заголовки столбца имён и другого столбца перепутаны: столбцы прочитаны по тому, что в них стоит",
        en: "The headings of the names and of another column are exchanged: the columns were read by what stands in them",
    },
    what: RuleInfo::manual(
        "A column of names that is headed as telephones, identification numbers, addresses or days of birth, while those stand below the heading of names, in every cell of both.",
    ),
    why: RuleInfo::manual("Read by their headings neither column holds anything, and nobody is found twice."),
    example: RuleInfo::manual("«Телефон» above names and «ФИО» above telephones"),
    remedy: Saying {
        kk: "Тақырыптарды орнына қойыңыз",
        ru: "Поставьте заголовки на свои места",
        en: "Put the headings where they belong",
    },
};

pub(crate) const DAYS_NOT_READ: RuleInfo = RuleInfo {
    code: "PPL052",
    name: "daysNotRead",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Күндер баған тақырыптарында тұр: кім қай күні болғаны оқылмады, әр жол бір рет қатысу болып саналады",
        ru: "Дни стоят в заголовках столбцов: кто в какой день был, не прочитано, каждая строка считается одним участием",
        en: "Days stand in the headings of columns: who was there on which day was not read, and each row counts as one participation",
    },
    what: RuleInfo::manual(
        "A list with a heading of names whose other headings are days, with a mark in each row for who was there.",
    ),
    why: RuleInfo::manual("Whoever was there on three days took part three times, and counts once."),
    example: RuleInfo::manual("«ФИО», «Телефон», «01.06.2024», «08.06.2024»"),
    remedy: Saying {
        kk: "Әр күнге бөлек тізім жасаңыз немесе күнді бөлек бағанға жазыңыз: бір жолда бір адам және бір күн",
        ru: "Сделайте на каждый день свой список или запишите день в отдельном столбце: в строке один человек и один день",
        en: "Make a list for each day, or write the day in a column of its own: one person and one day a row",
    },
};

pub(crate) const ONE_NAME_SEVERAL_DAYS: RuleInfo = RuleInfo {
    code: "PPL053",
    name: "oneNameSeveralDays",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Бір іс-шара атауы бірнеше күнде тұр: бір іс-шара болып саналады, онда бірнеше күн болған адам бір рет қатысқан болып шығады",
        ru: "Одно название мероприятия стоит при нескольких днях: считается одним мероприятием, и кто был на нём несколько дней, участвовал один раз",
        en: "One name of an event stands with several days: it counts as one event, and whoever was there on several days took part once",
    },
    what: RuleInfo::manual("A column of the event in which one name stands beside different days."),
    why: RuleInfo::manual(
        "A camp of three days is one event, three trainings of one name are three; the list does not say which, and participations differ.",
    ),
    example: RuleInfo::manual("«Тренинг» on 1, 8 and 15 June"),
    remedy: Saying {
        kk: "Бөлек іс-шаралар болса, әрқайсысына өз атауын беріңіз немесе атау бағанын алып тастаңыз: сонда әр күн бөлек саналады",
        ru: "Если это разные мероприятия, дайте каждому своё название или исключите столбец названий: тогда каждый день считается отдельно",
        en: "If they are events of their own, name each apart, or leave the column of names out: then each day counts for itself",
    },
};
