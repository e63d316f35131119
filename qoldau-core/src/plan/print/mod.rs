//! Targets and deadlines in words: one canonical wording for every meaning, which the grammar reads back.

mod change;
mod due;
mod number;
mod scope;
mod target;

use super::unit::is_plain;
use super::{Bound, Due, Target, TargetRule};
use crate::language::{Language, NBSP, format_amount};
use crate::value::Amount;
use crate::value::text::is_cyrillic;

/// The language of printing, and how its numbers are grouped.
#[derive(Debug, Clone, Copy)]
struct Voice {
    language: Language,
    /// Thousands are set apart by spaces in English too: beside Kazakh and Russian words and in percents a comma
    /// would be read as the decimal one ("3,400 қатысушы", "1,250%").
    spaced: bool,
}

const KAZAKH: Voice = Voice { language: Language::Kazakh, spaced: false };

impl Voice {
    fn of(targets: &[Target], language: Language) -> Self {
        Self { language, spaced: language == Language::English && targets.iter().any(has_cyrillic) }
    }

    /// For percents and percentage points.
    fn of_percents(self) -> Self {
        Self { spaced: self.language == Language::English, ..self }
    }

    /// An amount in digits.
    fn amount(self, amount: Amount) -> String {
        let digits = format_amount(amount, self.language);
        if self.spaced { digits.replace(',', NBSP.encode_utf8(&mut [0; 4])) } else { digits }
    }
}

/// Whether a target has words of the contract in Cyrillic that are printed as they stand.
fn has_cyrillic(target: &Target) -> bool {
    let unit = target.unit.as_ref().filter(|unit| !is_plain(unit)).map(|unit| &unit.text);
    let labels = target.parts.iter().map(|part| &part.label);
    let mut words = unit.into_iter().chain(labels).chain(&target.note);
    words.any(|text| text.chars().any(is_cyrillic))
}

/// One target in words, in canonical form. A scope that stands in the line's name is not said again.
#[must_use]
pub fn print_target(target: &Target, language: Language) -> String {
    target::print(target, Voice::of(std::slice::from_ref(target), language))
}

/// The targets of a cell in words. Reading them gives the same targets again.
#[must_use]
pub fn print_targets(targets: &[Target], language: Language) -> String {
    let voice = Voice::of(targets, language);
    let words: Vec<_> = targets.iter().map(|target| target::print(target, voice)).collect();
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
