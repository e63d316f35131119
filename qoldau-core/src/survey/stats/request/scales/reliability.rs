//! Alpha, omega and scale scores.

use crate::survey::stats::{
    Alpha, AlphaMissing, ItemMoments, MinAnswered, ScaleAnswers, ScaleScores, cronbach_alpha as alpha,
    omega_one_factor as omega, scale_scores,
};
use serde_json::Value;

use crate::survey::stats::request::StatisticError;
use crate::survey::stats::request::fields::{Fields, answer, list, not};
use crate::survey::stats::request::tables::Beside;
use crate::survey::stats::request::tables::Items;

pub(in super::super) fn cronbach_alpha(
    input: Fields<'_>,
    beside: &Beside<'_>,
) -> Result<Value, StatisticError> {
    let answers = Items::read(input, beside)?.answers()?;
    let level = input.level()?;
    let of = |missing| of_alpha(&alpha(&answers, missing, level));
    Ok(if answers.any_missing() {
        answer! { "listwise": of(AlphaMissing::Listwise), "pairwise": of(AlphaMissing::Pairwise) }
    } else {
        answer! { "listwise": of(AlphaMissing::Listwise) }
    })
}

fn of_alpha(alpha: &Alpha) -> Value {
    answer! {
        "k": alpha.items,
        "n": alpha.persons,
        "alpha": alpha.alpha,
        "std_alpha": alpha.standardised_alpha,
        "mean_r": alpha.mean_correlation,
        "ci_feldt": alpha.feldt,
        "alpha_if_deleted": alpha.alpha_if_deleted.clone(),
        "item_rest_r": alpha.item_rest.clone(),
        "indefinite": alpha.indefinite,
        "constant_items": alpha.constant_items.clone(),
    }
}

pub(in super::super) fn omega_one_factor(
    input: Fields<'_>,
    beside: &Beside<'_>,
) -> Result<Value, StatisticError> {
    // The one fit that there is.
    input.choice("missing", &["listwise"])?;
    input.choice("matrix", &["correlation"])?;
    input.choice("estimator", &["ml"])?;
    let fit = omega(&Items::read(input, beside)?.answers()?);
    let defined = fit.omega.is_some();
    Ok(answer! {
        "k": fit.items,
        "n": fit.persons,
        "loadings": defined.then_some(fit.loadings),
        "uniqueness": defined.then_some(fit.uniqueness),
        "omega": fit.omega,
        "heywood_items": fit.heywood_items,
    })
}

pub(in super::super) fn scale_score(input: Fields<'_>, beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let answers = Items::read(input, beside)?.answers()?;
    Ok(of_scores(&scale_scores(&answers, min_answered(input)?), &answers))
}

fn of_scores(scores: &ScaleScores, answers: &ScaleAnswers) -> Value {
    answer! {
        "n_rows": scores.persons,
        "n_scored": scores.scored,
        "n_complete": scores.complete,
        "n_unscored": scores.unscored,
        "n_out_of_range": answers.out_of_range(),
        "mean": scores.mean,
        "sd": scores.sd,
        "sum_prorated_mean": scores.mean_prorated_sum,
        "pomp_mean": scores.mean_pomp,
        "first_20": scores.scores.iter().take(20).copied().collect::<Vec<_>>(),
    }
}

/// A number of items, or a share of them in tenths and hundredths, as text or number.
pub(in super::super) fn min_answered(input: Fields<'_>) -> Result<MinAnswered, StatisticError> {
    let Some(value) = input.optional("min_answered") else { return Ok(MinAnswered::Count { items: 1 }) };
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let wrong = || not("min_answered", "a number of items or a share of them");
    let (whole, decimals) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let decimals = decimals.trim_end_matches('0');
    let places = u32::try_from(decimals.len()).unwrap_or(u32::MAX);
    let denominator = 10_u32.checked_pow(places).ok_or_else(wrong)?;
    let numerator = format!("{whole}{decimals}").parse().map_err(|_| wrong())?;
    Ok(match places {
        0 => MinAnswered::Count { items: numerator },
        _ => MinAnswered::Share { numerator, denominator },
    })
}

/// Alpha from parts of the rows, merged forwards, backwards and every second one first: one state, or the library is wrong.
pub(in super::super) fn merge(input: Fields<'_>, beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let answers = Items::read(input, beside)?.answers()?;
    let level = input.level()?;
    let whole = answers.moments(0, u32::MAX);
    let sizes = input.optional("chunks").map_or(Ok(vec![Some(1)]), |chunks| {
        list(chunks, "chunks").map(|sizes| sizes.iter().map(Value::as_u64).collect())
    })?;
    let mut alphas = Vec::new();
    for size in sizes {
        let size = size
            .and_then(|size| u32::try_from(size).ok())
            .ok_or_else(|| not("chunks", "a list of counts"))?;
        let parts: Vec<ItemMoments> = (0..answers.persons())
            .step_by(usize::try_from(size.max(1)).unwrap_or(usize::MAX))
            .map(|first| answers.moments(first, size.max(1)))
            .collect();
        let (odd, even) = (parts.iter().skip(1).step_by(2), parts.iter().step_by(2));
        let orders: [Vec<&ItemMoments>; 3] =
            [parts.iter().collect(), parts.iter().rev().collect(), odd.chain(even).collect()];
        alphas.extend(orders.iter().map(|order| merged(&answers, order).alpha(level).alpha));
    }
    let alpha = whole.alpha(level);
    let bits = |alpha: Option<f64>| alpha.map(f64::to_bits);
    let identical = alphas.iter().all(|other| bits(*other) == bits(alpha.alpha));
    let agreed = alpha.alpha.filter(|_| identical);
    Ok(answer! { "alpha_listwise": agreed, "n": alpha.persons, "bit_identical": identical })
}

fn merged(answers: &ScaleAnswers, parts: &[&ItemMoments]) -> ItemMoments {
    let mut sums = ItemMoments::new(answers.items());
    let all = parts.iter().all(|part| sums.merge(part));
    if all { sums } else { ItemMoments::new(0) }
}
