//! Held against values of 34-digit arithmetic.

use std::collections::BTreeMap;

use serde_json::Value;

use super::*;

/// What a function of the table gives.
fn given(function: &str, of: &[f64]) -> f64 {
    match (function, of) {
        ("norm_sf", [z]) => normal_sf(*z),
        ("norm_ppf", [p]) => normal_quantile(*p),
        ("t_sf", [t, df]) => student_t_sf(*t, *df),
        ("chi2_sf", [x, df]) => chi_squared_sf(*x, *df),
        ("beta_inc", [a, b, x]) => beta_tails(*a, *b, *x, 1.0 - x).lower,
        ("beta_ppf", [p, a, b]) => beta_quantile(*a, *b, *p, 1.0 - p).0,
        ("f_ppf", [p, d1, d2]) => f_quantile(*p, *d1, *d2),
        ("t_ppf", [p, df]) => student_t_upper_quantile(1.0 - p, *df),
        ("ln_gamma", [x]) => ln_gamma(*x),
        ("binom_cdf", [k, n, p]) => binomial_cdf(*k, *n, *p, 1.0 - p),
        ("beta_sf", [a, b, x]) => beta_tails(*a, *b, *x, 1.0 - x).upper,
        ("binom_sf", [k, n, p]) => binomial_sf(*k, *n, *p, 1.0 - p),
        ("gamma_p", [a, x]) => gamma_tails(*a, *x).lower,
        ("gamma_q", [a, x]) => gamma_tails(*a, *x).upper,
        ("f_sf", [f, d1, d2]) => f_sf(*f, *d1, *d2),
        ("hypergeom_pmf", [k, draws, marked, unmarked]) => {
            hypergeometric_pmf(whole(*k), whole(*draws), whole(*marked), whole(*unmarked))
        }
        ("hypergeom_at_most", [k, draws, marked, unmarked]) => {
            hypergeometric_at_most(whole(*k), whole(*draws), whole(*marked), whole(*unmarked))
        }
        ("hypergeom_at_least", [k, draws, marked, unmarked]) => {
            hypergeometric_at_least(whole(*k), whole(*draws), whole(*marked), whole(*unmarked))
        }
        _ => panic!("{function} of {of:?}"),
    }
}

fn whole(value: f64) -> u32 {
    format!("{value}").parse().unwrap()
}

/// The largest relative error of every function of a table, and where it is.
fn worst(table: &str) -> BTreeMap<String, (f64, Vec<f64>)> {
    let table: Value = serde_json::from_str(table).unwrap();
    let mut worst: BTreeMap<String, (f64, Vec<f64>)> = BTreeMap::new();
    for point in table["points"].as_array().unwrap() {
        let function = point["fn"].as_str().unwrap();
        let of: Vec<f64> = point["args"].as_array().unwrap().iter().map(|of| of.as_f64().unwrap()).collect();
        let want = point["value"].as_f64().unwrap();
        let got = given(function, &of);
        // Below 1e-300 there are no digits to compare.
        let error = (got - want).abs() / want.abs().max(1e-300);
        let error = if error.is_nan() { f64::INFINITY } else { error };
        let kept = worst.entry(function.into()).or_insert((0.0, Vec::new()));
        if error >= kept.0 {
            *kept = (error, of);
        }
    }
    worst
}

#[test]
fn the_published_points_are_met_to_a_part_in_a_trillion() {
    let worst = worst(include_str!("../../../../../tests/vectors-survey/specfun.json"));
    assert_eq!(worst.len(), 10);
    for (function, (error, of)) in &worst {
        println!("{function:10} {error:.1e} at {of:?}");
    }
    for (function, (error, of)) in worst {
        assert!(error <= 1e-12, "{function} is off by {error:.1e} at {of:?}");
    }
}
