//! Phrases of contracts: how a table of them is matched against the words of a cell.

use super::token::{Kind, Token};
use crate::language::pattern::{Phrase, Phrases};
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

/// The longest phrase of a table that begins at a token, with the token after it: `longest!(tokens, at, TABLE)`.
macro_rules! longest {
    ($tokens:expr, $at:expr, $table:ident) => {{
        let table = $crate::language::pattern::table!(&$table);
        $crate::plan::grammar::vocabulary::longest_of($tokens, $at, table.phrases())
            .and_then(|(place, next)| Some((*table.meanings.get(place)?, next)))
    }};
}
pub(crate) use longest;

/// The token after the longest phrase of a list that begins at a token: `phrase_at!(tokens, at, "as above|as below")`.
macro_rules! phrase_at {
    ($tokens:expr, $at:expr, $phrases:expr) => {
        $crate::plan::grammar::vocabulary::longest_of(
            $tokens,
            $at,
            $crate::language::pattern::table!(&[($phrases, ())]).phrases(),
        )
        .map(|(_, next)| next)
    };
}
pub(crate) use phrase_at;

/// Whether a token is one of the words of a list: `is_one_of!(token, "a|the")`.
macro_rules! is_one_of {
    ($token:expr, $words:expr) => {
        $crate::plan::grammar::vocabulary::is_any_of(
            $token,
            $crate::language::pattern::table!(&[($words, ())]).phrases(),
        )
    };
}
pub(crate) use is_one_of;

/// Whether a token is one of the words.
pub(crate) fn is_any_of(token: &Token, words: Phrases<'_>) -> bool {
    let Kind::Word { folded, other } = &token.kind else { return false };
    let fits = |word: &str| words.fitting(word).next().is_some();
    fits(folded) || other.as_deref().is_some_and(fits)
}

/// The phrases that begin at a token: the place of each in its table, with the token after it.
pub(crate) fn all_of(
    tokens: &[Token],
    at: usize,
    phrases: Phrases<'_>,
) -> impl Iterator<Item = (usize, usize)> {
    let spellings = tokens.get(at).into_iter().flat_map(Token::spellings);
    let those = spellings.flat_map(move |word| phrases.beginning_like(word));
    those.filter_map(move |(place, one)| Some((place, end_of(tokens, at, one)?)))
}

/// The token after a phrase that begins at a token, if it stands there.
fn end_of(tokens: &[Token], at: usize, one: &Phrase) -> Option<usize> {
    if one.lone { word_at(tokens, at, one.pattern) } else { phrase(tokens, at, one.pattern) }
}

/// The longest phrase that begins at a token: its place in its table, with the token after it; of equally long ones the
/// first.
pub(crate) fn longest_of(tokens: &[Token], at: usize, phrases: Phrases<'_>) -> Option<(usize, usize)> {
    let Kind::Word { folded, other } = &tokens.get(at)?.kind else { return None };
    let mut best: Option<(usize, usize)> = None;
    let mut look = |word: &str| {
        for (place, one) in phrases.beginning_like(word) {
            if let Some(end) = end_of(tokens, at, one)
                && best.is_none_or(|(_, longest)| end > longest)
            {
                best = Some((place, end));
            }
        }
    };
    look(folded);
    other.as_deref().into_iter().for_each(look);
    best
}
