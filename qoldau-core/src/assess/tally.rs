//! The figures of one target over a span of days: what is claimed, what valid evidence shows, day by day and event
//! by event.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::events::Events;
use super::evidence::{coverage, date_of, is_further_document, of_kind, serves, validity, weight};
use super::ledger::{Ledger, Seen};
use super::readings::{LineOf, Readings};
use super::standing::Validity;
use crate::facts::{Evidence, EvidenceKind, Reading, ReadingMode, ReadingValue};
use crate::plan::{Accumulation, Activity, EachOf, IndicatorKind, Plan, Policy, Question, Target, TaskKind};
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
    /// Places of the events that have any evidence.
    pub(super) evidenced: &'a BTreeSet<usize>,
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

/// What readings say.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Claim {
    /// The number, where numbers were read.
    pub(super) amount: Option<Amount>,
    /// The ratio, where ratios were read.
    pub(super) share: Option<Share>,
    /// Whether the latest reading says that the line does not apply.
    pub(super) not_applicable: bool,
    /// Whether a figure did not fit.
    pub(super) overflow: bool,
}

/// The figures of one target over a span.
#[derive(Debug, Default)]
pub(super) struct Tally<'a> {
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
    /// Rows of lists by event; nothing as value when a list states no rows.
    pub(super) rows_at: BTreeMap<Option<usize>, Option<Sum>>,
    /// Valid artefacts by folded outlet.
    pub(super) by_outlet: BTreeMap<String, Sum>,
    /// Kinds of further documents that are there.
    pub(super) documents: BTreeSet<EvidenceKind>,
    /// Valid items.
    pub(super) items: u32,
    /// Items whose proof is gone.
    pub(super) lost: u32,
    /// Items that lack a link, a screenshot or a signature.
    pub(super) incomplete: u32,
    /// Items of another kind.
    pub(super) other_kind: u32,
    /// Files met a second time under another item.
    pub(super) repeated: Vec<&'a Id>,
    /// Latest date of evidence that came after the window though its event was in time.
    pub(super) evidence_after: Option<IsoDate>,
    /// Latest day of a valid item.
    pub(super) last_item: Option<IsoDate>,
    /// First and last date of anything counted.
    pub(super) dates: Option<DateRange>,
}

/// Counts for one target what lies within the span.
pub(super) fn tally<'a>(
    cx: &Context<'a>,
    line: &LineOf<'a>,
    target: &'a Target,
    span: Option<DateRange>,
    window: Option<DateRange>,
) -> Tally<'a> {
    let mut tally = Tally::default();
    let inside = |day: IsoDate| span.is_none_or(|span| span.contains(day));
    count_readings(cx, line, target, &inside, &mut tally);
    let mut files = BTreeSet::new();
    for item in items_of(cx, line).iter() {
        count_item(cx, line, target, *item, &inside, window, &mut files, &mut tally);
    }
    tally
}

/// The items that may serve a line: its own; for the information work's posts also the tasks', where a reading says
/// so; for participants also the attendance lists of their events.
fn items_of<'a>(cx: &Context<'a>, line: &LineOf<'a>) -> Cow<'a, [Seen<'a, Evidence>]> {
    let own = cx.ledger.line(&line.indicator.id).evidence.as_slice();
    let extra: Vec<&Id> = if line.indicator.kind == IndicatorKind::Participants {
        attendance_lines(line.activity)
    } else if takes_task_posts(cx, line) {
        post_lines(cx.plan)
    } else {
        Vec::new()
    };
    if extra.is_empty() {
        return Cow::Borrowed(own);
    }
    let mut items = own.to_vec();
    let mut known: BTreeSet<&Id> = items.iter().map(|item| &item.fact.item).collect();
    for item in extra.into_iter().flat_map(|id| &cx.ledger.line(id).evidence) {
        let fits = line.indicator.kind != IndicatorKind::Participants || item.fact.kind == EvidenceKind::List;
        if fits && known.insert(&item.fact.item) {
            items.push(*item);
        }
    }
    Cow::Owned(items)
}

/// Lines of an activity that ask for a list of each event: attendance lists.
fn attendance_lines(activity: &Activity) -> Vec<&Id> {
    let of_each_event = |target: &Target| target.each.as_ref().is_some_and(|each| each.of == EachOf::Event);
    activity
        .indicators
        .iter()
        .filter(|line| line.kind == IndicatorKind::List && line.targets.iter().any(of_each_event))
        .map(|line| &line.id)
        .collect()
}

fn takes_task_posts(cx: &Context<'_>, line: &LineOf<'_>) -> bool {
    let by_policy = cx.policy.task_posts.value.as_deref().unwrap_or("beside");
    line.task.kind == TaskKind::Information
        && line.indicator.kind == IndicatorKind::Post
        && cx.readings.of_line(line, Question::TaskPosts).unwrap_or(by_policy) == "within"
}

/// Lines of the tasks that count posts and announcements.
fn post_lines(plan: &Plan) -> Vec<&Id> {
    plan.lines()
        .filter(|(task, _, line)| {
            task.kind == TaskKind::Task
                && matches!(line.kind, IndicatorKind::Post | IndicatorKind::Announcement)
        })
        .map(|(_, _, line)| &line.id)
        .collect()
}

#[expect(clippy::too_many_arguments, reason = "one step of `tally`, with its state spelt out")]
fn count_item<'a>(
    cx: &Context<'a>,
    line: &LineOf<'a>,
    target: &Target,
    item: Seen<'a, Evidence>,
    inside: &impl Fn(IsoDate) -> bool,
    window: Option<DateRange>,
    files: &mut BTreeSet<&'a str>,
    tally: &mut Tally<'a>,
) {
    let evidence = item.fact;
    let day = counted_on(cx, &item);
    if !inside(day) || !serves(line.indicator, target, evidence) {
        return;
    }
    let validity = validity(line.indicator, evidence, cx.ledger, cx.events);
    if validity == Validity::Valid {
        tally.documents.insert(evidence.kind);
    }
    if !of_kind(line.indicator, target, evidence) {
        if !is_further_document(line.indicator, evidence.kind) {
            tally.other_kind = tally.other_kind.saturating_add(1);
        }
        return;
    }
    let seen_before =
        evidence.files.iter().filter_map(|file| file.sha256.as_deref()).filter(|sha| !files.insert(sha));
    let repeated = u32::try_from(seen_before.count()).unwrap_or(u32::MAX);
    if repeated > 0 {
        tally.repeated.push(&evidence.item);
    }
    let artefacts = weight(line, evidence, cx.readings, cx.policy);
    let artefacts = if evidence.files.is_empty() { artefacts } else { fresh(evidence, artefacts, repeated) };
    tally.attached.add(artefacts);
    match validity {
        Validity::Valid => {}
        Validity::Lost => tally.lost = tally.lost.saturating_add(1),
        _ => tally.incomplete = tally.incomplete.saturating_add(1),
    }
    if validity == Validity::Valid && !artefacts.is_zero() {
        let amount = if line.indicator.kind.counts_artefacts() { artefacts } else { coverage(evidence) };
        tally.take(cx, line, &item, day, amount);
        tally.watch_lateness(cx, &item, day, window);
    }
}

/// The artefacts of an item without those of its files that another item brought already.
fn fresh(evidence: &Evidence, artefacts: Amount, repeated: u32) -> Amount {
    match evidence.kind {
        EvidenceKind::Photo | EvidenceKind::Video => artefacts.shortfall(Amount::from(repeated)),
        // A document is the same document only when every one of its files was there before.
        _ if usize::try_from(repeated).is_ok_and(|repeated| repeated == evidence.files.len()) => Amount::ZERO,
        _ => artefacts,
    }
}

/// The day an item counts on: its event's, where it is of one that was held, else its own.
fn counted_on(cx: &Context<'_>, item: &Seen<'_, Evidence>) -> IsoDate {
    item.fact
        .events
        .iter()
        .filter_map(|id| cx.events.get(id))
        .filter(|(_, event)| event.held())
        .map(|(_, event)| event.range.end)
        .min()
        .unwrap_or_else(|| date_of(item))
}

impl<'a> Tally<'a> {
    fn take(
        &mut self,
        cx: &Context<'a>,
        line: &LineOf<'a>,
        item: &Seen<'a, Evidence>,
        day: IsoDate,
        amount: Amount,
    ) {
        self.items = self.items.saturating_add(1);
        self.last_item = self.last_item.max(Some(day));
        self.valid.add(amount);
        if line.indicator.kind.counts_artefacts() {
            self.count_on(day, amount);
        }
        let mut events: Vec<usize> =
            item.fact.events.iter().filter_map(|id| cx.events.get(id)).map(|(at, _)| at).collect();
        events.sort_unstable();
        events.dedup();
        for at in &events {
            self.by_event.entry(*at).or_default().add(amount);
        }
        if matches!(item.fact.kind, EvidenceKind::List | EvidenceKind::Journal) {
            let rows = self.rows_at.entry(events.first().copied()).or_insert(Some(Sum::default()));
            match (item.fact.rows, rows.as_mut()) {
                (Some(count), Some(sum)) => sum.add(count.into()),
                _ => *rows = None,
            }
        }
        if let Some(outlet) = item.fact.outlet.as_deref() {
            self.by_outlet.entry(fold_words(outlet)).or_default().add(amount);
        }
    }

    /// Counts towards progress on a day.
    pub(super) fn count_on(&mut self, day: IsoDate, amount: Amount) {
        self.by_day.entry(day).or_default().add(amount);
        self.dates = Some(self.dates.map_or(DateRange { start: day, end: day }, |dates| DateRange {
            start: dates.start.min(day),
            end: dates.end.max(day),
        }));
    }

    /// Late evidence of an in-time event is timing of the evidence, not of the event.
    fn watch_lateness(
        &mut self,
        cx: &Context<'_>,
        item: &Seen<'_, Evidence>,
        event_day: IsoDate,
        window: Option<DateRange>,
    ) {
        let own = date_of(item).max(item.by.on);
        if item.fact.events.is_empty() || own <= event_day {
            return;
        }
        let allowed = cx.policy.evidence_days.amount().and_then(Amount::to_u32);
        let last = allowed.and_then(|days| event_day.add_days(i32::try_from(days).unwrap_or(i32::MAX)));
        let late = last.is_some_and(|last| own > last)
            || window.is_some_and(|window| event_day <= window.end && own > window.end);
        if late {
            self.evidence_after = Some(self.evidence_after.map_or(own, |day| day.max(own)));
        }
    }
}

/// Reads the readings of a target: a total wipes what came before it; levels take the latest.
fn count_readings<'a>(
    cx: &Context<'a>,
    line: &LineOf<'a>,
    target: &Target,
    inside: &impl Fn(IsoDate) -> bool,
    tally: &mut Tally<'a>,
) {
    let single = line.indicator.targets.len() == 1;
    let serves = |reading: &Reading| match &reading.target {
        Some(id) => *id == target.id,
        None => single,
    };
    let readings = &cx.ledger.line(&line.indicator.id).readings;
    let held = |reading: &Reading| {
        reading.event.as_ref().is_none_or(|id| cx.events.get(id).is_none_or(|(_, event)| event.held()))
    };
    let counts = |seen: &Seen<'_, Reading>| serves(seen.fact) && held(seen.fact) && inside(seen.by.on);
    let level = line.indicator.accumulation == Accumulation::Level;
    let wipes = |reading: &Reading| {
        reading.mode == ReadingMode::Total || level || matches!(reading.value, ReadingValue::NotApplicable {})
    };
    let from = readings.iter().rposition(|seen| counts(seen) && wipes(seen.fact)).unwrap_or(0);
    for seen in readings.iter().skip(from).filter(|seen| counts(seen)) {
        tally.read(cx, line, seen.by.on, seen.fact);
    }
}

impl<'a> Tally<'a> {
    fn read(&mut self, cx: &Context<'a>, line: &LineOf<'a>, day: IsoDate, reading: &Reading) {
        let claim = &mut self.claim;
        claim.not_applicable = false;
        match reading.value {
            ReadingValue::NotApplicable {} => claim.not_applicable = true,
            ReadingValue::Amount { amount } => {
                match claim.amount.unwrap_or(Amount::ZERO).checked_add(amount) {
                    Some(sum) => claim.amount = Some(sum),
                    None => claim.overflow = true,
                }
                if !line.indicator.kind.counts_artefacts() {
                    self.count_on(day, amount);
                    let event = reading.event.as_ref().and_then(|id| cx.events.get(id)).map(|(at, _)| at);
                    self.claimed_at.entry(event).or_default().add(amount);
                }
            }
            ReadingValue::Share { numerator, denominator } => {
                let share = Share { numerator, denominator };
                match claim.share.map_or(Some(share), |sum| sum.checked_add(share)) {
                    Some(sum) => claim.share = Some(sum),
                    None => claim.overflow = true,
                }
                self.count_on(day, Amount::ZERO);
            }
        }
    }
}
