//! What people have to settle: entries that cannot all be right.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Envelope, Journal};
use crate::facts::{Contest, Head, Succession, takes};
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
    /// Several devices recorded one event or item of evidence and say different things: the latest counts.
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
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Record {
    /// The state of an event; that a planned one is held is no conflict.
    status: Option<String>,
    id: Id,
}

/// Records of one event or item by different devices, none of which replaces the others.
fn of_records(settled: &[&Envelope], succession: &Succession) -> Vec<Conflict> {
    let standing = succession.until.iter().map(Option::is_none);
    let mut records: BTreeMap<Record, Vec<(&Envelope, String)>> = BTreeMap::new();
    for (entry, _) in settled.iter().zip(standing).filter(|(_, stands)| *stands) {
        if let Some((record, says)) = record_of(entry) {
            records.entry(record).or_default().push((entry, says));
        }
    }
    let conflict = |(Record { id, .. }, mut told): (Record, Vec<(&Envelope, String)>)| {
        told.retain(|(entry, _)| can_count(entry));
        // Everybody takes the latest for the newest state: by date, then by clock, then by id.
        told.sort_by(|(a, _), (b, _)| (b.on, &b.clock, &b.id).cmp(&(a.on, &a.clock, &a.id)));
        let (newest, says) = told.first()?;
        let device = |entry: &Envelope| (entry.device.clone(), entry.author.clone());
        let differs = told.iter().any(|(entry, other)| other != says && device(entry) != device(newest));
        differs.then(|| Conflict {
            kind: ConflictKind::SameRecord,
            about: id,
            counts: Some(newest.id.clone()),
            entries: told.iter().map(|(entry, _)| (*entry).clone()).collect(),
        })
    };
    records.into_iter().filter(|(_, told)| told.len() > 1).filter_map(conflict).collect()
}

/// The event or item that an entry records, and what it says of it without the salt.
fn record_of(entry: &Envelope) -> Option<(Record, String)> {
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
    // An absent field and one that is null say the same.
    says.as_object_mut()?.retain(|field, value| field != "salt" && !value.is_null());
    Some((record, crate::json::canonical_value(&says).ok()?))
}
