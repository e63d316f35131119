//! Knowing a heading by its words, though it may have typos, missing spaces or stray hyphens.

use crate::value::text::{Pairs, divided};

/// Letters beyond which a text is no heading and is not searched fuzzily.
const LONGEST_HEADING: usize = 400;

/// A rule: what a text is when its words stand in it. Alternatives are divided by `|`, and `+` joins stems that must
/// all stand there; no spaces, no hyphens, small letters.
pub(super) type Rule<T> = (T, &'static str);

/// The first rule that fits the letters exactly.
pub(super) fn exact<T: Copy>(letters: &str, rules: &[Rule<T>]) -> Option<T> {
    let pairs = Pairs::of(letters);
    first(rules, |stem| pairs.may_hold(stem) && letters.contains(stem))
}

/// The first rule that fits the letters with slips of the pen.
pub(super) fn close<T: Copy>(letters: &str, rules: &[Rule<T>]) -> Option<T> {
    first(rules, |stem| has(letters, stem))
}

/// The first rule whose stems stand in a text, by the measure of `stands`.
fn first<T: Copy>(rules: &[Rule<T>], stands: impl Fn(&str) -> bool) -> Option<T> {
    let all_stand = |stems: &str| divided(stems, b'+').all(&stands);
    rules.iter().find(|(_, words)| divided(words, b'|').any(all_stand)).map(|(what, _)| *what)
}

/// Whether the stem stands in the letters with one slip at most from 6 letters on, with two from 10.
///
/// Both are folded by [`crate::value::text::fold_letters`].
fn has(letters: &str, stem: &str) -> bool {
    let length = stem.chars().count();
    let allowed = match length {
        0..=5 => return letters.contains(stem),
        6..=9 => 1,
        _ => 2,
    };
    letters.len() <= LONGEST_HEADING
        && holds_a_piece(letters, stem, length, allowed)
        && closest(letters, stem) <= allowed
}

/// Whether one of `slips + 1` pieces of the stem stands in the letters exactly: so many slips cannot touch them all.
fn holds_a_piece(letters: &str, stem: &str, length: usize, slips: usize) -> bool {
    let piece = length.div_ceil(slips.saturating_add(1));
    let mut rest = stem;
    while !rest.is_empty() {
        let end = rest.char_indices().nth(piece).map_or(rest.len(), |(end, _)| end);
        let (one, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if letters.contains(one) {
            return true;
        }
        rest = after;
    }
    false
}

/// The least number of letters to add, drop or change so that the stem stands somewhere in the letters.
///
/// Sellers' algorithm: `row[k]` is the distance of the stem's first `k` letters from the best end at this letter.
fn closest(letters: &str, stem: &str) -> usize {
    let stem: Vec<char> = stem.chars().collect();
    let mut row: Vec<usize> = (0..=stem.len()).collect();
    let mut best = stem.len();
    for letter in letters.chars() {
        let mut diagonal = 0_usize;
        let mut left = 0_usize;
        for (cell, wanted) in row.iter_mut().skip(1).zip(&stem) {
            let changed = if *wanted == letter { diagonal } else { diagonal.saturating_add(1) };
            diagonal = *cell;
            *cell = changed.min(cell.saturating_add(1)).min(left.saturating_add(1));
            left = *cell;
        }
        best = best.min(left);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::has;
    use crate::value::text::fold_letters;

    #[test]
    fn headings_with_slips_are_found() {
        for (heading, stem) in [
            ("Жоспарланып отырғаниндикаторлар", "индикатор"),
            ("Жоспаранып отырған индикаторлар", "жоспарланып"),
            ("Жоспарланғандеңгейі", "деңгей"),
            ("Орындалу мерзимі", "мерзімі"),
            ("Іс шара", "ісшара"),
            ("Количествнные показатели", "количествен"),
        ] {
            assert!(has(&fold_letters(heading), stem), "{heading}: {stem}");
        }
    }

    #[test]
    fn short_stems_and_other_words_are_not_guessed() {
        assert!(!has(&fold_letters("Срам"), "срок"));
        assert!(!has(&fold_letters("Өткізілу орны"), "индикатор"));
        assert!(!has("", "индикатор"));
    }
}
