//! Rows of a list that are no people: rows with nothing in them, repeated headings, totals, headings of sections, signatures.

use super::columns::{PersonColumn, guess_columns};
use crate::value::text;

/// A cell of a chosen column.
#[derive(Clone, Copy)]
pub(super) struct ChosenCell<'a> {
    /// What the column holds.
    pub(super) holds: PersonColumn,
    /// What stands above it.
    pub(super) heading: Option<&'a str>,
    /// What stands in it.
    pub(super) text: &'a str,
}

/// First words of rows that sum a list up, folded.
const TOTALS: &str = "итого всего барлығы жиыны жиынтығы қорытынды total";
/// Words of rows that head a section of a list, folded.
const SECTIONS: &str =
    "класс сынып группа топ школа мектеп лицей гимназия команда отряд отдел бөлім секция class group team";
/// Where the seal goes below a list, folded.
const SEALS: &str = "мп мо";

/// Whether a row is no person. `cells` are those of the chosen columns, `all` those of the whole row. Where anything tells a person apart, it is one.
pub(super) fn is_no_person<'a>(cells: &[ChosenCell<'_>], all: impl Iterator<Item = &'a str>) -> bool {
    let says_nothing = cells.iter().all(|cell| is_nothing(cell.text));
    let repeats = cells.iter().all(|cell| cell.heading.map_or("", str::trim) == cell.text.trim());
    if says_nothing || repeats {
        return true;
    }
    let tells = |cell: &&ChosenCell<'_>| {
        is_of_one(cell.holds) && cell.text.contains(|c: char| c.is_ascii_digit() || c == '@')
    };
    if cells.iter().any(|cell| tells(&cell)) {
        return false;
    }
    let of_name = cells.iter().filter(|cell| is_of_name(cell.holds)).map(|cell| cell.text.trim());
    let name = of_name.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    let alone = cells.iter().all(|cell| is_of_name(cell.holds) || is_nothing(cell.text));
    is_total(&name, all)
        || (alone && (is_section(&name) || is_signature(&name)))
        || (is_nothing(&name) && heads_again(cells))
}

/// Whether a cell has nothing in it but the lines and points of a printed form.
fn is_nothing(cell: &str) -> bool {
    cell.chars().all(|c| text::is_space(c) || text::is_dash(c) || matches!(c, '_' | '.' | ',' | '/' | '*'))
}

/// What tells one person apart by its form.
const fn is_of_one(kind: PersonColumn) -> bool {
    use PersonColumn as C;
    matches!(kind, C::Phone | C::Birth | C::Iin | C::Email)
}

const fn is_of_name(kind: PersonColumn) -> bool {
    use PersonColumn as C;
    matches!(kind, C::Name | C::Surname | C::GivenName | C::Patronymic)
}

/// The words of a cell, folded to letters and digits.
fn words(cell: &str) -> impl Iterator<Item = String> + '_ {
    cell.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(text::fold_letters)
}

fn is_among(known: &str, word: &str) -> bool {
    known.split(' ').any(|own| own == word)
}

/// «Итого: 25» in the place of a name, or before a number in its place.
fn is_total<'a>(name: &str, mut all: impl Iterator<Item = &'a str>) -> bool {
    let sums = |cell: &str| words(cell).next().is_some_and(|word| is_among(TOTALS, &word));
    let counts = |cell: &str| words(cell).all(|word| word.chars().all(|c| c.is_ascii_digit()));
    sums(name) || (counts(name) && all.any(sums))
}

/// «9 «А» сынып», «Группа № 2»: the word for a section, and no word beside it that could be a name.
fn is_section(name: &str) -> bool {
    let mut heads = false;
    let short = |word: &str| word.chars().count() < 3 || word.chars().any(|c| c.is_ascii_digit());
    words(name).all(|word| {
        let of_section = is_among(SECTIONS, &word);
        heads |= of_section;
        of_section || short(&word)
    }) && heads
}

/// The line for a signature, or the place of the seal, below a list.
fn is_signature(name: &str) -> bool {
    name.contains("___") || is_among(SEALS, &text::fold_letters(name))
}

/// A second row of headings: in a column of telephones, numbers or dates stands the word for one.
fn heads_again(cells: &[ChosenCell<'_>]) -> bool {
    cells.iter().filter(|cell| is_of_one(cell.holds)).any(|cell| !guess_columns(&[cell.text], &[]).is_empty())
}
