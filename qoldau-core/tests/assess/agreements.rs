//! What supplementary agreements leave as it was: each period and event is judged by all that the edition of its day asked, and what
//! was counted stays whose it was.

use qoldau_core::assess::{
    Assessment, Figure, Progress, ReasonCode, TargetStanding, Timing, assess, assess_editions,
};
use qoldau_core::facts::{
    Entry, EvidenceKind, Fact, HeadcountBasis, HeadcountRecord, ReadingMode, ReadingValue, observe,
};
use qoldau_core::people::observe::observe_people_editions;
use qoldau_core::plan::{
    Bound, Due, Edition, Frequency, Indicator, IndicatorKind as Kind, Part, Plan, PlanNode, PlanReading,
    Policy, Question, ReadingSource, Target, TargetRule, UnitCode, UnitWord, Withdrawn,
};
use qoldau_core::value::Amount;

use crate::world::*;

/// The edition of a number, each of which begins on the first day of a month: of May the first, of August the second.
fn edition(number: u32, lines: Vec<Indicator>) -> Plan {
    let begins = ["2024-05-01", "2024-08-01", "2024-09-01"];
    let until = begins.iter().zip(0_u32..).filter(|(_, at)| *at <= number);
    let edition = |(day_of, number): (&&str, u32)| Edition {
        number,
        agreement: None,
        effective_from: Some(day(day_of)),
    };
    Plan { editions: until.map(edition).collect(), ..plan(lines) }
}

fn assessed_by(plans: &[Plan], entries: &[Entry], on: &str) -> Assessment {
    let (last, others) = plans.split_last().unwrap();
    let mut seen = observe(entries.to_vec());
    let people = observe_people_editions(last, others, &seen, day(on));
    seen.all.extend(people.observations.all);
    assess_editions(last, others, &seen, day(on), &Policy::default(), None)
}

/// What a target comes to, in periods of a month.
fn in_months(plan: &Plan, entries: &[Entry], months: std::ops::RangeInclusive<u32>) -> Vec<Option<Amount>> {
    let seen = observe(entries.to_vec());
    let claimed = |month: u32| {
        let first = day(&format!("2024-{month:02}-01"));
        let period = qoldau_core::value::DateRange { start: first, end: first.month_end() };
        let assessment = assess(plan, &seen, day("2024-09-30"), &Policy::default(), Some(period));
        target_of(&assessment, "t2-1").in_period.unwrap().claimed.and_then(amount)
    };
    months.map(claimed).collect()
}

const fn amount(figure: Figure) -> Option<Amount> {
    match figure {
        Figure::Amount { amount } => Some(amount),
        Figure::Share { .. } => None,
    }
}

fn claimed(target: &TargetStanding) -> Option<Amount> {
    target.claimed.and_then(amount)
}

fn of_them(amount: u32) -> Amount {
    amount.into()
}

fn post(name: &str, outlet: &str, on: &str) -> Entry {
    with(item(name, EvidenceKind::Post, "t2-1", on, 1), |item| item.outlet = Some(outlet.into()))
}

fn posts(all: &[(&str, &str)]) -> Vec<Entry> {
    all.iter().enumerate().map(|(at, (on, outlet))| post(&format!("p{at}"), outlet, on)).collect()
}

/// A line of posts on Facebook and Instagram.
fn line_of_posts(target: Target) -> Indicator {
    let mut line = line("t2-1", Kind::Post, &[target]);
    line.requires.channels = vec!["Facebook".into(), "Instagram".into()];
    line
}

fn agreed(line: &str, question: Question, answer: &str) -> PlanReading {
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

/// Two editions of one line, on each network.
fn on_each_network(target: &Target, more: &[PlanReading]) -> [Plan; 2] {
    [0, 1].map(|number| {
        let mut plan = edition(number, vec![line_of_posts(target.clone())]);
        plan.readings =
            [agreed("t2-1", Question::Networks, "perNetwork")].into_iter().chain(more.to_vec()).collect();
        plan
    })
}

fn unit(code: UnitCode, target: Target) -> Target {
    Target { unit: Some(UnitWord { code, text: code.key().into() }), ..target }
}

/// What an agreement that changes nothing changes: nothing.
fn unchanged(plans: &[Plan; 2], entries: &[Entry], on: &str) -> TargetStanding {
    let alone = target_of(&assessed_by(&plans[..1], entries, on), "t2-1").clone();
    let beside = target_of(&assessed_by(plans, entries, on), "t2-1").clone();
    assert_eq!(alone, beside);
    beside
}

#[test]
fn an_agreement_forgives_no_network_what_it_lacked_before() {
    let plans = on_each_network(&every_month(at_least(1)), &[]);
    let there =
        ["2024-06-10", "2024-06-11", "2024-07-10", "2024-08-10", "2024-09-10"].map(|on| (on, "Facebook"));
    let here = ["2024-07-11", "2024-08-11", "2024-09-11"].map(|on| (on, "Instagram"));
    let judged = unchanged(&plans, &posts(&[&there[..], &here].concat()), "2024-10-05");
    assert_eq!((judged.progress, judged.missing), (Progress::Overdue, Some(of_them(1))));
    assert!(judged.reasons.iter().any(|reason| reason.code == ReasonCode::PartShort));
}

#[test]
fn a_range_on_each_network_stays_one_in_the_months_before() {
    let range = TargetRule::Number { bound: Bound::Between, amount: 1.into(), up_to: Some(2.into()) };
    let target = every_month(Target { rule: range, ..plain(1) });
    let plans = on_each_network(&target, &[agreed("t2-1.1", Question::Bound, "atMost")]);
    let june = [
        ("2024-06-10", "Facebook"),
        ("2024-06-11", "Facebook"),
        ("2024-06-12", "Instagram"),
        ("2024-06-13", "Instagram"),
    ];
    let later = [
        ("2024-07-10", "Facebook"),
        ("2024-07-11", "Instagram"),
        ("2024-08-10", "Facebook"),
        ("2024-08-11", "Instagram"),
    ];
    let judged = unchanged(&plans, &posts(&[june, later].concat()), "2024-09-05");
    assert_eq!(judged.progress, Progress::OnTrack);
}

#[test]
fn what_came_late_in_a_month_before_stays_late() {
    let plans = [0, 1].map(|number| {
        let mut plan = edition(number, vec![line("t2-1", Kind::Report, &[every_month(plain(1))])]);
        let every = Frequency::Month;
        plan.tasks[0].activities[0].due =
            Some(Due::Recurring { every, month: None, day: Some(25), text: "25".into() });
        plan
    });
    let days = ["2024-06-28", "2024-07-10", "2024-08-10"];
    let all: Vec<Entry> =
        days.iter().map(|on| item(&on.replace('-', ""), EvidenceKind::Report, "t2-1", on, 1)).collect();
    assert_eq!(unchanged(&plans, &all, "2024-09-20").timing, Timing::Late);
}

#[test]
fn one_thing_of_each_month_is_shown_in_the_windows_of_all_editions() {
    let lines = || vec![line("t2-1", Kind::Other, &[every_month(plain(1))])];
    let mut later = edition(1, lines());
    let due = later.tasks[0].activities[0].due.as_mut().unwrap();
    if let Due::Range { start, end, .. } = due {
        (*start, *end) = (Some(day("2024-08-01")), Some(day("2024-10-31")));
    }
    let days = ["2024-06-10", "2024-07-10", "2024-08-10"];
    let all: Vec<Entry> =
        days.iter().map(|on| item(&on.replace('-', ""), EvidenceKind::Photo, "t2-1", on, 1)).collect();
    let judged = assessed_by(&[edition(0, lines()), later], &all, "2024-09-01");
    let judged = target_of(&judged, "t2-1");
    let months: Vec<_> = judged.per_period.iter().map(|share| share.actual.to_string()).collect();
    assert_eq!(months, ["1", "1", "1", "0", "0"]);
    assert_eq!((claimed(judged), judged.progress), (Some(of_them(3)), Progress::OnTrack));
}

#[test]
fn months_are_judged_by_the_sort_of_number_that_was_asked_of_them() {
    let of =
        |number, target: Target| edition(number, vec![line("t2-1", Kind::Support, &[every_month(target)])]);
    let all = [counted("a", "t2-1", "2024-06-15", 3), shared("b", "t2-1", "2024-08-10", 9, 10)];
    let judged = assessed_by(&[of(0, plain(10)), of(1, percent(80))], &all, "2024-09-01");
    let judged = target_of(&judged, "t2-1");
    assert_eq!((judged.progress, judged.missing), (Progress::Behind, Some(of_them(17))));
    let all = [
        shared("a", "t2-1", "2024-06-15", 1, 10),
        shared("b", "t2-1", "2024-07-15", 1, 10),
        counted("c", "t2-1", "2024-08-10", 12),
        counted("d", "t2-1", "2024-09-10", 12),
    ];
    let judged = assessed_by(&[of(0, percent(80)), of(1, plain(10))], &all, "2024-10-05");
    let judged = target_of(&judged, "t2-1");
    assert_eq!(
        (judged.progress, judged.missing, claimed(judged)),
        (Progress::Overdue, Some(of_them(14)), Some(of_them(24)))
    );
}

#[test]
fn what_a_month_may_have_at_most_is_not_owed_by_the_day() {
    let limit = || every_month(number(Bound::AtMost, 5));
    let floor = || every_month(at_least(2));
    let of = |number, target| edition(number, vec![line("t2-1", Kind::Support, &[target])]);
    let days = [("a", "2024-06-10", 1), ("b", "2024-07-10", 1), ("c", "2024-08-10", 3)];
    let all = days.map(|(name, on, count)| counted(name, "t2-1", on, count));
    let by_date =
        |plans: &[Plan]| target_of(&assessed_by(plans, &all, "2024-09-05"), "t2-1").expected.by_date;
    assert_eq!(by_date(&[of(0, limit()), of(1, floor())]), Some(of_them(2)));
    assert_eq!(by_date(&[of(0, floor()), of(1, limit())]), Some(of_them(4)));
    assert_eq!(by_date(&[of(0, limit())]), None);
}

#[test]
fn a_limit_of_each_event_is_of_all_planned_events_however_many_were_held() {
    let limit = each_event(number(Bound::AtMost, 5));
    let plan = plan(vec![line("t2-1", Kind::Photo, &[limit]), line("t2-2", Kind::Event, &[at_least(3)])]);
    let events = [held("ev1", "2024-06-10"), held("ev2", "2024-06-20"), held("ev3", "2024-07-10")];
    for count in 0..=events.len() {
        let facts: Vec<Entry> = events.iter().take(count).cloned().collect();
        let judged = target_of(&assessed(&plan, &facts, "2024-07-31"), "t2-1").clone();
        assert_eq!(judged.expected.total, Some(of_them(15)), "{count}");
    }
}

fn headcount(event: &str, on: &str, total: u32) -> Entry {
    let body =
        HeadcountRecord { event: id(event), total, basis: HeadcountBasis::ScannedList, groups: Vec::new() };
    entry(&format!("heads-{event}"), on, Fact::Headcount { body })
}

fn withdrawn_line(line: &Indicator, edition: u32) -> Withdrawn {
    Withdrawn {
        node: PlanNode::Line,
        id: line.id.clone(),
        edition,
        within: Some(id("t2-a1")),
        number: Some(line.number.clone()),
        name: Some(line.name.clone()),
        line: Some(line.clone()),
        impact: None,
    }
}

/// What was claimed for what an agreement took out.
fn claimed_before(assessment: &Assessment) -> Vec<Option<Amount>> {
    let targets = assessment.withdrawn.iter().flat_map(|gone| &gone.targets);
    targets.map(|target| target.claimed.and_then(amount)).collect()
}

#[test]
fn people_of_an_event_stay_with_the_line_that_took_them_on_its_day() {
    let people = |name: &str, targets: &[Target]| line(name, Kind::Participants, targets);
    let (own, other) = (people("t2-1", &[plain(60)]), line("t2-2", Kind::Event, &[plain(3)]));
    let facts = [held("ev1", "2024-06-15"), headcount("ev1", "2024-06-15", 64)];
    let first = edition(0, vec![own.clone(), other.clone()]);
    let mut without = edition(1, vec![other.clone()]);
    without.withdrawn = vec![withdrawn_line(&own, 1)];
    assert_eq!(
        claimed_before(&assessed_by(&[first.clone(), without], &facts, "2024-08-01")),
        [Some(of_them(64))]
    );
    // With another line of participants, or another number of people.
    let more = vec![own.clone(), other.clone(), people("t2-3", &[plain(20)])];
    let two = vec![people("t2-1", &[plain(60), unit(UnitCode::Person, plain(20))]), other.clone()];
    for lines in [more, two] {
        let judged = assessed_by(&[first.clone(), edition(1, lines)], &facts, "2024-08-01");
        assert_eq!(claimed(target_of(&judged, "t2-1")), Some(of_them(64)));
    }
    // What was nobody's stays nobody's.
    let third = people("t2-3", &[plain(20)]);
    let mut one_left = edition(1, vec![own.clone(), other.clone()]);
    one_left.withdrawn = vec![withdrawn_line(&third, 1)];
    let plans = [edition(0, vec![own, other, third]), one_left];
    let judged = assessed_by(&plans, &facts, "2024-08-01");
    assert_eq!((claimed(target_of(&judged, "t2-1")), claimed_before(&judged)), (None, vec![None]));
    let seen = observe(facts.to_vec());
    let found = observe_people_editions(&plans[1], &plans[..1], &seen, day("2024-08-01")).findings;
    assert!(found.iter().any(|finding| finding.code == "PPL013"), "{found:?}");
}

#[test]
fn what_was_read_while_a_line_had_one_target_stays_with_it_when_the_line_goes() {
    let one = line("t2-1", Kind::Support, &[plain(10)]);
    let two = line("t2-1", Kind::Support, &[plain(10), unit(UnitCode::Organisation, plain(5))]);
    let other = line("t2-2", Kind::Support, &[plain(1)]);
    let mut last = edition(2, vec![other.clone()]);
    last.withdrawn = vec![withdrawn_line(&two, 2)];
    let plans = [edition(0, vec![one, other.clone()]), edition(1, vec![two, other]), last];
    let facts = [counted("a", "t2-1", "2024-06-10", 7)];
    assert_eq!(claimed_before(&assessed_by(&plans, &facts, "2024-09-01")), [Some(of_them(7)), None]);
}

#[test]
fn what_was_agreed_over_a_number_ends_with_that_number_alone() {
    let organisations = |count| unit(UnitCode::Organisation, plain(count));
    let of = |number, targets: &[Target]| edition(number, vec![line("t2-1", Kind::Support, targets)]);
    let both = |count| [plain(10), organisations(count)];
    let needed = |plans: &[Plan], about: &str| {
        let facts = [read_as("a", about, Question::Amount, "4", "2024-06-20")];
        target_of(&assessed_by(plans, &facts, "2024-08-01"), "t2-1").expected.total
    };
    assert_eq!(needed(&[of(0, &both(5)), of(1, &both(6))], "t2-1.1"), Some(of_them(4)));
    assert_eq!(needed(&[of(0, &[plain(10)]), of(1, &both(5))], "t2-1.1"), Some(of_them(4)));
    // An answer about a line with one number is about that, and a line that has one left gets none.
    assert_eq!(needed(&[of(0, &[plain(10)]), of(1, &both(5))], "t2-1"), Some(of_them(4)));
    assert_eq!(needed(&[of(0, &both(5)), of(1, &[plain(10)])], "t2-1"), Some(of_them(10)));
    assert_eq!(
        needed(&[of(0, &both(5)), of(1, &[plain(12), organisations(5)])], "t2-1.1"),
        Some(of_them(12))
    );
}

#[test]
fn planned_events_outlive_another_number_of_people() {
    let of = |number, people| {
        let targets = [unit(UnitCode::Event, plain(1)), unit(UnitCode::Person, plain(people))];
        edition(number, vec![line("t2-1", Kind::Event, &targets)])
    };
    let facts = [read_as("a", "t2-a1", Question::PlannedEvents, "4", "2024-06-20")];
    let planned = |people| {
        assessed_by(&[of(0, 200), of(1, people)], &facts, "2024-08-01").tasks[0].activities[0].events_planned
    };
    assert_eq!((planned(250), planned(200)), (Some(4), Some(4)));
}

#[test]
fn parts_are_held_of_every_month() {
    let part = |name: &str| Part { id: id(name), amount: 1.into(), label: name.into() };
    let target = Target { parts: vec![part("Facebook"), part("Instagram")], ..every_month(at_least(2)) };
    let plan = plan(vec![line("t2-1", Kind::Post, &[target])]);
    let days =
        ["2024-06-10", "2024-06-11", "2024-07-10", "2024-07-11", "2024-08-10", "2024-08-11", "2024-09-10"];
    let mut all: Vec<(&str, &str)> = days.iter().map(|on| (*on, "Facebook")).collect();
    all.push(("2024-09-11", "Instagram"));
    let judged = target_of(&assessed(&plan, &posts(&all), "2024-10-05"), "t2-1").clone();
    assert_eq!((judged.progress, judged.missing), (Progress::Overdue, Some(of_them(3))));
    assert_eq!(judged.reasons.iter().filter(|reason| reason.code == ReasonCode::PartShort).count(), 3);
}

#[test]
fn each_network_is_owed_of_each_event() {
    let [plan, _] = on_each_network(&each_event(at_least(1)), &[]);
    let event = held("ev1", "2024-06-10");
    let first = of_event(post("a", "Facebook", "2024-06-11"), "ev1");
    let judged = |all: &[Entry]| target_of(&assessed(&plan, all, "2024-10-05"), "t2-1").clone();
    let short = judged(&[event.clone(), first.clone()]);
    assert_eq!((short.progress, short.missing), (Progress::Overdue, Some(of_them(1))));
    assert_eq!(short.per_event[0].needed, 2.into());
    // Two on one network are none on the other.
    let double = of_event(post("b", "Facebook", "2024-06-12"), "ev1");
    assert_eq!(judged(&[event.clone(), first.clone(), double]).missing, Some(of_them(1)));
    let other = of_event(post("c", "Instagram", "2024-06-12"), "ev1");
    assert_eq!(judged(&[event, first, other]).progress, Progress::Met);
}

#[test]
fn periods_of_artefacts_come_to_the_line_after_a_lower_count() {
    let total = |on, amount: u32| {
        reading("z", "t2-1", on, ReadingMode::Total, ReadingValue::Amount { amount: amount.into() })
    };
    let lower = [counted("a", "t2-1", "2024-07-11", 20), total("2024-09-06", 1)];
    for kind in [Kind::Letter, Kind::Photo, Kind::Support] {
        let plan = plan(vec![line("t2-1", kind, &[plain(5)])]);
        let months = in_months(&plan, &lower, 7..=9);
        assert_eq!((months[0], months[2]), (Some(of_them(1)), Some(of_them(0))), "{kind:?}");
    }
    // Items are of the count that somebody typed later.
    let plan = plan(vec![line("t2-1", Kind::Letter, &[plain(5)])]);
    let letters = ["2024-06-10", "2024-06-11"]
        .map(|on| item(&on.replace('-', ""), EvidenceKind::Letter, "t2-1", on, 1));
    let typed = counted("a", "t2-1", "2024-07-11", 1);
    let all: Vec<Entry> = letters.into_iter().chain([typed]).collect();
    assert_eq!(in_months(&plan, &all, 6..=7), [Some(of_them(1)), Some(of_them(0))]);
}

#[test]
fn what_did_not_apply_for_a_time_is_counted_once() {
    let plan = plan(vec![line("t2-1", Kind::Participants, &[plain(10)])]);
    let denied = reading("b", "t2-1", "2024-08-05", ReadingMode::Add, ReadingValue::NotApplicable {});
    let mut all = vec![counted("a", "t2-1", "2024-06-15", 5), denied, counted("c", "t2-1", "2024-09-10", 2)];
    let months = in_months(&plan, &all, 6..=9);
    assert_eq!((months[0], months[3]), (Some(of_them(5)), Some(of_them(2))));
    // Where it does not apply in the end no period has a figure.
    all.pop();
    assert_eq!(in_months(&plan, &all, 6..=9), [None, None, None, None]);
}

#[test]
fn a_number_of_an_event_counts_on_the_day_of_the_event() {
    let plan = plan(vec![line("t2-1", Kind::Participants, &[every_month(plain(3))])]);
    let first = held("ev1", "2024-06-28");
    let second = by("pr", held("ev2", "2024-06-28"));
    let read = counted_at("a", "t2-1", "ev1", "2024-07-02", 5);
    let joined = same("j", "2024-06-29", &["ev1", "ev2"]);
    for all in [
        vec![first.clone(), read.clone()],
        vec![first.clone(), second.clone(), read.clone()],
        vec![first, second, joined, read],
    ] {
        let judged = target_of(&assessed(&plan, &all, "2024-08-10"), "t2-1").clone();
        let months: Vec<_> = judged.per_period.iter().map(|share| share.actual.to_string()).collect();
        assert_eq!(months, ["5", "0", "0", "0"]);
        assert_eq!(in_months(&plan, &all, 6..=6), [Some(of_them(5))]);
        assert!(in_months(&plan, &all, 7..=7)[0].is_none_or(Amount::is_zero));
    }
}
