//! What of the plan facts may name, and the form their values are to have.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::{Accumulation, Indicator, Part, Plan, PlanNode, Target, TargetRule};
use crate::value::Id;

/// What the readings of a line or a target are to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Numbers.
    Amounts,
    /// Ratios with both their numbers.
    Shares,
    /// Either: the line has targets of both forms, or it is of the impact block.
    Either,
}

impl Form {
    /// What a target is held against.
    fn of(line: &Indicator, target: &Target) -> Self {
        match target.rule {
            // Nobody knows what the words ask for; what the line counts does.
            TargetRule::Unread {} | TargetRule::AsNeeded {} => Self::of_accumulation(line),
            _ if line.asks_for_share(target) => Self::Shares,
            _ => Self::Amounts,
        }
    }

    fn of_accumulation(line: &Indicator) -> Self {
        if line.accumulation == Accumulation::Ratio { Self::Shares } else { Self::Amounts }
    }

    /// What all targets of a line are held against.
    fn of_line(line: &Indicator) -> Self {
        let mut forms = line.targets.iter().map(|target| Self::of(line, target));
        let Some(first) = forms.next() else { return Self::of_accumulation(line) };
        if forms.all(|form| form == first) { first } else { Self::Either }
    }
}

/// What of the plan facts may name.
pub(super) struct Outline<'a> {
    pub(super) plan: &'a Plan,
    /// Lines, with the form of their readings, and the lines of the impact block.
    pub(super) lines: BTreeMap<&'a str, Form>,
    /// Targets, with the line each is of and the form of its readings.
    pub(super) targets: BTreeMap<&'a str, (&'a Id, Form)>,
    /// Lines with more than one target.
    pub(super) several: BTreeSet<&'a str>,
    /// Activities, with the parts of their targets.
    pub(super) activities: BTreeMap<&'a str, Vec<&'a Part>>,
    pub(super) tasks: BTreeSet<&'a str>,
    /// Goals, expected results and people: what a finding may be about beside lines, activities and tasks.
    pub(super) others: BTreeSet<Id>,
}

impl<'a> Outline<'a> {
    pub(super) fn of(plan: &'a Plan) -> Self {
        let mut outline = Self {
            plan,
            lines: BTreeMap::new(),
            targets: BTreeMap::new(),
            several: BTreeSet::new(),
            activities: BTreeMap::new(),
            tasks: plan.tasks.iter().map(|task| task.id.as_str()).collect(),
            others: plan.numbered_texts().map(|(id, _)| id).collect(),
        };
        let team = plan.team.staff.iter().chain(&plan.team.specialists);
        outline.others.extend(team.map(|person| person.id.clone()));
        for (_, _, line) in plan.lines() {
            outline.line(&line.id, line);
        }
        for line in &plan.impact {
            outline.impact(&line.id, &line.targets);
        }
        // What an agreement took out keeps its facts.
        for gone in &plan.withdrawn {
            match (gone.node, &gone.line, &gone.impact) {
                (PlanNode::Task, ..) => drop(outline.tasks.insert(gone.id.as_str())),
                (PlanNode::Activity, ..) => drop(outline.activities.entry(gone.id.as_str()).or_default()),
                (PlanNode::Target, ..) => {
                    let within = gone.within.as_ref().map(|line| (gone.id.as_str(), (line, Form::Either)));
                    outline.targets.extend(within);
                }
                (PlanNode::Person, ..) => drop(outline.others.insert(gone.id.clone())),
                (_, Some(line), _) => outline.line(&gone.id, line),
                (_, None, Some(impact)) => outline.impact(&gone.id, &impact.targets),
                (_, None, None) => outline.impact(&gone.id, &[]),
            }
        }
        for (_, activity) in plan.activities() {
            let targets = activity.indicators.iter().flat_map(|line| &line.targets);
            let parts = targets.flat_map(|target| &target.parts);
            outline.activities.entry(activity.id.as_str()).or_default().extend(parts);
        }
        outline
    }

    /// A line with its targets.
    fn line(&mut self, id: &'a Id, line: &'a Indicator) {
        self.part(id, Form::of_line(line), &line.targets, |target| Form::of(line, target));
    }

    /// A line of the impact block, or one of which only the id is known.
    fn impact(&mut self, id: &'a Id, targets: &'a [Target]) {
        self.part(id, Form::Either, targets, |_| Form::Either);
    }

    fn part(&mut self, id: &'a Id, form: Form, targets: &'a [Target], of: impl Fn(&Target) -> Form) {
        self.lines.insert(id.as_str(), form);
        self.targets.extend(targets.iter().map(|target| (target.id.as_str(), (id, of(target)))));
        if targets.len() > 1 {
            self.several.insert(id.as_str());
        }
    }
}
