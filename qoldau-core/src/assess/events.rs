//! Events: their newest state, the records that are one event, and those that probably are.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::Places;
use super::ledger::{Ledger, Seen};
use super::standing::EventStanding;
use crate::facts::{Event, EventStatus, newest_event};
use crate::value::text::{fold_words, is_word_character};
use crate::value::{DateRange, Id, IsoDate};

/// How many later events of the same days an event is compared with; keeps the search for doubles linear.
pub(super) const DOUBLE_SEARCH: usize = 64;

/// One event: a record, or several that are (or probably are) one.
#[derive(Debug)]
pub(super) struct EventGroup<'a> {
    /// Ids of all records, smallest first, and those that somebody said are the same event though no record of theirs
    /// stands: what is told of them is told of it.
    pub(super) ids: Vec<&'a Id>,
    /// Those of them that somebody said are the event of the record that speaks.
    joined: Vec<&'a Id>,
    /// Those records that wait for somebody to say whether they are the same event.
    pub(super) doubles: Vec<&'a Id>,
    /// Those of the joined that somebody else says were cancelled or put off, when by the record that speaks it had begun.
    pub(super) denied: Vec<&'a Id>,
    /// The record that speaks for the group: the first that was held, else the first.
    pub(super) event: &'a Event,
    /// First and last day.
    pub(super) range: DateRange,
    /// Ids of the activities of all records.
    pub(super) activities: Vec<&'a Id>,
}

impl EventGroup<'_> {
    /// Whether it was held.
    pub(super) fn held(&self) -> bool {
        self.event.status == EventStatus::Held
    }

    /// Whether it is, or was, going to be held.
    pub(super) fn stands(&self) -> bool {
        matches!(self.event.status, EventStatus::Held | EventStatus::Planned)
    }
}

/// All events known on the assessed day.
#[derive(Debug)]
pub(super) struct Events<'a> {
    /// By first day, then id.
    pub(super) groups: Vec<EventGroup<'a>>,
    by_id: Places<'a>,
    by_activity: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Events<'a> {
    /// Brings the records of the ledger together.
    pub(super) fn gather(ledger: &Ledger<'a>) -> Self {
        let records = newest(ledger);
        let ids = with_unrecorded(ledger, &records);
        let index = Places::new(ids.iter().enumerate().map(|(at, id)| (*id, at)));
        let mut settled = Sets::new(ids.len());
        let apart = join(ledger, &index, &mut settled);
        let mut probable = settled.clone();
        let mut apart = Apart::new(&apart, &probable);
        for (a, b) in doubles(&records) {
            apart.union(&mut probable, a, b);
        }
        Self::from_sets(&records, &ids, &settled, &probable)
    }

    fn from_sets(records: &[Seen<'a, Event>], ids: &[&'a Id], settled: &Sets, probable: &Sets) -> Self {
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in 0..ids.len() {
            members.entry(probable.root(at)).or_default().push(at);
        }
        let mut groups: Vec<EventGroup<'a>> =
            members.into_values().filter_map(|members| group(records, ids, settled, &members)).collect();
        groups.sort_by(|a, b| a.range.start.cmp(&b.range.start).then_with(|| a.ids.cmp(&b.ids)));
        let ids = groups.iter().enumerate().flat_map(|(at, group)| group.ids.iter().map(move |id| (*id, at)));
        let by_id = Places::new(ids);
        let mut by_activity: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, group) in groups.iter().enumerate() {
            for activity in &group.activities {
                by_activity.entry(activity.as_str()).or_default().push(at);
            }
        }
        Self { groups, by_id, by_activity }
    }

    /// The event of a record's id, with its place in [`Events::groups`].
    pub(super) fn get(&self, id: &Id) -> Option<(usize, &EventGroup<'a>)> {
        let at = self.by_id.get(id)?;
        Some((at, self.groups.get(at)?))
    }

    /// Which record of an event an id names, where the event has several. The id is asked for only then.
    pub(super) fn record<'i>(&self, at: usize, id: impl FnOnce() -> Option<&'i Id>) -> Option<usize> {
        let group = self.groups.get(at).filter(|group| group.ids.len() > 1)?;
        group.ids.binary_search(&id()?).ok()
    }

    /// The events of an activity, by first day.
    pub(super) fn of_activity(&self, activity: &Id) -> impl Iterator<Item = (usize, &EventGroup<'a>)> {
        self.by_activity
            .get(activity.as_str())
            .into_iter()
            .flatten()
            .filter_map(|at| self.groups.get(*at).map(|group| (*at, group)))
    }

    /// The events for the answer.
    pub(super) fn standings(&self) -> Vec<EventStanding> {
        self.groups.iter().map(standing).collect()
    }
}

fn standing(group: &EventGroup<'_>) -> EventStanding {
    let event = group.event;
    let text = |text: &Option<Box<str>>| text.as_deref().map(String::from);
    EventStanding {
        id: event.event.clone(),
        joined: group.joined.iter().map(|id| (*id).clone()).collect(),
        probable_doubles: group.doubles.iter().map(|id| (*id).clone()).collect(),
        status: event.status,
        range: group.range,
        name: text(&event.name),
        place: text(&event.place),
        part: text(&event.part),
        activities: group.activities.iter().map(|id| (*id).clone()).collect(),
        headcount: event.headcount,
    }
}

/// The record of every event that tells its state, by id.
fn newest<'a>(ledger: &Ledger<'a>) -> Vec<Seen<'a, Event>> {
    let mut all = ledger.events.clone();
    all.sort_by(|a, b| a.fact.event.cmp(&b.fact.event).then_with(|| b.by.by_time(a.by)));
    let of_one = all.chunk_by(|a, b| a.fact.event == b.fact.event);
    let newest = |records: &[Seen<'a, Event>]| {
        if let [only] = records {
            return Some(*only);
        }
        let by = newest_event(&records.iter().map(|seen| seen.by).collect::<Vec<_>>())?;
        records.iter().find(|seen| std::ptr::eq(seen.by, by)).copied()
    };
    of_one.filter_map(newest).collect()
}

/// The ids of the records, and behind them those that joins and splits name though no record bears them: of an event whose
/// record was voided, or lies on a phone whose file is not here.
fn with_unrecorded<'a>(ledger: &Ledger<'a>, records: &[Seen<'a, Event>]) -> Vec<&'a Id> {
    let mut ids: Vec<&Id> = records.iter().map(|seen| &seen.fact.event).collect();
    let named = ledger.unions.iter().flat_map(|(_, ids)| ids.iter().take(UNION_LIMIT));
    let unrecorded: BTreeSet<&Id> = named.filter(|id| ids.binary_search(id).is_err()).collect();
    ids.extend(unrecorded);
    ids
}

/// How many events one join or split may name; more are a slip.
pub(super) const UNION_LIMIT: usize = 64;

/// Applies joins and splits in the order of time; answers the pairs that somebody told apart. After a split every
/// event it names stands on its own again, and the others of its group stay together.
fn join(ledger: &Ledger<'_>, index: &Places<'_>, settled: &mut Sets) -> BTreeSet<(usize, usize)> {
    let mut links: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut apart = BTreeSet::new();
    for (joined, ids) in &ledger.unions {
        let members: BTreeSet<usize> = ids.iter().take(UNION_LIMIT).filter_map(|id| index.get(id)).collect();
        for (a, b) in pairs(&members) {
            if *joined {
                apart.remove(&(a, b));
                links.entry(a).or_default().insert(b);
                links.entry(b).or_default().insert(a);
            } else {
                apart.insert((a, b));
            }
        }
        if !*joined {
            for member in &members {
                part(*member, &mut links, &apart);
            }
        }
    }
    for (a, others) in links {
        for b in others {
            settled.union(a, b);
        }
    }
    apart
}

/// Takes an event out of what it is joined with. What was one by way of it stays one, but for what somebody told apart.
fn part(member: usize, links: &mut BTreeMap<usize, BTreeSet<usize>>, apart: &BTreeSet<(usize, usize)>) {
    let others = links.remove(&member).unwrap_or_default();
    for other in &others {
        let mut before = others.iter().take_while(|earlier| *earlier < other);
        let of_one = before.find(|earlier| !apart.contains(&(**earlier, *other)));
        let linked = links.entry(*other).or_default();
        linked.remove(&member);
        linked.extend(of_one);
        if let Some(earlier) = of_one {
            links.entry(*earlier).or_default().insert(*other);
        }
    }
}

/// All pairs of a set, the smaller first.
fn pairs(members: &BTreeSet<usize>) -> impl Iterator<Item = (usize, usize)> {
    members.iter().enumerate().flat_map(|(at, a)| members.iter().skip(at.saturating_add(1)).map(|b| (*a, *b)))
}

/// Pairs of held events that probably are one: same days, a common activity, nothing that tells them apart, and
/// recorded by two people or under one name.
fn doubles(records: &[Seen<'_, Event>]) -> Vec<(usize, usize)> {
    let mut held: Vec<usize> = (0..records.len())
        .filter(|at| records.get(*at).is_some_and(|seen| seen.fact.status == EventStatus::Held))
        .collect();
    held.sort_by_key(|at| records.get(*at).map(|seen| (seen.fact.start, *at)));
    let mut pairs = Vec::new();
    for (place, a) in held.iter().enumerate() {
        let Some(first) = records.get(*a) else { continue };
        for b in held.iter().skip(place.saturating_add(1)).take(DOUBLE_SEARCH) {
            let Some(second) = records.get(*b) else { continue };
            if second.fact.start > range_of(first.fact).end {
                break;
            }
            if probably_one(first, second) {
                pairs.push(if a < b { (*a, *b) } else { (*b, *a) });
            }
        }
    }
    pairs
}

pub(super) fn probably_one(a: &Seen<'_, Event>, b: &Seen<'_, Event>) -> bool {
    let shares_activity = a.fact.activities.iter().any(|id| b.fact.activities.contains(id));
    let two_people = a.by.author != b.by.author;
    let one_name = || match (&a.fact.name, &b.fact.name) {
        (Some(a), Some(b)) => a == b || fold_words(a) == fold_words(b),
        _ => false,
    };
    shares_activity && (two_people || one_name()) && !told_apart(a.fact, b.fact)
}

/// Whether part label, place or the numbers in the names tell two events apart. What one record says and the other leaves
/// out tells nothing: "Ақтау" and "Ақтау қаласы" may be one place, "Cup" and "Cup 2024" one match.
fn told_apart(a: &Event, b: &Event) -> bool {
    let differ = |a: &Option<Box<str>>, b: &Option<Box<str>>| match (a, b) {
        (Some(a), Some(b)) if a != b => {
            let (a, b) = (fold_words(a), fold_words(b));
            contradict(&words(&a), &words(&b))
        }
        _ => false,
    };
    differ(&a.part, &b.part) || differ(&a.place, &b.place) || contradict(&name_numbers(a), &name_numbers(b))
}

/// Whether each of two sets has something that the other lacks.
fn contradict(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> bool {
    !a.is_subset(b) && !b.is_subset(a)
}

fn words(folded: &str) -> BTreeSet<&str> {
    folded.split(|c: char| !is_word_character(c)).filter(|word| !word.is_empty()).collect()
}

/// The numbers in a name: schools No. 5 and No. 7 are two schools.
fn name_numbers(event: &Event) -> BTreeSet<&str> {
    let name = event.name.as_deref().unwrap_or_default();
    let groups = name.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty());
    groups.map(|group| group.trim_start_matches('0')).collect()
}

pub(super) fn range_of(event: &Event) -> DateRange {
    let end: IsoDate = event.end.unwrap_or(event.start).max(event.start);
    DateRange { start: event.start, end }
}

fn group<'a>(
    records: &[Seen<'a, Event>],
    ids: &[&'a Id],
    settled: &Sets,
    members: &[usize],
) -> Option<EventGroup<'a>> {
    let facts = || members.iter().filter_map(|at| records.get(*at).map(|seen| (*at, seen.fact)));
    let speaks = facts().find(|(_, event)| event.status == EventStatus::Held).or_else(|| facts().next())?;
    let mut activities: Vec<&Id> = facts().flat_map(|(_, event)| event.activities.iter()).collect();
    activities.sort_unstable();
    activities.dedup();
    let mut doubles: Vec<&Id> =
        facts().filter(|(at, _)| !settled.same(*at, speaks.0)).map(|(_, event)| &event.event).collect();
    doubles.sort_unstable();
    let named = |members: &[usize]| -> Vec<&'a Id> {
        let mut named: Vec<&Id> = members.iter().filter_map(|at| ids.get(*at)).copied().collect();
        named.sort_unstable();
        named
    };
    let joined = |at: &usize| *at != speaks.0 && settled.same(*at, speaks.0);
    let joined = named(&members.iter().copied().filter(joined).collect::<Vec<_>>());
    let denied = denied(records, settled, members, speaks.0);
    let (range, event) = (range_of(speaks.1), speaks.1);
    Some(EventGroup { ids: named(members), joined, doubles, denied, event, range, activities })
}

/// The records that are one event with a held one and say that it was cancelled or put off: nobody would see it, for the held one
/// speaks. That an event is held after it was put off, be it under another id, is no contradiction.
fn denied<'a>(records: &[Seen<'a, Event>], settled: &Sets, members: &[usize], speaks: usize) -> Vec<&'a Id> {
    let Some(held) = records.get(speaks).filter(|seen| seen.fact.status == EventStatus::Held) else {
        return Vec::new();
    };
    let is_off = |seen: &&Seen<'_, Event>| {
        matches!(seen.fact.status, EventStatus::Cancelled | EventStatus::Postponed)
            && seen.by.author != held.by.author
            && held.fact.start <= seen.by.on
    };
    let joined = members.iter().filter(|at| settled.same(**at, speaks)).filter_map(|at| records.get(*at));
    let mut denied: Vec<&Id> = joined.filter(is_off).map(|seen| &seen.fact.event).collect();
    denied.sort_unstable();
    denied
}

/// What people told apart: for every set of records the sets that it must not be joined with, by their roots.
struct Apart {
    from: BTreeMap<usize, BTreeSet<usize>>,
}

impl Apart {
    fn new(pairs: &BTreeSet<(usize, usize)>, sets: &Sets) -> Self {
        let mut from: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (a, b) in pairs.iter().map(|(a, b)| (sets.root(*a), sets.root(*b))).filter(|(a, b)| a != b) {
            from.entry(a).or_default().insert(b);
            from.entry(b).or_default().insert(a);
        }
        Self { from }
    }

    /// Joins the sets of two records, unless some of their records were told apart.
    fn union(&mut self, sets: &mut Sets, a: usize, b: usize) {
        let (a_root, b_root) = (sets.root(a), sets.root(b));
        if a_root == b_root || self.from.get(&a_root).is_some_and(|apart| apart.contains(&b_root)) {
            return;
        }
        sets.union(a, b);
        let (root, gone) = (a_root.min(b_root), a_root.max(b_root));
        for other in self.from.remove(&gone).unwrap_or_default() {
            if let Some(apart) = self.from.get_mut(&other) {
                apart.remove(&gone);
                apart.insert(root);
            }
            self.from.entry(root).or_default().insert(other);
        }
    }
}

/// Disjoint sets of records.
#[derive(Debug, Clone)]
struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    fn new(len: usize) -> Self {
        Self { parent: (0..len).collect() }
    }

    fn root(&self, at: usize) -> usize {
        let mut at = at;
        while let Some(parent) = self.parent.get(at).copied() {
            if parent == at {
                break;
            }
            at = parent;
        }
        at
    }

    fn same(&self, a: usize, b: usize) -> bool {
        self.root(a) == self.root(b)
    }

    /// Joins two sets under the smaller root, and shortens the way to it.
    fn union(&mut self, a: usize, b: usize) {
        let (a_root, b_root) = (self.root(a), self.root(b));
        let root = a_root.min(b_root);
        for at in [a, b, a_root, b_root] {
            if let Some(parent) = self.parent.get_mut(at) {
                *parent = root;
            }
        }
    }
}
