#![doc = include_str!("../../README.md")]

pub mod annex;
mod archive;
pub mod assess;
pub mod bundle;
mod catalogue;
pub mod check;
pub mod facts;
pub mod failure;
pub mod finding;
pub mod journal;
mod json;
pub mod language;
pub mod package;
pub mod people;
pub mod plan;
pub mod report;
pub mod review;
pub mod section;
#[cfg(feature = "survey")]
pub mod survey;
pub mod table;
mod threads;
pub mod value;
pub mod whole;

pub use catalogue::{catalogue, rule};
