//! Small plans for the tests of the rules.

use super::{Stage, check};
use crate::finding::{Finding, RuleInfo, placeholders};
use crate::language::Language;
use crate::plan::*;
use crate::value::{Amount, DateRange, Id, IsoDate, PersonName};

pub(super) fn id(text: &str) -> Id {
    text.parse().unwrap()
}

pub(super) fn amount(text: &str) -> Amount {
    text.parse().unwrap()
}

pub(super) fn date(text: &str) -> IsoDate {
    text.parse().unwrap()
}

pub(super) fn range(start: &str, end: &str) -> DateRange {
    DateRange { start: date(start), end: date(end) }
}

/// A plan of May to October 2024 with these tasks and nothing else.
pub(super) fn plan(tasks: Vec<GrantTask>) -> Plan {
    Plan {
        format: FORMAT.into(),
        id: id("plan"),
        language: Language::Kazakh,
        editions: Vec::new(),
        contract: None,
        grantee: None,
        priority: None,
        title: None,
        goals: Vec::new(),
        territory: None,
        target_group: None,
        period: Some(range("2024-05-01", "2024-10-31")),
        active_phase: None,
        expected_results: Vec::new(),
        partners: Vec::new(),
        team: Team::default(),
        tasks,
        impact: Vec::new(),
        readings: Vec::new(),
        reporting_periods: Vec::new(),
        unread: Vec::new(),
        withdrawn: Vec::new(),
    }
}

/// A task with a heading; its id is `t` and the number.
pub(super) fn task(number: &str, title: &str, activities: Vec<Activity>) -> GrantTask {
    GrantTask {
        id: id(&format!("t{number}")),
        number: number.into(),
        kind: TaskKind::Task,
        title: title.into(),
        source: None,
        activities,
    }
}

/// An activity of June to September; its id is `a` and the number.
pub(super) fn activity(number: &str, indicators: Vec<Indicator>) -> Activity {
    Activity {
        id: id(&format!("a{number}")),
        number: number.into(),
        title: String::new(),
        description: None,
        venue: None,
        channels: Vec::new(),
        due: Some(due("2024-06-01", "2024-09-30")),
        source: None,
        unpaired: None,
        indicators,
    }
}

/// A deadline from a day to a day.
pub(super) fn due(start: &str, end: &str) -> Due {
    Due::Range {
        start: Some(date(start)),
        end: Some(date(end)),
        end_time: None,
        inherited: false,
        text: format!("{start} – {end}"),
    }
}

/// A line; its id is `l` and the number.
pub(super) fn line(number: &str, kind: IndicatorKind, name: &str, targets: Vec<Target>) -> Indicator {
    let targets = targets.into_iter().zip(1..);
    Indicator {
        id: id(&format!("l{number}")),
        number: number.into(),
        name: name.into(),
        kind,
        accumulation: accumulation_of(kind),
        baseline: None,
        requires: Requires::default(),
        targets: targets.map(|(target, n)| Target { id: id(&format!("l{number}.{n}")), ..target }).collect(),
        source: None,
    }
}

/// A target of a rule and nothing else.
pub(super) fn target(rule: TargetRule) -> Target {
    Target {
        id: id("target"),
        rule,
        unit: None,
        each: None,
        every: None,
        parts: Vec::new(),
        note: None,
        text: String::new(),
    }
}

/// A bare number.
pub(super) fn plain(number: &str) -> Target {
    bounded(Bound::Plain, number)
}

/// A number with a bound.
pub(super) fn bounded(bound: Bound, number: &str) -> Target {
    target(TargetRule::Number { bound, amount: amount(number), up_to: None })
}

/// A percent.
pub(super) fn percent(bound: Bound, number: &str) -> Target {
    target(TargetRule::Percent { bound, amount: amount(number), up_to: None })
}

/// The target for each event.
pub(super) fn each_event(target: Target) -> Target {
    Target { each: Some(Each { of: EachOf::Event, count: None, from: ScopeFrom::Value }), ..target }
}

/// The target with a unit.
pub(super) fn of_unit(code: UnitCode, target: Target) -> Target {
    Target { unit: Some(UnitWord { code, text: code.key().into() }), ..target }
}

/// A line of the impact block; its id is `i` and the number.
pub(super) fn impact(number: &str, kind: ImpactKind, target: Target) -> ImpactLine {
    ImpactLine {
        id: id(&format!("i{number}")),
        number: number.into(),
        kind,
        name: "Саны".into(),
        unit: None,
        targets: vec![Target { id: id(&format!("i{number}.1")), ..target }],
        sources: None,
        source: None,
    }
}

/// A row of the team.
pub(super) fn person(row: &str, name: &str, percent: &str) -> StaffMember {
    StaffMember {
        id: id(row),
        name: PersonName::new(name),
        role: None,
        phone: None,
        duties: None,
        workload_percent: percent.parse().ok(),
        from: None,
        to: None,
    }
}

/// A reading somebody agreed on.
pub(super) fn reading(line: &str, question: Question, answer: &str) -> PlanReading {
    PlanReading {
        line: id(line),
        question,
        answer: answer.into(),
        source: ReadingSource::Agreed,
        agreed_with: None,
        date: None,
        document: None,
    }
}

/// A plan of one task and one activity with these lines.
pub(super) fn of_lines(lines: Vec<Indicator>) -> Plan {
    plan(vec![task("1", "", vec![activity("1.1", lines)])])
}

/// The findings of one rule over a draft, by the default policy. Every text of every finding must be whole.
pub(super) fn findings(plan: &Plan, rule: &RuleInfo) -> Vec<Finding> {
    let result = check(plan, Stage::Draft, &Policy::default(), &[]);
    let found: Vec<Finding> =
        result.findings.into_iter().filter(|finding| finding.code == rule.code).collect();
    for finding in &found {
        assert_said_whole(finding, rule);
    }
    found
}

/// The one finding of a rule, as said in English, with spaces that break.
pub(super) fn said(plan: &Plan, rule: &RuleInfo) -> String {
    let found = findings(plan, rule);
    assert_eq!(found.len(), 1, "{found:?}");
    said_in(plan, rule, Language::English).replace('\u{a0}', " ")
}

/// The one finding of a rule, as said in a language.
pub(super) fn said_in(plan: &Plan, rule: &RuleInfo, language: Language) -> String {
    rule.say(&findings(plan, rule)[0], language)
}

/// The answers the one finding of a rule offers, as `question=answer`.
pub(super) fn answers(plan: &Plan, rule: &RuleInfo) -> Vec<String> {
    let found = findings(plan, rule);
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].answers.iter().map(|offer| format!("{}={}", offer.question, offer.answer)).collect()
}

/// The ids of the lines that the findings of a rule touch, one string for each finding.
pub(super) fn touched(plan: &Plan, rule: &RuleInfo) -> Vec<String> {
    let ids = |finding: &Finding| finding.lines.iter().map(Id::as_str).collect::<Vec<_>>().join(" ");
    findings(plan, rule).iter().map(ids).collect()
}

/// A template without its optional parts.
fn required(template: &str) -> String {
    template
        .split('[')
        .enumerate()
        .map(|(n, part)| if n == 0 { part } else { part.split_once(']').unwrap().1 })
        .collect()
}

fn assert_said_whole(finding: &Finding, rule: &RuleInfo) {
    for language in Language::ALL {
        for text in [rule.say(finding, language), rule.say_remedy(finding, language)] {
            let fault = ["—.", "—;", "..", "  ", " .", " ,", " ;", " :", "()", "«»", "[", "]"]
                .into_iter()
                .find(|joint| text.contains(joint) || text.ends_with(['—', ':', ' ']));
            assert_eq!(fault, None, "{}: {text}", rule.code);
        }
    }
    for name in placeholders(&required(rule.message.kk)).chain(placeholders(rule.remedy.kk)) {
        let given = finding.params.iter().any(|param| param.name == name);
        assert!(given, "{}: no parameter {name}", rule.code);
    }
    for param in &finding.params {
        assert!(
            placeholders(rule.message.kk).any(|name| name == param.name),
            "{}: {} unsaid",
            rule.code,
            param.name
        );
    }
}
