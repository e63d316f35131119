//! Facts held against a plan: every disagreement of the golden file is told, and nothing else.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper of a test may fail loudly")]

use std::fmt::Write as _;

use qoldau_core::facts::{FACTS_RULES, FactsLimits, FactsRead, check_facts, read_facts};
use qoldau_core::finding::{Finding, ParamValue, Place};
use qoldau_core::language::Language;
use qoldau_core::plan::{Plan, read_plan};

const HEADER: &str = "{\"format\":\"qoldau-journal/1.0\",\"plan\":\"p\"}\n";
const GOLDEN: &str = include_str!("facts/against_plan.txt");

fn plan() -> Plan {
    read_plan(include_bytes!("facts/plan.json")).unwrap()
}

fn read(text: &str) -> FactsRead {
    let read = read_facts(text.as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(read.findings, []);
    read
}

fn told(finding: &Finding) -> String {
    let what = finding.params.first().map(|param| match &param.value {
        ParamValue::Id { id } => id.to_string(),
        ParamValue::Date { date } => date.to_string(),
        other => panic!("{other:?}"),
    });
    format!("= {} {}", finding.code, what.unwrap_or_default()).trim_end().to_owned()
}

#[test]
fn every_disagreement_of_the_golden_file_is_told_as_it_says() {
    let is_line = |line: &&str| !line.is_empty() && !line.starts_with(['#', '=']);
    let lines: Vec<&str> = GOLDEN.lines().filter(is_line).collect();
    let findings = check_facts(&plan(), &read(&format!("{HEADER}{}", lines.join("\n"))));
    let mut now = String::new();
    let mut at = 1;
    for line in GOLDEN.lines().filter(|line| !line.starts_with('=')) {
        writeln!(now, "{line}").unwrap();
        if is_line(&line) {
            at += 1;
            for finding in &findings {
                if matches!(finding.place, Place::Line { line, .. } if line == at) {
                    writeln!(now, "{}", told(finding)).unwrap();
                }
            }
        }
    }
    for (now, golden) in now.lines().zip(GOLDEN.lines()) {
        assert_eq!(now, golden);
    }
    assert_eq!(now.len(), GOLDEN.len());
}

#[test]
fn a_journal_of_another_plan_is_told_once() {
    let findings = check_facts(&plan(), &read(&HEADER.replace("\"p\"", "\"q\"")));
    assert_eq!(findings.iter().map(told).collect::<Vec<_>>(), ["= FCT201 q"]);
    assert_eq!(check_facts(&plan(), &FactsRead::default()), []);
}

#[test]
fn one_mistake_a_thousand_times_over_is_counted() {
    let mut text = String::from(HEADER);
    for number in 0..1500 {
        let body = "{\"line\":\"t9-9\",\"mode\":\"add\",\"value\":{\"kind\":\"amount\",\"amount\":\"1\"}}";
        writeln!(
            text,
            "{{\"id\":\"x{number}\",\"on\":\"2024-06-14\",\"author\":\"p\",\"kind\":\"reading\",\"body\":{body}}}"
        )
        .unwrap();
    }
    let findings = check_facts(&plan(), &read(&text));
    assert_eq!((findings.len(), findings[0].code.as_str()), (1001, "FCT190"));
    assert_eq!(findings[0].params[1].value, ParamValue::Count { count: 500 });
}

#[test]
fn an_unusable_answer_is_told_with_the_answers_that_could_be_given() {
    let said = |question: &str, answer: &str| {
        let body = format!(
            "{{\"line\":\"t1-a1\",\"question\":\"{question}\",\"answer\":\"{answer}\",\"source\":\"agreed\"}}"
        );
        let entry = format!(
            "{{\"id\":\"a\",\"on\":\"2024-06-14\",\"author\":\"p\",\"kind\":\"planReading\",\"body\":{body}}}"
        );
        let finding = check_facts(&plan(), &read(&format!("{HEADER}{entry}"))).remove(0);
        let rule = FACTS_RULES.iter().find(|rule| rule.code == finding.code).unwrap();
        rule.say(&finding, Language::English)
    };
    let opens = "An answer about how a line is read cannot be used and is not in force: t1-a1, ";
    for (question, wanted) in [
        ("letters", "Possible answers: letter, addressee"),
        ("plannedEvents", "A whole number is wanted, such as 3"),
        ("amount", "A number above zero is wanted, such as 150"),
        ("due", "A day is wanted, or two joined by two dots, such as 2024-06-01..2024-08-31"),
        ("sources", "Ids of indicator lines are wanted, such as t1-1 t1-2"),
        ("monthlyUnit", "The code of a unit is wanted, such as post"),
    ] {
        assert_eq!(said(question, "?"), format!("{opens}{question}. {wanted}"));
    }
    assert_eq!(said("other", ""), format!("{opens}other"));
}

#[test]
fn a_correction_of_another_kind_is_asked_about() {
    let lines = [
        r#"{"format":"qoldau-journal/1.1"}"#,
        r#"{"id":"ev","on":"2024-06-10","author":"a","kind":"event","body":{"event":"cup","status":"held","activities":["t2-a1"],"start":"2024-06-10"}}"#,
        r#"{"id":"s","on":"2024-06-11","author":"a","kind":"amend","body":{"kind":"reading","body":{"line":"t3-3","mode":"add","value":{"kind":"amount","amount":"85"}}},"replaces":["ev"]}"#,
        r#"{"id":"r","on":"2024-06-11","author":"a","kind":"reading","body":{"line":"t3-3","mode":"add","value":{"kind":"amount","amount":"85"}}}"#,
        r#"{"id":"v","on":"2024-06-12","author":"a","kind":"void","body":{"reason":"x"},"replaces":["r"]}"#,
    ];
    let found = check_facts(&plan(), &read(&lines.join("\n")));
    let changed: Vec<_> = found.iter().filter(|finding| finding.code == "FCT220").collect();
    let [changed] = changed.as_slice() else { panic!("{found:?}") };
    let said = FACTS_RULES.iter().find(|rule| rule.code == "FCT220").unwrap();
    assert_eq!(
        said.say(changed, qoldau_core::language::Language::English),
        "The entry is of another kind than the one it corrects: ev (event → reading)"
    );
}

#[test]
fn a_detachment_that_takes_nothing_is_told_and_so_is_an_answer_without_its_evidence() {
    let hash = "a".repeat(64);
    let file = |hash: &str| format!(r#"{{"name":"1.jpg","sha256":"{}"}}"#, hash.repeat(64));
    let item = format!(
        r#"{{"id":"i","on":"2024-06-10","author":"a","kind":"evidence","body":{{"item":"x","kind":"photo","lines":["t1-1"],"files":[{}]}}}}"#,
        file("a")
    );
    let detach = |id: &str, what: &str| {
        format!(
            r#"{{"id":"{id}","on":"2024-06-11","author":"a","kind":"detachEvidence","body":{{"evidence":"x",{what}}}}}"#
        )
    };
    let lines = [
        r#"{"format":"qoldau-journal/1.1"}"#.to_owned(),
        item,
        detach("d1", r#""files":[{"name":"1.jpg"}]"#),
        detach("d2", &format!(r#""files":[{{"name":"other.jpg","sha256":"{hash}"}}]"#)),
        detach("d3", &format!(r#""files":[{}]"#, file("b"))),
        detach("d4", r#""files":[{"name":"2.jpg"}]"#),
        detach("d5", r#""events":["cup"]"#),
        r#"{"id":"r","on":"2024-06-12","author":"a","kind":"reply","body":{"remark":"r1","text":"x","evidence":["x","y"]}}"#.to_owned(),
    ];
    let found = check_facts(&plan(), &read(&lines.join("\n")));
    let told: Vec<String> = found
        .iter()
        .filter(|finding| ["FCT226", "FCT209"].contains(&finding.code.as_str()))
        .map(|finding| match &finding.place {
            Place::Line { entry: Some(entry), .. } => format!("{} {entry}", finding.code),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(told, ["FCT226 d3", "FCT226 d4", "FCT226 d5", "FCT209 r"]);
}
