//! Makes a bundle.

use std::collections::BTreeSet;

use super::files::evidence_files;
use super::model::{BundleManifest, BundlePlan, FORMAT};
use super::{BundleError, JOURNAL, MANIFEST, plan_part};
use crate::archive::{NewPart, write_archive};
use crate::facts::{FactsLimits, take_entries};
use crate::journal::{Envelope, Journal, write_compact};
use crate::json;
use crate::plan::{Plan, plan_digest, read_plan, write_plan};
use crate::value::hex::sha256_of_bytes;

/// The kinds of entries that can name files.
const RECORDS_FILES: [&str; 3] = ["evidence", "attachEvidence", "amend"];

/// Makes a bundle of a plan's editions and a journal. Equal contents give equal bytes.
///
/// `present` are the SHA-256 hashes of the files that the sender has.
///
/// # Errors
/// Plans of one edition, or of another plan than the journal ([`BundleError::OtherPlans`], `BND007`); what cannot be written
/// (`BND008`, `PLN005`).
pub fn write_bundle(
    plans: &[Plan],
    journal: &Journal,
    present: &BTreeSet<String>,
) -> Result<Vec<u8>, BundleError> {
    let plans = in_order(plans, journal)?;
    let written: Vec<(BundlePlan, String)> =
        plans.iter().map(|plan| part_of(plan)).collect::<Result<_, _>>()?;
    let packed = write_compact(journal);
    let recorded = journal.settled().filter(|entry| RECORDS_FILES.contains(&&*entry.kind));
    let facts = take_entries(recorded.filter_map(Envelope::entry).collect(), &FactsLimits::default());
    let entries = facts.map(|facts| facts.entries).unwrap_or_default();
    let manifest = BundleManifest {
        format: FORMAT.into(),
        plan: journal.plan().or(plans.first().map(|plan| &plan.id)).cloned(),
        plans: written.iter().map(|(listed, _)| listed.clone()).collect(),
        entries: u32::try_from(journal.entries().len()).unwrap_or(u32::MAX),
        journal: sha256_of_bytes(&packed),
        files: evidence_files(&entries, present),
    };
    let manifest = json::canonical(&manifest).map_err(|_| BundleError::Unwritable)?;
    let part = |name: &str, bytes, packed| NewPart { name: name.to_owned(), bytes, packed };
    let mut parts = vec![part(MANIFEST, manifest.as_bytes(), false)];
    parts.extend(
        written.iter().map(|(listed, text)| part(&plan_part(listed.edition), text.as_bytes(), false)),
    );
    parts.push(part(JOURNAL, &packed, true));
    write_archive(&parts).map_err(|_| BundleError::Unwritable)
}

/// An edition as it is listed, and its words. The digest is of what will be read: a plan that a host made of older JSON
/// without reading it becomes one of today's format by that.
fn part_of(plan: &Plan) -> Result<(BundlePlan, String), BundleError> {
    let text = write_plan(plan)?;
    let digest = plan_digest(&read_plan(text.as_bytes())?)?;
    Ok((BundlePlan { edition: plan.edition_number(), digest }, text))
}

/// The plans in the order of their editions.
fn in_order<'a>(plans: &'a [Plan], journal: &Journal) -> Result<Vec<&'a Plan>, BundleError> {
    let mut plans: Vec<&Plan> = plans.iter().collect();
    plans.sort_by_key(|plan| plan.edition_number());
    let id = journal.plan().or(plans.first().map(|plan| &plan.id));
    let foreign = plans.iter().find(|plan| Some(&plan.id) != id);
    let twice = plans.windows(2).find_map(|pair| match pair {
        [a, b] if a.edition_number() == b.edition_number() => Some(b),
        _ => None,
    });
    match foreign.or(twice) {
        Some(plan) => Err(BundleError::OtherPlans { edition: plan.edition_number() }),
        None => Ok(plans),
    }
}
