//! What the rules share: computed once for a check.

use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::plan::grammar::NOTE_JOINT;
use crate::plan::promise::{Claim, claims, implied};
use crate::plan::{
    Activity, Bound, GrantTask, ImpactLine, Indicator, Plan, Policy, Question, ReadingSource, Target,
    TargetRule, named_lines,
};
use crate::value::text::digest;
use crate::value::{Amount, Id};

/// An indicator line with what it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) task: &'a GrantTask,
    pub(super) activity: &'a Activity,
    pub(super) line: &'a Indicator,
}

/// A plan, its policy, and what several rules want to know of it.
pub(super) struct Context<'a> {
    pub(super) plan: &'a Plan,
    pub(super) policy: &'a Policy,
    /// All indicator lines in the plan's order.
    pub(super) rows: Vec<Row<'a>>,
    /// The promises of the plan's prose and what became of them.
    pub(super) claims: Vec<Claim<'a>>,
    /// Lines whose bound a heading or an activity's text says, by id.
    implied: Vec<&'a Id>,
    /// The plan's readings, by line and question.
    readings: Vec<Answer<'a>>,
    /// The line of every target, by the digest of its id and its id; empty where no reading asks for it.
    targets: Vec<(u64, &'a Id, OfTarget<'a>)>,
    /// What every line and every activity stands in, by the digest of its id and its id; empty where no reading asks for it.
    parents: Vec<(u64, &'a Id, Parents<'a>)>,
}

/// A reading of the plan, ready to be looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Answer<'a> {
    line: &'a Id,
    question: Question,
    says: &'a str,
    agreed: bool,
}

/// The line that a target is of, and whether it has no other.
#[derive(Debug, Clone, Copy)]
struct OfTarget<'a> {
    line: &'a Id,
    only: bool,
}

/// What a line or an activity stands in.
#[derive(Debug, Clone, Copy)]
struct Parents<'a> {
    activity: &'a Id,
    task: &'a Id,
}

impl<'a> Context<'a> {
    pub(super) fn new(plan: &'a Plan, policy: &'a Policy) -> Self {
        // A list that grows is moved each time.
        let mut rows: Vec<Row<'a>> = Vec::with_capacity(plan.lines().count());
        rows.extend(plan.lines().map(|(task, activity, line)| Row { task, activity, line }));
        let targets = if plan.readings.is_empty() { Vec::new() } else { lines_of_targets(plan) };
        let mut readings: Vec<Answer<'a>> = plan
            .readings
            .iter()
            // The policy's default is what a question is asked about, not its answer.
            .filter(|reading| reading.source != ReadingSource::Policy && reading.is_usable(plan))
            .map(|reading| Answer {
                // What is said of the only target of a line is said of the line.
                line: of_target(&targets, &reading.line)
                    .filter(|of| of.only)
                    .map_or(&reading.line, |of| of.line),
                question: reading.question,
                says: &reading.answer,
                agreed: reading.source == ReadingSource::Agreed,
            })
            .collect();
        readings.sort_unstable();
        let parents = if readings.is_empty() { Vec::new() } else { parents_of_all(&rows, plan) };
        let claims = claims(plan);
        let mut implied: Vec<&Id> = implied(&claims).into_iter().map(|implied| &implied.line.id).collect();
        implied.sort_unstable();
        Self { plan, policy, rows, claims, implied, readings, targets, parents }
    }

    /// What a line or an activity stands in.
    fn parents(&self, id: &Id) -> Option<&Parents<'a>> {
        let wanted = (digest(id.as_str()), id);
        let at = self.parents.binary_search_by_key(&wanted, |(digest, known, _)| (*digest, *known)).ok()?;
        self.parents.get(at).map(|(_, _, parents)| parents)
    }

    /// The answer to a question about a line, an activity or a task: its own, else its activity's, else its task's.
    pub(super) fn answer(&self, line: &Id, question: Question) -> Option<&'a str> {
        self.own_answer(line, question).or_else(|| {
            let parents = self.parents(line)?;
            self.own_answer(parents.activity, question).or_else(|| self.own_answer(parents.task, question))
        })
    }

    /// Whether a heading or an activity's text says how the bare number of a line is meant.
    pub(super) fn has_implied_bound(&self, line: &Id) -> bool {
        self.implied.binary_search(&line).is_ok()
    }

    fn own_answer(&self, line: &Id, question: Question) -> Option<&'a str> {
        self.own_answers(line, question).next().map(|given| given.says)
    }

    fn own_answers(&self, line: &Id, question: Question) -> impl Iterator<Item = &Answer<'a>> {
        let at = self.readings.partition_point(|given| (given.line, given.question) < (line, question));
        let own = move |given: &&Answer<'a>| given.line == line && given.question == question;
        self.readings.get(at..).unwrap_or_default().iter().take_while(own)
    }

    /// The answer given for a target: what is said of a line of several, of an activity or a task is about whatever leaves
    /// the question open, and not about this number. Over the bound that stands in its own words only an agreed one goes.
    pub(super) fn answer_of_target(&self, target: &Id, question: Question) -> Option<&'a str> {
        let only = of_target(&self.targets, target).filter(|of| of.only);
        let id = only.map_or(target, |of| of.line);
        let holds = |given: &&Answer<'a>| given.agreed || question != Question::Bound;
        self.own_answers(id, question).find(holds).map(|given| given.says)
    }

    /// Whether a question about a line is settled, by a reading or by a policy that somebody decided on.
    pub(super) fn is_settled(&self, line: &Id, question: Question) -> bool {
        let policy = self.policy;
        let decided = match question {
            Question::Networks => policy.networks.is_decided(),
            Question::Letters => policy.letters.is_decided(),
            Question::TaskPosts => policy.task_posts.is_decided(),
            Question::SupportCounts => policy.support_counts.is_decided(),
            Question::Reuse => policy.reuse.is_decided(),
            _ => false,
        };
        let is_target = of_target(&self.targets, line).is_some();
        let answer = match question {
            _ if is_target => self.answer_of_target(line, question),
            // Words about a task say nothing of what else is asked of its lines.
            Question::Other => self.own_answer(line, question),
            _ => self.answer(line, question),
        };
        decided || answer.is_some()
    }

    /// The ids of the lines an impact figure sums, sorted: those a reading names, else the plan's own.
    pub(super) fn sources(&self, figure: &ImpactLine) -> Option<Vec<Id>> {
        let answered = self.own_answer(&figure.id, Question::Sources);
        let answered = answered.and_then(named_lines);
        let mut ids: Vec<Id> = answered.or_else(|| figure.sources.clone())?;
        ids.sort_unstable();
        Some(ids)
    }

    /// Splits lines by whether a question about them is settled: first those that are not. A rule gives one finding
    /// for each of the two that has lines, and the second folds away.
    pub(super) fn by_settled<T>(
        &self,
        lines: Vec<T>,
        question: Question,
        id: impl Fn(&T) -> &Id,
    ) -> [Vec<T>; 2] {
        let (settled, open) = lines.into_iter().partition(|line| self.is_settled(id(line), question));
        [open, settled]
    }

    /// One finding on lines, at the first of them, with their printed numbers as the parameter `lines`.
    pub(super) fn on_rows(rule: &RuleInfo, rows: &[Row<'a>], field: &str) -> Option<Finding> {
        let first = rows.first()?;
        let mut finding = Finding::new(rule, at(&first.line.id, field));
        finding.lines.reserve(rows.len());
        finding.params.reserve(rows.len());
        for row in rows {
            finding.lines.push(row.line.id.clone());
            finding.params.push(Param::number("lines", &row.line.number));
        }
        Some(finding)
    }
}

/// The line of a target.
fn of_target<'a>(targets: &[(u64, &'a Id, OfTarget<'a>)], id: &Id) -> Option<OfTarget<'a>> {
    let wanted = (digest(id.as_str()), id);
    let at = targets.binary_search_by_key(&wanted, |(digest, known, _)| (*digest, *known)).ok()?;
    targets.get(at).map(|(_, _, of)| *of)
}

/// The line of every target, sorted to be looked up.
fn lines_of_targets(plan: &Plan) -> Vec<(u64, &Id, OfTarget<'_>)> {
    let mut all: Vec<(u64, &Id, OfTarget<'_>)> = plan
        .promises()
        .flat_map(|(line, targets)| {
            let of = OfTarget { line, only: targets.len() == 1 };
            targets.iter().map(move |target| (digest(target.id.as_str()), &target.id, of))
        })
        .collect();
    all.sort_unstable_by_key(|(digest, id, _)| (*digest, *id));
    all
}

/// What every line and every activity stands in, sorted to be looked up: digests are compared before ids.
fn parents_of_all<'a>(rows: &[Row<'a>], plan: &'a Plan) -> Vec<(u64, &'a Id, Parents<'a>)> {
    let of_lines = rows.iter().map(|row| (&row.line.id, row.task, row.activity));
    let of_activities = plan.activities().map(|(task, activity)| (&activity.id, task, activity));
    let mut parents: Vec<(u64, &Id, Parents<'a>)> = of_lines
        .chain(of_activities)
        .map(|(id, task, activity)| {
            (digest(id.as_str()), id, Parents { activity: &activity.id, task: &task.id })
        })
        .collect();
    parents.sort_unstable_by_key(|(digest, id, _)| (*digest, *id));
    parents
}

/// A field of a part of the plan.
pub(super) fn at(id: &Id, field: &str) -> Place {
    Place::Plan { id: Some(id.clone()), field: field.into() }
}

/// A field of the plan itself.
pub(super) fn of_plan(field: &str) -> Place {
    Place::Plan { id: None, field: field.into() }
}

/// The plain number of a target, with its bound.
pub(super) const fn number(target: &Target) -> Option<(Bound, Amount)> {
    match target.rule {
        TargetRule::Number { bound, amount, .. } => Some((bound, amount)),
        _ => None,
    }
}

/// The remarks in brackets behind a target.
pub(super) fn notes(target: &Target) -> impl Iterator<Item = &str> {
    target.note.iter().flat_map(|notes| notes.split(NOTE_JOINT))
}

/// Whether a target's words were not understood.
pub(super) const fn is_unread(target: &Target) -> bool {
    matches!(target.rule, TargetRule::Unread {})
}

/// Whether a target stands for a cell in which nothing is written.
pub(super) fn is_missing(target: &Target) -> bool {
    is_unread(target) && target.text.trim().is_empty()
}

/// Whether no word says how a target's number is meant.
pub(super) const fn is_bare(target: &Target) -> bool {
    matches!(
        target.rule,
        TargetRule::Number { bound: Bound::Plain, .. } | TargetRule::Percent { bound: Bound::Plain, .. }
    )
}

/// The number a target promises in total: not of each event, not of every month.
pub(super) fn total(target: &Target) -> Option<(Bound, Amount)> {
    number(target).filter(|_| target.each.is_none() && target.every.is_none())
}
