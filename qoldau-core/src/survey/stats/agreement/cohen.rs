//! Cohen's kappa, plain and weighted.

use serde::Serialize;

use crate::survey::stats::ScoringError;
use crate::survey::stats::exact::{Sum, Wide, double};

/// Kappa of two coders under one system of weights.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Kappa {
    /// Observed agreement, 0 to 1: show it beside kappa, which is low where one category prevails.
    pub observed: Option<f64>,
    /// Agreement expected by chance.
    pub expected: Option<f64>,
    /// (observed − expected)/(1 − expected), at most 1. Undefined where the expected agreement is 1 (both coders used one and the same
    /// category only) and for an empty table.
    pub kappa: Option<f64>,
    /// Large-sample standard error of kappa (Fleiss, Cohen & Everitt 1969). Undefined with kappa.
    pub standard_error: Option<f64>,
}

impl Kappa {
    const NONE: Self = Self { observed: None, expected: None, kappa: None, standard_error: None };
}

/// Cohen's kappa of two coders.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CohenKappa {
    /// How many units both coded.
    pub units: u32,
    /// Agreement counts fully or not at all.
    pub unweighted: Kappa,
    /// Weights 1 − |i−j|/(k−1). Undefined for one category.
    pub linear: Kappa,
    /// Weights 1 − (i−j)²/(k−1)². Undefined for one category.
    pub quadratic: Kappa,
}

/// Cohen's kappa of a square table: rows are the categories of one coder, columns those of the other, in the same order.
///
/// Cohen 1960, 1968. Kappa is exact up to one division.
///
/// # Errors
/// `SVY057` a table that is not square, `SVY056` more than 4,294,967,295 units or 1,000 categories.
pub fn cohen_kappa(table: &[Vec<u32>]) -> Result<CohenKappa, ScoringError> {
    let size = table.len();
    if size > MOST_CATEGORIES {
        return Err(ScoringError::TooMany { limit: 1_000 });
    }
    if table.iter().any(|row| row.len() != size) {
        return Err(ScoringError::NotSquare);
    }
    let all: u64 = table.iter().flatten().map(|count| u64::from(*count)).sum();
    let units = u32::try_from(all).map_err(|_| ScoringError::TooMany { limit: u32::MAX })?;
    let ends = i128::try_from(size).unwrap_or(i128::MAX) - 1;
    let apart = |row: usize, column: usize| i128::try_from(row.abs_diff(column)).unwrap_or(i128::MAX);
    let weighted = |most: i128, distance: &dyn Fn(usize, usize) -> i128| {
        let weights = Weights { most, distance };
        if size == 0 || most == 0 { Kappa::NONE } else { weights.kappa(table) }
    };
    Ok(CohenKappa {
        units,
        unweighted: weighted(1, &|row, column| i128::from(row != column)),
        linear: weighted(ends, &apart),
        quadratic: weighted(ends * ends, &|row, column| apart(row, column).pow(2)),
    })
}

const MOST_CATEGORIES: usize = 1_000;

/// How far apart categories are: a weight is 1 − distance/most.
struct Weights<'a> {
    most: i128,
    distance: &'a dyn Fn(usize, usize) -> i128,
}

impl Weights<'_> {
    fn weight(&self, row: usize, column: usize) -> i128 {
        self.most - (self.distance)(row, column)
    }

    /// Sums stay below 2³²·2³²·10⁶.
    fn kappa(&self, table: &[Vec<u32>]) -> Kappa {
        let size = table.len();
        let count = |row: usize, column: usize| i128::from(table[row][column]);
        let rows: Vec<i128> = (0..size).map(|row| (0..size).map(|column| count(row, column)).sum()).collect();
        let columns: Vec<i128> =
            (0..size).map(|column| (0..size).map(|row| count(row, column)).sum()).collect();
        let all: i128 = rows.iter().sum();
        if all == 0 {
            return Kappa::NONE;
        }
        let (mut observed, mut expected) = (0_i128, 0_i128);
        for (row, of_row) in rows.iter().enumerate() {
            for (column, of_column) in columns.iter().enumerate() {
                observed += self.weight(row, column) * count(row, column);
                expected += self.weight(row, column) * of_row * of_column;
            }
        }
        let above = all * observed - expected;
        let below = self.most * all * all - expected;
        let defined = below > 0;
        let kappa = defined.then(|| double(above) / double(below));
        Kappa {
            observed: Some(double(observed) / double(self.most * all)),
            expected: Some(double(expected) / double(self.most * all * all)),
            kappa,
            standard_error: defined
                .then(|| self.standard_error(table, (&rows, &columns), (all, above, below)))
                .flatten(),
        }
    }

    /// The numerator of Fleiss, Cohen & Everitt is the variance, over the cells' shares, of
    /// x = w − (w̄ᵢ. + w̄.ⱼ)·(1 − κ), and as such it is summed here: about the mean it cannot fall below 0 or miss it.
    /// x is taken times most·all·below, in which it is whole.
    fn standard_error(
        &self,
        table: &[Vec<u32>],
        (rows, columns): (&[i128], &[i128]),
        (all, above, below): (i128, i128, i128),
    ) -> Option<f64> {
        let size = table.len();
        let of_row: Vec<i128> = (0..size)
            .map(|row| (0..size).map(|column| self.weight(row, column) * columns[column]).sum())
            .collect();
        let of_column: Vec<i128> =
            (0..size).map(|column| (0..size).map(|row| self.weight(row, column) * rows[row]).sum()).collect();
        let cells = || (0..size).flat_map(move |row| (0..size).map(move |column| (row, column)));
        let value = |row: usize, column: usize| {
            Wide::product(self.weight(row, column) * all, below)
                .minus(Wide::product(of_row[row] + of_column[column], below - above))
        };
        let mut sum = Wide::default();
        for (row, column) in cells() {
            let count = table[row][column];
            sum = sum.plus(value(row, column).times(count));
        }
        let n = double(all);
        let mut squares = Sum::default();
        for (row, column) in cells().filter(|(row, column)| table[*row][*column] > 0) {
            // all·x − Σx, exactly, before it becomes a double.
            let from_mean = value(row, column).times(u32::try_from(all).ok()?).minus(sum).double() / n;
            squares.add(f64::from(table[row][column]) * from_mean.powi(2));
        }
        let scale = double(self.most) * n * double(below);
        let expected_short = double(below) / (double(self.most) * n * n);
        Some((squares.value() / n).sqrt() / scale / (expected_short * n.sqrt()))
    }
}
