//! What a phone sees: which lines it draws anew, and what stands there.

use qoldau_core::assess::{Changed, Figure, ReasonCode, State};
use qoldau_core::facts::{
    Attachment, Entry, Erasure, EvidenceFile, EvidenceKind, Fact, LinkStatus, ReadingMode, ReadingValue,
};
use qoldau_core::plan::{Approver, Policy, Question};
use qoldau_core::value::Amount;

use crate::histories::plans;
use crate::world::*;

fn state(entries: &[Entry]) -> State {
    let (plan, others) = plans();
    let mut state = State::new(plan, others);
    for entry in entries {
        state.apply(entry.clone());
    }
    state
}

/// Everything that is named, in short.
fn named(changed: &Changed) -> String {
    assert!(!changed.everything);
    let all = [&changed.lines, &changed.impact, &changed.withdrawn, &changed.events];
    all.map(|ids| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")).join(" | ")
}

fn claimed(state: &State, line: &str, on: &str) -> Option<Amount> {
    let standing = state.assess_line(&id(line), day(on), &Policy::default(), None).unwrap();
    standing.targets[0].claimed.map(|figure| match figure {
        Figure::Amount { amount } => amount,
        Figure::Share { share } => share.numerator,
    })
}

#[test]
fn a_count_redraws_its_line_and_the_figure_that_sums_it() {
    let mut state = state(&[]);
    let changed = state.apply(counted("a", "t2-3", "2024-08-14", 64));
    assert_eq!(named(&changed), "t2-3 | i1 |  | ");
    assert_eq!(claimed(&state, "t2-3", "2024-08-14"), Some(64.into()));
    assert_eq!(claimed(&state, "t2-3", "2024-08-13"), None, "the day before knows nothing of it");
    let changed = state.apply(counted("b", "t2-7", "2024-08-14", 300));
    assert_eq!(named(&changed), "t2-7 |  |  | ");
}

#[test]
fn what_was_delivered_before_or_is_of_no_line_changes_nothing() {
    let mut state = state(&[counted("a", "t2-3", "2024-08-14", 64)]);
    assert!(state.apply(counted("a", "t2-3", "2024-08-14", 64)).is_nothing());
    assert_eq!(named(&state.apply(counted("b", "t7-7", "2024-08-14", 1))), " |  |  | ");
    // A void of nothing, a negative count.
    assert!(state.apply(void("c", "2024-08-14", "unheard-of")).is_nothing());
    assert_eq!(claimed(&state, "t2-3", "2024-08-20"), Some(64.into()));
}

#[test]
fn a_correction_that_comes_before_what_it_corrects() {
    let mut state = state(&[]);
    let correction = replacing(counted("b", "t2-3", "2024-08-16", 70), "a");
    state.apply(correction);
    let changed = state.apply(counted("a", "t2-3", "2024-08-14", 64));
    assert_eq!(named(&changed), "t2-3 | i1 |  | ");
    assert_eq!(claimed(&state, "t2-3", "2024-08-20"), Some(70.into()), "not 134");
    assert_eq!(claimed(&state, "t2-3", "2024-08-15"), Some(64.into()), "a past day stays what it was");
    // Voided, nothing of the two counts from that day on.
    state.apply(void("c", "2024-08-18", "b"));
    assert_eq!(claimed(&state, "t2-3", "2024-08-20"), None);
    assert_eq!(claimed(&state, "t2-3", "2024-08-17"), Some(70.into()));
}

#[test]
fn a_total_wipes_what_was_counted_before_it_on_its_day_and_nothing_after() {
    let at = |hour: u32, entry: Entry| Entry {
        clock: Some(format!("2024-08-14T{hour:02}:00:00.000Z-0000").into()),
        ..entry
    };
    let count = |name: &str, hour: u32, amount: u32| at(hour, counted(name, "t2-3", "2024-08-14", amount));
    let value = ReadingValue::Amount { amount: 100.into() };
    let total = at(12, reading("total", "t2-3", "2024-08-14", ReadingMode::Total, value));
    let mut state = state(&[count("a", 9, 1), count("b", 15, 20), count("c", 10, 300)]);
    assert_eq!(claimed(&state, "t2-3", "2024-08-14"), Some(321.into()));
    state.apply(total);
    assert_eq!(claimed(&state, "t2-3", "2024-08-14"), Some(120.into()));
    state.apply(void("v", "2024-08-15", "total"));
    assert_eq!(claimed(&state, "t2-3", "2024-08-14"), Some(120.into()), "on its day it holds");
    assert_eq!(claimed(&state, "t2-3", "2024-08-15"), Some(321.into()));
}

#[test]
fn of_two_contents_under_one_id_neither_counts() {
    let mut state = state(&[counted("a", "t2-3", "2024-08-14", 64)]);
    let changed = state.apply(counted("a", "t2-7", "2024-08-14", 640));
    assert_eq!(named(&changed), "t2-3 | i1 |  | ", "the second content never counted");
    assert_eq!((claimed(&state, "t2-3", "2024-08-20"), claimed(&state, "t2-7", "2024-08-20")), (None, None));
}

#[test]
fn an_event_redraws_the_lines_of_its_activity_and_those_that_name_it() {
    let list = of_event(item("list", EvidenceKind::List, "t9-1", "2024-08-14", 1), "visit");
    let mut state = state(&[list, held("far", "2024-08-01")]);
    let changed = state.apply(held("visit", "2024-08-14"));
    let lines = "t2-1 t2-12 t2-13 t2-14 t2-2 t2-3 t2-4 t2-5 t2-6 t2-7 t2-8 t2-9 t9-1";
    assert_eq!(named(&changed), format!("{lines} | i1 | t2-12 t2-13 t2-14 t2-9.3 | visit"));
}

#[test]
fn photos_of_an_event_redraw_their_line_and_the_one_that_counts_events() {
    let mut state = state(&[held("visit", "2024-08-14")]);
    let photos = of_event(item("photos", EvidenceKind::Photo, "t2-2", "2024-08-15", 5), "visit");
    assert_eq!(named(&state.apply(photos)), "t2-1 t2-2 |  |  | ");
    // What proves a list proves participants too.
    let list = item("list", EvidenceKind::List, "t2-4", "2024-08-15", 1);
    assert_eq!(named(&state.apply(list)), "t2-13 t2-3 t2-4 | i1 | t2-13 | ");
    // So do the lists of a line that an agreement took out.
    let list = item("gone", EvidenceKind::List, "t2-12", "2024-08-15", 1);
    assert_eq!(named(&state.apply(list)), "t2-12 t2-13 t2-3 | i1 | t2-12 t2-13 | ");
}

#[test]
fn a_look_at_the_link_of_a_paper_redraws_the_lines_whose_approval_rests_on_it() {
    let letter = with(item("letter", EvidenceKind::Letter, "t2-7", "2024-06-05", 0), |item| {
        item.link = Some("https://example.org/letter".into());
    });
    let mut approval = approved("a", "t2-8", Approver::Leader, "2024-06-06");
    if let Fact::Approval { body } = &mut approval.fact {
        (body.number, body.evidence) = (None, Some(id("letter")));
    }
    let mut state = state(&[letter, approval]);
    let changed = state.apply(link_seen("n", "letter", LinkStatus::Gone, "2024-06-10"));
    assert_eq!(named(&changed), "t2-7 t2-8 |  |  | ");
    let awaited = |on: &str| {
        let standing = state.assess_line(&id("t2-8"), day(on), &Policy::default(), None).unwrap();
        standing.targets[0].reasons.iter().any(|reason| reason.code == ReasonCode::ApprovalMissing)
    };
    assert_eq!((awaited("2024-06-09"), awaited("2024-06-10")), (false, true));
}

#[test]
fn what_is_attached_to_an_item_redraws_the_lines_it_names_then() {
    let mut state = state(&[item("photos", EvidenceKind::Photo, "t2-2", "2024-08-15", 1)]);
    let file = EvidenceFile::named("2.jpg");
    let body =
        Attachment { evidence: id("photos"), lines: vec![id("t2-8")], events: Vec::new(), files: vec![file] };
    let changed = state.apply(entry("a", "2024-08-16", Fact::AttachEvidence { body }));
    assert_eq!(named(&changed), "t2-2 t2-8 |  |  | ");
    let seen = state.apply(link_seen("b", "photos", LinkStatus::Gone, "2024-08-17"));
    assert_eq!(named(&seen), "t2-2 t2-8 |  |  | ");
}

#[test]
fn what_is_erased_stays_erased_whatever_comes_first() {
    let count = counted("a", "t2-3", "2024-08-14", 64);
    let wish = Fact::Erase { body: Erasure { entries: vec![id("a")], reason: None } };
    let wish = entry("z", "2024-08-20", wish);
    let mut first = state(std::slice::from_ref(&wish));
    assert!(first.apply(count.clone()).is_nothing());
    let mut then = state(std::slice::from_ref(&count));
    assert_eq!(named(&then.apply(wish)), "t2-3 | i1 |  | ");
    assert!(then.apply(count).is_nothing());
    for state in [first, then] {
        assert_eq!(claimed(&state, "t2-3", "2024-08-20"), None);
        assert!(!format!("{state:?}").contains("64"), "nothing of it is kept");
    }
}

#[test]
fn an_entry_that_could_not_count_replaces_what_it_names_once_it_is_erased() {
    // Of what it said nothing is left, and its envelope is as good as any other; the journal says the same.
    let refused = replacing(same("b", "2024-08-16", &["e1", "e1"]), "a");
    let wish = Fact::Erase { body: Erasure { entries: vec![id("b")], reason: None } };
    let wish = entry("z", "2024-08-20", wish);
    let count = counted("a", "t2-3", "2024-08-14", 64);
    for order in [[&count, &refused, &wish], [&wish, &refused, &count], [&refused, &wish, &count]] {
        let entries: Vec<Entry> = order.into_iter().cloned().collect();
        assert_eq!(claimed(&state(&entries), "t2-3", "2024-08-20"), None);
    }
    assert_eq!(claimed(&state(&[count, refused]), "t2-3", "2024-08-20"), Some(64.into()));
}

#[test]
fn answers_about_the_plan_redraw_what_they_are_about() {
    let mut state = state(&[]);
    let due = read_as("a", "t2-a2", Question::Due, "2024-09-15", "2024-08-02");
    let changed = state.apply(due);
    assert_eq!(named(&changed), "t2-10 t2-11 | i5 | i5 t2-11 | ", "the old edition still has the other line");
    assert!(changed.readings && changed.findings);
    let sources = read_as("b", "i2", Question::Sources, "t2-9", "2024-08-02");
    assert_eq!(named(&state.apply(sources)), " | i2 |  | ");
    assert_eq!(named(&state.apply(counted("c", "t2-9", "2024-08-03", 1))), "t2-9 | i1 i2 | t2-9.3 | ");
}

#[test]
fn an_entry_counts_when_it_is_said_to() {
    let mut state = state(&[counted("a", "t2-3", "2024-08-14", 64)]);
    assert_eq!(named(&state.count(&id("a"), false)), "t2-3 | i1 |  | ");
    assert_eq!(claimed(&state, "t2-3", "2024-08-20"), None);
    assert!(state.count(&id("a"), false).is_nothing());
    assert_eq!(named(&state.count(&id("a"), true)), "t2-3 | i1 |  | ");
    assert_eq!(claimed(&state, "t2-3", "2024-08-20"), Some(64.into()));
}

#[test]
fn more_events_than_can_be_looked_at_may_change_everything() {
    let crowd: Vec<Entry> = (0..200).map(|number| held(&format!("e{number}"), "2024-08-14")).collect();
    let mut state = state(&crowd);
    assert!(state.apply(held("one-more", "2024-08-14")).everything);
    // A photo of one of them may prove it, whichever of them it is one with.
    let photo = of_event(item("photo", EvidenceKind::Photo, "t2-2", "2024-08-15", 1), "e7");
    assert_eq!(named(&state.apply(photo)), "t2-1 t2-10 t2-11 t2-2 | i5 | i5 t2-11 | ");
    assert!(!state.apply(held("apart", "2024-09-14")).everything);
}

#[test]
fn one_event_more_in_a_crowd_may_part_two_others() {
    // So many events of other activities lie between the two that one more puts the second out of the comparison.
    let camp = with_event(held("camp", "2024-06-01"), |event| event.end = Some(day("2024-06-12")));
    let same_camp = by("berik", held("same-camp", "2024-06-10"));
    let elsewhere =
        |name: &str, on: &str| with_event(held(name, on), |event| event.activities = vec![id("t9-a1")]);
    let mut entries = vec![camp, same_camp];
    entries.extend(
        (0..63).map(|number| elsewhere(&format!("e{number}"), &format!("2024-06-0{}", number % 7 + 2))),
    );
    let mut state = state(&entries);
    let events = |state: &State| state.assess(day("2024-06-30"), &Policy::default(), None).events;
    assert!(events(&state).iter().any(|event| event.probable_doubles == [id("same-camp")]));
    let changed = state.apply(elsewhere("one-more", "2024-06-05"));
    assert!(events(&state).iter().all(|event| event.probable_doubles.is_empty()));
    assert!(!changed.everything && changed.lines.contains(&id("t2-1")));
    assert!([id("camp"), id("same-camp")].iter().all(|event| changed.events.contains(event)), "{changed:?}");
}
