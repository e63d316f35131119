//! What readings say of one target: which of them hold, and what they come to.

use std::collections::{BTreeMap, BTreeSet};

use super::attached::Told;
use super::readings::LineOf;
use super::steps::{is_total, steps};
use super::tally::{Context, Sum, Tally};
use crate::facts::ReadingValue;
use crate::plan::{Accumulation, Target};
use crate::value::{Amount, IsoDate, Share};

/// Sums of events that several people recorded: each record is of the same people, so the largest holds.
#[derive(Debug, Clone, Default)]
pub(super) struct ByRecord {
    sums: BTreeMap<(usize, usize), Sum>,
}

impl ByRecord {
    /// Adds to the sum of a record of an event.
    pub(super) fn add(&mut self, event: usize, record: usize, amount: Amount) {
        self.sums.entry((event, record)).or_default().add(amount);
    }

    /// The largest sum of every event.
    pub(super) fn largest(self) -> BTreeMap<usize, Sum> {
        let mut largest: BTreeMap<usize, Sum> = BTreeMap::new();
        for ((event, _), sum) in self.sums {
            let held = largest.entry(event).or_default();
            held.overflow |= sum.overflow;
            held.total = held.total.max(sum.total);
        }
        largest
    }
}

/// Ratios of events that several people recorded: of each event the ratio of most answers holds, of equal ones the
/// lower.
#[derive(Debug, Default)]
struct SharesByRecord {
    sums: BTreeMap<(usize, usize), Option<Share>>,
}

impl SharesByRecord {
    /// Adds to the ratio of a record of an event.
    fn add(&mut self, event: usize, record: usize, share: Share) {
        let sum = self.sums.entry((event, record)).or_insert(Some(NO_ANSWERS));
        *sum = sum.and_then(|sum| sum.checked_add(share));
    }

    /// The ratio of every event; nothing where it does not fit.
    fn fullest(self) -> BTreeMap<usize, Option<Share>> {
        let mut fullest: BTreeMap<usize, Option<Share>> = BTreeMap::new();
        for ((event, _), share) in self.sums {
            let held = fullest.entry(event).or_insert(share);
            let rank = |share: Share| (share.denominator, std::cmp::Reverse(share.numerator));
            *held = held.zip(share).map(|(held, share)| if rank(share) > rank(held) { share } else { held });
        }
        fullest
    }
}

/// A ratio of nobody.
const NO_ANSWERS: Share = Share { numerator: Amount::ZERO, denominator: Amount::ZERO };

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

/// Reads the readings of a target: a total wipes what came before it; levels take the latest. `applies`: whether the line is
/// known to apply, whatever is said of these days.
pub(super) fn count_readings<'a>(
    cx: &Context<'a>,
    line: &LineOf<'a>,
    target: &Target,
    inside: &impl Fn(IsoDate) -> bool,
    applies: Option<bool>,
    tally: &mut Tally,
) {
    let level = line.accumulation() == Accumulation::Level;
    let readings = &cx.ledger.line(&line.indicator.id).readings;
    let own = readings.iter().filter(|told| inside(told.day) && serves(cx, line, target, told));
    let not_held = own.clone().filter(|told| !told.counts);
    tally.not_held = not_held.fold(tally.not_held, |sum, told| sum.saturating_add(told.facts));
    let counted = own.filter(|told| told.counts);
    tally.claim.not_applicable = applies.map_or_else(|| does_not_apply(counted.clone()), |applies| !applies);
    if tally.claim.not_applicable {
        return;
    }
    // A bare number in the place of a ratio is none: it neither counts nor takes the place of the ratios before it.
    let of_shares = line.indicator.asks_for_share(target);
    let asks_for_share = |told: &Told<'_>| cx.earlier.of_shares(&target.id, told.on).unwrap_or(of_shares);
    let bare = counted.clone().filter(|told| is_amount(told) && asks_for_share(told));
    let counted = counted.filter(|told| !(is_amount(told) && asks_for_share(told)));
    // What was read of a number takes no place of what was read of a percent, nor that of it.
    let of_sort = |shares: bool| counted.clone().filter(move |told| asks_for_share(told) == shares);
    let standing = [true, false].map(|shares| in_force(of_sort(shares), |told| wipes(told, level)));
    let of_people = !line.kind.counts_artefacts();
    let (mut by_record, mut shares_by_record) = (ByRecord::default(), SharesByRecord::default());
    let mut measured = BTreeSet::new();
    for told in standing.into_iter().flatten() {
        if let ReadingValue::NotApplicable {} = told.reading.value {
            tally.excused.extend(told.event());
            continue;
        }
        measured.extend(told.event());
        let several = told
            .event()
            .filter(|_| of_people)
            .and_then(|at| Some((at, cx.events.record(at, || told.reading.event.as_ref())?)));
        match (several, told.reading.value) {
            (Some((event, record)), ReadingValue::Amount { amount }) => by_record.add(event, record, amount),
            (Some((event, record)), ReadingValue::Share { numerator, denominator }) => {
                shares_by_record.add(event, record, Share { numerator, denominator });
            }
            _ => tally.read(line, told),
        }
    }
    for (event, sum) in by_record.largest() {
        tally.claim_at(event, sum, cx);
    }
    for (event, share) in shares_by_record.fullest() {
        tally.share_at(event, share, cx);
    }
    if line.accumulation() == Accumulation::Flow {
        if !of_people {
            tally.typed = steps(cx, false, counted.clone());
        } else if counted.clone().any(is_total) {
            tally.take_steps(&steps(cx, true, counted.clone()));
        }
    }
    if of_people && level {
        tally.levels = levels(counted.clone());
    }
    if of_shares && counted.clone().any(|told| level || !told.adds) {
        tally.ratios = running_ratios(counted, level).unwrap_or_default();
        // Where several people recorded one event only one of their ratios holds.
        if tally.ratios.last().map(|(_, share)| *share) != tally.claim.share {
            tally.ratios.clear();
        }
    }
    // What somebody counted or measured of an event after all, it owes.
    tally.excused.retain(|event| !measured.contains(event));
    if let Some(last) = bare.max_by(|a, b| a.by.by_time(b.by)) {
        tally.take_bare(last);
    }
    let claim = &mut tally.claim;
    if claim.overflow {
        // What was summed before it did not fit depends on the order of the readings.
        (claim.amount, claim.share) = (None, None);
    }
}

/// Whether a reading is of a target of its line.
pub(super) fn serves(cx: &Context<'_>, line: &LineOf<'_>, target: &Target, told: &Told<'_>) -> bool {
    if told.names_target {
        told.reading.target.as_ref() == Some(&target.id)
    } else {
        cx.earlier.owns(line.indicator, target, told.on)
    }
}

/// Readings in the order of time.
fn in_time<'r, 'a: 'r>(readings: impl Iterator<Item = &'r Told<'a>>) -> Vec<&'r Told<'a>> {
    let mut readings: Vec<&Told<'_>> = readings.collect();
    readings.sort_by(|a, b| a.by.by_time(b.by));
    readings
}

/// What each reading of a level said.
fn levels<'r, 'a: 'r>(readings: impl Iterator<Item = &'r Told<'a>>) -> Vec<(IsoDate, Amount)> {
    let said = |told: &Told<'_>| match told.reading.value {
        ReadingValue::Amount { amount } => Some((told.on, amount)),
        _ => None,
    };
    in_time(readings).into_iter().filter_map(said).collect()
}

/// What the ratios came to with each reading, where a later one may take the place of earlier ones; nothing where a figure
/// does not fit.
fn running_ratios<'r, 'a: 'r>(
    readings: impl Iterator<Item = &'r Told<'a>>,
    level: bool,
) -> Option<Vec<(IsoDate, Share)>> {
    let mut of_events: BTreeMap<Option<&str>, Share> = BTreeMap::new();
    let (mut all, mut said) = (NO_ANSWERS, Vec::new());
    for told in in_time(readings) {
        let share = match told.reading.value {
            ReadingValue::Share { numerator, denominator } => Share { numerator, denominator },
            ReadingValue::NotApplicable {} if !level && told.reading.event.is_some() => NO_ANSWERS,
            _ => continue,
        };
        let event = told.reading.event.as_ref().map(crate::value::Id::as_str);
        if level || !told.adds && event.is_none() {
            of_events.clear();
            all = NO_ANSWERS;
        }
        let held = of_events.insert(event, share).unwrap_or(NO_ANSWERS);
        if told.adds && !level {
            of_events.insert(event, held.checked_add(share)?);
        } else {
            let numerator = all.numerator.checked_sub(held.numerator)?;
            all = Share { numerator, denominator: all.denominator.checked_sub(held.denominator)? };
        }
        all = all.checked_add(share)?;
        said.push((told.on, all));
    }
    Some(said)
}

/// Whether the latest reading says that the line does not apply. That one event has nothing of it says nothing of the
/// line.
fn does_not_apply<'r, 'a: 'r>(readings: impl Iterator<Item = &'r Told<'a>>) -> bool {
    let denies = |told: &Told<'_>| matches!(told.reading.value, ReadingValue::NotApplicable {});
    let of_the_line = readings.filter(|told| !denies(told) || told.reading.event.is_none());
    of_the_line.max_by(|a, b| a.by.by_time(b.by)).is_some_and(denies)
}

fn is_amount(told: &Told<'_>) -> bool {
    matches!(told.reading.value, ReadingValue::Amount { .. })
}

/// What a reading wipes. That a line does not apply wipes nothing: what was counted is there again when it applies again.
pub(super) fn wipes(told: &Told<'_>, level: bool) -> Wipes {
    match told.reading.value {
        ReadingValue::NotApplicable {} if level || told.reading.event.is_none() => Wipes::Nothing,
        _ if level => Wipes::All,
        _ if told.adds => Wipes::Nothing,
        _ => Wipes::OwnEvent,
    }
}

/// The readings that nothing later wipes: the latest that wipes, and all that follow it in time. A total of one event
/// wipes only what was read of that event before.
pub(super) fn in_force<'r, 'a: 'r>(
    readings: impl Iterator<Item = &'r Told<'a>> + Clone,
    wipes: impl Fn(&Told<'_>) -> Wipes,
) -> impl Iterator<Item = &'r Told<'a>> {
    let mut last: Option<&Told<'_>> = None;
    let mut of_events: BTreeMap<&str, &Told<'_>> = BTreeMap::new();
    let later = |than: &Told<'_>, told: &Told<'_>| told.by.by_time(than.by).is_gt();
    for told in readings.clone() {
        let what = wipes(told);
        if what == Wipes::Nothing {
            continue;
        }
        match (what, &told.reading.event) {
            (Wipes::OwnEvent, Some(event)) => {
                let held = of_events.entry(event.as_str()).or_insert(told);
                if later(held, told) {
                    *held = told;
                }
            }
            _ => last = last.filter(|last| !later(last, told)).or(Some(told)),
        }
    }
    let holds = move |told: &&Told<'_>| {
        let own_event = || of_events.get(told.reading.event.as_ref()?.as_str());
        let own = if of_events.is_empty() { None } else { own_event() };
        [last, own.copied()].into_iter().flatten().all(|last| told.by.by_time(last.by).is_ge())
    };
    readings.filter(holds)
}

/// What a reading wipes of what came before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wipes {
    /// It adds.
    Nothing,
    /// All readings of its event, or all of them where it names none.
    OwnEvent,
    /// All of them.
    All,
}

impl Tally {
    /// Takes what the records of one event say together.
    fn claim_at(&mut self, event: usize, sum: Sum, cx: &Context<'_>) {
        match self.claim.amount.unwrap_or(Amount::ZERO).checked_add(sum.total).filter(|_| !sum.overflow) {
            Some(all) => self.claim.amount = Some(all),
            None => self.claim.overflow = true,
        }
        let day = cx.events.groups.get(event).map_or(cx.as_of, |event| event.range.end);
        self.count_on(day, sum.total);
        self.claimed_at.insert(Some(event), sum);
    }

    /// Takes what the records of one event say of a ratio together.
    fn share_at(&mut self, event: usize, share: Option<Share>, cx: &Context<'_>) {
        let day = cx.events.groups.get(event).map_or(cx.as_of, |event| event.range.end);
        self.add_share(Some(event), day, share);
    }

    /// Adds a ratio to all of them, to those of its event and to those of its day.
    fn add_share(&mut self, event: Option<usize>, day: IsoDate, share: Option<Share>) {
        let add = |sum: &mut Option<Share>| {
            let added = sum.unwrap_or(NO_ANSWERS).checked_add(share?)?;
            sum.replace(added).or(Some(added))
        };
        let at_event = self.shares_at.entry(event).or_default();
        let on_day = self.shares_on.entry(day).or_default();
        if [&mut self.claim.share, at_event, on_day].into_iter().any(|sum| add(sum).is_none()) {
            self.claim.overflow = true;
        }
        self.count_on(day, Amount::ZERO);
    }

    /// Takes the days on which the figure grew.
    fn take_steps(&mut self, steps: &BTreeMap<IsoDate, Sum>) {
        (self.by_day, self.dates, self.stepped) = (BTreeMap::new(), None, true);
        for (day, step) in steps {
            self.count_on(*day, step.total);
        }
    }

    /// Shows the latest bare number where no ratio stands; it meets nothing.
    fn take_bare(&mut self, told: &Told<'_>) {
        if let ReadingValue::Amount { amount } = told.reading.value
            && self.claim.share.is_none()
        {
            self.claim.amount = Some(amount);
            self.count_on(told.on, Amount::ZERO);
        }
    }

    fn read(&mut self, line: &LineOf<'_>, told: &Told<'_>) {
        let claim = &mut self.claim;
        match told.reading.value {
            ReadingValue::NotApplicable {} => {}
            ReadingValue::Amount { amount } => {
                match claim.amount.unwrap_or(Amount::ZERO).checked_add(amount) {
                    Some(sum) => claim.amount = Some(sum),
                    None => claim.overflow = true,
                }
                if !line.kind.counts_artefacts() {
                    self.count_on(told.day, amount);
                    self.claimed_at.entry(told.event()).or_default().add(amount);
                }
            }
            ReadingValue::Share { numerator, denominator } => {
                let share = Share { numerator, denominator };
                self.add_share(told.event(), told.day, Some(share));
            }
        }
    }
}
