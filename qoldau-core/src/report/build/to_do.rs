//! What to do next, by date.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::Context;
use super::lacks::{From, and_more, approvals_in_words, is_open, lacks, shown_of, why_open};
use super::status::{progress_key, proof_key};
use crate::assess::{
    EventStanding, Headline, ImpactStanding, LineStanding, Progress, Reason, ReasonCode, TargetStanding,
};
use crate::finding::uncapitalised;
use crate::language::collate::compare;
use crate::language::{Language, format_range};
use crate::plan::{Indicator, Target};
use crate::report::model::{LineRef, ToDo, ToDoItem, ToDoKind};
use crate::report::phrases;
use crate::value::{DateRange, Id, IsoDate};

/// Where a missing thing belongs.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    date: Option<IsoDate>,
    kind: ToDoKind,
    /// The event, or the first day of the period.
    of: String,
}

/// Where a missing thing is told of.
struct Place {
    date: Option<IsoDate>,
    kind: ToDoKind,
    of: String,
    label: Option<String>,
}

/// What is said of a line: words that several lines may share, or a figure of this line alone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Words,
    Figure,
}

/// Whether a reason tells a figure of its own line; how many events are planned and held is one of their activity.
const fn sort_of(code: ReasonCode) -> Sort {
    use ReasonCode::{EventAbove, EvidenceUncounted, Missing, PeopleUncounted, PeriodAbove, StillAbove};
    match code {
        EventAbove | EvidenceUncounted | Missing | PeopleUncounted | PeriodAbove | StillAbove => Sort::Figure,
        _ => Sort::Words,
    }
}

/// The groups while they are gathered.
struct Gathering<'a> {
    context: &'a Context<'a>,
    groups: BTreeMap<Key, ToDo>,
}

/// Lines that are not due yet are named so many days before their last day.
const SOON: i32 = 14;

/// Everything that is missing from lines that need action or are overdue, and from those that are not due yet and will be
/// over within two weeks. Every such line is in the list.
pub(super) fn to_do(context: &Context<'_>) -> Vec<ToDo> {
    let mut gathering = Gathering { context, groups: BTreeMap::new() };
    for activity in context.assessment.tasks.iter().flat_map(|task| &task.activities) {
        for standing in &activity.lines {
            gathering.line(standing, activity.window);
        }
    }
    for standing in &context.assessment.impact {
        gathering.impact(standing);
    }
    let mut groups: Vec<ToDo> = gathering.groups.into_values().collect();
    groups.sort_by(|a, b| in_order(a, b, context.language));
    groups
}

/// By date, what has no date last; within a day events, periods and deadlines, each by the alphabet.
fn in_order(a: &ToDo, b: &ToDo, language: Language) -> Ordering {
    let label = |group: &ToDo| group.label.clone().unwrap_or_default();
    (a.date.is_none(), a.date, a.kind)
        .cmp(&(b.date.is_none(), b.date, b.kind))
        .then_with(|| compare(&label(a), &label(b), language))
}

/// Whether a line has something to do.
pub(super) fn has_to_do(line: &LineStanding, as_of: IsoDate) -> bool {
    line.targets.iter().any(|target| is_to_do(target, as_of))
}

/// Whether a target is open, or its time has not come and is over soon: a single day is not to be missed because it was
/// told of on the day itself.
fn is_to_do(target: &TargetStanding, as_of: IsoDate) -> bool {
    let soon = |window: DateRange| as_of.days_until(window.end) <= SOON;
    is_open(target.headline) || target.headline == Headline::NotDue && target.window.is_some_and(soon)
}

impl Gathering<'_> {
    /// Takes what a line lacks.
    fn line(&mut self, standing: &LineStanding, activity_window: Option<DateRange>) {
        let Some(line) = self.context.line(&standing.id) else { return };
        let (mut due, mut any) = (activity_window, false);
        let as_of = self.context.assessment.as_of;
        for target_standing in standing.targets.iter().filter(|target| is_to_do(target, as_of)) {
            any = true;
            due = target_standing.window.or(activity_window);
            let target = line.targets.iter().find(|target| target.id == target_standing.id);
            let counted = target.is_some_and(|target| self.target(line, target, target_standing, due));
            let conditions = self.conditions(line, target_standing, due);
            if !counted && !conditions && standing.approvals_missing.is_empty() {
                self.why(line, target_standing, due);
            }
        }
        for what in approvals_in_words(self.context, standing).into_iter().filter(|_| any) {
            self.by_deadline(&line.id, &what, due);
        }
    }

    /// Takes what a figure of the impact block lacks once the project has begun.
    fn impact(&mut self, standing: &ImpactStanding) {
        let period = self.context.plan.period;
        if matches!(
            standing.progress,
            Progress::NotStarted | Progress::Open | Progress::Behind | Progress::Overdue
        ) {
            use ReasonCode::{AboveLimit, Missing, NoData, StillAbove};
            let to_do = |code| matches!(code, Missing | StillAbove | AboveLimit | NoData);
            for reason in standing.reasons.iter().filter(|reason| to_do(reason.code)) {
                let said = uncapitalised(&self.context.reason(reason));
                self.on_deadline(&standing.id, said, sort_of(reason.code), period);
            }
        }
    }

    /// Takes what a target lacks; says whether it lacks anything that can be counted.
    fn target(
        &mut self,
        line: &Indicator,
        target: &Target,
        standing: &TargetStanding,
        due: Option<DateRange>,
    ) -> bool {
        let lacks = lacks(self.context, line, target, standing);
        let said = !lacks.is_empty();
        let (shown, more) = shown_of(lacks);
        for lack in shown {
            match lack.from {
                From::Event(event) => self.by_event(line, lack.what, event),
                From::Period(range) | From::Next(range) => self.by_period(line, target, lack.what, range),
                From::Whole => self.on_deadline(&line.id, uncapitalised(&lack.what), Sort::Figure, due),
            }
        }
        if more > 0 {
            let said = uncapitalised(&and_more(more, self.context.language));
            self.on_deadline(&line.id, said, Sort::Figure, due);
        }
        said
    }

    /// Takes what has to happen besides any number: events to hold, documents to bring, a number to record, a remark to
    /// answer; says whether there is any.
    fn conditions(&mut self, line: &Indicator, standing: &TargetStanding, due: Option<DateRange>) -> bool {
        use ReasonCode::{DocumentMissing, EventsOpen, EvidenceUncounted, PeopleUncounted, Returned};
        let of = |reason: &&Reason| {
            let code = reason.code;
            matches!(code, EventsOpen | DocumentMissing | EvidenceUncounted | PeopleUncounted | Returned)
        };
        let reasons: Vec<&Reason> = standing.reasons.iter().filter(of).collect();
        for reason in &reasons {
            self.reason(line, reason, due);
        }
        !reasons.is_empty()
    }

    /// Takes why a target that lacks nothing that can be named is open all the same: its first reason.
    fn why(&mut self, line: &Indicator, standing: &TargetStanding, due: Option<DateRange>) {
        let why = why_open(standing);
        match why.as_slice() {
            [_, ..] => why.into_iter().for_each(|reason| self.reason(line, reason, due)),
            [] if standing.claimed.is_none() => {
                self.by_deadline(&line.id, self.context.word("noData"), due);
            }
            // What is met and only lacks its proof is not called "met" among what is to be done.
            [] => {
                let met = matches!(standing.progress, Progress::Met | Progress::Exceeded);
                let unproven = proof_key(standing).filter(|_| met);
                let key = unproven.unwrap_or_else(|| progress_key(standing.progress));
                self.by_deadline(&line.id, self.context.word(key), due);
            }
        }
    }

    fn reason(&mut self, line: &Indicator, reason: &Reason, due: Option<DateRange>) {
        let said = self.context.reason(reason);
        // A name at its beginning stays as it is.
        let named = matches!(reason.code, ReasonCode::PeriodAbove | ReasonCode::EventAbove);
        let said = if named { said } else { uncapitalised(&said) };
        self.on_deadline(&line.id, said, sort_of(reason.code), due);
    }

    fn by_event(&mut self, line: &Indicator, what: String, event: &Id) {
        let standing = self.context.event(event);
        let date = standing.map(|event| self.context.due_after(&line.id, event));
        // What is due on another day than the event's is told with the day of the event.
        let name = |event: &EventStanding| match date {
            Some(date) if date != event.range.end => self.context.event_label(event),
            _ => self.context.event_name(event),
        };
        let label = standing.map_or_else(|| event.to_string(), name);
        let place = Place { date, kind: ToDoKind::Event, of: event.to_string(), label: Some(label) };
        self.add(place, &line.id, what, Sort::Figure);
    }

    fn by_period(&mut self, line: &Indicator, target: &Target, what: String, range: DateRange) {
        let label = format_range(range, self.context.language);
        let date = self.context.due_in(&line.id, target, range);
        let place = Place {
            date: Some(date),
            kind: ToDoKind::Period,
            of: range.start.to_string(),
            label: Some(label),
        };
        self.add(place, &line.id, what, Sort::Figure);
    }

    fn by_deadline(&mut self, line: &Id, what: &str, due: Option<DateRange>) {
        self.on_deadline(line, uncapitalised(what), Sort::Words, due);
    }

    fn on_deadline(&mut self, line: &Id, what: String, sort: Sort, due: Option<DateRange>) {
        let label = due.map(|_| self.context.word("deadline").to_lowercase());
        let date = due.map(|due| due.end);
        self.add(Place { date, kind: ToDoKind::Deadline, of: String::new(), label }, line, what, sort);
    }

    /// Adds a missing thing to its group. The same words of several lines of an activity are said once; figures are
    /// not, because amounts of different lines are never added.
    fn add(&mut self, place: Place, line: &Id, what: String, sort: Sort) {
        let Place { date, kind, of, label } = place;
        let context = self.context;
        let date_text =
            || date.map_or_else(|| phrases::NO_DATE.get(context.language).into(), |day| context.day(day));
        let group = self.groups.entry(Key { date, kind, of }).or_insert_with(|| ToDo {
            date,
            date_text: date_text(),
            past: date.is_some_and(|date| date < context.assessment.as_of),
            overdue: false,
            kind,
            label,
            items: Vec::new(),
        });
        group.overdue |= context.is_overdue(line);
        let activity = context.activity_of(line);
        let line: LineRef = context.line_ref(line);
        let of_activity =
            |item: &ToDoItem| item.lines.iter().all(|of| context.activity_of(&of.id) == activity);
        let same = |item: &&mut ToDoItem| sort == Sort::Words && item.what == what && of_activity(item);
        match group.items.iter_mut().find(same) {
            Some(item) if !item.lines.contains(&line) => item.lines.push(line),
            Some(_) => {}
            None => group.items.push(ToDoItem { what, lines: vec![line] }),
        }
    }
}
