//! The package as a value.

use qoldau_derive::Decode;
use serde::Serialize;

use crate::assess::{Figure, Headline};
use crate::value::{Id, IsoDate};

/// Name and version of the package's wire form.
pub const FORMAT: &str = "qoldau-package/1.0";

/// What was handed to the operator: where every line stood on a day, and the entries that stood behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Package {
    /// Name and version of this form, [`FORMAT`].
    pub format: String,
    /// Id of the plan.
    pub plan: Id,
    /// SHA-256 of the plan's canonical JSON, lower-case hexadecimal.
    pub plan_digest: String,
    /// Number of the edition of the plan.
    pub edition: u32,
    /// Day whose state it shows.
    pub as_of: IsoDate,
    /// The indicator lines in the plan's order, then those of the social-impact block.
    pub lines: Vec<PackageLine>,
    /// The entries dated until that day, in the order of their ids: those too that others have taken the place of.
    pub entries: Vec<PackageEntry>,
}

/// Where a line stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PackageLine {
    /// Id of the line.
    pub line: Id,
    /// Its printed number.
    pub number: String,
    /// Its name, as in the contract.
    pub name: String,
    /// What its answers came to; nothing for a line of the social-impact block.
    pub headline: Option<Headline>,
    /// Its targets; of a line of the social-impact block the one sum.
    pub targets: Vec<PackageTarget>,
    /// The items of evidence that were attached to it.
    pub evidence: Vec<PackageItem>,
}

/// The figures of a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PackageTarget {
    /// Id of the target, or of the line of the social-impact block.
    pub target: Id,
    /// What was promised, as in the contract.
    pub text: String,
    /// What people said was done.
    pub claimed: Option<Figure>,
    /// What valid evidence shows.
    pub proven: Option<Figure>,
    /// What the operator had accepted.
    pub accepted: Option<Figure>,
}

/// An item of evidence behind a line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PackageItem {
    /// Id of the item.
    pub item: Id,
    /// Whether it counted for the line.
    pub counts: bool,
    /// SHA-256 of the item as it was with what was attached to it, lower-case hexadecimal.
    pub digest: String,
}

/// An entry that stood behind the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PackageEntry {
    /// Id of the entry.
    pub entry: Id,
    /// Its seal; of an entry without one the SHA-256 of its canonical JSON.
    pub digest: String,
}
