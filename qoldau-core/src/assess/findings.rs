//! What the facts give reason to say: findings with codes `ASM…`.

use std::collections::BTreeMap;

use super::figures::rows_against_count;
use super::impact::sources_of_things;
use super::readings::LineOf;
use super::standing::{LineStanding, TaskStanding, Timing};
use super::tally::{Context, Tally};
use crate::facts::{Acknowledgement, EventStatus, Noted};
use crate::finding::{Finding, Param, Place, RuleInfo, Severity};
use crate::language::Saying;
use crate::plan::{Activity, Anchor, Due, EACH_TIME, GrantTask, Indicator, Question, Target};
use crate::value::Id;

const PROBABLE_DOUBLE: RuleInfo = RuleInfo {
    code: "ASM001",
    name: "probableDouble",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Бір шара екі рет жазылған болуы мүмкін: {event}. Шешілгенше бір шара деп саналады",
        ru: "Возможно, одно событие записано дважды: {event}. До решения считается одним",
        en: "One event may have been recorded twice: {event}. Until settled it counts as one",
    },
    what: RuleInfo::manual(
        "Two held events of one activity on the same days, recorded by two people or under one name, with nothing that tells them apart.",
    ),
    why: RuleInfo::manual("Two people recording the same match must not make four events of three."),
    example: RuleInfo::manual(
        "two records of a match on 2024-06-15, one by the coordinator, one by the PR specialist",
    ),
    remedy: Saying {
        kk: "«Бұл екеуі — бір шара» немесе «бұл екеуі — бөлек шара» деген жазба қосыңыз",
        ru: "Добавьте запись «это одно событие» или «это разные события»",
        en: "Add an entry that says “these two are one” or “these two are different”",
    },
};

const SHARED_EVIDENCE: RuleInfo = RuleInfo {
    code: "ASM002",
    name: "sharedEvidence",
    severity: Severity::Info,
    since: "0.1",
    message: Saying {
        kk: "Бір растайтын материал екі бөлімде көрсетілген: {lines}. Саны: {count}",
        ru: "Одно подтверждение показано в двух разделах: {lines}. Количество: {count}",
        en: "One piece of evidence is shown in two sections: {lines}. Number: {count}",
    },
    what: RuleInfo::manual("Evidence that serves a line of a task and a line of the information work."),
    why: RuleInfo::manual("The operator may count it once; the report shows it openly."),
    example: RuleInfo::manual("a post named for line 1.9 and for line 9.1"),
    remedy: Saying {
        kk: "Оператормен келісіп, түсіндірмені жазыңыз",
        ru: "Согласуйте с оператором и запишите толкование",
        en: "Agree it with the operator and record the reading",
    },
};

const ROWS_DIFFER: RuleInfo = RuleInfo {
    code: "ASM003",
    name: "listDiffersFromCount",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Тізімдегі жолдар саны жазылған санға тең емес: {rows} / {count}. Күні: {date}",
        ru: "Число строк в списке не равно записанному числу: {rows} / {count}. Дата: {date}",
        en: "The rows of the list are not the number recorded: {rows} / {count}. Date: {date}",
    },
    what: RuleInfo::manual(
        "The stated rows of the lists against the number of participants, supports or whatever the line counts, event by event.",
    ),
    why: RuleInfo::manual(
        "The operator compares the two by eye; a difference puts the whole figure in doubt.",
    ),
    example: RuleInfo::manual("120 participants counted, 118 rows on the list"),
    remedy: Saying {
        kk: "Тізімді немесе санды түзетіңіз",
        ru: "Исправьте список или число",
        en: "Mend the list or the number",
    },
};

const SAME_FILE: RuleInfo = RuleInfo {
    code: "ASM004",
    name: "sameFileTwice",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Бір файл, сілтеме не нөмір бір жолға екі рет тіркелген, бір рет саналды. Саны: {count}",
        ru: "Один файл, одна ссылка или один номер приложены к строке дважды, засчитаны один раз. Количество: {count}",
        en: "The same file, link or number is attached to one line twice and was counted once. Number: {count}",
    },
    what: RuleInfo::manual(
        "Under one line: files with the same content, items with the same link (beside files only that of one post or recording), papers of one kind, number and date of which nothing but the number shows one.",
    ),
    why: RuleInfo::manual("A photo sent twice is one photo, a post recorded twice is one post."),
    example: RuleInfo::manual("IMG_001.jpg and copy.jpg with one SHA-256"),
    remedy: Saying {
        kk: "Артық жазбаның күшін жойыңыз немесе басқа файл тіркеңіз",
        ru: "Аннулируйте лишнюю запись или приложите другой файл",
        en: "Void the surplus entry or attach another file",
    },
};

const EVENT_UNSETTLED: RuleInfo = RuleInfo {
    code: "ASM005",
    name: "plannedEventUnsettled",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Жоспарланған күні өтті, бірақ өткізілгені белгісіз. Шара: {event}, күні: {date}",
        ru: "День прошёл, но неизвестно, проведено ли событие: {event}, дата: {date}",
        en: "Its day is over, and nobody says whether it was held. Event: {event}, date: {date}",
    },
    what: RuleInfo::manual(
        "A planned event whose last day is over and that was neither held, postponed nor cancelled.",
    ),
    why: RuleInfo::manual("It is not counted before somebody says so."),
    example: RuleInfo::manual("a visit planned for 2024-06-10, assessed on 2024-06-20"),
    remedy: Saying {
        kk: "Шара өткізілді, кейінге қалдырылды немесе өткізілмейтін болды деп жазыңыз",
        ru: "Запишите, что событие проведено, перенесено или отменено",
        en: "Record that it was held, postponed or cancelled",
    },
};

const OUTSIDE_PROJECT: RuleInfo = RuleInfo {
    code: "ASM006",
    name: "outsideProject",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Жоба мерзімінен тыс күні бар дерек саналды. Жолдар саны: {count}",
        ru: "Засчитаны данные с датой вне срока проекта. Строк: {count}",
        en: "Facts dated outside the project's time were counted. Lines: {count}",
    },
    what: RuleInfo::manual("Lines with counted facts before the first or after the last day of the project."),
    why: RuleInfo::manual("The grant pays for work within the project's time."),
    example: RuleInfo::manual("a list dated 2024-11-05 in a project that ends on 2024-10-31"),
    remedy: Saying {
        kk: "Күнін тексеріңіз немесе мерзімді қосымша келісіммен ұзартыңыз",
        ru: "Проверьте дату или продлите срок дополнительным соглашением",
        en: "Check the date, or extend the time by a supplementary agreement",
    },
};

const ENTERED_LATER: RuleInfo = RuleInfo {
    code: "ASM007",
    name: "enteredAfterPeriod",
    severity: Severity::Info,
    since: "0.1",
    message: Saying {
        kk: "Есепті кезеңге қатысты, бірақ кейін енгізілген жазбалар саналды. Саны: {count}",
        ru: "Засчитаны записи, относящиеся к отчётному периоду, но внесённые позже. Количество: {count}",
        en: "Entries of the reporting period that were entered after it were counted. Number: {count}",
    },
    what: RuleInfo::manual("Facts dated within the reporting period whose clock is later than its end."),
    why: RuleInfo::manual("The figures differ from those of a report made in time."),
    example: RuleInfo::manual("a visit of 2024-06-28 entered on 2024-07-03"),
    remedy: Saying {
        kk: "Алдыңғы есепті нақтылау керек пе, тексеріңіз",
        ru: "Проверьте, не нужно ли уточнить прежний отчёт",
        en: "Check whether the earlier report has to be corrected",
    },
};

const PHASE_NOT_DECLARED: RuleInfo = RuleInfo {
    code: "ASM008",
    name: "activePhaseAssumed",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Мерзім белсенді кезеңнің аяқталуынан есептеледі, бірақ оның күндері белгісіз; әзірге соңғы мерзім ретінде жобаның соңғы күні алынды[: {date}]. Іс-шаралар: {activity}. Белсенді кезең қашан аяқталады?",
        ru: "Срок отсчитывается от конца активной фазы, но её дни неизвестны; пока крайним сроком взят последний день проекта[: {date}]. Мероприятия плана: {activity}. Когда заканчивается активная фаза?",
        en: "The deadline is counted from the end of the active phase, whose days are not known; for now the project's last day is taken as the latest[: {date}]. Activities: {activity}. When does the active phase end?",
    },
    what: RuleInfo::manual(
        "Whether the active phase has dates when a deadline is counted from it. `check` says so of a draft (PLAN028); of a \
           signed plan the assessment does, because it is the assessment that has to assume a day.",
    ),
    why: RuleInfo::manual(
        "A survey \"before and after the active phase\" held in the wrong week cannot be held again.",
    ),
    example: RuleInfo::manual(
        "«Жобаның белсенді кезеңі аяқталғаннан кейін …», and nobody has said when it ends",
    ),
    remedy: Saying {
        kk: "Белсенді кезеңнің күндерін оператормен келісіп, жоспарға жазыңыз",
        ru: "Согласуйте дни активной фазы с оператором и запишите их в план",
        en: "Agree with the operator on the days of the active phase and write them into the plan",
    },
};

const JOINED_BUT_OFF: RuleInfo = RuleInfo {
    code: "ASM017",
    name: "joinedButOff",
    severity: Severity::Question,
    since: "0.2",
    message: Saying {
        kk: "Бір шара деп аталған жазбалар бір-біріне қайшы: бірінде ол өткізілген, екіншісінде болмаған немесе кейінге қалдырылған: {event}. Өткізілген деп саналады",
        ru: "Записи, названные одним событием, противоречат друг другу: по одной оно состоялось, по другой отменено или перенесено: {event}. Считается состоявшимся",
        en: "Records that are said to be one event contradict each other, one says that it was held and another that it was cancelled or put off: {event}. It counts as held",
    },
    what: RuleInfo::manual(
        "Events that somebody said are one, of which one was recorded as held and another, by somebody else and when the first had begun, as cancelled or put off.",
    ),
    why: RuleInfo::manual(
        "The held record speaks for all of them, so that nobody would see that somebody says it was not held.",
    ),
    example: RuleInfo::manual(
        "the coordinator records the match as held, the PR specialist the same match under an id of their own as cancelled, and both are joined",
    ),
    remedy: Saying {
        kk: "Қате жазбаның орнына дұрысын енгізіңіз немесе бұл екеуі – бөлек шара деп жазыңыз",
        ru: "Внесите верную запись вместо неверной или скажите, что это разные события",
        en: "Replace the record that is wrong, or say that these are different events",
    },
};

const SOURCE_OF_NO_PEOPLE: RuleInfo = RuleInfo {
    code: "ASM022",
    name: "sourceOfNoPeople",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Адамдарды санайтын көрсеткіште шараларды немесе материалдарды санайтын жол аталған, одан ештеңе қосылмады: {lines}",
        ru: "В показателе, который считает людей, названа строка, которая считает события или материалы; из неё ничего не прибавлено: {lines}",
        en: "A figure that counts people names a line that counts events or items; nothing of it was added: {lines}",
    },
    what: RuleInfo::manual(
        "The lines that a figure of people in the social-impact block sums: whether they count people. A unit of their target that is people, or a word that is not known, counts.",
    ),
    why: RuleInfo::manual("Three meetings are not three people, and a sum of both is the number of nothing."),
    example: RuleInfo::manual(
        "direct beneficiaries = lines 1.5, 3.3 and 2.1, where 2.1 is “Trainings held: 3”",
    ),
    remedy: Saying {
        kk: "Адамдарды санайтын жолды атаңыз немесе нысанаға оның адамдарды санайтынын жазыңыз",
        ru: "Назовите строку, которая считает людей, или запишите в цели, что она считает людей",
        en: "Name a line that counts people, or write into the target that it counts people",
    },
};

/// The rules of the findings that an assessment gives.
pub const ASSESS_RULES: &[&RuleInfo] = &[
    &PROBABLE_DOUBLE,
    &SHARED_EVIDENCE,
    &ROWS_DIFFER,
    &SAME_FILE,
    &EVENT_UNSETTLED,
    &OUTSIDE_PROJECT,
    &ENTERED_LATER,
    &PHASE_NOT_DECLARED,
    &JOINED_BUT_OFF,
    &RECURS_ALONE,
    &SOURCE_OF_NO_PEOPLE,
];

const RECURS_ALONE: RuleInfo = RuleInfo {
    code: "ASM025",
    name: "takenOnceForAll",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Мерзімі қайталанады, ал сан бүкіл жобаға бір рет алынды. Жолдар: {lines}",
        ru: "Срок повторяется, а число взято одно на весь проект. Строки: {lines}",
        en: "The deadline recurs, and the number was taken once for all the project. Lines: {lines}",
    },
    what: RuleInfo::manual(
        "Lines whose deadline comes again and again while their numbers do not say whether so many are asked for each time.",
    ),
    why: RuleInfo::manual(
        "One report meets «1 отчёт» until the 25th of every month, and whether five more are owed nobody has said.",
    ),
    example: RuleInfo::manual("«1 отчёт», «до 25 числа каждого месяца», one report on 2024-05-20"),
    remedy: Saying {
        kk: "Сан әр мерзімге ме, әлде барлығына ма — оператормен келісіп, түсіндірмені жазыңыз",
        ru: "Согласуйте с оператором, к каждому ли сроку нужно столько, и запишите толкование",
        en: "Agree with the operator whether so many are due each time, and record the reading",
    },
};

/// How many findings of one line and code are listed one by one.
const PER_LINE: usize = 20;

fn about(rule: &RuleInfo, id: &Id, field: &str) -> Finding {
    Finding::new(rule, Place::Plan { id: Some(id.clone()), field: field.into() })
}

/// Findings of one line, from the figures of its targets.
pub(super) fn of_line(
    cx: &Context<'_>,
    indicator: &Indicator,
    line: &LineStanding,
    tallies: &[Tally],
    into: &mut Vec<Finding>,
) {
    let rows_of = |(tally, target): (&Tally, &Target)| {
        let kind = indicator.kind_of(target);
        rows_against_count(tally).into_iter().map(move |(event, rows, count)| (event, rows, count, kind))
    };
    let mut rows: Vec<_> = tallies.iter().zip(&indicator.targets).flat_map(rows_of).collect();
    rows.dedup();
    for (event, rows, count, kind) in rows.into_iter().take(PER_LINE) {
        let day = event.and_then(|at| cx.events.groups.get(at)).map_or(cx.as_of, |event| event.range.start);
        let finding = about(&ROWS_DIFFER, &line.id, "targets").lines([line.id.clone()]);
        into.push(
            finding
                .param(Param::amount("rows", rows))
                .param(Param::quantity("count", count, kind.key()))
                .param(Param::date("date", day)),
        );
    }
    let repeated = tallies.iter().fold(0_u32, |sum, tally| sum.saturating_add(tally.repeated));
    if repeated > 0 {
        let finding = about(&SAME_FILE, &line.id, "evidence").lines([line.id.clone()]);
        into.push(finding.param(Param::amount("count", repeated.into())));
    }
    let later =
        line.targets.iter().filter_map(|target| target.in_period).map(|figures| figures.entered_later).max();
    if let Some(later) = later.filter(|later| *later > 0) {
        let finding = about(&ENTERED_LATER, &line.id, "targets").lines([line.id.clone()]);
        into.push(finding.param(Param::amount("count", later.into())));
    }
}

/// Findings of the events.
pub(super) fn of_events(cx: &Context<'_>, into: &mut Vec<Finding>) {
    for event in &cx.events.groups {
        let Some(activity) = event.activities.first() else { continue };
        let lines = event.activities.iter().map(|id| (*id).clone());
        if !event.denied.is_empty() {
            let finding = about(&JOINED_BUT_OFF, activity, "events").lines(lines.clone());
            let first = finding.param(Param::id("event", &event.event.event));
            into.push(event.denied.iter().fold(first, |finding, id| finding.param(Param::id("event", id))));
        }
        if !event.doubles.is_empty() {
            let finding = about(&PROBABLE_DOUBLE, activity, "events").lines(lines);
            let first = finding.param(Param::id("event", &event.event.event));
            into.push(event.doubles.iter().fold(first, |finding, id| finding.param(Param::id("event", id))));
        } else if event.event.status == EventStatus::Planned && event.range.end < cx.as_of {
            let finding = about(&EVENT_UNSETTLED, activity, "events").lines(lines);
            into.push(
                finding
                    .param(Param::id("event", &event.event.event))
                    .param(Param::date("date", event.range.start)),
            );
        }
    }
}

/// Findings that concern several lines.
pub(super) fn of_project(cx: &Context<'_>, tasks: &[TaskStanding], into: &mut Vec<Finding>) {
    let lines = || tasks.iter().flat_map(|task| &task.activities).flat_map(|activity| &activity.lines);
    let outside: Vec<Id> = lines()
        .filter(|line| line.targets.iter().any(|target| target.timing == Timing::OutsideProject))
        .map(|line| line.id.clone())
        .collect();
    if !outside.is_empty() {
        let place = Place::Plan { id: None, field: "period".into() };
        let count = outside.len();
        into.push(Finding::new(&OUTSIDE_PROJECT, place).lines(outside).param(Param::count("count", count)));
    }
    shared(cx, into);
    sources_of_no_people(cx, into);
    into.extend(phase_not_declared(cx));
    into.extend(recurs_alone(cx));
}

/// The lines whose deadline recurs while their numbers are taken once for all, where nobody has said how they are meant.
fn recurs_alone(cx: &Context<'_>) -> Option<Finding> {
    let unclear = |line: &LineOf<'_>| {
        let beside =
            |due: &Due| line.indicator.targets.iter().any(|target| due.leaves_open(target, cx.plan.period));
        line.activity.due.as_ref().is_some_and(beside) && cx.readings.of_line(line, Question::Due).is_none()
    };
    let lines = cx.plan.lines().map(|(task, activity, indicator)| LineOf::new(task, activity, indicator));
    let mut lines = lines.filter(unclear).map(|line| line.indicator).peekable();
    let finding = about(&RECURS_ALONE, &lines.peek()?.id, "targets").offer(Question::Due.key(), EACH_TIME);
    let finding = lines.fold(finding, |finding, line| {
        finding.lines([line.id.clone()]).param(Param::number("lines", &line.number))
    });
    Some(match cx.plan.period {
        Some(period) => finding.offer(Question::Due.key(), &format!("{}..{}", period.start, period.end)),
        None => finding,
    })
}

/// The figures of people that name lines of which nothing is added.
fn sources_of_no_people(cx: &Context<'_>, into: &mut Vec<Finding>) {
    for figure in &cx.plan.impact {
        let lines = sources_of_things(cx, figure);
        if lines.is_empty() {
            continue;
        }
        let finding = about(&SOURCE_OF_NO_PEOPLE, &figure.id, "sources").lines([figure.id.clone()]);
        let named = |finding: Finding, line: &&Indicator| {
            finding.lines([line.id.clone()]).param(Param::number("lines", &line.number))
        };
        into.push(lines.iter().fold(finding, named));
    }
}

/// The activities whose deadline waits for the end of an active phase that nobody has declared.
fn phase_not_declared(cx: &Context<'_>) -> Option<Finding> {
    if cx.plan.active_phase.is_some() {
        return None;
    }
    let waits = |task: &GrantTask, activity: &Activity| {
        matches!(activity.due, Some(Due::Relative { anchor: Anchor::ActivePhaseEnd, .. }))
            && [&activity.id, &task.id].into_iter().all(|id| cx.readings.of(id, Question::Due).is_none())
    };
    let mut waiting = cx.plan.activities().filter(|(task, activity)| waits(task, activity)).peekable();
    let (_, first) = waiting.peek()?;
    let mut finding = about(&PHASE_NOT_DECLARED, &first.id, "due");
    for (_, activity) in waiting {
        finding = finding.lines([activity.id.clone()]).param(Param::number("activity", &activity.number));
    }
    Some(match cx.plan.period {
        Some(period) => finding
            .param(Param::date("date", period.end))
            .offer(Question::Due.key(), &format!("{}..{}", period.start, period.end)),
        None => finding,
    })
}

/// Evidence of a task line that also serves a line of the information work: one finding for each pair of lines.
fn shared(cx: &Context<'_>, into: &mut Vec<Finding>) {
    let lines: Vec<_> = cx.plan.lines().collect();
    for ((a, b), count) in &cx.ledger.shared {
        let (Some((_, _, a)), Some((_, _, b))) = (lines.get(*a), lines.get(*b)) else { continue };
        let finding = about(&SHARED_EVIDENCE, &a.id, "evidence").lines([a.id.clone(), b.id.clone()]);
        let numbers =
            finding.param(Param::number("lines", &a.number)).param(Param::number("lines", &b.number));
        into.push(numbers.param(Param::amount("count", (*count).into())));
    }
}

/// Puts findings in order, applies the policy's severities, and folds away what was taken note of.
pub(super) fn settled(
    cx: &Context<'_>,
    mut findings: Vec<Finding>,
    acknowledged: &[&Acknowledgement],
) -> Vec<Finding> {
    let places: BTreeMap<&Id, usize> =
        cx.plan.lines().enumerate().map(|(place, (_, _, line))| (&line.id, place)).collect();
    let noted = Noted::new(acknowledged.iter().copied());
    findings.retain(|finding| !noted.has(finding));
    cx.policy.weigh(&mut findings);
    findings.sort_by_cached_key(|finding| {
        let first = finding.lines.first().and_then(|id| places.get(id)).copied().unwrap_or(usize::MAX);
        (first, finding.code.clone())
    });
    findings
}
