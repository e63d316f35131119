//! Reliability and scores against naive models, and at their edges.

use proptest::prelude::*;

use super::*;
use crate::survey::stats::{Level, ScoringError};

fn level() -> Level {
    Level::new("0.95".parse().unwrap()).unwrap()
}

fn likert(low: f64, high: f64, reversed: &[u32]) -> Keying {
    Keying { range: Some(ScaleRange { low, high }), reversed: reversed.to_vec() }
}

fn of(rows: &[Vec<Option<f64>>], keying: &Keying) -> ScaleAnswers {
    let items = rows.first().map_or(0, Vec::len);
    ScaleAnswers::new(u32::try_from(items).unwrap(), rows, keying).unwrap()
}

fn full(rows: &[&[f64]]) -> Vec<Vec<Option<f64>>> {
    rows.iter().map(|row| row.iter().copied().map(Some).collect()).collect()
}

/// Alpha as a textbook has it, in doubles.
fn naive_alpha(rows: &[Vec<f64>]) -> Option<f64> {
    let (n, k) = (rows.len() as f64, rows.first()?.len());
    let variance = |values: Vec<f64>| {
        let mean = values.iter().sum::<f64>() / n;
        values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1.0)
    };
    let items: f64 = (0..k).map(|item| variance(rows.iter().map(|row| row[item]).collect())).sum();
    let total = variance(rows.iter().map(|row| row.iter().sum()).collect());
    (rows.len() > 1 && k > 1 && total > 1e-9).then(|| k as f64 / (k as f64 - 1.0) * (1.0 - items / total))
}

fn close(left: Option<f64>, right: Option<f64>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => (left - right).abs() <= 1e-11 * right.abs().max(1.0),
        (left, right) => left.is_none() && right.is_none(),
    }
}

fn some_rows() -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
    let answer = prop_oneof![8 => (1_u8..=5).prop_map(|answer| Some(f64::from(answer))), 1 => Just(None)];
    (1_usize..6).prop_flat_map(move |items| {
        prop::collection::vec(prop::collection::vec(answer.clone(), items), 0..30)
    })
}

proptest! {
    #[test]
    fn alpha_is_that_of_the_textbook(rows in some_rows()) {
        let complete: Vec<Vec<f64>> = rows.iter().filter_map(|row| row.iter().copied().collect()).collect();
        let alpha = cronbach_alpha(&of(&rows, &likert(1.0, 5.0, &[])), AlphaMissing::Listwise, level());
        prop_assert!(close(alpha.alpha, naive_alpha(&complete)), "{:?}", alpha.alpha);
        for (item, deleted) in alpha.alpha_if_deleted.iter().enumerate() {
            let others: Vec<Vec<f64>> = complete
                .iter()
                .map(|row| row.iter().enumerate().filter(|(at, _)| *at != item).map(|(_, value)| *value).collect())
                .collect();
            prop_assert!(close(*deleted, naive_alpha(&others)));
        }
    }

    #[test]
    fn reversing_every_item_changes_no_reliability(rows in some_rows()) {
        let items: Vec<u32> = (0..u32::try_from(rows.first().map_or(0, Vec::len)).unwrap()).collect();
        for missing in [AlphaMissing::Listwise, AlphaMissing::Pairwise] {
            let plain = cronbach_alpha(&of(&rows, &likert(1.0, 5.0, &[])), missing, level());
            let reversed = cronbach_alpha(&of(&rows, &likert(1.0, 5.0, &items)), missing, level());
            prop_assert_eq!(plain, reversed);
        }
    }

    #[test]
    fn pairwise_is_listwise_where_nothing_is_missing(rows in some_rows()) {
        let complete: Vec<_> = rows.into_iter().filter(|row| row.iter().all(Option::is_some)).collect();
        let answers = of(&complete, &likert(1.0, 5.0, &[]));
        let [listwise, pairwise] =
            [AlphaMissing::Listwise, AlphaMissing::Pairwise].map(|missing| cronbach_alpha(&answers, missing, level()));
        prop_assert_eq!(listwise, pairwise);
    }

    #[test]
    fn parts_merged_in_any_order_are_the_whole_bit_for_bit(rows in some_rows(), size in 1_u32..7, turn in 0_usize..9) {
        let answers = of(&rows, &likert(1.0, 5.0, &[]));
        let whole = answers.moments(0, u32::MAX);
        let mut parts: Vec<ItemMoments> =
            (0..answers.persons()).step_by(size as usize).map(|first| answers.moments(first, size)).collect();
        if !parts.is_empty() {
            let turn = turn % parts.len();
            parts.rotate_left(turn);
        }
        let mut merged = ItemMoments::new(answers.items());
        prop_assert!(parts.iter().rev().all(|part| merged.merge(part)));
        prop_assert!(merged.merge(&ItemMoments::new(answers.items())));
        prop_assert_eq!(&merged, &whole);
        prop_assert_eq!(merged.alpha(level()), whole.alpha(level()));
    }

    #[test]
    fn scores_are_means_of_what_is_answered(rows in some_rows(), least in 0_u32..6) {
        let answers = of(&rows, &likert(1.0, 5.0, &[]));
        let scores = scale_scores(&answers, MinAnswered::Count { items: least });
        let naive: Vec<Option<f64>> = rows
            .iter()
            .map(|row| {
                let known: Vec<f64> = row.iter().flatten().copied().collect();
                let enough = !known.is_empty() && known.len() >= least as usize;
                enough.then(|| known.iter().sum::<f64>() / known.len() as f64)
            })
            .collect();
        let scored: Vec<f64> = naive.iter().flatten().copied().collect();
        let n = scored.len() as f64;
        let mean = (!scored.is_empty()).then(|| scored.iter().sum::<f64>() / n);
        let sd = mean.filter(|_| scored.len() > 1).map(|mean| {
            (scored.iter().map(|score| (score - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt()
        });
        prop_assert!(scores.scores.iter().zip(&naive).all(|(one, other)| close(*one, *other)));
        prop_assert_eq!(scores.scored as usize + scores.unscored as usize, rows.len());
        prop_assert!(close(scores.mean, mean));
        prop_assert!(close(scores.sd, sd));
        prop_assert!(close(scores.mean_pomp, mean.map(|mean| 25.0 * (mean - 1.0))));
    }
}

#[test]
fn what_is_undefined_is_nothing() {
    let alpha = |rows: &[&[f64]]| {
        cronbach_alpha(&of(&full(rows), &Keying::default()), AlphaMissing::Listwise, level())
    };
    assert_eq!(alpha(&[&[1.0, 2.0]]).alpha, None);
    assert_eq!(alpha(&[&[1.0], &[2.0], &[3.0]]).alpha, None);
    // Items that cancel each other: the sum does not vary.
    assert_eq!(alpha(&[&[1.0, 3.0], &[2.0, 2.0], &[3.0, 1.0]]).alpha, None);
    let two = alpha(&[&[1.0, 2.0], &[2.0, 2.0], &[3.0, 2.0]]);
    assert_eq!((two.alpha, two.mean_correlation, two.constant_items.as_slice()), (Some(0.0), None, &[1][..]));
    assert_eq!(two.alpha_if_deleted, [None, None]);
    assert_eq!(two.item_rest, [None, None]);
    let contradictory = alpha(&[&[1.0, 4.0, 1.0], &[2.0, 3.0, 2.0], &[3.0, 3.0, 3.0], &[4.0, 0.0, 4.0]]);
    assert!(contradictory.alpha.unwrap() < 0.9 && contradictory.item_rest[1].unwrap() < 0.0);
    let nobody = scale_scores(&of(&[], &likert(1.0, 5.0, &[])), MinAnswered::Count { items: 1 });
    assert_eq!((nobody.mean, nobody.sd, nobody.mean_pomp), (None, None, None));
}

#[test]
fn decimals_are_exact_and_what_is_out_of_range_is_counted() {
    // Halves and tenths: sums of doubles would differ in the last digits.
    let rows = full(&[&[0.1, 0.2, 0.3], &[0.7, 0.1, 0.1], &[0.2, 0.2, 0.2]]);
    let scores = scale_scores(&of(&rows, &Keying::default()), MinAnswered::Count { items: 3 });
    assert_eq!(scores.scores, [Some(0.2), Some(0.3), Some(0.2)]);
    let mixed = [vec![Some(1.0), Some(9.0), None], vec![Some(5.0), Some(0.0), Some(4.0)]];
    let answers = of(&mixed, &likert(1.0, 5.0, &[0]));
    assert_eq!(answers.out_of_range(), 2);
    let scores = scale_scores(&answers, MinAnswered::Share { numerator: 1, denominator: 2 });
    assert_eq!(scores.scores, [None, Some(2.5)]);
}

#[test]
fn input_that_is_no_scale_is_refused() {
    let refused =
        |items, rows: &[Vec<Option<f64>>], keying| ScaleAnswers::new(items, rows, &keying).unwrap_err();
    let row = || vec![Some(1.0), Some(2.0)];
    assert_eq!(refused(3, &[row()], Keying::default()), ScoringError::RowLength { row: 0 });
    let infinite = vec![Some(f64::INFINITY), None];
    assert_eq!(refused(2, &[row(), infinite], Keying::default()), ScoringError::NotANumber { row: 1 });
    assert_eq!(refused(2, &[row()], likert(5.0, 5.0, &[])), ScoringError::NoRange);
    let unranged = Keying { range: None, reversed: vec![0] };
    assert_eq!(refused(2, &[row()], unranged).code(), "SVY053");
    assert_eq!(refused(2, &[row()], likert(1.0, 5.0, &[2])), ScoringError::NoSuchItem { item: 2 });
    assert_eq!(refused(501, &[], Keying::default()).code(), "SVY056");
}

#[test]
fn omega_of_three_items_is_closed() {
    // Three items are just identified: λ₁² = r₁₂·r₁₃/r₂₃.
    let rows = full(&[
        &[3.0, 3.0, 2.0],
        &[1.0, 1.0, 3.0],
        &[3.0, 2.0, 3.0],
        &[3.0, 3.0, 3.0],
        &[4.0, 4.0, 4.0],
        &[3.0, 3.0, 4.0],
        &[1.0, 2.0, 2.0],
        &[2.0, 1.0, 2.0],
    ]);
    let correlation = |one: usize, other: usize| {
        let mean = |item: usize| rows.iter().map(|row| row[item].unwrap()).sum::<f64>() / 8.0;
        let cross = |a: usize, b: usize| -> f64 {
            rows.iter().map(|row| (row[a].unwrap() - mean(a)) * (row[b].unwrap() - mean(b))).sum()
        };
        cross(one, other) / (cross(one, one) * cross(other, other)).sqrt()
    };
    let (r12, r13, r23) = (correlation(0, 1), correlation(0, 2), correlation(1, 2));
    let loadings = [(r12 * r13 / r23).sqrt(), (r12 * r23 / r13).sqrt(), (r13 * r23 / r12).sqrt()];
    let omega = omega_one_factor(&of(&rows, &Keying::default()));
    assert!(
        omega.loadings.iter().zip(loadings).all(|(found, closed)| (found - closed).abs() < 1e-9),
        "{omega:?}"
    );
    let square = loadings.iter().sum::<f64>().powi(2);
    let rest: f64 = loadings.iter().map(|loading| 1.0 - loading * loading).sum();
    assert!((omega.omega.unwrap() - square / (square + rest)).abs() < 1e-10);
    let two = omega_one_factor(&of(&full(&[&[1.0, 2.0], &[2.0, 1.0], &[3.0, 3.0]]), &Keying::default()));
    assert_eq!((two.omega, two.loadings.len()), (None, 0));
    // One item is the sum of the others: the correlations are singular.
    let singular = full(&[&[1.0, 2.0, 3.0], &[2.0, 1.0, 3.0], &[3.0, 3.0, 6.0], &[1.0, 1.0, 2.0]]);
    assert_eq!(omega_one_factor(&of(&singular, &Keying::default())).omega, None);
}
