//! Words, numbers and signs of a cell, each with its place in the text as it stands.

use std::borrow::Cow;

use crate::language::kazakh::{self, Case, form_of};
use crate::language::pattern::fits;
use crate::value::Amount;
use crate::value::text::{self, as_cyrillic, folded, is_dash, is_space, small_letters, usual_letters};

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind<'t> {
    /// A word, folded; with digits in it when they follow letters at once ("A4").
    Word {
        /// The word in lower case with look-alikes mended.
        folded: Cow<'t, str>,
        /// The same word read as Cyrillic, when it stands in Latin letters.
        other: Option<String>,
    },
    /// A number in ASCII digits.
    Number(Digits),
    /// Any other sign; every dash is `-`, every bracket round, three dots are `…`.
    Sign(char),
}

/// A number in digits, with the two ways its separators can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digits {
    /// The value, a single separator before three digits read as one of thousands; nothing when it fits no amount.
    pub(crate) grouped: Option<Amount>,
    /// The value, such a separator read as the decimal one.
    pub(crate) decimal: Option<Amount>,
    /// A comma stands before exactly three digits: the two readings are both common.
    pub(crate) doubtful: bool,
    /// The digits alone, when they are at most nine and have no separator: for dates.
    pub(crate) plain: Option<u32>,
    /// How many digits stand there.
    pub(crate) count: u32,
    /// It can be a time of the day: «12.00».
    pub(crate) clock: bool,
}

/// One token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    pub(crate) kind: Kind<'t>,
    /// First byte in the text.
    pub(crate) start: usize,
    /// Byte after the last.
    pub(crate) end: usize,
    /// Space stands before it.
    pub(crate) spaced: bool,
    /// A line break stands before it.
    pub(crate) line: bool,
}

/// Whether separators within numbers are read: "5 230" and "26.09" are one number in a target, not in a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numbers {
    /// Spaces, dots, commas and apostrophes belong to numbers.
    Grouped,
    /// Digits only.
    Plain,
}

impl Token<'_> {
    /// The sign, if it is one.
    pub(crate) fn sign(&self) -> Option<char> {
        if let Kind::Sign(sign) = self.kind { Some(sign) } else { None }
    }

    /// The number, if it is one.
    pub(crate) fn digits(&self) -> Option<Digits> {
        if let Kind::Number(digits) = self.kind { Some(digits) } else { None }
    }

    /// The ways the word can be read: as it stands, and as Cyrillic when its letters are Latin.
    pub(crate) fn spellings(&self) -> impl Iterator<Item = &str> {
        let both = match &self.kind {
            Kind::Word { folded, other } => [Some(folded.as_ref()), other.as_deref()],
            _ => [None, None],
        };
        both.into_iter().flatten()
    }

    /// Whether it is a word.
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word { .. })
    }

    /// Whether the word is of the pattern: `stem+` takes Kazakh endings, `stem=` Russian endings of nouns, `stem*` any
    /// letters; else it is the very word.
    pub(crate) fn is(&self, pattern: &str) -> bool {
        // Asked more often than anything else: without the detour over `spellings`.
        match &self.kind {
            Kind::Word { folded, other } => {
                fits(folded, pattern) || other.as_deref().is_some_and(|word| fits(word, pattern))
            }
            _ => false,
        }
    }

    /// The case of the word as a form of a Kazakh stem.
    pub(crate) fn case_of(&self, stem: &str) -> Option<Case> {
        self.spellings().find_map(|word| form_of(word, stem))
    }
}

/// English words that would be Kazakh ones in Latin letters: "on" is no ten, "men" no conjunction.
const ENGLISH_ONLY: [&str; 6] = ["on", "men", "at", "as", "bar", "is"];

fn word_kind(word: &str) -> Kind<'_> {
    let mut folded = folded(word);
    // What stands as it is has no «ё».
    if let Cow::Owned(mended) = &folded
        && text::has_letter(mended, 'ё')
    {
        folded = mended.replace('ё', "е").into();
    }
    let latin = folded.chars().all(|c| !text::is_cyrillic(c) && is_letter(c));
    let other = if latin && !ENGLISH_ONLY.contains(&folded.as_ref()) {
        // One letter may be a Roman numeral: «V квартал» is not «в квартал».
        let word = folded.chars().nth(1).is_some();
        as_cyrillic(&folded).or_else(|| if word { kazakh::from_latin(&folded) } else { None })
    } else {
        None
    };
    Kind::Word { folded, other }
}

/// Combining marks belong to their letter, and so do the small figures of «м²».
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '²' | '³')
}

fn is_letter(c: char) -> bool {
    text::is_letter(c) || is_mark(c)
}

fn sign_of(c: char) -> char {
    match c {
        _ if is_dash(c) => '-',
        '[' | '{' | '（' => '(',
        ']' | '}' | '）' => ')',
        '«' | '»' | '“' | '”' | '„' | '‟' | '″' => '"',
        '’' | '‘' | 'ʼ' | '`' => '\'',
        '⩾' | '≧' => '≥',
        '⩽' | '≦' => '≤',
        '≈' | '∼' | '≃' => '~',
        '·' | '•' | '▪' | '●' | '◦' | '\u{f0b7}' | '∙' => '•',
        '×' | '∗' => '*',
        '％' => '%',
        _ => c,
    }
}

/// Takes a text apart. Linear in its length.
pub(crate) fn tokens(text: &str, numbers: Numbers) -> Vec<Token<'_>> {
    // Words of contracts have about eight letters of two bytes; numbers and signs stand between them.
    let mut list = Vec::with_capacity(text.len().div_euclid(11).saturating_add(2));
    let mut rest = text;
    let (mut spaced, mut line) = (false, false);
    while let Some(c) = rest.chars().next() {
        if c == ' ' {
            spaced = true;
            rest = skip(rest, 1);
            continue;
        }
        let start = text.len().saturating_sub(rest.len());
        let small = small_letters(rest);
        let (kind, length) = if small > 0 && !goes_on(skip(rest, small)) {
            // Most words: they stand as they are.
            let folded = rest.get(..small).unwrap_or_default().into();
            (Kind::Word { folded, other: None }, small)
        } else if is_letter(c) || c == '₸' {
            let length = word_length(rest);
            (word_kind(rest.get(..length).unwrap_or_default()), length)
        } else if is_space(c) {
            spaced = true;
            line |= matches!(c, '\n' | '\r' | '\u{b}' | '\u{2028}' | '\u{2029}');
            rest = skip(rest, c.len_utf8());
            continue;
        } else if c.is_ascii_digit() {
            number(rest, numbers)
        } else {
            sign(rest, c)
        };
        list.push(Token { kind, start, end: start.saturating_add(length), spaced, line });
        (spaced, line) = (false, false);
        rest = skip(rest, length);
    }
    list
}

/// Whether the word before goes on here.
fn goes_on(rest: &str) -> bool {
    rest.chars().next().is_some_and(|c| is_letter(c) || c.is_ascii_digit())
}

/// Letters with the digits that follow at once; the tenge sign is a word of its own.
fn word_length(rest: &str) -> usize {
    if rest.starts_with('₸') {
        return '₸'.len_utf8();
    }
    let mut length = 0_usize;
    loop {
        length = length.saturating_add(usual_letters(skip(rest, length)));
        match skip(rest, length).chars().next().filter(|c| is_letter(*c)) {
            Some(letter) => length = length.saturating_add(letter.len_utf8()),
            None => return length,
        }
    }
}

fn skip(text: &str, bytes: usize) -> &str {
    text.get(bytes..).unwrap_or_default()
}

/// One sign; two-letter ones are read together.
fn sign(rest: &str, first: char) -> (Kind<'_>, usize) {
    if matches!(first, '.' | '<' | '=' | '>') {
        for (letters, sign) in [("...", '…'), (">=", '≥'), ("=>", '≥'), ("<=", '≤'), ("=<", '≤')] {
            if rest.starts_with(letters) {
                return (Kind::Sign(sign), letters.len());
            }
        }
    }
    (Kind::Sign(sign_of(first)), first.len_utf8())
}

/// No amount has more groups of three digits; more are not joined, so that hostile text stays cheap.
const MOST_GROUPS: usize = 10;

/// Spaces that group thousands.
fn groups_thousands(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}

/// How many ASCII digits a text begins with.
fn run(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// A number with its separators, and its length in bytes.
fn number(text: &str, numbers: Numbers) -> (Kind<'_>, usize) {
    let first = run(text);
    let whole = text.get(..first).unwrap_or_default();
    let plain: Option<u32> = if first <= 9 { whole.parse().ok() } else { None };
    let simple = |value: Option<Amount>| Digits {
        grouped: value,
        decimal: value,
        doubtful: false,
        plain,
        count: u32::try_from(first).unwrap_or(u32::MAX),
        clock: false,
    };
    if numbers == Numbers::Plain {
        return (Kind::Number(simple(None)), first);
    }
    let alone = || simple(plain.map(Amount::from).or_else(|| whole.parse().ok()));
    if next_group(skip(text, first), first <= 3).is_none() {
        return (Kind::Number(alone()), first);
    }
    let mut separators = Vec::new();
    let mut groups = vec![whole];
    let mut length = first;
    while let Some((separator, digits)) = next_group(skip(text, length), groups.len() > 1 || first <= 3) {
        // A decimal part ends the number; so does any separator that is not the one before.
        let last_was_decimal = groups.len() > 1 && groups.last().is_some_and(|group| group.len() != 3);
        let space = groups_thousands(separator);
        let after_point = separators.iter().any(|sign| !groups_thousands(*sign));
        if last_was_decimal || (space && after_point) || groups.len() > MOST_GROUPS {
            break;
        }
        length = length.saturating_add(separator.len_utf8()).saturating_add(digits.len());
        separators.push(if space { ' ' } else { separator });
        groups.push(digits);
    }
    if separators.is_empty() {
        return (Kind::Number(alone()), first);
    }
    (Kind::Number(separated(&groups, &separators)), length)
}

/// A separator and the digits after it, when they can belong to the number before.
fn next_group(text: &str, thousands: bool) -> Option<(char, &str)> {
    let separator = text.chars().next()?;
    let after = skip(text, separator.len_utf8());
    let digits = run(after);
    let group = digits == 3 && thousands;
    let fits = match separator {
        '.' | ',' => digits > 0,
        '\'' | '’' => group,
        _ => groups_thousands(separator) && group,
    };
    fits.then(|| (separator, after.get(..digits).unwrap_or_default()))
}

/// Reads a number that has separators.
fn separated(groups: &[&str], separators: &[char]) -> Digits {
    let (last, before) = (separators.last().copied().unwrap_or(' '), separators.len().saturating_sub(1));
    let point = matches!(last, '.' | ',');
    let same = separators.iter().all(|sign| *sign == last);
    let last_is_three = groups.last().is_some_and(|group| group.len() == 3);
    let leading_zero = groups.first().is_some_and(|group| group.starts_with('0'));
    let first_fits = groups.first().is_some_and(|group| (1..=3).contains(&group.len())) && !leading_zero;
    let joined: String = groups.concat();
    let thousands = joined.parse().ok().filter(|_| first_fits && last_is_three);
    let whole = groups.get(..separators.len()).map(<[&str]>::concat).unwrap_or_default();
    let fraction = groups.last().copied().unwrap_or_default();
    // Thousands before a decimal sign must not be of the same sign: "1.234.5" is no number.
    let decimal_fits = point && (before == 0 || !separators.iter().take(before).any(|sign| *sign == last));
    let decimal = if decimal_fits { format!("{whole}.{fraction}").parse().ok() } else { None };
    let single = separators.len() == 1;
    let grouped = match (point, same, single) {
        // "3.000", "3,000": thousands when they can be, else a decimal: "2,5", "0,125".
        (true, _, true) => thousands.or(decimal),
        // "1.234.567".
        (true, true, false) => thousands,
        // "1 234,5", "1.234,56".
        (true, false, false) => decimal,
        (false, _, _) => thousands.filter(|_| same),
    };
    Digits {
        grouped,
        decimal: if point && (single || !same) { decimal } else { grouped },
        doubtful: single && last == ',' && thousands.is_some(),
        plain: None,
        count: u32::try_from(joined.len()).unwrap_or(u32::MAX),
        clock: single && last == '.' && is_clock(&whole, fraction),
    }
}

/// «12.00»: hours and minutes of a day.
fn is_clock(hours: &str, minutes: &str) -> bool {
    let below =
        |text: &str, limit: u32| text.len() <= 2 && text.parse::<u32>().is_ok_and(|value| value < limit);
    minutes.len() == 2 && below(hours, 25) && below(minutes, 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Vec<String> {
        tokens(text, Numbers::Grouped)
            .iter()
            .map(|token| match &token.kind {
                Kind::Number(digits) => digits.grouped.map_or("?".into(), |value| value.to_string()),
                Kind::Word { folded, .. } => folded.as_ref().into(),
                Kind::Sign(sign) => sign.to_string(),
            })
            .collect()
    }

    #[test]
    fn separators_of_numbers() {
        for (text, want) in [
            ("5 230", "5230"),
            ("6\u{a0}747\u{202f}777", "6747777"),
            ("3.000", "3000"),
            ("3'000", "3000"),
            ("3’000", "3000"),
            ("3,000", "3000"),
            ("1.234.567", "1234567"),
            ("2,5", "2.5"),
            ("2,50", "2.5"),
            ("0,125", "0.125"),
            ("1 234,125", "1234.125"),
            ("1.234,56", "1234.56"),
            ("1,234.56", "1234.56"),
            ("12345,678", "12345.678"),
            ("007", "7"),
        ] {
            assert_eq!(value(text), [want], "{text}");
        }
        assert_eq!(value("2 2024"), ["2", "2024"]);
        assert_eq!(value("26.09.2022"), ["26.09", ".", "2022"]);
        assert_eq!(value("5, 7"), ["5", ",", "7"]);
        assert_eq!(value("3."), ["3", "."]);
        assert_eq!(value("5  230"), ["5", "230"]);
        assert_eq!(value(&"9".repeat(40)), ["?"]);
    }

    #[test]
    fn words_keep_their_digits_and_numbers_let_go_of_letters() {
        assert_eq!(value("A4 5х3 50-ге 300k"), ["a4", "5", "х3", "50", "-", "ге", "300", "k"]);
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "Кем дегенде\u{a0}3400";
        for token in tokens(text, Numbers::Grouped) {
            assert!(text.get(token.start..token.end).is_some());
        }
    }
}
