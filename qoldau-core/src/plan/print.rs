//! Targets and deadlines in words.

use super::{Due, Target};
use crate::language::Language;

/// One target in words, in canonical form.
#[must_use]
pub fn print_target(target: &Target, _language: Language) -> String {
    target.text.clone()
}

/// The targets of a cell in words.
#[must_use]
pub fn print_targets(targets: &[Target], language: Language) -> String {
    targets.iter().map(|target| print_target(target, language)).collect::<Vec<_>>().join(", ")
}

/// A deadline in words.
#[must_use]
pub fn print_due(due: &Due, _language: Language) -> String {
    due.text().into()
}
