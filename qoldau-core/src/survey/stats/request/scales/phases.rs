//! Two phases of a survey.

use crate::survey::stats::{self, CodePair, PhaseRow, PhaseSummary};
use crate::value::hex::sha256;
use serde_json::Value;

use super::reliability::min_answered;
use crate::survey::stats::request::StatisticError;
use crate::survey::stats::request::fields::{Fields, not};
use crate::survey::stats::request::fields::{answer, pair};
use crate::survey::stats::request::tables::Beside;
use crate::survey::stats::request::tables::{Items, Rows};
use crate::survey::stats::request::{pairs, samples};

pub(in super::super) fn link_codes(input: Fields<'_>, beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let column = input.text("column")?;
    let codes = |field: &str| -> Result<Vec<String>, StatisticError> {
        Ok(Rows::read(input, field, beside)?
            .texts(column)?
            .into_iter()
            .map(Option::unwrap_or_default)
            .collect())
    };
    let links =
        stats::link_codes(&codes("csv_pre")?, &codes("csv_post")?, input.count_or("max_hamming", 0)?)?;
    let first_10 = |pairs: &[CodePair]| {
        pairs.iter().take(10).map(|pair| Value::from([pair.first, pair.second])).collect::<Vec<_>>()
    };
    Ok(answer! {
        "n_pre": links.first_rows,
        "n_post": links.second_rows,
        "blank_pre": links.first_blank,
        "blank_post": links.second_blank,
        "duplicate_rows_pre": links.first_repeated,
        "duplicate_rows_post": links.second_repeated,
        "exact_pairs": links.exact.len(),
        "fuzzy_pairs": links.near.len(),
        "ambiguous": links.ambiguous,
        "chance_pairs": links.chance_pairs,
        "exact_sha256": digest(&links.exact),
        "fuzzy_sha256": digest(&links.near),
        "exact_first_10": first_10(&links.exact),
        "fuzzy_first_10": first_10(&links.near),
    })
}

/// The digest of the lines `i,j`, joined by line feeds.
fn digest(pairs: &[CodePair]) -> String {
    let lines: Vec<String> = pairs.iter().map(|pair| format!("{},{}", pair.first, pair.second)).collect();
    sha256(&[&lines.join("\n")])
}

pub(in super::super) fn two_phase(input: Fields<'_>, beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let rows = Rows::read(input, "csv", beside)?;
    let names = input.texts("items")?;
    let items = Items::of(names.clone(), rows.table_of_numbers(&names)?, input)?;
    let top = tops(input, &rows, &items)?;
    let ids = rows.texts(input.text("id")?)?;
    let phases = rows.texts(input.text("phase")?)?;
    // The phases in their order: of numbers by value, of texts by letters.
    let mut known: Vec<&String> = phases.iter().flatten().collect();
    known.sort_by(|left, right| order(left).total_cmp(&order(right)).then_with(|| left.cmp(right)));
    known.dedup();
    let [one, other] = known.as_slice() else { return Err(not("phase", "a column of two phases")) };
    let forms = |wanted: &String| -> Vec<PhaseRow> {
        let all = ids.iter().zip(&items.rows).zip(top.iter().zip(&phases));
        let of_phase = all.filter(|(_, (_, phase))| phase.as_ref() == Some(wanted));
        of_phase
            .map(|((id, answers), (top, _))| PhaseRow {
                code: id.clone().unwrap_or_default(),
                answers: answers.clone(),
                top: *top,
            })
            .collect()
    };
    let count = u32::try_from(names.len()).unwrap_or(u32::MAX);
    let both = stats::two_phase(
        &forms(one),
        &forms(other),
        count,
        &items.keying,
        min_answered(input)?,
        input.level_or_usual()?,
    )?;
    Ok(answer! {
        "phase1": of_phase(&both.first),
        "phase2": of_phase(&both.second),
        "matched_ids": both.matched,
        "scored_pairs": both.scored_pairs,
        "paired_t_second_minus_first": pairs::of_paired_t(&both.change),
        "wilcoxon_pratt": pairs::test(&both.change_ranks),
        "top_item_table": answer! {
            "both": both.top.both,
            "first_only": both.top.first_only,
            "second_only": both.top.second_only,
            "neither": both.top.neither,
        },
        "mcnemar_exact": both.top_change.p_exact,
        "mcnemar_mid": both.top_change.p_mid,
        "newcombe10_first_minus_second": pair(both.top_change.newcombe10),
    })
}

/// Numbers before texts.
fn order(phase: &str) -> f64 {
    phase.parse().unwrap_or(f64::INFINITY)
}

/// Whether each row's answer to `top_item`, reversed where it is, lies from `top_from` upwards.
fn tops(input: Fields<'_>, rows: &Rows, items: &Items) -> Result<Vec<Option<bool>>, StatisticError> {
    let Some(name) = input.optional("top_item").and_then(Value::as_str) else {
        return Ok(vec![None; rows.count()]);
    };
    let from = input.number("top_from")?;
    let reversed = input.optional_texts("reverse")?.iter().any(|item| item == name);
    let key = |answer: f64| match items.keying.range {
        Some(range) if answer < range.low || answer > range.high => None,
        Some(range) if reversed => Some(range.low + range.high - answer),
        _ => Some(answer),
    };
    let top = |answer: Option<f64>| answer.and_then(key).map(|answer| answer >= from);
    Ok(rows.numbers(name)?.into_iter().map(top).collect())
}

fn of_phase(phase: &PhaseSummary) -> Value {
    answer! {
        "rows": phase.rows,
        "rows_in_duplicate_ids": phase.repeated_rows,
        "scored": phase.scored,
        "mean": phase.mean,
        "sd": phase.sd,
        "pomp_mean": phase.mean_pomp,
        "alpha_listwise": phase.alpha.alpha,
        "alpha_n": phase.alpha.persons,
        "alpha_ci": phase.alpha.feldt,
    }
}

pub(in super::super) fn attrition(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let of = stats::attrition(&input.amounts("first")?, &input.amounts("second")?, input.level_or_usual()?)?;
    let change = pairs::of_paired_t(&of.change);
    Ok(answer! {
        "n_first": of.first,
        "n_second": of.second,
        "n_second_only": of.second_only,
        "retention": of.retention,
        "wilson_retention": of.wilson,
        "baseline_mean_stayers": of.stayers_mean,
        "baseline_mean_leavers": of.leavers_mean,
        "baseline_welch": samples::of_welch_t(&of.baseline),
        "paired_t": change.clone(),
        "paired_t_second_minus_first": change,
    })
}
