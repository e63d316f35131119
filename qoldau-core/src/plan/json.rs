//! The plan's JSON: the versioned interchange form.

use super::Plan;

/// Why a plan's JSON could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// The plan is of a newer format than this version knows.
    #[error("the plan has the newer format `{format}`")]
    NewerFormat {
        /// The format as it stands.
        format: String,
    },
    /// The JSON is not a plan.
    #[error("not a plan: {detail}")]
    Malformed {
        /// Where and what, without words of the document.
        detail: String,
    },
}

/// Reads a plan from its JSON.
///
/// # Errors
/// [`PlanError`].
pub fn read_plan(json: &[u8]) -> Result<Plan, PlanError> {
    serde_json::from_slice(json).map_err(|error| PlanError::Malformed { detail: error.to_string() })
}

/// Writes a plan as JSON.
///
/// # Errors
/// [`PlanError`].
pub fn write_plan(plan: &Plan) -> Result<String, PlanError> {
    serde_json::to_string_pretty(plan).map_err(|error| PlanError::Malformed { detail: error.to_string() })
}
