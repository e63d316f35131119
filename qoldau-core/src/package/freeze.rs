//! Makes the package of a day.

use std::collections::BTreeMap;

use super::exceptions;
use super::model::{
    FORMAT, Package, PackageAbout, PackageEntry, PackageEvidence, PackageItem, PackageLine, PackageTarget,
};
use super::wire::{PackageError, digest_of_value};
use crate::assess::{Assessment, Figure, ImpactStanding, LineEvidence, LineStanding, Validity, evidence_of};
use crate::facts::{Entry, Evidence, Fact, Observations, write_entry};
use crate::plan::{Plan, plan_digest};
use crate::value::hex::sha256;
use crate::value::{Id, IsoDate};

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
    let attached = Attached::of(plan, observations, assessment)?;
    let standings: BTreeMap<&Id, &LineStanding> = assessment
        .tasks
        .iter()
        .flat_map(|task| &task.activities)
        .flat_map(|activity| activity.lines.iter().map(|line| (&line.id, line)))
        .collect();
    let of_tasks = plan.lines().map(|(_, activity, line)| {
        let standing = standings.get(&line.id).copied();
        let targets = line.targets.iter().map(|target| {
            let figures = standing.and_then(|line| line.targets.iter().find(|of| of.id == target.id));
            PackageTarget {
                target: target.id.clone(),
                text: target.text.clone(),
                claimed: figures.and_then(|figures| figures.claimed),
                proven: figures.and_then(|figures| figures.proven),
                accepted: figures.and_then(|figures| figures.accepted),
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
            targets: targets.collect(),
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
            targets: vec![PackageTarget {
                target: line.id.clone(),
                text: texts.join("; "),
                claimed: sum.and_then(|sum| sum.participations).map(amount),
                proven: sum.and_then(|sum| sum.proven).map(amount),
                accepted: None,
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
        lines: of_tasks.chain(of_impact).collect(),
        entries: behind(entries, assessment.as_of)?,
    })
}

/// The entries dated until the day, each with what binds its content.
fn behind(entries: &[Entry], as_of: IsoDate) -> Result<Vec<PackageEntry>, PackageError> {
    let mut behind = Vec::new();
    for entry in entries.iter().filter(|entry| entry.on <= as_of) {
        let digest = match &entry.seal {
            // The seal outlives an erasure, so that a package can be held against a journal whose bodies are gone.
            Some(seal) => seal.to_string(),
            None => sha256(&[&write_entry(entry).map_err(|_| PackageError::Unwritable)?]),
        };
        behind.push(PackageEntry { entry: entry.id.clone(), digest });
    }
    behind.sort_by(|a, b| a.entry.cmp(&b.entry));
    Ok(behind)
}

/// The items of evidence of every line: how they serve it, and as they are frozen.
struct Attached {
    uses: BTreeMap<Id, LineEvidence>,
    lines: BTreeMap<Id, Vec<PackageItem>>,
}

impl Attached {
    fn of(plan: &Plan, observations: &Observations, assessment: &Assessment) -> Result<Self, PackageError> {
        let (as_of, policy) = (assessment.as_of, &assessment.policy);
        let mut bodies: BTreeMap<&Id, &Evidence> = BTreeMap::new();
        for observation in observations.holding_on(as_of) {
            if let Fact::Evidence { body } = &observation.fact {
                bodies.insert(&observation.entry, body);
            }
        }
        let (mut uses, mut lines) = (BTreeMap::new(), BTreeMap::new());
        for of_line in evidence_of(plan, observations, as_of, policy) {
            let mut frozen = Vec::new();
            for used in &of_line.items {
                let Some(body) = bodies.get(&used.entry) else { continue };
                // What is attached later makes the item bear its date itself; it bears the same one before.
                let dated = Evidence { date: Some(used.date), ..(*body).clone() };
                let digest = digest_of_value(&dated)?;
                let what = PackageEvidence {
                    kind: body.kind,
                    date: used.date,
                    number: body.number.clone(),
                    link: body.web_link().map(Into::into),
                    files: u32::try_from(body.files.len()).unwrap_or(u32::MAX),
                };
                frozen.push(PackageItem {
                    item: used.item.clone(),
                    counts: used.validity == Validity::Valid,
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
