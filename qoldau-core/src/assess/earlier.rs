//! What earlier editions of the plan asked for: periods and events of their time are judged by them.

use std::collections::{BTreeMap, BTreeSet};

use super::items::asks_for_list_of_each_event;
use super::ledger::Ledger;
use super::need::{Asked, Meant, Need};
use super::networks::Networks;
use super::periods::periods_of;
use super::readings::{LineOf, Readings};
use super::turns::every_of;
use super::window;
use crate::facts::Observation;
use crate::plan::reconcile::outdated;
use crate::plan::{EachOf, Frequency, Indicator, Plan, PlanReading, Policy, Question, Target};
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
        Readings::gather(plan, ledger, |reading, by| self.is_about(last, reading, by))
    }
}

/// First day of a plan's edition.
fn since(plan: &Plan) -> Option<IsoDate> {
    plan.latest_edition().and_then(|edition| edition.effective_from)
}

/// How a target turns.
#[derive(Debug, Clone, Copy)]
enum Turn {
    /// It holds for each event.
    Event,
    /// It recurs within a window.
    Every(Frequency, DateRange),
}

/// What an edition asked of a target.
#[derive(Debug, Clone, Copy)]
struct Asking {
    /// The days of the edition.
    span: Span,
    meant: Meant,
    amount: Amount,
    /// Whether the amount is a percent.
    of_shares: bool,
    turn: Turn,
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
pub(super) struct Earlier {
    /// By target, the oldest first.
    asked: BTreeMap<Id, Vec<Asking>>,
    /// First day of the edition in force; nothing where it is the first.
    from: Option<IsoDate>,
    /// By activity, the lines that asked for a list of each event.
    lists: BTreeMap<Id, Vec<ListLine>>,
    /// By line, the oldest first: until when it had one target or several, where that is otherwise today.
    single: BTreeMap<Id, Vec<(IsoDate, Option<Id>)>>,
}

impl Earlier {
    /// Looks at every edition but the one in force.
    pub(super) fn gather(editions: &Editions<'_>, ledger: &Ledger<'_>, policy: &Policy) -> Self {
        let mut earlier = Self { from: editions.changes.last().map(|(from, _)| *from), ..Self::default() };
        for (at, (plan, (until, _))) in editions.plans.iter().zip(&editions.changes).enumerate() {
            let readings = Readings::gather(plan, ledger, |reading, by| editions.is_about(at, reading, by));
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
                    let Some(turn) = turn_of(plan, &readings, &line, target) else { continue };
                    let need = Asked::of_line(&line, target, &readings, policy).need();
                    let (meant, amount, of_shares) = match (need, turn) {
                        (Need::All, _) => (Meant::AtLeast, Some(Amount::HUNDRED), true),
                        (Need::Percent(meant, percent), _) => (meant, Some(percent), true),
                        (Need::Number(meant, amount), Turn::Event) => (meant, Some(amount), false),
                        (Need::Number(meant, amount), Turn::Every(..)) => {
                            let networks = Networks::of(&readings, policy, &line, target);
                            (meant, networks.scaled(target, amount), false)
                        }
                        _ => continue,
                    };
                    let Some(amount) = amount else { continue };
                    let asking = Asking { span, meant, amount, of_shares, turn };
                    earlier.asked.entry(target.id.clone()).or_default().push(asking);
                }
            }
        }
        let today = editions.in_force().into_iter().flat_map(Plan::lines);
        let today: BTreeMap<&Id, Option<Id>> = today.map(|(.., line)| (&line.id, single_of(line))).collect();
        let otherwise =
            |now: &Option<Id>, then: &[(IsoDate, Option<Id>)]| then.iter().any(|(_, of)| of != now);
        earlier.single.retain(|line, then| today.get(line).is_some_and(|now| otherwise(now, then)));
        earlier
    }

    /// The lines of an activity that asked for a list of each event, whatever the edition in force asks of them: a list of an
    /// event of that time is an attendance list.
    pub(super) fn lists_of(&self, activity: &Id) -> &[ListLine] {
        self.lists.get(activity).map_or(&[], Vec::as_slice)
    }

    /// The same of these lists, and nothing of what was asked.
    pub(super) fn lists_alone(&self) -> Self {
        Self { lists: self.lists.clone(), ..Self::default() }
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

    /// What was asked of an event that ended on a day before the edition in force: nothing, where the edition of that
    /// day asked nothing of each event. Of later events, nothing is said here. `of_shares`: whether a percent is asked for.
    pub(super) fn of_event(&self, target: &Id, end: IsoDate, of_shares: bool) -> Option<Turned> {
        self.from.filter(|from| end < *from)?;
        let mut asked = self.asked.get(target).into_iter().flatten().filter(|of| of.of_shares == of_shares);
        let of_day = asked.find(|asking| asking.span.contains(end) && matches!(asking.turn, Turn::Event));
        Some(of_day.map_or((Meant::AtLeast, Amount::ZERO), |asking| (asking.meant, asking.amount)))
    }

    /// The periods of a target with what each owes, and whether it owes it by the edition in force: those that ended
    /// before it by the editions before it, the others by its own window and number.
    pub(super) fn periods(
        &self,
        target: &Id,
        (window, every): (DateRange, Frequency),
        own: Turned,
        of_shares: bool,
    ) -> Vec<(DateRange, Turned, bool)> {
        let mut out = Vec::new();
        let asked = self.asked.get(target).into_iter().flatten();
        for asking in asked.filter(|asking| asking.of_shares == of_shares) {
            let Turn::Every(every, window) = asking.turn else { continue };
            let ended =
                periods_of(window, every).into_iter().filter(|period| asking.span.contains(period.end));
            out.extend(ended.map(|period| (period, (asking.meant, asking.amount), false)));
        }
        let in_force = |period: &DateRange| self.from.is_none_or(|from| from <= period.end);
        let periods = periods_of(window, every).into_iter().filter(in_force);
        out.extend(periods.map(|period| (period, own, true)));
        out
    }
}

/// The only target of a line; nothing where there are several, or none.
fn single_of(line: &Indicator) -> Option<Id> {
    match line.targets.as_slice() {
        [target] => Some(target.id.clone()),
        _ => None,
    }
}

/// How a target turns; nothing of one that holds in total.
fn turn_of(plan: &Plan, readings: &Readings, line: &LineOf<'_>, target: &Target) -> Option<Turn> {
    if target.each.as_ref().is_some_and(|each| each.of == EachOf::Event) {
        return Some(Turn::Event);
    }
    let window = window_of(plan, readings, line).or(plan.period)?;
    every_of(readings, line, target).map(|every| Turn::Every(every, window))
}

/// The days a line is to be done in.
fn window_of(plan: &Plan, readings: &Readings, line: &LineOf<'_>) -> Option<DateRange> {
    let answer = [&line.activity.id, &line.task.id].into_iter().find_map(|id| readings.of(id, Question::Due));
    let window = window::answered(plan, window::window_of(plan, line.activity.due.as_ref()), answer);
    window::answered(plan, window, readings.of(&line.indicator.id, Question::Due))
}
