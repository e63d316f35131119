//! Which part of the plan in force each part of a new annex is.

use std::collections::{BTreeMap, BTreeSet};

use super::align::{Alignment, Found};
use super::model::NodeAnswer;
use super::node::{Node, Weights};
use crate::plan::{Activity, GrantTask, ImpactLine, Indicator, Plan, PlanNode, StaffMember, Target};
use crate::value::Id;

/// What a part of the new annex is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Match<'a> {
    /// This part of the plan in force.
    Of(&'a Id),
    /// Nothing that was there.
    New,
    /// One of these, or new; the likeliest first.
    Unsure(Vec<&'a Id>),
}

/// Which parts of two plans are one. Tasks, activities, lines, targets, lines of the impact block and people; never the
/// parts of a target, which go by their labels.
#[derive(Debug, Default)]
pub(super) struct Mapping<'a> {
    /// By the id in the new annex.
    matches: BTreeMap<&'a Id, Match<'a>>,
    /// The old parts that are spoken for.
    taken: BTreeSet<&'a Id>,
    /// Old parts that questions are about, with the new parts that may be each.
    asked: BTreeMap<&'a Id, Vec<&'a Id>>,
    /// Whether somewhere there was too much to compare.
    pub(super) gave_up: bool,
}

impl<'a> Mapping<'a> {
    /// What is proposed once the answers are taken: from tasks down to targets.
    pub(super) fn propose(old: &'a Plan, new: &'a Plan, answers: &'a [NodeAnswer]) -> Self {
        let mut mapping = Self::default();
        for NodeAnswer { amended, old } in answers {
            let answer = old.as_ref().map_or(Match::New, Match::Of);
            mapping.give(amended, answer);
        }
        mapping.tasks(&old.tasks, &new.tasks);
        mapping.activities_elsewhere(old, new);
        mapping.lines(old, new);
        mapping.impact(&old.impact, &new.impact);
        mapping.people(old, new);
        mapping.targets(old, new);
        mapping
    }

    /// The mapping of two editions of one plan: parts of one id are one.
    pub(super) fn by_ids(old: &'a Plan, new: &'a Plan) -> Self {
        let known: BTreeSet<(PlanNode, &Id)> = nodes(old).collect();
        let mut mapping = Self::default();
        for node in nodes(new) {
            let is_there = known.contains(&node);
            mapping.give(node.1, if is_there { Match::Of(node.1) } else { Match::New });
        }
        mapping
    }

    /// What a part of the new annex is.
    pub(super) fn of(&self, new: &Id) -> &Match<'a> {
        self.matches.get(new).unwrap_or(&Match::New)
    }

    /// The old part that a new one certainly is.
    pub(super) fn old_of(&self, new: &Id) -> Option<&'a Id> {
        match self.of(new) {
            Match::Of(old) => Some(old),
            Match::New | Match::Unsure(_) => None,
        }
    }

    /// Whether an old part is one of the new annex, for certain.
    pub(super) fn is_taken(&self, old: &Id) -> bool {
        self.taken.contains(old)
    }

    /// The parts of the new annex that an old one may be.
    pub(super) fn asked_of(&self, old: &Id) -> &[&'a Id] {
        self.asked.get(old).map_or(&[], Vec::as_slice)
    }

    /// Parts of the new annex that wait for an answer.
    pub(super) fn unsure(&self) -> impl Iterator<Item = &'a Id> {
        self.matches.iter().filter(|(_, of)| matches!(of, Match::Unsure(_))).map(|(id, _)| *id)
    }

    fn give(&mut self, new: &'a Id, of: Match<'a>) {
        match &of {
            Match::Of(old) => drop(self.taken.insert(old)),
            Match::Unsure(olds) => olds.iter().for_each(|old| self.asked.entry(old).or_default().push(new)),
            Match::New => {}
        }
        self.matches.insert(new, of);
    }

    fn is_open(&self, new: &Id) -> bool {
        !self.matches.contains_key(new)
    }

    /// Whether nobody has said yet what became of an old part.
    fn is_free(&self, old: &Id) -> bool {
        !self.taken.contains(old) && !self.asked.contains_key(old)
    }

    /// Settles the parts that stand in one place. `as_new`: whether what resembles nothing is new, or open still.
    fn settle(
        &mut self,
        olds: impl Iterator<Item = Node<'a>>,
        news: impl Iterator<Item = Node<'a>>,
        weights: &Weights,
        as_new: bool,
    ) {
        let (olds, news): (Vec<Node<'a>>, Vec<Node<'a>>) = (olds.collect(), news.collect());
        let olds: Vec<&Node<'a>> = olds.iter().filter(|node| self.is_free(node.id)).collect();
        let news: Vec<&Node<'a>> = news.iter().filter(|node| self.is_open(node.id)).collect();
        let (found, gave_up) = Alignment::new(&olds, &news).settle(weights);
        self.gave_up |= gave_up;
        self.take(&olds, &news, found, as_new);
    }

    fn take(&mut self, olds: &[&Node<'a>], news: &[&Node<'a>], found: Vec<Found>, as_new: bool) {
        let id = |at: usize| olds.get(at).map(|node| node.id);
        for (new, found) in news.iter().zip(found) {
            let of = match found {
                Found::Of(old) => id(old).map(Match::Of),
                Found::Unsure(olds) => Some(Match::Unsure(olds.into_iter().filter_map(id).collect())),
                Found::New => as_new.then_some(Match::New),
            };
            if let Some(of) = of {
                self.give(new.id, of);
            }
        }
    }

    /// Tasks, and within each that stayed its activities.
    fn tasks(&mut self, olds: &'a [GrantTask], news: &'a [GrantTask]) {
        self.settle(olds.iter().map(Node::task), news.iter().map(Node::task), &Weights::HEADINGS, true);
        let by_id: BTreeMap<&Id, &'a GrantTask> = olds.iter().map(|task| (&task.id, task)).collect();
        for new in news {
            if let Some(old) = self.old_of(&new.id).and_then(|id| by_id.get(id)) {
                let (olds, news) = (&old.activities, &new.activities);
                self.settle(
                    olds.iter().map(Node::activity),
                    news.iter().map(Node::activity),
                    &Weights::HEADINGS,
                    false,
                );
            }
        }
    }

    /// Activities that went to another task.
    fn activities_elsewhere(&mut self, old: &'a Plan, new: &'a Plan) {
        let olds = old.activities().map(|(_, activity)| Node::activity(activity));
        let news = new.activities().map(|(_, activity)| Node::activity(activity));
        self.settle(olds, news, &Weights::HEADINGS, true);
    }

    /// Lines within each activity that stayed; then, among all that is left, lines of one name, which may have gone
    /// from one activity to another. The same few names stand in many activities, so that is always a question.
    fn lines(&mut self, old: &'a Plan, new: &'a Plan) {
        let by_id: BTreeMap<&Id, &'a Activity> =
            old.activities().map(|(_, activity)| (&activity.id, activity)).collect();
        for (_, new) in new.activities() {
            if let Some(old) = self.old_of(&new.id).and_then(|id| by_id.get(id)) {
                let of = |activity: &'a Activity| activity.indicators.iter().map(Node::line);
                self.settle(of(old), of(new), &Weights::LINES, false);
            }
        }
        let olds: Vec<Node<'a>> = old.lines().map(|(.., line)| Node::line(line)).collect();
        let news: Vec<Node<'a>> = new.lines().map(|(.., line)| Node::line(line)).collect();
        let olds: Vec<&Node<'a>> = olds.iter().filter(|node| self.is_free(node.id)).collect();
        let news: Vec<&Node<'a>> = news.iter().filter(|node| self.is_open(node.id)).collect();
        let found = Alignment::new(&olds, &news).settle_by_name();
        let as_question = |found| match found {
            Found::Of(old) => Found::Unsure(vec![old]),
            other => other,
        };
        self.take(&olds, &news, found.into_iter().map(as_question).collect(), true);
    }

    fn impact(&mut self, olds: &'a [ImpactLine], news: &'a [ImpactLine]) {
        self.settle(olds.iter().map(Node::impact), news.iter().map(Node::impact), &Weights::LINES, true);
    }

    /// People within each table, then those who went to the other one.
    fn people(&mut self, old: &'a Plan, new: &'a Plan) {
        let of = |people: &'a [StaffMember]| people.iter().map(Node::person);
        self.settle(of(&old.team.staff), of(&new.team.staff), &Weights::PEOPLE, false);
        self.settle(of(&old.team.specialists), of(&new.team.specialists), &Weights::PEOPLE, false);
        let both = |plan: &'a Plan| plan.team.staff.iter().chain(&plan.team.specialists).map(Node::person);
        self.settle(both(old), both(new), &Weights::PEOPLE, true);
    }

    /// Targets of each line that stayed.
    fn targets(&mut self, old: &'a Plan, new: &'a Plan) {
        let targets: BTreeMap<&Id, &'a [Target]> = targets_by_line(old).collect();
        for (line, news) in targets_by_line(new) {
            let Some(olds) = self.old_of(line).and_then(|id| targets.get(id)) else { continue };
            if let ([old], [new]) = (*olds, news) {
                // A line of one number keeps it, whatever it is.
                if self.is_free(&old.id) && self.is_open(&new.id) {
                    self.give(&new.id, Match::Of(&old.id));
                }
                continue;
            }
            let of = |targets: &'a [Target]| targets.iter().map(Node::target).collect::<Vec<_>>();
            let (olds, news) = (of(olds), of(news));
            let olds: Vec<&Node<'a>> = olds.iter().filter(|node| self.is_free(node.id)).collect();
            let news: Vec<&Node<'a>> = news.iter().filter(|node| self.is_open(node.id)).collect();
            let found = Alignment::new(&olds, &news).settle_by_name();
            self.take(&olds, &news, found, true);
        }
    }
}

/// The targets of every line and of every line of the impact block.
pub(super) fn targets_by_line(plan: &Plan) -> impl Iterator<Item = (&Id, &[Target])> {
    let lines = plan.lines().map(|(.., Indicator { id, targets, .. })| (id, targets.as_slice()));
    lines.chain(plan.impact.iter().map(|line| (&line.id, line.targets.as_slice())))
}

/// Everything that has an id of its own, with its kind, but for the parts of targets.
pub(super) fn nodes(plan: &Plan) -> impl Iterator<Item = (PlanNode, &Id)> {
    let tasks = plan.tasks.iter().map(|task| (PlanNode::Task, &task.id));
    let activities = plan.activities().map(|(_, activity)| (PlanNode::Activity, &activity.id));
    let lines = plan.lines().map(|(.., line)| (PlanNode::Line, &line.id));
    let targets =
        targets_by_line(plan).flat_map(|(_, targets)| targets).map(|target| (PlanNode::Target, &target.id));
    let impact = plan.impact.iter().map(|line| (PlanNode::Impact, &line.id));
    let people = plan.team.staff.iter().chain(&plan.team.specialists).map(|one| (PlanNode::Person, &one.id));
    tasks.chain(activities).chain(lines).chain(impact).chain(targets).chain(people)
}
