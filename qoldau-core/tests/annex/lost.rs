//! What was lost or altered without a word: each case is one that happened.

use qoldau_core::annex::AnnexRead;
use qoldau_core::plan::{Accumulation, Bound, TargetRule};

use crate::support::{
    activity, codes, header, lines, merged, merged_on, p, read, task, tbl, tc, tc_with, tr, with_body,
    with_lines,
};

/// The numbered row of an activity.
fn row(number: &str, title: &str, names: &str, values: &str) -> String {
    tr(&[number, title, "Ақтау", names, values, "Маусым"].map(tc))
}

/// Titles of activities, each with its lines.
fn told(read: &AnnexRead) -> Vec<String> {
    let said = |(_, activity): (_, &qoldau_core::plan::Activity)| {
        format!("{}: {}", activity.title, lines(activity).join(", "))
    };
    read.plan.activities().map(said).collect()
}

/// The texts of the targets of the one line whose value cell holds these runs.
fn value_of(runs: &str) -> (Vec<String>, AnnexRead) {
    let value = format!("<w:tc><w:p>{runs}</w:p></w:tc>");
    let row = tr(&[tc("1."), tc("Қолдау"), tc("Ақтау"), tc("Хаттар"), value, tc("Маусым")]);
    let read = read(&with_body(&task(&[row])));
    (lines(activity(&read.plan)), read)
}

fn run(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr><w:b/>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

#[test]
fn a_table_goes_on_below_the_signatures_of_a_page() {
    let signed = "Грант беруші ____________   Грант алушы ____________";
    let first = task(&[row("1.", "Қолдау", "Хаттар", "5")]);
    let on = [row("2.", "Семинар", "Қатысушылар саны", "100"), row("3.", "Пост", "Посттар", "20")];
    let all = ["Қолдау: Хаттар = 5", "Семинар: Қатысушылар саны = 100", "Пост: Посттар = 20"];
    let signatures = [
        p(signed),
        tbl(&[tr(&["Грант беруші ______", "Грант алушы ______"].map(tc))]),
        tbl(&[tr(&["Грант беруші", "Грант алушы"].map(tc)), tr(&["________", "________"].map(tc))]),
    ];
    for signatures in signatures {
        for heading in [vec![], vec![header()]] {
            let more = tbl(&[heading, on.to_vec()].concat());
            let body = [p("III БЛОК"), first.clone(), signatures.clone(), more, signatures.clone()].concat();
            let read = read(&with_body(&body));
            assert_eq!(told(&read), all, "{signatures}");
            assert!(!codes(&read).contains(&"ANX105"), "{:?}", read.findings);
        }
    }
}

#[test]
fn a_text_goes_on_below_the_signatures_of_a_page() {
    let heading = "\t№\n\tІс-шара\n\tӨткізілу орны\n\tСандық және сапалық көрсеткіштер\n\tЖоспарланып отырған индикаторлар\n\tОрындау мерзімі\n\n";
    let row = |number, title, name, value| {
        format!("\t{number}.\n\t{title}\n\tАқтау\n\t{name}\n\t{value}\n\tмаусым\n\n")
    };
    let (first, second) = (row(1, "Қолдау", "Хаттар", 5), row(2, "Семинар", "Қатысушылар саны", 100));
    let signed = "Грант беруші ______\n\t\tТөраға ______\n\n";
    for heading_again in ["", heading] {
        let text = format!(
            "III БЛОК\n\n\t1 міндет. Оқыту\n\n{heading}{first}{signed}{heading_again}{second}{signed}"
        );
        let read = read(text.as_bytes());
        assert_eq!(told(&read), ["Қолдау: Хаттар = 5", "Семинар: Қатысушылар саны = 100"], "{heading_again}");
        assert!(!codes(&read).contains(&"ANX105"));
    }
}

#[test]
fn what_is_no_signature_is_told() {
    let first = task(&[row("1.", "Қолдау", "Хаттар", "5")]);
    for (after, told) in [
        (p("Ескерту: 60 адам ауылдан"), true),
        (p("Нәтиже мен мәдениет: 5 культура іс-шарасы"), true),
        (tbl(&[tr(&["Семинар", "Ақтау", "Жоспар", "бекітілген"].map(tc))]), true),
        (tbl(&[tr(&["", "", "", "Жұмыс жоспары", "", ""].map(tc))]), true),
        (p("«30» сәуір 2024 жыл"), false),
        (p("130000, Ақтау қаласы, 12 шағын аудан, 5 үй"), false),
        (tbl(&[tr(&["Төраға", "_______", "Т. Төраға"].map(tc))]), false),
        (p("Тел.: 8 700 000 00 01"), false),
    ] {
        let body = [p("III БЛОК"), first.clone(), p("Қосымшамен таныстым және келісемін:"), after.clone()];
        let read = read(&with_body(&body.concat()));
        assert_eq!(codes(&read).contains(&"ANX105"), told, "{after}");
        assert!(read.plan.unread.is_empty(), "signatures are never kept");
    }
}

#[test]
fn what_is_struck_out_is_no_part_of_the_number_and_is_told() {
    for strike in ["<w:strike/>", "<w:vanish/>", "<w:dstrike w:val=\"true\"/>", "<w:strike w:val=\"1\"/>"] {
        let (found, read) = value_of(&[run(strike, "100"), run("", "150")].concat());
        assert_eq!(found, ["Хаттар = 150"]);
        let told = read.findings.iter().filter(|finding| finding.code == "ANX113").count();
        assert_eq!(told, 1, "{strike}");
    }
    let (found, read) =
        value_of(&[run("<w:strike w:val=\"0\"/>", "1"), run("<w:dstrike w:val=\"false\"/>", "50")].concat());
    assert_eq!(found, ["Хаттар = 150"]);
    assert!(!codes(&read).contains(&"ANX113"));
    // Runs of the same properties again and again.
    let struck = [run("<w:strike/>", "1"), run("<w:strike/>", "2"), run("", "3"), run("", "4")].concat();
    assert_eq!(value_of(&struck).0, ["Хаттар = 34"]);
    let (found, read) = value_of(&run("<w:strike/>", "100"));
    assert_eq!(found, ["Хаттар = "]);
    assert!(codes(&read).contains(&"ANX113") && codes(&read).contains(&"ANX109"));
    // A mark of a paragraph that is struck out, and properties from before a change, say nothing of the words.
    let marked = "<w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>";
    let changed =
        "<w:r><w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>7</w:t></w:r>";
    assert_eq!(value_of(&[marked, changed].concat()).0, ["Хаттар = 7"]);
}

#[test]
fn digits_above_or_below_the_line_are_no_digits_of_the_number() {
    for (align, expected) in [("superscript", "5¹"), ("subscript", "5₁"), ("baseline", "51")] {
        let (found, read) =
            value_of(&[run("", "5"), run(&format!("<w:vertAlign w:val=\"{align}\"/>"), "1")].concat());
        assert_eq!(found, [format!("Хаттар = {expected}")]);
        assert_eq!(codes(&read).contains(&"ANX103"), align != "baseline", "{align}");
    }
}

#[test]
fn notes_are_told_for_they_are_not_read() {
    let (found, read) = value_of(&[&run("", "5"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"].concat());
    assert_eq!(found, ["Хаттар = 5"]);
    assert_eq!(codes(&read).iter().filter(|code| **code == "ANX115").count(), 1);
}

#[test]
fn equations_and_signs_of_the_symbol_font_are_read() {
    const M: &str = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    let equation = |inner: &str| {
        let cell = format!(
            "<w:tc><w:p><m:oMath xmlns:m=\"{M}\">{inner}</m:oMath><w:r><w:t>80%</w:t></w:r></w:p></w:tc>"
        );
        let row = tr(&[tc("1."), tc("Қолдау"), tc("Ақтау"), tc("Қанағаттану деңгейі"), cell, tc("Маусым")]);
        lines(activity(&read(&with_body(&task(&[row]))).plan))
    };
    let r = |text: &str| format!("<m:r><w:rPr><w:b/></w:rPr><m:t>{text}</m:t></m:r>");
    assert_eq!(equation(&r("≥")), ["Қанағаттану деңгейі = ≥80%"]);
    let fraction = format!("<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f>", r("1"), r("2"));
    assert_eq!(equation(&fraction), ["Қанағаттану деңгейі = 1/280%"]);
    let power = format!("<m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup>", r("5"), r("2"));
    assert_eq!(equation(&power), ["Қанағаттану деңгейі = 5²80%"]);
    let sign = "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>";
    assert_eq!(value_of(&[sign, &run("", "5")].concat()).0, ["Хаттар = ≥5"]);
    let ornament = "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0B3\"/></w:r>";
    assert_eq!(value_of(&[ornament, &run("", "5")].concat()).0, ["Хаттар = 5"]);
}

/// Rows of one activity merged downwards.
fn rows_of(cells: &[(&str, &str)]) -> AnnexRead {
    let row = |(index, (names, values)): (usize, &(&str, &str))| {
        let merge = |text: &str| if index == 0 { merged(text) } else { merged_on() };
        tr(&[merge("1."), merge("Қолдау"), merge("Ақтау"), tc(names), tc(values), merge("Маусым")])
    };
    read(&with_body(&task(&cells.iter().enumerate().map(row).collect::<Vec<_>>())))
}

#[test]
fn rows_with_unlike_lists_are_not_paired_across() {
    let read = rows_of(&[
        ("Мектептерге хаттар\nжәне колледждерге", "7"),
        ("Посттар", "2 Facebook\n3 Instagram"),
        ("Видео", "1"),
    ]);
    assert!(codes(&read).contains(&"ANX101"));
    let found = lines(activity(&read.plan));
    assert!(found.contains(&"Видео = 1".to_owned()), "{found:?}");
    assert!(
        found.iter().any(|line| line.starts_with("Мектептерге хаттар") && line.ends_with("= 7")),
        "{found:?}"
    );
    assert!(!found.iter().any(|line| line.starts_with("Посттар") && line.ends_with("= 3")), "{found:?}");
    assert_eq!(activity(&read.plan).unpaired.as_ref().unwrap().names.len(), 4);
}

#[test]
fn a_list_divided_over_the_page_is_one() {
    for rows in [
        vec![("Фото\nВидео", "5\n1\n2"), ("Есеп", "")],
        vec![("Фото\nВидео\nЕсеп", "5"), ("", "1\n2")],
        vec![("Фото\nВидео", "5\n1\n2"), ("", ""), ("Есеп", "")],
        vec![("", "5\n1\n2"), ("Фото\nВидео\nЕсеп", "")],
        vec![("Фото", "5"), ("Видео\nЕсеп", "1\n2")],
    ] {
        let read = rows_of(&rows);
        assert_eq!(lines(activity(&read.plan)), ["Фото = 5", "Видео = 1", "Есеп = 2"], "{rows:?}");
        assert!(!codes(&read).contains(&"ANX101"), "{rows:?}");
    }
    // A name without a value in its row is asked about, not given the next row's.
    let read = rows_of(&[("Фото", "5"), ("Видео", ""), ("Есеп", "1\n2")]);
    assert!(codes(&read).contains(&"ANX101"));
}

#[test]
fn two_indicators_in_one_name_are_two_lines_or_asked_about() {
    let of = |names: &str, values: &str| {
        let read = read(&with_lines(names, values));
        (lines(activity(&read.plan)), codes(&read).contains(&"ANX114"))
    };
    assert_eq!(
        of("Тренингтер саны; қатысушылар саны\nФото", "3; 60\n5"),
        (vec!["Тренингтер саны = 3".into(), "қатысушылар саны = 60".into(), "Фото = 5".into()], false)
    );
    assert_eq!(
        of("Тренингтер мен қатысушылар", "3; 60"),
        (vec!["Тренингтер мен қатысушылар = 3 + 60".into()], true)
    );
    assert_eq!(
        of("Тізім (ТАӘ; қолы); есеп", "1; 2"),
        (vec!["Тізім (ТАӘ; қолы) = 1".into(), "есеп = 2".into()], false)
    );
    assert_eq!(of("Насихаттау", "2 пост, 7 хат"), (vec!["Насихаттау = 2 пост + 7 хат".into()], false));
}

#[test]
fn a_tab_between_numbers_is_wider_than_the_space_within_one() {
    let (found, read) = value_of("<w:r><w:t>100</w:t><w:tab/><w:t>200</w:t></w:r>");
    assert_eq!(found, ["Хаттар = 100  200"]);
    assert!(codes(&read).contains(&"ANX103"));
}

#[test]
fn a_title_merged_with_its_number_is_a_title() {
    let first = tc_with("<w:gridSpan w:val=\"2\"/>", &p("1. Қолдау"));
    let rows = [
        tr(&[first, tc("Ақтау"), tc("Хаттар"), tc("5"), tc("Маусым")]),
        tr(&["Қосымша жұмыс", "Семинар", "Ақтау", "Фото", "7", "Маусым"].map(tc)),
    ];
    let read = read(&with_body(&task(&rows)));
    assert_eq!(told(&read), ["1. Қолдау: Хаттар = 5", "Семинар: Фото = 7"]);
    assert_eq!(read.plan.unread[0].text, "Қосымша жұмыс", "more than a number is kept");
}

#[test]
fn a_task_beside_the_number_of_its_row_is_a_task() {
    let rows = [
        header(),
        tr(&["1", "1-міндет. Қолдау", "", "", "", ""].map(tc)),
        row("1.1", "Кеңес", "Хаттар", "5"),
        tr(&["2", "2-міндет. Оқыту", "", "", "", ""].map(tc)),
        row("2.1", "Семинар", "Фото", "7"),
    ];
    let read = read(&with_body(&[p("III БЛОК"), tbl(&rows)].concat()));
    let tasks: Vec<_> =
        read.plan.tasks.iter().map(|task| (task.title.as_str(), task.activities.len())).collect();
    assert_eq!(tasks, [("Қолдау", 1), ("Оқыту", 1)]);
}

#[test]
fn indicators_of_quantity_and_of_quality_are_names_both() {
    let heading =
        tr(&["№", "Мероприятие", "Количественные показатели", "Качественные показатели", "Срок"].map(tc));
    let row = tr(&["1", "Тренинги", "Письма – 5", "Рост знаний на 20%", "июнь"].map(tc));
    let read = read(&with_body(&[p("Задача 1. Обучить"), tbl(&[heading, row])].concat()));
    assert_eq!(lines(activity(&read.plan)), ["Письма – 5 = ", "Рост знаний на 20% = "]);
    assert!(codes(&read).contains(&"ANX109"));
}

#[test]
fn a_stamp_within_a_table_ends_nothing() {
    let rows = [
        row("1.", "Қолдау", "Хаттар", "5"),
        tr(&["М.О.", "", "", "", "", ""].map(tc)),
        row("2.", "Семинар", "Фото", "7"),
    ];
    assert_eq!(told(&read(&with_body(&task(&rows)))), ["Қолдау: Хаттар = 5", "Семинар: Фото = 7"]);
}

#[test]
fn a_value_that_is_a_word_of_signatures_ends_nothing() {
    for value in ["Келісілді", "Согласовано", "Бекітемін"] {
        let read = rows_of(&[
            ("Хаттар", "5"),
            ("Жұмыс жоспары", value),
            ("Тізім (ТАӘ, қолы)", value),
            ("Видео", "1"),
        ]);
        let found = lines(activity(&read.plan));
        assert_eq!(found.len(), 4, "{found:?}");
        assert_eq!(found[1], format!("Жұмыс жоспары = {value}"));
    }
    // The names are merged, the value stands alone in its row.
    let read = rows_of(&[("Хаттар", "5"), ("", "Келісілді"), ("Видео", "1")]);
    assert!(lines(activity(&read.plan)).contains(&"Видео = 1".to_owned()));
    assert!(codes(&read).contains(&"ANX101"));
}

#[test]
fn an_account_is_no_impact() {
    let heading = tr(&["№", "Индикатор", "Өлшем бірлігі", "Жоспарланған деңгей"].map(tc));
    let first = tr(&["1", "Тікелей бенефициарлар саны", "адам", "100"].map(tc));
    let accounts = tbl(&[
        tr(&["БСН", "123456789012", "Кбе", "18"].map(tc)),
        tr(&["1", "Ақтау, 12 шағын аудан", "5 үй", "7"].map(tc)),
    ]);
    let body =
        [p("IV БЛОК"), tbl(&[heading, first]), p("Қосымшамен таныстым және келісемін:"), accounts].concat();
    let read = read(&with_body(&body));
    assert_eq!(read.plan.impact.len(), 1);
    assert!(read.plan.unread.is_empty(), "signatures are never kept");
}

#[test]
fn a_bullet_is_no_number_of_a_heading() {
    let rows = [
        row("1.", "Қолдау", "Хаттар", "5"),
        tr(&["•", "Іс-шараларды ұйымдастыру", "Ақтау", "Жұмыс жоспары", "бекітілген", "маусым"].map(tc)),
    ];
    assert_eq!(
        told(&read(&with_body(&task(&rows)))),
        ["Қолдау: Хаттар = 5", "Іс-шараларды ұйымдастыру: Жұмыс жоспары = бекітілген"]
    );
}

#[test]
fn the_impact_table_goes_on_over_the_page() {
    let heading = tr(&["№", "Индикатор", "Өлшем бірлігі", "Жоспарланған деңгей"].map(tc));
    let first = tr(&["1", "Тікелей бенефициарлар саны", "адам", "100"].map(tc));
    let on = [
        tr(&["2", "Жанама бенефициарлар саны", "адам", "1000"].map(tc)),
        tr(&["3", "Серіктестері саны", "ұйым", "4"].map(tc)),
    ];
    for between in [p(""), p("Грант беруші ______ Грант алушы ______")] {
        let body = [p("IV БЛОК"), tbl(&[heading.clone(), first.clone()]), between, tbl(&on)].concat();
        let read = read(&with_body(&body));
        let values: Vec<&str> = read.plan.impact.iter().map(|line| line.targets[0].text.as_str()).collect();
        assert_eq!(values, ["100", "1000", "4"]);
        assert!(read.plan.partners.is_empty() && read.plan.unread.is_empty());
    }
}

#[test]
fn what_was_before_and_what_came_of_it_are_no_planned_values() {
    let heading = tr(&[
        "№",
        "Мероприятие",
        "Показатель",
        "Базовое значение",
        "Плановое значение",
        "Фактическое значение",
        "Срок",
    ]
    .map(tc));
    let row = tr(&["1", "Тренинги", "Уровень знаний", "40%", "60%", "", "июнь"].map(tc));
    let read = read(&with_body(&[p("Задача 1. Обучить"), tbl(&[heading, row])].concat()));
    assert_eq!(lines(activity(&read.plan)), ["Уровень знаний = 60%"]);
    assert_eq!(read.plan.unread[0].text, "40%");
}

#[test]
fn a_number_is_as_large_as_its_unit_says_wherever_it_stands() {
    for (name, value, expected) in [
        ("Қамту, мың адам", "10", "10 мың адам"),
        ("Охват (тыс. чел.):", "10", "10 тыс. чел."),
        ("Удовлетворённость (%)", "не менее 80", "не менее 80 %"),
        ("Удовлетворённость (%)", "80 человек", "80 человек"),
        ("Удовлетворённость, %", "80", "80 %"),
        ("Доля охвата, % от общего числа", "80", "80 %"),
        ("Охват (в тыс.)", "до 15", "до 15 тыс."),
        ("Удовлетворённость, %", "80%", "80%"),
        ("Видео, фото", "5", "5"),
    ] {
        let read = read(&with_lines(name, value));
        assert_eq!(lines(activity(&read.plan)), [format!("{name} = {expected}")]);
    }
    let impact = tbl(&[
        tr(&["№", "Индикатор", "Өлшем бірлігі", "Жоспарланған деңгей"].map(tc)),
        tr(&["1", "Қамту", "мың адам", "10"].map(tc)),
        tr(&["2", "Қанағаттану", "%", "80"].map(tc)),
        tr(&["3", "Серіктестер", "ұйым", "4"].map(tc)),
    ]);
    let plan = read(&with_body(&[p("IV БЛОК"), impact].concat())).plan;
    let values: Vec<&str> = plan.impact.iter().map(|line| line.targets[0].text.as_str()).collect();
    assert_eq!(values, ["10 мың адам", "80 %", "4"]);
}

#[test]
fn a_part_of_another_file_is_told() {
    let body = [task(&[row("1.", "Қолдау", "Хаттар", "5")]), "<w:altChunk/>".to_owned()].concat();
    assert!(codes(&read(&with_body(&body))).contains(&"ANX105"));
}

#[test]
fn a_title_in_a_row_of_its_own_is_no_activity_without_lines() {
    let rows = [
        tr(&["1.", "Қолдау", "", "", "", ""].map(tc)),
        tr(&["", "", "", "Хаттар", "5", "Маусым"].map(tc)),
        tr(&["", "", "", "Фото", "7", "Шілде"].map(tc)),
    ];
    let read = read(&with_body(&task(&rows)));
    assert_eq!(told(&read), ["Қолдау: Хаттар = 5", "Қолдау: Фото = 7"]);
    assert!(read.plan.activities().all(|(_, activity)| activity.due.is_some()));
}

#[test]
fn a_table_of_signatures_of_three_columns_is_no_promise() {
    let heading = tr(&["№", "Индикатор", "Өлшем бірлігі", "Жоспарланған деңгей"].map(tc));
    let first = tr(&["1", "Тікелей бенефициарлар саны", "адам", "100"].map(tc));
    let tables = [
        [
            ["", "Грантодатель", "Грантополучатель"],
            ["Наименование", "НАО «Центр»", "ОО «Жалын»"],
            ["Подпись", "", ""],
            ["М.П.", "М.П.", "М.П."],
        ],
        [
            ["Тараптар", "Грант беруші:", "Грант алушы:"],
            ["Атауы", "«Орталық» КЕАҚ", "«Жалын PRO» ҚБ"],
            ["Қолы", "________", "________"],
            ["М.О.", "М.О.", "М.О."],
        ],
        [
            ["Лауазымы", "Т.А.Ә.", "Қолы"],
            ["Басқарма Төрағасы", "Төраға Т.", ""],
            ["Департамент директоры", "Директор Д.", "____"],
            ["Менеджер", "Менеджер М.", ""],
        ],
    ];
    for table in tables {
        for before in ["", "Қосымшамен таныстым және келісемін:"] {
            let signatures = tbl(&table.map(|row| tr(&row.map(tc))));
            let impact = tbl(&[heading.clone(), first.clone()]);
            let read = read(&with_body(&[p("IV БЛОК"), impact, p(before), signatures].concat()));
            let names: Vec<_> = read.plan.impact.iter().map(|line| line.name.as_str()).collect();
            assert_eq!(names, ["Тікелей бенефициарлар саны"]);
            assert!(read.plan.team.staff.is_empty() && read.plan.team.specialists.is_empty());
            assert!(
                !codes(&read).iter().any(|code| ["ANX103", "ANX105"].contains(code)),
                "{:?}",
                read.findings
            );
            assert!(read.plan.unread.is_empty(), "signatures are never kept");
        }
        // In a text the table of the signatures goes on below the figures; a line that opens with a tab opens no row there.
        if table[0][0].is_empty() {
            continue;
        }
        let rows = table.map(|row| row.join("\t")).join("\n");
        let text = format!(
            "IV БЛОК\n\n№\tИндикатор\tӨлшем бірлігі\tЖоспарланған деңгей\n1\tТікелей бенефициарлар саны\tадам\t100\n\n{rows}\n"
        );
        let read = read(text.as_bytes());
        assert_eq!(read.plan.impact.len(), 1, "{:?}", read.plan.impact);
        assert!(!codes(&read).iter().any(|code| ["ANX103", "ANX105"].contains(code)), "{:?}", read.findings);
    }
}

#[test]
fn followers_are_a_level_and_new_followers_are_not() {
    for (name, value, accumulation) in [
        ("Жазылушылар саны", "1000", Accumulation::Level),
        ("Количество подписчиков", "не менее 1000", Accumulation::Level),
        ("Instagram", "1000 подписчиков", Accumulation::Level),
        ("Количество новых подписчиков", "500", Accumulation::Flow),
        ("Прирост подписчиков", "500", Accumulation::Flow),
        ("Жаңа жазылушылар", "500", Accumulation::Flow),
        ("Просмотры видео", "500", Accumulation::Flow),
    ] {
        let read = rows_of(&[(name, value)]);
        assert_eq!(activity(&read.plan).indicators[0].accumulation, accumulation, "{name}");
    }
}

#[test]
fn up_to_so_much_of_what_grows_is_a_goal() {
    for (name, value, goal) in [
        ("Повышение уровня удовлетворённости", "до 80%", true),
        ("Қанағаттану деңгейін арттыру", "80%-ға дейін", true),
        ("Волонтерлер санын көбейту", "50-ге дейін", true),
        ("Увеличение числа волонтёров", "до 100", true),
        ("Повышение квалификации педагогов", "до 20 человек", false),
        ("Увеличение числа жалоб", "не более 5", false),
        ("Уровень жалоб", "до 5%", false),
        ("Снижение доли жалоб", "до 5%", false),
    ] {
        let read = rows_of(&[(name, value)]);
        let rule = &activity(&read.plan).indicators[0].targets[0].rule;
        let (TargetRule::Number { bound, .. } | TargetRule::Percent { bound, .. }) = rule else {
            panic!("{name}: {rule:?}")
        };
        assert_eq!(*bound == Bound::AtLeast, goal, "{name}: {value}");
        assert_eq!(*bound == Bound::AtMost, !goal, "{name}: {value}");
    }
}

#[test]
fn what_a_name_promises_beside_its_number_is_a_remark_of_it() {
    let target = |name: &str, value: &str| {
        let read = rows_of(&[(name, value)]);
        activity(&read.plan).indicators[0].targets[0].clone()
    };
    let all = target("Фото (не менее 5 с каждого тренинга)", "15");
    assert_eq!((all.each, all.note.as_deref()), (None, Some("не менее 5 с каждого тренинга")));
    let each = target("Фото (5 с каждого тренинга)", "5");
    assert_eq!((each.each.is_some(), each.note), (true, None));
    for (name, words) in [
        ("Количество участников на одном тренинге", Some("на одном тренинге")),
        ("Бір тренингке қатысушылар саны", Some("Бір тренингке")),
        ("Количество участников каждого тренинга", None),
        ("Бір шара өткізу", None),
    ] {
        assert_eq!(target(name, "25").note.as_deref(), words, "{name}");
    }
}

#[test]
fn a_mean_is_not_summed() {
    for (name, value, accumulation) in [
        ("Средний балл удовлетворённости", "не ниже 4,5", Accumulation::Level),
        ("Орташа баға", "4,5", Accumulation::Level),
        ("Средний процент удовлетворённости", "не ниже 80%", Accumulation::Ratio),
        ("Уровень удовлетворённости", "80%", Accumulation::Ratio),
    ] {
        let read = rows_of(&[(name, value)]);
        assert_eq!(activity(&read.plan).indicators[0].accumulation, accumulation, "{name}");
    }
}
