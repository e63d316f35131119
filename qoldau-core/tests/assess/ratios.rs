//! Promises that are held against a ratio: percents, thirds, and changes of a percent.

use qoldau_core::assess::{Figure, Progress, Proof, ReasonCode, TargetStanding};
use qoldau_core::facts::{Entry, Fact, FactsRead, check_facts};
use qoldau_core::plan::{Accumulation, IndicatorKind, Plan, read_targets};
use qoldau_core::value::Amount;

use crate::world::*;

/// A line whose one target is promised in these words.
fn promised(kind: IndicatorKind, words: &str) -> Plan {
    plan(vec![line("t2-1", kind, &read_targets(words, &id("x"), None))])
}

fn standing(plan: &Plan, facts: &[Entry], on: &str) -> TargetStanding {
    target_of(&assessed(plan, facts, on), "t2-1").clone()
}

fn codes(plan: &Plan, facts: &[Entry]) -> Vec<String> {
    let lines = (2..).take(facts.len()).collect();
    let read = FactsRead { entries: facts.to_vec(), lines, ..FactsRead::default() };
    check_facts(plan, &read).into_iter().map(|finding| finding.code).collect()
}

#[test]
fn a_percent_that_is_to_grow_is_judged_by_the_share_that_was_measured() {
    let plan = promised(IndicatorKind::Other, "рост с 53% до 63%");
    let at = |numerator| standing(&plan, &[shared("r", "t2-1", "2024-07-01", numerator, 100)], "2024-10-01");
    assert_eq!((at(70).progress, at(70).proof), (Progress::Met, Proof::None));
    assert_eq!((at(60).progress, at(60).missing), (Progress::Overdue, Some(3.into())));
    assert_eq!(at(60).expected.total, Some(63.into()));
    assert_eq!(standing(&plan, &[], "2024-07-01").progress, Progress::NotStarted);
}

#[test]
fn a_percent_that_is_to_fall_is_not_met_by_a_high_one() {
    let plan = promised(IndicatorKind::Other, "снижение с 53% до 40%");
    let at = |numerator| standing(&plan, &[shared("r", "t2-1", "2024-07-01", numerator, 100)], "2024-07-02");
    assert_eq!((at(70).progress, at(70).missing), (Progress::Open, None));
    assert_eq!(at(70).reasons[0].code, ReasonCode::StillAbove);
    assert_eq!(at(40).progress, Progress::Met);
    assert_eq!(standing(&plan, &[], "2024-07-02").progress, Progress::NotStarted);
}

#[test]
fn bare_numbers_are_never_summed_to_a_percent() {
    for words in ["рост с 53% до 63%", "не менее 80 %"] {
        let plan = promised(IndicatorKind::Other, words);
        let facts = [counted("a", "t2-1", "2024-06-10", 60), counted("b", "t2-1", "2024-07-10", 64)];
        let target = standing(&plan, &facts, "2024-08-01");
        assert_eq!(target.progress, Progress::NotComputable, "{words}");
        assert!(target.reasons.iter().any(|reason| reason.code == ReasonCode::NoDenominator));
        assert_eq!(codes(&plan, &facts), ["FCT212", "FCT212"], "{words}");
    }
}

#[test]
fn the_form_of_a_reading_is_that_of_the_target_it_is_of() {
    let share = [shared("r", "t2-1", "2024-07-01", 70, 100)];
    for words in ["рост с 53% до 63%", "не менее 80 %", "все", "рост на 10 п.п."] {
        assert_eq!(codes(&promised(IndicatorKind::Other, words), &share), Vec::<String>::new(), "{words}");
    }
    for words in ["80", "рост с 53 до 63"] {
        assert_eq!(codes(&promised(IndicatorKind::Participants, words), &share), ["FCT213"], "{words}");
    }
}

#[test]
fn a_satisfaction_that_is_to_grow_by_a_percent_of_itself_is_a_ratio() {
    let mut plan = promised(IndicatorKind::Satisfaction, "20%-ға арттыру");
    let line = plan.tasks[0].activities[0].indicators.first_mut().unwrap();
    assert_eq!(line.accumulation, Accumulation::Ratio);
    line.baseline = Some(50.into());
    let at = |numerator| standing(&plan, &[shared("r", "t2-1", "2024-07-01", numerator, 100)], "2024-07-02");
    assert_eq!((at(59).progress, at(60).progress), (Progress::Open, Progress::Met));
}

#[test]
fn thirds_are_exact() {
    let cases = [
        ("не менее двух третей", IndicatorKind::Satisfaction, 100, Progress::Met),
        ("не менее двух третей", IndicatorKind::Satisfaction, 99, Progress::Open),
        ("две трети", IndicatorKind::Other, 100, Progress::Met),
        ("үштен екісі", IndicatorKind::Other, 100, Progress::Met),
        ("более двух третей", IndicatorKind::Other, 100, Progress::Open),
        ("более двух третей", IndicatorKind::Other, 101, Progress::Met),
        ("треть", IndicatorKind::Other, 50, Progress::Met),
        ("one third", IndicatorKind::Other, 49, Progress::Open),
    ];
    for (words, kind, numerator, progress) in cases {
        let plan = promised(kind, words);
        let target = standing(&plan, &[shared("r", "t2-1", "2024-07-01", numerator, 150)], "2024-07-02");
        assert_eq!(target.progress, progress, "{words}: {numerator} of 150");
    }
    let plan = promised(IndicatorKind::Other, "не более двух третей");
    let at = |numerator| standing(&plan, &[shared("r", "t2-1", "2024-07-01", numerator, 150)], "2024-10-01");
    assert_eq!((at(100).progress, at(101).progress), (Progress::Met, Progress::Overdue));
}

#[test]
fn a_growth_by_a_third_is_exact() {
    let mut plan = promised(IndicatorKind::Participants, "рост на треть");
    for (from, goal) in [(60_u32, "80"), (95, "126.6666666666666666666666667")] {
        plan.tasks[0].activities[0].indicators[0].baseline = Some(from.into());
        let reached = standing(&plan, &[counted("r", "t2-1", "2024-07-01", 127)], "2024-07-02");
        assert_eq!(reached.progress, Progress::Exceeded);
        assert_eq!(reached.expected.total, goal.parse::<Amount>().ok());
    }
    assert_eq!(
        standing(&plan, &[counted("r", "t2-1", "2024-07-01", 126)], "2024-07-02").claimed,
        Some(Figure::Amount { amount: 126.into() })
    );
}

/// A ratio taken at an event.
fn shared_at(name: &str, event: &str, on: &str, numerator: u32, denominator: u32) -> Entry {
    let mut entry = shared(name, "t2-1", on, numerator, denominator);
    if let Fact::Reading { body } = &mut entry.fact {
        body.event = Some(id(event));
    }
    entry
}

/// Three events, each a day of June.
fn three_events() -> Vec<Entry> {
    [("a", "2024-06-10"), ("b", "2024-06-11"), ("c", "2024-06-12")].map(|(name, on)| held(name, on)).to_vec()
}

#[test]
fn a_percent_of_each_event_is_judged_event_by_event() {
    let plan = promised(IndicatorKind::Satisfaction, "с каждого мероприятия не менее 80%");
    let at = |last: Option<u32>| {
        let mut facts = three_events();
        facts.push(shared_at("r-a", "a", "2024-06-10", 100, 100));
        facts.push(shared_at("r-b", "b", "2024-06-11", 100, 100));
        facts.extend(last.map(|last| shared_at("r-c", "c", "2024-06-12", last, 100)));
        standing(&plan, &facts, "2024-10-01")
    };
    let short = at(Some(40));
    assert_eq!((short.progress, short.missing), (Progress::Overdue, Some(40.into())));
    let missing: Vec<_> = short.per_event.iter().map(|share| share.missing.to_u32().unwrap()).collect();
    assert_eq!(missing, [0, 0, 40]);
    assert_eq!(at(Some(80)).progress, Progress::Met);
    let unmeasured = at(None);
    assert_eq!(unmeasured.progress, Progress::Overdue);
    assert!(unmeasured.reasons.iter().any(|reason| reason.code == ReasonCode::EventUnmeasured));
}

#[test]
fn a_percent_of_every_month_is_judged_month_by_month() {
    let plan = promised(IndicatorKind::Satisfaction, "ежемесячно не менее 90%");
    let months = |july: Option<u32>| {
        let month = |name: &str, on: &str, numerator| shared(name, "t2-1", on, numerator, 100);
        let mut facts =
            vec![month("6", "2024-06-20", 100), month("8", "2024-08-20", 100), month("9", "2024-09-20", 100)];
        facts.extend(july.map(|july| month("7", "2024-07-20", july)));
        standing(&plan, &facts, "2024-10-01")
    };
    let short = months(Some(71));
    assert_eq!((short.progress, short.missing), (Progress::Overdue, Some(19.into())));
    assert_eq!(months(Some(90)).progress, Progress::Met);
    let unmeasured = months(None);
    assert_eq!(unmeasured.progress, Progress::Overdue);
    assert!(unmeasured.reasons.iter().any(|reason| reason.code == ReasonCode::PeriodUnmeasured));
}

#[test]
fn a_percent_of_each_district_cannot_be_told_from_one_ratio() {
    let plan = promised(IndicatorKind::Satisfaction, "80% в каждом районе");
    let pooled = standing(&plan, &[shared("r", "t2-1", "2024-07-01", 90, 100)], "2024-07-02");
    assert_eq!(pooled.progress, Progress::NotComputable);
    assert!(pooled.reasons.iter().any(|reason| reason.code == ReasonCode::NotToldApart));
}

#[test]
fn a_ratio_that_two_people_recorded_of_one_event_counts_once() {
    let plan = promised(IndicatorKind::Satisfaction, "не менее 80%");
    let of = |author: &str, event: &str, numerator| {
        vec![
            by(author, held(event, "2024-06-15")),
            by(author, shared_at(&format!("r-{event}"), event, "2024-06-15", numerator, 50)),
        ]
    };
    let facts = [of("a", "e1", 45), of("b", "e2", 40)].concat();
    let target = standing(&plan, &facts, "2024-10-01");
    let share = qoldau_core::value::Share { numerator: 40.into(), denominator: 50.into() };
    assert_eq!(target.claimed, Some(Figure::Share { share }), "of equal ones the lower");
    assert_eq!(target.progress, Progress::Met);
}

#[test]
fn a_percent_of_each_of_three_events_asks_for_no_fourth() {
    let plan = promised(IndicatorKind::Satisfaction, "не менее 80% с каждого из 3 мероприятий");
    let names = ["a", "b", "c", "d", "e"];
    let mut facts: Vec<Entry> =
        names.iter().enumerate().map(|(at, name)| held(name, &format!("2024-06-1{at}"))).collect();
    facts.extend(
        names.iter().take(3).map(|name| shared_at(&format!("r-{name}"), name, "2024-06-12", 90, 100)),
    );
    let target = standing(&plan, &facts, "2024-10-01");
    assert_eq!((target.progress, target.per_event.len()), (Progress::Met, 3));
}

#[test]
fn of_a_change_the_latest_ratio_counts() {
    let at = |words: &str, before, after| {
        let facts =
            [shared("r1", "t2-1", "2024-06-10", before, 100), shared("r2", "t2-1", "2024-08-10", after, 100)];
        standing(&promised(IndicatorKind::Other, words), &facts, "2024-10-01").progress
    };
    assert_eq!(at("с 53% до 63%", 53, 65), Progress::Met);
    assert_eq!(at("с 40% до 20%", 40, 18), Progress::Met);
    assert_eq!(at("с 53% до 63%", 65, 53), Progress::Overdue);
}
