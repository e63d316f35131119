//! What holds for every journal.

use std::collections::BTreeSet;

use proptest::prelude::*;
use qoldau_core::assess::{EventStanding, Figure, assess};
use qoldau_core::facts::{Entry, EventStatus, EvidenceKind, Fact, ReadingValue, observe};
use qoldau_core::plan::{IndicatorKind, Plan, Policy};
use qoldau_core::value::{Amount, Id, IsoDate};

use crate::world::*;

fn some_plan() -> Plan {
    plan(vec![
        line("t2-1", IndicatorKind::Event, &[plain(3)]),
        line("t2-2", IndicatorKind::Photo, &[each_event(at_least(2))]),
        line("t2-3", IndicatorKind::Participants, &[plain(60)]),
        line("t2-4", IndicatorKind::Post, &[every_month(at_least(1))]),
        ratio(line("t2-5", IndicatorKind::Satisfaction, &[percent(80)])),
    ])
}

/// One entry of any kind the plan knows, on a day of June to October.
fn some_entry(number: usize) -> impl Strategy<Value = Entry> {
    let on = (0_i32..150).prop_map(|days| day("2024-06-01").add_days(days).unwrap().to_string());
    let author = prop_oneof!["coordinator", "pr", "leader"];
    (on, author, 0_u8..8, 0_u32..40, 0_u32..6).prop_map(move |(on, author, kind, amount, event)| {
        let name = format!("n{number}");
        let event = format!("e{event}");
        let status = if amount % 5 == 0 { EventStatus::Cancelled } else { EventStatus::Held };
        let entry = match kind {
            0 | 1 => super::world::event(&event, status, &on),
            2 => of_event(item(&name, EvidenceKind::Photo, "t2-2", &on, 2), &event),
            3 => counted_at(&name, "t2-3", &event, &on, amount),
            4 => counted(&name, "t2-3", &on, amount),
            5 => item(&name, EvidenceKind::Post, "t2-4", &on, 1),
            6 => shared(&name, "t2-5", &on, amount, 40),
            _ => same(&name, &on, &["e0", "e1"]),
        };
        // Some entries replace an earlier one of the journal.
        let replaced = (number > 0 && amount % 4 == 1).then(|| id(&format!("n{}", number / 2)));
        Entry { id: id(&name), replaces: replaced.into_iter().collect(), ..by(&author, entry) }
    })
}

fn some_journal() -> impl Strategy<Value = Vec<Entry>> {
    (0_usize..40).prop_flat_map(|len| (0..len).map(some_entry).collect::<Vec<_>>())
}

fn claimed(plan: &Plan, facts: &[Entry], name: &str) -> Amount {
    match target_of(&assessed(plan, facts, "2024-11-01"), name).claimed {
        Some(Figure::Amount { amount }) => amount,
        _ => Amount::ZERO,
    }
}

/// What an entry replaces, directly or through entries that come later in time.
fn replaced_by(entry: &Entry, later: &[&Entry]) -> BTreeSet<Id> {
    let mut replaced = BTreeSet::new();
    let mut open = entry.replaces.clone();
    while let Some(id) = open.pop() {
        let through = later.iter().find(|later| later.id == id).filter(|_| replaced.insert(id.clone()));
        open.extend(
            through.into_iter().flat_map(|later| later.replaces.clone()).filter(|id| *id != entry.id),
        );
        replaced.insert(id);
    }
    replaced
}

/// The entries that hold in the end: each takes in its turn the place of what its matter held.
fn holding(facts: &[Entry]) -> BTreeSet<Id> {
    let mut in_time: Vec<&Entry> = facts.iter().collect();
    in_time.sort_by_key(|entry| (entry.on, entry.clock.clone(), entry.id.clone()));
    let mut matters: Vec<(BTreeSet<Id>, Option<&Entry>)> = Vec::new();
    let mut replaced: BTreeSet<Id> = BTreeSet::new();
    for (at, entry) in in_time.iter().copied().enumerate() {
        let mut ids = replaced_by(entry, &in_time[at + 1..]);
        let stood = replaced.contains(&entry.id);
        replaced.extend(ids.iter().cloned());
        ids.insert(entry.id.clone());
        let (mine, others): (Vec<_>, Vec<_>) =
            matters.into_iter().partition(|(matter, _)| !matter.is_disjoint(&ids));
        let mut held: Vec<&Entry> = mine.iter().filter_map(|(_, held)| *held).collect();
        held.extend((!stood).then_some(entry));
        let holds = held.into_iter().filter(|held| !replaced.contains(&held.id));
        let holds = holds.max_by_key(|held| (held.on, held.clock.clone(), held.id.clone()));
        ids.extend(mine.into_iter().flat_map(|(matter, _)| matter));
        matters = others;
        matters.push((ids, holds));
    }
    matters.into_iter().filter_map(|(_, held)| held).map(|entry| entry.id.clone()).collect()
}

proptest! {
    #[test]
    fn the_order_of_facts_does_not_matter(facts in some_journal(), seed in any::<u64>(), after in 0_i32..200) {
        let plan = some_plan();
        let on: IsoDate = day("2024-05-20").add_days(after).unwrap();
        let mut shuffled = facts.clone();
        let mut state = seed | 1;
        for at in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(at, usize::try_from(state >> 33).unwrap() % (at + 1));
        }
        let one = assess(&plan, &observe(facts), on, &Policy::default(), None);
        let two = assess(&plan, &observe(shuffled), on, &Policy::default(), None);
        prop_assert_eq!(one, two);
    }

    #[test]
    fn a_past_day_needs_no_later_facts(facts in some_journal(), after in 0_i32..170) {
        let plan = some_plan();
        let on: IsoDate = day("2024-05-20").add_days(after).unwrap();
        // But for what an entry of that time replaces, though it is dated later.
        let later: Vec<&Entry> = facts.iter().filter(|entry| entry.on > on).collect();
        let known = facts.iter().filter(|entry| entry.on <= on);
        let named: BTreeSet<Id> = known.flat_map(|entry| replaced_by(entry, &later)).collect();
        let stands = |entry: &&Entry| entry.on <= on || named.contains(&entry.id);
        let until: Vec<Entry> = facts.iter().filter(stands).cloned().collect();
        let whole = assess(&plan, &observe(facts), on, &Policy::default(), None);
        let cut = assess(&plan, &observe(until), on, &Policy::default(), None);
        prop_assert_eq!(whole, cut);
    }

    #[test]
    fn a_reading_split_in_two_is_the_same_figure(first in 0_u32..1000, second in 0_u32..1000) {
        let plan = some_plan();
        let whole = [counted("a", "t2-3", "2024-07-01", first + second)];
        let parts = [counted("a", "t2-3", "2024-07-01", first), counted("b", "t2-3", "2024-07-01", second)];
        prop_assert_eq!(claimed(&plan, &whole, "t2-3"), claimed(&plan, &parts, "t2-3"));
    }

    #[test]
    fn one_more_participant_never_lowers_a_figure(facts in some_journal(), more in 1_u32..50) {
        let plan = some_plan();
        let before = claimed(&plan, &facts, "t2-3");
        let with_more: Vec<Entry> = facts.into_iter().chain([counted("more", "t2-3", "2024-07-01", more)]).collect();
        prop_assert_eq!(claimed(&plan, &with_more, "t2-3"), before.checked_add(more.into()).unwrap());
    }

    #[test]
    fn the_headlines_add_up_to_all_lines(facts in some_journal(), after in 0_i32..200) {
        let on = day("2024-05-20").add_days(after).unwrap();
        let counts = assess(&some_plan(), &observe(facts), on, &Policy::default(), None).counts;
        prop_assert_eq!(counts.lines, 5);
        prop_assert_eq!(counts.proven + counts.needs_action + counts.overdue + counts.not_due + counts.not_applicable, counts.lines);
    }

    #[test]
    fn participants_agree_with_a_naive_count(facts in some_journal()) {
        let plan = some_plan();
        let standing = assessed(&plan, &facts, "2024-11-01");
        let records = |known: &EventStanding| {
            [&known.id].into_iter().chain(&known.joined).chain(&known.probable_doubles).cloned().collect::<Vec<_>>()
        };
        let holding = holding(&facts);
        let stands = |entry: &&Entry| holding.contains(&entry.id);
        let readings = || facts.iter().filter(stands).filter_map(|entry| match &entry.fact {
            Fact::Reading { body } if body.line.as_str() == "t2-3" => match body.value {
                ReadingValue::Amount { amount } => Some((&body.event, amount.to_u32().unwrap())),
                _ => None,
            },
            _ => None,
        });
        let of_record = |id: &Id| readings().filter(|(event, _)| event.as_ref() == Some(id)).map(|(_, n)| n).sum::<u32>();
        let cancelled = |known: &&EventStanding| known.status != EventStatus::Cancelled;
        let of_events: u32 = standing
            .events
            .iter()
            .filter(cancelled)
            .map(|known| records(known).iter().map(of_record).max().unwrap_or(0))
            .sum();
        // What names an event of which no record stands counts nowhere.
        let of_none: u32 = readings().filter(|(event, _)| event.is_none()).map(|(_, n)| n).sum();
        let naive = of_events + of_none;
        prop_assert_eq!(claimed(&plan, &facts, "t2-3"), Amount::from(naive));
    }
}
