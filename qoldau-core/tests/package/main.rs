//! The package of a submission: frozen, held against its digest, and what differs between two of them.
//! `UPDATE_GOLDEN=1` writes the golden files anew.
#![expect(clippy::unwrap_used, reason = "tests")]

mod compared;
mod exceptions;
mod handed;

use std::path::PathBuf;

use qoldau_core::assess::{Figure, assess};
use qoldau_core::facts::{Entry, FactsLimits, FactsRead, observe, read_facts};
use qoldau_core::language::Language;
use qoldau_core::package::{
    LineState, Package, PackageError, diff_packages, digest_of, fits, freeze, read_package, say_package_diff,
    write_package,
};
use qoldau_core::plan::{Plan, PlanNode, Policy, Withdrawn, read_plan};
use qoldau_core::review::{AuthorRole, Role, SubmissionStanding, review};
use qoldau_core::value::IsoDate;

/// Two events and a post until the first package; then a correction, an event, another page of a list, and a remark that
/// is answered.
const JOURNAL: &str = r#"{"format":"qoldau-journal/1.1","plan":"p"}
{"id":"a1","on":"2024-06-01","author":"aida","kind":"event","body":{"event":"cup","status":"held","activities":["t1-a1"],"start":"2024-06-01","name":"Кубок"}}
{"id":"a2","on":"2024-06-01","author":"aida","kind":"evidence","body":{"item":"cup-list","kind":"list","lines":["t1-1"],"events":["cup"],"rows":64,"signed":true,"files":[{"name":"list.pdf","pages":5}]}}
{"id":"a3","on":"2024-06-02","author":"aida","kind":"reading","body":{"line":"i1","mode":"add","value":{"kind":"amount","amount":"64"}}}
{"id":"a4","on":"2024-06-03","author":"aida","kind":"evidence","body":{"item":"post-1","kind":"post","lines":["t1-2"],"outlet":"Instagram","link":"https://example.org/p/1","screenshot":"2024-06-03"}}
{"id":"b1","on":"2024-07-02","author":"saule","kind":"submission","body":{"submission":"s1","number":"7","date":"2024-07-02","asOf":"2024-06-30","digest":"DIGEST"}}
{"id":"b2","on":"2024-07-05","author":"operator","kind":"remark","body":{"remark":"r1","submission":"s1","line":"t1-1","text":"Тізімнің 6-беті жоқ","answerBy":"2024-07-12"}}
{"id":"b3","on":"2024-07-05","author":"operator","kind":"remark","body":{"remark":"r2","submission":"s1","line":"t1-3","text":"Сауалнама қашан?","answerBy":"2024-07-12"}}
{"id":"b4","on":"2024-07-05","author":"operator","kind":"remark","body":{"remark":"r3","submission":"s1","text":"Хаттар\nқайда?"}}
{"id":"c1","on":"2024-07-08","author":"aida","kind":"attachEvidence","body":{"evidence":"cup-list","files":[{"name":"list-6.jpg"}]}}
{"id":"c2","on":"2024-07-09","author":"aida","kind":"reply","body":{"remark":"r1","text":"Қосылды","evidence":["cup-list"]}}
{"id":"c3","on":"2024-07-10","author":"aida","kind":"amend","body":{"kind":"reading","body":{"line":"i1","mode":"add","value":{"kind":"amount","amount":"61"}},"reason":"Тізім бойынша"},"replaces":["a3"]}
{"id":"c4","on":"2024-07-11","author":"aida","kind":"event","body":{"event":"run","status":"held","activities":["t1-a1"],"start":"2024-07-11","name":"Жүгіру"}}
{"id":"c5","on":"2024-07-12","author":"aida","kind":"void","body":{"reason":"Өшірілген"},"replaces":["a4"]}
{"id":"c6","on":"2024-07-13","author":"operator","kind":"remarkResolved","body":{"remark":"r1"}}
"#;

fn day(text: &str) -> IsoDate {
    text.parse().unwrap()
}

fn plan() -> Plan {
    read_plan(include_bytes!("../facts/plan.json")).unwrap()
}

fn facts() -> FactsRead {
    let read =
        read_facts(JOURNAL.replace("DIGEST", &"0".repeat(64)).as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(read.findings, []);
    read
}

fn package_of(plan: &Plan, entries: &[Entry], as_of: &str) -> Package {
    let observations = observe(entries.to_vec());
    let assessment = assess(plan, &observations, day(as_of), &Policy::default(), None);
    freeze(plan, &assessment, &observations, entries).unwrap()
}

fn package(as_of: &str) -> Package {
    package_of(&plan(), &facts().entries, as_of)
}

fn submission(as_of: &str) -> SubmissionStanding {
    let rows = [("aida", Role::Recorder), ("saule", Role::Leader), ("operator", Role::Operator)];
    let roles = rows.map(|(author, role)| AuthorRole { author: author.into(), role });
    let reviews = review(&plan(), &facts(), &roles, &Policy::default(), day(as_of));
    assert_eq!(reviews.findings, []);
    reviews.submissions.into_iter().next().unwrap()
}

#[test]
fn what_is_recorded_later_changes_nothing_of_a_package() {
    let mut facts = facts().entries;
    let now = package_of(&plan(), &facts, "2024-06-30");
    facts.retain(|entry| entry.on <= day("2024-06-30"));
    let then = package_of(&plan(), &facts, "2024-06-30");
    assert_eq!(write_package(&now), write_package(&then));
    facts.reverse();
    assert_eq!(package_of(&plan(), &facts, "2024-06-30"), then);
}

#[test]
fn a_package_fits_its_digest_and_no_other() {
    let package = package("2024-06-30");
    let digest = digest_of(&package).unwrap();
    assert_eq!(digest.len(), 64);
    let written = write_package(&package).unwrap();
    let read = read_package(written.as_bytes()).unwrap();
    assert_eq!(read, package);
    assert!(fits(&read, &digest));
    // However it is laid out.
    let pretty = serde_json::to_string_pretty(&package).unwrap();
    assert!(fits(&read_package(pretty.as_bytes()).unwrap(), &digest));
    // A figure, an item, an entry: whatever is altered shows.
    for (from, to) in [
        (r#""amount":"64""#, r#""amount":"65""#),
        (r#""item":"post-1""#, r#""item":"post-2""#),
        (r#""entry":"a1""#, r#""entry":"a0""#),
        (r#""counts":true"#, r#""counts":false"#),
        (r#""asOf":"2024-06-30""#, r#""asOf":"2024-06-29""#),
        (&*package.plan_digest, &"0".repeat(64)),
    ] {
        assert!(written.contains(from), "{from}");
        let forged = read_package(written.replacen(from, to, 1).as_bytes()).unwrap();
        assert!(!fits(&forged, &digest), "{from}");
    }
}

#[test]
fn a_package_holds_the_figures_and_what_stood_behind_them() {
    let package = package("2024-06-30");
    let ids: Vec<&str> = package.entries.iter().map(|entry| entry.entry.as_str()).collect();
    assert_eq!(ids, ["a1", "a2", "a3", "a4"]);
    let numbers: Vec<&str> = package.lines.iter().map(|line| line.line.as_str()).collect();
    assert_eq!(numbers, ["t1-1", "t1-2", "t1-3", "i1"]);
    let figure = |amount: &str| Some(Figure::Amount { amount: amount.parse().unwrap() });
    let line = |id: &str| package.lines.iter().find(|line| line.line.as_str() == id).unwrap();
    let (events, posts, people) = (line("t1-1"), line("t1-2"), line("i1"));
    let of = |line: &qoldau_core::package::PackageLine| {
        let target = line.targets.first().unwrap();
        (target.claimed, target.proven)
    };
    assert_eq!(of(events), (figure("1"), figure("1")));
    assert_eq!(of(posts), (figure("1"), figure("1")));
    assert_eq!(of(people).0, figure("64"));
    let items = |line: &qoldau_core::package::PackageLine| {
        line.evidence.iter().map(|item| (item.item.to_string(), item.counts)).collect::<Vec<_>>()
    };
    assert_eq!(items(posts), [("post-1".to_owned(), true)]);
}

#[test]
fn what_is_no_package_of_this_version_is_refused() {
    let code = |json: &str| read_package(json.as_bytes()).map_err(|error| error.code());
    let written = write_package(&package("2024-06-30")).unwrap();
    assert_eq!(code(&written.replacen("package/1.4", "package/1.5", 1)), Err("PKG001"));
    assert_eq!(code(&written.replacen("package/1.4", "plan/1.1", 1)), Err("PKG002"));
    assert_eq!(code("{}"), Err("PKG002"));
    assert_eq!(code("["), Err("PKG003"));
    assert_eq!(code(&written.replacen(r#""edition":0"#, r#""edition":0,"more":1"#, 1)), Err("PKG003"));
    assert_eq!(PackageError::Unwritable.code(), "PKG004");
}

#[test]
fn equal_packages_do_not_differ() {
    let package = package("2024-06-30");
    let diff = diff_packages(&package, &package, None).unwrap();
    assert_eq!((diff.lines.len(), diff.unchanged), (0, 4));
}

#[test]
fn a_line_that_one_package_has_is_new_or_withdrawn() {
    let mut less = plan();
    for activity in less.tasks.iter_mut().flat_map(|task| &mut task.activities) {
        activity.indicators.retain(|line| line.id.as_str() != "t1-3");
    }
    let less = package_of(&less, &facts().entries, "2024-06-30");
    let all = package("2024-06-30");
    let states = |before, now| {
        let diff = diff_packages(before, now, None).unwrap();
        diff.lines.iter().map(|line| (line.line.to_string(), line.state)).collect::<Vec<_>>()
    };
    assert_eq!(states(&less, &all), [("t1-3".to_owned(), LineState::Added)]);
    assert_eq!(states(&all, &less), [("t1-3".to_owned(), LineState::Withdrawn)]);
}

#[test]
fn the_difference_is_told_line_by_line_in_three_languages() {
    let (before, now) = (package("2024-06-30"), package("2024-07-31"));
    let diff = diff_packages(&before, &now, Some(&submission("2024-07-31"))).unwrap();
    for (name, language) in [("kk", Language::Kazakh), ("ru", Language::Russian), ("en", Language::English)] {
        let text = say_package_diff(&diff, language);
        let file = format!("tests/golden/package-diff.{name}.txt");
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(&file);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(golden == text, "{file} is stale; run with UPDATE_GOLDEN=1 and read the diff:\n{text}");
    }
}

/// A journal with answers, and of one of them another from a day on.
const ANSWERED: &str = r#"{"id":"p1","on":"2024-06-05","author":"saule","kind":"planReading","body":{"line":"t1-1","question":"bound","answer":"atLeast","source":"agreed","agreedWith":"Әкімдік"}}
{"id":"p2","on":"2024-06-05","author":"saule","kind":"planReading","body":{"line":"t1-a1","question":"plannedEvents","answer":"3","source":"agreed"}}
{"id":"p3","on":"2024-06-05","author":"saule","kind":"planReading","body":{"line":"t1-2","question":"who","answer":"Гүлнұр Ахметова","source":"agreed","agreedWith":"Әкімдік"}}
{"id":"p4","on":"2024-07-05","author":"saule","kind":"planReading","body":{"line":"t1-1","question":"bound","answer":"exactly","source":"agreed","document":"хат № 5"}}
"#;

#[test]
fn how_lines_are_read_is_in_the_package_and_told_where_it_differs() {
    let read = read_facts(
        (JOURNAL.replace("DIGEST", &"0".repeat(64)) + ANSWERED).as_bytes(),
        &FactsLimits::default(),
    );
    let read = read.unwrap();
    assert_eq!(read.findings, []);
    let [before, now] = ["2024-06-30", "2024-07-06"].map(|on| package_of(&plan(), &read.entries, on));
    let answers = |package: &Package, line: &str| -> Vec<(String, Option<String>)> {
        let line = package.lines.iter().find(|of| of.line.as_str() == line).unwrap();
        let readings = line.readings.as_ref().unwrap();
        readings.iter().map(|of| (format!("{:?}", of.question), of.answer.clone())).collect()
    };
    let planned = ("PlannedEvents".to_owned(), Some("3".to_owned()));
    let bound = |answer: &str| ("Bound".to_owned(), Some(answer.to_owned()));
    assert_eq!(answers(&before, "t1-1"), [bound("atLeast"), planned.clone()]);
    assert_eq!(answers(&now, "t1-1"), [bound("exactly"), planned.clone()]);
    // Words of people may name people: that they answered is told, and not what.
    assert_eq!(answers(&before, "t1-2"), [planned, ("Who".to_owned(), None)]);
    let json = write_package(&now).unwrap();
    for words in ["Ахметова", "Әкімдік", "хат № 5", "agreedWith"] {
        assert!(!json.contains(words), "{words}");
    }
    assert_eq!(read_package(json.as_bytes()).unwrap(), now);
    let diff = diff_packages(&before, &now, None).unwrap();
    let line = diff.lines.iter().find(|line| line.line.as_str() == "t1-1").unwrap();
    let [change] = line.readings.as_slice() else { panic!("{:?}", line.readings) };
    let answer =
        |of: &Option<qoldau_core::package::PackageReading>| of.as_ref().unwrap().answer.clone().unwrap();
    assert_eq!((answer(&change.before).as_str(), answer(&change.now).as_str()), ("atLeast", "exactly"));
    for (language, said) in [
        (Language::Kazakh, "Жай сан нені білдіреді: "),
        (Language::Russian, "Что значит число без оговорки: "),
        (Language::English, "What a bare number means: "),
    ] {
        let text = say_package_diff(&diff, language);
        assert!(text.contains(said) && text.contains(" → "), "{text}");
    }
}

#[test]
fn packages_of_two_plans_are_not_compared() {
    let mut other = plan();
    other.id = "other".parse().unwrap();
    let other = package_of(&other, &facts().entries, "2024-06-30");
    let error = diff_packages(&package("2024-06-30"), &other, None).unwrap_err();
    assert_eq!(error.code(), "PKG008");
}

#[test]
fn a_remark_on_a_line_that_neither_package_has_is_told() {
    let mut less = plan();
    for activity in less.tasks.iter_mut().flat_map(|task| &mut task.activities) {
        activity.indicators.retain(|line| line.id.as_str() != "t1-3");
    }
    let less = package_of(&less, &facts().entries, "2024-06-30");
    let diff = diff_packages(&less, &less, Some(&submission("2024-07-31"))).unwrap();
    let lines: Vec<_> =
        diff.remarks.iter().map(|remark| remark.line.as_ref().map(ToString::to_string)).collect();
    assert_eq!(lines, [Some("t1-3".to_owned()), None]);
    let text = say_package_diff(&diff, Language::English);
    assert!(text.contains("Сауалнама қашан?") && text.contains("t1-3"), "{text}");
}

#[test]
fn the_remarks_on_a_package_that_was_handed_in_twice_are_all_told() {
    let again = JOURNAL.replace("DIGEST", &"0".repeat(64))
        + r#"{"id":"d1","on":"2024-07-14","author":"saule","kind":"submission","body":{"submission":"s2","date":"2024-07-14","asOf":"2024-06-30","digest":"DIGEST"}}"#.replace("DIGEST", &"0".repeat(64)).as_str()
        + "\n"
        + r#"{"id":"d2","on":"2024-07-15","author":"operator","kind":"remark","body":{"remark":"r9","submission":"s2","line":"t1-2","text":"Тағы бір сұрақ"}}"#;
    let read = read_facts(again.as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(read.findings, []);
    let rows = [("aida", Role::Recorder), ("saule", Role::Leader), ("operator", Role::Operator)];
    let roles = rows.map(|(author, role)| AuthorRole { author: author.into(), role });
    let reviews = review(&plan(), &read, &roles, &Policy::default(), day("2024-07-31"));
    let standing = reviews.of_package(&"0".repeat(64)).unwrap();
    let mut remarks: Vec<&str> = standing.remarks.iter().map(|remark| remark.remark.as_str()).collect();
    remarks.sort_unstable();
    assert_eq!((standing.submission.as_str(), remarks), ("s1", vec!["r1", "r2", "r3", "r9"]));
    assert_eq!(reviews.of_package(&"1".repeat(64)), None);
}

#[test]
fn what_an_agreement_took_out_is_told_with_the_figures_that_stand() {
    let mut less = plan();
    for activity in less.tasks.iter_mut().flat_map(|task| &mut task.activities) {
        activity.indicators.retain(|line| line.id.as_str() != "t1-2");
    }
    let line = plan().line(&"t1-2".parse().unwrap()).cloned();
    let mut amended = less.clone();
    amended.withdrawn = vec![Withdrawn {
        node: PlanNode::Line,
        id: "t1-2".parse().unwrap(),
        edition: 1,
        within: Some("t1-a1".parse().unwrap()),
        number: Some("1.2".into()),
        name: line.as_ref().map(|line| line.name.clone()),
        line,
        impact: None,
    }];
    let before = package("2024-06-30");
    for after in [amended, less] {
        let after = package_of(&after, &facts().entries, "2024-06-30");
        let diff = diff_packages(&before, &after, None).unwrap();
        let [line] = diff.lines.as_slice() else { panic!("{:?}", diff.lines) };
        assert_eq!((line.state, line.evidence.as_slice()), (LineState::Withdrawn, [].as_slice()));
        let text = say_package_diff(&diff, Language::English);
        assert!(text.contains("line withdrawn") && text.contains("Proven: 1\n"), "{text}");
        assert!(!text.contains("→ —") && !text.contains("taken away"), "{text}");
    }
    // A target that is gone from its line, in packages that do not say by which agreement.
    let mut after = before.clone();
    let target = after.lines.iter_mut().find(|line| line.line.as_str() == "t1-2").unwrap();
    target.targets.clear();
    let text = say_package_diff(&diff_packages(&before, &after, None).unwrap(), Language::English);
    assert!(text.contains("(withdrawn)\n    Claimed: 1\n    Proven: 1\n"), "{text}");
}
