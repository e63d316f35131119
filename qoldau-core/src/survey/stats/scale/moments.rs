//! Exact sums of answers and of products of answers: all that reliability needs of the rows.

use std::collections::BTreeMap;

use super::eigen::Square;
use crate::survey::stats::exact::{Sum, Wide, double};

/// Sums over rows with every item answered: how many rows, Σxᵢ and Σxᵢxⱼ. For at most 500 items.
///
/// They are whole numbers, so the sums of two parts of the rows, [merged](Self::merge) in any order, are the sums of all rows bit
/// for bit. Answers below 2⁴⁰ may be those of 2⁴⁰ rows before a sum leaves the type; such an addition is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemMoments {
    items: usize,
    rows: u64,
    sums: Vec<i128>,
    /// Row by row of the upper triangle, the diagonal included.
    products: Vec<i128>,
}

impl ItemMoments {
    /// No rows yet.
    #[must_use]
    pub fn new(items: u32) -> Self {
        let items = usize::try_from(items).unwrap_or(usize::MAX).min(MOST_ITEMS);
        Self { items, rows: 0, sums: vec![0; items], products: vec![0; items * (items + 1) / 2] }
    }

    /// Takes one row of whole answers and tells whether it did: not when the row has another number of items or a sum would leave
    /// its type.
    #[must_use]
    pub fn add(&mut self, row: &[i64]) -> bool {
        if row.len() != self.items {
            return false;
        }
        let most = row.iter().map(|answer| answer.unsigned_abs()).max().unwrap_or(0);
        if self.rows >= 1 << 40 || (most >= 1 << 40 && self.rows >= 1 << 20) || most > 1 << 53 {
            return false;
        }
        let mut at = 0;
        for (first, answer) in row.iter().enumerate() {
            let answer = i128::from(*answer);
            self.sums[first] += answer;
            for other in &row[first..] {
                self.products[at] += answer * i128::from(*other);
                at += 1;
            }
        }
        self.rows += 1;
        true
    }

    /// Takes the sums of other rows and tells whether it did: not when they are of another number of items.
    #[must_use]
    pub fn merge(&mut self, other: &Self) -> bool {
        let Some(rows) =
            self.rows.checked_add(other.rows).filter(|rows| self.items == other.items && *rows <= 1 << 40)
        else {
            return false;
        };
        self.rows = rows;
        add_all(&mut self.sums, &other.sums);
        add_all(&mut self.products, &other.products);
        true
    }

    /// How many complete rows there are.
    #[must_use]
    pub fn rows(&self) -> u32 {
        u32::try_from(self.rows).unwrap_or(u32::MAX)
    }

    pub(crate) fn covariances(&self) -> Covariances {
        let mut table = Covariances::empty(self.items);
        let mut at = 0;
        for first in 0..self.items {
            for second in first..self.items {
                let (sums, product) = ((self.sums[first], self.sums[second]), self.products[at]);
                table.set(first, second, Total::covariance(self.rows, product, sums));
                at += 1;
            }
        }
        table
    }
}

const MOST_FOR_EIGENVALUES: usize = 100;

/// A scale of more items than this is none, and its table would take hundreds of megabytes.
pub(super) const MOST_ITEMS: usize = 500;

fn add_all(into: &mut [i128], from: &[i128]) {
    for (into, from) in into.iter_mut().zip(from) {
        *into = into.saturating_add(*from);
    }
}

/// Covariances of every two items, each from the rows that answered both.
pub(crate) fn pairwise_covariances<'a>(
    items: usize,
    rows: impl Iterator<Item = &'a [Option<i64>]>,
) -> Covariances {
    let mut sums = vec![PairSums::default(); items * items];
    for row in rows {
        for (first, one) in row.iter().enumerate() {
            let Some(one) = one.map(i128::from) else { continue };
            for (second, other) in row.iter().enumerate().skip(first) {
                if let Some(other) = other.map(i128::from) {
                    sums[first * items + second].add(one, other);
                }
            }
        }
    }
    let mut table = Covariances::empty(items);
    for first in 0..items {
        for second in first..items {
            let pair = sums[first * items + second];
            table.set(first, second, Total::covariance(pair.rows, pair.product, (pair.first, pair.second)));
        }
    }
    table
}

#[derive(Debug, Clone, Copy, Default)]
struct PairSums {
    rows: u64,
    first: i128,
    second: i128,
    product: i128,
}

impl PairSums {
    fn add(&mut self, one: i128, other: i128) {
        self.rows += 1;
        self.first += one;
        self.second += other;
        self.product += one * other;
    }
}

/// A sum of covariances, kept exactly: by how many rows each came from, n·Σxy − Σx·Σy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Total {
    by_rows: BTreeMap<u64, Wide>,
    /// Covariances of fewer than two rows: the sum is not defined while there are any.
    undefined: i64,
}

impl Total {
    pub(super) fn covariance(rows: u64, product: i128, sums: (i128, i128)) -> Self {
        if rows < 2 {
            return Self { by_rows: BTreeMap::new(), undefined: 1 };
        }
        let value = Wide::product(i128::from(rows), product).minus(Wide::product(sums.0, sums.1));
        Self { by_rows: BTreeMap::from([(rows, value)]), undefined: 0 }
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.undefined += other.undefined;
        for (rows, value) in &other.by_rows {
            let sum = self.by_rows.entry(*rows).or_default();
            *sum = sum.plus(*value);
        }
    }

    pub(crate) fn subtract(&mut self, other: &Self) {
        self.undefined -= other.undefined;
        for (rows, value) in &other.by_rows {
            let sum = self.by_rows.entry(*rows).or_default();
            *sum = sum.minus(*value);
        }
    }

    /// Its value in squared whole answers, or `None` when a part is not defined.
    pub(crate) fn value(&self) -> Option<f64> {
        if self.undefined != 0 {
            return None;
        }
        let parts = self.by_rows.iter().filter(|(_, value)| !value.is_zero());
        let mut parts: Vec<f64> = parts
            .map(|(rows, value)| {
                let rows = i128::from(*rows);
                value.double() / double(rows.saturating_mul(rows - 1))
            })
            .collect();
        // One part is exact; of several the large ones first, so that little is lost where they cancel.
        parts.sort_by(|left, right| right.abs().total_cmp(&left.abs()));
        Some(parts.into_iter().collect::<Sum>().value())
    }

    pub(crate) fn positive(&self) -> Option<f64> {
        self.value().filter(|value| *value > 0.0)
    }
}

/// The covariances of every two items.
#[derive(Debug, Clone)]
pub(crate) struct Covariances {
    items: usize,
    cells: Vec<Total>,
}

impl Covariances {
    fn empty(items: usize) -> Self {
        Self { items, cells: vec![Total::default(); items * items] }
    }

    fn set(&mut self, first: usize, second: usize, value: Total) {
        self.cells[second * self.items + first] = value.clone();
        self.cells[first * self.items + second] = value;
    }

    pub(crate) fn of(&self, first: usize, second: usize) -> &Total {
        &self.cells[first * self.items + second]
    }

    pub(crate) const fn items(&self) -> usize {
        self.items
    }

    pub(crate) fn row(&self, item: usize) -> Total {
        (0..self.items).fold(Total::default(), |mut sum, other| {
            sum.add(self.of(item, other));
            sum
        })
    }

    pub(crate) fn all(&self) -> Total {
        (0..self.items).fold(Total::default(), |mut sum, item| {
            sum.add(&self.row(item));
            sum
        })
    }

    pub(crate) fn diagonal(&self) -> Total {
        (0..self.items).fold(Total::default(), |mut sum, item| {
            sum.add(self.of(item, item));
            sum
        })
    }

    /// Whether the covariances come from different rows and contradict each other: by their smallest eigenvalue, or in a large
    /// table by a correlation beyond 1.
    pub(crate) fn indefinite(&self) -> bool {
        let rows = |total: &Total| total.by_rows.keys().next().copied();
        let first = self.cells.first().and_then(rows);
        if self.cells.iter().all(|cell| rows(cell) == first) {
            return false;
        }
        if self.items > MOST_FOR_EIGENVALUES {
            let pairs = (0..self.items).flat_map(|one| (0..one).map(move |other| (one, other)));
            return pairs
                .filter_map(|(one, other)| self.correlation(one, other))
                .any(|r| r.abs() > 1.0 + 1e-12);
        }
        let matrix = Square::new(self.items, |one, other| self.of(one, other).value().unwrap_or(0.0));
        let (values, _) = matrix.eigen();
        let largest = values.first().copied().unwrap_or(0.0);
        values.last().is_some_and(|smallest| *smallest < -1e-12 * largest)
    }

    /// The correlation of two items by this table, or `None` when one does not vary.
    pub(crate) fn correlation(&self, first: usize, second: usize) -> Option<f64> {
        if first == second {
            return self.of(first, first).positive().map(|_| 1.0);
        }
        let (one, other) = (self.of(first, first).positive()?, self.of(second, second).positive()?);
        Some(self.of(first, second).value()? / (one.sqrt() * other.sqrt()))
    }
}
