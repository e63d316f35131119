//! `qoldau check`, `assess`, `report` and `register` on the real annex and the sample season.

use std::fs;

use crate::program::{data, folder, piped, qoldau};

/// The arguments of a command on the annex and the season on a day, and more arguments.
fn run_on(command: &str, day: &str, more: &[&str]) -> crate::program::Run {
    let (annex, season) = (data("qoldau-2024.kk.docx"), data("season.jsonl"));
    qoldau(&[&[command, &annex, &season, "--on", day], more].concat())
}

#[test]
fn the_signed_annex_has_questions_and_no_errors() {
    let said = qoldau(&["check", &data("qoldau-2024.kk.docx")]).quiet(0);
    let first = said.lines().next().unwrap();
    assert!(first.starts_with("Question to settle PLAN0"), "{first}");
    assert!(!said.contains("Error "), "{said}");
    assert!(said.contains("\n    ? every addressee is one\n"), "{said}");
    assert!(!said.contains('\u{1b}'));
}

#[test]
fn a_draft_is_checked_for_its_wording_too() {
    let codes = |stage| {
        let checked = qoldau(&["check", &data("qoldau-2024.kk.txt"), "--stage", stage, "--json"]).json();
        let findings = checked["findings"].as_array().unwrap().clone();
        findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (signed, draft) = (codes("signed"), codes("draft"));
    assert!(signed.iter().all(|code| draft.contains(code)), "{signed:?} {draft:?}");
    assert!(draft.len() > signed.len());
}

#[test]
fn a_policy_weighs_findings_and_the_exit_code_follows() {
    let folder = folder("a_policy_weighs_findings");
    let policy = folder.join("policy.json");
    fs::write(&policy, r#"{"severities":{"PLAN015":"error"}}"#).unwrap();
    let annex = data("qoldau-2024.kk.docx");
    let policy_file = policy.display().to_string();
    let run = qoldau(&["check", &annex, "--policy", &policy_file]);
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
    assert!(run.out.contains("Error PLAN015"), "{}", run.out);

    fs::write(&policy, r#"{"severity":{}}"#).unwrap();
    let run = qoldau(&["check", &annex, "--policy", &policy_file]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    let told =
        "this is not a policy, or there is a fault in it: line 1, column 11 (CLI009)\n    Technical detail: ";
    assert!(run.err.starts_with(&format!("qoldau: {policy_file}: {told}")), "{}", run.err);
}

#[test]
fn an_assessment_is_a_table_of_all_lines_or_json() {
    let table = run_on("assess", "2024-09-15", &[]).quiet(0);
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("As of September 15, 2024"));
    assert_eq!(lines.next(), Some("Proven: 38 / 73"));
    let rows: Vec<&str> = table.lines().skip_while(|line| !line.is_empty()).skip(1).collect();
    assert_eq!(rows.len(), 73);
    assert!(rows[1].starts_with("1.2   Proven"), "{}", rows[1]);

    let json = run_on("assess", "2024-09-15", &["--json"]).json();
    assert_eq!(json["counts"]["proven"], 38);
    assert_eq!(json["asOf"], "2024-09-15");
    assert_eq!(json["plan"], "66-2024-04-30");
}

#[test]
fn a_reporting_period_has_figures_of_its_own() {
    let json = run_on("assess", "2024-09-15", &["--json", "--period", "2024-07-01..2024-07-31"]).json();
    assert_eq!(json["period"]["start"], "2024-07-01");
    let supports = &json["tasks"][0]["activities"][0]["lines"][4]["targets"][0];
    assert_eq!(supports["claimed"]["amount"], "94");
    assert_ne!(supports["inPeriod"]["claimed"]["amount"], "94");
}

#[test]
fn a_report_is_in_the_language_and_form_asked_for() {
    for (language, first) in
        [("kk", "Жоспардың орындалу барысы"), ("ru", "Ход исполнения плана"), ("en", "Progress of the plan")]
    {
        let report = |form| run_on("report", "2024-09-15", &["--language", language, "--as", form]).quiet(0);
        assert!(report("text").starts_with(first), "{language}");
        assert!(report("markdown").starts_with(&format!("# {first}")), "{language}");
        let html = report("html");
        assert!(html.starts_with("<!doctype html>"), "{language}");
        assert!(html.contains(&format!("<html lang=\"{language}\"")), "{language}");
        assert!(!html.contains("<script") && !html.contains(" style="), "{language}");
    }
}

#[test]
fn what_was_taken_note_of_is_folded_away_from_that_day_on() {
    let standing = |day| {
        let report = run_on("report", day, &[]).quiet(0);
        let (before, _) = report.split_once("\nSettled and acknowledged findings\n").unwrap();
        before.contains("[PLAN015]")
    };
    assert!(standing("2024-06-17"));
    assert!(!standing("2024-06-18"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let html = || run_on("report", "2024-11-01", &["--as", "html", "--language", "kk"]).quiet(0);
    assert!(html() == html());
}

#[test]
fn a_register_lists_evidence_by_number() {
    let csv = run_on("register", "2024-11-01", &["--as", "csv"]).quiet(0);
    assert!(csv.lines().count() > 300, "{}", csv.lines().count());
    assert!(csv.contains("2.10-1"), "numbered by line");
    let markdown = run_on("register", "2024-11-01", &["--as", "markdown", "--language", "ru"]).quiet(0);
    assert!(markdown.starts_with("# Опись подтверждений"), "{markdown:.200}");
    let html = run_on("register", "2024-11-01", &["--as", "html", "--language", "kk"]).quiet(0);
    assert!(html.starts_with("<!doctype html>") && html.contains("Растайтын материалдар тізімдемесі"));
}

#[test]
fn an_item_that_was_recorded_late_has_one_number_in_every_register() {
    let item = |name: &str, on: &str, clock: &str| {
        format!(
            r#"{{"id":"{name}","on":"{on}","author":"pr","kind":"evidence","body":{{"item":"{name}","kind":"photo","lines":["t2-10"],"files":[{{"name":"{name}.jpg"}}]}},"clock":"{clock}T10:00:00.000Z-0000"}}"#
        )
    };
    let journal = folder("recorded_late").join("facts.jsonl").display().to_string();
    let header = r#"{"format":"qoldau-journal/1.1","plan":"66-2024-04-30"}"#;
    let lines = [
        header.to_owned(),
        item("first", "2024-07-08", "2024-07-08"),
        item("september", "2024-09-08", "2024-09-08"),
        item("late", "2024-07-24", "2024-09-12"),
    ];
    fs::write(&journal, lines.join("\n") + "\n").unwrap();
    let numbered = |day: &str| {
        let csv =
            qoldau(&["register", &data("qoldau-2024.kk.docx"), &journal, "--on", day, "--as", "csv"]).out;
        csv.lines().find(|row| row.contains("late.jpg")).unwrap().to_owned()
    };
    for day in ["2024-08-01", "2024-09-10", "2024-10-31"] {
        assert!(numbered(day).contains("2.10-3"), "{day}: {}", numbered(day));
    }
}

#[test]
fn a_report_goes_to_a_file() {
    let file = folder("a_report_goes_to_a_file").join("есеп.html").display().to_string();
    assert_eq!(run_on("report", "2024-09-15", &["--as", "html", "-o", &file]).quiet(0), "");
    assert!(fs::read_to_string(&file).unwrap().trim_end().ends_with("</html>"));
}

#[test]
fn plan_or_facts_may_come_from_standard_input() {
    let (annex, season) = (data("qoldau-2024.kk.docx"), data("season.jsonl"));
    let files = run_on("assess", "2024-09-15", &[]).quiet(0);
    let plan = qoldau(&["read", &annex]).out;
    let from_plan = piped(&["assess", "-", &season, "--on", "2024-09-15"], plan.as_bytes()).quiet(0);
    assert!(from_plan == files);
    let facts = fs::read(&season).unwrap();
    assert!(piped(&["assess", &annex, "-", "--on", "2024-09-15"], &facts).quiet(0) == files);
}

#[test]
fn bad_lines_of_a_journal_are_said_and_the_others_count() {
    let mut season = fs::read_to_string(data("season.jsonl")).unwrap();
    season.push_str("{\"id\":\"x-1\",\"on\":\"2024-09-31\"\n");
    season.push_str("Бірінші Қызметкер 8 700 000 00 01\n");
    let annex = data("qoldau-2024.kk.docx");
    let run = piped(&["assess", &annex, "-", "--on", "2024-09-15"], season.as_bytes());
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("Proven: 38 / 73"), "{}", run.out);
    let lines = season.lines().count();
    for line in [lines - 1, lines] {
        assert!(run.err.contains(&format!("(journal, line {line})")), "{}", run.err);
    }
    assert!(!run.err.contains("700") && !run.err.contains("Бірінші"), "{}", run.err);
}

#[test]
fn a_journal_of_another_plan_is_an_error_that_is_said() {
    let season =
        fs::read_to_string(data("season.jsonl")).unwrap().replacen("66-2024-04-30", "67-2024-04-30", 1);
    let annex = data("qoldau-2024.kk.docx");
    let run = piped(&["report", &annex, "-", "--on", "2024-09-15", "--language", "ru"], season.as_bytes());
    assert_eq!(run.code, Some(1));
    assert!(
        run.err.starts_with("Ошибка FCT201: Журнал относится к другому плану: 67-2024-04-30\n"),
        "{}",
        run.err
    );
    assert!(run.out.starts_with("Ход исполнения плана"));
}

#[test]
fn a_journal_of_a_newer_format_is_refused() {
    let annex = data("qoldau-2024.kk.docx");
    let newer = b"{\"format\":\"qoldau-journal/2.0\",\"plan\":\"66-2024-04-30\"}\n";
    let run = piped(&["assess", &annex, "-", "--on", "2024-09-15"], newer);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("was written by a newer version of the program"), "{}", run.err);
}

#[test]
fn a_file_that_is_no_journal_is_refused() {
    let annex = data("qoldau-2024.kk.docx");
    let word_file = fs::read(&annex).unwrap();
    for (input, told) in [
        (&b"Hello\n"[..], "this is not a journal of entries (line 1) (FCT003)\n"),
        (b"\0\0\0\0", "this is not a journal of entries (line 1) (FCT003)\n"),
        (&word_file, "given is a .docx document; wanted is a journal of entries (FCT003)\n"),
    ] {
        let run = piped(&["assess", &annex, "-", "--on", "2024-09-15"], input);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{}", run.err);
        assert_eq!(run.err, format!("qoldau: standard input: {told}"));
    }
}

#[test]
fn no_facts_are_no_error() {
    let annex = data("qoldau-2024.kk.docx");
    let empty = b"{\"format\":\"qoldau-journal/1.0\",\"plan\":\"66-2024-04-30\"}\n";
    let table = piped(&["assess", &annex, "-", "--on", "2024-05-15"], empty).quiet(0);
    assert!(table.contains("Not due: 71 / 73"), "{table:.200}");
}
