//! Proportions.

use crate::survey::stats::{self, PairedTable};
use serde_json::Value;

use super::StatisticError;
use super::fields::{Fields, answer, not, pair};
use super::tables::Beside;

pub(super) fn one(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let of = stats::proportion_intervals(input.amount("x")?, input.amount("n")?, input.level()?)?;
    Ok(answer! {
        "estimate": of.estimate,
        "wald": pair(of.wald),
        "wilson": pair(of.wilson),
        "wilson_cc": pair(of.wilson_cc),
        "clopper_pearson": pair(of.clopper_pearson),
        "mid_p": pair(of.mid_p),
        "agresti_coull": pair(of.agresti_coull),
        "jeffreys": pair(of.jeffreys),
    })
}

pub(super) fn independent(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let count = |name| input.count(name);
    let level = input.level()?;
    let of = stats::proportion_difference(count("x1")?, count("n1")?, count("x2")?, count("n2")?, level)?;
    Ok(answer! {
        "p1": of.p1,
        "p2": of.p2,
        "diff": of.diff,
        "newcombe": pair(of.newcombe),
        "newcombe_cc": pair(of.newcombe_cc),
        "agresti_caffo": pair(of.agresti_caffo),
        "miettinen_nurminen": pair(of.miettinen_nurminen),
        "z_pooled": of.z_pooled,
        "p_z": of.p_z,
        "p_fisher": of.p_fisher,
    })
}

pub(super) fn paired(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let table = PairedTable {
        both: input.count("both")?,
        first_only: input.count("first_only")?,
        second_only: input.count("second_only")?,
        neither: input.count("neither")?,
    };
    let of = stats::paired_proportions(table, input.level()?)?;
    Ok(answer! {
        "n": of.n,
        "p_first": of.p_first,
        "p_second": of.p_second,
        "diff_first_minus_second": of.diff_first_minus_second,
        "newcombe10": pair(of.newcombe10),
        "tango": pair(of.tango),
        "chi2": of.chi2,
        "p_chi2": of.p_chi2,
        "chi2_cc": of.chi2_cc,
        "p_chi2_cc": of.p_chi2_cc,
        "p_exact": of.p_exact,
        "p_mid": of.p_mid,
    })
}

pub(super) fn nps(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let counts = <[u32; 11]>::try_from(input.counts("counts_0_to_10")?);
    let counts = counts.map_err(|_| not("counts_0_to_10", "eleven counts: a rating from 0 to 10"))?;
    let of = stats::net_promoter_score(counts, input.level()?)?;
    Ok(answer! {
        "n": of.n,
        "promoters": of.promoters,
        "passives": of.passives,
        "detractors": of.detractors,
        "nps": of.nps,
        "se": of.se,
        "ci_wald": pair(of.ci_wald),
    })
}
