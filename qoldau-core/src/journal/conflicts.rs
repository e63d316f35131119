//! What people have to settle: entries that cannot all be right.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Envelope, Journal};
use crate::facts::{Contest, Entry, Head, Succession, rivals, takes};
use crate::value::Id;

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
    counting(entry).is_some()
}

/// An entry with what it says, where it counts.
fn counting(entry: &Envelope) -> Option<Entry> {
    let mut entry = entry.entry()?;
    takes(&mut entry).then_some(entry)
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
    let mut records: Vec<(Id, &Envelope)> =
        standing(settled, succession).filter_map(|entry| Some((record_of(entry)?, entry))).collect();
    records.sort_by(|(a, _), (b, _)| a.cmp(b));
    let told_once_more = records.chunk_by(|(a, _), (b, _)| a == b).filter(|run| run.len() > 1).flatten();
    // Who could not count contradicts nobody.
    let told: Vec<(&Envelope, Entry)> =
        told_once_more.filter_map(|(_, envelope)| Some((*envelope, counting(envelope)?))).collect();
    let of_rivals = |(about, rivals): (&Id, Vec<usize>)| {
        let entries: Vec<Envelope> =
            rivals.into_iter().filter_map(|at| Some(told.get(at)?.0.clone())).collect();
        Some(Conflict {
            kind: ConflictKind::SameRecord,
            about: about.clone(),
            counts: Some(entries.first()?.id.clone()),
            entries,
        })
    };
    rivals(told.iter().map(|(_, entry)| entry).enumerate()).into_iter().filter_map(of_rivals).collect()
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
        for (one, other, _) in pairs(events).filter(|(.., apart)| events.len() <= MOST_PAIRED || *apart == 1)
        {
            of_pair.entry((one, other)).or_default().push(entry);
        }
    }
    // Of an entry of many events any pair counts that another entry is about.
    for (entry, events) in told.iter().filter(|(_, events)| events.len() > MOST_PAIRED) {
        for (one, other, _) in pairs(events).filter(|(.., apart)| *apart > 1) {
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

/// The event or item that an entry records.
fn record_of(entry: &Envelope) -> Option<Id> {
    if !matches!(&*entry.kind, "event" | "evidence" | "amend") {
        return None;
    }
    let body: serde_json::Value = serde_json::from_str(entry.body.as_ref()?.reveal()).ok()?;
    let (kind, says) = match &*entry.kind {
        "amend" => (body.get("kind")?.as_str()?, body.get("body")?),
        kind => (kind, &body),
    };
    let field = match kind {
        "event" => "event",
        "evidence" => "item",
        _ => return None,
    };
    says.get(field)?.as_str()?.parse().ok()
}
