//! Ratios that keep their two parts.

use qoldau_derive::Decode;
use serde::Serialize;

use super::Amount;

/// A ratio kept as numerator and denominator: 120 satisfied of 150 asked.
///
/// Percents are never averaged; shares of one indicator roll up as Σ numerators / Σ denominators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Share {
    /// How many of the denominator: 0 or more.
    pub numerator: Amount,
    /// Of how many: 0 or more; a share of 0 is not computable.
    pub denominator: Amount,
}

impl Share {
    /// The share as a percent to 28 digits; nothing when the denominator is zero.
    #[must_use]
    pub fn percent(self) -> Option<Amount> {
        self.numerator.checked_mul(Amount::HUNDRED)?.checked_div(self.denominator)
    }

    /// Both parts added; nothing when a sum does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Some(Self {
            numerator: self.numerator.checked_add(other.numerator)?,
            denominator: self.denominator.checked_add(other.denominator)?,
        })
    }

    /// How the share compares with `percent`, exactly: numerator × 100 against percent × denominator. The 28 digits
    /// of a third or of two thirds of a hundred are that fraction: 100 of 150 is equal to two thirds.
    ///
    /// Nothing when the denominator is zero or a product does not fit.
    #[must_use]
    pub fn compare_percent(self, percent: Amount) -> Option<std::cmp::Ordering> {
        if self.denominator.is_zero() {
            return None;
        }
        let (part, whole) = fraction_of(percent);
        let left = self.numerator.checked_mul(whole)?;
        let right = part.checked_mul(self.denominator)?;
        Some(left.cmp(&right))
    }
}

/// A third of a hundred, as far as 28 digits reach. A third has no end of digits, so that a percent of just these
/// digits stands for the fraction itself.
pub(crate) const THIRD: &str = "33.33333333333333333333333333";
/// Two thirds of a hundred, likewise.
pub(crate) const TWO_THIRDS: &str = "66.66666666666666666666666666";
/// A third and two thirds of a hundred with their last digit rounded upwards, likewise.
const ROUNDED_UP: [&str; 2] = ["33.33333333333333333333333334", "66.66666666666666666666666667"];

/// How many thirds of a hundred a percent is whose digits are those of a third: 1 or 2.
pub(crate) fn thirds(percent: Amount) -> Option<u32> {
    let text = percent.to_string();
    let is_of = |digits: [&str; 2]| digits.contains(&text.as_str());
    let [third, two_thirds] = ROUNDED_UP;
    match () {
        () if is_of([THIRD, third]) => Some(1),
        () if is_of([TWO_THIRDS, two_thirds]) => Some(2),
        () => None,
    }
}

/// A percent as an exact fraction, part and whole: 80 of 100, 2 of 3, −1 of 3.
pub(crate) fn fraction_of(percent: Amount) -> (Amount, Amount) {
    let size = if percent.is_negative() { Amount::ZERO.checked_sub(percent) } else { Some(percent) };
    let Some(part) = size.and_then(thirds).map(Amount::from) else { return (percent, Amount::HUNDRED) };
    let negative = Amount::ZERO.checked_sub(part).filter(|_| percent.is_negative());
    (negative.unwrap_or(part), 3.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(numerator: u32, denominator: u32) -> Share {
        Share { numerator: numerator.into(), denominator: denominator.into() }
    }

    #[test]
    fn shares_roll_up_by_their_parts_not_by_their_percents() {
        let sum = share(45, 56).checked_add(share(5, 44)).unwrap();
        assert_eq!(sum.percent(), Some(Amount::from(50)));
    }

    #[test]
    fn eighty_percent_is_compared_exactly() {
        use std::cmp::Ordering::{Equal, Greater, Less};
        assert_eq!(share(120, 150).compare_percent(80.into()), Some(Equal));
        assert_eq!(share(119, 149).compare_percent(80.into()), Some(Less));
        assert_eq!(share(2, 3).compare_percent(66.into()), Some(Greater));
        assert_eq!(share(0, 0).compare_percent(80.into()), None);
    }

    #[test]
    fn thirds_are_compared_as_fractions() {
        use std::cmp::Ordering::{Equal, Greater, Less};
        for two_thirds in [TWO_THIRDS, "66.66666666666666666666666667"] {
            let percent = two_thirds.parse().unwrap();
            assert_eq!(share(100, 150).compare_percent(percent), Some(Equal));
            assert_eq!(share(101, 151).compare_percent(percent), Some(Greater));
            assert_eq!(share(4_294_967_293, 4_294_967_295).compare_percent(percent), Some(Greater));
            assert_eq!(share(99, 149).compare_percent(percent), Some(Less));
        }
        assert_eq!(share(1, 3).compare_percent(THIRD.parse().unwrap()), Some(Equal));
        let fall = Amount::ZERO.checked_sub(THIRD.parse().unwrap()).unwrap();
        assert_eq!(fraction_of(fall), ("-1".parse().unwrap(), 3.into()));
    }
}
