//! The rules of review: codes `REV0…`.

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

/// Rules of the findings that folding the review gives: steps that have no effect, and one that says what nobody could know.
pub const REVIEW_RULES: &[&RuleInfo] = &[
    &NO_ROLE,
    &ROLE_MAY_NOT,
    &OWN_APPROVAL,
    &WRONG_STATE,
    &NO_SUCH_RECORD,
    &NO_SUCH_SUBMISSION,
    &SUBMISSION_TWICE,
    &NO_SUCH_REMARK,
    &REMARK_TWICE,
    &REMARK_SETTLED,
    &AFTER_ACCEPTANCE,
    &REMARK_OPEN,
    &NO_SUCH_LINE,
    &ANOTHERS_STEP,
    &PACKAGES_DIFFER,
    &JUDGED_SUBMISSION,
    &OF_A_LATER_DAY,
];

const TAKE_JOURNALS: Saying = Saying {
    kk: "Барлық құрылғының журналдарын біріктіріп, идентификаторды тексеріңіз",
    ru: "Объедините журналы всех устройств и проверьте идентификатор",
    en: "Merge the journals of all devices and check the id",
};

pub(super) const NO_ROLE: RuleInfo = RuleInfo {
    code: "REV001",
    name: "noRole",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Тексеру қадамы күшіне енбеді: оны жасағанға рөл берілмеген",
        ru: "Шаг проверки не подействовал: у его автора нет роли",
        en: "The step of review has no effect: nobody gave its author a role",
    },
    what: RuleInfo::manual("A step of review by an author who has no role."),
    why: RuleInfo::manual("Anybody could approve or accept otherwise."),
    example: RuleInfo::manual("an approval by an author whom the host names in no role"),
    remedy: Saying {
        kk: "Авторға рөл беріңіз де, есепті қайта жасаңыз",
        ru: "Назначьте автору роль и составьте отчёт заново",
        en: "Give the author a role and make the report again",
    },
};

pub(super) const ROLE_MAY_NOT: RuleInfo = RuleInfo {
    code: "REV002",
    name: "roleMayNot",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Тексеру қадамы күшіне енбеді: автордың рөлі оған құқық бермейді",
        ru: "Шаг проверки не подействовал: роль автора не даёт на него права",
        en: "The step of review has no effect: its author's role does not allow it",
    },
    what: RuleInfo::manual("A step of review that none of its author's roles may take."),
    why: RuleInfo::manual(
        "Records are handed in by the NGO, judged by its leader, and submissions by the operator.",
    ),
    example: RuleInfo::manual("a recorder who approves an entry"),
    remedy: Saying {
        kk: "Қадамды құқығы бар адам жасасын",
        ru: "Пусть шаг сделает тот, кто вправе",
        en: "Let somebody take it who may",
    },
};

pub(super) const OWN_APPROVAL: RuleInfo = RuleInfo {
    code: "REV003",
    name: "ownApproval",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Бекіту күшіне енбеді: жазбаны өз авторы бекіткен: {entry}",
        ru: "Утверждение не подействовало: запись утвердил её автор: {entry}",
        en: "The approval has no effect: the entry was approved by its own author: {entry}",
    },
    what: RuleInfo::manual("An entry that its own author approves, unless the policy allows it."),
    why: RuleInfo::manual("Four eyes see more than two."),
    example: RuleInfo::manual("a leader who recorded an event and approves it"),
    remedy: Saying {
        kk: "Жазбаны басқа басшы бекітсін немесе саясатта өз жазбасын бекітуге рұқсат етіңіз",
        ru: "Пусть утвердит другой руководитель, или разрешите это настройкой политики",
        en: "Let another leader approve it, or allow it by the policy",
    },
};

pub(super) const WRONG_STATE: RuleInfo = RuleInfo {
    code: "REV004",
    name: "stepOutOfTurn",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Тексеру қадамы күшіне енбеді: жазбаның күйі оған келмейді: {entry}",
        ru: "Шаг проверки не подействовал: состояние записи его не допускает: {entry}",
        en: "The step of review has no effect: the entry is not in the state for it: {entry}",
    },
    what: RuleInfo::manual(
        "An entry that is approved or returned before it was submitted, or submitted after it was approved.",
    ),
    why: RuleInfo::manual("What nobody handed in may still change while it is being judged."),
    example: RuleInfo::manual("an approval of a draft"),
    remedy: Saying {
        kk: "Алдымен жазбаны тапсырыңыз; бекітілгенін тек басшы қайтара алады",
        ru: "Сначала сдайте запись; утверждённую возвращает только руководитель",
        en: "Hand the entry in first; what is approved only the leader returns",
    },
};

pub(super) const NO_SUCH_RECORD: RuleInfo = RuleInfo {
    code: "REV005",
    name: "recordNotThere",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Тексеру қадамы күшіне енбеді: сол күні мұндай жазба жоқ, түзетілген немесе күші жойылған: {entry}",
        ru: "Шаг проверки не подействовал: в тот день такой записи нет, она исправлена или аннулирована: {entry}",
        en: "The step of review has no effect: that day the entry is not there, or it was amended or voided: {entry}",
    },
    what: RuleInfo::manual(
        "A step about an entry that does not hold on the day of the step, or that is no record of the work.",
    ),
    why: RuleInfo::manual("What was approved is not carried over to what was written since."),
    example: RuleInfo::manual("an approval of a count that was corrected that day"),
    remedy: Saying {
        kk: "Жазбаның қазіргі мазмұнын қарап, қадамды қайталаңыз",
        ru: "Посмотрите нынешнее содержание записи и повторите шаг",
        en: "Look at what the entry says now and take the step again",
    },
};

pub(super) const NO_SUCH_SUBMISSION: RuleInfo = RuleInfo {
    code: "REV006",
    name: "submissionNotThere",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Қадам күшіне енбеді: мұндай тапсырылған пакет жоқ: {submission}",
        ru: "Шаг не подействовал: такого сданного пакета нет: {submission}",
        en: "The step has no effect: there is no such submission: {submission}",
    },
    what: RuleInfo::manual(
        "A remark on a submission, or an acceptance of one, that was not handed in by then.",
    ),
    why: RuleInfo::manual("It would be about nothing."),
    example: RuleInfo::manual("a remark that came before the journal with the submission"),
    remedy: TAKE_JOURNALS,
};

pub(super) const SUBMISSION_TWICE: RuleInfo = RuleInfo {
    code: "REV007",
    name: "submissionTwice",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Пакет екінші рет тапсырылған, біріншісі күшінде қалады: {submission}",
        ru: "Пакет сдан второй раз, в силе остаётся первый: {submission}",
        en: "The submission was handed in a second time, the first one stands: {submission}",
    },
    what: RuleInfo::manual("Two entries that hand in one package under one id."),
    why: RuleInfo::manual("What the operator has in hand is never altered."),
    example: RuleInfo::manual("a package handed in again under the id of the first"),
    remedy: Saying {
        kk: "Жаңа пакетке жаңа идентификатор беріңіз",
        ru: "Дайте новому пакету новый идентификатор",
        en: "Give the new package an id of its own",
    },
};

pub(super) const NO_SUCH_REMARK: RuleInfo = RuleInfo {
    code: "REV008",
    name: "remarkNotThere",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Қадам күшіне енбеді: оператордың мұндай ескертпесі жоқ: {remark}",
        ru: "Шаг не подействовал: такого замечания оператора нет: {remark}",
        en: "The step has no effect: there is no such remark of the operator: {remark}",
    },
    what: RuleInfo::manual("An answer to a remark, or a settlement of one, that was not made by then."),
    why: RuleInfo::manual("It would be about nothing."),
    example: RuleInfo::manual("an answer to remark r7 where the operator made six"),
    remedy: TAKE_JOURNALS,
};

pub(super) const REMARK_TWICE: RuleInfo = RuleInfo {
    code: "REV009",
    name: "remarkTwice",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Ескертпенің идентификаторы қайталанған, біріншісі күшінде қалады: {remark}",
        ru: "Идентификатор замечания повторяется, в силе остаётся первое: {remark}",
        en: "The id of the remark is taken, the first one stands: {remark}",
    },
    what: RuleInfo::manual("Two remarks of one id."),
    why: RuleInfo::manual("An answer would be to both."),
    example: RuleInfo::manual("two managers of the operator who both write remark r1"),
    remedy: Saying {
        kk: "Екінші ескертпеге жаңа идентификатор беріңіз",
        ru: "Дайте второму замечанию новый идентификатор",
        en: "Give the second remark an id of its own",
    },
};

pub(super) const REMARK_SETTLED: RuleInfo = RuleInfo {
    code: "REV010",
    name: "remarkSettled",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Қадам күшіне енбеді: ескертпе бұрын шешілген: {remark}",
        ru: "Шаг не подействовал: замечание уже снято: {remark}",
        en: "The step has no effect: the remark was settled before: {remark}",
    },
    what: RuleInfo::manual("An answer to a remark, or a settlement of one, that is settled."),
    why: RuleInfo::manual("The operator has closed it."),
    example: RuleInfo::manual("an answer that came after the operator resolved the remark"),
    remedy: Saying {
        kk: "Қажет болса, оператор жаңа ескертпе жазады",
        ru: "Если нужно, оператор делает новое замечание",
        en: "If need be, the operator makes a new remark",
    },
};

pub(super) const AFTER_ACCEPTANCE: RuleInfo = RuleInfo {
    code: "REV011",
    name: "afterAcceptance",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Қадам күшіне енбеді: пакет немесе жол қабылданып қойған: {submission}",
        ru: "Шаг не подействовал: пакет или строка уже приняты: {submission}",
        en: "The step has no effect: the submission or the line was accepted before: {submission}",
    },
    what: RuleInfo::manual("A remark on what was accepted, or a second acceptance of the whole."),
    why: RuleInfo::manual("Accepted is accepted."),
    example: RuleInfo::manual("a remark the day after the whole was accepted"),
    remedy: Saying {
        kk: "Жаңа сұрақ келесі пакетке жазылады",
        ru: "Новый вопрос задают по следующему пакету",
        en: "A new question belongs to the next submission",
    },
};

pub(super) const REMARK_OPEN: RuleInfo = RuleInfo {
    code: "REV012",
    name: "remarkOpen",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Қабылдау күшіне енбеді: шешілмеген ескертпе бар: {remark}",
        ru: "Принятие не подействовало: есть неснятое замечание: {remark}",
        en: "The acceptance has no effect: a remark is not settled: {remark}",
    },
    what: RuleInfo::manual("An acceptance of a line, or of the whole, while a remark on it is not settled."),
    why: RuleInfo::manual("Nobody would know whether the remark still stands."),
    example: RuleInfo::manual("the whole accepted while remark r2 waits for an answer"),
    remedy: Saying {
        kk: "Оператор алдымен ескертпені шешілді деп белгілейді",
        ru: "Сначала оператор снимает замечание",
        en: "The operator settles the remark first",
    },
};

pub(super) const NO_SUCH_LINE: RuleInfo = RuleInfo {
    code: "REV013",
    name: "reviewedLineNotThere",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Қадам күшіне енбеді: жоспарда мұндай жол жоқ: {line}",
        ru: "Шаг не подействовал: в плане нет такой строки: {line}",
        en: "The step has no effect: the plan has no such line: {line}",
    },
    what: RuleInfo::manual(
        "A remark on a line, or an acceptance of one, that the plan does not have and never had.",
    ),
    why: RuleInfo::manual("Nobody could tell what it is about."),
    example: RuleInfo::manual("a remark on line t2-99"),
    remedy: Saying {
        kk: "Жолдың идентификаторын түзетіңіз",
        ru: "Исправьте идентификатор строки",
        en: "Mend the id of the line",
    },
};

pub(super) const ANOTHERS_STEP: RuleInfo = RuleInfo {
    code: "REV014",
    name: "stepOfAnotherTaken",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Басқа адамның тексеру қадамын алып тастауға немесе ауыстыруға болмайды, ол күшінде қалады: {entry}",
        ru: "Чужой шаг проверки нельзя отменить или заменить, он остаётся в силе: {entry}",
        en: "A step of review that somebody else took cannot be voided or replaced, it stands: {entry}",
    },
    what: RuleInfo::manual("An entry that voids or replaces a step of review of another author."),
    why: RuleInfo::manual("An NGO could strike out the operator's remarks otherwise."),
    example: RuleInfo::manual("a coordinator who voids a remark"),
    remedy: Saying {
        kk: "Қадамды оны жасаған адам ғана қайтарып алады",
        ru: "Шаг отменяет только тот, кто его сделал",
        en: "Only who took the step takes it back",
    },
};

pub(super) const PACKAGES_DIFFER: RuleInfo = RuleInfo {
    code: "REV015",
    name: "packagesOfOneIdDiffer",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Бір идентификатормен әртүрлі пакет тапсырылған, олардың қайсысы қабылданғанын ешкім айта алмайды: {submission}",
        ru: "Под одним идентификатором сданы разные пакеты, никто не скажет, какой из них принимается: {submission}",
        en: "Different packages were handed in under one id, and nobody can say which of them is accepted: {submission}",
    },
    what: RuleInfo::manual(
        "A second package of another digest under the id of a submission, and every acceptance of that id once both are there.",
    ),
    why: RuleInfo::manual(
        "What the operator accepted could be exchanged for another package. Both packages stand, each with the remarks; neither is accepted.",
    ),
    example: RuleInfo::manual(
        "an entry of an earlier day that hands in another package under the id of the accepted one",
    ),
    remedy: Saying {
        kk: "Пакетті жаңа идентификатормен қайта тапсырыңыз; оператор жаңасын қабылдайды",
        ru: "Сдайте пакет заново под новым идентификатором; оператор примет новый",
        en: "Hand the package in again under an id of its own; the operator accepts the new one",
    },
};

pub(super) const JUDGED_SUBMISSION: RuleInfo = RuleInfo {
    code: "REV016",
    name: "judgedSubmissionTakenBack",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Оператор ескертпе жасаған немесе қабылдаған пакетті қайтарып алуға болмайды, ол күшінде қалады: {entry}",
        ru: "Пакет, по которому оператор сделал замечание или который он принял, нельзя отозвать, он остаётся в силе: {entry}",
        en: "A submission that the operator remarked on or accepted cannot be taken back, it stands: {entry}",
    },
    what: RuleInfo::manual(
        "An entry, whatever its day, that voids or replaces a submission of its own author while a remark or an acceptance of the operator stands.",
    ),
    why: RuleInfo::manual("An NGO could strike out all remarks and the acceptance at once otherwise."),
    example: RuleInfo::manual("a coordinator who voids a submission with an open remark"),
    remedy: Saying {
        kk: "Ескертпеге жауап беріңіз; түзетілген пакетті жаңа идентификатормен тапсырыңыз",
        ru: "Ответьте на замечание; исправленный пакет сдайте под новым идентификатором",
        en: "Answer the remark; hand the mended package in under an id of its own",
    },
};

pub(super) const OF_A_LATER_DAY: RuleInfo = RuleInfo {
    code: "REV017",
    name: "submissionOfALaterDay",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Пакет тапсырылған күнінен кейінгі күннің жай-күйін көрсетеді: {submission}",
        ru: "Пакет показывает состояние на день позже того, когда он сдан: {submission}",
        en: "The package shows the state of a day after the one on which it was handed in: {submission}",
    },
    what: RuleInfo::manual(
        "A submission whose package shows the state of a day after its date, or after the day of its entry. It stands: the operator has it in hand.",
    ),
    why: RuleInfo::manual(
        "Nobody knows on a day what a later one brings. What the operator accepts under the earlier date may be work that was not done by then.",
    ),
    example: RuleInfo::manual("a package of 31 October that bears the date of 15 September"),
    remedy: Saying {
        kk: "Күндерін тексеріңіз; қате болса, пакетті жаңа идентификатормен дұрыс күнімен тапсырыңыз",
        ru: "Проверьте даты; если это ошибка, сдайте пакет под новым идентификатором с верной датой",
        en: "Check the days; if it is a mistake, hand the package in under an id of its own with the right date",
    },
};
