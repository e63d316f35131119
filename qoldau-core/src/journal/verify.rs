//! Says whether anybody altered, dropped or forged entries.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::clock::Clock;
use super::rules;
use super::{Envelope, Journal, link_of, seal_of};
use crate::finding::{Finding, Param, Place};
use crate::value::Id;

/// What the chains of a journal's devices show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Verification {
    /// The chain of every device, in the order of their ids.
    pub devices: Vec<DeviceChain>,
    /// How many entries bear no device, number or seal, so that nothing is proven about what they say.
    pub unchained: u32,
    /// Which entries were altered, dropped or forged; none where every chain is whole.
    pub findings: Vec<Finding>,
}

/// The chain of one device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct DeviceChain {
    /// The device.
    pub device: Box<str>,
    /// How many entries with a number of it are here.
    pub entries: u32,
    /// How many of them were erased, so that their seals bind nothing that is still there.
    pub erased: u32,
    /// Number of its last entry.
    pub last_seq: u32,
    /// Link to its last entry. Who kept it from before knows whether the end was cut off.
    pub last_link: Box<str>,
    /// Entries whose envelopes (who, when, of what kind, what they replace) no later entry here is linked to, so that it would not show
    /// if somebody altered them: the last one, and those before a gap or a broken link. What they say is bound by their own seals. A
    /// signed head of the device without a fault vouches for the last.
    pub unvouched: Vec<Id>,
}

/// Goes through the chains of all devices.
///
/// Found are bodies that do not fit their seals (`JRN101`), entries whose successor is linked to something else
/// (`JRN102`), numbers that are missing (`JRN103`) or borne by several entries (`JRN104`), clocks that run back within a
/// device (`JRN105`), seals that are missing though the device sealed what it recorded before (`JRN114`), bodies that are gone though no erasure in the journal names them (`JRN112`), devices whose clock is more than ten years
/// ahead of every date (`JRN113`), and those whose clock is more than 31 days ahead of every date and of the other devices' clocks
/// (`JRN116`). Entries cut off at the end of a chain, and an altered envelope of its last entry, show only
/// beside a link that was kept from before, or a signed head; which entries nothing vouches for is told in
/// [`DeviceChain::unvouched`].
#[must_use]
pub fn verify(journal: &Journal) -> Verification {
    let mut chains: BTreeMap<&str, Vec<&Envelope>> = BTreeMap::new();
    let mut unchained = 0_u32;
    for entry in journal.entries() {
        let numbered = entry.device.as_deref().filter(|_| entry.seq.is_some());
        if let Some(device) = numbered {
            chains.entry(device).or_default().push(entry);
        }
        if numbered.is_none() || entry.seal.is_none() {
            unchained = unchained.saturating_add(1);
        }
    }
    // Of a device that seals nothing nothing is proven, gaps neither.
    chains.retain(|_, chain| chain.iter().any(|entry| entry.seal.is_some()));
    let mut findings = Vec::new();
    let devices =
        chains.into_iter().filter_map(|(device, chain)| verify_chain(device, chain, &mut findings)).collect();
    let is_missing = |entry: &&Envelope| entry.body.is_none() && !journal.is_erased(entry);
    findings.extend(
        journal.entries().iter().filter(is_missing).map(|entry| of_entry(&rules::BODY_MISSING, entry)),
    );
    findings.extend(clocks_ahead(journal));
    findings.extend(clocks_beyond_others(journal));
    Verification { devices, unchained, findings }
}

/// How many days a clock may be ahead of every date of the journal: more than anybody lets pass from the last fact to its
/// last correction.
const MOST_AHEAD: i64 = 3_660;

/// How many days a clock may be ahead of the dates of the journal and of the clocks of other devices before it is asked about.
const ASKED_AHEAD: i64 = 31;

/// For every device whose clock is so far ahead of every date and of the other devices' clocks that it may be wrong, the first
/// entry that wins by it. An entry that replaces another wins by that, and is often made long after the season.
fn clocks_beyond_others(journal: &Journal) -> Vec<Finding> {
    let Some(last) = journal.entries().iter().map(|entry| entry.on).max() else { return Vec::new() };
    let ahead = |clock: &str| Clock::of(clock).and_then(|clock| clock.days_after(last));
    let is_ahead = |days: i64| days > ASKED_AHEAD;
    // None is where the greatest is not.
    if !journal.newest_clock().and_then(ahead).is_some_and(is_ahead) {
        return Vec::new();
    }
    let mut devices: BTreeMap<Option<&str>, (i64, Option<&Envelope>)> = BTreeMap::new();
    for entry in journal.entries() {
        let Some(days) = entry.clock.as_deref().and_then(ahead) else { continue };
        let (most, first) = devices.entry(entry.device.as_deref()).or_insert((days, None));
        *most = days.max(*most);
        let earlier = |known: &Envelope| (&entry.clock, &entry.id) < (&known.clock, &known.id);
        if is_ahead(days) && entry.replaces.is_empty() && first.is_none_or(earlier) {
            *first = Some(entry);
        }
    }
    let mut by_clock: Vec<(i64, Option<&Envelope>)> = devices.into_values().collect();
    by_clock.sort_by_key(|(most, _)| *most);
    // Whoever is near the dates, or near another that is, is believed; where nobody is, nobody can be held against others.
    let mut believed = 0_i64;
    let near = |(most, _): &&(i64, Option<&Envelope>)| {
        let near = *most <= believed.saturating_add(ASKED_AHEAD);
        believed = believed.max(if near { *most } else { believed });
        near
    };
    let count = by_clock.iter().take_while(near).count();
    if count == 0 {
        return Vec::new();
    }
    let wrong = by_clock.iter().skip(count).filter_map(|(_, first)| *first);
    // A year that must be wrong is told of already.
    let is_told =
        |entry: &Envelope| entry.clock.as_deref().and_then(ahead).is_some_and(|days| days > MOST_AHEAD);
    wrong.filter(|entry| !is_told(entry)).map(|entry| of_entry(&rules::CLOCK_BEYOND_OTHERS, entry)).collect()
}

/// For every device the first entry whose clock is so far ahead that its year must be wrong.
fn clocks_ahead(journal: &Journal) -> Vec<Finding> {
    let Some(last) = journal.entries().iter().map(|entry| entry.on).max() else { return Vec::new() };
    let is_ahead = |clock: &str| {
        Clock::of(clock).and_then(|clock| clock.days_after(last)).is_some_and(|days| days > MOST_AHEAD)
    };
    // None is where the greatest is not.
    if !journal.newest_clock().is_some_and(is_ahead) {
        return Vec::new();
    }
    let mut first: BTreeMap<Option<&str>, &Envelope> = BTreeMap::new();
    for entry in journal.entries().iter().filter(|entry| entry.clock.as_deref().is_some_and(is_ahead)) {
        let known = first.entry(entry.device.as_deref()).or_insert(entry);
        if (&entry.clock, &entry.id) < (&known.clock, &known.id) {
            *known = entry;
        }
    }
    first.values().map(|entry| of_entry(&rules::CLOCK_AHEAD, entry)).collect()
}

/// Goes through the chain of one device.
fn verify_chain(device: &str, mut chain: Vec<&Envelope>, findings: &mut Vec<Finding>) -> Option<DeviceChain> {
    chain.sort_by(|a, b| a.seq.cmp(&b.seq).then_with(|| a.order(b)));
    for entry in chain.iter().filter(|entry| !fits_its_seal(entry)) {
        findings.push(of_entry(&rules::BODY_ALTERED, entry));
    }
    let missing = |from: u32, to: u32| {
        Finding::new(&rules::ENTRIES_MISSING, Place::Whole {})
            .param(Param::text("device", device))
            .param(Param::number("from", &from.to_string()))
            .param(Param::number("to", &to.to_string()))
    };
    let mut sealed = false;
    // The entries of the number before, of which there is one as a rule.
    let mut before: &[&Envelope] = &[];
    for numbered in chain.chunk_by(|a, b| a.seq == b.seq) {
        let seq = numbered.first().and_then(|entry| entry.seq).unwrap_or_default();
        let last = before.first().and_then(|before| before.seq).unwrap_or_default();
        if seq > last.saturating_add(1) {
            findings.push(missing(last.saturating_add(1), seq.saturating_sub(1)));
        }
        for (at, entry) in numbered.iter().enumerate() {
            if at > 0 {
                findings.push(of_entry(&rules::NUMBER_TWICE, entry));
            }
            match entry.seal {
                Some(_) if seq == last.saturating_add(1) => verify_link(entry, before, findings),
                // Its device sealed what it recorded before.
                None if sealed => findings.push(of_entry(&rules::SEAL_MISSING, entry)),
                _ => {}
            }
        }
        sealed |= numbered.iter().any(|entry| entry.seal.is_some());
        before = numbered;
    }
    let last = chain.last()?;
    let links: Vec<Box<str>> = chain.iter().map(|entry| link_of(entry)).collect();
    let linked: BTreeSet<&str> = chain.iter().filter_map(|entry| entry.prev.as_deref()).collect();
    let of_links = chain.iter().zip(&links);
    let unvouched =
        of_links.filter(|(_, link)| !linked.contains(&***link)).map(|(entry, _)| entry.id.clone());
    let unvouched = unvouched.collect();
    let last_link = links.last()?.clone();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Some(DeviceChain {
        device: device.into(),
        entries: count(chain.len()),
        erased: count(chain.iter().filter(|entry| entry.body.is_none()).count()),
        last_seq: last.seq.unwrap_or_default(),
        last_link,
        unvouched,
    })
}

/// Holds an entry against those of the number before. Of several that bear that number, as on a restored phone, it goes
/// on from one.
fn verify_link(entry: &Envelope, before: &[&Envelope], findings: &mut Vec<Finding>) {
    let linked = before.iter().find(|before| entry.prev.as_deref() == Some(&*link_of(before)));
    if linked.is_none() && (entry.prev.is_some() || !before.is_empty()) {
        findings.push(of_entry(&rules::LINK_BROKEN, entry));
    }
    let Some(before) = linked.or_else(|| before.first()) else { return };
    let is_timed = before.seal.is_some() || (before.clock.is_some() && entry.clock.is_some());
    if is_timed && entry.clock <= before.clock {
        findings.push(of_entry(&rules::CLOCK_RUNS_BACK, entry));
    }
}

/// An erased body cannot be held against its seal.
fn fits_its_seal(entry: &Envelope) -> bool {
    let body = entry.body.as_ref().filter(|_| entry.seal.is_some());
    body.is_none_or(|body| seal_of(body.reveal()) == entry.seal)
}

fn of_entry(rule: &'static crate::finding::RuleInfo, entry: &Envelope) -> Finding {
    let place = Place::Line { line: 0, entry: Some(entry.id.clone()) };
    let finding = Finding::new(rule, place).param(Param::id("entry", &entry.id));
    let device = entry.device.as_deref().map(|device| Param::text("device", device));
    let seq = entry.seq.map(|seq| Param::number("seq", &seq.to_string()));
    device.into_iter().chain(seq).fold(finding, Finding::param)
}
