//! The statistics against naive models: every table, every assignment of signs, every choice written down.
#![expect(clippy::arithmetic_side_effects, reason = "the models are naive")]

use proptest::prelude::*;

use super::*;
use crate::value::Amount;

fn amount(text: &str) -> Amount {
    text.parse().unwrap()
}

fn tenths(values: &[i32]) -> Vec<Amount> {
    values
        .iter()
        .map(|value| {
            amount(&format!("{}{}.{}", if *value < 0 { "-" } else { "" }, value.abs() / 10, value.abs() % 10))
        })
        .collect()
}

fn level(text: &str) -> Level {
    Level::new(amount(text)).unwrap()
}

fn is_near(one: f64, two: f64) -> bool {
    (one - two).abs() <= 1e-12 * two.abs()
}

fn choose(n: u32, k: u32) -> f64 {
    (0..k).fold(1.0, |product, i| product * f64::from(n - i) / f64::from(i + 1)).round()
}

/// Mid-ranks, doubled, by counting who is smaller and who is equal.
fn ranks(values: &[i32]) -> Vec<i64> {
    let count = |of: &dyn Fn(&&i32) -> bool| i64::try_from(values.iter().filter(of).count()).unwrap();
    values
        .iter()
        .map(|value| 2 * count(&|other| *other < value) + count(&|other| *other == value) + 1)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn signed_ranks_are_those_of_every_assignment_of_signs(pairs in prop::collection::vec((0_i32..8, 0_i32..8), 1..11)) {
        let (first, second): (Vec<i32>, Vec<i32>) = pairs.into_iter().unzip();
        let given = signed_rank(&tenths(&first), &tenths(&second)).unwrap();
        let differences: Vec<i32> = first.iter().zip(&second).map(|(one, two)| one - two).collect();
        let used: Vec<i32> = differences.iter().copied().filter(|d| *d != 0).collect();
        let sizes = |of: &[i32]| of.iter().map(|d| d.abs()).collect::<Vec<i32>>();
        let pratt = ranks(&sizes(&differences)).into_iter().zip(&differences).filter(|(_, d)| **d != 0).map(|(rank, _)| rank).collect();
        for (ranks, given) in [(ranks(&sizes(&used)), given.wilcox), (pratt, given.pratt)] {
            let plus: i64 = ranks.iter().zip(&used).filter(|(_, d)| **d > 0).map(|(rank, _)| rank).sum();
            let (mut greater, mut less) = (0_u32, 0_u32);
            for signs in 0_u32..1 << ranks.len() {
                let sum: i64 = ranks.iter().enumerate().filter(|(at, _)| signs >> at & 1 == 1).map(|(_, rank)| rank).sum();
                greater += u32::from(sum >= plus);
                less += u32::from(sum <= plus);
            }
            let all = 2_f64.powi(i32::try_from(ranks.len()).unwrap());
            prop_assert!(is_near(given.p_greater.unwrap(), f64::from(greater) / all));
            prop_assert!(is_near(given.p_less.unwrap(), f64::from(less) / all));
            prop_assert!(is_near(given.p_two.unwrap(), (2.0 * f64::from(greater.min(less)) / all).min(1.0)));
        }
    }

    #[test]
    fn the_sums_of_ranks_are_those_of_every_choice(x in prop::collection::vec(0_i32..6, 1..6), y in prop::collection::vec(0_i32..6, 1..6)) {
        let given = mann_whitney(&tenths(&x), &tenths(&y)).unwrap();
        let all: Vec<i32> = x.iter().chain(&y).copied().collect();
        let ranks = ranks(&all);
        let middle = i64::try_from(x.len() * (all.len() + 1)).unwrap();
        let own: i64 = ranks[..x.len()].iter().sum();
        let (mut greater, mut less, mut far, mut total) = (0_u32, 0_u32, 0_u32, 0_u32);
        for chosen in (0_u32..1 << all.len()).filter(|chosen| usize::try_from(chosen.count_ones()).unwrap() == x.len()) {
            let sum: i64 = ranks.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1).map(|(_, rank)| rank).sum();
            total += 1;
            greater += u32::from(sum >= own);
            less += u32::from(sum <= own);
            far += u32::from((sum - middle).abs() >= (own - middle).abs());
        }
        let share = |count: u32| f64::from(count) / f64::from(total);
        prop_assert!(is_near(given.p_greater.unwrap(), share(greater)));
        prop_assert!(is_near(given.p_less.unwrap(), share(less)));
        prop_assert!(is_near(given.p_two_dist.unwrap(), share(far)));
        let wins: i32 = x.iter().flat_map(|x| y.iter().map(move |y| 1 + (x - y).signum())).sum();
        prop_assert!(is_near(given.u1.unwrap(), f64::from(wins) / 2.0));
    }

    #[test]
    fn walsh_averages_are_those_that_are_written_down(d in prop::collection::vec(-60_i32..60, 1..14)) {
        let zeros = vec![0; d.len()];
        let given = hodges_lehmann(&tenths(&d), &tenths(&zeros), level("0.9")).unwrap();
        let mut walsh: Vec<i32> = (0..d.len()).flat_map(|i| (i..d.len()).map(move |j| (i, j))).map(|(i, j)| d[i] + d[j]).collect();
        walsh.sort_unstable();
        let median = f64::from(walsh[(walsh.len() - 1) / 2] + walsh[walsh.len() / 2]) / 40.0;
        prop_assert!(is_near(given.estimate.unwrap(), median), "{given:?} {median}");
        let ci = given.ci.unwrap();
        let ends: Vec<f64> = walsh.iter().map(|sum| f64::from(*sum) / 20.0).collect();
        let place = ends.iter().position(|end| is_near(ci.low, *end)).unwrap();
        prop_assert!(place < ends.len() - place && ends.iter().any(|end| is_near(ci.high, *end)));
    }

    #[test]
    fn fishers_tables_are_those_that_are_written_down(n1 in 1_u32..25, n2 in 1_u32..25, parts in (0_u32..25, 0_u32..25)) {
        let (x1, x2) = (parts.0.min(n1), parts.1.min(n2));
        let given = proportion_difference(x1, n1, x2, n2, level("0.95")).unwrap().p_fisher.unwrap();
        let m = x1 + x2;
        // Below 2^53, so exact.
        let tables: Vec<f64> = (m.saturating_sub(n2)..=m.min(n1)).map(|k| choose(n1, k) * choose(n2, m - k)).collect();
        let seen = choose(n1, x1) * choose(n2, x2);
        let model = tables.iter().filter(|table| **table <= seen).sum::<f64>() / tables.iter().sum::<f64>();
        prop_assert!(is_near(given, model), "{given} {model}");
    }

    #[test]
    fn bounds_in_a_small_population_are_those_of_every_number(population in 1_u32..30, n in 0_u32..30, x in 0_u32..30) {
        let n = n.min(population);
        let x = x.min(n);
        let given = threshold_decision_finite(x, n, population, amount("0.8"), level("0.95")).unwrap();
        // 20 · ways > all, in whole numbers below 2^53.
        let likely = |k: u32, keep: &dyn Fn(u32) -> bool| {
            let ways: f64 = (0..=n.min(k)).filter(|seen| keep(*seen) && n - seen <= population - k).map(|seen| choose(k, seen) * choose(population - k, n - seen)).sum();
            20.0 * ways > choose(population, n)
        };
        let lower = (0..=population).find(|k| likely(*k, &|seen| seen >= x)).unwrap();
        let upper = (0..=population).rev().find(|k| likely(*k, &|seen| seen <= x)).unwrap();
        prop_assert_eq!((given.k_lower, given.k_upper), (lower, upper));
    }

    #[test]
    fn an_interval_of_the_others_is_the_mirrored_one(n in 1_u32..4000, share in 0.0..=1.0_f64) {
        let x = format!("{:.0}", f64::from(n) * share).parse::<u32>().unwrap().min(n);
        let of = |x: u32| proportion_intervals(Amount::from(x), Amount::from(n), level("0.95")).unwrap();
        let (these, others) = (of(x), of(n - x));
        let p = these.estimate.unwrap();
        let intervals = |of: ProportionIntervals| [of.wald, of.wilson, of.wilson_cc, of.clopper_pearson, of.mid_p, of.agresti_coull, of.jeffreys].map(Option::unwrap);
        for (one, two) in intervals(these).into_iter().zip(intervals(others)) {
            prop_assert!((one.low - (1.0 - two.high)).abs() < 1e-12 && (one.high - (1.0 - two.low)).abs() < 1e-12, "{one:?} {two:?}");
            prop_assert!(0.0 <= one.low && one.low <= p + 1e-12 && p <= one.high + 1e-12 && one.high <= 1.0, "{one:?}");
        }
    }

    /// Counts of weighted data are fractions: the correction never takes more than there is.
    #[test]
    fn the_corrected_interval_grows_with_the_count(n in 1_u32..60, tenths in 0_u32..600) {
        let n = Amount::from(n);
        let at = |tenths: u32| amount(&format!("{}.{}", tenths / 10, tenths % 10)).min(n);
        let of = |x: Amount| proportion_intervals(x, n, level("0.95")).unwrap();
        let (one, more) = (of(at(tenths)), of(at(tenths + 1)));
        let p = one.estimate.unwrap();
        let (wilson, one, more) = (one.wilson.unwrap(), one.wilson_cc.unwrap(), more.wilson_cc.unwrap());
        prop_assert!(one.low <= more.low && one.high <= more.high, "{one:?} {more:?}");
        prop_assert!(one.low <= wilson.low + 1e-15 && wilson.high <= one.high + 1e-15 && one.low <= p && p <= one.high, "{one:?} {wilson:?}");
        if tenths >= 5 && at(tenths) < n {
            // Newcombe's closed form.
            let (x, n): (f64, f64) = (at(tenths).to_string().parse().unwrap(), n.to_string().parse().unwrap());
            let (z, q) = (level("0.95").z(), 1.0 - p);
            let root = (z * z - 2.0 - 1.0 / n + 4.0 * p * (n * q + 1.0)).max(0.0).sqrt();
            let low = ((2.0 * x + z * z - 1.0 - z * root) / (2.0 * (n + z * z))).max(0.0);
            prop_assert!((one.low - low).abs() < 1e-9, "{one:?} {low}");
        }
    }

    #[test]
    fn exact_ends_have_the_probability_that_lies_outside(n in 1_u32..3000, x in 0_u32..3000) {
        let x = x.min(n);
        let given = proportion_intervals(Amount::from(x), Amount::from(n), level("0.95")).unwrap();
        let (k, all) = (f64::from(x), f64::from(n));
        let (exact, mid) = (given.clopper_pearson.unwrap(), given.mid_p.unwrap());
        if x > 0 {
            let p = exact.low;
            prop_assert!((distribution::binomial_sf(k, all, p, 1.0 - p) - 0.025).abs() < 1e-12);
            let p = mid.low;
            let probability = distribution::binomial_sf(k, all, p, 1.0 - p) - 0.5 * distribution::binomial_pmf(k, all, p, 1.0 - p);
            prop_assert!((probability - 0.025).abs() < 1e-12, "{probability}");
        }
        if x < n {
            let p = exact.high;
            prop_assert!((distribution::binomial_cdf(k, all, p, 1.0 - p) - 0.025).abs() < 1e-11);
        }
    }

    #[test]
    fn the_order_of_the_values_changes_no_bit(values in prop::collection::vec(-500_i32..500, 0..40), by in 0_usize..40) {
        let given = |values: &[i32]| descriptives(&tenths(values).into_iter().map(Some).collect::<Vec<_>>()).unwrap();
        let mut turned = values.clone();
        turned.rotate_left(if values.is_empty() { 0 } else { by % values.len() });
        prop_assert_eq!(given(&values), given(&turned));
    }

    #[test]
    fn nothing_is_ever_nan_or_endless(counts in prop::array::uniform4(0_u32..40), first in prop::collection::vec(0_i32..3, 0..6), second in prop::collection::vec(0_i32..3, 0..6), of in 1_u32..999) {
        let [a, b, c, d] = counts;
        let (one, two) = (tenths(&first), tenths(&second));
        let both = first.len().min(second.len());
        let (left, right) = (&one[..both], &two[..both]);
        let level = Level::new(amount(&format!("0.{of:03}"))).unwrap();
        let table = PairedTable { both: a, first_only: b, second_only: c, neither: d };
        let told = [
            format!("{:?}", proportion_intervals(Amount::from(a), Amount::from(a + b), level).unwrap()),
            format!("{:?}", proportion_difference(a, a + b, c, c + d, level).unwrap()),
            format!("{:?}", paired_proportions(table, level).unwrap()),
            format!("{:?}", signed_rank(left, right).unwrap()),
            format!("{:?}", hodges_lehmann(left, right, level).unwrap()),
            format!("{:?}", paired_t(left, right, level).unwrap()),
            format!("{:?}", welch_t(&one, &two).unwrap()),
            format!("{:?}", mann_whitney(&one, &two).unwrap()),
            format!("{:?}", descriptives(&one.iter().copied().map(Some).collect::<Vec<_>>()).unwrap()),
            format!("{:?}", finite_mean(&one, a + 6).unwrap()),
            format!("{:?}", finite_proportion(a, a + b, a + b + c, level).unwrap()),
            format!("{:?}", threshold_decision(a, a + b, level.outside(), level).unwrap()),
            format!("{:?}", threshold_decision_finite(a, a + b, a + b + c, level.outside(), level).unwrap()),
        ];
        for told in told {
            prop_assert!(!told.contains("NaN") && !told.contains("inf"), "{told}");
        }
    }
}

#[test]
fn differences_that_are_equal_as_decimals_are_tied() {
    // 0.3 − 0.1 and 0.4 − 0.2 are not equal as floating-point numbers, and neither is 0.3 − 0.2 − 0.1 nothing.
    let given =
        signed_rank(&["0.3", "0.4", "0.3", "0.30"].map(amount), &["0.1", "0.2", "0.6", "0.3"].map(amount))
            .unwrap();
    assert_eq!(given.wilcox.n_zero, 1);
    assert_eq!(
        (given.wilcox.w_plus.to_bits(), given.wilcox.w_minus.to_bits()),
        (3.0_f64.to_bits(), 3.0_f64.to_bits())
    );
}

#[test]
fn the_certified_values_of_nist_are_met_to_the_last_digit() {
    // NumAcc1 to NumAcc4 of the Statistical Reference Datasets.
    let around = |middle: &str, below: &str, above: &str| {
        let mut values = vec![Some(amount(middle))];
        values.extend((0..1000).map(|at| Some(amount(if at % 2 == 0 { below } else { above }))));
        values
    };
    let few = ["10000001", "10000003", "10000002"].map(|value| Some(amount(value))).to_vec();
    let sets = [
        (few, 10_000_002.0, 1.0),
        (around("1.2", "1.1", "1.3"), 1.2, 0.1),
        (around("1000000.2", "1000000.1", "1000000.3"), 1_000_000.2, 0.1),
        (around("10000000.2", "10000000.1", "10000000.3"), 10_000_000.2, 0.1),
    ];
    for (values, mean, sd) in sets {
        let given = descriptives(&values).unwrap();
        assert_eq!(
            (given.mean.unwrap().to_bits(), given.sd.unwrap().to_bits()),
            (f64::to_bits(mean), f64::to_bits(sd))
        );
    }
}

#[test]
fn the_least_numbers_that_prove_eighty_percent_are_those_of_the_table() {
    let least =
        |n: u32| threshold_decision(0, n, amount("0.80"), level("0.95")).unwrap().min_x_for_cp_confidence;
    let table = [
        (13, None),
        (14, Some(14)),
        (20, Some(20)),
        (50, Some(45)),
        (120, Some(104)),
        (1000, Some(822)),
        (3000, Some(2437)),
    ];
    for (n, want) in table {
        assert_eq!(least(n), want, "{n}");
    }
    // Of a population of 150.
    for (n, x) in [(80, 69), (100, 84), (120, 100)] {
        let verdict =
            |x| threshold_decision_finite(x, n, 150, amount("0.80"), level("0.95")).unwrap().verdict;
        assert_eq!(
            (verdict(x), verdict(x - 1)),
            (Some(Verdict::MetWithConfidence), Some(Verdict::MetPointOnly)),
            "{n}"
        );
    }
}

#[test]
fn a_probability_that_equals_the_level_is_no_less_than_it() {
    // P(X ≥ 1 | one of twenty) is exactly 0.05, which is not above it.
    let given = threshold_decision_finite(1, 1, 20, amount("0.1"), level("0.95")).unwrap();
    assert_eq!((given.k_lower, given.verdict), (2, Some(Verdict::MetWithConfidence)));
    // P(X ≥ 2) of two fair trials is exactly a quarter.
    let given = threshold_decision(2, 2, amount("0.5"), level("0.75")).unwrap();
    assert_eq!(
        (given.verdict_cp, given.min_x_for_cp_confidence),
        (Some(Verdict::MetWithConfidence), Some(2))
    );
}

#[test]
fn a_hundred_thousand_answers_are_no_trouble() {
    let n = 100_000_u32;
    let values: Vec<Amount> = (0..n).map(|at| Amount::from(at * 7919 % 11)).collect();
    let zeros = vec![Amount::from(5); values.len()];
    assert!(signed_rank(&values, &zeros).unwrap().wilcox.p_norm.is_some());
    assert!(mann_whitney(&values, &zeros[..10]).unwrap().p_norm.is_some());
    assert_eq!(
        hodges_lehmann(&values, &zeros, level("0.95")).unwrap().estimate.map(f64::to_bits),
        Some(0.0_f64.to_bits())
    );
    assert!(proportion_difference(n / 3, n, n / 3 + 3000, n, level("0.95")).unwrap().p_fisher.unwrap() > 0.0);
}

#[test]
fn what_cannot_be_counted_is_refused_and_never_cut() {
    let half = 1_u32 << 31;
    assert_eq!(proportion_difference(1, half, 2, half, level("0.95")), Err(StatsError::TooMany));
    let table = PairedTable { both: half, first_only: 0, second_only: half, neither: 0 };
    assert_eq!(paired_proportions(table, level("0.95")), Err(StatsError::TooMany));
    let far = [amount("1234567890123456789012345678"), amount("0.0000000000000000000000000001")];
    assert_eq!(descriptives(&far.map(Some)), Err(StatsError::Digits { name: "values" }));
}

#[test]
fn tables_too_improbable_for_a_float_take_no_time() {
    let n = 2_000_000_000_u32;
    let given = proportion_difference(0, n, n, n, level("0.95")).unwrap();
    assert_eq!(given.p_fisher.map(f64::to_bits), Some(0.0_f64.to_bits()));
    assert_eq!(given.miettinen_nurminen.map(|ci| ci.low.to_bits()), Some((-1.0_f64).to_bits()));
}

#[test]
fn adjusted_probabilities_keep_the_order_and_the_missing() {
    let p = [Some(0.01), None, Some(0.04), Some(0.03), Some(0.005)];
    let rounded =
        |p: Vec<Option<f64>>| p.into_iter().map(|p| p.map(|p| format!("{p:.3}"))).collect::<Vec<_>>();
    let want = |texts: [&str; 4]| {
        let [first, third, fourth, fifth] = texts.map(|text| Some(text.to_owned()));
        vec![first, None, third, fourth, fifth]
    };
    assert_eq!(rounded(holm(&p).unwrap()), want(["0.030", "0.060", "0.060", "0.020"]));
    assert_eq!(rounded(benjamini_hochberg(&p).unwrap()), want(["0.020", "0.040", "0.040", "0.020"]));
    assert_eq!(holm(&[Some(f64::NAN)]), Err(StatsError::Proportion { name: "p" }));
}

#[test]
fn every_error_has_a_code_of_its_own() {
    let errors = [
        StatsError::Level,
        StatsError::MoreThanAll { part: "x", whole: "n" },
        StatsError::Proportion { name: "p" },
        StatsError::NotPositive { name: "margin" },
        StatsError::Lengths { first: "first", second: "second" },
        StatsError::Digits { name: "x" },
        StatsError::TooMany,
    ];
    let codes: std::collections::BTreeSet<&str> = errors.iter().map(StatsError::code).collect();
    assert_eq!(codes.len(), errors.len());
}

#[test]
fn whole_classes_and_those_who_will_not_answer_raise_the_number_to_ask() {
    let design = |effect: &str, rate: &str| SampleDesign {
        design_effect: amount(effect),
        response_rate: amount(rate),
    };
    let plan = |populations: &[u32], design| {
        sample_size(amount("0.05"), amount("0.5"), level("0.95"), populations, design).unwrap()
    };
    let of =
        |size: &SampleSize| size.by_population.iter().map(|one| (one.n, one.invited)).collect::<Vec<_>>();
    let simple = plan(&[150, 3400], SampleDesign::default());
    assert_eq!((simple.n, simple.invited), (Some(385), Some(385)));
    assert_eq!(of(&simple), [(109, Some(109)), (346, Some(346))]);
    // 108.08 · 1.5 = 162.1, more than there are; 345.24 · 1.5 = 517.9; 384.15 · 1.5 = 576.2, of whom 0.6 answer.
    let clustered = plan(&[150, 3400], design("1.5", "0.6"));
    assert_eq!((clustered.n, clustered.invited), (Some(577), Some(962)));
    assert_eq!(of(&clustered), [(150, None), (518, Some(864))]);
    // 109 of 150 answer only if 73 % do.
    assert_eq!(of(&plan(&[150], design("1", "0.72"))), [(109, None)]);
    assert_eq!(of(&plan(&[150], design("1", "0.73"))), [(109, Some(150))]);
}

#[test]
fn what_is_no_design_of_a_sample_is_refused() {
    let plan = |effect: &str, rate: &str| {
        let design = SampleDesign { design_effect: amount(effect), response_rate: amount(rate) };
        sample_size(amount("0.05"), amount("0.5"), level("0.95"), &[], design).unwrap_err().code()
    };
    assert_eq!(plan("0", "1"), "SVY004");
    assert_eq!(plan("1", "0"), "SVY004");
    assert_eq!(plan("1", "1.01"), "SVY003");
    let margin = |answered, p: &str, population, effect: &str| {
        sample_margin(answered, amount(p), level("0.95"), population, amount(effect))
            .map_err(|error| error.code())
    };
    assert_eq!(margin(0, "0.5", None, "1"), Err("SVY004"));
    assert_eq!(margin(151, "0.5", Some(150), "1"), Err("SVY002"));
    assert_eq!(margin(5, "-0.1", None, "1"), Err("SVY003"));
    assert_eq!(margin(5, "0.5", None, "-1"), Err("SVY004"));
    assert_eq!(margin(150, "0.5", Some(150), "2"), Ok(0.0));
}

#[test]
fn a_tiny_margin_of_a_small_population_asks_everybody() {
    let size =
        sample_size(amount("0.0000001"), amount("0.5"), level("0.95"), &[1, 150], SampleDesign::default());
    let size = size.unwrap();
    assert_eq!((size.n, size.invited), (None, None));
    assert_eq!(size.by_population.iter().map(|one| one.n).collect::<Vec<_>>(), [1, 150]);
    let certain = sample_size(amount("0.05"), Amount::ZERO, level("0.95"), &[1], SampleDesign::default());
    assert!(certain.unwrap().by_population[0].n_raw.abs() <= 0.0);
}

proptest! {
    /// The plan and its check agree: as many as are asked for keep the margin, one less does not.
    #[test]
    fn a_planned_sample_keeps_its_margin(margin in 1_u32..20, share in 1_u32..100, population in 2_u32..5000) {
        let hundredths = |of: u32| Amount::from(of).checked_div(Amount::from(100_u32)).unwrap();
        let size = sample_size(hundredths(margin), hundredths(share), level("0.95"), &[population], SampleDesign::default()).unwrap();
        let reached = |answered, population| {
            sample_margin(answered, hundredths(share), level("0.95"), population, Amount::ONE).unwrap()
        };
        for (n, population) in [(size.n.unwrap(), None), (size.by_population[0].n, Some(population))] {
            let asked = f64::from(margin) / 100.0;
            prop_assert!(reached(n, population) <= asked * (1.0 + 1e-9));
            prop_assert!(n <= 1 || reached(n - 1, population) > asked * (1.0 - 1e-9));
        }
    }
}
