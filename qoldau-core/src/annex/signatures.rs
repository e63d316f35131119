//! What stands after the closing words: signatures, and what is none.

use super::headings::{Heading, plain_heading};
use super::leftover::may_be_personal;
use super::model::{Cell, Row};
use crate::value::text::{fold_letters, fold_words, is_word_character};

/// Beginnings of the words for the two sides, in letters: who gives, and who takes.
const GIVES: [&str; 2] = ["грантодатель", "грантберуші"];
const TAKES: [&str; 3] = ["грантополучатель", "грантталуш", "гранталушы"];
/// Headings of a table of signatures, in letters; one of [`SIGNS`] is among them.
const BESIDE_SIGNS: [&str; 10] =
    ["лауазымы", "должность", "таә", "атыжөні", "фио", "күні", "дата", "мө", "тараптар", "стороны"];
const SIGNS: [&str; 2] = ["қолы", "подпись"];
/// Stems in the letters of signatures.
const SIGNED: [&str; 4] = ["подпис", "қолы", "фио", "таә"];
/// Words of addresses and accounts, and beginnings of such words.
const ADDRESSED: [&str; 19] = [
    "бсн",
    "бин",
    "иин",
    "жсн",
    "иик",
    "жск",
    "бик",
    "бск",
    "кбе",
    "тел",
    "мкр",
    "үй",
    "ул",
    "дом",
    "кв",
    "каб",
    "офис",
    "кеңсе",
    "индекс",
];
const ADDRESS_STARTS: [&str; 9] =
    ["телефон", "ықшам", "шағын", "көше", "улиц", "пошт", "почт", "этаж", "қабат"];

/// Whether words belong to a signature.
pub(super) fn is_signature(text: &str) -> bool {
    let letters = fold_letters(text);
    may_be_personal(text)
        || matches!(letters.as_str(), "мо" | "мп")
        || SIGNED.iter().any(|stem| letters.contains(stem))
        || is_of_side(&letters)
}

/// Whether letters begin with the word for one of the two sides.
fn is_of_side(letters: &str) -> bool {
    begins(letters, &GIVES) || begins(letters, &TAKES)
}

fn begins(letters: &str, sides: &[&str]) -> bool {
    sides.iter().any(|side| letters.starts_with(side))
}

/// Whether words are of an address, an account or a telephone.
pub(super) fn is_address(text: &str) -> bool {
    // A postal code stands first.
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let folded = fold_words(text);
    let mut words = folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    digits == 6
        || may_be_personal(text)
        || words.any(|word| {
            ADDRESSED.contains(&word) || ADDRESS_STARTS.iter().any(|start| word.starts_with(start))
        })
}

/// Whether a row of a table is one of signatures: at the foot of every page, for one. All that stands in it is of a
/// signature, for «Согласовано» may be a planned value.
pub(super) fn is_signed(row: &Row) -> bool {
    const MOST_CELLS: usize = 3;
    let first = row.filled().next();
    let signs = |cell: &Cell| {
        cell.text.contains("___")
            || side(cell).is_some_and(|letters| is_of_side(&letters))
            || plain_heading(&cell.text) == Some(Heading::Closing)
    };
    let whole = row.filled().nth(1).is_some() || first.is_some_and(|cell| cell.column == 0);
    let few = row.filled().nth(MOST_CELLS).is_none();
    first.is_some() && (few && whole && row.filled().all(signs) || names_sides(row) || names_signs(row))
}

/// Whether the two sides stand in cells of their own, whatever stands beside them.
fn names_sides(row: &Row) -> bool {
    let any = |sides: &[&str]| row.filled().filter_map(side).any(|letters| begins(&letters, sides));
    any(&GIVES) && any(&TAKES)
}

/// The letters with which a cell begins, if they may be of the word for a side: every row is asked, and few cells begin like one.
fn side(cell: &Cell) -> Option<String> {
    const LONGEST_BEGINNING: usize = 64;
    let first = cell.text.chars().find(|c| is_word_character(*c));
    let beginning = || cell.text.chars().take(LONGEST_BEGINNING).collect::<String>();
    matches!(first, Some('г' | 'Г')).then(|| fold_letters(&beginning()))
}

/// Whether a row is of headings of who signs.
fn names_signs(row: &Row) -> bool {
    // In bytes, with the dots, spaces and line breaks that may stand among the letters.
    const LONGEST_HEADING: usize = 64;
    if row.filled().any(|cell| cell.text.len() > LONGEST_HEADING) || row.filled().nth(1).is_none() {
        return false;
    }
    let letters: Vec<String> = row.filled().map(|cell| fold_letters(&cell.text)).collect();
    let signs = |letters: &String| SIGNS.contains(&letters.as_str());
    letters.iter().any(signs)
        && letters.iter().all(|letters| signs(letters) || BESIDE_SIGNS.contains(&letters.as_str()))
}

/// Whether a line after the closing words has a number that is no part of a signature, an address or a date: it may hold a
/// promise.
pub(super) fn is_unsigned(text: &str) -> bool {
    let numbers = || text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let is_year = |digits: &str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    numbers().next().is_some()
        && !text.contains('№')
        && !numbers().any(is_year)
        && !is_signature(text)
        && !is_address(text)
}
