//! Tables that are laid out in other ways: columns of first and last days, totals, subheadings, values in the names.

use qoldau_core::annex::AnnexRead;
use qoldau_core::plan::Due;

use crate::support::{codes, lines, merged, merged_on, p, read, tbl, tc, tr, with_body};

const HEADER: [&str; 6] = [
    "№",
    "Мероприятие",
    "Место проведения",
    "Количественные и качественные показатели",
    "Планируемые индикаторы",
    "Срок исполнения",
];

const PERIOD: &str = "апрель-ноябрь 2024";

/// An annex of these rows of a table, whose contract is of 15 March 2024.
fn annex(period: &str, rows: &[String]) -> AnnexRead {
    let fields = [
        tr(&["Грантополучатель:", "ОФ «Проба»"].map(tc)),
        tr(&["Период реализации социального проекта:", period].map(tc)),
    ];
    let body = [
        p("к Договору о предоставлении государственного гранта № 17 от «15» марта 2024 года"),
        p("I БЛОК"),
        tbl(&fields),
        p("III БЛОК"),
        p("Задача 1. Обучить"),
        tbl(rows),
    ];
    read(&with_body(&body.concat()))
}

/// Every activity as `title (venue; due): lines`.
fn told(read: &AnnexRead) -> Vec<String> {
    let day = |day: Option<&qoldau_core::value::IsoDate>| day.map_or("…".to_owned(), ToString::to_string);
    let due = |due: &Due| match due {
        Due::Range { start, end, .. } => format!("{}–{}", day(start.as_ref()), day(end.as_ref())),
        other => format!("? {}", other.text()),
    };
    let activities = read.plan.activities().map(|(_, activity)| activity);
    let said = activities.map(|activity| {
        let due = activity.due.as_ref().map_or("–".to_owned(), due);
        let venue = activity.venue.as_deref().unwrap_or("–");
        format!("{} ({venue}; {due}): {}", activity.title, lines(activity).join(", "))
    });
    said.collect()
}

fn days(headings: [&str; 2], cells: &[[&str; 2]]) -> AnnexRead {
    let [first, last] = headings;
    let heading = ["№", "Мероприятие", "Индикаторы", "Планируемые индикаторы", first, last];
    let row = |days: &[&str; 2]| {
        let [first, last] = *days;
        tr(&["1", "Тренинги", "Количество тренингов", "5", first, last].map(tc))
    };
    let rows: Vec<String> = std::iter::once(tr(&heading.map(tc))).chain(cells.iter().map(row)).collect();
    annex(PERIOD, &rows)
}

#[test]
fn the_columns_of_the_first_and_of_the_last_day_are_one_deadline() {
    let summer = "Тренинги (–; 2024-06-01–2024-09-30): Количество тренингов = 5";
    for headings in [
        ["Дата начала", "Дата окончания"],
        ["Начало", "Завершение"],
        ["Срок начала", "Срок завершения"],
        ["Басталу мерзімі", "Аяқталу мерзімі"],
    ] {
        for cells in [["01.06.2024", "30.09.2024"], ["июнь", "сентябрь"], ["01.06", "30.09"]] {
            let read = days(headings, &[cells]);
            assert_eq!(told(&read), [summer], "{headings:?} {cells:?}");
            assert!(!codes(&read).contains(&"ANX106"), "{headings:?}");
            assert_eq!(read.plan.unread, []);
        }
    }
    let read = days(["Начало", "Окончание"], &[["июнь", "сентябрь"], ["", ""]]);
    assert_eq!(told(&read), [summer, summer]);
    assert!(codes(&read).contains(&"ANX102"));
}

#[test]
fn a_first_day_without_a_last_one_is_no_deadline() {
    for cells in [["01.06.2024", ""], ["сентябрь", "июнь"], ["01.06.2024", "по плану"]] {
        let read = days(["Дата начала", "Дата окончания"], &[cells]);
        let said = cells.join(" – ").trim_end_matches(" – ").to_owned();
        assert_eq!(told(&read), [format!("Тренинги (–; ? {said}): Количество тренингов = 5")]);
        assert!(codes(&read).contains(&"ANX104"), "{cells:?}");
    }
    // Headings that say nothing: two columns of days are no deadline either.
    let read = days(["Первый", "Второй"], &[["01.06.2024", "30.09.2024"]]);
    assert_eq!(told(&read), ["Тренинги (–; –): Количество тренингов = 5"]);
    assert_eq!(read.plan.unread.len(), 2);
    // Beside a deadline a first day is kept.
    let read = days(["Начало", "Срок исполнения"], &[["июнь", "сентябрь"]]);
    assert_eq!(told(&read), ["Тренинги (–; 2024-09-01–2024-09-30): Количество тренингов = 5"]);
    assert_eq!(read.plan.unread.len(), 1);
}

#[test]
fn headings_of_days_may_stand_under_one() {
    let heading = tr(&[
        merged("№"),
        merged("Мероприятие"),
        merged("Индикаторы"),
        merged("Планируемые индикаторы"),
        crate::support::tc_with(r#"<w:gridSpan w:val="2"/>"#, &p("Сроки")),
    ]);
    let floor = tr(&[merged_on(), merged_on(), merged_on(), merged_on(), tc("Начало"), tc("Окончание")]);
    let row = tr(&["1", "Тренинги", "Количество тренингов", "5", "июнь", "сентябрь"].map(tc));
    let read = annex(PERIOD, &[heading, floor, row]);
    assert_eq!(told(&read), ["Тренинги (–; 2024-06-01–2024-09-30): Количество тренингов = 5"]);
}

#[test]
fn rows_of_totals_promise_nothing() {
    let row = |cells: [&str; 6]| tr(&cells.map(tc));
    let rows = |total: [&str; 6]| {
        annex(
            PERIOD,
            &[
                row(HEADER),
                row(["1", "Тренинги", "Актау", "Количество участников", "50", "июнь"]),
                row(["2", "Встречи", "Актау", "Количество участников", "30", "июль"]),
                row(total),
            ],
        )
    };
    for total in [
        ["", "", "", "Итого участников", "80", ""],
        ["", "Итого", "", "Количество участников", "80", ""],
        ["Итого по задаче 1", "", "", "", "80", ""],
        ["", "Всего участников", "", "Всего участников", "80", ""],
        ["", "Барлығы", "", "", "80", ""],
    ] {
        let read = rows(total);
        assert_eq!(
            told(&read),
            [
                "Тренинги (Актау; 2024-06-01–2024-06-30): Количество участников = 50",
                "Встречи (Актау; 2024-07-01–2024-07-31): Количество участников = 30",
            ],
            "{total:?}"
        );
        let kept: Vec<&str> = read.plan.unread.iter().map(|unread| unread.text.as_str()).collect();
        assert_eq!(kept, total.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>());
        assert!(codes(&read).contains(&"ANX105"));
    }
    let read = rows(["3", "Игры", "Актау", "Всего участников", "80", "июль"]);
    assert_eq!(read.plan.activities().count(), 3);
    let read = rows(["3", "Барлығы бірге", "Актау", "Шаралар", "8", "июль"]);
    assert_eq!(read.plan.activities().count(), 3);
}

#[test]
fn a_venue_merged_downwards_holds_for_all_its_rows() {
    let rows = [
        tr(&HEADER.map(tc)),
        tr(&[tc("1"), merged("Тренинги"), merged("Актау"), tc("Тренинги"), tc("5"), tc("июнь")]),
        tr(&[tc(""), merged_on(), merged_on(), tc("Участники"), tc("100"), tc("сентябрь")]),
        tr(&[tc("2"), tc("Встречи"), merged_on(), tc("Встречи"), tc("3"), tc("июль")]),
        tr(&[tc("3"), tc("Игры"), tc(""), tc("Игры"), tc("3"), tc("июль")]),
    ];
    let venues: Vec<Option<String>> =
        annex(PERIOD, &rows).plan.activities().map(|(_, activity)| activity.venue.clone()).collect();
    let here = || Some("Актау".to_owned());
    assert_eq!(venues, [here(), here(), here(), None]);
}

#[test]
fn subheadings_are_no_lines() {
    let of = |names: &str, values: &str| {
        let row = tr(&["1", "Тренинги", "Актау", names, values, "июнь"].map(tc));
        annex(PERIOD, &[tr(&HEADER.map(tc)), row])
    };
    let names = "Количественные:\nКоличество тренингов\nКачественные показатели:\nУровень удовлетворенности";
    for values in ["5\n80%", "Количественные:\n5\nКачественные показатели:\n80%"]
    {
        let read = of(names, values);
        assert_eq!(
            told(&read),
            [
                "Тренинги (Актау; 2024-06-01–2024-06-30): Количество тренингов = 5, Уровень удовлетворенности = 80%"
            ]
        );
        assert!(!codes(&read).iter().any(|code| matches!(*code, "ANX101" | "ANX103")), "{values}");
        assert_eq!(read.plan.unread.first().unwrap().text, "Количественные:");
    }
    // What the lines below are of is asked about.
    let read = of("Участники, в том числе:\nженщины\nмужчины", "50\n50");
    assert!(codes(&read).contains(&"ANX101"));
}

#[test]
fn values_without_a_column_stand_behind_the_names() {
    let heading = ["№", "Мероприятие", "Место проведения", "Индикаторы", "Срок исполнения"];
    let of = |names: &str| {
        let row = tr(&["1", "Тренинги", "Актау", names, "июнь"].map(tc));
        annex(PERIOD, &[tr(&heading.map(tc)), row])
    };
    let read = of("Количество тренингов – 5\nКоличество участников – не менее 100");
    assert_eq!(
        told(&read),
        [
            "Тренинги (Актау; 2024-06-01–2024-06-30): Количество тренингов = 5, Количество участников = не менее 100"
        ]
    );
    assert!(codes(&read).contains(&"ANX117") && !codes(&read).contains(&"ANX109"));
    let read = of("Количество тренингов – 5\nУдовлетворенность высокая");
    assert!(codes(&read).contains(&"ANX109") && !codes(&read).contains(&"ANX117"));
}

#[test]
fn a_period_may_begin_with_the_contract() {
    let row = tr(&["1", "Тренинги", "Актау", "Тренинги", "5", "июнь"].map(tc));
    let of = |period: &str| {
        let read = annex(period, &[tr(&HEADER.map(tc)), row.clone()]);
        let days = read.plan.period.map(|days| format!("{}–{}", days.start, days.end));
        let codes = codes(&read);
        (days, codes.contains(&"ANX116"), codes.contains(&"ANX108"))
    };
    let begun = |end: &str| (Some(format!("2024-03-15–{end}")), true, false);
    for period in [
        "с момента подписания договора до 30 ноября 2024 года",
        "со дня заключения Договора по 30 ноября 2024 года",
        "с момента подписания договора по ноябрь 2024",
        "до 30 ноября 2024 года",
        "шарт жасалған күннен бастап 2024 жылғы 30 қарашаға дейін",
    ] {
        assert_eq!(of(period), begun("2024-11-30"), "{period}");
    }
    for period in ["12 месяцев, апрель 2024 - март 2025 гг.", "апрель 2024 - март 2025, 12 месяцев"]
    {
        assert_eq!(of(period), (Some("2024-04-01–2025-03-31".into()), false, false), "{period}");
    }
    for period in [
        "10 месяцев, апрель 2024 - март 2025 гг.",
        "до 30 ноября 2023 года",
        "с момента подписания договора",
        "с момента подписания акта до 30 ноября 2024 года",
    ] {
        assert_eq!(of(period), (None, false, true), "{period}");
    }
}

#[test]
fn working_time_within_a_range_is_no_percent() {
    let team = |share: &str| {
        let heading = ["ФИО", "Должность", "Контактные данные", "Обязанности", "Занятость в проекте"];
        let person = ["Первый Сотрудник", "Руководитель", "8 700 000 00 01", "Руководство", share];
        let rows = [tr(&heading.map(tc)), tr(&person.map(tc))];
        let row = tr(&["1", "Тренинги", "Актау", "Тренинги", "5", "июнь"].map(tc));
        let body = [
            p("II БЛОК"),
            tbl(&rows),
            p("III БЛОК"),
            p("Задача 1. Обучить"),
            tbl(&[tr(&HEADER.map(tc)), row]),
        ];
        let read = read(&with_body(&body.concat()));
        let percent = read.plan.team.staff.first().unwrap().workload_percent;
        (percent.map(|percent| percent.to_string()), codes(&read).contains(&"ANX108"))
    };
    for words in ["40-50%", "от 40 до 50%", "до 50%", "не менее 40%"] {
        assert_eq!(team(words), (None, true), "{words}");
    }
    for words in ["40%", "40 процентов", "40 % (0,4 ставки)"] {
        assert_eq!(team(words), (Some("40".into()), false), "{words}");
    }
}
