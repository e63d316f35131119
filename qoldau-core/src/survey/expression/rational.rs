//! Exact fractions of bounded size.

use std::cmp::Ordering;

use crate::value::Amount;

/// A fraction in lowest terms, its denominator above 0; both parts fit 127 bits. Nothing is ever rounded: what does not
/// fit is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rational {
    numerator: i128,
    denominator: i128,
}

/// The greatest common divisor of two sizes; 0 only of two zeros.
fn gcd(mut one: u128, mut two: u128) -> u128 {
    while let Some(rest) = one.checked_rem(two) {
        (one, two) = (two, rest);
    }
    one
}

/// Both divided by what they have in common; nothing where a part does not fit.
fn lowest(one: i128, two: i128) -> Option<(i128, i128)> {
    if two == 1 {
        return Some((one, two));
    }
    let common = i128::try_from(gcd(one.unsigned_abs(), two.unsigned_abs())).ok()?;
    if common == 0 { Some((one, two)) } else { Some((one.checked_div(common)?, two.checked_div(common)?)) }
}

impl Rational {
    pub(crate) const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// The fraction of two whole numbers; nothing where the lower one is 0 or a part does not fit.
    pub(crate) fn new(numerator: i128, denominator: i128) -> Option<Self> {
        let (numerator, denominator) = lowest(numerator, denominator)?;
        match denominator.cmp(&0) {
            Ordering::Equal => None,
            Ordering::Greater => Some(Self { numerator, denominator }),
            Ordering::Less => {
                Some(Self { numerator: numerator.checked_neg()?, denominator: denominator.checked_neg()? })
            }
        }
    }

    /// A decimal of at most 28 digits.
    pub(crate) fn of_decimal(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let places = u32::try_from(fraction.len()).ok().filter(|places| *places <= 28)?;
        let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
        Self::new(digits, 10_i128.checked_pow(places)?)
    }

    pub(crate) fn of_amount(amount: Amount) -> Option<Self> {
        let (digits, places) = amount.digits();
        Self::new(digits, 10_i128.checked_pow(places)?)
    }

    pub(crate) fn numerator(self) -> i128 {
        self.numerator
    }

    pub(crate) fn denominator(self) -> i128 {
        self.denominator
    }

    pub(crate) fn is_whole(self) -> bool {
        self.denominator == 1
    }

    /// So many times the fraction as the nearest whole number, halves upwards; nothing where a part does not fit.
    pub(crate) fn rounded_times(self, times: i128) -> Option<i128> {
        let whole = self.numerator.checked_div_euclid(self.denominator)?.checked_mul(times)?;
        let twice =
            self.numerator.checked_rem_euclid(self.denominator)?.checked_mul(times)?.checked_mul(2)?;
        let rest =
            twice.checked_add(self.denominator)?.checked_div_euclid(self.denominator.checked_mul(2)?)?;
        whole.checked_add(rest)
    }

    pub(crate) fn add(self, other: Self) -> Option<Self> {
        // Over the least common denominator, so that a sum of many thirds stays small.
        let (left, right) = lowest(self.denominator, other.denominator)?;
        let denominator = self.denominator.checked_mul(right)?;
        let one = self.numerator.checked_mul(right)?;
        Self::new(one.checked_add(other.numerator.checked_mul(left)?)?, denominator)
    }

    pub(crate) fn negated(self) -> Option<Self> {
        Some(Self { numerator: self.numerator.checked_neg()?, ..self })
    }

    pub(crate) fn subtract(self, other: Self) -> Option<Self> {
        self.add(other.negated()?)
    }

    pub(crate) fn multiply(self, other: Self) -> Option<Self> {
        let (one, below_other) = lowest(self.numerator, other.denominator)?;
        let (two, below_self) = lowest(other.numerator, self.denominator)?;
        Self::new(one.checked_mul(two)?, below_other.checked_mul(below_self)?)
    }

    /// The quotient; nothing for a division by 0 or where a part does not fit.
    pub(crate) fn divide(self, other: Self) -> Option<Self> {
        self.multiply(Self::new(other.denominator, other.numerator)?)
    }

    /// What is left of a division of whole parts, with the sign of the dividend, as `mod` of `XPath` has it.
    pub(crate) fn remainder(self, other: Self) -> Option<Self> {
        let quotient = self.divide(other)?;
        let whole = quotient.numerator.checked_div(quotient.denominator)?;
        self.subtract(other.multiply(Self::new(whole, 1)?)?)
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rational {
    /// Compares exactly and without a product that could be too large: whole parts first, then what is left, turned over.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut one, mut two) = (*self, *other);
        let mut turned = false;
        // Every step makes the parts smaller, as Euclid's algorithm does: at most some 190.
        loop {
            let ordered = |ordering: Ordering| if turned { ordering.reverse() } else { ordering };
            let whole = |of: Self| of.numerator.checked_div_euclid(of.denominator).unwrap_or_default();
            let rest = |of: Self| of.numerator.checked_rem_euclid(of.denominator).unwrap_or_default();
            match whole(one).cmp(&whole(two)) {
                Ordering::Equal => {}
                differ => return ordered(differ),
            }
            match (rest(one), rest(two)) {
                (0, 0) => return Ordering::Equal,
                (0, _) => return ordered(Ordering::Less),
                (_, 0) => return ordered(Ordering::Greater),
                (left, right) => {
                    one = Self { numerator: one.denominator, denominator: left };
                    two = Self { numerator: two.denominator, denominator: right };
                    turned = !turned;
                }
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "the numbers of the model are small")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(numerator: i128, denominator: i128) -> Rational {
        Rational::new(numerator, denominator).unwrap()
    }

    #[test]
    fn the_percent_that_another_engine_gets_wrong() {
        // Another engine of the field says 0.008035… and 0.111… for these two.
        let percent = of(45, 56).multiply(of(100, 1)).unwrap();
        assert_eq!(percent, of(1125, 14));
        assert_eq!(of(1, 3).multiply(of(3, 1)), Some(of(1, 1)));
    }

    #[test]
    fn what_does_not_fit_is_nothing() {
        let large = of(i128::MAX, 1);
        assert_eq!(large.add(of(1, 1)), None);
        assert_eq!(large.multiply(of(2, 1)), None);
        assert_eq!(of(1, i128::MAX).multiply(of(1, 2)), None);
        assert_eq!(of(1, 1).divide(Rational::ZERO), None);
        assert_eq!(Rational::new(1, i128::MIN), None);
        assert_eq!(large.multiply(of(1, i128::MAX)), Some(of(1, 1)));
    }

    #[test]
    fn a_multiple_is_rounded_to_the_nearest_whole_number() {
        assert_eq!(of(2, 3).rounded_times(3), Some(2));
        assert_eq!(of(2, 3).rounded_times(10), Some(7));
        assert_eq!(of(1, 4).rounded_times(10), Some(3));
        assert_eq!(of(-5, 3).rounded_times(10), Some(-17));
        assert_eq!(of(i128::MAX, 1).rounded_times(2), None);
    }

    #[test]
    fn the_largest_are_compared_without_their_product() {
        let near = of(i128::MAX, i128::MAX - 1);
        let nearer = of(i128::MAX - 1, i128::MAX - 2);
        assert!(near < nearer && near > of(1, 1) && near.negated().unwrap() > nearer.negated().unwrap());
    }

    proptest! {
        #[test]
        fn arithmetic_is_that_of_fractions(a in -999_i128..999, b in 1_i128..999, c in -999_i128..999, d in 1_i128..999) {
            let (one, two) = (of(a, b), of(c, d));
            prop_assert_eq!(one.add(two), Some(of(a * d + c * b, b * d)));
            prop_assert_eq!(one.subtract(two), Some(of(a * d - c * b, b * d)));
            prop_assert_eq!(one.multiply(two), Some(of(a * c, b * d)));
            prop_assert_eq!(one.cmp(&two), (a * d).cmp(&(c * b)));
            if c != 0 {
                prop_assert_eq!(one.divide(two), Rational::new(a * d, b * c));
                let left = one.remainder(two).unwrap();
                // 10 % 4 * 2 is 4: what is left is smaller than the divisor and differs by a whole multiple of it.
                prop_assert!(one.subtract(left).unwrap().divide(two).unwrap().is_whole());
                let size = |of: Rational| if of < Rational::ZERO { of.negated().unwrap() } else { of };
                prop_assert!(size(left) < size(two));
            }
        }

        #[test]
        fn comparison_of_large_ones_is_antisymmetric(a: i128, b in 1..i128::MAX, c: i128, d in 1..i128::MAX) {
            if let (Some(one), Some(two)) = (Rational::new(a, b), Rational::new(c, d)) {
                prop_assert_eq!(one.cmp(&two), two.cmp(&one).reverse());
                prop_assert_eq!(one == two, one.cmp(&two) == Ordering::Equal);
            }
        }
    }
}
