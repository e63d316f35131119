//! Every call that crosses can say that it could not be carried out, and the list of calls is the one of the vectors.
#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test may stop; it cuts at what it found")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The signatures that follow an export, up to their bodies, macros included.
fn signatures() -> Vec<String> {
    let folders = ["src", "src/json"].map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut signatures = Vec::new();
    for file in files.map(|file| file.unwrap().path()).filter(|path| path.is_file()) {
        let text = fs::read_to_string(file).unwrap();
        for (at, _) in text.match_indices("#[uniffi::export") {
            let after = &text[at..];
            // `#[uniffi::export(Debug, Display)]` stands before a type.
            let item = after.split_once("]\n").unwrap().1.trim_start();
            if item.starts_with("impl") {
                let calls = item.split_once("\n}\n").unwrap().0.split("\n    pub fn ").skip(1);
                signatures.extend(calls.map(|call| format!("pub fn {}", call.split_once('{').unwrap().0)));
            } else if item.starts_with("pub fn") {
                signatures.push(item.split_once('{').unwrap().0.to_owned());
            } else {
                assert!(item.starts_with("pub enum"), "an export of something else than a call: {item:.80}");
            }
        }
    }
    signatures
}

#[test]
fn every_export_is_fallible_with_the_one_error() {
    let signatures = signatures();
    assert!(signatures.len() > 60, "{}", signatures.len());
    for call in ["pub fn close_file(", "pub fn assess_line(", "pub fn score_options_from_json("] {
        assert!(signatures.iter().any(|signature| signature.starts_with(call)), "{call}");
    }
    for signature in signatures {
        let fallible = signature.contains("-> Result<") && signature.trim_end().ends_with(", QoldauError>");
        assert!(fallible, "{signature}");
    }
}

#[test]
fn every_call_of_the_vectors_is_exported() {
    let snake = |name: &str| -> String {
        name.chars()
            .flat_map(|c| c.is_ascii_uppercase().then_some('_').into_iter().chain([c.to_ascii_lowercase()]))
            .collect()
    };
    let exported: BTreeSet<String> = signatures()
        .iter()
        .map(|signature| signature.trim_start_matches("pub fn ").split('(').next().unwrap().to_owned())
        .collect();
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors");
    let mut calls = BTreeSet::new();
    for file in fs::read_dir(vectors).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file())
    {
        for line in fs::read_to_string(file).unwrap().lines() {
            if let Some(name) = line.strip_prefix("    \"call\": \"") {
                calls.insert(snake(name.trim_end_matches("\",")));
            }
        }
    }
    assert!(calls.len() > 30, "{calls:?}");
    let missing: Vec<&String> = calls.difference(&exported).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
