//! What stands after the closing words: signatures, and what is none.

use super::headings::{Heading, plain_heading};
use super::leftover::may_be_personal;
use super::model::Row;
use crate::value::text::fold_letters;

/// Stems in the letters of signatures, and of the addresses and accounts beside them.
const SIGNED: [&str; 9] = [
    "подпис",
    "қолы",
    "фио",
    "таә",
    "грантодатель",
    "грантополучатель",
    "грантберуші",
    "грантталуш",
    "гранталушы",
];
const ADDRESSED: [&str; 24] = [
    "бсн",
    "бин",
    "иин",
    "жсн",
    "иик",
    "жск",
    "бик",
    "бск",
    "кбе",
    "банк",
    "телефон",
    "мкр",
    "ықшам",
    "шағын",
    "үй",
    "көше",
    "ул",
    "дом",
    "офис",
    "кеңсе",
    "индекс",
    "этаж",
    "қабат",
    "пошт",
];

/// Whether words belong to a signature.
pub(super) fn is_signature(text: &str) -> bool {
    let letters = fold_letters(text);
    may_be_personal(text)
        || matches!(letters.as_str(), "мо" | "мп")
        || SIGNED.iter().any(|stem| letters.contains(stem))
}

/// Whether a row of a table is one of signatures: at the foot of every page, for one.
pub(super) fn is_signed(row: &Row) -> bool {
    const MOST_CELLS: usize = 3;
    let cells = || row.filled();
    cells().nth(MOST_CELLS).is_none()
        && (cells().any(|cell| plain_heading(&cell.text) == Some(Heading::Closing))
            || (cells().next().is_some() && cells().all(|cell| cell.text.contains("___"))))
}

/// Whether a line after the closing words has a number that is no part of a signature, an address or a date: it may hold a
/// promise.
pub(super) fn is_unsigned(text: &str) -> bool {
    let numbers = || text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let is_year = |digits: &str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    if numbers().next().is_none() || text.contains('№') || numbers().any(is_year) || is_signature(text) {
        return false;
    }
    // An address begins with its postal code.
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let letters = fold_letters(text);
    digits != 6 && !ADDRESSED.iter().any(|stem| letters.contains(stem))
}
