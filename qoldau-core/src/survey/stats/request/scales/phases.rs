//! Two phases of a survey.

use crate::survey::stats::{self, CodePair, PhaseRow, PhaseSummary};
use crate::value::hex::sha256;
use serde_json::Value;

use super::reliability::min_answered;
use crate::survey::stats::request::StatisticError;
use crate::survey::stats::request::fields::{Fields, answer, finite, labels, not, pair};
use crate::survey::stats::request::tables::{Beside, Items, Rows, is};
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
    // The one way with ids that stand twice.
    let twice = input.optional("duplicate_ids").map_or(Some("exclude"), Value::as_str);
    if !twice.is_some_and(|way| way.starts_with("exclude")) {
        return Err(not("duplicate_ids", "to exclude all rows of such an id"));
    }
    let [one, other] = in_order(input, &phases)?;
    let forms = |wanted: &str| -> Vec<PhaseRow> {
        let wanted = Value::from(wanted);
        let all = ids.iter().zip(&items.rows).zip(top.iter().zip(&phases));
        let of_phase = all.filter(|(_, (_, phase))| is(phase.as_deref(), &wanted));
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
        &forms(&one),
        &forms(&other),
        count,
        &items.keying,
        min_answered(input)?,
        input.level()?,
    )?;
    Ok(answer! {
        "phases": vec![one, other],
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

/// The first phase and the second. Numbers have an order of their own; words are taken in the order in which the filter names them, else
/// in that of the rows. A phase that the filter names may have no rows at all.
fn in_order(input: Fields<'_>, phases: &[Option<String>]) -> Result<[String; 2], StatisticError> {
    let filter = input.optional("filter").and_then(|filter| filter.get(input.text("phase").ok()?));
    let named = filter.filter(|named| named.is_array()).map(|named| labels(named, "filter")).transpose()?;
    let mut known: Vec<String> = Vec::new();
    for phase in named.iter().flatten().chain(phases.iter().flatten()) {
        if !known.iter().any(|known| is(Some(known), &Value::from(phase.as_str()))) {
            known.push(phase.clone());
        }
    }
    let numbers: Option<Vec<f64>> = known.iter().map(|phase| finite(phase)).collect();
    if numbers.is_some_and(|numbers| matches!(numbers.as_slice(), [one, other] if one > other)) {
        known.reverse();
    }
    known.try_into().map_err(|_| not("phase", "a column of two phases"))
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
    let of = stats::attrition(&input.amounts("first")?, &input.amounts("second")?, input.level()?)?;
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
