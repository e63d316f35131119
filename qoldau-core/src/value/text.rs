//! Folding of Kazakh and Russian text for matching. What people wrote is what is shown; this is for comparing only.

use std::borrow::Cow;

use super::small_letters::small;

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

/// A number for a text by which most different texts differ: equal texts have equal numbers.
pub(crate) fn digest(text: &str) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |sum: u64, eight: u64| (sum ^ eight).wrapping_mul(ODD).rotate_left(29);
    let (eights, rest) = text.as_bytes().as_chunks::<8>();
    let sum = eights.iter().fold(0, |sum, eight| mix(sum, u64::from_le_bytes(*eight)));
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(last, byte)| *last = *byte);
    mix(sum, u64::from_le_bytes(last))
}

/// The first eight bytes of a text as a number that sorts like the text: tells short names apart without looking at them
/// byte by byte.
pub(crate) fn first_bytes(text: &str) -> u64 {
    let mut first = [0; 8];
    first.iter_mut().zip(text.bytes()).for_each(|(first, byte)| *first = byte);
    u64::from_be_bytes(first)
}

/// Whether a text has a byte of some kind: all are looked at, which the compiler does for many at a time.
pub(crate) fn has_byte(text: &str, wanted: impl Fn(u8) -> bool) -> bool {
    text.bytes().fold(false, |found, byte| found | wanted(byte))
}

/// How many bytes are looked at in one go, which the compiler makes a few instructions of.
const AT_ONCE: usize = 32;

/// The first byte of some kind from a byte on.
pub(crate) fn find_byte(text: &str, from: usize, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let mut before = from;
    for some in text.as_bytes().get(from..)?.chunks(AT_ONCE) {
        if some.iter().fold(false, |found, byte| found | wanted(*byte)) {
            return before.checked_add(some.iter().position(|byte| wanted(*byte))?);
        }
        before = before.checked_add(some.len())?;
    }
    None
}

/// The first ASCII space, digit or mark of some kind. Letters of ASCII and all of Cyrillic stand above them and are passed over
/// eight bytes at a time: words are too short for the search of more.
pub(crate) fn find_sign(text: &str, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    const HIGHEST: u64 = u64::from_le_bytes([0x80; 8]);
    let (eights, rest) = text.as_bytes().as_chunks::<8>();
    for (eight, before) in eights.iter().zip((0_usize..).step_by(8)) {
        // Bytes below 0x40 have neither of the two highest bits.
        let bits = u64::from_le_bytes(*eight);
        let signs = !(bits | bits << 1) & HIGHEST;
        if signs != 0
            && let Some(within) = eight.iter().position(|byte| wanted(*byte))
        {
            return Some(before.saturating_add(within));
        }
    }
    let within = rest.iter().position(|byte| wanted(*byte))?;
    Some(eights.as_flattened().len().saturating_add(within))
}

/// Whether a letter stands in a word. The general search costs more to set out than a word has letters; the letter's
/// last byte is looked for in many at a time, and in most words it does not stand.
pub(crate) fn has_letter(word: &str, letter: char) -> bool {
    let mut bytes = [0; 4];
    let last = letter.encode_utf8(&mut bytes).bytes().next_back();
    has_byte(word, |byte| Some(byte) == last) && word.chars().any(|c| c == letter)
}

/// The parts of a table of words that an ASCII sign divides.
///
/// Such tables are gone through for every word of a contract: this takes a sixth of the time of a general split.
pub(crate) fn divided(words: &str, sign: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(words);
    std::iter::from_fn(move || {
        let words = rest?;
        let Some(at) = position(words.as_bytes(), [sign]) else { return rest.take() };
        let (one, after) = words.split_at_checked(at)?;
        rest = after.get(1..);
        Some(one)
    })
}

/// Where one of some ASCII signs first stands, looked for in eight bytes at a time: words are too short for the general
/// search.
pub(crate) fn position<const SIGNS: usize>(text: &[u8], signs: [u8; SIGNS]) -> Option<usize> {
    const LOWEST: u64 = u64::from_le_bytes([0x01; 8]);
    const HIGHEST: u64 = u64::from_le_bytes([0x80; 8]);
    let (eights, rest) = text.as_chunks::<8>();
    let wanted = signs.map(|sign| u64::from_le_bytes([sign; 8]));
    for (eight, before) in eights.iter().zip((0_usize..).step_by(8)) {
        // A byte that is the sign becomes zero; the lowest bit that then marks a zero is its own highest.
        let zeros = wanted.map(|wanted| {
            let differ = u64::from_le_bytes(*eight) ^ wanted;
            differ.wrapping_sub(LOWEST) & !differ & HIGHEST
        });
        let zero = zeros.into_iter().fold(0, |any, zero| any | zero);
        if zero != 0 {
            let within = usize::try_from(zero.trailing_zeros() / 8).ok()?;
            return Some(before.saturating_add(within));
        }
    }
    let within = rest.iter().position(|byte| signs.contains(byte))?;
    Some(eights.as_flattened().len().saturating_add(within))
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
    let mut rest = text;
    loop {
        let (plain, other) = rest.split_at_checked(folded_already(rest)).unwrap_or((rest, ""));
        folded.push_str(plain);
        let Some(first) = other.chars().next() else { return folded };
        rest = other.get(first.len_utf8()..).unwrap_or_default();
        if is_of_word(first) {
            let mut word = Word { start: folded.len(), ..Word::default() };
            word.push(first, &mut folded);
            loop {
                let (small, other) = rest.split_at_checked(small_letters(rest)).unwrap_or(("", rest));
                word.push_small(small, &mut folded);
                rest = other;
                let Some(next) = rest.chars().next().filter(|c| is_of_word(*c)) else { break };
                word.push(next, &mut folded);
                rest = rest.get(next.len_utf8()..).unwrap_or_default();
            }
            word.end(&mut folded);
        } else if is_space(first) {
            folded.push(' ');
        } else if is_dash(first) {
            folded.push('-');
        } else {
            folded.push(first);
        }
    }
}

/// Text folded; most words of a contract stand as they are.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    if folded_already(text) == text.len() { text.into() } else { fold(text).into() }
}

/// How many bytes from the beginning are folded already: words in small letters of Kazakh and Russian, which only a
/// letter of another kind in them could change, and what stands between them in ASCII.
fn folded_already(text: &str) -> usize {
    let mut rest = text.as_bytes();
    // What is left where the present word began.
    let mut word = rest.len();
    loop {
        rest = match rest {
            [lead, second, after @ ..] if is_small(*lead, *second) => after,
            [b' '..=b'@' | b'['..=b'`' | b'{'..=b'~', after @ ..] => {
                word = after.len();
                after
            }
            [] => return text.len(),
            _ => return text.len().saturating_sub(word),
        };
    }
}

/// How many bytes of small letters of Kazakh and Russian a text begins with that stay as they are when it is folded.
pub(crate) fn small_letters(text: &str) -> usize {
    let mut rest = text.as_bytes();
    while let [lead, second, after @ ..] = rest
        && is_small(*lead, *second)
    {
        rest = after;
    }
    text.len().saturating_sub(rest.len())
}

/// Whether two bytes of a text are a small letter of Kazakh or Russian that folding leaves as it is: told by a bit instead of
/// by jumps, which no processor foresees in words.
pub(crate) fn is_small(lead: u8, second: u8) -> bool {
    // а to п; р to я and і; ғ қ ң ү ұ һ; ә ө.
    const SECOND_BYTES: [u64; 4] = [
        0xffff << 0x30,
        0xffff | 1 << 0x16,
        1 << 0x13 | 1 << 0x1b | 1 << 0x23 | 1 << 0x2f | 1 << 0x31 | 1 << 0x3b,
        1 << 0x19 | 1 << 0x29,
    ];
    let row = SECOND_BYTES.get(usize::from(lead.wrapping_sub(0xd0)));
    row.is_some_and(|bits| bits >> (second & 63) & 1 == 1)
}

/// How many bytes of letters and digits of ASCII, Kazakh and Russian a text begins with.
pub(crate) fn usual_letters(text: &str) -> usize {
    let mut rest = text.as_bytes();
    while let [b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9', after @ ..]
    | [0xd0 | 0xd1 | 0xd3, _, after @ ..]
    | [0xd2, 0x90..=0xbf, after @ ..] = rest
    {
        rest = after;
    }
    text.len().saturating_sub(rest.len())
}

/// How many bytes of letters a text begins with.
pub(crate) fn letters(text: &str) -> usize {
    let mut rest = text.get(small_letters(text)..).unwrap_or_default();
    loop {
        let mut bytes = rest.as_bytes();
        while let [b'a'..=b'z' | b'A'..=b'Z', after @ ..]
        | [0xd0 | 0xd1 | 0xd3, _, after @ ..]
        | [0xd2, 0x90..=0xbf, after @ ..] = bytes
        {
            bytes = after;
        }
        let usual = rest.len().saturating_sub(bytes.len());
        rest = rest.get(usual..).unwrap_or_default();
        match rest.chars().next().filter(|c| is_letter(*c)) {
            Some(letter) => rest = rest.get(letter.len_utf8()..).unwrap_or_default(),
            None => return text.len().saturating_sub(rest.len()),
        }
    }
}

/// Whether a character belongs to a word that is folded: a letter, or a mark that is composed with one.
fn is_of_word(c: char) -> bool {
    is_letter(c) || matches!(c, '\u{306}' | '\u{308}')
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
            'а'..='я' | 'H' => c,
            'А'..='Я' => lower(c),
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

    /// Adds letters that stay as they are.
    fn push_small(&mut self, letters: &str, folded: &mut String) {
        if let Some(last) = letters.chars().next_back() {
            self.last = Some(last);
            self.cyrillic = true;
            folded.push_str(letters);
        }
    }

    /// Ends the word: one with any Cyrillic letter is read as Cyrillic throughout.
    fn end(self, folded: &mut String) {
        if self.other {
            let letters = folded.split_off(self.start);
            if self.cyrillic {
                folded.extend(letters.chars().map(|c| look_alike(c).unwrap_or(c)));
            } else {
                folded.extend(letters.chars().map(|c| if c == 'H' { 'h' } else { c }));
            }
        }
    }
}

/// The Kazakh letter that a wrong one stands for: old fonts drew ғ қ ұ ө in the places of letters that neither
/// Kazakh nor Russian has.
pub(crate) fn kazakh_for(c: char) -> Option<char> {
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
    for word in folded(text).split(' ').filter(|word| !word.is_empty()) {
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
    let folded = folded(text);
    let mut letters = String::with_capacity(folded.len());
    let mut rest = folded.as_ref();
    loop {
        let (usual, other) = rest.split_at_checked(usual_letters(rest)).unwrap_or((rest, ""));
        letters.push_str(usual);
        let Some(next) = other.chars().next() else { return letters };
        if is_word_character(next) {
            letters.push(next);
        }
        rest = other.get(next.len_utf8()..).unwrap_or_default();
    }
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
        _ => small(c),
    }
}

/// A text in lower case, letter by letter.
pub(crate) fn lowered(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// A text with a joint and a number behind it: «2», "." and 10 make «2.10».
pub(crate) fn numbered(text: &str, joint: &str, number: u32) -> String {
    let places = number.checked_ilog10().unwrap_or(0);
    let digits = usize::try_from(places).unwrap_or_default().saturating_add(1);
    let length = text.len().saturating_add(joint.len()).saturating_add(digits);
    let mut whole = String::with_capacity(length);
    whole.push_str(text);
    whole.push_str(joint);
    let digit = |place: u32| number.checked_div(10_u32.checked_pow(place)?).map(|digits| digits % 10);
    let digits = (0..=places).rev().filter_map(digit);
    whole.extend(digits.filter_map(|digit| char::from_digit(digit, 10)));
    whole
}

/// Text with runs of spaces brought to one and none at the ends; nothing else is changed.
#[must_use]
pub fn squeeze(text: &str) -> String {
    text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_byte_is_found_where_it_first_stands(text in "[ab. ]{0,100}", from in 0_usize..110) {
            let byte = text.bytes().enumerate().position(|(at, byte)| at >= from && byte == b'.');
            proptest::prop_assert_eq!(find_byte(&text, from, |byte| byte == b'.'), byte);
        }
    }

    proptest::proptest! {
        #[test]
        fn a_sign_is_found_where_it_first_stands(text in "[aя@. !?]{0,40}") {
            let wanted = |byte| matches!(byte, b'.' | b'?');
            proptest::prop_assert_eq!(find_sign(&text, wanted), text.bytes().position(wanted));
        }
    }

    #[test]
    fn small_letters_are_told_by_their_bytes() {
        let stays = "абвгдежзийклмнопрстуфхцчшщъыьэюяіғқңүұһәө";
        for c in '\0'..='\u{2fff}' {
            let told = small_letters(&c.to_string()) > 0;
            assert_eq!(told, stays.contains(c), "{c:?}");
        }
    }

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
    fn numbers_are_joined_to_texts() {
        for number in [0, 1, 9, 10, 99, 100, 101, 4_294_967_295] {
            assert_eq!(numbered("t2", "-", number), format!("t2-{number}"));
        }
    }

    #[test]
    fn first_bytes_sort_like_the_text() {
        let mut names =
            ["", "t", "t1", "t1-1", "t1-10", "t1-2", "t10-1.1", "t10-1.10", "ә", "әә", "t1-1234567"];
        names.sort_unstable();
        assert!(names.is_sorted_by_key(|name| (first_bytes(name), *name)));
    }

    #[test]
    fn what_is_folded_already_is_told() {
        for text in [
            "",
            "қазақ тілі, 5-ші: «әдемі»",
            "Кемінде екі",
            "кемiнде екі",
            "екі кемiнде",
            "ай \u{438}\u{306}",
        ] {
            let plain = folded_already(text);
            assert_eq!(fold(text).get(..plain), text.get(..plain), "{text}");
        }
        assert_eq!(folded_already("екі кемiнде"), "екі ".len());
        for letter in 'а'..='ӿ' {
            // A letter that stays alone stays in a word, and one that does not takes its word with it.
            let word = format!("бес сө{letter}з");
            let stays = fold(&letter.to_string()) == letter.to_string();
            assert!(stays || folded_already(&word) == "бес ".len(), "{word}");
            assert_eq!(fold(&word), format!("бес сө{}з", fold(&letter.to_string())));
            assert_eq!(fold(&fold(&word)), fold(&word));
        }
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
    fn divided_words_are_what_a_split_gives() {
        for words in ["", "|", "а", "а|б", "|а||б|", "іс - шара+|семинар+"] {
            assert!(divided(words, b'|').eq(words.split('|')), "{words}");
        }
        // The sign at every place of the eight bytes that are looked at together, and beside bytes like it.
        for before in 0..20 {
            for after in 0..20 {
                for fill in ["{", "}", "\u{fc}", "a"] {
                    let words = format!("{}|{}", fill.repeat(before), fill.repeat(after));
                    assert!(divided(&words, b'|').eq(words.split('|')), "{words}");
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
