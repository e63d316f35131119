//! Stems: the first letters of the longer words of a text, by which two texts are told to be about one thing.

#![expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "six bits of a letter are an index into 64 rows, and more of them are not asked for"
)]

use crate::value::text::{is_letter, is_small, letters, lower};

/// How many letters of a word are its stem.
const STEM: u32 = 5;

/// Every letter of Unicode fits.
const BITS_OF_A_LETTER: u32 = 21;

/// The first letters of a word, in lower case, side by side in one number: such are compared many thousand times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Stem(u128);

impl Stem {
    /// The stem of a word; nothing for a word that is shorter.
    fn of(word: &str) -> Option<Self> {
        let mut letters = word.chars().map(|c| u128::from(u32::from(lower(c))));
        (0..STEM).try_fold(0, |stem, _| Some((stem << BITS_OF_A_LETTER) | letters.next()?)).map(Self)
    }

    /// Its first letter and its second.
    fn opening(self) -> (u32, u32) {
        let second = self.0 >> (BITS_OF_A_LETTER * 3);
        ((second >> BITS_OF_A_LETTER) as u32, second as u32)
    }
}

/// The stems of a text.
pub(crate) fn stems(text: &str) -> impl Iterator<Item = Stem> {
    words(text).filter_map(Stem::of)
}

/// Which two letters some stems begin with, as a bit for each pair. Most words of another text begin otherwise, which is told
/// without looking at the rest of them.
pub(crate) struct Openings([u64; 64]);

impl Openings {
    /// The openings of words by their first letters, small ones.
    #[expect(clippy::indexing_slicing, reason = "six bits are an index into 64 rows")]
    pub(super) const fn of_letters(mut words: &[[char; 3]]) -> Self {
        let mut openings = [0; 64];
        while let [[first, second, _], rest @ ..] = words {
            let (row, bit) = place(*first as u32, *second as u32);
            openings[row] |= bit;
            words = rest;
        }
        Self(openings)
    }

    pub(crate) fn of(stems: impl IntoIterator<Item = Stem>) -> Self {
        let mut openings = Self([0; 64]);
        for stem in stems {
            let (first, second) = stem.opening();
            let (row, bit) = place(first, second);
            openings.0.get_mut(row).into_iter().for_each(|bits| *bits |= bit);
        }
        openings
    }

    /// The stems of a text that may be among those: all that are, and a few that are not.
    pub(crate) fn likely_in(&self, text: &str) -> impl Iterator<Item = Stem> {
        words(text).filter(|word| self.may_open(word)).filter_map(Stem::of)
    }

    /// Whether a word may begin as those do.
    pub(super) fn may_open(&self, word: &str) -> bool {
        let (row, bit) = match word.as_bytes() {
            // Most words begin in small letters of two bytes, whose last six bits are those of the letter.
            [a, b, c, d, ..] if is_small(*a, *b) && is_small(*c, *d) => place((*b).into(), (*d).into()),
            _ => {
                let mut letters = word.chars();
                let (Some(first), Some(second)) = (letters.next(), letters.next()) else { return false };
                place(u32::from(lower(first)), u32::from(lower(second)))
            }
        };
        self.0.get(row).is_some_and(|bits| bits & bit != 0)
    }
}

/// The row and the bit of two letters.
const fn place(first: u32, second: u32) -> (usize, u64) {
    ((first & 63) as usize, 1 << (second & 63))
}

/// The words of a text: its letters without a break.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c| !is_letter(c));
        let (word, after) = rest.split_at_checked(letters(rest)).filter(|(word, _)| !word.is_empty())?;
        rest = after;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_without_a_break() {
        let text = "«Үгіт-насихат» 2024 A4 парағы, Ӊ\u{48a}ҋ straße";
        assert_eq!(
            words(text).collect::<Vec<_>>(),
            ["Үгіт", "насихат", "A", "парағы", "Ӊ\u{48a}ҋ", "straße"]
        );
    }

    #[test]
    fn stems_are_of_five_letters_in_lower_case() {
        assert_eq!(stems("Волонтерлік топ").collect::<Vec<_>>(), stems("ВОЛОНТЁР").collect::<Vec<_>>());
        assert_eq!(stems("топ топт топта").count(), 1);
    }

    proptest::proptest! {
        #[test]
        fn no_shared_stem_is_passed_over(one in r"[\PC ]{0,30}", other in r"[\PC ]{0,30}") {
            let text = format!("{other} {one} {other}");
            let sought: Vec<Stem> = stems(&one).collect();
            let among = |stem: &Stem| sought.contains(stem);
            let likely: Vec<Stem> = Openings::of(sought.iter().copied()).likely_in(&text).filter(among).collect();
            let all: Vec<Stem> = stems(&text).filter(among).collect();
            proptest::prop_assert_eq!(likely, all);
        }

        #[test]
        fn words_are_those_between_other_signs(text in r"[\PCа-яқA-Z ҋ]{0,40}") {
            let plain: Vec<&str> = text.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()).collect();
            proptest::prop_assert_eq!(words(&text).collect::<Vec<_>>(), plain);
        }
    }
}
