//! Says whether anybody altered, dropped or forged entries.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

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
    /// How many entries belong to no chain, because they bear no device, number or seal.
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
    /// How many of its entries are here.
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
/// (`JRN102`), numbers that are missing (`JRN103`) or borne by several entries (`JRN104`), and clocks that run back
/// within a device (`JRN105`). Entries cut off at the end of a chain, and an altered envelope of its last entry, show only beside a link
/// that was kept from before, or a signed head; which entries nothing vouches for is told in [`DeviceChain::unvouched`].
#[must_use]
pub fn verify(journal: &Journal) -> Verification {
    let mut chains: BTreeMap<&str, Vec<&Envelope>> = BTreeMap::new();
    let mut unchained = 0_u32;
    for entry in journal.entries() {
        match (entry.device.as_deref(), entry.seq, entry.seal.as_deref()) {
            (Some(device), Some(_), Some(_)) => chains.entry(device).or_default().push(entry),
            _ => unchained = unchained.saturating_add(1),
        }
    }
    let mut findings = Vec::new();
    let devices =
        chains.into_iter().filter_map(|(device, chain)| verify_chain(device, chain, &mut findings)).collect();
    Verification { devices, unchained, findings }
}

/// Goes through the chain of one device.
fn verify_chain(device: &str, mut chain: Vec<&Envelope>, findings: &mut Vec<Finding>) -> Option<DeviceChain> {
    chain.sort_by(|a, b| a.seq.cmp(&b.seq).then_with(|| a.order(b)));
    for entry in chain.iter().filter(|entry| !fits_its_seal(entry)) {
        findings.push(of_entry(&rules::BODY_ALTERED, entry, device));
    }
    let missing = |from: u32, to: u32| {
        Finding::new(&rules::ENTRIES_MISSING, Place::Whole {})
            .param(Param::text("device", device))
            .param(Param::number("from", &from.to_string()))
            .param(Param::number("to", &to.to_string()))
    };
    let mut before: Option<(&Envelope, Box<str>)> = None;
    let linked: BTreeSet<&str> = chain.iter().filter_map(|entry| entry.prev.as_deref()).collect();
    let mut unvouched = Vec::new();
    for entry in &chain {
        let seq = entry.seq.unwrap_or_default();
        let last = before.as_ref().and_then(|(before, _)| before.seq).unwrap_or_default();
        match &before {
            Some(_) if seq == last => findings.push(of_entry(&rules::NUMBER_TWICE, entry, device)),
            _ if seq > last.saturating_add(1) => {
                findings.push(missing(last.saturating_add(1), seq.saturating_sub(1)));
            }
            Some((before, link)) => {
                if entry.prev.as_deref() != Some(&**link) {
                    findings.push(of_entry(&rules::LINK_BROKEN, entry, device));
                }
                if entry.clock <= before.clock {
                    findings.push(of_entry(&rules::CLOCK_RUNS_BACK, entry, device));
                }
            }
            None if entry.prev.is_some() => findings.push(of_entry(&rules::LINK_BROKEN, entry, device)),
            None => {}
        }
        let link = link_of(entry);
        if !linked.contains(&*link) {
            unvouched.push(entry.id.clone());
        }
        before = Some((entry, link));
    }
    let (last, last_link) = before?;
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

/// An erased body cannot be held against its seal.
fn fits_its_seal(entry: &Envelope) -> bool {
    entry.body.as_ref().is_none_or(|body| seal_of(body.reveal()) == entry.seal)
}

fn of_entry(rule: &'static crate::finding::RuleInfo, entry: &Envelope, device: &str) -> Finding {
    let place = Place::Line { line: 0, entry: Some(entry.id.clone()) };
    let finding = Finding::new(rule, place).param(Param::id("entry", &entry.id));
    let finding = finding.param(Param::text("device", device));
    finding.param(Param::number("seq", &entry.seq.unwrap_or_default().to_string()))
}
