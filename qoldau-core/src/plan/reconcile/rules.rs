//! The rules of amendments: codes `AMD0…`.

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

/// Every rule of this module.
pub const AMEND_RULES: &[&RuleInfo] = &[
    &OTHER_ANNEX,
    &UNSURE,
    &LINES_WITHDRAWN,
    &COUNTS_OTHERWISE,
    &ANSWER_OUTDATED,
    &SOURCE_WITHDRAWN,
    &ODD_EFFECTIVE_DATE,
    &NOTHING_CHANGED,
    &NOT_COMPARED,
    &EDITION_OF_ANOTHER_PLAN,
    &EDITIONS_DIFFER,
    &NOT_PAIRED,
    &BROUGHT_BACK,
];

pub(super) const OTHER_ANNEX: RuleInfo = RuleInfo {
    code: "AMD001",
    name: "otherAnnex",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жаңа қосымша бұл жоспардікіне ұқсамайды: жоспардағы {count} жолдың {found} ғана табылды[. Шарттың нөмірі: {contract}]",
        ru: "Новое приложение не похоже на приложение этого плана: из строк плана ({count}) найдено только {found}[. Номер договора: {contract}]",
        en: "The new annex does not look like one of this plan: of {count} lines only {found} were found again[. Number of its contract: {contract}]",
    },
    what: RuleInfo::manual(
        "Whether at least a fourth of the plan's lines are in the new annex, and whether it is of the same contract.",
    ),
    why: RuleInfo::manual("The annex of another project would withdraw every line, and the facts with it."),
    example: RuleInfo::manual("the annex of the grant of 2025 given as an agreement to that of 2024"),
    remedy: Saying {
        kk: "Файлды тексеріңіз: ол осы шарттың қосымша келісімінің қосымшасы болуы керек",
        ru: "Проверьте файл: это должно быть приложение дополнительного соглашения к этому договору",
        en: "Check the file: it must be the annex of a supplementary agreement to this contract",
    },
};

pub(super) const UNSURE: RuleInfo = RuleInfo {
    code: "AMD002",
    name: "correspondenceUnsure",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Жаңа қосымшаның кей бөліктері бұрынғы қай бөлік екені белгісіз: {number}",
        ru: "Неясно, каким прежним частям соответствуют части нового приложения: {number}",
        en: "It is not clear which parts of the plan these parts of the new annex are: {number}",
    },
    what: RuleInfo::manual(
        "Parts of the new annex that may be one of several parts of the plan, or resemble one only somewhat.",
    ),
    why: RuleInfo::manual(
        "Facts go with the line they were recorded for. A wrong guess would move them to another line, and nobody would notice.",
    ),
    example: RuleInfo::manual("a line of 10 posts that became two, of 6 and of 4"),
    remedy: Saying {
        kk: "Әрқайсысы үшін бұрынғы бөлікті немесе «жаңа» дегенді таңдаңыз",
        ru: "Для каждой выберите прежнюю часть или «новая»",
        en: "Say of each which part it was, or that it is new",
    },
};

pub(super) const LINES_WITHDRAWN: RuleInfo = RuleInfo {
    code: "AMD003",
    name: "linesWithdrawn",
    severity: Severity::Info,
    since: "0.1",
    message: Saying {
        kk: "Келісім бойынша алынып тасталатын жолдар: {number}. Олардың деректері бөлек көрсетіледі",
        ru: "Строки, исключаемые по соглашению: {number}. Их факты показываются отдельно",
        en: "Lines withdrawn by the agreement: {number}. Their facts are shown apart",
    },
    what: RuleInfo::manual("Lines of the plan that the new annex has no more."),
    why: RuleInfo::manual(
        "They are not counted among the lines of the project any more; whoever signs should see that.",
    ),
    example: RuleInfo::manual("the line of the live stream left out"),
    remedy: Saying {
        kk: "Бұл жолдардың шынымен алынғанын келісіммен салыстырыңыз",
        ru: "Сверьте с соглашением, что эти строки действительно исключены",
        en: "Check with the agreement that these lines are meant to go",
    },
};

pub(super) const COUNTS_OTHERWISE: RuleInfo = RuleInfo {
    code: "AMD004",
    name: "countsOtherwise",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Жолдың нені санайтыны өзгерді: {number}. Бұрын жазылған деректер есепке кірмеуі мүмкін",
        ru: "Изменилось то, что считает строка: {number}. Прежние факты могут не засчитываться",
        en: "What the line counts has changed: {number}. Facts recorded before may not count any more",
    },
    what: RuleInfo::manual("A line that stays, with another kind or another unit."),
    why: RuleInfo::manual(
        "Posts do not prove letters: what was done under the old words may count for nothing under the new ones.",
    ),
    example: RuleInfo::manual("\"2 posts\" that became \"2 letters\" in the same line"),
    remedy: Saying {
        kk: "Бұл бұрынғы жол ма, әлде жаңасы ма — шешіңіз",
        ru: "Решите, прежняя это строка или новая",
        en: "Decide whether this is the old line or a new one",
    },
};

pub(super) const ANSWER_OUTDATED: RuleInfo = RuleInfo {
    code: "AMD005",
    name: "answerOutdated",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Келісім өзгерткен немесе алып тастаған бөліктер туралы бұрынғы түсіндірмелер жаңа редакцияға көшірілмеді: {id}",
        ru: "Прежние толкования частей, которые соглашение изменило или исключило, в новую редакцию не перенесены: {id}",
        en: "Answers about parts that the agreement changed or withdrew are not carried over to the new edition: {id}",
    },
    what: RuleInfo::manual(
        "Answers about how a line is read whose deadline or number the agreement changed, or that are about something that is gone.",
    ),
    why: RuleInfo::manual(
        "An agreed deadline stands before the contract's own; kept, it would undo the extension.",
    ),
    example: RuleInfo::manual(
        "the deadline of activity 2.1 was agreed to be 31 August, and the agreement extends it to 31 October",
    ),
    remedy: Saying {
        kk: "Жоспарды қайта тексеріп, қалған сұрақтарға жауап беріңіз",
        ru: "Проверьте план снова и ответьте на оставшиеся вопросы",
        en: "Check the plan again and answer what is asked",
    },
};

pub(super) const SOURCE_WITHDRAWN: RuleInfo = RuleInfo {
    code: "AMD006",
    name: "sourceWithdrawn",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Әлеуметтік әсер көрсеткіші алынып тасталған жолдарды қосады, енді олар есепке кірмейді: {source}",
        ru: "Показатель социального эффекта складывается и из исключённых строк, теперь они не входят: {source}",
        en: "A figure of the social impact sums lines that are withdrawn; they are not counted in it any more: {source}",
    },
    what: RuleInfo::manual("Lines of the social-impact block whose sources name a withdrawn line."),
    why: RuleInfo::manual("The number of beneficiaries falls by what that line brought."),
    example: RuleInfo::manual(
        "direct beneficiaries summed the participants of an activity that the agreement takes out",
    ),
    remedy: Saying {
        kk: "Көрсеткіш қай жолдардан құралатынын қайта айтыңыз",
        ru: "Укажите заново, из каких строк складывается показатель",
        en: "Say again which lines the figure sums",
    },
};

pub(super) const ODD_EFFECTIVE_DATE: RuleInfo = RuleInfo {
    code: "AMD007",
    name: "oddEffectiveDate",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Келісімнің күшіне ену күні келісімнің өз күнінен ерте немесе жоба мерзімінен тыс: {date}",
        ru: "Дата вступления соглашения в силу раньше даты самого соглашения или вне срока проекта: {date}",
        en: "The agreement takes effect before its own date or outside the project's time: {date}",
    },
    what: RuleInfo::manual(
        "Whether the new annex comes into force on or after the day of the agreement, within the project.",
    ),
    why: RuleInfo::manual(
        "Every period before that day is judged by the old annex, every one after it by the new.",
    ),
    example: RuleInfo::manual("an agreement of 1 August 2024 in force from 2023-08-01"),
    remedy: Saying {
        kk: "Күнді келісіммен салыстырыңыз",
        ru: "Сверьте дату с соглашением",
        en: "Check the date with the agreement",
    },
};

pub(super) const NOTHING_CHANGED: RuleInfo = RuleInfo {
    code: "AMD008",
    name: "nothingChanged",
    severity: Severity::Info,
    since: "0.1",
    message: Saying {
        kk: "Жаңа қосымшада қолданыстағы жоспардан айырмашылық жоқ",
        ru: "Новое приложение ничем не отличается от действующего плана",
        en: "The new annex differs in nothing from the plan in force",
    },
    what: RuleInfo::manual("Whether the new annex changes anything."),
    why: RuleInfo::manual(
        "The wrong file may have been taken: the annex as it was, in place of the new one.",
    ),
    example: RuleInfo::manual("the annex of the contract itself"),
    remedy: Saying {
        kk: "Файлды тексеріңіз", ru: "Проверьте файл", en: "Check the file"
    },
};

pub(super) const NOT_COMPARED: RuleInfo = RuleInfo {
    code: "AMD009",
    name: "notCompared",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Салыстыратын бөлік тым көп: тек атауы бірдейлері ғана табылды, қалғаны жаңа немесе алынған деп көрсетілді",
        ru: "Частей слишком много для сравнения: найдены только одноимённые, остальные показаны как новые или исключённые",
        en: "There are too many parts to compare: only those of one name were found again, the others are shown as new or withdrawn",
    },
    what: RuleInfo::manual("Whether every new part was compared with every part that is left of the plan."),
    why: RuleInfo::manual("Renamed lines may stand among the withdrawn ones."),
    example: RuleInfo::manual("an activity of a thousand renamed lines"),
    remedy: Saying {
        kk: "Өзгертілген жолдарды өзіңіз көрсетіңіз",
        ru: "Укажите переименованные строки сами",
        en: "Say yourself which lines were renamed",
    },
};

pub(super) const EDITION_OF_ANOTHER_PLAN: RuleInfo = RuleInfo {
    code: "AMD010",
    name: "editionOfAnotherPlan",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Берілген редакция басқа жоспардікі, ол ескерілмеді: {plan}",
        ru: "Переданная редакция — другого плана, она не учтена: {plan}",
        en: "An edition that was given is of another plan and was not taken: {plan}",
    },
    what: RuleInfo::manual("A plan given as another edition that has another id than the plan."),
    why: RuleInfo::manual("From its day on all lines would be judged by somebody else's contract."),
    example: RuleInfo::manual("the plan of the next grant given as an edition of this one"),
    remedy: Saying {
        kk: "Осы жоспардың редакциясын беріңіз",
        ru: "Передайте редакцию этого плана",
        en: "Give an edition of this plan",
    },
};

pub(super) const EDITIONS_DIFFER: RuleInfo = RuleInfo {
    code: "AMD011",
    name: "editionsOfOneNumberDiffer",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Бір редакцияның мазмұны әртүрлі файлдары берілген: {edition}",
        ru: "Одна и та же редакция передана с разным содержанием: {edition}",
        en: "One edition was given with different contents: {edition}",
    },
    what: RuleInfo::manual("Two plans of one id and one number of edition whose canonical JSON differs."),
    why: RuleInfo::manual("Which of them the lines are judged by would be a matter of chance."),
    example: RuleInfo::manual("the plan as it was signed and a copy in which somebody mended a number"),
    remedy: Saying {
        kk: "Журнал қабылдаған редакцияны ғана қалдырыңыз",
        ru: "Оставьте ту редакцию, которую принял журнал",
        en: "Keep the one that the journal adopted",
    },
};

pub(super) const NOT_PAIRED: RuleInfo = RuleInfo {
    code: "AMD012",
    name: "amendedNotPaired",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Жаңа қосымшадағы кей іс-шаралардың атаулары мен мәндері сәйкестендірілмеген: {number}",
        ru: "В новом приложении не сопоставлены названия и значения мероприятий: {number}",
        en: "In the new annex the names and values of these activities are not paired: {number}",
    },
    what: RuleInfo::manual(
        "Activities of the new annex whose indicators and planned values are not equally many.",
    ),
    why: RuleInfo::manual(
        "A value that stands beside another line than its own changes what is promised, and the edition would be in force with it.",
    ),
    example: RuleInfo::manual("an indicator was added to the list of names and its value was forgotten"),
    remedy: Saying {
        kk: "Жаңа қосымшаны оқып, сәйкестендіріңіз, содан кейін жоспарды өзгертіңіз",
        ru: "Прочтите новое приложение, сопоставьте строки и после этого измените план",
        en: "Read the new annex, pair its lines, and amend the plan then",
    },
};

pub(super) const BROUGHT_BACK: RuleInfo = RuleInfo {
    code: "AMD013",
    name: "lineBroughtBack",
    severity: Severity::Question,
    since: "0.3",
    message: Saying {
        kk: "Жаңа жолдардың атауы бұрынғы келісім алып тастаған жолдардікімен бірдей: {number}. Бұл сол жолдар ма?",
        ru: "Новые строки называются так же, как исключённые прежним соглашением: {number}. Это те же строки?",
        en: "New lines bear the names of lines that an earlier agreement took out: {number}. Are they those lines?",
    },
    what: RuleInfo::manual("Lines that are new and bear the name of a line that was withdrawn before."),
    why: RuleInfo::manual(
        "A line that was withdrawn keeps its facts; the new one begins with nothing, though the work may be done.",
    ),
    example: RuleInfo::manual(
        "agreement 1 takes out the journal of consultations, agreement 2 brings it back",
    ),
    remedy: Saying {
        kk: "Сол жол болса, алынған жолдың деректерін жаңа жолға жазып қойыңыз",
        ru: "Если это та же строка, внесите факты исключённой строки и в новую",
        en: "If it is the same line, record the facts of the one that was taken out for the new one too",
    },
};
