//! Individual and business identification numbers (ЖСН/ИИН and БСН/БИН).

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::newtype::identity;
use crate::value::{IsoDate, text};

/// Why twelve digits are no identification number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Not twelve digits, spaces and hyphens apart.
    #[error("not twelve digits")]
    NotTwelveDigits,
    /// The last digit does not follow from the first eleven, or no last digit could.
    #[error("the check digit does not fit")]
    CheckDigit,
    /// The digits of the date, or of the kind of entity, say nothing that can be.
    #[error("the digits of the date or the kind cannot be")]
    Impossible,
}

impl NumberError {
    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotTwelveDigits => "identity.notTwelveDigits",
            Self::CheckDigit => "identity.checkDigit",
            Self::Impossible => "identity.impossible",
        }
    }
}

identity! {
    /// An individual identification number whose form and check digit are plausible; whether a person bears it is not known.
    ///
    /// The check lets 9 % of single wrong digits pass (a wrong eleventh digit nearly always), so it never says "valid".
    Iin, NumberError, "string & { readonly __brand: \"Iin\" }",
    "The twelve digits. Show them only where personal data belongs."
}

identity! {
    /// A business identification number whose form and check digit are plausible.
    Bin, NumberError, "string & { readonly __brand: \"Bin\" }",
    "The twelve digits. Show them only where personal data belongs."
}

/// The sex that a digit of an identification number encodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum EncodedSex {
    /// An odd seventh digit.
    Male,
    /// An even seventh digit.
    Female,
}

/// What the digits of an IIN encode. A hint only: by the resolution No. 853 of 26 August 2013 they need not agree with the person's date of birth
/// and sex, so a difference is no error, and figures by sex and age are never made from it silently.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct IinHint {
    /// The date the first six digits and the century of the seventh make; nothing where the seventh is 0.
    pub born: Option<IsoDate>,
    /// The sex the seventh digit makes; nothing where it is 0, which foreigners have.
    pub sex: Option<EncodedSex>,
}

impl fmt::Debug for IinHint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IinHint(…)")
    }
}

impl FromStr for Iin {
    type Err = NumberError;

    /// Twelve ASCII digits, spaces and hyphens between them allowed.
    fn from_str(written: &str) -> Result<Self, NumberError> {
        let digits = twelve(written)?;
        hint(&digits).ok_or(NumberError::Impossible)?;
        Ok(Self(as_text(&digits)))
    }
}

impl Iin {
    /// What the digits encode: a hint, never a fact about the person.
    #[must_use]
    pub fn hint(&self) -> IinHint {
        twelve(&self.0).ok().and_then(|digits| hint(&digits)).unwrap_or(IinHint { born: None, sex: None })
    }
}

impl FromStr for Bin {
    type Err = NumberError;

    /// Twelve ASCII digits, spaces and hyphens between them allowed.
    fn from_str(written: &str) -> Result<Self, NumberError> {
        let digits = twelve(written)?;
        let [_, _, ten, one, kind, part, ..] = digits;
        let month = ten.saturating_mul(10).saturating_add(one);
        let fits = (1..=12).contains(&month) && matches!(kind, 4..=6) && part <= 3;
        if fits { Ok(Self(as_text(&digits))) } else { Err(NumberError::Impossible) }
    }
}

fn as_text(digits: &[u8; 12]) -> String {
    digits.iter().map(|digit| char::from(b'0'.saturating_add(*digit))).collect()
}

/// The twelve digits, if the last follows from the others.
fn twelve(written: &str) -> Result<[u8; 12], NumberError> {
    let mut digits = [0_u8; 12];
    let mut places = digits.iter_mut();
    for c in written.chars().filter(|c| !text::is_space(*c) && !text::is_dash(*c)) {
        let digit = u8::try_from(c).ok().filter(u8::is_ascii_digit).ok_or(NumberError::NotTwelveDigits)?;
        *places.next().ok_or(NumberError::NotTwelveDigits)? = digit & 0x0f;
    }
    if places.next().is_some() {
        return Err(NumberError::NotTwelveDigits);
    }
    let [first @ .., last] = digits;
    if check_digit(first) == Some(last) { Ok(digits) } else { Err(NumberError::CheckDigit) }
}

/// The digit that the first eleven ask for: their sum with the weights 1 to 11, modulo 11; where that is 10, once more with the weights 3 to 11, 1, 2.
/// Nothing where it is 10 again: such numbers are not given.
fn check_digit(first: [u8; 11]) -> Option<u8> {
    const FIRST: [u16; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    const SECOND: [u16; 11] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];
    let modulo = |weights: [u16; 11]| {
        let products =
            first.iter().zip(weights).map(|(digit, weight)| u16::from(*digit).saturating_mul(weight));
        products.fold(0_u16, u16::saturating_add).checked_rem(11)
    };
    let digit =
        modulo(FIRST).filter(|digit| *digit < 10).or_else(|| modulo(SECOND)).filter(|digit| *digit < 10)?;
    u8::try_from(digit).ok()
}

/// What the digits encode; nothing where they can be no date, or the seventh is not given to anybody.
fn hint(digits: &[u8; 12]) -> Option<IinHint> {
    let [year_tens, year_ones, month_tens, month_ones, day_tens, day_ones, seventh, ..] = *digits;
    let two = |ten: u8, one: u8| u32::from(ten).saturating_mul(10).saturating_add(u32::from(one));
    let (century, sex) = match seventh {
        0 => {
            // Without a century any year that has the day will do; 2000 has every day.
            IsoDate::new(2000, two(month_tens, month_ones), two(day_tens, day_ones))?;
            return Some(IinHint { born: None, sex: None });
        }
        1 | 2 => (1800, seventh),
        3 | 4 => (1900, seventh),
        5 | 6 => (2000, seventh),
        _ => return None,
    };
    let year = i32::try_from(two(year_tens, year_ones)).ok()?.checked_add(century)?;
    let born = IsoDate::new(year, two(month_tens, month_ones), two(day_tens, day_ones))?;
    let sex = if sex % 2 == 1 { EncodedSex::Male } else { EncodedSex::Female };
    Some(IinHint { born: Some(born), sex: Some(sex) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_passes_of_the_check_digit() {
        assert!("000101300009".parse::<Iin>().is_ok(), "first pass");
        assert!("000101301805".parse::<Iin>().is_ok(), "second pass");
        for last in 0..10 {
            assert_eq!(
                format!("00010130188{last}").parse::<Iin>(),
                Err(NumberError::CheckDigit),
                "no digit fits"
            );
        }
        assert!(
            "000101300019".parse::<Iin>().is_ok(),
            "a wrong eleventh digit goes unnoticed: plausible is not valid"
        );
        assert!("990140000007".parse::<Bin>().is_ok() && "990140000806".parse::<Bin>().is_ok());
        for last in 0..10 {
            assert!(format!("99014000082{last}").parse::<Bin>().is_err());
        }
    }

    #[test]
    fn only_twelve_ascii_digits_are_a_number() {
        assert_eq!("000101 300-009".parse::<Iin>().unwrap().reveal(), "000101300009");
        for bad in ["", "00010130000", "0001013000090", "٠٠٠١٠١٣٠٠٠٠٩", "00010130000O", "²00101300009"]
        {
            assert_eq!(bad.parse::<Iin>(), Err(NumberError::NotTwelveDigits), "{bad}");
        }
        assert!(
            "990140000007".parse::<Iin>().is_err() && "000101300009".parse::<Bin>().is_err(),
            "told apart by the fifth digit"
        );
    }

    #[test]
    fn what_the_digits_encode_is_a_hint() {
        let hint = "000101300009".parse::<Iin>().unwrap().hint();
        assert_eq!(hint, IinHint { born: "1900-01-01".parse().ok(), sex: Some(EncodedSex::Male) });
        assert_eq!(format!("{:?}", "000101300009".parse::<Iin>().unwrap()), "Iin(…)");
    }
}
