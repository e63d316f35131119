//! Floor 5: the package of a submission: what the operator was given, frozen.
//!
//! [`freeze`] makes the package of a day, [`digest_of`] is what the `submission` entry says of it, and [`fits`] tells
//! whether a package is the one that was handed in. [`diff_packages`] says what differs between two of them, and
//! [`say_package_diff`] says it as text for the operator's manager. [`write_submission`] puts a package and what was said of
//! it into the file that goes to the operator, and [`open_submission`] opens that. `docs/review.md` states the rules.

mod diff;
mod entries;
mod exceptions;
mod freeze;
mod handed;
mod items;
mod model;
mod read;
mod say;
mod wire;
mod words;

pub use diff::{
    AboutChange, ItemChange, LineDiff, LineState, PackageDiff, ReadingChange, TargetDiff, diff_packages,
};
pub use exceptions::LineException;
pub use freeze::freeze;
pub use handed::{HandedIn, OpenedSubmission, SUBMISSION_FORMAT, open_submission, write_submission};
pub use model::{
    FORMAT, Package, PackageAbout, PackageEntry, PackageEvidence, PackageItem, PackageLine, PackageReading,
    PackageTarget, PackageWithdrawn,
};
pub use say::say_package_diff;
pub(crate) use wire::codes;
pub use wire::{PackageError, digest_of, fits, read_package, write_package};
