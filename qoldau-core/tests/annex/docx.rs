//! Word's own ways of writing: runs, breaks, marks, changes, fields, text boxes, merged cells, nested tables.

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::plan::{Due, TaskKind};

use crate::support::{
    W, activity, codes, docx, fixture, header, lines, p, ps, read, real_annex, task, tbl, tc, tc_with, tr,
    with_body, with_lines,
};

/// The lines of the one activity whose names cell has this content; its values are 1, 2, 3 …
fn names_of(content: &str, count: usize) -> Vec<String> {
    let values: Vec<String> = (1..=count).map(|value| value.to_string()).collect();
    let row = tr(&[
        tc("1."),
        tc("Қолдау көрсету"),
        tc("Ақтау"),
        format!("<w:tc>{content}</w:tc>"),
        tc(&values.join("\n")),
        tc("Маусым"),
    ]);
    let read = read(&with_body(&task(&[row])));
    let names = activity(&read.plan).indicators.iter().map(|line| line.name.clone()).collect();
    assert!(activity(&read.plan).unpaired.is_none(), "{names:?}");
    names
}

#[test]
fn a_word_split_into_runs_is_one_word() {
    let split = "<w:p><w:r><w:t>Қаты</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>су</w:t></w:r><w:proofErr/><w:r><w:t xml:space=\"preserve\">шылар саны</w:t></w:r></w:p>";
    assert_eq!(names_of(split, 1), ["Қатысушылар саны"]);
}

#[test]
fn breaks_tabs_and_hyphens_are_read_as_what_they_show() {
    let marks = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs></w:pPr><w:r><w:t>Іс</w:t><w:noBreakHyphen/><w:t>шарадан</w:t><w:tab/><w:t>фо</w:t><w:softHyphen/><w:t>то</w:t><w:br/><w:t>Ви\u{ad}део</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>";
    assert_eq!(names_of(marks, 2), ["Іс-шарадан фото", "Видео"]);
}

#[test]
fn insertions_are_taken_and_deletions_dropped_and_the_reader_is_told() {
    let changes = concat!(
        "<w:p><w:r><w:t xml:space=\"preserve\">Фото </w:t></w:r>",
        "<w:del w:id=\"1\"><w:r><w:delText>ескі</w:delText><w:t>қате</w:t></w:r></w:del>",
        "<w:ins w:id=\"2\"><w:r><w:t>жаңа</w:t></w:r></w:ins></w:p>",
        "<w:moveFrom><w:p><w:r><w:t>кетті</w:t></w:r></w:p></w:moveFrom>",
        "<w:moveTo><w:p><w:r><w:t>Келді</w:t></w:r></w:p></w:moveTo>",
    );
    assert_eq!(names_of(changes, 2), ["Фото жаңа", "Келді"]);
    let read = read(&with_lines("Фото", "1"));
    assert!(!codes(&read).contains(&"ANX111"));
    let deleted_row = "<w:tr><w:trPr><w:del w:id=\"3\"/></w:trPr><w:tc><w:p><w:r><w:t>Жойылған</w:t></w:r></w:p></w:tc></w:tr>";
    let rows = [tr(&["1.", "Қолдау", "Ақтау", "Фото", "1", "Маусым"].map(tc)), deleted_row.into()];
    let read = crate::support::read(&with_body(&task(&rows)));
    assert!(codes(&read).contains(&"ANX111"));
    assert!(read.plan.unread.is_empty());
    assert_eq!(lines(activity(&read.plan)), ["Фото = 1"]);
}

#[test]
fn a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() {
    let joined = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Қатысушылар </w:t></w:r></w:p><w:p><w:r><w:t>саны</w:t></w:r></w:p>";
    assert_eq!(names_of(joined, 1), ["Қатысушылар саны"]);
}

#[test]
fn links_fields_and_content_controls_show_their_text_only() {
    let wrapped = concat!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/><w:placeholder/></w:sdtPr><w:sdtContent><w:p>",
        "<w:hyperlink><w:r><w:t xml:space=\"preserve\">Пост </w:t></w:r></w:hyperlink>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:fldSimple w:instr=\"X\"><w:r><w:t>саны</w:t></w:r></w:fldSimple>",
        "<w:smartTag><w:r><w:t xml:space=\"preserve\"> бар</w:t></w:r></w:smartTag><w:r><w:footnoteReference w:id=\"1\"/></w:r>",
        "</w:p></w:sdtContent></w:sdt>",
    );
    assert_eq!(names_of(wrapped, 1), ["Пост саны бар"]);
}

#[test]
fn the_prompt_of_a_control_that_nobody_filled_in_is_no_value() {
    let control = |properties: &str, content: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:id w:val=\"1\"/>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )
    };
    let prompt = "<w:showingPlcHdr/>";
    let of_value = |cell: String| {
        let row = tr(&[tc("1."), tc("Қолдау"), tc("Ақтау"), tc("Хаттар"), cell, tc("Маусым")]);
        let read = read(&with_body(&task(&[row])));
        let told = codes(&read).contains(&"ANX113");
        (lines(activity(&read.plan)), told)
    };
    let run = "<w:r><w:t>Мәтін енгізу орны 1</w:t></w:r>";
    let unfilled = (vec!["Хаттар = ".to_owned()], true);
    let in_cell = |content: String| format!("<w:tc><w:p>{content}</w:p></w:tc>");
    assert_eq!(of_value(in_cell(control(prompt, run))), unfilled);
    assert_eq!(of_value(control(prompt, &tc("Мәтін енгізу орны 1"))), unfilled);
    let five = "<w:r><w:t>5</w:t></w:r>";
    for content in [
        control("", five),
        control("<w:showingPlcHdr w:val=\"false\"/>", five),
        format!("{}{five}", control(prompt, "")),
    ] {
        assert_eq!(of_value(in_cell(content)), (vec!["Хаттар = 5".to_owned()], false));
    }
    let (one, other) = (control("", five), control(prompt, run));
    assert_eq!(of_value(in_cell(format!("{one}{other}{one}"))), (vec!["Хаттар = 55".to_owned()], true));
}

#[test]
fn nothing_is_lost_where_properties_are_said_again() {
    let fixtures = ["annex.ru.docx", "annex.kk.libreoffice.docx", "annex.kk.odt.docx"].map(fixture);
    for package in fixtures.into_iter().chain([real_annex("docx")]) {
        let xml = String::from_utf8(crate::xml_of(&package)).unwrap();
        // A comment after every tag, each another one, so that nothing repeats what stood before.
        let pieces = xml.split_inclusive('>').zip(1..);
        let comment = |number: u32| format!("<!--{number}-->");
        let different: String =
            pieces.flat_map(|(piece, number)| [piece.to_owned(), comment(number)]).collect();
        assert!(read(&docx(&xml)) == read(&docx(&different)));
    }
}

#[test]
fn what_is_said_again_counts_again_where_it_means_something() {
    let run = |text: &str| format!("<w:r><w:rPr><w:b/></w:rPr><x:t>{text}</x:t></w:r>");
    let in_another = |namespace: &str| format!("<w:p xmlns:x=\"{namespace}\">{}</w:p>", run("Фото"));
    let merely_alike = format!("{}{}{}", in_another("urn:other"), in_another(W), in_another("urn:other"));
    assert_eq!(names_of(&merely_alike, 1), ["Фото"]);
    let empty = "<mc:AlternateContent><mc:Choice/><mc:Fallback><w:r><w:t>қате</w:t></w:r></mc:Fallback></mc:AlternateContent>";
    assert_eq!(names_of(&format!("<w:p>{empty}<w:r><w:t>Фото</w:t></w:r>{empty}</w:p>"), 1), ["Фото"]);
    let marked = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Ви</w:t></w:r></w:p>";
    assert_eq!(names_of(&format!("{marked}{marked}<w:p><w:r><w:t>део</w:t></w:r></w:p>"), 1), ["ВиВидео"]);
    let breaks = "<w:r><w:br/></w:r>";
    let broken = format!("<w:p><w:r><w:t>Фото</w:t></w:r>{breaks}{breaks}<w:r><w:t>Видео</w:t></w:r></w:p>");
    assert_eq!(names_of(&broken, 2), ["Фото", "Видео"]);
}

#[test]
fn what_is_said_again_is_no_less_deep() {
    let run = "<w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>";
    let deeper = format!("<w:p>{run}</w:p><w:sdt><w:sdtContent><w:p>{run}</w:p></w:sdtContent></w:sdt>");
    let limits = |max_depth| ReadLimits { max_depth, ..ReadLimits::default() };
    let read = |max_depth| read_annex(&with_body(&deeper), &limits(max_depth)).map_err(|error| error.code());
    assert_eq!(read(9).unwrap_err(), "ANX011");
    assert_eq!(read(10).unwrap_err(), "ANX014");
}

#[test]
fn a_text_box_is_read_once_though_it_is_written_twice() {
    let boxed = "<w:txbxContent><w:p><w:r><w:t>Видео</w:t></w:r></w:p></w:txbxContent>";
    let alternatives = format!(
        "<w:p><w:r><w:t>Фото</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{boxed}</w:drawing></mc:Choice><mc:Fallback><w:pict>{boxed}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    assert_eq!(names_of(&alternatives, 2), ["Фото", "Видео"]);
}

#[test]
fn a_table_in_a_text_box_stays_within_its_cells() {
    let inner = tbl(&[tr(&[tc("Видео")])]);
    let boxed = format!(
        "<w:p><w:r><w:t>Фото</w:t></w:r><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r></w:p>"
    );
    let mut names = names_of(&boxed, 2);
    names.sort();
    assert_eq!(names, ["Видео", "Фото"]);
}

#[test]
fn characters_and_cdata_are_taken() {
    assert_eq!(
        names_of("<w:p><w:r><w:t>Фото &amp; &#1074;идео&lt;<![CDATA[<5>]]></w:t></w:r></w:p>", 1),
        ["Фото & видео<<5>"]
    );
}

#[test]
fn elements_are_known_by_namespace_and_not_by_prefix() {
    let body = task(&[tr(&["1.", "Қолдау", "Ақтау", "Фото", "1", "Маусым"].map(tc))]);
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    for (prefix, namespace) in [("w", W), ("ns0", W), ("w", strict), ("x", strict)] {
        let xml = format!("<w:document xmlns:w=\"{namespace}\"><w:body>{body}</w:body></w:document>")
            .replace("xmlns:w=", &format!("xmlns:{prefix}="))
            .replace("w:", &format!("{prefix}:"));
        assert_eq!(lines(activity(&read(&docx(&xml)).plan)), ["Фото = 1"], "{prefix} {namespace}");
    }
    let default = format!("<document xmlns=\"{W}\"><body>{}</body></document>", body.replace("w:", ""));
    assert_eq!(lines(activity(&read(&docx(&default)).plan)), ["Фото = 1"]);
    let foreign = format!("<w:document xmlns:w=\"urn:other\"><w:body>{body}</w:body></w:document>");
    assert_eq!(crate::support::refused(&docx(&foreign)), "ANX014");
}

#[test]
fn a_deadline_merged_over_rows_holds_for_all_of_them() {
    let due = |merge: &str, text: &str| tc_with(merge, &p(text));
    let rows = [
        tr(&[
            tc("1."),
            tc("Бірінші"),
            tc("Ақтау"),
            tc("Фото"),
            tc("1"),
            due("<w:vMerge w:val=\"restart\"/>", "Маусым"),
        ]),
        tr(&[tc("2."), tc("Екінші"), tc("Ақтау"), tc("Видео"), tc("1"), due("<w:vMerge/>", "")]),
        tr(&[tc("3."), tc("Үшінші"), tc("Ақтау"), tc("Есеп"), tc("1"), tc("")]),
    ];
    let period = tbl(&[tr(&["Жобаны іске асыру кезеңі:", "Мамыр-қазан 2024"].map(tc))]);
    let read = read(&with_body(&[period, task(&rows)].concat()));
    let dues: Vec<bool> = read
        .plan
        .activities()
        .map(|(_, activity)| matches!(activity.due, Some(Due::Range { inherited: true, .. })))
        .collect();
    assert_eq!(dues, [false, false, true]);
    let inherited: Vec<_> = read.findings.iter().filter(|finding| finding.code == "ANX102").collect();
    assert_eq!(inherited.len(), 1);
    assert_eq!(inherited[0].lines[0].as_str(), "t1-a3");
}

#[test]
fn an_activity_merged_over_rows_is_one_activity() {
    let cell = |merge: &str, text: &str| tc_with(merge, &p(text));
    let (start, on) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
    let rows = [
        tr(&[
            cell(start, "1."),
            cell(start, "Қолдау"),
            cell(start, "Ақтау"),
            tc("Фото"),
            tc("1"),
            cell(start, "Маусым"),
        ]),
        tr(&[cell(on, ""), cell(on, ""), cell(on, ""), tc("Видео"), tc("2"), cell(on, "")]),
        tr(&[cell(on, ""), cell(on, ""), cell(on, ""), tc("Есеп"), tc("3"), cell(on, "")]),
    ];
    let read = read(&with_body(&task(&rows)));
    let activity = activity(&read.plan);
    assert_eq!(lines(activity), ["Фото = 1", "Видео = 2", "Есеп = 3"]);
    assert_eq!(activity.venue.as_deref(), Some("Ақтау"));
    assert!(read.findings.iter().all(|finding| finding.code != "ANX102"));
}

#[test]
fn cells_under_one_wide_heading_are_one_cell() {
    let wide = "<w:gridSpan w:val=\"3\"/>";
    let heading = tr(&[
        tc("№"),
        tc("Іс-шара"),
        tc_with(wide, &p("Сандық және сапалық көрсеткіштер")),
        tc("Жоспарланып отырған индикаторлар"),
        tc("Мерзімі"),
    ]);
    let row = tr(&["1.", "Қолдау", "Тізім\nФото", "", "Видео", "1\n2\n3", "Маусым"].map(tc));
    let body = tbl(&[tr(&[tc_with("<w:gridSpan w:val=\"7\"/>", &p("1-міндет. Қолдау"))]), heading, row]);
    assert_eq!(lines(activity(&read(&with_body(&body)).plan)), ["Тізім = 1", "Фото = 2", "Видео = 3"]);
}

#[test]
fn a_row_of_another_grid_is_dealt_out_by_what_stands_in_it() {
    let row = tr(&[
        "1.",
        "Қолдау көрсету",
        "Ақтау",
        "Қатысушылар тізімі\nФото",
        "",
        "Видео түсіру",
        "1\n2\n3",
        "Маусым",
    ]
    .map(tc));
    assert_eq!(
        lines(activity(&read(&with_body(&task(&[row]))).plan)),
        ["Қатысушылар тізімі = 1", "Фото = 2", "Видео түсіру = 3"]
    );
}

#[test]
fn a_frame_for_the_page_is_looked_through() {
    let inner = task(&[tr(&["1.", "Қолдау", "Ақтау", "Фото", "1", "Маусым"].map(tc))]);
    let frame = tbl(&[tr(&[format!("<w:tc>{}{inner}{}</w:tc>", p("III БЛОК"), p(""))])]);
    assert_eq!(lines(activity(&read(&with_body(&frame)).plan)), ["Фото = 1"]);
}

#[test]
fn a_table_within_a_cell_is_read_cell_by_cell() {
    let inner = tbl(&[tr(&[tc("Фото")]), tr(&[tc("Видео")])]);
    assert_eq!(
        names_of(&format!("{}{inner}{}", p("Тізім"), p("Есеп")), 4),
        ["Тізім", "Фото", "Видео", "Есеп"]
    );
}

#[test]
fn columns_may_stand_in_any_order() {
    let rows = [
        tr(&["Мерзімі", "Жоспарланып отырған индикаторлар", "Көрсеткіштер", "Іс-шара"].map(tc)),
        tr(&["Маусым", "1\n2", "Фото\nВидео", "Қолдау"].map(tc)),
    ];
    let body = format!("{}{}", p("Міндет 1. Қолдау"), tbl(&rows));
    let read = read(&with_body(&body));
    assert_eq!(lines(activity(&read.plan)), ["Фото = 1", "Видео = 2"]);
    assert_eq!(activity(&read.plan).title, "Қолдау");
    assert_eq!(read.plan.tasks[0].title, "Қолдау");
}

#[test]
fn one_table_for_every_task_under_a_heading_of_its_own() {
    let row = |name: &str| tr(&["1.", "Қолдау", "Ақтау", name, "1", "Маусым"].map(tc));
    let body = [
        p("III БЛОК"),
        p("1-міндет. Бірінші"),
        tbl(&[header(), row("Фото")]),
        p("Шарт талаптарына сәйкес қорытынды жария презентация"),
        tbl(&[header(), row("Презентация")]),
    ]
    .concat();
    let read = read(&with_body(&body));
    let tasks: Vec<_> = read.plan.tasks.iter().map(|task| (task.number.as_str(), task.kind)).collect();
    assert_eq!(tasks, [("1", TaskKind::Task), ("2", TaskKind::Presentation)]);
}

#[test]
fn a_table_without_headings_is_read_by_what_stands_in_it_and_the_reader_is_told() {
    let row = tr(&[
        "1.",
        "Қолдау көрсету\nКеңес беріледі",
        "Қатысушылар тізімі\nҚатысушылар саны",
        "1\n150",
        "Маусым",
    ]
    .map(tc));
    let read = read(&with_body(&format!("{}{}", p("1-міндет. Қолдау"), tbl(&[row]))));
    assert_eq!(lines(activity(&read.plan)), ["Қатысушылар тізімі = 1", "Қатысушылар саны = 150"]);
    assert!(codes(&read).contains(&"ANX106"));
}

#[test]
fn a_heading_of_no_known_words_opens_a_task_and_the_reader_is_told() {
    let heading = tr(&[tc_with("<w:gridSpan w:val=\"6\"/>", &p("Қосымша жұмыстар"))]);
    let row = tr(&["1.", "Қолдау", "Ақтау", "Фото", "1", "Маусым"].map(tc));
    let body = format!("{}{}", p("III БЛОК"), tbl(&[heading, header(), row]));
    let read = read(&with_body(&body));
    assert_eq!(read.plan.tasks[0].title, "Қосымша жұмыстар");
    assert!(codes(&read).contains(&"ANX110"));
}

#[test]
fn a_row_that_numbers_the_columns_is_no_activity() {
    let rows = [
        tr(&["1", "2", "3", "4", "5", "6"].map(tc)),
        tr(&["1.", "Қолдау", "Ақтау", "Фото", "1", "Маусым"].map(tc)),
    ];
    assert_eq!(lines(activity(&read(&with_body(&task(&rows))).plan)), ["Фото = 1"]);
}

#[test]
fn words_that_fit_nowhere_are_kept_and_names_of_people_are_not() {
    let heading = tr(&["№", "Іс-шара", "Көрсеткіштер", "Жоспар", "Мерзімі", "Ескерту", "Жауапты"].map(tc));
    let row = tr(&["1.", "Қолдау", "Фото", "1", "Маусым", "Келісім бойынша", "Бірінші Қызметкер"].map(tc));
    let body = [
        p("III БЛОК"),
        p("1-міндет. Қолдау"),
        tbl(&[heading, row]),
        ps("Қосымша ескерту\nТел.: 8 700 000 00 01"),
    ]
    .concat();
    let read = read(&with_body(&body));
    let kept: Vec<&str> = read.plan.unread.iter().map(|unread| unread.text.as_str()).collect();
    assert_eq!(kept, ["Келісім бойынша", "", "Қосымша ескерту", ""]);
    let counts: Vec<_> = read.findings.iter().filter(|finding| finding.code == "ANX105").collect();
    assert_eq!(counts.len(), 2, "one finding for what stands together");
}

#[test]
fn a_heading_row_of_two_floors_is_read() {
    let (start, on) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
    let cell = |merge: &str, text: &str| tc_with(merge, &p(text));
    let upper = tr(&[
        cell(start, "№"),
        cell(start, "Мероприятие"),
        tc_with("<w:gridSpan w:val=\"2\"/>", &p("Количественные и качественные индикаторы")),
        cell(start, "Срок"),
    ]);
    let lower = tr(&[
        cell(on, ""),
        cell(on, ""),
        tc("Наименование показателя"),
        tc("Плановое значение"),
        cell(on, ""),
    ]);
    let row = tr(&["1", "Обучение", "Фото\nВидео", "1\n2", "июнь"].map(tc));
    let body = [p("Задача 1. Обучить"), tbl(&[upper, lower, row])].concat();
    assert_eq!(lines(activity(&read(&with_body(&body)).plan)), ["Фото = 1", "Видео = 2"]);
}

#[test]
fn units_in_a_column_of_their_own_stand_beside_their_values() {
    let heading = tr(&["№", "Мероприятие", "Показатели", "Единица измерения", "План", "Срок"].map(tc));
    let row = tr(&["1", "Обучение", "Фото\nПосты", "шт.\nпост", "5\n2 поста", "июнь"].map(tc));
    let body = [p("Задача 1. Обучить"), tbl(&[heading.clone(), row])].concat();
    let read_one = read(&with_body(&body));
    assert_eq!(lines(activity(&read_one.plan)), ["Фото = 5 шт.", "Посты = 2 поста"]);
    let row = tr(&["1", "Обучение", "Фото\nПосты", "шт.", "5\n2", "июнь"].map(tc));
    let plan = read(&with_body(&[p("Задача 1. Обучить"), tbl(&[heading, row])].concat())).plan;
    assert_eq!(lines(activity(&plan)), ["Фото = 5", "Посты = 2"]);
    assert_eq!(plan.unread[0].text, "шт.", "a unit that belongs to no one value is kept");
}

#[test]
fn blocks_are_known_by_their_subtitles_too() {
    let impact = tbl(&[
        tr(&["№", "Индикатор", "План"].map(tc)),
        tr(&["1.", "Жанама бенефициарлар саны", "1000"].map(tc)),
    ]);
    let plan = read(&with_body(&[p("Жобаның әлеуметтік әсері"), impact].concat())).plan;
    assert_eq!(plan.impact[0].name, "Жанама бенефициарлар саны");
    assert_eq!(plan.impact[0].number, "1");
}

#[test]
fn more_than_signatures_after_the_closing_words_is_told() {
    let row = tr(&["1.", "Қолдау", "Ақтау", "Фото", "1", "Маусым"].map(tc));
    let closing = p("Қосымшамен таныстым және келісемін:");
    for (lines_after, told) in [(20, false), (60, true)] {
        let after = p("Б. Қызметкер ____").repeat(lines_after);
        let body = [p("III БЛОК"), task(std::slice::from_ref(&row)), closing.clone(), after].concat();
        let read = read(&with_body(&body));
        assert_eq!(codes(&read).contains(&"ANX105"), told);
        assert!(read.plan.unread.is_empty(), "signatures are never kept");
    }
}
