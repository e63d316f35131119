//! Windows, schedules and what is asked for once an answer is applied.

use qoldau_core::assess::{Figure, Progress, ReasonCode, TargetStanding, Timing, assess};
use qoldau_core::facts::{Entry, EventStatus, EvidenceKind, ReadingMode, ReadingValue, observe};
use qoldau_core::plan::{
    Accumulation, Anchor, Bound, ChangeBy, Contract, DayCount, Due, DueSide, IndicatorKind, Plan, Policy,
    Question, Target, TargetRule,
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
    let facts: Vec<Entry> =
        (5..=10).map(|month| counted(&format!("r{month}"), "t2-1", &format!("2024-{month:02}-15"), 2)).collect();
    let target = standing(&plan, &facts, "2024-11-05");
    assert_eq!(target.window, Some(days("2024-05-01", "2024-10-27")));
    assert_eq!((target.progress, months(&target)), (Progress::Met, vec![2; 6]));
    assert_eq!(standing(&plan, &[], "2024-04-30").progress, Progress::NotDue);
    plan.period = Some(DateRange { start: day("2025-01-01"), end: day("2025-12-31") });
    assert_eq!(standing(&plan, &[], "2024-11-05").window, Some(days("2024-04-30", "2024-10-27")));
}
