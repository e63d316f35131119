//! A fault of an argument is told at its own field, whatever order the fields stand in.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

use qoldau_core::facts::Entry;
use qoldau_core::failure::{Decode, Failure, from_json};
use qoldau_core::journal::Draft;
use qoldau_core::plan::{Plan, read_plan, write_plan};
use qoldau_core::whole::HoldOptions;

const PLAN: &str = include_str!("../../tests/vectors/inputs/small-plan.json");

fn failure<T: Decode + std::fmt::Debug>(json: &str) -> Failure {
    from_json::<T>(json.as_bytes()).unwrap_err()
}

/// Path and detail, without line and column.
fn told<T: Decode + std::fmt::Debug>(json: &str) -> (String, String) {
    let Failure { code, path, detail, .. } = failure::<T>(json);
    assert_eq!(code, "INP001");
    let (said, place) = detail.rsplit_once(" (line ").unwrap();
    let column: usize = place.rsplit_once("column ").unwrap().1.trim_end_matches(')').parse().unwrap();
    assert!((1..=json.len()).contains(&column), "{detail}");
    (path.unwrap(), said.to_owned())
}

const RIGHT: &str = r#"{"line":"l","mode":"add","value":{"kind":"amount","amount":"5"}}"#;

/// An entry as canonical JSON writes it: its body before its kind.
fn canonical(kind: &str, body: &str) -> String {
    format!(r#"{{"author":"aida","body":{body},"id":"e1","kind":"{kind}","on":"2024-06-14"}}"#)
}

fn kind_first(kind: &str, body: &str) -> String {
    format!(r#"{{"id":"e1","kind":"{kind}","author":"aida","on":"2024-06-14","body":{body}}}"#)
}

#[test]
fn of_an_entry_in_canonical_order_the_field_of_the_body_is_named() {
    for (kind, body, path) in [
        ("reading", r#"{"line":null,"mode":"add","value":{"kind":"amount","amount":"5"}}"#, "/body/line"),
        (
            "reading",
            r#"{"line":"l","mode":"add","value":{"kind":"amount","amount":"five"}}"#,
            "/body/value/amount",
        ),
        (
            "reading",
            r#"{"line":"l","mode":"add","value":{"kind":"amount","numerator":"5"}}"#,
            "/body/value/numerator",
        ),
        ("reading", r#"{"line":"l","mode":"add","value":{"kind":"amount"}}"#, "/body/value"),
        ("reading", r#"{"line":"l","mode":"add"}"#, "/body"),
        ("reading", r#"{"line":"l","mode":"add","value":{"kind":5}}"#, "/body/value/kind"),
        ("headcount", r#"{"event":"e","headcount":-1}"#, "/body/headcount"),
        ("sameEvent", r#"{"events":["e1",5]}"#, "/body/events/1"),
        ("void", "5", "/body"),
        (
            "amend",
            r#"{"body":{"line":null,"mode":"add","value":{"kind":"amount","amount":"5"}},"kind":"reading","reason":"r"}"#,
            "/body/body/line",
        ),
    ] {
        for json in [canonical(kind, body), kind_first(kind, body)] {
            assert_eq!(told::<Entry>(&json).0, path, "{json}");
            let list = format!("[{},{json}]", canonical("reading", RIGHT));
            assert_eq!(told::<Vec<Entry>>(&list).0, format!("/1{path}"), "{list}");
        }
    }
    // Faults beside a body that is right.
    let json = canonical("reading", RIGHT);
    from_json::<Entry>(json.as_bytes()).unwrap();
    assert_eq!(told::<Entry>(&json.replace("2024-06-14", "14.06.2024")).0, "/on");
    assert_eq!(told::<Entry>(&json.replace("\"e1\"", "5")).0, "/id");
    assert_eq!(told::<Entry>(&json.replace("author", "Айгерім")).0, "/?", "a name may be anybody's words");
}

#[test]
fn of_an_object_with_a_kind_the_field_is_named() {
    let chart = |label: &str, counts: &str| {
        let bar = format!(r#"{{"label":{label},"counts":{counts}}}"#);
        format!(r#"{{"kind":"stackedBars","title":"t","description":"d","steps":[],"bars":[{bar}]}}"#)
    };
    let right = chart(r#""l""#, "[1,2]");
    let with = |charts: &str| {
        format!(r#"{{"sections":[{{"title":"t","paragraphs":[],"tables":[],"charts":[{charts}]}}]}}"#)
    };
    from_json::<HoldOptions>(with(&format!("{right},{right}")).as_bytes()).unwrap();
    for (wrong, path) in [
        (chart("5", "[]"), "/bars/0/label"),
        (chart(r#""l""#, r#"[1,"2"]"#), "/bars/0/counts/1"),
        (right.replace("title", "heading"), "/heading"),
        (right.replace(r#""title":"t","#, ""), ""),
        (right.replace("stackedBars", "pie"), "/kind"),
    ] {
        for (charts, at) in [
            (wrong.clone(), 0),
            (format!("{wrong},{right}"), 0),
            (format!("{right},{wrong}"), 1),
            (format!("{right},{wrong},{right}"), 1),
        ] {
            let json = with(&charts);
            assert_eq!(told::<HoldOptions>(&json).0, format!("/sections/0/charts/{at}{path}"), "{json}");
        }
    }
}

#[test]
fn what_is_no_word_is_of_another_kind_and_not_another_text_than_json() {
    let plan = write_plan(&read_plan(PLAN.as_bytes()).unwrap()).unwrap();
    for wrong in ["5", "-1", "true", "null", "[]"] {
        let json = plan.replacen(r#""kind": "task""#, &format!(r#""kind": {wrong}"#), 1);
        assert_ne!(json, plan);
        assert_eq!(
            told::<Plan>(&json),
            (
                "/tasks/0/kind".into(),
                "malformed at `/tasks/0/kind`: expected one of `task`, `presentation`, `information`".into()
            )
        );
        let error = read_plan(json.as_bytes()).unwrap_err();
        assert_eq!(error.code(), "PLN004", "{error}");
        let line: u32 =
            plan.lines().position(|line| line.contains(r#""kind": "task""#)).unwrap().try_into().unwrap();
        assert!(error.to_string().contains(&format!("(line {}, ", line.saturating_add(1))), "{error}");
    }
}

#[test]
fn half_a_letter_is_told_where_it_stands() {
    for half in ["\\ud800", "\\udc00", "a\\ud83dx", "\\ud83d\\u0041"] {
        let body = format!(r#"{{"line":"{half}","mode":"add","value":{{"kind":"amount","amount":"5"}}}}"#);
        for json in [canonical("reading", &body), kind_first("reading", &body)] {
            let told = told::<Entry>(&json);
            assert_eq!(
                told,
                ("/body/line".into(), "malformed at `/body/line`: a text holds half a letter".into())
            );
        }
    }
    // Both halves are a letter.
    let json = canonical("reading", RIGHT).replace("aida", "\\ud83d\\ude00");
    from_json::<Entry>(json.as_bytes()).unwrap();
}

#[test]
fn of_a_draft_everything_but_what_it_needs_may_be_null() {
    let draft = |replaces: &str| {
        let json =
            format!(r#"{{"id":"e1","on":"2024-06-14","author":"aida","kind":"void","body":{{}}{replaces}}}"#);
        from_json::<Draft>(json.as_bytes()).unwrap()
    };
    assert_eq!(draft(r#","replaces":null"#), draft(""));
    assert_eq!(draft(r#","replaces":[]"#), draft(""));
}
