//! The statistics of surveys, as functions over plain records.
//!
//! What is undefined is nothing (`None`, `null`), never NaN, 0 or 1. Input that cannot be reckoned with is a
//! [`StatsError`].

pub mod distribution;
mod error;
pub(crate) mod numeric;

pub use error::StatsError;
