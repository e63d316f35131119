//! Finding a word's stem in a heading that may have typos, missing spaces or stray hyphens.

/// Letters beyond which a text is no heading and is not searched fuzzily.
const LONGEST_HEADING: usize = 400;

/// Whether the stem stands in the letters with one slip at most from 6 letters on, with two from 10.
///
/// Both are folded by [`crate::value::text::fold_letters`].
pub(super) fn has(letters: &str, stem: &str) -> bool {
    let stem: Vec<char> = stem.chars().collect();
    let allowed = match stem.len() {
        0..=5 => return letters.contains(&stem.iter().collect::<String>()),
        6..=9 => 1,
        _ => 2,
    };
    letters.len() <= LONGEST_HEADING
        && holds_a_piece(letters, &stem, allowed)
        && closest(letters, &stem) <= allowed
}

/// Whether one of `slips + 1` pieces of the stem stands in the letters exactly: so many slips cannot touch them all.
fn holds_a_piece(letters: &str, stem: &[char], slips: usize) -> bool {
    let pieces = slips.saturating_add(1);
    let length = stem.len().div_ceil(pieces);
    stem.chunks(length).any(|piece| letters.contains(&piece.iter().collect::<String>()))
}

/// The least number of letters to add, drop or change so that the stem stands somewhere in the letters.
///
/// Sellers' algorithm: `row[k]` is the distance of the stem's first `k` letters from the best end at this letter.
fn closest(letters: &str, stem: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=stem.len()).collect();
    let mut best = stem.len();
    for letter in letters.chars() {
        let mut diagonal = 0_usize;
        let mut left = 0_usize;
        for (cell, wanted) in row.iter_mut().skip(1).zip(stem) {
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
