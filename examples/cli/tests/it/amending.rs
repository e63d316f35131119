//! The annex of a supplementary agreement.

use std::fs;

use serde_json::Value;

use crate::program::{Run, data, folder, qoldau};

/// The real annex with words exchanged, as a file.
fn new_annex(test: &str, changes: &[(&str, &str, &str)]) -> String {
    let mut annex = fs::read_to_string(data("qoldau-2024.kk.txt")).unwrap();
    for (heading, from, to) in changes {
        let (before, behind) = annex.split_once(heading).unwrap();
        assert!(behind.contains(from), "{from}");
        annex = format!("{before}{heading}{}", behind.replacen(from, to, 1));
    }
    let file = folder(test).join("new.txt");
    fs::write(&file, annex).unwrap();
    file.display().to_string()
}

const AGREEMENT: [&str; 6] = ["--agreement", "2", "--date", "2024-07-25", "--from", "2024-08-01"];

fn amend(annex: &str, more: &[&str]) -> Run {
    qoldau(&[&["amend", &data("qoldau-2024.kk.txt"), annex], &AGREEMENT[..], more].concat())
}

const INSERTED: [(&str, &str, &str); 2] = [
    ("2-міндет", "Шара ережесі\n", "Шара ережесі\n\nТөрешілер алқасының құрамы\n"),
    ("2-міндет", "Кем дегенде 3\n\n3\n", "Кем дегенде 3\n\n1\n\n3\n"),
];

const SPLIT: [(&str, &str, &str); 2] = [
    ("3-міндет", "Ақпараттық посттар\n", "Ақпараттық посттар\n\nАқпараттық посттар\n"),
    ("3-міндет", "1 әр шарадан\n", "4\n\n6\n"),
];

#[test]
fn what_would_change_is_said_and_nothing_is_written() {
    let annex = new_annex("amend_said", &INSERTED);
    let said = amend(&annex, &[]).quiet(0);
    assert!(said.starts_with("Supplementary agreement No.\u{a0}2 of July 25, 2024\n"), "{said}");
    assert!(said.contains("    + 2.3  Төрешілер алқасының құрамы\n        Target: 1\n"), "{said}");
    let russian = amend(&annex, &["--language", "ru"]).quiet(0);
    assert!(russian.contains("новых: 1; исключено: 0"), "{russian}");
}

#[test]
fn the_next_edition_is_written_and_facts_keep_their_lines() {
    let annex = new_annex("amend_written", &INSERTED);
    let file = folder("amend_written_plan").join("plan.json").display().to_string();
    let said = amend(&annex, &["-o", &file]).quiet(0);
    assert!(said.contains("+ 2.3"), "{said}");
    let plan: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(plan["format"], "qoldau-plan/1.1");
    assert_eq!(plan["editions"][1]["agreement"]["number"], "2");
    let lines = plan["tasks"][1]["activities"][0]["indicators"].as_array().unwrap();
    let ids: Vec<&str> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert_eq!(ids[..4], ["t2-1", "t2-2", "t2-12", "t2-3"]);
    // The season's facts are known to the new edition as they were to the old one.
    let assessed =
        |plan: &str| qoldau(&["assess", plan, &data("season.jsonl"), "--on", "2024-09-15", "--json"]).out;
    let counts = |json: &str| serde_json::from_str::<Value>(json).unwrap()["counts"]["proven"].clone();
    let (before, after) = (assessed(&data("qoldau-2024.kk.txt")), assessed(&file));
    assert!(counts(&before).as_u64() > Some(0));
    assert_eq!(counts(&before), counts(&after));
}

#[test]
fn the_plan_alone_goes_to_standard_output() {
    let annex = new_annex("amend_stdout", &INSERTED);
    let run = amend(&annex, &["-o", "-"]);
    assert_eq!(run.code, Some(0));
    assert!(serde_json::from_str::<Value>(&run.out).is_ok() && run.err.contains("+ 2.3"));
}

#[test]
fn questions_are_answered_by_the_numbers_that_are_listed() {
    let annex = new_annex("amend_answered", &SPLIT);
    let said = amend(&annex, &[]).quiet(0);
    assert!(said.contains("? 3.5  Ақпараттық посттар\n        may be: 3.5"), "{said}");
    let file = folder("amend_answered_plan").join("plan.json").display().to_string();
    let refused = amend(&annex, &["-o", &file]);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.err.starts_with("qoldau: Parts of the new annex wait for an answer: 3.5, 3.6."),
        "{}",
        refused.err
    );
    assert!(refused.err.ends_with("(AMD020)\n") && !std::path::Path::new(&file).exists());
    for answers in [&["--answer", "3.6=3.5"][..], &["--answer", "t3-6=t3-5", "--answer", "3.5="]] {
        let written = amend(&annex, &[&["-o", &file], answers].concat());
        assert_eq!((written.code, written.err.as_str()), (Some(0), ""));
        let plan: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let line = &plan["tasks"][2]["activities"][0]["indicators"][5];
        assert_eq!((line["number"].as_str(), line["id"].as_str()), (Some("3.6"), Some("t3-5")));
    }
}

#[test]
fn what_cannot_be_carried_out_is_said_with_its_code() {
    let annex = new_annex("amend_refused", &SPLIT);
    for (more, code) in [
        (&["--answer", "9.99=3.5"][..], "9.99 (AMD021)"),
        (&["--answer", "3.6=9.99"], "9.99 (AMD021)"),
        (&["-o", "-", "--answer", "3.6=3.5", "--answer", "3.5=3.5"], "t3-5 (AMD023)"),
    ] {
        let run = amend(&annex, more);
        assert_eq!(run.code, Some(2));
        assert!(run.err.trim_end().ends_with(code), "{}", run.err);
    }
    let early = ["--agreement", "2", "--date", "2024-04-01", "--from", "2024-04-01", "-o", "-"];
    let real = data("qoldau-2024.kk.txt");
    let run = qoldau(&[&["amend", &real, &real], &early[..]].concat());
    assert!(run.err.trim_end().ends_with("2024-04-30 (AMD025)"), "{}", run.err);
}

#[test]
fn a_day_before_the_agreement_is_judged_by_the_edition_before_it() {
    let annex = new_annex("amend_editions", &INSERTED);
    let (old, file) =
        (data("qoldau-2024.kk.txt"), folder("amend_editions_plan").join("plan.json").display().to_string());
    amend(&annex, &["-o", &file]).quiet(0);
    let season = data("season.jsonl");
    let lines = |plan: &str, more: &[&str], day: &str| {
        let run = qoldau(&[&["assess", plan, &season, "--json", "--on", day], more].concat());
        serde_json::from_str::<Value>(&run.out).unwrap()["counts"]["lines"].as_u64()
    };
    assert_eq!(lines(&file, &[], "2024-07-31"), Some(74));
    for (plan, other) in [(&file, &old), (&old, &file)] {
        assert_eq!(lines(plan, &["--edition", other], "2024-07-31"), Some(73));
        assert_eq!(lines(plan, &["--edition", other], "2024-08-01"), Some(74));
    }
    let report = |day: &str| qoldau(&["report", &file, &season, "--edition", &old, "--on", day]).out;
    assert!(!report("2024-07-31").contains("Төрешілер") && report("2024-08-01").contains("Төрешілер"));
}

#[test]
fn the_journal_learns_of_the_agreement_once_the_next_edition_is_written() {
    // The new annex has no line 2.3 more: the old one, held against the new, loses it.
    let longer = new_annex("amend_recorded_old", &INSERTED);
    let home = folder("amend_recorded");
    let file = |name: &str| home.join(name).display().to_string();
    let [old, next, journal] = ["old.json", "next.json", "journal.jsonl"].map(file);
    fs::write(&old, qoldau(&["read", &longer]).out).unwrap();
    let plan: Value = serde_json::from_str(&fs::read_to_string(&old).unwrap()).unwrap();
    let id = plan["id"].as_str().unwrap();
    let header = format!("{{\"format\":\"qoldau-journal/1.1\",\"plan\":\"{id}\"}}\n");
    fs::write(&journal, &header).unwrap();
    let lines = || fs::read_to_string(&journal).unwrap().lines().count();
    let real = data("qoldau-2024.kk.txt");
    let by = ["--record", &journal, "--author", "saule", "--device", "saule-1"];
    let amend = |more: &[&str]| qoldau(&[&["amend", &old, &real], &AGREEMENT[..], &by, more].concat());
    // Without the plan's next edition there is nothing to record.
    assert_eq!((amend(&[]).code, lines()), (Some(2), 1));
    // Nor does the edition take the place of the journal.
    let run = amend(&["-o", &journal]);
    assert_eq!((run.code, lines(), run.err.contains("(CLI039)")), (Some(2), 1, true), "{}", run.err);
    let run = amend(&["-o", &next]);
    assert_eq!((run.code, lines()), (Some(0), 2), "{}", run.err);
    let text = fs::read_to_string(&journal).unwrap();
    let entry: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
    assert_eq!(run.out.lines().last(), entry["id"].as_str());
    assert_eq!((&entry["kind"], &entry["author"]), (&"planAmended".into(), &"saule".into()));
    let body = &entry["body"];
    assert_eq!((&body["edition"], &body["effectiveFrom"]), (&1.into(), &"2024-08-01".into()));
    assert_eq!(body["agreement"], serde_json::json!({"number": "2", "date": "2024-07-25"}));
    assert_eq!(body["map"].as_array().unwrap().len(), 1, "{body}");
    // A report that has both editions finds that the entry is of the next one and says what it says.
    let held =
        |editions: &[&str]| qoldau(&[&["report", &next, &journal, "--on", "2024-09-01"], editions].concat());
    let report = held(&["--edition", &old]);
    assert!(!report.out.contains("FCT23") && report.out.contains("2024"), "{}", report.out);
    // Once is enough, and another plan of that number is none.
    let again = amend(&["-o", &next]);
    assert_eq!((again.code, lines(), again.err.contains("(CLI031)")), (Some(2), 2, true), "{}", again.err);
    let other = new_annex("amend_recorded_other", &INSERTED[..1]);
    let other_next = file("other.json");
    let run = qoldau(&[&["amend", &old, &other], &AGREEMENT[..], &by, &["-o", &other_next]].concat());
    assert_eq!((run.code, lines()), (Some(2), 2), "{}", run.err);
    assert!(!std::path::Path::new(&other_next).exists());
    // The journal of another plan is not written to.
    fs::write(&journal, header.replace(id, "other")).unwrap();
    let run = amend(&["-o", &file("third.json")]);
    assert_eq!((run.code, lines(), run.err.contains("JRN001")), (Some(2), 1, true), "{}", run.err);
    assert!(!home.join("third.json").exists());
}

#[test]
fn what_waits_for_an_answer_is_recorded_nowhere() {
    let annex = new_annex("amend_unsure_recorded", &SPLIT);
    let home = folder("amend_unsure");
    let journal = home.join("journal.jsonl").display().to_string();
    let file = home.join("next.json").display().to_string();
    let plan: Value = qoldau(&["read", &data("qoldau-2024.kk.txt")]).json();
    let id = plan["id"].as_str().unwrap();
    fs::write(&journal, format!("{{\"format\":\"qoldau-journal/1.1\",\"plan\":\"{id}\"}}\n")).unwrap();
    let by = ["--record", &journal, "--author", "saule", "--device", "saule-1", "-o", &file];
    let lines = || fs::read_to_string(&journal).unwrap().lines().count();
    let run = amend(&annex, &by);
    assert!(run.code == Some(2) && run.err.ends_with("(AMD020)\n"), "{}", run.err);
    assert_eq!(lines(), 1);
    let run = amend(&annex, &[&by[..], &["--answer", "3.6=3.5"]].concat());
    assert_eq!((run.code, lines()), (Some(0), 2), "{}", run.err);
}

#[test]
fn the_annex_of_another_project_ends_with_code_1() {
    let other = data("../../qoldau-core/tests/fixtures/annex.ru.txt");
    let said = amend(&other, &[]);
    assert!(said.code == Some(1) && said.out.contains("AMD001"), "{}", said.out);
    assert!(said.err.contains("ANX102"), "what reading the annex found is told too: {}", said.err);
}

#[test]
fn an_annex_that_was_not_read_in_full_becomes_no_edition() {
    let annex = new_annex("amend_misread", &INSERTED[..1]);
    let said = amend(&annex, &[]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("ANX101"), "{}", said.err);
    assert!(said.out.starts_with("Supplementary agreement"), "{}", said.out);
    let file = folder("amend_misread_plan").join("plan.json");
    let refused = amend(&annex, &["-o", &file.display().to_string()]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("AMD012") && refused.err.contains("ANX101"), "{}", refused.err);
    assert!(!file.exists());
}
