//! Readings that the contract's own words imply.

use super::{Plan, PlanReading};

/// The readings that a heading, an expected result or an activity's text implies.
#[must_use]
pub fn implied_readings(_plan: &Plan) -> Vec<PlanReading> {
    Vec::new()
}
