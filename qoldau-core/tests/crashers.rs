//! Every input that ever broke a property of the fuzz targets, run again.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail loudly")]

use std::path::Path;

#[path = "../fuzz/src/lib.rs"]
#[expect(
    clippy::expect_used,
    clippy::panic,
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    unreachable_pub,
    reason = "properties are broken loudly, and the package they build is small"
)]
mod properties;

/// Runs a property on every file of a folder; says which file broke it.
fn replay(folder: &str, property: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/crashers").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "at least the examples that must pass");
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        let passed = std::panic::catch_unwind(|| property(&bytes)).is_ok();
        assert!(passed, "{}", file.display());
    }
}

#[test]
fn docx() {
    replay("docx", properties::docx);
}

#[test]
fn text() {
    replay("text", properties::text);
}

#[test]
fn targets() {
    replay("target", properties::target);
}

#[test]
fn deadlines() {
    replay("due", properties::due);
}

#[test]
fn facts() {
    replay("facts", properties::facts);
}

#[test]
fn plans() {
    replay("plan_json", properties::plan_json);
}

#[test]
fn xlsx() {
    replay("xlsx", properties::xlsx);
}
