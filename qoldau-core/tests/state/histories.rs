//! Histories of entries of any kind, about a plan with a line of every way of counting, and what they come to when
//! everything is reckoned anew.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use qoldau_core::assess::{Assessment, assess_editions};
use qoldau_core::facts::{
    Acknowledgement, AmendedFact, Attachment, AttendanceBy, AttendanceRecord, Entry, Erasure, EventStatus,
    EvidenceFile, EvidenceKind, Fact, FactsLimits, HeadcountBasis, HeadcountGroup, HeadcountRecord,
    LinkStatus, PeopleCount, PersonDecision, PersonVerdict, RawBody, ReachDimension, ReachEstimate,
    ReachMethod, ReadingMode, ReadingValue, ReviewState, observe_counted, read_facts, write_entry,
};
use qoldau_core::journal::{read_journal, write_journal};
use qoldau_core::people::observe::observe_people_editions;
use qoldau_core::plan::{
    Activity, Approver, Edition, GrantTask, ImpactKind, ImpactLine, Indicator, IndicatorKind, ListField,
    Plan, PlanNode, Policy, Question, Target, TaskKind, Trait, Withdrawn,
};
use qoldau_core::value::{Amount, DateRange, Id, IsoDate};
use qoldau_core::whole::{HoldOptions, hold};

use crate::world::*;

/// A plan of which every line counts in another way, and the edition before it.
pub(crate) fn plans() -> (Plan, Vec<Plan>) {
    let mut post = line("t2-6", IndicatorKind::Post, &[every_month(at_least(1))]);
    post.requires.evidence = vec![Trait::Link];
    let mut list = line("t2-4", IndicatorKind::List, &[each_event(at_least(1))]);
    list.requires.list_fields = vec![ListField::Signature];
    let mut document = line("t2-8", IndicatorKind::Document, &[plain(2)]);
    document.requires.approvals = vec![Approver::Leader];
    document.requires.documents = vec![IndicatorKind::Act];
    let lines = vec![
        line("t2-1", IndicatorKind::Event, &[plain(3)]),
        line("t2-2", IndicatorKind::Photo, &[each_event(at_least(2))]),
        line("t2-3", IndicatorKind::Participants, &[plain(60)]),
        list,
        ratio(line("t2-5", IndicatorKind::Satisfaction, &[percent(80)])),
        post,
        line("t2-7", IndicatorKind::Page, &[plain(500)]),
        document,
        line("t2-9", IndicatorKind::Support, &[plain(40), every_month(plain(3))]),
    ];
    let mut now = plan(lines);
    let other = Activity {
        id: id("t2-a2"),
        indicators: vec![line("t2-10", IndicatorKind::FocusGroup, &[plain(2)])],
        ..now.tasks[0].activities[0].clone()
    };
    now.tasks[0].activities.push(other);
    let posts = Activity {
        id: id("t9-a1"),
        indicators: vec![line("t9-1", IndicatorKind::Post, &[plain(5)])],
        ..now.tasks[0].activities[0].clone()
    };
    let kind = TaskKind::Information;
    now.tasks.push(GrantTask { id: id("t9"), kind, activities: vec![posts], ..now.tasks[0].clone() });
    now.impact = vec![
        impact("i1", ImpactKind::DirectBeneficiaries, Some(vec![id("t2-3"), id("t2-9")])),
        impact("i2", ImpactKind::IndirectBeneficiaries, None),
        impact("i3", ImpactKind::Partners, None),
    ];
    let mut before = now.clone();
    change_number(&mut before.tasks[0].activities[0].indicators[5], 2);
    change_number(&mut before.tasks[0].activities[0].indicators[2], 50);
    let gone = line("t2-11", IndicatorKind::Event, &[plain(2)]);
    before.tasks[0].activities[1].indicators.push(gone.clone());
    // Lists of each event, people who are on them, and posts that the information work may count.
    let lists = line("t2-12", IndicatorKind::List, &[each_event(at_least(1))]);
    let people = line("t2-13", IndicatorKind::Participants, &[plain(30)]);
    let posts = line("t2-14", IndicatorKind::Post, &[plain(2)]);
    let went = [lists, people, posts];
    before.tasks[0].activities[0].indicators.extend(went.clone());
    let withdrawn = |node: PlanNode, id: &Id, within: Option<&str>| Withdrawn {
        node,
        id: id.clone(),
        edition: 1,
        within: within.map(self::id),
        number: None,
        name: None,
        line: None,
        impact: None,
    };
    // The support of t2-9 had a third target, and the block a figure of its own and one that sums.
    let mut third = before.tasks[0].activities[0].indicators[8].clone();
    third.targets.push(Target { id: id("t2-9.3"), ..plain(7) });
    before.tasks[0].activities[0].indicators[8] = third.clone();
    let figures = [
        impact("i4", ImpactKind::IndirectBeneficiaries, None),
        impact("i5", ImpactKind::DirectBeneficiaries, Some(vec![id("t2-10")])),
    ];
    before.impact.extend(figures.clone());
    now.withdrawn = vec![
        Withdrawn { line: Some(gone.clone()), ..withdrawn(PlanNode::Line, &gone.id, Some("t2-a2")) },
        Withdrawn { line: Some(third), ..withdrawn(PlanNode::Target, &id("t2-9.3"), Some("t2-9")) },
    ];
    let of_line = |line: Indicator| Withdrawn {
        line: Some(line.clone()),
        ..withdrawn(PlanNode::Line, &line.id, Some("t2-a1"))
    };
    now.withdrawn.extend(went.map(of_line));
    let of_figure = |line: ImpactLine| Withdrawn {
        impact: Some(line.clone()),
        ..withdrawn(PlanNode::Impact, &line.id, None)
    };
    now.withdrawn.extend(figures.map(of_figure));
    now.editions.push(Edition { number: 1, agreement: None, effective_from: Some(day("2024-08-01")) });
    (now, vec![before])
}

fn change_number(line: &mut Indicator, amount: u32) {
    let target = line.targets[0].clone();
    line.targets[0].rule = at_least(amount).rule;
    assert_ne!(target, line.targets[0]);
}

fn impact(name: &str, kind: ImpactKind, sources: Option<Vec<Id>>) -> ImpactLine {
    ImpactLine {
        id: id(name),
        number: name.into(),
        kind,
        name: name.into(),
        unit: None,
        targets: vec![plain(30)],
        sources,
        source: None,
    }
}

const LINES: [&str; 20] = [
    "t2-1", "t2-2", "t2-3", "t2-4", "t2-5", "t2-6", "t2-7", "t2-8", "t2-9", "t2-10", "t2-11", "t2-12",
    "t2-13", "t2-14", "t9-1", "i1", "i2", "i4", "i5", "unknown",
];

/// What decides on an entry: its kind, its day, whom it replaces, and whatever else is to be chosen.
type Draw = (u8, u8, u8, [u8; 8]);

/// The entries of a history in the order in which they are delivered: some twice, some with two contents.
pub(crate) fn history(most: usize) -> impl Strategy<Value = Vec<Entry>> {
    let draw = (0..30_u8, 0..120_u8, any::<u8>(), any::<[u8; 8]>());
    let drawn = vec(draw, 1..most).prop_map(|draws: Vec<Draw>| -> Vec<Entry> {
        draws.iter().enumerate().map(|(number, draw)| drawn_entry(number, draw)).collect()
    });
    drawn.prop_shuffle()
}

fn of<'a>(names: &[&'a str], choice: u8) -> &'a str {
    names[usize::from(choice) % names.len()]
}

fn drawn_entry(number: usize, (kind, after, replaces, choice): &Draw) -> Entry {
    // Half of the entries are of one day, so that clocks and ids have to tell them apart.
    let after = if after.is_multiple_of(2) { 40 } else { *after };
    let on = day("2024-05-25").add_days(i32::from(after)).unwrap().to_string();
    let (name, mut fact) = (format!("n{number}"), fact(*kind, &on, *choice));
    let replaces: Vec<Id> = match replaces % 8 {
        0 => vec![id(&format!("n{}", replaces / 8))],
        1 => vec![id(&format!("n{}", replaces / 16)), id(&format!("n{}", replaces / 32))],
        _ => Vec::new(),
    };
    // An entry that replaces itself is refused; let some be.
    let amended = match &fact {
        Fact::Event { .. } | Fact::Reading { .. } | Fact::Evidence { .. } if !replaces.is_empty() => {
            choice[7].is_multiple_of(2)
        }
        _ => false,
    };
    if amended {
        fact = Fact::Amend {
            body: Box::new(AmendedFact { fact, reason: Some("тізім бойынша".into()) })
        };
    }
    // Of two entries of one id with two contents neither counts; the same entry twice counts once.
    let name = if choice[6].is_multiple_of(16) { format!("n{}", number / 2) } else { name };
    // Clocks are wrong by days, and some entries have none.
    let clock = (choice[5] % 5 != 0).then(|| {
        let skewed = day(&on).add_days(i32::from(choice[5] % 21) - 10).unwrap();
        format!("{skewed}T{:02}:00:00.000Z-0000", choice[6] % 24).into()
    });
    Entry { clock, replaces, ..by(of(&["aida", "berik", "saule"], choice[4]), entry(&name, &on, fact)) }
}

fn fact(kind: u8, on: &str, choice: [u8; 8]) -> Fact {
    let event = format!("e{}", choice[0] % 6);
    let item_name = format!("x{}", choice[0] % 8);
    let named = of(&LINES, choice[1]);
    let amount = u32::from(choice[2]);
    let entries = vec![id(&format!("n{}", choice[0] % 24))];
    match kind {
        0..=2 => event_fact(&event, on, choice),
        // Many counts of one line, so that there is something to sum and to wipe.
        3..=6 if choice[0].is_multiple_of(2) => reading_fact("t2-3", &event, on, choice),
        3..=6 => reading_fact(named, &event, on, choice),
        7..=10 => evidence_fact(&item_name, named, &event, on, choice),
        11 | 12 => {
            let sha256 = (choice[3].is_multiple_of(2)).then(|| format!("{:064x}", choice[2] % 3).into());
            let files = vec![EvidenceFile { sha256, ..EvidenceFile::named("added.jpg") }];
            let body = Attachment {
                evidence: id(&item_name),
                lines: if choice[2].is_multiple_of(2) { vec![id(named)] } else { Vec::new() },
                events: if choice[3].is_multiple_of(3) { vec![id(&event)] } else { Vec::new() },
                files,
            };
            if kind == 11 { Fact::AttachEvidence { body } } else { Fact::DetachEvidence { body } }
        }
        13 => {
            let state =
                [LinkStatus::Alive, LinkStatus::Gone, LinkStatus::Private][usize::from(choice[2]) % 3];
            link_seen("n", &item_name, state, on).fact
        }
        14 => {
            let mut approval = approved("n", named, Approver::Leader, on).fact;
            // Half of them rest on an item of evidence alone, which may come later, or go.
            if let (Fact::Approval { body }, true) = (&mut approval, choice[2].is_multiple_of(2)) {
                (body.number, body.evidence) = (None, Some(id(&item_name)));
            }
            approval
        }
        15 => plan_reading(on, choice),
        16 => {
            let code = of(&["ASM001", "ASM003", "ASM005"], choice[2]).into();
            let lines = if choice[3].is_multiple_of(2) { vec![id(named)] } else { Vec::new() };
            Fact::Acknowledgement { body: Acknowledgement { code, lines, note: None } }
        }
        17 => {
            let events = [event.as_str(), of(&["e1", "e2", "e7"], choice[2])];
            if choice[3].is_multiple_of(3) {
                split("n", on, &events).fact
            } else {
                same("n", on, &events).fact
            }
        }
        18 => {
            let states = [ReviewState::Accepted, ReviewState::Returned, ReviewState::Submitted];
            let mut step = reviewed("n", named, states[usize::from(choice[2]) % 3], on);
            if let Fact::Review { body } = &mut step.fact {
                body.accepted = (choice[3].is_multiple_of(2)).then(|| amount.into());
            }
            step.fact
        }
        19 => void("n", on, "n1").fact,
        20 => Fact::Erase { body: Erasure { entries, reason: None } },
        21..=28 => people_fact(kind, &event, named, choice),
        _ => Fact::Other { name: "ofANewerVersion".into(), body: RawBody::new(r#"{"says":1}"#) },
    }
}

/// Lists, headcounts, decisions, counts and estimates of people, about few enough of them that they meet.
fn people_fact(kind: u8, event: &str, line: &str, choice: [u8; 8]) -> Fact {
    let person = |number: u8| id(&format!("p{}", number % 12));
    match kind {
        21..=23 => {
            let persons = choice[2..2 + usize::from(choice[1] % 5)].iter().copied().map(person).collect();
            let line =
                (choice[7].is_multiple_of(3)).then(|| id(of(&["t2-3", "t2-9", "t2-5", "t9-1"], choice[6])));
            // Without an event it is a service, which names its line.
            let event = (line.is_none() || choice[7].is_multiple_of(2)).then(|| id(event));
            Fact::Attendance { body: AttendanceRecord { event, line, persons, by: AttendanceBy::List } }
        }
        24 => {
            let groups = vec![HeadcountGroup { by: ReachDimension::Sex, value: "female".into(), count: 1 }];
            let total = u32::from(choice[2] % 20);
            Fact::Headcount {
                body: HeadcountRecord { event: id(event), total, basis: HeadcountBasis::ScannedList, groups },
            }
        }
        25 | 26 => {
            let verdicts = [PersonVerdict::Same, PersonVerdict::NotSame, PersonVerdict::Unsure];
            let verdict = verdicts[usize::from(choice[3]) % 3];
            Fact::PersonDecision {
                body: PersonDecision { one: person(choice[1]), other: person(choice[2]), verdict },
            }
        }
        27 => {
            let at_least = u32::from(choice[2] % 30);
            let line = id(of(&["i1", "i2", "t2-3"], choice[3]));
            Fact::PeopleCount {
                body: PeopleCount { line, at_least, at_most: at_least + u32::from(choice[4] % 3) },
            }
        }
        _ => {
            let amount = Amount::from(u32::from(choice[2]));
            let source = if choice[3].is_multiple_of(2) { "" } else { "бет статистикасы" };
            Fact::ReachEstimate {
                body: ReachEstimate {
                    line: id(line),
                    amount,
                    method: ReachMethod::Views,
                    source: source.into(),
                },
            }
        }
    }
}

fn event_fact(name: &str, on: &str, choice: [u8; 8]) -> Fact {
    let status = match choice[1] % 8 {
        0 => EventStatus::Planned,
        1 => EventStatus::Cancelled,
        _ => EventStatus::Held,
    };
    with_event(event(name, status, on), |event| {
        event.activities = vec![id(of(&["t2-a1", "t2-a1", "t2-a2", "t9-a1"], choice[2]))];
        // Some are written down before they begin.
        event.start = day(on).add_days(i32::from(choice[3] % 4)).unwrap();
        event.end =
            (choice[3].is_multiple_of(3)).then(|| event.start.add_days(i32::from(choice[3] % 9)).unwrap());
        event.headcount = (choice[4].is_multiple_of(4)).then(|| u32::from(choice[5] % 40));
        event.name = (choice[0].is_multiple_of(2)).then(|| "Кездесу".into());
        event.place =
            (choice[1].is_multiple_of(3)).then(|| of(&["Ақтау", "Ақтау қаласы", "Атырау"], choice[2]).into());
    })
    .fact
}

fn reading_fact(line: &str, event: &str, on: &str, choice: [u8; 8]) -> Fact {
    let amount = Amount::from(u32::from(choice[2]));
    let value = match choice[3] % 8 {
        0 => ReadingValue::NotApplicable {},
        1 | 2 => ReadingValue::Share { numerator: amount, denominator: 300.into() },
        _ => ReadingValue::Amount { amount },
    };
    let mode = if choice[7].is_multiple_of(6) { ReadingMode::Total } else { ReadingMode::Add };
    let mut reading = reading("n", line, on, mode, value);
    if let Fact::Reading { body } = &mut reading.fact {
        body.event = (choice[4].is_multiple_of(2)).then(|| id(event));
        body.target = (line == "t2-9").then(|| id(of(&["t2-9.1", "t2-9.2"], choice[5])));
    }
    reading.fact
}

fn evidence_fact(name: &str, line: &str, event: &str, on: &str, choice: [u8; 8]) -> Fact {
    use EvidenceKind as E;
    let kinds = [E::Photo, E::List, E::Post, E::Document, E::Act, E::Page, E::Announcement];
    let files = usize::from(choice[2] % 3);
    with(item(name, kinds[usize::from(choice[3]) % kinds.len()], line, on, files), |item| {
        if choice[4].is_multiple_of(3) {
            item.lines.push(id(of(&LINES, choice[5])));
        }
        if choice[5].is_multiple_of(2) {
            item.events.push(id(event));
        }
        if choice[6].is_multiple_of(5) {
            item.events.push(id(of(&["e1", "e3"], choice[7])));
        }
        for file in &mut item.files {
            file.sha256 = (choice[7].is_multiple_of(2)).then(|| format!("{:064x}", choice[6] % 3).into());
        }
        item.date =
            (choice[7].is_multiple_of(3)).then(|| day(on).add_days(i32::from(choice[7] % 7) - 3).unwrap());
        item.link = (choice[2].is_multiple_of(2))
            .then(|| format!("https://facebook.com/post-{}", choice[6] % 4).into());
        item.link = item.link.take().filter(|_| choice[6].is_multiple_of(3)).or_else(|| {
            (choice[2].is_multiple_of(2))
                .then(|| format!("https://facebook.com/zhalyn/posts/{}", choice[6] % 4).into())
        });
        item.number = (choice[5].is_multiple_of(3)).then(|| format!("01-{}", choice[6] % 2).into());
        item.rows = (choice[3].is_multiple_of(2)).then(|| u32::from(choice[2]));
        item.signed = Some(choice[4].is_multiple_of(2));
        item.outlet = Some("Facebook".into());
    })
    .fact
}

fn plan_reading(on: &str, choice: [u8; 8]) -> Fact {
    let (about, question, answer) = match choice[0] % 9 {
        0 => ("t9-1", Question::TaskPosts, "within"),
        1 => ("t2-a1", Question::PlannedEvents, "2"),
        2 => ("i1", Question::Sources, "t2-3, t2-5"),
        3 => ("i2", Question::Sources, "t2-9"),
        4 => ("t2", Question::SupportCounts, "person"),
        5 => ("t2-a1", Question::Due, "2024-07-15"),
        6 => ("t2-3.1", Question::Amount, "10"),
        7 => ("t2-6", Question::Bound, "exactly"),
        _ => ("unknown", Question::Bound, "exactly"),
    };
    read_as("n", about, question, answer, on).fact
}

/// What entries come to when all of them are taken into a journal, written, read and assessed anew.
pub(crate) fn recomputed(
    entries: &[Entry],
    passed_over: &BTreeSet<Id>,
    as_of: IsoDate,
    policy: &Policy,
    period: Option<DateRange>,
) -> Assessment {
    let header = String::from("{\"format\":\"qoldau-journal/1.1\",\"plan\":\"plan\"}\n");
    let text = entries.iter().fold(header, |text, entry| text + &write_entry(entry).unwrap() + "\n");
    let journal = read_journal(text.as_bytes(), &FactsLimits::default()).unwrap().journal;
    let read = read_facts(write_journal(&journal).as_bytes(), &FactsLimits::default()).unwrap();
    let mut observations = observe_counted(read.entries, |id| !passed_over.contains(id));
    let (plan, others) = plans();
    // As every report takes it: what people on lists come to, by the editions of their days.
    let people = observe_people_editions(&plan, &others, &observations, as_of);
    observations.all.extend(people.observations.all);
    assess_editions(&plan, &others, &observations, as_of, policy, period)
}

/// What a report of the day says of entries: it looks at none that is dated later.
pub(crate) fn reported(
    entries: &[Entry],
    as_of: IsoDate,
    policy: &Policy,
    period: Option<DateRange>,
) -> Assessment {
    let header = String::from("{\"format\":\"qoldau-journal/1.1\",\"plan\":\"plan\"}\n");
    let text = entries.iter().fold(header, |text, entry| text + &write_entry(entry).unwrap() + "\n");
    let journal = read_journal(text.as_bytes(), &FactsLimits::default()).unwrap().journal;
    let read = read_facts(write_journal(&journal).as_bytes(), &FactsLimits::default()).unwrap();
    let (plan, editions) = plans();
    hold(
        &plan,
        read,
        as_of,
        HoldOptions { policy: policy.clone(), period, editions, ..HoldOptions::default() },
    )
    .0
    .assessment
}

/// The days that are looked at: before anything, in the midst, around the agreement, and when all is over.
pub(crate) const DAYS: [&str; 5] = ["2024-05-28", "2024-07-04", "2024-07-31", "2024-08-20", "2024-11-30"];

/// A policy of which every threshold is another than the default.
pub(crate) fn other_policy() -> Policy {
    let mut policy = Policy::default();
    policy.task_posts.value = Some("within".into());
    policy.support_counts.value = Some("person".into());
    policy.pro_rata.value = Some("yes".into());
    policy.evidence_days.value = Some("3".into());
    policy
}
