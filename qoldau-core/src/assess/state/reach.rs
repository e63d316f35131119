//! What the lines of a plan bear on each other, told from the plan alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::assess::items::{attendance_lines, post_lines};
use crate::plan::{Indicator, IndicatorKind, Plan, PlanNode, TaskKind, Withdrawn, counts_events};
use crate::value::Id;

type Ids = BTreeMap<Id, BTreeSet<Id>>;

/// What lines of a plan, in any of its editions, bear on each other.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    /// Indicator lines.
    pub(super) lines: BTreeSet<Id>,
    /// Lines of the social-impact block.
    pub(super) impact: BTreeSet<Id>,
    /// Lines that were withdrawn, those of the social-impact block too.
    pub(super) withdrawn: BTreeSet<Id>,
    /// For every line the targets that it lost.
    pub(super) lost: Ids,
    /// For every task, activity, line and target the lines that it is about.
    pub(super) under: Ids,
    /// For every activity those of its lines that count events.
    pub(super) counting: Ids,
    /// For every line of events the lines of its activity: it says how many events they hold for.
    pub(super) beside: Ids,
    /// For every activity those of its lines that count people.
    pub(super) people: Ids,
    /// For every line the lines that may also count its items.
    pub(super) takers: Ids,
    /// For every line the lines whose items it may also count.
    pub(super) givers: Ids,
    /// For every line the lines of the social-impact block that sum it.
    pub(super) sums: Ids,
}

impl Reach {
    pub(super) fn of<'a>(plans: impl Iterator<Item = &'a Plan>) -> Self {
        let mut reach = Self::default();
        for plan in plans {
            reach.take(plan);
        }
        reach
    }

    fn take(&mut self, plan: &Plan) {
        let posts = post_lines(plan);
        for (task, activity, line) in plan.lines() {
            self.lines.insert(line.id.clone());
            let targets = line.targets.iter().map(|target| &target.id);
            for id in [&task.id, &activity.id, &line.id].into_iter().chain(targets) {
                put(&mut self.under, id, &line.id);
            }
            if line.kinds().any(counts_events) {
                put(&mut self.counting, &activity.id, &line.id);
            }
            if line.kinds().any(|kind| kind == IndicatorKind::Event) {
                activity.indicators.iter().for_each(|other| put(&mut self.beside, &line.id, &other.id));
            }
            if line.kinds().any(counts_people) {
                put(&mut self.people, &activity.id, &line.id);
            }
            self.giving(plan, (task.kind, &activity.id), line, &posts);
        }
        for line in &plan.impact {
            self.impact.insert(line.id.clone());
            let targets = line.targets.iter().map(|target| &target.id);
            targets.chain([&line.id]).for_each(|id| put(&mut self.under, id, &line.id));
            line.sources.iter().flatten().for_each(|source| put(&mut self.sums, source, &line.id));
        }
        for gone in &plan.withdrawn {
            match (gone.node, &gone.line, &gone.impact) {
                (PlanNode::Line, Some(line), _) => self.gone(plan, gone, line, &posts),
                // Whatever bears on its line bears on a target that the line lost.
                (PlanNode::Target, Some(line), _) => put(&mut self.lost, &line.id, &gone.id),
                (PlanNode::Impact, _, Some(line)) => {
                    self.withdrawn.insert(line.id.clone());
                    let targets = line.targets.iter().map(|target| &target.id);
                    targets.chain([&line.id]).for_each(|id| put(&mut self.under, id, &line.id));
                    line.sources.iter().flatten().for_each(|source| put(&mut self.sums, source, &line.id));
                }
                _ => {}
            }
        }
    }

    /// Whose items a line may also count.
    fn giving(&mut self, plan: &Plan, (task, activity): (TaskKind, &Id), line: &Indicator, posts: &[&Id]) {
        let givers = match line.kind {
            _ if line.kinds().any(|kind| kind == IndicatorKind::Participants) => {
                attendance_lines(plan, activity)
            }
            IndicatorKind::Post if task == TaskKind::Information => posts.to_vec(),
            _ => Vec::new(),
        };
        for giver in givers {
            put(&mut self.takers, giver, &line.id);
            put(&mut self.givers, &line.id, giver);
        }
    }

    /// A line that was withdrawn.
    fn gone(&mut self, plan: &Plan, gone: &Withdrawn, line: &Indicator, posts: &[&Id]) {
        self.withdrawn.insert(line.id.clone());
        let activity = gone.within.as_ref().unwrap_or(&gone.id);
        let task = plan.task_of(activity);
        let targets = line.targets.iter().map(|target| &target.id);
        let around = [Some(&plan.id), task.map(|task| &task.id), Some(activity), Some(&line.id)];
        for id in around.into_iter().flatten().chain(targets) {
            put(&mut self.under, id, &line.id);
        }
        if line.kinds().any(counts_events) {
            put(&mut self.counting, activity, &line.id);
        }
        if line.kinds().any(counts_people) {
            put(&mut self.people, activity, &line.id);
        }
        let kind = task.map_or(TaskKind::Task, |task| task.kind);
        self.giving(plan, (kind, activity), line, posts);
    }
}

/// Whether lists of people may count for what is of a kind.
const fn counts_people(kind: IndicatorKind) -> bool {
    matches!(kind, IndicatorKind::Participants | IndicatorKind::Support)
}

fn put(ids: &mut Ids, of: &Id, id: &Id) {
    ids.entry(of.clone()).or_default().insert(id.clone());
}
