//! Small plans and journals for the tests of `assess`, written as shortly as a test reads best.

use qoldau_core::assess::{Assessment, EvidenceUse, LineStanding, TargetStanding, assess, evidence_of};
use qoldau_core::facts::{
    Approval, Entry, Event, EventIds, EventStatus, Evidence, EvidenceFile, EvidenceKind, Fact, LinkCheck,
    LinkStatus, Reading, ReadingMode, ReadingValue, ReviewState, ReviewStep, VoidReason, observe,
};
use qoldau_core::language::Language;
use qoldau_core::plan::{
    Accumulation, Activity, Approver, Bound, Due, Each, EachOf, Edition, FORMAT, Frequency, GrantTask,
    Indicator, IndicatorKind, Plan, PlanReading, Policy, Question, ReadingSource, Requires, ScopeFrom,
    Target, TargetRule, TaskKind, Team, accumulation_of,
};
use qoldau_core::value::{DateRange, Id, IsoDate};

pub(crate) fn id(text: &str) -> Id {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> IsoDate {
    text.parse().unwrap()
}

pub(crate) fn days(start: &str, end: &str) -> DateRange {
    DateRange { start: day(start), end: day(end) }
}

pub(crate) fn number(bound: Bound, amount: u32) -> Target {
    Target {
        id: id("x"),
        rule: TargetRule::Number { bound, amount: amount.into(), up_to: None },
        unit: None,
        each: None,
        every: None,
        parts: Vec::new(),
        note: None,
        text: amount.to_string(),
    }
}

pub(crate) fn at_least(amount: u32) -> Target {
    number(Bound::AtLeast, amount)
}

pub(crate) fn plain(amount: u32) -> Target {
    number(Bound::Plain, amount)
}

pub(crate) fn percent(amount: u32) -> Target {
    let rule = TargetRule::Percent { bound: Bound::AtLeast, amount: amount.into(), up_to: None };
    Target { rule, ..plain(amount) }
}

pub(crate) fn each_event(target: Target) -> Target {
    Target { each: Some(Each { of: EachOf::Event, count: None, from: ScopeFrom::Value }), ..target }
}

pub(crate) fn every_month(target: Target) -> Target {
    Target { every: Some(Frequency::Month), ..target }
}

/// A line; its targets get their ids from it.
pub(crate) fn line(name: &str, kind: IndicatorKind, targets: &[Target]) -> Indicator {
    let targets = targets
        .iter()
        .enumerate()
        .map(|(at, target)| Target { id: id(&format!("{name}.{}", at + 1)), ..target.clone() })
        .collect();
    Indicator {
        id: id(name),
        number: name.trim_start_matches('t').replace('-', "."),
        name: name.into(),
        kind,
        accumulation: accumulation_of(kind),
        baseline: None,
        requires: Requires::default(),
        targets,
        source: None,
    }
}

pub(crate) fn ratio(mut line: Indicator) -> Indicator {
    line.accumulation = Accumulation::Ratio;
    line
}

/// One task `t2` with one activity `t2-a1` from 1 June to 30 September in a project from 1 May to 31 October 2024.
pub(crate) fn plan(indicators: Vec<Indicator>) -> Plan {
    let due = Due::Range {
        start: Some(day("2024-06-01")),
        end: Some(day("2024-09-30")),
        end_time: None,
        inherited: false,
        text: "Маусым - Қыркүйек".into(),
    };
    let activity = Activity {
        id: id("t2-a1"),
        number: "2.1".into(),
        title: "Іс-шара".into(),
        description: None,
        venue: None,
        channels: Vec::new(),
        due: Some(due),
        source: None,
        unpaired: None,
        indicators,
    };
    let task = GrantTask {
        id: id("t2"),
        number: "2".into(),
        kind: TaskKind::Task,
        title: "Міндет".into(),
        source: None,
        activities: vec![activity],
    };
    Plan {
        format: FORMAT.into(),
        id: id("plan"),
        language: Language::Kazakh,
        editions: vec![Edition { number: 0, agreement: None, effective_from: None }],
        contract: None,
        grantee: None,
        priority: None,
        title: None,
        goals: Vec::new(),
        territory: None,
        target_group: None,
        period: Some(days("2024-05-01", "2024-10-31")),
        active_phase: None,
        expected_results: Vec::new(),
        partners: Vec::new(),
        team: Team::default(),
        tasks: vec![task],
        impact: Vec::new(),
        readings: Vec::new(),
        reporting_periods: Vec::new(),
        unread: Vec::new(),
        withdrawn: Vec::new(),
    }
}

pub(crate) fn entry(name: &str, on: &str, fact: Fact) -> Entry {
    Entry {
        id: id(name),
        on: day(on),
        author: "coordinator".into(),
        fact,
        replaces: Vec::new(),
        device: None,
        seq: None,
        clock: None,
        prev: None,
        seal: None,
        salt: None,
    }
}

pub(crate) fn by(author: &str, entry: Entry) -> Entry {
    Entry { author: author.into(), ..entry }
}

pub(crate) fn replacing(entry: Entry, replaced: &str) -> Entry {
    Entry { replaces: vec![id(replaced)], ..entry }
}

pub(crate) fn void(name: &str, on: &str, voided: &str) -> Entry {
    replacing(entry(name, on, Fact::Void { body: VoidReason { reason: "қате".into() } }), voided)
}

pub(crate) fn event(name: &str, status: EventStatus, on: &str) -> Entry {
    let body = Event {
        event: id(name),
        status,
        activities: vec![id("t2-a1")],
        start: day(on),
        end: None,
        name: None,
        place: None,
        part: None,
        headcount: None,
    };
    entry(&format!("entry-{name}-{status:?}"), on, Fact::Event { body })
}

pub(crate) fn held(name: &str, on: &str) -> Entry {
    event(name, EventStatus::Held, on)
}

pub(crate) fn with_event(mut entry: Entry, change: impl FnOnce(&mut Event)) -> Entry {
    if let Fact::Event { body } = &mut entry.fact {
        change(body);
    }
    entry
}

/// An item with as many files as asked for.
pub(crate) fn item(name: &str, kind: EvidenceKind, line: &str, on: &str, files: usize) -> Entry {
    let files = (0..files).map(|at| EvidenceFile::named(&format!("{name}-{at}.jpg"))).collect();
    let body = Evidence {
        item: id(name),
        kind,
        lines: vec![id(line)],
        targets: Vec::new(),
        events: Vec::new(),
        date: None,
        title: None,
        files,
        number: None,
        addressees: None,
        rows: None,
        signed: None,
        outlet: None,
        link: None,
        screenshot: None,
        copies: None,
    };
    entry(&format!("entry-{name}"), on, Fact::Evidence { body: Box::new(body) })
}

pub(crate) fn with(mut entry: Entry, change: impl FnOnce(&mut Evidence)) -> Entry {
    if let Fact::Evidence { body } = &mut entry.fact {
        change(body);
    }
    entry
}

pub(crate) fn of_event(entry: Entry, event: &str) -> Entry {
    with(entry, |item| item.events.push(id(event)))
}

pub(crate) fn reading(name: &str, line: &str, on: &str, mode: ReadingMode, value: ReadingValue) -> Entry {
    let body = Reading { line: id(line), target: None, event: None, mode, value };
    entry(name, on, Fact::Reading { body })
}

pub(crate) fn counted(name: &str, line: &str, on: &str, amount: u32) -> Entry {
    reading(name, line, on, ReadingMode::Add, ReadingValue::Amount { amount: amount.into() })
}

pub(crate) fn counted_at(name: &str, line: &str, event: &str, on: &str, amount: u32) -> Entry {
    let mut entry = counted(name, line, on, amount);
    if let Fact::Reading { body } = &mut entry.fact {
        body.event = Some(id(event));
    }
    entry
}

pub(crate) fn shared(name: &str, line: &str, on: &str, numerator: u32, denominator: u32) -> Entry {
    let value = ReadingValue::Share { numerator: numerator.into(), denominator: denominator.into() };
    reading(name, line, on, ReadingMode::Add, value)
}

pub(crate) fn approved(name: &str, line: &str, by: Approver, on: &str) -> Entry {
    let body =
        Approval { lines: vec![id(line)], by, number: Some("04-12/318".into()), date: None, evidence: None };
    entry(name, on, Fact::Approval { body })
}

pub(crate) fn link_seen(name: &str, item: &str, state: LinkStatus, on: &str) -> Entry {
    entry(name, on, Fact::LinkState { body: LinkCheck { evidence: id(item), state } })
}

pub(crate) fn same(name: &str, on: &str, events: &[&str]) -> Entry {
    entry(name, on, Fact::SameEvent { body: EventIds { events: events.iter().map(|e| id(e)).collect() } })
}

pub(crate) fn split(name: &str, on: &str, events: &[&str]) -> Entry {
    entry(name, on, Fact::SplitEvent { body: EventIds { events: events.iter().map(|e| id(e)).collect() } })
}

pub(crate) fn reviewed(name: &str, line: &str, state: ReviewState, on: &str) -> Entry {
    let body = ReviewStep { line: id(line), target: None, state, accepted: None, remark: None };
    entry(name, on, Fact::Review { body })
}

pub(crate) fn read_as(name: &str, about: &str, question: Question, answer: &str, on: &str) -> Entry {
    let body = PlanReading {
        line: id(about),
        question,
        answer: answer.into(),
        source: ReadingSource::Agreed,
        agreed_with: None,
        date: None,
        document: None,
    };
    entry(name, on, Fact::PlanReading { body })
}

pub(crate) fn assessed(plan: &Plan, entries: &[Entry], on: &str) -> Assessment {
    assess(plan, &observe(entries.to_vec()), day(on), &Policy::default(), None)
}

pub(crate) fn line_of<'a>(assessment: &'a Assessment, name: &str) -> &'a LineStanding {
    assessment
        .tasks
        .iter()
        .flat_map(|task| &task.activities)
        .flat_map(|activity| &activity.lines)
        .find(|line| line.id == id(name))
        .unwrap()
}

pub(crate) fn target_of<'a>(assessment: &'a Assessment, name: &str) -> &'a TargetStanding {
    line_of(assessment, name).targets.first().unwrap()
}

pub(crate) fn evidence(plan: &Plan, entries: &[Entry], on: &str, line: &str) -> Vec<EvidenceUse> {
    let all = evidence_of(plan, &observe(entries.to_vec()), day(on), &Policy::default());
    all.into_iter().find(|attached| attached.line == id(line)).unwrap().items
}
