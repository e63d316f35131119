//! The report as a value.

use super::*;
use std::collections::BTreeSet;

use crate::assess::Headline;
use crate::plan::{Contract, Edition};
use crate::review::ReviewSummary;
use crate::value::DateRange;

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
    let (block, lines): (BTreeSet<String>, BTreeSet<String>) =
        listed.into_iter().partition(|number| number.starts_with("IV."));
    assert_eq!(lines, open);
    let short = report.impact.iter().filter(|row| row.notes.iter().any(|note| note.contains("Жетіспейді")));
    assert_eq!(block, short.map(|row| format!("IV.{}", row.line.number)).collect());
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

#[test]
fn a_reporting_period_stands_beside_the_cumulative_figures() {
    let (plan, observations) = (plan(), observations());
    let june = DateRange { start: "2024-06-01".parse().unwrap(), end: "2024-06-30".parse().unwrap() };
    let day = "2024-08-15".parse().unwrap();
    let assessment = assess(&plan, &observations, day, &Policy::default(), Some(june));
    let report =
        build(&plan, &assessment, &[], &[], &ReviewSummary::default(), &observations, Language::English);
    assert_eq!(report.head.reporting_period.as_deref(), Some("Reporting period: June 2024"));
    let lines = report.tasks.iter().flat_map(|task| &task.activities).flat_map(|activity| &activity.lines);
    let participants = lines.into_iter().find(|line| line.line.number == "1.4").unwrap();
    let [target] = participants.targets.as_slice() else { panic!("one target") };
    assert_eq!((target.claimed.as_str(), target.proven.as_str()), ("760", "748"));
    assert_eq!(target.in_period.as_deref(), Some("In the reporting period: claimed 310, proven 298"));
}

#[test]
fn the_edition_names_the_agreement_that_brought_it() {
    let (mut plan, observations) = (plan(), observations());
    plan.editions.push(Edition {
        number: 1,
        agreement: Some(Contract { number: Some("2".into()), date: "2024-08-01".parse().ok() }),
        effective_from: "2024-08-01".parse().ok(),
    });
    let assessment = assessment(&plan, &observations);
    let edition = |language| {
        build(&plan, &assessment, &[], &[], &ReviewSummary::default(), &observations, language).head.edition
    };
    assert_eq!(
        Language::ALL.map(|language| edition(language).replace('\u{a0}', " ")),
        [
            "Жоспардың редакциясы: 1 (Қосымша келісім № 2, 01.08.2024)",
            "Редакция плана: 1 (Дополнительное соглашение № 2, 01.08.2024)",
            "Plan edition: 1 (Supplementary agreement № 2, 01.08.2024)",
        ]
    );
}
