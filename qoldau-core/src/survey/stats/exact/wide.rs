//! Whole numbers of 256 bits: what the difference of two products of sums takes.

/// A signed whole number of 256 bits in two's complement.
///
/// Products come from numbers below 2¹²⁷, and fewer than 2¹⁶ of them with room to spare are added, as sums of answers stay far below that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Wide {
    high: i128,
    low: u128,
}

const HALF: u32 = 64;
const LOW_HALF: u128 = (1 << HALF) - 1;

impl Wide {
    /// The product of two numbers.
    pub(crate) const fn product(left: i128, right: i128) -> Self {
        let (a, b) = (left.unsigned_abs(), right.unsigned_abs());
        let (a1, a0, b1, b0) = (a >> HALF, a & LOW_HALF, b >> HALF, b & LOW_HALF);
        let (low, mid1, mid2, high) = (a0 * b0, a1 * b0, a0 * b1, a1 * b1);
        let mid = (low >> HALF) + (mid1 & LOW_HALF) + (mid2 & LOW_HALF);
        let magnitude = Self {
            high: (high + (mid1 >> HALF) + (mid2 >> HALF) + (mid >> HALF)).cast_signed(),
            low: (low & LOW_HALF) | (mid << HALF),
        };
        if (left < 0) == (right < 0) { magnitude } else { magnitude.negated() }
    }

    pub(crate) const fn plus(self, other: Self) -> Self {
        let (low, carry) = self.low.overflowing_add(other.low);
        Self { high: self.high.wrapping_add(other.high).wrapping_add(carry as i128), low }
    }

    pub(crate) const fn minus(self, other: Self) -> Self {
        self.plus(other.negated())
    }

    const fn negated(self) -> Self {
        let (low, carry) = (!self.low).overflowing_add(1);
        Self { high: (!self.high).wrapping_add(carry as i128), low }
    }

    pub(crate) const fn times(self, factor: u32) -> Self {
        let factor = factor as u128;
        let low = (self.low & LOW_HALF) * factor;
        let mid = (self.low >> HALF) * factor + (low >> HALF);
        let high = self.high.wrapping_mul(factor.cast_signed()).wrapping_add((mid >> HALF).cast_signed());
        Self { high, low: (low & LOW_HALF) | (mid << HALF) }
    }

    /// The number where it fits 128 bits.
    pub(crate) fn small(self) -> Option<i128> {
        let low = self.low.cast_signed();
        ((self.high == 0 && low >= 0) || (self.high == -1 && low < 0)).then_some(low)
    }

    pub(crate) const fn is_zero(self) -> bool {
        self.high == 0 && self.low == 0
    }

    pub(crate) const fn is_positive(self) -> bool {
        self.high > 0 || (self.high == 0 && self.low > 0)
    }

    /// The nearest double, to within one rounding.
    pub(crate) fn double(self) -> f64 {
        if self.high < 0 {
            return -self.negated().double();
        }
        let high = self.high.unsigned_abs();
        if high == 0 {
            return self.low as f64;
        }
        // The topmost 128 bits carry the double; whether anything is left below decides ties.
        let shift = high.leading_zeros();
        let (top, left) = match shift {
            0 => (high, self.low),
            _ => ((high << shift) | (self.low >> (128 - shift)), self.low << shift),
        };
        let sticky = u128::from(left != 0);
        let exponent = 128 - shift;
        ((top | sticky) as f64) * f64::from(2.0_f32).powi(exponent.cast_signed())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bits(left: i128, right: i128) -> u64 {
        Wide::product(left, right).double().to_bits()
    }

    #[test]
    fn products_at_the_ends_of_the_type() {
        assert_eq!(bits(i128::MAX, 1), 2_f64.powi(127).to_bits());
        assert_eq!(bits(i128::MIN, i128::MIN), 2_f64.powi(254).to_bits());
        assert_eq!(bits(i128::MIN, i128::MAX), (-(2_f64.powi(254))).to_bits());
        assert_eq!(bits(1 << 100, 3 << 90), (3.0 * 2_f64.powi(190)).to_bits());
        assert!(Wide::product(0, i128::MIN).is_zero());
    }

    proptest! {
        #[test]
        fn small_products_are_those_of_the_machine(a in any::<i64>(), b in any::<i64>(), c in any::<i64>(), d in any::<i64>()) {
            let (a, b, c, d) = (i128::from(a) / 2, i128::from(b), i128::from(c) / 2, i128::from(d));
            let difference = Wide::product(a, b).minus(Wide::product(c, d));
            prop_assert_eq!(difference.double().to_bits(), ((a * b - c * d) as f64).to_bits());
            prop_assert_eq!(difference.is_positive(), a * b > c * d);
            prop_assert_eq!(difference.is_zero(), a * b == c * d);
        }

        #[test]
        fn large_products_obey_the_laws(a in any::<i128>(), b in any::<i128>(), c in any::<i64>()) {
            let (a, c) = (a >> 8, i128::from(c));
            prop_assert_eq!(Wide::product(a, b), Wide::product(b, a));
            // (a + c)·b = a·b + c·b
            prop_assert_eq!(Wide::product(a + c, b), Wide::product(a, b).plus(Wide::product(c, b)));
            prop_assert!(Wide::product(a, b).minus(Wide::product(a, b)).is_zero());
            let factor = u32::try_from(c & 0xFFFF_FFFF).unwrap();
            prop_assert_eq!(
                Wide::product(a >> 32, b).times(factor),
                Wide::product((a >> 32) * i128::from(factor), b)
            );
        }
    }
}
