//! All rules of surveys.

use super::answers::rules::ANSWER_RULES;
use super::lint::rules::LINT_RULES;
use crate::finding::RuleInfo;

/// Rules of surveys, by part.
pub const SURVEY_RULES: [&[&RuleInfo]; 2] = [LINT_RULES, ANSWER_RULES];
