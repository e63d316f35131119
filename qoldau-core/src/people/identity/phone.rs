//! Telephone numbers.

use serde::Serialize;

use super::newtype::identity;
use crate::value::text;

identity! {
    /// A telephone number in the form E.164, `+77000000001`. Nothing of it shows in `Debug`.
    PhoneNumber, PhoneError, "string & { readonly __brand: \"PhoneNumber\" }",
    "The number as E.164 text. Show it only where personal data belongs."
}

/// Why a text is not a telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a telephone number of the form +77000000001")]
pub struct PhoneError;

/// What the numbering plan of Kazakhstan says of a number. The operator is never told: numbers move between operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum PhoneKind {
    /// A mobile prefix of Kazakhstan: 700–702, 705–708, 747, 760–764, 771, 775–778, 785.
    Mobile,
    /// A fixed line in Kazakhstan, whose area codes begin with 71 and 72.
    Fixed,
    /// Country code 7, but neither: a number of Russia, or a prefix not known here.
    OtherOfSeven,
    /// Another country.
    Abroad,
}

impl PhoneNumber {
    fn of(sign: &str, digits: &str) -> Option<Self> {
        let mut written = String::with_capacity(sign.len().saturating_add(digits.len()));
        written.push_str(sign);
        written.push_str(digits);
        Self::fits(&written).then_some(Self(written))
    }

    fn fits(written: &str) -> bool {
        let Some(digits) = written.strip_prefix('+') else { return false };
        let fits = (8..=15).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && !digits.starts_with('0');
        fits && (!digits.starts_with('7') || digits.len() == 11)
    }

    /// What the numbering plan says of the number.
    #[must_use]
    pub fn kind(&self) -> PhoneKind {
        let Some(national) = self.0.strip_prefix("+7") else { return PhoneKind::Abroad };
        let prefix = national.get(..3).and_then(|prefix| prefix.parse::<u16>().ok()).unwrap_or_default();
        match prefix {
            700..=702 | 705..=708 | 747 | 760..=764 | 771 | 775..=778 | 785 => PhoneKind::Mobile,
            710..=729 => PhoneKind::Fixed,
            _ => PhoneKind::OtherOfSeven,
        }
    }
}

impl std::str::FromStr for PhoneNumber {
    type Err = PhoneError;

    /// Takes the form E.164 alone; [`read_phones`] reads what people write.
    fn from_str(written: &str) -> Result<Self, PhoneError> {
        if Self::fits(written) { Ok(Self(written.into())) } else { Err(PhoneError) }
    }
}

/// The numbers in a cell, in the order they stand, at most four: `8…`, `+7…`, `7…` with eleven digits, or the bare ten, with spaces, brackets
/// and hyphens between the digits as people put them; other countries with a plus. Words beside them («мама») are passed over.
///
/// A cell that a spreadsheet made a number of, `87000001234.0`, is read without its fraction. Otherwise a number that lacks or has too many digits
/// is not repaired: it is no number.
#[must_use]
pub fn read_phones(cell: &str) -> Vec<PhoneNumber> {
    let cell = without_fraction(cell.trim());
    let mut numbers = Vec::new();
    let mut digits = String::with_capacity(LONGEST);
    let mut plus = false;
    let mut end = |digits: &mut String, plus: &mut bool| {
        numbers.extend(national(digits, *plus));
        digits.clear();
        *plus = false;
    };
    for c in cell.chars() {
        match c {
            '+' => {
                end(&mut digits, &mut plus);
                plus = true;
            }
            c if c.is_ascii_digit() => {
                // The next number begins where this one is whole.
                if is_whole(&digits, plus)
                    && digits.len() < 16
                    && matches!(c, '7' | '8')
                    && digits.ends_with(' ')
                {
                    end(&mut digits, &mut plus);
                }
                if digits.ends_with(' ') {
                    digits.pop();
                }
                // What is longer than any number stays too long.
                if digits.len() < LONGEST {
                    digits.push(c);
                }
            }
            c if text::is_space(c) => {
                if !digits.is_empty() && !digits.ends_with(' ') {
                    digits.push(' ');
                }
            }
            '(' | ')' | '.' => {}
            c if text::is_dash(c) => {}
            _ => end(&mut digits, &mut plus),
        }
    }
    end(&mut digits, &mut plus);
    numbers.truncate(4);
    numbers
}

/// A cell that a spreadsheet took for a number, `87000001234.0`, without its fraction.
pub(crate) fn without_fraction(cell: &str) -> &str {
    let whole = cell.strip_suffix(".0").filter(|whole| whole.bytes().all(|byte| byte.is_ascii_digit()));
    whole.unwrap_or(cell)
}

/// No number has so many digits (ITU-T E.164 allows fifteen).
const LONGEST: usize = 20;

/// Whether the digits so far make a number of Kazakhstan.
fn is_whole(digits: &str, plus: bool) -> bool {
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    count == 11 || (count == 10 && !plus && digits.starts_with('7') && !digits.starts_with("77"))
}

fn national(digits: &str, plus: bool) -> Option<PhoneNumber> {
    let digits = digits.trim_end();
    let national = match (digits.len(), digits.bytes().next()?) {
        // No country has +87 with so few digits behind it, nor +89: a plus before the 8 that was dialled.
        (11, b'8') if !plus || digits.starts_with("87") || digits.starts_with("89") => digits.get(1..)?,
        (11, b'7') => digits.get(1..)?,
        (10, b'7') if !plus => digits,
        _ if plus => return PhoneNumber::of("+", digits),
        _ => return None,
    };
    PhoneNumber::of("+7", national)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Vec<String> {
        read_phones(cell).into_iter().map(String::from).collect()
    }

    #[test]
    fn every_form_of_a_number_is_one_number() {
        for written in [
            "8 700 000 12 34",
            "87000001234",
            "+7 700 000 12 34",
            "+77000001234",
            "8(700)000-12-34",
            "8-700-000-12-34",
            "7000001234",
            "77000001234",
            "8 700 0001234",
            "+7 (700) 000 1234",
            "8 700 000 12 34 (мама)",
            "тел. 8 700 000 12 34 WhatsApp",
            "8 700 000 12 34 /",
            "87000001234.0",
            "7000001234.0",
            "+8 700 000 12 34",
            "+87000001234",
        ] {
            assert_eq!(read(written), ["+77000001234"], "{written}");
        }
    }

    #[test]
    fn several_numbers_and_none() {
        assert_eq!(read("87000001234, 87000001235"), ["+77000001234", "+77000001235"]);
        assert_eq!(read("8 700 000 12 34 8 700 000 12 35"), ["+77000001234", "+77000001235"]);
        assert_eq!(read("+7 700 000 12 34 +7 700 000 12 35"), ["+77000001234", "+77000001235"]);
        assert_eq!(read("+996 700 000 012"), ["+996700000012"]);
        assert_eq!(read("+86 000 000 000, +870 000 000 000"), ["+86000000000", "+870000000000"]);
        for none in ["", "нет", "8700000123", "870000012345", "123", "+", "++", "٨٧٠٠٠٠٠١٢٣٤", "+7700000123"]
        {
            assert!(read(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn kinds_follow_the_numbering_plan() {
        let kind = |number: &str| number.parse::<PhoneNumber>().unwrap().kind();
        assert_eq!(kind("+77000000001"), PhoneKind::Mobile);
        // The placeholders' range is mobile: these two are bare prefixes filled up with zeros, and nobody's numbers.
        assert_eq!(kind("+77292000000"), PhoneKind::Fixed);
        assert_eq!(kind("+77090000000"), PhoneKind::OtherOfSeven);
        assert_eq!(kind("+99670000001"), PhoneKind::Abroad);
        assert_eq!(format!("{:?}", "+77000000001".parse::<PhoneNumber>().unwrap()), "PhoneNumber(…)");
        assert!(serde_json::from_str::<PhoneNumber>("\"87000000001\"").is_err());
    }
}
