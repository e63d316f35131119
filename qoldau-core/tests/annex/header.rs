//! Which rows are headings and which are data: a row taken for a heading is a promise lost.

use crate::support::{
    activity, codes, header, lines, merged, merged_on, p, read, task, tbl, tc, tc_with, tr, with_body,
};

/// The heading row of a Russian table of activities.
const RUSSIAN: [&str; 6] = [
    "№",
    "Мероприятие (краткое описание мероприятия)",
    "Место проведения",
    "Количественные и качественные показатели",
    "Планируемые индикаторы",
    "Срок исполнения",
];

/// What was read of a Russian table with these rows under its heading: titles with their lines, and the codes told.
fn of_rows(rows: &[[&str; 6]]) -> (Vec<String>, Vec<String>) {
    let rows: Vec<String> = std::iter::once(&RUSSIAN).chain(rows).map(|cells| tr(&cells.map(tc))).collect();
    let read = read(&with_body(&[p("Задача 1. Обучить"), tbl(&rows)].concat()));
    (told(&read.plan), codes(&read).into_iter().map(str::to_owned).collect())
}

/// Titles of activities, each with its lines.
fn told(plan: &qoldau_core::plan::Plan) -> Vec<String> {
    plan.activities()
        .map(|(_, activity)| format!("{}: {}", activity.title, lines(activity).join(", ")))
        .collect()
}

#[test]
fn a_row_of_an_activity_merged_over_rows_is_no_second_heading() {
    let first = tr(&[
        merged("1"),
        merged("Тренинги"),
        merged("г. Актау"),
        tc("Количество мероприятий"),
        tc("3 мероприятия"),
        merged("июнь"),
    ]);
    let further = |name: &str, value: &str| {
        tr(&[merged_on(), merged_on(), merged_on(), tc(name), tc(value), merged_on()])
    };
    let rows = [
        tr(&RUSSIAN.map(tc)),
        first,
        further("Фото мероприятия", "5 с каждого мероприятия"),
        further("Количество участников", "100"),
        further("Показатель качества мероприятия", "по плану"),
        further("Уровень удовлетворенности", "80%"),
    ];
    let read = read(&with_body(&[p("Задача 1. Обучить"), tbl(&rows)].concat()));
    assert_eq!(
        lines(activity(&read.plan)),
        [
            "Количество мероприятий = 3 мероприятия",
            "Фото мероприятия = 5 с каждого мероприятия",
            "Количество участников = 100",
            "Показатель качества мероприятия = по плану",
            "Уровень удовлетворенности = 80%",
        ]
    );
}

#[test]
fn a_second_floor_stands_right_under_its_heading() {
    // What a promise may look like is a floor only where it divides a heading.
    let wide = |text: &str| tc_with("<w:gridSpan w:val=\"2\"/>", &p(text));
    let upper = tr(&[merged("№"), merged("Мероприятие"), wide("Индикаторы"), merged("Срок")]);
    let data = tr(&["1", "Обучение", "Фото\nВидео", "1\n2", "июнь"].map(tc));
    for (name, value) in [
        ("Наименование показателя", "Плановое значение"),
        ("Наименование", "План"),
        ("Атауы", "Жоспар"),
        ("Показатель", "Кол-во"),
    ] {
        let lower = tr(&[merged_on(), merged_on(), tc(name), tc(value), merged_on()]);
        let body = [p("Задача 1. Обучить"), tbl(&[upper.clone(), lower, data.clone()])].concat();
        let read = read(&with_body(&body));
        assert_eq!(lines(activity(&read.plan)), ["Фото = 1", "Видео = 2"], "{name}, {value}");
    }
    // The same typed into a row without merged cells.
    let upper = tr(&[tc("№"), tc("Мероприятие"), wide("Индикаторы"), tc("Срок")]);
    let lower = tr(&["", "", "Наименование показателя", "Плановое значение", ""].map(tc));
    let read = read(&with_body(&[p("Задача 1. Обучить"), tbl(&[upper, lower, data])].concat()));
    assert_eq!(lines(activity(&read.plan)), ["Фото = 1", "Видео = 2"]);
    assert_eq!(activity(&read.plan).title, "Обучение");
}

#[test]
fn a_row_of_data_without_a_number_is_no_heading() {
    let seminars = ["", "Семинары", "г. Актау", "Письма", "5", "июль"];
    for (row, expected) in [
        (
            ["", "Проведение мероприятий", "г. Актау", "План работы", "утвержден", "июнь"],
            "Проведение мероприятий: План работы = утвержден",
        ),
        (
            ["", "Съемка ролика", "г. Актау", "Качественные видео", "согласно плану", "июнь"],
            "Съемка ролика: Качественные видео = согласно плану",
        ),
        (
            ["", "Мероприятия", "г. Актау", "Показатель качества", "запланирован", ""],
            "Мероприятия: Показатель качества = запланирован",
        ),
        (
            ["", "Посты", "г. Актау", "Показатель удовлетворенности", "не менее 80 % согласно плану", "июнь"],
            "Посты: Показатель удовлетворенности = не менее 80 % согласно плану",
        ),
    ] {
        for rows in [[row, seminars], [seminars, row]] {
            let (read, _) = of_rows(&rows);
            assert!(read.contains(&expected.to_owned()), "{read:?}");
            assert!(read.contains(&"Семинары: Письма = 5".to_owned()), "{read:?}");
        }
    }
}

#[test]
fn a_row_of_data_under_the_title_of_a_task_is_no_heading() {
    let titled = |title: &str| tr(&[tc_with(r#"<w:gridSpan w:val="6"/>"#, &p(title))]);
    let row = tr(&["", "Іс-шараларды ұйымдастыру", "Ақтау", "Жұмыс жоспары", "бекітілген", "маусым"].map(tc));
    let first = tr(&["1.", "Қолдау", "Ақтау", "Фото", "1", "Маусым"].map(tc));
    let expected = ["Қолдау: Фото = 1", "Іс-шараларды ұйымдастыру: Жұмыс жоспары = бекітілген"];
    let within = task(&[first.clone(), titled("2-міндет. Оқыту"), row.clone()]);
    assert_eq!(told(&read(&with_body(&within)).plan), expected);
    let apart =
        [task(std::slice::from_ref(&first)), p("2-міндет. Оқыту"), tbl(std::slice::from_ref(&row))].concat();
    assert_eq!(told(&read(&with_body(&apart)).plan), expected);
    let goes_on = [task(&[first]), p(""), tbl(&[row])].concat();
    assert_eq!(told(&read(&with_body(&goes_on)).plan), expected);
}

#[test]
fn a_heading_typed_again_is_a_heading() {
    let first = ["1", "Тренинги", "г. Актау", "Письма", "5", "июнь"];
    let further = ["", "", "", "Посты", "6", ""];
    let (read_rows, told_codes) = of_rows(&[first, RUSSIAN, further]);
    assert_eq!(read_rows, ["Тренинги: Письма = 5, Посты = 6"]);
    assert!(!told_codes.contains(&"ANX105".to_owned()));
    // The same columns in other words: it may be a promise, and its words are kept.
    let other = ["", "Мероприятия", "Место проведения", "Качественные показатели", "План", "Срок"];
    let (read_rows, told_codes) = of_rows(&[first, other, further]);
    assert_eq!(read_rows, ["Тренинги: Письма = 5, Посты = 6"]);
    assert!(told_codes.contains(&"ANX105".to_owned()));
}

#[test]
fn a_heading_under_a_title_may_have_other_columns() {
    let row = |name: &str| tr(&["1.", "Қолдау", "Ақтау", name, "1", "Маусым"].map(tc));
    let other =
        tr(&["№", "Іс-шара", "Байланыс арналары", "Индикаторлар", "Жоспар", "Мерзімі", "Бюджет"].map(tc));
    let further = tr(&["1.", "Посттар", "Facebook", "Пост", "6", "Маусым", "100"].map(tc));
    let fewer = tr(&["Іс-шара", "Көрсеткіштер", "Нәтиже"].map(tc));
    let of_fewer = tr(&["Кеңес беру", "Хаттар", "7"].map(tc));
    let body = [
        task(&[row("Фото")]),
        p("2-міндет. Ақпарат"),
        tbl(&[other, further]),
        p("3-міндет. Кеңес"),
        tbl(&[fewer, of_fewer]),
        p("4-міндет. Қолдау"),
        tbl(&[header(), row("Видео")]),
    ];
    assert_eq!(
        told(&read(&with_body(&body.concat())).plan),
        ["Қолдау: Фото = 1", "Посттар: Пост = 6", "Кеңес беру: Хаттар = 7", "Қолдау: Видео = 1"]
    );
}

#[test]
fn a_heading_of_fewer_known_words_is_told_unless_rows_are_numbered_in_it() {
    let first = task(&[tr(&["1.", "Қолдау", "Ақтау", "Фото", "1", "Маусым"].map(tc))]);
    let row = tr(&["1.", "Посттар", "Facebook", "Пост", "6", "Маусым"].map(tc));
    for (number, told) in [("№", false), ("", true)] {
        let other = tr(&[number, "Іс-шара", "Байланыс арналары", "Көрсеткіштер", "Нәтиже", "Уақыты"].map(tc));
        let body = [first.clone(), p("2-міндет. Ақпарат"), tbl(&[other, row.clone()])].concat();
        let read = read(&with_body(&body));
        assert_eq!(read.plan.tasks[1].activities.len(), 1);
        assert_eq!(codes(&read).contains(&"ANX105"), told, "{number}");
    }
}

#[test]
fn a_text_has_rows_of_data_without_numbers_too() {
    let heading = "\t\n\tІс-шара (қысқаша сипаттамасы)\n\tӨткізілу орны\n\tСандық және сапалық көрсеткіштер\n\tЖоспарланып отырған индикаторлар\n\tОрындау мерзімі\n\n";
    let rows = "\t\n\tІс-шараларды ұйымдастыру\n\tАқтау\n\tЖұмыс жоспары\n\tбекітілген\n\tмаусым\n\n\t\n\tСеминар\n\tАқтау\n\tХаттар\n\t5\n\tшілде\n\n";
    let text = format!("III БЛОК\n\n\t1 міндет. Оқыту\n\n{heading}{rows}{heading}{rows}IV БЛОК\n");
    let read = read(text.as_bytes());
    let once = ["Іс-шараларды ұйымдастыру: Жұмыс жоспары = бекітілген", "Семинар: Хаттар = 5"];
    assert_eq!(told(&read.plan), [once, once].concat());
}

/// What was read of a table whose headings are these, over a row of these cells, and the words that were left.
fn of_months(headings: &[&str], row: &[&str]) -> (Vec<String>, Vec<String>) {
    let rows = [headings, row].map(|cells| tr(&cells.iter().map(|cell| tc(cell)).collect::<Vec<_>>()));
    let read = read(&with_body(&[p("Задача 1. Обучить"), tbl(&rows)].concat()));
    let left = read.plan.unread.iter().map(|words| words.text.clone()).collect();
    (told(&read.plan), left)
}

#[test]
fn a_month_among_months_is_no_planned_value() {
    let (lines, left) = of_months(
        &["№", "Мероприятие", "Показатели", "Июнь", "Июль", "Август", "Всего"],
        &["1", "Обучение", "Тренинги", "1", "2", "2", "5"],
    );
    assert_eq!(lines, ["Обучение: Тренинги = 5"]);
    assert_eq!(left, ["1", "2", "2"]);
    let (lines, _) = of_months(
        &["№", "Іс-шара", "Көрсеткіштер", "Маусым", "Шілде", "Барлығы"],
        &["1", "Оқыту", "Тренинг саны", "1", "2", "3"],
    );
    assert_eq!(lines, ["Оқыту: Тренинг саны = 3"]);
}

#[test]
fn months_without_a_total_leave_the_line_without_a_value() {
    let (lines, left) = of_months(
        &["№", "Мероприятие", "Показатели", "Июнь", "Июль", "Срок"],
        &["1", "Обучение", "Тренинги", "1", "2", "июль"],
    );
    assert_eq!(lines, ["Обучение: Тренинги = "]);
    assert_eq!(left, ["1", "2"]);
}

#[test]
fn the_length_and_the_months_of_a_period_are_one() {
    let period = |words: &str| {
        let body = [
            p("I БЛОК"),
            p("Цель проекта: Обучить"),
            p(&format!("Срок реализации проекта: {words}")),
            p("Задача 1. Обучить"),
            tbl(&[tr(&RUSSIAN.map(tc)), tr(&["1", "Тренинг", "Актау", "Тренинги", "2", "Июнь"].map(tc))]),
        ];
        let read = read(&with_body(&body.concat()));
        let days = read.plan.period.map(|days| format!("{}..{}", days.start, days.end));
        (days, codes(&read).into_iter().map(str::to_owned).collect::<Vec<_>>())
    };
    let half_year = Some("2024-05-01..2024-10-31".to_owned());
    assert_eq!(period("6 ай (мамыр-қазан 2024)").0, half_year);
    assert_eq!(period("май-октябрь 2024 (6 месяцев)").0, half_year);
    // Five months are no six: nobody guesses which of the two is meant.
    let (none, told) = period("6 месяцев (май – сентябрь 2024)");
    assert_eq!(none, None);
    // «Июнь» lacks nothing but the year of the period: one cause, one finding.
    assert!(told.contains(&"ANX108".into()) && !told.contains(&"ANX104".into()), "{told:?}");
}

#[test]
fn an_unread_deadline_is_told_at_its_own_cell() {
    let row = ["1", "Тренинг", "Актау", "Тренинги", "2", "по графику"];
    let rows = [tr(&RUSSIAN.map(tc)), tr(&row.map(tc))];
    let read = read(&with_body(&[p("Задача 1. Обучить"), tbl(&rows)].concat()));
    let finding = read.findings.iter().find(|finding| finding.code == "ANX104").unwrap();
    assert!(
        matches!(finding.place, qoldau_core::finding::Place::Cell { row: 1, column: 5, .. }),
        "{:?}",
        finding.place
    );
}
