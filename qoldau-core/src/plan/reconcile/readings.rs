//! Which answers about how lines are read go over into a new edition.
//!
//! An answer to the question of a deadline or of a number stands before what the contract says. Where the agreement
//! itself changed the deadline or the number, the answer is about words that are gone: it must not outlive them.

use std::collections::{BTreeMap, BTreeSet};

use super::node::{due_meaning, meaning};
use crate::plan::{
    Activity, Bound, GrantTask, IndicatorKind, Plan, PlanReading, Question, ReadingSource, Target,
    TargetRule, counts_events,
};
use crate::value::Id;
use crate::value::text::fold_words;

/// The answers that a new edition of a plan outdates: by the line, activity or task and the question.
///
/// Both editions have the ids of one plan. Answers about what was withdrawn are none of them.
#[must_use]
pub(crate) fn outdated(old: &Plan, new: &Plan) -> BTreeSet<(Id, Question)> {
    let mut out = BTreeSet::new();
    let mut note = |id: &Id, question| {
        out.insert((id.clone(), question));
    };
    let before: BTreeMap<&Id, (&GrantTask, &Activity)> =
        old.activities().map(|(task, activity)| (&activity.id, (task, activity))).collect();
    for (task, activity) in new.activities() {
        let was = before.get(&activity.id);
        let due = |activity: &Activity| activity.due.as_ref().map(due_meaning);
        if was.is_some_and(|(_, was)| due(was) != due(activity)) {
            let lines = activity.indicators.iter().map(|line| &line.id);
            [&activity.id, &task.id].into_iter().chain(lines).for_each(|id| note(id, Question::Due));
        }
        if was.is_some_and(|(_, was)| events(was) != events(activity)) {
            note(&activity.id, Question::PlannedEvents);
            note(&task.id, Question::PlannedEvents);
        }
    }
    let lines: BTreeMap<&Id, &[Target]> = super::mapping::targets_by_line(old).collect();
    for (id, targets) in super::mapping::targets_by_line(new) {
        let Some(was) = lines.get(id) else { continue };
        let stays =
            |target: &Target| was.iter().any(|of| of.id == target.id && meaning(of) == meaning(target));
        // What was said of one number is not about another one of its line.
        for target in targets.iter().filter(|target| !stays(target)) {
            note(&target.id, Question::Amount);
            note(&target.id, Question::Bound);
            // What was agreed over the words of a number ends with them.
            if has_own_bound(target) {
                note(id, Question::Bound);
            }
        }
        // An answer about the line is about its only number, and goes with that.
        let only = |targets: &[Target]| matches!(targets, [_]);
        let number_stays = match was {
            [only] => targets.iter().any(|target| target.id == only.id && stays(target)),
            _ => !only(targets),
        };
        if !number_stays {
            note(id, Question::Amount);
        }
    }
    out
}

/// The number that an answer about a line is about where the line had one number then and has several now: the answer
/// stays with it. Nothing of other answers.
pub(crate) fn only_number<'a>(then: &'a Plan, now: &Plan, reading: &PlanReading) -> Option<&'a Id> {
    let of_bound = reading.question == Question::Bound && reading.source == ReadingSource::Agreed;
    if reading.question != Question::Amount && !of_bound {
        return None;
    }
    let targets = |plan: &'a Plan| super::mapping::targets_by_line(plan).find(|(id, _)| **id == reading.line);
    let Some((_, [only])) = targets(then) else { return None };
    let mut lines = super::mapping::targets_by_line(now);
    let (_, now) = lines.find(|(id, _)| **id == reading.line)?;
    let stays = now.len() > 1 && now.iter().any(|target| target.id == only.id);
    (stays && (!of_bound || has_own_bound(only))).then_some(&only.id)
}

/// Whether the words of a number say themselves how it is meant.
const fn has_own_bound(target: &Target) -> bool {
    use Bound::{AtLeast, AtMost, LessThan, MoreThan};
    matches!(
        target.rule,
        TargetRule::Number { bound: AtLeast | MoreThan | AtMost | LessThan, .. }
            | TargetRule::Percent { bound: AtLeast | MoreThan | AtMost | LessThan, .. }
    )
}

/// What an activity promises of events.
fn events(activity: &Activity) -> Vec<String> {
    let lines = activity.indicators.iter().filter(|line| line.kind == IndicatorKind::Event);
    let of_events =
        lines.flat_map(|line| line.targets.iter().filter(|target| counts_events(line.kind_of(target))));
    of_events.map(meaning).collect()
}

/// What becomes of the answers of the old edition.
#[derive(Debug, Default)]
pub(super) struct Carried {
    /// Those that hold in the new one.
    pub(super) readings: Vec<PlanReading>,
    /// What those were about that do not.
    pub(super) dropped: Vec<Id>,
}

/// The answers of an edition as they hold in the next one, which has the ids of the plan already. An answer about a
/// goal or an expected result goes with its words.
pub(super) fn carried(old: &Plan, new: &Plan) -> Carried {
    let outdated = outdated(old, new);
    let known: BTreeSet<&str> = super::fresh::standing_ids(new).map(Id::as_str).collect();
    let before: BTreeSet<&str> = super::fresh::standing_ids(old).map(Id::as_str).collect();
    let words: BTreeMap<Id, String> = old.numbered_texts().map(|(id, text)| (id, fold_words(text))).collect();
    let texts: Vec<(Id, String)> = new.numbered_texts().map(|(id, text)| (id, fold_words(text))).collect();
    let mut out = Carried::default();
    for reading in &old.readings {
        let line = match words.get(&reading.line) {
            Some(words) => {
                let mut same =
                    texts.iter().filter(|(id, text)| text == words && field(id) == field(&reading.line));
                same.next().map(|(id, _)| id.clone())
            }
            None => known.contains(reading.line.as_str()).then(|| reading.line.clone()),
        };
        // A promise that a withdrawn line carried is carried by nothing.
        let carrier = (reading.question == Question::CarriedBy).then_some(reading.answer.as_str());
        let gone = carrier.is_some_and(|line| before.contains(line) && !known.contains(line));
        let holds = !gone && !outdated.contains(&(reading.line.clone(), reading.question));
        match line.filter(|_| holds) {
            Some(line) => {
                let line = only_number(old, new, reading).cloned().unwrap_or(line);
                out.readings.push(PlanReading { line, ..reading.clone() });
            }
            None => out.dropped.push(reading.line.clone()),
        }
    }
    out.dropped.sort_unstable();
    out.dropped.dedup();
    out
}

/// The list that a goal or an expected result stands in: `goals` of `goals.3`.
fn field(id: &Id) -> &str {
    id.as_str().split('.').next().unwrap_or_default()
}
