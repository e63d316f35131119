//! Folding of Kazakh and Russian text for matching. What people wrote is what is shown; this is for comparing only.

/// Spaces that Word and keyboards leave in the middle of numbers and names.
#[must_use]
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{200b}' | '\u{feff}')
}

/// Characters that steer what shows the text instead of being shown: controls, and the marks that turn the direction
/// of writing, by which a name could reverse the figures behind it.
#[must_use]
pub fn steers(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

/// Every dash a contract may hold.
#[must_use]
pub fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// The Cyrillic letter that looks like this Latin one, if any; of the capitals only H, whose small form looks like
/// another letter.
fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'һ',
        'H' => 'н',
        'i' => 'і',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        'ə' | 'ǝ' => 'ә',
        'ɵ' => 'ө',
        'ë' => 'ё',
        _ => return None,
    })
}

/// Whether a letter is Cyrillic.
#[must_use]
pub fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{0400}'..='\u{052f}')
}

/// Whether a letter is one that Kazakh has and Russian has not.
pub(crate) fn is_kazakh(c: char) -> bool {
    matches!(
        c,
        'ә' | 'ғ'
            | 'қ'
            | 'ң'
            | 'ө'
            | 'ұ'
            | 'ү'
            | 'һ'
            | 'і'
            | 'Ә'
            | 'Ғ'
            | 'Қ'
            | 'Ң'
            | 'Ө'
            | 'Ұ'
            | 'Ү'
            | 'Һ'
            | 'І'
    )
}

/// Whether a Cyrillic letter stands in a word. The general search looks for the letter's last byte, which many letters
/// end in, and costs more to set out than a word has letters.
pub(crate) fn has_letter(word: &str, letter: char) -> bool {
    word.chars().any(|c| c == letter)
}

/// The parts of a table of words that an ASCII sign divides.
///
/// Such tables are gone through for every word of a contract: this takes a sixth of the time of a general split.
pub(crate) fn divided(words: &str, sign: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(words);
    std::iter::from_fn(move || {
        let words = rest?;
        let Some(at) = position(words.as_bytes(), sign) else { return rest.take() };
        let (one, after) = words.split_at_checked(at)?;
        rest = after.get(1..);
        Some(one)
    })
}

/// Where an ASCII sign first stands, looked for in eight bytes at a time: words are too short for the general search.
fn position(text: &[u8], sign: u8) -> Option<usize> {
    const LOWEST: u64 = u64::from_le_bytes([0x01; 8]);
    const HIGHEST: u64 = u64::from_le_bytes([0x80; 8]);
    let (eights, rest) = text.as_chunks::<8>();
    let wanted = u64::from_le_bytes([sign; 8]);
    for (eight, before) in eights.iter().zip((0_usize..).step_by(8)) {
        // A byte that is the sign becomes zero; the lowest bit that then marks a zero is its own highest.
        let differ = u64::from_le_bytes(*eight) ^ wanted;
        let zero = differ.wrapping_sub(LOWEST) & !differ & HIGHEST;
        if zero != 0 {
            let within = usize::try_from(zero.trailing_zeros() / 8).ok()?;
            return Some(before.saturating_add(within));
        }
    }
    let within = rest.iter().position(|byte| *byte == sign)?;
    Some(eights.as_flattened().len().saturating_add(within))
}

/// The alternatives of a table of words, which are divided by `|`.
pub(crate) fn alternatives(words: &str) -> impl Iterator<Item = &str> {
    divided(words, b'|')
}

/// Which pairs of neighbouring letters stand in a text, as a bit for the second and the fourth byte of each: tells of
/// most stems that they do not stand there, for less than looking for them.
#[derive(Debug)]
pub(crate) struct Pairs([u64; 64]);

impl Pairs {
    /// The pairs of a text.
    pub(crate) fn of(letters: &str) -> Self {
        let mut pairs = [0; 64];
        for four in letters.as_bytes().windows(4) {
            if let Some((row, bit)) = Self::place(four) {
                pairs.get_mut(row).into_iter().for_each(|bits| *bits |= bit);
            }
        }
        Self(pairs)
    }

    fn place(four: &[u8]) -> Option<(usize, u64)> {
        let [_, row, _, bit, ..] = four else { return None };
        Some((usize::from(row & 63), 1 << (bit & 63)))
    }

    /// Whether the stem may stand in the text; stems of less than four bytes always may.
    pub(crate) fn may_hold(&self, stem: &str) -> bool {
        Self::place(stem.as_bytes())
            .is_none_or(|(row, bit)| self.0.get(row).is_some_and(|bits| bits & bit != 0))
    }
}

/// Folds text for matching, letter by letter, so that every output letter stands for exactly one input letter
/// (combining marks of й and ё apart): lower case, й and ё composed, every space a plain space, every dash a
/// hyphen, Latin look-alikes inside Cyrillic words made Cyrillic, ӊ read as ң, and є ќ ў of old fonts as ғ қ ұ.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut word = Word::default();
    for c in text.chars() {
        if matches!(c, 'а'..='я') {
            // Most letters of a contract stand as they are.
            word.cyrillic = true;
            word.last = Some(c);
            folded.push(c);
        } else if is_letter(c) || matches!(c, '\u{306}' | '\u{308}') {
            word.push(c, &mut folded);
        } else {
            word.end(&mut folded);
            folded.push(if is_space(c) {
                ' '
            } else if is_dash(c) {
                '-'
            } else {
                c
            });
            word.start = folded.len();
        }
    }
    word.end(&mut folded);
    folded
}

/// The word that is being folded, at the end of what is folded already.
#[derive(Default)]
struct Word {
    /// Its first byte.
    start: usize,
    /// Its last letter.
    last: Option<char>,
    /// Whether it has a Cyrillic letter, and one that is not.
    cyrillic: bool,
    other: bool,
}

impl Word {
    /// Adds a letter in lower case, composing the two letters that Kazakh and Russian have in decomposed form.
    fn push(&mut self, c: char, folded: &mut String) {
        let composed = match (c, self.last) {
            ('\u{306}', Some('и')) => Some('й'),
            ('\u{308}', Some('е' | 'e')) => Some('ё'),
            _ => None,
        };
        if composed.is_some() {
            folded.pop();
        }
        // Whether H looks like another letter is told at the end of the word.
        let letter = composed.unwrap_or_else(|| match c {
            'H' => c,
            c => kazakh_for(c).unwrap_or_else(|| lower(c)),
        });
        if is_cyrillic(letter) {
            self.cyrillic = true;
        } else {
            self.other = true;
        }
        self.last = Some(letter);
        folded.push(letter);
    }

    /// Ends the word: one with any Cyrillic letter is read as Cyrillic throughout.
    fn end(&mut self, folded: &mut String) {
        if self.other {
            let letters = folded.split_off(self.start);
            if self.cyrillic {
                folded.extend(letters.chars().map(|c| look_alike(c).unwrap_or(c)));
            } else {
                folded.extend(letters.chars().map(|c| if c == 'H' { 'h' } else { c }));
            }
        }
        (self.last, self.cyrillic, self.other) = (None, false, false);
    }
}

/// The Kazakh letter that a wrong one stands for: old fonts drew ғ қ ұ ө in the places of letters that neither
/// Kazakh nor Russian has.
fn kazakh_for(c: char) -> Option<char> {
    Some(match c {
        'ӊ' | 'Ӊ' | 'ԣ' | 'Ԣ' => 'ң',
        'є' | 'Є' => 'ғ',
        'ќ' | 'Ќ' => 'қ',
        'ў' | 'Ў' => 'ұ',
        'ѳ' | 'Ѳ' => 'ө',
        _ => return None,
    })
}

/// A folded word of Latin letters as the Cyrillic word it looks like, when every letter has a look-alike: the "c"
/// of "c 53 до 63".
#[must_use]
pub fn as_cyrillic(word: &str) -> Option<String> {
    word.chars().map(look_alike).collect()
}

/// Folds text and brings runs of spaces to one, without spaces at the ends: for comparing names and labels.
#[must_use]
pub fn fold_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in fold(text).split(' ').filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Folds text down to its letters and digits: for comparing headers that lost a space or gained a hyphen.
#[must_use]
pub fn fold_letters(text: &str) -> String {
    let mut letters = fold(text);
    letters.retain(is_word_character);
    letters
}

/// Whether a character is one that words are made of: a letter or a digit.
#[must_use]
pub fn is_word_character(c: char) -> bool {
    is_letter(c) || if c.is_ascii() { c.is_ascii_digit() } else { c.is_numeric() }
}

/// Whether a character is a letter. Latin and Cyrillic ones, which contracts are made of, are told without a table.
#[must_use]
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => true,
        _ => c.is_alphabetic(),
    }
}

/// A letter in lower case. Of the very few letters whose lower case is two characters it is the first.
#[must_use]
pub fn lower(c: char) -> char {
    let by = |distance: u32| u32::from(c).checked_add(distance).and_then(char::from_u32).unwrap_or(c);
    match c {
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        '\u{410}'..='\u{42f}' => by(0x20),
        '\u{400}'..='\u{40f}' => by(0x50),
        '\u{430}'..='\u{45f}' => c,
        '\u{460}'..='\u{481}' | '\u{48a}'..='\u{4bf}' | '\u{4d0}'..='\u{52f}' => by((u32::from(c) % 2) ^ 1),
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Text with runs of spaces brought to one and none at the ends; nothing else is changed.
#[must_use]
pub fn squeeze(text: &str) -> String {
    text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_text_may_stand_there() {
        let text = "қатысушылар тізімі (list, 2)";
        let pairs = Pairs::of(text);
        for (start, _) in text.char_indices() {
            for (end, _) in text.char_indices().filter(|(end, _)| *end > start) {
                let piece = text.get(start..end).unwrap();
                assert!(pairs.may_hold(piece), "{piece}");
            }
        }
        assert!(!pairs.may_hold("есеп") && !pairs.may_hold("photo"));
    }

    #[test]
    fn spaces_dashes_and_case_fold() {
        assert_eq!(fold("Маусым\u{a0}–Қыркүйек"), "маусым -қыркүйек");
        assert_eq!(
            fold_letters("Жоспарланып отырғаниндикаторлар"),
            fold_letters("Жоспарланып отырған индикаторлар")
        );
    }

    #[test]
    fn latin_look_alikes_fold_inside_cyrillic_words_only() {
        assert_eq!(fold("кемiндe"), "кемінде");
        assert_eq!(fold("Facebook PRO HTML"), "facebook pro html");
        assert_eq!(fold("KEMIHДE"), "кеміндe".replace('e', "е"));
        assert_eq!(as_cyrillic("c").as_deref(), Some("с"));
        assert_eq!(as_cyrillic("from"), None);
    }

    #[test]
    fn letters_of_old_fonts_are_kazakh() {
        assert_eq!(fold("Ќазаќстан"), "қазақстан");
        assert_eq!(fold("саєы"), "сағы");
    }

    #[test]
    fn alternatives_are_what_a_split_gives() {
        for words in ["", "|", "а", "а|б", "|а||б|", "іс - шара+|семинар+"] {
            assert!(alternatives(words).eq(words.split('|')), "{words}");
        }
        // The sign at every place of the eight bytes that are looked at together, and beside bytes like it.
        for before in 0..20 {
            for after in 0..20 {
                for fill in ["{", "}", "\u{fc}", "a"] {
                    let words = format!("{}|{}", fill.repeat(before), fill.repeat(after));
                    assert!(alternatives(&words).eq(words.split('|')), "{words}");
                }
            }
        }
    }

    #[test]
    fn letters_of_kazakh_are_told() {
        for c in '\0'..='\u{2fff}' {
            let lowered = lower(c);
            assert_eq!(is_kazakh(c), "әғқңөұүһі".contains(lowered), "{c:?}");
        }
        assert!(
            has_letter("ёж", 'ё') && has_letter("моё", 'ё') && !has_letter("еж", 'ё') && !has_letter("", 'ё')
        );
    }

    #[test]
    fn letters_and_their_lower_case_are_those_of_unicode() {
        for c in '\0'..='\u{2fff}' {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_word_character(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(lower(c), c.to_lowercase().next().unwrap(), "{c:?}");
        }
    }

    #[test]
    fn decomposed_letters_compose() {
        assert_eq!(fold("фото\u{438}\u{306}"), "фотой");
        assert_eq!(fold("её"), fold("е\u{435}\u{308}"));
    }
}
