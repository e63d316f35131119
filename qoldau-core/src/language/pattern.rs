//! Patterns of words, and tables of them in which a word finds its own at once.
//!
//! A pattern is a word, or a stem with a sign behind it: `stem+` takes Kazakh endings, `stem=` Russian endings of nouns,
//! `stem*` any letters. Several words are a phrase; how the further ones are matched is told where phrases are read.

#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::panic,
    reason = "tables are taken apart when the crate is built: a fault in them is a fault of the build"
)]

use super::kazakh::form_of;

/// Whether a folded word is of a pattern.
pub(crate) fn fits(word: &str, pattern: &str) -> bool {
    // Most words are compared with most patterns, and most of them differ in their first letter.
    (begin_alike(word.as_bytes(), pattern.as_bytes()) || pattern == "*") && is_form(word, pattern)
}

/// Whether two words begin with the same letter: letters of contracts have at most two bytes.
fn begin_alike(word: &[u8], other: &[u8]) -> bool {
    word.first() == other.first() && (word.first().is_some_and(u8::is_ascii) || word.get(1) == other.get(1))
}

fn is_form(word: &str, pattern: &str) -> bool {
    if let Some(stem) = pattern.strip_suffix('+') {
        form_of(word, stem).is_some()
    } else if let Some(stem) = pattern.strip_suffix('=') {
        word.strip_prefix(stem).is_some_and(is_russian_ending)
    } else if let Some(stem) = pattern.strip_suffix('*') {
        word.starts_with(stem)
    } else {
        word == pattern
    }
}

/// Whether letters are an ending of Russian nouns, in any case and either number.
fn is_russian_ending(letters: &str) -> bool {
    matches!(
        letters,
        "" | "а"
            | "е"
            | "и"
            | "о"
            | "у"
            | "ы"
            | "ь"
            | "ю"
            | "я"
            | "й"
            | "ам"
            | "ах"
            | "ев"
            | "ей"
            | "ем"
            | "ом"
            | "ой"
            | "ов"
            | "ою"
            | "ью"
            | "ям"
            | "ях"
            | "ами"
            | "ями"
            | "ию"
            | "ии"
            | "ия"
            | "ие"
            | "ий"
            | "ием"
    )
}

/// How a word begins: its first four bytes, which are two letters of Cyrillic; zeros stand for those that it lacks.
///
/// Most words differ from most patterns there, so tables are sorted by it and only what begins alike is compared.
const fn beginning(word: &[u8]) -> u32 {
    match word {
        [a, b, c, d, ..] => u32::from_be_bytes([*a, *b, *c, *d]),
        [a, b, c] => u32::from_be_bytes([*a, *b, *c, 0]),
        [a, b] => u32::from_be_bytes([*a, *b, 0, 0]),
        [a] => u32::from_be_bytes([*a, 0, 0, 0]),
        [] => 0,
    }
}

/// The row and the bit that mark a beginning, by all its letters.
const fn mark(beginning: u32) -> (usize, u64) {
    let mixed = beginning.wrapping_mul(0x9e37_79b1) >> 24;
    ((mixed >> 6) as usize, 1 << (mixed & 63))
}

/// How the words begin that a phrase can begin with: by their first letters, and with how many bytes of the phrase; and
/// whether the phrase is one word.
const fn first_word(phrase: &[u8]) -> (u32, usize, bool) {
    let mut end = 0;
    while end < phrase.len() && phrase[end] != b' ' {
        end += 1;
    }
    let (first, _) = phrase.split_at(end);
    let stem = match first {
        [stem @ .., b'+' | b'=' | b'*'] => {
            assert!(stem.len() >= 4, "a stem of one letter begins words that begin in many ways");
            stem
        }
        [short @ .., b'.'] => short,
        word => word,
    };
    (beginning(stem), stem.len(), end == phrase.len())
}

/// How the phrases of some tables begin, by a bit for every two letters. Most words begin otherwise, which is told for all
/// those tables at once.
pub(crate) struct Openings([u64; 64]);

impl Openings {
    pub(crate) const fn none() -> Self {
        Self([0; 64])
    }

    /// With those of the phrases of a table.
    pub(crate) const fn and<T>(mut self, rows: &[(&'static str, T)]) -> Self {
        let mut next = 0;
        while next < rows.len() {
            let mut rest = rows[next].0.as_bytes();
            while let Some((row, bit)) = two_letters(rest) {
                self.0[row] |= bit;
                while let [other, after @ ..] = rest
                    && *other != b'|'
                {
                    rest = after;
                }
                let [_, after @ ..] = rest else { break };
                rest = after;
            }
            next += 1;
        }
        self
    }

    /// Whether a word may begin a phrase; of a word of one letter that is not known.
    pub(crate) fn may_open(&self, word: &str) -> bool {
        two_letters(word.as_bytes())
            .is_none_or(|(row, bit)| self.0.get(row).is_some_and(|bits| bits & bit != 0))
    }
}

/// The row and the bit of the first two letters, by the last byte of each; nothing where there are not two.
const fn two_letters(word: &[u8]) -> Option<(usize, u64)> {
    let (first, second) = match word {
        [first, second, ..] if first.is_ascii() && second.is_ascii() => (first, second),
        [first, _, second, ..] if first.is_ascii() => (first, second),
        [_, first, second, ..] if second.is_ascii() => (first, second),
        [_, first, _, second, ..] => (first, second),
        _ => return None,
    };
    Some(((*first & 63) as usize, 1 << (*second & 63)))
}

/// A word or phrase of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phrase {
    pub(crate) pattern: &'static str,
    /// Bytes with which its first word begins in every form.
    stem: usize,
    /// It is one word.
    pub(crate) lone: bool,
}

/// A table of phrases with what each means: those of one beginning stand together, in the order they were told in.
#[derive(Debug)]
pub(crate) struct Table<T, const N: usize> {
    marks: [u64; 4],
    beginnings: [u32; N],
    phrases: [Phrase; N],
    pub(crate) meanings: [T; N],
}

/// The phrases of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phrases<'t> {
    /// A bit for every beginning: most words begin like none, which is told without a search.
    marks: &'t [u64; 4],
    beginnings: &'t [u32],
    all: &'t [Phrase],
}

/// How many phrases a table has. Several phrases of one row are joined by `|`; a row without words has none.
pub(crate) const fn count<T>(rows: &[(&'static str, T)]) -> usize {
    let (mut count, mut row) = (0, 0);
    while row < rows.len() {
        let patterns = rows[row].0.as_bytes();
        let mut at = 0;
        while at < patterns.len() {
            count += (patterns[at] == b'|') as usize;
            at += 1;
        }
        count += !patterns.is_empty() as usize;
        row += 1;
    }
    count
}

/// The phrases of a table one by one.
pub(crate) const fn apart<T: Copy, const N: usize>(rows: &[(&'static str, T)]) -> [(&'static str, T); N] {
    let mut phrases = [("", rows[0].1); N];
    let (mut next, mut row) = (0, 0);
    while row < rows.len() {
        let mut rest = rows[row].0.as_bytes();
        while !rest.is_empty() {
            let mut end = 0;
            while end < rest.len() && rest[end] != b'|' {
                end += 1;
            }
            let (phrase, behind) = rest.split_at(end);
            let Ok(phrase) = std::str::from_utf8(phrase) else { panic!("a bar within a letter") };
            phrases[next] = (phrase, rows[row].1);
            next += 1;
            rest = match behind {
                [_, after @ ..] => after,
                [] => behind,
            };
        }
        row += 1;
    }
    phrases
}

impl<T: Copy, const N: usize> Table<T, N> {
    /// The table of these phrases.
    pub(crate) const fn of(phrases: [(&'static str, T); N]) -> Self {
        let mut table = Self {
            marks: [0; 4],
            beginnings: [0; N],
            phrases: [Phrase { pattern: "", stem: 0, lone: true }; N],
            meanings: [phrases[0].1; N],
        };
        let mut next = 0;
        while next < N {
            let (pattern, meaning) = phrases[next];
            let (beginning, stem, lone) = first_word(pattern.as_bytes());
            let mut place = next;
            while place > 0 && table.beginnings[place - 1] > beginning {
                table.beginnings[place] = table.beginnings[place - 1];
                table.phrases[place] = table.phrases[place - 1];
                table.meanings[place] = table.meanings[place - 1];
                place -= 1;
            }
            let (row, bit) = mark(beginning);
            table.marks[row] |= bit;
            table.beginnings[place] = beginning;
            table.phrases[place] = Phrase { pattern, stem, lone };
            table.meanings[place] = meaning;
            next += 1;
        }
        table
    }

    pub(crate) const fn phrases(&self) -> Phrases<'_> {
        Phrases { marks: &self.marks, beginnings: &self.beginnings, all: &self.phrases }
    }
}

/// The table of rows `(words, meaning)`, in which `|` divides the words of one meaning. It is made when the crate is
/// built.
macro_rules! table {
    ($rows:expr) => {
        const {
            &$crate::language::pattern::Table::of($crate::language::pattern::apart::<
                _,
                { $crate::language::pattern::count($rows) },
            >($rows))
        }
    };
}
pub(crate) use table;

impl Phrase {
    /// Whether its first word may stand in this form.
    fn may_be(&self, word: &[u8]) -> bool {
        self.pattern.as_bytes().get(..self.stem).is_some_and(|stem| word.starts_with(stem))
    }
}

impl<'t> Phrases<'t> {
    /// Those that begin like a word, with their places in the table: no other can be of it.
    pub(crate) fn beginning_like(self, word: &str) -> impl Iterator<Item = (usize, &'t Phrase)> {
        let wanted = beginning(word.as_bytes());
        let (row, bit) = mark(wanted);
        let from = if self.marks.get(row).is_some_and(|bits| bits & bit != 0) {
            self.beginnings.partition_point(|beginning| *beginning < wanted)
        } else {
            self.beginnings.len()
        };
        let alike = move |place: &usize| self.beginnings.get(*place) == Some(&wanted);
        let phrases = (from..).take_while(alike).filter_map(move |place| Some((place, self.all.get(place)?)));
        phrases.filter(move |(_, phrase)| phrase.may_be(word.as_bytes()))
    }

    /// The places of the patterns that a word is of, all of one word.
    pub(crate) fn fitting(self, word: &str) -> impl Iterator<Item = usize> {
        self.beginning_like(word).filter(|(_, phrase)| fits(word, phrase.pattern)).map(|(place, _)| place)
    }
}
