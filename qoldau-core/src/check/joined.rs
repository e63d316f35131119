//! What reading an annex and checking its plan say together: one cause is told once.

use super::{CheckResult, MORE_OF_THE_SAME};
use crate::finding::{Finding, Param, ParamValue, Place};
use crate::plan::{Policy, needs_period};

/// Rules of reading, each with the rules of the check that tell of the same cause from the plan.
///
/// The finding of the check is the one that stays: it can be answered and acknowledged, and is there as long as the plan
/// is, while the annex is read once.
const RETOLD: &[(&str, &[&str])] = &[
    ("ANX101", &["PLAN005"]),
    // A deadline that was taken over may be one that nobody understood.
    ("ANX102", &["PLAN025", "PLAN027"]),
    ("ANX103", &["PLAN003"]),
    ("ANX104", &["PLAN027"]),
    ("ANX105", &["PLAN004"]),
    ("ANX109", &["PLAN007"]),
];

/// The rule of reading that says more of kept words than [`KEPT`] does: which value it was. Without a line it is the
/// project's period, and quotes what [`PERIOD`] only finds missing.
const FIELD: &str = "ANX108";
/// The rule of the check that tells of a plan without a period.
const PERIOD: &str = "PLAN001";
/// The rule of reading that tells of a deadline nobody understood: one that lacks nothing but the project's period has one
/// cause with its lack.
const DEADLINE: &str = "ANX104";
/// The rule of the check that tells of words the plan keeps.
const KEPT: &str = "PLAN004";

/// Joins what reading an annex found with what checking its plan found, so that one cause is told once: findings of the
/// reading first, without those that the check tells, open or folded away, with the severities of the policy.
#[must_use]
pub fn join_reading(read: Vec<Finding>, mut checked: CheckResult, policy: &Policy) -> CheckResult {
    let fields: Vec<Place> =
        read.iter().filter(|finding| finding.code == FIELD).map(|finding| finding.place.clone()).collect();
    let told = Told::by(&checked);
    let no_period = checked.findings.iter().chain(&checked.folded).any(|finding| finding.code == PERIOD);
    let lacks_period = |finding: &Finding| no_period && finding.code == DEADLINE && needs_its_period(finding);
    let mut findings: Vec<Finding> =
        read.into_iter().filter(|finding| !told.retells(finding) && !lacks_period(finding)).collect();
    tell_period_once(&mut findings, &mut checked);
    let is_of_field = |finding: &Finding| finding.code == KEPT && fields.contains(&finding.place);
    checked.findings.retain(|finding| !is_of_field(finding));
    checked.folded.retain(|finding| !is_of_field(finding));
    policy.weigh(&mut findings);
    findings.append(&mut checked.findings);
    CheckResult { findings, folded: checked.folded }
}

/// A period that was not understood is told by the reading, with the severity that the check gives to its lack; one whose
/// lack somebody took note of is not told again.
fn tell_period_once(read: &mut Vec<Finding>, checked: &mut CheckResult) {
    let quotes_period = |finding: &Finding| finding.code == FIELD && finding.lines.is_empty();
    if checked.folded.iter().any(|finding| finding.code == PERIOD) {
        read.retain(|finding| !quotes_period(finding));
    } else if let Some(quoted) = read.iter_mut().find(|finding| quotes_period(finding)) {
        let missing = checked.findings.iter().find(|finding| finding.code == PERIOD);
        quoted.severity = missing.map_or(quoted.severity, |missing| missing.severity);
        checked.findings.retain(|finding| finding.code != PERIOD);
    }
}

/// What a check tells, ready to be looked up.
struct Told {
    /// Codes with the lines they touch, and with the places of those that touch none; sorted.
    lines: Vec<(String, String)>,
    places: Vec<(String, Place)>,
    /// Codes of which more were found than are listed.
    uncounted: Vec<String>,
}

impl Told {
    fn by(checked: &CheckResult) -> Self {
        let mut told = Self { lines: Vec::new(), places: Vec::new(), uncounted: Vec::new() };
        for finding in checked.findings.iter().chain(&checked.folded) {
            if finding.code == MORE_OF_THE_SAME.code {
                told.uncounted.extend(code_said(finding).map(str::to_owned));
            } else if finding.lines.is_empty() {
                told.places.push((finding.code.clone(), finding.place.clone()));
            }
            told.lines.extend(finding.lines.iter().map(|line| (finding.code.clone(), line.to_string())));
        }
        told.lines.sort_unstable();
        told.places.sort_unstable();
        told
    }

    /// Whether the check tells of the cause of a finding of the reading: every line it touches is touched by a finding
    /// that retells it, or the same place is.
    fn retells(&self, finding: &Finding) -> bool {
        // The reading's own count of what it does not list: the rest is the check's to count.
        let code = code_said(finding).unwrap_or(&finding.code);
        let Some((_, retold)) = RETOLD.iter().find(|(told, _)| *told == code) else { return false };
        retold.iter().any(|code| self.uncounted.iter().any(|known| known == code))
            || if finding.lines.is_empty() {
                retold.iter().any(|code| self.has_place(code, &finding.place))
            } else {
                finding.lines.iter().all(|line| retold.iter().any(|code| self.has_line(code, line.as_str())))
            }
    }

    fn has_line(&self, code: &str, line: &str) -> bool {
        self.lines.binary_search_by(|(of, known)| (of.as_str(), known.as_str()).cmp(&(code, line))).is_ok()
    }

    fn has_place(&self, code: &str, place: &Place) -> bool {
        self.places.binary_search_by(|(of, known)| (of.as_str(), known).cmp(&(code, place))).is_ok()
    }
}

/// Whether the words that a finding quotes are a deadline that lacks nothing but the project's period.
fn needs_its_period(finding: &Finding) -> bool {
    finding.params.iter().any(|param| match &param.value {
        ParamValue::Text { text } => needs_period(text),
        _ => false,
    })
}

/// The code that a finding of more than are listed speaks of.
fn code_said(finding: &Finding) -> Option<&str> {
    let of_code = |param: &Param| param.name == "code";
    finding.params.iter().find(|param| of_code(param)).and_then(|param| match &param.value {
        ParamValue::Number { number } => Some(number.as_str()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annex::ANNEX_RULES;
    use crate::check::CHECK_RULES;
    use crate::finding::{RuleInfo, Severity};

    #[test]
    fn a_deadline_that_lacks_nothing_but_the_period_is_told_with_it() {
        let deadline = |text: &str| {
            Finding { code: DEADLINE.into(), ..Finding::new(CHECK_RULES[0], Place::Whole {}) }
                .param(Param::text("text", text))
        };
        let period = CHECK_RULES.iter().find(|rule| rule.code == PERIOD).unwrap();
        let joined = |checked: Vec<Finding>| {
            let checked = CheckResult { findings: checked, folded: Vec::new() };
            let read = vec![deadline("Маусым-Қыркүйек"), deadline("кестеге сәйкес")];
            let codes = join_reading(read, checked, &Policy::default()).findings;
            codes.into_iter().map(|finding| finding.code).collect::<Vec<_>>()
        };
        assert_eq!(joined(vec![Finding::new(period, Place::Whole {})]), [DEADLINE, PERIOD]);
        assert_eq!(joined(Vec::new()), [DEADLINE, DEADLINE]);
    }

    /// Reading alone and checking give one cause one severity.
    #[test]
    fn a_rule_of_reading_is_as_grave_as_those_that_retell_it() {
        let severity = |rules: &[&RuleInfo], code: &str| -> Severity {
            rules.iter().find(|rule| rule.code == code).unwrap().severity
        };
        for (read, checked) in RETOLD {
            for code in *checked {
                assert_eq!(severity(ANNEX_RULES, read), severity(CHECK_RULES, code), "{read} and {code}");
            }
        }
    }
}
