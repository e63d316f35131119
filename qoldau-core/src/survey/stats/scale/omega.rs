//! Omega, after `McDonald`, of one factor.

use serde::Serialize;

use super::ScaleAnswers;
use super::eigen::Square;
use super::moments::ItemMoments;

/// Omega total of a scale by one factor.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Omega {
    /// How many items.
    pub items: u32,
    /// How many persons answered every item.
    pub persons: u32,
    /// The items' loadings on the factor, of correlations, signed so that their sum is positive. Empty where undefined.
    pub loadings: Vec<f64>,
    /// The share of each item's variance that the factor does not explain, from 0.005 to 1. Empty where undefined.
    pub uniqueness: Vec<f64>,
    /// (Σλ)²/((Σλ)² + Σψ). Undefined for fewer than three items, where an item does not vary, and where one item follows
    /// exactly from others.
    pub omega: Option<f64>,
    /// Items whose uniqueness lies at its lower bound (Heywood cases), from 0: one factor does not describe the scale, or
    /// there are too few persons. Read omega with caution then.
    pub heywood_items: Vec<u32>,
}

/// Omega total of one factor by maximum likelihood on the correlations of the persons who answered every item.
///
/// `McDonald` 1999. Loadings and uniquenesses minimise Σ(e − ln e) − 1 over the eigenvalues e but the largest of Ψ^−½·R·Ψ^−½ (Jöreskog
/// 1967; Lawley & Maxwell 1971), with uniquenesses from 0.005 to 1, as `factanal` of R does, but by Newton's method to
/// the end and from several starts. This is not the omega of a hierarchical solution with several factors. Above 120 items it is not
/// computed.
#[must_use]
pub fn omega_one_factor(answers: &ScaleAnswers) -> Omega {
    let moments = answers.moments(0, u32::MAX);
    let persons = moments.rows();
    let nothing = Omega {
        items: answers.items(),
        persons,
        loadings: Vec::new(),
        uniqueness: Vec::new(),
        omega: None,
        heywood_items: Vec::new(),
    };
    if !(3..=MOST_ITEMS).contains(&answers.items) {
        return nothing;
    }
    let Some((loadings, uniqueness)) = correlations(&moments, answers.items).and_then(|table| fit(&table))
    else {
        return nothing;
    };
    let sum: f64 = loadings.iter().sum();
    let unexplained: f64 = uniqueness.iter().sum();
    let heywood_items = uniqueness
        .iter()
        .enumerate()
        .filter(|(_, psi)| **psi <= LOWEST * (1.0 + 1e-9))
        .filter_map(|(item, _)| u32::try_from(item).ok())
        .collect();
    Omega {
        omega: Some(sum * sum / (sum * sum + unexplained)),
        heywood_items,
        loadings,
        uniqueness,
        ..nothing
    }
}

const MOST_ITEMS: usize = 120;
const LOWEST: f64 = 0.005;

fn correlations(moments: &ItemMoments, items: usize) -> Option<Square> {
    let table = moments.covariances();
    let mut defined = true;
    let matrix = Square::new(items, |row, column| {
        let r = table.correlation(row.min(column), row.max(column));
        defined &= r.is_some();
        r.unwrap_or(0.0)
    });
    defined.then_some(matrix)
}

/// Where the fit stands: logarithms of uniquenesses, and what follows from them.
struct Point {
    logs: Vec<f64>,
    values: Vec<f64>,
    vectors: Square,
    misfit: f64,
    slope: Vec<f64>,
}

impl Point {
    fn at(table: &Square, logs: Vec<f64>) -> Option<Self> {
        let scaled = Square::new(table.size, |row, column| {
            table.at(row, column) * libm::exp(-(logs[row] + logs[column]) / 2.0)
        });
        let (values, vectors) = scaled.eigen();
        if values.iter().any(|value| value.is_nan() || *value <= 0.0) {
            return None;
        }
        let misfit = values.iter().skip(1).map(|e| e - libm::log(*e) - 1.0).sum();
        let slope = (0..table.size)
            .map(|item| {
                values.iter().enumerate().skip(1).map(|(m, e)| (1.0 - e) * vectors.at(item, m).powi(2)).sum()
            })
            .collect();
        Some(Self { logs, values, vectors, misfit, slope })
    }

    /// The second derivatives by the logarithms, from those of eigenvalues and vectors (Clarke 1970).
    fn curvature(&self, first: usize, second: usize) -> f64 {
        let shared = |m: usize| self.vectors.at(first, m) * self.vectors.at(second, m);
        let largest = self.values[0];
        let (mut weighted, mut plain, mut mixed) = (0.0, 0.0, 0.0);
        for (m, e) in self.values.iter().enumerate().skip(1) {
            weighted += e * shared(m);
            plain += shared(m);
            mixed += (1.0 - e) * (e + largest) / (e - largest) * shared(m);
        }
        weighted * plain - mixed * shared(0)
    }

    /// Items that may move: not held at a bound by the slope.
    fn free(&self) -> Vec<usize> {
        let held = |item: &usize| {
            let (log, slope) = (self.logs[*item], self.slope[*item]);
            (log <= libm::log(LOWEST) && slope > 0.0) || (log >= 0.0 && slope < 0.0)
        };
        (0..self.logs.len()).filter(|item| !held(item)).collect()
    }

    /// Newton's step, kept downhill by a ridge where the curvature is not positive.
    fn step(&self, free: &[usize]) -> Vec<f64> {
        let slope: Vec<f64> = free.iter().map(|item| -self.slope[*item]).collect();
        let mut ridge = 0.0;
        let solved = loop {
            let matrix = Square::new(free.len(), |row, column| {
                self.curvature(free[row], free[column]) + if row == column { ridge } else { 0.0 }
            });
            if let Some(lower) = matrix.cholesky() {
                break lower.solve_lower(&slope);
            }
            ridge = if ridge == 0.0 { 1e-6 } else { ridge * 10.0 };
            if ridge > 1e6 {
                break slope;
            }
        };
        let mut step = vec![0.0; self.logs.len()];
        for (item, move_by) in free.iter().zip(solved) {
            step[*item] = move_by;
        }
        step
    }

    fn steepest(&self) -> f64 {
        self.free().iter().map(|item| self.slope[*item].abs()).fold(0.0, f64::max)
    }
}

const MOST_FOR_OTHER_STARTS: usize = 24;
const MOST_STEPS: u32 = 200;
const MOST_HALVINGS: u32 = 40;
const FLAT: f64 = 1e-12;

/// Loadings and uniquenesses, or `None` where the correlations are singular.
fn fit(table: &Square) -> Option<(Vec<f64>, Vec<f64>)> {
    let first = start(table)?;
    let mut point = descend(table, first.clone())?;
    for logs in other_starts(&first) {
        // Another minimum is taken only where it is clearly lower; the same one found again is not.
        if let Some(other) = descend(table, logs).filter(|other| other.misfit < point.misfit - 1e-9) {
            point = other;
        }
    }
    let uniqueness: Vec<f64> = point.logs.iter().map(|log| libm::exp(*log)).collect();
    let strength = (point.values[0] - 1.0).max(0.0).sqrt();
    let mut loadings: Vec<f64> = uniqueness
        .iter()
        .enumerate()
        .map(|(item, psi)| psi.sqrt() * strength * point.vectors.at(item, 0))
        .collect();
    if loadings.iter().sum::<f64>() < 0.0 {
        for loading in &mut loadings {
            *loading = -*loading;
        }
    }
    Some((loadings, uniqueness))
}

/// Newton's way down from a start.
fn descend(table: &Square, logs: Vec<f64>) -> Option<Point> {
    let mut point = Point::at(table, logs)?;
    for _ in 0..MOST_STEPS {
        let free = point.free();
        if point.steepest() <= FLAT {
            break;
        }
        let step = point.step(&free);
        match better(table, &point, &step) {
            Some(next) => point = next,
            None => break,
        }
    }
    Some(point)
}

/// Where the way down may end elsewhere: few persons and weak items give several minima, most of them with one Heywood item.
fn other_starts(first: &[f64]) -> Vec<Vec<f64>> {
    let mut starts = vec![vec![libm::log(0.5); first.len()]];
    if first.len() <= MOST_FOR_OTHER_STARTS {
        starts.extend((0..first.len()).map(|item| {
            let mut logs = first.to_vec();
            logs[item] = libm::log(2.0 * LOWEST);
            logs
        }));
    }
    starts
}

/// (1 − 1/2k)/r^ii of the inverse: where `factanal` starts too.
fn start(table: &Square) -> Option<Vec<f64>> {
    let lower = table.cholesky()?;
    let k = (0..table.size).map(|_| 1.0).sum::<f64>();
    Some(
        (0..table.size)
            .map(|item| {
                let unit: Vec<f64> = (0..table.size).map(|at| f64::from(u8::from(at == item))).collect();
                let inverse = lower.solve_lower(&unit)[item];
                libm::log(((1.0 - 0.5 / k) / inverse).clamp(LOWEST, 1.0))
            })
            .collect(),
    )
}

/// The point along a step, halved until it is better; where rounding hides that, until it is flatter.
fn better(table: &Square, from: &Point, step: &[f64]) -> Option<Point> {
    let mut length = 1.0;
    for _ in 0..MOST_HALVINGS {
        let logs: Vec<f64> = from
            .logs
            .iter()
            .zip(step)
            .map(|(log, by)| (log + (length * by).clamp(-3.0, 3.0)).clamp(libm::log(LOWEST), 0.0))
            .collect();
        if let Some(next) = Point::at(table, logs) {
            let same = (next.misfit - from.misfit).abs() <= 1e-13 * (1.0 + from.misfit);
            if next.misfit < from.misfit && !same || same && next.steepest() < from.steepest() {
                return Some(next);
            }
        }
        length /= 2.0;
    }
    None
}
