//! All rules of surveys.

use super::answers::rules::ANSWER_RULES;
use super::focus::FOCUS_RULES;
use super::import::rules::IMPORT_RULES;
use super::lint::rules::LINT_RULES;
use crate::finding::RuleInfo;

/// Rules of surveys, by part: of a questionnaire, of answers and tallies, of importing answers, of focus groups.
pub const SURVEY_RULES: [&[&RuleInfo]; 4] = [LINT_RULES, ANSWER_RULES, IMPORT_RULES, FOCUS_RULES];
