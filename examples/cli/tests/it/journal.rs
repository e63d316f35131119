//! The journal that several phones keep.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::program::{Run, folder, qoldau};

struct Phones {
    folder: PathBuf,
}

impl Phones {
    fn new(test: &str) -> Self {
        let folder = folder(test);
        for file in ["aida.jsonl", "berik.jsonl", "all.jsonl"] {
            let _ = fs::remove_file(folder.join(file));
        }
        Self { folder }
    }

    fn file(&self, phone: &str) -> String {
        self.folder.join(format!("{phone}.jsonl")).display().to_string()
    }

    fn tries(&self, phone: &str, kind: &str, body: &str, more: &[&str]) -> Run {
        let file = self.file(phone);
        let fixed =
            ["record", &file, "--plan", "p", "--on", "2024-06-14", "--author", phone, "--device", phone];
        qoldau(&[&fixed[..], &["--kind", kind, "--body", body], more].concat())
    }

    fn says(&self, phone: &str, kind: &str, body: &str, more: &[&str]) -> String {
        self.tries(phone, kind, body, more).quiet(0).trim().to_owned()
    }

    fn counts(&self, phone: &str, amount: u32, more: &[&str]) -> String {
        let body =
            format!(r#"{{"line":"t2-1","mode":"add","value":{{"kind":"amount","amount":"{amount}"}}}}"#);
        self.says(phone, "reading", &body, more)
    }

    /// Two phones correct one count of 60 without knowing of each other; gives the ids.
    fn quarrel(&self) -> [String; 3] {
        let first = self.counts("aida", 60, &[]);
        fs::copy(self.file("aida"), self.file("berik")).unwrap();
        let a = self.counts("aida", 64, &["--replaces", &first]);
        let b = self.counts("berik", 70, &["--replaces", &first]);
        [first, a, b]
    }
}

#[test]
fn lines_that_could_not_be_read_are_not_replaced_by_what_could() {
    let phones = Phones::new("journal_unread");
    phones.quarrel();
    let (aida, berik, all) = (phones.file("aida"), phones.file("berik"), phones.file("all"));
    let torn = fs::read_to_string(&aida).unwrap() + "{\"id\":\"torn\n";
    fs::write(&aida, &torn).unwrap();
    let run = qoldau(&["merge", &aida, &berik, "-o", &aida]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(run.err.contains("would be lost") && run.err.contains("CLI030"), "{}", run.err);
    assert_eq!(fs::read_to_string(&aida).unwrap(), torn);
    assert_eq!(qoldau(&["merge", &aida, &berik, "-o", &all]).code, Some(1));
    assert_eq!(qoldau(&["merge", &aida, &berik, "-o", &berik]).code, Some(1), "of this all was read");
}

#[test]
fn two_phones_are_merged_and_their_quarrel_is_settled() {
    let phones = Phones::new("journal_merged");
    let [first, a, b] = phones.quarrel();
    let (aida, berik, all) = (phones.file("aida"), phones.file("berik"), phones.file("all"));
    let run = qoldau(&["merge", &aida, &berik, "-o", &all]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.err.contains(&format!("{berik}: new entries – 1")), "{}", run.err);
    assert!(run.err.contains("value.amount: 64") && run.err.contains("value.amount: 70"), "{}", run.err);
    let other_way = qoldau(&["merge", &berik, &aida]).out;
    assert_eq!(other_way, fs::read_to_string(&all).unwrap(), "the order does not matter");
    let compact = phones.file("compact");
    assert_eq!(qoldau(&["merge", &berik, &aida, "--compact", "-o", &compact]).code, Some(1));
    assert!(fs::read(&compact).unwrap().starts_with(b"QJRN"));
    assert_eq!(qoldau(&["log", &compact, "--json"]).out, other_way);
    for (language, words) in [
        ("kk", "Бір жазбаны бірнеше адам бірін-бірі білмей түзеткен"),
        ("ru", "Одну запись исправили несколько человек, не зная друг о друге"),
        ("en", "Several people corrected one entry without knowing of each other"),
    ] {
        let said = qoldau(&["conflicts", &all, "--language", language]);
        assert_eq!(said.code, Some(1));
        assert!(said.out.starts_with(&format!("{words}: {first}\n  ✓ {b}")), "{}", said.out);
    }
    let conflicts: Value = serde_json::from_str(&qoldau(&["conflicts", &all, "--json"]).out).unwrap();
    assert_eq!(conflicts[0]["counts"], b.as_str());
    phones.counts("all", 66, &["--replaces", &a, "--replaces", &b]);
    assert!(qoldau(&["conflicts", &all]).quiet(0).starts_with("There is no conflict to settle."));
    assert_eq!(qoldau(&["log", &all]).quiet(0).lines().count(), 4);
}

#[test]
fn what_was_altered_is_named() {
    let phones = Phones::new("journal_verified");
    phones.quarrel();
    let aida = phones.file("aida");
    let said = qoldau(&["verify", &aida]).quiet(0);
    assert!(said.contains("Device aida: entries – 2, the last no. 2. Last link: "), "{said}");
    assert!(
        said.ends_with(
            "The chains are whole up to the links above: nothing was altered, dropped or forged.\n"
        ),
        "{said}"
    );
    let unsealed = phones.file("unsealed");
    let bare = "{\"id\":\"bare\",\"on\":\"2024-06-20\",\"author\":\"office\",\"kind\":\"void\",\"body\":{\"reason\":\"x\"}}\n";
    fs::write(&unsealed, fs::read_to_string(&aida).unwrap() + bare).unwrap();
    let said = qoldau(&["verify", &unsealed]).quiet(0);
    assert!(said.contains("Entries without a seal – 1"), "{said}");
    assert!(
        said.contains("of the entries with a seal nothing was altered") && !said.contains("above: nothing"),
        "{said}"
    );
    let forged = fs::read_to_string(&aida).unwrap().replace("\"64\"", "\"640\"");
    fs::write(&aida, forged).unwrap();
    let run = qoldau(&["verify", &aida, "--language", "ru"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.starts_with("JRN101: Содержание записи не соответствует её печати"), "{}", run.out);
}

#[test]
fn what_could_not_count_is_not_recorded() {
    let phones = Phones::new("journal_refused");
    let run = phones.tries("aida", "reading", r#"{"line":"t2-1","mode":"add"}"#, &["--language", "kk"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert_eq!(run.err, "qoldau: Жазбада міндетті өріс жоқ: body.value (FCT105)\n");
    assert!(!PathBuf::from(phones.file("aida")).exists());
}

#[test]
fn an_entry_after_a_torn_line_stands_on_a_line_of_its_own() {
    let phones = Phones::new("journal_torn");
    phones.counts("aida", 60, &[]);
    let aida = phones.file("aida");
    let whole = fs::read_to_string(&aida).unwrap();
    fs::write(&aida, format!("{whole}{{\"id\":\"torn")).unwrap();
    let run = phones.tries("aida", "void", r#"{"reason":"x"}"#, &["--replaces", "y"]);
    let told = run.err.starts_with("FCT103 (journal, line 3)");
    assert_eq!((run.code, told, run.out.len()), (Some(1), true, 37), "it is told, and recorded: {}", run.err);
    let log = qoldau(&["log", &aida]);
    assert_eq!((log.code, log.out.lines().count()), (Some(1), 2), "{}", log.err);
    assert!(log.err.starts_with("FCT103 (journal, line 3)"), "{}", log.err);
}

#[test]
fn journals_of_two_plans_are_not_merged() {
    let phones = Phones::new("journal_plans");
    phones.counts("aida", 60, &[]);
    let (aida, berik) = (phones.file("aida"), phones.file("berik"));
    fs::write(&berik, "{\"format\":\"qoldau-journal/1.1\",\"plan\":\"q\"}\n").unwrap();
    let run = qoldau(&["merge", &aida, &berik]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.ends_with("the journals belong to different plans: p, q (JRN001)\n"), "{}", run.err);
}

/// Of several files the one is named that belongs to another plan, not the last.
#[test]
fn the_file_of_another_plan_is_named() {
    let phones = Phones::new("journal_other_plan");
    for phone in ["aida", "berik", "saule"] {
        phones.counts(phone, 1, &[]);
    }
    let [aida, berik, saule] = ["aida", "berik", "saule"].map(|phone| phones.file(phone));
    let foreign = fs::read_to_string(&berik).unwrap().replace("\"plan\":\"p\"", "\"plan\":\"q\"");
    fs::write(&berik, foreign).unwrap();
    let run = qoldau(&["merge", &aida, &berik, &saule]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert_eq!(run.err, format!("qoldau: {berik}: the journals belong to different plans: p, q (JRN001)\n"));
}
