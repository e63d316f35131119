//! Weights.

use crate::survey::stats::{self, Margin, RakeOptions, WeightTotal};
use serde_json::{Map, Value};

use crate::survey::stats::request::StatisticError;
use crate::survey::stats::request::fields::{Fields, answer, labels, list, not, numbers_by_label};
use crate::survey::stats::request::tables::Beside;
use crate::survey::stats::request::tables::Rows;

pub(in super::super) fn kish(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let weights: Vec<f64> = input.numbers("weights")?.into_iter().flatten().collect();
    let effect = stats::kish(&weights)?;
    Ok(answer! {
        "n": effect.rows,
        "n_zero_weight": effect.zero_weights,
        "deff_w": effect.design_effect,
        "n_eff": effect.effective_n,
    })
}

pub(in super::super) fn poststratify(
    input: Fields<'_>,
    _beside: &Beside<'_>,
) -> Result<Value, StatisticError> {
    let strata = input.texts("stratum")?;
    let population = numbers_by_label(input.required("population")?, "population")?;
    let base = input.optional_numbers("base_weights")?.unwrap_or_default();
    let total =
        match input.choice("normalise_to", &["population total", "population", "rows", "sample size"])? {
            Some("rows" | "sample size") => WeightTotal::Rows,
            _ => WeightTotal::Population,
        };
    let weighted = stats::poststratify(&strata, &population, &base, total, &values(input)?)?;
    let by_stratum: Map<String, Value> = weighted
        .strata
        .iter()
        .map(|stratum| (stratum.stratum.clone(), Value::from(stratum.weight)))
        .collect();
    Ok(answer! {
        "weights_by_stratum": by_stratum,
        "sum": weighted.weights.iter().sum::<f64>(),
        "mean_y": weighted.mean,
        "deff_w": weighted.kish.design_effect,
        "n_eff": weighted.kish.effective_n,
    })
}

pub(in super::super) fn rake(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let rows = list(input.required("rows")?, "rows")?
        .iter()
        .map(|row| labels(row, "rows"))
        .collect::<Result<Vec<_>, _>>()?;
    let targets = input.required("targets")?;
    let margin = |variable: String| {
        let of_variable = targets.get(&variable).ok_or_else(|| not("targets", "given for every variable"))?;
        Ok(Margin { targets: numbers_by_label(of_variable, "targets")?, variable })
    };
    let margins: Vec<Margin> =
        input.texts("variables")?.into_iter().map(margin).collect::<Result<_, StatisticError>>()?;
    let mut options = RakeOptions::default();
    if input.optional("converge_rel").is_some() {
        options.tolerance = input.number("converge_rel")?;
    }
    let base = input.optional_numbers("base_weights")?.unwrap_or_default();
    let raked = stats::rake(&rows, &margins, &base, &values(input)?, options)?;
    let by_cell: Map<String, Value> =
        raked.cells.iter().map(|cell| (cell.categories.join("|"), Value::from(cell.weight))).collect();
    Ok(answer! {
        "converged": raked.converged,
        "sweeps": raked.sweeps,
        "largest_deviation": raked.largest_deviation,
        "weight_by_cell": by_cell,
        "sum": raked.sum,
        "mean_y": raked.mean,
        "deff_w": raked.kish.design_effect,
        "n_eff": raked.kish.effective_n,
    })
}

/// The values `y`, if any.
fn values(input: Fields<'_>) -> Result<Vec<Option<f64>>, StatisticError> {
    input.optional("y").map_or(Ok(Vec::new()), |_| input.numbers("y"))
}

pub(in super::super) fn weighted_proportion(
    input: Fields<'_>,
    beside: &Beside<'_>,
) -> Result<Value, StatisticError> {
    let (answers, weights) = if input.required("y")?.is_array() {
        (input.numbers("y")?, input.numbers("w")?)
    } else {
        let rows = Rows::read(input, "csv", beside)?;
        (rows.numbers_or_truths(input.text("y")?)?, rows.numbers(input.text("w")?)?)
    };
    let wrong = || not("y", "0 or 1 in every row");
    let yes = |answer: f64| match answer {
        0.0 => Ok(false),
        1.0 => Ok(true),
        _ => Err(wrong()),
    };
    let answers: Vec<Option<bool>> =
        answers.into_iter().map(|answer| answer.map(yes).transpose()).collect::<Result<_, _>>()?;
    let weighted = stats::weighted_proportion(&answers, &weights, input.level()?)?;
    Ok(answer! {
        "n": weighted.rows,
        "n_missing": weighted.missing,
        "n_zero_weight": weighted.zero_weights,
        "p_unweighted": weighted.unweighted,
        "p": weighted.proportion,
        "se_linearised_wr": weighted.standard_error,
        "n_eff_kish": weighted.effective_n,
        "deff_kish": weighted.design_effect,
        "wilson_n_eff": weighted.wilson,
    })
}
