//! Evidence items and readings as a line counts them: everything a count needs in one small record.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::earlier::Editions;
use super::events::Events;
use super::evidence::{is_counted, is_further_document, of_kind, serves, validity};
use super::items::{Items, Mark, is_on_a_network, leaves_to_tasks, marks};
use super::ledger::{Ledger, Seen};
use super::readings::LineOf;
use super::source::Source;
use super::standing::{EvidenceUse, LineEvidence, Validity};
use super::withdrawn::{apart, impact_apart};
use crate::facts::{
    Evidence, EvidenceKind, Fact, Observation, Observations, Reading, ReadingMode, ReadingValue,
};
use crate::plan::{Indicator, Plan, Policy, Target, Withdrawn};
use crate::value::{Id, IsoDate};

/// An item attached to a line. The record is small because there may be millions of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attached<'a> {
    /// Where it comes from.
    pub(super) by: &'a Observation,
    /// What tells it apart from other items.
    pub(super) mark: Mark,
    /// The day it counts on: that of the event it is of, where one was held, else its own.
    pub(super) day: IsoDate,
    /// The later of the date it bears and the date of its record.
    pub(super) own: IsoDate,
    /// The event it is of.
    event: EventAt,
    /// How many files it has.
    pub(super) files: u32,
    /// How much of a counted thing it proves: the rows or copies it states, else itself.
    pub(super) coverage: u32,
    /// What it is.
    pub(super) kind: EvidenceKind,
    /// Whether it counts, its kind apart.
    pub(super) validity: Validity,
    /// Whether it states how many rows it has.
    pub(super) states_rows: bool,
    /// Whether it names targets that it serves.
    pub(super) names_targets: bool,
    /// Whether a line of the information work holds it that also counts for a line of a task.
    pub(super) with_task: bool,
}

/// A reading of a line. What is asked of every reading again and again stands beside it, for the reading itself lies
/// elsewhere in memory.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told<'a> {
    /// Where it comes from.
    pub(super) by: &'a Observation,
    /// What it says.
    pub(super) reading: &'a Reading,
    /// The day it is of.
    pub(super) on: IsoDate,
    /// The day it counts on: that of the event it names, as for the evidence of it.
    pub(super) day: IsoDate,
    event: EventAt,
    /// How many readings it is the sum of.
    pub(super) facts: u32,
    /// Whether it counts: not one of an event of which no record that stands says that it was held.
    pub(super) counts: bool,
    /// Whether it only adds a figure to what is there.
    pub(super) adds: bool,
    /// Whether it names the target it serves.
    pub(super) names_target: bool,
}

impl Told<'_> {
    /// The place of the event it was taken at, where that is known.
    pub(super) fn event(&self) -> Option<usize> {
        self.event.one()
    }
}

/// Brings a reading together with the event it was taken at.
pub(super) fn tell<'a>(seen: Seen<'a, Reading>, facts: u32, events: &Events<'a>) -> Told<'a> {
    let event = seen.fact.event.as_ref().and_then(|id| events.get(id));
    Told {
        by: seen.by,
        reading: seen.fact,
        on: seen.by.on,
        day: event.map_or(seen.by.on, |(_, event)| event.range.end),
        event: event.map_or(EventAt::NONE, |(at, _)| EventAt::place(at)),
        facts,
        counts: seen.fact.event.is_none() || event.is_some_and(|(_, event)| event.held()),
        adds: seen.fact.mode == ReadingMode::Add
            && !matches!(seen.fact.value, ReadingValue::NotApplicable {}),
        names_target: seen.fact.target.is_some(),
    }
}

/// The place of an event in four bytes: of none that is known, of one, or of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct EventAt(u32);

impl EventAt {
    const NONE: Self = Self(u32::MAX);
    /// Several, or one whose place does not fit; the item itself says which.
    const SEVERAL: Self = Self(u32::MAX - 1);

    fn place(at: usize) -> Self {
        u32::try_from(at).map_or(Self::SEVERAL, |at| Self(at.min(Self::SEVERAL.0)))
    }

    fn one(self) -> Option<usize> {
        if self.0 < Self::SEVERAL.0 { usize::try_from(self.0).ok() } else { None }
    }
}

impl<'a> Attached<'a> {
    /// The item itself.
    pub(super) fn evidence(&self) -> Option<&'a Evidence> {
        match &self.by.fact {
            Fact::Evidence { body } => Some(body),
            _ => None,
        }
    }

    /// Whether it counts, its kind apart.
    pub(super) fn is_valid(&self) -> bool {
        self.validity == Validity::Valid
    }

    /// The day it was made: the date it bears, else that of its entry.
    pub(super) fn made_on(&self) -> IsoDate {
        self.evidence().and_then(|item| item.date).unwrap_or(self.by.on)
    }

    /// The same item with what tells it apart for another line: of one that names several networks, the network too.
    pub(super) fn for_line(&self, line: &Indicator) -> Self {
        let item = self.evidence().filter(|_| is_on_a_network(self.kind) && self.mark.is_any());
        Attached { mark: item.map_or(self.mark, |item| Mark::of(item, Some(line))), ..*self }
    }

    /// Whether it counts for a line: valid, and of a kind that one of the line's targets counts.
    pub(super) fn counts_for(&self, line: &Indicator) -> bool {
        self.is_valid() && line.targets.iter().any(|target| of_kind(line, target, self.kind))
    }

    /// Whether it names an event that is known.
    pub(super) fn has_event(&self) -> bool {
        self.event != EventAt::NONE
    }

    /// The places of its events, each once, smallest first.
    pub(super) fn events(&self, events: &Events<'_>) -> impl Iterator<Item = usize> {
        let item = if self.event == EventAt::SEVERAL { self.evidence() } else { None };
        let several = item.map(|item| places(item, events)).unwrap_or_default();
        self.event.one().into_iter().chain(several)
    }
}

fn places(item: &Evidence, events: &Events<'_>) -> Vec<usize> {
    let mut places: Vec<usize> =
        item.events.iter().filter_map(|id| events.get(id)).map(|(at, _)| at).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Looks at an item once, with everything that decides what it counts for, and gives it as each of the lines counts
/// it. Lines of the social-impact block have no indicator and ask for nothing.
pub(super) fn attach<'a>(
    item: &Seen<'a, Evidence>,
    gone: bool,
    events: &Events<'a>,
) -> impl Fn(Option<&Indicator>) -> Attached<'a> {
    let evidence = item.fact;
    let bears = evidence.date.unwrap_or(item.by.on);
    let (event, held) = event_of(evidence, events);
    // An event that no record tells of, because it was voided or lies on another phone, is none that was held.
    let no_event_held = held.is_none() && !evidence.events.is_empty();
    let attached = Attached {
        by: item.by,
        mark: Mark::of(evidence, None),
        day: held.unwrap_or(bears),
        own: bears.max(item.by.on),
        event,
        files: u32::try_from(evidence.files.len()).unwrap_or(u32::MAX),
        coverage: evidence.rows.or(evidence.copies).unwrap_or(1),
        kind: evidence.kind,
        validity: Validity::Valid,
        states_rows: evidence.rows.is_some(),
        names_targets: !evidence.targets.is_empty(),
        with_task: false,
    };
    move |line| {
        let several = line.filter(|line| line.requires.channels.len() > 1);
        let attached = several.map_or(attached, |line| attached.for_line(line));
        Attached { validity: validity(line, evidence, gone, no_event_held), ..attached }
    }
}

/// The event of an item, and the last day of the first of its events that was held.
fn event_of(item: &Evidence, events: &Events<'_>) -> (EventAt, Option<IsoDate>) {
    let (mut event, mut held) = (EventAt::NONE, None);
    for (at, group) in item.events.iter().filter_map(|id| events.get(id)) {
        let one = EventAt::place(at);
        event = if event == EventAt::NONE || event == one { one } else { EventAt::SEVERAL };
        if group.held() {
            held = Some(held.map_or(group.range.end, |day: IsoDate| day.min(group.range.end)));
        }
    }
    (event, held)
}

/// The evidence attached to every line of the plan at the end of the day `as_of`, in the plan's order: what counts,
/// what does not and why, and which other lines an item also serves. The policy says whether evidence may serve two lines.
#[must_use]
pub fn evidence_of(
    plan: &Plan,
    observations: &Observations,
    as_of: IsoDate,
    policy: &Policy,
) -> Vec<LineEvidence> {
    let (ledger, _) = Ledger::gather(plan, Source::All(&observations.all), as_of, None);
    let holders = Holders::of(plan, &ledger);
    let readings = Editions::on(as_of, plan, &[]).readings(plan, &ledger);
    let attached = |line: &LineOf<'_>| {
        let leaves = leaves_to_tasks(line, &readings, policy);
        let id = &line.indicator.id;
        let own = Items::own(line.indicator, &ledger.line(id).evidence);
        let used = |(item, repeated): (&Attached<'_>, u32)| {
            let counts = |target: &Target| is_counted(&readings, line, target, item.kind);
            let of_kind = line.indicator.targets.iter().any(counts);
            let used = evidence_use(line.indicator, item, of_kind, leaves, &holders)?;
            let again = repeated > 0 && repeated >= item.files && used.validity == Validity::Valid;
            Some(EvidenceUse {
                validity: if again { Validity::CountedAlready } else { used.validity },
                ..used
            })
        };
        let mut items: Vec<EvidenceUse> = own.iter().filter_map(used).collect();
        items.sort_by(|a, b| a.date.cmp(&b.date).then_with(|| a.item.cmp(&b.item)));
        LineEvidence { line: id.clone(), items }
    };
    plan.lines()
        .map(|(task, activity, indicator)| attached(&LineOf::new(task, activity, indicator)))
        .collect()
}

/// The evidence attached to every line of the social-impact block at the end of the day `as_of`, in the plan's order. Such a
/// line asks for no kind of evidence; which other lines an item serves is told of those.
#[must_use]
pub fn evidence_of_impact(plan: &Plan, observations: &Observations, as_of: IsoDate) -> Vec<LineEvidence> {
    let (ledger, _) = Ledger::gather(plan, Source::All(&observations.all), as_of, None);
    let used = |attached: &Attached<'_>| {
        let item = attached.evidence()?;
        Some(EvidenceUse {
            item: item.item.clone(),
            entry: attached.by.entry.clone(),
            date: item.date.unwrap_or(attached.by.on),
            validity: attached.validity,
            shared_with: Vec::new(),
        })
    };
    let of_line = |line: &Id| {
        let mut items: Vec<EvidenceUse> = ledger.line(line).evidence.iter().filter_map(used).collect();
        items.sort_by(|a, b| a.date.cmp(&b.date).then_with(|| a.item.cmp(&b.item)));
        LineEvidence { line: line.clone(), items }
    };
    plan.impact.iter().map(|line| of_line(&line.id)).collect()
}

/// The same for what agreements took out, in the order in which it was taken out: lines, targets of lines that stayed, each
/// under its own id with the items that count for it, and lines of the social-impact block. Which other lines an item
/// serves is told of these alone.
#[must_use]
pub fn evidence_of_withdrawn(
    plan: &Plan,
    observations: &Observations,
    as_of: IsoDate,
    policy: &Policy,
) -> Vec<LineEvidence> {
    let of_lines = apart(plan).map_or_else(Vec::new, |apart| {
        let found = evidence_of(&apart, observations, as_of, policy);
        let (ledger, _) = Ledger::gather(&apart, Source::All(&observations.all), as_of, None);
        let lines = apart.lines().zip(found).flat_map(|((.., line), of)| of_gone(plan, line, of, &ledger));
        lines.collect()
    });
    let of_impact =
        impact_apart(plan).map_or_else(Vec::new, |apart| evidence_of_impact(&apart, observations, as_of));
    let mut found: BTreeMap<Id, LineEvidence> =
        of_lines.into_iter().chain(of_impact).map(|of| (of.line.clone(), of)).collect();
    plan.withdrawn.iter().filter_map(|gone| found.remove(&gone.id)).collect()
}

/// The evidence of a line that was withdrawn, and of each of its targets that was withdrawn before or alone.
fn of_gone(plan: &Plan, line: &Indicator, of: LineEvidence, ledger: &Ledger<'_>) -> Vec<LineEvidence> {
    let attached: BTreeMap<&Id, &Attached<'_>> = ledger
        .line(&line.id)
        .evidence
        .iter()
        .filter_map(|item| Some((&item.evidence()?.item, item)))
        .collect();
    let of_target = |target: &Target| {
        let is_its = |used: &&EvidenceUse| {
            let item = attached.get(&used.item);
            item.is_some_and(|item| {
                serves(line, line.kind_of(target), target, item) && of_kind(line, target, item.kind)
            })
        };
        LineEvidence { line: target.id.clone(), items: of.items.iter().filter(is_its).cloned().collect() }
    };
    let gone = plan.withdrawn.iter().filter_map(Withdrawn::target);
    let mut all: Vec<LineEvidence> =
        gone.filter_map(|gone| line.targets.iter().find(|own| own.id == gone.id)).map(of_target).collect();
    all.push(of);
    all
}

/// Which lines hold what, by what tells items apart.
struct Holders<'a> {
    by_mark: BTreeMap<Cow<'a, str>, BTreeSet<usize>>,
    /// The lines in the plan's order.
    lines: Vec<&'a Id>,
    places: BTreeMap<&'a Id, usize>,
}

impl<'a> Holders<'a> {
    fn of(plan: &'a Plan, ledger: &Ledger<'a>) -> Self {
        let lines: Vec<&Id> = plan.lines().map(|(_, _, line)| &line.id).collect();
        let mut by_mark: BTreeMap<_, BTreeSet<usize>> = BTreeMap::new();
        for (place, line) in lines.iter().enumerate() {
            let items = ledger.line(line).evidence.iter().filter(|item| item.mark.is_any());
            for mark in items.filter_map(Attached::evidence).flat_map(|item| marks(item, None)) {
                by_mark.entry(mark).or_default().insert(place);
            }
        }
        let places = lines.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        Self { by_mark, lines, places }
    }

    /// The other lines that an item serves, or that hold an item of the same file or link.
    fn others(&self, line: &Id, item: &Evidence) -> Vec<Id> {
        let named = item.lines.iter().filter_map(|id| self.places.get(id));
        let same = marks(item, None).filter_map(|mark| self.by_mark.get(&mark)).flatten();
        let places: BTreeSet<usize> = named.copied().chain(same.copied()).collect();
        let ids = places.into_iter().filter_map(|place| self.lines.get(place));
        ids.filter(|id| **id != line).map(|id| (*id).clone()).collect()
    }
}

/// How an item counts for a line; `of_kind`: whether it is of a kind that the line counts; `leaves`: whether the line leaves to the tasks what counts there.
fn evidence_use(
    line: &Indicator,
    attached: &Attached<'_>,
    of_kind: bool,
    leaves: bool,
    holders: &Holders<'_>,
) -> Option<EvidenceUse> {
    let item = attached.evidence()?;
    let counted = !line.kind.counts_artefacts() || is_further_document(line, item.kind) || of_kind;
    Some(EvidenceUse {
        item: item.item.clone(),
        entry: attached.by.entry.clone(),
        date: item.date.unwrap_or(attached.by.on),
        validity: match attached.validity {
            Validity::Valid if !counted => Validity::OtherKind,
            _ if attached.with_task && leaves && of_kind => Validity::CountedForTask,
            validity => validity,
        },
        shared_with: holders.others(&line.id, item),
    })
}
