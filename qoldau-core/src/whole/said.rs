//! Findings said by the rules of one part of the product, without a plan.

use crate::finding::{Finding, RuleInfo, Severity, Words};
use crate::language::Language;
use crate::report::FindingRow;

/// Findings in words, in their own order. One whose rule is not among these is told by its code alone.
pub(super) fn said(
    rules: &[&[&RuleInfo]],
    findings: &[Finding],
    language: Language,
    words: Words,
) -> Vec<FindingRow> {
    let row = |finding: &Finding| {
        let rule = rules.iter().copied().flatten().find(|rule| rule.code == finding.code);
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Question => "question",
            Severity::Info => "info",
        };
        FindingRow {
            code: finding.code.clone(),
            severity: finding.severity,
            severity_text: (words.word)(severity, language).unwrap_or(severity).into(),
            text: rule.map_or_else(|| finding.code.clone(), |rule| rule.say_by(finding, language, words)),
            remedy: rule.map_or_else(String::new, |rule| rule.say_remedy_by(finding, language, words)),
            lines: Vec::new(),
            answers: Vec::new(),
        }
    };
    findings.iter().map(row).collect()
}
