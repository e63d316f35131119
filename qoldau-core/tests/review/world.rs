//! A small plan, its people, and journals written as shortly as a test reads best.

use qoldau_core::facts::{EntryState, FactsLimits, FactsRead, read_facts};
use qoldau_core::finding::ParamValue;
use qoldau_core::plan::{Plan, Policy, read_plan};
use qoldau_core::review::{AuthorRole, Reviews, Role, review};
use qoldau_core::value::{Id, IsoDate};

pub(crate) fn id(text: &str) -> Id {
    text.parse().unwrap()
}

pub(crate) fn day(day: u32) -> IsoDate {
    IsoDate::new(2024, 6, day).unwrap()
}

pub(crate) fn plan() -> Plan {
    read_plan(include_bytes!("../facts/plan.json")).unwrap()
}

/// Aida records, Berik coordinates, Saule leads, the operator checks; nobody knows the guest.
pub(crate) fn roles() -> Vec<AuthorRole> {
    let rows = [
        ("aida", Role::Recorder),
        ("berik", Role::Coordinator),
        ("saule", Role::Leader),
        ("operator", Role::Operator),
    ];
    rows.map(|(author, role)| AuthorRole { author: author.into(), role }).into()
}

/// An entry of a day in June; its clock says the same day at noon.
pub(crate) fn entry(id: &str, on: u32, author: &str, kind: &str, body: &str) -> String {
    replacing(id, on, author, kind, body, &[])
}

pub(crate) fn replacing(
    id: &str,
    on: u32,
    author: &str,
    kind: &str,
    body: &str,
    replaces: &[&str],
) -> String {
    let clock = format!("2024-06-{on:02}T12:00:00.000Z-0000");
    format!(
        r#"{{"id":"{id}","on":"2024-06-{on:02}","author":"{author}","kind":"{kind}","body":{body},"replaces":{replaces:?},"clock":"{clock}"}}"#
    )
}

pub(crate) fn count(id: &str, on: u32, author: &str) -> String {
    let body = r#"{"line":"t1-1","mode":"add","value":{"kind":"amount","amount":"5"}}"#;
    entry(id, on, author, "reading", body)
}

pub(crate) fn step(id: &str, on: u32, author: &str, state: &str, entries: &[&str]) -> String {
    let body = format!(r#"{{"entries":{entries:?},"state":"{state}","remark":"{state} {on}"}}"#);
    entry(id, on, author, "entryReview", &body)
}

pub(crate) fn read(entries: &[String]) -> FactsRead {
    let text = format!("{{\"format\":\"qoldau-journal/1.1\",\"plan\":\"p\"}}\n{}", entries.join("\n"));
    let read = read_facts(text.as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(read.findings, []);
    read
}

pub(crate) fn reviewed(entries: &[String], on: u32) -> Reviews {
    review(&plan(), &read(entries), &roles(), &Policy::default(), day(on))
}

pub(crate) fn state(reviews: &Reviews, entry: &str) -> EntryState {
    reviews.of_entry(&id(entry)).unwrap().state
}

/// Every finding as its code and what it names.
pub(crate) fn told(reviews: &Reviews) -> Vec<String> {
    let finding = |finding: &qoldau_core::finding::Finding| {
        let what = finding.params.first().map(|param| match &param.value {
            ParamValue::Id { id } => format!(" {id}"),
            other => format!(" {other:?}"),
        });
        format!("{}{}", finding.code, what.unwrap_or_default())
    };
    reviews.findings.iter().map(finding).collect()
}
