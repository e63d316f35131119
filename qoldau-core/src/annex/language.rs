//! The language an annex is written in.

#![expect(
    clippy::needless_bitwise_bool,
    clippy::manual_range_contains,
    reason = "letters are counted without a jump, many at a time"
)]

use super::model::Document;
use crate::language::Language;

/// The document's language. About a quarter of the letters of a Kazakh text are ones that Russian has not; Kazakh
/// names in a Russian text bring in a few.
pub(super) fn of(document: &Document) -> Language {
    let enough = |kazakh: usize, cyrillic: usize| kazakh.saturating_mul(12) >= cyrillic;
    // A Cyrillic letter has two bytes: no document has more of them, and a Kazakh one is known by its first third.
    let most = document.texts().map(|text| text.len().div_ceil(2)).fold(0, usize::saturating_add);
    let mut kazakh = 0_usize;
    for text in document.texts() {
        kazakh = kazakh.saturating_add(letters(text, is_kazakh));
        if enough(kazakh, most) {
            return Language::Kazakh;
        }
    }
    let cyrillic = document.texts().map(|text| letters(text, is_cyrillic)).fold(0, usize::saturating_add);
    if enough(kazakh, cyrillic) { Language::Kazakh } else { Language::Russian }
}

/// How many letters of a text are wanted. Counted by their two bytes, without a jump, which the compiler does for many at a
/// time: every letter of a document is asked.
fn letters(text: &str, wanted: impl Fn(u8, u8) -> bool) -> usize {
    const AT_ONCE: usize = 255;
    let bytes = text.as_bytes();
    let behind = bytes.get(1..).unwrap_or_default();
    let parts = bytes.chunks(AT_ONCE).zip(behind.chunks(AT_ONCE));
    parts.map(|(bytes, behind)| count(bytes, behind, &wanted)).fold(0, usize::saturating_add)
}

/// How many bytes of at most 255 are wanted with the one behind each.
fn count(bytes: &[u8], behind: &[u8], wanted: impl Fn(u8, u8) -> bool) -> usize {
    let told = bytes.iter().zip(behind).map(|(first, second)| u8::from(wanted(*first, *second)));
    usize::from(told.fold(0, u8::wrapping_add))
}

/// Whether two bytes of a text are a Cyrillic letter.
fn is_cyrillic(first: u8, second: u8) -> bool {
    ((first >= 0xd0) & (first <= 0xd3)) | ((first == 0xd4) & (second <= 0xaf))
}

/// Whether two bytes of a text are a letter that Kazakh has and Russian has not. Where only the last bit differs, it is that
/// of great and small.
fn is_kazakh(first: u8, second: u8) -> bool {
    let either = second | 1;
    // І і; Ғ Қ Ң Ү Ұ Һ; Ә Ө.
    ((first == 0xd0) & (second == 0x86))
        | ((first == 0xd1) & (second == 0x96))
        | ((first == 0xd2)
            & ((either == 0x93)
                | (either == 0x9b)
                | (either == 0xa3)
                | (either == 0xaf)
                | (either == 0xb1)
                | (either == 0xbb)))
        | ((first == 0xd3) & ((either == 0x99) | (either == 0xa9)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::text;

    #[test]
    fn letters_are_told_by_their_bytes() {
        for c in '\0'..='\u{2fff}' {
            let wanted = (text::is_cyrillic(c), text::is_kazakh(c));
            let told = (letters(&c.to_string(), is_cyrillic), letters(&c.to_string(), is_kazakh));
            assert_eq!(told, (usize::from(wanted.0), usize::from(wanted.1)), "{c:?}");
        }
        let many = "қаz".repeat(1_000);
        assert_eq!((letters(&many, is_cyrillic), letters(&many, is_kazakh)), (2_000, 1_000));
    }
}
