//! Floor 3: people on lists, counted honestly: what tells them apart, which rows are one person, and how many they are.

pub mod duplicates;
pub mod identity;
pub mod import;
pub(crate) mod names;
pub mod reach;
mod rules;

pub use rules::PEOPLE_RULES;
