//! Symmetric matrices: eigenvalues, and solving with a positive definite one.

/// A square matrix, row by row.
#[derive(Debug, Clone)]
pub(crate) struct Square {
    pub(crate) size: usize,
    cells: Vec<f64>,
}

impl Square {
    pub(crate) fn new(size: usize, mut cell: impl FnMut(usize, usize) -> f64) -> Self {
        let cells = (0..size * size).map(|at| cell(at / size, at % size)).collect();
        Self { size, cells }
    }

    pub(crate) fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.size + column]
    }

    fn set(&mut self, row: usize, column: usize, value: f64) {
        self.cells[row * self.size + column] = value;
    }

    /// The lower triangle L with L·Lᵀ = self, or `None` when the matrix is not positive definite by a margin of rounding.
    pub(crate) fn cholesky(&self) -> Option<Self> {
        let mut lower = Self::new(self.size, |_, _| 0.0);
        for column in 0..self.size {
            let squares: f64 = (0..column).map(|k| lower.at(column, k).powi(2)).sum();
            let own = self.at(column, column);
            let pivot = own - squares;
            if pivot.is_nan() || pivot <= 1e-13 * own.abs() {
                return None;
            }
            let root = pivot.sqrt();
            lower.set(column, column, root);
            for row in column + 1..self.size {
                let dot: f64 = (0..column).map(|k| lower.at(row, k) * lower.at(column, k)).sum();
                lower.set(row, column, (self.at(row, column) - dot) / root);
            }
        }
        Some(lower)
    }

    /// The x with L·Lᵀ·x = right, of a lower triangle.
    pub(crate) fn solve_lower(&self, right: &[f64]) -> Vec<f64> {
        let mut x = right.to_vec();
        for row in 0..self.size {
            let dot: f64 = (0..row).map(|k| self.at(row, k) * x[k]).sum();
            x[row] = (x[row] - dot) / self.at(row, row);
        }
        for row in (0..self.size).rev() {
            let dot: f64 = (row + 1..self.size).map(|k| self.at(k, row) * x[k]).sum();
            x[row] = (x[row] - dot) / self.at(row, row);
        }
        x
    }

    /// Eigenvalues from the largest down with their vectors as columns, by Jacobi's rotations: slow for large matrices, and as
    /// accurate as the numbers allow for small ones.
    pub(crate) fn eigen(&self) -> (Vec<f64>, Self) {
        let mut matrix = self.clone();
        let mut vectors = Self::new(self.size, |row, column| if row == column { 1.0 } else { 0.0 });
        for _ in 0..MOST_SWEEPS {
            let off: f64 = matrix.off_diagonal();
            if off == 0.0 {
                break;
            }
            for first in 0..self.size {
                for second in first + 1..self.size {
                    matrix.rotate(first, second, &mut vectors);
                }
            }
        }
        let mut order: Vec<usize> = (0..self.size).collect();
        order.sort_by(|left, right| matrix.at(*right, *right).total_cmp(&matrix.at(*left, *left)));
        let values = order.iter().map(|at| matrix.at(*at, *at)).collect();
        let sorted = Self::new(self.size, |row, column| vectors.at(row, order[column]));
        (values, sorted)
    }

    fn off_diagonal(&self) -> f64 {
        (0..self.size)
            .flat_map(|row| (row + 1..self.size).map(move |column| (row, column)))
            .map(|(row, column)| self.at(row, column).abs())
            .sum()
    }

    /// Makes one cell off the diagonal zero.
    fn rotate(&mut self, p: usize, q: usize, vectors: &mut Self) {
        let (app, aqq, apq) = (self.at(p, p), self.at(q, q), self.at(p, q));
        if apq.abs() <= f64::EPSILON * 1e-3 * (app.abs() * aqq.abs()).sqrt() {
            self.set(p, q, 0.0);
            self.set(q, p, 0.0);
            return;
        }
        let theta = (aqq - app) / (2.0 * apq);
        let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
        let t = if theta == 0.0 { 1.0 } else { t };
        let c = 1.0 / (t * t + 1.0).sqrt();
        let s = t * c;
        for k in 0..self.size {
            let (kp, kq) = (self.at(k, p), self.at(k, q));
            self.set(k, p, c * kp - s * kq);
            self.set(k, q, s * kp + c * kq);
        }
        for k in 0..self.size {
            let (pk, qk) = (self.at(p, k), self.at(q, k));
            self.set(p, k, c * pk - s * qk);
            self.set(q, k, s * pk + c * qk);
            let (vp, vq) = (vectors.at(k, p), vectors.at(k, q));
            vectors.set(k, p, c * vp - s * vq);
            vectors.set(k, q, s * vp + c * vq);
        }
        self.set(p, p, app - t * apq);
        self.set(q, q, aqq + t * apq);
        self.set(p, q, 0.0);
        self.set(q, p, 0.0);
    }
}

/// Jacobi's method converges in six to ten sweeps.
const MOST_SWEEPS: u32 = 60;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn vectors_and_values_give_the_matrix_back(size in 1_usize..8, seeds in prop::collection::vec(-3.0_f64..3.0, 64)) {
            let matrix = Square::new(size, |row, column| seeds[row.min(column) * 8 + row.max(column)]);
            let (values, vectors) = matrix.eigen();
            for row in 0..size {
                for column in 0..size {
                    let again: f64 =
                        (0..size).map(|k| values[k] * vectors.at(row, k) * vectors.at(column, k)).sum();
                    prop_assert!((again - matrix.at(row, column)).abs() < 1e-12);
                }
            }
            prop_assert!(values.windows(2).all(|pair| pair[0] >= pair[1]));
        }

        #[test]
        fn solving_gives_the_right_side_back(size in 1_usize..7, seeds in prop::collection::vec(-1.0_f64..1.0, 49)) {
            let factor = Square::new(size, |row, column| seeds[row * 7 + column]);
            let matrix = Square::new(size, |row, column| {
                (0..size).map(|k| factor.at(row, k) * factor.at(column, k)).sum::<f64>() + f64::from(row == column)
            });
            let right: Vec<f64> = seeds.iter().copied().take(size).collect();
            let x = matrix.cholesky().unwrap().solve_lower(&right);
            for (row, expected) in right.iter().enumerate() {
                let again: f64 = (0..size).map(|k| matrix.at(row, k) * x[k]).sum();
                prop_assert!((again - expected).abs() < 1e-12);
            }
        }
    }
}
