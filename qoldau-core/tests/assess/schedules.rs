//! Windows, schedules and what is asked for once an answer is applied.

use qoldau_core::assess::{Figure, Progress, ReasonCode, TargetStanding, Timing, assess};
use qoldau_core::facts::{Entry, EventStatus, EvidenceKind, ReadingMode, ReadingValue, observe};
use qoldau_core::plan::{
    Accumulation, Anchor, Bound, ChangeBy, Contract, DayCount, Due, DueContext, DueSide, IndicatorKind, Plan,
    Policy, Question, Target, TargetRule, read_due,
};
use qoldau_core::value::{Amount, DateRange};

use crate::world::*;

fn one_line(kind: IndicatorKind, target: Target) -> Plan {
    plan(vec![line("t2-1", kind, &[target])])
}

fn standing(plan: &Plan, facts: &[Entry], on: &str) -> TargetStanding {
    target_of(&assessed(plan, facts, on), "t2-1").clone()
}

fn total(name: &str, on: &str, amount: u32) -> Entry {
    reading(name, "t2-1", on, ReadingMode::Total, ReadingValue::Amount { amount: amount.into() })
}

fn amount(figure: Option<Figure>) -> Option<u32> {
    figure.and_then(|figure| match figure {
        Figure::Amount { amount } => amount.to_u32(),
        Figure::Share { .. } => None,
    })
}

fn months(target: &TargetStanding) -> Vec<u32> {
    target.per_period.iter().map(|month| month.actual.to_u32().unwrap()).collect()
}

/// One held event in each of these months, on the 20th.
fn held_in(months: &[u32]) -> Vec<Entry> {
    months.iter().map(|month| held(&format!("e{month}"), &format!("2024-0{month}-20"))).collect()
}

/// The deadline «в течение 180 дней со дня заключения договора», of a contract of the day before the project.
fn from_the_contract(plan: &mut Plan) {
    plan.contract = Some(Contract { number: None, date: Some(day("2024-04-30")) });
    plan.tasks[0].activities[0].due = Some(Due::Relative {
        anchor: Anchor::Contract,
        offset: 180,
        days: DayCount::Calendar,
        side: DueSide::By,
        text: String::new(),
    });
}

#[test]
fn days_from_the_contract_ask_for_nothing_before_the_project() {
    let mut plan = one_line(IndicatorKind::Support, every_month(at_least(2)));
    from_the_contract(&mut plan);
    let facts: Vec<Entry> = (5..=10)
        .map(|month| counted(&format!("r{month}"), "t2-1", &format!("2024-{month:02}-15"), 2))
        .collect();
    let target = standing(&plan, &facts, "2024-11-05");
    assert_eq!(target.window, Some(days("2024-05-01", "2024-10-27")));
    assert_eq!((target.progress, months(&target)), (Progress::Met, vec![2; 6]));
    assert_eq!(standing(&plan, &[], "2024-04-30").progress, Progress::NotDue);
    plan.period = Some(DateRange { start: day("2025-01-01"), end: day("2025-12-31") });
    assert_eq!(standing(&plan, &[], "2024-11-05").window, Some(days("2024-04-30", "2024-10-27")));
}

#[test]
fn a_number_beside_monthly_events_takes_none_of_them_away() {
    let plan = one_line(IndicatorKind::Event, every_month(at_least(1)));
    let held = held_in(&[6, 7, 8, 9]);
    let with = |more: &[Entry]| standing(&plan, &[held.clone(), more.to_vec()].concat(), "2024-10-05");
    assert_eq!((with(&[]).progress, months(&with(&[]))), (Progress::Met, vec![1; 4]));
    let beside = with(&[total("r", "2024-09-30", 5)]);
    assert_eq!((beside.progress, months(&beside)), (Progress::Met, vec![1, 1, 1, 2]));
    assert_eq!(amount(beside.claimed), Some(5));
}

#[test]
fn numbers_of_the_months_that_have_no_events_on_record_stand() {
    let plan = one_line(IndicatorKind::Event, every_month(at_least(1)));
    let numbers: Vec<Entry> =
        (6..=9).map(|month| counted(&format!("r{month}"), "t2-1", &format!("2024-0{month}-28"), 1)).collect();
    for on_record in [&[6, 7][..], &[8, 9]] {
        let target = standing(&plan, &[numbers.clone(), held_in(on_record)].concat(), "2024-10-05");
        assert_eq!((target.progress, months(&target)), (Progress::Met, vec![1; 4]));
    }
}

#[test]
fn what_events_reached_in_time_is_not_late_for_a_larger_number_after_the_deadline() {
    let plan = one_line(IndicatorKind::Event, at_least(3));
    let in_time = held_in(&[6, 7, 8]);
    let later = standing(&plan, &[in_time.clone(), vec![total("r", "2024-10-15", 4)]].concat(), "2024-10-20");
    assert_eq!((later.timing, amount(later.claimed)), (Timing::InTime, Some(4)));
    assert!(later.reasons.iter().all(|reason| reason.code != ReasonCode::Late));
    let numbers = [total("r", "2024-09-01", 4), held("late", "2024-10-10")];
    assert_eq!(standing(&plan, &numbers, "2024-10-20").timing, Timing::InTime);
}

/// Three held events with five photos each, of an activity that promises five photos of each and so many events.
fn photos_of_three(events: Target, more: &[Entry]) -> (Option<u32>, Progress, Option<u32>) {
    let photos = line("t2-2", IndicatorKind::Photo, &[each_event(at_least(5))]);
    let plan = plan(vec![line("t2-1", IndicatorKind::Event, &[events]), photos]);
    let mut facts = held_in(&[6, 7, 8]);
    for month in 6..=8 {
        let name = format!("p{month}");
        let photos = item(&name, EvidenceKind::Photo, "t2-2", &format!("2024-0{month}-20"), 5);
        facts.push(of_event(photos, &format!("e{month}")));
    }
    facts.extend_from_slice(more);
    let assessment = assessed(&plan, &facts, "2024-09-01");
    let target = target_of(&assessment, "t2-2");
    let total = target.expected.total.and_then(Amount::to_u32);
    (assessment.tasks[0].activities[0].events_planned, target.progress, total)
}

#[test]
fn the_number_of_events_that_was_agreed_on_is_planned() {
    assert_eq!(photos_of_three(plain(3), &[]), (Some(3), Progress::Met, Some(15)));
    let five = [read_as("a", "t2-1", Question::Amount, "5", "2024-06-01")];
    assert_eq!(photos_of_three(plain(3), &five), (Some(5), Progress::OnTrack, Some(25)));
    let of_target = [read_as("a", "t2-1.1", Question::Amount, "5", "2024-06-01")];
    assert_eq!(photos_of_three(plain(3), &of_target), (Some(5), Progress::OnTrack, Some(25)));
}

#[test]
fn a_number_of_events_that_is_read_as_a_limit_is_no_plan() {
    let at_most = [read_as("a", "t2-1", Question::Bound, "atMost", "2024-06-01")];
    assert_eq!(photos_of_three(plain(3), &at_most), (None, Progress::OnTrack, None));
    assert_eq!(photos_of_three(number(Bound::AtMost, 3), &[]), (None, Progress::OnTrack, None));
}

fn change(by: ChangeBy, from: Option<u32>, amount: u32) -> Target {
    let from = from.map(Amount::from);
    Target {
        rule: TargetRule::Change { bound: Bound::Plain, from, amount: amount.into(), by },
        ..plain(amount)
    }
}

#[test]
fn an_increase_of_nothing_in_percent_or_times_is_not_computable() {
    let facts = [counted("a", "t2-1", "2024-07-01", 5)];
    for (by, amount) in [(ChangeBy::Percent, 20), (ChangeBy::Times, 3)] {
        let plan = one_line(IndicatorKind::Support, change(by, Some(0), amount));
        let target = standing(&plan, &facts, "2024-08-01");
        assert_eq!((target.progress, target.expected.total), (Progress::NotComputable, None));
        assert_eq!(target.reasons.first().map(|reason| reason.code), Some(ReasonCode::NoDenominator));
    }
    let plan = one_line(IndicatorKind::Support, change(ChangeBy::Amount, Some(0), 5));
    assert_eq!(standing(&plan, &facts, "2024-08-01").progress, Progress::Met);
}

fn in_proportion(plan: &Plan, facts: &[Entry], on: &str) -> TargetStanding {
    let mut policy = Policy::default();
    policy.pro_rata.value = Some("yes".into());
    let assessment = assess(plan, &observe(facts.to_vec()), day(on), &policy, None);
    target_of(&assessment, "t2-1").clone()
}

#[test]
fn in_proportion_to_time_no_limit_is_owed() {
    let one = [counted("a", "t2-1", "2024-06-10", 1)];
    for bound in [Bound::AtMost, Bound::LessThan] {
        let target = in_proportion(&one_line(IndicatorKind::Support, number(bound, 100)), &one, "2024-07-31");
        assert_eq!((target.progress, target.expected.by_date), (Progress::Open, None));
    }
    let mut falls = line(
        "t2-1",
        IndicatorKind::Other,
        &[Target {
            rule: TargetRule::Change {
                bound: Bound::Plain,
                from: Some(40.into()),
                amount: "-10".parse().unwrap(),
                by: ChangeBy::Amount,
            },
            ..plain(10)
        }],
    );
    falls.accumulation = Accumulation::Level;
    let target = in_proportion(&plan(vec![falls]), &[counted("a", "t2-1", "2024-06-10", 32)], "2024-07-31");
    assert_eq!((target.progress, target.expected.by_date), (Progress::Open, None));
}

#[test]
fn in_proportion_to_time_events_that_were_held_do_not_make_up_for_those_that_were_not() {
    let plan = one_line(IndicatorKind::Event, at_least(10));
    let target = in_proportion(&plan, &[held("a", "2024-06-10")], "2024-07-31");
    assert_eq!((target.progress, target.expected.by_date), (Progress::Behind, Some(5.into())));
}

#[test]
fn events_that_make_up_the_number_are_a_schedule() {
    let plan = one_line(IndicatorKind::Event, at_least(3));
    let planned =
        |name: &str, on: &str| Entry { on: day("2024-05-20"), ..event(name, EventStatus::Planned, on) };
    let progress = |facts: &[Entry]| standing(&plan, facts, "2024-07-31").progress;
    let one = held("a", "2024-06-10");
    assert_eq!(progress(std::slice::from_ref(&one)), Progress::Open);
    assert_eq!(progress(&[one.clone(), planned("b", "2024-08-10")]), Progress::Open);
    let all = [one.clone(), planned("b", "2024-08-10"), planned("c", "2024-09-10")];
    assert_eq!(progress(&all), Progress::OnTrack);
    assert_eq!(progress(&all[1..]), Progress::NotStarted);
    assert_eq!(progress(&[one, planned("b", "2024-07-10")]), Progress::Behind);
}

#[test]
fn a_percent_that_was_agreed_on_is_needed() {
    let plan = plan(vec![ratio(line("t2-1", IndicatorKind::Satisfaction, &[percent(80)]))]);
    let measured = shared("a", "t2-1", "2024-07-01", 82, 100);
    assert_eq!(standing(&plan, std::slice::from_ref(&measured), "2024-08-01").progress, Progress::Met);
    let agreed = read_as("r", "t2-1", Question::Amount, "85", "2024-06-01");
    let target = standing(&plan, &[measured, agreed], "2024-08-01");
    assert_eq!((target.progress, target.expected.total), (Progress::Open, Some(85.into())));
    assert_eq!(target.missing, Some(3.into()));
}

#[test]
fn no_number_can_be_agreed_on_for_a_change() {
    let plan = one_line(IndicatorKind::Support, change(ChangeBy::Amount, Some(10), 5));
    let agreed = read_as("r", "t2-1", Question::Amount, "20", "2024-06-01");
    let assessment = assessed(&plan, &[agreed], "2024-08-01");
    assert_eq!(assessment.readings, []);
    assert_eq!(target_of(&assessment, "t2-1").expected.total, Some(15.into()));
}

#[test]
fn a_level_that_was_reached_in_time_is_not_late_for_a_later_reading() {
    let mut followers = line("t2-1", IndicatorKind::Other, &[at_least(1000)]);
    followers.accumulation = Accumulation::Level;
    let plan = plan(vec![followers]);
    let timing = |levels: &[(&str, u32)]| {
        let read = |(on, level): &(&str, u32)| counted(on, "t2-1", on, *level);
        standing(&plan, &levels.iter().map(read).collect::<Vec<_>>(), "2024-10-20").timing
    };
    assert_eq!(timing(&[("2024-09-20", 1100), ("2024-10-10", 1150)]), Timing::InTime);
    assert_eq!(timing(&[("2024-09-20", 900), ("2024-10-10", 1150)]), Timing::Late);
    assert_eq!(timing(&[("2024-08-20", 1100), ("2024-09-20", 900), ("2024-10-10", 1150)]), Timing::Late);
}

#[test]
fn a_percent_that_was_reached_in_time_is_not_late_for_a_later_measurement() {
    let plan = plan(vec![ratio(line("t2-1", IndicatorKind::Satisfaction, &[percent(80)]))]);
    let timing = |facts: &[Entry]| standing(&plan, facts, "2024-10-20").timing;
    let september = shared("a", "t2-1", "2024-09-20", 45, 50);
    assert_eq!(timing(&[september.clone(), shared("b", "t2-1", "2024-10-10", 46, 50)]), Timing::InTime);
    assert_eq!(timing(&[september.clone(), shared("b", "t2-1", "2024-10-10", 0, 5)]), Timing::InTime);
    let low = shared("a", "t2-1", "2024-09-20", 30, 50);
    assert_eq!(timing(&[low, shared("b", "t2-1", "2024-10-10", 60, 60)]), Timing::Late);
    let all = ReadingValue::Share { numerator: 91.into(), denominator: 100.into() };
    let total = reading("t", "t2-1", "2024-10-10", ReadingMode::Total, all);
    assert_eq!(timing(&[september, total.clone()]), Timing::InTime);
    assert_eq!(timing(&[shared("a", "t2-1", "2024-09-20", 30, 50), total]), Timing::Late);
}

#[test]
fn a_ratio_of_nobody_leaves_what_is_expected() {
    let plan = plan(vec![ratio(line("t2-1", IndicatorKind::Satisfaction, &[percent(80)]))]);
    let target = standing(&plan, &[shared("a", "t2-1", "2024-06-30", 0, 0)], "2024-07-01");
    assert_eq!((target.progress, target.expected.total), (Progress::NotComputable, Some(80.into())));
}

#[test]
fn periods_are_together_what_the_line_has_after_a_lower_total() {
    let mut facts = vec![
        counted("a", "t2-1", "2024-06-20", 24),
        total("b", "2024-07-08", 7),
        counted("c", "t2-1", "2024-08-10", 3),
    ];
    let plan = one_line(IndicatorKind::Support, at_least(100));
    let in_months = |facts: &[Entry]| {
        let in_month = |month: u32| {
            let month = DateRange {
                start: day(&format!("2024-0{month}-01")),
                end: day(&format!("2024-0{month}-01")).month_end(),
            };
            let facts = observe(facts.to_vec());
            let assessment = assess(&plan, &facts, day("2024-09-30"), &Policy::default(), Some(month));
            let own = target_of(&assessment, "t2-1").in_period.unwrap();
            (amount(own.claimed), amount(own.proven))
        };
        [6, 7, 8].map(in_month)
    };
    let claimed = [7, 0, 3].map(Some);
    assert_eq!(in_months(&facts).map(|(claimed, _)| claimed), claimed);
    facts.push(with(item("l", EvidenceKind::List, "t2-1", "2024-06-20", 1), |list| list.rows = Some(24)));
    assert_eq!(in_months(&facts).map(|(claimed, _)| claimed), claimed);
    let proven = in_months(&facts).map(|(_, proven)| proven.unwrap_or(0));
    assert_eq!(proven.iter().sum::<u32>(), 10);
}

#[test]
fn what_a_measured_third_is_to_grow_to_is_shown_without_the_cut() {
    let plan =
        plan(vec![ratio(line("t2-1", IndicatorKind::Satisfaction, &[change(ChangeBy::Percent, None, 20)]))]);
    let facts = [shared("a", "t2-1", "2024-06-10", 1, 3), shared("b", "t2-1", "2024-09-10", 2, 5)];
    let target = standing(&plan, &facts, "2024-09-20");
    assert_eq!((target.progress, target.expected.total), (Progress::Met, Some(40.into())));
}

/// A line of reports whose deadline is in these words.
fn reports(deadline: &str) -> Plan {
    let mut plan = one_line(IndicatorKind::Report, plain(1));
    let context = DueContext { period: plan.period, contract: None };
    plan.tasks[0].activities[0].due = Some(read_due(deadline, &context));
    plan
}

#[test]
fn whether_a_number_beside_a_deadline_that_recurs_is_asked_for_each_time_is_asked() {
    let plan = reports("до 25 числа каждого месяца");
    let report = |on: &str| item(on, EvidenceKind::Report, "t2-1", on, 1);
    let asked = |facts: &[Entry]| {
        let assessment = assessed(&plan, facts, "2024-11-20");
        assessment.findings.iter().any(|finding| finding.code == "ASM025")
    };
    let one = report("2024-05-20");
    assert_eq!(standing(&plan, std::slice::from_ref(&one), "2024-11-20").progress, Progress::Met);
    assert!(asked(std::slice::from_ref(&one)));
    for about in ["t2-1", "t2-a1", "t2"] {
        let each = read_as("r", about, Question::Due, "eachTime", "2024-05-02");
        let short = standing(&plan, &[one.clone(), each.clone()], "2024-11-20");
        assert_eq!((short.progress, short.missing), (Progress::Overdue, Some(5.into())));
        assert!(!asked(&[one.clone(), each.clone()]));
        let mut all: Vec<Entry> = (5..=10).map(|month| report(&format!("2024-{month:02}-20"))).collect();
        all.push(each.clone());
        let target = standing(&plan, &all, "2024-11-20");
        assert_eq!((target.progress, target.timing), (Progress::Met, Timing::InTime));
        let late = standing(
            &plan,
            &[all, vec![report("2024-06-28"), void("v", "2024-06-28", "entry-2024-06-20")]].concat(),
            "2024-11-20",
        );
        assert_eq!((late.progress, late.timing), (Progress::Met, Timing::Late));
    }
    let in_all = read_as("r", "t2-1", Question::Due, "2024-05-01..2024-10-31", "2024-05-02");
    assert_eq!(standing(&plan, &[one.clone(), in_all.clone()], "2024-11-20").progress, Progress::Met);
    assert!(!asked(&[one, in_all]));
}

#[test]
fn a_day_of_every_year_is_the_last_one_of_a_project_that_has_one_such_day() {
    let window = |deadline: &str| standing(&reports(deadline), &[], "2024-07-31").window;
    assert_eq!(window("до 15 июня ежегодно"), Some(days("2024-05-01", "2024-06-15")));
    assert_eq!(window("до 15 декабря ежегодно"), Some(days("2024-05-01", "2024-10-31")));
    assert_eq!(standing(&reports("до 15 июня ежегодно"), &[], "2024-07-31").progress, Progress::Overdue);
}

#[test]
fn each_time_is_no_answer_where_nothing_recurs() {
    let each = read_as("r", "t2-1", Question::Due, "eachTime", "2024-05-02");
    let plan = one_line(IndicatorKind::Report, plain(1));
    assert_eq!(assessed(&plan, &[each], "2024-11-20").readings, []);
}
