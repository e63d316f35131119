//! Exact numbers under the statistics: decimals on a common scale, and sums of products that no merging order can change.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "limbs of wide numbers and their one rounding to a double; every bound is stated beside it"
)]

mod decimals;
mod wide;

pub(crate) use decimals::{Decimals, places_of, pow10, scaled};
pub(crate) use wide::Wide;

/// A whole number as the nearest double.
pub(crate) const fn double(whole: i128) -> f64 {
    whole as f64
}

/// The least common multiple, or `None` beyond the type.
pub(crate) fn least_common_multiple(left: i128, right: i128) -> Option<i128> {
    let (mut a, mut b) = (left, right);
    while b != 0 {
        (a, b) = (b, a.checked_rem(b)?);
    }
    left.checked_div(a)?.checked_mul(right)?.checked_abs()
}

/// A sum of doubles with its running error kept (Neumaier 1974): as good as if it had twice the digits, so that the order of
/// what is added shows in no digit that is printed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sum {
    total: f64,
    error: f64,
}

impl Sum {
    pub(crate) fn add(&mut self, value: f64) {
        let total = self.total + value;
        self.error += if self.total.abs() >= value.abs() {
            (self.total - total) + value
        } else {
            (value - total) + self.total
        };
        self.total = total;
    }

    pub(crate) fn value(self) -> f64 {
        self.total + self.error
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<T: IntoIterator<Item = f64>>(values: T) -> Self {
        let mut sum = Self::default();
        values.into_iter().for_each(|value| sum.add(value));
        sum
    }
}
