//! Progress against the calendar: windows, months, levels, percents.

use qoldau_core::assess::{Figure, Headline, Progress, Proof, ReasonCode, Timing};
use qoldau_core::facts::{Approval, Entry, EvidenceKind, Fact, ReadingMode, ReadingValue};
use qoldau_core::language::Language;
use qoldau_core::plan::{
    Anchor, Approver, Bound, ChangeBy, Contract, DayCount, Due, DueSide, IndicatorKind, Plan, Question,
    Target, TargetRule,
};
use qoldau_core::value::{Amount, DateRange};

use crate::world::*;

fn progress_on(plan: &Plan, facts: &[qoldau_core::facts::Entry], on: &str) -> Progress {
    target_of(&assessed(plan, facts, on), "t2-1").progress
}

#[test]
fn a_line_walks_from_not_due_to_overdue() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Support, &[plain(2)])]);
    let one = [counted("a", "t2-1", "2024-07-01", 1)];
    assert_eq!(progress_on(&plan, &[], "2024-05-31"), Progress::NotDue);
    assert_eq!(progress_on(&plan, &[], "2024-06-01"), Progress::NotStarted);
    assert_eq!(progress_on(&plan, &one, "2024-09-30"), Progress::Open);
    assert_eq!(progress_on(&plan, &one, "2024-10-01"), Progress::Overdue);
    let standing = assessed(&plan, &one, "2024-10-01");
    let target = target_of(&standing, "t2-1");
    assert_eq!((target.missing, target.days_left), (Some(Amount::ONE), Some(-1)));
    assert_eq!(standing.counts.overdue, 1);
}

#[test]
fn facts_of_later_days_are_not_looked_at() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Support, &[plain(1)])]);
    let facts = [counted("a", "t2-1", "2024-07-01", 1)];
    assert_eq!(progress_on(&plan, &facts, "2024-06-30"), Progress::NotStarted);
    assert_eq!(progress_on(&plan, &facts, "2024-07-01"), Progress::Met);
}

#[test]
fn a_correction_of_a_later_day_leaves_what_was_said_before_it() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Support, &[at_least(100)])]);
    let first = counted("a", "t2-1", "2024-06-15", 86);
    let claimed = |facts: &[Entry], on: &str| target_of(&assessed(&plan, facts, on), "t2-1").claimed;
    let people = |amount: u32| Some(Figure::Amount { amount: amount.into() });
    let mended = [first.clone(), replacing(counted("b", "t2-1", "2024-07-12", 84), "a")];
    assert_eq!(claimed(&mended, "2024-07-11"), people(86));
    assert_eq!(claimed(&mended, "2024-07-12"), people(84));
    let voided = [first.clone(), void("v", "2024-07-12", "a")];
    assert_eq!((claimed(&voided, "2024-06-30"), claimed(&voided, "2024-07-12")), (people(86), None));
    let twice = [mended.to_vec(), vec![void("v", "2024-07-20", "b")]].concat();
    assert_eq!(claimed(&twice, "2024-07-19"), people(84));
    assert_eq!(claimed(&twice, "2024-07-20"), None, "voiding the correction does not bring back the first");
    let earliest = [mended.to_vec(), vec![void("v", "2024-07-01", "a")]].concat();
    assert_eq!(claimed(&earliest, "2024-07-05"), None, "the earliest correction ends an entry");
    assert_eq!(claimed(&earliest, "2024-07-12"), people(84), "of two corrections the latest holds");
    let doubled = [mended.to_vec(), vec![replacing(counted("c", "t2-1", "2024-07-12", 90), "a")]].concat();
    assert_eq!(claimed(&doubled, "2024-07-12"), people(90), "corrected by two, counted once: not 174");
    let before = [first, replacing(counted("b", "t2-1", "2024-06-10", 84), "a")];
    assert_eq!(
        claimed(&before, "2024-06-20"),
        people(84),
        "a correction of an earlier day hides it altogether"
    );
}

#[test]
fn two_in_july_do_not_heal_june() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Post, &[every_month(at_least(1))])]);
    let post = |name: &str, on: &str| item(name, EvidenceKind::Post, "t2-1", on, 1);
    let facts =
        [post("a", "2024-07-03"), post("b", "2024-07-20"), post("c", "2024-08-05"), post("d", "2024-09-01")];
    let standing = assessed(&plan, &facts, "2024-09-15");
    let target = target_of(&standing, "t2-1");
    assert_eq!(target.progress, Progress::Behind);
    let missing: Vec<String> = target.per_period.iter().map(|month| month.missing.to_string()).collect();
    assert_eq!(missing, ["1", "0", "0", "0"]);
    assert_eq!((target.expected.total, target.expected.by_date), (Some(4.into()), Some(3.into())));
    assert_eq!(target.reasons.first().map(|reason| reason.code), Some(ReasonCode::PeriodShort));
    assert_eq!(progress_on(&plan, &facts, "2024-10-01"), Progress::Overdue);
}

#[test]
fn months_that_are_served_are_on_track() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Post, &[every_month(at_least(1))])]);
    let facts = [item("a", EvidenceKind::Post, "t2-1", "2024-06-30", 1)];
    assert_eq!(progress_on(&plan, &facts, "2024-07-15"), Progress::OnTrack);
    assert_eq!(progress_on(&plan, &facts, "2024-07-31"), Progress::OnTrack, "July is not over yet");
    assert_eq!(progress_on(&plan, &facts, "2024-08-01"), Progress::Behind);
}

#[test]
fn a_total_wipes_what_came_before_it() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Support, &[plain(100)])]);
    let total = ReadingValue::Amount { amount: 60.into() };
    let facts = [
        counted("a", "t2-1", "2024-06-10", 30),
        reading("b", "t2-1", "2024-07-01", ReadingMode::Total, total),
        counted("c", "t2-1", "2024-07-02", 5),
    ];
    let standing = assessed(&plan, &facts, "2024-08-01");
    assert_eq!(target_of(&standing, "t2-1").claimed, Some(Figure::Amount { amount: 65.into() }));
}

#[test]
fn a_level_is_its_latest_reading() {
    let mut page = line("t2-1", IndicatorKind::Specialist, &[plain(5)]);
    page.accumulation = qoldau_core::plan::Accumulation::Level;
    let plan = plan(vec![page]);
    let facts = [counted("b", "t2-1", "2024-07-01", 4), counted("a", "t2-1", "2024-06-10", 6)];
    let standing = assessed(&plan, &facts, "2024-08-01");
    assert_eq!(target_of(&standing, "t2-1").claimed, Some(Figure::Amount { amount: 4.into() }));
}

#[test]
fn percents_roll_up_by_their_parts() {
    let plan = plan(vec![ratio(line("t2-1", IndicatorKind::Satisfaction, &[percent(50)]))]);
    let facts = [shared("a", "t2-1", "2024-07-01", 45, 56), shared("b", "t2-1", "2024-08-01", 5, 44)];
    let standing = assessed(&plan, &facts, "2024-09-01");
    let target = target_of(&standing, "t2-1");
    assert_eq!(target.progress, Progress::Met, "50 of 100, not the mean of 80 and 11 percent");
    assert_eq!(target.proof, Proof::None);
    assert_eq!(target.headline, Headline::NeedsAction);
}

#[test]
fn a_percent_without_its_two_numbers_is_not_computable() {
    let plan = plan(vec![ratio(line("t2-1", IndicatorKind::Satisfaction, &[percent(80)]))]);
    assert_eq!(progress_on(&plan, &[], "2024-07-01"), Progress::NotStarted);
    assert_eq!(
        progress_on(&plan, &[counted("a", "t2-1", "2024-06-30", 85)], "2024-07-01"),
        Progress::NotComputable
    );
    assert_eq!(
        progress_on(&plan, &[shared("a", "t2-1", "2024-06-30", 0, 0)], "2024-07-01"),
        Progress::NotComputable
    );
}

#[test]
fn answers_without_a_figure_are_a_start_not_a_percent() {
    let plan = plan(vec![ratio(line("t2-1", IndicatorKind::Satisfaction, &[percent(80)]))]);
    let answers = [item("s", EvidenceKind::Survey, "t2-1", "2024-06-10", 1)];
    assert_eq!(progress_on(&plan, &answers, "2024-07-01"), Progress::Open);
    assert_eq!(progress_on(&plan, &answers, "2024-10-01"), Progress::Overdue);
}

#[test]
fn not_applicable_is_neither_zero_nor_missing() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Support, &[plain(5)])]);
    let facts = [reading("a", "t2-1", "2024-06-10", ReadingMode::Total, ReadingValue::NotApplicable {})];
    let standing = assessed(&plan, &facts, "2024-11-01");
    assert_eq!(target_of(&standing, "t2-1").progress, Progress::NotApplicable);
    assert_eq!((standing.counts.proven, standing.counts.not_applicable), (0, 1));
    let zero = assessed(&plan, &[counted("a", "t2-1", "2024-06-10", 0)], "2024-07-01");
    assert_eq!(target_of(&zero, "t2-1").claimed, Some(Figure::Amount { amount: Amount::ZERO }));
    assert_eq!(target_of(&assessed(&plan, &[], "2024-07-01"), "t2-1").claimed, None);
}

#[test]
fn a_change_needs_its_baseline() {
    let rule =
        TargetRule::Change { bound: Bound::Plain, from: None, amount: 20.into(), by: ChangeBy::Percent };
    let mut organisations = line("t2-1", IndicatorKind::Organisation, &[Target { rule, ..plain(20) }]);
    organisations.accumulation = qoldau_core::plan::Accumulation::Level;
    let unknown = plan(vec![organisations.clone()]);
    assert_eq!(progress_on(&unknown, &[], "2024-07-01"), Progress::NotComputable);
    organisations.baseline = Some(50.into());
    let known = plan(vec![organisations]);
    assert_eq!(progress_on(&known, &[counted("a", "t2-1", "2024-06-10", 59)], "2024-07-01"), Progress::Open);
    assert_eq!(progress_on(&known, &[counted("a", "t2-1", "2024-06-10", 60)], "2024-07-01"), Progress::Met);
}

#[test]
fn three_times_fewer_is_a_third() {
    for (times, met, short) in [(-3, 30, 31), (3, 270, 269)] {
        let amount = times.to_string().parse().unwrap();
        let rule =
            TargetRule::Change { bound: Bound::Plain, from: Some(90.into()), amount, by: ChangeBy::Times };
        let mut complaints = line("t2-1", IndicatorKind::Organisation, &[Target { rule, ..plain(1) }]);
        complaints.accumulation = qoldau_core::plan::Accumulation::Level;
        let plan = plan(vec![complaints]);
        let on_time = |count| progress_on(&plan, &[counted("a", "t2-1", "2024-06-10", count)], "2024-07-01");
        assert_eq!(on_time(met), Progress::Met, "{times}");
        assert_eq!(on_time(short), Progress::Open, "{times}");
    }
}

#[test]
fn at_most_holds_only_when_the_time_is_over() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Support, &[number(Bound::AtMost, 5)])]);
    let five = [counted("a", "t2-1", "2024-06-10", 5)];
    assert_eq!(progress_on(&plan, &five, "2024-07-01"), Progress::Open);
    assert_eq!(progress_on(&plan, &five, "2024-10-01"), Progress::Met);
    let six = [counted("a", "t2-1", "2024-06-10", 6)];
    assert_eq!(progress_on(&plan, &six, "2024-07-01"), Progress::Behind);
    assert_eq!(progress_on(&plan, &six, "2024-10-01"), Progress::Overdue);
}

#[test]
fn a_line_to_be_agreed_is_not_met_before_the_letter_exists() {
    let mut work_plan = line("t2-1", IndicatorKind::Plan, &[plain(1)]);
    work_plan.requires.approvals = vec![Approver::LocalExecutiveBody];
    let plan = plan(vec![work_plan]);
    let document = item("p", EvidenceKind::Plan, "t2-1", "2024-06-10", 1);
    let leader = approved("l", "t2-1", Approver::Leader, "2024-06-11");
    let waiting = assessed(&plan, &[document.clone(), leader], "2024-07-01");
    assert_eq!(target_of(&waiting, "t2-1").progress, Progress::Open);
    assert_eq!(line_of(&waiting, "t2-1").approvals_missing, [Approver::LocalExecutiveBody]);
    let letter = approved("a", "t2-1", Approver::LocalExecutiveBody, "2024-06-20");
    let agreed = assessed(&plan, &[document.clone(), letter], "2024-07-01");
    assert_eq!(target_of(&agreed, "t2-1").headline, Headline::Proven);
    assert_eq!(target_of(&agreed, "t2-1").timing, Timing::InTime);
    let late = approved("a", "t2-1", Approver::LocalExecutiveBody, "2024-10-02");
    assert_eq!(target_of(&assessed(&plan, &[document, late], "2024-10-03"), "t2-1").timing, Timing::Late);
}

#[test]
fn an_approval_that_names_no_document_is_none() {
    let mut document = line("t2-1", IndicatorKind::Plan, &[plain(1)]);
    document.requires.approvals = vec![Approver::LocalExecutiveBody];
    let plan = plan(vec![document]);
    let made = item("p", EvidenceKind::Plan, "t2-1", "2024-06-10", 1);
    let progress = |change: fn(&mut Approval)| {
        let mut approval = approved("a", "t2-1", Approver::LocalExecutiveBody, "2024-06-12");
        if let Fact::Approval { body } = &mut approval.fact {
            body.number = None;
            change(body);
        }
        let letter = item("letter", EvidenceKind::Letter, "t2-1", "2024-06-11", 1);
        let standing = assessed(&plan, &[made.clone(), letter, approval], "2024-07-01");
        (target_of(&standing, "t2-1").progress, line_of(&standing, "t2-1").approvals_missing.len())
    };
    assert_eq!(progress(|_| ()), (Progress::Open, 1));
    assert_eq!(progress(|approval| approval.number = Some("7".into())), (Progress::Met, 0));
    assert_eq!(progress(|approval| approval.date = Some(day("2024-06-11"))), (Progress::Met, 0));
    assert_eq!(progress(|approval| approval.evidence = Some(id("letter"))), (Progress::Met, 0));
}

#[test]
fn a_document_handed_in_after_its_window_is_late() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Report, &[plain(1)])]);
    let late = [item("r", EvidenceKind::Report, "t2-1", "2024-10-12", 1)];
    let standing = assessed(&plan, &late, "2024-10-20");
    let target = target_of(&standing, "t2-1");
    assert_eq!(
        (target.progress, target.timing, target.headline),
        (Progress::Met, Timing::Late, Headline::Proven)
    );
    assert!(target.reasons.iter().any(|reason| reason.code == ReasonCode::Late));
    let outside = [item("r", EvidenceKind::Report, "t2-1", "2024-11-05", 1)];
    assert_eq!(target_of(&assessed(&plan, &outside, "2024-11-06"), "t2-1").timing, Timing::OutsideProject);
}

#[test]
fn a_surplus_after_the_window_does_not_make_a_met_line_late() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Post, &[plain(1)])]);
    let facts = [
        item("a", EvidenceKind::Post, "t2-1", "2024-07-01", 1),
        item("b", EvidenceKind::Post, "t2-1", "2024-10-10", 1),
    ];
    let standing = assessed(&plan, &facts, "2024-10-20");
    assert_eq!(target_of(&standing, "t2-1").timing, Timing::InTime);
    assert_eq!(target_of(&standing, "t2-1").progress, Progress::Exceeded);
}

#[test]
fn a_reading_settles_the_bound_and_the_deadline() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Support, &[plain(5)])]);
    let six = counted("a", "t2-1", "2024-06-10", 6);
    let exactly = read_as("r", "t2-1", Question::Bound, "exactly", "2024-06-01");
    assert_eq!(progress_on(&plan, std::slice::from_ref(&six), "2024-07-01"), Progress::Exceeded);
    assert_eq!(progress_on(&plan, &[six, exactly], "2024-07-01"), Progress::Behind);
    let longer = read_as("d", "t2-a1", Question::Due, "2024-06-01..2024-10-15", "2024-06-01");
    assert_eq!(progress_on(&plan, &[longer], "2024-10-10"), Progress::NotStarted);
}

/// The window of the activity's lines under a deadline.
fn window_under(due: &Due, change: impl FnOnce(&mut Plan)) -> Option<DateRange> {
    let mut plan = plan(vec![line("t2-1", IndicatorKind::Post, &[every_month(at_least(1))])]);
    plan.contract = Some(Contract { number: None, date: Some(day("2024-04-29")) });
    for activity in plan.tasks.iter_mut().flat_map(|task| &mut task.activities) {
        activity.due = Some(due.clone());
    }
    change(&mut plan);
    target_of(&assessed(&plan, &[], "2024-07-01"), "t2-1").window
}

#[test]
fn months_before_the_project_begins_ask_for_nothing() {
    let range = |start: &str, end: &str| Due::Range {
        start: Some(day(start)),
        end: Some(day(end)),
        end_time: None,
        inherited: false,
        text: "Қараша – ақпан".into(),
    };
    let in_december = |plan: &mut Plan| plan.period = Some(days("2024-12-10", "2025-10-31"));
    assert_eq!(
        window_under(&range("2024-11-01", "2025-02-28"), in_december),
        Some(days("2024-12-10", "2025-02-28")),
        "the month of the contract is the first that counts"
    );
    assert_eq!(
        window_under(&range("2024-02-01", "2024-03-31"), |_| {}),
        Some(days("2024-02-01", "2024-03-31")),
        "a deadline wholly before the project stays what the contract says, and a check asks about it"
    );
}

#[test]
fn a_relative_deadline_is_counted_from_its_day_and_bounded_by_the_project() {
    let relative =
        |anchor, offset, days, side| Due::Relative { anchor, offset, days, side, text: "…".into() };
    let phase = |plan: &mut Plan| plan.active_phase = Some(days("2024-06-01", "2024-09-20"));
    let active = |offset| relative(Anchor::ActivePhaseEnd, offset, DayCount::Calendar, DueSide::By);
    let on_a_side = |side| relative(Anchor::ActivePhaseEnd, 0, DayCount::Calendar, side);
    assert_eq!(
        window_under(&active(0), |_| {}),
        Some(days("2024-05-01", "2024-10-31")),
        "nobody has said when"
    );
    assert_eq!(window_under(&active(0), phase), Some(days("2024-05-01", "2024-09-20")));
    assert_eq!(window_under(&on_a_side(DueSide::After), phase), Some(days("2024-09-21", "2024-10-31")));
    assert_eq!(window_under(&on_a_side(DueSide::Around), phase), Some(days("2024-05-01", "2024-10-31")));
    assert_eq!(window_under(&active(-3), phase), Some(days("2024-05-01", "2024-09-17")));
    assert_eq!(window_under(&active(10), phase), Some(days("2024-09-20", "2024-09-30")));
    let contract = relative(Anchor::Contract, 5, DayCount::Working, DueSide::By);
    assert_eq!(
        window_under(&contract, |_| {}),
        Some(days("2024-05-01", "2024-05-06")),
        "a weekend lies between"
    );
    let start = relative(Anchor::ProjectStart, 9, DayCount::Calendar, DueSide::By);
    assert_eq!(window_under(&start, |_| {}), Some(days("2024-05-01", "2024-05-10")));
}

#[test]
fn a_deadline_that_waits_for_an_undeclared_phase_says_what_is_assumed_until_it_is_answered() {
    let mut plan = plan(vec![line("t2-1", IndicatorKind::Survey, &[plain(1)])]);
    plan.tasks[0].activities[0].due = Some(Due::Relative {
        anchor: Anchor::ActivePhaseEnd,
        offset: 0,
        days: DayCount::Calendar,
        side: DueSide::After,
        text: "белсенді кезеңі аяқталғаннан кейін".into(),
    });
    let waiting = assessed(&plan, &[], "2024-09-01");
    let finding = waiting.findings.iter().find(|finding| finding.code == "ASM008").unwrap();
    let said = qoldau_core::rule("ASM008").unwrap().say(finding, Language::Russian).replace('\u{a0}', " ");
    assert!(
        said.contains("взят последний день проекта: 31 октября 2024 г. Мероприятия плана: 2.1."),
        "{said}"
    );
    assert_eq!(target_of(&waiting, "t2-1").window, Some(days("2024-05-01", "2024-10-31")));

    let offer = &finding.answers[0];
    let answer = read_as("a", "t2-a1", Question::Due, &offer.answer, "2024-08-01");
    assert!(assessed(&plan, &[answer], "2024-09-01").findings.is_empty());
    plan.active_phase = Some(days("2024-06-01", "2024-09-30"));
    assert!(assessed(&plan, &[], "2024-09-01").findings.is_empty());
}

#[test]
fn an_answer_that_is_no_answer_is_in_force_nowhere() {
    let plan = plan(vec![
        line("t2-1", IndicatorKind::Photo, &[each_event(at_least(5))]),
        line("t2-2", IndicatorKind::Letter, &[at_least(7)]),
    ]);
    let letter =
        with(item("l", EvidenceKind::Letter, "t2-2", "2024-06-10", 1), |item| item.addressees = Some(7));
    let usable = [
        letter,
        read_as("r1", "t2-a1", Question::PlannedEvents, "3", "2024-05-20"),
        read_as("r2", "t2-2", Question::Letters, "addressee", "2024-05-20"),
        read_as("r3", "t2-a1", Question::Due, "2024-06-10..2024-08-31", "2024-05-20"),
    ];
    let slips = [
        read_as("s1", "t2-a1", Question::PlannedEvents, "үш", "2024-05-21"),
        read_as("s2", "t2-2", Question::Letters, "perAddressee", "2024-05-21"),
        read_as("s3", "t2-a1", Question::Due, "31.08.2024", "2024-05-21"),
    ];
    let before = assessed(&plan, &usable, "2024-07-01");
    assert_eq!(before.readings.len(), 3);
    assert_eq!(target_of(&before, "t2-2").progress, Progress::Met);
    assert_eq!(target_of(&before, "t2-1").expected.total, Some(15.into()));
    let after = assessed(&plan, &[usable.as_slice(), &slips].concat(), "2024-07-01");
    assert!(before == after, "what was usable stays in force");
    assert_eq!(assessed(&plan, &slips, "2024-07-01").readings, []);
}

#[test]
fn a_single_day_agreed_on_is_the_last_one() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Support, &[at_least(1)])]);
    let window = |about: &str, answer: &str| {
        let facts = [read_as("r", about, Question::Due, answer, "2024-05-20")];
        let standing = assessed(&plan, &facts, "2024-07-01");
        let target = target_of(&standing, "t2-1");
        (target.window.unwrap(), target.progress)
    };
    let begun = Progress::NotStarted;
    for about in ["t2-1", "t2-a1", "t2"] {
        assert_eq!(
            window(about, "2024-08-31"),
            (days("2024-06-01", "2024-08-31"), begun),
            "the deadline's own start"
        );
    }
    let early = (days("2024-05-01", "2024-05-25"), Progress::Overdue);
    assert_eq!(window("t2-a1", "2024-05-25"), early, "the project's start, where the deadline begins later");
    assert_eq!(window("t2-a1", "2024-04-10").0, days("2024-04-10", "2024-04-10"), "before the project");
}
