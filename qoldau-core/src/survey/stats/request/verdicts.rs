//! Whether a threshold is reached.

use crate::survey::stats::{self, Verdict};
use serde_json::Value;

use super::StatisticError;
use super::fields::{Fields, answer};
use super::tables::Beside;

pub(super) fn threshold_decision(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let (x, n, threshold) = (input.count("x")?, input.count("n")?, input.amount("threshold")?);
    let of = stats::threshold_decision(x, n, threshold, input.level_one_sided()?)?;
    Ok(answer! {
        "estimate": of.estimate,
        "point_met": of.point_met,
        "wilson_lower_1s": of.wilson_lower_1s,
        "wilson_upper_1s": of.wilson_upper_1s,
        "cp_lower_1s": of.cp_lower_1s,
        "cp_upper_1s": of.cp_upper_1s,
        "p_greater_exact": of.p_greater_exact,
        "p_less_exact": of.p_less_exact,
        "verdict_wilson": of.verdict_wilson.map(name),
        "verdict_cp": of.verdict_cp.map(name),
        "min_x_for_cp_confidence": of.min_x_for_cp_confidence,
    })
}

pub(super) fn threshold_decision_finite(
    input: Fields<'_>,
    _beside: &Beside<'_>,
) -> Result<Value, StatisticError> {
    let (x, n, population) = (input.count("x")?, input.count("n")?, input.count("N")?);
    let (threshold, level) = (input.amount("threshold")?, input.level_one_sided()?);
    let of = stats::threshold_decision_finite(x, n, population, threshold, level)?;
    Ok(answer! {
        "estimate": of.estimate,
        "point_met": of.point_met,
        "k_lower": of.k_lower,
        "k_upper": of.k_upper,
        "lower": of.lower,
        "upper": of.upper,
        "verdict": of.verdict.map(name),
        "worst_case_nonresponse": of.worst_case_nonresponse,
        "best_case_nonresponse": of.best_case_nonresponse,
    })
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::MetWithConfidence => "met_with_confidence",
        Verdict::MetPointOnly => "met_point_only",
        Verdict::NotMetInconclusive => "not_met_inconclusive",
        Verdict::NotMetWithConfidence => "not_met_with_confidence",
    }
}
