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

    /// How the share compares with `percent`, exactly: numerator × 100 against percent × denominator.
    ///
    /// Nothing when the denominator is zero or a product does not fit.
    #[must_use]
    pub fn compare_percent(self, percent: Amount) -> Option<std::cmp::Ordering> {
        if self.denominator.is_zero() {
            return None;
        }
        let left = self.numerator.checked_mul(Amount::HUNDRED)?;
        let right = percent.checked_mul(self.denominator)?;
        Some(left.cmp(&right))
    }
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
}
