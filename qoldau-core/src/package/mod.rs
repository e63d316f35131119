//! Floor 5: the package of a submission: what the operator was given, frozen.
//!
//! [`freeze`] makes the package of a day, [`digest_of`] is what the `submission` entry says of it, and [`fits`] tells
//! whether a package is the one that was handed in. [`diff_packages`] says what differs between two of them, and
//! [`say_package_diff`] says it as text for the operator's manager. `docs/review.md` states the rules.

mod diff;
mod freeze;
mod model;
mod say;
mod wire;

pub use diff::{ItemChange, LineDiff, LineState, PackageDiff, TargetDiff, diff_packages};
pub use freeze::freeze;
pub use model::{FORMAT, Package, PackageEntry, PackageItem, PackageLine, PackageTarget};
pub use say::say_package_diff;
pub use wire::{PackageError, digest_of, fits, read_package, write_package};
