//! How carefully a form was filled in: flags for a person to look at, never a reason to delete by itself.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "counts of rows in memory, and a histogram as long as the longest run can be"
)]

use std::collections::BTreeMap;

use serde::Serialize;

use super::exact::{Decimals, Sum, Wide, double, pow10};
use super::{ScoringError, exact};

/// How carefully persons filled in a form.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResponseQuality {
    /// How many persons.
    pub persons: u32,
    /// How many persons have a longest run of each length, from length 0 (no answer) to the number of items.
    pub longest_runs: Vec<u32>,
    /// The longest run of all; 0 where there is nobody.
    pub longest_run: u32,
    /// Each person's longest run of equal answers, in the order of the form (Johnson 2005).
    pub runs: Vec<u32>,
    /// Each person's standard deviation of answers (n − 1), which is low where all questions are answered alike (Dunn et al. 2018).
    /// Undefined for fewer than two answers.
    pub variabilities: Vec<Option<f64>>,
    /// Mean of them. Undefined where nobody gave two answers.
    pub mean_variability: Option<f64>,
    /// Persons with a variability below the declared bound, judged exactly.
    pub below_bound: u32,
    /// Persons whose answers to all items, missing ones included, are those of another person; those without any answer, who are
    /// counted by themselves too, are alike.
    pub in_identical_rows: u32,
    /// How many such groups of equal rows there are.
    pub identical_groups: u32,
    /// Persons without any answer.
    pub empty: u32,
}

impl ResponseQuality {
    /// How many persons have a run of at least such a length.
    #[must_use]
    pub fn runs_of_at_least(&self, length: u32) -> u32 {
        let from = usize::try_from(length).unwrap_or(usize::MAX);
        self.longest_runs.iter().skip(from).sum()
    }
}

/// Longest runs of equal raw answers in the order of the form, variability within a person, and identical rows.
///
/// `broken_by_missing` says whether an unanswered question ends a run, as in the literature, or is passed over. Give *raw* answers: runs of
/// reversed ones mean nothing. `low_variability` is the bound for [`ResponseQuality::below_bound`], such as 0.5.
///
/// # Errors
/// `SVY050` a row with another number of answers, `SVY051` an answer or a bound that is not a finite number below 2⁵³.
pub fn response_quality(
    rows: &[Vec<Option<f64>>],
    broken_by_missing: bool,
    low_variability: f64,
) -> Result<ResponseQuality, ScoringError> {
    let width = rows.first().map_or(0, Vec::len);
    if let Some((row, _)) = (0_u32..).zip(rows).find(|(_, row)| row.len() != width) {
        return Err(ScoringError::RowLength { row });
    }
    let flat: Vec<Option<f64>> = rows.iter().flatten().copied().collect();
    let Decimals { values, places } = Decimals::new(&flat).ok_or(ScoringError::NotANumber { row: 0 })?;
    let bound = exact::scaled(low_variability, 9).ok_or(ScoringError::NotANumber { row: 0 })?;
    let mut quality = ResponseQuality {
        persons: 0,
        longest_runs: vec![0; width + 1],
        longest_run: 0,
        runs: Vec::with_capacity(rows.len()),
        variabilities: Vec::with_capacity(rows.len()),
        mean_variability: None,
        below_bound: 0,
        in_identical_rows: 0,
        identical_groups: 0,
        empty: 0,
    };
    let mut alike: BTreeMap<&[Option<i64>], u32> = BTreeMap::new();
    let empty: &[Option<i64>] = &[];
    let all: Vec<&[Option<i64>]> = match width {
        0 => vec![empty; rows.len()],
        _ => values.chunks(width).collect(),
    };
    for row in all {
        quality.persons += 1;
        quality.empty += u32::from(row.iter().all(Option::is_none));
        let run = longest_run(row, broken_by_missing);
        quality.longest_runs[run] += 1;
        quality.runs.push(u32::try_from(run).unwrap_or(u32::MAX));
        let spread = Spread::of(row);
        quality.variabilities.push(spread.deviation(places));
        quality.below_bound += u32::from(spread.is_below(bound, places));
        *alike.entry(row).or_default() += 1;
    }
    quality.longest_run = quality.runs.iter().copied().max().unwrap_or(0);
    let known: Vec<f64> = quality.variabilities.iter().flatten().copied().collect();
    let sum: Sum = known.iter().copied().collect();
    quality.mean_variability =
        (!known.is_empty()).then(|| sum.value() / double(i128::try_from(known.len()).unwrap_or(i128::MAX)));
    quality.in_identical_rows = alike.values().filter(|size| **size > 1).sum();
    quality.identical_groups =
        u32::try_from(alike.values().filter(|size| **size > 1).count()).unwrap_or(u32::MAX);
    Ok(quality)
}

fn longest_run(row: &[Option<i64>], broken_by_missing: bool) -> usize {
    let (mut longest, mut length, mut last) = (0, 0, None);
    for answer in row {
        match answer {
            Some(value) if last == Some(*value) => length += 1,
            Some(value) => (length, last) = (1, Some(*value)),
            None if broken_by_missing => (length, last) = (0, None),
            None => {}
        }
        longest = longest.max(length);
    }
    longest
}

/// n, and n·Σx² − (Σx)².
struct Spread {
    answers: i128,
    spread: Wide,
}

impl Spread {
    fn of(row: &[Option<i64>]) -> Self {
        let (mut answers, mut sum, mut squares) = (0_i128, 0_i128, 0_i128);
        for answer in row.iter().flatten().map(|answer| i128::from(*answer)) {
            answers += 1;
            sum += answer;
            squares += answer * answer;
        }
        Self { answers, spread: Wide::product(answers, squares).minus(Wide::product(sum, sum)) }
    }

    fn freedom(&self) -> i128 {
        self.answers * (self.answers - 1)
    }

    fn deviation(&self, places: u32) -> Option<f64> {
        let unit = double(pow10(places)?);
        (self.answers >= 2).then(|| (self.spread.double() / double(self.freedom())).sqrt() / unit)
    }

    /// Whether the deviation lies below a bound of billionths: n·Σx² − (Σx)² < b²·n(n−1)·10^2places/10^18.
    fn is_below(&self, bound: i64, places: u32) -> bool {
        if self.answers < 2 || bound <= 0 {
            return false;
        }
        let bound = i128::from(bound);
        let allowed = Wide::product(bound * bound, self.freedom());
        // Both sides as whole numbers while they fit, which answers always do.
        let exact = pow10(2 * places).zip(pow10(18)).and_then(|(unit, billionths)| {
            let spread = self.spread.small()?.checked_mul(billionths)?;
            Some(spread < allowed.small()?.checked_mul(unit)?)
        });
        exact.unwrap_or_else(|| {
            self.deviation(places).is_some_and(|deviation| deviation < double(bound) / 1e9)
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::as_conversions,
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::float_cmp,
        clippy::arithmetic_side_effects,
        reason = "naive models over small numbers"
    )]

    use super::*;

    fn of(rows: &[&[f64]], broken: bool) -> ResponseQuality {
        // −1 stands for no answer.
        let answer = |value: &f64| (*value >= 0.0).then_some(*value);
        let rows: Vec<Vec<Option<f64>>> = rows.iter().map(|row| row.iter().map(answer).collect()).collect();
        response_quality(&rows, broken, 0.5).unwrap()
    }

    #[test]
    fn runs_end_at_a_missing_answer_or_pass_over_it() {
        let rows: [&[f64]; 4] = [
            &[3.0, 3.0, -1.0, 3.0, 2.0],
            &[1.0, 2.0, 3.0, 4.0, 5.0],
            &[-1.0; 5],
            &[-1.0, -1.0, 4.0, -1.0, -1.0],
        ];
        let broken = of(&rows, true);
        assert_eq!(broken.runs, [2, 1, 0, 1]);
        assert_eq!(broken.longest_runs, [1, 2, 1, 0, 0, 0]);
        assert_eq!((broken.longest_run, broken.runs_of_at_least(1), broken.runs_of_at_least(8)), (2, 3, 0));
        assert_eq!(of(&rows, false).runs, [3, 1, 0, 1]);
        assert_eq!((broken.variabilities[2], broken.variabilities[3], broken.empty), (None, None, 1));
    }

    #[test]
    fn the_bound_of_variability_is_exact() {
        // Variances 0.25 (three 1 and one 2) and 0: the first is not below 0.5².
        let quality = of(&[&[1.0, 1.0, 1.0, 2.0], &[3.0; 4], &[3.0; 4]], true);
        assert_eq!(quality.below_bound, 2);
        assert_eq!(quality.variabilities, [Some(0.5), Some(0.0), Some(0.0)]);
        assert_eq!((quality.in_identical_rows, quality.identical_groups), (2, 1));
        let nobody = of(&[], true);
        assert_eq!((nobody.longest_run, nobody.mean_variability, nobody.persons), (0, None, 0));
        assert_eq!(response_quality(&[vec![None], vec![]], true, 0.5).unwrap_err().code(), "SVY050");
    }
}
