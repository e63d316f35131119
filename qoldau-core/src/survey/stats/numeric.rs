//! The one place where whole numbers become floating-point numbers, and arithmetic of twice their precision.
#![expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the conversions of the statistics are made here and nowhere else"
)]

use std::iter::Sum;
use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::value::Amount;

/// A count as a floating-point number; exact.
pub(crate) fn float(count: u32) -> f64 {
    f64::from(count)
}

/// The length of a list; no list of the product has more than 4 294 967 295 rows.
pub(crate) fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

/// A quotient of whole numbers, rounded once; nothing where the divisor is 0.
pub(crate) fn quotient(over: i128, under: i128) -> Option<f64> {
    (under != 0).then(|| (Double::from(over) / Double::from(under)).rounded())
}

/// A decimal as the nearest floating-point number.
pub(crate) fn decimal(amount: Amount) -> f64 {
    // Reading a text is the one conversion that is rounded correctly.
    amount.to_string().parse().unwrap_or(f64::NAN)
}

/// The least whole number that is not below a number from 0 up; nothing beyond 4 294 967 295.
pub(crate) fn ceiling(number: f64) -> Option<u32> {
    let up = libm::ceil(number);
    (0.0..=f64::from(u32::MAX)).contains(&up).then_some(up as u32)
}

/// A number of about 32 digits: the unevaluated sum of two floating-point numbers (Dekker 1971). Whole numbers of up to
/// 106 bits, their sums and products that stay below, are exact. For |x| from about 1e-290 to 1e290.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub(crate) struct Double {
    high: f64,
    low: f64,
}

impl Double {
    /// Nothing.
    pub(crate) const ZERO: Self = Self { high: 0.0, low: 0.0 };
    /// One.
    pub(crate) const ONE: Self = Self { high: 1.0, low: 0.0 };

    /// A floating-point number.
    pub(crate) const fn of_float(number: f64) -> Self {
        Self { high: number, low: 0.0 }
    }

    /// The nearest floating-point number.
    pub(crate) fn rounded(self) -> f64 {
        self.high + self.low
    }

    /// A sum of two numbers without loss (Knuth).
    fn of_sum(a: f64, b: f64) -> Self {
        let high = a + b;
        let part = high - a;
        Self { high, low: (a - (high - part)) + (b - part) }
    }

    /// A sum of a greater and a smaller number without loss (Dekker).
    fn settled(high: f64, low: f64) -> Self {
        let sum = high + low;
        Self { high: sum, low: low - (sum - high) }
    }

    /// A product of two numbers without loss (Veltkamp, Dekker).
    fn of_product(a: f64, b: f64) -> Self {
        let halves = |x: f64| {
            let scaled = 134_217_729.0 * x;
            let high = scaled - (scaled - x);
            (high, x - high)
        };
        let high = a * b;
        let ((a1, a2), (b1, b2)) = (halves(a), halves(b));
        Self { high, low: a2 * b2 - (((high - a1 * b1) - a2 * b1) - a1 * b2) }
    }

    /// The square root; 0 for what is not above 0.
    pub(crate) fn sqrt(self) -> Self {
        if self.high <= 0.0 {
            return Self::ZERO;
        }
        let root = self.high.sqrt();
        let rest = self - Self::of_product(root, root);
        Self::settled(root, rest.high / (2.0 * root))
    }

    /// Whether it is 0.
    pub(crate) fn is_zero(self) -> bool {
        self.high == 0.0
    }

    /// The product with itself.
    pub(crate) fn squared(self) -> Self {
        self * self
    }
}

impl From<i128> for Double {
    fn from(number: i128) -> Self {
        let high = number as f64;
        // At the very end of the range `high` does not fit an i128, and what is left over is not told.
        let low = number.checked_sub(high as i128).map_or(0.0, |rest| rest as f64);
        Self::settled(high, low)
    }
}

impl From<u32> for Double {
    fn from(number: u32) -> Self {
        Self { high: f64::from(number), low: 0.0 }
    }
}

impl Add for Double {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let high = Self::of_sum(self.high, other.high);
        let low = Self::of_sum(self.low, other.low);
        let sum = Self::settled(high.high, high.low + low.high);
        Self::settled(sum.high, sum.low + low.low)
    }
}

impl Neg for Double {
    type Output = Self;

    fn neg(self) -> Self {
        Self { high: -self.high, low: -self.low }
    }
}

impl Sub for Double {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Double {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let product = Self::of_product(self.high, other.high);
        Self::settled(product.high, product.low + (self.high * other.low + self.low * other.high))
    }
}

impl Div for Double {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        let first = self.high / other.high;
        let rest = self - other * Self { high: first, low: 0.0 };
        let second = rest.high / other.high;
        let rest = rest - other * Self { high: second, low: 0.0 };
        let quotient = Self::settled(first, second);
        Self::settled(quotient.high, quotient.low + rest.high / other.high)
    }
}

impl Sum for Double {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn twice_the_precision_tells_what_a_float_forgets() {
        let third = Double::ONE / Double::from(3_u32);
        let back = third * Double::from(3_u32) - Double::ONE;
        assert!(back.rounded().abs() < 1e-31, "{back:?}");
        let large = Double::from(1_i128 << 100);
        assert_eq!(((large + Double::ONE) - large).rounded().to_bits(), 1.0_f64.to_bits());
        let root = Double::from(2_u32).sqrt();
        assert!((root * root - Double::from(2_u32)).rounded().abs() < 1e-30);
    }

    proptest! {
        #[test]
        fn whole_numbers_are_exact(a in -(1_i128 << 50)..(1_i128 << 50), b in -(1_i128 << 50)..(1_i128 << 50)) {
            let (da, db) = (Double::from(a), Double::from(b));
            prop_assert_eq!(da * db, Double::from(a.wrapping_mul(b)));
            prop_assert_eq!(da + db, Double::from(a.wrapping_add(b)));
            prop_assert_eq!(da - db, Double::from(a.wrapping_sub(b)));
        }

        #[test]
        fn a_quotient_is_the_nearest_float(a in any::<i64>(), b in 1_i64..1_i64 << 53) {
            // The model: long division to sixty digits, read as a text.
            let (a, b) = (i128::from(a), i128::from(b));
            let (mut over, under) = (a.abs(), b.abs());
            let mut digits = format!("{}{}.", if a < 0 { "-" } else { "" }, over.div_euclid(under));
            for _ in 0..60 {
                over = over.rem_euclid(under).wrapping_mul(10);
                digits.push_str(&over.div_euclid(under).to_string());
            }
            let model: f64 = digits.parse().unwrap();
            prop_assert_eq!(quotient(a, b).unwrap().to_bits(), (model + 0.0).to_bits());
        }
    }
}
