//! What a journal says of people on a day, sorted by the events they were at.

use std::collections::{BTreeMap, BTreeSet};

use super::PeopleObserved;
use super::decide::{SamePersons, join_ids, join_persons};
use super::rules::{
    ESTIMATE_OF_OTHER_LINE, ESTIMATE_WITHOUT_SOURCE, ESTIMATES_ADDED, LIST_OF_EVENT_NOT_HELD,
};
use crate::facts::{
    AttendanceRecord, Event, EventStatus, Fact, HeadcountRecord, Observation, Observations, Origin,
    PeopleCount, PersonDecision, PersonVerdict, ReachEstimate, ReachMethod, Reading, ReadingMode,
    ReadingValue, newest_event,
};
use crate::finding::{Finding, Param, Place};
use crate::people::duplicates::{PairDecision, PairVerdict};
use crate::people::reach::{Attendance, CountedEvent, Headcount};
use crate::plan::{ImpactKind, IndicatorKind, Plan, PlanReading, Question, Target, counts_views};
use crate::value::{Id, IsoDate};

/// People of a journal as reach is counted from them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeopleOfJournal {
    /// Who was where, each person under one id, of joined records under the smallest id of the event.
    pub attendances: Vec<Attendance>,
    /// How many were there beyond those on lists.
    pub headcounts: Vec<Headcount>,
    /// Events that have a headcount by groups.
    pub events: Vec<CountedEvent>,
    /// What people decided of two ids, the latest of a pair last.
    pub decisions: Vec<PairDecision>,
    /// Ids that are one person by these decisions.
    pub same: SamePersons,
    /// Of joined events the id under which they count.
    pub roots: BTreeMap<Id, Id>,
}

/// Takes the people out of a journal's observations, up to the end of a day.
#[must_use]
pub fn people_of_journal(observations: &Observations, as_of: IsoDate) -> PeopleOfJournal {
    let people = People::taken(observations.holding_on(as_of).collect());
    let mut out = PeopleOfJournal::default();
    let mut taken: BTreeSet<Id> = people.occasions.keys().map(|key| key.id().clone()).collect();
    for (key, occasion) in &people.occasions {
        let event = &people.id_in_reach(*key, &mut taken);
        let persons: BTreeSet<&Id> = occasion.lists.values().flatten().copied().collect();
        let on = occasion.day;
        out.attendances.extend(persons.into_iter().map(|person| Attendance {
            event: event.clone(),
            on,
            person: person.clone(),
        }));
        out.headcounts.extend(occasion.heads.map(|total| Headcount { event: event.clone(), on, total }));
        if let Some(grouped) = occasion.grouped {
            let groups = grouped.groups.clone();
            let total = occasion.heads.unwrap_or(0);
            out.events.push(CountedEvent { event: event.clone(), on, total, groups });
        }
    }
    out.roots = people.roots.iter().map(|(id, root)| ((*id).clone(), (*root).clone())).collect();
    out.decisions = people.decisions.iter().map(|body| decision(body)).collect();
    out.same = join_persons(&out.decisions);
    // Contradicting decisions are among what was found.
    out.same.findings = people.findings;
    out
}

/// What people came to: an event, or an entry that records a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum OccasionKey<'a> {
    Event(&'a Id),
    Service(&'a Id),
}

impl<'a> OccasionKey<'a> {
    pub(super) fn id(self) -> &'a Id {
        match self {
            Self::Event(id) | Self::Service(id) => id,
        }
    }

    /// The event, where it is one.
    pub(super) fn event(self) -> Option<&'a Id> {
        match self {
            Self::Event(id) => Some(id),
            Self::Service(_) => None,
        }
    }
}

/// Who came to one event, or received one service.
#[derive(Debug)]
pub(super) struct Occasion<'a> {
    pub(super) day: IsoDate,
    pub(super) activities: BTreeSet<&'a Id>,
    /// People by the line that the list names, each under one id.
    pub(super) lists: BTreeMap<Option<&'a Id>, BTreeSet<&'a Id>>,
    /// Whether a list or a headcount of its own tells of it, and not the record of its event alone.
    pub(super) recorded: bool,
    /// The greatest number of heads that was recorded.
    pub(super) heads: Option<u32>,
    /// The headcount that its groups are taken of: of those that tell groups the greatest, of equal ones the latest.
    /// Two headcounts of one event are of the same people, and so are their groups.
    grouped: Option<&'a HeadcountRecord>,
}

/// What a journal says of people on a day.
pub(super) struct People<'a> {
    /// Events with a list or a headcount, and services.
    pub(super) occasions: BTreeMap<OccasionKey<'a>, Occasion<'a>>,
    /// Readings, earliest first.
    pub(super) readings: Vec<(&'a Observation, &'a Reading)>,
    /// Counts of different people that somebody stated, earliest first.
    pub(super) counts: Vec<(&'a Observation, &'a PeopleCount)>,
    /// Answers to which lines a figure sums, earliest first.
    pub(super) sources: Vec<&'a PlanReading>,
    pub(super) findings: Vec<Finding>,
    days: BTreeMap<&'a Id, IsoDate>,
    roots: BTreeMap<&'a Id, &'a Id>,
    decisions: Vec<&'a PersonDecision>,
    first: BTreeMap<&'a Id, &'a Id>,
    estimates: Vec<(&'a Observation, &'a ReachEstimate)>,
}

impl<'a> People<'a> {
    /// Nothing where the journal has no lists, headcounts of their own kind, or estimates.
    pub(super) fn of(observations: &'a Observations, as_of: IsoDate) -> Option<Self> {
        if !observations.holding_on(as_of).any(|by| is_of_people(&by.fact)) {
            return None;
        }
        Self::among(observations.holding_on(as_of).collect())
    }

    /// The same of observations that hold on the day, in any order.
    pub(super) fn among(all: Vec<&'a Observation>) -> Option<Self> {
        all.iter().any(|by| is_of_people(&by.fact)).then(|| Self::taken(all))
    }

    fn taken(mut all: Vec<&'a Observation>) -> Self {
        all.sort_by(|a, b| a.by_time(b));
        let decisions = decisions(&all);
        let (first, findings) =
            join_ids(decisions.iter().map(|body| (&body.one, &body.other, verdict(body.verdict))));
        let mut people = Self {
            occasions: BTreeMap::new(),
            readings: Vec::new(),
            counts: Vec::new(),
            sources: Vec::new(),
            findings,
            days: BTreeMap::new(),
            roots: roots(&all),
            decisions,
            first,
            estimates: Vec::new(),
        };
        people.take(&all);
        people
    }

    fn take(&mut self, all: &[&'a Observation]) {
        // A later record of an event tells its newer state.
        let newest = newest(all);
        let is_held = |event: &Event| event.status == EventStatus::Held;
        let held: BTreeSet<&Id> =
            newest.iter().filter(|(_, event)| is_held(event)).map(|(id, _)| self.root(id)).collect();
        // Of an event that was held, what was planned, postponed or cancelled under another id says neither day nor heads.
        let telling: Vec<(&Id, &Event)> = newest
            .into_iter()
            .map(|(id, event)| (self.root(id), event))
            .filter(|(root, event)| is_held(event) || !held.contains(root))
            .collect();
        for (root, event) in &telling {
            // An event of several days counts on its last one, as everywhere.
            let last = event.end.map_or(event.start, |end| end.max(event.start));
            let day = self.days.entry(*root).or_insert(last);
            *day = (*day).max(last);
        }
        for by in all {
            match &by.fact {
                Fact::Attendance { body } => self.attend(by, body),
                Fact::Headcount { body } => self.count(by, body),
                Fact::Reading { body } => self.readings.push((by, body)),
                Fact::PeopleCount { body } => self.counts.push((by, body)),
                Fact::ReachEstimate { body } => self.estimates.push((by, body)),
                Fact::PlanReading { body } if body.question == Question::Sources => self.sources.push(body),
                _ => {}
            }
        }
        for (root, event) in telling {
            // Where nobody wrote a list, how many were there is known all the same.
            if is_held(event) && event.headcount.is_some() {
                self.occasion(OccasionKey::Event(root), event.start);
            }
            let Some(occasion) = self.occasions.get_mut(&OccasionKey::Event(root)) else { continue };
            occasion.activities.extend(&event.activities);
            if event.headcount.is_some() {
                occasion.heads = occasion.heads.max(event.headcount);
            }
        }
        let findings = &mut self.findings;
        self.occasions.retain(|key, _| {
            let stays = key.event().is_none_or(|event| held.contains(event));
            if !stays {
                let finding = Finding::new(&LIST_OF_EVENT_NOT_HELD, Place::Whole {});
                findings.push(finding.param(Param::id("event", key.id())));
            }
            stays
        });
    }

    /// The smallest id of the records of an event.
    pub(super) fn root(&self, event: &'a Id) -> &'a Id {
        self.roots.get(event).copied().unwrap_or(event)
    }

    /// The day of an event; where no record tells it, of what was recorded about it.
    pub(super) fn day(&self, event: &Id, recorded: IsoDate) -> IsoDate {
        self.days.get(event).copied().unwrap_or(recorded)
    }

    /// The id under which an event or a service is counted: its own, but of a service whose entry is called as an event is another.
    fn id_in_reach(&self, key: OccasionKey<'a>, taken: &mut BTreeSet<Id>) -> Id {
        let OccasionKey::Service(entry) = key else { return key.id().clone() };
        if !self.occasions.contains_key(&OccasionKey::Event(entry)) {
            return entry.clone();
        }
        let names = std::iter::once(format!("service:{entry}"));
        let names = names.chain((2_u32..).map(|number| format!("service:{number}")));
        let free = names.filter_map(|name| name.parse().ok()).find(|id| !taken.contains(id));
        let id = free.unwrap_or_else(|| entry.clone());
        taken.insert(id.clone());
        id
    }

    fn occasion(&mut self, key: OccasionKey<'a>, recorded: IsoDate) -> &mut Occasion<'a> {
        let day = key.event().map_or(recorded, |event| self.day(event, recorded));
        let empty = || Occasion {
            day,
            activities: BTreeSet::new(),
            lists: BTreeMap::new(),
            recorded: false,
            heads: None,
            grouped: None,
        };
        self.occasions.entry(key).or_insert_with(empty)
    }

    fn attend(&mut self, by: &'a Observation, body: &'a AttendanceRecord) {
        let event = body.event.as_ref().map(|event| OccasionKey::Event(self.root(event)));
        let list: Vec<&'a Id> =
            body.persons.iter().map(|person| self.first.get(person).copied().unwrap_or(person)).collect();
        let key = event.unwrap_or(OccasionKey::Service(&by.entry));
        let occasion = self.occasion(key, by.on);
        occasion.recorded = true;
        occasion.lists.entry(body.line.as_ref()).or_default().extend(list);
    }

    fn count(&mut self, by: &'a Observation, body: &'a HeadcountRecord) {
        let key = OccasionKey::Event(self.root(&body.event));
        let occasion = self.occasion(key, by.on);
        occasion.recorded = true;
        occasion.heads = occasion.heads.max(Some(body.total));
        let greater = |held: &HeadcountRecord| body.total >= held.total;
        if !body.groups.is_empty() && occasion.grouped.is_none_or(greater) {
            occasion.grouped = Some(body);
        }
    }

    /// Estimates as readings of their lines; one without a source counts, and is told. So are several of one line by one method, which may be readings
    /// of one counter.
    ///
    /// An estimate that names a line of people who were there is nobody's figure, and is told.
    pub(super) fn observe_estimates(&self, plan: &Plan, observed: &mut PeopleObserved) {
        let mut taken = Vec::new();
        for (by, estimate) in &self.estimates {
            match takes_estimates(plan, &estimate.line) {
                Some(true) => taken.push(*estimate),
                Some(false) => {
                    let finding = Finding::new(&ESTIMATE_OF_OTHER_LINE, Place::Whole {});
                    let finding = finding.lines([estimate.line.clone()]);
                    observed.findings.push(finding.param(Param::id("entry", &by.entry)));
                    continue;
                }
                // What is no line of the plan is told of all entries alike.
                None => continue,
            }
            if estimate.source.trim().is_empty() {
                let finding = Finding::new(&ESTIMATE_WITHOUT_SOURCE, Place::Whole {});
                observed
                    .findings
                    .push(finding.lines([estimate.line.clone()]).param(Param::id("entry", &by.entry)));
            }
            let body = Reading {
                line: estimate.line.clone(),
                target: None,
                event: None,
                mode: ReadingMode::Add,
                value: ReadingValue::Amount { amount: estimate.amount },
            };
            let fact = Fact::Reading { body };
            observed.observations.all.push(Observation { origin: Origin::People, fact, ..(*by).clone() });
        }
        let mut methods: Vec<(&ReachEstimate, usize)> = Vec::new();
        let counters =
            |estimate: &&ReachEstimate| matches!(estimate.method, ReachMethod::Views | ReachMethod::Audience);
        for estimate in taken.into_iter().filter(counters) {
            let same = |known: &ReachEstimate| known.line == estimate.line && known.method == estimate.method;
            match methods.iter_mut().find(|(known, _)| same(known)) {
                Some((_, count)) => *count = count.saturating_add(1),
                None => methods.push((estimate, 1)),
            }
        }
        for (ReachEstimate { line, .. }, count) in methods.into_iter().filter(|(_, count)| *count > 1) {
            let finding = Finding::new(&ESTIMATES_ADDED, Place::Whole {}).lines([line.clone()]);
            observed.findings.push(finding.param(Param::count("count", count)));
        }
    }
}

/// Whether a line takes estimates of reach: one of people reached by the media, and one that counts views; nothing where the plan has no such line.
/// A line of no known kind may count them.
fn takes_estimates(plan: &Plan, id: &Id) -> Option<bool> {
    if let Some(impact) = plan.impact.iter().find(|line| line.id == *id) {
        return Some(matches!(impact.kind, ImpactKind::IndirectBeneficiaries | ImpactKind::Other));
    }
    let line = plan.line(id)?;
    let of_views = |target: &Target| target.unit.as_ref().is_some_and(|unit| counts_views(&unit.text));
    let open = matches!(line.kind, IndicatorKind::Other | IndicatorKind::Outreach);
    Some(open || line.targets.iter().any(of_views))
}

/// Whether a fact is one for which people are counted at all.
pub(crate) const fn is_of_people(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Attendance { .. }
            | Fact::Headcount { .. }
            | Fact::ReachEstimate { .. }
            | Fact::PersonDecision { .. }
    )
}

/// What somebody decided, as comparing rows takes it.
fn decision(body: &PersonDecision) -> PairDecision {
    PairDecision { one: body.one.clone(), other: body.other.clone(), verdict: verdict(body.verdict) }
}

pub(crate) const fn verdict(verdict: PersonVerdict) -> PairVerdict {
    match verdict {
        PersonVerdict::Same => PairVerdict::Same,
        PersonVerdict::NotSame => PairVerdict::NotSame,
        PersonVerdict::Unsure => PairVerdict::Unsure,
    }
}

/// Decisions about people, earliest first.
fn decisions<'a>(all: &[&'a Observation]) -> Vec<&'a PersonDecision> {
    let body =
        |by: &&'a Observation| if let Fact::PersonDecision { body } = &by.fact { Some(body) } else { None };
    all.iter().filter_map(body).collect()
}

/// Of every event what the record says that tells its state; the records lie earliest first.
fn newest<'a>(all: &[&'a Observation]) -> BTreeMap<&'a Id, &'a Event> {
    let mut records: BTreeMap<&Id, Vec<&Observation>> = BTreeMap::new();
    for by in all.iter().rev() {
        if let Fact::Event { body } = &by.fact {
            records.entry(&body.event).or_default().push(by);
        }
    }
    let event = |records: Vec<&'a Observation>| match &newest_event(&records)?.fact {
        Fact::Event { body } => Some(body),
        _ => None,
    };
    records.into_iter().filter_map(|(id, records)| Some((id, event(records)?))).collect()
}

/// The smallest id of every event that people said is one with others. After a split every event it names stands on its own again.
fn roots<'a>(all: &[&'a Observation]) -> BTreeMap<&'a Id, &'a Id> {
    let mut links: BTreeMap<&Id, BTreeSet<&Id>> = BTreeMap::new();
    for by in all {
        match &by.fact {
            Fact::SameEvent { body } => {
                for (one, other) in body.events.iter().zip(body.events.iter().skip(1)) {
                    links.entry(one).or_default().insert(other);
                    links.entry(other).or_default().insert(one);
                }
            }
            Fact::SplitEvent { body } => {
                for event in &body.events {
                    for other in links.remove(event).unwrap_or_default() {
                        links.entry(other).or_default().remove(event);
                    }
                }
            }
            _ => {}
        }
    }
    let mut roots = BTreeMap::new();
    for start in links.keys().copied() {
        // Ids come smallest first, so that whatever is met first is the root of all it leads to.
        let mut next = if roots.contains_key(start) { Vec::new() } else { vec![start] };
        while let Some(event) = next.pop() {
            if roots.insert(event, start).is_none() {
                next.extend(links.get(event).into_iter().flatten());
            }
        }
    }
    roots
}
