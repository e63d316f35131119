//! Plural categories of a number (CLDR 48).

use super::Language;
use crate::value::Amount;

/// The form a noun takes after a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Plural {
    /// 1 post; in Russian also 21, 31 … but not 11.
    One,
    /// Russian 2 to 4, 22 to 24 … but not 12 to 14.
    Few,
    /// Russian 0, 5 to 20, 25 to 30 …
    Many,
    /// Every other number; in Russian those with a fraction.
    Other,
}

/// The plural category of a number in a language. The sign does not matter.
///
/// Kazakh has `one` and `other`, Russian all four, English `one` and `other`.
#[must_use]
pub fn plural(amount: Amount, language: Language) -> Plural {
    match language {
        Language::Kazakh | Language::English if is_one(amount) => Plural::One,
        Language::Kazakh | Language::English => Plural::Other,
        Language::Russian => russian(amount),
    }
}

/// Whether the number is 1 or −1. An [`Amount`] has no trailing zeros, so 1.0 is 1.
fn is_one(amount: Amount) -> bool {
    amount == Amount::ONE || amount.checked_add(Amount::ONE) == Some(Amount::ZERO)
}

/// The Russian category: by the last two digits of a whole number.
fn russian(amount: Amount) -> Plural {
    if !amount.is_whole() {
        return Plural::Other;
    }
    let text = amount.to_string();
    let mut digits = text.bytes().rev();
    let last = digits.next();
    let teen = digits.next() == Some(b'1');
    match last {
        Some(b'1') if !teen => Plural::One,
        Some(b'2'..=b'4') if !teen => Plural::Few,
        _ => Plural::Many,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rules as CLDR writes them, over plain integers.
    fn model(n: u32, language: Language) -> Plural {
        match (language, n % 10, n % 100) {
            (Language::Russian, 1, rest) if rest != 11 => Plural::One,
            (Language::Russian, 2..=4, rest) if !(12..=14).contains(&rest) => Plural::Few,
            (Language::Russian, ..) => Plural::Many,
            _ if n == 1 => Plural::One,
            _ => Plural::Other,
        }
    }

    #[test]
    fn whole_numbers_follow_the_rules_as_cldr_writes_them() {
        for language in Language::ALL {
            for n in (0..2200).chain([1_000_001, 1_000_011, 3_000_004, u32::MAX]) {
                assert_eq!(plural(n.into(), language), model(n, language), "{n} {language:?}");
            }
        }
    }

    #[test]
    fn fractions_and_negative_numbers_have_their_categories() {
        let of = |text: &str, language| plural(text.parse().unwrap(), language);
        assert_eq!(of("1.5", Language::Russian), Plural::Other);
        assert_eq!(of("1.0", Language::Russian), Plural::One);
        assert_eq!(of("-2", Language::Russian), Plural::Few);
        assert_eq!(of("-1", Language::Kazakh), Plural::One);
        assert_eq!(of("1.0", Language::English), Plural::One);
        assert_eq!(of("0.1", Language::English), Plural::Other);
    }
}
