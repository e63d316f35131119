//! Floor 3: people on lists, counted honestly: what tells them apart, which rows are one person, and how many they are.

pub mod duplicates;
pub mod identity;
pub mod import;
pub(crate) mod names;
pub mod observe;
pub mod reach;
mod rules;

use crate::finding::RuleInfo;

/// Rules of people: of lists, and of what lists come to beside reports.
pub const PEOPLE_RULES: [&[&RuleInfo]; 2] = [rules::LIST_RULES, observe::OBSERVE_RULES];
