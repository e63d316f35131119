//! The conformance vectors: what every language must give for the same call, byte for byte.
//!
//! `tests/vectors/*.json` are read by the runners of all languages (`docs/bindings.md`). This one holds the engine itself
//! against them; `QOLDAU_UPDATE=1` writes their outputs anew.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop"
)]

mod bundles;
mod calls;
mod exchange;
mod people;
mod registries;
mod surveys;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use qoldau_core::failure::to_canonical_json;
use serde_json::{Map, Value, json};

use calls::{CALLS, Fault, call};

/// Outputs longer than this stand in a file of their own.
const LONGEST_INLINE: usize = 2000;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn files() -> Vec<PathBuf> {
    let folder = fs::read_dir(root().join("tests/vectors")).unwrap();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    assert!(files.len() > 5, "{files:?}");
    files
}

fn vectors(file: &Path) -> Vec<Map<String, Value>> {
    let text = fs::read_to_string(file).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// What a vector promises: canonical JSON, or an error's code.
fn promised(vector: &Map<String, Value>) -> Result<String, String> {
    match (vector.get("output"), vector.get("outputFile"), vector.get("error")) {
        (Some(output), None, None) => Ok(canonical(output)),
        (None, Some(file), None) => Ok(fs::read_to_string(root().join(file.as_str().unwrap())).unwrap()),
        (None, None, Some(code)) => Err(code.as_str().unwrap().into()),
        _ => panic!("{}: one of output, outputFile and error", vector["name"]),
    }
}

/// RFC 8785: keys sorted, no spaces, numbers as ECMAScript writes them.
fn canonical(value: &Value) -> String {
    to_canonical_json(value).unwrap()
}

fn given(vector: &Map<String, Value>) -> Result<String, String> {
    let name = vector["call"].as_str().unwrap();
    let input = vector["input"].as_object().unwrap();
    call(name, input).map(|value| canonical(&value)).map_err(|Fault(code)| code)
}

#[test]
fn the_engine_gives_what_the_vectors_promise() {
    let update = std::env::var_os("QOLDAU_UPDATE").is_some();
    let mut wrong = Vec::new();
    for file in files() {
        let mut all = vectors(&file);
        for vector in &mut all {
            let given = given(vector);
            if update {
                write_down(&file, vector, given);
            } else if given != promised(vector) {
                wrong.push(format!("{}: {}: {given:.300?}", file.display(), vector["name"]));
            }
        }
        if update {
            let mut text = serde_json::to_string_pretty(&all).unwrap();
            text.push('\n');
            fs::write(&file, text).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Notes what the engine gives: short outputs in place, long ones in a file beside.
fn write_down(file: &Path, vector: &mut Map<String, Value>, given: Result<String, String>) {
    for key in ["output", "outputFile", "error"] {
        vector.remove(key);
    }
    match given {
        Err(code) => vector.insert("error".into(), json!(code)),
        Ok(text) if text.len() <= LONGEST_INLINE => {
            vector.insert("output".into(), serde_json::from_str(&text).unwrap())
        }
        Ok(text) => {
            let area = file.file_stem().unwrap().to_str().unwrap();
            let name: String =
                vector["name"].as_str().unwrap().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
            let path = format!("tests/vectors/outputs/{area}-{name}.json");
            fs::create_dir_all(root().join("tests/vectors/outputs")).unwrap();
            fs::write(root().join(&path), text).unwrap();
            vector.insert("outputFile".into(), json!(path))
        }
    };
}

#[test]
fn every_call_has_a_vector_that_succeeds() {
    let all: Vec<_> = files().iter().flat_map(|file| vectors(file)).collect();
    let met: BTreeSet<&str> =
        all.iter().filter(|one| !one.contains_key("error")).filter_map(|one| one["call"].as_str()).collect();
    let missing: Vec<&&str> = CALLS.iter().filter(|call| !met.contains(**call)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let failing: BTreeSet<&str> =
        all.iter().filter(|one| one.contains_key("error")).filter_map(|one| one["call"].as_str()).collect();
    let takes_input =
        |call: &&&str| !["defaultPolicy", "reportStyle", "statisticMethods", "version"].contains(*call);
    let unfailing: Vec<&&str> =
        CALLS.iter().filter(takes_input).filter(|call| !failing.contains(**call)).collect();
    assert!(unfailing.is_empty(), "no vector shows how these fail: {unfailing:?}");
}

#[test]
fn names_are_unique_and_no_output_is_left_over() {
    let mut names = BTreeSet::new();
    let mut outputs = BTreeSet::new();
    for file in files() {
        for vector in vectors(&file) {
            let name = format!("{} {}", file.display(), vector["name"]);
            assert!(names.insert(name.clone()), "{name} stands twice");
            outputs.extend(vector.get("outputFile").and_then(Value::as_str).map(str::to_owned));
        }
    }
    let folder = fs::read_dir(root().join("tests/vectors/outputs")).unwrap();
    for file in folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()) {
        assert!(outputs.contains(&format!("tests/vectors/outputs/{file}")), "{file} belongs to no vector");
    }
}
