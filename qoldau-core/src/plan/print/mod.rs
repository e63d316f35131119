//! Targets and deadlines in words: one canonical wording for every meaning, which the grammar reads back.

mod change;
mod due;
mod number;
mod scope;
mod target;

use super::{Bound, Due, Target, TargetRule};
use crate::language::Language;

/// One target in words, in canonical form. A scope that stands in the line's name is not said again.
#[must_use]
pub fn print_target(target: &Target, language: Language) -> String {
    target::print(target, language)
}

/// The targets of a cell in words. Reading them gives the same targets again.
#[must_use]
pub fn print_targets(targets: &[Target], language: Language) -> String {
    let words: Vec<_> = targets.iter().map(|target| print_target(target, language)).collect();
    words.join(if only_counts(targets) { ", " } else { "; " })
}

/// Whether the targets are plain counts of named things, which a comma divides: «2 пост, 7 хат». A comparator or
/// scope would be lent to its neighbours over a comma, but not over a semicolon.
fn only_counts(targets: &[Target]) -> bool {
    targets.iter().all(|target| {
        matches!(target.rule, TargetRule::Number { bound: Bound::Plain, .. })
            && target.unit.is_some()
            && target.each.is_none()
            && target.every.is_none()
            && target.parts.is_empty()
            && target.note.is_none()
    })
}

/// A deadline in words, always with its year. Reading them gives the same deadline again, without any period.
#[must_use]
pub fn print_due(due: &Due, language: Language) -> String {
    due::print(due, language)
}
