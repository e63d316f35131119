//! The rules of what is said of people.

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

/// The rules of lists of people.
pub const PEOPLE_RULES: &[&RuleInfo] = &[&RULE_CANNOT_FIRE, &DECISION_WITHOUT_ROWS, &DECISIONS_CONTRADICT];

pub(crate) const RULE_CANNOT_FIRE: RuleInfo = RuleInfo {
    code: "PPL001",
    name: "matchRuleCannotFire",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Бұл деректерде сәйкестік ережесі ешқашан орындалмайды: {rule}. Өрісі: {field}",
        ru: "На этих данных правило совпадения не сработает никогда: {rule}. Поле: {field}",
        en: "On this data the match rule can never hold: {rule}. Field: {field}",
    },
    what: "A match rule one of whose fields fewer than two rows have, that asks no field to agree, or that asks one field to agree and to differ.",
    why: "A rule that silently stopped working lets every duplicate through that it was made for.",
    example: "a rule on the IIN over lists that have no IIN",
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
    what: "A decision (same, not same, unsure) that names a row that is not there, or the same row twice.",
    why: "The decision has no effect, and the pair may be joined against it.",
    example: "a decision about row L2-7 of a list that was left out",
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
    what: "A decision \"same\", or a rule, that would bring rows together that a decision \"not same\" keeps apart, maybe by way of other rows.",
    why: "Both cannot hold; the rows stay apart, and the number of people may be too high.",
    example: "A is B, B is C, and A is not C",
    remedy: Saying {
        kk: "Шешімдерді қайта қарап, біреуінің күшін жойыңыз",
        ru: "Пересмотрите решения и аннулируйте одно из них",
        en: "Look at the decisions again, and void one",
    },
};
