//! What people have to settle: entries that cannot all be right.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Envelope, Journal};
use crate::facts::{Contest, EventStatus, Head, Succession, ToldEvent, newest_of, takes};
use crate::value::{Id, IsoDate};

/// Entries that cannot all be right, for a person to settle by one more entry that replaces them all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Conflict {
    /// What is the matter.
    pub kind: ConflictKind,
    /// Id of the entry, event or item that they are about.
    pub about: Id,
    /// Id of the entry that counts until somebody settles it; nothing where none does.
    pub counts: Option<Id>,
    /// The entries as they stand, the one that counts first.
    pub entries: Vec<Envelope>,
}

/// Why entries cannot all be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ConflictKind {
    /// Entries of one id say different things: something is broken or forged, and none of them counts.
    SameId,
    /// Several people replaced or voided one entry without knowing of each other: the one latest counts.
    SameEntry,
    /// Several devices recorded one event or item of evidence and say different things, or one that events are one and
    /// another that they are not: the latest counts.
    SameRecord,
}

/// Finds what people have to settle, in the order of kinds and ids.
///
/// A conflict is settled by one entry that replaces all that stand in it.
#[must_use]
pub fn conflicts(journal: &Journal) -> Vec<Conflict> {
    // Who could not count takes nobody's place.
    let settled = journal.settled().filter(|entry| entry.replaces.is_empty() || can_count(entry));
    let settled: Vec<&Envelope> = settled.collect();
    let heads: Vec<Head<'_>> = settled.iter().map(|entry| head(entry)).collect();
    let succession = Succession::of(&heads);
    let mut found = of_ids(journal, &settled);
    found.extend(of_entries(&settled, &succession));
    found.extend(of_records(&settled, &succession));
    found.extend(of_joined(&settled, &succession));
    found.sort_by(|a, b| (a.kind, &a.about, &a.counts).cmp(&(b.kind, &b.about, &b.counts)));
    found
}

/// Whether an entry counts where reading facts meets it.
fn can_count(entry: &Envelope) -> bool {
    entry.entry().is_some_and(|mut entry| takes(&mut entry))
}

fn head(entry: &Envelope) -> Head<'_> {
    let Envelope { id, on, clock, device, replaces, .. } = entry;
    Head { id, on: *on, clock: clock.as_deref(), device: device.as_deref(), replaces }
}

/// Ids that several entries bear, unless one more entry replaces them.
fn of_ids(journal: &Journal, settled: &[&Envelope]) -> Vec<Conflict> {
    let doubles = journal.entries().chunk_by(|a, b| a.id == b.id).filter(|run| run.len() > 1);
    let replaced: BTreeSet<&Id> = settled.iter().flat_map(|entry| &entry.replaces).collect();
    let settles = |id: &Id| replaced.contains(id);
    doubles
        .filter_map(|run| Some((run.first()?, run)))
        .filter(|(first, _)| !settles(&first.id))
        .map(|(first, run)| Conflict {
            kind: ConflictKind::SameId,
            about: first.id.clone(),
            counts: None,
            entries: run.to_vec(),
        })
        .collect()
}

/// Entries of one matter, of which one holds though it does not replace the others.
fn of_entries(settled: &[&Envelope], succession: &Succession) -> Vec<Conflict> {
    let entry = |at: &usize| settled.get(*at).map(|entry| (*entry).clone());
    let conflict = |contest: &Contest| {
        let holds = contest.holds.as_ref().and_then(entry);
        let lost: Vec<Envelope> = contest.lost.iter().filter_map(entry).collect();
        let replaced = lost.iter().flat_map(|entry| &entry.replaces);
        // An entry that both replace, where there is one; lines of corrections may meet further down.
        let both = |id: &&Id| holds.as_ref().is_some_and(|holds| holds.replaces.contains(id));
        Some(Conflict {
            kind: ConflictKind::SameEntry,
            about: replaced.clone().find(both).or(replaced.min())?.clone(),
            counts: holds.as_ref().map(|entry| entry.id.clone()),
            entries: holds.into_iter().chain(lost).collect(),
        })
    };
    succession.contests.iter().filter_map(conflict).collect()
}

/// What tells a record of an event or an item from others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Record {
    id: Id,
    /// The state of an event; that a planned one is held is no conflict.
    status: Option<String>,
}

/// A record of an event or an item.
struct Told<'a> {
    entry: &'a Envelope,
    /// What it says without the salt.
    says: String,
    /// The first day of an event.
    start: Option<IsoDate>,
    /// What it says of an event, where it does.
    as_event: Option<ToldEvent<'a>>,
}

impl Told<'_> {
    /// Everybody takes the latest for the newest state: by date, then by clock, then by id.
    fn newest_first(&self, other: &Self) -> Ordering {
        by_time(other.entry, self.entry)
    }

    fn is_of_another_device(&self, other: &Self) -> bool {
        are_of_different_devices(self.entry, other.entry)
    }
}

fn by_time(one: &Envelope, other: &Envelope) -> Ordering {
    (one.on, &one.clock, &one.id).cmp(&(other.on, &other.clock, &other.id))
}

fn are_of_different_devices(one: &Envelope, other: &Envelope) -> bool {
    (&one.device, &one.author) != (&other.device, &other.author)
}

/// Entries that stand, and what of them is settled.
fn standing<'a>(
    settled: &'a [&'a Envelope],
    succession: &'a Succession,
) -> impl Iterator<Item = &'a Envelope> {
    let stands = succession.until.iter().map(Option::is_none);
    settled.iter().copied().zip(stands).filter(|(_, stands)| *stands).map(|(entry, _)| entry)
}

/// Records of one event or item by different devices, none of which replaces the others.
fn of_records(settled: &[&Envelope], succession: &Succession) -> Vec<Conflict> {
    let mut records: BTreeMap<Id, BTreeMap<Option<String>, Vec<Told<'_>>>> = BTreeMap::new();
    for entry in standing(settled, succession) {
        if let Some((Record { id, status }, told)) = record_of(entry) {
            records.entry(id).or_default().entry(status).or_default().push(told);
        }
    }
    let mut found = Vec::new();
    for (id, mut by_status) in records {
        if by_status.values().map(Vec::len).sum::<usize>() < 2 {
            continue;
        }
        for told in by_status.values_mut() {
            told.retain(|told| can_count(told.entry));
        }
        // A plan that is newer than whatever says that it was held speaks against it.
        let held = by_status.get(&Some("held".into())).into_iter().flatten();
        let held = held.max_by(|a, b| by_time(a.entry, b.entry)).map(|held| held.entry);
        let newer = |told: &Told<'_>| held.is_some_and(|held| by_time(told.entry, held).is_gt());
        if contradict(&by_status, newer) {
            let plans = by_status.remove(&Some("planned".into())).unwrap_or_default();
            let (late, plans): (Vec<_>, Vec<_>) = plans.into_iter().partition(newer);
            let others = std::mem::take(&mut by_status).into_values().flatten();
            found.extend(conflict_of(&id, others.chain(late).collect()));
            by_status.insert(Some("planned".into()), plans);
        }
        for told in by_status.into_values() {
            let differ = told.iter().max_by(|a, b| b.newest_first(a)).is_some_and(|newest| {
                told.iter().any(|other| other.says != newest.says && other.is_of_another_device(newest))
            });
            if differ {
                found.extend(conflict_of(&id, told));
            }
        }
    }
    found
}

/// Whether one device says that an event was held, and another that it was put off or cancelled, or later that it is
/// planned, when by what the first says it had begun. That an event is held after it was put off is no contradiction.
fn contradict(
    by_status: &BTreeMap<Option<String>, Vec<Told<'_>>>,
    newer: impl Fn(&Told<'_>) -> bool,
) -> bool {
    let of = |status: &str| by_status.get(&Some(status.into())).map_or(&[][..], Vec::as_slice);
    let planned = of("planned").iter().filter(|told| newer(told));
    let off = || of("cancelled").iter().chain(of("postponed")).chain(planned.clone());
    // Of many the first that was held and the last that was put off are enough, and of another device the next such.
    let mut held: Vec<&Told<'_>> = of("held").iter().collect();
    held.sort_by_key(|told| told.start);
    let mut put_off: Vec<&Told<'_>> = off().collect();
    put_off.sort_by_key(|told| std::cmp::Reverse(told.entry.on));
    of_two_devices(held).into_iter().any(|held| {
        of_two_devices(put_off.clone()).into_iter().any(|off| {
            held.is_of_another_device(off) && held.start.is_some_and(|start| start <= off.entry.on)
        })
    })
}

/// The first, and the first of another device: one of the two is of another device than any third.
fn of_two_devices<'t, 'a>(told: Vec<&'t Told<'a>>) -> Vec<&'t Told<'a>> {
    let mut firsts: Vec<&Told<'_>> = Vec::new();
    for told in told {
        if firsts.len() < 2 && firsts.iter().all(|first| first.is_of_another_device(told)) {
            firsts.push(told);
        }
    }
    firsts
}

fn conflict_of(about: &Id, mut told: Vec<Told<'_>>) -> Option<Conflict> {
    told.sort_by(Told::newest_first);
    // What counts stands first.
    let ranked: Vec<ToldEvent<'_>> = told.iter().filter_map(|told| told.as_event).collect();
    let counts = if ranked.len() == told.len() { newest_of(ranked) } else { 0 };
    told.get_mut(..=counts)?.rotate_right(1);
    Some(Conflict {
        kind: ConflictKind::SameRecord,
        about: about.clone(),
        counts: Some(told.first()?.entry.id.clone()),
        entries: told.iter().map(|told| told.entry.clone()).collect(),
    })
}

/// Events of which one device says that they are one, and another that they are not.
fn of_joined(settled: &[&Envelope], succession: &Succession) -> Vec<Conflict> {
    let joins = |entry: &&Envelope| matches!(&*entry.kind, "sameEvent" | "splitEvent");
    let told: Vec<(&Envelope, BTreeSet<Id>)> = standing(settled, succession)
        .filter(joins)
        .filter(|entry| can_count(entry))
        .map(|entry| (entry, events_of(entry)))
        .collect();
    let mut of_pair: BTreeMap<(&Id, &Id), Vec<&Envelope>> = BTreeMap::new();
    for (entry, events) in &told {
        for pair in pairs(events).filter(|(_, _, apart)| events.len() <= MOST_PAIRED || *apart == 1) {
            of_pair.entry((pair.0, pair.1)).or_default().push(entry);
        }
    }
    // Of an entry of many events any pair counts that another entry is about.
    for (entry, events) in told.iter().filter(|(_, events)| events.len() > MOST_PAIRED) {
        for (one, other, _) in pairs(events).filter(|(_, _, apart)| *apart > 1) {
            if let Some(entries) = of_pair.get_mut(&(one, other)) {
                entries.push(entry);
            }
        }
    }
    let mut found: Vec<Conflict> = Vec::new();
    let mut known: BTreeSet<Vec<Id>> = BTreeSet::new();
    for ((about, _), mut entries) in of_pair {
        entries.sort_by(|a, b| by_time(b, a));
        let Some(newest) = entries.first() else { continue };
        let against =
            |other: &&Envelope| other.kind != newest.kind && are_of_different_devices(other, newest);
        if entries.iter().any(against) && known.insert(entries.iter().map(|entry| entry.id.clone()).collect())
        {
            found.push(Conflict {
                kind: ConflictKind::SameRecord,
                about: about.clone(),
                counts: Some(newest.id.clone()),
                entries: entries.into_iter().cloned().collect(),
            });
        }
    }
    found
}

/// Most events of an entry of which every pair is put down; of more those that stand beside each other in order, and those
/// that another entry is about.
const MOST_PAIRED: usize = 8;

/// Most events of an entry that join or part: of more, as everywhere, the first count.
const MOST_JOINED: usize = 64;

/// The events that an entry joins or parts.
fn events_of(entry: &Envelope) -> BTreeSet<Id> {
    let body =
        entry.body.as_ref().and_then(|body| serde_json::from_str::<serde_json::Value>(body.reveal()).ok());
    let events = body.as_ref().and_then(|body| body.get("events")?.as_array());
    let events = events.into_iter().flatten().take(MOST_JOINED);
    events.filter_map(|event| event.as_str()?.parse().ok()).collect()
}

/// The pairs of events in order, each with how far apart they stand.
fn pairs(events: &BTreeSet<Id>) -> impl Iterator<Item = (&Id, &Id, usize)> {
    let others = |at: usize| events.iter().skip(at.saturating_add(1)).zip(1..);
    events
        .iter()
        .enumerate()
        .flat_map(move |(at, one)| others(at).map(move |(other, apart)| (one, other, apart)))
}

fn status_of(key: &str) -> Option<EventStatus> {
    Some(match key {
        "planned" => EventStatus::Planned,
        "held" => EventStatus::Held,
        "postponed" => EventStatus::Postponed,
        "cancelled" => EventStatus::Cancelled,
        _ => return None,
    })
}

/// The event or item that an entry records, and what it says of it.
fn record_of(entry: &Envelope) -> Option<(Record, Told<'_>)> {
    if !matches!(&*entry.kind, "event" | "evidence" | "amend") {
        return None;
    }
    let says: serde_json::Value = serde_json::from_str(entry.body.as_ref()?.reveal()).ok()?;
    let (kind, mut says) = match &*entry.kind {
        "amend" => (says.get("kind")?.as_str()?.to_owned(), says.get("body")?.clone()),
        kind => (kind.to_owned(), says),
    };
    let text = |field: &str| Some(says.get(field)?.as_str()?.to_owned());
    let record = match kind.as_str() {
        "event" => Record { status: Some(text("status")?), id: text("event")?.parse().ok()? },
        "evidence" => Record { status: None, id: text("item")?.parse().ok()? },
        _ => return None,
    };
    let start: Option<IsoDate> = text("start").and_then(|start| start.parse().ok());
    let status = record.status.as_deref().and_then(status_of);
    let as_event = status.zip(start).map(|(status, start)| ToldEvent {
        status,
        start,
        on: entry.on,
        author: &entry.author,
    });
    // An absent field and one that is null say the same.
    says.as_object_mut()?.retain(|field, value| field != "salt" && !value.is_null());
    Some((record, Told { entry, says: crate::json::canonical_value(&says).ok()?, start, as_event }))
}
