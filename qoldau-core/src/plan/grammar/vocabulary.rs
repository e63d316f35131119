//! Phrases of contracts: how a table of them is matched against the words of a cell.

#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::panic,
    reason = "tables are taken apart when the crate is built: a fault in them is a fault of the build"
)]

use super::token::{Token, first_letter};
use crate::value::text::divided;

/// The token after a phrase that begins at `at`, if it stands there.
///
/// The words of a phrase are separated by spaces: `-` is a dash that may be missing, `/` a slash, a word that ends
/// in a full stop an abbreviation whose stop may be missing, and the rest are word patterns ([`Token::is`]).
pub(crate) fn phrase(tokens: &[Token], at: usize, pattern: &str) -> Option<usize> {
    let mut next = at;
    for piece in divided(pattern, b' ') {
        next = match piece {
            "-" => next.saturating_add(usize::from(sign_at(tokens, next) == Some('-'))),
            "/" if sign_at(tokens, next) == Some('/') => next.saturating_add(1),
            "/" => return None,
            _ => word_at(tokens, next, piece)?,
        };
    }
    Some(next)
}

fn word_at(tokens: &[Token], at: usize, piece: &str) -> Option<usize> {
    let token = tokens.get(at)?;
    let after = at.saturating_add(1);
    match piece.strip_suffix('.') {
        Some(short) if token.is(short) => {
            Some(after.saturating_add(usize::from(sign_at(tokens, after) == Some('.'))))
        }
        None if token.is(piece) => Some(after),
        _ => None,
    }
}

/// The sign at a place, if a sign stands there.
pub(crate) fn sign_at(tokens: &[Token], at: usize) -> Option<char> {
    tokens.get(at).and_then(Token::sign)
}

/// A phrase of a table, with the first letter of its first word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phrase<T> {
    first: u16,
    /// It is one word.
    lone: bool,
    pattern: &'static str,
    meaning: T,
}

/// How many phrases a table has. Several phrases of one row are joined by `|`.
pub(crate) const fn count<T>(rows: &[(&'static str, T)]) -> usize {
    let (mut count, mut row) = (0, 0);
    while row < rows.len() {
        let patterns = rows[row].0.as_bytes();
        let mut at = 0;
        while at < patterns.len() {
            count += (patterns[at] == b'|') as usize;
            at += 1;
        }
        count += 1;
        row += 1;
    }
    count
}

/// The phrases of a table one by one, those of one first letter together and else in the table's order.
pub(crate) const fn apart<T: Copy, const N: usize>(rows: &[(&'static str, T)]) -> [Phrase<T>; N] {
    let mut phrases = [Phrase { first: 0, lone: true, pattern: "", meaning: rows[0].1 }; N];
    let (mut next, mut row) = (0, 0);
    while row < rows.len() {
        let mut rest = rows[row].0.as_bytes();
        loop {
            let (mut end, mut lone) = (0, true);
            while end < rest.len() && rest[end] != b'|' {
                lone = lone && rest[end] != b' ';
                end += 1;
            }
            let (phrase, behind) = rest.split_at(end);
            let Ok(pattern) = std::str::from_utf8(phrase) else { panic!("a bar within a letter") };
            phrases[next] = Phrase { first: first_letter(pattern), lone, pattern, meaning: rows[row].1 };
            next += 1;
            match behind {
                [_, after @ ..] => rest = after,
                [] => break,
            }
        }
        row += 1;
    }
    sorted(phrases)
}

/// By their first letters; those of one letter stay in their order.
const fn sorted<T: Copy, const N: usize>(mut phrases: [Phrase<T>; N]) -> [Phrase<T>; N] {
    let mut next = 1;
    while next < N {
        let phrase = phrases[next];
        let mut place = next;
        while place > 0 && phrases[place - 1].first > phrase.first {
            phrases[place] = phrases[place - 1];
            place -= 1;
        }
        phrases[place] = phrase;
        next += 1;
    }
    phrases
}

/// The longest phrase of a table that begins at a token, with the token after it: `longest!(tokens, at, TABLE)`. The
/// table is taken apart when the crate is built.
macro_rules! longest {
    ($tokens:expr, $at:expr, $table:ident) => {
        $crate::plan::grammar::vocabulary::longest_of(
            $tokens,
            $at,
            const {
                &$crate::plan::grammar::vocabulary::apart::<
                    _,
                    { $crate::plan::grammar::vocabulary::count(&$table) },
                >(&$table)
            },
        )
    };
}
pub(crate) use longest;

/// The longest of the sorted phrases that begins at a token, with the token after it; of equally long ones the first.
pub(crate) fn longest_of<T: Copy>(tokens: &[Token], at: usize, phrases: &[Phrase<T>]) -> Option<(T, usize)> {
    let mut letters = tokens.get(at)?.spellings().map(first_letter);
    let first = letters.next()?;
    let other = letters.next().filter(|other| *other != first);
    let mut best: Option<(T, usize)> = None;
    for letter in [Some(first), other].into_iter().flatten() {
        let from = phrases.partition_point(|phrase| phrase.first < letter);
        let those =
            phrases.get(from..).unwrap_or_default().iter().take_while(|phrase| phrase.first == letter);
        for Phrase { lone, pattern, meaning, .. } in those {
            let end = if *lone { word_at(tokens, at, pattern) } else { phrase(tokens, at, pattern) };
            if let Some(end) = end
                && best.is_none_or(|(_, longest)| end > longest)
            {
                best = Some((*meaning, end));
            }
        }
    }
    best
}
