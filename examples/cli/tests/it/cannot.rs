//! What cannot be carried out: exit code 2, nothing on standard output, one line that says why.

use crate::program::{data, finish, folder, piped, program, qoldau};

/// Runs the program and returns its complaint.
fn complaint(arguments: &[&str], input: &[u8]) -> String {
    let run = piped(arguments, input);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}: {}", run.err);
    run.err
}

#[test]
fn arguments_that_make_no_sense_are_usage_errors() {
    let annex = data("qoldau-2024.kk.docx");
    for arguments in [
        &[][..],
        &["fly"],
        &["read"],
        &["target"],
        &["assess", &annex, "facts.jsonl"],
        &["assess", &annex, "facts.jsonl", "--on", "15.09.2024"],
        &["assess", &annex, "facts.jsonl", "--on", "2024-02-30"],
        &["due", "Қазан", "--period", "2024-05-01"],
        &["due", "Қазан", "--period", "2024-10-31..2024-05-01"],
        &["target", "1", "--language", "de"],
    ] {
        complaint(arguments, b"");
    }
}

#[test]
fn help_and_version_are_no_complaints() {
    for arguments in [&["--help"][..], &["help", "assess"], &["--version"]] {
        assert!(!qoldau(arguments).quiet(0).is_empty());
    }
}

#[test]
fn a_text_that_is_not_utf8_is_named_by_where_it_came_from() {
    assert_eq!(complaint(&["target", "-"], b"2 \xff"), "qoldau: The text is not UTF-8: standard input\n");
}

#[test]
fn the_complaint_is_in_the_language_asked_for_or_the_environments_or_kazakh() {
    let no_file = |language: &[&str], environment: &str| {
        let mut command = program(&[&["read", "no such file"], language].concat());
        command.env("LANG", environment);
        finish(command, b"").err
    };
    assert_eq!(no_file(&["--language", "ru"], "en_US.UTF-8"), "qoldau: Такого файла нет: no such file\n");
    assert_eq!(no_file(&[], "en_US.UTF-8"), "qoldau: There is no such file: no such file\n");
    assert_eq!(no_file(&[], "C.UTF-8"), "qoldau: Мұндай файл жоқ: no such file\n");
}

#[test]
fn a_folder_is_not_a_file() {
    let folder = folder("a_folder_is_not_a_file").display().to_string();
    assert_eq!(complaint(&["read", &folder], b""), format!("qoldau: The file cannot be read: {folder}\n"));
}

#[test]
fn only_one_file_comes_from_standard_input() {
    assert_eq!(
        complaint(&["assess", "-", "-", "--on", "2024-09-15"], b""),
        "qoldau: Only one file can be read from standard input: -\n"
    );
}
