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

#[test]
fn corners_and_far_tails_are_met_too() {
    let worst = worst(include_str!("../../../../../tests/vectors-survey/distribution.json"));
    for (function, (error, of)) in &worst {
        println!("{function:20} {error:.1e} at {of:?}");
    }
    assert!(worst.len() >= 9, "{worst:?}");
    for (function, (error, of)) in worst {
        assert!(error <= 1e-12, "{function} is off by {error:.1e} at {of:?}");
    }
}

#[test]
fn what_is_no_probability_or_parameter_is_no_number() {
    for none in [
        normal_quantile(-0.1),
        normal_quantile(f64::NAN),
        ln_gamma(0.0),
        gamma_tails(-1.0, 1.0).lower,
        beta_tails(0.0, 1.0, 0.5, 0.5).lower,
        beta_quantile(1.0, 1.0, -0.5, 1.5).0,
        f_quantile(2.0, 1.0, 1.0),
        student_t_upper_quantile(2.0, 1.0),
    ] {
        assert!(none.is_nan(), "{none}");
    }
    // The ends are reached.
    assert_eq!(normal_quantile(0.0).to_bits(), f64::NEG_INFINITY.to_bits());
    assert_eq!(normal_quantile(1.0).to_bits(), f64::INFINITY.to_bits());
    assert_eq!(student_t_sf(f64::INFINITY, 3.0).to_bits(), 0.0_f64.to_bits());
    assert_eq!(chi_squared_sf(f64::INFINITY, 3.0).to_bits(), 0.0_f64.to_bits());
}

proptest::proptest! {
    #[test]
    fn both_tails_sum_to_one_and_a_quantile_has_its_probability(a in 0.05_f64..400.0, b in 0.05_f64..400.0, p in 1e-12_f64..0.999) {
        let (x, y) = beta_quantile(a, b, p, 1.0 - p);
        let tails = beta_tails(a, b, x, y);
        proptest::prop_assert!((tails.lower + tails.upper - 1.0).abs() < 1e-15, "{tails:?}");
        proptest::prop_assert!((tails.lower - p).abs() <= 1e-11 * p, "{tails:?}");
        let other = beta_tails(b, a, y, x);
        proptest::prop_assert!((other.upper - tails.lower).abs() <= 1e-12 * tails.lower, "{tails:?} {other:?}");
    }
}
