//! One sample of numbers, and two that are independent.

use crate::survey::stats::{self, WelchT};
use crate::value::Amount;
use serde_json::Value;

use super::StatisticError;
use super::fields::{Fields, answer, not};
use super::tables::{Beside, Rows, is};

pub(super) fn descriptives(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let of = stats::descriptives(&input.amounts("values")?)?;
    Ok(answer! {
        "n": of.n,
        "n_missing": of.n_missing,
        "mean": of.mean,
        "sd": of.sd,
        "se": of.se,
        "min": of.min,
        "q1": of.q1,
        "median": of.median,
        "q3": of.q3,
        "max": of.max,
        "skew_G1": of.skew_g1,
        "kurt_G2": of.kurt_g2,
    })
}

/// The samples x and y: two lists, or a column of a table by the groups of another; missing values are left out.
fn samples(input: Fields<'_>, beside: &Beside<'_>) -> Result<(Vec<Amount>, Vec<Amount>), StatisticError> {
    if input.optional("csv").is_none() {
        let of = |name| input.amounts(name).map(|values| values.into_iter().flatten().collect());
        return Ok((of("x")?, of("y")?));
    }
    let table = Rows::read(input, "csv", beside)?;
    let group = |name| input.optional(name).ok_or_else(|| not(name, "the name of a group"));
    let (x_group, y_group) = (group("x_group")?, group("y_group")?);
    let values = table.amounts(input.text("column")?)?;
    let groups = table.texts(input.text("group")?)?;
    let of = |named: &Value| {
        let rows = values.iter().zip(&groups);
        rows.filter(|(_, group)| is(group.as_deref(), named)).filter_map(|(value, _)| *value).collect()
    };
    Ok((of(x_group), of(y_group)))
}

pub(super) fn mann_whitney(input: Fields<'_>, beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let (x, y) = samples(input, beside)?;
    let of = stats::mann_whitney(&x, &y)?;
    Ok(answer! {
        "u1": of.u1,
        "u2": of.u2,
        "cliffs_delta": of.cliffs_delta,
        "z": of.z,
        "p_norm": of.p_norm,
        "z_cc": of.z_cc,
        "p_norm_cc": of.p_norm_cc,
        "p_greater": of.p_greater,
        "p_less": of.p_less,
        "p_two_doubled": of.p_two_doubled,
        "p_two_dist": of.p_two_dist,
    })
}

pub(super) fn welch_t(input: Fields<'_>, beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let (x, y) = samples(input, beside)?;
    Ok(of_welch_t(&stats::welch_t(&x, &y)?))
}

pub(super) fn of_welch_t(of: &WelchT) -> Value {
    answer! { "t": of.t, "df": of.df, "p_two": of.p_two, "d_s": of.d_s, "g_s": of.g_s }
}
