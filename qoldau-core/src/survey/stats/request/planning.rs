//! How many to ask, how many answered, and what a known population changes.

use crate::survey::stats::{self, Dispositions, Eligibility};
use crate::value::Amount;
use serde_json::{Map, Value};

use super::StatisticError;
use super::fields::{Fields, amount, answer, count, not, pair};
use super::tables::Beside;

pub(super) fn finite_population(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let population = input.count("N")?;
    // Either part may be left out.
    let y: Vec<Amount> = if input.optional("y").is_some() {
        input.amounts("y")?.into_iter().flatten().collect()
    } else {
        Vec::new()
    };
    let mean = stats::finite_mean(&y, population)?;
    let asked = input.optional("x").is_some() || input.optional("n").is_some();
    let (x, n) = if asked { (input.count("x")?, input.count("n")?) } else { (0, 0) };
    let level = if asked { input.level()? } else { return Ok(finite(&mean, None)) };
    Ok(finite(&mean, Some(&stats::finite_proportion(x, n, population, level)?)))
}

fn finite(mean: &stats::FiniteMean, of: Option<&stats::FiniteProportion>) -> Value {
    answer! {
        "mean": mean.mean,
        "se_no_fpc": mean.se_no_fpc,
        "se_fpc": mean.se_fpc,
        "p": of.and_then(|of| of.p),
        "se_p_fpc_unbiased": of.and_then(|of| of.se_p_fpc_unbiased),
        "n_eff_fpc": of.and_then(|of| of.n_eff_fpc),
        "wilson_fpc": pair(of.and_then(|of| of.wilson_fpc)),
    }
}

pub(super) fn sample_size(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let populations =
        if input.optional("populations").is_some() { input.counts("populations")? } else { Vec::new() };
    let (margin, p) = (input.amount("margin")?, input.amount("p")?);
    let of = stats::sample_size(margin, p, input.level()?, &populations, stats::SampleDesign::default())?;
    let sizes = of.by_population.iter();
    let by_population: Map<String, Value> = sizes
        .map(|size| (size.population.to_string(), answer! { "n_raw": size.n_raw, "n": size.n }))
        .collect();
    Ok(answer! { "n0": of.n0, "by_population": by_population })
}

pub(super) fn response_rates(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let counts = input.optional("counts").ok_or_else(|| not("counts", "the counts of the dispositions"))?;
    // A disposition that nobody has may be left out.
    let of = |name: &str| match counts.get(name).filter(|value| !value.is_null()) {
        None => Ok(0),
        Some(value) => count(value).ok_or_else(|| not(name, "a whole number from 0")),
    };
    let dispositions = Dispositions {
        complete: of("I")?,
        partial: of("P")?,
        refused: of("R")?,
        not_reached: of("NC")?,
        other: of("O")?,
        unknown_household: of("UH")?,
        unknown_other: of("UO")?,
        not_eligible: of("NE")?,
    };
    let eligibility = match input.optional("e") {
        None => Eligibility::Estimated,
        Some(Value::String(text)) if text.starts_with("estimated") => Eligibility::Estimated,
        Some(value) => {
            let share = amount(value).ok_or_else(|| not("e", "a share from 0 to 1, or `estimated`"))?;
            Eligibility::Declared { share }
        }
    };
    let of = stats::response_rates(dispositions, eligibility)?;
    Ok(answer! {
        "e": of.e,
        "RR1": of.rr1, "RR2": of.rr2, "RR3": of.rr3, "RR4": of.rr4, "RR5": of.rr5, "RR6": of.rr6,
        "COOP1": of.coop1, "COOP2": of.coop2, "COOP3": of.coop3, "COOP4": of.coop4,
        "REF1": of.ref1, "REF2": of.ref2, "REF3": of.ref3,
        "CON1": of.con1, "CON2": of.con2, "CON3": of.con3,
    })
}
