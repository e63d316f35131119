//! What earlier editions of the plan asked for: periods and events of their time are judged by them.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::asks_for_one;
use super::items::asks_for_list_of_each_event;
use super::ledger::Ledger;
use super::need::{self, Meant, Need};
use super::networks::{Networks, parts_are_networks};
use super::periods::periods_of;
use super::readings::{LineOf, Readings};
use super::tally::Sum;
use super::turns::{every_of, is_answered};
use super::window;
use crate::facts::Observation;
use crate::plan::reconcile::{only_number, outdated};
use crate::plan::{
    Due, EachOf, Frequency, Indicator, IndicatorKind, Part, Plan, PlanReading, Policy, Question, Target,
};
use crate::value::{Amount, DateRange, Id, IsoDate};

/// The editions of one plan as they are given: one, and the others in any order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given<'a> {
    pub(super) plan: &'a Plan,
    pub(super) others: &'a [Plan],
}

/// Editions of one plan up to the one in force, the oldest first, and what each outdates of the answers given before.
#[derive(Debug)]
pub(super) struct Editions<'a> {
    /// The last one is in force.
    plans: Vec<&'a Plan>,
    /// For each but the first its first day, and the answers that it outdates.
    changes: Vec<(IsoDate, BTreeSet<(Id, Question)>)>,
}

impl<'a> Editions<'a> {
    /// The editions that are in force on a day or were before it; of editions that are all to come the first. Those
    /// that do not say since when they are in force always were.
    pub(super) fn on(day: IsoDate, plan: &'a Plan, others: &'a [Plan]) -> Self {
        let plans = plans_until(day, plan, others);
        let changes = plans.windows(2).filter_map(|pair| match pair {
            [old, new] => Some((since(new)?, outdated(old, new))),
            _ => None,
        });
        Self { changes: changes.collect(), plans }
    }

    /// The one in force.
    pub(super) fn in_force(&self) -> Option<&'a Plan> {
        self.plans.last().copied()
    }

    /// An answer of the journal as it is about an edition, where it is. What was said of a line with one number is about that
    /// number when an agreement adds another.
    fn about(&self, edition: usize, reading: &PlanReading, by: &Observation) -> Option<PlanReading> {
        let then = self.changes.iter().take_while(|(from, _)| *from <= by.on).count().min(edition);
        let plans = || Some((*self.plans.get(then)?, *self.plans.get(edition)?));
        let number =
            plans().filter(|_| then < edition).and_then(|(then, now)| only_number(then, now, reading));
        let line = number.unwrap_or(&reading.line);
        let reading = PlanReading { line: line.clone(), ..reading.clone() };
        self.is_about(edition, &reading, by).then_some(reading)
    }

    /// Whether an answer of the journal is about an edition: not one given before an agreement changed what it is
    /// about, nor one given after that about the edition before.
    fn is_about(&self, edition: usize, reading: &PlanReading, by: &Observation) -> bool {
        let key = (reading.line.clone(), reading.question);
        self.changes.iter().zip(1_usize..).all(|((from, outdated), becomes)| {
            !outdated.contains(&key) || (by.on >= *from) == (becomes <= edition)
        })
    }

    /// How lines of the edition in force are read.
    pub(super) fn readings(&self, plan: &Plan, ledger: &Ledger<'_>) -> Readings {
        let last = self.changes.len();
        Readings::gather(plan, ledger, |reading, by| self.about(last, reading, by))
    }
}

/// The editions that are in force on a day or were before it, the oldest first.
pub(super) fn plans_until<'a>(day: IsoDate, plan: &'a Plan, others: &'a [Plan]) -> Vec<&'a Plan> {
    // What is another plan's judges nothing of this one; `check_given_editions` reports it.
    let own = others.iter().filter(|other| other.id == plan.id);
    let mut plans: Vec<&Plan> = own.chain([plan]).collect();
    plans.sort_by_key(|plan| (since(plan), plan.latest_edition().map(|edition| edition.number)));
    // Of editions that begin on one day only the last was ever in force.
    plans.reverse();
    plans.dedup_by_key(|plan| since(plan));
    plans.reverse();
    let in_force = plans.partition_point(|plan| since(plan).is_none_or(|from| from <= day));
    plans.truncate(in_force.max(1));
    plans
}

/// First day of a plan's edition.
pub(super) fn since(plan: &Plan) -> Option<IsoDate> {
    plan.latest_edition().and_then(|edition| edition.effective_from)
}

/// What an edition asks of a target that holds for each event or recurs, as one value: every event and every period is
/// judged by that of the edition of its last day, whichever it is.
#[derive(Debug, Clone)]
pub(super) struct Asks<'a> {
    pub(super) target: &'a Target,
    kind: IndicatorKind,
    /// How the number or the percent is meant, as it stands.
    meant: Meant,
    /// The number or the percent, as it stands.
    number: Amount,
    /// Whether the number is a percent.
    pub(super) of_shares: bool,
    pub(super) networks: Networks,
    /// The deadline, where nobody answered on which days.
    pub(super) due: Option<&'a Due>,
    /// How often it recurs, and in which days.
    every: Option<(Frequency, DateRange)>,
}

impl<'a> Asks<'a> {
    /// What a target asks for by a plan and by how its edition is read; nothing where that is no number.
    pub(super) fn of(
        readings: &Readings,
        policy: &Policy,
        line: &LineOf<'a>,
        target: &'a Target,
        need: Need,
    ) -> Option<Self> {
        let (meant, number, of_shares) = match need {
            Need::All => (Meant::AtLeast, Amount::HUNDRED, true),
            Need::Percent(meant, percent) => (meant, percent, true),
            Need::Number(meant, number) => (meant, number, false),
            _ => return None,
        };
        let networks = Networks::of(readings, policy, line, target);
        let due = line.activity.due.as_ref().filter(|_| !is_answered(readings, line));
        Some(Self { target, kind: line.kind, meant, number, of_shares, networks, due, every: None })
    }

    /// The same within the days it recurs in.
    pub(super) fn within(self, every: Frequency, window: DateRange) -> Self {
        Self { every: Some((every, window)), ..self }
    }

    /// How often it recurs.
    pub(super) fn every(&self) -> Option<Frequency> {
        self.every.map(|(every, _)| every)
    }

    /// How it is meant on one network, as it stands.
    pub(super) const fn number(&self) -> Turned {
        (self.meant, self.number)
    }

    /// Whether it is a limit.
    pub(super) const fn is_limit(&self) -> bool {
        self.meant.is_limit()
    }

    /// What is asked of one period, on all networks together; nothing when nobody knows how many there are.
    fn of_period(&self) -> Option<Turned> {
        Some(self.scaled(self.networks.scaled(self.target, self.number)?))
    }

    /// What is asked of one event, on all networks together.
    pub(super) fn of_event(&self) -> Option<Turned> {
        Some(self.scaled(self.networks.on_all(false, self.number)?))
    }

    fn scaled(&self, total: Amount) -> Turned {
        let total = if self.of_shares { self.number } else { total };
        (self.meant.scaled(self.number, total), total)
    }

    /// The parts, where they can be parts of what is asked of one period or event.
    pub(super) fn parts(&self) -> &'a [Part] {
        let mut sum = Sum::default();
        self.target.parts.iter().for_each(|part| sum.add(part.amount));
        if !self.of_shares && sum.known().is_some_and(|sum| sum <= self.number) {
            &self.target.parts
        } else {
            &[]
        }
    }

    /// Whether its parts are networks.
    pub(super) fn has_networks_for_parts(&self) -> bool {
        parts_are_networks(self.kind, self.target)
    }
}

/// An asking with the days of its edition.
#[derive(Debug)]
struct Asked<'a> {
    span: Span,
    asks: Asks<'a>,
}

/// A line that asked for a list of each event.
#[derive(Debug, Clone)]
pub(super) struct ListLine {
    pub(super) line: Id,
    /// The days of the edition in which it did.
    pub(super) span: Span,
}

/// The days of an edition.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    /// First day of the edition; nothing of the first one.
    from: Option<IsoDate>,
    /// First day of the edition after it.
    until: IsoDate,
}

impl Span {
    /// Whether the edition was in force on a day.
    pub(super) fn contains(self, day: IsoDate) -> bool {
        self.from.is_none_or(|from| from <= day) && day < self.until
    }
}

/// What was asked of one event or period, and how it was meant.
pub(super) type Turned = (Meant, Amount);

/// What the editions before the one in force asked of targets that hold for each event or recur.
#[derive(Debug, Default)]
pub(super) struct Earlier<'a> {
    /// By target, the oldest first.
    asked: BTreeMap<Id, Vec<Asked<'a>>>,
    /// First day of the edition in force; nothing where it is the first.
    from: Option<IsoDate>,
    /// By activity, the lines that asked for a list of each event.
    lists: BTreeMap<Id, Vec<ListLine>>,
    /// By line, the oldest first: until when it had one target or several, where that is otherwise today.
    single: BTreeMap<Id, Vec<(IsoDate, Option<Id>)>>,
}

impl<'a> Earlier<'a> {
    /// Looks at every edition but the one in force.
    pub(super) fn gather(editions: &Editions<'a>, ledger: &Ledger<'_>, policy: &Policy) -> Self {
        let mut earlier = Self { from: editions.changes.last().map(|(from, _)| *from), ..Self::default() };
        for (at, (plan, (until, _))) in editions.plans.iter().zip(&editions.changes).enumerate() {
            let readings = Readings::gather(plan, ledger, |reading, by| editions.about(at, reading, by));
            earlier.note_single(plan, *until);
            let from = at.checked_sub(1).and_then(|at| editions.changes.get(at)).map(|(from, _)| *from);
            let span = Span { from, until: *until };
            for (task, activity, indicator) in plan.lines() {
                let line = LineOf::new(task, activity, indicator);
                if asks_for_list_of_each_event(indicator) {
                    let list = ListLine { line: indicator.id.clone(), span };
                    earlier.lists.entry(activity.id.clone()).or_default().push(list);
                }
                for target in &indicator.targets {
                    let line = line.of(target);
                    if let Some(asks) = asks_of(plan, &readings, policy, &line, target) {
                        earlier.asked.entry(target.id.clone()).or_default().push(Asked { span, asks });
                    }
                }
            }
        }
        // What agreements took out is asked about too: its facts stand.
        let today = editions.in_force().into_iter().flat_map(Plan::lines);
        let today: BTreeMap<&Id, Option<Id>> = today.map(|(.., line)| (&line.id, single_of(line))).collect();
        let otherwise =
            |now: &Option<Id>, then: &[(IsoDate, Option<Id>)]| then.iter().any(|(_, of)| of != now);
        earlier.single.retain(|line, then| today.get(line).is_none_or(|now| otherwise(now, then)));
        earlier
    }

    /// The lines of an activity that asked for a list of each event, whatever the edition in force asks of them: a list of an
    /// event of that time is an attendance list.
    pub(super) fn lists_of(&self, activity: &Id) -> &[ListLine] {
        self.lists.get(activity).map_or(&[], Vec::as_slice)
    }

    /// The same of these lists and of whose readings are, and nothing of what was asked: of what was taken out nothing is.
    pub(super) fn facts_alone(&self) -> Self {
        Self { lists: self.lists.clone(), single: self.single.clone(), ..Self::default() }
    }

    /// Notes of every line of an edition whether it has one target.
    fn note_single(&mut self, plan: &Plan, until: IsoDate) {
        for (.., line) in plan.lines() {
            self.single.entry(line.id.clone()).or_default().push((until, single_of(line)));
        }
    }

    /// Whether what names no target of a line is of this one: the only one that the line had on the day, by the edition then
    /// in force. What was nobody's becomes nobody's own by an agreement, nor does what was one target's become nobody's.
    pub(super) fn owns(&self, line: &Indicator, target: &Target, day: IsoDate) -> bool {
        let then = self.single.get(&line.id).and_then(|then| then.iter().find(|(until, _)| day < *until));
        match then {
            Some((_, single)) => single.as_ref() == Some(&target.id),
            None => line.targets.len() == 1,
        }
    }

    fn asked(&self, target: &Id) -> impl Iterator<Item = &Asked<'a>> {
        self.asked.get(target).into_iter().flatten()
    }

    /// What is asked of an event, by the edition of its last day: `own` by the one in force. Nothing, where the edition of that day
    /// asked nothing of each event, or of another sort than today's.
    pub(super) fn of_event<'s>(&'s self, end: IsoDate, own: &'s Asks<'a>) -> Option<&'s Asks<'a>> {
        if self.from.is_none_or(|from| from <= end) {
            return Some(own);
        }
        let of_day = self.asked(&own.target.id).find(|asked| asked.span.contains(end));
        let asks = of_day.map(|asked| &asked.asks).filter(|asks| asks.every.is_none());
        asks.filter(|asks| asks.of_shares == own.of_shares)
    }

    /// The periods of a target, each with what is asked of it: of those that ended before the edition in force by the editions
    /// before it, in their windows, of the others by `own`.
    pub(super) fn periods<'s>(&'s self, own: &'s Asks<'a>) -> Vec<(DateRange, &'s Asks<'a>, Turned)> {
        let mut out = Vec::new();
        for Asked { span, asks } in self.asked(&own.target.id) {
            out.extend(turns(asks, |end| span.contains(end)));
        }
        out.extend(turns(own, |end| self.from.is_none_or(|from| from <= end)));
        out
    }

    /// The periods of a target that earlier editions asked for one thing in, and those of `own`: each day is in one of them.
    pub(super) fn periods_of_one(&self, target: &Id, own: Vec<DateRange>) -> Vec<DateRange> {
        let mut out = Vec::new();
        for Asked { span, asks } in self.asked(target).filter(|asked| asks_for_one(asked.asks.target)) {
            out.extend(turns(asks, |end| span.contains(end)).map(|(period, ..)| period));
        }
        let apart = |period: &DateRange, out: &[DateRange]| {
            !out.iter().any(|of| of.start <= period.end && period.start <= of.end)
        };
        for period in own {
            if apart(&period, &out) {
                out.push(period);
            }
        }
        out
    }

    /// Whether the edition of a day asked for a percent of the target; nothing where it asked nothing that turns, or is in force.
    pub(super) fn of_shares(&self, target: &Id, day: IsoDate) -> Option<bool> {
        self.asked(target).find(|asked| asked.span.contains(day)).map(|asked| asked.asks.of_shares)
    }

    /// Whether it ever mattered on which network something stands.
    pub(super) fn by_network(&self, target: &Id) -> bool {
        self.asked(target).any(|asked| asked.asks.networks.matter() || asked.asks.has_networks_for_parts())
    }
}

/// The periods of an asking that end on certain days, with what it asks of each.
fn turns<'s, 'a>(
    asks: &'s Asks<'a>,
    ends: impl Fn(IsoDate) -> bool,
) -> impl Iterator<Item = (DateRange, &'s Asks<'a>, Turned)> {
    let turned = asks.of_period();
    let periods = asks.every.filter(|_| turned.is_some()).map(|(every, window)| periods_of(window, every));
    let ended = periods.unwrap_or_default().into_iter().filter(move |period| ends(period.end));
    ended.filter_map(move |period| Some((period, asks, turned?)))
}

/// The only target of a line; nothing where there are several, or none.
fn single_of(line: &Indicator) -> Option<Id> {
    match line.targets.as_slice() {
        [target] => Some(target.id.clone()),
        _ => None,
    }
}

/// What an edition asks of a target; nothing of one that holds in total.
fn asks_of<'a>(
    plan: &Plan,
    readings: &Readings,
    policy: &Policy,
    line: &LineOf<'a>,
    target: &'a Target,
) -> Option<Asks<'a>> {
    let asks = || {
        let need = need::Asked::of_line(line, target, readings, policy).need();
        Asks::of(readings, policy, line, target, need)
    };
    if target.each.as_ref().is_some_and(|each| each.of == EachOf::Event) {
        return asks();
    }
    let every = every_of(readings, line, target)?;
    let window = window_of(plan, readings, line).or(plan.period)?;
    Some(asks()?.within(every, window))
}

/// The days a line is to be done in.
fn window_of(plan: &Plan, readings: &Readings, line: &LineOf<'_>) -> Option<DateRange> {
    let answer = [&line.activity.id, &line.task.id].into_iter().find_map(|id| readings.of(id, Question::Due));
    let window = window::answered(plan, window::window_of(plan, line.activity.due.as_ref()), answer);
    window::answered(plan, window, readings.of(&line.indicator.id, Question::Due))
}
