//! Numbers as the three languages write them (CLDR 48): `1 234 567,89`, `80%`, `80 %`.

use super::Language;
use crate::value::{Amount, Share};

/// The space that does not break: between the groups of a number and between a number and what belongs to it.
pub const NBSP: char = '\u{a0}';

/// A number with its digits in groups of three: `3 400,5` in Kazakh and Russian, `3,400.5` in English.
///
/// Nothing is rounded.
#[must_use]
pub fn format_amount(amount: Amount, language: Language) -> String {
    let (group, point) = match language {
        Language::Kazakh | Language::Russian => (NBSP, ','),
        Language::English => (',', '.'),
    };
    let text = amount.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));

    let mut out = String::from(sign);
    for (left, digit) in (0..whole.len()).rev().zip(whole.chars()) {
        out.push(digit);
        if left > 0 && left % 3 == 0 {
            out.push(group);
        }
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// A percent: `80%` in Kazakh and English, `80 %` (with a space that does not break) in Russian.
///
/// Nothing is rounded: it is for percents that stand in a contract. A computed one is a [`Share`].
#[must_use]
pub fn format_percent(amount: Amount, language: Language) -> String {
    let mut out = format_amount(amount, language);
    if language == Language::Russian {
        out.push(NBSP);
    }
    out.push('%');
    out
}

/// A share as a percent rounded to one decimal, half away from zero, always with its two parts: `80% (120/150)`.
///
/// A percent that would be rounded to a whole one keeps as many more decimals as tell it apart: `79.96% (1,999/2,500)`,
/// never `80%`, which may be the promise. A share of nothing has no percent: `0/0`.
#[must_use]
pub fn format_share(share: Share, language: Language) -> String {
    let parts = format!(
        "{}/{}",
        format_amount(share.numerator, language),
        format_amount(share.denominator, language)
    );
    match format_share_percent(share, language) {
        Some(percent) => format!("{percent} ({parts})"),
        None => parts,
    }
}

/// The percent of a share alone, as [`format_share`] rounds it; nothing of a share of nothing.
pub(crate) fn format_share_percent(share: Share, language: Language) -> Option<String> {
    share.percent().map(|percent| format_percent(told_apart(percent), language))
}

/// A percent rounded to the fewest decimals that do not make a whole number of what is none.
fn told_apart(percent: Amount) -> Amount {
    let mut rounded = (1..=27).map(|decimals| percent.rounded(decimals));
    rounded.find(|rounded| *rounded == percent || !rounded.is_whole()).unwrap_or(percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_all(text: &str) -> [String; 3] {
        Language::ALL.map(|language| format_amount(text.parse().unwrap(), language))
    }

    #[test]
    fn a_share_just_below_a_whole_percent_is_not_shown_as_it() {
        let said = |numerator: u32, denominator: u32| {
            let share = Share { numerator: numerator.into(), denominator: denominator.into() };
            format_share(share, Language::English)
        };
        assert_eq!(said(1999, 2500), "79.96% (1,999/2,500)");
        assert_eq!(said(79_999, 100_000), "79.999% (79,999/100,000)");
        assert_eq!(said(2, 3), "66.7% (2/3)");
        assert_eq!(said(120, 150), "80% (120/150)");
        assert_eq!(said(1_000_001, 1_250_000), "80.0001% (1,000,001/1,250,000)");
        assert_eq!(said(0, 150), "0% (0/150)");
    }

    #[test]
    fn digits_stand_in_groups_of_three() {
        assert_eq!(
            in_all("1234567.89"),
            ["1\u{a0}234\u{a0}567,89", "1\u{a0}234\u{a0}567,89", "1,234,567.89"]
        );
        assert_eq!(in_all("3400"), ["3\u{a0}400", "3\u{a0}400", "3,400"]);
        assert_eq!(in_all("999"), ["999"; 3]);
        assert_eq!(in_all("-100000"), ["-100\u{a0}000", "-100\u{a0}000", "-100,000"]);
        assert_eq!(in_all("0.5"), ["0,5", "0,5", "0.5"]);
    }

    #[test]
    fn percents_take_a_space_in_russian_only() {
        assert_eq!(
            Language::ALL.map(|language| format_percent(80.into(), language)),
            ["80%", "80\u{a0}%", "80%"]
        );
    }

    #[test]
    fn a_share_shows_its_parts_and_rounds_once() {
        let share = |numerator: u32, denominator: u32| Share {
            numerator: numerator.into(),
            denominator: denominator.into(),
        };
        assert_eq!(format_share(share(120, 150), Language::Kazakh), "80% (120/150)");
        assert_eq!(format_share(share(2, 3), Language::Russian), "66,7\u{a0}% (2/3)");
        assert_eq!(format_share(share(1, 8), Language::English), "12.5% (1/8)");
        assert_eq!(format_share(share(0, 0), Language::English), "0/0");
    }
}
