//! Order of words: the alphabet of each language, never the order of bytes.
//!
//! Three rules of `kk` and the root order for `ru` and `en` (CLDR 48), in one table-driven comparator. Kazakh: ё stands
//! after е as a letter of its own, ұ before ү, і after ы. Russian and English: ё is е with a mark, і stands beside и,
//! ү before ұ. Kazakh and Russian put Cyrillic before Latin letters, English the other way round.

use std::cmp::Ordering;

use super::Language;

/// Kazakh alphabet of 42 letters.
const KAZAKH: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

/// The same letters in root order; ё is told from е only where all else is equal.
const ROOT: &str = "аәбвгғдежзиійкқлмнңоөпрстуүұфхһцчшщъыьэюя";

/// What a character is sorted by first: its class, then its place within the class.
type Primary = (u8, u32);

/// Compares two texts by the alphabet of a language.
///
/// Spaces and signs come before digits and digits before letters; capital letters after small ones where all else
/// is equal. Texts that differ are never equal.
#[must_use]
pub fn compare(left: &str, right: &str, language: Language) -> Ordering {
    primaries(left, language)
        .cmp(primaries(right, language))
        .then_with(|| marks(left).cmp(marks(right)))
        .then_with(|| capitals(left).cmp(capitals(right)))
        .then_with(|| left.cmp(right))
}

/// What every character of a text is sorted by first.
fn primaries(text: &str, language: Language) -> impl Iterator<Item = Primary> {
    text.chars().flat_map(char::to_lowercase).map(move |c| primary(c, language))
}

/// Which characters bear the mark that tells ё from е.
fn marks(text: &str) -> impl Iterator<Item = bool> {
    text.chars().map(|c| matches!(c, 'ё' | 'Ё'))
}

/// Which characters are capitals.
fn capitals(text: &str) -> impl Iterator<Item = bool> {
    text.chars().map(char::is_uppercase)
}

/// Where a small letter, digit or sign stands.
fn primary(c: char, language: Language) -> Primary {
    let (alphabet, cyrillic, latin) = match language {
        Language::Kazakh => (KAZAKH, 3, 4),
        Language::Russian => (ROOT, 3, 4),
        Language::English => (ROOT, 4, 3),
    };
    let letter = if c == 'ё' && language != Language::Kazakh { 'е' } else { c };
    if let Some(place) = alphabet.chars().position(|of| of == letter) {
        return (cyrillic, u32::try_from(place).unwrap_or(u32::MAX));
    }
    match c {
        'a'..='z' => (latin, u32::from(c)),
        _ if c.is_alphabetic() => (5, u32::from(c)),
        _ if c.is_numeric() => (2, u32::from(c)),
        _ if c.is_whitespace() => (0, u32::from(c)),
        _ => (1, u32::from(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sorted(words: &str, language: Language) -> String {
        let mut words: Vec<&str> = words.split_whitespace().collect();
        words.sort_by(|a, b| compare(a, b, language));
        words.join(" ")
    }

    #[test]
    fn the_kazakh_alphabet_has_its_own_order() {
        assert_eq!(
            sorted(
                "Өмір Әлия Зере Іңкәр Ыбырай Қайрат Камила Ұлан Үміт Уәли Ёлка Ермек Жанар Яна",
                Language::Kazakh
            ),
            "Әлия Ермек Ёлка Жанар Зере Камила Қайрат Өмір Уәли Ұлан Үміт Ыбырай Іңкәр Яна"
        );
    }

    #[test]
    fn russian_and_english_take_the_root_order() {
        assert_eq!(
            sorted("йод ива іс ёлка ель елка ұлы үй ум", Language::Russian),
            "елка ёлка ель ива іс йод ум үй ұлы"
        );
        assert_eq!(sorted("пост post Анонс act", Language::Russian), "Анонс пост act post");
        assert_eq!(sorted("пост post Анонс act", Language::English), "act post Анонс пост");
    }

    #[test]
    fn small_letters_come_first_only_where_all_else_is_equal() {
        assert_eq!(sorted("Б АБ Аб аб А а", Language::Kazakh), "а А аб Аб АБ Б");
        assert_eq!(sorted("а1 аб а-б 10 2 «а»", Language::Kazakh), "«а» 10 2 а-б а1 аб");
    }

    #[test]
    fn the_alphabets_hold_every_kazakh_letter_once() {
        let sort = |alphabet: &str| {
            let mut letters: Vec<char> = alphabet.chars().collect();
            letters.sort_unstable();
            letters
        };
        let mut root = sort(ROOT);
        root.push('ё');
        root.sort_unstable();
        assert_eq!(KAZAKH.chars().count(), 42);
        assert_eq!(sort(KAZAKH), root);
    }

    proptest! {
        #[test]
        fn it_is_an_order(a in "[А-яёіҚқәІ a-cA-C1-3-]{0,6}", b in "[А-яёіҚқәІ a-cA-C1-3-]{0,6}", c in "\\PC{0,6}") {
            for language in Language::ALL {
                prop_assert_eq!(compare(&a, &b, language), compare(&b, &a, language).reverse());
                prop_assert_eq!(compare(&a, &b, language) == Ordering::Equal, a == b);
                let mut three = [&a, &b, &c];
                three.sort_by(|x, y| compare(x, y, language));
                let [x, y, z] = three;
                prop_assert!(compare(x, y, language).is_le() && compare(y, z, language).is_le() && compare(x, z, language).is_le());
            }
        }
    }
}
