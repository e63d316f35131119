//! The real annex, in both its forms, against a listing that a coordinator can check by eye.

use std::fmt::Write;
use std::path::Path;

use qoldau_core::plan::{Due, Plan, TaskKind, Team, print_targets};

use crate::support::{fixture, read, real_annex};

fn plan(form: &str) -> Plan {
    read(&real_annex(form)).plan
}

/// Compares line by line: the first line that differs says more than both texts whole.
fn assert_same(expected: &str, found: &str) {
    for (number, (expected, found)) in expected.lines().zip(found.lines()).enumerate() {
        assert_eq!(expected, found, "line {}; UPDATE_GOLDEN=1 writes the listing anew", number + 1);
    }
    assert_eq!(expected.lines().count(), found.lines().count());
}

/// A plan as a coordinator would write it down: one line for every promise.
fn listing(plan: &Plan) -> String {
    let mut out = String::new();
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".into());
    let contract = plan.contract.as_ref().unwrap();
    writeln!(out, "Plan {} ({})", plan.id, plan.language.tag()).unwrap();
    writeln!(out, "Contract: № {}, {:?}", text(&contract.number), contract.date).unwrap();
    writeln!(out, "Grantee: {}", text(&plan.grantee)).unwrap();
    writeln!(out, "Priority: {}", text(&plan.priority)).unwrap();
    writeln!(out, "Title: {}", text(&plan.title)).unwrap();
    writeln!(out, "Territory: {}", text(&plan.territory)).unwrap();
    writeln!(out, "Target group: {}", text(&plan.target_group)).unwrap();
    writeln!(out, "Period: {:?}", plan.period.map(|period| (period.start, period.end))).unwrap();
    for (label, list) in
        [("Goals", &plan.goals), ("Expected results", &plan.expected_results), ("Partners", &plan.partners)]
    {
        writeln!(out, "{label} ({}):", list.len()).unwrap();
        for item in list {
            writeln!(out, "  - {item}").unwrap();
        }
    }
    list_team(&mut out, &plan.team);
    for task in &plan.tasks {
        let kind = match task.kind {
            TaskKind::Task => "Task",
            TaskKind::Presentation => "Presentation",
            TaskKind::Information => "Information",
        };
        writeln!(out, "\n{kind} {} [{}] {}", task.number, task.id, task.title).unwrap();
        for activity in &task.activities {
            writeln!(out, "  Activity {} [{}] {}", activity.number, activity.id, activity.title).unwrap();
            writeln!(out, "    due: {}", activity.due.as_ref().map_or("–".into(), due)).unwrap();
            let channels = activity.channels.join(" | ");
            writeln!(out, "    venue: {}; channels: {channels}", text(&activity.venue)).unwrap();
            for line in &activity.indicators {
                let targets = print_targets(&line.targets, plan.language);
                let kind = line.kind.key();
                write!(out, "    {} [{}] {} = {targets} <{kind}>", line.number, line.id, line.name).unwrap();
                for approver in &line.requires.approvals {
                    write!(out, " needs: {}", approver.key()).unwrap();
                }
                out.push('\n');
            }
        }
    }
    writeln!(out, "\nImpact").unwrap();
    for line in &plan.impact {
        let targets = print_targets(&line.targets, plan.language);
        let (unit, kind) = (text(&line.unit), line.kind.key());
        writeln!(out, "  {} [{}] {} = {targets} ({unit}) <{kind}>", line.number, line.id, line.name).unwrap();
    }
    writeln!(out, "\nUnread: {}", plan.unread.len()).unwrap();
    out
}

fn list_team(out: &mut String, team: &Team) {
    for (label, list) in [("Staff", &team.staff), ("Specialists", &team.specialists)] {
        writeln!(out, "{label} ({}):", list.len()).unwrap();
        for person in list {
            let role = person.role.as_deref().unwrap_or("–");
            writeln!(out, "  - [{}] {role}, {:?} %", person.id, person.workload_percent).unwrap();
        }
    }
}

fn due(due: &Due) -> String {
    match due {
        Due::Range { start, end, inherited, text, .. } => {
            format!("{start:?} .. {end:?}{} «{text}»", if *inherited { " (inherited)" } else { "" })
        }
        Due::Relative { anchor, offset, text, .. } => format!("{anchor:?} {offset:+} «{text}»"),
        other => format!("{other:?}"),
    }
}

#[test]
fn the_real_annex_is_read_as_the_golden_listing_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/annex-plan.txt");
    let listing = listing(&plan("docx"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &listing).unwrap();
    }
    assert_same(&std::fs::read_to_string(&path).unwrap(), &listing);
}

#[test]
fn both_forms_of_the_annex_give_the_same_plan() {
    let docx = plan("docx");
    let text = plan("txt");
    assert_same(&listing(&docx), &listing(&text));
    // Places are counted alike in both forms, so that nothing at all differs.
    assert!(docx == text, "the plans differ outside the listing");
}

#[test]
fn every_line_of_the_annex_is_there() {
    let plan = plan("docx");
    let counts: Vec<Vec<usize>> = plan
        .tasks
        .iter()
        .map(|task| task.activities.iter().map(|activity| activity.indicators.len()).collect())
        .collect();
    let expected: [&[usize]; 9] = [&[10], &[11], &[8], &[13], &[5], &[6], &[10], &[2, 1, 1], &[4, 2]];
    assert_eq!(counts, expected);
    assert_eq!(plan.lines().count(), 73);
    assert_eq!(plan.impact.len(), 6);
    assert_eq!(plan.line(&"t2-10".parse().unwrap()).unwrap().name, "Әрбір іс-шарадан фото");
}

#[test]
fn the_annex_saved_by_another_word_processor_is_the_same() {
    assert!(read(&fixture("annex.kk.libreoffice.docx")) == read(&real_annex("docx")));
}

#[test]
fn nothing_personal_is_left_in_the_unread_words_or_the_findings() {
    for form in ["docx", "txt"] {
        let read = read(&real_annex(form));
        let told = format!("{:?} {:?} {:?}", read.findings, read.plan.unread, read.plan.team);
        for name in ["Қызметкер", "Төраға Т", "Орынбасар О", "Директор Д", "Менеджер М", "700"]
        {
            assert!(!told.contains(name), "{form}: {name}");
        }
    }
}
