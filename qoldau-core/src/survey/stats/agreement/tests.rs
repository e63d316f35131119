//! Agreement at its edges, and Krippendorff's alpha against a naive sum over pairs of codings.

use proptest::prelude::*;

use super::*;

#[test]
fn perfect_agreement_and_none() {
    let kappa = cohen_kappa(&[vec![7, 0, 0], vec![0, 5, 0], vec![0, 0, 3]]).unwrap();
    for of in [kappa.unweighted, kappa.linear, kappa.quadratic] {
        assert_eq!((of.observed, of.kappa, of.standard_error), (Some(1.0), Some(1.0), Some(0.0)));
    }
    // One category only: chance agrees as well, and kappa says nothing.
    let same = cohen_kappa(&[vec![9, 0], vec![0, 0]]).unwrap();
    assert_eq!(
        (same.unweighted.expected, same.unweighted.kappa, same.unweighted.standard_error),
        (Some(1.0), None, None)
    );
    assert_eq!(cohen_kappa(&[vec![0, 0], vec![0, 0]]).unwrap().linear.observed, None);
    assert_eq!(cohen_kappa(&[vec![4]]).unwrap().quadratic.observed, None);
    assert_eq!(cohen_kappa(&[vec![1, 2]]).unwrap_err().code(), "SVY057");
    // Below chance.
    assert_eq!(cohen_kappa(&[vec![0, 5], vec![5, 0]]).unwrap().unweighted.kappa, Some(-1.0));
}

#[test]
fn several_raters() {
    assert_eq!(fleiss_kappa(&[vec![3, 0], vec![0, 3]]).unwrap().kappa, Some(1.0));
    assert_eq!(fleiss_kappa(&[vec![3, 0], vec![3, 0]]).unwrap().kappa, None);
    assert_eq!(fleiss_kappa(&[vec![1, 0], vec![0, 1]]).unwrap().kappa, None);
    assert_eq!(fleiss_kappa(&[]).unwrap().kappa, None);
    assert_eq!(fleiss_kappa(&[vec![3, 0], vec![2, 0]]).unwrap_err().code(), "SVY055");
}

#[test]
fn judges() {
    let rank = |rows: &[&[f64]]| {
        let rows: Vec<Vec<Option<f64>>> =
            rows.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
        kendall_w(&rows).unwrap()
    };
    let same = rank(&[&[1.0, 2.0, 3.0], &[10.0, 20.0, 30.0]]);
    assert_eq!((same.w, same.chi2, same.df), (Some(1.0), Some(4.0), 2));
    assert_eq!(rank(&[&[1.0, 2.0], &[2.0, 1.0]]).w, Some(0.0));
    assert_eq!(rank(&[&[5.0, 5.0], &[1.0, 1.0]]).w, None);
    assert_eq!(rank(&[&[5.0], &[1.0]]).w, None);
    assert_eq!(rank(&[]).w, None);
    let incomplete = kendall_w(&[vec![Some(1.0), Some(2.0)], vec![None, Some(1.0)]]).unwrap();
    assert_eq!((incomplete.judges, incomplete.incomplete_judges), (1, 1));
}

#[test]
fn names_have_no_order_unless_it_is_told() {
    let rows: Vec<Vec<Option<String>>> = [["төмен", "жоғары", "орта"], ["төмен", "орта", "орта"]]
        .map(|row| row.map(|name| Some(name.into())).to_vec())
        .to_vec();
    let names = CodedUnits::of_names(&rows, &[]).unwrap();
    assert!(krippendorff_alpha(&names, MeasurementLevel::Nominal).alpha.is_some());
    assert_eq!(krippendorff_alpha(&names, MeasurementLevel::Ordinal).alpha, None);
    let order = ["төмен", "орта", "жоғары"].map(String::from);
    let grades = CodedUnits::of_names(&rows, &order).unwrap();
    let numbers: Vec<Vec<Option<f64>>> =
        vec![vec![Some(1.0), Some(3.0), Some(2.0)], vec![Some(1.0), Some(2.0), Some(2.0)]];
    let numbers = CodedUnits::of_numbers(&numbers).unwrap();
    let ordinal = |coded: &CodedUnits| krippendorff_alpha(coded, MeasurementLevel::Ordinal).alpha;
    assert_eq!(ordinal(&grades), ordinal(&numbers));
    assert_eq!(CodedUnits::of_names(&rows, &order[..2]).unwrap_err().code(), "SVY058");
}

proptest! {
    #[test]
    fn krippendorffs_alpha_by_pairs(
        coders in (1_usize..5, 1_usize..8).prop_flat_map(|(coders, units)| {
            let value = prop_oneof![3 => (0_u8..4).prop_map(|value| Some(f64::from(value))), 1 => Just(None)];
            prop::collection::vec(prop::collection::vec(value, units), coders)
        }),
    ) {
        let units: Vec<Vec<f64>> = (0..coders[0].len())
            .map(|unit| coders.iter().filter_map(|row| row[unit]).collect::<Vec<f64>>())
            .filter(|unit| unit.len() > 1)
            .collect();
        let all: Vec<f64> = units.iter().flatten().copied().collect();
        let naive = |distance: &dyn Fn(f64, f64) -> f64| {
            let among = |values: &[f64]| -> f64 {
                values.iter().flat_map(|a| values.iter().map(move |b| (*a, *b))).map(|(a, b)| distance(a, b)).sum()
            };
            let observed: f64 = units.iter().map(|unit| among(unit) / (unit.len() as f64 - 1.0)).sum();
            let expected = among(&all);
            (expected > 0.0).then(|| 1.0 - (all.len() as f64 - 1.0) * observed / expected)
        };
        let coded = CodedUnits::of_numbers(&coders).unwrap();
        let count = |wanted: f64| all.iter().filter(|value| **value == wanted).count() as f64;
        let levels: [(MeasurementLevel, &dyn Fn(f64, f64) -> f64); 4] = [
            (MeasurementLevel::Nominal, &|a, b| f64::from(u8::from(a != b))),
            (MeasurementLevel::Ordinal, &|a, b| {
                let (low, high) = (a.min(b), a.max(b));
                let within = all.iter().filter(|value| (low..=high).contains(*value)).count() as f64;
                if a == b { 0.0 } else { (within - (count(a) + count(b)) / 2.0).powi(2) }
            }),
            (MeasurementLevel::Interval, &|a, b| (a - b).powi(2)),
            (MeasurementLevel::Ratio, &|a, b| if a == b { 0.0 } else { ((a - b) / (a + b)).powi(2) }),
        ];
        for (level, distance) in levels {
            let (found, naive) = (krippendorff_alpha(&coded, level).alpha, naive(distance));
            prop_assert_eq!(found.is_some(), naive.is_some());
            prop_assert!(found.zip(naive).is_none_or(|(found, naive)| (found - naive).abs() < 1e-11), "{:?}", level);
        }
    }
}
