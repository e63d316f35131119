//! The policy: every threshold and default, each with its source. A report prints the policy it used.

use std::collections::BTreeMap;

use qoldau_derive::Decode;
use serde::Serialize;

use crate::finding::{Finding, Severity};
use crate::value::Amount;

/// A value of the policy with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Setting {
    /// The value as text; nothing means not set.
    pub value: Option<String>,
    /// Who says so.
    pub source: Source,
    /// Edition of the act or document, where it is one.
    pub edition: Option<String>,
    /// Whether somebody checked it against its source.
    pub verified: bool,
}

/// Where a value of the policy comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Source {
    /// The product's stated default.
    Default,
    /// The user.
    User,
    /// An act of law.
    Law,
    /// The contract or an agreement.
    Contract,
}

impl Setting {
    /// A default of the product.
    #[must_use]
    pub fn default_of(value: &str) -> Self {
        Self { value: Some(value.into()), source: Source::Default, edition: None, verified: false }
    }

    /// Not set.
    #[must_use]
    pub fn not_set() -> Self {
        Self { value: None, source: Source::Default, edition: None, verified: false }
    }

    /// Whether the value is this one.
    #[must_use]
    pub fn is(&self, value: &str) -> bool {
        self.value.as_deref() == Some(value)
    }

    /// Whether somebody decided on the value: it is set, and not by the product's default.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.value.is_some() && self.source != Source::Default
    }

    /// The value as a number, where it is one.
    #[must_use]
    pub fn amount(&self) -> Option<Amount> {
        self.value.as_deref()?.parse().ok()
    }
}

/// Every threshold and default of the product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Policy {
    /// How a bare number of a line that counts is meant: `atLeast`, `exactly`. Default `atLeast`.
    pub counts_bound: Setting,
    /// How a bare number of a document line is meant: `exists`. Default `exists`.
    pub documents_bound: Setting,
    /// How a bare number of staff, partners and pages is meant: `level`. Default `level`.
    pub level_bound: Setting,
    /// What counts for a letter: `letter` or `addressee`. Default `letter`, the more careful one.
    pub letters: Setting,
    /// How lines naming several networks count: `inTotal` or `perNetwork`. Default `inTotal`.
    pub networks: Setting,
    /// Whether posts of the tasks count towards the information work's: `within` or `beside`. Default `beside`.
    pub task_posts: Setting,
    /// Whether a post may serve two sections: `shared` or `once`. Default `shared`, always shown.
    pub reuse: Setting,
    /// What a support counts as in the impact block: `service` or `person`. Default `service`.
    pub support_counts: Setting,
    /// Expect a part of a total by a date in proportion to the days gone: `yes` or `no`. Default `no`.
    pub pro_rata: Setting,
    /// Days after an event within which its evidence is in time. Not set: evidence is never late by itself.
    pub evidence_days: Setting,
    /// Working time of one person over all rows that name them, in percent: more is a finding. Default 100.
    pub workload_limit: Setting,
    /// From which state of the review on records of the work count: `draft` (all of them), `submitted` or `approved`; what is
    /// returned counts only under `draft`. Default `draft`.
    pub counts_from: Setting,
    /// Whether a leader may approve an entry of their own: `yes` or `no`. Default `no`.
    pub own_approval: Setting,
    /// Severities that differ from the rules' own, by code.
    pub severities: BTreeMap<String, Severity>,
}

impl Policy {
    /// Gives findings the severities that the policy states for their codes.
    pub(crate) fn weigh<'f>(&self, findings: impl IntoIterator<Item = &'f mut Finding>) {
        if self.severities.is_empty() {
            return;
        }
        for finding in findings {
            if let Some(severity) = self.severities.get(&finding.code) {
                finding.severity = *severity;
            }
        }
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            counts_bound: Setting::default_of("atLeast"),
            documents_bound: Setting::default_of("exists"),
            level_bound: Setting::default_of("level"),
            letters: Setting::default_of("letter"),
            networks: Setting::default_of("inTotal"),
            task_posts: Setting::default_of("beside"),
            reuse: Setting::default_of("shared"),
            support_counts: Setting::default_of("service"),
            pro_rata: Setting::default_of("no"),
            evidence_days: Setting::not_set(),
            workload_limit: Setting::default_of("100"),
            counts_from: Setting::default_of("draft"),
            own_approval: Setting::default_of("no"),
            severities: BTreeMap::new(),
        }
    }
}
