//! What the evidence gives reason to ask, and what it counts for in several places.

use qoldau_core::assess::{Figure, ReasonCode, Validity, assess, doubts_of_evidence};
use qoldau_core::facts::{Capture, CaptureSource, Entry, EvidenceFile, EvidenceKind, LinkStatus, observe};
use qoldau_core::finding::fill;
use qoldau_core::language::Language;
use qoldau_core::plan::{IndicatorKind, Plan, Policy, Question, TaskKind};
use qoldau_core::value::{Amount, Id};

use crate::world::*;

fn amount_of(figure: Figure) -> Option<Amount> {
    match figure {
        Figure::Amount { amount } => Some(amount),
        Figure::Share { .. } => None,
    }
}

/// The doubts of a day as `code lines: words`.
fn doubts(plan: &Plan, entries: &[Entry], on: &str) -> Vec<String> {
    let found = doubts_of_evidence(plan, &observe(entries.to_vec()), day(on));
    let said = |finding: &qoldau_core::finding::Finding| {
        let rule = qoldau_core::rule(&finding.code).unwrap();
        let lines: Vec<&str> = finding.lines.iter().map(Id::as_str).collect();
        let words = fill(rule.message.en, &finding.params, Language::English);
        format!("{} {}: {words}", finding.code, lines.join(","))
    };
    found.iter().map(said).collect()
}

fn photos() -> Plan {
    plan(vec![line("t2-1", IndicatorKind::Photo, &[plain(10)])])
}

/// A photo item of line `t2-1` with one file.
fn photo(name: &str, change: impl Fn(&mut EvidenceFile)) -> Entry {
    with(item(name, EvidenceKind::Photo, "t2-1", "2024-07-01", 1), |item| {
        item.files.first_mut().into_iter().for_each(change);
    })
}

fn taken(on: &str, source: CaptureSource) -> impl Fn(&mut EvidenceFile) {
    let captured = Some(Capture { on: day(on), source });
    move |file| file.captured = captured
}

#[test]
fn a_picture_of_another_day_than_its_event_is_asked_about() {
    let told = |file: fn(&mut EvidenceFile)| {
        let photo = of_event(photo("p", file), "cup");
        doubts(&photos(), &[held("cup", "2024-06-15"), photo], "2024-08-01")
    };
    assert_eq!(told(|_| ()), [""; 0], "nobody knows when it was taken");
    assert_eq!(told(|file| taken("2024-06-16", CaptureSource::Camera)(file)), [""; 0], "past midnight");
    assert_eq!(
        told(|file| taken("2024-06-17", CaptureSource::Camera)(file)),
        [
            "ASM010 t2-1: This may have been taken on another day: p. Files: 1. Taken: June 17, 2024 (by the camera); \
          it is for: June 15, 2024"
        ]
    );
    assert_eq!(
        told(|file| file.name = "IMG_20240520_101500.jpg".into()),
        [
            "ASM010 t2-1: This may have been taken on another day: p. Files: 1. Taken: May 20, 2024 (by the name of the \
          file); it is for: June 15, 2024"
        ]
    );
    assert_eq!(
        told(|file| {
            file.name = "IMG_20240520_101500.jpg".into();
            taken("2024-06-15", CaptureSource::Stated)(file);
        }),
        [""; 0],
        "what is recorded goes before the name"
    );
}

#[test]
fn a_picture_of_no_event_is_of_the_day_it_bears_or_of_the_project() {
    let project = photos().period.unwrap();
    let before = photo("p", |file| {
        file.captured = Some(Capture { on: day("2019-01-01"), source: CaptureSource::Camera });
    });
    assert!(project.start > day("2019-01-02"));
    let told = doubts(&photos(), std::slice::from_ref(&before), "2024-08-01");
    assert!(told[0].starts_with("ASM010 t2-1"), "{told:?}");
    let bears = with(before, |item| item.date = Some(day("2019-01-01")));
    assert_eq!(doubts(&photos(), &[bears], "2024-08-01"), [""; 0]);
    let late = photo("p", taken("2024-06-20", CaptureSource::Camera));
    assert_eq!(doubts(&photos(), &[late], "2024-08-01"), [""; 0], "recorded days after it was taken");
}

#[test]
fn pictures_that_look_alike_are_a_question_and_count() {
    let looks = |name: &'static str, hash: &'static str| {
        photo(name, move |file| file.perceptual_hash = Some(hash.into()))
    };
    let facts =
        [looks("a", "00000000000000ff"), looks("b", "000000000000003f"), looks("c", "ffffffffffffffff")];
    assert_eq!(
        doubts(&photos(), &facts, "2024-08-01"),
        ["ASM011 t2-1: Pictures look alike: a, b. Pairs: 1. Is it one picture?"]
    );
    let standing = assessed(&photos(), &facts, "2024-08-01");
    let proven = target_of(&standing, "t2-1").proven.and_then(amount_of);
    assert_eq!(proven, Some(3.into()), "never an error, never taken off");
}

#[test]
fn stories_ask_for_a_copy_at_once_and_count_with_it_alone() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Announcement, &[plain(1)])]);
    let story = with(item("s", EvidenceKind::Story, "t2-1", "2024-07-01", 0), |item| {
        item.link = Some("https://www.instagram.com/stories/ngo/123".into());
    });
    assert_eq!(
        doubts(&plan, std::slice::from_ref(&story), "2024-07-01"),
        ["ASM009 t2-1: A story or a live stream is gone within a day, and it has no copy yet: s"]
    );
    let used = evidence(&plan, std::slice::from_ref(&story), "2024-07-01", "t2-1");
    assert_eq!(used[0].validity, Validity::Incomplete);
    let kept = with(story, |item| item.screenshot = Some(day("2024-07-01")));
    assert_eq!(doubts(&plan, std::slice::from_ref(&kept), "2024-07-01"), [""; 0]);
    assert_eq!(evidence(&plan, &[kept], "2024-07-01", "t2-1")[0].validity, Validity::Valid);
}

#[test]
fn a_stream_that_is_still_there_two_days_later_is_kept_by_the_network() {
    let plan = plan(vec![line("t2-1", IndicatorKind::LiveStream, &[plain(1)])]);
    let stream = with(item("s", EvidenceKind::LiveStream, "t2-1", "2024-07-01", 0), |item| {
        item.link = Some("https://youtu.be/abcdefghijk".into());
    });
    let seen = |on: &str| link_seen(&format!("seen-{on}"), "s", LinkStatus::Alive, on);
    let asked = |facts: &[Entry]| doubts(&plan, facts, "2024-08-01").len();
    assert_eq!(asked(std::slice::from_ref(&stream)), 1);
    assert_eq!(asked(&[stream.clone(), seen("2024-07-02")]), 1);
    assert_eq!(asked(&[stream, seen("2024-07-03")]), 0);
}

#[test]
fn one_item_for_two_lines_of_an_activity_is_a_question_and_a_proving_document_is_not() {
    let plan = plan(vec![
        line("t2-1", IndicatorKind::Photo, &[plain(1)]),
        line("t2-2", IndicatorKind::Photo, &[plain(1)]),
        line("t2-3", IndicatorKind::List, &[plain(1)]),
        line("t2-4", IndicatorKind::Participants, &[plain(10)]),
    ]);
    let both = with(photo("p", |_| ()), |item| item.lines.push(id("t2-2")));
    let list = with(item("l", EvidenceKind::List, "t2-3", "2024-07-01", 1), |item| {
        item.lines.push(id("t2-4"));
    });
    let told = doubts(&plan, &[both, list.clone()], "2024-08-01");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("ASM012 t2-1,t2-2: One item counts for two lines:"), "{told:?}");
    let same = |name: &str, line: &str| {
        with(item(name, EvidenceKind::Photo, line, "2024-07-01", 1), |item| {
            item.files[0].sha256 = Some("ab".repeat(32).into());
        })
    };
    let told = doubts(&plan, &[same("a", "t2-1"), same("b", "t2-2"), list], "2024-08-01");
    assert!(told.len() == 1 && told[0].starts_with("ASM012 t2-1,t2-2"), "one file under two items: {told:?}");
}

fn two_networks() -> Plan {
    let mut line = line("t2-1", IndicatorKind::Announcement, &[plain(2)]);
    line.requires.channels = vec!["Facebook".into(), "Instagram".into()];
    plan(vec![line])
}

/// A post with the picture that both networks bear.
fn post(name: &str, outlet: Option<&str>, link: Option<&str>) -> Entry {
    with(item(name, EvidenceKind::Post, "t2-1", "2024-07-01", 1), |item| {
        item.title = Some("Волонтерлер кубогы".into());
        item.files[0].sha256 = Some("ab".repeat(32).into());
        (item.outlet, item.link) = (outlet.map(Into::into), link.map(Into::into));
    })
}

#[test]
fn one_text_on_two_networks_is_two_announcements_where_the_line_names_both() {
    let proven = |plan: &Plan, facts: &[Entry]| {
        let standing = assessed(plan, facts, "2024-08-01");
        target_of(&standing, "t2-1").proven.and_then(amount_of)
    };
    let by_outlet = [post("a", Some("Facebook"), None), post("b", Some("instagram"), None)];
    let by_link = [
        post("a", None, Some("https://m.facebook.com/ngo/posts/1")),
        post("b", None, Some("https://www.instagram.com/p/AbC1/")),
    ];
    let again = [post("a", Some("Facebook"), None), post("b", Some("Facebook"), None)];
    for facts in [&by_outlet, &by_link] {
        assert_eq!(proven(&two_networks(), facts), Some(2.into()));
        assert_eq!(doubts(&two_networks(), facts, "2024-08-01"), [""; 0]);
    }
    assert_eq!(proven(&two_networks(), &again), Some(Amount::ONE), "one text twice on one network");
    let unnamed = plan(vec![line("t2-1", IndicatorKind::Announcement, &[plain(2)])]);
    assert_eq!(proven(&unnamed, &by_outlet), Some(Amount::ONE), "the same file");
    let told = doubts(&unnamed, &by_link, "2024-08-01");
    assert_eq!(
        told,
        ["ASM013 t2-1: One text on several networks counts as several: a, b. Is it one announcement?"]
    );
}

#[test]
fn sizes_that_cannot_be_are_told_of() {
    let sized = |name: &str, bytes: u64| {
        photo(name, move |file| {
            (file.sha256, file.bytes) = (Some("ab".repeat(32).into()), Some(bytes));
        })
    };
    let told = doubts(
        &photos(),
        &[sized("a", 1024), sized("b", 2048), photo("c", |file| file.bytes = Some(0))],
        "2024-08-01",
    );
    assert_eq!(
        told,
        [
            "ASM014 t2-1: One file is recorded with two sizes: a, b",
            "ASM015 t2-1: A file is empty and shows nothing: c. Files: 1"
        ]
    );
}

/// A line of a task and one of the information work, both of posts.
fn shared_plan() -> Plan {
    let mut plan = plan(vec![line("t2-1", IndicatorKind::Post, &[plain(2)])]);
    let mut task = plan.tasks[0].clone();
    (task.id, task.kind) = (id("t9"), TaskKind::Information);
    task.activities[0].id = id("t9-a1");
    task.activities[0].indicators = vec![line("t9-1", IndicatorKind::Post, &[plain(3)])];
    plan.tasks.push(task);
    plan
}

fn posts() -> [Entry; 2] {
    let both = with(item("a", EvidenceKind::Post, "t2-1", "2024-07-01", 1), |item| {
        item.lines.push(id("t9-1"));
    });
    [both, item("b", EvidenceKind::Post, "t9-1", "2024-07-01", 1)]
}

#[test]
fn a_post_of_a_task_and_of_the_information_work_counts_in_both_and_the_totals_stand_both_ways() {
    let standing = assessed(&shared_plan(), &posts(), "2024-08-01");
    let target = target_of(&standing, "t9-1");
    assert_eq!(target.proven.and_then(amount_of), Some(2.into()));
    let shared = target.reasons.iter().find(|reason| reason.code == ReasonCode::SharedWithTask).unwrap();
    let said = fill("{count} {alone}", &shared.params, Language::English);
    assert_eq!(said, "1 1");
    let own = target_of(&standing, "t2-1");
    assert!(own.reasons.iter().all(|reason| reason.code != ReasonCode::SharedWithTask), "{own:?}");
}

#[test]
fn read_as_once_it_counts_for_the_task_alone() {
    let [both, own] = posts();
    let facts = [both, own, read_as("r", "t9-1", Question::Reuse, "once", "2024-07-01")];
    let standing = assessed(&shared_plan(), &facts, "2024-08-01");
    let amount = |line: &str| target_of(&standing, line).proven.and_then(amount_of);
    assert_eq!((amount("t2-1"), amount("t9-1")), (Some(Amount::ONE), Some(Amount::ONE)));
    let reasons: Vec<ReasonCode> =
        target_of(&standing, "t9-1").reasons.iter().map(|reason| reason.code).collect();
    assert!(reasons.contains(&ReasonCode::CountedForTask), "{reasons:?}");
    let used = evidence(&shared_plan(), &facts, "2024-08-01", "t9-1");
    let validity: Vec<Validity> = used.iter().map(|used| used.validity).collect();
    assert_eq!(validity, [Validity::CountedForTask, Validity::Valid]);

    let mut by_policy = Policy::default();
    by_policy.reuse.value = Some("once".into());
    let observations = observe(posts().to_vec());
    let standing = assess(&shared_plan(), &observations, day("2024-08-01"), &by_policy, None);
    let proven = target_of(&standing, "t9-1").proven.and_then(amount_of);
    assert_eq!(proven, Some(Amount::ONE), "the policy says it for every line");
}
