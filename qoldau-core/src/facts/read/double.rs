//! Entries that bear the same id.

use std::collections::BTreeSet;

use super::FactsRead;
use super::aside::Aside;
use crate::facts::rules;
use crate::facts::tally::Tally;
use crate::facts::{Entry, Fact};
use crate::finding::{Finding, Param, ParamValue, Place};
use crate::value::Id;
use crate::value::fingerprint::fingerprint;

/// Most other lines that a finding names; a group of more is one and the same mistake.
const MOST_NAMED: usize = 10;

/// A copy of an entry, whether it can count or not.
struct Copy<'a> {
    entry: &'a Entry,
    line: u32,
    /// Its position among the entries that count so far; nothing of one that cannot count.
    at: Option<usize>,
    /// Whether its body could be read, so that it can be held against others.
    is_read: bool,
}

impl Copy<'_> {
    fn is_empty(&self) -> bool {
        self.is_read && matches!(self.entry.fact, Fact::Erased { .. })
    }

    /// Whether it takes the place of another: a full copy of one whose body is gone, though nothing erased it. What an
    /// erasure names is empty in all copies.
    fn overrules(&self, other: &Self) -> bool {
        !self.is_empty() && other.is_empty() && self.entry.same_envelope(other.entry)
    }

    fn is_same(&self, other: &Self) -> bool {
        self.is_read && other.is_read && self.entry == other.entry
    }
}

/// An id that several entries bear.
struct Double<'a> {
    copies: Vec<Copy<'a>>,
    /// The place of the one that counts.
    counts: Option<usize>,
}

/// Finds entries that bear the same id: of those that say the same one counts, of different ones none, though one of
/// them alone could count. `journal` tells it by the same rule.
///
/// The fingerprints are sorted first: most differ, and numbers sort much faster than text.
pub(super) fn settle(read: &mut FactsRead, aside: &[Aside], tally: &mut Tally) {
    let FactsRead { entries, lines, .. } = read;
    let doubles = doubles(entries, lines, aside);
    if doubles.is_empty() {
        return;
    }
    let mut counts = vec![true; entries.len()];
    for double in &doubles {
        for at in double.copies.iter().filter_map(|copy| copy.at).filter(|at| Some(*at) != double.counts) {
            if let Some(counts) = counts.get_mut(at) {
                *counts = false;
            }
        }
    }
    let counting = entries.iter().zip(&counts).filter(|(_, counts)| **counts).map(|(entry, _)| entry);
    let replaced: BTreeSet<&Id> = counting.flat_map(|entry| &entry.replaces).collect();
    let mut told: Vec<(usize, Finding)> =
        doubles.iter().flat_map(|double| double.findings(&replaced)).collect();
    told.sort_by_key(|(at, _)| *at);
    for (_, finding) in told {
        tally.push(finding);
    }
    let mut keep = counts.iter();
    entries.retain(|_| keep.next().copied().unwrap_or(true));
    let mut keep = counts.iter();
    lines.retain(|_| keep.next().copied().unwrap_or(true));
}

/// The ids that stand several times, of which an entry could count.
fn doubles<'a>(entries: &'a [Entry], lines: &[u32], aside: &'a [Aside]) -> Vec<Double<'a>> {
    let all = || entries.iter().chain(aside.iter().map(|aside| &aside.entry));
    let mut by_print: Vec<(u64, usize)> =
        all().enumerate().map(|(at, entry)| (fingerprint(entry.id.as_str()), at)).collect();
    by_print.sort_unstable();
    let copy = |at: usize| {
        if let (Some(entry), Some(line)) = (entries.get(at), lines.get(at)) {
            return Some(Copy { entry, line: *line, at: Some(at), is_read: true });
        }
        let Aside { entry, line, is_read, .. } = aside.get(at.checked_sub(entries.len())?)?;
        Some(Copy { entry, line: *line, at: None, is_read: *is_read })
    };
    let mut suspects: Vec<Copy<'_>> = by_print
        .chunk_by(|one, next| one.0 == next.0)
        .filter(|run| run.len() > 1)
        .flatten()
        .filter_map(|(_, at)| copy(*at))
        .collect();
    drop(by_print);
    suspects.sort_by(|one, next| (&one.entry.id, one.line).cmp(&(&next.entry.id, next.line)));
    let mut doubles: Vec<Double<'_>> = Vec::new();
    for copy in suspects {
        match doubles.last_mut().filter(|last| last.bears(&copy.entry.id)) {
            Some(last) => last.copies.push(copy),
            None => doubles.push(Double { copies: vec![copy], counts: None }),
        }
    }
    doubles.retain(|double| double.copies.len() > 1 && double.copies.iter().any(|copy| copy.at.is_some()));
    for double in &mut doubles {
        double.counts = double.one_that_counts();
    }
    doubles
}

impl Double<'_> {
    fn bears(&self, id: &Id) -> bool {
        self.copies.first().is_some_and(|copy| copy.entry.id == *id)
    }

    /// The first of equal copies; nothing where copies differ.
    fn one_that_counts(&self) -> Option<usize> {
        let full: Vec<&Copy<'_>> = self.copies.iter().filter(|copy| !copy.is_empty()).collect();
        let overruled = |copy: &Copy<'_>| copy.is_empty() && full.iter().any(|full| full.overrules(copy));
        let mut standing = self.copies.iter().filter(|copy| !overruled(copy));
        let first = standing.next()?;
        standing.all(|copy| first.is_same(copy)).then_some(first.at).flatten()
    }

    /// What is to be said of those that do not count, by their positions. Of a copy that cannot count its own line tells.
    fn findings(&self, replaced: &BTreeSet<&Id>) -> Vec<(usize, Finding)> {
        let settled = self.copies.first().is_some_and(|copy| replaced.contains(&copy.entry.id));
        let rule = match self.counts {
            Some(_) => &rules::SAME_AGAIN,
            None if settled => &rules::SAME_ID_SETTLED,
            None => &rules::SAME_ID,
        };
        let named: Vec<u32> = match self.counts {
            Some(at) => self.copies.iter().filter(|copy| copy.at == Some(at)).map(|copy| copy.line).collect(),
            None => self.copies.iter().take(MOST_NAMED + 1).map(|copy| copy.line).collect(),
        };
        let dropped = self.copies.iter().filter_map(|copy| Some((copy, copy.at?)));
        dropped
            .filter(|(_, at)| Some(*at) != self.counts)
            .map(|(copy, at)| {
                let place = Place::Line { line: copy.line, entry: Some(copy.entry.id.clone()) };
                let others = named.iter().filter(|other| **other != copy.line).take(MOST_NAMED);
                let line =
                    |line: &u32| Param { name: "line".into(), value: ParamValue::Count { count: *line } };
                (at, others.fold(Finding::new(rule, place), |finding, other| finding.param(line(other))))
            })
            .collect()
    }
}
