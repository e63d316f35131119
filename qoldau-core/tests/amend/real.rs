//! The agreement of the issue: a line inserted into task 2, a newspaper exchanged, a deadline extended, an employee
//! replaced.

use std::collections::BTreeMap;

use qoldau_core::assess::{Assessment, LineStanding, assess};
use qoldau_core::facts::{FactsLimits, Observations, check_facts, observe, read_facts};
use qoldau_core::plan::{Plan, PlanNode, Policy};
use qoldau_core::value::Id;

use qoldau_core::plan::reconcile::amend;

use crate::support::*;

/// The new annex of the agreement.
pub(crate) fn new_annex() -> Annex {
    Annex::real()
        .change("2-міндет", "Шара ережесі\n", "Шара ережесі\n\nТөрешілер алқасының құрамы\n")
        .change("2-міндет", "Кем дегенде 3\n\n3\n", "Кем дегенде 3\n\n1\n\n3\n")
        .change("Бұқаралық ақпарат", "«Огни Мангистау» газеті\n", "«Лада» газеті\n")
        .change("Бұқаралық ақпарат", "«Огни Мангистау» газетінде", "«Лада» газетінде")
        .change("7 міндет", "Маусым -Қыркүйек", "Маусым -Қазан")
        .change("II БЛОК", "Екінші Қызметкер", "Ерлан Жаңабай")
        .change("II БЛОК", "8 700 000 00 02", "8 700 000 00 12")
}

fn season() -> Observations {
    let facts = read_facts(example("season.jsonl").as_bytes(), &FactsLimits::default()).unwrap();
    observe(facts.entries)
}

/// Where every line stands, by its id.
fn lines(assessment: &Assessment) -> BTreeMap<&Id, &LineStanding> {
    let activities = assessment.tasks.iter().flat_map(|task| &task.activities);
    activities.flat_map(|activity| &activity.lines).map(|line| (&line.id, line)).collect()
}

fn on(plan: &Plan, day: &str) -> Assessment {
    assess(plan, &season(), day.parse().unwrap(), &Policy::default(), None)
}

#[test]
fn every_line_is_found_again() {
    let found = propose(&plan(), &new_annex().plan());
    assert_eq!(
        notable(&found),
        [
            "line added 2.3 <- -",
            "activity changed 7.1 <- 7.1 due",
            "activity changed 9.2 <- 9.2 channels",
            "line changed 9.5 <- 9.5 name",
            "person added 2 <- -",
            "person withdrawn - <- 2",
        ]
    );
    assert_eq!((found.findings.as_slice(), found.edition), (&[][..], 1));
    // All that stands behind the inserted line has another number and is the line it was.
    let shifted: Vec<String> = found
        .rows
        .iter()
        .map(told)
        .filter(|row| row.starts_with("line kept 2.") && row.contains("<- 2."))
        .collect();
    assert_eq!(shifted.first().map(String::as_str), Some("line kept 2.1 <- 2.1"));
    assert_eq!(shifted.last().map(String::as_str), Some("line kept 2.12 <- 2.11"));
    assert_eq!(shifted.len(), 11);
}

#[test]
fn no_line_gets_the_id_of_another() {
    let old = plan();
    let next = amended(&old, &new_annex().plan()).plan;
    for (.., line) in old.lines() {
        let now = next.line(&line.id).unwrap();
        assert!(line.name == now.name || line.number == "9.5", "{}", line.number);
        let ids = |line: &qoldau_core::plan::Indicator| -> Vec<Id> {
            let targets = line.targets.iter();
            targets
                .flat_map(|one| std::iter::once(&one.id).chain(one.parts.iter().map(|part| &part.id)))
                .cloned()
                .collect()
        };
        assert_eq!(ids(line), ids(now), "{}", line.number);
    }
    let inserted = line(&next, "2.3");
    assert_eq!((inserted.id.as_str(), inserted.targets[0].id.as_str()), ("t2-12", "t2-12.1"));
    assert_eq!(next.lines().count(), old.lines().count() + 1);
}

#[test]
fn the_edition_is_noted_and_who_left_is_remembered() {
    let old = plan();
    let next = amended(&old, &new_annex().plan()).plan;
    let edition = next.latest_edition().unwrap();
    assert_eq!((next.editions.len(), edition.number), (2, 1));
    assert_eq!(edition.agreement, Some(agreement(&[]).agreement));
    assert_eq!(edition.effective_from.unwrap().to_string(), "2024-08-01");
    let staff: Vec<(&str, Option<String>)> =
        next.team.staff.iter().map(|one| (one.id.as_str(), one.from.map(|day| day.to_string()))).collect();
    assert_eq!(staff, [("staff-1", None), ("staff-4", Some("2024-08-01".into())), ("staff-3", None)]);
    let gone: Vec<(PlanNode, &str)> = next.withdrawn.iter().map(|one| (one.node, one.id.as_str())).collect();
    assert_eq!(gone, [(PlanNode::Person, "staff-2")]);
    // Nobody's name is written where it does not belong.
    let debug = format!("{next:?} {:?}", propose(&old, &new_annex().plan()));
    assert!(!debug.contains("Жаңабай") && !debug.contains("Екінші"), "a name is printed");
    assert_eq!(next.impact, old.impact);
}

#[test]
fn no_fact_changes_its_line() {
    let old = plan();
    let next = amended(&old, &new_annex().plan()).plan;
    for day in ["2024-08-01", "2024-09-15", "2024-11-30"] {
        let (before, after) = (on(&old, day), on(&next, day));
        let (before, after) = (lines(&before), lines(&after));
        for (id, was) in &before {
            let is = after[*id];
            for (a, b) in was.targets.iter().zip(&is.targets) {
                assert_eq!(
                    (&a.id, a.claimed, a.proven, a.accepted),
                    (&b.id, b.claimed, b.proven, b.accepted),
                    "{id}"
                );
            }
            // Task 7 has another deadline; everything else stands exactly as it stood.
            assert!(was == &is || id.as_str().starts_with("t7-"), "{id} on {day}");
        }
        assert_eq!(after.len(), before.len() + 1);
        assert!(after[&id("t2-12")].targets[0].claimed.is_none());
    }
    let facts = read_facts(example("season.jsonl").as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(check_facts(&next, &facts), check_facts(&old, &facts));
}

#[test]
fn an_extended_deadline_is_no_longer_overdue() {
    let old = plan();
    let next = amended(&old, &new_annex().plan()).plan;
    let window = |plan: &Plan| on(plan, "2024-10-05").tasks[6].activities[0].window.unwrap();
    assert_eq!(window(&old).end.to_string(), "2024-09-30");
    assert_eq!(window(&next).end.to_string(), "2024-10-31");
    let overdue = |plan: &Plan| {
        let day = "2024-10-05".parse().unwrap();
        assess(plan, &observe(Vec::new()), day, &Policy::default(), None).tasks[6].counts.overdue
    };
    assert_eq!((overdue(&old), overdue(&next)), (10, 0));
}

#[test]
fn a_second_agreement_gives_no_id_of_the_first_again() {
    let old = plan();
    let first = amended(&old, &new_annex().plan()).plan;
    // The second one takes the inserted line out and inserts another in its place.
    let annex = new_annex()
        .change("2-міндет", "Төрешілер алқасының құрамы", "Қауіпсіздік нұсқаулығы")
        .change("II БЛОК", "Ерлан Жаңабай", "Сәуле Ақын")
        .change("II БЛОК", "8 700 000 00 12", "8 700 000 00 13");
    let second = amend(&first, &annex.plan(), &agreement(&[("t2-3", None)])).unwrap().plan;
    assert_eq!(line(&second, "2.3").id.as_str(), "t2-13");
    let gone: Vec<&str> = second.withdrawn.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(gone, ["staff-2", "t2-12", "staff-4"]);
    assert_eq!(second.team.staff[1].id.as_str(), "staff-5");
    assert_eq!(second.withdrawn[1].edition, 2);
    assert_eq!(second.withdrawn[1].line.as_ref(), Some(line(&first, "2.3")));
}
