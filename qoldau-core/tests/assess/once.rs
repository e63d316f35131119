//! What counts once, and what does not count: ways in which one thing looked like two, or an intention like a deed.

use qoldau_core::assess::{
    Figure, Progress, Proof, ReasonCode, TargetStanding, Validity, doubts_of_evidence,
};
use qoldau_core::facts::{
    Approval, Attachment, Entry, EventStatus, EvidenceFile, EvidenceKind, Fact, LinkStatus, ReadingMode,
    ReadingValue, observe,
};
use qoldau_core::plan::{
    Accumulation, Approver, Bound, ChangeBy, IndicatorKind, Part, Plan, Target, TargetRule, Trait,
};
use qoldau_core::value::Amount;

use crate::world::*;

const OVER: &str = "2024-10-31";

fn amount(figure: Option<Figure>) -> Option<u32> {
    match figure? {
        Figure::Amount { amount } => amount.to_u32(),
        Figure::Share { .. } => None,
    }
}

fn standing(plan: &Plan, facts: &[Entry]) -> TargetStanding {
    target_of(&assessed(plan, facts, OVER), "t2-1").clone()
}

fn says(target: &TargetStanding, code: ReasonCode) -> bool {
    target.reasons.iter().any(|reason| reason.code == code)
}

fn one_line(kind: IndicatorKind, target: Target) -> Plan {
    plan(vec![line("t2-1", kind, &[target])])
}

fn items(kind: EvidenceKind, count: u32) -> Vec<Entry> {
    (1..=count).map(|at| item(&format!("i{at}"), kind, "t2-1", "2024-06-10", 1)).collect()
}

fn linked(name: &str, kind: EvidenceKind, on: &str, link: &str) -> Entry {
    with(item(name, kind, "t2-1", on, 0), |item| item.link = Some(link.into()))
}

fn total(name: &str, on: &str, amount: u32) -> Entry {
    reading(name, "t2-1", on, ReadingMode::Total, ReadingValue::Amount { amount: amount.into() })
}

fn not_applicable(name: &str, on: &str) -> Entry {
    reading(name, "t2-1", on, ReadingMode::Add, ReadingValue::NotApplicable {})
}

fn of_the_event(mut entry: Entry, event: &str) -> Entry {
    if let Fact::Reading { body } = &mut entry.fact {
        body.event = Some(id(event));
    }
    entry
}

#[test]
fn invitations_and_plans_hold_no_events() {
    use EvidenceKind as E;
    let three = |kind| one_line(kind, at_least(3));
    for kind in [E::Letter, E::Announcement, E::Plan, E::Programme, E::Rules] {
        for of in [IndicatorKind::Event, IndicatorKind::FocusGroup, IndicatorKind::Presentation] {
            let unsaid = standing(&three(of), &items(kind, 3));
            assert_eq!((amount(unsaid.claimed), amount(unsaid.proven)), (None, Some(0)), "{kind:?} {of:?}");
            let said = [vec![counted("r", "t2-1", "2024-06-12", 3)], items(kind, 3)].concat();
            let said = standing(&three(of), &said);
            assert_eq!((amount(said.claimed), amount(said.proven)), (Some(3), Some(0)), "{kind:?} {of:?}");
            assert_eq!(said.proof, Proof::None);
        }
    }
}

#[test]
fn events_are_proven_by_events_that_evidence_names() {
    let plan = one_line(IndicatorKind::Event, at_least(1));
    let said = [vec![counted("r", "t2-1", "2024-06-12", 1)], items(EvidenceKind::Photo, 2)].concat();
    let target = standing(&plan, &said);
    assert_eq!((amount(target.proven), target.proof), (Some(0), Proof::None));
    let photo = of_event(item("p", EvidenceKind::Photo, "t2-1", "2024-06-12", 1), "e");
    let target = standing(&plan, &[&said[..], &[held("e", "2024-06-12"), photo]].concat());
    assert_eq!((amount(target.proven), target.proof), (Some(1), Proof::Complete));
}

#[test]
fn of_several_focus_groups_nobody_knows_whether_two_photos_are_of_one() {
    let three = one_line(IndicatorKind::FocusGroup, at_least(3));
    let photos = items(EvidenceKind::Photo, 3);
    let target = standing(&three, &photos);
    assert_eq!((amount(target.claimed), target.progress), (None, Progress::Overdue));
    assert!(says(&target, ReasonCode::EvidenceUncounted));
    let counted = counted("r", "t2-1", "2024-06-12", 3);
    assert_eq!(amount(standing(&three, &[&photos[..], &[counted]].concat()).proven), Some(3));
    // Where one is promised, whatever shows it is of that one.
    let one = one_line(IndicatorKind::FocusGroup, at_least(1));
    let target = standing(&one, &photos);
    assert_eq!(
        (amount(target.claimed), amount(target.proven), target.progress),
        (Some(1), Some(1), Progress::Met)
    );
}

#[test]
fn papers_of_one_focus_group_show_one() {
    let plan = one_line(IndicatorKind::FocusGroup, at_least(2));
    let paper = |name: &str| of_event(item(name, EvidenceKind::Photo, "t2-1", "2024-06-10", 1), "e");
    let facts =
        [held("e", "2024-06-10"), counted("r", "t2-1", "2024-06-10", 2), paper("a"), paper("b"), paper("c")];
    assert_eq!(amount(standing(&plan, &facts).proven), Some(1));
}

#[test]
fn a_focus_group_that_was_cancelled_is_not_shown_by_papers() {
    let plan = one_line(IndicatorKind::FocusGroup, at_least(1));
    for status in [EventStatus::Cancelled, EventStatus::Postponed] {
        let facts = [vec![event("e", status, "2024-06-10")], items(EvidenceKind::Report, 1)].concat();
        assert_eq!(amount(standing(&plan, &facts).claimed), None, "{status:?}");
    }
}

#[test]
fn a_number_typed_at_one_focus_group_leaves_the_others() {
    let plan = one_line(IndicatorKind::FocusGroup, at_least(3));
    let mut facts = Vec::new();
    for (name, on) in [("a", "2024-06-10"), ("b", "2024-06-11"), ("c", "2024-06-12")] {
        facts.push(held(name, on));
        facts.push(of_event(item(&format!("photo-{name}"), EvidenceKind::Photo, "t2-1", on, 1), name));
    }
    facts.push(counted_at("r", "t2-1", "c", "2024-06-12", 1));
    let target = standing(&plan, &facts);
    assert_eq!(
        (amount(target.claimed), amount(target.proven), target.progress),
        (Some(3), Some(3), Progress::Met)
    );
    // Two groups on one occasion, and one occasion that was none.
    facts.push(counted_at("r2", "t2-1", "c", "2024-06-12", 1));
    facts.push(counted_at("r0", "t2-1", "a", "2024-06-12", 0));
    let target = standing(&plan, &facts);
    assert_eq!((amount(target.claimed), amount(target.proven)), (Some(3), Some(2)));
}

const POST: &str = "https://www.instagram.com/p/AAA/";

#[test]
fn one_post_of_two_phones_is_one_whoever_has_a_picture_of_it() {
    let plan = one_line(IndicatorKind::Post, at_least(2));
    let picture = |entry: Entry, name: &str, sha: Option<&str>| {
        with(entry, |item| {
            let sha256 = sha.map(|sha| sha.repeat(64).as_str().into());
            item.files = vec![EvidenceFile { sha256, ..EvidenceFile::named(name) }];
        })
    };
    let a = || linked("a", EvidenceKind::Post, "2024-06-10", POST);
    let b = || linked("b", EvidenceKind::Post, "2024-06-11", "https://instagram.com/reel/AAA/?igsh=1");
    let attached = Attachment {
        evidence: id("a"),
        lines: Vec::new(),
        events: Vec::new(),
        files: vec![EvidenceFile::named("shot.png")],
    };
    let ways = [
        vec![a(), b()],
        vec![picture(a(), "IMG_1.jpg", None), picture(b(), "shot.png", Some("b"))],
        vec![picture(a(), "IMG_1.jpg", None), b()],
        vec![a(), picture(b(), "shot.png", None)],
        vec![a(), b(), entry("z", "2024-06-20", Fact::AttachEvidence { body: attached })],
    ];
    for (way, facts) in ways.iter().enumerate() {
        let assessment = assessed(&plan, facts, OVER);
        let target = target_of(&assessment, "t2-1");
        assert_eq!((amount(target.proven), target.progress), (Some(1), Progress::Overdue), "{way}");
        assert!(assessment.findings.iter().any(|finding| finding.code == "ASM004"), "{way}");
        let used = evidence(&plan, facts, OVER, "t2-1");
        let again = used.iter().filter(|used| used.validity == Validity::CountedAlready);
        assert_eq!(again.count(), 1, "{way}");
    }
}

#[test]
fn one_article_and_one_video_are_one() {
    let link = |name: &str, kind, on: &str, link: &str, files| {
        with(item(name, kind, "t2-1", on, files), |item| item.link = Some(link.into()))
    };
    for (of, kind, url) in [
        (IndicatorKind::Publication, EvidenceKind::Publication, "https://lada.kz/aktau/12345"),
        (IndicatorKind::Video, EvidenceKind::Video, "https://youtu.be/Xy_1"),
    ] {
        let plan = one_line(of, at_least(2));
        let facts = [link("a", kind, "2024-06-10", url, 1), link("b", kind, "2024-06-11", url, 1)];
        assert_eq!(amount(standing(&plan, &facts).proven), Some(1), "{kind:?}");
    }
}

#[test]
fn the_page_beside_every_screenshot_makes_no_post_of_many() {
    let plan = one_line(IndicatorKind::Post, at_least(2));
    let shot = |name: &str, on: &str, link: &str| {
        with(item(name, EvidenceKind::Post, "t2-1", on, 1), |item| item.link = Some(link.into()))
    };
    for page in ["https://www.instagram.com/zhalyn/", "https://t.me/zhalyn", "https://lada.kz/"] {
        let facts = [shot("a", "2024-06-10", page), shot("b", "2024-06-11", page)];
        assert_eq!(amount(standing(&plan, &facts).proven), Some(2), "{page}");
    }
    // Two videos of one folder are two.
    let videos = one_line(IndicatorKind::Video, at_least(2));
    let video = |name: &str| {
        with(item(name, EvidenceKind::Video, "t2-1", "2024-06-10", 1), |item| {
            item.link = Some("https://drive.google.com/drive/folders/1".into());
        })
    };
    assert_eq!(amount(standing(&videos, &[video("a"), video("b")]).proven), Some(2));
}

#[test]
fn what_does_not_apply_to_one_event_excuses_that_event() {
    let photos = one_line(IndicatorKind::Photo, each_event(at_least(5)));
    let none = of_the_event(not_applicable("n", "2024-06-11"), "b");
    let events = [held("a", "2024-06-10"), held("b", "2024-06-11")];
    let facts = [&events[..], std::slice::from_ref(&none)].concat();
    let target = standing(&photos, &facts);
    assert_eq!((target.progress, target.missing), (Progress::Overdue, Some(5.into())));
    let of_a = of_event(item("p", EvidenceKind::Photo, "t2-1", "2024-06-10", 5), "a");
    assert_eq!(standing(&photos, &[&facts[..], &[of_a]].concat()).progress, Progress::Met);

    let people = one_line(IndicatorKind::Participants, at_least(60));
    let counts = [
        counted_at("ra", "t2-1", "a", "2024-06-10", 70),
        counted_at("rb", "t2-1", "b", "2024-06-10", 9),
        none,
    ];
    let facts = [&events[..], &counts].concat();
    let target = standing(&people, &facts);
    assert_eq!((amount(target.claimed), target.progress), (Some(70), Progress::Exceeded));
    let later = counted_at("rc", "t2-1", "b", "2024-06-20", 5);
    assert_eq!(amount(standing(&people, &[&facts[..], &[later]].concat()).claimed), Some(75));
}

#[test]
fn an_excused_event_owes_no_ratio() {
    let plan = plan(vec![ratio(line("t2-1", IndicatorKind::Satisfaction, &[each_event(percent(80))]))]);
    let facts = [
        held("a", "2024-06-10"),
        held("b", "2024-06-11"),
        of_the_event(shared("r", "t2-1", "2024-06-10", 9, 10), "a"),
    ];
    assert!(says(&standing(&plan, &facts), ReasonCode::EventUnmeasured));
    let none = of_the_event(not_applicable("n", "2024-06-11"), "b");
    let target = standing(&plan, &[&facts[..], &[none]].concat());
    assert!(!says(&target, ReasonCode::EventUnmeasured));
    assert_eq!(target.progress, Progress::Met);
}

#[test]
fn a_line_that_applies_again_has_its_figures_again() {
    let plan = one_line(IndicatorKind::Participants, at_least(80));
    let facts = [
        counted("a", "t2-1", "2024-06-01", 30),
        counted("b", "t2-1", "2024-06-10", 40),
        not_applicable("n", "2024-06-20"),
        counted("c", "t2-1", "2024-06-21", 10),
    ];
    assert_eq!(standing(&plan, &facts[..3]).progress, Progress::NotApplicable);
    let target = standing(&plan, &facts);
    assert_eq!((amount(target.claimed), target.progress), (Some(80), Progress::Met));

    let monthly = one_line(IndicatorKind::Participants, every_month(at_least(8)));
    let facts = [
        counted("a", "t2-1", "2024-06-24", 10),
        total("b", "2024-07-31", 18),
        not_applicable("n", "2024-08-20"),
        counted("c", "t2-1", "2024-08-21", 8),
        counted("d", "t2-1", "2024-09-21", 8),
    ];
    let target = standing(&monthly, &facts);
    let months: Vec<_> = target.per_period.iter().map(|month| month.actual.to_u32().unwrap()).collect();
    assert_eq!((months, target.progress), (vec![10, 8, 8, 8], Progress::Met));
}

#[test]
fn what_does_not_count_takes_nothing_from_what_does() {
    let posts = || one_line(IndicatorKind::Post, at_least(1));
    let a = || linked("a", EvidenceKind::Post, "2024-06-10", POST);
    let b = || {
        with(linked("b", EvidenceKind::Post, "2024-06-20", POST), |item| {
            item.screenshot = Some(day("2024-06-20"));
        })
    };
    let gone = link_seen("l", "a", LinkStatus::Gone, "2024-06-15");
    let lost = standing(&posts(), &[a(), gone, b()]);
    assert_eq!((amount(lost.proven), lost.proof), (Some(1), Proof::Complete));
    assert!(!says(&lost, ReasonCode::ProofLost));
    for status in [EventStatus::Planned, EventStatus::Cancelled] {
        let facts = [event("e", status, "2024-06-10"), of_event(a(), "e"), b()];
        assert_eq!(amount(standing(&posts(), &facts).proven), Some(1), "{status:?}");
    }
    let mut shots = posts();
    shots.tasks[0].activities[0].indicators[0].requires.evidence = vec![Trait::Screenshot];
    assert_eq!(amount(standing(&shots, &[a(), b()]).proven), Some(1));

    let photos = one_line(IndicatorKind::Photo, at_least(1));
    let photo = |name: &str, on: &str| {
        with(item(name, EvidenceKind::Photo, "t2-1", on, 1), |item| {
            item.files[0].sha256 = Some("a".repeat(64).as_str().into());
        })
    };
    let facts = [
        event("e", EventStatus::Cancelled, "2024-06-10"),
        of_event(photo("a", "2024-06-10"), "e"),
        photo("b", "2024-06-20"),
    ];
    assert_eq!(amount(standing(&photos, &facts).proven), Some(1));
}

#[test]
fn an_approval_stands_with_the_item_that_alone_names_its_document() {
    let mut plan = one_line(IndicatorKind::Plan, at_least(1));
    plan.tasks[0].activities[0].indicators[0].requires.approvals = vec![Approver::Leader];
    let approval = |number: Option<&str>| {
        let body = Approval {
            lines: vec![id("t2-1")],
            by: Approver::Leader,
            number: number.map(Into::into),
            date: None,
            evidence: Some(id("order")),
        };
        entry("approval", "2024-06-12", Fact::Approval { body })
    };
    let paper = item("plan", EvidenceKind::Plan, "t2-1", "2024-06-10", 1);
    let order = item("order", EvidenceKind::Document, "t2-9", "2024-06-11", 1);
    let missing = |facts: &[Entry]| says(&standing(&plan, facts), ReasonCode::ApprovalMissing);
    assert!(missing(&[paper.clone(), approval(None)]));
    assert!(!missing(&[paper.clone(), approval(Some("12"))]));
    assert!(!missing(&[paper.clone(), order.clone(), approval(None)]));
    let voided = void("v", "2024-06-20", "entry-order");
    assert!(missing(&[paper.clone(), order.clone(), approval(None), voided.clone()]));
    // On a day before it was voided it stood.
    let then = assessed(&plan, &[paper, order, approval(None), voided], "2024-06-15");
    assert!(!says(target_of(&then, "t2-1"), ReasonCode::ApprovalMissing));
}

fn letter(name: &str, on: &str, file: Option<&str>) -> Entry {
    with(item(name, EvidenceKind::Letter, "t2-1", on, 0), |item| {
        (item.number, item.date) = (Some("01-17".into()), Some(day("2024-05-30")));
        item.files = file.map(EvidenceFile::named).into_iter().collect();
    })
}

fn asked(plan: &Plan, facts: &[Entry]) -> usize {
    let doubts = doubts_of_evidence(plan, &observe(facts.to_vec()), day(OVER));
    doubts.iter().filter(|finding| finding.code == "ASM018").count()
}

#[test]
fn a_letter_of_one_number_and_date_is_one() {
    let plan = one_line(IndicatorKind::Letter, at_least(2));
    let told = |facts: &[Entry]| (amount(standing(&plan, facts).proven), asked(&plan, facts));
    let one = [letter("a", "2024-06-01", None), letter("b", "2024-06-02", None)];
    assert_eq!(told(&one), (Some(1), 0));
    let with_scan = [letter("a", "2024-06-01", None), letter("b", "2024-06-02", Some("scan.pdf"))];
    assert_eq!(told(&with_scan), (Some(1), 0));
    // Two scans may be of two letters: that is asked, and neither is dropped.
    let scans = [letter("a", "2024-06-01", Some("a.pdf")), letter("b", "2024-06-02", Some("scan.pdf"))];
    assert_eq!(told(&scans), (Some(2), 1));
    let titled = |entry: Entry, title: &str| with(entry, |item| item.title = Some(title.into()));
    let two = [
        titled(letter("a", "2024-06-01", None), "Әкімдікке"),
        titled(letter("b", "2024-06-02", None), "Мектепке"),
    ];
    assert_eq!(told(&two), (Some(2), 1));
    let other = with(letter("b", "2024-06-02", None), |item| item.number = Some("01-18".into()));
    assert_eq!(told(&[letter("a", "2024-06-01", None), other]), (Some(2), 0));
}

#[test]
fn two_scans_of_one_issue_are_asked_about() {
    let plan = one_line(IndicatorKind::Publication, at_least(2));
    let scan = |name: &str, title: Option<&str>| {
        with(item(name, EvidenceKind::Publication, "t2-1", "2024-06-10", 1), |item| {
            (item.number, item.outlet) = (Some("34".into()), Some("Огни Мангистау".into()));
            item.title = title.map(Into::into);
        })
    };
    assert_eq!(asked(&plan, &[scan("a", None), scan("b", None)]), 1);
    assert_eq!(asked(&plan, &[scan("a", Some("Кубок")), scan("b", Some("Қорытынды"))]), 0);
}

#[test]
fn lists_that_state_no_rows_prove_no_number() {
    for kind in [IndicatorKind::Organisation, IndicatorKind::Support, IndicatorKind::Participants] {
        let plan = one_line(kind, at_least(3));
        let facts = [vec![counted("r", "t2-1", "2024-06-10", 3)], items(EvidenceKind::List, 3)].concat();
        let target = standing(&plan, &facts);
        assert_eq!((amount(target.proven), target.proof), (Some(0), Proof::None), "{kind:?}");
        assert!(says(&target, ReasonCode::RowsUnknown), "{kind:?}");
        let stated: Vec<Entry> =
            facts.iter().map(|fact| with(fact.clone(), |item| item.rows = Some(1))).collect();
        assert_eq!(amount(standing(&plan, &stated).proven), Some(3), "{kind:?}");
    }
}

#[test]
fn rows_are_held_against_a_count_that_names_no_event() {
    let plan = one_line(IndicatorKind::Participants, at_least(30));
    let list = |name: &str, on: &str, rows| {
        with(of_event(item(&format!("list-{name}"), EvidenceKind::List, "t2-1", on, 1), name), |item| {
            item.rows = Some(rows);
        })
    };
    let told = |rows| {
        let facts = [
            held("a", "2024-06-10"),
            held("b", "2024-06-11"),
            total("r", "2024-06-12", 40),
            list("a", "2024-06-10", rows),
            list("b", "2024-06-11", rows),
        ];
        says(&standing(&plan, &facts), ReasonCode::RowsDiffer)
    };
    assert!(told(45));
    // A list that is still missing is no contradiction.
    assert!(!told(20) && !told(10));
}

#[test]
fn a_bare_percent_neither_counts_nor_wipes() {
    let plan = plan(vec![ratio(line("t2-1", IndicatorKind::Satisfaction, &[percent(80)]))]);
    let survey = item("s", EvidenceKind::Survey, "t2-1", "2024-06-10", 1);
    let measured = shared("r", "t2-1", "2024-06-01", 45, 50);
    let target = standing(&plan, &[measured, survey, total("t", "2024-06-10", 80)]);
    assert_eq!((target.progress, target.proof), (Progress::Met, Proof::Complete));
    let bare = [counted("a", "t2-1", "2024-06-01", 80), counted("b", "t2-1", "2024-06-10", 70)];
    let target = standing(&plan, &bare);
    assert_eq!((amount(target.claimed), target.progress), (Some(70), Progress::NotComputable));
    assert!(says(&target, ReasonCode::NoDenominator));
}

fn change(by: ChangeBy, amount: &str) -> Target {
    let amount: Amount = amount.parse().unwrap();
    Target { rule: TargetRule::Change { bound: Bound::Plain, from: None, amount, by }, ..plain(1) }
}

#[test]
fn a_change_without_a_baseline_begins_with_what_was_measured_first() {
    let points = |by: &str| {
        plan(vec![ratio(line("t2-1", IndicatorKind::Satisfaction, &[change(ChangeBy::Points, by)]))])
    };
    let first = shared("a", "t2-1", "2024-05-05", 50, 100);
    let last = shared("b", "t2-1", "2024-09-01", 61, 100);
    let target = standing(&points("10"), &[first.clone(), last.clone()]);
    assert_eq!(target.progress, Progress::Met);
    assert!(says(&target, ReasonCode::BaselineMeasured));
    assert_eq!(standing(&points("12"), &[first.clone(), last.clone()]).progress, Progress::Overdue);
    // One measurement is no change.
    let one = standing(&points("10"), &[last]);
    assert!(one.progress == Progress::NotComputable && says(&one, ReasonCode::NoBaseline));
    // Thirds have no end of digits: from 2/3 to 23/30 are ten points.
    let thirds = [shared("a", "t2-1", "2024-05-05", 2, 3), shared("b", "t2-1", "2024-09-01", 23, 30)];
    assert_eq!(standing(&points("10"), &thirds).progress, Progress::Met);
    let falls = [shared("a", "t2-1", "2024-05-05", 2, 3), shared("b", "t2-1", "2024-09-01", 17, 30)];
    assert_eq!(standing(&points("-10"), &falls).progress, Progress::Met);

    let mut level = one_line(IndicatorKind::Other, change(ChangeBy::Percent, "20"));
    level.tasks[0].activities[0].indicators[0].accumulation = Accumulation::Level;
    let to = |amount| standing(&level, &[total("a", "2024-05-05", 100), total("b", "2024-09-01", amount)]);
    assert_eq!((to(119).progress, to(120).progress), (Progress::Overdue, Progress::Met));
}

#[test]
fn a_lower_total_takes_back_the_latest_of_what_was_read_before() {
    let plan = one_line(IndicatorKind::Participants, every_month(at_least(8)));
    let facts = [
        counted("a", "t2-1", "2024-06-24", 24),
        total("b", "2024-07-08", 7),
        counted("c", "t2-1", "2024-07-20", 8),
        counted("d", "t2-1", "2024-08-20", 8),
    ];
    let target = standing(&plan, &facts);
    let months: Vec<_> = target.per_period.iter().map(|month| month.actual.to_u32().unwrap()).collect();
    assert_eq!((months, amount(target.claimed)), (vec![7, 8, 8, 0], Some(23)));
    // What was read of one event is taken back from that event.
    let facts = [
        held("x", "2024-06-24"),
        held("y", "2024-07-20"),
        counted_at("a", "t2-1", "x", "2024-06-24", 30),
        counted_at("b", "t2-1", "y", "2024-07-20", 40),
        of_the_event(total("c", "2024-08-01", 20), "x"),
    ];
    let target = standing(&plan, &facts);
    let months: Vec<_> = target.per_period.iter().map(|month| month.actual.to_u32().unwrap()).collect();
    assert_eq!((months, amount(target.claimed)), (vec![20, 40, 0, 0], Some(60)));
}

#[test]
fn an_item_of_two_events_is_none_of_the_one_that_was_not_held() {
    let plan = one_line(IndicatorKind::Post, each_event(at_least(1)));
    let both =
        of_event(of_event(linked("a", EvidenceKind::Post, "2024-06-11", "https://t.me/z/1"), "x"), "y");
    let loose = linked("b", EvidenceKind::Post, "2024-06-12", "https://t.me/z/2");
    let facts = [held("x", "2024-06-10"), event("y", EventStatus::Cancelled, "2024-06-11"), both, loose];
    assert_eq!(amount(standing(&plan, &facts).proven), Some(1));
}

#[test]
fn more_of_one_part_makes_up_for_no_other() {
    let part = |name: &str, amount: u32, label: &str| Part {
        id: id(name),
        amount: amount.into(),
        label: label.into(),
    };
    let target = Target {
        parts: vec![part("pa", 1, "спорттық"), part("pb", 2, "мәдени")], ..at_least(3)
    };
    let plan = one_line(IndicatorKind::Event, target);
    let sport =
        |name: &str, on: &str| with_event(held(name, on), |event| event.part = Some("спорттық".into()));
    let facts = [sport("a", "2024-06-10"), sport("b", "2024-06-11"), held("c", "2024-06-12")];
    let target = standing(&plan, &facts);
    assert_eq!((target.progress, target.missing), (Progress::Overdue, Some(2.into())));
}

#[test]
fn what_may_be_there_at_most_is_not_owed() {
    let plan = one_line(IndicatorKind::Photo, each_event(number(Bound::AtMost, 4)));
    let facts = [held("a", "2024-06-10"), held("b", "2024-06-11")];
    assert_eq!(standing(&plan, &facts).expected.by_date, None);
}
