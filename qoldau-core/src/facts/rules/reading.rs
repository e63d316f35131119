//! The rules of reading a journal: codes `FCT1…`.

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

pub(in crate::facts) const NOT_UTF8: RuleInfo = RuleInfo {
    code: "FCT101",
    name: "notUtf8",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Файл жолы UTF-8 кодтауында емес",
        ru: "Строка файла не в кодировке UTF-8",
        en: "The line of the file is not UTF-8 text",
    },
    what: RuleInfo::manual("A line whose bytes are not UTF-8 text."),
    why: RuleInfo::manual("Nobody can say what its letters are."),
    example: RuleInfo::manual("a line saved in Windows-1251"),
    remedy: Saying {
        kk: "Файлды UTF-8 кодтауында қайта сақтаңыз",
        ru: "Сохраните файл в кодировке UTF-8",
        en: "Save the file as UTF-8",
    },
};

pub(in crate::facts) const LINE_TOO_LONG: RuleInfo = RuleInfo {
    code: "FCT102",
    name: "lineTooLong",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Файл жолы тым ұзын",
        ru: "Строка файла слишком длинная",
        en: "The line of the file is too long",
    },
    what: RuleInfo::manual("A line longer than the limit of the call."),
    why: RuleInfo::manual("One line holds one entry; a longer one is no entry and may be an attack."),
    example: RuleInfo::manual("a photograph pasted into a field"),
    remedy: Saying {
        kk: "Файлдарды жазбаға салмай, бөлек сақтаңыз",
        ru: "Храните файлы отдельно, а не внутри записи",
        en: "Keep files beside the journal, not inside an entry",
    },
};

pub(in crate::facts) const NOT_JSON: RuleInfo = RuleInfo {
    code: "FCT103",
    name: "notJson",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Файл жолы JSON емес. Қате орны: {column}",
        ru: "Строка файла не JSON. Место ошибки: {column}",
        en: "The line of the file is not JSON. The fault is at: {column}",
    },
    what: RuleInfo::manual("A line that is not one whole JSON value."),
    why: RuleInfo::manual("A torn line, as after a loss of power, says nothing for certain."),
    example: RuleInfo::manual("{\"id\":\"e1\",\"on\":\"2024-0"),
    remedy: Saying {
        kk: "Жазбаны бастапқы құрылғыдан қайта алыңыз",
        ru: "Возьмите запись заново с исходного устройства",
        en: "Take the entry again from the device it was made on",
    },
};

pub(in crate::facts) const NOT_AN_ENTRY: RuleInfo = RuleInfo {
    code: "FCT104",
    name: "notAnEntry",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Файл жолы журнал жазбасы емес",
        ru: "Строка файла не является записью журнала",
        en: "The line of the file is not an entry of the journal",
    },
    what: RuleInfo::manual("JSON that is not an object in the journal's envelope."),
    why: RuleInfo::manual("Only entries count."),
    example: RuleInfo::manual("[1, 2, 3]"),
    remedy: Saying {
        kk: "Жазбаны docs/facts.md үлгісімен салыстырыңыз",
        ru: "Сравните запись с образцами в docs/facts.md",
        en: "Compare the entry with the examples in docs/facts.md",
    },
};

pub(in crate::facts) const MISSING_FIELD: RuleInfo = RuleInfo {
    code: "FCT105",
    name: "missingField",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жазбада міндетті өріс жоқ: {field}",
        ru: "В записи нет обязательного поля: {field}",
        en: "The entry lacks a field: {field}",
    },
    what: RuleInfo::manual("A field without which the entry says nothing."),
    why: RuleInfo::manual("A guess in its place would be a silent one."),
    example: RuleInfo::manual("an entry without `on`"),
    remedy: Saying {
        kk: "Өрісті толтырыңыз", ru: "Заполните поле", en: "Fill the field in"
    },
};

pub(in crate::facts) const UNKNOWN_FIELD: RuleInfo = RuleInfo {
    code: "FCT106",
    name: "unknownField",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жазбада белгісіз өріс бар: {field}",
        ru: "В записи неизвестное поле: {field}",
        en: "The entry has a field that is not known: {field}",
    },
    what: RuleInfo::manual("A field that the format does not have at this place."),
    why: RuleInfo::manual("A misspelt field would otherwise be lost without a word."),
    example: RuleInfo::manual("`adresees` for `addressees`"),
    remedy: Saying {
        kk: "Өрістің атауын тексеріңіз",
        ru: "Проверьте название поля",
        en: "Check the field's name",
    },
};

pub(in crate::facts) const REPEATED_FIELD: RuleInfo = RuleInfo {
    code: "FCT107",
    name: "repeatedField",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жазбада өріс қайталанған: {field}",
        ru: "В записи поле повторяется: {field}",
        en: "A field of the entry stands twice: {field}",
    },
    what: RuleInfo::manual("A field that stands twice in one object."),
    why: RuleInfo::manual("Which of the two values is meant cannot be known."),
    example: RuleInfo::manual("{\"id\":\"e1\",\"id\":\"e2\", …}"),
    remedy: Saying {
        kk: "Бір өрісті қалдырыңыз", ru: "Оставьте одно поле", en: "Keep one of them"
    },
};

pub(in crate::facts) const WRONG_TYPE: RuleInfo = RuleInfo {
    code: "FCT108",
    name: "wrongType",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Өріс мәнінің түрі сәйкес емес: {field}",
        ru: "Значение поля не того типа: {field}",
        en: "The value of a field is of the wrong type: {field}",
    },
    what: RuleInfo::manual("A number where text is wanted, text where a list is wanted …"),
    why: RuleInfo::manual("Amounts and dates cross as text so that nothing is lost."),
    example: RuleInfo::manual("\"amount\": 25 for \"amount\": \"25\""),
    remedy: Saying {
        kk: "Өрісті docs/facts.md үлгісімен салыстырыңыз",
        ru: "Сравните поле с образцами в docs/facts.md",
        en: "Compare the field with the examples in docs/facts.md",
    },
};

pub(in crate::facts) const UNKNOWN_WORD: RuleInfo = RuleInfo {
    code: "FCT109",
    name: "unknownWord",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Өрісте рұқсат етілмеген сөз тұр: {field}",
        ru: "В поле недопустимое слово: {field}",
        en: "A field holds a word that is not one of its words: {field}",
    },
    what: RuleInfo::manual("A word outside the closed list of the field."),
    why: RuleInfo::manual("What it should count for cannot be known."),
    example: RuleInfo::manual("\"status\": \"done\" of an event"),
    remedy: Saying {
        kk: "docs/facts.md тізіміндегі сөздің бірін қойыңыз",
        ru: "Поставьте одно из слов, перечисленных в docs/facts.md",
        en: "Use one of the words listed in docs/facts.md",
    },
};

pub(in crate::facts) const BAD_ID: RuleInfo = RuleInfo {
    code: "FCT110",
    name: "badId",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Идентификатор дұрыс емес: {field}",
        ru: "Неверный идентификатор: {field}",
        en: "A field does not hold an id: {field}",
    },
    what: RuleInfo::manual(
        "An id, an author or a device that is empty, longer than 128 bytes or has control characters.",
    ),
    why: RuleInfo::manual("Entries are told apart by their ids."),
    example: RuleInfo::manual("\"id\": \"\""),
    remedy: Saying {
        kk: "Идентификаторды түзетіңіз", ru: "Исправьте идентификатор", en: "Mend the id"
    },
};

pub(in crate::facts) const BAD_DATE: RuleInfo = RuleInfo {
    code: "FCT111",
    name: "badDate",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Күн ЖЖЖЖ-АА-КК түрінде жазылмаған: {field}",
        ru: "Дата записана не в виде ГГГГ-ММ-ДД: {field}",
        en: "A date is not of the form YYYY-MM-DD: {field}",
    },
    what: RuleInfo::manual(
        "A date that is not of the form 2024-06-14 or that the calendar does not have; a clock that does not open with one.",
    ),
    why: RuleInfo::manual("14.06 and 06.14 are easily confused."),
    example: RuleInfo::manual("\"on\": \"2024-02-30\""),
    remedy: Saying {
        kk: "Күнді түзетіңіз", ru: "Исправьте дату", en: "Mend the date"
    },
};

pub(in crate::facts) const BAD_AMOUNT: RuleInfo = RuleInfo {
    code: "FCT112",
    name: "badAmount",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Сан дұрыс жазылмаған: {field}",
        ru: "Число записано неверно: {field}",
        en: "A number is not written plainly: {field}",
    },
    what: RuleInfo::manual(
        "An amount that is not plain digits with at most one point, or has more than 28 digits.",
    ),
    why: RuleInfo::manual("Amounts are exact."),
    example: RuleInfo::manual("\"amount\": \"1,5\""),
    remedy: Saying {
        kk: "Санды цифрмен жазыңыз, бөлшегін нүктемен бөліңіз",
        ru: "Запишите число цифрами, дробь через точку",
        en: "Write digits, with a point before the fraction",
    },
};

pub(in crate::facts) const OUT_OF_RANGE: RuleInfo = RuleInfo {
    code: "FCT113",
    name: "outOfRange",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Сан рұқсат етілген шектен тыс: {field}",
        ru: "Число вне допустимых пределов: {field}",
        en: "A count is out of range: {field}",
    },
    what: RuleInfo::manual("A count that is not a whole number from 0 to 4 294 967 295."),
    why: RuleInfo::manual("Things are counted whole."),
    example: RuleInfo::manual("\"headcount\": -3"),
    remedy: Saying {
        kk: "Санды түзетіңіз", ru: "Исправьте число", en: "Mend the count"
    },
};

pub(in crate::facts) const NEGATIVE: RuleInfo = RuleInfo {
    code: "FCT114",
    name: "negative",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Сан нөлден кем: {field}",
        ru: "Число меньше нуля: {field}",
        en: "A number is below zero: {field}",
    },
    what: RuleInfo::manual("An amount below zero in a reading or an acceptance."),
    why: RuleInfo::manual(
        "What was done cannot be taken back by a negative number; a mistake is mended by a new entry that replaces the wrong one.",
    ),
    example: RuleInfo::manual("\"amount\": \"-5\""),
    remedy: Saying {
        kk: "Қате жазбаны ауыстыратын жаңа жазба енгізіңіз",
        ru: "Внесите новую запись, которая заменит ошибочную",
        en: "Make a new entry that replaces the wrong one",
    },
};

pub(in crate::facts) const PART_ABOVE_WHOLE: RuleInfo = RuleInfo {
    code: "FCT115",
    name: "partAboveWhole",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Алымы бөлімінен үлкен: {field}",
        ru: "Числитель больше знаменателя: {field}",
        en: "The numerator is above the denominator: {field}",
    },
    what: RuleInfo::manual("A share whose numerator is above its denominator."),
    why: RuleInfo::manual("More people cannot be satisfied than were asked; the two are usually exchanged."),
    example: RuleInfo::manual("150 of 120"),
    remedy: Saying {
        kk: "Алымы мен бөлімін тексеріңіз",
        ru: "Проверьте числитель и знаменатель",
        en: "Check the numerator and the denominator",
    },
};

pub(in crate::facts) const END_BEFORE_START: RuleInfo = RuleInfo {
    code: "FCT116",
    name: "endBeforeStart",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Шараның соңғы күні бірінші күнінен бұрын тұр",
        ru: "Последний день события раньше первого",
        en: "The event's last day is before its first",
    },
    what: RuleInfo::manual("An event whose last day is before its first."),
    why: RuleInfo::manual("Nobody can say when it was."),
    example: RuleInfo::manual("start 2024-06-15, end 2024-06-14"),
    remedy: Saying {
        kk: "Күндерді түзетіңіз", ru: "Исправьте даты", en: "Mend the dates"
    },
};

pub(in crate::facts) const SHORT_LIST: RuleInfo = RuleInfo {
    code: "FCT117",
    name: "shortList",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Тізім бос немесе тым қысқа: {field}",
        ru: "Список пуст или слишком короток: {field}",
        en: "A list is empty or too short: {field}",
    },
    what: RuleInfo::manual(
        "An event of no activity, evidence of no line and no event, an approval of no line, one event joined with itself, a void of nothing.",
    ),
    why: RuleInfo::manual("The entry would change nothing, and nobody would notice."),
    example: RuleInfo::manual("evidence with \"lines\": []"),
    remedy: Saying {
        kk: "Тізімді толтырыңыз", ru: "Дополните список", en: "Complete the list"
    },
};

pub(in crate::facts) const REPLACES_ITSELF: RuleInfo = RuleInfo {
    code: "FCT118",
    name: "replacesItself",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жазба өзін-өзі ауыстырады",
        ru: "Запись заменяет саму себя",
        en: "The entry replaces itself",
    },
    what: RuleInfo::manual("An entry that names itself among those it replaces."),
    why: RuleInfo::manual("It would wipe itself out."),
    example: RuleInfo::manual("id e7, replaces e7"),
    remedy: Saying {
        kk: "Ауыстырылатын жазбаның идентификаторын көрсетіңіз",
        ru: "Укажите идентификатор заменяемой записи",
        en: "Name the entry that is to be replaced",
    },
};

pub(in crate::facts) const BAD_HASH: RuleInfo = RuleInfo {
    code: "FCT119",
    name: "badHash",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "SHA-256 мәні дұрыс жазылмаған: {field}",
        ru: "Значение SHA-256 записано неверно: {field}",
        en: "A SHA-256 is not written as 64 hexadecimal digits: {field}",
    },
    what: RuleInfo::manual("A hash of a file that is not 64 digits 0–9 and a–f."),
    why: RuleInfo::manual("Otherwise a file cannot be recognised by its hash."),
    example: RuleInfo::manual("\"sha256\": \"AB12\""),
    remedy: Saying {
        kk: "Мәнді кіші әріппен, 64 таңбамен жазыңыз",
        ru: "Запишите значение 64 знаками в нижнем регистре",
        en: "Write 64 digits in lower case",
    },
};

pub(in crate::facts) const BAD_PERCEPTUAL_HASH: RuleInfo = RuleInfo {
    code: "FCT129",
    name: "badPerceptualHash",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Суреттің ұқсастық мәні дұрыс жазылмаған: {field}",
        ru: "Отпечаток сходства изображения записан неверно: {field}",
        en: "A perceptual hash is not written as 16 hexadecimal digits: {field}",
    },
    what: RuleInfo::manual("A perceptual hash of a picture that is not 16 digits 0–9 and a–f."),
    why: RuleInfo::manual("Otherwise nobody can tell which pictures look alike."),
    example: RuleInfo::manual("\"perceptualHash\": \"F0F0\""),
    remedy: Saying {
        kk: "Мәнді кіші әріппен, 16 таңбамен жазыңыз немесе алып тастаңыз",
        ru: "Запишите значение 16 знаками в нижнем регистре или уберите его",
        en: "Write 16 digits in lower case, or leave it out",
    },
};

pub(in crate::facts) const SAME_AGAIN: RuleInfo = RuleInfo {
    code: "FCT120",
    name: "sameAgain",
    severity: Severity::Info,
    since: "0.1",
    message: Saying {
        kk: "Жазба қайталанған, бір рет саналды. Файл жолы: {line}",
        ru: "Запись повторяется и учтена один раз. Строка файла: {line}",
        en: "The entry recurs and is counted once. Line of the file: {line}",
    },
    what: RuleInfo::manual("An entry that stands in the file again with the same content."),
    why: RuleInfo::manual("Files of several phones overlap; nothing is counted twice."),
    example: RuleInfo::manual("two files with the same entry, joined"),
    remedy: Saying {
        kk: "Ештеңе істеу қажет емес",
        ru: "Ничего делать не нужно",
        en: "Nothing needs to be done",
    },
};

pub(in crate::facts) const SAME_ID: RuleInfo = RuleInfo {
    code: "FCT121",
    name: "sameId",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Бір идентификатормен мазмұны әртүрлі жазбалар тұр, ешқайсысы саналмады. Файл жолдары: {line}",
        ru: "Записи с одним идентификатором различаются, не учтена ни одна. Строки файла: {line}",
        en: "Different entries bear the same id and none of them counts. Lines of the file: {line}",
    },
    what: RuleInfo::manual("An id that stands twice with different content."),
    why: RuleInfo::manual("Choosing one of them silently would be a guess."),
    example: RuleInfo::manual("e5 with 20 people and e5 with 25 people"),
    remedy: Saying {
        kk: "Дұрыс жазбаны жаңа идентификатормен енгізіп, қалғандарын алып тастаңыз",
        ru: "Внесите верную запись с новым идентификатором и уберите остальные",
        en: "Enter the right one under a new id and take the others away",
    },
};

pub(in crate::facts) const NO_HEADER: RuleInfo = RuleInfo {
    code: "FCT122",
    name: "noHeader",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Журналдың басында форматы мен жоспары көрсетілмеген",
        ru: "В начале журнала не указаны формат и план",
        en: "The journal does not open with its format and plan",
    },
    what: RuleInfo::manual("Entries before any header."),
    why: RuleInfo::manual("Without a header nobody can say which plan and which version the entries are of."),
    example: RuleInfo::manual("a file that opens with an entry"),
    remedy: Saying {
        kk: "Бірінші жолға «format» (qoldau-journal/1.0) пен «plan» өрістері бар тақырып қойыңыз",
        ru: "Поставьте первой строкой заголовок с полями «format» (qoldau-journal/1.0) и «plan»",
        en: "Put a header with the fields `format` (qoldau-journal/1.0) and `plan` on the first line",
    },
};

pub(in crate::facts) const OTHER_PLAN: RuleInfo = RuleInfo {
    code: "FCT123",
    name: "otherPlan",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Осы жерден кейінгі жазбалар басқа жоспарға жатады және саналмады: {plan}",
        ru: "Записи после этого места относятся к другому плану и не учтены: {plan}",
        en: "The entries from here on belong to another plan and do not count: {plan}",
    },
    what: RuleInfo::manual("A header that names another plan than the first header of the file."),
    why: RuleInfo::manual(
        "Lines of two plans may bear the same ids; facts of one must not prove lines of the other.",
    ),
    example: RuleInfo::manual("files of two grants, joined"),
    remedy: Saying {
        kk: "Әр жоспардың журналын бөлек ұстаңыз",
        ru: "Ведите журнал каждого плана отдельно",
        en: "Keep the journal of every plan apart",
    },
};

pub(in crate::facts) const ODD_LINK: RuleInfo = RuleInfo {
    code: "FCT124",
    name: "oddLink",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Сілтеме http:// немесе https:// деп басталатын мекенжай емес, ештеңені растамайды: {field}",
        ru: "Ссылка не адрес, начинающийся с http:// или https://, и ничего не подтверждает: {field}",
        en: "A link is no address that begins with http:// or https://, and proves nothing: {field}",
    },
    what: RuleInfo::manual("A link that is not an address of the web."),
    why: RuleInfo::manual(
        "A manager cannot open it. The words are kept, but an item that nothing else shows is not counted.",
    ),
    example: RuleInfo::manual("\"link\": \"instagram\""),
    remedy: Saying {
        kk: "Сілтемені толық көшіріңіз",
        ru: "Скопируйте ссылку целиком",
        en: "Copy the whole link",
    },
};

pub(in crate::facts) const RECORDED_BEFORE: RuleInfo = RuleInfo {
    code: "FCT125",
    name: "recordedBefore",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Жазба факт күнінен бұрын енгізілген: {field}",
        ru: "Запись внесена раньше даты факта: {field}",
        en: "The entry was recorded before the date of its fact: {field}",
    },
    what: RuleInfo::manual(
        "An event held, a reading or a look at a link dated later than the day on which it was recorded.",
    ),
    why: RuleInfo::manual("What has not happened yet cannot be counted; usually a month is mistyped."),
    example: RuleInfo::manual("on 2024-07-14, recorded on 2024-06-14"),
    remedy: Saying {
        kk: "Факт күнін немесе құрылғы сағатын тексеріңіз",
        ru: "Проверьте дату факта или часы устройства",
        en: "Check the date of the fact or the clock of the device",
    },
};

pub(in crate::facts) const BLANK: RuleInfo = RuleInfo {
    code: "FCT126",
    name: "blankField",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Өріс бос, ол жоқ деп саналады: {field}",
        ru: "Поле пустое и считается отсутствующим: {field}",
        en: "A field is blank and is taken for absent: {field}",
    },
    what: RuleInfo::manual(
        "A text of spaces or of nothing where a link, a number, a file's name or the like belongs.",
    ),
    why: RuleInfo::manual(
        "An empty link or a file without a name shows nothing, and must not prove anything.",
    ),
    example: RuleInfo::manual("\"link\": \"\""),
    remedy: Saying {
        kk: "Өрісті толтырыңыз немесе мүлде қоймаңыз",
        ru: "Заполните поле или не указывайте его вовсе",
        en: "Fill the field in, or leave it out",
    },
};

pub(in crate::facts) const DATED_AHEAD: RuleInfo = RuleInfo {
    code: "FCT127",
    name: "datedAhead",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Өткен нәрсенің күні жазбаның өз күнінен кейін: {field}",
        ru: "Дата того, что уже было, позже даты самой записи: {field}",
        en: "What has already been is dated later than its own entry: {field}",
    },
    what: RuleInfo::manual(
        "An event held, an item of evidence or a document of approval dated later than the entry that tells of it.",
    ),
    why: RuleInfo::manual("What has not happened yet cannot be counted; usually a month is mistyped."),
    example: RuleInfo::manual("an event held on 2024-07-14, in an entry of 2024-06-14"),
    remedy: Saying {
        kk: "Екі күнді де тексеріп, жаңа жазба енгізіңіз",
        ru: "Проверьте обе даты и внесите новую запись",
        en: "Check both dates and make a new entry",
    },
};

pub(in crate::facts) const MORE: RuleInfo = RuleInfo {
    code: "FCT190",
    name: "more",
    severity: Severity::Info,
    since: "0.1",
    message: Saying {
        kk: "Тізімге кірмеген тексеру нәтижелері, {rule}: {count}",
        ru: "Результаты проверки, не вошедшие в список, {rule}: {count}",
        en: "Findings that are not listed, {rule}: {count}",
    },
    what: RuleInfo::manual("How many findings of one code there are beyond those listed."),
    why: RuleInfo::manual("A list of a million findings helps nobody."),
    example: RuleInfo::manual("a file of 5000 torn lines"),
    remedy: Saying {
        kk: "Алдымен тізімдегілерді түзетіңіз",
        ru: "Сначала исправьте перечисленные",
        en: "Mend those that are listed first",
    },
};

pub(in crate::facts) const ERASED: RuleInfo = RuleInfo {
    code: "FCT128",
    name: "erased",
    severity: Severity::Info,
    since: "0.2",
    message: Saying {
        kk: "Жазбаның мазмұны өшірілген, ол есепке алынбайды",
        ru: "Содержание записи стёрто, и она не учитывается",
        en: "What the entry said was erased, and it does not count",
    },
    what: RuleInfo::manual("An entry whose body is `null`: what it said was erased."),
    why: RuleInfo::manual("An entry that counts for nothing is named, so that nobody takes it for lost."),
    example: RuleInfo::manual("a list of participants that was erased when a parent withdrew consent"),
    remedy: Saying {
        kk: "Сан керек болса, оны аты-жөнсіз жаңа жазбамен енгізіңіз",
        ru: "Если число нужно, внесите его новой записью без имён",
        en: "Where the number is needed, enter it anew without names",
    },
};

pub(in crate::facts) const COUNTS_CONTRADICT: RuleInfo = RuleInfo {
    code: "FCT130",
    name: "countsContradict",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Адам саны өзіне қайшы: {field}",
        ru: "Числа людей противоречат друг другу: {field}",
        en: "Numbers of people contradict each other: {field}",
    },
    what: RuleInfo::manual(
        "A count of different people whose least number is above its greatest, or a headcount with more people in its groups than were there.",
    ),
    why: RuleInfo::manual("Both cannot be; counted either way the figure would be wrong."),
    example: RuleInfo::manual("40 people, of them 25 girls and 20 boys"),
    remedy: Saying {
        kk: "Сандарды тексеріңіз", ru: "Проверьте числа", en: "Check the numbers"
    },
};

pub(in crate::facts) const SAME_ID_SETTLED: RuleInfo = RuleInfo {
    code: "FCT131",
    name: "sameIdSettled",
    severity: Severity::Info,
    since: "0.3",
    message: Saying {
        kk: "Бір идентификатормен мазмұны әртүрлі жазбалар тұр, олардың орнына басқа жазба келген. Файл жолдары: {line}",
        ru: "Записи с одним идентификатором различаются, вместо них внесена другая. Строки файла: {line}",
        en: "Different entries bear the same id, and another took their place. Lines of the file: {line}",
    },
    what: RuleInfo::manual("An id that stands twice with different content, which a further entry replaces."),
    why: RuleInfo::manual("None of them counts, and what counts instead somebody has said."),
    example: RuleInfo::manual(
        "e5 with 20 people and e5 with 25 people, and e6 with 25 people that replaces e5",
    ),
    remedy: Saying {
        kk: "Ештеңе істеу қажет емес",
        ru: "Ничего делать не нужно",
        en: "Nothing needs to be done",
    },
};
