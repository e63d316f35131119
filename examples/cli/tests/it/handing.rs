//! Handing a package to the operator, comparing two of them, signing what a device vouches for, and recording at once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::program::{Run, folder, program, qoldau};

const ROLES: &str = r#"[{"author":"aida","role":"recorder"},{"author":"saule","role":"leader"},
    {"author":"manager","role":"operator"}]"#;

/// A folder with a plan, a list of roles and a journal.
struct Office {
    folder: PathBuf,
}

impl Office {
    fn new(test: &str) -> Self {
        let folder = folder(test);
        let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/inputs/small-plan.json");
        fs::copy(plan, folder.join("plan.json")).unwrap();
        fs::write(folder.join("roles.json"), ROLES).unwrap();
        Self { folder }
    }

    fn file(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).unwrap()
    }

    fn records(&self, author: &str, on: &str, kind: &str, body: &str) -> String {
        let journal = self.file("journal.jsonl");
        let fixed =
            ["record", &journal, "--plan", "small", "--on", on, "--author", author, "--device", author];
        qoldau(&[&fixed[..], &["--kind", kind, "--body", body]].concat()).quiet(0).trim().to_owned()
    }

    /// Somebody records a number of a line that the plan does not have.
    fn reads_a_line_of_no_plan(&self) {
        let reading = r#"{"line":"t99-9","mode":"add","value":{"kind":"amount","amount":"4"}}"#;
        self.records("aida", "2024-06-15", "reading", reading);
    }

    fn records_an_event(&self, headcount: u32) {
        let body = format!(
            r#"{{"event":"cup-{headcount}","activities":["t2-a1"],"status":"held","start":"2024-06-14","name":"Кубок","headcount":{headcount}}}"#
        );
        self.records("aida", "2024-06-14", "event", &body);
    }

    fn submits(&self, author: &str, on: &str, package: &str, more: &[&str]) -> Run {
        let [plan, journal, package, roles] =
            ["plan.json", "journal.jsonl", package, "roles.json"].map(|name| self.file(name));
        let fixed =
            ["submit", &plan, &journal, "--on", on, "--date", on, "--author", author, "--device", author];
        let roles = ["--roles", &roles, "-o", &package, "--number", "12-к"];
        qoldau(&[&fixed[..], &roles, more].concat())
    }
}

#[test]
fn what_a_package_leaves_out_because_it_could_not_be_taken_is_told() {
    let office = Office::new("left_out");
    office.records_an_event(100);
    let wrong = r#"{"id":"w1","on":"2024-06-15","author":"aida","kind":"reading","body":{"line":"t2-5","mode":"plus","value":{"kind":"amount","amount":"4"}}}"#;
    std::fs::write(office.file("journal.jsonl"), office.text("journal.jsonl") + wrong + "\n").unwrap();
    let run = office.submits("saule", "2024-06-30", "one.json", &[]);
    assert_eq!((run.code, run.err.contains("FCT109")), (Some(1), true), "{}", run.err);
    let [one, plan, journal, roles] =
        ["one.json", "plan.json", "journal.jsonl", "roles.json"].map(|name| office.file(name));
    let run = qoldau(&["compare", &one, &one, "--plan", &plan, "--facts", &journal, "--roles", &roles]);
    assert_eq!((run.code, run.err.contains("FCT109")), (Some(1), true), "{}", run.err);
}

#[test]
fn what_a_report_would_say_is_said_when_a_package_is_handed_in_errors_first() {
    let office = Office::new("handing_told");
    office.records_an_event(100);
    office.reads_a_line_of_no_plan();
    let run = office.submits("saule", "2024-06-30", "one.json", &[]);
    let [plan, journal] = ["plan.json", "journal.jsonl"].map(|name| office.file(name));
    let report = qoldau(&["report", &plan, &journal, "--on", "2024-06-30"]).out;
    let codes = |text: &str| -> std::collections::BTreeSet<String> {
        let words = text.split(|c: char| !c.is_ascii_alphanumeric());
        let is_code = |word: &&str| {
            ["PLAN", "ASM", "FCT"].iter().any(|of| word.strip_prefix(of).is_some_and(|at| at.len() == 3))
        };
        words.filter(is_code).map(str::to_owned).collect()
    };
    let told = codes(&run.err);
    assert!(told.iter().any(|code| code.starts_with("PLAN") || code.starts_with("ASM")), "{}", run.err);
    assert_eq!(told, codes(&report), "{} {report}", run.err);
    let severities: Vec<usize> = run
        .err
        .lines()
        .filter_map(|line| {
            ["error", "warning", "question", "note"].iter().position(|of| line.to_lowercase().starts_with(of))
        })
        .collect();
    assert!(severities.is_sorted() && severities.len() > 1, "{}", run.err);
    assert!(!run.err.contains("Кубок"), "{}", run.err);
}

/// Nothing was written: neither a package nor an entry.
fn refused(office: &Office, run: &Run, package: &str, lines: usize, said: &str) {
    let untouched = (office.folder.join(package).exists(), office.text("journal.jsonl").lines().count());
    assert_eq!(
        (run.code, run.err.contains(said), untouched),
        (Some(2), true, (false, lines)),
        "{} {}",
        run.out,
        run.err
    );
}

#[test]
fn what_does_not_fit_the_plan_is_told_or_refused_when_a_package_is_handed_in() {
    let office = Office::new("unfit");
    office.records_an_event(100);
    office.reads_a_line_of_no_plan();
    let run = office.submits("saule", "2024-06-30", "one.json", &[]);
    assert_eq!((run.code, run.err.contains("FCT2")), (Some(1), true), "{}", run.err);
    let lines = office.text("journal.jsonl").lines().count();
    // A day after the one on the letter.
    let [plan, journal, package, roles] =
        ["plan.json", "journal.jsonl", "two.json", "roles.json"].map(|name| office.file(name));
    let words =
        ["submit", &plan, &journal, "--on", "2024-12-31", "--date", "2024-07-02", "--author", "saule"];
    let run = qoldau(&[&words[..], &["--device", "saule", "--roles", &roles, "-o", &package]].concat());
    refused(&office, &run, "two.json", lines, "CLI029");
    // Nor is an entry of the kind recorded by hand.
    let body = r#"{"submission":"s9","date":"2024-07-02","asOf":"2024-12-31","digest":"DIGEST"}"#;
    let body = body.replace("DIGEST", &"0".repeat(64));
    let words = ["record", &journal, "--on", "2024-07-02", "--author", "saule", "--device", "saule"];
    let run = qoldau(&[&words[..], &["--kind", "submission", "--body", &body]].concat());
    refused(&office, &run, "two.json", lines, "CLI029");
    // The journal is another plan's.
    let other = office.text("plan.json").replacen("\"id\": \"small\"", "\"id\": \"other\"", 1);
    let other = other.replacen("\"id\":\"small\"", "\"id\":\"other\"", 1);
    assert_ne!(other, office.text("plan.json"));
    fs::write(office.file("other.json"), &other).unwrap();
    fs::rename(office.file("plan.json"), office.file("own.json")).unwrap();
    fs::copy(office.file("other.json"), office.file("plan.json")).unwrap();
    let run = office.submits("saule", "2024-06-30", "two.json", &[]);
    refused(&office, &run, "two.json", lines, "FCT201");
    fs::rename(office.file("own.json"), office.file("plan.json")).unwrap();
    // A plan of another id is no edition; a report says so and judges nothing by it.
    let other = office.file("other.json");
    let run = office.submits("saule", "2024-06-30", "two.json", &["--edition", &other]);
    refused(&office, &run, "two.json", lines, "AMD010");
    let run = qoldau(&["report", &plan, &journal, "--on", "2024-06-30", "--edition", &other]);
    assert_eq!((run.code, run.out.contains("AMD010")), (Some(1), true), "{}", run.err);
    // Nor are there two editions of one number.
    let mended = office.text("plan.json").replacen("Шағын жоспар", "Үлкен жоспар", 1);
    fs::write(office.file("mended.json"), &mended).unwrap();
    let run = office.submits("saule", "2024-06-30", "two.json", &["--edition", &office.file("mended.json")]);
    refused(&office, &run, "two.json", lines, "AMD011");
    // The journal adopted another edition.
    let body = format!(r#"{{"edition":0,"digest":"{}","effectiveFrom":"2024-05-01"}}"#, "0".repeat(64));
    office.records("saule", "2024-06-16", "planAdopted", &body);
    let run = office.submits("saule", "2024-06-30", "two.json", &[]);
    refused(&office, &run, "two.json", lines + 1, "FCT230");
}

#[test]
fn nothing_is_recorded_for_one_plan_into_the_journal_of_another() {
    let office = Office::new("other_plan");
    office.records_an_event(100);
    let journal = office.file("journal.jsonl");
    let of_aida = ["--on", "2024-06-16", "--author", "aida", "--device", "aida"];
    let record =
        ["--kind", "acknowledgement", "--body", r#"{"code":"PLAN003","lines":[]}"#, "--plan", "other"];
    let before = office.text("journal.jsonl");
    let run = qoldau(&[&["record", &journal][..], &of_aida, &record].concat());
    assert_eq!((run.code, office.text("journal.jsonl") == before), (Some(2), true), "{}", run.err);
}

#[test]
fn what_of_a_journal_could_not_be_read_is_told_by_who_adds_to_it_signs_it_and_verifies_it() {
    let office = Office::new("half_read");
    office.records_an_event(100);
    fs::write(office.file("journal.jsonl"), office.text("journal.jsonl") + "{\"id\":\"torn").unwrap();
    let [journal, secret, head] = ["journal.jsonl", "secret", "head.json"].map(|name| office.file(name));
    let of_aida = ["--on", "2024-06-16", "--author", "aida", "--device", "aida"];
    let record = ["--kind", "acknowledgement", "--body", r#"{"code":"PLAN003","lines":[]}"#];
    let decide = ["--one", "a", "--other", "b", "--verdict", "same"];
    let undo = ["--one", "a", "--other", "b", "--verdict", "undo"];
    let lines = || office.text("journal.jsonl").lines().count();
    for (at, words) in [
        [&["record", &journal][..], &of_aida, &record].concat(),
        [&["people", "decide", &journal][..], &of_aida, &decide].concat(),
        [&["people", "decide", &journal][..], &of_aida, &undo].concat(),
    ]
    .iter()
    .enumerate()
    {
        let run = qoldau(words);
        let told = (run.code, run.err.contains("FCT103"), run.out.is_empty(), lines());
        // The entry is recorded nevertheless: work in the field goes on.
        assert_eq!(told, (Some(1), true, false, 4 + at), "{words:?} {}", run.err);
    }
    let key = qoldau(&["key", &secret, "--device", "aida"]);
    assert_eq!(key.code, Some(0), "{}", key.err);
    let run = qoldau(&["sign", &journal, "--device", "aida", "--secret", &secret, "-o", &head]);
    assert_eq!((run.code, run.err.contains("FCT103")), (Some(1), true), "{}", run.err);
    let run = qoldau(&["verify", &journal]);
    let whole = run.out.contains("The chains are whole");
    assert_eq!((run.code, run.out.contains("FCT103"), whole), (Some(1), true, false), "{}", run.out);
    let run = qoldau(&["verify", &journal, "--json"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert_eq!(serde_json::from_str::<Value>(&run.out).unwrap()["findings"][0]["code"], "FCT103");
}

#[test]
fn a_register_says_what_of_the_journal_it_was_made_without() {
    let office = Office::new("register_half_read");
    office.records_an_event(100);
    fs::write(office.file("journal.jsonl"), office.text("journal.jsonl") + "{\"id\":\"torn").unwrap();
    let [plan, journal] = ["plan.json", "journal.jsonl"].map(|name| office.file(name));
    for form in ["markdown", "html", "csv"] {
        let run = qoldau(&["register", &plan, &journal, "--on", "2024-06-30", "--as", form]);
        assert_eq!((run.code, run.out.contains("FCT103")), (Some(1), true), "{form} {}", run.err);
    }
}

#[test]
fn a_package_is_handed_in_remarked_on_and_compared_with_the_next() {
    let office = Office::new("handing_in");
    office.records_an_event(100);
    let run = office.submits("saule", "2024-06-30", "one.json", &[]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let said = run.out;
    let (id, digest) = said.trim().split_once(' ').unwrap();
    let package = office.text("one.json");
    let hash = Sha256::digest(&package).iter().fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"));
    assert_eq!(hash, digest);
    let entry: Value = serde_json::from_str(office.text("journal.jsonl").lines().last().unwrap()).unwrap();
    assert_eq!((&entry["id"], &entry["kind"]), (&id.into(), &"submission".into()));
    let body = &entry["body"];
    assert_eq!(
        (&body["digest"], &body["number"], &body["asOf"]),
        (&digest.into(), &"12-к".into(), &"2024-06-30".into())
    );

    let submission = body["submission"].as_str().unwrap();
    let remark = format!(
        r#"{{"remark":"r1","submission":"{submission}","line":"t2-5","text":"The list is not signed","answerBy":"2024-07-20"}}"#
    );
    office.records("manager", "2024-07-05", "remark", &remark);
    office.records_an_event(90);
    assert_eq!(office.submits("saule", "2024-07-15", "two.json", &[]).code, Some(0));
    assert_eq!(office.text("one.json"), package, "a later entry never alters a submission");

    let [one, two, plan, journal, roles] =
        ["one.json", "two.json", "plan.json", "journal.jsonl", "roles.json"].map(|name| office.file(name));
    let shown = qoldau(&["compare", &one, &two]).quiet(0);
    assert!(shown.contains("30.06.2024") && shown.contains("15.07.2024"), "{shown}");
    assert!(!shown.contains("not signed"), "{shown}");
    let with_remarks = ["--plan", &plan, "--facts", &journal, "--roles", &roles];
    let full = qoldau(&[&["compare", &one, &two][..], &with_remarks].concat()).quiet(0);
    assert!(full.contains("The list is not signed"), "{full}");
    let json = qoldau(&["compare", &one, &two, "--json"]).json();
    assert_eq!((&json["from"], &json["to"]), (&"2024-06-30".into(), &"2024-07-15".into()));
    let same = qoldau(&["compare", &one, &one, "--json"]).json();
    assert_eq!(same["lines"], Value::Array(Vec::new()));

    // The remarks of another journal are not passed over in silence.
    let other = office.file("other.jsonl");
    fs::write(&other, "{\"format\":\"qoldau-journal/1.1\",\"plan\":\"small\"}\n").unwrap();
    let run = qoldau(&["compare", &one, &two, "--plan", &plan, "--facts", &other]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(
        run.err.ends_with("the journal knows of no submission of this package (CLI015)\n"),
        "{}",
        run.err
    );
    let run = qoldau(&["compare", &plan, &two]);
    assert!(
        run.code == Some(2) && run.err.contains("this is no package of a submission (PKG002)"),
        "{}",
        run.err
    );
}

#[test]
fn who_may_not_hand_in_hands_in_nothing() {
    let office = Office::new("handing_refused");
    office.records_an_event(100);
    let before = office.text("journal.jsonl");
    for (author, code) in [("aida", "REV002"), ("stranger", "REV001")] {
        let run = office.submits(author, "2024-06-30", "one.json", &["--language", "ru"]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        assert!(run.err.starts_with(code), "{}", run.err);
        assert!(
            run.err.ends_with("пакет не сдан: правила проверки этого не допускают (CLI014)\n"),
            "{}",
            run.err
        );
    }
    assert_eq!(office.text("journal.jsonl"), before);
    assert!(!Path::new(&office.file("one.json")).exists());
    fs::write(office.file("one.json"), "mine").unwrap();
    let run = office.submits("saule", "2024-06-30", "one.json", &[]);
    assert!(run.code == Some(2) && run.err.contains("(CLI012)"), "{}", run.err);
    assert_eq!((office.text("journal.jsonl"), office.text("one.json")), (before, "mine".to_owned()));
}

#[test]
fn roles_that_are_none_are_named() {
    let office = Office::new("handing_roles");
    office.records_an_event(100);
    let [plan, journal, roles] = ["plan.json", "journal.jsonl", "roles.json"].map(|name| office.file(name));
    let assess = |roles: &str, language: &str| {
        let fixed = ["assess", &plan, &journal, "--on", "2024-06-30", "--roles", roles];
        qoldau(&[&fixed[..], &["--language", language]].concat())
    };
    assert_eq!(assess(&roles, "en").code, Some(0));
    for (text, at) in [
        (r#"[{"author":"aida","role":"king"}]"#, "line 1, column 31"),
        (r#"[{"author":"aida"}]"#, "line 1, column 18"),
        (r#"{"author":"aida","role":"leader"}"#, "line 1, column 0"),
        ("", "line 1, column 0"),
    ] {
        fs::write(&roles, text).unwrap();
        let run = assess(&roles, "en");
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{text}");
        let told =
            format!("qoldau: {roles}: this is not a list of roles, or there is a fault in it: {at} (CLI011)");
        assert!(run.err.starts_with(&told), "{text}: {}", run.err);
        assert!(!run.err.contains("aida") && !run.err.contains("king"), "{}", run.err);
    }
    assert!(assess(&roles, "kk").err.contains("бұл рөлдер тізімі емес"));
    assert!(assess(&roles, "ru").err.contains("это не список ролей"));
    let run = assess(&office.file("none.json"), "en");
    assert!(run.code == Some(2) && run.err.contains("(CLI001)"), "{}", run.err);
}

#[test]
fn who_record_at_once_take_turns() {
    let office = Office::new("handing_at_once");
    let journal = office.file("journal.jsonl");
    let children: Vec<_> = (0..24)
        .map(|at| {
            let body =
                format!(r#"{{"line":"t2-1","mode":"add","value":{{"kind":"amount","amount":"{at}"}}}}"#);
            let fixed = ["record", &journal, "--plan", "small", "--on", "2024-06-14", "--author", "aida"];
            let more = ["--device", "aida", "--kind", "reading", "--body", &body];
            let mut command = program(&[&fixed[..], &more].concat());
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    let mut ids: Vec<String> = children
        .into_iter()
        .map(|child| {
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap().trim().to_owned()
        })
        .collect();
    ids.sort();
    let lines = office.text("journal.jsonl");
    let entries: Vec<Value> = lines.lines().skip(1).map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut recorded: Vec<String> =
        entries.iter().map(|entry| entry["id"].as_str().unwrap().to_owned()).collect();
    recorded.sort();
    assert_eq!(recorded, ids);
    let numbers: Vec<u64> = entries.iter().map(|entry| entry["seq"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=24).collect::<Vec<u64>>());
    assert_eq!(qoldau(&["verify", &journal]).code, Some(0));
}

#[test]
fn who_records_while_a_journal_is_joined_into_its_own_place_loses_nothing() {
    let office = Office::new("handing_joined");
    let [journal, others] = ["journal.jsonl", "others.jsonl"].map(|name| office.file(name));
    office.records_an_event(100);
    fs::copy(&journal, &others).unwrap();
    let children: Vec<_> = (0..24)
        .map(|at| {
            let body =
                format!(r#"{{"line":"t2-1","mode":"add","value":{{"kind":"amount","amount":"{at}"}}}}"#);
            let recording =
                ["record", &journal, "--on", "2024-06-14", "--author", "aida", "--device", "second"];
            let recorded = ["--kind", "reading", "--body", &body];
            let joining = ["merge", &journal, &others, "-o", &journal];
            let joins = at % 3 == 0;
            let arguments = if joins { joining.to_vec() } else { [&recording[..], &recorded].concat() };
            let mut command = program(&arguments);
            let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
            (joins, command.spawn().unwrap())
        })
        .collect();
    let mut recorded = Vec::new();
    for (joins, child) in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        if !joins {
            recorded.push(String::from_utf8(output.stdout).unwrap().trim().to_owned());
        }
    }
    let kept = office.text("journal.jsonl");
    assert_eq!(recorded.len(), 16);
    assert!(recorded.iter().all(|id| kept.contains(id.as_str())), "{recorded:?}");
    assert_eq!(qoldau(&["verify", &journal]).code, Some(0));
}

#[test]
fn nothing_is_recorded_into_a_file_that_is_not_of_lines() {
    let office = Office::new("handing_compact");
    office.records_an_event(100);
    let [journal, compact, bundle] =
        ["journal.jsonl", "compact.qjrn", "all.zip"].map(|name| office.file(name));
    qoldau(&["merge", &journal, "--compact", "-o", &compact]);
    qoldau(&["bundle", &journal, "-o", &bundle]);
    for file in [&compact, &bundle] {
        let before = fs::read(file).unwrap();
        let fixed =
            ["record", file, "--on", "2024-06-14", "--author", "a", "--device", "a", "--kind", "void"];
        let run = qoldau(&[&fixed[..], &["--body", r#"{"reason":"x"}"#, "--replaces", "y"]].concat());
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        assert!(run.err.ends_with("make it one by merge first (CLI013)\n"), "{}", run.err);
        assert_eq!(fs::read(file).unwrap(), before);
    }
}

#[test]
fn a_signed_head_shows_what_was_cut_off() {
    let office = Office::new("handing_heads");
    office.records_an_event(100);
    office.records_an_event(90);
    let [journal, secret, keys, head] =
        ["journal.jsonl", "secret", "keys.json", "head.json"].map(|name| office.file(name));
    let key = qoldau(&["key", &secret, "--device", "aida"]).json();
    assert_eq!(qoldau(&["key", &secret, "--device", "aida"]).json(), key, "it is made once");
    #[cfg(unix)]
    assert_eq!(
        std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&secret).unwrap().permissions()) & 0o777,
        0o600
    );
    fs::write(&keys, Value::Array(vec![key]).to_string()).unwrap();
    qoldau(&["sign", &journal, "--device", "aida", "--secret", &secret, "-o", &head]).quiet(0);
    assert_eq!(serde_json::from_str::<Value>(&office.text("head.json")).unwrap()["seq"], 2);
    let verify = || qoldau(&["verify", &journal, "--head", &head, "--keys", &keys]);
    let said = "Neither a later entry nor a signature vouches for who recorded it, when and of what kind: ";
    let last = office.text("journal.jsonl");
    let last: Value = serde_json::from_str(last.lines().last().unwrap()).unwrap();
    let alone = qoldau(&["verify", &journal]).quiet(0);
    assert!(alone.contains(&format!("{said}{}\n", last["id"].as_str().unwrap())), "{alone}");
    assert!(!verify().quiet(0).contains(said), "the head vouches for the last entry");
    assert!(verify().quiet(0).ends_with("nothing was altered, dropped or forged.\n"));

    let whole = office.text("journal.jsonl");
    let cut: Vec<&str> = whole.lines().take(2).collect();
    fs::write(&journal, cut.join("\n") + "\n").unwrap();
    assert_eq!(qoldau(&["verify", &journal]).code, Some(0), "the chain alone does not show it");
    let run = verify();
    assert!(run.code == Some(1) && run.out.contains("JRN109"), "{}{}", run.out, run.err);
    fs::write(&journal, &whole).unwrap();
    let forged = office.text("head.json").replace("\"seq\": 2", "\"seq\": 1");
    fs::write(&head, forged).unwrap();
    let run = verify();
    assert!(run.code == Some(1) && run.out.contains("JRN108"), "{}{}", run.out, run.err);

    let run = qoldau(&["sign", &journal, "--device", "nobody", "--secret", &secret]);
    assert!(run.code == Some(2) && run.err.contains("(JRN006)"), "{}", run.err);
    let run = qoldau(&["verify", &journal, "--head", &head]);
    assert!(run.code == Some(2) && run.err.contains("--keys"), "{}", run.err);
    fs::write(&secret, "0123").unwrap();
    let run = qoldau(&["sign", &journal, "--device", "aida", "--secret", &secret]);
    assert!(run.code == Some(2) && run.err.contains("(CLI018)") && !run.err.contains("0123"), "{}", run.err);
    let run = qoldau(&["verify", &journal, "--head", &keys, "--keys", &head]);
    assert!(run.code == Some(2) && run.err.contains("(CLI016)"), "{}", run.err);
    let run = qoldau(&["verify", &journal, "--head", &keys, "--keys", &keys]);
    assert!(run.code == Some(2) && run.err.contains("(CLI017)"), "{}", run.err);
}
