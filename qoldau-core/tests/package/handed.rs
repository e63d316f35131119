//! The file that goes to the operator: what fits together is opened, what does not is refused.

use qoldau_core::facts::FactsLimits;
use qoldau_core::journal::{Stamp, read_journal};
use qoldau_core::language::Language;
use qoldau_core::package::{
    FORMAT, PackageError, diff_packages, digest_of, open_submission, read_package, say_package_diff,
};
use qoldau_core::review::{AuthorRole, RemarkState, Role};
use qoldau_core::whole::{
    HoldOptions, freeze_journal, package_digest, record_entry, review_journal, review_packages,
    write_submission_file,
};
use serde_json::{Value, json};

use super::{day, plan};

/// A package as the first version of the form wrote it.
const FIRST: &[u8] = include_bytes!("../fixtures/package-1.0.json");
const FIRST_DIGEST: &str = "3ed7ff5ccc962a7f3d7a1fefc751743f17e68ebeac90a2f2d877254b97a8a3b9";

/// A package as version 1.2 wrote it, of entries without seals.
const SECOND: &[u8] = include_bytes!("../fixtures/package-1.2.json");
const SECOND_DIGEST: &str = "c8c3c16a99c26048f408128790b855873c4513bcbe58c570161d4c47128b57ab";

/// A phone: whatever is said on it is numbered, sealed and linked.
struct Phone {
    name: &'static str,
    journal: String,
    said: u32,
}

impl Phone {
    fn new(name: &'static str) -> Self {
        Self { name, journal: String::new(), said: 0 }
    }

    fn say(&mut self, on: &str, kind: &str, body: &Value) {
        self.salted(on, kind, body, "0123456789abcdef");
    }

    fn salted(&mut self, on: &str, kind: &str, body: &Value, salt: &str) {
        self.said = self.said.saturating_add(1);
        let id = format!("{}-{:03}", self.name, self.said);
        let draft =
            json!({"id": id, "on": on, "author": self.name, "kind": kind, "body": body, "replaces": []});
        let stamp =
            json!({"device": self.name, "now": format!("{on}T09:{:02}:00.000Z", self.said), "salt": salt});
        let stamp: Stamp = serde_json::from_value(stamp).unwrap();
        let draft = serde_json::from_str(&draft.to_string()).unwrap();
        let recorded = record_entry(self.journal.as_bytes(), draft, &stamp).unwrap();
        self.journal.push_str(&recorded.line);
        self.journal.push('\n');
    }
}

fn options() -> HoldOptions {
    let rows = [("ngo", Role::Leader), ("desk", Role::Operator), ("colleague", Role::Operator)];
    let roles = rows.map(|(author, role)| AuthorRole { author: author.into(), role });
    HoldOptions { roles: roles.to_vec(), ..HoldOptions::default() }
}

/// A list, a reading, a submission, a remark that is answered, and a second submission whose file is answered.
fn handed() -> (Phone, String) {
    let mut ngo = Phone::new("ngo");
    let list = json!({"item": "list", "kind": "list", "lines": ["t1-1"], "rows": 64, "signed": true, "files": [{"name": "list.pdf"}]});
    ngo.say("2024-06-01", "evidence", &list);
    let post = json!({"item": "post", "kind": "post", "lines": ["t1-2"], "outlet": "Instagram", "link": "https://example.org/p/1"});
    ngo.say("2024-06-02", "evidence", &post);
    submit(&mut ngo, "s1", "2024-06-30", "2024-07-02");
    let mut desk = Phone::new("desk");
    let remark =
        json!({"remark": "r1", "submission": "s1", "line": "t1-1", "text": "6-бет қайда?", "answerBy": null});
    desk.say("2024-07-05", "remark", &remark);
    ngo.journal.push_str(&desk.journal);
    ngo.say("2024-07-09", "reply", &json!({"remark": "r1", "text": "Қосылды", "evidence": ["list"]}));
    let file = submit(&mut ngo, "s2", "2024-07-10", "2024-07-11");
    (ngo, file)
}

/// Freezes a package, says it is handed in, and writes its file.
fn submit(phone: &mut Phone, id: &str, as_of: &str, date: &str) -> String {
    let frozen = freeze_journal(&plan(), phone.journal.as_bytes(), day(as_of), &options()).unwrap();
    let not_yet = write_submission_file(frozen.json.as_bytes(), phone.journal.as_bytes());
    assert_eq!(not_yet.unwrap_err().code(), "PKG005");
    let body = json!({"submission": id, "number": "7", "date": date, "asOf": as_of, "digest": frozen.digest});
    phone.say(date, "submission", &body);
    write_submission_file(frozen.json.as_bytes(), phone.journal.as_bytes()).unwrap().json
}

fn code(file: &str) -> &'static str {
    open_submission(file.as_bytes()).map_or_else(|error| error.code(), |_| "opened")
}

#[test]
fn what_was_handed_in_is_opened_with_all_that_was_said_of_submissions() {
    let (ngo, file) = handed();
    let opened = open_submission(file.as_bytes()).unwrap();
    let handed_in = opened.handed_in.unwrap();
    assert_eq!((&*handed_in.by, handed_in.on), ("ngo", day("2024-07-11")));
    assert_eq!(&*handed_in.submission.digest, opened.digest);
    assert_eq!(digest_of(&opened.package).unwrap(), opened.digest);
    assert_eq!(package_digest(opened.json.as_bytes()).unwrap(), opened.digest);
    let kinds: Vec<String> = read_journal(opened.journal.as_bytes(), &FactsLimits::default())
        .unwrap()
        .journal
        .entries()
        .iter()
        .map(|entry| entry.kind.to_string())
        .collect();
    assert_eq!(kinds, ["remark", "submission", "reply", "submission"]);
    assert_eq!((opened.sealed, opened.unsealed, opened.missing), (4, 0, 0));
    // A step that was taken out leaves a gap in the numbers of its device.
    let mut less: Value = serde_json::from_str(&file).unwrap();
    less["entries"].as_array_mut().unwrap().retain(|entry| entry["kind"] != "reply");
    assert_eq!(open_submission(less.to_string().as_bytes()).unwrap().missing, 1);
    // However it is laid out.
    let pretty: Value = serde_json::from_str(&file).unwrap();
    assert_eq!(code(&serde_json::to_string_pretty(&pretty).unwrap()), "opened");
    // No words of people are in the package, and none of their records in the file.
    assert!(!opened.json.contains("list.pdf"));
    assert!(!file.contains("signed"));
    assert!(ngo.journal.contains("signed"));
}

#[test]
fn whoever_has_packages_and_no_plan_knows_as_much_of_submissions() {
    let (ngo, file) = handed();
    let opened = open_submission(file.as_bytes()).unwrap();
    let at = day("2024-08-01");
    let by_plan = review_journal(&plan(), ngo.journal.as_bytes(), at, &options()).unwrap();
    let packages = [opened.json.clone().into_bytes()];
    let by_package = review_packages(&packages, opened.journal.as_bytes(), at, &options()).unwrap();
    assert_eq!(by_package.findings, []);
    assert_eq!(by_plan.submissions, by_package.submissions);
    let states: Vec<RemarkState> =
        by_package.submissions.iter().flat_map(|of| &of.remarks).map(|of| of.state).collect();
    assert_eq!(states, [RemarkState::Answered]);
}

#[test]
fn a_remark_on_a_line_that_no_package_has_has_no_effect() {
    let (_, file) = handed();
    let opened = open_submission(file.as_bytes()).unwrap();
    let mut desk = Phone::new("colleague");
    let remark = json!({"remark": "r9", "submission": "s2", "line": "t9-9", "text": "?", "answerBy": null});
    desk.say("2024-07-20", "remark", &remark);
    let journal = opened.journal.clone() + &desk.journal;
    let packages = [opened.json.into_bytes()];
    let reviews = review_packages(&packages, journal.as_bytes(), day("2024-08-01"), &options()).unwrap();
    let codes: Vec<&str> = reviews.findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["REV013"]);
    assert!(reviews.submissions.iter().all(|of| of.remarks.iter().all(|of| of.remark.as_str() != "r9")));
}

#[test]
fn whatever_is_altered_is_refused() {
    let (_, file) = handed();
    let altered = |from: &str, to: &str| {
        assert!(file.contains(from), "{from}");
        code(&file.replace(from, to))
    };
    // A figure, a word of the contract, an exception, a seal in the package.
    assert_eq!(altered(r#""amount":"1""#, r#""amount":"2""#), "PKG006");
    assert_eq!(altered(r#""counts":true"#, r#""counts":false"#), "PKG006");
    assert_eq!(altered(r#""exceptions":[]"#, r#""exceptions":["late"]"#), "PKG006");
    assert_eq!(altered("https://example.org/p/1", "https://example.org/p/2"), "PKG006");
    // What the NGO answered, what the operator had asked, when, and in whose name.
    assert_eq!(altered("Қосылды", "Қосылмады"), "PKG007");
    assert_eq!(altered("6-бет", "5-бет"), "PKG007");
    assert_eq!(altered(r#""on":"2024-07-09""#, r#""on":"2024-07-08""#), "PKG007");
    // The digest with the package's, but not the seal; no entry that hands it in; what is no file of this version.
    let of_package = open_submission(file.as_bytes()).unwrap().digest;
    assert_eq!(altered(&of_package, &"0".repeat(64)), "PKG006");
    assert_eq!(altered(r#""submission":"ngo-005""#, r#""submission":"ngo-004""#), "PKG005");
    assert_eq!(altered("qoldau-submission/1.0", "qoldau-submission/1.1"), "PKG001");
    assert_eq!(altered("qoldau-package/1.4", "qoldau-package/1.5"), "PKG001");
    assert_eq!(altered("qoldau-submission/1.0", "qoldau-plan/1.0"), "PKG002");
    assert_eq!(altered(r#""package":{"#, r#""package":{"more":1,"#), "PKG003");
    assert_eq!(code(&file.chars().take(500).collect::<String>()), "PKG003");
}

#[test]
fn what_was_altered_with_its_digest_and_its_entry_has_no_seal_that_fits() {
    let (ngo, file) = handed();
    let opened = open_submission(file.as_bytes()).unwrap();
    let forged = opened.json.replace(r#""counts":true"#, r#""counts":false"#);
    let digest = package_digest(forged.as_bytes()).unwrap();
    let journal = ngo.journal.replace(&opened.digest, &digest);
    let file = write_submission_file(forged.as_bytes(), journal.as_bytes()).unwrap().json;
    assert_eq!(code(&file), "PKG007");
    // Without a seal nothing shows it; that there is none is told.
    let seal = |line: &str| serde_json::from_str::<Value>(line).unwrap()["seal"].clone();
    let last = ngo.journal.lines().last().unwrap();
    let stripped = file.replace(&seal(last).to_string(), "null");
    let stripped = open_submission(stripped.as_bytes()).unwrap();
    assert_eq!((stripped.sealed, stripped.unsealed), (3, 1));
}

#[test]
fn a_package_alone_is_opened_and_nobody_says_that_it_was_handed_in() {
    let opened = open_submission(FIRST).unwrap();
    assert_eq!((opened.handed_in, opened.sealed, opened.unsealed), (None, 0, 0));
    assert_eq!(opened.digest, FIRST_DIGEST);
}

#[test]
fn a_package_of_the_first_version_keeps_its_form_and_its_digest() {
    let first = read_package(FIRST).unwrap();
    assert_eq!(first.format, "qoldau-package/1.0");
    assert_ne!(first.format, FORMAT);
    assert_eq!(digest_of(&first).unwrap(), FIRST_DIGEST);
    assert_eq!((&first.about, first.lines.first().unwrap().exceptions.as_ref()), (&None, None));
    let journal = format!(
        "{{\"id\":\"a\",\"on\":\"2024-06-20\",\"author\":\"ngo\",\"kind\":\"submission\",\"body\":{{\"submission\":\"s\",\"date\":\"2024-06-20\",\"asOf\":\"2024-06-15\",\"digest\":\"{FIRST_DIGEST}\"}}}}\n"
    );
    let file = write_submission_file(FIRST, journal.as_bytes()).unwrap().json;
    let opened = open_submission(file.as_bytes()).unwrap();
    assert_eq!((opened.package, opened.digest), (first.clone(), FIRST_DIGEST.to_owned()));
    // What a later version tells besides makes no difference of its own.
    let mut later = first.clone();
    later.format = FORMAT.into();
    for line in &mut later.lines {
        line.exceptions = Some(Vec::new());
        line.activity = Some("…".into());
        for item in &mut line.evidence {
            item.what = None;
        }
    }
    let diff = diff_packages(&first, &later, None).unwrap();
    assert!(diff.lines.is_empty());
    assert!(say_package_diff(&diff, Language::English).contains("Nothing differs"));
}

#[test]
fn a_package_of_1_2_is_opened_with_the_entries_that_it_binds_as_that_version_did() {
    let second = read_package(SECOND).unwrap();
    assert_eq!(second.format, "qoldau-package/1.2");
    assert_eq!(digest_of(&second).unwrap(), SECOND_DIGEST);
    assert!(second.lines.iter().all(|line| line.readings.is_none()));
    // What is told only of now makes no difference to it.
    let now = super::package("2024-07-31");
    assert_eq!((now.format.as_str(), now.lines.iter().all(|line| line.readings.is_some())), (FORMAT, true));
    let diff = diff_packages(&second, &now, None).unwrap();
    assert!(diff.lines.is_empty(), "{:?}", diff.lines);
    // Its file, with steps that have no seals: as they were, and with another word.
    let submission = format!(
        "{{\"id\":\"z\",\"on\":\"2024-08-01\",\"author\":\"saule\",\"kind\":\"submission\",\"body\":{{\"submission\":\"s9\",\"date\":\"2024-08-01\",\"asOf\":\"2024-07-31\",\"digest\":\"{SECOND_DIGEST}\"}}}}\n"
    );
    let journal = super::JOURNAL.replace("DIGEST", &"0".repeat(64)) + &submission;
    let file = write_submission_file(SECOND, journal.as_bytes()).unwrap().json;
    assert_eq!(code(&file), "opened");
    assert_eq!(code(&file.replace("6-беті", "7-беті")), "PKG007");
}

#[test]
fn of_an_entry_without_a_seal_nobody_guesses_what_it_says() {
    let said = |amount: &str| {
        let journal = super::JOURNAL.replace("DIGEST", &"0".repeat(64));
        let journal = journal.replace(r#""amount":"64""#, &format!(r#""amount":"{amount}""#));
        let frozen = freeze_journal(&plan(), journal.as_bytes(), day("2024-07-31"), &options()).unwrap();
        let package = read_package(frozen.json.as_bytes()).unwrap();
        let of = |id: &str| package.entries.iter().find(|of| of.entry.as_str() == id).unwrap().digest.clone();
        [of("a3"), of("b2"), of("c5")]
    };
    let (one, other) = (said("64"), said("65"));
    assert_eq!(one, other, "a number of people that somebody could try out");
    // Who recorded it, when and of what kind is bound, and the words of a step, which go to the operator anyway.
    let journal = super::JOURNAL.replace("DIGEST", &"0".repeat(64));
    for (from, to, differs) in [
        (
            r#""id":"a3","on":"2024-06-02","author":"aida""#,
            r#""id":"a3","on":"2024-06-02","author":"saule""#,
            [true, false, false],
        ),
        ("6-беті", "7-беті", [false, true, false]),
        ("Өшірілген", "Өшірілді", [false, false, false]),
    ] {
        assert!(journal.contains(from), "{from}");
        let altered = journal.replace(from, to);
        let frozen = freeze_journal(&plan(), altered.as_bytes(), day("2024-07-31"), &options()).unwrap();
        let package = read_package(frozen.json.as_bytes()).unwrap();
        let of = |id: &str| package.entries.iter().find(|of| of.entry.as_str() == id).unwrap().digest.clone();
        let now = [of("a3"), of("b2"), of("c5")];
        let is = [0, 1, 2].map(|at: usize| now.get(at) != one.get(at));
        assert_eq!(is, differs, "{from}");
    }
}

#[test]
fn entries_that_were_altered_between_two_packages_are_told() {
    let (ngo, _) = handed();
    let frozen = |journal: &str| {
        let frozen = freeze_journal(&plan(), journal.as_bytes(), day("2024-06-30"), &options()).unwrap();
        read_package(frozen.json.as_bytes()).unwrap()
    };
    let before = frozen(&ngo.journal);
    assert_eq!(diff_packages(&before, &before, None).unwrap().altered_entries, []);
    // Another record in the place of the first, under its id and as large: no figure shows it.
    let mut other = Phone::new("ngo");
    let list = json!({"item": "list", "kind": "list", "lines": ["t1-1"], "rows": 64, "signed": true, "files": [{"name": "list-2.pdf"}]});
    other.say("2024-06-01", "evidence", &list);
    let rest: Vec<&str> = ngo.journal.lines().skip(2).collect();
    let now = frozen(&(other.journal.clone() + &rest.join("\n") + "\n"));
    let diff = diff_packages(&before, &now, None).unwrap();
    let ids: Vec<&str> = diff.altered_entries.iter().map(qoldau_core::value::Id::as_str).collect();
    assert_eq!(ids, ["ngo-001"]);
    for (language, said) in [
        (Language::Kazakh, "өзгертілген жазбалар: ngo-001"),
        (Language::Russian, "Записи, изменённые после прежнего пакета: ngo-001"),
        (Language::English, "Entries that were altered since the earlier package: ngo-001"),
    ] {
        let text = say_package_diff(&diff, language);
        assert!(text.contains(said), "{text}");
    }
    // Of versions that bind entries otherwise nothing can be said.
    let second = read_package(SECOND).unwrap();
    assert_eq!(diff_packages(&second, &super::package("2024-07-31"), None).unwrap().altered_entries, []);
}

#[test]
fn a_sealed_item_is_bound_by_a_salt_that_is_not_in_the_package() {
    let frozen = |salt: &str, title: &str, later: bool| {
        let mut ngo = Phone::new("ngo");
        let list = json!({"item": "list", "kind": "list", "lines": ["t1-1"], "rows": 64, "title": title, "files": [{"name": "list.pdf"}]});
        ngo.salted("2024-06-01", "evidence", &list, salt);
        if later {
            // A file that is there already changes nothing; a record anew of the same item neither.
            let file = json!({"evidence": "list", "files": [{"name": "list.pdf"}]});
            ngo.salted("2024-06-02", "attachEvidence", &file, "fedcba9876543210");
            ngo.salted(
                "2024-06-03",
                "reading",
                &json!({"line": "i1", "mode": "add", "value": {"kind": "amount", "amount": "1"}}),
                "fedcba9876543210",
            );
        }
        let on = day(if later { "2024-06-30" } else { "2024-06-01" });
        let frozen = freeze_journal(&plan(), ngo.journal.as_bytes(), on, &options()).unwrap();
        assert!(!frozen.json.contains(salt) && !frozen.json.contains(title));
        read_package(frozen.json.as_bytes()).unwrap()
    };
    let digest = |package: &qoldau_core::package::Package| package.lines[0].evidence[0].digest.clone();
    let one = frozen("0123456789abcdef", "Шарт", false);
    assert_ne!(
        digest(&one),
        digest(&frozen("0123456789abcdeg", "Шарт", false)),
        "nobody tries titles without the salt"
    );
    assert_ne!(digest(&one), digest(&frozen("0123456789abcdef", "Хат", false)));
    assert_eq!(digest(&one), digest(&frozen("0123456789abcdef", "Шарт", true)));
}

#[test]
fn the_file_of_a_submission_bears_the_erasure_of_a_step() {
    let (mut ngo, file) = handed();
    let whole = open_submission(file.as_bytes()).unwrap();
    let reply = ngo.journal.lines().find(|line| line.contains("\"kind\":\"reply\"")).unwrap();
    let id = serde_json::from_str::<Value>(reply).unwrap()["id"].clone();
    ngo.say("2024-07-15", "erase", &json!({"entries": [id], "reason": "келісім қайтарылды"}));
    let read = read_journal(ngo.journal.as_bytes(), &FactsLimits::default()).unwrap();
    ngo.journal = qoldau_core::journal::write_journal(&read.journal);
    assert!(!ngo.journal.contains("Қосылды"));
    let later = submit(&mut ngo, "s3", "2024-07-20", "2024-07-21");
    let later = open_submission(later.as_bytes()).unwrap();
    // The desk has the words from the earlier file: with the erasure they go there too.
    let desk = [&whole.journal, &later.journal]
        .map(|journal| read_journal(journal.as_bytes(), &FactsLimits::default()).unwrap().journal);
    let desk = qoldau_core::journal::merge(desk.to_vec()).unwrap().journal;
    assert!(!qoldau_core::journal::write_journal(&desk).contains("Қосылды"));
    let findings = qoldau_core::journal::verify(&desk).findings;
    assert!(findings.iter().all(|finding| finding.code != "JRN112"), "{findings:?}");
}

#[test]
fn a_step_without_a_seal_that_was_erased_is_not_called_altered() {
    let journal = super::JOURNAL.replace("DIGEST", &"0".repeat(64));
    let erased = journal.clone()
        + r#"{"id":"z1","on":"2024-07-20","author":"aida","kind":"erase","body":{"entries":["c2"],"reason":"келісім"}}"#
        + "\n";
    let frozen = |journal: &str, on: &str| {
        read_package(
            freeze_journal(&plan(), journal.as_bytes(), day(on), &options()).unwrap().json.as_bytes(),
        )
        .unwrap()
    };
    let (before, now) = (frozen(&journal, "2024-07-31"), frozen(&erased, "2024-07-31"));
    assert_eq!(diff_packages(&before, &now, None).unwrap().altered_entries, []);
    // Nor is the file of the earlier package refused for it, and another word is.
    let digest = digest_of(&before).unwrap();
    let submission = format!(
        "{{\"id\":\"z2\",\"on\":\"2024-08-01\",\"author\":\"saule\",\"kind\":\"submission\",\"body\":{{\"submission\":\"s9\",\"date\":\"2024-08-01\",\"asOf\":\"2024-07-31\",\"digest\":\"{digest}\"}}}}\n"
    );
    let json = qoldau_core::package::write_package(&before).unwrap();
    let file = write_submission_file(json.as_bytes(), (erased + &submission).as_bytes()).unwrap().json;
    assert_eq!(code(&file), "opened");
    assert_eq!(code(&file.replace("6-беті", "7-беті")), "PKG007");
}

#[test]
fn the_errors_quote_no_words() {
    let (_, file) = handed();
    let error = open_submission(file.replace("Қосылды", "Құпия").as_bytes()).unwrap_err();
    assert!(matches!(error, PackageError::EntryAltered { .. }));
    assert!(!format!("{error} {error:?}").contains("Құпия"));
}
