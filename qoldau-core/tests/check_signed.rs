//! The real annex, signed: what the check asks, in three languages, and what it keeps silent about, with the reason.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::check::{CheckResult, Stage, check};
use qoldau_core::facts::Acknowledgement;
use qoldau_core::finding::{Finding, Severity};
use qoldau_core::language::Language;
use qoldau_core::plan::{
    Plan, PlanReading, Policy, Question, ReadingSource, implied_readings, say_answer, say_question,
};
use qoldau_core::value::Id;

/// What must stay silent: the lines, the codes that must not name them (all codes for an empty list), and why.
const SILENT: &[(&str, &[&str], &str)] = &[
    (
        "t1-5",
        &["PLAN010", "PLAN011", "PLAN012"],
        "the heading's \"at least 100\" supports are this line's 100: a reading, no finding",
    ),
    (
        "t3-3",
        &["PLAN010", "PLAN011", "PLAN012"],
        "the heading's \"at least 3000\" students are this line's 3000: a reading",
    ),
    (
        "t4-3",
        &["PLAN010", "PLAN011", "PLAN012"],
        "the heading's \"at least 150\" volunteers are this line's 150: a reading",
    ),
    ("t8-4", &[], "the activity says \"at least 2\" focus groups, the line 2: a reading"),
    (
        "t2-8",
        &[],
        "3 = 1 sports + 2 cultural events: the parts add up, and the heading's 1 + 2 is the same number",
    ),
    ("t2-a1", &["PLAN020"], "photos, videos and lists of each event, and the number of events is known: 3"),
    ("t7-9", &[], "photos \"from the event\": one event, not each of several"),
    ("t4-7", &[], "150 printed products beside 150 volunteers: another thing of the same number"),
    ("t4-10", &[], "\"5*3\" is the size of the banner, not a promise"),
    ("t7-1", &[], "\"at least 7 nominations\" in the name of the rules is asked about once, at the activity"),
    ("t7-5", &["PLAN012"], "150 participants: no heading promises another number"),
    ("t6-1", &[], "two pages in two networks are one in each"),
    ("t6-4", &["PLAN018"], "posts every month: what is counted is clear"),
    ("t3-2", &[], "one letter is one, whether letters or addressees count"),
    ("t4-2", &[], "one letter is one, whether letters or addressees count"),
    ("t7-4", &[], "one letter is one, whether letters or addressees count"),
    (
        "t2-7",
        &["PLAN035"],
        "the same name as line 2.4: a matter of wording, to be told while the annex is a draft",
    ),
    ("t1-2", &[], "\"agreed with the local executive body\" is a requirement of the line, not a question"),
    ("t7-6", &[], "a list and an act of handing over under one number: the line asks for both documents"),
    ("t9-5", &[], "newspapers are named in the lines themselves, not networks"),
    (
        "t8-a2",
        &[],
        "the survey's deadline is counted from the end of the active phase; the empty cell inherits nothing",
    ),
    (
        "t8-a3",
        &[],
        "the focus groups' deadline likewise; that the phase has no dates is told in a draft, and by every assessment",
    ),
    ("t6-a1", &[], "June to October lies within May to October"),
    (
        "impact-2",
        &[],
        "1000 indirect beneficiaries, fewer than direct: an idea for a draft, nothing to decide; counted by hand from the media",
    ),
    ("impact-3", &[], "3 staff planned, 3 listed"),
    ("impact-5", &[], "2 NGOs reached: no list to hold them against, entered by hand"),
    ("impact-6", &[], "1 partner planned, 1 named"),
    ("staff-1", &[], "three people at 40% each: nobody is above 100%"),
    ("goals.1", &[], "a goal without a number promises none"),
    ("expectedResults.5", &[], "\"a lasting co-working space\" has no number"),
];

fn real_annex() -> Plan {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/data/qoldau-2024.kk.docx");
    let bytes = std::fs::read(path).expect("the real annex lies in examples/data");
    read_annex(&bytes, &ReadLimits::default()).expect("the real annex is read").plan
}

fn signed(plan: &Plan) -> CheckResult {
    check(plan, Stage::Signed, &Policy::default(), &[])
}

/// What an id names, as a coordinator would call it: lines by their printed numbers.
fn printed(plan: &Plan, id: &str) -> String {
    let line =
        plan.lines().find(|(_, _, line)| line.id.as_str() == id).map(|(_, _, line)| line.number.clone());
    let activity = || plan.activities().find(|(_, activity)| activity.id.as_str() == id);
    let named = [("goals.", "goal "), ("expectedResults.", "expected result "), ("impact-", "impact ")];
    line.or_else(|| activity().map(|(_, activity)| format!("activity {}", activity.number)))
        .or_else(|| named.iter().find_map(|(start, name)| Some(format!("{name}{}", id.strip_prefix(start)?))))
        .unwrap_or_else(|| id.into())
}

/// An answer in words; lines by their numbers.
fn answer(plan: &Plan, answer: &str, language: Language) -> String {
    let ids: Vec<&str> = answer.split(' ').collect();
    if ids.iter().all(|id| plan.lines().any(|(_, _, line)| line.id.as_str() == *id)) {
        return ids.iter().map(|id| printed(plan, id)).collect::<Vec<_>>().join(" + ");
    }
    let said = say_answer(answer, language);
    let in_words = said != answer || language == Language::English || answer.parse::<u32>().is_ok();
    assert!(in_words, "no word for the answer {answer}");
    said
}

/// The questions of a finding, each with its possible answers, in one language.
fn questions(plan: &Plan, finding: &Finding, language: Language) -> Vec<String> {
    let mut asked: Vec<&str> = finding.answers.iter().map(|offer| offer.question.as_str()).collect();
    asked.dedup();
    let in_words = |key: &&str| {
        let offers = finding.answers.iter().filter(|offer| offer.question == *key);
        let answers: Vec<String> = offers.map(|offer| answer(plan, &offer.answer, language)).collect();
        format!("{}: {}", say_question(Question::from_key(key).unwrap()).get(language), answers.join(" | "))
    };
    asked.iter().map(in_words).collect()
}

/// Everything that is said of the signed annex, as a coordinator reads it.
fn listing(plan: &Plan, result: &CheckResult) -> String {
    let mut out = String::from(
        "The real annex once it is signed: what the check asks. No error, at most 12 findings.\n",
    );
    for (finding, number) in result.findings.iter().zip(1..) {
        let rule = qoldau_core::rule(&finding.code).expect("every finding has a rule");
        let touched: Vec<String> =
            finding.subjects().iter().map(|line| printed(plan, line.as_str())).collect();
        write!(
            out,
            "\n{number}. {} {} · {:?} · {}\n",
            rule.code,
            rule.name,
            finding.severity,
            touched.join(", ")
        )
        .unwrap();
        for language in Language::ALL {
            writeln!(out, "   {}  {}", language.tag(), rule.say(finding, language).replace('\u{a0}', " "))
                .unwrap();
            for question in questions(plan, finding, language) {
                writeln!(out, "       ? {question}").unwrap();
            }
        }
    }
    out.push_str("\nHow lines are read by the contract's own words:\n\n");
    for reading in implied_readings(plan) {
        let source = if reading.source == ReadingSource::Heading { "the heading" } else { "the activity" };
        let answer = say_answer(&reading.answer, Language::English);
        writeln!(out, "- {}: {answer}, by {source}", printed(plan, reading.line.as_str())).unwrap();
    }
    out.push_str("\nSilent, and why:\n\n");
    for (line, codes, why) in SILENT {
        let codes = if codes.is_empty() { String::new() } else { format!(" ({})", codes.join(", ")) };
        writeln!(out, "- {}{codes}: {why}", printed(plan, line)).unwrap();
    }
    out
}

#[test]
fn the_signed_annex_is_asked_what_the_listing_says() {
    let plan = real_annex();
    let made = listing(&plan, &signed(&plan));
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/check-signed.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &made).expect("the listing is written");
    }
    let golden = std::fs::read_to_string(&path).expect("the listing");
    for (number, (want, got)) in (1..).zip(golden.lines().zip(made.lines())) {
        assert_eq!(got, want, "line {number}; UPDATE_GOLDEN=1 writes the listing anew");
    }
    assert_eq!(made.lines().count(), golden.lines().count());
}

#[test]
fn there_is_no_error_and_there_are_at_most_twelve_findings_that_all_ask() {
    let result = signed(&real_annex());
    assert!(result.findings.len() <= 12, "{}", result.findings.len());
    for finding in &result.findings {
        assert_eq!(finding.severity, Severity::Question, "{}", finding.code);
        assert!(finding.answers.len() > 1, "{}", finding.code);
    }
    assert_eq!(result.folded, []);
}

#[test]
fn what_must_stay_silent_is_silent() {
    let plan = real_annex();
    let ids: BTreeSet<String> = known_ids(&plan);
    let result = signed(&plan);
    for (line, codes, why) in SILENT {
        assert!(ids.contains(*line), "{line} is not in the plan");
        let says = |finding: &&Finding| {
            finding.subjects().iter().any(|id| id.as_str() == *line)
                && (codes.is_empty() || codes.contains(&finding.code.as_str()))
        };
        let said = result.findings.iter().find(says);
        assert!(said.is_none(), "{line}: {} is said, but {why}", said.unwrap().code);
    }
}

/// Everything a finding can touch.
fn known_ids(plan: &Plan) -> BTreeSet<String> {
    let mut ids: BTreeSet<String> = plan.lines().map(|(_, _, line)| line.id.to_string()).collect();
    ids.extend(plan.activities().map(|(_, activity)| activity.id.to_string()));
    ids.extend(plan.impact.iter().map(|line| line.id.to_string()));
    ids.extend(plan.team.staff.iter().map(|row| row.id.to_string()));
    ids.extend((1..=plan.goals.len()).map(|number| format!("goals.{number}")));
    ids.extend((1..=plan.expected_results.len()).map(|number| format!("expectedResults.{number}")));
    ids
}

#[test]
fn every_question_can_be_answered_with_what_it_offers_and_then_folds_away() {
    let mut plan = real_annex();
    for finding in signed(&plan).findings {
        let mut asked = BTreeSet::new();
        for offer in &finding.answers {
            // The first answer to each question is taken.
            if !asked.insert(&offer.question) {
                continue;
            }
            let subjects = finding.subjects();
            let lines = if offer.lines.is_empty() { &subjects } else { &offer.lines };
            plan.readings.extend(lines.iter().map(|line| agreed(line, &offer.question, &offer.answer)));
        }
    }
    let result = signed(&plan);
    assert_eq!(result.findings, [], "an answered question is asked no more");
    assert_eq!(result.folded.len(), 12);
}

fn agreed(line: &Id, question: &str, answer: &str) -> PlanReading {
    PlanReading {
        line: line.clone(),
        question: Question::from_key(question).expect("a question of the plan"),
        answer: answer.into(),
        source: ReadingSource::Agreed,
        agreed_with: Some("оператор".into()),
        date: None,
        document: None,
    }
}

#[test]
fn what_was_noted_folds_away_line_by_line() {
    let plan = real_annex();
    let noted: Vec<Acknowledgement> = signed(&plan)
        .findings
        .iter()
        .map(|finding| Acknowledgement {
            code: finding.code.as_str().into(),
            lines: finding.subjects(),
            note: None,
        })
        .collect();
    let result = check(&plan, Stage::Signed, &Policy::default(), &noted);
    assert_eq!((result.findings.len(), result.folded.len()), (0, 12));
}

#[test]
fn a_draft_is_told_of_its_wording_too() {
    let plan = real_annex();
    let asked: BTreeSet<String> = signed(&plan).findings.into_iter().map(|finding| finding.code).collect();
    let draft = check(&plan, Stage::Draft, &Policy::default(), &[]);
    let wording: Vec<String> = draft
        .findings
        .iter()
        .filter(|finding| !asked.contains(&finding.code))
        .map(|finding| {
            let lines: Vec<String> = finding.lines.iter().map(|line| printed(&plan, line.as_str())).collect();
            format!("{}: {}", finding.code, lines.join(", "))
        })
        .collect();
    assert_eq!(
        wording,
        [
            "PLAN036: 1.3, 2.3, 4.5, 4.6, 4.7, 5.4, 5.5, 6.3, 7.5, 7.7, 7.8, 8.2, 9.1, 9.2, 9.5, 9.6",
            "PLAN035: 2.4, 2.7",
            "PLAN028: activity 8.2, activity 8.3",
            "PLAN040: impact 2",
        ]
    );
    assert!(draft.findings.iter().all(|finding| finding.severity != Severity::Error));
}

#[test]
fn no_finding_quotes_a_person() {
    let plan = real_annex();
    let said = format!("{:?}", check(&plan, Stage::Draft, &Policy::default(), &[]));
    for word in ["Қызметкер", "700 000", "Басқарма Төрағасы"] {
        assert!(!said.contains(word), "{word}");
    }
}
