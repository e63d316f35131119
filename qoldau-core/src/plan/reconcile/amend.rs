//! The plan as its next edition: what stayed keeps its ids, what is new gets ids that were never given, what is gone is
//! remembered.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::keeps_kind;
use super::error::AmendError;
use super::findings;
use super::fresh::{Fresh, standing_ids};
use super::mapping::{Mapping, nodes, targets_by_line};
use super::model::{Amended, Amendment, IdPair, NodeAnswer};
use super::{gone, readings};
use crate::plan::{
    Activity, Edition, FORMAT, GrantTask, ImpactLine, Indicator, Part, Plan, PlanNode, PlanReading,
    StaffMember, Target,
};
use crate::value::text::fold_words;
use crate::value::{Id, IsoDate};

/// Makes a new annex the next edition of a plan.
///
/// Every part of the new annex that is a part of the plan keeps its id; everything else gets an id that no edition ever
/// gave. What is no part of the new annex goes to the plan's `withdrawn`. What people gave the plan is carried over:
/// answers about how lines are read, unless the agreement changed what they are about; baselines, sources, the active
/// phase, reporting periods, and the kind of a line somebody corrected.
///
/// # Errors
/// [`AmendError`], codes `AMD020` to `AMD026`: parts that wait for an answer, answers that name what is not there or
/// name a thing twice, ids that are given twice, an edition that would be in force before the last one.
pub fn amend(old: &Plan, amended: &Plan, amendment: &Amendment) -> Result<Amended, AmendError> {
    ids_are_unique(old)?;
    ids_are_unique(amended)?;
    answers_fit(old, amended, &amendment.answers)?;
    let before = last_day_before(old);
    if let Some(before) = before.filter(|before| amendment.effective_from < *before) {
        return Err(AmendError::BeforeLastEdition { from: amendment.effective_from, before });
    }
    let mapping = Mapping::propose(old, amended, &amendment.answers);
    let unsure: BTreeSet<&Id> = mapping.unsure().collect();
    if let Some(first) = nodes(amended).map(|(_, id)| id).find(|id| unsure.contains(id)) {
        let count = u32::try_from(unsure.len()).unwrap_or(u32::MAX);
        return Err(AmendError::Unsure { first: first.clone(), count });
    }
    let mut edition = Next {
        old: Parts::of(old),
        mapping: &mapping,
        fresh: Fresh::of(old),
        ids: Vec::new(),
        from: amendment.effective_from,
    };
    let tasks = amended.tasks.iter().map(|task| edition.task(task)).collect::<Result<_, _>>()?;
    let mut plan = Plan {
        format: FORMAT.into(),
        id: old.id.clone(),
        editions: old.editions.clone(),
        contract: old.contract.clone(),
        active_phase: amended.active_phase.or(old.active_phase),
        tasks,
        impact: amended.impact.iter().map(|line| edition.impact(line)).collect::<Result<_, _>>()?,
        readings: Vec::new(),
        reporting_periods: old.reporting_periods.clone(),
        withdrawn: old.withdrawn.clone(),
        ..amended.clone()
    };
    plan.team.staff = edition.people(&amended.team.staff, "staff-")?;
    plan.team.specialists = edition.people(&amended.team.specialists, "specialist-")?;
    let ids = edition.ids;
    let number = next_edition(old);
    plan.editions.push(Edition {
        number,
        agreement: Some(amendment.agreement.clone()),
        effective_from: Some(amendment.effective_from),
    });
    plan.withdrawn.extend(gone::gone(old, &mapping, number, &plan));
    with_sources(&mut plan, amended, old, &ids);
    let carried = readings::carried(old, &plan);
    plan.readings = carried.readings;
    plan.readings.extend(own_readings(amended, &ids));
    let findings = findings::of_amended(old, &plan, amendment, &carried.dropped);
    Ok(Amended { plan, ids, findings })
}

/// The number of the edition that comes next.
pub(super) fn next_edition(old: &Plan) -> u32 {
    old.edition_number().saturating_add(1)
}

/// The first day of the latest edition that names one.
fn last_day_before(old: &Plan) -> Option<IsoDate> {
    old.editions.iter().filter_map(|edition| edition.effective_from).max()
}

fn ids_are_unique(plan: &Plan) -> Result<(), AmendError> {
    let mut seen = BTreeSet::new();
    match standing_ids(plan).find(|id| !seen.insert(*id)) {
        Some(id) => Err(AmendError::DuplicateId { id: id.clone() }),
        None => Ok(()),
    }
}

/// Every answer names one part of the new annex and one of the plan in force, of one kind, and none is named twice.
fn answers_fit(old: &Plan, amended: &Plan, answers: &[NodeAnswer]) -> Result<(), AmendError> {
    let olds: BTreeSet<(PlanNode, &Id)> = nodes(old).collect();
    let news: BTreeMap<&Id, PlanNode> = nodes(amended).map(|(node, id)| (id, node)).collect();
    let (mut told, mut named) = (BTreeSet::new(), BTreeSet::new());
    for answer in answers {
        let part = || AmendError::NoSuchPart { id: answer.amended.clone() };
        let node = *news.get(&answer.amended).ok_or_else(part)?;
        if !told.insert(&answer.amended) {
            return Err(AmendError::AnsweredTwice { id: answer.amended.clone() });
        }
        let Some(id) = &answer.old else { continue };
        if !olds.contains(&(node, id)) {
            return Err(AmendError::NoSuchOldPart { id: id.clone() });
        }
        if !named.insert(id) {
            return Err(AmendError::AnsweredTwice { id: id.clone() });
        }
    }
    Ok(())
}

/// What of the old edition goes over into the next by itself.
struct Parts<'a> {
    lines: BTreeMap<&'a Id, &'a Indicator>,
    targets: BTreeMap<&'a Id, &'a Target>,
    people: BTreeMap<&'a Id, &'a StaffMember>,
}

impl<'a> Parts<'a> {
    fn of(plan: &'a Plan) -> Self {
        let people = plan.team.staff.iter().chain(&plan.team.specialists);
        Self {
            lines: plan.lines().map(|(.., line)| (&line.id, line)).collect(),
            targets: targets_by_line(plan)
                .flat_map(|(_, targets)| targets)
                .map(|one| (&one.id, one))
                .collect(),
            people: people.map(|person| (&person.id, person)).collect(),
        }
    }
}

/// Makes the parts of the next edition out of those of the new annex.
struct Next<'a> {
    old: Parts<'a>,
    mapping: &'a Mapping<'a>,
    fresh: Fresh,
    ids: Vec<IdPair>,
    /// First day of the edition.
    from: IsoDate,
}

impl Next<'_> {
    /// The id of a part in the plan: its own, or the next one behind a prefix.
    fn id(&mut self, amended: &Id, prefix: &str) -> Result<Id, AmendError> {
        let id = match self.mapping.old_of(amended) {
            Some(old) => old.clone(),
            None => self.next(prefix)?,
        };
        self.ids.push(IdPair { amended: amended.clone(), id: id.clone() });
        Ok(id)
    }

    fn next(&mut self, prefix: &str) -> Result<Id, AmendError> {
        self.fresh.next(prefix).ok_or_else(|| AmendError::NoIdLeft { prefix: prefix.to_owned() })
    }

    fn task(&mut self, task: &GrantTask) -> Result<GrantTask, AmendError> {
        let id = self.id(&task.id, "t")?;
        let activities =
            task.activities.iter().map(|activity| self.activity(activity, &id)).collect::<Result<_, _>>()?;
        Ok(GrantTask { id, activities, ..task.clone() })
    }

    fn activity(&mut self, activity: &Activity, task: &Id) -> Result<Activity, AmendError> {
        let id = self.id(&activity.id, &format!("{task}-a"))?;
        let indicators =
            activity.indicators.iter().map(|line| self.line(line, task)).collect::<Result<_, _>>()?;
        Ok(Activity { id, indicators, ..activity.clone() })
    }

    fn line(&mut self, line: &Indicator, task: &Id) -> Result<Indicator, AmendError> {
        let id = self.id(&line.id, &format!("{task}-"))?;
        let targets = self.targets(&line.targets, &id)?;
        let mut next = Indicator { id, targets, ..line.clone() };
        if let Some(before) = self.mapping.old_of(&line.id).and_then(|id| self.old.lines.get(id)) {
            next.baseline = line.baseline.or(before.baseline);
            if keeps_kind(before, line) {
                (next.kind, next.accumulation) = (before.kind, before.accumulation);
            }
        }
        Ok(next)
    }

    fn impact(&mut self, line: &ImpactLine) -> Result<ImpactLine, AmendError> {
        let id = self.id(&line.id, "impact-")?;
        let targets = self.targets(&line.targets, &id)?;
        Ok(ImpactLine { id, targets, ..line.clone() })
    }

    fn targets(&mut self, targets: &[Target], line: &Id) -> Result<Vec<Target>, AmendError> {
        targets.iter().map(|target| self.target(target, line)).collect()
    }

    fn target(&mut self, target: &Target, line: &Id) -> Result<Target, AmendError> {
        let before = self.mapping.old_of(&target.id).and_then(|id| self.old.targets.get(id).copied());
        let id = self.id(&target.id, &format!("{line}."))?;
        let parts = self.parts(&target.parts, before.map_or(&[], |before| &before.parts), &id)?;
        Ok(Target { id, parts, ..target.clone() })
    }

    /// The parts of a target: each is the one of its label.
    fn parts(&mut self, parts: &[Part], before: &[Part], target: &Id) -> Result<Vec<Part>, AmendError> {
        let mut left: Vec<&Part> = before.iter().collect();
        let mut out = Vec::with_capacity(parts.len());
        for part in parts {
            let label = fold_words(&part.label);
            let id = match left.iter().position(|one| fold_words(&one.label) == label) {
                Some(at) => left.remove(at).id.clone(),
                None => self.next(&format!("{target}.p"))?,
            };
            self.ids.push(IdPair { amended: part.id.clone(), id: id.clone() });
            out.push(Part { id, ..part.clone() });
        }
        Ok(out)
    }

    /// A person who is new begins with the edition, unless the annex says when.
    fn people(&mut self, people: &[StaffMember], prefix: &str) -> Result<Vec<StaffMember>, AmendError> {
        let mut out = Vec::with_capacity(people.len());
        for person in people {
            let before = self.mapping.old_of(&person.id).and_then(|id| self.old.people.get(id).copied());
            let id = self.id(&person.id, prefix)?;
            let from = person.from.or(before.map_or(Some(self.from), |before| before.from));
            let to = person.to.or(before.and_then(|before| before.to));
            out.push(StaffMember { id, from, to, ..person.clone() });
        }
        Ok(out)
    }
}

/// The lines that each figure of the impact block sums: those that the new annex names, by their ids in the plan, else
/// those that were known. A withdrawn line stays among them: it brings nothing, and a finding says so.
fn with_sources(plan: &mut Plan, amended: &Plan, old: &Plan, ids: &[IdPair]) {
    let by_amended: BTreeMap<&Id, &Id> = ids.iter().map(|pair| (&pair.amended, &pair.id)).collect();
    let known: BTreeMap<&Id, &ImpactLine> = old.impact.iter().map(|line| (&line.id, line)).collect();
    for (line, new) in plan.impact.iter_mut().zip(&amended.impact) {
        let named = new.sources.as_ref().map(|sources| {
            sources.iter().map(|id| by_amended.get(id).map_or(id, |id| *id).clone()).collect::<Vec<Id>>()
        });
        line.sources = named.or_else(|| known.get(&line.id).and_then(|before| before.sources.clone()));
    }
}

/// The answers that the new annex brings itself, where somebody gave it any. They name parts by its own ids.
fn own_readings(amended: &Plan, ids: &[IdPair]) -> Vec<PlanReading> {
    let by_amended: BTreeMap<&Id, &Id> = ids.iter().map(|pair| (&pair.amended, &pair.id)).collect();
    let named = |reading: &PlanReading| {
        let line = by_amended.get(&reading.line).map_or(&reading.line, |id| *id).clone();
        PlanReading { line, ..reading.clone() }
    };
    amended.readings.iter().map(named).collect()
}
