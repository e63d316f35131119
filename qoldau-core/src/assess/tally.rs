//! The figures of one target over a span of days: what is claimed, what valid evidence shows, day by day and event
//! by event.

use std::collections::{BTreeMap, BTreeSet};

use super::accepted::ProvenThen;
use super::attached::Attached;
use super::claims::{ByRecord, Claim, count_readings};
use super::earlier::Earlier;
use super::events::{EventGroup, Events};
use super::evidence::{is_counted, is_further_document, serves, weight};
use super::figures::proven_by_rows;
use super::items::{Items, leaves_to_tasks};
use super::ledger::{Ledger, shows_what_happened};
use super::networks::{Networks, parts_are_networks};
use super::readings::{LineOf, Readings};
use super::standing::Validity;
use super::turns::every_of;
use super::window::after_event;
use crate::facts::{Evidence, EvidenceKind};
use crate::plan::{Plan, PlanNode, Policy, Target};
use crate::value::link::network_names;
use crate::value::text::fold_words;
use crate::value::{Amount, DateRange, Id, IsoDate, Share};

/// What every count needs to know.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    /// The promise.
    pub(super) plan: &'a Plan,
    /// The facts.
    pub(super) ledger: &'a Ledger<'a>,
    /// The events.
    pub(super) events: &'a Events<'a>,
    /// How lines are read.
    pub(super) readings: &'a Readings,
    /// The thresholds.
    pub(super) policy: &'a Policy,
    /// What was proven of the accepted targets on the day of their acceptance.
    pub(super) proven_then: &'a ProvenThen,
    /// What earlier editions of the plan asked for.
    pub(super) earlier: &'a Earlier<'a>,
    /// The assessed day.
    pub(super) as_of: IsoDate,
}

/// An exact sum that remembers when it did not fit.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    /// The sum so far.
    pub(super) total: Amount,
    /// Whether a figure did not fit 28 digits; the total is then worth nothing.
    pub(super) overflow: bool,
}

impl Sum {
    /// Adds one figure.
    pub(super) fn add(&mut self, amount: Amount) {
        match self.total.checked_add(amount) {
            Some(total) => self.total = total,
            None => self.overflow = true,
        }
    }

    /// The sum, if it fitted.
    pub(super) fn known(self) -> Option<Amount> {
        (!self.overflow).then_some(self.total)
    }
}

/// The figures of one target over a span.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// What readings say.
    pub(super) claim: Claim,
    /// Artefacts of the right kind, valid or not.
    pub(super) attached: Sum,
    /// Valid artefacts; for lines that count something else, what valid items cover.
    pub(super) valid: Sum,
    /// Valid artefacts (or readings, or events) by day: what progress is judged by.
    pub(super) by_day: BTreeMap<IsoDate, Sum>,
    /// Valid artefacts by event.
    pub(super) by_event: BTreeMap<usize, Sum>,
    /// Readings by event; the key of those without an event is nothing.
    pub(super) claimed_at: BTreeMap<Option<usize>, Sum>,
    /// Ratios by event; the key of those without an event is nothing. Nothing where a sum does not fit.
    pub(super) shares_at: BTreeMap<Option<usize>, Option<Share>>,
    /// Ratios by day.
    pub(super) shares_on: BTreeMap<IsoDate, Option<Share>>,
    /// Whether its days are those on which a figure with totals grew.
    pub(super) stepped: bool,
    /// What typed counts of artefacts grew by day by day, beside the items.
    pub(super) typed: BTreeMap<IsoDate, Sum>,
    /// What each reading of a level said, in the order of time.
    pub(super) levels: Vec<(IsoDate, Amount)>,
    /// What the ratios came to with each reading, in the order of time, where later ones take the place of earlier ones.
    pub(super) ratios: Vec<(IsoDate, Share)>,
    /// Rows that lists state, by event.
    pub(super) rows_at: BTreeMap<Option<usize>, Sum>,
    /// Rows of the lists of events that have several records, before the longest is chosen.
    rows_by_record: ByRecord,
    /// Rows of lists that name several events, with the events.
    pub(super) rows_of_several: Vec<(Vec<usize>, Sum)>,
    /// Valid artefacts by folded outlet and day.
    pub(super) by_outlet: BTreeMap<String, BTreeMap<IsoDate, Sum>>,
    /// The same by event.
    pub(super) outlets_at: BTreeMap<usize, BTreeMap<String, Sum>>,
    /// Kinds of further documents that are there.
    pub(super) documents: BTreeSet<EvidenceKind>,
    /// Valid items.
    pub(super) items: u32,
    /// Items whose proof is gone.
    pub(super) lost: u32,
    /// Items that lack a file, a link, a screenshot or a signature.
    pub(super) incomplete: u32,
    /// Items and readings of an event that was not held.
    pub(super) not_held: u32,
    /// Photo and video items that name several events.
    pub(super) of_several: u32,
    /// Lists that do not say how many rows they have.
    pub(super) unstated: u32,
    /// Held events of which nobody can tell whether they are of the target or of another of its line.
    pub(super) unclear: u32,
    /// Items of another kind.
    pub(super) other_kind: u32,
    /// Items with a file that another item brought already.
    pub(super) repeated: u32,
    /// Valid artefacts that also count for a line of a task.
    pub(super) with_task: Sum,
    /// Items that count for a line of a task and, as the line is read, not here.
    pub(super) left_to_tasks: u32,
    /// Latest date of evidence that came after the window though its event was in time.
    pub(super) evidence_after: Option<IsoDate>,
    /// Valid items that show what is there or was done, by day; those that show only an intention are none.
    pub(super) shown_on: BTreeMap<IsoDate, Sum>,
    /// The same by event.
    pub(super) shown_at: BTreeMap<usize, Sum>,
    /// Such items that name no event.
    pub(super) shown_apart: u32,
    /// Events of which somebody recorded that nothing is asked of them.
    pub(super) excused: BTreeSet<usize>,
    /// Latest day of a valid item.
    pub(super) last_item: Option<IsoDate>,
    /// First and last date of anything counted.
    pub(super) dates: Option<DateRange>,
}

/// Counts for one target what lies within the span.
pub(super) fn tally<'a>(
    cx: &Context<'a>,
    line: &LineOf<'a>,
    items: &Items<'a>,
    target: &'a Target,
    span: Option<DateRange>,
    window: Option<DateRange>,
) -> Tally {
    tally_of(cx, line, items, target, span, window, None)
}

/// The same; `applies`: whether the line is known to apply or not to, whatever is said within the span.
pub(super) fn tally_of<'a>(
    cx: &Context<'a>,
    line: &LineOf<'a>,
    items: &Items<'a>,
    target: &'a Target,
    span: Option<DateRange>,
    window: Option<DateRange>,
    applies: Option<bool>,
) -> Tally {
    let mut tally = Tally::default();
    let inside = |day: IsoDate| span.is_none_or(|span| span.contains(day));
    count_readings(cx, line, target, &inside, applies, &mut tally);
    let days = cx.policy.evidence_days.amount().and_then(Amount::to_u32);
    let counting = Counting {
        cx,
        line,
        target,
        window,
        by_network: Networks::of(cx.readings, cx.policy, line, target).matter()
            || parts_are_networks(line.kind, target)
            || cx.earlier.by_network(&target.id),
        recurs: every_of(cx.readings, line, target).is_some(),
        leaves_to_tasks: leaves_to_tasks(line, cx.readings, cx.policy),
        evidence_days: days.map(|days| i32::try_from(days).unwrap_or(i32::MAX)),
    };
    for (item, repeated) in items.iter().filter(|(item, _)| inside(counting.day_of(item))) {
        counting.count(item, repeated, &mut tally);
    }
    for (event, rows) in std::mem::take(&mut tally.rows_by_record).largest() {
        tally.rows_at.insert(Some(event), rows);
    }
    tally
}

/// What stays the same while the items of one target are counted.
struct Counting<'c, 'a> {
    cx: &'c Context<'a>,
    line: &'c LineOf<'a>,
    target: &'c Target,
    window: Option<DateRange>,
    /// Whether it is asked for every month, week ….
    recurs: bool,
    /// Whether figures are wanted network by network.
    by_network: bool,
    /// Whether what counts for a line of a task does not count here.
    leaves_to_tasks: bool,
    /// Days after an event within which its evidence is in time.
    evidence_days: Option<i32>,
}

impl<'a> Counting<'_, 'a> {
    /// Whether an item names only targets that an agreement took out: it stays with them.
    fn is_of_withdrawn(&self, item: &Attached<'_>) -> bool {
        let gone = &self.cx.plan.withdrawn;
        let named = item.evidence().filter(|_| item.names_targets && !gone.is_empty());
        named.is_some_and(|item| {
            let stands = |id: &Id| self.line.indicator.targets.iter().any(|target| target.id == *id);
            let went = |id: &Id| gone.iter().any(|gone| gone.node == PlanNode::Target && gone.id == *id);
            !item.targets.iter().any(stands) && item.targets.iter().any(went)
        })
    }

    /// Counts an item, of whose files so many were brought by another item already.
    fn count(&self, item: &Attached<'a>, repeated: u32, tally: &mut Tally) {
        let line = self.line.indicator;
        if !serves(line, self.line.kind, self.target, item) || self.is_of_withdrawn(item) {
            return;
        }
        if item.is_valid() && !line.requires.documents.is_empty() {
            tally.documents.insert(item.kind);
        }
        if !is_counted(self.cx.readings, self.line, self.target, item.kind) {
            if !is_further_document(line, item.kind) {
                tally.other_kind = tally.other_kind.saturating_add(1);
            }
            return;
        }
        if item.with_task && self.leaves_to_tasks {
            tally.left_to_tasks = tally.left_to_tasks.saturating_add(1);
            return;
        }
        if repeated > 0 {
            tally.repeated = tally.repeated.saturating_add(1);
        }
        let artefacts = self.artefacts(item, repeated);
        tally.attached.add(artefacts.into());
        match item.validity {
            Validity::Valid if artefacts > 0 => self.take(item, artefacts, tally),
            Validity::Valid => {}
            // Another item shows all that this one would.
            _ if artefacts == 0 && repeated > 0 => {}
            Validity::Lost => tally.lost = tally.lost.saturating_add(1),
            Validity::EventNotHeld => tally.not_held = tally.not_held.saturating_add(1),
            _ => tally.incomplete = tally.incomplete.saturating_add(1),
        }
    }

    /// The day an item counts on. What is asked for of every month is served in the month it was made in, whatever
    /// event it tells of.
    fn day_of(&self, item: &Attached<'a>) -> IsoDate {
        if self.recurs { item.made_on() } else { item.day }
    }

    /// The artefacts of an item without those of its files that another item brought already.
    fn artefacts(&self, item: &Attached<'a>, repeated: u32) -> u32 {
        let artefacts = weight(self.line, item, self.cx.readings, self.cx.policy);
        match item.kind {
            EvidenceKind::Photo | EvidenceKind::Video => artefacts.saturating_sub(repeated),
            // A document is the same document only when every one of its files was there before.
            _ if repeated > 0 && repeated >= item.files => 0,
            _ => artefacts,
        }
    }

    fn take(&self, item: &Attached<'a>, artefacts: u32, tally: &mut Tally) {
        let counts_artefacts = self.line.kind.counts_artefacts();
        let unstated = !item.states_rows && is_list(item.kind) && proven_by_rows(self.line, self.target);
        // A list that does not say how many rows it has proves no number.
        let covered = if unstated { 0 } else { item.coverage };
        let amount = Amount::from(if counts_artefacts { artefacts } else { covered });
        tally.items = tally.items.saturating_add(1);
        tally.last_item = tally.last_item.max(Some(item.day));
        tally.valid.add(amount);
        if item.with_task {
            tally.with_task.add(amount);
        }
        let day = self.day_of(item);
        if counts_artefacts {
            tally.count_on(day, amount);
        } else if shows_what_happened(item.kind) {
            tally.shown_on.entry(day).or_default().add(Amount::ONE);
            tally.shown_apart = tally.shown_apart.saturating_add(u32::from(!item.has_event()));
        }
        let outlet = item.evidence().filter(|_| self.by_network).and_then(outlet_of);
        self.give_to_events(item, amount, outlet.as_ref(), tally);
        if let Some(outlet) = outlet {
            tally.by_outlet.entry(outlet).or_default().entry(day).or_default().add(amount);
        }
        self.watch_lateness(item, tally);
    }

    /// Counts an item for the events it names that were held. A list of several events is one for each of them; the files
    /// of a photo item are photos of one event only, and since nobody says of which, of the first of the line's own
    /// activity, else of the first.
    fn give_to_events(
        &self,
        item: &Attached<'a>,
        amount: Amount,
        outlet: Option<&String>,
        tally: &mut Tally,
    ) {
        let by_file = matches!(item.kind, EvidenceKind::Photo | EvidenceKind::Video);
        let groups = &self.cx.events.groups;
        let mut events =
            item.events(self.cx.events).filter(|at| groups.get(*at).is_some_and(EventGroup::held));
        let first = events.next();
        let others: Vec<usize> = events.collect();
        let own = |at: &&usize| {
            groups.get(**at).is_some_and(|event| event.activities.contains(&&self.line.activity.id))
        };
        let one = first.iter().chain(&others).find(own).or(first.as_ref()).filter(|_| by_file);
        let each = first.iter().chain(&others).filter(|_| !by_file);
        for at in one.into_iter().chain(each) {
            tally.by_event.entry(*at).or_default().add(amount);
            if let Some(outlet) = outlet {
                let outlets = tally.outlets_at.entry(*at).or_default();
                outlets.entry(outlet.clone()).or_default().add(amount);
            }
            if shows_what_happened(item.kind) {
                tally.shown_at.entry(*at).or_default().add(Amount::ONE);
            }
        }
        if by_file && !others.is_empty() {
            tally.of_several = tally.of_several.saturating_add(1);
        }
        if is_list(item.kind) {
            let rows = || Sum { total: item.coverage.into(), overflow: false };
            match first {
                _ if !item.states_rows => tally.unstated = tally.unstated.saturating_add(1),
                Some(first) if !others.is_empty() => {
                    let events = std::iter::once(first).chain(others).collect();
                    tally.rows_of_several.push((events, rows()));
                }
                _ => self.rows(item, first, tally),
            }
        }
    }

    /// Counts the rows of a list. Where an event has several records, the list of each of them is of the same people:
    /// only what the longest has more than the others counts.
    fn rows(&self, item: &Attached<'a>, event: Option<usize>, tally: &mut Tally) {
        let rows: Amount = item.coverage.into();
        let is_of = |id: &&Id, at| self.cx.events.get(id).is_some_and(|(place, _)| place == at);
        let id = |at| item.evidence()?.events.iter().find(|id| is_of(id, at));
        let record = event.and_then(|at| self.cx.events.record(at, || id(at)));
        match (event, record) {
            (Some(at), Some(record)) => tally.rows_by_record.add(at, record, rows),
            _ => tally.rows_at.entry(event).or_default().add(rows),
        }
    }

    /// Late evidence of an in-time event is timing of the evidence, not of the event.
    fn watch_lateness(&self, item: &Attached<'a>, tally: &mut Tally) {
        if !item.has_event() || item.own <= item.day {
            return;
        }
        let by_deadline = after_event(self.line.activity.due.as_ref(), item.day);
        let last = by_deadline.or_else(|| item.day.add_days(self.evidence_days?));
        // A deadline of its own may lie after the window.
        let in_window = |window: DateRange| item.day <= window.end && item.own > window.end;
        let late = last.is_some_and(|last| item.own > last)
            || (by_deadline.is_none() && self.window.is_some_and(in_window));
        if late {
            tally.evidence_after = tally.evidence_after.max(Some(item.own));
        }
    }
}

/// Whether items of a kind are lists of people or organisations, row by row.
fn is_list(kind: EvidenceKind) -> bool {
    matches!(kind, EvidenceKind::List | EvidenceKind::Journal)
}

/// Where a post stands, folded: what its record says, else the network of its link.
fn outlet_of(post: &Evidence) -> Option<String> {
    let of_link = || network_names(post.link.as_deref()?).map(|[name, _]| name.into());
    post.outlet.as_deref().map(fold_words).or_else(of_link)
}

impl Tally {
    /// The ratio of the latest day on which one was recorded: of a change what was measured before is where it began.
    pub(super) fn latest_share(&self) -> Option<Share> {
        *self.shares_on.last_key_value()?.1
    }

    /// Counts towards progress on a day.
    pub(super) fn count_on(&mut self, day: IsoDate, amount: Amount) {
        self.by_day.entry(day).or_default().add(amount);
        self.dates = Some(self.dates.map_or(DateRange { start: day, end: day }, |dates| DateRange {
            start: dates.start.min(day),
            end: dates.end.max(day),
        }));
    }
}
