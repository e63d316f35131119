//! What a person is told: every cause once, every question answerable with what it offers, every sentence whole.
#![cfg(test)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use qoldau_core::annex::{AnnexRead, ReadLimits, read_annex};
use qoldau_core::assess::assess;
use qoldau_core::check::{CheckResult, Stage, check, join_reading};
use qoldau_core::facts::{FactsLimits, Observations, check_facts, observe, read_facts};
use qoldau_core::finding::{Finding, Offer, Severity};
use qoldau_core::language::Language;
use qoldau_core::plan::{Plan, Policy};
use qoldau_core::report::say_findings;
use serde_json::json;

static REAL: LazyLock<AnnexRead> = LazyLock::new(|| annex("examples/data/qoldau-2024.kk.docx"));

/// An annex with every fault that both reading and checking know.
static FAULTY: LazyLock<AnnexRead> = LazyLock::new(|| annex("tests/tests/data/faulty.kk.txt"));

fn annex(from_top: &str) -> AnnexRead {
    read_annex(&qoldau_tests::read(from_top).unwrap(), &ReadLimits::default()).unwrap()
}

fn signed(plan: &Plan) -> CheckResult {
    check(plan, Stage::Signed, &Policy::default(), &[])
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code.as_str()).collect()
}

#[test]
fn a_cause_that_reading_and_checking_both_know_is_told_once() {
    let alone = codes(&FAULTY.findings);
    for code in ["ANX101", "ANX102", "ANX103", "ANX104", "ANX105", "ANX109"] {
        assert!(alone.contains(&code), "{code} is not in the faulty annex");
    }
    let joined = join_reading(FAULTY.findings.clone(), signed(&FAULTY.plan), &Policy::default());
    assert_eq!(
        codes(&joined.findings),
        [
            "ANX107", "ANX107", "ANX112", "PLAN027", "PLAN003", "PLAN005", "PLAN025", "PLAN007", "PLAN004",
            "PLAN004"
        ]
    );
}

#[test]
fn a_cause_that_was_answered_is_not_told_by_the_reading_again() {
    let mut plan = FAULTY.plan.clone();
    let inherited = signed(&plan).findings.into_iter().find(|finding| finding.code == "PLAN025").unwrap();
    let offer = &inherited.answers[0];
    plan.readings = serde_json::from_value(json!([{
        "line": inherited.lines[0], "question": offer.question, "answer": offer.answer, "source": "agreed",
        "agreedWith": null, "date": null, "document": null,
    }]))
    .unwrap();
    let joined = join_reading(FAULTY.findings.clone(), signed(&plan), &Policy::default());
    assert_eq!(codes(&joined.folded), ["PLAN025"]);
    assert!(!codes(&joined.findings).contains(&"ANX102"));
}

#[test]
fn what_only_the_reading_knows_stays() {
    let joined = join_reading(FAULTY.findings.clone(), CheckResult::default(), &Policy::default());
    assert_eq!(joined.findings, FAULTY.findings);
    let joined = join_reading(REAL.findings.clone(), signed(&REAL.plan), &Policy::default());
    assert_eq!(joined.findings.len(), REAL.findings.len() + signed(&REAL.plan).findings.len());
    assert_eq!(codes(&REAL.findings), [""; 0], "the real annex is read without a remark");
}

/// A value of the team's table that was not understood is told by the reading, which quotes it, and not again as words
/// that the plan keeps.
#[test]
fn a_field_that_was_not_understood_is_told_once() {
    let text = String::from_utf8(qoldau_tests::read("examples/data/qoldau-2024.kk.txt").unwrap()).unwrap();
    assert!(text.contains("40%"));
    let read = read_annex(text.replacen("40%", "толық", 1).as_bytes(), &ReadLimits::default()).unwrap();
    assert_eq!(codes(&read.findings), ["ANX108"]);
    let joined = join_reading(read.findings, signed(&read.plan), &Policy::default());
    assert_eq!(codes(&joined.findings).iter().filter(|code| !code.starts_with("PLAN0")).count(), 1);
    assert!(!codes(&joined.findings).contains(&"PLAN004"));
}

/// A period that was not understood is one cause: the reading quotes it, as gravely as the check tells of its lack.
#[test]
fn a_period_that_was_not_understood_is_told_once() {
    let text = String::from_utf8(qoldau_tests::read("examples/data/qoldau-2024.kk.txt").unwrap()).unwrap();
    assert!(text.contains("Мамыр-қазан 2024"));
    let unclear = text.replacen("Мамыр-қазан 2024", "шартқа сәйкес", 1);
    let read = read_annex(unclear.as_bytes(), &ReadLimits::default()).unwrap();
    let quoted = read.findings.iter().find(|finding| finding.code == "ANX108").unwrap();
    let checked = signed(&read.plan);
    let missing = checked.findings.iter().find(|finding| finding.code == "PLAN001").unwrap().clone();
    assert_eq!(quoted.severity, missing.severity);
    let joined = join_reading(read.findings.clone(), checked.clone(), &Policy::default());
    let of_it = ["ANX108", "PLAN001", "PLAN004"];
    let told = codes(&joined.findings).into_iter().filter(|code| of_it.contains(code)).collect::<Vec<_>>();
    assert_eq!(told, ["ANX108"]);

    // With another severity in the policy it has that one; taken note of, it is not told again.
    let policy = Policy { severities: [("PLAN001".into(), Severity::Info)].into(), ..Policy::default() };
    let lighter =
        join_reading(read.findings.clone(), check(&read.plan, Stage::Signed, &policy, &[]), &policy);
    assert_eq!(
        lighter.findings.iter().find(|finding| finding.code == "ANX108").unwrap().severity,
        Severity::Info
    );
    let policy = Policy { severities: [("ANX108".into(), Severity::Error)].into(), ..Policy::default() };
    let graver = join_reading(read.findings.clone(), checked.clone(), &policy);
    assert_eq!(
        graver.findings.iter().find(|finding| finding.code == "ANX108").unwrap().severity,
        Severity::Error
    );
    let findings = checked.findings.into_iter().filter(|finding| finding.code != "PLAN001").collect();
    let noted = join_reading(read.findings, CheckResult { findings, folded: vec![missing] }, &policy);
    assert!(!codes(&noted.findings).iter().any(|code| of_it.contains(code)));
    assert_eq!(codes(&noted.folded), ["PLAN001"]);
}

/// The offers of a finding, question by question.
fn by_question(finding: &Finding) -> Vec<Vec<&Offer>> {
    let mut questions: Vec<&str> = finding.answers.iter().map(|offer| offer.question.as_str()).collect();
    questions.dedup();
    let of = |question: &&str| finding.answers.iter().filter(|offer| offer.question == *question).collect();
    questions.iter().map(of).collect()
}

/// A journal in which people agreed on these answers to a finding.
fn journal(plan: &Plan, finding: &Finding, offers: &[&Offer]) -> String {
    let mut lines = vec![json!({"format": "qoldau-journal/1.0", "plan": plan.id}).to_string()];
    for offer in offers {
        let about = if offer.lines.is_empty() { finding.subjects() } else { offer.lines.clone() };
        for part in about {
            let body = json!({
                "line": part, "question": offer.question, "answer": offer.answer, "source": "agreed",
            });
            lines.push(
                json!({
                    "id": format!("e{}", lines.len()), "on": "2024-06-01", "author": "leader",
                    "kind": "planReading", "body": body,
                })
                .to_string(),
            );
        }
    }
    lines.join("\n")
}

/// The plan as it is read with the answers of a journal, as the report checks it.
fn answered(plan: &Plan, journal: &str) -> CheckResult {
    let facts = read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!((codes(&facts.findings), codes(&check_facts(plan, &facts))), (vec![], vec![]), "{journal}");
    let observations: Observations = observe(facts.entries);
    let day = "2024-06-30".parse().unwrap();
    let readings = assess(plan, &observations, day, &Policy::default(), None).readings;
    signed(&Plan { readings, ..plan.clone() })
}

/// Every choice of answers to a finding: each offered answer to one question beside the first answer to the others.
fn choices_of(finding: &Finding) -> Vec<Vec<&Offer>> {
    let questions = by_question(finding);
    let mut all = Vec::new();
    for (at, offers) in questions.iter().enumerate() {
        let others = questions.iter().enumerate().filter(|(other, _)| *other != at);
        let first: Vec<&Offer> = others.map(|(_, offers)| offers[0]).collect();
        all.extend(offers.iter().map(|offer| [first.as_slice(), &[*offer]].concat()));
    }
    all
}

/// Answers every question of every finding with every answer it offers, and returns how many answers were tried. A
/// finding folds away when all its questions are answered, whichever answers are given.
fn answer_everything(plan: &Plan) -> usize {
    let findings = signed(plan).findings;
    let choices = findings
        .iter()
        .flat_map(|finding| choices_of(finding).into_iter().map(move |given| (finding, given)));
    let answers = choices.map(|(finding, given)| {
        let checked = answered(plan, &journal(plan, finding, &given));
        let same = |other: &&Finding| {
            other.code == finding.code
                && other.subjects().iter().any(|part| finding.subjects().contains(part))
        };
        assert_eq!(checked.findings.iter().find(same), None, "{given:?}");
        assert!(checked.folded.iter().any(|folded| same(&folded)), "{given:?}");
    });
    answers.count()
}

#[test]
fn every_answer_that_a_question_about_the_real_annex_offers_folds_it_away() {
    assert_eq!(signed(&REAL.plan).findings.iter().filter(|finding| finding.answers.is_empty()).count(), 0);
    assert_eq!(answer_everything(&REAL.plan), 33);
}

#[test]
fn every_answer_that_a_question_about_a_faulty_annex_offers_folds_it_away() {
    assert!(answer_everything(&FAULTY.plan) > 1);
}

/// All findings the product gives of its own examples, each with its plan.
fn all_findings() -> Vec<(&'static Plan, Vec<Finding>)> {
    let season = read_facts(qoldau_season::season().as_bytes(), &FactsLimits::default()).unwrap();
    let mut of_season = check_facts(&REAL.plan, &season);
    of_season.extend(season.findings.clone());
    let observations = observe(season.entries);
    for day in ["2024-04-30", "2024-06-15", "2024-07-31", "2024-09-15", "2024-11-01"] {
        let period = Some(qoldau_core::value::DateRange {
            start: "2024-06-01".parse().unwrap(),
            end: "2024-06-30".parse().unwrap(),
        });
        let assessment = assess(&REAL.plan, &observations, day.parse().unwrap(), &Policy::default(), period);
        of_season.extend(assessment.findings);
    }
    let journal = qoldau_tests::read("qoldau-core/tests/facts/faults.txt").unwrap();
    let of_journal = read_facts(&journal, &FactsLimits::default()).unwrap().findings;
    let draft = |plan: &Plan| check(plan, Stage::Draft, &Policy::default(), &[]).findings;
    let mut faulty = FAULTY.findings.clone();
    faulty.extend(draft(&FAULTY.plan));
    vec![
        (&REAL.plan, of_season),
        (&REAL.plan, draft(&REAL.plan)),
        (&REAL.plan, of_journal),
        (&FAULTY.plan, faulty),
    ]
}

#[test]
fn no_sentence_shows_where_it_was_put_together() {
    let mut said = BTreeSet::new();
    for (plan, findings) in all_findings() {
        for language in Language::ALL {
            for row in say_findings(plan, &findings, language) {
                for text in [&row.text, &row.remedy] {
                    let faults =
                        ["..", "—.", "—;", "  ", " .", " ,", " ;", " :", "()", "«»", "[", "]", "{", "}"];
                    let fault = faults.into_iter().find(|fault| text.contains(fault));
                    assert_eq!(fault, None, "{}: {text}", row.code);
                    assert!(!text.ends_with([' ', ':', '—', ',']), "{}: {text}", row.code);
                }
                said.insert(row.code);
            }
        }
    }
    assert!(said.len() > 40, "{said:?}");
}
