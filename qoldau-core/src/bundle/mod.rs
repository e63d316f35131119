//! Floor 5: the bundle, one file for the messenger that holds everything another phone or an office needs: the plan with its
//! editions, the journal, and a list of the files that prove the work, with whether the sender has them.
//!
//! [`write_bundle`] and [`read_bundle`] are each other's inverse. Photographs do not travel in it: a messenger carries them
//! better by themselves, and the list says by hash which are whose.

mod error;
mod files;
mod model;
mod read;
mod write;

pub use error::BundleError;
pub use files::evidence_files;
pub use model::{BundleLimits, BundleManifest, BundlePlan, BundleRead, FORMAT, ListedFile};
pub use read::{is_bundle, read_bundle};
pub use write::write_bundle;

/// The part that says what lies in the bundle.
const MANIFEST: &str = "bundle.json";
/// The part with the journal.
const JOURNAL: &str = "journal.qjrn";

/// The part with an edition of the plan.
fn plan_part(edition: u32) -> String {
    format!("plan-{edition}.json")
}
