#![doc = include_str!("../../README.md")]
// Within a module that is built for size, what is gone through for every byte of large files is built for speed (docs/adr/0030).
#![cfg_attr(qoldau_small, feature(optimize_attribute))]

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
#[cfg(feature = "xlsx")]
pub mod workbook;

pub use catalogue::{catalogue, rule};
