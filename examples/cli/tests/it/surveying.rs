//! `qoldau survey`.

use crate::program::{data, folder, piped, qoldau};

fn compare(more: &[&str]) -> crate::program::Run {
    let files = ["survey.json", "survey-before.csv", "survey-after.csv"].map(data);
    let arguments =
        ["survey", "compare"].into_iter().chain(files.iter().map(String::as_str)).chain(more.iter().copied());
    qoldau(&arguments.collect::<Vec<_>>())
}

#[test]
fn the_sample_questionnaire_is_clean_and_a_spoilt_one_is_not() {
    let file = data("survey.json");
    let run = qoldau(&["survey", "lint", &file]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (Some(0), "", ""));
    let spoilt = std::fs::read_to_string(&file)
        .unwrap()
        .replace("\"relevant\": \"takes_part\"", "\"relevant\": \"takes_part and (\"");
    let run = piped(&["survey", "lint", "-", "--language", "ru"], spoilt.as_bytes());
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.contains("SVY104 (events.relevant): Выражение не читается: выражение обрывается"),
        "{}",
        run.out
    );
    assert!(run.out.contains("→ Исправьте ошибку у указанного символа"), "{}", run.out);
    let run = piped(&["survey", "lint", &file, "--second", "-", "--json"], spoilt.as_bytes());
    let findings: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(findings.as_array().map(Vec::len), Some(3), "{}", run.out);
}

#[test]
fn a_phase_is_scored() {
    let (survey, answers) = (data("survey.json"), data("survey-after.csv"));
    let run = qoldau(&["survey", "score", &survey, &answers]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(
        run.out.contains("Satisfaction level: 90.5% (38/42); promised: at least 80%. Met with confidence"),
        "{}",
        run.out
    );
    assert!(run.err.contains("SVY307 (row 7, column 7): The answer in the cell is not known"), "{}", run.err);
    let run = qoldau(&["survey", "score", &survey, &answers, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["satisfaction"]["share"], serde_json::json!({ "numerator": "38", "denominator": "42" }));
    assert_eq!(json["satisfaction"]["verdict"], "metWithConfidence");
}

#[test]
fn two_phases_are_compared_and_drawn() {
    let charts = folder("survey-charts");
    let run = compare(&["--language", "kk", "--smallest", "1", "--charts", &charts.display().to_string()]);
    // One record of the sample has no consent, which is an error of that record.
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.err.contains("SVY210"), "{}", run.err);
    assert!(run.out.contains("Кодтар: жұбы табылған 34"), "{}", run.out);
    for name in ["changes.svg", "agreement-1.svg", "agreement-2.svg", "satisfied-2.svg"] {
        let svg = std::fs::read_to_string(charts.join(name)).expect(name);
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"), "{name}");
    }
    let json: serde_json::Value = serde_json::from_str(&compare(&["--json"]).out).unwrap();
    assert_eq!(json["comparison"]["pairing"]["matched"], 34);
}

#[test]
fn what_cannot_be_carried_out_says_why() {
    let (survey, answers) = (data("survey.json"), data("survey-after.csv"));
    let run = qoldau(&["survey", "score", &survey, &answers, "--phase", "third"]);
    assert_eq!(
        (run.code, run.err.trim_end()),
        (Some(2), "qoldau: The survey has no such phase: third (CLI014)")
    );
    let run = qoldau(&["survey", "lint", &answers]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("SRV003"), "{}", run.err);
    let run = piped(&["survey", "score", &survey, "-"], b"age\n\"20");
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("SRV006"), "{}", run.err);
}

#[test]
fn a_large_table_is_counted_as_it_would_be_scored() {
    let (survey, answers) = (data("survey.json"), data("survey-after.csv"));
    let count = |more: &[&str]| {
        let arguments = ["survey", "count", &survey, &answers, "--phase", "after"];
        qoldau(&arguments.into_iter().chain(more.iter().copied()).collect::<Vec<_>>())
    };
    let run = count(&[]);
    assert_eq!(count(&["--threads", "3"]).out, run.out);
    let counted: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let scored = qoldau(&["survey", "score", &survey, &answers, "--json"]);
    let scored: serde_json::Value = serde_json::from_str(&scored.out).unwrap();
    let group = &counted["groups"][1];
    assert_eq!((&group["phase"], &group["people"]), (&"after".into(), &scored["scores"]["people"]));
    let items = group["items"].as_array().unwrap();
    assert!(!items.is_empty());
    for item in items {
        let questions = scored["scores"]["questions"].as_array().unwrap();
        let of = questions.iter().find(|of| of["question"] == item["question"]).unwrap();
        for field in ["answered", "noAnswer", "dontKnow", "refused", "invalid", "mean"] {
            assert_eq!(item[field], of[field], "{field} of {}", item["question"]);
        }
    }
    let run = count(&["--follow", "events", "--language", "en"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("SRV010"), "{}", run.err);
}
