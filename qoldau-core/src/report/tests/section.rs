//! Sections that were made elsewhere in the house.

use super::tags::tags;
use super::*;
use crate::section::{Chart, ChartBar, ChartChange, ReportSection, ReportTable, draw_chart};

/// The report with one section, into every place of which the words are put.
fn with_section(words: &str) -> Report {
    let own = |text: &str| format!("{text} {words}").trim_end().to_owned();
    let section = ReportSection {
        title: own("Сауалнама: жастар"),
        paragraphs: vec![own("Жауап берді: 42."), own("Уәде орындалды.")],
        tables: vec![ReportTable {
            caption: own("Сұрақтар"),
            columns: vec![own("Сұрақ"), own("Алдында"), own("Соңында")],
            rows: vec![
                vec![own("Ұнады ма?"), own("50 %"), own("90 %")],
                vec![own("Тағы келесіз бе?")],
                vec![],
            ],
        }],
        charts: vec![
            Chart::StackedBars {
                title: own("Жастар"),
                description: own("Ұнады ма? Иә: 3, жоқ: 1."),
                steps: vec![own("жоқ"), own("иә")],
                bars: vec![ChartBar { label: own("Ұнады ма?"), counts: vec![1, 3, u32::MAX] }],
            },
            Chart::Dumbbells {
                title: own("Жастар"),
                description: own("Өзгеріс"),
                first: Some(own("Алдында")),
                second: None,
                changes: vec![ChartChange {
                    label: own("Сенім"),
                    first: "40".parse().unwrap(),
                    second: "-62.25".parse().unwrap(),
                    low: Some("55".parse().unwrap()),
                    high: Some("1000".parse().unwrap()),
                }],
            },
        ],
    };
    Report { sections: vec![section], ..report(Language::Kazakh) }
}

/// The lines of a rendering that the report has only with its section.
fn added(render: impl Fn(&Report) -> String, words: &str) -> String {
    let plain = render(&report(Language::Kazakh));
    let own: Vec<&str> = plain.lines().collect();
    let rendered = render(&with_section(words));
    rendered.lines().filter(|line| !own.contains(line)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_section_stands_in_every_rendering() {
    insta::assert_snapshot!("section-text", added(|report| render_text(report, false), ""));
    insta::assert_snapshot!("section-markdown", added(render_markdown, ""));
    insta::assert_snapshot!("section-page", added(render_html, ""));
}

#[test]
fn no_words_of_a_section_become_markup() {
    let hostile = "</p><script>alert(1)</script>\"' onload=x ]]> | `#` \u{1b}[31m\u{202e}";
    let (plain, page) = (render_html(&with_section("")), render_html(&with_section(hostile)));
    let names = |page: &str| tags(page).into_iter().map(|tag| (tag.name, tag.closes)).collect::<Vec<_>>();
    let shape = |page: &str| names(page).into_iter().filter(|(name, _)| name != "text").collect::<Vec<_>>();
    // Longer labels are drawn in more lines; nothing else differs.
    assert_eq!(shape(&plain), shape(&page));
    assert!(!page.contains("<script") && !page.contains('\u{1b}') && !page.contains('\u{202e}'));
    let text = render_text(&with_section(hostile), false);
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'));
    assert!(!render_markdown(&with_section(hostile)).contains("<script"));
}

#[test]
fn what_makes_no_sense_is_drawn_within_its_frame() {
    let empty = Chart::StackedBars {
        title: String::new(),
        description: String::new(),
        steps: vec![],
        bars: vec![ChartBar { label: String::new(), counts: vec![] }],
    };
    let drawn = draw_chart(&empty, "x", Language::English);
    assert!(drawn.starts_with("<svg ") && drawn.ends_with("</svg>"));
    let drawn = render_html(&with_section(""));
    assert!(!drawn.contains("NaN") && !drawn.contains("inf\""), "{drawn}");
}
