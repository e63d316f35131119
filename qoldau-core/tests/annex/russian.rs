//! A Russian annex: other words, one table for each task in the .docx, rows without numbers.

use qoldau_core::language::Language;
use qoldau_core::plan::{Plan, TaskKind};

use crate::support::{codes, fixture, read};

/// A plan without its places: the two forms divide their tables differently.
fn without_places(plan: &Plan) -> serde_json::Value {
    fn strip(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Object(fields) => {
                fields.remove("source");
                fields.values_mut().for_each(strip);
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(plan).unwrap();
    strip(&mut value);
    value
}

#[test]
fn both_forms_give_the_same_plan() {
    let docx = read(&fixture("annex.ru.docx")).plan;
    let text = read(&fixture("annex.ru.txt")).plan;
    assert_eq!(without_places(&docx), without_places(&text));
}

#[test]
fn every_part_is_found() {
    let read = read(&fixture("annex.ru.docx"));
    let plan = &read.plan;
    assert_eq!(plan.language, Language::Russian);
    assert_eq!(plan.id.as_str(), "17-2024-04-15");
    assert_eq!(plan.contract.as_ref().unwrap().number.as_deref(), Some("17"));
    let period = plan.period.unwrap();
    assert_eq!(
        (period.start.to_string(), period.end.to_string()),
        ("2024-05-01".into(), "2024-10-31".into())
    );
    assert_eq!((plan.goals.len(), plan.expected_results.len(), plan.partners.len()), (2, 2, 1));
    assert_eq!((plan.team.staff.len(), plan.team.specialists.len()), (2, 1));
    let shape: Vec<_> = plan
        .tasks
        .iter()
        .map(|task| {
            let lines: Vec<usize> =
                task.activities.iter().map(|activity| activity.indicators.len()).collect();
            (task.kind, task.number.as_str(), lines)
        })
        .collect();
    assert_eq!(
        shape,
        [
            (TaskKind::Task, "1", vec![7]),
            (TaskKind::Task, "2", vec![2, 2]),
            (TaskKind::Presentation, "3", vec![2, 1, 1]),
            (TaskKind::Information, "4", vec![2]),
        ]
    );
    assert_eq!(plan.impact.len(), 4);
    assert_eq!(plan.tasks[3].activities[0].channels, ["Facebook", "Instagram"]);
    assert!(plan.unread.is_empty(), "{:?}", plan.unread);
    assert_eq!(codes(&read), ["ANX102"], "only the empty deadline of activity 2.2 is told");
    let inherited = &read.findings[0];
    assert_eq!(inherited.lines.iter().map(qoldau_core::value::Id::as_str).collect::<Vec<_>>(), ["t2-a2"]);
}
