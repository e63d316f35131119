//! `qoldau read`.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use serde_json::Value;

use crate::program::{data, folder, piped, program, qoldau};

/// The plan of a run that may say findings.
fn plan(arguments: &[&str], input: &[u8]) -> Value {
    let run = piped(arguments, input);
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn the_real_annex_becomes_a_plan_of_seventy_three_lines_and_six() {
    let plan = plan(&["read", &data("qoldau-2024.kk.docx")], b"");
    let lines = |activity: &Value| activity["indicators"].as_array().unwrap().len();
    let counts: Vec<Vec<usize>> = plan["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|task| task["activities"].as_array().unwrap().iter().map(lines).collect())
        .collect();
    let sections: [&[usize]; 9] = [&[10], &[11], &[8], &[13], &[5], &[6], &[10], &[2, 1, 1], &[4, 2]];
    assert_eq!(counts, sections);
    assert_eq!(plan["impact"].as_array().unwrap().len(), 6);
}

#[test]
fn word_file_text_file_and_standard_input_give_the_same_plan() {
    let mut from_word = plan(&["read", &data("qoldau-2024.kk.docx")], b"");
    let mut from_text = plan(&["read", "-"], &fs::read(data("qoldau-2024.kk.txt")).unwrap());
    for plan in [&mut from_word, &mut from_text] {
        without_places(plan);
    }
    assert!(from_word == from_text);
}

/// Where a thing stands differs between the two files; what it is does not.
fn without_places(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| name != "source" && name != "place");
            fields.values_mut().for_each(without_places);
        }
        Value::Array(items) => items.iter_mut().for_each(without_places),
        _ => {}
    }
}

#[test]
fn a_plan_that_was_written_is_read_again_as_it_was() {
    let folder = folder("a_plan_that_was_written");
    let file = folder.join("plan.json").display().to_string();
    let run = qoldau(&["read", &data("qoldau-2024.kk.docx"), "-o", &file]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
    let written = fs::read_to_string(&file).unwrap();
    assert!(qoldau(&["read", &file]).quiet(0) == written);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left beside the file");
}

#[test]
fn a_file_is_replaced_whole_and_keeps_what_it_was_when_that_fails() {
    let folder = folder("a_file_is_replaced_whole");
    let file = folder.join("plan.json");
    fs::write(&file, "old").unwrap();
    let run = qoldau(&["read", "no such file", "-o", &file.display().to_string()]);
    assert_eq!(run.code, Some(2));
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
    qoldau(&["read", &data("qoldau-2024.kk.txt"), "-o", &file.display().to_string()]);
    assert!(fs::read_to_string(&file).unwrap().starts_with("{\n"));
}

#[test]
fn a_result_with_nowhere_to_go_is_a_complaint() {
    let nowhere = folder("nowhere").join("no such folder");
    let file = nowhere.join("plan.json").display().to_string();
    let run = qoldau(&["read", &data("qoldau-2024.kk.docx"), "-o", &file]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert_eq!(run.err, format!("qoldau: There is no such folder: {} (CLI006)\n", nowhere.display()));
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let annex = data("qoldau-2024.kk.docx");
    let mut child = program(&["read", &annex]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0];
    // The plan is longer than a pipe holds: the program is still writing when its reader goes.
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut first).unwrap();
    drop(out);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn what_is_written_to_a_pipe_has_no_colours() {
    let run = qoldau(&["read", &data("qoldau-2024.kk.docx")]);
    assert!(!run.err.contains('\u{1b}') && !run.out.contains('\u{1b}'));
}
