//! Makes the package of a day.

use std::collections::{BTreeMap, BTreeSet};

use super::entries::behind;
use super::exceptions;
use super::items::Bonds;
use super::model::{
    FORMAT, Package, PackageAbout, PackageEvidence, PackageItem, PackageLine, PackageTarget, PackageWithdrawn,
};
use super::read::Answers;
use super::wire::PackageError;
use crate::assess::{
    Assessment, Figure, ImpactStanding, LineEvidence, LineStanding, Validity, WithdrawnFigures,
    WithdrawnStanding, evidence_of, evidence_of_impact, evidence_of_withdrawn,
};
use crate::facts::{Entry, Evidence, Fact, Observations};
use crate::plan::{Plan, PlanNode, Withdrawn, plan_digest};
use crate::value::Id;

/// Freezes what an assessment says into the package of a submission.
///
/// `observations` are those that were assessed and `entries` the ones they come from: of a review only what counts. What
/// is recorded later changes nothing of a package.
///
/// # Errors
/// [`PackageError::Unwritable`] (`PKG004`) when the plan or an entry cannot be written as JSON.
pub fn freeze(
    plan: &Plan,
    assessment: &Assessment,
    observations: &Observations,
    entries: &[Entry],
) -> Result<Package, PackageError> {
    let attached = Attached::of(plan, observations, entries, assessment)?;
    let standings: BTreeMap<&Id, &LineStanding> = assessment
        .tasks
        .iter()
        .flat_map(|task| &task.activities)
        .flat_map(|activity| activity.lines.iter().map(|line| (&line.id, line)))
        .collect();
    let gone = Gone { plan, assessment };
    let answers = Answers::of(&assessment.readings);
    let of_tasks = plan.lines().map(|(task, activity, line)| {
        let standing = standings.get(&line.id).copied();
        let targets = line.targets.iter().map(|target| {
            let figures = standing.and_then(|line| line.targets.iter().find(|of| of.id == target.id));
            PackageTarget {
                target: target.id.clone(),
                text: target.text.clone(),
                claimed: figures.and_then(|figures| figures.claimed),
                proven: figures.and_then(|figures| figures.proven),
                accepted: figures.and_then(|figures| figures.accepted),
                withdrawn: None,
            }
        });
        PackageLine {
            line: line.id.clone(),
            number: line.number.clone(),
            name: line.name.clone(),
            activity: Some(activity.title.clone()),
            headline: standing.map(|standing| standing.headline),
            exceptions: Some(
                standing.map_or_else(Vec::new, |line| exceptions::of_line(line, attached.uses.get(&line.id))),
            ),
            withdrawn: None,
            readings: Some(answers.to(&[&line.id, &activity.id, &task.id])),
            targets: targets.chain(gone.targets_of(&line.id)).collect(),
            evidence: attached.to(&line.id),
        }
    });
    let sums: BTreeMap<&Id, &ImpactStanding> =
        assessment.impact.iter().map(|line| (&line.id, line)).collect();
    let of_impact = plan.impact.iter().map(|line| {
        let amount = |amount| Figure::Amount { amount };
        let sum = sums.get(&line.id).copied();
        let texts: Vec<&str> = line.targets.iter().map(|target| target.text.as_str()).collect();
        PackageLine {
            line: line.id.clone(),
            number: format!("IV.{}", line.number),
            name: line.name.clone(),
            activity: None,
            headline: None,
            exceptions: Some(
                sum.map_or_else(Vec::new, |line| exceptions::of_impact(line, attached.uses.get(&line.id))),
            ),
            withdrawn: None,
            readings: Some(answers.to(&[&line.id])),
            targets: vec![PackageTarget {
                target: line.id.clone(),
                text: texts.join("; "),
                claimed: sum.and_then(|sum| sum.participations).map(amount),
                proven: sum.and_then(|sum| sum.proven).map(amount),
                accepted: None,
                withdrawn: None,
            }],
            evidence: attached.to(&line.id),
        }
    });
    Ok(Package {
        format: FORMAT.into(),
        plan: plan.id.clone(),
        plan_digest: plan_digest(plan).map_err(|_| PackageError::Unwritable)?,
        edition: assessment.edition,
        as_of: assessment.as_of,
        about: Some(PackageAbout {
            language: plan.language,
            grantee: plan.grantee.clone(),
            title: plan.title.clone(),
            contract: plan.contract.clone(),
        }),
        lines: of_tasks.chain(of_impact).chain(gone.lines(&attached)).collect(),
        unread: plan.unread.iter().map(|unread| unread.text.clone()).collect(),
        entries: behind(entries, assessment.as_of)?,
    })
}

/// What agreements took out.
struct Gone<'a> {
    plan: &'a Plan,
    assessment: &'a Assessment,
}

impl<'a> Gone<'a> {
    /// Every withdrawn part with where it stands, in the order in which they were withdrawn.
    fn all(&self) -> impl Iterator<Item = (&'a Withdrawn, &'a WithdrawnStanding)> + use<'a> {
        let Self { plan, assessment } = *self;
        plan.withdrawn.iter().filter_map(|gone| {
            let standing = assessment.withdrawn.iter().find(|standing| standing.id == gone.id)?;
            Some((gone, standing))
        })
    }

    /// The targets that a line lost.
    fn targets_of(&self, line: &'a Id) -> impl Iterator<Item = PackageTarget> + use<'a> {
        let own = |(gone, _): &(&Withdrawn, &WithdrawnStanding)| {
            gone.node == PlanNode::Target && gone.within.as_ref() == Some(line)
        };
        self.all().filter(own).flat_map(|(gone, standing)| targets_of(gone, standing))
    }

    /// The lines that went, those of the social-impact block too.
    fn lines(&self, attached: &Attached) -> Vec<PackageLine> {
        let lines = self.all().filter(|(gone, _)| matches!(gone.node, PlanNode::Line | PlanNode::Impact));
        let line = |(gone, standing): (&'a Withdrawn, &'a WithdrawnStanding)| {
            let number = gone.number.clone().unwrap_or_default();
            PackageLine {
                line: gone.id.clone(),
                number: if gone.node == PlanNode::Impact { format!("IV.{number}") } else { number },
                name: gone.name.clone().unwrap_or_default(),
                activity: None,
                headline: None,
                exceptions: Some(Vec::new()),
                withdrawn: Some(withdrawn_by(standing)),
                readings: None,
                targets: targets_of(gone, standing).into_iter().chain(self.targets_of(&gone.id)).collect(),
                evidence: attached.to(&gone.id),
            }
        };
        lines.map(line).collect()
    }
}

fn withdrawn_by(standing: &WithdrawnStanding) -> PackageWithdrawn {
    PackageWithdrawn { edition: standing.edition, agreement: standing.agreement.clone() }
}

/// The figures of what went: target by target, of a line of the social-impact block the one sum.
fn targets_of(gone: &Withdrawn, standing: &WithdrawnStanding) -> Vec<PackageTarget> {
    let promised = gone.targets();
    let whole = || promised.iter().map(|target| target.text.as_str()).collect::<Vec<_>>().join("; ");
    let figures = |figures: &WithdrawnFigures| PackageTarget {
        target: figures.id.clone(),
        text: promised
            .iter()
            .find(|target| target.id == figures.id)
            .map_or_else(whole, |target| target.text.clone()),
        claimed: figures.claimed,
        proven: figures.proven,
        accepted: figures.accepted,
        withdrawn: Some(withdrawn_by(standing)),
    };
    standing.targets.iter().map(figures).collect()
}

/// Line by line the items that count for a target which an agreement took out of it.
fn lost<'a>(plan: &'a Plan, gone: &'a [LineEvidence]) -> BTreeSet<(&'a Id, &'a Id)> {
    let targets = plan.withdrawn.iter().filter(|one| one.node == PlanNode::Target);
    let items = targets.flat_map(|target| {
        let of = gone.iter().filter(|of| of.line == target.id).flat_map(|of| &of.items);
        let valid = of.filter(|used| used.validity == Validity::Valid);
        valid.filter_map(|used| Some((target.within.as_ref()?, &used.item)))
    });
    items.collect()
}

/// The items of evidence of every line: how they serve it, and as they are frozen.
struct Attached {
    uses: BTreeMap<Id, LineEvidence>,
    lines: BTreeMap<Id, Vec<PackageItem>>,
}

impl Attached {
    fn of(
        plan: &Plan,
        observations: &Observations,
        entries: &[Entry],
        assessment: &Assessment,
    ) -> Result<Self, PackageError> {
        let (as_of, policy) = (assessment.as_of, &assessment.policy);
        let mut bodies: BTreeMap<&Id, &Evidence> = BTreeMap::new();
        for observation in observations.holding_on(as_of) {
            if let Fact::Evidence { body } = &observation.fact {
                bodies.insert(&observation.entry, body);
            }
        }
        let bonds = Bonds::of(entries, as_of);
        let (mut uses, mut lines) = (BTreeMap::new(), BTreeMap::new());
        let gone = evidence_of_withdrawn(plan, observations, as_of, policy);
        let lost = lost(plan, &gone);
        let of_tasks = evidence_of(plan, observations, as_of, policy);
        let of_impact = evidence_of_impact(plan, observations, as_of);
        for of_line in of_tasks.into_iter().chain(of_impact).chain(gone.iter().cloned()) {
            let mut frozen = Vec::new();
            for used in &of_line.items {
                let Some(body) = bodies.get(&used.entry) else { continue };
                // What is attached later makes the item bear its date itself; it bears the same one before.
                let dated = Evidence { date: Some(used.date), ..(*body).clone() };
                let digest = bonds.digest(&dated)?;
                let what = PackageEvidence {
                    kind: body.kind,
                    date: used.date,
                    number: body.number.clone(),
                    link: body.web_link().map(Into::into),
                    files: u32::try_from(body.files.len()).unwrap_or(u32::MAX),
                };
                frozen.push(PackageItem {
                    item: used.item.clone(),
                    counts: used.validity == Validity::Valid || lost.contains(&(&of_line.line, &used.item)),
                    digest,
                    what: Some(what),
                });
            }
            frozen.sort();
            lines.insert(of_line.line.clone(), frozen);
            uses.insert(of_line.line.clone(), of_line);
        }
        Ok(Self { uses, lines })
    }

    fn to(&self, line: &Id) -> Vec<PackageItem> {
        self.lines.get(line).cloned().unwrap_or_default()
    }
}
