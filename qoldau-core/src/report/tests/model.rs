//! The report as a value.

use super::*;
use std::collections::BTreeSet;

use crate::assess::Headline;

#[test]
fn every_line_that_needs_action_is_in_the_list_of_what_to_do_and_no_other() {
    let report = report(Language::Kazakh);
    let open: BTreeSet<_> = report
        .tasks
        .iter()
        .flat_map(|task| &task.activities)
        .flat_map(|activity| &activity.lines)
        .filter(|line| matches!(line.headline, Headline::NeedsAction | Headline::Overdue))
        .map(|line| line.line.number.clone())
        .collect();
    let listed: BTreeSet<_> = report
        .to_do
        .iter()
        .flat_map(|group| &group.items)
        .flat_map(|item| &item.lines)
        .map(|line| line.number.clone())
        .collect();
    assert_eq!(listed, open);
}

#[test]
fn an_event_names_what_is_missing_from_it() {
    let report = report(Language::English);
    let said: Vec<String> = report
        .to_do
        .iter()
        .filter(|group| group.kind == ToDoKind::Event)
        .map(|group| {
            let items: Vec<&str> = group.items.iter().map(|item| item.what.as_str()).collect();
            format!(
                "{}, {}: {}",
                group.date_text,
                group.label.as_deref().unwrap_or_default(),
                items.join(", ")
            )
            .replace('\u{a0}', " ")
        })
        .collect();
    assert_eq!(said, ["15.06, Футбол турнирі: 2 photos, 1 video"]);
}

#[test]
fn the_report_and_the_register_as_json() {
    let (plan, observations) = (plan(), observations());
    let register = register(&plan, &assessment(&plan, &observations), &observations, Language::English);
    insta::assert_snapshot!("json-report", serde_json::to_string_pretty(&report(Language::English)).unwrap());
    insta::assert_snapshot!("json-register", serde_json::to_string_pretty(&register).unwrap());
}
