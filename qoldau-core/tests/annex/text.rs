//! The text form: tabs, rows that are not marked, other ways to write the same.

use qoldau_core::annex::{ReadError, ReadLimits, excerpt};
use qoldau_core::finding::Place;

use crate::support::{activity, codes, lines, read, real_annex};

const HEADER: &str = "\t\n\tІс-шара\n\tӨткізілу орны\n\tСандық және сапалық көрсеткіштер\n\tЖоспарланып отырған индикаторлар\n\tОрындалу мерзімі\n\n";

fn task(rows: &str) -> String {
    format!("III БЛОК\n\n\t1-міндет. Қолдау\n\n{HEADER}{rows}\n\nIV БЛОК\n")
}

fn lines_of(rows: &str) -> Vec<String> {
    lines(activity(&read(task(rows).as_bytes()).plan))
}

#[test]
fn byte_order_marks_and_windows_line_ends_change_nothing() {
    let plain = String::from_utf8(real_annex("txt")).unwrap();
    let windows = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    assert!(read(windows.as_bytes()) == read(plain.as_bytes()));
}

/// A line that is missing moves the cells of the team by one: names and telephones stand where working time is looked for.
#[test]
fn a_row_of_the_team_that_slipped_tells_nobodys_name_or_telephone() {
    let plain = String::from_utf8(real_annex("txt")).unwrap();
    for missing in 40..70 {
        let lines: Vec<&str> =
            plain.lines().enumerate().filter(|(at, _)| *at != missing).map(|(_, line)| line).collect();
        let read = read(lines.join("\n").as_bytes());
        let said = format!("{:?} {:?}", read.findings, read.plan.unread);
        assert!(!said.contains("Қызметкер") && !said.contains("700 000"), "without line {missing}: {said}");
    }
}

#[test]
fn rows_are_found_without_blank_lines_between_them() {
    let rows = "\t1.\n\tҚолдау көрсету\n\tАқтау\n\tФото түсіру\n\t1\n\tМаусым\n\t2.\n\tОқыту өткізу\n\tАқтау\n\tТізім жасау\n\t2\n\tШілде\n";
    let read = read(task(rows).as_bytes());
    let titles: Vec<&str> = read.plan.activities().map(|(_, activity)| activity.title.as_str()).collect();
    assert_eq!(titles, ["Қолдау көрсету", "Оқыту өткізу"]);
}

#[test]
fn a_cell_that_ends_in_blank_lines_does_not_end_its_row() {
    assert_eq!(
        lines_of(
            "\t1.\n\tҚолдау көрсету\n\n\tАқтау\n\n\tФото түсіру\n\nТізім жасау\n\n\n\t1\n\n2\n\n\tМаусым\n"
        ),
        ["Фото түсіру = 1", "Тізім жасау = 2"]
    );
}

#[test]
fn a_cell_split_in_two_is_one_though_blank_lines_stand_between() {
    assert_eq!(
        lines_of(
            "\t1.\n\tҚолдау көрсету\n\tАқтау\n\tФото түсіру\n\n\t\n\tТізім жасау\n\n\t1\n\n2\n\n\tМаусым\n"
        ),
        ["Фото түсіру = 1", "Тізім жасау = 2"]
    );
}

#[test]
fn a_line_may_be_a_whole_row() {
    let text = "III БЛОК\nМіндет 1. Қолдау\n№\tІс-шара\tКөрсеткіштер\tЖоспар\tМерзімі\n1\tҚолдау\tФото\t1\tМаусым\n2\tОқыту\tТізім\t2\tШілде\n";
    let read = read(text.as_bytes());
    let all: Vec<_> = read.plan.activities().flat_map(|(_, activity)| lines(activity)).collect();
    assert_eq!(all, ["Фото = 1", "Тізім = 2"]);
}

#[test]
fn a_text_without_its_end_is_told() {
    let whole = String::from_utf8(real_annex("txt")).unwrap();
    assert!(!codes(&read(whole.as_bytes())).contains(&"ANX112"));
    let cut: String = whole.chars().take(whole.chars().count() / 2).collect();
    let read = read(cut.as_bytes());
    assert!(codes(&read).contains(&"ANX112"));
    assert!(codes(&read).contains(&"ANX107"), "block IV is missing");
}

#[test]
fn words_are_fetched_by_their_place() {
    for form in ["docx", "txt"] {
        let bytes = real_annex(form);
        let plan = read(&bytes).plan;
        for (_, _, line) in plan.lines() {
            let place = line.source.clone().unwrap();
            let words = excerpt(&bytes, &place, &ReadLimits::default()).unwrap();
            assert!(line.name.starts_with(&words), "{words}");
        }
        let task = excerpt(&bytes, plan.tasks[6].source.as_ref().unwrap(), &ReadLimits::default()).unwrap();
        assert!(task.starts_with("7 міндет. Маңғыстау"));
        let outside = Place::Cell { block: 0, table: None, row: 0, column: 0, paragraph: 1 };
        assert_eq!(
            excerpt(&bytes, &outside, &ReadLimits::default()).unwrap(),
            "2024 жылғы «30» сәуірдің №66"
        );
        let nowhere = Place::Cell { block: 3, table: Some(99), row: 0, column: 0, paragraph: 0 };
        for place in [nowhere, Place::Whole {}] {
            assert_eq!(excerpt(&bytes, &place, &ReadLimits::default()), Err(ReadError::NoSuchPlace));
        }
    }
}

#[test]
fn general_data_may_stand_outside_tables() {
    let text =
        "I БЛОК\nГрант алушы: «Жалын PRO» ҚБ\nЖоба мақсаты:\n- Қолдау\n- Оқыту\nГрант тақырыбы: QOLDAU\n";
    let plan = read(text.as_bytes()).plan;
    assert_eq!(plan.grantee.as_deref(), Some("«Жалын PRO» ҚБ"));
    assert_eq!(plan.goals, ["Қолдау", "Оқыту"]);
    assert_eq!(plan.title.as_deref(), Some("QOLDAU"));
}

#[test]
fn the_heading_of_a_section_between_tables_goes_on_in_no_cell() {
    let rows = "\t1.\n\tҚолдау көрсету\n\tАқтау\n\tФото түсіру\n\t1\n\tМаусым\n\n";
    let section = |heading: &str, row: &str| format!("{heading}\n{HEADER}{row}\n");
    let text = [
        "III БЛОК\n\nЗадача 1. Қолдау\n".to_owned(),
        section("", rows),
        section(
            "Итоговая публичная презентация результатов проекта",
            "\t1.\n\tПрезентация\n\tАқтау\n\tФото\n\t2\n\tҚазан\n",
        ),
        section("Информационная работа", "\t1.\n\tПосттар\n\tАқтау\n\tПост\n\t3\n\tҚазан\n"),
        "\nIV БЛОК\n".to_owned(),
    ];
    let plan = read(text.concat().as_bytes()).plan;
    let kinds: Vec<String> = plan.tasks.iter().map(|task| format!("{:?}", task.kind)).collect();
    assert_eq!(kinds, ["Task", "Presentation", "Information"]);
    let all: Vec<String> = plan.activities().flat_map(|(_, activity)| lines(activity)).collect();
    assert_eq!(all, ["Фото түсіру = 1", "Фото = 2", "Пост = 3"]);
}
