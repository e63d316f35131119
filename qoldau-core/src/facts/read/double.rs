//! Entries that bear the same id.

use crate::facts::rules;
use crate::facts::tally::Tally;
use crate::facts::{Entry, Fact};
use crate::finding::{Finding, Param, ParamValue, Place};
use crate::value::Id;
use crate::value::fingerprint::fingerprint;

/// Most other lines that a finding names; a group of more is one and the same mistake.
const MOST_NAMED: usize = 10;

/// An entry whose id others bear too.
struct Double {
    /// Its position among the entries.
    at: usize,
    /// What is to be said of it.
    finding: Finding,
}

/// Finds entries that bear the same id: the first of equal ones counts, an erased one before its full copies, of
/// different ones none.
///
/// Gives for every entry whether it still counts; nothing when every id stands once.
///
/// The fingerprints are sorted first: most differ, and numbers sort much faster than text.
pub(super) fn settle(entries: &[Entry], lines: &[u32], tally: &mut Tally) -> Option<Vec<bool>> {
    let mut by_print: Vec<(u64, usize)> =
        entries.iter().enumerate().map(|(at, entry)| (fingerprint(entry.id.as_str()), at)).collect();
    by_print.sort_unstable();
    let mut suspects: Vec<(&Id, usize)> = by_print
        .chunk_by(|one, next| one.0 == next.0)
        .filter(|run| run.len() > 1)
        .flatten()
        .filter_map(|(_, at)| Some((&entries.get(*at)?.id, *at)))
        .collect();
    drop(by_print);
    suspects.sort_unstable();
    let mut doubles: Vec<Double> = suspects
        .chunk_by(|one, next| one.0 == next.0)
        .filter(|group| group.len() > 1)
        .flat_map(|group| judge(group, entries, lines))
        .collect();
    if doubles.is_empty() {
        return None;
    }
    doubles.sort_unstable_by_key(|double| double.at);
    let mut counts = vec![true; entries.len()];
    for Double { at, finding } in doubles {
        if let Some(counts) = counts.get_mut(at) {
            *counts = false;
        }
        tally.push(finding);
    }
    Some(counts)
}

/// Judges a group of entries of one id, in the order of the file.
fn judge(group: &[(&Id, usize)], entries: &[Entry], lines: &[u32]) -> Vec<Double> {
    let counts = one_that_counts(group, entries);
    let rule = if counts.is_some() { &rules::SAME_AGAIN } else { &rules::SAME_ID };
    let line = |at: usize| lines.get(at).copied().unwrap_or_default();
    let named: Vec<usize> = match counts {
        Some(at) => vec![at],
        None => group.iter().take(MOST_NAMED + 1).map(|(_, at)| *at).collect(),
    };
    let dropped = group.iter().filter(|(_, at)| Some(*at) != counts);
    dropped
        .map(|(id, at)| {
            let place = Place::Line { line: line(*at), entry: Some((*id).clone()) };
            let others = named.iter().filter(|other| *other != at).take(MOST_NAMED);
            let named =
                |at: &usize| Param { name: "line".into(), value: ParamValue::Count { count: line(*at) } };
            let finding =
                others.fold(Finding::new(rule, place), |finding, other| finding.param(named(other)));
            Double { at: *at, finding }
        })
        .collect()
}

/// Of entries of one id the one that counts: the first of equal ones, or the one whose body was erased, which wins over
/// its full copies. Nothing when they differ otherwise.
fn one_that_counts(group: &[(&Id, usize)], entries: &[Entry]) -> Option<usize> {
    let at = |place: usize| entries.get(place).map(|entry| (place, entry));
    let all = || group.iter().filter_map(|(_, place)| at(*place));
    let erased = all().find(|(_, entry)| matches!(entry.fact, Fact::Erased { .. }));
    let (counts, entry) = erased.or_else(|| all().next())?;
    let same = |other: &Entry| match erased {
        Some(_) => entry.same_envelope(other),
        None => entry == other,
    };
    all().all(|(_, other)| same(other)).then_some(counts)
}
