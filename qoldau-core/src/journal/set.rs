//! The journal as a set of entries.

use std::collections::{BTreeMap, BTreeSet};

use super::{Envelope, is_clock, link_of, seal_of};
use crate::facts::{ERASE, RawBody, erased_by};
use crate::value::Id;

/// A set of entries that are exchanged, in the order of their ids.
///
/// An entry stands once however often it is delivered. Where copies of one id differ, all of them are kept: none of
/// them counts, and [`crate::journal::conflicts`] shows them beside each other. Copies that say the same in other
/// spellings are one. What an erasure among the entries names has no body in any copy; a copy without a body that no
/// erasure names gives way to a full one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Journal {
    plan: Option<Id>,
    /// In the order of [`Envelope::order`], each once.
    entries: Vec<Envelope>,
    /// Ids that erasures among the entries name.
    erased: BTreeSet<Id>,
    /// The greatest clock of all entries from which the next can be counted.
    newest: Option<Box<str>>,
    /// For every device the last of its entries.
    lasts: BTreeMap<Box<str>, Last>,
}

/// The last entry of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Last {
    seq: u32,
    link: Box<str>,
    clock: Option<Box<str>>,
}

impl Last {
    fn of(seq: u32, entry: &Envelope) -> Self {
        Self { seq, link: link_of(entry), clock: entry.clock.clone() }
    }
}

/// What became of an entry that was handed to a journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It was not there before.
    New,
    /// It was there already, as it is or with its body.
    Known,
    /// It was not there before, and an erasure that was there names it, so that nothing of what it says is kept.
    Erased,
    /// Another entry bears the same id; both are kept and neither counts.
    SameId,
}

impl Journal {
    /// An empty journal of a plan.
    #[must_use]
    pub fn new(plan: Option<Id>) -> Self {
        Self { plan, ..Self::default() }
    }

    /// Id of the plan the journal belongs to, where it says so.
    #[must_use]
    pub const fn plan(&self) -> Option<&Id> {
        self.plan.as_ref()
    }

    /// The entries in the order of their ids; different copies of one id stand beside each other.
    #[must_use]
    pub fn entries(&self) -> &[Envelope] {
        &self.entries
    }

    /// The entries of an id: one as a rule.
    #[must_use]
    pub fn of_id(&self, id: &Id) -> &[Envelope] {
        let start = self.entries.partition_point(|entry| entry.id < *id);
        let rest = self.entries.get(start..).unwrap_or_default();
        rest.get(..rest.partition_point(|entry| entry.id == *id)).unwrap_or_default()
    }

    /// The entries of which no different copy bears the same id: those that count.
    pub fn settled(&self) -> impl Iterator<Item = &Envelope> {
        self.entries
            .chunk_by(|a, b| a.id == b.id)
            .filter_map(|run| if let [only] = run { Some(only) } else { None })
    }

    /// The greatest clock of all entries, of those that are written as clocks ([`crate::journal::is_clock`]).
    #[must_use]
    pub fn newest_clock(&self) -> Option<&str> {
        self.newest.as_deref()
    }

    /// The last entry of a device: its number, and the link to it that the next entry bears.
    #[must_use]
    pub fn last_of(&self, device: &str) -> Option<(u32, &str)> {
        self.lasts.get(device).map(|last| (last.seq, &*last.link))
    }

    /// The clock of the last entry of a device.
    pub(super) fn last_clock_of(&self, device: &str) -> Option<&str> {
        self.lasts.get(device)?.clock.as_deref()
    }

    /// Ids that erasures among the entries name.
    pub(super) fn erased(&self) -> impl Iterator<Item = &Id> {
        self.erased.iter()
    }

    /// A journal of entries in the order of [`Envelope::order`].
    pub(super) fn of_sorted(plan: Option<Id>, entries: Vec<Envelope>) -> Self {
        let mut journal = Self { plan, entries, ..Self::default() };
        journal.settle();
        let clocks = || journal.entries.iter().filter_map(|entry| entry.clock.as_ref());
        // As a rule all are clocks, and one look at the greatest text is enough.
        let greatest = clocks().max().filter(|clock| is_clock(clock));
        journal.newest = greatest.or_else(|| clocks().filter(|clock| is_clock(clock)).max()).cloned();
        let mut lasts: BTreeMap<&str, (u32, usize)> = BTreeMap::new();
        for (at, entry) in journal.entries.iter().enumerate() {
            if let (Some(device), Some(seq)) = (entry.device.as_deref(), entry.seq) {
                let last = lasts.entry(device).or_insert((seq, at));
                if last.0 < seq {
                    *last = (seq, at);
                }
            }
        }
        let last = |at: usize, seq| journal.entries.get(at).map(|entry| Last::of(seq, entry));
        let lasts = lasts.into_iter().filter_map(|(device, (seq, at))| Some((device.into(), last(at, seq)?)));
        journal.lasts = lasts.collect();
        journal
    }

    /// A journal of entries in any order.
    #[must_use]
    pub fn of_entries(plan: Option<Id>, mut entries: Vec<Envelope>) -> Self {
        entries.sort_by(Envelope::order);
        entries.dedup();
        Self::of_sorted(plan, entries)
    }

    /// The plan and the entries in order.
    #[must_use]
    pub fn into_parts(self) -> (Option<Id>, Vec<Envelope>) {
        (self.plan, self.entries)
    }

    /// Takes one entry. What an erasure names loses its body, whichever of the two comes first.
    ///
    /// An entry newer than all others, as `UUIDv7` ids make it, is taken in constant time.
    pub fn insert(&mut self, mut entry: Envelope) -> Taken {
        let is_erased = self.is_erased(&entry);
        if is_erased {
            entry.body = None;
        }
        let erases = erasures(&entry);
        let taken = match self.place(entry) {
            Taken::New if is_erased => Taken::Erased,
            taken => taken,
        };
        if erases.iter().any(|id| !self.erased.contains(id)) {
            self.settle();
        }
        taken
    }

    fn place(&mut self, entry: Envelope) -> Taken {
        let copies = self.of_id(&entry.id);
        if copies.iter().any(|copy| *copy == entry || overrules(copy, &entry)) {
            return Taken::Known;
        }
        let settles = copies.iter().any(|copy| overrules(&entry, copy));
        let taken = match copies {
            [] => Taken::New,
            // The words of one that was there without them, or the same words as they were sealed.
            _ if settles => Taken::New,
            _ => Taken::SameId,
        };
        let at = match self.entries.last() {
            Some(last) if last.order(&entry).is_lt() => self.entries.len(),
            _ => self.entries.partition_point(|other| other.order(&entry).is_lt()),
        };
        self.entries.insert(at, entry);
        self.note(at);
        if settles {
            self.settle();
        }
        taken
    }

    /// Notes what the entry at a place says of clocks and devices.
    fn note(&mut self, at: usize) {
        let Some(entry) = self.entries.get(at) else { return };
        if entry.clock > self.newest && entry.clock.as_deref().is_some_and(is_clock) {
            self.newest.clone_from(&entry.clock);
        }
        if let (Some(device), Some(seq)) = (&entry.device, entry.seq) {
            let last = self.lasts.get(device).map(|last| last.seq);
            if last.is_none_or(|last| last < seq) {
                self.lasts.insert(device.clone(), Last::of(seq, entry));
            }
        }
    }

    /// Whether an erasure among the entries names an entry. An erasure itself is never erased.
    pub(super) fn is_erased(&self, entry: &Envelope) -> bool {
        &*entry.kind != ERASE && self.erased.contains(&entry.id)
    }

    /// Removes the bodies that erasures name, and copies in whose place another stands. An erasure itself holds no
    /// personal data and is never erased, so that the wish stays known.
    fn settle(&mut self) {
        // Copies of one id that differ count for nothing else, but their erasures count: what was to be removed must
        // not come back because somebody tampered with the wish.
        self.erased.extend(self.entries.iter().flat_map(erasures));
        let mut entries = std::mem::take(&mut self.entries);
        for entry in entries.iter_mut().filter(|entry| self.is_erased(entry)) {
            entry.body = None;
        }
        if entries.is_sorted_by(|a, b| a.id < b.id) {
            self.entries = entries;
            return;
        }
        for run in entries.chunk_by(|a, b| a.id == b.id) {
            let overruled = |entry: &Envelope| run.iter().any(|copy| overrules(copy, entry));
            let first = self.entries.len();
            self.entries.extend(run.iter().filter(|entry| !overruled(entry)).cloned());
            if let Some(kept) = self.entries.get_mut(first..) {
                kept.sort_by(Envelope::order);
            }
        }
        self.entries.dedup();
    }
}

/// Whether a copy of an entry takes the place of another: a full one of one whose body is gone, though no erasure names
/// it; and of those that say the same the one that fits its seal, else the first in order.
fn overrules(copy: &Envelope, other: &Envelope) -> bool {
    if !copy.is_copy_of(other) {
        return false;
    }
    match (&copy.body, &other.body) {
        (Some(_), None) => true,
        (Some(body), Some(other_body)) if body != other_body => {
            let fits = |body: &RawBody| seal_of(body.reveal()) == copy.seal;
            let order = fits(other_body).cmp(&fits(body)).then_with(|| copy.order(other));
            order.is_lt() && copy.says_the_same(other)
        }
        _ => false,
    }
}

/// Ids that an entry erases: none unless it is an erasure whose body can be read.
#[must_use]
pub fn erasures(entry: &Envelope) -> Vec<Id> {
    entry.body.as_ref().map(|body| erased_by(&entry.kind, body.reveal())).unwrap_or_default()
}
