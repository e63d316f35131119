//! Phrases of contracts: how a table of them is matched against the words of a cell.

use super::token::Token;
use crate::value::text::alternatives;

/// The token after a phrase that begins at `at`, if it stands there.
///
/// The words of a phrase are separated by spaces: `-` is a dash that may be missing, `/` a slash, a word that ends
/// in a full stop an abbreviation whose stop may be missing, and the rest are word patterns ([`Token::is`]).
pub(crate) fn phrase(tokens: &[Token], at: usize, pattern: &str) -> Option<usize> {
    let mut next = at;
    for piece in pattern.split(' ') {
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

/// Whether a word and a pattern begin with the same letter, which is cheaply asked before anything else.
fn begin_alike(word: &Token, pattern: &str) -> bool {
    let first = pattern.chars().next();
    word.spellings().any(|spelling| spelling.chars().next() == first)
}

/// The longest phrase of a table that begins at `at`, with the token after it. Several phrases of one row are
/// joined by `|`.
pub(crate) fn longest<T: Copy>(tokens: &[Token], at: usize, table: &[(&str, T)]) -> Option<(T, usize)> {
    let word = tokens.get(at).filter(|token| token.is_word())?;
    let mut best: Option<(T, usize)> = None;
    for (patterns, meaning) in table {
        let may_fit = alternatives(patterns).filter(|pattern| begin_alike(word, pattern));
        for end in may_fit.filter_map(|pattern| phrase(tokens, at, pattern)) {
            if best.is_none_or(|(_, longest)| end > longest) {
                best = Some((*meaning, end));
            }
        }
    }
    best
}
