//! Sums of whole scores: all that means, deviations and Student's test of pairs need of them.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "scores have at most 48 bits, squares 96, and there are at most 2³² of them"
)]

use super::exact::Wide;
use super::means::Moments;
use super::numeric::{Double, quotient};
use super::{Level, PairedT};

/// Sums of scores that are whole numbers of some unit, below 2⁴⁸.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ScoreSums {
    n: u32,
    sum: i128,
    squares: i128,
}

impl ScoreSums {
    /// Takes a score that so many people have.
    pub(crate) fn add(&mut self, score: i64, people: u32) {
        let (score, many) = (i128::from(score), i128::from(people));
        self.n = self.n.saturating_add(people);
        self.sum += score * many;
        self.squares += score * score * many;
    }

    /// How many scores.
    pub(crate) const fn n(&self) -> u32 {
        self.n
    }

    pub(crate) const fn sum(&self) -> i128 {
        self.sum
    }

    pub(crate) const fn squares(&self) -> i128 {
        self.squares
    }

    /// The mean above a lowest value, a unit being `over / under`; undefined of none. Rounded once.
    pub(crate) fn mean(&self, lowest: i32, over: i128, under: i128) -> Option<f64> {
        let all = i128::from(self.n).checked_mul(under)?;
        quotient(all.checked_mul(lowest.into())?.checked_add(self.sum.checked_mul(over)?)?, all)
    }

    /// The standard deviation (n − 1), a unit being `over / under`; undefined of fewer than two.
    pub(crate) fn sd(&self, over: i128, under: i128) -> Option<f64> {
        let variance = variance(self.n, self.squares, self.sum)?;
        Some((variance.sqrt() * Double::from(over) / Double::from(under)).rounded())
    }
}

/// The variance (n − 1) by the sums of squares and of values, their difference taken exactly; undefined of fewer than two.
fn variance(n: u32, squares: i128, sum: i128) -> Option<Double> {
    let below = n.checked_sub(1).filter(|below| *below > 0)?;
    Some(centred(n, squares, sum, sum) / (Double::from(n) * Double::from(below)))
}

/// n·Σxy − Σx·Σy.
fn centred(n: u32, products: i128, one: i128, other: i128) -> Double {
    let exact = Wide::product(n.into(), products).minus(Wide::product(one, other));
    exact.small().map_or_else(|| Double::of_float(exact.double()), Double::from)
}

/// Sums of pairs of scores that are whole numbers of some unit, below 2⁴⁸.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct PairSums {
    n: u32,
    sums: [i128; 2],
    squares: [i128; 2],
    products: i128,
}

impl PairSums {
    /// Takes a pair.
    #[inline]
    pub(crate) fn add(&mut self, first: i64, second: i64) {
        let pair = [first, second].map(i128::from);
        self.n += 1;
        for ((sum, squares), score) in self.sums.iter_mut().zip(&mut self.squares).zip(pair) {
            *sum += score;
            *squares += score * score;
        }
        self.products += pair.iter().product::<i128>();
    }

    /// Takes the sums of other pairs.
    #[cfg(feature = "parallel")]
    pub(crate) fn merge(&mut self, other: &Self) {
        self.n += other.n;
        let own = self.sums.iter_mut().chain(&mut self.squares).chain([&mut self.products]);
        let others = other.sums.iter().chain(&other.squares).chain([&other.products]);
        own.zip(others).for_each(|(own, other)| *own += other);
    }

    /// How many pairs.
    pub(crate) const fn n(&self) -> u32 {
        self.n
    }

    /// Student's test of the differences second − first, a unit being `over / under`.
    pub(crate) fn second_minus_first(&self, over: i128, under: i128, level: Level) -> PairedT {
        let [first, second] = self.sums;
        let [first_squares, second_squares] = self.squares;
        let (sum, squares) = (second - first, first_squares + second_squares - 2 * self.products);
        let n = self.n;
        let spread = |squares, sum| centred(n, squares, sum, sum);
        let both = (spread(first_squares, first) * spread(second_squares, second)).sqrt();
        let moments = Moments {
            n,
            mean: (n > 0).then(|| Double::from(sum) / Double::from(n)),
            variance: variance(n, squares, sum),
            variances: [variance(n, second_squares, second), variance(n, first_squares, first)],
            r: (!both.is_zero()).then(|| {
                let shared = centred(n, self.products, first, second);
                (shared / both).rounded().clamp(-1.0, 1.0)
            }),
        };
        let unit = Double::from(over) / Double::from(under);
        moments.test(|units| (units * unit).rounded(), level)
    }
}
