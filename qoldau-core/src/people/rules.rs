//! The rules of what is said of people.

mod lists;

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

pub(crate) use lists::*;

/// The rules of lists of people.
pub(super) const LIST_RULES: &[&RuleInfo] = &[
    &RULE_CANNOT_FIRE,
    &DECISION_WITHOUT_ROWS,
    &DECISIONS_CONTRADICT,
    &NAME_MISSING,
    &PHONE_UNREAD,
    &BIRTH_UNREAD,
    &IIN_IMPLAUSIBLE,
    &ROW_IDS_UNUSABLE,
    &MORE_ROWS,
    &PERSON_TOO_OFTEN,
    &ROW_UNEVEN,
    &HIDDEN_READ,
    &MERGED_READ,
    &ROWS_NOT_PEOPLE,
    &SHEET_WITHOUT_PEOPLE,
    &ZEROS_PUT_BACK,
    &DAY_FROM_NUMBER,
    &CELL_WITHOUT_VALUE,
    &BIRTHS_ON_NEW_YEAR,
    &HEADINGS_MISSING,
    &CENTURY_UNKNOWN,
    &LIST_NAMED_TWICE,
    &LISTS_SIDE_BY_SIDE,
    &ANOTHER_LIST_BELOW,
    &MAY_BE_NO_PERSON,
    &SEX_UNCLEAR,
    &COLUMN_NOT_KEPT,
    &MONTH_FIRST,
    &DATE_ORDER_UNCLEAR,
    &SEVERAL_IN_CELL,
    &DAY_UNREAD,
    &VALUE_OF_SOMEBODY,
    &HEADINGS_EXCHANGED,
    &DAYS_NOT_READ,
    &ONE_NAME_SEVERAL_DAYS,
];

/// The rules of decisions that are kept in files, which the command alone reads.
pub(super) const DECISION_RULES: &[&RuleInfo] = &[&DECISIONS_BY_NUMBER, &DECISION_OF_OTHERS];

pub(crate) const RULE_CANNOT_FIRE: RuleInfo = RuleInfo {
    code: "PPL001",
    name: "matchRuleCannotFire",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Бұл деректерде сәйкестік ережесі ешқашан орындалмайды: {rule}[. Өрісі: {field}]",
        ru: "На этих данных правило совпадения не сработает никогда: {rule}[. Поле: {field}]",
        en: "On this data the match rule can never hold: {rule}[. Field: {field}]",
    },
    what: RuleInfo::manual(
        "A match rule one of whose fields fewer than two rows have, that asks no field to agree, or that asks one field to agree and to differ.",
    ),
    why: RuleInfo::manual(
        "A rule that silently stopped working lets every duplicate through that it was made for.",
    ),
    example: RuleInfo::manual("a rule on the IIN over lists that have no IIN"),
    remedy: Saying {
        kk: "Өрісті толтырыңыз немесе ережені өзгертіңіз",
        ru: "Заполните поле или измените правило",
        en: "Fill the field in, or change the rule",
    },
};

pub(crate) const DECISION_WITHOUT_ROWS: RuleInfo = RuleInfo {
    code: "PPL002",
    name: "decisionWithoutRows",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Шешім тізімде жоқ жолдар туралы: {row}",
        ru: "Решение о строках, которых в списке нет: {row}",
        en: "A decision about rows that are not in the list: {row}",
    },
    what: RuleInfo::manual(
        "A decision (same, not same, unsure) that names a row that is not there, or the same row twice.",
    ),
    why: RuleInfo::manual("The decision has no effect, and the pair may be joined against it."),
    example: RuleInfo::manual("a decision about row L2-7 of a list that was left out"),
    remedy: Saying {
        kk: "Тізімді қосыңыз немесе шешімнің күшін жойыңыз",
        ru: "Добавьте список или аннулируйте решение",
        en: "Add the list, or void the decision",
    },
};

pub(crate) const DECISIONS_CONTRADICT: RuleInfo = RuleInfo {
    code: "PPL003",
    name: "decisionsContradict",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Бір адам делінген жолдарды басқа шешім екі адам дейді: {row}",
        ru: "Строки названы одним человеком, но другое решение называет их разными людьми: {row}",
        en: "Rows are called one person, and another decision calls them two people: {row}",
    },
    what: RuleInfo::manual(
        "A decision \"same\", or a rule, that would bring rows together that a decision \"not same\" keeps apart, maybe by way of other rows.",
    ),
    why: RuleInfo::manual("Both cannot hold; the rows stay apart, and the number of people may be too high."),
    example: RuleInfo::manual("A is B, B is C, and A is not C"),
    remedy: Saying {
        kk: "Шешімдерді қайта қарап, біреуінің күшін жойыңыз",
        ru: "Пересмотрите решения и аннулируйте одно из них",
        en: "Look at the decisions again, and void one",
    },
};

pub(crate) const ROW_IDS_UNUSABLE: RuleInfo = RuleInfo {
    code: "PPL008",
    name: "rowIdsUnusable",
    severity: Severity::Info,
    since: "0.2",
    message: Saying {
        kk: "Жол белгілері бос немесе қайталанады: олардың орнына жол нөмірі алынды",
        ru: "Идентификаторы строк пусты или повторяются: вместо них взяты номера строк",
        en: "The ids of the rows are empty or recur: the numbers of the rows are taken instead",
    },
    what: RuleInfo::manual(
        "A column taken for ids of rows in which a cell is empty, too long, or the same as another.",
    ),
    why: RuleInfo::manual("An id has to name one row."),
    example: RuleInfo::manual("the column № of several lists put under each other"),
    remedy: Saying {
        kk: "Әр жолға бөлек белгі беріңіз немесе осы нөмірлерді пайдаланыңыз",
        ru: "Дайте каждой строке свой идентификатор или пользуйтесь этими номерами",
        en: "Give every row an id of its own, or use these numbers",
    },
};

pub(crate) const PERSON_TOO_OFTEN: RuleInfo = RuleInfo {
    code: "PPL010",
    name: "personTooOften",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Бір адам ретінде біріктірілген жолдар тым көп, бірінші жол: {row}. Саны: {count}",
        ru: "Слишком много строк приняты за одного человека, первая строка: {row}. Строк: {count}",
        en: "Too many rows are taken for one person, first row: {row}. Rows: {count}",
    },
    what: RuleInfo::manual(
        "More than a hundred rows that are taken for one person. Of them only each row and the next are listed as a pair.",
    ),
    why: RuleInfo::manual(
        "Nobody is on so many lists; more likely the lists hold one row copied, or the same words in place of names.",
    ),
    example: RuleInfo::manual("a list of 500 rows that all say «қатысушы»"),
    remedy: Saying {
        kk: "Бағандар дұрыс алынғанын және аты-жөндер жазылғанын тексеріңіз",
        ru: "Проверьте, верно ли взяты столбцы и записаны ли имена",
        en: "Check whether the columns are taken rightly and names are written",
    },
};

const DECISIONS_BY_NUMBER: RuleInfo = RuleInfo {
    code: "PPL043",
    name: "decisionsByNumber",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Шешімдер адамдарды жол нөмірімен атайды: олар тек сол тізімге қатысты, басқа тізімде бөтен адамдарды қосады[. Шешім саны: {count}]",
        ru: "Решения называют людей номерами строк: они верны только для того самого списка, в другом соединят чужих людей[. Решений: {count}]",
        en: "The decisions name people by numbers of rows: they hold for that very list alone, and would join strangers on another[. Decisions: {count}]",
    },
    what: RuleInfo::manual(
        "Decisions that are taken for a list without a column of ids of its own: what they name are numbers of rows.",
    ),
    why: RuleInfo::manual(
        "Row 1 of another list, or of the same one with a row put in above, is somebody else; the decision would join two strangers or part one person.",
    ),
    example: RuleInfo::manual(
        "{\"one\": \"1\", \"other\": \"2\", \"verdict\": \"same\"} and a list with the columns «ФИО» and «Телефон»",
    ),
    remedy: Saying {
        kk: "Тізімге өз нөмірлері бар id бағанын қосыңыз немесе жолдарды review көрсеткендей жазыңыз: 17#9f3c",
        ru: "Добавьте в список столбец id с собственными номерами людей или называйте строки, как их показывает review: 17#9f3c",
        en: "Give the list a column id with numbers of the people's own, or name rows as review shows them: 17#9f3c",
    },
};

const DECISION_OF_OTHERS: RuleInfo = RuleInfo {
    code: "PPL048",
    name: "decisionOfOthers",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Шешім басқа адамдар туралы: {row} жолында енді ол адам емес, шешім қолданылмады",
        ru: "Решение о других людях: в строке {row} уже не тот человек, решение не применено",
        en: "The decision is of other people: row {row} no longer holds that person, and the decision was not applied",
    },
    what: RuleInfo::manual(
        "A decision that names a row by its number and the mark of what stood there, while something else stands there now.",
    ),
    why: RuleInfo::manual(
        "After a row was put in above, the number is somebody else's, and the decision would join two strangers or part one person.",
    ),
    example: RuleInfo::manual("17#9f3c, where row 17 holds the person of what was row 16"),
    remedy: Saying {
        kk: "Жұпты review арқылы қайта қарап, қайта шешіңіз",
        ru: "Посмотрите пару заново командой review и решите ещё раз",
        en: "Look at the pair anew with review, and decide again",
    },
};
