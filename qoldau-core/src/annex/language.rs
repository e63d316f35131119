//! The language an annex is written in.

use super::model::Document;
use crate::language::Language;
use crate::value::text::{is_cyrillic, is_kazakh};

/// The document's language. About a quarter of the letters of a Kazakh text are ones that Russian has not; Kazakh
/// names in a Russian text bring in a few.
pub(super) fn of(document: &Document) -> Language {
    let enough = |kazakh: usize, cyrillic: usize| kazakh.saturating_mul(12) >= cyrillic;
    // A Cyrillic letter has two bytes: no document has more of them, and a Kazakh one is known by its first third.
    let most = document.texts().map(|text| text.len().div_ceil(2)).fold(0, usize::saturating_add);
    let (mut cyrillic, mut kazakh) = (0_usize, 0_usize);
    for text in document.texts() {
        for letter in text.chars().filter(|c| is_cyrillic(*c)) {
            cyrillic = cyrillic.saturating_add(1);
            kazakh = kazakh.saturating_add(usize::from(is_kazakh(letter)));
        }
        if enough(kazakh, most) {
            break;
        }
    }
    if enough(kazakh, cyrillic) { Language::Kazakh } else { Language::Russian }
}
