//! The bundle for the messenger: from a journal and a plan to one file, and out of it again.

use std::fs;

use crate::program::{data, folder, qoldau};

/// Two items with files, of which one is in hand.
fn journal() -> String {
    let hash = "9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0"; // of "aaa"
    let line = |n: u32, item: &str, file: &str| {
        format!(
            r#"{{"id":"e{n}","on":"2024-06-0{n}","author":"a","kind":"evidence","body":{{"item":"{item}","kind":"photo","lines":["t2-1"],"files":[{file}]}}}}"#
        )
    };
    let held = format!(r#"{{"name":"тойқазан 1.jpg","sha256":"{hash}"}}"#);
    let header = r#"{"format":"qoldau-journal/1.1","plan":"66-2024-04-30"}"#;
    [header.to_owned(), line(1, "photo-1", &held), line(2, "photo-2", r#"{"name":"2.jpg"}"#)].join("\n")
        + "\n"
}

#[test]
fn a_bundle_goes_to_another_phone_and_comes_apart_there() {
    let folder = folder("bundle_whole");
    let path = |name: &str| folder.join(name).display().to_string();
    fs::write(path("mine.jsonl"), journal()).unwrap();
    fs::create_dir_all(folder.join("photos/june")).unwrap();
    fs::write(path("photos/june/IMG_1.jpg"), "aaa").unwrap();
    let plan = data("qoldau-2024.kk.docx");
    let (mine, bundle, out) = (path("mine.jsonl"), path("all.qoldau"), path("out"));
    let photos = path("photos");
    qoldau(&["bundle", &mine, "--plan", &plan, "--files", &photos, "-o", &bundle]).quiet(0);
    let said = qoldau(&["unbundle", &bundle, "--to", &out]).quiet(0);
    assert_eq!(
        said.replace(&out, "OUT"),
        "written: OUT/plan-0.json\nwritten: OUT/journal.jsonl\nentries in the journal – 2\n\
         files of evidence – 2, of them in the sender’s hands – 1\n\
         recorded, but the file is not in hand: 2.jpg (photo-2)\n"
    );
    let journal = path("out/journal.jsonl");
    assert_eq!(qoldau(&["log", &mine, "--json"]).quiet(0), fs::read_to_string(&journal).unwrap());
    assert_eq!(fs::read_to_string(path("out/plan-0.json")).unwrap(), qoldau(&["read", &plan]).out);
    let merged = qoldau(&["merge", &mine, &bundle]);
    assert_eq!((merged.code, merged.out), (Some(0), fs::read_to_string(&journal).unwrap()));
    let on = ["--on", "2024-06-30", "--json"];
    let assessed = |facts: &str| qoldau(&[&["assess", &plan, facts], &on[..]].concat()).out;
    let compact = path("all.qjrn");
    qoldau(&["merge", &bundle, "--compact", "-o", &compact]);
    assert!(assessed(&mine).contains("qoldau-assessment/"));
    assert_eq!((assessed(&bundle), assessed(&compact)), (assessed(&mine), assessed(&mine)));
    let again = qoldau(&["unbundle", &bundle, "--to", &out, "--language", "kk"]);
    assert_eq!(again.code, Some(2));
    assert!(again.err.starts_with("qoldau: Мұндай файл бар, ол ауыстырылмайды: "), "{}", again.err);
    assert!(again.err.ends_with("(CLI012)\n"), "{}", again.err);
}

#[test]
fn files_that_are_recorded_and_not_in_the_folder_are_told_of() {
    let folder = folder("files_in_hand");
    let path = |name: &str| folder.join(name).display().to_string();
    let recorded = journal().replace(r#""author":"a""#, r#""author":"a","device":"aida-phone""#);
    fs::write(path("mine.jsonl"), recorded).unwrap();
    fs::create_dir_all(folder.join("photos")).unwrap();
    let (mine, photos, plan) = (path("mine.jsonl"), path("photos"), data("qoldau-2024.kk.docx"));
    let run = |command: &str, files: &[&str]| {
        qoldau(&[&[command, &plan, &mine, "--on", "2024-06-30", "--language", "ru"], files].concat()).out
    };
    let (report, register) =
        ("Записано, но файлов нет на руках: 1. Записаны на устройстве: aida-phone", "нет на руках: 1 ");
    assert!(
        run("report", &["--files", &photos]).contains(report),
        "{}",
        run("report", &["--files", &photos])
    );
    assert!(run("register", &["--files", &photos]).contains(register));
    assert!(!run("report", &[]).contains("на руках") && !run("register", &[]).contains("на руках"));
    fs::write(path("photos/IMG_1.jpg"), "aaa").unwrap();
    assert!(!run("report", &["--files", &photos]).contains("на руках"));
    assert!(!run("register", &["--files", &photos]).contains("на руках"));
}

#[test]
fn what_is_no_bundle_or_was_changed_is_refused() {
    let folder = folder("bundle_refused");
    let path = |name: &str| folder.join(name).display().to_string();
    let (mine, bundle, out) = (path("mine.jsonl"), path("all.qoldau"), path("out"));
    fs::write(&mine, journal()).unwrap();
    let refused = |file: &str, words: &str| {
        let run = qoldau(&["unbundle", file, "--to", &out]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        assert!(run.err.contains(words), "{}", run.err);
        assert!(!folder.join("out").exists());
    };
    refused(&mine, "this is no bundle (BND002)");
    refused(&data("qoldau-2024.kk.docx"), "this is no bundle (BND002)");
    qoldau(&["bundle", &mine, "-o", &bundle]).quiet(0);
    let whole = fs::read(&bundle).unwrap();
    fs::write(&bundle, &whole[..whole.len() / 2]).unwrap();
    refused(&bundle, "damaged or was not copied to the end; get it anew (BND003)");
    let run = qoldau(&["merge", &mine, &bundle]);
    assert!(run.code == Some(2) && run.err.contains("(BND003)"), "{}", run.err);
    let run = qoldau(&["merge", &data("qoldau-2024.kk.docx")]);
    assert!(run.code == Some(2) && run.err.contains("(FCT003)"), "{}", run.err);
    let plan = data("qoldau-2024.kk.docx");
    let run = qoldau(&["bundle", &mine, "--plan", &plan, "--plan", &plan, "-o", &bundle]);
    assert!(run.err.contains("one edition is given twice: edition 0 (BND007)"), "{}", run.err);
}
