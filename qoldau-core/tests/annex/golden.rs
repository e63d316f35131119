//! The real annex, in both its forms, against a listing that a coordinator can check by eye.

use std::fmt::Write;
use std::path::Path;

use qoldau_core::language::Language;
use qoldau_core::plan::{
    Activity, Anchor, Approver, Due, Plan, Requires, TaskKind, Team, print_targets, read_plan, write_plan,
};

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
    let contract = plan.contract.as_ref().unwrap();
    writeln!(out, "Plan {}, language {}", plan.id, plan.language.tag()).unwrap();
    writeln!(out, "Contract: № {} of {}", or_none(contract.number.as_ref()), or_none(contract.date)).unwrap();
    for (label, field) in [
        ("Grantee", &plan.grantee),
        ("Priority", &plan.priority),
        ("Title", &plan.title),
        ("Territory", &plan.territory),
        ("Target group", &plan.target_group),
    ] {
        writeln!(out, "{label}: {}", or_none(field.as_ref())).unwrap();
    }
    let period = plan.period.unwrap();
    writeln!(out, "Period: {} to {}", period.start, period.end).unwrap();
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
            list_activity(&mut out, activity, plan.language);
        }
    }
    writeln!(out, "\nSocial impact").unwrap();
    for line in &plan.impact {
        let targets = print_targets(&line.targets, plan.language);
        let unit = or_none(line.unit.as_ref());
        writeln!(out, "  {} [{}] {}", line.number, line.id, line.name).unwrap();
        writeln!(out, "      {targets} ({unit}) – {}", line.kind.key()).unwrap();
    }
    writeln!(out, "\nNot understood: {} places", plan.unread.len()).unwrap();
    out
}

fn or_none<T: std::fmt::Display>(value: Option<T>) -> String {
    value.map_or_else(|| "–".into(), |value| value.to_string())
}

fn list_team(out: &mut String, team: &Team) {
    for (label, list) in [("Staff", &team.staff), ("Specialists", &team.specialists)] {
        writeln!(out, "{label} ({}):", list.len()).unwrap();
        for person in list {
            let (role, workload) = (or_none(person.role.as_ref()), or_none(person.workload_percent));
            writeln!(out, "  - [{}] {role}, {workload} % of working time", person.id).unwrap();
        }
    }
}

fn list_activity(out: &mut String, activity: &Activity, language: Language) {
    writeln!(out, "  Activity {} [{}] {}", activity.number, activity.id, activity.title).unwrap();
    writeln!(out, "    Due: {}", activity.due.as_ref().map_or_else(|| "–".into(), due)).unwrap();
    match &activity.venue {
        Some(venue) => writeln!(out, "    Venue: {venue}").unwrap(),
        None => writeln!(out, "    Channels: {}", activity.channels.join(" | ")).unwrap(),
    }
    for line in &activity.indicators {
        writeln!(out, "    {} [{}] {}", line.number, line.id, line.name).unwrap();
        let targets = print_targets(&line.targets, language);
        writeln!(out, "        {targets} – {}{}", line.kind.key(), requires(&line.requires)).unwrap();
    }
}

/// What a line asks for beside its number, in the words of the wire form.
fn requires(requires: &Requires) -> String {
    let wire = serde_json::to_value(requires).unwrap();
    let fields = wire
        .as_object()
        .unwrap()
        .iter()
        .filter(|(_, list)| list.as_array().is_some_and(|list| !list.is_empty()));
    fields.fold(String::new(), |text, (field, list)| {
        let items: Vec<&str> = list.as_array().unwrap().iter().filter_map(|item| item.as_str()).collect();
        format!("{text}; {field}: {}", items.join(", "))
    })
}

fn due(due: &Due) -> String {
    match due {
        Due::Range { start, end, inherited, text, .. } => {
            let inherited = if *inherited { ", inherited" } else { "" };
            format!("{} to {}{inherited} («{text}»)", or_none(*start), or_none(*end))
        }
        Due::Relative { anchor: Anchor::ActivePhaseEnd, side, text, .. } => {
            let side = format!("{side:?}").to_lowercase();
            format!("{side} the end of the active phase («{text}»)")
        }
        other => format!("{other:?}"),
    }
}

/// Compares with a golden file, or writes it anew when `UPDATE_GOLDEN` is set.
fn assert_golden(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    assert_same(&std::fs::read_to_string(&path).unwrap(), found);
}

#[test]
fn the_real_annex_is_read_as_the_golden_listing_says() {
    assert_golden("annex-plan.txt", &listing(&plan("docx")));
}

#[test]
fn the_real_annex_has_the_golden_wire_form() {
    let plan = plan("docx");
    let json = write_plan(&plan).unwrap();
    assert_golden("annex-plan.json", &format!("{json}\n"));
    assert!(read_plan(json.as_bytes()).unwrap() == plan, "what was written is read back");
}

#[test]
fn the_real_annex_leaves_nothing_to_ask_about_its_reading() {
    for form in ["docx", "txt"] {
        assert_eq!(read(&real_annex(form)).findings, []);
    }
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
    let agreed: Vec<&str> = plan
        .lines()
        .filter(|(_, _, line)| line.requires.approvals.contains(&Approver::LocalExecutiveBody))
        .map(|(_, _, line)| line.number.as_str())
        .collect();
    assert_eq!(agreed, ["1.2", "2.1", "4.1", "7.1"], "four lines need the local executive body");
    assert_eq!(plan.line(&"t2-10".parse().unwrap()).unwrap().name, "Әрбір іс-шарадан фото");
}

#[test]
fn the_annex_saved_by_another_word_processor_is_the_same() {
    let real = read(&real_annex("docx"));
    for saved in ["annex.kk.libreoffice.docx", "annex.kk.odt.docx"] {
        assert!(read(&fixture(saved)) == real, "{saved}");
    }
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
