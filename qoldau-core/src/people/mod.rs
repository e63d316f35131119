//! Floor 3: people on lists, counted honestly: what tells them apart, which rows are one person, and how many they are.

pub mod duplicates;
pub mod identity;
pub(crate) mod names;
mod rules;

pub use rules::PEOPLE_RULES;
