//! What every special case of the sample season does to the assessment of the real annex.
//!
//! A line is told as `headline: progress, proof, timing, review`, then its figures, then what is missing where, then why (the
//! codes of `docs/assess.md`). Lines are named by their printed numbers, days are of 2024.
#![cfg(test)]

use std::fmt::Write as _;
use std::sync::LazyLock;

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::{Assessment, EventStanding, Figure, TargetStanding, assess};
use qoldau_core::facts::{FactsLimits, FactsRead, Observations, check_facts, observe, read_facts};
use qoldau_core::plan::{Plan, Policy};
use qoldau_core::value::Id;

static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let annex = qoldau_tests::read("examples/data/qoldau-2024.kk.docx").unwrap();
    read_annex(&annex, &ReadLimits::default()).unwrap().plan
});

static FACTS: LazyLock<FactsRead> =
    LazyLock::new(|| read_facts(qoldau_season::season().as_bytes(), &FactsLimits::default()).unwrap());

static OBSERVATIONS: LazyLock<Observations> = LazyLock::new(|| observe(FACTS.entries.clone()));

/// The assessment of a day, `09-15` for 15 September.
fn on(day: &str) -> Assessment {
    let as_of = format!("2024-{day}").parse().unwrap();
    assess(&PLAN, &OBSERVATIONS, as_of, &Policy::default(), None)
}

/// A line by its printed number, told in words; a paragraph for each target.
fn told(assessment: &Assessment, number: &str) -> String {
    let id = &PLAN.lines().find(|(_, _, line)| line.number == number).unwrap().2.id;
    let standing = assessment
        .tasks
        .iter()
        .flat_map(|task| &task.activities)
        .flat_map(|activity| &activity.lines)
        .find(|line| line.id == *id)
        .unwrap();
    standing.targets.iter().map(target).collect::<Vec<_>>().join(" | ")
}

fn target(target: &TargetStanding) -> String {
    let key = |value: serde_json::Value| value.as_str().unwrap().to_owned();
    let keys = [
        serde_json::to_value(target.progress),
        serde_json::to_value(target.proof),
        serde_json::to_value(target.timing),
        serde_json::to_value(target.review),
    ];
    let mut out = key(serde_json::to_value(target.headline).unwrap());
    out.push_str(": ");
    out.push_str(&keys.map(|value| key(value.unwrap())).join(", "));
    for (name, figure) in
        [("claimed", target.claimed), ("proven", target.proven), ("accepted", target.accepted)]
    {
        match figure {
            Some(Figure::Amount { amount }) => write!(out, "; {name} {amount}").unwrap(),
            Some(Figure::Share { share }) => {
                write!(out, "; {name} {}/{}", share.numerator, share.denominator).unwrap();
            }
            None => {}
        }
    }
    if let Some(total) = target.expected.total {
        write!(out, "; of {total}").unwrap();
    }
    for short in target.per_event.iter().filter(|share| !share.missing.is_zero()) {
        write!(out, "; {} lacks {}", short.event, short.missing).unwrap();
    }
    for short in target.per_period.iter().filter(|share| !share.missing.is_zero()) {
        write!(out, "; month {} lacks {}", short.range.start.month(), short.missing).unwrap();
    }
    for reason in &target.reasons {
        write!(out, "; {}", key(serde_json::to_value(reason.code).unwrap())).unwrap();
    }
    out
}

/// An event by its id.
fn event<'a>(assessment: &'a Assessment, id: &str) -> &'a EventStanding {
    assessment.events.iter().find(|event| event.id.as_str() == id).unwrap()
}

/// The findings of the assessment itself: code and lines.
fn findings(assessment: &Assessment) -> Vec<String> {
    let lines = |lines: &[Id]| lines.iter().map(Id::as_str).collect::<Vec<_>>().join(" ");
    assessment.findings.iter().map(|finding| format!("{} {}", finding.code, lines(&finding.lines))).collect()
}

#[test]
fn the_season_is_whole_and_fits_the_plan() {
    assert_eq!(FACTS.findings, []);
    assert_eq!(check_facts(&PLAN, &FACTS), []);
    assert!(FACTS.entries.iter().all(|entry| entry.author.starts_with("sample-")));
}

#[test]
fn the_report_of_mid_september_is_worth_reading() {
    let counts = |day| {
        let counts = on(day).counts;
        [counts.proven, counts.needs_action, counts.overdue, counts.not_due]
    };
    assert_eq!(counts("06-01"), [0, 71, 0, 2], "the first day of work");
    assert_eq!(counts("09-15"), [38, 33, 0, 2]);
    assert_eq!(counts("11-01"), [63, 1, 9, 0], "the day after the project");
}

#[test]
fn a_past_day_needs_no_later_facts() {
    for day in ["06-20", "08-31", "09-15"] {
        let until = format!("2024-{day}").parse().unwrap();
        let known = FACTS.entries.iter().filter(|entry| entry.on <= until).cloned().collect();
        let then = assess(&PLAN, &observe(known), until, &Policy::default(), None);
        assert!(then == on(day), "{day}");
    }
}

/// Lines met early, and lines still open in September.
#[test]
fn lines_met_and_lines_open() {
    let september = on("09-15");
    assert_eq!(
        told(&september, "4.3"),
        "proven: met, complete, inTime, draft; claimed 150; proven 150; of 150"
    );
    assert_eq!(
        told(&september, "4.9"),
        "proven: met, complete, inTime, draft; claimed 127/150; proven 127/150; of 80",
        "42/50, 45/52 and 40/48 are summed by their parts, not averaged"
    );
    assert_eq!(
        told(&september, "9.2"),
        "needsAction: open, complete, inTime, draft; claimed 9; proven 9; of 10; missing"
    );
    assert_eq!(told(&september, "8.1"), "notDue: notDue, none, unknown, draft; proven 0; of 1; missing");
}

/// The cup has three photos of five and no video. Other events' surplus does not help it.
#[test]
fn an_event_short_of_photos() {
    assert_eq!(
        told(&on("09-15"), "2.10"),
        "needsAction: behind, complete, inTime, draft; claimed 11; proven 11; of 15; cup lacks 2; eventShort; \
         eventsOpen"
    );
    assert_eq!(
        told(&on("11-01"), "2.10"),
        "overdue: overdue, complete, inTime, draft; claimed 17; proven 17; of 15; cup lacks 2; eventShort"
    );
    assert_eq!(
        told(&on("11-01"), "2.11"),
        "overdue: overdue, complete, inTime, draft; claimed 2; proven 2; of 3; cup lacks 1; eventShort"
    );
}

/// Coordinator and PR specialist both recorded the cup. It counts once from the start; until the leader joins the records,
/// the finding asks.
#[test]
fn a_doubled_event() {
    let before = on("06-20");
    assert_eq!(
        told(&before, "2.8"),
        "needsAction: open, complete, inTime, draft; claimed 1; proven 1; of 3; partShort; missing; \
         probableDoubles"
    );
    assert_eq!(event(&before, "cup").probable_doubles, ["cup-pr".parse().unwrap()]);
    assert_eq!(findings(&before), ["ASM001 t2-a1", "ASM008 t8-a2 t8-a3"]);

    let after = on("06-24");
    assert_eq!(event(&after, "cup").joined, ["cup-pr".parse().unwrap()]);
    assert!(event(&after, "cup").probable_doubles.is_empty());
    assert_eq!(findings(&after), ["ASM008 t8-a2 t8-a3"]);
    assert_eq!(
        told(&after, "2.10"),
        "needsAction: behind, complete, inTime, draft; claimed 3; proven 3; of 15; cup lacks 2; eventShort; \
         eventsOpen",
        "two photos of one record and one of the other are three of one event"
    );
}

/// The festival's list was scanned as five files. With the cup's list there are two lists, not six.
#[test]
fn a_scan_of_five_pages_is_one_list() {
    assert_eq!(
        told(&on("09-15"), "2.6"),
        "needsAction: onTrack, complete, inTime, draft; claimed 2; proven 2; of 3; eventsOpen"
    );
}

/// The first book of consultations proves 84 supports and is the journal that was promised. 94 supports are claimed; the
/// second book, at the end of September, proves the rest.
#[test]
fn a_journal_that_proves_two_lines() {
    let september = on("09-15");
    assert_eq!(
        told(&september, "1.5"),
        "needsAction: open, partial, inTime, draft; claimed 94; proven 84; of 100; missing; claimedNotProven; \
         rowsDiffer"
    );
    assert_eq!(told(&september, "1.7"), "proven: met, complete, inTime, draft; claimed 1; proven 1; of 1");
    assert_eq!(
        told(&on("09-30"), "1.5"),
        "proven: exceeded, complete, inTime, draft; claimed 104; proven 104; of 100",
        "the support that was recorded twice and voided is not among them"
    );
}

/// The festival's post counts for task 2 and for the information work, and is shown to do so.
#[test]
fn a_post_shared_by_two_sections() {
    let september = on("09-15");
    assert_eq!(
        told(&september, "2.9"),
        "needsAction: open, complete, inTime, draft; claimed 2; proven 2; of 3; missing"
    );
    assert!(findings(&september).contains(&"ASM002 t2-9 t9-1".to_owned()));
    let end = on("11-01");
    assert_eq!(
        told(&end, "9.1"),
        "proven: met, complete, inTime, draft; claimed 26; proven 25; of 25; proofIncomplete; sharedWithTask; claimedNotProven",
        "25 with the festival's; the post nobody pictured does not count"
    );
}

/// Two posts were taken down. The one with a screenshot still counts, the other is lost.
#[test]
fn links_that_are_gone() {
    assert_eq!(
        told(&on("09-09"), "1.9"),
        "proven: met, complete, inTime, draft; claimed 2; proven 2; of 2",
        "nobody has looked yet"
    );
    assert_eq!(
        told(&on("09-10"), "1.9"),
        "needsAction: open, partial, inTime, draft; claimed 2; proven 1; of 2; missing; proofLost; \
         claimedNotProven"
    );
    assert_eq!(
        told(&on("11-01"), "1.9"),
        "overdue: overdue, partial, inTime, draft; claimed 2; proven 1; of 2; missing; proofLost; claimedNotProven"
    );
}

/// Seven letters are promised, one went to seven addressees: one of seven, until it is agreed that an addressee counts.
#[test]
fn a_letter_to_seven_addressees() {
    let posts = "proven: met, complete, inTime, draft; claimed 2; proven 2; of 2";
    assert_eq!(
        told(&on("09-19"), "1.3"),
        format!("{posts} | needsAction: open, complete, inTime, draft; claimed 1; proven 1; of 7; missing")
    );
    assert_eq!(
        told(&on("09-20"), "1.3"),
        format!("{posts} | proven: met, complete, inTime, draft; claimed 7; proven 7; of 7")
    );
}

/// The programme of the events is there from June on, the letter of the local executive body never comes. The daily plan
/// waits for the leader until 20 September.
#[test]
fn a_missing_approval() {
    assert_eq!(
        told(&on("09-15"), "2.1"),
        "needsAction: open, complete, inTime, draft; claimed 1; proven 1; of 1; approvalMissing"
    );
    assert_eq!(
        told(&on("11-01"), "2.1"),
        "overdue: overdue, complete, inTime, draft; claimed 1; proven 1; of 1; approvalMissing"
    );
    assert_eq!(
        told(&on("09-19"), "6.5"),
        "needsAction: open, complete, inTime, draft; claimed 1; proven 1; of 1; approvalMissing"
    );
    assert_eq!(told(&on("09-20"), "6.5"), "proven: met, complete, inTime, draft; claimed 1; proven 1; of 1");
}

/// The winners' line asks for a list and an act of handing over; the act is not counted as a second list, and it is not
/// beside the point either.
#[test]
fn a_list_with_its_act() {
    assert_eq!(
        told(&on("09-27"), "7.6"),
        "needsAction: notStarted, none, unknown, draft; proven 0; of 1; missing; documentMissing"
    );
    assert_eq!(told(&on("09-28"), "7.6"), "proven: met, complete, inTime, draft; claimed 1; proven 1; of 1");
}

/// Nothing was shown in June and twice in July: two in July do not heal June.
#[test]
fn a_gap_in_june() {
    assert_eq!(
        told(&on("07-31"), "6.2"),
        "needsAction: behind, complete, inTime, draft; claimed 2; proven 2; of 5; month 6 lacks 1; \
         month 8 lacks 1; month 9 lacks 1; month 10 lacks 1; periodShort"
    );
    assert_eq!(
        told(&on("11-01"), "6.2"),
        "overdue: overdue, complete, inTime, draft; claimed 5; proven 5; of 5; month 6 lacks 1; periodShort",
        "five in all, and still not one every month"
    );
    assert_eq!(told(&on("11-01"), "6.4"), "proven: met, complete, inTime, draft; claimed 5; proven 5; of 5");
}

/// The evening under the open sky was cancelled and counts nowhere; the concert in its place makes the third event.
#[test]
fn a_cancelled_event() {
    let status = |day, id| serde_json::to_value(event(&on(day), id).status).unwrap();
    assert_eq!(status("08-22", "cinema"), "planned");
    assert_eq!(status("08-23", "cinema"), "cancelled");
    assert_eq!(
        told(&on("09-15"), "2.8"),
        "needsAction: onTrack, complete, inTime, draft; claimed 2; proven 2; of 3; partShort; missing"
    );
    assert_eq!(told(&on("09-30"), "2.8"), "proven: met, complete, inTime, draft; claimed 3; proven 3; of 3");
}

/// A visit put off from 10 to 17 September owes nothing before it is held.
#[test]
fn a_visit_put_off() {
    let visit = event(&on("09-15"), "visit-20").clone();
    assert_eq!(serde_json::to_value(visit.status).unwrap(), "postponed");
    assert_eq!(visit.range.start.to_string(), "2024-09-17");
    assert!(!told(&on("09-15"), "3.6").contains("visit-20"));
}

/// The report on the support comes on 10 October, ten days late: met, and late. The list of the last visit comes on
/// 7 October: the event was in time, only its evidence is late.
#[test]
fn late_documents() {
    assert_eq!(told(&on("10-09"), "1.10"), "overdue: overdue, none, unknown, draft; proven 0; of 1; missing");
    assert_eq!(
        told(&on("10-10"), "1.10"),
        "proven: met, complete, late, draft; claimed 1; proven 1; of 1; late"
    );
    assert_eq!(
        told(&on("09-30"), "3.4"),
        "needsAction: behind, complete, inTime, draft; claimed 39; proven 39; of 40; visit-40 lacks 1; eventShort"
    );
    assert_eq!(
        told(&on("11-01"), "3.4"),
        "proven: met, complete, inTime, draft; claimed 40; proven 40; of 40; evidenceLate"
    );
}

/// One list has 74 rows for 83 people: nine of the participants are claimed and not proven.
#[test]
fn a_list_that_is_not_the_number() {
    assert_eq!(
        told(&on("11-01"), "3.3"),
        "proven: exceeded, complete, inTime, draft; claimed 3082; proven 3073; of 3000; claimedNotProven; \
         rowsDiffer; evidenceLate"
    );
    assert_eq!(findings(&on("11-01")), ["ASM002 t2-9 t9-1", "ASM003 t3-3", "ASM008 t8-a2 t8-a3"]);
}

/// Task 5 was handed in early: four lines accepted, one returned, which needs action although everything is there.
#[test]
fn lines_accepted_and_a_line_returned() {
    let september = on("09-15");
    assert_eq!(
        told(&september, "5.4"),
        "proven: met, complete, inTime, accepted; claimed 2; proven 2; accepted 2; of 2"
    );
    assert_eq!(
        told(&september, "5.5"),
        "needsAction: met, complete, inTime, returned; claimed 2; proven 2; of 2; returned"
    );
}

/// The direct beneficiaries are the sum of the lines that were agreed; supports are among them because that was agreed too.
#[test]
fn the_impact_block_sums_the_lines_that_were_agreed() {
    let end = on("11-01");
    let direct = end.impact.first().unwrap();
    assert_eq!(direct.participations, Some(3492.into()), "104 + 3082 + 150 + 156");
    assert_eq!(direct.unique_persons, None, "never derived from participations");
}
