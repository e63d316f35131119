//! Weights: margins are met, nobody stands for nobody, and zero weights are out.
#![allow(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::float_cmp,
    clippy::arithmetic_side_effects,
    reason = "naive models over small numbers"
)]

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::survey::stats::Level;

fn targets<const N: usize>(people: [(&str, f64); N]) -> BTreeMap<String, f64> {
    people.into_iter().map(|(name, count)| (name.to_owned(), count)).collect()
}

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn strata_stand_for_their_people() {
    let population = targets([("E", 60.0), ("H", 40.0), ("nobody", 0.0)]);
    let weighted = |total| {
        let values = [Some(1.0), None, Some(3.0)];
        poststratify(&names(&["E", "E", "H"]), &population, &[], total, &values).unwrap()
    };
    let people = weighted(WeightTotal::Population);
    assert_eq!(people.weights, [30.0, 30.0, 40.0]);
    assert_eq!(people.mean, Some((30.0 + 120.0) / 70.0));
    let rows = weighted(WeightTotal::Rows);
    assert!((rows.weights.iter().sum::<f64>() - 3.0).abs() < 1e-12);
    let rows = names(&["E", "E", "H"]);
    let base = poststratify(&rows, &population, &[1.0, 2.0, 5.0], WeightTotal::Population, &[]).unwrap();
    assert_eq!((base.weights.as_slice(), base.mean), (&[20.0, 40.0, 40.0][..], None));
    let refused = |strata: &[&str], people: &BTreeMap<String, f64>| {
        poststratify(&names(strata), people, &[], WeightTotal::Population, &[]).unwrap_err().code()
    };
    assert_eq!(refused(&["E"], &population), "SVY060");
    assert_eq!(refused(&["E", "H", "X"], &population), "SVY061");
    assert_eq!(refused(&["E"], &targets([("E", -1.0)])), "SVY059");
}

#[test]
fn raking_that_cannot_be_is_told() {
    let rows = |cells: &[[&str; 2]]| -> Vec<Vec<String>> { cells.iter().map(|cell| names(cell)).collect() };
    let margin = |variable: &str, targets| Margin { variable: variable.into(), targets };
    let margins =
        [margin("a", targets([("x", 60.0), ("y", 40.0)])), margin("b", targets([("u", 50.0), ("v", 50.0)]))];
    let options = RakeOptions::default();
    let refused = |cells: &[[&str; 2]], margins: &[Margin]| {
        rake(&rows(cells), margins, &[], &[], options).unwrap_err().code()
    };
    assert_eq!(refused(&[["x", "u"], ["x", "v"]], &margins), "SVY063");
    assert_eq!(refused(&[["x", "u"], ["y", "v"], ["z", "v"]], &margins), "SVY064");
    let unequal = [margins[0].clone(), margin("b", targets([("u", 50.0), ("v", 51.0)]))];
    assert_eq!(refused(&[["x", "u"], ["y", "v"]], &unequal), "SVY062");
    // Only x with u and y with v: 60 cannot be 50.
    let stuck =
        rake(&rows(&[["x", "u"], ["y", "v"]]), &margins, &[], &[Some(1.0), Some(0.0)], options).unwrap();
    assert!(!stuck.converged && stuck.largest_deviation > 0.1 && stuck.sweeps == 1_000);
    // What its weights would give is the share of nobody.
    assert_eq!((stuck.mean, stuck.kish.effective_n, stuck.kish.design_effect), (None, None, None));
    let zero = [margin("a", targets([("x", 100.0), ("y", 0.0)])), margins[1].clone()];
    let out = rake(&rows(&[["x", "u"], ["x", "v"], ["y", "v"]]), &zero, &[], &[], options).unwrap();
    assert_eq!(
        (out.converged, out.weights.as_slice(), out.kish.zero_weights),
        (true, &[50.0, 50.0, 0.0][..], 1)
    );
}

proptest! {
    #[test]
    fn raked_weights_meet_every_margin_in_any_order_of_rows(
        extra in prop::collection::vec((0_usize..3, 0_usize..2), 0..40),
        people in prop::collection::vec(50_u32..900, 3),
        share in 0.2_f64..0.8,
        turn in 0_usize..40,
    ) {
        let (a, b) = (["x", "y", "z"], ["u", "v"]);
        let every = (0..3).flat_map(|one| (0..2).map(move |other| (one, other)));
        let mut rows: Vec<Vec<String>> = every.chain(extra).map(|(one, other)| names(&[a[one], b[other]])).collect();
        let total: f64 = people.iter().map(|count| f64::from(*count)).sum();
        let margins = [
            Margin { variable: "a".into(), targets: a.iter().zip(&people).map(|(name, count)| ((*name).into(), f64::from(*count))).collect() },
            Margin { variable: "b".into(), targets: targets([("u", share * total), ("v", total - share * total)]) },
        ];
        let raked = rake(&rows, &margins, &[], &[], RakeOptions::default()).unwrap();
        prop_assert!(raked.converged);
        for margin in &raked.margins {
            prop_assert!((margin.reached / margin.target - 1.0).abs() <= 1e-10);
        }
        let length = rows.len();
        rows.rotate_left(turn % length);
        let again = rake(&rows, &margins, &[], &[], RakeOptions::default()).unwrap();
        prop_assert_eq!(raked.cells, again.cells);
    }

    #[test]
    fn equal_weights_cost_nothing_and_scale_does_not_matter(
        weights in prop::collection::vec(0.01_f64..9.0, 1..40), factor in 0.001_f64..1000.0,
    ) {
        let effect = kish(&weights).unwrap();
        let scaled: Vec<f64> = weights.iter().map(|weight| weight * factor).collect();
        let other = kish(&scaled).unwrap();
        prop_assert!((effect.design_effect.unwrap() - other.design_effect.unwrap()).abs() < 1e-12);
        prop_assert!(effect.design_effect.unwrap() >= 1.0 - 1e-12);
        let equal = kish(&vec![factor; weights.len()]).unwrap();
        prop_assert!((equal.effective_n.unwrap() - weights.len() as f64).abs() < 1e-9);
    }
}

#[test]
fn weights_of_zero_and_answers_that_are_missing() {
    let level = Level::new("0.95".parse().unwrap()).unwrap();
    let of = |answers: &[Option<bool>], weights: &[Option<f64>]| {
        weighted_proportion(answers, weights, level).unwrap()
    };
    let nobody = of(&[], &[]);
    assert_eq!(
        (nobody.proportion, nobody.standard_error, nobody.wilson, nobody.effective_n),
        (None, None, None, None)
    );
    let one = of(&[Some(true), Some(false), None], &[Some(2.0), Some(0.0), Some(1.0)]);
    assert_eq!((one.rows, one.zero_weights, one.missing), (1, 1, 1));
    assert_eq!((one.proportion, one.standard_error), (Some(1.0), None));
    assert_eq!(one.wilson.unwrap()[1].to_bits(), 1.0_f64.to_bits());
    let equal = of(&[Some(true), Some(false), Some(true), Some(true)], &[Some(3.0); 4]);
    assert_eq!((equal.proportion, equal.effective_n), (Some(0.75), Some(4.0)));
    // s/√n of 0, 1, 1, 1.
    assert!((equal.standard_error.unwrap() - 0.25).abs() < 1e-15);
    assert_eq!(weighted_proportion(&[Some(true)], &[Some(-1.0)], level).unwrap_err().code(), "SVY059");
    assert_eq!(kish(&[0.0, 0.0]).unwrap().design_effect, None);
    assert_eq!(kish(&[f64::NAN]).unwrap_err().code(), "SVY059");
}
