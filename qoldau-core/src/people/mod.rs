//! Floor 3: people on lists, counted honestly: what tells them apart, which rows are one person, and how many they are.

mod assign;
mod dictionary;
pub mod duplicates;
pub mod identity;
pub mod import;
pub mod linkage;
pub(crate) mod names;
pub mod observe;
pub mod pseudonym;
pub mod reach;
pub mod registry;
mod rules;

use crate::finding::RuleInfo;

/// Rules of people: of lists, of what lists come to beside reports, of registries, of decisions in files.
pub const PEOPLE_RULES: [&[&RuleInfo]; 4] =
    [rules::LIST_RULES, observe::OBSERVE_RULES, registry::REGISTRY_RULES, rules::DECISION_RULES];

/// Of them those of lists and registries alone.
#[cfg(feature = "people")]
pub(crate) const LIST_RULES: [&[&RuleInfo]; 2] = [rules::LIST_RULES, registry::REGISTRY_RULES];
