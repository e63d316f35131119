//! Mirrors of the types of `qoldau_core::bundle`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::bundle::BundleLimits;
use qoldau_core::bundle::BundleManifest;
use qoldau_core::bundle::BundlePlan;
use qoldau_core::bundle::ListedFile;
use qoldau_core::facts::FactsLimits;
use qoldau_core::value::Id;

/// How much of a bundle is taken at most. One beyond the limits is refused, never cut.
#[uniffi::remote(Record)]
pub struct BundleLimits {
    /// Size of the file, in bytes. Default 256 MiB.
    #[uniffi(default = 268435456)]
    pub max_bytes: u32,
    /// Size of one unpacked part, in bytes. Default 256 MiB.
    #[uniffi(default = 268435456)]
    pub max_unpacked: u32,
    /// How many times larger than its packed form a part above 1 MiB may be. Default 200.
    #[uniffi(default = 200)]
    pub max_ratio: u32,
    /// Files in the archive. Default 256.
    #[uniffi(default = 256)]
    pub max_entries: u32,
    /// Limits on the journal.
    pub facts: FactsLimits,
}

/// What lies in a bundle, with a digest of each part: `bundle.json` in the archive.
#[uniffi::remote(Record)]
pub struct BundleManifest {
    /// Name and version of this form.
    pub format: String,
    /// The plan that the journal belongs to, where it says so.
    #[uniffi(default = None)]
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
#[uniffi::remote(Record)]
pub struct BundlePlan {
    /// Number of the edition: 0 for the contract as signed.
    pub edition: u32,
    /// SHA-256 of the plan's canonical JSON, lower-case hexadecimal.
    pub digest: String,
}

/// A file that was recorded as evidence.
#[uniffi::remote(Record)]
pub struct ListedFile {
    /// The item of evidence it belongs to.
    pub item: Id,
    /// Its name.
    pub name: String,
    /// SHA-256 of its content, where it was recorded.
    #[uniffi(default = None)]
    pub sha256: Option<String>,
    /// Whether the sender has it. A file without a hash nobody can be shown to have.
    pub present: bool,
}
