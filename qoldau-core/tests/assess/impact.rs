//! The social-impact block: its figures, and when they are due.

use qoldau_core::assess::{ImpactStanding, Progress, ReasonCode};
use qoldau_core::facts::{Entry, EvidenceKind, Fact};
use qoldau_core::finding::Param;
use qoldau_core::plan::{
    Bound, ImpactKind, ImpactLine, IndicatorKind, Plan, Question, StaffMember, Target, read_targets,
};
use qoldau_core::value::{Amount, PersonName};

use crate::world::*;

fn block(kind: ImpactKind, target: Target, sources: Option<&[&str]>) -> ImpactLine {
    ImpactLine {
        id: id("i1"),
        number: "1".into(),
        kind,
        name: "Көрсеткіш".into(),
        unit: None,
        targets: vec![target],
        sources: sources.map(|sources| sources.iter().map(|source| id(source)).collect()),
        source: None,
    }
}

fn with_block(line: ImpactLine) -> Plan {
    Plan { impact: vec![line], ..plan(vec![]) }
}

fn person(name: &str, from: Option<&str>) -> StaffMember {
    StaffMember {
        id: id(name),
        name: PersonName::new(name),
        role: None,
        phone: None,
        duties: None,
        workload_percent: None,
        from: from.map(day),
        to: None,
    }
}

fn block_on(plan: &Plan, facts: &[Entry], on: &str) -> ImpactStanding {
    assessed(plan, facts, on).impact.first().unwrap().clone()
}

#[test]
fn the_people_a_plan_lists_count_from_the_day_they_begin() {
    let mut plan = with_block(block(ImpactKind::Staff, plain(3), None));
    plan.team.staff = vec![person("a", None), person("b", None), person("c", Some("2024-07-01"))];
    let on = |day: &str| {
        let standing = block_on(&plan, &[], day);
        (standing.participations, standing.progress)
    };
    assert_eq!(on("2024-04-30"), (None, Progress::NotDue), "nobody works before the project begins");
    assert_eq!(on("2024-05-01"), (Some(2.into()), Progress::Open));
    assert_eq!(on("2024-07-01"), (Some(3.into()), Progress::Met));
    assert_eq!(on("2024-12-01"), (Some(3.into()), Progress::Met));
}

#[test]
fn a_figure_of_the_block_is_overdue_when_the_project_is_over() {
    let plan = with_block(block(ImpactKind::Specialists, plain(1), None));
    assert_eq!(block_on(&plan, &[], "2024-10-31").progress, Progress::NotStarted);
    let standing = block_on(&plan, &[], "2024-11-01");
    assert_eq!((standing.progress, standing.missing), (Progress::Overdue, Some(Amount::ONE)));
    assert!(standing.reasons.iter().any(|reason| reason.code == ReasonCode::Missing));
}

#[test]
fn a_sum_of_participations_counts_supports_only_where_a_reading_says_person() {
    let mut plan = plan(vec![
        line("t2-1", IndicatorKind::Support, &[plain(10)]),
        line("t2-2", IndicatorKind::Participants, &[plain(30)]),
    ]);
    plan.impact = vec![block(ImpactKind::DirectBeneficiaries, at_least(40), Some(&["t2-1", "t2-2"]))];
    let facts = vec![counted("a", "t2-1", "2024-07-01", 10), counted("b", "t2-2", "2024-07-02", 30)];
    let services = block_on(&plan, &facts, "2024-08-01");
    assert_eq!((services.participations, services.unique_persons), (Some(30.into()), None));
    assert!(services.reasons.iter().any(|reason| reason.code == ReasonCode::SupportNotCounted));
    let person = read_as("r", "t2-1", Question::SupportCounts, "person", "2024-06-01");
    let persons = block_on(&plan, &[facts, vec![person]].concat(), "2024-08-01");
    assert_eq!((persons.participations, persons.progress), (Some(40.into()), Progress::Met));
}

#[test]
fn indirect_reach_adds_its_own_readings_and_nothing_else() {
    let plan = with_block(block(ImpactKind::IndirectBeneficiaries, plain(1000), None));
    let facts = [counted("a", "i1", "2024-07-01", 400), counted("b", "i1", "2024-08-01", 300)];
    let standing = block_on(&plan, &facts, "2024-09-01");
    assert_eq!((standing.participations, standing.missing), (Some(700.into()), Some(300.into())));
    assert_eq!(standing.progress, Progress::Open);
}

#[test]
fn sources_are_indicator_lines_each_once_however_they_are_parted() {
    let mut plan = plan(vec![
        line("t2-1", IndicatorKind::Participants, &[plain(10)]),
        line("t2-2", IndicatorKind::Participants, &[plain(30)]),
    ]);
    plan.impact = vec![block(ImpactKind::DirectBeneficiaries, at_least(40), None)];
    let facts = [counted("a", "t2-1", "2024-07-01", 10), counted("b", "t2-2", "2024-07-02", 30)];
    let summed = |answer: &str| {
        let reading = read_as("r", "i1", Question::Sources, answer, "2024-06-01");
        block_on(&plan, &[facts.as_slice(), &[reading]].concat(), "2024-08-01").participations
    };
    assert_eq!(summed("t2-2 t2-2"), Some(30.into()));
    assert_eq!(summed("t2-1, t2-2"), Some(40.into()));
    assert_eq!(summed("t2-1;t2-2;"), Some(40.into()));
    for unusable in ["t2-1 i1", "t2-1 t9-99", "t2-1.1", "", "t2-1 және t2-2"] {
        assert_eq!(summed(unusable), None, "{unusable}");
    }
    plan.impact = vec![block(ImpactKind::DirectBeneficiaries, at_least(40), Some(&["t2-2", "t2-2"]))];
    assert_eq!(block_on(&plan, &facts, "2024-08-01").participations, Some(30.into()));
}

#[test]
fn a_figure_of_its_own_beside_sources_is_not_counted_and_said_to_be_so() {
    let mut plan = plan(vec![line("t2-1", IndicatorKind::Participants, &[plain(10)])]);
    plan.impact = vec![block(ImpactKind::DirectBeneficiaries, at_least(40), Some(&["t2-1"]))];
    let facts = [counted("a", "t2-1", "2024-07-01", 10), counted("b", "i1", "2024-07-02", 500)];
    let standing = block_on(&plan, &facts, "2024-08-01");
    assert_eq!(standing.participations, Some(10.into()));
    let own = standing.reasons.iter().find(|reason| reason.code == ReasonCode::OwnNotCounted).unwrap();
    assert_eq!(own.params, [Param::amount("count", 500.into())]);
    let alone = block_on(&plan, &facts[..1], "2024-08-01");
    assert!(alone.reasons.iter().all(|reason| reason.code != ReasonCode::OwnNotCounted));
}

#[test]
fn a_source_that_nobody_recorded_brings_nothing_and_not_zero() {
    let mut plan = plan(vec![
        line("t2-1", IndicatorKind::Participants, &[plain(10)]),
        line("t2-2", IndicatorKind::Participants, &[plain(30)]),
    ]);
    plan.impact = vec![block(ImpactKind::DirectBeneficiaries, at_least(40), Some(&["t2-1", "t2-2"]))];
    let nothing = block_on(&plan, &[], "2024-08-01");
    assert_eq!((nothing.participations, nothing.progress), (None, Progress::NotStarted));
    assert!(nothing.reasons.iter().all(|reason| reason.code != ReasonCode::NoSources));
    let one = block_on(&plan, &[counted("a", "t2-1", "2024-07-01", 0)], "2024-08-01");
    let claimed: Vec<_> = one.sources.iter().map(|source| source.claimed).collect();
    assert_eq!((claimed, one.participations), (vec![Some(Amount::ZERO), None], Some(Amount::ZERO)));
}

#[test]
fn events_of_a_source_are_no_people() {
    let targets = read_targets("50 адам, 3 іс-шара", &id("x"), None);
    assert_eq!(targets.len(), 2);
    let mut plan = plan(vec![line("t2-1", IndicatorKind::Participants, &targets)]);
    plan.impact = vec![block(ImpactKind::DirectBeneficiaries, at_least(53), Some(&["t2-1"]))];
    let of = |entry: Entry, target: &str| {
        let mut entry = entry;
        if let Fact::Reading { body } = &mut entry.fact {
            body.target = Some(id(target));
        }
        entry
    };
    let facts = [
        of(counted("a", "t2-1", "2024-07-01", 50), "t2-1.1"),
        of(counted("b", "t2-1", "2024-07-01", 3), "t2-1.2"),
    ];
    assert_eq!(block_on(&plan, &facts, "2024-08-01").participations, Some(50.into()));
}

#[test]
fn a_limit_of_the_block_is_broken_or_holds_when_the_time_is_over() {
    let plan = with_block(block(ImpactKind::Partners, number(Bound::AtMost, 5), None));
    let at = |amount, on: &str| block_on(&plan, &[counted("a", "i1", "2024-07-01", amount)], on);
    assert_eq!(at(4, "2024-08-01").progress, Progress::Open);
    assert_eq!(at(4, "2024-11-01").progress, Progress::Met);
    let above = at(6, "2024-08-01");
    assert_eq!((above.progress, at(6, "2024-11-01").progress), (Progress::Behind, Progress::Overdue));
    assert!(above.reasons.iter().any(|reason| reason.code == ReasonCode::AboveLimit));
}

#[test]
fn one_sum_is_not_held_to_reach_two_numbers() {
    let mut plan = plan(vec![line("t2-1", IndicatorKind::Participants, &[plain(10)])]);
    let mut figure = block(ImpactKind::DirectBeneficiaries, at_least(3400), Some(&["t2-1"]));
    figure.targets.push(Target { id: id("i1.2"), ..at_least(1000) });
    plan.impact = vec![figure];
    let at = |amount| block_on(&plan, &[counted("a", "t2-1", "2024-07-01", amount)], "2024-08-01");
    let short = at(2000);
    assert_eq!((short.progress, short.missing), (Progress::Open, Some(1400.into())));
    let reached = at(3400);
    assert_eq!((reached.progress, reached.missing), (Progress::NotComputable, None));
    assert!(reached.reasons.iter().any(|reason| reason.code == ReasonCode::SeveralNumbers));
}

#[test]
fn each_number_of_a_figure_is_held_against_its_own_readings() {
    let mut figure = block(ImpactKind::IndirectBeneficiaries, at_least(3400), None);
    figure.targets =
        vec![Target { id: id("i1.1"), ..at_least(3400) }, Target { id: id("i1.2"), ..at_least(1000) }];
    let plan = with_block(figure);
    let of = |name: &str, amount, target: &str| {
        let mut entry = counted(name, "i1", "2024-07-01", amount);
        if let Fact::Reading { body } = &mut entry.fact {
            body.target = Some(id(target));
        }
        entry
    };
    let young = |amount| block_on(&plan, &[of("a", 3500, "i1.1"), of("b", amount, "i1.2")], "2024-08-01");
    assert_eq!((young(900).progress, young(900).missing), (Progress::Open, Some(100.into())));
    assert_eq!((young(1000).progress, young(1000).participations), (Progress::Met, Some(3500.into())));
}

#[test]
fn a_figure_that_recurs_is_not_called_met_by_one_sum() {
    let plan = with_block(block(ImpactKind::IndirectBeneficiaries, every_month(plain(100)), None));
    let standing = block_on(&plan, &[counted("a", "i1", "2024-07-01", 150)], "2024-08-01");
    assert_eq!(standing.progress, Progress::NotComputable);
    assert!(standing.reasons.iter().any(|reason| reason.code == ReasonCode::NotByPeriods));
}

#[test]
fn a_figure_that_promises_no_number_shows_what_was_recorded() {
    let mut figure = block(ImpactKind::IndirectBeneficiaries, plain(1), None);
    figure.targets.clear();
    let standing = block_on(&with_block(figure), &[counted("a", "i1", "2024-07-01", 64)], "2024-08-01");
    assert_eq!((standing.participations, standing.progress), (Some(64.into()), Progress::NotComputable));
}

#[test]
fn people_of_a_source_count_by_whatever_word() {
    let targets = read_targets("50 детей и 30 родителей", &id("x"), None);
    let targets = if targets.len() == 2 {
        targets
    } else {
        read_targets("50 детей, 30 родителей", &id("x"), None)
    };
    assert_eq!(targets.len(), 2);
    let mut plan = plan(vec![line("t2-1", IndicatorKind::Participants, &targets)]);
    plan.impact = vec![block(ImpactKind::DirectBeneficiaries, at_least(80), Some(&["t2-1"]))];
    let of = |name: &str, amount, target: &str| {
        let mut entry = counted(name, "t2-1", "2024-07-01", amount);
        if let Fact::Reading { body } = &mut entry.fact {
            body.target = Some(id(target));
        }
        entry
    };
    let facts = [of("a", 50, "t2-1.1"), of("b", 30, "t2-1.2")];
    assert_eq!(block_on(&plan, &facts, "2024-08-01").participations, Some(80.into()));
}

#[test]
fn teams_districts_and_views_of_a_source_are_no_people() {
    let cells = ["не менее 20 команд", "10 районов", "50 просмотров", "100 человек"];
    let lines = cells.iter().zip(1..).map(|(cell, at)| {
        let name = format!("t2-{at}");
        line(&name, IndicatorKind::Participants, &read_targets(cell, &id(&name), None))
    });
    let mut plan = plan(lines.collect());
    let sources = Some(["t2-1", "t2-2", "t2-3", "t2-4"].as_slice());
    plan.impact = vec![block(ImpactKind::DirectBeneficiaries, at_least(500), sources)];
    let facts = [("t2-1", 20), ("t2-2", 10), ("t2-3", 50_000), ("t2-4", 100)]
        .map(|(line, amount)| counted(&format!("r{line}"), line, "2024-07-01", amount));
    let standing = block_on(&plan, &facts, "2024-08-01");
    assert_eq!(standing.participations, Some(100.into()));
    let findings = assessed(&plan, &facts, "2024-08-01").findings;
    let said = findings.into_iter().find(|finding| finding.code == "ASM022").map(|finding| finding.lines);
    assert_eq!(said, Some(vec![id("i1"), id("t2-1"), id("t2-2"), id("t2-3")]));
}

#[test]
fn a_source_that_counts_events_or_papers_brings_no_people() {
    let mut plan = plan(vec![
        line("t2-1", IndicatorKind::Participants, &[plain(10)]),
        line("t2-2", IndicatorKind::Event, &[plain(2)]),
        line("t2-3", IndicatorKind::List, &[plain(2)]),
    ]);
    let sources = Some(["t2-1", "t2-2", "t2-3"].as_slice());
    plan.impact = vec![block(ImpactKind::DirectBeneficiaries, at_least(10), sources)];
    let facts = [
        counted("a", "t2-1", "2024-07-01", 20),
        held("e1", "2024-07-01"),
        item("l", EvidenceKind::List, "t2-3", "2024-07-01", 1),
    ];
    let standing = block_on(&plan, &facts, "2024-08-01");
    assert_eq!(standing.participations, Some(20.into()));
    let claimed: Vec<_> = standing.sources.iter().map(|source| source.claimed).collect();
    assert_eq!(claimed, [Some(20.into()), None, None]);
    let said = |plan: &Plan| {
        let findings = assessed(plan, &facts, "2024-08-01").findings;
        findings.into_iter().find(|finding| finding.code == "ASM022").map(|finding| finding.lines)
    };
    assert_eq!(said(&plan), Some(vec![id("i1"), id("t2-2"), id("t2-3")]));
    plan.impact[0].kind = ImpactKind::Other;
    assert_eq!(
        block_on(&plan, &facts, "2024-08-01").participations,
        Some(22.into()),
        "it may count anything"
    );
    assert_eq!(said(&plan), None);
}
