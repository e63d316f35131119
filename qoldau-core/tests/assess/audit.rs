//! What an auditor tries: ways in which a figure could look proven and is not.

use qoldau_core::assess::{Figure, Headline, Progress, Proof, ReasonCode, TargetStanding};
use qoldau_core::facts::{
    Attachment, Entry, EventStatus, EvidenceFile, EvidenceKind, Fact, FactsRead, LinkStatus, ReadingMode,
    ReadingValue, ReviewState, observe,
};
use qoldau_core::plan::{
    Bound, Due, IndicatorKind, ListField, Plan, Policy, Target, TargetRule, UnitCode, UnitWord, read_targets,
};

use crate::world::*;

fn amount(figure: Option<Figure>) -> Option<u32> {
    match figure? {
        Figure::Amount { amount } => amount.to_u32(),
        Figure::Share { .. } => None,
    }
}

fn standing(plan: &Plan, facts: &[Entry], on: &str) -> TargetStanding {
    target_of(&assessed(plan, facts, on), "t2-1").clone()
}

fn says(target: &TargetStanding, code: ReasonCode) -> bool {
    target.reasons.iter().any(|reason| reason.code == code)
}

fn one_line(kind: IndicatorKind, target: Target) -> Plan {
    plan(vec![line("t2-1", kind, &[target])])
}

/// A list of an event, with so many rows where they are stated.
fn list(name: &str, event: &str, on: &str, rows: Option<u32>) -> Entry {
    with(of_event(item(name, EvidenceKind::List, "t2-1", on, 1), event), |item| item.rows = rows)
}

#[test]
fn what_nobody_has_measured_has_not_come_down() {
    let target = || read_targets("снижение с 50 до 40", &id("x"), None).remove(0);
    let plan = one_line(IndicatorKind::Other, target());
    for on in ["2024-05-02", "2024-07-01", "2024-10-31"] {
        let nothing = standing(&plan, &[], on);
        assert!(
            !matches!(nothing.progress, Progress::Met | Progress::Exceeded),
            "{on}: {:?}",
            nothing.progress
        );
    }
    let level = |amount: u32| {
        let value = ReadingValue::Amount { amount: amount.into() };
        standing(&plan, &[reading("r", "t2-1", "2024-07-01", ReadingMode::Total, value)], "2024-10-31")
            .progress
    };
    assert_eq!((level(45), level(40)), (Progress::Overdue, Progress::Met));
}

#[test]
fn a_share_that_may_not_be_exceeded_holds_when_its_time_is_over() {
    let most = Target {
        rule: TargetRule::Percent { bound: Bound::AtMost, amount: 10.into(), up_to: None },
        ..plain(10)
    };
    let plan = plan(vec![ratio(line("t2-1", IndicatorKind::Other, &[most]))]);
    let facts = [shared("r", "t2-1", "2024-06-15", 5, 100)];
    assert_eq!(standing(&plan, &facts, "2024-06-20").progress, Progress::Open);
    assert_eq!(standing(&plan, &facts, "2024-10-01").progress, Progress::Met);
}

#[test]
fn a_deadline_before_the_project_lets_no_monthly_line_be_met_by_nothing() {
    let mut plan = plan(vec![line("t2-1", IndicatorKind::Post, &[every_month(plain(1))])]);
    let due = |start: Option<&str>, end: Option<&str>| Due::Range {
        start: start.map(day),
        end: end.map(day),
        end_time: None,
        inherited: false,
        text: String::new(),
    };
    for (start, end) in [(None, Some("2024-04-15")), (Some("2024-11-05"), None)] {
        plan.tasks[0].activities[0].due = Some(due(start, end));
        let post = item("post", EvidenceKind::Post, "t2-1", "2024-07-01", 1);
        for facts in [vec![], vec![post]] {
            let target = standing(&plan, &facts, "2024-10-31");
            assert_ne!(target.progress, Progress::Met, "{start:?} {end:?}");
        }
    }
}

#[test]
fn pictures_that_a_camera_calls_alike_stay_as_many_when_more_is_said_of_their_item() {
    let plan = one_line(IndicatorKind::Photo, plain(5));
    let pictures = with(item("photos", EvidenceKind::Photo, "t2-1", "2024-06-05", 0), |item| {
        item.files = vec![EvidenceFile::named("image.jpg"); 5];
    });
    let change = |lines: Vec<qoldau_core::value::Id>| Attachment {
        evidence: id("photos"),
        lines,
        events: Vec::new(),
        files: Vec::new(),
    };
    let adds = entry("a", "2024-09-01", Fact::AttachEvidence { body: change(vec![id("t2-9")]) });
    let takes = entry("b", "2024-09-02", Fact::DetachEvidence { body: change(vec![id("t2-8")]) });
    for on in ["2024-06-06", "2024-10-31"] {
        let target = standing(&plan, &[pictures.clone(), adds.clone(), takes.clone()], on);
        assert_eq!(amount(target.proven), Some(5), "{on}");
    }
}

#[test]
fn one_event_recorded_twice_has_its_participants_once() {
    let plan = one_line(IndicatorKind::Participants, plain(100));
    let recorded = |author: &str, event: &str, count: u32| {
        vec![
            by(author, held(event, "2024-06-15")),
            by(author, counted_at(&format!("r-{event}"), "t2-1", event, "2024-06-15", count)),
            by(author, list(&format!("l-{event}"), event, "2024-06-15", Some(count))),
        ]
    };
    let both = [recorded("a", "e1", 64), recorded("b", "e2", 60)].concat();
    let unsettled = standing(&plan, &both, "2024-07-01");
    assert_eq!((amount(unsettled.claimed), amount(unsettled.proven)), (Some(64), Some(64)));
    let joined =
        standing(&plan, &[both.clone(), vec![same("s", "2024-06-20", &["e1", "e2"])]].concat(), "2024-07-01");
    assert_eq!((amount(joined.claimed), amount(joined.proven)), (Some(64), Some(64)));
    let apart =
        standing(&plan, &[both, vec![split("s", "2024-06-20", &["e1", "e2"])]].concat(), "2024-07-01");
    assert_eq!((amount(apart.claimed), amount(apart.proven)), (Some(124), Some(124)));
}

#[test]
fn a_list_that_does_not_say_how_many_rows_it_has_proves_no_number() {
    let plan = one_line(IndicatorKind::Participants, plain(3000));
    let all =
        reading("t", "t2-1", "2024-09-01", ReadingMode::Total, ReadingValue::Amount { amount: 3000.into() });
    let visit = held("e1", "2024-06-15");
    let scan = list("l", "e1", "2024-06-15", None);
    let target = standing(&plan, &[all, visit.clone(), scan.clone()], "2024-10-01");
    assert_eq!(
        (amount(target.claimed), amount(target.proven), target.proof),
        (Some(3000), Some(0), Proof::None)
    );
    assert!(says(&target, ReasonCode::RowsUnknown));
    let at_visit = counted_at("r", "t2-1", "e1", "2024-06-15", 64);
    let target = standing(&plan, &[visit, scan, at_visit], "2024-07-01");
    assert_eq!((amount(target.claimed), amount(target.proven)), (Some(64), Some(0)));
}

#[test]
fn one_list_of_two_events_covers_both_of_them() {
    let plan = one_line(IndicatorKind::Participants, plain(200));
    let both = with(list("l", "e1", "2024-06-16", Some(100)), |item| item.events.push(id("e2")));
    let facts = [
        held("e1", "2024-06-15"),
        held("e2", "2024-06-16"),
        counted_at("r1", "t2-1", "e1", "2024-06-15", 60),
        counted_at("r2", "t2-1", "e2", "2024-06-16", 40),
        both,
    ];
    let target = standing(&plan, &facts, "2024-07-01");
    assert_eq!((amount(target.claimed), amount(target.proven)), (Some(100), Some(100)));
    assert!(!says(&target, ReasonCode::RowsDiffer));
}

#[test]
fn a_total_of_one_event_leaves_the_others_alone() {
    let plan = one_line(IndicatorKind::Participants, plain(200));
    let total_at = |name: &str, event: &str, on: &str, count: u32| {
        let mut entry = counted_at(name, "t2-1", event, on, count);
        if let Fact::Reading { body } = &mut entry.fact {
            body.mode = ReadingMode::Total;
        }
        entry
    };
    let facts = [
        held("e1", "2024-06-15"),
        held("e2", "2024-06-20"),
        total_at("a", "e1", "2024-06-15", 60),
        total_at("b", "e1", "2024-06-16", 64),
        total_at("c", "e2", "2024-06-20", 50),
    ];
    assert_eq!(amount(standing(&plan, &facts, "2024-07-01").claimed), Some(114));
}

#[test]
fn a_total_within_a_reporting_period_counts_what_it_adds() {
    let plan = one_line(IndicatorKind::Participants, plain(2000));
    let total = |name: &str, on: &str, amount: u32| {
        reading(name, "t2-1", on, ReadingMode::Total, ReadingValue::Amount { amount: amount.into() })
    };
    let facts = [total("a", "2024-07-31", 1000), total("b", "2024-08-31", 1500)];
    let august = Some(days("2024-08-01", "2024-08-31"));
    let assessment = qoldau_core::assess::assess(
        &plan,
        &observe(facts.to_vec()),
        day("2024-09-01"),
        &Policy::default(),
        august,
    );
    let target = target_of(&assessment, "t2-1");
    assert_eq!(amount(target.in_period.unwrap().claimed), Some(500));
    assert_eq!(amount(target.claimed), Some(1500));
}

#[test]
fn what_does_not_count_outside_a_reporting_period_changes_nothing_in_it() {
    let june = Some(days("2024-06-01", "2024-06-30"));
    let figures = |plan: &Plan, facts: Vec<Entry>| {
        let policy = Policy::default();
        let assessment = qoldau_core::assess::assess(plan, &observe(facts), day("2024-07-01"), &policy, june);
        let target = target_of(&assessment, "t2-1");
        let own = target.in_period.unwrap();
        (amount(own.claimed), amount(own.proven))
    };
    // The counts of an event that was cancelled lie before June and count nowhere.
    let stray =
        [event("c1", EventStatus::Cancelled, "2024-05-05"), counted_at("x", "t2-1", "c1", "2024-05-05", 7)];
    for (kind, wanted) in
        [(IndicatorKind::Participants, (Some(64), Some(60))), (IndicatorKind::Photo, (Some(64), Some(3)))]
    {
        let plan = one_line(kind, plain(100));
        let facts = [
            held("e1", "2024-06-15"),
            counted_at("r", "t2-1", "e1", "2024-06-15", 64),
            list("l", "e1", "2024-06-15", Some(60)),
            of_event(item("p", EvidenceKind::Photo, "t2-1", "2024-06-15", 3), "e1"),
        ];
        let alone = figures(&plan, facts.to_vec());
        assert_eq!(alone, figures(&plan, [facts.as_slice(), &stray].concat()), "{kind:?}");
        assert_eq!(alone, wanted, "{kind:?}");
    }
}

#[test]
fn the_photos_of_one_item_are_not_those_of_each_event_it_names() {
    let plan = one_line(IndicatorKind::Photo, each_event(at_least(5)));
    let three = with(item("p", EvidenceKind::Photo, "t2-1", "2024-06-20", 5), |item| {
        item.events = vec![id("e1"), id("e2"), id("e3")];
    });
    let facts = [held("e1", "2024-06-15"), held("e2", "2024-06-16"), held("e3", "2024-06-17"), three];
    let target = standing(&plan, &facts, "2024-07-01");
    let missing: Vec<_> = target.per_event.iter().map(|share| share.missing.to_u32().unwrap()).collect();
    assert_eq!(missing, [0, 5, 5]);
    assert!(says(&target, ReasonCode::ItemsOfSeveralEvents));
}

#[test]
fn photos_of_another_activitys_event_serve_no_event_of_this_one() {
    let mut plan = one_line(IndicatorKind::Photo, each_event(at_least(5)));
    let mut other = plan.tasks.first().unwrap().activities.first().unwrap().clone();
    other.id = id("t2-a2");
    other.indicators.clear();
    plan.tasks.first_mut().unwrap().activities.push(other);
    let elsewhere = with_event(held("e9", "2024-06-15"), |event| event.activities = vec![id("t2-a2")]);
    let here = held("e1", "2024-06-16");
    let photos = of_event(item("p", EvidenceKind::Photo, "t2-1", "2024-06-15", 5), "e9");
    let target = standing(&plan, &[elsewhere, here, photos], "2024-07-01");
    assert!(says(&target, ReasonCode::ItemsWithoutEvent));
    assert_ne!(target.proof, Proof::Complete);
}

#[test]
fn a_recording_in_two_files_is_one_live_stream() {
    let plan = one_line(IndicatorKind::LiveStream, plain(2));
    let target = standing(&plan, &[item("v", EvidenceKind::Video, "t2-1", "2024-06-20", 2)], "2024-07-01");
    assert_eq!((amount(target.proven), target.progress), (Some(1), Progress::Open));
}

#[test]
fn a_signature_that_is_asked_for_is_asked_of_every_paper_of_the_list() {
    let mut line = line("t2-1", IndicatorKind::List, &[plain(1)]);
    line.requires.list_fields = vec![ListField::Name, ListField::Signature];
    let plan = plan(vec![line]);
    let paper = |signed| {
        with(item("d", EvidenceKind::Document, "t2-1", "2024-06-20", 1), |item| item.signed = signed)
    };
    assert_eq!(amount(standing(&plan, &[paper(None)], "2024-07-01").proven), Some(0));
    assert_eq!(amount(standing(&plan, &[paper(Some(true))], "2024-07-01").proven), Some(1));
}

#[test]
fn too_much_in_one_month_breaks_a_limit_of_each_month() {
    let plan = one_line(IndicatorKind::Post, every_month(number(Bound::AtMost, 3)));
    let posts: Vec<Entry> =
        (0..4).map(|at| item(&format!("p{at}"), EvidenceKind::Post, "t2-1", "2024-06-20", 1)).collect();
    let target = standing(&plan, &posts, "2024-07-15");
    assert_eq!((target.progress, target.headline), (Progress::Behind, Headline::NeedsAction));
    assert!(says(&target, ReasonCode::PeriodAbove));
    let fewer = standing(&plan, &posts[..3], "2024-07-15");
    assert_ne!(fewer.progress, Progress::Met, "a limit can only be said to hold when the time is over");
    assert_eq!(standing(&plan, &posts[..3], "2024-10-01").progress, Progress::Met);
}

#[test]
fn a_post_of_august_about_an_event_of_june_is_a_post_of_august() {
    let plan = one_line(IndicatorKind::Post, every_month(at_least(1)));
    let post = of_event(item("p", EvidenceKind::Post, "t2-1", "2024-08-05", 1), "e1");
    let target = standing(&plan, &[held("e1", "2024-06-15"), post], "2024-08-10");
    let missing: Vec<_> = target.per_period.iter().map(|share| share.missing.to_u32().unwrap()).collect();
    assert_eq!(missing, [1, 1, 0, 1]);
}

#[test]
fn an_announcement_does_not_prove_that_the_event_was_held() {
    let plan = plan(vec![
        line("t2-1", IndicatorKind::Event, &[plain(1)]),
        line("t2-2", IndicatorKind::Announcement, &[plain(1)]),
        line("t2-3", IndicatorKind::Post, &[plain(1)]),
    ]);
    let of_line = |kind, on: &str| of_event(item("x", kind, "t2-2", on, 1), "e1");
    let proven =
        |item: Entry| amount(standing(&plan, &[held("e1", "2024-06-15"), item], "2024-07-01").proven);
    assert_eq!(proven(of_line(EvidenceKind::Announcement, "2024-06-01")), Some(0));
    assert_eq!(proven(of_line(EvidenceKind::Announcement, "2024-06-20")), Some(0));
    assert_eq!(proven(of_line(EvidenceKind::Post, "2024-06-14")), Some(0), "written before it was held");
    assert_eq!(proven(of_line(EvidenceKind::Post, "2024-06-15")), Some(1));
}

#[test]
fn the_same_post_under_many_entries_is_one_post() {
    let plan = one_line(IndicatorKind::Post, plain(3));
    let post = |name: &str, link: &str| {
        with(item(name, EvidenceKind::Post, "t2-1", "2024-06-20", 0), |item| item.link = Some(link.into()))
    };
    let facts = [
        post("a", "https://instagram.com/p/1"),
        post("b", "https://www.Instagram.com/p/1/"),
        post("c", "http://instagram.com/p/1"),
        post("d", "https://instagram.com/p/2"),
    ];
    let target = standing(&plan, &facts, "2024-07-01");
    assert_eq!(amount(target.proven), Some(2));
}

#[test]
fn a_fact_of_a_later_day_does_not_count_though_it_was_written_down_today() {
    let event = plan(vec![line("t2-1", IndicatorKind::Event, &[plain(1)])]);
    let early = Entry { on: day("2024-06-20"), ..held("e1", "2024-09-15") };
    assert_eq!(amount(standing(&event, std::slice::from_ref(&early), "2024-07-01").claimed), None);
    assert_eq!(amount(standing(&event, &[early], "2024-09-15").claimed), Some(1));
    let posts = one_line(IndicatorKind::Post, plain(1));
    let post = with(item("p", EvidenceKind::Post, "t2-1", "2024-06-20", 1), |item| {
        item.date = Some(day("2024-10-05"));
    });
    assert_eq!(amount(standing(&posts, std::slice::from_ref(&post), "2024-07-01").proven), Some(0));
    assert_eq!(amount(standing(&posts, &[post], "2024-10-05").proven), Some(1));
}

#[test]
fn what_was_accepted_stays_what_it_was_on_that_day() {
    let plan = one_line(IndicatorKind::Photo, plain(10));
    let photos = |name: &str, on: &str, count: usize| {
        with(item(name, EvidenceKind::Photo, "t2-1", on, count), |item| item.date = Some(day("2024-06-20")))
    };
    let facts = [
        photos("a", "2024-06-20", 2),
        reviewed("r", "t2-1", ReviewState::Accepted, "2024-07-01"),
        photos("b", "2024-08-20", 8),
    ];
    let target = standing(&plan, &facts, "2024-09-01");
    assert_eq!((amount(target.proven), amount(target.accepted)), (Some(10), Some(2)));
    let post = one_line(IndicatorKind::Post, plain(1));
    let link = with(item("p", EvidenceKind::Post, "t2-1", "2024-06-20", 0), |item| {
        item.link = Some("https://instagram.com/p/1".into());
    });
    let facts = [
        link,
        reviewed("r", "t2-1", ReviewState::Accepted, "2024-07-01"),
        link_seen("g", "p", LinkStatus::Gone, "2024-08-01"),
    ];
    let target = standing(&post, &facts, "2024-09-01");
    assert_eq!((amount(target.proven), amount(target.accepted)), (Some(0), Some(1)));
}

#[test]
fn accepting_less_than_was_proven_is_no_acceptance_of_the_promise() {
    let plan = one_line(IndicatorKind::Post, plain(4));
    let posts = (0..4).map(|at| item(&format!("p{at}"), EvidenceKind::Post, "t2-1", "2024-06-20", 1));
    let accepted = |amount: u32| {
        let mut review = reviewed("r", "t2-1", ReviewState::Accepted, "2024-07-01");
        if let Fact::Review { body } = &mut review.fact {
            body.accepted = Some(amount.into());
        }
        standing(&plan, &posts.clone().chain([review]).collect::<Vec<_>>(), "2024-07-15")
    };
    let less = accepted(2);
    assert_eq!((less.progress, less.headline), (Progress::Met, Headline::NeedsAction));
    assert!(says(&less, ReasonCode::AcceptedLess));
    assert_eq!(accepted(4).headline, Headline::Proven);
}

#[test]
fn accepting_some_months_of_a_monthly_promise_is_less_than_all_of_them() {
    let plan = one_line(IndicatorKind::Post, every_month(at_least(1)));
    let posts = ["2024-06-20", "2024-07-20", "2024-08-20", "2024-09-20"]
        .map(|on| item(&format!("p{on}"), EvidenceKind::Post, "t2-1", on, 1));
    let accepted = |amount: u32| {
        let mut review = reviewed("r", "t2-1", ReviewState::Accepted, "2024-10-05");
        if let Fact::Review { body } = &mut review.fact {
            body.accepted = Some(amount.into());
        }
        standing(&plan, &posts.iter().cloned().chain([review]).collect::<Vec<_>>(), "2024-10-10")
    };
    assert!(says(&accepted(3), ReasonCode::AcceptedLess), "three of four months");
    assert_eq!(accepted(3).headline, Headline::NeedsAction);
    assert_eq!(accepted(4).headline, Headline::Proven);
}

#[test]
fn an_accepted_amount_without_its_target_is_nobodys_where_there_are_two() {
    let letters =
        Target { unit: Some(UnitWord { code: UnitCode::Letter, text: "хат".into() }), ..plain(7) };
    let posts = Target { unit: Some(UnitWord { code: UnitCode::Post, text: "пост".into() }), ..plain(2) };
    let plan = plan(vec![line("t2-1", IndicatorKind::Outreach, &[posts, letters])]);
    let mut review = reviewed("r", "t2-1", ReviewState::Accepted, "2024-07-01");
    if let Fact::Review { body } = &mut review.fact {
        body.accepted = Some(5.into());
    }
    let post = item("p", EvidenceKind::Post, "t2-1", "2024-06-20", 1);
    let assessment = assessed(&plan, &[post, review], "2024-07-15");
    let accepted: Vec<_> =
        line_of(&assessment, "t2-1").targets.iter().map(|target| amount(target.accepted)).collect();
    assert_eq!(accepted, [Some(1), Some(0)], "what was proven of each on that day");
}

#[test]
fn a_line_said_not_to_apply_is_counted_by_itself() {
    let plan = one_line(IndicatorKind::Support, plain(5));
    let none = reading("n", "t2-1", "2024-06-10", ReadingMode::Total, ReadingValue::NotApplicable {});
    let assessment = assessed(&plan, &[none], "2024-07-01");
    assert_eq!(line_of(&assessment, "t2-1").headline, Headline::NotApplicable);
    assert_eq!((assessment.counts.proven, assessment.counts.not_applicable), (0, 1));
}

#[test]
fn a_post_recorded_anew_under_another_link_is_no_longer_gone() {
    let plan = one_line(IndicatorKind::Post, plain(1));
    let post = |entry: &str, on: &str, link: &str| {
        let item = with(item("p", EvidenceKind::Post, "t2-1", on, 0), |item| item.link = Some(link.into()));
        Entry { id: id(entry), ..item }
    };
    let gone = link_seen("g", "p", LinkStatus::Gone, "2024-07-01");
    let proven = |facts: &[Entry]| amount(standing(&plan, facts, "2024-09-01").proven);
    let first = post("a", "2024-06-20", "https://instagram.com/p/1");
    assert_eq!(proven(&[first.clone(), gone.clone()]), Some(0));
    let anew = post("b", "2024-08-01", "https://instagram.com/p/2");
    assert_eq!(proven(&[first.clone(), gone.clone(), anew]), Some(1));
    let retitled = post("c", "2024-08-01", "https://instagram.com/p/1");
    assert_eq!(proven(&[first, gone, retitled]), Some(0), "the same link is gone all the same");
}

#[test]
fn why_an_item_does_not_count_is_said_for_what_it_is() {
    let plan = one_line(IndicatorKind::Photo, plain(5));
    let cancelled = event("e1", qoldau_core::facts::EventStatus::Cancelled, "2024-06-15");
    let photos = of_event(item("p", EvidenceKind::Photo, "t2-1", "2024-06-15", 5), "e1");
    let target = standing(&plan, &[cancelled, photos], "2024-07-01");
    assert!(says(&target, ReasonCode::EventNotHeld) && !says(&target, ReasonCode::ProofIncomplete));
}

#[test]
fn the_same_photo_under_two_lines_is_said_to_be_shared() {
    let plan = plan(vec![
        line("t2-1", IndicatorKind::Photo, &[plain(1)]),
        line("t2-2", IndicatorKind::Photo, &[plain(1)]),
    ]);
    let photo = |name: &str, line: &str| {
        with(item(name, EvidenceKind::Photo, line, "2024-06-20", 1), |item| {
            item.files.first_mut().unwrap().sha256 = Some("ab".repeat(32).into());
        })
    };
    let facts = [photo("a", "t2-1"), photo("b", "t2-2")];
    let used = evidence(&plan, &facts, "2024-07-01", "t2-1");
    assert_eq!(used.first().unwrap().shared_with, [id("t2-2")]);
}

#[test]
fn a_past_day_knows_the_later_entries_whose_place_is_taken() {
    let amended = |name: &str, on: &str, amount: u32, replaces: &str| {
        let value = ReadingValue::Amount { amount: amount.into() };
        let Fact::Reading { body } = reading("x", "t2-1", on, ReadingMode::Add, value).fact else { panic!() };
        replacing(entry(name, on, Fact::Reading { body }), replaces)
    };
    let entries = vec![
        counted("x", "t2-1", "2024-06-10", 84),
        amended("a", "2024-07-02", 85, "x"),
        amended("b", "2024-06-30", 86, "a"),
        counted("later", "t2-1", "2024-07-05", 1),
    ];
    let plan = one_line(IndicatorKind::Participants, plain(100));
    let lines = vec![2, 3, 4, 5];
    let read = FactsRead { entries, lines, ..FactsRead::default() }.until(day("2024-06-30"));
    let kept: Vec<_> = read.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!((kept, read.lines), (vec!["x", "a", "b"], vec![2, 3, 4]));
    assert_eq!(amount(standing(&plan, &read.entries, "2024-06-30").claimed), Some(86));
}
