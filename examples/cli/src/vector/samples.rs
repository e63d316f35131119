//! One sample of numbers, and two that are independent.

use qoldau_core::survey::stats::{self, WelchT};
use qoldau_core::value::Amount;
use serde_json::{Value, json};

use super::input::Input;
use super::refusal::Refusal;
use super::table::is_same;

pub(super) fn descriptives(input: &Input) -> Result<Value, Refusal> {
    let of = stats::descriptives(&input.values("values")?)?;
    Ok(json!({
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
    }))
}

/// The samples x and y: two lists, or a column of a table by the groups of another; missing values are left out.
fn samples(input: &Input) -> Result<(Vec<Amount>, Vec<Amount>), Refusal> {
    if input.get("csv").is_none() {
        let of = |name| input.values(name).map(|values| values.into_iter().flatten().collect());
        return Ok((of("x")?, of("y")?));
    }
    let table = input.table()?;
    let group = |name| input.get(name).ok_or_else(|| Refusal::field(name, "the name of a group"));
    let (x_group, y_group) = (group("x_group")?, group("y_group")?);
    let values = table.numbers(input.text("column")?)?;
    let groups: Vec<Option<&str>> = table.column(input.text("group")?)?.collect();
    let of = |named: &Value| {
        let rows = values.iter().zip(&groups);
        rows.filter(|(_, group)| group.is_some_and(|group| is_same(group, named)))
            .filter_map(|(value, _)| *value)
            .collect()
    };
    Ok((of(x_group), of(y_group)))
}

pub(super) fn mann_whitney(input: &Input) -> Result<Value, Refusal> {
    let (x, y) = samples(input)?;
    let of = stats::mann_whitney(&x, &y)?;
    Ok(json!({
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
    }))
}

pub(super) fn welch_t(input: &Input) -> Result<Value, Refusal> {
    let (x, y) = samples(input)?;
    Ok(of_welch_t(&stats::welch_t(&x, &y)?))
}

pub(super) fn of_welch_t(of: &WelchT) -> Value {
    json!({ "t": of.t, "df": of.df, "p_two": of.p_two, "d_s": of.d_s, "g_s": of.g_s })
}
