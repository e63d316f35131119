//! What cannot be carried out: exit code 2, nothing on standard output, one line that says why.

use crate::program::{data, finish, folder, piped, program, qoldau};

/// Runs the program and returns its complaint.
fn complaint(arguments: &[&str], input: &[u8]) -> String {
    let run = piped(arguments, input);
    assert_eq!((run.code, run.out.len()), (Some(2), 0), "{arguments:?}: {}", run.err);
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

#[test]
fn a_file_that_is_no_annex_is_refused_with_a_code_and_what_to_do() {
    let annex = std::fs::read(data("qoldau-2024.kk.docx")).unwrap();
    let half = &annex[..annex.len() / 2];
    for (input, told) in [
        (&b""[..], "standard input: the document is empty (ANX001: "),
        (b"\xd2\xd3\xd4\tx", "standard input: the text is not UTF-8; save it as UTF-8 or as .docx (ANX003: "),
        (b"%PDF-1.7\n", "standard input: this is neither .docx nor text; "),
        (b"Hello\n", "standard input: this is not the annex that describes the project; "),
        (half, "standard input: the file is damaged or was not copied to the end; get it anew (ANX005: "),
        (b"{", "standard input: this is not a plan in JSON, or there is a fault in it (PLN003: "),
        (b"{}", "standard input: this is not a plan in JSON, or there is a fault in it (PLN002: "),
        (
            br#"{"format":"qoldau-plan/1.1","new":true}"#,
            "standard input: the file was written by a newer version of the program; ",
        ),
    ] {
        let said = complaint(&["read", "-"], input);
        assert!(said.starts_with(&format!("qoldau: {told}")), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

#[test]
fn a_complaint_never_quotes_a_person() {
    let run = qoldau(&["read", &data("qoldau-2024.kk.docx")]);
    let phone = "\"phone\": \"8 700 000 00 01\"";
    assert!(run.out.contains(phone));
    let plan = run.out.replace(phone, "\"phone\": {\"8 700 000 00 01\": \"Бірінші\"}");
    let said = complaint(&["read", "-"], plan.as_bytes());
    assert!(said.contains("PLN004"), "{said}");
    assert!(!said.contains("700 000") && !said.contains("Бірінші"), "{said}");
    assert!(!run.err.contains("700 000") && !run.err.contains("Бірінші"), "{}", run.err);
}

#[test]
fn input_without_end_is_refused() {
    let endless = std::fs::File::open("/dev/zero");
    let Ok(endless) = endless else { return };
    let output = program(&["read", "-"]).stdin(endless).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("(ANX002: "));
}
