//! Knowing a heading by its words, though it may have typos, missing spaces or stray hyphens.

use crate::value::text::{Pairs, divided};

/// Letters beyond which a text is no heading and is not searched fuzzily.
const LONGEST_HEADING: usize = 400;

/// A rule: stems, joined by `+`, that all stand in a text, and what the text is then. No spaces, no hyphens, small
/// letters, two at least.
pub(super) type Rule<T> = (&'static str, T);

/// The rules of a table whose rows hold alternatives, which `|` divides: `rules!([("stem|other+stem", what), …])`.
macro_rules! rules {
    ($rows:expr) => {
        const { &$crate::language::pattern::apart::<_, { $crate::language::pattern::count(&$rows) }>(&$rows) }
    };
}
pub(super) use rules;

/// The letters and digits of a text, folded by [`crate::value::text::fold_letters`], in which stems are looked for.
pub(super) struct Letters<'t> {
    pub(super) folded: &'t str,
    pairs: Pairs,
}

impl<'t> Letters<'t> {
    pub(super) fn of(folded: &'t str) -> Self {
        Self { folded, pairs: Pairs::of(folded) }
    }

    /// What the first rule says that fits exactly.
    pub(super) fn exact<T: Copy>(&self, rules: &[Rule<T>]) -> Option<T> {
        // Of most rules not even the first letters stand there.
        let may_fit = |(stems, _): &&Rule<T>| self.pairs.may_hold(stems);
        rules.iter().filter(may_fit).find(|rule| fits(rule, |stem| self.hold(stem))).map(|(_, what)| *what)
    }

    /// What the first rule says that fits with slips of the pen.
    pub(super) fn close<T: Copy>(&self, rules: &[Rule<T>]) -> Option<T> {
        rules.iter().find(|rule| fits(rule, |stem| self.hold_nearly(stem))).map(|(_, what)| *what)
    }

    /// Whether a stem stands in the letters.
    pub(super) fn hold(&self, stem: &str) -> bool {
        // Of most stems neither the first two letters nor the last two stand there.
        let last = stem.len().saturating_sub(4);
        self.pairs.may_hold(stem)
            && stem.get(last..).is_none_or(|last| self.pairs.may_hold(last))
            && self.folded.contains(stem)
    }

    /// Whether a stem stands in the letters with one slip at most from 6 letters on, with two from 10.
    fn hold_nearly(&self, stem: &str) -> bool {
        let length = stem.chars().count();
        let allowed = match length {
            0..=5 => return self.hold(stem),
            6..=9 => 1,
            _ => 2,
        };
        self.folded.len() <= LONGEST_HEADING
            && self.hold_a_piece(stem, length, allowed)
            && closest(self.folded, stem) <= allowed
    }

    /// Whether one of `slips + 1` pieces of the stem stands in the letters exactly: so many slips cannot touch them all.
    fn hold_a_piece(&self, stem: &str, length: usize, slips: usize) -> bool {
        let piece = length.div_ceil(slips.saturating_add(1));
        let mut rest = stem;
        while !rest.is_empty() {
            let end = rest.char_indices().nth(piece).map_or(rest.len(), |(end, _)| end);
            let (one, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            if self.hold(one) {
                return true;
            }
            rest = after;
        }
        false
    }
}

/// Whether all stems of a rule stand in a text.
fn fits<T>((stems, _): &Rule<T>, stands: impl Fn(&str) -> bool) -> bool {
    divided(stems, b'+').all(stands)
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
    use super::Letters;
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
            assert!(Letters::of(&fold_letters(heading)).hold_nearly(stem), "{heading}: {stem}");
        }
    }

    #[test]
    fn short_stems_and_other_words_are_not_guessed() {
        for (text, stem) in [("Срам", "срок"), ("Өткізілу орны", "индикатор"), ("", "индикатор")]
        {
            assert!(!Letters::of(&fold_letters(text)).hold_nearly(stem), "{text}");
        }
    }
}
