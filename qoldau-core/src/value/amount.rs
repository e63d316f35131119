//! Exact decimal amounts.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An exact decimal number of up to 28 significant digits.
///
/// It crosses every boundary as text: `"3400"`, `"-0.5"`. The text has no exponent, no trailing zeros and no
/// negative zero, so equal amounts have equal text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(Decimal);

/// Why a text is not an [`Amount`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AmountError {
    /// The text is not a plain decimal number such as `3400` or `-0.5`.
    #[error("not a decimal number")]
    Malformed,
    /// The number needs more than 28 significant digits.
    #[error("more than 28 significant digits")]
    TooLong,
}

impl Amount {
    /// Nothing: 0.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// One.
    pub const ONE: Self = Self(Decimal::ONE);
    /// A hundred, the denominator of a percent.
    pub const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);

    /// Brings a decimal into the canonical form.
    fn canonical(value: Decimal) -> Self {
        Self(value.normalize())
    }

    /// A sum or difference, if no digit was rounded away so that it fits.
    fn exact(self, other: Self, value: Decimal) -> Option<Self> {
        (value.scale() >= self.0.scale().max(other.0.scale())).then(|| Self::canonical(value))
    }

    /// The sum, or nothing when it does not fit 28 digits.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.exact(other, self.0.checked_add(other.0)?)
    }

    /// The difference, or nothing when it does not fit 28 digits.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.exact(other, self.0.checked_sub(other.0)?)
    }

    /// The product, or nothing when it does not fit 28 digits exactly.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        self.0.checked_mul(other.0).map(Self::canonical)
    }

    /// The quotient to 28 digits, or nothing when the divisor is zero or the result does not fit.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        self.0.checked_div(other.0).map(Self::canonical)
    }

    /// What is left of `self` after `other` is taken, never below zero: what is missing.
    #[must_use]
    pub fn shortfall(self, other: Self) -> Self {
        if other >= self { Self::ZERO } else { self.checked_sub(other).unwrap_or(Self::ZERO) }
    }

    /// Rounded to `places` decimals, half away from zero. The one rounding rule of the product; only for showing.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        Self::canonical(self.0.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero))
    }

    /// The greatest whole number that is not larger: 1.8 becomes 1.
    #[must_use]
    pub fn rounded_down(self) -> Self {
        Self::canonical(self.0.floor())
    }

    /// The least whole number that is not smaller: 1.2 becomes 2.
    #[must_use]
    pub fn whole_up(self) -> Self {
        Self::canonical(self.0.ceil())
    }

    /// Whether the amount is 0.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether the amount is below 0.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// Whether the amount has no fraction.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.0.fract().is_zero()
    }

    /// The amount as a count, when it is a whole number from 0 to 4 294 967 295.
    #[must_use]
    pub fn to_u32(self) -> Option<u32> {
        if self.is_whole() { u32::try_from(self.0).ok() } else { None }
    }
}

impl From<u32> for Amount {
    fn from(value: u32) -> Self {
        Self::canonical(Decimal::from(value))
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    fn from_str(text: &str) -> Result<Self, AmountError> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || !plain(fraction) {
            return Err(AmountError::Malformed);
        }
        Decimal::from_str_exact(text).map(Self::canonical).map_err(|_| AmountError::TooLong)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_zero() { f.write_str("0") } else { self.0.fmt(f) }
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

struct AmountVisitor;

impl de::Visitor<'_> for AmountVisitor {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount as text, such as \"3400\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Amount, E> {
        text.parse().map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(AmountVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Amount {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^-?[0-9]+(\\.[0-9]+)?$",
            "description": "An exact decimal number of up to 28 significant digits, as text."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_canonical() {
        for (given, want) in
            [("1.00", "1"), ("-0", "0"), ("-0.50", "-0.5"), ("007", "7"), ("0.000", "0"), ("3400", "3400")]
        {
            assert_eq!(given.parse::<Amount>().unwrap().to_string(), want);
        }
    }

    #[test]
    fn only_plain_decimals_are_amounts() {
        for bad in ["", "-", "1e3", "+1", " 1", "1.", ".5", "1,5", "١", "0x1", "1_000", "NaN", "--1"] {
            assert_eq!(bad.parse::<Amount>(), Err(AmountError::Malformed), "{bad}");
        }
        assert_eq!("1".repeat(40).parse::<Amount>(), Err(AmountError::TooLong));
        assert_eq!(
            "1234567890123456789012345678".parse::<Amount>().unwrap().to_string(),
            "1234567890123456789012345678"
        );
    }

    #[test]
    fn a_sum_that_does_not_fit_is_nothing_and_never_rounded() {
        let amount = |text: &str| text.parse::<Amount>().unwrap();
        let long = amount("1234567890123456789012345678");
        assert_eq!(long.checked_add(amount("0.01")), None);
        assert_eq!(long.checked_sub(amount("0.01")), None);
        assert_eq!(long.checked_sub(long), Some(Amount::ZERO));
        assert_eq!(amount("0.5").checked_add(amount("0.5")), Some(Amount::ONE));
        assert_eq!(Amount::ZERO.checked_add(amount("0.25")), Some(amount("0.25")));
        assert_eq!(amount("0.25").checked_sub(Amount::ZERO), Some(amount("0.25")));
        assert_eq!(amount("0.25").checked_sub(amount("0.25")), Some(Amount::ZERO));
    }

    #[test]
    fn what_is_missing_is_never_negative() {
        assert_eq!(Amount::from(5).shortfall(Amount::from(3)), Amount::from(2));
        assert_eq!(Amount::from(3).shortfall(Amount::from(5)), Amount::ZERO);
    }

    #[test]
    fn rounding_is_half_away_from_zero() {
        let round = |text: &str| text.parse::<Amount>().unwrap().rounded(0).to_string();
        assert_eq!([round("2.5"), round("-2.5"), round("0.5"), round("2.4")], ["3", "-3", "1", "2"]);
    }
}
