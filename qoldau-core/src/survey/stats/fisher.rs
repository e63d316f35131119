//! Fisher's exact test of a 2 × 2 table.

use super::distribution::{hypergeometric_at_least, hypergeometric_at_most, hypergeometric_pmf, support};
use super::numeric::Double;

/// The two-sided probability: of all tables with the margins of this one, those that are not more probable.
///
/// Whether two tables are equally probable is judged with 32 digits; floating-point numbers split such ties.
pub(super) fn fisher_two_sided(x1: u32, n1: u32, x2: u32, n2: u32) -> f64 {
    let table = Table {
        draws: n1,
        marked: x1.saturating_add(x2),
        unmarked: n1.saturating_sub(x1).saturating_add(n2.saturating_sub(x2)),
    };
    let mean = f64::from(table.draws) * f64::from(table.marked)
        / (f64::from(table.marked) + f64::from(table.unmarked));
    // Seen from below the mean; above it the others are counted instead.
    if f64::from(x1) <= mean {
        table.two_sided(x1)
    } else {
        Table { marked: table.unmarked, unmarked: table.marked, ..table }.two_sided(n1.saturating_sub(x1))
    }
}

/// The margins: so many drawn, from so many marked and unmarked.
#[derive(Debug, Clone, Copy)]
struct Table {
    draws: u32,
    marked: u32,
    unmarked: u32,
}

impl Table {
    /// The probability of k at most, of k up to the mean, and of what is not more probable on the other side.
    fn two_sided(self, k: u32) -> f64 {
        let (draws, marked, unmarked) = (self.draws, self.marked, self.unmarked);
        let (_, most) = support(draws, marked, unmarked);
        let lower = hypergeometric_at_most(k, draws, marked, unmarked);
        // From k on the probabilities rise and then fall: below the first that is not greater lies none.
        let (mut low, mut high) = (k.saturating_add(1), most.saturating_add(1));
        while low < high {
            let middle = low.midpoint(high);
            if self.is_no_more_probable(middle, k) {
                high = middle;
            } else {
                low = middle.saturating_add(1);
            }
        }
        // Nothing is more probable than this table: the sum is 1, and not what rounding makes of it.
        if low <= k.saturating_add(1) {
            return 1.0;
        }
        let upper = if low > most { 0.0 } else { hypergeometric_at_least(low, draws, marked, unmarked) };
        (lower + upper).min(1.0)
    }

    fn is_no_more_probable(self, k: u32, than: u32) -> bool {
        let of = |k: u32| hypergeometric_pmf(k, self.draws, self.marked, self.unmarked);
        let (one, two) = (of(k), of(than));
        // Where both are too small for a float, what they add is 0 whichever is greater.
        if two <= 0.0 || (one - two).abs() > 1e-6 * two {
            return one <= two;
        }
        let excess = (self.ratio(than, k) - Double::ONE).rounded();
        excess <= 1e-24
    }

    /// P(X = to) / P(X = from), from below to.
    fn ratio(self, from: u32, to: u32) -> Double {
        let count = |number: i64| Double::from(i128::from(number));
        let (draws, marked, unmarked) =
            (i64::from(self.draws), i64::from(self.marked), i64::from(self.unmarked));
        (i64::from(from)..i64::from(to)).fold(Double::ONE, |product, k| {
            let (above, left) = (marked.saturating_sub(k), draws.saturating_sub(k));
            let next = k.saturating_add(1);
            let spare = unmarked.saturating_sub(draws).saturating_add(next);
            product * (count(above) * count(left)) / (count(next) * count(spare))
        })
    }
}
