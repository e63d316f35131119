//! Additions to items of evidence, folded into the items.

use std::collections::{BTreeMap, BTreeSet};

use super::{Attachment, Evidence, EvidenceFile, Fact, Observation};
use crate::value::{Id, IsoDate};

/// How many names of lines, events and files all states of changed items may hold together, beside some for every
/// entry. Items change on a few days; a journal made so that the states fill the memory has no more of them.
const ROOM: usize = 1_000_000;
const ROOM_FOR_AN_ENTRY: usize = 64;

/// Gives for every item that was added to, or taken from, its state from each day to the next; these stand in the
/// place of its records.
///
/// So whoever reads observations finds one record of an item a day, the way it always was. Changes of an item that is
/// not there have no effect; `check_facts` tells of them.
pub(super) fn fold(mut all: Vec<Observation>) -> Vec<Observation> {
    let changed = changed_items(all.len(), all.iter().map(|by| &by.fact));
    if changed.is_empty() {
        return all;
    }
    let mut runs: BTreeMap<&Id, Vec<&Observation>> = BTreeMap::new();
    for by in &all {
        if let Some(item) = item_of(&by.fact).filter(|item| changed.get(*item) == Some(&Fits::InRoom)) {
            runs.entry(item).or_default().push(by);
        }
    }
    let folded: Vec<Observation> = runs.into_values().flat_map(states).collect();
    let folds: BTreeSet<Id> =
        changed.iter().filter(|(_, fits)| **fits == Fits::InRoom).map(|(id, _)| (*id).clone()).collect();
    all.retain(|by| !is_change(&by.fact) && item_of(&by.fact).is_none_or(|item| !folds.contains(item)));
    all.extend(folded);
    all
}

/// Whether the states of an item fit in the room for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fits {
    InRoom,
    /// Its changes are too many, and none of them counts.
    TooMany,
}

/// The items that were added to or taken from, each with whether its states fit, told from the facts of so many
/// entries.
pub(super) fn changed_items<'a>(
    entries: usize,
    facts: impl Iterator<Item = &'a Fact> + Clone,
) -> BTreeMap<&'a Id, Fits> {
    let changes = facts.clone().filter(|fact| is_change(fact));
    let mut sizes: BTreeMap<&Id, Size> =
        changes.filter_map(item_of).map(|item| (item, Size::default())).collect();
    if sizes.is_empty() {
        return BTreeMap::new();
    }
    for fact in facts {
        if let Some(size) = item_of(fact).and_then(|item| sizes.get_mut(item)) {
            size.add(fact);
        }
    }
    let mut room = room_for(entries);
    sizes
        .into_iter()
        .map(|(item, size)| match room.checked_sub(size.most()) {
            Some(left) => {
                room = left;
                (item, Fits::InRoom)
            }
            None => (item, Fits::TooMany),
        })
        .collect()
}

/// How many names the states of changed items may hold together, told from so many entries.
pub(super) fn room_for(entries: usize) -> usize {
    entries.saturating_mul(ROOM_FOR_AN_ENTRY).saturating_add(ROOM)
}

/// How many names the states of an item hold at most.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    days: usize,
    held: usize,
}

impl Size {
    fn add(&mut self, fact: &Fact) {
        let names = match fact {
            Fact::Evidence { body } => [body.lines.len(), body.events.len(), body.files.len()],
            Fact::AttachEvidence { body } | Fact::DetachEvidence { body } => {
                [body.lines.len(), body.events.len(), body.files.len()]
            }
            _ => return,
        };
        // A fact makes a new state when it begins and when it ends.
        self.days = self.days.saturating_add(2);
        self.held = names.iter().fold(self.held, |sum, names| sum.saturating_add(*names));
    }

    fn most(self) -> usize {
        self.days.saturating_mul(self.held)
    }
}

/// How many names the states of one item hold at most, told from its records and changes.
pub(super) fn size_of<'a>(facts: impl Iterator<Item = &'a Fact>) -> usize {
    let mut size = Size::default();
    facts.for_each(|fact| size.add(fact));
    size.most()
}

/// Whether a fact adds to an item or takes from it.
pub(super) fn is_change(fact: &Fact) -> bool {
    matches!(fact, Fact::AttachEvidence { .. } | Fact::DetachEvidence { .. })
}

/// The item that a fact records or changes.
pub(super) fn item_of(fact: &Fact) -> Option<&Id> {
    match fact {
        Fact::Evidence { body } => Some(&body.item),
        Fact::AttachEvidence { body } | Fact::DetachEvidence { body } => Some(&body.evidence),
        _ => None,
    }
}

/// The states of one item, told from its records and changes in any order. What changes nothing makes no new state: who
/// attaches a file that is there already does not make the item a later one.
pub(super) fn states(mut run: Vec<&Observation>) -> Vec<Observation> {
    run.sort_by_key(|by| (by.on, &by.clock, &by.entry));
    // A record that says that the item is of a later day tells of it from that day on.
    let of_later_day = |by: &Observation| match &by.fact {
        Fact::Evidence { body } => body.date.filter(|date| *date > by.on),
        _ => None,
    };
    let days: BTreeSet<IsoDate> =
        run.iter().flat_map(|by| [Some(by.on), by.until, of_later_day(by)]).flatten().collect();
    let holds_ever = |by: &Observation| by.until.is_none_or(|until| until > by.on);
    let changed_from = run.iter().filter(|by| is_change(&by.fact) && holds_ever(by)).map(|by| by.on).min();
    let nexts = days.iter().skip(1).map(|day| Some(*day)).chain([None]);
    let mut states: Vec<(&Id, Observation)> = Vec::new();
    for (day, next) in days.iter().zip(nexts) {
        let Some((base, mut state)) = state_on(&run, *day, next) else { continue };
        match states.last_mut() {
            Some((of, last)) if **of == base.entry && last.until == Some(*day) && last.fact == state.fact => {
                last.until = next;
            }
            _ => {
                // Before anything is added or taken a record that holds again is what it was, and no later one.
                if changed_from.is_none_or(|from| *day < from) {
                    state.on = base.on;
                }
                states.push((&base.entry, state));
            }
        }
    }
    states.into_iter().map(|(_, state)| state).collect()
}

/// The state of an item from a day until the next on which something changes, and its record: that of the day with all that
/// was added to it and taken from it, in order of time. So what was taken away comes back only where somebody later says so:
/// a correction of the record brings back what it names itself, and nothing that had been attached before it was detached.
fn state_on<'a>(
    run: &[&'a Observation],
    day: IsoDate,
    until: Option<IsoDate>,
) -> Option<(&'a Observation, Observation)> {
    let holding = || run.iter().copied().enumerate().filter(move |(_, by)| by.is_done_on(day));
    let record = |by: &Observation| matches!(by.fact, Fact::Evidence { .. });
    let (recorded, base) = holding().rfind(|(_, by)| record(by))?;
    let Fact::Evidence { body } = &base.fact else { return None };
    let mut state = Evidence { lines: Vec::new(), events: Vec::new(), files: Vec::new(), ..(**body).clone() };
    // The item keeps the date it bears, though its state was told later.
    state.date = state.date.or(Some(base.on));
    let mut attached = Parts::default();
    holding().filter(|(place, _)| *place < recorded).for_each(|(_, by)| attached.change(&by.fact));
    let mut parts = Parts::default();
    parts.record(body);
    parts.add_all(attached);
    holding().filter(|(place, _)| *place > recorded).for_each(|(_, by)| parts.change(&by.fact));
    let named = |listed: Vec<&Id>| listed.into_iter().cloned().collect();
    state.lines = named(parts.lines.in_order());
    state.events = named(parts.events.in_order());
    state.files = parts.files.in_order().into_iter().cloned().collect();
    let newest = holding().next_back().map_or(base, |(_, by)| by);
    let fact = Fact::Evidence { body: Box::new(state) };
    Some((base, Observation { on: day, until, fact, ..newest.clone() }))
}

/// What was ever on record of one item up to an entry, in order of time, to tell whether a detachment takes anything.
#[derive(Default)]
pub(super) struct EverNamed<'a>(Parts<'a>);

impl<'a> EverNamed<'a> {
    /// Takes in what a record names or what is attached.
    pub(super) fn note(&mut self, fact: &'a Fact) {
        match fact {
            Fact::Evidence { body } => self.0.record(body),
            Fact::AttachEvidence { body } => self.0.add(&body.lines, &body.events, &body.files),
            _ => {}
        }
    }

    /// Whether everything that a detachment names was there.
    pub(super) fn has_all(&self, change: &Attachment) -> bool {
        let Self(parts) = self;
        change.lines.iter().all(|id| parts.lines.by_key.contains_key(id.as_str()))
            && change.events.iter().all(|id| parts.events.by_key.contains_key(id.as_str()))
            && change.files.iter().all(|file| parts.find(file).is_some())
    }
}

/// What an item names.
#[derive(Default)]
struct Parts<'a> {
    lines: Listed<'a, &'a str, Id>,
    events: Listed<'a, &'a str, Id>,
    files: Listed<'a, &'a str, EvidenceFile>,
    /// Files by their names, those too that were taken since.
    named: Listed<'a, &'a str, EvidenceFile>,
}

/// How many files of one name are looked at: of more nobody can say which is meant.
const OF_ONE_NAME: usize = 64;

impl<'a> Parts<'a> {
    /// What a record names, as often as it names it: cameras call every picture alike.
    fn record(&mut self, evidence: &'a Evidence) {
        for id in &evidence.lines {
            self.lines.keep(id.as_str(), id);
        }
        for id in &evidence.events {
            self.events.keep(id.as_str(), id);
        }
        for file in &evidence.files {
            self.keep(file);
        }
    }

    fn keep(&mut self, file: &'a EvidenceFile) {
        self.files.keep(content(file), file);
        self.named.keep(&file.name, file);
    }

    /// The hashes of the files of a name that are there.
    fn hashed(&self, name: &str) -> impl Iterator<Item = &'a str> {
        let named = self.named.by_key.get(name).into_iter().flatten().take(OF_ONE_NAME);
        let hashes = named.filter_map(|(_, file)| file.sha256.as_deref());
        hashes.filter(|hash| self.files.by_key.contains_key(hash))
    }

    /// What a file that is there is kept by: one of the same content; else, where either has no hash, the only one of the
    /// same name.
    fn find(&self, file: &EvidenceFile) -> Option<&'a str> {
        let kept = |key: &str| self.files.by_key.get_key_value(key);
        if let Some((key, _)) = kept(content(file)) {
            return Some(*key);
        }
        if file.sha256.is_some() {
            return kept(&file.name).filter(|(_, files)| files.len() == 1).map(|(key, _)| *key);
        }
        let mut hashed = self.hashed(&file.name);
        let first = hashed.next()?;
        hashed.all(|other| other == first).then_some(first)
    }

    /// Adds a file that is not there. A name without a hash is no second file beside one of that name; a hash tells more
    /// of the only file of its name that had none.
    fn attach(&mut self, file: &'a EvidenceFile) {
        let unhashed = file.sha256.is_none();
        match self.find(file) {
            Some(key) if key == content(file) || unhashed => {}
            None if unhashed && self.hashed(&file.name).next().is_some() => {}
            Some(key) => {
                self.files.take(&key);
                self.keep(file);
            }
            None => self.keep(file),
        }
    }

    /// What is added and not there yet, or is taken.
    fn change(&mut self, fact: &'a Fact) {
        match fact {
            Fact::AttachEvidence { body } => self.add(&body.lines, &body.events, &body.files),
            Fact::DetachEvidence { body } => self.take(body),
            _ => {}
        }
    }

    fn add(
        &mut self,
        lines: impl IntoIterator<Item = &'a Id>,
        events: impl IntoIterator<Item = &'a Id>,
        files: impl IntoIterator<Item = &'a EvidenceFile>,
    ) {
        for id in lines {
            self.lines.add(id.as_str(), id);
        }
        for id in events {
            self.events.add(id.as_str(), id);
        }
        for file in files {
            self.attach(file);
        }
    }

    fn add_all(&mut self, others: Self) {
        self.add(others.lines.in_order(), others.events.in_order(), others.files.in_order());
    }

    fn take(&mut self, change: &'a Attachment) {
        for id in &change.lines {
            self.lines.take(&id.as_str());
        }
        for id in &change.events {
            self.events.take(&id.as_str());
        }
        for file in &change.files {
            if let Some(key) = self.find(file) {
                self.files.take(&key);
            }
        }
    }
}

/// What tells a file from others: its hash, or its name where no hash is known.
fn content(file: &EvidenceFile) -> &str {
    file.sha256.as_deref().unwrap_or(&file.name)
}

/// A list in the order of coming, in which things are found by what tells them apart.
struct Listed<'a, K, T> {
    by_key: BTreeMap<K, Vec<(usize, &'a T)>>,
    count: usize,
}

impl<K, T> Default for Listed<'_, K, T> {
    fn default() -> Self {
        Self { by_key: BTreeMap::new(), count: 0 }
    }
}

impl<'a, K: Ord, T> Listed<'a, K, T> {
    /// Takes a thing even where one like it is there.
    fn keep(&mut self, key: K, thing: &'a T) {
        self.count = self.count.saturating_add(1);
        self.by_key.entry(key).or_default().push((self.count, thing));
    }

    /// Takes a thing unless one like it is there.
    fn add(&mut self, key: K, thing: &'a T) {
        if !self.by_key.contains_key(&key) {
            self.keep(key, thing);
        }
    }

    fn take(&mut self, key: &K) {
        self.by_key.remove(key);
    }

    fn in_order(self) -> Vec<&'a T> {
        let mut listed: Vec<(usize, &T)> = self.by_key.into_values().flatten().collect();
        listed.sort_unstable_by_key(|(place, _)| *place);
        listed.into_iter().map(|(_, thing)| thing).collect()
    }
}
