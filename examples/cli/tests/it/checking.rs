//! `qoldau check`: what is asked, and what answers fold away.

use std::fs;

use crate::program::{data, folder, piped, qoldau};

/// The plan of the real annex as the journal names it.
const HEADER: &str = "{\"format\":\"qoldau-journal/1.0\",\"plan\":\"66-2024-04-30\"}\n";

/// A journal of these entries, each with its kind and body, a day apart from 1 June.
fn journal(name: &str, entries: &[(&str, &str)]) -> String {
    let file = folder(name).join("journal.jsonl");
    let entry = |(kind, body): &(&str, &str), day: usize| {
        format!(r#"{{"id":"e{day}","on":"2024-06-0{day}","author":"leader","kind":"{kind}","body":{body}}}"#)
    };
    let lines: Vec<String> = entries.iter().zip(1..).map(|(of, day)| entry(of, day)).collect();
    let text = format!("{HEADER}{}\n", lines.join("\n"));
    fs::write(&file, text).unwrap();
    file.display().to_string()
}

#[test]
fn an_answer_in_the_journal_folds_its_question_away() {
    let goal = r#"{"line":"goals.3","question":"carriedBy","answer":"t1-1","source":"agreed"}"#;
    let noted = r#"{"code":"PLAN015","lines":["impact-4"],"note":null}"#;
    let facts = journal("an_answer_in_the_journal", &[("planReading", goal), ("acknowledgement", noted)]);
    let annex = data("qoldau-2024.kk.docx");
    let counts = |arguments: &[&str]| {
        let checked = qoldau(&[&["check", &annex, "--json"], arguments].concat()).json();
        let codes = |of: &str| {
            let findings = checked[of].as_array().unwrap();
            findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        (codes("findings").len(), codes("folded"))
    };
    assert_eq!(counts(&[]), (12, vec![]));
    assert_eq!(counts(&["--facts", &facts]), (10, vec!["PLAN012".into(), "PLAN015".into()]));
    assert_eq!(counts(&["--facts", &facts, "--on", "2024-06-01"]), (11, vec!["PLAN012".into()]));
    let said = qoldau(&["check", &annex, "--facts", &facts, "--language", "ru"]).quiet(0);
    assert!(said.ends_with("\nОтвечено или принято к сведению: PLAN012, PLAN015\n"), "{said}");
    let said = qoldau(&["check", &annex, "--facts", &facts, "--language", "kk"]).quiet(0);
    assert!(said.ends_with("\nЖауап берілді немесе назарға алынды: PLAN012, PLAN015\n"), "{said}");
}

#[test]
fn a_fault_of_the_journal_is_told_too() {
    let unknown = r#"{"line":"goals.9","question":"carriedBy","answer":"t1-1","source":"agreed"}"#;
    let facts = journal("a_fault_of_the_journal", &[("planReading", unknown)]);
    let run = qoldau(&["check", &data("qoldau-2024.kk.docx"), "--facts", &facts]);
    assert!(run.out.contains("FCT202"), "{}", run.out);
}

#[test]
fn a_cause_is_told_once_by_check_and_by_report() {
    let annex = fs::read(data("../../tests/tests/data/faulty.kk.txt")).unwrap();
    let retold = ["ANX101", "ANX102", "ANX103", "ANX104", "ANX105", "ANX109"];
    let read = piped(&["read", "-"], &annex);
    assert!(retold.iter().all(|code| read.err.contains(code)), "{}", read.err);
    let empty = folder("a_cause_is_told_once").join("journal.jsonl");
    fs::write(&empty, HEADER.replace("66-2024-04-30", "plan")).unwrap();
    let facts = empty.display().to_string();
    for arguments in [
        &["check", "-"][..],
        &["check", "-", "--facts", &facts],
        &["report", "-", &facts, "--on", "2024-06-30"],
    ] {
        let said = piped(arguments, &annex).out;
        assert!(retold.iter().all(|code| !said.contains(code)), "{said}");
        for code in ["PLAN003", "PLAN005", "PLAN007", "PLAN025", "PLAN027"] {
            assert_eq!(said.matches(code).count(), 1, "{code}: {said}");
        }
        assert!(said.contains("PLAN004") && said.contains("ANX107"));
    }
}

#[test]
fn a_goal_is_named_as_people_name_it() {
    let annex = data("qoldau-2024.kk.docx");
    for (language, named) in [("kk", "Орны: 3-мақсат"), ("ru", "Где: Цель 3"), ("en", "Where: Goal 3")]
    {
        let said = qoldau(&["check", &annex, "--language", language]).quiet(0);
        assert!(said.contains(named) && !said.contains("goals"), "{said}");
    }
}
