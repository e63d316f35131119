//! What a bundle says of itself.

use qoldau_derive::Decode;
use serde::Serialize;

use crate::facts::FactsLimits;
use crate::finding::Finding;
use crate::journal::Journal;
use crate::plan::Plan;
use crate::value::Id;

/// Name and version of the wire form.
pub const FORMAT: &str = "qoldau-bundle/1.0";

/// What lies in a bundle, with a digest of each part: `bundle.json` in the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct BundleManifest {
    /// Name and version of this form.
    pub format: String,
    /// The plan that the journal belongs to, where it says so.
    pub plan: Option<Id>,
    /// The editions of the plan, each in a file `plan-<edition>.json`, in the order of their numbers.
    pub plans: Vec<BundlePlan>,
    /// How many entries the journal has; it lies in `journal.qjrn`, in the compact form.
    pub entries: u32,
    /// SHA-256 of that file, lower-case hexadecimal.
    pub journal: String,
    /// The files that were recorded as evidence, in the order of items, then of names.
    pub files: Vec<ListedFile>,
}

/// An edition of the plan in a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct BundlePlan {
    /// Number of the edition: 0 for the contract as signed.
    pub edition: u32,
    /// SHA-256 of the plan's canonical JSON, lower-case hexadecimal.
    pub digest: String,
}

/// A file that was recorded as evidence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ListedFile {
    /// The item of evidence it belongs to.
    pub item: Id,
    /// Its name.
    pub name: String,
    /// SHA-256 of its content, where it was recorded.
    pub sha256: Option<String>,
    /// Whether the sender has it. A file without a hash nobody can be shown to have.
    pub present: bool,
}

/// What was read of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleRead {
    /// What it says of itself.
    pub manifest: BundleManifest,
    /// The editions of the plan, in the order of their numbers.
    pub plans: Vec<Plan>,
    /// The journal.
    pub journal: Journal,
    /// What reading the journal gives reason to say.
    pub findings: Vec<Finding>,
}

/// How much of a bundle is taken at most. One beyond the limits is refused, never cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct BundleLimits {
    /// Size of the file, in bytes. Default 256 MiB.
    pub max_bytes: u32,
    /// Size of one unpacked part, in bytes. Default 256 MiB.
    pub max_unpacked: u32,
    /// How many times larger than its packed form a part above 1 MiB may be. Default 200.
    pub max_ratio: u32,
    /// Files in the archive. Default 256.
    pub max_entries: u32,
    /// Limits on the journal.
    pub facts: FactsLimits,
}

impl Default for BundleLimits {
    fn default() -> Self {
        Self {
            max_bytes: 256 << 20,
            max_unpacked: 256 << 20,
            max_ratio: 200,
            max_entries: 256,
            facts: FactsLimits::default(),
        }
    }
}
