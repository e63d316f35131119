//! Cuts prose into words, numbers and marks.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a scanner: every sum is a position within the text it walks"
)]

use crate::value::Amount;
use crate::value::text::{is_dash, is_space};

/// A piece of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// A word; hyphens within it belong to it.
    Word,
    /// A number that can be a promise.
    Number(Amount),
    /// The case suffix of the number before it.
    Suffix,
    /// A percent sign.
    Percent,
    /// A comma or a bracket: the clause goes on.
    Comma,
    /// The end of a clause, or a number that is no promise.
    Stop,
}

/// Cuts a text into its pieces.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut cut = Cut { text, at: 0, tokens: Vec::new() };
    while let Some(c) = cut.peek() {
        cut.next(c);
    }
    cut.tokens
}

/// The place of the cutter.
struct Cut<'a> {
    text: &'a str,
    at: usize,
    tokens: Vec<Token<'a>>,
}

impl<'a> Cut<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes the next `len` bytes as a token.
    fn push(&mut self, len: usize, kind: Kind) {
        let (start, end) = (self.at, self.at + len);
        let text = self.text.get(start..end).unwrap_or_default();
        self.tokens.push(Token { text, start, end, kind });
        self.at = end;
    }

    fn next(&mut self, c: char) {
        if c.is_ascii_digit() {
            self.number();
        } else if c.is_alphabetic() {
            let len = word_len(self.rest());
            self.push(len, Kind::Word);
        } else if c == '%' {
            self.push(1, Kind::Percent);
        } else if c == '\n' || matches!(c, '.' | ';' | ':' | '!' | '?' | '•' | '·' | '№') {
            self.push(c.len_utf8(), Kind::Stop);
        } else if matches!(c, ',' | '(' | ')') {
            self.push(1, Kind::Comma);
        } else {
            self.at += c.len_utf8();
        }
    }

    /// Takes a number, its suffix, and decides whether it can be a promise.
    fn number(&mut self) {
        let Digits { amount, len } = digits(self.rest());
        let (before, after) =
            (self.text.get(..self.at).unwrap_or_default(), self.rest().get(len..).unwrap_or_default());
        let no_promise = numbers_a_document(before)
            || numbers_an_item(before, after)
            || is_size(before, after)
            || is_range(before, after);
        let suffix = suffix_len(after);
        let kind = match amount {
            Some(amount) if !no_promise && !suffix.is_some_and(|len| is_ordinal(after, len)) => {
                Kind::Number(amount)
            }
            _ => Kind::Stop,
        };
        self.push(len, kind);
        self.percent();
        if let Some(len) = suffix_len(self.rest()) {
            self.push(len, Kind::Suffix);
        }
    }

    /// Takes a percent sign, which the suffix of a percent follows: «80 %-дан».
    fn percent(&mut self) {
        let spaces: usize = self.rest().chars().take_while(|c| is_space(*c)).map(char::len_utf8).sum();
        if self.rest().get(spaces..).is_some_and(|rest| rest.starts_with('%')) {
            self.at += spaces;
            self.push(1, Kind::Percent);
        }
    }
}

/// Bytes of the word a text begins with; a hyphen between two letters belongs to it.
fn word_len(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let letter = |c: char| c.is_alphabetic() || matches!(c, '\u{306}' | '\u{308}' | '\u{301}');
        let within = is_dash(c) && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !letter(c) && !within {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// A run of digits.
struct Digits {
    /// Its value; nothing for a date or what else is no number.
    amount: Option<Amount>,
    len: usize,
}

/// The number a text begins with: `3000`, `3 000`, `3.000`, `1,5`; `30.04.2024` has no value.
fn digits(text: &str) -> Digits {
    let run =
        |from: usize| text.get(from..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    let mut len = run(0);
    let mut value = text.get(..len).unwrap_or_default().to_owned();
    let mut marks = 0;
    let groups_may_follow = len <= 3;
    while let Some(mark) = text.get(len..).and_then(|rest| rest.chars().next()) {
        let group = run(len + mark.len_utf8());
        let group_text =
            || text.get(len + mark.len_utf8()..len + mark.len_utf8() + group).unwrap_or_default();
        if is_space(mark) && mark != '\n' && group == 3 && groups_may_follow && marks == 0 {
            value.push_str(group_text());
        } else if matches!(mark, '.' | ',') && group > 0 {
            marks += 1;
            if group != 3 || !groups_may_follow {
                value.push('.');
            }
            value.push_str(group_text());
        } else {
            break;
        }
        len += mark.len_utf8() + group;
    }
    Digits { amount: if marks > 1 { None } else { value.parse().ok() }, len }
}

/// Bytes of the suffix of a number: «-ге», « – ден»; short, after a dash.
fn suffix_len(after: &str) -> Option<usize> {
    const LONGEST: usize = 5;
    let dash = after.find(|c: char| !is_space(c))?;
    let mark = after.get(dash..)?.chars().next().filter(|c| is_dash(*c))?;
    let from = dash + mark.len_utf8();
    let gap = after.get(from..)?.find(|c: char| !is_space(c))?;
    let letters = after.get(from + gap..)?;
    let count = letters.chars().take_while(|c| c.is_alphabetic()).count();
    let spaced = dash > 0 || gap > 0;
    let fits = (1..=LONGEST).contains(&count) && (!spaced || is_case_suffix(letters, count));
    let len: usize = letters.chars().take(count).map(char::len_utf8).sum();
    fits.then_some(from + gap + len)
}

/// Whether the letters are one of the case suffixes of a Kazakh numeral.
fn is_case_suffix(letters: &str, count: usize) -> bool {
    const SUFFIXES: [&str; 14] =
        ["ден", "дан", "тен", "тан", "нен", "нан", "ге", "ға", "ке", "қа", "де", "да", "те", "та"];
    let end = letters.char_indices().nth(count).map_or(letters.len(), |(end, _)| end);
    letters.get(..end).is_some_and(|suffix| SUFFIXES.contains(&suffix))
}

/// Whether the suffix makes an ordinal: «2-ші», «2-го», «2-nd».
fn is_ordinal(after: &str, len: usize) -> bool {
    const ORDINALS: [&str; 16] =
        ["ші", "шы", "інші", "ыншы", "нші", "ншы", "й", "я", "е", "го", "му", "ый", "ой", "ая", "ое", "ые"];
    let suffix = after.get(..len).unwrap_or_default();
    ORDINALS.contains(&suffix.trim_start_matches(|c: char| is_dash(c) || is_space(c)))
}

/// Whether a number follows «№».
fn numbers_a_document(before: &str) -> bool {
    before.trim_end_matches(is_space).ends_with(['№', '#'])
}

/// Whether a number opens an item of a list: `1.` or `1)` at the start of a line.
fn numbers_an_item(before: &str, after: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.chars().all(|c| is_space(c) || matches!(c, '·' | '•' | '(')) && after.starts_with(['.', ')'])
}

/// Whether a number is one side of a size: «5*3», «2 x 3».
fn is_size(before: &str, after: &str) -> bool {
    const TIMES: [char; 4] = ['*', 'x', 'х', '×'];
    let digit_beyond =
        |rest: &str| rest.trim_start_matches(is_space).starts_with(|c: char| c.is_ascii_digit());
    let ahead = after.trim_start_matches(is_space).strip_prefix(TIMES).is_some_and(digit_beyond);
    let behind = before.trim_end_matches(is_space).strip_suffix(TIMES);
    ahead
        || behind.is_some_and(|rest| rest.trim_end_matches(is_space).ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a number is one end of a range: «14-35».
fn is_range(before: &str, after: &str) -> bool {
    let ahead = after.trim_start_matches(is_space).strip_prefix(is_dash);
    let behind = before.trim_end_matches(is_space).strip_suffix(is_dash);
    ahead.is_some_and(|rest| rest.trim_start_matches(is_space).starts_with(|c: char| c.is_ascii_digit()))
        || behind.is_some_and(|rest| rest.trim_end_matches(is_space).ends_with(|c: char| c.is_ascii_digit()))
}
