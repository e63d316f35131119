//! Block III: tasks, activities and their indicator lines.

use std::collections::BTreeMap;

use super::days::between;
use super::findings::Findings;
use super::general::without_bullet;
use super::known::{Known, Name};
use super::model::{Line, joined};
use super::pairing::{Item, Pair, apart, contradicts, in_order, items, most_plausible, one_by_one};
use super::phase::relative_due;
use super::rules::{
    DEADLINE_INHERITED, NEEDS_PAIRING, SEVERAL_NUMBERS, TARGET_MISSING, UNREAD_DEADLINE, UNREAD_TARGET,
};
use super::scale::{with_unit_of_name, with_verb_of_name};
use crate::finding::{Finding, Param, Place};
use crate::plan::{
    Accumulation, Activity, Bound, Due, DueContext, Each, Frequency, GrantTask, Indicator, IndicatorKind,
    Target, TargetRule, TaskKind, Unpaired, accumulation_of, counts_followers, grows_to, is_mean,
    kind_by_unit, needs_period, often, read_due, says_in_all,
};
use crate::value::text::numbered;
use crate::value::{Amount, Id};

/// A task as its rows give it.
#[derive(Debug)]
pub(super) struct OpenTask {
    pub(super) kind: TaskKind,
    pub(super) number: Option<String>,
    pub(super) title: String,
    pub(super) place: Place,
    pub(super) activities: Vec<OpenActivity>,
}

/// An activity as its rows give it.
#[derive(Debug)]
pub(super) struct OpenActivity {
    pub(super) place: Place,
    pub(super) title: Vec<Line>,
    pub(super) venue: Vec<Line>,
    pub(super) channels: Vec<Line>,
    pub(super) due: OpenDue,
    /// Names and values, row by row.
    pub(super) rows: Vec<(Vec<Line>, Vec<Line>)>,
}

/// The deadline cell of an activity.
#[derive(Debug, Clone)]
pub(super) enum OpenDue {
    /// It holds words.
    Written(Line),
    /// There are two: the first day and the last.
    Between(Option<Line>, Option<Line>),
    /// It is one with the cell above.
    Merged,
    /// Nothing stands in it.
    Empty,
}

impl OpenDue {
    /// Whether words stand in it.
    pub(super) fn is_own(&self) -> bool {
        matches!(self, Self::Written(_) | Self::Between(..))
    }

    /// Whether it holds the same words as another.
    pub(super) fn says_as(&self, other: &Self) -> bool {
        let text = |line: &Option<Line>| line.as_ref().map(|line| line.text.clone());
        match (self, other) {
            (Self::Written(here), Self::Written(there)) => here.text == there.text,
            (Self::Between(first, last), Self::Between(other_first, other_last)) => {
                (text(first), text(last)) == (text(other_first), text(other_last))
            }
            _ => false,
        }
    }
}

/// Turns the rows of all tasks into the plan's tasks.
pub(super) fn close_tasks(
    tasks: Vec<OpenTask>,
    (context, without_period): (&DueContext, bool),
    findings: &mut Findings,
) -> Vec<GrantTask> {
    let mut closed: Vec<GrantTask> = Vec::new();
    let mut deadlines = Deadlines { context, without_period, read: BTreeMap::new() };
    let mut known = Known::default();
    for (task, ordinal) in tasks.into_iter().zip(1_u32..) {
        let Ok(id) = format!("t{ordinal}").parse::<Id>() else { break };
        let number = task.number.unwrap_or_else(|| ordinal.to_string());
        let dues = dues(&task.activities, &id, &mut deadlines, findings);
        let mut lines = Lines { task: &id, number: &number, count: 0, known: &mut known, findings };
        let activities = task
            .activities
            .into_iter()
            .zip(dues)
            .zip(1_u32..)
            .filter_map(|((activity, due), row)| lines.activity(activity, due, row))
            .collect();
        closed.push(GrantTask {
            id,
            number,
            kind: task.kind,
            title: task.title,
            source: Some(task.place),
            activities,
        });
    }
    closed
}

/// The deadlines read so far: rows repeat the same few words.
struct Deadlines<'a> {
    context: &'a DueContext,
    /// The project's period was not understood, which is told: deadlines that take their year from it have no other cause.
    without_period: bool,
    read: BTreeMap<String, Due>,
}

impl Deadlines<'_> {
    fn due(&mut self, text: &str) -> Due {
        if let Some(due) = self.read.get(text) {
            return due.clone();
        }
        let due = read_due(text, self.context);
        self.read.insert(text.to_owned(), due.clone());
        due
    }

    /// What is written of a deadline, and where; `place` where nothing is.
    fn written<'d>(&mut self, due: &'d OpenDue, place: &'d Place) -> (Due, &'d Place) {
        match due {
            OpenDue::Written(Line { text, place }) => (self.due(text), place),
            OpenDue::Between(first, last) => {
                let place = first.as_ref().or(last.as_ref()).map_or(place, |line| &line.place);
                (between(first.as_ref(), last.as_ref(), |text| self.due(text)), place)
            }
            OpenDue::Merged | OpenDue::Empty => (Due::Unread { text: String::new() }, place),
        }
    }
}

/// The id of the activity in a row of a task.
fn activity_id(task: &Id, row: u32) -> Option<Id> {
    task.within("-a", row).ok()
}

/// The deadlines of a task's activities. Empty cells take what the activity's own words say, otherwise the deadline
/// above, with one finding for all rows that took the same.
fn dues(
    activities: &[OpenActivity],
    task: &Id,
    known: &mut Deadlines<'_>,
    findings: &mut Findings,
) -> Vec<Option<Due>> {
    let mut dues: Vec<Option<Due>> = Vec::new();
    let mut written: Option<Due> = None;
    let mut heirs: Vec<(Id, Place)> = Vec::new();
    for (activity, row) in activities.iter().zip(1_u32..) {
        let Some(id) = activity_id(task, row) else { break };
        let due = match &activity.due {
            OpenDue::Written(_) | OpenDue::Between(..) => {
                inherited_finding(&mut heirs, written.as_ref(), findings);
                let (due, place) = known.written(&activity.due, &activity.place);
                let text = due.text();
                if matches!(due, Due::Unread { .. }) && !(known.without_period && needs_period(text)) {
                    let finding = Finding::new(&UNREAD_DEADLINE, place.clone());
                    findings.push(finding.lines([id]).param(Param::text("text", text)));
                }
                written = Some(due.clone());
                Some(due)
            }
            OpenDue::Merged => written.clone(),
            OpenDue::Empty => {
                let own = activity.title.first().and_then(|title| relative_due(&title.text, known.context));
                if own.is_none() && written.is_some() {
                    heirs.push((id, activity.place.clone()));
                }
                own.or_else(|| written.clone().map(inherit))
            }
        };
        dues.push(due);
    }
    inherited_finding(&mut heirs, written.as_ref(), findings);
    dues
}

/// A deadline as the row below takes it.
fn inherit(due: Due) -> Due {
    match due {
        Due::Range { start, end, end_time, text, .. } => {
            Due::Range { start, end, end_time, inherited: true, text }
        }
        other => other,
    }
}

/// One finding for the rows that took a deadline from above.
fn inherited_finding(heirs: &mut Vec<(Id, Place)>, due: Option<&Due>, findings: &mut Findings) {
    if let (Some((_, place)), Some(due)) = (heirs.first().cloned(), due) {
        let lines = std::mem::take(heirs).into_iter().map(|(id, _)| id);
        findings.push(
            Finding::new(&DEADLINE_INHERITED, place).lines(lines).param(Param::text("due", due.text())),
        );
    }
}

/// Numbers the lines of one task.
struct Lines<'a> {
    task: &'a Id,
    number: &'a str,
    count: u32,
    known: &'a mut Known,
    findings: &'a mut Findings,
}

impl Lines<'_> {
    /// Closes an activity.
    fn activity(&mut self, open: OpenActivity, due: Option<Due>, row: u32) -> Option<Activity> {
        let id = activity_id(self.task, row)?;
        let rest = open.title.get(1..).unwrap_or_default();
        let title = open.title.first().map(|line| line.text.clone()).unwrap_or_default();
        let paired = paired(open.rows, &title, &open.place, self.known);
        let place = paired.place.clone().unwrap_or_else(|| open.place.clone());
        let indicators: Vec<Indicator> =
            paired.pairs.into_iter().filter_map(|pair| self.indicator(pair)).collect();
        if let Some(unpaired) = &paired.unpaired {
            let finding = Finding::new(&NEEDS_PAIRING, place)
                .lines([id.clone()])
                .param(Param::count("names", unpaired.names.len()))
                .param(Param::count("values", unpaired.values.len()));
            self.findings.push(finding);
        } else {
            self.missing_targets(&indicators, place);
        }
        self.unread_targets(&indicators);
        self.several_numbers(&indicators);
        Some(Activity {
            id,
            number: numbered(self.number, ".", row),
            title,
            description: (!rest.is_empty()).then(|| joined(rest, "\n")),
            venue: (!open.venue.is_empty()).then(|| joined(&open.venue, " ")),
            channels: open.channels.into_iter().map(|line| line.text).collect(),
            due,
            source: Some(open.place),
            unpaired: paired.unpaired,
            indicators,
        })
    }

    /// The line of a name and its value.
    fn indicator(&mut self, pair: Pair) -> Option<Indicator> {
        self.count = self.count.checked_add(1)?;
        let id = self.task.within("-", self.count).ok()?;
        let number = numbered(self.number, ".", self.count);
        Some(indicator(id, number, pair.name, pair.value.as_deref(), Some(pair.place), self.known))
    }

    /// One finding for the lines of an activity that have no value.
    fn missing_targets(&mut self, indicators: &[Indicator], place: Place) {
        let without: Vec<Id> = indicators
            .iter()
            .filter(|line| line.targets.iter().all(|target| target.text.is_empty()))
            .map(|line| line.id.clone())
            .collect();
        if !without.is_empty() {
            let count = without.len();
            self.findings.push(
                Finding::new(&TARGET_MISSING, place).lines(without).param(Param::count("count", count)),
            );
        }
    }

    /// A finding for a line beside which several numbers stand, when nothing tells what each of them counts.
    fn several_numbers(&mut self, indicators: &[Indicator]) {
        let is_bare = |target: &&Target| {
            matches!(target.rule, TargetRule::Number { .. })
                && (&target.unit, &target.each, &target.every) == (&None, &None, &None)
                && target.note.is_none()
        };
        for line in indicators.iter().filter(|line| line.targets.len() > 1) {
            if line.targets.iter().filter(is_bare).count() > 1 {
                let texts: Vec<&str> = line.targets.iter().map(|target| target.text.as_str()).collect();
                let place = line.source.clone().unwrap_or(Place::Whole {});
                let finding = Finding::new(&SEVERAL_NUMBERS, place).lines([line.id.clone()]);
                self.findings.push(finding.param(Param::text("text", &texts.join("; "))));
            }
        }
    }

    /// One finding for every wording of an activity's targets that was not understood.
    fn unread_targets(&mut self, indicators: &[Indicator]) {
        let mut unread: Vec<(&Target, Vec<Id>, Place)> = Vec::new();
        for line in indicators {
            for target in &line.targets {
                if target.rule != (TargetRule::Unread {}) || target.text.is_empty() {
                    continue;
                }
                let known = unread.iter_mut().find(|(first, ..)| first.text == target.text);
                if let Some((_, lines, _)) = known {
                    lines.push(line.id.clone());
                } else {
                    let place = line.source.clone().unwrap_or(Place::Whole {});
                    unread.push((target, vec![line.id.clone()], place));
                }
            }
        }
        for (target, lines, place) in unread {
            let finding = Finding::new(&UNREAD_TARGET, place).lines(lines);
            self.findings.push(finding.param(Param::text("text", &target.text)));
        }
    }
}

/// Whether a value is just a number.
fn is_number(value: Option<&str>, number: Amount) -> bool {
    let digits = value.map(|value| value.trim_matches(|c: char| !c.is_ascii_digit()));
    digits.and_then(|digits| digits.parse::<Amount>().ok()) == Some(number)
}

/// What the name promises beside a number is a remark of the number, about which `check` asks.
fn note_beside(target: &mut Target, words: &str) {
    let said = often(words).is_some() && (target.every.is_some() || says_in_all(&target.text));
    let free = target.note.is_none() && target.each.is_none() && !said;
    if matches!(target.rule, TargetRule::Number { .. }) && free {
        target.note = Some(words.to_owned());
    }
}

/// A rate in the name («Количество постов в месяц») is that of its numbers, but of those that say how often themselves, or that they are
/// all there are.
fn recur(target: &mut Target, every: Option<Frequency>) {
    let bare =
        matches!(target.rule, TargetRule::Number { .. }) && target.every.is_none() && target.each.is_none();
    // «24 поста за весь период».
    if bare && every.is_some() && target.note.is_none() && !says_in_all(&target.text) {
        target.every = every;
    }
}

/// Of what the name lets grow «до 80%» is the goal and no limit.
fn as_goal(target: &mut Target, name: &str) {
    let percent = matches!(target.rule, TargetRule::Percent { .. });
    if let TargetRule::Number { bound, .. } | TargetRule::Percent { bound, .. } = &mut target.rule
        && *bound == Bound::AtMost
        && grows_to(name, &target.text, percent)
    {
        *bound = Bound::AtLeast;
    }
}

/// An indicator line of a name and a value. Without a value it has one unread target without words.
pub(super) fn indicator(
    id: Id,
    number: String,
    name: String,
    value: Option<&str>,
    source: Option<Place>,
    known: &mut Known,
) -> Indicator {
    let Name { mut scope, every, kind, requires, beside } = known.name(&name);
    let moved = value.and_then(|value| with_verb_of_name(value, &name));
    let scaled = moved.clone().or_else(|| with_unit_of_name(value?, &name));
    if beside.as_ref().and_then(|beside| beside.own).is_some_and(|own| !is_number(value, own)) {
        scope = None;
    }
    let each = scope.is_some();
    let mut targets = known.targets(scaled.as_deref().or(value).unwrap_or_default(), &id, scope.as_ref());
    if targets.is_empty()
        && let Ok(id) = id.within(".", 1)
    {
        targets.push(without_words(id, scope));
    }
    if let Some(beside) = beside.filter(|beside| beside.own.is_none() || !each) {
        for target in &mut targets {
            note_beside(target, &beside.words);
        }
    }
    // Of several numbers nobody knows whose rate it is.
    let every = every.filter(|_| targets.len() == 1);
    for target in &mut targets {
        as_goal(target, &name);
        recur(target, every);
        // The verb is the name's.
        if let Some(value) = value.filter(|_| moved.is_some()) {
            value.clone_into(&mut target.text);
        }
    }
    let kind = kind_by_unit(kind, &targets);
    let of_followers =
        |target: &Target| target.unit.as_ref().is_some_and(|unit| counts_followers(&unit.text));
    let counts_measured = || counts_followers(&name) || targets.iter().all(of_followers);
    let of_numbers = || targets.iter().all(|target| matches!(target.rule, TargetRule::Number { .. }));
    let is_level = match kind {
        IndicatorKind::Other => counts_measured() || of_numbers() && is_mean(&name),
        IndicatorKind::Satisfaction => of_numbers() && is_mean(&name),
        _ => false,
    };
    Indicator {
        number,
        kind,
        accumulation: if is_level { Accumulation::Level } else { accumulation_of(kind) },
        baseline: None,
        requires,
        targets,
        source,
        name,
        id,
    }
}

/// The target of a line beside which nothing is written.
fn without_words(id: Id, each: Option<Each>) -> Target {
    let rule = TargetRule::Unread {};
    Target { id, rule, unit: None, each, every: None, parts: Vec::new(), note: None, text: String::new() }
}

/// What pairing gives.
struct Paired {
    pairs: Vec<Pair>,
    unpaired: Option<Unpaired>,
    /// Where the names stand.
    place: Option<Place>,
}

/// Pairs the names and values of an activity's rows.
fn paired(rows: Vec<(Vec<Line>, Vec<Line>)>, title: &str, place: &Place, known: &mut Known) -> Paired {
    let rows = stretches(rows);
    let names: Vec<&Item> = rows.iter().flat_map(|(names, _)| names).collect();
    let values: Vec<&Item> = rows.iter().flat_map(|(_, values)| values).collect();
    let first = names.first().map(|item| item.place.clone());
    let agree = rows.iter().all(|(names, values)| names.len() == values.len());
    if agree && !contradicts(&names, &values, known) {
        let (names, values): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let pairs = one_by_one(names.into_iter().flatten(), values.into_iter().flatten());
        let pairs = pairs.into_iter().flat_map(apart).collect();
        return Paired { pairs, unpaired: None, place: first };
    }
    if values.is_empty() {
        return Paired { pairs: in_order(names, values), unpaired: None, place: first };
    }
    let texts = |items: &[&Item]| items.iter().map(|item| item.text.clone()).collect();
    let unpaired = Some(Unpaired { names: texts(&names), values: texts(&values) });
    if names.is_empty() {
        // Values alone: the activity itself is what is promised.
        let value = values.first().map(|value| value.text.clone());
        let pairs = vec![Pair { place: place.clone(), name: title.to_owned(), value }];
        return Paired { pairs, unpaired, place: first };
    }
    // Rows whose own lists agree are certain; only the others need an alignment.
    let pairs = rows
        .iter()
        .flat_map(|(names, values)| {
            let (all_names, all_values): (Vec<_>, Vec<_>) = (names.iter().collect(), values.iter().collect());
            if names.len() == values.len() && !contradicts(&all_names, &all_values, known) {
                in_order(names, values)
            } else {
                most_plausible(names, values, known)
            }
        })
        .collect();
    Paired { pairs, unpaired, place: first }
}

/// The lists of an activity's rows. A row with names or values alone goes on the row above where that has more of the
/// other: one cell that was divided over the page. Rows that have both hold lists of their own, whatever they come to together.
fn stretches(rows: Vec<(Vec<Line>, Vec<Line>)>) -> Vec<(Vec<Item>, Vec<Item>)> {
    let mut stretches: Vec<(Vec<Item>, Vec<Item>)> = Vec::with_capacity(rows.len());
    for (names, values) in rows {
        let (mut names, mut values) = (items(without_bullets(names)), items(without_numbers(values)));
        match stretches.last_mut() {
            Some(above)
                if (values.is_empty() && above.0.len() < above.1.len())
                    || (names.is_empty() && above.1.len() < above.0.len()) =>
            {
                above.0.append(&mut names);
                above.1.append(&mut values);
            }
            _ => stretches.push((names, values)),
        }
    }
    stretches
}

/// Values without the numbers of a list, where all are numbered in order: «1) 5», «2) 10».
fn without_numbers(mut lines: Vec<Line>) -> Vec<Line> {
    let length = |(line, number): (&Line, u32)| {
        let number = number.to_string();
        let rest = line.text.strip_prefix(number.as_str())?.strip_prefix([')', '.'])?;
        let value = rest.trim_start();
        (value.len() < rest.len() && !value.is_empty()).then(|| line.text.len().saturating_sub(value.len()))
    };
    let numbers: Option<Vec<usize>> = lines.iter().zip(1..).map(length).collect();
    if let Some(numbers) = numbers.filter(|numbers| numbers.len() > 1) {
        for (line, number) in lines.iter_mut().zip(numbers) {
            line.text.drain(..number);
        }
    }
    lines
}

/// Lines without bullets: Word may keep them outside the text.
fn without_bullets(mut lines: Vec<Line>) -> Vec<Line> {
    for line in &mut lines {
        let bullet = line.text.len().saturating_sub(without_bullet(&line.text).len());
        line.text.drain(..bullet);
    }
    lines
}
