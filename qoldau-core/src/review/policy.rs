//! What of the review is a matter of decision.

use serde::{Deserialize, Serialize};

use crate::plan::Setting;

/// Which states count, and whether leaders judge their own entries: each with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReviewPolicy {
    /// From which state on records of the work count: `draft` (all of them), `submitted` or `approved`; what is returned
    /// counts only under `draft`. Default `draft`.
    pub counts_from: Setting,
    /// Whether a leader may approve an entry of their own: `yes` or `no`. Default `no`.
    pub own_approval: Setting,
}

impl Default for ReviewPolicy {
    fn default() -> Self {
        Self { counts_from: Setting::default_of("draft"), own_approval: Setting::default_of("no") }
    }
}
