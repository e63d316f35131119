//! What lint says of the sample questionnaire, whole and with one thing wrong at a time.

use serde_json::{Value, json};

use super::{lint, lint_pair};
use crate::language::Language;
use crate::survey::questionnaire::{Questionnaire, read_questionnaire};
use crate::survey::rules::SURVEY_RULES;

const SAMPLE: &str = include_str!("../../../../examples/data/survey.json");

fn sample() -> Value {
    serde_json::from_str(SAMPLE).unwrap()
}

fn read(value: &Value) -> Questionnaire {
    read_questionnaire(value.to_string().as_bytes()).unwrap()
}

/// What is said, a line a finding: code and words.
fn said_of(findings: &[crate::finding::Finding], language: Language) -> String {
    let lines = findings.iter().map(|finding| {
        let rule = SURVEY_RULES.iter().copied().flatten().find(|rule| rule.code == finding.code).unwrap();
        format!("{} {}", finding.code, rule.say(finding, language))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn said(value: &Value) -> String {
    said_of(&lint(&read(value)), Language::English)
}

/// What is said of the sample with one value changed.
fn with(path: &str, value: Value) -> String {
    let mut changed = sample();
    let (parent, field) = path.rsplit_once('/').unwrap();
    match changed.pointer_mut(parent).unwrap() {
        Value::Object(fields) => {
            fields.insert(field.to_owned(), value);
        }
        of => *of.pointer_mut(&format!("/{field}")).unwrap() = value,
    }
    said(&changed)
}

#[test]
fn the_sample_is_clean() {
    assert_eq!(said(&sample()), "");
}

/// Name, kind of answer, skip and constraint of a question.
type Asked<'t> = (&'t str, &'t str, &'t str, &'t str);

/// A survey of some questions and nothing else, in English; `l` is a list of `a`, `b` and `none`, which stands alone.
fn survey(questions: &[Asked<'_>]) -> Value {
    let questions: Vec<Value> = questions
        .iter()
        .map(|(id, answer, relevant, constraint)| {
            let answer: Value = match *answer {
                "single" => json!({ "kind": "single", "list": "l" }),
                "multiple" => json!({ "kind": "multiple", "list": "l" }),
                "ranking" => json!({ "kind": "ranking", "list": "l" }),
                "rating" => json!({ "kind": "rating", "lowest": 0, "highest": 10 }),
                "number" => json!({ "kind": "number", "least": "0", "most": "120" }),
                "decimal" => json!({ "kind": "number", "places": 2 }),
                kind => json!({ "kind": kind }),
            };
            json!({ "id": id, "label": { "en": id }, "answer": answer, "relevant": relevant, "constraint": constraint })
        })
        .collect();
    let option = |code: &str| json!({ "code": code, "label": { "en": code }, "exclusive": code == "none" });
    let options = ["a", "b", "none"].map(option);
    json!({
        "format": "qoldau-survey/1.0", "id": "s", "edition": 1, "title": { "en": "S" }, "languages": ["en"],
        "consent": { "en": "I agree" }, "lists": [{ "id": "l", "options": options }],
        "questions": questions
    })
}

#[test]
fn conditions_that_cannot_hold_are_told_once() {
    let cases: [(&[Asked<'_>], &str); 21] = [
        (&[("age", "number", "", ""), ("q", "yesNo", "age < 18 and age > 20", "")], "SVY109 q"),
        (&[("age", "number", "", ""), ("q", "yesNo", "age < 18 and age > 16", "")], ""),
        // Between two whole numbers there is none, between two decimals there is.
        (&[("age", "number", "", ""), ("q", "yesNo", "age < 18 and age > 17", "")], "SVY109 q"),
        (&[("sum", "decimal", "", ""), ("q", "yesNo", "sum < 18 and sum > 17", "")], ""),
        (&[("age", "number", "", ""), ("q", "yesNo", "age > 120", "")], "SVY109 q"),
        (&[("r", "rating", "", ""), ("q", "yesNo", "r >= 11", "")], "SVY109 q"),
        (&[("m", "single", "", ""), ("q", "yesNo", "m = 'a' and m = 'b'", "")], "SVY109 q"),
        (&[("m", "multiple", "", ""), ("q", "yesNo", "selected(m, 'a') and selected(m, 'b')", "")], ""),
        // "None of these" stands alone.
        (
            &[("m", "multiple", "", ""), ("q", "yesNo", "selected(m, 'a') and selected(m, 'none')", "")],
            "SVY109 q",
        ),
        (&[("m", "multiple", "", ""), ("q", "yesNo", "count_selected(m) > 2", "")], "SVY109 q"),
        (&[("m", "multiple", "", ""), ("q", "yesNo", "count_selected(m) = 2", "")], ""),
        // A follow-up to the one branch inside the other; what hangs on it is not told again.
        (
            &[
                ("a", "yesNo", "", ""),
                ("b", "number", "a", ""),
                ("c", "number", "not a and answered(b)", ""),
                ("d", "number", "c > 1", ""),
            ],
            "SVY109 c",
        ),
        (&[("a", "yesNo", "", ""), ("q", "number", "a and not a", "")], "SVY109 q"),
        (
            &[
                ("d", "date", "", ""),
                ("q", "number", "d > date('2024-05-01') and d < date('2024-05-02')", ""),
            ],
            "SVY109 q",
        ),
        (&[("t", "text", "", ""), ("q", "number", "t = 'x' and t = 'y'", "")], "SVY109 q"),
        (&[("t", "text", "", ""), ("q", "number", "t != 'x'", "")], ""),
        (&[("q", "rating", "", ". > 10")], "SVY110 q"),
        (&[("q", "number", "", ". * 2 = 7")], ""),
        (&[("q", "number", "", ". < -1 or . > 200")], "SVY110 q"),
        (&[("a", "number", "", ""), ("q", "number", "a > 10", "a < 5")], "SVY110 q"),
        // What is reckoned with cannot be tried out: nothing is said.
        (&[("a", "number", "", ""), ("q", "number", "a * a < 0 and a > 1", "")], ""),
    ];
    for (questions, expected) in cases {
        let findings = lint(&read(&survey(questions)));
        let named = |finding: &crate::finding::Finding| match &finding.place {
            crate::finding::Place::Question { id: Some(id), .. } => format!("{} {id}", finding.code),
            place => format!("{place:?}"),
        };
        let said: Vec<String> = findings.iter().map(named).collect();
        assert_eq!(said.join(", "), expected, "{questions:?}");
    }
}

#[test]
fn faults_of_expressions_stand_at_their_character() {
    let of = |relevant: &str, constraint: &str| {
        said(&survey(&[
            ("m", "single", "", ""),
            ("t", "multiple", "", ""),
            ("q", "number", relevant, constraint),
        ]))
    };
    let cases = [
        (
            ("m =", ""),
            "SVY104 The expression cannot be read: it ends too early. Question: q. Field: relevant. Character: 4",
        ),
        (
            ("k = 'a'", ""),
            "SVY105 The expression names a question that is not there: k. Question: q. Field: relevant. Character: 1",
        ),
        (
            ("q > 1", ""),
            "SVY106 The expression depends on a question that is asked later: q. Question: q. Field: relevant. Character: 1",
        ),
        (
            ("t = 'a'", ""),
            "SVY107 A value in the expression is of the wrong type, found: several options of a list. Question: q. Field: relevant. Character: 1",
        ),
        (
            ("", ". + 1"),
            "SVY107 A value in the expression is of the wrong type, needed: a yes or no, found: a number. Question: q. Field: constraint. Character: 1",
        ),
        (
            ("m > 1", ""),
            "SVY107 A value in the expression is of the wrong type, needed: one option of a list, found: a number. Question: q. Field: relevant. Character: 5",
        ),
        (
            ("not m", ""),
            "SVY107 A value in the expression is of the wrong type, needed: a yes or no, found: one option of a list. Question: q. Field: relevant. Character: 5",
        ),
        (
            (". > 1", ""),
            "SVY107 A value in the expression is of the wrong type. Question: q. Field: relevant. Character: 1",
        ),
        (
            ("m = 'c'", ""),
            "SVY108 The expression names a code that the list does not have: c. Question: q. Field: relevant. Character: 5",
        ),
        (
            ("selected(t, 'c')", ""),
            "SVY108 The expression names a code that the list does not have: c. Question: q. Field: relevant. Character: 13",
        ),
        (
            ("", "if(. > 1, 'a', 2) = 'a'"),
            "SVY107 A value in the expression is of the wrong type, needed: a text, found: a number. Question: q. Field: constraint. Character: 16",
        ),
    ];
    for ((relevant, constraint), expected) in cases {
        assert_eq!(of(relevant, constraint), expected, "{relevant} {constraint}");
    }
}

#[test]
fn one_thing_wrong_gives_one_finding() {
    let cases = [
        ("/questions/1/id", json!("age"), "SVY101 A name or code is given twice: age"),
        ("/lists/3/options/1/code", json!("aktau"), "SVY101 A name or code is given twice: aktau"),
        ("/questions/1/id", json!("2 place"), "SVY102 A name or code is not fit: 2 place"),
        (
            "/questions/1/answer/list",
            json!("towns"),
            "SVY103 The questionnaire has nothing of this name: towns",
        ),
        ("/subscales/0/items/0", json!("q9"), "SVY103 The questionnaire has nothing of this name: q9"),
        ("/lists/3/options", json!([]), "SVY110 The question can never be answered: place"),
        ("/questions/0/answer/least", json!("40"), "SVY110 The question can never be answered: age"),
        (
            "/lists/1/options/4/value",
            json!(null),
            "SVY111 A step of a scale has no value: 5. List: satisfied",
        ),
        (
            "/lists/1/options/4/value",
            json!(6),
            "SVY112 The scale's values do not go by equal steps in the order shown: satisfied",
        ),
        (
            "/lists/1/options/1/label",
            json!({"kk": "Жақсы", "ru": "Хорошо", "en": "Good"}),
            "SVY113 The scale has not as many steps for as against: satisfied",
        ),
        (
            "/questions/1/label/ru",
            json!(null),
            "SVY114 A translation is missing, language: russian. Where: place",
        ),
        ("/languages", json!([]), "SVY115 The languages of the questionnaire are not declared"),
        ("/consent", json!(null), "SVY116 There is no consent text"),
        (
            "/questions/2/phases",
            json!(["after"]),
            "SVY117 The phases ask differently, so that they cannot be compared: knows. Field: phases",
        ),
        ("/subscales/0/items/0", json!("age"), "SVY118 An item of a subscale cannot be scored: age"),
        (
            "/satisfaction/definition/question",
            json!("takes_part"),
            "SVY119 The question of satisfaction is neither a scale nor a rating",
        ),
        ("/satisfaction/definition/boxes", json!(3), "SVY120 Half of the scale or more counts as satisfied"),
        (
            "/satisfaction/threshold",
            json!("180"),
            "SVY121 A number in the definition of satisfaction is out of bounds",
        ),
        ("/satisfaction/phase", json!("before"), "SVY122 Satisfaction is not measured in the last phase"),
        (
            "/phases/1/window/start",
            json!("2024-05-20"),
            "SVY123 The phases' days overlap or are out of order: after",
        ),
        (
            "/code",
            json!(null),
            "SVY124 No anonymous code is asked for: the phases cannot be paired person by person",
        ),
        (
            "/phases/1/invited",
            json!(3_400_000),
            "SVY125 The anonymous code is too short: different people will have the same",
        ),
        (
            "/active/end",
            json!("2024-05-19"),
            "SVY128 The days of a phase do not fit the project's active phase: before",
        ),
        (
            "/active/end",
            json!("2024-10-01"),
            "SVY128 The days of a phase do not fit the project's active phase: after",
        ),
        (
            "/active",
            json!(null),
            "SVY129 The days of the project's active phase or of the survey's phases are not declared",
        ),
    ];
    for (path, value, expected) in cases {
        assert_eq!(with(path, value), expected, "{path}");
    }
}

#[test]
fn findings_are_said_in_three_languages() {
    let mut changed = sample();
    changed["questions"][6]["relevant"] = json!("takes_part and (");
    let findings = lint(&read(&changed));
    let kazakh =
        "SVY104 Өрнекті оқу мүмкін емес: өрнек аяқталмаған. Сұрақ: events. Өріс: relevant. Таңба: 17";
    let russian =
        "SVY104 Выражение не читается: выражение обрывается. Вопрос: events. Поле: relevant. Символ: 17";
    assert_eq!(said_of(&findings, Language::Kazakh), kazakh);
    assert_eq!(said_of(&findings, Language::Russian), russian);
}

#[test]
fn questionnaires_of_two_phases_are_held_against_each_other() {
    let first = read(&sample());
    assert_eq!(lint_pair(&first, &first), []);
    let mut other = sample();
    other["lists"][0]["options"].as_array_mut().unwrap().pop();
    other["questions"][1]["label"]["kk"] = json!("Тұратын жеріңіз?");
    other["questions"][3]["id"] = json!("ability");
    let said = said_of(&lint_pair(&first, &read(&other)), Language::English);
    assert_eq!(
        said,
        "SVY117 The phases ask differently, so that they cannot be compared: place. Field: label\n\
         SVY117 The phases ask differently, so that they cannot be compared: knows. Field: options\n\
         SVY117 The phases ask differently, so that they cannot be compared: alone. Field: options\n\
         SVY117 The phases ask differently, so that they cannot be compared: skills. Field: questions"
    );
    // What a list is called makes no difference.
    let renamed = SAMPLE.replace("\"agreement\"", "\"likert\"");
    assert_eq!(lint_pair(&first, &read_questionnaire(renamed.as_bytes()).unwrap()), []);
}

#[test]
fn a_form_made_to_be_slow_is_linted_in_bounded_time() {
    let names: Vec<String> = (0..1_500).map(|n| format!("q{n}")).collect();
    let chain: Vec<String> = (0..1_500)
        .map(|n| (0..n).rev().take(3).map(|of| format!("q{of} > 5")).collect::<Vec<_>>().join(" and "))
        .collect();
    let questions: Vec<Asked<'_>> = names
        .iter()
        .zip(&chain)
        .map(|(name, relevant)| (name.as_str(), "rating", relevant.as_str(), ". > 1"))
        .collect();
    assert_eq!(lint(&read(&survey(&questions))), []);
}

/// Another recipe makes other codes, another scale another score, another promise another figure.
#[test]
fn phases_differ_in_what_they_are_scored_by() {
    let first = read(&sample());
    let said = |path: &str, value: Value| {
        let mut other = sample();
        *other.pointer_mut(path).unwrap() = value;
        said_of(&lint_pair(&first, &read(&other)), Language::English)
    };
    let says =
        |what: &str| format!("SVY117 The phases ask differently, so that they cannot be compared{what}");
    assert_eq!(said("/code/parts/0/length", json!(3)), says(". Field: code"));
    let parts = sample()["code"]["parts"].as_array().unwrap().iter().rev().cloned().collect::<Vec<_>>();
    assert_eq!(said("/code/parts", json!(parts)), says(". Field: code"));
    assert_eq!(said("/code/parts/0/values", json!(20)), "");
    assert_eq!(said("/subscales/0/items", json!(["knows", "skills"])), says(": readiness. Field: items"));
    assert_eq!(said("/satisfaction/threshold", json!("70")), says(". Field: threshold"));
    assert_eq!(said("/satisfaction/definition/boxes", json!(1)), says(". Field: definition"));
}

#[test]
fn a_share_is_no_percent() {
    let said = |threshold: &str| with("/satisfaction/threshold", json!(threshold));
    assert!(said("0.8").contains("SVY121") && said("101").contains("SVY121"));
    assert!(!said("1").contains("SVY121") && !said("0").contains("SVY121"));
}

#[test]
fn an_option_made_of_others_is_told() {
    let mut changed = sample();
    let list =
        changed["lists"].as_array_mut().unwrap().iter_mut().find(|list| list["id"] == "interests").unwrap();
    let options = list["options"].as_array_mut().unwrap();
    let [one, other, made] = options.get_mut(..3).unwrap() else { panic!() };
    let joined =
        format!("{}, {}", one["label"]["ru"].as_str().unwrap(), other["label"]["ru"].as_str().unwrap());
    made["label"]["ru"] = joined.into();
    let code = made["code"].as_str().unwrap().to_owned();
    assert_eq!(
        said(&changed),
        format!(
            "SVY130 An option's words are made of other options, and an answer with it will be unclear in a table. List: interests; option: {code}"
        )
    );
}
