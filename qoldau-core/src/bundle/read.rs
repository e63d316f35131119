//! Reads a bundle.

use super::model::{BundleLimits, BundleManifest, BundlePlan, BundleRead, FORMAT};
use super::{BundleError, JOURNAL, MANIFEST, plan_part};
use crate::archive::{Archive, ArchiveLimits, Damage, Excess, beyond};
use crate::journal::{JournalRead, read_journal};
use crate::json;
use crate::plan::{Plan, plan_digest, read_plan};
use crate::value::format::{FormatFault, Head, Version};
use crate::value::hex::sha256_of_bytes;

const NAME: &str = "qoldau-bundle";
const KNOWN: Version = Version { major: 1, minor: 0 };

/// Whether bytes begin as a bundle does, and not as a journal.
#[must_use]
pub fn is_bundle(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads a bundle: whole, with every part the one that was put in, or not at all. Parts that it does not list are not looked at.
///
/// # Errors
/// [`BundleError`]: a newer format (`BND001`), what is no bundle (`BND002`), what is damaged (`BND003`), beyond the limits
/// (`BND004`) or protected (`BND005`), parts that are missing or others (`BND006`), plans that do not belong together
/// (`BND007`), and what its plans and its journal answer. A damaged journal is not read in part here: the sender sends anew.
pub fn read_bundle(bytes: &[u8], limits: &BundleLimits) -> Result<BundleRead, BundleError> {
    if beyond(bytes.len(), limits.max_bytes) {
        return Err(BundleError::TooLarge { excess: Excess::Size });
    }
    if !is_bundle(bytes) {
        return Err(BundleError::NotABundle);
    }
    let BundleLimits { max_unpacked, max_ratio, max_entries, facts, .. } = *limits;
    let archive = Archive::open(
        bytes,
        ArchiveLimits { unpacked: max_unpacked, ratio: max_ratio, entries: max_entries },
    )?;
    let manifest = archive.part(MANIFEST.as_bytes()).ok_or(BundleError::NotABundle)?;
    let manifest = manifest_of(&archive.bytes(manifest)?)?;
    let part = |name: &str| {
        let part =
            archive.part(name.as_bytes()).ok_or_else(|| BundleError::OtherPart { part: name.into() })?;
        Ok::<Vec<u8>, BundleError>(archive.bytes(part)?)
    };
    let mut plans: Vec<Plan> = Vec::new();
    for listed in &manifest.plans {
        plans.push(plan_of(listed, &part(&plan_part(listed.edition))?, &manifest, plans.last())?);
    }
    let packed = part(JOURNAL)?;
    if sha256_of_bytes(&packed) != manifest.journal {
        return Err(BundleError::OtherPart { part: JOURNAL.into() });
    }
    let JournalRead { journal, findings } = read_journal(&packed, &facts)?;
    Ok(BundleRead { manifest, plans, journal, findings })
}

fn manifest_of(bytes: &[u8]) -> Result<BundleManifest, BundleError> {
    let head: Head = json::read(bytes).map_err(|_| BundleError::NotABundle)?;
    head.accept(NAME, KNOWN).map_err(|fault| match fault {
        FormatFault::Newer(format) => BundleError::NewerFormat { format },
        FormatFault::Other => BundleError::NotABundle,
    })?;
    let manifest: BundleManifest =
        json::read(bytes).map_err(|_| BundleError::Damaged { fault: Damage::Encoding })?;
    Ok(BundleManifest { format: FORMAT.into(), ..manifest })
}

/// The plan of a part, which is what the manifest says and a later edition than the one before it.
fn plan_of(
    listed: &BundlePlan,
    bytes: &[u8],
    manifest: &BundleManifest,
    before: Option<&Plan>,
) -> Result<Plan, BundleError> {
    let plan = read_plan(bytes)?;
    let foreign = manifest.plan.as_ref() != Some(&plan.id) || plan.edition_number() != listed.edition;
    if foreign || before.is_some_and(|before| before.edition_number() >= listed.edition) {
        return Err(BundleError::OtherPlans { edition: listed.edition });
    }
    if plan_digest(&plan)? != listed.digest {
        return Err(BundleError::OtherPart { part: plan_part(listed.edition) });
    }
    Ok(plan)
}
