//! Exact decimal amounts.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};

use crate::json::{Decode, Misfit, Source, deserialize_by_decode, parsed};

/// An exact decimal number of at most 28 digits, before and after the point together; zeros that open the number or
/// end its fraction are not counted.
///
/// It crosses every boundary as text: `"3400"`, `"-0.5"`. The text has no exponent, no trailing zeros and no
/// negative zero, so equal amounts have equal text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(
    feature = "tsify",
    derive(tsify::Tsify),
    tsify(type = "string & { readonly __brand: \"DecimalString\" }")
)]
pub struct Amount(Decimal);

/// Why a text is not an [`Amount`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AmountError {
    /// The text is not a plain decimal number such as `3400` or `-0.5`.
    #[error("not a decimal number")]
    Malformed,
    /// The number needs more than 28 digits.
    #[error("more than 28 digits")]
    TooLong,
}

/// How many digits an amount has at the most.
const DIGITS: u32 = 28;
/// The first number with more digits than that.
const TOO_MANY: u128 = 10_u128.pow(DIGITS);

/// Takes the tens out of a number and counts them.
fn without_tens(number: &mut i128) -> u32 {
    without(number, 10, u32::MAX)
}

/// Takes the tens out of a product that one number brings the two and the other the five of, and counts them.
fn without_pairs(twos: &mut i128, fives: &mut i128) -> u32 {
    let (mut half, mut fifth) = (*twos, *fives);
    let pairs = without(&mut half, 2, u32::MAX).min(without(&mut fifth, 5, u32::MAX));
    without(twos, 2, pairs);
    without(fives, 5, pairs);
    pairs
}

/// Divides a number that is not 0 by a factor while nothing is left over, so many times at the most, and counts.
fn without(number: &mut i128, factor: i128, most: u32) -> u32 {
    let mut count = 0_u32;
    while count < most && number.checked_rem(factor) == Some(0) {
        *number = number.checked_div(factor).unwrap_or(*number);
        count = count.saturating_add(1);
    }
    count
}

impl Amount {
    /// Nothing: 0.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// One.
    pub const ONE: Self = Self(Decimal::ONE);
    /// A hundred, the denominator of a percent.
    pub const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);

    /// The amount of a decimal, where it has no more digits than fit.
    fn exact(value: Decimal) -> Option<Self> {
        let value = value.normalize();
        (value.mantissa().unsigned_abs() < TOO_MANY).then_some(Self(value))
    }

    /// A decimal that cannot have more digits than an amount, brought into the canonical form.
    fn canonical(value: Decimal) -> Self {
        Self(value.normalize())
    }

    /// The amount of digits of which so many stand behind the point.
    fn of_digits(digits: i128, places: u32) -> Option<Self> {
        Self::exact(Decimal::try_from_i128_with_scale(digits, places).ok()?)
    }

    /// The sum, or nothing when it does not fit 28 digits. It is exact: no digit is rounded away.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let places = self.0.scale().max(other.0.scale());
        // An amount whose digits do not fit here at these places has a sum that needs more than 28.
        let digits = |amount: Self| match places.checked_sub(amount.0.scale())? {
            0 => Some(amount.0.mantissa()),
            missing => amount.0.mantissa().checked_mul(10_i128.checked_pow(missing)?),
        };
        Self::of_digits(digits(self)?.checked_add(digits(other)?)?, places)
    }

    /// The difference, or nothing when it does not fit 28 digits. It is exact, as the sum is.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        let mut negative = other.0;
        negative.set_sign_negative(!other.0.is_sign_negative());
        self.checked_add(Self(negative))
    }

    /// The product, or nothing when it does not fit 28 digits exactly.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let places = i64::from(self.0.scale()).checked_add(i64::from(other.0.scale()))?;
        let (mut one, mut two) = (self.0.mantissa(), other.0.mantissa());
        if one == 0 || two == 0 {
            return Some(Self::ZERO);
        }
        // Every ten in the product is taken out first, so that only a product that needs the digits is refused.
        let tens = [
            without_tens(&mut one),
            without_tens(&mut two),
            without_pairs(&mut one, &mut two),
            without_pairs(&mut two, &mut one),
        ];
        let places = tens.into_iter().try_fold(places, |places, tens| places.checked_sub(i64::from(tens)))?;
        let digits = one.checked_mul(two)?;
        if let Ok(places) = u32::try_from(places) {
            return Self::of_digits(digits, places);
        }
        let tens = u32::try_from(places.checked_neg()?).ok()?;
        Self::of_digits(digits.checked_mul(10_i128.checked_pow(tens)?)?, 0)
    }

    /// The quotient rounded to 28 digits, half away from zero, or nothing when the divisor is zero or the result does
    /// not fit.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        let quotient = self.0.checked_div(other.0)?;
        Self::exact(quotient).or_else(|| {
            let rounded = quotient.round_sf_with_strategy(DIGITS, RoundingStrategy::MidpointAwayFromZero)?;
            Self::exact(rounded)
        })
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

    /// The digits as a whole number, and how many of them stand behind the point.
    #[cfg(feature = "survey")]
    pub(crate) fn digits(self) -> (i128, u32) {
        (self.0.mantissa(), self.0.scale())
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
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        // The places are no more than 28 by then; the digits fit an integer, their number being bounded.
        let most = usize::try_from(DIGITS).unwrap_or(usize::MAX);
        if whole.len().saturating_add(fraction.len()) > most {
            return Err(AmountError::TooLong);
        }
        let places = u32::try_from(fraction.len()).map_err(|_| AmountError::TooLong)?;
        let mut number = [whole, fraction].concat();
        if number.is_empty() {
            return Ok(Self::ZERO);
        }
        if text.starts_with('-') {
            number.insert(0, '-');
        }
        let digits = number.parse().map_err(|_| AmountError::TooLong)?;
        Self::of_digits(digits, places).ok_or(AmountError::TooLong)
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

impl Decode for Amount {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        parsed(source, "an amount as text, such as \"3400\"")
    }
}

deserialize_by_decode!(Amount);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Amount {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^-?0*[0-9]{1,28}(\\.[0-9]{1,28}0*)?$",
            "description": "An exact decimal number as text, of at most 28 digits before and after the point together; zeros that open the number or end its fraction are not counted."
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
    fn twenty_eight_digits_fit_and_twenty_nine_do_not() {
        for (fits, canonical) in [
            ("9".repeat(28), "9".repeat(28)),
            (
                format!("-{}.{}", "9".repeat(14), "9".repeat(14)),
                format!("-{}.{}", "9".repeat(14), "9".repeat(14)),
            ),
            (format!("0.{}1", "0".repeat(27)), format!("0.{}1", "0".repeat(27))),
            (format!("{}1.{}", "0".repeat(50), "0".repeat(50)), "1".into()),
        ] {
            assert_eq!(fits.parse::<Amount>().map(|amount| amount.to_string()), Ok(canonical));
        }
        for beyond in [
            format!("1{}", "0".repeat(28)),
            "79228162514264337593543950335".into(),
            format!("{}.5", "9".repeat(28)),
            format!("0.{}1", "0".repeat(28)),
            format!("1.{}1", "0".repeat(27)),
        ] {
            assert_eq!(beyond.parse::<Amount>(), Err(AmountError::TooLong), "{beyond}");
        }
    }

    #[test]
    fn what_does_not_fit_is_nothing_and_never_rounded() {
        let amount = |text: &str| text.parse::<Amount>().unwrap();
        let nines = amount(&"9".repeat(28));
        let least = amount(&format!("0.{}1", "0".repeat(27)));
        assert_eq!(nines.checked_add(Amount::ONE), None);
        assert_eq!(nines.checked_add(least), None);
        assert_eq!(nines.checked_sub(least), None);
        assert_eq!(nines.checked_sub(nines), Some(Amount::ZERO));
        assert_eq!(least.checked_mul(amount("0.5")), None);
        assert_eq!(amount("1000000000000000000000").checked_mul(least), Some(amount("0.0000001")));
        let (twos, fives) = (amount("1208925819614629174706176"), amount("0.0014551915228366851806640625"));
        assert_eq!(twos.checked_mul(fives), Some(amount("1759218604441600000000")));
        assert_eq!(Amount::ONE.checked_div(Amount::ZERO), None);
        assert_eq!(amount("20").checked_div(amount("3")), Some(amount("6.666666666666666666666666667")));
        assert_eq!(nines.checked_div(amount("0.1")), None);
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

    /// Any text of digits with a point somewhere: an amount exactly where the digits that count are no more than 28.
    fn digits() -> impl proptest::strategy::Strategy<Value = (String, String)> {
        ("0{0,3}[0-9]{1,32}", "[0-9]{1,32}0{0,3}")
    }

    proptest::proptest! {
        #[test]
        fn a_text_is_an_amount_exactly_where_its_digits_fit((whole, fraction) in digits(), sign in "-?") {
            let counted = [whole.trim_start_matches('0'), fraction.trim_end_matches('0')].concat().len();
            let read = format!("{sign}{whole}.{fraction}").parse::<Amount>();
            proptest::prop_assert_eq!(read.is_ok(), counted <= 28);
            if let Ok(amount) = read {
                let digits = amount.to_string().bytes().filter(u8::is_ascii_digit).count();
                proptest::prop_assert!(digits <= 29, "{}, a leading zero included", amount);
                proptest::prop_assert_eq!(amount.to_string().parse::<Amount>(), Ok(amount));
            }
        }

        /// The model adds and multiplies whole numbers; amounts are these numbers of hundredths.
        #[test]
        fn sums_and_products_are_exact(one in -1_000_000_000_i64..1_000_000_000, two in -1_000_000_000_i64..1_000_000_000) {
            let hundredths = |count: i128, places| Amount::of_digits(count, places).unwrap();
            let (one, two) = (i128::from(one), i128::from(two));
            let (a, b) = (hundredths(one, 2), hundredths(two, 2));
            proptest::prop_assert_eq!(a.checked_add(b), Some(hundredths(one.wrapping_add(two), 2)));
            proptest::prop_assert_eq!(a.checked_sub(b), Some(hundredths(one.wrapping_sub(two), 2)));
            proptest::prop_assert_eq!(a.checked_mul(b), Some(hundredths(one.wrapping_mul(two), 4)));
        }

        /// At the border nothing is rounded: what comes out can be taken apart again.
        #[test]
        fn what_was_added_can_be_taken_away((whole, fraction) in ("[0-9]{1,14}", "[0-9]{1,14}"), (other, places) in ("[0-9]{1,28}", 0_u32..29)) {
            let one: Amount = format!("{whole}.{fraction}").parse().unwrap();
            let two = Amount::of_digits(other.parse().unwrap(), places).unwrap();
            if let Some(sum) = one.checked_add(two) {
                proptest::prop_assert_eq!(sum.checked_sub(two), Some(one));
                proptest::prop_assert_eq!(sum.checked_sub(one), Some(two));
            }
        }
    }
}
