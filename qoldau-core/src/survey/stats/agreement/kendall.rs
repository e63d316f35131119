//! Kendall's coefficient of concordance.

use serde::Serialize;

use crate::survey::stats::ScoringError;
use crate::survey::stats::distribution::chi_squared_sf;
use crate::survey::stats::exact::{Wide, double};

/// Whether judges rank objects alike.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KendallW {
    /// How many judges ranked every object.
    pub judges: u32,
    /// Judges left out because they did not rank every object.
    pub incomplete_judges: u32,
    /// How many objects.
    pub objects: u32,
    /// From 0 (no agreement) to 1 (the same order), corrected for ties. Undefined without judges, for fewer than two objects, and where
    /// every judge ties all of them.
    pub w: Option<f64>,
    /// Friedman's statistic, m(n−1)W.
    pub chi2: Option<f64>,
    /// Its degrees of freedom, n − 1.
    pub df: u32,
    /// Probability of as much agreement by chance, by the χ² approximation (rough for few judges and objects).
    pub p: Option<f64>,
}

/// Kendall's W of judges (rows) who gave ranks or values to objects (columns), ties taken as mean ranks.
///
/// Kendall & Babington Smith 1939: 12S/(m²(n³−n) − mΣT) with T = Σ(t³−t) of each judge's ties. Exact up to one division.
///
/// # Errors
/// `SVY050` judges with different numbers of objects, `SVY051` a value that is not finite, `SVY056` more than 100,000 objects or
/// 1,000,000 judges.
pub fn kendall_w(judges: &[Vec<Option<f64>>]) -> Result<KendallW, ScoringError> {
    let width = judges.first().map_or(0, Vec::len);
    if width > MOST_OBJECTS || judges.len() > MOST_JUDGES {
        return Err(ScoringError::TooMany { limit: 100_000 });
    }
    let mut sums = vec![0_i128; width];
    let (mut complete, mut incomplete, mut tie_sum) = (0_u32, 0_u32, 0_i128);
    for (row, values) in (0_u32..).zip(judges) {
        if values.len() != width {
            return Err(ScoringError::RowLength { row });
        }
        if values.iter().flatten().any(|value| !value.is_finite()) {
            return Err(ScoringError::NotANumber { row });
        }
        let Some(given) = values.iter().copied().collect::<Option<Vec<f64>>>() else {
            incomplete += 1;
            continue;
        };
        complete += 1;
        let (doubled, of_ties) = doubled_ranks(&given);
        tie_sum += of_ties;
        for (sum, rank) in sums.iter_mut().zip(doubled) {
            *sum += rank;
        }
    }
    let (m, n) = (i128::from(complete), i128::try_from(width).unwrap_or(i128::MAX));
    // S of doubled ranks is four times as large, and n times as large to be whole.
    let squares: i128 = sums.iter().map(|sum| sum.pow(2)).sum();
    let total: i128 = sums.iter().sum();
    let above = Wide::product(n, squares).minus(Wide::product(total, total)).times(3);
    let below = Wide::product(n, m * m * (n.pow(3) - n) - m * tie_sum);
    let w = (n >= 2 && below.is_positive()).then(|| above.double() / below.double());
    let chi2 = w.map(|w| double(m * (n - 1)) * w);
    let df = u32::try_from(n - 1).unwrap_or(0);
    let objects = u32::try_from(width).unwrap_or(u32::MAX);
    let chance = chi2.map(|chi2| chi_squared_sf(chi2, f64::from(df)));
    Ok(KendallW { judges: complete, incomplete_judges: incomplete, objects, w, chi2, df, p: chance })
}

const MOST_OBJECTS: usize = 100_000;
const MOST_JUDGES: usize = 1_000_000;

/// Ranks times two, ties at their mean, and Σ(t³ − t) of the ties.
fn doubled_ranks(values: &[f64]) -> (Vec<i128>, i128) {
    let mut order: Vec<usize> = (0..values.len()).collect();
    // Adding zero makes −0 the same as 0.
    let key = |at: &usize| values[*at] + 0.0;
    order.sort_by(|left, right| key(left).total_cmp(&key(right)));
    let mut ranks = vec![0; values.len()];
    let (mut before, mut ties) = (0_i128, 0_i128);
    for group in order.chunk_by(|left, right| key(left).total_cmp(&key(right)).is_eq()) {
        let size = i128::try_from(group.len()).unwrap_or(i128::MAX);
        for at in group {
            ranks[*at] = 2 * before + size + 1;
        }
        before += size;
        ties += size.pow(3) - size;
    }
    (ranks, ties)
}
