//! The review in the report: the operator's remarks first, the submissions, and how much of a figure is approved.

use super::html::without_style;
use super::*;
use crate::review::{AuthorRole, RemarkState, Role};
use crate::whole::{HoldOptions, report_journal};

/// The report of a day over the facts and the steps of review.
fn reviewed(day: &str, language: Language, roles: &[(&str, Role)]) -> Report {
    let journal = [include_str!("facts.jsonl"), include_str!("review.jsonl")].concat();
    let roles = roles.iter().map(|(author, role)| AuthorRole { author: (*author).into(), role: *role });
    let options = HoldOptions { roles: roles.collect(), ..HoldOptions::default() };
    report_journal(&plan(), journal.as_bytes(), day.parse().unwrap(), language, options).unwrap()
}

const PEOPLE: [(&str, Role); 3] =
    [("sample-a", Role::Coordinator), ("leader", Role::Leader), ("operator", Role::Operator)];

fn of(language: Language) -> Report {
    reviewed("2024-08-15", language, &PEOPLE)
}

/// What a rendering has that it would not have without the review, with the line before each.
fn added(with: &str, without: &str) -> String {
    let old: std::collections::BTreeSet<&str> = without.lines().collect();
    let mut told = String::new();
    let mut before = "";
    for line in with.lines() {
        if !old.contains(line) && !line.trim().is_empty() {
            if old.contains(before) && !before.trim().is_empty() {
                told.extend(["  … ", before, "\n"]);
            }
            told.push_str(line);
            told.push('\n');
        }
        before = line;
    }
    told
}

#[test]
fn what_the_review_brings_to_the_report_in_three_languages() {
    for language in Language::ALL {
        let (with, without) = (of(language), report(language));
        let forms = [
            ("text", added(&render_text(&with, false), &render_text(&without, false))),
            ("markdown", added(&render_markdown(&with), &render_markdown(&without))),
            ("page", added(&without_style(&render_html(&with)), &without_style(&render_html(&without)))),
        ];
        for (form, told) in forms {
            insta::assert_snapshot!(format!("reviewed-{form}-{}", language.tag()), told);
        }
    }
}

#[test]
fn open_remarks_stand_first_in_every_rendering() {
    for language in Language::ALL {
        let report = of(language);
        let order: Vec<(&str, RemarkState, bool)> =
            report.remarks.iter().map(|row| (row.remark.as_str(), row.state, row.overdue)).collect();
        let want = [
            ("q1", RemarkState::Open, true),
            ("q3", RemarkState::Open, false),
            ("q2", RemarkState::Answered, false),
        ];
        assert_eq!(order, want);
        let counts = phrases::WHERE_LINES_STAND.get(language);
        for page in [render_text(&report, false), render_markdown(&report), render_html(&report)] {
            let first = page.find("Тізімнің 6-беті жоқ").unwrap();
            assert!(first < page.find(counts).unwrap());
            assert!(!page.contains("Қолы жоқ"), "what is settled waits for nobody");
        }
        let page = render_html(&report);
        assert!(page.contains("Ілеспе хат қайда? &lt;b&gt;") && !page.contains("қайда? <b>"));
    }
}

#[test]
fn a_remark_is_overdue_only_when_its_day_is_over() {
    let overdue =
        |day| reviewed(day, Language::English, &PEOPLE).remarks.iter().filter(|of| of.overdue).count();
    assert_eq!(["2024-07-20", "2024-08-12", "2024-08-13"].map(overdue), [0, 0, 1]);
}

#[test]
fn without_a_step_nothing_of_the_review_is_shown() {
    for language in Language::ALL {
        let plain = report(language);
        assert_eq!((plain.remarks.len(), plain.submissions.len(), &plain.records), (0, 0, &None));
        // Nor where nobody may take one: then the findings say why.
        let nobody = reviewed("2024-08-15", language, &[]);
        assert_eq!((nobody.remarks.len(), nobody.submissions.len(), &nobody.records), (0, 0, &None));
        assert_eq!(nobody.findings.iter().filter(|row| row.code == "REV001").count(), 17);
        let shown = render_text(&nobody, false);
        assert_eq!(shown.matches("REV001").count(), 1, "one cause is said once: {shown}");
        assert_eq!(nobody.tasks, plain.tasks);
    }
}
