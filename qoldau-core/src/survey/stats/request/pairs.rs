//! Pairs of numbers: before and after.

use crate::survey::stats::{self, PairedT, SignedRankTest};
use crate::value::Amount;
use serde_json::Value;

use super::StatisticError;
use super::fields::{Fields, answer, not, pair};
use super::tables::Beside;

/// The pairs of which both numbers are there, in the order that the field `difference` asks for: the first less the second, or the other
/// way round.
fn complete(input: Fields<'_>) -> Result<(Vec<Amount>, Vec<Amount>), StatisticError> {
    let (first, second) = (input.amounts("first")?, input.amounts("second")?);
    if first.len() != second.len() {
        return Err(not("second", "a list as long as `first`"));
    }
    let pairs = first.into_iter().zip(second).filter_map(|(first, second)| first.zip(second));
    let (first, second) = pairs.unzip();
    Ok(match input.choice("difference", &["first - second", "second - first"])? {
        Some("first - second") | None => (first, second),
        Some(_) => (second, first),
    })
}

pub(super) fn wilcoxon(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let (first, second) = complete(input)?;
    let ranks = stats::signed_rank(&first, &second)?;
    Ok(answer! { "wilcox": test(&ranks.wilcox), "pratt": test(&ranks.pratt) })
}

pub(super) fn test(of: &SignedRankTest) -> Value {
    answer! {
        "n_used": of.n_used,
        "n_zero": of.n_zero,
        "w_plus": of.w_plus,
        "w_minus": of.w_minus,
        "p_two": of.p_two,
        "p_greater": of.p_greater,
        "p_less": of.p_less,
        "z": of.z,
        "p_norm": of.p_norm,
        "z_cc": of.z_cc,
        "p_norm_cc": of.p_norm_cc,
        "rank_biserial": of.rank_biserial,
    }
}

pub(super) fn hodges_lehmann(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let (first, second) = complete(input)?;
    let of = stats::hodges_lehmann(&first, &second, input.level()?)?;
    Ok(answer! { "estimate": of.estimate, "ci": pair(of.ci), "achieved_conf": of.achieved_conf })
}

pub(super) fn paired_t(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let (first, second) = complete(input)?;
    Ok(of_paired_t(&stats::paired_t(&first, &second, input.level()?)?))
}

pub(super) fn of_paired_t(of: &PairedT) -> Value {
    answer! {
        "n": of.n,
        "mean_diff": of.mean_diff,
        "sd_diff": of.sd_diff,
        "t": of.t,
        "df": of.df,
        "p_two": of.p_two,
        "ci": pair(of.ci),
        "d_z": of.d_z,
        "g_z": of.g_z,
        "d_av": of.d_av,
        "d_rms": of.d_rms,
        "r": of.r,
    }
}
