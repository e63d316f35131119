//! The rules of answers: codes `SVY2…`, and of tallies, codes `SVY4…`.

use std::collections::BTreeMap;

use crate::finding::{Finding, Param, Place, RuleInfo, Severity};
use crate::language::Saying;

/// Rules of the answers of one person, and of tallies.
pub(in crate::survey) const ANSWER_RULES: &[&RuleInfo] = &[
    &REQUIRED,
    &ANSWERED_UNASKED,
    &WRONG_KIND,
    &UNKNOWN_OPTION,
    &OUT_OF_RANGE,
    &EXCLUSIVE,
    &CONSTRAINT,
    &NOT_EVALUATED,
    &UNKNOWN_QUESTION,
    &NO_CONSENT,
    &CODE_OFF_RECIPE,
    &UNKNOWN_PHASE,
    &MARKED_TWICE,
    &UNREAD,
    &MORE_ANSWERED,
    &OUTSIDE_WINDOW,
    &SAME_ID,
    &SAME_CODE,
    &NOTHING_ANSWERED,
    &MORE_THAN_POPULATION,
    &MORE_ROWS,
    &MORE_RETURNED,
    &TALLY_UNKNOWN,
    &TALLY_TWICE,
    &TALLY_TOO_MANY,
    &TALLY_OPEN,
];

pub(in crate::survey) const REQUIRED: RuleInfo = RuleInfo {
    code: "SVY201",
    name: "answerRequired",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Міндетті сұраққа жауап берілмеген: {question}",
        ru: "Нет ответа на обязательный вопрос: {question}",
        en: "A required question has no answer: {question}",
    },
    what: RuleInfo::manual("A question that is asked, must be answered, and is left empty."),
    why: RuleInfo::manual(
        "What everybody must answer is needed by a figure; an empty answer is neither no nor 0.",
    ),
    example: RuleInfo::manual("a required question `age` without an answer"),
    remedy: Saying {
        kk: "Жауап алыңыз немесе «Білмеймін» нұсқасын ұсыныңыз",
        ru: "Получите ответ или предложите вариант «Не знаю»",
        en: "Get the answer, or offer \"don't know\"",
    },
};

pub(in crate::survey) const ANSWERED_UNASKED: RuleInfo = RuleInfo {
    code: "SVY202",
    name: "answeredThoughNotAsked",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Қойылмауы тиіс сұраққа жауап берілген, ол есепке алынбайды: {question}",
        ru: "Есть ответ на вопрос, который не должен был задаваться; он не учитывается: {question}",
        en: "There is an answer to a question that was not to be asked; it is not counted: {question}",
    },
    what: RuleInfo::manual(
        "An answer to a question whose condition does not hold, or has no value, or that another phase asks.",
    ),
    why: RuleInfo::manual("The person is not in the denominator of that question."),
    example: RuleInfo::manual("a follow-up that is answered though the first answer was no"),
    remedy: Saying {
        kk: "Алдыңғы жауапты немесе шартты тексеріңіз",
        ru: "Проверьте предыдущий ответ или условие",
        en: "Check the earlier answer or the condition",
    },
};

pub(in crate::survey) const WRONG_KIND: RuleInfo = RuleInfo {
    code: "SVY203",
    name: "answerOfOtherKind",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Жауап сұрақтың түріне сай емес: {question}",
        ru: "Ответ не того вида, что вопрос: {question}",
        en: "The answer is of another kind than its question: {question}",
    },
    what: RuleInfo::manual("An answer that a question of its kind cannot have."),
    why: RuleInfo::manual("It is counted as invalid, never as no answer."),
    example: RuleInfo::manual("words in answer to a question that asks for a day"),
    remedy: Saying {
        kk: "Жауапты сұрақ түріне сай жазыңыз",
        ru: "Запишите ответ в виде, которого требует вопрос",
        en: "Record the answer in the form the question asks for",
    },
};

pub(in crate::survey) const UNKNOWN_OPTION: RuleInfo = RuleInfo {
    code: "SVY204",
    name: "optionNotInList",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Жауап нұсқасы тізімде жоқ немесе шкалада орны жоқ: {question}",
        ru: "Такого варианта нет в списке или у него нет места на шкале: {question}",
        en: "The option is not in the list, or has no place on the scale: {question}",
    },
    what: RuleInfo::manual("The code of an option that the question's list does not have."),
    why: RuleInfo::manual("A guess would change a share."),
    example: RuleInfo::manual("code `6` of a list from `1` to `5`"),
    remedy: Saying {
        kk: "Код пен сауалнама редакциясын тексеріңіз",
        ru: "Проверьте код и редакцию анкеты",
        en: "Check the code and the edition of the questionnaire",
    },
};

pub(in crate::survey) const OUT_OF_RANGE: RuleInfo = RuleInfo {
    code: "SVY205",
    name: "answerOutOfRange",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Жауап рұқсат етілген шектен тыс: {question}",
        ru: "Ответ вне допустимых границ: {question}",
        en: "The answer lies outside of what is allowed: {question}",
    },
    what: RuleInfo::manual(
        "A number, day, text or number of marks beyond the declared ends, or more decimals than declared.",
    ),
    why: RuleInfo::manual("It is counted as invalid and scored nowhere."),
    example: RuleInfo::manual("the rating 11 where the highest is 10"),
    remedy: Saying {
        kk: "Жауапты түзетіңіз", ru: "Исправьте ответ", en: "Correct the answer"
    },
};

pub(in crate::survey) const EXCLUSIVE: RuleInfo = RuleInfo {
    code: "SVY206",
    name: "exclusiveOptionWithOthers",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Жалғыз белгіленетін нұсқа басқалармен бірге белгіленген: {question}",
        ru: "Вариант, который отмечают один, отмечен вместе с другими: {question}",
        en: "An option that stands alone is marked with others: {question}",
    },
    what: RuleInfo::manual("\"None of these\" or \"don't know\" marked beside other options."),
    why: RuleInfo::manual("The answer contradicts itself."),
    example: RuleInfo::manual("`none` and `sport` marked together"),
    remedy: Saying {
        kk: "Қайсысы дұрыс екенін сұраңыз",
        ru: "Уточните, что верно",
        en: "Ask which of them is meant",
    },
};

pub(in crate::survey) const CONSTRAINT: RuleInfo = RuleInfo {
    code: "SVY207",
    name: "constraintNotMet",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Жауап шартқа сай емес: {question}[. {message}]",
        ru: "Ответ не выполняет условие: {question}[. {message}]",
        en: "The answer does not fulfil its constraint: {question}[. {message}]",
    },
    what: RuleInfo::manual("An answer for which the question's constraint is not true."),
    why: RuleInfo::manual("It is counted as invalid and scored nowhere."),
    example: RuleInfo::manual("more events attended than were held"),
    remedy: Saying {
        kk: "Жауапты түзетіңіз", ru: "Исправьте ответ", en: "Correct the answer"
    },
};

pub(in crate::survey) const NOT_EVALUATED: RuleInfo = RuleInfo {
    code: "SVY208",
    name: "ruleNotEvaluated",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Өрнекті есептеу мүмкін болмады, жауап тексерілді деп саналмайды: {question}, {field}",
        ru: "Выражение вычислить не удалось, ответ не считается проверенным: {question}, {field}",
        en: "The expression could not be evaluated, so the answer is not taken as checked: {question}, {field}",
    },
    what: RuleInfo::manual(
        "A condition or constraint that comes to a division by 0, a number that does not fit, no value, or cannot be read.",
    ),
    why: RuleInfo::manual("A check that did not take place is not a pass."),
    example: RuleInfo::manual("`attended / held <= 1` where `held` is 0"),
    remedy: Saying {
        kk: "Өрнекті немесе ол сүйенген жауаптарды түзетіңіз",
        ru: "Исправьте выражение или ответы, от которых оно зависит",
        en: "Correct the expression or the answers it depends on",
    },
};

pub(in crate::survey) const UNKNOWN_QUESTION: RuleInfo = RuleInfo {
    code: "SVY209",
    name: "answerToUnknownQuestion",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Сауалнамада жоқ сұраққа жауап бар: {question}",
        ru: "Есть ответ на вопрос, которого нет в анкете: {question}",
        en: "There is an answer to a question that the questionnaire does not have: {question}",
    },
    what: RuleInfo::manual("An answer under a name that no question has."),
    why: RuleInfo::manual("It belongs to another edition, or its name is misspelt; it is counted nowhere."),
    example: RuleInfo::manual("an answer to `aeg`"),
    remedy: Saying {
        kk: "Атауын немесе сауалнама редакциясын тексеріңіз",
        ru: "Проверьте имя или редакцию анкеты",
        en: "Check the name or the edition of the questionnaire",
    },
};

pub(in crate::survey) const NO_CONSENT: RuleInfo = RuleInfo {
    code: "SVY210",
    name: "consentNotGiven",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Келісім берілмеген, бұл жауаптарды пайдалануға болмайды",
        ru: "Согласие не получено, эти ответы использовать нельзя",
        en: "No consent was given; these answers may not be used",
    },
    what: RuleInfo::manual("A record without a yes to the consent text that the questionnaire has."),
    why: RuleInfo::manual("Answers without consent may not be used."),
    example: RuleInfo::manual("`consent` left empty"),
    remedy: Saying {
        kk: "Келісім алыңыз немесе жазбаны өшіріңіз",
        ru: "Получите согласие или удалите запись",
        en: "Get the consent or remove the record",
    },
};

pub(in crate::survey) const CODE_OFF_RECIPE: RuleInfo = RuleInfo {
    code: "SVY211",
    name: "codeOffItsRecipe",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Жасырын код үлгіге сай емес: жұбы табылмауы мүмкін",
        ru: "Анонимный код составлен не по образцу: пара может не найтись",
        en: "The anonymous code does not follow its recipe: its pair may not be found",
    },
    what: RuleInfo::manual(
        "A self-made code that is too long, too short or of other characters than its parts.",
    ),
    why: RuleInfo::manual(
        "The person wrote something else, and will hardly write the same in the next phase.",
    ),
    example: RuleInfo::manual("three letters where two letters and two digits are asked for"),
    remedy: Saying {
        kk: "Кодты үлгі бойынша қайта сұраңыз",
        ru: "Попросите составить код по образцу ещё раз",
        en: "Ask for the code by its recipe again",
    },
};

pub(in crate::survey) const UNKNOWN_PHASE: RuleInfo = RuleInfo {
    code: "SVY212",
    name: "phaseNotInSurvey",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Сауалнамада мұндай фаза жоқ: {phase}",
        ru: "В опросе нет такой фазы: {phase}",
        en: "The survey has no such phase: {phase}",
    },
    what: RuleInfo::manual("A record of a phase that the questionnaire does not name."),
    why: RuleInfo::manual("It would be counted nowhere."),
    example: RuleInfo::manual("phase `third` of a survey with `before` and `after`"),
    remedy: Saying {
        kk: "Фазаның атауын түзетіңіз",
        ru: "Исправьте имя фазы",
        en: "Correct the phase's name",
    },
};

pub(in crate::survey) const MARKED_TWICE: RuleInfo = RuleInfo {
    code: "SVY213",
    name: "optionMarkedTwice",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Бір нұсқа екі рет белгіленген: {question}",
        ru: "Один вариант отмечен дважды: {question}",
        en: "One option is marked twice: {question}",
    },
    what: RuleInfo::manual("The same option twice among the marks or the ranks of an answer."),
    why: RuleInfo::manual("A person counts once."),
    example: RuleInfo::manual("a ranking with `sport` in the first and the third place"),
    remedy: Saying {
        kk: "Жауапты түзетіңіз", ru: "Исправьте ответ", en: "Correct the answer"
    },
};

pub(in crate::survey) const UNREAD: RuleInfo = RuleInfo {
    code: "SVY214",
    name: "answerUnread",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Жауапты оқу мүмкін болмады, ол жарамсыз деп саналады: {question}",
        ru: "Ответ прочитать не удалось, он считается недействительным: {question}",
        en: "The answer could not be read and counts as invalid: {question}",
    },
    what: RuleInfo::manual("An answer that was there and could not be understood when it was imported."),
    why: RuleInfo::manual("It was answered: to count it as no answer would be wrong."),
    example: RuleInfo::manual("\"келісем?\" in a list without such an option"),
    remedy: Saying {
        kk: "Бастапқы жауапты қараңыз",
        ru: "Посмотрите исходный ответ",
        en: "Look at the original answer",
    },
};

pub(in crate::survey) const MORE_ANSWERED: RuleInfo = RuleInfo {
    code: "SVY215",
    name: "moreAnsweredThanInvited",
    severity: Severity::Error,
    since: "0.4",
    message: Saying {
        kk: "Шақырылғаннан көп адам жауап берген. Фаза: {phase}; жауап бергені: {count}, шақырылғаны: {invited}",
        ru: "Ответило больше людей, чем приглашено. Фаза: {phase}; ответило: {count}, приглашено: {invited}",
        en: "More people answered than were invited. Phase: {phase}; answered: {count}, invited: {invited}",
    },
    what: RuleInfo::manual(
        "More records with consent in a phase than the questionnaire says were invited to it.",
    ),
    why: RuleInfo::manual(
        "The response rate would be above 100 %: somebody answered twice, people answered who were not invited, or the number of those invited is out of date.",
    ),
    example: RuleInfo::manual("3 invited, 6 records"),
    remedy: Saying {
        kk: "Екі рет жауап бергендерді тексеріңіз, шақырылғандар санын нақтылаңыз; ашық сілтемеде ол санды жазбаңыз",
        ru: "Проверьте, нет ли ответивших дважды, и уточните число приглашённых; при открытой ссылке не указывайте его",
        en: "Look for people who answered twice and put the number of those invited right; of an open link state none",
    },
};

pub(in crate::survey) const OUTSIDE_WINDOW: RuleInfo = RuleInfo {
    code: "SVY216",
    name: "answeredOutsideWindow",
    severity: Severity::Warning,
    since: "0.4",
    message: Saying {
        kk: "Жауаптар фаза өткен күндерден тыс берілген, олар есепке алынды. Фаза: {phase}; жауаптар: {count}; алғашқысы: {first}, соңғысы: {last}",
        ru: "Ответы даны вне дней фазы, они учтены. Фаза: {phase}; ответов: {count}; первый: {first}, последний: {last}",
        en: "Answers were given outside the days of the phase, and are counted. Phase: {phase}; answers: {count}; first: {first}, last: {last}",
    },
    what: RuleInfo::manual(
        "Records of a phase that bear a day on which the questionnaire says the phase was not held.",
    ),
    why: RuleInfo::manual(
        "The file of one phase given for another shows so; two phases in which the same days were counted say nothing of a change.",
    ),
    example: RuleInfo::manual("the phase is held from 1 to 20 October; an answer is of 25 November"),
    remedy: Saying {
        kk: "Файл осы фазанікі ме, тексеріңіз; фаза күндері ұзартылса, сауалнамада түзетіңіз",
        ru: "Проверьте, той ли фазы файл; если дни фазы продлены, исправьте их в анкете",
        en: "See whether the file is of this phase; where its days were extended, put them right in the questionnaire",
    },
};

pub(in crate::survey) const SAME_ID: RuleInfo = RuleInfo {
    code: "SVY217",
    name: "recordIdRepeated",
    severity: Severity::Warning,
    since: "0.4",
    message: Saying {
        kk: "Жазбаның идентификаторы бұрын да кездескен, жол: {first}. Бірдей жазбалар бір рет саналады (жол нөмірімен аталғандары емес), әртүрлілері бөлек саналады",
        ru: "Идентификатор записи уже был, строка: {first}. Одинаковые записи считаются один раз (кроме названных по номеру строки), разные считаются каждая",
        en: "The id of the record was there before, in row {first}. Equal records count once (but those that are called by the number of their row), different ones count each",
    },
    what: RuleInfo::manual("A record of a phase with the id of an earlier record of it."),
    why: RuleInfo::manual(
        "The same answers taken in twice would make two people of one; two different records under one id are two people, or one who answered again.",
    ),
    example: RuleInfo::manual("two records `r1` of the phase `after`"),
    remedy: Saying {
        kk: "Қайталанған жазбаны өшіріңіз немесе идентификаторын түзетіңіз",
        ru: "Удалите повторную запись или исправьте идентификатор",
        en: "Remove the repeated record, or put its id right",
    },
};

pub(in crate::survey) const SAME_CODE: RuleInfo = RuleInfo {
    code: "SVY218",
    name: "codeRepeated",
    severity: Severity::Warning,
    since: "0.4",
    message: Saying {
        kk: "Бір фазада бірдей жасырын кодпен бірнеше адам жауап берген, олар бөлек саналады және жұптастырылмайды[. Фаза: {phase}]; осындай жауаптар: {count}",
        ru: "В одной фазе несколько ответов с одинаковым анонимным кодом; каждый считается отдельно и пары не имеет[. Фаза: {phase}]; таких ответов: {count}",
        en: "Several answers of one phase bear the same anonymous code; each counts by itself and none is paired[. Phase: {phase}]; such answers: {count}",
    },
    what: RuleInfo::manual("People of a phase whose code others of the phase have too."),
    why: RuleInfo::manual(
        "Either somebody answered several times and counts as several people, or the recipe is too short to tell people apart.",
    ),
    example: RuleInfo::manual("six records with the code КА0511 in one phase"),
    remedy: Saying {
        kk: "Бір адам екі рет жауап берген бе, тексеріп, артығын өшіріңіз",
        ru: "Проверьте, не ответил ли кто-то дважды, и удалите лишнее",
        en: "See whether somebody answered twice, and remove what is too much",
    },
};

pub(in crate::survey) const NOTHING_ANSWERED: RuleInfo = RuleInfo {
    code: "SVY219",
    name: "nothingAnswered",
    severity: Severity::Warning,
    since: "0.4",
    message: Saying {
        kk: "Ешбір сұраққа жауап бермегендер бар, олар жауап бергендерге қосылмайды[. Фаза: {phase}]; саны: {count}",
        ru: "Есть записи без единого ответа, они не входят в число ответивших[. Фаза: {phase}]; их число: {count}",
        en: "There are records without a single answer, which are not among those who answered[. Phase: {phase}]; their number: {count}",
    },
    what: RuleInfo::manual("Records with consent in which every question is empty."),
    why: RuleInfo::manual(
        "Whoever opened the form and answered nothing did not answer: the response rate would be too high.",
    ),
    example: RuleInfo::manual("rows with a time and the consent alone"),
    remedy: Saying {
        kk: "Бос жазбаларды тексеріп, өшіріңіз",
        ru: "Проверьте и удалите пустые записи",
        en: "Look at the empty records and remove them",
    },
};

pub(in crate::survey) const MORE_THAN_POPULATION: RuleInfo = RuleInfo {
    code: "SVY220",
    name: "moreAnsweredThanPopulation",
    severity: Severity::Error,
    since: "0.4",
    message: Saying {
        kk: "Жауап берген адам сауалнама жүргізілген топтағыдан көп[. Фаза: {phase}]; кімдер: {population}; жауап бергені: {count}, топтағысы: {size}",
        ru: "Ответивших больше, чем людей в опрошенной группе[. Фаза: {phase}]; кто: {population}; ответило: {count}, в группе: {size}",
        en: "More people answered than the population has[. Phase: {phase}]; who: {population}; answered: {count}, in the population: {size}",
    },
    what: RuleInfo::manual(
        "More records with consent, or more answers to what the satisfaction is measured by, than the population has people.",
    ),
    why: RuleInfo::manual(
        "Somebody answered twice, others answered too, or the size is out of date: how surely the figure holds for all cannot be said, and no verdict is given.",
    ),
    example: RuleInfo::manual("a population of 30, of whom 36 answered"),
    remedy: Saying {
        kk: "Екі рет жауап бергендерді тексеріңіз, топтың санын нақтылаңыз",
        ru: "Проверьте, нет ли ответивших дважды, и уточните численность группы",
        en: "Look for people who answered twice and put the size of the population right",
    },
};

pub(in crate::survey) const MORE_ROWS: RuleInfo = RuleInfo {
    code: "SVY299",
    name: "moreRowsOfTheSame",
    severity: Severity::Info,
    since: "0.3",
    message: Saying {
        kk: "{code} коды бойынша тағы осындай нәтижелер бар, олар тізімделмеді. Саны: {count}",
        ru: "По коду {code} есть ещё такие же результаты, они не перечислены. Их число: {count}",
        en: "There are more findings of code {code}, which are not listed. Their number: {count}",
    },
    what: RuleInfo::manual("Whether a rule has more than 1,000 findings over the rows."),
    why: RuleInfo::manual("A list of that length is read by nobody."),
    example: RuleInfo::manual("1,500 rows without consent: 1,000 are listed, 500 counted"),
    remedy: Saying {
        kk: "Тізімдегілерді түзетіп, қайта тексеріңіз",
        ru: "Исправьте перечисленное и проверьте снова",
        en: "Put right what is listed and check again",
    },
};

pub(in crate::survey) const MORE_RETURNED: RuleInfo = RuleInfo {
    code: "SVY401",
    name: "moreReturnedThanHandedOut",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Таратылғаннан көп сауалнама парағы қайтарылған",
        ru: "Вернулось больше анкет, чем роздано",
        en: "More questionnaires came back than were handed out",
    },
    what: RuleInfo::manual("A tally with more questionnaires returned than handed out."),
    why: RuleInfo::manual("The response rate would be above 100 %."),
    example: RuleInfo::manual("50 handed out, 52 returned"),
    remedy: Saying { kk: "Қайта санаңыз", ru: "Пересчитайте", en: "Count again" },
};

pub(in crate::survey) const TALLY_UNKNOWN: RuleInfo = RuleInfo {
    code: "SVY402",
    name: "tallyOfUnknown",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Санақта сауалнамада жоқ сұрақ немесе нұсқа бар: {question}[, {option}]",
        ru: "В подсчёте есть вопрос или вариант, которого нет в анкете: {question}[, {option}]",
        en: "The tally has a question or an option that the questionnaire does not have: {question}[, {option}]",
    },
    what: RuleInfo::manual("A count under a name or code that is not there."),
    why: RuleInfo::manual("It is counted nowhere."),
    example: RuleInfo::manual("option `6` of a list from 1 to 5"),
    remedy: Saying {
        kk: "Атауын түзетіңіз", ru: "Исправьте имя", en: "Correct the name"
    },
};

pub(in crate::survey) const TALLY_TWICE: RuleInfo = RuleInfo {
    code: "SVY403",
    name: "tallyTwice",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Санақта бір сұрақ не нұсқа екі рет тұр: {question}",
        ru: "В подсчёте вопрос или вариант стоит дважды: {question}",
        en: "The tally has a question or an option twice: {question}",
    },
    what: RuleInfo::manual("Two counts of one question or option."),
    why: RuleInfo::manual("Which of them holds, or whether they add up, nobody knows."),
    example: RuleInfo::manual("`4` with 12 and again with 3"),
    remedy: Saying {
        kk: "Біреуін қалдырыңыз", ru: "Оставьте одно", en: "Keep one"
    },
};

pub(in crate::survey) const TALLY_TOO_MANY: RuleInfo = RuleInfo {
    code: "SVY404",
    name: "tallyAboveReturned",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Санақтағы адам саны қайтарылған парақтан көп немесе белгілер жауап бергендерге сай емес: {question}",
        ru: "В подсчёте людей больше, чем вернулось анкет, или отметки не сходятся с ответившими: {question}",
        en: "The tally counts more people than questionnaires came back, or its marks do not fit those who answered: {question}",
    },
    what: RuleInfo::manual(
        "More people than returned questionnaires, an option marked by more people than answered, or a multiple choice without the number of people who answered it (and another question with it).",
    ),
    why: RuleInfo::manual("A share of it would be wrong."),
    example: RuleInfo::manual("52 answers on 50 questionnaires"),
    remedy: Saying {
        kk: "Қайта санаңыз; бірнеше нұсқалы сұраққа жауап бергендер санын жазыңыз",
        ru: "Пересчитайте; у множественного выбора укажите число ответивших",
        en: "Count again; of a multiple choice state how many answered",
    },
};

pub(in crate::survey) const TALLY_OPEN: RuleInfo = RuleInfo {
    code: "SVY405",
    name: "tallyOpen",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Санақта ескерілмеген парақтар бар: {question}. Саны: {count}",
        ru: "В подсчёте учтены не все анкеты: {question}. Не учтено: {count}",
        en: "The tally does not account for all questionnaires: {question}. Missing: {count}",
    },
    what: RuleInfo::manual("Fewer people than returned questionnaires, with all kinds of missing answers."),
    why: RuleInfo::manual("Whether they left it empty or were forgotten nobody knows."),
    example: RuleInfo::manual("47 of 50 questionnaires counted"),
    remedy: Saying {
        kk: "Жауапсыз және жарамсыз парақтарды да санаңыз",
        ru: "Посчитайте и анкеты без ответа и недействительные",
        en: "Count those without an answer and invalid ones too",
    },
};

/// Findings over many rows, of which so many of one code are listed and the rest counted.
#[derive(Debug, Default)]
pub(in crate::survey) struct Rows {
    listed: Vec<Finding>,
    counts: BTreeMap<String, usize>,
}

impl Rows {
    pub(in crate::survey) fn push(&mut self, finding: Finding, most: usize) {
        if self.count(&finding.code, 1) <= most {
            self.listed.push(finding);
        }
    }

    /// Counts findings of a code and says how many there are of it now.
    fn count(&mut self, code: &str, by: usize) -> usize {
        if let Some(count) = self.counts.get_mut(code) {
            *count = count.saturating_add(by);
            return *count;
        }
        self.counts.insert(code.into(), by);
        by
    }

    /// Counts more findings of a rule, which are not listed.
    pub(in crate::survey) fn more(&mut self, rule: &RuleInfo, count: usize) {
        self.count(rule.code, count);
    }

    /// The findings by row, then by code, then what was only counted.
    pub(in crate::survey) fn finish(self, most: usize) -> Vec<Finding> {
        let mut findings = self.listed;
        findings.sort_by(|one, two| (&one.place, &one.code).cmp(&(&two.place, &two.code)));
        let unlisted =
            self.counts.into_iter().filter_map(|(code, count)| Some((code, count.checked_sub(most)?)));
        findings.extend(unlisted.filter(|(_, count)| *count > 0).map(|(code, count)| {
            Finding::new(&MORE_ROWS, Place::Whole {})
                .param(Param::number("code", &code))
                .param(Param::count("count", count))
        }));
        findings
    }
}
