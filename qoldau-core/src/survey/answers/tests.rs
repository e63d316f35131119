//! Answers of one person to the sample questionnaire.

use serde_json::{Value, json};

use super::{PersonCode, Relevance, Response, Standing, check_responses};
use crate::language::Language;
use crate::survey::questionnaire::{Form, MissingReason, Questionnaire, read_questionnaire};
use crate::survey::rules::SURVEY_RULES;

const SAMPLE: &str = include_str!("../../../../examples/data/survey.json");

fn sample() -> Questionnaire {
    read_questionnaire(SAMPLE.as_bytes()).unwrap()
}

#[expect(clippy::needless_pass_by_value, reason = "it is given where it is made")]
fn response(phase: &str, answers: Value) -> Response {
    let record = json!({ "id": "r1", "phase": phase, "consent": true, "code": "АЙ1407", "answers": answers });
    serde_json::from_value(record).unwrap()
}

fn number(value: &str) -> Value {
    json!({ "kind": "number", "value": value })
}

fn option(code: &str) -> Value {
    json!({ "kind": "option", "code": code })
}

/// The fields that are not as those nobody touched, a line each, with the codes of their findings.
fn said(questionnaire: &Questionnaire, response: &Response) -> Vec<String> {
    let state = Form::of(questionnaire).state(response);
    let mut lines: Vec<String> = state.findings.iter().map(|finding| finding.code.clone()).collect();
    for field in state.fields {
        let codes: Vec<&str> = field.findings.iter().map(|finding| finding.code.as_str()).collect();
        let standing = match field.standing {
            Standing::NotAsked {} | Standing::NoAnswer {} if codes.is_empty() => continue,
            standing => serde_json::to_value(standing).unwrap()["kind"].as_str().unwrap().to_owned(),
        };
        let line = format!("{} {standing} {}", field.question, codes.join(" "));
        lines.push(line.trim_end().to_owned());
    }
    lines
}

#[test]
fn what_was_not_asked_not_answered_and_refused_are_told_apart() {
    let questionnaire = sample();
    let answers = json!({
        "age": { "kind": "missing", "reason": "refused" },
        "takes_part": { "kind": "yesNo", "yes": true },
        "satisfaction": { "kind": "missing", "reason": "dontKnow" },
        "wishes": { "kind": "text", "text": "  " }
    });
    let state = Form::of(&questionnaire).state(&response("after", answers));
    let standing = |name: &str| {
        let field = state.fields.iter().find(|field| field.question.as_str() == name).unwrap();
        (field.relevance, field.required, field.standing)
    };
    let missing = |reason| Standing::Missing { reason };
    assert_eq!(standing("age"), (Relevance::Asked, true, missing(MissingReason::Refused)));
    assert_eq!(standing("satisfaction"), (Relevance::Asked, false, missing(MissingReason::DontKnow)));
    assert_eq!(standing("events"), (Relevance::Asked, false, Standing::NoAnswer {}));
    assert_eq!(standing("wishes"), (Relevance::Asked, false, Standing::NoAnswer {}));
    assert!(state.complete);

    // The first phase does not ask whether the person took part, and so neither what hangs on it.
    let before = Form::of(&questionnaire).state(&response("before", json!({ "age": number("20") })));
    let unasked: Vec<&str> = before
        .fields
        .iter()
        .filter(|field| field.relevance == Relevance::NotAsked)
        .map(|field| field.question.as_str())
        .collect();
    assert_eq!(unasked, ["takes_part", "events", "satisfaction", "recommend"]);
    // The second does, and without an answer what hangs on it is undecided, which is not no.
    let after = Form::of(&questionnaire).state(&response("after", json!({ "age": number("20") })));
    assert_eq!(after.fields[6].relevance, Relevance::Undecided);
    assert!(!after.complete && before.complete);
}

#[test]
fn what_is_wrong_is_said_at_its_question() {
    let questionnaire = sample();
    let yes = json!({ "kind": "yesNo", "yes": true });
    let marks = |codes: &[&str]| json!({ "kind": "options", "codes": codes });
    let cases = [
        (json!({}), vec!["age noAnswer SVY201", "takes_part noAnswer SVY201"]),
        (
            json!({ "age": number("13"), "takes_part": yes }),
            vec!["age invalid SVY205", "takes_part answered"],
        ),
        (
            json!({ "age": number("20.5"), "takes_part": yes }),
            vec!["age invalid SVY205", "takes_part answered"],
        ),
        (
            json!({ "age": option("20"), "takes_part": yes }),
            vec!["age invalid SVY203", "takes_part answered"],
        ),
        (
            json!({ "age": number("20"), "takes_part": { "kind": "yesNo", "yes": false }, "satisfaction": option("5") }),
            vec!["age answered", "takes_part answered", "satisfaction notAsked SVY202"],
        ),
        (
            json!({ "age": number("20"), "takes_part": yes, "satisfaction": option("6"), "recommend": number("11") }),
            vec![
                "age answered",
                "takes_part answered",
                "satisfaction invalid SVY204",
                "recommend invalid SVY205",
            ],
        ),
        (
            json!({ "age": number("20"), "takes_part": yes, "interests": marks(&["sport", "none"]) }),
            vec!["age answered", "takes_part answered", "interests invalid SVY206"],
        ),
        (
            json!({ "age": number("20"), "takes_part": yes, "interests": marks(&["sport", "sport"]) }),
            vec!["age answered", "takes_part answered", "interests invalid SVY213"],
        ),
        (
            json!({ "age": number("20"), "takes_part": yes, "interests": { "kind": "unread" }, "aeg": number("1") }),
            vec!["SVY209", "age answered", "takes_part answered", "interests invalid SVY214"],
        ),
    ];
    for (answers, expected) in cases {
        assert_eq!(said(&questionnaire, &response("after", answers.clone())), expected, "{answers}");
    }
    let record =
        Response { consent: None, code: Some(PersonCode::new("А1407")), ..response("third", json!({})) };
    assert_eq!(said(&questionnaire, &record)[..3], ["SVY210", "SVY212", "SVY211"]);
}

#[test]
fn a_constraint_that_could_not_be_evaluated_is_no_pass() {
    let mut questionnaire = sample();
    let answers =
        json!({ "age": number("20"), "takes_part": { "kind": "yesNo", "yes": true }, "events": number("3") });
    for (constraint, expected) in [
        (". <= 3", "events answered"),
        (". < 3", "events invalid SVY207"),
        (". / (age - 20) < 3", "events unchecked SVY208"),
        // The place was not answered: there is nothing to compare with.
        ("place = 'aktau'", "events unchecked SVY208"),
        (". <", "events unchecked SVY208"),
        (". = 'three'", "events unchecked SVY208"),
    ] {
        questionnaire.questions[6].constraint = Some(constraint.into());
        let lines = said(&questionnaire, &response("after", answers.clone()));
        assert!(lines.iter().any(|line| line == expected), "{constraint}: {lines:?}");
    }
    questionnaire.questions[6].constraint = None;
    questionnaire.questions[6].relevant = Some("1 / (age - 20) > 0".into());
    let lines = said(&questionnaire, &response("after", answers));
    assert!(lines.iter().any(|line| line == "events unchecked SVY208"), "{lines:?}");
}

#[test]
fn nothing_of_a_person_is_printed() {
    let answers = json!({ "wishes": { "kind": "text", "text": "Сырым мынау" } });
    let response = response("after", answers);
    let printed = format!("{response:?} {:?}", Form::of(&sample()).state(&response));
    assert!(!printed.contains("Сырым") && !printed.contains("АЙ1407"), "{printed}");
}

#[test]
fn many_records_are_judged_row_by_row_and_a_flood_is_counted() {
    let questionnaire = sample();
    let form = Form::of(&questionnaire);
    let bad = Response { consent: Some(false), ..response("before", json!({ "age": number("20") })) };
    let named = |number: u32| Response { id: format!("r{number}").parse().unwrap(), ..bad.clone() };
    let findings = check_responses(&form, &(0..1_200).map(named).collect::<Vec<_>>());
    assert_eq!(findings.len(), 1_001);
    let last = findings.last().unwrap();
    let rule = SURVEY_RULES.iter().copied().flatten().find(|rule| rule.code == last.code).unwrap();
    assert_eq!(
        rule.say(last, Language::English),
        "There are more findings of code SVY210, which are not listed. Their number: 200"
    );
    let json = serde_json::to_value(&findings[1]).unwrap();
    assert_eq!(json["place"], json!({ "kind": "row", "row": 2, "column": 0 }));
}
