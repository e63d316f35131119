//! What was lost or altered without a word: each case is one that happened.

use qoldau_core::annex::AnnexRead;

use crate::support::{
    activity, codes, header, lines, merged, merged_on, p, read, task, tbl, tc, tr, with_body, with_lines,
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
        (tbl(&[tr(&["Семинар", "Ақтау", "Жоспар", "бекітілген"].map(tc))]), true),
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
    for strike in ["<w:strike/>", "<w:dstrike w:val=\"true\"/>", "<w:strike w:val=\"1\"/>"] {
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
