//! The rules of facts held against a plan: codes `FCT2…`.

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

pub(in crate::facts) const OTHER_PLANS_JOURNAL: RuleInfo = RuleInfo {
    code: "FCT201",
    name: "journalOfAnotherPlan",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Журнал басқа жоспарға жатады: {plan}",
        ru: "Журнал относится к другому плану: {plan}",
        en: "The journal belongs to another plan: {plan}",
    },
    what: RuleInfo::manual("A journal whose header names another plan than the one it is held against."),
    why: RuleInfo::manual("Lines of two plans may bear the same ids."),
    example: RuleInfo::manual("the journal of one grant with the annex of another"),
    remedy: Saying {
        kk: "Журнал мен жоспардың сәйкестігін тексеріңіз",
        ru: "Проверьте, что журнал и план от одного проекта",
        en: "Check that the journal and the plan are of one project",
    },
};

pub(in crate::facts) const UNKNOWN_LINE: RuleInfo = RuleInfo {
    code: "FCT202",
    name: "unknownLine",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жоспарда мұндай жол жоқ: {line}",
        ru: "В плане нет такой строки: {line}",
        en: "The plan has no such line: {line}",
    },
    what: RuleInfo::manual("A fact about a line, activity or task that the plan does not have."),
    why: RuleInfo::manual("The fact counts nowhere."),
    example: RuleInfo::manual("a reading of line t2-99"),
    remedy: Saying {
        kk: "Жолдың идентификаторын түзетіп, жаңа жазба енгізіңіз",
        ru: "Внесите новую запись с верным идентификатором строки",
        en: "Make a new entry with the right id of the line",
    },
};

pub(in crate::facts) const UNKNOWN_TARGET: RuleInfo = RuleInfo {
    code: "FCT203",
    name: "unknownTarget",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жоспарда мұндай жоспарланған мән жоқ: {target}",
        ru: "В плане нет такого планового значения: {target}",
        en: "The plan has no such target: {target}",
    },
    what: RuleInfo::manual("A fact that names a target the plan does not have."),
    why: RuleInfo::manual("The fact counts nowhere."),
    example: RuleInfo::manual("a reading of target t9-3.9"),
    remedy: Saying {
        kk: "Жоспарланған мәннің идентификаторын түзетіңіз",
        ru: "Исправьте идентификатор планового значения",
        en: "Mend the target's id",
    },
};

pub(in crate::facts) const OTHER_LINES_TARGET: RuleInfo = RuleInfo {
    code: "FCT204",
    name: "targetOfAnotherLine",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жоспарланған мән басқа жолға жатады: {target}",
        ru: "Плановое значение относится к другой строке: {target}",
        en: "The target belongs to another line: {target}",
    },
    what: RuleInfo::manual("A fact that names a line and a target of a different line."),
    why: RuleInfo::manual("Which of the two is meant cannot be known."),
    example: RuleInfo::manual("line t2-1 with a target of t2-2"),
    remedy: Saying {
        kk: "Жол мен жоспарланған мәнді сәйкестендіріңіз",
        ru: "Согласуйте строку и плановое значение",
        en: "Bring the line and the target together",
    },
};

pub(in crate::facts) const TARGET_NOT_SAID: RuleInfo = RuleInfo {
    code: "FCT205",
    name: "targetNotSaid",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жолдың бірнеше жоспарланған мәні бар, қайсысы екені көрсетілмеген. Жол: {line}",
        ru: "У строки несколько плановых значений, не указано, какое из них. Строка: {line}",
        en: "The line has several targets and the entry does not say which. Line: {line}",
    },
    what: RuleInfo::manual(
        "A reading, or a review that accepts an amount, of a line with more than one target that names none.",
    ),
    why: RuleInfo::manual("Nobody can say which number it serves, so it counts for none."),
    example: RuleInfo::manual("a reading of 7 for a line of \"2 posts, 7 letters\""),
    remedy: Saying {
        kk: "Жазбада жоспарланған мәнді көрсетіңіз",
        ru: "Укажите в записи плановое значение",
        en: "Name the target in the entry",
    },
};

pub(in crate::facts) const UNKNOWN_ACTIVITY: RuleInfo = RuleInfo {
    code: "FCT206",
    name: "unknownActivity",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жоспарда мұндай іс-шара жоқ: {activity}",
        ru: "В плане нет такого мероприятия: {activity}",
        en: "The plan has no such activity: {activity}",
    },
    what: RuleInfo::manual("An event of an activity that the plan does not have."),
    why: RuleInfo::manual("The event counts nowhere."),
    example: RuleInfo::manual("an event of activity t2-a9"),
    remedy: Saying {
        kk: "Іс-шараның идентификаторын түзетіңіз",
        ru: "Исправьте идентификатор мероприятия",
        en: "Mend the activity's id",
    },
};

pub(in crate::facts) const UNKNOWN_EVENT: RuleInfo = RuleInfo {
    code: "FCT207",
    name: "unknownEvent",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Журналда мұндай шара жоқ: {event}",
        ru: "В журнале нет такого события: {event}",
        en: "The journal has no such event: {event}",
    },
    what: RuleInfo::manual("A fact of an event that no entry records."),
    why: RuleInfo::manual(
        "A file of another phone may be missing; until then nothing shows that the event was held.",
    ),
    example: RuleInfo::manual("photos of event cup-final that nobody entered"),
    remedy: Saying {
        kk: "Шараны жазыңыз немесе басқа телефонның журналын қосыңыз",
        ru: "Внесите событие или добавьте журнал другого телефона",
        en: "Enter the event, or add the journal of the other phone",
    },
};

pub(in crate::facts) const EVENT_REPLACED: RuleInfo = RuleInfo {
    code: "FCT208",
    name: "eventReplaced",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Бұл шара туралы барлық жазбаның күші жойылған: {event}",
        ru: "Все записи об этом событии аннулированы: {event}",
        en: "All entries of this event are void: {event}",
    },
    what: RuleInfo::manual("A fact of an event whose every entry was replaced or voided."),
    why: RuleInfo::manual("Its evidence hangs in the air."),
    example: RuleInfo::manual("photos of an event that was entered by mistake"),
    remedy: Saying {
        kk: "Шараны қайта жазыңыз немесе осы жазбаның да күшін жойыңыз",
        ru: "Внесите событие заново или аннулируйте и эту запись",
        en: "Enter the event again, or void this entry too",
    },
};

pub(in crate::facts) const DETACHES_NOTHING: RuleInfo = RuleInfo {
    code: "FCT226",
    name: "detachesNothing",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Растайтын материалдан алынатын нәрсе онда жоқ: {item}",
        ru: "В подтверждении нет того, что из него убирают: {item}",
        en: "The evidence does not have what is taken from it: {item}",
    },
    what: RuleInfo::manual(
        "A detachment that names a line, an event or a file which nothing before it recorded of the item, or a file by a name that several files of the item bear.",
    ),
    why: RuleInfo::manual("Nothing was taken, and what was to be taken may count on."),
    example: RuleInfo::manual("photo 1.jpg is detached from an item whose only file is 2.jpg"),
    remedy: Saying {
        kk: "Материалды, файл атауын немесе хэшін тексеріп, жаңа жазба енгізіңіз",
        ru: "Проверьте подтверждение, имя или хеш файла и внесите новую запись",
        en: "Check the item, the name or the hash of the file, and make a new entry",
    },
};

pub(in crate::facts) const UNKNOWN_EVIDENCE: RuleInfo = RuleInfo {
    code: "FCT209",
    name: "unknownEvidence",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Журналда мұндай растайтын материал жоқ: {item}",
        ru: "В журнале нет такого подтверждения: {item}",
        en: "The journal has no such evidence: {item}",
    },
    what: RuleInfo::manual(
        "An approval, a look at a link or an answer to the operator that names an item which no entry records.",
    ),
    why: RuleInfo::manual("The document cannot be found when the report is read."),
    example: RuleInfo::manual("an approval by document letter-7 that nobody attached"),
    remedy: Saying {
        kk: "Растайтын материалды жазыңыз",
        ru: "Внесите подтверждение",
        en: "Enter the evidence",
    },
};

pub(in crate::facts) const OUTSIDE_PROJECT: RuleInfo = RuleInfo {
    code: "FCT210",
    name: "outsideProject",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Күні жоба мерзімінен тыс: {date}",
        ru: "Дата вне срока проекта: {date}",
        en: "The date is outside the project's time: {date}",
    },
    what: RuleInfo::manual(
        "An event, a reading or an item of evidence dated before the first or after the last day of the project.",
    ),
    why: RuleInfo::manual("The grant pays for work within the project's time; often a year is mistyped."),
    example: RuleInfo::manual("a visit on 2023-06-14 in a project of 2024"),
    remedy: Saying {
        kk: "Күнді тексеріңіз немесе мерзімді қосымша келісіммен ұзартыңыз",
        ru: "Проверьте дату или продлите срок дополнительным соглашением",
        en: "Check the date, or extend the time by a supplementary agreement",
    },
};

pub(in crate::facts) const UNKNOWN_REPLACED: RuleInfo = RuleInfo {
    code: "FCT211",
    name: "unknownReplaced",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Ауыстырылатын жазба журналда жоқ: {entry}",
        ru: "В журнале нет заменяемой записи: {entry}",
        en: "The journal does not have the entry that is replaced: {entry}",
    },
    what: RuleInfo::manual("An entry that replaces one which is not there."),
    why: RuleInfo::manual(
        "The file of another phone may be missing, or the id is mistyped and the wrong entry still counts.",
    ),
    example: RuleInfo::manual("a void of entry c-999"),
    remedy: Saying {
        kk: "Идентификаторды тексеріңіз немесе басқа телефонның журналын қосыңыз",
        ru: "Проверьте идентификатор или добавьте журнал другого телефона",
        en: "Check the id, or add the journal of the other phone",
    },
};

pub(in crate::facts) const WRONG_VALUE: RuleInfo = RuleInfo {
    code: "FCT212",
    name: "wrongValue",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жолға алымы мен бөлімі бар үлес керек. Жол: {line}",
        ru: "Для строки нужна доля с числителем и знаменателем. Строка: {line}",
        en: "The line needs a share with numerator and denominator. Line: {line}",
    },
    what: RuleInfo::manual("A bare number as the reading of a line that is a ratio."),
    why: RuleInfo::manual(
        "Percents are never averaged: without the two parts the shares of two events cannot be brought together.",
    ),
    example: RuleInfo::manual("85 for the level of satisfaction, in place of 42 of 50"),
    remedy: Saying {
        kk: "Неше адам сұралғанын және нешеуі қанағаттанғанын жазыңыз",
        ru: "Запишите, сколько людей опрошено и сколько удовлетворено",
        en: "Record how many were asked and how many are satisfied",
    },
};

pub(in crate::facts) const SHARE_OF_COUNT: RuleInfo = RuleInfo {
    code: "FCT213",
    name: "shareOfCount",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жолға үлес емес, сан керек. Жол: {line}",
        ru: "Для строки нужно число, а не доля. Строка: {line}",
        en: "The line needs a number, not a share. Line: {line}",
    },
    what: RuleInfo::manual("A share as the reading of a line that counts."),
    why: RuleInfo::manual("A share cannot be added to a number of people or things."),
    example: RuleInfo::manual("42 of 50 for the number of participants"),
    remedy: Saying {
        kk: "Санды жазыңыз", ru: "Запишите число", en: "Record the number"
    },
};

pub(in crate::facts) const UNKNOWN_PART: RuleInfo = RuleInfo {
    code: "FCT214",
    name: "unknownPart",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Іс-шараның жоспарында мұндай бөлік жоқ",
        ru: "В плане мероприятия нет такой части",
        en: "The activity's targets have no such part",
    },
    what: RuleInfo::manual("An event with the label of a part that no target of its activities names."),
    why: RuleInfo::manual("The event counts for the whole, but for no part of it."),
    example: RuleInfo::manual("\"sports\" where the plan says \"спорттық\""),
    remedy: Saying {
        kk: "Бөліктің атауын жоспардағыдай жазыңыз",
        ru: "Запишите название части так, как в плане",
        en: "Write the part as the plan does",
    },
};

pub(in crate::facts) const NO_LINE: RuleInfo = RuleInfo {
    code: "FCT215",
    name: "evidenceOfNoLine",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Растайтын материал ешбір жолға тіркелмеген: {item}",
        ru: "Подтверждение не отнесено ни к одной строке: {item}",
        en: "The evidence is attached to no line: {item}",
    },
    what: RuleInfo::manual("Evidence of an event that names no line."),
    why: RuleInfo::manual("It proves nothing until somebody says which line it is for."),
    example: RuleInfo::manual("photos of the match, with \"lines\": []"),
    remedy: Saying {
        kk: "Растайтын материал қай жолға керек екенін көрсетіңіз",
        ru: "Укажите, какую строку оно подтверждает",
        en: "Say which line it proves",
    },
};

pub(in crate::facts) const UNUSABLE_ANSWER: RuleInfo = RuleInfo {
    code: "FCT216",
    name: "unusableAnswer",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жолдың қалай оқылатыны туралы жауап түсініксіз, ол күшіне енбейді: {line}, {question}[. Мүмкін жауаптар: {answers}][. Бүтін сан керек, мысалы {whole}][. Нөлден үлкен сан керек, мысалы {number}][. Сан жоспарланған мәнге беріледі, мысалы {targets}][. Күн немесе екі нүктемен қосылған екі күн керек, мысалы {days}][. Көрсеткіш жолдарының идентификаторлары керек, мысалы {sources}][. Өлшем бірлігінің коды керек, мысалы {units}]",
        ru: "Ответ о толковании строки непонятен и в силу не вступает: {line}, {question}[. Возможные ответы: {answers}][. Нужно целое число, например {whole}][. Нужно число больше нуля, например {number}][. Число даётся плановому значению, например {targets}][. Нужен день или два дня через две точки, например {days}][. Нужны идентификаторы строк показателей, например {sources}][. Нужен код единицы, например {units}]",
        en: "An answer about how a line is read cannot be used and is not in force: {line}, {question}[. Possible answers: {answers}][. A whole number is wanted, such as {whole}][. A number above zero is wanted, such as {number}][. A number is given for a target, such as {targets}][. A day is wanted, or two joined by two dots, such as {days}][. Ids of indicator lines are wanted, such as {sources}][. The code of a unit is wanted, such as {units}]",
    },
    what: RuleInfo::manual(
        "An agreed reading whose answer the question does not take, and a number that is agreed for an activity, a task or \
          a line of several targets, of which nobody can say which is meant.",
    ),
    why: RuleInfo::manual(
        "It would stand in the report as agreed while every figure is made without it; the question stays open.",
    ),
    example: RuleInfo::manual("\"үш\" as the number of planned events, in place of 3"),
    remedy: Saying {
        kk: "Жауапты түзетіп, жаңа жазба енгізіңіз",
        ru: "Внесите новую запись с исправленным ответом",
        en: "Make a new entry with the answer put right",
    },
};

pub(in crate::facts) const NO_DOCUMENT: RuleInfo = RuleInfo {
    code: "FCT217",
    name: "approvalWithoutDocument",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Келісу немесе бекіту құжатының нөмірі де, күні де, материалы да көрсетілмеген, сондықтан ол есепке алынбайды",
        ru: "У согласования или утверждения не указаны ни номер, ни дата документа, ни подтверждение, и оно не учтено",
        en: "An approval names neither the number nor the date of its document nor an item of evidence, and does not count",
    },
    what: RuleInfo::manual("An approval that names no document at all."),
    why: RuleInfo::manual(
        "A line that must be agreed is not met before the document exists, and nothing says that it does.",
    ),
    example: RuleInfo::manual("\"by\": \"localExecutiveBody\" and nothing more"),
    remedy: Saying {
        kk: "Құжаттың нөмірі мен күнін жазып, жаңа жазба енгізіңіз",
        ru: "Внесите новую запись с номером и датой документа",
        en: "Make a new entry with the number and the date of the document",
    },
};

pub(in crate::facts) const TOO_MANY_CHANGES: RuleInfo = RuleInfo {
    code: "FCT218",
    name: "tooManyChanges",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Материалға қосылғандар тым көп, олар есепке алынбайды: {item}",
        ru: "К подтверждению добавлено слишком много, и добавленное не учтено: {item}",
        en: "Too much was added to an item of evidence, and what was added does not count: {item}",
    },
    what: RuleInfo::manual(
        "An item of evidence that was added to on so many days that its states would fill the memory.",
    ),
    why: RuleInfo::manual(
        "A journal made to do harm must not bring the program down; what people do stays far below.",
    ),
    example: RuleInfo::manual("a hundred thousand additions to one list, each on a day of its own"),
    remedy: Saying {
        kk: "Материалды бір жазбамен қайта енгізіңіз",
        ru: "Внесите подтверждение заново одной записью",
        en: "Record the item anew with one entry",
    },
};

pub(in crate::facts) const WITHOUT_EFFECT: RuleInfo = RuleInfo {
    code: "FCT219",
    name: "withoutEffect",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Бір жазбаны екі адам бірін-бірі білмей түзеткен. Соңғысы есепке алынды: {entry}",
        ru: "Одну запись исправили двое, не зная друг о друге. Учтена последняя: {entry}",
        en: "Two people corrected one entry without knowing of each other. The later one counts: {entry}",
    },
    what: RuleInfo::manual(
        "An entry that replaces or voids another, while a later one replaces the same and not this one.",
    ),
    why: RuleInfo::manual(
        "If both counted, the fact would stand twice; which of the two is right only people know.",
    ),
    example: RuleInfo::manual("one phone puts the number of participants at 64, another at 70"),
    remedy: Saying {
        kk: "Екеуінің де орнын басатын бір жазба енгізіңіз",
        ru: "Внесите одну запись, которая заменит обе",
        en: "Make one entry that replaces both",
    },
};

pub(in crate::facts) const TOLD_DIFFERENTLY: RuleInfo = RuleInfo {
    code: "FCT225",
    name: "toldDifferently",
    severity: Severity::Question,
    since: "0.2",
    message: Saying {
        kk: "Бір іс-шара, материал немесе жол туралы әр құрылғыда әртүрлі жазылған: {record}. Есепке алынған жазба: {entry}",
        ru: "Об одном событии, подтверждении или строке на разных устройствах записано разное: {record}. Учтена запись: {entry}",
        en: "Several devices recorded different things of one event, item of evidence or line: {record}. The entry that counts: {entry}",
    },
    what: RuleInfo::manual(
        "Records of one event in one state, or of one item of evidence, that say different things and of which none replaces the others; or an event that one device says was held and another says was cancelled or put off, or later that it is planned; or events that one device says are one and another says are not. Of one line: different answers to one question, of one day, date or document; different totals of one day; returned and accepted on one day, without having been handed in anew between.",
    ),
    why: RuleInfo::manual(
        "Both cannot be right, and the figure goes by the latest, of a held event and another person's later plan by the held one; which of the two is right only people know.",
    ),
    example: RuleInfo::manual(
        "one phone says that the event was held with 60 people, another that it was cancelled",
    ),
    remedy: Saying {
        kk: "Барлығының орнын басатын бір жазба енгізіңіз",
        ru: "Внесите одну запись, которая заменит все эти",
        en: "Make one entry that replaces them all",
    },
};

pub(in crate::facts) const COUNTED_TWICE: RuleInfo = RuleInfo {
    code: "FCT233",
    name: "countedTwice",
    severity: Severity::Question,
    since: "0.2",
    message: Saying {
        kk: "Бір іс-шараға бірдей сан екі құрылғыда қосылған, екеуі де есептеледі. Бұл бір сан ба? Бұрынғы жазба: {entry}",
        ru: "К одному событию одно и то же число прибавлено на двух устройствах, и учтены оба. Это один подсчёт? Прежняя запись: {entry}",
        en: "Two devices added the same number for one event, and both count. Is it one count? The earlier entry: {entry}",
    },
    what: RuleInfo::manual(
        "Readings of one event, line, target and day that add the same number, of different devices, of which none replaces the other.",
    ),
    why: RuleInfo::manual(
        "Numbers add, for two people may count two halves of a hall; the same number twice is more likely one hall that both counted, and then the figure is double.",
    ),
    example: RuleInfo::manual("two phones that have the same record of a match, each with 64 participants"),
    remedy: Saying {
        kk: "Бір сан болса, екеуінің орнын басатын бір жазба енгізіңіз",
        ru: "Если это один подсчёт, внесите одну запись, которая заменит обе",
        en: "If it is one count, make one entry that replaces both",
    },
};

pub(in crate::facts) const OTHER_EDITION: RuleInfo = RuleInfo {
    code: "FCT230",
    name: "otherEdition",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Журналда қабылданған жоспар берілген жоспарға сай емес, редакция: {edition}",
        ru: "План, принятый в журнале, не тот, что дан, редакция: {edition}",
        en: "The plan that the journal adopted is not the one given, edition: {edition}",
    },
    what: RuleInfo::manual(
        "A plan that was adopted under one digest, beside a plan of the same edition with another.",
    ),
    why: RuleInfo::manual(
        "Facts held against another plan than the one agreed give other figures, and nobody would see it.",
    ),
    example: RuleInfo::manual(
        "a target of 3 400 made 340 in the plan's file after the journal had adopted it",
    ),
    remedy: Saying {
        kk: "Қабылданған жоспар файлын алыңыз немесе жаңа редакцияны қабылдаңыз",
        ru: "Возьмите файл принятого плана или примите новую редакцию",
        en: "Take the file of the adopted plan, or adopt a new edition",
    },
};

pub(in crate::facts) const KIND_CHANGED: RuleInfo = RuleInfo {
    code: "FCT220",
    name: "kindChanged",
    severity: Severity::Question,
    since: "0.3",
    message: Saying {
        kk: "Жазба өзі түзететін жазбадан басқа түрге жатады: {entry} ({was} → {now})",
        ru: "Запись другого вида, чем та, которую она исправляет: {entry} ({was} → {now})",
        en: "The entry is of another kind than the one it corrects: {entry} ({was} → {now})",
    },
    what: RuleInfo::manual("An entry that tells another kind of fact than an entry that it replaces."),
    why: RuleInfo::manual("What it replaces counts no longer as what it was; that may not have been meant."),
    example: RuleInfo::manual("an event of June, amended as a count of 85 people"),
    remedy: Saying {
        kk: "Керегі сол ма, тексеріңіз; болмаса, бұрынғы фактіні қайта енгізіңіз",
        ru: "Проверьте, это ли имелось в виду; если нет, внесите прежний факт заново",
        en: "See whether that was meant; if not, enter the earlier fact anew",
    },
};

pub(in crate::facts) const EDITION_SAID_OTHERWISE: RuleInfo = RuleInfo {
    code: "FCT232",
    name: "editionSaidOtherwise",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Журнал жоспар редакциясы туралы жоспардың өзінен басқаша айтады, редакция: {edition}[. Жоспарда күшіне енген күні: {from}][. Жоспардағы келісім: №{agreement}][. Жол: {line}]",
        ru: "Журнал говорит о редакции плана не то, что сам план, редакция: {edition}[. В плане действует с: {from}][. Соглашение в плане: №{agreement}][. Строка: {line}]",
        en: "The journal says something else of an edition than the plan does, edition: {edition}[. In the plan it is in force from: {from}][. Agreement in the plan: No. {agreement}][. Line: {line}]",
    },
    what: RuleInfo::manual(
        "An entry that adopts an edition with another first day, another agreement, or lines moved or withdrawn that the given plans keep or do not have.",
    ),
    why: RuleInfo::manual(
        "Every day is judged by what the plan says; whoever reads the journal would believe another day.",
    ),
    example: RuleInfo::manual("the journal says from July 1 and the plan from August 1"),
    remedy: Saying {
        kk: "Жазбаны түзетіңіз немесе келісімге сай жоспарды беріңіз",
        ru: "Исправьте запись или дайте план, соответствующий соглашению",
        en: "Mend the entry, or give the plan that fits the agreement",
    },
};

pub(in crate::facts) const EDITION_NOT_GIVEN: RuleInfo = RuleInfo {
    code: "FCT231",
    name: "editionNotGiven",
    severity: Severity::Question,
    since: "0.2",
    message: Saying {
        kk: "Журналда қабылданған жоспар редакциясы берілмеген: {edition}",
        ru: "Редакция плана, принятая в журнале, не дана: {edition}",
        en: "An edition of the plan that the journal adopted is not given: {edition}",
    },
    what: RuleInfo::manual("An edition that the journal adopted and that is not among the plans given."),
    why: RuleInfo::manual(
        "Every period is judged by the edition in force; without it a supplementary agreement goes unseen.",
    ),
    example: RuleInfo::manual(
        "the journal adopts edition 1 in August, and the report is made with the contract as signed alone",
    ),
    remedy: Saying {
        kk: "Осы редакцияның файлын да беріңіз",
        ru: "Дайте и файл этой редакции",
        en: "Give the file of that edition too",
    },
};

pub(in crate::facts) const NOT_IN_HAND: RuleInfo = RuleInfo {
    code: "FCT240",
    name: "fileNotInHand",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Тіркелген, бірақ қолда жоқ файлдар саны: {count}[. Тіркеген құрылғы: {device}]",
        ru: "Записано, но файлов нет на руках: {count}[. Записаны на устройстве: {device}]",
        en: "Recorded, but the files are not in hand: {count}[. They were recorded on: {device}]",
    },
    what: RuleInfo::manual(
        "Files of the evidence whose hashes are recorded and are not among those in hand, told apart by the devices that recorded \
           them. Asked only where the host says which files it has; files without a hash are not looked for.",
    ),
    why: RuleInfo::manual(
        "Knowing a hash is not having the file: what lies on a lost phone proves nothing to the operator.",
    ),
    example: RuleInfo::manual("12 photos recorded on Aida's phone, none of which the office has"),
    remedy: Saying {
        kk: "Файлдарды тіркеген адамнан сұрап алыңыз",
        ru: "Попросите файлы у того, кто их записал",
        en: "Ask whoever recorded the files for them",
    },
};
