//! The rows: what happens to every part, in the order of the new annex.

use std::collections::BTreeMap;

use super::changes;
use super::mapping::{Mapping, Match};
use super::model::{AmendmentRow, NodeChange, NodeRef, RowCounts, RowState};
use crate::plan::{Activity, GrantTask, ImpactLine, Indicator, Plan, PlanNode, StaffMember, Target};
use crate::value::Id;

/// All rows.
pub(super) fn rows<'a>(old: &'a Plan, new: &'a Plan, mapping: &'a Mapping<'a>) -> Vec<AmendmentRow> {
    let mut rows = Rows {
        mapping,
        old: Index::of(old),
        new: Index::of(new),
        new_of: nodes_by_old(mapping, new),
        out: Vec::new(),
    };
    rows.project(old, new);
    rows.tasks(old, new);
    rows.impact(old, new);
    rows.people(old, new);
    rows.out
}

/// How many rows there are of each state.
pub(super) fn counts(rows: &[AmendmentRow]) -> RowCounts {
    let of = |state| {
        let count = rows.iter().filter(|row| row.state == state).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    RowCounts {
        kept: of(RowState::Kept),
        changed: of(RowState::Changed),
        added: of(RowState::Added),
        withdrawn: of(RowState::Withdrawn),
        unsure: of(RowState::Unsure),
    }
}

/// The new part that each old one certainly is.
fn nodes_by_old<'a>(mapping: &Mapping<'a>, new: &'a Plan) -> BTreeMap<&'a Id, &'a Id> {
    super::mapping::nodes(new).filter_map(|(_, id)| Some((mapping.old_of(id)?, id))).collect()
}

/// The parts of a plan by their ids.
struct Index<'a> {
    tasks: BTreeMap<&'a Id, &'a GrantTask>,
    activities: BTreeMap<&'a Id, (&'a GrantTask, &'a Activity)>,
    lines: BTreeMap<&'a Id, (&'a Activity, &'a Indicator)>,
    impact: BTreeMap<&'a Id, &'a ImpactLine>,
    targets: BTreeMap<&'a Id, (&'a str, &'a Target)>,
    people: BTreeMap<&'a Id, (bool, usize, &'a StaffMember)>,
}

impl<'a> Index<'a> {
    fn of(plan: &'a Plan) -> Self {
        let of_line =
            |(_, activity, line): (&'a GrantTask, &'a Activity, &'a Indicator)| (&line.id, (activity, line));
        let numbered = |(number, targets): (&'a str, &'a [Target])| {
            targets.iter().map(move |target| (&target.id, (number, target)))
        };
        let of_lines = plan.lines().map(|(.., line)| (line.number.as_str(), line.targets.as_slice()));
        let of_impact = plan.impact.iter().map(|line| (line.number.as_str(), line.targets.as_slice()));
        let person = |staff: bool| {
            move |(at, person): (usize, &'a StaffMember)| (&person.id, (staff, at.saturating_add(1), person))
        };
        let staff = plan.team.staff.iter().enumerate().map(person(true));
        let specialists = plan.team.specialists.iter().enumerate().map(person(false));
        Self {
            tasks: plan.tasks.iter().map(|task| (&task.id, task)).collect(),
            activities: plan.activities().map(|(task, activity)| (&activity.id, (task, activity))).collect(),
            lines: plan.lines().map(of_line).collect(),
            impact: plan.impact.iter().map(|line| (&line.id, line)).collect(),
            targets: of_lines.chain(of_impact).flat_map(numbered).collect(),
            people: staff.chain(specialists).collect(),
        }
    }

    /// A part as people know it. Of a person the post, never the name.
    fn reference(&self, node: PlanNode, id: &Id) -> NodeRef {
        let (number, name) = match node {
            PlanNode::Task => self.tasks.get(id).map(|task| (task.number.clone(), task.title.clone())),
            PlanNode::Activity => {
                self.activities.get(id).map(|(_, one)| (one.number.clone(), one.title.clone()))
            }
            PlanNode::Line => self.lines.get(id).map(|(_, line)| (line.number.clone(), line.name.clone())),
            PlanNode::Impact => self.impact.get(id).map(|line| (line.number.clone(), line.name.clone())),
            PlanNode::Target => {
                self.targets.get(id).map(|(number, one)| ((*number).to_owned(), one.text.clone()))
            }
            PlanNode::Person => self
                .people
                .get(id)
                .map(|(_, row, person)| (row.to_string(), person.role.clone().unwrap_or_default())),
            PlanNode::Project | PlanNode::Part => None,
        }
        .unwrap_or_default();
        NodeRef { id: id.clone(), number, name }
    }
}

struct Rows<'a> {
    mapping: &'a Mapping<'a>,
    old: Index<'a>,
    new: Index<'a>,
    new_of: BTreeMap<&'a Id, &'a Id>,
    out: Vec<AmendmentRow>,
}

impl<'a> Rows<'a> {
    fn project(&mut self, old: &'a Plan, new: &'a Plan) {
        let changes = changes::of_plan(old, new);
        let reference = |plan: &Plan| NodeRef {
            id: old.id.clone(),
            number: plan.contract.as_ref().and_then(|contract| contract.number.clone()).unwrap_or_default(),
            name: plan.title.clone().unwrap_or_default(),
        };
        self.out.push(AmendmentRow {
            node: PlanNode::Project,
            state: state_of(&changes),
            old: Some(reference(old)),
            new: Some(reference(new)),
            changes,
            candidates: Vec::new(),
        });
    }

    fn tasks(&mut self, old: &'a Plan, new: &'a Plan) {
        for task in &new.tasks {
            self.present(PlanNode::Task, &task.id);
            for activity in &task.activities {
                self.activity(activity);
            }
            if let Some(before) = self.mapping.old_of(&task.id).and_then(|id| self.old.tasks.get(id).copied())
            {
                before.activities.iter().for_each(|activity| self.gone_activity(activity));
            }
        }
        for task in old.tasks.iter().filter(|task| !self.mapping.is_taken(&task.id)) {
            self.absent(PlanNode::Task, &task.id);
            task.activities.iter().for_each(|activity| self.gone_activity(activity));
        }
    }

    fn activity(&mut self, activity: &'a Activity) {
        self.present(PlanNode::Activity, &activity.id);
        for line in &activity.indicators {
            self.present(PlanNode::Line, &line.id);
            self.targets(&line.id, &line.targets);
        }
        let before = self.mapping.old_of(&activity.id).and_then(|id| self.old.activities.get(id));
        if let Some((_, before)) = before.copied() {
            before.indicators.iter().for_each(|line| self.gone(PlanNode::Line, &line.id));
        }
    }

    /// Targets of a line that stayed and that has several, or had: which of them are new, gone or in question.
    fn targets(&mut self, line: &'a Id, targets: &'a [Target]) {
        let Some(id) = self.mapping.old_of(line) else { return };
        let before = self.old.lines.get(id).map(|(_, line)| line.targets.as_slice());
        let Some(before) = before.or_else(|| self.old.impact.get(id).map(|line| line.targets.as_slice()))
        else {
            return;
        };
        for target in targets {
            if self.mapping.old_of(&target.id).is_none() {
                self.present(PlanNode::Target, &target.id);
            }
        }
        for target in before {
            self.gone(PlanNode::Target, &target.id);
        }
    }

    /// An activity of the old edition that is none of the new one, with its lines.
    fn gone_activity(&mut self, activity: &'a Activity) {
        if !self.mapping.is_taken(&activity.id) {
            self.absent(PlanNode::Activity, &activity.id);
            activity.indicators.iter().for_each(|line| self.gone(PlanNode::Line, &line.id));
        }
    }

    fn impact(&mut self, old: &'a Plan, new: &'a Plan) {
        for line in &new.impact {
            self.present(PlanNode::Impact, &line.id);
            self.targets(&line.id, &line.targets);
        }
        old.impact.iter().for_each(|line| self.gone(PlanNode::Impact, &line.id));
    }

    fn people(&mut self, old: &'a Plan, new: &'a Plan) {
        for person in new.team.staff.iter().chain(&new.team.specialists) {
            self.present(PlanNode::Person, &person.id);
        }
        for person in old.team.staff.iter().chain(&old.team.specialists) {
            self.gone(PlanNode::Person, &person.id);
        }
    }

    /// A part of the new annex.
    fn present(&mut self, node: PlanNode, id: &'a Id) {
        let of = self.mapping.of(id);
        let (mut old, mut changes, mut candidates) = (None, Vec::new(), Vec::new());
        let state = match of {
            Match::Of(before) => {
                old = Some(self.old.reference(node, before));
                changes = self.changes(node, before, id);
                state_of(&changes)
            }
            Match::New => {
                changes = Self::promised(&self.new, node, id, true);
                RowState::Added
            }
            Match::Unsure(olds) => {
                candidates = olds.iter().map(|id| self.old.reference(node, id)).collect();
                RowState::Unsure
            }
        };
        let new = Some(self.new.reference(node, id));
        self.out.push(AmendmentRow { node, state, old, new, changes, candidates });
    }

    /// A part of the old edition, where it is none of the new one.
    fn gone(&mut self, node: PlanNode, id: &'a Id) {
        if !self.mapping.is_taken(id) {
            self.absent(node, id);
        }
    }

    fn absent(&mut self, node: PlanNode, id: &'a Id) {
        let asked = self.mapping.asked_of(id);
        let candidates: Vec<NodeRef> = asked.iter().map(|id| self.new.reference(node, id)).collect();
        let state = if candidates.is_empty() { RowState::Withdrawn } else { RowState::Unsure };
        let old = Some(self.old.reference(node, id));
        let changes = if state == RowState::Withdrawn {
            Self::promised(&self.old, node, id, false)
        } else {
            Vec::new()
        };
        self.out.push(AmendmentRow { node, state, old, new: None, changes, candidates });
    }

    /// What a part promises that only one edition has: the deadline of an activity, the targets of a line.
    fn promised(index: &Index<'a>, node: PlanNode, id: &Id, is_new: bool) -> Vec<NodeChange> {
        let change = match node {
            PlanNode::Activity => {
                index.activities.get(id).and_then(|(_, activity)| changes::due_of(activity))
            }
            PlanNode::Line => index.lines.get(id).and_then(|(_, line)| changes::targets_of(&line.targets)),
            PlanNode::Impact => index.impact.get(id).and_then(|line| changes::targets_of(&line.targets)),
            _ => None,
        };
        let change = change.map(|(field, words)| {
            let (before, after) = if is_new { (None, Some(words)) } else { (Some(words), None) };
            NodeChange { field, before, after }
        });
        change.into_iter().collect()
    }

    /// What differs between the two editions of a part.
    fn changes(&self, node: PlanNode, old: &Id, new: &Id) -> Vec<NodeChange> {
        let (before, after) = (&self.old, &self.new);
        match node {
            PlanNode::Task => match (before.tasks.get(old), after.tasks.get(new)) {
                (Some(a), Some(b)) => changes::of_task(a, b),
                _ => Vec::new(),
            },
            PlanNode::Activity => match (before.activities.get(old), after.activities.get(new)) {
                (Some((from, a)), Some((to, b))) => changes::of_activity(
                    a,
                    b,
                    self.moved(&from.id, &to.id).map(|()| (&*from.title, &*to.title)),
                ),
                _ => Vec::new(),
            },
            PlanNode::Line => match (before.lines.get(old), after.lines.get(new)) {
                (Some((from, a)), Some((to, b))) => {
                    changes::of_line(a, b, self.moved(&from.id, &to.id).map(|()| (&*from.title, &*to.title)))
                }
                _ => Vec::new(),
            },
            PlanNode::Impact => match (before.impact.get(old), after.impact.get(new)) {
                (Some(a), Some(b)) => changes::of_impact(a, b),
                _ => Vec::new(),
            },
            PlanNode::Person => match (before.people.get(old), after.people.get(new)) {
                (Some((was, _, a)), Some((is, _, b))) => changes::of_person(a, b, was != is),
                _ => Vec::new(),
            },
            PlanNode::Target | PlanNode::Part | PlanNode::Project => Vec::new(),
        }
    }

    /// Something where what a part stands in now is not what it stood in.
    fn moved(&self, from: &'a Id, to: &'a Id) -> Option<()> {
        (self.new_of.get(from).copied() != Some(to)).then_some(())
    }
}

/// Kept where nothing differs.
fn state_of(changes: &[NodeChange]) -> RowState {
    if changes.is_empty() { RowState::Kept } else { RowState::Changed }
}
