//! What people have to settle: entries that cannot all be right.

use std::collections::BTreeSet;

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
    /// another that they are not; or they answered one question about a line differently, gave it different totals, or
    /// reviewed it differently, on one day: the latest counts.
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

/// Entries that stand, and what of them is settled.
fn standing<'a>(
    settled: &'a [&'a Envelope],
    succession: &'a Succession,
) -> impl Iterator<Item = &'a Envelope> {
    let stands = succession.until.iter().map(Option::is_none);
    settled.iter().copied().zip(stands).filter(|(_, stands)| *stands).map(|(entry, _)| entry)
}

/// Records of one event or item by different devices, none of which replaces the others, and what says of events that they
/// are one, or are not.
fn of_records(settled: &[&Envelope], succession: &Succession) -> Vec<Conflict> {
    let mut records: Vec<(About, &Envelope)> =
        standing(settled, succession).filter_map(|entry| Some((about(entry)?, entry))).collect();
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

/// What an entry is about that another may contradict.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    /// Whether events are one: whichever they are, for others may be about some of them.
    Events,
    /// An event, an item of evidence, or a line.
    Record(Id),
}

fn about(entry: &Envelope) -> Option<About> {
    const KINDS: [&str; 8] =
        ["event", "evidence", "sameEvent", "splitEvent", "planReading", "reading", "review", "amend"];
    if !KINDS.contains(&&*entry.kind) {
        return None;
    }
    let body = entry.body.as_ref()?.reveal();
    // Most entries are counts that add, and those are about nothing that is told once.
    if &*entry.kind == "reading" && !body.contains(r#""total""#) {
        return None;
    }
    let body: serde_json::Value = serde_json::from_str(body).ok()?;
    let (kind, says) = match &*entry.kind {
        "amend" => (body.get("kind")?.as_str()?, body.get("body")?),
        kind => (kind, &body),
    };
    let field = match kind {
        "event" => "event",
        "evidence" => "item",
        "sameEvent" | "splitEvent" => return Some(About::Events),
        "planReading" | "review" => "line",
        "reading" if says.get("mode")?.as_str()? == "total" => "line",
        _ => return None,
    };
    says.get(field)?.as_str()?.parse().ok().map(About::Record)
}
