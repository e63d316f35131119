//! How findings are ordered, counted, weighed and folded, whatever the rule.

use super::sample::*;
use super::{CHECK_RULES, CheckResult, LISTED, MORE_OF_THE_SAME, Stage, check, stage_of};
use crate::facts::Acknowledgement;
use crate::finding::{Finding, Severity};
use crate::plan::*;
use crate::value::Id;

fn draft(plan: &Plan) -> CheckResult {
    check(plan, Stage::Draft, &Policy::default(), &[])
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code.as_str()).collect()
}

fn noted(code: &str, lines: &[&str]) -> Acknowledgement {
    Acknowledgement { code: code.into(), lines: lines.iter().map(|line| id(line)).collect(), note: None }
}

/// A plan that several rules have something to say of: letters, posts without a bound, an activity without a deadline.
fn faulty() -> Plan {
    let mut late = activity("2.1", vec![line("2.3", IndicatorKind::Letter, "Хат", vec![plain("3")])]);
    late.due = None;
    let early = activity("1.1", vec![line("1.3", IndicatorKind::Letter, "Хат", vec![plain("7")])]);
    let mut plan = plan(vec![task("1", "", vec![early]), task("2", "", vec![late])]);
    plan.goals = vec!["Топтар санын кемінде 50-ге жеткізу".into()];
    plan.impact = vec![impact("3", ImpactKind::Staff, plain("3"))];
    plan
}

#[test]
fn findings_come_in_the_plans_order_then_by_code() {
    let result = draft(&faulty());
    assert_eq!(codes(&result.findings), ["PLAN012", "PLAN022", "PLAN036", "PLAN024", "PLAN015"]);
    assert_eq!(result, draft(&faulty()));
}

#[test]
fn a_signed_plan_is_spared_the_rules_of_wording() {
    let signed = check(&faulty(), Stage::Signed, &Policy::default(), &[]);
    assert_eq!(codes(&signed.findings), ["PLAN012", "PLAN022", "PLAN024", "PLAN015"]);
    assert_eq!(stage_of("PLAN036"), Some(Stage::Draft));
    assert_eq!(stage_of("PLAN022"), Some(Stage::Signed));
    assert_eq!(stage_of("FCT101"), None);
    assert!(CHECK_RULES.iter().all(|rule| stage_of(rule.code).is_some()));
}

#[test]
fn the_policy_weighs_a_rule_anew() {
    let policy = Policy { severities: [("PLAN022".into(), Severity::Error)].into(), ..Policy::default() };
    let result = check(&faulty(), Stage::Signed, &policy, &[]);
    let letters = result.findings.iter().find(|finding| finding.code == "PLAN022").unwrap();
    assert_eq!(letters.severity, Severity::Error);
    assert!(
        result
            .findings
            .iter()
            .filter(|finding| finding.code != "PLAN022")
            .all(|f| f.severity != Severity::Error)
    );
}

#[test]
fn what_was_noted_folds_away_by_its_code_or_by_every_line_it_touches() {
    let with = |note: Acknowledgement| check(&faulty(), Stage::Signed, &Policy::default(), &[note]);
    assert_eq!(codes(&with(noted("PLAN022", &[])).folded), ["PLAN022"]);
    assert_eq!(codes(&with(noted("PLAN022", &["l2.3", "l1.3", "x"])).folded), ["PLAN022"]);
    assert_eq!(codes(&with(noted("PLAN022", &["l1.3"])).folded), [""; 0]);
    assert_eq!(codes(&with(noted("PLAN999", &[])).folded), [""; 0]);
}

#[test]
fn a_line_that_is_answered_folds_away_and_the_others_stay() {
    let mut plan = faulty();
    plan.readings = vec![reading("l1.3", Question::Letters, "letter")];
    let result = check(&plan, Stage::Signed, &Policy::default(), &[]);
    let lines = |findings: &[Finding]| -> Vec<Id> {
        let letters = findings.iter().filter(|finding| finding.code == "PLAN022");
        letters.flat_map(|finding| finding.lines.clone()).collect()
    };
    assert_eq!(lines(&result.findings), [id("l2.3")]);
    assert_eq!(lines(&result.folded), [id("l1.3")]);
}

#[test]
fn an_answer_for_the_task_holds_for_its_lines_and_the_policys_default_for_none() {
    let mut plan = faulty();
    plan.readings =
        vec![reading("t1", Question::Letters, "letter"), reading("a2.1", Question::Letters, "addressee")];
    assert_eq!(codes(&check(&plan, Stage::Signed, &Policy::default(), &[]).folded), ["PLAN022"]);
    for given in &mut plan.readings {
        given.source = ReadingSource::Policy;
    }
    assert_eq!(codes(&check(&plan, Stage::Signed, &Policy::default(), &[]).folded), [""; 0]);
}

#[test]
fn of_more_than_a_thousand_the_rest_are_counted() {
    let unread = |count: usize| {
        let lines = (0..count).map(|n| {
            let words = Target { text: "?".into(), ..target(TargetRule::Unread {}) };
            line(&format!("{n:04}"), IndicatorKind::Post, &format!("Пост {n:04}"), vec![words])
        });
        draft(&of_lines(lines.collect())).findings
    };
    assert_eq!(unread(LISTED).len(), LISTED);
    let findings = unread(LISTED + 5);
    assert_eq!(findings.len(), LISTED + 1);
    let last = findings.last().unwrap();
    assert_eq!((last.code.as_str(), last.severity), (MORE_OF_THE_SAME.code, Severity::Warning));
    let said = MORE_OF_THE_SAME.say(last, crate::language::Language::English);
    assert_eq!(said, "There are more findings of code PLAN003, which are not listed. Their number: 5");
}

/// Five thousand lines, each as hard on every rule as can be: with a rule that compares each with each, this test
/// would run for minutes.
#[test]
fn the_time_grows_with_the_plan_and_not_with_its_square() {
    let lines = 5_000;
    let activities = (0..lines).map(|n| {
        let mut indicator = line(
            &format!("1.{n}"),
            IndicatorKind::Letter,
            "Волонтерлік топтар тізімін жасақтау",
            vec![plain("2"), each_event(plain("5"))],
        );
        indicator.requires.channels = vec!["Facebook".into(), "Instagram".into()];
        let mut activity = activity(&format!("1.{n}"), vec![indicator]);
        activity.title = format!("Волонтерлік топтар санын кемінде {}-ге жеткізу", n + 50);
        activity.due = None;
        activity
    });
    let mut plan = plan(vec![task("1", "Кемінде 2 волонтерлік топтар", activities.collect())]);
    plan.goals =
        (0..lines).map(|n| format!("Волонтерлік топтар санын кемінде {}-ге жеткізу", n + 90_000)).collect();
    plan.readings = (0..lines).map(|n| reading(&format!("l1.{n}"), Question::Reuse, "once")).collect();
    plan.team.staff = (0..lines).map(|n| person(&format!("s{n}"), "Айгүл", "0.001")).collect();
    let notes: Vec<Acknowledgement> =
        (0..lines).map(|n| noted("PLAN012", &[&format!("goals.{}", n + 1)])).collect();
    let result = check(&plan, Stage::Draft, &Policy::default(), &notes);
    assert!(result.findings.len() > 1000);
    assert_eq!(result.folded.len(), LISTED + 1);
}
