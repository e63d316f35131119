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
fn no_result_takes_the_place_of_what_it_is_made_from() {
    use std::fs;
    let folder = folder("over_input");
    let path = |name: &str| folder.join(name).display().to_string();
    let (plan, facts) = (path("plan.json"), path("facts.jsonl"));
    qoldau(&["read", &data("qoldau-2024.kk.docx"), "-o", &plan]).quiet(0);
    fs::copy(data("season.jsonl"), &facts).unwrap();
    let before = [&plan, &facts].map(|file| fs::read(file).unwrap());
    let on = ["--on", "2024-09-15", "--language", "en"];
    for given in [
        &["report", &plan, &facts, "-o", &facts][..],
        &["report", &plan, &facts, "-o", &plan],
        &["register", &plan, &facts, "-o", &folder.join("./facts.jsonl").display().to_string()],
    ] {
        let said = complaint(&[given, &on[..]].concat(), b"");
        assert!(said.contains("(CLI039)"), "{said}");
    }
    let numbers = path("n.json");
    let same = ["register", &plan, &facts, "--numbers", &numbers, "-o", &numbers];
    assert!(complaint(&[&same[..], &on[..]].concat(), b"").contains("(CLI039)"));
    let also_new = folder.join("./n.json").display().to_string();
    let same = ["register", &plan, &facts, "--numbers", &also_new, "-o", "n.json"];
    let mut register = program(&[&same[..], &on[..]].concat());
    register.current_dir(&folder);
    assert!(finish(register, b"").err.contains("(CLI039)"));
    assert!(!folder.join("n.json").exists());
    let from_stdin = program(&[&["report", &plan, "-", "-o", &facts][..], &on[..]].concat())
        .stdin(fs::File::open(&facts).unwrap())
        .output()
        .unwrap();
    assert!(String::from_utf8(from_stdin.stderr).unwrap().contains("(CLI039)"));
    assert_eq!(before, [&plan, &facts].map(|file| fs::read(file).unwrap()));
    // A joined journal holds all that its parts do.
    assert_eq!(qoldau(&["merge", &facts, "-o", &facts]).code, Some(0));
    fs::write(&numbers, r#"[{"line":"t1-1","item":"a","running":7},{"line":"t1-1","item":"b","running":7}]"#)
        .unwrap();
    let clash = ["register", &plan, &facts, "--numbers", &numbers];
    assert!(complaint(&[&clash[..], &on[..]].concat(), b"").contains("(CLI041)"));
    let policy = path("policy.json");
    fs::write(&policy, r#"{"severities":{"PLAN22":"error"}}"#).unwrap();
    let said = complaint(&["check", &plan, "--policy", &policy, "--language", "en"], b"");
    assert!(said.contains("there is no such rule: PLAN22 (CLI040)"), "{said}");
}

#[test]
fn arguments_are_refused_in_the_language_asked_for() {
    for (arguments, said) in [
        (
            &["fly", "--language", "kk"][..],
            "qoldau: Белгісіз команда: fly (CLI000)\nАнықтама: qoldau --help\n",
        ),
        (
            &["--language=ru", "check", "a", "--stag", "draft"],
            "qoldau: Неизвестный параметр: --stag. Возможно: --stage (CLI000)\nСправка: qoldau check --help\n",
        ),
        (
            &["check", "a", "--stage", "x"],
            "qoldau: The value is not valid: --stage <STAGE> – x. Possible: draft, signed (CLI000)\n\
             Help: qoldau check --help\n",
        ),
        (
            &["assess", "a", "b", "--on", "15.09.2024", "--language", "kk"],
            "qoldau: Мәні жарамсыз: --on <DATE> – 15.09.2024. Рұқсат етілгені: күн, мысалы 2024-09-15 (CLI000)\n\
             Анықтама: qoldau assess --help\n",
        ),
        (
            &["target", "a", "b", "--language", "en"],
            "qoldau: One argument too many: b (CLI000)\nHelp: qoldau target --help\n",
        ),
        (
            &["report", "a", "b", "--language", "ru"],
            "qoldau: Не указано: --on <DATE> (CLI000)\nСправка: qoldau report --help\n",
        ),
        (
            &["check", "a", "--on", "2024-09-15"],
            "qoldau: Missing: --facts <FILE> (CLI000)\nHelp: qoldau check --help\n",
        ),
    ] {
        assert_eq!(complaint(arguments, b""), said);
    }
    let nothing = complaint(&["--language", "ru"], b"");
    assert!(nothing.starts_with("qoldau: Команда не указана"), "{nothing}");
}

/// No English word stands in what is said in Kazakh or Russian of arguments and of help, but for the names of commands,
/// options, values and file formats.
#[test]
fn help_is_in_the_language_asked_for() {
    let pages = ["read", "check", "pair", "amend", "target", "due", "assess", "report", "register"];
    for language in ["kk", "ru"] {
        let ask = |arguments: &[&str]| qoldau(&[arguments, &["--language", language]].concat()).quiet(0);
        let mut said = vec![ask(&["--help"]), ask(&["help"])];
        assert_eq!(said[0].trim_end(), said[1].trim_end());
        for page in pages {
            said.push(ask(&[page, "--help"]));
            assert_eq!(said.last().unwrap().trim_end(), ask(&["help", page]).trim_end());
        }
        for word in said.concat().split(|c: char| !c.is_alphabetic()) {
            assert!(!["the", "Usage", "Options", "Print", "Commands", "default"].contains(&word), "{word}");
        }
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
    assert_eq!(
        complaint(&["target", "-"], b"2 \xff"),
        "qoldau: The text is not UTF-8: standard input (CLI007)\n"
    );
}

#[test]
fn the_complaint_is_in_the_language_asked_for_or_the_environments_or_kazakh() {
    let no_file = |language: &[&str], environment: &str| {
        let mut command = program(&[&["read", "no such file"], language].concat());
        command.env("LANG", environment);
        finish(command, b"").err
    };
    assert_eq!(
        no_file(&["--language", "ru"], "en_US.UTF-8"),
        "qoldau: Такого файла нет: no such file (CLI001)\n"
    );
    assert_eq!(no_file(&[], "en_US.UTF-8"), "qoldau: There is no such file: no such file (CLI001)\n");
    assert_eq!(no_file(&[], "C.UTF-8"), "qoldau: Мұндай файл жоқ: no such file (CLI001)\n");
}

#[test]
fn a_folder_is_not_a_file() {
    let folder = folder("a_folder_is_not_a_file").display().to_string();
    let said = format!("qoldau: This is a folder, not a file: {folder} (CLI004)\n");
    assert_eq!(complaint(&["read", &folder], b""), said);
    let facts = data("season.jsonl");
    assert_eq!(
        complaint(
            &["report", &data("qoldau-2024.kk.docx"), &facts, "--on", "2024-09-15", "-o", &folder],
            b""
        ),
        format!("qoldau: This is a folder, not a file: {folder} (CLI004)\n")
    );
}

#[test]
fn only_one_file_comes_from_standard_input() {
    assert_eq!(
        complaint(&["assess", "-", "-", "--on", "2024-09-15"], b""),
        "qoldau: Only one file can be read from standard input: - (CLI008)\n"
    );
}

#[test]
fn a_file_that_is_no_annex_is_refused_with_a_code_and_what_to_do() {
    let annex = std::fs::read(data("qoldau-2024.kk.docx")).unwrap();
    let half = &annex[..annex.len() / 2];
    let damaged = "standard input: the file is damaged or was not copied to the end; get it anew (ANX005)\n";
    for (input, told) in [
        (&b""[..], "standard input: the document is empty (ANX001)\n"),
        (
            b"\xd2\xd3\xd4\tx",
            "standard input: the text is not UTF-8 (byte: 0); save it as UTF-8 or as .docx (ANX003)\n",
        ),
        (b"%PDF-1.7\n", "standard input: this is neither .docx nor text, but a PDF; "),
        (b"Hello\n", "standard input: this is not the annex that describes the project; "),
        (half, damaged),
        (b"{", "standard input: this is no valid JSON, the fault is at line 1, column 1 (PLN003)\n"),
        (
            b"{}",
            "standard input: given is some other JSON file; wanted is an annex (.docx, text) or a plan (JSON) (PLN002)\n",
        ),
        (
            br#"{"format":"qoldau-plan/1.2","new":true}"#,
            "standard input: the file was written by a newer version of the program (qoldau-plan/1.2); ",
        ),
    ] {
        let said = complaint(&["read", "-"], input);
        assert!(said.starts_with(&format!("qoldau: {told}")), "{said}");
    }
}

/// The library's English words stand apart from the sentence, on a line that says so.
#[test]
fn technical_words_stand_on_a_line_of_their_own() {
    for (language, detail) in [
        ("kk", "\n    Техникалық мәлімет (ағылшынша): "),
        ("ru", "\n    Техническая подробность (на английском): "),
        ("en", "\n    Technical detail: "),
    ] {
        for input in [&b"PK\x03\x04"[..], b"{\"a\":", br#"{"format":"qoldau-plan/1.0"}"#] {
            let said = complaint(&["read", "-", "--language", language], input);
            let (sentence, technical) = said.split_once(detail).unwrap_or_else(|| panic!("{said}"));
            assert!(sentence.ends_with(')') && technical.lines().count() == 1, "{said}");
            let english =
                sentence.split(|c: char| !c.is_alphabetic()).any(|word| ["not", "is", "the"].contains(&word));
            assert!(language == "en" || !english, "{said}");
        }
    }
}

#[test]
fn a_file_of_another_kind_is_named_as_what_it_is() {
    let (annex, facts) = (data("qoldau-2024.kk.docx"), data("season.jsonl"));
    let wanted = "wanted is an annex (.docx, text) or a plan (JSON) (PLN002)";
    let day = ["--on", "2024-09-15"];
    assert_eq!(
        complaint(&["check", &facts], b""),
        format!("qoldau: {facts}: given is a journal of entries; {wanted}\n")
    );
    assert_eq!(
        complaint(&["check", "-", "--language", "ru"], b"[1, 2]"),
        "qoldau: стандартный ввод: дано – другой файл JSON; нужно – приложение (.docx, текст) или план (JSON) (PLN002)\n"
    );
    assert_eq!(
        complaint(&[&["assess", &facts, &annex], &day[..]].concat(), b""),
        format!("qoldau: {facts}: given is a journal of entries; {wanted}\n"),
        "the two in the wrong order"
    );
    assert_eq!(
        complaint(&[&["assess", &annex, &annex], &day[..]].concat(), b""),
        format!("qoldau: {annex}: given is a .docx document; wanted is a journal of entries (FCT003)\n")
    );
    let plan = qoldau(&["read", &annex]).quiet(0);
    assert_eq!(
        complaint(&[&["assess", &annex, "-", "--language", "kk"], &day[..]].concat(), plan.as_bytes()),
        "qoldau: стандартты енгізу: берілгені – жоспар (JSON); керегі – жазбалар журналы (FCT003)\n"
    );
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
    assert!(String::from_utf8_lossy(&output.stderr).contains("(ANX002)"));
}

/// A host tells complaints apart by their codes.
#[test]
fn no_two_complaints_have_one_code() {
    let sources =
        [include_str!("../../src/trouble.rs"), include_str!("../../src/commands/people.rs")].concat();
    // Each stands as `speech::WORDS, "CLI000"`.
    let mut codes: Vec<(&str, &str)> = sources
        .split("speech::")
        .filter_map(|after| {
            let (words, rest) = after.split_once(", \"")?;
            Some((rest.split('"').next().filter(|code| code.starts_with("CLI"))?, words))
        })
        .collect();
    codes.sort_unstable();
    codes.dedup();
    assert!(codes.len() > 20, "{codes:?}");
    for two in codes.windows(2) {
        assert_ne!(two[0].0, two[1].0, "{two:?}");
    }
}
