//! Cronbach's alpha and what belongs to it.

use serde::{Deserialize, Serialize};

use super::ScaleAnswers;
use super::moments::{Covariances, ItemMoments, Total, pairwise_covariances};
use crate::survey::stats::exact::{Sum, double};
use crate::survey::stats::intervals::feldt_interval;
use crate::survey::stats::{Interval, Level, ScoreSums};

/// Which answers alpha is computed from where some are missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AlphaMissing {
    /// Persons who answered every item. The default of the field.
    Listwise,
    /// Each covariance from the persons who answered its two items, about their own means. The table of covariances need not
    /// be one that complete answers could give, which [`Alpha::indefinite`] tells.
    Pairwise,
}

/// Cronbach's alpha of a scale.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Alpha {
    /// How many items.
    pub items: u32,
    /// How many persons: with every item answered (listwise), with any item answered (pairwise).
    pub persons: u32,
    /// k/(k−1)·(1 − Σsᵢ²/s²), variances with n − 1; at most 1, and below 0 where items contradict each other: look for items that were
    /// not reversed. Undefined for fewer than two items or persons, and where the sum of the items does not vary: pairwise covariances
    /// that contradict each other can make its variance negative, which is none either.
    pub alpha: Option<f64>,
    /// Alpha of standardised items, k·r/(1 + (k−1)·r) of the mean correlation r. Undefined where an item does not vary.
    pub standardised_alpha: Option<f64>,
    /// Mean correlation of two items. Undefined where an item does not vary.
    pub mean_correlation: Option<f64>,
    /// Feldt's interval of alpha, lower and upper end.
    pub feldt: Option<[f64; 2]>,
    /// Alpha of the other items, for each item. Undefined for two items.
    pub alpha_if_deleted: Vec<Option<f64>>,
    /// Correlation of each item with the sum of the others. Undefined where either does not vary. Below 0 it names an item that
    /// should perhaps be reversed.
    pub item_rest: Vec<Option<f64>>,
    /// Whether no complete answers could give these covariances: pairwise ones of few persons may contradict each other, and alpha and
    /// correlations then leave their ranges.
    pub indefinite: bool,
    /// Items that do not vary, from 0. They are kept in alpha: dropping them would change the scale silently.
    pub constant_items: Vec<u32>,
}

/// Cronbach's alpha with Feldt's interval, alpha if an item is deleted, and item-rest correlations.
///
/// Cronbach 1951; the interval after Feldt 1965 and Feldt, Woodruff & Salih 1987: 1 − (1−α)·F of (n−1, (n−1)(k−1)) degrees of freedom at
/// both ends of the confidence level. Exact up to one division: the same bits for any order of rows.
#[must_use]
pub fn cronbach_alpha(answers: &ScaleAnswers, missing: AlphaMissing, level: Level) -> Alpha {
    match missing {
        AlphaMissing::Listwise => answers.moments(0, u32::MAX).alpha(level),
        AlphaMissing::Pairwise => {
            let table = pairwise_covariances(answers.items, answers.rows());
            let persons = answers.rows().filter(|row| row.iter().any(Option::is_some)).count();
            alpha_of(&table, u32::try_from(persons).unwrap_or(u32::MAX), level)
        }
    }
}

impl ItemMoments {
    /// Cronbach's alpha of the rows these are the sums of; see [`cronbach_alpha`].
    #[must_use]
    pub fn alpha(&self, level: Level) -> Alpha {
        alpha_of(&self.covariances(), self.rows(), level)
    }
}

/// Cronbach's alpha and Feldt's interval, where only the sums of every item and of their total are known, of people who answered every
/// item.
pub(crate) fn alpha_of_sums(
    items: &[ScoreSums],
    total: &ScoreSums,
    level: Level,
) -> (Option<f64>, Option<Interval>) {
    let of = |sums: &ScoreSums| Total::covariance(sums.n().into(), sums.squares(), (sums.sum(), sums.sum()));
    let diagonal = items.iter().map(of).fold(Total::default(), |mut all, item| {
        all.add(&item);
        all
    });
    let alpha = coefficient(items.len(), &of(total), &diagonal);
    let feldt = alpha.and_then(|alpha| feldt_interval(alpha, total.n(), items.len(), level));
    (alpha, feldt.map(|[low, high]| Interval { low, high }))
}

fn alpha_of(table: &Covariances, persons: u32, level: Level) -> Alpha {
    let items = table.items();
    let (all, diagonal) = (table.all(), table.diagonal());
    let alpha = coefficient(items, &all, &diagonal);
    let rows: Vec<Total> = (0..items).map(|item| table.row(item)).collect();
    let rest_of = |item: usize| {
        let mut rest = all.clone();
        rest.subtract(&rows[item]);
        rest.subtract(&rows[item]);
        rest.add(table.of(item, item));
        rest
    };
    let alpha_if_deleted = (0..items)
        .map(|item| {
            let mut diagonal = diagonal.clone();
            diagonal.subtract(table.of(item, item));
            coefficient(items - 1, &rest_of(item), &diagonal)
        })
        .collect();
    let item_rest = (0..items)
        .map(|item| {
            let (own, rest) = (table.of(item, item).positive()?, rest_of(item).positive()?);
            let mut shared = rows[item].clone();
            shared.subtract(table.of(item, item));
            Some(rounded_correlation(shared.value()? / (own.sqrt() * rest.sqrt())))
        })
        .collect();
    let mean_correlation = mean_correlation(table);
    let k = double(wide(items));
    Alpha {
        items: u32::try_from(items).unwrap_or(u32::MAX),
        persons,
        alpha,
        standardised_alpha: mean_correlation.and_then(|r| {
            let below = 1.0 + (k - 1.0) * r;
            (below > 1e-13).then(|| k * r / below)
        }),
        mean_correlation,
        feldt: alpha.and_then(|alpha| feldt_interval(alpha, persons, items, level)),
        alpha_if_deleted,
        item_rest,
        indefinite: table.indefinite(),
        constant_items: (0..items)
            .filter(|item| table.of(*item, *item).value().is_some_and(|variance| variance <= 0.0))
            .filter_map(|item| u32::try_from(item).ok())
            .collect(),
    }
}

/// k/(k−1)·(off the diagonal)/(all), the difference taken exactly.
fn coefficient(items: usize, all: &Total, diagonal: &Total) -> Option<f64> {
    if items < 2 {
        return None;
    }
    let mut shared = all.clone();
    shared.subtract(diagonal);
    let k = double(wide(items));
    Some(k * shared.value()? / ((k - 1.0) * all.positive()?))
}

/// A correlation that only rounding takes beyond 1.
fn rounded_correlation(r: f64) -> f64 {
    if r.abs() < 1.0 + 1e-13 { r.clamp(-1.0, 1.0) } else { r }
}

fn mean_correlation(table: &Covariances) -> Option<f64> {
    let items = table.items();
    let mut sum = Sum::default();
    for first in 0..items {
        for second in first + 1..items {
            sum.add(table.correlation(first, second)?);
        }
    }
    let pairs = items.checked_mul(items.checked_sub(1)?)? / 2;
    (pairs > 0).then(|| sum.value() / double(wide(pairs)))
}

fn wide(count: usize) -> i128 {
    i128::try_from(count).unwrap_or(i128::MAX)
}
