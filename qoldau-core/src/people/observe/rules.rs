//! What lists held against reports give reason to say.

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

/// The rules of people as observations of the work.
pub(in crate::people) const OBSERVE_RULES: &[&RuleInfo] = &[
    &LIST_AND_REPORT_DIFFER,
    &LIST_BEYOND_HEADS,
    &LINE_NOT_SAID,
    &TOTAL_BELOW_LISTS,
    &ESTIMATE_WITHOUT_SOURCE,
    &PEOPLE_COUNT_DIFFERS,
    &LOOSE_READING,
    &LIST_OF_EVENT_NOT_HELD,
    &ESTIMATES_ADDED,
    &ESTIMATE_OF_OTHER_LINE,
];

pub(super) const LIST_AND_REPORT_DIFFER: RuleInfo = RuleInfo {
    code: "PPL011",
    name: "listAndReportDiffer",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Іс-шара {event}: тізім не санақ бойынша {listed}, есепте {reported}",
        ru: "Мероприятие {event}: по списку или подсчёту {listed}, в отчёте {reported}",
        en: "Event {event}: {listed} by the list or the headcount, {reported} in the report",
    },
    what: RuleInfo::manual(
        "An event whose number of participants was reported, and whose list (or headcount, where that is more) has another number. Of a list every person counts once, also one who stands on it twice.",
    ),
    why: RuleInfo::manual(
        "The operator counts the rows of the list. The reported number stays in the figure; nobody but the NGO can say which of the two is right.",
    ),
    example: RuleInfo::manual("86 reported, 84 different people on the list"),
    remedy: Saying {
        kk: "Санды немесе тізімді түзетіңіз",
        ru: "Исправьте число или список",
        en: "Mend the number or the list",
    },
};

pub(super) const LIST_BEYOND_HEADS: RuleInfo = RuleInfo {
    code: "PPL012",
    name: "listBeyondHeads",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Іс-шара {event}: тізімде {listed} адам, ал саналғаны {counted}",
        ru: "Мероприятие {event}: в списке {listed} человек, а насчитано {counted}",
        en: "Event {event}: {listed} people on the list, but {counted} were counted",
    },
    what: RuleInfo::manual("An event with more people on its list than were counted by heads."),
    why: RuleInfo::manual(
        "Nobody can be on the list who was not there: the list or the count is wrong, or the list is of another event too.",
    ),
    example: RuleInfo::manual("64 counted at the match, 70 names on its list"),
    remedy: Saying {
        kk: "Тізім мен санақты салыстырыңыз",
        ru: "Сверьте список с подсчётом",
        en: "Compare the list with the count",
    },
};

pub(super) const LINE_NOT_SAID: RuleInfo = RuleInfo {
    code: "PPL013",
    name: "lineNotSaid",
    severity: Severity::Question,
    since: "0.2",
    message: Saying {
        kk: "Іс-шара {event}: тізім қай жолға есептелетіні айтылмаған",
        ru: "Мероприятие {event}: не сказано, в какую строку идёт список",
        en: "Event {event}: nobody has said which line the list counts for",
    },
    what: RuleInfo::manual(
        "A list or a headcount of an event whose activity has several lines (or targets) that count participants. It counts for none of them.",
    ),
    why: RuleInfo::manual(
        "Counted for one it may be wrong for both, counted for all it would count people twice.",
    ),
    example: RuleInfo::manual("an activity that promises participants and winners, and one list"),
    remedy: Saying {
        kk: "Қатысу жазбасында жолды көрсетіңіз",
        ru: "Укажите строку в записи о посещении",
        en: "Name the line in the entry of the attendance",
    },
};

pub(super) const TOTAL_BELOW_LISTS: RuleInfo = RuleInfo {
    code: "PPL014",
    name: "totalBelowLists",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Жолдың жалпы саны {reported}, ал тізімдер бойынша {listed}",
        ru: "Итог строки {reported}, а по спискам {listed}",
        en: "The total of the line is {reported}, but its lists come to {listed}",
    },
    what: RuleInfo::manual(
        "A total was reported for the line as a whole, and the lists of its events up to that day come to more.",
    ),
    why: RuleInfo::manual(
        "The total takes the place of what was counted event by event, so that people on lists are not in the figure.",
    ),
    example: RuleInfo::manual("a total of 300 reported in July, lists of 340 until then"),
    remedy: Saying {
        kk: "Жалпы санды қайта есептеңіз",
        ru: "Пересчитайте итог",
        en: "Count the total again",
    },
};

pub(super) const ESTIMATE_WITHOUT_SOURCE: RuleInfo = RuleInfo {
    code: "PPL015",
    name: "estimateWithoutSource",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Қамту бағасының дереккөзі көрсетілмеген: {entry}",
        ru: "У оценки охвата не указан источник: {entry}",
        en: "An estimate of reach names no source: {entry}",
    },
    what: RuleInfo::manual("An estimate of indirect reach whose source is empty."),
    why: RuleInfo::manual("An estimate that nobody can look up is not accepted."),
    example: RuleInfo::manual("12,000 views, without saying of which page"),
    remedy: Saying {
        kk: "Дереккөзін жазыңыз", ru: "Впишите источник", en: "Name the source"
    },
};

pub(super) const PEOPLE_COUNT_DIFFERS: RuleInfo = RuleInfo {
    code: "PPL016",
    name: "peopleCountDiffers",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Бірегей адам саны {reported} деп жазылған, ал тізімдер бойынша {least} мен {most} аралығында: {entry}",
        ru: "Число уникальных людей записано как {reported}, а по спискам оно от {least} до {most}: {entry}",
        en: "The number of unique persons is recorded as {reported}, but by the lists it is between {least} and {most}: {entry}",
    },
    what: RuleInfo::manual(
        "A count of different people that an entry states, which no reading of lists and headcounts gives.",
    ),
    why: RuleInfo::manual("The stated number stays; a reviewer who counts the lists comes to another."),
    example: RuleInfo::manual("3,400 stated, at most 2,900 by lists"),
    remedy: Saying {
        kk: "Жазбаны түзетіңіз немесе жетпейтін тізімдерді қосыңыз",
        ru: "Исправьте запись или добавьте недостающие списки",
        en: "Mend the entry, or add the lists that are missing",
    },
};

pub(super) const LOOSE_READING: RuleInfo = RuleInfo {
    code: "PPL017",
    name: "readingWithoutEvent",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Іс-шарасы көрсетілмеген сан тізімдермен қатар есептелді: {reported}",
        ru: "Число без мероприятия засчитано рядом со списками: {reported}",
        en: "A number without an event is counted beside lists: {reported}",
    },
    what: RuleInfo::manual(
        "A line has lists that count, and a reading that adds a number without naming the event it is of.",
    ),
    why: RuleInfo::manual("If the number is of the same people, they count twice."),
    example: RuleInfo::manual("40 added for July, and the list of the July match"),
    remedy: Saying {
        kk: "Санға іс-шараны көрсетіңіз немесе оның күшін жойыңыз",
        ru: "Укажите мероприятие у числа или аннулируйте его",
        en: "Name the event of the number, or void it",
    },
};

pub(super) const LIST_OF_EVENT_NOT_HELD: RuleInfo = RuleInfo {
    code: "PPL018",
    name: "listOfEventNotHeld",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Өткізілгені жазылмаған іс-шараның тізімі есепке алынбады: {event}",
        ru: "Не учтён список мероприятия, о котором не записано, что оно проведено: {event}",
        en: "The list of an event that no record says was held is not counted: {event}",
    },
    what: RuleInfo::manual(
        "A list or a headcount of an event that the journal has as planned, postponed or cancelled, or has no record of.",
    ),
    why: RuleInfo::manual(
        "Nobody was at what was not held; more often the event was held and its record never brought up to date.",
    ),
    example: RuleInfo::manual("the list of the match, whose only record is the plan of May"),
    remedy: Saying {
        kk: "Іс-шараны өткізілді деп белгілеңіз немесе тізімнің күшін жойыңыз",
        ru: "Отметьте мероприятие проведённым или аннулируйте список",
        en: "Record the event as held, or void the list",
    },
};

pub(super) const ESTIMATES_ADDED: RuleInfo = RuleInfo {
    code: "PPL042",
    name: "estimatesAdded",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Бір көрсеткішке бір әдіспен бірнеше бағалау жазылған, олар қосылды: {count}",
        ru: "По одному показателю одним способом записано несколько оценок, они сложены: {count}",
        en: "Several estimates by one method are recorded for one line, and were added: {count}",
    },
    what: RuleInfo::manual(
        "Two estimates of reach or more that name the same line and are of views, or of the audience an outlet states.",
    ),
    why: RuleInfo::manual(
        "A counter of views goes on from where it stood: 12,000 on 30 June and 15,000 on 31 July are 15,000 and not 27,000. Views of two posts do add up, and nobody but the NGO knows which these are.",
    ),
    example: RuleInfo::manual("views of one account on 30 June and on 31 July"),
    remedy: Saying {
        kk: "Бұл бір санауыштың көрсеткіштері болса, соңғысын ғана қалдырыңыз",
        ru: "Если это показания одного счётчика, оставьте только последнее",
        en: "Where they are readings of one counter, leave the last one alone",
    },
};

pub(super) const ESTIMATE_OF_OTHER_LINE: RuleInfo = RuleInfo {
    code: "PPL049",
    name: "estimateOfOtherLine",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Қамтуды бағалау бұл көрсеткішке саналмайды: {entry}",
        ru: "Оценка охвата не засчитана: этот показатель её не принимает: {entry}",
        en: "An estimate of reach does not count for this line: {entry}",
    },
    what: RuleInfo::manual(
        "An estimate of reach that names a line of people who were there, or of anything else that is neither indirect beneficiaries nor views.",
    ),
    why: RuleInfo::manual(
        "Who viewed a post was not there: 5,000 views and six people on a list are not 5,006 participants. Nothing of the estimate is counted.",
    ),
    example: RuleInfo::manual("views of a post recorded for the line «Participants of the seminar»"),
    remedy: Saying {
        kk: "Бағалауды жанама бенефициарлар көрсеткішіне жазыңыз немесе жазбаның күшін жойыңыз",
        ru: "Запишите оценку на показатель косвенных бенефициаров или аннулируйте запись",
        en: "Record the estimate for the line of indirect beneficiaries, or void the entry",
    },
};
