//! `qoldau vector`: every published case of `tests/vectors-survey`, judged as its `FORMAT.md` says.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::{Map, Value, json};

use crate::program::{folder, piped};

fn vectors() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors-survey")
}

fn cases() -> Vec<Value> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(vectors().join("cases"))
        .expect("cases")
        .map(|entry| entry.expect("a case").path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| serde_json::from_slice(&std::fs::read(file).expect("a case")).expect("JSON"))
        .collect()
}

fn request(method: &str, input: &Value) -> Value {
    json!({ "method": method, "input": input, "base_dir": vectors() })
}

fn answers(requests: &[Value]) -> Vec<Value> {
    let lines: Vec<String> = requests.iter().map(Value::to_string).collect();
    let run = piped(&["vector", "--batch"], lines.join("\n").as_bytes());
    run.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// What an answer lacks of what is expected; whole numbers, texts and truths exactly, other figures within a tolerance.
fn judge(
    want: &Value,
    got: Option<&Value>,
    tolerance: &Map<String, Value>,
    path: &str,
    faults: &mut Vec<String>,
) {
    let got = got.unwrap_or(&Value::Null);
    let mut fault = || faults.push(format!("{path}: {want} expected, {got} given"));
    match want {
        Value::Object(fields) => {
            for (name, inner) in fields.iter().filter(|(name, _)| *name != "rule") {
                let own = tolerance.get(name).and_then(Value::as_object);
                let mut tolerance = tolerance.clone();
                tolerance
                    .extend(own.into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())));
                judge(inner, got.get(name), &tolerance, &format!("{path}/{name}"), faults);
            }
        }
        Value::Array(items) => match got.as_array().filter(|given| given.len() == items.len()) {
            Some(given) => {
                for (at, (want, got)) in items.iter().zip(given).enumerate() {
                    judge(want, Some(got), tolerance, &format!("{path}/{at}"), faults);
                }
            }
            None => fault(),
        },
        Value::Number(number) if !number.is_f64() => {
            // 3 and 3.0 are the same number.
            if !got.as_f64().zip(number.as_f64()).is_some_and(|(got, want)| (got - want).abs() <= 0.0) {
                fault();
            }
        }
        Value::Number(number) => {
            let of = |name, otherwise| tolerance.get(name).and_then(Value::as_f64).unwrap_or(otherwise);
            let want = number.as_f64().expect("a number");
            let room = f64::max(of("abs", 1e-12), of("rel", 1e-10) * want.abs());
            if !got.as_f64().is_some_and(|got| (got - want).abs() <= room) {
                fault();
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {
            if want != got {
                fault();
            }
        }
    }
}

/// Holds a pattern of hidden cells against what is asked of it: the primary cells are hidden, no more than two complementary
/// ones beyond the fewest, and whoever knows all margins can reckon no hidden cell.
fn audit(id: &str, table: &Value, expected: &Value, answer: &Value, faults: &mut Vec<String>) {
    let cells = |list: &Value| -> BTreeSet<(usize, usize)> {
        serde_json::from_value::<Vec<(usize, usize)>>(list.clone()).expect("cells").into_iter().collect()
    };
    let table: Vec<Vec<u64>> = serde_json::from_value(table.clone()).expect("a table");
    let (primary, hidden) = (cells(&expected["primary"]), cells(&answer["suppressed"]));
    let fewest: usize =
        serde_json::from_value(expected["minimum_number_of_complementary_cells"].clone()).expect("a number");
    if !primary.is_subset(&hidden) {
        faults.push(format!("{id}: a small cell is shown"));
    }
    if hidden.difference(&primary).count().saturating_sub(fewest) > 2 {
        faults.push(format!("{id}: {} cells are hidden", hidden.len()));
    }
    for cell in &hidden {
        if !is_free(&table, &hidden, *cell) {
            faults.push(format!("{id}: {cell:?} can be reckoned"));
        }
    }
}

/// Whether a hidden cell may hold another number under the same margins: one walk of hidden cells leads from it back to it, adding
/// to one and taking from the next, where only a cell above 0 can give.
fn is_free(table: &[Vec<u64>], hidden: &BTreeSet<(usize, usize)>, (row, column): (usize, usize)) -> bool {
    let others: Vec<(usize, usize)> = hidden.iter().copied().filter(|cell| *cell != (row, column)).collect();
    let walk = |row: usize, column: usize, gives_first: bool| {
        let (mut columns, mut rows) = (BTreeSet::from([column]), BTreeSet::new());
        loop {
            let before = (columns.len(), rows.len());
            for (r, c) in &others {
                let gives = table[*r][*c] > 0;
                // From a column to a row by a cell of one sign, from a row to a column by one of the other.
                if columns.contains(c) && (gives || !gives_first) {
                    rows.insert(*r);
                }
                if rows.contains(r) && *r != row && (gives || gives_first) {
                    columns.insert(*c);
                }
            }
            if rows.contains(&row) {
                return true;
            }
            if (columns.len(), rows.len()) == before {
                return false;
            }
        }
    };
    walk(row, column, true) || (table[row][column] > 0 && walk(row, column, false))
}

#[test]
fn the_audit_sees_a_cell_that_can_be_reckoned() {
    let table = [[5, 1, 7], [4, 6, 8], [9, 9, 9]].map(Vec::from);
    let hidden = |cells: &[(usize, usize)]| cells.iter().copied().collect::<BTreeSet<_>>();
    assert!(!is_free(&table, &hidden(&[(0, 1)]), (0, 1)));
    assert!(!is_free(&table, &hidden(&[(0, 1), (0, 2), (1, 1)]), (0, 1)));
    assert!(is_free(&table, &hidden(&[(0, 1), (0, 2), (1, 1), (1, 2)]), (0, 1)));
    // A zero can give nothing, so that the two beside it are what they are where all of its side are zeros.
    let table = [[0, 3], [2, 0]].map(Vec::from);
    assert!(is_free(&table, &hidden(&[(0, 0), (0, 1), (1, 0), (1, 1)]), (0, 0)));
    let table = [[0, 0], [2, 0]].map(Vec::from);
    assert!(!is_free(&table, &hidden(&[(0, 0), (0, 1), (1, 0), (1, 1)]), (0, 0)));
}

#[test]
fn every_published_case_is_met() {
    let cases = cases();
    assert!(cases.len() >= 18, "{} cases", cases.len());
    let requests: Vec<Value> = cases
        .iter()
        .map(|case| request(case["method"].as_str().expect("a method"), &case["input"]))
        .collect();
    let answers = answers(&requests);
    assert_eq!(answers.len(), cases.len());
    let mut faults = Vec::new();
    for (case, answer) in cases.iter().zip(&answers) {
        let (id, method) = (case["id"].as_str().expect("an id"), case["method"].as_str().expect("a method"));
        if method == "suppress_table" {
            audit(id, &case["input"]["table"], &case["expected"], answer, &mut faults);
            continue;
        }
        let tolerance = case["tolerance"].as_object().expect("a tolerance");
        judge(&case["expected"], Some(answer), tolerance, id, &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_judge_sees_what_is_wrong() {
    let tolerance = json!({ "rel": 1e-9, "abs": 1e-12, "wide": { "abs": 0.5 } });
    let faults = |want: Value, got: Value| {
        let mut faults = Vec::new();
        judge(&want, Some(&got), tolerance.as_object().expect("fields"), "", &mut faults);
        faults.len()
    };
    assert_eq!(
        faults(
            json!({ "a": 1.5, "n": 3, "v": "x" }),
            json!({ "a": 1.500_000_000_1, "n": 3.0, "v": "x", "more": 1 })
        ),
        0
    );
    assert_eq!(
        faults(
            json!({ "a": 1.5, "n": 3, "v": "x", "b": [1] }),
            json!({ "a": 1.500_1, "n": 4, "v": "y", "b": [] })
        ),
        4
    );
    assert_eq!(faults(json!({ "wide": [1.5], "null": null }), json!({ "wide": [1.9] })), 0);
    assert_eq!(faults(json!({ "null": null }), json!({ "null": 0 })), 1);
}

#[test]
fn every_shape_of_an_input_is_answered() {
    let shapes: Value =
        serde_json::from_slice(&std::fs::read(vectors().join("shapes.json")).expect("shapes")).expect("JSON");
    let shapes = shapes["shapes"].as_object().expect("shapes");
    let requests: Vec<Value> = shapes
        .iter()
        .flat_map(|(method, shape)| {
            let variants = shape.as_array().cloned().unwrap_or_else(|| vec![shape.clone()]);
            variants.into_iter().map(move |input| request(method, &input))
        })
        .collect();
    for (request, answer) in requests.iter().zip(answers(&requests)) {
        let unknown = answer["error"]["code"] == "VEC002";
        assert!(answer.get("error").is_none() || unknown, "{request}: {answer}");
    }
}

#[test]
fn a_line_that_is_no_request_has_its_refusal_and_the_others_go_on() {
    let good = request("nps", &json!({ "counts_0_to_10": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5], "conf": 0.95 }));
    let lines = format!("{{\n{good}\n\n{{\"method\":\"no such\"}}\n{good}\n");
    let run = piped(&["vector", "--batch"], lines.as_bytes());
    assert_eq!(run.code, Some(1));
    let answers: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let codes: Vec<&Value> = answers.iter().map(|answer| &answer["error"]["code"]).collect();
    assert_eq!(codes, [&json!("VEC001"), &Value::Null, &json!("VEC002"), &Value::Null]);
    assert_eq!(answers[1]["nps"], 100.0);
    let one = piped(&["vector"], good.to_string().as_bytes());
    assert_eq!((one.code, one.json()), (Some(0), answers[1].clone()));
}

#[test]
fn wrong_input_is_refused_with_the_field_or_the_reason() {
    let refused = [
        ("proportion_ci", json!({ "x": 5, "n": 3, "conf": 0.95 }), "SVY002"),
        ("proportion_ci", json!({ "x": 1, "n": 3, "conf": 1 }), "SVY001"),
        ("proportion_ci", json!({ "x": 1, "n": 3, "conf": "many" }), "VEC003"),
        ("proportion_ci", json!({ "x": "many", "n": 3, "conf": 0.95 }), "VEC003"),
        ("nps", json!({ "counts_0_to_10": [1, 2, 3, 4, 5], "conf": 0.95 }), "VEC003"),
        ("paired_t", json!({ "first": [1, 2], "second": [1], "conf": 0.95 }), "VEC003"),
        (
            "threshold_decision_finite",
            json!({ "x": 1, "n": 30, "N": 20, "threshold": "0.8", "conf_one_sided": 0.95 }),
            "SVY002",
        ),
    ];
    let requests: Vec<Value> = refused.iter().map(|(method, input, _)| request(method, input)).collect();
    for ((method, input, code), answer) in refused.iter().zip(answers(&requests)) {
        assert_eq!(answer["error"]["code"], *code, "{method} {input}: {answer}");
    }
}

#[test]
fn no_table_outside_of_the_folder_is_read() {
    let inside = folder("vector-tables").join("inside");
    std::fs::create_dir_all(&inside).expect("a folder");
    let table = "group,answer\na,1\nb,2.5\na,\n\"b\",3e0\n,7\n";
    std::fs::write(inside.join("table.csv"), table).expect("a table");
    std::fs::write(inside.join("../outside.csv"), table).expect("a table");
    let ask = |path: &str| {
        let input =
            json!({ "csv": path, "column": "answer", "group": "group", "x_group": "a", "y_group": "b" });
        json!({ "method": "mann_whitney", "input": input, "base_dir": inside })
    };
    let outside = inside.join("../outside.csv").display().to_string();
    let answers = answers(&["table.csv", "../outside.csv", &outside, "none.csv"].map(ask));
    assert_eq!((&answers[0]["u1"], &answers[0]["u2"]), (&json!(0), &json!(2)));
    for answer in &answers[1..] {
        assert_eq!(answer["error"]["code"], "VEC004", "{answer}");
    }
}
