//! What every part of the report looks things up in.

use std::collections::{BTreeMap, BTreeSet};

use crate::assess::{
    Assessment, EventStanding, Figure, Headline, ImpactStanding, LineEvidence, Progress, Reason, ReasonCode,
    after_event, day_of_month, evidence_of,
};
use crate::facts::{Evidence, Fact, Observations};
use crate::finding::{Param, ParamValue, fill};
use crate::language::{
    Language, Saying, format_amount, format_day, format_day_year, format_range, format_share, quantity,
    unit_after, word,
};
use crate::plan::{
    Activity, Approver, Due, EACH_TIME, Frequency, Indicator, Plan, Question, Target, UnitCode,
};
use crate::report::model::LineRef;
use crate::report::reasons;
use crate::value::{Amount, DateRange, Id, IsoDate};

/// Said where there is no figure.
pub(in crate::report) const NOTHING: &str = "—";

/// The plan, the assessment and the facts, by id.
pub(in crate::report) struct Context<'a> {
    pub(in crate::report) plan: &'a Plan,
    pub(in crate::report) assessment: &'a Assessment,
    pub(in crate::report) language: Language,
    lines: BTreeMap<&'a Id, (&'a Activity, &'a Indicator)>,
    printed: BTreeMap<Id, LineRef>,
    events: BTreeMap<&'a Id, &'a EventStanding>,
    evidence: BTreeMap<&'a Id, &'a Evidence>,
    attached: Vec<LineEvidence>,
}

impl<'a> Context<'a> {
    pub(in crate::report) fn new(
        plan: &'a Plan,
        assessment: &'a Assessment,
        observations: &'a Observations,
        language: Language,
    ) -> Self {
        let events = assessment.events.iter();
        Self {
            plan,
            assessment,
            language,
            lines: plan.lines().map(|(_, activity, line)| (&line.id, (activity, line))).collect(),
            printed: printed(plan, language),
            events: events.flat_map(|event| records(event).map(move |id| (id, event))).collect(),
            evidence: evidence(observations, assessment.as_of),
            attached: evidence_of(plan, observations, assessment.as_of, &assessment.policy),
        }
    }

    /// A word of the glossary.
    pub(in crate::report) fn word(&self, key: &str) -> &'static str {
        word(key, self.language).unwrap_or_default()
    }

    /// The indicator line of an id.
    pub(in crate::report) fn line(&self, id: &Id) -> Option<&'a Indicator> {
        self.lines.get(id).map(|(_, line)| *line)
    }

    /// The activity of a line.
    pub(in crate::report) fn activity_of(&self, line: &Id) -> Option<&'a Id> {
        self.lines.get(line).map(|(activity, _)| &activity.id)
    }

    /// Whether a line, of the tasks or of the social-impact block, is overdue.
    pub(in crate::report) fn is_overdue(&self, id: &Id) -> bool {
        let of_block = |line: &ImpactStanding| line.id == *id && line.progress == Progress::Overdue;
        let tasks = self.assessment.tasks.iter().flat_map(|task| &task.activities);
        tasks
            .flat_map(|activity| &activity.lines)
            .any(|line| line.id == *id && line.headline == Headline::Overdue)
            || self.assessment.impact.iter().any(of_block)
    }

    /// A line (or task, activity, impact line) as a reader knows it.
    pub(in crate::report) fn line_ref(&self, id: &Id) -> LineRef {
        self.printed.get(id).cloned().unwrap_or_else(|| LineRef {
            id: id.clone(),
            number: id.to_string(),
            name: String::new(),
        })
    }

    /// The printed numbers of those of the ids that are lines, activities or tasks.
    pub(in crate::report) fn numbers(&self, ids: &[Id]) -> Vec<String> {
        ids.iter().filter_map(|id| self.printed.get(id)).map(|line| line.number.clone()).collect()
    }

    /// The event of an id, or the one its record was joined with.
    pub(in crate::report) fn event(&self, id: &Id) -> Option<&'a EventStanding> {
        self.events.get(id).copied()
    }

    /// An event by its name, its part, or just "event".
    pub(in crate::report) fn event_name(&self, event: &EventStanding) -> String {
        match (&event.name, &event.part) {
            (Some(name), _) => name.clone(),
            (None, Some(part)) => format!("{}: {part}", self.word("event")),
            (None, None) => self.word("event").to_owned(),
        }
    }

    /// An event by its day and name.
    pub(in crate::report) fn event_label(&self, event: &EventStanding) -> String {
        format!("{}, {}", self.day(event.range.start), self.event_name(event))
    }

    /// The last day for what belongs to an event: the event's own, or the deadline's where that is so many days after
    /// each event. An answer takes the place of the words.
    pub(in crate::report) fn due_after(&self, line: &Id, event: &EventStanding) -> IsoDate {
        after_event(self.due_in_words(line), event.range.end).unwrap_or(event.range.end)
    }

    /// The last day for what a period owes: its own, or the day of the month that the deadline names.
    pub(in crate::report) fn due_in(&self, line: &Id, target: &Target, period: DateRange) -> IsoDate {
        let monthly = target.every.is_none_or(|every| every == Frequency::Month);
        let due = self.due_in_words(line).filter(|_| monthly);
        day_of_month(due, period).unwrap_or(period.end)
    }

    /// The deadline of a line where its words hold: not where somebody answered when it is due.
    fn due_in_words(&self, line: &Id) -> Option<&'a Due> {
        let (task, activity, _) = self.plan.lines().find(|(.., known)| known.id == *line)?;
        let about = |id: &Id| id == line || *id == activity.id || *id == task.id;
        let mut readings = self.assessment.readings.iter();
        let answered = readings.any(|reading| {
            reading.question == Question::Due && reading.answer != EACH_TIME && about(&reading.line)
        });
        activity.due.as_ref().filter(|_| !answered)
    }

    /// What an item of evidence is.
    pub(in crate::report) fn evidence(&self, item: &Id) -> Option<&'a Evidence> {
        self.evidence.get(item).copied()
    }

    /// A day in short, with the year where it is not the report's.
    pub(in crate::report) fn day(&self, date: IsoDate) -> String {
        if date.year() == self.assessment.as_of.year() { format_day(date) } else { format_day_year(date) }
    }

    /// So much of what a target counts: in its own unit, else in what its line counts.
    pub(in crate::report) fn amount_of(&self, line: &Indicator, target: &Target, amount: Amount) -> String {
        if line.asks_for_share(target) {
            let numerator = self.word("numerator").to_lowercase();
            return format!("{} ({numerator})", format_amount(amount, self.language));
        }
        match &target.unit {
            Some(unit) if unit.code == UnitCode::Other => {
                format!("{}\u{a0}{}", format_amount(amount, self.language), unit.text)
            }
            Some(unit) if unit_after(amount, unit.code.key(), self.language).is_some() => {
                quantity(amount, unit.code.key(), self.language)
            }
            _ => quantity(amount, line.kind_of(target).key(), self.language),
        }
    }

    /// The evidence attached to every line on the assessed day, in the annex's order.
    pub(in crate::report) fn attached(&self) -> &[LineEvidence] {
        &self.attached
    }

    /// A figure as it stands in a column: without its unit, a share with both its parts.
    pub(in crate::report) fn figure(&self, figure: Option<Figure>) -> String {
        match figure {
            Some(Figure::Amount { amount }) => format_amount(amount, self.language),
            Some(Figure::Share { share }) => format_share(share, self.language),
            None => NOTHING.into(),
        }
    }

    /// A reason in words.
    pub(in crate::report) fn reason(&self, reason: &Reason) -> String {
        if let Some(approval) = approval_awaited(reason) {
            return approval.get(self.language).to_owned();
        }
        let template = reasons::saying(reason.code).get(self.language);
        let said = fill(template, &self.with_its_days(reason), self.language);
        let event = reason.params.iter().find_map(|param| match &param.value {
            ParamValue::Id { id } if reason.code == ReasonCode::RowsDiffer => self.event(id),
            _ => None,
        });
        match event {
            Some(event) => format!("{said} ({})", self.event_label(event)),
            None => said,
        }
    }

    /// The parameters of a reason in words; of what belongs to a period the days of it, which need not be a month.
    fn with_its_days(&self, reason: &Reason) -> Vec<Param> {
        let mut params = self.in_words(&reason.params);
        if let Some(days) = days_of(reason) {
            let said = format_range(days, self.language);
            params.iter_mut().filter(|param| param.name == "month").for_each(|param| {
                *param = Param::text("month", &said);
            });
        }
        params
    }

    /// Parameters with ids of events and lines put into words.
    pub(in crate::report) fn in_words(&self, params: &[Param]) -> Vec<Param> {
        let say = |param: &Param| match &param.value {
            ParamValue::Id { id } => match self.event(id) {
                Some(event) => Param::text(&param.name, &self.event_label(event)),
                None => Param::number(&param.name, &self.line_ref(id).number),
            },
            _ => param.clone(),
        };
        params.iter().map(say).collect()
    }
}

/// The days of the period that a reason is of: from `from`, else from the beginning of its month, to `until`.
fn days_of(reason: &Reason) -> Option<DateRange> {
    let (mut month, mut from, mut until) = (None, None, None);
    for param in &reason.params {
        match (param.name.as_str(), &param.value) {
            ("month", ParamValue::Month { month: first }) => month = Some(*first),
            ("from", ParamValue::Date { date }) => from = Some(*date),
            ("until", ParamValue::Date { date }) => until = Some(*date),
            _ => {}
        }
    }
    Some(DateRange { start: from.or(month)?, end: until? })
}

/// What is said of the approval that a reason misses.
fn approval_awaited(reason: &Reason) -> Option<Saying> {
    let awaited = reason.params.iter().filter(|_| reason.code == ReasonCode::ApprovalMissing);
    let by = awaited.filter_map(|param| match &param.value {
        ParamValue::Word { key } => Some(key),
        _ => None,
    });
    let approvers = [Approver::LocalExecutiveBody, Approver::Leader];
    by.filter_map(|key| approvers.into_iter().find(|by| by.key() == key)).map(reasons::approval).next()
}

/// Ids of the records that tell of an event.
fn records(event: &EventStanding) -> impl Iterator<Item = &Id> {
    event.joined.iter().chain(&event.probable_doubles).chain([&event.id])
}

/// Every goal, expected result, task, activity, line and impact line as a reader knows it.
fn printed(plan: &Plan, language: Language) -> BTreeMap<Id, LineRef> {
    let entry = |id: &Id, number: String, name: &str| LineRef { id: id.clone(), number, name: name.into() };
    let mut printed = BTreeMap::new();
    let mut apart = Apart::default();
    for (id, text) in plan.numbered_texts() {
        let (field, number) = id.as_str().split_once('.').unwrap_or_default();
        let named = word(if field == "goals" { "goal" } else { "expectedResult" }, language);
        let label = numbered(named.unwrap_or_default(), number, language);
        printed.insert(id.clone(), entry(&id, label, text));
    }
    for task in &plan.tasks {
        let label = super::task_label(task, language).unwrap_or_else(|| task.title.clone());
        printed.insert(task.id.clone(), entry(&task.id, apart.named(label), &task.title));
    }
    for (_, activity) in plan.activities() {
        let activity_word = word("activity", language).unwrap_or_default();
        let label = numbered(activity_word, &activity.number, language);
        printed.insert(activity.id.clone(), entry(&activity.id, apart.named(label), &activity.title));
    }
    for line in &plan.impact {
        printed
            .insert(line.id.clone(), entry(&line.id, apart.named(format!("IV.{}", line.number)), &line.name));
    }
    for (_, _, line) in plan.lines() {
        printed.insert(line.id.clone(), entry(&line.id, apart.named(line.number.clone()), &line.name));
    }
    // An answer may be about one target of a line, which people know by the number of its line.
    for (line, targets) in plan.promises() {
        let Some(known) = printed.get(line).cloned() else { continue };
        for target in targets {
            printed.entry(target.id.clone()).or_insert_with(|| known.clone());
        }
    }
    printed
}

/// Tells apart what bears one number: two tasks 1 have two lines 1.1, of which the second is shown as `1.1_2`, under which
/// the register keeps its folder.
#[derive(Default)]
struct Apart {
    taken: BTreeSet<String>,
    /// What to try next for a number that was met before: of very many alike none is looked for from the start.
    next: BTreeMap<String, u32>,
}

impl Apart {
    /// A number, or where it is taken the first that is free.
    fn named(&mut self, number: String) -> String {
        if self.taken.insert(number.clone()) {
            return number;
        }
        let mut count = self.next.get(&number).copied().unwrap_or(2);
        let mut free = format!("{number}_{count}");
        while !self.taken.insert(free.clone()) {
            count = count.saturating_add(1);
            free = format!("{number}_{count}");
        }
        self.next.insert(number, count.saturating_add(1));
        free
    }
}

/// A thing by its number, as a language puts them: "3-мақсат", "Goal 3".
pub(super) fn numbered(word: &str, number: &str, language: Language) -> String {
    match language {
        Language::Kazakh => format!("{number}-{}", word.to_lowercase()),
        Language::Russian | Language::English => format!("{word} {number}"),
    }
}

/// The items of evidence of a day; of an item that was recorded twice the later record, as it is counted.
fn evidence(observations: &Observations, day: IsoDate) -> BTreeMap<&Id, &Evidence> {
    let mut last = BTreeMap::new();
    for observation in observations.holding_on(day) {
        if let Fact::Evidence { body } = &observation.fact {
            let key = (observation.on, &observation.clock, &observation.entry);
            let kept = last.entry(&body.item).or_insert((key, body.as_ref()));
            if key > kept.0 {
                *kept = (key, body.as_ref());
            }
        }
    }
    last.into_iter().map(|(item, (_, body))| (item, body)).collect()
}
