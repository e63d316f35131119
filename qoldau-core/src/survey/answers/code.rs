//! Self-made codes: by which letters two of them are the same, and whether they follow their recipe.

use crate::survey::questionnaire::{CodeCharacters, CodePart, CodeRecipe};
use crate::value::text::{is_word_character, kazakh_for};

/// A letter as the one that every other that looks like it stands for, in capitals.
const fn one_of_alike(c: char) -> char {
    match c {
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'І' => 'I',
        'К' => 'K',
        'М' => 'M',
        'О' => 'O',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        'У' => 'Y',
        'Ə' | 'Ǝ' => 'Ә',
        'Ɵ' => 'Ө',
        'Ë' => 'Ё',
        _ => c,
    }
}

/// The letters by which codes are compared: spaces, signs and case are of no account, nor is in which alphabet a letter
/// was written that both have.
fn letters(code: &str) -> impl Iterator<Item = char> {
    let words = code.chars().filter(|c| is_word_character(*c));
    words.flat_map(|c| kazakh_for(c).unwrap_or(c).to_uppercase()).map(one_of_alike)
}

/// The same as text.
pub(crate) fn code_letters(code: &str) -> String {
    letters(code).collect()
}

/// A number that codes of the same letters have and most others have not; nothing of a blank code.
pub(super) fn code_digest(code: &str) -> Option<u64> {
    let mix = |sum: u64, c: char| (sum ^ u64::from(c)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    let mut letters = letters(code).peekable();
    letters.peek()?;
    Some(letters.fold(0, mix))
}

/// The letters of a code that follows its recipe; nothing of another, which may be anybody's.
pub(crate) fn code_of_recipe(recipe: &CodeRecipe, code: &str) -> Option<String> {
    let letters = code_letters(code);
    fits(recipe, letters.chars()).then_some(letters)
}

/// Whether a code has the length and the characters of its recipe.
pub(super) fn follows(recipe: &CodeRecipe, code: &str) -> bool {
    // Nearly every code is written as it is asked for.
    fits(recipe, code.chars().filter(|c| !c.is_whitespace())) || fits(recipe, letters(code))
}

fn fits(recipe: &CodeRecipe, mut characters: impl Iterator<Item = char>) -> bool {
    let fits = |c: char, of: CodeCharacters| match of {
        CodeCharacters::Letters => c.is_alphabetic(),
        CodeCharacters::Digits => c.is_ascii_digit(),
        CodeCharacters::Any => c.is_alphanumeric(),
    };
    let parts_fit = recipe.parts.iter().all(|part| {
        (0..part.length.min(64)).all(|_| characters.next().is_some_and(|c| fits(c, part.characters)))
    });
    parts_fit && characters.next().is_none()
}

/// A part of a code that was asked for by itself. A number with fewer digits than its part has gets the noughts before it
/// that a spreadsheet or a person left out: the 5th of the month is 05.
pub(crate) fn code_part(recipe: Option<&CodeRecipe>, part: Option<u32>, text: &str) -> String {
    let of = recipe.and_then(|recipe| match (part, recipe.parts.as_slice()) {
        (Some(at), parts) => parts.get(usize::try_from(at).ok()?),
        // The whole code of one part is that part.
        (None, [one]) => Some(one),
        (None, _) => None,
    });
    let parts = recipe.map_or(&[][..], |recipe| recipe.parts.as_slice());
    let of_all = || parts.iter().map(length).fold(0, usize::saturating_add);
    let text = without_decimals(text.trim(), of.map_or_else(of_all, length));
    match of.filter(|of| of.characters == CodeCharacters::Digits) {
        Some(of) if is_digits(text) => format!("{text:0>length$}", length = length(of)),
        _ => text.to_owned(),
    }
}

fn length(part: &CodePart) -> usize {
    usize::try_from(part.length.min(64)).unwrap_or_default()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A whole number without the decimals that a table gives it, which has a gap elsewhere in its column: `5.0`. Longer noughts may be
/// digits of the code itself, parted by a person, where they make it no longer than it is.
fn without_decimals(text: &str, length: usize) -> &str {
    let Some((whole, decimals)) = text.split_once(['.', ',']) else { return text };
    let is_noughts = is_digits(whole) && !decimals.is_empty() && decimals.bytes().all(|byte| byte == b'0');
    let is_number = decimals.len() == 1 || whole.len().saturating_add(decimals.len()) > length;
    if is_noughts && is_number { whole } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::questionnaire::Wording;

    fn recipe() -> CodeRecipe {
        let part = |characters| CodePart { label: Wording::default(), characters, length: 2, values: None };
        CodeRecipe { parts: vec![part(CodeCharacters::Letters), part(CodeCharacters::Digits)] }
    }

    #[test]
    fn letters_that_look_alike_are_one() {
        for code in ["КА12", "KA12", "ка 12", "Ka-12", "кA12", "Kа12"] {
            assert_eq!(code_letters(code), "KA12", "{code}");
            assert_eq!(code_of_recipe(&recipe(), code).as_deref(), Some("KA12"), "{code}");
            assert_eq!(code_digest(code), code_digest("KA12"), "{code}");
            assert!(follows(&recipe(), code), "{code}");
        }
        // Қ is not К, and what looks like nothing else stays.
        assert_eq!(code_letters("Қа12"), "ҚA12");
        assert_eq!(code_letters("Həш"), code_letters("нӘШ"));
        assert_eq!((code_digest(" -"), code_digest("A") == code_digest("B")), (None, false));
    }

    #[test]
    fn a_code_off_its_recipe_is_nobodys() {
        for code in ["КА1", "КА123", "К112", "1212", "КА", ""] {
            assert_eq!(code_of_recipe(&recipe(), code), None, "{code}");
        }
    }

    #[test]
    fn the_digits_of_a_part_are_as_many_as_it_has() {
        let recipe = recipe();
        let of = |part, text| code_part(Some(&recipe), part, text);
        assert_eq!([of(Some(1), "5"), of(Some(1), " 05"), of(Some(1), "123")], ["05", "05", "123"]);
        assert_eq!(
            [of(Some(0), "К"), of(Some(1), "5а"), of(Some(1), ""), of(None, "5")],
            ["К", "5а", "", "5"]
        );
    }

    /// Tables write a column of whole numbers with a gap in it as `1.0`, which is no 10.
    #[test]
    fn the_decimals_of_a_whole_number_are_no_digits_of_a_code() {
        let recipe = recipe();
        let of = |part, text| code_part(Some(&recipe), part, text);
        assert_eq!([of(Some(1), "1.0"), of(Some(1), "10,0"), of(Some(1), "5.00")], ["01", "10", "05"]);
        assert_eq!([of(Some(1), "1.5"), of(Some(1), ".0"), of(Some(1), "1.0.0")], ["1.5", ".0", "1.0.0"]);
        let digits = |lengths: &[u32]| {
            let part = |length: &u32| CodePart {
                label: Wording::default(),
                characters: CodeCharacters::Digits,
                length: *length,
                values: None,
            };
            CodeRecipe { parts: lengths.iter().map(part).collect() }
        };
        // Of a whole code nobody knows where the noughts were: it stays off its recipe.
        assert_eq!(code_part(Some(&digits(&[2, 2])), None, "123.0"), "123");
        assert_eq!(code_part(Some(&digits(&[4])), Some(0), "1234.0"), "1234");
        assert_eq!(code_part(Some(&digits(&[4])), Some(0), "12.00"), "12.00");
        assert_eq!(code_part(None, None, "7.0"), "7");
    }
}
