//! Renderings of a small project on one day, held as files that a coordinator can read.

use super::*;
use crate::assess::{Assessment, assess};
use crate::check::{Stage, check};
use crate::facts::{FactsLimits, Observations, observe, read_facts};
use crate::language::Language;
use crate::plan::{Plan, Policy, read_plan};
use crate::review::ReviewSummary;

mod hostile;
mod html;
mod model;
mod register;
mod reviewed;
mod section;
mod tags;
mod texts;

/// A small plan with one line of most sorts.
pub(super) fn plan() -> Plan {
    read_plan(include_str!("plan.json").as_bytes()).unwrap()
}

/// Three months of its facts.
pub(super) fn observations() -> Observations {
    let read = read_facts(include_str!("facts.jsonl").as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(read.findings, []);
    observe(read.entries)
}

/// Where its lines stand on 15 August 2024.
pub(super) fn assessment(plan: &Plan, observations: &Observations) -> Assessment {
    assess(plan, observations, "2024-08-15".parse().unwrap(), &Policy::default(), None)
}

/// The report of that day.
pub(super) fn report(language: Language) -> Report {
    let (plan, observations) = (plan(), observations());
    let checked = check(&plan, Stage::Signed, &Policy::default(), &[]);
    let assessment = assessment(&plan, &observations);
    build(
        &plan,
        &assessment,
        &checked.findings,
        &checked.folded,
        &ReviewSummary::default(),
        &observations,
        language,
    )
}

/// A plan of one activity with a deadline and lines, in a project from June to October 2024.
pub(super) fn small(due: &str, lines: &str) -> Plan {
    let text = format!(
        r#"{{"format":"qoldau-plan/1.0","id":"p","language":"ru","editions":[{{"number":0}}],"goals":[],
        "expectedResults":[],"partners":[],"team":{{"staff":[],"specialists":[]}},"readings":[],"reportingPeriods":[],
        "unread":[],"period":{{"start":"2024-06-01","end":"2024-10-31"}},"impact":[],
        "tasks":[{{"id":"t1","number":"1","kind":"task","title":"З","activities":[{{"id":"t1-a1","number":"1.1",
        "title":"М","channels":[],"due":{due},"indicators":[{lines}]}}]}}]}}"#
    );
    read_plan(text.as_bytes()).unwrap()
}

/// A line of it with one target.
pub(super) fn line(number: u32, kind: &str, target: &str) -> String {
    format!(
        r#"{{"id":"t1-{number}","number":"1.{number}","name":"Жол","kind":"{kind}","accumulation":"flow",
        "requires":{{"approvals":[],"evidence":[],"listFields":[],"documents":[],"channels":[]}},
        "targets":[{{"id":"t1-{number}.1","text":"","parts":[],{target}}}]}}"#
    )
}

/// What a journal of it says.
pub(super) fn facts(lines: &[&str]) -> Observations {
    let journal = [&[r#"{"format":"qoldau-journal/1.0","plan":"p"}"#], lines].concat().join("\n");
    let read = read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(read.findings, []);
    observe(read.entries)
}
