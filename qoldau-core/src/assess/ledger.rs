//! The observations sorted to the lines they are about. Every fact is looked at once.

use std::collections::{BTreeMap, BTreeSet};

use super::attached::{Attached, Told, attach, tell};
use super::events::Events;
use super::ids::{Places, latest};
use super::source::{Facts, Pick, Source};
use crate::facts::{
    Acknowledgement, Approval, Event, Evidence, EvidenceKind, Fact, LinkCheck, LinkStatus, Observation,
    PeopleCount, ReviewStep,
};
use crate::plan::{Indicator, Plan, PlanNode, PlanReading, TaskKind};
use crate::value::{DateRange, Id, IsoDate};

/// A fact together with the observation that carries its dates.
#[derive(Debug)]
pub(super) struct Seen<'a, T> {
    /// Where it comes from and when.
    pub(super) by: &'a Observation,
    /// What was observed.
    pub(super) fact: &'a T,
}

impl<T> Clone for Seen<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Seen<'_, T> {}

/// What is known of one line, each in no order that means anything.
#[derive(Debug, Default)]
pub(super) struct LineLedger<'a> {
    /// Readings.
    pub(super) readings: Vec<Told<'a>>,
    /// Evidence items, each once.
    pub(super) evidence: Vec<Attached<'a>>,
    /// Approvals by document.
    pub(super) approvals: Vec<Seen<'a, Approval>>,
    /// Steps of review.
    pub(super) reviews: Vec<Seen<'a, ReviewStep>>,
    /// Counts of different people.
    pub(super) people: Vec<Seen<'a, PeopleCount>>,
    /// Readings and items of the reporting period that were recorded after it.
    pub(super) entered_later: u32,
}

/// All that is known on the assessed day.
#[derive(Debug, Default)]
pub(super) struct Ledger<'a> {
    index: Places<'a>,
    lines: Vec<LineLedger<'a>>,
    /// Records of events.
    pub(super) events: Vec<Seen<'a, Event>>,
    /// Joins (`true`) and splits (`false`) of events, earliest first.
    pub(super) unions: Vec<(bool, &'a [Id])>,
    /// Readings of the plan, earliest first.
    pub(super) plan_readings: Vec<Seen<'a, PlanReading>>,
    /// Findings taken note of.
    pub(super) acknowledged: Vec<&'a Acknowledgement>,
    /// For the place of every event, whether any valid evidence names it.
    pub(super) evidenced: Vec<bool>,
    /// How many items each line of a task shares with each line of the information work.
    pub(super) shared: BTreeMap<(usize, usize), u32>,
    /// Items whose link was not alive when it was last looked at: their places in `checked`.
    gone: Places<'a>,
    checked: Vec<Checked<'a>>,
    /// What stands for a line nobody has recorded anything for.
    nothing: LineLedger<'a>,
}

/// A look at a link that was not alive, and the links its item was on record with then.
#[derive(Debug)]
struct Checked<'a> {
    by: &'a Observation,
    links: Vec<&'a str>,
}

/// What sorting facts to a line asks about the line. Lines of the social-impact block have no indicator.
#[derive(Debug, Clone, Copy)]
struct Asks<'a> {
    indicator: Option<&'a Indicator>,
    section: Option<TaskKind>,
}

/// What sorting facts to lines needs to know.
struct Sorting<'c, 'a> {
    /// By the places of the lines.
    asks: &'c [Asks<'a>],
    events: &'c Events<'a>,
    period: Option<DateRange>,
}

impl<'a> Ledger<'a> {
    /// Sorts what was observed up to `as_of` to the lines of the plan and those taken out of it, and brings its events together.
    /// Facts about lines the plan never had are left out; `check_facts` reports them.
    pub(super) fn gather(
        plan: &'a Plan,
        source: Source<'a>,
        as_of: IsoDate,
        period: Option<DateRange>,
    ) -> (Self, Events<'a>) {
        let mut ledger = Self::default();
        let of_tasks = plan
            .lines()
            .map(|(task, _, line)| (&line.id, Asks { indicator: Some(line), section: Some(task.kind) }));
        let of_impact = plan.impact.iter().map(|line| (&line.id, Asks { indicator: None, section: None }));
        let (mut ids, mut asks): (Vec<&Id>, Vec<Asks<'_>>) = of_tasks.chain(of_impact).unzip();
        // What was done for a line that an agreement took out still proves events, and what other lines count.
        for (id, indicator) in gone_lines(plan) {
            ids.push(id);
            asks.push(Asks { indicator, section: None });
        }
        ledger.lines.resize_with(asks.len(), LineLedger::default);
        ledger.index = Places::new(ids.into_iter().enumerate().map(|(at, id)| (id, at)));
        ledger.take_the_rest(&source.office(as_of), as_of);
        let events = Events::gather(&ledger);
        ledger.evidenced = vec![false; events.groups.len()];
        let work = source.work(plan, &events, as_of);
        let item =
            |at: usize| work.get(at).map(|pick| pick.by).filter(|by| by.is_done_on(as_of)).and_then(item_of);
        let holds = latest(work.len(), |at| item(at).map(|(item, by)| (&item.item, by)));
        let sorting = Sorting { asks: &asks, events: &events, period };
        let mut named = Vec::new();
        for (Pick { by, facts }, holds) in
            work.iter().zip(holds).filter(|(pick, _)| pick.by.is_done_on(as_of))
        {
            match &by.fact {
                Fact::Reading { body } => ledger.read(Seen { by, fact: body }, facts, &sorting),
                Fact::Evidence { body } if holds => {
                    ledger.attach(Seen { by, fact: body }, &sorting, &mut named);
                }
                _ => {}
            }
        }
        (ledger, events)
    }

    /// Takes everything but readings and evidence, which need the events to be known.
    fn take_the_rest(&mut self, all: &Facts<'a>, as_of: IsoDate) {
        let (mut links, mut unions, mut approvals) = (Vec::new(), Vec::new(), Vec::new());
        // Most facts are readings and evidence; their bodies lie elsewhere in memory and are looked at once, later.
        let rest = |by: &&Observation| !matches!(by.fact, Fact::Reading { .. } | Fact::Evidence { .. });
        for by in all.iter().map(|pick| pick.by).filter(rest).filter(|by| by.is_done_on(as_of)) {
            match &by.fact {
                Fact::Event { body } => self.events.push(Seen { by, fact: body }),
                Fact::Approval { body } => approvals.push(Seen { by, fact: body }),
                Fact::PlanReading { body } => self.plan_readings.push(Seen { by, fact: body }),
                Fact::Acknowledgement { body } => self.acknowledged.push(body),
                Fact::LinkState { body } => links.push(Seen { by, fact: body }),
                Fact::SameEvent { body } => unions.push((by, true, body.events.as_slice())),
                Fact::SplitEvent { body } => unions.push((by, false, body.events.as_slice())),
                Fact::PeopleCount { body } => {
                    if let Some(line) = self.line_mut(&body.line) {
                        line.people.push(Seen { by, fact: body });
                    }
                }
                Fact::Review { body } => {
                    if let Some(line) = self.line_mut(&body.line) {
                        line.reviews.push(Seen { by, fact: body });
                    }
                }
                _ => {}
            }
        }
        let holds = latest(links.len(), |at| links.get(at).map(|link| (&link.fact.evidence, link.by)));
        let last =
            links.iter().zip(holds).filter(|(link, holds)| *holds && link.fact.state != LinkStatus::Alive);
        let last: Vec<Seen<'a, LinkCheck>> = last.map(|(link, _)| *link).collect();
        self.gone = Places::new(last.iter().enumerate().map(|(at, link)| (&link.fact.evidence, at)));
        self.checked = last.iter().map(|link| Checked { by: link.by, links: Vec::new() }).collect();
        if !last.is_empty() {
            self.note_links(all, as_of);
        }
        self.approve(&approvals, all, as_of);
        self.plan_readings.sort_by(|a, b| a.by.by_time(b.by));
        unions.sort_by(|(a, ..), (b, ..)| a.by_time(b));
        self.unions.extend(unions.into_iter().map(|(_, join, ids)| (join, ids)));
    }

    /// Notes under which links the items that are gone were on record when somebody looked.
    fn note_links(&mut self, all: &Facts<'a>, as_of: IsoDate) {
        // Records that were replaced since count too: the link they bore is the one that was looked at.
        for (item, by) in all.iter().map(|pick| pick.by).filter(|by| by.on <= as_of).filter_map(item_of) {
            let checked = self.gone.get(&item.item).and_then(|at| self.checked.get_mut(at));
            if let Some(checked) = checked.filter(|checked| by.by_time(checked.by).is_le()) {
                checked.links.extend(item.link.as_deref());
            }
        }
    }

    /// Whether the link of an item was gone when it was last looked at. An item recorded anew under another link is
    /// not gone before somebody looks again.
    fn is_gone(&self, item: &Seen<'_, Evidence>) -> bool {
        let checked = self.gone.get(&item.fact.item).and_then(|at| self.checked.get(at));
        checked.is_some_and(|checked| {
            item.by.by_time(checked.by).is_le()
                || item.fact.link.as_deref().is_some_and(|link| checked.links.contains(&link))
        })
    }

    /// Whether the proof of an item is gone: only one that nothing else shows can be lost with its link.
    fn is_lost(&self, item: &Seen<'_, Evidence>) -> bool {
        !item.fact.has_copy() && self.is_gone(item)
    }

    /// Takes approvals by document. One that names no document is none, nor is one that names only an item of evidence
    /// which nobody recorded, which was voided, which shows nothing, or whose link is gone without a copy.
    fn approve(&mut self, approvals: &[Seen<'a, Approval>], all: &Facts<'a>, as_of: IsoDate) {
        let named: BTreeSet<&Id> = approvals.iter().filter_map(|seen| seen.fact.rests_on()).collect();
        let mut papers: BTreeSet<&Id> = BTreeSet::new();
        if !named.is_empty() {
            let done = all.iter().map(|pick| pick.by).filter(|by| by.is_done_on(as_of));
            let items = done.filter_map(item_of).filter(|(item, _)| named.contains(&item.item));
            let shown = items.filter(|(item, by)| item.is_shown() && !self.is_lost(&Seen { by, fact: item }));
            papers.extend(shown.map(|(item, _)| &item.item));
        }
        let stands = |approval: &Approval| {
            approval.names_a_document() && approval.rests_on().is_none_or(|paper| papers.contains(paper))
        };
        for approval in approvals.iter().filter(|seen| stands(seen.fact)) {
            for id in &approval.fact.lines {
                if let Some(line) = self.line_mut(id) {
                    line.approvals.push(*approval);
                }
            }
        }
    }

    /// Takes a reading that is the sum of so many.
    fn read(&mut self, reading: Seen<'a, crate::facts::Reading>, facts: u32, sorting: &Sorting<'_, 'a>) {
        let told = tell(reading, facts, sorting.events);
        let later = sorting.entered_later(reading.by, told.day).saturating_mul(facts);
        if let Some(line) = self.line_mut(&reading.fact.line) {
            line.entered_later = line.entered_later.saturating_add(later);
            push(&mut line.readings, told);
        }
    }

    /// Gives an item to the lines it names, once each, and notes what it says of events and of other lines. `named`
    /// is room for the places of those lines.
    fn attach(&mut self, item: Seen<'a, Evidence>, sorting: &Sorting<'_, 'a>, named: &mut Vec<usize>) {
        let gone = self.is_lost(&item);
        named.clear();
        named.extend(item.fact.lines.iter().filter_map(|id| self.index.get(id)));
        named.sort_unstable();
        named.dedup();
        let as_counted = attach(&item, gone, sorting.events);
        let with_task = sorting.serves_a_task(named, &as_counted);
        for (place, at) in named.iter().enumerate() {
            let (Some(line), Some(asks)) = (self.lines.get_mut(*at), sorting.asks.get(*at)) else { continue };
            let informs = asks.section == Some(TaskKind::Information);
            let mut attached = as_counted(asks.indicator);
            attached.with_task = with_task && informs;
            if attached.is_valid() && shows_what_happened(item.fact.kind) {
                for event in
                    attached.events(sorting.events).filter(|at| sorting.begun(*at, attached.made_on()))
                {
                    self.evidenced.get_mut(event).into_iter().for_each(|evidenced| *evidenced = true);
                }
            }
            let later = sorting.entered_later(attached.by, attached.day);
            line.entered_later = line.entered_later.saturating_add(later);
            push(&mut line.evidence, attached);
            for other in named.iter().skip(place.saturating_add(1)) {
                let section = |asks: &Asks<'_>| asks.section;
                let sections = (asks.section, sorting.asks.get(*other).and_then(section));
                if sections == (Some(TaskKind::Task), Some(TaskKind::Information)) {
                    let count = self.shared.entry((*at, *other)).or_default();
                    *count = count.saturating_add(1);
                }
            }
        }
    }

    fn line_mut(&mut self, id: &Id) -> Option<&mut LineLedger<'a>> {
        self.lines.get_mut(self.index.get(id)?)
    }

    /// What is known of a line.
    pub(super) fn line(&self, id: &Id) -> &LineLedger<'a> {
        self.index.get(id).and_then(|at| self.lines.get(at)).unwrap_or(&self.nothing)
    }
}

impl<'a> Sorting<'_, 'a> {
    /// Whether an item that a line of the information work holds counts for one of a task too.
    fn serves_a_task(&self, named: &[usize], counted: impl Fn(Option<&Indicator>) -> Attached<'a>) -> bool {
        let lines = |of: TaskKind| {
            named.iter().filter_map(|at| self.asks.get(*at)).filter(move |asks| asks.section == Some(of))
        };
        let mut of_tasks = lines(TaskKind::Task).filter_map(|asks| asks.indicator);
        lines(TaskKind::Information).next().is_some()
            && of_tasks.any(|line| counted(Some(line)).counts_for(line))
    }

    /// Whether an event had begun on a day: what was made before shows no more than an intention.
    fn begun(&self, event: usize, day: IsoDate) -> bool {
        self.events.groups.get(event).is_some_and(|event| event.range.start <= day)
    }

    /// One for a fact that counts on a day of the reporting period and was recorded after it, else none. Who keeps no
    /// clock has the date of the record itself.
    fn entered_later(&self, by: &Observation, counts_on: IsoDate) -> u32 {
        let recorded = by.recorded_on().unwrap_or(by.on);
        let later = |period: &DateRange| period.contains(counts_on) && recorded > period.end;
        u32::from(self.period.as_ref().is_some_and(later))
    }
}

/// The lines that agreements took out, those of the social-impact block without an indicator; but not what a plan has back.
fn gone_lines(plan: &Plan) -> Vec<(&Id, Option<&Indicator>)> {
    if plan.withdrawn.is_empty() {
        return Vec::new();
    }
    let of_tasks = plan.lines().map(|(.., line)| &line.id);
    let standing: BTreeSet<&Id> = of_tasks.chain(plan.impact.iter().map(|line| &line.id)).collect();
    let lines = plan.withdrawn_lines().map(|(_, line)| (&line.id, Some(line)));
    let impact =
        plan.withdrawn.iter().filter(|gone| gone.node == PlanNode::Impact).map(|gone| (&gone.id, None));
    lines.chain(impact).filter(|(id, _)| !standing.contains(id)).collect()
}

/// Whether an item of that kind may show that an event was held; an invitation or a plan shows only that it was meant
/// to be.
pub(super) fn shows_what_happened(kind: EvidenceKind) -> bool {
    !matches!(
        kind,
        EvidenceKind::Announcement
            | EvidenceKind::Letter
            | EvidenceKind::Plan
            | EvidenceKind::Programme
            | EvidenceKind::Rules
    )
}

fn item_of(by: &Observation) -> Option<(&Evidence, &Observation)> {
    match &by.fact {
        Fact::Evidence { body } => Some((body, by)),
        _ => None,
    }
}

/// Adds a record, making room by a quarter: there may be millions, and doubling would take twice their memory.
fn push<T>(records: &mut Vec<T>, record: T) {
    if records.len() == records.capacity() {
        records.reserve_exact(records.len().div_euclid(4).max(4));
    }
    records.push(record);
}
