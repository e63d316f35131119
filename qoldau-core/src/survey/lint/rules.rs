//! The rules of lint: codes `SVY1…`.

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

/// Rules of a questionnaire.
pub(in crate::survey) const LINT_RULES: &[&RuleInfo] = &[
    &DUPLICATE,
    &BAD_NAME,
    &UNKNOWN_REFERENCE,
    &UNREADABLE,
    &UNKNOWN_QUESTION,
    &LATER_QUESTION,
    &TYPE_MISMATCH,
    &UNKNOWN_OPTION,
    &NEVER_ASKED,
    &NEVER_ANSWERED,
    &STEP_WITHOUT_VALUE,
    &UNEVEN_SCALE,
    &UNBALANCED_SCALE,
    &UNTRANSLATED,
    &NO_LANGUAGE,
    &NO_CONSENT,
    &PHASES_DIFFER,
    &NOT_SCORABLE,
    &SATISFACTION_NOT_SCORABLE,
    &HALF_OF_THE_SCALE,
    &OUT_OF_BOUNDS,
    &ASKED_BEFOREHAND,
    &WINDOWS_CLASH,
    &NO_CODE,
    &NARROW_CODE,
    &BESIDE_ACTIVE_PHASE,
    &ACTIVE_PHASE_NOT_DECLARED,
    &MADE_OF_OTHERS,
];

pub(in crate::survey) const DUPLICATE: RuleInfo = RuleInfo {
    code: "SVY101",
    name: "duplicateCode",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Бір атау немесе код екі рет берілген: {name}",
        ru: "Одно имя или код дано дважды: {name}",
        en: "A name or code is given twice: {name}",
    },
    what: RuleInfo::manual(
        "A name that two questions, lists, subscales, phases or populations have, or a code that two options of a list have.",
    ),
    why: RuleInfo::manual("Answers under it belong to nobody knows which."),
    example: RuleInfo::manual("two questions `age`"),
    remedy: Saying {
        kk: "Әрқайсысына өз атауын беріңіз",
        ru: "Дайте каждому своё имя",
        en: "Give each a name of its own",
    },
};

pub(in crate::survey) const BAD_NAME: RuleInfo = RuleInfo {
    code: "SVY102",
    name: "nameUnfit",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Атау не код жарамсыз: {name}",
        ru: "Имя или код не годится: {name}",
        en: "A name or code is not fit: {name}",
    },
    what: RuleInfo::manual(
        "A question's name that is no name of a form (a letter or `_`, then letters, digits, `_`, `-`, `.`), or a code with a space.",
    ),
    why: RuleInfo::manual("Expressions, forms and exported tables could not name it."),
    example: RuleInfo::manual("`1st question`; option `very good`"),
    remedy: Saying {
        kk: "Әріптен бастап, бос орынсыз жазыңыз",
        ru: "Начните с буквы и уберите пробелы",
        en: "Begin with a letter and leave spaces out",
    },
};

pub(in crate::survey) const UNKNOWN_REFERENCE: RuleInfo = RuleInfo {
    code: "SVY103",
    name: "referenceUnknown",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Мұндай атау сауалнамада жоқ: {name}",
        ru: "Такого имени в анкете нет: {name}",
        en: "The questionnaire has nothing of this name: {name}",
    },
    what: RuleInfo::manual("A list, question, subscale, phase or population that is named and not there."),
    why: RuleInfo::manual("What it stands for cannot be asked or scored."),
    example: RuleInfo::manual("a subscale with the item `q9` in a form of eight questions"),
    remedy: Saying {
        kk: "Атауды түзетіңіз", ru: "Исправьте имя", en: "Correct the name"
    },
};

pub(in crate::survey) const UNREADABLE: RuleInfo = RuleInfo {
    code: "SVY104",
    name: "expressionUnreadable",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Өрнекті оқу мүмкін емес: {problem}. Сұрақ: {question}. Өріс: {field}. Таңба: {character}",
        ru: "Выражение не читается: {problem}. Вопрос: {question}. Поле: {field}. Символ: {character}",
        en: "The expression cannot be read: {problem}. Question: {question}. Field: {field}. Character: {character}",
    },
    what: RuleInfo::manual("A condition or constraint that is no expression."),
    why: RuleInfo::manual("It is never evaluated, and what is not evaluated is not a pass."),
    example: RuleInfo::manual("`age >`"),
    remedy: Saying {
        kk: "Көрсетілген таңбадағы қатені түзетіңіз",
        ru: "Исправьте ошибку у указанного символа",
        en: "Put right what stands at the character",
    },
};

pub(in crate::survey) const UNKNOWN_QUESTION: RuleInfo = RuleInfo {
    code: "SVY105",
    name: "expressionNamesUnknownQuestion",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Өрнекте сауалнамада жоқ сұрақ аталған: {name}. Сұрақ: {question}. Өріс: {field}. Таңба: {character}",
        ru: "Выражение называет вопрос, которого нет в анкете: {name}. Вопрос: {question}. Поле: {field}. Символ: {character}",
        en: "The expression names a question that is not there: {name}. Question: {question}. Field: {field}. Character: {character}",
    },
    what: RuleInfo::manual("A name in an expression that no question has."),
    why: RuleInfo::manual("The expression is never evaluated."),
    example: RuleInfo::manual("`aeg > 17`"),
    remedy: Saying {
        kk: "Атауды түзетіңіз", ru: "Исправьте имя", en: "Correct the name"
    },
};

pub(in crate::survey) const LATER_QUESTION: RuleInfo = RuleInfo {
    code: "SVY106",
    name: "expressionNamesLaterQuestion",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Өрнек әлі қойылмаған сұраққа сүйенеді: {name}. Сұрақ: {question}. Өріс: {field}. Таңба: {character}",
        ru: "Выражение опирается на вопрос, который ещё не задан: {name}. Вопрос: {question}. Поле: {field}. Символ: {character}",
        en: "The expression depends on a question that is asked later: {name}. Question: {question}. Field: {field}. Character: {character}",
    },
    what: RuleInfo::manual(
        "A condition or constraint over a later question, or a condition over the question itself.",
    ),
    why: RuleInfo::manual("When it is asked, there is no answer yet."),
    example: RuleInfo::manual("the first question depends on the third"),
    remedy: Saying {
        kk: "Сұрақтардың ретін ауыстырыңыз",
        ru: "Поменяйте вопросы местами",
        en: "Change the order of the questions",
    },
};

pub(in crate::survey) const TYPE_MISMATCH: RuleInfo = RuleInfo {
    code: "SVY107",
    name: "expressionOfWrongType",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Өрнекте мән түрі сәйкес емес[, керегі: {expected}][, тұрғаны: {found}]. Сұрақ: {question}. Өріс: {field}. Таңба: {character}",
        ru: "В выражении значение не того типа[, нужно: {expected}][, стоит: {found}]. Вопрос: {question}. Поле: {field}. Символ: {character}",
        en: "A value in the expression is of the wrong type[, needed: {expected}][, found: {found}]. Question: {question}. Field: {field}. Character: {character}",
    },
    what: RuleInfo::manual(
        "Values that do not go together: a number compared with words, a condition that is no yes or no, marks compared with `=`.",
    ),
    why: RuleInfo::manual("It is never evaluated."),
    example: RuleInfo::manual(
        "`age = 'many'`; `interests = 'sport'` of a multiple choice (write `selected(interests, 'sport')`)",
    ),
    remedy: Saying {
        kk: "Өрнекті сұрақтың түріне сай жазыңыз",
        ru: "Запишите выражение под вид вопроса",
        en: "Write the expression to the kind of the question",
    },
};

pub(in crate::survey) const UNKNOWN_OPTION: RuleInfo = RuleInfo {
    code: "SVY108",
    name: "expressionNamesUnknownOption",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Өрнекте тізімде жоқ код тұр: {name}. Сұрақ: {question}. Өріс: {field}. Таңба: {character}",
        ru: "В выражении стоит код, которого нет в списке: {name}. Вопрос: {question}. Поле: {field}. Символ: {character}",
        en: "The expression names a code that the list does not have: {name}. Question: {question}. Field: {field}. Character: {character}",
    },
    what: RuleInfo::manual("A code in an expression that the question's list does not have."),
    why: RuleInfo::manual("It never matches: the question behind it is never asked."),
    example: RuleInfo::manual("`city = 'aktua'`"),
    remedy: Saying {
        kk: "Кодты түзетіңіз", ru: "Исправьте код", en: "Correct the code"
    },
};

pub(in crate::survey) const NEVER_ASKED: RuleInfo = RuleInfo {
    code: "SVY109",
    name: "questionNeverAsked",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Бұл сұрақ ешқашан қойылмайды, шарты орындала алмайды: {question}",
        ru: "Этот вопрос не будет задан никогда, его условие невыполнимо: {question}",
        en: "The question is never asked, for its condition cannot hold: {question}",
    },
    what: RuleInfo::manual(
        "A condition that no possible answers fulfil, alone or together with the conditions of the questions it depends on.",
    ),
    why: RuleInfo::manual("A skip that contradicts itself loses answers silently."),
    example: RuleInfo::manual("`age < 18 and age > 20`; a follow-up to the yes-branch inside the no-branch"),
    remedy: Saying {
        kk: "Шартты түзетіңіз", ru: "Исправьте условие", en: "Correct the condition"
    },
};

pub(in crate::survey) const NEVER_ANSWERED: RuleInfo = RuleInfo {
    code: "SVY110",
    name: "questionNeverAnswerable",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Бұл сұраққа жауап беру мүмкін емес: {question}",
        ru: "На этот вопрос невозможно ответить: {question}",
        en: "The question can never be answered: {question}",
    },
    what: RuleInfo::manual(
        "A list without options, ends that cross, or a constraint that no possible answer fulfils.",
    ),
    why: RuleInfo::manual("Everybody stops there, or everybody's answer is invalid."),
    example: RuleInfo::manual("a rating from 0 to 10 with the constraint `. > 10`"),
    remedy: Saying {
        kk: "Тізімді, шектерді немесе шартты түзетіңіз",
        ru: "Исправьте список, границы или условие",
        en: "Correct the list, the ends or the constraint",
    },
};

pub(in crate::survey) const STEP_WITHOUT_VALUE: RuleInfo = RuleInfo {
    code: "SVY111",
    name: "stepWithoutValue",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Шкала қадамының мәні жоқ: {option}. Тізім: {list}",
        ru: "У шага шкалы нет значения: {option}. Список: {list}",
        en: "A step of a scale has no value: {option}. List: {list}",
    },
    what: RuleInfo::manual(
        "An option of a scale's list without a value that is not marked as a missing answer either.",
    ),
    why: RuleInfo::manual("It cannot be scored, and to leave it out would change the mean."),
    example: RuleInfo::manual("\"agree\" = 4, \"fully agree\" without a value"),
    remedy: Saying {
        kk: "Мән беріңіз немесе жауап жоқ түрі деп белгілеңіз",
        ru: "Задайте значение или отметьте вид отсутствующего ответа",
        en: "Give it a value, or mark it as a kind of missing answer",
    },
};

pub(in crate::survey) const UNEVEN_SCALE: RuleInfo = RuleInfo {
    code: "SVY112",
    name: "scaleUneven",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Шкаланың мәндері ретпен тең қадаммен өспейді: {list}",
        ru: "Значения шкалы не идут по порядку равными шагами: {list}",
        en: "The scale's values do not go by equal steps in the order shown: {list}",
    },
    what: RuleInfo::manual("Values of a scale that repeat, jump or change direction."),
    why: RuleInfo::manual("Means and percents of the possible assume equal steps."),
    example: RuleInfo::manual("1, 2, 4, 5"),
    remedy: Saying {
        kk: "Мәндерді 1, 2, 3 … деп қойыңыз",
        ru: "Задайте значения 1, 2, 3 …",
        en: "Number the steps 1, 2, 3 …",
    },
};

pub(in crate::survey) const UNBALANCED_SCALE: RuleInfo = RuleInfo {
    code: "SVY113",
    name: "scaleUnbalanced",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Шкалада қолдайтын және қарсы қадамдар саны тең емес: {list}",
        ru: "В шкале неравное число шагов «за» и «против»: {list}",
        en: "The scale has not as many steps for as against: {list}",
    },
    what: RuleInfo::manual(
        "A scale with more positive than negative steps or the other way round, by its signs or its words.",
    ),
    why: RuleInfo::manual("It pushes answers to the side that has more steps."),
    example: RuleInfo::manual("excellent, very good, good, fair, poor"),
    remedy: Saying {
        kk: "Екі жаққа тең қадам беріңіз",
        ru: "Дайте обеим сторонам поровну шагов",
        en: "Give both sides as many steps",
    },
};

pub(in crate::survey) const UNTRANSLATED: RuleInfo = RuleInfo {
    code: "SVY114",
    name: "translationMissing",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Аудармасы жоқ, тілі: {language}. Қай жерде: {name}",
        ru: "Нет перевода, язык: {language}. Где: {name}",
        en: "A translation is missing, language: {language}. Where: {name}",
    },
    what: RuleInfo::manual("Texts that are not there in a language in which the survey is asked."),
    why: RuleInfo::manual("People are asked something else, or nothing."),
    example: RuleInfo::manual("a question in Kazakh and Russian in a survey that is asked in English too"),
    remedy: Saying {
        kk: "Мәтінді аударыңыз немесе тілді алып тастаңыз",
        ru: "Переведите тексты или уберите язык",
        en: "Translate the texts or take the language out",
    },
};

pub(in crate::survey) const NO_LANGUAGE: RuleInfo = RuleInfo {
    code: "SVY115",
    name: "languageNotDeclared",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Сауалнаманың тілдері көрсетілмеген",
        ru: "Языки анкеты не указаны",
        en: "The languages of the questionnaire are not declared",
    },
    what: RuleInfo::manual("A questionnaire that does not say in which languages it is asked."),
    why: RuleInfo::manual("Missing translations cannot be found."),
    example: RuleInfo::manual("languages: []"),
    remedy: Saying {
        kk: "Тілдерін жазыңыз", ru: "Укажите языки", en: "State the languages"
    },
};

pub(in crate::survey) const NO_CONSENT: RuleInfo = RuleInfo {
    code: "SVY116",
    name: "consentTextMissing",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Келісім мәтіні жоқ", ru: "Нет текста согласия", en: "There is no consent text"
    },
    what: RuleInfo::manual("A questionnaire without a text to which people agree."),
    why: RuleInfo::manual("Answers that nobody agreed to give may not be used."),
    example: RuleInfo::manual("consent: nothing"),
    remedy: Saying {
        kk: "Келісім мәтінін қосыңыз: кім, не үшін, қалай сақтайды",
        ru: "Добавьте текст согласия: кто, зачем и как хранит",
        en: "Add the text: who asks, what for, how it is kept",
    },
};

pub(in crate::survey) const PHASES_DIFFER: RuleInfo = RuleInfo {
    code: "SVY117",
    name: "phasesAskDifferently",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Фазаларда сұрақ әртүрлі қойылады, салыстыру мүмкін емес[: {question}]. Өріс: {field}",
        ru: "Фазы спрашивают по-разному, сравнить нельзя[: {question}]. Поле: {field}",
        en: "The phases ask differently, so that they cannot be compared[: {question}]. Field: {field}",
    },
    what: RuleInfo::manual(
        "A question whose words, options, values or skips differ between two phases, an item of a scale that only one of them asks, another recipe of the code, other items of a scale, another definition or threshold of the satisfaction.",
    ),
    why: RuleInfo::manual("A change would then be a change of the question."),
    example: RuleInfo::manual("four options in phase 1, five in phase 2"),
    remedy: Saying {
        kk: "Екі фазада бірдей сұраңыз",
        ru: "Спрашивайте в обеих фазах одинаково",
        en: "Ask alike in both phases",
    },
};

pub(in crate::survey) const NOT_SCORABLE: RuleInfo = RuleInfo {
    code: "SVY118",
    name: "itemNotScorable",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Шкалаға кіретін сұрақты бағалау мүмкін емес: {question}",
        ru: "Вопрос шкалы нельзя оценить: {question}",
        en: "An item of a subscale cannot be scored: {question}",
    },
    what: RuleInfo::manual(
        "An item that is neither a step of a scale nor a rating, or that stands in its subscale twice.",
    ),
    why: RuleInfo::manual("Its answers have no place between two ends."),
    example: RuleInfo::manual("a text question in a subscale"),
    remedy: Saying {
        kk: "Сұрақты шкаладан алып тастаңыз",
        ru: "Уберите вопрос из шкалы",
        en: "Take the question out of the subscale",
    },
};

pub(in crate::survey) const SATISFACTION_NOT_SCORABLE: RuleInfo = RuleInfo {
    code: "SVY119",
    name: "satisfactionNotScorable",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Қанағаттану сұрағы реттелген шкала да, баға да емес",
        ru: "Вопрос об удовлетворённости — не шкала и не оценка",
        en: "The question of satisfaction is neither a scale nor a rating",
    },
    what: RuleInfo::manual("A definition of satisfaction by the top steps of a question that has no steps."),
    why: RuleInfo::manual("There is no top to count."),
    example: RuleInfo::manual("the top two boxes of a yes/no question"),
    remedy: Saying {
        kk: "Шкала сұрағын атаңыз",
        ru: "Назовите вопрос со шкалой",
        en: "Name a question with a scale",
    },
};

pub(in crate::survey) const HALF_OF_THE_SCALE: RuleInfo = RuleInfo {
    code: "SVY120",
    name: "topHalfCounted",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Қанағаттанған деп шкаланың жартысы немесе одан көбі саналады",
        ru: "Удовлетворёнными считается половина шкалы или больше",
        en: "Half of the scale or more counts as satisfied",
    },
    what: RuleInfo::manual("Top boxes that are half of the steps or more."),
    why: RuleInfo::manual("The share is then large whatever people think."),
    example: RuleInfo::manual("the top two of four"),
    remedy: Saying {
        kk: "Жоғарғы бір қадамды санаңыз немесе бес қадамды шкала алыңыз",
        ru: "Считайте один верхний шаг или возьмите шкалу из пяти",
        en: "Count one step, or take a scale of five",
    },
};

pub(in crate::survey) const OUT_OF_BOUNDS: RuleInfo = RuleInfo {
    code: "SVY121",
    name: "satisfactionOutOfBounds",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Қанағаттану анықтамасындағы сан шектен тыс",
        ru: "Число в определении удовлетворённости вне границ",
        en: "A number in the definition of satisfaction is out of bounds",
    },
    what: RuleInfo::manual(
        "A percent below 0 or above 100, or one between 0 and 1 as 0.8 for 80, no top box, or as many as the scale has steps.",
    ),
    why: RuleInfo::manual("It is met always or never."),
    example: RuleInfo::manual("the top five of five"),
    remedy: Saying {
        kk: "Санды түзетіңіз", ru: "Исправьте число", en: "Correct the number"
    },
};

pub(in crate::survey) const ASKED_BEFOREHAND: RuleInfo = RuleInfo {
    code: "SVY122",
    name: "satisfactionAskedBeforehand",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Қанағаттану соңғы фазада өлшенбейді",
        ru: "Удовлетворённость измеряется не в последней фазе",
        en: "Satisfaction is not measured in the last phase",
    },
    what: RuleInfo::manual("A satisfaction level that is taken from an earlier phase."),
    why: RuleInfo::manual(
        "Satisfaction with an event can only be asked after it; the change since is a figure of its own.",
    ),
    example: RuleInfo::manual("phase: before"),
    remedy: Saying {
        kk: "Соңғы фазаны көрсетіңіз", ru: "Укажите последнюю фазу", en: "Name the last phase"
    },
};

pub(in crate::survey) const WINDOWS_CLASH: RuleInfo = RuleInfo {
    code: "SVY123",
    name: "phaseWindowsClash",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Фазалардың күндері қиылысады немесе реті бұзылған: {phase}",
        ru: "Дни фаз пересекаются или идут не по порядку: {phase}",
        en: "The phases' days overlap or are out of order: {phase}",
    },
    what: RuleInfo::manual("A phase that begins before the one before it has ended."),
    why: RuleInfo::manual("It is then not known which phase an answer belongs to."),
    example: RuleInfo::manual("phase 1 to 20 June, phase 2 from 15 June"),
    remedy: Saying {
        kk: "Күндерін түзетіңіз", ru: "Исправьте дни", en: "Correct the days"
    },
};

pub(in crate::survey) const NO_CODE: RuleInfo = RuleInfo {
    code: "SVY124",
    name: "codeNotAsked",
    severity: Severity::Info,
    since: "0.3",
    message: Saying {
        kk: "Жасырын код сұралмайды: фазалардағы жауаптарды адам бойынша сәйкестендіру мүмкін болмайды",
        ru: "Анонимный код не спрашивается: ответы фаз нельзя будет сопоставить по людям",
        en: "No anonymous code is asked for: the phases cannot be paired person by person",
    },
    what: RuleInfo::manual("A survey of several phases without a self-made code."),
    why: RuleInfo::manual(
        "The phases are then compared as two independent groups, which finds smaller changes only with more people.",
    ),
    example: RuleInfo::manual("two phases, code: nothing"),
    remedy: Saying {
        kk: "Сәйкестендіру керек болса, код үлгісін қосыңыз",
        ru: "Если нужны пары, добавьте образец кода",
        en: "Add a recipe where pairs are wanted",
    },
};

pub(in crate::survey) const NARROW_CODE: RuleInfo = RuleInfo {
    code: "SVY125",
    name: "codeTooNarrow",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Жасырын код тым қысқа: әртүрлі адамдардың коды сәйкес келіп қалады",
        ru: "Анонимный код слишком короткий: у разных людей он совпадёт",
        en: "The anonymous code is too short: different people will have the same",
    },
    what: RuleInfo::manual(
        "A recipe that gives fewer than fifty times as many codes as there are people (expected chance pairs n²/(2M) above n/100).",
    ),
    why: RuleInfo::manual("Answers of different people would be paired."),
    example: RuleInfo::manual("two digits for 150 people"),
    remedy: Saying {
        kk: "Кодқа тағы бөлік қосыңыз",
        ru: "Добавьте в код ещё одну часть",
        en: "Add another part to the code",
    },
};

pub(in crate::survey) const BESIDE_ACTIVE_PHASE: RuleInfo = RuleInfo {
    code: "SVY128",
    name: "besideActivePhase",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Сауалнама фазасының күндері жобаның белсенді кезеңіне сай емес: {phase}",
        ru: "Дни фазы опроса не согласуются с активной фазой проекта: {phase}",
        en: "The days of a phase do not fit the project's active phase: {phase}",
    },
    what: RuleInfo::manual(
        "A first phase that goes on after the active phase has ended, or a last one that begins before it has.",
    ),
    why: RuleInfo::manual(
        "The contract promises one phase before the active phase ends and one after it; otherwise the change that is measured is not the project's.",
    ),
    example: RuleInfo::manual("active phase to 30 September, second phase from 25 September"),
    remedy: Saying {
        kk: "Фаза күндерін немесе белсенді кезең күндерін түзетіңіз",
        ru: "Исправьте дни фазы или активной фазы",
        en: "Correct the days of the phase or of the active phase",
    },
};

pub(in crate::survey) const ACTIVE_PHASE_NOT_DECLARED: RuleInfo = RuleInfo {
    code: "SVY129",
    name: "activePhaseNotDeclared",
    severity: Severity::Question,
    since: "0.3",
    message: Saying {
        kk: "Жобаның белсенді кезеңінің немесе сауалнама фазаларының күндері көрсетілмеген",
        ru: "Не объявлены дни активной фазы проекта или фаз опроса",
        en: "The days of the project's active phase or of the survey's phases are not declared",
    },
    what: RuleInfo::manual(
        "A survey of several phases without the days of the active phase, or without those of its first or last phase.",
    ),
    why: RuleInfo::manual(
        "Whether people were asked before the active phase ended and after it cannot be told without them.",
    ),
    example: RuleInfo::manual("phases `before` and `after` without `active`"),
    remedy: Saying {
        kk: "Күндерін көрсетіңіз", ru: "Укажите дни", en: "State the days"
    },
};

pub(in crate::survey) const MADE_OF_OTHERS: RuleInfo = RuleInfo {
    code: "SVY130",
    name: "optionMadeOfOthers",
    severity: Severity::Warning,
    since: "0.4",
    message: Saying {
        kk: "Нұсқаның мәтіні басқа нұсқалардан құралған, кестедегі жауабы екіұшты болады. Тізім: {list}; нұсқа: {option}",
        ru: "Текст варианта складывается из других вариантов, ответ с ним в таблице будет неоднозначен. Список: {list}; вариант: {option}",
        en: "An option's words are made of other options, and an answer with it will be unclear in a table. List: {list}; option: {option}",
    },
    what: RuleInfo::manual(
        "An option of a multiple choice or a ranking whose words, parted by commas or semicolons, are those of other options.",
    ),
    why: RuleInfo::manual(
        "Forms join the marks of a person by commas: such a cell is one option, or several.",
    ),
    example: RuleInfo::manual("\"Чтение\", \"Письмо\" and \"Чтение, письмо\" in one list"),
    remedy: Saying {
        kk: "Нұсқаны басқа сөзбен жазыңыз",
        ru: "Назовите вариант иначе",
        en: "Give the option other words",
    },
};
